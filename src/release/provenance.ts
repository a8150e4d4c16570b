import type { Ingredient, ReleaseStatement } from "./evidence.ts";
import { hexOf, jsonBytes } from "./media.ts";
import type { Attachment } from "./model.ts";
import { fileName } from "./naming.ts";

/** in-toto's media type of a statement: of one that is not signed, and of what is in a signed envelope. */
export const PROVENANCE_TYPE = "application/vnd.in-toto+json";
const BUILDER = "https://github.com/mainline-ml/mainline";
/** What our builds are called: docs/reference/provenance.md says what it stands for. */
const BUILD_TYPE = "https://github.com/mainline-ml/mainline/blob/main/docs/reference/provenance.md#v1";

/**
 * Where the image comes from: an in-toto statement v1 with SLSA's provenance v1. It names the commit, the base and each digest of
 * data that the model was made from. Nothing in it depends on when it is written; whoever releases can sign it.
 */
export function provenance(statement: ReleaseStatement): Attachment {
	const { model, version, image, source, created, stages, content, lock } = statement;
	const body = {
		_type: "https://in-toto.io/Statement/v1",
		subject: [{ name: image.location, digest: { sha256: hexOf(image.digest) } }],
		predicateType: "https://slsa.dev/provenance/v1",
		predicate: {
			buildDefinition: {
				buildType: BUILD_TYPE,
				externalParameters: { source: source.url, commit: source.commit, model, version },
				internalParameters: { content, lock, stages },
				resolvedDependencies: [
					{
						...(source.url === null ? {} : { uri: `git+${source.url}@${source.commit}` }),
						...commitDigest(source.commit),
					},
					...(statement.base === null
						? []
						: [{ uri: `oci:${statement.base.reference}`, digest: { sha256: hexOf(statement.base.digest) } }]),
					...statement.ingredients.map(dependency),
				],
			},
			runDetails: { builder: { id: BUILDER } },
		},
	};
	return {
		type: PROVENANCE_TYPE,
		bytes: jsonBytes(body),
		title: `${fileName(model, version)}.intoto.json`,
		created,
	};
}

function commitDigest(commit: string) {
	return { digest: { gitCommit: commit } };
}

/** DVC's digests, by their own names: a folder's is that of its listing. */
function dependency({ path, oid, hash }: Ingredient) {
	return { name: path, digest: { [oid.endsWith(".dir") ? `dvc-${hash}-dir` : hash]: oid.replace(/\.dir$/, "") } };
}
