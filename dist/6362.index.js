export const id = 6362;
export const ids = [6362];
export const modules = {

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

/***/ 89839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ Settings)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29934);
/* harmony import */ var _troubles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87682);



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

/***/ 16362:
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
// EXTERNAL MODULE: ./build/store/depots/folders.js
var folders = __webpack_require__(23901);
// EXTERNAL MODULE: ./build/store/depots/names.js
var names = __webpack_require__(29628);
// EXTERNAL MODULE: ./build/store/depots/walk.js
var walk = __webpack_require__(44271);
// EXTERNAL MODULE: ./build/shell/index.js + 9 modules
var shell = __webpack_require__(69432);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/store/depots/sftp/askpass.js



/** Answers what ssh asks, from its environment: a secret stands in no file and on no command line. Hosts are never confirmed. */
const HELPER = String.raw `#!/bin/sh
case "$1" in
*yes/no*) exit 1 ;;
*assphrase*) [ -n "$MAINLINE_SSH_PASSPHRASE" ] && printf '%s\n' "$MAINLINE_SSH_PASSPHRASE" ;;
*) [ -n "$MAINLINE_SSH_PASSWORD" ] && printf '%s\n' "$MAINLINE_SSH_PASSWORD" ;;
esac
`;
async function makeAskpass({ password, passphrase }) {
    if (password === null && passphrase === null)
        return { variables: {}, remove: async () => { } };
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "mainline-askpass-"));
    const helper = (0,external_node_path_.join)(folder, "askpass");
    await (0,promises_.writeFile)(helper, HELPER, { mode: 0o700 });
    return {
        variables: {
            SSH_ASKPASS: helper,
            SSH_ASKPASS_REQUIRE: "force",
            // older ones ask the helper only where there is a display
            DISPLAY: ":0",
            ...(password === null ? {} : { MAINLINE_SSH_PASSWORD: password }),
            ...(passphrase === null ? {} : { MAINLINE_SSH_PASSPHRASE: passphrase }),
        },
        remove: () => (0,promises_.rm)(folder, { recursive: true, force: true }),
    };
}

// EXTERNAL MODULE: ./build/store/depot.js
var depot = __webpack_require__(86440);
// EXTERNAL MODULE: ./build/store/depots/troubles.js
var troubles = __webpack_require__(87682);
;// CONCATENATED MODULE: ./build/store/depots/sftp/packet.js
/**
 * SFTP version 3 on the wire (draft-ietf-secsh-filexfer-02), which is what every server speaks. A packet is a length, a type
 * and fields: numbers of 4 or 8 bytes, and texts with their length before them.
 */
