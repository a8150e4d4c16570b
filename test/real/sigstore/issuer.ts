import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What GitHub says of a job in its token, as far as Fulcio asks for it. */
export interface Job {
	readonly repository: string;
	/** Of the commit that the run is for: `refs/heads/main`. */
	readonly ref: string;
	/** `owner/repository/.github/workflows/file.yml@ref`: another repository's where the workflow is called from there. */
	readonly workflow: string;
	readonly visibility: "public" | "private" | "internal";
	readonly runner: "github-hosted" | "self-hosted";
}

/** The job that releases in these tests. */
export const RELEASE: Job = {
	repository: "acme/churn",
	ref: "refs/heads/main",
	workflow: "acme/churn/.github/workflows/mainline-release.yml@refs/heads/main",
	visibility: "public",
	runner: "github-hosted",
};

const REQUEST_TOKEN = "a runner's request token";

/**
 * An issuer of tokens as GitHub is one: discovery and keys for those who verify, and the address at which a runner asks for
 * the token of its job. What the job is, the test says.
 */
export class Issuer {
	readonly url: string;
	readonly #server: Server;
	readonly #key: KeyObject;
	readonly #public: KeyObject;
	job: Job = RELEASE;
	/** How many tokens the runner was given. */
	asked = 0;

	private constructor(server: Server) {
		this.#server = server;
		const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
		[this.#key, this.#public] = [privateKey, publicKey];
		// listening on an address, not on a pipe
		const { port } = server.address() as AddressInfo;
		this.url = `http://127.0.0.1:${port}`;
		server.on("request", (request, response) => this.#answer(request, response));
	}

	static async start(): Promise<Issuer> {
		const server = createServer().listen(0, "127.0.0.1");
		await once(server, "listening");
		return new Issuer(server);
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	/** What the runner puts into the environment of a job with `id-token: write`. */
	variables(): Record<string, string> {
		return {
			ACTIONS_ID_TOKEN_REQUEST_URL: `${this.url}/token?api-version=2.0`,
			ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
		};
	}

	/** A signed token (JWT) of the job. */
	token(job: Job = this.job, audience = "sigstore"): string {
		const now = Math.floor(Date.now() / 1000);
		const times = { iat: now, nbf: now - 5, exp: now + 300 };
		const head = part({ alg: "RS256", typ: "JWT", kid: "one" });
		const body = part({ iss: this.url, aud: audience, ...times, ...claims(job) });
		return `${head}.${body}.${sign("sha256", Buffer.from(`${head}.${body}`), this.#key).toString("base64url")}`;
	}

	#answer({ url = "", headers }: IncomingMessage, response: ServerResponse): void {
		const { pathname, searchParams } = new URL(url, this.url);
		const say = (status: number, body: unknown) =>
			response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
		if (pathname === "/.well-known/openid-configuration") {
			return void say(200, {
				issuer: this.url,
				jwks_uri: `${this.url}/jwks`,
				authorization_endpoint: `${this.url}/none`,
				token_endpoint: `${this.url}/none`,
				response_types_supported: ["id_token"],
				subject_types_supported: ["public"],
				id_token_signing_alg_values_supported: ["RS256"],
			});
		}
		if (pathname === "/jwks") {
			const key = this.#public.export({ format: "jwk" });
			return void say(200, { keys: [{ ...key, alg: "RS256", use: "sig", kid: "one" }] });
		}
		if (pathname !== "/token" || headers.authorization !== `Bearer ${REQUEST_TOKEN}`) return void say(401, {});
		this.asked++;
		say(200, { value: this.token(this.job, searchParams.get("audience") ?? "none") });
	}
}

function part(json: unknown): string {
	return Buffer.from(JSON.stringify(json)).toString("base64url");
}

function claims({ repository, ref, workflow, visibility, runner }: Job): Record<string, string> {
	const sha = "0123456789012345678901234567890123456789";
	return {
		sub: `repo:${repository}:ref:${ref}`,
		job_workflow_ref: workflow,
		job_workflow_sha: sha,
		workflow_ref: workflow,
		workflow_sha: sha,
		workflow: "Release",
		event_name: "push",
		repository,
		repository_id: "1",
		repository_owner: repository.split("/")[0] ?? "",
		repository_owner_id: "2",
		repository_visibility: visibility,
		runner_environment: runner,
		ref,
		sha,
		run_id: "3",
		run_attempt: "1",
	};
}
