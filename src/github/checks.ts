import { isLost } from "./failures.ts";
import { type Author, externalId, type FoundCheck, found, ourChecks, stateOf } from "./found-checks.ts";
import { createMissing } from "./once.ts";
import { PAGE_SIZE, pause, type Wire } from "./wire.ts";

export type CheckConclusion =
	| "success"
	| "failure"
	| "neutral"
	| "cancelled"
	| "skipped"
	| "timed_out"
	| "action_required";

export interface Annotation {
	readonly path: string;
	/** From 1. */
	readonly startLine: number;
	readonly endLine: number;
	readonly level: "notice" | "warning" | "failure";
	readonly message: string;
	readonly title?: string;
}

export interface CheckOrder {
	readonly name: string;
	readonly headSha: string;
	readonly status: "queued" | "in_progress" | "completed";
	/** Needed when, and only when, `status` is `completed`. */
	readonly conclusion?: CheckConclusion;
	/** Markdown; GitHub takes 65,535 characters of each. */
	readonly output: { readonly title: string; readonly summary: string; readonly text?: string };
	readonly annotations?: readonly Annotation[];
	readonly detailsUrl?: string;
}

export interface WrittenCheck {
	readonly id: number;
	readonly url: string;
	readonly action: "created" | "updated" | "unchanged";
}

/** What GitHub takes in one request; more are added by further ones. */
const ANNOTATIONS_AT_ONCE = 50;
const ATTEMPTS = 4;

/**
 * Writes the one check run of this name on this commit, in place when it is there. Annotations can only be added, so
 * those that GitHub has already are not sent again, and the conclusion comes with the last of them: a check never
 * looks finished before it is. Should two be there (checks cannot be deleted), every one tells the same.
 */
export async function checkRun(wire: Wire, author: Author, order: CheckOrder): Promise<WrittenCheck> {
	const [newest, ...older] = await ourChecks(wire, author, order);
	const check = newest ?? (await made(wire, author, order));
	let changed = false;
	for (const each of [check, ...older]) changed = (await bringUp(wire, each, order)) || changed;
	return { id: check.id, url: check.url, action: newest === undefined ? "created" : changed ? "updated" : "unchanged" };
}

function made(wire: Wire, author: Author, order: CheckOrder): Promise<FoundCheck> {
	return createMissing(wire.clock, {
		find: async () => (await ourChecks(wire, author, order))[0] ?? null,
		create: () => create(wire, order),
	});
}

/** Made empty-handed where annotations follow: those are added one batch at a time, and may be added only once. */
async function create(wire: Wire, order: CheckOrder): Promise<FoundCheck> {
	const client = await wire.client();
	const first = (order.annotations ?? []).length === 0 ? settled(order) : { status: "in_progress" as const };
	const { data } = await client.rest.checks.create({
		...wire.at,
		name: order.name,
		head_sha: order.headSha,
		external_id: externalId(order.name),
		...first,
		output: { ...order.output },
		...(order.detailsUrl === undefined ? {} : { details_url: order.detailsUrl }),
	});
	return found(data);
}

function settled(order: CheckOrder): { status: CheckOrder["status"]; conclusion?: CheckConclusion } {
	return order.conclusion === undefined
		? { status: order.status }
		: { status: order.status, conclusion: order.conclusion };
}

/** True when something had to be written. An answer that is lost on the way is followed by a look at what is there. */
async function bringUp(wire: Wire, check: FoundCheck, order: CheckOrder): Promise<boolean> {
	for (let attempt = 1; ; attempt++) {
		const missing = await missingAnnotations(wire, check, { order, again: attempt > 1 });
		if (missing.length === 0 && check.state === stateOf(order)) return attempt > 1;
		try {
			await write(wire, check.id, { order, missing });
			return true;
		} catch (error) {
			if (!isLost(error) || attempt === ATTEMPTS) throw error;
			await wire.clock.sleep(pause(attempt));
		}
	}
}

async function missingAnnotations(
	wire: Wire,
	check: FoundCheck,
	at: { readonly order: CheckOrder; readonly again: boolean },
): Promise<readonly Annotation[]> {
	const wanted = at.order.annotations ?? [];
	if (wanted.length === 0 || (check.annotations === 0 && !at.again)) return wanted;
	const client = await wire.client();
	const there = await client.paginate(client.rest.checks.listAnnotations, {
		...wire.at,
		check_run_id: check.id,
		per_page: PAGE_SIZE,
	});
	const known = new Set(
		there.map((one) =>
			annotationKey({
				path: one.path,
				startLine: one.start_line,
				endLine: one.end_line,
				message: one.message ?? "",
			}),
		),
	);
	return wanted.filter((annotation) => !known.has(annotationKey(annotation)));
}

function annotationKey(annotation: Pick<Annotation, "path" | "startLine" | "endLine" | "message">): string {
	return JSON.stringify([annotation.path, annotation.startLine, annotation.endLine, annotation.message]);
}

async function write(
	wire: Wire,
	id: number,
	at: { readonly order: CheckOrder; readonly missing: readonly Annotation[] },
): Promise<void> {
	const client = await wire.client();
	const batches = inBatches(at.missing);
	for (const [index, annotations] of batches.entries()) {
		const last = index === batches.length - 1;
		await client.rest.checks.update({
			...wire.at,
			check_run_id: id,
			...(last ? settled(at.order) : {}),
			output: { ...at.order.output, annotations: annotations.map(asSent) },
			...(at.order.detailsUrl === undefined ? {} : { details_url: at.order.detailsUrl }),
			// added twice, annotations would show twice
			request: { repeatable: annotations.length === 0 },
		});
	}
}

/** At least one batch, because the state has to be written too. */
function inBatches(annotations: readonly Annotation[]): readonly (readonly Annotation[])[] {
	const count = Math.max(1, Math.ceil(annotations.length / ANNOTATIONS_AT_ONCE));
	return Array.from({ length: count }, (_, index) =>
		annotations.slice(index * ANNOTATIONS_AT_ONCE, (index + 1) * ANNOTATIONS_AT_ONCE),
	);
}

function asSent(annotation: Annotation) {
	return {
		path: annotation.path,
		start_line: annotation.startLine,
		end_line: annotation.endLine,
		annotation_level: annotation.level,
		message: annotation.message,
		...(annotation.title === undefined ? {} : { title: annotation.title }),
	};
}
