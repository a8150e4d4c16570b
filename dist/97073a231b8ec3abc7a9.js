/**
 * What a hashing thread does, and the thread itself. This file imports `node:` modules only: the bundler copies it as
 * it is, so a relative import would dangle. The same functions serve the main thread for small amounts.
 */
import { createHash, hash, randomBytes } from "node:crypto";
import { closeSync, constants, fchmodSync, fstatSync, lstatSync, openSync, readSync, renameSync, rmSync, statSync, writeSync, } from "node:fs";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
/** Marks a thread as ours, since a test runner may itself live in a thread. */
export const THREAD_MARK = "mainline-hashing";
/** Numbers kept of one file: what it is, inode, size in bytes, modification and status change times in nanoseconds. */
export const FIELDS = 5;
/** What stands at a path. `changing`: it did not hold still while it was read. */
export const KIND = {
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
export const KEPT = { kept: 1, own: 2, left: 3, changed: 4 };
const QUIETLY = { bigint: true, throwIfNoEntry: false };
const ATTEMPTS = 3;
const BUFFER_SIZE = 1024 * 1024;
let buffer = null;
export function answer(request) {
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
export function examined(root, paths) {
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
        const stat = lstatSync(path, QUIETLY);
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
    const stat = statSync(path, QUIETLY);
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
    const fd = open(path, into);
    if (fd === null)
        return null;
    try {
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
            const before = fstatSync(fd, { bigint: true });
            note(before, into);
            if (!before.isFile())
                return null;
            const digest = digestOf(fd, Number(before.size));
            const after = fstatSync(fd, { bigint: true });
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
        closeSync(fd);
    }
}
function open(path, into) {
    try {
        return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
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
        const read = readSync(fd, buffer, 0, BUFFER_SIZE, 0);
        return hash("md5", buffer.subarray(0, read), "buffer");
    }
    const running = createHash("md5");
    for (let at = 0;;) {
        const read = readSync(fd, buffer, 0, BUFFER_SIZE, at);
        if (read === 0)
            return running.digest();
        running.update(buffer.subarray(0, read));
        at += read;
    }
}
const OBJECT_MODE = 0o444;
/** No process of ours uses a name twice: chance tells processes and threads apart, the count the files. */
const ownMark = randomBytes(6).toString("hex");
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
        const file = lstatSync(path);
        if (!file.isFile() || file.size >= BUFFER_SIZE)
            return KEPT.left;
        const isOwn = file.nlink === 1 && (file.mode & 0o777) === (0o666 & ~umask());
        const standing = isOwn ? KEPT.own : KEPT.kept;
        const there = lstatSync(target, { throwIfNoEntry: false });
        if (there !== undefined) {
            const whole = there.isFile() && there.size === file.size && (there.mode & 0o777) === OBJECT_MODE;
            return whole ? standing : KEPT.left;
        }
        const content = smallContent(path);
        if (content === null || hash("md5", content, "hex") !== digest)
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
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
        const read = readSync(fd, buffer, 0, BUFFER_SIZE, 0);
        return read < BUFFER_SIZE ? buffer.subarray(0, read) : null;
    }
    finally {
        closeSync(fd);
    }
}
/** Whole or not at all: a kill in between leaves a temporary, which nobody takes for an object. */
function installObject(target, content) {
    const temporary = `${target}.${ownMark}${(temporaries++).toString(36)}.tmp`;
    try {
        const fd = openSync(temporary, "wx", OBJECT_MODE);
        try {
            for (let at = 0; at < content.length;)
                at += writeSync(fd, content, at, content.length - at);
            // What the umask takes away would make others doubt the object.
            if ((umask() & OBJECT_MODE) !== 0)
                fchmodSync(fd, OBJECT_MODE);
        }
        finally {
            closeSync(fd);
        }
        renameSync(temporary, target);
    }
    catch (cause) {
        rmSync(temporary, { force: true });
        throw cause;
    }
}
if (!isMainThread && workerData === THREAD_MARK) {
    parentPort?.on("message", (request) => {
        const reply = answer(request);
        parentPort?.postMessage(reply, [reply.stats.buffer, reply.digests.buffer]);
    });
}
