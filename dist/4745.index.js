export const id = 4745;
export const ids = [4745];
export const modules = {

/***/ 18994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readOptions)
/* harmony export */ });
/* harmony import */ var _troubles_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50134);

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

/***/ 12611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ Settings)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87353);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18994);
/* harmony import */ var _troubles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50134);



/** What remotes that are servers of one's own have beside texts and numbers: authorities, secrets, time-outs. Failure `config-invalid`. */
class Settings {
    remote;
    #options;
    constructor(config) {
        this.remote = config.name;
        this.#options = (0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .readOptions */ .T)(config);
    }
    text(option) {
        return this.#options.text(option);
    }
    flag(option) {
        return this.#options.yes(option);
    }
    /** Milliseconds of an option in seconds. 0 stands for no limit, as in DVC. */
    milliseconds(option, unset) {
        return Math.round((this.#options.seconds(option) ?? unset) * 1000);
    }
    whole(option) {
        const text = this.text(option);
        if (text === null)
            return null;
        if (/^[1-9]\d{0,5}$/.test(text.trim()))
            return Number(text);
        throw (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .badOption */ .$9)(this.remote, option, "a whole number from 1 on", text);
    }
    /** `ssl_verify`: a word for yes or no, or else the file with the authorities to trust. */
    trust(option) {
        const text = this.text(option) ?? "true";
        if (/^(true|yes|on|1|false|no|off|0)$/i.test(text))
            return { verify: this.flag(option) ?? true, authorities: null };
        return { verify: true, authorities: text };
    }
    /** A secret that DVC would ask for on the terminal: we run where nobody sits. */
    secret(option) {
        const text = this.text(option);
        if (text !== null || this.flag(`ask_${option}`) !== true)
            return text;
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("config-invalid", `remote "${this.remote}" has no ${option}`, {
            at: { file: ".dvc/config.local" },
            found: `ask_${option} = true`,
            expected: `the ${option} itself: mainline asks nothing while it works`,
            hint: `dvc remote modify --local ${this.remote} ${option} … (git does not see .dvc/config.local)`,
        });
    }
}


/***/ }),

/***/ 42592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseBase)
/* harmony export */ });
/* harmony import */ var _troubles_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50134);

/** Takes a remote's url apart. `scheme` is `http` or `https`; what is written (`webdavs`) stays in the address. */
function parseBase(remote, url, scheme) {
    const web = url.replace(/^[a-z][a-z0-9+.-]*:/i, `${scheme}:`);
    if (!URL.canParse(web))
        throw (0,_troubles_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)(remote, "url", "an address such as https://host/path", shown(url));
    const base = new URL(web);
    const [user, password] = [base.username, base.password].map((text) => (text === "" ? null : decoded(text)));
    base.username = "";
    base.password = "";
    base.hash = "";
    const written = /^[^:]*/.exec(url)?.[0]?.toLowerCase() ?? scheme;
    const address = `${written}://${base.host}${base.pathname.replace(/\/+$/, "")}`;
    return { base, address, user: user ?? null, password: password ?? null };
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function shown(url) {
    return url.replace(/\/\/[^/@]*@/, "//…@").replace(/\?.*$/, "");
}


/***/ }),

/***/ 70076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ WebClient)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./build/store/depots/troubles.js
var troubles = __webpack_require__(50134);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/store/depots/web/carried.js

/** A body as it comes; what breaks on the way, a cut above all, is told as `trouble` puts it. */
function carried(message, { skip, trouble }) {
    async function* bytes() {
        let before = skip;
        try {
            for await (const chunk of message) {
                const cut = before < BigInt(chunk.length) ? Number(before) : chunk.length;
                before -= BigInt(cut);
                if (cut < chunk.length)
                    yield chunk.subarray(cut);
            }
        }
        catch (cause) {
            throw trouble(cause);
        }
    }
    const carrier = external_node_stream_.Readable.from(bytes(), { objectMode: false });
    // a generator that nobody began is not told of its end
    carrier.once("close", () => message.destroy());
    return carrier;
}

;// CONCATENATED MODULE: ./build/store/depots/web/answer.js

