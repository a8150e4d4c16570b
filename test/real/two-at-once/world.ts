import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { stateFolder, stopProcesses } from "../../../src/environments/index.ts";
import { silent, systemClock } from "../../../src/kernel/index.ts";
import type { StatusDocument } from "../../../src/report/index.ts";
import { mainline, type Ran } from "../../doors/support/program.ts";
import { freePort } from "../../environments/rig.ts";
import { startRegistry } from "../../release/support/registry.ts";
import { afterwards, commit, git, temporaryFolder } from "../../rig/world.ts";

const SERVE = resolve(import.meta.dirname, "../../environments/fixtures/serve.py");

export const PEOPLE = ["ada", "ben"] as const;
export type Person = (typeof PEOPLE)[number];

/** What stands where, as git, the registry and the servers say with one voice. */
export interface Standing {
	readonly dev: string;
	readonly prod: string;
	readonly rejected: readonly string[];
	/** Whether production is on hold. */
	readonly held: boolean;
}

/** One repository, one registry and one machine that serves, and two people who have a clone each. */
export class SharedWorld {
	readonly #folder: string;
	readonly #ports: readonly number[];
	#contents = 0;

	private constructor(folder: string, ports: readonly number[]) {
		this.#folder = folder;
		this.#ports = ports;
	}

	static async make(): Promise<SharedWorld> {
		const folder = await temporaryFolder();
		const registry = await startRegistry(join(folder, "registry"));
		afterwards(() => registry.stop());
		const [dev, prod] = [await freePort(), await freePort()];
		const world = new SharedWorld(folder, [dev, prod]);
		afterwards(() => world.#end());
		await git(folder, "init", "-q", "--bare", "-b", "main", "server.git");
		for (const person of PEOPLE) await git(folder, "clone", "-q", "server.git", person);
		await world.merge("ada", {
			".dvc/config": "",
			".dvc/.gitignore": "/config.local\n/tmp\n/cache\n",
			"dvc.yaml": "artifacts:\n  churn: {type: model, path: model.json}\n",
			"serve.py": await readFile(SERVE, "utf8"),
			"mainline.yaml": `models:
  churn:
    image: ${registry.host}/acme/churn
    code: [serve.py]
    command: [python3, serve.py]
environments:
  dev: {deploy: {process: {port: ${dev}}}}
  prod: {after: dev, deploy: {process: {port: ${prod}}}}
`,
		});
		return world;
	}

	/** Brings a model that never was before to main; who did it has it checked out. */
	async merge(person: Person, files: Readonly<Record<string, string>> = {}): Promise<void> {
		this.#contents += 1;
		const model = { "model.json": `${JSON.stringify({ content: this.#contents })}\n` };
		if (this.#contents > 1) await this.pull(person);
		await commit(this.#clone(person), { files: { ...files, ...model }, message: `Content ${this.#contents}` });
		await git(this.#clone(person), "push", "-q", "origin", "HEAD:main");
	}

	async pull(person: Person): Promise<void> {
		await git(this.#clone(person), "pull", "-q", "--ff-only", "origin", "main");
	}

	/** Releases a model that never was, and brings it to production, whatever stood there. */
	async bringNew(person: Person): Promise<Standing> {
		await this.merge(person);
		const { stdout } = await this.tell(person, "release");
		if (stdout.includes("waits")) await this.tell(person, "promote", "churn", "prod", "--force");
		const standing = await this.standing(person);
		const { dev, prod, held } = standing;
		if (dev !== prod || held) throw new Error(`dev has ${dev}, prod has ${prod}\n${stdout}`);
		return standing;
	}

	/** Fails where git, the registry and the servers do not say the same. */
	async standing(person: Person): Promise<Standing> {
		const { code, stdout, stderr } = await this.tell(person, "status", "--fetch", "--verify", "--json");
		if (code !== 0) throw new Error(`status --verify: ${code}\n${stdout}${stderr}`);
		const { models } = JSON.parse(stdout) as StatusDocument;
		const [dev, prod] = ["dev", "prod"].map((name) => models[0]?.environments.find((each) => each.name === name));
		return {
			dev: dev?.version ?? "nothing",
			prod: prod?.version ?? "nothing",
			rejected: models[0]?.rejected?.map(({ version }) => version) ?? [],
			held: prod?.hold !== null,
		};
	}

	/** What the servers themselves answer. */
	async served(): Promise<string[]> {
		return Promise.all(
			this.#ports.map(async (port) => {
				const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: "close" } });
				return ((await response.json()) as { version: string }).version;
			}),
		);
	}

	/** Names of the versions that were released. */
	async versions(): Promise<string[]> {
		const tags = await git(join(this.#folder, "server.git"), "tag", "-l", "churn@*");
		return tags.split("\n").map((tag) => tag.replace("churn@", ""));
	}

	/** The program, as somebody starts it in his clone. */
	tell(person: Person, ...args: string[]): Promise<Ran> {
		const env = { HOME: this.#folder, GIT_AUTHOR_NAME: person, GIT_COMMITTER_NAME: person };
		return mainline(args, { cwd: this.#clone(person), env });
	}

	#clone(person: Person): string {
		return join(this.#folder, person);
	}

	async #end(): Promise<void> {
		const { signal } = new AbortController();
		for (const port of this.#ports) {
			const folder = stateFolder(join(this.#folder, ".local/state/mainline/process", String(port)));
			await stopProcesses(folder, { clock: systemClock, progress: silent, signal });
		}
	}
}
