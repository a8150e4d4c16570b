export const id = 115;
export const ids = [115];
export const modules = {

/***/ 6115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sy: () => (/* reexport */ Conversation),
  Yo: () => (/* reexport */ detach),
  eF: () => (/* reexport */ run),
  PH: () => (/* reexport */ startPiped),
  Td: () => (/* reexport */ stream)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./build/kernel/index.js + 8 modules
var kernel = __webpack_require__(8015);
;// CONCATENATED MODULE: ./build/shell/cgi.js



/**
 * Starts a program and hands out its pipes as they are: what a CGI gateway and a played runner need, where the end of a
 * program comes long after its first bytes. Node's own `spawn`, because an early end of a reader is no error here.
 */
async function startPiped(command, args, options) {
    const child = (0,external_node_child_process_.spawn)(command, args, {
        detached: true,
        stdio: "pipe",
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        ...(options.env === undefined ? {} : { env: { ...options.env } }),
    });
    await Promise.race([(0,external_node_events_.once)(child, "spawn"), (0,external_node_events_.once)(child, "error").then(([cause]) => refuse(command, cause))]);
    // a program that ends without reading its input is its own affair
    child.stdin.on("error", () => { });
    const ended = new Promise((resolve) => {
        child.once("close", (code, signal) => resolve({ code, signal }));
    });
    return {
        stdin: child.stdin,
        stdout: child.stdout,
        stderr: child.stderr,
        ended,
        kill: (signal) => signalGroup(child.pid, signal),
    };
}
function signalGroup(pid, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, signal);
    }
    catch {
        // the group is gone already
    }
}
function refuse(command, cause) {
    throw (0,kernel/* infrastructure */.Sv)("cannot-start", `\`${command}\` could not be started`, {
        cause,
        hint: `is \`${command}\` installed and on PATH?`,
    });
}

;// CONCATENATED MODULE: ./build/shell/converse.js

/**
 * A long-lived program that is asked and answers over its standard streams (`git cat-file --batch`). It never keeps us
 * alive while nobody waits for an answer, and ends by itself when we do: its input closes.
 */
