import { type Rights, remoteRights } from "../../store/index.ts";
import { surroundingsOf } from "../remotes.ts";
import type { Diagnosis, Patient } from "./check.ts";
import type { Code, Found } from "./codes.ts";
import { trying } from "./trying.ts";

const POLICY = "the policy of docs/security.md";

/** The credential of the job that runs code of pull requests: it may read and add, and nothing that cannot be taken back. */
export async function rights({ context, ground: { workspace } }: Patient): Promise<Diagnosis> {
	const config = workspace?.config;
	const remote = config?.remotes.get(config.defaultRemote?.toLowerCase() ?? "");
	if (remote === undefined) return null;
	return trying("what this credential can do at the remote is not known", async () => {
		const found = await remoteRights(remote, surroundingsOf(context));
		if (found === null) {
			const what = `what this credential may do at remote \`${remote.name}\``;
			return { what, because: "can be tried on s3:// and on folders only" };
		}
		const findings = judged(found, { name: remote.name, isFolder: !remote.url.startsWith("s3:") });
		return findings.length > 0 ? findings : `this credential can add to remote \`${remote.name}\`, and nothing else`;
	});
}

interface Place {
	readonly name: string;
	readonly isFolder: boolean;
}

/** What is wrong with a credential that code of pull requests gets. */
export function judged({ adds, overwrites, deletes, writesRuns, keepsVersions }: Rights, place: Place): Found[] {
	const says = (code: Code, what: string): Pick<Found, "code" | "says"> => ({
		code,
		says: `this credential ${what} remote \`${place.name}\``,
	});
	const way = place.isFolder
		? "a folder of their own for the runner's user, with only `mainline/claims` and `files` writable (chmod +t keeps others' files from being deleted)"
		: POLICY;
	const findings: (Found | false)[] = [
		overwrites && {
			...says("credential-overwrites", "can write over what lies at"),
			level: keepsVersions === true ? "advice" : "problem",
			why: "code of a pull request could put something else in place of data that is already there",
			fix: place.isFolder
				? "a folder cannot be written once only: use S3 with the policy of docs/security.md, or keep snapshots of it"
				: `${POLICY}: s3:PutObject only with the condition s3:if-none-match; on a server that does not know it, keep versions of the bucket, and let the credential s3:GetBucketVersioning`,
		},
		deletes && {
			...says("credential-deletes", "can delete from"),
			level: "problem",
			why: "code of a pull request could take away the models that production runs",
			fix: place.isFolder ? way : `${POLICY}: no s3:DeleteObject`,
		},
		writesRuns && {
			...says("credential-writes-runs", "can write below `runs/` of"),
			level: "problem",
			why: "what lies there is believed: code of a pull request could pass off a result that nothing made",
			fix: place.isFolder ? way : `${POLICY}: s3:PutObject only below files/ and mainline/claims/`,
		},
		!adds && {
			...says("credential-cannot-add", "cannot add to"),
			level: "problem",
			why: "what a pull request's run makes would be lost when its job ends",
			fix: place.isFolder ? way : `${POLICY}: s3:PutObject below files/ and mainline/claims/`,
		},
	];
	return findings.filter((finding) => finding !== false);
}
