import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiBody, project } from "../rig/world.ts";

/**
 * `emulate` is somebody else's idea of GitHub: what both say of the same calls is less likely to be our own mistake.
 * It is asked for the routes that it has; deployments, statuses, reactions and git over HTTP it lacks. Left out is where
 * GitHub's documentation contradicts it: it counts the base's commits among a pull's, opens the same pull twice, and
 * answers 422 instead of 405 to the merge of what is merged.
 */
interface Emulator {
	readonly url: string;
	close(): Promise<void>;
}

const PACKAGE = "emulate";
const REPO = "/repos/ada/model";

let other: Emulator;

beforeAll(async () => {
	const { createEmulator } = (await import(PACKAGE)) as { createEmulator: (options: object) => Promise<Emulator> };
	const seed = {
		tokens: { ghp_ada: { login: "ada", scopes: ["repo"] } },
		github: { users: [{ login: "ada" }], repos: [{ owner: "ada", name: "model", auto_init: true }] },
	};
	other = await createEmulator({ service: "github", port: 41_873, seed });
});

afterAll(() => other.close());

type Ask = (what: string, body?: unknown) => Promise<{ status: number; body: ApiBody }>;

function asker(root: string): Ask {
	return async (what, body) => {
		const [method = "GET", path = ""] = what.split(" ");
		const response = await fetch(root + path, {
			method,
			headers: { authorization: "Bearer ghp_ada", "content-type": "application/json" },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		return { status: response.status, body: JSON.parse(text === "" ? "{}" : text) as ApiBody };
	};
}

/** A branch with one file more, made through the API alone, and a pull for it. */
async function story(ask: Ask): Promise<unknown[]> {
	const told: unknown[] = [];
	const note = async (what: string, at: { body?: unknown; fields?: string[] } = {}): Promise<ApiBody> => {
		const answer = await ask(what, at.body);
		told.push([
			what.replaceAll(/\b[0-9a-f]{40}\b|(?<=comments\/)\d+/g, "#"),
			answer.status,
			...(at.fields ?? []).map((field) => answer.body[field]),
		]);
		return answer.body;
	};
	const tip = (await ask(`GET ${REPO}/git/ref/heads/main`)).body["object"] as ApiBody;
	const blob = await note(`POST ${REPO}/git/blobs`, {
		body: { content: "hello\n", encoding: "utf-8" },
		fields: ["sha"],
	});
	const base = (await ask(`GET ${REPO}/git/commits/${tip.sha}`)).body["tree"] as ApiBody;
	const entry = { path: "docs/new.txt", mode: "100644", type: "blob", sha: blob.sha };
	const tree = await note(`POST ${REPO}/git/trees`, { body: { base_tree: base.sha, tree: [entry] } });
	const made = await note(`POST ${REPO}/git/commits`, {
		body: { message: "Add", tree: tree.sha, parents: [tip.sha] },
		fields: ["message"],
	});
	const ref = { ref: "refs/heads/better", sha: made.sha };
	await note(`POST ${REPO}/git/refs`, { body: ref, fields: ["ref"] });
	await note(`POST ${REPO}/git/refs`, { body: ref, fields: ["message"] });
	await note(`PATCH ${REPO}/git/refs/heads/better`, { body: { sha: "0".repeat(40) } });
	const pull = { title: "Better", head: "better", base: "main", body: "Please" };
	const fields = ["number", "state", "title", "body", "draft", "merged", "merged_at"];
	const { number } = await note(`POST ${REPO}/pulls`, { body: pull, fields });
	const { id } = await note(`POST ${REPO}/issues/${String(number)}/comments`, {
		body: { body: "One" },
		fields: ["body"],
	});
	await note(`PATCH ${REPO}/issues/comments/${id}`, { body: { body: "Two" }, fields: ["body"] });
	await note(`DELETE ${REPO}/issues/comments/${id}`);
	await note(`GET ${REPO}/issues/comments/${id}`, { fields: ["message"] });
	await note(`GET ${REPO}/compare/main...better`, { fields: ["status", "ahead_by", "behind_by", "total_commits"] });
	await note(`GET ${REPO}/collaborators/ada/permission`, { fields: ["permission"] });
	await note(`PUT ${REPO}/pulls/${String(number)}/merge`, {
		body: { merge_method: "squash" },
		fields: ["merged", "message"],
	});
	await note(`GET ${REPO}/pulls/${String(number)}`, { fields: ["state", "merged"] });
	return told;
}

describe("a second opinion on GitHub", () => {
	it("is ours too", async () => {
		const { standIn } = await project();
		expect(await story(asker(standIn.apiUrl))).toEqual(await story(asker(other.url)));
	});
});
