import type { FlowContext } from "../../flows/context.ts";
import type { SiteOptions } from "../../flows/release/open-site.ts";
import { badInput, type Outcome } from "../../kernel/index.ts";
import type { Bump } from "../../release/index.ts";
import { type Command, type Input, NO_OPERANDS, type Option } from "./command.ts";
import { shortUsage } from "./help.ts";

const REMOTE: readonly Option[] = [
	{ name: "remote", value: "NAME", says: "the git remote that keeps the tags (default: origin where there is one)" },
	{ name: "local", says: "keep to this clone's own tags: fetch nothing, push nothing" },
];
const ONLY_PLAN: Option = { name: "plan", says: "only say what would be done" };
const REASON: Option = { name: "reason", value: "TEXT", says: "why, for the record" };

/** Where the tags are kept and who asks. A clone with an `origin` shares its tags; one without keeps them. */
async function siteOptions(context: FlowContext, input: Input): Promise<SiteOptions> {
	const { Git } = await import("../../git/index.ts");
	const git = await Git.open(context.cwd, context.signal);
	const named = input.text("remote");
	if (named !== null && (await git.remoteUrl(named)) === null) {
		throw badInput("unknown-git-remote", `this clone has no git remote \`${named}\``, {
			found: named,
			expected: "a name that `git remote` lists",
			hint: "git remote -v",
		});
	}
	const usual = (await git.remoteUrl("origin")) === null ? null : "origin";
	return { remote: input.has("local") ? null : (named ?? usual), plan: input.has("plan"), by: null };
}

export const RELEASE: Command = {
	name: "release",
	says: "Release what a commit of the main line declares",
	more: "The model is looked up by content: nothing is trained, and nothing is built that exists. Then the environments follow by policy.",
	operands: NO_OPERANDS,
	options: [
		{ name: "model", value: "NAME", says: "only this model of mainline.yaml" },
		{ name: "rev", value: "REV", says: "the commit to release (default: HEAD)" },
		{ name: "bump", value: "SIZE", says: "major, minor or patch (default: as mainline.yaml says)" },
		ONLY_PLAN,
		...REMOTE,
	],
	examples: [
		{ line: "mainline release --plan", says: "what a release of HEAD would do" },
		{ line: "mainline release --model churn", says: "one model" },
	],
	async start(context, input) {
		const { release } = await import("../../flows/release.ts");
		const { knowTree } = await import("../../flows/release/know.ts");
		return release(context, {
			...(await siteOptions(context, input)),
			model: input.text("model"),
			rev: input.text("rev") ?? "HEAD",
			before: null,
			bump: bumpIn(input),
			know: knowTree,
		});
	},
};

function bumpIn(input: Input): Bump | null {
	const given = input.text("bump");
	const found = (["major", "minor", "patch"] as const).find((size) => size === given);
	if (given === null || found !== undefined) return found ?? null;
	throw badInput("bad-bump", `a version's number does not move by \`${given}\``, {
		found: given,
		expected: "major, minor or patch",
		hint: "mainline release --bump minor",
	});
}

export const PROMOTE: Command = {
	name: "promote",
	says: "Bring a version into an environment",
	more: "Without a version: what the environment before it holds. Policy (order, soak) is kept unless forced; approvals are waited for in any case.",
	operands: { usage: "MODEL[@VERSION] ENVIRONMENT", least: 2, most: 2 },
	options: [
		ONLY_PLAN,
		{ name: "force", short: "f", says: "pass over soak, order and rejection; the record says so" },
		{ name: "break-freeze", value: "REASON", says: "although the environment is frozen; the record says so, and why" },
		REASON,
		...REMOTE,
	],
	examples: [
		{ line: "mainline promote churn prod", says: "what dev holds" },
		{ line: "mainline promote churn@v1.2.0 prod --plan", says: "would policy let it?" },
	],
	async start(context, input) {
		const [target = "", environment = ""] = input.operands;
		const [model = "", version] = target.split("@");
		if (model === "" || version === "") {
			throw badInput("bad-argument", `\`${target}\` names no model`, {
				found: target,
				expected: "MODEL or MODEL@VERSION",
				hint: shortUsage(PROMOTE),
			});
		}
		const { promote } = await import("../../flows/promote.ts");
		const { knowTree } = await import("../../flows/release/know.ts");
		return promote(context, {
			...(await siteOptions(context, input)),
			know: knowTree,
			model,
			version: version ?? null,
			environment,
			force: input.has("force"),
			breakFreeze: filledReason(input.text("break-freeze")),
			reason: input.text("reason"),
		});
	},
};

function filledReason(given: string | null): string | null {
	if (given === null || given.trim() !== "") return given;
	throw badInput("bad-argument", "a freeze is not broken without a reason", {
		expected: "why it has to be now",
		hint: 'mainline promote churn prod --break-freeze "the old version is down"',
	});
}

