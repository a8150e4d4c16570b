#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 85675:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http2");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 58152:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/win32");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 26848:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline/promises");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 38321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 37830:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 7066:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tty");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 78877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 83480:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("querystring");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 16460:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers/promises");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 28167:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("worker_threads");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 96441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ chooseDoor)
/* harmony export */ });
/* harmony import */ var _machine_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(94959);

const OLDEST_NODE = 24;
/** Opens the action's door on a GitHub runner that gives no arguments, else the command line's. Each is loaded when it is opened. */
async function chooseDoor(args) {
    if (isTooOld(process.versions.node))
        return refuseNode();
    if (args.length === 0 && (0,_machine_js__WEBPACK_IMPORTED_MODULE_0__/* .ownVariables */ .uk)()["GITHUB_ACTIONS"] === "true") {
        const { actionDoor } = await Promise.all(/* import() */[__nccwpck_require__.e(2722), __nccwpck_require__.e(7069), __nccwpck_require__.e(5293), __nccwpck_require__.e(4917), __nccwpck_require__.e(1496), __nccwpck_require__.e(4425), __nccwpck_require__.e(1088), __nccwpck_require__.e(944), __nccwpck_require__.e(3768), __nccwpck_require__.e(9811), __nccwpck_require__.e(2752), __nccwpck_require__.e(9054), __nccwpck_require__.e(6877), __nccwpck_require__.e(5417), __nccwpck_require__.e(9971), __nccwpck_require__.e(9635), __nccwpck_require__.e(6909), __nccwpck_require__.e(5144), __nccwpck_require__.e(1563), __nccwpck_require__.e(9384)]).then(__nccwpck_require__.bind(__nccwpck_require__, 66859));
        return actionDoor();
    }
    const { cliDoor } = await __nccwpck_require__.e(/* import() */ 1712).then(__nccwpck_require__.bind(__nccwpck_require__, 71712));
    return cliDoor(args);
}
function isTooOld(version) {
    return Number(version.split(".")[0]) < OLDEST_NODE;
}
/** Said before anything else is loaded: what is bundled fails on an old Node in words that help nobody. */
function refuseNode() {
    process.stderr.write(`mainline: this is Node ${process.versions.node}; Mainline needs Node ${OLDEST_NODE} or newer\n`);
    process.exitCode = 2;
}


/***/ }),

/***/ 94959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ forgetSecrets),
/* harmony export */   PX: () => (/* binding */ keepRunnerFiles),
/* harmony export */   Uc: () => (/* binding */ readMachine),
/* harmony export */   gz: () => (/* binding */ gitHubAccess),
/* harmony export */   uk: () => (/* binding */ ownVariables)
/* harmony export */ });
/* unused harmony export devicesOf */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(73136);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(15325);





/** What this process was started with; the doors alone may know. */
function ownVariables() {
    return process.env;
}
/**
 * Takes what was meant for us alone out of the environment that our children will inherit: a stage's command sees what a
 * step with `run:` would see, not the action's inputs (the token among them), the runner's own token, the registry's password
 * or what images are signed with.
 */
function forgetSecrets() {
    for (const name of Object.keys(process.env)) {
        if (name.startsWith("INPUT_") || OURS.includes(name))
            delete process.env[name];
    }
}
const ID_TOKEN_PASSWORD = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
const OURS = [
    "ACTIONS_RUNTIME_TOKEN",
    "MAINLINE_REGISTRY_PASSWORD",
    "MAINLINE_CONFIG_TOKEN",
    "MAINLINE_SIGNING_KEY",
    "COSIGN_PASSWORD",
    ID_TOKEN_PASSWORD,
    "SIGSTORE_ID_TOKEN",
];
const RUNNER_FILES = ["GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"];
/**
 * Takes the files by which a step tells the runner things out of the environment that our children will inherit: what stands
 * there is ours to say. Gives them back empty, whatever a stage that found them all the same wrote into them.
 */
