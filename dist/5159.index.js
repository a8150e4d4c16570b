export const id = 5159;
export const ids = [5159];
export const modules = {

/***/ 84043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ez: () => (/* reexport */ loadMainline)
});

// UNUSED EXPORTS: BUMPS, QUEUE_POLICIES, formatSoak, parseDuration

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(87353);
// EXTERNAL MODULE: ./build/source/index.js + 24 modules
var source = __webpack_require__(94527);
;// CONCATENATED MODULE: ./build/config/environment.js


/** GTO's grammar of a stage's name, which is our environment. */
const NAME = /^[a-zA-Z0-9](?:[a-zA-Z0-9/_-]*[a-zA-Z0-9])?$/;
const filled = (0,source/* refine */.YP)(source/* expectString */.lK, (text, node, report) => text.trim() === "" ? (0,source/* mismatch */.J4)(node, report, "a text that is not empty") : text);
const duration = (node, report) => {
    const value = node.kind === "scalar" ? node.value : null;
    const written = typeof value === "bigint" || typeof value === "string" ? String(value) : "";
    return (0,kernel/* parseDuration */.E9)(written) ?? (0,source/* mismatch */.J4)(node, report, "a length of time like 90s, 30m, 12h or 7d");
};
const probeUrl = (0,source/* refine */.YP)(filled, (text, node, report) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    const fits = url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
    if (fits)
        return text.replace(/\/+$/, "");
    return (0,source/* mismatch */.J4)(node, report, "an http or https address without a password in it", {
        hint: "for example `probe: http://127.0.0.1:8081`; /v2/health/ready is asked below it",
    });
});
const port = (0,source/* refine */.YP)(source/* expectInteger */.E0, (value, node, report) => value >= 1n && value <= 65535n ? Number(value) : (0,source/* mismatch */.J4)(node, report, "a port from 1 to 65535"));
const commandWords = (0,source/* refine */.YP)((0,source/* listOf */.c3)(filled), (words, node, report) => words.length > 0 ? words : (0,source/* mismatch */.J4)(node, report, "a command"));
const settings = (0,source/* mapOf */.A7)((node, report) => filled(node, report));
const KINDS = {
    process: (0,source/* refine */.YP)((0,source/* record */.g1)("`process`", { port: (0,source/* required */.mw)(port) }), (read) => ({ kind: "process", port: read.port })),
    command: (0,source/* refine */.YP)((0,source/* byKind */.Sb)({ scalar: filled, list: commandWords }, "a command, as a text or a list of words"), (command) => ({ kind: "command", command })),
    compose: (0,source/* refine */.YP)(settings, (read) => ({ kind: "compose", settings: read })),
    kubernetes: (0,source/* refine */.YP)(settings, (read) => ({ kind: "kubernetes", settings: read })),
    kustomize: (0,source/* refine */.YP)(settings, (read) => ({ kind: "kustomize", settings: read })),
};
const fields = {
    after: (0,source/* optional */.lq)(filled),
    soak: (0,source/* optional */.lq)(duration, 0),
    deploy: (0,source/* required */.mw)(readDeploy),
    probe: (0,source/* optional */.lq)(probeUrl),
};
/** One entry of `environments:`. */
function environment(node, report, name, at) {
    const here = report.about(`environment "${name}"`);
    if (!NAME.test(name)) {
        return here.add(at, "not a name that an environment can have", {
            found: name,
            expected: "letters, digits, `-`, `_` and `/`, a letter or digit at both ends",
            length: name.length,
        });
    }
    const read = (0,source/* record */.g1)("an environment", fields)(node, here);
    if (read === undefined)
        return undefined;
    const soakNode = read.$.nodes.get("soak");
    if (soakNode !== undefined && read.after === null && read.soak > 0) {
        return here.add(soakNode.at, "`soak` needs `after`: it is the time healthy in the environment before", {
            hint: "add `after: NAME`, or take `soak` out",
        });
    }
    const { after, soak: soakMs, deploy, probe } = read;
    return { config: { name, after, soakMs, deploy, probe, at }, afterAt: read.$.nodes.get("after")?.at ?? null };
}
/**
 * `deploy: {KIND: …}` with exactly one kind. Not a `record`: an unknown kind and two kinds at once are other mistakes than an
 * unknown key and a missing one.
 */