export const ROLLBACK: Command = {
	name: "rollback",
	says: "Bring the version before back, and hold the environment there",
	more: "Nothing is trained, and nothing is built unless the image is gone: then it is packed anew from the stored model, and only the very same one is taken. Promoting again lifts the hold. With --rehearse nothing is brought back: what would be is pulled, checked and, where the environment is a process of this machine, started on a free port and asked; a tag says when and how it went.",
	operands: { usage: "MODEL ENVIRONMENT | --rehearse [ENVIRONMENT…]", least: 0, most: Number.POSITIVE_INFINITY },
	options: [
		{ name: "to", value: "VERSION", says: "this version instead of the one before" },
		{ name: "rehearse", says: "only try what a rollback of these environments (or all) would bring back" },
		{ name: "model", value: "NAME", says: "with --rehearse: only this model" },
		ONLY_PLAN,
		{ name: "force", short: "f", says: "even to a rejected version" },
		REASON,
		...REMOTE,
	],
	examples: [
		{ line: 'mainline rollback churn prod --reason "latency"', says: "within seconds" },
		{ line: "mainline rollback --rehearse", says: "would every way back work?" },
	],
	async start(context, input) {
		const { knowTree } = await import("../../flows/release/know.ts");
		if (input.has("rehearse")) {
			const { rehearse } = await import("../../flows/rehearse.ts");
			const [site, model] = [await siteOptions(context, input), input.text("model")];
			return rehearse(context, { ...site, model, environments: input.operands, know: knowTree });
		}
		const [model, environment, ...others] = input.operands;
		if (model === undefined || environment === undefined || others.length > 0) throw wrongOperands(input);
		const { rollback } = await import("../../flows/rollback.ts");
		return rollback(context, {
			...(await siteOptions(context, input)),
			model,
			environment,
			to: input.text("to"),
			force: input.has("force"),
			reason: input.text("reason"),
			know: knowTree,
		});
	},
};

function wrongOperands({ operands }: Input): Error {
	const few = operands.length < 2;
	return badInput(few ? "too-few-arguments" : "too-many-arguments", "`rollback` needs MODEL ENVIRONMENT", {
		found: operands.length === 0 ? "no argument" : operands.join(" "),
		expected: "MODEL ENVIRONMENT, or --rehearse [ENVIRONMENT…]",
		hint: shortUsage(ROLLBACK),
	});
}

export const HOLD: Command = {
	name: "hold",
	says: "Let nothing into an environment but what a person brings there",
	more: "What it has stays. Promoting into it ends the hold, and so does `mainline unhold`; a way back by a revert stays open.",
	operands: { usage: "MODEL ENVIRONMENT", least: 2, most: 2 },
	options: [ONLY_PLAN, REASON, ...REMOTE],
	examples: [{ line: 'mainline hold churn prod --reason "the fair is on"', says: "until somebody ends it" }],
	start: (context, input) => changeHold(context, input, true),
};

export const UNHOLD: Command = {
	name: "unhold",
	says: "End an environment's hold",
	more: "Nothing is deployed by it: policy moves the environment on from now on. What was rejected stays rejected.",
	operands: { usage: "MODEL ENVIRONMENT", least: 2, most: 2 },
	options: [ONLY_PLAN, REASON, ...REMOTE],
	examples: [{ line: "mainline unhold churn prod", says: "the next release may move it again" }],
	start: (context, input) => changeHold(context, input, false),
};

async function changeHold(context: FlowContext, input: Input, holds: boolean): Promise<Outcome> {
	const [model = "", environment = ""] = input.operands;
	const { hold } = await import("../../flows/hold.ts");
	return hold(context, {
		...(await siteOptions(context, input)),
		model,
		environment,
		holds,
		reason: input.text("reason"),
	});
}

export const STATUS: Command = {
	name: "status",
	says: "Say which version runs where, since when, and what holds it",
	more: "From this clone's tags alone, offline, unless told otherwise.",
	operands: NO_OPERANDS,
	options: [
		{ name: "model", value: "NAME", says: "only this model" },
		{ name: "verify", says: "ask the environments what they really serve" },
		{ name: "fetch", says: "fetch the tags of the git remote first" },
		...REMOTE,
	],
	examples: [{ line: "mainline status --fetch --verify", says: "the latest, and whether it is true" }],
	async start(context, input) {
		const { status } = await import("../../flows/status.ts");
		const asked = input.has("fetch") || input.has("remote");
		const { remote } = asked ? await siteOptions(context, input) : { remote: null };
		return status(context, { model: input.text("model"), verify: input.has("verify"), remote });
	},
};

export const BOARD: Command = {
	name: "board",
	says: "Write a page that says what runs where, and how it came there",
	more: "One file that needs nothing but a browser, from this clone's tags alone, offline, unless told otherwise: versions, images, metrics, holds, what a rollback would bring back, and what happened before. With --json and without --out only the document is written.",
	operands: NO_OPERANDS,
	options: [
		{ name: "out", value: "FILE", says: "the page to write" },
		{
			name: "fetch",
			says: "fetch the tags of the git remote first, and metrics that are not at hand from the DVC remote",
		},
		...REMOTE,
	],
	examples: [
		{ line: "mainline board --out board.html", says: "and open it in a browser" },
		{ line: "mainline board --fetch --out public/index.html", says: "the latest, for a site" },
	],
	async start(context, input) {
		const out = input.text("out");
		if (out === null && !input.has("json")) {
			throw badInput("bad-option", "nobody said where the page is to go", {
				found: "no --out",
				expected: "--out FILE, or --json for the document alone",
				hint: "mainline board --out board.html",
			});
		}
		const { board } = await import("../../flows/board.ts");
		const asked = input.has("fetch") || input.has("remote");
		const { remote } = asked ? await siteOptions(context, input) : { remote: null };
		return board(context, { out, remote });
	},
};
