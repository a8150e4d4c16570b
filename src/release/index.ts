export { layoutArchive, loadableArchive, type WholeImage } from "./archive.ts";
export { fallbackTag } from "./attachment.ts";
export {
	digestIn,
	LINUX_AMD64,
	type Platform,
	platformImage,
	readImage,
	resolveBase,
	storedImage,
	tagOrDigest,
} from "./base.ts";
export { BILL_TYPE, billOfMaterials } from "./bill-of-materials.ts";
export { type Breakage, findBreakages, refuseBreaking, refuseBroken } from "./breakage.ts";
export { buildImage, relabelled } from "./build.ts";
export { contentKey, type PythonContent, type ReleaseContent } from "./content-key.ts";
export { buildEnvironment } from "./dockerfile/build.ts";
export { findBuilder } from "./dockerfile/builder.ts";
export { cachedEnvironment, keptEnvironments, type StoreAt } from "./dockerfile/cache.ts";
export { contextFiles } from "./dockerfile/context.ts";
export { userTrouble } from "./dockerfile/image.ts";
export { ENVIRONMENT_LABEL, environmentKey, environmentTag, RECIPE_LABEL, recipeDigest } from "./dockerfile/key.ts";
export type { ContextFile, EnvironmentRecipe, Pins } from "./dockerfile/model.ts";
export { readDockerfile } from "./dockerfile/read.ts";
export type * from "./evidence.ts";
export type * from "./history.ts";
export { diffCode, diffLayers, diffPackages } from "./image-diff.ts";
export { type Manifest, type Naming, namedBy, parseBaseOf, parseImageConfig, parseManifest } from "./image-json.ts";
export { makeLayers } from "./layer.ts";
export {
	type Approved,
	approvalTag,
	type Failed,
	failureTag,
	type Health,
	healthTag,
	isHealth,
	type Mark,
	readMarks,
} from "./marks.ts";
export { SOURCE_LABEL } from "./media.ts";
export type * from "./model.ts";
export { fileName, imageTagFor, repositoryFor } from "./naming.ts";
export { assignmentTag, type Bump, largestBump, nextCounter, nextTagTime, nextVersion, versionTag } from "./next.ts";
export { ownWords } from "./own-words.ts";
export { PROVENANCE_TYPE, provenance } from "./provenance.ts";
export {
	buildPython,
	cachedPython,
	PYTHON_SITE,
	packagesOf,
	pythonKey,
	storedPython,
	touchPython,
} from "./python/layer.ts";
export { parsePythonLock } from "./python/locks.ts";
export type { PythonLayer, PythonLock, PythonTarget } from "./python/model.ts";
export { isLoopback, parseReference, type Reference } from "./reference.ts";
export { readHistories, readHistory } from "./resolve.ts";
export { compareSemVer, parseSemVer, type SemVer } from "./semver.ts";
export { type Claims, claimsIn, idToken, type TokenSource } from "./signing/id-token.ts";
export { type Identity, type IdentityPolicy, misfitOf } from "./signing/identity.ts";
export { readSigner, readVerifier } from "./signing/key.ts";
export type { IdentityVerifier, KeySigner, KeyVerifier, Signer, Verifier } from "./signing/model.ts";
export { checkSignature, type Signature, signImage } from "./signing/signature.ts";
export { identitySigner, type Services } from "./signing/sigstore-signer.ts";
export { identityVerifier } from "./signing/sigstore-verifier.ts";
export { billStatement } from "./signing/statement.ts";
export { publicRoot, publicServices, readTrustedRoot, servicesIn } from "./signing/trust-root.ts";
export { openImageStore } from "./store.ts";
export { parseTagMessage, tagMessage } from "./tag-message.ts";
export { formatTag, isArtifactName, isStageName, parseTag } from "./tag-name.ts";
export { type UnpackOptions, unpack } from "./unpack.ts";
export { Watch } from "./watch.ts";