function readDeploy(node, report) {
    const map = (0,source/* expectMap */.Ym)(node, report);
    if (map === undefined)
        return undefined;
    const known = Object.keys(KINDS);
    const [entry, second] = map.entries;
    if (entry === undefined || second !== undefined) {
        return report.add(second?.keyAt ?? node.at, `\`deploy\` names ${map.entries.length || "no"} kinds`, {
            found: second === undefined ? (0,source/* describeNode */.WQ)(node) : map.entries.map((each) => String(each.key)).join(", "),
            expected: `exactly one of ${known.join(", ")}`,
        });
    }
    const kind = String(entry.key);
    if (isKind(kind))
        return KINDS[kind](entry.value, report);
    return report.add(entry.keyAt, `\`${kind}\` is not a way to deploy`, {
        found: kind,
        expected: `one of ${known.join(", ")}`,
        hint: (0,source.didYouMean)(kind, known) ?? `the ways are ${known.join(", ")}`,
        length: kind.length,
    });
}
function isKind(text) {
    return Object.hasOwn(KINDS, text);
}
/** Every `after` names an environment of the file, and following them ends. */
function checkOrder(read, node, report) {
    // the names as written: an environment with a mistake of its own is still one that can be named
    const names = node.kind === "map" ? node.entries.map((entry) => String(entry.key)) : [];
    for (const { config, afterAt } of read.values()) {
        const { name, after } = config;
        const here = report.about(`environment "${name}"`);
        if (after === null)
            continue;
        if (!names.includes(after))
            refuseUnknown(after, { at: afterAt ?? config.at, names, report: here });
        else if (leadsBack(name, read))
            refuseCircle(name, { at: afterAt ?? config.at, read, report: here });
    }
    return new Map([...read].map(([name, { config }]) => [name, config]));
}
function refuseUnknown(after, { at, names, report }) {
    report.add(at, `there is no environment \`${after}\` to come after`, {
        found: after,
        expected: `one of ${names.join(", ")}`,
        hint: (0,source.didYouMean)(after, names) ?? `the environments are ${names.join(", ")}`,
        length: after.length,
    });
}
function refuseCircle(name, { at, read, report }) {
    const circle = [...chain(name, read), name].join(" after ");
    report.add(at, `\`after\` leads back to where it began: ${circle}`, {
        found: circle,
        expected: "one environment without `after`, which follows the main line",
        hint: "take `after` out of the environment that comes first",
        length: read.get(name)?.config.after?.length ?? 1,
    });
}
/** The names met by following `after`, until the end or the first name met twice. */
function chain(name, read) {
    const met = [];
    for (let at = name; at !== null && !met.includes(at); at = read.get(at)?.config.after ?? null)
        met.push(at);
    return met;
}
/** True for the members of a circle, false for those that only lead into one. */
function leadsBack(name, read) {
    const last = chain(name, read).at(-1) ?? name;
    return read.get(last)?.config.after === name;
}

;// CONCATENATED MODULE: ./build/config/gate.js


const metric = (0,source/* refine */.YP)(source/* expectString */.lK, (text, node, report) => {
    const colon = text.lastIndexOf(":");
    const file = (0,kernel/* joinPath */.uJ)(text.slice(0, Math.max(0, colon)));
    if (colon > 0 && !file.startsWith("..") && !text.startsWith("/"))
        return { file, metric: text.slice(colon + 1) };
    return report.add(node.at, `\`metric\` is not FILE:NAME: ${JSON.stringify(text)}`, {
        found: text,
        expected: "a metrics file below the folder of mainline.yaml, a colon, and the name in it",
        hint: "for example `metrics.json:accuracy`, as `mainline diff --all` names them",
        length: text.length,
    });
});
const finite = (0,source/* refine */.YP)(source/* expectNumber */.r$, (value, node, report) => Number.isFinite(value) ? value : (0,source/* mismatch */.J4)(node, report, "a finite number"));
const gate_fields = {
    metric: (0,source/* required */.mw)(metric),
    better: (0,source/* required */.mw)((0,source/* oneOf */.yL)("higher", "lower")),
    floor: (0,source/* optional */.lq)(finite),
    drop: (0,source/* optional */.lq)(readDrop),
};
const gate = (0,source/* refine */.YP)((0,source/* record */.g1)("a gate", gate_fields), (read, node, report) => {
    const { metric, better, floor, drop } = read;
    if (floor !== null || drop !== null)
        return { ...metric, better, floor, drop, at: node.at };
    return report.add(node.at, `the gate on \`${metric.file}:${metric.metric}\` has no limit`, {
        expected: "`floor`, `drop` or both",
        hint: "`floor: 0.9` is an absolute limit, `drop: 0.005` or `drop: 1%` the most it may worsen against the base",
    });
});
/** The list `gates:`, in file order. */
const gates = (0,source/* listOf */.c3)(gate);
function readDrop(node, report) {
    const drop = parseDrop(node);
    if (drop !== null && Number.isFinite(drop.value) && drop.value >= 0)
        return drop;
    return report.add(node.at, `\`drop\` is not an amount: ${(0,source/* describeNode */.WQ)(node)}`, {
        found: (0,source/* describeNode */.WQ)(node),
        expected: 'a number from 0 on in the metric\'s own unit, or a share of the base as "1%"',
    });
}
function parseDrop(node) {
    if (node.kind !== "scalar")
        return null;
    const { value } = node;
    if (typeof value === "number" || typeof value === "bigint")
        return { kind: "absolute", value: Number(value) };
    const share = typeof value === "string" ? /^(\d{1,6}(?:\.\d{1,12})?) ?%$/.exec(value) : null;
    return share === null ? null : { kind: "share", value: percent(share[1] ?? "") };
}
/** `1.5` → 0.015 without a detour through binary rounding: the digits stay, the point moves. */
function percent(digits) {
    return Number(`${digits}e-2`);
}

