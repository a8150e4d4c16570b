import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Oid, parseOid } from "../../src/kernel/index.ts";
import { type Item, itemOf, Sorting, type Verdict } from "../../src/retention/index.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const OLD_ENOUGH = new Date("2026-05-01T00:00:00Z");

function oid(number: number, directory = false): Oid {
	const found = parseOid(number.toString(16).padStart(32, "0") + (directory ? ".dir" : ""));
	if (found === null) throw new Error("no id");
	return found;
}

interface Thing {
	readonly young: boolean;
	readonly there: boolean;
	readonly needed: boolean;
	readonly known: boolean;
	/** Of a directory: its files; of a run: files and directories, by number. */
	readonly names: readonly number[];
	readonly readable: boolean;
}

interface World {
	readonly files: readonly Thing[];
	readonly directories: readonly Thing[];
	readonly runs: readonly Thing[];
	readonly ours: boolean;
	readonly allowMissing: boolean;
}

const thing = fc.record({
	young: fc.boolean(),
	there: fc.boolean(),
	needed: fc.boolean(),
	known: fc.boolean(),
	names: fc.uniqueArray(fc.nat(7), { maxLength: 4 }),
	readable: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});
const world: fc.Arbitrary<World> = fc.record({
	files: fc.array(thing, { minLength: 8, maxLength: 8 }),
	directories: fc.array(thing, { minLength: 5, maxLength: 5 }),
	runs: fc.array(thing, { maxLength: 5 }),
	ours: fc.boolean(),
	allowMissing: fc.boolean(),
});

const keyOf = (id: Oid): string => `files/md5/${id.slice(0, 2)}/${id.slice(2)}`;
const timeOf = ({ young }: Thing): Date => new Date(young ? "2026-05-20T00:00:00Z" : "2026-01-01T00:00:00Z");
const runKey = (number: number): string => {
	const hex = number.toString(16).padStart(64, "0");
	return `runs/${hex.slice(0, 2)}/${hex}/${"f".repeat(64)}`;
};
/** Numbers up to four of a run are directories, the others files. */
const outOf = (number: number): Oid => (number < 5 ? oid(number, true) : oid(number));

function sorted(given: World): Verdict {
	const { files, directories, runs } = given;
	const ids = [
		...files.map((each, n) => ({ each, id: oid(n) })),
		...directories.map((each, n) => ({ each, id: oid(n, true) })),
	];
	const those = (wanted: (thing: Thing) => boolean): Set<Oid> =>
		new Set(ids.flatMap(({ each, id }) => (wanted(each) ? [id] : [])));
	const sorting = new Sorting({
		needed: those(({ needed }) => needed),
		known: those(({ known, needed }) => known || needed),
		unstored: new Set(),
		ours: given.ours,
		olderThan: OLD_ENOUGH,
		allowMissing: given.allowMissing,
	});
	for (const { each, id } of ids) if (each.there) sorting.object(item(keyOf(id), timeOf(each)));
	for (const [n, run] of runs.entries()) {
		const outs = run.names.map(outOf);
		sorting.run(item(runKey(n), timeOf(run)), { outs: run.readable ? outs : null, names: outs });
	}
	for (const id of sorting.toRead()) {
		const directory = directories[Number.parseInt(id, 16)];
		sorting.listing(id, directory?.readable === true ? directory.names.map((n) => oid(n)) : null);
	}
	return sorting.verdict();
}

function item(key: string, modified: Date): Item {
	const found = itemOf({ key, size: 1n, modified });
	if (found === null) throw new Error(`nothing of DVC's: ${key}`);
	return found;
}