class Conversation {
    #child;
    #waiting = [];
    #chunks = [];
    #ended = null;
    constructor(command, args, cwd) {
        this.#child = (0,external_node_child_process_.spawn)(command, args, { cwd, stdio: "pipe" });
        this.#child.stdout.on("data", (chunk) => this.#take(chunk));
        this.#child.on("error", (cause) => this.#end(cause));
        this.#child.on("close", (code) => this.#end(new Error(`${command} ended with ${code}`)));
        this.#child.stdin.on("error", () => { });
        this.#child.stderr.resume();
        this.#rest();
    }
    /** Sends `request` and resolves with the answer: the first bytes for which `enough` tells a length. Answers come in order. */
    ask(request, enough) {
        if (this.#ended !== null)
            return Promise.reject(this.#ended);
        return new Promise((resolve, reject) => {
            this.#waiting.push({ enough, resolve, reject });
            this.#child.ref();
            refStream(this.#child.stdout, true);
            this.#child.stdin.write(request);
        });
    }
    close() {
        this.#child.stdin.end();
    }
    #take(chunk) {
        this.#chunks.push(chunk);
        let buffer = Buffer.concat(this.#chunks);
        for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
            const length = next.enough(buffer);
            if (length === null || buffer.length < length)
                break;
            this.#waiting.shift();
            next.resolve(Buffer.from(buffer.subarray(0, length)));
            buffer = buffer.subarray(length);
        }
        this.#chunks = buffer.length === 0 ? [] : [buffer];
        if (this.#waiting.length === 0)
            this.#rest();
    }
    #rest() {
        this.#child.unref();
        for (const pipe of [this.#child.stdin, this.#child.stdout, this.#child.stderr])
            refStream(pipe, false);
    }
    #end(cause) {
        this.#ended ??= cause;
        for (const waiter of this.#waiting.splice(0))
            waiter.reject(this.#ended);
    }
}
/** Pipes to a child are sockets, which can stop counting as work that keeps Node alive; the stream types do not say so. */
function refStream(pipe, on) {
    const socket = pipe;
    if (on)
        socket.ref?.();
    else
        socket.unref?.();
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/shell/detach.js




/**
 * Starts a process that outlives us, in a session of its own; returns its pid, which is its process group's id too.
 * Node's own `spawn`, because execa pipes a log file through us, and the pipe would break when we end.
 */
async function detach(command, args, options) {
    const log = await (0,promises_.open)(options.log, "a", 0o644);
    try {
        const child = (0,external_node_child_process_.spawn)(command, args, {
            detached: true,
            cwd: options.cwd,
            env: { ...options.env },
            stdio: ["ignore", log.fd, log.fd],
        });
        await Promise.race([
            (0,external_node_events_.once)(child, "spawn"),
            (0,external_node_events_.once)(child, "error").then(([cause]) => detach_refuse(command, options.cwd, cause)),
        ]);
        child.unref();
        if (child.pid === undefined)
            return detach_refuse(command, options.cwd, null);
        return child.pid;
    }
    finally {
        await log.close();
    }
}
function detach_refuse(command, cwd, cause) {
    throw (0,kernel/* infrastructure */.Sv)("cannot-start", `\`${command}\` could not be started in ${cwd}`, {
        cause,
        hint: `is \`${command}\` installed and on PATH?`,
    });
}

// EXTERNAL MODULE: ./node_modules/execa/index.js + 135 modules
var execa = __webpack_require__(7069);
;// CONCATENATED MODULE: ./build/shell/run.js


/** Runs a program to its end and returns what it said, whatever its exit code. A missing program is a Failure, never a code. */
async function run(command, args, options = {}) {
    const result = await (0,execa/* execa */.Ho)(command, args, {
        reject: false,
        encoding: "buffer",
        stripFinalNewline: false,
        maxBuffer: 1 << 30,
        extendEnv: options.extendEnv ?? true,
        env: { ...options.env },
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        ...(options.input === undefined ? { stdin: "ignore" } : { input: options.input }),
        ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
        ...(options.signal === undefined ? {} : { cancelSignal: options.signal, forceKillAfterDelay: 1500 }),
    });
    refuseMissing(command, result);
    const stdout = new Uint8Array(result.stdout ?? []);
    return {
        code: result.exitCode ?? 1,
        signal: result.signal ?? null,
        stdout,
        get stdoutText() {
            return new TextDecoder().decode(stdout);
        },
        stderr: new TextDecoder().decode(new Uint8Array(result.stderr ?? [])),
    };
}
/** The one way in which a program that is not installed is told. */
function refuseMissing(command, result) {
    if (!result.failed || result.code !== "ENOENT")
        return;
    throw (0,kernel/* badInput */.AN)("program-missing", `the program \`${command}\` was not found`, {
        found: "nothing of that name",
        expected: `\`${command}\` on PATH`,
        hint: `install ${command}, or run Mainline where it is installed`,
    });
}

;// CONCATENATED MODULE: ./build/shell/stream.js


/** How long a process group may take to end after TERM before it is killed; the whole program must be gone within two seconds. */
const GRACE_MS = 1500;
const POLL_MS = 20;
/**
 * Runs a program as the leader of its own process group and hands its output on as it comes. When `signal` fires the
 * whole group gets TERM, then KILL: a training script's own children must not outlive it.
 */
async function stream(command, args, options) {
    const child = (0,execa/* execa */.Ho)(command, args, {
        reject: false,
        detached: true,
        cleanup: true,
        buffer: false,
        encoding: "buffer",
        stdin: "ignore",
        env: { ...options.env },
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    child.nodeChildProcess.stdout?.on("data", (chunk) => options.onOutput(chunk));
    child.nodeChildProcess.stderr?.on("data", (chunk) => options.onOutput(chunk));
    const stopping = [];
    const stop = () => {
        if (stopping.length === 0)
            stopping.push(endGroup(child.nodeChildProcess.pid));
    };
    if (options.signal?.aborted === true)
        stop();
    options.signal?.addEventListener("abort", stop, { once: true });
    try {
        const result = await child;
        refuseMissing(command, result);
        return { code: result.exitCode ?? 1, signal: result.signal ?? null };
    }
    finally {
        options.signal?.removeEventListener("abort", stop);
        await Promise.all(stopping);
    }
}
/** Ends a whole group: the leader may go at once while a child of its own, that ignores TERM, stays. */
async function endGroup(pid) {
    if (pid === undefined)
        return;
    let isOver = false;
    const timer = setTimeout(() => {
        isOver = true;
    }, GRACE_MS);
    for (let there = stream_signalGroup(pid, "SIGTERM"); there && !isOver; there = stream_signalGroup(pid, 0)) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    clearTimeout(timer);
    stream_signalGroup(pid, "SIGKILL");
}
/** False when the group is gone. Signal 0 only asks. */
function stream_signalGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/shell/index.js







/***/ })

};