/** More than any page of a listing. */
const MOST_TEXT = 256 * 1024 * 1024;
/** A server's answer, of any status. Exactly one of `bytes`, `text` and `drop` is called. */
class Answer {
    status;
    phrase;
    headers;
    #message;
    #trouble;
    constructor(message, trouble) {
        this.#message = message;
        this.#trouble = trouble;
        this.status = message.statusCode ?? 0;
        this.phrase = message.statusMessage ?? "";
        this.headers = message.headers;
    }
    get isGood() {
        return this.status >= 200 && this.status < 300;
    }
    /** The body, without its first `skip` bytes. */
    bytes(skip = 0n) {
        return carried(this.#message, { skip, trouble: this.#trouble });
    }
    async text() {
        const chunks = [];
        let size = 0;
        for await (const chunk of this.bytes()) {
            size += chunk.length;
            if (size > MOST_TEXT)
                throw this.#trouble(new Error("an answer without end"));
            chunks.push(chunk);
        }
        return Buffer.concat(chunks).toString("utf8");
    }
    /** Reads the rest away, so that the connection can be used again. */
    drop() {
        this.#message.on("error", () => { });
        this.#message.resume();
    }
}

// EXTERNAL MODULE: ./build/store/depots/web/exchange.js
var exchange = __webpack_require__(3820);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./build/store/depots/web/trust.js



/** What OpenSSL says of a chain that ends at somebody whom we do not know: the machine's own store may know them. */
const UNKNOWN_AUTHORITY = new Set([
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);
function isUnknownAuthority(code) {
    return UNKNOWN_AUTHORITY.has(code);
}
/**
 * Node's own authorities and those of `ssl_verify`; with `system`, those of the machine, too, which take a tenth of a second
 * to read: they are looked at when the others did not do.
 */
async function secureContext(remote, trust, system) {
    const own = await fileOf(remote, "ssl_verify", trust.authorities);
    const cert = await fileOf(remote, "cert_path", trust.certificate);
    const key = (await fileOf(remote, "key_path", trust.key)) ?? cert;
    const ca = [
        ...(0,external_node_tls_.getCACertificates)("default"),
        ...(system ? (0,external_node_tls_.getCACertificates)("system") : []),
        ...(own === null ? [] : [own]),
    ];
    try {
        return (0,external_node_tls_.createSecureContext)({ ca, ...(cert === null || key === null ? {} : { cert, key }) });
    }
    catch (cause) {
        const option = cert === null ? "ssl_verify" : "cert_path";
        throw (0,troubles/* badOption */.$9)(remote, option, "a PEM file", cause instanceof Error ? cause.message : null);
    }
}
async function fileOf(remote, option, path) {
    if (path === null)
        return null;
    try {
        return await (0,promises_.readFile)(path, "utf8");
    }
    catch {
        throw (0,troubles/* badOption */.$9)(remote, option, "a PEM file that can be read", path);
    }
}

// EXTERNAL MODULE: ./build/store/depots/web/words.js
var words = __webpack_require__(7744);
;// CONCATENATED MODULE: ./build/store/depots/web/client.js







const MOST_REDIRECTS = 10;
/** One server, over kept-alive connections: logs in, follows redirects, and leaves the judgement of a status to the caller. */
class WebClient {
    site;
    #plain;
    /** By whether the machine's own authorities are trusted and whether the server is the remote's own. */
    #secure = new Map();
    #trustsMachine = false;
    constructor(site) {
        this.site = site;
        this.#plain = new external_node_http_.Agent(this.#agentOptions());
    }
    /** Failure `DepotTrouble` when no answer came. */
    async ask(ask) {
        let { url } = ask;
        for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
            const answer = await this.#loggedIn({ ...ask, url });
            const next = this.#redirected(ask.method, url, answer);
            if (next === null)
                return answer;
            answer.drop();
            url = next;
        }
        throw (0,troubles/* strange */.dV)({ address: this.site.address, found: `more than ${MOST_REDIRECTS} redirects` });
    }
    /** Where a key lives. */
    url(key, from = this.site.base) {
        const url = new URL(from);
        const path = key.split("/").map(encodeURIComponent).join("/");
        url.pathname = `${url.pathname.replace(/\/+$/, "")}/${path}`;
        return url;
    }
    async close() {
        this.#plain.destroy();
        for (const agent of this.#secure.values())
            (await agent.catch(() => null))?.destroy();
    }
    async #loggedIn(ask) {
        const { login, base } = this.site;
        // nobody else's server learns our password
        if (ask.url.origin !== base.origin)
            return this.#exchange(ask, {});
        const sent = await login.headers(ask);
        const answer = await this.#exchange(ask, sent);
        if (answer.status !== 401)
            return answer;
        if (!(await login.learn(answer.headers["www-authenticate"] ?? "", sent)))
            return answer;
        answer.drop();
        return this.#exchange(ask, await login.headers(ask));
    }
    async #exchange(ask, credentials) {
        const { patience, surroundings } = this.site;
        const trouble = (cause) => (0,words/* networkTrouble */.aK)(cause, this.site);
        const trustedMachine = this.#trustsMachine;
        try {
            const agent = await this.#agentFor(ask.url);
            const headers = { ...ask.headers, ...credentials };
            return new Answer(await (0,exchange/* exchange */.cv)({ ...ask, headers, agent, patience, signal: surroundings.signal }), trouble);
        }
        catch (cause) {
            if (isUnknownAuthority((0,words/* codeOf */.$N)(cause)) && !trustedMachine) {
                this.#trustsMachine = true;
                return this.#exchange(ask, credentials);
            }
            throw trouble(cause);
        }
    }
    #redirected(method, from, answer) {
        const isReading = method === "GET" || method === "HEAD";
        // any other redirect would turn an upload into a download
        if (!(isReading ? [301, 302, 303, 307, 308] : [307, 308]).includes(answer.status))
            return null;
        const { location } = answer.headers;
        const next = location !== undefined && URL.canParse(location, from.href) ? new URL(location, from) : null;
        if (next !== null && /^https?:$/.test(next.protocol))
            return next;
        answer.drop();
        throw (0,troubles/* noSuchPlace */.uM)({ address: this.site.address, found: `a redirect to ${location ?? "nowhere"}` });
    }
    async #agentFor({ protocol, origin }) {
        if (protocol === "http:")
            return this.#plain;
        const isOwn = origin === this.site.base.origin;
        const key = `${isOwn} ${this.#trustsMachine}`;
        const agent = this.#secure.get(key) ?? this.#secureAgent(isOwn);
        this.#secure.set(key, agent);
        return agent;
    }
    async #secureAgent(isOwn) {
        const { remote, trust } = this.site;
        const shown = isOwn ? trust : { ...trust, certificate: null, key: null };
        const context = await secureContext(remote, shown, this.#trustsMachine);
        return new external_node_https_.Agent({ ...this.#agentOptions(), secureContext: context, rejectUnauthorized: trust.verify });
    }
    #agentOptions() {
        const { lanes, surroundings } = this.site;
        return { keepAlive: true, maxSockets: lanes, maxFreeSockets: lanes, proxyEnv: { ...surroundings.variables } };
    }
}


