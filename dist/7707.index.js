export const id = 7707;
export const ids = [7707];
export const modules = {

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

/***/ 17707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openDepot: () => (/* binding */ openDepot)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-s3/dist-cjs/index.js
var dist_cjs = __webpack_require__(53711);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/lib-storage/dist-cjs/index.js
var lib_storage_dist_cjs = __webpack_require__(22358);
;// CONCATENATED MODULE: ./build/store/depots/gate.js
/** Lets so many through at a time; the others wait in line. */
class Gate {
    #free;
    #waiting = [];
    constructor(places) {
        this.#free = places;
    }
    async through(work) {
        if (this.#free > 0)
            this.#free--;
        else
            await new Promise((resolve) => this.#waiting.push(resolve));
        try {
            return await work();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#free++;
            else
                next();
        }
    }
}

// EXTERNAL MODULE: ./build/store/depots/s3/settings.js
var s3_settings = __webpack_require__(93178);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./build/store/depots/s3/road.js



const EMPTY = (0,external_node_crypto_.createHash)("sha256").digest("hex");
/**
 * The quick way to single objects: a request that is nothing but its signature, at a tenth of what the SDK's many layers cost.
 * Where it leads (host, path, region) is learnt from a request of the SDK's own that went well. Whatever does not go well here is
 * to be done again by the SDK, which knows about redirects, clocks and the reasons of refusals.
 */
class Road {
    #means;
    #base;
    #region;
    #signingKey = null;
    /** Null where the request was signed in another way, or not at all. `key`: what it asked for, its prefix included. */
    static learn(sent, key, means) {
        const scope = /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/([^/]+)\/s3\/aws4_request/.exec(sent.headers["authorization"] ?? sent.headers["Authorization"] ?? "");
        const region = scope?.[1];
        if (region === undefined || !sent.path.endsWith(encodePath(key)))
            return null;
        return new Road({ ...sent, path: sent.path.slice(0, -encodePath(key).length) }, region, means);
    }
    constructor(base, region, means) {
        this.#base = base;
        this.#region = region;
        this.#means = means;
    }
    /** The answer, whatever it is; rejects when there is none. Its body must be read or destroyed. */
    async ask(call) {
        const { protocol, hostname, port } = this.#base;
        const path = `${this.#base.path}${encodePath(call.key)}`;
        const headers = this.#signed(call, path, await this.#means.identity());
        const { agents, timeoutMs: timeout } = this.#means;
        const options = { method: call.method, hostname, path, headers, timeout };
        if (port !== undefined)
            options.port = port;
        return new Promise((resolve, reject) => {
            const secure = protocol === "https:";
            const asked = secure
                ? (0,external_node_https_.request)({ ...options, agent: agents.https }, resolve)
                : (0,external_node_http_.request)({ ...options, agent: agents.http }, resolve);
            asked.on("error", reject);
            asked.on("timeout", () => asked.destroy(new Error("no answer in time")));
            asked.end(call.body);
        });
    }
    /** AWS Signature Version 4. */
    #signed(call, path, identity) {
        const { hostname, port } = this.#base;
        const time = this.#means.clock
            .now()
            .toISOString()
            .replaceAll(/[-:]|\.\d+/g, "");
        const payload = call.body === undefined ? EMPTY : sha256(call.body);
        const headers = {
            ...(call.md5 === undefined || call.md5 === null
                ? {}
                : { "content-md5": Buffer.from(call.md5, "hex").toString("base64") }),
            host: port === undefined ? hostname : `${hostname}:${port}`,
            "x-amz-content-sha256": payload,
            "x-amz-date": time,
            ...(identity.sessionToken === undefined ? {} : { "x-amz-security-token": identity.sessionToken }),
        };
        const names = Object.keys(headers);
        const lines = names.map((name) => `${name}:${headers[name]}\n`).join("");
        const signedNames = names.join(";");
        const scope = `${time.slice(0, 8)}/${this.#region}/s3/aws4_request`;
        const canonical = `${call.method}\n${path}\n\n${lines}\n${signedNames}\n${payload}`;
        const text = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`;
        const signature = (0,external_node_crypto_.createHmac)("sha256", this.#keyFor(scope, identity.secretAccessKey)).update(text).digest("hex");
        return {
            ...headers,
            authorization: `AWS4-HMAC-SHA256 Credential=${identity.accessKeyId}/${scope}, SignedHeaders=${signedNames}, Signature=${signature}`,
            ...(call.range === undefined ? {} : { range: call.range }),
            ...(call.once === true ? { "if-none-match": "*" } : {}),
            ...(call.body === undefined ? {} : { "content-length": String(call.body.length) }),
        };
    }
    #keyFor(scope, secret) {
        const of = `${scope} ${secret}`;
        if (this.#signingKey?.of === of)
            return this.#signingKey.key;
        let key = Buffer.from(`AWS4${secret}`);
        for (const part of scope.split("/"))
            key = (0,external_node_crypto_.createHmac)("sha256", key).update(part).digest();
        this.#signingKey = { of, key };
        return key;
    }
}
function sha256(bytes) {
    return (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
}
/** As S3 wants it: everything but letters, digits, `-_.~` and the slash. */
function encodePath(key) {
    return encodeURIComponent(key)
        .replaceAll("%2F", "/")
        .replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

;// CONCATENATED MODULE: ./build/store/depots/s3/shortcut.js

/** So many refusals in a row, and it is no road for us. */
const STRIKES = 3;
/**
 * Single objects by the quick road, once it is known and while it goes well; every answer but the plain good ones is null, for "let
 * the SDK do it". Not taken where objects have a key or rights of their own.
 */
class Shortcut {
    #settings;
    #client;
    #clock;
    #road = null;
    #open;
    #strikes = 0;
    constructor(settings, { client, clock }) {
        this.#settings = settings;
        this.#client = client;
        this.#clock = clock;
        this.#open = Object.keys({ ...settings.reading, ...settings.writing }).length === 0;
    }
    async head(key) {
        const answer = await this.#ask({ method: "HEAD", key }, [200, 404]);
        answer?.resume();
        if (answer === null)
            return null;
        return answer.statusCode === 404 ? "absent" : BigInt(answer.headers["content-length"] ?? 0);
    }
    async get(key, from) {
        if (from === 0n)
            return this.#ask({ method: "GET", key }, [200]);
        return this.#ask({ method: "GET", key, range: `bytes=${from}-` }, [206]);
    }
    /** True when it is there. */
    async put(key, { bytes, md5, once }) {
        const answer = await this.#ask({ method: "PUT", key, body: bytes, md5, once }, once ? [200, 412] : [200]);
        answer?.resume();
        return answer !== null;
    }
    /** Does a command of the SDK's, and learns the road from the request that it became, when it went well. */
    async learning(command, key, work) {
        if (!this.#open || this.#road !== null)
            return work();
        let sent = null;
        command.middlewareStack.add((next) => (args) => {
            sent = args.request;
            return next(args);
        }, { step: "deserialize", name: "learning" });
        const result = await work();
        if (sent !== null)
            this.#road = Road.learn(sent, key, this.#means());
        return result;
    }
    async #ask(call, good) {
        if (!this.#open || this.#road === null)
            return null;
        const answer = await this.#road.ask(call).catch(() => null);
        const status = answer?.statusCode ?? 0;
        if (good.includes(status)) {
            this.#strikes = 0;
            return answer;
        }
        answer?.resume();
        // what is missing or busy says nothing against the road
        const refused = status >= 300 && status < 500 && ![404, 408, 416, 429].includes(status);
        if (refused && ++this.#strikes === STRIKES)
            this.#open = false;
        return null;
    }
    #means() {
        const { agents, timeoutMs } = this.#settings;
        return { clock: this.#clock, identity: () => this.#client.config.credentials(), agents, timeoutMs };
    }
}

// EXTERNAL MODULE: ./build/store/depots/s3/troubles.js
var troubles = __webpack_require__(12447);
// EXTERNAL MODULE: ./build/store/depots/troubles.js
var depots_troubles = __webpack_require__(87682);
;// CONCATENATED MODULE: ./build/store/depots/s3.js








const LANES = 64;
/** Above this, an object goes up in parts: bytes. */
const PART = 8 * 1024 * 1024;
/** S3 takes 10,000 parts at most. */
const PARTS = 9000n;
/** Objects that go up in parts at a time, and parts of each: what they hold in memory is the product. */
const BIG_ONES = 4;
const PARTS_AT_A_TIME = 4;
/** `s3://BUCKET/PATH`: Amazon's S3 and everything that speaks it. */
async function openDepot(config, surroundings) {
    const settings = (0,s3_settings/* s3Settings */.o)(config, surroundings, LANES);
    const region = await regionOf(settings.client);
    return new S3Depot(settings, {
        clock: surroundings.clock,
        // one quick try more than the engine's own: that is how the SDK learns of a clock that is wrong
        client: new dist_cjs.S3Client({ ...settings.client, region, maxAttempts: 2 }),
        // a part that fails must not cost all parts of a big object
        forParts: new dist_cjs.S3Client({ ...settings.client, region, maxAttempts: 6 }),
        signal: surroundings.signal,
        writeOnce: surroundings.writeOnce ?? false,
    });
}
/** Without a region anywhere, Amazon's first one: it knows where a bucket really is. */
async function regionOf(config) {
    const client = new dist_cjs.S3Client(config);
    try {
        return await client.config.region();
    }
    catch {
        return "us-east-1";
    }
    finally {
        client.destroy();
    }
}
class S3Depot {
    address;
    lanes = LANES;
    page = 1000;
    removes = 1000;
    #settings;
    #client;
    #forParts;
    #signal;
    #shortcut;
    #bigOnes = new Gate(BIG_ONES);
    /** Until the server turns out not to know the condition. */
    #once;
    #bucket = null;
    constructor(settings, { client, forParts, signal, clock, writeOnce }) {
        this.#once = writeOnce;
        this.address = `s3://${settings.bucket}${settings.prefix === "" ? "" : `/${settings.prefix.slice(0, -1)}`}`;
        this.#settings = settings;
        this.#client = client;
        this.#forParts = forParts;
        this.#signal = signal;
        this.#shortcut = new Shortcut(settings, { client, clock });
    }
    async stat(key) {
        const quick = await this.#shortcut.head(this.#at(key).Key);
        if (quick === "absent")
            return this.#absent();
        return quick ?? (await this.#head(key))?.size ?? null;
    }
    async fingerprint(key) {
        const found = await this.#head(key);
        return found === null ? null : { kind: "etag", value: found.etag, size: found.size };
    }
    async #head(key) {
        const at = this.#at(key);
        try {
            const command = new dist_cjs.HeadObjectCommand({ ...at, ...this.#settings.reading });
            const found = await this.#shortcut.learning(command, at.Key, () => this.#client.send(command));
            return { size: BigInt(found.ContentLength ?? 0), etag: (found.ETag ?? "").replaceAll('"', "") };
        }
        catch (cause) {
            if ((0,troubles/* isAbsent */.W0)(cause))
                return this.#absent();
            throw (0,troubles/* isSilent */.eS)(cause) ? await this.#reason(cause) : this.#trouble(cause, "look at objects");
        }
    }
    async *list(prefix) {
        const [bucket, skipped] = [this.#settings.bucket, this.#settings.prefix.length];
        let token;
        do {
            const page = await this.#tried("list objects", () => this.#client.send(new dist_cjs.ListObjectsV2Command({
                Bucket: bucket,
                Prefix: `${this.#settings.prefix}${prefix}`,
                ...(token === undefined ? {} : { ContinuationToken: token }),
            })));
            yield (page.Contents ?? []).map(({ Key = "", Size = 0, LastModified }) => ({
                key: Key.slice(skipped),
                size: BigInt(Size),
                modified: LastModified ?? null,
            }));
            token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
        } while (token !== undefined);
    }
    async read(key, from = 0n, version = null) {
        const at = this.#at(key);
        const quick = version === null ? await this.#shortcut.get(at.Key, from) : null;
        if (quick !== null)
            return quick;
        try {
            const range = from === 0n ? {} : { Range: `bytes=${from}-` };
            const which = version === null ? {} : { VersionId: version };
            const command = new dist_cjs.GetObjectCommand({ ...at, ...which, ...range, ...this.#settings.reading });
            const found = await this.#shortcut.learning(command, at.Key, () => this.#client.send(command));
            return found.Body;
        }
        catch (cause) {
            if ((0,troubles/* isAbsent */.W0)(cause))
                return null;
            if (from > 0n && (0,troubles/* isBeyondEnd */.j)(cause))
                return external_node_stream_.Readable.from([]);
            throw this.#trouble(cause, "read objects");
        }
    }
    async write(key, body) {
        if (body.size > BigInt(PART))
            return this.#bigOnes.through(() => this.#writeParts(key, body));
        const at = this.#at(key);
        const { bytes, md5 } = body;
        if (bytes !== null && (await this.#shortcut.put(at.Key, { bytes, md5, once: this.#once })))
            return;
        await this.#onlyOnce(async (condition) => {
            const command = new dist_cjs.PutObjectCommand({
                ...at,
                ...this.#settings.writing,
                ...condition,
                Body: bytes ?? body.open(),
                ContentLength: Number(body.size),
                ...(md5 === null ? {} : { ContentMD5: Buffer.from(md5, "hex").toString("base64") }),
            });
            await this.#shortcut.learning(command, at.Key, () => this.#client.send(command));
        });
    }
    /** By the thousand where the server knows how; else (Google's, for one) one by one. */
    async remove(keys) {
        const { bucket, prefix } = this.#settings;
        const Objects = keys.map((key) => ({ Key: `${prefix}${key}` }));
        try {
            const command = new dist_cjs.DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } });
            const { Errors = [] } = await this.#client.send(command);
            const [refused] = Errors.filter(({ Code }) => Code !== "NoSuchKey");
            if (refused !== undefined)
                throw (0,troubles/* refusalOf */.Of)(refused);
        }
        catch (cause) {
            if (!(0,troubles/* isUnknownHere */.fm)(cause))
                throw this.#trouble(cause, "delete objects");
            for (const { Key } of Objects) {
                const command = new dist_cjs.DeleteObjectCommand({ Bucket: bucket, Key });
                await this.#tried("delete objects", () => this.#client.send(command));
            }
        }
    }
    async keeps() {
        try {
            const { Status } = await this.#client.send(new dist_cjs.GetBucketVersioningCommand({ Bucket: this.#settings.bucket }));
            return Status === "Enabled"
                ? `the bucket ${this.#settings.bucket} keeps versions: what is deleted there stays, and is paid for, until a rule of the bucket expires it`
                : null;
        }
        catch {
            // that right is a rare one
            return null;
        }
    }
    /** Writes where nothing is there, if that is wanted: what is there already is what was to be written. */
    async #onlyOnce(write) {
        if (!this.#once)
            return this.#tried("write objects", () => write({}));
        try {
            await write({ IfNoneMatch: "*" });
        }
        catch (cause) {
            if ((0,troubles/* isThere */.$B)(cause))
                return;
            if (!(0,troubles/* isUnknownHere */.fm)(cause))
                throw this.#trouble(cause, "write objects");
            this.#once = false;
            await this.#tried("write objects", () => write({}));
        }
    }
    async close() {
        this.#client.destroy();
        this.#forParts.destroy();
    }
    /** Nothing of it is seen before its last part; what came of an upload that fails is taken away. */
    async #writeParts(key, body) {
        await this.#onlyOnce(async (condition) => {
            const about = { ...this.#at(key), ...this.#settings.writing, ...condition };
            const upload = new lib_storage_dist_cjs/* Upload */._({
                client: this.#forParts,
                params: { ...about, Body: body.open(), ContentLength: Number(body.size) },
                partSize: Math.max(PART, Number(body.size / PARTS) + 1),
                queueSize: PARTS_AT_A_TIME,
            });
            const stop = () => void upload.abort();
            this.#signal.addEventListener("abort", stop);
            try {
                await upload.done();
            }
            finally {
                this.#signal.removeEventListener("abort", stop);
            }
        });
    }
    async #absent() {
        this.#bucket ??= this.#seeBucket();
        await this.#bucket;
        return null;
    }
    /** The answer to a HEAD says nothing of a bucket that is not there: asked once, when the first object is missing. */
    async #seeBucket() {
        try {
            await this.#client.send(new dist_cjs.HeadBucketCommand({ Bucket: this.#settings.bucket }));
        }
        catch (cause) {
            if ((0,troubles/* isAbsent */.W0)(cause))
                throw (0,depots_troubles/* noSuchPlace */.uM)({ address: `s3://${this.#settings.bucket}`, cause });
        }
    }
    /** Why a HEAD was refused: a listing of one name is refused for the same reason, and says it. */
    async #reason(cause) {
        try {
            await this.#client.send(new dist_cjs.ListObjectsV2Command({ Bucket: this.#settings.bucket, Prefix: this.#settings.prefix, MaxKeys: 1 }));
        }
        catch (telling) {
            return this.#trouble(telling, "look at objects");
        }
        return this.#trouble(cause, "look at objects");
    }
    async #tried(what, work) {
        try {
            return await work();
        }
        catch (cause) {
            throw this.#trouble(cause, what);
        }
    }
    #trouble(cause, what) {
        return (0,troubles/* s3Trouble */.c0)(cause, { address: this.address, what });
    }
    #at(key) {
        return { Bucket: this.#settings.bucket, Key: `${this.#settings.prefix}${key}` };
    }
}


