import type { AutoCommand, Lane, LockPolicy, RunPlace } from "../../flows/auto.ts";
import { COMMANDS, LANES, LOCKS, RUN_PLACES } from "../../flows/auto.ts";
import { badInput } from "../../kernel/index.ts";
import type { Variables } from "../machine.ts";

/** The action's inputs, as action.yml names them. */
export const INPUTS = [
	"token",
	"members-token",
	"command",
	"lane",
	"lock",
	"run",
	"stages",
	"comment",
	"dashboard",
	"check",
	"prefix",
	"working-directory",
	"remote",
	"model",
	"version",
	"environment",
	"to",
	"reason",
	"break-freeze",
	"force",
	"verify",
] as const;
export type InputName = (typeof INPUTS)[number];

/** What nobody types into a form: GitHub shows there what was typed. */
const SECRETS: ReadonlySet<InputName> = new Set(["token", "members-token"]);

export interface Inputs {
	readonly token: string | null;
	/** Who is in teams of organisations is asked with it, and nothing else. */
	readonly membersToken: string | null;
	readonly command: AutoCommand;
	readonly lane: Lane;
	readonly lock: LockPolicy;
	readonly run: RunPlace;
	readonly stages: readonly string[];
	readonly comment: boolean;
	readonly dashboard: boolean;
	readonly check: string;
	/** How a command in a comment begins. */
	readonly prefix: string;
	/** Relative to the checkout. */
	readonly workingDirectory: string;
	readonly remote: string;
	readonly model: string | null;
	readonly version: string | null;
	readonly environment: string | null;
	readonly to: string | null;
	readonly reason: string | null;
	readonly breakFreeze: string | null;
	readonly force: boolean;
	readonly verify: boolean;
}

/**
 * Reads the inputs as the runner hands them over (INPUT_ and the name in upper case). What a person gave to a run by
 * hand stands in for an input that the workflow leaves empty. Failure `bad-input`.
 */
export function readInputs(variables: Variables, byHand: Readonly<Record<string, string>>): Inputs {
	const text = (name: InputName): string | null => {
		const given = (variables[`INPUT_${name.toUpperCase()}`] ?? "").trim();
		const asked = SECRETS.has(name) ? "" : (Object.hasOwn(byHand, name) ? (byHand[name] ?? "") : "").trim();
		return given !== "" ? given : asked === "" ? null : asked;
	};
	const lane = oneOf("lane", text("lane"), LANES, "one");
	return {
		token: text("token"),
		membersToken: text("members-token"),
		command: oneOf("command", text("command"), COMMANDS, "auto"),
		lane,
		lock: oneOf("lock", text("lock"), LOCKS, "leave"),
		run: oneOf("run", text("run"), RUN_PLACES, "here"),
		stages: shareOf(text("stages"), lane),
		comment: flag("comment", text("comment"), true),
		dashboard: flag("dashboard", text("dashboard"), false),
		check: text("check") ?? "mainline",
		prefix: prefixOf(text("prefix")),
		workingDirectory: text("working-directory") ?? ".",
		remote: text("remote") ?? "origin",
		model: text("model"),
		version: text("version"),
		environment: text("environment"),
		to: text("to"),
		reason: text("reason"),
		breakFreeze: text("break-freeze"),
		force: flag("force", text("force"), false),
		verify: flag("verify", text("verify"), false),
	};
}

function oneOf<T extends string>(name: InputName, given: string | null, known: readonly T[], fallback: T): T {
	if (given === null) return fallback;
	const found = known.find((word) => word === given);
	if (found !== undefined) return found;
	throw refused(name, given, `one of ${known.join(", ")}`);
}

const LONGEST_SHARE = 20_000;

/** Names and patterns, with blanks or line breaks between them. Jobs that share the work cannot each write the verdict. */
function shareOf(given: string | null, lane: Lane): readonly string[] {
	if (given === null) return [];
	if (lane !== "untrusted") throw refused("stages", given, "nothing, or `lane: untrusted` beside it");
	if (given.length > LONGEST_SHARE) throw refused("stages", given, `at most ${LONGEST_SHARE} letters`);
	return given.split(/\s+/);
}

/** A slash and plain letters: what nobody writes by chance, and every keyboard has. */
function prefixOf(given: string | null): string {
	if (given === null) return "/mainline";
	if (/^\/[A-Za-z][A-Za-z0-9-]{0,30}$/.test(given)) return given;
	throw refused("prefix", given, "a slash and up to 31 plain letters, digits or hyphens, like /mainline");
}

/** As YAML 1.2's core schema writes booleans, which is what the runner's own toolkit takes. */
function flag(name: InputName, given: string | null, fallback: boolean): boolean {
	if (given === null) return fallback;
	if (/^(true|True|TRUE)$/.test(given)) return true;
	if (/^(false|False|FALSE)$/.test(given)) return false;
	throw refused(name, given, "true or false");
}

function refused(name: InputName, found: string, expected: string): Error {
	return badInput("bad-input", `the input \`${name}\` cannot be \`${found}\``, {
		found,
		expected,
		hint: `correct \`with: ${name}:\` in the workflow`,
	});
}
