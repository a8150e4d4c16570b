export const id = 1088;
export const ids = [1088];
export const modules = {

/***/ 1088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k0: () => (/* reexport */ changeText),
  pq: () => (/* reexport */ countOf),
  S7: () => (/* reexport */ dataDiff),
  ud: () => (/* reexport */ evaluateGates),
  Bq: () => (/* reexport */ flatten),
  z3: () => (/* reexport */ formatBytes),
  B4: () => (/* reexport */ formatCount),
  CW: () => (/* reexport */ formatDelta),
  Bo: () => (/* reexport */ formatExact),
  ZV: () => (/* reexport */ formatNumber),
  Xo: () => (/* reexport */ formatSeconds),
  T1: () => (/* reexport */ formatShare),
  u7: () => (/* reexport */ inTheLightOf),
  Pe: () => (/* reexport */ metricPaths),
  nl: () => (/* reexport */ metricsDiff),
  dC: () => (/* reexport */ metricsIn),
  Cw: () => (/* reexport */ paramsDiff),
  Uw: () => (/* reexport */ readMetrics),
  zv: () => (/* reexport */ recordOf),
  Zw: () => (/* reexport */ recordedData),
  sQ: () => (/* reexport */ refuseUnknownMetrics),
  Lp: () => (/* reexport */ seenGate),
  F5: () => (/* reexport */ shapeOf),
  vQ: () => (/* reexport */ tableChange),
  jr: () => (/* reexport */ tableKind),
  Sz: () => (/* reexport */ together),
  T9: () => (/* reexport */ waive)
});

// UNUSED EXPORTS: changesText, diffTables, exactDelta, formatUsed, hasExpired, isFor, readParameters

;// CONCATENATED MODULE: ./build/compare/comparable.js
/**
 * Gates in the light of it. Another yardstick takes a "yes" of a comparison away and never a "no": who makes the model worse must not
 * get past a gate by touching the test set. A floor compares with nothing and stands as it is.
 */
function inTheLightOf(comparability, gates) {
    const apart = new Map(comparability
        .filter(({ verdict }) => verdict === "not-comparable")
        .flatMap((each) => each.files.map((file) => [file, changesText(each.changes)])));
    return gates.map((gate) => {
        const why = apart.get(gate.file);
        return why === undefined ? gate : heldApart(gate, why);
    });
}
function heldApart(gate, changed) {
    if (!gate.limits.some(isComparison))
        return gate;
    const limits = gate.limits.map((limit) => isComparison(limit) && limit.verdict === "passed"
        ? { ...limit, verdict: "not-comparable", why: `not comparable: ${changed}` }
        : limit);
    if (gate.verdict === "failed") {
        const compared = gate.limits.some((limit) => isComparison(limit) && limit.verdict === "failed");
        return compared ? { ...gate, limits, why: `${gate.why}, though not comparable: ${changed}` } : { ...gate, limits };
    }
    return { ...gate, limits, verdict: "not-comparable", why: `not comparable: ${changed}` };
}
function isComparison({ kind, verdict }) {
    return kind === "drop" && verdict !== "not-comparable";
}
const NAMED = 2;
/** `data/test.csv changed`, `the command of evaluate and 3 more changed`. */
function changesText(changes) {
    const shown = changes.slice(0, NAMED).map(changeText);
    const more = changes.length - shown.length;
    return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(" and ");
}
/** One of them in a few words. */
function changeText({ kind, path, change, name }) {
    if (kind === "command")
        return `the command of ${path} changed`;
    if (kind === "stage")
        return `another stage measures, ${path}`;
    const what = kind === "parameter" ? `${path} ${name ?? ""}`.trim() : path;
    return `${what} ${change === "new" ? "is new" : change === "deleted" ? "is gone" : "changed"}`;
}

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/compare/data.js

/**
 * What `dvc diff --json` says of the two sides: a row for each cached output and, where both listings are at hand, for each
 * file below a directory. A directory's path has no slash at its end; its row counts its files.
 */
async function dataDiff(base, head, all = false) {
    const paths = [...new Set([...base.data.keys(), ...head.data.keys()])].sort(kernel/* compareCodePoints */.OP);
    const rows = [];
    const problems = [];
    for (const path of paths) {
        const pair = { path, base: base.data.get(path), head: head.data.get(path) };
        if (sameContent(pair) && !all)
            continue;
        const [old, now] = await Promise.all([filesOf(base, pair.base), filesOf(head, pair.head)]);
        if (old === "unknown" || now === "unknown") {
            problems.push(`the files of ${path} cannot be compared: its listing is not in the cache`);
            rows.push(outputRow(pair, null));
            continue;
        }
        const below = sameContent(pair) ? [] : fileRows(path, { old, now, pair });
        rows.push(outputRow(pair, old === null && now === null ? null : below), ...below);
    }
    return { rows: withRenames(rows.filter((row) => all || row.change !== "unchanged")), problems };
}
function sameContent({ base, head }) {
    return named(base) === named(head) && (base === undefined) === (head === undefined);
}
function outputRow(pair, below) {
    const { path, base, head } = pair;
    const change = base === undefined ? "new" : head === undefined ? "deleted" : sameContent(pair) ? "unchanged" : "modified";
    const sized = base?.size !== undefined || head?.size !== undefined;
    const bytes = Number((head?.size ?? 0n) - (base?.size ?? 0n));
    const known = sized && (base === undefined || base.size !== undefined) && (head === undefined || head.size !== undefined);
    return {
        path,
        change,
        base: digest(base?.oid),
        head: digest(head?.oid),
        ...(below === null ? {} : { files: tally(below) }),
        ...(known ? { bytes } : {}),
    };
}
function fileRows(path, sides) {
    const old = sides.old ?? new Map();
    const now = sides.now ?? new Map();
    const names = [...new Set([...old.keys(), ...now.keys()])].sort(kernel/* compareCodePoints */.OP);
    return names.flatMap((name) => {
        const [before, after] = [old.get(name), now.get(name)];
        if (before === after)
            return [];
        const change = before === undefined ? "new" : after === undefined ? "deleted" : "modified";
        return [{ path: (0,kernel/* joinPath */.uJ)(path, name), change, base: digest(before), head: digest(after), below: path }];
    });
}
function tally(rows) {
    const count = (change) => rows.filter((row) => row.change === change).length;
    return { added: count("new"), removed: count("deleted"), changed: count("modified") };
}
async function filesOf(side, content) {
    if (content?.oid == null || !content.oid.endsWith(".dir"))
        return null;
    const files = content.files ?? (await side.objects.listing(content.oid, content.hash));
    return files === null ? "unknown" : new Map(files.map((file) => [file.relpath, file.oid]));
}
/** A deleted and a new path with one content are one renamed path; pairs are made in the order of the paths, as DVC makes them. */
function withRenames(rows) {
    const gone = new Map();
    for (const row of rows) {
        if (row.change === "deleted" && row.base !== null)
            gone.set(row.base, [...(gone.get(row.base) ?? []), row]);
    }
    const used = new Set();
    const renamed = rows.map((row) => {
        const before = row.change === "new" && row.head !== null ? gone.get(row.head)?.shift() : undefined;
        if (before === undefined)
            return row;
        used.add(before);
        return { ...row, change: "renamed", base: before.base, from: before.path };
    });
    return renamed.filter((_, index) => !used.has(rows[index] ?? absent));
}
const absent = { path: "", change: "unchanged", base: null, head: null };
function named(content) {
    return content?.oid == null ? "" : `${content.hash}:${content.oid}`;
}
function digest(oid) {
    return oid == null ? null : `md5:${oid}`;
}

