export const id = 5838;
export const ids = [5838];
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

/***/ 75838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fT: () => (/* binding */ assemble),
  c2: () => (/* binding */ openSite),
  I5: () => (/* binding */ rootOf)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/index.js + 6 modules
var config = __webpack_require__(84043);
// EXTERNAL MODULE: ./build/git/index.js + 13 modules
var build_git = __webpack_require__(90964);
// EXTERNAL MODULE: ./build/manifest/index.js + 34 modules
var manifest = __webpack_require__(9625);
// EXTERNAL MODULE: ./build/source/index.js + 24 modules
var source = __webpack_require__(94527);
;// CONCATENATED MODULE: ./build/flows/release/announce.js
const tellNobody = async () => { };

// EXTERNAL MODULE: ./build/environments/index.js + 22 modules
var environments = __webpack_require__(26196);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(87353);
// EXTERNAL MODULE: ./build/release/index.js + 29 modules
var release = __webpack_require__(42827);
;// CONCATENATED MODULE: ./build/flows/release/ledger.js



/** The record of releases and environments: GTO tags in git, of the remote where there is one. */
class Ledger {
    #options;
    #tags = [];
    constructor(options) {
        this.#options = options;
    }
    static async open(options) {
        const ledger = new Ledger(options);
        await ledger.refresh();
        return ledger;
    }
    /** Reads the tags again, the remote's first. A dry ledger keeps what it imagines. */
    async refresh() {
        const { git, remote, dry } = this.#options;
        if (dry && this.#tags.length > 0)
            return;
        if (remote !== null)
            await git.fetchTags(remote);
        this.#tags = await git.tags();
    }
    histories() {
        return (0,release/* readHistories */.X_)(this.#tags);
    }
    state(model, configs) {
        return (0,environments/* modelState */.zo)((0,release/* readHistory */.Lu)(this.#tags, model), configs);
    }
    register(entry, version) {
        const name = (0,release/* versionTag */.Vm)(entry.model, version);
        return this.#write(entry, name, (0,release/* tagMessage */.ib)(entry.summary, entry.trailers));
    }
    /** The tag that the next assignment gets, unless somebody else is faster. */
    nextAssignment(model, environment) {
        return (0,release/* assignmentTag */.cn)(this.#tags, model, environment);
    }
    assign(entry) {
        (0,release/* refuseBreaking */.w3)(this.#tags, entry.model, entry.commit);
        const name = (0,release/* assignmentTag */.cn)(this.#tags, entry.model, entry.environment);
        const message = (0,release/* tagMessage */.ib)(entry.summary, entry.trailers);
        return this.#write(entry, name, entry.declared === null ? message : message + (0,environments/* declaredTrailer */.YU)(entry.declared));
    }
    /** Pushes tags that were written here before and may never have left: a run that was killed between the two. */
    async publish(names) {
        const { git, remote, dry } = this.#options;
        if (remote === null || dry)
            return;
        await git.pushTags(remote, names);
    }
    async #write(entry, name, message) {
        const { git, clock, dry } = this.#options;
        const at = (0,release/* nextTagTime */.Bu)(this.#tags, entry.model, clock.now());
        if (dry)
            return this.#imagine({ name, target: entry.commit, message, taggedAt: at });
        try {
            await git.createTag({ name, target: entry.commit, message, at });
        }
        catch (cause) {
            return this.#lostOr(cause, "tag-exists");
        }
        this.#tags = await git.tags();
        return this.#push(name);
    }
    async #push(name) {
        const { git, remote } = this.#options;
        if (remote === null)
            return { kind: "written", tag: name };
        const ours = this.#objectOf(name);
        try {
            await git.pushTags(remote, [name]);
            return { kind: "written", tag: name };
        }
        catch (cause) {
            await this.refresh();
            // fetching put the remote's tag in the place of ours, unless it was refused for another reason
            if (this.#objectOf(name) === ours)
                throw cause;
            return this.#lostOr(cause, "push-rejected");
        }
    }
    async #lostOr(cause, code) {
        if (!(cause instanceof kernel/* Failure */.HR) || cause.code !== code)
            throw cause;
        await this.refresh();
        return { kind: "lost" };
    }
    #imagine(tag) {
        const imagined = { ...tag, object: "", tagger: { name: "", email: "" } };
        this.#tags = [...this.#tags, imagined];
        return { kind: "written", tag: tag.name };
    }
    #objectOf(name) {
        return this.#tags.find((tag) => tag.name === name)?.object ?? null;
    }
}

;// CONCATENATED MODULE: ./build/flows/release/open-site.js








/** Where people work: the policy is mainline.yaml as it lies in the workspace. */
async function openSite(context, options) {
    const git = await build_git.Git.open(context.cwd);
    const root = await rootOf(context.cwd, git.root);
    return assemble(context, options, { git, root, config: await workspaceConfig(root) });
}
async function assemble(context, options, found) {
    const { remote, plan, by } = options;
    const ledger = await Ledger.open({ git: found.git, clock: context.clock, remote, dry: plan });
    return { context, ...found, ledger, announce: options.announce ?? tellNobody, by, plan };
}
/** Where mainline.yaml lies: the nearest folder with a `.dvc` in it; the git root in a repository without DVC, whose tags can be read all the same. */
async function rootOf(cwd, gitRoot) {
    const top = await (0,promises_.realpath)(gitRoot);
    for (let folder = await (0,promises_.realpath)(cwd); folder !== top; folder = (0,external_node_path_.dirname)(folder)) {
        const found = await (0,promises_.stat)((0,external_node_path_.join)(folder, ".dvc")).catch(() => null);
        if (found?.isDirectory() === true || (0,external_node_path_.dirname)(folder) === folder)
            return folder;
    }
    return top;
}
async function workspaceConfig(root) {
    const file = "mainline.yaml";
    const bytes = await (0,manifest/* workspaceTree */.OX)(root).read(file);
    return (0,config/* loadMainline */.ez)(bytes === null ? null : (0,source/* decodeUtf8 */._6)(bytes, file), file);
}


/***/ })

};