function keepRunnerFiles() {
    const files = RUNNER_FILES.flatMap((name) => {
        const path = given(process.env[name]);
        return path === null ? [] : [{ name, path }];
    });
    for (const { name } of files)
        delete process.env[name];
    return async () => {
        for (const { name, path } of files) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.truncate)(path).catch(() => { });
            process.env[name] = path;
        }
    };
}
/** Reads everything that flows may know of the machine: the one place that gives environment variables their meaning. */
async function readMachine(variables = process.env) {
    const home = absolute(variables["HOME"]) ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)();
    const { entry, installDir } = installation();
    return {
        home,
        shell: given(variables["SHELL"]) ?? "/bin/sh",
        stateDir: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(absolute(variables["XDG_STATE_HOME"]) ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, ".local", "state"), "mainline"),
        systemConfigDir: given(variables["DVC_SYSTEM_CONFIG_DIR"]) ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(systemConfigHome(variables), "dvc"),
        globalConfigDir: given(variables["DVC_GLOBAL_CONFIG_DIR"]) ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(userConfigHome(variables, home), "dvc"),
        cpus: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.availableParallelism)(),
        memory: Math.min((0,node_os__WEBPACK_IMPORTED_MODULE_1__.totalmem)(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
        visibleDevices: devicesOf(variables["CUDA_VISIBLE_DEVICES"]),
        registryAuth: await registryAuth(variables, home),
        registryLogin: registryLogin(variables),
        configToken: given(variables["MAINLINE_CONFIG_TOKEN"]),
        signingKey: signingKey(variables),
        idToken: idToken(variables),
        self: [process.execPath, entry],
        path: given(variables["PATH"]) ?? "/usr/local/bin:/usr/bin:/bin",
        ...containers(variables["MAINLINE_CONTAINERS"]),
        lang: given(variables["LC_ALL"]) ?? given(variables["LANG"]) ?? "C.UTF-8",
        installDir,
        variables,
    };
}
/**
 * The file that starts this program and the folder that it is installed in. In the bundle every chunk lies beside
 * `dist/index.js`; the sources run as they are, from `src/doors/`. Not from `argv[1]`, which may be a symbolic link.
 */