;// CONCATENATED MODULE: ./build/compare/flatten.js

/** Name → leaf, names joined with dots as DVC's `flatten` does; empty mappings vanish, lists become Python's text of them. */
function flatten(value) {
    const leaves = new Map();
    if ((0,kernel/* isMapping */.pi)(value)) {
        for (const [key, item] of value)
            collect(item, topName(key), leaves);
    }
    return leaves;
}
/** A leaf as DVC's JSON gives it. */
function toLeaf(value) {
    if ((0,kernel/* isList */.Lv)(value) || (0,kernel/* isMapping */.pi)(value))
        return (0,kernel/* pythonRepr */.Up)(value);
    if (value !== null && typeof value === "object")
        return (0,kernel/* isTimestamp */.Fx)(value) ? value.timestamp : null;
    return value;
}
function collect(value, name, leaves) {
    if (!(0,kernel/* isMapping */.pi)(value)) {
        leaves.set(name, toLeaf(value));
        return;
    }
    for (const [key, item] of value)
        collect(item, `${name}.${pythonText(key)}`, leaves);
}
/** A key at the top stays itself until JSON writes it. */
function topName(key) {
    return typeof key === "boolean" || key === null ? String(key) : pythonText(key);
}
function pythonText(key) {
    if (typeof key === "boolean")
        return key ? "True" : "False";
    if (key === null)
        return "None";
    return typeof key === "number" ? (0,kernel/* reprFloat */.yI)(key) : String(key);
}

;// CONCATENATED MODULE: ./build/compare/decimal.js
/** The shortest decimal that reads back as the number; null for NaN and infinities. */
function toDecimal(value) {
    if (typeof value === "bigint")
        return { digits: value, scale: 0 };
    if (!Number.isFinite(value))
        return null;
    const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
    const fraction = mantissa.split(".")[1] ?? "";
    return { digits: BigInt(mantissa.replace(".", "")), scale: Number(exponent) - fraction.length };
}
/** The nearest binary number; never -0. */
function fromDecimal({ digits, scale }) {
    return digits === 0n ? 0 : Number(`${digits}e${scale}`);
}
function subtract(a, b) {
    return add(a, { digits: -b.digits, scale: b.scale });
}
function add(a, b) {
    const scale = Math.min(a.scale, b.scale);
    return { digits: raise(a, scale) + raise(b, scale), scale };
}
function multiply(a, b) {
    return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}
function absolute({ digits, scale }) {
    return { digits: digits < 0n ? -digits : digits, scale };
}
/** Negative, zero or positive, as `a` is less than, equal to or more than `b`. */
function compareDecimals(a, b) {
    const { digits } = subtract(a, b);
    return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}
function raise({ digits, scale }, to) {
    return digits * 10n ** BigInt(scale - to);
}

;// CONCATENATED MODULE: ./build/compare/format.js

/** Digits after the point that no change needs more of. */
const MOST_DECIMALS = 12;
/** Significant digits of a number that stands alone. */
const ALONE = 4;
/**
 * A measured value for people: as many decimals as the change needs to be seen (two significant digits of it), never more
 * than were measured, thousands grouped: `0.934`, `1,204`. Alone it gets four significant digits.
 */
