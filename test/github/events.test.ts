import { describe, expect, it } from "vitest";
import { parseEvent } from "../../src/github/index.ts";
import { git, project, pull } from "../rig/world.ts";

const sha = "a".repeat(40);
const repository = { id: 1, full_name: "ada/model", default_branch: "main", private: false };
const sender = { login: "ada" };
const end = (repo: unknown) => ({ ref: "x", sha, repo });
const opened = (head: unknown) => ({
	action: "opened",
	number: 1,
	pull_request: { title: "T", user: sender, head, base: end(repository) },
	repository,
	sender,
});

describe("an event", () => {
	it("is read as the stand-in tells it", async () => {
		const at = await project();
		await pull(at, { branch: "better" });
		const events = at.standIn.deliveries.map((one) => parseEvent(one.name, JSON.stringify(one.payload)));
		const head = await git(at.work, "rev-parse", "HEAD");
		expect(events).toMatchObject([
			{ kind: "push", branch: "main", before: null, toDefaultBranch: true },
			{ kind: "push", branch: "better", after: head, toDefaultBranch: false },
			{ kind: "pull_request", action: "opened", number: 1, fork: false, head: { sha: head, ref: "better" } },
		]);
	});

	it.each([
		["another repository", { ...repository, id: 2, full_name: "eve/model" }],
		["a repository that was deleted", null],
		["a repository of the same name with another id", { ...repository, id: 3 }],
	])("is a fork's when the head is in %s", (_, repo) => {
		expect(parseEvent("pull_request", JSON.stringify(opened(end(repo))))).toMatchObject({ fork: true });
	});

	it("carries the inputs of a dispatch as text", () => {
		const payload = { inputs: { command: "promote", dry: true, n: 3 }, ref: "refs/heads/main", repository, sender };
		expect(parseEvent("workflow_dispatch", JSON.stringify(payload))).toMatchObject({
			inputs: { command: "promote", dry: "true", n: "3" },
		});
	});

	it("is not looked into when nothing depends on it", () => {
		expect(parseEvent("deployment_status", "not even JSON")).toEqual({ kind: "other", name: "deployment_status" });
	});

	it.each([
		["a head that is no commit id", opened({ ...end(repository), sha: "main; rm -rf /" })],
		["a short commit id", opened({ ...end(repository), sha: "abc1234" })],
		["a number that is text", { ...opened(end(repository)), number: "1" }],
		["no repository", { ...opened(end(repository)), repository: undefined }],
		["a list", []],
	])("is refused with %s", (_, payload) => {
		expect(() => parseEvent("pull_request", JSON.stringify(payload))).toThrow(
			expect.objectContaining({ kind: "input", code: "event-unreadable" }),
		);
	});
});
