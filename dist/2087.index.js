export const id = 2087;
export const ids = [2087];
export const modules = {

/***/ 2087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vL: () => (/* reexport */ LockDraft),
  Td: () => (/* reexport */ findDvcRoot),
  Mp: () => (/* reexport */ isOn),
  H1: () => (/* reexport */ keepVersions),
  P8: () => (/* reexport */ listedDirectory),
  Z9: () => (/* reexport */ loadConfig),
  gi: () => (/* reexport */ loadProject),
  Ce: () => (/* reexport */ lockToValue),
  Pf: () => (/* reexport */ mergeDotDvc),
  t0: () => (/* reexport */ mergeLocks),
  Ay: () => (/* reexport */ parseIni),
  PG: () => (/* reexport */ parseLock),
  zT: () => (/* reexport */ parseLockEntry),
  PA: () => (/* reexport */ readDotDvc),
  YP: () => (/* reexport */ readParamValues),
  h5: () => (/* reexport */ resolveTargets),
  x: () => (/* reexport */ stagesInFolder),
  zw: () => (/* reexport */ stagesNamed),
  Ww: () => (/* reexport */ unknownTarget),
  kK: () => (/* reexport */ updateDotDvc),
  tn: () => (/* reexport */ updateLock),
  Vk: () => (/* reexport */ versionedFiles),
  OX: () => (/* reexport */ workspaceTree)
});

// UNUSED EXPORTS: splitTarget, stageDigest

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/source/index.js + 25 modules
var build_source = __webpack_require__(8202);
;// CONCATENATED MODULE: ./build/manifest/ini.js

/**
 * Reads what Python's ConfigObj reads of DVC's config files: sections, `key = value`, quotes, comments, lists by commas.
 * Names of sections and options come out in lower case. Failure `config-invalid` with the line.
 */
function parseIni(text, file) {
    const sections = new Map();
    let current = null;
    for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
        const line = raw.replace(/^\ufeff/, "").trim();
        if (line === "" || line.startsWith("#"))
            continue;
        const wrong = (expected) => invalid({ file, line: index + 1, text: raw }, expected);
        if (line.startsWith("[")) {
            current = openSection(sections, line, wrong);
            continue;
        }
        const at = line.indexOf("=");
        if (at <= 0)
            throw wrong("`option = value`");
        if (current === null)
            throw wrong("a [section] before the first option");
        current.set(unquote(line.slice(0, at).trim()).toLowerCase(), readValue(line.slice(at + 1).trim(), wrong));
    }
    return sections;
}
function openSection(sections, line, wrong) {
    const name = /^\[([^\][]+)\]\s*(?:#.*)?$/.exec(line)?.[1]?.trim();
    if (name === undefined)
        throw wrong("`[section]`");
    const key = unquote(name).toLowerCase();
    const section = sections.get(key) ?? new Map();
    sections.set(key, section);
    return section;
}
/** `a`, `"a, b"`, `a, b`; ends at a `#` that follows a blank. */
function readValue(text, wrong) {
    const items = [""];
    let quote = "";
    let before = " ";
    for (const char of text) {
        if (quote === "" && char === "#" && /\s/.test(before))
            break;
        if (quote === "" && char === ",")
            items.push("");
        else
            items[items.length - 1] += char;
        if (char === quote)
            quote = "";
        else if (quote === "" && (char === '"' || char === "'"))
            quote = char;
        before = char;
    }
    if (quote !== "")
        throw wrong("a value with its quotes closed");
    const values = items.map((item) => unquote(item.trim()));
    if (values.length === 1)
        return values[0] ?? "";
    return values.at(-1) === "" ? values.slice(0, -1) : values;
}
function unquote(text) {
    return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}
function invalid({ file, line, text }, expected) {
    return (0,kernel/* badInput */.AN)("config-invalid", `expected ${expected}, found \`${text.trim().slice(0, 80)}\``, {
        at: { file, line, column: text.length - text.trimStart().length + 1 },
        found: text.trim().slice(0, 80),
        expected,
        hint: `correct the line, or let dvc write it: dvc config, dvc remote`,
    });
}

;// CONCATENATED MODULE: ./build/manifest/config.js





const SECTIONS = [
    "core",
    "cache",
    "state",
    "plots",
    "exp",
    "parsing",
    "hydra",
    "studio",
    "feature",
    "index",
    "machine",
];
const LINK_TYPES = ["reflink", "hardlink", "symlink", "copy"];
const REMOTE = /^remote "(.*)"$/;
/**
 * DVC's configuration: system, user, `.dvc/config`, `.dvc/config.local`, the later winning option by option. Relative paths
 * count from the file they stand in. Failures `config-invalid`.
 */
async function loadConfig(places) {
    const { root, systemDir, globalDir } = places;
    const files = [(0,external_node_path_.join)(systemDir, "config"), (0,external_node_path_.join)(globalDir, "config"), (0,external_node_path_.join)(root, ".dvc/config")];
    const merged = new Map();
    const committed = new Map();
    for (const file of [...files, (0,external_node_path_.join)(root, ".dvc/config.local")]) {
        const shown = file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file;
        for (const [name, options] of await readLevel(file, shown)) {
            checkSection(name, shown);
            const section = merged.get(name) ?? new Map();
            const brought = committed.get(name) ?? new Set();
            for (const [option, value] of options) {
                section.set(option, placed(option, value, { file, home: places.home }));
                if (file === (0,external_node_path_.join)(root, ".dvc/config"))
                    brought.add(option);
                else
                    brought.delete(option);
            }
            merged.set(name, section);
            committed.set(name, brought);
        }
    }
    return interpret(merged, { root, committed });
}
async function readLevel(file, shown) {
    try {
        return parseIni((0,build_source/* decodeUtf8 */._6)(await (0,promises_.readFile)(file), shown), shown);
    }
    catch (cause) {
        if (cause instanceof Error && "code" in cause && ["ENOENT", "ENOTDIR", "EACCES"].includes(String(cause.code))) {
            return new Map();
        }
        throw cause;
    }
}
function checkSection(name, file) {
    if (SECTIONS.includes(name) || /^(remote|db|machine) ".*"$/.test(name))
        return;
    throw (0,kernel/* badInput */.AN)("config-invalid", `[${name}] is not a section of DVC's configuration`, {
        at: { file },
        found: `[${name}]`,
        expected: `one of ${SECTIONS.join(", ")}, 'remote "name"'`,
        hint: (0,build_source.didYouMean)(name, SECTIONS) ?? "a remote's header is written ['remote \"name\"']",
    });
}
/** Options that name a folder or file: relative ones count from the file's own folder. */
const PATH_OPTIONS = new Set(["url", "dir", "keyfile", "credentialpath", "configpath", "cert_path", "key_path"]);
function placed(option, value, { file, home }) {
    if (!PATH_OPTIONS.has(option) || typeof value !== "string" || value === "")
        return value;
    if ((0,external_node_path_.isAbsolute)(value) || /^\w[\w+.-]*:\/\//.test(value))
        return value;
    if (value === "~" || value.startsWith("~/"))
        return (0,external_node_path_.join)(home, value.slice(1));
    return (0,external_node_path_.resolve)((0,external_node_path_.dirname)(file), value);
}
function interpret(sections, { root, committed }) {
    const core = sections.get("core");
    const cache = sections.get("cache");
    const remotes = new Map();
    for (const [section, options] of sections) {
        const name = REMOTE.exec(section)?.[1];
        if (name === undefined)
            continue;
        const brought = committed.get(section) ?? new Set();
        remotes.set(name, { name, url: remoteUrl(sections, name), options, committed: brought });
    }
    return {
        sections,
        cacheDir: textOf(cache?.get("dir")) ?? (0,external_node_path_.join)(root, ".dvc/cache"),
        cacheTypes: linkTypes(cache?.get("type")),
        defaultRemote: textOf(core?.get("remote"))?.toLowerCase() ?? null,
        remotes,
        noScm: isTrue(core?.get("no_scm")),
        autostage: isTrue(core?.get("autostage")),
    };
}
/** `remote://other/sub` is a folder of another remote. */
function remoteUrl(sections, name, seen = []) {
    const url = textOf(sections.get(`remote "${name}"`)?.get("url"));
    if (url === null || seen.includes(name)) {
        throw (0,kernel/* badInput */.AN)("config-invalid", url === null ? `remote "${name}" has no url` : `remote "${name}" leads to itself`, {
            at: { file: ".dvc/config" },
            expected: "a folder, or an address such as s3://bucket/path",
            hint: `dvc remote modify ${name} url …`,
        });
    }
    const other = /^remote:\/\/([^/]+)(\/.*)?$/.exec(url);
    if (other === null)
        return url;
    return `${remoteUrl(sections, (other[1] ?? "").toLowerCase(), [...seen, name]).replace(/\/$/, "")}${other[2] ?? ""}`;
}
function linkTypes(value) {
    if (value === undefined)
        return ["reflink", "copy"];
    const names = (typeof value === "string" ? value.split(",") : value)
        .map((name) => name.trim())
        .filter((name) => name !== "");
    return names.map((name) => {
        const type = LINK_TYPES.find((each) => each === name);
        if (type !== undefined)
            return type;
        throw (0,kernel/* badInput */.AN)("config-invalid", `\`${name}\` is not a link type of cache.type`, {
            at: { file: ".dvc/config" },
            found: name,
            expected: `${LINK_TYPES.join(", ")}, or several with commas`,
        });
    });
}
function textOf(value) {
    if (value === undefined)
        return null;
    const text = typeof value === "string" ? value : value.join(",");
    return text === "" ? null : text;
}
/** A switch of the configuration, `no` where it is not set. */
function isOn({ sections }, section, option) {
    return isTrue(sections.get(section)?.get(option));
}
function isTrue(value) {
    return typeof value === "string" && /^(true|yes|on|1)$/i.test(value);
}

;// CONCATENATED MODULE: ./build/manifest/places.js

const ADDRESS = /^([a-z][a-z0-9+.-]*):\/\/[^/]/i;
/** The kinds of address that DVC knows a file system for. */
const SCHEMES = [
    "azure",
    "gdrive",
    "gs",
    "hdfs",
    "http",
    "https",
    "oss",
    "remote",
    "s3",
    "ssh",
    "webdav",
    "webdavs",
    "webhdfs",
];
/** Complains of an address that leads nowhere, and of DVC's own files: a stage can neither read nor make them. */
function checkPath(path, at, { role, report }) {
    const scheme = ADDRESS.exec(path)?.[1]?.toLowerCase();
    const known = role === "dependency" ? [...SCHEMES, "ds"] : SCHEMES;
    if (scheme !== undefined && !known.includes(scheme)) {
        report.add(at, `\`${path}\` is no address that can be read`, {
            found: `${scheme}://`,
            expected: `a path, or one of ${known.map((each) => `${each}://`).join(", ")}`,
        });
    }
    if ((0,kernel/* baseName */.Fl)(path) === "dvc.yaml" || path.endsWith(".dvc")) {
        const name = role === "output" ? "an output" : "a dependency";
        report.add(at, `\`${path}\` cannot be ${name}: it is one of DVC's own files`, {
            found: path,
            expected: role === "output" ? "a file or folder that the command makes" : "a file or folder that the command reads",
        });
    }
}
/** Complains of a name that an expression made something else than a text. */
function notText(key, at, report) {
    report.add(at, `a path must be a text, and this is ${String(key)}`, { found: String(key), expected: "a text" });
    return [];
}
/** The text of a note (`desc`, `type`, `remote`), whatever an expression made of it. */
function noteOf(value) {
    if (value === null || value === undefined)
        return null;
    return typeof value === "string" ? value : (0,kernel/* pythonRepr */.Up)(value);
}
/** A path as written, relative to the DVC root (`../x` outside of it); null for web addresses and what cannot be placed. */
function placePath({ root, wdir }, path) {
    if (ADDRESS.test(path))
        return null;
    if (!path.startsWith("/"))
        return (0,kernel/* joinPath */.uJ)(wdir, path);
    if (root === null)
        return null;
    if (path === root || path.startsWith(`${root}/`))
        return (0,kernel/* joinPath */.uJ)(path.slice(root.length));
    // outside: as many steps up as the root is deep, then down again
    return (0,kernel/* joinPath */.uJ)(...root
        .split("/")
        .filter((part) => part !== "")
        .map(() => ".."), path);
}

;// CONCATENATED MODULE: ./build/manifest/pipeline-schema.js

/**
 * What DVC lets dvc.yaml say, before any expression is resolved: types and keys, key by key. A text may hold `${}`; a switch
 * may not. What expressions then make of it is looked at where it is read.
 */
const texts = (0,build_source/* listOf */.c3)(build_source/* expectString */.lK);
/** A mapping from names to one rule. Names that YAML takes for something else than text need quotes. */
function named(rule) {
    return (node, report) => (0,build_source/* expectMap */.Ym)(node, report)?.entries.flatMap(({ key, keyAt, value }) => {
        if (typeof key !== "string") {
            report.add(keyAt, `\`${String(key)}\` is a name here, but YAML does not take it for a text`, {
                expected: "a text",
                hint: "put it in quotes",
            });
            return [];
        }
        const read = rule(value, report, key, keyAt);
        return read === undefined ? [] : [read];
    });
}
const notes = {
    desc: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    type: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    labels: (0,build_source/* optional */.lq)(texts),
    meta: (0,build_source/* optional */.lq)(build_source/* expectNode */.Cq),
};
const outputFlags = {
    ...notes,
    cache: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak),
    persist: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak),
    checkpoint: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak),
    remote: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    push: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak),
};
const plotFlags = {
    ...outputFlags,
    template: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    x: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    y: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    x_label: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    y_label: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    title: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    header: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak),
};
function outputs(fields) {
    const flags = (0,build_source/* record */.g1)("an output", fields);
    return (0,build_source/* listOf */.c3)((0,build_source/* byKind */.Sb)({ scalar: build_source/* expectString */.lK, map: named(flags) }, "a path, or a path with flags"));
}
const vars = (0,build_source/* listOf */.c3)((0,build_source/* byKind */.Sb)({ scalar: build_source/* expectString */.lK, map: build_source/* expectNode */.Cq }, "a file, `file:key,key`, or a mapping"));
const command = (0,build_source/* byKind */.Sb)({ scalar: build_source/* expectString */.lK, list: (0,build_source/* listOf */.c3)(build_source/* expectString */.lK) }, "a command, or a list of them");
const axis = (0,build_source/* byKind */.Sb)({ scalar: build_source/* expectString */.lK, list: build_source/* expectNode */.Cq }, "a list of values");
const stage = (0,build_source/* record */.g1)("a stage", {
    cmd: (0,build_source/* required */.mw)(command),
    wdir: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    deps: (0,build_source/* optional */.lq)(texts),
    params: (0,build_source/* optional */.lq)((0,build_source/* listOf */.c3)((0,build_source/* byKind */.Sb)({ scalar: build_source/* expectString */.lK, map: build_source/* expectNode */.Cq }, "a parameter's name, or a file with names"))),
    outs: (0,build_source/* optional */.lq)(outputs(outputFlags)),
    metrics: (0,build_source/* optional */.lq)(outputs(outputFlags)),
    plots: (0,build_source/* optional */.lq)(outputs(plotFlags)),
    vars: (0,build_source/* optional */.lq)(vars),
    frozen: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak),
    always_changed: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak),
    desc: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    meta: (0,build_source/* optional */.lq)(build_source/* expectNode */.Cq),
    matrix: (0,build_source/* optional */.lq)(named(axis)),
});
const generator = (0,build_source/* record */.g1)("a stage with `foreach`", {
    foreach: (0,build_source/* required */.mw)((0,build_source/* byKind */.Sb)({ scalar: build_source/* expectString */.lK, list: build_source/* expectNode */.Cq, map: build_source/* expectNode */.Cq }, "a list or a mapping to go through")),
    do: (0,build_source/* required */.mw)(stage),
});
const definition = (node, report, name, at) => {
    const about = report.about(`stage "${name}"`);
    const generates = node.kind === "map" && node.entries.some(({ key }) => key === "foreach" || key === "do");
    if (name === "")
        return report.add(at, "a stage needs a name", { expected: "a name" });
    if (name.includes("@") && !generates && !hasMatrix(node)) {
        return report.add(at, `\`${name}\` cannot be a stage's name: \`@\` stands before the key of a generated stage`, {
            expected: "a name without @",
            length: name.length,
        });
    }
    return (generates ? generator : stage)(node, about);
};
function hasMatrix(node) {
    return node.kind === "map" && node.entries.some(({ key }) => key === "matrix");
}
const plotAxis = (0,build_source/* byKind */.Sb)({ scalar: build_source/* expectString */.lK, map: named(build_source/* expectString */.lK) }, "a field, or a file with a field");
const fieldOrFields = (0,build_source/* byKind */.Sb)({ scalar: build_source/* expectString */.lK, list: texts }, "a field, or a list of them");
const plot = (0,build_source/* record */.g1)("a plot", {
    x: (0,build_source/* optional */.lq)(plotAxis),
    y: (0,build_source/* optional */.lq)((0,build_source/* byKind */.Sb)({ scalar: build_source/* expectString */.lK, list: texts, map: named(fieldOrFields) }, "fields, or files with fields")),
    x_label: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    y_label: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    title: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    template: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
});
const artifact = (0,build_source/* record */.g1)("an artifact", { path: (0,build_source/* required */.mw)(build_source/* expectString */.lK), ...notes });
/** The whole of dvc.yaml as it is written. */
const pipelineSchema = (0,build_source/* record */.g1)("dvc.yaml", {
    vars: (0,build_source/* optional */.lq)(vars),
    stages: (0,build_source/* optional */.lq)(named(definition)),
    params: (0,build_source/* optional */.lq)(texts),
    metrics: (0,build_source/* optional */.lq)(texts),
    plots: (0,build_source/* optional */.lq)((0,build_source/* listOf */.c3)((0,build_source/* byKind */.Sb)({ scalar: build_source/* expectString */.lK, map: named((0,build_source/* nullable */.me)(plot)) }, "a file, or a name with what to draw"))),
    artifacts: (0,build_source/* optional */.lq)(named((node, report, name) => artifact(node, report.about(`artifact "${name}"`)))),
    datasets: (0,build_source/* optional */.lq)(datasets),
});
/** DVC takes whatever can be gone through; what an entry says is looked at by the commands for data sets. */
function datasets(node, report) {
    const fits = node.kind !== "scalar" || typeof node.value === "string";
    return fits ? node : ((0,build_source/* expectList */.sn)(node, report) ?? (0,build_source/* describeNode */.WQ)(node));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/manifest/versioned.js


/** The directory that `files:` describe; null where they do not: none are listed, or not by their MD5. */
function listedDirectory(files) {
    if (files === undefined || !(0,kernel/* isList */.Lv)(files) || files.length === 0)
        return null;
    const listed = files.map((file) => listedFile(file));
    const whole = listed.filter((file) => file !== null);
    if (whole.length < listed.length)
        return null;
    whole.sort((a, b) => (0,kernel/* compareCodePoints */.OP)(a.relpath, b.relpath));
    const listing = (0,kernel/* dumpPythonJson */.jg)(whole.map(({ oid, relpath }) => new Map([["md5", oid]]).set("relpath", relpath)));
    const oid = (0,kernel/* parseOid */.Se)(`${(0,external_node_crypto_.createHash)("md5").update(listing).digest("hex")}.dir`);
    const size = whole.reduce((sum, file) => sum + (file.size ?? 0n), 0n);
    return oid === null ? null : { oid, size, nfiles: BigInt(whole.length), listing };
}
/** Where an output's files lie at cloud-versioned remotes; empty when it was never pushed to one. */
function versionedFiles({ oid, extra }) {
    const files = extra?.get("files");
    if (files !== undefined && (0,kernel/* isList */.Lv)(files))
        return files.map(listedFile).filter((file) => file !== null);
    const versions = versionsOf(extra?.get("cloud"));
    return oid === null || versions.size === 0 ? [] : [{ oid, relpath: "", size: null, versions }];
}
function listedFile(file) {
    if (!(0,kernel/* isMapping */.pi)(file))
        return null;
    const [relpath, md5, size] = [file.get("relpath"), file.get("md5"), file.get("size")];
    const oid = typeof md5 === "string" ? (0,kernel/* parseOid */.Se)(md5.toLowerCase()) : null;
    if (typeof relpath !== "string" || oid === null)
        return null;
    return { oid, relpath, size: typeof size === "bigint" ? size : null, versions: versionsOf(file.get("cloud")) };
}
function versionsOf(cloud) {
    const versions = new Map();
    for (const [remote, at] of cloud !== undefined && (0,kernel/* isMapping */.pi)(cloud) ? cloud : []) {
        const version = (0,kernel/* isMapping */.pi)(at) ? at.get("version_id") : undefined;
        if (typeof version === "string" || typeof version === "bigint")
            versions.set(String(remote), String(version));
    }
    return versions;
}
/**
 * What is recorded anew keeps the versions that are still true: the same content lies at the remote already. DVC does so, too:
 * otherwise the next `dvc push` would send everything again. `files` is a directory's content; without it a directory is
 * recorded by its id alone, which is what DVC does in dvc.lock until the next push.
 */
function keepVersions(before, now, files) {
    const extra = before?.extra;
    if (before === null || extra === undefined || before.hash !== now.hash)
        return now;
    const list = extra.get("files");
    if (list === undefined || !(0,kernel/* isList */.Lv)(list))
        return before.oid === now.oid ? withCloud(now, extra) : now;
    if (files === null)
        return now;
    const known = new Map(list.filter(kernel/* isMapping */.pi).map((file) => [JSON.stringify([file.get("relpath"), file.get("md5")]), file]));
    const entries = [...files]
        .sort((a, b) => (0,kernel/* compareCodePoints */.OP)(a.relpath, b.relpath))
        .map(({ relpath, oid, size }) => {
        const fresh = new Map([
            ["relpath", relpath],
            ["md5", oid],
            ["size", size],
        ]);
        return known.get(JSON.stringify([relpath, oid])) ?? fresh;
    });
    return { ...now, extra: new Map([["files", entries]]) };
}
function withCloud(now, extra) {
    const cloud = extra.get("cloud");
    return cloud === undefined ? now : { ...now, extra: new Map([["cloud", cloud]]) };
}

;// CONCATENATED MODULE: ./build/manifest/recorded.js




/** Keys that say where content comes from, or name it in another way than by its MD5: carried through unchanged. */
const EXTRA_KEYS = ["etag", "checksum", "version_id", "cloud", "files", "fs_config", "repo", "db", "dataset"];
const about = {
    etag: (0,build_source/* optional */.lq)(checksum),
    checksum: (0,build_source/* optional */.lq)(checksum),
    size: (0,build_source/* optional */.lq)(count),
    nfiles: (0,build_source/* optional */.lq)(count),
    isexec: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak, false),
    version_id: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
};
const cloudFields = (0,build_source/* record */.g1)("what a remote knows of it", { ...about, md5: (0,build_source/* optional */.lq)(checksum) });
const cloud = (node, report) => {
    const read = named(cloudFields)(node, report);
    if (node.kind !== "map" || node.entries.length <= 1)
        return read;
    return report.add(node.at, "one remote can be named here, not several", { expected: "one remote" });
};
const content = {
    ...about,
    path: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    md5: (0,build_source/* optional */.lq)(readOid),
    hash: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    cloud: (0,build_source/* optional */.lq)(cloud),
    files: (0,build_source/* optional */.lq)((0,build_source/* listOf */.c3)((0,build_source/* record */.g1)("a file", { ...about, md5: (0,build_source/* optional */.lq)(checksum), relpath: (0,build_source/* required */.mw)(build_source/* expectString */.lK), cloud: (0,build_source/* optional */.lq)(cloud) }))),
};
const textOrMap = (0,build_source/* byKind */.Sb)({ scalar: build_source/* expectString */.lK, map: build_source/* expectNode */.Cq }, "a text or a mapping");
const source = {
    fs_config: (0,build_source/* optional */.lq)(build_source/* expectMap */.Ym),
    repo: (0,build_source/* optional */.lq)((0,build_source/* record */.g1)("`repo`", {
        url: (0,build_source/* required */.mw)(build_source/* expectString */.lK),
        rev: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
        rev_lock: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
        config: (0,build_source/* optional */.lq)(textOrMap),
        remote: (0,build_source/* optional */.lq)(textOrMap),
    })),
    db: (0,build_source/* optional */.lq)((0,build_source/* record */.g1)("`db`", {
        query: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
        connection: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
        file_format: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
        table: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    })),
};
const recorded_notes = {
    desc: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    type: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    labels: (0,build_source/* optional */.lq)((0,build_source/* listOf */.c3)(build_source/* expectString */.lK)),
    meta: (0,build_source/* optional */.lq)(build_source/* expectNode */.Cq),
};
/** An entry of dvc.lock. */
const lockedRule = recordedRule("an entry", { dataset: (0,build_source/* optional */.lq)(build_source/* expectMap */.Ym) });
/** A dependency of a `.dvc` file. */
const dependencyRule = recordedRule("a dependency", { ...source, persist: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak) });
/** An output of a `.dvc` file. */
const outputRule = recordedRule("an output", {
    ...recorded_notes,
    fs_config: source.fs_config,
    cache: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak),
    persist: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak),
    remote: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
    push: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak),
});
/** What DVC lets such an entry say, and what is recorded in it. */
function recordedRule(what, more) {
    const fields = (0,build_source/* record */.g1)(what, { ...content, ...more });
    return (node, report) => {
        const read = fields(node, report);
        if (read === undefined)
            return undefined;
        const { nodes } = read.$;
        if (read.path === null && !nodes.has("db")) {
            return report.add(node.at, "an entry without a `path`", { expected: "the key `path`" });
        }
        const extra = new Map();
        for (const key of EXTRA_KEYS) {
            const value = nodes.get(key);
            if (value !== undefined)
                extra.set(key, (0,build_source/* toValue */.BA)(value));
        }
        // by another hash than MD5 DVC takes nothing for recorded
        const oid = read.hash === null || read.hash === "md5" ? read.md5 : null;
        const path = read.path ?? "";
        const hash = hashNameOf(read.hash, oid);
        const listed = oid === null ? listedDirectory(extra.get("files")) : null;
        if (listed !== null)
            return { path, hash, oid: listed.oid, size: listed.size, nfiles: listed.nfiles, extra };
        return {
            path,
            oid,
            hash,
            ...(read.size === null ? {} : { size: read.size }),
            ...(read.nfiles === null ? {} : { nfiles: read.nfiles }),
            ...(read.isexec ? { isexec: true } : {}),
            ...(extra.size === 0 ? {} : { extra }),
        };
    };
}
/** Entries without `hash:` are DVC 2.x's, once they name content at all. */
function hashNameOf(hash, oid) {
    return hash === null && oid !== null ? "md5-dos2unix" : "md5";
}
/** Null: none is recorded. Undefined after a complaint. DVC reads upper case and numbers, and takes the empty text for none. */
function readOid(node, report) {
    const value = (0,build_source/* toValue */.BA)(node);
    if (value === null || value === "")
        return null;
    const text = typeof value === "string" || typeof value === "bigint" ? String(value).toLowerCase() : "";
    const oid = (0,kernel/* parseOid */.Se)(text);
    if (oid !== null)
        return oid;
    return report.add(node.at, `expected an md5, found ${(0,build_source/* describeNode */.WQ)(node)}`, {
        found: (0,build_source/* describeNode */.WQ)(node),
        expected: "32 hexadecimal digits, with .dir behind them for a directory",
        hint: "was the file cut off, or edited by hand? git has its former text",
    });
}
/** A name that some store gave to content: at least three characters. */
function checksum(node, report) {
    const value = (0,build_source/* toValue */.BA)(node);
    if (value === null || value === "")
        return null;
    const text = typeof value === "string" || typeof value === "bigint" ? String(value) : "";
    if (Array.from(text).length >= 3)
        return text;
    return report.add(node.at, `expected a checksum, found ${(0,build_source/* describeNode */.WQ)(node)}`, {
        found: (0,build_source/* describeNode */.WQ)(node),
        expected: "a text of three characters or more",
    });
}
function count(node, report) {
    const value = (0,build_source/* toValue */.BA)(node);
    if (typeof value === "bigint" && value >= 0n)
        return value;
    return report.add(node.at, `expected a whole number, found ${(0,build_source/* describeNode */.WQ)(node)}`, {
        found: (0,build_source/* describeNode */.WQ)(node),
        expected: "0 or more",
    });
}
/** Path first, as in dvc.lock; checksums of other kinds stand where the md5 would. */
function recordedToValue(recorded) {
    const { path, oid, hash, size, nfiles, isexec, extra } = recorded;
    const value = new Map(path === "" ? [] : [["path", path]]);
    if (hash === "md5")
        value.set("hash", "md5");
    const files = extra?.get("files");
    if (files !== undefined && listedDirectory(files)?.oid === oid)
        return value.set("files", files);
    if (oid !== null)
        value.set("md5", oid);
    for (const key of oid === null ? ["etag", "checksum"] : []) {
        const other = extra?.get(key);
        if (other !== undefined)
            value.set(key, other);
    }
    if (size !== undefined)
        value.set("size", size);
    if (nfiles !== undefined)
        value.set("nfiles", nfiles);
    if (isexec === true)
        value.set("isexec", true);
    for (const [key, item] of extra ?? [])
        if (!value.has(key))
            value.set(key, item);
    return value;
}

