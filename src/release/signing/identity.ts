/** Who may have signed, as a certificate has to name him. */
export interface IdentityPolicy {
	/** Any one of them, letter for letter. */
	readonly identities: readonly string[];
	readonly issuer: string;
	/** What the workflow has to have run for; null: the repository and the ref of the identity itself, where it is a workflow's. */
	readonly source: Source | null;
	readonly runner: string | null;
}

interface Source {
	/** `https://github.com/acme/churn`. */
	readonly repository: string;
	/** `refs/heads/main`. */
	readonly ref: string;
}

/** What a certificate says of whom it was given to, or a token of whom it will be; null for what it does not say. */
export interface Identity {
	/** The certificate's subject alternative name. */
	readonly name: string;
	readonly issuer: string | null;
	readonly repository: string | null;
	readonly ref: string | null;
	readonly runner: string | null;
}

/** Sentence parts. */
export interface Misfit {
	readonly found: string;
	readonly expected: string;
}

/** A workflow's identity: its repository's address, its file, its ref, or the commit at which another calls it. */
const WORKFLOW = /^(https:\/\/[^/]+\/[^/]+\/[^/]+)\/\.github\/workflows\/[^@]+@(.+)$/;

/**
 * Why an identity is not the one that is asked for; null where it is.
 *
 * A workflow that others may call (`workflow_call`) signs under its own name, whoever called it and from whichever branch: the
 * name alone would let every caller sign. So what it ran for has to fit as well.
 */
export function misfitOf(policy: IdentityPolicy, { name, issuer, repository, ref, runner }: Identity): Misfit | null {
	const about = (what: string): string => `${name}${what}`;
	if (!policy.identities.includes(name)) return { found: name, expected: policy.identities.join(" or ") };
	if (issuer !== policy.issuer) {
		return {
			found: about(` by word of ${issuer ?? "nobody"}`),
			expected: about(` by word of ${policy.issuer}`),
		};
	}
	const source = policy.source ?? sourceOf(name);
	if (source !== null && (repository !== source.repository || ref !== source.ref)) {
		return {
			found: about(`, run for ${repository ?? "no repository"} at ${ref ?? "no ref"}`),
			expected: about(`, run for ${source.repository} at ${source.ref}`),
		};
	}
	if (policy.runner === null || runner === policy.runner) return null;
	return { found: about(` on a ${runner ?? "unknown"} runner`), expected: about(` on a ${policy.runner} one`) };
}

/** Nobody runs at a commit: what is called at one signs for nobody until somebody says for whom. */
function sourceOf(name: string): Source | null {
	const [, repository, ref] = WORKFLOW.exec(name) ?? [];
	return repository === undefined || ref === undefined ? null : { repository, ref };
}