function formatNumber(value, other = null) {
    if (value === null)
        return "–";
    if (typeof value === "string")
        return value;
    if (typeof value === "boolean")
        return String(value);
    if (typeof value === "bigint")
        return group(String(value));
    if (!Number.isFinite(value))
        return formatSpecial(value);
    const delta = exactDelta(other, value);
    if (delta === null || delta === 0)
        return formatAlone(value);
    return formatDecimals(value, decimalsFor(delta, value, Number(other)));
}
/** A value that somebody set (a parameter): every digit of it, no grouping. */
function formatExact(value) {
    if (value === null)
        return "–";
    if (typeof value === "number")
        return Number.isFinite(value) ? shortest(value) : formatSpecial(value);
    return String(value);
}
/** `head - base` without binary dust (0.93 - 0.91 is 0.02); null unless both are finite numbers. */
function exactDelta(base, head) {
    const [a, b] = [numeric(base), numeric(head)];
    const [from, to] = [a === null ? null : toDecimal(a), b === null ? null : toDecimal(b)];
    return from === null || to === null ? null : fromDecimal(subtract(to, from));
}
/** The change with its sign, and with its share of the base where that says more: `+0.013`, `+22 (+54 %)`. Empty when there is none. */
function formatDelta(base, head, withShare = false) {
    const delta = exactDelta(base, head);
    if (delta === null)
        return "";
    if (delta === 0)
        return "0";
    const text = signed(delta, formatDecimals(Math.abs(delta), decimalsFor(delta, Number(base), Number(head))));
    const share = delta / Math.abs(Number(base));
    const tells = Number.isFinite(share) && (withShare || Math.abs(share) >= 0.1);
    return tells ? `${text} (${formatShare(share)})` : text;
}
/** `+54 %`, `−0.3 %`: two significant digits, whole from 10 % on. */
function formatShare(share) {
    const percent = Math.abs(share) * 100;
    const decimals = percent >= 10 ? 0 : Math.max(0, Math.min(4, 1 - Math.floor(Math.log10(percent || 1))));
    return `${signed(share, `${group(trimZeros(percent.toFixed(decimals)))} %`)}`;
}
/** How much of a limit was used: `54 % of the limit`, `five times the limit`. `used` 1 is all of it. */
function formatUsed(used) {
    if (used <= 1)
        return `${Math.max(1, Math.floor(used * 100))} % of the limit`;
    if (used < 1.95)
        return `${(Math.ceil(used * 10) / 10).toFixed(1)} times the limit`;
    if (used > 1000)
        return "over 1,000 times the limit";
    return `${WORDS[Math.round(used)] ?? group(String(Math.round(used)))} times the limit`;
}
const WORDS = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/** `1.8 GiB`, `312 B`. */
function formatBytes(bytes) {
    const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
    let value = Math.abs(bytes);
    let unit = 0;
    while (value >= 1023.5 && unit < units.length - 1) {
        value /= 1024;
        unit++;
    }
    const text = unit === 0 || value >= 99.5 ? value.toFixed(0) : value.toFixed(1);
    return `${bytes < 0 ? "−" : ""}${group(text)} ${units[unit]}`;
}
/** `0.4 s`, `42 s`, `14 min`, `2 h 5 min`, `3 d 4 h`: what a person would say. */
function formatSeconds(seconds) {
    if (seconds < 9.95)
        return `${seconds < 0.05 ? "0" : trimZeros(seconds.toFixed(1))} s`;
    if (seconds < 59.5)
        return `${Math.round(seconds)} s`;
    const minutes = Math.round(seconds / 60);
    if (minutes < 60)
        return `${minutes} min`;
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (hours < 24)
        return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
    const days = Math.floor(hours / 24);
    return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
}
/** `1,204`. */
function formatCount(count) {
    return group(String(count));
}
/** `3 stages`, `1 stage`. */
function countOf(count, one, many = `${one}s`) {
    return `${formatCount(count)} ${count === 1 ? one : many}`;
}
function numeric(value) {
    if (typeof value === "boolean")
        return value ? 1n : 0n;
    return typeof value === "number" || typeof value === "bigint" ? value : null;
}
/** Enough decimals for two significant digits of the change, no more than the values themselves have. */
function decimalsFor(delta, ...values) {
    const needed = 1 - Math.floor(Math.log10(Math.abs(delta)));
    const measured = Math.max(...values.map((value) => Math.max(0, -(toDecimal(value)?.scale ?? 0))));
    return Math.max(0, Math.min(needed, measured, MOST_DECIMALS));
}
function formatAlone(value) {
    if (Number.isInteger(value) && Math.abs(value) < 1e15)
        return group(String(value === 0 ? 0 : value));
    const size = Math.abs(value);
    if (size >= 1e15)
        return scientific(value);
    if (size < 1e-4)
        return shortest(Number(value.toPrecision(ALONE)));
    const decimals = Math.max(0, ALONE - 1 - Math.floor(Math.log10(size)));
    return formatDecimals(value, Math.min(decimals, Math.max(0, -(toDecimal(value)?.scale ?? 0))));
}
function formatDecimals(value, decimals) {
    const size = Math.abs(value);
    if (size >= 1e15 || (size > 0 && size < 1e-4 && decimals > 6))
        return scientific(value);
    const text = value.toFixed(decimals);
    const vanished = value !== 0 && Number(text) === 0;
    return vanished ? scientific(value) : group(text);
}
/** `6.5e-8`, `2e15`: two significant digits are enough where only the size is of interest. */
function scientific(value) {
    return trueMinus(Number(value.toPrecision(2)).toExponential());
}
function signed(value, magnitude) {
    return `${value < 0 ? "−" : "+"}${magnitude}`;
}
/** JavaScript's shortest form. */
function shortest(value) {
    return trueMinus(String(value === 0 ? 0 : value));
}
/** A true minus before the number, none added to its exponent, where `+` says nothing. */
function trueMinus(text) {
    return text.replace(/^-/, "−").replace("e+", "e");
}
function formatSpecial(value) {
    if (Number.isNaN(value))
        return "NaN";
    return value > 0 ? "∞" : "−∞";
}
function trimZeros(text) {
    return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
/** Commas between thousands before the point, a true minus; `-0.00` is `0.00`. */
function group(text) {
    const [whole = "", fraction] = text.replace("-", "").split(".");
    const negative = text.startsWith("-") && /[1-9]/.test(text);
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return `${negative ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
;// CONCATENATED MODULE: ./build/compare/gates.js




/** Judges every gate, in order. Never throws: what cannot be judged says so. */
function evaluateGates(gates, question) {
    return gates.map((gate) => judge(gate, question));
}
/**
 * Throws `gate-metric` for every gate whose metric no side has, although its file was read or is no metrics file at all:
 * the gate names the wrong thing. A file that merely has not been made yet is not a mistake.
 */
function refuseUnknownMetrics(gates, question, declared) {
    const tables = [question.head, question.base].filter((table) => table !== null);
    const names = tables.flatMap((t) => [...t.files].flatMap(([file, row]) => [...row.keys()].map((name) => `${file}:${name}`)));
    const unknown = gates.filter(({ file, metric }) => {
        const waiting = declared.some((path) => (0,kernel/* isWithin */.UO)(file, path)) && !tables.some((table) => table.files.has(file));
        return !waiting && !names.includes(`${file}:${metric}`);
    });
    if (unknown.length > 0)
        throw (0,kernel/* together */.bs)(unknown.map((gate) => unknownMetric(gate, names)));
}
function unknownMetric({ file, metric, at }, names) {
    const known = [...new Set(names)];
    const listed = known.slice(0, 8).join(", ") + (known.length > 8 ? ", …" : "");
    const meant = (0,source.didYouMean)(`${file}:${metric}`, known);
    return (0,source/* complain */.cc)(at, "gate-metric", `no metrics file holds \`${file}:${metric}\``, {
        found: `${file}:${metric}`,
        expected: "FILE:NAME of a metric, as `mainline diff --all` names them",
        hint: meant ?? (known.length === 0 ? "the project has no metrics yet: run it once" : `the metrics are ${listed}`),
    });
}
function judge(gate, question) {
    const base = leafOf(question.base, gate);
    const head = leafOf(question.head, gate);
    const unjudged = unusable(gate, head, question);
    const limits = unjudged === null ? judgeLimits(gate, base, head) : [];
    const verdict = unjudged?.verdict ?? worst(limits.map((limit) => limit.verdict));
    return {
        file: gate.file,
        metric: gate.metric,
        better: gate.better,
        verdict,
        blocks: verdict === "failed" || unjudged !== null,
        why: unjudged?.why ??
            limits
                .filter((limit) => limit.verdict === verdict)
                .map((limit) => limit.why)
                .join("; "),
        base,
        head,
        delta: exactDelta(base, head),
        limits,
        at: gate.at,
    };
}
/** Why no limit can be held against the head's value; null when it is a number. */
function unusable(gate, head, question) {
    if (question.head.unavailable.has(gate.file)) {
        return { verdict: "not-comparable", why: `${gate.file} is known but not at hand: \`mainline pull\` brings it` };
    }
    if (head === null) {
        const file = question.head.files.has(gate.file) ? `no such metric in ${gate.file}` : `${gate.file} is not there`;
        return { verdict: "failed", why: file };
    }
    if (typeof head === "string")
        return { verdict: "failed", why: "a text, not a number" };
    if (Number.isNaN(Number(head)))
        return { verdict: "failed", why: "NaN passes no limit" };
    return null;
}
function judgeLimits(gate, base, head) {
    return [judgeFloor(gate, head), judgeDrop(gate, base, head)].filter((limit) => limit !== null);
}
function judgeFloor({ better, floor }, head) {
    if (floor === null)
        return null;
    const value = Number(head);
    const passes = better === "higher" ? value >= floor : value <= floor;
    const [name, beyond] = better === "higher" ? ["floor", "below"] : ["ceiling", "above"];
    const [shown, limit] = [formatNumber(value, floor), formatNumber(floor, value)];
    const why = passes ? `${shown} keeps the ${name} ${limit}` : `${beyond} the ${name} ${limit}`;
    return { kind: "floor", verdict: passes ? "passed" : "failed", why, limit: floor, drop: null, used: null };
}
function judgeDrop(gate, base, head) {
    const { drop } = gate;
    if (drop === null)
        return null;
    const from = decimalOf(base);
    if (from === null) {
        const why = base === null ? "the base has no value to compare with" : `the base is ${formatNumber(base)}`;
        return { kind: "drop", verdict: "not-comparable", why, limit: null, drop, used: null };
    }
    const allowed = allowance(drop, from);
    const limit = fromDecimal(gate.better === "higher" ? subtract(from, allowed) : add(from, allowed));
    const to = decimalOf(head);
    // an infinite head is beyond every limit on its bad side and within every limit on its good one
    const worse = to === null ? infiniteWorsening(gate, head) : fromDecimal(worsening(gate, from, to));
    const passes = to === null ? worse < 0 : compareDecimals(worsening(gate, from, to), allowed) <= 0;
    const used = shareUsed(worse, fromDecimal(allowed));
    return {
        kind: "drop",
        verdict: passes ? "passed" : "failed",
        why: dropWhy({ worse, used, passes }),
        limit,
        drop,
        used,
    };
}
function allowance(drop, base) {
    const value = toDecimal(drop.value) ?? { digits: 0n, scale: 0 };
    return drop.kind === "absolute" ? value : multiply(value, absolute(base));
}
function worsening({ better }, base, head) {
    return better === "higher" ? subtract(base, head) : subtract(head, base);
}
function infiniteWorsening({ better }, head) {
    return better === "higher" ? -Number(head) : Number(head);
}
/** 0 when nothing got worse; null when nothing was allowed or the change is infinite. */
function shareUsed(worse, allowed) {
    if (worse <= 0)
        return 0;
    const used = worse / allowed;
    return Number.isFinite(used) ? used : null;
}
function dropWhy({ worse, used, passes }) {
    if (worse < 0)
        return "better than the base";
    if (worse === 0)
        return "as good as the base";
    if (used === null)
        return passes ? "within the limit" : "worse, and nothing is allowed";
    return formatUsed(used);
}
function decimalOf(value) {
    if (typeof value === "boolean")
        return { digits: value ? 1n : 0n, scale: 0 };
    return typeof value === "number" || typeof value === "bigint" ? toDecimal(value) : null;
}
function leafOf(table, { file, metric }) {
    return table?.files.get(file)?.get(metric) ?? null;
}
function worst(verdicts) {
    if (verdicts.includes("failed"))
        return "failed";
    return verdicts.includes("not-comparable") ? "not-comparable" : "passed";
}

