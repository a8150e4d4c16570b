export const id = 1180;
export const ids = [1180];
export const modules = {

/***/ 99467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q$: () => (/* binding */ dateOf),
/* harmony export */   Q0: () => (/* binding */ skewed),
/* harmony export */   TM: () => (/* binding */ firstLine),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   k_: () => (/* binding */ secondsOf),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/** Services refuse a request whose date is this far from their own. */
const SKEW_MS = 10 * 60_000;
const LONGEST = 200;
/** Whether a service's clock, as its answer tells it, and ours are too far apart for signatures. */
function skewed(date, clock) {
    const theirs = date === null ? Number.NaN : Date.parse(date);
    return Number.isFinite(theirs) && Math.abs(theirs - clock.now().getTime()) > SKEW_MS;
}
/** A `Retry-After` in seconds, as milliseconds. */
function secondsOf(header) {
    const seconds = typeof header === "string" || typeof header === "number" ? Number(header) : Number.NaN;
    return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
/** What an error says, in one line that can be shown. */
function firstLine(cause) {
    const text = cause instanceof Error ? cause.message || cause.name : typeof cause === "string" ? cause : "";
    const line = text.split("\n")[0]?.trim() ?? "";
    return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
/** The first sentence of what an error says: what follows is mostly advice for programmers. */
function sentence(cause) {
    return firstLine(cause)
        .replace(/^Error: /, "")
        .replace(/([a-z])\. [A-Z].*$/, "$1")
        .replace(/\.$/, "");
}
function recordOf(value) {
    return typeof value === "object" && value !== null ? { ...value } : {};
}
/** A point in time as a text tells it; null where it tells none. */
function dateOf(text) {
    const time = Date.parse(text);
    return Number.isNaN(time) ? null : new Date(time);
}


/***/ }),

/***/ 56866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ refuseCommittedProgram),
/* harmony export */   O: () => (/* binding */ refuseCommittedProcess)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);


/**
 * `.dvc/config` comes with the repository, and so with anybody's pull request: it must not name a program that a plan would
 * start. Failure `config-untrusted`.
 */
function refuseCommittedProgram({ name, committed }, option) {
    if (committed?.has(option) === true)
        throw untrusted(name, option, "the name of a program");
}
/** The same for AWS's files of credentials and settings, which may name one (`credential_process`). */
function refuseCommittedProcess({ name, committed, options }, option) {
    const file = options.get(option);
    if (committed?.has(option) !== true || typeof file !== "string")
        return;
    if (/^\s*credential_process\s*=/m.test(textOf(file))) {
        throw untrusted(name, option, `${file}, which has a credential_process`);
    }
}
function textOf(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, "utf8");
    }
    catch {
        // whoever needs it says that it cannot be read
        return "";
    }
}
function untrusted(remote, option, found) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("config-untrusted", `\`${option}\` of remote "${remote}" would start a program that the repository names`, {
        at: { file: ".dvc/config" },
        found,
        expected: "such a setting in .dvc/config.local, or in your own DVC configuration",
        hint: `dvc remote modify --local ${remote} ${option} …, and take it out of .dvc/config`,
    });
}


/***/ }),

/***/ 23901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ Folders)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);

/** Makes each folder once, asking for the deepest first: where one stands, one request is all. */
class Folders {
    #maker;
    #known = new Map();
    constructor(maker) {
        this.#maker = maker;
    }
    ensure(folder) {
        const known = this.#known.get(folder);
        if (known !== undefined)
            return known;
        const making = this.#make(folder);
        this.#known.set(folder, making);
        making.catch(() => this.#known.delete(folder));
        return making;
    }
    /** After a write found no folder: somebody took it away. */
    forget(folder) {
        for (const known of this.#known.keys()) {
            if (folder === known || folder.startsWith(`${known}/`) || known === ".")
                this.#known.delete(known);
        }
    }
    async #make(folder) {
        if (folder === ".")
            return this.#maker.root();
        if ((await this.#maker.make(folder)) === null)
            return;
        await this.ensure((0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)(folder));
        const trouble = await this.#maker.make(folder);
        if (trouble !== null)
            throw trouble;
    }
}


/***/ }),

