import { parseSha256, type Sha256 } from "../../../kernel/index.ts";

/** What a deployment's JSON says, as far as a rollout goes by it. */
export interface DeploymentView {
	/** Null while it was not seen by the controllers, or is between two versions. */
	readonly isRolledOut: boolean;
	/** Wanted. */
	readonly replicas: number;
	/** Of the newest version. */
	readonly available: number;
	/** Why the cluster gave the rollout up; null while it did not. */
	readonly stalled: string | null;
	readonly containers: readonly { readonly name: string; readonly image: string }[];
	/** Of its pods; null where it has none. */
	readonly annotations: Readonly<Record<string, unknown>> | null;
	/** `key=value,…`: which pods are its own. */
	readonly selector: string;
}

export interface PodView {
	readonly name: string;
	readonly startedAt: string;
	readonly image: string;
	readonly isReady: boolean;
	/** `CrashLoopBackOff`, `ImagePullBackOff`; null while nothing is wrong. */
	readonly waits: string | null;
	readonly message: string;
	readonly restarts: number;
	/** When the container was started last; null while it does not run. */
	readonly runningSince: Date | null;
}

export function viewDeployment(document: unknown): DeploymentView {
	const { metadata, spec, status } = fieldsOf(document);
	const wanted = numberIn(spec, "replicas") ?? 1;
	const [made, updated, available] = ["replicas", "updatedReplicas", "availableReplicas"].map(
		(key) => numberIn(status, key) ?? 0,
	);
	const isSeen = (numberIn(status, "observedGeneration") ?? 0) >= (numberIn(metadata, "generation") ?? 0);
	const template = fieldsOf(fieldsOf(spec)["template"]);
	const labels = fieldsOf(fieldsOf(fieldsOf(spec)["selector"])["matchLabels"]);
	return {
		isRolledOut: isSeen && made === wanted && updated === wanted && available === wanted,
		replicas: wanted,
		available: Math.min(updated ?? 0, available ?? 0),
		stalled: isSeen ? stalledIn(status) : null,
		containers: itemsOf(fieldsOf(template["spec"])["containers"]).map((item) => ({
			name: textIn(item, "name"),
			image: textIn(item, "image"),
		})),
		annotations: annotationsOf(template),
		selector: Object.entries(labels)
			.map(([key, value]) => `${key}=${String(value)}`)
			.join(","),
	};
}

function annotationsOf(template: Readonly<Record<string, unknown>>): DeploymentView["annotations"] {
	const found = fieldsOf(template["metadata"])["annotations"];
	return found === undefined ? null : fieldsOf(found);
}

function stalledIn(status: unknown): string | null {
	const conditions = itemsOf(fieldsOf(status)["conditions"]);
	const overdue = conditions.find((each) => textIn(each, "reason") === "ProgressDeadlineExceeded");
	return overdue === undefined ? null : textIn(overdue, "message") || "its progress deadline is over";
}

/** The pods of a list that are to stay, each as its container of that name is. */
export function viewPods(document: unknown, container: string): PodView[] {
	const staying = itemsOf(fieldsOf(document)["items"]).filter(
		(pod) => fieldsOf(fieldsOf(pod)["metadata"])["deletionTimestamp"] === undefined,
	);
	return staying.map((pod) => {
		const { metadata, spec, status } = fieldsOf(pod);
		const named = (item: unknown): boolean => textIn(item, "name") === container;
		const state = itemsOf(fieldsOf(status)["containerStatuses"]).find(named);
		const waiting = fieldsOf(fieldsOf(fieldsOf(state)["state"])["waiting"]);
		const reason = textIn(waiting, "reason");
		return {
			name: textIn(metadata, "name"),
			startedAt: textIn(metadata, "creationTimestamp"),
			image: textIn(itemsOf(fieldsOf(spec)["containers"]).find(named), "image"),
			isReady: fieldsOf(state)["ready"] === true,
			waits: reason === "" || reason === "ContainerCreating" || reason === "PodInitializing" ? null : reason,
			message: textIn(waiting, "message"),
			restarts: numberIn(state, "restartCount") ?? 0,
			runningSince: dateIn(fieldsOf(fieldsOf(state)["state"])["running"], "startedAt"),
		};
	});
}

/** The oldest container that runs, or the last that was started again: whichever is later. Null where none runs. */
export function steadySince(pods: readonly PodView[]): Date | null {
	const times = (found: readonly PodView[]): number[] =>
		found.flatMap(({ runningSince, isReady }) => (runningSince === null || !isReady ? [] : [runningSince.getTime()]));
	const running = times(pods);
	if (running.length === 0) return null;
	return new Date(Math.max(Math.min(...running), ...times(pods.filter(({ restarts }) => restarts > 0))));
}

export interface EventView {
	readonly type: string;
	readonly reason: string;
	readonly message: string;
}

export function viewEvents(document: unknown): EventView[] {
	return itemsOf(fieldsOf(document)["items"]).map((item) => ({
		type: textIn(item, "type"),
		reason: textIn(item, "reason"),
		message: textIn(item, "message"),
	}));
}

/** The digest by which an image is named; null where it goes by a tag. */
export function digestIn(image: string): Sha256 | null {
	return parseSha256(image.split("@")[1] ?? "");
}

function fieldsOf(value: unknown): Record<string, unknown> {
	return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function itemsOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

function textIn(value: unknown, key: string): string {
	const found = fieldsOf(value)[key];
	return typeof found === "string" ? found : "";
}

function dateIn(value: unknown, key: string): Date | null {
	const time = Date.parse(textIn(value, key));
	return Number.isNaN(time) ? null : new Date(time);
}

function numberIn(value: unknown, key: string): number | null {
	const found = fieldsOf(value)[key];
	return typeof found === "number" ? found : null;
}