;// CONCATENATED MODULE: ./build/compare/parse.js

/** A metrics or parameters file as DVC reads it: by extension, everything unknown as YAML. Failures with a place. */
function parseValues(bytes, file) {
    return (0,source/* toValue */.BA)((0,source/* readParams */.LE)(bytes, file));
}

;// CONCATENATED MODULE: ./build/compare/side.js
/** What the lock and the `.dvc` files of a revision record of the outputs in the cache. */
function recordedData(project) {
    const found = new Map();
    for (const stage of project.stages) {
        for (const out of stage.outs) {
            if (out.at !== null && out.cache)
                found.set(out.at, contentOf(recordOf(stage, out)));
        }
    }
    return found;
}
/** What is recorded of one output; null when nothing is. */
function recordOf(stage, out) {
    const lock = stage.lock;
    return lock?.outs.find((recorded) => recorded.path === out.path) ?? null;
}
function contentOf(recorded) {
    if (recorded === null)
        return { oid: null, hash: "md5" };
    const { oid, hash, size } = recorded;
    return { oid, hash, ...(size === undefined ? {} : { size }) };
}

;// CONCATENATED MODULE: ./build/compare/read.js


/** Reads a file as DVC's own file system does: what lies in the tree, else what the lock records, out of the cache. */
async function readTracked(side, path) {
    const there = await side.tree.read(path);
    if (there !== null)
        return there;
    const tracked = trackedAt(side, path);
    if (tracked === null)
        return null;
    const oid = tracked.below === "." ? tracked.oid : await childOf(side, tracked);
    if (oid === null)
        return null;
    if (oid === "unavailable")
        return "unavailable";
    return (await side.objects.read(oid, tracked.hash)) ?? "unavailable";
}
/** The files at or below a path, in the tree or recorded, sorted; the path itself when it is no directory. */
async function expandPath(side, path) {
    if ((await side.tree.kind(path)) === "directory")
        return (await filesBelow(side, path)).sort();
    const tracked = trackedAt(side, path);
    if (tracked === null || !tracked.oid.endsWith(".dir") || tracked.below !== ".")
        return [path];
    const listing = await side.objects.listing(tracked.oid, tracked.hash);
    return listing === null ? [path] : listing.map((file) => (0,kernel/* joinPath */.uJ)(path, file.relpath)).sort();
}
function trackedAt(side, path) {
    for (const stage of side.project.stages) {
        for (const out of stage.outs) {
            if (out.at === null || !(0,kernel/* isWithin */.UO)(path, out.at))
                continue;
            const recorded = recordOf(stage, out);
            if (recorded?.oid)
                return { oid: recorded.oid, hash: recorded.hash, below: (0,kernel/* relativeTo */.Mf)(path, out.at) };
        }
    }
    return null;
}
async function childOf(side, { oid, hash, below }) {
    if (!oid.endsWith(".dir"))
        return null;
    const listing = await side.objects.listing(oid, hash);
    if (listing === null)
        return "unavailable";
    return listing.find((file) => file.relpath === below)?.oid ?? null;
}
async function filesBelow(side, directory) {
    const found = [];
    for (const entry of await side.tree.list(directory)) {
        const path = (0,kernel/* joinPath */.uJ)(directory, entry.name);
        if (entry.kind === "file")
            found.push(path);
        else if (!entry.link && (0,kernel/* baseName */.Fl)(path) !== ".dvc")
            found.push(...(await filesBelow(side, path)));
    }
    return found;
}