;// CONCATENATED MODULE: ./build/manifest/dot-dvc.js




const OUT_FLAGS = ["desc", "type", "labels", "meta", "cache", "persist", "remote", "push"];
function entryOf(rule) {
    return (0,build_source/* refine */.YP)(rule, (recorded, node) => ({ node, recorded }));
}
const fields = {
    md5: (0,build_source/* optional */.lq)(checksum),
    wdir: (0,build_source/* optional */.lq)((0,build_source/* nullable */.me)(build_source/* expectString */.lK)),
    deps: (0,build_source/* optional */.lq)((0,build_source/* nullable */.me)((0,build_source/* listOf */.c3)(entryOf(dependencyRule)))),
    outs: (0,build_source/* optional */.lq)((0,build_source/* nullable */.me)((0,build_source/* listOf */.c3)(entryOf(outputRule)))),
    locked: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak, false),
    frozen: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak, false),
    meta: (0,build_source/* optional */.lq)(build_source/* toValue */.BA),
    always_changed: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak, false),
    desc: (0,build_source/* optional */.lq)(build_source/* expectString */.lK),
};
const dotDvc = (0,build_source/* record */.g1)("a .dvc file", fields);
/** A `.dvc` file as the stage that it is. `file` is relative to the DVC root. Failure `dvc-file-invalid`. */
function readDotDvc(bytes, file, root) {
    const node = (0,build_source/* parseYaml */.hN)((0,build_source/* decodeUtf8 */._6)(bytes, file), file);
    const read = (0,build_source/* check */.z6)(node, dotDvc, "dvc-file-invalid");
    const wdir = (0,kernel/* joinPath */.uJ)((0,kernel/* parentOf */.gN)(file), read.wdir ?? ".");
    const deps = read.deps ?? [];
    const outs = read.outs ?? [];
    return {
        address: file,
        file,
        name: null,
        wdir,
        cmd: null,
        deps: deps.map((entry) => dependency(entry, { root, wdir })),
        params: [],
        outs: outs.map((entry) => output(entry, { root, wdir })),
        frozen: read.frozen || read.locked,
        alwaysChanged: read.always_changed,
        desc: read.desc,
        meta: read.meta,
        lock: {
            cmd: null,
            deps: deps.map(({ recorded }) => recorded),
            params: new Map(),
            outs: outs.map(({ recorded }) => recorded),
        },
        place: node.at,
    };
}
/** An import from another repository or a database has no place in this one. */
function dependency({ node, recorded }, standing) {
    const elsewhere = recorded.extra?.has("repo") === true || recorded.extra?.has("db") === true;
    return { path: recorded.path, at: elsewhere ? null : placePath(standing, recorded.path), place: node.at };
}
function wholeProject(node, path) {
    return (0,build_source/* complain */.cc)(node.at, "dvc-file-invalid", `\`${path}\` cannot be an output: it is the project itself`, {
        found: path,
        expected: "a path below the project",
    });
}
function output({ node, recorded }, standing) {
    const flags = new Map();
    for (const { key, value } of node.kind === "map" ? node.entries : []) {
        if (OUT_FLAGS.includes(String(key)))
            flags.set(key, (0,build_source/* toValue */.BA)(value));
    }
    const remote = flags.get("remote");
    const at = placePath(standing, recorded.path);
    if (at === ".")
        throw wholeProject(node, recorded.path);
    return {
        path: recorded.path,
        at,
        kind: "out",
        cache: flags.get("cache") !== false,
        persist: flags.get("persist") === true,
        push: flags.get("push") !== false,
        remote: typeof remote === "string" ? remote : null,
        flags: new Map([...flags].filter(([key]) => !["cache", "persist", "push", "remote"].includes(String(key)))),
        place: node.at,
    };
}

