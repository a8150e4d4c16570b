export const id = 2752;
export const ids = [2752];
export const modules = {

/***/ 72752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Je: () => (/* reexport */ GOLDEN_LIMITS),
  Q: () => (/* reexport */ allRight),
  mh: () => (/* reexport */ approvalsOf),
  NJ: () => (/* reexport */ askGolden),
  Fb: () => (/* reexport */ decideDeclaration),
  g_: () => (/* reexport */ decidePromotion),
  YU: () => (/* reexport */ declaredTrailer),
  ol: () => (/* reexport */ digestOf),
  p7: () => (/* reexport */ environmentOf),
  Id: () => (/* reexport */ explicitTarget),
  g5: () => (/* reexport */ failureOf),
  qt: () => (/* reexport */ frozenAt),
  $R: () => (/* reexport */ goldenWords),
  R1: () => (/* reexport */ heldByRollback),
  dT: () => (/* reexport */ imageOf),
  MU: () => (/* reexport */ isOurs),
  p: () => (/* reexport */ isSameVersion),
  Ng: () => (/* reexport */ isUsable),
  PR: () => (/* reexport */ isWorthALook),
  xW: () => (/* reexport */ lastFailure),
  ai: () => (/* reexport */ lastRehearsal),
  Ko: () => (/* reexport */ letGo),
  zo: () => (/* reexport */ modelState),
  Ap: () => (/* reexport */ openTarget),
  ZV: () => (/* reexport */ own),
  dy: () => (/* reexport */ probe),
  L6: () => (/* reexport */ processesOf),
  cN: () => (/* reexport */ readGolden),
  r_: () => (/* reexport */ recordedApprovals),
  Z1: () => (/* reexport */ rehearsalMessage),
  ov: () => (/* reexport */ rehearsalTag),
  CP: () => (/* reexport */ rehearsalsIn),
  h_: () => (/* reexport */ reinstates),
  Of: () => (/* reexport */ rollOut),
  es: () => (/* reexport */ rollbackTarget),
  bn: () => (/* reexport */ runsNow),
  serveFront: () => (/* reexport */ serveFront),
  wN: () => (/* reexport */ soakingOf),
  yT: () => (/* reexport */ startsHere),
  yp: () => (/* reexport */ stateFolder),
  aD: () => (/* reexport */ stopProcesses),
  hf: () => (/* reexport */ timelineOf),
  vR: () => (/* reexport */ tookText),
  ze: () => (/* reexport */ upSinceOf),
  iH: () => (/* reexport */ usualTake),
  E4: () => (/* reexport */ versionOf),
  Ij: () => (/* reexport */ versionWithContent),
  zx: () => (/* reexport */ wasBroughtBackBy),
  F1: () => (/* reexport */ wasRolledBack),
  Ml: () => (/* reexport */ wasStartedAnew),
  XR: () => (/* reexport */ whatRuns),
  kK: () => (/* reexport */ withLock)
});

// UNUSED EXPORTS: CommandTarget, ContainerTarget, ProcessTarget, approversIn, compareAge, formatDuration, holdOf, originOf, plainStarter, rejectionsOf, serviceStarter

// EXTERNAL MODULE: ./build/config/index.js + 17 modules
var config = __webpack_require__(60944);
;// CONCATENATED MODULE: ./build/environments/origin.js
const DECLARED = /^Declared: ([0-9a-f]{40}(?:[0-9a-f]{24})?)$/m;
/** The trailer that tells an assignment made by the main line from one made by hand. */
function declaredTrailer(commit) {
    return `Declared: ${commit}\n`;
}
function originOf(entry) {
    return { declared: DECLARED.exec(entry.tag.message)?.[1] ?? null };
}

;// CONCATENATED MODULE: ./build/environments/verdicts.js

/**
 * Whether nothing automatic may bring another version here. An environment that follows the main line is moved on by the next
 * merge after a rollback or a revert: it would stand still for ever otherwise. A hold by itself was asked for.
 */
function stopsAutomation(hold, after) {
    if (hold === null)
        return false;
    return after !== null || (hold.rejected === null && hold.from === "person");
}
/** The rejections in force: every `Rejects:` that no later `Lifts:` took back. */
function rejectionsOf(history) {
    const rejections = new Map();
    for (const entry of history.entries) {
        const { rejects, lifts } = entry.message.trailers;
        if (lifts !== undefined)
            rejections.delete(versionNamed(history, lifts));
        if (rejects === undefined)
            continue;
        const version = versionNamed(history, rejects);
        rejections.set(version, asRejection(history, version, entry));
    }
    return withTwins(history, rejections);
}
/** An image that is rejected is so under every name that a tag gives it. */
function withTwins(history, rejections) {
    const digestOf = ({ registration }) => registration?.message.trailers.digest ?? null;
    for (const { version: name, ...rejection } of rejections.values()) {
        const rejected = history.versions.find(({ version }) => version === name);
        const digest = rejected === undefined ? null : digestOf(rejected);
        const twins = history.versions.filter((known) => digest !== null && digestOf(known) === digest);
        for (const { version } of twins)
            if (!rejections.has(version))
                rejections.set(version, { version, ...rejection });
    }
    return rejections;
}
/** The hold that the assignment in effect brought, unless what it rejected was lifted since. */
function holdOf(history, assignment) {
    const { hold, rejects } = assignment.entry.message.trailers;
    if (hold === undefined)
        return null;
    const rejected = rejects === undefined ? null : versionNamed(history, rejects);
    if (rejected !== null && liftedAfter(history, rejected, assignment.entry))
        return null;
    const declared = originOf(assignment.entry).declared;
    return { reason: hold, since: assignment.since, rejected, from: declared === null ? "person" : "main", declared };
}
function liftedAfter(history, version, entry) {
    const later = history.entries.slice(history.entries.findIndex((known) => known.tag.name === entry.tag.name) + 1);
    return later.some(({ message }) => {
        const { lifts } = message.trailers;
        return lifts !== undefined && versionNamed(history, lifts) === version;
    });
}
function asRejection(history, version, entry) {
    const { hold, reason, main } = entry.message.trailers;
    return {
        version,
        since: entry.tag.taggedAt,
        reason: reason ?? hold ?? entry.message.summary,
        from: originOf(entry).declared === null ? "person" : "main",
        main: main ?? lastDeclared(history, entry),
        tag: entry.tag.name,
    };
}
/** The newest commit that the main line is known to have declared by then. */
function lastDeclared({ entries }, until) {
    const known = entries.slice(0, entries.indexOf(until) + 1).map((entry) => originOf(entry).declared);
    return known.findLast((declared) => declared !== null) ?? null;
}
/** Tags may name a version or its image's digest; both mean the version. */
function versionNamed(history, name) {
    const found = history.versions.find((v) => v.registration?.message.trailers.digest === name);
    return found?.version ?? name;
}

;// CONCATENATED MODULE: ./build/environments/state.js

/** Reads a model's state out of its history; `configs` in file order. */
function modelState(history, configs = new Map(), marks = []) {
    const onlyTagged = [...history.stages.keys()].filter((name) => !configs.has(name));
    const ordered = inOrderOfPromotion([...configs.values()]);
    return {
        model: history.artifact,
        history,
        environments: [
            ...ordered.map((config) => environmentState(history, config.name, config)),
            ...onlyTagged.map((name) => environmentState(history, name, null)),
        ],
        rejections: rejectionsOf(history),
        marks,
    };
}
function environmentOf(state, name) {
    return state.environments.find((environment) => environment.name === name) ?? null;
}
/** The registered version of that name; null when there is none. */
function versionOf(history, version) {
    return history.versions.find((known) => known.version === version && known.registered) ?? null;
}
/** The digest that the version's own tag records; null where its image is another, as in no tag of ours: what is checked has to be what is deployed. */
function digestOf(version) {
    const { digest, image } = version?.registration?.message.trailers ?? {};
    if (digest === undefined || (image !== undefined && !image.endsWith(`@${digest}`)))
        return null;
    return digest;
}
/** `repository@sha256:…` as the version's own tag records it. */
function imageOf(version) {
    return version?.registration?.message.trailers.image ?? null;
}
/** The version whose image was made from this content; the first that was, should there be several. */
function versionWithContent(history, content) {
    return history.versions.findLast((v) => isUsable(v) && v.registration?.message.trailers.content === content) ?? null;
}
/** Negative when `a` is the older version. Versions that the history does not know are the oldest. */
function compareAge(history, a, b) {
    const rank = (version) => {
        const index = history.versions.findIndex((known) => known.version === version);
        return index < 0 ? Number.NEGATIVE_INFINITY : -index;
    };
    return rank(a) === rank(b) ? 0 : rank(a) - rank(b);
}
/** Registered, not withdrawn. */
function isUsable(version) {
    return version.registered && version.active;
}
/** File order, but never before the environment that one is promoted from. */
function inOrderOfPromotion(configs) {
    const byName = new Map(configs.map((config) => [config.name, config]));
    const ordered = new Set();
    const visit = (config, path) => {
        const before = config.after === null ? undefined : byName.get(config.after);
        if (before !== undefined && !path.includes(before.name))
            visit(before, [...path, before.name]);
        ordered.add(config);
    };
    for (const config of configs)
        visit(config, [config.name]);
    return [...ordered];
}
function environmentState(history, name, config) {
    const assignment = history.stages.get(name) ?? null;
    const trailers = assignment?.entry.message.trailers;
    const version = assignment === null ? null : versionOf(history, assignment.version);
    return {
        name,
        config,
        assignment,
        version: assignment?.version ?? null,
        digest: trailers?.digest ?? digestOf(version),
        image: trailers?.image ?? imageOf(version),
        since: assignment === null ? null : unbrokenSince(history, assignment),
        hold: assignment === null ? null : holdOf(history, assignment),
    };
}
/** A version that is assigned again where it stands has stood there all along. */
function unbrokenSince(history, assignment) {
    let since = assignment.since;
    for (const { event, tag } of [...history.entries].reverse()) {
        if (event.kind !== "assign" && event.kind !== "unassign")
            continue;
        if (event.stage !== assignment.stage || tag.taggedAt > assignment.since)
            continue;
        if (event.kind === "unassign" || tag.target !== assignment.commit)
            break;
        since = tag.taggedAt;
    }
    return since;
}

;// CONCATENATED MODULE: ./build/environments/approvals.js


/**
 * The recorded approvals that mainline.yaml lets count, the first of each person: of those whom it names, and of those who
 * were in a team that it names when their tag was written. Whether they still may is asked elsewhere.
 */
function approvalsOf(state, environment, version) {
    const policy = environment.config?.approve ?? null;
    if (policy === null)
        return [];
    return firstOfEach(marksOf(state, environment, version), (mark) => {
        if ((0,config/* isNamed */.ev)(policy.by, mark.by))
            return { team: null };
        const team = teamIn(policy, mark.team);
        return team === null ? null : { team };
    });
}
/** All that are recorded, the first of each person: for whoever can ask which of them count now. */
function recordedApprovals(state, environment, version) {
    return firstOfEach(marksOf(state, environment, version), () => ({ team: null }));
}
/** Of this environment, this version and this very image. */
function marksOf(state, environment, version) {
    const digest = digestOf(version);
    if (digest === null)
        return [];
    return state.marks.filter((mark) => mark.kind === "approved" &&
        mark.environment === environment.name &&
        mark.version === version.version &&
        mark.digest === digest);
}
function firstOfEach(marks, counted) {
    const first = new Map();
    for (const mark of marks) {
        const counts = counted(mark);
        const login = mark.by.toLowerCase();
        if (counts !== null && !first.has(login))
            first.set(login, { by: mark.by, ...counts, at: mark.at, tag: mark.tag });
    }
    return [...first.values()];
}
/** A team as the policy writes it; null where it names no such one: what a tag says is anybody's text. */
function teamIn({ by }, written) {
    if (by === null || written === null)
        return null;
    return by.find((name) => (0,config/* isTeam */.IJ)(name) && (0,config/* isSameName */.yS)(name, written)) ?? null;
}
/** Who may approve, for a sentence: `carol or dave`, `whoever may write and did not propose it`. */
function approversIn({ by, own }) {
    const names = by === null ? "whoever may write" : by.map(inWords).join(" or ");
    return own ? names : `${names}${by === null ? " and" : ", who"} did not propose it`;
}
function inWords(name) {
    return (0,config/* isTeam */.IJ)(name) ? `somebody of ${name}` : name;
}

;// CONCATENATED MODULE: ./build/environments/failures.js

/** The last try to bring this version's image into an environment, where it failed and the version has not come there since. */
function failureOf(state, { name }, version) {
    const digest = digestOf(version);
    const last = failuresIn(state, name).findLast((mark) => mark.version === version.version && mark.digest === digest);
    if (last === undefined)
        return null;
    const cameSince = state.history.entries.some(({ tag, event }) => event.kind === "assign" && event.stage === name && tag.target === version.commit && tag.taggedAt >= last.at);
    return cameSince ? null : last;
}
/** What was tried last in an environment, where it failed; null where something was brought there since. */
function lastFailure(state, { name, assignment }) {
    const last = failuresIn(state, name).at(-1) ?? null;
    return last === null || (assignment !== null && assignment.since >= last.at) ? null : last;
}
function failuresIn({ marks }, name) {
    return marks.flatMap((mark) => (mark.kind === "failed" && mark.environment === name ? [mark] : []));
}

;// CONCATENATED MODULE: ./build/environments/freeze.js
const MINUTE_MS = 60_000;
const PERIODS = { daily: 24 * 60 * MINUTE_MS, weekly: 7 * 24 * 60 * MINUTE_MS };
/** Windows that follow one another are passed over together, so many of them. */
const MOST = 50;
/** Whether one of the windows is open at a moment, and when the last of those that follow one another ends. */
function frozenAt(windows, now) {
    let found = null;
    for (let i = 0; i < MOST; i++) {
        const at = found?.until ?? now;
        const open = windows.flatMap((window) => endOf(window, at) ?? []);
        const last = open.reduce((a, b) => (a === null || b.until > a.until ? b : a), null);
        if (last === null)
            break;
        found = { until: last.until, words: wordsOf(last), reason: found?.reason ?? open[0]?.window.reason ?? null };
    }
    return found;
}
/** Null when the window is not open then. */
function endOf(window, now) {
    const { kind, from, until, zone } = window;
    const wall = wallClock(now, zone);
    if (kind === "once")
        return wall >= from && wall < until ? { window, until: instantOf(until, zone, now) } : null;
    const period = PERIODS[kind];
    // 1970-01-01 was a Thursday: a week from Monday begins three days before
    const into = modulo(kind === "weekly" ? wall + 3 * PERIODS.daily : wall, period);
    const gone = modulo(into - from * MINUTE_MS, period);
    const length = modulo((until - from) * MINUTE_MS, period);
    return gone < length ? { window, until: instantOf(wall + length - gone, zone, now) } : null;
}
function modulo(value, period) {
    return ((value % period) + period) % period;
}
/** What a clock on the wall shows, in milliseconds as if it showed UTC. */
function wallClock(at, zone) {
    const parts = new Intl.DateTimeFormat("en-US", {
        timeZone: zone,
        hourCycle: "h23",
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
        second: "2-digit",
    }).formatToParts(at);
    const part = (type) => Number(parts.find((each) => each.type === type)?.value ?? 0);
    return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}
/** When the wall's clock will show it: by the offset of then, which may be another one than now. */
function instantOf(wall, zone, now) {
    const offset = (at) => wallClock(new Date(at), zone) - Math.floor(at / 1000) * 1000;
    const near = wall - offset(now.getTime());
    return new Date(wall - offset(near));
}
function wordsOf({ window: { zone }, until }) {
    const words = new Intl.DateTimeFormat("en-GB", {
        timeZone: zone,
        weekday: "short",
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
    });
    return `${words.format(until)} (${zone})`;
}

// EXTERNAL MODULE: ./build/release/index.js + 73 modules
var release = __webpack_require__(23768);
;// CONCATENATED MODULE: ./build/environments/durations.js
const UNITS = [
    ["d", 86_400_000],
    ["h", 3_600_000],
    ["min", 60_000],
    ["s", 1000],
];
/** A length of time for people, two units at most: `2 h 5 min`, `42 s`, `0 s`. */
function formatDuration(milliseconds) {
    let rest = milliseconds;
    const parts = [];
    for (const [unit, size] of UNITS) {
        const count = Math.floor(rest / size);
        rest -= count * size;
        if (count > 0)
            parts.push(`${count} ${unit}`);
        else if (parts.length > 0)
            break;
        if (parts.length === 2)
            break;
    }
    return parts.length === 0 ? "0 s" : parts.join(" ");
}

;// CONCATENATED MODULE: ./build/environments/soak.js



/** Of the time between two looks so much of a soak counts, where nobody knows what was between them: one over this. */
const LOOKS = 2;
/** Clocks of other machines, by which they say when something was started, may be so far off ours. */
const CLOCKS_APART_MS = 60_000;
/**
 * From the tags: the time since the assignment, or since it was first seen to answer well again. All of it counts where the target says that it has
 * run since then; else half of what is asked for at most between two looks, so that one good answer at the end is never enough.
 */
function soakingOf({ marks }, environment, looking) {
    const { since, name } = environment;
    if (since === null)
        return { since: null, broken: null, begun: null, lookedAt: null };
    const seen = marks.flatMap((mark) => ((0,release/* isHealth */.J3)(mark) && mark.environment === name && mark.at >= since ? [mark] : []));
    const last = seen.findLastIndex(({ kind }) => kind === "unwell");
    const broken = last < 0 ? null : (seen[last]?.reason ?? "it did not answer well");
    const looks = [...(last < 0 ? [since] : []), ...seen.slice(last + 1).map(({ at }) => at)];
    const [begun] = looks;
    if (begun === undefined)
        return { since: null, broken, begun: null, lookedAt: null };
    const counted = countedOf(environment, looks, looking);
    return { since: new Date(looking.now.getTime() - counted), broken, begun, lookedAt: looks.at(-1) ?? begun };
}
function countedOf(environment, looks, { now, soakMs, upSince }) {
    const times = [...looks, now].map((time) => time.getTime());
    const stretches = times.slice(1).map((time, i) => Math.max(0, time - (times[i] ?? time)));
    const whole = stretches.reduce((sum, stretch) => sum + stretch, 0);
    const isKnown = upSince === undefined ? !isKnownByAnswers(environment) : upSince !== null;
    if (isKnown || soakMs === 0)
        return whole;
    return stretches.reduce((sum, stretch) => sum + Math.min(stretch, soakMs / LOOKS), 0);
}
/** Whether it was started anew since the soak began, by what the target says. */
function wasStartedAnew({ begun }, upSince) {
    return begun !== null && upSince !== null && upSince.getTime() > begun.getTime() + CLOCKS_APART_MS;
}
/** How often a good answer is worth writing down: two of them never have more between them than counts. */
function isWorthALook({ lookedAt }, { now, soakMs }) {
    return lookedAt !== null && now.getTime() - lookedAt.getTime() >= soakMs / LOOKS / 2;
}
/** Others run it, and only the model's own answers say how it is. What nobody asks at all is known by nothing: there time alone counts. */
function isKnownByAnswers({ config }) {
    const kind = config?.deploy.kind;
    return (kind === "command" || kind === "kustomize" || kind === "helm") && config?.probe !== null;
}
const NOTHING = { since: null, broken: null, begun: null };
/** The predicate, and when time alone makes it hold; null where no soak is asked for. */
function soak(question) {
    const { environment, version, now, asked, state } = question;
    const soakMs = environment.config?.soakMs ?? 0;
    const before = environment.config?.after ?? null;
    if (before === null || soakMs === 0)
        return null;
    const upstream = environmentOf(state, before);
    const holdsIt = upstream !== null && upstream.version === version.version;
    const looking = { now, soakMs, ...(question.upSince === undefined ? {} : { upSince: question.upSince }) };
    const { since, broken, begun } = holdsIt ? soakingOf(state, upstream, looking) : NOTHING;
    const done = since === null ? 0 : Math.max(0, now.getTime() - since.getTime());
    const unwell = question.healthyUpstream === false || (holdsIt && since === null);
    const holds = since !== null && done >= soakMs && !unwell;
    const anew = broken === null ? "" : `, anew since ${before} did not answer well: ${broken}`;
    const isShort = since !== null && begun !== null && since.getTime() - begun.getTime() >= 1000;
    const short = isShort ? `, as at most ${formatDuration(soakMs / LOOKS)} count between two looks` : "";
    const reason = unwell
        ? `${before} does not answer well just now`
        : `${formatDuration(done)} in ${before} of the ${formatDuration(soakMs)} asked for${short}${anew}`;
    const at = since === null || unwell ? null : new Date(since.getTime() + soakMs);
    return { predicate: { name: "soak", holds, reason, waived: !holds && asked === "force" }, at };
}

;// CONCATENATED MODULE: ./build/environments/promotion.js






