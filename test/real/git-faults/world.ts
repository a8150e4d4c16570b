import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FlowContext } from "../../../src/flows/context.ts";
import { hold } from "../../../src/flows/hold.ts";
import { promote } from "../../../src/flows/promote.ts";
import { release } from "../../../src/flows/release.ts";
import { rollback } from "../../../src/flows/rollback.ts";
import type { Outcome } from "../../../src/kernel/index.ts";
import { type GitHubStandIn, startGitHub } from "../../../src/standin/index.ts";
import { type Ran, start } from "../../doors/support/program.ts";
import { allKnown, knowing } from "../../flows/known-tree.ts";
import { ReleaseRig } from "../../flows/release-rig.ts";
import { type FaultProxy, startFaultProxy } from "../../release/support/fault-proxy.ts";
import { hastyClock } from "../../release/support/images.ts";
import { TOKEN } from "./spoil.ts";

const NAME = "ada/model";

const know = knowing(allKnown());
const asked = { remote: "origin", plan: false, by: "ann", model: "churn" };
const person = { ...asked, force: false, reason: null, breakFreeze: null, know };

/** A clone of a repository that `git http-backend` serves through a proxy that spoils calls; to be put back to how it was again and again. */
export class GitFaultWorld {
	readonly proxy: FaultProxy;
	readonly #standIn: GitHubStandIn;
	readonly #rig: ReleaseRig;

	private constructor(rig: ReleaseRig, standIn: GitHubStandIn, proxy: FaultProxy) {
		this.#rig = rig;
		this.#standIn = standIn;
		this.proxy = proxy;
	}

	static async make(): Promise<GitFaultWorld> {
		const rig = await ReleaseRig.make([]);
		rig.clock = hastyClock();
		const standIn = await startGitHub({ directory: join(rig.place.dir, "github") });
		await standIn.createRepository(NAME);
		await standIn.addToken({ value: TOKEN, kind: "personal", login: "ada" });
		const proxy = await startFaultProxy(new URL(standIn.serverUrl).host);
		rig.git("remote", "set-url", "origin", `http://x-access-token:${TOKEN}@${proxy.host}/${NAME}.git`);
		// how long git waits for a server that says nothing
		rig.git("config", "http.lowSpeedTime", "1");
		return new GitFaultWorld(rig, standIn, proxy);
	}

	get directory(): string {
		return this.#rig.place.dir;
	}

	/** The repository as it lies at the server. */
	get bare(): string {
		return this.#standIn.bareDirectory(NAME);
	}