;// CONCATENATED MODULE: ./build/config/model.js
const BUMPS = ["auto", "patch", "minor", "major"];
const QUEUE_POLICIES = ["look-up", "run"];

;// CONCATENATED MODULE: ./build/config/models.js


/** One part of a repository's path, as the OCI distribution specification writes it. */
const PART = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const HOST = /^([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\])(:[0-9]{1,5})?$/;
/** GTO's grammar of an artifact's name, the folder of its dvc.yaml before a colon. */
const ARTIFACT = /^(?:[a-zA-Z0-9_./-]+:)?[a-zA-Z0-9](?:[a-zA-Z0-9/_-]*[a-zA-Z0-9])?$/;
const models_image = (0,source/* refine */.YP)(source/* expectString */.lK, (text, node, report) => {
    const target = parseImage(text);
    if (target !== null)
        return target;
    return report.add(node.at, `\`image\` does not say where images go: ${JSON.stringify(text)}`, {
        found: text,
        expected: "host[:port]/path in lower case without a tag, or oci:FOLDER",
        hint: "for example `localhost:5000/acme/churn`, or `oci:.registry` for a folder",
        length: text.length,
    });
});
const models_filled = (0,source/* refine */.YP)(source/* expectString */.lK, (text, node, report) => text.trim() === "" || text.includes("\0") ? (0,source/* mismatch */.J4)(node, report, "a text that is not empty") : text);
const codePath = (0,source/* refine */.YP)(models_filled, (text, node, report) => {
    const path = (0,kernel/* joinPath */.uJ)(text);
    const inside = !text.startsWith("/") && path !== ".." && !path.startsWith("../") && !/^[A-Za-z]:[\\/]/.test(text);
    if (inside)
        return path;
    return report.add(node.at, `\`code\` leaves the repository: ${JSON.stringify(text)}`, {
        found: text,
        expected: "a path below the folder of mainline.yaml",
        length: text.length,
    });
});
const command = (0,source/* byKind */.Sb)({ list: (0,source/* listOf */.c3)(source/* expectString */.lK) }, "a list of words, as in `command: [python3, serve.py]`");
const models_fields = {
    image: (0,source/* required */.mw)(models_image),
    base: (0,source/* optional */.lq)(models_filled),
    code: (0,source/* optional */.lq)((0,source/* listOf */.c3)(codePath), []),
    command: (0,source/* optional */.lq)(command, []),
};
/** One entry of `models:`. */
function model(node, report, name, at) {
    const here = report.about(`model "${name}"`);
    if (!ARTIFACT.test(name)) {
        return here.add(at, "not a name that an artifact can have", {
            found: name,
            expected: "letters, digits, `-`, `_` and `/`, a letter or digit at both ends",
            length: name.length,
        });
    }
    const read = (0,source/* record */.g1)("a model", models_fields)(node, here);
    if (read === undefined)
        return undefined;
    return { name, image: read.image, base: read.base, code: read.code, command: read.command, at };
}
/** Two models that push to one place would overwrite each other's tags: same repository or folder, whatever the case. */
function ownImages(models, _node, report) {
    const owners = new Map();
    for (const { name, image, at } of models.values()) {
        const key = placeOf(image);
        const other = owners.get(key);
        if (other === undefined)
            owners.set(key, name);
        else {
            report.about(`model "${name}"`).add(at, `its images would overwrite those of \`${other}\``, {
                found: `${key} for both`,
                expected: "an `image` of its own for each model",
                hint: `give models.${name}.image a place of its own, for example ${key}-${name.replace(/^.*[/:]/, "")}`,
                length: name.length,
            });
        }
    }
    return models;
}
function placeOf(image) {
    if (image.kind === "registry")
        return image.repository;
    return `oci:${image.directory.replace(/^\.\/|\/+$/g, "")}`;
}
function parseImage(text) {
    if (text.startsWith("oci:")) {
        const directory = text.slice("oci:".length);
        return directory === "" || /[\0@]/.test(directory) ? null : { kind: "layout", directory };
    }
    const [host = "", ...path] = text.split("/");
    const isHost = HOST.test(host) && (/[.:]/.test(host) || host === "localhost");
    const fits = isHost && path.length > 0 && path.every((part) => PART.test(part)) && text.length <= 255;
    return fits ? { kind: "registry", repository: text } : null;
}

