export const id = 6877;
export const ids = [6877];
export const modules = {

/***/ 6877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  COMMENT_BYTES: () => (/* reexport */ COMMENT_BYTES),
  COMMENT_MARKER: () => (/* reexport */ COMMENT_MARKER),
  DASHBOARD_MARKER: () => (/* reexport */ DASHBOARD_MARKER),
  DASHBOARD_TITLE: () => (/* reexport */ DASHBOARD_TITLE),
  allFailures: () => (/* reexport */ allFailures),
  checkOf: () => (/* reexport */ checkOf),
  clean: () => (/* reexport */ clean),
  cleanLines: () => (/* reexport */ cleanLines),
  code: () => (/* reexport */ code),
  columns: () => (/* reexport */ columns),
  commentOf: () => (/* reexport */ commentOf),
  costText: () => (/* reexport */ costText),
  errorDocument: () => (/* reexport */ errorDocument),
  expectedCost: () => (/* reexport */ expectedCost),
  failureAnnotations: () => (/* reexport */ failureAnnotations),
  failureText: () => (/* reexport */ failureText),
  headlineOf: () => (/* reexport */ headlineOf),
  internalError: () => (/* reexport */ internalError),
  liveTitle: () => (/* reexport */ liveTitle),
  liveWords: () => (/* reexport */ liveWords),
  paint: () => (/* reexport */ paint),
  plainStyle: () => (/* reexport */ plainStyle),
  pullHeadline: () => (/* reexport */ pullHeadline),
  renderBoard: () => (/* reexport */ renderBoard),
  renderCheck: () => (/* reexport */ renderCheck),
  renderComment: () => (/* reexport */ renderComment),
  renderDashboard: () => (/* reexport */ renderDashboard),
  renderFailureCheck: () => (/* reexport */ renderFailureCheck),
  renderJobSummary: () => (/* reexport */ renderJobSummary),
  renderText: () => (/* reexport */ renderText),
  renderWaivers: () => (/* reexport */ renderWaivers),
  sign: () => (/* reexport */ sign),
  summaryOf: () => (/* reexport */ summaryOf),
  summaryWithProgress: () => (/* reexport */ summaryWithProgress),
  waiverLine: () => (/* reexport */ waiverLine),
  withAnswer: () => (/* reexport */ withAnswer),
  withOffer: () => (/* reexport */ withOffer),
  withProgress: () => (/* reexport */ withProgress),
  wrap: () => (/* reexport */ wrap),
  writeJson: () => (/* reexport */ writeJson)
});

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/report/failure.js

/** The document of a failure; `excerpt`s stay out of it, programs have the place. */
function errorDocument(failure) {
    return {
        schema: "mainline.error/1",
        error: { ...rowOf(failure), others: (failure.details.others ?? []).map(rowOf) },
    };
}
/** A mistake of ours, told as one: the message names it, the hint says where to take it. No stack: that goes to stderr with MAINLINE_DEBUG=1. */
function internalError(error) {
    const message = error instanceof Error ? error.message : String(error);
    return errorDocument(new kernel/* Failure */.HR("infrastructure", "internal", `Mainline itself failed: ${message}`, {
        hint: "this is a bug of Mainline: please report it, with what the same command says under MAINLINE_DEBUG=1",
    }));
}
/** Every failure in one: the first, then the others. */
function allFailures(failure) {
    return [failure, ...(failure.details.others ?? [])];
}
function rowOf({ code, message, details }) {
    const { at, hint, found, expected } = details;
    return {
        code,
        message,
        file: at?.file ?? null,
        line: at?.line ?? null,
        column: at?.column ?? null,
        hint: hint ?? null,
        ...(found === undefined ? {} : { found }),
        ...(expected === undefined ? {} : { expected }),
    };
}

// EXTERNAL MODULE: ./build/compare/index.js + 21 modules
var compare = __webpack_require__(1088);
;// CONCATENATED MODULE: ./build/report/words/rejected.js
/** `v0.3.0 was reverted by …` beside the version's own name. */
function withoutSubject(reason, version) {
    return reason.startsWith(`${version} was `) ? reason.slice(`${version} was `.length) : reason;
}

;// CONCATENATED MODULE: ./build/report/words/times.js

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** `10:42 today`, `3 Nov 10:42`, `3 Nov 2025`; in UTC, because a text in CI is read everywhere. */
function whenText(iso, now) {
    const [then, at] = [new Date(iso), new Date(now)];
    if (Number.isNaN(then.getTime()))
        return "an unknown time";
    const time = then.toISOString().slice(11, 16);
    if (then.toISOString().slice(0, 10) === at.toISOString().slice(0, 10))
        return `${time} today`;
    const day = `${then.getUTCDate()} ${MONTHS[then.getUTCMonth()]}`;
    return then.getUTCFullYear() === at.getUTCFullYear() ? `${day} ${time}` : `${day} ${then.getUTCFullYear()}`;
}
/** `about 6 s`, `under 1 s`: what is expected, no closer than it is known. */
function aboutText(seconds) {
    return seconds < 1 ? "under 1 s" : `about ${(0,compare/* formatSeconds */.Xo)(seconds)}`;
}
/** `3 h`, or `just now` in the first minute: how long it has lasted, in words. */
function spanText(from, to) {
    const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
    if (Number.isNaN(seconds))
        return "";
    return seconds < 60 ? "just now" : (0,compare/* formatSeconds */.Xo)(seconds);
}
/** `3 Nov 2026, 09:30`: a time in full, in UTC, for what is read long after it was written. */
function momentText(iso) {
    const time = new Date(iso);
    if (Number.isNaN(time.getTime()))
        return "an unknown time";
    return `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]} ${time.getUTCFullYear()}, ${time.toISOString().slice(11, 16)}`;
}
function shortCommit(commit) {
    return /^[0-9a-f]{12,}$/.test(commit) ? commit.slice(0, 7) : commit;
}
function shortDigest(digest) {
    const [algorithm = "", hex = ""] = digest.split(":");
    return hex === "" ? digest : `${algorithm}:${hex.slice(0, 12)}`;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/report/words/clean.js

/** Characters that say one thing and show another: controls, zero width, text direction, tags, surrogates without a partner, unassigned. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;
const PLAIN = /^[ -~]*$/;
/** Marks that pile up over their letter; more than a few are there to hide something. */
const PILED = /(\p{M}{3})\p{M}+/gu;
/** Behind what is shown, so much is looked through for anything but blanks: it is asked of tens of thousands of texts. */
const LOOKED_BEHIND = 4000;
/**
 * A foreign text on one line as it may be shown: nothing in it moves a cursor, turns the direction of reading or hides. What
 * had no visible form shows as `�`, breaks and tabs as a blank. Cut to `length` characters; blanks at the end are nothing to cut.
 */
function clean(text, length = 500) {
    if (text.length <= length && PLAIN.test(text))
        return text;
    // a character is two units at most; no more of a long text is looked at
    const most = (length + 1) * 2;
    const begin = text.slice(0, parts(text, most) ? most - 1 : most);
    const flat = begin
        .replace(/[\r\n\t]+/g, " ")
        .replace(UNSEEN, "\ufffd")
        .replace(PILED, "$1");
    const characters = Array.from(flat);
    const isCut = !isBlank(characters.slice(length).join("")) || !isBlank(text, begin.length);
    return isCut ? `${characters.slice(0, length - 1).join("")}…` : characters.slice(0, length).join("");
}
function isBlank(text, from = 0) {
    return text.length - from <= LOOKED_BEHIND && text.slice(from).trimStart() === "";
}
/** The last `length` units, less one where the cut would part a character. */
function endOf(text, length) {
    const start = Math.max(0, text.length - length);
    return text.slice(parts(text, start) ? start + 1 : start);
}
/** Whether a cut there parts a character of two units. */
function parts(text, at) {
    return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
/** The same for a text of several lines: the breaks stay. */
function cleanLines(text, length = 20_000) {
    const lines = endOf(text, length * 2)
        .split(/\r\n|\r|\n/)
        .map((line) => clean((0,external_node_util_.stripVTControlCharacters)(line), 1000));
    return endOf(lines.join("\n"), length);
}

;// CONCATENATED MODULE: ./build/report/html/html.js

/** HTML that is safe to put into a page. Only `html` makes it, and it escapes everything that is not HTML already. */
class Html {
    #text;
    constructor(text) {
        this.#text = text;
    }
    static of(parts, values) {
        return new Html(parts.map((part, i) => part + escaped(values[i] ?? null)).join(""));
    }
    toString() {
        return this.#text;
    }
}
/** A piece of a page: html`<td>${anything}</td>`. Attributes are written in double quotes. */
function html(parts, ...values) {
    return Html.of(parts, values);
}
/** A link to a page on the web; the label alone where the address is none to follow. */
function webLink(address, label) {
    const url = address !== null && URL.canParse(address) ? new URL(address) : null;
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
        return html `${label}`;
    }
    return html `<a href="${url.href}" rel="noreferrer">${label}</a>`;
}
const ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
function escaped(value) {
    if (value === null)
        return "";
    if (typeof value === "number" || value instanceof Html)
        return String(value);
    if (typeof value !== "string")
        return value.join("");
    return clean(value, 2000).replace(/[&<>"']/g, (found) => ENTITIES[found] ?? "");
}

;// CONCATENATED MODULE: ./build/report/html/parts.js


/** A time in full, in UTC: a page is read long after it was written. */
function moment(iso) {
    const time = new Date(iso);
    if (Number.isNaN(time.getTime()))
        return html `${momentText(iso)}`;
    return html `<time datetime="${time.toISOString()}">${momentText(iso)}</time>`;
}
/** A version as people say it; a commit in place of one is shortened. */
function versionName(version) {
    return shortCommit(version);
}

;// CONCATENATED MODULE: ./build/report/html/environment-card.js




/** Metrics that are shown unfolded. */
const SHOWN_METRICS = 4;
/** One environment of one model: what it has, since when, why, who said so, and what a rollback would bring back. */
function environmentCard(environment, setting) {
    const { name, version } = environment;
    const rows = [failed(environment, setting), ...(version === null ? waits(environment) : told(environment, setting))];
    return html `<article class="card" aria-labelledby="${setting.id}"><header><h3 id="${setting.id}">${name}</h3>${badges(environment)}</header>
<p class="version num">${version === null ? html `<span class="quiet">nothing yet</span>` : versionName(version)}</p>
<dl>${[...rows, after(environment)].filter((row) => row !== null)}</dl></article>\n`;
}
function badges({ version, hold, frozen, failed }) {
    const stops = version !== null && hold !== null ? "on hold" : frozen == null ? null : "frozen";
    return [
        ...(failed == null ? [] : [html `<span class="badge bad">failed</span>`]),
        ...(stops === null ? [] : [html `<span class="badge warn">${stops}</span>`]),
    ];
}
function told(environment, { now, url }) {
    const { since, by, reason, hold, digest, image, metrics, waived = [], rollback } = environment;
    return [
        since === null ? null : row("Since", html `${moment(since)} <span class="quiet">(${spanText(since, now)})</span>`),
        hold === null ? null : row("On hold", hold),
        by == null ? null : row("By", by),
        row("Made from", origin(environment, url)),
        reason == null || reason === hold ? null : row("Reason", reason),
        row("Metrics", metricList(metrics)),
        waived.length === 0 ? null : row("Waived gates", html `<ul>${waived.map((line) => html `<li>${line}</li>`)}</ul>`),
        soak(environment, now),
        ...waits(environment),
        row("Image", digest === null ? html `<span class="quiet">its tag names none</span>` : imageText(digest, image ?? null)),
        row("A rollback", rollback == null ? html `<span class="quiet">would bring nothing back</span>` : wayBack(rollback, now)),
    ];
}
/** What was to come here last, and does not run. */
function failed({ failed: failure }, { now }) {
    if (failure == null)
        return null;
    const { version, at, reason } = failure;
    const when = html `${moment(at)} <span class="quiet">(${ago(at, now)})</span>`;
    return row("Failed", html `<strong>${version}</strong> ${when}${reason === null ? null : html `: ${reason}`}`);
}
function row(term, description) {
    return html `<dt>${term}</dt><dd>${description}</dd>\n`;
}
function origin({ commit, subject, pull }, url) {
    if (commit == null)
        return html `<span class="quiet">an unknown commit</span>`;
    const id = webLink(url === null ? null : `${url}/commit/${commit}`, html `<code>${shortCommit(commit)}</code>`);
    const words = subject == null ? html ` <span class="quiet">which this clone lacks</span>` : html ` ${subject}`;
    const link = pull == null || url === null ? null : html ` (${webLink(`${url}/pull/${pull}`, `pull request ${pull}`)})`;
    return html `${id}${words}${link}`;
}
function metricList(metrics) {
    if (metrics === null)
        return html `<span class="quiet">not at hand (mainline board --fetch asks the remote)</span>`;
    if (metrics.length === 0)
        return html `<span class="quiet">none recorded</span>`;
    const items = metrics.map(({ file, name, value }) => html `<li>${name === "" ? file : name} <strong class="num">${(0,compare/* formatNumber */.ZV)(value)}</strong></li>`);
    const shown = html `<ul class="metrics">${items.slice(0, SHOWN_METRICS)}</ul>`;
    const rest = items.slice(SHOWN_METRICS);
    if (rest.length === 0)
        return shown;
    return html `${shown}<details><summary>${rest.length} more</summary><ul class="metrics">${rest}</ul></details>`;
}
/** How long it still has to stay before the next environment may have it. */
function soak({ soakSeconds, since, soaking }, now) {
    if (soakSeconds == null || since === null)
        return null;
    const whole = (0,compare/* formatSeconds */.Xo)(soakSeconds);
    const broken = soaking?.broken == null ? null : html `<br>begun anew: ${soaking.broken}`;
    const from = soaking == null ? since : soaking.since;
    if (from === null)
        return row("Soak", html `${whole}, which begin when it answers well${broken}`);
    const ends = new Date(Date.parse(from) + soakSeconds * 1000);
    const left = (ends.getTime() - Date.parse(now)) / 1000;
    if (left <= 0)
        return row("Soak", `done: longer than the ${whole} that the next environment asks for`);
    return row("Soak", html `${(0,compare/* formatSeconds */.Xo)(left)} of ${whole} left, until ${moment(ends.toISOString())}${broken}`);
}
/** What a promotion into it waits for. */
function waits({ frozen, approvals, auto }) {
    const reason = frozen?.reason == null ? "" : `: ${frozen.reason}`;
    const given = approvals == null || approvals.by.length === 0 ? "" : `: ${approvals.by.join(", ")}`;
    return [
        auto === false ? row("By hand", html `nothing comes here but by <code>mainline promote</code>`) : null,
        frozen == null ? null : row("Frozen", `until ${frozen.words}${reason}`),
        approvals == null
            ? null
            : row("Approvals recorded", `${approvals.version} has ${approvals.by.length} of ${approvals.needed}${given}`),
    ];
}
function imageText(digest, image) {
    const place = image?.split("@sha256:")[0] ?? "";
    return html `${place === "" ? null : html `<code>${place}</code><br>`}<code class="quiet">${digest}</code>`;
}
function wayBack({ version, inRegistry, rehearsed }, now) {
    const place = inRegistry === null ? null : html `, whose image is ${inRegistry ? "in the registry" : "gone from the registry"}`;
    return html `would bring back <strong>${version}</strong>${place}<br>${rehearsal(rehearsed ?? null, now)}`;
}
function rehearsal(rehearsed, now) {
    if (rehearsed === null)
        return html `<span class="quiet">never rehearsed</span>`;
    const { at, ok, started = true, says } = rehearsed;
    const age = html `${moment(at)} <span class="quiet">(${ago(at, now)})</span>`;
    if (ok && !started)
        return html `<span class="badge">not started</span> its image was there ${age}: ${says}`;
    if (ok)
        return html `<span class="badge good">rehearsed</span> ${age}`;
    return html `<span class="badge bad">rehearsal failed</span> ${age}: ${says}`;
}
function ago(at, now) {
    const span = spanText(at, now);
    return span === "just now" ? span : `${span} before`;
}
function after({ after: before }) {
    return before == null ? null : row("Comes after", before);
}

;// CONCATENATED MODULE: ./build/report/html/style.js
/** The look of our pages: nothing comes from elsewhere, light and dark are the reader's choice, colour never says a thing alone. */
const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1f2328;--muted:#59636e;--line:#d1d9e0;--soft:#f6f8fa;--link:#0550ae;--warn:#7d4e00;--warn-bg:#fff8c5;--bad:#a40e26;--bad-bg:#ffebe9;--good:#116329;--good-bg:#dafbe1}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#f0f6fc;--muted:#9198a1;--line:#3d444d;--soft:#151b23;--link:#79b8ff;--warn:#e3b341;--warn-bg:#2b2111;--bad:#ff9492;--bad-bg:#301317;--good:#6fdd8b;--good-bg:#122117}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
body>header,main,body>footer{max-width:1240px;margin:0 auto;padding:0 24px}
body>header{padding-top:28px}
body>footer{padding-top:28px;padding-bottom:40px;color:var(--muted);font-size:13px}
h1{font-size:26px;line-height:1.25;margin:0 0 4px}
h2{font-size:20px;line-height:1.3;margin:0}
h3{font-size:16px;line-height:1.3;margin:0}
p{margin:0 0 12px}
a{color:var(--link);text-underline-offset:2px}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-9999px}
.skip:focus{left:16px;top:8px;background:var(--bg);padding:6px 10px;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.quiet{color:var(--muted)}
code{font:13px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
section{margin:36px 0 0}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:8px 14px;border-top:1px solid var(--line);overflow-wrap:break-word}
thead th{border-top:0;background:var(--soft);font-weight:600;font-size:13px;color:var(--muted);white-space:nowrap}
tbody th{font-weight:600}
.num{font-variant-numeric:tabular-nums}
.now{white-space:nowrap}
.long{min-width:15em}
.short{min-width:8em}
ul{margin:0;padding-left:20px}
summary{cursor:pointer}
`;

;// CONCATENATED MODULE: ./build/report/html/page.js


/**
 * A whole page in one file. It loads nothing and runs nothing: a browser is told so too, in case something foreign got past
 * the escaping.
 */
function renderPage({ title, head, body, foot, style }) {
    const page = html `<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
`;
    const rest = html `</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>${head}</header>
<main id="main">${body}</main>
<footer>${foot}</footer>
</body>
</html>
`;
    return `<!doctype html>\n${String(page)}<style>${STYLE}${style}</style>\n${String(rest)}`;
}
/** A table in a frame of its own that scrolls where the screen is narrow, with the keyboard too. */
function table({ label, heads, rows }) {
    return html `<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table><caption class="unseen">${label}</caption>
<thead><tr>${heads.map((head) => html `<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

;// CONCATENATED MODULE: ./build/report/words/happenings.js
/** What happened to a version or an environment, in words. */
const HAPPENINGS = {
    released: "released",
    withdrawn: "withdrawn",
    deprecated: "deprecated",
    promoted: "promoted",
    "rolled-back": "rolled back",
    reverted: "reverted by the main line",
    held: "put on hold",
    "hold-ended": "hold ended",
    "assigned-again": "assigned again",
    removed: "taken out",
};

;// CONCATENATED MODULE: ./build/report/html/timeline.js





const LOUD = new Set(["rolled-back", "reverted"]);
/** The tags have the rest. */
const MOST = 60;
/** How a model's versions came and went, the newest first. */
function timeline({ name, timeline: entries }, open) {
    if (entries.length === 0)
        return null;
    const rows = entries.slice(0, MOST).map(entryRow);
    const left = entries.length - rows.length;
    const more = left === 0
        ? null
        : html `<p class="quiet">${(0,compare/* countOf */.pq)(left, "older one")}: <code>git tag -n --list '${name}*'</code></p>`;
    const heads = ["When", "What", "Environment", "Version", "By", "Why"];
    const shown = html `<summary>${name}’s past: ${(0,compare/* countOf */.pq)(entries.length, "event")}</summary>
${table({ label: `What happened to ${name}, the newest first`, heads, rows })}${more}`;
    return open ? html `<details open>${shown}</details>` : html `<details>${shown}</details>`;
}
function entryRow({ at, kind, environment, version, from, by, reason }) {
    const what = LOUD.has(kind) ? html `<span class="badge warn">${HAPPENINGS[kind]}</span>` : html `${HAPPENINGS[kind]}`;
    const moved = from === null || from === version ? null : html ` <span class="quiet">from ${versionName(from)}</span>`;
    return html `<tr><td class="now num">${moment(at)}</td><td>${what}</td><td>${environment ?? ""}</td><td class="num short">${versionName(version)}${moved}</td><td>${by}</td><td class="long">${reason ?? ""}</td></tr>\n`;
}

;// CONCATENATED MODULE: ./build/report/html/board.js







/** With so many models their pasts are unfolded: nobody has to scroll for long. */
const FEW = 2;
const LAYOUT = `
.model>header{display:flex;flex-wrap:wrap;gap:2px 14px;align-items:baseline;margin-bottom:12px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,270px),1fr));gap:16px}
.card{border:1px solid var(--line);border-radius:8px;padding:14px 16px;min-width:0;container-type:inline-size}
.card>header{display:flex;flex-wrap:wrap;gap:4px 10px;align-items:baseline;justify-content:space-between}
.version{font-size:24px;font-weight:650;line-height:1.3;margin:2px 0 8px}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:4px 14px;margin:0}
dt{color:var(--muted)}
dd{margin:0;min-width:0}
.badge{display:inline-block;font-size:12px;font-weight:600;line-height:1.5;padding:0 8px;border:1px solid currentColor;border-radius:2em;white-space:nowrap}
.warn{color:var(--warn);background:var(--warn-bg)}
.bad{color:var(--bad);background:var(--bad-bg)}
.good{color:var(--good);background:var(--good-bg)}
.note{border:1px solid var(--line);border-left:4px solid currentColor;border-radius:6px;padding:8px 12px;margin:0 0 12px}
.note p{margin:0;color:var(--fg)}
.metrics{margin:0;padding:0;list-style:none}
details{margin-top:16px}
details>summary{font-weight:600;margin-bottom:8px}
.card details{margin-top:4px}.card details>summary{font-weight:400;margin-bottom:4px}
@media (max-width:560px){body>header,main,body>footer{padding-left:16px;padding-right:16px}body>header{padding-top:20px}.card{padding:12px}}
@container (max-width:350px){dl{grid-template-columns:minmax(0,1fr);gap:0}dd{margin-bottom:8px}}
`;
/** The board as one page that needs nothing but a browser. Pure: the same document gives the same bytes. */
function renderBoard(document) {
    const { repository, models, at } = document;
    const many = (0,compare/* countOf */.pq)(models.length, "model");
    return renderPage({
        title: `What runs where: ${repository.name}`,
        style: LAYOUT,
        head: html `<h1>What runs where</h1>
<p class="quiet">${webLink(repository.url, repository.name)} · ${many} · as git’s tags said at ${moment(at)}</p>`,
        body: body(document),
        foot: html `<p>Made by <code>mainline board</code> from the tags of the repository alone: nothing was asked of a registry or of a server.
<code>mainline status --verify</code> asks them. All times are UTC.</p>`,
    });
}
function body({ models, at, repository }) {
    if (models.length === 0) {
        return html `<section><p>Nothing is released: no tag and no mainline.yaml names a model.</p></section>`;
    }
    const sections = models.map((model, i) => modelSection(model, { id: `model-${i + 1}`, now: at, url: repository.url, open: models.length <= FEW }));
    return html `${models.length > 1 ? overview(models) : null}${sections}`;
}
function overview(models) {
    const names = [...new Set(models.flatMap((model) => model.environments.map(({ name }) => name)))];
    const rows = models.map((model, i) => {
        const cells = names.map((name) => overviewCell(model.environments.find((each) => each.name === name)));
        return html `<tr><th scope="row"><a href="#model-${i + 1}">${model.name}</a></th>${cells}</tr>\n`;
    });
    return html `<section aria-labelledby="overview"><h2 id="overview" class="unseen">Overview</h2>
${table({ label: "Each model’s version in each environment", heads: ["Model", ...names], rows })}</section>`;
}
function overviewCell(environment) {
    if (environment === undefined)
        return html `<td class="quiet">none</td>`;
    if (environment.version === null)
        return html `<td class="quiet now">nothing yet</td>`;
    const hold = environment.hold === null ? null : html ` <span class="badge warn">on hold</span>`;
    return html `<td class="num now">${versionName(environment.version)}${hold}</td>`;
}
function modelSection(model, { id, now, url, open }) {
    const latest = model.latest == null ? "nothing released yet" : `newest version ${model.latest}`;
    const cards = model.environments.map((environment, i) => environmentCard(environment, { id: `${id}-${i + 1}`, now, url }));
    return html `<section class="model" aria-labelledby="${id}"><header><h2 id="${id}" tabindex="-1">${model.name}</h2><span class="quiet">${latest}</span></header>
${rejections(model)}${cards.length === 0 ? html `<p class="quiet">It has no environments.</p>` : html `<div class="cards">${cards}</div>`}
${timeline(model, open)}</section>\n`;
}
function rejections({ rejected = [] }) {
    if (rejected.length === 0)
        return null;
    const items = rejected.map(({ version, reason }) => html `<p><span class="badge bad">rejected</span> <strong>${version}</strong> ${withoutSubject(reason, version)}</p>`);
    return html `<div class="note bad">${items}</div>`;
}

;// CONCATENATED MODULE: ./build/report/json.js
/**
 * The one JSON text of a document, with a line break at its end. JSON has no NaN and infinities: they become the strings
 * `"NaN"`, `"Infinity"`, `"-Infinity"`. Big integers keep every digit, mappings become objects, absent fields are left out.
 */
function writeJson(document) {
    return `${print(document, "")}\n`;
}
/** Indented by two blanks; a list or object without collections in it stays on one line. */
function print(value, indent) {
    if (value === null || value === undefined)
        return "null";
    if (typeof value === "number")
        return printNumber(value);
    if (typeof value === "bigint")
        return String(value);
    if (typeof value === "boolean")
        return String(value);
    if (typeof value === "string")
        return JSON.stringify(value);
    if (value instanceof Date)
        return JSON.stringify(value.toISOString());
    if (Array.isArray(value))
        return json_frame(value.map((item) => [null, item]), indent, "[]");
    if (typeof value === "object")
        return json_frame(entriesOf(value), indent, "{}");
    throw new TypeError(`a document cannot hold a ${typeof value}`);
}
function json_frame(members, indent, [open, close]) {
    if (members.length === 0)
        return `${open}${close}`;
    const flat = members.every(([, value]) => !isCollection(value));
    const inner = flat ? "" : `${indent}  `;
    const parts = members.map(([name, value]) => `${name === null ? "" : `${JSON.stringify(name)}: `}${print(value, inner)}`);
    if (flat)
        return `${open}${parts.join(", ")}${close}`;
    return `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${indent}${close}`;
}
function entriesOf(value) {
    if (value instanceof Map)
        return [...value].map(([key, item]) => [String(key), item]);
    return Object.entries(value).filter(([, item]) => item !== undefined);
}
function isCollection(value) {
    return typeof value === "object" && value !== null && !(value instanceof Date);
}
function printNumber(value) {
    if (Object.is(value, -0))
        return "-0.0";
    if (Number.isFinite(value))
        return JSON.stringify(value);
    return Number.isNaN(value) ? '"NaN"' : value > 0 ? '"Infinity"' : '"-Infinity"';
}

;// CONCATENATED MODULE: ./build/report/markdown/escape.js

/** Breaks what GitHub makes links, pings and pictures of, and shows as nothing. */
const BREAK = "\u200b";
/** What Markdown takes for more than itself: anywhere, around a word, or where a line begins. */
const MARKUP = /[\\`*[\]|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|^[-+>#=]/g;
/**
 * A foreign text as running text: no Markdown, no HTML, no maths, no mention, no reference, no link, no emoji shortcode, one
 * line, and nothing that ends a table's cell.
 */
function prose(text, length = 500) {
    return tamed(clean(text, length)
        .replace(MARKUP, "\\$&")
        .replace(/^(\d+)(?=[.)](\s|$))/, "$1\\"));
}
/** The same inside of a line of HTML, where Markdown means nothing: a `<summary>`. */
function htmlProse(text, length = 120) {
    return tamed(clean(text, length));
}
/** No HTML, mention, reference, emoji shortcode or address. */
function tamed(text) {
    return text
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replace(/@|#(?=\d)/g, (found) => found + BREAK)
        .replace(/:(?=[\w+-]+:|\/\/)/g, `:${BREAK}`)
        .replace(/\b(www|gh)(?=[.-])/gi, `$1${BREAK}`);
}
/** A foreign text as code: a name, a path, a value. */
function code(text, length = 200, where = "line") {
    const shown = unmarked(clean(text, length));
    const content = where === "cell" ? withoutBars(shown) : shown;
    if (content.trim() === "")
        return "` `";
    const mark = "`".repeat(longestRun(content) + 1);
    const pad = content.startsWith("`") || content.endsWith("`") ? " " : "";
    return `${mark}${pad}${content}${pad}${mark}`;
}
/** A sentence in which `words` are code, as in all our sentences; whatever stands in it, it is one or the other. */
function spoken(text, length = 600) {
    return clean(text, length)
        .split("`")
        .map((part, index) => (index % 2 === 0 ? prose(part, length) : code(part, 200)))
        .join("");
}
/** A foreign name: plain where it is plain words, else code. */
function escape_name(text, length = 120, where = "cell") {
    const shown = clean(text, length);
    const plain = /^[A-Za-z][A-Za-z0-9_]*( [A-Za-z0-9_()%]+)*$/.test(shown) && !/^[0-9a-f]{7,}$/i.test(shown);
    return plain ? prose(shown, length) : code(shown, length, where);
}
/** `\|` is a bar in a cell, but `\\|` is a backslash and the cell's end: a backslash of the text itself is kept off the bar. */
function withoutBars(text) {
    return text.replace(/\\(?=\|)/g, `\\${BREAK}`).replaceAll("|", "\\|");
}
/** A foreign text of several lines in a fence that it cannot close. */
function fence(text, length = 8000) {
    const content = unmarked(cleanLines(text.trimEnd(), length));
    const mark = "`".repeat(Math.max(3, longestRun(content) + 1));
    return `${mark}text\n${content}\n${mark}`;
}
/** A link to an address of ours; the label alone where the address is none to follow. `label` is Markdown already. */
function escape_link(label, address) {
    if (address === undefined || !URL.canParse(address))
        return label;
    const url = new URL(address);
    if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
        return label;
    return `[${label}](${url.href.replace(/[()<>\\\s|`@]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, "0")}`)})`;
}
/** Our own words that stay on one line. */
function unbroken(text) {
    return text.replaceAll(" ", "\u00a0");
}
/** Bytes as GitHub counts them. */
function byteLength(text) {
    return Buffer.byteLength(text, "utf8");
}
/** A comment of HTML, our marker among them, never stands whole in a foreign text. */
function unmarked(text) {
    return text.replace(/<(?=!--)/g, `<${BREAK}`).replace(/--(?=>)/g, `--${BREAK}`);
}
function longestRun(text) {
    return Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
}

