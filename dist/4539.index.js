export const id = 4539;
export const ids = [4539];
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

/***/ 33734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NP: () => (/* binding */ rulesFor),
/* harmony export */   S1: () => (/* binding */ observeRevision),
/* harmony export */   WI: () => (/* binding */ observeWorkspace)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71232);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87353);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9625);
/* harmony import */ var _plan_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76029);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78046);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(24975);









/** Entries beyond this many are not searched for one that might fit: then any may. */
const RUNS_SEARCHED = 4000;
const FILES_AT_ONCE = 16;
/** The workspace as it is when asked. */
function observeWorkspace(seen) {
    const stores = storesObserver(seen);
    const complete = new _store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .CompleteMemory */ .Rk(seen.cache, (0,_workspace_js__WEBPACK_IMPORTED_MODULE_8__/* .notesFolder */ .w4)(seen.root));
    return {
        content: (path, hash, as) => workspaceContent(seen, { path, named: as === "dependency" }, hash).catch((cause) => lostWithTheCache(cause, seen.cache)),
        values: (dependency) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .readParamValues */ .YP)(seen.tree, dependency),
        ...stores,
        stored: (oid, hash) => (hash === "md5" ? complete.holds(oid) : stores.stored(oid, hash)),
    };
}
/** With `cache.type` symlink what was placed leads nowhere when the cache has lost it: it is no more there than its object. */
function lostWithTheCache(cause, cache) {
    const link = cause instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR && cause.code === "broken-link" ? cause.details.at?.file : undefined;
    if (link !== undefined && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .isWithin */ .UO)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(link), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(link)), cache.dir))
        return null;
    throw cause;
}
/** A revision: what git holds is hashed, what DVC tracks is not there. */
function observeRevision(revision) {
    const { tree, assumeStored } = revision;
    const stores = storesObserver(revision);
    return {
        content: (path, hash, as) => hash === "md5" ? treeContent(revision, { path, named: as === "dependency" }) : Promise.resolve(null),
        values: (dependency) => (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_5__/* .readParamValues */ .YP)(tree, dependency),
        ...stores,
        ...(assumeStored ? { stored: () => Promise.resolve(true) } : {}),
    };
}
/** `.dvcignore` for the inside of one directory. */
function rulesFor(ignore, directory) {
    return {
        ignored: (relpath, isDirectory) => ignore.ignored((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(directory, relpath), isDirectory),
        key: `${ignore.key} ${directory}`,
    };
}
function storesObserver({ cache, runCache }) {
    let runs = null;
    return {
        stored: async (oid, hash) => (await cache.missingBelow(oid, hash)).length === 0,
        listing: (oid, hash) => cache.readListing(oid, hash),
        knownRun: async (inputs) => {
            const [newest] = await runCache.find(runCache.key(inputs));
            return newest !== undefined && (0,_store_index_js__WEBPACK_IMPORTED_MODULE_7__/* .sameInputs */ .kO)(newest, inputs) ? newest : null;
        },
        mayKnowRun: async (inputs, open) => {
            runs ??= allRuns(runCache);
            return (await runs)?.some((entry) => (0,_plan_index_js__WEBPACK_IMPORTED_MODULE_6__/* .fits */ .lA)(entry, inputs, open)) ?? true;
        },
    };
}
async function allRuns(runCache) {
    const keys = [...new Set((await runCache.names()).map(({ key }) => key))];
    if (keys.length > RUNS_SEARCHED)
        return null;
    return (await (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .HN)(keys, FILES_AT_ONCE, (key) => runCache.find(key))).flat();
}
async function workspaceContent(seen, { path, named }, hash) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(seen.root, path);
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(absolute).catch(() => null);
    if (stats === null || (!named && seen.ignore.ignored(path, stats.isDirectory())))
        return null;
    if (hash === "md5-dos2unix")
        return legacyContent(seen, path, stats.isDirectory());
    if (stats.isDirectory()) {
        const { oid, size, nfiles } = await seen.state.hashTree(absolute, rulesFor(seen.ignore, path));
        return { oid, hash, size, nfiles };
    }
    const { oid, size } = await seen.state.hashFile(absolute);
    return { oid, hash, size, ...((stats.mode & 0o111) === 0 ? {} : { isexec: true }) };
}
/** As DVC 2.x named it. Sizes are those of the files as they are. */
async function legacyContent(seen, path, isDirectory) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(seen.root, path);
    const hash = "md5-dos2unix";
    if (!isDirectory) {
        const { size, mode } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(absolute);
        const oid = await (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .dos2unixHashFile */ .jD)(absolute);
        return { oid, hash, size: BigInt(size), ...((mode & 0o111) === 0 ? {} : { isexec: true }) };
    }
    const tree = await seen.state.hashTree(absolute, rulesFor(seen.ignore, path));
    const entries = await (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .HN)(tree.entries, FILES_AT_ONCE, async ({ relpath }) => ({
        relpath,
        oid: await (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .dos2unixHashFile */ .jD)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(absolute, relpath)),
    }));
    return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .directoryListing */ .E3)(entries).oid, hash, size: tree.size, nfiles: tree.nfiles };
}
async function treeContent(revision, { path, named }) {
    const { tree, ignore } = revision;
    const kind = await tree.kind(path);
    if (kind === null || (!named && ignore.ignored(path, kind === "directory")))
        return null;
    if (kind === "file") {
        const bytes = await tree.read(path);
        if (bytes === null)
            return null;
        const exec = await isExecutable(tree, path);
        return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .hashBytes */ .yi)(bytes), hash: "md5", size: BigInt(bytes.length), ...(exec ? { isexec: true } : {}) };
    }
    const files = await filesBelow(revision, path);
    const size = files.reduce((sum, file) => sum + file.size, 0n);
    return { oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .directoryListing */ .E3)(files).oid, hash: "md5", size, nfiles: BigInt(files.length) };
}
async function isExecutable(tree, path) {
    return (await tree.list((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .parentOf */ .gN)(path))).some(({ name, exec }) => exec && name === (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .baseName */ .Fl)(path));
}
async function filesBelow({ tree, ignore }, top, below = "") {
    const files = [];
    for (const { name, kind, link } of await tree.list((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(top, below))) {
        const relpath = below === "" ? name : `${below}/${name}`;
        const path = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .joinPath */ .uJ)(top, relpath);
        if (ignore.ignored(path, kind === "directory"))
            continue;
        if (kind === "directory") {
            if (!link)
                files.push(...(await filesBelow({ tree, ignore }, top, relpath)));
            continue;
        }
        const bytes = await tree.read(path);
        if (bytes !== null)
            files.push({ relpath, oid: (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_3__/* .hashBytes */ .yi)(bytes), size: BigInt(bytes.length) });
    }
    return files;
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
