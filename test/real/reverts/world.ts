import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Released } from "../../../src/flows/release/documents.ts";
import type { StatusDocument } from "../../../src/report/index.ts";
import { CircleWorld } from "../../circle/world.ts";
import { mainline } from "../../doors/support/program.ts";
import { startRegistry } from "../../release/support/registry.ts";
import { afterwards, git, temporaryFolder } from "../../rig/world.ts";

export type Files = Readonly<Record<string, string>>;
/** How a branch comes to main: GitHub's three buttons, by hand. */
export type Landing = "merge commit" | "squash" | "rebase";
export type ReleasedModel = Released["models"][number];

/** Data that DVC tracks, code and a parameter: what a model is made of here. */
export const data = (rows: number): Files => ({
	"data.txt": `${Array.from({ length: rows }, (_, row) => row).join("\n")}\n`,
});
export const params = (quality: number): Files => ({ "params.yaml": `quality: ${quality}\n` });
export const code = (edition: number): Files => ({
	"train.sh": `echo train >> "$NOTES/ran"
quality=$(sed -n 's/^quality: //p' params.yaml)
echo "{\\"quality\\": $quality, \\"rows\\": $(wc -l < prepared.txt), \\"edition\\": ${edition}}" > model.json
echo "{\\"accuracy\\": $quality}" > metrics.json
`,
});

/**
 * A git server, a registry, and two environments that answer, with one version in both; ada works in a clone of it, by git and by the
 * program.
 */
export class RevertWorld {
	readonly #circle: CircleWorld;
	readonly #registry: string;

	private constructor(circle: CircleWorld, registry: string) {
		this.#circle = circle;
		this.#registry = registry;
	}

	static async make(): Promise<RevertWorld> {
		const folder = await temporaryFolder();
		const images = join(folder, "registry");
		const registry = await startRegistry(images);
		afterwards(() => registry.stop());
		const circle = await CircleWorld.make("process", join(folder, "world"), async (place) => {
			const { "data.txt": _, ...files } = await CircleWorld.files(place);
			const policy = files["mainline.yaml"]?.replace(/image: .*/, `image: ${registry.host}/acme/churn`) ?? "";
			return { ...files, "mainline.yaml": policy };
		});
		afterwards(() => circle.end());
		const world = new RevertWorld(circle, images);
		await world.git("checkout", "-q", "-B", "main");
		await world.commit("Begin with data", { ...data(3), ...code(1) });
		await world.train();
		await world.commit("Results", {});
		await world.push();
		await world.release();
		return world;
	}

	get clone(): string {
		return this.#circle.clone;
	}

	git(...args: string[]): Promise<string> {
		return git(this.clone, ...args);
	}

	/** One commit of everything that lies there, and of these files. */
	async commit(message: string, files: Files): Promise<void> {
		for (const [path, text] of Object.entries(files)) await writeFile(join(this.clone, path), text);
		if ("data.txt" in files) await this.tell("add", "data.txt");
		await this.git("add", "-A");
		await this.git("commit", "-q", "-m", message);
	}

	/** As a pull request's job does: what is stale runs, and its results are where everybody finds them. */
	async train(): Promise<void> {
		await this.tell("checkout", "data.txt.dvc");
		await this.tell("run");
		await this.tell("push", "--run-cache");
	}

	/** A branch of main with one commit for each of these, trained; `lock`: whether its results are committed, too. */
	async branch(name: string, commits: readonly Files[], { lock }: { readonly lock: boolean }): Promise<void> {
		await this.git("checkout", "-q", "-B", name, "main");
		for (const [index, files] of commits.entries()) await this.commit(`Change ${name}, ${index + 1}`, files);
		await this.train();
		if (lock) await this.commit(`Results of ${name}`, {});
		else await this.git("checkout", "-q", "--", ".");
	}

	/** Brings a branch to main; the commits of main before and after. */
	async land(branch: string, by: Landing): Promise<readonly [string, string]> {
		const before = await this.git("rev-parse", "main");
		if (by === "rebase") await this.git("rebase", "-q", "main", branch);
		await this.git("checkout", "-q", "main");
		if (by === "rebase") await this.git("merge", "-q", "--ff-only", branch);
		if (by === "merge commit") await this.git("merge", "-q", "--no-ff", "--no-edit", branch);
		if (by === "squash") await this.git("merge", "-q", "--squash", branch);
		if (by === "squash") await this.git("commit", "-q", "-m", `Change ${branch} (#12)`);
		await this.push();
		return [before, await this.git("rev-parse", "main")];
	}

	async push(): Promise<void> {
		await this.git("push", "-q", "origin", "HEAD:main");
	}

	/** What releasing the newest commit comes to, of the one model. */
	async release(...more: string[]): Promise<ReleasedModel> {
		const { models } = (await this.document("release", ...more)) as Released;
		const [model] = models;
		if (model === undefined) throw new Error("nothing was released");
		return model;
	}

	/** The comment that a pull request of what is checked out gets. */
	async comment(branch: string): Promise<string> {
		await this.git("push", "-q", "-f", "origin", `HEAD:refs/heads/${branch}`);
		const { number } = await this.#circle.gitHub.openPull("ada/model", {
			head: branch,
			base: "main",
			title: branch,
			author: "ada",
		});
		const { code: exit, stdout } = await this.#circle.act("pull_request");
		if (exit !== 0) throw new Error(stdout);
		return this.#circle.repository.comments.findLast(({ issue }) => issue === number)?.body ?? "";
	}

	/** What each environment's own server says. */
	async served(): Promise<readonly [string, string]> {
		return [await this.#circle.serves("dev"), await this.#circle.serves("prod")];
	}

	/** What git says, where git, registry and servers agree; else in what they do not. */
	async status(): Promise<{
		rejected: readonly string[];
		holds: Record<string, string | null>;
		disagree: readonly unknown[];
	}> {
		const { models, verified } = (await this.document("status", "--verify")) as StatusDocument;
		const { rejected = [], environments = [] } = models[0] ?? {};
		return {
			rejected: rejected.map(({ version }) => version),
			holds: Object.fromEntries(environments.map(({ name, hold }) => [name, hold])),
			disagree: [...(verified?.disagreements ?? []), ...(verified?.unasked ?? [])],
		};
	}

	/** All that was ever made: by training, and in the registry. */
	async made(): Promise<{ trained: number; stored: readonly string[] }> {
		const stored = await readdir(join(this.#registry, "data"), { recursive: true });
		return { trained: await this.#circle.runs("train"), stored: stored.sort() };
	}

	/** The document of a command, whatever it answers. */
	async document(...args: string[]): Promise<unknown> {
		return JSON.parse(await this.tell(...args, "--json"));
	}

	/** What a command says that comes to an answer. */
	async tell(...args: string[]): Promise<string> {
		const { directory } = this.#circle.place;
		const env = { HOME: join(directory, "home"), NOTES: directory };
		const { code: exit, stdout, stderr } = await mainline(args, { cwd: this.clone, env });
		if (exit !== 0 && exit !== 1) throw new Error(`mainline ${args.join(" ")}: ${exit}: ${stdout}${stderr}`);
		return stdout;
	}
}
