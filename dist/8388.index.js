export const id = 8388;
export const ids = [8388];
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

/***/ 68388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openDepot: () => (/* binding */ openDepot)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@azure/storage-blob/dist/esm/index.js + 124 modules
var esm = __webpack_require__(24774);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/manifest/index.js + 35 modules
var manifest = __webpack_require__(94738);
// EXTERNAL MODULE: ./build/store/depots/options.js
var options = __webpack_require__(29934);
// EXTERNAL MODULE: ./build/store/depots/troubles.js
var troubles = __webpack_require__(87682);
;// CONCATENATED MODULE: ./build/store/depots/azure-account.js







/** The SDK does not try again: whoever asks the depot does. */
const ONCE = { retryOptions: { maxTries: 1 }, userAgentOptions: { userAgentPrefix: "mainline" } };
/** A client with the credentials that DVC would take, in its order: connection string, key, SAS token, service principal, those found. */
async function openContainer(remote, { container, surroundings }) {
    const account = await accountOf(remote, surroundings);
    if (account.connection !== null)
        return byConnectionString(remote, container, account.connection);
    if (account.name === null)
        throw noAccount(remote.name);
    const url = `https://${account.name}.blob.core.windows.net/${encodeURIComponent(container)}`;
    if (account.key !== null) {
        return { container: new esm/* ContainerClient */.bM(url, sharedKey(remote, account), ONCE), login: "the account key" };
    }
    if (account.sas !== null) {
        return {
            container: new esm/* ContainerClient */.bM(`${url}?${account.sas.replace(/^\?/, "")}`, undefined, ONCE),
            login: "the SAS token",
        };
    }
    const principal = await servicePrincipal(remote);
    if (principal === null && (0,options/* readOptions */.T)(remote).yes("allow_anonymous_login") === true) {
        return { container: new esm/* ContainerClient */.bM(url, undefined, ONCE), login: "no credentials (allow_anonymous_login)" };
    }
    const { credential, login } = principal ?? (await foundCredential(remote));
    return { container: new esm/* ContainerClient */.bM(url, credential, ONCE), login };
}
/** The remote's own settings, then the environment, then the Azure command line's `~/.azure/config`. */
async function accountOf(remote, { variables, home }) {
    const folder = given(variables["AZURE_CONFIG_DIR"]) ?? (0,external_node_path_.join)(home, ".azure");
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, "config"), "utf8").catch(() => "");
    const storage = (0,manifest/* parseIni */.Ay)(text, (0,external_node_path_.join)(folder, "config")).get("storage");
    const setting = (option, name) => {
        const kept = storage?.get(name);
        return ((0,options/* readOptions */.T)(remote).text(option) ??
            given(variables[`AZURE_STORAGE_${name.toUpperCase()}`]) ??
            given(typeof kept === "string" ? kept : kept?.join(",")));
    };
    return {
        connection: setting("connection_string", "connection_string"),
        name: setting("account_name", "account"),
        key: setting("account_key", "key"),
        sas: setting("sas_token", "sas_token"),
    };
}
function byConnectionString(remote, container, connection) {
    try {
        return { container: new esm/* ContainerClient */.bM(connection, container, ONCE), login: "the connection string" };
    }
    catch {
        // The SDK's own words may hold a part of the key.
        throw (0,troubles/* badOption */.$9)(remote.name, "connection_string", "DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…;EndpointSuffix=core.windows.net", "a text that is no connection string");
    }
}
function sharedKey(remote, { name, key }) {
    if (/^[A-Za-z0-9+/]+={0,2}$/.test(key ?? ""))
        return new esm/* StorageSharedKeyCredential */.Z3(name ?? "", key ?? "");
    throw (0,troubles/* badOption */.$9)(remote.name, "account_key", "the key as Azure's portal shows it, in Base64", "a text that is no Base64");
}
async function servicePrincipal(remote) {
    const [tenant, client, secret] = ["tenant_id", "client_id", "client_secret"].map((name) => (0,options/* readOptions */.T)(remote).text(name));
    if (!tenant || !client || !secret)
        return null;
    const { ClientSecretCredential } = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3324), __webpack_require__.e(3016)]).then(__webpack_require__.bind(__webpack_require__, 73016));
    return {
        credential: new ClientSecretCredential(tenant, client, secret),
        login: "the service principal of client_id",
    };
}
/**
 * Whatever this machine has: the environment, a workload's or a managed identity, the login of Azure's tools. The remote may
 * leave some out; managed identities come last then, since asking for one where there is none takes a while.
 */
