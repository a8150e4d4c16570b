import { createHash, randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { directoryListing, hashBytes } from "../../src/digest/index.ts";
import { add as addFlow } from "../../src/flows/add.ts";
import { type GcOptions, gc as gcFlow } from "../../src/flows/gc.ts";
import { fetch as fetchFlow, type PullOptions, pull as pullFlow, push as pushFlow } from "../../src/flows/transfer.ts";
import { Failure, type Oid, systemClock } from "../../src/kernel/index.ts";
import { Cache, fetch, openRemote, push, type Remote } from "../../src/store/index.ts";
import { GC } from "../flows/gc-rig.ts";
import { contextAt, git, write } from "../flows/rig.ts";
import { hurried } from "../store/surroundings.ts";
import { type Fault, type FaultProxy, startFaultProxy } from "./fault-proxy.ts";
import { warmDvc } from "./warm-dvc.ts";

/**
 * What every kind of remote must do, against its real server, with the real dvc on the other side. A server's own test file
 * says how to start it; this says what is asked of it.
 */
export interface RemoteServer {
	/** A fresh place on the server for one project: the remote's url and options, as `dvc remote modify` takes them. */
	place(): Promise<RemotePlace>;
	/** The same place, reached through another `host:port` (the proxy's); null where the protocol cannot be proxied. */
	through(place: RemotePlace, host: string): RemotePlace | null;
	/** `host:port` where it listens. */
	readonly host: string;
	stop(): Promise<void> | void;
}

export interface RemotePlace {
	readonly url: string;
	readonly options: Readonly<Record<string, string>>;
	/** Environment, for dvc and for us. */
	readonly variables?: Readonly<Record<string, string>>;
}

export interface SuiteOptions {
	/** The protocol carries no run cache (HTTP). */
	readonly runs?: boolean;
	/** The protocol can be written to. */
	readonly faults?: readonly Fault[];
}

const PULL = {
	targets: [],
	remote: null,
	jobs: null,
	allCommits: false,
	runCache: false,
	force: false,
	allowMissing: false,
};

/** A project on this machine whose default remote is a place on a server; dvc and mainline both work in it. */
export class RemoteProject {
	readonly root: string;
	readonly place: RemotePlace;
	/** Pauses that were asked for; none is waited. */
	readonly waits: number[] = [];

	private constructor(root: string, place: RemotePlace) {
		this.root = root;
		this.place = place;
	}

	static async make(place: RemotePlace): Promise<RemoteProject> {
		const project = new RemoteProject(mkdtempSync(join(tmpdir(), "mainline-remote-")), place);
		await git(project.root, "init", "-q", "-b", "main");
		await project.dvc("init", "-q");
		await project.attach(place);
		return project;
	}

	/** Points the default remote at a place. */
	async attach(place: RemotePlace): Promise<void> {
		const options = Object.entries(place.options).map(([name, value]) => `    ${name} = ${value}\n`);
		write(this.root, {
			".dvc/config": "[core]\n    remote = store\n",
			".dvc/config.local": `['remote "store"']\n    url = ${place.url}\n${options.join("")}`,
		});
	}

	async dvc(...args: string[]): Promise<string> {
		const { code, out, err } = await warmDvc(this.root, args, this.place.variables);
		if (code !== 0) throw new Error(`dvc ${args.join(" ")}: ${err}`);
		return out;
	}

	/** Everything that a pull would have to bring, gone. */
	forget(...outputs: string[]): void {
		for (const path of [".dvc/cache", ".dvc/tmp", ...outputs])
			rmSync(join(this.root, path), { recursive: true, force: true });
	}

	push(overrides: Partial<PullOptions> = {}) {
		return pushFlow(this.#context(), { ...PULL, ...overrides });
	}

	fetch(overrides: Partial<PullOptions> = {}) {
		return fetchFlow(this.#context(), { ...PULL, ...overrides });
	}

	pull(overrides: Partial<PullOptions> = {}) {
		return pullFlow(this.#context(), { ...PULL, ...overrides });
	}

	add(...paths: string[]) {
		return addFlow(this.#context(), { paths, noCommit: false, noRelink: false, glob: false });
	}

	/** A hundred days from now. */
	gc(overrides: Partial<GcOptions> = {}) {
		const context = this.#context();
		const now = (): Date => new Date(Date.now() + 100 * 86_400_000);
		return gcFlow({ ...context, clock: { ...context.clock, now } }, { ...GC, ...overrides });
	}

	#context() {
		const context = contextAt(this.root);
		const sleep = async (milliseconds: number): Promise<void> => {
			this.waits.push(milliseconds);
		};
		const machine = { ...context.machine, variables: { ...this.place.variables } };
		return { ...context, machine, clock: { ...systemClock, sleep } };
	}
}

/** Names and contents that have gone wrong before, and one object that is sent in parts. */
export function makeData(root: string): void {
	const files: Record<string, string | Buffer> = {
		"data/a b": "1",
		"data/é": "2",
		"data/\u{1f600}": "3",
		'data/q"uo%te+#?&=': "4",
		"data/sub/deep/x": "5",
		"data/empty": "",
		single: "one file\r\n",
		nothing: "",
		big: randomBytes(19 * 1024 * 1024),
	};
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), content);
	}
}

export const OUTPUTS = ["data", "single", "nothing", "big"];

/** Path → digest of what lies there. */
export function contents(root: string, ...paths: string[]): Record<string, string> {
	const found: Record<string, string> = {};
	for (const path of paths) {
		const whole = join(root, path);
		const files =
			existsSync(whole) && !readdirIsFile(whole)
				? readdirSync(whole, { recursive: true, encoding: "utf8" }).sort()
				: [""];
		for (const file of files) {
			const at = join(whole, file);
			if (existsSync(at) && readdirIsFile(at))
				found[join(path, file)] = createHash("sha256").update(readFileSync(at)).digest("hex");
		}
	}
	return found;
}

function readdirIsFile(path: string): boolean {
	try {
		readdirSync(path);
		return false;
	} catch {
		return true;
	}
}

function runsIn(root: string): Set<string> {
	return new Set(readdirSync(join(root, ".dvc/cache/runs"), { recursive: true, encoding: "utf8" }));
}

/** A port that nobody listens at now. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await new Promise((resolve) => server.once("listening", resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (address === null || typeof address === "string") throw new Error("no port");
	return address.port;
}

/** Runs what every remote must do. */
export function remoteSuite(
	name: string,
	start: () => Promise<RemoteServer>,
	{ runs = true, faults = [] }: SuiteOptions = {},
): void {
	describe(name, () => {
		let server: RemoteServer;
		let proxy: FaultProxy;
		beforeAll(async () => {
			server = await start();
			proxy = await startFaultProxy(server.host);
		});
		afterAll(async () => {
			await proxy?.stop();
			await server?.stop();
		});

		it("gives mainline what dvc pushed, and dvc what mainline pushed", async () => {
			const project = await RemoteProject.make(await server.place());
			makeData(project.root);
			await project.dvc("add", "-q", ...OUTPUTS);
			const made = contents(project.root, ...OUTPUTS);
			await project.dvc("push", "-q");
			project.forget(...OUTPUTS);
			expect(await project.pull()).toMatchObject({ answer: "yes", document: { failed: [], missing: [] } });
			expect(contents(project.root, ...OUTPUTS)).toEqual(made);
			expect(await project.dvc("status")).toContain("up to date");

			await project.attach(await server.place());
			expect(await project.push()).toMatchObject({ answer: "yes", document: { transferred: 9, failed: [] } });
			expect(await project.dvc("status", "-c")).toContain("in sync");
			expect(await project.push()).toMatchObject({ answer: "yes", document: { transferred: 0, failed: [] } });
			project.forget(...OUTPUTS);
			await project.dvc("pull", "-q");
			expect(contents(project.root, ...OUTPUTS)).toEqual(made);
		});

		it("carries objects of DVC 2 both ways", async () => {
			const project = await RemoteProject.make(await server.place());
			const id = createHash("md5").update("a\nb\n").digest("hex");
			write(project.root, { "old.dvc": `outs:\n- md5: ${id}\n  size: 6\n  path: old\n`, old: "a\r\nb\r\n" });
			const object = join(project.root, ".dvc/cache", id.slice(0, 2), id.slice(2));
			mkdirSync(dirname(object), { recursive: true });
			cpSync(join(project.root, "old"), object);
			await project.dvc("push", "-q");
			project.forget("old");
			expect(await project.pull()).toMatchObject({ answer: "yes", document: { transferred: 1 } });
			expect(readFileSync(join(project.root, "old"), "utf8")).toBe("a\r\nb\r\n");
			await project.attach(await server.place());
			expect(await project.push()).toMatchObject({ document: { transferred: 1 } });
			project.forget("old");
			await project.dvc("pull", "-q");
			expect(readFileSync(join(project.root, "old"), "utf8")).toBe("a\r\nb\r\n");
		});

		it("names what is on neither side, and brings the rest", async () => {
			const project = await RemoteProject.make(await server.place());
			makeData(project.root);
			await project.dvc("add", "-q", ...OUTPUTS);
			await project.push({ targets: ["data", "nothing"] });
			project.forget(...OUTPUTS);
			const { answer, document } = await project.pull({ allowMissing: false });
			expect(answer).toBe("no");
			expect(new Set(document.failed.map(({ path }) => path))).toEqual(new Set(["big", "single"]));
			expect(Object.keys(contents(project.root, "data"))).toHaveLength(6);
		});

		if (runs)
			it("keeps small notes of ours, found by folder", async () => {
				const notes = (await openAt(await server.place())).notes();
				expect(await notes.names("timings/a")).toEqual([]);
				expect(await notes.read("timings/a/1.json")).toBeNull();
				for (const name of ["2.json", "1.json"]) await notes.write(`timings/a/${name}`, Buffer.from(name));
				await notes.write("timings/ab/3.json", Buffer.from("another's"));
				await notes.write("timings/a/long.json", Buffer.alloc(1024 * 1024 + 1));
				expect(await notes.names("timings/a")).toEqual(["1.json", "2.json"]);
				expect(Buffer.from((await notes.read("timings/a/2.json")) ?? []).toString()).toBe("2.json");
				expect(await notes.read("timings/a/long.json")).toBeNull();
			});

		if (runs)
			it("carries runs both ways, so that dvc and mainline restore each other's", async () => {
				const project = await RemoteProject.make(await server.place());
				write(project.root, {
					in: "input\n",
					"dvc.yaml": "stages:\n  s:\n    cmd: cp in out\n    deps: [in]\n    outs: [out]\n",
				});
				await project.dvc("repro", "-q");
				const known = runsIn(project.root);
				expect((await project.push()).document).toMatchObject({ runs: 1, failed: [] });
				expect((await project.push()).document).toMatchObject({ runs: 0, transferred: 0 });
				project.forget("out", "dvc.lock");
				expect(await project.dvc("pull", "--run-cache", "--allow-missing")).toBeDefined();
				expect(runsIn(project.root)).toEqual(known);
				await project.attach(await server.place());
				await project.dvc("repro", "-q");
				await project.dvc("push", "-q", "--run-cache");
				project.forget("out");
				expect((await project.pull()).document).toMatchObject({ runs: 1, failed: [] });
				expect(runsIn(project.root)).toEqual(known);
			});

		if (runs)
			it("is cleared of what no branch or tag needs, and dvc has all of the rest", async () => {
				const project = await RemoteProject.make(await server.place());
				const made = new Map<string, Record<string, string>>();
				for (const version of ["v1", "lost", "parent", "v4"]) {
					write(project.root, { "data/a b": `a ${version}`, "data/same": "same", single: version });
					await project.add("data", "single");
					await project.push();
					await git(project.root, "add", "-A");
					await git(project.root, "commit", "-q", "-m", version);
					if (version.startsWith("v")) await git(project.root, "tag", version);
					made.set(version, contents(project.root, "data", "single"));
				}
				// somebody else's, in the same place
				const other = await RemoteProject.make(project.place);
				write(other.root, { "data/x": "another project's" });
				await other.add("data");
				await other.push();
				const [dry] = (await project.gc({ yes: false })).document.places;
				expect(dry?.going.map(({ kind, count }) => [kind, count])).toEqual([
					["directory", 1],
					["file", 2],
				]);
				expect(Date.parse(dry?.going[0]?.oldest ?? "")).toBeGreaterThan(Date.now() - 600_000);
				expect((await project.gc()).document.places[0]?.deleted).toMatchObject({ count: 3 });
				expect((await project.gc()).document.places[0]).toMatchObject({
					going: [],
					staying: [{ reason: "needed" }, { reason: "unknown" }],
				});
				project.forget("data", "single");
				await project.dvc("fetch", "-q", "--all-tags", "--all-branches");
				for (const version of ["v1", "v4"]) {
					await git(project.root, "checkout", "-q", version);
					await project.dvc("checkout", "-q", "--force");
					expect(contents(project.root, "data", "single")).toEqual(made.get(version));
				}
				await git(project.root, "checkout", "-q", "v4~2");
				await expect(project.dvc("pull", "-q", "--force")).rejects.toThrow();
				other.forget("data");
				await other.dvc("pull", "-q");
				expect(contents(other.root, "data")).not.toEqual({});
			});

		if (faults.length > 0)
			describe("when something goes wrong", () => {
				it.each(faults)(
					"%s at any call: nothing is lost, nothing wrong is taken, and the next run completes",
					async (fault) => {
						const here = new Cache(mkdtempSync(join(tmpdir(), "mainline-here-")));
						const oid = await storeDirectory(here, ["a", "b", "c", "x".repeat(300_000)]);
						const objects = [{ oid, hash: "md5" as const }];
						for (let at = 1, calls = 1; at <= calls; at++) {
							const remote = await openAt(server.through(await server.place(), proxy.host));
							proxy.arm(at, fault);
							await told(() => push(objects, { cache: here, remote, jobs: 2 }));
							calls = proxy.calls();
							proxy.arm(0, fault);
							expect((await push(objects, { cache: here, remote })).failed).toEqual([]);
							const there = new Cache(mkdtempSync(join(tmpdir(), "mainline-there-")));
							expect(await fetch(objects, { cache: there, remote })).toMatchObject({ transferred: 5, failed: [] });
							await remote.close();
						}
						const remote = await openAt(server.through(await server.place(), proxy.host));
						await push(objects, { cache: here, remote });
						for (let at = 1, calls = 1; at <= calls; at++) {
							const there = new Cache(mkdtempSync(join(tmpdir(), "mainline-there-")));
							proxy.arm(at, fault);
							await told(() => fetch(objects, { cache: there, remote, jobs: 2 }));
							calls = proxy.calls();
							for (const child of (await here.readListing(oid)) ?? [])
								expect(await there.verify(child.oid)).not.toBe("corrupt");
							if (await there.has(oid)) expect(await there.missingBelow(oid)).toEqual([]);
							proxy.arm(0, fault);
							expect((await fetch(objects, { cache: there, remote })).failed).toEqual([]);
							expect(await there.missingBelow(oid)).toEqual([]);
						}
						await remote.close();
					},
				);

				it("goes on from where a big object was cut", async () => {
					const place = await server.place();
					const through = server.through(place, proxy.host) ?? place;
					const project = await RemoteProject.make(place);
					writeFileSync(join(project.root, "big"), randomBytes(19 * 1024 * 1024));
					await project.dvc("add", "-q", "big");
					const made = contents(project.root, "big");
					await project.push();
					project.forget("big");
					await project.attach(through);
					proxy.arm(1, "cut");
					expect(await project.pull()).toMatchObject({ answer: "yes", document: { failed: [], transferred: 1 } });
					expect(contents(project.root, "big")).toEqual(made);
				});

				it.each(["drop", "403", "503"] as const)(
					"%s for ever: a failure that says what happened, where, and what to do",
					async (fault) => {
						const through = server.through(await server.place(), proxy.host);
						if (through === null) throw new Error("this server has no faults");
						const project = await RemoteProject.make(through);
						write(project.root, { single: "s" });
						await project.dvc("add", "-q", "single");
						proxy.arm(Number.POSITIVE_INFINITY, fault);
						const failure = await told(() => project.push());
						expect(failure).toBeInstanceOf(Failure);
						expect(failure?.code).toMatch(/^remote-(unreachable|busy|denied|credentials)$/);
						expect(failure?.details.hint).toBeTruthy();
						for (const value of Object.values(through.options).filter((option) => /secret|SKSK/i.test(option))) {
							expect(JSON.stringify([failure?.message, failure?.details.found, failure?.details.hint])).not.toContain(
								value,
							);
						}
						if (fault === "503") expect(Math.max(...project.waits)).toBeGreaterThanOrEqual(1000);
						proxy.arm(0, fault);
						expect(await project.push()).toMatchObject({ answer: "yes", document: { transferred: 1 } });
					},
				);
			});
	});
}

/** Opens a place; pauses take no time. */
async function openAt(place: RemotePlace | null): Promise<Remote> {
	if (place === null) throw new Error("this server has no faults");
	const options = new Map(Object.entries(place.options));
	const surroundings = { ...hurried(), variables: { ...place.variables } };
	return openRemote({ name: "store", url: place.url, options }, surroundings);
}

async function storeDirectory(cache: Cache, texts: readonly string[]): Promise<Oid> {
	const files = texts.map((text) => ({ bytes: Buffer.from(text), oid: hashBytes(Buffer.from(text)) }));
	for (const { bytes, oid } of files) await cache.addBytes(bytes, oid);
	const { oid, text } = directoryListing(files.map((file, index) => ({ relpath: `f${index}`, oid: file.oid })));
	await cache.addBytes(Buffer.from(text), oid);
	return oid;
}

/** What came of it: null, or the failure that a user would be told. Anything else is a bug. */
async function told(work: () => Promise<unknown>): Promise<Failure | null> {
	try {
		await work();
		return null;
	} catch (cause) {
		if (!(cause instanceof Failure)) throw cause;
		return cause;
	}
}
