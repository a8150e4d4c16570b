export const id = 1496;
export const ids = [1496];
export const modules = {

/***/ 71496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Td: () => (/* reexport */ Archive),
  Git: () => (/* reexport */ Git),
  x1: () => (/* reexport */ cloneAt),
  wK: () => (/* reexport */ cloneBranch),
  SN: () => (/* reexport */ deleteBranch),
  D_: () => (/* reexport */ fetchBranch),
  nS: () => (/* reexport */ isLostOnItsWay),
  oZ: () => (/* reexport */ mergeText),
  ob: () => (/* reexport */ moveBranch)
});

// UNUSED EXPORTS: BOT, GitTree

// EXTERNAL MODULE: ./build/shell/index.js + 9 modules
var shell = __webpack_require__(69432);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/git/trouble.js
// the words of git, curl and ssh, which are English under `LC_ALL=C`
const TOO_SLOW = /Operation too slow/;
const SILENT = /timed out|connection timeout/i;
const DENIED = /(?:HTTP|returned error:) 40[13]\b|Authentication failed|could not read (?:Username|Password)|Permission denied|Host key verification failed/i;
const PASSING = [
    /(?:HTTP|returned error:) (?:429|5\d\d)\b/,
    /resolve host|name resolution/i,
    /Failed to connect|Couldn't connect|Connection (?:refused|reset|closed|was reset|died)|Network is unreachable|No route to host/i,
    /Empty reply|Recv failure|Send failure|transfer closed|stream .* not closed cleanly|RPC failed; curl/,
    /early EOF|hung up unexpectedly|unexpected disconnect|expected flush after|unexpected end of|bytes? of body are still expected/,
    /kex_exchange_identification|banner exchange|Broken pipe/,
];
function troubleOf({ stderr, timedOut }) {
    if (isOurLimit({ stderr, timedOut }) || SILENT.test(stderr))
        return "silent";
    if (DENIED.test(stderr))
        return "denied";
    return PASSING.some((words) => words.test(stderr)) ? "passing" : "other";
}
/** Whether it was ended by the limit that it was given, and not by one of the system's. */
function isOurLimit({ stderr, timedOut }) {
    return timedOut || TOO_SLOW.test(stderr);
}
/** How git tells that it moves on, and where it does what it was told. */
const PROGRESS = /^(?:remote: )?(?:Enumerating|Counting|Compressing|Writing|Receiving|Unpacking|Total|Delta compression|Cloning into|Resolving deltas|Updating|From |POST git-)/;
const LAST_WORDS = 4;
/** What git said last, without how it moved on. */
function wordsOf({ stderr }) {
    const lines = stderr.split(/[\r\n]/).map((line) => line.trim());
    return lines
        .filter((line) => line !== "" && !PROGRESS.test(line))
        .slice(-LAST_WORDS)
        .join("; ");
}

;// CONCATENATED MODULE: ./build/git/command.js



/** Settings that make git's answers the same everywhere and keep a repository's own configuration from running programs. */
const SETTINGS = [
    "core.quotePath=false",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "advice.detachedHead=false",
];
const ALWAYS = SETTINGS.flatMap((setting) => ["-c", setting]);
const GIT_ENV = { LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", GIT_PAGER: "cat" };
/** For `git fetch`: with `fetch.prune` set, as many have it, it would delete every tag that the remote has not, ours that wait among them. */
const NO_PRUNE = "--no-prune";
/** Runs git in `cwd` and returns whatever it answered. */
function git(cwd, args, options = {}) {
    return (0,shell/* run */.eF)("git", [...ALWAYS, ...args], { ...options, cwd, env: { ...GIT_ENV, ...options.env } });
}
/** Runs git and returns its standard output without the last line break; a non-zero exit is a Failure with git's own words. */
async function gitText(cwd, args, options = {}) {
    const result = await git(cwd, args, options);
    if (result.code !== 0)
        throw gitFailed(args, result);
    return result.stdoutText.replace(/\n$/, "");
}
function gitFailed(args, result) {
    return (0,kernel/* infrastructure */.Sv)("git-failed", `git ${args[0] ?? ""} failed: ${redactUrl(wordsOf(result))}`, {
        hint: "run the same git command by hand to see more",
    });
}
/** Credentials in a remote's URL must never reach a log. */
function redactUrl(text) {
    return text.replace(/(https?:\/\/)[^/@\s]+@/g, "$1***@");
}

;// CONCATENATED MODULE: ./build/git/files.js

async function workFiles(root) {
    const [tracked, untracked] = await Promise.all([
        gitText(root, ["ls-files", "-z"]),
        gitText(root, ["ls-files", "-z", "--others", "--exclude-standard", "--directory", "--no-empty-directory"]),
    ]);
    return { tracked: namesIn(tracked), untracked: namesIn(untracked) };
}
/** So many paths fit into one command line, whatever their length, and are quickly told apart. */
const FEW = 100;
/** Which of the paths git ignores; tracked ones never are. */
async function ignoredOf(root, paths) {
    if (paths.length === 0)
        return new Set();
    const result = await git(root, ["check-ignore", "-z", "--stdin"], { input: paths.join("\0") });
    if (result.code > 1)
        throw gitFailed(["check-ignore"], result);
    return new Set(namesIn(result.stdoutText));
}
/** Which of the paths git tracks; a folder counts when a file below it is tracked. */
async function trackedOf(root, paths) {
    if (paths.length === 0)
        return new Set();
    const few = paths.length <= FEW;
    const asked = few ? ["--", ...paths.map((path) => `:(literal)${path}`)] : [];
    const found = namesIn(await gitText(root, ["ls-files", "-z", ...asked]));
    // git holds every path against every file
    return new Set(few ? found : below(found, new Set(paths)));
}
/** The files that are one of the paths, or lie below one. */
function below(files, paths) {
    return files.filter((file) => {
        for (let end = file.length; end > 0; end = file.lastIndexOf("/", end - 1)) {
            if (paths.has(file.slice(0, end)))
                return true;
        }
        return false;
    });
}
function namesIn(text) {
    return text.split("\0").filter((path) => path !== "");
}
async function recordFiles(worktree) {
    const patterns = ["*.dvc", "dvc.lock", "*/dvc.lock", "Dvcfile", "*/Dvcfile"];
    const [there, staged] = await Promise.all([
        gitText(worktree, ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...patterns]),
        gitText(worktree, ["ls-files", "-z", "--stage", "--", ...patterns]),
    ]);
    const entries = namesIn(staged).map((line) => /^100\d{3} ([0-9a-f]+) \d\t(.*)$/s.exec(line) ?? []);
    return {
        paths: [...new Set(namesIn(there))],
        staged: entries.flatMap(([, blob, path]) => (blob === undefined || path === undefined ? [] : [{ path, blob }])),
    };
}

;// CONCATENATED MODULE: ./build/git/named-files.js

/**
 * Finds files by name in many commits. A folder that is the same in a hundred commits is looked into once, so that a long history costs
 * what changed in it.
 */