describe("sorting what lies at a place", () => {
	it("never proposes what is needed, young, or named by what stays", () => {
		fc.assert(
			fc.property(world, (given) => {
				const { going, staying, unreadable } = sorted(given);
				const gone = new Set(going.map(({ key }) => key));
				const stays = (id: Oid): boolean => !gone.has(keyOf(id));
				const left = new Set(staying.map((each) => each.item.key));
				for (const [n, file] of given.files.entries())
					if (file.needed || (file.there && file.young)) expect(stays(oid(n))).toBe(true);
				for (const [n, directory] of given.directories.entries()) {
					const id = oid(n, true);
					if (directory.needed || (directory.there && directory.young)) expect(stays(id)).toBe(true);
					const names = directory.needed || left.has(keyOf(id));
					if (names && directory.readable) for (const file of directory.names) expect(stays(oid(file))).toBe(true);
				}
				for (const [n, run] of given.runs.entries()) {
					if (run.young || !run.readable || run.names.length === 0) expect(gone.has(runKey(n))).toBe(false);
					if (left.has(runKey(n)) && run.readable) for (const out of run.names) expect(stays(outOf(out))).toBe(true);
				}
				const lost = given.directories.some(({ needed, readable }) => needed && !readable);
				if (lost && !given.allowMissing) expect(going).toEqual([]);
				if (lost) expect(unreadable.length).toBeGreaterThan(0);
			}),
			{ numRuns: 3000 },
		);
	});

	it("proposes of a shared place only what is known, or listed by what is", () => {
		fc.assert(
			fc.property(world, (given) => {
				const shared = { ...given, ours: false };
				const listed = new Set(
					given.directories.flatMap(({ known, needed, names, readable }) =>
						(known || needed) && readable ? names : [],
					),
				);
				const recorded = (id: Oid): boolean => {
					const things = id.endsWith(".dir") ? given.directories : given.files;
					const found = things[Number.parseInt(id, 16)];
					return found?.known === true || found?.needed === true;
				};
				const gone = new Set(sorted(shared).going.map(({ key }) => key));
				for (const [n, run] of given.runs.entries())
					if (gone.has(runKey(n))) expect(run.names.map(outOf).every(recorded)).toBe(true);
				for (const { kind, oid: id } of sorted(shared).going) {
					const number = Number.parseInt(id ?? "0", 16);
					if (kind === "directory") expect(given.directories[number]).toMatchObject({ known: true });
					if (kind === "file") expect(given.files[number]?.known === true || listed.has(number)).toBe(true);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it("proposes all that is old and named by nothing that stays, where the place is ours", () => {
		const nothing: Thing = { young: false, there: true, needed: false, known: false, names: [5, 6], readable: true };
		const files = Array.from({ length: 8 }, () => nothing);
		const given = { files, directories: [nothing], runs: [nothing], ours: true, allowMissing: false };
		expect(sorted(given).going.map(({ kind }) => kind)).toEqual(["run", "directory", ...files.map(() => "file")]);
		expect(sorted({ ...given, ours: false }).going).toEqual([]);
	});

	it("keeps what does not say when it came, and what came in the future", () => {
		const sorting = new Sorting({
			needed: new Set(),
			known: new Set(),
			unstored: new Set(),
			ours: true,
			olderThan: NOW,
			allowMissing: false,
		});
		const ids = [oid(1), oid(2), oid(3)];
		for (const [n, modified] of [null, new Date("2030-01-01"), new Date("2020-01-01")].entries()) {
			const found = itemOf({ key: keyOf(ids[n] ?? oid(9)), size: 1n, modified });
			if (found !== null) sorting.object(found);
		}
		expect(sorting.verdict().going.map((each) => each.oid)).toEqual([oid(3)]);
	});
});

describe("what lies at a place", () => {
	const at = { size: 1n, modified: null };
	const [key, value] = ["ab".padEnd(64, "0"), "c".repeat(64)];
	it.each([
		["files/md5/ab/cdef0123456789abcdef0123456789", "file"],
		["files/md5/ab/cdef0123456789abcdef0123456789.dir", "directory"],
		["ab/cdef0123456789abcdef0123456789", "file"],
		[`runs/ab/${key}/${value}`, "run"],
		[`mainline/claims/12/runs/ab/${key}/${value}`, "run"],
	])("%s is a %s", (path, kind) => {
		expect(itemOf({ key: path, ...at })).toMatchObject({ kind });
	});
	it.each([
		"README.md",
		"files/md5/ab/cdef",
		"files/md5/ab/cdef0123456789abcdef0123456789.tmp",
		"files/sha256/ab/cdef0123456789abcdef0123456789",
		`runs/cd/${key}/${value}`,
		"mainline/timings/x.json",
		"team/files/md5/ab/cdef0123456789abcdef0123456789",
	])("%s is none of ours", (path) => {
		expect(itemOf({ key: path, ...at })).toBeNull();
	});
});