/** Whether the version may go into the environment. Pure: the same tags, time and question give the same answer. */
function decidePromotion(question) {
    const [soaked, frozen] = [soak(question), freeze(question)];
    const predicates = [
        byHand(question),
        promotion_image(question),
        rejection(question),
        after(question),
        soaked?.predicate ?? null,
        approval(question),
        frozen?.predicate ?? null,
        hold(question),
        forward(question),
        failed(question),
        replaces(question),
    ].filter((predicate) => predicate !== null);
    const stopping = predicates.filter((predicate) => !predicate.holds && !predicate.waived);
    const times = stopping.map(({ name }) => (name === "soak" ? soaked?.at : name === "freeze" ? frozen?.at : null) ?? null);
    return {
        allow: stopping.length === 0,
        predicates,
        reasons: stopping.map((predicate) => predicate.reason),
        at: latest(times),
    };
}
/** When all of them are over; null where one of them does not end by time. */
function latest(times) {
    const known = times.flatMap((time) => time ?? []);
    if (known.length === 0 || known.length < times.length)
        return null;
    return new Date(Math.max(...known.map((time) => time.getTime())));
}
/** Asked first, as it is what time does not change. */
function byHand({ state, environment, version, asked }) {
    if (environment.config?.auto !== false)
        return null;
    const holds = asked !== "automatic";
    const reason = holds
        ? `${environment.name} gets versions by hand, and somebody asked`
        : `by hand: \`mainline promote ${state.model}@${version.version} ${environment.name}\` brings it there`;
    return { name: "by-hand", holds, reason, waived: false };
}
function promotion_image({ version }) {
    const holds = isUsable(version) && digestOf(version) !== null;
    const reason = !isUsable(version)
        ? `${version.version} is not a registered version any more`
        : holds
            ? `${version.version} names its image`
            : `the tag of ${version.version} names no image: it was not made by \`mainline release\``;
    return { name: "image", holds, reason, waived: false };
}
function rejection({ state, version, asked, askedAt, reinstates }) {
    const found = state.rejections.get(version.version);
    if (found !== undefined && asked === "force" && isLater(found.since, askedAt)) {
        return { name: "rejection", holds: false, reason: later(`${version.version} was rejected`, found), waived: false };
    }
    return {
        name: "rejection",
        holds: found === undefined,
        reason: found === undefined ? `${version.version} is not rejected` : `${version.version} is rejected: ${found.reason}`,
        waived: found !== undefined && (asked === "force" || reinstates === true),
    };
}
/** In the same second, too: both times are whole seconds, and nobody reads and answers within one. */
function isLater(since, askedAt) {
    return askedAt !== undefined && since >= askedAt;
}
function later(what, { since, reason }) {
    return `${what} at ${since.toISOString().replace(/\.\d+Z$/, "Z")}, after this was asked (${reason}): ask again`;
}
function after({ state, environment, version, asked }) {
    const before = environment.config?.after ?? null;
    if (before === null)
        return null;
    const held = environmentOf(state, before)?.version ?? null;
    const holds = held === version.version;
    const reason = holds
        ? `${version.version} is in ${before}`
        : `${before} holds ${held ?? "nothing"}, not ${version.version}`;
    return { name: "after", holds, reason, waived: !holds && asked === "force" };
}
/** Somebody's yes is not passed over by force: it would be worth nothing. */
function approval({ state, environment, version, approvals, uncounted }) {
    const policy = environment.config?.approve ?? null;
    if (policy === null)
        return null;
    const given = approvals ?? approvalsOf(state, environment, version);
    const holds = given.length >= policy.count;
    const names = given.map(({ by }) => by).join(", ");
    const missing = `${version.version} has ${given.length} of ${policy.count} approvals${names === "" ? "" : ` (${names})`}`;
    const reason = holds
        ? `approved by ${names}`
        : `${missing} for ${environment.name}: ${approversIn(policy)} may say \`/mainline approve ${environment.name} ${version.version}\`${whyNotCounted(uncounted)}`;
    return { name: "approval", holds, reason, waived: false };
}
/** As many as a sentence holds. */
const MOST_UNCOUNTED = 2;
function whyNotCounted(uncounted = []) {
    const more = uncounted.length - MOST_UNCOUNTED;
    const told = [...uncounted.slice(0, MOST_UNCOUNTED), ...(more > 0 ? [`and ${more} more`] : [])];
    return told.length === 0 ? "" : ` (not counted: ${told.join("; ")})`;
}
function freeze({ environment, now, breaksFreeze, }) {
    const windows = environment.config?.freeze ?? [];
    if (windows.length === 0)
        return null;
    const frozen = frozenAt(windows, now);
    const why = frozen?.reason == null ? "" : `: ${frozen.reason}`;
    const reason = frozen === null ? `${environment.name} is not frozen` : `${environment.name} is frozen until ${frozen.words}${why}`;
    const waived = frozen !== null && breaksFreeze === true;
    return { predicate: { name: "freeze", holds: frozen === null, reason, waived }, at: frozen?.until ?? null };
}
function hold({ environment, asked, askedAt }) {
    const found = environment.hold;
    if (found !== null && asked !== "automatic" && isLater(found.since, askedAt)) {
        return { name: "hold", holds: false, reason: later(`${environment.name} was put on hold`, found), waived: false };
    }
    const blocks = stopsAutomation(found, environment.config?.after ?? null);
    return {
        name: "hold",
        holds: !blocks,
        reason: found === null ? `${environment.name} is not on hold` : `${environment.name} is on hold: ${found.reason}`,
        waived: blocks && asked !== "automatic",
    };
}
function forward({ state, environment, version, asked }) {
    if (environment.version === null || asked !== "automatic")
        return null;
    const holds = compareAge(state.history, version.version, environment.version) >= 0;
    const reason = holds
        ? `${version.version} is not older than ${environment.version}`
        : `${version.version} is older than ${environment.version}, which runs in ${environment.name}: only a revert or a person goes back`;
    return { name: "forward", holds, reason, waived: false };
}
function failed({ state, environment, version, retries }) {
    const failure = retries === false ? failureOf(state, environment, version) : null;
    if (failure === null)
        return null;
    const why = failure.reason === null ? "" : `: ${failure.reason}`;
    const again = `\`mainline promote ${state.model}@${version.version} ${environment.name}\` tries it again`;
    const reason = `${version.version} failed in ${environment.name} at ${failure.at.toISOString()}${why}; ${again}`;
    return { name: "failed", holds: false, reason, waived: false };
}
function replaces({ environment, replaces: expected }) {
    if (expected === undefined)
        return null;
    const found = environment.assignment?.entry.tag.name ?? null;
    const holds = found === expected;
    const reason = holds
        ? `it replaces ${environment.version ?? "nothing"}, as planned`
        : `${environment.name} changed meanwhile: ${found ?? "nothing"} is in effect, not ${expected ?? "nothing"}`;
    return { name: "replaces", holds, reason, waived: false };
}

;// CONCATENATED MODULE: ./build/environments/declaration.js




/**
 * What the environments that can be decided now should do, reverts first and the last environment (production)
 * before the others, then forward in order of promotion. After each move the tags have changed: ask again.
 */
function decideDeclaration(declaration) {
    const moves = declaration.state.environments
        .filter((environment) => environment.config !== null)
        .map((environment) => decideMove(declaration, environment));
    const reverts = moves.filter((move) => move.kind === "revert").reverse();
    return [...reverts, ...moves.filter((move) => move.kind !== "revert")];
}
function decideMove(declaration, environment) {
    const { state, version } = declaration;
    if (environment.version === version.version) {
        return { kind: "keep", environment, reason: "" };
    }
    const refused = stillRejected(declaration);
    if (refused !== null)
        return { kind: "keep", environment, reason: refused };
    const lifts = state.rejections.has(version.version) ? version.version : null;
    if (environment.version !== null && compareAge(state.history, version.version, environment.version) < 0) {
        return { kind: "revert", environment, lifts, rejects: environment.version };
    }
    const config = environment.config;
    const free = config === null || (config.approve === null && config.freeze.length === 0 && config.auto !== false);
    const failed = declaration.retries === false && failureOf(state, environment, version) !== null;
    if (free && config?.after === null && !failed && !stopsAutomation(environment.hold, null)) {
        return { kind: "advance", environment, lifts, decision: null };
    }
    return promote(declaration, environment, lifts);
}
/** Null when the version may come back: it is not rejected, or the main line itself declares it anew. */
function stillRejected({ state, version, anew }) {
    const rejection = state.rejections.get(version.version);
    if (rejection === undefined || rejection.from === "main" || anew === true)
        return null;
    return `${version.version} was rejected by hand (${rejection.reason}) and the main line has declared nothing new since`;
}
function promote(declaration, environment, lifts) {
    const { state, version, now, healthyUpstream, retries } = declaration;
    const decision = decidePromotion({
        state,
        environment,
        version,
        now,
        asked: "automatic",
        reinstates: reinstates(environment, lifts),
        ...(healthyUpstream === undefined ? {} : { healthyUpstream }),
        ...(retries === undefined ? {} : { retries }),
    });
    const kind = decision.allow ? "advance" : "wait";
    return { kind, environment, lifts: reinstates(environment, lifts) ? lifts : null, decision };
}
/** An environment that follows the main line takes back what that declares anew; those behind it find it lifted. */
function reinstates({ config }, lifts) {
    return lifts !== null && config?.after === null;
}

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./build/environments/http.js


/**
 * One request over a connection of its own: a kept-alive one would go on speaking to the process that answered first,
 * which is the very thing a probe must not do.
 */
function fetchOnce(url, { timeoutMs, most, json, signal: stop }) {
    const late = AbortSignal.timeout(Math.ceil(timeoutMs));
    const signal = stop === undefined ? late : AbortSignal.any([late, stop]);
    const secure = url.startsWith("https:");
    return new Promise((resolve, reject) => {
        const take = (response) => {
            const chunks = [];
            let size = 0;
            response.on("data", (chunk) => {
                size += chunk.length;
                if (size > most)
                    request.destroy(new Error("the answer is too long"));
                else
                    chunks.push(chunk);
            });
            response.on("end", () => {
                resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") });
            });
            response.on("error", reject);
        };
        const request = json === undefined
            ? (secure ? external_node_https_.get : external_node_http_.get)(url, { agent: false, signal }, take)
            : (secure ? external_node_https_.request : external_node_http_.request)(url, { agent: false, signal, method: "POST", headers: jsonHeaders(json) }, take);
        request.on("error", reject);
        if (json !== undefined)
            request.end(json);
    });
}
function jsonHeaders(json) {
    return { "content-type": "application/json", "content-length": String(Buffer.byteLength(json)) };
}
/** Why a request got no answer, in words. */
function troubleOf(cause) {
    if (!(cause instanceof Error))
        return "no answer";
    const code = codeOf(cause);
    if (code === "ECONNREFUSED")
        return "connection refused";
    if (code === "ECONNRESET")
        return "the connection was reset";
    if (cause.name === "AbortError" || cause.name === "TimeoutError")
        return "no answer in time";
    return cause.message;
}
/** The system's name for it, as `ECONNREFUSED`; empty where it has none. */
function codeOf(cause) {
    return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
}

;// CONCATENATED MODULE: ./build/environments/cut.js
/** A foreign text as it is shown, at most so many characters of it; never half of one. */
function cut(text, most) {
    if (text.length <= most)
        return text;
    // a character is two units at most; no more of a long text is looked at
    const characters = Array.from(text.slice(0, (most + 1) * 2));
    return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text;
}

;// CONCATENATED MODULE: ./build/environments/told.js


/** Git has no tag with a longer name; numbers and names of megabytes would take minutes to read. */
const LONGEST_VERSION = 255;
/** No digest is as long; what is cut is none of ours, and stays none. */
const LONGEST_DIGEST = 200;
/** The versions in the metadata of OIP V2 and of the servers that word it otherwise. */
function reportedVersions(body) {
    const metadata = jsonIn(body);
    const named = [fieldOf(metadata, "version"), fieldOf(metadata, "model_version")];
    const listed = fieldOf(metadata, "versions");
    return [...(Array.isArray(listed) ? listed : []), ...named].filter((item) => typeof item === "string");
}
/** What Triton's configuration of a model says in its parameter `MAINLINE_VERSION`; null where it has none. */
function configuredVersion(body) {
    const parameter = fieldOf(fieldOf(jsonIn(body), "parameters"), "MAINLINE_VERSION");
    const version = fieldOf(parameter, "string_value");
    return typeof version === "string" ? version : null;
}
function reportedDigest(body) {
    const digest = fieldOf(fieldOf(jsonIn(body), "parameters"), "digest");
    return typeof digest === "string" ? cut(digest, LONGEST_DIGEST) : null;
}
/** `v1.2.0` and `1.2.0` are one version. */
function isSameVersion(one, other) {
    return bare(one) === bare(other);
}
/** A version as releases are numbered: `v1.2.0`, `1.2.0`. */
function isOurs(version) {
    const begin = version.slice(0, LONGEST_VERSION);
    return (0,release/* parseSemVer */.IX)(begin.startsWith("v") ? begin : `v${begin}`) !== null;
}
/** A server's text as JSON; null where it is none. */
function jsonIn(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return null;
    }
}
/** What an object has under a name. Only that is looked at: a server may send millions of others. */
function fieldOf(value, name) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return undefined;
    return Object.getOwnPropertyDescriptor(value, name)?.value;
}
function bare(version) {
    return version.replace(/^v(?=\d)/, "");
}

;// CONCATENATED MODULE: ./build/environments/refusal.js


const LONGEST = 400;
/** So many fields are named, and so much of each text is read: an answer may have megabytes. */
const MOST_FIELDS = 20;
const READ = 4000;
/**
 * Why a server refuses, `: ` before it; empty where it does not say. The protocol has `{"error": "…"}`; what is built on pydantic
 * (KServe's SDK, BentoML) names the fields in `detail`.
 */
function reasonIn(body) {
    const answer = jsonIn(body);
    const detail = fieldOf(answer, "detail");
    const fields = Array.isArray(detail) ? detail.slice(0, MOST_FIELDS).map(fieldIn) : [detail];
    const parts = [fieldOf(answer, "error"), ...fields].filter((part) => typeof part === "string");
    const said = parts.map(lineOf).filter((part) => part !== "");
    return said.length === 0 ? "" : `: ${cut(said.join(": "), LONGEST)}`;
}
/** `inputs: Field required`; the last part of where it is, as those before it are pydantic's own. */
function fieldIn(item) {
    const [place, message] = [fieldOf(item, "loc"), fieldOf(item, "msg")];
    if (typeof message !== "string")
        return "";
    const last = Array.isArray(place) ? place.at(-1) : undefined;
    return typeof last === "string" || typeof last === "number" ? `${lineOf(String(last))}: ${message}` : message;
}
function lineOf(text) {
    return cut(text, READ).replace(/\s+/g, " ").trim();
}

// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
;// CONCATENATED MODULE: ./build/environments/golden/judge.js




const SHOWN = 3;
/** How much of what a server says is shown: it may say megabytes. */
const judge_LONGEST = 60;
const LONGEST_NAMES = 400;
const NAMED = 100;
/** What of a server's answer is not as expected, a sentence part each; empty where all is. */
function differencesIn(body, { expect, version }) {
    const answer = parsed(body) ?? EMPTY;
    const answered = outputsOf(answer);
    if (answered === null)
        return ["the answer is no JSON with `outputs`"];
    const wrong = expect.flatMap((output) => {
        const found = answered.get(output.name);
        if (found !== undefined)
            return differingElements(output, found);
        const names = [...answered.keys()].slice(0, NAMED).join(", ") || "none";
        return [`the answer has no output ${output.name}: its outputs are ${cut(names, LONGEST_NAMES)}`];
    });
    return [...whoseElse(answer, version), ...wrong];
}
/** Between old pods and new ones an old one may answer. Numbers of the server's own, as Triton's `1`, say nothing. */
function whoseElse(answer, version) {
    const told = (0,source/* entryOf */.Ms)(answer, "model_version");
    if (told?.kind !== "scalar" || typeof told.value !== "string")
        return [];
    if (!isOurs(told.value) || isSameVersion(told.value, version))
        return [];
    return [`${cut(told.value, judge_LONGEST)} answers, not ${version}`];
}
function outputsOf(answer) {
    const outputs = (0,source/* entryOf */.Ms)(answer, "outputs");
    if (outputs?.kind !== "list")
        return null;
    return new Map(outputs.items.flatMap((output) => {
        const [name, data] = [(0,source/* entryOf */.Ms)(output, "name"), (0,source/* entryOf */.Ms)(output, "data")];
        if (name?.kind !== "scalar" || typeof name.value !== "string" || data?.kind !== "list")
            return [];
        return [[name.value, flat((0,source/* toValue */.BA)(data))]];
    }));
}
const EMPTY = { kind: "map", at: { file: "" }, entries: [] };
/** The text is a server's: whatever it is, nothing here may fail of it. */
function parsed(body) {
    try {
        return (0,source/* parseJson */.qF)(body, "the answer");
    }
    catch {
        return null;
    }
}
function flat(value) {
    return (0,kernel/* isList */.Lv)(value) ? value.flatMap(flat) : [value];
}
function differingElements({ name, elements, tolerance }, found) {
    if (found.length !== elements.length) {
        return [`${name} has ${found.length} elements, ${elements.length} are expected`];
    }
    const all = elements.flatMap((element, at) => {
        const difference = differing(element, found[at] ?? null, tolerance);
        return difference === null ? [] : [`${name}[${at}] ${difference}`];
    });
    const more = all.length - SHOWN;
    return more > 0 ? [...all.slice(0, SHOWN), `${name} differs in ${more} more of ${elements.length} elements`] : all;
}
function differing(expected, found, tolerance) {
    // Triton writes NaN and the infinite bare, the others null
    if (expected === null && typeof found === "number" && !Number.isFinite(found))
        return null;
    if (!isNumber(expected) || !isNumber(found)) {
        return expected === found ? null : `is ${shown(found)}, expected ${shown(expected)}`;
    }
    const exact = typeof expected === "bigint" && typeof found === "bigint" ? found - expected : null;
    const off = Math.abs(Number(exact ?? Number(found) - Number(expected)));
    const most = tolerance.absolute + tolerance.relative * Math.abs(Number(expected));
    if (off <= most)
        return null;
    const allowed = most === 0 || !Number.isFinite(off) ? "" : `, off by ${judge_short(off)} of ${judge_short(most)}`;
    return `is ${shown(found)}, expected ${shown(expected)}${allowed}`;
}
function isNumber(value) {
    return typeof value === "number" || typeof value === "bigint";
}
function shown(value) {
    const text = typeof value === "string"
        ? JSON.stringify(value)
        : typeof value === "object" && value !== null
            ? "no element"
            : String(value);
    return cut(text, judge_LONGEST);
}
function judge_short(value) {
    return String(Number(value.toPrecision(3)));
}

;// CONCATENATED MODULE: ./build/environments/golden/ask.js




const PATIENCE_MS = 30_000;
const MAX_BODY = 16 << 20;
/** The first answer of a process may pay for what is loaded late: only the best of a few is held against the budget. */
const TRIES = 3;
/** Asks one request after the other, so that each has the server for itself. */
async function askGolden({ requests, ...question }) {
    const answers = [];
    for (const request of requests)
        answers.push(await askInTime(question, request));
    return answers;
}
async function askInTime(server, request) {
    const { milliseconds: budget, file } = request;
    let best = null;
    for (let tries = 0; tries < TRIES; tries++) {
        const asked = await ask(server, request);
        if (best === null || (asked.took ?? 0) < (best.took ?? 0))
            best = asked;
        // what is wrong does not get right by asking again
        if (asked.differences.length > 0)
            best = asked;
        if (asked.differences.length > 0 || budget === null || (asked.took ?? 0) <= budget)
            break;
    }
    const { differences, took } = best ?? { differences: [], took: null };
    const slow = budget === null || took === null || took <= budget
        ? []
        : [`the answer took ${Math.ceil(took)} ms, ${budget} ms are allowed`];
    const all = [...differences, ...slow];
    return { file, ok: all.length === 0, differences: all, milliseconds: took === null ? null : Math.round(took) };
}
async function ask({ url, model, version, clock, signal }, request) {
    const path = `/v2/models/${encodeURIComponent(model)}/infer`;
    const start = clock.monotonic();
    try {
        const question = { timeoutMs: PATIENCE_MS, most: MAX_BODY, json: request.body, signal };
        const { status, body } = await fetchOnce(`${url.replace(/\/+$/, "")}${path}`, question);
        const took = clock.monotonic() - start;
        if (status !== 200)
            return { differences: [`${path} answers ${status}${reasonIn(body)}`], took };
        return { differences: differencesIn(body, { ...request, version }), took };
    }
    catch (cause) {
        if (signal.aborted)
            throw (0,kernel/* infrastructure */.Sv)("interrupted", "stopped while asking golden requests");
        return { differences: [troubleOf(cause)], took: null };
    }
}

;// CONCATENATED MODULE: ./build/environments/golden/json.js

/** A value as JSON; whole numbers of any size keep their digits, and 1.0 stays one with a point. */
function jsonOf(value) {
    if ((0,kernel/* isList */.Lv)(value))
        return `[${value.map(jsonOf).join(",")}]`;
    if ((0,kernel/* isMapping */.pi)(value)) {
        return `{${[...value].map(([key, item]) => `${JSON.stringify(String(key))}:${jsonOf(item)}`).join(",")}}`;
    }
    if (typeof value === "bigint")
        return String(value);
    if (typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 1e15)
        return value.toFixed(1);
    return JSON.stringify((0,kernel/* isTimestamp */.Fx)(value) ? value.timestamp : value);
}

;// CONCATENATED MODULE: ./build/environments/golden/read.js


/** `allBytes`: of all of a model's files. Whoever proposes a change writes them, and a trusted job reads them. */
const GOLDEN_LIMITS = { files: 100, bytes: 4 << 20, allBytes: 8 << 20, milliseconds: 600_000 };
const DATATYPES = [
    "BOOL",
    ...["UINT", "INT"].flatMap((kind) => [8, 16, 32, 64].map((bits) => `${kind}${bits}`)),
    "FP16",
    "FP32",
    "FP64",
    "BYTES",
];
/** Reads one golden request. Every mistake in it is in the one thrown `Failure` `golden-invalid`, each with its place. */
function readGolden(bytes, file) {
    const node = (0,source/* parseJson */.qF)((0,source/* decodeUtf8 */._6)(bytes, file), file);
    const { request, expect, tolerance, milliseconds } = (0,source/* check */.z6)(node, golden, "golden-invalid");
    const { absolute, relative, outputs } = tolerance ?? NO_TOLERANCE;
    return {
        file,
        body: request,
        expect: [...expect].map(([name, elements]) => {
            const own = outputs.get(name);
            const either = { absolute: own?.absolute ?? absolute ?? 0, relative: own?.relative ?? relative ?? 0 };
            return { name, elements, tolerance: either };
        }),
        milliseconds,
    };
}
const NO_TOLERANCE = { absolute: null, relative: null, outputs: new Map() };
const amount = (0,source/* refine */.YP)(source/* expectNumber */.r$, (value, node, report) => Number.isFinite(value) && value >= 0 ? value : (0,source/* mismatch */.J4)(node, report, "a number from 0 on"));
const budget = (0,source/* refine */.YP)(source/* expectNumber */.r$, (value, node, report) => value > 0 && value <= GOLDEN_LIMITS.milliseconds
    ? value
    : (0,source/* mismatch */.J4)(node, report, `milliseconds, up to ${GOLDEN_LIMITS.milliseconds}`));
const size = (0,source/* refine */.YP)(source/* expectInteger */.E0, (value, node, report) => value >= 0n && value <= 2n ** 31n ? Number(value) : (0,source/* mismatch */.J4)(node, report, "a length from 0 on"));
/** All elements, row by row; NaN and what has no end are no JSON for the server. */
function elementsOf(node, report) {
    if (node.kind === "list")
        return node.items.flatMap((item) => elementsOf(item, report) ?? []);
    if (node.kind === "map")
        return (0,source/* mismatch */.J4)(node, report, "a number, a text, true or false, or lists of them");
    const { value } = node;
    if (typeof value === "number" && !Number.isFinite(value))
        return (0,source/* mismatch */.J4)(node, report, "a number that JSON has", { hint: "null stands for what JSON has no number for" });
    return typeof value === "object" && value !== null ? undefined : [value];
}
const tensor = (0,source/* refine */.YP)((0,source/* record */.g1)("an input", {
    name: (0,source/* required */.mw)(source/* expectString */.lK),
    shape: (0,source/* required */.mw)((0,source/* listOf */.c3)(size)),
    datatype: (0,source/* required */.mw)((0,source/* oneOf */.yL)(...DATATYPES)),
    data: (0,source/* required */.mw)((0,source/* refine */.YP)(source/* expectList */.sn, (_, node, report) => elementsOf(node, report))),
    parameters: (0,source/* optional */.lq)(source/* expectMap */.Ym),
}), ({ name, shape, data, $ }, node, report) => {
    const count = shape.reduce((product, length) => product * length, 1);
    if (data.length === count)
        return name;
    return report.add($.nodes.get("data")?.at ?? node.at, `input "${name}" has ${data.length} elements`, {
        found: `${data.length} elements`,
        expected: `${count}, as its shape [${shape.join(", ")}] says`,
    });
});
const byTensors = (0,source/* record */.g1)("a request", {
    id: (0,source/* optional */.lq)(source/* expectString */.lK),
    parameters: (0,source/* optional */.lq)(source/* expectMap */.Ym),
    inputs: (0,source/* required */.mw)((0,source/* refine */.YP)((0,source/* listOf */.c3)(tensor), (inputs, node, report) => node.kind === "list" && node.items.length === 0 ? (0,source/* mismatch */.J4)(node, report, "at least one input") : inputs)),
    outputs: (0,source/* optional */.lq)((0,source/* listOf */.c3)(source/* expectMap */.Ym)),
});
/** The request as it is sent: the protocol's tensors, or rows as pandas writes them, which our own server takes as well. */
const request = (node, report) => {
    const map = (0,source/* expectMap */.Ym)(node, report);
    if (map === undefined)
        return undefined;
    const isTable = (0,source/* entryOf */.Ms)(map, "dataframe_records") !== undefined || (0,source/* entryOf */.Ms)(map, "dataframe_split") !== undefined;
    const fits = isTable ? true : byTensors(map, report) !== undefined;
    return fits ? jsonOf((0,source/* toValue */.BA)(map)) : undefined;
};
const expected = (0,source/* refine */.YP)((0,source/* mapOf */.A7)(elementsOf), (outputs, node, report) => outputs.size > 0 || (node.kind === "map" && node.entries.length > 0)
    ? outputs
    : (0,source/* mismatch */.J4)(node, report, "the name of at least one output, and what it is to be"));