/***/ 29628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ temporaryName),
/* harmony export */   l: () => (/* binding */ isBlobName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

const TEMPORARY = /^\.[\w-]{22}\.tmp$/;
/** A name to write under until all is there; the same that DVC takes over SSH, and `dvc gc --cloud` sweeps what a killed one left. */
function temporaryName() {
    return `.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString("base64url")}.tmp`;
}
/** Whether a name that a listing gives can be that of a blob: not one half written, and none that leads elsewhere. */
function isBlobName(name) {
    return name !== "" && name !== "." && name !== ".." && !/[/\0]/.test(name) && !TEMPORARY.test(name);
}


/***/ }),

/***/ 44271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ walk)
/* harmony export */ });
/** All blobs below a prefix, folder by folder, some looks at a time. `look` gives null where there is no such folder. */
async function* walk(prefix, width, look) {
    const ahead = [prefix];
    const looking = [];
    while (ahead.length > 0 || looking.length > 0) {
        while (looking.length < width) {
            const folder = ahead.shift();
            if (folder === undefined)
                break;
            const contents = look(folder.replace(/\/$/, "") || ".");
            // its turn comes; an error must not be thrown before
            contents.catch(() => { });
            looking.push({ folder, contents });
        }
        const next = looking.shift();
        const contents = (await next?.contents) ?? null;
        if (next === undefined || contents === null)
            continue;
        ahead.push(...contents.folders.map((name) => `${next.folder}${name}/`));
        if (contents.blobs.length > 0)
            yield contents.blobs.map(({ name, ...about }) => ({ key: next.folder + name, ...about }));
    }
}


/***/ }),