;// CONCATENATED MODULE: ./build/config/waivers.js

/** Without a word about it: whoever may write, and did not propose the change. */
const NOBODY_NAMED = { by: null, own: false };
/** As GitHub makes them; those of programs end with `[bot]` and waive nothing. */
const LOGIN = /^[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?$/i;
const login = (0,source/* refine */.YP)(source/* expectString */.lK, (text, node, report) => LOGIN.test(text) ? text : (0,source/* mismatch */.J4)(node, report, "a login at GitHub, without `@`"));
/** The key `waivers:`. An empty list of owners lets nobody waive anything. */
const waivers = (0,source/* refine */.YP)((0,source/* record */.g1)("`waivers`", { by: (0,source/* optional */.lq)((0,source/* listOf */.c3)(login)), own: (0,source/* optional */.lq)(source/* expectBoolean */.ak, false) }), ({ by, own }) => ({ by, own }));

;// CONCATENATED MODULE: ./build/config/load.js






const load_fields = {
    models: (0,source/* optional */.lq)((0,source/* nullable */.me)((0,source/* refine */.YP)((0,source/* mapOf */.A7)(model), ownImages))),
    gates: (0,source/* optional */.lq)((0,source/* nullable */.me)(gates)),
    environments: (0,source/* optional */.lq)((0,source/* nullable */.me)((0,source/* refine */.YP)((0,source/* mapOf */.A7)(environment), checkOrder))),
    waivers: (0,source/* optional */.lq)((0,source/* nullable */.me)(waivers)),
    queue: (0,source/* optional */.lq)((0,source/* oneOf */.yL)(...QUEUE_POLICIES), "look-up"),
    release: (0,source/* optional */.lq)((0,source/* nullable */.me)((0,source/* record */.g1)("`release`", { bump: (0,source/* optional */.lq)((0,source/* oneOf */.yL)(...BUMPS), "minor") }))),
};
const EMPTY = {
    models: new Map(),
    gates: [],
    environments: new Map(),
    waivers: NOBODY_NAMED,
    queue: "look-up",
    release: { bump: "minor" },
};
const root = (0,source/* record */.g1)("mainline.yaml", load_fields);
/**
 * Reads mainline.yaml; without the file (`text` null) everything is empty. Every mistake in it is in the one thrown
 * `Failure` `mainline-invalid`, each with its place. Whether models are artifacts and gates name metrics is for those to
 * say who know the project.
 */
function loadMainline(text, file) {
    if (text === null)
        return EMPTY;
    const read = (0,source/* check */.z6)((0,source/* parseYaml */.hN)(text, file), root, "mainline-invalid");
    const { models, gates, environments, waivers, queue, release } = read;
    return {
        models: models ?? EMPTY.models,
        gates: gates ?? EMPTY.gates,
        environments: environments ?? EMPTY.environments,
        waivers: waivers ?? EMPTY.waivers,
        queue,
        release: { bump: release?.bump ?? EMPTY.release.bump },
    };
}

;// CONCATENATED MODULE: ./build/config/index.js





/***/ }),

/***/ 64539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ gateSides),
/* harmony export */   T: () => (/* binding */ readPolicy),
/* harmony export */   gate: () => (/* binding */ gate)
/* harmony export */ });
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70441);
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84043);
/* harmony import */ var _sides_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49194);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24975);




