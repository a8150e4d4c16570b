import type { EnvironmentConfig } from "../../src/config/index.ts";
import { declaredTrailer, type ModelState, modelState } from "../../src/environments/index.ts";
import { parseSha256, type Sha256 } from "../../src/kernel/index.ts";
import {
	approvalTag,
	assignmentTag,
	failureTag,
	healthTag,
	readHistory,
	readMarks,
	type TagInfo,
	type Trailers,
	tagMessage,
} from "../../src/release/index.ts";

/** Writes tags as releases would, a minute apart, without git. */
export class Tagged {
	readonly tags: TagInfo[] = [];
	minutes = 0;

	version(version: string): this {
		const digest = digestNamed(version);
		const trailers = { digest, image: `oci:images@${digest}`, content: contentNamed(version) };
		return this.#add(`churn@${version}`, commitNamed(version), tagMessage(`churn ${version}`, trailers));
	}

	assign(stage: string, version: string, trailers: Trailers = {}, declared?: string): this {
		const message = tagMessage(`churn ${version} → ${stage}`, { digest: digestNamed(version), ...trailers });
		const trailer = declared === undefined ? "" : declaredTrailer(declared);
		return this.#add(assignmentTag(this.tags, "churn", stage), commitNamed(version), message + trailer);
	}

	approve(stage: string, version: string, by: string, more: Pick<Trailers, "digest" | "team"> = {}): this {
		const name = approvalTag({ artifact: "churn", environment: stage, version, by });
		const trailers = { digest: digestNamed(version), by, ...more };
		return this.#add(name, commitNamed(version), tagMessage("Approve", trailers));
	}

	health(stage: string, kind: "unwell" | "well"): this {
		const name = healthTag(this.tags, { artifact: "churn", environment: stage, kind });
		return this.#add(name, commitNamed("v0.1.0"), tagMessage("Health", { reason: "connection refused" }));
	}

	failed(stage: string, version: string, digest = digestNamed(version)): this {
		const name = failureTag(this.tags, { artifact: "churn", environment: stage, version });
		return this.#add(name, commitNamed(version), tagMessage("Failed", { digest, reason: "it answers 503" }));
	}

	later(minutes: number): this {
		this.minutes += minutes;
		return this;
	}

	now(): Date {
		return new Date(Date.UTC(2026, 0, 1, 0, this.minutes));
	}

	state(
		configs: readonly EnvironmentConfig[] = [environment("dev"), environment("prod", { after: "dev" })],
	): ModelState {
		const byName = new Map(configs.map((config) => [config.name, config]));
		return modelState(readHistory(this.tags, "churn"), byName, readMarks(this.tags, "churn"));
	}

	#add(name: string, target: string, message: string): this {
		this.minutes += 1;
		const tagger = { name: "Ann", email: "ann@example.org" };
		this.tags.push({
			name,
			target,
			object: `${this.tags.length}`.padStart(40, "0"),
			taggedAt: this.now(),
			tagger,
			message,
		});
		return this;
	}
}

export function environment(name: string, settings: Partial<EnvironmentConfig> = {}): EnvironmentConfig {
	return {
		name,
		after: null,
		soakMs: 0,
		deploy: { kind: "command", command: ["true"] },
		probe: null,
		approve: null,
		freeze: [],
		at: { file: "mainline.yaml", line: 1, column: 1 },
		...settings,
	};
}

export function commitNamed(version: string): string {
	return Buffer.from(version).toString("hex").padEnd(40, "0");
}

export function digestNamed(version: string): Sha256 {
	return sha(`d${version}`);
}

export function contentNamed(version: string): Sha256 {
	return sha(`c${version}`);
}

function sha(text: string): Sha256 {
	const digest = parseSha256(`sha256:${Buffer.from(text).toString("hex").padEnd(64, "0")}`);
	if (digest === null) throw new Error("not a digest");
	return digest;
}
