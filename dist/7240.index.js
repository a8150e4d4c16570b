export const id = 7240;
export const ids = [7240];
export const modules = {

/***/ 87240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sy: () => (/* reexport */ Conversation),
  BZ: () => (/* reexport */ Flocks),
  Yo: () => (/* reexport */ detach),
  eF: () => (/* reexport */ run),
  PH: () => (/* reexport */ startPiped),
  Td: () => (/* reexport */ stream)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(87353);
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
    constructor(command, args, cwd, { detached = false } = {}) {
        this.#child = (0,external_node_child_process_.spawn)(command, args, { cwd, detached, stdio: "pipe" });
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
            // all of them: a program that ends at once is known by the end of the last
            holdOn(this.#child.stdout, true);
            holdOn(this.#child.stderr, true);
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
            holdOn(pipe, false);
    }
    #end(cause) {
        this.#ended ??= cause;
        for (const waiter of this.#waiting.splice(0))
            waiter.reject(this.#ended);
    }
}
/** Pipes to a child are sockets, which can stop counting as work that keeps Node alive; the stream types do not say so. */
function holdOn(pipe, on) {
    const socket = pipe;
    if (on)
        socket.ref?.();
    else
        socket.unref?.();
}

;// CONCATENATED MODULE: ./build/shell/cgi.js




/**
 * Starts a program and hands out its pipes as they are: what a CGI gateway, a played runner and SFTP need, where the end of a
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
        hold: (on) => {
            for (const each of [child, child.stdin, child.stdout, child.stderr])
                holdOn(each, on);
        },
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

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
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

;// CONCATENATED MODULE: ./build/shell/flock.js


/**
 * What the helper does, line by line: `L FILE PID` locks (`held`, `busy`, or `error …`) and writes the pid into the file as
 * DVC does, `U FILE` unlocks (`free`), `P` asks whether it is there (`ready`), `G PID` and `R PID` begin and end the watch over
 * a process group (`well`). FILE is the path's bytes in hex. It ends with its input, and not by the Ctrl-C that its parent is
 * still dealing with. Groups that are watched then have lost their parent: they get TERM, and KILL after 1.5 s.
 */
const PERL = String.raw `
use strict; use Fcntl ":flock"; $| = 1; $SIG{INT} = $SIG{TERM} = "IGNORE"; my (%held, %groups);
while (my $line = <STDIN>) {
	chomp $line; my ($do, $hex, $pid) = split / /, $line; my ($file, $handle) = (pack "H*", $hex // "");
	if ($do eq "P") { print "ready\n" }
	elsif ($do eq "G") { $groups{$hex} = 1; print "well\n" }
	elsif ($do eq "R") { delete $groups{$hex}; print "well\n" }
	elsif ($do eq "U") { delete $held{$file}; print "free\n" }
	elsif (!open($handle, "+<", $file) and !open($handle, "+>>", $file)) { print "error $!\n" }
	elsif (!flock($handle, LOCK_EX | LOCK_NB)) { print "busy\n" }
	else { seek $handle, 0, 0; truncate $handle, 0; syswrite $handle, " $pid\n"; $held{$file} = $handle; print "held\n" }
}
my @left = map { -$_ } keys %groups;
kill "TERM", @left;
for (1 .. 30) { @left = grep { kill 0, $_ } @left; last unless @left; select undef, undef, undef, 0.05 }
kill "KILL", @left;`;
const PYTHON = String.raw `
import fcntl, os, signal, sys, time
for number in (signal.SIGINT, signal.SIGTERM): signal.signal(number, signal.SIG_IGN)
held = {}
groups = set()
def told(group, number):
    try: os.killpg(group, number); return True
    except OSError: return False
for line in sys.stdin:
    do, *rest = line.split()
    if do in "GR":
        (groups.add if do == "G" else groups.discard)(int(rest[0])); print("well", flush=True); continue
    file = bytes.fromhex(rest[0]) if rest else b""
    if do == "P": print("ready", flush=True); continue
    if do == "U":
        handle = held.pop(file, None)
        if handle is not None: os.close(handle)
        print("free", flush=True); continue
    try: handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error: print("error", error.strerror, flush=True); continue
    try: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError: os.close(handle); print("busy", flush=True); continue
    os.truncate(handle, 0); os.write(handle, f" {rest[1]}\n".encode()); held[file] = handle; print("held", flush=True)
left = [group for group in groups if told(group, signal.SIGTERM)]
for _ in range(30):
    left = [group for group in left if told(group, 0)]
    if not left: break
    time.sleep(0.05)
for group in left: told(group, signal.SIGKILL)
`;
/** One of them is on every machine where git and a training are. */
const HELPERS = [
    ["perl", ["-e", PERL]],
    ["python3", ["-c", PYTHON]],
];
/**
 * Locks of flock(2), which Node cannot take itself: a helper process holds them for us, and the system frees them when we
 * die, however we die.
 */
class Flocks {
    #helper;
    constructor(helper) {
        this.#helper = helper;
    }
    /** Null where neither perl nor python3 is. */
    static async start(cwd) {
        for (const [program, args] of HELPERS) {
            // in a session of its own: who kills all of ours, leaves it to see to the rest
            const flocks = new Flocks(new Conversation(program, args, cwd, { detached: true }));
            if ((await flocks.#ask("P").catch(() => "")) === "ready")
                return flocks;
        }
        return null;
    }
    /** Makes the file when it is absent. False when somebody else holds it. Failure `lock-file` where it cannot be opened. */
    async take(file, pid) {
        const said = await this.#ask(`L ${hex(file)} ${pid}`);
        if (said === "held" || said === "busy")
            return said === "held";
        throw (0,kernel/* infrastructure */.Sv)("lock-file", `the lock file ${file} cannot be opened`, {
            at: { file },
            found: said.replace(/^error /, ""),
            expected: "a file that this user may write",
            hint: "see to its owner and permissions, then run again",
        });
    }
    async giveBack(file) {
        await this.#ask(`U ${hex(file)}`);
    }
    /** Sees to it that a process group does not outlive us, however we die; until the returned function is called. */
    watch(group) {
        void this.#ask(`G ${group}`).catch(() => "");
        return () => void this.#ask(`R ${group}`).catch(() => "");
    }
    /** Frees whatever is still held. */
    close() {
        this.#helper.close();
    }
    async #ask(line) {
        const answer = await this.#helper.ask(`${line}\n`, (buffer) => {
            const end = buffer.indexOf("\n");
            return end < 0 ? null : end + 1;
        });
        return answer.toString("utf8").trimEnd();
    }
}
function hex(file) {
    return Buffer.from(file).toString("hex");
}

// EXTERNAL MODULE: ../../../work/main/node_modules/execa/index.js + 135 modules
var execa = __webpack_require__(60103);
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

;// CONCATENATED MODULE: ./build/shell/group.js
const POLL_MS = 20;
/** Ends a whole process group, TERM first, then KILL: the leader may go at once while a child of its own, that ignores TERM, stays. */
async function endGroup(pid, graceMs) {
    if (pid === undefined)
        return;
    let isOver = false;
    const timer = setTimeout(() => {
        isOver = true;
    }, graceMs);
    let isThere = group_signalGroup(pid, "SIGTERM");
    while (isThere && !isOver) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        isThere = group_signalGroup(pid, 0);
    }
    clearTimeout(timer);
    if (isThere)
        group_signalGroup(pid, "SIGKILL");
}
/** False when the group is gone. Signal 0 only asks. */
function group_signalGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/shell/stream.js



/** How long a process group may take to end after TERM before it is killed; the whole program must be gone within two seconds. */
const GRACE_MS = 1500;
/** The same after a timeout: a training may want to write down where it was. */
const LAST_WORDS_MS = 10_000;
/** What a program wrote last may still be on its way when it is gone. */
const DRAIN_MS = 1000;
/** Longer waits are more than a timer can hold. */
const LONGEST_MS = 2 ** 31 - 1;
/**
 * Runs a program as the leader of its own process group and hands its output on as it comes. When `signal` fires, or the
 * time is over, the whole group gets TERM, then KILL: a training script's own children must not outlive it.
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
    const { nodeChildProcess } = child;
    nodeChildProcess.stdout?.on("data", (chunk) => options.onOutput(chunk));
    nodeChildProcess.stderr?.on("data", (chunk) => options.onOutput(chunk));
    const { pid } = nodeChildProcess;
    const end = stopper(pid, options);
    const over = pid === undefined ? undefined : options.onStart?.(pid);
    try {
        const result = await Promise.race([child, leaderGone(nodeChildProcess)]);
        refuseMissing(command, result);
        return { code: result.exitCode ?? 1, signal: result.signal ?? null, timedOut: end.timedOut };
    }
    finally {
        await end.settle();
        over?.();
    }
}
/** A program that ended has ended, as for DVC, although something that it left behind may hold its pipes for ever. */
async function leaderGone(child) {
    const [exitCode, signal] = await new Promise((resolve) => {
        child.once("exit", (code, name) => resolve([code, name]));
    });
    await new Promise((resolve) => {
        const timer = setTimeout(resolve, DRAIN_MS);
        child.once("close", () => {
            clearTimeout(timer);
            resolve(null);
        });
    });
    for (const pipe of [child.stdout, child.stderr])
        unrefStream(pipe);
    return { exitCode, signal, failed: false };
}
/** A pipe to a child is a socket, which can stop keeping Node alive; the stream types do not say so. */
function unrefStream(pipe) {
    pipe?.unref?.();
}
/** Ends the group when it is asked to, or when its time is over; what is asked later never makes it slower. */
function stopper(pid, { signal, timeoutMs }) {
    const stopping = [];
    const stop = (graceMs) => {
        stopping.push(endGroup(pid, graceMs));
    };
    const interrupt = () => stop(GRACE_MS);
    const state = {
        timedOut: false,
        settle: async () => {
            clearTimeout(timer);
            signal?.removeEventListener("abort", interrupt);
            await Promise.all(stopping);
        },
    };
    const timeout = () => {
        state.timedOut = true;
        stop(LAST_WORDS_MS);
    };
    const timer = timeoutMs === undefined ? undefined : setTimeout(timeout, Math.min(timeoutMs, LONGEST_MS));
    if (signal?.aborted === true)
        interrupt();
    signal?.addEventListener("abort", interrupt, { once: true });
    return state;
}

;// CONCATENATED MODULE: ./build/shell/index.js








/***/ })

};