async function foundCredential(remote) {
    const left = (name) => (0,options/* readOptions */.T)(remote).yes(`exclude_${name}_credential`) === true;
    const login = "what this machine has (environment, workload or managed identity, az login)";
    const identity = await Promise.all(/* import() */[__webpack_require__.e(2088), __webpack_require__.e(3324), __webpack_require__.e(3016)]).then(__webpack_require__.bind(__webpack_require__, 73016));
    if (!["environment", "managed_identity", "visual_studio_code"].some(left)) {
        return { credential: new identity.DefaultAzureCredential(), login };
    }
    const chain = [new identity.AzureCliCredential(), new identity.AzureDeveloperCliCredential()];
    if (!left("environment"))
        chain.unshift(new identity.EnvironmentCredential());
    if (!left("visual_studio_code"))
        chain.push(new identity.VisualStudioCodeCredential());
    if (!left("managed_identity"))
        chain.push(new identity.ManagedIdentityCredential());
    return { credential: new identity.ChainedTokenCredential(...chain), login };
}
function noAccount(remote) {
    return (0,kernel/* badInput */.AN)("config-invalid", `remote "${remote}" does not say which storage account it is in`, {
        at: { file: ".dvc/config" },
        found: "neither account_name nor connection_string, in none of: the remote's settings, AZURE_STORAGE_ACCOUNT, AZURE_STORAGE_CONNECTION_STRING, ~/.azure/config",
        expected: "the name of the account, or a connection string",
        hint: `dvc remote modify ${remote} account_name NAME`,
    });
}
function given(value) {
    return value === undefined || value === "" ? null : value;
}

// EXTERNAL MODULE: ./build/store/depots/answers.js
var answers = __webpack_require__(99467);
;// CONCATENATED MODULE: ./build/store/depots/azure-trouble.js