const POLICY_FILE = "mainline.yaml";
/** Whether the metrics keep the gates of mainline.yaml. Answer "no" when one is broken, or when the head cannot be judged. */
async function gate(context, options) {
    const workspace = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .openWorkspace */ .OH)(context);
    const head = await (0,_sides_js__WEBPACK_IMPORTED_MODULE_2__/* .openSide */ .Ov)(workspace, options.head);
    const fallback = (await workspace.git?.tryResolve("HEAD")) == null ? null : "HEAD";
    const rev = options.base ?? fallback;
    const base = rev === null ? null : await (0,_sides_js__WEBPACK_IMPORTED_MODULE_2__/* .openSide */ .Ov)(workspace, rev);
    const policy = options.base !== null && base !== null ? base.side.tree : workspace.tree;
    const document = await gateSides((await readPolicy(policy)).gates, base, head);
    return { answer: document.gates.some((verdict) => verdict.blocks) ? "no" : "yes", document };
}
/** What a tree's mainline.yaml says; everything is empty without the file. */
async function readPolicy(tree) {
    const bytes = await tree.read(POLICY_FILE);
    return (0,_config_index_js__WEBPACK_IMPORTED_MODULE_1__/* .loadMainline */ .ez)(bytes === null ? null : new TextDecoder().decode(bytes), POLICY_FILE);
}
/** Judges two sides. Failure `gate-metric` for a gate on a metric that neither has. */
async function gateSides(gates, base, head) {
    const tables = { base: base === null ? null : await (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .readMetrics */ .Uw)(base.side), head: await (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .readMetrics */ .Uw)(head.side) };
    const declared = [...(0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .metricPaths */ .Pe)(head.side), ...(base === null ? [] : (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .metricPaths */ .Pe)(base.side))];
    (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseUnknownMetrics */ .sQ)(gates, tables, declared);
    const verdicts = (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluateGates */ .ud)(gates, tables);
    return {
        schema: "mainline.gate/1",
        verdict: verdictOf(verdicts),
        base: base?.name ?? null,
        head: head.name,
        gates: verdicts,
        warnings: problemsOf(tables),
    };
}
function verdictOf(gates) {
    if (gates.length === 0)
        return "none";
    if (gates.some((verdict) => verdict.blocks))
        return "failed";
    return gates.some((verdict) => verdict.verdict === "not-comparable") ? "not-comparable" : "passed";
}
function problemsOf({ base, head }) {
    return [...new Set([...(base?.problems ?? []), ...head.problems])];
}


/***/ }),

/***/ 62759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VC: () => (/* binding */ modelFiles),
/* harmony export */   gV: () => (/* binding */ stageOf),
/* harmony export */   qB: () => (/* binding */ artifactOf),
/* harmony export */   z8: () => (/* binding */ storedModel)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87353);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78046);
/* harmony import */ var _remotes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68526);



/** The artifact that mainline.yaml's model means. Failures `unknown-artifact`, `not-a-model`. */
function artifactOf(project, model) {
    const found = project.artifacts.find((artifact) => artifact.name === model.name);
    if (found !== undefined && found.type !== "model")
        throw noModel(found);
    if (found !== undefined)
        return found;
    const known = project.artifacts.map((artifact) => artifact.name);
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("unknown-artifact", `no dvc.yaml declares the model \`${model.name}\``, {
        at: model.at,
        found: model.name,
        expected: known.length === 0 ? "an `artifacts:` entry in dvc.yaml" : `one of ${known.join(", ")}`,
        hint: `artifacts: {${model.name}: {type: model, path: PATH}} in dvc.yaml`,
    });
}
function noModel({ name, type, place }) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("not-a-model", `the artifact \`${name}\` is not declared a model`, {
        at: place,
        found: type === null ? "no `type`" : `type: ${type}`,
        expected: "`type: model`",
        hint: `add \`type: model\` to artifacts.${name} in dvc.yaml`,
    });
}
/** The stage whose output the artifact is, or lies in; null when no stage makes it (a file in git). */
function stageOf(project, artifact) {
    return project.stages.find((stage) => stage.outs.some((out) => holds(out.at, artifact.path))) ?? null;
}
/** The object that a known result names for the artifact. Failure `model-not-cached` for an output kept out of the cache. */
function storedModel(stage, entry, artifact) {
    const output = stage.outs.find((out) => holds(out.at, artifact.path));
    const recorded = entry.outs.find((out) => out.path === output?.path);
    if (output?.at === undefined || output.at === null || recorded?.oid === undefined || recorded.oid === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("model-not-recorded", `the result of ${stage.address} names no content for ${artifact.path}`, {
            at: artifact.place,
            hint: `mainline run ${stage.address}`,
        });
    }
    const { oid, hash, isexec } = recorded;
    return { stage, entry, oid, hash, executable: isexec === true, output: output.at, remote: output.remote };
}
/** The model's files as they go into the image. Failures `model-missing`, `object-corrupt`. */
async function modelFiles(model, artifact, { cache, project, context }) {
    await bringHere(model, artifact, { cache, project, context });
    if (!(0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDirectoryOid */ .ie)(model.oid))
        return [await fileAt(cache, artifact.path, model)];
    const listing = (await cache.readListing(model.oid, model.hash)) ?? [];
    const inside = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .relativeTo */ .Mf)(artifact.path, model.output);
    const wanted = listing.filter(({ relpath }) => inside === "." || (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(relpath, inside));
    return Promise.all(wanted.map(({ relpath, oid }) => fileAt(cache, `${model.output}/${relpath}`, { ...model, oid, executable: false })));
}
async function fileAt(cache, path, { oid, hash, executable }) {
    if ((await cache.verify(oid, hash)) !== "present") {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .infrastructure */ .Sv)("object-corrupt", `the cache's object for ${path} is not what its name says`, {
            found: cache.path(oid, hash),
            hint: "delete that file and run again: it is fetched anew",
        });
    }
    return { path, source: cache.path(oid, hash), executable, contentId: oid };
}
async function bringHere({ oid, hash, remote: named }, artifact, { cache, project, context }) {
    if ((await cache.missingBelow(oid, hash)).length === 0)
        return;
    const { remotes, defaultRemote } = project.config;
    const config = remotes.get(named ?? defaultRemote ?? "");
    if (config === undefined)
        throw missing(artifact, "this machine's cache lacks it, and there is no remote");
    const report = await (0,_store_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fetch */ .hd)([{ oid, hash }], { cache, remote: await (0,_remotes_js__WEBPACK_IMPORTED_MODULE_2__/* .openConfigured */ .vP)(context, config) });
    const [failed] = report.failed;
    if (failed !== undefined)
        throw missing(artifact, `remote "${config.name}": ${failed.reason}`);
}
function missing(artifact, why) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .infrastructure */ .Sv)("model-missing", `the stored model ${artifact.path} cannot be found: ${why}`, {
        at: artifact.place,
        hint: "push it from where it was made: `mainline push` (or `dvc push`)",
    });
}
function holds(at, path) {
    return at !== null && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(path, at);
}


