export const id = 3456;
export const ids = [3456];
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

/***/ 57532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ bucketAndPath)
/* harmony export */ });
/* harmony import */ var _troubles_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87682);

/** Container or bucket of `scheme://NAME/path`, and the path in it without slashes at its ends. Failure `config-invalid`. */
function bucketAndPath(remote) {
    const [, scheme = "", bucket = "", path = ""] = /^([a-z]+):\/\/([^/]*)\/*(.*?)\/*$/i.exec(remote.url) ?? [];
    if (bucket === "")
        throw (0,_troubles_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)(remote.name, "url", `${scheme}://NAME/path`, remote.url);
    return { bucket, path };
}


/***/ }),

/***/ 33456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openDepot: () => (/* binding */ openDepot)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/store/depots/answers.js
var answers = __webpack_require__(99467);
// EXTERNAL MODULE: ./build/store/depots/bucket.js
var depots_bucket = __webpack_require__(57532);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@google-cloud/storage/build/esm/src/index.js + 27 modules
var src = __webpack_require__(23923);
// EXTERNAL MODULE: ./build/store/depots/options.js
var options = __webpack_require__(29934);
// EXTERNAL MODULE: ./build/store/depots/troubles.js
var troubles = __webpack_require__(87682);
;// CONCATENATED MODULE: ./build/store/depots/gcs-account.js





/** Enough to read and write objects, and no more. */
const SCOPE = "https://www.googleapis.com/auth/devstorage.read_write";
/**
 * The credentials that DVC would take: those of `credentialpath`, else the machine's own (application default credentials: the
 * environment, gcloud's login, a workload's or machine's identity), else none, which is enough for what is public.
 */
