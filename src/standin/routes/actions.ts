import { artifactAnswer, hasExpired, workflowRun } from "../answers/run.ts";
import { type Answer, type Call, idParam, param, repositoryOf, route } from "../call.ts";
import { countedPage } from "../paging.ts";
import { notFound, Refusal } from "../refusal.ts";
import { artifactAddress, cancelRun, rerun, runOf } from "../runs.ts";
import type { WorkflowRun } from "../state.ts";

const READ = ["actions=read"] as const;

export const actionRoutes = [
	route("GET /repos/:/actions/runs", READ, (call) => listRuns(call, () => true)),
	route("GET /repos/:/actions/workflows/{workflow_id}/runs", READ, (call) => {
		// by its id or by the name of its file
		const asked = param(call, "workflow_id");
		return listRuns(call, (run) => String(run.workflowId) === asked || run.path.endsWith(`/${asked}`));
	}),
	route("GET /repos/:/actions/runs/{run_id}/artifacts", READ, (call) => {
		const repository = repositoryOf(call);
		const run = runOf(repository, idParam(call, "run_id"));
		const name = call.query.get("name");
		const found = repository.artifacts.filter((each) => each.run === run.id && (name === null || each.name === name));
		return countedPage(call, "artifacts", {
			items: found.toReversed(),
			render: (each) => artifactAnswer(call.hub, repository, each),
		});
	}),
	route("GET /repos/:/actions/artifacts/{artifact_id}/{archive_format}", READ, (call) => {
		const id = idParam(call, "artifact_id");
		const found = repositoryOf(call).artifacts.find((each) => each.id === id);
		if (found === undefined) throw notFound();
		// whoever is nobody may look at a public repository's list, and download nothing
		if (call.token === null) throw new Refusal(401, "Requires authentication");
		if (hasExpired(call.hub, found)) throw new Refusal(410, "Artifact has expired");
		return { status: 302, headers: { location: artifactAddress(call.hub, found) } };
	}),
	route("POST /repos/:/actions/runs/{run_id}/cancel", ["actions=write"], async (call) => {
		await cancelRun(call.hub, repositoryOf(call), idParam(call, "run_id"));
		return { status: 202, body: {} };
	}),
	route("POST /repos/:/actions/runs/{run_id}/rerun", ["actions=write"], async (call) => {
		const repository = repositoryOf(call);
		const run = runOf(repository, idParam(call, "run_id"));
		if (run.status !== "completed") throw new Refusal(403, "This workflow is already running");
		await rerun(call.hub, repository, run.id);
		return { status: 201, body: {} };
	}),
	route("POST /repos/:/actions/runs/{run_id}/approve", ["actions=write"], async (call) => {
		const repository = repositoryOf(call);
		const run = runOf(repository, idParam(call, "run_id"));
		if (run.conclusion !== "action_required") throw new Refusal(403, "This run is not from a fork pull request");
		await rerun(call.hub, repository, run.id);
		return { status: 201, body: {} };
	}),
	route("GET /repos/:/actions/runs/{run_id}", READ, async (call) => {
		const repository = repositoryOf(call);
		const run = runOf(repository, idParam(call, "run_id"));
		return { status: 200, body: await workflowRun(call.hub, repository, run) };
	}),
];

function listRuns(call: Call, fits: (run: WorkflowRun) => boolean): Promise<Answer> {
	const repository = repositoryOf(call);
	const asked = (name: string, value: string): boolean => {
		const wanted = call.query.get(name);
		return wanted === null || wanted === value;
	};
	const found = repository.runs.filter(
		(run) =>
			fits(run) &&
			asked("head_sha", run.headSha) &&
			asked("event", run.event) &&
			asked("branch", run.headBranch) &&
			asked("actor", run.actor) &&
			(asked("status", run.status) || asked("status", run.conclusion ?? "")),
	);
	return countedPage(call, "workflow_runs", {
		items: found.toReversed(),
		render: (run) => workflowRun(call.hub, repository, run),
	});
}
