import { describe, expect, it } from "vitest";
import { call, commit, git, type Project, project, pull } from "../rig/world.ts";

const REPO = "/repos/ada/model";

/** Asks as the workflow's token. */
async function ask(at: Project, what: string, body?: unknown) {
	const answer = await call(at.standIn, what, { token: "ghs_workflow", body });
	return answer.body;
}

describe("the stand-in's API, held against GitHub's description", () => {
	it("shows a repository, its branches, tags and commits", async () => {
		const at = await project();
		await git(at.work, "tag", "-m", "one", "v1");
		await git(at.work, "push", "-q", "origin", "v1");
		const tip = await git(at.work, "rev-parse", "HEAD");
		expect(await ask(at, `GET ${REPO}`)).toMatchObject({ full_name: "ada/model", default_branch: "main", fork: false });
		expect(await ask(at, `GET ${REPO}/branches`)).toMatchObject([{ name: "main", commit: { sha: tip } }]);
		expect(await ask(at, `GET ${REPO}/branches/main`)).toMatchObject({ commit: { sha: tip } });
		expect(await ask(at, `GET ${REPO}/tags`)).toMatchObject([{ name: "v1", commit: { sha: tip } }]);
		expect(await ask(at, `GET ${REPO}/commits`)).toMatchObject([{ sha: tip, commit: { message: "Begin" } }]);
		expect(await ask(at, `GET ${REPO}/commits/main`)).toMatchObject({
			sha: tip,
			files: [{ filename: "README.md", status: "added" }],
		});
		expect(await ask(at, `GET ${REPO}/collaborators/ada/permission`)).toMatchObject({ permission: "admin" });
		expect(await ask(at, "GET /users/ada")).toMatchObject({ login: "ada" });
		expect((await call(at.standIn, "GET /user", { token: "ghp_ada" })).body).toMatchObject({ login: "ada" });
	});

	it("shows a pull with its files as git diffs them, and compares revisions", async () => {
		const at = await project();
		const number = await pull(at, {
			branch: "better",
			files: { "README.md": "A better model\n", "new file.bin": "\0\x01" },
		});
		expect(await ask(at, `GET ${REPO}/pulls/${number}`)).toMatchObject({
			mergeable: true,
			changed_files: 2,
			additions: 1,
			deletions: 1,
			commits: 1,
			head: { ref: "better" },
		});
		expect(await ask(at, `GET ${REPO}/pulls`)).toMatchObject([{ number }]);
		expect(await ask(at, `GET ${REPO}/pulls/${number}/files`)).toMatchObject([
			{ filename: "README.md", status: "modified", patch: "@@ -1 +1 @@\n-A model\n+A better model" },
			{ filename: "new file.bin", status: "added" },
		]);
		expect(await ask(at, `GET ${REPO}/pulls/${number}/commits`)).toMatchObject([{ commit: { message: "Add better" } }]);
		expect(await ask(at, `GET ${REPO}/compare/main...better`)).toMatchObject({
			status: "ahead",
			ahead_by: 1,
			behind_by: 0,
		});
		expect(await ask(at, `PATCH ${REPO}/pulls/${number}`, { title: "Even better" })).toMatchObject({
			title: "Even better",
		});
	});

	it("tells renames and deletions apart", async () => {
		const at = await project();
		const long = Array.from({ length: 30 }, (_, i) => `line ${i}`).join("\n");
		await commit(at.work, { files: { "old.txt": long, "gone.txt": "x\n" }, message: "More files" });
		await git(at.work, "push", "-q", "origin", "HEAD:main");
		await git(at.work, "checkout", "-q", "-b", "moved");
		await git(at.work, "mv", "old.txt", "new.txt");
		await git(at.work, "rm", "-q", "gone.txt");
		await git(at.work, "commit", "-q", "-m", "Move");
		await git(at.work, "push", "-q", "origin", "moved");
		const { number } = await at.standIn.openPull(at.name, {
			head: "moved",
			base: "main",
			title: "Move",
			author: "ada",
		});
		expect(await ask(at, `GET ${REPO}/pulls/${number}/files`)).toMatchObject([
			{ filename: "gone.txt", status: "removed", deletions: 1 },
			{ filename: "new.txt", status: "renamed", previous_filename: "old.txt", changes: 0 },
		]);
	});

	it("keeps comments and reactions", async () => {
		const at = await project();
		const number = await pull(at, { branch: "better" });
		const { id } = await ask(at, `POST ${REPO}/issues/${number}/comments`, { body: "Hello" });
		await ask(at, `PATCH ${REPO}/issues/comments/${id}`, { body: "Hello again" });
		expect(await ask(at, `GET ${REPO}/issues/comments/${id}`)).toMatchObject({
			body: "Hello again",
			user: { login: "github-actions[bot]", type: "Bot" },
		});
		const reaction = await ask(at, `POST ${REPO}/issues/comments/${id}/reactions`, { content: "eyes" });
		expect(await ask(at, `POST ${REPO}/issues/comments/${id}/reactions`, { content: "eyes" })).toMatchObject({
			id: reaction.id,
		});
		expect(await ask(at, `GET ${REPO}/issues/comments/${id}/reactions`)).toHaveLength(1);
		await ask(at, `DELETE ${REPO}/issues/comments/${id}/reactions/${reaction.id}`);
		await ask(at, `DELETE ${REPO}/issues/comments/${id}`);
		expect(await ask(at, `GET ${REPO}/issues/${number}/comments`)).toEqual([]);
	});

	it("keeps check runs and statuses", async () => {
		const at = await project();
		const sha = await git(at.work, "rev-parse", "HEAD");
		const { id } = await ask(at, `POST ${REPO}/check-runs`, { name: "gate", head_sha: sha, status: "in_progress" });
		const annotation = { path: "README.md", start_line: 1, end_line: 1, annotation_level: "notice", message: "Nice" };
		await ask(at, `PATCH ${REPO}/check-runs/${id}`, {
			conclusion: "success",
			output: { title: "Good", summary: "All good", annotations: [annotation] },
		});
		expect(await ask(at, `GET ${REPO}/check-runs/${id}`)).toMatchObject({
			status: "completed",
			conclusion: "success",
			output: { annotations_count: 1 },
		});
		expect(await ask(at, `GET ${REPO}/check-runs/${id}/annotations`)).toMatchObject([annotation]);
		expect(await ask(at, `GET ${REPO}/commits/main/check-runs`)).toMatchObject({
			total_count: 1,
			check_runs: [{ id }],
		});
		await ask(at, `POST ${REPO}/statuses/${sha}`, { state: "pending", context: "ci" });
		await ask(at, `POST ${REPO}/statuses/${sha}`, { state: "success", context: "ci" });
		expect(await ask(at, `GET ${REPO}/commits/${sha}/statuses`)).toHaveLength(2);
		expect(await ask(at, `GET ${REPO}/commits/${sha}/status`)).toMatchObject({ state: "success", total_count: 1 });
	});

	it("keeps deployments, their statuses and environments; production is retired by nobody", async () => {
		const at = await project();
		const ids: Record<string, number[]> = { dev: [], prod: [] };
		for (const environment of ["dev", "prod", "dev", "prod"]) {
			const made = await ask(at, `POST ${REPO}/deployments`, {
				ref: "main",
				environment,
				auto_merge: false,
				required_contexts: [],
				production_environment: environment === "prod",
				payload: { a: 1 },
			});
			ids[environment]?.push(made.id);
			await ask(at, `POST ${REPO}/deployments/${made.id}/statuses`, { state: "success" });
		}
		expect(await ask(at, `GET ${REPO}/deployments/${ids["dev"]?.[0] ?? 0}/statuses`)).toMatchObject([
			{ state: "inactive" },
			{ state: "success" },
		]);
		expect(await ask(at, `GET ${REPO}/deployments/${ids["prod"]?.[0] ?? 0}/statuses`)).toMatchObject([
			{ state: "success" },
		]);
		expect(await ask(at, `GET ${REPO}/deployments?environment=prod`)).toHaveLength(2);
		expect(await ask(at, `GET ${REPO}/deployments/${ids["dev"]?.[0] ?? 0}`)).toMatchObject({
			environment: "dev",
			payload: { a: 1 },
		});
		expect(await ask(at, `GET ${REPO}/environments`)).toMatchObject({ total_count: 2 });
		expect(await ask(at, `GET ${REPO}/environments/dev`)).toMatchObject({ name: "dev" });
		expect((await call(at.standIn, `PUT ${REPO}/environments/staging`, { token: "ghp_ada", body: {} })).status).toBe(
			200,
		);
	});

	it("reads and writes git's own objects", async () => {
		const at = await project();
		const sha = await git(at.work, "rev-parse", "HEAD");
		const blob = await ask(at, `POST ${REPO}/git/blobs`, { content: "aGk=", encoding: "base64" });
		expect(await ask(at, `GET ${REPO}/git/blobs/${blob.sha}`)).toMatchObject({ content: "aGk=", size: 2 });
		const entry = { path: "deep/down/hi.txt", mode: "100644", type: "blob", sha: blob.sha };
		const tree = await ask(at, `POST ${REPO}/git/trees`, { base_tree: sha, tree: [entry] });
		const paths = ((await ask(at, `GET ${REPO}/git/trees/${tree.sha}?recursive=1`))["tree"] as { path: string }[]).map(
			(one) => one.path,
		);
		expect(paths).toEqual(["README.md", "deep", "deep/down", "deep/down/hi.txt"]);
		const made = await ask(at, `POST ${REPO}/git/commits`, { message: "By hand", tree: tree.sha, parents: [sha] });
		expect(await ask(at, `GET ${REPO}/git/commits/${made.sha}`)).toMatchObject({ message: "By hand" });
		const tag = await ask(at, `POST ${REPO}/git/tags`, {
			tag: "v1",
			message: "One",
			object: made.sha,
			type: "commit",
		});
		expect(await ask(at, `GET ${REPO}/git/tags/${tag.sha}`)).toMatchObject({
			tag: "v1",
			object: { sha: made.sha },
		});
		await ask(at, `POST ${REPO}/git/refs`, { ref: "refs/tags/v1", sha: tag.sha });
		expect(await ask(at, `GET ${REPO}/git/ref/tags/v1`)).toMatchObject({ object: { type: "tag", sha: tag.sha } });
		expect(await ask(at, `POST ${REPO}/git/refs`, { ref: "refs/tags/v1", sha })).toMatchObject({
			message: "Reference already exists",
		});
		expect(await ask(at, `PATCH ${REPO}/git/refs/heads/main`, { sha: made.sha })).toMatchObject({
			ref: "refs/heads/main",
		});
		expect(await ask(at, `PATCH ${REPO}/git/refs/heads/main`, { sha })).toMatchObject({
			message: "Update is not a fast forward",
		});
		expect(await ask(at, `GET ${REPO}/git/matching-refs/tags/v`)).toHaveLength(1);
		await ask(at, `DELETE ${REPO}/git/refs/tags/v1`);
		await git(at.work, "pull", "-q", "origin", "main");
		expect(await git(at.work, "show", "HEAD:deep/down/hi.txt")).toBe("hi");
	});

	it("keeps what the settings say, and shows it to those who may see settings", async () => {
		const at = await project();
		const ada = async (what: string, body?: unknown) => {
			const answer = await call(at.standIn, what, { token: "ghp_ada", body });
			return { ...answer.body, status: answer.status };
		};
		const ACTIONS = `${REPO}/actions/permissions`;
		expect(await ada(`GET ${ACTIONS}`)).toMatchObject({ enabled: true, allowed_actions: "all" });
		expect(await ada(`GET ${ACTIONS}/selected-actions`)).toMatchObject({ status: 409 });
		await ada(`PUT ${ACTIONS}`, { enabled: true, allowed_actions: "selected", sha_pinning_required: true });
		await ada(`PUT ${ACTIONS}/selected-actions`, { github_owned_allowed: false, patterns_allowed: ["acme/*"] });
		expect(await ada(`GET ${ACTIONS}`)).toMatchObject({ allowed_actions: "selected", sha_pinning_required: true });
		expect(await ada(`GET ${ACTIONS}/selected-actions`)).toMatchObject({
			github_owned_allowed: false,
			patterns_allowed: ["acme/*"],
		});
		expect(await ada(`GET ${ACTIONS}/workflow`)).toMatchObject({ default_workflow_permissions: "read" });
		await ada(`PUT ${ACTIONS}/workflow`, { default_workflow_permissions: "write" });
		expect(await ada(`GET ${ACTIONS}/workflow`)).toMatchObject({ default_workflow_permissions: "write" });
		const forks = `${ACTIONS}/fork-pr-contributor-approval`;
		expect(await ada(`GET ${forks}`)).toMatchObject({ approval_policy: "first_time_contributors" });
		expect(await ada(`PUT ${forks}`, { approval_policy: "nobody" })).toMatchObject({ status: 422 });
		await ada(`PUT ${forks}`, { approval_policy: "all_external_contributors" });
		expect(await ada(`GET ${forks}`)).toMatchObject({ approval_policy: "all_external_contributors" });
		await at.standIn.configure(at.name, (settings) => {
			settings.runners = [{ name: "box", online: false, labels: ["gpu"], version: "2.330.0" }];
		});
		expect(await ada(`GET ${REPO}/actions/runners`)).toMatchObject({
			total_count: 1,
			runners: [{ name: "box", status: "offline", version: "2.330.0" }],
		});
		await at.standIn.protectEnvironment(at.name, "prod", ["ada"]);
		expect(await ada(`GET ${REPO}/environments/prod`)).toMatchObject({
			protection_rules: [{ type: "required_reviewers", reviewers: [{ type: "User", reviewer: { login: "ada" } }] }],
		});
	});

	it("shows rules by what they are about", async () => {
		const at = await project();
		const checks = {
			type: "required_status_checks",
			parameters: { strict_required_status_checks_policy: false, required_status_checks: [{ context: "mainline" }] },
		};
		const ruleset = (name: string, target: string, include: string[], rules: unknown[]) =>
			call(at.standIn, `POST ${REPO}/rulesets`, {
				token: "ghp_ada",
				body: { name, target, enforcement: "active", conditions: { ref_name: { include, exclude: [] } }, rules },
			});
		expect((await ruleset("main", "branch", ["~DEFAULT_BRANCH"], [checks])).status).toBe(201);
		const { body: tags } = await ruleset("tags", "tag", ["refs/tags/*@v*"], [{ type: "update" }, { type: "deletion" }]);
		expect(await ask(at, `GET ${REPO}/rules/branches/main`)).toMatchObject([checks]);
		expect(await ask(at, `GET ${REPO}/rules/branches/other`)).toEqual([]);
		expect(await ask(at, `GET ${REPO}/rulesets?targets=tag`)).toMatchObject([{ name: "tags", target: "tag" }]);
		expect(await ask(at, `GET ${REPO}/rulesets/${tags.id}`)).toMatchObject({
			conditions: { ref_name: { include: ["refs/tags/*@v*"] } },
			rules: [{ type: "update" }, { type: "deletion" }],
		});
		await at.standIn.requireChecks(at.name, ["mainline"]);
		expect(await ask(at, `GET ${REPO}/branches/main`)).toMatchObject({
			protected: true,
			protection: { required_status_checks: { contexts: ["mainline"] } },
		});
	});

	it("shows settings to nobody else", async () => {
		const at = await project();
		await at.standIn.addToken({ value: "ghp_eve", kind: "personal", login: "eve" });
		await at.standIn.createRepository("ada/secret", { private: true });
		const asked = async (token: string, path: string) => {
			const { status, body } = await call(at.standIn, `GET ${path}`, { token });
			return [status, body["message"]];
		};
		const runners = `${REPO}/actions/runners`;
		expect(await asked("ghs_workflow", runners)).toEqual([403, "Resource not accessible by integration"]);
		expect(await asked("ghp_eve", runners)).toEqual([403, "Must have admin rights to Repository."]);
		expect(await asked("ghp_eve", "/repos/ada/secret/actions/runners")).toEqual([404, "Not Found"]);
		expect((await call(at.standIn, `GET ${runners}`)).status).toBe(401);
	});

	it("reads and writes files through contents", async () => {
		const at = await project();
		const file = await ask(at, `GET ${REPO}/contents/README.md`);
		expect(Buffer.from(String(file["content"]), "base64").toString()).toBe("A model\n");
		const content = Buffer.from("Changed\n").toString("base64");
		const refused = await ask(at, `PUT ${REPO}/contents/README.md`, { message: "Change", content });
		expect(refused).toMatchObject({ message: "Validation Failed" });
		await ask(at, `PUT ${REPO}/contents/README.md`, { message: "Change", content, sha: file.sha });
		await ask(at, `PUT ${REPO}/contents/docs/one.md`, { message: "Add", content });
		expect(await ask(at, `GET ${REPO}/contents/docs`)).toMatchObject([{ path: "docs/one.md", type: "file" }]);
		expect(await ask(at, `GET ${REPO}/contents/none.md`)).toMatchObject({ message: "Not Found" });
	});
});