;// CONCATENATED MODULE: ./build/manifest/dot-dvc-text.js




/** Keys that say what the content is. Those that no longer hold are taken out of an entry, all others stay. */
const CONTENT = ["md5", "size", "nfiles", "isexec", "hash", "etag", "checksum", "version_id", "cloud", "files"];
/** The text of a `.dvc` file that records this; keys keep their order, what people wrote beside them stays. */
function updateDotDvc(oldText, entry) {
    const old = oldText === null ? null : (0,build_source/* toValue */.BA)((0,build_source/* parseYaml */.hN)(oldText, ".dvc"));
    const before = old !== null && (0,kernel/* isMapping */.pi)(old) ? old : new Map();
    const value = new Map(before);
    if (entry.deps.length > 0)
        value.set("deps", entriesNow(before.get("deps"), entry.deps));
    value.set("outs", entriesNow(before.get("outs"), entry.outs));
    if (value.has("md5"))
        value.set("md5", stageDigest(value));
    return before.size === 0 || oldText === null ? (0,build_source/* emitYaml */.h2)(value) : (0,build_source/* rewriteYaml */.WG)(oldText, value);
}
function entriesNow(before, now) {
    const old = before !== undefined && (0,kernel/* isList */.Lv)(before) ? before.filter(kernel/* isMapping */.pi) : [];
    return now.map((recorded) => entryNow(old.find((entry) => (entry.get("path") ?? "") === recorded.path) ?? new Map(), recorded));
}
function entryNow(before, { path, oid, hash, size, nfiles, isexec, extra }) {
    const now = new Map();
    const files = extra?.get("files");
    // a directory that lists its files is named by them; DVC writes neither its id nor its size
    if (files !== undefined && listedDirectory(files)?.oid === oid) {
        return merged(before, new Map([...(hash === "md5" ? [["hash", "md5"]] : []), ["path", path], ["files", files]]));
    }
    if (oid !== null)
        now.set("md5", oid);
    if (size !== undefined)
        now.set("size", size);
    if (nfiles !== undefined)
        now.set("nfiles", nfiles);
    if (isexec === true)
        now.set("isexec", true);
    for (const [key, value] of extra ?? [])
        now.set(key, value);
    if (hash === "md5")
        now.set("hash", "md5");
    if (path !== "")
        now.set("path", path);
    return merged(before, now);
}
/** Keys keep their order; content that is not recorded any more goes, all else stays. */
function merged(before, now) {
    const kept = [...before].filter(([key]) => now.has(key) || !CONTENT.includes(String(key)));
    return new Map([...kept, ...now].map(([key, value]) => [key, now.get(key) ?? value]));
}
/** Keys that say nothing about what the stage is, at whatever depth. */
const BESIDE_THE_POINT = [
    "desc",
    "type",
    "labels",
    "meta",
    "locked",
    "frozen",
    "metric",
    "persist",
    "isexec",
    "size",
    "nfiles",
];
/** DVC's `md5:` of a `.dvc` file that has a source: MD5 of Python's JSON of what the file says, without its commentary. */
function stageDigest(file) {
    const top = [...file].filter(([key, value]) => key !== "md5" && !(key === "wdir" && value === "."));
    return (0,external_node_crypto_.createHash)("md5")
        .update((0,kernel/* dumpPythonJson */.jg)(withoutCommentary(new Map(top))))
        .digest("hex");
}
function withoutCommentary(value) {
    if ((0,kernel/* isList */.Lv)(value))
        return value.map(withoutCommentary);
    if (!(0,kernel/* isMapping */.pi)(value))
        return value;
    const kept = [...value].filter(([key]) => !BESIDE_THE_POINT.includes(String(key)));
    return new Map(kept.map(([key, item]) => [key, withoutCommentary(item)]));
}

;// CONCATENATED MODULE: ./build/manifest/dvc-root.js



/** The nearest folder, from `directory` (absolute) upwards, that holds a `.dvc` folder. Failure `no-dvc`. */
async function findDvcRoot(directory) {
    for (let folder = directory;; folder = (0,external_node_path_.dirname)(folder)) {
        const stats = await (0,promises_.stat)((0,external_node_path_.join)(folder, ".dvc")).catch(() => null);
        if (stats?.isDirectory())
            return folder;
        if (folder === (0,external_node_path_.dirname)(folder))
            break;
    }
    throw (0,kernel/* badInput */.AN)("no-dvc", "this is not a DVC project: there is no .dvc folder here or in a folder above", {
        found: directory,
        expected: "a folder with .dvc/config",
        hint: "go into the project, or set one up with `mainline init` (or `dvc init`)",
    });
}

;// CONCATENATED MODULE: ./build/manifest/lock.js



const SCHEMA = "2.0";
const CODE = "lock-invalid";
const lock_command = (0,build_source/* byKind */.Sb)({ scalar: build_source/* expectString */.lK, list: (0,build_source/* listOf */.c3)(build_source/* expectString */.lK) }, "a command, or a list of them");
const entryFields = (0,build_source/* record */.g1)("a stage's entry", {
    cmd: (0,build_source/* required */.mw)(lock_command),
    deps: (0,build_source/* optional */.lq)((0,build_source/* listOf */.c3)(lockedRule)),
    params: (0,build_source/* optional */.lq)((0,build_source/* mapOf */.A7)((node, report) => (0,build_source/* expectMapping */.O3)(node, report))),
    outs: (0,build_source/* optional */.lq)((0,build_source/* listOf */.c3)(lockedRule)),
});
const entry = (node, report) => {
    const read = entryFields(node, report);
    if (read === undefined)
        return undefined;
    const { cmd, deps, params, outs } = read;
    return { cmd, deps: deps ?? [], params: params ?? new Map(), outs: outs ?? [] };
};
const lockFile = (0,build_source/* record */.g1)("dvc.lock", {
    schema: (0,build_source/* required */.mw)(schema),
    stages: (0,build_source/* optional */.lq)((0,build_source/* mapOf */.A7)((node, report, name) => entry(node, report.about(`stage "${name}"`)))),
    datasets: (0,build_source/* optional */.lq)(build_source/* expectNode */.Cq),
});
function schema(node, report) {
    if ((0,build_source/* toValue */.BA)(node) === SCHEMA)
        return SCHEMA;
    return (0,build_source/* mismatch */.J4)(node, report, `the text '${SCHEMA}'`, {
        found: (0,build_source/* describeNode */.WQ)(node),
        hint: "another program, or a newer DVC, wrote this file",
    });
}
/** Stage name → entry. An empty file is an empty lock. Failure `lock-invalid`, with every mistake and its place. */
function parseLock(bytes, file) {
    const node = (0,build_source/* parseYaml */.hN)((0,build_source/* decodeUtf8 */._6)(bytes, file), file);
    if (isEmpty(node))
        return new Map();
    if (node.kind === "map" && !node.entries.some(({ key }) => key === "schema"))
        throw withoutSchema(node);
    return (0,build_source/* check */.z6)(node, lockFile, CODE).stages ?? new Map();
}
function isEmpty(node) {
    return node.kind === "map" ? node.entries.length === 0 : (0,build_source/* toValue */.BA)(node) === null;
}
/** DVC 1.x wrote stages at the top; DVC 3 refuses that, too, because its hashes count differently. */
function withoutSchema(node) {
    const { at } = node;
    const old = node.entries.some(({ value }) => (0,build_source/* entryOf */.Ms)(value, "cmd") !== undefined);
    return (0,kernel/* badInput */.AN)(CODE, old ? `${at.file} is a lock of DVC 1.x` : `${at.file} does not say its schema`, {
        at,
        expected: `schema: '${SCHEMA}'`,
        hint: old
            ? "DVC 3 does not read it either: delete it and run `mainline run` (or `dvc commit`, where the results are there)"
            : "its beginning is lost: take it from git, or delete it and run `mainline run`",
    });
}
/** One entry on its own: a file of the run cache. Failure `lock-invalid`. */
function parseLockEntry(node) {
    return (0,build_source/* check */.z6)(node, entry, CODE);
}
/** In DVC's order; empty parts are left out. */
function lockToValue({ cmd, deps, params, outs }) {
    const value = new Map();
    if (cmd !== null)
        value.set("cmd", cmd);
    if (deps.length > 0)
        value.set("deps", listed(deps));
    if (params.size > 0)
        value.set("params", new Map(params));
    if (outs.length > 0)
        value.set("outs", listed(outs));
    return value;
}
function listed(items) {
    return items.map(recordedToValue);
}
/** As DVC does it. */
const atTheEnd = () => () => false;
/** Gives a key its value, in its old place, or as a newcomer. */
function entered(known, [key, value], newcomer) {
    const entries = new Map(known);
    if (entries.has(key))
        return entries.set(key, value);
    const goesBefore = newcomer();
    const next = [...entries.keys()].findIndex((other) => goesBefore(String(other)));
    return next < 0 ? entries.set(key, value) : new Map([...entries].toSpliced(next, 0, [key, value]));
}
/** The text of dvc.lock with this stage's entry, anew in its old place or as a newcomer; the other stages stay as they are written. */
function updateLock(oldText, stageName, entryNow, newcomer = atTheEnd) {
    const old = oldText === null ? null : (0,build_source/* toValue */.BA)((0,build_source/* parseYaml */.hN)(oldText, "dvc.lock"));
    const before = old instanceof Map ? old : new Map();
    const known = before.get("stages");
    const had = new Map(known instanceof Map ? known : []);
    const stages = entered(had, [stageName, lockToValue(entryNow)], newcomer);
    const value = new Map(before.size === 0 ? [["schema", SCHEMA]] : before).set("stages", stages);
    return before.size === 0 || oldText === null ? (0,build_source/* emitYaml */.h2)(value) : (0,build_source/* rewriteYaml */.WG)(oldText, value, ["stages", stageName]);
}

;// CONCATENATED MODULE: ./build/manifest/lock-draft.js



/**
 * A dvc.lock that is updated stage by stage. Gives exactly what `updateLock` gives; where the file is in DVC's own hand, the
 * lines of each stage are kept apart, so that a thousand stages do not each parse and write a thousand entries.
 */
