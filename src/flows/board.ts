import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { timelineOf } from "../environments/index.ts";
import { badInput, type Outcome } from "../kernel/index.ts";
import { type BoardDocument, type BoardModel, renderBoard } from "../report/index.ts";
import type { FlowContext } from "./context.ts";
import type { StatusOfModel } from "./release/documents.ts";
import { openSite } from "./release/open-site.ts";
import { type Site, stateOf } from "./release/site.ts";
import { sourceOf } from "./release/source.ts";
import { type MeasuredAt, releasedMetrics } from "./status/metrics.ts";
import { survey } from "./status.ts";

export interface BoardOptions {
	/** The page to write, relative to where the user stands; null: none, the document says it all. */
	readonly out: string | null;
	/** Fetch this git remote's tags first, and from the DVC remote the metrics that are not at hand; null: offline. */
	readonly remote: string | null;
}

/** So much of a model's past is told; the tags have all of it. */
const MOST_HAPPENINGS = 200;

/** What runs where and how it came there, from git alone, as a page that needs nothing but a browser. */
export async function board(context: FlowContext, options: BoardOptions): Promise<Outcome<BoardDocument>> {
	const document = await boardOf([context], options.remote);
	if (options.out === null) return { answer: "yes", document };
	const page = renderBoard(document);
	await writePage(resolve(context.cwd, options.out), page);
	return { answer: "yes", document: { ...document, file: { path: options.out, bytes: Buffer.byteLength(page) } } };
}

/**
 * What the board tells of some projects of one repository: each one's models by its own mainline.yaml, and with the first what
 * only tags name. `remote` as in `BoardOptions`; the tags are fetched once.
 */
export async function boardOf(projects: readonly FlowContext[], remote: string | null): Promise<BoardDocument> {
	const sites: Site[] = [];
	for (const context of projects) {
		sites.push(await openSite(context, { remote: sites.length === 0 ? remote : null, plan: false, by: null }));
	}
	const [first] = sites;
	if (first === undefined) throw new Error("a board of no project");
	const claimed = new Set(sites.flatMap(({ config }) => [...config.models.keys()]));
	const models: BoardModel[] = [];
	for (const site of sites) {
		const measuredAt = await releasedMetrics(site, { asking: remote !== null });
		for (const model of await survey(site, { model: null })) {
			const own = site.config.models.has(model.name) || (site === first && !claimed.has(model.name));
			if (own) models.push(await onBoard(site, model, measuredAt));
		}
	}
	const url = await sourceOf(first.git);
	return {
		schema: "mainline.board/1",
		at: first.context.clock.now().toISOString(),
		repository: { name: url === null ? basename(first.git.root) : new URL(url).pathname.slice(1), url },
		models,
		file: null,
	};
}

async function onBoard(site: Site, model: StatusOfModel, measuredAt: MeasuredAt): Promise<BoardModel> {
	const { history } = stateOf(site, model.name);
	const timeline = timelineOf(history).slice(0, MOST_HAPPENINGS);
	const environments: BoardModel["environments"][number][] = [];
	for (const environment of model.environments) {
		const { commit } = environment;
		const metrics = (commit == null ? null : await measuredAt(commit)) ?? environment.metrics ?? null;
		environments.push({ ...environment, metrics });
	}
	return { ...model, environments, timeline: timeline.map((each) => ({ ...each, at: each.at.toISOString() })) };
}

/** Whole or not at all: somebody may be looking at the page. */
async function writePage(path: string, page: string): Promise<void> {
	const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}`);
	try {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(temporary, page);
		await rename(temporary, path);
	} catch (cause) {
		await rm(temporary, { force: true });
		throw badInput("file-unwritable", "the page cannot be written", {
			at: { file: path },
			cause,
			found: cause instanceof Error ? cause.message : "a refusal",
			expected: "a file in a folder that you may write to",
			hint: "mainline board --out FILE",
		});
	}
}