async function openAccount(remote, surroundings) {
    const endpoint = endpointOf(remote, surroundings);
    const path = (0,options/* readOptions */.T)(remote).text("credentialpath");
    if ((0,options/* readOptions */.T)(remote).yes("allow_anonymous_login") === true)
        return { endpoint: endpoint.url, login: anonymously };
    if (path !== null) {
        await checkKeyFile(remote.name, path);
        return { endpoint: endpoint.url, login: loginOf(endpoint.url, path) };
    }
    // An emulator, or somebody's own server: it shall not see what is meant for Google.
    if (endpoint.custom && !endpoint.url.startsWith("https://"))
        return { endpoint: endpoint.url, login: anonymously };
    if (endpoint.custom && !(await hasDefaultFile(surroundings)))
        return { endpoint: endpoint.url, login: anonymously };
    return { endpoint: endpoint.url, login: elseAnonymously(loginOf(endpoint.url, null)) };
}
function endpointOf(remote, { variables }) {
    const given = (0,options/* readOptions */.T)(remote).text("endpointurl") ?? variables["STORAGE_EMULATOR_HOST"] ?? "";
    if (given === "" || given === "default") {
        return { url: `https://storage.${variables["GOOGLE_CLOUD_UNIVERSE_DOMAIN"] || "googleapis.com"}`, custom: false };
    }
    const url = /^https?:\/\//.test(given) ? given : `http://${given}`;
    if (!URL.canParse(url))
        throw (0,troubles/* badOption */.$9)(remote.name, "endpointurl", "http(s)://HOST:PORT", given);
    return { url: url.replace(/\/+$/, ""), custom: true };
}
/** Google's library would tell of a broken file only much later, and in its own words. */
async function checkKeyFile(remote, path) {
    const found = await (0,promises_.readFile)(path, "utf8").then((text) => (isKey(text) ? null : `${path}, which holds no such key`), () => `${path}, which cannot be read`);
    if (found !== null)
        throw (0,troubles/* badOption */.$9)(remote, "credentialpath", "a JSON file with the key of a service account, or gcloud's login", found);
}
function isKey(text) {
    try {
        const key = JSON.parse(text);
        return typeof key === "object" && key !== null && "type" in key;
    }
    catch {
        return false;
    }
}
async function hasDefaultFile({ variables, home }) {
    const folder = variables["CLOUDSDK_CONFIG"] || (0,external_node_path_.join)(home, ".config", "gcloud");
    const path = variables["GOOGLE_APPLICATION_CREDENTIALS"] || (0,external_node_path_.join)(folder, "application_default_credentials.json");
    return (0,promises_.readFile)(path).then(() => true, () => false);
}
const NOBODY = new Map();
async function anonymously() {
    return NOBODY;
}
/** A token is asked for when it is needed, once, and again shortly before it ends: the library sees to that. */
function loginOf(endpoint, keyFilename) {
    const { authClient } = new src/* Storage */.wc({ scopes: SCOPE, ...(keyFilename === null ? {} : { keyFilename }) });
    return async () => new Map(await authClient.getRequestHeaders(endpoint));
}
/** Where nothing at all was found, we go on as strangers. Credentials that were found and do not work are an error. */
function elseAnonymously(login) {
    let nothing = null;
    return async () => {
        if (nothing !== null && (await nothing))
            return NOBODY;
        const asked = login();
        nothing ??= asked.then(() => false, (cause) => foundNothing(cause));
        return (await nothing) ? NOBODY : asked;
    };
}
function foundNothing(cause) {
    return cause instanceof Error && /could not load the default credentials/i.test(cause.message);
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./build/store/depots/gcs-http.js



/** Requests over connections that are kept: no second try, no decoding, nothing read ahead. */
class Wire {
    #plain;
    #secure;
    constructor({ variables }, lanes) {
        const options = { keepAlive: true, maxSockets: lanes, proxyEnv: { ...variables } };
        this.#plain = new external_node_http_.Agent(options);
        this.#secure = new external_node_https_.Agent(options);
    }
    /** The answer's head; its body is the caller's to read. */
    ask({ method, url, headers = {}, body }, watch) {
        const secure = url.startsWith("https://");
        return new Promise((resolve, reject) => {
            const options = { method, headers, signal: watch.signal, agent: secure ? this.#secure : this.#plain };
            const request = (secure ? external_node_https_ : external_node_http_).request(url, options);
            request.once("response", (answer) => {
                watch.stir();
                // what was still to be sent when the answer came is not wanted any more
                answer.once("end", () => request.writableEnded || request.destroy());
                resolve(answer);
            });
            request.on("error", reject);
            if (body === undefined || body instanceof Uint8Array)
                request.end(body);
            else
                sendStream(body, request, watch);
        });
    }
    close() {
        this.#plain.destroy();
        this.#secure.destroy();
    }
}
/** Not `pipeline`, which would end the request when the stream is let go of: an early answer must stay readable. */
function sendStream(body, request, watch) {
    body.on("data", () => watch.stir());
    body.once("error", (error) => request.destroy(error));
    body.pipe(request);
}
/** A short body. */
async function textOf(answer, watch) {
    const chunks = [];
    for await (const chunk of answer) {
        watch.stir();
        chunks.push(chunk);
    }
    return external_node_buffer_.Buffer.concat(chunks).toString("utf8");
}

;// CONCATENATED MODULE: ./build/store/depots/gcs-trouble.js


const PLACES = "credentialpath of the remote, GOOGLE_APPLICATION_CREDENTIALS, gcloud's login (~/.config/gcloud), the machine's own identity";
/** An answer that says no. */
class Refused extends Error {
    status;
    waitMs;
    date;
    /** Whether we came as strangers. */
    stranger;
    constructor(status, text, about) {
        super(messageOf(text));
        this.status = status;
        this.waitMs = (0,answers/* secondsOf */.k_)(about.headers["retry-after"]);
        this.date = String(about.headers["date"] ?? "");
        this.stranger = about.stranger;
    }
    /** The object is not there, as far as can be told: the bucket is. */
    get absent() {
        return this.status === 404 && !this.#placeMissing;
    }
    get placeMissing() {
        return this.#placeMissing;
    }
    get #placeMissing() {
        return this.status === 404 && /bucket does not exist/i.test(this.message);
    }
}
function gcsTrouble(cause, asking) {
    const { address, watch } = asking;
    if (watch.lost)
        return (0,troubles/* unreachable */.HB)({ address, cause, found: `nothing was heard for ${watch.seconds} s` });
    if (cause instanceof Refused)
        return refused(cause, asking);
    const login = loginTrouble(cause, asking);
    if (login !== null)
        return login;
    return (0,troubles/* unreachable */.HB)({ address, cause, found: (0,answers/* firstLine */.TM)(cause) });
}
function refused(cause, { address, bucket, what, clock }) {
    const { status, waitMs, stranger } = cause;
    const told = { address, cause, found: `${status} ${(0,answers/* firstLine */.TM)(cause)}`.trim() };
    if (cause.status === 404) {
        const hint = `make the bucket (gcloud storage buckets create gs://${bucket}), or correct the remote's url`;
        return (0,troubles/* noSuchPlace */.uM)({ ...told, hint });
    }
    if ((status === 401 || status === 403) && stranger) {
        const hint = "gcloud auth application-default login, or dvc remote modify --local NAME credentialpath KEY.json";
        return (0,troubles/* badCredentials */.mD)({ ...told, found: `${told.found}; no credentials in any of: ${PLACES}`, hint });
    }
    if (status === 401)
        return (0,answers/* skewed */.Q0)(cause.date, clock) ? (0,troubles/* clockSkew */.nW)(told) : (0,troubles/* badCredentials */.mD)(told);
    if (status === 429 || status === 408 || status >= 500)
        return (0,troubles/* busy */.S2)({ ...told, waitMs });
    if (status === 403) {
        const role = /^(write|delete)/.test(what) ? "Storage Object User" : "Storage Object Viewer";
        return (0,troubles/* denied */.wk)({
            ...told,
            what,
            hint: `give whoever logs in the role "${role}" on the bucket, or use other credentials`,
        });
    }
    // The MD5 that we named and the one of what arrived differ: bytes were changed on the way.
    if (status === 400 && /md5|hash|checksum/i.test(cause.message))
        return (0,troubles/* busy */.S2)(told);
    return (0,troubles/* strange */.dV)(told);
}
/** What Google's library says when no token is to be had. */
function loginTrouble(cause, { address }) {
    if (!(cause instanceof Error))
        return null;
    const answer = (0,answers/* recordOf */.zv)("response" in cause ? (0,answers/* recordOf */.zv)(cause.response)["data"] : null);
    const description = typeof answer["error_description"] === "string" ? answer["error_description"] : "";
    const found = (0,answers/* firstLine */.TM)(description === "" ? cause : description);
    if (/reasonable timeframe|iat and exp/i.test(found))
        return (0,troubles/* clockSkew */.nW)({ address, cause, found });
    if (typeof answer["error"] === "string")
        return (0,troubles/* badCredentials */.mD)({ address, cause, found: `${answer["error"]}: ${found}` });
    if (/credentials|private key|DECODER|PEM|client_email|token/i.test(found))
        return (0,troubles/* badCredentials */.mD)({ address, cause, found });
    return null;
}
function messageOf(text) {
    try {
        const error = (0,answers/* recordOf */.zv)((0,answers/* recordOf */.zv)(JSON.parse(text))["error"]);
        if (typeof error["message"] === "string")
            return error["message"];
    }
    catch {
        // Not JSON: the text speaks for itself.
    }
    return (0,answers/* firstLine */.TM)(text.replace(/<[^>]*>/g, " ").replace(/\s+/g, " "));
}

// EXTERNAL MODULE: ./build/store/depots/streams.js
var streams = __webpack_require__(91141);
;// CONCATENATED MODULE: ./build/store/depots/gcs-upload.js



/** Between the name and the bytes, and at the end; the service takes the first part for the name, whatever the bytes hold. */
const BOUNDARY = "mainline-name-and-bytes";
/** Name, MD5 and bytes in one request; the service compares the MD5 with what arrived. */
async function putWhole(counter, name, body, watch) {
    const head = `--${BOUNDARY}\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${metadata(name, body)}\r\n--${BOUNDARY}\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const bytes = external_node_buffer_.Buffer.concat([
        external_node_buffer_.Buffer.from(head),
        body.bytes ?? new Uint8Array(),
        external_node_buffer_.Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]);
    const answer = await counter.send({
        method: "POST",
        url: `${counter.url}?uploadType=multipart&fields=size`,
        headers: { "content-type": `multipart/related; boundary=${BOUNDARY}`, "content-length": String(bytes.length) },
        body: bytes,
    }, watch);
    await textOf(answer, watch);
}
/** Uploads that can be taken up again where they broke off, as long as the depot is open. */
class Uploads {
    #counter;
    /** Sessions of uploads that are not complete, by what is uploaded. */
    #begun = new Map();
    constructor(counter) {
        this.#counter = counter;
    }
    async put(name, body, watch) {
        const what = `${body.size} ${body.md5 ?? ""} ${name}`;
        const left = this.#begun.get(what);
        const arrived = left === undefined ? null : await this.#arrived(left, body.size, watch);
        const session = left !== undefined && arrived !== null ? left : await this.#begin(name, body, watch);
        this.#begun.set(what, session);
        if (arrived !== body.size)
            await this.#send(session, { body, from: arrived ?? 0n }, watch);
        this.#begun.delete(what);
    }
    async #begin(name, body, watch) {
        const bytes = external_node_buffer_.Buffer.from(metadata(name, body));
        const answer = await this.#counter.send({
            method: "POST",
            url: `${this.#counter.url}?uploadType=resumable&fields=size`,
            headers: {
                "content-type": "application/json; charset=utf-8",
                "content-length": String(bytes.length),
                "x-upload-content-length": String(body.size),
                "x-upload-content-type": "application/octet-stream",
            },
            body: bytes,
        }, watch);
        await textOf(answer, watch);
        const { location } = answer.headers;
        if (location === undefined)
            throw new Error("the upload has no address");
        return location;
    }
    /** How much of it is there; null when it is to be begun anew: the service does not know the upload, or has made something else of it. */
    async #arrived(session, size, watch) {
        const headers = { "content-range": `bytes */${size}`, "content-length": "0" };
        const answer = await this.#counter.send({ method: "PUT", url: session, headers }, watch, [308, 400, 404, 410]);
        const text = await textOf(answer, watch);
        if (answer.statusCode === 308)
            return BigInt(/^bytes=0-(\d+)$/.exec(answer.headers.range ?? "")?.[1] ?? -1) + 1n;
        if ((answer.statusCode ?? 0) >= 300)
            return null;
        return new RegExp(`"size": *"${size}"`).test(text) ? size : null;
    }
    async #send(session, { body, from }, watch) {
        const headers = {
            "content-type": "application/octet-stream",
            "content-length": String(body.size - from),
            "content-range": `bytes ${from}-${body.size - 1n}/${body.size}`,
        };
        await (0,streams/* sending */.bh)(body.open(from), async (bytes) => {
            const answer = await this.#counter.send({ method: "PUT", url: session, headers, body: bytes }, watch);
            await textOf(answer, watch);
        });
    }
}
function metadata(name, { md5 }) {
    return JSON.stringify({ name, ...(md5 === null ? {} : { md5Hash: external_node_buffer_.Buffer.from(md5, "hex").toString("base64") }) });
}