;// CONCATENATED MODULE: ./build/report/markdown/limits.js
/** From all that is useful to what fits in any case: the last step is under 30,000 bytes with every name at its longest. */
const STEPS = [
    {
        gates: 200,
        golden: 20,
        metrics: 200,
        history: 6,
        charts: 3,
        params: 100,
        data: 100,
        stages: 200,
        reasons: 20,
        warnings: 20,
        tail: 6000,
        name: 120,
    },
    {
        gates: 200,
        golden: 10,
        metrics: 100,
        history: 0,
        charts: 0,
        params: 60,
        data: 60,
        stages: 100,
        reasons: 6,
        warnings: 20,
        tail: 3000,
        name: 120,
    },
    {
        gates: 100,
        golden: 5,
        metrics: 40,
        history: 0,
        charts: 0,
        params: 30,
        data: 30,
        stages: 60,
        reasons: 3,
        warnings: 10,
        tail: 1500,
        name: 80,
    },
    {
        gates: 60,
        golden: 3,
        metrics: 10,
        history: 0,
        charts: 0,
        params: 10,
        data: 15,
        stages: 20,
        reasons: 2,
        warnings: 5,
        tail: 600,
        name: 60,
    },
    {
        gates: 20,
        golden: 2,
        metrics: 0,
        history: 0,
        charts: 0,
        params: 0,
        data: 5,
        stages: 5,
        reasons: 1,
        warnings: 3,
        tail: 0,
        name: 40,
    },
];
/** For a page that holds 1 MiB. */
const ROOMY = {
    gates: 1000,
    golden: 50,
    metrics: 1000,
    history: 6,
    charts: 3,
    params: 500,
    data: 500,
    stages: 1000,
    reasons: 20,
    warnings: 100,
    tail: 60_000,
    name: 160,
};

;// CONCATENATED MODULE: ./build/report/style.js

/** For files, pipes and tests. */
const plainStyle = { colour: false, width: 100, unicode: true };
const FORMATS = { good: "green", bad: "red", busy: "yellow", quiet: "dim", strong: "bold", plain: "reset" };
/** Colours a text where colours are wanted; the words say the same without. */
function paint(style, tone, text) {
    if (!style.colour || tone === "plain" || text === "")
        return text;
    return (0,external_node_util_.styleText)(FORMATS[tone], text, { validateStream: false });
}
const SIGNS = {
    done: { unicode: "✓", ascii: "+", tone: "good" },
    busy: { unicode: "●", ascii: "*", tone: "busy" },
    waits: { unicode: "○", ascii: "o", tone: "busy" },
    no: { unicode: "✗", ascii: "x", tone: "bad" },
    rest: { unicode: "–", ascii: "-", tone: "quiet" },
};
function sign(style, which) {
    const { unicode, ascii, tone } = SIGNS[which];
    return paint(style, tone, style.unicode ? unicode : ascii);
}
const ASCII = [
    [/→/g, "->"],
    [/[–—−]/g, "-"],
    [/≥/g, ">="],
    [/≤/g, "<="],
    [/Δ/g, "change"],
    [/∞/g, "inf"],
    [/…/g, "..."],
    [/·/g, "|"],
    [/✓/g, "+"],
    [/✗/g, "x"],
    [/●/g, "*"],
    [/○/g, "o"],
    [/“|”/g, '"'],
];
/** Our own typography in ASCII where the terminal has nothing else. */
function typeset(style, text) {
    return style.unicode
        ? text
        : ASCII.reduce((done, [pattern, replacement]) => done.replace(pattern, replacement), text);
}
/** Columns that a text takes: two for East Asian wide characters and emoji, none for colours and combining marks. */
function widthOf(text) {
    let width = 0;
    for (const character of (0,external_node_util_.stripVTControlCharacters)(text))
        width += characterWidth(character);
    return width;
}
function characterWidth(character) {
    if (character < "\u0300")
        return 1;
    if (/\p{M}|\u200d|\ufe0f/u.test(character))
        return 0;
    return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(character)
        ? 2
        : 1;
}
function padTo(text, width, align = "left") {
    const blanks = " ".repeat(Math.max(0, width - widthOf(text)));
    return align === "left" ? text + blanks : blanks + text;
}
/** Rows in columns, two blanks between; a column without text in any row is left out. */
function columns(rows, align = [], gap = "  ") {
    const count = Math.max(0, ...rows.map((row) => row.length));
    const widths = Array.from({ length: count }, (_, i) => Math.max(0, ...rows.map((row) => widthOf(row[i] ?? ""))));
    return rows.map((row) => widths
        .map((width, i) => (width === 0 ? null : padTo(row[i] ?? "", width, align[i])))
        .filter((cell) => cell !== null)
        .join(gap)
        .trimEnd());
}
/** Cuts a text to a width, with a mark where it was cut. */
function shorten(text, width) {
    if (widthOf(text) <= width)
        return text;
    let kept = "";
    for (const character of text) {
        if (widthOf(kept) + characterWidth(character) > width - 1)
            break;
        kept += character;
    }
    return `${kept}…`;
}
/** Breaks a text at blanks; the first line and the others are as wide. */
function wrap(text, width) {
    const lines = [];
    let line = "";
    for (const word of text.split(" ")) {
        if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
            lines.push(line);
            line = word;
        }
        else
            line = line === "" ? word : `${line} ${word}`;
    }
    return [...lines, line];
}

;// CONCATENATED MODULE: ./build/report/words/cost.js

/**
 * What the stages that would run, and those that may follow, are expected to take by their earlier runs; null where none of
 * them ever ran. GPU-hours are those of the stages that say how many GPUs they take.
 */
function expectedCost(stages) {
    const due = stages.filter(({ action }) => action === "run" || action === "maybe");
    const timed = due.flatMap((stage) => (stage.seconds === undefined ? [] : [{ ...stage, seconds: stage.seconds }]));
    if (timed.length === 0)
        return null;
    const onGpus = timed.filter(({ gpus }) => gpus !== undefined);
    const gpuSeconds = sum(onGpus, ({ seconds, gpus }) => seconds * (gpus ?? 0));
    return {
        seconds: sum(timed, ({ seconds }) => seconds),
        range: [
            sum(timed, ({ action, range, seconds }) => (action === "maybe" ? 0 : (range?.[0] ?? seconds))),
            sum(timed, ({ range, seconds }) => range?.[1] ?? seconds),
        ],
        ...(gpuSeconds > 0 ? { gpuHours: gpuSeconds / 3600 } : {}),
        stages: due.length,
        timed: timed.length,
        onGpus: onGpus.length,
    };
}
/** `: about 14 min and 0.2 GPU-hours (last runs: 12–17 min)`, as far as it is known. */
function costText(stages) {
    const cost = expectedCost(stages);
    if (cost === null)
        return "";
    const whole = cost.timed === cost.stages;
    return `: ${whole ? "about" : "at least"} ${(0,compare/* formatSeconds */.Xo)(cost.seconds)}${gpuText(cost)}${spread(cost)}`;
}
function gpuText({ gpuHours, timed, stages, onGpus }) {
    if (gpuHours === undefined)
        return "";
    const least = timed === stages && onGpus < timed ? "at least " : "";
    return ` and ${least}${formatGpuHours(gpuHours)}`;
}
/** `0.2 GPU-hours`, `under 0.1 GPU-hours`, `12 GPU-hours`. */
function formatGpuHours(hours) {
    if (hours < 0.1)
        return "under 0.1 GPU-hours";
    const shown = hours < 9.95 ? hours.toFixed(1).replace(".0", "") : String(Math.round(hours));
    return `${shown} ${shown === "1" ? "GPU-hour" : "GPU-hours"}`;
}
function spread({ range: [low, high] }) {
    const [from, to] = [(0,compare/* formatSeconds */.Xo)(low), (0,compare/* formatSeconds */.Xo)(high)];
    if (from === to)
        return "";
    const sameUnit = from.split(" ").length === 2 && from.split(" ")[1] === to.split(" ")[1];
    return ` (last runs: ${sameUnit ? from.split(" ")[0] : from}–${to})`;
}
function sum(items, of) {
    return items.reduce((total, item) => total + of(item), 0);
}

;// CONCATENATED MODULE: ./build/report/words/stages.js