class LockDraft {
    /** What was last read or written, in parts: null where that cannot be taken apart. */
    #known = null;
    update(oldText, stage, entry, newcomer = atTheEnd) {
        if (this.#known === null || this.#known.text !== oldText)
            this.#known = apart(oldText);
        if (this.#known === null)
            return updateLock(oldText, stage, entry, newcomer);
        const { head } = this.#known;
        const blocks = entered(this.#known.blocks, [stage, blockOf(stage, lockToValue(entry))], newcomer);
        const text = head + [...blocks.values()].join("");
        this.#known = { text, head, blocks };
        return text;
    }
}
function apart(text) {
    if (text === null || text === "")
        return null;
    const value = (0,build_source/* toValue */.BA)((0,build_source/* parseYaml */.hN)(text, "dvc.lock"));
    const stages = (0,kernel/* isMapping */.pi)(value) ? value.get("stages") : undefined;
    if (!(0,kernel/* isMapping */.pi)(value) || stages === undefined || !(0,kernel/* isMapping */.pi)(stages) || stages.size === 0)
        return null;
    // anything behind the stages, or in another hand, does not come out the same
    const before = [...value].filter(([key]) => key !== "stages");
    const head = `${before.length === 0 ? "" : (0,build_source/* emitYaml */.h2)(new Map(before))}stages:\n`;
    if (!text.startsWith(head))
        return null;
    const written = linesOfStages(text.slice(head.length));
    if (written.length !== stages.size)
        return null;
    const blocks = new Map();
    for (const [index, [key, entry]] of [...stages].entries()) {
        const [name, block = ""] = [String(key), written[index]];
        if (!isPlainBlock(block, name) && blockOf(name, entry) !== block)
            return null;
        blocks.set(name, block);
    }
    return { text, head, blocks };
}
/** Cut before each line that is indented as the name of a stage is. */
function linesOfStages(text) {
    return text.split(/^(?= {2}\S)/m);
}
/** The lines of one stage, as they stand below `stages:`. */
function blockOf(name, value) {
    return (0,build_source/* emitYaml */.h2)(new Map([["stages", new Map([[name, value]])]])).slice("stages:\n".length);
}
/** A word that is no number, no truth and nothing else than a text. */
const WORD = "[A-Za-z_/][A-Za-z0-9_/.@-]{5,}";
/** Several of any kind. */
const WORDS = "[A-Za-z_/][A-Za-z0-9_/.@=-]*(?: [A-Za-z0-9_/.@=-]+)+";
const NUMBER = "(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?";
/** With a letter that no number has, or it would need quotes. */
const DIGEST = "(?=[0-9a-f]*[a-df])[0-9a-f]{32}(?:\\.dir)?";
/** Too short to be folded. */
const PLAIN_LINE = new RegExp(`(?=.{0,78}$)(?: {4}cmd: (?:${WORD}|${WORDS})| {4}(?:deps|params|outs):| {4}- path: ${WORD}| {6}hash: md5| {6}md5: ${DIGEST}` +
    `| {6}(?:size|nfiles): (?:0|[1-9][0-9]*)| {6}isexec: true| {6}${WORD}:| {8}${WORD}: (?:${WORD}|${WORDS}|${NUMBER}))\n`, "my");
const DEEPER_THAN_NEEDED = /^( *)\S.*:\n\1 {3}/m;
/** Whether these lines are surely what `blockOf` gives for what they say: for most it need not be asked. */
function isPlainBlock(block, name) {
    const first = `  ${name}:\n`;
    if (!/^[A-Za-z][A-Za-z0-9_@-]*[0-9@_-][A-Za-z0-9_@-]*$|^[A-Za-z_]{6,}$/.test(name) || !block.startsWith(first))
        return false;
    if (DEEPER_THAN_NEEDED.test(block))
        return false;
    PLAIN_LINE.lastIndex = first.length;
    while (PLAIN_LINE.lastIndex < block.length)
        if (!PLAIN_LINE.test(block))
            return false;
    return true;
}

;// CONCATENATED MODULE: ./build/manifest/three-way.js

function threeWay({ base, ours, theirs }) {
    const [was, here, there] = [written(base), written(ours), written(theirs)];
    if (here === there || was === there)
        return { kind: "merged", value: ours };
    return was === here ? { kind: "merged", value: theirs } : { kind: "conflict" };
}
/** Keys of both sides: ours in their order, then what only they have. */
function keysOf({ ours, theirs }) {
    return [...new Set([...ours.keys(), ...theirs.keys()])];
}
function at(sides, key) {
    return { base: sides.base.get(key), ours: sides.ours.get(key), theirs: sides.theirs.get(key) };
}
/** Equal texts for equal values. */
function written(value) {
    return value === undefined ? undefined : (0,kernel/* dumpPythonJson */.jg)(value);
}

;// CONCATENATED MODULE: ./build/manifest/merge-dot-dvc.js





/**
 * A `.dvc` file merged output by output: `mergeContent` is asked for those that both sides changed. Null when it must be
 * settled by hand: an output of which it knows no common content, other outputs on both sides, other keys changed on both.
 */
async function mergeDotDvc(texts, mergeContent) {
    const files = { base: read(texts.base), ours: read(texts.ours), theirs: read(texts.theirs) };
    if (files.base === null || files.ours === null || files.theirs === null)
        return null;
    const { base, ours, theirs } = files;
    if (!sameBeside({ base: base.beside, ours: ours.beside, theirs: theirs.beside }))
        return null;
    const outs = [];
    for (const [index, out] of ours.outs.entries()) {
        const [before, other] = [base.outs[index], theirs.outs[index]];
        if (before?.path !== out.path || other?.path !== out.path)
            return null;
        const merged = await mergeOutput({ base: before, ours: out, theirs: other }, mergeContent);
        if (merged === null)
            return null;
        outs.push(merged);
    }
    return theirs.outs.length === outs.length ? updateDotDvc(texts.ours, { deps: [], outs }) : null;
}
async function mergeOutput(sides, mergeContent) {
    const { base, ours, theirs } = sides;
    if (ours.oid === theirs.oid || base.oid === theirs.oid)
        return ours;
    return base.oid === ours.oid ? theirs : mergeContent(sides);
}
/** Everything but the outputs must be what ours says: their side either left it alone or says the same. */
function sameBeside(sides) {
    return keysOf(sides).every((key) => {
        const result = threeWay(at(sides, key));
        return result.kind === "merged" && result.value === sides.ours.get(key);
    });
}
function read(text) {
    const value = (0,build_source/* toValue */.BA)((0,build_source/* parseYaml */.hN)(text, ".dvc"));
    if (!(0,kernel/* isMapping */.pi)(value))
        return null;
    const beside = new Map([...value].filter(([key]) => key !== "outs" && key !== "md5"));
    const { lock } = readDotDvc(Buffer.from(text), "file.dvc", null);
    return lock === null ? null : { beside, outs: lock.outs };
}

;// CONCATENATED MODULE: ./build/manifest/merge-lock.js



const EMPTY = new Map();
/**
 * A dvc.lock merged stage by stage: an entry is whole, so two sides conflict only where they changed the same stage. Null for
 * texts that cannot be merged so: not a lock, or other parts than the stages differ on both sides.
 */
function mergeLocks(texts, markerSize = 7) {
    const files = mapped(texts, mappingIn);
    if (files === null)
        return null;
    const stages = mapped(files, ({ whole }) => stagesIn(whole));
    if (stages === null)
        return null;
    const rest = mergedRest({ base: files.base.whole, ours: files.ours.whole, theirs: files.theirs.whole });
    if (rest === null)
        return null;
    const taken = [];
    const conflicts = [];
    const merged = new Map();
    for (const key of keysOf(stages)) {
        const sides = at(stages, key);
        const result = threeWay(sides);
        const value = result.kind === "merged" ? result.value : (sides.ours ?? sides.theirs);
        if (value !== undefined)
            merged.set(key, value);
        if (result.kind === "conflict")
            conflicts.push(String(key));
        else if (result.value !== sides.ours)
            taken.push(String(key));
    }
    const text = merge_lock_textOf(texts, rest.set("stages", merged));
    return { text: marked(text, { stages, conflicts, markerSize }), taken, conflicts };
}
/** Keeps what people wrote beside our side; a side that had no lock yet is in DVC's own hand. */
function merge_lock_textOf({ ours }, value) {
    return ours.trim() === "" ? (0,build_source/* emitYaml */.h2)(value) : (0,build_source/* rewriteYaml */.WG)(ours, value);
}
function mergedRest(files) {
    const rest = new Map();
    for (const key of keysOf(files)) {
        const result = key === "stages" ? null : threeWay(at(files, key));
        if (result?.kind === "conflict")
            return null;
        const value = key === "stages" ? EMPTY : result?.value;
        if (value !== undefined)
            rest.set(key, value);
    }
    return rest;
}
/** The lines of each conflicting stage between git's markers, with theirs below ours; from the end, so that places stay true. */
function marked(text, { stages, conflicts, markerSize }) {
    const lines = text.split("\n");
    const blocks = blocksOf(text, lines).filter(({ name }) => conflicts.includes(name));
    for (const { name, start, end } of blocks.toReversed()) {
        const ours = stages.ours.has(name) ? lines.slice(start, end) : [];
        const theirs = entryLines(name, stages.theirs.get(name));
        lines.splice(start, end - start, mark("<", "ours"), ...ours, mark("=", ""), ...theirs, mark(">", "theirs"));
    }
    return lines.join("\n");
    function mark(sign, label) {
        return `${sign.repeat(markerSize)} ${label}`.trimEnd();
    }
}
function blocksOf(text, lines) {
    const file = (0,build_source/* parseYaml */.hN)(text, "dvc.lock");
    const entries = file.kind === "map" ? file.entries : [];
    const stages = entries.find(({ key }) => key === "stages");
    if (stages?.value.kind !== "map")
        return [];
    const starts = stages.value.entries.map(({ key, keyAt }) => ({ name: String(key), start: (keyAt.line ?? 1) - 1 }));
    const after = entries.find((entry) => (entry.keyAt.line ?? 1) > (stages.keyAt.line ?? 1));
    const last = after === undefined ? lines.length - (lines.at(-1) === "" ? 1 : 0) : (after.keyAt.line ?? 1) - 1;
    return starts.map(({ name, start }, index) => ({ name, start, end: starts[index + 1]?.start ?? last }));
}
/** As they stand below `stages:`. */
function entryLines(name, value) {
    if (value === undefined)
        return [];
    return (0,build_source/* emitYaml */.h2)(new Map([["stages", new Map([[name, value]])]]))
        .trimEnd()
        .split("\n")
        .slice(1);
}
function mappingIn(text) {
    if (text.trim() === "")
        return { whole: EMPTY };
    const value = (0,build_source/* toValue */.BA)((0,build_source/* parseYaml */.hN)(text, "dvc.lock"));
    return (0,kernel/* isMapping */.pi)(value) ? { whole: value } : null;
}
function stagesIn(whole) {
    const stages = whole.get("stages") ?? EMPTY;
    return (0,kernel/* isMapping */.pi)(stages) ? stages : null;
}
function mapped({ base, ours, theirs }, change) {
    const [a, b, c] = [change(base), change(ours), change(theirs)];
    return a === null || b === null || c === null ? null : { base: a, ours: b, theirs: c };
}

;// CONCATENATED MODULE: ./build/manifest/fnmatch.js

const LITERAL = /[\\^$.*+?()[\]{}|/-]/g;
/** Python's fnmatch: `*`, `?`, `[abc]`, `[!abc]`; a bracket that does not end is itself. */
function fnmatch(pattern) {
    const chunks = [""];
    for (const [piece] of pattern.matchAll(/\[!?\]?[^\]]*\]|\*+|[\s\S]/gu)) {
        if (piece.startsWith("*"))
            chunks.push("");
        else
            chunks[chunks.length - 1] +=
                piece === "?" ? "." : piece.startsWith("[") && piece.length > 1 ? setOf(piece) : piece.replace(LITERAL, "\\$&");
    }
    try {
        return new RegExp(`^${(0,kernel/* betweenStars */.ye)(chunks)}$`, "su");
    }
    catch {
        // a range that runs backwards holds nothing
        return /(?!)/;
    }
}
function setOf(piece) {
    const negated = piece.startsWith("[!");
    const inside = piece.slice(negated ? 2 : 1, -1).replace(/[\\\][^]|^-|-$/g, "\\$&");
    return `[${negated ? "^" : ""}${inside}]`;
}

;// CONCATENATED MODULE: ./build/manifest/param-values.js



/**
 * The values that a stage reads from one file: key as written → value, without the missing ones; every top-level key where
 * the whole file is meant. Null when there is no such file. Failures: those of reading the file, `params-date`,
 * `params-ambiguous`, `params-pattern`.
 */
async function readParamValues(tree, dependency) {
    const bytes = await tree.read(dependency.at);
    if (bytes === null)
        return null;
    const node = (0,build_source/* readParams */.LE)(bytes, dependency.at);
    if (dependency.keys.length === 0)
        return wholeFile(node);
    const values = new Map();
    for (const key of dependency.keys) {
        const found = lookup(node, key, dependency);
        if (found !== null)
            values.set(key, usable(found));
    }
    return values;
}
function wholeFile(node) {
    if (node.kind !== "map")
        return new Map();
    return new Map(node.entries.map(({ key, value }) => [String(key), usable(value)]));
}
/**
 * Dotted: `train.epochs`, `layers.0`, `layers.-1`; a part may be a pattern, and one `**` any number of parts, as long as they
 * meet one value. The empty key is the whole file.
 */
function lookup(top, key, { place }) {
    if (key === "")
        return top;
    const parts = key.replace(/^\.+/, "").split(".");
    if (parts.filter((part) => part === "**").length > 1) {
        throw (0,build_source/* complain */.cc)(place, "params-pattern", `the parameter \`${key}\` has \`**\` more than once`, {
            found: key,
            expected: "one `**` at most",
            length: key.length,
        });
    }
    const found = met(top, parts).filter((node) => node !== top);
    if (found.length <= 1)
        return found[0] ?? null;
    throw (0,build_source/* complain */.cc)(place, "params-ambiguous", `the parameter \`${key}\` means ${found.length} values of ${top.at.file}`, {
        found: key,
        expected: "a pattern that meets exactly one value",
        length: key.length,
    });
}
function met(node, [part, ...rest]) {
    if (part === undefined)
        return [node];
    if (part !== "**")
        return below(node, part).flatMap((child) => met(child, rest));
    return [...met(node, rest), ...below(node, "*").flatMap((child) => met(child, [part, ...rest]))];
}
function below(node, part) {
    if (node.kind === "scalar")
        return [];
    const pattern = /[*?[]/.test(part) ? fnmatch(part) : null;
    if (node.kind === "map") {
        return node.entries.filter(({ key }) => names(key, part, pattern)).map(({ value }) => value);
    }
    const { length } = node.items;
    return node.items.filter((_, index) => {
        const at = BigInt(index);
        return names(at, part, pattern) || names(at - BigInt(length), part, null);
    });
}
/** A number is named by what Python reads as that number, too: `1`, `01`, `+1`, `1_0`. */
function names(key, part, pattern) {
    if (typeof key === "string")
        return pattern === null ? key === part : pattern.test(key);
    if (typeof key !== "bigint" && typeof key !== "boolean")
        return false;
    const digits = /^\s*([-+]?)(\d+(?:_\d+)*)\s*$/.exec(part);
    if (digits !== null)
        return BigInt(key) === BigInt(digits[2]?.replaceAll("_", "") ?? "") * (digits[1] === "-" ? -1n : 1n);
    const text = typeof key === "bigint" ? String(key) : key ? "True" : "False";
    return pattern === null ? text === part : pattern.test(text);
}
/** Neither dvc.lock nor the run cache could hold a date; DVC breaks down over one. */
function usable(node) {
    const date = dateIn(node);
    if (date === null)
        return (0,build_source/* toValue */.BA)(node);
    throw (0,build_source/* complain */.cc)(date.at, "params-date", "a date cannot be a parameter", {
        expected: "a text",
        hint: "put it in quotes",
    });
}
function dateIn(node) {
    if (node.kind === "scalar")
        return (0,kernel/* isTimestamp */.Fx)(node.value) ? node : null;
    const children = node.kind === "list" ? node.items : node.entries.map(({ value }) => value);
    for (const child of children) {
        const found = dateIn(child);
        if (found !== null)
            return found;
    }
    return null;
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./build/manifest/externals.js




/**
 * Stages with their addresses understood: `remote://name/path` is the remote's URL and the path behind it, which may be a
 * folder of this machine. Failure `unknown-remote`.
 */
function withExternals(stages, setting) {
    return stages.map((stage) => {
        if (![...stage.deps, ...stage.outs].some((item) => isAddress(stage, item)))
            return stage;
        return {
            ...stage,
            deps: stage.deps.map((item) => (isAddress(stage, item) ? located(item, setting) : item)),
            outs: stage.outs.map((item) => (isAddress(stage, item) ? located(item, setting) : item)),
        };
    });
}
/** Not so an import from another repository or a database, and a dataset. */
function isAddress({ lock, name }, { at, path }) {
    if (at !== null || !/^[a-z][a-z0-9+.-]*:\/\//i.test(path) || path.startsWith("ds://"))
        return false;
    const extra = name === null ? lock?.deps.find((recorded) => recorded.path === path)?.extra : undefined;
    return extra?.has("repo") !== true && extra?.has("db") !== true;
}
function located(item, { config, root }) {
    const external = externalOf(item, config);
    const local = localPathOf(external.url);
    const at = local === null ? null : placePath({ root, wdir: "." }, local);
    return at === null ? { ...item, external } : { ...item, at };
}
function externalOf({ path, place }, { remotes }) {
    const [, given, rest = ""] = /^remote:\/\/([^/]+)(\/.*)?$/i.exec(path) ?? [];
    if (given === undefined)
        return { url: path, remote: null };
    const remote = given.toLowerCase();
    const found = remotes.get(remote);
    if (found !== undefined)
        return { url: found.url.replace(/\/$/, "") + rest, remote };
    const names = [...remotes.keys()];
    throw (0,kernel/* badInput */.AN)("unknown-remote", `there is no remote \`${given}\``, {
        at: place,
        found: path,
        expected: names.length === 0 ? "a remote in .dvc/config" : `one of ${names.join(", ")}`,
        hint: (0,build_source.didYouMean)(given, names) ?? `dvc remote add ${given} URL`,
    });
}
function localPathOf(url) {
    if (url.startsWith("/"))
        return url;
    return url.startsWith("file://") ? (0,external_node_url_.fileURLToPath)(url) : null;
}

;// CONCATENATED MODULE: ./build/manifest/command-flags.js

/** Where nothing is configured, or nobody asks. */
const DEFAULT_STYLE = { bool: "store_true", list: "nargs" };
/**
 * A mapping inside a command: `{a: 1, b: {c: true}}` → `--a 1 --b.c`. Null for what DVC cannot write so: a list in a list.
 * Texts are quoted as Python's shlex does.
 */
function commandFlags(mapping, style, prefix = "") {
    const parts = [...mapping].map(([key, value]) => flag(`${prefix}${String(key)}`, value, style));
    if (parts.some((part) => part === null))
        return null;
    return parts.filter((part) => part !== "").join(" ");
}
function flag(name, value, style) {
    if ((0,kernel/* isMapping */.pi)(value))
        return commandFlags(value, style, `${name}.`);
    if ((0,kernel/* isList */.Lv)(value))
        return listFlag(name, value, style);
    if (value === true)
        return `--${name}`;
    if (value === false)
        return style.bool === "boolean_optional" ? `--no-${name}` : "";
    return `--${name} ${word(value)}`;
}
function listFlag(name, items, { list }) {
    if (items.some((item) => (0,kernel/* isList */.Lv)(item) || (0,kernel/* isMapping */.pi)(item)))
        return null;
    if (items.length === 0)
        return "";
    return list === "append"
        ? items.map((item) => `--${name} ${word(item)}`).join(" ")
        : `--${name} ${items.map(word).join(" ")}`;
}
function word(value) {
    if (typeof value === "string")
        return quote(value);
    if (value === null)
        return "None";
    if (typeof value === "number")
        return (0,kernel/* reprFloat */.yI)(value);
    if (typeof value === "boolean")
        return value ? "True" : "False";
    return typeof value === "bigint" ? value.toString() : "";
}
function quote(text) {
    if (text === "")
        return "''";
    return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`;
}

;// CONCATENATED MODULE: ./build/manifest/template.js



/** `${…}` not behind a backslash, on one line, as short as it can be. */
const EXPRESSION = /(?<!\\)\$\{([^\n]*?)\}/g;
/** Words without `.`, `[` and `]`, joined by `.word` or `[word]`; behind a `]` blanks may stand. */
const PATH = /^[^.[\]]+(?:\.[^.[\]]+|\[[^.[\]]+\]\s*)*$/;
/** The same names and a few that hide others: `item` and `key` of a generated stage. */
function withLocal(context, local) {
    if (local.size === 0)
        return context;
    return {
        ...(context.where === undefined ? {} : { where: context.where }),
        get names() {
            return [...local.keys(), ...context.names];
        },
        grown: (letters, at) => context.grown?.(letters, at),
        lookup: ([first = "", ...rest]) => {
            const value = local.get(first);
            return value === undefined ? context.lookup([first, ...rest]) : template_below(value, rest);
        },
    };
}
/** What lies at a path in a value; lists are counted from either end. */
function template_below(value, path) {
    let found = value;
    for (const part of path) {
        if (found === undefined)
            return undefined;
        found = (0,kernel/* isList */.Lv)(found) ? atIndex(found, part) : (0,kernel/* isMapping */.pi)(found) ? found.get(part) : undefined;
    }
    return found;
}
/** As Python reads an integer: `+1`, `01` and `1_0` are some. */
function atIndex(list, part) {
    return /^[-+]?\d+(?:_\d+)*$/.test(part) ? list.at(Number(part.replaceAll("_", ""))) : undefined;
}
/** Whether a node holds an expression anywhere, keys included. */
function hasExpression(node) {
    if (node.kind === "list")
        return node.items.some(hasExpression);
    if (node.kind === "map")
        return node.entries.some(({ key, value }) => holdsOne(key) || hasExpression(value));
    return holdsOne(node.value);
}
function holdsOne(value) {
    return typeof value === "string" && (value.includes("${") || value.includes("\\${"));
}
/** The same node with every expression replaced, in mapping keys too. Failure `template`, with the place of the text. */
function resolveNode(node, context) {
    if (!hasExpression(node))
        return node;
    if (node.kind === "list") {
        return { kind: "list", at: node.at, items: node.items.map((item) => resolveNode(item, context)) };
    }
    if (node.kind === "map") {
        return { kind: "map", at: node.at, entries: node.entries.map((entry) => resolveEntry(entry, context)) };
    }
    return typeof node.value === "string" ? nodeFrom(resolveText(node.value, node.at, context), node.at) : node;
}
function resolveEntry({ key, keyAt, value }, context) {
    const name = typeof key === "string" ? keyOf(resolveText(key, keyAt, context), { text: key, at: keyAt }) : key;
    return { key: name, keyAt, value: resolveNode(value, context) };
}
function keyOf(value, written) {
    return value === null || typeof value !== "object" ? value : template_textOf(value, written);
}
/** A text that is one expression gives the value itself; others join the values' texts. */
function resolveText(text, at, context) {
    const expressions = [...text.matchAll(EXPRESSION)];
    const [first] = expressions;
    if (first !== undefined && first[0] === text)
        return fitting(evaluate(first[1] ?? "", at, context), { text, at }, context);
    let resolved = "";
    let end = 0;
    for (const { 0: whole, 1: inner = "", index } of expressions) {
        const put = inText(evaluate(inner, at, context), { text: whole, at }, context);
        context.grown?.(put.length, at);
        resolved += text.slice(end, index) + put;
        end = index + whole.length;
    }
    return (resolved + text.slice(end)).replaceAll("\\${", "${");
}
/** Whether a text holds an expression that is not escaped. */
function holdsExpression(text) {
    return text.search(EXPRESSION) >= 0;
}
/** Whether a text is one expression and nothing else. */
function isWholeExpression(text) {
    const [first, ...more] = text.matchAll(EXPRESSION);
    return more.length === 0 && first?.[0] === text;
}
/** A value in the place of its expression. */
function fitting(value, written, { where }) {
    if (where === "anything" || (!(0,kernel/* isList */.Lv)(value) && !(0,kernel/* isMapping */.pi)(value)))
        return value;
    return typeof where === "object" && (0,kernel/* isMapping */.pi)(value) ? value : template_textOf(value, written);
}
/** A value in a text around it. */
function inText(value, written, { where = "single" }) {
    if (where === "single" || (!(0,kernel/* isList */.Lv)(value) && !(0,kernel/* isMapping */.pi)(value)))
        return template_textOf(value, written);
    if ((0,kernel/* isMapping */.pi)(value)) {
        const flags = commandFlags(value, where === "anything" ? DEFAULT_STYLE : where.command);
        return flags ?? template_textOf(value, written);
    }
    return where === "anything" ? (0,kernel/* pythonRepr */.Up)(value) : template_textOf(value, written);
}
/** The same names, for something that stands elsewhere. */
function standing(context, where) {
    return {
        where,
        get names() {
            return context.names;
        },
        grown: (letters, at) => context.grown?.(letters, at),
        lookup: (name) => context.lookup(name),
    };
}
function evaluate(expression, at, context) {
    if (!PATH.test(expression)) {
        throw (0,build_source/* complain */.cc)(at, "template", `\${${expression}} is not an expression`, {
            found: `\${${expression}}`,
            expected: "a name such as ${train.epochs} or ${layers[0]}",
        });
    }
    const value = context.lookup(expression
        .split(/[.[\]]+/)
        .filter((part) => part !== "")
        .map((part) => part.trim()));
    if (value !== undefined)
        return value;
    throw (0,build_source/* complain */.cc)(at, "template", `\`${expression}\` is not known here`, {
        found: `\${${expression}}`,
        expected: "a value of params.yaml or of `vars`",
        hint: (0,build_source.didYouMean)(expression, context.names) ?? `give it a value in params.yaml, or under \`vars\` in ${at.file}`,
    });
}
/** As DVC puts a value into a text. */
function template_textOf(value, { text, at }) {
    if (typeof value === "string")
        return value;
    if (value === null)
        return "None";
    if (typeof value === "number")
        return (0,kernel/* reprFloat */.yI)(value);
    if (typeof value === "boolean" || typeof value === "bigint")
        return String(value);
    const kind = (0,kernel/* isList */.Lv)(value) ? "a list" : (0,kernel/* isMapping */.pi)(value) ? "a mapping" : "a date";
    throw (0,build_source/* complain */.cc)(at, "template", `${text} is ${kind}, which has no place in a text`, {
        found: kind,
        expected: "a text, a number, true or false",
        hint: "name one of its values",
    });
}
/** A value where a node is wanted; everything in it stands where the expression stood. */
function nodeFrom(value, at) {
    if ((0,kernel/* isList */.Lv)(value))
        return { kind: "list", at, items: value.map((item) => nodeFrom(item, at)) };
    if ((0,kernel/* isMapping */.pi)(value)) {
        return {
            kind: "map",
            at,
            entries: [...value].map(([key, item]) => ({ key, keyAt: at, value: nodeFrom(item, at) })),
        };
    }
    return { kind: "scalar", at, value };
}

;// CONCATENATED MODULE: ./build/manifest/generated.js



/** Stages that one entry may stand for: lists that multiply must cost a message, not the machine. */
const MOST = 20_000;
/** Whether the entry stands for several stages. */
function isGenerator(node) {
    return (0,build_source/* entryOf */.Ms)(node, "foreach") !== undefined || (0,build_source/* entryOf */.Ms)(node, "matrix") !== undefined;
}
/** The stages that an entry stands for: itself, or one for each item of `foreach`, one for each combination of `matrix`. */
function generate(template, context) {
    const { node } = template;
    const [foreach, matrix] = [(0,build_source/* entryOf */.Ms)(node, "foreach"), (0,build_source/* entryOf */.Ms)(node, "matrix")];
    if (foreach !== undefined)
        return forEach(template, { data: foreach, context });
    if (matrix !== undefined)
        return overMatrix(template, { data: matrix, context });
    return [{ ...template, local: new Map() }];
}
function forEach({ name, at, node }, { data, context }) {
    const body = (0,build_source/* entryOf */.Ms)(node, "do") ?? node;
    const value = (0,build_source/* toValue */.BA)(resolveNode(data, standing(context, "anything")));
    if (!(0,kernel/* isList */.Lv)(value) && !(0,kernel/* isMapping */.pi)(value))
        throw misfit(data, "a list or a mapping to go through");
    refuseMany((0,kernel/* isList */.Lv)(value) ? value.length : value.size, { name, at: data.at });
    const items = (0,kernel/* isList */.Lv)(value)
        ? itemsOf(value, data)
        : [...value].map(([key, item]) => [template_textOf(key, { text: name, at: data.at }), item]);
    return distinct(items.map(([key, item]) => {
        const local = new Map([["item", item]]);
        if (!(0,kernel/* isList */.Lv)(value))
            local.set("key", key);
        return { name: generatedName(name, key, data), at, node: body, local };
    }));
}
function refuseMany(count, { name, at }) {
    if (count <= MOST)
        return;
    throw (0,build_source/* complain */.cc)(at, "pipeline-invalid", `stage "${name}": this would make ${count} stages`, {
        found: `${count} stages`,
        expected: `at most ${MOST}`,
    });
}
/** Of several with one name the last counts, in the place of the first. */
function distinct(stages) {
    return [...new Map(stages.map((stage) => [stage.name, stage])).values()];
}
/** DVC finds a generated stage by what stands behind the last `@`, so nothing and another `@` cannot. */
function generatedName(name, key, data) {
    if (key !== "" && !key.includes("@"))
        return `${name}@${key}`;
    throw (0,build_source/* complain */.cc)(data.at, "pipeline-invalid", `stage "${name}": \`${key}\` cannot name a generated stage`, {
        found: key === "" ? "an empty name" : key,
        expected: "items whose text is not empty and holds no @",
        hint: "use a mapping: its keys name the stages",
    });
}
/** Scalars name their stages; where one item is more than a scalar, all are numbered. */
function itemsOf(items, data) {
    if (items.some((item) => (0,kernel/* isList */.Lv)(item) || (0,kernel/* isMapping */.pi)(item)))
        return items.map((item, index) => [String(index), item]);
    const written = data.kind === "list" ? data.items : [];
    return items.map((item, index) => [nameOf(item, written[index] ?? data, data), item]);
}
/** As DVC: what is written out is named as a text would hold it, what comes out of a variable as Python prints it. */
function nameOf(item, written, data) {
    const variable = written.kind === "scalar" && typeof written.value === "string" && isWholeExpression(written.value);
    if (variable && typeof item === "boolean")
        return item ? "True" : "False";
    return template_textOf(item, { text: "", at: data.at });
}
function overMatrix({ name, at, node }, { data, context }) {
    const axes = axesOf(data, context);
    refuseMany(axes.reduce((count, axis) => count * axis.length, 1), { name, at: data.at });
    const body = node.kind === "map" ? { ...node, entries: node.entries.filter(({ key }) => key !== "matrix") } : node;
    const combinations = axes.reduce((before, axis) => before.flatMap((choices) => axis.map((choice) => [...choices, choice])), [[]]);
    const stages = combinations.map((choices) => {
        const key = choices.map(({ text }) => text).join("-");
        const item = new Map(choices.map(({ axis, value }) => [axis, value]));
        return {
            name: generatedName(name, key, data),
            at,
            node: body,
            local: new Map([
                ["item", item],
                ["key", key],
            ]),
        };
    });
    return distinct(stages);
}
function axesOf(data, context) {
    if (data.kind !== "map")
        throw misfit(data, "a mapping of lists");
    const resolved = resolveNode(data, standing(context, "anything"));
    if (resolved.kind !== "map")
        throw misfit(data, "a mapping of lists");
    return resolved.entries.map((entry, place) => {
        const written = data.entries[place]?.value ?? data;
        const axis = template_textOf(entry.key, { text: "", at: entry.keyAt });
        return valuesOf((0,build_source/* toValue */.BA)(entry.value), written).map((each, index) => {
            const composite = (0,kernel/* isList */.Lv)(each) || (0,kernel/* isMapping */.pi)(each);
            const source = written.kind === "list" ? (written.items[index] ?? written) : written;
            return { axis, value: each, text: composite ? `${axis}${index}` : nameOf(each, source, data) };
        });
    });
}
/** What Python would go through: items, the keys of a mapping, the characters of a text that is written out. */
function valuesOf(value, written) {
    if ((0,kernel/* isList */.Lv)(value))
        return value;
    if ((0,kernel/* isMapping */.pi)(value))
        return [...value.keys()];
    const out = written.kind === "scalar" && typeof written.value === "string" && !isWholeExpression(written.value);
    if (out && typeof value === "string")
        return Array.from(value);
    throw misfit(written, "a list of values");
}
function misfit(node, expected) {
    const found = (0,build_source/* describeNode */.WQ)(node);
    return (0,build_source/* complain */.cc)(node.at, "pipeline-invalid", `expected ${expected}, found ${found}`, { found, expected });
}

;// CONCATENATED MODULE: ./build/manifest/needs.js


const UNIT_BYTES = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };
const SIZE = /^(\d{1,6}(?:\.\d{1,3})?) ?([KMGT])(?:i?B)?$/;
const MOST_RETRIES = 100;
function whole(least, most, expected) {
    return (node, report) => {
        const value = (0,build_source/* expectInteger */.E0)(node, report);
        if (value === undefined)
            return undefined;
        return value >= least && value <= most ? Number(value) : (0,build_source/* mismatch */.J4)(node, report, expected);
    };
}
const cores = whole(1, 100_000, "a number of cores from 1 on, or `all`");
const cpus = (node, report) => (needs_textOf(node) === "all" ? Number.POSITIVE_INFINITY : cores(node, report));
const memory = (node, report) => {
    const [, number, unit = ""] = SIZE.exec(needs_textOf(node) ?? "") ?? [];
    const bytes = Math.floor(Number(number) * (UNIT_BYTES[unit] ?? 0));
    return bytes > 0 ? bytes : (0,build_source/* mismatch */.J4)(node, report, "a size such as 512M or 16G");
};
const timeout = (node, report) => {
    const milliseconds = (0,kernel/* parseDuration */.E9)(needs_textOf(node) ?? "") ?? 0;
    return milliseconds > 0 ? milliseconds : (0,build_source/* mismatch */.J4)(node, report, "a time such as 90s, 30m, 6h or 2d");
};
const needs = (0,build_source/* record */.g1)("meta.mainline", {
    gpus: (0,build_source/* optional */.lq)(whole(0, 1024, "a number of GPUs from 0 on")),
    cpus: (0,build_source/* optional */.lq)(cpus),
    memory: (0,build_source/* optional */.lq)(memory),
    timeout: (0,build_source/* optional */.lq)(timeout),
    retries: (0,build_source/* optional */.lq)(whole(0, MOST_RETRIES, `a number of further attempts from 0 to ${MOST_RETRIES}`), 0),
});
/** What a stage's `meta: {mainline: …}` says; undefined where it says nothing, or after complaints. */
function readNeeds(meta, report) {
    const node = meta?.kind === "map" ? (0,build_source/* entryOf */.Ms)(meta, "mainline") : undefined;
    const read = node === undefined ? undefined : needs(node, report);
    if (node === undefined || read === undefined)
        return undefined;
    const { gpus, cpus: cores, memory: bytes, timeout: timeoutMs, retries, $ } = read;
    return { gpus, cpus: cores, memory: bytes, timeoutMs, retries, place: $.nodes.get("gpus")?.at ?? node.at };
}
function needs_textOf(node) {
    return node.kind === "scalar" && typeof node.value === "string" ? node.value : null;
}

;// CONCATENATED MODULE: ./build/manifest/outputs.js



const FLAGS = ["desc", "type", "labels", "meta", "cache", "persist", "checkpoint", "remote", "push"];
const PLOT_FLAGS = [...FLAGS, "template", "x", "y", "x_label", "y_label", "title", "header"];
const SWITCHES = new Set(["cache", "persist", "push", "checkpoint"]);
/** The items of `outs:`, `metrics:` or `plots:`: a path, or a path with flags. The same path twice has the flags of both. */
function outputsRule(kind) {
    const known = kind === "plot" ? PLOT_FLAGS : FLAGS;
    const item = (0,build_source/* byKind */.Sb)({
        scalar: (0,build_source/* refine */.YP)(build_source/* expectString */.lK, (path, node) => [{ path, place: node.at, flags: new Map() }]),
        map: (node, report) => flagged(node, known, report),
    }, "a path, or a path with flags");
    return (node, report) => {
        if (node.kind === "scalar" && node.value === null)
            return [];
        if (node.kind !== "list")
            return report.add(node.at, "expected a list of paths", { expected: "a list of paths" });
        const merged = new Map();
        for (const written of node.items.flatMap((each) => item(each, report) ?? [])) {
            const before = merged.get(written.path);
            merged.set(written.path, before === undefined ? written : { ...before, flags: new Map([...before.flags, ...written.flags]) });
        }
        return [...merged.values()];
    };
}
function flagged(node, known, report) {
    if (node.kind !== "map")
        return [];
    return node.entries.flatMap(({ key, keyAt, value }) => typeof key === "string"
        ? [{ path: key, place: keyAt, flags: readFlags(value, known, report) }]
        : notText(key, keyAt, report));
}
function readFlags(node, known, report) {
    const flags = new Map();
    if (node.kind === "scalar" && node.value === null)
        return flags;
    // several plots of one file: carried, since only drawing them would have to choose
    if (node.kind !== "map") {
        report.add(node.at, "expected flags such as `cache: false`", { expected: `a mapping with ${known.join(", ")}` });
        return flags;
    }
    (0,build_source/* unknownKeys */.vX)(node, { known, what: "an output" }, report);
    for (const { key, value } of node.entries) {
        const name = String(key);
        if (SWITCHES.has(name))
            (0,build_source/* expectBoolean */.ak)(value, report);
        flags.set(name, (0,build_source/* toValue */.BA)(value));
    }
    return flags;
}
/** An output in its place. Failure of the rule `report` stands for: DVC's own files cannot be outputs. */
function outputs_output(written, kind, { standing, report }) {
    const { path, place, flags } = written;
    const at = placePath(standing, path);
    checkPath(path, place, { role: "output", report });
    if ((0,kernel/* baseName */.Fl)(path) === "dvc.lock") {
        report.add(place, `\`${path}\` cannot be an output: it is one of DVC's own files`, {
            found: path,
            expected: "a file or folder that the command makes",
        });
    }
    if (at === "." || (at !== null && (0,kernel/* parentOf */.gN)(at) === "." && at === ".dvc")) {
        report.add(place, `\`${path}\` cannot be an output`, { found: path, expected: "a path below the project" });
    }
    const remote = flags.get("remote");
    const rest = [...flags].filter(([key]) => !SWITCHES.has(String(key)) && key !== "remote");
    return {
        path,
        at,
        kind,
        cache: flags.get("cache") !== false,
        persist: flags.get("persist") === true,
        push: flags.get("push") !== false,
        remote: noteOf(remote),
        flags: new Map(rest),
        place,
    };
}

;// CONCATENATED MODULE: ./build/manifest/params-list.js


const DEFAULT_FILE = "params.yaml";
const keyList = (0,build_source/* listOf */.c3)(build_source/* expectString */.lK);
/** Null for the whole file: nothing, and whatever Python takes for nothing. */
function keysOfFile(node, report) {
    const whole = (0,build_source/* orEmpty */.vh)(node);
    if (whole.kind === "map" && whole.entries.length === 0)
        return null;
    return keyList(node, report);
}
/** The items of `params:`: `key`, or `{file: [keys]}` where nothing means the whole file. */
const paramsRule = (0,build_source/* listOf */.c3)((0,build_source/* byKind */.Sb)({
    scalar: (0,build_source/* refine */.YP)(build_source/* expectString */.lK, (key, node) => [{ file: DEFAULT_FILE, keys: [key], place: node.at, bare: true }]),
    map: (node, report) => node.kind !== "map"
        ? undefined
        : node.entries.flatMap(({ key, keyAt, value }) => {
            if (typeof key !== "string")
                return notText(key, keyAt, report);
            const keys = keysOfFile(value, report);
            return keys === undefined ? [] : [{ file: key, keys, place: keyAt }];
        }),
}, "a parameter's name, or a file with names"));
/** One dependency for each file, in the order of their first mention; a whole file wins over keys of it. */
function paramsDependencies(wanted, standing) {
    const files = new Map();
    const whole = new Set(wanted.filter(({ keys }) => keys === null).map(({ file }) => file));
    for (const { file, keys, place, bare } of wanted) {
        if (bare === true && whole.has(file))
            continue;
        const known = files.get(file);
        if (known === undefined)
            files.set(file, { keys: keys === null ? null : new Set(keys), place });
        else if (keys === null)
            known.keys = null;
        else
            for (const key of keys)
                known.keys?.add(key);
    }
    return [...files].map(([path, { keys, place }]) => ({
        path,
        at: placePath(standing, path) ?? path,
        keys: [...(keys ?? [])],
        place,
    }));
}

;// CONCATENATED MODULE: ./build/manifest/stage-rule.js





const commandRule = (0,build_source/* byKind */.Sb)({ scalar: build_source/* expectString */.lK, list: (0,build_source/* listOf */.c3)(build_source/* expectString */.lK) }, "a command, or a list of them");
const stage_rule_dependency = (node, report) => {
    const path = (0,build_source/* expectString */.lK)(node, report);
    return path === undefined ? undefined : { path, node };
};
const stage_rule_fields = {
    cmd: (0,build_source/* required */.mw)(commandRule),
    wdir: (0,build_source/* optional */.lq)((0,build_source/* nullable */.me)(build_source/* expectString */.lK)),
    deps: (0,build_source/* optional */.lq)((0,build_source/* nullable */.me)((0,build_source/* listOf */.c3)(stage_rule_dependency))),
    params: (0,build_source/* optional */.lq)((0,build_source/* nullable */.me)(paramsRule)),
    outs: (0,build_source/* optional */.lq)(outputsRule("out")),
    metrics: (0,build_source/* optional */.lq)(outputsRule("metric")),
    plots: (0,build_source/* optional */.lq)(outputsRule("plot")),
    vars: (0,build_source/* optional */.lq)(build_source/* expectNode */.Cq),
    frozen: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak, false),
    always_changed: (0,build_source/* optional */.lq)(build_source/* expectBoolean */.ak, false),
    desc: (0,build_source/* optional */.lq)(build_source/* expectValue */.PR),
    meta: (0,build_source/* optional */.lq)(build_source/* toValue */.BA),
    // in the body of a `foreach` DVC lets it stand, and passes it over
    matrix: (0,build_source/* optional */.lq)(build_source/* expectNode */.Cq),
};
const stageRecord = (0,build_source/* record */.g1)("a stage", stage_rule_fields);
/** Reads a stage whose expressions are resolved. Undefined after complaints. */
function readStage(node, { standing, report }) {
    const read = stageRecord(node, report);
    if (read === undefined)
        return undefined;
    const command = read.$.nodes.get("cmd");
    const needs = readNeeds(read.$.nodes.get("meta"), report);
    const outputs = [
        ...(read.outs ?? []).map((out) => outputs_output(out, "out", { standing, report })),
        ...(read.metrics ?? []).map((out) => outputs_output(out, "metric", { standing, report })),
        ...(read.plots ?? []).map((out) => outputs_output(out, "plot", { standing, report })),
    ];
    const deps = read.deps ?? [];
    for (const { path, node: at } of deps) {
        if (path === "")
            report.add(at.at, "a dependency without a path", { expected: "a path" });
        checkPath(path, at.at, { role: "dependency", report });
    }
    return {
        cmd: read.cmd,
        deps: deps.map(({ path, node: at }) => ({ path, at: placePath(standing, path), place: at.at })),
        params: paramsDependencies((read.params ?? []).flat(), standing),
        outs: outputs,
        frozen: read.frozen,
        alwaysChanged: read.always_changed,
        desc: noteOf(read.desc),
        meta: read.meta,
        ...(needs === undefined ? {} : { needs }),
        ...(command === undefined ? {} : { cmdPlace: command.at }),
    };
}