	commit(weights: object): void {
		mkdirSync(join(this.#rig.root, ".dvc"), { recursive: true });
		const files = {
			".gitignore": "/.dvc\n",
			weights: JSON.stringify(weights),
			"serve.py": ReleaseRig.serve,
			"mainline.yaml": `models:
  churn:
    image: oci:../images
    code: [serve.py]
    command: [python3, serve.py]
environments:
  dev: {deploy: ${DEPLOY}}
  prod: {after: dev, auto: false, deploy: ${DEPLOY}}
`,
		};
		for (const [path, content] of Object.entries(files)) writeFileSync(join(this.#rig.root, path), content);
		this.#rig.commit("Change", {});
		// not by the server, which this very process is
		this.#rig.git("push", "-q", this.bare, "main");
	}

	release(): Promise<Outcome> {
		return release(this.#context(), { ...asked, model: null, rev: "HEAD", before: null, know });
	}

	promote(): Promise<Outcome> {
		return promote(this.#context(), { ...person, version: null, environment: "prod" });
	}

	rollback(): Promise<Outcome> {
		return rollback(this.#context(), { ...person, environment: "prod", to: null });
	}

	hold(): Promise<Outcome> {
		return hold(this.#context(), { ...asked, environment: "prod", holds: true, reason: "a look" });
	}

	/** The program, as people start it. */
	tell(...args: string[]): Promise<Ran> {
		return start(args, { cwd: this.#rig.root, env: { HOME: this.directory } }).ended;
	}

	/** Keeps everything as it is now, under a name. */
	keep(name: string): void {
		for (const [part, at] of this.#parts()) copy(at, join(this.directory, "kept", name, part));
	}

	restore(name: string): void {
		for (const [part, at] of this.#parts()) copy(join(this.directory, "kept", name, part), at);
	}

	/** What the server says to every push from now on; null: nothing. */
	hook(script: string | null): void {
		const file = join(this.bare, "hooks/pre-receive");
		mkdirSync(join(this.bare, "hooks"), { recursive: true });
		if (script === null) rmSync(file, { force: true });
		else writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
	}

	serverSetting(name: string, value: string): void {
		this.#rig.git("-C", this.bare, "config", name, value);
	}

	/** What whoever clones now reads, and what runs. */
	state(): { tags: string[]; head: string | null; runs: (string | null)[] } {
		const refs = this.#refs();
		const tags = refs.flatMap(({ name, commit }) =>
			name.startsWith("refs/tags/") ? [`${name.slice(10)} ${commit}`] : [],
		);
		return { tags, head: this.#headTag(), runs: ["dev", "prod"].map((name) => this.#runs(name)) };
	}

	/** Fails where the server holds what cannot be: two versions on one commit, or a head that is not the newest assignment. */
	consistent(): void {
		const refs = this.#refs().filter(({ name }) => name.startsWith("refs/tags/"));
		const versions = refs.filter(({ name }) => name.includes("@"));
		if (new Set(versions.map(({ commit }) => commit)).size !== versions.length) throw new Error("a version is doubled");
		const numbered = refs.map(({ name }) => ({ name, number: Number(/#(\d+)$/.exec(name)?.[1] ?? 0) }));
		const newest = numbered.filter(({ number }) => number > 0).toSorted((a, b) => b.number - a.number);
		if (new Set(newest.map(({ number }) => number)).size !== newest.length) throw new Error("an assignment is doubled");
		const [expected = null] = newest.map(({ name }) => name.slice("refs/tags/".length));
		if (this.#headTag() !== expected) throw new Error(`the head is ${this.#headTag()} and not ${expected}`);
	}

	async end(): Promise<void> {
		await this.proxy.stop();
		await this.#standIn.stop();
		await this.#rig.end();
	}

	#headTag(): string | null {
		const refs = this.#refs();
		const head = refs.find(({ name }) => name === "refs/mainline/heads/churn");
		if (head === undefined) return null;
		const tag = refs.find(({ name, object }) => name.startsWith("refs/tags/") && object === head.object);
		return tag?.name.slice("refs/tags/".length) ?? "of no tag";
	}

	#refs(): { name: string; object: string; commit: string }[] {
		const format = "--format=%(refname) %(objectname) %(*objectname)";
		const listing = this.#rig.git("-C", this.bare, "for-each-ref", format, "refs/tags", "refs/mainline");
		return listing.split("\n").flatMap((line) => {
			const [name = "", object = "", commit = ""] = line.split(" ");
			return name === "" ? [] : [{ name, object, commit }];
		});
	}

	#runs(environment: string): string | null {
		const file = join(this.directory, "runs", environment);
		return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
	}

	#parts(): [string, string][] {
		const here = ["work", "runs", "images"].map((part): [string, string] => [part, join(this.directory, part)]);
		return [...here, ["server", this.bare]];
	}

	#context(): FlowContext {
		return this.#rig.context();
	}
}

const DEPLOY = "{command: 'mkdir -p ../runs && echo \"$MAINLINE_VERSION\" > ../runs/$MAINLINE_ENVIRONMENT'}";

function copy(from: string, to: string): void {
	rmSync(to, { recursive: true, force: true });
	if (existsSync(from)) cpSync(from, to, { recursive: true });
}
