export const id = 3442;
export const ids = [3442];
export const modules = {

/***/ 43442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openDepot: () => (/* binding */ openDepot)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87353);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12611);
/* harmony import */ var _troubles_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50134);
/* harmony import */ var _web_base_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42592);
/* harmony import */ var _web_client_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70076);
/* harmony import */ var _web_login_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(89861);
/* harmony import */ var _web_reading_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60405);
/* harmony import */ var _web_words_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7744);









/** DVC's: how long a connection, and the next byte, may take. */
const TIMEOUT_S = 60;
const LANES = 32;
/** Opens `http://` and `https://` with DVC's keys: auth, custom_auth_header, user, password, ssl_verify, method, connect_timeout, read_timeout. */
async function openDepot(remote, surroundings) {
    const settings = new _settings_js__WEBPACK_IMPORTED_MODULE_2__/* .Settings */ .w(remote);
    const place = (0,_web_base_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBase */ .H)(remote.name, remote.url, /^https:/i.test(remote.url) ? "https" : "http");
    const client = new _web_client_js__WEBPACK_IMPORTED_MODULE_5__/* .WebClient */ .M({
        remote: remote.name,
        address: place.address,
        base: place.base,
        login: loginOf(settings, place),
        loginHint: loginHint(remote.name),
        trust: { ...settings.trust("ssl_verify"), certificate: null, key: null },
        patience: {
            connectMs: settings.milliseconds("connect_timeout", TIMEOUT_S),
            silenceMs: settings.milliseconds("read_timeout", TIMEOUT_S),
        },
        lanes: LANES,
        surroundings,
    });
    return new HttpDepot(client, methodOf(settings));
}
function loginOf(settings, place) {
    const scheme = settings.text("auth")?.toLowerCase() ?? null;
    const user = settings.text("user") ?? place.user;
    if (scheme === null)
        return place.user === null ? _web_login_js__WEBPACK_IMPORTED_MODULE_6__/* .NOBODY */ .oQ : (0,_web_login_js__WEBPACK_IMPORTED_MODULE_6__/* .byBasic */ .ut)(place.user, place.password ?? "");
    const password = settings.secret("password") ?? place.password;
    const need = (option) => (0,_troubles_js__WEBPACK_IMPORTED_MODULE_3__/* .badOption */ .$9)(settings.remote, option, `a value, since \`auth\` is ${scheme}`, "nothing");
    if (password === null)
        throw need("password");
    if (scheme === "custom") {
        const header = settings.text("custom_auth_header");
        if (header === null)
            throw need("custom_auth_header");
        if (!/^[\w!#$%&'*+.^`|~-]+$/.test(header))
            throw (0,_troubles_js__WEBPACK_IMPORTED_MODULE_3__/* .badOption */ .$9)(settings.remote, "custom_auth_header", "the name of a header", header);
        return (0,_web_login_js__WEBPACK_IMPORTED_MODULE_6__/* .byHeader */ .rd)(header.toLowerCase(), password);
    }
    if (user === null)
        throw need("user");
    if (scheme === "basic")
        return (0,_web_login_js__WEBPACK_IMPORTED_MODULE_6__/* .byBasic */ .ut)(user, password);
    if (scheme === "digest")
        return (0,_web_login_js__WEBPACK_IMPORTED_MODULE_6__/* .byDigest */ ._W)(user, password);
    throw (0,_troubles_js__WEBPACK_IMPORTED_MODULE_3__/* .badOption */ .$9)(settings.remote, "auth", "basic, digest or custom", scheme);
}
function loginHint(remote) {
    const set = `dvc remote modify --local ${remote}`;
    return `say who you are: ${set} auth basic, ${set} user NAME, ${set} password …`;
}
function methodOf(settings) {
    const method = settings.text("method")?.toUpperCase() ?? "POST";
    if (method === "POST" || method === "PUT")
        return method;
    throw (0,_troubles_js__WEBPACK_IMPORTED_MODULE_3__/* .badOption */ .$9)(settings.remote, "method", "POST or PUT", method);
}
class HttpDepot {
    address;
    lanes = LANES;
    page = null;
    #web;
    #method;
    constructor(web, method) {
        this.#web = web;
        this.#method = method;
        this.address = web.site.address;
    }
    async stat(key) {
        const url = this.#web.url(key);
        const head = await this.#web.ask({ method: "HEAD", url });
        const length = head.isGood ? (0,_web_reading_js__WEBPACK_IMPORTED_MODULE_7__/* .lengthOf */ .Y5)(head) : null;
        if (this.#isNotThere(head))
            return this.#nothing(head);
        if (length !== null) {
            head.drop();
            return length;
        }
        if (!head.isGood && head.status !== 405 && head.status !== 501)
            throw this.#refused(head, key);
        head.drop();
        const size = await (0,_web_reading_js__WEBPACK_IMPORTED_MODULE_7__/* .measure */ .xP)(this.#web, url);
        if (typeof size === "bigint")
            return size;
        return this.#isNotThere(size) ? this.#nothing(size) : Promise.reject(this.#refused(size, key));
    }
    /** DVC knows a file of a web server by its ETag, or by Content-MD5. */
    async fingerprint(key) {
        const head = await this.#web.ask({ method: "HEAD", url: this.#web.url(key) });
        if (this.#isNotThere(head))
            return this.#nothing(head);
        if (!head.isGood)
            throw this.#refused(head, key);
        const { etag, "content-md5": md5 } = head.headers;
        const value = etag ?? (typeof md5 === "string" ? md5 : null);
        const size = (0,_web_reading_js__WEBPACK_IMPORTED_MODULE_7__/* .lengthOf */ .Y5)(head);
        head.drop();
        if (value === null)
            throw this.#namesNothing(key);
        return { kind: "checksum", value, ...(size === null ? {} : { size }) };
    }
    list() {
        throw new Error("HTTP has no listing");
    }
    async read(key, from = 0n) {
        const got = await (0,_web_reading_js__WEBPACK_IMPORTED_MODULE_7__/* .readFrom */ .zP)(this.#web, this.#web.url(key), from);
        if (got instanceof node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable)
            return got;
        if (this.#isNotThere(got))
            return this.#nothing(got);
        throw this.#refused(got, key);
    }
    async write(key, body) {
        const answer = await this.#web.ask({ method: this.#method, url: this.#web.url(key), body });
        if (this.#takesNone(answer))
            throw this.#noUploads(answer);
        (0,_web_reading_js__WEBPACK_IMPORTED_MODULE_7__/* .insist */ .R6)(answer, this.#web, `write ${key}`).drop();
    }
    async close() {
        await this.#web.close();
    }
    /** To a stranger, a server that lists nothing (S3 above all) says 403 of what it does not have. */
    #isNotThere(answer) {
        return (0,_web_reading_js__WEBPACK_IMPORTED_MODULE_7__/* .isAbsent */ .W0)(answer) || (answer.status === 403 && this.#web.site.login.anonymous);
    }
    /** A server of files looks for what is posted to, and does not find it. */
    #takesNone({ status }) {
        return status === 405 || status === 501 || (status === 404 && this.#method === "POST");
    }
    #nothing(answer) {
        answer.drop();
        return null;
    }
    #namesNothing(key) {
        return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("external-not-supported", `${this.address} does not say whether ${key} changed`, {
            found: "neither ETag nor Content-MD5",
            expected: "one of them",
            hint: "import the file instead of depending on it: dvc import-url",
        });
    }
    #noUploads(answer) {
        const { address, remote } = this.#web.site;
        answer.drop();
        const other = this.#method === "POST" ? "PUT" : "POST";
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_3__/* .denied */ .wk)({
            address,
            found: `${answer.status} ${answer.phrase}`,
            what: `upload by ${this.#method}`,
            hint: `if it takes uploads at all, then by ${other}: dvc remote modify ${remote} method ${other}`,
        });
    }
    #refused(answer, key) {
        return (0,_web_words_js__WEBPACK_IMPORTED_MODULE_8__/* .refused */ .J5)(answer, this.#web.site, `read ${key}`);
    }
}


/***/ })

};
