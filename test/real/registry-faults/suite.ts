import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { buildImage, type ImageStore, openImageStore, unpack } from "../../../src/release/index.ts";
import { type Fault, type FaultProxy, startFaultProxy } from "../../release/support/fault-proxy.ts";
import { hastyClock, recipe, text } from "../../release/support/images.ts";
import type { RunningRegistry } from "../../release/support/registry.ts";
import { isOfTheShare } from "../../rig/share.ts";
import { callsUpTo, spoilEach as spoilCalls, type Trial } from "../spoil-each.ts";
import { FaultWorld, PATIENCE_MS, SILENCE_MS } from "./world.ts";

/** What a call may meet; a registry that fails goes on failing. */
const FAULTS: readonly Fault[] = ["cut", "silence", "500", "401", "wrong"];
/** Every fault at every call of whole commands, too, in some minutes; else a call meets one of them, the next call another. */
const ALL = process.env["REGISTRY_FAULTS"] === "all";

type FaultsOf = (call: number) => readonly Fault[];
type Work = Pick<Trial, "prepare" | "work" | "between" | "end"> & { readonly faults: FaultsOf };

const every: FaultsOf = () => FAULTS;

/** A real registry, and which calls of the longest commands are spoilt there: each of them is by one registry of the three. */
export interface Subject {
	readonly start: (directory: string) => Promise<RunningRegistry>;
	readonly turn: 0 | 1 | 2;
}

