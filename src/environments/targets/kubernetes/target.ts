import type { KubernetesDeploy } from "../../../config/index.ts";
import { badInput, Failure, type Sha256 } from "../../../kernel/index.ts";
import { lastLinesOf } from "../tail.ts";
import type { Deployment, DeployResult, Standing, Target, TargetContext } from "../target.ts";
import { askCluster, type Cluster, kubectl, REFUSES, refusedBy, SILENT } from "./kubectl.ts";
import {
	type DeploymentView,
	digestIn,
	type PodView,
	steadySince,
	viewDeployment,
	viewEvents,
	viewPods,
} from "./objects.ts";

export type KubernetesTargetOptions = Omit<KubernetesDeploy, "kind"> & TargetContext & Pick<Cluster, "patienceMs">;

const LOOK_EVERY_MS = 1000;
/** A container that fell so often is not about to stand up. */
const FALLS = 3;
/** What no waiting mends; that an image cannot be fetched is only said after the second try. */
const HOPELESS = ["ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "CreateContainerConfigError"];

/** How far a rollout is, in words unless it is over. */
type Look =
	| { readonly state: "rolled-out" }
	| { readonly state: "waiting"; readonly why: string }
	| { readonly state: "hopeless"; readonly why: string };

/** An image, and what the pods say of it: an annotation that is undefined is taken away. */
interface Wanted {
	readonly image: string;
	readonly told: Readonly<Record<string, unknown>>;
}

/** What a rollout is to come to. */
interface Goal {
	readonly name: string;
	readonly environment: string;
	/** Whether a pod's image is the one. */
	readonly isIt: (image: string) => boolean;
}

/** A container of a deployment: its image is changed by digest, and the cluster's own rollout is awaited. */
export class KubernetesTarget implements Target {
	readonly url = null;
	readonly #options: KubernetesTargetOptions;
	readonly #cluster: Cluster;

	constructor(options: KubernetesTargetOptions) {
		this.#options = options;
		this.#cluster = options;
	}

	async deploy(deployment: Deployment): Promise<DeployResult> {
		refuseFolder(deployment, this.#options);
		const view = await this.#view();
		const { index, name, image } = this.#container(view);
		const isThere = digestIn(image) === deployment.digest;
		if (isThere && view.isRolledOut) return { ok: true, changed: false };
		if (!isThere) await this.#patch(view, index, { image: deployment.image, told: toldOf(deployment) });
		const trouble = await this.#await(name, goalOf(deployment));
		if (trouble === null) return { ok: true, changed: true };
		return { ok: false, reason: trouble, log: await this.logs(deployment).catch(unheard) };
	}

	async standing(coming: Deployment): Promise<Standing | null> {
		const view = await this.#view();
		const { image } = this.#container(view);
		if (digestIn(image) === coming.digest) return null;
		const told = Object.fromEntries(Object.keys(toldOf(coming)).map((key) => [key, view.annotations?.[key]]));
		return { image, isSeen: true, putBack: () => this.#putBack({ image, told }, coming) };
	}

	/** By its own name, as it was written: a tag may have moved, which its owner knows. */
	async #putBack(before: Wanted, { image, environment }: Deployment): Promise<DeployResult> {
		const view = await this.#view();
		const found = this.#container(view);
		if (found.image === before.image) return { ok: true, changed: false };
		if (found.image !== image) return { ok: false, reason: `somebody else changed it to ${found.image}`, log: [] };
		await this.#patch(view, found.index, before);
		const isIt = (of: string): boolean => of === before.image;
		const trouble = await this.#await(found.name, { name: before.image, environment, isIt });
		return trouble === null ? { ok: true, changed: true } : { ok: false, reason: trouble, log: [] };
	}

	/** Between two versions nobody can tell; nor where the image goes by a tag. */
	async running(): Promise<Sha256 | null | undefined> {
		const view = await this.#view();
		if (!view.isRolledOut) return undefined;
		return view.replicas === 0 ? null : (digestIn(this.#container(view).image) ?? undefined);
	}

	/**
	 * From when on one pod or another has been ready all along: one that came later (more replicas, a drained node) breaks nothing as long as an
	 * older one is there. A container that fell does, whichever it was.
	 */
	async upSince(): Promise<Date | null> {
		const view = await this.#view();
		const { name, image } = this.#container(view);
		if (!view.isRolledOut || view.replicas === 0) return null;
		const isIt = (of: string): boolean => of === image;
		const pods = await this.#pods(view, name, { name: image, environment: "", isIt });
		return steadySince(pods);
	}

	/** What the cluster and the container say of the newest pod that fails with this image. */
	async logs(deployment: Deployment): Promise<readonly string[]> {
		const view = await this.#view();
		const { name } = this.#container(view);
		const pods = (await this.#pods(view, name, goalOf(deployment))).sort((a, b) =>
			a.startedAt < b.startedAt ? 1 : -1,
		);
		const pod = pods.find((each) => !each.isReady) ?? pods[0];
		return pod === undefined ? [] : [...(await this.#events(pod)), ...(await this.#words(pod, name))];
	}

	async #view(): Promise<DeploymentView> {
		return viewDeployment(await askCluster(this.#cluster, ["get", "deployment", this.#options.deployment]));
	}

	#container(view: DeploymentView): { index: number; name: string; image: string } {
		const { container, deployment } = this.#options;
		const names = view.containers.map(({ name }) => name);
		const index = container === null && names.length === 1 ? 0 : names.indexOf(container ?? "");
		const found = view.containers[index];
		if (found !== undefined) return { index, ...found };
		throw badInput(
			"container-unknown",
			`deployment ${deployment} has ${container === null ? "several containers" : "no such container"}`,
			{
				found: container ?? names.join(", "),
				expected: `\`container\`: one of ${names.join(", ")}`,
				hint: "see to `container` of `kubernetes` in mainline.yaml",
			},
		);
	}

	/** Only when the deployment is as it was seen: who changed it meanwhile is not overwritten. */
	async #patch(view: DeploymentView, index: number, { image, told }: Wanted): Promise<void> {
		const container = `/spec/template/spec/containers/${index}`;
		const annotations = "/spec/template/metadata/annotations";
		const notes = Object.entries(told).flatMap(([key, value]) => {
			const path = `${annotations}/${key.replace("/", "~1")}`;
			if (value !== undefined) return [{ op: "add", path, value }];
			return view.annotations?.[key] === undefined ? [] : [{ op: "remove", path }];
		});
		const patch = [
			{ op: "test", path: `${container}/name`, value: view.containers[index]?.name },
			{ op: "test", path: `${container}/image`, value: view.containers[index]?.image },
			{ op: "replace", path: `${container}/image`, value: image },
			...(view.annotations === null ? [{ op: "add", path: annotations, value: {} }] : []),
			...notes,
		];
		const args = ["patch", "deployment", this.#options.deployment, "--type=json", `--patch=${JSON.stringify(patch)}`];
		const result = await kubectl(this.#cluster, args);
		if (result.code === 0) return;
		// the answer to the one that went through may have been lost, and asking again refused
		const now = this.#container(await this.#view()).image;
		if (now !== image) throw refusedBy(this.#cluster, args, result);
	}

	/** Null when it is rolled out; else why it is not. */
	async #await(container: string, goal: Goal): Promise<string | null> {
		const { clock, signal, timeoutMs, progress } = this.#options;
		const deadline = clock.monotonic() + timeoutMs;
		let look = await this.#look(container, goal);
		while (look.state === "waiting" && clock.monotonic() < deadline) {
			progress.live(`${goal.environment}: ${look.why}`);
			await clock.sleep(LOOK_EVERY_MS, signal);
			look = await this.#look(container, goal);
		}
		if (look.state === "rolled-out") return null;
		if (look.state === "hopeless") return `${goal.name} does not start: ${look.why}`;
		return `the rollout of ${this.#options.deployment} is not over after ${timeoutMs / 1000} s: ${look.why}`;
	}

	/** That the cluster does not answer once is no reason to take a good version back. */
	async #look(container: string, goal: Goal): Promise<Look> {
		try {
			const view = await this.#view();
			if (view.isRolledOut) return { state: "rolled-out" };
			const pods = await this.#pods(view, container, goal);
			const trouble = pods.map(hopeless).find((found) => found !== null) ?? view.stalled;
			if (trouble !== null) return { state: "hopeless", why: trouble };
			return { state: "waiting", why: `${view.available} of ${view.replicas} pods are available` };
		} catch (cause) {
			if (!(cause instanceof Failure) || ![REFUSES, SILENT].includes(cause.code)) throw cause;
			return { state: "waiting", why: cause.message };
		}
	}

	async #pods(view: DeploymentView, container: string, { isIt }: Goal): Promise<PodView[]> {
		const found = await askCluster(this.#cluster, ["get", "pods", `--selector=${view.selector}`]);
		return viewPods(found, container).filter((pod) => isIt(pod.image));
	}

	async #events({ name, waits, message }: PodView): Promise<string[]> {
		const found = await askCluster(this.#cluster, ["get", "events", `--field-selector=involvedObject.name=${name}`]);
		const warnings = viewEvents(found).filter(({ type }) => type === "Warning");
		const state = waits === null ? [] : [`${name}: ${waits}${message === "" ? "" : `: ${message}`}`];
		return [...state, ...warnings.slice(-5).map((event) => `${name}: ${event.reason}: ${event.message}`)];
	}

	/** Of its last life, where it fell and has not begun another one. */
	async #words({ name, restarts, waits }: PodView, container: string): Promise<string[]> {
		const earlier = restarts > 0 && waits !== null ? ["--previous"] : [];
		const result = await kubectl(this.#cluster, ["logs", name, `--container=${container}`, "--tail=20", ...earlier]);
		return result.code === 0 ? lastLinesOf(result.stdoutText) : [];
	}
}

function toldOf({ model, version }: Deployment): Record<string, unknown> {
	return { "mainline.dev/model": model, "mainline.dev/version": version };
}

function goalOf({ version, environment, digest }: Deployment): Goal {
	return { name: version, environment, isIt: (image) => digestIn(image) === digest };
}

/** Why a rollout failed is known: what its pods said may be missing. */
function unheard(cause: unknown): readonly string[] {
	if (cause instanceof Failure && [REFUSES, SILENT].includes(cause.code)) return [];
	throw cause;
}

function hopeless({ name, waits, message, restarts }: PodView): string | null {
	const isOver = waits !== null && (HOPELESS.includes(waits) || restarts >= FALLS);
	return isOver ? `${name} is in ${waits}${message === "" ? "" : `: ${message}`}` : null;
}

function refuseFolder({ image }: Deployment, { context }: KubernetesTargetOptions): void {
	if (!image.startsWith("oci:")) return;
	throw badInput("image-not-in-registry", `the cluster of context ${context} cannot fetch ${image}`, {
		expected: "an image in a registry that the cluster reaches",
		hint: "give the model an `image: host/path` in mainline.yaml and release again",
	});
}
