import { describe, expect, it } from "vitest";
import { gitHubAddress } from "../../src/github/index.ts";

describe("the address of a repository", () => {
	it.each([
		["https://github.com/acme/config.git", "https://api.github.com"],
		["git@github.com:acme/config", "https://api.github.com"],
		["ssh://git@ghe.example.org:22/acme/config.git", "https://ghe.example.org/api/v3"],
		["https://acme.ghe.com/acme/config", "https://api.acme.ghe.com"],
		["http://127.0.0.1:80/acme/config", "http://127.0.0.1:80/api/v3"],
	])("is asked about where it lies: %s", (url, apiUrl) => {
		expect(gitHubAddress(url)).toEqual({ apiUrl, repository: "acme/config" });
	});

	it.each(["../config", "/srv/config.git", "http://github.com/acme/config", "https://github.com/acme"])(
		"is none of GitHub's: %s",
		(url) => {
			expect(gitHubAddress(url)).toBeNull();
		},
	);
});
