import { randomNumbers } from "../../release/support/tags.ts";
import type { HandMade } from "./repository.ts";

type Below = (limit: number) => number;

/** What a history is given to: nothing that stops gto, what may, or tags that no program wrote. */
export type Kind = "sound" | "crowded" | "handmade";

const ARTIFACTS = ["m", "sub/dir=vec"];
const STAGES = ["dev", "prod"];
const VERSIONS = ["v0.1.0", "v1.0.0-rc.1", "v1.0.0", "v1.0.0+b", "v1.2.3", "v1.10.0", "v2.0.0-a.b-c"];

/** A random history: few names, commits and seconds, so that collisions and ties are common. Reproducible by its seed. */
export function randomHistory(seed: number, kind: Kind): HandMade[] {
	const below = randomNumbers(seed);
	const used = new Map<string, HandMade>();
	const versionAt = new Map<string, string>();
	for (let n = 6 + below(14); n > 0; n--) {
		const artifact = pick(below, ARTIFACTS);
		const [commit, second] = [below(4), below(8)];
		const plain = { name: eventName(below, { artifact, commit, n, kind, versionAt }), commit, second };
		const tag = kind === "handmade" && below(4) === 0 ? byHand(below, plain, [...used.values()]) : plain;
		if (!used.has(tag.name)) used.set(tag.name, tag);
	}
	return [...used.values()];
}

function pick<T>(below: Below, choices: readonly T[]): T {
	return choices[below(choices.length)] as T;
}

interface Event {
	readonly artifact: string;
	readonly commit: number;
	readonly n: number;
	readonly kind: Kind;
	readonly versionAt: Map<string, string>;
}

function eventName(below: Below, { artifact, commit, n, kind, versionAt }: Event): string {
	const stage = pick(below, STAGES);
	const counter = below(3) === 0 ? `#${below(30)}` : "";
	const place = `${artifact} ${commit}`;
	const picked = pick(below, VERSIONS);
	const version = kind === "crowded" ? picked : (versionAt.get(place) ?? picked);
	const action = below(24);
	if (action < 10) versionAt.set(place, version);
	if (action < 8) return `${artifact}@${version}${counter}`;
	if (action < 10) return `${artifact}@${version}!${counter}`;
	if (action < 18) return `${artifact}#${stage}#${n}`;
	if (action < 22) return `${artifact}#${stage}!#${n}`;
	return below(3) === 0 ? `${artifact}@deprecated${counter}` : "unrelated-tag";
}

/** Names that a person would think of, some in gto's grammar and some just beside it. */
const ODD_NAMES = [
	"m@v1",
	"m@1.0.0",
	"m@v1.0",
	"m@v01.0.0",
	"m@v1.0.0-",
	"m@v1.0.0!",
	"m@latest",
	"m@created",
	"sub/dir=vec@created#3",
	"m@deprecated",
	"m@deprecated!",
	"m#prod",
	"m#prod!",
	"m#prod#007",
	"m#prod#1#2",
	"m#Prod_2/eu-west",
	"m#-prod",
	"m#prod+unwell+3",
	"m_",
	"a=b=c@v1.0.0",
	"sub/dir=m@v0.1.0",
	"v1.0.0",
	"release/2026-11",
	"größe@v1.0.0",
	"m@v1.0.0+b.1-x",
	"m@v1.0.0-0a.1",
	"m@v99999999999999999999.0.0",
	"=m@v1.0.0",
	"m#dev#99999999999999999999",
];

/** The same tag as somebody's hand would have left it. */
function byHand(below: Below, tag: HandMade, earlier: readonly HandMade[]): HandMade {
	const other = earlier.length === 0 ? undefined : pick(below, earlier);
	switch (below(12)) {
		case 0:
			return { ...tag, isLightweight: true };
		case 1:
			return { ...tag, inside: pick(below, [`${tag.name}-old`, "m@v0.1.0", "m#dev#90", "sub/dir=vec@v1.0.0"]) };
		case 2:
			return other === undefined || other.isLightweight === true ? tag : { ...tag, ofTag: other.name };
		case 3:
			return { ...tag, ofTree: true };
		case 4:
			return {
				...tag,
				tagger: pick(below, [null, "<nobody@example.org>", "Somebody <>", " <>", "Jörg Ü <j@ü.example>"]),
			};
		case 5:
			return { ...tag, zone: pick(below, ["+1400", "-0330", "-1200"]) };
		case 6:
			return { ...tag, message: pick(below, ["", "\n\n", "no newline", "a\n\nHold: x\nDigest: y\n", "ünï\n"]) };
		case 7:
			return { ...tag, message: Buffer.from([0x61, 0xff, 0xfe, 0x0a]) };
		default:
			return { ...tag, name: pick(below, ODD_NAMES) };
	}
}
