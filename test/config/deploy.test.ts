import { describe, expect, it } from "vitest";
import { type Deploy, loadMainline } from "../../src/config/index.ts";
import { Failure } from "../../src/kernel/index.ts";

/** One environment that deploys so; it has a probe. */
function read(deploy: string): Deploy | undefined {
	const text = `environments: {dev: {probe: 'http://x', deploy: {${deploy}}}}`;
	return loadMainline(text, "mainline.yaml").environments.get("dev")?.deploy;
}

function mistake(deploy: string): string {
	try {
		read(deploy);
	} catch (error) {
		if (error instanceof Failure) return `${error.details.at?.column} ${error.message}`;
		throw error;
	}
	return "none";
}

const REPOSITORY = { branch: "main", timeoutMs: 600_000 };

describe("the ways to deploy", () => {
	it.each<[string, Deploy]>([
		[
			"compose: {port: 8081, program: podman}",
			{ kind: "compose", host: null, port: 8081, program: "podman", service: null },
		],
		[
			"compose: {port: 8081, service: churn, directory: deploy}",
			{
				kind: "compose",
				host: null,
				port: 8081,
				program: "docker",
				service: { name: "churn", file: "compose.yaml", directory: "deploy" },
			},
		],
		[
			"compose: {host: deploy@gpu1, directory: /srv/churn, service: churn, file: ./prod.yaml}",
			{
				kind: "compose",
				host: "deploy@gpu1",
				program: "docker",
				service: { name: "churn", file: "prod.yaml", directory: "/srv/churn" },
			},
		],
		[
			"compose: {host: gpu1, program: podman, directory: /srv/churn, service: churn}",
			{
				kind: "compose",
				host: "gpu1",
				program: "podman",
				service: { name: "churn", file: "compose.yaml", directory: "/srv/churn" },
			},
		],
		[
			"kubernetes: {context: prod, namespace: models, deployment: churn, timeout: 90s}",
			{
				kind: "kubernetes",
				context: "prod",
				namespace: "models",
				deployment: "churn",
				container: null,
				timeoutMs: 90_000,
			},
		],
		[
			"kustomize: {repository: 'git@example.org:acme/config.git', path: overlays/prod, image: churn}",
			{
				...REPOSITORY,
				kind: "kustomize",
				repository: "git@example.org:acme/config.git",
				path: "overlays/prod",
				image: "churn",
			},
		],
		[
			"helm: {repository: 'ssh://git@example.org/config', key: model.image}",
			{
				...REPOSITORY,
				kind: "helm",
				repository: "ssh://git@example.org/config",
				values: "values.yaml",
				key: ["model", "image"],
			},
		],
	])("reads %s", (text, deploy) => {
		expect(read(text)).toEqual(deploy);
	});

	it.each([
		["compose: {service: churn}", "`compose` needs `port`"],
		["compose: {port: 1, file: x.yaml}", "expected `service` beside it"],
		["compose: {port: 1, service: churn, program: podman}", "expected `docker` for a service"],
		["compose: {port: 1, service: churn, file: ../x.yaml}", "expected a path that stays in its folder"],
		["compose: {host: gpu1, service: churn}", "needs `directory`"],
		["compose: {host: gpu1, service: churn, directory: srv}", "expected an absolute folder of that machine"],
		["compose: {host: gpu1, service: churn, directory: /srv, port: 1}", "expected no `port`"],
		["compose: {host: -oProxyCommand=x, service: churn, directory: /srv}", "expected a machine that ssh knows"],
		['compose: {host: gpu1, service: churn, directory: "/srv\\nrm"}', "expected a text on one line"],
		["kubernetes: {context: --as=root, namespace: m, deployment: churn}", "expected the name of a context"],
		['kubernetes: {context: "a\\0b", namespace: m, deployment: churn}', "without a NUL in it"],
		["kubernetes: {context: prod, namespace: m, deployment: deployment/churn}", "expected the name of a deployment"],
		["kustomize: {repository: --upload-pack=x, image: churn}", "expected the address of a git repository"],
		["kustomize: {repository: 'ext::sh -c x', image: churn}", "expected the address of a git repository"],
		["kustomize: {repository: config, image: churn, branch: -x}", "expected the name of a branch"],
		["helm: {repository: 'https://hush@example.org/config'}", "a password or token stands in the address"],
		["helm: {repository: 'ssh://git:hush@example.org/config'}", "a password or token stands in the address"],
		["helm: {repository: config, key: a..b}", "expected keys with dots between them"],
		["helm: {repository: config, values: ../values.yaml}", "expected a path that stays in its folder"],
		['command: "x\\0"', "without a NUL in it"],
	])("refuses %s", (text, words) => {
		expect(mistake(text)).toContain(words);
	});

	it.each(["kustomize: {repository: config, image: churn}", "helm: {repository: config}"])(
		"refuses %s without a probe: only the model itself says that it runs",
		(deploy) => {
			const text = `environments: {dev: {deploy: {${deploy}}}}`;
			expect(() => loadMainline(text, "mainline.yaml")).toThrow("needs `probe`");
		},
	);

	it("takes the word that a server does not tell its version, where something else says what runs", () => {
		const read = (text: string) =>
			loadMainline(`environments: {dev: {${text}}}`, "mainline.yaml").environments.get("dev");
		const command = "deploy: {command: ./deploy.sh}";
		expect(read(`probe: {url: 'http://x', version: false}, ${command}`)).toMatchObject({
			probe: "http://x",
			untold: true,
		});
		expect(read("probe: {version: false}, deploy: {process: {port: 1}}")).toMatchObject({ probe: null, untold: true });
		expect(read(`probe: {url: 'http://x'}, ${command}`)).not.toHaveProperty("untold");
		expect(() => read(`probe: {version: false}, ${command}`)).toThrow("`probe` has no address");
		expect(() => read(`probe: [x], ${command}`)).toThrow("expected an address");
		expect(() => read("probe: {url: 'http://x', version: false}, deploy: {helm: {repository: config}}")).toThrow(
			"`helm` needs a server that tells its version",
		);
	});

	it.each([
		"kustomize: {repository: https://github.com/a/b, image: churn",
		"helm: {repository: https://github.com/a/b",
	])("%s, pull: true} proposes instead of pushing", (text) => {
		expect(read(`${text}, pull: true}`)).toMatchObject({ pull: true });
		expect(read(`${text}}`)).not.toHaveProperty("pull");
		expect(mistake(`${text}, pull: maybe}`)).toContain("expected true or false");
	});
});