function isAbsent(cause) {
    const refusal = refusalOf(cause);
    return refusal?.status === 404 && !isPlaceMissing(refusal);
}
function isPastTheEnd(cause) {
    return refusalOf(cause)?.status === 416;
}
function isPlaceMissing({ code }) {
    return ["ContainerNotFound", "ContainerBeingDeleted", "ResourceNotFound"].includes(code);
}
function azureTrouble(cause, asking) {
    const { address, watch } = asking;
    if (watch.lost)
        return (0,troubles/* unreachable */.HB)({ address, cause, found: `nothing was heard for ${watch.seconds} s` });
    const refusal = refusalOf(cause);
    if (refusal !== null)
        return refused(cause, refusal, asking);
    if (isLogin(cause))
        return noLogin(cause, asking);
    return (0,troubles/* unreachable */.HB)({ address, cause, found: (0,answers/* firstLine */.TM)(cause) });
}
function refused(cause, refusal, { address, container, login, what, clock }) {
    const { status, code, detail, waitMs, date } = refusal;
    const found = [String(status), code, detail].filter((part) => part !== "").join(" ");
    const told = { address, cause, found };
    const asLoggedIn = { ...told, found: `${found} (logged in with ${login})` };
    if (status === 404 || status === 409) {
        const hint = `make the container (az storage container create --name ${container}), or correct the remote's url`;
        if (isPlaceMissing(refusal))
            return (0,troubles/* noSuchPlace */.uM)({ ...told, hint });
    }
    if (status === 403 && (0,answers/* skewed */.Q0)(date, clock))
        return (0,troubles/* clockSkew */.nW)(told);
    if (code === "AuthorizationFailure" && /key|connection string/.test(login)) {
        const hint = "correct the key (dvc remote modify --local NAME account_key …), or let this machine through the account's firewall";
        return (0,troubles/* badCredentials */.mD)({ ...asLoggedIn, hint });
    }
    if (status === 401 || ["AuthenticationFailed", "NoAuthenticationInformation"].includes(code))
        return (0,troubles/* badCredentials */.mD)(asLoggedIn);
    if (status === 403 || code === "PublicAccessNotPermitted") {
        const role = `Storage Blob Data ${/^(write|delete)/.test(what) ? "Contributor" : "Reader"}`;
        return (0,troubles/* denied */.wk)({
            ...asLoggedIn,
            what,
            hint: `give whoever logs in the role "${role}" on the container, or use other credentials`,
        });
    }
    if ([408, 429].includes(status) || status >= 500 || code === "Md5Mismatch")
        return (0,troubles/* busy */.S2)({ ...told, waitMs });
    return (0,troubles/* strange */.dV)(told);
}
/** Azure's identity library throws errors of its own kinds; one that tried several places lists what each of them said. */
function isLogin(cause) {
    return (cause instanceof Error &&
        /^(CredentialUnavailableError|AggregateAuthenticationError|AuthenticationError|AuthenticationRequiredError)$/.test(cause.name));
}
function noLogin(cause, { address, login }) {
    const tried = "errors" in cause && Array.isArray(cause.errors) ? cause.errors.map(answers/* sentence */.em) : [(0,answers/* sentence */.em)(cause)];
    return (0,troubles/* badCredentials */.mD)({
        address,
        cause,
        found: `no credentials in ${login}: ${tried.join("; ")}`,
        hint: "set account_key, sas_token or connection_string (dvc remote modify --local NAME …), AZURE_STORAGE_CONNECTION_STRING, or log in: az login",
    });
}
/** `RestError` of Azure's SDK, when there was an answer. A HEAD has no body: its headers alone speak. */
function refusalOf(cause) {
    if (!(cause instanceof Error) || !("statusCode" in cause) || typeof cause.statusCode !== "number")
        return null;
    const details = (0,answers/* recordOf */.zv)("details" in cause ? cause.details : null);
    const code = details["errorCode"] ?? details["code"];
    const date = details["date"];
    const headers = "response" in cause ? (0,answers/* recordOf */.zv)(cause.response)["headers"] : null;
    return {
        status: cause.statusCode,
        code: typeof code === "string" ? code : "",
        detail: (0,answers/* sentence */.em)(details["authenticationErrorDetail"] ?? details["AuthenticationErrorDetail"] ?? cause.message),
        waitMs: (0,answers/* secondsOf */.k_)(headerOf(headers, "retry-after")),
        date: typeof date === "string" ? date : null,
    };
}
function headerOf(headers, name) {
    const carries = typeof headers === "object" && headers !== null && "get" in headers;
    return carries && typeof headers.get === "function" ? headers.get(name) : null;
}

// EXTERNAL MODULE: ./build/store/depots/bucket.js
var depots_bucket = __webpack_require__(57532);
// EXTERNAL MODULE: ./build/store/depots/streams.js
var streams = __webpack_require__(91141);
// EXTERNAL MODULE: ./build/store/depots/watch.js
var depots_watch = __webpack_require__(52415);
;// CONCATENATED MODULE: ./build/store/depots/azure.js








