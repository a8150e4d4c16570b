export const id = 4425;
export const ids = [4425];
export const modules = {

/***/ 28737:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "97073a231b8ec3abc7a9.js";

/***/ }),

/***/ 22712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SF: () => (/* reexport */ HashState),
  E3: () => (/* reexport */ directoryListing),
  jD: () => (/* reexport */ dos2unixHashFile),
  GW: () => (/* reexport */ fileChanging),
  yi: () => (/* reexport */ hashBytes),
  DC: () => (/* reexport */ hashFile),
  WF: () => (/* reexport */ mergeListings),
  _S: () => (/* reexport */ parseListing),
  Zc: () => (/* reexport */ readTree)
});

// UNUSED EXPORTS: TreeHash, sameStamp

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/digest/bytes.js


/** DVC's object id of a file with this content: the MD5 of the raw bytes. */
function hashBytes(bytes) {
    return oidOfHex((0,external_node_crypto_.hash)("md5", bytes, "hex"));
}
/** The id that 16 digest bytes, from `offset` on, stand for. */
function oidOfDigest(digests, offset = 0) {
    return oidOfHex(Buffer.from(digests.buffer, digests.byteOffset + offset, 16).toString("hex"));
}
/** For digests that we computed ourselves; foreign text goes through `parseOid`. */
function oidOfHex(hex) {
    const oid = (0,kernel/* parseOid */.Se)(hex);
    if (oid === null)
        throw new Error(`not an MD5: ${hex}`);
    return oid;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
;// CONCATENATED MODULE: ./build/digest/worker.js
/**
 * What a hashing thread does, and the thread itself. This file imports `node:` modules only: the bundler copies it as
 * it is, so a relative import would dangle. The same functions serve the main thread for small amounts.
 */



/** Marks a thread as ours, since a test runner may itself live in a thread. */
const THREAD_MARK = "mainline-hashing";
/** Numbers kept of one file: what it is, inode, size in bytes, modification and status change times in nanoseconds. */
const FIELDS = 5;
/** What stands at a path. `changing`: it did not hold still while it was read. */
const KIND = {
    file: 1,
    linkToDirectory: 2,
    brokenLink: 3,
    special: 4,
    gone: 5,
    unreadable: 6,
    changing: 7,
};
/**
 * What became of a file whose object was to be kept. `own`: kept, and the file is what a fresh copy of the object would be:
 * no link, with the mode of a new file. `left`: it needs more than a plain small copy; the caller sees to it.
 */
const KEPT = { kept: 1, own: 2, left: 3, changed: 4 };
const QUIETLY = { bigint: true, throwIfNoEntry: false };
const ATTEMPTS = 3;
const BUFFER_SIZE = 1024 * 1024;
let buffer = null;
function answer(request) {
    const paths = request.paths.split("\0");
    if (request.task === "stat")
        return { stats: examined(request.root, paths), digests: new Uint8Array(0) };
    if (request.task === "keep")
        return { stats: new BigInt64Array(0), digests: kept(request, paths) };
    const stats = new BigInt64Array(paths.length * FIELDS);
    const digests = new Uint8Array(paths.length * 16);
    for (const [index, path] of paths.entries()) {
        const digest = hashHolding(below(request.root, path), stats.subarray(index * FIELDS, (index + 1) * FIELDS));
        if (digest !== null)
            digests.set(digest, index * 16);
    }
    return { stats, digests };
}
/** `FIELDS` numbers for each path. */
function examined(root, paths) {
    const stats = new BigInt64Array(paths.length * FIELDS);
    for (const [index, path] of paths.entries())
        examine(below(root, path), stats, index * FIELDS);
    return stats;
}
function below(root, path) {
    return path === "" ? root : `${root}/${path}`;
}
/** A symbolic link counts as the file that it leads to. */
function examine(path, into, at) {
    try {
        const stat = (0,external_node_fs_.lstatSync)(path, QUIETLY);
        if (stat === undefined)
            into[at] = BigInt(KIND.gone);
        else if (stat.isSymbolicLink())
            examineTarget(path, into, at);
        else
            note(stat, into, at);
    }
    catch {
        into[at] = BigInt(KIND.unreadable);
    }
}
function examineTarget(path, into, at) {
    const stat = (0,external_node_fs_.statSync)(path, QUIETLY);
    if (stat === undefined)
        into[at] = BigInt(KIND.brokenLink);
    else if (stat.isDirectory())
        into[at] = BigInt(KIND.linkToDirectory);
    else
        note(stat, into, at);
}
function note(stat, into, at = 0) {
    into[at] = BigInt(stat.isFile() ? KIND.file : KIND.special);
    into[at + 1] = BigInt.asIntN(64, stat.ino);
    into[at + 2] = stat.size;
    into[at + 3] = stat.mtimeNs;
    into[at + 4] = stat.ctimeNs;
}
/** The MD5 of a file that held still while it was read, with the numbers of that moment; null, and why in `into[0]`, otherwise. */
function hashHolding(path, into) {
    // Without O_NONBLOCK, opening a FIFO waits for a writer for ever.
    const fd = worker_open(path, into);
    if (fd === null)
        return null;
    try {
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
            const before = (0,external_node_fs_.fstatSync)(fd, { bigint: true });
            note(before, into);
            if (!before.isFile())
                return null;
            const digest = digestOf(fd, Number(before.size));
            const after = (0,external_node_fs_.fstatSync)(fd, { bigint: true });
            if (before.size === after.size && before.mtimeNs === after.mtimeNs)
                return digest;
        }
        into[0] = BigInt(KIND.changing);
        return null;
    }
    catch {
        into[0] = BigInt(KIND.unreadable);
        return null;
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
function worker_open(path, into) {
    try {
        return (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    }
    catch (error) {
        const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
        into[0] = BigInt(missing ? KIND.gone : KIND.unreadable);
        return null;
    }
}
function digestOf(fd, size) {
    buffer ??= Buffer.allocUnsafeSlow(BUFFER_SIZE);
    if (size < BUFFER_SIZE) {
        const read = (0,external_node_fs_.readSync)(fd, buffer, 0, BUFFER_SIZE, 0);
        return (0,external_node_crypto_.hash)("md5", buffer.subarray(0, read), "buffer");
    }
    const running = (0,external_node_crypto_.createHash)("md5");
    for (let at = 0;;) {
        const read = (0,external_node_fs_.readSync)(fd, buffer, 0, BUFFER_SIZE, at);
        if (read === 0)
            return running.digest();
        running.update(buffer.subarray(0, read));
        at += read;
    }
}
const OBJECT_MODE = 0o444;
/** No process of ours uses a name twice: chance tells processes and threads apart, the count the files. */
const ownMark = (0,external_node_crypto_.randomBytes)(6).toString("hex");
let temporaries = 0;
let mask = null;
/** Asked once: nobody changes it on the way, and each question is a call to the system. */
function umask() {
    mask ??= process.umask();
    return mask;
}
function kept({ root, digests, objects }, paths) {
    const verdicts = new Uint8Array(paths.length);
    if (digests === undefined || objects === undefined)
        return verdicts.fill(KEPT.left);
    const hex = Buffer.from(digests.buffer, digests.byteOffset, digests.byteLength).toString("hex");
    for (const [index, path] of paths.entries()) {
        verdicts[index] = keep(below(root, path), objects, hex.slice(index * 32, index * 32 + 32));
    }
    return verdicts;
}
/** Makes sure that the object with this hash is there, whole, read-only; it is made of a file that has the hash. */
function keep(path, objects, digest) {
    const target = `${objects}/${digest.slice(0, 2)}/${digest.slice(2)}`;
    try {
        const file = (0,external_node_fs_.lstatSync)(path);
        if (!file.isFile() || file.size >= BUFFER_SIZE)
            return KEPT.left;
        const isOwn = file.nlink === 1 && (file.mode & 0o777) === (0o666 & ~umask());
        const standing = isOwn ? KEPT.own : KEPT.kept;
        const there = (0,external_node_fs_.lstatSync)(target, { throwIfNoEntry: false });
        if (there !== undefined) {
            const whole = there.isFile() && there.size === file.size && (there.mode & 0o777) === OBJECT_MODE;
            return whole ? standing : KEPT.left;
        }
        const content = smallContent(path);
        if (content === null || (0,external_node_crypto_.hash)("md5", content, "hex") !== digest)
            return KEPT.changed;
        installObject(target, content);
        return standing;
    }
    catch {
        // The caller tries again in its own way, which says what is wrong.
        return KEPT.left;
    }
}
/** Null for what has grown too large to be read at once. */
function smallContent(path) {
    buffer ??= Buffer.allocUnsafeSlow(BUFFER_SIZE);
    const fd = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    try {
        const read = (0,external_node_fs_.readSync)(fd, buffer, 0, BUFFER_SIZE, 0);
        return read < BUFFER_SIZE ? buffer.subarray(0, read) : null;
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
/** Whole or not at all: a kill in between leaves a temporary, which nobody takes for an object. */
function installObject(target, content) {
    const temporary = `${target}.${ownMark}${(temporaries++).toString(36)}.tmp`;
    try {
        const fd = (0,external_node_fs_.openSync)(temporary, "wx", OBJECT_MODE);
        try {
            for (let at = 0; at < content.length;)
                at += (0,external_node_fs_.writeSync)(fd, content, at, content.length - at);
            // What the umask takes away would make others doubt the object.
            if ((umask() & OBJECT_MODE) !== 0)
                (0,external_node_fs_.fchmodSync)(fd, OBJECT_MODE);
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
        (0,external_node_fs_.renameSync)(temporary, target);
    }
    catch (cause) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw cause;
    }
}
if (!external_node_worker_threads_.isMainThread && external_node_worker_threads_.workerData === THREAD_MARK) {
    external_node_worker_threads_.parentPort?.on("message", (request) => {
        const reply = answer(request);
        external_node_worker_threads_.parentPort?.postMessage(reply, [reply.stats.buffer, reply.digests.buffer]);
    });
}

;// CONCATENATED MODULE: ./build/digest/refusals.js


/** Why a path cannot be hashed, said for its reader; null when it can. `kind` is one of the thread's. */
function refusalOf(kind, path) {
    switch (kind) {
        case KIND.file:
        case KIND.linkToDirectory:
            return null;
        case KIND.brokenLink:
            return (0,kernel/* badInput */.AN)("broken-link", `${path} is a symbolic link that leads nowhere`, {
                at: { file: path },
                expected: "a file, or a link to one",
                hint: "repair or remove the link; .dvcignore can leave it out",
            });
        case KIND.special:
            return (0,kernel/* badInput */.AN)("not-a-regular-file", `${path} is not a regular file`, {
                at: { file: path },
                found: "a directory, named pipe, socket or device",
                expected: "regular files",
                hint: "remove it or leave it out by .dvcignore",
            });
        case KIND.gone:
            return (0,kernel/* badInput */.AN)("file-not-found", `${path} does not exist`, { at: { file: path } });
        case KIND.changing:
            return (0,kernel/* infrastructure */.Sv)("file-changing", `${path} kept changing while it was read`, {
                at: { file: path },
                hint: "wait until the program that writes it is done, then try again",
            });
        default:
            return (0,kernel/* badInput */.AN)("unreadable", `${path} cannot be read`, {
                at: { file: path },
                hint: "check its permissions and those of its folders",
            });
    }
}
function refuseUnreadable(path, cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    if (missing)
        throw (0,kernel/* badInput */.AN)("file-not-found", `${path} does not exist`, { at: { file: path }, cause });
    throw (0,kernel/* badInput */.AN)("unreadable", `${path} cannot be read`, { at: { file: path }, cause });
}
function notUtf8(directory, name) {
    const shown = JSON.stringify(Buffer.from(name).toString("latin1"));
    return (0,kernel/* badInput */.AN)("name-not-utf8", `a file name in ${directory} is not UTF-8: ${shown} (shown as Latin-1)`, {
        at: { file: directory },
        expected: "names in UTF-8, which DVC's directory listings are written in",
        hint: "rename the file, for example with `convmv -f latin1 -t utf8`",
    });
}

;// CONCATENATED MODULE: ./build/digest/dos2unix.js




/** DVC up to 2.x read files in pieces of this size and judged each by itself; the size is therefore part of the format. */
const PIECE = 1 << 20;
const SAMPLE = 512;
const TEXT_BYTES = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d, ...Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i)]);
const MOST_NON_TEXT = 0.3;
/** DVC 2.x's `md5-dos2unix`: the MD5 after CR LF became LF in every piece that looks like text. Only for entries recorded that way. */
async function dos2unixHashFile(path) {
    const running = (0,external_node_crypto_.createHash)("md5");
    const file = await (0,promises_.open)(path).catch((cause) => refuseUnreadable(path, cause));
    try {
        for (;;) {
            const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(PIECE), 0, PIECE, null);
            if (bytesRead === 0)
                return oidOfHex(running.digest("hex"));
            running.update(normalised(await filled(file, buffer, bytesRead)));
        }
    }
    finally {
        await file.close();
    }
}
/** A read may stop short of the piece's end; the pieces must not. */
async function filled(file, piece, have) {
    for (let length = have;;) {
        const { bytesRead } = await file.read(piece, length, PIECE - length, null);
        length += bytesRead;
        if (bytesRead === 0 || length === PIECE)
            return piece.subarray(0, length);
    }
}
function normalised(piece) {
    return looksLikeText(piece.subarray(0, SAMPLE)) ? withoutCarriageReturns(piece) : piece;
}
function looksLikeText(sample) {
    if (sample.includes(0))
        return false;
    const strange = sample.reduce((count, byte) => (TEXT_BYTES.has(byte) ? count : count + 1), 0);
    return sample.length === 0 || strange / sample.length <= MOST_NON_TEXT;
}
function withoutCarriageReturns(piece) {
    const out = Buffer.allocUnsafe(piece.length);
    let length = 0;
    for (const [at, byte] of piece.entries()) {
        if (byte === 0x0d && piece[at + 1] === 0x0a)
            continue;
        out[length++] = byte;
    }
    return out.subarray(0, length);
}

;// CONCATENATED MODULE: ./build/digest/stamp.js

function stampAt(stats, index) {
    const [, inode = 0n, size = 0n, modified = 0n, changed = 0n] = stats.subarray(index * FIELDS, (index + 1) * FIELDS);
    return { inode, size, modified, changed };
}
function kindAt(stats, index) {
    return Number(stats[index * FIELDS]);
}
function sameStamp(a, b) {
    return a.inode === b.inode && a.size === b.size && a.modified === b.modified && a.changed === b.changed;
}
const MILLISECOND = 1000000n;
/** FAT counts in 2 s; a time without a fraction may come from such a file system. */
const COARSE = 2000n * MILLISECOND;
/** The slowest kernel tick is 10 ms. */
const FINE = 50n * MILLISECOND;
/**
 * True when a change of the file right after it was read would show in its times. A file written within the same tick of
 * the file system's clock would keep its stamp ("racily clean", as git calls it). `now` is the clock of the file system.
 */
function settled(stamp, now) {
    return [stamp.modified, stamp.changed].every((time) => time + (time % MILLISECOND === 0n ? COARSE : FINE) < now);
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/digest/threads.js




/**
 * Threads for hashing and for asking the file system, one a core, started when first needed and kept. They do not keep
 * the process alive unless they have work.
 */
class Threads {
    #limit = (0,external_node_os_.availableParallelism)();
    #idle = [];
    #queue = [];
    #started = 0;
    #busy = 0;
    /** True when nothing is under way. */
    get resting() {
        return this.#busy === 0;
    }
    ask(request) {
        return new Promise((resolve, reject) => {
            this.#queue.push({ request, resolve, reject });
            this.#next();
        });
    }
    #next() {
        const worker = this.#queue.length === 0 ? undefined : (this.#idle.pop() ?? this.#start());
        const waiting = worker === undefined ? undefined : this.#queue.shift();
        if (worker !== undefined && waiting !== undefined)
            void this.#serve(worker, waiting);
    }
    #start() {
        if (this.#started === this.#limit)
            return undefined;
        this.#started++;
        return new external_node_worker_threads_.Worker(threadFile(), { workerData: THREAD_MARK });
    }
    async #serve(worker, { request, resolve, reject }) {
        this.#busy++;
        worker.ref();
        worker.postMessage(request);
        try {
            // `once` also rejects on an "error" event, which is how a thread dies.
            const [reply] = await (0,external_node_events_.once)(worker, "message");
            worker.unref();
            this.#idle.push(worker);
            resolve(reply);
        }
        catch (cause) {
            this.#started--;
            reject(cause);
        }
        finally {
            this.#busy--;
            this.#next();
        }
    }
}
/**
 * The bundler finds and emits the thread's file by the literal URL. Sources run as they are (Node strips the types), and
 * there the file has another ending, put together so that the bundler does not look for it.
 */
function threadFile() {
    if (import.meta.url.endsWith(".ts"))
        return new URL(["worker", "ts"].join("."), import.meta.url);
    return new URL(/* asset import */ __webpack_require__(28737), __webpack_require__.b);
}
const threads = new Threads();

;// CONCATENATED MODULE: ./build/digest/file.js





/** Up to here reading here and now costs less than asking a thread. Bytes. */
const INLINE_LIMIT = 256n * 1024n;
/**
 * MD5 of a file's bytes, following links. Small files are read at once; a large one that is alone goes to hasha's thread,
 * several at a time go to threads of ours, one a core (hasha has one thread for all). Failure for anything that is not a
 * readable regular file, and for one that does not hold still.
 */
async function hashFile(path) {
    const { stats } = answer({ task: "stat", root: path, paths: "" });
    refuse(stats, path);
    const stamp = stampAt(stats, 0);
    if (stamp.size <= INLINE_LIMIT)
        return read(answer({ task: "hash", root: path, paths: "" }), path);
    const alone = threads.resting ? await hashAlone(path, stamp) : null;
    return alone ?? read(await threads.ask({ task: "hash", root: path, paths: "" }), path);
}
let hashaBusy = false;
/** Null when hasha's thread is taken, or the file changed under it. */
async function hashAlone(path, stamp) {
    if (hashaBusy)
        return null;
    hashaBusy = true;
    try {
        const hasha = await __webpack_require__.e(/* import() */ 7690).then(__webpack_require__.bind(__webpack_require__, 7690));
        const oid = oidOfHex(await hasha.hashFile(path, { algorithm: "md5" }));
        const after = stampAt(answer({ task: "stat", root: path, paths: "" }).stats, 0);
        return sameStamp(stamp, after) ? { oid, size: stamp.size, stamp } : null;
    }
    finally {
        hashaBusy = false;
    }
}
function read(reply, path) {
    refuse(reply.stats, path);
    const stamp = stampAt(reply.stats, 0);
    return { oid: oidOfDigest(reply.digests), size: stamp.size, stamp };
}
function refuse(stats, path) {
    const kind = kindAt(stats, 0);
    const failure = refusalOf(kind === KIND.linkToDirectory ? KIND.special : kind, path);
    if (failure !== null)
        throw failure;
}

;// CONCATENATED MODULE: ./build/digest/keep.js



const FILES_PER_REQUEST = 512;
/**
 * Leaves a copy of every small file in the folder `objects`, named by its hash; what is left is told by index. Failure
 * `file-changing` for a file that is no longer what was hashed.
 */
async function keepObjects({ root, paths, digests }, objects) {
    const asked = [];
    for (let from = 0; from < paths.length; from += FILES_PER_REQUEST) {
        const to = Math.min(from + FILES_PER_REQUEST, paths.length);
        asked.push(threads.ask({
            task: "keep",
            root,
            paths: paths.slice(from, to).join("\0"),
            digests: digests.slice(from * 16, to * 16),
            objects,
        }));
    }
    const left = [];
    let own = true;
    for (const [part, { digests: verdicts }] of (await Promise.all(asked)).entries()) {
        for (const [at, verdict] of verdicts.entries()) {
            const index = part * FILES_PER_REQUEST + at;
            if (verdict === KEPT.changed)
                throw fileChanging(`${root}/${paths[index] ?? ""}`);
            if (verdict === KEPT.left)
                left.push(index);
            own &&= verdict === KEPT.own;
        }
    }
    return { left, own };
}
function fileChanging(file) {
    return (0,kernel/* infrastructure */.Sv)("file-changing", `${file} changed while it was saved to the cache`, {
        at: { file },
        hint: "wait until the program that writes it is done, then try again",
    });
}

;// CONCATENATED MODULE: ./build/digest/listing.js


/**
 * DVC's directory object: `json.dumps(list, sort_keys=True)` of `{"md5", "relpath"}`, sorted by code points. The id is
 * the MD5 of exactly this text, with `.dir`.
 */
function directoryListing(files) {
    const sorted = [...files].sort((a, b) => (0,kernel/* compareCodePoints */.OP)(a.relpath, b.relpath));
    const items = sorted.map(({ oid, relpath }) => `{"md5": "${oid}", "relpath": ${(0,kernel/* quoteAscii */.o_)(relpath)}}`);
    const text = `[${items.join(", ")}]`;
    return { oid: oidOfHex(`${hashBytes(Buffer.from(text))}.dir`), text };
}
/**
 * What a `.dir` object lists; null when the bytes are no such list. Keys besides `md5` and `relpath` are allowed
 * (cloud-versioned directories have some). A path that would leave the directory makes the whole list invalid: such an
 * object was not written by an honest tool.
 */
