export const id = 5490;
export const ids = [5490];
export const modules = {

/***/ 25490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  allRehearsed: () => (/* binding */ allRehearsed),
  rehearse: () => (/* binding */ rehearse)
});

// EXTERNAL MODULE: ./build/environments/index.js + 70 modules
var build_environments = __webpack_require__(72752);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
// EXTERNAL MODULE: ./build/release/index.js + 73 modules
var release = __webpack_require__(23768);
// EXTERNAL MODULE: ./build/flows/release/golden.js
var golden = __webpack_require__(81943);
// EXTERNAL MODULE: ./build/flows/release/image-at.js
var image_at = __webpack_require__(88979);
// EXTERNAL MODULE: ./build/flows/release/rebuild.js
var rebuild = __webpack_require__(68875);
// EXTERNAL MODULE: ./build/flows/release/restore.js
var restore = __webpack_require__(39254);
// EXTERNAL MODULE: ./build/flows/release/site.js
var release_site = __webpack_require__(39525);
// EXTERNAL MODULE: ./build/flows/release/trial.js
var trial = __webpack_require__(32532);
;// CONCATENATED MODULE: ./build/flows/rehearse/steps.js









/** In the order in which a rollback needs them. One that failed keeps those that stand on it from being tried. */
async function stepsOf(site, subject) {
    const image = await timed(site, "image", () => imageStep(site, subject));
    const model = await timed(site, "model", () => modelStep(site, subject));
    const start = await timed(site, "start", () => startStep(site, subject, image));
    return [image, model, start];
}
/** Whoever cannot be asked leaves a step unknown: it is neither well nor broken. */
async function timed(site, name, step) {
    const { clock } = site.context;
    const start = clock.monotonic();
    const said = await step().catch((failure) => {
        if (!(failure instanceof kernel/* Failure */.HR) || failure.code === "interrupted")
            throw failure;
        return { outcome: "unknown", says: failure.message };
    });
    return { name, ...said, seconds: (clock.monotonic() - start) / 1000 };
}
/** Pulled whole where nothing else pulls it. One that is gone is put back, as a rollback would do: better now than in need. */
async function imageStep(site, subject) {
    const { version, model, know, digest, environment } = subject;
    const restored = await (0,restore/* restoreImage */.e)(site, { model, version, know });
    if (restored.kind === "lost" || restored.kind === "not-taken")
        return { outcome: "failed", says: restored.reason };
    const image = (0,build_environments/* imageOf */.dT)(version) ?? "";
    const found = await (0,image_at/* imageAt */.t)(site, { image, digest, model, version: version.version });
    if (found.kind === "unknown" || found.kind === "gone")
        return { outcome: "unknown", says: found.says };
    if (found.kind === "unsigned")
        return { outcome: "failed", says: `a rollback would be refused: ${found.says}` };
    if (environment.config?.deploy.kind !== "process")
        await pull((0,release_site/* openStore */.Ch)(site, (0,release_site/* locationOf */.hD)(image)), digest);
    const wrong = found.kind === "wrong" ? `; ${found.says}` : "";
    if (restored.kind === "not-needed")
        return { outcome: "passed", says: `its image is in the registry${wrong}` };
    const says = "its image was gone from the registry: it was packed anew with the same digest, and is there again";
    return { outcome: "restored", says: `${says}${wrong}` };
}
/** Reads every byte of an image: each blob proves its digest at its end. */
async function pull(store, digest) {
    const { config, layers } = (0,release/* parseManifest */.Ng)(await store.manifest(digest), `${store.location}@${digest}`);
    for (const blob of [config, ...layers])
        for await (const _ of store.blob(blob))
            ;
}
/** Whether the image could be packed anew on any machine: only what a remote or git keeps counts. */
async function modelStep(site, { model, version, know }) {
    const recipe = await (0,rebuild/* recipeOf */.S)(site.context, { model, version, know });
    const lacking = recipe.ok ? await recipe.candidate.lacking() : recipe.reason;
    if (lacking === null)
        return { outcome: "passed", says: "its model is stored: the image could be packed anew" };
    return { outcome: "failed", says: `its image could not be packed anew: ${lacking}` };
}
async function startStep(site, subject, image) {
    const { environment, version, digest, model } = subject;
    if (image.outcome !== "passed" && image.outcome !== "restored")
        return { outcome: "not-tried", says: "it was not started: its image is not there" };
    const { config } = environment;
    if (config === null)
        return { outcome: "not-tried", says: `it was not started: mainline.yaml has no ${environment.name}` };
    const tried = { model, version: version.version, image: (0,build_environments/* imageOf */.dT)(version) ?? "", digest };
    const about = { tried, environment: config };
    const { clock, signal } = site.context;
    const requests = await (0,golden/* goldenIfReadable */.be)(site, { model, commit: version.commit });
    const question = { model, version: version.version, requests, clock, signal };
    const result = await (0,trial/* tryImage */.b)(site, about, (url) => (0,build_environments/* askGolden */.NJ)({ url, ...question }));
    if (result === null)
        return notStarted(config, await (0,trial/* fetchImage */.a)(site, about));
    return result.ok ? answered(version, result.found) : { outcome: "failed", says: result.reason, log: result.log };
}
/** Says what stands between the image in the registry and a version that answers, where only the target itself can try it. */
function notStarted({ name, deploy }, fetched) {
    if (fetched?.ok === false)
        return { outcome: "failed", says: fetched.reason, log: fetched.log };
    const why = `${name} is deployed by \`${deploy.kind}\`, which would touch what runs`;
    if (fetched !== null) {
        const says = `${fetched.found} has fetched it, and it was not started there: that would take the place of what runs`;
        return { outcome: "not-tried", says };
    }
    const unasked = CLUSTERS.has(deploy.kind) ? ", and whether the cluster can fetch it was not asked" : "";
    return { outcome: "not-tried", says: `it was not started${unasked}: ${why}` };
}
const CLUSTERS = new Set(["kubernetes", "kustomize", "helm"]);
/** A rollback to what answers wrongly would say no, too. */
function answered({ version }, asked) {
    if (asked.length === 0)
        return { outcome: "passed", says: `${version} starts and answers` };
    const proof = { asked, notAsked: null };
    const says = `${version} starts and answers; ${(0,build_environments/* goldenWords */.$R)(proof)}`;
    if ((0,build_environments/* allRight */.Q)(proof))
        return { outcome: "passed", says };
    const log = asked.flatMap(({ file, differences }) => differences.map((difference) => `${file}: ${difference}`));
    return { outcome: "failed", says, log };
}