/** What must hold of every registry, whatever single call of it goes wrong. */
export function registryFaults(subject: Subject): void {
	/** Of the three registries each spoils a call in another way. */
	const faultAt = (call: number): Fault => FAULTS[(call + subject.turn) % FAULTS.length] as Fault;
	const inTurn: FaultsOf = (call) => (ALL ? FAULTS : isOfTheShare(call) ? [faultAt(call)] : []);
	/** For the longest of them: each call at one of the registries. */
	const shared: FaultsOf = (call) => {
		const isOurs = call % 3 === subject.turn && isOfTheShare(Math.floor(call / 3) + 1);
		return ALL ? FAULTS : isOurs ? [faultAt(call)] : [];
	};
	/** How long the registry may be silent; not long, where that is what is tried. */
	let silenceMs = PATIENCE_MS;
	let directory = "";
	let registry: RunningRegistry;
	let proxy: FaultProxy;
	const worlds: FaultWorld[] = [];
	beforeAll(async () => {
		directory = await mkdtemp(join(tmpdir(), "mainline-registry-faults-"));
		registry = await subject.start(join(directory, "registry"));
		proxy = await startFaultProxy(registry.host);
	});
	afterEach(async () => {
		for (const world of worlds.splice(0)) await world.end();
	});
	afterAll(async () => {
		await proxy?.stop();
		await registry?.stop();
		await rm(directory, { recursive: true, force: true });
	});

	function spoilEach({ faults, ...work }: Work): ReturnType<typeof spoilCalls> {
		return spoilCalls({
			...work,
			proxy,
			faults: (calls) => callsUpTo(calls).flatMap((call) => faults(call).map((fault) => [call, fault] as const)),
			lasting: ["500"],
			codes: [0, 1, 3],
			begins: (fault) => {
				silenceMs = fault === "silence" ? SILENCE_MS : PATIENCE_MS;
			},
		});
	}

	function store(path: string, host: string): ImageStore {
		return openImageStore({ kind: "registry", repository: `${host}/${path}` }, { clock: hastyClock(), silenceMs });
	}

	async function world(name: string): Promise<FaultWorld> {
		const at = (host: string): string => `${host}/faults/${name}`;
		const made = await FaultWorld.make({
			image: at(proxy.host),
			direct: at(registry.host),
			silenceMs: () => silenceMs,
		});
		worlds.push(made);
		return made;
	}

	describe("whatever single call of a registry goes wrong", () => {
		it("an image is unpacked whole, or not at all and then whole", async () => {
			const image = await buildImage(recipe());
			await store("faults/unpack", registry.host).push(image, ["v0.1.0"]);
			const into = join(directory, "unpacked");
			const { calls } = await spoilEach({
				prepare: () => rm(into, { recursive: true, force: true }),
				work: async () => {
					if (!(await readdir(directory)).includes("unpacked"))
						await unpack(store("faults/unpack", proxy.host), image.digest, into);
				},
				end: () => readdir(into, { recursive: true }).then((names) => names.sort()),
				faults: every,
			});
			expect(calls).toBe(4);
			expect((await readdir(directory)).filter((name) => name.includes(".part-"))).toEqual([]);
		});

		it("a document hangs on its image once", async () => {
			let path = "";
			let tries = 0;
			const image = await buildImage(recipe());
			const document = {
				type: "application/spdx+json",
				bytes: text('{"spdx":1}'),
				title: "churn.spdx.json",
				created: new Date(0),
			};
			const { calls, codes } = await spoilEach({
				prepare: async () => {
					path = `faults/attach-${++tries}`;
					await store(path, registry.host).push(image, []);
				},
				work: () => store(path, proxy.host).attach(image.digest, document),
				end: async () => {
					const direct = store(path, registry.host);
					const hanging = await direct.referrers(image.digest);
					for (const each of hanging) await direct.manifest(each.digest);
					return hanging;
				},
				faults: every,
			});
			expect(calls).toBeGreaterThan(8);
			expect(codes).toEqual(new Set([0, 3]));
		});

		it("a release ends in one version, and no tag of the registry or of git names what is not there", async () => {
			const here = await world("release");
			here.commit({ weights: 1 });
			here.keep("committed");
			let tries = 0;
			const { calls } = await spoilEach({
				prepare: async () => {
					here.restore("committed");
					const fresh = `faults/release-${++tries}`;
					proxy.rename("faults/release", fresh);
					here.lookAt(`${registry.host}/${fresh}`);
				},
				work: () => here.release(),
				between: async () => {
					for (const line of await here.images()) expect(line).toMatch(/ 2$/);
				},
				end: () => here.state(),
				faults: shared,
			});
			expect(calls).toBeGreaterThan(25);
			expect(await here.state()).toMatchObject({
				git: ["churn#dev#1", "churn#prod#2", "churn@v0.1.0"],
				registry: [`v0.1.0 ${here.digestOf("v0.1.0")} 2`],
				runs: ["v0.1.0", "v0.1.0"],
			});
		}, 300_000);
	});

	describe("with three versions released, whatever single call of a registry goes wrong", () => {
		let here: FaultWorld;
		beforeAll(async () => {
			here = await world("three");
			worlds.pop();
			for (const weights of [1, 2, 3]) {
				here.commit({ weights });
				expect((await here.release()).answer).toBe("yes");
			}
			here.keep("released");
			await here.keepImages();
		}, 60_000);
		afterAll(() => here?.end());
		const restored = async (): Promise<void> => {
			here.restore("released");
			await here.restoreImages();
		};
		const withoutImage = async (): Promise<void> => {
			await restored();
			await here.lose("v0.1.0");
		};

		it("a rollback ends in the earlier version", async () => {
			const { calls } = await spoilEach({
				prepare: restored,
				work: () => here.rollback("v0.1.0"),
				end: () => here.state(),
				faults: inTurn,
			});
			expect(calls).toBeGreaterThan(4);
			expect(await here.state()).toMatchObject({ runs: ["v0.3.0", "v0.1.0"] });
		}, 300_000);

		it("a promotion ends in the version that was asked for", async () => {
			const { calls } = await spoilEach({
				prepare: restored,
				work: () => here.promote("v0.1.0"),
				end: () => here.state(),
				faults: inTurn,
			});
			expect(calls).toBeGreaterThan(4);
			expect(await here.state()).toMatchObject({ runs: ["v0.3.0", "v0.1.0"] });
		}, 300_000);

		it("a rollback to an image that is gone puts back the very one", async () => {
			const { calls } = await spoilEach({
				prepare: withoutImage,
				work: () => here.rollback("v0.1.0"),
				end: () => here.state(),
				faults: inTurn,
			});
			expect(calls).toBeGreaterThan(8);
			expect(await here.images()).toContainEqual(expect.stringContaining(`v0.1.0 ${here.digestOf("v0.1.0")}`));
			expect(await here.state()).toMatchObject({ runs: ["v0.3.0", "v0.1.0"] });
		}, 300_000);

		it("a rehearsal finds in the end what it would have found, the image put back where it was gone", async () => {
			const { calls } = await spoilEach({
				prepare: async () => {
					await restored();
					await here.lose("v0.2.0");
				},
				work: () => here.rehearse(),
				end: () => here.state(),
				faults: shared,
			});
			expect(calls).toBeGreaterThan(12);
			expect(await here.images()).toContainEqual(expect.stringContaining(`v0.2.0 ${here.digestOf("v0.2.0")}`));
		}, 300_000);

		it("gc deletes what nobody needs, and that alone", async () => {
			const { calls } = await spoilEach({
				prepare: restored,
				work: () => here.gc(),
				between: async () => {
					// what goes may lack its documents already
					for (const line of await here.images(["v0.2.0", "v0.3.0"])) expect(line).toMatch(/ 2$/);
				},
				end: () => here.state(),
				faults: shared,
			});
			expect(calls).toBeGreaterThan(12);
			expect(await here.tagged()).toEqual(["v0.2.0", "v0.3.0"]);
		}, 300_000);
	});
}