/***/ }),

/***/ 3820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aT: () => (/* binding */ OwnTrouble),
/* harmony export */   cv: () => (/* binding */ exchange)
/* harmony export */ });
/* unused harmony export TooSlow */
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);


/** What we gave up on. */
class TooSlow extends Error {
}
/** An error in reading what we wanted to send: no trouble of the other side's. */
class OwnTrouble extends Error {
}
/** A body of that size is sent when the server has said that it wants it, or nothing for a second. */
const WORTH_ASKING = 1024n * 1024n;
const CONTINUE_MS = 1000;
/** One request over the wire, one answer; rejects with what Node says, `TooSlow` or `OwnTrouble`. */
function exchange({ method, url, headers, body, agent, patience, signal }) {
    return new Promise((resolve, reject) => {
        const send = url.protocol === "https:" ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
        const asksFirst = typeof body === "object" && body.size >= WORTH_ASKING;
        const request = send(url, {
            method,
            agent,
            signal,
            headers: {
                // bytes as they are stored, not squeezed for the way
                "accept-encoding": "identity",
                "user-agent": "mainline",
                ...(body === undefined ? {} : { "content-length": String(lengthOf(body)) }),
                ...(asksFirst ? { expect: "100-continue" } : {}),
                ...headers,
            },
        });
        request.on("error", reject);
        request.once("response", resolve);
        keepPatience(request, patience);
        if (body === undefined)
            request.end();
        else if (typeof body === "string")
            request.end(body);
        else if (asksFirst)
            whenWanted(request, () => upload(request, body));
        else
            upload(request, body);
    });
}
function lengthOf(body) {
    return typeof body === "string" ? BigInt(Buffer.byteLength(body)) : body.size;
}
function whenWanted(request, begin) {
    const timer = setTimeout(begin, CONTINUE_MS);
    request.once("continue", () => {
        clearTimeout(timer);
        begin();
    });
    request.once("response", (answer) => {
        clearTimeout(timer);
        spend(request, answer);
    });
    request.once("close", () => clearTimeout(timer));
}
/** Sends until all is sent, or an answer comes that does not wait for the rest. */
function upload(request, body) {
    if (body.bytes !== null) {
        request.end(body.bytes);
        return;
    }
    const source = body.open();
    source.once("error", (cause) => request.destroy(new OwnTrouble("cannot read what is to be sent", { cause })));
    request.once("response", (answer) => {
        source.unpipe(request);
        source.destroy();
        spend(request, answer);
    });
    request.once("close", () => source.destroy());
    source.pipe(request);
}
/** After an answer to half a request: what was announced will not come, so the connection cannot be used again. */
function spend(request, answer) {
    if (!request.writableEnded)
        answer.once("end", () => request.destroy());
}
function keepPatience(request, { connectMs, silenceMs }) {
    let answer = null;
    request.once("response", (message) => {
        answer = message;
    });
    request.setTimeout(silenceMs, () => {
        // where bytes are here that nobody has taken yet, it is us who are slow
        if (answer !== null && answer.readableLength > 0)
            return;
        (answer ?? request).destroy(new TooSlow(`no sign of life for ${silenceMs / 1000} s`));
    });
    request.once("socket", (socket) => {
        if (!socket.connecting || connectMs === 0)
            return;
        const giveUp = () => void request.destroy(new TooSlow(`no connection within ${connectMs / 1000} s`));
        const timer = setTimeout(giveUp, connectMs);
        socket.once(socket.encrypted === true ? "secureConnect" : "connect", () => clearTimeout(timer));
        socket.once("close", () => clearTimeout(timer));
    });
}