function installation() {
    const here = (0,node_url__WEBPACK_IMPORTED_MODULE_3__.fileURLToPath)(import.meta.url);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(here);
    if (here.endsWith(".ts"))
        return { entry: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder), "entry.ts"), installDir: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder)) };
    return { entry: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "index.js"), installDir: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) };
}
/** As platformdirs finds them for DVC: the XDG variables first, then the platform's own. */
function systemConfigHome(variables) {
    const [first] = (variables["XDG_CONFIG_DIRS"] ?? "").split(":").flatMap((folder) => absolute(folder) ?? []);
    return first ?? (isMac() ? "/Library/Application Support" : "/etc/xdg");
}
function userConfigHome(variables, home) {
    return absolute(variables["XDG_CONFIG_HOME"]) ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, ...(isMac() ? MAC_CONFIG : [".config"]));
}
const MAC_CONFIG = ["Library", "Application Support"];
function isMac() {
    return process.platform === "darwin";
}
/** The first credentials file that is there, in the order of containers-auth.json(5): podman's places, then docker's. */
async function registryAuth(variables, home) {
    const runtime = absolute(variables["XDG_RUNTIME_DIR"]);
    const named = given(variables["REGISTRY_AUTH_FILE"]);
    const places = named !== null
        ? [named]
        : [
            ...(runtime === null ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runtime, "containers", "auth.json")]),
            (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(absolute(variables["XDG_CONFIG_HOME"]) ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, ".config"), "containers", "auth.json"),
            (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(given(variables["DOCKER_CONFIG"]) ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, ".docker"), "config.json"),
        ];
    for (const place of places) {
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(place, "utf8").catch(() => null);
        if (text !== null)
            return text;
    }
    return null;
}
function registryLogin(variables) {
    const username = given(variables["MAINLINE_REGISTRY_USERNAME"]);
    const password = given(variables["MAINLINE_REGISTRY_PASSWORD"]);
    return username === null || password === null ? null : { username, password };
}
function signingKey(variables) {
    const key = given(variables["MAINLINE_SIGNING_KEY"]);
    return key === null ? null : { key, password: given(variables["COSIGN_PASSWORD"]) };
}
/** The runner's, of a job with `id-token: write`; elsewhere the one that cosign takes, too. */
function idToken(variables) {
    const [url, bearer] = [given(variables["ACTIONS_ID_TOKEN_REQUEST_URL"]), given(variables[ID_TOKEN_PASSWORD])];
    if (url !== null && bearer !== null)
        return { kind: "runner", url, bearer };
    const token = given(variables["SIGSTORE_ID_TOKEN"]);
    return token === null ? null : { kind: "given", token };
}
function containers(name) {
    if (given(name) === null)
        return {};
    if (name === "podman" || name === "docker")
        return { containers: name };
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_4__/* .badInput */ .AN)("bad-environment", "MAINLINE_CONTAINERS names no program that runs containers", {
        found: name ?? "",
        expected: "podman or docker",
        hint: "unset MAINLINE_CONTAINERS: then whichever is here is taken",
    });
}
/** Who may be asked about the repository, and with what: the variables of `gh` and of the runner. */
function gitHubAccess(variables) {
    return {
        token: given(variables["GH_TOKEN"]) ?? given(variables["GITHUB_TOKEN"]) ?? given(variables["INPUT_TOKEN"]),
        enterpriseToken: given(variables["GH_ENTERPRISE_TOKEN"]) ?? given(variables["GITHUB_ENTERPRISE_TOKEN"]),
        serverUrl: given(variables["GITHUB_SERVER_URL"]),
        apiUrl: given(variables["GITHUB_API_URL"]),
        host: given(variables["GH_HOST"]),
    };
}
/** The devices of a list such as `0,2`. Set to nothing, `-1` or `NoDevFiles` it means that there is none, as for CUDA. */
function devicesOf(list) {
    if (list === undefined)
        return null;
    const names = list.split(",").map((name) => name.trim());
    const end = names.findIndex((name) => name === "" || name.startsWith("-") || name === "NoDevFiles");
    return [...new Set(end < 0 ? names : names.slice(0, end))];
}
/** An empty variable is no variable. */
function given(value) {
    return value === undefined || value === "" ? null : value;
}
/** The XDG rule: a relative folder is to be ignored. */
function absolute(value) {
    return value !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(value) ? value : null;
}


/***/ }),

/***/ 58616:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _doors_choose_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(96441);
/** One file for both doors: as an action there are no arguments, and the runner says that it is one. */

await (0,_doors_choose_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseDoor */ .K)(process.argv.slice(2));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 15325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  HR: () => (/* reexport */ Failure),
  AN: () => (/* reexport */ badInput),
  Fl: () => (/* reexport */ baseName),
  ye: () => (/* reexport */ betweenStars),
  yk: () => (/* reexport */ canonicalKey),
  OP: () => (/* reexport */ compareCodePoints),
  jg: () => (/* reexport */ dumpPythonJson),
  iN: () => (/* reexport */ equalInPython),
  i3: () => (/* reexport */ fnmatch),
  a3: () => (/* reexport */ formatDuration),
  ev: () => (/* reexport */ hasWildcards),
  HN: () => (/* reexport */ inParallel),
  Sv: () => (/* reexport */ infrastructure),
  ie: () => (/* reexport */ isDirectoryOid),
  Lv: () => (/* reexport */ isList),
  pi: () => (/* reexport */ isMapping),
  Fx: () => (/* reexport */ isTimestamp),
  UO: () => (/* reexport */ isWithin),
  uJ: () => (/* reexport */ joinPath),
  gN: () => (/* reexport */ parentOf),
  E9: () => (/* reexport */ parseDuration),
  Se: () => (/* reexport */ parseOid),
  tz: () => (/* reexport */ parseSha256),
  Up: () => (/* reexport */ pythonRepr),
  o_: () => (/* reexport */ quoteAscii),
  Mf: () => (/* reexport */ relativeTo),
  yI: () => (/* reexport */ reprFloat),
  Ku: () => (/* reexport */ silent),
  ml: () => (/* reexport */ systemClock),
  bs: () => (/* reexport */ together)
});

