import type { DeployKind, EnvironmentConfig } from "../../config/index.ts";
import {
	allRight,
	askGolden,
	type EnvironmentState,
	type GoldenAnswer,
	goldenWords,
	imageOf,
	type TrialResult,
} from "../../environments/index.ts";
import { Failure, type Sha256 } from "../../kernel/index.ts";
import { type ImageStore, parseManifest, type VersionState } from "../../release/index.ts";
import type { RehearsalStep } from "../../report/index.ts";
import { goldenIfReadable } from "../release/golden.ts";
import { imageAt } from "../release/image-at.ts";
import type { KnowTree } from "../release/known.ts";
import { recipeOf } from "../release/rebuild.ts";
import { restoreImage } from "../release/restore.ts";
import { locationOf, openStore, type Site } from "../release/site.ts";
import { fetchImage, type Tried, tryImage } from "../release/trial.ts";

/** What a rollback would bring back, and where. */
export interface Subject {
	readonly model: string;
	readonly environment: EnvironmentState;
	readonly version: VersionState;
	readonly digest: Sha256;
	readonly know: KnowTree;
}

type Said = Omit<RehearsalStep, "name" | "seconds">;

/** In the order in which a rollback needs them. One that failed keeps those that stand on it from being tried. */
export async function stepsOf(site: Site, subject: Subject): Promise<RehearsalStep[]> {
	const image = await timed(site, "image", () => imageStep(site, subject));
	const model = await timed(site, "model", () => modelStep(site, subject));
	const start = await timed(site, "start", () => startStep(site, subject, image));
	return [image, model, start];
}

/** Whoever cannot be asked leaves a step unknown: it is neither well nor broken. */
async function timed(site: Site, name: RehearsalStep["name"], step: () => Promise<Said>): Promise<RehearsalStep> {
	const { clock } = site.context;
	const start = clock.monotonic();
	const said = await step().catch((failure: unknown): Said => {
		if (!(failure instanceof Failure) || failure.code === "interrupted") throw failure;
		return { outcome: "unknown", says: failure.message };
	});
	return { name, ...said, seconds: (clock.monotonic() - start) / 1000 };
}

/** Pulled whole where nothing else pulls it. One that is gone is put back, as a rollback would do: better now than in need. */
async function imageStep(site: Site, subject: Subject): Promise<Said> {
	const { version, model, know, digest, environment } = subject;
	const restored = await restoreImage(site, { model, version, know });
	if (restored.kind === "lost" || restored.kind === "not-taken") return { outcome: "failed", says: restored.reason };
	const image = imageOf(version) ?? "";
	const found = await imageAt(site, { image, digest, model, version: version.version });
	if (found.kind === "unknown" || found.kind === "gone") return { outcome: "unknown", says: found.says };
	if (found.kind === "unsigned") return { outcome: "failed", says: `a rollback would be refused: ${found.says}` };
	if (environment.config?.deploy.kind !== "process") await pull(openStore(site, locationOf(image)), digest);
	const wrong = found.kind === "wrong" ? `; ${found.says}` : "";
	if (restored.kind === "not-needed") return { outcome: "passed", says: `its image is in the registry${wrong}` };
	const says = "its image was gone from the registry: it was packed anew with the same digest, and is there again";
	return { outcome: "restored", says: `${says}${wrong}` };
}

/** Reads every byte of an image: each blob proves its digest at its end. */
async function pull(store: ImageStore, digest: Sha256): Promise<void> {
	const { config, layers } = parseManifest(await store.manifest(digest), `${store.location}@${digest}`);
	for (const blob of [config, ...layers]) for await (const _ of store.blob(blob));
}

/** Whether the image could be packed anew on any machine: only what a remote or git keeps counts. */
async function modelStep(site: Site, { model, version, know }: Subject): Promise<Said> {
	const recipe = await recipeOf(site.context, { model, version, know });
	const lacking = recipe.ok ? await recipe.candidate.lacking() : recipe.reason;
	if (lacking === null) return { outcome: "passed", says: "its model is stored: the image could be packed anew" };
	return { outcome: "failed", says: `its image could not be packed anew: ${lacking}` };
}

async function startStep(site: Site, subject: Subject, image: RehearsalStep): Promise<Said> {
	const { environment, version, digest, model } = subject;
	if (image.outcome !== "passed" && image.outcome !== "restored")
		return { outcome: "not-tried", says: "it was not started: its image is not there" };
	const { config } = environment;
	if (config === null)
		return { outcome: "not-tried", says: `it was not started: mainline.yaml has no ${environment.name}` };
	const tried: Tried = { model, version: version.version, image: imageOf(version) ?? "", digest };
	const about = { tried, environment: config };
	const { clock, signal } = site.context;
	const requests = await goldenIfReadable(site, { model, commit: version.commit });
	const question = { model, version: version.version, requests, clock, signal };
	const result = await tryImage(site, about, (url) => askGolden({ url, ...question }));
	if (result === null) return notStarted(config, await fetchImage(site, about));
	return result.ok ? answered(version, result.found) : { outcome: "failed", says: result.reason, log: result.log };
}

/** Says what stands between the image in the registry and a version that answers, where only the target itself can try it. */
function notStarted({ name, deploy }: EnvironmentConfig, fetched: TrialResult<string> | null): Said {
	if (fetched?.ok === false) return { outcome: "failed", says: fetched.reason, log: fetched.log };
	const why = `${name} is deployed by \`${deploy.kind}\`, which would touch what runs`;
	if (fetched !== null) {
		const says = `${fetched.found} has fetched it, and it was not started there: that would take the place of what runs`;
		return { outcome: "not-tried", says };
	}
	const unasked = CLUSTERS.has(deploy.kind) ? ", and whether the cluster can fetch it was not asked" : "";
	return { outcome: "not-tried", says: `it was not started${unasked}: ${why}` };
}

const CLUSTERS: ReadonlySet<DeployKind> = new Set(["kubernetes", "kustomize", "helm"]);

/** A rollback to what answers wrongly would say no, too. */
function answered({ version }: VersionState, asked: readonly GoldenAnswer[]): Said {
	if (asked.length === 0) return { outcome: "passed", says: `${version} starts and answers` };
	const proof = { asked, notAsked: null };
	const says = `${version} starts and answers; ${goldenWords(proof)}`;
	if (allRight(proof)) return { outcome: "passed", says };
	const log = asked.flatMap(({ file, differences }) => differences.map((difference) => `${file}: ${difference}`));
	return { outcome: "failed", says, log };
}
