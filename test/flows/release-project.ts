import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promote } from "../../src/flows/promote.ts";
import type { Move, Released } from "../../src/flows/release/documents.ts";
import { type ReleaseOptions, release } from "../../src/flows/release.ts";
import { rollback } from "../../src/flows/rollback.ts";
import { status } from "../../src/flows/status.ts";
import type { Outcome } from "../../src/kernel/index.ts";
import { plainStyle, renderText } from "../../src/report/index.ts";
import { allKnown, knowing } from "./known-tree.ts";
import { ReleaseRig } from "./release-rig.ts";

const ASKED = { remote: null, plan: false, by: "ann", model: "churn" };
const PERSON = { ...ASKED, force: false, reason: null, breakFreeze: null };
const know = knowing(allKnown());

/** A project whose mainline.yaml, in the tree, has one model and the environments that are given; every command is the real one. */
export class ReleaseProject {
	readonly rig: ReleaseRig;
	/** The `environments:` of mainline.yaml, indented by two. */
	environments: string;

	constructor(rig: ReleaseRig, environments: string) {
		this.rig = rig;
		this.environments = environments;
	}

	/** Commits weights (the model's content) with everything that the release needs. */
	commit(subject: string, weights: object): string {
		mkdirSync(join(this.rig.root, ".dvc"), { recursive: true });
		const models = "models:\n  churn: {image: oci:../images, code: [serve.py], command: [python3, serve.py]}\n";
		const files = {
			".gitignore": "/.dvc\n",
			weights: JSON.stringify(weights),
			"mainline.yaml": `${models}environments:\n${this.environments}`,
			"serve.py": ReleaseRig.serve,
		};
		for (const [name, text] of Object.entries(files)) writeFileSync(join(this.rig.root, name), text);
		return this.rig.commit(subject, {});
	}

	release(more: Partial<ReleaseOptions> = {}): Promise<Outcome<Released>> {
		return release(this.rig.context(), { ...ASKED, model: null, rev: "HEAD", before: null, know, ...more });
	}

	async moves(more: Partial<ReleaseOptions> = {}): Promise<readonly Move[]> {
		return (await this.release(more)).document.models[0]?.environments ?? [];
	}

	/** `dev: deployed v0.2.0`, one line for each environment. */
	async released(more: Partial<ReleaseOptions> = {}): Promise<string[]> {
		return (await this.moves(more)).map((move) => `${move.environment}: ${move.outcome} ${move.version}`);
	}

	async promote(environment: string, version: string | null = null): Promise<Move> {
		return (await promote(this.rig.context(), { ...PERSON, environment, version, know })).document.move;
	}

	async rollback(environment: string): Promise<Move> {
		return (await rollback(this.rig.context(), { ...PERSON, environment, to: null, know })).document.move;
	}

	async status(): Promise<string> {
		const asked = await status(this.rig.context(), { model: null, verify: false, remote: null });
		return renderText(asked.document, plainStyle);
	}
}