;// CONCATENATED MODULE: ./build/compare/tables.js




/** Every metric of a side, read as `dvc metrics show` does. */
async function readMetrics(side) {
    const paths = new Set();
    for (const path of metricPaths(side)) {
        for (const file of await expandPath(side, path))
            paths.add(file);
    }
    return readTable(side, new Map([...paths].map((path) => [path, measured])));
}
/** Reads files and reduces each; a file that cannot be read is a problem, not a failure. */
async function readTable(side, files) {
    const found = new Map();
    const unavailable = new Set();
    const mappings = new Set();
    const problems = [];
    for (const [file, reduce] of files) {
        const read = await readTracked(side, file);
        if (read === "unavailable")
            unavailable.add(file);
        const value = parsed(read, { file, side: side.tree.name, problems });
        if (value === undefined)
            continue;
        const reduced = reduce(value);
        if ((0,kernel/* isMapping */.pi)(reduced))
            mappings.add(file);
        found.set(file, (0,kernel/* isMapping */.pi)(reduced) ? flatten(reduced) : new Map([["", bareValue(reduced)]]));
    }
    return { files: found, unavailable, problems, mappings };
}
/** The files that stages declare as metrics and those that top-level `metrics:` names. */
function metricPaths({ project }) {
    const outs = project.stages.flatMap((stage) => stage.outs.filter((out) => out.kind === "metric"));
    return [...outs.map((out) => out.at).filter((at) => at !== null), ...project.topLevel.metrics];
}
/** Undefined where there is nothing to compare. */
function parsed(read, { file, side, problems }) {
    if (read === null)
        return undefined;
    const where = side === "workspace" ? "the workspace" : side.slice(0, 7);
    if (read === "unavailable") {
        problems.push(`${file} of ${where} is known but not at hand: \`mainline pull\` brings it`);
        return undefined;
    }
    try {
        return parseValues(read, file);
    }
    catch (error) {
        if (!(error instanceof kernel/* Failure */.HR))
            throw error;
        const { at } = error.details;
        problems.push(`${file}${at?.line === undefined ? "" : `:${at.line}`} of ${where} cannot be read: ${error.message}`);
        return undefined;
    }
}
/** Numbers, texts and booleans are metrics; lists, nulls and mappings without any are not. A falsy file is an empty mapping. */
function measured(value) {
    const kept = measuredPart(value);
    return kept === null || kept === false || kept === 0 || kept === 0n || kept === "" ? new Map() : kept;
}
function measuredPart(value) {
    if (typeof value === "boolean" || typeof value === "number" || typeof value === "bigint" || typeof value === "string")
        return value;
    if (!(0,kernel/* isMapping */.pi)(value))
        return null;
    const kept = new Map();
    for (const [key, item] of value) {
        const part = measuredPart(item);
        if (part !== null && !((0,kernel/* isMapping */.pi)(part) && part.size === 0))
            kept.set(key, part);
    }
    return kept;
}
/** DVC reads the text of a file that is one text once more, as JSON: `"0.93"` is a number. */
function bareValue(value) {
    const leaf = toLeaf(value);
    if (typeof leaf !== "string" || !/^(-?\d|true$|false$|NaN$|-?Infinity$)/.test(leaf))
        return leaf;
    try {
        return toLeaf(parseValues(new TextEncoder().encode(leaf), "metric.json"));
    }
    catch {
        return leaf;
    }
}

;// CONCATENATED MODULE: ./build/compare/metric-file.js




/** The metrics in one file, by name; none where it cannot be read. */
function metricsIn(bytes, file) {
    try {
        const value = measured(parseValues(bytes, file));
        return (0,kernel/* isMapping */.pi)(value) ? flatten(value) : new Map([["", bareValue(value)]]);
    }
    catch (failure) {
        if (!(failure instanceof kernel/* Failure */.HR))
            throw failure;
        return new Map();
    }
}

;// CONCATENATED MODULE: ./build/compare/rows.js

/** Rows of what differs between two tables, or of everything, sorted by file and name; the numbers are DVC's. */
function diffTables(base, head, all) {
    const files = [...new Set([...base.files.keys(), ...head.files.keys()])].sort(kernel/* compareCodePoints */.OP);
    return files.flatMap((file) => diffFile(file, { base, head, all }));
}
/** The same rows for parameters, which have no delta. */
function withoutDelta({ file, name, base, head }) {
    return { file, name, base, head };
}
function diffFile(file, { base, head, all }) {
    const [old, now] = [namesOf(base, head, file), namesOf(head, base, file)];
    const names = [...new Set([...old.keys(), ...now.keys()])].sort(kernel/* compareCodePoints */.OP);
    return names.flatMap((name) => {
        const [before, after] = [old.get(name) ?? null, now.get(name) ?? null];
        if (!all && (0,kernel/* equalInPython */.iN)(before, after))
            return [];
        return [{ file, name, base: before, head: after, delta: pythonDelta(before, after) }];
    });
}
/** A bare value is compared with a bare value only: against a mapping, or against nothing, DVC leaves it out. */
function namesOf(table, other, file) {
    const bare = table.files.has(file) && !table.mappings.has(file);
    const otherBare = other.files.has(file) && !other.mappings.has(file);
    return bare && !otherBare ? new Map() : (table.files.get(file) ?? new Map());
}
/** `new - old` in Python: booleans are 0 and 1, integers stay exact, a float on either side makes a float. */
function pythonDelta(base, head) {
    const [a, b] = [pythonNumber(base), pythonNumber(head)];
    if (a === null || b === null)
        return null;
    if (typeof a === "bigint" && typeof b === "bigint")
        return b - a;
    return Number(b) - Number(a);
}
function pythonNumber(value) {
    if (typeof value === "boolean")
        return value ? 1n : 0n;
    return typeof value === "number" || typeof value === "bigint" ? value : null;
}

