import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { identityEnv } from "../../src/git/identity.ts";
import { git, temporaryFolder } from "../rig/world.ts";

const ADA = { "user.name": "Ada", "user.email": "ada@example.org" };

beforeEach(() => {
	vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
	vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");
});
afterEach(() => {
	vi.unstubAllEnvs();
});

it.each([
	["nobody in git's configuration", {}, {}, true],
	["a name alone", { "user.name": "Ada" }, {}, true],
	["an address alone", { "user.email": "ada@example.org" }, {}, true],
	["an empty name", { ...ADA, "user.name": "" }, {}, true],
	["a name and an address", ADA, {}, false],
	["a committer of its own", { "committer.name": "Ada", "committer.email": "ada@example.org" }, {}, false],
	["the environment", {}, { GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@example.org" }, false],
])("who signs where there is %s: the bot where git has nobody", async (_, settings, variables, isBot) => {
	const root = await temporaryFolder();
	await git(root, "init", "-q");
	for (const [key, value] of Object.entries(settings)) await git(root, "config", key, value);
	for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
	expect(Object.keys(await identityEnv(root)).length > 0).toBe(isBot);
});