// EXTERNAL MODULE: ./build/flows/release/open-site.js + 2 modules
var open_site = __webpack_require__(49054);
// EXTERNAL MODULE: ./build/flows/release/resolve.js
var resolve = __webpack_require__(53348);
;// CONCATENATED MODULE: ./build/flows/rehearse.js







/**
 * Tries what a rollback of each environment would bring back, without sending anybody to it: is the image there and whole, could it be
 * packed anew, does it start and answer. What came of it is written down in a tag. Answer "no" where a rollback would fail.
 */
async function rehearse(context, options) {
    const site = await (0,open_site/* openSite */.c2)(context, options);
    const rehearsals = [];
    const commits = [];
    for (const { model, environment } of subjects(site, options)) {
        const version = (0,build_environments/* rollbackTarget */.es)((0,release_site/* stateOf */.L4)(site, model), environment);
        rehearsals.push(await rehearsed(site, options, { model, environment, version }));
        if (version !== null)
            commits.push(version.commit);
    }
    const tag = site.plan ? null : await record(site, rehearsals, commits[0] ?? null);
    return judged({ schema: "mainline.rehearsal/1", plan: site.plan, rehearsals, tag });
}
/** What several projects of one repository rehearsed, as one. */
function allRehearsed(outcomes) {
    return judged({
        schema: "mainline.rehearsal/1",
        plan: outcomes.some(({ document }) => document.plan),
        rehearsals: outcomes.flatMap(({ document }) => document.rehearsals),
        tag: outcomes.findLast(({ document }) => document.tag !== null)?.document.tag ?? null,
    });
}
function judged(document) {
    const found = new Set(document.rehearsals.map(({ outcome }) => outcome));
    return { answer: found.has("failed") ? "no" : found.has("unknown") ? "unknown" : "yes", document };
}
/** The environments that are asked for, of those that hold something; of the models that mainline.yaml names. */
function subjects(site, { model, environments: asked }) {
    const { environments } = site.config;
    for (const name of asked)
        if (!environments.has(name))
            throw unknownEnvironment(name, [...environments.keys()]);
    const names = asked.length === 0 ? [...environments.keys()] : asked;
    const models = model === null ? [...site.config.models.keys()] : [(0,resolve/* knownModel */.t)(site, model).model];
    return models.flatMap((each) => {
        const state = (0,release_site/* stateOf */.L4)(site, each);
        return names.flatMap((name) => {
            const environment = (0,build_environments/* environmentOf */.p7)(state, name);
            return environment === null || environment.version === null ? [] : [{ model: each, environment }];
        });
    });
}
async function rehearsed(site, { know }, { model, environment, version }) {
    const digest = (0,build_environments/* digestOf */.ol)(version);
    const about = { model, environment: environment.name, present: environment.version ?? "", digest };
    if (version === null || digest === null) {
        const reason = "it held no other version before that could come back";
        return { ...about, version: null, outcome: "none", reason, steps: [] };
    }
    const named = { ...about, version: version.version };
    if (site.plan)
        return { ...named, outcome: "planned", reason: "", steps: [] };
    site.context.progress.say(`${model} in ${environment.name}: rehearsing the way back to ${version.version}`);
    const subject = { model, environment, version, digest, know };
    const steps = await stepsOf(site, subject);
    return { ...named, ...verdictOn(steps), steps };
}
/** A model that could not be packed anew is told and bars nothing as long as the image itself is there. */
function verdictOn(steps) {
    const stopping = steps.filter(({ name, outcome }) => name !== "model" && outcome === "failed");
    if (stopping.length > 0)
        return { outcome: "failed", reason: stopping.map(({ says }) => says).join("; ") };
    const unasked = steps.filter(({ name, outcome }) => name !== "model" && outcome === "unknown");
    if (unasked.length > 0)
        return { outcome: "unknown", reason: unasked.map(({ says }) => says).join("; ") };
    const rest = steps.filter(({ outcome }) => outcome !== "passed").map(({ says }) => says);
    const started = steps.some(({ name, outcome }) => name === "start" && outcome === "passed");
    return { outcome: started ? "passed" : "unstarted", reason: rest.join("; ") };
}
const TRIES = 3;
/** One tag for all of them; null where nothing was found out, and none is written. */
async function record(site, rehearsals, commit) {
    const told = rehearsals.flatMap(({ model, environment, version, digest, outcome, reason }) => {
        const known = outcome === "passed" || outcome === "unstarted" || outcome === "failed";
        if (!known || version === null || digest === null)
            return [];
        // a digest of a document is what the version's tag said
        const found = { ok: outcome !== "failed", started: outcome === "passed", says: reason };
        return [{ model, environment, version, digest: digest, ...found }];
    });
    if (told.length === 0 || commit === null)
        return null;
    const message = (0,build_environments/* rehearsalMessage */.Z1)(told, site.by);
    for (let tries = 0; tries < TRIES; tries++) {
        const written = await site.ledger.rehearsed(commit, message);
        if (written.kind === "written")
            return written.tag;
        await site.context.clock.sleep(1000, site.context.signal);
    }
    site.context.progress.warn("what was rehearsed could not be written down: other rehearsals took its tag's name");
    return null;
}
function unknownEnvironment(name, known) {
    return (0,kernel/* badInput */.AN)("unknown-environment", `mainline.yaml has no environment \`${name}\``, {
        found: name,
        expected: known.length === 0 ? "an `environments:` section" : `one of ${known.join(", ")}`,
        hint: (0,source.didYouMean)(name, known) ?? "mainline rollback --rehearse, for all of them",
    });
}


/***/ })

};
