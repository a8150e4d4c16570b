import { Failure, infrastructure, type Sha256 } from "../kernel/index.ts";
import { discard, type RegistryClient } from "./registry-client.ts";
import { Rereading } from "./rereading.ts";
import { Transient } from "./retry.ts";

/** A blob that is to travel. */
export interface Source {
	readonly digest: Sha256;
	readonly size: number;
	/** The same bytes each time. */
	open(): AsyncIterable<Uint8Array>;
	/** `host/repository` that may hold it already. */
	readonly mountFrom?: string;
}

/** The repository that a blob goes to. */
export interface UploadPlace {
	readonly client: RegistryClient;
	/** `localhost:5000/acme/churn` */
	readonly location: string;
	/** `acme/churn` */
	readonly path: string;
	has(digest: Sha256): Promise<boolean>;
}

/** An upload as the registry knows it. */
interface Session {
	/** Where the next request goes: another address after each. */
	url: string;
	/** Bytes that it has. */
	at: number;
	/** The fewest bytes that it takes in a piece that is not the last (`OCI-Chunk-Min-Length`). */
	readonly least: number;
	/** What it has may not be what we believe. */
	readonly resumed: boolean;
}

/** Bytes of a piece where something between us and the registry takes no more, and where we give up. */
const FIRST_PIECE = 32 << 20;
const LAST_PIECE = 512 << 10;

/**
 * One blob on its way: mounted from another repository, or sent in one request. A try that broke off goes on where the registry
 * says that it ended; where it does not know any more, it begins anew. Where a request of that size is refused (413: a proxy's
 * limit), the blob goes in pieces.
 */
export class Upload {
	readonly #place: UploadPlace;
	readonly #blob: Source;
	readonly #source: Rereading;
	#session: Session | null = null;
	/** Most bytes in a request; null: as many as there are. */
	#piece: number | null = null;

	constructor(place: UploadPlace, blob: Source) {
		this.#place = place;
		this.#blob = blob;
		this.#source = new Rereading(() => blob.open());
	}

	/** True when the blob travelled, false when it was mounted. */
	async run(): Promise<boolean> {
		try {
			return await this.#place.client.retrying(() => this.#attempt());
		} finally {
			await this.#source.close();
		}
	}

	async #attempt(): Promise<boolean> {
		if (this.#session !== null) {
			await this.#askWhereItEnded(this.#session);
			// what was cut off may have been the answer alone
			if (this.#session === null && (await this.#place.has(this.#blob.digest))) return true;
		}
		for (;;) {
			this.#session ??= await this.#begin();
			if (this.#session === null) return false;
			if (await this.#send(this.#session)) return true;
		}
	}

	/** Null: mounted, nothing has to be sent. */
	async #begin(): Promise<Session | null> {
		const response = (await this.#mount()) ?? (await this.#open("", ""));
		if (response.status === 201) return null;
		const least = Number(response.headers.get("oci-chunk-min-length") ?? 0) || 0;
		return { url: this.#next(response), at: 0, least, resumed: false };
	}

	/** Null where there is nothing to mount from, or the registry would rather not. */
	async #mount(): Promise<Response | null> {
		const { digest, mountFrom } = this.#blob;
		const { host } = this.#place.client;
		if (mountFrom === undefined || !mountFrom.startsWith(`${host}/`)) return null;
		const from = mountFrom.slice(host.length + 1);
		if (from === this.#place.path) return null;
		const query = `?mount=${encodeURIComponent(digest)}&from=${encodeURIComponent(from)}`;
		return this.#open(query, ` repository:${from}:pull`).catch((failure: unknown) => {
			// not allowed to read there, or never heard of mounting: then it is sent
			if (failure instanceof Failure && failure.code.startsWith("registry-")) return null;
			throw failure;
		});
	}

	#open(query: string, scope: string): Promise<Response> {
		const url = `/v2/${this.#place.path}/blobs/uploads/${query}`;
		return this.#request("POST", url, { accept: query === "" ? [202] : [201, 202], scope });
	}

