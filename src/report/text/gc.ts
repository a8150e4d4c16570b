import { countOf, formatBytes, formatCount } from "../../compare/index.ts";
import type { GcDocument, GcGroup, GcPlace } from "../documents/index.ts";
import { columns, paint, type Style, sign } from "../style.ts";
import { clean } from "../words/clean.ts";
import { whenText } from "../words/times.ts";

const KINDS: Readonly<Record<GcGroup["kind"], readonly [string, string]>> = {
	run: ["run-cache entry", "run-cache entries"],
	directory: ["directory listing", "directory listings"],
	file: ["file", "files"],
	image: ["image", "images"],
	document: ["document on images", "documents on images"],
	environment: ["layer of packages", "layers of packages"],
};
const REASONS = {
	needed: "needed",
	young: "young",
	unknown: "named by nobody here",
	doubt: "in doubt",
} as const;
/** Rows of a list; of the others the number is said. */
const MOST = 20;

/** `mainline gc` for people: what goes, place by place, and why the rest stays. */
export function gcText(document: GcDocument, style: Style): string {
	const { commits, keep, olderThan, plan, places, remarks } = document;
	const going = places.some((place) => place.going.length > 0);
	const versions = keep === null ? "every version" : `the last ${keep} versions`;
	return [
		...remarks.map((remark) => `${sign(style, "no")} ${clean(remark, 600)}`),
		...(remarks.length > 0 ? [""] : []),
		...places.flatMap((place) => [...placeLines(document, place, style), ""]),
		paint(
			style,
			"quiet",
			`kept: what ${formatCount(commits.kept)} of ${countOf(commits.all, "commit")} name, ${versions}, what is younger than ${olderThan}`,
		),
		...(plan && going ? ["", `Nothing was deleted. Next: ${paint(style, "strong", nextLine(document))}`] : []),
	].join("\n");
}

function placeLines(document: GcDocument, place: GcPlace, style: Style): string[] {
	const { name, address, going, staying, deleted, remarks, images = [] } = place;
	const verb = deleted === null ? "would go" : "went";
	const rows = going.map(({ kind, count, bytes, oldest, newest }) => {
		const [one, many] = KINDS[kind];
		const span = [oldest, newest].map((time) => (time === null ? "" : whenText(time, document.at)));
		const when = span[0] === span[1] ? span[0] : `${span[0]} – ${span[1]}`;
		return [
			`  ${sign(style, deleted === null ? "busy" : "done")} ${countOf(count, one, many)}`,
			formatBytes(bytes),
			when ?? "",
		];
	});
	const shown = images.slice(0, MOST).map(({ digest, tags, version }) => {
		const named = tags.length === 0 ? digest.slice(0, 19) : tags.join(", ");
		return `    ${clean(named, 120)}${version === null ? "" : `  ${clean(version, 80)}`}`;
	});
	const more = images.length > MOST ? [`    and ${images.length - MOST} more (\`--json\` has all)`] : [];
	const stays = staying.map(
		({ reason, count, bytes }) => `${formatCount(count)} ${REASONS[reason]} (${formatBytes(bytes)})`,
	);
	return [
		`${paint(style, "strong", clean(name, 80))}  ${clean(address, 160)}`,
		...(going.length === 0 ? ["  nothing to delete"] : [`  ${verb}:`, ...columns(rows)]),
		...shown,
		...more,
		...(stays.length === 0 ? [] : [paint(style, "quiet", `  stays: ${stays.join(", ")}`)]),
		...remarks.map((remark) => `  ${sign(style, "no")} ${clean(remark, 600)}`),
	];
}

/** The same command, carried out. */
function nextLine({ places, keep, olderThan, unknown }: GcDocument): string {
	const kinds = new Set(places.flatMap(({ place, going }) => (going.length > 0 ? [place] : [])));
	const remote = places.find(({ place }) => place === "remote");
	return [
		"mainline gc",
		...(kinds.has("cache") ? ["--cache"] : []),
		...(kinds.has("remote") && remote !== undefined ? [`-r ${clean(remote.name, 80)}`] : []),
		...(kinds.has("registry") ? ["--registry"] : []),
		...(keep === null ? [] : [`--keep ${keep}`]),
		...(olderThan === "30d" ? [] : [`--older-than ${olderThan}`]),
		...(unknown ? ["--unknown"] : []),
		"--yes",
	].join(" ");
}