/***/ }),

/***/ 75159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serve: () => (/* binding */ serve)
});

// EXTERNAL MODULE: ./build/shell/index.js + 7 modules
var shell = __webpack_require__(87240);
// EXTERNAL MODULE: ./build/flows/gate.js
var gate = __webpack_require__(64539);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(87353);
// EXTERNAL MODULE: ./build/flows/checkout.js
var checkout = __webpack_require__(56388);
// EXTERNAL MODULE: ./build/flows/transfer.js + 4 modules
var transfer = __webpack_require__(57201);
;// CONCATENATED MODULE: ./build/flows/serve/bring-model.js





/** Places a model that is recorded but not in the workspace: from the cache, else from the remote. Failure `model-missing`. */
async function bringModel(context, { root, config }, served) {
    const isThere = () => (0,promises_.stat)((0,external_node_path_.join)(root, served.path)).then(Boolean, () => false);
    if (await isThere())
        return;
    if (served.stage === null)
        throw missing(served, "no stage makes it");
    const here = { ...context, cwd: root };
    const targets = [served.path];
    context.progress.say(`${served.path} is not in the workspace: it is brought there`);
    await (0,checkout.checkout)(here, { targets, force: false, relink: false, allowMissing: true });
    if (await isThere())
        return;
    if (config.defaultRemote === null)
        throw missing(served, "this machine's cache lacks it, and there is no remote");
    await (0,transfer.pull)(here, {
        targets,
        remote: null,
        jobs: null,
        allCommits: false,
        runCache: false,
        noRunCache: true,
        force: false,
        allowMissing: true,
    });
    if (!(await isThere()))
        throw missing(served, "neither the cache nor the remote has it");
}
function missing({ path, stage, artifact }, why) {
    return (0,kernel/* infrastructure */.Sv)("model-missing", `the model ${path} is not here: ${why}`, {
        at: artifact.place,
        found: `nothing at ${path}`,
        hint: stage === null ? "correct `path` in dvc.yaml, or add the file" : `mainline run ${stage.address}`,
    });
}

// EXTERNAL MODULE: ./build/source/index.js + 24 modules
var source = __webpack_require__(94527);
// EXTERNAL MODULE: ./build/flows/release/model-files.js
var model_files = __webpack_require__(62759);
;// CONCATENATED MODULE: ./build/flows/serve/choose-model.js



