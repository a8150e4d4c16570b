export const id = 9811;
export const ids = [9811];
export const modules = {

/***/ 99811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* reexport */ connect),
  connectTeams: () => (/* reexport */ connectTeams),
  CZ: () => (/* reexport */ gitHubAddress),
  cd: () => (/* reexport */ openPullNumbers),
  wj: () => (/* reexport */ parseEvent),
  sb: () => (/* reexport */ readSettings)
});

;// CONCATENATED MODULE: ./build/github/address.js
/**
 * What git's address of a repository means at GitHub: `https://HOST/OWNER/NAME.git`, `ssh://git@HOST/OWNER/NAME` or
 * `git@HOST:OWNER/NAME`. Null for what is no such address, and for plain http to another machine: a token would go there unlocked.
 */
function gitHubAddress(url) {
    const web = /^(https?):\/\/(?:[^@/]*@)?([^/]+)\/(.+)$/i.exec(url);
    const ssh = /^ssh:\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/i.exec(url) ?? /^[^@/:]+@([^/:]+):(?!\/)(.+)$/.exec(url);
    const [scheme = "https", host, path] = web?.slice(1) ?? ["https", ...(ssh?.slice(1) ?? [])];
    const [, repository] = /^([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(path ?? "") ?? [];
    if (host === undefined || repository === undefined)
        return null;
    const name = host.toLowerCase();
    if (scheme.toLowerCase() === "http") {
        return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(name) ? { apiUrl: `http://${name}/api/v3`, repository } : null;
    }
    if (name === "github.com")
        return { apiUrl: "https://api.github.com", repository };
    return { apiUrl: name.endsWith(".ghe.com") ? `https://api.${name}` : `https://${name}/api/v3`, repository };
}

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/github/failures.js

/** A call to GitHub that failed, as it is told to the user: `code` says what kind of trouble, `hint` the next step. */
function gitHubFailure(trouble) {
    const { code, hint } = diagnose(trouble);
    const id = trouble.headers["x-github-request-id"];
    const reason = firstSentence(trouble.message);
    const said = trouble.status === 0
        ? `did not answer ${call(trouble)} (${reason})`
        : `answered ${trouble.status} to ${call(trouble)}: ${reason}`;
    return (0,kernel/* infrastructure */.Sv)(code, `GitHub ${said}${id === undefined ? "" : ` (request id ${id})`}`, {
        cause: trouble.cause,
        ...(hint === null ? {} : { hint }),
    });
}
/** True for the failures after which nobody knows whether the call was carried out. */
function isLost(error) {
    return error instanceof kernel/* Failure */.HR && error.code === "github-unavailable";
}
function isNotFound(error) {
    return error instanceof kernel/* Failure */.HR && error.code === "github-not-found";
}
function isForbidden(error) {
    return error instanceof kernel/* Failure */.HR && error.code === "github-permission-missing";
}
/** True where GitHub says that what a call asks for is so already, or cannot be any more. */
function isConflict(error) {
    return error instanceof kernel/* Failure */.HR && error.code === "github-conflict";
}
/** GitHub's two ways of saying "too much": its abuse protection, and the hourly budget. */
function isRateLimit(trouble) {
    if (trouble.status !== 403 && trouble.status !== 429)
        return false;
    const exhausted = String(trouble.headers["x-ratelimit-remaining"]) === "0";
    return (trouble.status === 429 ||
        exhausted ||
        /\bsecondary rate limit\b|\babuse\b/i.test(trouble.message) ||
        "retry-after" in trouble.headers);
}
function diagnose(trouble) {
    const { status } = trouble;
    if (status === 0 || status >= 500)
        return {
            code: "github-unavailable",
            hint: "run it again; https://www.githubstatus.com says whether GitHub is well",
        };
    if (isRateLimit(trouble))
        return {
            code: "github-rate-limited",
            hint: `${whenLifted(trouble)}: what was done is found again`,
        };
    if (status === 401)
        return {
            code: "github-unauthorized",
            hint: "the token is wrong or has expired; a workflow's token ends with its job",
        };
    if (status === 403)
        return { code: "github-permission-missing", hint: permissionHint(trouble) };
    // 410: what it was has expired
    if (status === 404 || status === 410)
        return {
            code: "github-not-found",
            hint: `it is not there, or the token may not see it: ${permissionHint(trouble)}`,
        };
    return { code: status === 409 ? "github-conflict" : "github-refused", hint: null };
}
function whenLifted({ lifted }) {
    if (lifted === null)
        return "wait for the limit to be lifted, then run it again";
    return `GitHub takes calls again at ${lifted.toISOString().slice(11, 16)} UTC: run it again then`;
}
/** Which workflow permission a path asks for; GitHub names it in a header, but not always. */
const PERMISSIONS = [
    [/\/check-runs/, "checks"],
    [/\/actions\//, "actions"],
    [/\/statuses\/|\/status$/, "statuses"],
    [/\/deployments/, "deployments"],
    [/\/issues(\/\d+)?$/, "issues"],
    [/\/issues\//, "pull-requests"],
    [/\/pulls/, "pull-requests"],
    [/\/git\/|\/contents\/|\/commits|\/compare/, "contents"],
];
function permissionHint(trouble) {
    const named = /^(\w+)=(\w+)/.exec(String(trouble.headers["x-accepted-github-permissions"] ?? ""));
    const known = PERMISSIONS.find(([pattern]) => pattern.test(trouble.path))?.[1] ?? "contents";
    const name = named?.[1]?.replaceAll("_", "-") ?? known;
    const level = named?.[2] ?? (trouble.method === "GET" ? "read" : "write");
    return `give the job \`${name}: ${level}\` under \`permissions:\` in the workflow`;
}
function call(trouble) {
    return `${trouble.method} ${trouble.path}`;
}
/** Octokit hangs the address of a documentation page to GitHub's own words. */
function firstSentence(message) {
    return message.replace(/ - https:\/\/docs\.github\.com\S*$/, "");
}

;// CONCATENATED MODULE: ./build/github/wire.js

/** GitHub ends a request itself after ten seconds; what is on its way for a minute is lost. */
const USUAL = { attempts: 4, timeoutMs: 60_000 };
/** For what nobody waits for. */
const HASTE = { attempts: 1, timeoutMs: 15_000 };
/** GitHub asks for waits of a minute as a rule; a longer one is not worth a runner's time. */
const LONGEST_WAIT_MS = 120_000;
/** What a job spends on calls that were not answered, all of them together: the templates' trusted jobs end after a quarter of an hour. */
const PATIENCE_MS = 300_000;
/** What its documentation asks for when a secondary limit names no time. */
const UNNAMED_WAIT_MS = 60_000;
/** Most lists are short; a repository with more comments on one pull than this has another problem. */
const PAGE_SIZE = 100;
function makeWire(options) {
    const [owner = "", repo = ""] = options.repository.split("/");
    let client = null;
    return {
        at: { owner, repo },
        token: options.token,
        clock: options.clock,
        hasty: () => makeWire({ ...options, patience: HASTE }),
        client: () => {
            client ??= makeClient(options);
            return client;
        },
    };
}
async function makeClient(options) {
    const { Octokit } = await __webpack_require__.e(/* import() */ 891).then(__webpack_require__.bind(__webpack_require__, 60891));
    const client = new Octokit({
        auth: options.token,
        baseUrl: options.apiUrl.replace(/\/$/, ""),
        userAgent: "mainline-ml",
        log: { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } },
    });
    // inside of what sends a call again: each try has its own time
    client.hook.before("request", ({ request }) => {
        request.signal = AbortSignal.timeout((options.patience ?? USUAL).timeoutMs);
    });
    const purse = { left: PATIENCE_MS };
    client.hook.wrap("request", (request, asked) => persist({ ...options, purse }, asked, async () => whole(await request(asked))));
    return client;
}
/**
 * Sends a call until it is answered. A call that GitHub refused for its rate was not carried out: it is sent again
 * after the time that GitHub names. A call whose answer was lost is sent again only when that does no harm; after
 * others the caller must look what became of it. (Octokit's retry plugin would repeat those too, and its throttling
 * plugin waits on clocks of its own.)
 */
async function persist(options, asked, send) {
    const { clock, purse } = options;
    for (let attempt = 1;; attempt++) {
        const begun = clock.monotonic();
        try {
            return await send();
        }
        catch (error) {
            const trouble = readTrouble(options, asked, error);
            const { attempts } = options.patience ?? USUAL;
            const wait = attempt < attempts ? waitAfter(clock, trouble, { attempt, repeatable: isRepeatable(asked) }) : null;
            purse.left -= clock.monotonic() - begun;
            if (wait === null || wait > LONGEST_WAIT_MS || wait > purse.left)
                throw gitHubFailure(trouble);
            purse.left -= wait;
            await clock.sleep(wait);
        }
    }
}
/** Calls that may be carried out twice; a POST says so itself where it holds. */
function isRepeatable(asked) {
    const said = asked.request ?? {};
    return said.repeatable ?? asked.method !== "POST";
}
/** Milliseconds until the call is worth another try; null when it is not. */
function waitAfter(clock, trouble, at) {
    if (trouble.lifted !== null)
        return Math.max(0, trouble.lifted.getTime() - clock.now().getTime());
    const lost = trouble.status === 0 || trouble.status >= 500;
    return lost && at.repeatable ? pause(at.attempt) : null;
}
/** Longer and longer pauses: 1 s, 4 s, 9 s. */
function pause(attempt) {
    return attempt * attempt * 1000;
}
/** When a call may be sent again that was refused for its rate; null for others. */
function limitLifted(clock, answer) {
    if (!isRateLimit(answer))
        return null;
    const now = clock.now().getTime();
    const seconds = Number(answer.headers["retry-after"]);
    if (Number.isFinite(seconds))
        return new Date(now + Math.max(1, seconds) * 1000);
    const reset = Number(answer.headers["x-ratelimit-reset"]) * 1000;
    const exhausted = String(answer.headers["x-ratelimit-remaining"]) === "0";
    // one second more: the limit is lifted after the second that is named
    return new Date(exhausted && Number.isFinite(reset) ? Math.max(now, reset) + 1000 : now + UNNAMED_WAIT_MS);
}
/** Octokit takes an answer that broke off in its middle for a good one, with a string in place of the data. */
function whole(response) {
    const type = response.headers["content-type"];
    if (response.status !== 204 && String(type).includes("json") && typeof response.data === "string") {
        throw new Error("the answer broke off");
    }
    return response;
}
function readTrouble(options, asked, error) {
    const known = error;
    const root = options.apiUrl.replace(/\/$/, "");
    const answer = {
        status: known.response === undefined ? 0 : (known.status ?? 0),
        message: known.message,
        headers: known.response?.headers ?? {},
    };
    return {
        ...answer,
        method: asked.method,
        path: pathOf(asked, root),
        cause: error,
        lifted: limitLifted(options.clock, answer),
    };
}
/** The call's path with its placeholders filled in, as far as they are known. */
function pathOf(asked, root) {
    const values = asked;
    const filled = asked.url.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? `{${name}}`));
    // GraphQL has an address of its own on servers of a company
    return filled
        .replace(root, "")
        .replace(/^https?:\/\/[^/]+/, "")
        .replace(/\?.*$/, "");
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./build/github/zip.js


/** The bytes of the one file that an archive is to hold, under exactly this name. Failure `artifact-refused`. */
async function onlyFile(archive, { file, most }) {
    const { fromBufferPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    const zip = await fromBufferPromise(Buffer.from(archive)).catch((cause) => {
        throw refused("it is no zip archive that can be read", cause);
    });
    if (zip.entryCount !== 1)
        throw refused(`it holds ${zip.entryCount} files`);
    try {
        for await (const entry of zip.eachEntry()) {
            if (entry.fileName !== file)
                throw refused("its file has another name");
            if (entry.uncompressedSize > most)
                throw refused(`its file has ${entry.uncompressedSize} bytes`);
            // yauzl ends a stream that gives more or less than the size that it was checked by
            return new Uint8Array(await (0,consumers_.buffer)(await zip.openReadStreamPromise(entry)));
        }
    }
    catch (cause) {
        throw cause instanceof Error && cause.name === "Failure" ? cause : refused("its file cannot be read", cause);
    }
    throw refused("it is empty");
    function refused(what, cause) {
        return (0,kernel/* badInput */.AN)("artifact-refused", `the run's artifact is not what Mainline leaves: ${what}`, {
            expected: `one file ${file} of at most ${most} bytes`,
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/github/artifacts.js




/** So many pages of a run's artifacts are looked through. */
const MOST_PAGES = 10;
/**
 * The artifacts of a workflow run that are called by a family's name, or by it, a hyphen and more: of each name the newest, by
 * name. Failure `artifact-refused` where the run has more artifacts than are looked through.
 */
async function artifactsOf(wire, { run, family }) {
    const newest = new Map();
    for (let page = 1;; page++) {
        const client = await wire.client();
        const at = { ...wire.at, run_id: run, per_page: PAGE_SIZE, page };
        const { artifacts, total_count: total } = (await client.rest.actions.listWorkflowRunArtifacts(at)).data;
        for (const { id, name, size_in_bytes: bytes, expired } of artifacts) {
            if (expired || !(name === family || name.startsWith(`${family}-`)))
                continue;
            // an attempt after the first leaves one of the same name beside the earlier one's
            if (id > (newest.get(name)?.id ?? 0))
                newest.set(name, { id, name, bytes });
        }
        if (artifacts.length === 0 || total <= page * PAGE_SIZE)
            break;
        if (page === MOST_PAGES) {
            throw (0,kernel/* badInput */.AN)("artifact-refused", "the run has more artifacts than are looked through", {
                found: String(total),
                expected: `at most ${MOST_PAGES * PAGE_SIZE}`,
            });
        }
    }
    return [...newest.values()].toSorted((a, b) => (0,kernel/* compareCodePoints */.OP)(a.name, b.name));
}
/**
 * The file that a workflow run left in an artifact; null where it is gone. Whoever ran there may have made the artifact:
 * nothing is unpacked to disk, no name in it becomes a path, and it is read no further than its limit. Failure
 * `artifact-refused`.
 */
async function artifactFile(wire, order) {
    const { artifact, most } = order;
    if (artifact.bytes > most) {
        throw (0,kernel/* badInput */.AN)("artifact-refused", "it is too large", {
            found: `${artifact.bytes} bytes`,
            expected: `at most ${most}`,
        });
    }
    const zip = await downloaded(wire, artifact.id);
    return zip === null ? null : onlyFile(zip, order);
}
async function downloaded(wire, id) {
    const client = await wire.client();
    try {
        const { data } = await client.rest.actions.downloadArtifact({ ...wire.at, artifact_id: id, archive_format: "zip" });
        return new Uint8Array(data);
    }
    catch (error) {
        if (isNotFound(error))
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/github/found-checks.js

/** The app whose tokens workflows get. */
const WORKFLOWS = "github-actions";
/**
 * The newest of a name on a commit. Whichever of the repository's workflows wrote it: their tokens are all those of GitHub's own
 * app. `by`: only what this account wrote counts.
 */
async function lastCheck(wire, author, { by, ...at }) {
    const all = await ourChecks(wire, author === null ? null : [...author, WORKFLOWS], at);
    return all.find((check) => by === undefined || check.author === by)?.seen ?? null;
}
/** Names of our checks on a commit that are not concluded. */
async function openChecks(wire, author, headSha) {
    const client = await wire.client();
    const all = await client.paginate(client.rest.checks.listForRef, {
        ...wire.at,
        ref: headSha,
        filter: "all",
        per_page: PAGE_SIZE,
    });
    const ours = all.filter((check) => isOurs(check, author) && check.status !== "completed");
    return [...new Set(ours.map(({ name }) => name))];
}
/** Ours of this name on this commit, newest first: a workflow's own jobs are check runs of the same app. */
async function ourChecks(wire, author, order) {
    const client = await wire.client();
    const all = await client.paginate(client.rest.checks.listForRef, {
        ...wire.at,
        ref: order.headSha,
        check_name: order.name,
        filter: "all",
        per_page: PAGE_SIZE,
    });
    return all
        .filter((check) => isOurs(check, author))
        .map(found)
        .toSorted((a, b) => b.id - a.id);
}
/** Anybody with an app of his own can give a check our name and our id: the app is what GitHub vouches for. */
function isOurs({ name, external_id: id, app }, author) {
    return id === externalId(name) && (author === null || app?.slug === undefined || author.includes(app.slug));
}
function externalId(name) {
    return `mainline/${name}`;
}
function found(check) {
    const { title, summary, text } = check.output;
    return {
        id: check.id,
        url: check.html_url ?? "",
        seen: {
            startedAt: check.started_at === null ? null : new Date(check.started_at),
            concludedAt: check.completed_at === null ? null : new Date(check.completed_at),
            conclusion: check.conclusion,
            text,
        },
        author: `${check.app?.slug ?? ""}[bot]`,
        annotations: check.output.annotations_count,
        state: stateOf({ status: check.status, conclusion: check.conclusion, output: { title, summary, text } }),
    };
}
function stateOf(state) {
    const { title, summary, text } = state.output;
    return JSON.stringify([state.status, state.conclusion ?? null, title, summary, text ?? null]);
}

;// CONCATENATED MODULE: ./build/github/once.js


const ATTEMPTS = 4;
/** Finds something, or makes it: it must not be there twice. */
async function createOnce(clock, ways) {
    const existing = await ways.find();
    return existing === null
        ? { thing: await createMissing(clock, ways), existed: false }
        : { thing: existing, existed: true };
}
/**
 * Makes something that was not there a moment ago. Nobody knows what became of a call whose answer was lost, so it is
 * looked for before it is made again.
 */
async function createMissing(clock, { find, create }) {
    for (let attempt = 1;; attempt++) {
        try {
            return await create();
        }
        catch (error) {
            if (!isLost(error) || attempt === ATTEMPTS)
                throw error;
            await clock.sleep(pause(attempt));
            const found = await find();
            if (found !== null)
                return found;
        }
    }
}

;// CONCATENATED MODULE: ./build/github/checks.js




/** What GitHub takes in one request; more are added by further ones. */
const ANNOTATIONS_AT_ONCE = 50;
const checks_ATTEMPTS = 4;
/**
 * Writes the one check run of this name on this commit, in place when it is there. Annotations can only be added, so
 * those that GitHub has already are not sent again, and the conclusion comes with the last of them: a check never
 * looks finished before it is. Should two be there (checks cannot be deleted), every one tells the same.
 */
async function checkRun(wire, author, order) {
    const [newest, ...older] = await ourChecks(wire, author, order);
    const check = newest ?? (await made(wire, author, order));
    let changed = false;
    for (const each of [check, ...older])
        changed = (await bringUp(wire, each, order)) || changed;
    return { id: check.id, url: check.url, action: newest === undefined ? "created" : changed ? "updated" : "unchanged" };
}
function made(wire, author, order) {
    return createMissing(wire.clock, {
        find: async () => (await ourChecks(wire, author, order))[0] ?? null,
        create: () => create(wire, order),
    });
}
/** Made empty-handed where annotations follow: those are added one batch at a time, and may be added only once. */
async function create(wire, order) {
    const client = await wire.client();
    const first = (order.annotations ?? []).length === 0 ? settled(order) : { status: "in_progress" };
    const { data } = await client.rest.checks.create({
        ...wire.at,
        name: order.name,
        head_sha: order.headSha,
        external_id: externalId(order.name),
        ...first,
        output: { ...order.output },
        ...(order.detailsUrl === undefined ? {} : { details_url: order.detailsUrl }),
    });
    return found(data);
}
function settled(order) {
    return order.conclusion === undefined
        ? { status: order.status }
        : { status: order.status, conclusion: order.conclusion };
}
/** True when something had to be written. An answer that is lost on the way is followed by a look at what is there. */
async function bringUp(wire, check, order) {
    for (let attempt = 1;; attempt++) {
        const missing = await missingAnnotations(wire, check, { order, again: attempt > 1 });
        if (missing.length === 0 && check.state === stateOf(order))
            return attempt > 1;
        try {
            await write(wire, check.id, { order, missing });
            return true;
        }
        catch (error) {
            if (!isLost(error) || attempt === checks_ATTEMPTS)
                throw error;
            await wire.clock.sleep(pause(attempt));
        }
    }
}
async function missingAnnotations(wire, check, at) {
    const wanted = at.order.annotations ?? [];
    if (wanted.length === 0 || (check.annotations === 0 && !at.again))
        return wanted;
    const client = await wire.client();
    const there = await client.paginate(client.rest.checks.listAnnotations, {
        ...wire.at,
        check_run_id: check.id,
        per_page: PAGE_SIZE,
    });
    const known = new Set(there.map((one) => annotationKey({
        path: one.path,
        startLine: one.start_line,
        endLine: one.end_line,
        message: one.message ?? "",
    })));
    return wanted.filter((annotation) => !known.has(annotationKey(annotation)));
}
function annotationKey(annotation) {
    return JSON.stringify([annotation.path, annotation.startLine, annotation.endLine, annotation.message]);
}
async function write(wire, id, at) {
    const client = await wire.client();
    const batches = inBatches(at.missing);
    for (const [index, annotations] of batches.entries()) {
        const last = index === batches.length - 1;
        await client.rest.checks.update({
            ...wire.at,
            check_run_id: id,
            ...(last ? settled(at.order) : {}),
            output: { ...at.order.output, annotations: annotations.map(asSent) },
            ...(at.order.detailsUrl === undefined ? {} : { details_url: at.order.detailsUrl }),
            // added twice, annotations would show twice
            request: { repeatable: annotations.length === 0 },
        });
    }
}
/** At least one batch, because the state has to be written too. */
function inBatches(annotations) {
    const count = Math.max(1, Math.ceil(annotations.length / ANNOTATIONS_AT_ONCE));
    return Array.from({ length: count }, (_, index) => annotations.slice(index * ANNOTATIONS_AT_ONCE, (index + 1) * ANNOTATIONS_AT_ONCE));
}
function asSent(annotation) {
    return {
        path: annotation.path,
        start_line: annotation.startLine,
        end_line: annotation.endLine,
        annotation_level: annotation.level,
        message: annotation.message,
        ...(annotation.title === undefined ? {} : { title: annotation.title }),
    };
}

;// CONCATENATED MODULE: ./build/github/comments.js



/**
 * Writes the one comment of ours that carries the marker: found by author and marker over all pages, made when there
 * is none, left alone when nothing changed. Several (two writers at once, an answer lost and a read that came too
 * early) become one again: the oldest stays, because links to it are about, and is right before the others go.
 */
async function upsertComment(wire, author, order) {
    if (!carries(order.body, order.marker))
        throw new Error("the comment's body lacks its own marker");
    const before = await ourComments(wire, author, order);
    if (before.length > 0)
        return settle(wire, order, { comments: before, created: false });
    const thing = await createMissing(wire.clock, {
        find: async () => (await ourComments(wire, author, order))[0] ?? null,
        create: () => comments_create(wire, order),
    });
    const after = await ourComments(wire, author, order);
    const known = after.some((comment) => comment.id === thing.id) ? after : [thing, ...after];
    return settle(wire, order, { comments: known.toSorted((a, b) => a.id - b.id), created: true });
}
/** Ours with the marker, oldest first. */
async function ourComments(wire, author, at) {
    const client = await wire.client();
    const all = await client.paginate(client.rest.issues.listComments, {
        ...wire.at,
        issue_number: at.issue,
        per_page: PAGE_SIZE,
    });
    return all
        .filter((comment) => comment.user?.login === author && carries(comment.body ?? "", at.marker))
        .map((comment) => ({ id: comment.id, url: comment.html_url, body: comment.body ?? "" }))
        .toSorted((a, b) => a.id - b.id);
}
/** A line of its own, so that a comment which quotes ours is not taken for it. */
function carries(body, marker) {
    return body.split(/\r?\n/).includes(marker);
}
async function comments_create(wire, order) {
    const client = await wire.client();
    const { data } = await client.rest.issues.createComment({ ...wire.at, issue_number: order.issue, body: order.body });
    return { id: data.id, url: data.html_url, body: data.body ?? order.body };
}
async function settle(wire, order, at) {
    const [kept, ...others] = at.comments;
    if (kept === undefined)
        throw new Error("settle() needs a comment");
    const same = asStored(kept.body) === asStored(order.body);
    if (!same)
        await update(wire, kept.id, order.body);
    for (const other of others)
        await remove(wire, other.id);
    const action = at.created ? "created" : same ? "unchanged" : "updated";
    return { id: kept.id, url: kept.url, action };
}
/** GitHub may store other line ends than it was sent, and no space at the end. */
function asStored(body) {
    return body.replaceAll("\r\n", "\n").trimEnd();
}
async function update(wire, id, body) {
    const client = await wire.client();
    await client.rest.issues.updateComment({ ...wire.at, comment_id: id, body });
}
async function remove(wire, id) {
    const client = await wire.client();
    try {
        await client.rest.issues.deleteComment({ ...wire.at, comment_id: id });
    }
    catch (error) {
        // someone else healed it, or an answer was lost: gone is gone
        if (!isNotFound(error))
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/github/graphql.js

/** The answer's data, or what GitHub has against it. What is neither is thrown. */
async function askGraphql(wire, { text, variables = {}, repeatable = false }) {
    const client = await wire.client();
    try {
        return { data: await client.graphql(text, { ...variables, request: { repeatable } }) };
    }
    catch (error) {
        const refusals = refusalsOf(error);
        if (refusals.length === 0)
            throw error;
        return { refusals };
    }
}
/** Octokit throws them as an error of its own. */
function refusalsOf(error) {
    if (error instanceof kernel/* Failure */.HR)
        return [];
    const { errors } = (error ?? {});
    return Array.isArray(errors) ? errors : [];
}
/** `about`: in words, "the commit". */
function refused(about, refusals) {
    const [{ type, message = "no reason given" } = {}] = refusals;
    const said = `GitHub refused ${about}: ${message}`;
    if (type === "RATE_LIMITED")
        return (0,kernel/* infrastructure */.Sv)("github-rate-limited", said, {
            hint: "wait for the limit to be lifted, then run it again: what was done is found again",
        });
    if (type !== "FORBIDDEN" && type !== "INSUFFICIENT_SCOPES")
        return (0,kernel/* infrastructure */.Sv)("github-refused", said);
    return (0,kernel/* infrastructure */.Sv)("github-permission-missing", said, {
        hint: "give the job `contents: write` under `permissions:` in the workflow",
    });
}

;// CONCATENATED MODULE: ./build/github/commits.js

const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
	createCommitOnBranch(input: $input) { commit { oid } }
}`;
/**
 * One commit on a branch, made and signed by GitHub: it shows as verified, with the token's owner as its author. Null where
 * the branch has moved, or is gone. A call whose answer was lost is not made again: who asks looks at the branch first.
 */
async function commitOnBranch(wire, order) {
    const input = {
        branch: { repositoryNameWithOwner: `${wire.at.owner}/${wire.at.repo}`, branchName: order.branch },
        expectedHeadOid: order.onto,
        message: { headline: order.headline, body: order.body },
        fileChanges: {
            additions: [...order.files].map(([path, bytes]) => ({ path, contents: Buffer.from(bytes).toString("base64") })),
        },
    };
    const answer = await askGraphql(wire, {
        text: MUTATION,
        variables: { input },
    });
    if ("refusals" in answer) {
        if (answer.refusals.some(({ type }) => type === "STALE_DATA" || type === "NOT_FOUND"))
            return null;
        throw refused("the commit", answer.refusals);
    }
    const oid = answer.data.createCommitOnBranch?.commit?.oid;
    return typeof oid === "string" ? oid : null;
}

;// CONCATENATED MODULE: ./build/github/deployments.js



const LONGEST_DESCRIPTION = 140;
/** Deployments that are looked at, newest first, in search of those that a new one replaces. */
const MOST_RETIRED = 100;
/**
 * Finds or makes the deployment of a commit to an environment. It is made for exactly this commit: GitHub would else
 * merge the default branch into it first, and wait for every check to be green.
 */
async function deployment(wire, order) {
    const { thing, existed } = await createOnce(wire.clock, {
        find: () => findDeployment(wire, order),
        create: () => createDeployment(wire, order),
    });
    return { ...thing, existed };
}
/** The oldest that fits, so that every reader picks the same one. */
async function findDeployment(wire, order) {
    const client = await wire.client();
    const all = await client.paginate(client.rest.repos.listDeployments, {
        ...wire.at,
        environment: order.environment,
        sha: order.sha,
        per_page: PAGE_SIZE,
    });
    const ours = all.findLast((one) => keyOf(one.payload) === order.key);
    return ours === undefined ? null : { id: ours.id, url: ours.url };
}
/** GitHub gives an object back as an object or as its JSON text, by how it was sent. */
function keyOf(payload) {
    const value = typeof payload === "string" ? parseOrNull(payload) : payload;
    const key = typeof value === "object" && value !== null ? value["mainline"] : null;
    return typeof key === "string" ? key : null;
}
function parseOrNull(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
async function createDeployment(wire, order) {
    const client = await wire.client();
    const { data } = await client.rest.repos.createDeployment({
        ...wire.at,
        ref: order.sha,
        environment: order.environment,
        auto_merge: false,
        required_contexts: [],
        payload: { mainline: order.key },
        production_environment: order.production ?? false,
        ...(order.description === undefined ? {} : { description: shortened(order.description) }),
    });
    // the other answer, 202, belongs to a merge that `auto_merge: false` rules out
    if (!("id" in data))
        throw new Error(`GitHub made no deployment: ${data.message ?? ""}`);
    return { id: data.id, url: data.url };
}
/** Says where a deployment is. Saying it twice adds nothing. */
async function deploymentStatus(wire, order) {
    const { existed } = await createOnce(wire.clock, {
        find: async () => {
            const latest = await latestStatus(wire, order.deployment);
            return latest !== null && saysTheSame(latest, order) ? latest : null;
        },
        create: () => createStatus(wire, order),
    });
    return existed ? "unchanged" : "created";
}
async function latestStatus(wire, id) {
    const client = await wire.client();
    try {
        const { data } = await client.rest.repos.listDeploymentStatuses({ ...wire.at, deployment_id: id, per_page: 1 });
        return data[0] ?? null;
    }
    catch (error) {
        // a read that comes too early does not know a deployment that was just made
        if (isNotFound(error))
            return null;
        throw error;
    }
}
/** A deployment that succeeded is not under way again because somebody runs its workflow once more. */
function saysTheSame(latest, order) {
    if (latest.state === "success" && (order.state === "in_progress" || order.state === "queued"))
        return true;
    return (latest.state === order.state &&
        latest.description === shortened(order.description ?? "") &&
        (latest.environment_url ?? "") === (order.environmentUrl ?? ""));
}
async function createStatus(wire, order) {
    const client = await wire.client();
    const { data } = await client.rest.repos.createDeploymentStatus({
        ...wire.at,
        deployment_id: order.deployment,
        state: order.state,
        description: shortened(order.description ?? ""),
        auto_inactive: false,
        ...(order.environmentUrl === undefined ? {} : { environment_url: order.environmentUrl }),
        ...(order.logUrl === undefined ? {} : { log_url: order.logUrl }),
    });
    return data;
}
function shortened(text) {
    return text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, LONGEST_DESCRIPTION - 1)}…`;
}
/**
 * Ends the deployments that `current` replaces: GitHub does so by itself only where nobody works, never in production.
 * Returns their ids. The oldest goes first, so that below an ended one there is never one that still counts, and the
 * search may stop there.
 */
async function retireDeployments(wire, at) {
    const client = await wire.client();
    const { data } = await client.rest.repos.listDeployments({
        ...wire.at,
        environment: at.environment,
        per_page: MOST_RETIRED,
    });
    const outlived = [];
    for (const earlier of data.filter((one) => one.id !== at.current)) {
        const state = (await latestStatus(wire, earlier.id))?.state;
        if (state === "inactive")
            break;
        outlived.push(earlier.id);
    }
    const description = at.description ?? "replaced";
    for (const id of outlived.toReversed())
        await deploymentStatus(wire, { deployment: id, state: "inactive", description });
    return outlived.toReversed();
}

;// CONCATENATED MODULE: ./build/github/identity.js



/** How the tokens of apps begin, a workflow's own among them. */
const INSTALLATION = "ghs_";
/**
 * Whom GitHub shows as the author of what we write. Installation tokens, GITHUB_TOKEN among them, have no user to
 * ask `GET /user` for; GraphQL's `viewer` tells their bot.
 */
async function whoAmI(wire) {
    if (!wire.token.startsWith(INSTALLATION)) {
        const person = await personOf(wire);
        if (person !== null)
            return person;
    }
    const answer = await askGraphql(wire, {
        text: "query { viewer { login } }",
        repeatable: true,
    });
    if ("refusals" in answer)
        throw refused("to say whom the token belongs to", answer.refusals);
    const login = answer.data.viewer?.login;
    if (typeof login === "string")
        return { login, kind: "app" };
    throw (0,kernel/* infrastructure */.Sv)("github-unknown-identity", "GitHub does not say whom the token belongs to", {
        hint: "use the workflow's GITHUB_TOKEN or an app's installation token",
    });
}
/** Null for a token that belongs to nobody. */
async function personOf(wire) {
    const client = await wire.client();
    try {
        const { data } = await client.rest.users.getAuthenticated();
        return { login: data.login, kind: "user" };
    }
    catch (error) {
        if (isForbidden(error))
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/github/pins.js


const ASKED = `query ($owner: String!, $name: String!, $number: Int!) {
	repository(owner: $owner, name: $name) { issue(number: $number) { id isPinned } }
}`;
const PINS = `mutation ($input: PinIssueInput!) {
	pinIssue(input: $input) { issue { isPinned } }
}`;
/**
 * Puts an issue on top of the repository's list, which only GraphQL can. Null once it is there, else why GitHub does not pin it:
 * it pins three at most.
 */
async function pinIssue(wire, number) {
    let id = "";
    const { thing } = await createOnce(wire.clock, {
        find: async () => {
            const seen = await look(wire, number);
            if ("refusal" in seen)
                return seen;
            id = seen.id;
            return seen.pinned ? { refusal: null } : null;
        },
        create: async () => {
            const answer = await askGraphql(wire, { text: PINS, variables: { input: { issueId: id } } });
            return { refusal: "refusals" in answer ? wordsOf(answer.refusals) : null };
        },
    });
    return thing.refusal;
}
async function look(wire, number) {
    const answer = await askGraphql(wire, { text: ASKED, variables: { owner: wire.at.owner, name: wire.at.repo, number }, repeatable: true });
    if ("refusals" in answer)
        return { refusal: wordsOf(answer.refusals) };
    const { id, isPinned } = answer.data.repository?.issue ?? {};
    return typeof id === "string" ? { id, pinned: isPinned === true } : { refusal: "GitHub does not know the issue" };
}
/** What stays as it is however often it is asked; a limit passes and is thrown. */
function wordsOf(refusals) {
    const [first] = refusals;
    if (first?.type === "RATE_LIMITED")
        throw refused("to pin the issue", refusals);
    return first?.message ?? "GitHub gives no reason";
}

;// CONCATENATED MODULE: ./build/github/issues.js





/** The last line of an issue until its pinning was tried: whoever is killed in between is not the last to try. */
const NEW = "<!-- not pinned yet -->";
/**
 * Writes the one issue of ours that carries the marker: found by author and marker over all pages, open and closed; made and
 * pinned when there is none, left alone when somebody closed it or nothing changed. Of several (two writers at once, an answer
 * lost) the oldest stays, and the others are closed. What was written is read back: GitHub answers an over-long text as if all
 * were well and keeps the old one. Failure `github-text-ignored` then.
 */
async function upsertIssue(wire, author, order) {
    if (!issues_carries(order.body, order.marker))
        throw new Error("the issue's body does not begin with its own marker");
    const before = await ourIssues(wire, author, order.marker);
    const created = before.length === 0;
    const [kept, ...others] = created ? await make(wire, author, order) : before;
    if (kept === undefined)
        throw new Error("an issue that was made is none");
    for (const other of others)
        await closeSecond(wire, other, kept);
    const { number, url } = kept;
    if (kept.closed)
        return { number, url, action: "closed", unpinned: null };
    const unpinned = kept.body.trimEnd().endsWith(NEW) ? await pinIssue(wire, number) : null;
    const same = asStored(kept.body) === asStored(order.body);
    if (!same)
        await rewrite(wire, number, order.body);
    return { number, url, action: created ? "created" : same ? "unchanged" : "updated", unpinned };
}
/** Ours with the marker, oldest first. */
async function ourIssues(wire, author, marker) {
    const client = await wire.client();
    const all = await client.paginate(client.rest.issues.listForRepo, {
        ...wire.at,
        creator: author,
        state: "all",
        per_page: PAGE_SIZE,
    });
    return all
        .filter((one) => one.pull_request === undefined && one.user?.login === author && issues_carries(one.body ?? "", marker))
        .map(readIssue)
        .toSorted((a, b) => a.number - b.number);
}
/** The first line, so that what a bot of the same account writes in others' words is not taken for it. */
function issues_carries(body, marker) {
    return body.split(/\r?\n/, 1)[0] === marker;
}
function readIssue({ number, html_url, body, state }) {
    return { number, url: html_url, body: body ?? "", closed: state === "closed" };
}
/** The new one, with what another writer made in the meantime; oldest first. */
async function make(wire, author, order) {
    const made = await createMissing(wire.clock, {
        find: async () => (await ourIssues(wire, author, order.marker))[0] ?? null,
        create: () => issues_create(wire, order),
    });
    const after = await ourIssues(wire, author, order.marker);
    const known = after.some(({ number }) => number === made.number) ? after : [made, ...after];
    return known.toSorted((a, b) => a.number - b.number);
}
async function issues_create(wire, { title, body }) {
    const client = await wire.client();
    const text = `${body.trimEnd()}\n\n${NEW}\n`;
    const { data } = await client.rest.issues.create({ ...wire.at, title, body: text });
    return readIssue(data);
}
/** With its marker gone it is never ours again. */
async function closeSecond(wire, second, kept) {
    const client = await wire.client();
    await client.rest.issues.update({
        ...wire.at,
        issue_number: second.number,
        state: "closed",
        state_reason: "not_planned",
        body: `Two jobs began this at once: ${kept.url} is the one that is kept up to date.\n`,
    });
}
async function rewrite(wire, number, body) {
    const client = await wire.client();
    const at = { ...wire.at, issue_number: number };
    await client.rest.issues.update({ ...at, body });
    for (const attempt of [1, 2]) {
        const { data } = await client.rest.issues.get(at);
        if (asStored(data.body ?? "") === asStored(body))
            return;
        // a read may come too early
        if (attempt === 1)
            await wire.clock.sleep(pause(attempt));
    }
    throw (0,kernel/* infrastructure */.Sv)("github-text-ignored", `GitHub kept the old text of issue ${number}, and said nothing of it`, {
        hint: "it does so where a text is too long for it, or another job wrote at the same time; the next run writes it again",
    });
}

;// CONCATENATED MODULE: ./build/github/people.js


/** What an account may do in the repository. Whoever GitHub does not know, or will not tell of, may do nothing. */
async function permission(wire, login) {
    const client = await wire.client();
    try {
        const { data } = await client.rest.repos.getCollaboratorPermissionLevel({ ...wire.at, username: login });
        return readPermission(data.permission);
    }
    catch (error) {
        if (isNotFound(error) || isForbidden(error))
            return "none";
        throw error;
    }
}
function readPermission(text) {
    return text === "admin" || text === "write" || text === "read" ? text : "none";
}
/** Reacts to a comment; GitHub keeps one of a kind from each account, so once more does no harm. Whether it was there already. */
async function react(wire, at) {
    const client = await wire.client();
    const { status } = await client.rest.reactions.createForIssueComment({
        ...wire.at,
        comment_id: at.comment,
        content: at.content,
        request: { repeatable: true },
    });
    return { existed: status === 200 };
}
/** Whether an account has reacted so to a comment. */
async function hasReacted(wire, author, at) {
    const client = await wire.client();
    const all = await client.paginate(client.rest.reactions.listForIssueComment, {
        ...wire.at,
        comment_id: at.comment,
        content: at.content,
        per_page: PAGE_SIZE,
    });
    return all.some(({ user, content }) => user?.login === author && content === at.content);
}

;// CONCATENATED MODULE: ./build/github/pulls.js


const MOST_FILES = 3000;
/** The pull as it is now: what an event said of it may be out of date. */
async function pullRequest(wire, number) {
    const client = await wire.client();
    const { data } = await client.rest.pulls.get({ ...wire.at, pull_number: number });
    return readPull(data);
}
/** Open pulls to a branch, those changed last first, at most one page: GitHub does not say in a list which of them conflict. */
async function openPulls(wire, base) {
    const client = await wire.client();
    const { data } = await client.rest.pulls.list({
        ...wire.at,
        state: "open",
        base,
        sort: "updated",
        direction: "desc",
        per_page: PAGE_SIZE,
    });
    return data.map(readPull);
}
/** Numbers of all open pulls, to whatever branch. */
async function openPullNumbers(options) {
    const wire = makeWire(options);
    const client = await wire.client();
    const all = await client.paginate(client.rest.pulls.list, { ...wire.at, state: "open", per_page: PAGE_SIZE });
    return all.map(({ number }) => number);
}
/** Pulls from a branch of a repository, whatever their state, at most one page, the newest first. */
async function pullsFrom(wire, head) {
    const client = await wire.client();
    const { data } = await client.rest.pulls.list({
        ...wire.at,
        state: "all",
        head: `${head.owner}:${head.branch}`,
        sort: "created",
        direction: "desc",
        per_page: PAGE_SIZE,
    });
    return data.map(readPull);
}
function readPull(data) {
    const merged = data.merged_at !== null;
    return {
        number: data.number,
        url: data.html_url,
        title: data.title,
        body: data.body ?? "",
        author: data.user?.login ?? "ghost",
        labels: (data.labels ?? []).flatMap(({ name }) => name ?? []),
        state: data.state === "open" ? "open" : "closed",
        draft: data.draft ?? false,
        merged,
        mergeCommit: merged ? data.merge_commit_sha : null,
        testMerge: merged ? null : data.merge_commit_sha,
        mergeable: data.mergeable ?? null,
        headSha: data.head.sha,
        headRef: data.head.ref,
        headRepositoryId: data.head.repo?.id ?? null,
        headRepository: data.head.repo?.full_name ?? null,
        fork: data.head.repo === null || data.head.repo.id !== data.base.repo?.id,
        baseSha: data.base.sha,
        baseRef: data.base.ref,
    };
}
/** The merged pull that put this commit on its base, however it was merged; null for a direct push. */
async function pullForCommit(wire, sha) {
    const client = await wire.client();
    try {
        const all = await client.paginate(client.rest.repos.listPullRequestsAssociatedWithCommit, {
            ...wire.at,
            commit_sha: sha,
            per_page: PAGE_SIZE,
        });
        const merged = all.map(readPull).filter((pull) => pull.merged);
        return merged.find((pull) => pull.mergeCommit === sha) ?? merged[0] ?? null;
    }
    catch (error) {
        if (isNotFound(error))
            return null;
        throw error;
    }
}
/** What the pull changes against the point where it left its base, over all pages. */
async function changedFiles(wire, number) {
    const client = await wire.client();
    const all = await client.paginate(client.rest.pulls.listFiles, {
        ...wire.at,
        pull_number: number,
        per_page: PAGE_SIZE,
    });
    const files = all.map((file) => ({
        path: file.filename,
        previousPath: file.previous_filename ?? null,
        status: file.status,
    }));
    return { files, complete: files.length < MOST_FILES };
}

;// CONCATENATED MODULE: ./build/github/proposals.js


/** Opens the pull request from a branch, or brings the words of the open one up to date. */
async function propose(wire, order) {
    const open = await openProposal(wire, order);
    if (open === null)
        return createMissing(wire.clock, { find: () => openProposal(wire, order), create: () => proposals_create(wire, order) });
    if (open.title === order.title && open.body === order.body)
        return open;
    const client = await wire.client();
    const { title, body } = order;
    const { data } = await client.rest.pulls.update({ ...wire.at, pull_number: open.number, title, body });
    return readPull(data);
}
/** The newest from the branch to the base, in whatever state; an open one before all others. */
async function lastProposal(wire, { head, base }) {
    const all = (await pullsFrom(wire, { owner: wire.at.owner, branch: head })).filter((one) => one.baseRef === base && !one.fork);
    return all.find(({ state }) => state === "open") ?? all[0] ?? null;
}
async function withdraw(wire, number) {
    const client = await wire.client();
    await client.rest.pulls.update({ ...wire.at, pull_number: number, state: "closed" });
}
async function openProposal(wire, order) {
    const last = await lastProposal(wire, order);
    return last?.state === "open" ? last : null;
}
async function proposals_create(wire, { head, base, title, body }) {
    const client = await wire.client();
    try {
        const { data } = await client.rest.pulls.create({ ...wire.at, head, base, title, body });
        return readPull(data);
    }
    catch (error) {
        // refused because another run was faster
        const open = await openProposal(wire, { head, base, title, body });
        if (open !== null)
            return open;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/github/runs.js



/** A workflow's runs for a commit and an event, the newest first, at most one page. */
async function workflowRuns(wire, of) {
    const client = await wire.client();
    const { data } = await client.rest.actions.listWorkflowRuns({
        ...wire.at,
        workflow_id: of.workflow,
        head_sha: of.sha,
        event: of.event,
        per_page: PAGE_SIZE,
    });
    return data.workflow_runs.toSorted((a, b) => b.id - a.id).map(readRun);
}
/** When a run was started; running it again does not change that. */
async function runBegan(wire, run) {
    const client = await wire.client();
    const { data } = await client.rest.actions.getWorkflowRun({ ...wire.at, run_id: run });
    return new Date(data.created_at);
}
function readRun(run) {
    const from = run.head_repository;
    return {
        id: run.id,
        attempt: run.run_attempt ?? 1,
        workflowId: run.workflow_id,
        event: run.event,
        status: run.status ?? "queued",
        conclusion: run.conclusion,
        head: { branch: run.head_branch ?? "", sha: run.head_sha },
        headRepository: from === null ? null : { id: from.id, owner: from.owner.login },
        url: run.html_url,
    };
}
/** "Re-run all jobs". Once: a run that begins twice would end itself. */
async function rerun(wire, run) {
    const client = await wire.client();
    await begin(wire, run, () => client.rest.actions.reRunWorkflow({ ...wire.at, run_id: run.id }));
}
/** Lets a run of a fork's pull request begin that waits for somebody's consent. */
async function approveRun(wire, run) {
    const client = await wire.client();
    await begin(wire, run, () => client.rest.actions.approveWorkflowRun({ ...wire.at, run_id: run.id }));
}
/** A call whose answer was lost may have begun it. */
async function begin(wire, run, call) {
    const client = await wire.client();
    await createMissing(wire.clock, {
        find: async () => {
            const { data } = await client.rest.actions.getWorkflowRun({ ...wire.at, run_id: run.id });
            const now = readRun(data);
            const same = now.status === run.status && now.conclusion === run.conclusion && now.attempt === run.attempt;
            return same ? null : now;
        },
        create: call,
    });
}
/** Ends a run. One that has ended meanwhile has ended. */
async function cancelRun(wire, run) {
    const client = await wire.client();
    try {
        await client.rest.actions.cancelWorkflowRun({ ...wire.at, run_id: run, request: { repeatable: true } });
    }
    catch (error) {
        if (!isConflict(error))
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/github/connect.js














/**
 * One repository at GitHub, seen with one token. Every method may be called again after it failed or was killed:
 * it finds what is there and does only what is missing. Failures are of kind `infrastructure`.
 */
class GitHub {
    #wire;
    #permissions = new Map();
    #me = null;
    /** Use `connect`. */
    constructor(wire) {
        this.#wire = wire;
    }
    /** The same, which waits for no limit to be lifted and tries nothing twice. */
    hasty() {
        return new GitHub(this.#wire.hasty());
    }
    whoAmI() {
        this.#me ??= whoAmI(this.#wire);
        return this.#me;
    }
    async upsertComment(order) {
        const { login } = await this.whoAmI();
        return upsertComment(this.#wire, login, order);
    }
    async upsertIssue(order) {
        const { login } = await this.whoAmI();
        return upsertIssue(this.#wire, login, order);
    }
    /** Our comments with the marker, oldest first: to look, not to write. */
    async ourComments(at) {
        const { login } = await this.whoAmI();
        return ourComments(this.#wire, login, at);
    }
    async checkRun(order) {
        return checkRun(this.#wire, await this.#app(), order);
    }
    commitOnBranch(order) {
        return commitOnBranch(this.#wire, order);
    }
    /** Opens a pull request between two branches of this repository, or brings the open one up to date. */
    propose(order) {
        return propose(this.#wire, order);
    }
    lastProposal(of) {
        return lastProposal(this.#wire, of);
    }
    /** Closes a pull request that is not wanted any more. */
    withdraw(number) {
        return withdraw(this.#wire, number);
    }
    deployment(order) {
        return deployment(this.#wire, order);
    }
    deploymentStatus(order) {
        return deploymentStatus(this.#wire, order);
    }
    retireDeployments(at) {
        return retireDeployments(this.#wire, at);
    }
    pullRequest(number) {
        return pullRequest(this.#wire, number);
    }
    openPulls(base) {
        return openPulls(this.#wire, base);
    }
    pullsFrom(head) {
        return pullsFrom(this.#wire, head);
    }
    workflowRuns(of) {
        return workflowRuns(this.#wire, of);
    }
    runBegan(run) {
        return runBegan(this.#wire, run);
    }
    rerun(run) {
        return rerun(this.#wire, run);
    }
    approveRun(run) {
        return approveRun(this.#wire, run);
    }
    cancelRun(run) {
        return cancelRun(this.#wire, run);
    }
    /** Names of our checks on a commit that are not concluded. */
    async openChecks(headSha) {
        return openChecks(this.#wire, await this.#app(), headSha);
    }
    /** The newest check of ours of a name on a commit; null when there is none. */
    async lastCheck(at) {
        return lastCheck(this.#wire, await this.#app(), at);
    }
    /** The same, of those alone that the token's own account wrote: another program can call a check whatever it likes. */
    async ownCheck(at) {
        const { login } = await this.whoAmI();
        return lastCheck(this.#wire, await this.#app(), { ...at, by: login });
    }
    artifactsOf(of) {
        return artifactsOf(this.#wire, of);
    }
    artifactFile(order) {
        return artifactFile(this.#wire, order);
    }
    pullForCommit(sha) {
        return pullForCommit(this.#wire, sha);
    }
    changedFiles(number) {
        return changedFiles(this.#wire, number);
    }
    /** Asked once: a job is short, and who begins one asks anew. */
    permission(login) {
        const asked = this.#permissions.get(login) ?? permission(this.#wire, login);
        this.#permissions.set(login, asked);
        return asked;
    }
    /** The app that the token is of, as checks name it. */
    async #app() {
        const { login, kind } = await this.whoAmI();
        return kind === "app" ? [login.replace(/\[bot\]$/, "")] : null;
    }
    react(at) {
        return react(this.#wire, at);
    }
    /** Whether the token's own account has reacted so. */
    async hasReacted(at) {
        const { login } = await this.whoAmI();
        return hasReacted(this.#wire, login, at);
    }
}
/** No call is made, and no package loaded, before the first method is called. */
function connect(options) {
    if (!/^[^/\s]+\/[^/\s]+$/.test(options.repository)) {
        throw (0,kernel/* badInput */.AN)("bad-repository-name", "the repository's name cannot be read", {
            found: options.repository,
            expected: "owner/name, as in GITHUB_REPOSITORY",
        });
    }
    return new GitHub(makeWire(options));
}

;// CONCATENATED MODULE: ./build/github/payload.js

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const NO_SHA = /^0+$/;
/** Takes fields out of a foreign object one by one, and says which one was not what GitHub sends. */
class Reader {
    #event;
    #path;
    #fields;
    constructor(event, path, value) {
        this.#event = event;
        this.#path = path;
        if (typeof value !== "object" || value === null || Array.isArray(value))
            throw this.#refuse("", value, "an object");
        this.#fields = value;
    }
    names() {
        return Object.keys(this.#fields);
    }
    object(name) {
        return new Reader(this.#event, this.#at(name), this.#get(name));
    }
    objectOrNull(name) {
        const value = this.#get(name);
        return value === null || value === undefined ? null : new Reader(this.#event, this.#at(name), value);
    }
    text(name) {
        const value = this.#get(name);
        if (typeof value !== "string")
            throw this.#refuse(name, value, "text");
        return value;
    }
    textOrNull(name) {
        const value = this.#get(name);
        return value === null || value === undefined ? null : this.text(name);
    }
    /** Inputs of a workflow may be written as numbers and booleans; they mean their text. */
    anyText(name) {
        const value = this.#get(name);
        return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    }
    integer(name) {
        const value = this.#get(name);
        if (typeof value !== "number" || !Number.isSafeInteger(value))
            throw this.#refuse(name, value, "a whole number");
        return value;
    }
    time(name) {
        const value = new Date(this.text(name));
        if (Number.isNaN(value.getTime()))
            throw this.#refuse(name, this.text(name), "a time");
        return value;
    }
    /** Absent means no. */
    flag(name) {
        return this.#get(name) === true;
    }
    sha(name) {
        const value = this.text(name);
        if (!SHA.test(value))
            throw this.#refuse(name, value, "40 or 64 hex digits");
        return value;
    }
    /** All zeros: no object. */
    shaOrNothing(name) {
        const value = this.sha(name);
        return NO_SHA.test(value) ? null : value;
    }
    #get(name) {
        return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
    }
    #at(name) {
        return [this.#path, name].filter((part) => part !== "").join(".");
    }
    #refuse(name, found, expected) {
        return unreadable(this.#event, (JSON.stringify(found) ?? "nothing").slice(0, 100), `${expected} at \`${this.#at(name)}\``);
    }
}
function parseJson(name, payload) {
    try {
        return JSON.parse(payload);
    }
    catch {
        throw unreadable(name, payload.slice(0, 40), "JSON");
    }
}
function unreadable(name, found, expected) {
    return (0,kernel/* badInput */.AN)("event-unreadable", `the event \`${name}\` is not what GitHub sends`, {
        found,
        expected,
        hint: "GITHUB_EVENT_PATH must name the file that the runner wrote",
    });
}

;// CONCATENATED MODULE: ./build/github/events.js

/** GitHub's own limit for what it delivers. */
const LARGEST_PAYLOAD_BYTES = 25 * 1024 * 1024;
/** Reads what GITHUB_EVENT_NAME and the file GITHUB_EVENT_PATH say. Events that nothing depends on are not looked into. */
function parseEvent(name, payload) {
    const read = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    if (read === undefined)
        return { kind: "other", name };
    if (Buffer.byteLength(payload) > LARGEST_PAYLOAD_BYTES)
        throw unreadable(name, "more than 25 MiB", "GitHub's payload");
    return read(new Reader(name, "", parseJson(name, payload)));
}
const READERS = {
    pull_request: readPullRequest,
    push: readPush,
    workflow_dispatch: readDispatch,
    workflow_run: readWorkflowRun,
    merge_group: readMergeGroup,
    issue_comment: readIssueComment,
};
function readPullRequest(root) {
    const pull = root.object("pull_request");
    const [head, base] = [pull.object("head"), pull.object("base")];
    const from = head.objectOrNull("repo");
    return {
        kind: "pull_request",
        action: root.text("action"),
        number: root.integer("number"),
        title: pull.text("title"),
        draft: pull.flag("draft"),
        merged: pull.flag("merged"),
        author: pull.objectOrNull("user")?.text("login") ?? "ghost",
        sender: root.object("sender").text("login"),
        fork: from === null || from.integer("id") !== base.object("repo").integer("id"),
        head: readEnd(head),
        base: readEnd(base),
        repository: readRepository(root),
    };
}
function readEnd(end) {
    return { ref: end.text("ref"), sha: end.sha("sha"), repository: end.objectOrNull("repo")?.text("full_name") ?? null };
}
function readPush(root) {
    const ref = root.text("ref");
    const branch = after(ref, "refs/heads/");
    const repository = readRepository(root);
    return {
        kind: "push",
        ref,
        branch,
        tag: after(ref, "refs/tags/"),
        before: root.shaOrNothing("before"),
        after: root.shaOrNothing("after"),
        toDefaultBranch: branch === repository.defaultBranch,
        forced: root.flag("forced"),
        sender: root.object("sender").text("login"),
        repository,
    };
}
function after(text, prefix) {
    return text.startsWith(prefix) ? text.slice(prefix.length) : null;
}
function readDispatch(root) {
    const given = root.objectOrNull("inputs");
    const inputs = Object.fromEntries((given?.names() ?? []).map((key) => [key, given?.anyText(key) ?? ""]));
    return {
        kind: "workflow_dispatch",
        inputs,
        ref: root.text("ref"),
        sender: root.object("sender").text("login"),
        repository: readRepository(root),
    };
}
function readWorkflowRun(root) {
    const run = root.object("workflow_run");
    const from = run.objectOrNull("head_repository");
    return {
        kind: "workflow_run",
        action: root.text("action"),
        run: {
            id: run.integer("id"),
            attempt: run.integer("run_attempt"),
            workflowId: run.integer("workflow_id"),
            event: run.text("event"),
            status: run.text("status"),
            conclusion: run.textOrNull("conclusion"),
            head: { branch: run.textOrNull("head_branch") ?? "", sha: run.sha("head_sha") },
            headRepository: from === null ? null : { id: from.integer("id"), owner: from.objectOrNull("owner")?.text("login") ?? "" },
            url: run.text("html_url"),
        },
        sender: root.object("sender").text("login"),
        repository: readRepository(root),
    };
}
function readMergeGroup(root) {
    const group = root.object("merge_group");
    return {
        kind: "merge_group",
        action: root.text("action"),
        head: { ref: group.text("head_ref"), sha: group.sha("head_sha") },
        base: { ref: group.text("base_ref"), sha: group.sha("base_sha") },
        sender: root.object("sender").text("login"),
        repository: readRepository(root),
    };
}
function readIssueComment(root) {
    const [issue, comment] = [root.object("issue"), root.object("comment")];
    const sender = root.object("sender");
    return {
        kind: "issue_comment",
        action: root.text("action"),
        pull: issue.objectOrNull("pull_request") === null ? null : issue.integer("number"),
        author: issue.objectOrNull("user")?.text("login") ?? "ghost",
        comment: {
            id: comment.integer("id"),
            body: comment.text("body"),
            createdAt: comment.time("created_at"),
            byBot: (comment.objectOrNull("user")?.text("type") ?? "Bot") !== "User" || sender.text("type") !== "User",
        },
        sender: sender.text("login"),
        repository: readRepository(root),
    };
}
function readRepository(root) {
    const repository = root.object("repository");
    return {
        id: repository.integer("id"),
        fullName: repository.text("full_name"),
        defaultBranch: repository.text("default_branch"),
        private: repository.flag("private"),
    };
}

;// CONCATENATED MODULE: ./build/github/settings.js



/** Looks, and changes nothing. Failures: those of asking for the repository itself, of which nothing else can be known then. */
async function readSettings(options) {
    const wire = makeWire(options);
    const { site, facts } = await repository(wire);
    const { defaultBranch } = facts;
    const [requiredChecks, statuses, actions, workflowToken, forkApproval, runners, environments, tagRulesets] = await Promise.all([
        looked("contents", () => required(wire, defaultBranch)),
        looked("statuses", () => statusContexts(wire, defaultBranch)),
        looked("administration", () => actionsPolicy(wire)),
        looked("administration", () => workflowPermission(wire)),
        looked("administration", async () => (facts.public ? approval(wire) : null)),
        looked("administration", () => allRunners(wire)),
        looked("actions", () => allEnvironments(wire)),
        looked("metadata", () => rulesetsOfTags(wire)),
    ]);
    const answers = {
        requiredChecks,
        statuses,
        actions,
        workflowToken,
        forkApproval,
        runners,
        environments,
        tagRulesets,
    };
    return { site, facts, ...answers };
}
async function looked(needs, ask) {
    try {
        return { kind: "seen", value: await ask() };
    }
    catch (failure) {
        if ((isForbidden(failure) || isNotFound(failure)) && !isOfPlan(failure))
            return { kind: "hidden", needs };
        if (failure instanceof kernel/* Failure */.HR)
            return { kind: "failed", failure };
        throw failure;
    }
}
/** Some settings of private repositories are for those who pay: no right helps there. */
function isOfPlan(failure) {
    return failure instanceof kernel/* Failure */.HR && /\bUpgrade to GitHub\b/i.test(failure.message);
}
/** What is nothing where it cannot be seen; a trouble stays one. */
async function orNone(ask) {
    const answer = await looked("metadata", ask);
    if (answer.kind === "failed")
        throw answer.failure;
    return answer.kind === "seen" ? answer.value : [];
}
async function repository(wire) {
    const client = await wire.client();
    const { data, headers } = await client.rest.repos.get(wire.at);
    const said = headers;
    const date = new Date(String(said["date"]));
    const scopes = said["x-oauth-scopes"];
    return {
        site: {
            enterpriseVersion: said["x-github-enterprise-version"]?.toString() ?? null,
            date: Number.isNaN(date.getTime()) ? null : date,
            scopes: scopes === undefined
                ? null
                : String(scopes)
                    .split(/, */)
                    .filter((scope) => scope !== ""),
        },
        facts: {
            public: !data.private && data.visibility !== "internal",
            defaultBranch: data.default_branch,
            ownedByOrganization: data.owner.type === "Organization",
        },
    };
}
/** By the branch's own protection and by rulesets; both can be read without being an administrator. */
async function required(wire, branch) {
    const client = await wire.client();
    const [{ data: protection }, rules] = await Promise.all([
        client.rest.repos.getBranch({ ...wire.at, branch }),
        // older servers have no rulesets
        orNone(() => client.paginate(client.rest.repos.getBranchRules, { ...wire.at, branch, per_page: PAGE_SIZE })),
    ]);
    const classic = protection.protection?.required_status_checks?.contexts ?? [];
    const ruled = rules.flatMap((rule) => rule.type === "required_status_checks"
        ? (rule.parameters?.required_status_checks ?? []).map(({ context }) => context)
        : []);
    return [...new Set([...classic, ...ruled])];
}
async function statusContexts(wire, branch) {
    const client = await wire.client();
    const newest = { state: "open", sort: "updated", direction: "desc", per_page: 1 };
    const pulls = await orNone(async () => (await client.rest.pulls.list({ ...wire.at, ...newest })).data);
    const heads = [branch, ...pulls.map(({ head }) => head.sha)];
    const found = await Promise.all(heads.map((ref) => client.rest.repos.getCombinedStatusForRef({ ...wire.at, ref, per_page: PAGE_SIZE })));
    return [...new Set(found.flatMap(({ data }) => data.statuses.map(({ context }) => context)))];
}
async function actionsPolicy(wire) {
    const client = await wire.client();
    const { data } = await client.rest.actions.getGithubActionsPermissionsRepository(wire.at);
    const allowed = data.allowed_actions ?? "all";
    return {
        enabled: data.enabled,
        allowed,
        shaPinning: data.sha_pinning_required ?? false,
        selected: allowed === "selected" ? await selectedActions(wire) : null,
    };
}
/** Null where an organisation chooses, and tells its owners only. */
async function selectedActions(wire) {
    const client = await wire.client();
    const answer = await looked("administration", () => client.rest.actions.getAllowedActionsRepository(wire.at));
    if (answer.kind !== "seen")
        return null;
    const { github_owned_allowed: githubOwned, verified_allowed: verified, patterns_allowed: patterns, } = answer.value.data;
    return { githubOwned: githubOwned ?? false, verified: verified ?? false, patterns: patterns ?? [] };
}
async function workflowPermission(wire) {
    const client = await wire.client();
    const { data } = await client.rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository(wire.at);
    return data.default_workflow_permissions;
}
async function approval(wire) {
    const client = await wire.client();
    const path = "GET /repos/{owner}/{repo}/actions/permissions/fork-pr-contributor-approval";
    return (await client.request(path, wire.at)).data.approval_policy;
}
async function allRunners(wire) {
    const client = await wire.client();
    const runners = await client.paginate(client.rest.actions.listSelfHostedRunnersForRepo, {
        ...wire.at,
        per_page: PAGE_SIZE,
    });
    return runners.map((runner) => ({
        name: runner.name,
        online: runner.status === "online",
        labels: runner.labels.map(({ name }) => name),
        version: versionOf(runner),
    }));
}
/** Newer than some descriptions of GitHub's API. */
function versionOf(runner) {
    const { version } = runner;
    return typeof version === "string" && version !== "" ? version : null;
}
async function allEnvironments(wire) {
    const client = await wire.client();
    const { data } = await client.rest.repos.getAllEnvironments({ ...wire.at, per_page: PAGE_SIZE });
    return (data.environments ?? []).map(({ name, protection_rules: rules = [], deployment_branch_policy: branches }) => ({
        name,
        reviewed: rules.some(({ type }) => type === "required_reviewers"),
        guarded: rules.length > 0 || (branches ?? null) !== null,
    }));
}
/** The repository's own and its organisation's. */
async function rulesetsOfTags(wire) {
    const client = await wire.client();
    const rulesets = await client.paginate(client.rest.repos.getRepoRulesets, {
        ...wire.at,
        targets: "tag",
        includes_parents: true,
        per_page: PAGE_SIZE,
    });
    const active = rulesets.filter(({ enforcement }) => enforcement === "active");
    const whole = await Promise.all(active.map(({ id }) => client.rest.repos.getRepoRuleset({ ...wire.at, ruleset_id: id, includes_parents: true })));
    return whole.map(({ data }) => {
        const refs = data.conditions?.ref_name;
        return {
            include: refs?.include ?? [],
            exclude: refs?.exclude ?? [],
            rules: (data.rules ?? []).map(({ type }) => type),
        };
    });
}

;// CONCATENATED MODULE: ./build/github/teams.js



/** No call is made, and no package loaded, before somebody is asked for. */
function connectTeams(options) {
    const wire = makeWire(options);
    const memberships = new Map();
    const seen = new Map();
    return {
        membership: ({ team, login }) => once(memberships, `${team} ${login}`, () => membership(wire, { team, login }, () => once(seen, team, () => withoutHim(wire, team)))),
    };
}
async function membership(wire, { team, login }, elsewise) {
    const client = await wire.client();
    try {
        const { data } = await client.rest.teams.getMembershipForUserInOrg({ ...partsOf(team), username: login });
        return { kind: data.state === "active" ? "member" : "invited" };
    }
    catch (error) {
        return isNotFound(error) ? elsewise() : untold(error);
    }
}
/** GitHub says "not found" of who is in no team, and of a team that the token may not see: whether it shows the team tells which. */
async function withoutHim(wire, team) {
    const client = await wire.client();
    try {
        await client.rest.teams.getByName(partsOf(team));
        return { kind: "outside" };
    }
    catch (error) {
        return untold(error);
    }
}
/** What stays so however often it is asked, by the failure's code; all else is thrown. */
const LASTING = new Map([
    ["github-not-found", "no-team"],
    ["github-permission-missing", "forbidden"],
    ["github-unauthorized", "token-refused"],
]);
function untold(error) {
    if (!(error instanceof kernel/* Failure */.HR))
        throw error;
    const kind = LASTING.get(error.code);
    if (kind === undefined)
        throw error;
    return { kind, words: error.message };
}
function partsOf(team) {
    const [org = "", slug = ""] = team.split("/");
    return { org, team_slug: slug };
}
function once(answers, key, ask) {
    const name = key.toLowerCase();
    const answer = answers.get(name) ?? ask();
    answers.set(name, answer);
    return answer;
}

;// CONCATENATED MODULE: ./build/github/index.js








/***/ })

};
