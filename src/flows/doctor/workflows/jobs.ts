import type { Found } from "../codes.ts";
import {
	checkouts,
	doesMore,
	isSelfHosted,
	isUntrusted,
	ourJobs,
	ourSteps,
	type Placed,
	placeOf,
	runsPulls,
	type Workflow,
} from "./model.ts";

type JobCheck = (placed: Placed) => Found | null;

/** How the jobs are written in which Mainline works. */
export function jobs(workflows: readonly Workflow[]): Found[] {
	const checks: readonly JobCheck[] = [writes, secrets, leftCredentials, lostCredentials, depth, timeout, dashboard];
	return ourJobs(workflows).flatMap((placed) => checks.map((check) => check(placed)).filter((found) => found !== null));
}

/** The lane that nobody trusts runs code of pull requests: its token reads. */
function writes(placed: Placed): Found | null {
	const { job } = placed;
	if (!isUntrusted(job)) return null;
	const may = job.permissions === null ? null : job.permissions === "write-all" ? ["everything"] : [...job.permissions];
	if (may?.length === 0) return null;
	return {
		code: "untrusted-lane-writes",
		level: "problem",
		says:
			may === null
				? `${placeOf(placed)} says nothing of its token's permissions`
				: `the token of ${placeOf(placed)} may write: ${may.join(", ")}`,
		why: "code of the pull request runs in that job, and can do whatever the token may",
		fix: `in ${placed.workflow.file}, give \`${job.id}\` no more than \`permissions: {contents: read, checks: read}\``,
	};
}

/** Where a remote's credential goes, which the job cannot do without. */
const CREDENTIAL = /^(?:AWS|AZURE|GOOGLE|GCS|DVC|RCLONE|SSH)_/i;

function secrets(placed: Placed): Found | null {
	if (!runsPulls(placed)) return null;
	const others = placed.job.secrets.filter(({ name, key }) => name !== "GITHUB_TOKEN" && !CREDENTIAL.test(key));
	if (others.length === 0) return null;
	const names = [...new Set(others.map(({ name }) => (name === "*" ? "all secrets" : name)))];
	return {
		code: "secrets-beside-pull-request-code",
		level: "problem",
		says: `${placeOf(placed)} hands code of pull requests ${names.join(", ")}`,
		why: "whoever may push a branch can have the job print or send what it holds",
		fix: `take ${names.join(", ")} out of \`${placed.job.id}\` in ${placed.workflow.file}; the remote's credential alone is needed there, as a variable like AWS_ACCESS_KEY_ID`,
	};
}

/** Only where there is something to hide from the code: one lane has to fetch by itself. */
function leftCredentials(placed: Placed): Found | null {
	const { workflow, job } = placed;
	const leaves = checkouts(job).some(({ given }) => given.get("persist-credentials") !== "false");
	if (!isUntrusted(job) || !leaves) return null;
	return {
		code: "credentials-left-in-clone",
		level: "advice",
		says: `${placeOf(placed)} leaves the token in the clone`,
		why: "code of the pull request finds it there, and the lane needs it for nothing",
		fix: `in ${workflow.file}, \`persist-credentials: false\` for actions/checkout in \`${job.id}\``,
	};
}

function lostCredentials(placed: Placed): Found | null {
	const { workflow, job } = placed;
	const forgets = checkouts(job).some(({ given }) => given.get("persist-credentials") === "false");
	if (isUntrusted(job) || !forgets || !doesMore(job, ["plan", "status", "conclude"])) return null;
	return {
		code: "credentials-not-kept",
		level: "problem",
		says: `git has no credentials in ${placeOf(placed)}`,
		why: "it fetches commits and pushes the tags that record releases with what actions/checkout leaves in the clone",
		fix: `in ${workflow.file}, \`persist-credentials: true\` for actions/checkout in \`${job.id}\``,
	};
}

/** One lane on a pull request fetches what it lacks; who has no credentials cannot, and the others look at tags and far back. */
function depth(placed: Placed): Found | null {
	const { workflow, job } = placed;
	const onPull = workflow.events.has("pull_request") || workflow.events.has("pull_request_target");
	if ((onPull && !isUntrusted(job)) || !doesMore(job, ["plan", "conclude"])) return null;
	const enough = isUntrusted(job) ? 2 : 0;
	const short = checkouts(job).some(({ given }) => {
		const fetched = Number(given.get("fetch-depth") ?? "1");
		return fetched !== 0 && (enough === 0 || fetched < enough);
	});
	if (!short) return null;
	return {
		code: "checkout-shallow",
		level: "problem",
		says: `${placeOf(placed)} checks out too few commits`,
		why:
			enough === 0
				? "a release needs the tags and what was declared before, a report the commit that the pull request began at"
				: "the commit of the base is the second one, and nothing can be fetched there",
		fix: `in ${workflow.file}, \`fetch-depth: ${enough}\` for actions/checkout in \`${job.id}\``,
	};
}

function timeout(placed: Placed): Found | null {
	const { workflow, job } = placed;
	if (!isSelfHosted(job) || job.limited) return null;
	return {
		code: "timeout-missing",
		level: "advice",
		says: `${placeOf(placed)} has no \`timeout-minutes\``,
		why: "GitHub ends it after six hours, on a machine of your own too: a long training is cut off, a hanging one blocks the machine",
		fix: `in ${workflow.file}, \`timeout-minutes: 4320\` for \`${job.id}\`, or what your longest training takes`,
	};
}

function dashboard(placed: Placed): Found | null {
	const { workflow, job } = placed;
	const keeps = ourSteps(job).some(({ given }) => given.get("dashboard") === "true");
	const { permissions } = job;
	if (!keeps || permissions === null || permissions === "write-all" || permissions.has("issues")) return null;
	return {
		code: "dashboard-may-not-write",
		level: "problem",
		says: `${placeOf(placed)} keeps the dashboard issue, and its token may not write issues`,
		why: "what it does is done all the same; the issue goes on saying what was before",
		fix: `in ${workflow.file}, \`issues: write\` under \`permissions:\` of \`${job.id}\`, or take \`dashboard:\` out`,
	};
}