/** The model that is meant. Failures `unknown-model`, `which-model`, and those of `artifactOf`. */
function chooseModel(project, { models }, asked) {
    const declared = project.artifacts.filter(({ type }) => type === "model").map(({ name }) => name);
    const known = [...new Set([...models.keys(), ...declared])];
    const name = asked ?? onlyOne(known);
    if (!known.includes(name)) {
        throw (0,kernel/* badInput */.AN)("unknown-model", `there is no model \`${name}\` here`, {
            found: name,
            expected: known.length === 0 ? "an `artifacts:` entry with `type: model` in dvc.yaml" : `one of ${known.join(", ")}`,
            hint: (0,source.didYouMean)(name, known) ?? "see `artifacts:` in dvc.yaml and `models:` in mainline.yaml",
        });
    }
    const config = models.get(name) ?? null;
    const artifact = config === null ? declaredArtifact(project, name) : (0,model_files/* artifactOf */.qB)(project, config);
    return { name, path: artifact.path, artifact, stage: (0,model_files/* stageOf */.gV)(project, artifact), config };
}
function onlyOne(known) {
    const [only, ...others] = known;
    if (only === undefined) {
        throw (0,kernel/* badInput */.AN)("which-model", "this project declares no model", {
            found: "no model",
            expected: "an `artifacts:` entry with `type: model` in dvc.yaml",
            hint: "artifacts: {NAME: {type: model, path: PATH}} in dvc.yaml",
        });
    }
    if (others.length === 0)
        return only;
    throw (0,kernel/* badInput */.AN)("which-model", `this project has several models: ${known.join(", ")}`, {
        found: "no name",
        expected: `one of ${known.join(", ")}`,
        hint: `mainline serve ${only}`,
    });
}
function declaredArtifact(project, name) {
    const found = project.artifacts.find((artifact) => artifact.name === name);
    if (found === undefined)
        throw new Error(`the artifact ${name} was listed and is gone`);
    return found;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/flows/serve/port.js


/** Failure `port-taken`: said before anything is started, and not by the server in words of its own. */
async function requireFreePort(host, port) {
    const server = (0,external_node_net_.createServer)();
    const cause = await new Promise((done) => {
        server.once("error", done);
        server.listen({ host, port }, () => server.close(() => done(null)));
    });
    if (cause === null)
        return;
    throw (0,kernel/* infrastructure */.Sv)("port-taken", `port ${port} cannot be listened on: ${cause.message}`, {
        found: `${host}:${port}`,
        hint: "end the program that has it, or choose another with --port N",
    });
}
const PAUSE_MS = 50;
const ONE_REQUEST_MS = 2000;
/** Whether a server came to say that it is ready; false when `signal` ended the waiting. */
async function untilReady(url, { clock, signal }) {
    while (!signal.aborted) {
        const patience = AbortSignal.any([signal, AbortSignal.timeout(ONE_REQUEST_MS)]);
        const headers = { connection: "close" };
        const answer = await fetch(`${url}/v2/health/ready`, { headers, signal: patience }).catch(() => null);
        await answer?.body?.cancel();
        if (answer?.status === 200)
            return true;
        await clock.sleep(PAUSE_MS);
    }
    return false;
}

;// CONCATENATED MODULE: ./build/flows/serve/server-command.js



/** What the image runs; without a `command` in mainline.yaml, the server of our own around the user's code. Failure `no-serving-code`. */
async function commandOf({ name, path, config }, { root, code, installDir }) {
    if (config !== null && config.command.length > 0)
        return config.command;
    const file = await (0,promises_.stat)((0,external_node_path_.join)(root, code)).catch(() => null);
    if (file?.isFile() !== true) {
        throw (0,kernel/* badInput */.AN)("no-serving-code", `nothing says how ${name} is served: mainline.yaml has no command for it, and there is no ${code}`, {
            found: `nothing at ${code}`,
            expected: `a file ${code} with \`load(path)\` and \`predict(model, inputs)\``,
            hint: `write ${code} with \`load(path)\` and \`predict(model, inputs)\`, or models.${name}.command in mainline.yaml`,
        });
    }
    return ["python3", (0,external_node_path_.join)(installDir, "templates/serve/mainline_serve.py"), code, path];
}

// EXTERNAL MODULE: ./build/flows/workspace.js
var flows_workspace = __webpack_require__(24975);
;// CONCATENATED MODULE: ./build/flows/serve.js







const HOST = "127.0.0.1";
/** What stands for a version: the workspace has none. */
const VERSION = "workspace";
/**
 * Runs a model's server from the workspace, as a deployed image would run it, until it is told to end. Answer "no" when it
 * ends by itself with a failure.
 */
async function serve(context, options) {
    const workspace = await (0,flows_workspace/* openWorkspace */.OH)(context);
    const { root } = workspace;
    const served = chooseModel(workspace.project, await (0,gate/* readPolicy */.T)(workspace.tree), options.model);
    workspace.git?.close();
    await bringModel(context, workspace, served);
    const command = await commandOf(served, { root, code: options.code, installDir: context.machine.installDir });
    await requireFreePort(HOST, options.port);
    return whileItRuns(context, { ...options, served, root, command });
}
async function whileItRuns(context, running) {
    const { served, root, command, port, listener } = running;
    const url = `http://${HOST}:${port}`;
    const over = new AbortController();
    let ready = false;
    const watching = untilReady(url, { clock: context.clock, signal: over.signal }).then((answered) => {
        ready = answered;
        if (answered)
            listener.ready(served.name, `${url}/v2/models/${encodeURIComponent(served.name)}`);
    });
    const [program = "", ...args] = command;
    const ended = await (0,shell/* stream */.Td)(program, args, {
        cwd: root,
        env: {
            HOST,
            PORT: String(port),
            MAINLINE_MODEL: served.name,
            MAINLINE_VERSION: VERSION,
            PYTHONUNBUFFERED: "1",
        },
        signal: context.signal,
        onOutput: (chunk) => listener.output(chunk),
    }).finally(() => over.abort());
    await watching;
    const exitCode = ended.signal === null ? ended.code : null;
    const asked = context.signal.aborted;
    return {
        answer: asked || exitCode === 0 ? "yes" : "no",
        document: { schema: "mainline.serve/1", model: served.name, path: served.path, command, url, ready, exitCode },
    };
}


/***/ }),

