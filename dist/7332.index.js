export const id = 7332;
export const ids = [7332];
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

/***/ 27332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bucketRights: () => (/* binding */ bucketRights)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53711);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47052);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93178);
/* harmony import */ var _troubles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12447);




/** Of no bytes that are ever sent: a bucket that would have taken the object refuses it for this, after it looked at the rights. */
const WRONG_MD5 = Buffer.alloc(16).toString("base64");
/** What the credential may in the bucket. Only the probe is ever written; everything else is asked so that it cannot come true. */
async function bucketRights(config, surroundings) {
    const settings = (0,_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .s3Settings */ .o)(config, surroundings, 1);
    const client = new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__.S3Client({ region: "us-east-1", ...settings.client, maxAttempts: 3 });
    const bucket = new Trial(client, settings);
    try {
        const adds = (await bucket.adds()) && (await bucket.couldWrite(_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .PROBE_OBJECT */ .HZ, { IfNoneMatch: "*" }));
        const overwrites = (await bucket.couldWrite(_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .PROBE */ .vD, {})) || (await bucket.couldWrite(_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .PROBE_OBJECT */ .HZ, {}));
        const writesRuns = (await bucket.couldWrite(_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .PROBE_RUN */ .lX, {})) || (await bucket.couldWrite(_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .PROBE_RUN */ .lX, { IfNoneMatch: "*" }));
        // last: a credential that can delete leaves nothing behind
        return {
            adds,
            overwrites,
            writesRuns,
            keepsVersions: await bucket.keepsVersions(),
            deletes: await bucket.deletes(),
        };
    }
    finally {
        client.destroy();
    }
}
class Trial {
    #client;
    #settings;
    constructor(client, settings) {
        this.#client = client;
        this.#settings = settings;
    }
    /** The probe is written where it is not. */
    adds() {
        return this.#allowed(async () => {
            await this.#put(_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .PROBE */ .vD, { IfNoneMatch: "*" }).catch((cause) => {
                if (!(0,_troubles_js__WEBPACK_IMPORTED_MODULE_1__/* .isThere */ .$B)(cause))
                    throw cause;
            });
        });
    }
    /** Sends what cannot be accepted: nothing is ever written. */
    couldWrite(key, condition) {
        return this.#allowed(async () => {
            await this.#put(key, { ...condition, ContentMD5: WRONG_MD5 }).catch((cause) => {
                if (!(0,_troubles_js__WEBPACK_IMPORTED_MODULE_1__/* .isWrongDigest */ .QC)(cause) && !(0,_troubles_js__WEBPACK_IMPORTED_MODULE_1__/* .isThere */ .$B)(cause))
                    throw cause;
            });
        });
    }
    deletes() {
        return this.#allowed(() => this.#client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__.DeleteObjectCommand(this.#at(_probe_js__WEBPACK_IMPORTED_MODULE_3__/* .PROBE */ .vD))));
    }
    /** Null where the credential may not ask. */
    async keepsVersions() {
        try {
            const { Bucket } = this.#at("");
            return (await this.#client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__.GetBucketVersioningCommand({ Bucket }))).Status === "Enabled";
        }
        catch {
            return null;
        }
    }
    #put(key, about) {
        const body = { Body: _probe_js__WEBPACK_IMPORTED_MODULE_3__/* .PROBE_TEXT */ .P3, ContentLength: _probe_js__WEBPACK_IMPORTED_MODULE_3__/* .PROBE_TEXT */ .P3.length };
        return this.#client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__.PutObjectCommand({ ...this.#at(key), ...this.#settings.writing, ...body, ...about }));
    }
    /** False for a refusal; whatever else goes wrong says nothing of rights. */
    async #allowed(act) {
        try {
            await act();
            return true;
        }
        catch (cause) {
            if ((0,_troubles_js__WEBPACK_IMPORTED_MODULE_1__/* .isRefused */ .H0)(cause))
                return false;
            throw (0,_troubles_js__WEBPACK_IMPORTED_MODULE_1__/* .s3Trouble */ .c0)(cause, { address: `s3://${this.#settings.bucket}`, what: "write objects" });
        }
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