function parseListing(bytes) {
    const list = parseJson(bytes);
    if (!Array.isArray(list))
        return null;
    const files = list.map(listedFile).filter((file) => file !== null);
    return files.length === list.length && canCoexist(files) ? files : null;
}
/** No path twice, and none that is a file here and a folder of another file there. */
function canCoexist(files) {
    const paths = new Set(files.map((file) => file.relpath));
    const folders = new Set();
    for (const path of paths) {
        for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
            const folder = path.slice(0, at);
            if (folders.has(folder))
                break;
            folders.add(folder);
            if (paths.has(folder))
                return false;
        }
    }
    return paths.size === files.length;
}
function parseJson(bytes) {
    try {
        return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    }
    catch {
        return null;
    }
}
function listedFile(item) {
    if (typeof item !== "object" || item === null || !("md5" in item) || !("relpath" in item))
        return null;
    if (typeof item.md5 !== "string" || typeof item.relpath !== "string" || !staysInside(item.relpath))
        return null;
    const oid = (0,kernel/* parseOid */.Se)(item.md5);
    return oid === null || oid.endsWith(".dir") ? null : { relpath: item.relpath, oid };
}
function staysInside(relpath) {
    if (relpath.includes("\0"))
        return false;
    return relpath.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

;// CONCATENATED MODULE: ./build/digest/merge-listings.js
/** A tracked directory's files brought together file by file: what one side added, changed or took out is so in the result. */
function mergeListings(sides) {
    const [base, ours, theirs] = [byPath(sides.base), byPath(sides.ours), byPath(sides.theirs)];
    const files = [];
    const conflicts = [];
    for (const relpath of new Set([...ours.keys(), ...theirs.keys()])) {
        const [was, here, there] = [base.get(relpath), ours.get(relpath), theirs.get(relpath)];
        if (here !== there && was !== here && was !== there)
            conflicts.push(relpath);
        const oid = was === here ? there : here;
        if (oid !== undefined)
            files.push({ relpath, oid });
    }
    return { files: conflicts.length > 0 ? null : files, conflicts };
}
function byPath(files) {
    return new Map(files.map(({ relpath, oid }) => [relpath, oid]));
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/digest/examiner.js




const PATHS_PER_REQUEST = 2_048;
/** Starting threads, and what they then take from each other, costs about this; where less is left, this thread is the quickest. */
const WORTH_THREADS_MS = 600;
/** The first files take longer than the others, until the engine has compiled what asks for them. */
const WARM_UP_MS = 50;
/**
 * Asks the file system about many files: in this thread while that is quickest, in all threads when what is left would
 * take longer than starting them (very many files, or a slow disk).
 */
class Examiner {
    #root;
    /** How many files are to come; null when nobody knows. */
    #expected;
    #answers = [];
    #waiting = [];
    #done = 0;
    #spentMs = 0;
    constructor(root, expected) {
        this.#root = root;
        this.#expected = expected;
    }
    async add(files) {
        for (const file of files)
            this.#waiting.push(file);
        while (this.#waiting.length >= PATHS_PER_REQUEST) {
            this.#ask(this.#waiting.splice(0, PATHS_PER_REQUEST));
            // The threads' answers, and signals, come through the event loop.
            await (0,external_node_timers_promises_.setImmediate)();
        }
    }
    /** `FIELDS` numbers for each file, in the order in which they were added. */
    async end() {
        if (this.#answers.length === 0)
            return examined(this.#root, this.#waiting);
        if (this.#waiting.length > 0)
            this.#ask(this.#waiting);
        const parts = await Promise.all(this.#answers.map(async (part) => (part instanceof BigInt64Array ? part : (await part).stats)));
        const stats = new BigInt64Array(parts.reduce((sum, part) => sum + part.length, 0));
        let at = 0;
        for (const part of parts) {
            stats.set(part, at);
            at += part.length;
        }
        return stats;
    }
    #ask(files) {
        if (this.#leftMs() <= WORTH_THREADS_MS) {
            this.#askHere(files);
            return;
        }
        const asked = threads.ask({ task: "stat", root: this.#root, paths: files.join("\0") });
        // Awaited later; should the walk itself fail first, this one must not be an unhandled rejection.
        asked.catch(() => undefined);
        this.#answers.push(asked);
    }
    #askHere(files) {
        const start = kernel/* systemClock */.ml.monotonic();
        this.#answers.push(examined(this.#root, files));
        this.#spentMs += kernel/* systemClock */.ml.monotonic() - start;
        this.#done += files.length;
    }
    /** How long this thread alone would still need, by what it needed so far; nothing is known of that at once. */
    #leftMs() {
        if (this.#expected === null)
            return Number.POSITIVE_INFINITY;
        return this.#spentMs < WARM_UP_MS ? 0 : ((this.#expected - this.#done) * this.#spentMs) / this.#done;
    }
}

;// CONCATENATED MODULE: ./build/digest/tree.js






/** A directory's content. Its entries are built when asked for: an unchanged directory is mostly asked for its id alone. */
class TreeHash {
    oid;
    /** Bytes of all files. */
    size;
    nfiles;
    #record;
    /** Null when nobody has needed it yet. */
    #listing;
    constructor(record, listing) {
        const { bytes, files } = totals(record.stats);
        this.oid = record.oid;
        this.size = bytes;
        this.nfiles = files;
        this.#record = record;
        this.#listing = listing;
    }
    /** The files, sorted by code points. */
    get entries() {
        return entriesOf(this.#record).sort((a, b) => (0,kernel/* compareCodePoints */.OP)(a.relpath, b.relpath));
    }
    /** One of the files, relative to the directory; null when there is none. */
    get sample() {
        const { stats, count } = this.#record;
        for (let index = 0; index < count; index++) {
            if (kindAt(stats, index) === KIND.file)
                return pathsOf(this.#record)[index] ?? null;
        }
        return null;
    }
    /** Leaves copies of the files, which lie below `root`, in the folder `objects`. See `keepObjects`. */
    async keepIn(objects, root) {
        const { stats, digests } = this.#record;
        const all = pathsOf(this.#record);
        const files = all.flatMap((_, index) => (kindAt(stats, index) === KIND.file ? index : []));
        const own = new Uint8Array(files.length * 16);
        for (const [at, index] of files.entries())
            own.set(digests.subarray(index * 16, index * 16 + 16), at * 16);
        const paths = files.map((index) => all[index] ?? "");
        const kept = await keepObjects({ root, paths, digests: own }, objects);
        const left = kept.left.map((at) => hashedFile(this.#record, { index: files[at] ?? 0, relpath: paths[at] ?? "" }));
        return { ...kept, left };
    }
    /** The text of the `.dir` object. */
    get listing() {
        this.#listing ??= directoryListing(entriesOf(this.#record)).text;
        return this.#listing;
    }
}
function totals(stats) {
    let [bytes, files] = [0n, 0n];
    for (let at = 0; at < stats.length; at += FIELDS) {
        if (stats[at] !== BigInt(KIND.file))
            continue;
        files++;
        bytes += stats[at + 2] ?? 0n;
    }
    return { bytes, files };
}
/** In the order of the walk. A link to a directory is remembered, so that its becoming a file is seen, but holds no content. */
function entriesOf(record) {
    const entries = [];
    for (const [index, relpath] of pathsOf(record).entries()) {
        if (kindAt(record.stats, index) !== KIND.file)
            continue;
        entries.push(hashedFile(record, { index, relpath }));
    }
    return entries;
}
function hashedFile({ stats, digests }, { index, relpath }) {
    const stamp = stampAt(stats, index);
    return { relpath, oid: oidOfDigest(digests, index * 16), size: stamp.size, stamp };
}
function pathsOf({ count, paths }) {
    return count === 0 ? [] : paths.toString("utf8").split("\0");
}

;// CONCATENATED MODULE: ./build/digest/tree-record.js



const VERSION = 1;
function writeTreeRecord(record) {
    const body = Buffer.concat([bytesOf(record.stats), record.digests, record.paths]);
    const header = {
        version: VERSION,
        oid: record.oid,
        rules: record.rules,
        ignored: record.ignored,
        count: record.count,
        paths: record.paths.length,
        check: (0,external_node_crypto_.hash)("md5", body),
    };
    return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
}
/** Null for anything but a whole record of this version. */
function readTreeRecord(bytes) {
    const end = bytes.indexOf(0x0a);
    const header = end < 0 ? null : readHeader(bytes.toString("utf8", 0, end));
    const oid = header === null ? null : (0,kernel/* parseOid */.Se)(header.oid);
    const body = bytes.subarray(end + 1);
    if (header === null || oid === null || (0,external_node_crypto_.hash)("md5", body) !== header.check)
        return null;
    const statsLength = header.count * FIELDS * 8;
    const digestsEnd = statsLength + header.count * 16;
    if (body.length !== digestsEnd + header.paths)
        return null;
    return {
        oid,
        rules: header.rules,
        ignored: header.ignored,
        count: header.count,
        // Copies, because a view of 64-bit numbers must start at a multiple of eight.
        stats: new BigInt64Array(copyOf(body.subarray(0, statsLength)).buffer),
        digests: copyOf(body.subarray(statsLength, digestsEnd)),
        paths: body.subarray(digestsEnd),
    };
}
function readHeader(text) {
    try {
        const header = JSON.parse(text);
        return header?.version === VERSION ? header : null;
    }
    catch {
        return null;
    }
}
function copyOf(bytes) {
    const copy = new Uint8Array(bytes.length);
    copy.set(bytes);
    return copy;
}
function bytesOf(stats) {
    return Buffer.from(stats.buffer, stats.byteOffset, stats.byteLength);
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/digest/walk.js




/** What stands where decoding met bytes that are no UTF-8; a name may also hold it by right. */
const REPLACEMENT = "\ufffd";
/**
 * Every file and link below a directory, folder by folder; empty folders vanish, links to folders are told by the caller's
 * `stat`. A generator, so that the files of the first folders can be examined while the others are read.
 */
function* walk(root, rules) {
    const folders = [""];
    for (let prefix = folders.pop(); prefix !== undefined; prefix = folders.pop()) {
        const { files, ignored, below } = readFolder(root, prefix, rules);
        // Reversed, because the next folder is taken from the end.
        folders.push(...below.reverse());
        yield { files, ignored };
    }
}
function readFolder(root, prefix, rules) {
    const found = { files: [], ignored: [], below: [] };
    for (const entry of walk_entriesOf(prefix === "" ? root : `${root}/${prefix.slice(0, -1)}`)) {
        const path = prefix + entry.name;
        const isDirectory = entry.isDirectory();
        if (entry.name === ".dvcignore")
            throw ignoreFileInside(root, path);
        if (rules.ignored(path, isDirectory))
            found.ignored.push(path);
        else if (isDirectory)
            found.below.push(`${path}/`);
        else
            found.files.push(path);
    }
    return found;
}
function walk_entriesOf(folder) {
    const entries = readEntries(folder);
    if (entries.some((entry) => entry.name.includes(REPLACEMENT))) {
        const strange = (0,external_node_fs_.readdirSync)(folder, { encoding: "buffer" }).find((name) => !(0,external_node_buffer_.isUtf8)(name));
        if (strange !== undefined)
            throw notUtf8(folder, strange);
    }
    return entries;
}
function readEntries(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch (cause) {
        return refuseUnreadable(folder, cause);
    }
}
function ignoreFileInside(root, path) {
    return (0,kernel/* badInput */.AN)("dvcignore-inside", `a .dvcignore file cannot be part of a tracked directory: ${root}/${path}`, {
        at: { file: `${root}/${path}` },
        hint: "put its patterns into a .dvcignore above the directory",
    });
}

;// CONCATENATED MODULE: ./build/digest/hash-tree.js










const PATHS_PER_HASH = 512;
const BYTES_PER_HASH = 32n * 1024n * 1024n;
const REFUSALS_SHOWN = 20;
/** Files whose stamps equal those in `known` are not read; when all do, `known` itself comes back. */
async function hashTree(root, rules, known) {
    const glance = known === null ? null : await lookWithKnownRules(root, rules, known);
    if (known !== null && glance !== null && Buffer.compare(bytesOf(glance.stats), bytesOf(known.stats)) === 0)
        return { record: known, listing: null };
    const seen = glance ?? (await look(root, rules, known?.count ?? null));
    refuseUnfit(root, seen);
    return hashSeen(root, seen, { rules: rules.key ?? null, known });
}
/** Under rules of the same name, what was left out before is left out now; null when that does not settle every path. */
async function lookWithKnownRules(root, rules, known) {
    if (rules.key === undefined || rules.key !== known.rules)
        return null;
    const before = new Set(known.ignored);
    const seen = await look(root, { ignored: before.size === 0 ? () => false : (path) => before.has(path) }, known.count);
    return seen.paths.equals(known.paths) && seen.files.length === known.count ? seen : null;
}
async function look(root, rules, expected) {
    const examiner = new Examiner(root, expected);
    const seen = { files: [], ignored: [] };
    for (const folder of walk(root, rules)) {
        for (const path of folder.files)
            seen.files.push(path);
        for (const path of folder.ignored)
            seen.ignored.push(path);
        await examiner.add(folder.files);
    }
    return { ...seen, paths: Buffer.from(seen.files.join("\0")), stats: await examiner.end() };
}
function refuseUnfit(root, { files, stats }) {
    const failures = files.flatMap((file, index) => refusalOf(kindAt(stats, index), `${root}/${file}`) ?? []);
    if (failures.length > 0)
        throw (0,kernel/* together */.bs)(failures.slice(0, REFUSALS_SHOWN));
}
async function hashSeen(root, seen, { rules, known }) {
    const digests = new Uint8Array(seen.files.length * 16);
    const stats = new BigInt64Array(seen.stats);
    const unread = recall(seen, known, digests);
    const pieces = bySize(unread, stats);
    const read = await askHashes(root, pieces.map((piece) => piece.map((index) => seen.files[index] ?? "")));
    for (const [at, index] of pieces.flat().entries()) {
        digests.set(read.digests.subarray(at * 16, at * 16 + 16), index * 16);
        stats.set(read.stats.subarray(at * FIELDS, (at + 1) * FIELDS), index * FIELDS);
    }
    refuseUnfit(root, { files: seen.files, stats });
    const content = { rules, ignored: seen.ignored, count: seen.files.length, paths: seen.paths, stats, digests };
    const { oid, text } = directoryListing(entriesOf(content));
    return { record: { oid, ...content }, listing: text };
}
/** Fills in what is known and returns the indexes of the files that must be read. */
function recall(seen, known, digests) {
    const before = new Map(known === null ? [] : pathsOf(known).map((path, index) => [path, index]));
    const unread = [];
    for (const [index, file] of seen.files.entries()) {
        if (kindAt(seen.stats, index) !== KIND.file)
            continue;
        const old = before.get(file);
        const same = known !== null &&
            old !== undefined &&
            kindAt(known.stats, old) === KIND.file &&
            sameStamp(stampAt(known.stats, old), stampAt(seen.stats, index));
        if (same)
            digests.set(known.digests.subarray(old * 16, old * 16 + 16), index * 16);
        else
            unread.push(index);
    }
    return unread;
}
/** Pieces of work of about equal weight; a large file is a piece of its own. */
function bySize(indexes, stats) {
    const pieces = [];
    let room = 0n;
    for (const index of indexes) {
        const { size } = stampAt(stats, index);
        const last = pieces.at(-1);
        if (last === undefined || last.length === PATHS_PER_HASH || room < size) {
            pieces.push([index]);
            room = BYTES_PER_HASH - size;
        }
        else {
            last.push(index);
            room -= size;
        }
    }
    return pieces;
}
async function askHashes(root, pieces) {
    const requests = pieces.map((piece) => ({ task: "hash", root, paths: piece.join("\0") }));
    const small = requests.length <= 1 && (pieces[0]?.length ?? 0) < PATHS_PER_HASH / 4;
    return joined(small ? requests.map(answer) : await Promise.all(requests.map((request) => threads.ask(request))));
}
function joined(replies) {
    const stats = new BigInt64Array(replies.reduce((sum, reply) => sum + reply.stats.length, 0));
    const digests = new Uint8Array(replies.reduce((sum, reply) => sum + reply.digests.length, 0));
    let [atStats, atDigests] = [0, 0];
    for (const reply of replies) {
        stats.set(reply.stats, atStats);
        digests.set(reply.digests, atDigests);
        atStats += reply.stats.length;
        atDigests += reply.digests.length;
    }
    return { stats, digests };
}

;// CONCATENATED MODULE: ./build/digest/read-tree.js



/** A directory's content without any memory: every file is read. */
async function readTree(directory, rules) {
    const { record, listing } = await hashTree((0,external_node_path_.resolve)(directory), rules, null);
    return new TreeHash(record, listing);
}

;// CONCATENATED MODULE: ./build/digest/file-clock.js

/** Not truncated: that alone would cost more than all the rest. */
const FLAGS = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT;
/**
 * The time now as the file system that holds `folder` counts it, in nanoseconds: stamps are compared with it, so that a
 * file server with another clock cannot make a fresh file look old. Null where nothing can be written.
 */
function fileSystemNow(folder) {
    try {
        const fd = (0,external_node_fs_.openSync)(`${folder}/clock`, FLAGS, 0o666);
        try {
            (0,external_node_fs_.writeSync)(fd, "\n", 0);
            return (0,external_node_fs_.fstatSync)(fd, { bigint: true }).mtimeNs;
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/digest/save.js


/** Temp + rename. A memory that cannot be saved (a read-only checkout) only costs the next run time, so nothing is thrown. */
async function saveQuietly(path, bytes) {
    const temporary = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
    try {
        await (0,promises_.writeFile)(temporary, bytes);
        await (0,promises_.rename)(temporary, path);
    }
    catch {
        await (0,promises_.rm)(temporary, { force: true }).catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./build/digest/file-memory.js




/** More are not kept; the ones not asked for the longest go first. */
const MOST_FILES = 200_000;
/** Hashes of single files by absolute path, kept as lines of text behind their own MD5. */
class FileMemory {
    #path;
    #files;
    #changed = false;
    constructor(path, files) {
        this.#path = path;
        this.#files = files;
    }
    static async read(path) {
        const text = await (0,promises_.readFile)(path, "utf8").catch(() => "");
        const end = text.indexOf("\n");
        const [check, body] = [text.slice(0, end), text.slice(end + 1)];
        const whole = end > 0 && (0,external_node_crypto_.hash)("md5", body) === check;
        return new FileMemory(path, whole ? parse(body) : new Map());
    }
    get(path) {
        return this.#files.get(path) ?? null;
    }
    set(path, { oid, stamp }) {
        this.#files.delete(path);
        this.#files.set(path, { oid, stamp });
        this.#changed = true;
    }
    forget(path) {
        if (this.#files.delete(path))
            this.#changed = true;
    }
    async save() {
        if (!this.#changed)
            return;
        const kept = [...this.#files].slice(-MOST_FILES);
        const body = kept.map(([path, file]) => `${JSON.stringify(rowOf(path, file))}\n`).join("");
        await saveQuietly(this.#path, `${(0,external_node_crypto_.hash)("md5", body)}\n${body}`);
        this.#changed = false;
    }
}
function rowOf(path, { oid, stamp }) {
    return [path, oid, `${stamp.inode}`, `${stamp.size}`, `${stamp.modified}`, `${stamp.changed}`];
}
function parse(body) {
    const files = new Map();
    for (const line of body.split("\n")) {
        if (line === "")
            continue;
        const [path, hex, inode, size, modified, changed] = JSON.parse(line);
        const oid = (0,kernel/* parseOid */.Se)(hex);
        const stamp = { inode: BigInt(inode), size: BigInt(size), modified: BigInt(modified), changed: BigInt(changed) };
        if (oid !== null)
            files.set(path, { oid, stamp });
    }
    return files;
}

;// CONCATENATED MODULE: ./build/digest/state.js












/**
 * Remembers the hashes of files by (path, inode, size, modification time, status change time), so that an unchanged file
 * is not read twice. What is damaged, or of another version, is forgotten silently: files are then read again. A file
 * touched in the very tick of being read is not remembered.
 */
class HashState {
    #folder;
    #files;
    #trees = new Map();
    #latest = null;
    constructor(folder, files) {
        this.#folder = folder;
        this.#files = files;
    }
    /** `folder` is ours alone (below `.dvc/tmp`); made when absent. */
    static async open(folder) {
        await (0,promises_.mkdir)(folder, { recursive: true }).catch(() => undefined);
        return new HashState(folder, await FileMemory.read((0,external_node_path_.join)(folder, "files.json")));
    }
    async hashFile(path) {
        const absolute = (0,external_node_path_.resolve)(path);
        const stamp = currentStamp(absolute);
        const known = this.#files.get(absolute);
        if (stamp !== null && known !== null && sameStamp(known.stamp, stamp))
            return { ...known, size: stamp.size };
        const now = fileSystemNow(this.#folder);
        const fresh = await hashFile(absolute);
        this.#files.forget(absolute);
        if (now !== null && settled(fresh.stamp, now))
            this.#files.set(absolute, fresh);
        return fresh;
    }
    async hashTree(directory, rules) {
        const absolute = (0,external_node_path_.resolve)(directory);
        const memory = this.#trees.get(absolute) ?? { known: await this.#readTree(absolute), fresh: null };
        const now = fileSystemNow(this.#folder);
        const { record, listing } = await hashTree(absolute, rules, memory.known);
        if (record === memory.known)
            this.#trees.set(absolute, memory);
        else if (now !== null) {
            const trusted = withoutUnsettled(record, now);
            this.#trees.set(absolute, { known: trusted, fresh: trusted });
        }
        const tree = new TreeHash(record, listing);
        this.#latest = { directory: absolute, tree };
        return tree;
    }
    /** The directory as it was hashed last, where it was this then: for whoever acts on just that hash. */
    latestTree(directory, oid) {
        const { directory: known, tree } = this.#latest ?? {};
        return tree !== undefined && known === (0,external_node_path_.resolve)(directory) && tree.oid === oid ? tree : null;
    }
    /** What was just placed from the cache is known without reading it. The caller answers for the content. */
    remember(path, oid) {
        const absolute = (0,external_node_path_.resolve)(path);
        const [stamp, now] = [currentStamp(absolute), fileSystemNow(this.#folder)];
        if (stamp !== null && now !== null && settled(stamp, now))
            this.#files.set(absolute, { oid, stamp });
    }
    async save() {
        await this.#files.save();
        for (const [directory, memory] of this.#trees) {
            if (memory.fresh !== null)
                await saveQuietly(this.#treeFile(directory), writeTreeRecord(memory.fresh));
            memory.fresh = null;
        }
    }
    async #readTree(directory) {
        const bytes = await (0,promises_.readFile)(this.#treeFile(directory)).catch(() => null);
        return bytes === null ? null : readTreeRecord(bytes);
    }
    #treeFile(directory) {
        return (0,external_node_path_.join)(this.#folder, `${(0,external_node_crypto_.hash)("md5", directory)}.tree`);
    }
}
function currentStamp(path) {
    const { stats } = answer({ task: "stat", root: path, paths: "" });
    return kindAt(stats, 0) === KIND.file ? stampAt(stats, 0) : null;
}
function withoutUnsettled(record, now) {
    const stats = new BigInt64Array(record.stats);
    for (let index = 0; index < record.count; index++) {
        if (!settled(stampAt(stats, index), now))
            stats[index * FIELDS] = 0n;
    }
    return { ...record, stats };
}

;// CONCATENATED MODULE: ./build/digest/index.js












/***/ }),

/***/ 94738:
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
// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var build_source = __webpack_require__(84917);
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

;// CONCATENATED MODULE: ./build/manifest/container.js



/** `host[:port]/path[:tag][@sha256:…]`, or less of it. */
const IMAGE = /^[A-Za-z0-9][\w.-]*(?::[0-9]+(?=\/))?(?:\/[\w.-]+)*(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?$/;
const VARIABLE = /^[A-Za-z_]\w*$/;
const container_image = (0,build_source/* refine */.YP)(build_source/* expectString */.lK, (text, node, report) => IMAGE.test(text)
    ? text
    : report.add(node.at, "not the name of an image", {
        found: text,
        expected: "host/path:tag@sha256:…, as in docker.io/library/python:3.12",
        length: text.length,
    }));
const variable = (0,build_source/* refine */.YP)(build_source/* expectString */.lK, (text, node, report) => VARIABLE.test(text) ? text : (0,build_source/* mismatch */.J4)(node, report, "the name of an environment variable"));
/** `container: IMAGE`, or a mapping. Paths are written as in `deps`. */
function containerRule(standing) {
    const settings = (0,build_source/* record */.g1)("`container`", {
        image: (0,build_source/* optional */.lq)(container_image),
        dockerfile: (0,build_source/* optional */.lq)((0,build_source/* dockerfileRule */.xC)((key) => pathFrom(standing, key), standing.wdir)),
        program: (0,build_source/* optional */.lq)((0,build_source/* oneOf */.yL)("podman", "docker")),
        env: (0,build_source/* optional */.lq)((0,build_source/* listOf */.c3)(variable), []),
        network: (0,build_source/* optional */.lq)((0,build_source/* oneOf */.yL)("host", "none"), "host"),
    });
    const written = (0,build_source/* refine */.YP)(settings, (read, node, report) => {
        const { image: name, dockerfile, program, env, network, $ } = read;
        const more = { program, variables: env, network };
        if (name !== null && dockerfile !== null) {
            return report.add($.nodes.get("dockerfile")?.at ?? node.at, "`image` and `dockerfile` exclude each other", {
                expected: "one of them",
                hint: "FROM in the Dockerfile names the image that it stands on",
            });
        }
        const place = $.nodes.get(name === null ? "dockerfile" : "image")?.at ?? node.at;
        if (name !== null)
            return { from: { kind: "image", name }, ...more, place };
        if (dockerfile !== null)
            return { from: { kind: "dockerfile", dockerfile }, ...more, place };
        return report.add(node.at, "`container` needs `image` or `dockerfile`", {
            expected: "what the command runs in",
            hint: "for example `container: docker.io/library/python:3.12`",
        });
    });
    const plain = (0,build_source/* refine */.YP)(container_image, (name, node) => {
        return { from: { kind: "image", name }, program: null, variables: [], network: "host", place: node.at };
    });
    return (0,build_source/* byKind */.Sb)({ scalar: plain, map: written }, "an image, or a mapping with `image` or `dockerfile`");
}
function pathFrom(standing, key) {
    return (0,build_source/* refine */.YP)(build_source/* expectString */.lK, (text, node, report) => {
        const path = text.trim() === "" ? null : placePath(standing, text);
        if (path !== null && !path.startsWith("/") && (0,kernel/* isWithin */.UO)(path, "."))
            return path;
        return report.add(node.at, `\`${key}\` is not a path of the project: ${JSON.stringify(text)}`, {
            found: text,
            expected: "a path in the project, written as in deps",
            length: text.length,
        });
    });
}
/**
 * What makes the environment has to be among what the stage depends on: dvc.lock has no other place for it, and a changed
 * Dockerfile would not run the stage again.
 */
function checkDockerfileIsRead({ from, place }, { deps, wdir, report }) {
    if (from.kind === "image")
        return;
    const { file } = from.dockerfile;
    if (deps.some(({ at }) => at !== null && (0,kernel/* isWithin */.UO)(file, at)))
        return;
    const written = deps.map(({ path }) => path);
    report.add(place, `${file} is not among the deps of the stage whose container it makes`, {
        found: written.length === 0 ? "no deps" : `deps: [${written.join(", ")}]`,
        expected: "the Dockerfile in `deps`: a change of it has to run the stage again",
        hint: `deps: [${[...written, (0,kernel/* relativeTo */.Mf)(file, wdir)].join(", ")}]`,
    });
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
const needs_fields = {
    gpus: (0,build_source/* optional */.lq)(whole(0, 1024, "a number of GPUs from 0 on")),
    cpus: (0,build_source/* optional */.lq)(cpus),
    memory: (0,build_source/* optional */.lq)(memory),
    timeout: (0,build_source/* optional */.lq)(timeout),
    retries: (0,build_source/* optional */.lq)(whole(0, MOST_RETRIES, `a number of further attempts from 0 to ${MOST_RETRIES}`), 0),
};
/** What a stage's `meta: {mainline: …}` says; undefined where it says nothing, or after complaints. */
function readNeeds(meta, standing, report) {
    const node = meta?.kind === "map" ? (0,build_source/* entryOf */.Ms)(meta, "mainline") : undefined;
    if (node === undefined)
        return undefined;
    const needs = (0,build_source/* record */.g1)("meta.mainline", { ...needs_fields, container: (0,build_source/* optional */.lq)(containerRule(standing)) });
    const read = needs(node, report);
    if (read === undefined)
        return undefined;
    const { gpus, cpus: cores, memory: bytes, timeout: timeoutMs, retries, container, $ } = read;
    return {
        gpus,
        cpus: cores,
        memory: bytes,
        timeoutMs,
        retries,
        ...(container === null ? {} : { container }),
        place: $.nodes.get("gpus")?.at ?? node.at,
    };
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
    const needs = readNeeds(read.$.nodes.get("meta"), standing, report);
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
    const dependencies = deps.map(({ path, node: at }) => ({ path, at: placePath(standing, path), place: at.at }));
    if (needs?.container !== undefined) {
        checkDockerfileIsRead(needs.container, { deps: dependencies, wdir: standing.wdir, report });
    }
    return {
        cmd: read.cmd,
        deps: dependencies,
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
















/***/ }),

/***/ 50443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mv: () => (/* reexport */ Timings),
  ZG: () => (/* reexport */ buildGraph),
  lA: () => (/* reexport */ fits),
  Yo: () => (/* reexport */ graphFor),
  al: () => (/* reexport */ inOrder),
  Co: () => (/* reexport */ inputsNow),
  _K: () => (/* reexport */ isOutside),
  gn: () => (/* reexport */ isPlausible),
  EN: () => (/* reexport */ judgeAmong),
  CS: () => (/* reexport */ judgeNow),
  g3: () => (/* reexport */ lenientGraph),
  KF: () => (/* reexport */ lockEntry),
  $e: () => (/* reexport */ lookingOnce),
  Xy: () => (/* reexport */ mergeStageTimes),
  u_: () => (/* reexport */ parseStageTimes),
  et: () => (/* reexport */ plan_plan),
  yQ: () => (/* reexport */ recordOfDependency),
  Id: () => (/* reexport */ recordOfOutput),
  t2: () => (/* reexport */ recorded),
  w_: () => (/* reexport */ recordedPath),
  Ez: () => (/* reexport */ reusable),
  il: () => (/* reexport */ spread),
  C6: () => (/* reexport */ writeStageTimes)
});

// UNUSED EXPORTS: contentOf, knownResults, needs

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/plan/path-trie.js
/** Values by path, found by what lies above or below: `data` is above `data/raw`, not above `database`. */
class PathTrie {
    #top = { value: null, children: new Map() };
    get(path) {
        return this.#find(path)?.value ?? null;
    }
    set(path, value) {
        let node = this.#top;
        for (const part of parts(path)) {
            const next = node.children.get(part) ?? { value: null, children: new Map() };
            node.children.set(part, next);
            node = next;
        }
        node.value = value;
    }
    /** Values at the path and above it, the topmost first. */
    above(path) {
        const found = [];
        let node = this.#top;
        if (node.value !== null)
            found.push(node.value);
        for (const part of parts(path)) {
            node = node.children.get(part);
            if (node === undefined)
                break;
            if (node.value !== null)
                found.push(node.value);
        }
        return found;
    }
    /** Values strictly below the path, folder by folder in the order in which they were set. */
    below(path) {
        const found = [];
        const collect = (node) => {
            for (const child of node.children.values()) {
                if (child.value !== null)
                    found.push(child.value);
                collect(child);
            }
        };
        const node = this.#find(path);
        if (node !== null)
            collect(node);
        return found;
    }
    #find(path) {
        let node = this.#top;
        for (const part of parts(path))
            node = node?.children.get(part);
        return node ?? null;
    }
}
function parts(path) {
    return path === "." ? [] : path.split("/");
}

;// CONCATENATED MODULE: ./build/plan/graph.js


/**
 * DVC's graph: a stage follows another when one of its dependencies (files of parameters count) is an output of the other,
 * lies in one, or contains one. Failures, all at once: duplicate-output, overlapping-outputs, stage-inside-output,
 * dependency-cycle.
 */
function buildGraph(stages) {
    const graph = graphOf(stages);
    const failures = [...graph.failures, ...stagesInsideOutputs(stages, graph.outputs)];
    if (failures.length > 0)
        throw (0,kernel/* together */.bs)(failures);
    const cycle = findCycle(graph);
    if (cycle !== null)
        throw cycleFailure(cycle);
    return graph;
}
/** The same without its complaints: `dvc status` and `dvc push` work on projects that `dvc repro` refuses. */
function lenientGraph(stages) {
    return graphOf(stages);
}
/** The graph that a selection asks for: as in DVC, the named stages alone are run also where a whole pipeline would be refused. */
function graphFor(stages, { single = false }) {
    return single ? lenientGraph(stages) : buildGraph(stages);
}
/** Some stages and all that is reached from them, step by step. */
function spread(from, next) {
    const found = new Set();
    const waiting = [...from];
    for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
        if (found.has(stage))
            continue;
        found.add(stage);
        waiting.push(...next(stage));
    }
    return found;
}
function graphOf(stages) {
    const { outputs, failures } = collectOutputs(stages);
    const producersOf = (path) => [...outputs.above(path), ...outputs.below(path)];
    const upstream = new Map();
    const downstream = new Map(stages.map((stage) => [stage, new Set()]));
    for (const stage of stages) {
        const before = new Set(inputPaths(stage).flatMap((path) => producersOf(path).map((producer) => producer.stage)));
        upstream.set(stage, before);
        for (const other of before)
            downstream.get(other)?.add(stage);
    }
    return {
        stages,
        outputs,
        failures,
        producersOf,
        upstream: (stage) => [...(upstream.get(stage) ?? [])],
        downstream: (stage) => [...(downstream.get(stage) ?? [])],
    };
}
/** What a stage reads, relative to the DVC root, in DVC's order: dependencies, then files of parameters. */
function inputPaths(stage) {
    const deps = stage.deps.map(({ at, external }) => at ?? external?.url ?? null);
    return [...deps, ...stage.params.map(({ at }) => at)].filter((path) => path !== null);
}
function collectOutputs(stages) {
    const outputs = new PathTrie();
    const failures = [];
    for (const stage of stages) {
        for (const out of stage.outs) {
            const path = out.at ?? out.external?.url ?? null;
            if (path === null)
                continue;
            const producer = { stage, out, path };
            const clash = clashOf(producer, outputs);
            if (clash === null)
                outputs.set(path, producer);
            else
                failures.push(clash);
        }
    }
    return { outputs, failures };
}
function clashOf(producer, outputs) {
    const { path, stage, out } = producer;
    const same = outputs.get(path);
    if (same !== null) {
        const others = [same.stage, stage].map((each) => `\`${each.address}\` (${placeOf(each)})`);
        return (0,kernel/* badInput */.AN)("duplicate-output", `output \`${path}\` is specified in two stages: ${others.join(" and ")}`, {
            at: out.place,
            found: `\`${path}\` twice`,
            expected: "every output of one stage only",
            hint: `keep it in one of them; \`dvc remove ${same.stage.address}\` removes the other`,
        });
    }
    const [other] = [...outputs.above(path), ...outputs.below(path)];
    if (other === undefined)
        return null;
    const [outer, inner] = other.path.length < path.length ? [other, producer] : [producer, other];
    return (0,kernel/* badInput */.AN)("overlapping-outputs", `outputs overlap: ${named(inner)} lies in ${named(outer)}`, {
        at: out.place,
        found: `${inner.path} below ${outer.path}`,
        expected: "outputs in separate directories, or one output for the directory",
        hint: `name the files of ${outer.path} one by one, or let one stage make all of it`,
    });
}
function named({ path, stage }) {
    return `\`${path}\` of stage \`${stage.address}\``;
}
function placeOf({ place }) {
    return place.line === undefined ? place.file : `${place.file}:${place.line}`;
}
function stagesInsideOutputs(stages, outputs) {
    const seen = new Set();
    return stages.flatMap(({ file, address }) => {
        const [outer] = outputs.above(file);
        if (outer === undefined || seen.has(file))
            return [];
        seen.add(file);
        return (0,kernel/* badInput */.AN)("stage-inside-output", `${file} lies in an output of another stage: ${named(outer)}`, {
            at: outer.out.place,
            found: `stage \`${address}\` in ${file}`,
            expected: "stages beside the outputs",
            hint: "move the file out of the output; an output's content is replaced when its stage runs",
        });
    });
}
/** The stages of one circle, or null. Walks without recursion: a pipeline may be thousands deep. */
function findCycle(graph) {
    const done = new Set();
    for (const start of graph.stages) {
        const path = [];
        const open = new Set();
        const walks = [[start].values()];
        for (let walk = walks.at(-1); walk !== undefined; walk = walks.at(-1)) {
            const { value: stage, done: exhausted } = walk.next();
            if (exhausted === true || stage === undefined) {
                walks.pop();
                const left = path.pop();
                if (left === undefined)
                    continue;
                open.delete(left);
                done.add(left);
            }
            else if (open.has(stage)) {
                return path.slice(path.indexOf(stage));
            }
            else if (!done.has(stage)) {
                path.push(stage);
                open.add(stage);
                walks.push(graph.upstream(stage).values());
            }
        }
    }
    return null;
}
function cycleFailure(cycle) {
    const [first] = cycle;
    const names = cycle.map((stage) => `\`${stage.address}\``);
    const message = cycle.length === 1
        ? `stage ${names[0] ?? ""} depends on its own output`
        : `stages depend on each other in a circle: ${[...names, names[0]].join(" → ")}`;
    return (0,kernel/* badInput */.AN)("dependency-cycle", message, {
        ...(first === undefined ? {} : { at: first.place }),
        found: cycle.map((stage) => stage.address).join(", "),
        expected: "no item both a dependency and, directly or through other stages, an output",
        hint: "take one of these dependencies out, or give its stage another output",
    });
}

;// CONCATENATED MODULE: ./build/plan/inputs.js

const DEFAULT_PARAMS = "params.yaml";
/**
 * The path under which dvc.lock records a dependency or an output: as written, but an absolute path into the project
 * becomes relative to the stage's working directory.
 */
function recordedPath(stage, { path, at }) {
    if (!path.startsWith("/") || at === null || at === ".." || at.startsWith("../"))
        return path;
    return (0,kernel/* relativeTo */.Mf)(at, stage.wdir);
}
function recordOfDependency(stage, dependency) {
    const path = recordedPath(stage, dependency);
    return stage.lock?.deps.find((recorded) => recorded.path === path) ?? null;
}
function recordOfOutput(stage, out) {
    const path = recordedPath(stage, out);
    return stage.lock?.outs.find((recorded) => recorded.path === path) ?? null;
}
function recorded(path, content) {
    if (content === null)
        return { path, oid: null, hash: "md5" };
    if (!("oid" in content))
        return fingerprinted(path, content);
    const { oid, hash, size, nfiles, isexec } = content;
    return {
        path,
        oid,
        hash,
        ...(size === undefined ? {} : { size }),
        ...(nfiles === undefined ? {} : { nfiles }),
        ...(isexec === true ? { isexec } : {}),
    };
}
function fingerprinted(path, { kind, value, size }) {
    const extra = new Map([[kind, value]]);
    return { path, oid: null, hash: "md5", ...(size === undefined ? {} : { size }), extra };
}
/** The content that an entry records; null when it records none. */
function contentOf({ oid, hash, size, nfiles, isexec }) {
    if (oid === null)
        return null;
    return {
        oid,
        hash,
        ...(size === undefined ? {} : { size }),
        ...(nfiles === undefined ? {} : { nfiles }),
        ...(isexec === undefined ? {} : { isexec }),
    };
}
/**
 * An entry as DVC writes it: dependencies and outputs by path, params.yaml before other files, keys in code point order.
 */
function lockEntry({ stage, deps, params, outs }) {
    return {
        cmd: stage.cmd,
        deps: [...deps].sort(byPath),
        params: sortedParams(params),
        outs: [...outs].sort(byPath),
    };
}
/** The entry for these inputs, once this came of them. */
function withResults(inputs, outs) {
    return { ...inputs, outs: [...outs].sort(byPath) };
}
function byPath(a, b) {
    return (0,kernel/* compareCodePoints */.OP)(a.path, b.path);
}
function sortedParams(params) {
    const files = [...params].sort(([a], [b]) => {
        if (a === b)
            return 0;
        if (a === DEFAULT_PARAMS || b === DEFAULT_PARAMS)
            return a === DEFAULT_PARAMS ? -1 : 1;
        return (0,kernel/* compareCodePoints */.OP)(a, b);
    });
    return new Map(files.map(([file, values]) => [file, new Map([...values].sort(([a], [b]) => (0,kernel/* compareCodePoints */.OP)(a, b)))]));
}
/**
 * Whether the run cache may hold this stage's results: it has inputs and outputs, always runs for no other reason, and
 * none of its outputs outlives a run or lies outside the project.
 */
function reusable(stage) {
    if (stage.cmd === null || stage.alwaysChanged)
        return false;
    if (stage.deps.length + stage.params.length === 0 || stage.outs.length === 0)
        return false;
    if (stage.deps.some((dependency) => dependency.at === null))
        return false;
    return stage.outs.every(({ at, path, persist }) => at !== null && !isOutside(at) && !persist && path !== "");
}
/** Without dependencies, parameters and outputs there is nothing that could be up to date. */
function alwaysRuns(stage) {
    if (stage.cmd === null)
        return false;
    return stage.alwaysChanged || stage.deps.length + stage.params.length + stage.outs.length === 0;
}
function isOutside(path) {
    return path === ".." || path.startsWith("../");
}
function sameCommand(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
}
/** What the run cache knows to fit: same command, parameters, output paths and dependencies, except for open ones. */
function fits(entry, inputs, open) {
    const paths = (items) => JSON.stringify(items.map((item) => item.path).sort());
    const ids = new Map(entry.deps.map((dependency) => [dependency.path, dependency.oid]));
    return (sameCommand(entry.cmd, inputs.cmd) &&
        paths(entry.outs) === paths(inputs.outs) &&
        paths(entry.deps) === paths(inputs.deps) &&
        inputs.deps.every(({ path, oid }) => open.has(path) || ids.get(path) === oid));
}

// EXTERNAL MODULE: ./build/digest/index.js + 20 modules
var digest = __webpack_require__(22712);
;// CONCATENATED MODULE: ./build/plan/reasons.js


/** DVC: no entry at all is no changed command. */
function commandReasons({ lock, cmd }) {
    if (lock === null || cmd === null || sameCommand(lock.cmd, cmd))
        return [];
    return [{ kind: "command", change: "modified", old: commandValue(lock.cmd), new: commandValue(cmd) }];
}
function commandValue(cmd) {
    return typeof cmd === "string" || cmd === null ? cmd : [...cmd];
}
/** One dependency that is there: is it what the lock records? */
function dependencyReasons(stage, dependency, now) {
    const recorded = recordOfDependency(stage, dependency);
    const path = dependency.at ?? dependency.path;
    if (recorded === null)
        return [{ kind: "dependency", path, change: "new" }];
    return isRecorded(now, recorded) ? [] : [{ kind: "dependency", path, change: "modified" }];
}
function isRecorded(now, recorded) {
    if ("oid" in now)
        return recorded.oid === now.oid && recorded.hash === now.hash;
    return recorded.extra?.get(now.kind) === now.value;
}
/** The values that a stage reads from one file, against those that the lock records; Python's equality decides. */
function parameterReasons(stage, dependency, now) {
    const file = dependency.at;
    const before = recordedValues(stage, dependency);
    if (before === null) {
        const values = dependency.keys.length > 0 ? dependency.keys : [...now.keys()];
        return values.map((name) => ({ kind: "parameter", file, name, change: "new", ...given("new", now.get(name)) }));
    }
    const names = dependency.keys.length > 0 ? dependency.keys : [...new Set([...now.keys(), ...textKeys(before)])];
    return names.flatMap((name) => parameterReason({ file, name, old: before.get(name), now: now.get(name) }));
}
function parameterReason({ file, name, old, now }) {
    const common = { kind: "parameter", file, name, ...given("old", old), ...given("new", now) };
    if (now === undefined)
        return [{ ...common, change: "deleted" }];
    if (old === undefined)
        return [{ ...common, change: "new" }];
    return (0,kernel/* equalInPython */.iN)(old, now) ? [] : [{ ...common, change: "modified" }];
}
function given(key, value) {
    if (value === undefined)
        return {};
    return key === "old" ? { old: value } : { new: value };
}
/** The values that the lock records for one file; null when it knows nothing of the file. */
function recordedValues(stage, dependency) {
    return stage.lock?.params.get(recordedPath(stage, dependency)) ?? null;
}
function textKeys(values) {
    return [...values.keys()].filter((key) => typeof key === "string");
}
/** `data`: an output must be there, and in the cache, as `dvc status` wants it. */
function outputVerdict(stage, { out, now, stored }, data) {
    const recorded = recordOfOutput(stage, out);
    const path = out.at ?? out.path;
    const reason = (kind, change) => ({
        reasons: [{ kind, path, ...(change === undefined ? {} : { change }) }],
        absent: now === null,
    });
    if (recorded === null || recorded.oid === null)
        return reason("output", "new");
    if (now === null && !data)
        return { reasons: [], absent: true };
    if (out.cache && !stored)
        return reason("missing");
    if (now === null)
        return reason("output", "deleted");
    if (now.oid !== recorded.oid || now.hash !== recorded.hash)
        return reason("output", "modified");
    return { reasons: [], absent: false };
}

;// CONCATENATED MODULE: ./build/plan/future.js




async function dependencyFuture(known, stage, dependency) {
    const { at, external } = dependency;
    const producers = known.graph.producersOf(at ?? external?.url ?? "");
    const unsettled = unsettledBy(known, producers);
    if (unsettled !== null)
        return unsettled;
    if (at === null)
        return externalFuture(known, dependency);
    const hash = recordOfDependency(stage, dependency)?.hash ?? "md5";
    const replaced = await willBeReplaced(known, producers);
    if (!replaced) {
        const now = await known.observer.content(at, hash, "dependency");
        if (now !== null)
            return { kind: "known", value: now };
    }
    if (producers.length === 0)
        return { kind: "missing" };
    const value = await fromResults(known, at, producers);
    if (value !== null)
        return { kind: "known", value };
    const moved = producers
        .map((producer) => producer.stage)
        .filter((each) => known.planned.get(each)?.source === "run-cache");
    return moved.length > 0 ? { kind: "open", stages: [...new Set(moved)] } : { kind: "as-recorded" };
}
async function externalFuture({ observer }, { external }) {
    if (external === undefined || observer.external === undefined)
        return { kind: "as-recorded" };
    const value = await observer.external(external);
    return value === null ? { kind: "missing" } : { kind: "known", value };
}
async function valuesFuture(known, stage, dependency) {
    const producers = known.graph.producersOf(dependency.at);
    const unsettled = unsettledBy(known, producers);
    if (unsettled !== null)
        return unsettled;
    const value = await known.observer.values(dependency);
    if (value !== null && !(await willBeReplaced(known, producers)))
        return { kind: "known", value };
    if (producers.length === 0)
        return { kind: "missing" };
    return recordedValues(stage, dependency) === null ? { kind: "missing" } : { kind: "as-recorded" };
}
/** `open` or `blocked` when a producer's result is not known. */
function unsettledBy({ planned }, producers) {
    const withAction = (...actions) => [
        ...new Set(producers.map(({ stage }) => stage).filter((stage) => actions.includes(planned.get(stage)?.action ?? "none"))),
    ];
    const blocked = withAction("blocked");
    if (blocked.length > 0)
        return { kind: "blocked", stages: blocked };
    const open = withAction("run", "maybe").filter((stage) => planned.get(stage)?.result === null);
    return open.length > 0 ? { kind: "open", stages: open } : null;
}
/** Whether what is in the workspace now will not be there then: an output that will be placed anew, or is absent. */
async function willBeReplaced({ planned, observer }, producers) {
    for (const { stage, path } of producers) {
        const plan = planned.get(stage);
        if (plan?.action === "restore")
            return true;
        if (plan?.result != null && (await observer.content(path, "md5")) === null)
            return true;
    }
    return false;
}
/** What the known results put at a path: an output itself, a part of one, or a folder that holds some. */
async function fromResults(known, at, producers) {
    const outer = producers.find(({ path }) => path === at || at.startsWith(`${path}/`));
    if (outer === undefined)
        return null;
    const result = resultOf(known, outer);
    const content = result === null ? null : contentOf(result);
    if (content === null || outer.path === at)
        return content;
    return partOf(known, content, at.slice(outer.path.length + 1));
}
function resultOf({ planned }, { stage, out }) {
    const result = planned.get(stage)?.result ?? stage.lock;
    return recordOfOutput({ ...stage, lock: result }, out);
}
/** A file of a recorded directory, or a folder in it. */
async function partOf({ observer }, { oid, hash }, relpath) {
    if (!(0,kernel/* isDirectoryOid */.ie)(oid))
        return null;
    const listing = await observer.listing(oid, hash);
    if (listing === null)
        return null;
    const file = listing.find((each) => each.relpath === relpath);
    if (file !== undefined)
        return { oid: file.oid, hash };
    const below = listing.filter((each) => each.relpath.startsWith(`${relpath}/`));
    if (below.length === 0)
        return null;
    const entries = below.map((each) => ({ relpath: each.relpath.slice(relpath.length + 1), oid: each.oid }));
    return { oid: (0,digest/* directoryListing */.E3)(entries).oid, hash };
}

;// CONCATENATED MODULE: ./build/plan/judge.js


/** `dvc repro`'s decision about one stage, with all its reasons instead of the first. */
async function judge(evidence, observer, options) {
    const { stage } = evidence;
    if (stage.cmd === null)
        return judgeData(evidence, options);
    if (stage.frozen)
        return judgeFrozen(evidence);
    const inputs = inputReasons(evidence);
    if (inputs.blocking.length > 0)
        return planned(stage, "blocked", inputs.blocking);
    const why = [...ownReasons(stage), ...knownReasons(evidence, inputs, options)];
    const all = [...why, ...inputs.open];
    if (options.force || alwaysRuns(stage))
        return planned(stage, "run", all);
    if (all.length === 0)
        return { ...planned(stage, "none", []), result: stage.lock };
    const inputsChanged = inputs.reasons.length > 0;
    if (inputs.open.length > 0) {
        const chance = why.length === 0 ||
            onlyOutputsDiffer(stage, inputsChanged) ||
            (options.runCache && (await mayBeKnown(evidence, observer)));
        return planned(stage, chance ? "maybe" : "run", all);
    }
    const found = await knownResult(evidence, observer, { ...options, inputsChanged });
    if (found === null)
        return planned(stage, "run", all);
    return found === "lost"
        ? { ...planned(stage, "run", all), lost: true }
        : { ...planned(stage, "restore", all), ...found };
}
function planned(stage, action, why) {
    return { stage, action, why, result: null };
}
function ownReasons(stage) {
    return [
        ...(stage.lock === null ? [{ kind: "never-run" }] : []),
        ...commandReasons(stage),
        ...(alwaysRuns(stage) ? [{ kind: "always" }] : []),
    ];
}
/** A stage that never ran says so; that everything about it is new, too, need not be said. */
function knownReasons({ stage, outs }, { reasons }, { data }) {
    if (stage.lock === null)
        return [];
    return [...reasons, ...outs.flatMap((state) => outputVerdict(stage, state, data).reasons)];
}
function inputReasons(evidence) {
    const found = { reasons: [], blocking: [], open: [] };
    for (const { dependency, future } of evidence.deps)
        dependencyInput(evidence.stage, dependency, { future, found });
    for (const { dependency, future } of evidence.params)
        paramsInput(evidence.stage, dependency, { future, found });
    return { ...found, open: unique(found.open), blocking: unique(found.blocking) };
}
function unique(reasons) {
    return [
        ...new Map(reasons.map((reason) => [
            JSON.stringify([reason.kind, reason.stage, reason.path, reason.name, reason.file]),
            reason,
        ])).values(),
    ];
}
function dependencyInput(stage, dependency, { future, found }) {
    const path = dependency.at ?? dependency.path;
    if (future.kind === "known")
        found.reasons.push(...dependencyReasons(stage, dependency, future.value));
    else if (future.kind === "missing")
        found.blocking.push({ kind: "missing", path });
    else if (future.kind !== "as-recorded")
        unsettled(future, found);
    else if (recordOfDependency(stage, dependency) === null)
        found.reasons.push({ kind: "dependency", path, change: "new" });
}
function paramsInput(stage, dependency, { future, found }) {
    if (future.kind === "missing")
        found.blocking.push({ kind: "missing", path: dependency.at });
    else if (future.kind === "open" || future.kind === "blocked")
        unsettled(future, found);
    else if (future.kind === "known") {
        const reasons = parameterReasons(stage, dependency, future.value);
        const gone = (reason) => reason.change === "deleted" && dependency.keys.length > 0;
        const never = dependency.keys.filter((name) => !future.value.has(name) && !reasons.some((each) => each.name === name));
        found.reasons.push(...reasons);
        found.blocking.push(...reasons.filter(gone));
        found.blocking.push(...never.map((name) => ({ kind: "parameter", file: dependency.at, name, change: "deleted" })));
    }
}
function unsettled(future, found) {
    const reasons = future.stages.map(({ address }) => ({ kind: "upstream", stage: address }));
    (future.kind === "blocked" ? found.blocking : found.open).push(...reasons);
}
/** A `.dvc` file: what lies there becomes what it records. */
function judgeData({ stage, outs }, { data }) {
    const states = outs.map((state) => ({ state, ...outputVerdict(stage, state, data) }));
    const lost = states.filter(({ state }) => state.now === null && (recordIsEmpty(stage, state) || (data && state.out.cache && !state.stored)));
    if (lost.length > 0 && !stage.frozen) {
        return planned(stage, "blocked", lost.map(({ state }) => ({ kind: "missing", path: state.out.at ?? state.out.path })));
    }
    const why = states.flatMap(({ reasons }) => reasons);
    const present = states.some(({ state, reasons }) => state.now !== null && reasons.length > 0);
    if (stage.frozen)
        return { ...planned(stage, "frozen", why), result: observedEntry(stage, outs) };
    if (present)
        return { ...planned(stage, "run", why), result: observedEntry(stage, outs) };
    if (why.length > 0)
        return { ...planned(stage, "restore", why), result: stage.lock, source: "lock" };
    return { ...planned(stage, "none", why), result: stage.lock };
}
function recordIsEmpty(stage, { out }) {
    return (recordOfOutput(stage, out)?.oid ?? null) === null;
}
function judgeFrozen({ stage, outs }) {
    const why = [...commandReasons(stage), ...outs.flatMap((state) => outputVerdict(stage, state, false).reasons)];
    return { ...planned(stage, "frozen", why), result: observedEntry(stage, outs) };
}
/** The lock entry with what lies in the workspace, where something does. */
function observedEntry(stage, outs) {
    const now = outs.map(({ out, now }) => {
        const path = recordedPath(stage, out);
        return now === null ? (recordOfOutput(stage, out) ?? recorded(path, null)) : recorded(path, now);
    });
    const before = stage.lock ?? { cmd: stage.cmd, deps: [], params: new Map(), outs: [] };
    return { ...before, outs: now };
}
/** What would go in, as far as it is known; `open` names the dependencies that are not. */
function inputsOf({ stage, deps, params }) {
    const open = new Set();
    const dependencies = deps.map(({ dependency, future }) => {
        const path = recordedPath(stage, dependency);
        if (future.kind === "known")
            return recorded(path, future.value);
        if (future.kind !== "as-recorded")
            open.add(path);
        return recordOfDependency(stage, dependency) ?? recorded(path, null);
    });
    const values = params.map(({ dependency, future }) => [
        recordedPath(stage, dependency),
        future.kind === "known" ? future.value : textKeyed(recordedValues(stage, dependency)),
    ]);
    const outs = stage.outs.map((out) => recorded(recordedPath(stage, out), null));
    return { inputs: lockEntry({ stage, deps: dependencies, params: new Map(values), outs }), open };
}
function textKeyed(values) {
    return new Map([...(values ?? [])].flatMap(([key, value]) => (typeof key === "string" ? [[key, value]] : [])));
}
async function mayBeKnown(evidence, observer) {
    if (!reusable(evidence.stage))
        return false;
    const { inputs, open } = inputsOf(evidence);
    return observer.mayKnowRun(inputs, open);
}
/**
 * The result for these inputs, where it can be placed: DVC takes the lock entry when only outputs differ, else the newest
 * entry of the run cache, and looks no further when its objects are not in the cache.
 */
async function knownResult(evidence, observer, { runCache, inputsChanged }) {
    const { stage } = evidence;
    if (!reusable(stage))
        return null;
    const { inputs } = inputsOf(evidence);
    if (onlyOutputsDiffer(stage, inputsChanged)) {
        const entry = withResults(inputs, stage.outs.flatMap((out) => recordOfOutput(stage, out) ?? []));
        return (await allStored(entry, observer)) ? { result: entry, source: "lock" } : "lost";
    }
    const found = runCache ? await observer.knownRun(inputs) : null;
    if (found === null)
        return null;
    if (!(await allStored(found, observer)))
        return "lost";
    return { result: withResults(inputs, found.outs), source: "run-cache" };
}
/** Whether the lock entry is the result of these inputs, so that its outputs can be placed again. */
function onlyOutputsDiffer(stage, inputsChanged) {
    return (reusable(stage) &&
        stage.lock !== null &&
        commandReasons(stage).length === 0 &&
        !inputsChanged &&
        stage.outs.every((out) => recordOfOutput(stage, out)?.oid != null));
}
async function allStored(entry, observer) {
    for (const { oid, hash } of entry.outs) {
        if (oid === null || !(await observer.stored(oid, hash)))
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/plan/memo.js
/** An observer that looks once: for a plan, during which nothing is supposed to change. */
function lookingOnce(observer) {
    const asked = once((path, hash, as) => observer.content(path, hash, as), (path, hash, as) => `${hash} ${as ?? "output"} ${path}`);
    return {
        ...observer,
        // what lies there as an output lies there as a dependency: only what is left out has to be asked for by name
        content: async (path, hash, as) => (await asked(path, hash, undefined)) ?? (as === undefined ? null : asked(path, hash, as)),
        stored: once((oid, hash) => observer.stored(oid, hash), (oid, hash) => `${hash} ${oid}`),
        listing: once((oid, hash) => observer.listing(oid, hash), (oid, hash) => `${hash} ${oid}`),
    };
}
function once(ask, keyOf) {
    const answers = new Map();
    return (...args) => {
        const key = keyOf(...args);
        const answer = answers.get(key) ?? ask(...args);
        answers.set(key, answer);
        return answer;
    };
}

;// CONCATENATED MODULE: ./build/plan/order.js

/**
 * The selected stages, each after those it needs: a depth-first walk in file order, as `dvc repro` does it for a whole
 * graph; of whole pipelines that of the first target comes first. A frozen stage does not ask for what it needs.
 */
function inOrder(graph, { targets, ...how }) {
    if (targets === null)
        return postOrder(graph, graph.stages);
    if (how.single === true)
        return [...new Set(targets)];
    if (how.pipeline === true) {
        return postOrder(graph, targets.flatMap((target) => inFileOrder(graph, connected(graph, target))));
    }
    const wanted = reached(graph, targets, how.downstream === true);
    return postOrder(graph, inFileOrder(graph, wanted)).filter((stage) => wanted.has(stage));
}
function inFileOrder(graph, wanted) {
    return graph.stages.filter((stage) => wanted.has(stage));
}
/** What a stage waits for. */
function needs(graph, stage) {
    return stage.frozen ? [] : graph.upstream(stage);
}
function reached(graph, targets, downstream) {
    const next = (stage) => downstream ? graph.downstream(stage).filter((each) => !each.frozen) : needs(graph, stage);
    return spread(targets, next);
}
function connected(graph, target) {
    const neighbours = (stage) => [
        ...needs(graph, stage),
        ...graph.downstream(stage).filter((each) => !each.frozen),
    ];
    return spread([target], neighbours);
}
function postOrder(graph, starts) {
    const order = [];
    const seen = new Set();
    for (const start of starts) {
        if (seen.has(start))
            continue;
        seen.add(start);
        const open = [{ stage: start, rest: needs(graph, start).values() }];
        for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
            const { value, done } = top.rest.next();
            if (done === true || value === undefined) {
                order.push(top.stage);
                open.pop();
            }
            else if (!seen.has(value)) {
                seen.add(value);
                open.push({ stage: value, rest: needs(graph, value).values() });
            }
        }
    }
    return order;
}

;// CONCATENATED MODULE: ./build/plan/plan.js







/**
 * What a run would do, and why. Works from what DVC's files say; the observer is asked only what they do not say. A
 * stage that follows a restored one is judged by the recorded result, so that a whole chain may turn out to be known.
 */
async function plan_plan(project, seen, options) {
    const observer = lookingOnce(seen);
    const graph = graphFor(project.stages, options);
    const planned = new Map();
    const forced = new Set(options.force === true ? graph.stages : []);
    const ahead = [];
    let runsBefore = false;
    for (const stage of inOrder(graph, options)) {
        const evidence = await gather({ graph, observer, planned }, stage);
        const how = { data: options.data ?? false, force: forced.has(stage), runCache: options.runCache ?? true };
        const judged = afterRuns(await judge(evidence, observer, how), runsBefore);
        const verdict = afterTwins(judged, evidence, how.runCache && !how.force ? ahead : []);
        planned.set(stage, verdict);
        runsBefore ||= verdict.action === "run" || verdict.action === "maybe";
        if (verdict.result === null && reusable(stage))
            ahead.push(inputsOf(evidence));
        if (options.forceDownstream === true && (verdict.action === "run" || verdict.action === "restore")) {
            for (const next of graph.downstream(stage))
                forced.add(next);
        }
    }
    return { stages: await withNeededData([...planned.values()], graph, observer) };
}
/** What the cache lacks may be there again by then. */
function afterRuns({ lost = false, ...verdict }, runsBefore) {
    return lost && runsBefore ? { ...verdict, action: "maybe" } : verdict;
}
/** A stage with the inputs of one that runs before it will be restored from what that one leaves in the run cache. */
function afterTwins(verdict, evidence, ahead) {
    if (verdict.action !== "run" || !reusable(verdict.stage))
        return verdict;
    const { inputs, open } = inputsOf(evidence);
    const twin = ahead.some((other) => fits(other.inputs, inputs, new Set([...open, ...other.open])));
    return twin ? { ...verdict, action: "maybe" } : verdict;
}
/** What decides about one stage, given the verdicts on those before it. */
async function gather(known, stage) {
    const deps = [];
    for (const dependency of stage.frozen ? [] : stage.deps) {
        deps.push({ dependency, future: await dependencyFuture(known, stage, dependency) });
    }
    const params = [];
    for (const dependency of stage.frozen ? [] : stage.params) {
        params.push({ dependency, future: await valuesFuture(known, stage, dependency) });
    }
    const outs = [];
    for (const out of stage.outs)
        outs.push(await outputState(known.observer, stage, out));
    return { stage, deps, params, outs };
}
async function outputState(observer, stage, out) {
    const recorded = recordOfOutput(stage, out);
    const hash = recorded?.hash ?? "md5";
    const oid = recorded?.oid ?? null;
    const [now, stored] = await Promise.all([
        out.at === null ? null : observer.content(out.at, hash),
        oid !== null && out.cache && observer.stored(oid, hash),
    ]);
    return { out, now, stored };
}
/** A stage that runs needs its dependencies in the workspace: absent ones that are known are placed first. */
async function withNeededData(stages, graph, observer) {
    const needed = new Set();
    for (const { stage, action } of stages) {
        if (action === "run" || action === "maybe")
            for (const before of graph.upstream(stage))
                needed.add(before);
    }
    const settled = [];
    for (const planned of stages) {
        const wanted = needed.has(planned.stage) && (planned.action === "none" || planned.action === "frozen");
        settled.push(wanted ? await placed(planned, observer) : planned);
    }
    return settled;
}
async function placed(planned, observer) {
    const { stage } = planned;
    for (const out of stage.outs) {
        const { absent } = outputVerdict(stage, await outputState(observer, stage, out), false);
        if (absent && recordOfOutput(stage, out)?.oid != null)
            return { ...planned, action: "restore", source: "lock" };
    }
    return planned;
}

;// CONCATENATED MODULE: ./build/plan/known.js

/** The results that a project has at a revision, from its lock files and the run cache. */
async function knownResults(project, observer) {
    const { stages } = await plan(project, observer, { targets: null });
    const known = new Map();
    for (const { stage, result } of stages)
        if (result !== null)
            known.set(stage.address, result);
    return { known, unknown: stages.filter(({ result }) => result === null) };
}

;// CONCATENATED MODULE: ./build/plan/now.js



/** The verdict on a stage whose turn has come: everything before it is done, so what lies in the workspace counts. */
async function judgeNow(stage, observer, options) {
    return judge(await evidenceNow(stage, observer), observer, options);
}
/** The same where data may be absent: then what the stages before have recorded, or turned out to have, counts. */
async function judgeAmong(stage, known, options) {
    return judge(await gather(known, stage), known.observer, options);
}
/** What goes into the stage now, as a lock entry without results; null while something is missing. */
async function inputsNow(stage, observer) {
    const { inputs, open } = inputsOf(await evidenceNow(stage, observer));
    return open.size > 0 ? null : inputs;
}
function evidenceNow(stage, observer) {
    return gather({ graph: lenientGraph([]), observer, planned: new Map() }, stage);
}

;// CONCATENATED MODULE: ./build/plan/stage-times.js
const KEPT = 5;
const MOST_STAGES = 2000;
const LONGEST_ADDRESS = 500;
/** GitHub ends a run after 35 days. */
const LONGEST_SECONDS = 35 * 86_400;
const MOST_BYTES = 256 * 1024;
/** Reads what `writeStageTimes` wrote. What is damaged, or beyond what can be, is passed over. */
function parseStageTimes(text) {
    const found = new Map();
    for (const [address, samples] of entriesOf(parsed(text)).slice(0, MOST_STAGES)) {
        if (address.length > LONGEST_ADDRESS || !Array.isArray(samples))
            continue;
        const read = samples.slice(0, KEPT).flatMap((sample) => sampleOf(sample));
        if (read.length > 0)
            found.set(address, read);
    }
    return found;
}
/** The stages that were timed last stay, where there are too many for one small text. */
function writeStageTimes(times) {
    const newest = [...times].toSorted(([, a], [, b]) => (b.at(-1)?.at ?? 0) - (a.at(-1)?.at ?? 0));
    const kept = [];
    let size = 0;
    for (const [address, samples] of newest.slice(0, MOST_STAGES)) {
        if (address.length > LONGEST_ADDRESS)
            continue;
        const line = `${JSON.stringify(address)}: ${JSON.stringify(samples.map(({ at, seconds, run }) => [at, seconds, run]))}`;
        size += Buffer.byteLength(line) + 2;
        if (size > MOST_BYTES)
            break;
        kept.push(line);
    }
    return `{"schema": "mainline.timings/1", "stages": {\n${kept.join(",\n")}\n}}\n`;
}
/** What several runs wrote side by side, as one. */
function mergeStageTimes(all) {
    const merged = new Map();
    for (const times of all) {
        for (const [address, samples] of times) {
            const each = [...(merged.get(address) ?? []), ...samples];
            const distinct = new Map(each.map((sample) => [`${sample.at} ${sample.run} ${sample.seconds}`, sample]));
            merged.set(address, [...distinct.values()].toSorted((a, b) => a.at - b.at).slice(-KEPT));
        }
    }
    return merged;
}
/** Whether a time can be one. */
function isPlausible(seconds) {
    return Number.isFinite(seconds) && seconds >= 0 && seconds <= LONGEST_SECONDS;
}
function parsed(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === "object" && value !== null && "stages" in value ? value.stages : null;
    }
    catch {
        return null;
    }
}
function entriesOf(value) {
    return typeof value === "object" && value !== null ? Object.entries(value) : [];
}
function sampleOf(value) {
    if (!Array.isArray(value))
        return [];
    const [at, seconds, run] = value;
    if (typeof at !== "number" || typeof seconds !== "number" || typeof run !== "number")
        return [];
    const whole = Number.isSafeInteger(at) && at >= 0 && Number.isSafeInteger(run) && run >= 0;
    return whole && isPlausible(seconds) ? [{ at, seconds, run }] : [];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/plan/timings.js



const timings_KEPT = 5;
/** How long stages took on this machine, the latest runs last; seconds. Only ever a hint: damage is forgotten silently. */
class Timings {
    #file;
    #seconds;
    constructor(file, seconds) {
        this.#file = file;
        this.#seconds = seconds;
    }
    static async read(file) {
        const text = await (0,promises_.readFile)(file, "utf8").catch(() => "");
        return new Timings(file, parse(text));
    }
    /** The last runs of a stage, the latest last. */
    of(address) {
        return this.#seconds.get(address) ?? [];
    }
    add(address, seconds) {
        this.#seconds.set(address, [...this.of(address), seconds].slice(-timings_KEPT));
    }
    async save() {
        const temporary = `${this.#file}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(this.#file), { recursive: true });
        await (0,promises_.writeFile)(temporary, JSON.stringify(Object.fromEntries(this.#seconds)));
        await (0,promises_.rename)(temporary, this.#file);
    }
}
function parse(text) {
    const found = new Map();
    try {
        const value = JSON.parse(text);
        if (typeof value !== "object" || value === null)
            return found;
        for (const [address, seconds] of Object.entries(value)) {
            if (Array.isArray(seconds))
                found.set(address, seconds.filter((each) => typeof each === "number").slice(-timings_KEPT));
        }
    }
    catch {
        found.clear();
    }
    return found;
}

;// CONCATENATED MODULE: ./build/plan/index.js











/***/ }),

/***/ 56806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xd: () => (/* reexport */ Containers),
  mz: () => (/* reexport */ GitLines),
  yv: () => (/* reexport */ Newcomers),
  tU: () => (/* reexport */ Records),
  WR: () => (/* reexport */ Slots),
  G6: () => (/* reexport */ exclusively),
  g7: () => (/* reexport */ execute),
  GO: () => (/* reexport */ findEngine),
  YJ: () => (/* reexport */ imageHere),
  yt: () => (/* reexport */ loadImage),
  yC: () => (/* reexport */ lockedProject),
  mJ: () => (/* reexport */ orderOf),
  ik: () => (/* reexport */ place),
  Qj: () => (/* reexport */ relink),
  fR: () => (/* reexport */ replaceFile),
  Cp: () => (/* reexport */ resultFile),
  M_: () => (/* reexport */ store)
});

// UNUSED EXPORTS: UNGUARDED, commandsOf, ignoreInGit

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/shell/index.js + 9 modules
var build_shell = __webpack_require__(69432);
;// CONCATENATED MODULE: ./build/run/tail.js
const LINES = 20;
const BYTES = 8 * 1024;
/** The last lines of an output, whatever its length. */
class Tail {
    #kept = Buffer.alloc(0);
    add(chunk) {
        this.#kept = Buffer.concat([this.#kept, chunk]).subarray(-BYTES);
    }
    get text() {
        return this.#kept.toString("utf8").trimEnd().split("\n").slice(-LINES).join("\n");
    }
}

;// CONCATENATED MODULE: ./build/run/command.js



/** Where Python's `str.splitlines` breaks: at every break that Unicode knows. */
const BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029";
const LINE_BREAK = new RegExp(`\r\n|[${BREAKS}]`);
/**
 * Runs a stage's commands one after the other, each in a shell of its own, as DVC does: a text line by line, a list item
 * by item. Null when all ended well; the first that does not is the last.
 */
async function runCommands(stage, shop, attempt) {
    const tail = new Tail();
    const hear = listener(shop, attempt.log, tail);
    const timeLeft = stopwatch(shop, stage.needs?.timeoutMs ?? null);
    const startOf = attempt.berth?.start ?? (await onMachine(shop, { ...variablesOf(stage, shop), ...attempt.variables }));
    try {
        for (const command of commandsOf(stage.cmd)) {
            shop.progress.say(`> ${command}`);
            const { program, args, env, end } = startOf(command);
            const { code, signal, timedOut } = await (0,build_shell/* stream */.Td)(program, args, {
                cwd: `${shop.root}/${stage.wdir}`,
                env,
                signal: shop.signal,
                onStart: (group) => shop.access.watch(group),
                onOutput: hear.onOutput,
                ...(end === undefined ? {} : { end }),
                ...timeLeft(),
            });
            if (code !== 0 || signal !== null || timedOut || shop.signal.aborted) {
                return { command, code: signal === null ? code : null, signal, timedOut, tail: tail.text };
            }
        }
        return null;
    }
    finally {
        hear.end();
    }
}
/** What DVC tells a command of itself. */
function variablesOf(stage, { root }) {
    return { DVC_ROOT: root, DVC_STAGE: stage.address };
}
async function onMachine({ shell }, env) {
    const flags = await shellFlags(shell);
    return (command) => ({ program: shell, args: [...flags, "-c", command], env });
}
/** What a command leaves behind may go on writing when the stage is over: nobody hears it then. */
function listener({ progress }, log, tail) {
    let isOver = false;
    return {
        onOutput: (chunk) => {
            if (isOver)
                return;
            tail.add(chunk);
            log.write(chunk);
            progress.output(chunk);
        },
        end: () => {
            isOver = true;
        },
    };
}
/** All commands of an attempt share one time. */
function stopwatch({ clock }, timeoutMs) {
    const start = clock.monotonic();
    return () => (timeoutMs === null ? {} : { timeoutMs: Math.max(1, timeoutMs - (clock.monotonic() - start)) });
}
function commandsOf(cmd) {
    if (cmd === null)
        return [];
    if (typeof cmd !== "string")
        return cmd;
    const lines = cmd.split(LINE_BREAK);
    if (lines.at(-1) === "")
        lines.pop();
    return lines;
}
/** Keeps the user's own configuration files from changing what a command means. */
async function shellFlags(shell) {
    const name = (0,external_node_path_.basename)(shell).toLowerCase();
    if (name === "zsh")
        return ["--no-rcs"];
    if (name === "bash")
        return ["--noprofile", "--norc"];
    if (name !== "fish")
        return [];
    return (await fishKnowsNoConfig(shell)) ? ["--no-config"] : [];
}
/** Since fish 3.3. */
async function fishKnowsNoConfig(shell) {
    const { stdoutText } = await (0,build_shell/* run */.eF)(shell, ["--version"]);
    const [, major = "0", minor = "0"] = /(\d+)\.(\d+)/.exec(stdoutText) ?? [];
    return Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 3);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/run/container/arguments.js
/** By this label a project's containers are known again. */
const PROJECT_LABEL = "dev.mainline.stages-of";
/** The shell that every image with a shell has. */
const PLAIN_SHELL = "/bin/sh";
/**
 * What holds the container open: when its first process ends, the engine kills all others at once. `$0` is the container's name, under
 * which the holder notes its own number; once the ender has been there it stays until the last of the others is gone. Whatever else ends the
 * holder ends the container.
 */
const HOLDER = [
    'echo $$ >"$HOME/.$0"',
    '"$@"',
    "c=$?",
    'while [ -e "$HOME/.$0-ending" ] && kill -0 -1 2>/dev/null; do sleep 0.1 || sleep 1; done',
    "exit $c",
].join("; ");
/**
 * Tells all that runs inside to end, as a signal to a process group does outside. The command's own shell is gone in an instant, and what
 * it started may need the time that it is given: so not the holder. All of them stand still meanwhile: a script whose child ends a moment before
 * it is told itself would go on with its next line.
 */
const ENDER = [
    'read h <"$HOME/.$0"',
    ': >"$HOME/.$0-ending"',
    "for s in STOP TERM CONT",
    "do for d in /proc/[0-9]*",
    "do p=${d#/proc/}",
    'case $p in 1|"$h"|$$) ;; *) kill -$s "$p" 2>/dev/null;; esac',
    "done",
    "done",
].join("\n");
/** What is run to end the command of a container, by name. */
function endArguments(name) {
    return ["exec", name, PLAIN_SHELL, "-c", ENDER, name];
}
/** The whole command line after the program. The same order gives the same words. */
function runArguments(engine, order) {
    const options = [
        ["--rm", "--init", "--pull", "never"],
        ["--name", order.name, "--label", `${PROJECT_LABEL}=${order.project}`],
        ["--network", order.network],
        // the output is ours to keep; an engine that kept it, too, would fill its disk
        ["--log-driver", "none"],
        // whoever takes the container away has waited already
        ["--stop-timeout", "0"],
        identity(engine, order.user),
        // a program of the image must not become root and leave root's files among the user's
        ["--security-opt", "no-new-privileges"],
        // on SELinux: the user's files keep the labels that they have
        ["--security-opt", "label=disable"],
        ["--shm-size", `${order.sharedMemory}b`],
        order.cpus === null || !engine.limits.cpus ? [] : ["--cpus", String(order.cpus)],
        order.memory === null || !engine.limits.memory ? [] : ["--memory", `${order.memory}b`],
        devices(engine, order.gpus),
        order.mounts.flatMap((mount) => ["--mount", mountWords(mount)]),
        ["--workdir", order.folder],
        // what goes in is told by name, below
        engine.program === "podman" ? ["--http-proxy=false"] : [],
        Object.entries(order.variables).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
        order.passed.flatMap((name) => ["--env", name]),
        ["--entrypoint", PLAIN_SHELL],
    ];
    const command = ["-c", HOLDER, order.name, ...order.shell, order.command];
    return ["run", ...options.flat(), order.image, ...command];
}
/** What the command makes belongs to whoever runs it. */
function identity({ program, identity: how }, { uid, gid, groups }) {
    if (how === "root")
        return ["--user", "0:0"];
    const user = ["--user", `${uid}:${gid}`];
    if (how === "mapped")
        return ["--userns", "keep-id", ...user];
    const more = groups.filter((group) => group !== gid).flatMap((group) => ["--group-add", String(group)]);
    return [...(how === "outside" && program === "docker" ? ["--userns", "host"] : []), ...user, ...more];
}
/** podman by the Container Device Interface, docker by its own flag, whose value is a line of CSV. */
function devices({ program }, gpus) {
    if (gpus.length === 0)
        return [];
    if (program === "docker")
        return ["--gpus", `"device=${gpus.join(",")}"`];
    return gpus.flatMap((gpu) => ["--device", `nvidia.com/gpu=${gpu}`]);
}
function mountWords({ path, writable }) {
    return `type=bind,source=${path},target=${path}${writable ? "" : ",readonly"}`;
}

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/run/container/engine.js


const ASK_MS = 20_000;
const TRIES = 5;
const PAUSE_MS = 300;
/** The first that answers: podman asks for no daemon and no root. */
const ORDER = ["podman", "docker"];
/** The one that is asked for, else the first that is here. Failure `container-no-engine`, which says `why` one is needed. */
async function findEngine(wanted, why, asking) {
    for (const program of wanted === null ? ORDER : [wanted]) {
        const engine = await look(program, asking);
        if (engine !== null)
            return engine;
    }
    const all = wanted === null;
    throw (0,kernel/* badInput */.AN)("container-no-engine", `${why}, and nothing here runs one${all ? "" : ` by ${wanted}`}`, {
        found: all ? "no podman, and no docker whose engine answers" : `no ${wanted} that answers`,
        expected: all ? "podman, or docker with an engine that answers" : `\`${wanted} info\` without an error`,
        hint: all
            ? "install podman (`sudo apt-get install podman`) or start Docker, then run again"
            : `install or start ${wanted}, or name another one in MAINLINE_CONTAINERS`,
    });
}
async function look(program, { signal, clock }) {
    const asked = program === "podman" ? "{{json .Host}}" : "{{json .SecurityOptions}}";
    const ask = () => (0,build_shell/* run */.eF)(program, ["info", "--format", asked], { signal, timeoutMs: ASK_MS });
    const result = await patiently(ask, program, { signal, clock }).catch(() => null);
    signal.throwIfAborted();
    const said = result?.stdoutText.trim() ?? "";
    // a docker client without an engine behind it says this, and may end well
    if (result === null || result.code !== 0 || said === "null")
        return null;
    return readEngine(program, said);
}
/** podman stumbles over a container that is taken away while it counts them. */
async function patiently(work, program, { signal, clock }) {
    for (let left = program === "podman" ? TRIES : 0;; left--) {
        const result = await work();
        if (result.code === 0 || left === 0 || signal.aborted)
            return result;
        await clock.sleep(PAUSE_MS, signal);
    }
}
/** `said`: of podman's `info` the host, of docker's the security options, as JSON. */
function readEngine(program, said) {
    if (program === "podman") {
        const { security, cgroupControllers } = JSON.parse(said);
        const controllers = cgroupControllers ?? [];
        const limits = { cpus: controllers.includes("cpu"), memory: controllers.includes("memory") };
        return { program, identity: security?.rootless === true ? "mapped" : "plain", limits };
    }
    const identity = said.includes("name=rootless") ? "root" : said.includes("name=userns") ? "outside" : "plain";
    // what it may not limit it warns of, and goes on
    return { program, identity, limits: { cpus: true, memory: true } };
}
/** Runs the engine's program to its end, whatever it says. */
function ask({ program }, args, signal) {
    return (0,build_shell/* run */.eF)(program, args, signal === undefined ? {} : { signal });
}
/** Every container with this label (`NAME=VALUE`), running or not. Failure `container-engine`. */
async function labelled(engine, label, asking) {
    const list = () => ask(engine, ["ps", "-a", "-q", "--filter", `label=${label}`], asking.signal);
    const result = await patiently(list, engine.program, asking);
    asking.signal.throwIfAborted();
    if (result.code === 0)
        return result.stdoutText.split("\n").filter((line) => line !== "");
    throw (0,kernel/* infrastructure */.Sv)("container-engine", `${engine.program} does not say which containers there are`, {
        found: lastWords(result.stderr),
        hint: `does \`${engine.program} ps\` work here?`,
    });
}
function lastWords(text) {
    return text.trim().split("\n").slice(-4).join("\n");
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/run/container/image.js





/** A name without a host is Docker Hub's, as for docker itself: podman asks, or refuses. */
function fullName(image) {
    const [first = "", ...rest] = image.split("/");
    if (rest.length > 0 && (/[.:]/.test(first) || first === "localhost"))
        return image;
    return `docker.io/${rest.length === 0 ? "library/" : ""}${image}`;
}
/** An image by its name, pulled where it is not here. Failure `container-image`. */
async function imageByName(engine, image, { voice, signal }) {
    const name = fullName(image);
    const exact = untagged(name);
    const here = await imageHere(engine, exact, signal);
    if (here !== null)
        return { ...here, name };
    voice.say(`pulling ${name} with ${engine.program}`);
    await pull(engine, exact, { voice, signal });
    const pulled = await imageHere(engine, exact, signal);
    if (pulled !== null)
        return { ...pulled, name };
    throw (0,kernel/* infrastructure */.Sv)("container-image", `${engine.program} pulled ${name} and does not have it`);
}
async function pull(engine, name, { voice, signal }) {
    const plain = engine.program === "podman" && isLoopback(name) ? ["--tls-verify=false"] : [];
    const decoder = new TextDecoder();
    let said = "";
    const onOutput = (chunk) => {
        voice.output(chunk);
        said = (said + decoder.decode(chunk, { stream: true })).slice(-4096);
    };
    const { code } = await (0,build_shell/* stream */.Td)(engine.program, ["pull", ...plain, name], { signal, onOutput });
    signal.throwIfAborted();
    if (code === 0)
        return;
    throw (0,kernel/* infrastructure */.Sv)("container-image", `${engine.program} cannot pull ${name}: ${lastLine(said)}`, {
        found: lastWords(said),
        expected: "an image that this machine has or can pull",
        hint: `does \`${engine.program} pull ${name}\` work here? A private registry wants \`${engine.program} login\`; an image that was built here with podman is localhost/NAME`,
    });
}
/** What comes of it is told in one line where a stage fails. */
function lastLine(said) {
    return lastWords(said).split("\n").at(-1) ?? "";
}
function isLoopback(name) {
    return /^(localhost|127\.0\.0\.1|\[::1\]):\d+\//.test(name);
}
/** Null where the engine's storage does not have it. */
async function imageHere(engine, name, signal) {
    const result = await ask(engine, ["image", "inspect", name], signal);
    signal.throwIfAborted();
    if (result.code !== 0)
        return null;
    const [found] = JSON.parse(result.stdoutText);
    if (found === undefined)
        return null;
    const { Env, Labels } = found.Config ?? {};
    return { id: found.Id, name, digest: digestOf(name, found), shell: shellOf(Env ?? []), labels: Labels ?? {} };
}
/** Puts an image into the engine's storage, as the archive names it (`loadableArchive` and `layoutArchive` of release). Failure `container-image`. */
async function loadImage(engine, archive, { name, signal }) {
    const loading = await (0,build_shell/* startPiped */.PH)(engine.program, ["load"], {});
    let said = "";
    for (const pipe of [loading.stdout, loading.stderr]) {
        pipe.on("data", (chunk) => {
            said = (said + chunk.toString()).slice(-4096);
        });
    }
    const code = await feed(loading, archive, signal);
    signal.throwIfAborted();
    const here = code === 0 ? await imageHere(engine, name, signal) : null;
    if (here !== null)
        return here;
    throw (0,kernel/* infrastructure */.Sv)("container-image", `${engine.program} does not take the image ${name}: ${lastLine(said)}`, {
        found: lastWords(said),
        hint: "is there room on the disk? then run again: what was built is kept",
    });
}
/** Its exit code, once it has taken all of it, or ended early. */
async function feed(program, archive, signal) {
    // one that has all of it may still take its time
    const kill = () => program.kill("SIGKILL");
    signal.addEventListener("abort", kill, { once: true });
    try {
        // a program that ends early says why itself
        await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(archive), program.stdin, { signal }).catch((cause) => {
            program.kill("SIGTERM");
            if (!isBrokenPipe(cause))
                throw cause;
        });
        return (await program.ended).code;
    }
    finally {
        signal.removeEventListener("abort", kill);
    }
}
function isBrokenPipe(cause) {
    return (cause instanceof Error && "code" in cause && ["EPIPE", "ERR_STREAM_PREMATURE_CLOSE"].includes(String(cause.code)));
}
/** The name's own, else the one by which its repository has the image. */
function digestOf(name, { RepoDigests }) {
    const own = name.split("@")[1];
    if (own !== undefined)
        return own;
    const repository = withoutTag(name);
    const found = (RepoDigests ?? []).find((each) => fullName(each).split("@")[0] === repository);
    return found?.split("@")[1] ?? null;
}
/** Where a digest says which image is meant a tag beside it says nothing, and some engines refuse both. */
function untagged(name) {
    const [, digest] = name.split("@");
    return digest === undefined ? name : `${withoutTag(name)}@${digest}`;
}
/** `host/path`, without a tag and a digest. */
function withoutTag(image) {
    const [named = ""] = image.split("@");
    const colon = named.lastIndexOf(":");
    return colon > named.lastIndexOf("/") ? named.slice(0, colon) : named;
}
/** DVC runs commands in the shell that SHELL names. */
function shellOf(variables) {
    const said = variables.find((each) => each.startsWith("SHELL="))?.slice("SHELL=".length);
    return said === undefined || !said.startsWith("/") ? null : said;
}

;// CONCATENATED MODULE: ./build/run/container/mounts.js



/**
 * The project as it is, and of what lies outside of it what the stage is about: what it reads and where links lead, and the cache,
 * which nothing in a container writes to; folders that it writes to. What is not there is left out. Failure `container-path`.
 */
async function mountsOf(stage, ground) {
    const project = await (0,promises_.realpath)(ground.project);
    const found = new Map();
    const add = async (path, writable) => {
        const real = await (0,promises_.realpath)(path).catch(() => null);
        if (real === null)
            return;
        for (const each of new Set([path, real])) {
            if (!isBelow(each, project))
                found.set(each, writable || found.get(each) === true);
        }
    };
    await add(ground.cache, false);
    for (const { at } of stage.deps)
        if (at !== null)
            await add((0,external_node_path_.join)(ground.root, at), false);
    await add((0,external_node_path_.join)(ground.root, stage.wdir), true);
    for (const { at } of stage.outs) {
        const folder = at === null ? null : (0,external_node_path_.dirname)((0,external_node_path_.join)(ground.root, at));
        if (folder !== null && !isBelow(folder, project))
            await add(writableFolder(folder, project, stage), true);
    }
    const mounts = [{ path: project, writable: true }, ...[...found].map(([path, writable]) => ({ path, writable }))];
    return mounts.map((mount) => sayable(mount, stage)).toSorted((a, b) => a.path.length - b.path.length);
}
/** A folder above the project would bring all of the machine along. */
function writableFolder(folder, project, stage) {
    if (folder !== "/" && !isBelow(project, folder))
        return folder;
    throw (0,kernel/* badInput */.AN)("container-path", `stage \`${stage.address}\` writes to ${folder}, which no container gets as a whole`, {
        at: stage.place,
        found: folder,
        expected: "an output in the project, or in a folder of its own",
        hint: "let the command write below the project",
    });
}
/** Engines read mounts as lists with commas between. */
function sayable(mount, { place }) {
    if ((0,external_node_path_.isAbsolute)(mount.path) && !/[",\n]/.test(mount.path))
        return mount;
    throw (0,kernel/* badInput */.AN)("container-path", `a container cannot be given ${mount.path}`, {
        at: place,
        found: "a path with a comma, a quote or a line break",
        expected: "a path without them",
        hint: "rename the folder, or run the stage without a container",
    });
}
function isBelow(path, folder) {
    return path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`);
}

;// CONCATENATED MODULE: ./build/run/container/variables.js
/**
 * Variables of the environment that every container gets where they are set: what changes how a command counts, prints and finds
 * the network. Nothing by which somebody logs in anywhere, and nothing of the CI's own but that it is one.
 */
const USUAL = [
    "CI",
    "LANG",
    "LC_ALL",
    "TZ",
    "TERM",
    "NO_COLOR",
    "FORCE_COLOR",
    "PYTHONHASHSEED",
    "PYTHONUNBUFFERED",
    "SOURCE_DATE_EPOCH",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "CUBLAS_WORKSPACE_CONFIG",
    "CUDA_DEVICE_ORDER",
    "CUDA_LAUNCH_BLOCKING",
    "NVIDIA_TF32_OVERRIDE",
    "TF_DETERMINISTIC_OPS",
    "TF_CUDNN_DETERMINISTIC",
    "XLA_FLAGS",
];
const PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"];
/** Names of what goes in: the usual ones, and those that the stage asks for. A proxy's address with a password in it stays out. */
function passedVariables(outside, asked) {
    const proxies = PROXIES.filter((name) => !(outside[name] ?? "").includes("@"));
    return [...new Set([...USUAL, ...proxies, ...asked])].filter((name) => outside[name] !== undefined);
}

;// CONCATENATED MODULE: ./build/run/container/containers.js








/** Runs stages' commands in containers: each engine and image is looked for once. */
class Containers {
    #world;
    #engines = new Map();
    #images = new Map();
    #count = 0;
    constructor(world) {
        this.#world = world;
    }
    /** The engine for a container; what a killed run of this project left in it is gone. Failures `container-no-engine`, `container-engine`. */
    engine({ address }, { program }) {
        const wanted = this.#world.program ?? program;
        return once(this.#engines, wanted, async () => {
            const engine = await findEngine(wanted, `stage \`${address}\` runs in a container`, this.#world);
            await this.#sweep(engine);
            return engine;
        });
    }
    /** Everything but starting: the engine, the image, and what the container will see. */
    async open(stage, container, { variables, gpus, voice }) {
        const { world, engine } = { world: this.#world, engine: await this.engine(stage, container) };
        const image = await this.#image(container, engine, voice);
        const mounts = await mountsOf(stage, world);
        const home = (0,external_node_path_.join)(world.scratch, nameOf(world.root, stage.address));
        await (0,promises_.rm)(home, { recursive: true, force: true });
        await (0,promises_.mkdir)(home, { recursive: true });
        const { cpus = null, memory = null } = stage.needs ?? {};
        const given = { ...inside(home), ...variables };
        const shell = shellWords(image.shell ?? PLAIN_SHELL);
        const order = {
            project: world.root,
            image: image.id,
            shell,
            folder: (0,external_node_path_.join)(world.root, stage.wdir),
            mounts,
            user: world.user,
            variables: given,
            passed: passedVariables(world.variables, container.variables).filter((name) => !Object.hasOwn(given, name)),
            gpus,
            cpus: cpus === null || cpus >= world.cpus ? null : cpus,
            memory: memory === null || memory >= world.memory ? null : memory,
            sharedMemory: Math.floor(Math.min(memory ?? world.memory, world.memory) / 2),
            network: container.network,
        };
        return {
            use: { program: engine.program, image: image.name, digest: image.digest },
            start: (command) => {
                this.#count += 1;
                const name = `${nameOf(world.root, stage.address)}-${this.#count}`;
                return {
                    program: engine.program,
                    args: runArguments(engine, { ...order, name, command }),
                    env: {},
                    end: (ending) => end(engine, name, ending),
                };
            },
            close: () => (0,promises_.rm)(home, { recursive: true, force: true }),
        };
    }
    #image({ from, place }, engine, voice) {
        const { signal } = this.#world;
        if (from.kind === "image") {
            return once(this.#images, `${engine.program} ${from.name}`, () => imageByName(engine, from.name, { voice, signal }));
        }
        const { dockerfile } = from;
        const key = JSON.stringify([engine.program, dockerfile, [...dockerfile.args]]);
        return once(this.#images, key, () => this.#world.environment({ dockerfile, at: place }, engine, voice));
    }
    /** Nobody else runs stages here while we do: whatever is there was left by a run that was killed. */
    async #sweep(engine) {
        const { root, signal } = this.#world;
        const left = await labelled(engine, `${PROJECT_LABEL}=${root}`, this.#world);
        for (const each of left)
            await ask(engine, ["rm", "-f", each], signal);
    }
}
/** What failed is tried anew the next time. */
function once(known, key, work) {
    const found = known.get(key);
    if (found !== undefined)
        return found;
    const made = work();
    known.set(key, made);
    made.catch(() => known.delete(key));
    return made;
}
/** The same for a stage whenever it runs: people may ask the engine for it. */
function nameOf(root, address) {
    return `mainline-stage-${(0,external_node_crypto_.createHash)("sha256").update(`${root}\0${address}`).digest("hex").slice(0, 16)}`;
}
/** Somebody without a name in the image has one all the same, and a home that nothing outlives. */
function inside(home) {
    return { HOME: home, USER: "mainline", LOGNAME: "mainline", DVC_SITE_CACHE_DIR: (0,external_node_path_.join)(home, ".dvc-site-cache") };
}
/** As DVC keeps a user's own files from changing what a command means. */
function shellWords(shell) {
    const flags = { bash: ["--noprofile", "--norc"], zsh: ["--no-rcs"] };
    return [shell, ...(flags[(0,external_node_path_.basename)(shell)] ?? []), "-c"];
}
/** How long an engine may take to pass a signal on. */
const TELLING_MS = 3000;
/** All that runs inside gets TERM; what is left when its time is over goes with the container. */
async function end(engine, name, { graceMs, gone, kill }) {
    const telling = ask(engine, endArguments(name)).catch(() => null);
    // an engine at work takes its time: the command has its own once it was told
    await withinTime(Promise.race([telling, gone]), TELLING_MS);
    if (await withinTime(gone, graceMs))
        return;
    kill();
    await ask(engine, ["rm", "-f", name]).catch(() => null);
}
async function withinTime(work, ms) {
    const late = Promise.withResolvers();
    const timer = setTimeout(() => late.resolve(false), ms);
    const inTime = await Promise.race([work.then(() => true), late.promise]);
    clearTimeout(timer);
    return inTime;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/run/process.js

/** What Linux says of a process: its state (`Z`: ended, but not asked for yet) and when it started, in ticks since boot. */
async function processAt(pid) {
    const text = await (0,promises_.readFile)(`/proc/${pid}/stat`, "utf8").catch(() => null);
    // The program's name is in brackets and may hold anything; counting starts behind it.
    const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
    const [state, started] = [fields?.[0], fields?.[19]];
    return state === undefined || started === undefined ? null : { state, started };
}
/** Whether there is a process of this id that still does something. */
async function isRunning(pid) {
    const found = await processAt(pid);
    return found === null ? answers(pid) : !isOver(found);
}
/** Killed, and only waiting to be asked how it ended: signals still reach it. */
function isOver({ state }) {
    return state === "Z" || state === "X";
}
function answers(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (cause) {
        return cause instanceof Error && "code" in cause && cause.code === "EPERM";
    }
}

;// CONCATENATED MODULE: ./build/run/lock.js





/**
 * Does work that no second mainline may do at the same time in the same project. A lock that a killed process left is
 * taken over. Failure `locked` names the process that holds it.
 */
async function exclusively(file, pid, work) {
    await take(file, await lock_nameOf(pid));
    try {
        return await work();
    }
    finally {
        await (0,promises_.rm)(file, { force: true });
    }
}
async function take(file, self) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    if (await created(file, self))
        return;
    const holder = await (0,promises_.readFile)(file, "utf8").catch(() => "");
    if (await isAlive(holder))
        throw locked(file, holder);
    await removeStale(file, holder);
    if (!(await created(file, self)))
        throw locked(file, await (0,promises_.readFile)(file, "utf8").catch(() => holder));
}
/** Written elsewhere first: a lock that exists always says whose it is. */
async function created(file, self) {
    const aside = asideOf(file);
    await (0,promises_.writeFile)(aside, self);
    try {
        await (0,promises_.link)(aside, file);
        return true;
    }
    catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "EEXIST")
            return false;
        throw cause;
    }
    finally {
        await (0,promises_.rm)(aside, { force: true });
    }
}
function asideOf(file) {
    return `${file}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
}
/** Another process may have taken the stale lock over since it was read: what was moved away by mistake is put back. */
async function removeStale(file, holder) {
    const aside = asideOf(file);
    await (0,promises_.rename)(file, aside).catch(() => undefined);
    const moved = await (0,promises_.readFile)(aside, "utf8").catch(() => holder);
    if (moved !== holder)
        await (0,promises_.link)(aside, file).catch(() => undefined);
    await (0,promises_.rm)(aside, { force: true });
}
/** `pid start`: a process id alone may have been given to another process since. */
async function lock_nameOf(pid) {
    return `${pid} ${(await processAt(pid))?.started ?? ""}`.trim();
}
async function isAlive(holder) {
    const [pid = "", started = ""] = holder.split(" ");
    if (!/^[1-9]\d*$/.test(pid))
        return false;
    const found = await processAt(Number(pid));
    if (found !== null && started !== "")
        return !isOver(found) && found.started === started;
    return isRunning(Number(pid));
}
function locked(file, holder) {
    return (0,kernel/* badInput */.AN)("locked", `another mainline (process ${holder.split(" ")[0] ?? "?"}) is working in this project`, {
        found: file,
        hint: "wait for it to end and try again",
    });
}

;// CONCATENATED MODULE: ./build/run/hard-links.js





/** How far ahead a lock says that it is held, and how often it says so anew. */
const LIFETIME_MS = 300_000;
const REFRESH_MS = 60_000;
/** Clocks of machines that share a folder may differ by so much. */
const SLOP_MS = 10_000;
const SEPARATOR = "|";
/**
 * `core.hardlink_lock`: DVC's locks for file systems without flock, as the Python package flufl.lock has them. Whoever
 * makes the lock's name a hard link to a file of its own holds it; the text says who, the time until when. A lock that
 * ran out, or whose process is gone from this machine, is taken over. Stands in for `Flocks`.
 */
class HardLinks {
    #clock;
    #held = new Map();
    constructor(clock) {
        this.#clock = clock;
    }
    /** False when somebody else holds it. */
    async take(file, pid) {
        const claim = [file, (0,external_node_os_.hostname)(), pid, BigInt(`0x${(0,external_node_crypto_.randomBytes)(7).toString("hex")}`)].join(SEPARATOR);
        (0,external_node_fs_.writeFileSync)(claim, claim);
        try {
            this.#touch(claim);
            if (!linked(claim, file)) {
                await this.#breakStale(file);
                if (!linked(claim, file))
                    return false;
            }
        }
        finally {
            if (!isSame(claim, file))
                (0,external_node_fs_.rmSync)(claim, { force: true });
        }
        const timer = setInterval(() => this.#touch(claim), REFRESH_MS);
        timer.unref();
        this.#held.set(file, { claim, timer });
        return true;
    }
    async giveBack(file) {
        this.#release(file);
    }
    close() {
        for (const file of this.#held.keys())
            this.#release(file);
    }
    #release(file) {
        const held = this.#held.get(file);
        if (held === undefined)
            return;
        this.#held.delete(file);
        clearInterval(held.timer);
        if (isSame(held.claim, file))
            (0,external_node_fs_.unlinkSync)(file);
        (0,external_node_fs_.rmSync)(held.claim, { force: true });
    }
    #touch(claim) {
        const until = new Date(this.#clock.now().getTime() + LIFETIME_MS);
        try {
            (0,external_node_fs_.utimesSync)(claim, until, until);
        }
        catch {
            // somebody took the lock over: then it is theirs
        }
    }
    async #breakStale(file) {
        const text = textOf(file);
        const holder = text === null ? null : holderIn(text);
        if (text === null || holder === null)
            return;
        const until = (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
        const over = until + SLOP_MS < this.#clock.now().getTime();
        const gone = holder.host === (0,external_node_os_.hostname)() && !(await isRunning(holder.pid));
        if (!over && !gone)
            return;
        await removeStale(file, text);
        (0,external_node_fs_.rmSync)(text, { force: true });
    }
}
/** Who holds a lock, where its text says so: DVC's own gives only the name of a file. */
function holderIn(text) {
    const [, host, pid = "", chance] = text.trim().split(SEPARATOR);
    if (host === undefined || chance === undefined || !/^[1-9]\d*$/.test(pid))
        return null;
    return { host, pid: Number(pid) };
}
/** False when the name is taken. */
function linked(claim, file) {
    try {
        (0,external_node_fs_.linkSync)(claim, file);
        return true;
    }
    catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "EEXIST")
            return false;
        throw cause;
    }
}
function isSame(a, b) {
    const [one, other] = [a, b].map((path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false, bigint: true }));
    return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}
function textOf(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, "utf8");
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./build/manifest/index.js + 35 modules
var manifest = __webpack_require__(94738);
;// CONCATENATED MODULE: ./build/run/turns.js
/** Lets one at a time do something, in the order in which they ask. */
class Turns {
    #last = Promise.resolve();
    take(work) {
        const mine = this.#last.then(work, work);
        this.#last = mine.catch(() => undefined);
        return mine;
    }
}

;// CONCATENATED MODULE: ./build/run/manifest-file.js





/** Where a run records what came of its stages: the one writer of its files. */
class Records {
    #root;
    #added;
    /** By file. */
    #drafts = new Map();
    #turns = new Turns();
    /** `root` is the DVC root, absolute. */
    constructor(root, added = () => () => false) {
        this.#root = root;
        this.#added = added;
    }
    /** Records a stage's result in its dvc.lock, or in its `.dvc` file: the whole file anew, or not at all. */
    async add(stage, entry) {
        await this.#turns.take(() => this.#write(stage, entry));
    }
    async #write(stage, entry) {
        const file = (0,external_node_path_.join)(this.#root, resultFile(stage));
        // read each time: somebody else may have recorded a stage of theirs meanwhile
        const old = await readText(file);
        const text = stage.name === null ? (0,manifest/* updateDotDvc */.kK)(old, entry) : this.#updated(file, stage.name, { old, entry });
        if (text !== old)
            await replaceFile(file, text);
    }
    #updated(file, name, { old, entry }) {
        const draft = this.#drafts.get(file) ?? new manifest/* LockDraft */.vL();
        this.#drafts.set(file, draft);
        return draft.update(old, name, entry, () => this.#added(file, name));
    }
}
/** The file that records the results of a stage: `sub/dvc.yaml` has `sub/dvc.lock`. */
function resultFile({ file, name }) {
    return name === null ? file : file.replace(/\.[^./]+$/, ".lock");
}
async function readText(file) {
    try {
        return await (0,promises_.readFile)(file, "utf8");
    }
    catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "ENOENT")
            return null;
        throw cause;
    }
}
/** Readers see the old text or the new one, whenever this is killed. */
async function replaceFile(file, text) {
    const temporary = `${file}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
    await (0,promises_.writeFile)(temporary, text);
    await (0,promises_.rename)(temporary, file);
}

;// CONCATENATED MODULE: ./build/run/paths-in-use.js

/** Failure `rwlock-damaged`. */
function parseUse(text, file) {
    if (text === null || text.trim() === "")
        return { read: new Map(), write: new Map() };
    const whole = record(parsed(text));
    const read = record(whole?.["read"] ?? {});
    const write = record(whole?.["write"] ?? {});
    if (whole === null || read === null || write === null)
        throw damaged(file);
    return {
        read: new Map(Object.entries(read).map(([path, users]) => [path, list(users).map((one) => user(one, file))])),
        write: new Map(Object.entries(write).map(([path, one]) => [path, user(one, file)])),
    };
}
function formatUse({ read, write }) {
    return JSON.stringify({ write: Object.fromEntries(write), read: Object.fromEntries(read) });
}
/** The users other than `self` that keep it from these paths: a writer of any of them, or above or below; a reader of what is to be written. */
function blockersOf(table, { read, write }, self) {
    const wanted = [...read, ...write];
    const writers = [...table.write].filter(([path]) => wanted.some((each) => overlap(each, path)));
    const readers = [...table.read]
        .filter(([path]) => write.some((each) => overlap(each, path)))
        .flatMap(([path, users]) => users.map((one) => [path, one]));
    return [...writers, ...readers].filter(([, { pid }]) => pid !== self);
}
function pidsIn({ read, write }) {
    return new Set([...[...read.values()].flat(), ...write.values()].map(({ pid }) => pid));
}
function withUse(table, { read, write }, self) {
    return {
        read: new Map([
            ...table.read,
            ...read.map((path) => [path, [...usersBut(self, table.read.get(path)), self]]),
        ]),
        write: new Map([...table.write, ...write.map((path) => [path, self])]),
    };
}
function usersBut({ pid }, users = []) {
    return users.filter((one) => one.pid !== pid);
}
/** The table without those whom `isGone` names. */
function withoutUsers(table, isGone) {
    const read = [...table.read].map(([path, users]) => [path, users.filter((one) => !isGone(one))]);
    return {
        read: new Map(read.filter(([, users]) => users.length > 0)),
        write: new Map([...table.write].filter(([, one]) => !isGone(one))),
    };
}
function overlap(a, b) {
    return a === b || (0,kernel/* isWithin */.UO)(a, b) || (0,kernel/* isWithin */.UO)(b, a);
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
function record(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}
function list(value) {
    return Array.isArray(value) ? value : [value];
}
function user(value, file) {
    const { pid, cmd } = record(value) ?? {};
    if (typeof pid !== "number" || typeof cmd !== "string")
        throw damaged(file);
    return { pid, cmd };
}
function damaged(file) {
    return (0,kernel/* badInput */.AN)("rwlock-damaged", `${file} is not what DVC writes there`, {
        at: { file },
        found: "something else than a table of readers and writers",
        expected: '{"read": {…}, "write": {…}}',
        hint: "when no dvc and no mainline is running, remove the file",
    });
}

;// CONCATENATED MODULE: ./build/run/in-use.js







/** DVC's table of paths in use: `.dvc/tmp/rwlock`, itself guarded by a flock of `rwlock.lock`. */
class InUse {
    #root;
    #locks;
    #table;
    #self;
    /** What is noted for us. */
    #uses = new Set();
    #edits = new Turns();
    constructor({ root, pid, command }, locks) {
        this.#root = root;
        this.#locks = locks;
        this.#table = (0,external_node_path_.join)(root, ".dvc", "tmp", "rwlock");
        this.#self = { pid, cmd: command };
    }
    /** Whether a command of ours is at work. */
    get isUsed() {
        return this.#uses.size > 0;
    }
    async check(use) {
        await this.#edit((table) => {
            this.#refuseBlocked(table, use);
            return table;
        });
    }
    async use(use, work) {
        await this.#edit((table) => {
            this.#refuseBlocked(table, use);
            this.#uses.add(use);
            return this.#withOwnUses(table);
        });
        try {
            return await work();
        }
        finally {
            this.#uses.delete(use);
            // what the command made must be saved, however long somebody else takes
            await this.#edit((table) => this.#withOwnUses(table), Number.POSITIVE_INFINITY);
        }
    }
    #withOwnUses(table) {
        const others = withoutUsers(table, ({ pid }) => pid === this.#self.pid);
        return [...this.#uses].reduce((sum, use) => withUse(sum, use, this.#self), others);
    }
    #edit(change, patienceMs) {
        return this.#edits.take(async () => {
            const guard = `${this.#table}.lock`;
            await this.#locks.take(guard, patienceMs);
            try {
                await this.#change(change);
            }
            finally {
                await this.#locks.giveBack(guard);
            }
        });
    }
    /** Those who died at work are forgotten. */
    async #change(change) {
        const text = await (0,promises_.readFile)(this.#table, "utf8").catch(absent);
        const before = parseUse(text, ".dvc/tmp/rwlock");
        const gone = await goneAmong(pidsIn(before));
        const after = formatUse(change(withoutUsers(before, ({ pid }) => gone.has(pid))));
        if (after !== formatUse(before))
            await replaceFile(this.#table, after);
    }
    #refuseBlocked(table, use) {
        const [first] = blockersOf(table, use, this.#self.pid);
        if (first === undefined)
            return;
        const [path, { pid, cmd }] = first;
        throw (0,kernel/* infrastructure */.Sv)("path-busy", `${this.#shown(path)} is in use by \`${cmd}\` (process ${pid})`, {
            at: { file: this.#shown(path) },
            found: `process ${pid}, which is running`,
            expected: "nobody else at work on it",
            hint: "wait until it has ended, then run again",
        });
    }
    #shown(path) {
        return path.startsWith(`${this.#root}/`) ? path.slice(this.#root.length + 1) : path;
    }
}
function absent(cause) {
    if (cause.code === "ENOENT")
        return null;
    throw cause;
}
async function goneAmong(pids) {
    const gone = new Set();
    for (const pid of pids)
        if (!(await isRunning(pid)))
            gone.add(pid);
    return gone;
}

;// CONCATENATED MODULE: ./build/run/patience.js



const PATIENCE_MS = 10_000;
const TRY_MS = 100;
const SILENT_MS = 2000;
/** Locks that are waited for. */
class PatientFlocks {
    #place;
    #flocks;
    #patienceMs;
    constructor(place, flocks) {
        this.#place = place;
        this.#flocks = flocks;
        this.#patienceMs = place.patienceMs ?? PATIENCE_MS;
    }
    /** Failure `dvc-busy` when somebody else holds it for longer than our patience. */
    async take(file, patienceMs = this.#patienceMs) {
        const { clock, progress, signal, pid } = this.#place;
        const start = clock.monotonic();
        let told = false;
        while (!(await this.#flocks.take(file, pid))) {
            const waited = clock.monotonic() - start;
            if (waited > patienceMs)
                throw await busy(file);
            if (!told && waited > SILENT_MS)
                progress.say(`waiting for ${await holderOf(file)}, which holds the project`);
            told ||= waited > SILENT_MS;
            signal.throwIfAborted();
            await clock.sleep(TRY_MS);
        }
    }
    giveBack(file) {
        return this.#flocks.giveBack(file);
    }
}
async function busy(file) {
    return (0,kernel/* infrastructure */.Sv)("dvc-busy", `the project is being changed by ${await holderOf(file)}`, {
        found: `a lock on ${file}`,
        expected: "nobody else at work in the project",
        hint: `wait until it has ended, then run again; if nothing is running, remove ${file}`,
    });
}
/** Whoever locks writes its process id into the file. */
async function holderOf(file) {
    const text = (await (0,promises_.readFile)(file, "utf8").catch(() => "")).trim();
    const pid = String(holderIn(text)?.pid ?? text);
    return /^\d+$/.test(pid) ? `process ${pid}` : "another dvc or mainline";
}

;// CONCATENATED MODULE: ./build/run/dvc-lock.js







/** After so long others who wait are let in between two of us: dvc itself waits for three seconds. */
const FAIR_MS = 1000;
const dvc_lock_PAUSE_MS = 250;
/** Does work that changes a project while no dvc, and no other mainline, changes it: under DVC's own lock. Failure `dvc-busy`. */
async function lockedProject(place, work) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(place.root, ".dvc", "tmp"), { recursive: true });
    const flocks = await build_shell/* Flocks */.BZ.start(place.root);
    const locks = place.hardLinks === true ? new HardLinks(place.clock) : flocks;
    if (locks === null) {
        place.progress.warn("neither perl nor python3 is here: a dvc that runs at the same time is not noticed");
        return work(UNGUARDED);
    }
    try {
        const lock = new DvcLock(place, { locks, flocks });
        await lock.take();
        return await work(lock);
    }
    finally {
        locks.close();
        if (locks !== flocks)
            flocks?.close();
    }
}
/** For work that nothing else can meet. */
const UNGUARDED = {
    check: async () => { },
    use: (_use, work) => work(),
    rest: (work) => work(),
    hold: (work) => work(),
    lend: (_use, work) => work(),
    watch: () => () => { },
};
/**
 * DVC's two locks: the project's (flock of `.dvc/tmp/lock`, dvc/lock.py), held while files are changed, and the table of
 * paths in use. The project is locked once for all of us who are in it.
 */
class DvcLock {
    #place;
    /** Watches over commands; null where there is no helper. */
    #flocks;
    #locks;
    #inUse;
    #project;
    #changes = new Turns();
    #inside = 0;
    #lockedAt = null;
    /** Fulfilled when somebody else had the chance to come in. */
    #handOver = null;
    constructor(place, { locks, flocks }) {
        this.#place = place;
        this.#flocks = flocks;
        this.#locks = new PatientFlocks(place, locks);
        this.#inUse = new InUse(place, this.#locks);
        this.#project = (0,external_node_path_.join)(place.root, ".dvc", "tmp", "lock");
    }
    async take() {
        this.#inside++;
        await this.#changes.take(() => this.#lock());
    }
    check(use) {
        return this.#inUse.check(use);
    }
    use(use, work) {
        return this.#inUse.use(use, work);
    }
    async rest(work) {
        await this.#leave();
        try {
            return await work();
        }
        finally {
            await this.#enter();
        }
    }
    async hold(work) {
        try {
            await this.#enter();
            return await work();
        }
        finally {
            await this.#leave();
        }
    }
    lend(use, work) {
        return this.use(use, () => this.rest(work));
    }
    watch(group) {
        return this.#flocks?.watch(group) ?? (() => { });
    }
    /** However long somebody else takes. Counts also when it fails, as every leaving does. */
    async #enter() {
        if (this.#isOverdue())
            await this.#handedOver();
        this.#inside++;
        await this.#changes.take(() => this.#lock(Number.POSITIVE_INFINITY));
    }
    async #leave() {
        this.#inside--;
        await this.#changes.take(async () => {
            if (this.#inside > 0 || this.#lockedAt === null)
                return;
            this.#lockedAt = null;
            await this.#locks.giveBack(this.#project);
        });
        if (this.#inside === 0)
            this.#letOthersIn();
    }
    async #lock(patienceMs) {
        if (this.#lockedAt !== null)
            return;
        await this.#locks.take(this.#project, patienceMs);
        this.#lockedAt = this.#place.clock.monotonic();
    }
    /** Whether a command of ours that wants to come in itself might have waited for too long. */
    #isOverdue() {
        if (this.#handOver !== null)
            return true;
        if (this.#inside === 0 || this.#lockedAt === null || !this.#inUse.isUsed)
            return false;
        return this.#place.clock.monotonic() - this.#lockedAt > FAIR_MS;
    }
    #handedOver() {
        this.#handOver ??= Promise.withResolvers();
        return this.#handOver.promise;
    }
    #letOthersIn() {
        const asked = this.#handOver;
        if (asked === null)
            return;
        void this.#place.clock.sleep(dvc_lock_PAUSE_MS).then(() => {
            if (this.#handOver === asked)
                this.#handOver = null;
            asked.resolve();
        });
    }
}

// EXTERNAL MODULE: ./build/plan/index.js + 13 modules
var plan = __webpack_require__(50443);
;// CONCATENATED MODULE: ./build/run/failures.js

/** A stage's own command said no: no fault of the world's, but told like one. */
class CommandFailed extends Error {
    failure;
    constructor(failure) {
        super(failure.message);
        this.failure = failure;
    }
}
function commandFailed(stage, failure, log) {
    const { code, tail } = failure;
    const where = log.exists ? { log: log.file } : {};
    return new CommandFailed({
        message: howItFailed(stage, failure),
        at: stage.cmdPlace ?? stage.place,
        exitCode: code,
        tail,
        ...(code === NOT_STARTED && stage.needs?.container !== undefined ? { hint: MAYBE_NOT_STARTED } : {}),
        ...where,
    });
}
/** What podman and docker end with where the container could not be started. */
const NOT_STARTED = 125;
const MAYBE_NOT_STARTED = "125 is also what podman and docker say when they cannot start a container: the last lines tell why";
/** In a few words, what a command did. */
function howItFailed({ needs }, { command, code, signal, timedOut }) {
    const limit = needs?.timeoutMs ?? null;
    if (timedOut && limit !== null)
        return `\`${firstLine(command)}\` was ended after its timeout of ${(0,kernel/* formatDuration */.a3)(limit)}`;
    return `\`${firstLine(command)}\` ${signal === null ? `exited with ${code ?? "no code"}` : `was ended by ${signal}`}`;
}
function firstLine(command) {
    const [line = ""] = command.split("\n");
    return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
/** What is told of a stage that failed; anything that is no failure of the stage's is a bug of ours and goes on. */
function asStageFailure(stage, cause) {
    if (cause instanceof CommandFailed)
        return cause.failure;
    if (cause instanceof kernel/* Failure */.HR) {
        const { at = stage.place, hint } = cause.details;
        return { message: cause.message, at, exitCode: null, tail: "", ...(hint === undefined ? {} : { hint }) };
    }
    if (cause instanceof Error && "code" in cause && "syscall" in cause) {
        return asStageFailure(stage, (0,kernel/* infrastructure */.Sv)("disk", cause.message, { cause }));
    }
    throw cause;
}
function blockedFailure({ stage, why }) {
    return { message: why.map(blockage).join("; "), at: stage.place, exitCode: null, tail: "" };
}
function blockage({ kind, path, name, file, stage }) {
    if (kind === "parameter")
        return `parameter ${name ?? ""} is missing from ${file ?? ""}`;
    if (kind === "upstream")
        return `${stage ?? ""} before it is blocked`;
    return `${path ?? ""} is missing and nothing makes it`;
}

;// CONCATENATED MODULE: ./build/run/outputs.js







/** Before a command runs its outputs go, so that none can be an old one; those that persist only become writable. */
async function clearOutputs(stage, shop) {
    for (const out of stage.outs) {
        const path = (0,external_node_path_.join)(shop.root, localPath(stage, out));
        if (!out.persist)
            await (0,promises_.rm)(path, { recursive: true, force: true });
        else if (out.cache)
            await unprotect(path);
    }
}
/** A link into the cache becomes a file of its own: writing to it must not write to the cache. */
async function unprotect(path) {
    const stat = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (stat === undefined)
        return;
    if (stat.isDirectory()) {
        for (const name of (0,external_node_fs_.readdirSync)(path))
            await unprotect((0,external_node_path_.join)(path, name));
        return;
    }
    if (stat.isSymbolicLink() || stat.nlink > 1) {
        const temporary = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
        await (0,promises_.copyFile)(path, temporary);
        await (0,promises_.rename)(temporary, path);
    }
    await (0,promises_.chmod)(path, (0,external_node_fs_.lstatSync)(path).mode | 0o200);
}
/** What the stage made: hashed, ignored by git, in the cache. Failure when an output is not there. */
async function saveOutputs(stage, shop, options) {
    const saved = [];
    // before anything is moved
    for (const out of stage.outs)
        await refuseTracked(localPath(stage, out), out, shop);
    for (const out of stage.outs)
        saved.push(await saveOutput(stage, out, { shop, ...options }));
    return saved;
}
async function saveOutput(stage, out, saving) {
    const { shop } = saving;
    const path = localPath(stage, out);
    if (out.cache && (0,plan/* isOutside */._K)(path))
        throw cachedOutside(stage, out);
    await ignoreInGit(path, out, shop);
    const content = await currentContent(stage, out, shop);
    if (content === null)
        throw notMade(stage, out);
    if (content.size === 0n)
        shop.progress.warn(`output ${path} of ${stage.address} is empty`);
    const kept = out.cache ? saving.commit : saving.keepUncached;
    // an uncached file stays the user's own: never a link to the cache's object
    const linked = kept && (await store(path, content, out.cache ? shop : { ...shop, linkTypes: ["copy"] }));
    if (out.cache && saving.commit && !linked)
        await relink(path, content, shop);
    return (0,manifest/* keepVersions */.H1)((0,plan/* recordOfOutput */.Id)(stage, out), (0,plan/* recorded */.t2)((0,plan/* recordedPath */.w_)(stage, out), content), null);
}
/** DVC keeps an unchanged output of the 2.x kind as it is; everything new is plain MD5. */
async function currentContent(stage, out, shop) {
    const path = localPath(stage, out);
    const before = (0,plan/* recordOfOutput */.Id)(stage, out);
    if (before?.hash === "md5-dos2unix" && before.oid !== null) {
        const now = await shop.observer.content(path, before.hash);
        if (now?.oid === before.oid && (await shop.cache.has(before.oid, before.hash)))
            return now;
    }
    return shop.observer.content(path, "md5");
}
/**
 * Takes a file or a directory of the workspace into the cache; a directory's listing comes last. True when what lies in the
 * workspace is known to be already what `relink` would make of it.
 */
async function store(path, { oid, hash }, shop) {
    if (hash !== "md5")
        return false;
    const absolute = (0,external_node_path_.join)(shop.root, path);
    const link = shop.linkTypes[0] === "hardlink";
    if (!(0,kernel/* isDirectoryOid */.ie)(oid)) {
        await shop.cache.add(absolute, oid, { link });
        return false;
    }
    const tree = shop.state.latestTree(absolute, oid) ?? (await shop.state.hashTree(absolute, shop.rulesFor(path)));
    const own = await shop.cache.addTree(absolute, tree, { link });
    return own && copies(shop.linkTypes);
}
/** Whether files are copies where the file system cannot share their bytes: where `addTree` tells of own files, it cannot. */
function copies(types) {
    return (types.find((type) => type !== "reflink") ?? "copy") === "copy";
}
/** Content that was just taken into the cache comes back as the kind of link that `cache.type` asks for, in a fresh mode. */
function relink(path, content, shelf) {
    return put(path, content, { shelf, previous: content.oid });
}
/** Makes the path hold this content, whatever is there now. */
function place(path, content, shelf) {
    return put(path, content, { shelf, previous: null });
}
async function put(path, { oid, hash, isexec }, { shelf, previous }) {
    const rules = shelf.rulesFor(path);
    const options = { types: shelf.linkTypes, state: shelf.state, hash, rules, previous };
    await shelf.cache.place(oid, (0,external_node_path_.join)(shelf.root, path), {
        ...options,
        relink: true,
        force: true,
        exec: isexec === true,
    });
}
/** DVC's line in the `.gitignore` beside a cached output. Failure when git tracks it already. */
async function ignoreInGit(path, out, shop) {
    if (shop.git === null || !isGitToIgnore(path, out))
        return;
    await refuseTracked(path, out, shop);
    await shop.git.ignore(path);
}
async function refuseTracked(path, out, { git }) {
    if (git === null || !isGitToIgnore(path, out) || !(await git.tracks(path)))
        return;
    throw (0,kernel/* badInput */.AN)("output-in-git", `output \`${path}\` is tracked by git already`, {
        at: out.place,
        hint: `git rm -r --cached '${path}' && git commit -m "stop tracking ${path}"`,
    });
}
function isGitToIgnore(path, out) {
    return out.cache && !(0,plan/* isOutside */._K)(path);
}
function localPath(stage, out) {
    if (out.at !== null)
        return out.at;
    throw (0,kernel/* badInput */.AN)("external-output", `stage \`${stage.address}\` writes to \`${out.path}\`, which is not a path here`, {
        at: out.place,
        hint: `run it with dvc for now: dvc repro ${stage.address}`,
    });
}
function notMade(stage, out) {
    return (0,kernel/* badInput */.AN)("output-missing", `stage \`${stage.address}\` did not make its output \`${out.path}\``, {
        at: out.place,
        hint: "correct the command, or the path in outs",
    });
}
function cachedOutside(stage, out) {
    return (0,kernel/* badInput */.AN)("output-outside", `output \`${out.path}\` of stage \`${stage.address}\` lies outside the project`, {
        at: out.place,
        found: out.path,
        expected: "a path in the project, or `cache: false`",
        hint: "let the command write below the project, or give the output `cache: false`",
    });
}

;// CONCATENATED MODULE: ./build/run/stage-log.js



const LONGEST_NAME = 150;
/** Everything that a stage's commands wrote in the last run, in a file of its own that begins with its first byte. */
class StageLog {
    file;
    #handle = null;
    /** What an earlier run left goes. */
    constructor(folder, address) {
        this.file = (0,external_node_path_.join)(folder, `${fileName(address)}.log`);
        (0,external_node_fs_.rmSync)(this.file, { force: true });
    }
    /** False while nothing was written. */
    get exists() {
        return this.#handle !== null;
    }
    write(chunk) {
        if (this.#handle === null) {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(this.file), { recursive: true });
            this.#handle = (0,external_node_fs_.openSync)(this.file, "w");
        }
        (0,external_node_fs_.writeSync)(this.#handle, typeof chunk === "string" ? Buffer.from(chunk) : chunk);
    }
    close() {
        if (this.#handle !== null)
            (0,external_node_fs_.closeSync)(this.#handle);
    }
}
/** An address may hold anything (`foreach` goes over texts); a name of a file may not. */
function fileName(address) {
    const name = address.replace(/[^A-Za-z0-9._@:-]/gu, (character) => Buffer.from(character).toString("hex").replace(/../g, "%$&"));
    if (name.length <= LONGEST_NAME && name !== "." && name !== "..")
        return name;
    return `${name.slice(0, LONGEST_NAME)}-${(0,external_node_crypto_.createHash)("sha256").update(address).digest("hex").slice(0, 12)}`;
}

;// CONCATENATED MODULE: ./build/run/attempts.js




const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** Runs a stage's commands until they end well, or have failed once more than the stage may try again. Throws `CommandFailed`. */
async function runToTheEnd(stage, shop, part) {
    const berth = await shop.access.rest(() => openBerth(stage, shop, part));
    const log = new StageLog(shop.logs, stage.address);
    const retries = stage.needs?.retries ?? 0;
    try {
        for (let attempt = 1;; attempt++) {
            part.begun(attempt);
            await clearOutputs(stage, shop);
            const failure = await shop.access.rest(() => runCommands(stage, shop, { ...part, log, berth }));
            if (failure === null)
                return;
            if (shop.signal.aborted)
                throw interrupted(stage, failure);
            if (attempt > retries)
                throw commandFailed(stage, failure, log);
            await pause(shop, `${howItFailed(stage, failure)}: attempt ${attempt} of ${retries + 1}`, { attempt, log });
            if (shop.signal.aborted)
                throw interrupted(stage, failure);
        }
    }
    finally {
        log.close();
        await berth?.close();
    }
}
/** Before anything of the stage is cleared away. A container is shown the GPUs that it has, and no others, so that no variable counts them. */
async function openBerth(stage, shop, part) {
    const container = stage.needs?.container;
    if (container === undefined)
        return null;
    const gpus = await part.devices();
    const variables = { ...variablesOf(stage, shop), ...(gpus.length > 0 ? {} : part.variables) };
    const asked = { variables, gpus, voice: shop.progress };
    const berth = await shop.containers.open(stage, container, asked).catch((cause) => {
        throw shop.signal.aborted ? interrupted(stage, { code: null, tail: "" }) : cause;
    });
    const { program, image, digest } = berth.use;
    shop.progress.say(`in ${image}${digest === null || image.includes("@") ? "" : `@${digest}`}, by ${program}`);
    part.housed(berth.use);
    return berth;
}
function interrupted(stage, { code, tail }) {
    return new CommandFailed({ message: "interrupted", at: stage.cmdPlace ?? stage.place, exitCode: code, tail });
}
/** Twice as long each time: what failed for a moment's reason gets more than a moment. */
async function pause({ access, clock, progress, signal }, words, { attempt, log }) {
    const length = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
    const line = `${words}, again in ${length / 1000} s`;
    progress.say(line);
    log.write(`\n${line}\n`);
    await access.rest(() => Promise.race([clock.sleep(length), aborted(signal)]));
}
function aborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener("abort", () => resolve(), { once: true });
    });
}

;// CONCATENATED MODULE: ./build/run/stage.js





/** Runs a stage's command and records what came of it. Throws when it cannot; the lock file then keeps its old entry. */
async function executeStage(stage, shop, options) {
    const before = await dependencyRecords(stage, shop);
    await parameterValues(stage, shop);
    await shop.access.use(pathsOf(stage, shop), () => runToTheEnd(stage, shop, options));
    const entry = await saveStage(stage, shop, options);
    warnOfChanges(stage, before, { entry, shop });
    await shop.records.add(stage, entry);
}
/** Places a known result instead of running. Like a run it leaves an entry in the run cache. */
async function restoreStage({ stage, result }, shop, options) {
    if (result === null)
        throw new Error("a stage without a known result cannot be restored");
    await shop.access.check({ ...pathsOf(stage, shop), read: [] });
    for (const out of stage.outs) {
        const path = localPath(stage, out);
        const content = contentIn(result, (0,plan/* recordedPath */.w_)(stage, out));
        if (content === null)
            throw new Error(`${stage.address}: the known result lacks ${out.path}`);
        if (!out.cache && (await shop.observer.content(path, content.hash))?.oid === content.oid)
            continue;
        const types = out.cache ? shop.linkTypes : ["copy"];
        await place(path, content, { ...shop, linkTypes: types });
        await ignoreInGit(path, out, shop);
    }
    if (isForRunCache(stage, options))
        await remember(result, shop);
    await shop.records.add(stage, result);
}
/** Places what a stage that never runs records and the workspace lacks. Failure `output-lost` where the cache lacks it, too. */
async function bringBack(stage, shop) {
    for (const out of stage.outs) {
        const path = localPath(stage, out);
        const before = (0,plan/* recordOfOutput */.Id)(stage, out);
        if ((await shop.observer.content(path, before?.hash ?? "md5")) !== null)
            continue;
        if (before === null || before.oid === null || !(await shop.observer.stored(before.oid, before.hash))) {
            throw outputLost(stage, out);
        }
        await place(path, asContent(before), out.cache ? shop : { ...shop, linkTypes: ["copy"] });
    }
}
/** Hashes, caches and records what lies in the workspace, as the result of the stage: what follows a run, and what DVC does for changed data. */
async function saveStage(stage, shop, options) {
    const keepUncached = isForRunCache(stage, options);
    const deps = await dependencyRecords(stage, shop);
    const params = await parameterValues(stage, shop);
    const outs = await saveOutputs(stage, shop, { commit: !options.noCommit, keepUncached });
    if (stage.name === null)
        return { cmd: stage.cmd, deps, params: new Map(), outs };
    const entry = (0,plan/* lockEntry */.KF)({ stage, deps, params, outs });
    if (keepUncached)
        await remember(entry, shop);
    return entry;
}
function isForRunCache(stage, { noCommit }) {
    return !noCommit && (0,plan/* reusable */.Ez)(stage) && stage.outs.every(({ cache, kind }) => cache || kind !== "out");
}
async function remember(entry, { runCache }) {
    const known = await runCache.has({ key: runCache.key(entry), value: runCache.digest(entry) });
    if (!known)
        await runCache.save(entry);
}
async function dependencyRecords(stage, shop) {
    const records = [];
    for (const dependency of stage.deps) {
        const path = (0,plan/* recordedPath */.w_)(stage, dependency);
        const before = (0,plan/* recordOfDependency */.yQ)(stage, dependency);
        if (dependency.at === null) {
            records.push((await externalRecord(stage, dependency, shop)) ?? before ?? (0,plan/* recorded */.t2)(path, null));
            continue;
        }
        const old = before?.hash === "md5-dos2unix" ? await shop.observer.content(dependency.at, before.hash, "dependency") : null;
        const same = old !== null && old.oid === before?.oid;
        const content = same ? old : await shop.observer.content(dependency.at, "md5", "dependency");
        if (content === null) {
            throw (0,kernel/* badInput */.AN)("dependency-missing", `stage \`${stage.address}\` needs \`${dependency.at}\`, which does not exist`, {
                at: dependency.place,
            });
        }
        records.push((0,plan/* recorded */.t2)(path, content));
    }
    return records;
}
/** Null for what a `.dvc` file was imported from: that stays as it is recorded. */
async function externalRecord(stage, dependency, { observer }) {
    const { external, path, place: at } = dependency;
    if (stage.cmd === null)
        return null;
    if (external === undefined || observer.external === undefined)
        throw externalDependency(stage, path);
    const now = await observer.external(external);
    if (now !== null)
        return (0,plan/* recorded */.t2)(path, now);
    throw (0,kernel/* badInput */.AN)("dependency-missing", `stage \`${stage.address}\` needs \`${path}\`, which does not exist`, { at });
}
async function parameterValues(stage, shop) {
    const values = new Map();
    for (const dependency of stage.params) {
        const found = await shop.observer.values(dependency);
        const missing = dependency.keys.filter((key) => found?.has(key) !== true);
        if (found === null || missing.length > 0) {
            throw (0,kernel/* badInput */.AN)("parameters-missing", `stage \`${stage.address}\` reads parameters that are missing from ${dependency.at}`, {
                at: dependency.place,
                found: found === null ? `no file ${dependency.at}` : `no ${missing.join(", ")} in ${dependency.at}`,
            });
        }
        values.set((0,plan/* recordedPath */.w_)(stage, dependency), found);
    }
    return values;
}
/** DVC records a dependency as it is after the run; one that changed meanwhile may not be what the command read. */
function warnOfChanges(stage, before, { entry, shop }) {
    for (const { path, oid } of before) {
        const after = entry.deps.find((dependency) => dependency.path === path);
        if (after?.oid === oid)
            continue;
        shop.progress.warn(`${path} changed while stage ${stage.address} ran: its result may belong to the older content`);
    }
}
/** As DVC notes them: dependencies are read, outputs are written. */
function pathsOf({ deps, outs }, { root }) {
    const absolute = (items) => items.flatMap(({ at }) => (at === null ? [] : [(0,external_node_path_.join)(root, at)]));
    return { read: absolute(deps), write: absolute(outs) };
}
function contentIn(entry, path) {
    const found = entry.outs.find((out) => out.path === path);
    return found === undefined ? null : asContent(found);
}
function asContent({ oid, hash, isexec }) {
    if (oid === null)
        throw new Error("a known result has an output without an id");
    return { oid, hash, ...(isexec === undefined ? {} : { isexec }) };
}
function outputLost(stage, { path, place }) {
    return (0,kernel/* badInput */.AN)("output-lost", `\`${path}\` of frozen stage \`${stage.address}\` is neither here nor in the cache`, {
        at: place,
        hint: "mainline pull, or take `frozen` away so that the stage can make it",
    });
}
function externalDependency(stage, path) {
    return (0,kernel/* badInput */.AN)("external-dependency", `stage \`${stage.address}\` depends on \`${path}\`, which mainline cannot read yet`, {
        at: stage.place,
        hint: `run it with dvc for now: dvc repro ${stage.address}`,
    });
}

;// CONCATENATED MODULE: ./build/run/supply.js


/** `--pull`: before a stage runs, or turns out to be impossible, the remote is asked for what is missing. */
async function pulled(planned, need) {
    const { stage, action } = planned;
    if (action === "blocked") {
        await bringDependencies(stage, need);
        await bringOutputs(stage, need.supply);
        return pulledOnce(await need.judge(), need);
    }
    return pulledOnce(planned, need);
}
async function pulledOnce(planned, need) {
    const { stage, action, why } = planned;
    if (action !== "run" || stage.cmd === null)
        return planned;
    if (why.length > 0 &&
        why.every(({ kind, change }) => kind === "missing" || (kind === "output" && change === "deleted"))) {
        return withOutputs(planned, need);
    }
    if (!(0,plan/* reusable */.Ez)(stage))
        return planned;
    const inputs = await (0,plan/* inputsNow */.Co)(stage, need.shop.observer);
    if (inputs === null)
        return planned;
    const key = need.shop.runCache.key(inputs);
    await need.supply.runs([key]);
    const [newest] = await need.shop.runCache.find(key);
    if (newest === undefined)
        return planned;
    await need.supply.objects(newest.outs.flatMap(({ oid, hash }) => (oid === null ? [] : [{ oid, hash }])));
    return need.judge();
}
/** Only data is absent: with it the stage is up to date, whatever else DVC asks of a restored one. */
async function withOutputs(planned, { supply, shop }) {
    const { stage } = planned;
    await bringOutputs(stage, supply);
    for (const out of stage.outs) {
        const record = (0,plan/* recordOfOutput */.Id)(stage, out);
        if (record?.oid == null)
            return planned;
        const inGit = !out.cache && out.at !== null ? await shop.observer.content(out.at, record.hash) : null;
        if (inGit?.oid !== record.oid && !(await shop.observer.stored(record.oid, record.hash)))
            return planned;
    }
    return { ...planned, action: "restore", result: stage.lock, source: "lock" };
}
async function bringOutputs(stage, supply) {
    const records = stage.outs.map((out) => (0,plan/* recordOfOutput */.Id)(stage, out));
    await supply.objects(records.flatMap((record) => (record?.oid == null ? [] : [{ oid: record.oid, hash: record.hash }])));
}
/** Places what a stage is about to read, where it is absent and known. */
async function placeDependencies(stage, { graph, shop }) {
    await bringDependencies(stage, { graph, shop, supply: shop.supply });
}
/** Places the recorded data of the stages before, where it is absent. */
async function bringDependencies(stage, { graph, supply, shop }) {
    for (const before of graph.upstream(stage)) {
        if (supply !== null)
            await bringOutputs(before, supply);
        for (const out of before.outs) {
            const record = (0,plan/* recordOfOutput */.Id)(before, out);
            if (out.at === null || record?.oid == null || !out.cache)
                continue;
            const absent = (await shop.observer.content(out.at, record.hash)) === null;
            if (absent && (await shop.observer.stored(record.oid, record.hash))) {
                await place(out.at, { ...record, oid: record.oid }, shop);
            }
        }
    }
}

;// CONCATENATED MODULE: ./build/run/attend.js




/** A verdict is out of date when a stage had to wait this long for its part of the machine. */
const FRESH_MS = 1000;
/** A stage's turn has come: everything that it needs is done. Never throws for what is the stage's own failure. */
async function attend(turn, run) {
    const { stage } = turn;
    try {
        const report = await bringUpToDate(turn, run);
        if (report.outcome === "failed")
            dropFollowers(stage, run);
        else if (hasChanged(report) && run.options.forceDownstream) {
            for (const next of run.graph.downstream(stage))
                run.forced.add(next);
        }
        return report;
    }
    catch (cause) {
        const failure = asStageFailure(stage, cause);
        dropFollowers(stage, run);
        return { address: stage.address, outcome: "failed", seconds: 0, why: [], failure };
    }
}
/** As for DVC, whether its command ran or its result was known. */
function hasChanged({ outcome }) {
    return outcome === "executed" || outcome === "restored";
}
async function bringUpToDate(turn, run) {
    const look = async () => {
        const planned = leftOut(turn.stage, run) ?? (await judged(turn.stage, run));
        return "outcome" in planned || hasToRun(planned) ? planned : settle(planned, run);
    };
    const looked = await (run.company === null ? look() : run.company.seats.take(look));
    return "outcome" in looked ? looked : afterTwins(looked, turn, run);
}
/** What is told of a stage that is not begun any more; null for one that may. */
function leftOut(stage, { dropped, shop }) {
    const skipped = { address: stage.address, outcome: "skipped", seconds: 0, why: [] };
    const after = dropped.get(stage);
    if (after !== undefined)
        return { ...skipped, after: after.address };
    return shop.signal.aborted ? skipped : null;
}
async function judged(stage, run) {
    const { graph, shop, options, planned } = run;
    const { allowMissing = false } = options;
    const how = { data: !allowMissing, force: isForced(stage, run), runCache: options.runCache };
    const judge = () => allowMissing
        ? (0,plan/* judgeAmong */.EN)(stage, { graph, observer: shop.observer, planned }, how)
        : (0,plan/* judgeNow */.CS)(stage, shop.observer, how);
    const found = shop.supply === null ? await judge() : await pulled(await judge(), { ...run, judge, supply: shop.supply });
    const asRecorded = found.action === "none" || found.action === "frozen";
    planned.set(stage, asRecorded ? found : { ...found, action: "none", result: null });
    return found;
}
function isForced(stage, { options, forced }) {
    return options.force || forced.has(stage);
}
function hasToRun({ action, stage }) {
    return (action === "run" || action === "maybe") && stage.cmd !== null;
}
/** Everything but running a command. */
async function settle(planned, run) {
    const { shop, options } = run;
    const { stage, action, why } = planned;
    const base = { address: stage.address, seconds: 0, why };
    switch (action) {
        case "none":
            return { ...base, outcome: "unchanged" };
        case "restore":
            await restoreStage(planned, shop, options);
            return { ...base, outcome: "restored", ...(planned.source === undefined ? {} : { source: planned.source }) };
        case "frozen":
            await keepFrozen(planned, run);
            return { ...base, outcome: "frozen" };
        case "blocked":
            return { ...base, outcome: "failed", failure: blockedFailure(planned) };
        case "run":
        case "maybe":
            // changed data becomes what its `.dvc` file records, as `dvc repro` does it
            await shop.records.add(stage, await saveStage(stage, shop, options));
            return { ...base, outcome: "executed" };
    }
}
/** DVC takes what a changed frozen stage has in the workspace for its result; what is absent comes from the cache. */
async function keepFrozen({ stage, why, result }, run) {
    const { shop, options } = run;
    if (options.allowMissing !== true)
        await bringBack(stage, shop);
    const absent = result?.outs.some((out) => out.oid === null) ?? true;
    const changed = why.length > 0 || isForced(stage, run);
    if (!changed || (options.allowMissing === true && absent))
        return;
    await shop.records.add(stage, await saveStage(stage, shop, options));
}
/** Another stage may be at work on the very result: then this one is judged again when it is there. */
async function afterTwins(planned, turn, run) {
    const { options, company, shop } = run;
    const { stage } = turn;
    const shares = options.runCache && !options.noCommit && !isForced(stage, run);
    const name = shares && company !== null ? await company.twins.nameOf(stage, shop) : null;
    if (company === null || name === null)
        return inItsPlace(planned, turn, run);
    const other = company.twins.atWork(name);
    if (other !== null) {
        await shop.access.rest(() => other);
        return bringUpToDate(turn, run);
    }
    const end = company.twins.begin(name);
    return inItsPlace(planned, turn, run).finally(end);
}
/** Waits for its part of the machine. */
async function inItsPlace(planned, turn, run) {
    const { shop } = run;
    const asked = shop.clock.monotonic();
    const share = await shop.access.rest(() => shop.slots.take(turn.stage, turn.rank));
    try {
        const waited = shop.clock.monotonic() - asked > FRESH_MS;
        const now = leftOut(turn.stage, run) ?? (waited ? await judged(turn.stage, run) : planned);
        if ("outcome" in now)
            return now;
        return await (hasToRun(now) ? carryOut(now, { ...run, share }) : settle(now, run));
    }
    finally {
        share.giveBack();
    }
}
async function carryOut({ stage, why }, run) {
    const { shop, company, share, options } = run;
    const start = shop.clock.monotonic();
    const lane = company?.tally.begin(stage.address) ?? null;
    const progress = lane ?? shop.progress;
    let attempts = 0;
    let container = null;
    const part = {
        variables: share.variables,
        devices: share.devices,
        housed: (use) => (container = use),
        begun: (attempt) => (attempts = attempt),
    };
    const report = () => ({
        address: stage.address,
        seconds: (shop.clock.monotonic() - start) / 1000,
        why,
        ...(attempts > 1 ? { attempts } : {}),
        ...(container === null ? {} : { container }),
    });
    try {
        if (share.scarce.length > 0)
            progress.warn(`${stage.address} asks for ${share.scarce.join(" and ")}: it runs alone`);
        if (options.allowMissing === true)
            await placeDependencies(stage, run);
        await executeStage(stage, { ...shop, progress }, { ...options, ...part });
        return { ...report(), outcome: "executed" };
    }
    catch (cause) {
        const failure = asStageFailure(stage, cause);
        if (lane !== null)
            lane.say(`failed: ${failure.message}`);
        return { ...report(), outcome: "failed", failure };
    }
    finally {
        lane?.close();
    }
}
function dropFollowers(stage, { graph, options, shop, dropped }) {
    if (options.ignoreErrors && !shop.signal.aborted)
        return;
    const followers = (each) => graph.downstream(each).filter((next) => !next.frozen);
    const all = !options.keepGoing || shop.signal.aborted;
    const waiting = all ? [...graph.stages] : [...followers(stage)];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (dropped.has(next) || next === stage)
            continue;
        dropped.set(next, stage);
        if (!all)
            waiting.push(...followers(next));
    }
}

;// CONCATENATED MODULE: ./build/run/seats.js
/** A room with so many seats: who finds none waits, in the order of coming. */
class Seats {
    #free;
    #waiting = [];
    constructor(count) {
        this.#free = count;
    }
    async take(work) {
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

;// CONCATENATED MODULE: ./build/run/tally.js
/** Tells how many stages are still to come while some run. */
class Tally {
    #progress;
    #waiting;
    constructor(progress, stages) {
        this.#progress = progress;
        this.#waiting = stages;
    }
    /** A stage's command begins; what it says goes to the lane. */
    begin(title) {
        this.#tell(-1);
        const lane = this.#progress.lane(title);
        return {
            ...lane,
            close: () => {
                // its end is told by `end`, as that of every stage
                this.#tell(1);
                lane.close();
            },
        };
    }
    /** A stage is done, whatever came of it. */
    end() {
        this.#tell(-1);
    }
    #tell(change) {
        this.#waiting += change;
        this.#progress.live(this.#waiting > 0 ? `${this.#waiting} wait` : "");
    }
}

;// CONCATENATED MODULE: ./build/run/twins.js

/**
 * Stages whose inputs turn out to be the same: the run cache knows one result for both. Of those only the first runs, and
 * the others are restored from what it leaves, as it is when stages run one after the other.
 */
class Twins {
    /** Stages that another one resembles: whether they are twins shows when their inputs are there. */
    #alike;
    /** At work, by the name that the run cache has for their results. */
    #working = new Map();
    constructor(stages) {
        const groups = Map.groupBy(stages.filter(plan/* reusable */.Ez), shapeOf);
        this.#alike = new Set([...groups.values()].filter((group) => group.length > 1).flat());
    }
    /** The name of a stage's result; null where no twin is possible. */
    async nameOf(stage, { observer, runCache }) {
        if (!this.#alike.has(stage))
            return null;
        const inputs = await (0,plan/* inputsNow */.Co)(stage, observer);
        return inputs === null ? null : runCache.key(inputs);
    }
    /** The end of the stage that is at work on this result; null where none is. */
    atWork(name) {
        return this.#working.get(name) ?? null;
    }
    /** Says that a stage is at work on this result. The returned function says that it has ended. */
    begin(name) {
        const { promise, resolve } = Promise.withResolvers();
        this.#working.set(name, promise);
        return () => {
            this.#working.delete(name);
            resolve();
        };
    }
}
function shapeOf(stage) {
    const paths = (items) => items.map((item) => (0,plan/* recordedPath */.w_)(stage, item)).sort();
    return JSON.stringify([stage.cmd, paths(stage.deps), paths(stage.outs)]);
}

;// CONCATENATED MODULE: ./build/run/execute.js





/** So many stages are looked at at a time: each keeps a few files open. */
const LOOKED_AT = 32;
/** The graph of a job, and its stages as they run one after the other. Failures of `graphFor`. */
function orderOf({ project, selection }) {
    const graph = (0,plan/* graphFor */.Yo)(project.stages, selection);
    return { graph, order: (0,plan/* inOrder */.al)(graph, selection) };
}
/**
 * Brings the selected stages up to date, each judged when its turn comes. What is done stays done: every stage's result is
 * recorded before one that needs it begins, and a kill at any moment leaves files whole.
 */
async function execute(job, shop) {
    const start = shop.clock.monotonic();
    const { graph, order } = orderOf(job);
    const [planned, forced, dropped] = [new Map(), new Set(), new Map()];
    const run = { graph, options: job.options, shop, planned, forced, dropped, company: null };
    const stages = job.options.jobs === 1 || isChain(order, graph) ? await oneByOne(order, run, job) : await atOnce(order, run, job);
    return { stages, seconds: (shop.clock.monotonic() - start) / 1000 };
}
/** Whether no two commands could run at the same time: then each has the whole screen. */
function isChain(order, graph) {
    const commands = order.filter(({ cmd }) => cmd !== null);
    return commands.every((stage, index) => {
        const before = commands[index - 1];
        return before === undefined || graph.upstream(stage).includes(before);
    });
}
async function oneByOne(order, run, { progress }) {
    const reports = [];
    for (const [rank, stage] of order.entries()) {
        const end = progress.group(stage.address);
        reports.push(await attend({ stage, rank }, run).finally(end));
    }
    return reports;
}
/**
 * Every stage as soon as it may: two that touch the same path come one after the other, as they would without the others;
 * all the rest does not wait.
 */
async function atOnce(order, alone, { progress }) {
    const { access } = alone.shop;
    const tally = new Tally(progress, order.length);
    const run = { ...alone, company: { twins: new Twins(order), seats: new Seats(LOOKED_AT), tally } };
    const ranks = new Map(order.map((stage, rank) => [stage, rank]));
    const ends = [];
    for (const [rank, stage] of order.entries()) {
        const before = neighbours(run.graph, stage).flatMap((other) => ends[ranks.get(other) ?? order.length] ?? []);
        const turn = Promise.all(before).then(() => access.hold(() => attend({ stage, rank }, run)));
        ends.push(turn.finally(() => tally.end()));
    }
    return access.rest(() => Promise.all(ends));
}
/** A stage is pushed after those before it: who is not there yet comes later, and waits itself. */
function neighbours(graph, stage) {
    return [...graph.upstream(stage), ...graph.downstream(stage)];
}

// EXTERNAL MODULE: ./build/store/index.js + 37 modules
var build_store = __webpack_require__(68511);
;// CONCATENATED MODULE: ./build/run/git-lines.js





/**
 * What git says about the outputs of a run, and DVC's lines that keep them out of it. Git is asked once about all of them,
 * and again when its index or a `.gitignore` was changed by somebody else.
 */
class GitLines {
    #place;
    /** One writer for all `.gitignore`. */
    #turns = new Turns();
    #tracked = null;
    #ignored = null;
    /** The `.gitignore` files as they were when git was asked, or as we left them. */
    #stamps = new Map();
    constructor(place) {
        this.#place = place;
    }
    /** Whether git tracks the path, or something below it. */
    async tracks(path) {
        const { eye, outputs } = this.#place;
        const stamp = stampOf(eye.indexFile);
        if (this.#tracked?.stamp !== stamp)
            this.#tracked = { stamp, paths: eye.tracked(outputs) };
        const tracked = await this.#tracked.paths;
        if (tracked.size === 0)
            return false;
        return tracked.has(path) || [...tracked].some((each) => (0,kernel/* isWithin */.UO)(each, path));
    }
    /** DVC's line in the `.gitignore` beside an output, unless git ignores it already. */
    ignore(path) {
        return this.#turns.take(async () => {
            const ignored = await this.#ignoredNow(path);
            if (ignored.has(path))
                return;
            const output = (0,external_node_path_.join)(this.#place.root, path);
            const { file, line } = (0,build_store/* gitignoreOf */._C)(output);
            await (0,build_store/* ensureGitignore */.LA)(output, () => this.#place.added(file, line));
            // the line means this one name: what was said of the others stays true
            this.#stamps.set(file, stampOf(file));
            ignored.add(path);
        });
    }
    async #ignoredNow(path) {
        const onTheWay = this.#gitignoresAbove(path);
        const isKnown = this.#ignored !== null && onTheWay.every((file) => this.#stamps.get(file) === stampOf(file));
        if (!isKnown) {
            const { eye, outputs } = this.#place;
            for (const file of new Set(outputs.flatMap((output) => this.#gitignoresAbove(output)))) {
                this.#stamps.set(file, stampOf(file));
            }
            this.#ignored = eye.ignored(outputs);
        }
        return (await this.#ignored) ?? new Set();
    }
    /** Every `.gitignore` that has a say about the path, up to the top of the working tree. */
    #gitignoresAbove(path) {
        const { root, eye } = this.#place;
        const files = [];
        for (let folder = (0,external_node_path_.dirname)((0,external_node_path_.join)(root, path));; folder = (0,external_node_path_.dirname)(folder)) {
            files.push((0,external_node_path_.join)(folder, ".gitignore"));
            if (folder === eye.top || folder === (0,external_node_path_.dirname)(folder))
                return files;
        }
    }
}
function stampOf(file) {
    const stat = (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false, bigint: true });
    return stat === undefined ? "" : `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}`;
}

;// CONCATENATED MODULE: ./build/run/newcomers.js





/**
 * Stages that run at the same time end in any order; what they add to a file (an entry of dvc.lock, a line of .gitignore)
 * stands in the order in which they would have ended one after the other, as DVC runs them. What a run added is noted before
 * it is written, so that the run after one that was killed or failed goes on in the same order.
 */
class Newcomers {
    #notes;
    /** By `nameOf`: which comes first when stages run one after the other. */
    #ranks;
    /** By `nameOf`: added by this run, or by one before it that did not come to its end. */
    #added;
    #handle = null;
    constructor(notes, ranks) {
        this.#notes = notes;
        this.#ranks = ranks;
        this.#added = new Set(readNotes(notes));
    }
    /** `root` is the DVC root, `order` the stages as they would run one after the other, `notes` a file of ours. */
    static async open(root, order, notes) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(notes), { recursive: true });
        return new Newcomers(notes, ranksOf(root, order));
    }
    /** Adds a key to a file; the answer says which others it goes before. */
    add(file, key) {
        const rank = this.#ranks.get(newcomers_nameOf(file, key));
        if (rank === undefined)
            return () => false;
        this.#note(newcomers_nameOf(file, key));
        return (other) => {
            const name = newcomers_nameOf(file, other);
            return this.#added.has(name) && (this.#ranks.get(name) ?? -1) > rank;
        };
    }
    /** `isWhole`: nothing is left over for a run after this. */
    async close(isWhole) {
        if (this.#handle !== null)
            (0,external_node_fs_.closeSync)(this.#handle);
        this.#handle = null;
        if (isWhole)
            await (0,promises_.rm)(this.#notes, { force: true });
    }
    #note(name) {
        if (this.#added.has(name))
            return;
        this.#added.add(name);
        this.#handle ??= (0,external_node_fs_.openSync)(this.#notes, "a");
        (0,external_node_fs_.writeSync)(this.#handle, `${JSON.stringify(name)}\n`);
    }
}
function ranksOf(root, order) {
    const ranks = new Map();
    for (const stage of order) {
        if (stage.name !== null)
            ranks.set(newcomers_nameOf((0,external_node_path_.join)(root, resultFile(stage)), stage.name), ranks.size);
        for (const { at, cache } of stage.outs) {
            if (at === null || !cache)
                continue;
            const { file, line } = (0,build_store/* gitignoreOf */._C)((0,external_node_path_.join)(root, at));
            ranks.set(newcomers_nameOf(file, line), ranks.size);
        }
    }
    return ranks;
}
function newcomers_nameOf(file, key) {
    return `${file}\0${key}`;
}
/** Only a hint about order: what is damaged is passed over. */
function readNotes(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, "utf8").split("\n").flatMap(readNote);
    }
    catch {
        return [];
    }
}
function readNote(line) {
    try {
        const name = JSON.parse(line);
        return typeof name === "string" ? [name] : [];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/run/slots.js

/** Hands out the machine: the stage that would be first one after the other comes first, where it fits. */
class Slots {
    #capacity;
    #free;
    #waiting = [];
    #all = null;
    constructor(capacity) {
        this.#capacity = capacity;
        const { jobs, cpus, memory } = capacity;
        this.#free = { jobs: jobs ?? Number.POSITIVE_INFINITY, cpus, memory, devices: [] };
    }
    /** Failure `too-few-gpus` for what can never be. */
    async take({ needs, address }, rank) {
        const wanted = demandOf(needs, this.#capacity.jobs !== null);
        const all = wanted.gpus === 0 ? [] : await this.#devices();
        if (needs !== undefined && typeof wanted.gpus === "number" && wanted.gpus > all.length) {
            throw tooFewGpus(address, needs, all);
        }
        const demand = this.#withinReach(wanted);
        const devices = await this.#turn(rank, demand);
        let isTaken = true;
        return {
            variables: demand.told ? { CUDA_VISIBLE_DEVICES: devices.join(",") } : {},
            devices: async () => (demand.told ? devices : this.#devices()),
            scarce: scarceOf(wanted, demand),
            giveBack: () => {
                if (isTaken)
                    this.#give(demand, devices);
                isTaken = false;
            },
        };
    }
    /** More cores or memory than there are mean all of them. */
    #withinReach(demand) {
        const { cpus, memory } = this.#capacity;
        return { ...demand, cpus: Math.min(demand.cpus, cpus), memory: Math.min(demand.memory, memory) };
    }
    async #devices() {
        const found = await this.#capacity.devices();
        if (this.#all === null) {
            this.#all = found;
            this.#free.devices = found;
        }
        return this.#all;
    }
    #turn(rank, demand) {
        return new Promise((start) => {
            this.#waiting = [...this.#waiting, { rank, demand, start }].sort((a, b) => a.rank - b.rank);
            this.#startWhatFits();
        });
    }
    #startWhatFits() {
        this.#waiting = this.#waiting.filter(({ demand, start }) => {
            if (!this.#fits(demand))
                return true;
            start(this.#carveOut(demand));
            return false;
        });
    }
    #fits({ cpus, memory, gpus }) {
        const { jobs, cpus: cores, memory: bytes, devices } = this.#free;
        const enough = gpus === "all" ? devices.length === (this.#all ?? []).length : devices.length >= gpus;
        return jobs >= 1 && cores >= cpus && bytes >= memory && enough;
    }
    #carveOut({ cpus, memory, gpus }) {
        const free = this.#free;
        const count = gpus === "all" ? free.devices.length : gpus;
        const devices = free.devices.slice(0, count);
        free.jobs -= 1;
        free.cpus -= cpus;
        free.memory -= memory;
        free.devices = free.devices.slice(count);
        return devices;
    }
    #give({ cpus, memory }, devices) {
        const free = this.#free;
        const back = new Set([...free.devices, ...devices]);
        free.jobs += 1;
        free.cpus += cpus;
        free.memory += memory;
        free.devices = (this.#all ?? []).filter((device) => back.has(device));
        this.#startWhatFits();
    }
}
/**
 * What is not said counts as one core and every GPU. Where somebody says how many run at a time, what is not said does not
 * count.
 */
function demandOf(needs, isCounted) {
    const { cpus = null, memory = null, gpus = null } = needs ?? {};
    return {
        cpus: cpus ?? (isCounted ? 0 : 1),
        memory: memory ?? 0,
        gpus: gpus ?? (isCounted ? 0 : "all"),
        told: gpus !== null,
    };
}
function scarceOf(wanted, got) {
    const cores = Number.isFinite(wanted.cpus) && wanted.cpus > got.cpus ? [`${wanted.cpus} cores (${got.cpus} are here)`] : [];
    const memory = wanted.memory > got.memory ? [`${gib(wanted.memory)} of memory (${gib(got.memory)} are here)`] : [];
    return [...cores, ...memory];
}
function gib(bytes) {
    return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}
function tooFewGpus(address, { gpus, place }, all) {
    return (0,kernel/* badInput */.AN)("too-few-gpus", `stage \`${address}\` needs ${gpus} ${gpus === 1 ? "GPU" : "GPUs"}, and ${here(all.length)} here`, {
        at: place,
        found: all.length === 0 ? "no GPU" : all.join(","),
        expected: `${gpus} in CUDA_VISIBLE_DEVICES, or found by nvidia-smi`,
        hint: "run it on a machine that has them, name them with --gpus, or ask for fewer in meta.mainline",
    });
}
function here(count) {
    return count === 0 ? "none is" : `only ${count} ${count === 1 ? "is" : "are"}`;
}

;// CONCATENATED MODULE: ./build/run/index.js














/***/ }),

/***/ 86440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ DepotTrouble)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);

/**
 * What a depot throws when the other side did not do as asked; made by `depots/troubles.ts`, which knows the words. `again`
 * where the same request may well succeed later (a cut connection, 408, 429, 5xx, "slow down"); not for what stays wrong
 * (403, a bucket that does not exist, a bad key).
 */
class DepotTrouble extends _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    again;
    /** How long the other side asked us to wait. */
    waitMs;
    constructor(failure, options) {
        super(failure.kind, failure.code, failure.message, failure.details);
        this.again = options.again;
        this.waitMs = options.waitMs ?? null;
    }
}


/***/ }),

/***/ 87682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ badOption),
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   S2: () => (/* binding */ busy),
/* harmony export */   dV: () => (/* binding */ strange),
/* harmony export */   mD: () => (/* binding */ badCredentials),
/* harmony export */   nW: () => (/* binding */ clockSkew),
/* harmony export */   uM: () => (/* binding */ noSuchPlace),
/* harmony export */   wk: () => (/* binding */ denied)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _depot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86440);


/** No name, no route, nobody listens, a cut connection, a time-out. */
function unreachable(told) {
    return trouble("remote-unreachable", `${told.address} cannot be reached`, {
        ...told,
        again: true,
        hint: told.hint ?? "check the network and the remote's address (dvc remote list), then run the same command again",
    });
}
/** 408, 429, 5xx, "slow down". */
function busy(told) {
    return trouble("remote-busy", `${told.address} is overloaded or out of order`, {
        ...told,
        again: true,
        hint: told.hint ?? "run the same command again in a while: what has arrived is not sent again",
    });
}
/** 403: known, but not allowed to do this. */
function denied(told) {
    return trouble("remote-denied", `${told.address} does not allow us to ${told.what}`, {
        ...told,
        again: false,
        hint: told.hint ?? "ask whoever owns it for that right, or use other credentials",
    });
}
/** None found, unknown ones, a wrong secret, an expired token. */
function badCredentials(told) {
    return trouble("remote-credentials", `${told.address} does not accept the credentials, or there are none`, {
        ...told,
        again: false,
        hint: told.hint ?? "see docs/reference/remotes.md for the places where credentials are looked for",
    });
}
/** The bucket, container, share or folder itself is not there. */
function noSuchPlace(told) {
    return trouble("remote-not-found", `${told.address} does not exist`, {
        ...told,
        again: false,
        hint: told.hint ?? "make it, or correct the remote's url: dvc remote modify NAME url …",
    });
}
/** The other side's clock and ours disagree, so that signatures are refused. */
function clockSkew(told) {
    return trouble("remote-clock", `${told.address} says that this machine's clock is wrong`, {
        ...told,
        again: false,
        hint: told.hint ?? "set the clock (timedatectl set-ntp true), then run the same command again",
    });
}
/** An answer that is none of the protocol's. */
function strange(told) {
    return trouble("remote-strange", `${told.address} gave an answer that makes no sense`, {
        ...told,
        again: false,
        hint: told.hint ?? "check that the remote's url is that of the storage itself, not of a web page or a proxy",
    });
}
/** An option of the remote that cannot be. */
function badOption(remote, option, expected, found = null) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("config-invalid", `option \`${option}\` of remote "${remote}" is wrong`, {
        at: { file: ".dvc/config" },
        ...(found === null ? {} : { found }),
        expected,
        hint: `dvc remote modify ${remote} ${option} …`,
    });
}
function trouble(code, message, { again, waitMs, cause, found, hint }) {
    const failure = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .infrastructure */ .Sv)(code, message, { ...(found === undefined ? {} : { found }), hint, cause });
    return new _depot_js__WEBPACK_IMPORTED_MODULE_1__/* .DepotTrouble */ .y(failure, { again, waitMs: waitMs ?? null });
}


/***/ }),

/***/ 68511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l2: () => (/* reexport */ Cache),
  Rk: () => (/* reexport */ CompleteMemory),
  ey: () => (/* reexport */ RemoteMemory),
  CY: () => (/* reexport */ RunCache),
  Ws: () => (/* reexport */ VersionedRemote),
  VB: () => (/* reexport */ bring),
  nT: () => (/* reexport */ budgetOf),
  LA: () => (/* reexport */ ensureGitignore),
  hd: () => (/* reexport */ fetch),
  zn: () => (/* reexport */ folderStock),
  _C: () => (/* reexport */ gitignoreOf),
  Sn: () => (/* reexport */ lackingThere),
  t5: () => (/* reexport */ lookAt),
  cm: () => (/* reexport */ notPushable),
  d3: () => (/* reexport */ openRemote),
  Re: () => (/* reexport */ openStock),
  VC: () => (/* reexport */ push),
  uG: () => (/* reexport */ remoteRights),
  kO: () => (/* reexport */ sameInputs)
});

// UNUSED EXPORTS: removeFromGitignore

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/store/budget.js

function budgetOf(most) {
    let left = most;
    return {
        spend: (bytes) => {
            left -= BigInt(bytes);
            if (left >= 0n)
                return;
            throw (0,kernel/* badInput */.AN)("remote-too-much", "more would have to be read from the remote than is read for one pull request", {
                found: `more than ${most} bytes`,
                expected: "metrics, listings and records of runs that are small",
                hint: "look at what the pull request stores: a metrics file or a folder of its may be far too large",
            });
        },
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/digest/index.js + 20 modules
var digest = __webpack_require__(22712);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/store/shared.js


/** `cache.shared = group`: members of one group share a cache. */
const GROUP_FOLDER = 0o2775;
const GROUP_FILE = 0o664;
/** Makes a folder and those above it; in a shared cache with the modes that DVC gives them, whatever the umask. */
function makeFolder(folder, shared) {
    const first = (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    if (!shared || first === undefined)
        return;
    for (let each = folder;; each = (0,external_node_path_.dirname)(each)) {
        (0,external_node_fs_.chmodSync)(each, GROUP_FOLDER);
        if (each === first || each === (0,external_node_path_.dirname)(each))
            return;
    }
}

;// CONCATENATED MODULE: ./build/store/install.js





/** DVC believes an object without reading it only when its mode is exactly this. */
const OBJECT_MODE = 0o444;
/** Copies up to this size are done at once: handing them to another thread costs more than they take. Bytes. */
const SMALL = 1024 * 1024;
/** A name beside `target`, on the same file system, that nobody else uses. `dvc gc` sweeps up those that a kill left. */
function temporaryBeside(target) {
    return `${target}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
}
/**
 * Puts a whole file in place or nothing: `write` fills a temporary beside the target, which is then renamed. Killed in
 * between, the temporary stays and the target is what it was.
 */
async function install(target, write, { shared = false } = {}) {
    const temporary = temporaryBeside(target);
    try {
        await inFolder(target, () => write(temporary), shared);
        (0,external_node_fs_.renameSync)(temporary, target);
    }
    finally {
        // Also after success: renaming one hard link over another of the same file leaves both.
        (0,external_node_fs_.rmSync)(temporary, { force: true });
    }
}
/** The folder mostly exists; asking first would cost a call for every object. */
async function inFolder(target, work, shared = false) {
    try {
        await work();
    }
    catch (cause) {
        if (!(cause instanceof Error && "code" in cause && cause.code === "ENOENT"))
            throw cause;
        makeFolder((0,external_node_path_.dirname)(target), shared);
        await work();
    }
}
async function copyInto(source, temporary, { size, flags, mode }) {
    if (size <= SMALL)
        (0,external_node_fs_.copyFileSync)(source, temporary, flags);
    else
        await (0,promises_.copyFile)(source, temporary, flags);
    (0,external_node_fs_.chmodSync)(temporary, mode);
}
/** Whether a copy of `file` beside `target` can share its bytes: on btrfs, on XFS, where both are on one file system. */
function canClone(file, target, { shared = false } = {}) {
    const temporary = temporaryBeside(target);
    try {
        makeFolder((0,external_node_path_.dirname)(target), shared);
        (0,external_node_fs_.copyFileSync)(file, temporary, external_node_fs_.constants.COPYFILE_FICLONE_FORCE);
        return true;
    }
    catch {
        return false;
    }
    finally {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
    }
}
function writeInto(temporary, bytes, mode) {
    (0,external_node_fs_.writeFileSync)(temporary, bytes);
    (0,external_node_fs_.chmodSync)(temporary, mode);
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/store/breathe.js

const STEPS = 256;
/** Small files are handled without waiting; now and then the event loop gets its turn, for signals and the progress line. */
async function breathe(step) {
    if (step % STEPS === STEPS - 1)
        await (0,external_node_timers_promises_.setImmediate)();
}

;// CONCATENATED MODULE: ./build/store/link.js




/** What a file system answers when it cannot make a link of a kind; anything else (no space, no permission) is told. */
const CANNOT = new Set(["ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EXDEV", "EINVAL", "EPERM", "EMLINK", "ENOTTY", "EBADF"]);
/** Makes workspace files of cache objects by the first kind of link that works here, which it remembers. */
class Linker {
    #types;
    #unable = new Set();
    /** Asked once: each question is a call to the system. */
    #umask = process.umask();
    constructor(types) {
        this.#types = types.length === 0 ? ["reflink", "copy"] : types;
    }
    /**
     * Replaces `target` whole, or makes it where it `isNew`. Files stay writable unless they are links to the object itself.
     */
    async link(object, target, { exec, isNew = false }) {
        const size = (0,external_node_fs_.lstatSync)(object, { bigint: true }).size;
        for (const type of this.#candidates(exec)) {
            try {
                if (isNew && size > 0n && linkedAtOnce(type, object, target))
                    return;
                await install(target, (temporary) => make({ type, object, temporary, size, mode: workspaceMode(this.#umask, exec) }));
                return;
            }
            catch (cause) {
                if (!CANNOT.has(codeOf(cause) ?? ""))
                    throw cause;
                this.#unable.add(type);
            }
        }
        throw (0,kernel/* infrastructure */.Sv)("cannot-link", `no link type of cache.type works for ${target}`, {
            at: { file: target },
            found: this.#types.join(", "),
            hint: "add `copy`: dvc config cache.type reflink,copy",
        });
    }
    /**
     * Whether a file with the right content inside a directory is a link, or a copy, that `cache.type` asks for. As in DVC a
     * copy stays as it is, with its mode: that of files in directories is recorded nowhere, so it would be lost.
     */
    isFine(object, target) {
        const found = (0,external_node_fs_.lstatSync)(target);
        const plain = found.isFile() && found.nlink === 1;
        return this.#types.some((type) => {
            if (type === "copy" || type === "reflink")
                return plain;
            if (type === "symlink")
                return found.isSymbolicLink() && (0,external_node_fs_.readlinkSync)(target) === object;
            return found.isFile() && found.nlink > 1 && found.ino === (0,external_node_fs_.lstatSync)(object).ino;
        });
    }
    /** Whether a file with the right content is already what `link` would make of it. */
    isLinked(object, target, { exec }) {
        const found = (0,external_node_fs_.lstatSync)(target);
        for (const type of this.#candidates(exec)) {
            if (type === "reflink") {
                if (canClone(object, target))
                    return false;
                this.#unable.add(type);
            }
            else if (type === "copy") {
                return found.isFile() && found.nlink === 1 && (found.mode & 0o777) === workspaceMode(this.#umask, exec);
            }
            else
                return type === "hardlink" && found.nlink > 1 && (0,external_node_fs_.lstatSync)(object).ino === found.ino;
        }
        return false;
    }
    /** An executable file cannot share its mode with the object, so links to the object are out of the question for it. */
    #candidates(exec) {
        const types = exec
            ? this.#types.map((type) => (type.endsWith("link") && type !== "reflink" ? "copy" : type))
            : this.#types;
        return [...new Set(types)].filter((type) => !this.#unable.has(type));
    }
}
/** A link appears whole by itself: where nothing stands, it needs no temporary. False where something does, and for copies. */
function linkedAtOnce(type, object, target) {
    if (type !== "hardlink" && type !== "symlink")
        return false;
    const link = () => (type === "hardlink" ? external_node_fs_.linkSync : external_node_fs_.symlinkSync)(object, target);
    try {
        try {
            link();
        }
        catch (cause) {
            if (codeOf(cause) !== "ENOENT")
                throw cause;
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
            link();
        }
        return true;
    }
    catch (cause) {
        if (codeOf(cause) === "EEXIST")
            return false;
        throw cause;
    }
}
function codeOf(cause) {
    return cause instanceof Error && "code" in cause ? String(cause.code) : null;
}
function make({ type, object, temporary, size, mode }) {
    switch (type) {
        case "reflink":
            return copyInto(object, temporary, { size, flags: external_node_fs_.constants.COPYFILE_FICLONE_FORCE, mode });
        case "copy":
            return copyInto(object, temporary, { size, mode });
        case "hardlink":
            // Every empty file of the project would be one file; DVC keeps them apart.
            return size === 0n ? writeInto(temporary, Buffer.alloc(0), mode) : (0,external_node_fs_.linkSync)(object, temporary);
        case "symlink":
            return (0,external_node_fs_.symlinkSync)(object, temporary);
    }
}
/** What the user's umask leaves of 0666, and the owner's execute bit where it is wanted. */
function workspaceMode(umask, exec) {
    return (0o666 & ~umask) | (exec ? 0o100 : 0);
}
/** Adds the owner's execute bit to a file that is already right. */
function makeExecutable(target) {
    const stat = (0,external_node_fs_.lstatSync)(target);
    if (stat.isFile() && (stat.mode & 0o100) === 0 && stat.nlink === 1)
        (0,external_node_fs_.chmodSync)(target, (stat.mode & 0o777) | 0o100);
}

;// CONCATENATED MODULE: ./build/store/refusals.js

const SHOWN = 5;
function missingObjects(target, missing) {
    return (0,kernel/* badInput */.AN)("object-missing", `${target} cannot be placed: ${missing.length} of its objects are not in the cache`, {
        at: { file: target },
        found: `missing: ${some(missing)}`,
        hint: "fetch them first: mainline pull",
    });
}
function unreadableListing(oid) {
    return (0,kernel/* badInput */.AN)("listing-corrupt", `the object ${oid} is no listing of a directory: it is broken, or a path in it leads out`, {
        found: "another JSON value, or a path that leads out of the directory",
        expected: 'a JSON list of {"md5", "relpath"}, each path inside the directory',
        hint: "whoever wrote it did not use DVC: track the data anew with mainline add",
    });
}
function unsavedData(target, lost) {
    return (0,kernel/* badInput */.AN)("unsaved-data", `${target} holds data that is saved nowhere and would be lost: ${some(lost)}`, {
        at: { file: lost[0] ?? target },
        hint: "save it (mainline add) or let it go (--force)",
    });
}
function linkInTheWay(path) {
    return (0,kernel/* badInput */.AN)("link-in-the-way", `${path} is a symbolic link where a folder of a tracked directory must be`, {
        at: { file: path },
        hint: "remove the link, or use --force",
    });
}
function corruptObject(where, oid) {
    return (0,kernel/* infrastructure */.Sv)("object-corrupt", `the content of object ${oid} in ${where} is not what its name says`, {
        hint: "push it again from a machine that has it",
    });
}
function some(items) {
    const rest = items.length - SHOWN;
    return items.slice(0, SHOWN).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

;// CONCATENATED MODULE: ./build/store/standing.js




const NO_RULES = { ignored: () => false, key: "none" };
/** What is at a path now: a file, a directory's files, or nothing. A link that leads nowhere is nothing. */
async function standingFiles(target, looking) {
    const stat = (0,external_node_fs_.lstatSync)(target, { throwIfNoEntry: false });
    if (stat === undefined || isDangling(target))
        return new Map();
    if (!stat.isDirectory())
        return new Map([["", await idOf(target, looking)]]);
    const tree = await hashedTree(target, looking);
    if (looking.hash !== "md5-dos2unix")
        return new Map(tree.map((file) => [file.relpath, file.oid]));
    const files = new Map();
    for (const { relpath } of tree)
        files.set(relpath, await (0,digest/* dos2unixHashFile */.jD)((0,external_node_path_.join)(target, relpath)));
    return files;
}
async function idOf(file, { hash, state }) {
    if (hash === "md5-dos2unix")
        return (0,digest/* dos2unixHashFile */.jD)(file);
    return (await (state === undefined ? (0,digest/* hashFile */.DC)(file) : state.hashFile(file))).oid;
}
async function hashedTree(target, { state, rules = NO_RULES }) {
    const look = () => (state === undefined ? (0,digest/* readTree */.Zc)(target, rules) : state.hashTree(target, rules));
    try {
        return (await look()).entries;
    }
    catch (failure) {
        // In symlink mode every file becomes such a link when the cache is emptied; nothing is lost with them.
        if (!(failure instanceof kernel/* Failure */.HR) || failure.code !== "broken-link")
            throw failure;
        removeDangling(target);
        return (await look()).entries;
    }
}
function removeDangling(folder) {
    for (const entry of (0,external_node_fs_.readdirSync)(folder, { recursive: true, withFileTypes: true })) {
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
        if (entry.isSymbolicLink() && isDangling(path))
            (0,external_node_fs_.unlinkSync)(path);
    }
}
function isDangling(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) === undefined;
}

;// CONCATENATED MODULE: ./build/store/place.js







/**
 * Makes the target be the object. Everything that could refuse is asked before the first file is touched: are the objects
 * that are needed here, would data be lost that is saved nowhere. Then files are replaced one by one, each whole, so that a kill leaves
 * old and new files but no half one, and the next call goes on.
 */
async function placeObject(placing) {
    const wanted = await wantedFiles(placing);
    const standing = await knownStanding(placing);
    const difference = compare(wanted, standing);
    await refuseMissing(placing, wanted, difference);
    if (placing.options.force !== true)
        await refuseUnsaved(placing, standing, difference);
    clearTheWay(placing, wanted);
    removeFiles(placing, difference.removed);
    await linkFiles(placing, wanted, difference);
    return { added: difference.added.length, changed: difference.changed.length, removed: difference.removed.length };
}
async function wantedFiles({ cache, oid, target, options }) {
    if (!(0,kernel/* isDirectoryOid */.ie)(oid))
        return new Map([["", oid]]);
    if (!(await cache.has(oid, options.hash)))
        throw missingObjects(target, [oid]);
    const listing = await cache.readListing(oid, options.hash);
    if (listing === null)
        throw unreadableListing(oid);
    return new Map(listing.map((file) => [file.relpath, file.oid]));
}
/** What stays as it is needs no object. */
async function refuseMissing({ cache, target, options }, wanted, { added, changed, kept }) {
    const needed = [...added, ...changed, ...(options.relink === true ? kept : [])];
    const missing = [];
    for (const oid of new Set(needed.flatMap((path) => wanted.get(path) ?? []))) {
        if (!(await cache.has(oid, options.hash)))
            missing.push(oid);
    }
    if (missing.length > 0)
        throw missingObjects(target, missing);
}
async function knownStanding(placing) {
    const { cache, target, options } = placing;
    const previous = options.previous ?? null;
    if (previous === null)
        return standingFiles(target, options);
    if (!(0,kernel/* isDirectoryOid */.ie)(previous))
        return new Map([["", previous]]);
    const listing = await cache.readListing(previous, options.hash);
    return listing === null ? standingFiles(target, options) : new Map(listing.map((file) => [file.relpath, file.oid]));
}
function compare(wanted, standing) {
    const difference = { added: [], changed: [], kept: [], removed: [] };
    for (const [path, oid] of wanted) {
        const now = standing.get(path);
        if (now === undefined)
            difference.added.push(path);
        else if (now === oid)
            difference.kept.push(path);
        else
            difference.changed.push(path);
    }
    difference.removed.push(...[...standing.keys()].filter((path) => !wanted.has(path)));
    return difference;
}
async function refuseUnsaved(placing, standing, difference) {
    const { cache, target, options } = placing;
    const lost = [];
    for (const path of [...difference.changed, ...difference.removed]) {
        const oid = standing.get(path);
        if (oid !== undefined && !(await cache.has(oid, options.hash)))
            lost.push((0,external_node_path_.join)(target, path));
    }
    if (lost.length > 0)
        throw unsavedData(target, lost);
}
/** A link to a folder below the target could lead our writing out of it. */
function clearTheWay({ target, options }, wanted) {
    for (const folder of foldersOf(wanted.keys())) {
        const path = (0,external_node_path_.join)(target, folder);
        if (!isLink(path))
            continue;
        if (options.force !== true)
            throw linkInTheWay(path);
        (0,external_node_fs_.unlinkSync)(path);
    }
}
/** False also where a part of the path is a file. */
function isLink(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    }
    catch {
        return false;
    }
}
/** Every folder above the files, below the target. */
function foldersOf(paths) {
    const folders = new Set();
    for (const path of paths) {
        for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
            const folder = path.slice(0, at);
            if (folders.has(folder))
                break;
            folders.add(folder);
        }
    }
    return folders;
}
function removeFiles({ target }, removed) {
    for (const path of removed)
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(target, path), { force: true });
    // The deepest first, so that a folder is looked at after those inside it.
    const folders = [...foldersOf(removed)].sort((a, b) => b.length - a.length);
    for (const folder of folders)
        removeIfEmpty((0,external_node_path_.join)(target, folder));
}
function removeIfEmpty(folder) {
    const stat = (0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false });
    if (stat?.isDirectory() === true && (0,external_node_fs_.readdirSync)(folder).length === 0)
        (0,external_node_fs_.rmdirSync)(folder);
}
async function linkFiles(placing, wanted, difference) {
    const { cache, oid, target, options } = placing;
    const { exec = false, relink = false, hash = "md5", state } = options;
    const linker = new Linker(options.types);
    const childOf = (path) => wanted.get(path) ?? oid;
    const objectOf = (path) => cache.path(childOf(path), hash);
    const fileOf = (path) => (path === "" ? target : `${target}/${path}`);
    const paths = [...difference.added, ...difference.changed];
    const isRight = (path) => path === "" ? linker.isLinked(objectOf(path), target, { exec }) : linker.isFine(objectOf(path), fileOf(path));
    if (relink)
        paths.push(...difference.kept.filter((path) => !isRight(path)));
    prepareTarget(placing, paths);
    for (const [index, path] of paths.entries()) {
        await linker.link(objectOf(path), fileOf(path), { exec, isNew: index < difference.added.length });
        if (path === "" && hash === "md5")
            state?.remember(target, oid);
        await breathe(index);
        options.progress?.(index + 1, paths.length);
    }
    if (exec && difference.kept.includes(""))
        makeExecutable(target);
}
/** A file may stand where a directory is to be, and the reverse; its content was asked about before. */
function prepareTarget({ oid, target }, paths) {
    const stat = (0,external_node_fs_.lstatSync)(target, { throwIfNoEntry: false });
    if (!(0,kernel/* isDirectoryOid */.ie)(oid)) {
        if (stat?.isDirectory() === true && paths.length > 0)
            emptyOrRefuse(target);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
        return;
    }
    if (stat !== undefined && !stat.isDirectory())
        (0,external_node_fs_.rmSync)(target);
    (0,external_node_fs_.mkdirSync)(target, { recursive: true });
}
/** Ignored files may be left in a directory that gives way to a file. */
function emptyOrRefuse(folder) {
    const left = (0,external_node_fs_.readdirSync)(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
    const [first] = left;
    if (first !== undefined) {
        throw (0,kernel/* badInput */.AN)("in-the-way", `${folder} must become a file but holds files that are not tracked`, {
            at: { file: folder },
            found: (0,external_node_path_.join)(first.parentPath, first.name),
            hint: "move them away and try again",
        });
    }
    (0,external_node_fs_.rmSync)(folder, { recursive: true });
}

;// CONCATENATED MODULE: ./build/store/stamp-of.js


/** The file as it stands now, links followed. */
function stampOf(file) {
    const stat = (0,external_node_fs_.statSync)(file, { bigint: true, throwIfNoEntry: false });
    if (stat === undefined)
        throw (0,kernel/* badInput */.AN)("file-not-found", `${file} does not exist`, { at: { file } });
    return { inode: BigInt.asIntN(64, stat.ino), size: stat.size, modified: stat.mtimeNs, changed: stat.ctimeNs };
}

;// CONCATENATED MODULE: ./build/store/transplant.js






/** Objects up to this size go through memory: read once for checking and copying. Bytes. */
const transplant_SMALL = 256 * 1024;
/** Temporaries of one process differ by a number alone: chance costs a call for each. */
const ours = (0,external_node_crypto_.randomBytes)(6).toString("hex");
let count = 0;
const buffer = Buffer.allocUnsafeSlow(transplant_SMALL);
/** Bits that the process takes from every new file; asked once. */
const mustChmod = (process.umask() & OBJECT_MODE) !== 0;
/**
 * Copies a small object from one place of objects to another in as few calls to the system as there can be, checked on the
 * way: a hundred thousand of them are nothing but such calls. Whole or not at all, as `install` does.
 */
function transplant(source, target, { md5, shared = false }) {
    const bytes = readSmall(source);
    if (typeof bytes === "string")
        return bytes;
    if ((0,digest/* hashBytes */.yi)(bytes) !== md5)
        return "corrupt";
    const temporary = `${target}.${ours}${(count++).toString(36)}.tmp`;
    try {
        writeWhole(openFresh(temporary, shared), bytes);
        (0,external_node_fs_.renameSync)(temporary, target);
    }
    catch (cause) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw cause;
    }
    return { size: BigInt(bytes.length) };
}
function readSmall(path) {
    let file;
    try {
        file = (0,external_node_fs_.openSync)(path, "r");
    }
    catch (cause) {
        if (isAbsent(cause))
            return "missing";
        throw cause;
    }
    try {
        const { size } = (0,external_node_fs_.fstatSync)(file);
        if (size > transplant_SMALL)
            return "large";
        let length = 0;
        while (length < size) {
            const read = (0,external_node_fs_.readSync)(file, buffer, length, size - length, null);
            if (read === 0)
                break;
            length += read;
        }
        return buffer.subarray(0, length);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function openFresh(temporary, shared) {
    try {
        return (0,external_node_fs_.openSync)(temporary, "wx", OBJECT_MODE);
    }
    catch (cause) {
        if (!isAbsent(cause))
            throw cause;
        makeFolder((0,external_node_path_.dirname)(temporary), shared);
        return (0,external_node_fs_.openSync)(temporary, "wx", OBJECT_MODE);
    }
}
function writeWhole(file, bytes) {
    try {
        for (let at = 0; at < bytes.length;)
            at += (0,external_node_fs_.writeSync)(file, bytes, at);
        if (mustChmod)
            (0,external_node_fs_.fchmodSync)(file, OBJECT_MODE);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function isAbsent(cause) {
    return cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR");
}

;// CONCATENATED MODULE: ./build/store/cache.js











const FILES_AT_ONCE = 8;
/** Fewer files are taken in sooner than threads are started. */
const WORTH_THREADS = 500n;
/**
 * DVC's object cache: `files/md5/ab/cdef…`, mode 0444; objects of DVC 2.x at `ab/cdef…`. An object appears whole or not
 * at all. Nothing here deletes objects.
 */
class Cache {
    /** Absolute. */
    dir;
    #sharing;
    constructor(dir, sharing = {}) {
        this.dir = dir;
        this.#sharing = sharing;
    }
    path(oid, hash = "md5") {
        return (0,external_node_path_.join)(this.dir, relativePath(oid, hash));
    }
    /** Whether the object is there. Like DVC, a mode other than 0444 means that something touched it: then it is read and checked. */
    async has(oid, hash = "md5") {
        return (await this.size(oid, hash)) !== null;
    }
    /** Its size in bytes; null where it is not there (see `has`). */
    async size(oid, hash = "md5") {
        const stat = (0,external_node_fs_.lstatSync)(this.path(oid, hash), { throwIfNoEntry: false });
        if (stat === undefined || !stat.isFile())
            return null;
        const trusted = (stat.mode & 0o777) === OBJECT_MODE || (await this.verify(oid, hash)) === "present";
        return trusted ? stat.size : null;
    }
    /** Reads the whole object: believes neither its name nor its mode. */
    async verify(oid, hash = "md5") {
        const path = this.path(oid, hash);
        if ((0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) === undefined)
            return "missing";
        return (await contentOid(path, oid, hash)) === oid ? "present" : "corrupt";
    }
    /** The files of a directory object; null when it is missing or damaged. Failure listing-corrupt for one that was made so. */
    async readListing(oid, hash = "md5") {
        const bytes = await (0,promises_.readFile)(this.path(oid, hash)).catch(() => null);
        if (bytes === null)
            return null;
        const listing = (0,digest/* parseListing */._S)(bytes);
        if (listing === null && hash === "md5" && (0,digest/* hashBytes */.yi)(bytes) === bareOid(oid))
            throw unreadableListing(oid);
        return listing;
    }
    /** Takes in a file that has this id. Failure when its content turns out to be another. */
    async add(file, oid, options = {}) {
        const before = stampOf(file);
        const target = this.path(oid);
        if (await this.#holds(target, before.size, oid))
            return;
        await this.#install(target, async (temporary) => {
            if (options.link !== true || !linked(file, temporary)) {
                await copyInto(file, temporary, { size: before.size, flags: external_node_fs_.constants.COPYFILE_FICLONE, mode: OBJECT_MODE });
            }
            await refuseOther({ file, temporary, oid, stamp: options.stamp });
            await (0,promises_.chmod)(temporary, OBJECT_MODE);
        });
    }
    /** Takes in the files of a directory, then its listing. True when the files are known to be what copies of them would be. */
    async addTree(directory, tree, options = {}) {
        const inBulk = options.link !== true && tree.nfiles >= WORTH_THREADS && !this.#clones(directory, tree.sample);
        const { left, own } = inBulk
            ? await tree.keepIn(this.#objectFolders(), directory)
            : { left: tree.entries, own: false };
        await (0,kernel/* inParallel */.HN)(left, FILES_AT_ONCE, (file) => this.add((0,external_node_path_.join)(directory, file.relpath), file.oid, { ...options, stamp: file.stamp }));
        await this.addBytes(Buffer.from(tree.listing), tree.oid);
        return own;
    }
    /** Takes in an object made here, such as a directory listing. */
    async addBytes(bytes, oid, hash = "md5") {
        if (hash === "md5" && (0,digest/* hashBytes */.yi)(bytes) !== bareOid(oid))
            throw new Error(`these bytes are not ${oid}`);
        const target = this.path(oid, hash);
        if (await this.#holds(target, BigInt(bytes.length), oid))
            return;
        await this.#install(target, (temporary) => writeInto(temporary, bytes, OBJECT_MODE));
    }
    /**
     * Takes in an object from elsewhere: `write` fills a temporary, whose content must turn out to be what the id says. It
     * returns the MD5 of what it wrote where it hashed on the way; else (null) the file is read again.
     */
    async receive(oid, hash, write) {
        // a folder that turned out to be missing when all had come would cost the transfer
        makeFolder((0,external_node_path_.dirname)(this.path(oid, hash)), this.#sharing.shared === true);
        await this.#install(this.path(oid, hash), async (temporary) => {
            const md5 = await write(temporary);
            const right = md5 === null ? (await contentOid(temporary, oid, hash)) === oid : md5 === bareOid(oid);
            if (!right)
                throw corruptObject("the remote", oid);
            await (0,promises_.chmod)(temporary, OBJECT_MODE);
        });
    }
    /** Takes in a small object that lies elsewhere on this machine, checked on the way. */
    receiveSmall(oid, source) {
        return transplant(source, this.path(oid), { md5: bareOid(oid), ...this.#sharing });
    }
    /** The objects that are not here, of this one and, for a directory, of its files. `[oid]` alone when the listing itself is missing or damaged. */
    async missingBelow(oid, hash = "md5") {
        if (!(0,kernel/* isDirectoryOid */.ie)(oid))
            return (await this.has(oid, hash)) ? [] : [oid];
        const listing = await this.readListing(oid, hash);
        if (listing === null)
            return [oid];
        const missing = [];
        for (const child of new Set(listing.map((file) => file.oid))) {
            if (!(await this.has(child, hash)))
                missing.push(child);
        }
        return missing;
    }
    /** Makes `target` (absolute) be this object: a checkout of a file or a directory. See `placeObject`. */
    place(oid, target, options) {
        return placeObject({ cache: this, oid, target, options });
    }
    #install(target, write) {
        return install(target, write, this.#sharing);
    }
    /** Whether the file system gives copies that share their bytes: those are made one by one. */
    #clones(directory, sample) {
        return sample !== null && canClone((0,external_node_path_.join)(directory, sample), (0,external_node_path_.join)(this.dir, "files/md5/clone"), this.#sharing);
    }
    /** The folder of objects, with all of its 256 folders. */
    #objectFolders() {
        const folder = (0,external_node_path_.join)(this.dir, "files/md5");
        for (let index = 0; index < 256; index++) {
            makeFolder((0,external_node_path_.join)(folder, index.toString(16).padStart(2, "0")), this.#sharing.shared === true);
        }
        return folder;
    }
    /** A file of the right name, size and mode is believed; one of another size is replaced. */
    async #holds(target, size, oid) {
        const stat = (0,external_node_fs_.lstatSync)(target, { throwIfNoEntry: false, bigint: true });
        return stat?.isFile() === true && stat.size === size && (await this.has(oid));
    }
}
/** Where an object lies below a cache or a remote. */
function relativePath(oid, hash) {
    const inside = `${oid.slice(0, 2)}/${oid.slice(2)}`;
    return hash === "md5" ? `files/md5/${inside}` : inside;
}
/** The id that the content of an object has, in the form in which `named` is written. */
async function contentOid(path, named, hash) {
    const found = hash === "md5" || (0,kernel/* isDirectoryOid */.ie)(named) ? (await (0,digest/* hashFile */.DC)(path)).oid : await (0,digest/* dos2unixHashFile */.jD)(path);
    return (0,kernel/* isDirectoryOid */.ie)(named) ? `${found}.dir` : found;
}
function bareOid(oid) {
    return oid.replace(/\.dir$/, "");
}
function linked(file, temporary) {
    try {
        if ((0,external_node_fs_.lstatSync)(file).size === 0 || !(0,external_node_fs_.lstatSync)(file).isFile())
            return false;
        (0,external_node_fs_.linkSync)(file, temporary);
        return true;
    }
    catch (cause) {
        // A missing folder is for the caller to make.
        if (cause instanceof Error && "code" in cause && cause.code === "ENOENT")
            throw cause;
        return false;
    }
}
async function refuseOther({ file, temporary, oid, stamp }) {
    if (stamp !== undefined && sameContent(stampOf(file), stamp))
        return;
    if ((await (0,digest/* hashFile */.DC)(temporary)).oid === bareOid(oid))
        return;
    throw (0,digest/* fileChanging */.GW)(file);
}
/** Without the status change time, which the linking itself moves. */
function sameContent(a, b) {
    return a.inode === b.inode && a.size === b.size && a.modified === b.modified;
}

;// CONCATENATED MODULE: ./build/store/complete.js




const FILE = "complete.json";
const PREFIXES = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, "0"));
/** A folder that changed this recently (in ns) may change again without its time telling. */
const SETTLED = 50000000n;
/**
 * Remembers which directories the cache was seen to hold whole, so that a hundred thousand files need not be asked for each
 * time: as long as no object came or went (the times of the cache's 256 folders tell), none of theirs did.
 */
class CompleteMemory {
    #cache;
    #folder;
    #known = null;
    /** `folder`: where notes about the project lie. */
    constructor(cache, folder) {
        this.#cache = cache;
        this.#folder = folder;
    }
    /** Whether the cache holds the object and, for a directory, all of its files. */
    async holds(oid) {
        if (!(0,kernel/* isDirectoryOid */.ie)(oid))
            return this.#cache.has(oid);
        const before = this.#stamp();
        if (before !== null && this.#recall(before).has(oid))
            return true;
        if ((await this.#cache.missingBelow(oid)).length > 0)
            return false;
        if (before !== null && before === this.#stamp())
            this.#remember(before, oid);
        return true;
    }
    /** Null while the cache is changing. */
    #stamp() {
        const now = BigInt(Math.floor(this.#now() * 1e6));
        const hash = (0,external_node_crypto_.createHash)("sha256").update(this.#cache.dir);
        for (const prefix of PREFIXES) {
            const stat = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(this.#cache.dir, "files/md5", prefix), { bigint: true, throwIfNoEntry: false });
            if (stat !== undefined && now - stat.mtimeNs < SETTLED)
                return null;
            hash.update(stat === undefined ? "-" : `${stat.ino}.${stat.mtimeNs} `);
        }
        return hash.digest("hex");
    }
    /** The file system's own time, in ms: that of a file just written. */
    #now() {
        (0,external_node_fs_.mkdirSync)(this.#folder, { recursive: true });
        const probe = (0,external_node_path_.join)(this.#folder, "now");
        (0,external_node_fs_.writeFileSync)(probe, "");
        return (0,external_node_fs_.lstatSync)(probe).mtimeMs;
    }
    #recall(stamp) {
        if (this.#known?.stamp !== stamp)
            this.#known = { stamp, oids: this.#read(stamp) };
        return this.#known.oids;
    }
    #read(stamp) {
        try {
            const found = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(this.#folder, FILE), "utf8"));
            if (typeof found !== "object" || found === null || !("stamp" in found) || found.stamp !== stamp)
                return new Set();
            if (!("oids" in found) || !Array.isArray(found.oids))
                return new Set();
            return new Set(found.oids.map((oid) => (0,kernel/* parseOid */.Se)(String(oid))).filter((oid) => oid !== null));
        }
        catch {
            return new Set();
        }
    }
    #remember(stamp, oid) {
        const oids = this.#recall(stamp).add(oid);
        const temporary = (0,external_node_path_.join)(this.#folder, `${FILE}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`);
        (0,external_node_fs_.writeFileSync)(temporary, `${JSON.stringify({ stamp, oids: [...oids] })}\n`);
        (0,external_node_fs_.renameSync)(temporary, (0,external_node_path_.join)(this.#folder, FILE));
    }
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/store/depot.js
var depot = __webpack_require__(86440);
// EXTERNAL MODULE: ./build/store/depots/troubles.js
var troubles = __webpack_require__(87682);
;// CONCATENATED MODULE: ./build/store/patience.js


/** Tries in all, and the pause before the second one, which doubles from try to try. */
const TRIES = 6;
const FIRST_PAUSE_MS = 400;
/** The longest that the other side may make us wait for one try. */
const LONGEST_PAUSE_MS = 120_000;
/** Repeats `work` while the trouble may pass, with growing, jittered pauses; then throws the last trouble, and how often it was tried. */
async function patiently(patience, work) {
    for (let attempt = 1;; attempt++) {
        patience.signal.throwIfAborted();
        try {
            return await work();
        }
        catch (trouble) {
            if (!(trouble instanceof depot/* DepotTrouble */.y) || !trouble.again)
                throw trouble;
            if (attempt === TRIES)
                throw gaveUp(trouble);
            await pause(patience, attempt, trouble.waitMs);
        }
    }
}
/** The wait before the next try. The other side's own word counts; else doubling, and nobody at the same time as all others. */
async function pause({ clock, chance, signal }, attempt, asked) {
    const backoff = FIRST_PAUSE_MS * 2 ** (attempt - 1);
    const milliseconds = Math.max(backoff * (0.5 + chance() / 2), (asked ?? 0) * (1 + chance() / 10));
    await Promise.race([clock.sleep(Math.min(milliseconds, LONGEST_PAUSE_MS)), ended(signal)]);
}
function gaveUp(trouble) {
    const { kind, code, message, details } = trouble;
    return new depot/* DepotTrouble */.y(new kernel/* Failure */.HR(kind, code, `${message} (tried ${TRIES} times)`, details), { again: false });
}
const endings = new WeakMap();
/** Rejects when the signal fires; one promise for all who wait. */
function ended(signal) {
    const known = endings.get(signal);
    if (known !== undefined)
        return known;
    const ending = new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason instanceof Error ? signal.reason : new Error("aborted")), {
            once: true,
        });
    });
    ending.catch(() => { });
    endings.set(signal, ending);
    return ending;
}

;// CONCATENATED MODULE: ./build/store/download.js







/** Up to this many bytes are kept in memory and written at once. */
const download_SMALL = 1024 * 1024;
/** A try that brought this many bytes was no failure. */
const WORTHWHILE = 256n * 1024n;
/** A body that stands still for so long is taken for cut. */
const STALL_MS = 60_000;
/** Pours a blob into the sink; where the connection breaks, the next one goes on from there. The bytes, or null when it is not there. */
async function download(from, sink) {
    let at = 0n;
    for (let failures = 0;;) {
        const before = at;
        try {
            const stream = await from.depot.read(from.key, at, from.version);
            if (stream === null)
                return null;
            for await (const chunk of watched(stream)) {
                await given(sink, chunk, from);
                at += BigInt(chunk.length);
                from.moved?.(chunk.length);
            }
            return at;
        }
        catch (cause) {
            const trouble = passing(from.depot, cause);
            failures = at - before >= WORTHWHILE ? 1 : failures + 1;
            if (failures >= TRIES)
                throw gaveUp(trouble);
            await pause(from, failures, trouble.waitMs);
        }
    }
}
async function* watched(stream) {
    const timer = setTimeout(() => stream.destroy(new Error("no byte came for a minute")), STALL_MS);
    try {
        for await (const chunk of stream) {
            timer.refresh();
            yield chunk;
        }
    }
    finally {
        clearTimeout(timer);
        stream.destroy();
    }
}
/** What our own disk refuses is no trouble of the remote's. */
class SinkRefused extends Error {
}
async function given(sink, chunk, { budget }) {
    try {
        budget?.spend(chunk.length);
        await sink.write(chunk);
    }
    catch (cause) {
        throw new SinkRefused("the sink refused", { cause });
    }
}
/** The trouble that may pass; what will not is thrown. A stream that ends in any error was cut. */
function passing({ address }, cause) {
    if (cause instanceof SinkRefused)
        throw cause.cause;
    const trouble = cause instanceof depot/* DepotTrouble */.y ? cause : (0,troubles/* unreachable */.HB)({ address, cause, found: "the connection broke" });
    if (!trouble.again)
        throw trouble;
    return trouble;
}
/** Collects and hashes; what grows beyond memory goes on to a file. */
class Receiver {
    #hash = (0,external_node_crypto_.createHash)("md5");
    #file;
    #chunks = [];
    #held = 0;
    #handle = null;
    constructor(file) {
        this.#file = file;
    }
    write(chunk) {
        this.#hash.update(chunk);
        if (this.#handle !== null)
            return download_writeWhole(this.#handle, chunk);
        this.#chunks.push(chunk);
        this.#held += chunk.length;
        if (this.#held > download_SMALL)
            return this.#spill();
    }
    /** The MD5 of what was written. */
    async finish() {
        if (this.#handle === null)
            await inFolder(this.#file, () => (0,external_node_fs_.writeFileSync)(this.#file, bytesOf(this.#chunks)));
        await this.close();
        return this.#hash.digest("hex");
    }
    async close() {
        const handle = this.#handle;
        this.#handle = null;
        await handle?.close();
    }
    async #spill() {
        // a folder that is not there yet must not cost the download
        await inFolder(this.#file, async () => {
            this.#handle = await (0,promises_.open)(this.#file, "w", 0o600);
        });
        if (this.#handle !== null)
            await download_writeWhole(this.#handle, bytesOf(this.#chunks));
        this.#chunks = [];
    }
}
async function download_writeWhole(handle, bytes) {
    for (let at = 0; at < bytes.length;)
        at += (await handle.write(bytes, at)).bytesWritten;
}
function bytesOf(chunks) {
    return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./build/store/in-memory.js

/** Bytes that are here, to be written. */
function inMemory(bytes, md5) {
    const open = (at = 0n) => external_node_stream_.Readable.from([bytes.subarray(Number(at))]);
    return { size: BigInt(bytes.length), md5, bytes, open };
}

;// CONCATENATED MODULE: ./build/store/notes.js

/** A small text of ours at a remote is at most so long; what is longer is none, and is not read. Bytes. */
const LARGEST_NOTE = 1024 * 1024;
/** So many names of a folder are looked at. */
const MOST_NOTES = 5000;
/** For remotes that keep none. */
const NO_NOTES = {
    names: async () => [],
    read: async () => null,
    write: async () => { },
};
const KEY = /^[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)*$/;
function noteKey(key) {
    if (!KEY.test(key) || key.length > 200)
        throw new Error(`no name of a note: ${key}`);
    return `mainline/${key}`;
}
/** What was listed below a folder: notes' own names, of those that are none too long. */
function noteNames(folder, found) {
    return found
        .filter(({ size }) => size <= LARGEST_NOTE)
        .map(({ key }) => key.slice(folder.length + 1))
        .filter((name) => KEY.test(name) && !name.includes("/"))
        .toSorted(kernel/* compareCodePoints */.OP);
}

;// CONCATENATED MODULE: ./build/store/depot-notes.js





/** Notes behind any protocol that can list what is there. */
function depotNotes(depot, surroundings) {
    if (depot.page === null)
        return NO_NOTES;
    return {
        names: (folder) => patiently(surroundings, async () => {
            const found = [];
            for await (const page of depot.list(`${noteKey(folder)}/`)) {
                found.push(...page);
                if (found.length >= MOST_NOTES)
                    break;
            }
            return noteNames(noteKey(folder), found);
        }),
        read: (key) => bounded({ ...surroundings, depot, key: noteKey(key) }),
        write: (key, bytes) => patiently(surroundings, () => depot.write(noteKey(key), inMemory(bytes, (0,digest/* hashBytes */.yi)(bytes)))),
    };
}
class TooLong extends Error {
}
async function bounded(from) {
    const chunks = [];
    let held = 0;
    const write = (chunk) => {
        held += chunk.length;
        if (held > LARGEST_NOTE)
            throw new TooLong();
        chunks.push(chunk);
    };
    try {
        return (await download(from, { write })) === null ? null : bytesOf(chunks);
    }
    catch (cause) {
        if (!(cause instanceof TooLong))
            throw cause;
        return null;
    }
}

;// CONCATENATED MODULE: ./build/store/existence.js


/** What one page of a listing costs, in questions about single blobs: a storage takes about that much longer for it. */
const PAGE_COST = 4;
/**
 * Which of these blobs are there. Either each is asked for, or its whole shelf is listed, whichever takes fewer requests:
 * objects spread evenly over their shelves (the names are hashes), so one shelf, listed, tells how much there is on all. That
 * first one is the one of which most is wanted, and it is given up as soon as it has cost more than asking would have.
 */
async function present(wanted, asking) {
    const shelves = [...byShelf(wanted)].map(([prefix, keys]) => ({ prefix, keys }));
    const found = new Set();
    const ask = async (keys) => {
        await (0,kernel/* inParallel */.HN)(keys, asking.lanes, async (key) => {
            if ((await patiently(asking, () => asking.depot.stat(key))) !== null)
                found.add(key);
        });
    };
    const { page } = asking.depot;
    const crowded = page === null ? [] : shelves.filter(({ keys }) => keys.length > PAGE_COST);
    crowded.sort((a, b) => b.keys.length - a.keys.length);
    const [fullest, ...others] = crowded;
    if (page === null || fullest === undefined) {
        await ask(wanted.map(({ key }) => key));
        return found;
    }
    const sample = await list(fullest, asking, fullest.keys.length / PAGE_COST);
    const pages = sample === null ? Number.POSITIVE_INFINITY : Math.max(1, Math.ceil(sample.size / page));
    const listed = others.filter(({ keys }) => keys.length > pages * PAGE_COST);
    const done = new Set([...(sample === null ? [] : [fullest]), ...listed]);
    keep(fullest.keys, sample, found);
    await (0,kernel/* inParallel */.HN)(listed, asking.lanes, async (shelf) => keep(shelf.keys, await list(shelf, asking), found));
    await ask(shelves.filter((shelf) => !done.has(shelf)).flatMap(({ keys }) => keys));
    return found;
}
/** The keys on a shelf; null when there turned out to be more pages than it is worth. */
async function list({ prefix }, asking, worth = Number.POSITIVE_INFINITY) {
    return patiently(asking, async () => {
        const keys = new Set();
        let pages = 0;
        for await (const page of asking.depot.list(prefix)) {
            for (const { key } of page)
                keys.add(key);
            if (++pages > worth)
                return null;
        }
        return keys;
    });
}
function keep(keys, listed, found) {
    if (listed !== null)
        for (const key of keys)
            if (listed.has(key))
                found.add(key);
}
function byShelf(wanted) {
    const shelves = new Map();
    for (const { key, shelf } of wanted) {
        const keys = shelves.get(shelf);
        if (keys === undefined)
            shelves.set(shelf, [key]);
        else
            keys.push(key);
    }
    return shelves;
}

;// CONCATENATED MODULE: ./build/store/remote.js
/** A run's entry is a few hundred bytes a dependency; what is larger is none, and is not read. Bytes. */
const LARGEST_RUN = 16n * 1024n * 1024n;
function claimsPrefix(run) {
    if (!Number.isSafeInteger(run) || run < 0)
        throw new Error(`no id of a workflow run: ${run}`);
    return `mainline/claims/${run}/`;
}

;// CONCATENATED MODULE: ./build/store/run-cache.js







const NAME = /^[0-9a-f]{64}$/;
function isRunName({ key, value }) {
    return NAME.test(key) && NAME.test(value);
}
/**
 * DVC's run cache: `runs/<K[:2]>/<K>/<V>`. K names the command, dependencies, parameters and output paths of a run, V the
 * whole entry with what came out. Both are the SHA-256 of Python's JSON of the entry without `size` and `nfiles`.
 */
class RunCache {
    dir;
    #format;
    #shared;
    constructor(cacheDir, format, { shared = false } = {}) {
        this.dir = (0,external_node_path_.join)(cacheDir, "runs");
        this.#shared = shared;
        this.#format = format;
    }
    /** K. Of `entry` only what went in counts; of its outputs the paths. */
    key(entry) {
        const value = new Map(this.#format.toValue({ ...entry, deps: entry.deps.map(contentAlone) }));
        const outs = value.get("outs") ?? [];
        value.set("outs", (0,kernel/* isList */.Lv)(outs) ? outs.map(pathOf) : []);
        return digestOf(value);
    }
    /** V. */
    digest(entry) {
        return digestOf(this.#format.toValue(entry));
    }
    /**
     * The results known for these inputs, the newest first. Entries that are not what their names say are passed over. The
     * key does not see parameters called `size` or `nfiles` (a flaw of DVC's that the format fixes): ask `sameInputs` before
     * using one.
     */
    async find(key) {
        const folder = this.#folder(key);
        const names = (await (0,promises_.readdir)(folder).catch(() => [])).filter((name) => NAME.test(name));
        const byAge = names.map((value) => ({ value, time: (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(folder, value)).mtimeMs }));
        byAge.sort((a, b) => b.time - a.time || (a.value < b.value ? -1 : 1));
        const entries = await Promise.all(byAge.map(({ value }) => this.#read({ key, value })));
        return entries.filter((entry) => entry !== null);
    }
    async save(entry) {
        const name = { key: this.key(entry), value: this.digest(entry) };
        await this.#write(name, this.#format.toText(entry));
        return name;
    }
    /** Every entry, or those of some keys. */
    async names(keys) {
        return listRuns(this.dir, keys);
    }
    path({ key, value }) {
        return (0,external_node_path_.join)(this.#folder(key), value);
    }
    async has(name) {
        return (0,external_node_fs_.lstatSync)(this.path(name), { throwIfNoEntry: false }) !== undefined;
    }
    /** Takes in an entry from elsewhere; false when it is not what its names say. */
    async accept(name, text) {
        if (this.#parse(name, text) === null)
            return false;
        await this.#write(name, text);
        return true;
    }
    async #read(name) {
        const text = await (0,promises_.readFile)(this.path(name), "utf8").catch(() => null);
        return text === null ? null : this.#parse(name, text);
    }
    #parse(name, text) {
        try {
            const entry = this.#format.fromText(text, this.path(name));
            return this.key(entry) === name.key && this.digest(entry) === name.value ? entry : null;
        }
        catch {
            return null;
        }
    }
    async #write(name, text) {
        const shared = this.#shared;
        const write = (temporary) => {
            (0,external_node_fs_.writeFileSync)(temporary, text);
            if (shared)
                (0,external_node_fs_.chmodSync)(temporary, GROUP_FILE);
        };
        await install(this.path(name), write, { shared });
    }
    #folder(key) {
        return (0,external_node_path_.join)(this.dir, key.slice(0, 2), key);
    }
}
/** Names found below a `runs` folder, of a cache or a remote; other files are none of ours. */
async function listRuns(folder, keys) {
    const wanted = keys ?? (await allKeys(folder));
    const found = [];
    for (const key of wanted.filter((name) => NAME.test(name))) {
        const values = (await (0,promises_.readdir)((0,external_node_path_.join)(folder, key.slice(0, 2), key)).catch(() => [])).sort(kernel/* compareCodePoints */.OP);
        found.push(...values.filter((value) => NAME.test(value)).map((value) => ({ key, value })));
    }
    return found;
}
async function allKeys(folder) {
    const prefixes = (await (0,promises_.readdir)(folder).catch(() => [])).sort(kernel/* compareCodePoints */.OP);
    const below = await Promise.all(prefixes.map((prefix) => (0,promises_.readdir)((0,external_node_path_.join)(folder, prefix)).catch(() => [])));
    return below.flatMap((keys) => keys.sort(kernel/* compareCodePoints */.OP));
}
function digestOf(value) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update((0,kernel/* dumpPythonJson */.jg)(withoutSizes(value)))
        .digest("hex");
}
/** At every depth, inside parameters too: so DVC does, and other keys would find nothing. */
function withoutSizes(value) {
    if ((0,kernel/* isList */.Lv)(value))
        return value.map(withoutSizes);
    if (!(0,kernel/* isMapping */.pi)(value))
        return value;
    const kept = [...value].filter(([key]) => key !== "size" && key !== "nfiles");
    return new Map(kept.map(([key, item]) => [key, withoutSizes(item)]));
}
/** Where a dependency's content lies at cloud-versioned remotes is no part of what it is. */
function contentAlone({ extra, ...dependency }) {
    return extra === undefined || dependency.oid !== null ? dependency : { ...dependency, extra };
}
function pathOf(out) {
    return (0,kernel/* isMapping */.pi)(out) ? (out.get("path") ?? null) : null;
}

;// CONCATENATED MODULE: ./build/store/depot-remote.js













/** Objects up to this size are read once, checked in memory and sent from there. Bytes. */
const depot_remote_SMALL = 1024n * 1024n;
/** A remote behind any protocol: DVC's layout (`files/md5/ab/cdef…`, `ab/cdef…` of DVC 2, `runs/…`) over a depot's blobs. */
class DepotRemote {
    name;
    address;
    lanes;
    #depot;
    #surroundings;
    constructor(name, depot, options) {
        this.name = name;
        this.address = depot.address;
        this.lanes = options.lanes ?? depot.lanes;
        this.#depot = depot;
        this.#surroundings = options.surroundings;
    }
    async has(oids, hash = "md5") {
        const wanted = oids.map((oid) => ({
            key: relativePath(oid, hash),
            shelf: relativePath(oid, hash).slice(0, -(oid.length - 2)),
        }));
        const found = await present(wanted, this.#asking());
        return new Set(oids.filter((oid) => found.has(relativePath(oid, hash))));
    }
    async read(oid, hash = "md5") {
        const bytes = await this.#bytes(relativePath(oid, hash));
        if (bytes !== null && (0,digest/* hashBytes */.yi)(bytes) !== bare(oid))
            throw corruptObject(`remote "${this.name}"`, oid);
        return bytes;
    }
    async fetch(oid, into, hash = "md5", moved) {
        try {
            return await this.#fetchOnce({ oid, into, hash, moved });
        }
        catch (failure) {
            // what came may have been spoilt on its way; what lies there spoilt comes so again
            if (!(failure instanceof kernel/* Failure */.HR) || failure.code !== "object-corrupt")
                throw failure;
            return this.#fetchOnce({ oid, into, hash });
        }
    }
    async push(oid, from, hash = "md5", moved) {
        const body = await bodyOf({ oid, from, hash });
        await patiently(this.#surroundings, () => this.#depot.write(relativePath(oid, hash), metered(body, moved)));
        return body.size;
    }
    fetchRuns(into, keys) {
        return this.#fetchRuns("", into, keys);
    }
    pushRuns(from, keys) {
        return this.#pushRuns("", from, keys);
    }
    claims(run) {
        const prefix = claimsPrefix(run);
        return {
            fetchRuns: (into, keys) => this.#fetchRuns(prefix, into, keys),
            pushRuns: (from, keys) => this.#pushRuns(prefix, from, keys),
        };
    }
    notes() {
        return depotNotes(this.#depot, this.#surroundings);
    }
    async #fetchRuns(prefix, into, keys) {
        const lacking = [];
        for (const name of await this.#runs(prefix, keys))
            if (!(await into.has(name)))
                lacking.push(name);
        const accepted = await (0,kernel/* inParallel */.HN)(lacking, this.lanes, async (name) => {
            const bytes = await this.#bytes(prefix + runKey(name));
            return bytes !== null && (await into.accept(name, Buffer.from(bytes).toString("utf8")));
        });
        return accepted.filter((one) => one).length;
    }
    async #pushRuns(prefix, from, keys) {
        if (this.#depot.page === null)
            return 0;
        const names = await from.names(keys);
        const there = await present(names.map((name) => ({ key: prefix + runKey(name), shelf: `${prefix}runs/${name.key.slice(0, 2)}/` })), this.#asking());
        const lacking = names.filter((name) => !there.has(prefix + runKey(name)));
        await (0,kernel/* inParallel */.HN)(lacking, this.lanes, async (name) => {
            const bytes = (0,external_node_fs_.readFileSync)(from.path(name));
            await patiently(this.#surroundings, () => this.#depot.write(prefix + runKey(name), inMemory(bytes, (0,digest/* hashBytes */.yi)(bytes))));
        });
        return lacking.length;
    }
    async close() {
        await this.#depot.close();
    }
    async #fetchOnce({ oid, into, hash, moved }) {
        let size = null;
        try {
            await into.receive(oid, hash, async (temporary) => {
                const receiver = new Receiver(temporary);
                try {
                    size = await download({ ...this.#source(relativePath(oid, hash)), moved }, receiver);
                    if (size === null)
                        throw new Absent();
                    const found = await receiver.finish();
                    return hash === "md5" || (0,kernel/* isDirectoryOid */.ie)(oid) ? found : null;
                }
                finally {
                    await receiver.close();
                }
            });
        }
        catch (cause) {
            if (!(cause instanceof Absent))
                throw cause;
        }
        return size;
    }
    /** Names of runs at the remote, of all or some keys; none where nothing can be listed. */
    async #runs(prefix, keys) {
        if (this.#depot.page === null)
            return [];
        const below = keys === undefined ? ["runs/"] : keys.map((key) => `runs/${key.slice(0, 2)}/${key}/`);
        const folders = below.map((folder) => prefix + folder);
        const found = await (0,kernel/* inParallel */.HN)(folders, this.lanes, (folder) => patiently(this.#surroundings, async () => {
            const names = [];
            for await (const page of this.#depot.list(folder)) {
                for (const { key, size } of page) {
                    this.#surroundings.budget?.spend(key.length);
                    if (size <= LARGEST_RUN)
                        names.push(...runNameOf(key.slice(prefix.length)));
                }
            }
            return names;
        }));
        return found.flat();
    }
    async #bytes(key) {
        const chunks = [];
        const size = await download(this.#source(key), { write: (chunk) => void chunks.push(chunk) });
        return size === null ? null : bytesOf(chunks);
    }
    #source(key) {
        return { ...this.#surroundings, depot: this.#depot, key };
    }
    #asking() {
        return { ...this.#surroundings, depot: this.#depot, lanes: this.lanes };
    }
}
class Absent extends Error {
}
/** An object of the cache, to be sent; read and checked first, so that nothing wrong is ever sent. */
async function bodyOf({ oid, from, hash }) {
    const path = from.path(oid, hash);
    const size = (0,external_node_fs_.statSync)(path, { bigint: true, throwIfNoEntry: false })?.size ?? 0n;
    if (size <= depot_remote_SMALL && hash === "md5") {
        const bytes = (0,external_node_fs_.readFileSync)(path);
        const md5 = (0,digest/* hashBytes */.yi)(bytes);
        if (md5 !== bare(oid))
            throw corruptObject("the local cache", oid);
        return inMemory(bytes, md5);
    }
    if ((await from.verify(oid, hash)) !== "present")
        throw corruptObject("the local cache", oid);
    const open = (at = 0n) => (0,external_node_fs_.createReadStream)(path, { start: Number(at), highWaterMark: 256 * 1024 });
    return { size, md5: hash === "md5" ? bare(oid) : null, bytes: null, open };
}
/** Tells how much of a big body was read; a second try reads it again, and is not told. */
function metered(body, moved) {
    if (moved === undefined || body.bytes !== null)
        return body;
    let told = 0n;
    const open = (from = 0n) => {
        let at = from;
        const meter = new external_node_stream_.Transform({
            transform: (chunk, _, done) => {
                at += BigInt(chunk.length);
                if (at > told)
                    moved(Number(at - told));
                if (at > told)
                    told = at;
                done(null, chunk);
            },
        });
        return (0,external_node_stream_.pipeline)(body.open(from), meter, () => { });
    };
    return { ...body, open };
}
function bare(oid) {
    return oid.replace(/\.dir$/, "");
}
function runKey({ key, value }) {
    return `runs/${key.slice(0, 2)}/${key}/${value}`;
}
function runNameOf(path) {
    const [runs, prefix, key = "", value = "", ...rest] = path.split("/");
    const name = { key, value };
    return runs === "runs" && prefix === key.slice(0, 2) && rest.length === 0 && isRunName(name) ? [name] : [];
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/store/folder-notes.js






/** Notes at a remote that is a folder. What others may write there could be a pipe, or a link to anywhere: only files count. */
function folderNotes(folder) {
    const at = (key) => (0,external_node_path_.join)(folder, noteKey(key));
    const fileAt = (path) => {
        const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        return found?.isFile() === true ? found : null;
    };
    return {
        names: async (place) => {
            const names = (await (0,promises_.readdir)(at(place)).catch(() => [])).toSorted(kernel/* compareCodePoints */.OP).slice(0, MOST_NOTES);
            const found = names.map((name) => ({ key: `${place}/${name}`, size: fileAt((0,external_node_path_.join)(at(place), name))?.size }));
            return noteNames(place, found.flatMap(({ key, size }) => (size === undefined ? [] : [{ key, size: BigInt(size) }])));
        },
        read: async (key) => {
            const size = fileAt(at(key))?.size ?? Number.POSITIVE_INFINITY;
            return size > LARGEST_NOTE ? null : (0,promises_.readFile)(at(key));
        },
        write: async (key, bytes) => {
            if (fileAt(at(key)) !== null)
                return;
            try {
                await install(at(key), (temporary) => writeInto(temporary, bytes, 0o644));
            }
            catch (cause) {
                throw (0,kernel/* infrastructure */.Sv)("remote-not-writable", `${at(key)} cannot be written`, { cause });
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/store/folder-remote.js













/** A remote that is a folder: DVC's layout, `files/md5/…` and `runs/…`. */
class FolderRemote {
    name;
    address;
    lanes;
    #folder;
    #budget;
    constructor(name, folder, { lanes = 4 * (0,external_node_os_.availableParallelism)(), budget = null } = {}) {
        this.name = name;
        this.address = folder;
        this.lanes = lanes;
        this.#folder = folder;
        this.#budget = budget;
    }
    async has(oids, hash = "md5") {
        return new Set(oids.filter((oid) => sizeOf(this.#path(oid, hash)) !== null));
    }
    async read(oid, hash = "md5") {
        const path = this.#path(oid, hash);
        if (this.#spent(path) === null)
            return null;
        const bytes = await (0,promises_.readFile)(path);
        if ((0,digest/* hashBytes */.yi)(bytes) !== folder_remote_bare(oid))
            throw corruptObject(`remote "${this.name}"`, oid);
        return bytes;
    }
    async fetch(oid, into, hash = "md5") {
        const path = this.#path(oid, hash);
        this.#spent(path);
        const small = hash === "md5" ? into.receiveSmall(oid, path) : "large";
        if (small === "missing")
            return null;
        if (small === "corrupt")
            throw corruptObject("the remote", oid);
        if (small !== "large")
            return small.size;
        const size = sizeOf(path);
        if (size === null)
            return null;
        const write = async (temporary) => {
            await copyInto(path, temporary, { size, flags: external_node_fs_.constants.COPYFILE_FICLONE, mode: 0o600 });
            return null;
        };
        await into.receive(oid, hash, write);
        return size;
    }
    async push(oid, from, hash = "md5") {
        const [path, source] = [this.#path(oid, hash), from.path(oid, hash)];
        const small = hash === "md5" ? transplant(source, path, { md5: folder_remote_bare(oid) }) : "large";
        if (typeof small === "object")
            return small.size;
        if (small !== "large")
            throw corruptObject("the local cache", oid);
        if ((await from.verify(oid, hash)) !== "present")
            throw corruptObject("the local cache", oid);
        const size = sizeOf(source) ?? 0n;
        await install(path, (temporary) => copyInto(source, temporary, { size, flags: external_node_fs_.constants.COPYFILE_FICLONE, mode: OBJECT_MODE }));
        return size;
    }
    fetchRuns(into, keys) {
        return this.#fetchRuns(this.#folder, into, keys);
    }
    pushRuns(from, keys) {
        return this.#pushRuns(this.#folder, from, keys);
    }
    claims(run) {
        const folder = (0,external_node_path_.join)(this.#folder, claimsPrefix(run));
        return {
            fetchRuns: (into, keys) => this.#fetchRuns(folder, into, keys),
            pushRuns: (from, keys) => this.#pushRuns(folder, from, keys),
        };
    }
    async #fetchRuns(folder, into, keys) {
        let count = 0;
        for (const name of await listRuns((0,external_node_path_.join)(folder, "runs"), keys)) {
            if ((await into.has(name)) || !isEntry(runPath(folder, name)))
                continue;
            this.#spent(runPath(folder, name));
            if (await into.accept(name, await (0,promises_.readFile)(runPath(folder, name), "utf8")))
                count++;
        }
        return count;
    }
    async #pushRuns(folder, from, keys) {
        let count = 0;
        for (const name of await from.names(keys)) {
            const target = runPath(folder, name);
            if (sizeOf(target) !== null)
                continue;
            await install(target, (temporary) => copyInto(from.path(name), temporary, { size: 0n, mode: 0o644 }));
            count++;
        }
        return count;
    }
    notes() {
        return folderNotes(this.#folder);
    }
    async close() { }
    /** The size of what is about to be read; null where nothing is. */
    #spent(path) {
        const size = sizeOf(path);
        this.#budget?.spend(size ?? 0n);
        return size;
    }
    #path(oid, hash) {
        return (0,external_node_path_.join)(this.#folder, relativePath(oid, hash));
    }
}
function runPath(folder, { key, value }) {
    return (0,external_node_path_.join)(folder, "runs", key.slice(0, 2), key, value);
}
/** What others may write here could be a pipe, or a link to anywhere. */
function isEntry(path) {
    const stats = (0,external_node_fs_.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
    return stats?.isFile() === true && stats.size <= LARGEST_RUN;
}
function folder_remote_bare(oid) {
    return oid.replace(/\.dir$/, "");
}
function sizeOf(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path, { bigint: true, throwIfNoEntry: false })?.size ?? null;
    }
    catch (cause) {
        throw (0,kernel/* infrastructure */.Sv)("remote-unreadable", `the remote's file ${path} cannot be looked at`, {
            at: { file: path },
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/store/versioned-remote.js



/**
 * DVC's cloud-versioned remote (`version_aware`, `worktree`): plain paths, of which the bucket keeps every version. What lies
 * where is written in the project's own files, and has to be told first. Only `dvc push` writes there.
 */
class VersionedRemote {
    name;
    address;
    lanes;
    #depot;
    #surroundings;
    #places = new Map();
    #directories = new Map();
    constructor(name, depot, options) {
        this.name = name;
        this.address = depot.address;
        this.lanes = options.lanes ?? depot.lanes;
        this.#depot = depot;
        this.#surroundings = options.surroundings;
    }
    /** What the project says of it: objects that lie there, listings of directories. */
    know(places, directories) {
        for (const [oid, place] of places)
            this.#places.set(oid, place);
        for (const [oid, directory] of directories)
            this.#directories.set(oid, directory);
    }
    async has(oids) {
        return new Set(oids.filter((oid) => this.#places.has(oid) || this.#directories.get(oid)?.whole === true));
    }
    async read(oid) {
        const listing = this.#directories.get(oid)?.listing;
        if (listing !== undefined)
            return listing;
        const place = this.#places.get(oid);
        if (place === undefined)
            return null;
        const chunks = [];
        const size = await download(this.#source(place), { write: (chunk) => void chunks.push(chunk) });
        return size === null ? null : bytesOf(chunks);
    }
    async fetch(oid, into, hash = "md5", moved) {
        const place = this.#places.get(oid);
        if (place === undefined)
            return null;
        let size = null;
        await into.receive(oid, hash, async (temporary) => {
            const receiver = new Receiver(temporary);
            try {
                size = await download({ ...this.#source(place), moved }, receiver);
                if (size === null)
                    throw this.#gone(place);
                const found = await receiver.finish();
                return hash === "md5" ? found : null;
            }
            finally {
                await receiver.close();
            }
        });
        return size;
    }
    async push() {
        throw notPushable(this.name);
    }
    /** DVC keeps no runs there. */
    async fetchRuns() {
        return 0;
    }
    async pushRuns() {
        return 0;
    }
    claims() {
        return this;
    }
    notes() {
        return NO_NOTES;
    }
    async close() {
        await this.#depot.close();
    }
    #source({ key, version }) {
        return { ...this.#surroundings, depot: this.#depot, key, version };
    }
    #gone({ key, version }) {
        return (0,kernel/* badInput */.AN)("version-gone", `version ${version} of ${key} is not at remote "${this.name}" any more`, {
            found: `no such version below ${this.address}`,
            hint: "a rule of the bucket may have expired it: put the data in place again and run dvc push",
        });
    }
}
/** Sending there means to write version ids into the project's files, which is DVC's to do. */
function notPushable(remote) {
    return (0,kernel/* badInput */.AN)("remote-not-supported", `remote "${remote}" is cloud-versioned: only DVC can push to it`, {
        found: "version_aware or worktree",
        expected: "a remote of objects, for pushing",
        hint: `dvc push -r ${remote}, then commit the .dvc files and dvc.lock that it changed`,
    });
}

;// CONCATENATED MODULE: ./build/store/open-remote.js






/** Who speaks which scheme. Loaded when a remote of it is opened: a client of a cloud is large. */
const DEPOTS = {
    s3: () => Promise.all(/* import() */[__webpack_require__.e(9161), __webpack_require__.e(2358), __webpack_require__.e(7707)]).then(__webpack_require__.bind(__webpack_require__, 17707)),
    http: () => Promise.all(/* import() */[__webpack_require__.e(8350), __webpack_require__.e(4326)]).then(__webpack_require__.bind(__webpack_require__, 84326)),
    https: () => Promise.all(/* import() */[__webpack_require__.e(8350), __webpack_require__.e(4326)]).then(__webpack_require__.bind(__webpack_require__, 84326)),
    webdav: () => Promise.all(/* import() */[__webpack_require__.e(4131), __webpack_require__.e(7529), __webpack_require__.e(8350), __webpack_require__.e(1180)]).then(__webpack_require__.bind(__webpack_require__, 91180)),
    webdavs: () => Promise.all(/* import() */[__webpack_require__.e(4131), __webpack_require__.e(7529), __webpack_require__.e(8350), __webpack_require__.e(1180)]).then(__webpack_require__.bind(__webpack_require__, 91180)),
    ssh: () => __webpack_require__.e(/* import() */ 6362).then(__webpack_require__.bind(__webpack_require__, 16362)),
    azure: () => Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(4131), __webpack_require__.e(3878), __webpack_require__.e(4774), __webpack_require__.e(8388)]).then(__webpack_require__.bind(__webpack_require__, 68388)),
    gs: () => Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(3878), __webpack_require__.e(3324), __webpack_require__.e(3923), __webpack_require__.e(3456)]).then(__webpack_require__.bind(__webpack_require__, 33456)),
};
/** Whose buckets can keep versions. */
const VERSIONED = ["s3", "azure", "gs"];
/** Opens a remote by its URL: a folder on this machine (a mounted share is one), or something that one of the depots speaks to. */
async function openRemote(config, surroundings) {
    const { name, url } = config;
    const lanes = jobsOf(config);
    const scheme = schemeOf(url);
    const versioned = versionedBy(config);
    if (versioned !== null && !VERSIONED.includes(scheme ?? ""))
        throw notVersioned(name, versioned, url);
    const folder = folderOf(url);
    if (scheme === null || folder !== null)
        return new FolderRemote(name, folder ?? url, { lanes, budget: surroundings.budget ?? null });
    const load = DEPOTS[scheme];
    if (load === undefined)
        throw notSupported(name, `${scheme}://`);
    const depot = await (await load()).openDepot(config, surroundings);
    const settings = { surroundings, ...(lanes === undefined ? {} : { lanes }) };
    return versioned === null ? new DepotRemote(name, depot, settings) : new VersionedRemote(name, depot, settings);
}
/** What speaks the scheme of a place; null where nothing here does. */
async function depotFor(config, surroundings) {
    const load = DEPOTS[schemeOf(config.url) ?? ""];
    return load === undefined ? null : (await load()).openDepot(config, surroundings);
}
/** The option that makes it a cloud-versioned remote; null where none does. */
function versionedBy({ options }) {
    return ["version_aware", "worktree"].find((option) => isTrue(options.get(option))) ?? null;
}
/** The folder on this machine that a URL names; null where it names something else. */
function folderOf(url) {
    const scheme = schemeOf(url);
    if (scheme === "file")
        return (0,external_node_url_.fileURLToPath)(url);
    return scheme === null ? url : null;
}
function schemeOf(url) {
    return /^([a-z][a-z0-9+.-]+):\/\//i.exec(url)?.[1]?.toLowerCase() ?? null;
}
/** DVC's own option for how many things a remote is asked at a time. */
function jobsOf({ name, options }) {
    const jobs = options.get("jobs");
    if (jobs === undefined)
        return undefined;
    if (typeof jobs !== "string" || !/^[1-9]\d{0,5}$/.test(jobs))
        throw (0,troubles/* badOption */.$9)(name, "jobs", "a number from 1 on", String(jobs));
    return Number(jobs);
}
function isTrue(value) {
    return typeof value === "string" && /^(true|yes|on|1)$/i.test(value);
}
function notVersioned(name, option, url) {
    return (0,kernel/* badInput */.AN)("config-invalid", `remote "${name}" sets ${option}, which needs a bucket that keeps versions`, {
        at: { file: ".dvc/config" },
        found: url,
        expected: VERSIONED.map((scheme) => `${scheme}://`).join(", "),
        hint: `dvc remote modify --unset ${name} ${option}`,
    });
}
function notSupported(name, what) {
    return (0,kernel/* badInput */.AN)("remote-not-supported", `remote "${name}" uses ${what}, which mainline cannot talk to yet`, {
        found: what,
        expected: `a folder, or one of ${Object.keys(DEPOTS)
            .map((scheme) => `${scheme}://`)
            .join(", ")}`,
        hint: `move data with dvc for now (dvc push -r ${name}, dvc pull -r ${name}): mainline finds it in the cache`,
    });
}

;// CONCATENATED MODULE: ./build/store/external.js





/** What it is now; null when it is not there. Failure `external-not-supported` for what cannot be told apart from afar. */
function lookAt(place, surroundings) {
    return withSource(place, surroundings, async (source) => {
        const ask = source.fingerprint?.bind(source);
        if (ask === undefined)
            throw external_notSupported(place);
        const found = await patiently(surroundings, () => ask(place.key));
        if (found === null && (await isFolder(source, place.key)))
            throw folder(place);
        return found;
    });
}
/** Copies the blob into a file that does not exist yet. False when it is not there. */
function bring(place, surroundings, target) {
    return withSource(place, surroundings, async (source) => {
        const bytes = await patiently(surroundings, () => source.read(place.key));
        if (bytes === null)
            return false;
        await (0,external_node_stream_promises_.pipeline)(bytes, (0,external_node_fs_.createWriteStream)(target, { flags: "wx" }), { signal: surroundings.signal });
        return true;
    });
}
async function withSource(place, surroundings, work) {
    const source = await depotFor(place.config, surroundings);
    if (source === null)
        throw external_notSupported(place);
    try {
        return await work(source);
    }
    finally {
        await source.close();
    }
}
async function isFolder(source, key) {
    if (source.page === null)
        return false;
    for await (const blobs of source.list(`${key}/`))
        if (blobs.length > 0)
            return true;
    return false;
}
function folder({ config, key }) {
    return (0,kernel/* badInput */.AN)("external-not-supported", `${config.url}/${key} is a folder, whose files mainline does not compare`, {
        found: "a folder",
        expected: "a single file",
        hint: "run its stage with dvc repro, or import the folder: dvc import-url",
    });
}
function external_notSupported({ config, key }) {
    const url = `${config.url.replace(/\/$/, "")}/${key}`;
    return (0,kernel/* badInput */.AN)("external-not-supported", `mainline cannot see whether ${url} changed`, {
        found: url,
        expected: "http(s)://, s3://, gs://, azure://, or a path of this machine",
        hint: "run its stage with dvc repro; plan and run believe what is recorded then",
    });
}

;// CONCATENATED MODULE: ./build/store/folder-stock.js





/** What is half written, by us or by DVC, and no blob. */
const TEMPORARY = /\.tmp$/;
/** A folder of this machine: a cache, or a remote that is one. Links are none of ours, nor what lies behind them. */
function folderStock(folder) {
    const at = (key) => (0,external_node_path_.join)(folder, key);
    return {
        address: folder,
        lanes: 16,
        batch: 20,
        list: (prefix) => told(at(prefix), () => below(folder, prefix)),
        read: (key) => told(at(key), () => (0,promises_.readFile)(at(key)).catch(absentAsNull)),
        write: (key, bytes) => told(at(key), () => install(at(key), (temporary) => writeInto(temporary, bytes, 0o644))),
        remove: async (keys) => {
            for (const key of keys)
                await told(at(key), () => (0,promises_.rm)(at(key), { force: true }));
        },
        keeps: async () => null,
        close: async () => { },
    };
}
async function below(folder, prefix) {
    const ahead = [prefix];
    const found = [];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
        const entries = (await (0,promises_.readdir)((0,external_node_path_.join)(folder, next), { withFileTypes: true }).catch(absentAsNull)) ?? [];
        for (const entry of entries.sort((a, b) => (0,kernel/* compareCodePoints */.OP)(a.name, b.name))) {
            const key = `${next}${entry.name}`;
            if (entry.isDirectory())
                ahead.push(`${key}/`);
            const stats = entry.isFile() && !TEMPORARY.test(entry.name) ? (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(folder, key), GONE) : undefined;
            if (stats !== undefined)
                found.push({ key, size: BigInt(stats.size), modified: newest(stats) });
        }
    }
    return found;
}
const GONE = { throwIfNoEntry: false };
/** A file that was moved or linked into a cache brought its own time along; that of its entry is when it came. */
function newest({ mtime, ctime }) {
    return mtime > ctime ? mtime : ctime;
}
function absentAsNull(cause) {
    if (cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR"))
        return null;
    throw cause;
}
async function told(path, work) {
    try {
        return await work();
    }
    catch (cause) {
        throw (0,kernel/* infrastructure */.Sv)("remote-denied", `${path} cannot be read or changed`, {
            cause,
            found: cause instanceof Error ? cause.message : "a refusal",
            hint: "clear it as the user whom its files belong to",
        });
    }
}

;// CONCATENATED MODULE: ./build/store/gitignore.js



/**
 * Adds `/<name>` to the `.gitignore` beside an output, as DVC does. The caller asks git first: what is ignored already
 * needs no line. A new line goes to the end, or before the first that `newcomer`, asked for a new one only, says.
 * Returns the `.gitignore` when it changed, else null.
 */
async function ensureGitignore(output, newcomer = () => () => false) {
    const { file, line } = gitignoreOf(output);
    const text = (await readText(file)) ?? "";
    if (linesOf(text).includes(line))
        return null;
    const goesBefore = newcomer();
    const lines = text.split(/(?<=\n)/);
    const next = lines.findIndex((other) => goesBefore(other.trim()));
    const newline = next >= 0 || text === "" || text.endsWith("\n") ? "" : "\n";
    await replace(file, lines.toSpliced(next < 0 ? lines.length : next, 0, `${newline}${line}\n`).join(""));
    return file;
}
/** The file that has git ignore an output, and its line there. */
function gitignoreOf(output) {
    return { file: (0,external_node_path_.join)((0,external_node_path_.dirname)(output), ".gitignore"), line: ignoreLine(output) };
}
/** Takes the line out again; a file that holds nothing else goes with it. Returns the `.gitignore` when it changed, else null. */
async function removeFromGitignore(output) {
    const { file, line } = gitignoreOf(output);
    const text = await readText(file);
    if (text === null || !linesOf(text).includes(line))
        return null;
    const rest = text.split(/(?<=\n)/).filter((each) => each.trim() !== line);
    if (rest.length === 0)
        await rm(file);
    else
        await replace(file, rest.join(""));
    return file;
}
/** gitignore's own special characters are escaped, so that the line means this one name. */
function ignoreLine(output) {
    return `/${(0,external_node_path_.basename)(output).replace(/[[\]!*#?]/g, "\\$&")}`;
}
function linesOf(text) {
    return text.split("\n").map((line) => line.trim());
}
async function readText(file) {
    try {
        return await (0,promises_.readFile)(file, "utf8");
    }
    catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "ENOENT")
            return null;
        throw cause;
    }
}
async function replace(file, text) {
    const temporary = `${file}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
    await (0,promises_.writeFile)(temporary, text);
    await (0,promises_.rename)(temporary, file);
}

;// CONCATENATED MODULE: ./build/store/open-stock.js







/** Failures `remote-not-supported` (of a kind that cannot be listed, that takes nothing away or that only DVC may clear), and those of opening. */
async function openStock(config, surroundings) {
    const versioned = versionedBy(config);
    if (versioned !== null)
        throw onlyDvc(config.name, versioned);
    const folder = folderOf(config.url);
    if (folder !== null)
        return folderStock(folder);
    const depot = await depotFor(config, surroundings);
    if (depot !== null && depot.page !== null && depot.remove !== undefined)
        return depotStock(depot, surroundings);
    await depot?.close();
    throw (0,kernel/* badInput */.AN)("remote-not-supported", `nothing can be cleared at remote "${config.name}"`, {
        found: config.url.replace(/:.*/s, "://"),
        expected: "a remote that lists what it holds and lets it be deleted",
        hint: "clear it where its files lie: as a folder, or by the server's other protocol (S3, WebDAV, SSH)",
    });
}
function onlyDvc(name, option) {
    return (0,kernel/* badInput */.AN)("remote-not-supported", `remote "${name}" is cloud-versioned: nothing is cleared there`, {
        found: option,
        expected: "a remote of objects",
        hint: "older versions are the bucket's to expire: a lifecycle rule for noncurrent versions does it",
    });
}
function depotStock(depot, surroundings) {
    const again = (work) => patiently(surroundings, work);
    return {
        address: depot.address,
        lanes: depot.lanes,
        batch: depot.removes ?? 1,
        list: (prefix) => again(async () => {
            const found = [];
            for await (const page of depot.list(prefix))
                found.push(...page);
            return found;
        }),
        read: async (key) => {
            const chunks = [];
            const sink = { write: (chunk) => void chunks.push(chunk) };
            return (await download({ ...surroundings, depot, key }, sink)) === null ? null : bytesOf(chunks);
        },
        write: (key, bytes) => again(() => depot.write(key, inMemory(bytes, (0,digest/* hashBytes */.yi)(bytes)))),
        remove: (keys) => again(async () => depot.remove?.(keys)),
        keeps: async () => (await depot.keeps?.()) ?? null,
        close: () => depot.close(),
    };
}

;// CONCATENATED MODULE: ./build/store/transfer-model.js
function unique(objects) {
    return [...new Map(objects.map((object) => [`${object.hash} ${object.oid}`, object])).values()];
}

;// CONCATENATED MODULE: ./build/store/push-agenda.js



/** With so few left to ask, asking is quicker than recalling. */
const FEW = 32;
const NOWHERE = "neither in the cache nor on the remote";
/** What the remote lacks of these objects and of the files of those directories that it lacks. */
async function pushAgenda(objects, options) {
    const { cache, remote, memory } = options;
    const failed = [];
    const lacking = await lackingThere(remote, objects);
    const directories = [];
    for (const { oid, hash } of lacking.filter((object) => (0,kernel/* isDirectoryOid */.ie)(object.oid))) {
        const listing = await cache.readListing(oid, hash);
        if (listing === null)
            failed.push({ oid, hash, reason: NOWHERE });
        else {
            const children = listing.map((file) => file.oid);
            directories.push({ oid, hash, children, listing: new Uint8Array(), write: true });
        }
    }
    const there = new Set(lacking.map(({ oid }) => oid));
    memory?.note(remote.address, objects.filter(({ oid }) => (0,kernel/* isDirectoryOid */.ie)(oid) && !there.has(oid)));
    const children = directories.flatMap(({ children, hash }) => children.map((oid) => ({ oid, hash })));
    const files = [
        ...lacking.filter((object) => !(0,kernel/* isDirectoryOid */.ie)(object.oid)),
        ...(await lackingThere(remote, await unseen(unique(children), options))),
    ];
    const agenda = { files: [], bytes: 0n };
    for (const [index, { oid, hash }] of unique(files).entries()) {
        const size = await cache.size(oid, hash);
        if (size === null)
            failed.push({ oid, hash, reason: NOWHERE });
        else {
            agenda.files.push({ oid, hash });
            agenda.bytes += BigInt(size);
        }
        await breathe(index);
    }
    return { ...agenda, directories, failed };
}
/** Without those that lie in a directory which was seen at the remote before and still is there. */
async function unseen(objects, { remote, memory, cache }) {
    const known = memory?.recall(remote.address) ?? [];
    if (known.length === 0 || objects.length <= FEW)
        return objects;
    const gone = await lackingThere(remote, known);
    memory?.forget(remote.address, gone);
    let left = objects;
    for (const { oid, hash } of known.filter((directory) => !gone.includes(directory))) {
        if (left.length <= FEW)
            break;
        const listed = new Set((await cache.readListing(oid, hash).catch(() => null))?.map((file) => file.oid));
        left = left.filter((object) => object.hash !== hash || !listed.has(object.oid));
    }
    return left;
}
async function lackingThere(remote, objects) {
    const lacking = [];
    for (const hash of ["md5", "md5-dos2unix"]) {
        const asked = objects.filter((object) => object.hash === hash);
        if (asked.length === 0)
            continue;
        const there = await remote.has(asked.map((object) => object.oid), hash);
        lacking.push(...asked.filter((object) => !there.has(object.oid)));
    }
    return lacking;
}

;// CONCATENATED MODULE: ./build/store/remote-memory.js




/** Directories remembered for a remote: the newest ones. */
const REMEMBERED = 64;
/**
 * Remembers which directories were seen whole at a remote. Whoever pushes a directory of which one file in a hundred thousand
 * changed then need not ask for each: an earlier one's files are there as long as its listing is, and that is one question.
 * Nothing is believed without that question. A file for each remote, replaced whole: killed at any time it is the old or the
 * new one; lost, it costs questions and nothing else.
 */
class RemoteMemory {
    #folder;
    /** `folder`: where notes about the project lie. */
    constructor(folder) {
        this.#folder = (0,external_node_path_.join)(folder, "remotes");
    }
    /** The newest first. To be asked for before they are believed. */
    recall(address) {
        try {
            const found = JSON.parse((0,external_node_fs_.readFileSync)(this.#file(address), "utf8"));
            if (typeof found !== "object" || found === null || !("address" in found) || found.address !== address)
                return [];
            if (!("directories" in found) || !Array.isArray(found.directories))
                return [];
            return found.directories.slice(0, REMEMBERED).flatMap(refOf);
        }
        catch {
            return [];
        }
    }
    note(address, seen) {
        const known = this.recall(address);
        const all = new Map([...seen, ...known].map((ref) => [textOf(ref), ref]));
        const kept = [...all.keys()].slice(0, REMEMBERED);
        if (kept.join() !== known.map(textOf).join())
            this.#write(address, kept);
    }
    /** They are there no more, or were not whole. */
    forget(address, gone) {
        const texts = new Set(gone.map(textOf));
        const known = this.recall(address).map(textOf);
        const kept = known.filter((text) => !texts.has(text));
        if (kept.length < known.length)
            this.#write(address, kept);
    }
    #write(address, directories) {
        (0,external_node_fs_.mkdirSync)(this.#folder, { recursive: true });
        const file = this.#file(address);
        const temporary = `${file}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
        (0,external_node_fs_.writeFileSync)(temporary, `${JSON.stringify({ address, directories })}\n`);
        (0,external_node_fs_.renameSync)(temporary, file);
    }
    #file(address) {
        return (0,external_node_path_.join)(this.#folder, `${(0,external_node_crypto_.createHash)("sha256").update(address).digest("hex").slice(0, 32)}.json`);
    }
}
function textOf({ hash, oid }) {
    return `${hash}:${oid}`;
}
function refOf(text) {
    const [hash, name = ""] = String(text).split(":");
    const oid = (0,kernel/* parseOid */.Se)(name);
    return oid !== null && isHash(hash) ? [{ oid, hash }] : [];
}
function isHash(text) {
    return text === "md5" || text === "md5-dos2unix";
}

// EXTERNAL MODULE: ./build/store/probe.js
var store_probe = __webpack_require__(47052);
;// CONCATENATED MODULE: ./build/store/rights.js




/** Finds out by trying, on things of its own. Null for a kind of remote on which nothing can be tried without leaving traces. */
async function remoteRights(config, surroundings) {
    const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(config.url)?.[1]?.toLowerCase() ?? null;
    if (scheme === null)
        return folderRights(config.url);
    if (scheme === "file")
        return folderRights((0,external_node_url_.fileURLToPath)(config.url));
    if (scheme !== "s3")
        return null;
    const { bucketRights } = await Promise.all(/* import() */[__webpack_require__.e(9161), __webpack_require__.e(7332)]).then(__webpack_require__.bind(__webpack_require__, 27332));
    return bucketRights(config, surroundings);
}
/** A folder that is shared: what the user may whom the job runs as. */
async function folderRights(folder) {
    const probe = (0,external_node_path_.join)(folder, store_probe/* PROBE */.vD);
    const made = await (0,promises_.mkdir)((0,external_node_path_.dirname)(probe), { recursive: true }).catch(() => null);
    const adds = await may(() => write(probe, "wx")).then((done) => done || exists(probe));
    const overwrites = adds && (await may(() => write(probe, "r+")));
    const deletes = adds && (await may(() => (0,promises_.unlink)(probe)));
    if (deletes && made !== undefined && made !== null)
        await emptied((0,external_node_path_.dirname)(probe), made);
    return { adds, overwrites, deletes, writesRuns: await canMake((0,external_node_path_.join)(folder, "runs")), keepsVersions: false };
}
async function write(path, flags) {
    const file = await (0,promises_.open)(path, flags);
    try {
        await file.write(store_probe/* PROBE_TEXT */.P3, 0);
    }
    finally {
        await file.close();
    }
}
/** Whether something could be made in a folder, or the folder itself, by the rights of the first one that is there. */
async function canMake(folder) {
    if (await exists(folder))
        return may(() => (0,promises_.access)(folder, promises_.constants.W_OK | promises_.constants.X_OK));
    return (0,external_node_path_.dirname)(folder) !== folder && canMake((0,external_node_path_.dirname)(folder));
}
/** Takes away the folders that were made for the probe, from the inside out. */
async function emptied(from, first) {
    for (let at = from; at.startsWith(first); at = (0,external_node_path_.dirname)(at))
        if (!(await may(() => (0,promises_.rmdir)(at))))
            return;
}
function exists(path) {
    return may(() => (0,promises_.access)(path));
}
function may(act) {
    return act().then(() => true, () => false);
}

;// CONCATENATED MODULE: ./build/store/same-inputs.js

/**
 * Whether two entries really had the same inputs: command, dependencies, every parameter. The run cache's key leaves out
 * whatever is called `size` or `nfiles`, so that `model.size: 1` and `model.size: 2` share it.
 */
function sameInputs(a, b) {
    return sameCommand(a, b) && sameDependencies(a.deps, b.deps) && sameParameters(a.params, b.params);
}
function sameCommand(a, b) {
    return JSON.stringify(a.cmd) === JSON.stringify(b.cmd);
}
function sameDependencies(a, b) {
    const others = new Map(b.map((dependency) => [dependency.path, dependency]));
    return (a.length === b.length &&
        a.every(({ path, oid, hash }) => {
            const other = others.get(path);
            return other !== undefined && other.oid === oid && other.hash === hash;
        }));
}
function sameParameters(a, b) {
    return a.size === b.size && [...a].every(([file, values]) => sameValues(values, b.get(file)));
}
function sameValues(a, b) {
    return b !== undefined && (0,kernel/* equalInPython */.iN)(a, b);
}

;// CONCATENATED MODULE: ./build/store/reasons.js


/** One object that is not where it was looked for. */
class Missing extends Error {
}
/**
 * Why one object could not be moved, where that is its own affair: the others go on. A remote that does not do as asked is
 * everyone's affair and surfaces, as does a bug of ours.
 */
function reasonOf(cause) {
    if (cause instanceof depot/* DepotTrouble */.y)
        throw cause;
    if (cause instanceof kernel/* Failure */.HR || cause instanceof Missing)
        return cause.message;
    if (cause instanceof Error && "code" in cause && "syscall" in cause)
        return cause.message;
    throw cause;
}

;// CONCATENATED MODULE: ./build/store/fetch-agenda.js





/** What the cache lacks of these objects and of the files of the directories among them. Their listings are read at once. */
async function fetchAgenda(objects, options) {
    const failed = [];
    const directories = [];
    const wanted = objects.filter((object) => !(0,kernel/* isDirectoryOid */.ie)(object.oid));
    for (const object of objects.filter(({ oid }) => (0,kernel/* isDirectoryOid */.ie)(oid))) {
        const directory = await describeDirectory(object, options).catch((cause) => reasonOf(cause));
        if (typeof directory === "string") {
            failed.push({ oid: object.oid, hash: object.hash, reason: directory });
            continue;
        }
        directories.push(directory);
        wanted.push(...shares(directory));
    }
    const files = [];
    for (const [index, object] of unique(wanted).entries()) {
        if (!(await options.cache.has(object.oid, object.hash)))
            files.push(object);
        await breathe(index);
    }
    return { files, directories, failed, bytes: fetch_agenda_sizeOf(files) };
}
async function describeDirectory({ oid, hash, size }, options) {
    const { cache, remote, only } = options;
    const here = await cache.readListing(oid, hash);
    const bytes = here === null ? await remote.read(oid, hash) : new Uint8Array();
    if (bytes === null)
        throw new Missing(`not on remote "${remote.name}"`);
    const listed = here ?? (0,digest/* parseListing */._S)(bytes);
    if (listed === null)
        throw new Missing("its listing is not one, or names files outside the directory");
    const children = listed.filter((file) => only === undefined || only(oid, file.relpath)).map((file) => file.oid);
    const part = size === undefined || listed.length === 0 ? size : (size * BigInt(children.length)) / BigInt(listed.length);
    return { oid, hash, size: part, children, listing: bytes, write: here === null };
}
/** A listing names no sizes: each file is taken for as large as the others. */
function shares({ children, hash, size }) {
    const count = BigInt(Math.max(1, children.length));
    return children.map((oid) => ({ oid, hash, size: size === undefined ? undefined : size / count }));
}
function fetch_agenda_sizeOf(files) {
    let sum = 0n;
    for (const { size } of files) {
        if (size === undefined)
            return null;
        sum += size;
    }
    return sum;
}

;// CONCATENATED MODULE: ./build/store/transfer.js






/** Sends to the remote what it lacks of these objects and, for directories, of their files: the files first, the listing last. */
async function push(objects, options) {
    const { cache, remote } = options;
    const send = ({ oid, hash }, moved) => remote.push(oid, cache, hash, moved);
    return carryOut(await pushAgenda(unique(objects), options), options, { file: send, directory: send });
}
/** Brings into the cache what it lacks of these objects and, for directories, of their files: the files first, the listing last. */
async function fetch(objects, options) {
    const { cache, remote, memory } = options;
    const missing = [];
    const report = await carryOut(await fetchAgenda(unique(objects), options), options, {
        file: async (object, moved) => {
            const bytes = await remote.fetch(object.oid, cache, object.hash, moved);
            if (bytes !== null)
                return bytes;
            missing.push(object);
            throw new Missing(`not on remote "${remote.name}"`);
        },
        directory: async ({ oid, hash, listing }) => {
            await cache.addBytes(listing, oid, hash);
            return BigInt(listing.length);
        },
    });
    // a listing without its files: nothing that was seen there holds any longer
    if (missing.length > 0)
        memory?.forget(remote.address, memory.recall(remote.address));
    return report;
}
async function carryOut(agenda, options, acts) {
    const writable = agenda.directories.filter((directory) => directory.write);
    const moving = new Moving(agenda, agenda.files.length + writable.length, options.progress);
    const jobs = options.jobs ?? options.remote.lanes;
    await (0,kernel/* inParallel */.HN)(agenda.files, jobs, async (object) => moving.attempt(object, (moved) => acts.file(object, moved)));
    const whole = moving.complete(writable);
    await (0,kernel/* inParallel */.HN)(writable, jobs, async (directory) => {
        if (whole.has(directory))
            await moving.attempt(directory, () => acts.directory(directory));
        else
            moving.fail(directory, "some of its files could not be moved");
    });
    const report = moving.report();
    const failed = new Set(report.failed.map(({ oid }) => oid));
    options.memory?.note(options.remote.address, agenda.directories.filter(({ oid, write }) => write && !failed.has(oid)));
    return report;
}
/** The account of a transfer: one object that fails does not stop the others. */
class Moving {
    #failed;
    #total;
    #totalBytes;
    #progress;
    #files = 0;
    #moved = 0;
    #bytes = 0n;
    /** Of objects still under way. */
    #underWay = 0;
    constructor(agenda, total, progress) {
        this.#failed = [...agenda.failed];
        this.#total = total;
        this.#totalBytes = agenda.bytes;
        this.#progress = progress;
    }
    async attempt(object, act) {
        let part = 0;
        const moved = (bytes) => {
            part += bytes;
            this.#underWay += bytes;
            this.#tell();
        };
        try {
            this.#bytes += await act(moved);
            this.#moved++;
        }
        catch (cause) {
            this.fail(object, reasonOf(cause));
        }
        this.#underWay -= part;
        this.#files++;
        this.#tell();
        await breathe(this.#files);
    }
    fail({ oid, hash }, reason) {
        this.#failed.push({ oid, hash, reason });
    }
    /** Those of which every file arrived. */
    complete(directories) {
        const failed = new Set(this.#failed.map(({ hash, oid }) => `${hash} ${oid}`));
        return new Set(directories.filter(({ children, hash }) => !children.some((oid) => failed.has(`${hash} ${oid}`))));
    }
    report() {
        return { transferred: this.#moved, bytes: this.#bytes, failed: this.#failed };
    }
    #tell() {
        this.#progress?.({
            files: this.#files,
            total: this.#total,
            bytes: this.#bytes + BigInt(this.#underWay),
            totalBytes: this.#totalBytes,
        });
    }
}

;// CONCATENATED MODULE: ./build/store/index.js

















/***/ }),

/***/ 47052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ PROBE_OBJECT),
/* harmony export */   P3: () => (/* binding */ PROBE_TEXT),
/* harmony export */   lX: () => (/* binding */ PROBE_RUN),
/* harmony export */   vD: () => (/* binding */ PROBE)
/* harmony export */ });
/** Our own object, always the same: a credential that can only add leaves it there, once. */
const PROBE = "mainline/claims/doctor/probe";
const PROBE_TEXT = "mainline doctor tried whether this credential can write here\n";
/** What stands for an object, and for a result, of everybody's. Neither is ever there. */
const PROBE_OBJECT = "files/md5/00/mainline-doctor";
const PROBE_RUN = "runs/00/mainline-doctor";


/***/ })

};