;// CONCATENATED MODULE: ./build/manifest/top-level.js




const paths = (0,build_source/* listOf */.c3)(build_source/* expectString */.lK);
const top_level_artifact = (0,build_source/* record */.g1)("an artifact", {
    path: (0,build_source/* required */.mw)(build_source/* expectString */.lK),
    type: (0,build_source/* optional */.lq)(build_source/* toValue */.BA),
    desc: (0,build_source/* optional */.lq)(build_source/* toValue */.BA),
    labels: (0,build_source/* optional */.lq)(build_source/* toValue */.BA),
    meta: (0,build_source/* optional */.lq)(build_source/* expectNode */.Cq),
});
/** `artifacts:`, named as GTO does: with the folder before a colon where dvc.yaml is not at the root. */
function readArtifacts(node, { folder, report }) {
    if (node === undefined)
        return [];
    const rule = named((each, inner, name, place) => {
        const read = top_level_artifact(each, inner.about(`artifact "${name}"`));
        if (read === undefined)
            return undefined;
        const { path, type, desc, labels } = read;
        const full = folder === "." ? name : `${folder}:${name}`;
        const said = labels !== null && (0,kernel/* isList */.Lv)(labels) ? labels.flatMap((label) => noteOf(label) ?? []) : [];
        return { name: full, path: (0,kernel/* joinPath */.uJ)(folder, path), type: noteOf(type), desc: noteOf(desc), labels: said, place };
    });
    // two names may come out of one expression: the last counts
    return [...new Map(rule(node, report)?.map((each) => [each.name, each])).values()];
}
/** Top-level `metrics:`, `params:` and `plots:`. */
function readTopLevel(sections, { folder, report }) {
    const files = (node) => (node === undefined ? [] : (paths(node, report) ?? [])).map((path) => (0,kernel/* joinPath */.uJ)(folder, path));
    return {
        metrics: files(sections.metrics),
        params: files(sections.params),
        plots: plotsOf(sections.plots, folder, report),
    };
}
function plotsOf(node, folder, report) {
    if (node?.kind !== "list")
        return [];
    const file = folder === "." ? "dvc.yaml" : `${folder}/dvc.yaml`;
    return node.items.flatMap((item) => {
        if (item.kind === "map") {
            return item.entries.map(({ key, value }) => ({ id: String(key), file, definition: (0,build_source/* toValue */.BA)(value) }));
        }
        const path = (0,build_source/* expectString */.lK)(item, report);
        return path === undefined ? [] : [{ id: (0,kernel/* joinPath */.uJ)(folder, path), file, definition: null }];
    });
}