/***/ }),

/***/ 93178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ s3Settings)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44708);
/* harmony import */ var _aws_sdk_credential_providers__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29719);
/* harmony import */ var _committed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56866);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29934);
/* harmony import */ var _troubles_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87682);







/** DVC's and botocore's own: a minute for each. */
const PATIENCE_S = 60;
/** Reads a remote's options: DVC's names, DVC's meaning. */
function s3Settings(config, surroundings, lanes) {
    const options = (0,_options_js__WEBPACK_IMPORTED_MODULE_4__/* .readOptions */ .T)(config);
    const [, bucket = "", path = ""] = /^s3:\/\/([^/]+)\/?(.*)$/i.exec(config.url) ?? [];
    if (bucket === "")
        throw (0,_troubles_js__WEBPACK_IMPORTED_MODULE_5__/* .badOption */ .$9)(config.name, "url", "s3://BUCKET/PATH", config.url);
    const prefix = path.replace(/\/+$/, "");
    const customer = {
        ...given("SSECustomerAlgorithm", options.text("sse_customer_algorithm")),
        ...given("SSECustomerKey", options.text("sse_customer_key")),
    };
    return {
        bucket,
        prefix: prefix === "" ? "" : `${prefix}/`,
        ...clientConfig(config, surroundings, lanes),
        reading: customer,
        writing: {
            ...customer,
            ...given("ServerSideEncryption", options.text("sse")),
            ...given("SSEKMSKeyId", options.text("sse_kms_key_id")),
            ...given("ACL", options.text("acl")),
            ...given("GrantRead", options.text("grant_read")),
            ...given("GrantReadACP", options.text("grant_read_acp")),
            ...given("GrantWriteACP", options.text("grant_write_acp")),
            ...given("GrantFullControl", options.text("grant_full_control")),
        },
    };
}
function clientConfig(config, { variables }, lanes) {
    const options = (0,_options_js__WEBPACK_IMPORTED_MODULE_4__/* .readOptions */ .T)(config);
    const endpoint = options.text("endpointurl") ?? endpointFrom(variables);
    const profile = options.text("profile");
    const region = options.text("region") ?? variables["AWS_REGION"] ?? variables["AWS_DEFAULT_REGION"];
    const tls = options.yes("use_ssl") ?? true;
    const keeping = { keepAlive: true, maxSockets: 2 * lanes };
    const agents = {
        http: new node_http__WEBPACK_IMPORTED_MODULE_1__.Agent(keeping),
        https: new node_https__WEBPACK_IMPORTED_MODULE_2__.Agent({ ...keeping, ...verification(config, variables) }),
    };
    const timeoutMs = 1000 * (options.seconds("read_timeout") ?? PATIENCE_S);
    const client = {
        ...given("region", region),
        ...given("profile", profile),
        ...given("endpoint", endpoint),
        tls,
        // a bucket of a custom endpoint mostly has no name of its own in the DNS
        forcePathStyle: endpoint !== null || bucketNeedsPath(config.url),
        followRegionRedirects: true,
        // newer checksums are refused by many servers that are not Amazon's; every body carries its MD5
        requestChecksumCalculation: "WHEN_REQUIRED",
        responseChecksumValidation: "WHEN_REQUIRED",
        ...credentials(config, { profile, variables }),
        requestHandler: {
            connectionTimeout: 1000 * (options.seconds("connect_timeout") ?? PATIENCE_S),
            socketTimeout: timeoutMs,
            httpAgent: agents.http,
            httpsAgent: agents.https,
        },
    };
    return { client, agents, timeoutMs };
}
/** Where credentials are: written with the remote, none at all, or wherever the SDK finds them (environment, profiles, SSO, roles). */
function credentials(config, { profile, variables }) {
    const options = (0,_options_js__WEBPACK_IMPORTED_MODULE_4__/* .readOptions */ .T)(config);
    if (options.yes("allow_anonymous_login") === true)
        return anonymous();
    const [id, secret] = [options.text("access_key_id"), options.text("secret_access_key")];
    if ((id === null) !== (secret === null)) {
        const lacking = id === null ? "access_key_id" : "secret_access_key";
        throw (0,_troubles_js__WEBPACK_IMPORTED_MODULE_5__/* .badOption */ .$9)(config.name, lacking, "both access_key_id and secret_access_key, or neither");
    }
    if (id !== null && secret !== null) {
        const token = given("sessionToken", options.text("session_token"));
        return { credentials: { accessKeyId: id, secretAccessKey: secret, ...token } };
    }
    for (const option of ["credentialpath", "configpath"])
        (0,_committed_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseCommittedProcess */ .O)(config, option);
    const chain = (0,_aws_sdk_credential_providers__WEBPACK_IMPORTED_MODULE_6__/* .fromNodeProviderChain */ .br)({
        ...given("profile", profile ?? variables["AWS_PROFILE"] ?? null),
        ...given("filepath", options.text("credentialpath")),
        ...given("configFilepath", options.text("configpath")),
    });
    return { credentials: chain };
}
/** Requests without a signature: for buckets that are open to everyone. */
function anonymous() {
    return {
        signer: { sign: async (request) => request },
        credentials: { accessKeyId: "", secretAccessKey: "" },
    };
}
function verification(config, variables) {
    const text = (0,_options_js__WEBPACK_IMPORTED_MODULE_4__/* .readOptions */ .T)(config).text("ssl_verify") ?? variables["AWS_CA_BUNDLE"] ?? null;
    if (text === null || /^(true|yes|on|1)$/i.test(text))
        return {};
    if (/^(false|no|off|0)$/i.test(text))
        return { rejectUnauthorized: false };
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(text))
        throw (0,_troubles_js__WEBPACK_IMPORTED_MODULE_5__/* .badOption */ .$9)(config.name, "ssl_verify", "true, false or a file of certificates", text);
    return { ca: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(text) };
}
function endpointFrom(variables) {
    return variables["AWS_ENDPOINT_URL_S3"] || variables["AWS_ENDPOINT_URL"] || null;
}
/** A dot in a bucket's name breaks the certificate of `BUCKET.s3.amazonaws.com`. */
function bucketNeedsPath(url) {
    return url.slice("s3://".length).split("/")[0]?.includes(".") === true;
}
function given(name, value) {
    return value === null || value === undefined ? {} : { [name]: value };
}


