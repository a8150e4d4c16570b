import { badInput, type Failure, infrastructure, type Oid } from "../kernel/index.ts";

const SHOWN = 5;

export function missingObjects(target: string, missing: readonly Oid[]): Failure {
	return badInput(
		"object-missing",
		`${target} cannot be placed: ${missing.length} of its objects are not in the cache`,
		{
			at: { file: target },
			found: `missing: ${some(missing)}`,
			hint: "fetch them first: mainline pull",
		},
	);
}

export function unreadableListing(oid: Oid): Failure {
	return badInput(
		"listing-corrupt",
		`the object ${oid} is no listing of a directory: it is broken, or a path in it leads out`,
		{
			found: "another JSON value, or a path that leads out of the directory",
			expected: 'a JSON list of {"md5", "relpath"}, each path inside the directory',
			hint: "whoever wrote it did not use DVC: track the data anew with mainline add",
		},
	);
}

export function unsavedData(target: string, lost: readonly string[]): Failure {
	return badInput("unsaved-data", `${target} holds data that is saved nowhere and would be lost: ${some(lost)}`, {
		at: { file: lost[0] ?? target },
		hint: "save it (mainline add) or let it go (--force)",
	});
}

export function linkInTheWay(path: string): Failure {
	return badInput("link-in-the-way", `${path} is a symbolic link where a folder of a tracked directory must be`, {
		at: { file: path },
		hint: "remove the link, or use --force",
	});
}

export function corruptObject(where: string, oid: Oid): Failure {
	return infrastructure("object-corrupt", `the content of object ${oid} in ${where} is not what its name says`, {
		hint: "push it again from a machine that has it",
	});
}

function some(items: readonly string[]): string {
	const rest = items.length - SHOWN;
	return items.slice(0, SHOWN).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