const REQUEST = {
    init: 1,
    open: 3,
    close: 4,
    read: 5,
    write: 6,
    fstat: 8,
    opendir: 11,
    readdir: 12,
    remove: 13,
    mkdir: 14,
    stat: 17,
    rename: 18,
    extended: 200,
};
const REPLY = { version: 2, status: 101, handle: 102, data: 103, name: 104, attrs: 105, extended: 201 };
const STATUS = { ok: 0, end: 1, noSuchFile: 2, denied: 3, failure: 4, unsupported: 8 };
/** How a file is opened. */
const OPEN = { read: 1, write: 2, create: 8, exclusive: 32 };
/** No packet that we ask for is longer; what claims to be is no SFTP (a shell's greeting, mostly). */
const LONGEST = 1024 * 1024;
function encode(type, fields) {
    const parts = fields.map((field) => (typeof field === "string" ? Buffer.from(field) : field));
    const size = parts.reduce((sum, part) => sum + sizeOf(part), 1);
    const packet = Buffer.allocUnsafe(4 + size);
    packet.writeUInt32BE(size, 0);
    packet.writeUInt8(type, 4);
    let at = 5;
    for (const part of parts) {
        if (typeof part === "number")
            packet.writeUInt32BE(part, at);
        else if (typeof part === "bigint")
            packet.writeBigUInt64BE(part, at);
        else {
            packet.writeUInt32BE(part.length, at);
            packet.set(part, at + 4);
        }
        at += sizeOf(part);
    }
    return packet;
}
function sizeOf(part) {
    if (typeof part === "number")
        return 4;
    return typeof part === "bigint" ? 8 : 4 + part.length;
}
/** Bytes that are no SFTP. */
class NotSftp extends Error {
}
/** Cuts a stream of bytes into packets, without their length. */
class PacketSplitter {
    #chunks = [];
    #size = 0;
    /** The packets that are complete with this chunk. Throws `NotSftp`. */
    push(chunk) {
        this.#chunks.push(chunk);
        this.#size += chunk.length;
        const packets = [];
        while (this.#size >= 4) {
            const length = this.#head(4).readUInt32BE(0);
            if (length === 0 || length > LONGEST)
                throw new NotSftp(this.#shown());
            if (this.#size < 4 + length)
                break;
            packets.push(this.#take(4 + length).subarray(4));
        }
        return packets;
    }
    /** The first bytes, at least so many, in one piece. */
    #head(size) {
        const [first = Buffer.alloc(0)] = this.#chunks;
        if (first.length >= size)
            return first;
        const whole = Buffer.concat(this.#chunks);
        this.#chunks = [whole];
        return whole;
    }
    #take(size) {
        const head = this.#head(size);
        this.#chunks[0] = head.subarray(size);
        if (this.#chunks[0].length === 0)
            this.#chunks.shift();
        this.#size -= size;
        return head.subarray(0, size);
    }
    /** What stands there instead, as far as it can be read. */
    #shown() {
        return (Buffer.concat(this.#chunks)
            .toString("latin1")
            .split("\n")[0]
            ?.replace(/[^\x20-\x7e]+/g, " ")
            .trim()
            .slice(0, 80) ?? "");
    }
}
/** The answer to the first packet. Throws `NotSftp`. */
function decodeVersion(packet) {
    const reader = new PacketReader(packet);
    if (reader.byte() !== REPLY.version)
        throw new NotSftp("a packet that is no greeting");
    const version = reader.uint32();
    const extensions = new Map();
    while (!reader.atEnd)
        extensions.set(reader.text(), reader.text());
    return { version, extensions };
}
/** Any further answer, and the number of the request that it answers. Throws `NotSftp`. */
function decodeReply(packet) {
    const reader = new PacketReader(packet);
    const type = reader.byte();
    const id = reader.uint32();
    return { id, reply: decodeBody(type, reader) };
}
function decodeBody(type, reader) {
    switch (type) {
        case REPLY.status:
            // the oldest servers end after the code
            return { kind: "status", code: reader.uint32(), message: reader.atEnd ? "" : reader.text() };
        case REPLY.handle:
            return { kind: "handle", handle: reader.bytes() };
        case REPLY.data:
            return { kind: "data", bytes: reader.bytes() };
        case REPLY.name:
            return { kind: "names", names: Array.from({ length: reader.count() }, () => decodeName(reader)) };
        case REPLY.attrs:
            return { kind: "attributes", attributes: decodeAttributes(reader) };
        case REPLY.extended:
            return { kind: "extended", reader };
        default:
            throw new NotSftp(`a packet of the unknown type ${type}`);
    }
}
function decodeName(reader) {
    const name = reader.text();
    reader.bytes(); // the same as a line of `ls -l`
    return { name, attributes: decodeAttributes(reader) };
}
function decodeAttributes(reader) {
    const flags = reader.uint32();
    const size = (flags & 1) === 0 ? null : reader.uint64();
    if ((flags & 2) !== 0)
        reader.uint64(); // owner and group
    const mode = (flags & 4) === 0 ? null : reader.uint32();
    const modified = (flags & 8) === 0 ? null : timeOf(reader);
    if ((flags & 0x80000000) !== 0) {
        for (let left = 2 * reader.count(); left > 0; left--)
            reader.bytes();
    }
    return { size, mode, modified };
}
/** When it was read last, which nobody keeps, and when it was written; in seconds. */
function timeOf(reader) {
    reader.uint32();
    const written = reader.uint32();
    return written === 0 ? null : new Date(written * 1000);
}
/** Takes the fields of a packet one after the other. Throws `NotSftp` at its end. */
class PacketReader {
    #packet;
    #at = 0;
    constructor(packet) {
        this.#packet = packet;
    }
    get atEnd() {
        return this.#at >= this.#packet.length;
    }
    byte() {
        return this.#next(1).readUInt8(0);
    }
    uint32() {
        return this.#next(4).readUInt32BE(0);
    }
    uint64() {
        return this.#next(8).readBigUInt64BE(0);
    }
    bytes() {
        return this.#next(this.uint32());
    }
    text() {
        return this.bytes().toString("utf8");
    }
    /** How many of something follow: never more than there are bytes. */
    count() {
        const count = this.uint32();
        if (count > this.#packet.length)
            throw new NotSftp("a packet that promises more than it holds");
        return count;
    }
    #next(size) {
        if (this.#at + size > this.#packet.length)
            throw new NotSftp("a packet that ends too early");
        this.#at += size;
        return this.#packet.subarray(this.#at - size, this.#at);
    }
}

;// CONCATENATED MODULE: ./build/store/depots/sftp/session.js

/** A server's "no". */
class SftpRefusal extends Error {
    code;
    constructor(code, message) {
        super(message);
        this.code = code;
    }
}
/** The server fell silent although it was asked. */
class Silent extends Error {
}
/** The connection is gone; the process's own last words tell why. */
class Gone extends Error {
}
/** Bytes of one read or write that every server takes. */
const SAFE_LENGTH = 32 * 1024;
const MOST_LENGTH = 256 * 1024 - 1024;
const IS_FOLDER = 0o040000;
const IS_LINK = 0o120000;
const KIND = 0o170000;
/** One SFTP session over the pipes of a program: any number of requests at a time, each answered by its number. */
class SftpSession {
    /** How many works are under way in it, counted by whoever hands it out. */
    users = 0;
    /** Bytes of one read or write. */
    readLength = SAFE_LENGTH;
    writeLength = SAFE_LENGTH;
    #process;
    #silenceMs;
    #splitter = new PacketSplitter();
    #waiting = new Map();
    #extensions = new Map();
    #next = 0;
    #over = null;
    #alarm = null;
    constructor(process, silenceMs) {
        this.#process = process;
        this.#silenceMs = silenceMs;
    }
    /** Greets the server. Rejects with `Gone`, `Silent` or `NotSftp`, and then the program has been ended. */
    static async open(process, { greetingMs, silenceMs }) {
        const session = new SftpSession(process, silenceMs);
        await session.#greet(greetingMs);
        if (session.#extensions.has("limits@openssh.com"))
            await session.#askLimits();
        return session;
    }
    /** Null while it lives. */
    get over() {
        return this.#over;
    }
    /** Null when there is nothing. */
    async stat(path) {
        try {
            return attributesOf(await this.#ask(REQUEST.stat, [path]));
        }
        catch (cause) {
            if (cause instanceof SftpRefusal && cause.code === STATUS.noSuchFile)
                return null;
            throw cause;
        }
    }
    async open(path, flags) {
        return handleOf(await this.#ask(REQUEST.open, [path, flags, 0]));
    }
    async fstat(handle) {
        return attributesOf(await this.#ask(REQUEST.fstat, [handle]));
    }
    /** Null at the end. May give less than it was asked for. */
    async read(handle, offset, length) {
        const reply = await this.#ask(REQUEST.read, [handle, offset, length]).catch(endAsNull);
        if (reply === null)
            return null;
        return reply.kind === "data" ? reply.bytes : mismatch(reply);
    }
    async write(handle, offset, bytes) {
        await this.#ask(REQUEST.write, [handle, offset, bytes]);
    }
    async close(handle) {
        await this.#ask(REQUEST.close, [handle]);
    }
    async remove(path) {
        await this.#ask(REQUEST.remove, [path]);
    }
    async makeFolder(path) {
        await this.#ask(REQUEST.mkdir, [path, 0]);
    }
    /** What stood at `to` is replaced. */
    async rename(from, to) {
        if (this.#extensions.has("posix-rename@openssh.com")) {
            await this.#ask(REQUEST.extended, ["posix-rename@openssh.com", from, to]);
            return;
        }
        try {
            await this.#ask(REQUEST.rename, [from, to]);
        }
        catch (cause) {
            // the protocol's own rename takes no name that is taken
            if (!(cause instanceof SftpRefusal) || (await this.stat(to)) === null)
                throw cause;
            await this.remove(to);
            await this.#ask(REQUEST.rename, [from, to]);
        }
    }
    /** Null when there is no such folder. */
    async list(path) {
        const opened = await this.#ask(REQUEST.opendir, [path]).catch(absentAsNull);
        if (opened === null)
            return null;
        const handle = handleOf(opened);
        const entries = [];
        try {
            for (;;) {
                const reply = await this.#ask(REQUEST.readdir, [handle]).catch(endAsNull);
                if (reply === null)
                    return entries;
                if (reply.kind !== "names")
                    return mismatch(reply);
                entries.push(...reply.names.map(({ name, attributes }) => entryOf(name, attributes)));
            }
        }
        finally {
            this.close(handle).catch(() => { });
        }
    }
    /** Ends the program; who still waits is told `cause`. */
    end(cause = new Gone("closed")) {
        this.#end(cause);
        this.#process.stdin.end();
        this.#process.kill("SIGTERM");
    }
    #ask(type, fields) {
        const id = this.#next++ >>> 0;
        return this.#send(id, encode(type, [id, ...fields]));
    }
    #send(id, packet) {
        if (this.#over !== null)
            return Promise.reject(this.#over);
        return new Promise((resolve, reject) => {
            this.#waiting.set(id, { resolve, reject });
            this.#watch();
            this.#process.stdin.write(packet);
        });
    }
    async #greet(greetingMs) {
        const { promise, resolve, reject } = Promise.withResolvers();
        let take = (packet) => {
            take = (next) => this.#take(next);
            resolve(packet);
        };
        this.#process.stdout.on("data", (chunk) => {
            try {
                for (const packet of this.#splitter.push(chunk))
                    take(packet);
            }
            catch (cause) {
                const told = cause instanceof Error ? cause : new NotSftp(String(cause));
                reject(told);
                this.end(told);
            }
        });
        void this.#process.ended.then(() => {
            const gone = new Gone("the connection is gone");
            reject(gone);
            this.#end(gone);
        });
        const alarm = setTimeout(() => reject(new Silent(`no greeting within ${greetingMs / 1000} s`)), greetingMs);
        this.#process.stdin.write(encode(REQUEST.init, [3]));
        try {
            this.#extensions = decodeVersion(await promise).extensions;
            this.#watch();
        }
        catch (cause) {
            this.end(cause instanceof Error ? cause : new NotSftp(String(cause)));
            throw cause;
        }
        finally {
            clearTimeout(alarm);
        }
    }
    async #askLimits() {
        const reply = await this.#ask(REQUEST.extended, ["limits@openssh.com"]);
        if (reply.kind !== "extended")
            return;
        reply.reader.uint64(); // of a packet
        // 0 stands for no limit
        const length = (limit) => (limit === 0n ? SAFE_LENGTH : Math.min(MOST_LENGTH, Number(limit)));
        this.readLength = length(reply.reader.uint64());
        this.writeLength = length(reply.reader.uint64());
    }
    #take(packet) {
        const { id, reply } = decodeReply(packet);
        const waiter = this.#waiting.get(id);
        if (waiter === undefined)
            throw new NotSftp(`an answer that nobody asked for (${id})`);
        this.#waiting.delete(id);
        if (reply.kind === "status" && reply.code !== STATUS.ok)
            waiter.reject(new SftpRefusal(reply.code, reply.message));
        else
            waiter.resolve(reply);
        this.#watch();
    }
    /** Alarmed while somebody waits, and out of the way of a program that wants to end while nobody does. */
    #watch() {
        if (this.#waiting.size === 0) {
            if (this.#alarm !== null)
                clearTimeout(this.#alarm);
            this.#alarm = null;
            this.#process.hold(false);
        }
        else if (this.#alarm === null) {
            this.#alarm = setTimeout(() => this.end(new Silent(`no sign of life for ${this.#silenceMs / 1000} s`)), this.#silenceMs);
            this.#process.hold(true);
        }
        else
            this.#alarm.refresh();
    }
    #end(cause) {
        this.#over ??= cause;
        const waiters = [...this.#waiting.values()];
        this.#waiting.clear();
        this.#watch();
        for (const waiter of waiters)
            waiter.reject(this.#over);
    }
}
function attributesOf(reply) {
    return reply.kind === "attributes" ? reply.attributes : mismatch(reply);
}
function handleOf(reply) {
    // it is kept, and must not keep all else that came with it
    return reply.kind === "handle" ? Buffer.from(reply.handle) : mismatch(reply);
}
function mismatch(reply) {
    throw new NotSftp(`an answer of the wrong kind (${reply.kind})`);
}
function endAsNull(cause) {
    if (cause instanceof SftpRefusal && cause.code === STATUS.end)
        return null;
    throw cause;
}
function absentAsNull(cause) {
    if (cause instanceof SftpRefusal && cause.code === STATUS.noSuchFile)
        return null;
    throw cause;
}
function entryOf(name, { mode, size, modified }) {
    const kind = (mode ?? 0) & KIND;
    return { name, kind: kind === IS_FOLDER ? "folder" : kind === IS_LINK ? "link" : "file", size: size ?? 0n, modified };
}
function isFolder({ mode }) {
    return ((mode ?? 0) & KIND) === IS_FOLDER;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/store/depots/settings.js
var depots_settings = __webpack_require__(89839);
;// CONCATENATED MODULE: ./build/store/depots/sftp/target.js



const CONNECTIONS = 4;
/** Takes `ssh://user@host:port/absolute/path` and DVC's keys. Failure `config-invalid`. */
function parseTarget(config) {
    const settings = new depots_settings/* Settings */.w(config);
    const { name: remote, url } = config;
    const parts = /^ssh:\/\/(?:([^/@:]*)(?::([^/@]*))?@)?(?:\[([^\]/]+)\]|([^/:@]+))(?::(\d+))?(\/.*)?$/i.exec(url);
    const [, user = "", password = "", v6, name = "", port, path = ""] = parts ?? [];
    const host = v6 ?? name;
    if (host === "")
        throw (0,troubles/* badOption */.$9)(remote, "url", "ssh://user@host:port/path", url.replace(/\/\/[^/@]*@/, "//…@"));
    return {
        remote,
        host,
        user: settings.text("user") ?? (user === "" ? null : user),
        port: settings.whole("port") ?? (port === undefined ? null : Number(port)),
        path: path.length > 1 ? path.replace(/\/+$/, "") : path,
        keyfile: keyfileOf(settings),
        password: settings.secret("password") ?? (password === "" ? null : password),
        passphrase: settings.secret("passphrase"),
        timeoutMs: settings.text("timeout") === null ? null : settings.milliseconds("timeout", 0),
        allowAgent: settings.flag("allow_agent"),
        gssAuth: settings.flag("gss_auth"),
        connections: Math.min(CONNECTIONS, settings.whole("max_sessions") ?? CONNECTIONS),
    };
}
function keyfileOf(settings) {
    const keyfile = settings.text("keyfile");
    if (keyfile === null || (0,external_node_fs_.existsSync)(keyfile))
        return keyfile;
    throw (0,troubles/* badOption */.$9)(settings.remote, "keyfile", "a private key's file", `no file ${keyfile}`);
}
/** For people: without a password. */
function addressOf({ host, user, port, path }) {
    const name = host.includes(":") ? `[${host}]` : host;
    return `ssh://${user === null ? "" : `${user}@`}${name}${port === null ? "" : `:${port}`}${path}`;
}
/** The same as a command to try by hand. */
function byHand({ host, user, port, keyfile }) {
    const options = [...(port === null ? [] : [`-p ${port}`]), ...(keyfile === null ? [] : [`-i ${keyfile}`])];
    return ["ssh", ...options, user === null ? host : `${user}@${host}`].join(" ");
}
/** What `ssh` is started with: nothing that the user's configuration could say better, and nothing secret. */
function sshArguments(target) {
    const { host, user, port, keyfile, password, passphrase, timeoutMs, allowAgent, gssAuth } = target;
    const asks = password !== null || passphrase !== null;
    const options = {
        BatchMode: asks ? "no" : "yes",
        // one wrong password is told, not repeated
        NumberOfPasswordPrompts: "1",
        PermitLocalCommand: "no",
        RemoteCommand: "none",
        RequestTTY: "no",
        ClearAllForwardings: "yes",
        // a master that stays behind would keep our pipes open; one that is there is used
        ControlMaster: "no",
        // a host that vanished is known to be gone after a minute
        ServerAliveInterval: "15",
        ServerAliveCountMax: "4",
        ...(timeoutMs === null || timeoutMs === 0 ? {} : { ConnectTimeout: String(Math.ceil(timeoutMs / 1000)) }),
        ...(keyfile === null ? {} : { IdentitiesOnly: "yes" }),
        ...(allowAgent === false ? { IdentityAgent: "none" } : {}),
        ...(gssAuth === null ? {} : { GSSAPIAuthentication: gssAuth ? "yes" : "no" }),
        ...(asks ? { PreferredAuthentications: methods(target).join(",") } : {}),
    };
    return [
        "-x",
        "-a",
        ...Object.entries(options).flatMap(([name, value]) => ["-o", `${name}=${value}`]),
        ...(user === null ? [] : ["-l", user]),
        ...(port === null ? [] : ["-p", String(port)]),
        ...(keyfile === null ? [] : ["-i", keyfile]),
        "-s",
        "--",
        host,
        "sftp",
    ];
}
/** DVC's: what there are credentials for. */
function methods({ keyfile, password, passphrase, gssAuth }) {
    return [
        ...(gssAuth === true ? ["gssapi-with-mic"] : []),
        ...(keyfile !== null || passphrase !== null ? ["publickey"] : []),
        ...(password === null ? [] : ["keyboard-interactive", "password"]),
    ];
}

;// CONCATENATED MODULE: ./build/store/depots/sftp/last-words.js






/** Why a session did not come about or ended, told with a next step. `said` is what `ssh` wrote to stderr: OpenSSH speaks English everywhere. */
function sshTrouble(target, said, cause) {
    if (cause instanceof NotSftp)
        return notSftp(target, cause);
    if (cause instanceof Gone)
        return wordsTrouble(target, said, cause);
    if (cause instanceof kernel/* Failure */.HR || !(cause instanceof Error))
        return cause;
    return (0,troubles/* unreachable */.HB)({ address: addressOf(target), cause, found: cause.message });
}
function notSftp(target, { message }) {
    return (0,troubles/* strange */.dV)({
        address: addressOf(target),
        found: message,
        hint: "when a login shell's start-up file prints something (echo in .bashrc), it must do so on terminals only",
    });
}
function wordsTrouble(target, said, cause) {
    const address = addressOf(target);
    const lines = said.split(/\r?\n/).filter((line) => line.trim() !== "" && !/^(@+|\*\*)/.test(line));
    const found = lines.slice(-2).join("; ").trim() || cause.message;
    const told = { address, cause, found };
    if (/REMOTE HOST IDENTIFICATION HAS CHANGED/.test(said))
        return otherKey(target, lines);
    if (/Host key verification failed|No \S+ host key is known for|authenticity of host/.test(said))
        return unknownHost(target, lines);
    if (/Permission denied \(|Too many authentication failures|No more authentication methods/.test(said)) {
        return (0,troubles/* badCredentials */.mD)({ ...told, hint: `get in by hand first: ${byHand(target)}` });
    }
    if (/subsystem request failed/i.test(said)) {
        return (0,troubles/* strange */.dV)({ ...told, hint: "the server must offer SFTP (sshd_config: Subsystem sftp internal-sftp)" });
    }
    if (/Bad configuration option|bad configuration options|Bad owner or permissions/i.test(said)) {
        return (0,troubles/* strange */.dV)({ ...told, hint: "correct the ssh configuration that it names" });
    }
    if (/Could not resolve hostname/.test(said) && !/Temporary failure/.test(said)) {
        return (0,troubles/* noSuchPlace */.uM)({
            ...told,
            hint: `check the host in the remote's url: dvc remote modify ${target.remote} url …`,
        });
    }
    return (0,troubles/* unreachable */.HB)(told);
}
function unknownHost(target, lines) {
    return untrusted(`nobody has said yet that the key of ${target.host} is right`, {
        found: lines.slice(-1).join(),
        hint: `compare its fingerprint and say yes, once: ${byHand(target)}\n(on a runner: put the line of \`ssh-keyscan ${target.port === null ? "" : `-p ${target.port} `}${target.host}\`, once compared, into ~/.ssh/known_hosts)`,
    });
}
function otherKey(target, lines) {
    const name = target.port === null || target.port === 22 ? target.host : `[${target.host}]:${target.port}`;
    return untrusted(`${target.host} shows another key than before: somebody may be in between`, {
        found: lines.find((line) => /fingerprint|SHA256:/.test(line)) ?? lines.slice(-1).join(),
        hint: `ask its owner whether the key was changed; if so: ssh-keygen -R '${name}', then ${byHand(target)}`,
    });
}
function untrusted(message, { found, hint }) {
    const expected = "a key that is in known_hosts";
    return new depot/* DepotTrouble */.y((0,kernel/* infrastructure */.Sv)("remote-host-key", message, { found, expected, hint }), { again: false });
}

;// CONCATENATED MODULE: ./build/store/depots/sftp/connections.js





/** So long may a login take where the remote does not say. */
const LOGIN_MS = 120_000;
const SILENCE_MS = 120_000;
/** With so many works in every connection, one more connection pays. */
const CROWDED = 3;
const KEPT_WORDS = 4096;
/**
 * A few `ssh` at a time: a server works through one connection's requests one after the other. The first is opened when it is
 * needed, more while the work goes on; where no more of them are let in, those that are there do.
 */
class Connections {
    target;
    #surroundings;
    #words = new WeakMap();
    #sessions = [];
    #opening = null;
    #most;
    constructor(target, surroundings) {
        this.target = target;
        this.#surroundings = surroundings;
        this.#most = target.connections;
        surroundings.signal.addEventListener("abort", () => this.#endAll(), { once: true });
    }
    /** A living session, which counts as used until `release`. */
    async take() {
        this.#sessions = this.#sessions.filter((session) => session.over === null);
        const idlest = this.#sessions.reduce((best, each) => (best === null || each.users < best.users ? each : best), null);
        if (idlest !== null && idlest.users >= CROWDED && this.#sessions.length < this.#most)
            this.#grow();
        const session = idlest ?? (await this.#open());
        session.users++;
        return session;
    }
    release(session) {
        session.users--;
    }
    /** What to tell when a session broke. */
    trouble(cause, session) {
        return sshTrouble(this.target, this.#words.get(session)?.() ?? "", cause);
    }
    async close() {
        this.#most = 0;
        await this.#opening?.catch(() => { });
        this.#endAll();
    }
    #endAll() {
        for (const session of this.#sessions.splice(0))
            session.end();
    }
    #grow() {
        if (this.#opening !== null)
            return;
        this.#open().catch(() => {
            this.#most = Math.max(1, this.#sessions.length);
        });
    }
    #open() {
        this.#opening ??= this.#connect().finally(() => {
            this.#opening = null;
        });
        return this.#opening;
    }
    async #connect() {
        this.#surroundings.signal.throwIfAborted();
        const askpass = await makeAskpass(this.target);
        const env = defined({ ...this.#surroundings.variables, ...askpass.variables });
        let words = "";
        try {
            const process = await (0,shell/* startPiped */.PH)("ssh", sshArguments(this.target), { env });
            process.stderr.on("data", (chunk) => {
                words = (words + chunk.toString("utf8")).slice(-KEPT_WORDS);
            });
            const greetingMs = this.target.timeoutMs || LOGIN_MS;
            const session = await SftpSession.open(process, { greetingMs, silenceMs: SILENCE_MS });
            this.#words.set(session, () => words);
            this.#sessions.push(session);
            if (this.#surroundings.signal.aborted)
                session.end();
            return session;
        }
        catch (cause) {
            throw sshTrouble(this.target, words, cause);
        }
        finally {
            await askpass.remove();
        }
    }
}
function defined(variables) {
    return Object.fromEntries(Object.entries(variables).filter((entry) => entry[1] !== undefined));
}

;// CONCATENATED MODULE: ./build/store/depots/sftp/refusal.js



function isAbsence(cause) {
    return cause instanceof SftpRefusal && cause.code === STATUS.noSuchFile;
}
/** A server's "no", told. `doing` completes "does not allow us to …". */
function refusalTrouble({ code, message }, address, doing) {
    const found = `SFTP status ${code}${message === "" ? "" : `, "${message}"`}`;
    if (code === STATUS.noSuchFile)
        return (0,troubles/* noSuchPlace */.uM)({ address, found });
    if (code === STATUS.denied)
        return (0,troubles/* denied */.wk)({ address, found, what: doing });
    if (code === STATUS.failure) {
        return (0,troubles/* denied */.wk)({
            address,
            found,
            what: doing,
            hint: "the protocol does not say why; is its disk full, or a quota used up?",
        });
    }
    return (0,troubles/* strange */.dV)({ address, found });
}

;// CONCATENATED MODULE: ./build/store/depots/sftp/transfer.js
/** How much of one file is asked for or sent before its answers are here: covers 1 Gbit/s over 30 ms. */
const UNDER_WAY = 4 * 1024 * 1024;
/** The bytes of an open file from `from` on, asked for ahead of being wanted. */
async function* readAhead(session, handle, from) {
    const length = session.readLength;
    const asked = [];
    const ask = (offset) => {
        const part = readWhole(session, { handle, offset, length });
        // its turn comes; an error must not be thrown before
        part.catch(() => { });
        asked.push(part);
    };
    // a small file is here with this one question
    ask(from);
    const size = (await session.fstat(handle)).size ?? 0n;
    for (let next = from + BigInt(length); asked.length > 0;) {
        for (; next < size && asked.length * length < UNDER_WAY; next += BigInt(length))
            ask(next);
        yield* (await asked.shift()) ?? [];
    }
}
/** A part in as many answers as the server likes; shorter only at the end of the file. */
async function readWhole(session, { handle, offset, length }) {
    const pieces = [];
    for (let got = 0; got < length;) {
        const piece = await session.read(handle, offset + BigInt(got), length - got);
        if (piece === null || piece.length === 0)
            break;
        pieces.push(piece);
        got += piece.length;
    }
    return pieces;
}
/** Writes all of a source to an open file, many parts under way at a time. */
async function writeAll(session, handle, source) {
    const sent = [];
    let underWay = 0;
    let offset = 0n;
    const settle = async () => {
        const oldest = sent.shift();
        await oldest?.done;
        underWay -= oldest?.length ?? 0;
    };
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
        for (let at = 0; at < chunk.length; at += session.writeLength) {
            const part = chunk.subarray(at, at + session.writeLength);
            const done = session.write(handle, offset, part);
            done.catch(() => { });
            sent.push({ done, length: part.length });
            offset += BigInt(part.length);
            underWay += part.length;
            while (underWay > UNDER_WAY)
                await settle();
        }
    }
    while (sent.length > 0)
        await settle();
}

;// CONCATENATED MODULE: ./build/store/depots/sftp/depot.js











/** Works at a time in one connection: covers the way there and back. */
const WORKS = 8;
/** Names in one answer to READDIR, as OpenSSH gives them. */
const PAGE = 100;
/** Opens `ssh://` with DVC's keys: user, port, keyfile, password, passphrase, timeout, allow_agent, gss_auth, max_sessions. */
async function openDepot(config, surroundings) {
    return new SftpDepot(new Connections(parseTarget(config), surroundings));
}
class SftpDepot {
    address;
    lanes;
    page = PAGE;
    #connections;
    #path;
    #folders;
    constructor(connections) {
        const { target } = connections;
        this.#connections = connections;
        this.#path = target.path;
        this.address = addressOf(target);
        this.lanes = target.connections * WORKS;
        // from the server's own root, or the folder that it starts in: as with DVC, a remote's folder is made with the first push
        this.#folders = new folders/* Folders */._({ make: (folder) => this.#makeFolder(folder), root: async () => { } });
    }
    async stat(key) {
        return this.#work(`look at ${key}`, async (session) => {
            const attributes = await session.stat(this.#at(key));
            return attributes === null || isFolder(attributes) ? null : (attributes.size ?? 0n);
        });
    }
    list(prefix) {
        return (0,walk/* walk */.G)(prefix, this.lanes, (folder) => this.#work(`list ${folder}`, (session) => this.#look(session, folder === "." ? "" : folder)));
    }
    async read(key, from = 0n) {
        const session = await this.#connections.take();
        const doing = `read ${key}`;
        const handle = await session.open(this.#at(key), OPEN.read).catch((cause) => {
            this.#connections.release(session);
            if (isAbsence(cause))
                return null;
            throw this.#told(cause, session, doing);
        });
        if (handle === null)
            return null;
        const told = (cause) => this.#told(cause, session, doing);
        async function* bytes() {
            try {
                yield* readAhead(session, handle, from);
            }
            catch (cause) {
                throw told(cause);
            }
        }
        const stream = external_node_stream_.Readable.from(bytes(), { objectMode: false });
        stream.once("close", () => {
            session.close(handle).catch(() => { });
            this.#connections.release(session);
        });
        return stream;
    }
    /** Under a name of its own first: a half-written blob is never seen under its name. */
    async write(key, body) {
        const path = this.#at(key);
        const temporary = `${path.slice(0, path.lastIndexOf("/") + 1)}${(0,names/* temporaryName */.N)()}`;
        await this.#work(`write ${key}`, async (session) => {
            const handle = await this.#create(session, temporary);
            try {
                await writeAll(session, handle, body.bytes ?? body.open());
                await session.close(handle);
                await session.rename(temporary, path);
            }
            catch (cause) {
                // as well as it goes: what stays is swept by `dvc gc --cloud`
                session.close(handle).catch(() => { });
                await session.remove(temporary).catch(() => { });
                throw cause;
            }
        });
    }
    async remove(keys) {
        for (const key of keys) {
            await this.#work(`delete ${key}`, async (session) => {
                await session.remove(this.#at(key)).catch((cause) => {
                    if (!isAbsence(cause))
                        throw cause;
                });
            });
        }
    }
    async close() {
        await this.#connections.close();
    }
    #at(key) {
        return this.#path === "" ? key : `${this.#path.replace(/\/$/, "")}/${key}`;
    }
    async #work(doing, work) {
        const session = await this.#connections.take();
        try {
            return await work(session);
        }
        catch (cause) {
            throw this.#told(cause, session, doing);
        }
        finally {
            this.#connections.release(session);
        }
    }
    #told(cause, session, doing) {
        if (cause instanceof SftpRefusal)
            return refusalTrouble(cause, this.address, doing);
        return cause instanceof Error && cause === session.over ? this.#connections.trouble(cause, session) : cause;
    }
    async #create(session, path) {
        const flags = OPEN.write | OPEN.create | OPEN.exclusive;
        try {
            return await session.open(path, flags);
        }
        catch (cause) {
            const folder = (0,kernel/* parentOf */.gN)(path.replace(/^\//, ""));
            if (!isAbsence(cause) || folder === ".")
                throw cause;
            this.#folders.forget(folder);
            await this.#folders.ensure(folder);
            return session.open(path, flags);
        }
    }
    /** `folder` counts from the server's root where the remote's path does. */
    async #makeFolder(folder) {
        const path = this.#path.startsWith("/") ? `/${folder}` : folder;
        return this.#work(`make the folder ${path}`, async (session) => {
            try {
                await session.makeFolder(path);
                return null;
            }
            catch (cause) {
                if (isAbsence(cause))
                    return refusalTrouble(cause, this.address, `make the folder ${path}`);
                // the protocol has no word of its own for "it stands already"
                if (cause instanceof SftpRefusal && cause.code !== STATUS.denied) {
                    const there = await session.stat(path);
                    if (there !== null && isFolder(there))
                        return null;
                }
                throw cause;
            }
        });
    }
    async #look(session, folder) {
        const path = this.#at(folder);
        const entries = await session.list(path === "" ? "." : path);
        if (entries === null)
            return null;
        const named = entries.filter(({ name }) => (0,names/* isBlobName */.l)(name));
        const meant = await Promise.all(named.map((entry) => follow(session, path, entry)));
        return {
            blobs: meant.filter((entry) => entry?.kind === "file").map((entry) => entry),
            folders: meant.filter((entry) => entry?.kind === "folder").map((entry) => entry.name),
        };
    }
}
/** What a link leads to; null when it leads nowhere. */
async function follow(session, folder, entry) {
    if (entry.kind !== "link")
        return entry;
    const attributes = await session.stat(folder === "" ? entry.name : `${folder}/${entry.name}`);
    if (attributes === null)
        return null;
    const { size, modified } = attributes;
    return { name: entry.name, kind: isFolder(attributes) ? "folder" : "file", size: size ?? 0n, modified };
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


/***/ })

};