/***/ }),

/***/ 89861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oQ: () => (/* binding */ NOBODY),
  ut: () => (/* binding */ byBasic),
  d_: () => (/* binding */ byCommand),
  _W: () => (/* binding */ byDigest),
  rd: () => (/* binding */ byHeader)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/store/depots/web/digest-answer.js

const ALGORITHM = /^(MD5|SHA-256)(-sess)?$/i;
/** The best digest challenge in a header that may hold several of any scheme; null when there is none that we can answer. */
function parseChallenge(header) {
    const found = header
        .split(/(?:^|,\s*)(?=[\w-]+\s+[\w-]+\s*=)/)
        .filter((part) => /^digest\s/i.test(part))
        .map(readChallenge)
        .filter((challenge) => challenge !== null);
    return found.find(({ algorithm }) => algorithm === "SHA-256") ?? found[0] ?? null;
}
function readChallenge(text) {
    const fields = new Map();
    for (const [, name = "", quoted, bare] of text
        .slice(7)
        .matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)) {
        fields.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? bare ?? "");
    }
    const [, algorithm, session] = ALGORITHM.exec(fields.get("algorithm") ?? "MD5") ?? [];
    const qops = fields.get("qop")?.split(/\s*,\s*/) ?? null;
    const nonce = fields.get("nonce");
    if (algorithm === undefined || nonce === undefined || qops?.includes("auth") === false)
        return null;
    return {
        realm: fields.get("realm") ?? "",
        nonce,
        opaque: fields.get("opaque") ?? null,
        algorithm: algorithm.toUpperCase() === "MD5" ? "MD5" : "SHA-256",
        session: session !== undefined,
        qop: qops !== null,
    };
}
/** The value of the `Authorization` header. */
function digestAnswer(challenge, { method, uri, user, password, count, cnonce }) {
    const { realm, nonce, opaque, algorithm, session, qop } = challenge;
    const hash = (text) => (0,external_node_crypto_.createHash)(algorithm === "MD5" ? "md5" : "sha256")
        .update(text)
        .digest("hex");
    const known = hash(`${user}:${realm}:${password}`);
    const secret = session ? hash(`${known}:${nonce}:${cnonce}`) : known;
    const nc = count.toString(16).padStart(8, "0");
    const middle = qop ? `${nonce}:${nc}:${cnonce}:auth` : nonce;
    const response = hash(`${secret}:${middle}:${hash(`${method}:${uri}`)}`);
    return [
        `Digest username=${quoted(user)}`,
        `realm=${quoted(realm)}`,
        `nonce=${quoted(nonce)}`,
        `uri=${quoted(uri)}`,
        `algorithm=${algorithm}${session ? "-sess" : ""}`,
        `response="${response}"`,
        ...(qop ? ["qop=auth", `nc=${nc}`] : []),
        ...(qop || session ? [`cnonce="${cnonce}"`] : []),
        ...(opaque === null ? [] : [`opaque=${quoted(opaque)}`]),
    ].join(", ");
}
function quoted(text) {
    return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

;// CONCATENATED MODULE: ./build/store/depots/web/login.js


const NOBODY = { anonymous: true, headers: async () => ({}), learn: async () => false };
function byHeader(name, value) {
    return { anonymous: false, headers: async () => ({ [name]: value }), learn: async () => false };
}
function byBasic(user, password) {
    return byHeader("authorization", `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`);
}
/** HTTP's digest scheme: the first request is refused with a challenge, by which all further ones are answered. */
function byDigest(user, password) {
    let challenge = null;
    let count = 0;
    return {
        anonymous: false,
        headers: async ({ method, url }) => {
            if (challenge === null)
                return {};
            count++;
            const question = { method, uri: url.pathname + url.search, user, password, count };
            return { authorization: digestAnswer(challenge, { ...question, cnonce: (0,external_node_crypto_.randomBytes)(8).toString("hex") }) };
        },
        learn: async (header) => {
            const next = parseChallenge(header);
            if (next === null)
                return false;
            if (next.nonce !== challenge?.nonce)
                count = 0;
            challenge = next;
            return true;
        },
    };
}
/** A token that a command prints; got anew when it is refused. Requests at once share one run of the command. */
function byCommand(token) {
    let running = null;
    return {
        anonymous: false,
        headers: async () => {
            running ??= token();
            return { authorization: `Bearer ${await running}` };
        },
        learn: async (_challenge, sent) => {
            // somebody else may have got a new one meanwhile
            if (sent["authorization"] === `Bearer ${await running}`)
                running = null;
            return true;
        },
    };
}


/***/ }),