	/** Sends what is left; false when it has to begin anew in smaller pieces. */
	async #send(session: Session): Promise<boolean> {
		const { size } = this.#blob;
		if (session.at === 0 && this.#piece === null) return this.#finish(session, { from: 0, size });
		while (session.at < size) {
			const length = Math.min(size - session.at, Math.max(this.#piece ?? size, session.least));
			if (!(await this.#sendPiece(session, length))) return false;
		}
		return this.#finish(session, { from: size, size: 0 });
	}

	async #sendPiece(session: Session, length: number): Promise<boolean> {
		const from = session.at;
		const range = { "content-range": `${from}-${from + length - 1}` };
		const accept = [202, 201, 204, 404, 413, 416];
		const response = await this.#request("PATCH", session.url, {
			accept,
			headers: range,
			body: { from, size: length },
		});
		if (response.status === 413) return this.#narrow();
		if (response.status === 404 || response.status === 416) throw this.#lost(response);
		session.url = this.#next(response);
		const said = endOf(response.headers.get("range"));
		session.at = said !== null && said > from && said < from + length ? said : from + length;
		return true;
	}

	async #finish(session: Session, body: { readonly from: number; readonly size: number }): Promise<boolean> {
		const { digest } = this.#blob;
		const url = new URL(session.url);
		url.searchParams.set("digest", digest);
		// pieces that do not fit together are refused by their digest
		const accept = [201, 204, 404, 413, 416, ...(session.resumed || session.at > 0 ? [400] : [])];
		const response = await this.#request("PUT", url.href, { accept, body });
		if (response.status === 413) return this.#narrow();
		if (response.status >= 400) {
			this.#session = null;
			throw this.#lost(response);
		}
		const stored = response.headers.get("docker-content-digest");
		if (stored === null || stored === digest) return true;
		throw infrastructure("blob-corrupt", `${this.#place.location} stored another blob than the one sent`, {
			found: stored,
			expected: digest,
		});
	}

	/** Takes smaller pieces from now on. */
	#narrow(): boolean {
		const { size } = this.#blob;
		const smaller = this.#piece === null ? Math.min(FIRST_PIECE, Math.ceil(size / 2)) : this.#piece / 4;
		if (smaller < LAST_PIECE || smaller < (this.#session?.least ?? 0)) {
			throw infrastructure(
				"registry-refused",
				`${this.#place.location} takes no request as long as ${this.#piece ?? size} bytes`,
				{
					hint: "raise the limit of what stands before the registry (nginx: client_max_body_size)",
				},
			);
		}
		this.#piece = Math.floor(smaller);
		this.#session = null;
		return false;
	}

	/** How much the registry has of an upload that broke off; forgets the upload where it does not say. */
	async #askWhereItEnded(session: Session): Promise<void> {
		this.#session = null;
		try {
			const response = await this.#request("GET", session.url, { accept: [204, 200, 202] });
			const at = endOf(response.headers.get("range"));
			if (at === null || at > this.#blob.size || response.headers.get("location") === null) return;
			this.#session = { url: this.#next(response), at, least: session.least, resumed: true };
		} catch (failure) {
			if (failure instanceof Transient) this.#session = session;
			if (!(failure instanceof Failure && failure.code.startsWith("registry-"))) throw failure;
		}
	}

	async #request(
		method: "GET" | "POST" | "PATCH" | "PUT",
		url: string,
		{ accept, headers = {}, body, scope = "" }: Sending,
	): Promise<Response> {
		const { client, path, location } = this.#place;
		const content = { "content-type": "application/octet-stream" };
		const response = await client.once({
			method,
			url,
			scope: `repository:${path}:pull,push${scope}`,
			about: location,
			accept,
			headers: body === undefined ? (method === "POST" ? { "content-length": "0" } : {}) : { ...content, ...headers },
			...(body !== undefined && {
				body: () => ({ content: this.#source.range(body.from, body.size), size: body.size }),
			}),
		});
		await discard(response);
		return response;
	}

	#next(response: Response): string {
		const location = response.headers.get("location");
		if (location !== null) return new URL(location, response.url).href;
		throw infrastructure("registry-refused", `${this.#place.location} gave no address to upload to`);
	}

	#lost(response: Response): Transient {
		const found = String(response.status);
		return new Transient(infrastructure("registry-refused", `${this.#place.location} lost an upload`, { found }));
	}
}

interface Sending {
	readonly accept: readonly number[];
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: { readonly from: number; readonly size: number };
	/** More than this repository. */
	readonly scope?: string;
}

/** Bytes that `Range: 0-1233` tells of. `0-0` means none: that is how registries say it, a single byte apart. */
function endOf(range: string | null): number | null {
	const [, last] = /^(?:bytes=)?0-(\d+)$/.exec(range?.trim() ?? "") ?? [];
	if (last === undefined) return null;
	return last === "0" ? 0 : Number(last) + 1;
}