;// CONCATENATED MODULE: ./build/compare/metrics.js


/** What `dvc metrics diff --json` says of the two sides; every metric with `all`. */
async function metricsDiff(base, head, all = false) {
    const [old, now] = await Promise.all([readMetrics(base), readMetrics(head)]);
    return { rows: diffTables(old, now, all), problems: [...old.problems, ...now.problems] };
}

;// CONCATENATED MODULE: ./build/compare/params.js




const DEFAULT_FILE = "params.yaml";
/** What `dvc params diff --json` says of the two sides; every parameter with `all`. */
async function paramsDiff(base, head, all = false) {
    const [old, now] = await Promise.all([readParameters(base), readParameters(head)]);
    return { rows: diffTables(old, now, all).map(withoutDelta), problems: [...old.problems, ...now.problems] };
}
/** Every tracked parameter of a side: keys that stages name, and whole files. */
async function readParameters(side) {
    const files = new Map();
    for (const [path, keys] of trackedKeys(side)) {
        const reduce = keys === null ? (value) => value : (value) => params_select(value, keys);
        for (const file of await expandPath(side, path))
            files.set(file, reduce);
    }
    return readTable(side, files);
}
/** File → the keys to look at, null for all of it: a top-level file, the root's params.yaml, a dependency on a whole file. */
function trackedKeys({ project }) {
    const tracked = new Map();
    for (const dep of project.stages.flatMap((stage) => stage.params)) {
        const known = tracked.get(dep.at);
        const whole = dep.keys.length === 0 || known === null;
        tracked.set(dep.at, whole ? null : [...(known ?? []), ...dep.keys]);
    }
    for (const file of [...project.topLevel.params, DEFAULT_FILE])
        tracked.set(file, null);
    return tracked;
}
/** The parts of a value that dotted keys name (`train.*`, `layers.0`), in the value's own shape. */
function params_select(value, keys) {
    return keys.map((key) => pick(value, key.split("."))).reduce(merge, new Map());
}
/** Undefined-like: an empty mapping where nothing matches. */
function pick(value, [part, ...rest]) {
    if (part === undefined)
        return value;
    const picked = new Map();
    for (const [key, item] of entriesOf(value)) {
        if (!matches(String(key), part))
            continue;
        const inner = pick(item, rest);
        if (rest.length === 0 || !(0,kernel/* isMapping */.pi)(inner) || inner.size > 0)
            picked.set(key, inner);
    }
    return picked;
}
function entriesOf(value) {
    if ((0,kernel/* isMapping */.pi)(value))
        return value;
    return (0,kernel/* isList */.Lv)(value) ? value.map((item, index) => [BigInt(index), item]) : [];
}
function merge(a, b) {
    if (!(0,kernel/* isMapping */.pi)(a) || !(0,kernel/* isMapping */.pi)(b))
        return b;
    const merged = new Map(a);
    for (const [key, item] of b) {
        const known = merged.get(key);
        merged.set(key, known === undefined ? item : merge(known, item));
    }
    return merged;
}
/** Shell globs in one part of a key: `*`, `?`, `[abc]`. Linear: a part is short and has no nesting. */
function matches(name, pattern) {
    if (!/[*?[]/.test(pattern))
        return name === pattern;
    const source = pattern.replace(/\[!?[^\]]+\]|[\s\S]/g, (piece) => {
        if (piece === "*")
            return ".*";
        if (piece === "?")
            return ".";
        if (piece.length > 1)
            return piece.replace("[!", "[^").replaceAll("\\", "\\\\");
        return piece.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
    });
    return new RegExp(`^${source.replace(/(\.\*)+/g, ".*")}$`, "su").test(name);
}

;// CONCATENATED MODULE: ./build/compare/shape/change.js
function tableChange(base, head) {
    if (base === null && head === null)
        return null;
    const [old, now] = [base?.names ?? null, head?.names ?? null];
    const named = old !== null && now !== null;
    return {
        rows: { base: base?.rows ?? null, head: head?.rows ?? null },
        columns: {
            base: base?.columns ?? null,
            head: head?.columns ?? null,
            ...(named ? { added: lacking(now, old), removed: lacking(old, now) } : {}),
        },
    };
}
function lacking(names, there) {
    const known = new Set(there);
    return [...new Set(names)].filter((name) => !known.has(name));
}

;// CONCATENATED MODULE: ./build/compare/shape/model.js
/** Beyond this a table's columns are counted, and not named. */
const MOST_COLUMNS = 2000;
const LONGEST_NAME = 200;
/** Names as they are kept; null where they are too many, or no names. */
function model_namesOf(names) {
    return names.length === 0 || names.length > MOST_COLUMNS ? null : names.map((name) => name.slice(0, LONGEST_NAME));
}

;// CONCATENATED MODULE: ./build/compare/shape/csv.js

const [QUOTE, LINE_FEED, RETURN] = [0x22, 0x0a, 0x0d];
const DELIMITERS = [",", ";", "\t", "|"];
/** A first record that is longer is none of a table's. Bytes. */
const LONGEST_HEADER = 256 * 1024;
/**
 * The records of a CSV file, as RFC 4180 has them: quoted fields may hold line breaks and delimiters. A first record without a
 * number in it names the columns. Null for what is no text, or has a quote that never ends. (Records are counted and fields left
 * alone: a parser of CSV would make a text of each of them, and hundreds of megabytes are looked through while somebody waits.)
 */