/** One request up to here; above, blocks side by side, which are seen only when the list of them is committed. */
const WHOLE = 32n * 1024n ** 2n;
const BLOCK = 16n * 1024n ** 2n;
const BLOCKS_AT_ONCE = 4;
const MOST_BLOCKS = 50000n;
/** Seconds without a byte, as DVC's SDK waits. */
const SILENCE = 60;
/** `azure://container/path`, with DVC's keys. */
async function openDepot(remote, surroundings) {
    const { bucket, path } = (0,depots_bucket/* bucketAndPath */.N)(remote);
    const { container, login } = await openContainer(remote, { container: bucket, surroundings });
    return new AzureDepot(container, {
        address: path === "" ? `azure://${bucket}` : `azure://${bucket}/${path}`,
        container: bucket,
        login,
        clock: surroundings.clock,
        prefix: path === "" ? "" : `${path}/`,
        silenceMs: ((0,options/* readOptions */.T)(remote).seconds("read_timeout") ?? SILENCE) * 1000,
    });
}
class AzureDepot {
    address;
    lanes = 32;
    page = 5000;
    #container;
    #settings;
    constructor(container, settings) {
        this.#container = container;
        this.#settings = settings;
        this.address = settings.address;
    }
    async stat(key) {
        return (await this.#properties(key))?.size ?? null;
    }
    async fingerprint(key) {
        const found = await this.#properties(key);
        return found === null ? null : { kind: "etag", value: found.etag, size: found.size };
    }
    async #properties(key) {
        return this.#ask("read objects", async ({ signal }) => {
            try {
                const { contentLength, etag = "" } = await this.#blob(key).getProperties({ abortSignal: signal });
                return { size: BigInt(contentLength ?? 0), etag: etag.startsWith('"') ? etag : `"${etag}"` };
            }
            catch (cause) {
                if (isAbsent(cause))
                    return null;
                throw cause;
            }
        });
    }
    async *list(prefix) {
        const base = this.#settings.prefix;
        let next;
        do {
            const page = await this.#ask("list objects", ({ signal }) => this.#container
                .listBlobsFlat({ prefix: `${base}${prefix}`, abortSignal: signal })
                .byPage({ maxPageSize: this.page, ...(next === undefined ? {} : { continuationToken: next }) })
                .next());
            if (page.done === true)
                return;
            yield page.value.segment.blobItems.map(({ name, properties }) => ({
                key: name.slice(base.length),
                size: BigInt(properties.contentLength ?? 0),
                modified: properties.lastModified ?? null,
            }));
            next = page.value.continuationToken;
        } while (next !== undefined && next !== "");
    }
    async read(key, from = 0n, version = null) {
        const watch = new depots_watch/* Watch */.o(this.#settings.silenceMs);
        const trouble = (cause) => azureTrouble(cause, { ...this.#settings, what: "read objects", watch });
        try {
            const { readableStreamBody } = await versionOf(this.#blob(key), version).download(Number(from), undefined, {
                abortSignal: watch.signal,
                maxRetryRequests: 0,
            });
            if (!(readableStreamBody instanceof external_node_stream_.Readable))
                throw new Error("an answer without a body");
            return (0,streams/* carrying */.MR)(readableStreamBody, { watch, trouble });
        }
        catch (cause) {
            watch.rest();
            if (isAbsent(cause))
                return null;
            if (isPastTheEnd(cause))
                return external_node_stream_.Readable.from([], { objectMode: false });
            throw trouble(cause);
        }
    }
    async write(key, body) {
        const put = body.size <= WHOLE ? putWhole : putBlocks;
        await this.#ask("write objects", (watch) => put(this.#blob(key), body, watch));
    }
    async remove(keys) {
        for (const key of keys) {
            await this.#ask("delete objects", async ({ signal }) => {
                try {
                    await this.#blob(key).delete({ deleteSnapshots: "include", abortSignal: signal });
                }
                catch (cause) {
                    if (!isAbsent(cause))
                        throw cause;
                }
            });
        }
    }
    async close() { }
    #blob(key) {
        return this.#container.getBlockBlobClient(`${this.#settings.prefix}${key}`);
    }
    async #ask(what, act) {
        const watch = new depots_watch/* Watch */.o(this.#settings.silenceMs);
        try {
            return await act(watch);
        }
        catch (cause) {
            if (cause instanceof streams/* OwnFault */.By)
                throw cause.cause;
            throw azureTrouble(cause, { ...this.#settings, what, watch });
        }
        finally {
            watch.rest();
        }
    }
}
function versionOf(blob, version) {
    return version === null ? blob : blob.withVersion(version).getBlockBlobClient();
}
/** The service compares the MD5 with what arrived, and refuses the blob when they differ. */
async function putWhole(blob, body, watch) {
    const options = {
        abortSignal: watch.signal,
        onProgress: () => watch.stir(),
        ...(body.md5 === null ? {} : { transactionalContentMD5: external_node_buffer_.Buffer.from(body.md5, "hex") }),
    };
    if (body.bytes !== null)
        await blob.upload(body.bytes, body.bytes.length, options);
    else
        await (0,streams/* sending */.bh)(body.open(), (bytes) => blob.upload(() => bytes, Number(body.size), options));
}
async function putBlocks(blob, body, watch) {
    const least = body.size / MOST_BLOCKS + 1n;
    const block = Number(least > BLOCK ? least : BLOCK);
    await (0,streams/* sending */.bh)(body.open(), (bytes) => blob.uploadStream(bytes, block, BLOCKS_AT_ONCE, {
        abortSignal: watch.signal,
        onProgress: () => watch.stir(),
        ...(body.md5 === null ? {} : { blobHTTPHeaders: { blobContentMD5: external_node_buffer_.Buffer.from(body.md5, "hex") } }),
    }));
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
