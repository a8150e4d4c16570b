import type { Place } from "../kernel/index.ts";
import {
	byKind,
	listOf,
	mismatch,
	oneOf,
	optional,
	type RecordPlaces,
	type Report,
	type Rule,
	record,
	refine,
	required,
} from "../source/index.ts";
import type { IdentitySigning, OwnSigstore, SigningPolicy, WorkflowSource } from "./model.ts";
import { pathBelow } from "./paths.ts";
import { line } from "./words.ts";

/** Whoever issues the tokens of GitHub's jobs. */
const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";
const WORKFLOW = /^([\w.-]+\/[\w.-]+\/\.github\/workflows\/[^@\s]+\.ya?ml)@(\S+)$/;
const MAIL = /^[^@\s/]+@[^@\s/]+$/;
const EXAMPLE = "acme/churn/.github/workflows/mainline-release.yml@main";

/** One signer as people write it; as certificates have it: `https://github.com/acme/churn/…@refs/heads/main`. */
const identity: Rule<string> = refine(line, (text, node, report) => {
	if (MAIL.test(text) || (/^https:\/\/\S+$/.test(text) && URL.canParse(text))) return text;
	const [, workflow, ref] = WORKFLOW.exec(text) ?? [];
	if (workflow !== undefined && ref !== undefined) return `https://github.com/${workflow}@${fullRef(ref)}`;
	return report.add(node.at, `\`identity\` does not say who signs: ${JSON.stringify(text)}`, {
		found: text,
		expected: "OWNER/REPOSITORY/.github/workflows/FILE@BRANCH, or an identity as certificates have it (https://…)",
		hint: `for example \`identity: ${EXAMPLE}\``,
		length: text.length,
	});
});

const identities: Rule<readonly string[]> = byKind(
	{
		scalar: refine(identity, (one): readonly string[] => [one]),
		list: refine(listOf(identity), (all, node, report) =>
			all.length > 0 ? all : mismatch(node, report, "at least one identity"),
		),
	},
	"an identity, or a list of which any one may have signed",
);

const source: Rule<WorkflowSource> = refine(line, (text, node, report) => {
	const [, address = "", repository, ref] = /^(https:\/\/[^@\s/]+\/)?([\w.-]+\/[\w.-]+)@(\S+)$/.exec(text) ?? [];
	if (repository === undefined || ref === undefined) return mismatch(node, report, "OWNER/REPOSITORY@BRANCH");
	return { repository: `${address || "https://github.com/"}${repository}`, ref: fullRef(ref) };
});

/** Plain HTTP on this machine alone: a token travels there. */
const address: Rule<string> = refine(line, (text, node, report) => {
	const url = URL.canParse(text) ? new URL(text) : null;
	const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.includes(url.hostname));
	return isSafe ? text.replace(/\/+$/, "") : mismatch(node, report, "an address that begins with https://");
});
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

const own: Rule<OwnSigstore> = refine(
	record("`sigstore`", {
		"trusted-root": required(pathBelow("trusted-root")),
		fulcio: required(address),
		timestamp: required(address),
		rekor: optional(address),
	}),
	({ "trusted-root": trustedRoot, fulcio, timestamp, rekor, $ }, node): OwnSigstore => ({
		kind: "own",
		trustedRoot,
		at: $.nodes.get("trusted-root")?.at ?? node.at,
		fulcio,
		timestamp,
		rekor,
	}),
);

const sigstore = byKind<NonNullable<IdentitySigning["sigstore"]>>(
	{ scalar: refine(oneOf("public"), () => ({ kind: "public" }) as const), map: own },
	"`public`, or `trusted-root`, `fulcio` and `timestamp` of another instance",
);

const fields = {
	key: optional(pathBelow("key")),
	identity: optional(identities),
	issuer: optional(address),
	source: optional(source),
	runner: optional(oneOf("github-hosted", "self-hosted")),
	sigstore: optional(sigstore),
};

/** The key `signing:`. Whether the files hold what they should is for those to say who read them. */
export const signing: Rule<SigningPolicy> = refine(record("`signing`", fields), (read, node, report) => {
	const { key, identity, issuer, source, runner, sigstore, $ } = read;
	const at = (name: string): Place => $.nodes.get(name)?.at ?? node.at;
	if (key !== null && identity === null) {
		refuseStrays($, report);
		return { kind: "key", key, at: at("key") };
	}
	if (key === null && identity !== null) {
		const about = { issuer: issuer ?? GITHUB_ISSUER, source, runner, sigstore };
		return { kind: "identity", identities: identity, ...about, at: at("identity") };
	}
	return report.add(node.at, "`signing` needs a `key` or an `identity`", {
		found: key === null ? "neither" : "both",
		expected: "one of them: who has to have signed what is deployed",
		hint: `\`key: cosign.pub\`, or \`identity: ${EXAMPLE}\` for the workflow that releases`,
	});
});

/** A key says all there is to say: what belongs to an identity would be believed to hold, too. */
function refuseStrays({ nodes }: RecordPlaces, report: Report): void {
	for (const name of ["issuer", "source", "runner", "sigstore"]) {
		const stray = nodes.get(name);
		if (stray === undefined) continue;
		report.add(stray.at, `\`${name}\` goes with an \`identity\`, not with a \`key\``, {
			expected: "`key` alone",
			hint: `take \`${name}\` out, or name an \`identity\` in place of the \`key\``,
		});
	}
}

/** A branch, unless it says what else it is: another ref, or the commit at which a shared workflow is called. */
function fullRef(ref: string): string {
	return ref.startsWith("refs/") || /^[0-9a-f]{40}$/.test(ref) ? ref : `refs/heads/${ref}`;
}
