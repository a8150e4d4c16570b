export const id = 1805;
export const ids = [1805];
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

/***/ 41805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZD: () => (/* binding */ surroundingsOf),
/* harmony export */   bl: () => (/* binding */ remoteConfig),
/* harmony export */   e1: () => (/* binding */ remoteOf),
/* harmony export */   vP: () => (/* binding */ openConfigured)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15325);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8202);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68511);




/** The remote of a name, or DVC's default one. Failures: `no-remote`, `unknown-remote`, `remote-not-supported`. */
async function remoteOf(context, config, name) {
    return openConfigured(context, remoteConfig(config, name ?? config.defaultRemote));
}
function openConfigured(context, config) {
    return (0,_store_index_js__WEBPACK_IMPORTED_MODULE_3__/* .openRemote */ .d3)(config, surroundingsOf(context));
}
function surroundingsOf({ machine, clock, progress, signal, writeOnce = false, budget, }) {
    return {
        home: machine.home,
        variables: machine.variables,
        clock,
        chance: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(2 ** 32) / 2 ** 32,
        warn: (line) => progress.warn(line),
        signal,
        writeOnce,
        ...(budget === undefined ? {} : { budget }),
    };
}
/** Failures `no-remote`, `unknown-remote`. */
function remoteConfig({ remotes }, name) {
    if (name === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("no-remote", "the project has no default remote", {
            at: { file: ".dvc/config" },
            found: "no `core.remote`",
            expected: "the name of a remote",
            hint: "dvc remote add -d NAME URL, or -r NAME",
        });
    }
    const found = remotes.get(name.toLowerCase());
    if (found !== undefined)
        return found;
    const names = [...remotes.keys()];
    const known = names.length === 0 ? "" : `the remotes are ${names.join(", ")}; `;
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_1__/* .badInput */ .AN)("unknown-remote", `there is no remote \`${name}\``, {
        at: { file: ".dvc/config" },
        found: name,
        expected: names.length === 0 ? "a remote in .dvc/config" : `one of ${names.join(", ")}`,
        hint: (0,_source_index_js__WEBPACK_IMPORTED_MODULE_2__.didYouMean)(name, names) ?? `${known}dvc remote add ${name} URL makes one`,
    });
}


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
    azure: () => Promise.all(/* import() */[__webpack_require__.e(4131), __webpack_require__.e(3878), __webpack_require__.e(4774), __webpack_require__.e(8388)]).then(__webpack_require__.bind(__webpack_require__, 68388)),
    gs: () => Promise.all(/* import() */[__webpack_require__.e(3878), __webpack_require__.e(3324), __webpack_require__.e(3923), __webpack_require__.e(3456)]).then(__webpack_require__.bind(__webpack_require__, 33456)),
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