async function csvShape({ chunks }) {
    let header = null;
    let held = new Uint8Array();
    let scan = null;
    for await (const chunk of chunks()) {
        if (scan !== null) {
            if (!scan.take(chunk))
                return null;
            continue;
        }
        held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
        header = headerIn(held, false);
        if (header === null && held.length > LONGEST_HEADER)
            return null;
        if (header === null)
            continue;
        scan = new Scan(header.delimiter);
        if (!scan.take(held))
            return null;
    }
    if (scan === null || header === null) {
        header = headerIn(held, true);
        scan = new Scan(header?.delimiter ?? 0x2c);
        if (header === null || !scan.take(held))
            return null;
    }
    const records = scan.end();
    if (records === null || records === 0)
        return null;
    const fields = fieldsOf(header.first, String.fromCharCode(header.delimiter));
    const named = fields.every((field) => field === "" || Number.isNaN(Number(field)));
    return { rows: named ? records - 1 : records, columns: fields.length, names: named ? model_namesOf(fields) : null };
}
/** Counts records, byte by byte, through any number of chunks. */
class Scan {
    #delimiter;
    #records = 0;
    /** Something stands in the record. */
    #seen = false;
    #fieldStart = true;
    #quoted = false;
    #afterQuote = false;
    constructor(delimiter) {
        this.#delimiter = delimiter;
    }
    /** False for what is no text. */
    take(chunk) {
        for (const byte of chunk) {
            if (byte === 0)
                return false;
            if (this.#quoted) {
                if (byte === QUOTE)
                    [this.#quoted, this.#afterQuote] = [false, true];
            }
            else if (byte === QUOTE && (this.#fieldStart || this.#afterQuote)) {
                [this.#quoted, this.#afterQuote, this.#fieldStart, this.#seen] = [true, false, false, true];
            }
            else
                this.#plain(byte);
        }
        return true;
    }
    /** Null where a quote never ended. */
    end() {
        return this.#quoted ? null : this.#records + (this.#seen ? 1 : 0);
    }
    #plain(byte) {
        this.#afterQuote = false;
        this.#fieldStart = byte === LINE_FEED || byte === RETURN || byte === this.#delimiter;
        if (byte === LINE_FEED || byte === RETURN) {
            if (this.#seen)
                this.#records++;
            this.#seen = false;
        }
        else
            this.#seen = true;
    }
}
/** The first record, and the delimiter that it has most of; null where it has not ended yet. */
function headerIn(bytes, whole) {
    const text = new TextDecoder().decode(bytes.subarray(0, LONGEST_HEADER));
    const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]));
    let quoted = false;
    let end = -1;
    for (let i = 0; i < text.length && end < 0; i++) {
        const letter = text[i] ?? "";
        if (letter === '"')
            quoted = !quoted;
        else if (!quoted && (letter === "\n" || letter === "\r"))
            end = i;
        else if (!quoted && counts.has(letter))
            counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    if (end < 0 && !whole)
        return null;
    const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
    const first = end < 0 ? text : text.slice(0, end);
    return first.trim() === "" ? null : { first, delimiter: (best?.[0] ?? ",").charCodeAt(0) };
}
function fieldsOf(record, delimiter) {
    const fields = [""];
    let quoted = false;
    for (let i = 0; i < record.length; i++) {
        const letter = record[i] ?? "";
        const last = fields.length - 1;
        if (letter === '"' && quoted && record[i + 1] === '"') {
            fields[last] += '"';
            i++;
        }
        else if (letter === '"' && (quoted || fields[last] === ""))
            quoted = !quoted;
        else if (letter === delimiter && !quoted)
            fields.push("");
        else
            fields[last] += letter;
    }
    return fields.map((field) => field.trim());
}

;// CONCATENATED MODULE: ./build/compare/shape/json-lines.js

/** The keys of so many lines are taken for the table's columns. */
const LOOKED_AT = 100;
/** Bytes. */
const LONGEST_LINE = 1024 * 1024;
/** The lines of a JSON-lines file; null where the first ones are none. */
async function jsonLinesShape({ chunks }) {
    const names = new Set();
    let rows = 0;
    let blank = true;
    let line = [];
    let held = 0;
    const ended = () => {
        if (!blank && rows < LOOKED_AT) {
            const keys = keysOf(Buffer.concat(line).toString("utf8"));
            if (keys === null)
                return false;
            for (const key of keys)
                if (names.size <= MOST_COLUMNS)
                    names.add(key);
        }
        if (!blank)
            rows++;
        [blank, line, held] = [true, [], 0];
        return true;
    };
    for await (const chunk of chunks()) {
        let from = 0;
        for (let at = chunk.indexOf(0x0a); from <= chunk.length; at = chunk.indexOf(0x0a, from)) {
            const part = chunk.subarray(from, at < 0 ? chunk.length : at);
            blank &&= part.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
            if (rows < LOOKED_AT) {
                held += part.length;
                if (held > LONGEST_LINE)
                    return null;
                line.push(part);
            }
            if (at < 0)
                break;
            if (!ended())
                return null;
            from = at + 1;
        }
    }
    if (!ended() || rows === 0)
        return null;
    const found = model_namesOf([...names]);
    return { rows, columns: found?.length ?? null, names: found };
}
/** Null for what is no JSON; none for what is no object. */
function keysOf(text) {
    try {
        const value = JSON.parse(text.replace(/^\ufeff/, ""));
        return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/compare/shape/parquet.js

/** A footer that is longer is not read: it has the statistics of each part of each column. Bytes. */
const LONGEST_FOOTER = 16 * 1024 * 1024;
const MOST_NODES = 100_000;
/** What a Parquet file's footer says of its rows and top columns; null where it has none that can be read. */
async function parquetShape({ size, tail }) {
    if (size < 12)
        return null;
    const end = await tail(8);
    if (Buffer.from(end.subarray(4)).toString("latin1") !== "PAR1")
        return null;
    const length = new DataView(end.buffer, end.byteOffset).getUint32(0, true);
    if (length > LONGEST_FOOTER || length > size - 12)
        return null;
    try {
        return footerShape((await tail(length + 8)).subarray(0, length));
    }
    catch (error) {
        if (error instanceof RangeError)
            return null;
        throw error;
    }
}
/** FileMetaData: 2 is the schema, a tree in the order of reading; 3 is the number of rows. What comes after is not looked at. */
function footerShape(bytes) {
    const reader = new Thrift(bytes);
    let columns = [];
    for (let field = reader.field(0); field !== null; field = reader.field(field.id)) {
        if (field.id === 2)
            columns = topColumns(reader);
        else if (field.id === 3)
            return { rows: reader.natural(), columns: columns.length, names: model_namesOf(columns) };
        else
            reader.skip(field.type);
    }
    throw new RangeError("no number of rows");
}
function topColumns(reader) {
    const { size } = reader.list();
    const [root, ...nodes] = Array.from({ length: Math.min(size, MOST_NODES + 1) }, () => schemaElement(reader));
    if (size > MOST_NODES || root === undefined)
        throw new RangeError("too large a schema");
    const names = [];
    for (let at = 0; names.length < root.children && at < nodes.length; at = after(nodes, at)) {
        names.push(nodes[at]?.name ?? "");
    }
    return names;
}
/** Where the subtree of a node ends. */
function after(nodes, at) {
    let next = at;
    for (let open = 1; open > 0 && next < nodes.length; next++)
        open += (nodes[next]?.children ?? 0) - 1;
    return next;
}
/** 4 is the name, 5 the number of children. */
function schemaElement(reader) {
    let [name, children] = ["", 0];
    for (let field = reader.field(0); field !== null; field = reader.field(field.id)) {
        if (field.id === 4)
            name = reader.text();
        else if (field.id === 5)
            children = reader.natural();
        else
            reader.skip(field.type);
    }
    return { name, children };
}
const DEEPEST = 64;
/** As much of Thrift's compact protocol as it takes to pass over what is of no interest. Throws RangeError at the end of the bytes. */
class Thrift {
    #view;
    #at = 0;
    constructor(bytes) {
        this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    /** The next field of a struct; null at its end. */
    field(before) {
        const byte = this.#byte();
        const type = byte & 15;
        if (type === 0)
            return null;
        const delta = byte >> 4;
        return { id: delta === 0 ? this.#signed() : before + delta, type };
    }
    list() {
        const byte = this.#byte();
        return { size: byte >> 4 === 15 ? this.#varint() : byte >> 4, type: byte & 15 };
    }
    natural() {
        const value = this.#signed();
        if (!Number.isSafeInteger(value) || value < 0)
            throw new RangeError("no number of things");
        return value;
    }
    text() {
        const length = this.#varint();
        const start = this.#at;
        this.#move(length);
        return Buffer.from(this.#view.buffer, this.#view.byteOffset + start, Math.min(length, 4000)).toString("utf8");
    }
    skip(type, depth = 0) {
        if (depth > DEEPEST)
            throw new RangeError("too deep");
        if (type === 12) {
            for (let field = this.field(0); field !== null; field = this.field(field.id))
                this.skip(field.type, depth + 1);
        }
        else if (type === 9) {
            const { size, type: item } = this.list();
            // truth values in lists take a byte each
            for (let i = 0; i < size; i++)
                this.skip(item <= 2 ? 3 : item, depth + 1);
        }
        else if (type >= 4 && type <= 6)
            this.#varint();
        else if (type === 3)
            this.#move(1);
        else if (type === 7)
            this.#move(8);
        else if (type === 8)
            this.#move(this.#varint());
        else if (type > 2)
            throw new RangeError(`no type of Parquet's: ${type}`);
    }
    #byte() {
        return this.#view.getUint8(this.#at++);
    }
    #move(bytes) {
        this.#at += bytes;
        if (this.#at > this.#view.byteLength)
            throw new RangeError("the footer ends too early");
    }
    /** At most ten bytes; beyond 2⁵³ it is only nearly right, and nothing that counts is so large. */
    #varint() {
        let value = 0;
        for (let i = 0; i < 10; i++) {
            const byte = this.#byte();
            value += (byte & 127) * 2 ** (7 * i);
            if (byte < 128)
                return value;
        }
        throw new RangeError("a number without end");
    }
    #signed() {
        const value = this.#varint();
        return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    }
}

;// CONCATENATED MODULE: ./build/compare/shape/shape.js



const KINDS = new Map([
    ["csv", "csv"],
    ["tsv", "csv"],
    ["jsonl", "json-lines"],
    ["ndjson", "json-lines"],
    ["parquet", "parquet"],
]);
/** What kind of table a file is by its name; null for none. */
function tableKind(path) {
    const [, ending = ""] = /\.([A-Za-z]+)$/.exec(path) ?? [];
    return KINDS.get(ending.toLowerCase()) ?? null;
}
const READERS = { csv: csvShape, "json-lines": jsonLinesShape, parquet: parquetShape };
/** How much a table holds; null where it cannot be told. */
function shapeOf(kind, file) {
    return READERS[kind](file);
}
/** Several files as one table; null without any. Columns only where all have the same. */
function together(shapes) {
    const [first] = shapes;
    if (first === undefined)
        return null;
    const key = ({ columns, names }) => JSON.stringify([columns, names]);
    const same = shapes.every((shape) => key(shape) === key(first));
    const rows = shapes.reduce((sum, shape) => sum + shape.rows, 0);
    return same ? { ...first, rows } : { rows, columns: null, names: null };
}

;// CONCATENATED MODULE: ./build/compare/waivers.js

/** What a gate looks like, for those who would waive it; null where there is no value, or no "no" to it. */
function seenGate({ file, metric, verdict, blocks, base, head, limits, better }) {
    if (verdict !== "failed" || !blocks || limits.length === 0)
        return null;
    const compares = limits.some(({ kind }) => kind === "drop");
    return {
        file,
        metric,
        value: formatExact(head),
        against: compares ? formatExact(base) : null,
        limits: [better, ...limits.map(limitWritten)].join(", "),
    };
}
/** Gates whose "no" is waived stand in nobody's way; they say who waived them. */
function waive(gates, waivers, now) {
    return gates.map((gate) => {
        const found = waivers.find((waiver) => isFor(waiver, gate) && !hasExpired(waiver, now));
        if (found === undefined)
            return gate;
        const { by, until, reason } = found;
        return { ...gate, blocks: false, waived: { by, until, reason } };
    });
}
/** Whether it is about this gate, this value and all else that was seen. */
function isFor(waiver, gate) {
    const seen = seenGate(gate);
    return (seen !== null &&
        seen.file === waiver.file &&
        seen.metric === waiver.metric &&
        seen.value === waiver.value &&
        seen.against === waiver.against &&
        seen.limits === waiver.limits);
}
const DAY_MS = 24 * 60 * 60 * 1000;
function hasExpired({ until }, now) {
    return now.getTime() >= Date.parse(`${until}T00:00:00Z`) + DAY_MS;
}
function limitWritten({ kind, limit, drop }) {
    if (kind === "floor")
        return `floor ${limit}`;
    return drop?.kind === "share" ? `drop ${drop.value} of the base` : `drop ${drop?.value}`;
}

;// CONCATENATED MODULE: ./build/compare/index.js
















/***/ })

};
