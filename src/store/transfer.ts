import { inParallel } from "../kernel/index.ts";
import { breathe } from "./breathe.ts";
import { fetchAgenda } from "./fetch-agenda.ts";
import type { ObjectRef } from "./object-ref.ts";
import { pushAgenda } from "./push-agenda.ts";
import { Missing, reasonOf } from "./reasons.ts";
import type { Moved } from "./remote.ts";
import {
	type Agenda,
	type Directory,
	type FailedObject,
	type TransferOptions,
	type TransferReport,
	unique,
} from "./transfer-model.ts";

/** Sends to the remote what it lacks of these objects and, for directories, of their files: the files first, the listing last. */
export async function push(objects: readonly ObjectRef[], options: TransferOptions): Promise<TransferReport> {
	const { cache, remote } = options;
	const send = ({ oid, hash }: ObjectRef, moved?: Moved): Promise<bigint> => remote.push(oid, cache, hash, moved);
	return carryOut(await pushAgenda(unique(objects), options), options, { file: send, directory: send });
}

/** Brings into the cache what it lacks of these objects and, for directories, of their files: the files first, the listing last. */
export async function fetch(objects: readonly ObjectRef[], options: TransferOptions): Promise<TransferReport> {
	const { cache, remote, memory } = options;
	const missing: ObjectRef[] = [];
	const report = await carryOut(await fetchAgenda(unique(objects), options), options, {
		file: async (object, moved) => {
			const bytes = await remote.fetch(object.oid, cache, object.hash, moved);
			if (bytes !== null) return bytes;
			missing.push(object);
			throw new Missing(`not on remote "${remote.name}"`);
		},
		directory: async ({ oid, hash, listing }) => {
			await cache.addBytes(listing, oid, hash);
			return BigInt(listing.length);
		},
	});
	// a listing without its files: nothing that was seen there holds any longer
	if (missing.length > 0) memory?.forget(remote.address, memory.recall(remote.address));
	return report;
}

interface Acts {
	readonly file: (object: ObjectRef, moved: Moved) => Promise<bigint>;
	readonly directory: (directory: Directory) => Promise<bigint>;
}

async function carryOut(agenda: Agenda, options: TransferOptions, acts: Acts): Promise<TransferReport> {
	const writable = agenda.directories.filter((directory) => directory.write);
	const moving = new Moving(agenda, agenda.files.length + writable.length, options.progress);
	const jobs = options.jobs ?? options.remote.lanes;
	await inParallel(agenda.files, jobs, async (object) => moving.attempt(object, (moved) => acts.file(object, moved)));
	const whole = moving.complete(writable);
	await inParallel(writable, jobs, async (directory) => {
		if (whole.has(directory)) await moving.attempt(directory, () => acts.directory(directory));
		else moving.fail(directory, "some of its files could not be moved");
	});
	const report = moving.report();
	const failed = new Set(report.failed.map(({ oid }) => oid));
	options.memory?.note(
		options.remote.address,
		agenda.directories.filter(({ oid, write }) => write && !failed.has(oid)),
	);
	return report;
}

/** The account of a transfer: one object that fails does not stop the others. */
class Moving {
	readonly #failed: FailedObject[];
	readonly #total: number;
	readonly #totalBytes: bigint | null;
	readonly #progress: TransferOptions["progress"];
	#files = 0;
	#moved = 0;
	#bytes = 0n;
	/** Of objects still under way. */
	#underWay = 0;

	constructor(agenda: Agenda, total: number, progress: TransferOptions["progress"]) {
		this.#failed = [...agenda.failed];
		this.#total = total;
		this.#totalBytes = agenda.bytes;
		this.#progress = progress;
	}

	async attempt(object: ObjectRef, act: (moved: Moved) => Promise<bigint>): Promise<void> {
		let part = 0;
		const moved = (bytes: number): void => {
			part += bytes;
			this.#underWay += bytes;
			this.#tell();
		};
		try {
			this.#bytes += await act(moved);
			this.#moved++;
		} catch (cause) {
			this.fail(object, reasonOf(cause));
		}
		this.#underWay -= part;
		this.#files++;
		this.#tell();
		await breathe(this.#files);
	}

	fail({ oid, hash }: ObjectRef, reason: string): void {
		this.#failed.push({ oid, hash, reason });
	}

	/** Those of which every file arrived. */
	complete(directories: readonly Directory[]): Set<Directory> {
		const failed = new Set(this.#failed.map(({ hash, oid }) => `${hash} ${oid}`));
		return new Set(directories.filter(({ children, hash }) => !children.some((oid) => failed.has(`${hash} ${oid}`))));
	}

	report(): TransferReport {
		return { transferred: this.#moved, bytes: this.#bytes, failed: this.#failed };
	}

	#tell(): void {
		this.#progress?.({
			files: this.#files,
			total: this.#total,
			bytes: this.#bytes + BigInt(this.#underWay),
			totalBytes: this.#totalBytes,
		});
	}
}