// UNUSED EXPORTS: unreachable

;// CONCATENATED MODULE: ./build/kernel/clock.js
/** The machine's own clock; only doors take it. */
const systemClock = {
    now: () => new Date(),
    monotonic: () => performance.now(),
    sleep: (milliseconds, end) => new Promise((resolve) => {
        if (end?.aborted === true)
            return resolve();
        const wake = () => {
            clearTimeout(timer);
            end?.removeEventListener("abort", wake);
            resolve();
        };
        const timer = setTimeout(wake, milliseconds);
        end?.addEventListener("abort", wake);
    }),
};

;// CONCATENATED MODULE: ./build/kernel/digest.js
const OID = /^[0-9a-f]{32}(\.dir)?$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
/** The id, or null when the text is not one. */
function parseOid(text) {
    return OID.test(text) ? text : null;
}
function parseSha256(text) {
    return SHA256.test(text) ? text : null;
}
function isDirectoryOid(oid) {
    return oid.endsWith(".dir");
}

;// CONCATENATED MODULE: ./build/kernel/duration.js
const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Milliseconds of `90s`, `30m`, `12h`, `7d` (whole numbers, one unit); null for anything else. `0` alone is 0. */
function parseDuration(text) {
    if (text === "0")
        return 0;
    const found = /^(\d{1,6})([smhd])$/.exec(text);
    if (found === null)
        return null;
    return Number(found[1]) * (UNIT_MS[found[2] ?? ""] ?? 0);
}
/** The shortest text that `parseDuration` reads back. */
function formatDuration(milliseconds) {
    for (const unit of ["d", "h", "m"]) {
        const size = UNIT_MS[unit] ?? 1;
        if (milliseconds > 0 && milliseconds % size === 0)
            return `${milliseconds / size}${unit}`;
    }
    return `${Math.round(milliseconds / 1000)}s`;
}

;// CONCATENATED MODULE: ./build/kernel/failure.js
/**
 * How anything that a user can cause or meet is said: one shape, thrown once, caught once (at the door).
 * A plain `Error` that reaches the door is a bug of ours; a `Failure` never is.
 */
/** A failure that is told to the user. `code` is stable and kebab-case: programs match on it. */
class Failure extends Error {
    name = "Failure";
    kind;
    code;
    details;
    constructor(kind, code, message, details = {}) {
        super(bounded(message, 2500), details.cause === undefined ? undefined : { cause: details.cause });
        this.kind = kind;
        this.code = code;
        this.details = boundedDetails(details);
    }
}
function boundedDetails(details) {
    const { found, expected, hint } = details;
    return {
        ...details,
        ...(found !== undefined && { found: bounded(found, 500) }),
        ...(expected !== undefined && { expected: bounded(expected, 500) }),
        ...(hint !== undefined && { hint: bounded(hint, 2000) }),
    };
}
/** Both ends of a text of more than `most` UTF-16 units: what is quoted may come from a file that somebody made to flood a log. */
function bounded(text, most) {
    if (text.length <= most)
        return text;
    const half = most / 2;
    return `${text.slice(0, half)} … (${text.length - most} more letters) … ${text.slice(-half)}`.toWellFormed();
}
/** Bad use or bad input: the user can fix it. */
function badInput(code, message, details = {}) {
    return new Failure("input", code, message, details);
}
/** The world did not answer as it should: trying again may help. */
function infrastructure(code, message, details = {}) {
    return new Failure("infrastructure", code, message, details);
}
/** One failure out of several: the first speaks, the others follow. */
function together(failures) {
    const [first, ...rest] = failures;
    if (first === undefined)
        throw new Error("together() needs at least one failure");
    if (rest.length === 0)
        return first;
    return new Failure(first.kind, first.code, first.message, { ...first.details, others: rest });
}