/***/ 49194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ov: () => (/* binding */ openSide),
/* harmony export */   ql: () => (/* binding */ recordedSide),
/* harmony export */   uH: () => (/* binding */ diffSides)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70441);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71232);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87353);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33734);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24975);







/** A revision, or the workspace for null. Failures `unknown-revision`, `no-git`. */
async function openSide(workspace, rev) {
    if (rev === null)
        return { side: await workspaceSide(workspace), name: { name: "workspace", commit: null } };
    if (workspace.git === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("no-git", `there is no git repository, so there is no \`${rev}\` to compare with`, {
            hint: "`git init` and a first commit make one; or set `core.no_scm` back to false",
        });
    }
    const { commit, tree, project } = await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .projectAt */ .t9)(workspace, rev);
    const side = { tree, project, objects: cachedObjects(workspace), data: (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedData */ .Zw)(project) };
    return { side, name: { name: rev, commit } };
}
/** The document of `mainline diff` for two sides. */
async function diffSides(base, head, all) {
    const [metrics, params, data] = await Promise.all([
        (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .metricsDiff */ .nl)(base.side, head.side, all),
        (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .paramsDiff */ .Cw)(base.side, head.side, all),
        (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .dataDiff */ .S7)(base.side, head.side, all),
    ]);
    return {
        schema: "mainline.diff/1",
        base: base.name,
        head: head.name,
        metrics: metrics.rows,
        params: params.rows,
        data: data.rows,
        warnings: [...new Set([...metrics.problems, ...params.problems, ...data.problems])],
    };
}
/** The workspace's files beside what its manifests record: no data is looked at. */
function recordedSide(workspace) {
    const { tree, project } = workspace;
    return { tree, project, objects: cachedObjects(workspace), data: (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedData */ .Zw)(project) };
}
async function workspaceSide(workspace) {
    const { tree, project } = workspace;
    return { tree, project, objects: cachedObjects(workspace), data: await presentData(workspace, project) };
}
/** What lies in the workspace at the outputs that DVC caches; an output that is not there is left out. */
async function presentData(workspace, project) {
    const observer = (0,_observe_js__WEBPACK_IMPORTED_MODULE_5__/* .observeWorkspace */ .WI)(workspace);
    const recorded = (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedData */ .Zw)(project);
    const found = new Map();
    for (const [path, { hash }] of recorded) {
        const content = await observer.content(path, hash);
        if (content === null)
            continue;
        const files = content.oid.endsWith(".dir") ? await listed(workspace, path) : null;
        found.set(path, { ...content, ...(files === null ? {} : { files }) });
    }
    await workspace.state.save();
    return found;
}
async function listed({ root, state, ignore }, path) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(absolute).catch(() => null))?.isDirectory())
        return null;
    const rules = {
        ignored: (relpath, isDirectory) => ignore.ignored(`${path}/${relpath}`, isDirectory),
    };
    return (await state.hashTree(absolute, rules)).entries;
}
/** The cache as a source of recorded files. What does not hash to its name counts as absent: a verdict must not rest on it. */
function cachedObjects({ cache }) {
    return {
        read: async (oid, hash) => {
            const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(cache.path(oid, hash)).catch(() => null);
            return bytes === null || (hash === "md5" && (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .hashBytes */ .yi)(bytes) !== oid) ? null : bytes;
        },
        listing: (oid, hash) => cache.readListing(oid, hash),
    };
}


/***/ })

};
