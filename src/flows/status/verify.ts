import { digestOf, imageOf, isOurs, isSameVersion, type ModelState, versionOf } from "../../environments/index.ts";
import type { Outcome } from "../../kernel/index.ts";
import type { Discrepancy, Verified } from "../../report/index.ts";
import type { StatusOfEnvironment, StatusOfModel } from "../release/documents.ts";
import { askEnvironment } from "../release/health.ts";
import { type ImageAnswer, imageAt } from "../release/image-at.ts";
import { type Site, stateOf } from "../release/site.ts";

/** Holds git's tags against the registry and against the servers: each says for itself what it has. */
export async function verify(
	site: Site,
	models: readonly StatusOfModel[],
): Promise<{ readonly models: StatusOfModel[]; readonly verified: Verified }> {
	const found: Judged[] = [];
	const asked: StatusOfModel[] = [];
	for (const model of models) {
		const state = stateOf(site, model.name);
		const environments: StatusOfEnvironment[] = [];
		for (const declared of model.environments) {
			const environment = await verifyEnvironment(site, state, declared);
			environments.push(environment.status);
			found.push(...environment.judged);
		}
		asked.push({ ...model, environments });
	}
	const of = (verdict: Judged["verdict"]) =>
		found.filter((each) => each.verdict === verdict).map(({ finding }) => finding);
	return { models: asked, verified: { disagreements: of("no"), unasked: of("unknown") } };
}

/** What was found in several parts of a repository; what two of them found is told once. */
export function together(parts: readonly Verified[]): Verified {
	const once = (findings: readonly Discrepancy[]): Discrepancy[] => [
		...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
	];
	return {
		disagreements: once(parts.flatMap(({ disagreements }) => disagreements)),
		unasked: once(parts.flatMap(({ unasked }) => unasked)),
	};
}

export function answerOf({ disagreements, unasked }: Verified): Outcome["answer"] {
	if (disagreements.length > 0) return "no";
	return unasked.length > 0 ? "unknown" : "yes";
}

interface Judged {
	readonly verdict: "no" | "unknown";
	readonly finding: Discrepancy;
}

async function verifyEnvironment(
	site: Site,
	state: ModelState,
	declared: StatusOfEnvironment,
): Promise<{ readonly status: StatusOfEnvironment; readonly judged: Judged[] }> {
	const { name: environment, version, rollback } = declared;
	if (version === null) return { status: declared, judged: [] };
	const about = { model: state.model, environment };
	const server = await serverAnswer(site, state.model, declared);
	const image = await imageOfVersion(site, state, version);
	const back = rollback == null ? null : await imageOfVersion(site, state, rollback.version);
	const judged = [
		...tagsAgree(state, declared),
		...imageJudged(
			image,
			`${environment} has ${version}`,
			`mainline rollback ${state.model} ${environment} --to ${version}`,
		),
		...imageJudged(
			back,
			`a rollback of ${environment} would bring back ${rollback?.version}`,
			`mainline rollback --rehearse ${environment}`,
		),
		...server.judged,
	].map(({ verdict, ...finding }) => ({ verdict, finding: { ...about, ...finding } }));
	const inRegistry = back === null || back.kind === "unknown" ? null : back.kind === "there";
	const way = rollback == null ? {} : { rollback: { ...rollback, inRegistry } };
	return { status: { ...declared, health: server.health, ...way }, judged };
}

interface Said extends Omit<Discrepancy, "model" | "environment"> {
	readonly verdict: Judged["verdict"];
}

/** The tag that assigned a version and the tag that released it name the same image. */
function tagsAgree(state: ModelState, { name, version, digest, tag }: StatusOfEnvironment): Said[] {
	const released = digestOf(versionOf(state.history, version ?? ""));
	if (released === null || digest === null || released === digest) return [];
	return [
		{
			verdict: "no",
			who: "git",
			says: `the tag ${tag} says that ${name} has ${digest}, but ${version} was released as ${released}`,
			next: `one of the tags was made or moved by hand: git tag -v ${tag}, and see who may push tags (mainline doctor)`,
		},
	];
}

async function imageOfVersion(site: Site, state: ModelState, name: string): Promise<ImageAnswer | null> {
	const version = versionOf(state.history, name);
	const [image, digest] = [imageOf(version), digestOf(version)];
	return image === null || digest === null ? null : imageAt(site, { image, digest, model: state.model, version: name });
}

function imageJudged(image: ImageAnswer | null, what: string, rebuild: string): Said[] {
	if (image === null || image.kind === "there") return [];
	const { says } = image;
	if (image.kind === "unknown") {
		const next =
			image.next ??
			"see that the registry can be reached from here, with a login that may read (MAINLINE_REGISTRY_USERNAME)";
		return [{ verdict: "unknown", who: "registry", says: `${what}, but ${says}`, next }];
	}
	const next =
		image.kind === "gone"
			? `\`${rebuild}\`: the image is made anew from the stored model where that is there`
			: image.next;
	return [{ verdict: "no", who: "registry", says: `${what}, but ${says}`, next }];
}

interface ServerAnswer {
	readonly health: NonNullable<StatusOfEnvironment["health"]> | null;
	readonly judged: readonly Said[];
}

async function serverAnswer(site: Site, model: string, declared: StatusOfEnvironment): Promise<ServerAnswer> {
	const { name, version, digest, url } = declared;
	const said = (verdict: Said["verdict"], says: string, next: string): Said => ({ verdict, who: "server", says, next });
	const answer = await askEnvironment(site, model, name);
	if (answer === null) {
		const says = `nobody says where ${name} answers, so that its server was not asked`;
		return { health: null, judged: [said("unknown", says, `write environments.${name}.probe in mainline.yaml`)] };
	}
	const health = { ok: answer.ok, running: answer.serves.join(", ") || null, message: answer.reason };
	if (!answer.reached) {
		const next = "run this where the environment can be reached";
		return { health, judged: [said("unknown", `${url} could not be asked: ${answer.reason}`, next)] };
	}
	const repair = repairOf(stateOf(site, model), answer.serves);
	if (!answer.ok) {
		return { health, judged: [said("no", `${name} has ${version}, but ${url} says: ${answer.reason}`, repair)] };
	}
	if (answer.untold === true && answer.digest === null) {
		const says = `${name} has ${version}; ${url} is ready, and does not tell which version it serves`;
		const next =
			"golden requests tell versions apart that answer differently; docs/serving.md says how servers tell theirs";
		return { health, judged: [said("unknown", says, next)] };
	}
	if (answer.digest === null || digest === null || answer.digest === digest) return { health, judged: [] };
	const message = `${version} answers, but from the image ${answer.digest}`;
	const says = `${name} has the image ${digest}, but ${url} says that it serves ${answer.digest}`;
	return { health: { ...health, ok: false, message }, judged: [said("no", says, repair)] };
}

/** What to do where something else runs: a version that this clone never heard of was released by somebody else. */
function repairOf({ history }: ModelState, serves: readonly string[]): string {
	const isKnown = (served: string): boolean => history.versions.some(({ version }) => isSameVersion(version, served));
	const unheard = serves.find((served) => isOurs(served) && !isKnown(served));
	return unheard === undefined
		? "`mainline release` deploys anew what does not run; the server's own log says why it does not"
		: `this clone does not know ${unheard}: see what others released since with \`mainline status --fetch --verify\``;
}