class NamedFiles {
    #objects;
    #wanted;
    #seen = new Set();
    /** `objects`: `git cat-file --batch`. */
    constructor(objects, wanted) {
        this.#objects = objects;
        this.#wanted = wanted;
    }
    /** Those of the commit that were in none before, each path with each content once. */
    async in(commit) {
        const found = [];
        const ahead = [{ tree: `${commit}^{tree}`, folder: "." }];
        for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
            for (const { mode, name, object } of await this.#tree(next.tree)) {
                const path = (0,kernel/* joinPath */.uJ)(next.folder, name);
                if (mode !== "40000" && (mode === "160000" || !this.#wanted(name)))
                    continue;
                if (this.#seen.has(`${object} ${path}`))
                    continue;
                this.#seen.add(`${object} ${path}`);
                if (mode === "40000")
                    ahead.push({ tree: object, folder: path });
                else
                    found.push({ path, blob: object, link: mode === "120000", commit });
            }
        }
        return found;
    }
    /** The content of a blob. Failure `git-object-missing`. */
    async read(blob) {
        return (await readObject(this.#objects, blob)).bytes;
    }
    /** Whether a commit has files below a path, which counts from the git root. */
    async isFolder(commit, path) {
        if (path.includes("\n"))
            return false;
        return (await askObject(this.#objects, `${commit}:${path}`)).object?.type === "tree";
    }
    async #tree(name) {
        return entriesOf(await readObject(this.#objects, name));
    }
}
/** Git's tree object: `<mode> <name>\0<id in bytes>`, again and again. The id's length is that of the repository's hash. */
function entriesOf({ id, bytes }) {
    const idLength = id.length / 2;
    const entries = [];
    for (let at = 0; at < bytes.length;) {
        const space = bytes.indexOf(0x20, at);
        const end = bytes.indexOf(0, space);
        const object = bytes.subarray(end + 1, end + 1 + idLength).toString("hex");
        entries.push({ mode: bytes.toString("latin1", at, space), name: bytes.toString("utf8", space + 1, end), object });
        at = end + 1 + idLength;
    }
    return entries;
}
/** `<id> <type> <size>\n<bytes>\n`, or `<name> missing\n`. */
async function askObject(objects, name) {
    const answer = await objects.ask(`${name}\n`, (buffer) => {
        const end = buffer.indexOf(10);
        if (end < 0)
            return null;
        const size = Number(HEAD.exec(buffer.toString("latin1", 0, end))?.[3] ?? Number.NaN);
        return Number.isNaN(size) ? end + 1 : end + 1 + size + 1;
    });
    const end = answer.indexOf(10);
    const said = answer.toString("latin1", 0, end);
    const [, id, type] = HEAD.exec(said) ?? [];
    return {
        said,
        object: id === undefined || type === undefined ? null : { id, type, bytes: answer.subarray(end + 1, -1) },
    };
}
const HEAD = /^([0-9a-f]+) ([a-z]+) (\d+)$/;
async function readObject(objects, name) {
    const { said, object } = await askObject(objects, name);
    if (object !== null)
        return object;
    throw (0,kernel/* infrastructure */.Sv)("git-object-missing", `git has lost the object ${name} of this repository`, {
        found: said,
        hint: "`git fsck` says what is amiss; a fresh clone has it again",
    });
}

;// CONCATENATED MODULE: ./build/git/line.js

/** Seconds without a byte, over the web. */
const WEB_PATIENCE = 120;
/** Seconds without a word of git elsewhere: it has nothing to say while the other side works, or while it asks for a passphrase. */
const PATIENCE = 300;
/** Bytes a second that are no silence. */
const SLOWEST = 1;
/** Few objects are unpacked without a word of how it goes on; as a pack, they are counted as they come. */
const TELLING = ["-c", "fetch.unpackLimit=1"];
/** A server that accepts a connection and falls silent must not hold a job for ever. What the user's own settings say of that counts. */
async function lineTo(root, remote) {
    const [address, asked] = await Promise.all([addressOf(root, remote), limits(root)]);
    const host = hostOf(address);
    if (/^https?:/i.test(address)) {
        const { lowspeedtime: patience = WEB_PATIENCE, lowspeedlimit: slowest = SLOWEST } = asked;
        const settings = ["-c", `http.lowSpeedTime=${patience}`, "-c", `http.lowSpeedLimit=${slowest}`];
        return { host, patience, settings };
    }
    const { lowspeedtime: patience = PATIENCE } = asked;
    const isWatched = patience > 0 && host !== address;
    return { host, patience, ...(isWatched ? { settings: TELLING, silenceMs: patience * 1000 } : { settings: [] }) };
}
/** With the nicknames of git's settings (`url.….insteadOf`) read. */
async function addressOf(root, remote) {
    const { code, stdoutText } = await git(root, ["ls-remote", "--get-url", "--", remote]);
    return code === 0 ? stdoutText.trim() : remote;
}
async function limits(root) {
    const { stdoutText } = await git(root, ["config", "--type=int", "--get-regexp", "^http\\.lowspeed(time|limit)$"]);
    const lines = stdoutText.split("\n").map((line) => /^http\.(\w+) (\d+)$/.exec(line));
    return Object.fromEntries(lines.flatMap((line) => (line === null ? [] : [[line[1], Number(line[2])]])));
}
/** `ssh://git@host:22/x` and `git@host:x` alike; without the user, who may be a token. */
function hostOf(address) {
    const [, url] = /^(?!file:)[a-z][a-z0-9+.-]*:\/\/(?:[^/]*@)?([^/]+)/i.exec(address) ?? [];
    const [, short] = /^(?:[^/@]*@)?([^/:]+):(?!:)/.exec(address) ?? [];
    return url ?? short ?? address;
}

;// CONCATENATED MODULE: ./build/git/talk.js




/** Tries in all, by what went wrong. What was silent took long each time. */
const TRIES = { silent: 2, passing: 3, denied: 1, other: 1 };
const FIRST_WAIT_MS = 500;
/**
 * Asks another machine, and again where that may help; what git wrote to its standard output, without the last line break. Failures
 * `git-silent`, `git-unreachable`, `git-denied`, `git-failed`.
 */
async function ask(here, talk) {
    const line = await lineTo(here.root, talk.to);
    for (let tries = 1;; tries++) {
        const result = await spoken(here, talk, line);
        if (result.code === 0)
            return result.stdoutText.replace(/\n$/, "");
        const trouble = troubleOf(result);
        if (tries >= TRIES[trouble] || signalOf(here, talk)?.aborted === true)
            throw failureOf(`git could not get ${talk.about} from ${line.host}`, { trouble, result, line, tries });
        await kernel/* systemClock */.ml.sleep(FIRST_WAIT_MS * 3 ** (tries - 1));
    }
}
/** Sends something to another machine, once: whether an answer was lost on its way, or the push, only a look there can tell. */
async function send(here, talk) {
    const line = await lineTo(here.root, talk.to);
    const result = await spoken(here, talk, line);
    const about = { trouble: troubleOf(result), result, line, tries: 1 };
    return { result, failure: () => failureOf(`git could not send ${talk.about} to ${line.host}`, about) };
}
/** Where nobody counts what comes over the line, git has to tell that it moves on. */
function spoken(here, talk, line) {
    const [verb = "", ...rest] = talk.args;
    const asItIs = line.silenceMs === undefined || verb === "ls-remote";
    const args = asItIs ? [verb, ...rest] : [verb, "--progress", ...rest.filter((word) => word !== "--quiet")];
    const about = { ...talk.options, signal: signalOf(here, talk), silenceMs: line.silenceMs };
    return git(here.root, [...line.settings, ...args], about);
}
function signalOf(here, { options }) {
    return options?.signal ?? here.signal;
}
/** Whether it was lost on its way, there or back: what was sent may have been taken all the same. */
function isLostOnItsWay(cause) {
    return cause instanceof kernel/* Failure */.HR && (cause.code === CODES.silent || cause.code === CODES.passing);
}
const CODES = { silent: "git-silent", passing: "git-unreachable", denied: "git-denied", other: "git-failed" };
const AGAIN = "see to the network, the proxy and whoever runs that host, then run again: what is done already is not done twice";
const HINTS = {
    silent: AGAIN,
    passing: AGAIN,
    denied: "see to what git logs in by there: it is missing, it has ended, or it may not do this",
    other: "run the same git command by hand to see more",
};
function failureOf(lead, { trouble, result, line, tries }) {
    const said = isOurLimit(result) ? `no answer for ${line.patience} s` : redactUrl(wordsOf(result));
    const tried = tries === 1 ? "" : ` (tried ${tries} times)`;
    return (0,kernel/* infrastructure */.Sv)(CODES[trouble], `${lead}: ${said}${tried}`, { hint: HINTS[trouble] });
}

;// CONCATENATED MODULE: ./build/git/refs.js


/** `git replace` and grafts show this clone another history than all others have. */
const AS_WRITTEN = "--no-replace-objects";
const NO_GRAFTS = { GIT_GRAFT_FILE: "/dev/null" };
/** Everything that git knows by a name: branches, those of remotes, tags, stashes, DVC's experiments. What names no commit is left out. */
async function allRefs(root) {
    const names = lines(await gitText(root, ["for-each-ref", "--format=%(refname)"]));
    const found = await commitsOf(root, names);
    return names.flatMap((name, index) => {
        const commit = found[index] ?? null;
        return commit === null ? [] : [{ name, commit }];
    });
}
/** The commits that names or ids come to, through tags; null for what is none, or is not here. */
async function commitsOf(root, names) {
    const input = names.map((name) => `${name}^{commit}\n`).join("");
    const args = [AS_WRITTEN, "cat-file", "--batch-check=%(objectname) %(objecttype)"];
    const found = (await gitText(root, args, { input })).split("\n");
    return names.map((_, index) => {
        const [commit = "", type] = (found[index] ?? "").split(" ");
        return type === "commit" ? commit : null;
    });
}
/** Working trees whose folder is still there. */
async function worktrees(root) {
    const blocks = (await gitText(root, ["worktree", "list", "--porcelain", "-z"])).split("\0\0");
    return blocks.flatMap((block) => {
        const fields = block.split("\0");
        const value = (key) => fields.find((field) => field.startsWith(`${key} `))?.slice(key.length + 1);
        const path = value("worktree");
        const head = value("HEAD") ?? "";
        const gone = fields.some((field) => field === "bare" || field.startsWith("prunable"));
        return path === undefined || gone ? [] : [{ path, head: /^0*$/.test(head) ? null : head }];
    });
}
/** What refs of this clone were moved away from, and every stash: what somebody may still want to go back to. */
async function leftBehind(root) {
    const text = await gitText(root, ["log", "-g", "--all", "--no-show-signature", "--format=%H %gd", "--date=unix"]);
    return lines(text).map((line) => {
        const [commit = "", selector = ""] = line.split(" ");
        const seconds = /@\{(\d+)\}$/.exec(selector)?.[1];
        const stash = selector.startsWith("stash@") || seconds === undefined;
        return { commit, at: stash ? null : new Date(Number(seconds) * 1000) };
    });
}
/** All commits that can be reached from some, in no order that means something. */
async function historyOf(root, commits) {
    if (commits.length === 0)
        return [];
    const input = commits.map((commit) => `${commit}\n`).join("");
    const args = [AS_WRITTEN, "rev-list", "--timestamp", "--parents", "--stdin"];
    const text = await gitText(root, args, { input, env: NO_GRAFTS });
    return lines(text).map((line) => {
        const [seconds = "0", id = "", ...parents] = line.split(" ");
        return { id, time: new Date(Number(seconds) * 1000), parents };
    });
}
/** Brings in all of a remote's branches and tags. A local tag that the remote names otherwise is replaced: the remote is the record. */
async function fetchAll(root, remote) {
    const refspecs = ["+refs/tags/*:refs/tags/*", `+refs/heads/*:refs/remotes/${remote}/*`];
    const args = ["fetch", "--quiet", "--force", NO_PRUNE, "--no-recurse-submodules", remote, ...refspecs];
    await ask({ root }, { to: remote, about: "branches and tags", args });
}
/** All refs that the remote offers; nothing is brought in. */
async function offered(root, remote) {
    const args = ["ls-remote", "--quiet", "--refs", remote];
    const text = await ask({ root }, { to: remote, about: "the list of its refs", args });
    return lines(text).map((line) => {
        const [object = "", name = ""] = line.split("\t");
        return { name, object };
    });
}
/** So many refs are asked for at a time. */
const REFS_AT_ONCE = 200;
/** Brings in what some refs of the remote name and is not here, without a ref of ours for it. */
async function fetchRefs(root, remote, refs) {
    const input = refs.map(({ object }) => `${object}\n`).join("");
    const there = lines(await gitText(root, ["cat-file", "--batch-check"], { input }));
    const lacking = refs.filter((_, index) => there[index]?.endsWith(" missing") === true).map(({ name }) => name);
    for (let at = 0; at < lacking.length; at += REFS_AT_ONCE) {
        const some = lacking.slice(at, at + REFS_AT_ONCE);
        const args = ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", remote, ...some];
        await ask({ root }, { to: remote, about: "refs", args });
    }
}
function lines(text) {
    return text.split("\n").filter((line) => line !== "");
}

;// CONCATENATED MODULE: ./build/git/archive.js




/** All that a repository knows, for whoever has to look at everything in it. */
class Archive {
    /** Absolute path of a working tree's top folder. */
    root;
    #objects = null;
    constructor(root) {
        this.root = root;
    }
    /** Everything that git knows by a name and that is, or names, a commit. */
    refs() {
        return allRefs(this.root);
    }
    worktrees() {
        return worktrees(this.root);
    }
    /** Commits that refs of this clone were moved away from, and every stash. */
    leftBehind() {
        return leftBehind(this.root);
    }
    /** All commits that can be reached from some. */
    historyOf(commits) {
        return historyOf(this.root, commits);
    }
    /** Brings in all branches and tags of a remote. */
    fetchAll(remote) {
        return fetchAll(this.root, remote);
    }
    /** All refs that the remote offers; nothing is brought in. */
    offered(remote) {
        return offered(this.root, remote);
    }
    /** The commits that some objects come to, through tags of tags; what is none is left out. */
    async commitsOf(objects) {
        return (await commitsOf(this.root, objects)).flatMap((commit) => commit ?? []);
    }
    /** Brings in what some refs of the remote name. */
    fetchRefs(remote, refs) {
        return fetchRefs(this.root, remote, refs);
    }
    /** Finds files by name in many commits. */
    namedFiles(wanted) {
        this.#objects ??= new shell/* Conversation */.sy("git", [AS_WRITTEN, "cat-file", "--batch"], this.root);
        return new NamedFiles(this.#objects, wanted);
    }
    /** DVC's files of a working tree, committed or not: where they lie, and what the index holds of them. */
    recordFiles(worktree) {
        return recordFiles(worktree);
    }
    /** Ends the helper process, if one was started. */
    close() {
        this.#objects?.close();
        this.#objects = null;
    }
}

;// CONCATENATED MODULE: ./build/git/branch-elsewhere.js



/**
 * A clone of the branch's newest commit, without a working copy, in a folder that is made. `from`: the folder that a relative
 * address counts from. Failures as of `ask`.
 */
async function cloneBranch(from, of) {
    if (of.url.startsWith("-") || /^[a-z0-9]+::/i.test(of.url)) {
        throw (0,kernel/* infrastructure */.Sv)("git-failed", `${of.url} is not the address of a repository`);
    }
    const args = ["clone", "--quiet", "--no-checkout", "--depth=1", "--single-branch", `--branch=${of.branch}`];
    const clone = [...args, "--no-recurse-submodules", "--", of.url, of.folder];
    await ask({ root: from }, { to: of.url, about: `branch ${of.branch}`, args: clone, options: optionsOf(of) });
}
/** Moves the branch there from one commit (empty: it must not be there) to the next; false when it is not at that commit any more. */
async function moveBranch(root, move) {
    const ref = `refs/heads/${move.branch}`;
    const push = ["push", "--porcelain", `--force-with-lease=${ref}:${move.from}`, "origin", `${move.to}:${ref}`];
    const about = `branch ${move.branch}`;
    const { result, failure } = await send({ root }, { to: "origin", about, args: push, options: optionsOf(move) });
    if (result.code === 0)
        return true;
    const cause = failure();
    const isRace = RACE.test(`${result.stdoutText}\n${result.stderr}`);
    // the answer may be lost after the push was taken; then curl sends it again by itself, and is refused
    const isDoubtful = isRace || isLostOnItsWay(cause);
    if (isDoubtful && (await tipElsewhere(root, move).catch(() => null)) === move.to)
        return true;
    if (isRace)
        return false;
    throw cause;
}
/** Somebody was faster, before our push or during it. */
const RACE = /stale info|fetch first|non-fast-forward|already exists|cannot lock ref|failed to update ref/;
/** The newest commit of a branch there; null where there is no such branch. */
async function tipElsewhere(root, of) {
    const args = ["ls-remote", "origin", `refs/heads/${of.branch}`];
    const listing = await ask({ root }, { to: "origin", about: `branch ${of.branch}`, args, options: optionsOf(of) });
    return listing.split("\t")[0] || null;
}
/** The newest commit of another branch there, which is fetched; null where there is no such branch. */
async function fetchBranch(root, of) {
    const id = await tipElsewhere(root, of);
    if (id === null)
        return null;
    const args = ["fetch", "--quiet", "--depth=1", NO_PRUNE, "--no-tags", "origin", id];
    await ask({ root }, { to: "origin", about: `branch ${of.branch}`, args, options: optionsOf(of) });
    return id;
}
/** Takes a branch there away, if it is where it was read. */
async function deleteBranch(root, of) {
    const ref = `refs/heads/${of.branch}`;
    const args = ["push", "--porcelain", `--force-with-lease=${ref}:${of.from}`, "origin", `:${ref}`];
    const about = `the end of branch ${of.branch}`;
    const { result, failure } = await send({ root }, { to: "origin", about, args, options: optionsOf(of) });
    if (result.code !== 0 && !/stale info|remote ref does not exist/.test(`${result.stdoutText}\n${result.stderr}`)) {
        throw failure();
    }
}
/** The token travels in the environment: arguments are seen by everybody on the machine. */
function optionsOf({ signal, login }) {
    return { ...(login === undefined ? {} : { env: loginFor(login) }), ...(signal === undefined ? {} : { signal }) };
}
function loginFor({ origin, token }) {
    const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
    return {
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: `http.${origin}/.extraHeader`,
        GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
    };
}

;// CONCATENATED MODULE: ./build/git/clone.js



/** A working copy of another repository as it was at a commit. `from`: the folder that a relative address counts from. */
async function cloneAt(from, { url, commit, folder }) {
    if (!/^[0-9a-f]{40,64}$/.test(commit) || url.startsWith("-")) {
        throw (0,kernel/* badInput */.AN)("import-invalid", `${url} at ${commit} is no repository at a commit`, {
            found: commit,
            expected: "a full commit id under `rev_lock`",
        });
    }
    const clone = ["clone", "--quiet", "--no-checkout", "--no-recurse-submodules", "--", url, folder];
    await ask({ root: from }, { to: url, about: "a clone", args: clone });
    const checkout = ["checkout", "--quiet", "--detach", commit];
    const result = await git(folder, checkout);
    if (result.code !== 0)
        throw gitFailed(checkout, result);
}

;// CONCATENATED MODULE: ./build/git/identity.js

/** Who signs tags and commits where git knows nobody (a bare runner). The address is GitHub's own for its Actions bot. */
const BOT = { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" };
/** Variables that give git a committer where it has none of its own; empty where it has. */
async function identityEnv(root) {
    const known = await git(root, ["-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT"]);
    if (known.code === 0)
        return {};
    return {
        GIT_COMMITTER_NAME: BOT.name,
        GIT_COMMITTER_EMAIL: BOT.email,
        GIT_AUTHOR_NAME: BOT.name,
        GIT_AUTHOR_EMAIL: BOT.email,
    };
}

;// CONCATENATED MODULE: ./build/git/merge-file.js


/** Git's own merge of texts, line by line; conflicts stand between markers. Failure `git-failed` for files that are no text. */
async function mergeText(cwd, { ours, base, theirs }, markerSize) {
    const labels = ["-L", "ours", "-L", "base", "-L", "theirs"];
    const result = await git(cwd, ["merge-file", "-p", `--marker-size=${markerSize}`, ...labels, ours, base, theirs]);
    // the number of conflicts, at most 127; above that it went wrong
    if (result.code <= 127)
        return { text: result.stdoutText, conflicts: result.code };
    throw (0,kernel/* infrastructure */.Sv)("git-failed", `git merge-file failed: ${result.stderr.trim()}`, {
        hint: "run the same git command by hand to see more",
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/git/commit.js





async function commitInfo(root, commit) {
    const text = await gitText(root, ["show", "--no-patch", "--format=%H%x00%T%x00%P%x00%ct%x00%an%x00%s%x00%b", commit]);
    const [id = "", tree = "", parents = "", seconds = "0", author = "", subject = "", body = ""] = text.split("\0");
    return {
        id,
        tree,
        parents: parents.split(" ").filter((parent) => parent !== ""),
        time: new Date(Number(seconds) * 1000),
        author,
        subject,
        body,
    };
}
/** The newest commit that `to` has and `from` has not, and that changed a file; null where none did. */
async function lastChange(root, { from, to, path }) {
    const commit = await gitText(root, ["rev-list", "-1", `${from}..${to}`, "--", `:(literal,top)${path}`]);
    return commit === "" ? null : commitInfo(root, commit);
}
/**
 * A commit beside the branch: no ref moves, no working tree is touched. Author, committer and dates are fixed by the
 * arguments, so that the same content gives the same commit id on every machine and in every attempt.
 */
async function commitBeside(root, commit) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "mainline-index-"));
    const env = { GIT_INDEX_FILE: (0,external_node_path_.join)(folder, "index") };
    try {
        await gitText(root, ["read-tree", commit.parent], { env });
        for (const [path, bytes] of commit.changes) {
            const object = await gitText(root, ["hash-object", "-w", "--stdin"], { input: bytes });
            await gitText(root, ["update-index", "--add", "--cacheinfo", `100644,${object},${path}`], { env });
        }
        const tree = await gitText(root, ["write-tree"], { env });
        return await gitText(root, ["commit-tree", tree, "-p", commit.parent], {
            env: signature(commit.at),
            input: `${commit.message}\n`,
        });
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** Author, committer and their dates, fixed: the same commit in every attempt. */
function signature(at) {
    const date = `@${Math.floor(at.getTime() / 1000)} +0000`;
    return {
        GIT_AUTHOR_NAME: BOT.name,
        GIT_AUTHOR_EMAIL: BOT.email,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: BOT.name,
        GIT_COMMITTER_EMAIL: BOT.email,
        GIT_COMMITTER_DATE: date,
    };
}

;// CONCATENATED MODULE: ./build/git/fetch.js


/** The parents that a commit itself names: in a shallow clone too, where git's own answers hide them. */
async function writtenParents(root, commit) {
    const text = await gitText(root, ["cat-file", "commit", commit]);
    const head = text.slice(0, text.indexOf("\n\n") + 1);
    return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = ""]) => parent);
}
/** Brings one commit in from a remote, its tree but not its history. Nothing is done where it is there. */
async function fetchCommit(here, remote, commit) {
    if ((await git(here.root, ["cat-file", "-e", `${commit}^{tree}`])).code === 0)
        return;
    // only in a clone that is shallow already: `--depth` would make a whole one shallow
    const shallow = (await gitText(here.root, ["rev-parse", "--is-shallow-repository"])) === "true";
    const depth = shallow ? ["--depth=1"] : [];
    const args = ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", ...depth, remote, commit];
    await ask(here, { to: remote, about: `commit ${commit}`, args });
}

;// CONCATENATED MODULE: ./build/git/first-parents.js

/** The line of a branch back from a commit, newest first, as far as this clone has it. */
async function firstParents(root, commit, { most, paths }) {
    const only = paths === undefined ? [] : ["--", ...paths.map((path) => `:(literal,top)${path}`)];
    const text = await gitText(root, ["rev-list", "--first-parent", `--max-count=${most}`, commit, ...only]);
    return text.split("\n").filter((id) => id !== "");
}
/** Commit → its first parent, of those that this clone has and that have one. */
async function firstParentOf(root, commits) {
    if (commits.length === 0)
        return new Map();
    const text = await gitText(root, ["rev-list", "--no-walk=unsorted", "--parents", "--ignore-missing", ...commits]);
    return new Map(text.split("\n").flatMap((line) => {
        const [commit, parent] = line.split(" ");
        return commit === undefined || parent === undefined ? [] : [[commit, parent]];
    }));
}

;// CONCATENATED MODULE: ./build/git/history.js




/** What commits say, and how they follow each other. */
class History {
    /** Null where the two share no history in this clone. */
    async mergeBase(a, b) {
        const result = await git(this.root, ["merge-base", a, b]);
        return result.code === 0 ? result.stdoutText.trim() : null;
    }
    /** How many commits `to` has that `from` has not. */
    async commitsBetween(from, to) {
        return Number(await gitText(this.root, ["rev-list", "--count", `${from}..${to}`]));
    }
    /** The newest commits that `to` has and `from` has not, newest first; `along`: of one line only, what was merged into it left out. */
    async newestCommits(of) {
        const line = of.along === true ? ["--first-parent"] : [];
        const text = await gitText(this.root, ["rev-list", ...line, `--max-count=${of.most}`, `${of.from}..${of.to}`]);
        return text.split("\n").filter((line) => line !== "");
    }
    /** The messages of the newest commits that `to` has and `from` has not, newest first. */
    async messages(of) {
        const range = [`--max-count=${of.most}`, `${of.from}..${of.to}`];
        return (await gitText(this.root, ["log", "--format=%B%x00", ...range])).split("\0");
    }
    /** Paths that differ between two commits, relative to the git root, both names of a renamed file included. */
    async changedFiles(a, b) {
        const text = await gitText(this.root, ["diff", "--name-only", "--no-renames", "-z", a, b]);
        return text.split("\0").filter((path) => path !== "");
    }
    /** Files of a commit, in all of it, whose path ends so; sorted as git sorts. */
    async filesEnding(commit, end) {
        const text = await gitText(this.root, ["ls-tree", "-r", "-z", "--full-tree", "--name-only", commit]);
        return text.split("\0").filter((path) => path === end || path.endsWith(`/${end}`));
    }
    commitInfo(commit) {
        return commitInfo(this.root, commit);
    }
    /** The newest commit of `from..to` that changed a file (relative to the git root); null where none did. */
    lastChange(change) {
        return lastChange(this.root, change);
    }
    /** The line of a branch back from a commit, newest first, as far as this clone has it. */
    firstParents(commit, walk) {
        return firstParents(this.root, commit, walk);
    }
    /** Commit → its first parent, of those that this clone has. */
    firstParentOf(commits) {
        return firstParentOf(this.root, commits);
    }
    /** The parents that the commit names, whether this clone has them or not. */
    writtenParents(commit) {
        return writtenParents(this.root, commit);
    }
}

;// CONCATENATED MODULE: ./build/git/merge-trees.js






/** Git's own way, for a clone whose `.gitattributes` names a driver that others, GitHub among them, do not have. */
const BY_LINES = "git merge-file --marker-size=%L %A %O %B";
/**
 * Merges two commits without touching a branch, the index or a file; with `driver` null as GitHub does, which runs no
 * drivers. Null where git (before 2.38) cannot, and for
 * histories that share nothing.
 */
async function mergeTrees(root, { ours, theirs }, driver) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "mainline-attributes-"));
    const attributes = (0,external_node_path_.join)(folder, "attributes");
    // what a driver says on its standard output would stand in the midst of git's answer
    const settings = [`merge.mainline.driver=${driver?.command ?? BY_LINES} >&2`, `core.attributesFile=${attributes}`];
    const args = ["merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", ours, theirs];
    try {
        await (0,promises_.writeFile)(attributes, `${(driver?.attributes ?? []).join("\n")}\n`);
        const result = await git(root, [...settings.flatMap((setting) => ["-c", setting]), ...args]);
        if (result.code === 129 || result.stderr.includes("unrelated histories"))
            return null;
        if (result.code > 1)
            throw gitFailed(args, result);
        const [tree = "", ...conflicts] = result.stdoutText.split("\0").filter((part) => part !== "");
        return { tree, conflicts };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** A merge commit that no ref names yet. Its id depends on the arguments alone. */
function commitMerge(root, { tree, parents, message, at }) {
    const [first, second] = parents;
    return gitText(root, ["commit-tree", tree, "-p", first, "-p", second], {
        env: signature(at),
        input: `${message}\n`,
    });
}
/** Makes a ref of the remote name a commit, whatever it named before. */
async function pushRef(root, remote, commit, ref) {
    const args = ["push", "--quiet", "--no-verify", remote, `+${commit}:${ref}`];
    const { result, failure } = await send({ root }, { to: remote, about: ref, args });
    if (result.code !== 0)
        throw failure();
}

;// CONCATENATED MODULE: ./build/git/not-usable.js

/** Why git does not take a folder for a repository, by what it said, and what to do. */
function notUsable(directory, stderr) {
    if (stderr.includes("dubious ownership")) {
        return (0,kernel/* badInput */.AN)("git-unsafe-owner", `git does not trust ${directory}: another user owns it`, {
            found: "a folder of another user",
            expected: "a folder of your own, or one that git is told to trust",
            hint: `git config --global --add safe.directory ${directory}`,
        });
    }
    if (stderr.includes("must be run in a work tree")) {
        return (0,kernel/* badInput */.AN)("not-a-git-repository", `${directory} is a git repository without a working tree`, {
            found: "a bare repository",
            expected: "a clone with files in it",
            hint: `git clone ${directory}, and go on there`,
        });
    }
    return (0,kernel/* badInput */.AN)("not-a-git-repository", `${directory} is not inside a git repository`, {
        found: directory,
        expected: "a folder of a git repository",
        hint: "git init, or --cd FOLDER of a repository",
    });
}

;// CONCATENATED MODULE: ./build/git/settings.js

/** A setting of this clone, or null. */
async function readSetting(root, name) {
    const result = await git(root, ["config", "--get", name]);
    return result.code === 0 ? result.stdoutText.replace(/\n$/, "") : null;
}
/** Sets it for this clone. */
async function writeSetting(root, name, value) {
    await gitText(root, ["config", "--local", name, value]);
}
/** What `.gitattributes` says about one attribute of paths (relative to the git root), whether they exist or not; null for nothing. */
async function attributeOf(root, attribute, paths) {
    const text = await gitText(root, ["check-attr", "-z", attribute, "--", ...paths]);
    const words = text.split("\0");
    const found = new Map();
    for (let at = 0; at + 2 < words.length; at += 3) {
        const value = words[at + 2] ?? "";
        found.set(words[at] ?? "", value === "unspecified" ? null : value);
    }
    return found;
}
/** The branch that pull requests go to: what `origin` calls its head, else the branch that is checked out. */
async function defaultBranch(root) {
    for (const name of ["refs/remotes/origin/HEAD", "HEAD"]) {
        const result = await git(root, ["symbolic-ref", "--quiet", "--short", name]);
        if (result.code === 0)
            return result.stdoutText.trim().replace(/^origin\//, "");
    }
    return "main";
}
/** From the text that a file holds to another one, as `git diff` shows it, without its two lines of names. */
async function diffAgainst(root, path, text) {
    const { stdoutText } = await git(root, ["diff", "--no-index", "--no-color", "--no-ext-diff", "--no-textconv", "--", path, "-"], { input: text });
    return stdoutText.slice(Math.max(0, stdoutText.indexOf("@@")));
}

;// CONCATENATED MODULE: ./build/git/tag-object.js





const ASIDE = "mainline-tag-";
const HOUR_MS = 3_600_000;
/** Writes an annotated tag; one that is already there is never moved (Failure `tag-exists`). */
async function createTag(root, tag) {
    await annotate(root, tag, {});
}
/**
 * Makes the object of an annotated tag, and no tag of it yet: its id. `git tag` makes it, which signs where it is set to, in a
 * repository of its own for a moment, whose objects and settings are this one's. Failure `tag-exists`.
 */
async function makeTag(root, commonDir, tag) {
    const ref = `refs/tags/${tag.name}`;
    if ((await git(root, ["show-ref", "--verify", "--quiet", ref])).code === 0)
        throw tagExists(tag.name);
    // within the repository: settings may be for what lies below a folder
    const aside = await (0,promises_.mkdtemp)((0,external_node_path_.join)(commonDir, ASIDE));
    try {
        await removeOlder(commonDir, aside);
        const format = await gitText(root, ["rev-parse", "--show-object-format"]);
        await (0,promises_.mkdir)((0,external_node_path_.join)(aside, "refs"));
        await (0,promises_.mkdir)((0,external_node_path_.join)(aside, "objects"));
        await (0,promises_.writeFile)((0,external_node_path_.join)(aside, "HEAD"), "ref: refs/heads/none\n");
        await (0,promises_.writeFile)((0,external_node_path_.join)(aside, "config"), settings(commonDir, format));
        const env = { GIT_DIR: aside, GIT_WORK_TREE: root, GIT_OBJECT_DIRECTORY: (0,external_node_path_.join)(commonDir, "objects") };
        await annotate(root, tag, env);
        return await gitText(root, ["rev-parse", "--verify", ref], { env });
    }
    finally {
        await (0,promises_.rm)(aside, { recursive: true, force: true });
    }
}
/** What runs left that were killed at it; who is at work has begun within the hour. */
async function removeOlder(commonDir, aside) {
    const now = (await (0,promises_.stat)(aside)).mtimeMs;
    const others = (await (0,promises_.readdir)(commonDir)).filter((name) => name.startsWith(ASIDE));
    for (const other of others.map((name) => (0,external_node_path_.join)(commonDir, name))) {
        const at = (await (0,promises_.stat)(other).catch(() => null))?.mtimeMs ?? now;
        if (now - at > HOUR_MS)
            await (0,promises_.rm)(other, { recursive: true, force: true });
    }
}
function settings(commonDir, format) {
    const place = JSON.stringify((0,external_node_path_.join)(commonDir, "config"));
    return `[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = ${format}\n[include]\n\tpath = ${place}\n`;
}
async function annotate(root, tag, where) {
    const date = `@${Math.floor(tag.at.getTime() / 1000)} +0000`;
    const env = { ...(await identityEnv(root)), ...where, GIT_COMMITTER_DATE: date };
    // As an argument: a message by way of a pipe would be cut, and still tagged, when this process is killed.
    const message = `${tag.message.replace(/\n+$/, "")}\n`;
    const args = ["tag", "-a", "--cleanup=verbatim", "-m", message, tag.name, tag.target];
    const result = await git(root, args, { env });
    if (result.code === 0)
        return;
    throw result.stderr.includes("already exists") ? tagExists(tag.name) : gitFailed(args, result);
}
function tagExists(name) {
    return (0,kernel/* badInput */.AN)("tag-exists", `the tag ${name} exists already`, {
        hint: "run again: what exists is taken up, not repeated",
    });
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/git/tags.js




const FIELDS = [
    "refname:strip=2",
    "objectname",
    "objecttype",
    "object",
    "type",
    "tag",
    "taggerdate:unix",
    "taggername",
    "taggeremail",
    "contents",
];
async function listTags(root) {
    const format = FIELDS.map((field) => `%(${field})%00`).join("");
    const args = ["for-each-ref", "refs/tags", `--format=${format}`];
    const result = await git(root, args);
    if (result.code !== 0)
        throw gitFailed(args, result);
    const fields = splitFields(result.stdout);
    const rows = Array.from({ length: Math.floor(fields.length / FIELDS.length) }, (_, row) => row * FIELDS.length);
    const tags = rows.flatMap((at) => tagOf(fields.slice(at, at + FIELDS.length)) ?? []);
    return behindTags(root, tags);
}
/** What tags of tags come to in the end: git tells it in the listing from 2.45 on. */
async function behindTags(root, tags) {
    const nested = tags.filter(({ of }) => of === "tag");
    if (nested.length === 0)
        return [...tags];
    const input = nested.map(({ object }) => `${object}^{}\n`).join("");
    const kinds = (await gitText(root, ["cat-file", "--batch-check=%(objecttype)"], { input })).split("\n");
    const known = new Map(nested.map(({ name }, index) => [name, kinds[index] ?? "missing"]));
    return tags.map(({ of, ...tag }) => {
        const kind = known.get(tag.name) ?? of;
        return kind === undefined || kind === "commit" ? tag : { ...tag, of: kind };
    });
}
function splitFields(listing) {
    const bytes = Buffer.from(listing);
    if ((0,external_node_buffer_.isUtf8)(bytes))
        return bytes
            .toString()
            .split("\0")
            .map((text) => ({ text, isText: true }));
    // one character for a byte, so that each field's bytes are still there to be looked at
    return bytes
        .toString("latin1")
        .split("\0")
        .map((text) => Buffer.from(text, "latin1"))
        .map((field) => ({ text: field.toString(), isText: (0,external_node_buffer_.isUtf8)(field) }));
}
/** Null for a lightweight tag. */
function tagOf(fields) {
    const [ref = "", object = "", kind, target = "", type = "", inside, seconds, tagger = "", email = "", message = ""] = fields.map(({ text }) => text);
    if (kind !== "tag")
        return null;
    const name = ref.replace(/^\n/, "");
    return {
        name,
        object,
        target,
        taggedAt: new Date(Number(seconds) * 1000),
        tagger: { name: tagger, email: email.replace(/^<|>$/g, "") },
        message: message.replace(/\n$/, ""),
        ...(inside === undefined || inside === name ? {} : { inside }),
        ...(type === "commit" ? {} : { of: type }),
        ...(fields.every(({ isText }) => isText) ? {} : { isText: false }),
    };
}
const HEADS = "refs/mainline/heads";
/** Pushes tags, all or none. Failure `push-rejected` when the remote holds another object under one of the names, or the head elsewhere. */
async function pushTags(here, remote, tags, head) {
    if (tags.length === 0)
        return;
    const refs = tags.map(({ name, object }) => `${object}:refs/tags/${name}`);
    const lease = head === undefined ? [] : [`--force-with-lease=${HEADS}/${head.name}:${head.from ?? ""}`];
    if (head !== undefined)
        refs.push(`${head.to}:${HEADS}/${head.name}`);
    const args = ["push", "--porcelain", "--atomic", "--no-verify", ...lease, remote, ...refs];
    const about = tags.map(({ name }) => name).join(", ");
    const { result, failure } = await send(here, { to: remote, about, args });
    if (result.code === 0)
        return;
    throw refusalOf(result, remote, about) ?? failure();
}
/** Somebody wrote there between our look and our push. */
const tags_RACE = /stale info|already exists|cannot lock ref|failed to update ref|fetch first|non-fast-forward/;
/** The server's own no; null where it did not come to that. */
function refusalOf({ stdoutText, stderr }, remote, about) {
    const refused = stdoutText.split("\n").filter((line) => line.startsWith("!"));
    // all are refused together; those that were the reason say why
    const reasons = refused.filter((line) => !line.includes("atomic"));
    const line = reasons.find((each) => !each.includes(HEADS)) ?? reasons[0] ?? refused[0];
    if (line === undefined)
        return null;
    const theirs = line.includes("[remote rejected]") && !tags_RACE.test(line);
    const said = theirs ? remoteWords(stderr) : "";
    return (0,kernel/* infrastructure */.Sv)("push-rejected", `${remote} refused the tags ${about}`, {
        found: said === "" ? line : `${line}: ${said}`,
        hint: theirs ? ruleHint(line) : "somebody else may have released at the same moment: run again",
    });
}
function ruleHint(line) {
    return line.includes(HEADS)
        ? `whoever releases has to be able to push ${HEADS}/*: allow it where the server guards refs`
        : "the server has a rule against it (a hook, a protected tag, a ruleset): let whoever releases push these tags, then run again";
}
/** What the server had to say beside its answer. */
function remoteWords(stderr) {
    const lines = stderr.split(/[\r\n]/).filter((line) => line.startsWith("remote: "));
    return lines.map((line) => line.slice("remote: ".length).trim()).join("; ");
}
/** Ids of the tag objects that a remote holds under these names, by name; without those that it does not hold. */
async function remoteTags(here, remote, names) {
    if (names.length === 0)
        return new Map();
    const args = ["ls-remote", "--quiet", remote, ...names.map((name) => `refs/tags/${name}`)];
    const listing = await ask(here, { to: remote, about: "the list of its tags", args });
    const wanted = new Set(names);
    const found = listing.split("\n").map((line) => line.split("\trefs/tags/"));
    return new Map(found.flatMap(([object = "", name = ""]) => (wanted.has(name) ? [[name, object]] : [])));
}
/** Gives an object its name in this clone, as the remote has it. */
async function keepTag(root, { name, object }) {
    await gitText(root, ["update-ref", `refs/tags/${name}`, object]);
}
/** Brings in the remote's tags and heads. A local tag that the remote names otherwise is replaced: the remote is the record. */
async function fetchTags(here, remote) {
    const refs = ["+refs/tags/*:refs/tags/*", `+${HEADS}/*:${HEADS}/*`];
    const args = ["fetch", "--quiet", "--force", NO_PRUNE, "--no-recurse-submodules", remote, ...refs];
    await ask(here, { to: remote, about: "tags", args });
}
/** The objects that heads were at when they were fetched, by name. */
async function listHeads(root) {
    const listing = await gitText(root, ["for-each-ref", HEADS, "--format=%(objectname) %(refname)"]);
    const lines = listing.split("\n").filter((line) => line !== "");
    return new Map(lines.map((line) => [line.slice(line.indexOf(" ") + HEADS.length + 2), line.slice(0, line.indexOf(" "))]));
}
/** Forgets heads that the remote has no more: somebody deleted them. */
async function forgetHeads(here, remote) {
    const heads = `+${HEADS}/*:${HEADS}/*`;
    const args = ["fetch", "--quiet", "--prune", "--no-tags", "--no-recurse-submodules", remote, heads];
    await ask(here, { to: remote, about: HEADS, args });
}

;// CONCATENATED MODULE: ./build/git/tip.js


/** What the first of these refs that the remote has names there now; null where it has none of them. Failures as of `ask`. */
async function tipOf(here, remote, refs) {
    const args = ["ls-remote", "--quiet", remote, ...refs];
    const text = await ask(here, { to: remote, about: "the newest commit", args });
    const found = new Map(text.split("\n").flatMap((line) => {
        const [object, name] = line.split("\t");
        return object === undefined || name === undefined ? [] : [[name, object]];
    }));
    const first = refs.find((ref) => found.has(ref));
    return first === undefined ? null : (found.get(first) ?? null);
}
/** That commit where it comes after ours, else null; brought in to find out. Failures as of `ask`. */
async function newerThan(here, remote, commit, refs) {
    const tip = await tipOf(here, remote, refs);
    if (tip === null || tip === commit)
        return null;
    await fetchLine(here, remote, tip);
    const { code } = await git(here.root, ["merge-base", "--is-ancestor", commit, tip]);
    return code === 0 ? tip : null;
}
/** Brings a commit in with its history, as far back as where this clone knows it. */
async function fetchLine(here, remote, commit) {
    if ((await git(here.root, ["cat-file", "-e", `${commit}^{tree}`])).code === 0)
        return;
    const args = ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", remote, commit];
    await ask(here, { to: remote, about: "the newest commit", args });
}
/** The branch that is checked out; null where a commit is. */
async function checkedOut(root) {
    const result = await git(root, ["symbolic-ref", "--quiet", "--short", "HEAD"]);
    return result.code === 0 ? result.stdoutText.trim() : null;
}

;// CONCATENATED MODULE: ./build/git/tree.js


/** How many links one path may pass before it is taken for a circle. */
const MAX_LINKS = 32;
/** The files of one commit below a folder of the repository, read from git's own store: no checkout, no working tree. */
class GitTree {
    name;
    #root;
    #below;
    #objects;
    #index = null;
    constructor(options) {
        this.name = options.commit;
        this.#root = options.root;
        this.#below = options.below;
        this.#objects = options.objects;
    }
    async read(path) {
        const found = await this.#follow((0,kernel/* joinPath */.uJ)(this.#below, path));
        return found === null || found === "directory" ? null : tree_readObject(this.#objects, found.object);
    }
    async kind(path) {
        const found = await this.#follow((0,kernel/* joinPath */.uJ)(this.#below, path));
        if (found === null)
            return null;
        return found === "directory" ? "directory" : "file";
    }
    async list(path) {
        const index = await this.#load();
        const folder = (0,kernel/* joinPath */.uJ)(this.#below, path);
        const names = index.folders.get(folder) ?? new Set();
        const entries = await Promise.all([...names].map((name) => this.#entry(index, folder, name)));
        return entries.filter((entry) => entry !== null).sort((a, b) => (0,kernel/* compareCodePoints */.OP)(a.name, b.name));
    }
    /** Git's id of the file's content; equal ids mean equal bytes, without reading them. Null when it is no file. */
    async objectAt(path) {
        const found = await this.#follow((0,kernel/* joinPath */.uJ)(this.#below, path));
        return found === null || found === "directory" ? null : { object: found.object, exec: found.mode === "100755" };
    }
    /** Every file and link below a folder, paths from there, in git's order: links are not followed. */
    async entriesBelow(folder) {
        const { blobs } = await this.#load();
        const top = (0,kernel/* joinPath */.uJ)(this.#below, folder);
        const prefix = top === "." ? "" : `${top}/`;
        return [...blobs].flatMap(([path, { mode, object }]) => {
            if (!path.startsWith(prefix))
                return [];
            const kind = mode === "120000" ? "link" : mode === "100755" ? "executable" : "file";
            return [{ path: path.slice(prefix.length), kind, object }];
        });
    }
    /** A content by git's name of it; of a link, where it points to. */
    content(object) {
        return tree_readObject(this.#objects, object);
    }
    async #entry(index, folder, name) {
        const path = (0,kernel/* joinPath */.uJ)(folder, name);
        const blob = index.blobs.get(path);
        if (blob === undefined)
            return { name, kind: "directory", link: false, exec: false };
        const link = blob.mode === "120000";
        const target = link ? await this.#follow(path) : blob;
        if (target === null)
            return null;
        if (target === "directory")
            return { name, kind: "directory", link, exec: false };
        return { name, kind: "file", link, exec: target.mode === "100755" };
    }
    async #follow(path, links = 0) {
        if (links > MAX_LINKS || path.startsWith("../"))
            return null;
        const index = await this.#load();
        const blob = index.blobs.get(path);
        if (blob?.mode === "120000")
            return this.#follow(await this.#target(path, blob), links + 1);
        if (blob !== undefined)
            return blob;
        if (path === "." || index.folders.has(path))
            return "directory";
        return this.#throughLinkedFolder(index, path, links);
    }
    /** `a/b` where `a` is a link to a folder. */
    async #throughLinkedFolder(index, path, links) {
        for (let folder = (0,kernel/* parentOf */.gN)(path); folder !== "."; folder = (0,kernel/* parentOf */.gN)(folder)) {
            const blob = index.blobs.get(folder);
            if (blob?.mode !== "120000")
                continue;
            return this.#follow((0,kernel/* joinPath */.uJ)(await this.#target(folder, blob), path.slice(folder.length + 1)), links + 1);
        }
        return null;
    }
    async #target(path, blob) {
        const target = new TextDecoder().decode(await tree_readObject(this.#objects, blob.object));
        return target.startsWith("/") ? "../outside" : (0,kernel/* joinPath */.uJ)((0,kernel/* parentOf */.gN)(path), target);
    }
    #load() {
        this.#index ??= loadIndex(this.#root, this.name);
        return this.#index;
    }
}
async function loadIndex(root, commit) {
    const listing = await gitText(root, ["ls-tree", "-r", "-z", "--full-tree", commit]);
    const blobs = new Map();
    const folders = new Map();
    for (const line of listing.split("\0")) {
        const tab = line.indexOf("\t");
        const [mode = "", type = "", object = ""] = line.slice(0, tab).split(" ");
        if (type !== "blob")
            continue;
        const path = line.slice(tab + 1);
        blobs.set(path, { mode, object });
        register(folders, path);
    }
    return { blobs, folders };
}
function register(folders, path) {
    for (let child = path; child !== "."; child = (0,kernel/* parentOf */.gN)(child)) {
        const folder = (0,kernel/* parentOf */.gN)(child);
        const names = folders.get(folder);
        const name = child.slice(folder === "." ? 0 : folder.length + 1);
        if (names?.has(name))
            return;
        if (names === undefined)
            folders.set(folder, new Set([name]));
        else
            names.add(name);
    }
}
/** `<object> blob <size>\n<bytes>\n`, or `<object> missing\n`. */
async function tree_readObject(objects, object) {
    const answer = await objects.ask(`${object}\n`, (buffer) => {
        const end = buffer.indexOf(10);
        if (end < 0)
            return null;
        const size = Number(buffer.subarray(0, end).toString("latin1").split(" ")[2]);
        return Number.isNaN(size) ? end + 1 : end + 1 + size + 1;
    });
    return answer.subarray(answer.indexOf(10) + 1, -1);
}

;// CONCATENATED MODULE: ./build/git/unknown-revision.js

/** Why git does not know `rev`, with the cure: of a branch without a commit, of a shallow clone, or of any other. */
function unknownRevision(rev, isShallow) {
    if (rev === "HEAD" && !isShallow) {
        return (0,kernel/* badInput */.AN)("unknown-revision", "this branch has no commit yet", {
            found: rev,
            expected: "a commit",
            hint: "`git add .`, then `git commit`",
        });
    }
    return (0,kernel/* badInput */.AN)("unknown-revision", `git knows no revision \`${rev}\` here`, {
        found: rev,
        expected: "a branch, a tag or a commit of this clone",
        hint: isShallow
            ? "this clone is shallow: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout"
            : "`git fetch` brings in what others pushed",
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/git/work-tree.js



/**
 * The tree that a commit of everything git tracks, as it lies there now, would have. The index stays as it is: git keeps the contents
 * beside those that it has, until it clears up.
 */
async function workTree({ root, indexFile, }) {
    const aside = `${indexFile}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.mainline`;
    const env = { GIT_INDEX_FILE: aside };
    try {
        // where nothing was ever added there is none
        await (0,promises_.copyFile)(indexFile, aside).catch(() => { });
        await gitText(root, ["add", "--update", "--", ":/"], { env });
        return await gitText(root, ["write-tree"], { env });
    }
    finally {
        await (0,promises_.rm)(aside, { force: true });
    }
}

;// CONCATENATED MODULE: ./build/git/repository.js
















/** What was found once: no repository moves while we run, and every flow opens the one that it works on. */
const known = new Map();
async function lookedUp(directory) {
    const before = known.get(directory);
    if (before !== undefined)
        return { found: before, stderr: "" };
    const asked = ["rev-parse", "--show-toplevel", "--git-common-dir", "--git-path", "index"];
    const { code, stdoutText, stderr } = await git(directory, asked);
    const [root = "", commonDir = "", index = ""] = stdoutText.split("\n");
    if (code !== 0)
        return { found: null, stderr };
    const found = { root, commonDir: (0,external_node_path_.resolve)(directory, commonDir), indexFile: (0,external_node_path_.resolve)(directory, index) };
    known.set(directory, found);
    return { found, stderr };
}
/** A git repository, driven through the user's own git. Every method is one question or one act. */
class Git extends History {
    /** Absolute path of the working tree's top folder. */
    root;
    /** Absolute path of the git directory that all worktrees share. */
    commonDir;
    /** Absolute path of this working tree's index. */
    indexFile;
    /** Ends what talks to another machine. */
    signal;
    #objects = null;
    constructor({ root, commonDir, indexFile }, signal) {
        super();
        this.root = root;
        this.signal = signal;
        this.commonDir = commonDir;
        this.indexFile = indexFile;
    }
    /** The repository that `directory` lies in. Failures: `program-missing` (no git), `not-a-git-repository`. */
    static async open(directory, signal) {
        const { found, stderr } = await lookedUp(directory);
        if (found !== null)
            return new Git(found, signal);
        throw notUsable(directory, stderr);
    }
    /** Null where the folder is not in a working tree. */
    static async find(directory) {
        const { found } = await lookedUp(directory);
        return found === null ? null : new Git(found);
    }
    /** The full commit id that `rev` names, or null. */
    async tryResolve(rev) {
        if (rev === "" || rev.startsWith("-"))
            return null;
        const result = await git(this.root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${rev}^{commit}`]);
        return result.code === 0 ? result.stdoutText.trim() : null;
    }
    /** The full commit id that `rev` names. Failure `unknown-revision`, with the cure for a shallow clone. */
    async resolve(rev) {
        const commit = await this.tryResolve(rev);
        if (commit !== null)
            return commit;
        throw unknownRevision(rev, await this.isShallow());
    }
    async isShallow() {
        return (await gitText(this.root, ["rev-parse", "--is-shallow-repository"])) === "true";
    }
    /** The tree of everything that git tracks, as it lies there now; the index stays as it is. */
    workTree() {
        return workTree(this);
    }
    /** The files of a commit, or of a tree, below `below` (relative to the git root). */
    treeAt(commit, below = ".") {
        this.#objects ??= new shell/* Conversation */.sy("git", ["cat-file", "--batch"], this.root);
        return new GitTree({ commit, root: this.root, below, objects: this.#objects });
    }
    /** Makes sure that one commit's files are here: a shallow clone lacks what a comparison needs. */
    fetchCommit(remote, commit) {
        return fetchCommit(this, remote, commit);
    }
    /** What the first of these refs that the remote has names there now. */
    tipOf(remote, refs) {
        return tipOf(this, remote, refs);
    }
    /** That commit of the remote where it comes after ours; brought in to find out. */
    newerThan(remote, commit, refs) {
        return newerThan(this, remote, commit, refs);
    }
    checkedOut() {
        return checkedOut(this.root);
    }
    /** Whether a tracked file was changed and not committed. */
    async isDirty() {
        return (await gitText(this.root, ["status", "--porcelain", "--untracked-files=no"])) !== "";
    }
    /** Which of the paths (relative to the git root) git ignores; tracked ones never are. */
    ignored(paths) {
        return ignoredOf(this.root, paths);
    }
    /** Which of the paths (relative to the git root) git tracks; a folder counts when a file below it is tracked. */
    tracked(paths) {
        return trackedOf(this.root, paths);
    }
    /** What git tracks, and what it neither tracks nor ignores. */
    files() {
        return workFiles(this.root);
    }
    /** Puts files (relative to the git root) into the index as they are now, whatever `.gitignore` says of them. */
    async stage(paths) {
        if (paths.length === 0)
            return;
        await gitText(this.root, ["add", "--force", "--", ...paths.map((path) => `:(literal)${path}`)]);
    }
    tags() {
        return listTags(this.root);
    }
    createTag(tag) {
        return createTag(this.root, tag);
    }
    /** Makes the object of a tag that has no name yet; its id. */
    makeTag(tag) {
        return makeTag(this.root, this.commonDir, tag);
    }
    keepTag(tag) {
        return keepTag(this.root, tag);
    }
    pushTags(remote, tags, head) {
        return pushTags(this, remote, tags, head);
    }
    remoteTags(remote, names) {
        return remoteTags(this, remote, names);
    }
    heads() {
        return listHeads(this.root);
    }
    forgetHeads(remote) {
        return forgetHeads(this, remote);
    }
    fetchTags(remote) {
        return fetchTags(this, remote);
    }
    commitBeside(commit) {
        return commitBeside(this.root, commit);
    }
    /** Merges two commits without touching anything; null where git is too old for it. */
    mergeTrees(commits, driver) {
        return mergeTrees(this.root, commits, driver);
    }
    commitMerge(commit) {
        return commitMerge(this.root, commit);
    }
    /** Makes a ref of the remote name a commit, whatever it named before. */
    pushRef(remote, commit, ref) {
        return pushRef(this.root, remote, commit, ref);
    }
    /** The URL of a remote, or null when there is none of that name. */
    async remoteUrl(remote) {
        return (await readSetting(this.root, `remote.${remote}.url`))?.trim() ?? null;
    }
    /** The same as git would use it, with the nicknames of its settings (`url.….insteadOf`) read; nobody is asked for it. */
    async resolvedUrl(remote) {
        const result = await git(this.root, ["ls-remote", "--get-url", remote]);
        const url = result.code === 0 ? result.stdoutText.trim() : "";
        return url === "" || url === remote ? null : url;
    }
    /** Names of all remotes. */
    async remotes() {
        return (await gitText(this.root, ["remote"])).split("\n").filter((name) => name !== "");
    }
    setting(name) {
        return readSetting(this.root, name);
    }
    set(name, value) {
        return writeSetting(this.root, name, value);
    }
    /** What `.gitattributes` says about one attribute of paths (relative to the git root); null for nothing. */
    attributes(attribute, paths) {
        return attributeOf(this.root, attribute, paths);
    }
    defaultBranch() {
        return defaultBranch(this.root);
    }
    /** What would change if a file (relative to the git root) held this text. */
    diffAgainst(path, text) {
        return diffAgainst(this.root, path, text);
    }
    /** Ends the helper process, if one was started. */
    close() {
        this.#objects?.close();
        this.#objects = null;
    }
}

;// CONCATENATED MODULE: ./build/git/index.js










/***/ }),

/***/ 69432:
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
var kernel = __webpack_require__(15325);
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
        // `once` throws what the event `error` carries
        await (0,external_node_events_.once)(child, "spawn").catch((cause) => detach_refuse(command, options.cwd, cause));
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

// EXTERNAL MODULE: ./node_modules/execa/index.js + 135 modules
var execa = __webpack_require__(17069);
;// CONCATENATED MODULE: ./build/shell/family.js


/** How long a program may take to put away what it began. */
const GRACE_MS = 1500;
/**
 * Ends a program and all that it started, TERM first, then KILL: for what may not lead a group of its own, because it asks at the terminal.
 * A program that is ended alone leaves its children behind, and they hold its pipes.
 */
async function endFamily(pid, gone) {
    const family = [pid, ...descendants(pid, await parentsOfAll())];
    for (const each of family)
        signal(each, "SIGTERM");
    let timer;
    const late = new Promise((resolve) => {
        timer = setTimeout(resolve, GRACE_MS);
    });
    await Promise.race([gone, late]);
    clearTimeout(timer);
    for (const each of family)
        signal(each, "SIGKILL");
}
function descendants(pid, parents) {
    const children = [...parents].flatMap(([child, parent]) => (parent === pid ? [child] : []));
    return children.flatMap((child) => [child, ...descendants(child, parents)]);
}
/** The parent of every process; empty where nobody tells. */
async function parentsOfAll() {
    // small images have no ps
    const fromProc = await (0,promises_.readdir)("/proc").catch(() => []);
    const pids = fromProc.filter((name) => /^\d+$/.test(name));
    if (pids.length > 0)
        return new Map((await Promise.all(pids.map(parentOf))).filter((pair) => pair !== null));
    const { stdout } = await (0,execa/* execa */.Ho)("ps", ["-A", "-o", "pid=,ppid="], { reject: false });
    return new Map((stdout ?? "").split("\n").map((line) => pair(line.trim().split(/\s+/))));
}
async function parentOf(pid) {
    const text = await (0,promises_.readFile)(`/proc/${pid}/stat`, "latin1").catch(() => null);
    // its name, in brackets, may hold anything
    return text === null ? null : pair([pid, text.slice(text.lastIndexOf(")") + 2).split(" ")[1] ?? ""]);
}
function pair([pid, parent]) {
    return [Number(pid), Number(parent)];
}
function signal(pid, name) {
    try {
        process.kill(pid, name);
    }
    catch {
        // it is gone already
    }
}

;// CONCATENATED MODULE: ./build/shell/missing.js

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

;// CONCATENATED MODULE: ./build/shell/run.js



/** Longer waits are more than a timer can hold. */
const LONGEST_MS = 2 ** 31 - 1;
/** Runs a program to its end and returns what it said, whatever its exit code. A missing program is a Failure, never a code. */
async function run(command, args, options = {}) {
    const child = (0,execa/* execa */.Ho)(command, args, {
        reject: false,
        encoding: "buffer",
        stripFinalNewline: false,
        maxBuffer: 1 << 30,
        env: { ...options.env },
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        ...(options.input === undefined ? { stdin: "ignore" } : { input: options.input }),
    });
    const watch = watched(child.nodeChildProcess, options);
    const result = await child;
    await watch.over();
    refuseMissing(command, result);
    const stdout = new Uint8Array(result.stdout ?? []);
    return {
        code: result.exitCode ?? 1,
        signal: result.signal ?? null,
        timedOut: watch.timedOut,
        stdout,
        get stdoutText() {
            return new TextDecoder().decode(stdout);
        },
        stderr: new TextDecoder().decode(new Uint8Array(result.stderr ?? [])),
    };
}
/** Ends it when it is told to, when its time is over, or when it has been silent for too long. */
function watched(child, { signal, timeoutMs, silenceMs }) {
    const pipes = [child.stdout, child.stderr];
    const gone = new Promise((resolve) => child.once("exit", resolve));
    let ending;
    const end = async () => {
        if (child.pid !== undefined)
            await endFamily(child.pid, gone);
        // who got away from its family may hold them still
        for (const pipe of pipes)
            pipe?.destroy();
    };
    const interrupt = () => {
        ending ??= end();
    };
    const giveUp = () => {
        state.timedOut = true;
        interrupt();
    };
    const [late, silent] = [timeoutMs, silenceMs].map((ms) => ms === undefined ? undefined : setTimeout(giveUp, Math.min(ms, LONGEST_MS)));
    const state = {
        timedOut: false,
        over: async () => {
            clearTimeout(late);
            clearTimeout(silent);
            signal?.removeEventListener("abort", interrupt);
            await ending;
        },
    };
    for (const pipe of pipes)
        if (silent !== undefined)
            pipe?.on("data", () => silent.refresh());
    if (signal?.aborted === true)
        interrupt();
    signal?.addEventListener("abort", interrupt, { once: true });
    return state;
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
const stream_GRACE_MS = 1500;
/** The same after a timeout: a training may want to write down where it was. */
const LAST_WORDS_MS = 10_000;
/** What a program wrote last may still be on its way when it is gone. */
const DRAIN_MS = 1000;
/** Longer waits are more than a timer can hold. */
const stream_LONGEST_MS = 2 ** 31 - 1;
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
        env: { ...options.env },
        stdin: "ignore",
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    const { nodeChildProcess } = child;
    const { pid } = nodeChildProcess;
    const gone = new Promise((resolve) => {
        nodeChildProcess.once("exit", () => resolve());
    });
    const end = stopper(pid, options, gone);
    for (const pipe of [nodeChildProcess.stdout, nodeChildProcess.stderr]) {
        pipe?.on("data", (chunk) => options.onOutput(chunk));
    }
    const over = pid === undefined ? undefined : options.onStart?.(pid);
    try {
        const result = await Promise.race([child, leaderGone(nodeChildProcess)]);
        refuseMissing(command, result);
        return { code: result.exitCode ?? 1, signal: result.signal ?? null, timedOut: end.timedOut };
    }
    finally {
        await end.settle();
        over?.();
        // what the program left behind may hold its pipes: nobody hears it, and nothing waits for it
        for (const pipe of [nodeChildProcess.stdout, nodeChildProcess.stderr])
            unrefStream(pipe);
    }
}
/** A program that ended has ended, as for DVC, although something that it left behind may hold its pipes for ever. */
async function leaderGone(child) {
    const [exitCode, signal] = await new Promise((resolve) => {
        child.once("exit", (code, name) => resolve([code, name]));
    });
    await new Promise((resolve) => {
        // the pipes keep us here meanwhile
        const timer = setTimeout(resolve, DRAIN_MS).unref();
        child.once("close", () => {
            clearTimeout(timer);
            resolve(null);
        });
    });
    return { exitCode, signal, failed: false };
}
/** A pipe to a child is a socket, which can stop keeping Node alive; the stream types do not say so. */
function unrefStream(pipe) {
    pipe?.unref?.();
}
/** Ends the group when it is asked to, or when its time is over; what is asked later never makes it slower. */
function stopper(pid, options, gone) {
    const { signal, timeoutMs, end } = options;
    const stopping = [];
    const kill = () => void endGroup(pid, 0);
    const stop = (graceMs) => {
        stopping.push(end === undefined ? endGroup(pid, graceMs) : end({ graceMs, gone, kill }));
    };
    const interrupt = () => stop(stream_GRACE_MS);
    const timeout = () => {
        state.timedOut = true;
        stop(LAST_WORDS_MS);
    };
    const timer = timeoutMs === undefined ? undefined : setTimeout(timeout, Math.min(timeoutMs, stream_LONGEST_MS));
    const state = {
        timedOut: false,
        settle: async () => {
            clearTimeout(timer);
            signal?.removeEventListener("abort", interrupt);
            await Promise.all(stopping);
        },
    };
    if (signal?.aborted === true)
        interrupt();
    signal?.addEventListener("abort", interrupt, { once: true });
    return state;
}

;// CONCATENATED MODULE: ./build/shell/index.js








/***/ })

};