/***/ 91180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openDepot: () => (/* binding */ openDepot)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/shell/index.js + 9 modules
var shell = __webpack_require__(69432);
// EXTERNAL MODULE: ./build/store/depots/committed.js
var committed = __webpack_require__(56866);
// EXTERNAL MODULE: ./build/store/depots/folders.js
var folders = __webpack_require__(23901);
// EXTERNAL MODULE: ./build/store/depots/names.js
var names = __webpack_require__(29628);
// EXTERNAL MODULE: ./build/store/depots/settings.js
var depots_settings = __webpack_require__(89839);
// EXTERNAL MODULE: ./build/store/depots/troubles.js
var troubles = __webpack_require__(87682);
// EXTERNAL MODULE: ./build/store/depots/walk.js
var walk = __webpack_require__(44271);
// EXTERNAL MODULE: ./build/store/depots/web/base.js
var base = __webpack_require__(17012);
// EXTERNAL MODULE: ./build/store/depots/web/client.js + 3 modules
var web_client = __webpack_require__(15731);
// EXTERNAL MODULE: ./build/store/depots/web/login.js + 1 modules
var login = __webpack_require__(71013);
// EXTERNAL MODULE: ./build/store/depots/web/reading.js
var reading = __webpack_require__(60729);
;// CONCATENATED MODULE: ./build/store/depots/web/split-words.js
/** Splits a command line into words as Python's `shlex.split` does; null when a quote is not closed. */
function splitWords(line) {
    const words = [];
    const part = /\s+|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)|([\s\S])/g;
    let word = null;
    for (const [whole, single, double, escaped, plain, odd] of line.matchAll(part)) {
        if (odd !== undefined)
            return null;
        if (/^\s/.test(whole)) {
            if (word !== null)
                words.push(word);
            word = null;
        }
        else
            word = (word ?? "") + (single ?? double?.replace(/\\(["\\])/g, "$1") ?? escaped ?? plain ?? "");
    }
    if (word !== null)
        words.push(word);
    return words;
}

// EXTERNAL MODULE: ./build/store/depots/web/words.js
var words = __webpack_require__(11868);
// EXTERNAL MODULE: ./node_modules/webdav/dist/node/index.js + 51 modules
var node = __webpack_require__(67529);
// EXTERNAL MODULE: ./build/store/depots/answers.js
var answers = __webpack_require__(99467);
;// CONCATENATED MODULE: ./build/store/depots/webdav-listing.js



/** What PROPFIND asks for: nothing that a server would have to compute. */
const PROPFIND_BODY = '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getlastmodified/></prop></propfind>';
/** Reads a multistatus. Throws an `Error` for what is none. */
async function parseEntries(xml) {
    const { multistatus } = await (0,node/* parseXML */.h4)(xml, {
        attributeNamePrefix: "@",
        attributeParsers: [],
        tagParsers: [],
        // by default a thousand `&amp;` are one too many
        entityDecoder: { limit: {} },
    });
    return multistatus.response.map(readEntry).filter((entry) => entry !== null);
}
function readEntry(response) {
    const properties = response.propstat?.prop;
    if (properties === undefined || response.href === undefined)
        return null;
    const { resourcetype, getcontentlength, getlastmodified } = properties;
    const size = String(getcontentlength ?? "");
    return {
        path: pathOf(response.href),
        isFolder: typeof resourcetype === "object" && resourcetype !== null && "collection" in resourcetype,
        size: /^\d+$/.test(size) ? BigInt(size) : null,
        modified: (0,answers/* dateOf */.Q$)(String(getlastmodified ?? "")),
    };
}
/** An href is a path or a whole address; a server behind a proxy may name another host and prefix than we do. */
function pathOf(href) {
    const path = href.replace(/^https?:\/\/[^/]*/i, "").replace(/\/+$/, "");
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}
/** The entries of a folder, by name, without the folder itself: the one that all others lie in. */
function childrenOf(entries) {
    const self = entries.reduce((short, each) => (short === null || each.path.length < short.path.length ? each : short), null);
    return entries
        .filter((entry) => entry !== self && entry.path.startsWith(`${self?.path}/`))
        .map((entry) => ({ ...entry, name: entry.path.slice((self?.path.length ?? 0) + 1) }))
        .filter(({ name }) => (0,names/* isBlobName */.l)(name));
}

;// CONCATENATED MODULE: ./build/store/depots/webdav.js
















/** DVC's: how long a connection, and the next byte, may take. */
const TIMEOUT_S = 30;
const LANES = 16;
/** What a server says that knows no MOVE, does not allow it, or cannot make out where to (a proxy that ends TLS before it). */
const NO_MOVE = [400, 403, 405, 501, 502];
/** Opens `webdav://` and `webdavs://` with DVC's keys: user, password, token, bearer_token_command, custom_auth_header, cert_path, key_path, ssl_verify, timeout. */
async function openDepot(remote, surroundings) {
    (0,committed/* refuseCommittedProgram */.L)(remote, "bearer_token_command");
    const settings = new depots_settings/* Settings */.w(remote);
    const place = (0,base/* parseBase */.H)(remote.name, remote.url, /^webdavs:/i.test(remote.url) ? "https" : "http");
    const timeoutMs = settings.milliseconds("timeout", TIMEOUT_S);
    const client = new web_client/* WebClient */.M({
        remote: remote.name,
        address: place.address,
        base: place.base,
        login: loginOf(settings, { ...place, timeoutMs, surroundings }),
        loginHint: `say who you are: dvc remote modify ${remote.name} user NAME, dvc remote modify --local ${remote.name} password …`,
        trust: { ...settings.trust("ssl_verify"), certificate: settings.text("cert_path"), key: settings.text("key_path") },
        patience: { connectMs: timeoutMs, silenceMs: timeoutMs },
        lanes: LANES,
        surroundings,
    });
    return new WebdavDepot(client);
}
/** DVC's order: a command that prints a token, a token, user and password, a header of one's own. */
function loginOf(settings, place) {
    const command = settings.text("bearer_token_command");
    if (command !== null)
        return (0,login/* byCommand */.d_)(() => printedToken(command, settings.remote, place));
    const token = settings.text("token");
    if (token !== null)
        return (0,login/* byHeader */.rd)("authorization", `Bearer ${token}`);
    const user = settings.text("user") ?? place.user;
    if (user !== null)
        return (0,login/* byBasic */.ut)(user, settings.secret("password") ?? place.password ?? "");
    const header = settings.text("custom_auth_header");
    if (header === null)
        return login/* NOBODY */.oQ;
    const password = settings.secret("password");
    if (password === null)
        throw (0,troubles/* badOption */.$9)(settings.remote, "password", "a value, since custom_auth_header is set", "nothing");
    return (0,login/* byHeader */.rd)(header.toLowerCase(), password);
}
async function printedToken(command, remote, { address, timeoutMs, surroundings }) {
    const [program = "", ...args] = splitWords(command) ?? [];
    if (program === "")
        throw (0,troubles/* badOption */.$9)(remote, "bearer_token_command", "a command line", command);
    const limit = timeoutMs === 0 ? {} : { timeoutMs };
    const { code, stdoutText } = await (0,shell/* run */.eF)(program, args, { ...limit, signal: surroundings.signal });
    const token = stdoutText.trim();
    if (code === 0 && token !== "")
        return token;
    throw (0,troubles/* badCredentials */.mD)({
        address,
        found: `bearer_token_command ended with ${code} and printed ${token === "" ? "nothing" : "something"}`,
        hint: `try it by hand: ${command}`,
    });
}
class WebdavDepot {
    address;
    lanes = LANES;
    page = 1000;
    #web;
    #folders;
    #standing = null;
    #moves = true;
    constructor(web) {
        this.#web = web;
        this.address = web.site.address;
        this.#folders = new folders/* Folders */._({ make: (folder) => this.#makeFolder(folder), root: () => this.#rootStands() });
    }
    async stat(key) {
        const [entry] = (await this.#propfind(this.#web.url(key), "0", key)) ?? [];
        if (entry === undefined || entry.isFolder)
            return null;
        return entry.size ?? this.#measured(key);
    }
    async *list(prefix) {
        yield* (0,walk/* walk */.G)(prefix, LANES, async (folder) => {
            const entries = await this.#propfind(this.#folderUrl(folder), "1", folder);
            if (entries === null)
                return null;
            const children = childrenOf(entries);
            const at = folder === "." ? "" : `${folder}/`;
            const blobs = children
                .filter(({ isFolder }) => !isFolder)
                .map(async ({ name, size, modified }) => ({
                name,
                modified,
                size: size ?? (await this.#measured(at + name)) ?? 0n,
            }));
            return {
                blobs: await Promise.all(blobs),
                folders: children.filter(({ isFolder }) => isFolder).map(({ name }) => name),
            };
        });
    }
    async read(key, from = 0n) {
        const got = await (0,reading/* readFrom */.zP)(this.#web, this.#web.url(key), from);
        if (got instanceof external_node_stream_.Readable)
            return got;
        if ((0,reading/* isAbsent */.W0)(got))
            return this.#nothing(got);
        throw (0,words/* refused */.J5)(got, this.#web.site, `read ${key}`);
    }
    /** Under a name of its own first: a half-written blob is never seen under its name. */
    async write(key, body) {
        const folder = (0,kernel/* parentOf */.gN)(key);
        await this.#folders.ensure(folder);
        if (!this.#moves)
            return this.#put(key, key, body);
        const temporary = folder === "." ? (0,names/* temporaryName */.N)() : `${folder}/${(0,names/* temporaryName */.N)()}`;
        try {
            await this.#put(temporary, key, body);
            if (await this.#move(temporary, key))
                return;
        }
        catch (trouble) {
            await this.#remove(temporary);
            throw trouble;
        }
        await this.#remove(temporary);
        this.#moves = false;
        return this.#put(key, key, body);
    }
    async remove(keys) {
        for (const key of keys) {
            const answer = await this.#web.ask({ method: "DELETE", url: this.#web.url(key) });
            ((0,reading/* isAbsent */.W0)(answer) ? answer : (0,reading/* insist */.R6)(answer, this.#web, `delete ${key}`)).drop();
        }
    }
    async close() {
        await this.#web.close();
    }
    async #put(at, key, body) {
        const answer = await this.#web.ask({ method: "PUT", url: this.#web.url(at), body });
        if (answer.status === 409 || (0,reading/* isAbsent */.W0)(answer))
            this.#folders.forget((0,kernel/* parentOf */.gN)(key));
        (0,reading/* insist */.R6)(answer, this.#web, `write ${key}`).drop();
    }
    /** False where the server does not move. */
    async #move(from, to) {
        const headers = { destination: this.#web.url(to).href, overwrite: "T" };
        const answer = await this.#web.ask({ method: "MOVE", url: this.#web.url(from), headers });
        if (NO_MOVE.includes(answer.status)) {
            answer.drop();
            return false;
        }
        (0,reading/* insist */.R6)(answer, this.#web, `rename what was written to ${to}`).drop();
        return true;
    }
    /** As well as it goes: what stays is swept by `dvc gc --cloud`. */
    async #remove(key) {
        const answer = await this.#web.ask({ method: "DELETE", url: this.#web.url(key) }).catch(() => null);
        answer?.drop();
    }
    async #makeFolder(folder) {
        const answer = await this.#web.ask({ method: "MKCOL", url: this.#folderUrl(folder) });
        // 405: it stands
        if (!answer.isGood && ![301, 405, 409, 404].includes(answer.status)) {
            throw (0,words/* refused */.J5)(answer, this.#web.site, `make the folder ${folder}`);
        }
        answer.drop();
        if (answer.status !== 409 && answer.status !== 404)
            return null;
        return (0,troubles/* noSuchPlace */.uM)({ address: `${this.address}/${(0,kernel/* parentOf */.gN)(folder)}`, found: `${answer.status} ${answer.phrase}` });
    }
    /** Null where nothing is there. */
    async #propfind(url, depth, what) {
        const headers = { depth, "content-type": "application/xml" };
        const answer = await this.#web.ask({ method: "PROPFIND", url, headers, body: PROPFIND_BODY });
        if ((0,reading/* isAbsent */.W0)(answer)) {
            answer.drop();
            if (url.href !== this.#folderUrl(".").href)
                await this.#rootStands();
            return null;
        }
        const speaksNone = answer.isGood || answer.status === 405 || answer.status === 501;
        if (answer.status !== 207)
            throw speaksNone ? this.#notWebdav(answer) : (0,words/* refused */.J5)(answer, this.#web.site, `look at ${what}`);
        try {
            return await parseEntries(await answer.text());
        }
        catch (cause) {
            if (cause instanceof SyntaxError || !(cause instanceof Error) || "again" in cause)
                throw cause;
            throw (0,troubles/* strange */.dV)({ address: this.address, cause, found: "an answer to PROPFIND that is no multistatus" });
        }
    }
    /** Asked when something is not there, once: a remote without its folder is a mistake in the url rather than empty. */
    #rootStands() {
        this.#standing ??= this.#lookAtRoot();
        this.#standing.catch(() => {
            this.#standing = null;
        });
        return this.#standing;
    }
    async #lookAtRoot() {
        if ((await this.#propfind(this.#folderUrl("."), "0", "the remote's folder")) !== null)
            return;
        throw (0,troubles/* noSuchPlace */.uM)({
            address: this.address,
            found: "no folder there",
            hint: `make it on the server (dvc does not, either), or correct the url: dvc remote modify ${this.#web.site.remote} url …`,
        });
    }
    async #measured(key) {
        const size = await (0,reading/* measure */.xP)(this.#web, this.#web.url(key));
        if (typeof size === "bigint")
            return size;
        if ((0,reading/* isAbsent */.W0)(size))
            return this.#nothing(size);
        throw (0,words/* refused */.J5)(size, this.#web.site, `read ${key}`);
    }
    #notWebdav(answer) {
        answer.drop();
        return (0,troubles/* strange */.dV)({ address: this.address, found: `${answer.status} to PROPFIND: no WebDAV` });
    }
    #folderUrl(folder) {
        return this.#web.url(folder === "." ? "" : `${folder}/`);
    }
    #nothing(answer) {
        answer.drop();
        return null;
    }
}


/***/ })

};
