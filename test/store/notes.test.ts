import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../src/kernel/index.ts";
import { depotNotes } from "../../src/store/depot-notes.ts";
import { folderNotes } from "../../src/store/folder-notes.ts";
import type { NoteShelf } from "../../src/store/index.ts";
import { temporaryFolder } from "../rig/world.ts";
import { FolderDepot } from "./folder-depot.ts";

const text = (bytes: Uint8Array | null): string | null => (bytes === null ? null : new TextDecoder().decode(bytes));
const surroundings = {
	home: "/",
	variables: {},
	clock: systemClock,
	chance: () => 0,
	warn: () => {},
	signal: new AbortController().signal,
};

const KINDS: readonly (readonly [string, (folder: string) => NoteShelf])[] = [
	["a folder", folderNotes],
	["a depot", (folder) => depotNotes(new FolderDepot(folder), surroundings)],
];

describe.each(KINDS)("notes at %s", (_, open) => {
	it("are found by name, in the order of the alphabet", async () => {
		const notes = open(await temporaryFolder());
		expect(await notes.names("timings/a")).toEqual([]);
		expect(await notes.read("timings/a/1.json")).toBeNull();
		for (const name of ["2.json", "1.json"]) await notes.write(`timings/a/${name}`, Buffer.from(name));
		await notes.write("timings/ab/3.json", Buffer.from("another's"));
		expect(await notes.names("timings/a")).toEqual(["1.json", "2.json"]);
		expect(text(await notes.read("timings/a/2.json"))).toBe("2.json");
	});

	it("are not read where they are none: too long, or of another name", async () => {
		const folder = await temporaryFolder();
		const notes = open(folder);
		await mkdir(join(folder, "mainline/timings"), { recursive: true });
		await writeFile(join(folder, "mainline/timings/long.json"), Buffer.alloc(1024 * 1024 + 1));
		await writeFile(join(folder, "mainline/timings/A name"), "x");
		await writeFile(join(folder, "mainline/timings/fine.json"), "x");
		expect(await notes.names("timings")).toEqual(["fine.json"]);
		expect(await notes.read("timings/long.json")).toBeNull();
	});

	it("have names of ours alone", async () => {
		const notes = open(await temporaryFolder());
		for (const key of ["../runs/x", "a//b", "/etc/passwd", "a/..", "", "A"]) {
			await expect((async () => notes.write(key, Buffer.from("x")))()).rejects.toThrow("no name of a note");
		}
	});
});

describe("notes at a folder that others write to", () => {
	it("are no links to elsewhere, and are written once", async () => {
		const folder = await temporaryFolder();
		const notes = folderNotes(folder);
		await writeFile(join(folder, "secret"), "secret");
		await mkdir(join(folder, "mainline/timings"), { recursive: true });
		await symlink(join(folder, "secret"), join(folder, "mainline/timings/1.json"));
		expect([await notes.names("timings"), await notes.read("timings/1.json")]).toEqual([[], null]);
		await notes.write("timings/2.json", Buffer.from("first"));
		await notes.write("timings/2.json", Buffer.from("second"));
		expect(text(await notes.read("timings/2.json"))).toBe("first");
	});
});

describe("notes where nothing can be listed", () => {
	it("are neither written nor read", async () => {
		const depot = new FolderDepot(await temporaryFolder(), null);
		const notes = depotNotes(depot, surroundings);
		await notes.write("timings/1.json", Buffer.from("x"));
		expect([await notes.names("timings"), await notes.read("timings/1.json"), depot.calls]).toEqual([[], null, []]);
	});
});
