// Cuts GitHub's OpenAPI description down to the operations that the stand-in serves, with everything they refer to.
//   npm pack @octokit/openapi@23.0.2 && tar -xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json
//   node scripts/prune-openapi.mjs package/generated/api.github.com.json test/fixtures/github-openapi/github.json
// Descriptions and examples are dropped: only what a validator reads is kept.
import { readFileSync, writeFileSync } from "node:fs";

const [source, target] = process.argv.slice(2);
const document = JSON.parse(readFileSync(source, "utf8"));
const repo = "/repos/{owner}/{repo}";

const OPERATIONS = [
	"GET /user", "GET /users/{username}", "GET /rate_limit", `GET ${repo}`,
	`GET ${repo}/branches`, `GET ${repo}/branches/{branch}`, `GET ${repo}/tags`,
	`GET ${repo}/commits`, `GET ${repo}/commits/{ref}`, `GET ${repo}/commits/{commit_sha}/pulls`, `GET ${repo}/compare/{basehead}`,
	`GET ${repo}/contents/{path}`, `PUT ${repo}/contents/{path}`,
	`GET ${repo}/pulls`, `POST ${repo}/pulls`, `GET ${repo}/pulls/{pull_number}`, `PATCH ${repo}/pulls/{pull_number}`,
	`GET ${repo}/pulls/{pull_number}/files`, `GET ${repo}/pulls/{pull_number}/commits`,
	`GET ${repo}/pulls/{pull_number}/merge`, `PUT ${repo}/pulls/{pull_number}/merge`,
	`GET ${repo}/issues`, `POST ${repo}/issues`, `GET ${repo}/issues/{issue_number}`, `PATCH ${repo}/issues/{issue_number}`,
	`GET ${repo}/issues/{issue_number}/comments`, `POST ${repo}/issues/{issue_number}/comments`,
	`GET ${repo}/issues/comments/{comment_id}`, `PATCH ${repo}/issues/comments/{comment_id}`, `DELETE ${repo}/issues/comments/{comment_id}`,
	`GET ${repo}/issues/comments/{comment_id}/reactions`, `POST ${repo}/issues/comments/{comment_id}/reactions`,
	`DELETE ${repo}/issues/comments/{comment_id}/reactions/{reaction_id}`,
	`POST ${repo}/check-runs`, `GET ${repo}/check-runs/{check_run_id}`, `PATCH ${repo}/check-runs/{check_run_id}`,
	`GET ${repo}/check-runs/{check_run_id}/annotations`, `GET ${repo}/commits/{ref}/check-runs`,
	`POST ${repo}/statuses/{sha}`, `GET ${repo}/commits/{ref}/status`, `GET ${repo}/commits/{ref}/statuses`,
	`GET ${repo}/deployments`, `POST ${repo}/deployments`, `GET ${repo}/deployments/{deployment_id}`, `DELETE ${repo}/deployments/{deployment_id}`,
	`GET ${repo}/deployments/{deployment_id}/statuses`, `POST ${repo}/deployments/{deployment_id}/statuses`,
	`GET ${repo}/environments`, `GET ${repo}/environments/{environment_name}`, `PUT ${repo}/environments/{environment_name}`,
	`GET ${repo}/git/ref/{ref}`, `GET ${repo}/git/matching-refs/{ref}`, `POST ${repo}/git/refs`, `PATCH ${repo}/git/refs/{ref}`, `DELETE ${repo}/git/refs/{ref}`,
	`POST ${repo}/git/tags`, `GET ${repo}/git/tags/{tag_sha}`, `POST ${repo}/git/commits`, `GET ${repo}/git/commits/{commit_sha}`,
	`POST ${repo}/git/trees`, `GET ${repo}/git/trees/{tree_sha}`, `POST ${repo}/git/blobs`, `GET ${repo}/git/blobs/{file_sha}`,
	`GET ${repo}/actions/runs`, `GET ${repo}/actions/runs/{run_id}`, `GET ${repo}/actions/workflows/{workflow_id}/runs`,
	`GET ${repo}/actions/runs/{run_id}/artifacts`, `GET ${repo}/actions/artifacts/{artifact_id}/{archive_format}`,
	`POST ${repo}/actions/runs/{run_id}/cancel`, `POST ${repo}/actions/runs/{run_id}/rerun`, `POST ${repo}/actions/runs/{run_id}/approve`,
	`GET ${repo}/collaborators/{username}/permission`,
	`GET ${repo}/rules/branches/{branch}`, `GET ${repo}/rulesets`, `POST ${repo}/rulesets`, `GET ${repo}/rulesets/{ruleset_id}`,
	`GET ${repo}/actions/permissions`, `PUT ${repo}/actions/permissions`,
	`GET ${repo}/actions/permissions/selected-actions`, `PUT ${repo}/actions/permissions/selected-actions`,
	`GET ${repo}/actions/permissions/workflow`, `PUT ${repo}/actions/permissions/workflow`,
	`GET ${repo}/actions/permissions/fork-pr-contributor-approval`, `PUT ${repo}/actions/permissions/fork-pr-contributor-approval`,
	`GET ${repo}/actions/runners`,
	"GET /orgs/{org}/teams/{team_slug}", "GET /orgs/{org}/teams/{team_slug}/memberships/{username}",
];

const kept = { openapi: document.openapi, info: { title: document.info.title, version: document.info.version, license: document.info.license }, paths: {}, components: {} };
for (const operation of OPERATIONS) {
	const [method, path] = operation.split(" ");
	const found = document.paths[path]?.[method.toLowerCase()];
	if (found === undefined) throw new Error(`GitHub's description has no ${operation}`);
	kept.paths[path] ??= {};
	const { operationId, parameters, requestBody, responses } = found;
	kept.paths[path][method.toLowerCase()] = slim({ operationId, parameters, requestBody, responses });
}
for (const pending = refsIn(kept.paths), done = new Set(); pending.length > 0; ) {
	const reference = pending.pop();
	if (done.has(reference)) continue;
	done.add(reference);
	const [, , kind, name] = reference.split("/");
	const value = slim(document.components[kind][name]);
	kept.components[kind] ??= {};
	kept.components[kind][name] = value;
	pending.push(...refsIn(value));
}
writeFileSync(target, `${JSON.stringify(kept)}\n`);
console.log(`${OPERATIONS.length} operations, ${Object.keys(kept.components.schemas).length} schemas, ${readFileSync(target).length} bytes`);

function slim(value, inside = "") {
	if (Array.isArray(value)) return value.map((item) => slim(item));
	if (typeof value !== "object" || value === null) return value;
	const named = inside === "properties" || inside === "schemas";
	const drop = (key) => !named && ["description", "example", "examples", "externalDocs", "summary", "title"].includes(key);
	const kept = Object.entries(value).filter(([key, item]) => item !== undefined && !drop(key));
	const whole = Object.fromEntries(kept.map(([key, item]) => [key, slim(item, named ? "" : key)]));
	return named ? whole : withNull(whole);
}

// OpenAPI's `nullable` beside a choice of schemas means one more choice, which JSON Schema has to be told.
function withNull({ nullable, ...schema }) {
	if (nullable === undefined) return schema;
	if (schema.type !== undefined || !nullable) return { nullable, ...schema };
	return { anyOf: [schema, { type: "null" }] };
}

function refsIn(value) {
	if (Array.isArray(value)) return value.flatMap(refsIn);
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, item]) => (key === "$ref" && typeof item === "string" ? [item] : refsIn(item)));
}
