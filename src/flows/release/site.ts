import { resolve } from "node:path";
import { type ApprovalPolicy, environmentsFor, type MainlineConfig } from "../../config/index.ts";
import type { ModelState } from "../../environments/index.ts";
import type { Git } from "../../git/index.ts";
import type { Sha256 } from "../../kernel/index.ts";
import {
	type ImageLocation,
	type ImageStore,
	openImageStore,
	parseReference,
	type Verifier,
	type VersionState,
} from "../../release/index.ts";
import type { ImageFound } from "../../report/index.ts";
import type { FlowContext, Machine } from "../context.ts";
import { registryCredentials } from "../registry-credentials.ts";
import type { Announce } from "./announce.ts";
import type { Ledger } from "./ledger.ts";
import type { MainLine } from "./main-line.ts";

/** Everything that releasing, promoting and rolling back have in common. */
export interface Site {
	readonly context: FlowContext;
	readonly git: Git;
	/** Absolute folder of mainline.yaml. */
	readonly root: string;
	readonly config: MainlineConfig;
	/** Who has to have signed what is deployed; null where nobody is asked for. */
	readonly trusted: Verifier | null;
	readonly ledger: Ledger;
	readonly mainLine: MainLine;
	readonly announce: Announce;
	/** Who asks, for the record; null when nobody said. */
	readonly by: string | null;
	/** Page of the workflow run that does it, for the record; null outside one. */
	readonly run: string | null;
	/** Nothing is done: what would be is told. */
	readonly plan: boolean;
	/** Asked of each approval before it counts; absent where nobody can be asked: then what is recorded does. */
	readonly mayApprove?: MayApprove;
	/** Asked of each version before it is deployed; absent: its image is believed to be there. */
	readonly images?: Images;
}

/** A version that is to be deployed. */
export interface Wanted {
	readonly model: string;
	readonly version: VersionState;
}

/** Sees to it that images are there when they are deployed. */
export interface Images {
	/** Puts back one that is gone; of a plan: only looks. Null where there is nothing to say. */
	ready(site: Site, wanted: Wanted): Promise<ImageFound | null>;
	/** Told of one that was pushed just now: it need not be asked for. */
	pushed(digest: Sha256): void;
}

/** What the tags say of a model, and of the environments that it comes to. */
export function stateOf({ ledger, config }: Pick<Site, "ledger" | "config">, model: string): ModelState {
	return ledger.state(model, environmentsFor(config, model));
}

/** Whether somebody's yes counts for what a promotion changes. */
export type MayApprove = (question: {
	readonly policy: ApprovalPolicy;
	readonly by: string;
	/** The commits between which what is promoted was changed; `from` null where the environment holds nothing. */
	readonly from: string | null;
	readonly to: string;
}) => Promise<Counts>;

/** Why not, in a sentence; or by which team of mainline.yaml, null where he counts by himself. */
export type Counts = { readonly refusal: string } | { readonly refusal: null; readonly team: string | null };

export function openStore(site: Pick<Site, "context" | "root">, location: ImageLocation): ImageStore {
	const { clock, signal, machine } = site.context;
	const login = machine.registryLogin === null ? null : { ...machine.registryLogin, host: null };
	const credentials = registryCredentials(site.context, login);
	return openImageStore(absolute(site.root, location), { clock, signal, credentials, ...patience(machine) });
}

/**
 * A repository that something else than mainline.yaml's `image` names, as `host/path`: no password that was given for that one's registry
 * goes to another.
 */
export function openElsewhere(site: Pick<Site, "context">, repository: string, own: ImageLocation | null): ImageStore {
	const { clock, signal, machine } = site.context;
	const { host } = parseReference(repository);
	const isOwn = own?.kind === "registry" && parseReference(own.repository).host === host;
	const login = isOwn && machine.registryLogin !== null ? { ...machine.registryLogin, host } : null;
	const credentials = { dockerConfig: machine.registryAuth, login };
	return openImageStore({ kind: "registry", repository }, { clock, signal, credentials, ...patience(machine) });
}

function patience({ registrySilenceMs }: Machine): { readonly silenceMs?: number } {
	return registrySilenceMs === undefined ? {} : { silenceMs: registrySilenceMs };
}

/** How a tag names an image: `host/repository@sha256:…`, or `oci:folder@sha256:…` with the folder as mainline.yaml writes it. */
export function imageName(location: ImageLocation, digest: Sha256): string {
	return location.kind === "registry" ? `${location.repository}@${digest}` : `oci:${location.directory}@${digest}`;
}

/** Where the image that a tag names is kept: the tag is right about it even after mainline.yaml has moved on. */
export function locationOf(image: string): ImageLocation {
	const [place = ""] = image.split("@sha256:");
	return place.startsWith("oci:")
		? { kind: "layout", directory: place.slice("oci:".length) }
		: { kind: "registry", repository: place };
}

/** The name for a deploy command, which need not know where mainline.yaml lies. */
export function absoluteImage(site: Pick<Site, "root">, image: string): string {
	if (!image.startsWith("oci:")) return image;
	return `oci:${resolve(site.root, image.slice("oci:".length))}`;
}

function absolute(root: string, location: ImageLocation): ImageLocation {
	if (location.kind === "registry") return location;
	return { kind: "layout", directory: resolve(root, location.directory) };
}