/***/ }),

/***/ 12447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   QC: () => (/* binding */ isWrongDigest),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   c0: () => (/* binding */ s3Trouble),
/* harmony export */   eS: () => (/* binding */ isSilent),
/* harmony export */   fm: () => (/* binding */ isUnknownHere),
/* harmony export */   j: () => (/* binding */ isBeyondEnd)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _depot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86440);
/* harmony import */ var _troubles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87682);



const CREDENTIALS = /^(InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|ExpiredTokenException|InvalidToken|TokenRefreshRequired|CredentialsProviderError|TokenProviderError|XAdminUserNotFound|InvalidClientTokenId|UnrecognizedClientException|AuthorizationQueryParametersError)$/;
const BUSY = /^(SlowDown|ServiceUnavailable|InternalError|RequestTimeout|RequestTimeoutException|Throttling.*|TooManyRequests.*|OperationAborted|503|500)$/;
const NETWORK = /^(E(CONN|HOST|NET|PIPE|TIMEDOUT|AI_AGAIN|NOTFOUND|ADDR|PROTO)|ERR_STREAM_PREMATURE|UND_ERR|ABORT)/;
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|ERR_OSSL/;
/** True for "there is no such object". */
function isAbsent(cause) {
    const { name, status } = read(cause);
    return name === "NoSuchKey" || (status === 404 && name !== "NoSuchBucket");
}
function isBeyondEnd(cause) {
    return read(cause).status === 416;
}
/** The answer to "only where nothing is there" where something is; 409 while another is being written there. */
function isThere(cause) {
    const { name, status } = read(cause);
    return status === 412 || name === "PreconditionFailed" || name === "ConditionalRequestConflict";
}
/** The credential is known, and may not. */
function isRefused(cause) {
    const { name, status } = read(cause);
    return status === 403 && !CREDENTIALS.test(name) && name !== "RequestTimeTooSkewed";
}
/** What came is not what its digest says; said of a request that was allowed. */
function isWrongDigest(cause) {
    return read(cause).name === "BadDigest";
}
/** A server that does not know the condition. */
function isUnknownHere(cause) {
    const { name, status } = read(cause);
    return status === 501 || name === "NotImplemented";
}
/** What a request for many objects says of one of them, as if that one had been asked for alone. */
function refusalOf({ Code: name = "", Message = "" }) {
    const status = name === "AccessDenied" ? 403 : name === "NotImplemented" ? 501 : BUSY.test(name) ? 503 : 400;
    return Object.assign(new Error(Message), { name, $metadata: { httpStatusCode: status } });
}
/** A refusal that came without its reason: answers to HEAD have no body. */
function isSilent(cause) {
    const { name, status } = read(cause);
    return (status !== null &&
        status >= 300 &&
        status < 500 &&
        /^(\d+|Unknown.*|UnknownError|Error|Forbidden|BadRequest)$/.test(name));
}
function s3Trouble(cause, { address, what }) {
    if (cause instanceof _depot_js__WEBPACK_IMPORTED_MODULE_1__/* .DepotTrouble */ .y)
        return cause;
    const error = read(cause);
    const { name, status, code } = error;
    const told = { address, cause, found: wordsOf(error) };
    if (CREDENTIALS.test(name))
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .badCredentials */ .mD)({ ...told, found: name, hint: CREDENTIALS_HINT });
    if (name === "RequestTimeTooSkewed" || name === "RequestExpired")
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .clockSkew */ .nW)({ ...told });
    if (name === "NoSuchBucket")
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .noSuchPlace */ .uM)({ ...told, hint: "make the bucket, or correct the remote's url" });
    if (isRegion(error))
        return wrongRegion(told, error.region);
    if (code !== null && CERTIFICATE.test(code))
        return certificate(told);
    if (isNetwork(error))
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .unreachable */ .HB)(told);
    if (BUSY.test(name) || status === 408 || status === 429 || (status !== null && status >= 500)) {
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .busy */ .S2)({ ...told, waitMs: secondsToMs(error.retryAfter) });
    }
    if (status === 401 || status === 403)
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .denied */ .wk)({ ...told, what, hint: rightsHint(what) });
    if (status !== null)
        return (0,_troubles_js__WEBPACK_IMPORTED_MODULE_2__/* .strange */ .dV)(told);
    return cause instanceof Error ? cause : new Error("something was thrown that is no error");
}
const CREDENTIALS_HINT = "dvc remote modify --local NAME access_key_id … (and secret_access_key), or AWS_PROFILE, or aws sso login";
function rightsHint(what) {
    const [verb = ""] = what.split(" ");
    const right = { write: "s3:PutObject", delete: "s3:DeleteObject" }[verb] ?? "s3:GetObject and s3:ListBucket";
    return `the credentials need ${right} on this bucket`;
}
function isNetwork({ name, code, status }) {
    return status === null && (name === "TimeoutError" || name === "AbortError" || (code !== null && NETWORK.test(code)));
}
function isRegion({ name, status }) {
    return (/^(PermanentRedirect|AuthorizationHeaderMalformed|IllegalLocationConstraintException|InvalidRegion)$/.test(name) ||
        status === 301);
}
function wrongRegion(told, region) {
    const failure = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .infrastructure */ .Sv)("remote-region", `${told.address} is in another region than the one asked`, {
        found: told.found,
        ...(region === null ? {} : { expected: `region ${region}` }),
        hint: `dvc remote modify NAME region ${region ?? "…"}`,
        cause: told.cause,
    });
    return new _depot_js__WEBPACK_IMPORTED_MODULE_1__/* .DepotTrouble */ .y(failure, { again: false });
}
function certificate(told) {
    const failure = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .infrastructure */ .Sv)("remote-certificate", `the certificate of ${told.address} is not trusted`, {
        found: told.found,
        hint: "dvc remote modify NAME ssl_verify /path/to/ca.pem names whom to trust",
        cause: told.cause,
    });
    return new _depot_js__WEBPACK_IMPORTED_MODULE_1__/* .DepotTrouble */ .y(failure, { again: false });
}
function wordsOf({ name, message, status, code }) {
    const said = message === "" || message === name ? "" : `: ${message.replace(/\s+/g, " ").slice(0, 200)}`;
    return `${status === null ? (code ?? name) : `${status} ${name}`}${said}`;
}
function secondsToMs(text) {
    return text !== null && /^\d{1,6}$/.test(text.trim()) ? Number(text) * 1000 : null;
}
function read(cause) {
    const record = (typeof cause === "object" && cause !== null ? cause : {});
    const metadata = (record["$metadata"] ?? {});
    const response = (record["$response"] ?? {});
    const status = metadata["httpStatusCode"] ?? response.statusCode;
    const code = record["code"] ?? record["cause"]?.["code"];
    return {
        name: typeof record["name"] === "string" ? record["name"] : "Error",
        message: typeof record["message"] === "string" ? record["message"] : "",
        status: typeof status === "number" ? status : null,
        code: typeof code === "string" ? code : null,
        retryAfter: response.headers?.["retry-after"] ?? null,
        region: response.headers?.["x-amz-bucket-region"] ?? (typeof record["Region"] === "string" ? record["Region"] : null),
    };
}


/***/ })

};