;// CONCATENATED MODULE: ./build/manifest/variables.js




const variables_DEFAULT_FILE = "params.yaml";
/** That expressions may put into the texts of one dvc.yaml, all together. */
const MOST_LETTERS = 64 * 1024 * 1024;
/**
 * What `${}` may name: params.yaml beside dvc.yaml, then the entries of `vars` in order. Mappings merge; a name that is
 * given twice is an error. Failures `template`.
 */
class Variables {
    #tree;
    #top;
    /** File → the keys taken from it; null for all. */
    #loaded;
    /** Of the whole dvc.yaml. */
    #letters;
    constructor(tree, { top, loaded, letters }) {
        this.#tree = tree;
        this.#top = top;
        this.#loaded = loaded;
        this.#letters = letters;
    }
    /** `folder`: that of the dvc.yaml. `vars`: its top-level node. */
    static async load(tree, folder, vars) {
        const variables = new Variables(tree, {
            top: { values: new Map() },
            loaded: new Map(),
            letters: { left: MOST_LETTERS },
        });
        const file = (0,kernel/* joinPath */.uJ)(folder, variables_DEFAULT_FILE);
        if ((await tree.kind(file)) === "file")
            await variables.#addFile(file, null, { file });
        await variables.#addAll(folder, vars);
        return variables;
    }
    /** These and a stage's own `vars`, whose files count from its working directory. */
    async with(wdir, { vars, reserved }) {
        if (vars === undefined)
            return this;
        const more = new Variables(this.#tree, {
            top: copyOf(this.#top),
            loaded: new Map(this.#loaded),
            letters: this.#letters,
        });
        for (const name of reserved)
            more.#top.values.set(name, { value: null, from: "the stage's own generation" });
        await more.#addAll(wdir, vars);
        return more;
    }
    get names() {
        return namesOf(this.#top);
    }
    lookup(name) {
        let found = this.#top;
        for (const [index, part] of name.entries()) {
            if (found === undefined)
                return undefined;
            if (!("values" in found))
                return template_below(found.value, name.slice(index));
            found = found.values.get(part);
        }
        return found === undefined ? undefined : plain(found);
    }
    grown(letters, at) {
        this.#letters.left -= letters;
        if (this.#letters.left >= 0)
            return;
        throw (0,build_source/* complain */.cc)(at, "template", "the values make this file too long", {
            found: `more than ${MOST_LETTERS} letters`,
            expected: "values that are named, not whole texts in many places",
        });
    }
    async #addAll(folder, vars) {
        if (vars === undefined || (vars.kind === "scalar" && vars.value === null))
            return;
        if (vars.kind !== "list")
            throw variables_misfit(vars, "a list of files and mappings");
        for (const item of vars.items)
            await this.#addItem(folder, item);
    }
    async #addItem(folder, item) {
        if (interpolates(item))
            throw (0,build_source/* complain */.cc)(item.at, "template", "`vars` cannot hold ${} themselves", { found: (0,build_source/* describeNode */.WQ)(item) });
        if (item.kind === "map")
            return merge(this.#top, { node: item, from: item.at.file, said: "vars" });
        if (item.kind === "list" || typeof item.value !== "string")
            throw variables_misfit(item, "a file, `file:key,key`, or a mapping");
        const [, path = "", keys = ""] = /^([^:]*)(?::(.*))?$/s.exec(item.value) ?? [];
        const file = placePath({ root: null, wdir: folder }, path) ?? path;
        const named = keys.split(",").filter((key) => key !== "");
        const wanted = named.length === 0 ? null : named;
        if (await this.#isNews(file, wanted, item))
            await this.#addFile(file, wanted, item.at);
    }
    async #isNews(file, keys, item) {
        const known = this.#loaded.get(file);
        if (known === undefined)
            return true;
        if (known === null && keys === null)
            return false;
        const message = known === null
            ? `${file} is taken as a whole already`
            : keys === null
                ? `parts of ${file} are taken already`
                : null;
        const again = keys?.find((key) => known?.has(key));
        if (message === null && again === undefined)
            return true;
        throw (0,build_source/* complain */.cc)(item.at, "template", message ?? `\`${again ?? ""}\` of ${file} is taken already`, {
            expected: "each file once, or each of its keys once",
        });
    }
    async #addFile(file, keys, at) {
        const bytes = await this.#tree.read(file);
        if (bytes === null) {
            throw (0,build_source/* complain */.cc)(at, "template", `${file} does not exist`, {
                found: file,
                expected: "a file of values",
                hint: `make ${file}, or take it out`,
            });
        }
        const node = (0,build_source/* readParams */.LE)(bytes, file);
        if (node.kind !== "map")
            throw variables_misfit(node, "a mapping");
        merge(this.#top, { node: keys === null ? node : partOf(node, keys, at), from: file, said: file });
        this.#loaded.set(file, keys === null ? null : new Set([...(this.#loaded.get(file) ?? []), ...keys]));
    }
}
/** Whether an expression stands anywhere in it; escaped ones are texts. */
function interpolates(node) {
    if (node.kind === "list")
        return node.items.some(interpolates);
    if (node.kind === "map")
        return node.entries.some(({ key, value }) => (typeof key === "string" && holdsExpression(key)) || interpolates(value));
    return typeof node.value === "string" && holdsExpression(node.value);
}
function variables_misfit(node, expected) {
    const found = (0,build_source/* describeNode */.WQ)(node);
    return (0,build_source/* complain */.cc)(node.at, "template", `expected ${expected}, found ${found}`, { found, expected });
}
function partOf(node, keys, at) {
    const entries = keys.map((key) => {
        const entry = node.entries.find((each) => each.key === key);
        if (entry !== undefined)
            return entry;
        throw (0,build_source/* complain */.cc)(at, "template", `${node.at.file} has no \`${key}\``, {
            found: key,
            expected: "one of its top-level keys",
        });
    });
    return { ...node, entries };
}
/** Keys that are no texts are passed over, as DVC does. */
function merge(into, source) {
    for (const { key, keyAt, value } of source.node.entries) {
        if (typeof key !== "string")
            continue;
        const known = into.values.get(key);
        if (known === undefined)
            into.values.set(key, grow(value, source));
        else if ("values" in known && value.kind === "map")
            merge(known, { ...source, node: value });
        else
            throw redefined(key, keyAt, { known, from: source.said });
    }
}
function grow(node, source) {
    if (node.kind !== "map")
        return { value: (0,build_source/* toValue */.BA)(node), from: source.said };
    const branch = { values: new Map() };
    merge(branch, { ...source, node });
    return branch;
}
function redefined(key, at, { known, from }) {
    const origin = "values" in known ? "an earlier file" : known.from;
    return (0,build_source/* complain */.cc)(at, "template", `\`${key}\` of ${from} is given by ${origin} already`, {
        found: key,
        expected: "each name once",
        length: key.length,
    });
}
function copyOf({ values }) {
    return { values: new Map([...values].map(([key, item]) => [key, "values" in item ? copyOf(item) : item])) };
}
function plain(item) {
    if (!("values" in item))
        return item.value;
    return new Map([...item.values].map(([key, inner]) => [key, plain(inner)]));
}
function namesOf(branch, prefix = "") {
    return [...branch.values].flatMap(([key, item]) => "values" in item ? [`${prefix}${key}`, ...namesOf(item, `${prefix}${key}.`)] : [`${prefix}${key}`]);
}

;// CONCATENATED MODULE: ./build/manifest/pipeline.js









const pipeline_CODE = "pipeline-invalid";
/** Failures `pipeline-invalid`, `template`, with every mistake in its place. */
async function readPipeline(source) {
    const { tree, file, bytes } = source;
    const folder = (0,kernel/* parentOf */.gN)(file);
    const report = new build_source/* Report */.pl(pipeline_CODE);
    const top = (0,build_source/* parseYaml */.hN)((0,build_source/* decodeUtf8 */._6)(bytes, file), file);
    pipelineSchema(top, report);
    report.settle();
    if (top.kind !== "map")
        throw new Error("the schema lets mappings pass only");
    const templated = hasExpression(top) || (0,build_source/* entryOf */.Ms)(top, "vars") !== undefined || stagesOf(top).some(needsVariables);
    const variables = templated ? await Variables.load(tree, folder, (0,build_source/* entryOf */.Ms)(top, "vars")) : null;
    const rest = (key) => {
        const node = (0,build_source/* entryOf */.Ms)(top, key);
        return node === undefined || variables === null ? node : resolveNode(node, standing(variables, "anything"));
    };
    rest("datasets");
    const stages = await readStages(top, { ...source, folder, variables, report });
    const artifacts = readArtifacts(rest("artifacts"), { folder, report });
    const topLevel = readTopLevel({ metrics: rest("metrics"), params: rest("params"), plots: rest("plots") }, { folder, report });
    report.settle();
    return { stages, artifacts, topLevel };
}
function stagesOf(top) {
    const stages = (0,build_source/* entryOf */.Ms)(top, "stages");
    return stages?.kind === "map" ? stages.entries.map(({ value }) => value) : [];
}
function needsVariables(stage) {
    return (0,build_source/* entryOf */.Ms)(stage, "vars") !== undefined || isGenerator(stage);
}
async function readStages(top, reading) {
    const node = (0,build_source/* entryOf */.Ms)(top, "stages");
    const stages = [];
    for (const { key, keyAt, value } of node?.kind === "map" ? node.entries : []) {
        const template = { name: String(key), at: keyAt, node: value };
        const definitions = reading.variables === null ? [{ ...template, local: new Map() }] : generate(template, reading.variables);
        for (const definition of definitions) {
            const stage = await readOne(definition, reading);
            if (stage !== null)
                stages.push(stage);
        }
    }
    return stages;
}
async function readOne({ name, at, node, local }, reading) {
    const { file, folder, root, lock } = reading;
    const report = reading.report.about(`stage "${name}"`);
    const resolved = await resolveStage(node, local, reading);
    const wdir = placePath({ root, wdir: folder }, workingDirectory(resolved, report) ?? ".") ?? folder;
    const body = readStage(resolved, { standing: { root, wdir }, report });
    if (body === undefined)
        return null;
    const address = folder === "." && file === "dvc.yaml" ? name : `${file}:${name}`;
    return { address, file, name, wdir, ...body, lock: lock.get(name) ?? null, place: at };
}
function workingDirectory(node, report) {
    const wdir = (0,build_source/* entryOf */.Ms)(node, "wdir");
    return wdir === undefined || (0,build_source/* toValue */.BA)(wdir) === null ? undefined : (0,build_source/* expectString */.lK)(wdir, report);
}
/** The working directory comes first: a stage's own `vars` count from there. Switches have to be written out. */
async function resolveStage(node, local, { folder, variables, flags }) {
    if (variables === null || node.kind !== "map")
        return node;
    const wdir = (0,build_source/* entryOf */.Ms)(node, "wdir");
    const free = standing(withLocal(variables, local), "anything");
    const place = wdir === undefined ? null : (0,build_source/* toValue */.BA)(resolveNode(wdir, free));
    const own = await variables.with((0,kernel/* joinPath */.uJ)(folder, typeof place === "string" ? place : "."), {
        vars: (0,build_source/* entryOf */.Ms)(node, "vars"),
        reserved: [...local.keys()],
    });
    const entries = node.entries.map((entry) => {
        if (["vars", "frozen", "always_changed"].includes(String(entry.key)))
            return entry;
        const where = entry.key === "cmd" ? { command: flags } : "single";
        const context = standing(withLocal(entry.key === "wdir" ? variables : own, local), where);
        return { ...entry, value: resolveNode(entry.value, context) };
    });
    return { ...node, entries };
}

;// CONCATENATED MODULE: ./build/manifest/stepwise.js
/**
 * Matches a text's beginning by being at every place of a pattern at once where one could be: in time that grows with the text times
 * the pattern, whatever either is. A regular expression that tries one place after the other has no such bound.
 */
function stepwise({ steps, skips, open }) {
    const takes = steps.map(({ one }) => new RegExp(`^${one}$`, "u"));
    const settled = (places) => {
        const all = new Set(places);
        // a set gives out what is added to it while it is gone through
        for (const place of all) {
            if (steps[place]?.many === true)
                all.add(place + 1);
            const behind = skips.get(place);
            if (behind !== undefined)
                all.add(behind);
        }
        return all;
    };
    return {
        test: (text) => {
            let places = settled(new Set([0]));
            for (const char of text) {
                if (places.has(steps.length) && (open || char === "/"))
                    return true;
                const next = new Set();
                for (const place of places) {
                    if (takes[place]?.test(char) === true)
                        next.add(steps[place]?.many === true ? place : place + 1);
                }
                if (next.size === 0)
                    return false;
                places = settled(next);
            }
            return places.has(steps.length);
        },
    };
}

;// CONCATENATED MODULE: ./build/manifest/ignore-pattern.js

/** What stands before every path below a nested `.dvcignore`: its folder, whatever its name. */
const BELOW = "_";
/** In characters: what no path exceeds. A longer line is no pattern that anybody meant, and may be more than V8 can translate. */
const LONGEST = 4096;
/**
 * Reads a line the way DVC does, by the rules of gitignore and with DVC's own ideas: blanks around it never count; the rules of a
 * nested file are moved up to the root, where a star and a slash mean more than they do in the root's own file, and an escape at the start is
 * lost. Null for a line that says nothing or cannot be understood.
 */
function readPattern(line, nested) {
    const text = strip(line);
    if (text === "" || text.startsWith("#") || text.length > LONGEST)
        return null;
    return compile(nested ? movedUp(text) : text);
}
// oxlint-disable-next-line no-control-regex -- Python takes these for blanks
const BLANK = /^(?!\ufeff)[\s\x1c-\x1f\x85]$/u;
/** Without white space around it, as Python knows it, which is not quite JavaScript's. */
function strip(line) {
    let [from, to] = [0, line.length];
    while (from < to && BLANK.test(line.charAt(from)))
        from++;
    while (to > from && BLANK.test(line.charAt(to - 1)))
        to--;
    return line.slice(from, to);
}
function movedUp(text) {
    const [mark, rule] = text.startsWith("!") ? ["!", text.slice(1)] : ["", text];
    const anchored = rule.slice(0, -1).includes("/") && !rule.startsWith("**/");
    const bare = anchored ? rule.replace(/^\//, "") : rule.replace(/^\*\*\//, "");
    return `${mark}/${BELOW}/${anchored ? "" : "**/"}${bare.replace(/^\\/, "")}`;
}
function compile(text) {
    const ignores = !text.startsWith("!");
    const rule = ignores ? text : text.slice(1);
    const foldersOnly = rule.endsWith("/");
    try {
        const matches = rule === "/" || rule === "" ? null : matcherOf(partsOf(rule), foldersOnly);
        return matches === null ? null : { matches, ignores, foldersOnly };
    }
    catch {
        // a range that runs backwards: DVC breaks down over it
        return null;
    }
}
/** The parts between slashes, `**` in front where the rule holds at any depth and at the end where it holds for what is inside. */
function partsOf(rule) {
    const parts = rule.split("/");
    if (parts[0] === "")
        parts.shift();
    else if ((parts.length === 1 || (parts.length === 2 && parts[1] === "")) && parts[0] !== "**")
        parts.unshift("**");
    if (parts.at(-1) === "")
        parts[parts.length - 1] = "**";
    return parts.filter((part, index) => !(part === "**" && parts[index - 1] === "**"));
}
const NEVER = /(?!)/;
/**
 * A regular expression where it takes no more than a try for each character: with one piece at most that may end in several
 * places. What has more is gone through step by step, so that no pattern takes time without bound.
 */
function matcherOf(parts, foldersOnly) {
    const known = parts.join("/");
    // DVC asks at the path's start for what it has only read as "a slash somewhere"
    if (known === "**" || known === "**/*")
        return foldersOnly ? NEVER : /^[^\n]/;
    if (known === "**/*/**")
        return NEVER;
    const globs = [];
    for (const part of parts) {
        const glob = part === "**" ? null : globOf(part);
        if (glob === null && part !== "**")
            return null;
        globs.push(glob);
    }
    const loose = globs.slice(0, -1).filter((glob) => glob === null).length + globs.flatMap(looseStars).length;
    return loose < 2 ? new RegExp(sourceOf(globs), "u") : stepwise(stepsOf(globs));
}
const NOT_SLASH = "[^/]";
const LINE = "[^\\n]";
function sourceOf(globs) {
    let source = "^";
    let slash = false;
    for (const [index, glob] of globs.entries()) {
        const last = index === globs.length - 1;
        if (glob === null) {
            source += index === 0 ? `(?:${LINE}+/)?` : last ? "/" : `(?:/${LINE}+)?`;
            slash ||= index > 0;
            continue;
        }
        source += `${slash ? "/" : ""}${globSource(glob, `p${index}`)}${last ? "(?:/|$)" : ""}`;
        slash = true;
    }
    return source;
}
/** The same as steps: what `**` stands for may be left out. */
function stepsOf(globs) {
    const steps = [];
    const skips = new Map();
    const [one, many] = [
        { one: LINE, many: false },
        { one: LINE, many: true },
    ];
    let slash = false;
    for (const [index, glob] of globs.entries()) {
        if (glob !== null) {
            steps.push(...(slash ? [SLASH] : []), ...glob);
            slash = true;
            continue;
        }
        const from = steps.length;
        if (index === globs.length - 1)
            steps.push(SLASH);
        else {
            steps.push(...(index === 0 ? [one, many, SLASH] : [SLASH, one, many]));
            skips.set(from, steps.length);
        }
        slash ||= index > 0;
    }
    return { steps, skips, open: globs.at(-1) === null };
}
const SLASH = { one: "/", many: false };
const STAR = { one: NOT_SLASH, many: true };
const ignore_pattern_LITERAL = /[\\^$.*+?()[\]{}|/-]/g;
/** One part: `*`, `?`, `[a-z]`, `[!a]`, and escapes. Null where a bracket or an escape does not end. */
function globOf(part) {
    if (part === "*")
        return [{ one: NOT_SLASH, many: false }, STAR];
    const steps = [];
    const literal = (char) => ({ one: char.replace(ignore_pattern_LITERAL, "\\$&"), many: false });
    for (let at = 0; at < part.length; at++) {
        const char = String.fromCodePoint(part.codePointAt(at) ?? 0);
        at += char.length - 1;
        if (char === "*") {
            if (steps.at(-1) !== STAR)
                steps.push(STAR);
        }
        else if (char === "?")
            steps.push({ one: NOT_SLASH, many: false });
        else if (char === "[") {
            const set = bracketAt(part, at);
            if (set === null)
                return null;
            steps.push({ one: set.source, many: false });
            at = set.end;
        }
        else if (char === "\\") {
            if (++at >= part.length)
                return null;
            const escaped = String.fromCodePoint(part.codePointAt(at) ?? 0);
            at += escaped.length - 1;
            steps.push(literal(escaped));
        }
        else
            steps.push(literal(char));
    }
    return steps;
}
/** Stars beside a set that may match a slash: then it matters where the star ends. */
function looseStars(glob) {
    return glob?.some(meetsSlash) ? glob.filter((step) => step === STAR) : [];
}
function meetsSlash({ one, many }) {
    return !many && new RegExp(`^${one}$`, "u").test("/");
}
/**
 * A star and what stands before the next one: where that is found first is right and no other place needs a try, as Python's own
 * fnmatch has it since 3.9: `*a*a*a*b` takes no time without bound.
 */
function globSource(glob, name) {
    const chunks = [""];
    for (const step of glob) {
        if (step === STAR)
            chunks.push("");
        else
            chunks[chunks.length - 1] += step.one;
    }
    const loose = looseStars(glob).length > 0;
    return chunks
        .map((chunk, index) => {
        if (index === 0)
            return chunk;
        if (loose || index === chunks.length - 1)
            return `${NOT_SLASH}*${chunk}`;
        return `(?=(?<${name}s${index}>${NOT_SLASH}*?${chunk}))\\k<${name}s${index}>`;
    })
        .join("");
}
function bracketAt(part, open) {
    let from = open + 1;
    const negated = part.charAt(from) === "!" || part.charAt(from) === "^";
    if (negated)
        from++;
    // a bracket that comes first is one of the set
    const end = part.indexOf("]", part.charAt(from) === "]" ? from + 1 : from);
    if (end < 0)
        return null;
    const inside = part.slice(from, end).replace(/[\\\][^]|^-|-$/g, "\\$&");
    return { source: `[${negated ? "^" : ""}${inside}]`, end };
}

;// CONCATENATED MODULE: ./build/manifest/ignore.js



/** Folders that are never looked into, and git's file in a worktree. */
const ALWAYS = new Set([".git", ".hg", ".dvc"]);
/**
 * The rules of a project, gathered folder by folder as they are met: a `.dvcignore` counts for what lies below its folder,
 * the deepest one that says anything decides, and what lies in an ignored folder is ignored whatever is said further down.
 * Folders with a `.dvc` of their own are other projects.
 */
class IgnoreRules {
    /** Folder → its patterns, the last one first. */
    #rules = new Map();
    #folders = new Map();
    /** Folders whose own file (a lone double star) leaves out everything in them. */
    #closed = new Set();
    #texts = (0,external_node_crypto_.createHash)("sha256");
    #projects = new Set();
    #key = null;
    /** The text of `folder/.dvcignore`. */
    add(folder, text) {
        const lines = text.split(/\r\n|\r|\n/);
        const patterns = lines.map((line) => readPattern(line, folder !== ".")).filter((pattern) => pattern !== null);
        if (patterns.length === 0)
            return;
        this.#rules.set(folder, patterns.reverse());
        if (folder !== "." && verdict(patterns, BELOW, true) === true)
            this.#closed.add(folder);
        this.#folders.clear();
        this.#texts.update(JSON.stringify([folder, lines]));
    }
    /** A folder that is the root of another project. */
    addProject(folder) {
        this.#projects.add(folder);
        this.#folders.clear();
        this.#texts.update(JSON.stringify([folder]));
    }
    /** Whether a path lies in another project. */
    inOther(path) {
        return [...this.#projects].some((folder) => (0,kernel/* isWithin */.UO)(path, folder));
    }
    get key() {
        this.#key ??= this.#texts.copy().digest("hex");
        return this.#key;
    }
    ignored(path, isDirectory) {
        if (path === "." || path === "")
            return false;
        if (path.startsWith("../") || path === "..")
            return false;
        return isDirectory ? this.#folder(path) : this.#inside((0,kernel/* parentOf */.gN)(path)) || this.#says(path, false);
    }
    /** A folder, or one above it. Asked for every file in it, so the answer is kept. */
    #folder(path) {
        if (path === ".")
            return false;
        const known = this.#folders.get(path);
        if (known !== undefined)
            return known;
        const answer = this.#inside((0,kernel/* parentOf */.gN)(path)) || this.#says(path, true);
        this.#folders.set(path, answer);
        return answer;
    }
    /** Whether everything in a folder is left out. */
    #inside(folder) {
        return this.#closed.has(folder) || this.#folder(folder);
    }
    #says(path, isDirectory) {
        const name = path.slice(path.lastIndexOf("/") + 1);
        if (ALWAYS.has(name) && (isDirectory || name === ".git"))
            return true;
        if (isDirectory && this.#projects.has(path))
            return true;
        if (this.#rules.size === 0)
            return false;
        for (let folder = (0,kernel/* parentOf */.gN)(path);; folder = (0,kernel/* parentOf */.gN)(folder)) {
            const rules = this.#rules.get(folder);
            const below = rules === undefined ? "" : (0,kernel/* relativeTo */.Mf)(path, folder);
            const said = rules && verdict(rules, folder === "." ? below : `${BELOW}/${below}`, isDirectory);
            if (said !== undefined)
                return said;
            if (folder === ".")
                return false;
        }
    }
}
/** The last pattern that matches decides; undefined when none does. */
function verdict(rules, path, isDirectory) {
    for (const { matches, ignores, foldersOnly } of rules) {
        if (foldersOnly && !isDirectory)
            continue;
        if (matches.test(path) || (isDirectory && matches.test(`${path}/`)))
            return ignores;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/manifest/survey.js



/**
 * Walks the project level by level, as far as DVC looks for manifests: not into what `.dvcignore` or git ignore, not into
 * other projects, links to folders, and directories that are outputs. Git is asked once for each level.
 */
async function survey(tree, visitor) {
    const rules = new IgnoreRules();
    const outputs = new Set();
    let level = ["."];
    while (level.length > 0) {
        const files = [];
        const below = [];
        for (const folder of level) {
            const found = await look(tree, folder, rules);
            files.push(...found.files);
            below.push(...found.folders);
        }
        const ignored = await visitor.gitIgnored([...files, ...files.filter(isPipeline).map(lockFileOf), ...below]);
        const read = files.filter((file) => !ignored.has(file) || isPipeline(file));
        for (const path of await visitor.visit(read, ignored))
            outputs.add(path);
        level = below.filter((folder) => !ignored.has(folder) && !outputs.has(folder)).sort(kernel/* compareCodePoints */.OP);
    }
    return rules;
}
/** A pipeline that git ignores is spoken of, not passed over. */
function isPipeline(file) {
    return file === "dvc.yaml" || file.endsWith("/dvc.yaml");
}
/** Where the results of a dvc.yaml are recorded. */
function lockFileOf(pipeline) {
    return pipeline.replace(/yaml$/, "lock");
}
async function look(tree, folder, rules) {
    const entries = await tree.list(folder);
    if (folder !== "." && entries.some(({ name, kind }) => name === ".dvc" && kind === "directory")) {
        rules.addProject(folder);
        return { files: [], folders: [] };
    }
    const own = entries.find(({ name, kind }) => name === ".dvcignore" && kind === "file");
    if (own !== undefined && !rules.ignored((0,kernel/* joinPath */.uJ)(folder, own.name), false))
        await readRules(tree, folder, rules);
    const files = [];
    const folders = [];
    for (const { name, kind, link } of entries) {
        const manifest = kind === "file" && (name === "dvc.yaml" || (name.endsWith(".dvc") && name !== ".dvc"));
        if (!manifest && (kind === "file" || link))
            continue;
        const path = (0,kernel/* joinPath */.uJ)(folder, name);
        if (rules.ignored(path, kind === "directory"))
            continue;
        (kind === "file" ? files : folders).push(path);
    }
    return { files, folders };
}
async function readRules(tree, folder, rules) {
    const file = (0,kernel/* joinPath */.uJ)(folder, ".dvcignore");
    const bytes = await tree.read(file);
    if (bytes !== null)
        rules.add(folder, (0,build_source/* decodeUtf8 */._6)(bytes, file));
}
/** Folders sorted, a folder before what lies in it; files of one folder by name. */
function byFolder(a, b) {
    const [x, y] = [(0,kernel/* parentOf */.gN)(a), (0,kernel/* parentOf */.gN)(b)];
    return x === y ? (0,kernel/* compareCodePoints */.OP)(a, b) : compareFolders(x, y);
}
function compareFolders(a, b) {
    if (a === "." || b === ".")
        return a === "." ? -1 : 1;
    const [x, y] = [a.split("/"), b.split("/")];
    for (const [index, part] of x.entries()) {
        const other = y[index];
        if (other === undefined)
            return 1;
        if (part !== other)
            return (0,kernel/* compareCodePoints */.OP)(part, other);
    }
    return -1;
}

;// CONCATENATED MODULE: ./build/manifest/project.js







const NOTHING = { metrics: [], params: [], plots: [] };
/** Reads every dvc.yaml, dvc.lock and `.dvc` file of a tree. All that is wrong in them is one `Failure`. */
async function loadProject(tree, options) {
    const { config, root = null } = options;
    const gitIgnored = async (paths) => paths.length === 0 || options.gitIgnored === undefined ? new Set() : options.gitIgnored(paths);
    const flags = flagStyle(config);
    const parts = [];
    const failures = [];
    const ignore = await survey(tree, {
        gitIgnored,
        visit: async (files, ignored) => {
            const read = await Promise.all(files.map((file) => readPart({ tree, root, file, ignored, flags }, failures)));
            const found = read.filter((part) => part !== null).map((part) => project_placed(part, { config, root }, failures));
            parts.push(...found);
            return found.flatMap(({ stages }) => stages.flatMap(({ outs }) => outs.flatMap(({ at }) => at ?? [])));
        },
    });
    for (const part of parts)
        await refuseIgnoredOutputs(tree, { ignore, stages: part.stages, failures });
    if (failures.length > 0)
        throw (0,kernel/* together */.bs)(failures);
    parts.sort((a, b) => byFolder(a.file, b.file));
    return {
        stages: parts.flatMap((part) => part.stages),
        artifacts: parts.flatMap((part) => part.artifacts),
        topLevel: {
            metrics: parts.flatMap(({ topLevel }) => topLevel.metrics),
            params: parts.flatMap(({ topLevel }) => topLevel.params),
            plots: parts.flatMap(({ topLevel }) => topLevel.plots),
        },
        config,
        ignore,
    };
}
/** DVC does not see what `.dvcignore` leaves out, so it cannot be what a stage makes. */
async function refuseIgnoredOutputs(tree, { ignore, stages, failures }) {
    for (const { outs } of stages) {
        for (const { at, place } of outs) {
            if (at === null || !(ignore.ignored(at, false) || ignore.ignored(at, true)))
                continue;
            if (ignore.inOther(at) || !ignore.ignored(at, (await tree.kind(at)) === "directory"))
                continue;
            failures.push((0,build_source/* complain */.cc)(place, "output-ignored", `the output \`${at}\` is left out by a .dvcignore`, {
                found: at,
                expected: "an output that no pattern of a .dvcignore matches",
                hint: `\`dvc check-ignore --details ${at}\` names the pattern`,
            }));
        }
    }
}
/** With addresses understood. */
function project_placed(part, setting, failures) {
    try {
        return { ...part, stages: withExternals(part.stages, setting) };
    }
    catch (cause) {
        if (!(cause instanceof kernel/* Failure */.HR))
            throw cause;
        failures.push(cause);
        return part;
    }
}
function flagStyle({ sections }) {
    const parsing = sections.get("parsing");
    return {
        bool: parsing?.get("bool") === "boolean_optional" ? "boolean_optional" : "store_true",
        list: parsing?.get("list") === "append" ? "append" : "nargs",
    };
}
/** One broken file does not hide what is wrong in the others. */
async function readPart(source, failures) {
    try {
        return await (source.file.endsWith("dvc.yaml") ? readPipelinePart(source) : readDataPart(source));
    }
    catch (cause) {
        if (!(cause instanceof kernel/* Failure */.HR))
            throw cause;
        failures.push(cause, ...(cause.details.others ?? []));
        return null;
    }
}
async function readDataPart({ tree, root, file }) {
    const bytes = await tree.read(file);
    if (bytes === null)
        return null;
    return { file, stages: [readDotDvc(bytes, file, root)], artifacts: [], topLevel: NOTHING };
}
async function readPipelinePart({ tree, root, file, ignored, flags }) {
    const bytes = await tree.read(file);
    if (bytes === null)
        return null;
    const lockFile = lockFileOf(file);
    for (const path of [file, lockFile])
        if (ignored.has(path))
            throw ignoredByGit(path);
    const lockBytes = await tree.read(lockFile);
    const lock = lockBytes === null ? new Map() : parseLock(lockBytes, lockFile);
    return { file, ...(await readPipeline({ tree, root, file, bytes, lock, flags })) };
}
function ignoredByGit(file) {
    return (0,kernel/* badInput */.AN)("git-ignored", `${file} is ignored by git, so nobody else would ever see it`, {
        at: { file: (0,kernel/* joinPath */.uJ)(file) },
        hint: `take the pattern that matches it out of .gitignore (git check-ignore -v ${file} names it)`,
    });
}

;// CONCATENATED MODULE: ./build/manifest/targets.js


/**
 * The stages that targets name, in the order given, each once, as DVC reads them: a file of stages, `file:stage`, a stage
 * of ./dvc.yaml (or all that were generated under its name); beyond DVC, an output or a path inside one.
 * Failure `unknown-target`, also for a pattern or a folder that fits nothing: DVC would run everything then.
 */
function resolveTargets(project, targets, options) {
    return [...new Set(targets.flatMap((target) => resolveOne(project, target, options)))];
}
function resolveOne({ stages }, target, options) {
    const { here } = options;
    const found = options.recursive === true ? stagesInFolder(stages, (0,kernel/* joinPath */.uJ)(here, target)) : [];
    if (found.length > 0)
        return found;
    const named = stagesNamed(stages, target, options);
    if (named.length > 0)
        return named;
    const path = (0,kernel/* joinPath */.uJ)(here, target);
    const makers = stages.filter(({ outs }) => outs.some(({ at }) => at !== null && (0,kernel/* isWithin */.UO)(path, at)));
    if (makers.length > 0)
        return makers;
    throw unknownTarget(stages, target, here);
}
/** Those whose file lies in the folder or below it. */
function stagesInFolder(stages, folder) {
    return stages.filter(({ file }) => file !== folder && (0,kernel/* isWithin */.UO)(file, folder));
}
/** The stages of a file, or of a name; none when there is no such thing. */
function stagesNamed(stages, target, options) {
    const { here, glob = false } = options;
    const whole = stages.filter(({ file }) => file === (0,kernel/* joinPath */.uJ)(here, target));
    if (whole.length > 0)
        return whole;
    const { file, name } = glob ? splitPattern(target) : splitTarget(target);
    const inFile = stages.filter((stage) => stage.file === (0,kernel/* joinPath */.uJ)(here, file));
    if (name === null || inFile.some((stage) => stage.name === null))
        return inFile;
    const generated = inFile.filter((stage) => stage.name?.startsWith(`${name}@`));
    const exact = inFile.filter((stage) => stage.name === name);
    if (exact.length > 0)
        return exact;
    if (generated.length > 0)
        return generated;
    return glob ? inFile.filter((stage) => (0,kernel/* fnmatch */.i3)(stage.name ?? "", name)) : [];
}
const targets_DEFAULT_FILE = "dvc.yaml";
/** Whether this can be nothing but a file of stages. */
function isStageFile(path) {
    return path.endsWith(".dvc") || path === targets_DEFAULT_FILE || path.endsWith(`/${targets_DEFAULT_FILE}`);
}
/** What stands behind the first `@` belongs to the name, colons and slashes included: it is a key of a generated stage. */
function splitTarget(target) {
    const at = target.indexOf("@");
    const [group, key] = at < 0 ? [target, ""] : [target.slice(0, at), target.slice(at)];
    const [, path = "", name = ""] = /^(.*):([^\\/:]*)$/s.exec(group) ?? [];
    if (name !== "")
        return { file: path === "" ? targets_DEFAULT_FILE : path, name: name + key };
    return isStageFile(target) ? { file: target, name: null } : { file: targets_DEFAULT_FILE, name: target };
}
function splitPattern(target) {
    const colon = target.lastIndexOf(":");
    if (colon < 0)
        return isStageFile(target) ? { file: target, name: null } : { file: targets_DEFAULT_FILE, name: target };
    const [file, name] = [target.slice(0, colon), target.slice(colon + 1)];
    return { file: file === "" ? targets_DEFAULT_FILE : file, name: name === "" ? null : name };
}
function unknownTarget(stages, target, here) {
    if (target.endsWith("dvc.lock")) {
        return (0,kernel/* badInput */.AN)("unknown-target", `${target} is a lock file, which names no stages to work on`, {
            found: target,
            hint: `did you mean \`${target.replace(/lock$/, "yaml")}\`?`,
        });
    }
    const names = stages.flatMap(({ address, outs }) => [address, ...outs.flatMap(({ at }) => at ?? [])]);
    return (0,kernel/* badInput */.AN)("unknown-target", `\`${target}\` is neither a stage, a file of stages, nor an output`, {
        found: here === "." ? target : `${target}, seen from ${here}`,
        expected: "a stage of ./dvc.yaml, `path/dvc.yaml:stage`, a .dvc file, or the path of an output",
        hint: (0,build_source.didYouMean)(target, names) ?? "`mainline plan` lists every stage",
    });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/manifest/workspace-tree.js



/**
 * The files below the DVC root (absolute) as they lie on disk now; with `within` (absolute, links resolved), nothing of what lies
 * outside of that folder, by `..` or by a link, which the files of a stranger may name: Failure `outside`. Manifests are many and small, so they are read at once:
 * handing each to another thread costs several times what the reading does. Failure `unreadable` for what the system will
 * not show.
 */
function workspaceTree(root, within = null) {
    const allowed = (path) => {
        if (within !== null)
            refuseOutside(root, path, within);
        return path;
    };
    return {
        name: "workspace",
        read: async (path) => workspace_tree_read(root, allowed(path)),
        kind: async (path) => entryKind((0,external_node_path_.join)(root, path)),
        list: async (path) => list(root, allowed(path)),
    };
}
function refuseOutside(root, path, within) {
    const real = realOf((0,external_node_path_.join)(root, path));
    if (real === null || real === within || real.startsWith(`${within}/`))
        return;
    throw (0,kernel/* badInput */.AN)("outside", `${path} lies outside of the repository`, {
        at: { file: path },
        found: "a path, or a link, that leads out",
        expected: "a file of the repository: this change is a stranger's",
        hint: "put the file into the repository",
    });
}
/** Null for what is not there. */
function realOf(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch (cause) {
        if (isAbsence(cause))
            return null;
        throw cause;
    }
}
function workspace_tree_read(root, path) {
    try {
        const stats = (0,external_node_fs_.statSync)((0,external_node_path_.join)(root, path), { throwIfNoEntry: false });
        if (stats === undefined)
            return null;
        // a pipe or a device would be read for ever
        if (!stats.isFile() && !stats.isDirectory())
            throw noFile(path);
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, path));
    }
    catch (cause) {
        if (isAbsence(cause))
            return null;
        throw unreadable(path, cause);
    }
}
function list(root, path) {
    const folder = (0,external_node_path_.join)(root, path);
    try {
        const found = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).map((entry) => {
            const link = entry.isSymbolicLink();
            const kind = link ? entryKind((0,external_node_path_.join)(folder, entry.name)) : kindOf(entry);
            return kind === null ? null : new Entry(folder, entry.name, { kind, link });
        });
        return found.filter((entry) => entry !== null).sort((a, b) => (0,kernel/* compareCodePoints */.OP)(a.name, b.name));
    }
    catch (cause) {
        if (isAbsence(cause))
            return [];
        throw unreadable(path, cause);
    }
}
/** Asks for the mode only when somebody wants it: folders of data hold very many files. */
class Entry {
    name;
    kind;
    link;
    #folder;
    constructor(folder, name, { kind, link }) {
        this.name = name;
        this.kind = kind;
        this.link = link;
        this.#folder = folder;
    }
    get exec() {
        if (this.kind === "directory")
            return false;
        const stats = statsOf((0,external_node_path_.join)(this.#folder, this.name));
        return stats !== null && (stats.mode & 0o111) !== 0;
    }
}
function kindOf(entry) {
    if (entry.isFile())
        return "file";
    return entry.isDirectory() ? "directory" : null;
}
/** Pipes, sockets and devices are none of ours: reading one could wait for ever. */
function entryKind(absolute) {
    const stats = statsOf(absolute);
    return stats === null ? null : kindOf(stats);
}
/** Links followed; null for what is not there, or not shown. */
function statsOf(absolute) {
    try {
        return (0,external_node_fs_.statSync)(absolute, { throwIfNoEntry: false }) ?? null;
    }
    catch {
        return null;
    }
}
function noFile(path) {
    return (0,kernel/* badInput */.AN)("not-a-file", `${path} is a device, a pipe or a socket`, {
        at: { file: path },
        found: "no file and no folder",
        expected: "a file",
        hint: "put the file itself in its place",
    });
}
function isAbsence(cause) {
    return cause instanceof Error && "code" in cause && ["ENOENT", "ENOTDIR", "ELOOP"].includes(String(cause.code));
}
function unreadable(path, cause) {
    if (cause instanceof kernel/* Failure */.HR)
        return cause;
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    if (reason === "EISDIR") {
        return (0,kernel/* badInput */.AN)("not-a-file", `${path} is a folder`, {
            at: { file: path },
            found: "a folder",
            expected: "a file",
            hint: "move the folder away; git has the file, if there was one",
            cause,
        });
    }
    return (0,kernel/* infrastructure */.Sv)("unreadable", `${(0,kernel/* baseName */.Fl)(path)} in ${(0,kernel/* parentOf */.gN)(path)} cannot be read (${reason})`, {
        at: { file: path },
        hint: "check its permissions",
        cause,
    });
}

;// CONCATENATED MODULE: ./build/manifest/index.js
















/***/ })

};
