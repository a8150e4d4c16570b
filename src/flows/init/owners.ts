import { badInput, joinPath } from "../../kernel/index.ts";

/** Where GitHub looks; the first that is there counts. */
export const OWNERS_PLACES = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"] as const;

const BEGIN = "# Who may change what pull requests are judged by (mainline init)";
const END = "# (mainline init) end";

/** `@login`, `@organisation/team` or an address. Failure `bad-option`. */
export function ownerOf(text: string): string {
	if (/^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[\w.-]+)?$|^[^\s@#]+@[^\s@#]+\.[^\s@#]+$/.test(text)) return text;
	throw badInput("bad-option", `\`${text}\` is nobody who can own files at GitHub`, {
		found: text,
		expected: "@login, @organisation/team, or an e-mail address",
		hint: "mainline init --owner @organisation/team",
	});
}

/** What is to be guarded: the policy, the workflows, where data comes from, and this file itself. */
function guarded({ below, projects, file }: Place): string[] {
	const folders = projects.length === 0 ? [below] : projects;
	const own = folders.flatMap((folder) => [joinPath(folder, "mainline.yaml"), joinPath(folder, ".dvc/config")]);
	const paths = [own[0] ?? "", ".github/", ...own.slice(1)];
	return [...paths, ...(file.startsWith(".github/") ? [] : [file])].map((path) => `/${path}`);
}

interface Place {
	/** The project's folder from the git root. */
	readonly below: string;
	/** Those of several projects, where there is none at the root. */
	readonly projects: readonly string[];
	/** The CODEOWNERS file. */
	readonly file: string;
}

/** The lines that a CODEOWNERS file lacks. A rule for the same path is somebody's choice, and stays. */
export function missingOwners(text: string | null, { owner, ...place }: Place & { readonly owner: string }): string[] {
	const lines = (text ?? "").split(/\r?\n/);
	if (lines.some((line) => line.trim() === BEGIN)) return [];
	const ruled = new Set(
		lines.map((line) => (line.trim().split(/\s+/)[0] ?? "").replace(/^\//, "").replace(/\/\*{0,2}$/, "/")),
	);
	const open = guarded(place).filter((path) => !ruled.has(path.slice(1)));
	return open.length === 0 ? [] : [BEGIN, ...open.map((path) => `${path} ${owner}`), END];
}

/** `@login` of the owner that a GitHub remote's URL names. */
export function ownerInUrl(url: string | null): string | null {
	return /github\.com[:/]([A-Za-z0-9][A-Za-z0-9-]*)\/[^/]+?(?:\.git)?\/?$/.exec(url ?? "")?.[1] ?? null;
}

export function repositoryInUrl(url: string | null): string | null {
	return (
		/github\.com[:/]([A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+?)(?:\.git)?\/?$/.exec(url ?? "")?.[1]?.toLowerCase() ?? null
	);
}