const ofOutput = (0,source/* record */.g1)("an output's tolerance", { absolute: (0,source/* optional */.lq)(amount), relative: (0,source/* optional */.lq)(amount) });
const golden = (0,source/* refine */.YP)((0,source/* record */.g1)("a golden request", {
    $schema: (0,source/* optional */.lq)(source/* expectNode */.Cq),
    request: (0,source/* required */.mw)(request),
    expect: (0,source/* required */.mw)(expected),
    tolerance: (0,source/* optional */.lq)((0,source/* record */.g1)("`tolerance`", {
        absolute: (0,source/* optional */.lq)(amount),
        relative: (0,source/* optional */.lq)(amount),
        outputs: (0,source/* optional */.lq)((0,source/* mapOf */.A7)(ofOutput), new Map()),
    })),
    milliseconds: (0,source/* optional */.lq)(budget),
}), (read, node, report) => {
    const named = [...(read.tolerance?.outputs.keys() ?? [])];
    const odd = named.find((name) => !read.expect.has(name));
    if (odd === undefined)
        return read;
    const at = read.tolerance?.$.nodes.get("outputs")?.at ?? node.at;
    return report.add(at, `\`tolerance\` names an output that \`expect\` has not: ${JSON.stringify(odd)}`, {
        found: odd,
        expected: `one of ${[...read.expect.keys()].join(", ")}`,
    });
});

;// CONCATENATED MODULE: ./build/environments/golden/words.js
/** `3 of 3 golden requests answered as expected`, with the first that is not; or why they were not asked. */
function goldenWords({ asked, notAsked }) {
    if (notAsked !== null)
        return `golden requests not asked: ${notAsked}`;
    const wrong = asked.filter(({ ok }) => !ok);
    const [first] = wrong;
    const requests = asked.length === 1 ? "golden request" : "golden requests";
    const head = `${asked.length - wrong.length} of ${asked.length} ${requests} answered as expected`;
    return first === undefined ? head : `${head}: ${first.file}: ${first.differences[0] ?? "it differs"}`;
}
/** Whether no answer is wrong; what was not asked is not. */
function allRight(proof) {
    return proof === null || proof.asked.every(({ ok }) => ok);
}

;// CONCATENATED MODULE: ./build/environments/probe.js





const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 1000;
const ONE_REQUEST_MS = 2000;
const probe_MAX_BODY = 1 << 20;
/** How much of what a server says that it serves is shown. */
const probe_SHOWN = { versions: 20, characters: 100, together: 400 };
/** There is no such path. Whatever else is answered, as 503, 429 or 401, may come of somebody on the way and mean nothing. */
const NO_PATH = new Set([404, 405, 501]);
/** There is nothing by that name: Triton says 400, too, of models and versions that it has not. */
const NO_NAME = new Set([400, ...NO_PATH]);
/**
 * Asks until the model's server is ready and says that it serves the version: `/v2/health/ready` is 200 (bodies differ
 * between servers, only the status counts) and `/v2/models/NAME` reports it in `versions`, `version` or `model_version`; a
 * server that reports none (MLServer) is asked for `/v2/models/NAME/versions/VERSION/ready`, and one that has versions of its own
 * (Triton, whose are numbers) for the model's configuration. Of one that tells no version it is asked that it is ready, and the model;
 * where it tells one of ours all the same, it is held to it.
 */
async function probe(question) {
    const { clock, deadlineMs, signal } = question;
    const start = clock.monotonic();
    for (let pause = FIRST_PAUSE_MS;; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
        const left = deadlineMs - (clock.monotonic() - start);
        const answer = await probe_ask(question, Math.max(100, Math.min(ONE_REQUEST_MS, left)));
        const tookMs = clock.monotonic() - start;
        if (answer.ok)
            return { ...answer, tookMs };
        const over = (await question.hopeless?.()) ?? null;
        if (over !== null)
            return { ...answer, reason: over, tookMs };
        if (tookMs + pause >= deadlineMs)
            return { ...answer, tookMs };
        if (signal?.aborted === true)
            throw (0,kernel/* infrastructure */.Sv)("interrupted", "stopped while waiting for the model to answer");
        await clock.sleep(pause);
    }
}
async function probe_ask(question, timeoutMs) {
    const base = question.url.replace(/\/+$/, "");
    const within = { timeoutMs, most: probe_MAX_BODY };
    try {
        const ready = await fetchOnce(`${base}/v2/health/ready`, within);
        if (ready.status !== 200)
            return no(`/v2/health/ready answers ${ready.status}`);
        const path = `/v2/models/${encodeURIComponent(question.model)}`;
        const metadata = await fetchOnce(`${base}${path}`, within);
        if (metadata.status !== 200) {
            const hasNone = question.untold === true && NO_NAME.has(metadata.status);
            return hasNone ? await readyUntold(base, path, within) : no(refusal(path, metadata));
        }
        const serves = await versionsTold({ base, path, metadata: metadata.body, version: question.version, within });
        const judged = judge(question.version, serves, path);
        const saysNothing = question.untold === true && !judged.ok && !serves.some(isOurs);
        const answer = saysNothing ? await readyUntold(base, path, within) : judged;
        return { ...answer, digest: reportedDigest(metadata.body) };
    }
    catch (cause) {
        if (cause instanceof Unclear)
            return no(cause.message);
        return { ...no(troubleOf(cause)), reached: REFUSALS.has(codeOf(cause)) };
    }
}
/** A host that says so itself: nothing listens there. */
const REFUSALS = new Set(["ECONNREFUSED", "ECONNRESET"]);
function judge(version, told, path) {
    const serves = told.slice(0, probe_SHOWN.versions).map((each) => cut(each, probe_SHOWN.characters));
    if (told.some((served) => isSameVersion(served, version)))
        return { ok: true, reason: `${version} answers`, serves, digest: null, reached: true };
    if (serves.length === 0)
        return no(`${path} reports no version`);
    const advice = told.some(isOurs)
        ? ""
        : "; its server has versions of its own, which `probe: {version: false}` is for";
    return { ...no(`${cut(serves.join(", "), probe_SHOWN.together)} answers, not ${version}${advice}`), serves };
}
async function versionsTold(told) {
    const { base, path, metadata, version, within } = told;
    const reported = reportedVersions(metadata);
    if (reported.some((each) => isOurs(each) || isSameVersion(each, version)))
        return reported;
    if (reported.length === 0)
        return (await hasVersion(told)) ? [version] : [];
    const config = await fetchOnce(`${base}${path}/config`, within);
    if (config.status !== 200 && !NO_NAME.has(config.status))
        throw new Unclear(refusal(`${path}/config`, config));
    const configured = config.status === 200 ? configuredVersion(config.body) : null;
    return configured === null ? reported : [configured];
}
/** Whether a server knows the version by its path, and does not say so of every version. */
async function hasVersion({ base, path, version, within }) {
    const readyPath = (name) => `${path}/versions/${encodeURIComponent(name)}/ready`;
    if ((await fetchOnce(`${base}${readyPath(version)}`, within)).status !== 200)
        return false;
    const unknown = readyPath(`${version}-is-not-this`);
    const other = await fetchOnce(`${base}${unknown}`, within);
    if (other.status === 200)
        return false;
    if (!NO_NAME.has(other.status))
        throw new Unclear(refusal(unknown, other));
    return true;
}
/** What was to be known cannot be told from this answer: asked again, it may be. */
class Unclear extends Error {
}
const READY = {
    ok: true,
    reason: "it is ready, and does not tell its version",
    serves: [],
    untold: true,
    digest: null,
    reached: true,
};
/**
 * That a server is ready need not mean its model: KServe's SDK says so whatever became of its models, and Triton where it was told not
 * to be strict, or to load none. One that answers `/v2` speaks all of the protocol and is asked about the model, too; of one that has
 * no more than `/v2/health/ready` that has to do. That it has no more it has to say itself: a 503 of whoever stands between is no proof.
 */