/***/ 60405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R6: () => (/* binding */ insist),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   Y5: () => (/* binding */ lengthOf),
/* harmony export */   xP: () => (/* binding */ measure),
/* harmony export */   zP: () => (/* binding */ readFrom)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7744);


/** Nothing lives there: not there, or not any more. */
function isAbsent({ status }) {
    return status === 404 || status === 410;
}
/** The bytes from `from` on, whether or not the server knows ranges; the refusing answer where there are none to have. */
async function readFrom(web, url, from) {
    const headers = from === 0n ? {} : { range: `bytes=${from}-` };
    const answer = await web.ask({ method: "GET", url, headers });
    if (answer.status === 200)
        return answer.bytes(from);
    if (from > 0n && answer.status === 206) {
        const begin = rangeOf(answer)?.begin ?? null;
        // a server may give more than it was asked for, never less
        if (begin !== null && begin <= from)
            return answer.bytes(from - begin);
    }
    if (from > 0n && answer.status === 416) {
        answer.drop();
        return node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([], { objectMode: false });
    }
    return answer;
}
/** The size where a HEAD does not tell it: a range of one byte says how many there are, else they are counted. */
async function measure(web, url) {
    const answer = await web.ask({ method: "GET", url, headers: { range: "bytes=0-0" } });
    if (![200, 206, 416].includes(answer.status))
        return answer;
    const size = answer.status === 200 ? lengthOf(answer) : (rangeOf(answer)?.size ?? null);
    if (size !== null) {
        if (answer.status === 200)
            answer.bytes().destroy();
        else
            answer.drop();
        return size;
    }
    if (answer.status !== 200)
        return answer;
    let counted = 0n;
    for await (const chunk of answer.bytes())
        counted += BigInt(chunk.length);
    return counted;
}
/** `Content-Length`, which a HEAD may lack. */
function lengthOf({ headers }) {
    const length = headers["content-length"];
    return length !== undefined && /^\d+$/.test(length) ? BigInt(length) : null;
}
/** `Content-Range: bytes 5-9/10`, or `bytes *` `/10` with a 416. */
function rangeOf({ headers }) {
    const [, begin = "*", size = "*"] = /^bytes\s+(?:(\d+)-\d+|\*)\/(\d+|\*)$/i.exec(headers["content-range"] ?? "") ?? [];
    if (begin === "*" && size === "*")
        return null;
    return { begin: begin === "*" ? 0n : BigInt(begin), size: size === "*" ? null : BigInt(size) };
}
/** Throws what a status means when it is none of those hoped for. */
function insist(answer, web, doing) {
    if (!answer.isGood)
        throw (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(answer, web.site, doing);
    return answer;
}


/***/ }),

