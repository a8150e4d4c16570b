import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { infrastructure, type Voice } from "../../kernel/index.ts";
import { type PipedProcess, startPiped, stream } from "../../shell/index.ts";
import { ask, type Engine, lastWords } from "./engine.ts";

/** An image that the engine's own storage has. */
export interface ImageHere {
	/** Of the engine's storage: names one content for good. */
	readonly id: string;
	/** In full, as it was asked for. */
	readonly name: string;
	/** `sha256:…` by which its registry has it; null where none is known: it was made here. */
	readonly digest: string | null;
	/** Which shell the image says that it has; null where it says nothing. */
	readonly shell: string | null;
	readonly labels: Readonly<Record<string, string>>;
}

interface Asking {
	readonly voice: Voice;
	readonly signal: AbortSignal;
}

/** A name without a host is Docker Hub's, as for docker itself: podman asks, or refuses. */
export function fullName(image: string): string {
	const [first = "", ...rest] = image.split("/");
	if (rest.length > 0 && (/[.:]/.test(first) || first === "localhost")) return image;
	return `docker.io/${rest.length === 0 ? "library/" : ""}${image}`;
}

/** An image by its name, pulled where it is not here. Failure `container-image`. */
export async function imageByName(engine: Engine, image: string, { voice, signal }: Asking): Promise<ImageHere> {
	const name = fullName(image);
	const exact = untagged(name);
	const here = await imageHere(engine, exact, signal);
	if (here !== null) return { ...here, name };
	voice.say(`pulling ${name} with ${engine.program}`);
	await pull(engine, exact, { voice, signal });
	const pulled = await imageHere(engine, exact, signal);
	if (pulled !== null) return { ...pulled, name };
	throw infrastructure("container-image", `${engine.program} pulled ${name} and does not have it`);
}

async function pull(engine: Engine, name: string, { voice, signal }: Asking): Promise<void> {
	const plain = engine.program === "podman" && isLoopback(name) ? ["--tls-verify=false"] : [];
	const decoder = new TextDecoder();
	let said = "";
	const onOutput = (chunk: Uint8Array): void => {
		voice.output(chunk);
		said = (said + decoder.decode(chunk, { stream: true })).slice(-4096);
	};
	const { code } = await stream(engine.program, ["pull", ...plain, name], { signal, onOutput });
	signal.throwIfAborted();
	if (code === 0) return;
	throw infrastructure("container-image", `${engine.program} cannot pull ${name}: ${lastLine(said)}`, {
		found: lastWords(said),
		expected: "an image that this machine has or can pull",
		hint: `does \`${engine.program} pull ${name}\` work here? A private registry wants \`${engine.program} login\`; an image that was built here with podman is localhost/NAME`,
	});
}

/** What comes of it is told in one line where a stage fails. */
function lastLine(said: string): string {
	return lastWords(said).split("\n").at(-1) ?? "";
}

function isLoopback(name: string): boolean {
	return /^(localhost|127\.0\.0\.1|\[::1\]):\d+\//.test(name);
}

/** Null where the engine's storage does not have it. */
export async function imageHere(
	engine: Pick<Engine, "program">,
	name: string,
	signal: AbortSignal,
): Promise<ImageHere | null> {
	const result = await ask(engine, ["image", "inspect", name], signal);
	signal.throwIfAborted();
	if (result.code !== 0) return null;
	const [found] = JSON.parse(result.stdoutText) as readonly Inspected[];
	if (found === undefined) return null;
	const { Env, Labels } = found.Config ?? {};
	return { id: found.Id, name, digest: digestOf(name, found), shell: shellOf(Env ?? []), labels: Labels ?? {} };
}

/** Puts an image into the engine's storage, as the archive names it (`loadableArchive` and `layoutArchive` of release). Failure `container-image`. */
export async function loadImage(
	engine: Pick<Engine, "program">,
	archive: AsyncIterable<Uint8Array>,
	{ name, signal }: { readonly name: string; readonly signal: AbortSignal },
): Promise<ImageHere> {
	const loading = await startPiped(engine.program, ["load"], {});
	let said = "";
	for (const pipe of [loading.stdout, loading.stderr]) {
		pipe.on("data", (chunk: Buffer) => {
			said = (said + chunk.toString()).slice(-4096);
		});
	}
	const code = await feed(loading, archive, signal);
	signal.throwIfAborted();
	const here = code === 0 ? await imageHere(engine, name, signal) : null;
	if (here !== null) return here;
	throw infrastructure("container-image", `${engine.program} does not take the image ${name}: ${lastLine(said)}`, {
		found: lastWords(said),
		hint: "is there room on the disk? then run again: what was built is kept",
	});
}

/** Its exit code, once it has taken all of it, or ended early. */
async function feed(
	program: PipedProcess,
	archive: AsyncIterable<Uint8Array>,
	signal: AbortSignal,
): Promise<number | null> {
	// one that has all of it may still take its time
	const kill = (): void => program.kill("SIGKILL");
	signal.addEventListener("abort", kill, { once: true });
	try {
		// a program that ends early says why itself
		await pipeline(Readable.from(archive), program.stdin, { signal }).catch((cause: unknown) => {
			program.kill("SIGTERM");
			if (!isBrokenPipe(cause)) throw cause;
		});
		return (await program.ended).code;
	} finally {
		signal.removeEventListener("abort", kill);
	}
}

function isBrokenPipe(cause: unknown): boolean {
	return (
		cause instanceof Error && "code" in cause && ["EPIPE", "ERR_STREAM_PREMATURE_CLOSE"].includes(String(cause.code))
	);
}

/** As podman and docker write it, as far as we read it. */
interface Inspected {
	readonly Id: string;
	readonly RepoDigests?: readonly string[] | null;
	readonly Config?: {
		readonly Env?: readonly string[] | null;
		readonly Labels?: Readonly<Record<string, string>> | null;
	} | null;
}

/** The name's own, else the one by which its repository has the image. */
function digestOf(name: string, { RepoDigests }: Inspected): string | null {
	const own = name.split("@")[1];
	if (own !== undefined) return own;
	const repository = withoutTag(name);
	const found = (RepoDigests ?? []).find((each) => fullName(each).split("@")[0] === repository);
	return found?.split("@")[1] ?? null;
}

/** Where a digest says which image is meant a tag beside it says nothing, and some engines refuse both. */
function untagged(name: string): string {
	const [, digest] = name.split("@");
	return digest === undefined ? name : `${withoutTag(name)}@${digest}`;
}

/** `host/path`, without a tag and a digest. */
export function withoutTag(image: string): string {
	const [named = ""] = image.split("@");
	const colon = named.lastIndexOf(":");
	return colon > named.lastIndexOf("/") ? named.slice(0, colon) : named;
}

/** DVC runs commands in the shell that SHELL names. */
function shellOf(variables: readonly string[]): string | null {
	const said = variables.find((each) => each.startsWith("SHELL="))?.slice("SHELL=".length);
	return said === undefined || !said.startsWith("/") ? null : said;
}
