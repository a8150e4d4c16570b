import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { directoryListing, hashBytes } from "../../../src/digest/index.ts";
import { Cache, fetch, openRemote, push } from "../../../src/store/index.ts";
import { bareSurroundings } from "../surroundings.ts";

/** Does the store's work over and over until it is killed: add files, push them, fetch them elsewhere, place them. */
const [room = "", seed = "0"] = process.argv.slice(2);
const cache = new Cache(join(room, "cache"));
const other = new Cache(join(room, "other"));
const remote = await openRemote({ name: "r", url: join(room, "remote"), options: new Map() }, bareSurroundings());
process.stdout.write("at work\n");

for (let round = 0; ; round++) {
	const listed = [];
	for (let i = 0; i < 8; i++) {
		const file = join(room, `file-${seed}-${i}`);
		const bytes = Buffer.alloc(i % 2 === 0 ? 3_000_000 : 1000, `${seed}.${round}.${i}`);
		writeFileSync(file, bytes);
		await cache.add(file, hashBytes(bytes));
		listed.push({ relpath: `f${i}`, oid: hashBytes(bytes) });
	}
	const { oid, text } = directoryListing(listed);
	await cache.addBytes(Buffer.from(text), oid);
	const objects = [{ oid, hash: "md5" as const }];
	await push(objects, { cache, remote });
	await fetch(objects, { cache: other, remote });
	await other.place(oid, join(room, "data"), { types: ["copy"], force: true });
}
