import { check, status } from "../answers/records.ts";
import { minimalRepository, repositoryUrl } from "../answers/repository.ts";
import { commitOr422 } from "../bare.ts";
import { type Answer, type Call, idParam, optionalText, param, repositoryOf, route, text, viewerOf } from "../call.ts";
import { countedPage, page } from "../paging.ts";
import { invalid, notFound } from "../refusal.ts";
import type { Annotation, Check, CommitStatus, Repository } from "../state.ts";

const MOST_ANNOTATIONS = 50;
const LONGEST_OUTPUT = 65_535;
const LONGEST_DESCRIPTION = 140;
const READ_CHECKS = ["checks=read"] as const;
const READ_STATUSES = ["statuses=read"] as const;

export const checkRoutes = [
	route("POST /repos/:/check-runs", ["checks=write"], createCheck),
	route("GET /repos/:/check-runs/{check_run_id}/annotations", READ_CHECKS, (call) => {
		const one = checkOf(call, repositoryOf(call));
		return page(call, one.annotations, (annotation) => ({ ...annotation, blob_href: "" }));
	}),
	route("GET /repos/:/check-runs/{check_run_id}", READ_CHECKS, (call) => {
		const repository = repositoryOf(call);
		return { status: 200, body: check(call.hub, repository, checkOf(call, repository)) };
	}),
	route("PATCH /repos/:/check-runs/{check_run_id}", ["checks=write"], (call) => {
		const repository = repositoryOf(call);
		const one = checkOf(call, repository);
		if (one.app !== appOf(call)) throw notFound();
		write(call, one);
		return { status: 200, body: check(call.hub, repository, one) };
	}),
	route("GET /repos/:/commits/{ref}/check-runs", READ_CHECKS, listChecks),
	route("POST /repos/:/statuses/{sha}", ["statuses=write"], createStatus),
	route("GET /repos/:/commits/{ref}/statuses", READ_STATUSES, async (call) => {
		const repository = repositoryOf(call);
		return page(call, await statusesOf(call, repository), (one) => status(call.hub, repository, one));
	}),
	route("GET /repos/:/commits/{ref}/status", READ_STATUSES, combinedStatus),
];

async function createCheck(call: Call): Promise<Answer> {
	const repository = repositoryOf(call);
	const one: Check = {
		id: call.hub.newId(),
		app: appOf(call),
		headSha: await commitOr422(call.hub.bare(repository), text(call, "head_sha")),
		name: text(call, "name"),
		status: "queued",
		conclusion: null,
		startedAt: call.hub.now(),
		completedAt: null,
		externalId: null,
		detailsUrl: null,
		title: null,
		summary: null,
		text: null,
		annotations: [],
	};
	write(call, one);
	repository.checks.push(one);
	return { status: 201, body: check(call.hub, repository, one) };
}

/** What create and update have in common; a conclusion completes, annotations are added to those that are there. */
function write(call: Call, one: Check): void {
	one.name = optionalText(call, "name") ?? one.name;
	one.externalId = optionalText(call, "external_id") ?? one.externalId;
	one.detailsUrl = optionalText(call, "details_url") ?? one.detailsUrl;
	one.startedAt = optionalText(call, "started_at") ?? one.startedAt;
	const conclusion = optionalText(call, "conclusion");
	const asked = optionalText(call, "status") ?? one.status;
	if (asked === "completed" && conclusion === null && one.conclusion === null) {
		throw invalid("CheckRun", "conclusion", "conclusion is required when status is completed");
	}
	one.status = conclusion === null ? asked : "completed";
	one.conclusion = one.status === "completed" ? (conclusion ?? one.conclusion) : null;
	one.completedAt = one.status === "completed" ? (optionalText(call, "completed_at") ?? call.hub.now()) : null;
	writeOutput(call, one);
}

