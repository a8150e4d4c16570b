import type { Oid } from "../kernel/index.ts";
import { listedDirectory, type Project, versionedFiles } from "../manifest/index.ts";
import { recordOfOutput } from "../plan/index.ts";
import {
	type KnownDirectory,
	notPushable,
	type ObjectRef,
	type Remote,
	VersionedRemote,
	type Whereabouts,
} from "../store/index.ts";

/** Tells a cloud-versioned remote what these projects say of it; any other remote knows for itself. */
export function tellVersions(remote: Remote, projects: readonly Project[]): Remote {
	if (!(remote instanceof VersionedRemote)) return remote;
	const places: [Oid, Whereabouts][] = [];
	const directories: [Oid, KnownDirectory][] = [];
	for (const { record, at } of projects.flatMap(recordsOf)) {
		const files = versionedFiles(record);
		for (const { oid, relpath, versions } of files) {
			const version = versions.get(remote.name);
			const key = relpath === "" ? at : `${at}/${relpath}`;
			if (version !== undefined) places.push([oid, { key, version }]);
		}
		const listed = listedDirectory(record.extra?.get("files"));
		if (listed === null) continue;
		const whole = files.every(({ versions }) => versions.has(remote.name));
		directories.push([listed.oid, { listing: Buffer.from(listed.listing), whole }]);
	}
	remote.know(places, directories);
	return remote;
}

function recordsOf({ stages }: Project) {
	return stages.flatMap((stage) =>
		stage.outs.flatMap((out) => {
			const record = out.at === null ? null : recordOfOutput(stage, out);
			return record === null || out.at === null ? [] : [{ record, at: out.at }];
		}),
	);
}

/** Refuses at once to send what only DVC can send; what lies there already needs no sending. */
export async function refusePush(remote: Remote, objects: readonly ObjectRef[]): Promise<void> {
	if (!(remote instanceof VersionedRemote)) return;
	const there = await remote.has(objects.map(({ oid }) => oid));
	if (objects.some(({ oid }) => !there.has(oid))) throw notPushable(remote.name);
}
