import type { IdentitySigning, SigningPolicy } from "../../../config/index.ts";
import type { Found } from "../codes.ts";
import { doesMore, isUntrusted, ourJobs, type Placed, placeOf, type Workflow } from "./model.ts";

/** Commands that build no image. */
const UNSIGNED = ["plan", "status", "conclude", "run", "diff", "gate", "report", "promote", "rollback"];

/** Whether the workflow that has to sign can: GitHub gives a token to jobs that ask for it alone. */
export function signers(workflows: readonly Workflow[], signing: SigningPolicy | null): Found[] {
	if (signing?.kind !== "identity") return [];
	return ourJobs(workflows)
		.filter((placed) => isAsked(placed.workflow, signing) && builds(placed) && !mayAsk(placed))
		.map((placed) => ({
			code: "signer-without-identity",
			level: "problem",
			says: `${placeOf(placed)} has to sign images, and GitHub gives it no token to do it with`,
			why: "mainline.yaml asks for images that this workflow signed: a release ends before it builds anything",
			fix: `in ${placed.workflow.file}, \`id-token: write\` under \`permissions:\` of \`${placed.job.id}\``,
		}));
}

function isAsked({ file }: Workflow, { identities }: IdentitySigning): boolean {
	return identities.some((identity) => identity.includes(`/${file}@`));
}

function builds({ workflow: { events }, job }: Placed): boolean {
	const onMain = ["push", "workflow_dispatch", "schedule"].some((event) => events.has(event));
	return onMain && !isUntrusted(job) && doesMore(job, UNSIGNED);
}

/** Without `permissions:` the repository's settings hold, of which none gives it. */
function mayAsk({ job: { permissions } }: Placed): boolean {
	return permissions === "write-all" || permissions?.has("id-token") === true;
}