// EXTERNAL MODULE: ./build/store/depots/watch.js
var depots_watch = __webpack_require__(52415);
;// CONCATENATED MODULE: ./build/store/depots/gcs.js









const SILENCE_MS = 60_000;
const LANES = 32;
/**
 * `gs://bucket/path`, with DVC's keys. Google's SDK logs in; the few requests go out as they are in Google's JSON interface, so
 * that nothing is tried twice, decoded or buffered behind our back.
 */
async function openDepot(remote, surroundings) {
    const { bucket, path } = (0,depots_bucket/* bucketAndPath */.N)(remote);
    return new GcsDepot(await openAccount(remote, surroundings), surroundings, { bucket, path });
}
class GcsDepot {
    address;
    lanes = LANES;
    page = 1000;
    #account;
    #surroundings;
    #wire;
    #bucket;
    /** Empty, or ends in `/`. */
    #prefix;
    /** Address of the bucket's objects in the JSON interface. */
    #objects;
    #counter;
    #uploads;
    constructor(account, surroundings, { bucket, path }) {
        this.#account = account;
        this.#surroundings = surroundings;
        this.#wire = new Wire(surroundings, LANES);
        this.#bucket = bucket;
        this.#prefix = path === "" ? "" : `${path}/`;
        this.address = path === "" ? `gs://${bucket}` : `gs://${bucket}/${path}`;
        this.#objects = `${account.endpoint}/storage/v1/b/${encodeURIComponent(bucket)}/o`;
        this.#counter = {
            url: `${account.endpoint}/upload/storage/v1/b/${encodeURIComponent(bucket)}/o`,
            send: (question, watch, through) => this.#send(question, watch, through),
        };
        this.#uploads = new Uploads(this.#counter);
    }
    async stat(key) {
        return (await this.#look(key))?.size ?? null;
    }
    async fingerprint(key) {
        const found = await this.#look(key);
        return found === null ? null : { kind: "etag", value: found.etag, size: found.size };
    }
    /** DVC has the ETag, which is Base64, in hex. */
    async #look(key) {
        return this.#ask("read objects", async (watch) => {
            try {
                const answer = await this.#send({ method: "GET", url: `${this.#object(key)}?fields=size,etag` }, watch);
                const { size, etag } = await jsonOf(answer, watch);
                const name = typeof etag === "string" ? etag : "";
                return { size: sizeOf(size), etag: Buffer.from(name, "base64").toString("hex") };
            }
            catch (cause) {
                if (cause instanceof Refused && cause.absent)
                    return null;
                throw cause;
            }
        });
    }
    async *list(prefix) {
        const fields = "items(name,size,updated),nextPageToken";
        const wanted = { prefix: `${this.#prefix}${prefix}`, maxResults: String(this.page), fields };
        let pageToken;
        do {
            const query = new URLSearchParams({ ...wanted, ...(typeof pageToken === "string" ? { pageToken } : {}) });
            const page = await this.#ask("list objects", async (watch) => jsonOf(await this.#send({ method: "GET", url: `${this.#objects}?${query.toString()}` }, watch), watch));
            const items = Array.isArray(page["items"]) ? page["items"] : [];
            yield items.map(answers/* recordOf */.zv).map(({ name, size, updated }) => ({
                key: wordOf(name).slice(this.#prefix.length),
                size: sizeOf(size),
                modified: (0,answers/* dateOf */.Q$)(wordOf(updated)),
            }));
            pageToken = page["nextPageToken"];
        } while (typeof pageToken === "string" && pageToken !== "");
    }
    async read(key, from = 0n, version = null) {
        const watch = new depots_watch/* Watch */.o(SILENCE_MS);
        const trouble = (cause) => this.#trouble(cause, "read objects", watch);
        try {
            const generation = version === null ? "" : `&generation=${encodeURIComponent(version)}`;
            const headers = from === 0n ? {} : { range: `bytes=${from}-` };
            const answer = await this.#send({ method: "GET", url: `${this.#object(key)}?alt=media${generation}`, headers }, watch);
            return (0,streams/* carrying */.MR)(answer, { watch, trouble });
        }
        catch (cause) {
            watch.rest();
            if (cause instanceof Refused && cause.absent)
                return null;
            if (cause instanceof Refused && cause.status === 416)
                return external_node_stream_.Readable.from([], { objectMode: false });
            throw trouble(cause);
        }
    }
    async write(key, body) {
        const name = `${this.#prefix}${key}`;
        await this.#ask("write objects", (watch) => body.bytes === null ? this.#uploads.put(name, body, watch) : putWhole(this.#counter, name, body, watch));
    }
    async remove(keys) {
        for (const key of keys) {
            await this.#ask("delete objects", async (watch) => {
                try {
                    await textOf(await this.#send({ method: "DELETE", url: this.#object(key) }, watch), watch);
                }
                catch (cause) {
                    if (!(cause instanceof Refused && cause.absent))
                        throw cause;
                }
            });
        }
    }
    async close() {
        this.#wire.close();
    }
    #object(key) {
        return `${this.#objects}/${encodeURIComponent(`${this.#prefix}${key}`)}`;
    }
    /** Logged in. Throws `Refused` for an answer that says no. */
    async #send(question, watch, through = []) {
        const login = await this.#account.login();
        const headers = { ...question.headers, ...Object.fromEntries(login) };
        const answer = await this.#wire.ask({ ...question, headers }, watch);
        const status = answer.statusCode ?? 0;
        if ((status >= 200 && status < 300) || through.includes(status))
            return answer;
        const text = await textOf(answer, watch);
        throw new Refused(status, text, { headers: answer.headers, stranger: login.size === 0 });
    }
    async #ask(what, act) {
        const watch = new depots_watch/* Watch */.o(SILENCE_MS);
        try {
            return await act(watch);
        }
        catch (cause) {
            if (cause instanceof streams/* OwnFault */.By)
                throw cause.cause;
            throw this.#trouble(cause, what, watch);
        }
        finally {
            watch.rest();
        }
    }
    #trouble(cause, what, watch) {
        const { clock } = this.#surroundings;
        return gcsTrouble(cause, { address: this.address, bucket: this.#bucket, clock, what, watch });
    }
}
async function jsonOf(answer, watch) {
    return (0,answers/* recordOf */.zv)(JSON.parse(await textOf(answer, watch)));
}
/** Google writes sizes as texts; one that is none counts as nothing. */
function sizeOf(value) {
    return BigInt(/^\d+$/.test(wordOf(value)) ? wordOf(value) : 0);
}
function wordOf(value) {
    return typeof value === "string" ? value : "";
}