/***/ 7744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   aK: () => (/* binding */ networkTrouble)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87353);
/* harmony import */ var _depot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29580);
/* harmony import */ var _troubles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50134);
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3820);




/** The code of a system's or TLS's error, also of the first of several addresses that were tried; empty when it has none. */
function codeOf(cause) {
    if (cause instanceof AggregateError)
        return codeOf(cause.errors[0]);
    return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
}
/** No answer, or half of one. */
function networkTrouble(cause, { address, remote, base, surroundings }) {
    if (surroundings.signal.aborted || cause instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return cause;
    if (cause instanceof _exchange_js__WEBPACK_IMPORTED_MODULE_3__/* .OwnTrouble */ .aT)
        return cause.cause instanceof Error ? cause.cause : cause;
    const code = codeOf(cause);
    const found = cause instanceof Error ? cause.message || code : String(cause);
    if (/CERT|SELF_SIGNED|^ERR_TLS|^ERR_SSL|UNABLE_TO/.test(code))
        return untrusted(found, { address, remote });
    if (code === "ENOTFOUND") {
        return new _depot_js__WEBPACK_IMPORTED_MODULE_1__/* .DepotTrouble */ .y((0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .unreachable */ .HB)({ address, cause, found: `no such host: ${base.hostname}` }), { again: false });
    }
    return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .unreachable */ .HB)({ address, cause, found });
}
function untrusted(found, { address, remote }) {
    const failure = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .infrastructure */ .Sv)("remote-certificate", `the certificate of ${address} is not trusted`, {
        found,
        expected: "a certificate of an authority that this machine trusts",
        hint: `name the file of your own authority: dvc remote modify ${remote} ssl_verify FILE.pem`,
    });
    return new _depot_js__WEBPACK_IMPORTED_MODULE_1__/* .DepotTrouble */ .y(failure, { again: false });
}
/** A status that is not what was asked for. `doing` completes "does not allow us to …". */
function refused(answer, { address, loginHint }, doing) {
    const { status } = answer;
    const found = `${status} ${answer.phrase}`.trim();
    answer.drop();
    const told = { address, found };
    if (status === 401 || status === 407)
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .badCredentials */ .mD)({ ...told, hint: loginHint });
    if (status === 403)
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .denied */ .wk)({ ...told, what: doing });
    if (status === 404 || status === 410)
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .noSuchPlace */ .uM)(told);
    if (status === 413)
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .denied */ .wk)({
            ...told,
            what: doing,
            hint: "its limit on the size of a request must grow (nginx: client_max_body_size)",
        });
    if (status === 507)
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .denied */ .wk)({ ...told, what: doing, hint: "its disk or quota is full: make room there" });
    if ([408, 423, 425, 429, 500, 502, 503, 504].includes(status))
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .busy */ .S2)({ ...told, waitMs: waitOf(answer) });
    if (status === 405 || status === 501)
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .denied */ .wk)({ ...told, what: doing });
    return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .strange */ .dV)(told);
}
/** `Retry-After`: seconds, or a time, which is compared with the server's own clock. */
function waitOf({ headers }) {
    const after = headers["retry-after"];
    if (after === undefined)
        return null;
    if (/^\d+$/.test(after))
        return Number(after) * 1000;
    const wait = Date.parse(after) - Date.parse(headers.date ?? "");
    return Number.isNaN(wait) || wait < 0 ? null : wait;
}


/***/ })

};
