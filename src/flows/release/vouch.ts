import { type Rollout, whatRuns } from "../../environments/index.ts";
import type { Act } from "./act.ts";
import { signatureAt, signatureIfAsked } from "./signing.ts";
import type { Site } from "./site.ts";
import { documented } from "./unbuilt.ts";

/** Why the image may not be deployed: nobody vouches for it whom mainline.yaml trusts. Null where somebody does. */
export async function unsigned(site: Site, { model, version }: Act): Promise<string | null> {
	if (site.trusted === null) return null;
	const { image, digest } = documented(version);
	if (image === null || digest === null) {
		return site.plan ? null : `the tag of ${version.version} names no image that somebody could have signed`;
	}
	const asked = { image, digest, model, version: version.version };
	const found = await (site.plan ? signatureIfAsked : signatureAt)(site, asked);
	return found.kind === "signed" ? null : `${found.says}; ${found.next}`;
}

/** What is put back after a failure has to run there already, or be signed: that it is assigned is a tag's word alone. */
export async function vouchedFor(site: Site, rollout: Rollout): Promise<Rollout> {
	const { previous } = rollout;
	if (site.trusted === null || site.plan || previous === null) return rollout;
	const { image, digest } = previous;
	const isOne = image.endsWith(`@${digest}`);
	if (isOne && (await whatRuns(rollout)) === digest) return rollout;
	const isSigned = isOne && (await signatureAt(site, previous)).kind === "signed";
	return isSigned ? rollout : { ...rollout, previous: null };
}