/** `2 of 5 stages would run: about 14 min (last runs: 12–17 min)`. */
function planHeadline({ stages }) {
    if (stages.length === 0)
        return "no stages: dvc.yaml holds none yet";
    const count = (action) => stages.filter((stage) => stage.action === action).length;
    const [run, maybe, restore, blocked] = [count("run"), count("maybe"), count("restore"), count("blocked")];
    const parts = [
        run > 0 ? `${run} of ${(0,compare/* countOf */.pq)(stages.length, "stage")} would run` : "",
        maybe > 0 ? `${maybe} may follow` : "",
        restore > 0 ? `${restore} would be restored` : "",
        blocked > 0 ? `${blocked} cannot run` : "",
    ].filter((part) => part !== "");
    if (parts.length === 0)
        return stages.length === 1 ? "the stage is up to date" : `all ${(0,compare/* countOf */.pq)(stages.length, "stage")} are up to date`;
    return run > 0 || maybe === 0
        ? `${parts.join(", ")}${costText(stages)}`
        : `${parts.join(", ")} of ${(0,compare/* countOf */.pq)(stages.length, "stage")}`;
}
/** `2 of 5 stages ran in 14 min`, with what failed first. */
function runHeadline(run) {
    const { stages, dry } = run;
    const of = (outcome) => stages.filter((stage) => stage.outcome === outcome);
    const [failed, executed, restored, skipped] = [of("failed"), of("executed"), of("restored"), of("skipped")];
    const did = dry ? "would run" : "ran";
    const parts = [
        failed.length > 0 ? `${failed.map((stage) => clean(stage.address, 80)).join(", ")} failed` : "",
        executed.length > 0
            ? `${executed.length} of ${(0,compare/* countOf */.pq)(stages.length, "stage")} ${did}${dry ? "" : ` in ${(0,compare/* formatSeconds */.Xo)(runSeconds(run))}`}`
            : "",
        restored.length > 0 ? `${restored.length} ${dry ? "would be restored" : "restored"}` : "",
        skipped.length > 0 ? `${skipped.length} skipped` : "",
    ].filter((part) => part !== "");
    return parts.length > 0 ? parts.join(", ") : `all ${(0,compare/* countOf */.pq)(stages.length, "stage")} are up to date`;
}
/** The same where the failure was said already: `stopped after 12 s, 1 skipped`. */
function runWork(run) {
    const failed = run.stages.filter((stage) => stage.outcome === "failed");
    if (failed.length === 0)
        return runHeadline(run);
    const skipped = run.stages.filter((stage) => stage.outcome === "skipped").length;
    return `stopped after ${(0,compare/* formatSeconds */.Xo)(runSeconds(run))}${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
function runSeconds({ stages, seconds }) {
    return seconds ?? stages.reduce((sum, stage) => sum + stage.seconds, 0);
}
/** What a planned stage's line says besides its reasons. */
function actionNote(stage) {
    switch (stage.action) {
        case "restore":
            return stage.source === "run-cache" ? "result known from an earlier run, will be restored" : "will be restored";
        case "maybe":
            return "only if what comes before changes";
        case "frozen":
            return "frozen";
        case "none":
        case "run":
        case "blocked":
            return null;
    }
}
/** What the command of a stage that would run runs in; null on the machine itself. */
function containerNote({ action, container }) {
    if (container === undefined || (action !== "run" && action !== "maybe"))
        return null;
    if ("image" in container)
        return `in ${clean(container.image, 120)}`;
    const target = container.target === undefined ? "" : ` (${clean(container.target, 40)})`;
    return `in what ${clean(container.dockerfile, 120)}${target} makes`;
}
/** What became of a stage, in a few words. */
function outcomeText(stage) {
    switch (stage.outcome) {
        case "executed":
            return `ran${stage.attempts === undefined ? "" : `, at the ${ordinal(stage.attempts)} attempt`}${housed(stage)}`;
        case "restored":
            return stage.source === "run-cache" ? "restored from an earlier run" : "restored";
        case "unchanged":
            return "unchanged";
        case "failed":
            return `failed${stage.attempts === undefined ? "" : ` ${stage.attempts} times`}: ${clean(stage.message ?? exitText(stage), 300)}`;
        case "skipped":
            return stage.after === undefined ? "skipped" : `skipped, ${clean(stage.after, 80)} failed`;
        case "frozen":
            return "frozen";
    }
}
function housed({ container }) {
    return container === undefined ? "" : ` in ${clean(container.image, 120)}`;
}
/** `2nd`, `3rd`, `11th`. */
function ordinal(count) {
    const isTeen = count % 100 > 10 && count % 100 < 14;
    return `${count}${isTeen ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th")}`;
}
function exitText({ exitCode }) {
    return exitCode == null ? "it was ended by a signal" : `its command ended with ${exitCode}`;
}

;// CONCATENATED MODULE: ./build/report/words/why.js



/** A reason in a few words: `params.yaml train.epochs: 20 → 40`, `src/train.py changed`, `after train`. */
function whyText(why) {
    switch (why.kind) {
        case "parameter":
            return parameterText(why);
        case "dependency":
            return `${pathOf(why)} ${changeWord(why)}`;
        case "output":
            return `its output ${pathOf(why)} ${changeWord(why)}`;
        case "command":
            return "its command changed";
        case "never-run":
            return "never ran";
        case "always":
            return "runs every time";
        case "upstream":
            return `after ${clean(why.stage ?? "the stages before", 200)}`;
        case "missing":
            return `${pathOf(why)} is missing, and nothing makes it`;
    }
}
/** A parameter's value on one line. */
function valueText(value) {
    if (value === undefined || value === null)
        return "nothing";
    if ((0,kernel/* isList */.Lv)(value))
        return clean(`[${value.map(valueText).join(", ")}]`, 60);
    if ((0,kernel/* isMapping */.pi)(value))
        return clean(`{${[...value].map(([k, v]) => `${String(k)}: ${valueText(v)}`).join(", ")}}`, 60);
    if ((0,kernel/* isTimestamp */.Fx)(value))
        return clean(value.timestamp, 60);
    return clean((0,compare/* formatExact */.Bo)(value), 60);
}
const LEAVES_SHOWN = 4;
/** Of a whole section only what differs in it: `params.yaml train.epochs: 20 → 40`. */
function parameterText(why) {
    const leaves = differences({ name: why.name ?? "", old: why.old, new: why.new });
    const shown = leaves.slice(0, LEAVES_SHOWN).map(leafText);
    if (leaves.length > shown.length)
        shown.push(`${leaves.length - shown.length} more`);
    return `${clean(why.file ?? "", 200)} ${shown.join(", ")}`.trim();
}
function differences(leaf) {
    const { name, old, new: now } = leaf;
    if (old === undefined || now === undefined || !(0,kernel/* isMapping */.pi)(old) || !(0,kernel/* isMapping */.pi)(now))
        return [leaf];
    const keys = [...new Set([...old.keys(), ...now.keys()])];
    const inner = keys.flatMap((key) => {
        const [before, after] = [old.get(key), now.get(key)];
        if (before !== undefined && after !== undefined && (0,kernel/* equalInPython */.iN)(before, after))
            return [];
        return differences({ name: `${name}.${String(key)}`, old: before, new: after });
    });
    return inner.length === 0 ? [leaf] : inner;
}
function leafText({ name, old, new: now }) {
    const said = clean(name, 200);
    if (old === undefined)
        return `${said}: new, ${valueText(now)}`;
    if (now === undefined)
        return `${said}: removed, was ${valueText(old)}`;
    return `${said}: ${valueText(old)} → ${valueText(now)}`;
}
function pathOf(why) {
    return clean(why.path ?? "something", 200);
}
function changeWord({ change }) {
    if (change === "new")
        return "is new";
    return change === "deleted" ? "is gone" : "changed";
}

;// CONCATENATED MODULE: ./build/report/text/plan.js





const ACTION_SIGNS = {
    none: "done",
    restore: "done",
    run: "busy",
    maybe: "waits",
    frozen: "rest",
    blocked: "no",
};
/** Stages that are shown although nothing happens to them, and reasons shown for one stage. */
const MOST_QUIET = 30;
const MOST_REASONS = 6;
/** `mainline plan` for people: how much, which, why, what next. */
function planText(document, style) {
    const quiet = document.stages.filter((stage) => stage.action === "none");
    const folded = document.stages.length > MOST_QUIET && quiet.length > 0;
    const shown = folded ? document.stages.filter((stage) => stage.action !== "none") : document.stages;
    const rest = folded ? [`  ${sign(style, "done")} ${(0,compare/* countOf */.pq)(quiet.length, "stage")} up to date`] : [];
    const stale = document.stages.some((stage) => stage.action === "run" || stage.action === "maybe");
    const restore = document.stages.some((stage) => stage.action === "restore");
    return [
        paint(style, "strong", planHeadline(document)),
        "",
        ...stageLines(shown, style),
        ...rest,
        "",
        ...(stale || restore ? [`Next: ${paint(style, "strong", "mainline run")}`] : []),
    ].join("\n");
}
/** A line for each stage, further reasons under the first. */
function stageLines(stages, style) {
    const rows = stages.flatMap((stage) => {
        const [first = "", ...more] = reasonsOf(stage);
        const name = clean(stage.address, 80);
        return [[`  ${sign(style, ACTION_SIGNS[stage.action])} ${name}`, first], ...more.map((reason) => ["", reason])];
    });
    return columns(rows, [], "   ").map((line) => shorten(line, Math.max(40, style.colour ? 10_000 : style.width)));
}
/** Why, in lines; many reasons end with how many more there are. */
function reasonsOf(stage) {
    const note = actionNote(stage);
    const place = containerNote(stage);
    const reasons = [...stage.why.map(whyText), ...(note === null ? [] : [note]), ...(place === null ? [] : [place])];
    if (reasons.length <= MOST_REASONS)
        return reasons;
    return [...reasons.slice(0, MOST_REASONS - 1), `and ${reasons.length - MOST_REASONS + 1} more reasons`];
}

;// CONCATENATED MODULE: ./build/report/words/baseline.js



/** Why the change is compared with this commit, and where its results are known from: a sentence each. Empty without a base. */
function baselineTexts({ base }) {
    if (base === null)
        return [];
    return [foundText(base), behindText(base), resultsText(base)].filter((text) => text !== null);
}
function foundText({ name, commit, found }) {
    const [branch, short] = [clean(name, 80), shortCommit(clean(commit, 80))];
    if (found === undefined)
        return null;
    switch (found) {
        case "merge":
            return `${short} is the commit of ${branch} that GitHub merged this pull request with, and that merge is what ran.`;
        case "run":
            return `${short} is the commit of ${branch} that the run of this pull request was merged with.`;
        case "tip":
            return `${short} is where ${branch} stands: the pull request is merged into it to be judged.`;
        case "queue":
            return `${short} is what the merge queue has put before this group.`;
        case "asked":
            return `${short} is what ${branch} names.`;
    }
}
function behindText({ name, behind }) {
    if (behind == null || behind === 0)
        return null;
    return `${clean(name, 80)} is ${(0,compare/* countOf */.pq)(behind, "commit")} ahead of it by now.`;
}
function resultsText({ results }) {
    if (results === undefined || results.lock + results.runCache + results.unknown === 0)
        return null;
    const parts = [
        results.lock > 0 ? `the results of ${(0,compare/* countOf */.pq)(results.lock, "stage")} stand in dvc.lock there` : "",
        results.runCache > 0
            ? `${(0,compare/* countOf */.pq)(results.runCache, "stage")} are looked up by their inputs, because dvc.lock is behind`
            : "",
        results.unknown > 0 ? `of ${(0,compare/* countOf */.pq)(results.unknown, "stage")} no result is known` : "",
    ].filter((part) => part !== "");
    const said = parts.join("; ");
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

;// CONCATENATED MODULE: ./build/report/words/comparable.js



/** What numbers are not, or may not be, comparable, and why. */
function comparabilityTexts({ comparability, base }) {
    const other = base === null ? "the base" : clean(base.name, 80);
    return (comparability ?? []).map((each) => ({
        says: `${filesText(each)} ${each.verdict === "unsure" ? unsure(each, other) : apart(each, other)}`,
        changes: each.changes.map(yardstickText),
    }));
}
function apart({ files, stage }, base) {
    const verb = files.length === 1 ? "is" : "are";
    return `${verb} not comparable with ${base}: ${clean(stage, 100)} measured with something else`;
}
function unsure({ files, stage }, base) {
    return `may not be comparable with ${base}: what makes the model and what measures ${files.length === 1 ? "it" : "them"} (${clean(stage, 100)}) cannot be told apart`;
}
function filesText({ files }) {
    const shown = files.slice(0, 2).map((file) => clean(file, 100));
    return `${shown.join(" and ")}${files.length > shown.length ? ` and ${files.length - shown.length} more` : ""}`;
}
const KINDS = {
    data: "evaluation data",
    code: "code",
    environment: "environment",
    command: "command",
    parameter: "parameter",
    stage: "stage",
};
/** `evaluation data: data/test.csv changed`. */
function yardstickText(each) {
    return `${KINDS[each.kind]}: ${each.kind === "parameter" ? comparable_parameterText(each) : clean((0,compare/* changeText */.k0)(each), 200)}`;
}
function comparable_parameterText({ path, name, change, old, new: now }) {
    const values = { ...(old === undefined ? {} : { old }), ...(now === undefined ? {} : { new: now }) };
    return whyText({ kind: "parameter", file: path, change, ...(name === undefined ? {} : { name }), ...values });
}

;// CONCATENATED MODULE: ./build/report/words/moves.js


/** `v1.5.0 runs there now, 4.2 s`, `would get v1.5.0 after v1.4.2`, `waits: …`. */
function moveText(move) {
    const version = clean(move.version, 60);
    const replaced = move.previous === null || move.previous === move.version ? "" : `, before it ${clean(move.previous, 60)}`;
    const reason = move.reason === "" ? "" : `: ${clean(move.reason, 300)}`;
    switch (move.outcome) {
        case "deployed":
            return `${version} runs there now${move.seconds === null ? "" : ` (${(0,compare/* formatSeconds */.Xo)(move.seconds)})`}${replaced}`;
        case "kept":
            return `keeps ${version}${reason}`;
        case "waits":
            return `${version} waits${reason}`;
        case "refused":
            return `${version} stays out${reason}`;
        case "failed":
            return `${version} does not run there${reason}${move.back == null ? "" : `; ${clean(move.back, 300)}`}`;
        case "planned":
            return `would get ${version}${replaced}${reason}`;
    }
}
/** What became of a model: `churn v1.5.0 released`. */
function modelText(model) {
    const name = `${clean(model.name, 80)}${model.version === null ? "" : ` ${clean(model.version, 60)}`}`;
    const reason = model.reason === "" ? "" : `: ${clean(model.reason, 400)}`;
    switch (model.outcome) {
        case "released":
            return `${name} released`;
        case "exists":
            return `${name} is released already`;
        case "reverted":
            return `${name} comes back${reason}`;
        case "blocked":
            return `${name} cannot be released${reason}`;
        case "planned":
            return `${name} would be released${reason}`;
    }
}
/** What was found of images that were there before, each once: one goes to several environments. */
function foundImages(moves) {
    return [
        ...new Map(moves.flatMap(({ image }) => (image === undefined ? [] : [[image.says, image]]))).values(),
    ];
}

;// CONCATENATED MODULE: ./build/report/words/coming-back.js




/** Names of a list; of the others the number is said. */
const coming_back_MOST = 6;
/** What a plan that brings a version back means, in the order of asking. */
function backLines(version, back, moves) {
    return [
        { about: "Goes back", says: goesBack(back) },
        { about: "Stays", says: stays(back, version) },
        ...(back.seconds === null
            ? []
            : [{ about: "Takes", says: `${aboutText(back.seconds)}, by what the last deploys took` }]),
        ...imageLines(moves),
        { about: "Rehearsed", says: rehearsed(back) },
        { about: "From then on", says: fromThenOn(back) },
    ].filter(({ says }) => says !== "");
}
function goesBack({ back, image }) {
    const digests = image.to === null
        ? []
        : [
            `image ${image.from === null ? "" : `${shortDigest(clean(image.from, 100))} → `}${shortDigest(clean(image.to, 100))}`,
        ];
    if (back === null)
        return digests.join("");
    return [
        ...listed("data", back.data),
        ...listed("files", back.code),
        ...values("parameters", back.params),
        ...values("metrics", back.metrics),
        ...digests,
    ].join("; ");
}
function stays({ stays: files }, version) {
    if (files === null)
        return "";
    if (files.length === 0)
        return `nothing that changed since ${clean(version, 60)}: all reads as it did then`;
    const verb = files.length === 1 ? "stays" : "stay";
    return `${(0,compare/* countOf */.pq)(files.length, "file")} that changed since ${clean(version, 60)} ${verb}: ${names(files)}`;
}
function imageLines(moves) {
    return foundImages(moves).map(({ says }) => ({ about: "Image", says: clean(says, 300) }));
}
function rehearsed({ rehearsed: rows }) {
    const told = rows.slice(0, coming_back_MOST).map(({ environment, at, ok, says }) => {
        const name = clean(environment, 60);
        if (at === null)
            return `never for ${name}`;
        const found = says === "" ? (ok ? "it started and answered" : "it failed") : clean(says, 200);
        return `for ${name} on ${momentText(at)} (${ok || says === "" ? "" : "it failed: "}${found})`;
    });
    return withRest(told, rows.length);
}
function fromThenOn({ rejects, holds }) {
    const [verb, it] = rejects.length === 1 ? ["is", "it"] : ["are", "them"];
    const held = holds.length === 0
        ? ""
        : `; ${names(holds)} ${holds.length === 1 ? "is" : "are"} on hold: the next version waits there for \`mainline promote\``;
    return `${names(rejects)} ${verb} rejected: nothing brings ${it} back by itself, but reverting this does${held}`;
}
function listed(word, paths) {
    return paths.length === 0 ? [] : [`${word} ${names(paths)}`];
}
function values(word, changes) {
    const shown = changes
        .slice(0, coming_back_MOST)
        .map(({ name, from, to }) => `${clean(name, 80)} ${clean(from ?? "none", 40)} → ${clean(to ?? "none", 40)}`);
    return shown.length === 0 ? [] : [`${word} ${withRest(shown, changes.length)}`];
}
function names(all) {
    return withRest(all.slice(0, coming_back_MOST).map((name) => clean(name, 100)), all.length);
}
function withRest(shown, count) {
    return count > shown.length ? `${shown.join(", ")} and ${count - shown.length} more` : shown.join(", ");
}

;// CONCATENATED MODULE: ./build/report/words/image-preview.js


const ROLES = { base: "base", python: "Python packages", code: "code", model: "model" };
/** `a node with v0.1.0 pulls about 12 MB: model 12 MB, code 2 KB; base and Python packages stay; base python:3.12 is 40 days old`. */
function pullLine(preview) {
    const { layers } = preview;
    const moving = layers.filter(({ change, pull }) => change !== "same" && change !== "removed" && pull !== 0);
    const rest = (change, verb) => {
        const names = layers.filter((layer) => layer.change === change).map(({ role }) => ROLES[role]);
        const verbs = names.length === 1 && names[0] !== ROLES.python ? `${verb}s` : verb;
        return names.length === 0 ? [] : [`${image_preview_listed(names)} ${verbs}`];
    };
    const said = [
        `${pullText(preview)}${moving.length === 0 ? "" : `: ${moving.map(rowText).join(", ")}`}`,
        ...rest("same", "stay"),
        ...rest("removed", "go"),
        ...baseText(preview),
    ];
    return { about: "To pull", says: said.join("; ") };
}
function image_preview_listed(names) {
    const last = names.at(-1) ?? "";
    return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
const CERTAINTIES = { exact: "", about: "about ", most: "at most about " };
function pullText({ from, bytes, certainty }) {
    const node = `a node with ${clean(from, 60)} pulls`;
    if (bytes === null)
        return `${node} what changes`;
    if (bytes === 0)
        return `${node} no layer`;
    return `${node} ${CERTAINTIES[certainty]}${(0,compare/* formatBytes */.z3)(bytes)}`;
}
function rowText({ role, change, pull }) {
    if (change === "unknown")
        return `${ROLES[role]}, if it changes: that is known when it is built`;
    return pull === null ? `${ROLES[role]}, of a size that is not known yet` : `${ROLES[role]} ${(0,compare/* formatBytes */.z3)(pull)}`;
}
function baseText({ base }) {
    if (base === null)
        return [];
    const age = base.days === null ? "is of unknown age" : `is ${(0,compare/* countOf */.pq)(base.days, "day")} old`;
    return [`base ${clean(base.name, 200)} ${age}`];
}

;// CONCATENATED MODULE: ./build/report/words/packages.js


const LAYERS = {
    released: "the layer of an earlier image",
    cached: "the layer is at hand",
    installed: "installed, the layer is new",
    "to install": "to be installed, the layer is new",
};
/** `12 Python packages of requirements.txt for 3.12: the layer of an earlier image, 24 MB`. */
function packagesText(use) {
    const size = use.size === null ? "" : `, ${(0,compare/* formatBytes */.z3)(use.size)}`;
    return `${countText(use)} of ${clean(use.lock, 120)} for ${clean(use.version, 10)}: ${LAYERS[use.layer]}${size}`;
}
/** Among what merging would do: `with 12 Python packages (the layer is at hand)`. */
function withPackages(use) {
    return `with ${countText(use)} (${LAYERS[use.layer]})`;
}
const ENVIRONMENTS = {
    registry: "as the registry has it",
    cached: "at hand",
    built: "built",
    "to build": "to be built",
};
/** `environment of Dockerfile: built with buildah, 1.2 GB`. */
function environmentText({ dockerfile, from, builder, size }) {
    const by = builder === null ? "" : ` with ${clean(builder, 20)}`;
    return `environment of ${clean(dockerfile, 120)}: ${ENVIRONMENTS[from]}${by}${size === null ? "" : `, ${(0,compare/* formatBytes */.z3)(size)}`}`;
}
/** Among what merging would do: what the model stands on; empty where there is nothing to say. */
function withUses({ python, dockerfile }) {
    const environment = dockerfile === undefined
        ? []
        : [`on the environment of ${clean(dockerfile.dockerfile, 120)} (${ENVIRONMENTS[dockerfile.from]})`];
    return [...(python === undefined ? [] : [withPackages(python)]), ...environment].map((text) => ` ${text}`).join("");
}
function countText({ packages }) {
    return `${packages === null ? "the" : packages} Python package${packages === 1 ? "" : "s"}`;
}

;// CONCATENATED MODULE: ./build/report/words/merging.js





const MOST_MODELS = 10;
/** Of so many it is told what their image, or their coming back, means. */
const MOST_TOLD = 3;
/** `release churn v1.5.0 → dev now, → prod after 2 h healthy`: what goes after "Merging would". Null when nothing would happen. */
function mergingText({ models }) {
    const said = models.filter((model) => model.outcome !== "blocked");
    const parts = said.slice(0, MOST_MODELS).map((model) => {
        const verb = model.outcome === "reverted" ? "bring back" : model.outcome === "exists" ? "keep" : "release";
        const name = `${clean(model.name, 80)}${model.version === null ? "" : ` ${clean(model.version, 60)}`}${merging_imageText(model)}${withUses(model)}`;
        const moves = model.environments.map(moveGoal).filter((goal) => goal !== "");
        return [`${verb} ${name}${moves.length === 0 ? "" : ` ${moves.join(", ")}`}`].join("");
    });
    if (said.length > parts.length)
        parts.push(`and ${said.length - parts.length} more`);
    return parts.length === 0 ? null : parts.join("; ");
}
/** Of each model whose image changes, or that comes back: what that means. */
function mergedLines({ merging }) {
    const told = (merging?.models ?? []).filter((model) => model.back !== undefined || model.preview !== undefined);
    const shown = told.slice(0, MOST_TOLD);
    return shown.flatMap(({ name, version, preview, back, environments }) => {
        const lines = [
            ...(back === undefined ? [] : backLines(version ?? "", back, environments)),
            ...(preview === undefined ? [] : [pullLine(preview)]),
        ];
        return shown.length === 1 ? lines : lines.map((line) => ({ ...line, about: `${clean(name, 80)}: ${line.about}` }));
    });
}
/** `A revert brings back v1.4.2 in about 5 s`. */
function revertText({ revert }) {
    if (revert === null)
        return null;
    return `A revert brings back ${clean(revert.version, 60)}${revert.seconds === null ? "" : ` in ${aboutText(revert.seconds)}`}`;
}
/** Which image: by its digest where it is there already, else where it would go. */
function merging_imageText({ to, digest, outcome }) {
    if (digest != null)
        return ` (${clean(shortDigest(digest), 40)}${to === undefined ? "" : ` in ${clean(to, 120)}`})`;
    return to === undefined || outcome === "blocked" ? "" : ` to ${clean(to, 120)}`;
}
function moveGoal(move) {
    const environment = clean(move.environment, 60);
    if (move.outcome === "kept")
        return "";
    if (move.outcome === "refused")
        return `but not → ${environment} (${clean(move.reason, 120)})`;
    if (move.outcome === "waits")
        return `→ ${environment} ${laterText(move.reason)}`;
    return `→ ${environment} now`;
}
/** `after 2 h healthy`, `by hand`, `later (on hold)`. */
function laterText(reason) {
    if (reason === "")
        return "later";
    if (reason.startsWith("by hand"))
        return "by hand";
    return reason.startsWith("after ") ? clean(reason, 120) : `later (${clean(reason, 120)})`;
}

;// CONCATENATED MODULE: ./build/report/words/metrics.js

/** How each metric is called: by its name, with the file in front where two files have it, by the file where it has no name. */
function metricNames(rows) {
    const files = new Map();
    for (const { file, name } of rows)
        files.set(name, (files.get(name) ?? new Set()).add(file));
    return ({ file, name }) => {
        if (name === "")
            return clean(file, 120);
        return clean((files.get(name)?.size ?? 0) > 1 ? `${file}:${name}` : name, 120);
    };
}
/** A metric moved when its value differs; NaN on both sides has not. */
function moved(row) {
    return (!Object.is(row.base, row.head) &&
        !(Number.isNaN(row.base) && Number.isNaN(row.head)) &&
        row.delta !== 0 &&
        row.delta !== 0n);
}

;// CONCATENATED MODULE: ./build/report/words/gates.js


/** `1 of 4 gates says no`, `1 of 4 gates is waived`, `all 4 gates passed`, `1 of 4 gates cannot be judged`. Empty without gates. */
function gatesHeadline(gates) {
    const waived = gates.filter((gate) => gate.waived !== undefined).length;
    const failed = gates.filter((gate) => gate.verdict === "failed").length - waived;
    const open = gates.filter((gate) => gate.verdict === "not-comparable").length;
    if (gates.length === 0)
        return "";
    if (failed > 0)
        return gates.length === 1
            ? "the gate says no"
            : `${failed} of ${gates.length} gates ${failed === 1 ? "says" : "say"} no`;
    if (waived > 0)
        return gates.length === 1
            ? "the gate is waived"
            : `${waived} of ${gates.length} gates ${waived === 1 ? "is" : "are"} waived`;
    if (open > 0)
        return gates.length === 1 ? "the gate cannot be judged" : `${open} of ${gates.length} gates cannot be judged`;
    if (gates.length === 2)
        return "both gates passed";
    return gates.length === 1 ? "the gate passed" : `all ${gates.length} gates passed`;
}
/** The limits of a gate as conditions: `≥ 0.900`, `Δ ≤ +10 %`. */
function limitText(gate) {
    return gate.limits.map((limit) => oneLimit(gate, limit)).join(", ");
}
function oneLimit(gate, limit) {
    const than = gate.better === "higher" ? "≥" : "≤";
    if (limit.kind === "floor")
        return `${than} ${(0,compare/* formatNumber */.ZV)(limit.limit, gate.head)}`;
    const sign = gate.better === "higher" ? "−" : "+";
    const { drop } = limit;
    if (drop === null)
        return "";
    if (drop.value === 0)
        return `Δ ${than} 0`;
    const amount = drop.kind === "share" ? (0,compare/* formatShare */.T1)(drop.value).slice(1) : (0,compare/* formatNumber */.ZV)(drop.value);
    return `Δ ${than} ${sign}${amount}`;
}
/** What to say beside a verdict: nothing where it simply passed. */
function verdictText(gate) {
    if (gate.verdict === "passed")
        return "";
    const { waived } = gate;
    if (waived === undefined)
        return clean(gate.why, 200);
    return `${clean(gate.why, 100)}, waived by ${clean(waived.by, 60)} until ${waived.until}: ${clean(waived.reason, 300)}`;
}
/** How much of what is allowed was used, of the limit that is nearest: `54 %`. Empty where a limit has no share. */
function usedText({ limits }) {
    const used = limits.flatMap((limit) => limit.used === null || limit.verdict === "not-comparable" ? [] : [limit.used]);
    if (used.length === 0)
        return "";
    const most = Math.max(...used);
    const percent = most <= 1 ? Math.floor(most * 100) : Math.ceil(most * 100);
    return percent > 99_999 ? "> 99,999 %" : `${(0,compare/* formatCount */.B4)(percent)} %`;
}
/** The change, as a share of the base where the gate's limit is one. */
function gateDelta(gate) {
    const share = gate.limits.some((limit) => limit.drop?.kind === "share");
    return (0,compare/* formatDelta */.CW)(gate.base, gate.head, share);
}
/** The metric that a gate is about, as metric rows name it. */
function gateKey({ file, metric }) {
    return { file, name: metric };
}

;// CONCATENATED MODULE: ./build/report/words/golden.js


/** Of each model that has golden requests, in the order of the report. */
function goldenTexts({ merging }) {
    return (merging?.models ?? []).flatMap(({ name, golden }) => golden == null ? [] : [{ model: name, says: goldenSays(golden), wrong: wrongOf(golden) }]);
}
/** `1 of 3 golden requests is answered otherwise`; empty where none is. */
function goldenHeadline({ merging }) {
    const asked = (merging?.models ?? []).flatMap(({ golden }) => golden?.asked ?? []);
    const wrong = asked.filter(({ ok }) => !ok).length;
    if (wrong === 0)
        return "";
    if (asked.length === 1)
        return "the golden request is answered otherwise";
    return `${wrong} of ${asked.length} golden requests ${wrong === 1 ? "is" : "are"} answered otherwise`;
}
/** Whether requests wait for somebody who may start the model. */
function isUnasked({ merging }) {
    return (merging?.models ?? []).some(({ golden }) => golden?.pending !== undefined);
}
function goldenSays(golden) {
    if (golden.pending !== undefined)
        return "not asked yet: that comes before a version is tagged";
    if (golden.notAsked !== null)
        return `not asked here: ${clean(golden.notAsked, 200)}`;
    const right = golden.asked.length - wrongOf(golden).length;
    return `${right} of ${(0,compare/* countOf */.pq)(golden.asked.length, "request")} answered as expected`;
}
function wrongOf({ asked }) {
    return asked.filter(({ ok }) => !ok);
}

;// CONCATENATED MODULE: ./build/report/words/pull.js






/** The answer, first and in a few words: the worst thing that is true. */
function pullHeadline(report) {
    return pull_failed(report) ?? pull_waits(report) ?? fine(report);
}
/** What was compared and how much work it was: each part one plain text. */
function pullFacts(report) {
    const { run, plan, diff } = report;
    const work = run === null ? planHeadline(plan) : runWork(run);
    const broken = run?.stages.some(({ outcome }) => outcome === "failed") ?? false;
    const same = diff !== null && !broken && diff.data.every((row) => row.change === "unchanged");
    const data = same ? "data unchanged" : "";
    return [work, data].filter((part) => part !== "");
}
/** How the base is called: `main, 3 behind`. */
function pull_baseText(report) {
    const { base } = report;
    if (base === null)
        return null;
    const behind = base.behind == null || base.behind === 0 ? "" : `, ${base.behind} behind`;
    return `${clean(base.name, 80)}${behind}`;
}
/** What the reader can do; our own advice where the flow has none. */
function nextSteps(report) {
    if (report.next.length > 0)
        return report.next;
    const { verdict } = pullHeadline(report);
    if (report.run?.stages.some((stage) => stage.outcome === "failed")) {
        return [{ text: "try it where you can look at it", command: "mainline run" }];
    }
    const blocking = report.gates.find((gate) => gate.verdict === "failed" && gate.waived === undefined);
    if (blocking !== undefined)
        return [{ text: "see what the gates say while you work on it", command: "mainline gate" }];
    if (goldenHeadline(report) !== "")
        return [GOLDEN_STEP];
    if (verdict === "waits" && report.notRun?.reason === "fork") {
        return [
            {
                text: `a maintainer who has read ${shortCommit(report.head.commit)} can push it to a branch of this repository`,
            },
        ];
    }
    return verdict === "planned" ? [{ text: "run it", command: "mainline run" }] : [];
}
/** Merging would not release it. */
const GOLDEN_STEP = {
    text: "ask it yourself; an answer that is right goes into the request's file",
    command: "mainline serve",
};
/** Why stale stages did not run, in a sentence. */
function notRunText({ notRun, head }) {
    if (notRun === null)
        return null;
    if (notRun.text !== null)
        return clean(notRun.text, 400);
    switch (notRun.reason) {
        case "fork":
            return `The code comes from a fork: nothing of it runs until somebody who may write here has read ${shortCommit(head.commit)}.`;
        case "untrusted":
            return "The author may not start runs here.";
        case "lookup":
            return "Only results that are known already count here, and these are not.";
        case "policy":
            return "The repository's rules keep it from running.";
        case "lost":
            return "The run ended and left no report of what it did.";
    }
}
function pull_failed(report) {
    const lies = report.disbelieved ?? [];
    if (lies.length > 0)
        return { verdict: "failed", title: disbeliefTitle(lies) };
    const broken = report.run?.stages.filter((stage) => stage.outcome === "failed") ?? [];
    if (broken.length > 0)
        return { verdict: "failed", title: `${list(broken.map((stage) => stage.address))} failed` };
    const blocked = report.plan.stages.filter((stage) => stage.action === "blocked");
    if (blocked.length > 0) {
        return { verdict: "failed", title: `${list(blocked.map((stage) => stage.address))} cannot run` };
    }
    if (report.notRun?.reason === "lost")
        return { verdict: "failed", title: lostTitle(report) };
    if (report.gates.some((gate) => gate.blocks))
        return { verdict: "failed", title: gatesHeadline(report.gates) };
    const otherwise = goldenHeadline(report);
    return otherwise === "" ? null : { verdict: "failed", title: otherwise };
}
const UNASKED = "golden requests were not asked";
function lostTitle(report) {
    const stale = staleCount(report);
    if (stale === 0 && isUnasked(report))
        return UNASKED;
    if (report.notRun?.text == null)
        return "the run left no report";
    return `${(0,compare/* countOf */.pq)(stale, "stage")} ${stale === 1 ? "is" : "are"} stale, and the run brought no result`;
}
function disbeliefTitle(lies) {
    const names = lies.flatMap(({ address }) => address ?? []);
    return names.length === 0 ? "the run's report is not believed" : `the run's report is not believed: ${list(names)}`;
}
/** What the run's report said that is not so, a sentence each. */
function disbeliefTexts({ disbelieved }) {
    return (disbelieved ?? []).map(({ address, why }) => address === null
        ? `The run's report is not believed: ${clean(why, 300)}.`
        : `The result that the run reports for ${clean(address, 100)} is not believed: ${clean(why, 300)}.`);
}
function pull_waits(report) {
    if (report.notRun === null)
        return null;
    const stale = staleCount(report);
    const verb = stale === 1 ? "is" : "are";
    return {
        verdict: "waits",
        title: stale === 0
            ? isUnasked(report)
                ? UNASKED
                : "nothing was run"
            : `${(0,compare/* countOf */.pq)(stale, "stage")} ${verb} stale and did not run`,
    };
}
function fine(report) {
    const back = report.merging?.models.filter((model) => model.outcome === "reverted") ?? [];
    if (back.length > 0) {
        return {
            verdict: "passed",
            title: `brings back ${list(back.map(({ name, version }) => `${name} ${version ?? ""}`))}`,
        };
    }
    const gates = gatesHeadline(report.gates);
    const stale = staleCount(report);
    if (report.run === null && stale > 0)
        return { verdict: "planned", title: `${(0,compare/* countOf */.pq)(stale, "stage")} would run` };
    if (report.base === null)
        return { verdict: "passed", title: firstRun(gates) };
    if (gates !== "")
        return { verdict: "passed", title: gates, ...(isOpen(report) ? { open: true } : {}) };
    const ran = report.run?.stages.filter((stage) => stage.outcome === "executed").length ?? 0;
    return { verdict: "passed", title: ran > 0 ? `${(0,compare/* countOf */.pq)(ran, "stage")} ran, no gates` : "nothing to run" };
}
function isOpen({ gates }) {
    return gates.some(({ verdict }) => verdict === "not-comparable") && !gates.some(({ waived }) => waived !== undefined);
}
/** Without a base, a gate that only compares has nothing to say; that is no doubt about this change. */
function firstRun(gates) {
    return gates.includes("passed") ? `first results, ${gates}` : "first results, nothing to compare with yet";
}
function staleCount({ plan }) {
    return plan.stages.filter((stage) => stage.action === "run" || stage.action === "maybe").length;
}
function list(names) {
    const shown = names.slice(0, 3).map((name) => clean(name, 60));
    const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
    return `${shown.join(", ")}${more}`;
}

;// CONCATENATED MODULE: ./build/report/words/table.js


const NAMED = 5;
/** `1,204 → 1,310 rows, 12 columns (+age, −zip)`. */
function tableText({ rows, columns }) {
    const parts = [movedCount(rows, "row"), movedCount(columns, "column")].filter((part) => part !== "");
    const names = [...named(columns.added, "+"), ...named(columns.removed, "−")];
    return `${parts.join(", ")}${names.length > 0 ? ` (${names.join(", ")})` : ""}`;
}
/** Whether there is anything to see in it. */
function tableMoved({ rows, columns }) {
    return (rows.base !== rows.head ||
        columns.base !== columns.head ||
        (columns.added ?? []).length + (columns.removed ?? []).length > 0);
}
function movedCount({ base, head }, one) {
    const now = head ?? base;
    if (now === null)
        return "";
    return base === null || head === null || base === head
        ? (0,compare/* countOf */.pq)(now, one)
        : `${(0,compare/* formatCount */.B4)(base)} → ${(0,compare/* countOf */.pq)(head, one)}`;
}
function named(names, sign) {
    const all = names ?? [];
    const shown = all.slice(0, NAMED).map((name) => `${sign}${clean(name, 40)}`);
    return all.length > NAMED ? [...shown, `${sign}${all.length - NAMED} more`] : shown;
}

;// CONCATENATED MODULE: ./build/report/words/data.js



/** `1,204 files added, 3 removed, 9 changed (+1.8 GiB)`, `new (312 MiB)`, `changed`. */
function dataText(row) {
    const size = row.bytes === undefined || row.bytes === 0 ? "" : ` (${row.bytes > 0 ? "+" : ""}${(0,compare/* formatBytes */.z3)(row.bytes)})`;
    if (row.change === "renamed")
        return `was ${clean(row.from ?? "elsewhere", 200)}`;
    return `${whatChanged(row)}${size}`;
}
function whatChanged(row) {
    const { table, change } = row;
    const said = row.files !== undefined && change !== "unchanged" ? data_filesText(row) : CHANGES[change];
    if (table === undefined)
        return said;
    // of one file, that its rows changed says that it did
    return change === "modified" && row.files === undefined && tableMoved(table)
        ? tableText(table)
        : `${said}, ${tableText(table)}`;
}
const CHANGES = {
    new: "new",
    modified: "changed",
    deleted: "removed",
    renamed: "renamed",
    unchanged: "unchanged",
};
/** The outputs among the rows: files below a directory are counted in the directory's own row. */
function outputRows(rows) {
    return rows.filter((row) => row.below === undefined && row.change !== "unchanged");
}
function data_filesText({ files, change }) {
    if (files === undefined)
        return "";
    if (change === "new")
        return `new, ${(0,compare/* countOf */.pq)(files.added, "file")}`;
    if (change === "deleted")
        return `removed, ${(0,compare/* countOf */.pq)(files.removed, "file")}`;
    const parts = [
        [files.added, "added"],
        [files.removed, "removed"],
        [files.changed, "changed"],
    ];
    const said = parts.filter(([count]) => count > 0);
    if (said.length === 0)
        return "changed";
    return said.map(([count, word], i) => `${i === 0 ? (0,compare/* countOf */.pq)(count, "file") : (0,compare/* formatCount */.B4)(count)} ${word}`).join(", ");
}

;// CONCATENATED MODULE: ./build/report/markdown/tables.js





/** A Markdown table; cells are Markdown already. `align` has a letter for each column: l, r. */
function tables_table(header, align, rows) {
    const rule = align.split("").map((letter) => (letter === "r" ? "---:" : ":---"));
    return [header, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
/** The gated metrics: base, head, change, limit, verdict. What failed comes first and is bold. Null without gates. */
function gateTable(report, limits) {
    const { gates } = report;
    if (gates.length === 0)
        return null;
    const nameOf = metricNames(gates.map(gateKey));
    const order = { failed: 0, "not-comparable": 1, passed: 2 };
    const shown = gates.toSorted((a, b) => order[a.verdict] - order[b.verdict]).slice(0, limits.gates);
    const shares = shown.some((gate) => usedText(gate) !== "");
    const rows = shown.map((gate) => {
        const failed = gate.verdict === "failed" && gate.waived === undefined;
        const used = usedText(gate);
        const value = leaf(gate.head, gate.base);
        const said = verdictText(gate);
        return [
            escape_name(nameOf(gateKey(gate)), limits.name),
            leaf(gate.base, gate.head),
            failed && gate.head !== null ? `**${value}**` : value,
            gateDelta(gate),
            limitText(gate),
            ...(shares ? [failed && isOver(gate) ? `**${used}**` : used] : []),
            `${gate.waived === undefined ? VERDICTS[gate.verdict] : WAIVED}${said === "" ? "" : ` ${prose(said, gate.waived === undefined ? 160 : 500)}`}`,
        ];
    });
    const header = ["Metric", baseName(report, limits), "this PR", "Δ", "limit", ...(shares ? ["used"] : []), ""];
    return [tables_table(header, shares ? "lrrrrrl" : "lrrrrl", rows), ...left(gates.length - shown.length, "gate")].join("\n\n");
}
function isOver({ limits }) {
    return limits.some(({ used, verdict }) => used !== null && verdict === "failed");
}
const WAIVED = "⚠️";
const VERDICTS = { passed: "✅", failed: "❌", "not-comparable": "⚪" };
/** Metrics that no gate looks at: those that moved, in full; of the others only their number is of interest. */
function metricTable(report, limits) {
    const rows = otherMetrics(report).filter(moved);
    if (rows.length === 0)
        return null;
    const nameOf = metricNames(report.diff?.metrics ?? []);
    const shown = rows.slice(0, limits.metrics);
    const apart = notComparable(report);
    const cells = shown.map((row) => [
        escape_name(nameOf(row), limits.name),
        leaf(row.base, row.head),
        leaf(row.head, row.base),
        apart.has(row.file) ? "not comparable" : (0,compare/* formatDelta */.CW)(row.base, row.head),
    ]);
    const header = ["Metric", baseName(report, limits), "this PR", "Δ"];
    const text = shown.length === 0 ? [] : [tables_table(header, "lrrr", cells)];
    return { table: [...text, ...left(rows.length - shown.length, "metric")].join("\n\n"), shown: shown.length };
}
/** Files whose numbers say nothing beside the base's. */
function notComparable({ comparability }) {
    const apart = (comparability ?? []).filter(({ verdict }) => verdict === "not-comparable");
    return new Set(apart.flatMap(({ files }) => files));
}
function otherMetrics(report) {
    // by file, then by name: a key of both can be so long that V8 hashes no more than its length
    const gated = Map.groupBy(report.gates, ({ file }) => file);
    const names = new Map([...gated].map(([file, gates]) => [file, new Set(gates.map(({ metric }) => metric))]));
    return (report.diff?.metrics ?? []).filter(({ file, name }) => names.get(file)?.has(name) !== true);
}
function changedParams(report) {
    return (report.diff?.params ?? []).filter((row) => !Object.is(row.base, row.head));
}
function paramTable(report, limits) {
    const rows = changedParams(report);
    if (rows.length === 0)
        return null;
    const nameOf = metricNames(rows);
    const shown = rows.slice(0, limits.params);
    const cells = shown.map((row) => [code(nameOf(row), limits.name, "cell"), exact(row.base), exact(row.head)]);
    const text = shown.length === 0 ? [] : [tables_table(["Parameter", baseName(report, limits), "this PR"], "lrr", cells)];
    return [...text, ...left(rows.length - shown.length, "parameter")].join("\n\n");
}
/** A line for each changed path, files below a directory counted. */
function dataLines(report, limits) {
    const rows = outputRows(report.diff?.data ?? []);
    const shown = rows
        .slice(0, limits.data)
        .map((row) => `${code(row.path, limits.name)}: ${prose(dataText(row), limits.name * 2)}`);
    return [...shown, ...left(rows.length - shown.length, "path")];
}
/** `… and 3 more metrics`, when there are. */
function left(count, what, many = `${what}s`) {
    return count > 0 ? [`… and ${(0,compare/* formatCount */.B4)(count)} more ${count === 1 ? what : many}`] : [];
}
function baseName(report, limits) {
    return report.base === null ? "base" : escape_name(report.base.name, Math.min(40, limits.name));
}
/** A measured value: numbers as they are, a text as code. */
function leaf(value, other) {
    return typeof value === "string" ? code(value, 40, "cell") : (0,compare/* formatNumber */.ZV)(value, other);
}
function exact(value) {
    return value === null ? "–" : code((0,compare/* formatExact */.Bo)(value), 60, "cell");
}

;// CONCATENATED MODULE: ./build/report/markdown/golden.js



/** What merging would release answers to requests whose answers are known: one line a model, and each answer that is otherwise. */
function goldenSection(report, limits) {
    const all = goldenTexts(report);
    if (all.length === 0)
        return null;
    // what is wrong comes first where not all of it is shown
    const texts = all.toSorted((a, b) => Number(b.wrong.length > 0) - Number(a.wrong.length > 0)).slice(0, limits.golden);
    const others = left(all.length - texts.length, "model with golden requests", "models with golden requests");
    const shown = texts.map(({ model, says, wrong }) => {
        const of = all.length === 1 ? "" : ` of ${escape_name(model, limits.name, "line")}`;
        const lines = wrong.slice(0, limits.warnings).flatMap(({ file, differences }) => {
            const shown = differences.slice(0, limits.reasons).map((each) => spoken(each, limits.name * 2));
            const more = left(differences.length - shown.length, "difference");
            return `- ❌ ${escape_name(file, limits.name, "line")}: ${[...shown, ...more].join("; ")}`;
        });
        const more = left(wrong.length - limits.warnings, "request").map((text) => `- ${text}`);
        const head = `**Golden requests**${of}: ${prose(says, 300)}.`;
        return [head, ...(lines.length === 0 ? [] : ["", ...lines, ...more])].join("\n");
    });
    return [...shown, ...others].join("\n\n");
}

;// CONCATENATED MODULE: ./build/report/words/sparkline.js
const BARS = "▁▂▃▄▅▆▇█";
/** Values as a line of bars, the least and the largest at its ends; all the same where nothing changes. */
function sparkline(values) {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return values
        .map((value) => {
        const share = most > least ? (value - least) / (most - least) : 0.5;
        return BARS[Math.min(BARS.length - 1, Math.floor(share * BARS.length))];
    })
        .join("");
}

;// CONCATENATED MODULE: ./build/report/markdown/mermaid.js

/** Mermaid knows no exponents, and draws nothing well that needs one. */
const LARGEST = 1e12;
const SMALLEST = 1e-6;
/** The first of Mermaid's own colours can hardly be seen on white; this one can on both grounds. */
const COLOUR = `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#0969da"}}}}%%`;
/** A line chart in GitHub's Mermaid; null where its numbers cannot be drawn. */
function lineChart({ title, labels, values }) {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const size = Math.max(Math.abs(least), Math.abs(most));
    if (!Number.isFinite(size) || size > LARGEST || (size > 0 && size < SMALLEST))
        return null;
    const margin = most > least ? (most - least) * 0.05 : Math.max(size * 0.05, SMALLEST);
    const decimals = Math.max(0, Math.min(12, 4 - Math.floor(Math.log10(most > least ? most - least : margin))));
    const number = (value) => value.toFixed(decimals);
    return [
        "```mermaid",
        COLOUR,
        "xychart-beta",
        `  title "${label(title)}"`,
        `  x-axis [${labels.map((text) => `"${label(text)}"`).join(", ")}]`,
        `  y-axis ${number(least - margin)} --> ${number(most + margin)}`,
        `  line [${values.map(number).join(", ")}]`,
        "```",
    ].join("\n");
}
/** Letters, digits and little else: no quote to end it, no directive, no entity, no markup. */
function label(text) {
    return (clean(text, 60)
        .replace(/[^\p{L}\p{N} _.:/()=+-]/gu, "·")
        .trim() || "·");
}

;// CONCATENATED MODULE: ./build/report/markdown/history.js







/** Metrics that get a column of the table; beyond them it is too wide to read. */
const MOST_COLUMNS = 6;
/** What the metrics were on the base branch: a line of bars each, and folded charts and numbers. Null where nothing is known. */
function historySection({ history = [], base }, limits) {
    const shown = history.slice(0, Math.min(MOST_COLUMNS, limits.history));
    if (shown.length === 0)
        return null;
    const nameOf = metricNames(history);
    const bars = shown.map((each) => `${escape_name(nameOf(each), limits.name)} ${sparkline(valuesOf(each))}`);
    const line = lineOf(shown);
    const charts = shown.slice(0, limits.charts).flatMap((each) => chartOf(each, nameOf(each), line) ?? []);
    const bold = `**History** of ${prose(base?.name ?? "the base", 60)}, ${(0,compare/* countOf */.pq)(line.length, "change")}, then this PR: ${bars.join(" · ")}`;
    const what = charts.length > 0 ? "Charts and numbers" : "Numbers";
    const inside = [...charts, numbers(shown, nameOf, limits)].join("\n\n");
    return `${bold}\n\n<details><summary>${what}</summary>\n\n${inside}\n\n</details>`;
}
/** Those of the base branch, then the pull request's. */
function valuesOf({ points, head }) {
    return [...points.map(({ value }) => value), ...(head === null ? [] : [head])];
}
/** Ids of commits would run into each other: the changes are numbered, as in the table. */
function chartOf(history, title, line) {
    const labels = [
        ...history.points.map(({ commit }) => String(line.indexOf(commit) + 1)),
        ...(history.head === null ? [] : ["PR"]),
    ];
    return lineChart({ title, labels, values: valuesOf(history) });
}
/** The newest first. */
function numbers(shown, nameOf, limits) {
    const commits = lineOf(shown);
    const header = ["", "Change", ...shown.map((each) => escape_name(nameOf(each), limits.name))];
    const head = ["PR", "", ...shown.map(({ head: value }) => (0,compare/* formatNumber */.ZV)(value))];
    const rows = commits.map((commit, i) => {
        const values = shown.map(({ points }) => points.find((point) => point.commit === commit)?.value ?? null);
        const id = shortCommit(commit).replace(/[^0-9a-zA-Z]/g, "");
        return [String(i + 1), `\`${id}\``, ...values.map((value) => (0,compare/* formatNumber */.ZV)(value))];
    });
    return tables_table(header, `rl${"r".repeat(shown.length)}`, [head, ...rows.toReversed()]);
}
/** The changes of all of them, oldest first: a metric that came later lacks the first ones. */
function lineOf(shown) {
    const longest = shown.reduce((a, b) => (b.points.length > a.points.length ? b : a));
    return longest.points.map(({ commit }) => commit);
}

;// CONCATENATED MODULE: ./build/report/markdown/stage-times.js

/** What stages took, beside what was expected of them where earlier runs told it; each column only where it says something. */
function timeColumns(stages, ran) {
    const expected = (stage) => {
        const runs = ran.get(stage.address)?.outcome === "executed" || stage.action === "run" || stage.action === "maybe";
        return runs && stage.seconds !== undefined ? (0,compare/* formatSeconds */.Xo)(stage.seconds) : "";
    };
    const took = ({ address }) => {
        const result = ran.get(address);
        return result?.outcome === "executed" ? (0,compare/* formatSeconds */.Xo)(result.seconds) : "";
    };
    const columns = [
        { title: "Expected", cell: expected },
        { title: "Took", cell: took },
    ].filter(({ cell }) => stages.some((stage) => cell(stage) !== ""));
    return {
        header: columns.map(({ title }) => title),
        align: "r".repeat(columns.length),
        cells: (stage) => columns.map(({ cell }) => cell(stage)),
    };
}

;// CONCATENATED MODULE: ./build/report/markdown/sections.js















const VERDICT_MARKS = {
    passed: "✅",
    failed: "❌",
    waits: "⏸️",
    planned: "🔵",
};
/** No tick where nothing says no, but something could not be judged. */
function markOf({ verdict, open }) {
    return open === true ? "⚪" : VERDICT_MARKS[verdict];
}
/** The report without its heading, part by part in the order of reading. Each part is whole Markdown. */
function sections(report, limits) {
    return [
        factsLine(report),
        warningBlock(report, limits),
        comparabilityBlock(report, limits),
        gateTable(report, limits),
        goldenSection(report, limits),
        failureBlock(report, limits),
        metricSection(report, limits),
        historySection(report, limits),
        dataSection(report, limits),
        mergingSection(report, limits),
        paramSection(report, limits),
        stageSection(report, limits),
        baselineSection(report),
        nextSection(report, limits),
    ]
        .filter((part) => part !== null && part !== "")
        .map(String);
}
/** `## ❌ Mainline: 1 of 4 gates says no`. */
function heading(report) {
    const headline = pullHeadline(report);
    const { title } = headline;
    return `## ${markOf(headline)} Mainline: ${prose(title, 200)}`;
}
function factsLine(report) {
    const { base, head, links } = report;
    const from = base === null ? "no base yet" : `\`${shortHex(base.commit)}\` (${prose(pull_baseText(report) ?? "", 100)})`;
    const facts = [`${from} → \`${shortHex(head.commit)}\``, ...pullFacts(report).map((fact) => prose(fact, 200))];
    if (links.run !== undefined)
        facts.push(escape_link("run", links.run));
    if (links.report !== undefined)
        facts.push(escape_link("report", links.report));
    return facts.join(" · ");
}
function shortHex(commit) {
    return shortCommit(commit).replace(/[^0-9a-zA-Z]/g, "");
}
function warningBlock(report, limits) {
    const notRun = notRunText(report);
    const shown = report.warnings.slice(0, limits.warnings).map((warning) => spoken(warning, limits.name * 3));
    const more = left(report.warnings.length - shown.length, "warning");
    const lies = disbeliefTexts(report);
    const told = [...lies.slice(0, limits.warnings), ...(notRun === null ? [] : [notRun])].map((line) => spoken(line));
    const lines = [...told, ...left(lies.length - limits.warnings, "other result"), ...shown, ...more];
    return lines.length === 0 ? null : lines.map((line) => `> ⚠️ ${line}`).join("\n>\n");
}
/** Before any number: which of them say less than they seem to, and the files that are to blame. */
function comparabilityBlock(report, limits) {
    const texts = comparabilityTexts(report);
    const lines = texts.slice(0, limits.warnings).map(({ says, changes }) => {
        const shown = changes.slice(0, limits.reasons).map((change) => `> - ${prose(change, limits.name * 2)}`);
        const more = left(changes.length - shown.length, "change").map((text) => `> - ${text}`);
        return [`> ⚖️ **${prose(says, limits.name * 3)}**`, ">", ...shown, ...more].join("\n");
    });
    const rest = left(texts.length - lines.length, "stage that measures", "stages that measure");
    return lines.length === 0 ? null : [...lines, ...rest.map((text) => `> ${text}`)].join("\n>\n");
}
function failureBlock(report, limits) {
    const failed = (report.run?.stages ?? []).filter((stage) => stage.outcome === "failed");
    if (failed.length === 0)
        return null;
    const budget = Math.floor(limits.tail / Math.min(failed.length, 3));
    return failed
        .slice(0, 3)
        .map((stage) => oneFailure(stage, budget, limits))
        .join("\n\n");
}
function oneFailure(stage, budget, limits) {
    const head = `**${escape_name(stage.address, limits.name, "line")}** ${spoken(outcomeText(stage), limits.name * 3)}`;
    const tail = stage.tail?.trim() ?? "";
    if (tail === "" || budget < 80)
        return head;
    return `${head}\n\n${fence(lastLines(stage.tail ?? "", budget), budget)}`;
}
function lastLines(text, budget) {
    const lines = text.trimEnd().split("\n");
    const kept = [];
    let size = 0;
    for (const line of lines.toReversed()) {
        size += line.length + 1;
        if (size > budget || kept.length === 40)
            break;
        kept.unshift(line);
    }
    return kept.join("\n");
}
/** Open where no gate has a table of its own; folded behind the gates. */
function metricSection(report, limits) {
    const others = otherMetrics(report);
    const metrics = metricTable(report, limits);
    if (metrics === null)
        return null;
    const count = others.filter(moved).length;
    if (report.gates.length === 0 && metrics.shown > 0 && metrics.shown <= 10)
        return metrics.table;
    const total = others.length > count
        ? `${(0,compare/* countOf */.pq)(others.length, report.gates.length > 0 ? "more metric" : "metric")}, ${report.gates.length > 0 ? "none gated, " : ""}${count} moved`
        : `${(0,compare/* countOf */.pq)(count, report.gates.length > 0 ? "more metric" : "metric")} moved${report.gates.length > 0 ? ", none gated" : ""}`;
    return metrics.shown === 0 ? `${total}.` : fold(total, metrics.table);
}
function dataSection(report, limits) {
    const [first, ...more] = dataLines(report, limits);
    if (first === undefined)
        return null;
    if (more.length === 0)
        return `**Data** ${first}`;
    return `**Data**\n\n${[first, ...more].map((line) => `- ${line}`).join("\n")}`;
}
function mergingSection({ merging }, limits) {
    if (merging === null)
        return null;
    const goal = mergingText(merging);
    const revert = revertText(merging);
    const said = [
        goal === null ? null : `**Merging would** ${prose(goal, 600)}.`,
        revert === null ? null : `${prose(revert, 200)}.`,
    ];
    const back = mergedLines({ merging }).map(({ about, says }) => `- **${prose(about, limits.name)}:** ${spoken(says, limits.name * 4)}.`);
    return [said.filter((part) => part !== null).join(" "), back.join("\n")].filter((part) => part !== "").join("\n\n");
}
function paramSection(report, limits) {
    const params = paramTable(report, limits);
    return params === null ? null : fold(`${(0,compare/* countOf */.pq)(changedParams(report).length, "parameter")} changed`, params);
}
/** Stages that were anything but up to date, with the reason and the time. */
function stageSection(report, limits) {
    const ran = new Map((report.run?.stages ?? []).map((stage) => [stage.address, stage]));
    const stale = report.plan.stages.filter((stage) => stage.action !== "none" || !isQuiet(ran.get(stage.address)));
    if (stale.length === 0)
        return null;
    const shown = stale.slice(0, limits.stages);
    const times = timeColumns(shown, ran);
    const rows = shown.map((stage) => {
        const result = ran.get(stage.address);
        return [
            escape_name(stage.address, limits.name),
            stateText(stage, result),
            reasonCell(stage, result !== undefined, limits),
            ...times.cells(stage),
        ];
    });
    const quiet = report.plan.stages.length - stale.length;
    const rest = quiet > 0 ? [`${(0,compare/* countOf */.pq)(quiet, "other stage")} up to date.`] : [];
    return fold(stageTitle(report, stale), [
        tables_table(["Stage", "", "Why", ...times.header], `lll${times.align}`, rows),
        ...left(stale.length - shown.length, "stage"),
        ...rest,
    ].join("\n\n"));
}
function stageTitle({ run }, shown) {
    if (run !== null)
        return "Stages: why each ran";
    const known = shown.every(({ action }) => action === "restore");
    return known ? "Stages: why each differs, and is known already" : "Stages: why each is stale";
}
function isQuiet(stage) {
    return stage === undefined || stage.outcome === "unchanged" || stage.outcome === "frozen";
}
const ACTIONS = {
    none: "up to date",
    restore: "known",
    run: "stale",
    maybe: "may follow",
    frozen: "frozen",
    blocked: "cannot run",
};
function stateText(stage, result) {
    if (result === undefined)
        return ACTIONS[stage.action];
    return result.outcome === "failed" ? "❌ failed" : prose(outcomeText(result), 120);
}
/** Once a stage ran, what the plan expected of it is no news. */
function reasonCell(stage, done, limits) {
    const reasons = done ? stage.why.slice(0, limits.reasons).map(whyText) : reasonsOf(stage);
    const count = done ? stage.why.length : reasons.length;
    const shown = reasons.slice(0, limits.reasons).map((reason) => prose(reason, limits.name + 60));
    return [...shown, ...left(count - shown.length, "reason")].join("<br>");
}
/** Folded: of interest to who doubts the numbers. */
function baselineSection(report) {
    const texts = baselineTexts(report);
    return texts.length === 0 ? null : fold("Why this baseline", texts.map((text) => prose(text, 300)).join(" "));
}
function nextSection(report, limits) {
    const steps = nextSteps(report).slice(0, 5);
    if (steps.length === 0)
        return null;
    const said = steps.map((step) => {
        const command = step.command === undefined ? "" : `: ${code(step.command, limits.name * 3)}`;
        return `${prose(step.text, limits.name * 3)}${command}`;
    });
    return said.length === 1 ? `**Next:** ${said[0]}` : `**Next:**\n\n${said.map((line) => `- ${line}`).join("\n")}`;
}
/** Folded Markdown; the blank lines are what makes it Markdown. */
function fold(title, content) {
    return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

;// CONCATENATED MODULE: ./build/report/markdown/comment.js



/** By this line, and by its author, a comment is known as ours. Nothing is ever read out of a comment. */
const COMMENT_MARKER = "<!-- mainline report -->";
/** Bytes of UTF-8 that a comment may have: safe on every reading of GitHub's limit (65,536 characters to 262,144 bytes). */
const COMMENT_BYTES = 60_000;
/** 1 MiB for each step, less a reserve for what others write into the same summary. */
const JOB_SUMMARY_BYTES = 1_000_000;
/** The pull request's comment, marker included. The same report gives the same text. */
function renderComment(report) {
    return fitted(report, COMMENT_BYTES, (parts) => `${COMMENT_MARKER}\n${parts.join("\n\n")}\n`);
}
/** The job summary: the comment's words, with more room. */
function renderJobSummary(report) {
    const whole = `${[heading(report), ...sections(report, ROOMY)].join("\n\n")}\n`;
    return byteLength(whole) <= JOB_SUMMARY_BYTES
        ? whole
        : fitted(report, JOB_SUMMARY_BYTES, (parts) => `${parts.join("\n\n")}\n`);
}
/** The fullest text that fits. What is left out is said, and where the rest is. */
function fitted(report, bytes, frame) {
    for (const [step, limits] of STEPS.entries()) {
        const note = step === 0 ? [] : [shortenedNote(report)];
        const text = frame([heading(report), ...sections(report, limits), ...note]);
        if (byteLength(text) <= bytes)
            return text;
    }
    return frame([heading(report), shortenedNote(report)]);
}
function shortenedNote({ links }) {
    return `<sub>Shortened to fit; ${escape_link("the job's summary", links.summary ?? links.run)} has the rest.</sub>`;
}

;// CONCATENATED MODULE: ./build/report/markdown/block.js

/**
 * The pull request's comment with a block of its own at the top, in place of an earlier one of the name. The next report
 * writes the comment anew, and the block goes with it. `body` null: there was no comment yet.
 */
function withBlock(body, name, lines) {
    const [begin, end] = [`<!-- mainline ${name} -->`, `<!-- /mainline ${name} -->`];
    const [marker = "", ...rest] = without(body ?? `${COMMENT_MARKER}\n`, begin, end).split("\n");
    return [marker, begin, ...lines, end, "", ...rest].join("\n");
}
function without(body, begin, end) {
    const lines = body.split(/\r?\n/);
    const [from, to] = [lines.indexOf(begin), lines.indexOf(end)];
    return from < 0 || to < from ? lines.join("\n") : [...lines.slice(0, from), ...lines.slice(to + 2)].join("\n");
}

;// CONCATENATED MODULE: ./build/report/markdown/answer.js



const ALERTS = { done: "NOTE", refused: "WARNING", unclear: "TIP" };
const MOST_LETTERS = 10_000;
/** The pull request's comment with the answer at its top. */
function withAnswer(body, { command, by, kind, said, text }) {
    const head = `> ${code(command, 200)} by ${code(by, 60)}: ${spoken(said.slice(0, 600))}`;
    const more = text === null ? [] : fence(cleanLines(text, MOST_LETTERS), MOST_LETTERS).split("\n");
    return withBlock(body, "answer", [
        `> [!${ALERTS[kind]}]`,
        head,
        ...(more.length === 0 ? [] : [">", ...more.map((line) => `> ${line}`)]),
    ]);
}

;// CONCATENATED MODULE: ./build/report/markdown/check.js











const SUMMARY_BYTES = 65_000;
const MOST_ANNOTATIONS = 50;
/** A required check must not turn green for what was not run: `waits` asks for somebody, and only a verdict passes. */
const CONCLUSIONS = {
    passed: "success",
    failed: "failure",
    waits: "action_required",
    planned: "neutral",
};
function conclusionOf(verdict) {
    return CONCLUSIONS[verdict];
}
/** The check run of a report: the comment's words. */
function renderCheck(report) {
    const { verdict, title } = pullHeadline(report);
    return {
        conclusion: CONCLUSIONS[verdict],
        title: clean(capital(title), 200),
        summary: fitted(report, SUMMARY_BYTES, ([, ...parts]) => `${parts.join("\n\n")}\n`),
        annotations: reportAnnotations(report).slice(0, MOST_ANNOTATIONS),
    };
}
/** The check run of a failure: what, where, what next. */
function renderFailureCheck(failure) {
    const all = allFailures(failure);
    const blocks = all.slice(0, 20).map(failureMarkdown);
    const more = all.length > 20 ? [`… and ${all.length - 20} more`] : [];
    const summary = [...blocks, ...more].join("\n\n");
    return {
        conclusion: "failure",
        title: clean(all.length > 1 ? `${all.length} mistakes: ${failure.message}` : capital(failure.message), 200),
        summary: byteLength(summary) <= SUMMARY_BYTES ? summary : (blocks[0] ?? ""),
        annotations: all.flatMap(failureAnnotation).slice(0, MOST_ANNOTATIONS),
    };
}
/** Failures with a place, as marks in the files' own view. */
function failureAnnotations(failure) {
    return allFailures(failure).flatMap(failureAnnotation).slice(0, MOST_ANNOTATIONS);
}
/** What failed, at its line: a stage at its command, a gate at the change that it says no to, a golden request in its file. */
function reportAnnotations(report) {
    return [...stageAnnotations(report), ...gateAnnotations(report), ...goldenAnnotations(report)];
}
function gateAnnotations({ gates, plan }) {
    const nameOf = metricNames(gates.map(gateKey));
    return gates.flatMap((gate) => {
        if (!gate.blocks || gate.cause === undefined)
            return [];
        const { file, line } = gate.cause;
        const title = `${nameOf(gateKey(gate))}: the gate says no`;
        return [annotation({ file: (0,kernel/* joinPath */.uJ)(plan.root, file), line, title, message: gateText(gate) })];
    });
}
/** `0.90 → 0.20: below the floor 0.50`, and below it the parameter that changed. */
function gateText({ base, head, why, cause }) {
    const values = base === null ? (0,compare/* formatNumber */.ZV)(head) : `${(0,compare/* formatNumber */.ZV)(base, head)} → ${(0,compare/* formatNumber */.ZV)(head, base)}`;
    const said = `${clean(values, 100)}: ${why}`;
    if (cause?.parameter === undefined)
        return said;
    const { name, base: old, head: now } = cause.parameter;
    return `${said}\n${name}: ${old === null ? "new" : (0,compare/* formatExact */.Bo)(old)} → ${(0,compare/* formatExact */.Bo)(now)} changed here`;
}
function stageAnnotations(report) {
    return (report.run?.stages ?? []).flatMap((stage) => {
        if (stage.outcome !== "failed" || stage.file === undefined)
            return [];
        const title = `${clean(stage.address, 100)} failed`;
        const file = (0,kernel/* joinPath */.uJ)(report.plan.root, stage.file);
        return [annotation({ file, line: stage.line ?? 1, title, message: outcomeText(stage) })];
    });
}
function goldenAnnotations(report) {
    return goldenTexts(report).flatMap(({ model, wrong }) => wrong.map(({ file, differences }) => annotation({
        file: (0,kernel/* joinPath */.uJ)(report.plan.root, file),
        line: 1,
        title: `${clean(model, 100)} answers this otherwise`,
        message: differences.join("\n"),
    })));
}
/** The same of a failure's document. */
function errorAnnotations(error) {
    return [error, ...error.others].flatMap(({ file, line, message, hint }) => {
        if (file === null)
            return [];
        const text = hint === null ? message : `${message}\n${hint}`;
        return [annotation({ file, line: line ?? 1, title: "Mainline", message: text })];
    });
}
function failureAnnotation({ message, details }) {
    const { at, hint } = details;
    if (at === undefined)
        return [];
    const text = hint === undefined ? message : `${message}\n${hint}`;
    return [annotation({ file: at.file, line: at.line ?? 1, title: "Mainline", message: text })];
}
function annotation(mark) {
    return {
        path: clean(mark.file, 1000),
        startLine: mark.line,
        endLine: mark.line,
        level: "failure",
        title: clean(mark.title, 200),
        message: cleanLines(mark.message, 4000),
    };
}
function failureMarkdown({ message, details }) {
    const { at, excerpt, hint } = details;
    const parts = at === undefined ? [] : [at.file, at.line, at.column].filter((part) => part !== undefined);
    const place = parts.length === 0 ? "" : `${code(parts.join(":"), 300)} `;
    const shown = excerpt === undefined ? [] : [fence(excerpt, 1000)];
    return [`${place}${spoken(message, 1000)}`, ...shown, ...(hint === undefined ? [] : [spoken(hint, 1000)])].join("\n\n");
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/report/markdown/dashboard-limits.js
const DASHBOARD_STEPS = [
    { metrics: 2, more: 20, moves: 10, notes: 10, name: 80, words: 300, origins: true },
    { metrics: 2, more: 0, moves: 10, notes: 5, name: 60, words: 160, origins: true },
    { metrics: 2, more: 0, moves: 5, notes: 3, name: 40, words: 80, origins: false },
    { metrics: 0, more: 0, moves: 0, notes: 1, name: 30, words: 40, origins: false },
];

;// CONCATENATED MODULE: ./build/report/words/origin.js
/** A commit's subject without the pull request's number, where that is told beside it. */
function ownSubject({ subject, pull }) {
    if (subject == null)
        return "";
    if (pull == null)
        return subject;
    return subject.replace(new RegExp(` \\(#${pull}\\)$|^Merge pull request #${pull} from `), "");
}

;// CONCATENATED MODULE: ./build/report/markdown/dashboard-model.js







/** One model: its environments in a table, what they wait for and what holds them in lines below it. */
function dashboard_model_modelSection(model, setting) {
    const { limits, folded } = setting;
    const metrics = new Metrics(model.environments);
    const notes = [
        ...model.environments.flatMap((environment) => environmentNotes(environment, setting)),
        ...dashboard_model_rejections(model, limits),
        ...newest(model, limits),
    ];
    const heading = folded
        ? `<details><summary><b>${htmlProse(model.name, limits.name)}</b></summary>`
        : `### ${escape_name(model.name, limits.name, "line")}`;
    return [
        heading,
        ...(model.environments.length === 0 ? ["It has no environments."] : [environmentTable(model, setting, metrics)]),
        ...(notes.length === 0 ? [] : [notes.map((note) => `- ${note}`).join("\n")]),
        ...moreMetrics(model, metrics, limits),
        ...(folded ? ["</details>"] : []),
    ].join("\n\n");
}
function newest({ latest, environments }, { name: length }) {
    if (latest == null)
        return ["nothing is released yet"];
    if (environments.some(({ version }) => version === latest))
        return [];
    return [`the newest version, ${escape_name(latest, length, "line")}, is in no environment`];
}
/** What was measured of the versions that run, gated ones first, by metric and by environment. */
class Metrics {
    /** In the order of the first environment that has each. */
    all;
    nameOf;
    constructor(environments) {
        const found = new Map();
        for (const metric of environments.flatMap(({ metrics }) => metrics ?? [])) {
            const key = keyOf(metric);
            if (!found.has(key))
                found.set(key, metric);
        }
        const metrics = [...found.values()];
        this.all = [...metrics.filter(({ gated }) => gated), ...metrics.filter(({ gated }) => !gated)];
        this.nameOf = metricNames(this.all);
    }
    cell(environment, metric) {
        const found = environment.metrics?.find((each) => keyOf(each) === keyOf(metric));
        return found === undefined ? "" : dashboard_model_valueText(found.value);
    }
}
function keyOf({ file, name }) {
    return `${file}\0${name}`;
}
function dashboard_model_valueText(value) {
    return typeof value === "string" ? code(value, 30, "cell") : (0,compare/* formatNumber */.ZV)(value);
}
function environmentTable({ environments }, setting, metrics) {
    const { limits } = setting;
    const shown = metrics.all.slice(0, limits.metrics);
    const rows = environments.map((environment) => [
        `**${escape_name(environment.name, limits.name)}**`,
        versionCell(environment, limits),
        sinceCell(environment),
        originCell(environment, setting),
        ...shown.map((metric) => metrics.cell(environment, metric)),
    ]);
    const titles = shown.map((metric) => escape_name(metrics.nameOf(metric), limits.name));
    const header = ["Environment", "Version", "Since", unbroken("Made from"), ...titles];
    return tables_table(header, `llll${"r".repeat(shown.length)}`, rows);
}
function versionCell({ version, digest }, { name: length, origins }) {
    if (version === null)
        return "nothing yet";
    const said = `**${escape_name(shortCommit(version), length)}**`;
    return digest === null || !origins
        ? said
        : `${said}<br>${code(shortDigest(digest).replace(/^sha256:/, ""), 30, "cell")}`;
}
function sinceCell({ version, since, by }) {
    if (version === null)
        return "";
    const when = since === null ? "" : unbroken(momentText(since));
    return by == null ? when : `${when}<br>by ${prose(by, 60)}`;
}
/** The pull request that brought it, and what it was called. */
function originCell(environment, { url, limits }) {
    const { version, commit, pull } = environment;
    if (version === null || commit == null)
        return "";
    const shown = pull == null
        ? escape_link(code(shortCommit(commit), 20, "cell"), below(url, `commit/${commit}`))
        : escape_link(`#${pull}`, below(url, `pull/${pull}`));
    const words = limits.origins ? ownSubject(environment) : "";
    return words === "" ? shown : `${shown} ${prose(words, Math.min(60, limits.words))}`;
}
function below(url, path) {
    return url === null ? undefined : `${url}/${path}`;
}
function environmentNotes(environment, { now, limits }) {
    const about = `**${escape_name(environment.name, limits.name, "line")}**`;
    const { version, hold, frozen, auto, failed, waived = [] } = environment;
    const notes = [
        failed == null
            ? null
            : `❌ ${escape_name(failed.version, limits.name, "line")} failed in ${about} ${momentText(failed.at)}${because(failed.reason, limits)}`,
        auto === false ? "gets versions by hand: nothing comes there but by `promote`" : null,
        version === null || hold === null ? null : `⏸️ ${about} is on hold${held(hold, limits)}`,
        soakNote(environment, now, limits),
        frozen == null ? null : `${about} is frozen until ${prose(frozen.words, 60)}${because(frozen.reason, limits)}`,
        approvalNote(environment, limits),
        ...waived.slice(0, limits.notes).map((line) => `⚠️ ${about} has a waived gate: ${prose(line, limits.words)}`),
        ...left(waived.length - limits.notes, "waived gate"),
        backNote(environment, limits),
    ];
    return notes.filter((note) => note !== null).map((note) => (note.includes(about) ? note : `${about} ${note}`));
}
/** A person's hold says by whom, in the same words. */
function held(hold, { words }) {
    const [, by] = /^put on hold (by .*)$/s.exec(hold) ?? [];
    return by === undefined ? `: ${prose(hold, words)}` : ` ${prose(by, words)}`;
}
function because(reason, { words }) {
    return reason === null ? "" : `: ${prose(reason, words)}`;
}
/** How long it still stays before the next environment may have it. */
function soakNote({ soakSeconds, since, soaking }, now, limits) {
    if (soakSeconds == null || since === null)
        return null;
    const from = soaking == null ? since : soaking.since;
    const anew = soaking?.broken == null ? "" : `; begun anew: ${prose(soaking.broken, limits.words)}`;
    const asked = (0,compare/* formatSeconds */.Xo)(soakSeconds);
    if (from === null)
        return `soaks for ${asked}, which begin when it answers well${anew}`;
    const ends = Date.parse(from) + soakSeconds * 1000;
    if (Number.isNaN(ends))
        return `soaks for ${asked}${anew}`;
    if (ends <= Date.parse(now))
        return `has soaked for the ${asked} that the next environment asks for ✅`;
    return `soaks until ${momentText(new Date(ends).toISOString())} (${asked} in all${anew})`;
}
function approvalNote({ approvals }, limits) {
    if (approvals == null)
        return null;
    const given = approvals.by.map((login) => prose(login, 60)).join(", ");
    const count = `${approvals.by.length} of ${(0,compare/* countOf */.pq)(approvals.needed, "approval")} recorded`;
    return `would get ${escape_name(approvals.version, limits.name, "line")}, which has ${count}${given === "" ? "" : `: ${given}`}`;
}
function backNote({ version, rollback }, limits) {
    if (version === null)
        return null;
    if (rollback == null)
        return "has nothing to go back to";
    const back = `would go back to ${escape_name(rollback.version, limits.name, "line")}`;
    const place = rollback.inRegistry === false ? ", whose image is gone from the registry ❌" : "";
    return `${back}${place}: ${dashboard_model_rehearsal(rollback.rehearsed ?? null, limits)}`;
}
function dashboard_model_rehearsal(rehearsed, { words }) {
    if (rehearsed === null)
        return "never rehearsed";
    const { at, ok, started = true, says } = rehearsed;
    const when = momentText(at);
    if (ok && !started)
        return `its image was there ${when}, not started`;
    return ok ? `rehearsed ${when} ✅` : `❌ rehearsal failed ${when}${says === "" ? "" : `: ${prose(says, words)}`}`;
}
function dashboard_model_rejections({ rejected = [] }, limits) {
    const shown = rejected.slice(0, limits.notes).map(({ version, reason }) => {
        const words = prose(withoutSubject(reason, version), limits.words);
        return `❌ ${escape_name(version, limits.name, "line")} is rejected: ${words}`;
    });
    return [...shown, ...left(rejected.length - shown.length, "rejected version")];
}
/** Those that the table has no room for, folded. */
function moreMetrics({ environments }, metrics, limits) {
    const others = metrics.all.slice(limits.metrics);
    if (others.length === 0 || limits.more === 0)
        return [];
    const running = environments.filter(({ version }) => version !== null);
    const rows = others
        .slice(0, limits.more)
        .map((metric) => [
        escape_name(metrics.nameOf(metric), limits.name),
        ...running.map((environment) => metrics.cell(environment, metric)),
    ]);
    const header = ["Metric", ...running.map((environment) => escape_name(environment.name, limits.name))];
    const shown = tables_table(header, `l${"r".repeat(running.length)}`, rows);
    const rest = left(others.length - rows.length, "metric");
    return [
        [`<details><summary>${(0,compare/* countOf */.pq)(others.length, "more metric")}</summary>`, shown, ...rest, "</details>"].join("\n\n"),
    ];
}

;// CONCATENATED MODULE: ./build/report/markdown/dashboard-moves.js




/** What happened last, of all models, the newest first; none where nothing has. */
function movesSection(models, { moves, name: length, words }) {
    const all = models.flatMap((model) => model.timeline.map((entry) => ({ model: model.name, entry })));
    // the same second: as each model's own tags have it
    const shown = all.toSorted((a, b) => dashboard_moves_compare(b.entry.at, a.entry.at)).slice(0, moves);
    if (shown.length === 0)
        return [];
    const many = models.length > 1;
    const rows = shown.map(({ model, entry }) => [
        unbroken(momentText(entry.at)),
        ...(many ? [escape_name(model, length)] : []),
        HAPPENINGS[entry.kind],
        entry.environment === null ? "" : escape_name(entry.environment, length),
        versions(entry, length),
        prose(entry.by, 60),
        entry.reason === null ? "" : prose(entry.reason, words),
    ]);
    const header = ["When", ...(many ? ["Model"] : []), "What", "Environment", "Version", "By", "Why"];
    return [["### Last moves", tables_table(header, "l".repeat(header.length), rows)].join("\n\n")];
}
function versions({ version, from }, length) {
    const now = escape_name(shortCommit(version), length);
    return from === null || from === version ? now : `${escape_name(shortCommit(from), length)}\u00a0→ ${now}`;
}
function dashboard_moves_compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/report/markdown/dashboard.js








/** The dashboard issue's first line: by it, and by its author, it is known as ours. */
const DASHBOARD_MARKER = "<!-- mainline dashboard -->";
const DASHBOARD_TITLE = "Models in service";
/** So many models are shown unfolded: nobody has to scroll for long. */
const dashboard_FEW = 3;
/** Columns of the overview. */
const MOST_ENVIRONMENTS = 6;
/**
 * The dashboard issue's text, marker included: the board's document as Markdown, the fullest that fits. All times are said in
 * full, so that the same state gives the same text whenever it is asked.
 */
function renderDashboard(document, options) {
    for (const [step, limits] of DASHBOARD_STEPS.entries()) {
        const text = whole(document, options, { limits, shortened: step > 0 });
        if (byteLength(text) <= COMMENT_BYTES)
            return text;
    }
    let models = 256;
    while (models > 0 && byteLength(bare(document, options, models)) > COMMENT_BYTES)
        models >>= 1;
    return bare(document, options, models);
}
function whole(document, options, { limits, shortened }) {
    const { models, repository, at } = document;
    return framed([
        headline(document),
        ...(models.length > 1 ? [dashboard_overview(models, models.length, limits.name)] : []),
        ...models.map((model) => dashboard_model_modelSection(model, { url: repository.url, now: at, limits, folded: models.length > dashboard_FEW })),
        ...movesSection(models, limits),
        ...(shortened ? [SHORTENED] : []),
        ...footer(document, options),
    ]);
}
/** Where nothing else fits: versions alone, of as many models as there is room for. */
function bare(document, options, most) {
    const { models } = document;
    return framed([headline(document), dashboard_overview(models, most, 30), SHORTENED, ...footer(document, options)]);
}
function framed(parts) {
    return `${DASHBOARD_MARKER}\n${parts.join("\n\n")}\n`;
}
const SHORTENED = "<sub>Shortened to fit: `mainline status` and `mainline board --fetch` have the rest.</sub>";
/** `1 model in 2 environments of acme/churn · **1 on hold**`: what somebody should look at is said first. */
function headline({ models, repository }) {
    const where = escape_link(prose(repository.name, 120), repository.url ?? undefined);
    if (models.length === 0)
        return `Nothing is released yet in ${where}: no tag and no \`mainline.yaml\` names a model.`;
    const environments = models.flatMap((model) => model.environments);
    const tallies = [
        [count(environments, isHeld), "on hold"],
        [count(environments, ({ frozen }) => frozen != null), "frozen"],
        [count(environments, ({ approvals }) => lacksApproval(approvals)), "without enough approvals recorded"],
        [count(environments, ({ rollback }) => rollback?.rehearsed?.ok === false), "without a way back that works"],
    ];
    const found = tallies.filter(([many]) => many > 0).map(([many, words]) => `**${many} ${words}**`);
    const what = `${(0,compare/* countOf */.pq)(models.length, "model")} in ${(0,compare/* countOf */.pq)(environments.length, "environment")}`;
    return [`${what} of ${where}`, ...found].join(" · ");
}
function count(environments, counts) {
    return environments.filter(counts).length;
}
function isHeld({ version, hold }) {
    return version !== null && hold !== null;
}
function lacksApproval(approvals) {
    return approvals != null && approvals.by.length < approvals.needed;
}
/** A line for each model, a column for each environment. */
function dashboard_overview(models, most, length) {
    const environments = [...new Set(models.flatMap((model) => model.environments.map((each) => each.name)))];
    const columns = environments.slice(0, MOST_ENVIRONMENTS);
    const rows = models.slice(0, most).map((model) => [
        escape_name(model.name, length),
        ...columns.map((column) => dashboard_overviewCell(model.environments.find((each) => each.name === column), length)),
    ]);
    const header = ["Model", ...columns.map((column) => escape_name(column, length))];
    return [
        tables_table(header, "l".repeat(header.length), rows),
        ...left(models.length - rows.length, "model"),
        ...left(environments.length - columns.length, "environment"),
    ].join("\n\n");
}
function dashboard_overviewCell(environment, length) {
    if (environment === undefined)
        return "";
    if (environment.version === null)
        return unbroken("nothing yet");
    return `${escape_name(shortCommit(environment.version), length)}${isHeld(environment) ? "\u00a0⏸️" : ""}`;
}
/** How to move something from here, and what this issue is. */
function footer({ models }, { prefix }) {
    const which = models.length > 1 ? " model=NAME" : "";
    const said = (words) => `\`${prefix} ${words}${which}\``;
    return [
        [
            "---",
            `**To move a version**, write below any pull request: ${said("promote ENVIRONMENT")}, ${said("rollback ENVIRONMENT")}, ${said("hold ENVIRONMENT")} or ${said("approve ENVIRONMENT")}; \`${prefix} help\` lists them all. Or start the workflow “Mainline command” by hand.`,
            "<sub>Kept up to date by Mainline from the repository’s tags: what is written here by hand is lost. Times are UTC. Close this issue to have it left alone.</sub>",
        ].join("\n\n"),
    ];
}

;// CONCATENATED MODULE: ./build/report/words/live.js


function liveText({ stages }, live, now = live.at) {
    const due = stages.filter(({ action }) => action === "run" || action === "maybe");
    const byAddress = new Map(due.map((stage) => [stage.address, stage]));
    const running = live.running.flatMap(({ address, since }) => {
        const stage = byAddress.get(address);
        return stage === undefined ? [] : [{ stage, since, spent: secondsBetween(since, now) }];
    });
    const busy = new Set(running.map(({ stage }) => stage));
    const over = new Set(live.done);
    const done = due.filter((stage) => over.has(stage.address) && !busy.has(stage));
    const waiting = due.filter((stage) => !over.has(stage.address) && !busy.has(stage));
    return {
        running: running
            .toSorted((a, b) => b.spent - a.spent)
            .map(({ stage, since, spent }) => ({ address: stage.address, words: stageWords(stage, { since, spent }) })),
        done: `${done.length} of ${(0,compare/* countOf */.pq)(due.length, "stage")} done${waiting.length > 0 ? `, ${waiting.length} ${waiting.length === 1 ? "waits" : "wait"}` : ""}`,
        left: leftText(running, waiting),
    };
}
/** The check's title: `train runs, about 14 min left`. */
function liveTitle(plan, live) {
    const { running, done, left } = liveText(plan, live);
    const [first, ...more] = running;
    const who = first === undefined
        ? `It runs: ${done}`
        : `${clean(first.address, 80)}${more.length > 0 ? ` and ${more.length} more run` : " runs"}`;
    return `${who}${left === "" ? "" : `, ${left}`}`;
}
/** One line for a log, the same as long as there is nothing new; null before anything has begun. */
function liveWords(plan, live) {
    const { running, done, left } = liveText(plan, live);
    if (running.length === 0 && live.done.length === 0)
        return null;
    const shown = running.slice(0, 5).map(({ address, words }) => `${clean(address, 80)} runs ${words}`);
    const more = running.length > shown.length ? [`${running.length - shown.length} more run`] : [];
    return [...shown, ...more, done, ...(left === "" ? [] : [left])].join("; ");
}
/** `since 10:42 UTC (last runs: 12–17 min)`. */
function stageWords({ range, seconds }, { since, spent }) {
    const clock = `since ${since.slice(11, 16)} UTC`;
    if (seconds === undefined)
        return `${clock}, for the first time that is known of`;
    const longest = range?.[1] ?? seconds;
    return spent > longest * 1.1 + 30
        ? `${clock}, longer than its last runs (${(0,compare/* formatSeconds */.Xo)(longest)})`
        : `${clock} (${(0,compare/* formatSeconds */.Xo)(seconds)} when it last ran)`;
}
function leftText(running, waiting) {
    const stages = [...running.map(({ stage }) => stage), ...waiting];
    const known = stages.filter(({ seconds }) => seconds !== undefined);
    if (known.length === 0)
        return "";
    const rest = Math.max(0, ...running.map(({ stage, spent }) => (stage.seconds ?? 0) - spent));
    const left = rest + waiting.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
    const late = running.some(({ stage, spent }) => stage.seconds !== undefined && spent > stage.seconds);
    if (late && left === 0)
        return "";
    return `${late || known.length < stages.length ? "at least" : "about"} ${coarse(left)} left`;
}
/** Rounded so that it stays true for a while: told anew each minute at the end, each quarter of an hour before. */
function coarse(seconds) {
    if (seconds < 60)
        return "a minute";
    const step = seconds < 600 ? 60 : seconds < 3600 ? 300 : 900;
    return (0,compare/* formatSeconds */.Xo)(Math.ceil(seconds / step) * step);
}
function secondsBetween(from, to) {
    return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}

;// CONCATENATED MODULE: ./build/report/markdown/live.js



const SHOWN = 5;
const live_SUMMARY_BYTES = 65_000;
/** The plan's text, with what runs now at its top. */
function withProgress(body, plan, shown) {
    return withBlock(body, "progress", progressLines(plan, shown));
}
/** The same before a check's summary; in its place where both are too long for one. */
function summaryWithProgress(summary, plan, shown) {
    const block = progressLines(plan, shown).join("\n");
    const whole = `${block}\n\n${summary}`;
    return byteLength(whole) <= live_SUMMARY_BYTES ? whole : block;
}
function progressLines(plan, { live, askAnew }) {
    const { running, done, left } = liveText(plan, live);
    const lines = running
        .slice(0, SHOWN)
        .map(({ address, words }) => `> ${code(address, 100)} runs ${prose(words, 200)}`);
    const more = running.length > SHOWN ? [`> … and ${running.length - SHOWN} more`] : [];
    const rest = `> ${[done, left].filter((part) => part !== "").join(", ")}`;
    const when = askAnew === null
        ? []
        : [`> <sub>As the run told at ${live.at.slice(11, 16)} UTC; ${code(askAnew)} asks anew.</sub>`];
    return ["> [!NOTE]", ...[...lines, ...more, rest, ...when].flatMap((line, i) => (i === 0 ? [line] : [">", line]))];
}

;// CONCATENATED MODULE: ./build/report/markdown/offer.js


const offer_SHOWN = 5;
/**
 * The pull request's comment with the offer in it, in place of an earlier one. The next report writes the comment anew,
 * and with it goes the offer: by then the branch has changed. `body` null: there was no comment yet.
 */
function withOffer(body, offer) {
    return withBlock(body, "merge", offerLines(offer));
}
function offerLines({ base, paths, ref }) {
    const shown = paths.slice(0, offer_SHOWN).map((path) => code(path));
    const more = paths.length > offer_SHOWN ? ` and ${paths.length - offer_SHOWN} more` : "";
    const verb = paths.length === 1 ? "conflicts" : "conflict";
    const recipe = `\`mainline init\` once, then ${code(`git pull --no-rebase origin ${base}`)}`;
    return [
        "> [!TIP]",
        `> **The conflict with ${code(base)} is only one of lines.** ${shown.join(", ")}${more} ${verb} as texts; merged by stages and files, nothing is left to settle.`,
        ">",
        ref === null
            ? `> In your clone: ${recipe}.`
            : `> The merge is made. Take it onto your branch: ${code(`git pull --no-rebase origin ${ref}`)}. Or make it yourself: ${recipe}.`,
    ];
}

;// CONCATENATED MODULE: ./build/report/words/projects.js




/** The answer, first and in a few words, of one project's report and of several. */
function headlineOf(report) {
    return report.schema === "mainline.report/1" ? pullHeadline(report) : projectsHeadline(report);
}
/** What a project's own heading says. */
function projectHeadline(project) {
    return "report" in project ? pullHeadline(project.report) : { verdict: "failed", title: "its files cannot be read" };
}
/** Nothing in it differs from the base, and nothing is to be said of it. */
function projects_isQuiet(project) {
    if (!("report" in project) || projectHeadline(project).verdict !== "passed")
        return false;
    const { plan, run, warnings } = project.report;
    const settled = plan.stages.every(({ action, why }) => (action === "none" || action === "frozen") && why.length === 0);
    return run === null && settled && warnings.length === 0 && !differs(project.report);
}
/** Those that have something to say, the worst first. */
function busyProjects({ projects }) {
    return projects
        .filter((project) => !projects_isQuiet(project))
        .toSorted((a, b) => WORST.indexOf(projectHeadline(a).verdict) - WORST.indexOf(projectHeadline(b).verdict));
}
const WORST = ["failed", "waits", "planned", "passed"];
function projectsHeadline(report) {
    const [all, busy] = [report.projects.length, busyProjects(report)];
    const [first] = busy;
    if (first === undefined)
        return { verdict: "passed", title: `nothing to run in ${(0,compare/* countOf */.pq)(all, "project")}` };
    const { verdict } = projectHeadline(first);
    const same = busy.filter((project) => projectHeadline(project).verdict === verdict);
    if (same.length === 1)
        return { verdict, title: `${clean(first.path, 80)}: ${projectHeadline(first).title}` };
    return { verdict, title: TITLES[verdict](same.length, all) };
}
const TITLES = {
    failed: (count, all) => `${count} of ${(0,compare/* countOf */.pq)(all, "project")} say no`,
    waits: (count, all) => `${count} of ${(0,compare/* countOf */.pq)(all, "project")} wait for somebody`,
    planned: (count, all) => `stages of ${count} of ${(0,compare/* countOf */.pq)(all, "project")} would run`,
    passed: (count, all) => `all is well in the ${count} of ${(0,compare/* countOf */.pq)(all, "project")} that change`,
};
function differs({ diff }) {
    if (diff === null)
        return false;
    const { metrics, params, data } = diff;
    return (metrics.some(moved) ||
        params.some(({ base, head }) => !Object.is(base, head)) ||
        data.some(({ change }) => change !== "unchanged"));
}

;// CONCATENATED MODULE: ./build/report/markdown/projects.js






/** Rows of the table of projects. */
const MOST_ROWS = 100;
/** Heading, table of projects, and a section for each that has something to say: the fullest text that fits. */
function fittedProjects(report, bytes, frame) {
    const busy = busyProjects(report);
    for (const [step, limits] of STEPS.entries()) {
        const text = frame([
            ...projects_top(report),
            ...busy.map((each) => section(each, limits)),
            ...(step === 0 ? [] : [note(report)]),
        ]);
        if (byteLength(text) <= bytes)
            return text;
    }
    return frame([
        ...projects_top(report),
        ...sectionsWithin(busy, bytes - byteLength(frame(projects_top(report))) - RESERVE),
        note(report),
    ]);
}
/** With all the room of a page that holds 1 MiB. */
function roomyProjects(report) {
    return [...projects_top(report), ...busyProjects(report).map((each) => section(each, ROOMY))].join("\n\n");
}
/** For the note at the end. */
const RESERVE = 1000;
/** `## ❌ Mainline: models/churn: 1 of 4 gates says no`, and every project in a line. */
function projects_top(report) {
    const headline = headlineOf(report);
    const notes = report.notes.slice(0, 10).map((each) => `> ⚠️ ${prose(each, 400)}`);
    return [
        `## ${markOf(headline)} Mainline: ${prose(headline.title, 200)}`,
        ...(notes.length === 0 ? [] : [notes.join("\n>\n")]),
        projectTable(report),
    ];
}
function projectTable(report) {
    const rows = [...busyProjects(report), ...report.projects.filter(projects_isQuiet)].map((project) => {
        const headline = projectHeadline(project);
        return [code(project.path, 120, "cell"), markOf(headline), prose(headline.title, 160)];
    });
    const shown = tables_table(["Project", "", ""], "lll", rows.slice(0, MOST_ROWS));
    return [shown, ...left(rows.length - MOST_ROWS, "project")].join("\n\n");
}
function section(project, limits) {
    const headline = projectHeadline(project);
    const heading = `### ${markOf(headline)} ${code(project.path, 120)}: ${prose(headline.title, 200)}`;
    const parts = "report" in project ? sections(project.report, limits) : errorBlocks(project.error);
    return [heading, ...parts].join("\n\n");
}
/** The worst first, as many as there is room for. */
function sectionsWithin(busy, bytes) {
    const limits = STEPS.at(-1) ?? ROOMY;
    const kept = [];
    let room = bytes;
    for (const project of busy) {
        const text = section(project, limits);
        room -= byteLength(text) + 2;
        if (room < 0)
            return [...kept, `… ${(0,compare/* countOf */.pq)(busy.length - kept.length, "more project")}: see the table.`];
        kept.push(text);
    }
    return kept;
}
function errorBlocks(error) {
    const all = [error, ...error.others];
    const shown = all.slice(0, 10).map((row) => {
        const place = row.file === null
            ? ""
            : `${code([row.file, row.line, row.column].filter((part) => part !== null).join(":"), 300)} `;
        const hint = row.hint === null ? "" : `\n\n${spoken(row.hint, 1000)}`;
        return `${place}${spoken(row.message, 1000)}${hint}`;
    });
    return [...shown, ...left(all.length - shown.length, "mistake")];
}
function note({ links }) {
    return `<sub>Shortened to fit; ${escape_link("the job's summary", links.summary ?? links.run)} has the rest.</sub>`;
}

;// CONCATENATED MODULE: ./build/report/markdown/pull-request.js






/* What is said of a pull request, whether its repository holds one project or several: one comment, one check, one summary. */
function commentOf(report) {
    if (report.schema === "mainline.report/1")
        return renderComment(report);
    return fittedProjects(report, COMMENT_BYTES, (parts) => `${COMMENT_MARKER}\n${parts.join("\n\n")}\n`);
}
function checkOf(report) {
    if (report.schema === "mainline.report/1")
        return renderCheck(report);
    const { verdict, title } = headlineOf(report);
    return {
        conclusion: conclusionOf(verdict),
        title: clean(title, 200),
        summary: fittedProjects(report, SUMMARY_BYTES, ([, ...parts]) => `${parts.join("\n\n")}\n`),
        annotations: projectAnnotations(report).slice(0, MOST_ANNOTATIONS),
    };
}
function summaryOf(report) {
    if (report.schema === "mainline.report/1")
        return renderJobSummary(report);
    const whole = `${roomyProjects(report)}\n`;
    return byteLength(whole) <= JOB_SUMMARY_BYTES
        ? whole
        : fittedProjects(report, JOB_SUMMARY_BYTES, (parts) => `${parts.join("\n\n")}\n`);
}
function projectAnnotations({ projects }) {
    return projects.flatMap((project) => "report" in project ? renderCheck(project.report).annotations : errorAnnotations(project.error));
}

;// CONCATENATED MODULE: ./build/report/markdown/waivers.js


/** The check that keeps a pull request's waivers, for those who read it. `notKnown`: those of them whose owners nobody could ask about. */
function renderWaivers(waivers, notKnown = []) {
    if (waivers.length === 0)
        return { title: "Nothing is waived", summary: "No gate is waived here." };
    const counting = waivers.filter((waiver) => !notKnown.includes(waiver));
    return {
        title: `${(0,compare/* countOf */.pq)(counting.length, "gate")} waived`,
        summary: waivers.map((waiver) => `- ${line(waiver)}${notKnown.includes(waiver) ? NOT_KNOWN : ""}`).join("\n"),
    };
}
const NOT_KNOWN = " (kept, and not counted: whether its owner is in the team was not told here)";
function line({ file, metric, value, by, until, reason }) {
    return `${code(`${file}:${metric}`, 120)} at ${code(value, 40)}, by ${code(by, 60)} until ${until}: ${prose(reason, 300)}`;
}
/** The same in one plain line, for a record. */
function waiverLine({ file, metric, value, by, until, reason }) {
    return `${file}:${metric} = ${value} by ${by} until ${until}: ${reason}`;
}

;// CONCATENATED MODULE: ./build/report/text/error.js




const error_MOST = 20;
/**
 * A failure for people: where, what, the line itself, what next, and nothing else.
 * ```
 * dvc.yaml:14:7  stage "train": `dep` is not a key of a stage
 *    14 |       dep: [data/train.csv]
 *       |       ^^^  did you mean `deps`?
 * ```
 */
function failureText(failure, style) {
    const all = allFailures(failure);
    const blocks = all.slice(0, error_MOST).map((each) => error_oneFailure(each, style));
    const more = all.length > error_MOST ? [`and ${(0,compare/* countOf */.pq)(all.length - error_MOST, "more mistake")}`] : [];
    const many = all.length > 1 || blocks.some((block) => block.includes("\n"));
    return `${typeset(style, [...blocks, ...more].join(many && all.length > 1 ? "\n\n" : "\n"))}\n`;
}
/** The same from the document, when the failure itself is gone. */
function errorText({ error }, style) {
    return [error, ...error.others].map((row) => error_rowText(row, style)).join("\n\n");
}
function error_oneFailure({ message, details }, style) {
    const { excerpt, hint } = details;
    const head = `${placeText(details.at, style)}${sentence(message)}`;
    const rest = wanted(message, details);
    if (excerpt === undefined)
        return [head, ...rest, ...advice(hint, 2)].join("\n");
    const [line = "", marks = ""] = excerpt.split("\n");
    const short = hint !== undefined && hint.length <= Math.max(20, style.width - marks.length - 2);
    return [
        head,
        paint(style, "quiet", line),
        `${paint(style, "bad", marks)}${short ? `  ${clean(hint, 300)}` : ""}`.trimEnd(),
        ...rest,
        ...(short ? [] : advice(hint, 2)),
    ].join("\n");
}
/**
 * What would have been right: always when it is a text to paste, else where no hint says so in better words and the
 * message has not said it already.
 */
function wanted(message, { found, expected, hint }) {
    if (expected === undefined)
        return [];
    if (expected.includes("\n"))
        return ["  expected:", ...advice(expected, 4)];
    if (hint !== undefined || message.includes(expected))
        return [];
    const there = found === undefined || message.includes(found) ? "" : `found ${found}, `;
    return advice(`${there}expected ${expected}`, 2);
}
function error_rowText(row, style) {
    const at = row.file === null
        ? undefined
        : { file: row.file, ...(row.line && { line: row.line }), ...(row.column && { column: row.column }) };
    const { found, expected } = row;
    const details = {
        ...(found === undefined ? {} : { found }),
        ...(expected === undefined ? {} : { expected }),
        ...(row.hint === null ? {} : { hint: row.hint }),
    };
    const head = `${placeText(at, style)}${sentence(row.message)}`;
    return [head, ...wanted(row.message, details), ...advice(details.hint, 2)].join("\n");
}
function placeText(at, style) {
    if (at === undefined)
        return paint(style, "bad", "mainline: ");
    const parts = [clean(at.file, 300), at.line, at.line === undefined ? undefined : at.column];
    return `${paint(style, "strong", parts.filter((part) => part !== undefined).join(":"))}  `;
}
function sentence(message) {
    return message
        .split("\n")
        .map((line) => clean(line, 2000))
        .join("\n");
}
function advice(hint, indent) {
    if (hint === undefined)
        return [];
    return hint.split("\n").map((line) => `${" ".repeat(indent)}${clean(line, 2000)}`);
}

;// CONCATENATED MODULE: ./build/report/text/approve.js



/** An approval for people: what it is about, and how many are missing. */
function approveText(document, style) {
    const { outcome, reason, note, approvals, needed, digest } = document;
    const [model, environment, version] = [document.model, document.environment, document.version].map((text) => clean(text, 80));
    const what = `${model} ${version} for ${environment}`;
    if (outcome === "refused")
        return `${sign(style, "no")} ${what} is not approved: ${clean(reason, 500)}`;
    const image = digest === null ? "" : `, image ${shortDigest(clean(digest, 100))}`;
    const names = approvals.map(({ by }) => clean(by, 60)).join(", ");
    const missing = needed - approvals.length;
    const next = missing > 0
        ? `${missing} more ${missing === 1 ? "is" : "are"} waited for`
        : "the next release brings it there, or `mainline promote`";
    return [
        `${sign(style, "done")} ${what} is approved by ${names} (${approvals.length} of ${needed})${image}`,
        ...(note === "" ? [] : [`  ${clean(note, 500)}`]),
        paint(style, "quiet", `  ${next}`),
    ].join("\n");
}

;// CONCATENATED MODULE: ./build/report/text/board.js



/** `mainline board` for people: where the page is. */
function boardText({ models, file }, style) {
    const environments = new Set(models.flatMap((model) => model.environments.map(({ name }) => name)));
    const what = `${(0,compare/* countOf */.pq)(models.length, "model")} in ${(0,compare/* countOf */.pq)(environments.size, "environment")}`;
    if (file === null)
        return what;
    return `${sign(style, "done")} ${clean(file.path, 300)}: ${what}, ${(0,compare/* formatBytes */.z3)(file.bytes)}`;
}

;// CONCATENATED MODULE: ./build/report/text/data.js



const MOST_PATHS = 20;
/** `mainline add` for people, with what git has to be told. */
function addText({ added, staged }, style) {
    if (added.length === 0)
        return "nothing to add";
    const rows = added.map((row) => [
        `${sign(style, "done")} ${clean(row.path, 120)}`,
        row.change === "unchanged" ? "unchanged" : `tracked by ${clean(row.file, 140)}`,
        [row.files === undefined ? "" : (0,compare/* countOf */.pq)(row.files, "file"), row.size === null ? "" : (0,compare/* formatBytes */.z3)(row.size)]
            .filter((part) => part !== "")
            .join(", "),
    ]);
    const changed = added.filter((row) => row.change !== "unchanged").map((row) => quoteArgument(clean(row.file, 200)));
    const files = [...new Set(changed)].slice(0, MOST_PATHS);
    const next = files.length === 0 || staged === true ? [] : ["", `Next: ${paint(style, "strong", `git add ${files.join(" ")}`)}`];
    return [...columns(rows, [], "   "), ...next].join("\n");
}
/** `mainline checkout` for people. */
function checkoutText(document, style) {
    const { changes, summary } = document;
    const told = summary === undefined ? changeLines(changes) : summaryLines(summary);
    const lines = [...told, ...missingLines(document, style, "mainline pull")];
    return lines.length === 0 ? "the workspace holds what is recorded already" : lines.join("\n");
}
/** `mainline push` and `fetch` for people. */
function transferText(document, style) {
    const verb = document.schema === "mainline.push/1" ? "pushed to" : "fetched from";
    const { transferred, bytes, failed, remote, runs } = document;
    const size = bytes > 0 ? ` (${(0,compare/* formatBytes */.z3)(bytes)})` : "";
    const runText = runs === undefined || runs === 0 ? "" : `, ${(0,compare/* countOf */.pq)(runs, "run-cache entry", "run-cache entries")}`;
    const headline = transferred === 0 && failed.length === 0 && runText === ""
        ? `nothing to do: ${document.schema === "mainline.push/1" ? `${clean(remote, 80)} has it all` : "it is all here"}`
        : `${(0,compare/* countOf */.pq)(transferred, "object")}${size}${runText} ${verb} ${clean(remote, 80)}`;
    const lost = failed
        .slice(0, MOST_PATHS)
        .map((row) => `  ${sign(style, "no")} ${clean(row.path ?? row.digest, 120)}: ${clean(row.reason, 200)}`);
    const more = failed.length > MOST_PATHS ? [`  and ${failed.length - MOST_PATHS} more`] : [];
    return [
        headline,
        ...(failed.length > 0 ? [`${(0,compare/* countOf */.pq)(failed.length, "object")} failed:`] : []),
        ...lost,
        ...more,
    ].join("\n");
}
/** `mainline pull` for people: what travelled, then what was placed. */
function data_pullText(document, style) {
    // what the remote lacks, too, can only be made again, or pushed by whoever has it
    return [
        transferText(document, style),
        ...changeLines(document.changes),
        ...missingLines(document, style, "mainline run, or mainline push on the machine that has it"),
    ].join("\n");
}
/** As DVC says it: `2 files modified, 1 added and 1 deleted`. */
function summaryLines(summary) {
    const words = { modified: "modified", new: "added", deleted: "deleted" };
    const parts = ["modified", "new", "deleted"].filter((change) => summary[change] > 0);
    const said = parts.map((change, index) => index === 0 ? `${(0,compare/* countOf */.pq)(summary[change], "file")} ${words[change]}` : `${summary[change]} ${words[change]}`);
    const [last] = said.splice(-1);
    if (last === undefined)
        return [];
    return [said.length === 0 ? last : `${said.join(", ")} and ${last}`];
}
const LETTERS = { new: "A", modified: "M", deleted: "D" };
function changeLines(changes) {
    const lines = changes.slice(0, MOST_PATHS).map(({ path, change }) => `${LETTERS[change]}  ${clean(path, 140)}`);
    return changes.length > MOST_PATHS ? [...lines, `and ${changes.length - MOST_PATHS} more`] : lines;
}
function missingLines(document, style, next) {
    const { missing, damaged = [] } = document;
    if (missing.length === 0)
        return [];
    const lines = missing
        .slice(0, MOST_PATHS)
        .map((path) => `  ${sign(style, "no")} ${clean(path, 140)}${damaged.includes(path) ? ": its object in the cache is damaged" : ""}`);
    const more = missing.length > MOST_PATHS ? [`  and ${missing.length - MOST_PATHS} more`] : [];
    return [
        `${(0,compare/* countOf */.pq)(missing.length, "path")} could not be placed, not in the cache:`,
        ...lines,
        ...more,
        "",
        `Next: ${paint(style, "strong", next)}`,
    ];
}
/** Quoted for a POSIX shell where it needs to be. */
function quoteArgument(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./build/report/text/demo.js




/** The end of `mainline demo`: what held, the one number worth keeping, and where to look. */
function demoText(document, style) {
    const held = document.steps.filter((step) => step.ok).length;
    const total = document.steps.reduce((sum, step) => sum + step.seconds, 0);
    const all = held === document.steps.length;
    const rows = document.steps.map((step) => [
        `  ${sign(style, step.ok ? "done" : "no")} ${clean(step.name, 100)}`,
        (0,compare/* formatSeconds */.Xo)(step.seconds),
        clean(step.note ?? "", 100),
    ]);
    const { rollbackSeconds, retrainSeconds, prod } = document;
    const places = [
        ["repository", document.repository],
        ["registry", document.registry],
        [document.kept ? "running" : "ran at", `${prod.url}   ${prod.version} ${shortDigest(prod.digest)}`],
        ...Object.entries(document.files ?? {}),
        ...(document.stop === undefined ? [] : [["to end it", document.stop]]),
    ];
    return [
        "",
        paint(style, all ? "strong" : "bad", all ? `every step held, in ${(0,compare/* formatSeconds */.Xo)(total)}` : `${held} of ${document.steps.length} steps held`),
        "",
        ...columns(rows, ["left", "right"], "   "),
        "",
        `the revert brought production back in ${(0,compare/* formatSeconds */.Xo)(rollbackSeconds)}; training and releasing again took ${(0,compare/* formatSeconds */.Xo)(retrainSeconds)} here,`,
        "and takes as long as your training in a project of yours, while the way back stays as short",
        "",
        ...columns(places.map(([label = "", place = ""]) => [`  ${clean(label, 40)}`, clean(place, 300)]), [], "   "),
    ].join("\n");
}

;// CONCATENATED MODULE: ./build/report/text/diff.js






/** `mainline diff` for people: metrics, parameters, data, each only where there is something. */
function diffText(document, style) {
    const sections = [metricLines(document, style), paramLines(document, style), diff_dataLines(document, style)];
    const sides = `${sideText(document.base)} → ${sideText(document.head)}`;
    return [
        `${paint(style, "strong", diffHeadline(document))}   ${paint(style, "quiet", sides)}`,
        ...document.warnings.map((warning) => `${sign(style, "waits")} ${clean(warning)}`),
        ...sections.filter((lines) => lines.length > 0).flatMap((lines) => ["", ...lines]),
    ].join("\n");
}
/** `3 metrics moved, 1 parameter changed, data/raw changed`. */
function diffHeadline({ metrics, params, data }) {
    const changed = outputRows(data).length;
    const parts = [
        [metrics.filter(moved).length, "metric", "moved"],
        [params.filter((row) => !Object.is(row.base, row.head)).length, "parameter", "changed"],
        [changed, "data path", "changed"],
    ];
    const said = parts.filter(([count]) => count > 0).map(([count, one, verb]) => `${(0,compare/* countOf */.pq)(count, one)} ${verb}`);
    return said.length === 0 ? "nothing changed" : said.join(", ");
}
function sideText({ name, commit }) {
    const text = clean(name, 60);
    return commit === null || commit.startsWith(name) ? shortCommit(text) : `${text} ${shortCommit(commit)}`;
}
function metricLines({ metrics, base, head }, style) {
    if (metrics.length === 0)
        return [];
    const nameOf = metricNames(metrics);
    const rows = metrics.map((row) => [
        `  ${nameOf(row)}`,
        formatNumberClean(row.base, row.head),
        formatNumberClean(row.head, row.base),
        moved(row) ? (0,compare/* formatDelta */.CW)(row.base, row.head) : "",
    ]);
    const header = ["Metrics", clean(base.name, 20), clean(head.name, 20), "Δ"];
    return headed(header, rows, style);
}
function paramLines({ params, base, head }, style) {
    if (params.length === 0)
        return [];
    const nameOf = metricNames(params);
    const rows = params.map((row) => [
        `  ${nameOf(row)}`,
        clean((0,compare/* formatExact */.Bo)(row.base), 40),
        clean((0,compare/* formatExact */.Bo)(row.head), 40),
    ]);
    return headed(["Parameters", clean(base.name, 20), clean(head.name, 20)], rows, style);
}
function diff_dataLines({ data }, style) {
    const rows = outputRows(data).map((row) => [`  ${clean(row.path, 120)}`, dataText(row)]);
    return rows.length === 0 ? [] : [paint(style, "quiet", "Data"), ...columns(rows, [], "   ")];
}
function headed(header, rows, style) {
    const [first = "", ...lines] = columns([header, ...rows], ["left", "right", "right", "right"], "   ");
    return [paint(style, "quiet", first), ...lines];
}
function formatNumberClean(value, other) {
    return clean((0,compare/* formatNumber */.ZV)(value, other), 40);
}

;// CONCATENATED MODULE: ./build/report/text/doctor.js


/** A ruleset to paste is long, and worth nothing when it is cut. */
const LONGEST_FIX = 4000;
/** `mainline doctor` for people. */
function doctorText({ findings, fine, unseen }, style) {
    return [
        paint(style, "strong", doctor_headline(findings)),
        "",
        ...findings.flatMap((finding) => findingLines(finding, style)),
        ...fine.map((each) => `${sign(style, "done")} ${clean(each, 300)}`),
        ...unseenLines(unseen, style),
    ].join("\n");
}
function doctor_headline(findings) {
    const count = (level) => findings.filter((each) => each.level === level).length;
    const [dangers, problems, advice] = [count("danger"), count("problem"), count("advice")];
    if (findings.length === 0)
        return "all is well";
    const words = [
        counted(dangers, "danger"),
        counted(problems, "problem"),
        advice === 0 ? "" : `${advice} that could be better`,
    ];
    return words.filter((each) => each !== "").join(", ");
}
function counted(number, noun) {
    return number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function findingLines({ level, says, why, fix }, style) {
    const mark = sign(style, level === "advice" ? "waits" : "no");
    const width = Math.max(40, style.width) - 2;
    const loud = level === "danger" ? "DANGER: " : "";
    const [first = "", ...rest] = wrap(loud + clean(says, 400), width);
    const tone = level === "danger" ? "bad" : "strong";
    return [
        `${mark} ${paint(style, tone, first)}`,
        ...rest.map((line) => `  ${paint(style, tone, line)}`),
        ...wrap(clean(why, 400), width).map((line) => `  ${line}`),
        // to be pasted: never broken
        `  ${paint(style, "quiet", "fix:")} ${clean(fix, LONGEST_FIX)}`,
        "",
    ];
}
/** One line for each reason. */
function unseenLines(unseen, style) {
    const reasons = Map.groupBy(unseen, ({ because }) => because);
    return [...reasons].map(([because, those]) => {
        const what = those.map((each) => clean(each.what, 200)).join(", ");
        return `${sign(style, "rest")} not looked at: ${what} (${clean(because, 300)})`;
    });
}

;// CONCATENATED MODULE: ./build/report/text/gate.js






const VERDICT_SIGNS = {
    passed: "done",
    failed: "no",
    "not-comparable": "waits",
};
/** `mainline gate` for people. */
function gate_gateText(document, style) {
    if (document.gates.length === 0)
        return "no gates: mainline.yaml names none, so nothing stands in the way";
    const failed = document.gates.some((gate) => gate.blocks);
    const sides = `${document.base === null ? "no base" : sideText(document.base)} → ${sideText(document.head)}`;
    return [
        `${paint(style, failed ? "bad" : "strong", gatesHeadline(document.gates))}   ${paint(style, "quiet", sides)}`,
        ...document.warnings.map((warning) => `${sign(style, "waits")} ${clean(warning)}`),
        "",
        ...gateLines(document.gates, style),
    ].join("\n");
}
function gateLines(gates, style) {
    const nameOf = metricNames(gates.map(gateKey));
    const rows = gates.map((gate) => [
        `  ${sign(style, gate.waived === undefined ? VERDICT_SIGNS[gate.verdict] : "waits")} ${nameOf(gateKey(gate))}`,
        `${clean((0,compare/* formatNumber */.ZV)(gate.base, gate.head), 40)} → ${clean((0,compare/* formatNumber */.ZV)(gate.head, gate.base), 40)}`,
        gateDelta(gate),
        limitText(gate),
        verdictText(gate),
    ]);
    return columns(rows, [], "   ");
}

;// CONCATENATED MODULE: ./build/report/text/gc.js




const gc_KINDS = {
    run: ["run-cache entry", "run-cache entries"],
    directory: ["directory listing", "directory listings"],
    file: ["file", "files"],
    image: ["image", "images"],
    document: ["document on images", "documents on images"],
    environment: ["layer of packages", "layers of packages"],
};
const REASONS = {
    needed: "needed",
    young: "young",
    unknown: "named by nobody here",
    doubt: "in doubt",
};
/** Rows of a list; of the others the number is said. */
const gc_MOST = 20;
/** `mainline gc` for people: what goes, place by place, and why the rest stays. */
function gcText(document, style) {
    const { commits, keep, olderThan, plan, places, remarks } = document;
    const going = places.some((place) => place.going.length > 0);
    const versions = keep === null ? "every version" : `the last ${keep} versions`;
    return [
        ...remarks.map((remark) => `${sign(style, "no")} ${clean(remark, 600)}`),
        ...(remarks.length > 0 ? [""] : []),
        ...places.flatMap((place) => [...placeLines(document, place, style), ""]),
        paint(style, "quiet", `kept: what ${(0,compare/* formatCount */.B4)(commits.kept)} of ${(0,compare/* countOf */.pq)(commits.all, "commit")} name, ${versions}, what is younger than ${olderThan}`),
        ...(plan && going ? ["", `Nothing was deleted. Next: ${paint(style, "strong", nextLine(document))}`] : []),
    ].join("\n");
}
function placeLines(document, place, style) {
    const { name, address, going, staying, deleted, remarks, images = [] } = place;
    const verb = deleted === null ? "would go" : "went";
    const rows = going.map(({ kind, count, bytes, oldest, newest }) => {
        const [one, many] = gc_KINDS[kind];
        const span = [oldest, newest].map((time) => (time === null ? "" : whenText(time, document.at)));
        const when = span[0] === span[1] ? span[0] : `${span[0]} – ${span[1]}`;
        return [
            `  ${sign(style, deleted === null ? "busy" : "done")} ${(0,compare/* countOf */.pq)(count, one, many)}`,
            (0,compare/* formatBytes */.z3)(bytes),
            when ?? "",
        ];
    });
    const shown = images.slice(0, gc_MOST).map(({ digest, tags, version }) => {
        const named = tags.length === 0 ? digest.slice(0, 19) : tags.join(", ");
        return `    ${clean(named, 120)}${version === null ? "" : `  ${clean(version, 80)}`}`;
    });
    const more = images.length > gc_MOST ? [`    and ${images.length - gc_MOST} more (\`--json\` has all)`] : [];
    const stays = staying.map(({ reason, count, bytes }) => `${(0,compare/* formatCount */.B4)(count)} ${REASONS[reason]} (${(0,compare/* formatBytes */.z3)(bytes)})`);
    return [
        `${paint(style, "strong", clean(name, 80))}  ${clean(address, 160)}`,
        ...(going.length === 0 ? ["  nothing to delete"] : [`  ${verb}:`, ...columns(rows)]),
        ...shown,
        ...more,
        ...(stays.length === 0 ? [] : [paint(style, "quiet", `  stays: ${stays.join(", ")}`)]),
        ...remarks.map((remark) => `  ${sign(style, "no")} ${clean(remark, 600)}`),
    ];
}
/** The same command, carried out. */
function nextLine({ places, keep, olderThan, unknown }) {
    const kinds = new Set(places.flatMap(({ place, going }) => (going.length > 0 ? [place] : [])));
    const remote = places.find(({ place }) => place === "remote");
    return [
        "mainline gc",
        ...(kinds.has("cache") ? ["--cache"] : []),
        ...(kinds.has("remote") && remote !== undefined ? [`-r ${clean(remote.name, 80)}`] : []),
        ...(kinds.has("registry") ? ["--registry"] : []),
        ...(keep === null ? [] : [`--keep ${keep}`]),
        ...(olderThan === "30d" ? [] : [`--older-than ${olderThan}`]),
        ...(unknown ? ["--unknown"] : []),
        "--yes",
    ].join(" ");
}

;// CONCATENATED MODULE: ./build/report/text/hold.js


/** `mainline hold` and `mainline unhold` for people. */
function holdText(document, style) {
    const { outcome, plan, hold } = document;
    const [model, environment, version] = [document.model, document.environment, document.version].map((text) => clean(text, 80));
    const state = hold === null ? "not on hold" : "on hold";
    const verb = outcome === "planned" ? "would be" : outcome === "kept" ? "is already" : "is";
    const why = hold === null ? [] : [`  ${clean(hold, 300)}`];
    const means = hold === null
        ? `policy moves ${environment} on again: the next release, or the next look of the schedule`
        : `only a person brings another version there: \`mainline promote\`, or a revert of what it has`;
    return [
        `${sign(style, outcome === "planned" ? "busy" : "done")} ${model} ${version} in ${environment} ${verb} ${state}`,
        ...why,
        paint(style, "quiet", `  ${means}`),
        ...(plan && outcome === "planned" ? ["", "Next: the same without `--plan`"] : []),
    ].join("\n");
}

;// CONCATENATED MODULE: ./build/report/text/image-diff.js




const image_diff_ROLES = { base: "base", python: "Python packages", code: "code", model: "model" };
const image_diff_SIGNS = { added: "+", modified: "~", deleted: "-" };
/** Rows of a list; of the others the number is said. */
const image_diff_MOST = 40;
/** `mainline image diff` for people: what is pulled first, then why. */
function imageDiffText(document, style) {
    const { from, to, at, pull } = document;
    const same = from.digest === to.digest;
    const goal = same
        ? "the same image"
        : `a node that has the first pulls ${(0,compare/* formatBytes */.z3)(pull.bytes)} of ${(0,compare/* formatBytes */.z3)(pull.of)}`;
    return [
        ...columns([imageRow("from", from, at), imageRow("to", to, at)]),
        "",
        paint(style, "strong", goal),
        ...(same ? [] : layerRows(document)),
        ...packageRows(document),
        ...codeRows(document),
        ...baseRows(document),
    ].join("\n");
}
function imageRow(word, { asked, digest, version, created }, at) {
    const made = created === null ? "" : `made ${whenText(created, at)}`;
    return [word, clean(asked, 200), clean(version ?? "", 60), shortDigest(clean(digest, 100)), made];
}
function layerRows({ layers }) {
    const rows = layers.map(({ role, change, from, to, pull }) => {
        const size = from === to ? (0,compare/* formatBytes */.z3)(to) : `${(0,compare/* formatBytes */.z3)(from)} → ${(0,compare/* formatBytes */.z3)(to)}`;
        return [`  ${image_diff_ROLES[role]}`, change, size, pull === 0 ? "" : `pull ${(0,compare/* formatBytes */.z3)(pull)}`];
    });
    return columns(rows);
}
function packageRows({ packages }) {
    if (packages === null || packages.length === 0)
        return [];
    const rows = packages.slice(0, image_diff_MOST).map(({ name, from, to }) => {
        const versions = [from, to].map((version) => clean(version ?? "", 60));
        const said = from === null ? `+ ${versions[1]}` : to === null ? `- ${versions[0]}` : versions.join(" → ");
        return [`  ${clean(name, 80)}`, said];
    });
    return [
        "",
        (0,compare/* countOf */.pq)(packages.length, "Python package changed", "Python packages changed"),
        ...columns(rows),
        ...more(packages),
    ];
}
function codeRows({ code }) {
    if (code === null)
        return ["", "which files of the code changed was not looked at: they are too big to fetch for that"];
    if (code.length === 0)
        return [];
    const rows = code.slice(0, image_diff_MOST).map(({ path, change }) => `  ${image_diff_SIGNS[change]} ${clean(path, 200)}`);
    return ["", (0,compare/* countOf */.pq)(code.length, "file of the code changed", "files of the code changed"), ...rows, ...more(code)];
}
function more(list) {
    return list.length > image_diff_MOST ? [`  and ${list.length - image_diff_MOST} more (\`--json\` has all)`] : [];
}
/** Of an age in days, hours say nothing. */
function ageText(created, at) {
    const days = Math.floor((Date.parse(at) - Date.parse(created)) / 86_400_000);
    return days >= 2 ? (0,compare/* countOf */.pq)(days, "day") : spanText(created, at);
}
function baseRows({ from, to, at }) {
    const said = (image) => {
        if (image.base === null)
            return "none that it names";
        const { name, digest, created } = image.base;
        const age = created === null ? ", of unknown age" : `, ${ageText(created, at)} old`;
        return `${clean(name, 200)} (${shortDigest(clean(digest ?? "no digest", 100))}${age})`;
    };
    if (from.base === null && to.base === null)
        return [];
    const [before, after] = [said(from), said(to)];
    return ["", before === after ? `base: ${after}` : `base: ${before} → ${after}`];
}

;// CONCATENATED MODULE: ./build/report/text/init.js


const init_SIGNS = {
    new: "done",
    extended: "done",
    unchanged: "rest",
    kept: "waits",
};
/** `mainline init` for people. */
function initText(document, style) {
    const { files, settings, applied, declined, next } = document;
    if (declined === true)
        return "nothing was written";
    const rows = [
        ...files.map((file) => [mark(file, applied, style), file.path, init_stateText(file, applied), file.purpose]),
        ...settings.map((setting) => [
            mark(setting, applied, style),
            setting.name,
            init_stateText(setting, applied),
            "in this clone's git",
        ]),
    ];
    return [
        paint(style, "strong", init_headline(document)),
        "",
        ...columns(rows.map(([first = "", ...rest]) => [`  ${first}`, ...rest.map((cell) => clean(cell, 200))])),
        ...init_stageLines(document, style),
        ...files.flatMap((file) => diffOf(file, style)),
        ...init_listed("Seen:", document.notes, style),
        ...init_listed("Next:", next, style),
    ].join("\n");
}
function init_headline({ files, settings, applied }) {
    const changes = [...files, ...settings].filter(({ state }) => state === "new" || state === "extended").length;
    if (changes === 0)
        return "everything is set up: nothing to change";
    return applied ? `set up: ${changes} of ${files.length + settings.length} changed` : `would change ${changes}`;
}
function mark({ state }, applied, style) {
    return sign(style, init_SIGNS[state] === "done" && !applied ? "busy" : init_SIGNS[state]);
}
function init_stateText({ state }, applied) {
    if (state === "kept")
        return "left as it is";
    if (state === "unchanged")
        return "is there";
    const done = state === "new" ? "written" : "extended";
    return applied ? done : `to be ${done}`;
}
function diffOf({ path, diff }, style) {
    if (diff === undefined)
        return [];
    const lines = cleanLines(diff).trimEnd().split("\n");
    return [
        "",
        `${clean(path, 200)} differs from what would be written now:`,
        ...lines.map((line) => painted(line, style)),
    ];
}
function painted(line, style) {
    const tone = line.startsWith("+") ? "good" : line.startsWith("-") ? "bad" : "quiet";
    return `  ${paint(style, tone, line)}`;
}
/** What the programs were read to do, each path with its reason. */
function init_stageLines({ stages }, style) {
    if (stages.length === 0)
        return [];
    return [
        "",
        "Stages, from reading the programs (nothing was run):",
        ...stages.flatMap((stage) => stageOf(stage, style)),
    ];
}
function stageOf(stage, style) {
    const { name, state, cmd, deps, params, outs, metrics, why } = stage;
    const head = `  ${sign(style, state === "written" ? "done" : "waits")} ${clean(name, 80)}  ${clean(cmd, 300)}`;
    if (state === "left out") {
        return [head, ...why.map((reason) => `      left out: ${clean(reason, 300)}`)];
    }
    const rows = [
        ...deps.map(({ path, because }) => ["reads", path, because]),
        ...params.map(({ file, names, because }) => ["params", names === null ? file : names.join(", "), because]),
        ...outs.map(({ path, because }) => ["writes", path, because]),
        ...metrics.map(({ path, because }) => ["metrics", path, because]),
    ];
    const cells = rows.map(([word = "", path = "", because = ""]) => [
        `      ${word}`,
        clean(path, 200),
        paint(style, "quiet", clean(because, 200)),
    ]);
    return [head, ...columns(cells)];
}
function init_listed(title, lines, style) {
    if (lines.length === 0)
        return [];
    return ["", title, ...lines.map((line) => `  ${paint(style, "quiet", "·")} ${clean(line, 400)}`)];
}

;// CONCATENATED MODULE: ./build/report/text/merge-driver.js


/** `mainline merge-driver` for people: git shows it while it merges. */
function mergeDriverText({ path, by, taken, conflicts }, style) {
    const file = clean(path, 200);
    if (conflicts.length > 0) {
        const what = by === "lines" ? "" : `: ${clean(conflicts.join(", "), 400)} changed on both sides`;
        const next = by === "stages" ? "take one side's entry, then `mainline run`" : "settle it by hand";
        return `${sign(style, "no")} ${file} has conflicts${what}\n  ${paint(style, "quiet", next)}`;
    }
    const from = taken.length === 0 || by === "lines" ? "" : `: ${clean(taken.join(", "), 400)} from the other side`;
    return `${sign(style, "done")} ${file} merged by ${by}${from}`;
}

;// CONCATENATED MODULE: ./build/report/text/golden.js


const MOST_DIFFERENCES = 12;
/** What is answered otherwise than expected, a line each. */
function wrongLines(wrong, indent, style) {
    const lines = wrong.flatMap(({ file, differences }) => differences.map((difference) => `${indent}${sign(style, "no")} ${clean(file, 100)}: ${clean(difference, 200)}`));
    const more = lines.length - MOST_DIFFERENCES;
    return more > 0 ? [...lines.slice(0, MOST_DIFFERENCES), `${indent}  and ${more} more`] : lines;
}

;// CONCATENATED MODULE: ./build/report/text/pull.js











const SIGN = {
    passed: "done",
    failed: "no",
    waits: "waits",
    planned: "busy",
};
/** The pull request's report for a terminal: the same words as its comment. */
function pullReportText(report, style) {
    const { verdict, title } = pullHeadline(report);
    const base = report.base === null ? "no base yet" : `${shortCommit(report.base.commit)} (${pull_baseText(report)})`;
    const facts = [`${base} → ${shortCommit(report.head.commit)}`, ...pullFacts(report)].join(" · ");
    const merging = report.merging === null ? null : mergingText(report.merging);
    const revert = report.merging === null ? null : revertText(report.merging);
    const told = [
        ...disbeliefTexts(report),
        notRunText(report),
        ...report.warnings.map((warning) => clean(warning)),
        ...comparabilityTexts(report).map(({ says, changes }) => `${says} (${changes.slice(0, 4).join(", ")})`),
    ].filter((line) => line !== null);
    const data = outputRows(report.diff?.data ?? []).map((row) => `Data  ${clean(row.path, 120)}: ${dataText(row)}`);
    const stale = report.plan.stages.filter((stage) => stage.action !== "none");
    return blocks([
        [`${sign(style, SIGN[verdict])} ${paint(style, "strong", `Mainline: ${title}`)}`, paint(style, "quiet", facts)],
        told.flatMap((line) => wrap(line, style.width)),
        gateLines(report.gates, style),
        goldenTexts(report).flatMap((each) => goldenLines(each, style)),
        stageLines(stale, style),
        data,
        [
            ...(merging === null ? [] : wrap(`Merging would ${merging}.`, style.width)),
            ...(revert === null ? [] : [`${revert}.`]),
            ...mergedLines(report).flatMap(({ about, says }) => wrap(`${about}: ${says}.`, style.width)),
        ],
        nextSteps(report).map((step) => `Next: ${clean(step.text)}${step.command === undefined ? "" : `: ${paint(style, "strong", clean(step.command))}`}`),
    ]);
}
function goldenLines({ model, says, wrong }, style) {
    return [`Golden requests of ${clean(model, 80)}: ${says}`, ...wrongLines(wrong, "  ", style)];
}
function blocks(parts) {
    return parts
        .filter((lines) => lines.length > 0)
        .map((lines) => lines.join("\n"))
        .join("\n\n");
}

;// CONCATENATED MODULE: ./build/report/text/projects.js





/** One project after the other, the worst first; those with nothing to say are counted. */
function projectsText(report, style) {
    const busy = busyProjects(report);
    const quiet = report.projects.length - busy.length;
    const rest = quiet === 0 || busy.length === 0 ? [] : [`${quiet} more with nothing to run`];
    return [
        paint(style, "strong", `Mainline: ${headlineOf(report).title}`),
        ...report.notes.flatMap((note) => wrap(clean(note, 400), style.width)),
        ...busy.map((project) => `${paint(style, "strong", clean(project.path, 120))}\n${projectText(project, style)}`),
        ...rest,
    ].join("\n\n");
}
function projectText(project, style) {
    return "report" in project
        ? pullReportText(project.report, style)
        : errorText({ schema: "mainline.error/1", error: project.error }, style);
}

;// CONCATENATED MODULE: ./build/report/text/rehearsal.js



const rehearsal_SIGNS = {
    passed: "done",
    unstarted: "rest",
    restored: "done",
    failed: "no",
    unknown: "waits",
    none: "rest",
    "not-tried": "rest",
    planned: "waits",
};
/** `mainline rollback --rehearse` for people: would the way back work? */
function rehearsalText({ rehearsals, tag }, style) {
    if (rehearsals.length === 0)
        return "no environment of mainline.yaml holds a version yet";
    const lines = rehearsals.flatMap((each) => rehearsalLines(each, style));
    return [
        ...lines,
        ...(tag === null ? [] : ["", paint(style, "quiet", `written down in the tag ${clean(tag, 100)}`)]),
    ].join("\n");
}
function rehearsalLines(rehearsed, style) {
    const { model, environment, present, version, outcome, reason, steps } = rehearsed;
    const way = `${clean(model, 80)} in ${clean(environment, 40)}: ${clean(present, 60)}`;
    const to = version === null ? clean(reason, 300) : `back to ${clean(version, 60)}${ending(outcome)}`;
    return [
        `${sign(style, rehearsal_SIGNS[outcome])} ${way}, ${to}`,
        ...steps.flatMap(({ outcome: how, says, seconds, log = [] }) => [
            `    ${sign(style, rehearsal_SIGNS[how])} ${clean(says, 400)}${seconds < 1 ? "" : `, ${(0,compare/* formatSeconds */.Xo)(seconds)}`}`,
            ...log.map((line) => `      ${paint(style, "quiet", clean(line, 300))}`),
        ]),
    ];
}
function ending(outcome) {
    switch (outcome) {
        case "passed":
            return ": would work";
        case "unstarted":
            return ": its image is there, and it was not started";
        case "failed":
            return ": would fail";
        case "unknown":
            return ": nobody could tell";
        case "planned":
            return " would be rehearsed";
        case "none":
            return "";
    }
}

;// CONCATENATED MODULE: ./build/report/text/release.js









const LOG_LINES = 15;
const MOVE_SIGNS = {
    deployed: "done",
    kept: "done",
    waits: "waits",
    refused: "no",
    failed: "no",
    planned: "busy",
};
/** `mainline release` for people: each model, its image, and what each environment has now. */
function releaseText(document, style) {
    if (document.models.length === 0)
        return "nothing to release: mainline.yaml names no model";
    return [
        ...document.models.flatMap((model, i) => [...(i > 0 ? [""] : []), ...modelLines(model, style)]),
        ...release_nextLine(nextOf(document), style),
    ].join("\n");
}
function nextOf({ models, plan }) {
    if (models.some(({ unknown = [] }) => unknown.length > 0))
        return "mainline run, then commit dvc.lock";
    return plan && models.some(({ outcome }) => outcome !== "blocked") ? "mainline release" : null;
}
/** `mainline promote` for people. */
function promoteText({ model, digest, move, plan }, style) {
    const next = plan && move.outcome === "planned"
        ? `mainline promote ${clean(model, 80)}@${clean(move.version, 60)} ${clean(move.environment, 60)}`
        : null;
    const lines = [
        oneMove(model, move, style),
        ...imageLine(digest, style),
        ...foundLines([move], style),
        ...afterMove(move, "  ", style),
    ];
    return [...lines, ...release_nextLine(next, style)].join("\n");
}
/** `mainline rollback` for people: what came back, and what automation will not do any more. */
function rollbackText(document, style) {
    const { model, digest, move, plan, rejects, holds, followsMain = false, rebuilt = false } = document;
    const environment = clean(move.environment, 60);
    const would = plan ? "would be" : "is";
    const until = followsMain
        ? "until the main line declares something else, or you promote"
        : "nothing moves it until you promote";
    const told = [
        rebuilt
            ? `its image was gone from the registry: it was packed anew from the stored model, with the same digest`
            : null,
        rejects === null ? null : `${clean(rejects, 60)} ${would} rejected: nothing promotes it again`,
        holds ? `${environment} ${would} on hold: ${until}` : null,
    ].filter((line) => line !== null);
    const next = plan && move.outcome === "planned"
        ? `mainline rollback ${clean(model, 80)} ${environment} --to ${clean(move.version, 60)}`
        : null;
    return [
        oneMove(model, move, style),
        ...imageLine(digest, style),
        ...(rebuilt ? [] : foundLines([move], style)),
        ...afterMove(move, "  ", style),
        ...told.map((line) => `  ${line}`),
        ...release_nextLine(next, style),
    ].join("\n");
}
function modelLines(model, style) {
    const tone = model.outcome === "blocked" ? "bad" : "strong";
    const pushed = model.pushed;
    const travelled = pushed === null ? "" : `, ${(0,compare/* formatBytes */.z3)(pushed.sent)} sent, ${(0,compare/* formatBytes */.z3)(pushed.reused)} were there`;
    const image = model.digest === null
        ? []
        : [paint(style, "quiet", `  image ${shortDigest(clean(model.digest, 100))}${travelled}`)];
    const packages = [
        ...(model.python === undefined ? [] : [packagesText(model.python)]),
        ...(model.dockerfile === undefined ? [] : [environmentText(model.dockerfile)]),
    ].map((line) => paint(style, "quiet", `  ${line}`));
    const golden = release_goldenLines(model.golden, "  ", style);
    const { back } = model;
    const found = back === undefined ? foundLines(model.environments, style) : [];
    const way = wayLines(model, style);
    const head = [paint(style, tone, modelText(model)), ...image, ...found, ...packages, ...golden];
    return [...head, ...way, ...moveLines(model.environments, style)];
}
/** A line for each environment, aligned. */
function moveLines(moves, style) {
    const rows = moves.map((move) => [
        `  ${sign(style, MOVE_SIGNS[move.outcome])} ${clean(move.environment, 60)}`,
        moveText(move),
        move.url === null || move.outcome !== "deployed" ? "" : clean(move.url, 200),
    ]);
    const lines = columns(rows, [], "   ");
    return moves.flatMap((move, i) => [lines[i] ?? "", ...afterMove(move, "    ", style)]);
}
/** What it answered, and the last that it wrote where it does not run. */
function afterMove({ golden, log = [] }, indent, style) {
    const last = log.slice(-LOG_LINES).map((line) => paint(style, "quiet", `${indent}${clean(line, 300)}`));
    return [...release_goldenLines(golden, indent, style), ...last];
}
/** How many golden requests are answered as they should be, and what is otherwise. */
function release_goldenLines(golden, indent, style) {
    if (golden == null)
        return [];
    if (golden.notAsked !== null) {
        return [paint(style, "quiet", `${indent}golden requests not asked: ${clean(golden.notAsked, 200)}`)];
    }
    const { asked } = golden;
    const wrong = asked.filter(({ ok }) => !ok);
    const head = `${indent}golden requests: ${asked.length - wrong.length} of ${asked.length} answered as expected`;
    return [paint(style, "quiet", head), ...wrongLines(wrong, indent, style)];
}
/** What a version that comes back brings with it, what is known of the way, and what a node would pull. */
function wayLines({ version, environments, back, preview }, style) {
    const lines = [
        ...(back === undefined ? [] : backLines(version ?? "", back, environments)),
        ...(preview === undefined ? [] : [pullLine(preview)]),
    ];
    const rows = lines.map(({ about, says }) => [paint(style, "quiet", `  ${about}`), says]);
    return columns(rows);
}
/** What was found of an image that was there before, once for all environments. */
function foundLines(moves, style) {
    return foundImages(moves).map(({ state, says }) => {
        const tone = state === "there" ? "quiet" : state === "lost" ? "bad" : "busy";
        return paint(style, tone, `  ${clean(says, 400)}`);
    });
}
function oneMove(model, move, style) {
    return `${sign(style, MOVE_SIGNS[move.outcome])} ${clean(model, 80)} in ${clean(move.environment, 60)}: ${moveText(move)}`;
}
function imageLine(digest, style) {
    return digest === null ? [] : [paint(style, "quiet", `  image ${shortDigest(clean(digest, 100))}`)];
}
function release_nextLine(command, style) {
    return command === null ? [] : ["", `Next: ${paint(style, "strong", command)}`];
}

;// CONCATENATED MODULE: ./build/report/text/run.js




const OUTCOME_SIGNS = {
    executed: "done",
    restored: "done",
    unchanged: "done",
    failed: "no",
    skipped: "waits",
    frozen: "rest",
};
const TAIL_LINES = 15;
/** `mainline run` for people, after the work: what happened to each stage; of a failed one the last that it said. */
function runText(document, style) {
    const rows = document.stages.map((stage) => [
        `  ${sign(style, document.dry && stage.outcome === "executed" ? "busy" : OUTCOME_SIGNS[stage.outcome])} ${clean(stage.address, 80)}`,
        document.dry && stage.outcome === "executed" ? "would run" : outcomeText(stage),
        stage.outcome === "executed" && !document.dry ? (0,compare/* formatSeconds */.Xo)(stage.seconds) : "",
    ]);
    const failed = document.stages.filter((stage) => stage.outcome === "failed");
    return [
        paint(style, failed.length > 0 ? "bad" : "strong", runHeadline(document)),
        "",
        ...columns(rows, ["left", "left", "right"], "   "),
        ...failed.flatMap((stage) => tailLines(stage, style)),
        ...(failed.length > 0
            ? ["", `Next: ${paint(style, "strong", "mainline run")} goes on from there, once it is mended`]
            : []),
    ].join("\n");
}
function tailLines(stage, style) {
    if (stage.tail === undefined || stage.tail.trim() === "")
        return [];
    const lines = cleanLines(stage.tail.trimEnd()).split("\n").slice(-TAIL_LINES);
    return [
        "",
        `the last that ${clean(stage.address, 80)} said:`,
        ...lines.map((line) => paint(style, "quiet", `  | ${line}`)),
        ...(stage.log === undefined ? [] : [`all of it: ${clean(stage.log)}`]),
    ];
}

;// CONCATENATED MODULE: ./build/report/text/serve.js


/** A server that ended by itself; to a person who ended it, only that is told. */
function serveText({ model, exitCode, ready }, style) {
    const when = ready ? "" : " before it was ready";
    const how = exitCode === null ? "by a signal" : `with exit code ${exitCode}`;
    return `${sign(style, exitCode === 0 ? "done" : "no")} the server of ${clean(model, 100)} ended${when}, ${how}`;
}

;// CONCATENATED MODULE: ./build/report/text/status.js







/** `mainline status` for people: what runs where, since when, from which commit, what holds it. */
function statusText(document, style) {
    if (document.models.length === 0)
        return "nothing is released: no tag and no mainline.yaml names a model";
    return document.models
        .flatMap((model, i) => [...(i > 0 ? [""] : []), ...status_modelLines(model, document.at, style)])
        .concat(document.verified === undefined ? [] : ["", ...verifiedLines(document.verified, style)])
        .join("\n");
}
/** Who disagrees with git, and what to do about it. */
function verifiedLines({ disagreements, unasked }, style) {
    const told = (findings, mark) => findings.flatMap(({ model, environment, says, next }) => [
        `${sign(style, mark)} ${clean(model, 80)} in ${clean(environment, 40)}: ${clean(says, 400)}`,
        `  ${paint(style, "quiet", clean(next, 400))}`,
    ]);
    if (disagreements.length + unasked.length === 0)
        return [`${sign(style, "done")} git, registry and servers agree`];
    return [...told(disagreements, "no"), ...told(unasked, "waits")];
}
function status_modelLines(model, now, style) {
    const rows = model.environments.map((environment) => environmentCells(environment, now, style));
    const lines = columns(rows, [], "   ");
    const indent = 2 + Math.max(0, ...model.environments.map((environment) => clean(environment.name, 40).length)) + 3;
    const told = model.environments.map((environment) => notes(environment, now, style).map((note) => " ".repeat(indent) + note));
    const rejected = (model.rejected ?? []).map(({ version, reason }) => `  ${sign(style, "no")} ${clean(version, 60)} is rejected: ${clean(withoutSubject(reason, version), 200)}`);
    return [
        paint(style, "strong", clean(model.name, 80)),
        ...(lines.length === 0 ? ["  no environments"] : lines.flatMap((line, i) => [line, ...(told[i] ?? [])])),
        ...rejected,
    ];
}
function environmentCells(environment, now, style) {
    const { name, version } = environment;
    const hold = environment.hold === null ? "" : paint(style, "busy", "on hold");
    return [
        `  ${clean(name, 40)}`,
        version === null ? paint(style, "quiet", "nothing yet") : clean(version, 60),
        status_ageText(environment, now),
        hold,
        originText(environment),
        metricsText(environment),
    ];
}
/** Since when, and who brought it. */
function status_ageText(environment, now) {
    const { since, by } = environment;
    if (since === null)
        return "";
    const who = by == null ? "" : ` by ${clean(by, 40)}`;
    return `since ${whenText(since, now)}${who}, ${spanText(since, now)}${soakText(environment, now)}`;
}
/** The pull request that brought it, or else the commit that it was made from, and its subject. */
function originText(environment) {
    const { commit, pull } = environment;
    if (commit == null)
        return "";
    const subject = clean(ownSubject(environment), 50);
    return `${pull == null ? shortCommit(clean(commit, 64)) : `#${pull}`}${subject === "" ? "" : ` "${subject}"`}`;
}
/** So many of a version's metrics are told; `--json` has all that its tag keeps. */
const MOST_METRICS = 2;
function metricsText({ metrics }) {
    const shown = (metrics ?? []).slice(0, MOST_METRICS);
    const nameOf = metricNames(shown);
    return shown.map((metric) => `${nameOf(metric)} ${clean((0,compare/* formatNumber */.ZV)(metric.value), 30)}`).join(", ");
}
/** ` (soak 2 h ✓)`: well-spent time that it needs before the next environment may have it, or what is left of it. */
function soakText({ soakSeconds, since, soaking }, now) {
    if (soakSeconds == null || soakSeconds === 0 || since === null)
        return "";
    const asked = ` (soak ${(0,compare/* formatSeconds */.Xo)(soakSeconds)}`;
    const from = soaking === undefined || soaking === null ? since : soaking.since;
    if (from === null)
        return `${asked}, which begins when it answers well)`;
    const left = soakSeconds - (Date.parse(now) - Date.parse(from)) / 1000;
    const anew = soaking?.broken == null ? "" : ", begun anew";
    return left <= 0 ? `${asked} ✓)` : `${asked}, ${(0,compare/* formatSeconds */.Xo)(left)} left${anew})`;
}
function waitingNotes({ soaking, soakSeconds, frozen, approvals, auto }) {
    const given = approvals == null ? "" : approvals.by.map((login) => clean(login, 60)).join(", ");
    return [
        auto === false ? "by hand: nothing comes here but by `mainline promote`" : null,
        soaking?.broken == null || !soakSeconds ? null : `its soak was broken: ${clean(soaking.broken, 200)}`,
        frozen == null
            ? null
            : `frozen until ${clean(frozen.words, 80)}${frozen.reason === null ? "" : `: ${clean(frozen.reason, 200)}`}`,
        approvals == null
            ? null
            : `${clean(approvals.version, 60)} has ${approvals.by.length} of ${approvals.needed} approvals recorded${given === "" ? "" : `: ${given}`}`,
    ].filter((note) => note !== null);
}
function notes(environment, now, style) {
    const { hold, health, rollback, failed, waived = [] } = environment;
    return [
        failed == null ? null : `${sign(style, "no")} ${failureNote(failed, now)}`,
        hold === null ? null : `on hold: ${clean(hold, 200)}`,
        ...waitingNotes(environment),
        ...waived.map((line) => `waived: ${clean(line, 300)}`),
        health == null ? null : `${sign(style, health.ok ? "done" : "no")} ${clean(health.message, 200)}`,
        rollback == null ? null : rollbackNote(rollback, now),
    ]
        .filter((note) => note !== null)
        .map((note) => paint(style, "quiet", note));
}
function failureNote({ version, at, reason }, now) {
    const why = reason === null ? "" : `: ${clean(reason, 200)}`;
    return `${clean(version, 60)} failed here ${agoText(at, now)}${why}`;
}
function rollbackNote({ version, inRegistry, rehearsed }, now) {
    const found = [
        inRegistry === null ? null : inRegistry ? "in the registry ✓" : "its image is gone from the registry ✗",
        rehearsed == null ? null : rehearsalNote(rehearsed, now),
    ].filter((note) => note !== null);
    return `rollback would bring back ${clean(version, 60)}${found.length === 0 ? "" : `: ${found.join(", ")}`}`;
}
function rehearsalNote({ at, ok, started = true, says }, now) {
    const age = agoText(at, now);
    if (ok && !started)
        return `its image was there ${age}, not started`;
    return ok ? `rehearsed ${age} ✓` : `rehearsal failed ${age} ✗ (${clean(says, 200)})`;
}
function agoText(at, now) {
    const span = spanText(at, now);
    return span === "just now" ? span : `${span} ago`;
}

;// CONCATENATED MODULE: ./build/report/text/index.js






















const RENDERERS = {
    "mainline.add/1": addText,
    "mainline.board/1": boardText,
    "mainline.checkout/1": checkoutText,
    "mainline.demo/1": demoText,
    "mainline.diff/1": diffText,
    "mainline.doctor/1": doctorText,
    "mainline.error/1": errorText,
    "mainline.fetch/1": transferText,
    "mainline.gate/1": gate_gateText,
    "mainline.approve/1": approveText,
    "mainline.gc/1": gcText,
    "mainline.hold/1": holdText,
    "mainline.image-diff/1": imageDiffText,
    "mainline.init/1": initText,
    "mainline.merge-driver/1": mergeDriverText,
    "mainline.plan/1": planText,
    "mainline.projects/1": projectsText,
    "mainline.promote/1": promoteText,
    "mainline.pull/1": data_pullText,
    "mainline.push/1": transferText,
    "mainline.rehearsal/1": rehearsalText,
    "mainline.release/1": releaseText,
    "mainline.report/1": pullReportText,
    "mainline.rollback/1": rollbackText,
    "mainline.run/1": runText,
    "mainline.serve/1": serveText,
    "mainline.status/1": statusText,
    "mainline.unhold/1": holdText,
};
/** What a person reads of a document, with a line break at its end. Pure: the same document and style give the same text. */
function renderText(document, style) {
    if (!isKnown(document))
        throw new Error(`there is no text for ${document.schema}`);
    // the table pairs each schema with the renderer of its own document, which TypeScript cannot follow through a union
    const render = RENDERERS[document.schema];
    return `${typeset(style, render(document, style).trimEnd())}\n`;
}
function isKnown(document) {
    return Object.hasOwn(RENDERERS, document.schema);
}

;// CONCATENATED MODULE: ./build/report/index.js






















/***/ })

};
