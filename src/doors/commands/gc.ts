import { badInput, parseDuration } from "../../kernel/index.ts";
import { gitHubAccess, ownVariables } from "../machine.ts";
import { type Command, type Input, NO_OPERANDS } from "./command.ts";

const GRACE = "30d";

export const GC: Command = {
	name: "gc",
	says: "Say what nothing needs any more, and with --yes delete it",
	more: "Kept is what any branch, tag, open pull request, working tree or stash names, what commits younger than --older-than name, what those came from, and everything that was written since then. Of a remote that others use, too, only what this repository once named goes. Without a place all are looked at: the cache, the default remote and the images of mainline.yaml. Run it where all of the history is: a shallow clone is refused. docs/reference/gc.md has the rules.",
	operands: NO_OPERANDS,
	options: [
		{ name: "cache", says: "this machine's cache" },
		{ name: "remote", short: "r", value: "NAME", says: "this remote" },
		{ name: "registry", says: "the images of mainline.yaml's models" },
		{
			name: "keep",
			value: "N",
			says: "of each model the last N versions, and the last N that each environment held; what runs, a rollback, a hold, a rejection or a rehearsal needs stays anyway (default: all versions)",
		},
		{ name: "older-than", value: "TIME", says: `what is younger stays: 90s, 30m, 12h, 7d (default: ${GRACE})` },
		{ name: "unknown", says: "also what this repository never named: for places that nobody else uses" },
		{ name: "allow-missing", says: "directories whose listing is nowhere are taken for lost" },
		{ name: "local", says: "ask no git remote what others pushed" },
		{ name: "yes", short: "y", says: "delete, at the places that are named" },
	],
	examples: [
		{ line: "mainline gc", says: "what would go, everywhere; nothing is deleted" },
		{ line: "mainline gc -r store --older-than 90d --yes", says: "deletes at the remote `store`" },
		{ line: "mainline gc --registry --keep 10", says: "which images would go if ten versions were enough" },
	],
	async start(context, input) {
		const { gc } = await import("../../flows/gc.ts");
		return gc(context, {
			cache: input.has("cache"),
			remote: input.text("remote"),
			registry: input.has("registry"),
			keep: input.count("keep"),
			olderThanMs: graceIn(input),
			unknown: input.has("unknown"),
			allowMissing: input.has("allow-missing"),
			local: input.has("local"),
			yes: input.has("yes"),
			access: gitHubAccess(ownVariables()),
		});
	},
};

function graceIn(input: Input): number {
	const text = input.text("older-than") ?? GRACE;
	const milliseconds = parseDuration(text);
	if (milliseconds !== null) return milliseconds;
	throw badInput("bad-option", `\`--older-than\` cannot be \`${text}\``, {
		found: text,
		expected: "a whole number and a unit: 90s, 30m, 12h, 7d",
		hint: `mainline gc --older-than ${GRACE}`,
	});
}