function writeOutput(call: Call, one: Check): void {
	const output = call.body["output"];
	if (typeof output !== "object" || output === null) return;
	const given = output as { title?: string; summary?: string; text?: string; annotations?: Annotation[] };
	const annotations = given.annotations ?? [];
	if (annotations.length > MOST_ANNOTATIONS) throw invalid("CheckRun", "annotations", "must not exceed 50 items");
	for (const field of ["summary", "text"] as const) {
		if ((given[field] ?? "").length > LONGEST_OUTPUT)
			throw invalid("CheckRun", field, "exceeds a maximum length of 65535");
	}
	one.title = given.title ?? one.title;
	one.summary = given.summary ?? one.summary;
	one.text = given.text ?? one.text;
	one.annotations.push(...annotations.map(wholeAnnotation));
}

function wholeAnnotation(given: Annotation): Annotation {
	return {
		path: given.path,
		start_line: given.start_line,
		end_line: given.end_line,
		start_column: given.start_column ?? null,
		end_column: given.end_column ?? null,
		annotation_level: given.annotation_level,
		message: given.message,
		title: given.title ?? null,
		raw_details: given.raw_details ?? null,
	};
}

async function listChecks(call: Call): Promise<Answer> {
	const repository = repositoryOf(call);
	const sha = await commitOr422(call.hub.bare(repository), param(call, "ref"));
	const [name, state] = [call.query.get("check_name"), call.query.get("status")];
	const fits = (one: Check): boolean =>
		one.headSha === sha && (name === null || one.name === name) && (state === null || one.status === state);
	const found = repository.checks.filter(fits).toReversed();
	const isLatest = (one: Check): boolean =>
		found.find((other) => other.name === one.name && other.app === one.app) === one;
	const shown = call.query.get("filter") === "all" ? found : found.filter(isLatest);
	return countedPage(call, "check_runs", { items: shown, render: (one) => check(call.hub, repository, one) });
}

async function createStatus(call: Call): Promise<Answer> {
	const repository = repositoryOf(call);
	const description = optionalText(call, "description");
	if ((description ?? "").length > LONGEST_DESCRIPTION)
		throw invalid("Status", "description", "is too long (maximum is 140 characters)");
	const state = text(call, "state");
	if (!["error", "failure", "pending", "success"].includes(state))
		throw invalid("Status", "state", `${state} is no state`);
	const one: CommitStatus = {
		id: call.hub.newId(),
		sha: await commitOr422(call.hub.bare(repository), param(call, "sha")),
		state,
		context: optionalText(call, "context") ?? "default",
		description,
		targetUrl: optionalText(call, "target_url"),
		author: viewerOf(call).login,
		createdAt: call.hub.now(),
	};
	repository.statuses.push(one);
	return { status: 201, body: status(call.hub, repository, one) };
}

async function combinedStatus(call: Call): Promise<Answer> {
	const repository = repositoryOf(call);
	const all = await statusesOf(call, repository);
	const latest = all.filter((one) => all.find((other) => other.context === one.context) === one);
	const states = new Set(latest.map((one) => (one.state === "error" ? "failure" : one.state)));
	const state = states.has("failure") ? "failure" : states.size === 1 && states.has("success") ? "success" : "pending";
	const sha = await commitOr422(call.hub.bare(repository), param(call, "ref"));
	const url = repositoryUrl(call.hub, repository);
	const body = {
		state,
		statuses: latest.map((one) => status(call.hub, repository, one)),
		sha,
		total_count: latest.length,
		repository: minimalRepository(call.hub, repository),
		commit_url: `${url}/commits/${sha}`,
		url: `${url}/commits/${sha}/status`,
	};
	return { status: 200, body };
}

/** Newest first. */
async function statusesOf(call: Call, repository: Repository): Promise<CommitStatus[]> {
	const sha = await commitOr422(call.hub.bare(repository), param(call, "ref"));
	return repository.statuses.filter((one) => one.sha === sha).toReversed();
}

function checkOf(call: Call, repository: Repository): Check {
	const id = idParam(call, "check_run_id");
	const one = repository.checks.find((candidate) => candidate.id === id);
	if (one === undefined) throw notFound();
	return one;
}

function appOf(call: Call): string {
	return viewerOf(call).login.replace("[bot]", "");
}