async function readyUntold(base, path, within) {
    const model = await fetchOnce(`${base}${path}/ready`, within);
    if (model.status === 200)
        return READY;
    if (!NO_PATH.has(model.status))
        return no(refusal(`${path}/ready`, model));
    const server = await aboutItself(base, within);
    if (server.status === 200)
        return no(refusal(`${path}/ready`, model));
    return NO_PATH.has(server.status) ? READY : no(refusal("/v2", server));
}
/** Web frameworks send whoever asks for a folder to the same with a slash, whether there is anything or not. */
async function aboutItself(base, within) {
    const answer = await fetchOnce(`${base}/v2`, within);
    return answer.status >= 300 && answer.status < 400 ? fetchOnce(`${base}/v2/`, within) : answer;
}
function refusal(path, { status, body }) {
    return `${path} answers ${status}${reasonIn(body)}`;
}
function no(reason) {
    return { ok: false, reason, serves: [], digest: null, reached: true };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/environments/process/files.js





function stateFolder(root) {
    return {
        root,
        images: (0,external_node_path_.join)(root, "images"),
        logs: (0,external_node_path_.join)(root, "logs"),
        current: (0,external_node_path_.join)(root, "current.json"),
        front: (0,external_node_path_.join)(root, "front.json"),
        owner: (0,external_node_path_.join)(root, "owner.json"),
        frontLog: (0,external_node_path_.join)(root, "logs", "front.log"),
    };
}
/** Null when nothing is in service or the file is not what we write. Synchronous: the front reads it for each connection. */
function readRoute(folder) {
    const fields = readFields(folder.current);
    const port = fields.get("port");
    if (typeof port !== "number")
        return null;
    return { port, model: files_text(fields.get("model")), version: files_text(fields.get("version")) };
}
/** The instance in service; null when there is none or the file is not what we write. */
function readCurrent(folder) {
    const fields = readFields(folder.current);
    const found = processIn(fields);
    const digest = (0,kernel/* parseSha256 */.tz)(files_text(fields.get("digest")));
    const port = fields.get("port");
    if (found === null || digest === null || typeof port !== "number")
        return null;
    return {
        id: files_text(fields.get("id")),
        process: found,
        port,
        model: files_text(fields.get("model")),
        version: files_text(fields.get("version")),
        digest,
    };
}
function readProcess(file) {
    return processIn(readFields(file));
}
/** Temp + rename: whoever reads finds the old or the new file, never a part. */
async function writeJson(file, value) {
    const temporary = `${file}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
    await (0,promises_.writeFile)(temporary, `${JSON.stringify(value, null, "\t")}\n`);
    await (0,promises_.rename)(temporary, file);
}
/** The last lines of a log, at most 16 KiB of them. */
async function lastLines(file, count) {
    const handle = await (0,promises_.open)(file, "r").catch(() => null);
    if (handle === null)
        return [];
    try {
        const { size } = await handle.stat();
        const start = Math.max(0, size - 16_384);
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
        const lines = buffer.toString("utf8", 0, bytesRead).split("\n");
        return lines.filter((line) => line.trim() !== "").slice(-count);
    }
    finally {
        await handle.close();
    }
}
/** Removes the oldest entries of a folder, except those kept by name. */
async function prune(folder, keepNewest, keep) {
    const names = (await (0,promises_.readdir)(folder).catch(() => [])).filter((name) => !keep.has(name));
    const aged = await Promise.all(names.map(async (name) => ({ name, at: (await (0,promises_.stat)((0,external_node_path_.join)(folder, name)).catch(() => null))?.mtimeMs ?? 0 })));
    const old = aged.sort((a, b) => b.at - a.at).slice(keepNewest);
    for (const { name } of old)
        await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { recursive: true, force: true });
}
function processIn(fields) {
    const [pid, startedAt] = [fields.get("pid"), fields.get("startedAt")];
    return typeof pid === "number" && pid > 1 && typeof startedAt === "string" ? { pid, startedAt } : null;
}
/** What one of our own files says; nothing when it is absent or broken. */
function readFields(file) {
    try {
        const document = JSON.parse((0,external_node_fs_.readFileSync)(file, "utf8"));
        if (typeof document !== "object" || document === null)
            return new Map();
        const fields = new Map(Object.entries(document));
        const nested = fields.get("process");
        return typeof nested === "object" && nested !== null ? new Map([...fields, ...Object.entries(nested)]) : fields;
    }
    catch {
        return new Map();
    }
}
/** Empty where no text stands. */
function files_text(value) {
    return typeof value === "string" ? value : "";
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./build/shell/index.js + 9 modules
var shell = __webpack_require__(69432);
;// CONCATENATED MODULE: ./build/environments/process/identity.js


/** Null when no such process lives; one that ended and was not collected yet does not. */
async function identify(pid) {
    const startedAt = process.platform === "linux" ? await startInProc(pid) : await startByPs(pid);
    return startedAt === null ? null : { pid, startedAt };
}
async function isAlive(id) {
    return id !== null && (await identify(id.pid))?.startedAt === id.startedAt;
}
/** How long a process may take to end after TERM, when nobody waits for an answer of it. */
const GRACE_MS = 1500;
/** Ends the process and its group: TERM, then KILL. Nothing happens when the number belongs to somebody else by now. */
async function end(id, clock, graceMs = GRACE_MS) {
    if (!(await isAlive(id)))
        return;
    signalGroup(id.pid, "SIGTERM");
    const deadline = clock.monotonic() + graceMs;
    while (clock.monotonic() < deadline) {
        if (!(await isAlive(id)))
            break;
        await clock.sleep(20);
    }
    if (await isAlive(id))
        signalGroup(id.pid, "SIGKILL");
    while (await isAlive(id))
        await clock.sleep(10);
}
/** Its processes are group leaders; a stray one may not be. */
function signalGroup(pid, signal) {
    for (const target of [-pid, pid]) {
        try {
            process.kill(target, signal);
            return;
        }
        catch {
            // not a group, or gone
        }
    }
}
/** Field 22 of /proc/PID/stat; the second field is a name in brackets that may hold anything. */
async function startInProc(pid) {
    const stat = await (0,promises_.readFile)(`/proc/${pid}/stat`, "latin1").catch(() => null);
    if (stat === null)
        return null;
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state] = fields;
    return state === "Z" || state === "X" ? null : (fields[19] ?? null);
}
async function startByPs(pid) {
    const result = await (0,shell/* run */.eF)("ps", ["-o", "lstart=", "-o", "stat=", "-p", String(pid)]);
    const line = result.stdoutText.trim();
    return result.code !== 0 || line === "" || /\sZ\S*$/.test(line) ? null : line.replace(/\s+\S+$/, "");
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/environments/process/lock.js






/**
 * Runs `work` while no other process on this machine works on the same folder. The lock is a socket's name, which the
 * kernel takes back when its owner dies, however it dies: there is no stale lock to judge.
 */
async function withLock(folder, options, work) {
    const server = await acquire(folder, options);
    try {
        return await work();
    }
    finally {
        await new Promise((resolve) => server.close(resolve));
    }
}
async function acquire(folder, { clock, waitMs, signal }) {
    const address = addressOf(folder);
    const deadline = clock.monotonic() + waitMs;
    for (;;) {
        const server = await listen(address);
        if (server !== null)
            return server;
        if (signal.aborted)
            throw (0,kernel/* infrastructure */.Sv)("interrupted", "stopped while another deploy was under way");
        if (clock.monotonic() > deadline) {
            throw (0,kernel/* infrastructure */.Sv)("deploy-under-way", `another deploy to the same place has been going on for long`, {
                found: folder,
                hint: "wait for it to end and run again",
            });
        }
        if (!address.startsWith("\0") && !(await answers(address)))
            await (0,promises_.rm)(address, { force: true });
        await clock.sleep(50);
    }
}
/** Linux has socket names without a file; elsewhere it is a file that a dead owner leaves behind. */
function addressOf(folder) {
    const name = `mainline-${(0,external_node_crypto_.createHash)("sha256").update(folder).digest("hex").slice(0, 24)}`;
    return process.platform === "linux" ? `\0${name}` : (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `${name}.lock`);
}
function listen(path) {
    const server = (0,external_node_net_.createServer)((socket) => socket.destroy());
    return new Promise((resolve, reject) => {
        server.once("error", (cause) => {
            if (cause.code === "EADDRINUSE")
                resolve(null);
            else
                reject((0,kernel/* infrastructure */.Sv)("lock-failed", `no lock could be taken: ${cause.message}`, { cause }));
        });
        server.listen({ path }, () => resolve(server));
    });
}
function answers(path) {
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)({ path });
        socket.once("connect", () => {
            socket.destroy();
            resolve(true);
        });
        socket.once("error", () => resolve(false));
    });
}

;// CONCATENATED MODULE: ./build/environments/process/sweep.js


/** The variable by which an instance, and everything that it started, is known again: `<state folder>:<instance id>`. */
const MARK = "MAINLINE_INSTANCE";
/**
 * Ends every process of this environment that belongs to no instance in `keep`: what a deploy that was killed half way
 * left behind. It is told by its environment, so no file has to be right about it. Linux only; elsewhere nothing is swept.
 */
async function sweep(folder, keep, { clock, graceMs }) {
    const kept = new Set(keep.flatMap((instance) => (instance === null ? [] : [`${folder.root}:${instance.id}`])));
    for (const { pid, mark } of await marked(folder)) {
        if (kept.has(mark))
            continue;
        const id = await identify(pid);
        if (id !== null && (await markOf(pid)) === mark)
            await end(id, clock, graceMs);
    }
}
async function marked(folder) {
    if (process.platform !== "linux")
        return [];
    const pids = (await (0,promises_.readdir)("/proc")).map(Number).filter((pid) => Number.isInteger(pid) && pid > 1);
    const marks = await Promise.all(pids.map(async (pid) => ({ pid, mark: await markOf(pid) })));
    return marks.flatMap(({ pid, mark }) => (mark?.startsWith(`${folder.root}:`) ? [{ pid, mark }] : []));
}
/** Other users' processes cannot be read, and are none of ours. */
async function markOf(pid) {
    const environ = await (0,promises_.readFile)(`/proc/${pid}/environ`, "utf8").catch(() => "");
    const line = environ.split("\0").find((variable) => variable.startsWith(`${MARK}=`));
    return line?.slice(MARK.length + 1) ?? null;
}

;// CONCATENATED MODULE: ./build/environments/process/stop.js




const LOCK_WAIT_MS = 120_000;
/** Process ids of what runs out of a state folder: the front, then the model. */
function processesOf(folder) {
    return [readProcess(folder.front), readCurrent(folder)?.process ?? null].flatMap((id) => id?.pid ?? []);
}
/** Ends whatever runs out of a state folder, without knowing what was deployed there. */
async function stopProcesses(folder, { clock, signal }) {
    await withLock(folder.root, { clock, signal, waitMs: LOCK_WAIT_MS }, async () => {
        const front = readProcess(folder.front);
        if (front !== null)
            await end(front, clock);
        await stopModel(folder, clock);
    });
}
/** Ends the model in service and what a deploy that was killed left of others. For whoever holds the folder's lock. */
async function stopModel(folder, clock) {
    const current = readCurrent(folder);
    if (current !== null)
        await end(current.process, clock);
    await sweep(folder, [], { clock });
}

;// CONCATENATED MODULE: ./build/environments/process/owner.js






const LOOK_MS = 500;
/** What runs out of this folder from now on ends with us, however we end. Without it, it stays when we are gone. */
async function own(folder) {
    await (0,promises_.mkdir)(folder.root, { recursive: true });
    await writeJson(folder.owner, { ...(await identify(process.pid)) });
}
/** What runs out of this folder may stay when we are gone. */
async function letGo(folder) {
    // said, not removed: a folder that is gone as a whole lets nothing stay
    await writeJson(folder.owner, {});
}
/** With whom what runs out of this folder ends; null where it stays. */
function ownerOf(folder) {
    return readProcess(folder.owner);
}
/**
 * For a front: resolves when its owner has ended, and the model with him; never where he let go of them. A deploy under way is waited
 * for, and the next one finds no front.
 */
async function goneWith(owner, folder, clock) {
    while (await isAlive(owner))
        await clock.sleep(LOOK_MS);
    if ((0,external_node_fs_.existsSync)(folder.owner) && ownerOf(folder) === null)
        return new Promise(() => { });
    const { signal } = new AbortController();
    await withLock(folder.root, { clock, signal, waitMs: Number.POSITIVE_INFINITY }, async () => {
        await stopModel(folder, clock);
        await (0,promises_.rm)(folder.front, { force: true });
    });
}

;// CONCATENATED MODULE: ./build/environments/process/front.js






/**
 * The one process that owns an environment's port: it hands each new connection to what `current.json` names
 * at that moment, so that writing this file is the whole switch. Runs until it is ended, or until its owner has, where it
 * has one; rejects when the port is taken. It reads no file of the program after its start, so an upgrade may replace that below it.
 */
async function serveFront({ directory, port, clock }) {
    const folder = stateFolder(directory);
    const owner = ownerOf(folder);
    if (owner !== null && !(await isAlive(owner)))
        throw ownerGone(owner.pid);
    const server = (0,external_node_net_.createServer)({ noDelay: true, pauseOnConnect: true }, (client) => front_forward(client, () => readRoute(folder)));
    server.listen({ host: "127.0.0.1", port, backlog: 511 });
    await (0,external_node_events_.once)(server, "listening");
    const self = await identify(process.pid);
    // fails where the folder went while we started: nobody would find us any more
    await writeJson(folder.front, { ...self, port });
    await Promise.race([front_closed(server), ...(owner === null ? [] : [goneWith(owner, folder, clock)])]);
}
async function front_closed(server) {
    await (0,external_node_events_.once)(server, "close");
    throw new Error("the front's server closed, which nobody asks for");
}
function ownerGone(pid) {
    return (0,kernel/* infrastructure */.Sv)("owner-gone", `process ${pid}, which this was started for, has ended`, {
        hint: "nothing: a program that ends takes with it what it started for itself",
    });
}
/** Hands a connection to what `read` names at that moment. */
function front_forward(client, read) {
    client.on("error", () => client.destroy());
    const route = read();
    if (route === null)
        refuse(client, "no model is deployed here");
    else
        handOver(client, route, read);
}
function handOver(client, route, read) {
    const upstream = (0,external_node_net_.connect)({ host: "127.0.0.1", port: route.port, noDelay: true });
    let connected = false;
    upstream.once("connect", () => {
        connected = true;
        client.pipe(upstream);
        upstream.pipe(client);
    });
    upstream.on("error", () => {
        if (connected) {
            client.destroy();
            return;
        }
        // replaced, drained and ended between the reading and the connecting: a loaded machine may take that long
        const now = read();
        if (now !== null && now.port !== route.port)
            handOver(client, now, read);
        else
            refuse(client, `${route.model} ${route.version} does not answer`);
    });
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => {
        if (connected)
            client.end();
    });
}
/** Said in HTTP, because that is what models are asked in. */
function refuse(client, reason) {
    const body = `${JSON.stringify({ error: reason })}\n`;
    const head = [
        "HTTP/1.1 503 Service Unavailable",
        "Content-Type: application/json",
        `Content-Length: ${Buffer.byteLength(body)}`,
        "Connection: close",
    ];
    client.resume();
    client.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

;// CONCATENATED MODULE: ./build/environments/process/drain.js

const LONGEST_MS = 2000;
const ESTABLISHED = "01";
/**
 * Waits until nobody is connected to the port any more, two seconds at most: requests under way may end, with a server that
 * does not end them itself after TERM.
 */
async function drain(port, clock) {
    const deadline = clock.monotonic() + LONGEST_MS;
    while (clock.monotonic() < deadline && (await hasConnections(port)))
        await clock.sleep(50);
}
/** `/proc/net/tcp`: `sl local_address rem_address st …`, addresses in hex, one line for each end of a connection on this machine. */
async function hasConnections(port) {
    const tables = await Promise.all(["/proc/net/tcp", "/proc/net/tcp6"].map((file) => (0,promises_.readFile)(file, "utf8").catch(() => "")));
    const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
    return tables.some((table) => table.split("\n").some((line) => {
        // a container's own end of it lies in another network: there, only the front's end is seen
        const [, local, remote, state] = line.trim().split(/\s+/);
        return state === ESTABLISHED && (local?.endsWith(suffix) === true || remote?.endsWith(suffix) === true);
    }));
}

;// CONCATENATED MODULE: ./build/environments/process/front-control.js





const START_MS = 15_000;
/** Makes sure that the front listens. Failure `port-taken` when something else owns the port. */
async function ensureFront(start) {
    const { folder, port, self, env, clock } = start;
    if (await isAlive(readProcess(folder.front)))
        return;
    await (0,promises_.mkdir)(folder.logs, { recursive: true });
    const [program = "", ...args] = self;
    const pid = await (0,shell/* detach */.Yo)(program, [...args, "__front", folder.root, String(port)], {
        cwd: folder.root,
        // a GitHub runner ends what carries its tracking id when a job is over
        env: { ...env, RUNNER_TRACKING_ID: "" },
        log: folder.frontLog,
    });
    const deadline = clock.monotonic() + START_MS;
    for (;;) {
        const gone = (await identify(pid)) === null || clock.monotonic() > deadline;
        if (await isAlive(readProcess(folder.front)))
            return;
        if (gone)
            throw await frontFailed(start);
        await clock.sleep(20);
    }
}
async function frontFailed({ folder, port }) {
    const log = await lastLines(folder.frontLog, 20);
    const taken = log.some((line) => line.includes("EADDRINUSE"));
    return (0,kernel/* infrastructure */.Sv)(taken ? "port-taken" : "front-failed", taken ? `port ${port} is taken by another program` : `the front on port ${port} did not start`, {
        found: log.find((line) => /error/i.test(line)) ?? log.at(-1) ?? "nothing in its log",
        hint: taken ? "end that program, or give the environment another port in mainline.yaml" : folder.frontLog,
    });
}

;// CONCATENATED MODULE: ./build/environments/process/image.js






function imageFolder(folder, digest) {
    return (0,external_node_path_.join)(folder.images, digest.replace(":", "-"));
}
/** The image's own layers as a folder: from an earlier deploy, or unpacked beside it and put in place in one step. */
async function ensureUnpacked(folder, store, digest) {
    const root = imageFolder(folder, digest);
    const known = await readStart(root);
    if (known !== null)
        return known;
    await (0,promises_.mkdir)(folder.images, { recursive: true });
    await removeHalves(folder);
    const temporary = (0,external_node_path_.join)(folder.images, `.half-${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`);
    try {
        const config = await (0,release/* unpack */.l1)(store, digest, (0,external_node_path_.join)(temporary, "root"), { appLayersOnly: true });
        await writeJson((0,external_node_path_.join)(temporary, "start.json"), startOf(config));
        await (0,promises_.rm)(root, { recursive: true, force: true });
        await (0,promises_.rename)(temporary, root);
    }
    finally {
        await (0,promises_.rm)(temporary, { recursive: true, force: true });
    }
    const unpacked = await readStart(root);
    if (unpacked === null)
        throw new Error(`an image was unpacked to ${root} and is not there`);
    return unpacked;
}
function startOf(config) {
    const argv = [...config.entrypoint, ...config.command];
    if (argv.length === 0) {
        throw (0,kernel/* badInput */.AN)("image-without-command", "the image says no command to start", {
            hint: "give the model a `command` in mainline.yaml and release again",
        });
    }
    return { argv, workingDir: config.workingDir };
}
async function readStart(root) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(root, "start.json"), "utf8").catch(() => null);
    if (text === null)
        return null;
    const { argv, workingDir } = JSON.parse(text);
    const cwd = (0,external_node_path_.join)(root, "root", (0,external_node_path_.join)("/", workingDir));
    const packages = (0,external_node_path_.join)(root, "root", release/* PYTHON_SITE */.V3);
    const [started, installed] = await Promise.all([cwd, packages].map((path) => (0,promises_.stat)(path).catch(() => null)));
    return started === null ? null : { argv, cwd, packages: installed === null ? null : packages };
}
/** What a killed deploy left; only one works here at a time, so none of it is in use. */
async function removeHalves(folder) {
    for (const name of await (0,promises_.readdir)(folder.images)) {
        if (name.startsWith(".half-"))
            await (0,promises_.rm)((0,external_node_path_.join)(folder.images, name), { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./build/environments/targets/target.js
/** The variables that tell a deploy command, and a served model, what they are about. */
function deploymentVariables(deployment) {
    return {
        MAINLINE_MODEL: deployment.model,
        MAINLINE_VERSION: deployment.version,
        MAINLINE_IMAGE: deployment.image,
        MAINLINE_DIGEST: deployment.digest,
        MAINLINE_ENVIRONMENT: deployment.environment,
        MAINLINE_PREVIOUS_IMAGE: deployment.previousImage ?? "",
    };
}

;// CONCATENATED MODULE: ./build/environments/process/free-port.js


/** A port on 127.0.0.1 on which nobody listens just now. */
function freePort() {
    const server = (0,external_node_net_.createServer)();
    return new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen({ host: "127.0.0.1", port: 0 }, () => {
            const address = server.address();
            server.close(() => {
                if (typeof address === "object" && address !== null)
                    resolve(address.port);
                else
                    reject((0,kernel/* infrastructure */.Sv)("no-free-port", "no free port was found on 127.0.0.1"));
            });
        });
    });
}

;// CONCATENATED MODULE: ./build/environments/process/instance.js








/** What a model that is replaced may take for the requests under way; `mainline_serve.py` is told, and takes no longer. */
const STOP_SECONDS = 10;
/** From TERM to KILL: the requests, then its last words. */
const STOP_MS = STOP_SECONDS * 1000 + GRACE_MS;
/** Starts the image's command on a free port, in a scrubbed environment and a session of its own. */
async function startInstance(start) {
    const { folder, deployment, cwd, env } = start;
    const [program = "", ...args] = start.argv;
    const id = `${deployment.version}-${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`;
    const port = await freePort();
    await (0,promises_.mkdir)(folder.logs, { recursive: true });
    const pid = await (0,shell/* detach */.Yo)(program, args, {
        cwd,
        log: logOf(folder, id),
        env: {
            ...env,
            ...withPackages(start),
            ...deploymentVariables(deployment),
            HOST: "127.0.0.1",
            PORT: String(port),
            SERVE_STOP_SECONDS: String(STOP_SECONDS),
            [MARK]: `${folder.root}:${id}`,
        },
    });
    const { model, version, digest } = deployment;
    // one that ended at once has no start time any more; an empty one never matches a living process
    const process = (await identify(pid)) ?? { pid, startedAt: "" };
    return { id, process, port, model, version, digest };
}
/** As the image's own environment has it, for a folder of this machine. */
function withPackages({ packages, env }) {
    if (packages === null)
        return {};
    return { PYTHONPATH: packages, PATH: `${(0,external_node_path_.join)(packages, "bin")}:${env["PATH"] ?? ""}` };
}
function logOf(folder, id) {
    return (0,external_node_path_.join)(folder.logs, `${id}.log`);
}

;// CONCATENATED MODULE: ./build/environments/process/trial.js









const trial_START_MS = 60_000;
const trial_LOCK_WAIT_MS = 120_000;
/** Unpacks an image and starts it on a free port until it answers, as the process target would, asks it, and ends it: nobody is sent to it. */
async function tryOut(trial, ask) {
    const { clock, signal } = trial;
    const folder = stateFolder(trial.folder);
    await (0,promises_.mkdir)(folder.root, { recursive: true });
    return withLock(folder.root, { clock, signal, waitMs: trial_LOCK_WAIT_MS }, async () => {
        try {
            // what a trial that was killed left running
            await sweep(folder, [], { clock });
            return await startAndAsk(trial, ask);
        }
        finally {
            await sweep(folder, [], { clock });
            await (0,promises_.rm)(folder.root, { recursive: true, force: true });
        }
    });
}
async function startAndAsk({ deployment, store, ...trial }, ask) {
    const folder = stateFolder(trial.folder);
    const image = await ensureUnpacked(folder, store, deployment.digest);
    try {
        const instance = await startInstance({ ...image, folder, deployment, env: trial.env });
        const url = `http://127.0.0.1:${instance.port}`;
        const answer = await untilItAnswers(trial, { instance, url });
        if (answer.ok)
            return { ok: true, found: await ask(url) };
        const log = await lastLines(logOf(folder, instance.id), 20);
        return { ok: false, reason: `${deployment.version} does not answer: ${answer.reason}`, log };
    }
    catch (cause) {
        if (!(cause instanceof kernel/* Failure */.HR) || cause.code === "interrupted")
            throw cause;
        return { ok: false, reason: cause.message, log: [] };
    }
}
function untilItAnswers({ startMs: deadlineMs = trial_START_MS, clock, signal, untold }, { instance, url }) {
    const { model, version, process } = instance;
    const hopeless = async () => ((await isAlive(process)) ? null : "its process ended");
    return probe({ url, model, version, untold, deadlineMs, clock, signal, hopeless });
}

;// CONCATENATED MODULE: ./build/environments/process/target.js














const target_START_MS = 60_000;
const target_LOCK_WAIT_MS = 120_000;
const KEPT_IMAGES = 3;
const KEPT_LOGS = 10;
/**
 * The embedded target: a process on this machine. The new version is started beside the old one and asked directly;
 * only when it answers are people sent to it, and only then is the old one ended.
 */
class ProcessTarget {
    url;
    #options;
    #folder;
    constructor(options) {
        this.#options = options;
        this.url = `http://127.0.0.1:${options.port}`;
        this.#folder = stateFolder((0,external_node_path_.join)(options.stateDir, "process", String(options.port)));
    }
    async deploy(deployment) {
        await (0,promises_.mkdir)(this.#folder.root, { recursive: true });
        const { clock, signal } = this.#options;
        return withLock(this.#folder.root, { clock, signal, waitMs: target_LOCK_WAIT_MS }, async () => {
            const current = readCurrent(this.#folder);
            // one that was replaced, and not ended, may have requests under way
            await sweep(this.#folder, [current], { clock, graceMs: STOP_MS });
            await this.#ensureFront();
            if (await this.#serves(current, deployment))
                return { ok: true, changed: false };
            return this.#replace(current, deployment);
        });
    }
    async running() {
        const current = readCurrent(this.#folder);
        const alive = (await isAlive(current?.process ?? null)) && (await isAlive(readProcess(this.#folder.front)));
        return alive ? (current?.digest ?? null) : null;
    }
    /** A process that ended is started anew only by a deploy, which writes down what is in service. */
    async upSince() {
        if ((await this.running()) === null)
            return null;
        return (await (0,promises_.stat)(this.#folder.current)).mtime;
    }
    async logs({ digest }) {
        const current = readCurrent(this.#folder);
        return current?.digest === digest ? lastLines(logOf(this.#folder, current.id), 20) : [];
    }
    tryOut(deployment, ask, apart) {
        const { port, stateDir } = this.#options;
        const folder = apart ?? (0,external_node_path_.join)(stateDir, "trial", `process-${port}`);
        return tryOut({ ...this.#options, deployment, folder }, ask);
    }
    /** Ends the model and the front: nothing answers on the port any more. The unpacked images stay. */
    async stop() {
        await stopProcesses(this.#folder, this.#options);
    }
    async #serves(current, deployment) {
        if (current?.digest !== deployment.digest || current.version !== deployment.version)
            return false;
        if (!(await isAlive(current.process)))
            return false;
        return (await this.#ask(current, 0)).ok;
    }
    async #replace(current, deployment) {
        const image = await ensureUnpacked(this.#folder, this.#options.store, deployment.digest);
        const started = await this.#start(image, deployment);
        if (!("id" in started))
            return started;
        const failed = await this.#refuseUnlessItAnswers(started);
        if (failed !== null)
            return failed;
        await writeJson(this.#folder.current, started);
        await this.#retire(current, started);
        return { ok: true, changed: true };
    }
    async #start(image, deployment) {
        try {
            const { env } = this.#options;
            return await startInstance({ folder: this.#folder, deployment, ...image, env });
        }
        catch (cause) {
            if (!(cause instanceof kernel/* Failure */.HR))
                throw cause;
            return { ok: false, reason: cause.message, log: [] };
        }
    }
    /** Null when it answers; else it is ended, and what it said is told. */
    async #refuseUnlessItAnswers(started) {
        let answered = false;
        try {
            const result = await this.#ask(started, this.#options.startMs ?? target_START_MS);
            answered = result.ok;
            if (answered)
                return null;
            const log = await lastLines(logOf(this.#folder, started.id), 20);
            return { ok: false, reason: `${started.version} does not answer: ${result.reason}`, log };
        }
        finally {
            if (!answered)
                await this.#end(started);
        }
    }
    #ask(instance, deadlineMs) {
        const { clock, signal, untold } = this.#options;
        return probe({
            url: `http://127.0.0.1:${instance.port}`,
            model: instance.model,
            version: instance.version,
            untold,
            deadlineMs,
            clock,
            signal,
            hopeless: async () => ((await isAlive(instance.process)) ? null : "its process ended"),
        });
    }
    #ensureFront() {
        const { port, self, env, clock } = this.#options;
        return ensureFront({ folder: this.#folder, port, self, env, clock });
    }
    async #retire(old, current) {
        const { clock } = this.#options;
        if (old !== null && (await isAlive(old.process)))
            await drain(old.port, clock);
        if (old !== null)
            await end(old.process, clock, STOP_MS);
        await sweep(this.#folder, [current], { clock });
        const keep = [old, current].flatMap((kept) => kept === null ? [] : [(0,external_node_path_.basename)(imageFolder(this.#folder, kept.digest))]);
        await prune(this.#folder.images, KEPT_IMAGES, new Set(keep));
        await prune(this.#folder.logs, KEPT_LOGS, new Set(["front.log", `${current.id}.log`]));
    }
    async #end(instance) {
        const { clock } = this.#options;
        await end(instance.process, clock);
        await sweep(this.#folder, [readCurrent(this.#folder)], { clock });
    }
}

;// CONCATENATED MODULE: ./build/environments/proof.js



/** Where people reach what runs there; null when nobody knows. */
function proof_addressOf({ probe: url, target }) {
    return url ?? target.url;
}
/** How long a version may take until it answers there. */
function patienceOf({ probeMs, target }) {
    return Math.max(probeMs, target.proofMs ?? 0);
}
/** Whether the version answers at the public address; null where there is none. */
async function prove(asking, { model, version }, deadlineMs) {
    const url = proof_addressOf(asking);
    if (url === null)
        return null;
    const { untold, clock, signal } = asking;
    return probe({ url, model, version, untold, deadlineMs, clock, signal });
}
/** Asks at the public address what the version's answers are known to be; null where none are. */
async function askKnown(asking, { model, version, environment }, requests) {
    if (requests.length === 0)
        return null;
    const url = proof_addressOf(asking);
    if (url === null)
        return { asked: [], notAsked: `${environment} has no address to ask` };
    const { clock, signal } = asking;
    return { asked: await askGolden({ url, model, version, requests, clock, signal }), notAsked: null };
}
/** The digest that the target says it runs; null for none, undefined where it cannot tell. */
function whatRuns({ target }) {
    return unlessItFails(() => target.running());
}
/** Since when the target has run what it runs, without a break; null where it cannot tell. */
async function upSinceOf({ target }) {
    const since = (await unlessItFails(async () => (await target.upSince?.()) ?? null)) ?? null;
    return since === null || Number.isNaN(since.getTime()) ? null : since;
}
/** A place that cannot be asked says nothing, which is no reason to leave the other environments alone. */
async function unlessItFails(ask) {
    try {
        return await ask();
    }
    catch (cause) {
        if (!(cause instanceof kernel/* Failure */.HR) || cause.code === "interrupted")
            throw cause;
        return undefined;
    }
}
/** A failure in one environment must not keep the others from theirs. */
async function tryDeploy(deploy) {
    try {
        return await deploy();
    }
    catch (cause) {
        if (!(cause instanceof kernel/* Failure */.HR) || cause.code === "interrupted")
            throw cause;
        const { hint, found } = cause.details;
        const reason = hint === undefined ? cause.message : `${cause.message} (${hint})`;
        const passing = cause.kind === "infrastructure" ? { passing: true } : {};
        return { ok: false, reason, log: found === undefined ? [] : [found], ...passing };
    }
}

;// CONCATENATED MODULE: ./build/environments/rehearsal.js

/** What a rehearsal's tag is called: neither GTO nor a release takes it for one of theirs. */
const NAME = /^rehearsal-\d{8}T\d{6}Z$/;
const LINE = /^Rehearsed: (\S+) (\S+) (\S+) (sha256:[0-9a-f]{64}) (passed|unstarted|failed)(?: (.*))?$/gm;
/** What tags said of it before they had a word for it. */
const UNSTARTED = /\bnot started\b/;
/** The tag of what was rehearsed at one time: `rehearsal-20261128T030000Z`. */
function rehearsalTag(at) {
    return `rehearsal-${at.toISOString().replace(/[-:]|\.\d+/g, "")}`;
}
/** The message of one run's tag: a line for people, and one for each environment. */
function rehearsalMessage(rehearsals, by) {
    const passed = rehearsals.filter(({ ok, started }) => ok && started).length;
    const unstarted = rehearsals.filter(({ ok, started }) => ok && !started).length;
    const lines = rehearsals.map(({ model, environment, version, digest, ok, started, says }) => {
        const found = says.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
        return `Rehearsed: ${model} ${environment} ${version} ${digest} ${wordOf(ok, started)} ${found}`.trimEnd();
    });
    const signed = by === null ? [] : [`By: ${by}`];
    const aside = unstarted === 0 ? "" : `, ${unstarted} not started`;
    return `Rehearse what a rollback would bring back: ${passed} of ${rehearsals.length} passed${aside}\n\n${[...lines, ...signed].join("\n")}\n`;
}
function wordOf(ok, started) {
    if (!ok)
        return "failed";
    return started ? "passed" : "unstarted";
}
/** All that was ever rehearsed, the oldest first. */
function rehearsalsIn(tags) {
    return tags
        .filter(({ name }) => NAME.test(name))
        .sort((a, b) => a.taggedAt.getTime() - b.taggedAt.getTime())
        .flatMap(({ message, taggedAt }) => [...message.matchAll(LINE)].flatMap(([, model = "", environment = "", version = "", hex = "", word, says = ""]) => {
        const digest = (0,kernel/* parseSha256 */.tz)(hex);
        const started = word === "passed" && !UNSTARTED.test(says);
        const about = { model, environment, version, at: taggedAt, ok: word !== "failed", started, says };
        return digest === null ? [] : [{ ...about, digest }];
    }));
}
/** The last time that bringing back this image, and no other, was rehearsed for the environment; null for never. */
function lastRehearsal(rehearsals, of) {
    return (rehearsals.findLast(({ model, environment, digest }) => model === of.model && environment === of.environment && digest === of.digest) ?? null);
}

;// CONCATENATED MODULE: ./build/environments/rollback.js


/**
 * The version that a rollback would bring back: the last one that the environment held before the present one and
 * that is neither rejected nor withdrawn nor without an image. Null when there is none.
 */
function rollbackTarget(state, environment) {
    const held = state.history.entries.flatMap(({ event, tag }) => event.kind === "assign" && event.stage === environment.name ? [tag.target] : []);
    for (const commit of held.reverse()) {
        const version = state.history.versions.find((known) => known.commit === commit && isUsable(known));
        if (version === undefined || version.version === environment.version)
            continue;
        if (state.rejections.has(version.version) || digestOf(version) === null)
            continue;
        return version;
    }
    return null;
}
/** Whether an earlier version was brought back into the environment at that time, or since. */
function wasRolledBack({ history }, environment, since) {
    return history.entries.some(({ event, tag, message }) => event.kind === "assign" &&
        event.stage === environment &&
        message.trailers.rejects !== undefined &&
        tag.taggedAt >= since);
}
/** Whether a person's rollback brought what an environment holds, and nothing came of it since. */
function heldByRollback({ hold }) {
    return hold?.from === "person" && hold.rejected !== null;
}
/** Whether what an environment holds was brought back by this very workflow run. What came after it is another matter. */
function wasBroughtBackBy({ assignment }, run) {
    const trailers = assignment?.entry.message.trailers;
    return run !== null && trailers?.rejects !== undefined && trailers.run === run;
}
/** The version that `--to` names. Failures `unknown-version`, `version-without-image`, `version-rejected` (unless forced). */
function explicitTarget(state, name, force) {
    const version = versionOf(state.history, name.startsWith("v") ? name : `v${name}`);
    if (version === null || !version.active)
        throw unknownVersion(state, name);
    if (digestOf(version) === null) {
        throw (0,kernel/* badInput */.AN)("version-without-image", `the tag of ${state.model} ${version.version} names no image`, {
            hint: "only versions that `mainline release` made can be deployed",
        });
    }
    const rejection = state.rejections.get(version.version);
    if (rejection === undefined || force)
        return version;
    throw (0,kernel/* badInput */.AN)("version-rejected", `${state.model} ${version.version} is rejected: ${rejection.reason}`, {
        hint: "--force brings it back all the same and lifts the rejection",
    });
}
function unknownVersion(state, name) {
    const known = state.history.versions.filter(isUsable).map((version) => version.version);
    return (0,kernel/* badInput */.AN)("unknown-version", `${state.model} has no version ${name}`, {
        found: name,
        expected: known.length === 0 ? "a released version; there is none yet" : `one of ${known.slice(0, 10).join(", ")}`,
    });
}

;// CONCATENATED MODULE: ./build/environments/standing.js



const standing_ONE_REQUEST_MS = 2000;
const PAUSE_MS = 500;
/** To be asked before the first deploy; null where nothing ran, or the target cannot tell. */
async function lookBefore(asking, deployment) {
    const standing = await unlessItFails(async () => (await asking.target.standing?.(deployment)) ?? null);
    if (standing == null)
        return null;
    const url = proof_addressOf(asking);
    return { standing, answered: url === null ? null : await isReady(url) };
}
/**
 * Puts it back. No version of ours is known of it, so it is asked no more than whether it is ready; and that only where it said so before:
 * another protocol's silence proves nothing.
 */
async function putStandingBack(asking, { standing, answered }, environment) {
    const what = `what ran in ${environment} before, ${standing.image},`;
    asking.progress.warn(`${environment}: putting back ${standing.image}`);
    const done = await tryDeploy(() => standing.putBack());
    if (!done.ok)
        return { restored: false, back: `${what} could not be put back: ${done.reason}` };
    const words = `${what} was ${done.changed ? "put back" : "left running"}`;
    if (answered !== true)
        return { restored: standing.isSeen, back: `${words}; whether it answers was not asked` };
    const ready = await untilReady(asking);
    return { restored: ready, back: `${words} ${ready ? "and is ready" : "and does not say that it is ready"}` };
}
async function untilReady(asking) {
    const { clock, signal } = asking;
    const url = proof_addressOf(asking);
    const deadline = clock.monotonic() + patienceOf(asking);
    for (;;) {
        if (url !== null && (await isReady(url)))
            return true;
        if (signal.aborted)
            throw (0,kernel/* infrastructure */.Sv)("interrupted", "stopped while waiting for what ran before");
        if (clock.monotonic() + PAUSE_MS >= deadline)
            return false;
        await clock.sleep(PAUSE_MS);
    }
}
async function isReady(url) {
    const question = { timeoutMs: standing_ONE_REQUEST_MS, most: 1 << 20 };
    const answer = await fetchOnce(`${url.replace(/\/+$/, "")}/v2/health/ready`, question).catch(() => null);
    return answer?.status === 200;
}

;// CONCATENATED MODULE: ./build/environments/put-back.js



/** What runs already has no start to wait for. */
const GLANCE_MS = 1000;
/** Leaves the version before alone where it still runs and answers; else puts it back. */
async function leaveOrPutBack(way, before) {
    const { previous } = way;
    if (previous === null || (await whatRuns(way)) !== previous.digest)
        return putBack(way, before);
    const found = await judged(way, previous, { words: `${previous.version} was left running`, deadlineMs: GLANCE_MS });
    return found.answers ? found.told : putBack(way, before);
}
/** Deploys the version before, and asks it as any other before it is believed. */
async function putBack(way, before) {
    const { previous, deployment, progress } = way;
    if (previous === null && before !== null)
        return putStandingBack(way, before, deployment.environment);
    if (previous === null || previous.digest === deployment.digest)
        return { restored: null, back: null };
    const { version, environment } = previous;
    progress.warn(`${environment}: putting ${version} back`);
    const deployed = await tryDeploy(() => way.target.deploy({ ...previous, previousImage: deployment.image }));
    if (!deployed.ok) {
        const back = `${version} could not be put back: ${deployed.reason}`;
        // whether it stays is another matter: a place that cannot be told anything may be half way to the other one
        const answers = (await prove(way, previous, 0))?.ok === true;
        return { restored: false, back: answers ? `${back}; it answers all the same` : back };
    }
    return (await judged(way, previous, { words: `${version} was put back`, deadlineMs: patienceOf(way) })).told;
}
async function judged(way, previous, { words, deadlineMs }) {
    const proof = await prove(way, previous, deadlineMs);
    if (proof === null) {
        const back = `${words}; whether it answers is not known, ${previous.environment} has no address to ask`;
        return { answers: true, told: { restored: true, back } };
    }
    if (!proof.ok) {
        const back = `${words}, and does not answer: ${proof_addressOf(way)}: ${proof.reason}`;
        return { answers: false, told: { restored: false, back } };
    }
    const golden = await askKnown(way, previous, (await way.goldenBefore?.()) ?? []);
    if (golden === null)
        return { answers: true, told: { restored: true, back: `${words} and answers` } };
    const back = `${words} and answers, ${goldenWords(golden)}`;
    return { answers: true, told: { restored: allRight(golden), back } };
}

;// CONCATENATED MODULE: ./build/environments/rollout.js




/** Deploys by digest and proves through the environment's public address that the new version answers. */
async function rollOut(rollout) {
    const { target, deployment, clock } = rollout;
    const before = rollout.isFirst === true ? await lookBefore(rollout, deployment) : null;
    const start = clock.monotonic();
    const deployed = await tryDeploy(() => target.deploy(deployment));
    if (!deployed.ok && deployed.waits === true) {
        const { reason, log } = deployed;
        return {
            ok: false,
            waits: true,
            reason,
            log,
            golden: null,
            restored: rollout.previous === null ? null : true,
            back: null,
        };
    }
    if (!deployed.ok) {
        // the embedded target never switched; a command may have done anything
        const { reason, log, passing } = deployed;
        const told = { reason, log, ...(passing === true ? { passing } : {}) };
        return { ok: false, ...told, golden: null, ...(await leaveOrPutBack(rollout, before)) };
    }
    const proof = await prove(rollout, deployment, patienceOf(rollout));
    if (proof !== null && !proof.ok)
        return unproven(rollout, { why: proof.reason, golden: null, before });
    const servingMs = clock.monotonic() - start;
    const golden = await askKnown(rollout, deployment, rollout.golden);
    if (golden !== null && !allRight(golden) && !rollout.wayBack)
        return unproven(rollout, { why: goldenWords(golden), golden, before });
    return { ok: true, changed: deployed.changed, probe: proof, golden, servingMs };
}
/** Whether the version runs there now, asked once: undefined when nobody can tell. */
async function runsNow(rollout) {
    const running = await whatRuns(rollout);
    if (running !== undefined && running !== rollout.deployment.digest)
        return false;
    const proof = await prove(rollout, rollout.deployment, 0);
    // one that is ready and does not say what it is may be any version
    const says = proof !== null && !(proof.ok && proof.untold === true);
    return says ? proof.ok : running === undefined ? undefined : true;
}
async function unproven(rollout, { why, golden, before }) {
    const { deployment, target } = rollout;
    const reason = `${deployment.version} was deployed, but ${proof_addressOf(rollout)} does not prove it: ${why}`;
    const log = (await unlessItFails(() => target.logs(deployment))) ?? [];
    return { ok: false, reason, log, golden, ...(await putBack(rollout, before)) };
}

;// CONCATENATED MODULE: ./build/environments/takes.js
/** So many of the last deploys are looked at. */
const LAST = 5;
/** What an assignment's tag says of how long it took until the version answered: `1.3 s`. */
function tookText(seconds) {
    return `${seconds.toFixed(1)} s`;
}
/** How long deploys to an environment took lately, in seconds: the middle one. Null where no tag says it. */
function usualTake({ entries }, environment) {
    const takes = entries.flatMap(({ event, message }) => {
        const said = event.kind === "assign" && event.stage === environment ? message.trailers.took : undefined;
        const [, seconds] = /^(\d+(?:\.\d+)?) s$/.exec(said ?? "") ?? [];
        return seconds === undefined ? [] : [Number(seconds)];
    });
    const last = takes.slice(-LAST).sort((a, b) => a - b);
    return last[Math.floor(last.length / 2)] ?? null;
}

;// CONCATENATED MODULE: ./build/environments/targets/tail.js
const KEPT_LINES = 20;
const KEPT_CHARACTERS = 16_384;
/** The last lines of an output, however long it grows. */
class Tail {
    #text = "";
    add(chunk) {
        this.#text = (this.#text + new TextDecoder().decode(chunk)).slice(-KEPT_CHARACTERS);
    }
    lines() {
        return lastLinesOf(this.#text);
    }
}
/** The last lines of a text that say something. */
function lastLinesOf(text) {
    return text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .slice(-KEPT_LINES);
}

;// CONCATENATED MODULE: ./build/environments/targets/command.js




const TIMEOUT_MS = 3_600_000;
/** Deploys by the user's own command: exit code 0 means that the image runs. */
class CommandTarget {
    url = null;
    #options;
    constructor(options) {
        this.#options = options;
    }
    async deploy(deployment) {
        const { cwd, signal, progress, timeoutMs = TIMEOUT_MS } = this.#options;
        const [program, ...args] = this.#argv();
        const tail = new Tail();
        const result = await (0,shell/* stream */.Td)(program, args, {
            cwd,
            signal,
            timeoutMs,
            env: deploymentVariables(deployment),
            onOutput: (chunk) => {
                tail.add(chunk);
                progress.output(chunk);
            },
        });
        if (result.timedOut) {
            const reason = `the deploy command was not over after ${formatDuration(timeoutMs)}, and was ended (\`timeout\` of \`command\` in mainline.yaml gives it longer)`;
            return { ok: false, reason, log: tail.lines() };
        }
        if (result.code === 0 && result.signal === null)
            return { ok: true, changed: true };
        const ended = result.signal === null ? `exit code ${result.code}` : `signal ${result.signal}`;
        return { ok: false, reason: `the deploy command ended with ${ended}`, log: tail.lines() };
    }
    async running() {
        return undefined;
    }
    /** What it said was told when it ended. */
    async logs() {
        return [];
    }
    #argv() {
        const { command } = this.#options;
        if (typeof command === "string")
            return ["/bin/sh", "-c", command];
        const [program = "/bin/false", ...args] = command;
        return [program, ...args];
    }
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/alive.js

/**
 * Does what takes its time, and says nothing of whether the other side lives; so that is asked meanwhile. Where it does not live, the work's
 * signal fires, and its failure is what the look met.
 */
async function whileAlive(watched, work) {
    const [over, dead] = [new AbortController(), new AbortController()];
    const looking = lookOn(watched, over.signal, (failure) => dead.abort(failure));
    const [ended] = await Promise.allSettled([work(AbortSignal.any([watched.signal, dead.signal]))]);
    over.abort();
    await looking;
    if (dead.signal.aborted)
        throw dead.signal.reason;
    if (ended.status === "rejected")
        throw ended.reason;
    return ended.value;
}
async function lookOn({ clock, everyMs, look }, over, died) {
    while (everyMs !== null && !over.aborted) {
        await clock.sleep(everyMs, over);
        const failure = over.aborted ? null : await alive_failureOf(() => look(over));
        if (failure !== null && !over.aborted)
            return died(failure);
    }
}
async function alive_failureOf(work) {
    try {
        await work();
        return null;
    }
    catch (cause) {
        if (cause instanceof kernel/* Failure */.HR)
            return cause;
        throw cause;
    }
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/patience.js


const patience_MINUTE_MS = 60_000;
const LONG = { workMs: 10 * patience_MINUTE_MS, transferMs: 60 * patience_MINUTE_MS, lookMs: 5 * patience_MINUTE_MS };
/**
 * Where nobody watches, neither program tells how far it is with a layer, and one of ten gigabytes comes in half an hour over a slow line: that
 * a pull stands still is known late. That docker's engine hangs is known soon all the same, as it answers questions while it is at work. podman
 * has no engine behind it, and whoever asks waits for whoever just writes a layer: 16 seconds for three gigabytes on a fast disk. It may be podman that
 * docker's program speaks to: what is asked beside a pull has as long there.
 */
const USUAL = {
    docker: { ...LONG, questionMs: patience_MINUTE_MS, lookEveryMs: patience_MINUTE_MS / 2 },
    podman: { ...LONG, questionMs: 5 * patience_MINUTE_MS, lookEveryMs: null },
};
/** Who has waited for nothing does not wait as long again. */
const WORN_MS = 10_000;
const WORK = ["run", "create", "cp", "stop", "rm", "rmi", "volume rm"];
/** By the first words of what the engine's program is told. */
function doingOf([verb = "", noun = ""]) {
    if (verb === "pull")
        return "transfer";
    return WORK.includes(verb) || WORK.includes(`${verb} ${noun}`) ? "work" : "question";
}
/** How long one engine is waited for; less once it was silent, until it answers. */
class Patience {
    lookEveryMs;
    #limits;
    #isWorn = false;
    constructor(program, limits = USUAL[program]) {
        this.#limits = limits;
        this.lookEveryMs = limits.lookEveryMs;
    }
    /** Failure `engine-silent`. */
    async within(call, run) {
        const ms = this.msFor(call.doing);
        const result = await run(call.doing === "transfer" ? { silenceMs: ms } : { timeoutMs: ms });
        // one that was ended because another one got no answer says nothing
        if (result.code === 0)
            this.#isWorn = false;
        else if (result.timedOut) {
            this.#isWorn = true;
            throw silent(call, ms);
        }
        return result;
    }
    msFor(doing) {
        const { questionMs: question, lookMs: look, workMs: work, transferMs: transfer } = this.#limits;
        const usual = { question, look, work, transfer }[doing];
        return this.#isWorn && doing !== "transfer" ? Math.min(usual, WORN_MS) : usual;
    }
}
const SILENT = "engine-silent";
function silent({ who, see, what, doing }, ms) {
    const step = doing === "transfer" ? "see to the network and to the registry" : `see to ${see}`;
    return (0,kernel/* infrastructure */.Sv)(SILENT, `${who} gave no answer to \`${what}\` for ${formatDuration(ms)}`, {
        hint: `${step}, then run again: what is done already is not done twice`,
    });
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/tidy.js

/** A runner that is told to stop is killed ten seconds later. */
const LINGER_MS = 8000;
/** For what has to be tidied up although we are told to stop; but not for long. */
async function lingering(engine, work) {
    const { signal } = engine;
    const late = new AbortController();
    let timer;
    const begin = () => {
        timer = setTimeout(() => late.abort(), LINGER_MS);
    };
    if (signal.aborted)
        begin();
    else
        signal.addEventListener("abort", begin, { once: true });
    try {
        return await work({ ...engine, signal: late.signal });
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener("abort", begin);
    }
}
/**
 * Tidies up whatever comes of the work. That this fails takes back nothing that was done, and hides nothing that went wrong: it is told, and whoever
 * comes next tidies up first.
 */
async function thenTidy(work, tidy, warn) {
    const [ended] = await Promise.allSettled([work()]);
    try {
        await tidy();
    }
    catch (cause) {
        if (!(cause instanceof kernel/* Failure */.HR))
            throw cause;
        warn(cause.message);
    }
    if (ended.status === "rejected")
        throw ended.reason;
    return ended.value;
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/engine.js






/** By this label an environment's containers are known again, whatever was written down about them. */
const PLACE = "dev.mainline.place";
const INSTANCE = "dev.mainline.instance";
/** Of the engines' commands, those that say of what they are. */
const NOUNS = ["container", "image", "volume"];
/** As both say it of a container. */
const NOT_THERE = /no such (?:container|object)/i;
const engine_TRIES = 5;
const engine_PAUSE_MS = 300;
/** Runs the engine's program. Failures `program-missing`, `engine-silent`, `interrupted`. */
function engine_ask(engine, args) {
    const [verb = "", noun = ""] = args;
    const what = `${engine.program} ${NOUNS.includes(verb) ? `${verb} ${noun}` : verb}`;
    return askProgram(engine, [engine.program, ...args], { what, doing: doingOf(args) });
}
/** The same for a program that speaks to the engine. */
async function askProgram(engine, [program = "", ...args], about) {
    const { cwd, signal, patience } = engine;
    // a GitHub runner ends what carries its tracking id when a job is over
    const env = { RUNNER_TRACKING_ID: "", COMPOSE_IGNORE_ORPHANS: "1" };
    const call = callOf(engine, about);
    const asked = (ends) => patience.within(call, (limit) => (0,shell/* run */.eF)(program, args, { cwd, env, signal: ends, ...limit }));
    const isShort = about.doing === "question" || about.doing === "look";
    const result = await (isShort ? asked(signal) : whileAnswering(engine, about.what, asked));
    if (signal.aborted)
        throw (0,kernel/* infrastructure */.Sv)("interrupted", `stopped while ${program} was at work`);
    return result;
}
/** Does what takes its time, until the engine does not answer any more. */
function whileAnswering(engine, what, work) {
    const { clock, signal, patience, program } = engine;
    const beside = { what: `${program} ps\` beside \`${what}`, doing: "look" };
    const look = (ends) => askProgram({ ...engine, signal: ends }, [program, "ps", "-q"], beside);
    return whileAlive({ clock, signal, everyMs: patience.lookEveryMs, look }, work);
}
function callOf({ program }, about) {
    const see = program === "docker" ? "the engine (`docker info`, its log)" : "what else podman is at (`ps -C podman`)";
    return { who: program, see, ...about };
}
function refused(doing, result) {
    return { ok: false, reason: `${doing} failed with exit code ${result.code}`, log: lastLinesOf(result.stderr) };
}
function labelsOf(engine, id) {
    return { [PLACE]: engine.place, [INSTANCE]: id };
}
/** The container that was started under our name; null when there is none. */
async function containerOf(engine, id) {
    return (await list(engine, `${INSTANCE}=${id}`))[0] ?? null;
}
/** Ends every container of this environment but the one to keep: what a deploy that was killed half way left behind too. */
async function engine_sweep(engine, keep, graceS = 2) {
    const strays = (await list(engine, `${PLACE}=${engine.place}`)).filter((container) => container !== keep);
    for (const container of strays) {
        await engine_ask(engine, ["stop", "-t", String(graceS), container]);
        await engine_ask(engine, ["rm", "-f", "-v", container]);
    }
}
/** The same after a work: that we are told to stop is no reason to leave any, only to leave them less time. */
function sweepAfterwards(engine, keep) {
    const graceS = engine.signal.aborted ? 0 : 2;
    return lingering(engine, (still) => engine_sweep(still, keep, graceS));
}
/** Null while it runs and never fell, as far as the engine says; else why there is nothing to hope for. */
async function trouble(engine, container) {
    const format = "{{.State.Running}} {{.RestartCount}} {{.State.ExitCode}}";
    const result = await engine_ask(engine, inspecting(format, container));
    if (result.code !== 0)
        return NOT_THERE.test(result.stderr) ? "its container is gone" : null;
    const [running, restarts, code] = result.stdoutText.trim().split(" ");
    if (running === "true" && restarts === "0")
        return null;
    return running === "true" ? "its container fell and was started again" : `its container ended with exit code ${code}`;
}
/** Falls and new starts are the engine's to see to once a version is in service: only whether it runs counts. */
async function isRunning(engine, container) {
    return (await inspect(engine, "{{.State.Running}}", container)) === "true";
}
/** When it was started last, by the engine or by us; null where there is no such container. */
async function startedAt(engine, container) {
    const found = await inspect(engine, "{{json .State.StartedAt}}", container);
    return found === null ? null : new Date(JSON.parse(found));
}
/** Null where there is no such container. That the engine does not say it is a failure: `engine-unreachable`. */
async function inspect(engine, format, container) {
    const result = await patiently(engine, inspecting(format, container));
    if (result.code === 0)
        return result.stdoutText.trim();
    if (NOT_THERE.test(result.stderr))
        return null;
    throw unreachable(engine, "how its container is", result);
}
function inspecting(format, container) {
    return ["container", "inspect", "--format", format, container];
}
async function logsOf(engine, container) {
    const { stdoutText, stderr } = await engine_ask(engine, ["logs", "--tail", "20", container]);
    return lastLinesOf(`${stdoutText}\n${stderr}`);
}
async function list(engine, label) {
    const result = await patiently(engine, ["ps", "-a", "-q", "--no-trunc", "--filter", `label=${label}`]);
    if (result.code !== 0)
        throw unreachable(engine, "which containers there are", result);
    return result.stdoutText.split("\n").filter((line) => line !== "");
}
/** podman stumbles over a container that another one takes away while it looks. */
async function patiently(engine, args) {
    let result = await engine_ask(engine, args);
    for (let left = engine_TRIES; result.code !== 0 && !NOT_THERE.test(result.stderr) && left > 0; left--) {
        await engine.clock.sleep(engine_PAUSE_MS, engine.signal);
        result = await engine_ask(engine, args);
    }
    return result;
}
function unreachable({ program }, what, { code, stderr }) {
    return (0,kernel/* infrastructure */.Sv)("engine-unreachable", `${program} does not say ${what}`, {
        found: lastLinesOf(stderr).at(-1) ?? `exit code ${code}`,
        hint: `does \`${program} ps\` work in this job?`,
    });
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/byte-code.js








/** The volumes of one environment are known again by this label. */
const HOME = "dev.mainline.bytecode";
/** Of volumes: what runs, what a rollback would bring back, what is tried, and one more. */
const KEPT = 4;
const MOUNT = "/var/cache/mainline-python";
/** In the volume: writable for whatever user the image has. */
const OPEN = "open";
/**
 * The volume for an image that brings Python packages of ours, which have no byte code; null for others: those of a base may have
 * been compiled with it. It is named by the image's digest, so that a version's byte code is never another's. That there is none
 * is no failure: the version only takes longer to start.
 */
async function byteCodeOf(engine, home, { image, digest }) {
    if (!(await bringsPackages(engine, image)))
        return null;
    const volume = volumeOf(home, digest);
    const note = noteOf(home, digest);
    const there = (await engine_ask(engine, ["volume", "inspect", volume])).code === 0;
    if (there && readFields(note).get("volume") === volume)
        return { volume, writable: false };
    await (0,promises_.rm)(note, { force: true });
    if (!there && !(await create(engine, volume, home)))
        return null;
    if (!(await openUp(engine, volume, image)))
        return null;
    return { volume, writable: true };
}
/** Says that a start has filled it, before anybody is sent there; those of images that are not started any more are removed. */
async function keepByteCode(engine, home, { digest, byteCode }) {
    if (byteCode === null)
        return;
    await (0,promises_.mkdir)(notesOf(home), { recursive: true });
    // written again each time: their ages say which images were started last
    await writeJson(noteOf(home, digest), { volume: byteCode.volume });
    await prune(notesOf(home), KEPT, new Set());
    const kept = new Set((await (0,promises_.readdir)(notesOf(home))).map((name) => readFields((0,external_node_path_.join)(notesOf(home), name)).get("volume")));
    const listed = await engine_ask(engine, ["volume", "ls", "-q", "--filter", `label=${HOME}=${home}`]);
    const old = listed.stdoutText.split("\n").filter((volume) => volume !== "" && !kept.has(volume));
    // one that is in use is refused by the engine, and goes another time
    for (const volume of old)
        await engine_ask(engine, ["volume", "rm", volume]);
}
/** As compose and the engines' programs take it. */
function mountOf({ volume, writable }) {
    return `${volume}:${MOUNT}${writable ? "" : ":ro"}`;
}
/** What Python is told; a base that forbids byte code means its own layers. */
function byteCodeVariables(byteCode) {
    if (byteCode === null)
        return {};
    return { PYTHONPYCACHEPREFIX: `${MOUNT}/${OPEN}`, PYTHONDONTWRITEBYTECODE: byteCode.writable ? "" : "1" };
}
async function bringsPackages(engine, image) {
    const result = await engine_ask(engine, ["image", "inspect", "--format", "{{json .Config.Env}}", image]);
    const variables = result.code === 0 ? JSON.parse(result.stdoutText) : null;
    const path = variables?.find((variable) => variable.startsWith("PYTHONPATH="))?.slice("PYTHONPATH=".length);
    const own = variables?.some((variable) => variable.startsWith("PYTHONPYCACHEPREFIX=")) === true;
    return !own && path?.split(":").includes(`/${release/* PYTHON_SITE */.V3}`) === true;
}
async function create(engine, volume, home) {
    const labels = ["--label", `${HOME}=${home}`];
    return (await engine_ask(engine, ["volume", "create", ...labels, volume])).code === 0;
}
/** A folder in it that any user may write, put there by way of a container of the image that is never started. */
async function openUp(engine, volume, image) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "mainline-bytecode-"));
    const labels = Object.entries(labelsOf(engine, "bytecode")).flatMap(([key, value]) => ["--label", `${key}=${value}`]);
    let container = "";
    try {
        await (0,promises_.mkdir)((0,external_node_path_.join)(folder, OPEN));
        await (0,promises_.chmod)((0,external_node_path_.join)(folder, OPEN), 0o1777);
        const made = await engine_ask(engine, ["create", "--pull", "never", ...labels, "-v", `${volume}:${MOUNT}`, image]);
        container = made.stdoutText.trim();
        return made.code === 0 && (await engine_ask(engine, ["cp", (0,external_node_path_.join)(folder, OPEN), `${container}:${MOUNT}/`])).code === 0;
    }
    finally {
        if (container !== "")
            await lingering(engine, (still) => engine_ask(still, ["rm", "-f", container]));
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
function volumeOf(home, digest) {
    const place = (0,external_node_crypto_.createHash)("sha256").update(home).digest("hex").slice(0, 8);
    return `mainline-python-${place}-${digest.slice("sha256:".length).slice(0, 24)}`;
}
function notesOf(home) {
    return (0,external_node_path_.join)(home, "bytecode");
}
function noteOf(home, digest) {
    return (0,external_node_path_.join)(notesOf(home), `${digest.replace(":", "-")}.json`);
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/compose-text.js

/**
 * A compose file as JSON, which every reader of YAML reads alike: the older compose follows YAML 1.1, to which a plain `no` is false and
 * `22:22` a number.
 */
function composeText(value) {
    return `${(0,kernel/* dumpPythonJson */.jg)(withoutTimes(value))}\n`;
}
/** JSON has no times: compose would make texts of them in any case. */
function withoutTimes(value) {
    if ((0,kernel/* isTimestamp */.Fx)(value))
        return value.timestamp;
    if ((0,kernel/* isList */.Lv)(value))
        return value.map(withoutTimes);
    return (0,kernel/* isMapping */.pi)(value) ? new Map([...value].map(([key, item]) => [key, withoutTimes(item)])) : value;
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/start.js





/** The port on which a model listens inside its container. */
const INSIDE = 8080;
/** Starts the image beside whatever runs; nobody is sent to it yet. */
async function startBeside(engine, starter, about) {
    const { model, version, digest } = about.deployment;
    const name = version.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const id = `${about.trial ? "try-" : ""}${name}-${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`;
    const port = await freePort();
    const failed = await starter(engine, { id, port, ...about });
    if (failed !== null)
        return failed;
    const container = await containerOf(engine, id);
    if (container === null)
        return { ok: false, reason: `${version}'s container ended and is gone`, log: [] };
    return { id, container, port, model, version, digest };
}
/** What is in service is started again by the engine when it falls. */
const RESTART = "unless-stopped";
/** What the model's process is told, over what its image says. */
function variablesOf({ deployment, byteCode }) {
    return { ...byteCodeVariables(byteCode), ...deploymentVariables(deployment), HOST: "0.0.0.0", PORT: String(INSIDE) };
}
/** One plain container of the image. */
const plainStarter = async (engine, start) => {
    const { id, port, image, byteCode } = start;
    const labels = Object.entries(labelsOf(engine, id)).flatMap(([key, value]) => ["--label", `${key}=${value}`]);
    const variables = Object.entries(variablesOf(start)).flatMap(([key, value]) => ["-e", `${key}=${value}`]);
    const kept = [
        "--name",
        `mainline-${id}`,
        "--restart",
        start.trial ? "no" : RESTART,
        "-p",
        `127.0.0.1:${port}:${INSIDE}`,
    ];
    const mounts = byteCode === null ? [] : ["-v", mountOf(byteCode)];
    const result = await engine_ask(engine, [
        "run",
        "-d",
        "--pull",
        "never",
        ...kept,
        ...labels,
        ...variables,
        ...mounts,
        image,
    ]);
    return result.code === 0 ? null : refused(`${engine.program} run`, result);
};

;// CONCATENATED MODULE: ./build/environments/targets/compose/service.js








/** What a copy of a service cannot share with the service, or gets from us. */
const NOT_COPIED = ["build", "container_name", "image", "ports", "profiles", "restart", "scale", "pull_policy"];
/**
 * Starts a copy of a compose file's service, under a name of its own in the same project: it has the service's volumes,
 * networks and devices, and what the service depends on is started with it.
 */
function serviceStarter(service, root) {
    return async (engine, start) => {
        const directory = (0,external_node_path_.resolve)(root, service.directory);
        const file = (0,external_node_path_.join)(directory, service.file);
        const copy = (0,external_node_path_.join)(engine.place, "compose.yaml");
        await (0,promises_.mkdir)(engine.place, { recursive: true });
        const name = `${service.name}-${start.id}`;
        await (0,promises_.writeFile)(copy, composeText(copyOf(await readService(file, service.name), name, { engine, start })));
        const compose = await composeProgram(engine);
        if ("ok" in compose)
            return compose;
        const files = ["--project-directory", directory, "-f", file, "-f", copy];
        const up = ["up", "-d", "--no-build", "--no-recreate", name];
        const what = `${compose.join(" ")} up`;
        const result = await askProgram(engine, [...compose, ...files, ...up], { what, doing: "transfer" });
        return result.code === 0 ? null : refused("docker compose up", result);
    };
}
/** `docker compose`, else the older program of its own. */
async function composeProgram(engine) {
    for (const program of [["docker", "compose"], ["docker-compose"]]) {
        const about = { what: `${program.join(" ")} version`, doing: "question" };
        const found = await askProgram(engine, [...program, "version"], about).catch(unlessMissing);
        if (found?.code === 0)
            return program;
    }
    return { ok: false, reason: "neither `docker compose` nor `docker-compose` is there", log: [] };
}
function unlessMissing(cause) {
    if (cause instanceof kernel/* Failure */.HR && cause.code === "program-missing")
        return null;
    throw cause;
}
async function readService(file, name) {
    const text = await (0,promises_.readFile)(file, "utf8").catch((cause) => {
        throw (0,kernel/* badInput */.AN)("compose-unreadable", `the compose file ${file} cannot be read: ${cause.code ?? cause.message}`, {
            at: { file },
            hint: "see to `directory` and `file` of `compose` in mainline.yaml",
        });
    });
    return serviceIn((0,source/* parseYaml */.hN)(text, file), name, { file });
}
/** A service and what its file says of itself. Failure `compose-service`, with its place. */
function serviceIn(root, name, at) {
    const services = root.kind === "map" ? (0,source/* entryOf */.Ms)(root, "services") : undefined;
    const found = services?.kind === "map" ? (0,source/* entryOf */.Ms)(services, name) : undefined;
    const service = found === undefined ? undefined : (0,source/* toValue */.BA)(found);
    const version = root.kind === "map" ? (0,source/* entryOf */.Ms)(root, "version") : undefined;
    if (service instanceof Map)
        return { version: version === undefined ? undefined : (0,source/* toValue */.BA)(version), service };
    const known = services?.kind === "map" ? services.entries.map(({ key }) => String(key)) : [];
    throw (0,kernel/* badInput */.AN)("compose-service", `the compose file has no service \`${name}\``, {
        at: services?.at ?? at,
        found: known.length === 0 ? "no services" : known.join(", "),
        expected: `a service \`${name}\``,
        hint: (0,source.didYouMean)(name, known) ?? "see to `service` of `compose` in mainline.yaml",
    });
}
/** The copy alone, as a compose file that is read after the service's own. */
function copyOf({ version, service }, name, { engine, start }) {
    const kept = [...(start.trial ? unfound(service) : service)].filter(([key]) => !NOT_COPIED.includes(String(key)));
    const copy = new Map([
        ...kept,
        ["image", start.image],
        ...(start.trial ? [] : [["restart", RESTART]]),
        ["ports", [`127.0.0.1:${start.port}:${INSIDE}`]],
        ["environment", merged(service.get("environment"), variablesOf(start))],
        ["labels", merged(start.trial ? undefined : service.get("labels"), labelsOf(engine, start.id))],
        ...volumesOf(service.get("volumes"), start),
    ]);
    return new Map([
        ...(version === undefined ? [] : [["version", version]]),
        ["services", new Map([[name, copy]])],
        ...(start.byteCode === null ? [] : [["volumes", new Map([[start.byteCode.volume, EXTERNAL]])]]),
    ]);
}
/** Nobody is to find what is only tried: neither a proxy by its labels, nor others in its networks by the service's names and addresses. */
function unfound(service) {
    const networks = service.get("networks");
    const names = networks instanceof Map ? [...networks.keys()] : networks;
    const rest = [...service].filter(([key]) => !FOUND_BY.includes(String(key)));
    return new Map(names === undefined ? rest : [...rest, ["networks", names]]);
}
const FOUND_BY = ["networks", "hostname", "domainname", "mac_address", "expose"];
const EXTERNAL = new Map([["external", true]]);
function volumesOf(written, { byteCode }) {
    if (byteCode === null)
        return [];
    return [["volumes", [...(Array.isArray(written) ? written : []), mountOf(byteCode)]]];
}
/** Compose writes such settings as a mapping, or as a list of `KEY=VALUE` and of `KEY`, whose value is the machine's. */
function merged(written, ours) {
    return new Map([...(written instanceof Map ? written : listed(written)), ...literally(ours)]);
}
/** As they are: compose would put a variable in the place of `$NAME`. */
function literally(settings) {
    return Object.entries(settings).map(([key, value]) => [key, value.replaceAll("$", () => "$$")]);
}
function listed(written) {
    if (!Array.isArray(written))
        return [];
    return written.map((item) => {
        const [key = "", ...value] = (typeof item === "string" ? item : "").split("=");
        return [key, value.length === 0 ? null : value.join("=")];
    });
}

// EXTERNAL MODULE: ./build/run/index.js + 31 modules
var run = __webpack_require__(56806);
;// CONCATENATED MODULE: ./build/environments/targets/compose/load.js






/**
 * Docker pulls nothing out of a folder: the image is read there by its digest, and handed over as it is read. Its id in Docker is the digest of
 * its config, or of its manifest where Docker keeps images as containerd does; both follow from the digest that was asked for, and no
 * other is taken for it.
 */
async function loadFromFolder(engine, digest, { folder, repository }) {
    const { clock, signal } = engine;
    const store = (0,release/* openImageStore */.Nr)({ kind: "layout", directory: folder }, { clock, signal });
    let image = null;
    try {
        image = await (0,release/* storedImage */.ZP)(store, digest);
        const ids = [(0,release/* parseManifest */.Ng)(image.manifest, folder).config.digest, digest];
        const name = `${repository}:${digest.slice("sha256:".length)}`;
        const here = await alreadyHere(engine, ids, name);
        if (here !== null)
            return here;
        const { id } = await load_handOver(engine, image, name);
        if (ids.some((each) => each === id))
            return id;
        return { ok: false, reason: `docker took ${digest} out of ${folder} and has ${id} as ${name}`, log: [] };
    }
    catch (cause) {
        if (signal.aborted)
            throw (0,kernel/* infrastructure */.Sv)("interrupted", "stopped while docker took an image", { cause });
        if (cause instanceof kernel/* Failure */.HR && cause.code !== SILENT)
            return refusalOf(cause, image);
        throw cause;
    }
}
/** Docker has to take each piece in its time, and answer beside it. */
function load_handOver(engine, image, name) {
    const call = callOf(engine, { what: "docker load", doing: "transfer" });
    const size = image.layers.reduce((sum, { descriptor }) => sum + descriptor.size, 0);
    return whileAnswering(engine, call.what, async (ends) => {
        const watch = new release/* Watch */.ox(engine.patience.msFor(call.doing), ends);
        try {
            const archive = watch.passing((0,release/* layoutArchive */.lZ)(image, name), size);
            return await watch.during(() => (0,run/* loadImage */.yt)(engine, archive, { name, signal: watch.signal }));
        }
        catch (cause) {
            throw watch.isSilent ? silent(call, watch.ms) : cause;
        }
    });
}
/** The id of an image that Docker has, which then has our name as well: whoever brought it may take it away. Null: it does not have it. */
async function alreadyHere(engine, ids, name) {
    const names = "{{len .RepoTags}} {{len .RepoDigests}}";
    for (const id of ids) {
        const { code, stdoutText } = await engine_ask(engine, ["image", "inspect", "--format", names, id]);
        if (code !== 0)
            continue;
        // with ours for its only name it would go with that
        if (stdoutText.trim() === "0 0")
            return id;
        if ((await engine_ask(engine, ["tag", id, name])).code === 0)
            return id;
    }
    return null;
}
function refusalOf({ message, details }, image) {
    const isZstd = image?.layers.some(({ descriptor }) => descriptor.mediaType.endsWith("+zstd")) === true;
    const more = isZstd ? ". It has layers compressed by zstd, which Docker takes since 23.0" : "";
    return { ok: false, reason: `${message}${more}`, log: lastLinesOf(details.found ?? "") };
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/folder-images.js









/** What an image out of a folder is called in the engine's storage. */
const folder_images_KEPT = "mainline";
/** Brings an image out of a folder in OCI image layout into the engine's storage; its id there. */
function takeFromFolder(engine, deployment, passing) {
    const [place = ""] = deployment.image.split("@");
    const folder = place.slice("oci:".length);
    const name = passing ? passingName(engine) : folder_images_KEPT;
    if (engine.program === "podman")
        return pullFromFolder(engine, deployment, { folder, name });
    return loadFromFolder(engine, deployment.digest, { folder, repository: `localhost/${name}` });
}
/** Takes the images away again that trials at this place brought, those that were killed too; what has another name by now stays. */
async function sweepImages(engine) {
    await lingering(engine, (still) => sweepNames(still, `localhost/${passingName(engine)}`));
}
async function sweepNames(engine, repository) {
    const format = ["--format", "{{.Repository}}:{{.Tag}}"];
    const listed = await engine_ask(engine, ["images", "--filter", `reference=${repository}`, ...format]);
    // podman tells all names of an image of which one fits
    const names = listed.stdoutText.split("\n").filter((line) => line.startsWith(`${repository}:`));
    // one that somebody has started meanwhile is refused by the engine, and goes another time
    for (const name of names)
        await engine_ask(engine, ["rmi", name]);
}
/** Of the trials at one place, which are one after the other. */
function passingName({ place }) {
    return `mainline-trial-${(0,external_node_crypto_.createHash)("sha256").update(place).digest("hex").slice(0, 16)}`;
}
/** podman is asked by tag; what came has to be what was meant. */
async function pullFromFolder(engine, { digest, version }, { folder, name }) {
    const tag = (0,release/* imageTagFor */.bR)(version);
    const result = await pullAs(engine, { folder, name }, tag);
    if (result.code !== 0)
        return refused(`podman pull oci:${folder}:${tag}`, result);
    const id = lastLinesOf(result.stdoutText).at(-1) ?? "";
    const found = (await engine_ask(engine, ["image", "inspect", "--format", "{{.Digest}}", id])).stdoutText.trim();
    if (found === digest)
        return id;
    return { ok: false, reason: `oci:${folder}:${tag} is ${found || "nothing"}, not ${digest}`, log: [] };
}
/** podman names what it takes out of a folder by the folder's path, and refuses paths that are no name for an image. */
async function pullAs(engine, { folder, name }, tag) {
    const cwd = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "mainline-layout-"));
    try {
        await (0,promises_.symlink)(folder, (0,external_node_path_.join)(cwd, name));
        return await engine_ask({ ...engine, cwd }, ["pull", `oci:${name}:${tag}`]);
    }
    finally {
        await (0,promises_.rm)(cwd, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/images.js



/**
 * The name or the id by which the engine's own storage has the image, where it is brought when it is not there yet. `passing`: one that
 * comes out of a folder is to go again (`sweepImages`).
 */
async function pull(engine, deployment, passing) {
    const { image } = deployment;
    if (image.startsWith("oci:"))
        return takeFromFolder(engine, deployment, passing);
    if ((await engine_ask(engine, ["image", "inspect", image])).code === 0)
        return image;
    const insecure = engine.program === "podman" && (0,release/* isLoopback */.U9)(image.split("/")[0] ?? "");
    // a word for each step of it shows that it goes on
    const result = await engine_ask(engine, ["pull", ...(insecure ? ["--tls-verify=false"] : []), image]);
    return result.code === 0 ? image : refused(`${engine.program} pull ${image}`, result);
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/answers.js





/** Starts a version beside whatever runs, until it answers as itself. One that does not is left to whoever sweeps. */
async function startAnswering(engine, beginning) {
    const { deployment, starter, home, trial, startMs } = beginning;
    const { digest } = deployment;
    const image = await pull(engine, deployment, home === null);
    if (typeof image !== "string")
        return image;
    const byteCode = home === null ? null : await byteCodeOf(engine, home, { image, digest });
    const started = await startBeside(engine, starter, { image, deployment, trial, byteCode });
    if (!("id" in started))
        return started;
    const silent = await answers_untilItAnswers(engine, started, startMs);
    if (silent !== null)
        return silent;
    if (home !== null)
        await keepByteCode(engine, home, { digest, byteCode });
    return started;
}
/** Null once the container answers as its version; else what keeps it from that, and what it said. */
async function answers_untilItAnswers(engine, instance, deadlineMs) {
    const answer = await probe({
        ...questionOf(engine, instance),
        deadlineMs,
        hopeless: () => trouble(engine, instance.container),
    });
    if (answer.ok)
        return null;
    const log = await logsOf(engine, instance.container);
    return { ok: false, reason: `${instance.version} does not answer: ${answer.reason}`, log };
}
function askOnce(engine, instance) {
    return probe({ ...questionOf(engine, instance), deadlineMs: 0 });
}
function questionOf({ clock, signal, untold }, { port, model, version }) {
    return { url: urlOf({ port }), model, version, untold, clock, signal };
}
/** Where a container of this machine is asked directly. */
function urlOf({ port }) {
    return `http://127.0.0.1:${port}`;
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/instance.js


/** The one in service; null when there is none or the file is not what we write. */
function instance_readCurrent(folder) {
    const fields = readFields(folder.current);
    const route = readRoute(folder);
    const digest = (0,kernel/* parseSha256 */.tz)(files_text(fields.get("digest")));
    const container = files_text(fields.get("container"));
    if (route === null || digest === null || container === "")
        return null;
    return { ...route, id: files_text(fields.get("id")), container, digest };
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/trial.js







const compose_trial_LOCK_WAIT_MS = 120_000;
/**
 * Starts a container as a deploy would, on a free port of 127.0.0.1, until it answers, asks it, and ends it. What a trial that was killed
 * left is ended by the next one. The image stays with the engine, where the next deploy finds it; out of a folder it goes again where `home` is null.
 */
async function tryContainer(trial, ask) {
    const { engine } = trial;
    const { place, clock, signal } = engine;
    const warn = (why) => trial.progress.warn(`a trial's container may be left: ${why}`);
    await (0,promises_.mkdir)(place, { recursive: true });
    return withLock(place, { clock, signal, waitMs: compose_trial_LOCK_WAIT_MS }, () => told(signal, () => thenTidy(() => clearAndAsk(trial, ask), () => leaveNothing(trial), warn)));
}
/** Containers first, here and afterwards: none of them may need an image that goes. */
async function clearAndAsk(trial, ask) {
    await engine_sweep(trial.engine, null);
    await clearImages(trial);
    return trial_startAndAsk(trial, ask);
}
async function leaveNothing(trial) {
    await sweepAfterwards(trial.engine, null);
    await clearImages(trial);
    await (0,promises_.rm)(trial.engine.place, { recursive: true, force: true });
}
async function clearImages({ engine, home }) {
    if (home === null)
        await sweepImages(engine);
}
/** What keeps a trial from starting here (no engine, no such service) would keep a deploy from it, too. */
async function told(signal, trying) {
    try {
        return await trying();
    }
    catch (cause) {
        if (!(cause instanceof kernel/* Failure */.HR) || signal.aborted)
            throw cause;
        const { found } = cause.details;
        return { ok: false, reason: cause.message, log: found === undefined ? [] : [found] };
    }
}
async function trial_startAndAsk({ engine, ...beginning }, ask) {
    const started = await startAnswering(engine, { ...beginning, trial: true });
    return "id" in started ? { ok: true, found: await ask(urlOf(started)) } : started;
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/target.js













const compose_target_START_MS = 60_000;
const compose_target_LOCK_WAIT_MS = 120_000;
/**
 * A container of this machine behind our own front: the new version is started beside the old one and asked directly; only
 * when it answers are people sent to it, and only then is the old one ended.
 */
class ContainerTarget {
    url;
    #options;
    #folder;
    #engine;
    constructor(options) {
        const { port, program, root, clock, signal, untold, stateDir, limits } = options;
        this.#options = options;
        this.url = `http://127.0.0.1:${port}`;
        this.#folder = stateFolder((0,external_node_path_.join)(stateDir, "compose", String(port)));
        const patience = new Patience(program, limits);
        this.#engine = { program, place: this.#folder.root, cwd: root, clock, signal, untold, patience };
    }
    async deploy(deployment) {
        await (0,promises_.mkdir)(this.#folder.root, { recursive: true });
        return this.#alone(async () => {
            const current = instance_readCurrent(this.#folder);
            await engine_sweep(this.#engine, current?.container ?? null);
            await ensureFront({ ...this.#options, folder: this.#folder });
            if (await this.#serves(current, deployment))
                return { ok: true, changed: false };
            return this.#replace(current, deployment);
        });
    }
    async running() {
        const current = instance_readCurrent(this.#folder);
        if (current === null || !(await isAlive(readProcess(this.#folder.front))))
            return null;
        return (await isRunning(this.#engine, current.container)) ? current.digest : null;
    }
    async upSince() {
        const current = instance_readCurrent(this.#folder);
        if (current === null || (await this.running()) === null)
            return null;
        return startedAt(this.#engine, current.container);
    }
    async logs({ digest }) {
        const current = instance_readCurrent(this.#folder);
        return current?.digest === digest ? logsOf(this.#engine, current.container) : [];
    }
    tryOut(deployment, ask, apart) {
        const { port, stateDir, startMs = compose_target_START_MS, starter, progress } = this.#options;
        // a place of its own: what ends there is none of what runs
        const engine = { ...this.#engine, place: apart ?? (0,external_node_path_.join)(stateDir, "trial", `compose-${port}`) };
        // what may never run here would only drive out the byte code of what does
        const home = apart === undefined ? this.#folder.root : null;
        return tryContainer({ engine, starter, startMs, deployment, home, progress }, ask);
    }
    /** Ends the model and the front: nothing answers on the port any more. */
    async stop() {
        await this.#alone(async () => {
            const front = readProcess(this.#folder.front);
            if (front !== null)
                await end(front, this.#options.clock);
            await sweepAfterwards(this.#engine, null);
        });
    }
    #alone(work) {
        const { clock, signal } = this.#options;
        return withLock(this.#folder.root, { clock, signal, waitMs: compose_target_LOCK_WAIT_MS }, work);
    }
    async #serves(current, deployment) {
        if (current?.digest !== deployment.digest || current.version !== deployment.version)
            return false;
        return (await isRunning(this.#engine, current.container)) && (await askOnce(this.#engine, current)).ok;
    }
    /** Whatever comes of it, one container stays: the new one once people are sent to it, else the old one. */
    async #replace(current, deployment) {
        const { starter, startMs = compose_target_START_MS, clock, progress } = this.#options;
        let inService = current;
        const replace = async () => {
            const beginning = { deployment, starter, home: this.#folder.root, trial: false, startMs };
            const started = await startAnswering(this.#engine, beginning);
            if (!("id" in started))
                return started;
            await writeJson(this.#folder.current, started);
            inService = started;
            if (current !== null)
                await drain(current.port, clock);
            return { ok: true, changed: true };
        };
        return thenTidy(replace, () => sweepAfterwards(this.#engine, inService?.container ?? null), (why) => progress.warn(`${deployment.environment}: a container may be left that the next deploy ends: ${why}`));
    }
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/machine.js





/** Two questions of ssh's own, ten seconds apart, and ten for the answer: a machine that is at work for longer answers them all the while. */
const SSH_OPTIONS = ["BatchMode=yes", "ConnectTimeout=15", "ServerAliveInterval=10", "ServerAliveCountMax=2"].flatMap((option) => ["-o", option]);
/** As ssh says that the other end went while a command ran. */
const LOST = /^(?:Timeout, server |client_loop: |Read from remote host |Connection to \S+ closed)/;
/** Another machine with an engine, by ssh. */
class Machine {
    #options;
    #patience;
    constructor(options) {
        this.#options = options;
        this.#patience = new Patience(options.program, options.limits);
    }
    /** Runs the engine's program there. */
    ask(verb, rest, doing = "question") {
        const what = `${this.#options.program} ${verb}`;
        return this.say(what, `${what} ${rest}`, { doing });
    }
    /**
     * Runs a line in the folder there; `what` says in short what it is. Where the engine hangs, ssh's own questions are answered all the same. Failures
     * `host-unreachable`, `host-lost`, `engine-silent`, `interrupted`.
     */
    say(what, line, { doing = "question", input } = {}) {
        const { clock, signal, program } = this.#options;
        const said = (ends) => this.#run({ what, doing }, line, { signal: ends, input });
        if (doing === "question")
            return said(signal);
        const beside = { what: `${program} ps\` beside \`${what}`, doing: "look" };
        const look = (ends) => this.#run(beside, `${program} ps -q`, { signal: ends });
        return whileAlive({ clock, signal, everyMs: this.#patience.lookEveryMs, look }, said);
    }
    async #run(about, line, { signal, input }) {
        const { host, directory } = this.#options;
        const args = [...SSH_OPTIONS, "--", host, `cd ${quoted(directory)} && ${line}`];
        const options = input === undefined ? { signal } : { signal, input };
        const call = callThere(this.#options, about);
        const result = await this.#patience.within(call, (limit) => (0,shell/* run */.eF)("ssh", args, { ...options, ...limit }));
        if (this.#options.signal.aborted)
            throw (0,kernel/* infrastructure */.Sv)("interrupted", `stopped while ${host} was at work`);
        if (result.code !== 255)
            return result;
        const found = lastLinesOf(result.stderr).at(-1)?.trimEnd() ?? "no answer";
        if (LOST.test(found)) {
            throw (0,kernel/* infrastructure */.Sv)("host-lost", `ssh lost ${host} while it was at \`${about.what}\``, {
                found,
                hint: "nobody knows whether it was done there: once the machine answers, run this again",
            });
        }
        throw (0,kernel/* infrastructure */.Sv)("host-unreachable", `ssh does not reach ${host}`, {
            found,
            hint: `does \`ssh -o BatchMode=yes ${host} true\` work in this job?`,
        });
    }
}
/** Whose silence it would be: what an engine is not asked for, as reading a file, is the machine's own affair. */
function callThere({ host, program }, about) {
    if (!/^(?:docker|podman)\b/.test(about.what))
        return { who: host, see: "that machine and its disks", ...about };
    return { who: `${program} of ${host}`, see: `the engine there (\`${program} info\`)`, ...about };
}
/** A word for the other machine's shell. */
function quoted(word) {
    return `'${word.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./build/environments/targets/compose/elsewhere.js







const elsewhere_PLACE = "dev.mainline.place";
const DIGEST = "dev.mainline.digest";
const WAIT_S = 120;
/**
 * A service of a compose file on another machine, by ssh. There is no front of ours there: the image is fetched first, then
 * the engine replaces the container, and until the new one listens nobody answers.
 */
class ElsewhereTarget {
    url = null;
    #options;
    #machine;
    constructor(options) {
        this.#options = options;
        this.#machine = new Machine({ ...options, directory: options.service.directory });
    }
    async deploy(deployment) {
        const { service } = this.#options;
        if (deployment.image.startsWith("oci:")) {
            throw (0,kernel/* badInput */.AN)("image-not-in-registry", `${this.#options.host} cannot fetch ${deployment.image}`, {
                expected: "an image in a registry that the machine reaches",
                hint: "give the model an `image: host/path` in mainline.yaml and release again",
            });
        }
        if ((await this.running()) === deployment.digest)
            return { ok: true, changed: false };
        const found = await this.#read();
        const compose = await this.#compose();
        await this.#machine.say("cat", `cat > ${this.#ours}.next`, {
            input: composeText(this.#override(found, deployment)),
        });
        const files = (ours) => `${compose.line} -f ${this.#file} -f ${ours}`;
        const name = quoted(service.name);
        const pull = `${files(`${this.#ours}.next`)} pull ${name}`;
        const pulled = await this.#machine.say(`${compose.program} pull`, pull, { doing: "transfer" });
        if (pulled.code !== 0)
            return this.#failed(compose, "pull", pulled);
        const keep = `if [ -e ${this.#ours} ]; then cp ${this.#ours} ${this.#ours}.previous; fi && mv ${this.#ours}.next ${this.#ours}`;
        const wait = compose.program === "docker compose" ? `--wait --wait-timeout ${WAIT_S} ` : "";
        const line = `${keep} && ${files(this.#ours)} up -d -t 2 --no-build --no-deps ${wait}${name}`;
        const up = await this.#machine.say(`${compose.program} up`, line, { doing: "work" });
        if (up.code === 0)
            return { ok: true, changed: true };
        const [why, log] = [this.#failed(compose, "up", up), await this.logs()];
        return log.length === 0 ? why : { ...why, log };
    }
    /** The engine there fetches it: whether that machine reaches the registry, and may, is what nobody else can tell. */
    async fetch({ image }) {
        const { host } = this.#options;
        if (image.startsWith("oci:"))
            return { ok: false, reason: `${host} cannot fetch ${image}: it needs a registry`, log: [] };
        const pulled = await this.#machine.ask("pull", quoted(image), "transfer");
        if (pulled.code === 0)
            return { ok: true, found: host };
        return { ok: false, reason: `${host} cannot fetch ${image}`, log: lastLinesOf(pulled.stderr) };
    }
    async running() {
        const { program } = this.#options;
        const format = program === "docker" ? `{{.Label "${DIGEST}"}}` : `{{index .Labels "${DIGEST}"}}`;
        const result = await this.#machine.ask("ps", `${this.#filters} --format ${quoted(format)}`);
        if (result.code !== 0)
            return undefined;
        return (0,kernel/* parseSha256 */.tz)(lastLinesOf(result.stdoutText)[0] ?? "");
    }
    async upSince() {
        const running = `$(${this.#options.program} ps -q ${this.#filters} | head -n 1)`;
        const result = await this.#machine.ask("inspect", `--format ${quoted("{{json .State.StartedAt}}")} ${running}`);
        return result.code === 0 ? new Date(JSON.parse(result.stdoutText)) : null;
    }
    /** The container of the service as its own file has it; one that ours were ever put over is none. */
    async standing() {
        if ((await this.#machine.say("test", `test -e ${this.#ours}`)).code === 0)
            return null;
        const compose = await this.#compose();
        const before = await this.#container(compose);
        return before === null ? null : { image: before.name, isSeen: true, putBack: () => this.#putBack(compose, before) };
    }
    /** By the compose file alone: ours is taken away. */
    async #putBack(compose, before) {
        const isUntouched = (await this.#machine.say("test", `test -e ${this.#ours}`)).code !== 0;
        if (isUntouched && (await this.#container(compose))?.image === before.image)
            return { ok: true, changed: false };
        const up = `${compose.line} -f ${this.#file} up -d -t 2 --no-build --no-deps ${quoted(this.#options.service.name)}`;
        const result = await this.#machine.say(`${compose.program} up`, `rm -f ${this.#ours} && ${up}`, { doing: "work" });
        if (result.code !== 0)
            return this.#failed(compose, "up", result);
        const now = await this.#container(compose);
        if (now?.image === before.image)
            return { ok: true, changed: true };
        return { ok: false, reason: `${before.name} is another image there than it was`, log: [] };
    }
    async #container({ line }) {
        const id = `$(${line} -f ${this.#file} ps -q ${quoted(this.#options.service.name)} | head -n 1)`;
        const result = await this.#machine.ask("inspect", `--format ${quoted("{{.Image}} {{.Config.Image}}")} ${id}`);
        const [image = "", name = ""] = result.stdoutText.trim().split(" ");
        return result.code === 0 && name !== "" ? { image, name } : null;
    }
    async logs() {
        const { program } = this.#options;
        // podman takes no filters beside --latest
        const newest = program === "docker"
            ? `$(docker ps -a -q --latest ${this.#filters})`
            : `$(podman ps -a -q --sort created ${this.#filters} | tail -n 1)`;
        const { code, stdoutText, stderr } = await this.#machine.ask("logs", `--tail 20 ${newest}`);
        return code === 0 ? lastLinesOf(`${stdoutText}\n${stderr}`) : [];
    }
    /** The compose file, quoted; no name is an option behind a folder. */
    get #file() {
        return quoted(`./${this.#options.service.file}`);
    }
    /** The file of ours beside the compose file, quoted. */
    get #ours() {
        return quoted(`mainline.${this.#options.service.name}.yaml`);
    }
    get #filters() {
        return `--filter ${quoted(`label=${elsewhere_PLACE}=${this.#place}`)}`;
    }
    get #place() {
        const { directory, file, name } = this.#options.service;
        return `${directory}/${file}:${name}`;
    }
    #override({ version }, deployment) {
        const service = new Map([
            ["image", deployment.image],
            ["environment", new Map(literally(deploymentVariables(deployment)))],
            ["labels", new Map(literally({ [elsewhere_PLACE]: this.#place, [DIGEST]: deployment.digest }))],
        ]);
        return new Map([
            ...(version === undefined ? [] : [["version", version]]),
            ["services", new Map([[this.#options.service.name, service]])],
        ]);
    }
    async #read() {
        const { host, service } = this.#options;
        const file = `${host}:${service.directory}/${service.file}`;
        const result = await this.#machine.say("cat", `cat ${this.#file}`);
        if (result.code === 0)
            return serviceIn((0,source/* parseYaml */.hN)(result.stdoutText, file), service.name, { file });
        throw (0,kernel/* badInput */.AN)("compose-unreadable", `the compose file ${file} cannot be read`, {
            found: lastLinesOf(result.stderr).at(-1) ?? `exit code ${result.code}`,
            hint: `does \`ssh ${host} cat ${service.directory}/${service.file}\` work in this job?`,
        });
    }
    #failed({ program }, verb, { code, stderr }) {
        const engine = this.#options.program === "docker" ? "" : ` with ${this.#options.program}`;
        const reason = `${program} ${verb}${engine} failed with exit code ${code}`;
        return { ok: false, reason, log: lastLinesOf(stderr) };
    }
    async #compose() {
        const engine = this.#options.program === "docker" ? "" : await this.#podman();
        for (const program of ["docker compose", "docker-compose"]) {
            if ((await this.#machine.say(`${program} version`, `${program} version`)).code === 0)
                return { program, line: `${engine}${program}` };
        }
        throw (0,kernel/* infrastructure */.Sv)("compose-missing", `${this.#options.host} has neither \`docker compose\` nor \`docker-compose\``, {
            hint: "install Docker's compose plugin there",
        });
    }
    /** How docker's compose is told to speak to podman; podman-compose would take the whole project down. */
    async #podman() {
        const { host } = this.#options;
        const asked = await this.#machine.ask("info", "--format '{{.Host.RemoteSocket.Path}}'");
        const socket = asked.stdoutText.trim().replace(/^unix:\/\//, "");
        const listens = asked.code === 0 && (await this.#machine.say("test", `[ -S ${quoted(socket)} ]`)).code === 0;
        if (listens)
            return `DOCKER_HOST=${quoted(`unix://${socket}`)} `;
        const found = asked.code === 0 ? `nothing at ${socket}` : lastLinesOf(asked.stderr).at(-1);
        throw (0,kernel/* infrastructure */.Sv)("podman-silent", `podman of ${host} does not listen, and compose speaks to it by its socket`, {
            ...(found === undefined ? {} : { found }),
            hint: `\`systemctl --user enable --now podman.socket\` there, and \`loginctl enable-linger\` so that it outlives the login`,
        });
    }
}

;// CONCATENATED MODULE: ./build/environments/targets/declared/edits.js


/** The entry of `images:` with the name, in a kustomization. */
function kustomizeEdit({ path, image: name }) {
    return {
        files: ["kustomization.yaml", "kustomization.yml", "Kustomization"].map((file) => path === "." ? file : `${path}/${file}`),
        apply: (text, file, { image, digest }) => {
            const root = rootOf(text, file);
            const images = (0,source/* entryOf */.Ms)(root, "images");
            const settings = { newName: repositoryOf(image), digest, newTag: null };
            const items = images?.kind === "list" ? images.items : [];
            if (images !== undefined && images.kind !== "list" && (0,source/* describeNode */.WQ)(images) !== "null") {
                throw unfit(images.at, "`images` is no list", (0,source/* describeNode */.WQ)(images));
            }
            const index = items.findIndex((item) => item.kind === "map" && isText((0,source/* entryOf */.Ms)(item, "name"), name));
            if (index < 0)
                return (0,source/* addToYaml */.A8)(text, "images", { name, newName: settings.newName, digest });
            return (0,source/* editYaml */.aL)(text, ["images", index], settings) ?? edits_refuse(items[index]?.at ?? root.at, name);
        },
    };
}
/** A chart's image: a text, or a mapping of `repository` and `digest`. */
function helmEdit({ values, key }) {
    return {
        files: [values],
        apply: (text, file, { image, digest }) => {
            const root = rootOf(text, file);
            const found = key.reduce(below, root);
            if (found === undefined)
                throw unfit(root.at, `there is no \`${key.join(".")}\``, "no such key");
            const parent = key.slice(0, -1);
            const edited = found.kind === "map"
                ? (0,source/* editYaml */.aL)(text, key, { repository: repositoryOf(image), digest })
                : (0,source/* editYaml */.aL)(text, parent, { [key.at(-1) ?? ""]: image });
            return edited ?? edits_refuse(found.at, key.join("."));
        },
    };
}
function rootOf(text, file) {
    const root = (0,source/* parseYaml */.hN)(text, file);
    if (root.kind === "map")
        return root;
    throw unfit(root.at, "the file is no mapping", (0,source/* describeNode */.WQ)(root));
}
function below(node, key) {
    return node?.kind === "map" ? (0,source/* entryOf */.Ms)(node, key) : undefined;
}
function isText(node, text) {
    return node?.kind === "scalar" && node.value === text;
}
function repositoryOf(image) {
    return image.split("@")[0] ?? image;
}
function edits_refuse(at, what) {
    throw unfit(at, `\`${what}\` cannot be changed in place`, "an alias, or more than one document");
}
function unfit(at, message, found) {
    return (0,kernel/* badInput */.AN)("config-unfit", `the configuration repository's file does not fit: ${message}`, {
        at,
        found,
        expected: "a file as the deploy settings of mainline.yaml say",
        hint: "see to the file, or to `kustomize` or `helm` in mainline.yaml",
    });
}

// EXTERNAL MODULE: ./build/git/index.js + 26 modules
var build_git = __webpack_require__(71496);
// EXTERNAL MODULE: ./build/github/index.js + 24 modules
var github = __webpack_require__(99811);
;// CONCATENATED MODULE: ./build/environments/targets/declared/configuration.js






/** Works in a clone of the branch's newest commit, which is gone afterwards. */
async function inClone(options, work) {
    const { repository: url, branch, root, signal, login } = options;
    const temporary = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "mainline-config-"));
    const folder = (0,external_node_path_.join)(temporary, "clone");
    let git = null;
    try {
        await (0,build_git/* cloneBranch */.wK)(root, { url, branch, folder, signal, login });
        git = await build_git.Git.open(folder);
        return await work(git);
    }
    catch (cause) {
        if (signal.aborted)
            throw (0,kernel/* infrastructure */.Sv)("interrupted", "stopped while the configuration repository was written");
        throw cause;
    }
    finally {
        git?.close();
        await (0,promises_.rm)(temporary, { recursive: true, force: true });
    }
}
async function declaredFile(tree, { edit, repository, branch }) {
    for (const path of edit.files) {
        const bytes = await tree.read(path);
        if (bytes !== null)
            return { path, text: (0,source/* decodeUtf8 */._6)(bytes, path) };
    }
    throw (0,kernel/* badInput */.AN)("config-file-missing", `${branch} of ${repository} has no ${edit.files[0]}`, {
        found: "no such file",
        expected: edit.files.join(", "),
        hint: "see to the path in mainline.yaml, or commit the file there first",
    });
}
/** The first line of a commit, and the title of a pull request. */
function titleOf({ model, version, environment }) {
    return `Deploy ${model} ${version} to ${environment}`;
}
function messageOf(deployment) {
    return `${titleOf(deployment)}\n\nImage: ${deployment.image}`;
}
function refuseFolder({ image }, repository) {
    if (!image.startsWith("oci:"))
        return;
    throw (0,kernel/* badInput */.AN)("image-not-in-registry", `whoever deploys from ${repository} cannot fetch ${image}`, {
        expected: "an image in a registry that the cluster reaches",
        hint: "give the model an `image: host/path` in mainline.yaml and release again",
    });
}

;// CONCATENATED MODULE: ./build/environments/targets/declared/proposed.js





const ASK_MS = 5000;
/**
 * The same file where nobody may push to its branch: the change is proposed by a pull request, one for each model and environment.
 * It is merged by people or by their automation; until then the environment keeps what it has.
 */
class ProposedTarget {
    url = null;
    proofMs;
    #options;
    constructor(options) {
        this.#options = options;
        this.proofMs = options.timeoutMs;
    }
    async deploy(deployment) {
        const { repository } = this.#options;
        refuseFolder(deployment, repository);
        const { gitHub, token } = this.#gitHub();
        const login = /^https?:/i.test(repository) ? { origin: new URL(repository).origin, token } : undefined;
        const proposal = await inClone({ ...this.#options, login }, (git) => this.#propose({ git, gitHub, login }, deployment));
        if (proposal === null)
            return { ok: true, changed: false };
        const pull = proposal.isNew ? await this.#untilDecided(gitHub, proposal.pull) : proposal.pull;
        if (pull.merged)
            return { ok: true, changed: true };
        const name = `${titleOf(deployment)}: ${pull.url}`;
        if (pull.state === "open")
            return { ok: false, waits: true, reason: `${name} is not merged yet; run again when it is`, log: [] };
        return { ok: false, waits: true, reason: `${name} was closed; open it again, or merge it by hand`, log: [] };
    }
    /** The file says what shall run, which is another thing. */
    async running() {
        return undefined;
    }
    async logs() {
        return [];
    }
    /** The pull request that says so; null where the branch says so already. */
    async #propose(at, deployment) {
        const { branch: base, edit } = this.#options;
        const head = headOf(deployment);
        const parent = await at.git.resolve("HEAD");
        const { path, text } = await declaredFile(at.git.treeAt(parent), this.#options);
        const edited = edit.apply(text, path, deployment);
        const last = await at.gitHub.lastProposal({ head, base });
        const standing = await this.#fetch(at, head);
        if (edited === text) {
            await this.#withdraw(at, { head, last, standing });
            return null;
        }
        const proposed = standing === null ? null : await at.git.treeAt(standing).read(path);
        const isSame = proposed !== null && (0,source/* decodeUtf8 */._6)(proposed, path) === edited;
        const isClosed = last?.state === "closed" && !last.merged && last.headSha === standing;
        if (isSame && last !== null && isClosed)
            return { pull: last, isNew: false };
        const isOpen = last?.state === "open";
        if (!isSame || !isOpen)
            await this.#push(at, { head, standing, parent, path, edited, deployment });
        const pull = await at.gitHub.propose({ head, base, title: titleOf(deployment), body: bodyOf(deployment) });
        return { pull, isNew: !isSame || !isOpen };
    }
    /** Nobody is to merge what is not wanted any more. With its branch gone it can be proposed again. */
    async #withdraw({ git, gitHub, login }, { head, last, standing }) {
        if (last?.state !== "open" || standing === null)
            return;
        await gitHub.withdraw(last.number);
        await (0,build_git/* deleteBranch */.SN)(git.root, { branch: head, from: standing, login, signal: this.#options.signal });
    }
    #fetch({ git, login }, branch) {
        return (0,build_git/* fetchBranch */.D_)(git.root, { branch, login, signal: this.#options.signal });
    }
    async #push({ git, login }, order) {
        const { clock, signal, repository } = this.#options;
        const { head: branch, standing, parent, path, edited, deployment } = order;
        const changes = new Map([[path, new TextEncoder().encode(edited)]]);
        const to = await git.commitBeside({ parent, changes, message: messageOf(deployment), at: clock.now() });
        if (await (0,build_git/* moveBranch */.ob)(git.root, { branch, from: standing ?? "", to, login, signal }))
            return;
        throw (0,kernel/* infrastructure */.Sv)("config-contended", `${branch} of ${repository} moved while it was written`, {
            hint: "another run proposes something there: run again",
        });
    }
    async #untilDecided(gitHub, opened) {
        const { clock, progress, signal, timeoutMs } = this.#options;
        const start = clock.monotonic();
        progress.say(`waits until ${opened.url} is merged`);
        for (let pull = opened;; pull = await gitHub.pullRequest(opened.number)) {
            const isOver = clock.monotonic() - start >= timeoutMs;
            if (pull.state === "closed" || isOver)
                return pull;
            if (signal.aborted)
                throw (0,kernel/* infrastructure */.Sv)("interrupted", `stopped while ${opened.url} waited to be merged`);
            await clock.sleep(Math.min(ASK_MS, timeoutMs));
        }
    }
    #gitHub() {
        const { repository, configToken: token, clock } = this.#options;
        const address = (0,github/* gitHubAddress */.CZ)(repository);
        if (address === null) {
            throw (0,kernel/* badInput */.AN)("config-not-at-github", `${repository} is not at GitHub, where a pull request could be opened`, {
                expected: "https://HOST/OWNER/NAME or git@HOST:OWNER/NAME",
                hint: "take `pull: true` out of mainline.yaml, and let the job push to the branch",
            });
        }
        if (token == null) {
            throw (0,kernel/* badInput */.AN)("config-token-missing", `nothing is given that may open a pull request in ${address.repository}`, {
                expected: "MAINLINE_CONFIG_TOKEN",
                hint: "a token of an app or a person with `contents: write` and `pull-requests: write` there, as a secret of the job",
            });
        }
        return { gitHub: (0,github.connect)({ ...address, token, clock }), token };
    }
}
/** `mainline/prod/churn`. */
function headOf({ environment, model }) {
    return `mainline/${plain(environment)}/${plain(model)}`;
}
/** One part of a branch's name: a model of a folder is `sub:churn`. */
function plain(name) {
    return name.replaceAll(/[^A-Za-z0-9_-]+/g, "-");
}
function bodyOf({ model, version, environment, image, previousImage }) {
    const before = previousImage === null ? "" : `\n| before | \`${previousImage}\` |`;
    return `Mainline proposes ${model} ${version} for ${environment}.

| | |
|---|---|
| image | \`${image}\` |${before}

Merged, it is deployed by whatever watches this branch. Mainline asks the model itself whether it runs, and writes it down: the run that waits, or the next one. Closed, it stays out. What is proposed here next changes this pull request.
`;
}

;// CONCATENATED MODULE: ./build/environments/targets/declared/target.js



const ATTEMPTS = 5;
/**
 * A file in a configuration repository says which image is to run: it is changed by one commit, and others (Argo CD, Flux)
 * make it run. That they did, only the model's own answer proves.
 */
class DeclaredTarget {
    url = null;
    proofMs;
    #options;
    constructor(options) {
        this.#options = options;
        this.proofMs = options.timeoutMs;
    }
    async deploy(deployment) {
        const { repository, edit } = this.#options;
        refuseFolder(deployment, repository);
        const written = await this.#push((text, path) => edit.apply(text, path, deployment), messageOf(deployment));
        return { ok: true, changed: written === "pushed" };
    }
    async #push(change, message) {
        const { repository, branch } = this.#options;
        for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
            const written = await inClone(this.#options, (git) => this.#write(git, { change, message, isLast: attempt > 1 }));
            if (written !== "lost")
                return written;
            this.#options.progress.say(`${branch} of the configuration repository moved: once more`);
        }
        throw (0,kernel/* infrastructure */.Sv)("config-contended", `${branch} of ${repository} moved at each of ${ATTEMPTS} attempts`, {
            hint: "run again",
        });
    }
    /** The file as it is; only where it would be changed. */
    async standing(deployment) {
        const { edit } = this.#options;
        return inClone(this.#options, async (git) => {
            const commit = await git.resolve("HEAD");
            const { path, text } = await declaredFile(git.treeAt(commit), this.#options);
            const edited = edit.apply(text, path, deployment);
            if (edited === text)
                return null;
            const image = `as ${path} had it at ${commit.slice(0, 12)}`;
            return { image, isSeen: false, putBack: () => this.#restore({ path, text, edited }, deployment) };
        });
    }
    async #restore({ text, edited }, { model, environment }) {
        const message = `Put back what ran in ${environment} before ${model}`;
        const restored = await this.#push((now, path) => {
            if (now === edited || now === text)
                return text;
            throw (0,kernel/* badInput */.AN)("config-changed", `${path} was changed by somebody else meanwhile`);
        }, message);
        return { ok: true, changed: restored === "pushed" };
    }
    /** The file says what shall run, which is another thing. */
    async running() {
        return undefined;
    }
    async logs() {
        return [];
    }
    async #write(git, { change, message, isLast }) {
        const { branch, clock, signal } = this.#options;
        const parent = await git.resolve("HEAD");
        const { path, text } = await declaredFile(git.treeAt(parent), this.#options);
        const edited = change(text, path);
        if (edited === text)
            return "unchanged";
        const changes = new Map([[path, new TextEncoder().encode(edited)]]);
        const commit = await git.commitBeside({ parent, changes, message, at: clock.now() });
        const moved = await (0,build_git/* moveBranch */.ob)(git.root, { branch, from: parent, to: commit, signal }).catch((cause) => {
            // it may have got there all the same: the branch tells
            if (isLast || !(0,build_git/* isLostOnItsWay */.nS)(cause))
                throw cause;
            return false;
        });
        return moved ? "pushed" : "lost";
    }
}

;// CONCATENATED MODULE: ./build/environments/targets/kubernetes/kubectl.js



const kubectl_PATIENCE_MS = 30_000;
/** kubectl looks around before it asks, several times where it hears nothing: one of them may not take all the time. */
const REQUESTS = 3;
const kubectl_PAUSE_MS = 1000;
/** What kubectl says when nobody answered it. */
const UNREACHABLE = /Unable to connect to the server|server .* was refused|timed? ?out|deadline exceeded|connection reset|\bEOF\b/i;
/** The code of a failure that may be over at the next try. */
const REFUSES = "cluster-refuses";
/** The same, of a cluster that said nothing. */
const kubectl_SILENT = "cluster-silent";
/** Whatever kubectl answered; where it reached nobody it is asked again, as long as there is time. Failures `program-missing`, `interrupted`, `cluster-silent`. */
async function kubectl(cluster, args) {
    const { context, namespace, signal, clock, patienceMs = kubectl_PATIENCE_MS } = cluster;
    const where = [`--context=${context}`, `--namespace=${namespace}`];
    const timeout = `--request-timeout=${Math.ceil(patienceMs / REQUESTS)}ms`;
    const deadline = clock.monotonic() + patienceMs;
    for (;;) {
        const left = Math.max(1, Math.ceil(deadline - clock.monotonic()));
        const result = await (0,shell/* run */.eF)("kubectl", [...where, ...args, timeout], { signal, timeoutMs: left });
        if (signal.aborted)
            throw (0,kernel/* infrastructure */.Sv)("interrupted", "stopped while kubectl was at work");
        if (result.timedOut && result.code !== 0)
            throw silentFor(cluster, args, result);
        if (result.code === 0 || !UNREACHABLE.test(result.stderr))
            return result;
        if (clock.monotonic() + kubectl_PAUSE_MS >= deadline)
            return result;
        await clock.sleep(kubectl_PAUSE_MS, signal);
    }
}
function silentFor({ context, patienceMs = kubectl_PATIENCE_MS }, args, result) {
    const said = lastLinesOf(result.stderr).at(-1);
    const step = args.slice(0, 3).join(" ");
    return (0,kernel/* infrastructure */.Sv)(kubectl_SILENT, `the cluster of context ${context} gave no answer to \`${step}\` for ${patienceMs / 1000} s`, {
        ...(said === undefined ? {} : { found: said }),
        hint: "see to the network, or to what the context logs in with, then run again: what is done already is not done twice",
    });
}
/** An answer in JSON; a cluster that gives none is a failure: `cluster-refuses`. */
async function askCluster(cluster, args) {
    const result = await kubectl(cluster, [...args, "--output=json"]);
    if (result.code === 0)
        return JSON.parse(result.stdoutText);
    throw refusedBy(cluster, args, result);
}
function refusedBy({ context, namespace }, args, result) {
    const said = lastLinesOf(result.stderr).at(-1) ?? `exit code ${result.code}`;
    return (0,kernel/* infrastructure */.Sv)(REFUSES, `the cluster of context ${context} refuses: ${said}`, {
        found: said,
        hint: `does \`kubectl --context=${context} --namespace=${namespace} ${args.slice(0, 3).join(" ")}\` work in this job?`,
    });
}

;// CONCATENATED MODULE: ./build/environments/targets/kubernetes/objects.js

function viewDeployment(document) {
    const { metadata, spec, status } = fieldsOf(document);
    const wanted = numberIn(spec, "replicas") ?? 1;
    const [made, updated, available] = ["replicas", "updatedReplicas", "availableReplicas"].map((key) => numberIn(status, key) ?? 0);
    const isSeen = (numberIn(status, "observedGeneration") ?? 0) >= (numberIn(metadata, "generation") ?? 0);
    const template = fieldsOf(fieldsOf(spec)["template"]);
    const labels = fieldsOf(fieldsOf(fieldsOf(spec)["selector"])["matchLabels"]);
    return {
        isRolledOut: isSeen && made === wanted && updated === wanted && available === wanted,
        replicas: wanted,
        available: Math.min(updated ?? 0, available ?? 0),
        stalled: isSeen ? stalledIn(status) : null,
        containers: itemsOf(fieldsOf(template["spec"])["containers"]).map((item) => ({
            name: textIn(item, "name"),
            image: textIn(item, "image"),
        })),
        annotations: annotationsOf(template),
        selector: Object.entries(labels)
            .map(([key, value]) => `${key}=${String(value)}`)
            .join(","),
    };
}
function annotationsOf(template) {
    const found = fieldsOf(template["metadata"])["annotations"];
    return found === undefined ? null : fieldsOf(found);
}
function stalledIn(status) {
    const conditions = itemsOf(fieldsOf(status)["conditions"]);
    const overdue = conditions.find((each) => textIn(each, "reason") === "ProgressDeadlineExceeded");
    return overdue === undefined ? null : textIn(overdue, "message") || "its progress deadline is over";
}
/** The pods of a list that are to stay, each as its container of that name is. */
function viewPods(document, container) {
    const staying = itemsOf(fieldsOf(document)["items"]).filter((pod) => fieldsOf(fieldsOf(pod)["metadata"])["deletionTimestamp"] === undefined);
    return staying.map((pod) => {
        const { metadata, spec, status } = fieldsOf(pod);
        const named = (item) => textIn(item, "name") === container;
        const state = itemsOf(fieldsOf(status)["containerStatuses"]).find(named);
        const waiting = fieldsOf(fieldsOf(fieldsOf(state)["state"])["waiting"]);
        const reason = textIn(waiting, "reason");
        return {
            name: textIn(metadata, "name"),
            startedAt: textIn(metadata, "creationTimestamp"),
            image: textIn(itemsOf(fieldsOf(spec)["containers"]).find(named), "image"),
            isReady: fieldsOf(state)["ready"] === true,
            waits: reason === "" || reason === "ContainerCreating" || reason === "PodInitializing" ? null : reason,
            message: textIn(waiting, "message"),
            restarts: numberIn(state, "restartCount") ?? 0,
            runningSince: dateIn(fieldsOf(fieldsOf(state)["state"])["running"], "startedAt"),
        };
    });
}
/** The oldest container that runs, or the last that was started again: whichever is later. Null where none runs. */
function steadySince(pods) {
    const times = (found) => found.flatMap(({ runningSince, isReady }) => (runningSince === null || !isReady ? [] : [runningSince.getTime()]));
    const running = times(pods);
    if (running.length === 0)
        return null;
    return new Date(Math.max(Math.min(...running), ...times(pods.filter(({ restarts }) => restarts > 0))));
}
function viewEvents(document) {
    return itemsOf(fieldsOf(document)["items"]).map((item) => ({
        type: textIn(item, "type"),
        reason: textIn(item, "reason"),
        message: textIn(item, "message"),
    }));
}
/** The digest by which an image is named; null where it goes by a tag. */
function digestIn(image) {
    return (0,kernel/* parseSha256 */.tz)(image.split("@")[1] ?? "");
}
function fieldsOf(value) {
    return typeof value === "object" && value !== null ? value : {};
}
function itemsOf(value) {
    return Array.isArray(value) ? value : [];
}
function textIn(value, key) {
    const found = fieldsOf(value)[key];
    return typeof found === "string" ? found : "";
}
function dateIn(value, key) {
    const time = Date.parse(textIn(value, key));
    return Number.isNaN(time) ? null : new Date(time);
}
function numberIn(value, key) {
    const found = fieldsOf(value)[key];
    return typeof found === "number" ? found : null;
}

;// CONCATENATED MODULE: ./build/environments/targets/kubernetes/target.js




const LOOK_EVERY_MS = 1000;
/** A container that fell so often is not about to stand up. */
const FALLS = 3;
/** What no waiting mends; that an image cannot be fetched is only said after the second try. */
const HOPELESS = ["ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "CreateContainerConfigError"];
/** A container of a deployment: its image is changed by digest, and the cluster's own rollout is awaited. */
class KubernetesTarget {
    url = null;
    #options;
    #cluster;
    constructor(options) {
        this.#options = options;
        this.#cluster = options;
    }
    async deploy(deployment) {
        target_refuseFolder(deployment, this.#options);
        const view = await this.#view();
        const { index, name, image } = this.#container(view);
        const isThere = digestIn(image) === deployment.digest;
        if (isThere && view.isRolledOut)
            return { ok: true, changed: false };
        if (!isThere)
            await this.#patch(view, index, { image: deployment.image, told: toldOf(deployment) });
        const trouble = await this.#await(name, goalOf(deployment));
        if (trouble === null)
            return { ok: true, changed: true };
        return { ok: false, reason: trouble, log: await this.logs(deployment).catch(unheard) };
    }
    async standing(coming) {
        const view = await this.#view();
        const { image } = this.#container(view);
        if (digestIn(image) === coming.digest)
            return null;
        const told = Object.fromEntries(Object.keys(toldOf(coming)).map((key) => [key, view.annotations?.[key]]));
        return { image, isSeen: true, putBack: () => this.#putBack({ image, told }, coming) };
    }
    /** By its own name, as it was written: a tag may have moved, which its owner knows. */
    async #putBack(before, { image, environment }) {
        const view = await this.#view();
        const found = this.#container(view);
        if (found.image === before.image)
            return { ok: true, changed: false };
        if (found.image !== image)
            return { ok: false, reason: `somebody else changed it to ${found.image}`, log: [] };
        await this.#patch(view, found.index, before);
        const isIt = (of) => of === before.image;
        const trouble = await this.#await(found.name, { name: before.image, environment, isIt });
        return trouble === null ? { ok: true, changed: true } : { ok: false, reason: trouble, log: [] };
    }
    /** Between two versions nobody can tell; nor where the image goes by a tag. */
    async running() {
        const view = await this.#view();
        if (!view.isRolledOut)
            return undefined;
        return view.replicas === 0 ? null : (digestIn(this.#container(view).image) ?? undefined);
    }
    /**
     * From when on one pod or another has been ready all along: one that came later (more replicas, a drained node) breaks nothing as long as an
     * older one is there. A container that fell does, whichever it was.
     */
    async upSince() {
        const view = await this.#view();
        const { name, image } = this.#container(view);
        if (!view.isRolledOut || view.replicas === 0)
            return null;
        const isIt = (of) => of === image;
        const pods = await this.#pods(view, name, { name: image, environment: "", isIt });
        return steadySince(pods);
    }
    /** What the cluster and the container say of the newest pod that fails with this image. */
    async logs(deployment) {
        const view = await this.#view();
        const { name } = this.#container(view);
        const pods = (await this.#pods(view, name, goalOf(deployment))).sort((a, b) => a.startedAt < b.startedAt ? 1 : -1);
        const pod = pods.find((each) => !each.isReady) ?? pods[0];
        return pod === undefined ? [] : [...(await this.#events(pod)), ...(await this.#words(pod, name))];
    }
    async #view() {
        return viewDeployment(await askCluster(this.#cluster, ["get", "deployment", this.#options.deployment]));
    }
    #container(view) {
        const { container, deployment } = this.#options;
        const names = view.containers.map(({ name }) => name);
        const index = container === null && names.length === 1 ? 0 : names.indexOf(container ?? "");
        const found = view.containers[index];
        if (found !== undefined)
            return { index, ...found };
        throw (0,kernel/* badInput */.AN)("container-unknown", `deployment ${deployment} has ${container === null ? "several containers" : "no such container"}`, {
            found: container ?? names.join(", "),
            expected: `\`container\`: one of ${names.join(", ")}`,
            hint: "see to `container` of `kubernetes` in mainline.yaml",
        });
    }
    /** Only when the deployment is as it was seen: who changed it meanwhile is not overwritten. */
    async #patch(view, index, { image, told }) {
        const container = `/spec/template/spec/containers/${index}`;
        const annotations = "/spec/template/metadata/annotations";
        const notes = Object.entries(told).flatMap(([key, value]) => {
            const path = `${annotations}/${key.replace("/", "~1")}`;
            if (value !== undefined)
                return [{ op: "add", path, value }];
            return view.annotations?.[key] === undefined ? [] : [{ op: "remove", path }];
        });
        const patch = [
            { op: "test", path: `${container}/name`, value: view.containers[index]?.name },
            { op: "test", path: `${container}/image`, value: view.containers[index]?.image },
            { op: "replace", path: `${container}/image`, value: image },
            ...(view.annotations === null ? [{ op: "add", path: annotations, value: {} }] : []),
            ...notes,
        ];
        const args = ["patch", "deployment", this.#options.deployment, "--type=json", `--patch=${JSON.stringify(patch)}`];
        const result = await kubectl(this.#cluster, args);
        if (result.code === 0)
            return;
        // the answer to the one that went through may have been lost, and asking again refused
        const now = this.#container(await this.#view()).image;
        if (now !== image)
            throw refusedBy(this.#cluster, args, result);
    }
    /** Null when it is rolled out; else why it is not. */
    async #await(container, goal) {
        const { clock, signal, timeoutMs, progress } = this.#options;
        const deadline = clock.monotonic() + timeoutMs;
        let look = await this.#look(container, goal);
        while (look.state === "waiting" && clock.monotonic() < deadline) {
            progress.live(`${goal.environment}: ${look.why}`);
            await clock.sleep(LOOK_EVERY_MS, signal);
            look = await this.#look(container, goal);
        }
        if (look.state === "rolled-out")
            return null;
        if (look.state === "hopeless")
            return `${goal.name} does not start: ${look.why}`;
        return `the rollout of ${this.#options.deployment} is not over after ${timeoutMs / 1000} s: ${look.why}`;
    }
    /** That the cluster does not answer once is no reason to take a good version back. */
    async #look(container, goal) {
        try {
            const view = await this.#view();
            if (view.isRolledOut)
                return { state: "rolled-out" };
            const pods = await this.#pods(view, container, goal);
            const trouble = pods.map(hopeless).find((found) => found !== null) ?? view.stalled;
            if (trouble !== null)
                return { state: "hopeless", why: trouble };
            return { state: "waiting", why: `${view.available} of ${view.replicas} pods are available` };
        }
        catch (cause) {
            if (!(cause instanceof kernel/* Failure */.HR) || ![REFUSES, kubectl_SILENT].includes(cause.code))
                throw cause;
            return { state: "waiting", why: cause.message };
        }
    }
    async #pods(view, container, { isIt }) {
        const found = await askCluster(this.#cluster, ["get", "pods", `--selector=${view.selector}`]);
        return viewPods(found, container).filter((pod) => isIt(pod.image));
    }
    async #events({ name, waits, message }) {
        const found = await askCluster(this.#cluster, ["get", "events", `--field-selector=involvedObject.name=${name}`]);
        const warnings = viewEvents(found).filter(({ type }) => type === "Warning");
        const state = waits === null ? [] : [`${name}: ${waits}${message === "" ? "" : `: ${message}`}`];
        return [...state, ...warnings.slice(-5).map((event) => `${name}: ${event.reason}: ${event.message}`)];
    }
    /** Of its last life, where it fell and has not begun another one. */
    async #words({ name, restarts, waits }, container) {
        const earlier = restarts > 0 && waits !== null ? ["--previous"] : [];
        const result = await kubectl(this.#cluster, ["logs", name, `--container=${container}`, "--tail=20", ...earlier]);
        return result.code === 0 ? lastLinesOf(result.stdoutText) : [];
    }
}
function toldOf({ model, version }) {
    return { "mainline.dev/model": model, "mainline.dev/version": version };
}
function goalOf({ version, environment, digest }) {
    return { name: version, environment, isIt: (image) => digestIn(image) === digest };
}
/** Why a rollout failed is known: what its pods said may be missing. */
function unheard(cause) {
    if (cause instanceof kernel/* Failure */.HR && [REFUSES, kubectl_SILENT].includes(cause.code))
        return [];
    throw cause;
}
function hopeless({ name, waits, message, restarts }) {
    const isOver = waits !== null && (HOPELESS.includes(waits) || restarts >= FALLS);
    return isOver ? `${name} is in ${waits}${message === "" ? "" : `: ${message}`}` : null;
}
function target_refuseFolder({ image }, { context }) {
    if (!image.startsWith("oci:"))
        return;
    throw (0,kernel/* badInput */.AN)("image-not-in-registry", `the cluster of context ${context} cannot fetch ${image}`, {
        expected: "an image in a registry that the cluster reaches",
        hint: "give the model an `image: host/path` in mainline.yaml and release again",
    });
}

;// CONCATENATED MODULE: ./build/environments/targets/open.js










/** The target that `deploy:` names. */
function openTarget({ deploy, untold }, here) {
    const place = { ...here, untold };
    switch (deploy.kind) {
        case "process":
            return new ProcessTarget({ ...place, port: deploy.port });
        case "command":
            return new CommandTarget({ ...place, ...deploy, cwd: place.root });
        case "compose":
            return openCompose(deploy, place);
        case "kubernetes":
            return new KubernetesTarget({ ...place, ...deploy });
        case "kustomize":
            return openDeclared(deploy, { ...place, ...deploy, edit: kustomizeEdit(deploy) });
        case "helm":
            return openDeclared(deploy, { ...place, ...deploy, edit: helmEdit(deploy) });
    }
}
/** Whether the target starts images on this machine, where nobody is sent to them. */
function startsHere(deploy) {
    return deploy.kind === "process" || (deploy.kind === "compose" && deploy.host === null);
}
function openDeclared({ pull }, options) {
    return pull === true ? new ProposedTarget(options) : new DeclaredTarget(options);
}
function openCompose(deploy, place) {
    if (deploy.host !== null)
        return new ElsewhereTarget({ ...place, ...deploy });
    const { service, program, port } = deploy;
    const starter = service === null ? plainStarter : serviceStarter(service, place.root);
    return new ContainerTarget({ ...place, program, port, starter });
}

;// CONCATENATED MODULE: ./build/environments/timeline.js

/** Everything that happened to a model, the newest first. */
function timelineOf(history) {
    const held = new Map();
    return history.entries.map((entry) => happening(history, entry, held)).reverse();
}
function happening(history, entry, standing) {
    const { event, tag, message } = entry;
    const { by, reason, hold } = message.trailers;
    const about = { at: tag.taggedAt, by: by ?? tag.tagger.name, reason: reason ?? hold ?? null, tag: tag.name };
    if (event.kind !== "assign" && event.kind !== "unassign") {
        const kind = event.kind === "register" ? "released" : event.kind === "deregister" ? "withdrawn" : "deprecated";
        return { ...about, kind, environment: null, version: "version" in event ? event.version : "", from: null };
    }
    const version = nameOf(history, tag.target);
    const before = standing.get(event.stage) ?? null;
    const from = before?.version ?? null;
    if (event.kind === "unassign") {
        standing.delete(event.stage);
        return { ...about, kind: "removed", environment: event.stage, version, from };
    }
    standing.set(event.stage, { version, held: hold !== undefined });
    return { ...about, kind: kindOf(entry, version, before), environment: event.stage, version, from };
}
function kindOf(entry, version, before) {
    const { rejects, hold } = entry.message.trailers;
    if (rejects !== undefined)
        return originOf(entry).declared === null ? "rolled-back" : "reverted";
    if (before?.version !== version)
        return "promoted";
    if (hold !== undefined)
        return "held";
    return before.held ? "hold-ended" : "assigned-again";
}
function nameOf(history, commit) {
    return history.versions.find((version) => version.commit === commit && version.registered)?.version ?? commit;
}

;// CONCATENATED MODULE: ./build/environments/index.js


































/***/ })

};
