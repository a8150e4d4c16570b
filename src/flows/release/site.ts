import { resolve } from "node:path";
import type { ApprovalPolicy, MainlineConfig } from "../../config/index.ts";
import type { Git } from "../../git/index.ts";
import type { Sha256 } from "../../kernel/index.ts";
import {
	type ImageLocation,
	type ImageStore,
	openImageStore,
	parseReference,
	type Verifier,
} from "../../release/index.ts";
import type { FlowContext } from "../context.ts";
import { registryCredentials } from "../registry-credentials.ts";
import type { Announce } from "./announce.ts";
import type { Ledger } from "./ledger.ts";

/** Everything that releasing, promoting and rolling back have in common. */
export interface Site {
	readonly context: FlowContext;
	readonly git: Git;
	/** Absolute folder of mainline.yaml. */
	readonly root: string;
	readonly config: MainlineConfig;
	/** The key that has to have signed what is deployed; null where none is asked for. */
	readonly trusted: Verifier | null;
	readonly ledger: Ledger;
	readonly announce: Announce;
	/** Who asks, for the record; null when nobody said. */
	readonly by: string | null;
	/** Nothing is done: what would be is told. */
	readonly plan: boolean;
	/** Asked of each approval before it counts; absent where nobody can be asked: then what is recorded does. */
	readonly mayApprove?: MayApprove;
}

/** Why somebody's yes does not count for what a promotion changes, in a sentence; null when it does. */
export type MayApprove = (question: {
	readonly policy: ApprovalPolicy;
	readonly by: string;
	/** The commits between which what is promoted was changed; `from` null where the environment holds nothing. */
	readonly from: string | null;
	readonly to: string;
}) => Promise<string | null>;

export function openStore(site: Pick<Site, "context" | "root">, location: ImageLocation): ImageStore {
	const { clock, signal, machine } = site.context;
	const login = machine.registryLogin === null ? null : { ...machine.registryLogin, host: null };
	const credentials = registryCredentials(site.context, login);
	return openImageStore(absolute(site.root, location), { clock, signal, credentials });
}

/**
 * A repository that something else than mainline.yaml's `image` names, as `host/path`: no password that was given for that one's registry
 * goes to another.
 */
export function openElsewhere(site: Pick<Site, "context">, repository: string, own: ImageLocation): ImageStore {
	const { clock, signal, machine } = site.context;
	const { host } = parseReference(repository);
	const isOwn = own.kind === "registry" && parseReference(own.repository).host === host;
	const login = isOwn && machine.registryLogin !== null ? { ...machine.registryLogin, host } : null;
	const credentials = { dockerConfig: machine.registryAuth, login };
	return openImageStore({ kind: "registry", repository }, { clock, signal, credentials });
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
