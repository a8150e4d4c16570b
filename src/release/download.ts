import type { Body, RegistryClient, RegistryRequest } from "./registry-client.ts";

/**
 * One blob on its way here. A connection that breaks off is made again and asked for the rest; each piece has all its tries, so
 * that a long download is not lost for many short troubles.
 */
export class Download {
	readonly #client: RegistryClient;
	readonly #request: RegistryRequest;
	#body: Body | null = null;
	/** Bytes handed out. */
	#at = 0;
	/** Bytes to come that were handed out already. */
	#known = 0;

	constructor(client: RegistryClient, request: Omit<RegistryRequest, "method" | "accept">) {
		this.#client = client;
		this.#request = { ...request, method: "GET", accept: [200] };
	}

	/** The bytes until there are `size` of them, or the registry says that there are no more. */
	async *pieces(size: number): AsyncGenerator<Uint8Array> {
		try {
			while (this.#at < size) {
				const piece = await this.#client.retrying(() => this.#next());
				if (piece === null) return;
				yield piece;
			}
		} finally {
			await this.#body?.close();
		}
	}

	async #next(): Promise<Uint8Array | null> {
		for (;;) {
			const value = await this.#read();
			if (value === null) return null;
			const piece = value.subarray(this.#known);
			this.#known -= value.length - piece.length;
			this.#at += piece.length;
			if (piece.length > 0) return piece;
		}
	}

	async #read(): Promise<Uint8Array | null> {
		const body = this.#body ?? (await this.#begin());
		// only one that does not break now is read on
		this.#body = null;
		try {
			const value = await body.next();
			this.#body = body;
			return value;
		} finally {
			if (this.#body === null) await body.close();
		}
	}

	async #begin(): Promise<Body> {
		const rest = { headers: { range: `bytes=${this.#at}-` }, accept: [200, 206] };
		const response = await this.#client.once(this.#at === 0 ? this.#request : { ...this.#request, ...rest });
		// whoever knows no ranges sends all of it again
		this.#known = response.status === 206 ? 0 : this.#at;
		return this.#client.body(this.#request, response);
	}
}
