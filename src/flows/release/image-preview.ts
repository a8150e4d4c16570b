import { digestOf, imageOf, versionOf } from "../../environments/index.ts";
import { Failure } from "../../kernel/index.ts";
import {
	diffLayers,
	ENVIRONMENT_LABEL,
	type Layer,
	makeLayers,
	parseReference,
	readImage,
	type VersionState,
} from "../../release/index.ts";
import type { ImagePreview } from "../../report/index.ts";
import { baseCreated } from "../image-diff/base.ts";
import type { Candidate } from "./candidate.ts";
import type { Move } from "./documents.ts";
import { openBase } from "./image.ts";
import { plannedPython } from "./python.ts";
import { locationOf, openStore, type Site, stateOf } from "./site.ts";
import { documented } from "./unbuilt.ts";

export interface Previewed {
	/** That would be deployed: there already, or only imagined. */
	readonly version: VersionState;
	readonly moves: readonly Move[];
}

/**
 * What a node that runs the present image would pull for the next one, as far as that can be told without building it: from manifests, what
 * DVC recorded, and the code. Null where there is nothing to compare with, or whoever has it cannot be asked.
 */
export async function imagePreview(
	site: Site,
	candidate: Candidate,
	{ version, moves }: Previewed,
): Promise<ImagePreview | null> {
	const { history } = stateOf(site, candidate.model.name);
	const planned = moves.find(({ outcome, previous }) => outcome === "planned" && previous !== null);
	const from = versionOf(history, planned?.previous ?? "");
	if (from === null || from.version === version.version) return null;
	try {
		const before = await imageOfVersion(site, from);
		if (before === null) return null;
		const after = documented(version).digest === null ? null : await imageOfVersion(site, version);
		return after === null
			? await toBeBuilt(site, candidate, { from, before })
			: await builtBefore(site, { from, version, before, after });
	} catch (failure) {
		if (!(failure instanceof Failure) || failure.code === "interrupted") throw failure;
		site.context.progress.say(`what a node would pull of ${candidate.model.name} is not known: ${failure.message}`);
		return null;
	}
}

type Read = Awaited<ReturnType<typeof readImage>>;

interface Present {
	readonly from: VersionState;
	readonly before: Read;
}

async function imageOfVersion(site: Site, version: VersionState): Promise<Read | null> {
	const [image, digest] = [imageOf(version), digestOf(version)];
	return image === null || digest === null ? null : readImage(openStore(site, locationOf(image)), digest, null);
}

/** Both are there: what `mainline image diff` says. */
async function builtBefore(
	site: Site,
	{ from, version, before, after }: Present & { readonly version: VersionState; readonly after: Read },
): Promise<ImagePreview> {
	const layers = diffLayers(before.layers, after.layers).map(({ role, change, pull }) => ({ role, change, pull }));
	const { labels } = after.config;
	const [name, digest] = [labels["org.opencontainers.image.base.name"], labels["org.opencontainers.image.base.digest"]];
	const isOurs = labels[ENVIRONMENT_LABEL] !== undefined;
	const host = hostOf(imageOf(version));
	const created =
		name === undefined || isOurs ? null : await baseCreated(site.context, { host }, { name, digest: digest ?? null });
	return {
		from: from.version,
		layers,
		bytes: layers.reduce((sum, { pull }) => sum + pull, 0),
		certainty: "exact",
		base: name === undefined ? null : { name, days: daysSince(site, created) },
	};
}

/** The model's own layer is known by its size alone, and what stands on a Dockerfile only when it is built. */
async function toBeBuilt(site: Site, candidate: Candidate, { from, before }: Present): Promise<ImagePreview> {
	const { model, environment = null, codeFiles } = candidate;
	const base = environment === null ? await openBase(site, model.base) : null;
	const python =
		candidate.python === null || base === null
			? null
			: await plannedPython(site, { model, part: candidate.python, base });
	const code = await makeLayers("code", codeFiles, undefined);
	const known: Layer[] = [...(base?.layers ?? []), ...(python === null ? [] : [python]), ...code];
	const rows = diffLayers(before.layers, known).flatMap(({ role, change, pull }): ImagePreview["layers"] => {
		if (role === "model" || (role === "base" && environment !== null)) return [];
		return role === "python" && candidate.python !== null && python === null ? [] : [{ role, change, pull }];
	});
	const unknown: ImagePreview["layers"] = [
		...(environment === null ? [] : [{ role: "base", change: "unknown", pull: null } as const]),
		...(candidate.python !== null && python === null
			? [{ role: "python", change: "changed", pull: null } as const]
			: []),
	];
	const layers = [...unknown, ...rows, modelRow(candidate, from)].sort(
		(a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role),
	);
	const pulls = layers.flatMap(({ pull }) => pull ?? []);
	return {
		from: from.version,
		layers,
		bytes: pulls.length < layers.length ? null : pulls.reduce((sum, pull) => sum + pull, 0),
		certainty: certaintyOf(candidate, from),
		base: base === null ? null : { name: base.reference, days: daysSince(site, base.config.created) },
	};
}

const ROLES = ["base", "python", "code", "model"];

/** The layers are made of the model's files and nothing else: the same model has the same. */
function isSameModel({ made }: Candidate, { registration }: VersionState): boolean {
	return registration?.message.trailers.model === made;
}

function certaintyOf(candidate: Candidate, from: VersionState): ImagePreview["certainty"] {
	if (isSameModel(candidate, from)) return "exact";
	return candidate.made.endsWith(".dir") ? "most" : "about";
}

function modelRow(candidate: Candidate, from: VersionState): ImagePreview["layers"][number] {
	const isSame = isSameModel(candidate, from);
	const { size } = candidate;
	return { role: "model", change: isSame ? "same" : "changed", pull: isSame ? 0 : (size ?? null) };
}

/** Whose password may be shown where the base is. */
function hostOf(image: string | null): string | null {
	const location = locationOf(image ?? "oci:");
	return location.kind === "registry" ? parseReference(location.repository).host : null;
}

function daysSince(site: Site, created: string | null): number | null {
	const days = created === null ? Number.NaN : (site.context.clock.now().getTime() - Date.parse(created)) / 86_400_000;
	// builds that mean to be the same each time are of 1970
	return Number.isNaN(days) || days < 0 || days > MOST_DAYS ? null : Math.floor(days);
}

const MOST_DAYS = 20 * 365;