;// CONCATENATED MODULE: ./build/kernel/fnmatch.js
/** Python's `fnmatch`: `*` any text (slashes, too), `?` one character, `[a-z]` one of these, `[!a-z]` one of the others. */
function fnmatch(text, pattern) {
    return new RegExp(`^${translate(pattern)}$`, "su").test(text);
}
/** Whether a pattern is more than a name. */
function hasWildcards(pattern) {
    return /[*?[]/.test(pattern);
}
function translate(pattern) {
    const chunks = [""];
    for (let at = 0; at < pattern.length;) {
        const set = pattern[at] === "[" ? setAt(pattern, at) : null;
        const char = set?.text ?? String.fromCodePoint(pattern.codePointAt(at) ?? 0);
        if (set === null && char === "*")
            chunks.push("");
        else
            chunks[chunks.length - 1] += set?.text ?? (char === "?" ? "." : escaped(char));
        at = set?.end ?? at + char.length;
    }
    return betweenStars(chunks);
}
/**
 * What stands between stars, as one expression. Where a piece is found first is right and no other place needs a try, as Python's
 * own fnmatch has it since 3.9: `*a*a*a*b` takes no time without bound.
 */
function betweenStars([first = "", ...chunks]) {
    const rest = chunks.map((chunk, index) => index === chunks.length - 1 ? `.*${chunk}` : `(?=(?<s${index}>.*?${chunk}))\\k<s${index}>`);
    return first + rest.join("");
}
/** `[…]` as a class; null where no bracket closes it: then it is a bracket like any other character. */
function setAt(pattern, start) {
    const negated = pattern[start + 1] === "!";
    const first = start + (negated ? 2 : 1);
    // a bracket that comes first is one of the set
    const end = pattern.indexOf("]", first + 1);
    if (end < 0)
        return null;
    return { text: classOf(Array.from(pattern.slice(first, end)), negated), end: end + 1 };
}
function classOf(members, negated) {
    const parts = [];
    for (let at = 0; at < members.length; at++) {
        const [from = "", dash, to] = members.slice(at, at + 3);
        if (dash !== "-" || to === undefined) {
            parts.push(member(from));
            continue;
        }
        // a range that runs backwards holds nothing
        if (from <= to)
            parts.push(`${member(from)}-${member(to)}`);
        at += 2;
    }
    if (parts.length === 0)
        return negated ? "." : "(?!)";
    return `[${negated ? "^" : ""}${parts.join("")}]`;
}
function escaped(char) {
    return /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
}
/** Inside a class a dash is more than itself, too. */
function member(char) {
    return char === "-" ? "\\-" : escaped(char);
}

;// CONCATENATED MODULE: ./build/kernel/paths.js
/** Paths as DVC's files and our documents write them: `/` between parts, relative, `.` for the root itself. */
/** Joins and normalises (`a/../b`, `./a`, `a//b`); the result never starts with `./` and may start with `../`. */
function joinPath(...parts) {
    const out = [];
    for (const part of parts.join("/").split("/")) {
        if (part === "" || part === ".")
            continue;
        if (part === ".." && out.length > 0 && out.at(-1) !== "..")
            out.pop();
        else
            out.push(part);
    }
    return out.length === 0 ? "." : out.join("/");
}
function parentOf(path) {
    const at = path.lastIndexOf("/");
    return at < 0 ? "." : path.slice(0, at);
}
function baseName(path) {
    return path.slice(path.lastIndexOf("/") + 1);
}
/** True when `path` is `ancestor` or lies below it, part by part (`data2` is not inside `data`). */
function isWithin(path, ancestor) {
    return ancestor === "."
        ? !path.startsWith("../") && path !== ".."
        : path === ancestor || path.startsWith(`${ancestor}/`);
}
/** `path` as seen from the folder `from`; both relative to the same root. */
function relativeTo(path, from) {
    const a = from === "." ? [] : from.split("/");
    const b = path === "." ? [] : path.split("/");
    let shared = 0;
    while (shared < a.length && shared < b.length && a[shared] === b[shared])
        shared++;
    return joinPath(...Array.from({ length: a.length - shared }, () => ".."), ...b.slice(shared));
}

;// CONCATENATED MODULE: ./build/kernel/pool.js
/** Runs `work` on every item, at most `limit` at a time; results in the items' order. The first error stops new work and is thrown. */
async function inParallel(items, limit, work) {
    const queue = [...items].entries();
    const results = [];
    let hasFailed = false;
    const worker = async () => {
        for (const [index, item] of queue) {
            if (hasFailed)
                return;
            try {
                results[index] = await work(item);
            }
            catch (cause) {
                hasFailed = true;
                throw cause;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.max(1, limit) }, worker));
    return results;
}

;// CONCATENATED MODULE: ./build/kernel/progress.js
const mute = {
    say: () => { },
    live: () => { },
    output: () => { },
    warn: () => { },
};
/** For calls that nobody watches. */
const silent = {
    ...mute,
    group: () => () => { },
    lane: () => ({ ...mute, close: () => { } }),
};

;// CONCATENATED MODULE: ./build/kernel/value.js
function isMapping(value) {
    return value instanceof Map;
}
function isList(value) {
    return Array.isArray(value);
}
function isTimestamp(value) {
    return typeof value === "object" && value !== null && "timestamp" in value;
}
/** Python's `==`: `1 == 1.0 == True`, NaN differs from itself, mappings are unordered, lists ordered. */
function equalInPython(a, b) {
    if (isList(a) || isList(b)) {
        return isList(a) && isList(b) && a.length === b.length && a.every((item, i) => equalInPython(item, b[i] ?? null));
    }
    if (isMapping(a) || isMapping(b))
        return isMapping(a) && isMapping(b) && equalMappings(a, b);
    const [x, y] = [comparable(a), comparable(b)];
    // bigint == number compares mathematically in JavaScript, as in Python
    // biome-ignore lint/suspicious/noDoubleEquals: the mixed comparison is the point
    return isNumeric(x) && isNumeric(y) ? x == y : x === y;
}
function equalMappings(a, b) {
    if (a.size !== b.size)
        return false;
    const others = new Map([...b].map(([key, value]) => [canonicalKey(key), value]));
    return [...a].every(([key, value]) => {
        const other = others.get(canonicalKey(key));
        return other !== undefined && equalInPython(value, other);
    });
}
/** One text for keys that Python takes for the same: `1`, `1.0` and `true`. */
function canonicalKey(key) {
    if (typeof key === "string")
        return `s${key}`;
    if (key === null)
        return "null";
    return `n${Number(key)}`;
}
function comparable(value) {
    if (typeof value === "boolean")
        return value ? 1n : 0n;
    if (value !== null && typeof value === "object")
        return `timestamp ${value.timestamp}`;
    return value;
}
function isNumeric(value) {
    return typeof value === "bigint" || typeof value === "number";
}

;// CONCATENATED MODULE: ./build/kernel/python.js

/**
 * Python's `repr(float)`: shortest digits that read back, an exponent below 1e-4 and from 1e16 on, with sign and
 * two digits, and always a point or an exponent. `nan`, `inf`, `-inf` for what is not finite.
 */
function reprFloat(value) {
    if (Number.isNaN(value))
        return "nan";
    if (!Number.isFinite(value))
        return value > 0 ? "inf" : "-inf";
    if (Object.is(value, -0))
        return "-0.0";
    if (value === 0)
        return "0.0";
    const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
    const power = Number(exponent);
    if (power < -4 || power >= 16) {
        const sign = power < 0 ? "-" : "+";
        return `${mantissa}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
    }
    return plainDecimal(mantissa, power);
}
function plainDecimal(mantissa, power) {
    const sign = mantissa.startsWith("-") ? "-" : "";
    const digits = mantissa.replace("-", "").replace(".", "");
    if (power < 0)
        return `${sign}0.${"0".repeat(-power - 1)}${digits}`;
    const whole = digits.slice(0, power + 1).padEnd(power + 1, "0");
    const fraction = digits.slice(power + 1);
    return `${sign}${whole}.${fraction === "" ? "0" : fraction}`;
}
/** `json.dumps(value, sort_keys=True)`: ASCII only, `", "` and `": "`, keys in code point order, `NaN` and `Infinity` bare. */
function dumpPythonJson(value) {
    if (value === null)
        return "null";
    if (typeof value === "boolean")
        return value ? "true" : "false";
    if (typeof value === "bigint")
        return String(value);
    if (typeof value === "number")
        return jsonFloat(value);
    if (typeof value === "string")
        return quoteAscii(value);
    if (isList(value))
        return `[${value.map(dumpPythonJson).join(", ")}]`;
    if (isMapping(value)) {
        const entries = [...value].map(([key, item]) => [jsonKey(key), item]);
        entries.sort(([a], [b]) => compareCodePoints(a, b));
        return `{${entries.map(([key, item]) => `${quoteAscii(key)}: ${dumpPythonJson(item)}`).join(", ")}}`;
    }
    if (isTimestamp(value))
        throw new TypeError("a timestamp has no JSON form");
    throw new TypeError("not a value");
}
function jsonFloat(value) {
    const text = reprFloat(value);
    if (text === "nan")
        return "NaN";
    return text.replace("inf", "Infinity");
}
function jsonKey(key) {
    if (typeof key === "string")
        return key;
    if (typeof key === "number")
        return jsonFloat(key);
    return String(key);
}
/** A JSON string in pure ASCII, everything outside 0x20..0x7E escaped as Python does. */
function quoteAscii(text) {
    return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** Order by Unicode code points, as Python sorts strings; JavaScript's own order is by UTF-16 units and differs beyond U+FFFF. */
function compareCodePoints(a, b) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
        const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
        if (x !== y)
            return codePointRank(x) - codePointRank(y);
    }
    return a.length - b.length;
}
/** Surrogates stand for code points above every other unit: lift them over U+E000..U+FFFF. */
function codePointRank(unit) {
    return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

;// CONCATENATED MODULE: ./build/kernel/python-repr.js


/** Python's `repr` of plain values: `[1, 'a', None, {'k': 0.5}]`. DVC compares lists by it. */
function pythonRepr(value) {
    if (value === null)
        return "None";
    if (typeof value === "boolean")
        return value ? "True" : "False";
    if (typeof value === "bigint")
        return String(value);
    if (typeof value === "number")
        return reprFloat(value);
    if (typeof value === "string")
        return quote(value);
    if (isList(value))
        return `[${value.map(pythonRepr).join(", ")}]`;
    if (isMapping(value))
        return `{${[...value].map(([k, v]) => `${pythonRepr(k)}: ${pythonRepr(v)}`).join(", ")}}`;
    return isTimestamp(value) ? value.timestamp : "None";
}
/** Single quotes unless only those occur; control characters, odd spaces and unassigned code points escaped. */
function quote(text) {
    const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
    const escaped = Array.from(text, (c) => (c === mark || c === "\\" ? `\\${c}` : escapeUnprintable(c))).join("");
    return `${mark}${escaped}${mark}`;
}
const SHORT = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
function escapeUnprintable(character) {
    const short = SHORT[character];
    if (short !== undefined)
        return short;
    if (character === " " || !/[\p{C}\p{Z}]/u.test(character))
        return character;
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    if (code < 0x100)
        return `\\x${hex.padStart(2, "0")}`;
    return code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

;// CONCATENATED MODULE: ./build/kernel/index.js















/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/publicPath */
/******/ (() => {
/******/ 	var scriptUrl;
/******/ 	if (typeof import.meta.url === "string") scriptUrl = import.meta.url
/******/ 	// When supporting browsers where an automatic publicPath is not supported you must specify an output.publicPath manually via configuration
/******/ 	// or pass an empty string ("") and set the __webpack_public_path__ variable from your code to use your own logic.
/******/ 	if (!scriptUrl) throw new Error("Automatic publicPath is not supported in this browser");
/******/ 	scriptUrl = scriptUrl.replace(/#.*$/, "").replace(/\?.*$/, "").replace(/\/[^\/]+$/, "/");
/******/ 	__nccwpck_require__.p = scriptUrl;
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	__nccwpck_require__.b = new URL("./", import.meta.url);
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(58616);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
