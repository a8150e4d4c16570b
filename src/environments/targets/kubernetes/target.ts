import type { KubernetesDeploy } from "../../../config/index.ts";
import { badInput, type Sha256 } from "../../../kernel/index.ts";
import { lastLinesOf } from "../tail.ts";
import type { Deployment, DeployResult, Target, TargetContext } from "../target.ts";
import { askCluster, type Cluster, kubectl, refusedBy } from "./kubectl.ts";
import { type DeploymentView, digestIn, type PodView, viewDeployment, viewEvents, viewPods } from "./objects.ts";

export type KubernetesTargetOptions = Omit<KubernetesDeploy, "kind"> & TargetContext;

/** How long kubectl watches before the pods are looked at. */
const LOOK_S = 3;
/** A container that fell so often is not about to stand up. */
const FALLS = 3;
/** What no waiting mends; that an image cannot be fetched is only said after the second try. */
const HOPELESS = ["ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "CreateContainerConfigError"];

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
		if (!isThere) await this.#patch(view, index, deployment);
		const trouble = await this.#await(view, name, deployment);
		if (trouble === null) return { ok: true, changed: true };
		return { ok: false, reason: trouble, log: await this.logs(deployment) };
	}

	/** Between two versions nobody can tell; nor where the image goes by a tag. */
	async running(): Promise<Sha256 | null | undefined> {
		const view = await this.#view();
		if (!view.isRolledOut) return undefined;
		return view.replicas === 0 ? null : (digestIn(this.#container(view).image) ?? undefined);
	}

	/** What the cluster and the container say of the newest pod that fails with this image. */
	async logs(deployment: Deployment): Promise<readonly string[]> {
		const view = await this.#view();
		const { name } = this.#container(view);
		const pods = (await this.#pods(view, name, deployment)).sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
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
	async #patch(view: DeploymentView, index: number, { image, model, version }: Deployment): Promise<void> {
		const container = `/spec/template/spec/containers/${index}`;
		const annotations = "/spec/template/metadata/annotations";
		const told = Object.entries({ model, version }).map(([key, value]) => ({
			op: "add",
			path: `${annotations}/mainline.dev~1${key}`,
			value,
		}));
		const patch = [
			{ op: "test", path: `${container}/name`, value: view.containers[index]?.name },
			{ op: "test", path: `${container}/image`, value: view.containers[index]?.image },
			{ op: "replace", path: `${container}/image`, value: image },
			...(view.hasAnnotations ? [] : [{ op: "add", path: annotations, value: {} }]),
			...told,
		];
		const args = ["patch", "deployment", this.#options.deployment, "--type=json", `--patch=${JSON.stringify(patch)}`];
		const result = await kubectl(this.#cluster, args);
		if (result.code !== 0) throw refusedBy(this.#cluster, args, result);
	}

	/** Null when it is rolled out; else why it will not be. */
	async #await(view: DeploymentView, container: string, deployment: Deployment): Promise<string | null> {
		const { clock, timeoutMs, progress } = this.#options;
		const name = this.#options.deployment;
		const deadline = clock.monotonic() + timeoutMs;
		for (;;) {
			const left = Math.ceil((deadline - clock.monotonic()) / 1000);
			const wait = `--timeout=${Math.max(1, Math.min(LOOK_S, left))}s`;
			const status = await kubectl(this.#cluster, ["rollout", "status", `deployment/${name}`, wait]);
			if (status.code === 0) return null;
			const said = lastLinesOf(status.stderr).at(-1) ?? `exit code ${status.code}`;
			if (!said.includes("timed out waiting")) return `the rollout of ${name} failed: ${said}`;
			const trouble = (await this.#pods(view, container, deployment)).map(hopeless).find((found) => found !== null);
			if (trouble !== undefined) return `${deployment.version} does not start: ${trouble}`;
			if (clock.monotonic() >= deadline) return `the rollout of ${name} is not over after ${timeoutMs / 1000} s`;
			progress.live(lastLinesOf(status.stdoutText).at(-1) ?? `waiting for ${name}`);
		}
	}

	async #pods(view: DeploymentView, container: string, { digest }: Deployment): Promise<PodView[]> {
		const found = await askCluster(this.#cluster, ["get", "pods", `--selector=${view.selector}`]);
		return viewPods(found, container).filter((pod) => digestIn(pod.image) === digest);
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