/***/ }),

/***/ 29934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readOptions)
/* harmony export */ });
/* harmony import */ var _troubles_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87682);

function readOptions({ name: remote, options }) {
    const text = (name) => {
        const value = options.get(name);
        if (value === undefined)
            return null;
        const whole = typeof value === "string" ? value : value.join(",");
        return whole === "" ? null : whole;
    };
    return {
        text,
        yes: (name) => {
            const value = text(name);
            if (value === null)
                return null;
            if (/^(true|yes|on|1)$/i.test(value))
                return true;
            if (/^(false|no|off|0)$/i.test(value))
                return false;
            throw (0,_troubles_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)(remote, name, "true or false", value);
        },
        seconds: (name) => {
            const value = text(name);
            if (value === null)
                return null;
            if (/^\d{1,6}(\.\d+)?$/.test(value))
                return Number(value);
            throw (0,_troubles_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)(remote, name, "a number of seconds", value);
        },
    };
}


/***/ }),

/***/ 91141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ OwnFault),
/* harmony export */   MR: () => (/* binding */ carrying),
/* harmony export */   bh: () => (/* binding */ sending)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);

/** Bytes as they come from the other side; what breaks on the way is told as `trouble` puts it. */
function carrying(source, { watch, trouble }) {
    async function* bytes() {
        try {
            watch.stir();
            for await (const chunk of source) {
                watch.rest();
                yield chunk;
                watch.stir();
            }
        }
        catch (cause) {
            throw trouble(cause);
        }
        finally {
            watch.rest();
            source.destroy();
        }
    }
    return node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(bytes(), { objectMode: false });
}
/** Sends a stream of ours; an error in reading our own file is thrown as it is, not as the client tells it. */
async function sending(bytes, send) {
    let ours = null;
    bytes.once("error", (error) => {
        ours = error;
    });
    try {
        return await send(bytes);
    }
    catch (cause) {
        throw ours === null ? cause : new OwnFault(ours);
    }
    finally {
        bytes.destroy();
    }
}
/** What is to be sent could not be read: no fault of the other side. */
class OwnFault extends Error {
    cause;
    constructor(cause) {
        super(cause.message);
        this.cause = cause;
    }
}


/***/ }),

/***/ 52415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ Watch)
/* harmony export */ });
/**
 * How long a request may show no sign of life. The signal fires when nothing stirred for that long, so that a server that
 * fell silent ends as a trouble and not as a job that hangs until morning. However long the whole takes does not matter.
 */
class Watch {
    #abort = new AbortController();
    #ms;
    #timer = null;
    constructor(ms) {
        this.#ms = ms;
        this.stir();
    }
    get signal() {
        return this.#abort.signal;
    }
    /** Whether it was lost: what the request failed of. */
    get lost() {
        return this.#abort.signal.aborted;
    }
    get seconds() {
        return Math.round(this.#ms / 1000);
    }
    /** A byte moved, or is waited for again. */
    stir() {
        if (this.#timer !== null)
            this.#timer.refresh();
        else
            this.#timer = setTimeout(() => this.#abort.abort(), this.#ms);
    }
    /** Nothing is waited for: the answer is here, or our own side is busy with it. */
    rest() {
        if (this.#timer !== null)
            clearTimeout(this.#timer);
        this.#timer = null;
    }
}


/***/ })

};
