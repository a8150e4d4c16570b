export const id = 4917;
export const ids = [4917];
export const modules = {

/***/ 84917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pl: () => (/* reexport */ Report),
  A8: () => (/* reexport */ addToYaml),
  Sb: () => (/* reexport */ byKind),
  z6: () => (/* reexport */ check),
  cc: () => (/* reexport */ complain),
  _6: () => (/* reexport */ decodeUtf8),
  WQ: () => (/* reexport */ describeNode),
  didYouMean: () => (/* reexport */ didYouMean),
  xC: () => (/* reexport */ dockerfileRule),
  aL: () => (/* reexport */ editYaml),
  h2: () => (/* reexport */ emitYaml),
  Ms: () => (/* reexport */ entryOf),
  ak: () => (/* reexport */ expectBoolean),
  E0: () => (/* reexport */ expectInteger),
  sn: () => (/* reexport */ expectList),
  Ym: () => (/* reexport */ expectMap),
  O3: () => (/* reexport */ expectMapping),
  Cq: () => (/* reexport */ expectNode),
  r$: () => (/* reexport */ expectNumber),
  lK: () => (/* reexport */ expectString),
  PR: () => (/* reexport */ expectValue),
  c3: () => (/* reexport */ listOf),
  A7: () => (/* reexport */ mapOf),
  J4: () => (/* reexport */ mismatch),
  me: () => (/* reexport */ nullable),
  yL: () => (/* reexport */ oneOf),
  lq: () => (/* reexport */ optional),
  vh: () => (/* reexport */ orEmpty),
  qF: () => (/* reexport */ parseJson),
  MT: () => (/* reexport */ parseToml),
  hN: () => (/* reexport */ parseYaml),
  ug: () => (/* reexport */ pythonReader),
  LE: () => (/* reexport */ readParams),
  g1: () => (/* reexport */ record),
  YP: () => (/* reexport */ refine),
  mw: () => (/* reexport */ required),
  WG: () => (/* reexport */ rewriteYaml),
  BA: () => (/* reexport */ toValue),
  vX: () => (/* reexport */ unknownKeys)
});

// UNUSED EXPORTS: BUILDERS, excerpt, nearest, parsePython

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/source/nearest.js
/** The word most like `name`, or null when none is near: at most a third of the letters differ (swapped neighbours count once). */
function nearest(name, words) {
    let best = null;
    let least = Math.max(1, Math.floor(name.length / 3)) + 1;
    for (const word of words) {
        const distance = editDistance(name.toLowerCase(), word.toLowerCase(), least);
        if (distance >= least)
            continue;
        least = distance;
        best = word;
    }
    return best;
}
/** "did you mean `deps`?", or null. */
function didYouMean(name, words) {
    const word = nearest(name, words);
    return word === null ? null : `did you mean \`${word}\`?`;
}
/** Optimal string alignment distance (insert, delete, replace, swap neighbours); gives up at `limit`. */
function editDistance(a, b, limit) {
    if (Math.abs(a.length - b.length) >= limit || a.length > 200)
        return limit;
    let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                least = Math.min(least, (before[j - 2] ?? 0) + 1);
            next.push(least);
        }
        [before, row] = [row, next];
    }
    return row[b.length] ?? limit;
}

;// CONCATENATED MODULE: ./build/source/node.js
/** Anchored nodes keep their value, so that aliases converted in separate calls are still one object. */
const shared = new WeakMap();
/** The plain value of a node; the same (aliased) node gives the same object, in every call. */
function toValue(node) {
    if (node.kind === "scalar")
        return node.value;
    const known = node.anchor === undefined ? undefined : shared.get(node);
    if (known !== undefined)
        return known;
    const value = node.kind === "list"
        ? node.items.map(toValue)
        : new Map(node.entries.map((entry) => [entry.key, toValue(entry.value)]));
    if (node.anchor !== undefined)
        shared.set(node, value);
    return value;
}
/** A file that holds what Python takes for nothing is an empty mapping to DVC. */
function orEmpty(node) {
    const nothing = node.kind === "list" ? node.items.length === 0 : node.kind === "scalar" && isNothing(node.value);
    return nothing ? { kind: "map", at: node.at, entries: [] } : node;
}
/** Python's idea of an empty value. */
function isNothing(value) {
    return value === null || value === false || value === "" || value === 0n || value === 0;
}
/** The value below a text key of a map, or undefined. For many look-ups in one map use `expectMap`. */
function entryOf(node, key) {
    return node.kind === "map" ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}
/** What stands there, in the words of a message: `a list`, `the text "yes"`, `nothing`. */
function describeNode(node) {
    if (node.kind === "list")
        return node.items.length === 0 ? "an empty list" : "a list";
    if (node.kind === "map")
        return node.entries.length === 0 ? "an empty mapping" : "a mapping";
    return describeScalar(node.value);
}
function describeScalar(value) {
    if (value === null)
        return "nothing";
    if (typeof value === "string")
        return `the text ${JSON.stringify(shorten(value))}`;
    if (typeof value === "object")
        return `the date ${value.timestamp}`;
    return `${typeof value === "boolean" ? "" : "the number "}${shorten(String(value))}`;
}
function shorten(text) {
    return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

;// CONCATENATED MODULE: ./build/source/place.js

/**
 * A place that remembers the text around it, so that a failure reported much later can still show the line.
 * To everyone else (and to JSON) it is an ordinary `Place`.
 */
class Located {
    file;
    line;
    column;
    #source;
    constructor(source, line, column) {
        this.file = source.file;
        this.line = line;
        this.column = column;
        this.#source = source;
    }
    get text() {
        return this.#source.text;
    }
}
/** Offsets (UTF-16 units from 0) of one text to places; logarithmic per question. */
class PlaceFinder {
    #source;
    #starts = [0];
    constructor(source) {
        this.#source = source;
        for (let at = source.text.indexOf("\n"); at >= 0; at = source.text.indexOf("\n", at + 1))
            this.#starts.push(at + 1);
    }
    at(offset) {
        let low = 0;
        let high = this.#starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return new Located(this.#source, low + 1, offset - (this.#starts[low] ?? 0) + 1);
    }
}
const WIDEST = 100;
/**
 * The source line of a place with `^^^` under `length` characters, ready to print:
 * ```
 *    14 |       dep: [data/train.csv]
 *       |       ^^^
 * ```
 * A long line is cut around the place; tabs are shown as one blank so that the marks stay in line.
 */
function excerpt(text, place, length = 1) {
    const line = text.split("\n", place.line ?? 1).at((place.line ?? 1) - 1) ?? "";
    const column = Math.min((place.column ?? 1) - 1, line.length);
    const from = column > WIDEST - 20 ? column - 40 : 0;
    const shown = line.slice(from, from + WIDEST).replace(/\p{Cc}/gu, " ");
    const marks = "^".repeat(Math.max(1, Math.min(length, shown.length - (column - from))));
    const number = String(place.line ?? 1).padStart(5);
    const lead = from > 0 ? "…" : "";
    return `${number} | ${lead}${shown.trimEnd()}\n${" ".repeat(5)} | ${" ".repeat(column - from + lead.length)}${marks}`;
}
/**
 * A `badInput` at a place of a parsed text, with the excerpt when the place knows its text. What was found and the next
 * step are always said: the marked text and "write what is expected", where the complaint has no better words.
 */
function complain(at, code, message, { length, ...details } = {}) {
    const place = { file: at.file, ...(at.line && { line: at.line }), ...(at.column && { column: at.column }) };
    const shown = at instanceof Located ? { found: marked(at, length), excerpt: excerpt(at.text, at, length) } : {};
    return (0,kernel/* badInput */.AN)(code, message, { ...shown, hint: nextStep(at, details), ...details, at: place });
}
/** The text that the marks stand under: as long as they are, else to the end of the line. */
function marked(at, length = 60) {
    const line = at.text.split("\n", at.line).at(at.line - 1) ?? "";
    const found = line.slice(at.column - 1, at.column - 1 + length).trim();
    return found === "" ? "the end of the line" : found;
}
function nextStep(at, { expected }) {
    return expected === undefined ? `\`git diff -- ${at.file}\` shows what changed last` : `write ${expected}`;
}

;// CONCATENATED MODULE: ./build/source/expect.js




/** Collects the complaints of one reading. `subject` goes before every message: `stage "train": `. */
class Report {
    failures = [];
    code;
    subject;
    constructor(code, subject = "", failures = []) {
        this.code = code;
        this.subject = subject;
        this.failures = failures;
    }
    add(at, message, details = {}) {
        this.failures.push(complain(at, this.code, this.subject === "" ? message : `${this.subject}: ${message}`, details));
        return undefined;
    }
    /** The same collection under another subject. */
    about(subject) {
        return new Report(this.code, subject, this.failures);
    }
    /** Throws all complaints as one `Failure`, if there are any. */
    settle() {
        if (this.failures.length > 0)
            throw (0,kernel/* together */.bs)(this.failures);
    }
}
/** Applies a rule to a whole file; every mistake in it is thrown as one `Failure` with this code. */
function check(node, rule, code) {
    const report = new Report(code);
    const value = rule(node, report);
    report.settle();
    if (value === undefined)
        throw new Error("a rule refused a node without a complaint");
    return value;
}
function expectString(node, report) {
    if (node.kind === "scalar" && typeof node.value === "string")
        return node.value;
    const quotable = node.kind === "scalar" && node.value !== null;
    return mismatch(node, report, "a text", quotable ? { hint: "put it in quotes" } : {});
}
function expectBoolean(node, report) {
    if (node.kind === "scalar" && typeof node.value === "boolean")
        return node.value;
    return mismatch(node, report, "true or false");
}
function expectInteger(node, report) {
    if (node.kind === "scalar" && typeof node.value === "bigint")
        return node.value;
    return mismatch(node, report, "a whole number");
}
/** An integer or a float, as a JavaScript number. */
function expectNumber(node, report) {
    if (node.kind === "scalar" && (typeof node.value === "bigint" || typeof node.value === "number"))
        return Number(node.value);
    return mismatch(node, report, "a number");
}
/** Any value but a date, which no tool around DVC can carry. */
function expectValue(node, report) {
    const value = toValue(node);
    return (0,kernel/* isTimestamp */.Fx)(value) ? mismatch(node, report, "a value other than a date", { hint: "put it in quotes" }) : value;
}
/** A mapping whose values may be anything, as a plain value. */
function expectMapping(node, report) {
    const value = toValue(node);
    return value instanceof Map ? value : mismatch(node, report, "a mapping");
}
/** A mapping to be read entry by entry. */
function expectMap(node, report) {
    return node.kind === "map" ? node : mismatch(node, report, "a mapping");
}
function expectList(node, report) {
    return node.kind === "list" ? node.items : mismatch(node, report, "a list");
}
/** The node itself, for what is looked at later. */
function expectNode(node) {
    return node;
}
/** Every item by one rule; items that do not fit are left out after their complaint. */
function listOf(rule) {
    return (node, report) => expectList(node, report)?.flatMap((item) => {
        const value = rule(item, report);
        return value === undefined ? [] : [value];
    });
}
/** A mapping from free names to one rule, in file order. Names that YAML reads as numbers or booleans are taken as their text. */
function mapOf(rule) {
    return (node, report) => {
        const map = expectMap(node, report);
        if (map === undefined)
            return undefined;
        const result = new Map();
        for (const { key, keyAt, value } of map.entries) {
            const read = rule(value, report, String(key), keyAt);
            if (read !== undefined)
                result.set(String(key), read);
        }
        return result;
    };
}
/** One of a few words. */
function oneOf(...words) {
    return (node, report) => {
        const word = words.find((candidate) => node.kind === "scalar" && node.value === candidate);
        if (word !== undefined)
            return word;
        const meant = node.kind === "scalar" && typeof node.value === "string" ? nearest(node.value, words) : null;
        return mismatch(node, report, words.join(", "), meant === null ? {} : { hint: `did you mean \`${meant}\`?` });
    };
}
/** The rule by what kind of node stands there: `{ scalar: expectString, list: listOf(expectString) }`. */
function byKind(rules, expected) {
    return (node, report) => {
        const rule = rules[node.kind];
        return rule === undefined ? mismatch(node, report, expected) : rule(node, report);
    };
}
/** Null where nothing stands after the key. */
function nullable(rule) {
    return (node, report) => (node.kind === "scalar" && node.value === null ? null : rule(node, report));
}
/** Changes what a rule gives; complain through `report` and return undefined to refuse. */
function refine(rule, then) {
    return (node, report) => {
        const value = rule(node, report);
        return value === undefined ? undefined : then(value, node, report);
    };
}
/** "found …, expected …" at a node. */
function mismatch(node, report, expected, details = {}) {
    const found = describeNode(node);
    return report.add(node.at, `expected ${expected}, found ${found}`, { expected, found, ...details });
}

;// CONCATENATED MODULE: ./build/source/record.js


function required(rule) {
    return { rule, required: true, fallback: undefined };
}
function optional(rule, fallback = null) {
    return { rule, required: false, fallback };
}
/**
 * A mapping with known keys: `record("a stage", { cmd: required(expectString), deps: optional(listOf(expectString), []) })`.
 * Unknown keys are refused with the nearest known one; missing and misfitting ones are all reported.
 */
function record(what, fields) {
    const byKey = new Map(Object.entries(fields));
    const known = Object.keys(fields);
    const needed = known.filter((key) => fields[key]?.required === true);
    const absent = Object.fromEntries(known.map((key) => [key, fields[key]?.fallback]));
    // locks hold very many records of few keys each: only what is written is looked at
    return (node, report) => {
        const map = expectMap(node, report);
        if (map === undefined)
            return undefined;
        const before = report.failures.length;
        if (map.entries.some(({ key }) => !byKey.has(key)))
            unknownKeys(map, { known, what }, report);
        const result = { ...absent };
        complainOfMissing(map, { needed, what, report });
        for (const { key, value } of map.entries) {
            const field = byKey.get(key);
            if (field !== undefined)
                result[String(key)] = field.rule(value, report);
        }
        if (report.failures.length > before)
            return undefined;
        result["$"] = { at: node.at, nodes: nodesOf(map) };
        // every field was read by the rule of its own name, which is what RecordOf says
        return result;
    };
}
function complainOfMissing(map, { needed, what, report }) {
    for (const name of needed) {
        if (map.entries.some(({ key }) => key === name))
            continue;
        report.add(map.at, `${what} needs \`${name}\``, { expected: `the key \`${name}\`` });
    }
}
function nodesOf(map) {
    return new Map(map.entries.map((entry) => [String(entry.key), entry.value]));
}
/** Complains of every key that is not known, with the nearest known one. */
function unknownKeys(map, { known, what }, report) {
    for (const { key, keyAt } of map.entries) {
        const name = String(key);
        if (known.includes(name))
            continue;
        report.add(keyAt, `\`${name}\` is not a key of ${what}`, {
            found: name,
            expected: `one of ${known.join(", ")}`,
            hint: didYouMean(name, known) ?? `the keys of ${what} are ${known.join(", ")}`,
            length: name.length,
        });
    }
}

;// CONCATENATED MODULE: ./build/source/dockerfile.js



const BUILDERS = ["auto", "buildx", "docker", "buildah", "podman"];
/** What the builders take for the name of a stage and of an argument. */
const STAGE = /^[A-Za-z0-9][\w.-]*$/;
const ARGUMENT = /^[A-Za-z_]\w*$/;
const target = refine(expectString, (text, node, report) => STAGE.test(text)
    ? text
    : report.add(node.at, "`target` is a stage of the Dockerfile", {
        found: text,
        expected: "the name behind `AS`, or a stage's number",
        length: text.length,
    }));
function argument(node, report, name, at) {
    if (!ARGUMENT.test(name)) {
        return report.add(at, "not a name that a build argument can have", {
            found: name,
            expected: "letters, digits and `_`, no digit first",
            length: name.length,
        });
    }
    if (node.kind === "scalar" && typeof node.value !== "string") {
        return report.add(node.at, `the build argument ${name} is a text`, {
            found: describeNode(node),
            expected: "a text in quotes: without them 3.10 is 3.1",
            hint: `args: {${name}: "3.10"}`,
        });
    }
    const value = expectString(node, report);
    if (value === undefined || !/[\0\r\n]/.test(value))
        return value;
    return report.add(node.at, `the build argument ${name} is one line`, { expected: "a text without line breaks" });
}
/**
 * `dockerfile: Dockerfile`, or the same with what else has to be said: written alike in mainline.yaml and in dvc.yaml. `path` reads a
 * path of the repository under its key; `here` is the context where none is named.
 */
function dockerfileRule(path, here) {
    const file = path("dockerfile");
    const written = record("`dockerfile`", {
        file: required(file),
        context: optional(path("context"), here),
        target: optional(target),
        args: optional(mapOf(argument), new Map()),
        builder: optional(oneOf(...BUILDERS), "auto"),
    });
    return byKind({
        scalar: refine(file, (name) => ({ file: name, context: here, target: null, args: new Map(), builder: "auto" })),
        map: refine(written, ({ file: name, context, target: stage, args, builder }) => ({
            file: name,
            context,
            target: stage,
            args,
            builder,
        })),
    }, "a file, as in `dockerfile: Dockerfile`");
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/source/edit.js

/**
 * Changes a few texts of a YAML file and leaves every other character as it is; only what cannot be done in place (a key
 * goes from between braces, or from behind a dash) makes the file be written anew, comments and order kept. `at` leads to a mapping: keys, and
 * the numbers of items. Null where no mapping lies there.
 */
function editYaml(text, at, settings) {
    let edited = text;
    for (const [key, value] of Object.entries(settings)) {
        const document = (0,dist/* parseDocument */.Tp)(edited, { keepSourceTokens: true });
        const map = document.getIn(at, true);
        if (document.errors.length > 0 || !(0,dist/* isMap */.jh)(map))
            return null;
        edited = inPlace(edited, map, { key, value }) ?? anew(document, map, { key, value });
    }
    return edited;
}
/** Adds an item to a list at the top, which is made at the end of the file where it is not there. */
function addToYaml(text, list, item) {
    const document = (0,dist/* parseDocument */.Tp)(text, { keepSourceTokens: true });
    if (document.has(list)) {
        document.addIn([list], document.createNode(item));
        return drawn(document);
    }
    const lines = Object.entries(item).map(([key, value]) => `${key}: ${written(value)}`);
    const end = text === "" || text.endsWith("\n") ? text : `${text}\n`;
    return `${end}${list}:\n- ${lines.join("\n  ")}\n`;
}
function inPlace(text, map, { key, value }) {
    const pair = pairOf(map, key);
    if (value === null)
        return pair === undefined ? text : withoutLine(text, map, pair);
    if (pair === undefined)
        return withLine(text, map, `${key}: ${written(value)}`);
    const found = pair.value;
    if (!(0,dist/* isScalar */.jn)(found) || found.range == null || found.type?.startsWith("BLOCK") === true)
        return null;
    if (found.value === value)
        return text;
    const [start, end] = found.range;
    return start === end ? null : `${text.slice(0, start)}${written(value)}${text.slice(end)}`;
}
/** The line after the mapping's last one, as far in as its keys. */
function withLine(text, map, line) {
    const last = map.items.at(-1);
    const start = startOf(last);
    if (map.flow === true || start === null || map.range == null)
        return null;
    const valueEnd = (0,dist/* isScalar */.jn)(last?.value) ? last.value.range?.[1] : map.range[1];
    const end = text.indexOf("\n", Math.max(start, (valueEnd ?? start) - ((0,dist/* isScalar */.jn)(last?.value) ? 0 : 1)));
    const indent = " ".repeat(start - lineStart(text, start));
    const ending = text.includes("\r\n") ? "\r\n" : "\n";
    const before = end < 0 ? `${text}${ending}` : text.slice(0, end + 1);
    return `${before}${indent}${line}${ending}${end < 0 ? "" : text.slice(end + 1)}`;
}
/** Only where the key has its lines to itself. */
function withoutLine(text, map, pair) {
    const start = startOf(pair);
    if (map.flow === true || start === null || !(0,dist/* isScalar */.jn)(pair.value) || pair.value.range == null)
        return null;
    const from = lineStart(text, start);
    if (text.slice(from, start).trim() !== "")
        return null;
    const end = text.indexOf("\n", pair.value.range[1]);
    return `${text.slice(0, from)}${end < 0 ? "" : text.slice(end + 1)}`;
}
function anew(document, map, { key, value }) {
    if (value === null)
        map.delete(key);
    else
        map.set(key, value);
    return drawn(document);
}
function drawn(document) {
    return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
function pairOf(map, key) {
    return map.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && item.key.value === key);
}
function startOf(pair) {
    return (0,dist/* isScalar */.jn)(pair?.key) ? (pair.key.range?.[0] ?? null) : null;
}
function lineStart(text, offset) {
    return text.lastIndexOf("\n", offset - 1) + 1;
}
/** Plain where every YAML reader takes it for the same text. */
function written(value) {
    return /^[a-zA-Z][\w./:@-]*$/.test(value) && !/:$|^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value)
        ? value
        : JSON.stringify(value);
}

;// CONCATENATED MODULE: ./build/source/fold.js
/** The column that ruamel folds at (its default `width`, which DVC keeps). */
const WIDTH = 80;
function charactersOf(text) {
    if (!/[\ud800-\udfff]/.test(text)) {
        return { length: text.length, at: (index) => text.charAt(index), slice: (from, to) => text.slice(from, to) };
    }
    const points = Array.from(text);
    return {
        length: points.length,
        at: (index) => points[index] ?? "",
        slice: (from, to) => points.slice(from, to).join(""),
    };
}
const BREAKS = new Set(["\n", "\x85", "\u2028", "\u2029"]);
/**
 * A plain scalar; words that do not fit go to a line of their own, which leaves a blank at the end of the line before.
 * Without `split` (a key) nothing is folded. ruamel does fold such keys, and then cannot read its own text: the one place
 * where we differ on purpose.
 */
function writePlain(pen, text, split) {
    if (text === "")
        return;
    if (!pen.whitespace)
        pen.write(" ");
    pen.whitespace = false;
    pen.indention = false;
    for (const [piece] of text.matchAll(/ +|[^ ]+/g)) {
        if (!piece.startsWith(" "))
            writeWord(pen, piece, split);
        else if (piece.length === 1 && pen.column >= WIDTH && split)
            startLine(pen);
        else
            pen.write(piece);
    }
}
function writeWord(pen, word, split) {
    const width = widthOf(word);
    if (split && width + pen.column > WIDTH && pen.indent !== null && pen.column > pen.indent)
        pen.newIndent();
    pen.write(word, width);
}
function startLine(pen) {
    pen.newIndent();
    pen.whitespace = false;
    pen.indention = false;
}
/** Columns a text takes, by code points. */
function widthOf(text) {
    return /[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length;
}
/** A single-quoted scalar; folds at a lone blank past the width. */
function writeSingle(pen, text, split) {
    pen.indicator("'", { needsBlank: true });
    const last = text.length;
    for (const match of text.matchAll(/ +|[\n\x85\u2028\u2029]+|[^ \n\x85\u2028\u2029]+/g)) {
        const [piece] = match;
        const end = match.index + piece.length;
        if (piece === " " && pen.column > WIDTH && split && match.index !== 0 && end !== last)
            pen.newIndent();
        else if (BREAKS.has(piece.charAt(0)))
            writeBreaks(pen, piece);
        else {
            const quoted = piece.replaceAll("'", "''");
            pen.write(quoted, widthOf(quoted));
        }
    }
    pen.indicator("'");
}
function writeBreaks(pen, breaks) {
    if (breaks.startsWith("\n"))
        pen.lineBreak();
    for (const one of breaks)
        pen.lineBreak(one);
    pen.newIndent();
}
const ESCAPES = new Map(Object.entries({
    "\0": "0",
    "\x07": "a",
    "\b": "b",
    "\t": "t",
    "\n": "n",
    "\v": "v",
    "\f": "f",
    "\r": "r",
    "\x1b": "e",
    '"': '"',
    "\\": "\\",
    "\x85": "N",
    "\xa0": "_",
    "\u2028": "L",
    "\u2029": "P",
}));
const ESCAPED = /["\\\x85\u2028\u2029\ufeff]|[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
function escaped(character) {
    const short = ESCAPES.get(character);
    if (short !== undefined)
        return `\\${short}`;
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16).toUpperCase();
    if (code <= 0xff)
        return `\\x${hex.padStart(2, "0")}`;
    return code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
/**
 * A double-quoted scalar, folded at blanks and after escapes past the width; a backslash at the line's end where a reader
 * would take the break for a blank. Written as ruamel's loop is, because its decisions depend on where that loop stands.
 */
function writeDouble(pen, text, split) {
    pen.indicator('"', { needsBlank: true });
    const characters = charactersOf(text);
    const ahead = new Ahead(characters);
    let start = 0;
    const flush = (to) => {
        if (start < to)
            pen.write(characters.slice(start, to), to - start);
        start = Math.max(start, to);
    };
    for (let end = 0; end <= characters.length; end++) {
        const character = end < characters.length ? characters.at(end) : null;
        if (character === null || ESCAPED.test(character)) {
            flush(end);
            if (character !== null) {
                pen.write(escaped(character));
                start = end + 1;
            }
        }
        if (!split || end === 0 || end >= characters.length - 1)
            continue;
        if (character !== " " && start < end)
            continue;
        if (pen.column + (end - start) <= WIDTH)
            continue;
        const joined = ahead.needsBackslash(start, end);
        flush(end);
        if (joined)
            pen.write("\\");
        pen.newIndent();
        pen.whitespace = false;
        pen.indention = false;
        if (characters.at(start) !== " ")
            continue;
        if (joined)
            pen.write("\\");
        else
            start++;
    }
    pen.indicator('"');
}
/** Looks ahead in a text without ever scanning a stretch twice: questions come with growing positions. */
class Ahead {
    #characters;
    #next = new Map();
    constructor(characters) {
        this.#characters = characters;
    }
    /** Whether a break put at `end` must be escaped so that it does not read as a blank. */
    needsBackslash(start, end) {
        const { length } = this.#characters;
        const space = this.#find(" ", end);
        if (space >= length)
            return true;
        const newline = this.#find("\n", end);
        const stop = Math.min(newline, space);
        if (stop + 1 >= length)
            return true;
        const after = this.#characters.at(stop + 1);
        if (this.#characters.at(stop) === "\n" && after !== " ")
            return true;
        const quoted = this.#find('"', end) < stop || this.#find("'", end) < stop;
        const doubled = this.#characters.slice(end - 1, end + 1) === "  ";
        return quoted || after === " " || after === "\n" || doubled || start === end;
    }
    #find(character, from) {
        const known = this.#next.get(character) ?? -1;
        if (known >= from)
            return known;
        let at = from;
        while (at < this.#characters.length && this.#characters.at(at) !== character)
            at++;
        this.#next.set(character, at);
        return at;
    }
}

;// CONCATENATED MODULE: ./build/source/layout.js

/**
 * The layout of a value: block style, an anchor for every collection that is used twice. Where `old` presented the same value
 * (or the same key of a changed mapping, the same place of a list of the same length), its spelling and comments are kept.
 */
function layoutOf(value, old) {
    const anchors = nameShared(value);
    const written = new Set();
    const place = (item, before) => {
        if (!(0,kernel/* isList */.Lv)(item) && !(0,kernel/* isMapping */.pi)(item))
            return scalarOf(item, before);
        const anchor = anchors.get(item) ?? null;
        if (anchor !== null) {
            if (written.has(item))
                return { kind: "alias", anchor };
            written.add(item);
        }
        const kept = before !== undefined && isAlike(item, before.value) ? before : undefined;
        const flow = kept?.flow ?? false;
        if ((0,kernel/* isList */.Lv)(item)) {
            const items = [...item.entries()].map(([index, below]) => ({
                ...kept?.keys.get(BigInt(index)),
                value: place(below, kept?.children.get(BigInt(index))),
            }));
            return { kind: "list", items, flow, anchor };
        }
        const entries = [...item].map(([key, below]) => ({
            ...kept?.keys.get(key),
            key: scalarLayout(key),
            value: place(below, kept?.children.get(key)),
        }));
        return { kind: "map", entries, flow, anchor };
    };
    return place(value, old);
}
/** A mapping stays the same mapping when it changes; a list only while its length stays (DVC's own rule for updates). */
function isAlike(item, before) {
    if ((0,kernel/* isList */.Lv)(item))
        return (0,kernel/* isList */.Lv)(before) && before.length === item.length;
    return (0,kernel/* isMapping */.pi)(item) && (0,kernel/* isMapping */.pi)(before);
}
function scalarOf(value, before) {
    const layout = scalarLayout(value);
    const same = before !== undefined && Object.is(before.value, value);
    return same && before.spelling !== undefined ? { ...layout, text: before.spelling } : layout;
}
/** `id001`, … for collections met twice, in the order in which the second meeting happens. */
function nameShared(value) {
    const seen = new Set();
    const names = new Map();
    const visit = (item) => {
        if (!(0,kernel/* isList */.Lv)(item) && !(0,kernel/* isMapping */.pi)(item))
            return;
        if (seen.has(item)) {
            if (!names.has(item))
                names.set(item, `id${String(names.size + 1).padStart(3, "0")}`);
            return;
        }
        seen.add(item);
        for (const below of item.values())
            visit(below);
    };
    visit(value);
    return names;
}
function scalarLayout(value) {
    if (typeof value === "string")
        return { kind: "scalar", text: value, type: "text", tagLength: 5 };
    if (value === null)
        return { kind: "scalar", text: "", type: "null", tagLength: 6 };
    if (typeof value === "bigint")
        return { kind: "scalar", text: String(value), type: "other", tagLength: 5 };
    if (typeof value === "boolean")
        return { kind: "scalar", text: String(value), type: "other", tagLength: 6 };
    if (typeof value === "number")
        return { kind: "scalar", text: floatText(value), type: "other", tagLength: 7 };
    if ((0,kernel/* isTimestamp */.Fx)(value))
        return { kind: "scalar", text: value.timestamp, type: "other", tagLength: 11 };
    throw new TypeError("a collection is not a scalar");
}
function floatText(value) {
    if (Number.isFinite(value))
        return (0,kernel/* reprFloat */.yI)(value);
    return Number.isNaN(value) ? ".nan" : value > 0 ? ".inf" : "-.inf";
}

;// CONCATENATED MODULE: ./build/source/pen.js
/** Where the emitter's pen stands. The names and the rules are ruamel's emitter's, so that both can be compared line by line. */
class Pen {
    #out = [];
    column = 0;
    /** The last thing written was blank. */
    whitespace = true;
    /** Only indentation and indicators stand on this line. */
    indention = true;
    /** Columns that a new line starts with; null at the top level. */
    indent = null;
    text() {
        return this.#out.join("");
    }
    /** Writes text of known width (in code points). */
    write(text, width = text.length) {
        this.#out.push(text);
        this.column += width;
    }
    indicator(text, options = {}) {
        this.write(this.whitespace || options.needsBlank !== true ? text : ` ${text}`);
        this.whitespace = options.whitespace === true;
        this.indention = this.indention && options.indention === true;
    }
    /** A new line at the current indentation, unless the pen already stands there. */
    newIndent() {
        const indent = this.indent ?? 0;
        if (!this.indention || this.column > indent || (this.column === indent && !this.whitespace))
            this.lineBreak();
        if (this.column < indent) {
            this.whitespace = true;
            this.write(" ".repeat(indent - this.column));
        }
    }
    lineBreak(text = "\n") {
        this.#out.push(text);
        this.whitespace = true;
        this.indention = true;
        this.column = 0;
    }
}

;// CONCATENATED MODULE: ./build/source/scalar.js
/**
 * How ruamel.yaml 0.19 (YAML 1.2) reads a plain scalar: `yes` and `12:30` are texts, `010` is ten, `1e5` a float,
 * `0o17`, `0b1`, `0x1F` and `1_000` integers, `2020-01-01` a date. The order of the questions is ruamel's.
 */
function resolvePlain(text) {
    const first = text.charCodeAt(0);
    if (Number.isNaN(first))
        return null;
    if (isWordStart(first))
        return resolveWord(text);
    if (!isNumberStart(first))
        return text;
    if (INTEGER_ONLY.test(text))
        return BigInt(text);
    if (FLOAT.test(text))
        return readFloat(text);
    if (INTEGER.test(text))
        return readInteger(text) ?? text;
    return TIMESTAMP.test(text) ? { timestamp: text } : text;
}
/** True when a plain scalar of this text would not come back as this text: then it needs quotes. `=` and `<<` resolve specially. */
function needsQuotes(text) {
    if (text === "=" || text === "<<")
        return true;
    const first = text.charCodeAt(0);
    if (isWordStart(first))
        return resolveWord(text) !== text;
    return isNumberStart(first) && (FLOAT.test(text) || INTEGER.test(text) || TIMESTAMP.test(text));
}
/** Digits without a leading zero: the common case, and exactly what `BigInt` reads as Python's `int` does. */
const INTEGER_ONLY = /^-?[1-9][0-9]{0,17}$/;
const INTEGER = /^(?:[-+]?0b[0-1_]+|[-+]?0o?[0-7_]+|[-+]?[0-9_]+|[-+]?0x[0-9a-fA-F_]+)$/;
const FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const TIMESTAMP = /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9]{2})?))?)$/;
const WORDS = new Map([
    ...["true", "True", "TRUE"].map((word) => [word, true]),
    ...["false", "False", "FALSE"].map((word) => [word, false]),
    ...["null", "Null", "NULL", "~"].map((word) => [word, null]),
]);
function resolveWord(text) {
    if (text.length > 5)
        return text;
    const word = WORDS.get(text);
    return word === undefined ? text : word;
}
/** t T f F n N ~ */
function isWordStart(code) {
    return code === 116 || code === 84 || code === 102 || code === 70 || code === 110 || code === 78 || code === 126;
}
/** 0-9 + - . */
function isNumberStart(code) {
    return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
}
/** Null for what matches ruamel's pattern but has no digits (`0x_`, `-_`): real ruamel crashes there, we keep the text. */
function readInteger(text) {
    const negative = text.startsWith("-");
    const digits = text.replace(/^[-+]/, "").replaceAll("_", "");
    if (digits === "" || /^0[box]$/.test(digits))
        return null;
    const value = BigInt(digits);
    return negative ? -value : value;
}
function readFloat(text) {
    const plain = text.replaceAll("_", "").toLowerCase();
    if (plain.endsWith(".inf"))
        return plain.startsWith("-") ? -Infinity : Infinity;
    if (plain === ".nan")
        return Number.NaN;
    const value = Number(plain);
    return Number.isNaN(value) ? text : value;
}

;// CONCATENATED MODULE: ./build/source/scalar-style.js

/** Texts that need no second look: a word of letters, digits and path characters. */
const SURELY_PLAIN = /^[A-Za-z_/][A-Za-z0-9_/.@-]{5,}$/;
/** ruamel's choice for a text without a style of its own: plain, else single quotes, else double; double at once with `'` or a line break inside. */
function chooseStyle(scalar, context) {
    const { text } = scalar;
    if (SURELY_PLAIN.test(text))
        return "plain";
    if (text === "")
        return scalar.type === "text" || context.simpleKey || context.flow ? "single" : "plain";
    const form = analyse(text);
    const fits = context.flow ? form.flowPlain : form.blockPlain;
    const own = scalar.type !== "text" || !needsQuotes(text);
    if (own && fits && !(context.simpleKey && form.multiline))
        return "plain";
    if (text.includes("'") || text.includes("\n"))
        return "double";
    return form.single && !(context.simpleKey && form.multiline) ? "single" : "double";
}
/** True when the text holds a line break, which a simple key may not. */
function isMultiline(text) {
    return BREAK.test(text);
}
const BREAK = /[\n\x85\u2028\u2029]/;
/** Everything that must be escaped: controls, lone surrogates, the byte order mark, non-characters. */
const SPECIAL = /[^\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
const EDGE = /^[ \n\x85\u2028\u2029]|[ \n\x85\u2028\u2029]$/;
const BREAK_SPACE = /[\n\x85\u2028\u2029] /;
const SPACE_BREAK = / [\n\x85\u2028\u2029]/;
/** Starts a document, is an indicator at the start, a `:` before or a `#` after a blank. */
const BLOCK_INDICATOR = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?:$|[\0 \t\r\n\x85\u2028\u2029]))|:(?:$|[\0 \t\r\n\x85\u2028\u2029])|[\0 \t\r\n\x85\u2028\u2029]#/;
const FLOW_INDICATOR = /[,[\]{}]|^[?:]$/;
function analyse(text) {
    const special = SPECIAL.test(text);
    const multiline = BREAK.test(text);
    const brokenBlanks = multiline && (BREAK_SPACE.test(text) || SPACE_BREAK.test(text));
    const single = !special && !brokenBlanks;
    const plain = single && !multiline && !EDGE.test(text);
    const blockPlain = plain && !BLOCK_INDICATOR.test(text);
    return { multiline, blockPlain, flowPlain: blockPlain && !FLOW_INDICATOR.test(text), single };
}

;// CONCATENATED MODULE: ./build/source/emit.js




/**
 * What DVC 3.67 with ruamel.yaml 0.19 writes for fresh data, byte for byte: block style, quotes only where needed, folded at
 * column 80, `&id001` for a list or mapping that is used twice.
 */
function emitYaml(value) {
    return draw(layoutOf(value));
}
/** Draws a layout as ruamel's emitter does; `trailing` are comment lines after everything. */
function draw(layout, trailing = []) {
    return new Drawing().document(layout, trailing);
}
/** Keys of this length (with tag and anchor counted) and longer are written as `? key`. */
const LONGEST_KEY = 128;
class Drawing {
    #pen = new Pen();
    #flow = 0;
    document(layout, trailing) {
        const root = layout.kind === "scalar" && layout.type === "null" ? { ...layout, text: "null" } : layout;
        const bare = root.kind === "scalar" && chooseStyle(root, { simpleKey: false, flow: false }) === "plain";
        this.#node(root, {});
        this.#pen.newIndent();
        this.#lines(trailing);
        return this.#pen.text() + (bare ? "...\n" : "");
    }
    #node(layout, around) {
        if (layout.kind === "alias")
            this.#pen.indicator(`*${layout.anchor}`, { needsBlank: true });
        else if (layout.kind === "scalar")
            this.#scalar(layout, around);
        else
            this.#collection(layout, around);
    }
    #collection(layout, around) {
        if (layout.anchor !== null)
            this.#pen.indicator(`&${layout.anchor}`, { needsBlank: true });
        const empty = layout.kind === "list" ? layout.items.length === 0 : layout.entries.length === 0;
        if (empty)
            this.#pen.indicator(layout.kind === "list" ? "[]" : "{}", { needsBlank: true });
        else if (layout.flow || this.#flow > 0)
            this.#flowCollection(layout, around);
        else if (layout.kind === "list")
            this.#list(layout, around);
        else
            this.#map(layout);
    }
    /** `[1, 2]` and `{a: 1}`; a one-entry mapping in a list goes without braces, as ruamel writes it. */
    #flowCollection(layout, around) {
        const bare = layout.kind === "map" && layout.entries.length === 1 && around.inList === true && this.#flow > 0;
        const [open, close] = layout.kind === "list" ? ["[", "]"] : bare ? ["", ""] : ["{", "}"];
        this.#pen.indicator(open, { needsBlank: true, whitespace: true });
        this.#flow++;
        this.#deeper(2, () => {
            if (layout.kind === "list") {
                for (const [index, item] of layout.items.entries()) {
                    this.#separate(index);
                    this.#node(item.value, { inList: true });
                }
            }
            else {
                for (const [index, entry] of layout.entries.entries()) {
                    this.#separate(index);
                    this.#key(entry.key);
                    this.#node(entry.value, { inMap: true });
                }
            }
        });
        this.#flow--;
        this.#pen.indicator(close);
    }
    #separate(index) {
        if (index > 0)
            this.#pen.indicator(",");
        if (this.#pen.column > WIDTH)
            this.#pen.newIndent();
    }
    #lines(lines = []) {
        if (lines.length > 0 && this.#pen.column > 0)
            this.#pen.lineBreak();
        for (const line of lines) {
            this.#pen.write(line);
            this.#pen.lineBreak();
        }
    }
    /** A comment where it stood, or one blank after what now reaches further. */
    #remark(remark) {
        if (remark === undefined)
            return;
        this.#pen.write(" ".repeat(Math.max(1, remark.column - this.#pen.column)) + remark.text);
        this.#pen.lineBreak();
    }
    /** Runs `body` one step further in. */
    #deeper(step, body) {
        const { indent } = this.#pen;
        this.#pen.indent = indent === null ? 0 : indent + step;
        body();
        this.#pen.indent = indent;
    }
    #list(list, around) {
        const indentless = around.inMap === true && (around.underSimpleKey === true || !this.#pen.indention);
        this.#deeper(indentless ? 0 : 2, () => {
            if (around.parentIsList)
                this.#pen.indention = true;
            for (const item of list.items) {
                this.#lines(item.above);
                this.#pen.newIndent();
                this.#pen.indicator("-", { needsBlank: true, indention: true });
                this.#node(item.value, { inList: true, parentIsList: true });
                this.#remark(item.after);
            }
        });
    }
    #map(map) {
        this.#deeper(2, () => {
            for (const { key, value, above, afterKey, after } of map.entries) {
                this.#lines(above);
                this.#pen.newIndent();
                const explicit = this.#key(key);
                if (value.kind !== "scalar")
                    this.#remark(afterKey);
                this.#node(value, { inMap: true, underSimpleKey: !explicit });
                this.#remark(after);
            }
        });
    }
    /** Writes the key and its colon; true when it took the long form. */
    #key(key) {
        if (widthOf(key.text) + key.tagLength < LONGEST_KEY && !isMultiline(key.text)) {
            this.#node(key, { inMap: true, simpleKey: true });
            this.#pen.indicator(":");
            return false;
        }
        this.#pen.indicator("?", { needsBlank: true, indention: true });
        this.#node(key, { inMap: true });
        this.#pen.newIndent();
        this.#pen.indicator(":", { needsBlank: true, indention: true });
        return true;
    }
    #scalar(scalar, around) {
        const simpleKey = around.simpleKey === true;
        const chosen = chooseStyle(scalar, { simpleKey, flow: this.#flow > 0 });
        const spelledNull = scalar.type === "null" && chosen === "single";
        const style = spelledNull ? "plain" : chosen;
        const { indent } = this.#pen;
        this.#pen.indent = indent === null ? null : indent + 2;
        if (around.inList && this.#flow === 0)
            this.#pen.newIndent();
        const text = spelledNull ? "null" : scalar.text;
        if (style === "plain")
            writePlain(this.#pen, text, !simpleKey);
        else if (style === "single")
            writeSingle(this.#pen, text, !simpleKey);
        else
            writeDouble(this.#pen, text, !simpleKey);
        this.#pen.indent = indent;
    }
}

// EXTERNAL MODULE: ./build/source/limits.js
var limits = __webpack_require__(32790);
;// CONCATENATED MODULE: ./build/source/key.js
/** Finds repeated keys of one mapping by Python's equality (`1`, `1.0` and `true` are one key). Small maps are scanned, large ones indexed. */
class KeyGuard {
    #index = null;
    #entries;
    constructor(entries) {
        this.#entries = entries;
    }
    /** The entry that already has this key. Ask before the new entry is pushed; every pushed entry must have been asked for. */
    find(key) {
        if (this.#entries.length < 12)
            return this.#entries.find((entry) => sameKey(entry.key, key));
        this.#index ??= new Map(this.#entries.map((entry) => [comparable(entry.key), entry]));
        for (let last = this.#index.size; last < this.#entries.length; last++) {
            const entry = this.#entries[last];
            if (entry !== undefined)
                this.#index.set(comparable(entry.key), entry);
        }
        return this.#index.get(comparable(key));
    }
}
function sameKey(a, b) {
    return a === b || (typeof a !== "string" && typeof b !== "string" && comparable(a) === comparable(b));
}
/** Texts get a prefix so that `"1"` and `1` stay two keys. */
function comparable(key) {
    if (typeof key === "string")
        return `s${key}`;
    return key === null ? null : Number(key);
}

;// CONCATENATED MODULE: ./build/source/quoted.js
/** The text of a single-quoted YAML scalar, given what stands between its quotes. */
function foldSingle(raw) {
    const text = raw.includes("\n") ? fold(raw.split("\n")) : raw;
    return text.includes("'") ? text.replaceAll("''", "'") : text;
}
/** The text of a double-quoted YAML scalar, given what stands between its quotes; null when an escape is unknown or the case too rare to be sure. */
function foldDouble(raw) {
    if (!raw.includes("\n"))
        return raw.includes("\\") ? decodeEscapes(raw) : raw;
    const lines = joinEscapedBreaks(raw.split("\n"));
    return lines === null ? null : decodeEscapes(fold(lines));
}
/** Line folding: blanks around breaks go, one break is a blank, n blank lines are n breaks. */
function fold(lines) {
    const last = lines.length - 1;
    if (last === 0)
        return lines[0] ?? "";
    let text = trimRight(lines[0] ?? "");
    let blank = 0;
    for (let i = 1; i <= last; i++) {
        const line = i === last ? trimLeft(lines[i] ?? "") : trimLeft(trimRight(lines[i] ?? ""));
        if (line === "" && i < last)
            blank++;
        else {
            text += (blank > 0 ? "\n".repeat(blank) : " ") + line;
            blank = 0;
        }
    }
    return text;
}
/** A backslash at the end of a line joins it to the next one without a blank. */
function joinEscapedBreaks(lines) {
    const joined = [];
    let open = null;
    for (const line of lines) {
        const content = open === null ? line : open + trimLeft(line);
        if (open !== null && trimLeft(line) === "" && line !== lines.at(-1))
            return null;
        const trimmed = trimRight(content);
        if (oddBackslashes(content))
            open = content.slice(0, -1);
        else if (trimmed !== content && oddBackslashes(trimmed))
            return null;
        else {
            joined.push(content);
            open = null;
        }
    }
    return open === null ? joined : null;
}
function oddBackslashes(text) {
    let count = 0;
    while (text.charCodeAt(text.length - 1 - count) === 92)
        count++;
    return count % 2 === 1;
}
function trimLeft(text) {
    return text.replace(/^[ \t]+/, "");
}
/** Without the blanks and tabs at its end; other white space is text to YAML. */
function trimRight(text) {
    let end = text.length;
    while (end > 0 && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9))
        end--;
    return text.slice(0, end);
}
const quoted_ESCAPES = {
    "0": "\0",
    a: "\x07",
    b: "\b",
    t: "\t",
    "\t": "\t",
    n: "\n",
    v: "\v",
    f: "\f",
    r: "\r",
    e: "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    N: "\x85",
    _: "\xa0",
    L: "\u2028",
    P: "\u2029",
};
function decodeEscapes(text) {
    let known = true;
    const result = text.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g, (_, x, u, long, one) => {
        const hex = x ?? u ?? long;
        const code = hex === undefined ? -1 : Number.parseInt(hex, 16);
        const plain = hex === undefined ? quoted_ESCAPES[String(one)] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
        if (plain === undefined)
            known = false;
        return plain ?? "";
    });
    return known ? result : null;
}

;// CONCATENATED MODULE: ./build/source/yaml-error.js


/** A syntax error in the reader's words, with the line. */
function syntaxFailure(error, source, places) {
    const [offset, end] = error.pos;
    if (/call stack/.test(error.message))
        throw tooDeep(places.at(offset));
    const used = source.text.trimEnd().length;
    if (used > 0 && offset >= used)
        return endsEarly(source, places, used);
    const words = yaml_error_WORDS[error.code];
    return complain(places.at(offset), "yaml-syntax", words?.message ?? lowerFirst(error.message), {
        expected: words?.expected ?? "YAML 1.2",
        ...(words?.hint === undefined ? {} : { hint: words.hint }),
        length: Math.max(1, Math.min(end - offset, 40)),
    });
}
function tooDeep(at) {
    return complain(at, "yaml-too-deep", `collections are nested more than ${limits/* MAX_DEPTH */.lr} deep`, {
        expected: `at most ${limits/* MAX_DEPTH */.lr} levels`,
    });
}
function endsEarly(source, places, used) {
    return complain(places.at(used - 1), "yaml-syntax", "the file ends in the middle of a value", {
        found: "the end of the file",
        expected: "a closing quote or bracket, or the rest of a mapping",
        hint: `was writing ${source.file} interrupted? \`git checkout -- ${source.file}\` brings back the committed one`,
    });
}
const yaml_error_WORDS = {
    TAB_AS_INDENT: { message: "a tab indents this line", expected: "blanks", hint: "YAML indents with blanks only" },
    BAD_INDENT: {
        message: "this line is indented differently from its neighbours",
        hint: "lines of one mapping or list start in one column",
    },
    MULTILINE_IMPLICIT_KEY: {
        message: "a key must stand on one line with its `:`",
        hint: "is a `:` missing in the line above, or the indentation off?",
    },
    MISSING_CHAR: { message: "a closing quote, bracket or comma is missing" },
    BLOCK_AS_IMPLICIT_KEY: { message: "a second `: ` in one line", hint: "put the value in quotes" },
    MULTIPLE_DOCS: {
        message: "a second document starts here",
        hint: "the file must hold one document: remove the `---`",
    },
    BAD_ALIAS: { message: "this alias has no anchor above" },
};
function lowerFirst(text) {
    return text.charAt(0).toLowerCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/source/yaml-full.js







/** Any YAML, by the `yaml` package's parser and ruamel's rules for what scalars mean. Slower than `parseSimpleYaml`, but it can explain. */
function parseFullYaml(source) {
    const places = new PlaceFinder(source);
    const document = compose(source, places);
    const [error] = document.errors;
    if (error !== undefined)
        throw syntaxFailure(error, source, places);
    if (document.contents === null)
        return { kind: "map", at: places.at(0), entries: [] };
    return new Translator(source, places, document).node(document.contents, 0);
}
/** The document with every scalar left as text: what they mean is ruamel's to say, not the package's. */
function compose(source, places) {
    const { stackTraceLimit } = Error;
    // a broken file can hold an error at every letter, and nobody asks for the way to any of them
    Error.stackTraceLimit = 0;
    try {
        return (0,dist/* parseDocument */.Tp)(source.text, {
            schema: "failsafe",
            uniqueKeys: false,
            prettyErrors: false,
            logLevel: "error",
        });
    }
    catch (error) {
        if (error instanceof RangeError)
            throw tooDeep(places.at(0));
        throw error;
    }
    finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
}
class Translator {
    #text;
    #places;
    #document;
    #done = new Map();
    #open = new Set();
    #sizes = new Map();
    #aliased = 0;
    constructor(source, places, document) {
        this.#text = source.text;
        this.#places = places;
        this.#document = document;
    }
    node(raw, depth) {
        if (depth > limits/* MAX_DEPTH */.lr)
            throw tooDeep(this.#at(raw));
        if ((0,dist/* isAlias */.Vj)(raw))
            return this.#alias(raw.source, raw);
        if ((0,dist/* isMap */.jh)(raw))
            return this.#collection(raw, () => this.#map(raw, depth));
        if ((0,dist/* isSeq */.oP)(raw))
            return this.#collection(raw, () => this.#list(raw, depth));
        if ((0,dist/* isScalar */.jn)(raw))
            return this.#keep(raw, this.#scalar(raw));
        return { kind: "scalar", at: this.#at(raw), value: null };
    }
    #at(raw) {
        const range = (0,dist/* isPair */.tO)(raw) ? rangeOf(raw.key) : rangeOf(raw);
        return this.#places.at(range?.[0] ?? 0);
    }
    #keep(raw, node) {
        const kept = raw.anchor === undefined ? node : { ...node, anchor: raw.anchor };
        this.#done.set(raw, kept);
        return kept;
    }
    #collection(raw, build) {
        this.#refuseTag(raw, ["!!map", "!!seq"]);
        this.#open.add(raw);
        const node = this.#keep(raw, build());
        this.#open.delete(raw);
        return node;
    }
    #alias(name, raw) {
        const target = (0,dist/* isAlias */.Vj)(raw) ? raw.resolve(this.#document) : undefined;
        if (target !== undefined && this.#open.has(target)) {
            throw complain(this.#at(raw), "yaml-recursive-alias", `\`*${name}\` stands inside what it names`, {
                length: name.length + 1,
            });
        }
        const node = this.#done.get(target);
        if (node === undefined) {
            throw complain(this.#at(raw), "yaml-syntax", `there is no anchor \`&${name}\` above`, {
                length: name.length + 1,
            });
        }
        this.#aliased += this.#size(node);
        if (this.#aliased > limits/* MAX_ALIASED */.Dq) {
            throw complain(this.#at(raw), "yaml-alias-bomb", `aliases would expand to more than ${limits/* MAX_ALIASED */.Dq} nodes`, {
                expected: `at most ${limits/* MAX_ALIASED */.Dq} nodes`,
                hint: "write out what is repeated: no program needs that many copies",
                length: name.length + 1,
            });
        }
        return node;
    }
    #size(node) {
        if (node.kind === "scalar")
            return 1;
        const known = this.#sizes.get(node);
        if (known !== undefined)
            return known;
        const children = node.kind === "list" ? node.items : node.entries.map((entry) => entry.value);
        const size = children.reduce((sum, child) => sum + this.#size(child), 1);
        this.#sizes.set(node, size);
        return size;
    }
    #list(raw, depth) {
        return { kind: "list", at: this.#at(raw), items: raw.items.map((item) => this.#item(item, depth)) };
    }
    /** `[a: 1]` is a list with a one-entry mapping. */
    #item(item, depth) {
        if (!(0,dist/* isPair */.tO)(item))
            return this.node(item, depth + 1);
        return { kind: "map", at: this.#at(item), entries: [this.#entry(item, depth + 1)] };
    }
    #map(raw, depth) {
        const own = [];
        const merged = [];
        const guard = new KeyGuard(own);
        for (const pair of raw.items) {
            if (isMerge(pair)) {
                merged.push(...this.#merged(pair, depth));
                continue;
            }
            const entry = this.#entry(pair, depth);
            const earlier = guard.find(entry.key);
            if (earlier !== undefined)
                throw duplicate(entry, earlier);
            own.push(entry);
        }
        return { kind: "map", at: this.#at(raw), entries: merged.length === 0 ? own : overlay(merged, own) };
    }
    #entry(pair, depth) {
        const at = this.#at(pair.key);
        return { key: this.#key(pair.key), keyAt: at, value: this.#valueOf(pair, at, depth) };
    }
    #valueOf(pair, keyAt, depth) {
        if (pair.value === null || pair.value === undefined)
            return { kind: "scalar", at: keyAt, value: null };
        return this.node(pair.value, depth + 1);
    }
    #key(raw) {
        if ((0,dist/* isScalar */.jn)(raw) && raw.type === "PLAIN" && raw.source === "=")
            return "=";
        const node = this.node(raw, 0);
        if (node.kind !== "scalar")
            throw complain(node.at, "yaml-key", "a key must be a single value, not a collection");
        const { value } = node;
        // no tool around DVC can name a date, so its text does
        return typeof value === "object" && value !== null ? value.timestamp : value;
    }
    /** What `<<` brings in; of a list of mappings the earlier ones win. */
    #merged(pair, depth) {
        const node = this.node(pair.value, depth + 1);
        const parts = node.kind === "list" ? [...node.items].reverse() : [node];
        return parts.flatMap((part) => {
            if (part.kind === "map")
                return part.entries;
            throw complain(this.#at(pair), "yaml-merge", "`<<` merges mappings only", { length: 2 });
        });
    }
    #scalar(raw) {
        const at = this.#at(raw);
        const text = this.#unquoted(raw) ?? raw.source ?? "";
        const tag = this.#refuseTag(raw, ["!!str", "!!int", "!!float", "!!bool", "!!null", "!!timestamp", "!"]);
        if (raw.type === "PLAIN" && tag === null && (text === "=" || text === "<<")) {
            throw complain(at, "yaml-syntax", `\`${text}\` alone means something else in YAML`, {
                expected: `the text in quotes: '${text}'`,
                length: text.length,
            });
        }
        return { kind: "scalar", at, value: raw.type === "PLAIN" ? plainWithTag(text, tag) : quotedWithTag(text, tag) };
    }
    /** Double quotes by the one reading that both parsers share. */
    #unquoted(raw) {
        const range = rangeOf(raw);
        if (raw.type !== "QUOTE_DOUBLE" || range === null)
            return null;
        return foldDouble(this.#text.slice((range[0] ?? 0) + 1, (range[1] ?? 0) - 1));
    }
    #refuseTag(raw, known) {
        const tag = raw.tag?.replace("tag:yaml.org,2002:", "!!") ?? null;
        if (tag === null || known.includes(tag))
            return tag;
        throw complain(this.#at(raw), "yaml-tag", `the tag ${tag} is not known here`, { length: tag.length });
    }
}
function isMerge(pair) {
    return (0,dist/* isScalar */.jn)(pair.key) && pair.key.type === "PLAIN" && pair.key.source === "<<";
}
/** Merged keys come first and a map's own values win, as ruamel builds its mapping. */
function overlay(merged, own) {
    const result = [];
    for (const entry of [...merged, ...own]) {
        const index = result.findIndex((earlier) => earlier.key === entry.key);
        if (index < 0)
            result.push(entry);
        else
            result[index] = entry;
    }
    return result;
}
function plainWithTag(text, tag) {
    if (tag === "!")
        return text === "" ? null : text;
    return tag === null ? resolvePlain(text) : tagged(text, tag);
}
function quotedWithTag(text, tag) {
    return tag === null || tag === "!" ? text : tagged(text, tag);
}
/** A text as the tag says. */
function tagged(text, tag) {
    if (tag === "!!str")
        return text;
    if (tag === "!!null")
        return null;
    if (tag === "!!timestamp")
        return { timestamp: text };
    if (tag === "!!bool" && /^(?:yes|no|on|off)$/i.test(text))
        return /^(?:yes|on)$/i.test(text);
    const value = resolvePlain(text);
    return tag === "!!float" && typeof value === "bigint" ? Number(value) : value;
}
function rangeOf(raw) {
    if (typeof raw !== "object" || raw === null || !("range" in raw))
        return null;
    return Array.isArray(raw.range) ? raw.range : null;
}
function duplicate(entry, earlier) {
    const name = String(entry.key);
    return complain(entry.keyAt, "yaml-duplicate-key", `the key \`${name}\` stands here twice`, {
        found: name === String(earlier.key) ? name : `${name}, which YAML readers in Python take for ${String(earlier.key)}`,
        expected: "each key once",
        hint: `the first one is in line ${earlier.keyAt.line ?? "?"}`,
        length: name.length,
    });
}

;// CONCATENATED MODULE: ./build/source/yaml-simple.js





/**
 * The block YAML that DVC and people mostly write, read line by line about thirty times faster than a full parser:
 * block mappings and lists, one-line and folded scalars, quotes, anchors on blocks, aliases, whole-line comments.
 * Whatever else it meets (flow collections, block scalars, tags, merge keys, any doubt or error) it gives up with null, and
 * the full parser decides. So it never has to explain a mistake.
 */
function parseSimpleYaml(source) {
    try {
        return new SimpleReader(source).document();
    }
    catch (error) {
        if (error === TOO_RICH)
            return null;
        throw error;
    }
}
const TOO_RICH = new Error("this YAML needs the full parser");
/** First characters that mean something other than a plain scalar, or need a second look. */
const INDICATORS = new Set("?&*!|>%@`[]{},#'\"\t".split(""));
function giveUp() {
    throw TOO_RICH;
}
class SimpleReader {
    #source;
    #text;
    #anchors = new Map();
    /** The current line: where it and its first character start, where it ends, its number from 1. `#start === #end` only at the end of the text. */
    #lineStart = 0;
    #start = 0;
    #end = -1;
    #line = 0;
    #depth = 0;
    constructor(source) {
        this.#source = source;
        this.#text = source.text;
    }
    document() {
        this.#next();
        if (this.#done())
            return { kind: "map", at: this.#place(0), entries: [] };
        const first = this.#text.charCodeAt(this.#start);
        if (first === 45 && this.#text.startsWith("---", this.#lineStart))
            giveUp();
        const node = this.#block(-1, {});
        return this.#done() ? node : giveUp();
    }
    /** Moves to the next line that is neither blank nor a comment. */
    #next() {
        const text = this.#text;
        for (;;) {
            this.#lineStart = this.#end + 1;
            this.#line++;
            if (this.#lineStart >= text.length) {
                this.#start = this.#end = this.#lineStart = text.length;
                return;
            }
            const end = text.indexOf("\n", this.#lineStart);
            this.#end = end < 0 ? text.length : end;
            let at = this.#lineStart;
            while (text.charCodeAt(at) === 32)
                at++;
            this.#start = at;
            if (at < this.#end && text.charCodeAt(at) !== 35)
                return;
        }
    }
    #done() {
        return this.#start >= this.#text.length;
    }
    #indent() {
        return this.#start - this.#lineStart;
    }
    #place(offset) {
        return new Located(this.#source, this.#line, offset - this.#lineStart + 1);
    }
    /** A node that starts at the current line, inside something indented by `parent`. */
    #block(parent, anchored) {
        if (++this.#depth > limits/* MAX_DEPTH */.lr)
            giveUp();
        const node = this.#startsItem()
            ? this.#list(anchored)
            : (this.#map(anchored) ?? this.#scalar(this.#start, parent, anchored));
        this.#depth--;
        return node;
    }
    #startsItem() {
        if (this.#text.charCodeAt(this.#start) !== 45)
            return false;
        const next = this.#text.charCodeAt(this.#start + 1);
        return next === 32 || this.#start + 1 >= this.#end;
    }
    #list(anchored) {
        const indent = this.#indent();
        const at = this.#place(this.#start);
        const items = [];
        while (!this.#done() && this.#indent() === indent && this.#startsItem())
            items.push(this.#item(indent));
        if (!this.#done() && this.#indent() > indent)
            giveUp();
        return this.#remember({ kind: "list", at, items, ...anchored });
    }
    /** What follows `- `: a nested block that starts on this very line, or a value. */
    #item(indent) {
        let at = this.#start + 1;
        while (this.#text.charCodeAt(at) === 32)
            at++;
        if (at >= this.#end || this.#text.charCodeAt(at) === 38)
            return this.#value(at, indent, false);
        this.#start = at;
        return this.#block(indent, {});
    }
    /** Null when the line does not start with a key. */
    #map(anchored) {
        const indent = this.#indent();
        const at = this.#place(this.#start);
        const entries = [];
        const guard = new KeyGuard(entries);
        while (!this.#done() && this.#indent() === indent && !this.#startsItem()) {
            const keyAt = this.#place(this.#start);
            const colon = this.#colon();
            if (colon < 0)
                return entries.length === 0 ? null : giveUp();
            const key = this.#key(colon);
            if (guard.find(key) !== undefined)
                giveUp();
            let from = colon + 1;
            while (this.#text.charCodeAt(from) === 32)
                from++;
            entries.push({ key, keyAt, value: this.#value(from, indent, true) });
        }
        if (!this.#done() && this.#indent() > indent)
            giveUp();
        return this.#remember({ kind: "map", at, entries, ...anchored });
    }
    /** Where the colon after the key of this line stands, or -1. */
    #colon() {
        const text = this.#text;
        const first = text.charAt(this.#start);
        let at = this.#start;
        if (first === "'" || first === '"') {
            at = closingQuote(text, this.#start);
            if (at >= this.#end)
                return -1;
            if (text.charCodeAt(at + 1) !== 58)
                return -1;
        }
        else if (INDICATORS.has(first))
            return first === "*" ? giveUp() : -1;
        for (at = text.indexOf(":", at); at >= 0 && at < this.#end; at = text.indexOf(":", at + 1)) {
            if (at + 1 === this.#end || text.charCodeAt(at + 1) === 32)
                return at;
        }
        return -1;
    }
    #key(colon) {
        const raw = this.#text.slice(this.#start, colon);
        if (raw.length > 1000)
            giveUp();
        const first = raw.charCodeAt(0);
        if (first === 39)
            return foldSingle(raw.slice(1, -1));
        if (first === 34)
            return foldDouble(raw.slice(1, -1)) ?? giveUp();
        if (raw === "<<" || raw === "=" || raw.includes(" #") || raw.endsWith(" ") || raw.includes("\t"))
            giveUp();
        const key = resolvePlain(raw);
        return typeof key === "object" && key !== null ? giveUp() : key;
    }
    /** The value at `from` on this line, or the block below it. Ends on the line after the value. */
    #value(from, indent, inMap) {
        if (from >= this.#end)
            return this.#below(from, indent, inMap, {});
        const first = this.#text.charAt(from);
        if (first === "&")
            return this.#anchoredBelow(from, indent, inMap);
        if (first === "*")
            return this.#alias(from);
        return this.#scalar(from, indent, {});
    }
    #anchoredBelow(from, indent, inMap) {
        const name = trimRight(this.#text.slice(from + 1, this.#end));
        if (!/^[\w-]+$/.test(name))
            giveUp();
        const node = this.#below(from, indent, inMap, { anchor: name });
        return node.kind === "scalar" ? giveUp() : node;
    }
    #alias(from) {
        const name = trimRight(this.#text.slice(from + 1, this.#end));
        this.#next();
        return this.#anchors.get(name) ?? giveUp();
    }
    /** Nothing stood after the key or dash: a deeper block, a list at a key's own column, or null. */
    #below(from, indent, inMap, anchored) {
        const at = this.#place(from);
        this.#next();
        if (!this.#done()) {
            if (this.#indent() > indent)
                return this.#block(indent, anchored);
            if (inMap && this.#indent() === indent && this.#startsItem())
                return this.#block(indent, anchored);
        }
        return { kind: "scalar", at, value: null };
    }
    #scalar(from, parent, anchored) {
        const at = this.#place(from);
        const first = this.#text.charAt(from);
        if (first === "'" || first === '"')
            return { kind: "scalar", at, value: this.#quoted(from, parent), ...anchored };
        if (first === "{" || first === "[")
            return this.#emptyFlow(from, at, anchored);
        if (INDICATORS.has(first))
            giveUp();
        if (first === "-" && (from + 1 === this.#end || this.#text.charAt(from + 1) === " "))
            giveUp();
        return { kind: "scalar", at, value: resolvePlain(this.#plain(from, parent)), ...anchored };
    }
    #emptyFlow(from, at, anchored) {
        const rest = trimRight(this.#text.slice(from, this.#end));
        if (rest !== "{}" && rest !== "[]")
            giveUp();
        this.#next();
        if (rest === "{}")
            return this.#remember({ kind: "map", at, entries: [], ...anchored });
        return this.#remember({ kind: "list", at, items: [], ...anchored });
    }
    /** A plain scalar with the deeper lines that continue it, each joined by one blank. */
    #plain(from, parent) {
        let value = this.#plainLine(from);
        const commented = value.length < this.#end - from && trimRight(this.#text.slice(from, this.#end)) !== value;
        let line = this.#line;
        this.#next();
        while (!this.#done() && this.#indent() > parent) {
            if (commented || this.#line !== line + 1 || value === "=" || value === "<<")
                giveUp();
            line = this.#line;
            value += ` ${this.#plainLine(this.#start)}`;
            this.#next();
        }
        return value === "=" || value === "<<" ? giveUp() : value;
    }
    /** A line of a plain scalar, up to a trailing comment. A `: ` inside would be a mapping where none may be. */
    #plainLine(from) {
        let value = this.#text.slice(from, this.#end);
        const comment = value.indexOf(" #");
        if (comment >= 0)
            value = value.slice(0, comment);
        value = trimRight(value);
        if (value.includes(": ") || value.endsWith(":") || value.includes("\t"))
            giveUp();
        return value;
    }
    #quoted(from, parent) {
        const close = closingQuote(this.#text, from);
        const raw = this.#text.slice(from + 1, close);
        if (raw.includes("\n"))
            this.#checkFolded(from, close, parent);
        const value = this.#text.charCodeAt(from) === 39 ? foldSingle(raw) : (foldDouble(raw) ?? giveUp());
        const rest = this.#text.slice(close + 1, this.#end);
        if (trimRight(rest) !== "" && !/^ +#/.test(rest))
            giveUp();
        this.#next();
        if (!this.#done() && this.#indent() > parent)
            giveUp();
        return value;
    }
    /** Every line of a folded quoted scalar must be deeper than its parent; moves to the line of the closing quote. */
    #checkFolded(from, close, parent) {
        for (let at = this.#text.indexOf("\n", from); at >= 0 && at < close; at = this.#text.indexOf("\n", at + 1)) {
            let start = at + 1;
            while (this.#text.charCodeAt(start) === 32)
                start++;
            if (start - at - 1 <= parent || this.#text.charCodeAt(start) === 9)
                giveUp();
            this.#line++;
            this.#lineStart = at + 1;
        }
        const end = this.#text.indexOf("\n", close);
        this.#end = end < 0 ? this.#text.length : end;
    }
    #remember(node) {
        if (node.anchor !== undefined) {
            if (this.#anchors.has(node.anchor))
                giveUp();
            this.#anchors.set(node.anchor, node);
        }
        return node;
    }
}
/** The offset of the quote that ends the scalar opened at `from`. */
function closingQuote(text, from) {
    if (text.charCodeAt(from) === 39) {
        let at = text.indexOf("'", from + 1);
        while (at >= 0 && text.charCodeAt(at + 1) === 39)
            at = text.indexOf("'", at + 2);
        return at < 0 ? giveUp() : at;
    }
    for (let at = from + 1; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 92)
            at++;
        else if (code === 34)
            return at;
    }
    return giveUp();
}

;// CONCATENATED MODULE: ./build/source/yaml.js






/**
 * Reads YAML as DVC does (ruamel.yaml's YAML 1.2 resolution). An empty text is an empty mapping, and so is all that Python takes
 * for nothing: `[]`, `0`, `false`, `''`.
 * Failures (all with a place): `yaml-syntax`, `yaml-duplicate-key`, `yaml-alias-bomb`, `yaml-recursive-alias`, `yaml-too-deep`,
 * `yaml-tag`, `yaml-key`, `yaml-merge`, `merge-conflict`, `too-large`.
 */
function parseYaml(text, file) {
    const source = openYaml(text, file);
    return orEmpty(parseSimpleYaml(source) ?? parseFullYaml(source));
}
/** The checks before any parsing, and the breaks made uniform. */
function openYaml(text, file) {
    if (text.length > limits/* MAX_TEXT */.lG)
        throw tooLarge(text.length, file);
    const source = { file, text: uniform(text) };
    refuseConflict(source);
    refuseControls(source);
    return source;
}
/** Failure `too-large`. */
function tooLarge(length, file) {
    return (0,kernel/* badInput */.AN)("too-large", `${file} is too large to be read as text: ${length} characters, more than ${limits/* MAX_TEXT */.lG}`, {
        at: { file },
        found: `${length} characters`,
        expected: `at most ${limits/* MAX_TEXT */.lG}`,
        hint: "what is this large is data: track it with `mainline add`, and keep settings and results small",
    });
}
/**
 * No byte order mark, `\n` for every break. ruamel also takes U+0085, U+2028 and U+2029 for breaks, the first as `\n`, the
 * others as themselves without the blanks around them.
 */
function uniform(text) {
    let result = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    if (/[\r\u0085]/.test(result))
        result = result.replace(/\r\n?|\u0085/g, "\n");
    if (/[\u2028\u2029]/.test(result))
        result = result.replace(/[ \t]*([\u2028\u2029])[ \t]*/g, "$1");
    return result;
}
function refuseConflict(source) {
    if (!source.text.includes("<<<<<<< ") && !source.text.includes(">>>>>>> "))
        return;
    const marker = /^(?:<{7}|>{7}) .*$/m.exec(source.text);
    if (marker === null)
        return;
    throw complain(new PlaceFinder(source).at(marker.index), "merge-conflict", "an unresolved merge conflict", {
        found: marker[0],
        expected: "one of the two sides",
        hint: `resolve it in ${source.file} and \`git add\` it; a lock file can also be made anew by running the pipeline`,
        length: marker[0].length,
    });
}
/** ruamel's own list of what may not stand in a YAML text unescaped. */
const CONTROL = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
function refuseControls(source) {
    const index = source.text.search(CONTROL);
    if (index < 0)
        return;
    const code = (source.text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    throw complain(new PlaceFinder(source).at(index), "yaml-syntax", `the character U+${code} may not stand in YAML`, {
        expected: "printable text",
        hint: `write it as "\\u${code}" in double quotes`,
    });
}

;// CONCATENATED MODULE: ./build/source/json.js




/**
 * Reads JSON as Python's `json` does: `NaN` and infinities bare, integers of any size, `1.0` a float, the last of several
 * equal keys. An empty mapping, list, text or zero at the top is an empty mapping, as DVC reads it.
 * Failures: `json-syntax`, `json-too-deep`, `too-large`.
 */
function parseJson(text, file) {
    if (text.length > limits/* MAX_TEXT */.lG)
        throw tooLarge(text.length, file);
    return new JsonReader({ file, text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text }).document();
}
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
// oxlint-disable-next-line no-control-regex -- JSON allows no raw control characters
const STRING = /"((?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)"/y;
const json_WORDS = new Map([
    ["null", null],
    ["true", true],
    ["false", false],
    ["NaN", Number.NaN],
    ["Infinity", Infinity],
    ["-Infinity", -Infinity],
]);
class JsonReader {
    #text;
    #places;
    #at = 0;
    #depth = 0;
    constructor(source) {
        this.#text = source.text;
        this.#places = new PlaceFinder(source);
    }
    document() {
        this.#blanks();
        const node = this.#value();
        this.#blanks();
        if (this.#at < this.#text.length)
            this.#fail("the text goes on after its value", { expected: "the end of the file" });
        return orEmpty(node);
    }
    #value() {
        const at = this.#places.at(this.#at);
        const first = this.#text.charAt(this.#at);
        if (first === "{")
            return { kind: "map", at, entries: this.#nested(() => this.#entries()) };
        if (first === "[")
            return { kind: "list", at, items: this.#nested(() => this.#items()) };
        if (first === '"')
            return { kind: "scalar", at, value: this.#string() };
        return { kind: "scalar", at, value: this.#bare() };
    }
    #nested(read) {
        if (++this.#depth > limits/* MAX_DEPTH */.lr) {
            throw complain(this.#places.at(this.#at), "json-too-deep", `collections are nested more than ${limits/* MAX_DEPTH */.lr} deep`);
        }
        this.#at++;
        const result = read();
        this.#depth--;
        return result;
    }
    #entries() {
        const entries = new Map();
        this.#separated("}", () => {
            const keyAt = this.#places.at(this.#at);
            if (this.#text.charAt(this.#at) !== '"')
                this.#fail("a key must be a text in double quotes");
            const key = this.#string();
            this.#blanks();
            if (this.#text.charAt(this.#at) !== ":")
                this.#fail("a `:` is missing after the key");
            this.#at++;
            this.#blanks();
            entries.set(key, { key, keyAt, value: this.#value() });
        });
        return [...entries.values()];
    }
    #items() {
        const items = [];
        this.#separated("]", () => items.push(this.#value()));
        return items;
    }
    #separated(close, element) {
        this.#blanks();
        if (this.#text.charAt(this.#at) === close) {
            this.#at++;
            return;
        }
        for (;;) {
            element();
            this.#blanks();
            const next = this.#text.charAt(this.#at);
            if (next !== close && next !== ",")
                this.#fail(`a \`,\` or \`${close}\` is missing`);
            this.#at++;
            if (next === close)
                return;
            this.#blanks();
        }
    }
    #string() {
        STRING.lastIndex = this.#at;
        const match = STRING.exec(this.#text);
        if (match === null)
            this.#fail("a text that does not end, or holds a raw control character or an unknown escape");
        this.#at = STRING.lastIndex;
        const raw = match[1] ?? "";
        return raw.includes("\\") ? String(JSON.parse(match[0])) : raw;
    }
    #bare() {
        for (const [word, value] of json_WORDS) {
            if (!this.#text.startsWith(word, this.#at))
                continue;
            this.#at += word.length;
            return value;
        }
        NUMBER.lastIndex = this.#at;
        const match = NUMBER.exec(this.#text);
        if (match === null)
            this.#fail("a value is missing", {
                expected: "a text in double quotes, number, list, mapping, true, false or null",
            });
        this.#at = NUMBER.lastIndex;
        return match[1] === undefined && match[2] === undefined ? BigInt(match[0]) : Number(match[0]);
    }
    #blanks() {
        for (let code = this.#text.charCodeAt(this.#at); code === 32 || (code >= 9 && code <= 13);) {
            code = this.#text.charCodeAt(++this.#at);
        }
    }
    #fail(message, complaint = {}) {
        if (this.#at < this.#text.length)
            throw complain(this.#places.at(this.#at), "json-syntax", message, complaint);
        throw complain(this.#places.at(Math.max(0, this.#text.length - 1)), "json-syntax", "the file ends in the middle of a value", {
            found: "the end of the file",
        });
    }
}

;// CONCATENATED MODULE: ./build/source/python-lines.js

const OPEN = "([{";
const CLOSE = ")]}";
const TAB = 8;
/** Splits a text into logical lines. Failure `python-syntax` when a bracket or a quote stays open. */
function pythonLines(source) {
    const lines = [];
    const { text } = source;
    let at = 0;
    while (at < text.length) {
        const blanks = /^[ \t\f]*/.exec(text.slice(at, at + 10_000))?.[0] ?? "";
        const read = readLine(source, at + blanks.length);
        at = read.end + 1;
        if (read.statements.length > 0) {
            lines.push({ indent: python_lines_widthOf(blanks), text: read.statements.join(";"), statements: read.statements });
        }
    }
    return lines;
}
function python_lines_widthOf(blanks) {
    let width = 0;
    for (const blank of blanks)
        width = blank === "\t" ? (Math.floor(width / TAB) + 1) * TAB : width + 1;
    return width;
}
function readLine(source, from) {
    const { text } = source;
    const statements = [];
    let current = "";
    const open = [];
    let at = from;
    for (; at < text.length; at++) {
        const character = text.charAt(at);
        if (character === "#")
            at = endOfLine(text, at) - 1;
        else if (character === "'" || character === '"') {
            const end = endOfString(source, at);
            current += text.slice(at, end);
            at = end - 1;
        }
        else if (character === "\\" && text.charAt(at + 1) === "\n")
            at++;
        else if (character === "\n" && open.length === 0)
            break;
        else if (character === ";" && open.length === 0) {
            statements.push(current);
            current = "";
        }
        else {
            if (OPEN.includes(character))
                open.push(at);
            if (CLOSE.includes(character))
                closeBracket(source, open, at);
            current += character === "\n" ? " " : character;
        }
    }
    const [first] = open;
    if (first !== undefined)
        throw complain(new PlaceFinder(source).at(first), "python-syntax", "this bracket is never closed");
    return { end: at, statements: [...statements, current].map((one) => one.trim()).filter((one) => one !== "") };
}
function closeBracket(source, open, at) {
    const start = open.pop();
    if (start !== undefined && OPEN.indexOf(source.text.charAt(start)) === CLOSE.indexOf(source.text.charAt(at)))
        return;
    throw complain(new PlaceFinder(source).at(at), "python-syntax", "this bracket closes nothing");
}
function endOfLine(text, from) {
    const end = text.indexOf("\n", from);
    return end < 0 ? text.length : end;
}
/** The offset after the string that starts at `from`. */
function endOfString(source, from) {
    const { text } = source;
    const quote = text.charAt(from);
    const closing = text.startsWith(quote.repeat(3), from) ? quote.repeat(3) : quote;
    for (let at = from + closing.length; at < text.length; at++) {
        if (text.charAt(at) === "\\")
            at++;
        else if (text.startsWith(closing, at))
            return at + closing.length;
        else if (text.charAt(at) === "\n" && closing.length === 1)
            break;
    }
    throw complain(new PlaceFinder(source).at(from), "python-syntax", "this text is never closed");
}

// EXTERNAL MODULE: ./build/source/python-literal.js
var python_literal = __webpack_require__(78974);
;// CONCATENATED MODULE: ./build/source/python.js




/**
 * Parameters from a Python file, as DVC takes them from its syntax tree, running nothing: `X = literal` and `X: int = literal` at
 * the top level, the same in class bodies, and `self.x = literal` in `__init__` (all below the class's name). What is not a
 * literal is skipped. Failures: `python-syntax` for brackets or quotes that do not close, `too-large`.
 */
function parsePython(text, file) {
    if (text.length > limits/* MAX_TEXT */.lG)
        throw tooLarge(text.length, file);
    const source = { file, text: text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n") };
    return readBlock(new Lines(pythonLines(source)), -1, false);
}
/** A cursor over logical lines. */
class Lines {
    #lines;
    #at = 0;
    constructor(lines) {
        this.#lines = lines;
    }
    /** The next line that is deeper than `indent`, or null. */
    nextIn(indent) {
        const line = this.#lines[this.#at];
        return line === undefined || line.indent <= indent ? null : line;
    }
    take() {
        this.#at++;
    }
    skipBlock(indent) {
        while (this.nextIn(indent) !== null)
            this.take();
    }
}
const NAME = "[\\p{L}\\p{Nl}_][\\p{L}\\p{N}\\p{M}\\p{Pc}]*";
const CLASS = new RegExp(`^class\\s+(${NAME})\\s*[(:[]`, "u");
const INIT = /^def\s+__init__\s*\(/;
/** Statements with a block of their own: what stands behind their colon on the same line is inside of them. */
const BLOCK = /^(?:if|elif|else|for|while|with|try|except|finally|def|class|match|case|async)\b/;
const TARGET = new RegExp(`^(self\\s*\\.\\s*)?(${NAME})\\s*(?=[:=])`, "u");
function readBlock(lines, indent, inInit) {
    const result = new Map();
    let own = null;
    for (let line = lines.nextIn(indent); line !== null; line = lines.nextIn(indent)) {
        own ??= line.indent;
        lines.take();
        if (line.indent !== own)
            continue;
        const name = CLASS.exec(line.text)?.[1];
        if (name !== undefined)
            result.set(name, bodyOf(lines, line, false));
        else if (INIT.test(line.text))
            for (const [key, value] of bodyOf(lines, line, true))
                result.set(key, value);
        else if (BLOCK.test(line.text) && colonIn(line.text) >= 0)
            lines.skipBlock(line.indent);
        else
            for (const statement of line.statements)
                python_assign(result, statement, inInit);
    }
    return result;
}
/** The block of a class or of `__init__`: the lines that are deeper, or what follows the colon on the line itself. */
function bodyOf(lines, line, inInit) {
    const [head = "", ...more] = line.statements;
    const own = head.slice(colonIn(head) + 1).trim();
    if (own === "")
        return readBlock(lines, line.indent, inInit);
    const result = new Map();
    for (const statement of [own, ...more])
        python_assign(result, statement, inInit);
    return result;
}
/** Where the colon stands that is in no bracket and in no quotes, or -1. */
function colonIn(text) {
    return outside(text, (character) => character === ":");
}
/** The first character outside of brackets and quotes that fits, or -1. */
function outside(text, fits) {
    let depth = 0;
    for (let at = 0; at < text.length; at++) {
        const character = text.charAt(at);
        if (character === "'" || character === '"')
            at = python_closingQuote(text, at);
        else if ("([{".includes(character))
            depth++;
        else if (")]}".includes(character))
            depth--;
        else if (depth === 0 && fits(character, at))
            return at;
    }
    return -1;
}
function python_closingQuote(text, from) {
    const quote = text.charAt(from);
    const closing = text.startsWith(quote.repeat(3), from) ? quote.repeat(3) : quote;
    let at = from + closing.length;
    while (at < text.length && !text.startsWith(closing, at))
        at += text.charAt(at) === "\\" ? 2 : 1;
    return at + closing.length - 1;
}
/** Sets what `name = literal` or `self.name = literal` says; inside `__init__` only the latter counts. */
function python_assign(result, statement, inInit) {
    const [target = "", self, name] = TARGET.exec(statement) ?? [];
    if (name === undefined || (inInit && self === undefined))
        return;
    const rest = statement.slice(target.length);
    // behind a colon stands a type, up to the equals sign
    const equals = rest.startsWith(":") ? outside(rest, (character, at) => character === "=" && at > 1) : 0;
    if (equals < 0 || rest.charAt(equals + 1) === "=")
        return;
    const value = new python_literal/* PythonLiteral */.y(rest.slice(equals + 1)).whole();
    if (value !== undefined)
        result.set(name, value);
}

;// CONCATENATED MODULE: ./build/source/python-reader.js
/** The parser is large, and most commands need none: it is loaded by who does. */
async function pythonReader() {
    const { readPython } = await Promise.all(/* import() */[__webpack_require__.e(1283), __webpack_require__.e(4679)]).then(__webpack_require__.bind(__webpack_require__, 24679));
    return readPython;
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var smol_toml_dist = __webpack_require__(3292);
;// CONCATENATED MODULE: ./build/source/toml.js





/**
 * Reads TOML; integers are bigints, floats numbers, dates and times timestamps. Every node's place is the start of the file,
 * because the TOML parser gives none. Failures: `toml-syntax` (with its place), `too-large`.
 */
function parseToml(text, file) {
    if (text.length > limits/* MAX_TEXT */.lG)
        throw tooLarge(text.length, file);
    const source = { file, text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text };
    return nodeOf(fromToml(readTable(source)), new Located(source, 1, 1));
}
function readTable(source) {
    try {
        return (0,smol_toml_dist/* parse */.qg)(source.text, { integersAsBigInt: true, maxDepth: limits/* MAX_DEPTH */.lr });
    }
    catch (error) {
        if (!(error instanceof smol_toml_dist/* TomlError */.zx))
            throw error;
        const [first = "not valid TOML"] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
        throw complain(new Located(source, error.line, error.column), "toml-syntax", first);
    }
}
function fromToml(raw) {
    if (typeof raw === "boolean" || typeof raw === "bigint" || typeof raw === "number" || typeof raw === "string")
        return raw;
    if (raw instanceof smol_toml_dist/* TomlDate */.PJ)
        return { timestamp: raw.toISOString() };
    if (Array.isArray(raw))
        return raw.map(fromToml);
    if (typeof raw === "object" && raw !== null) {
        return new Map(Object.entries(raw).map(([key, value]) => [key, fromToml(value)]));
    }
    throw new TypeError(`TOML does not know ${typeof raw}`);
}
/** A plain value as a node that stands at one place. */
function nodeOf(value, at) {
    if ((0,kernel/* isList */.Lv)(value))
        return { kind: "list", at, items: value.map((item) => nodeOf(item, at)) };
    if ((0,kernel/* isMapping */.pi)(value)) {
        const entries = [...value].map(([key, item]) => ({ key, keyAt: at, value: nodeOf(item, at) }));
        return { kind: "map", at, entries };
    }
    return { kind: "scalar", at, value };
}

;// CONCATENATED MODULE: ./build/source/read-params.js







/** Reads a file of parameters or metrics by its extension as DVC does: `.json`, `.toml`, `.py`, and YAML for every other one. */
function readParams(bytes, file) {
    const text = decodeUtf8(bytes, file);
    const extension = /\.[^./]+$/.exec(file)?.[0].toLowerCase();
    if (extension === ".json")
        return parseJson(text, file);
    if (extension === ".toml")
        return parseToml(text, file);
    if (extension === ".py")
        return nodeOf(parsePython(text, file), new Located({ file, text }, 1, 1));
    return parseYaml(text, file);
}
/** Failures `too-large`, and `not-utf8` with the place of the first bad byte. */
function decodeUtf8(bytes, file) {
    if (bytes.length > limits/* MAX_TEXT */.lG)
        throw tooLarge(bytes.length, file);
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw (0,kernel/* badInput */.AN)("not-utf8", `${file} is not UTF-8 text`, {
            at: { file, ...firstBadByte(bytes) },
            found: "a byte that is no part of a character",
            expected: "text in UTF-8",
            hint: "is it a binary file, or saved by an editor in another encoding?",
        });
    }
}
function firstBadByte(bytes) {
    const lossy = new TextDecoder("utf-8").decode(bytes);
    const lines = lossy.slice(0, lossy.indexOf("\ufffd")).split("\n");
    return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

;// CONCATENATED MODULE: ./build/source/rewrite.js






/**
 * What DVC leaves when it updates a YAML file: comments and blank lines stay, numbers that did not change keep their spelling,
 * flow collections stay flow; quotes that are not needed go, indentation and folding become DVC's. A text that Mainline or DVC
 * wrote comes out exactly as fresh data would.
 *
 * Not kept, though the value is: block scalars (`|`, `>`) become double-quoted, `<<` is written out, anchors are renamed, tags and
 * `---` go. What `replaced` names, by its keys from the top, is written as if it were new: nothing of how it stood there stays.
 * Where a comment follows the last line of something that DVC would replace as a whole, DVC loses it and we keep it.
 */
function rewriteYaml(oldText, newValue, replaced = []) {
    const node = parseYaml(oldText, "");
    // a text in DVC's own hand has no style to keep, and is the common and the large case
    if (emitYaml(toValue(node)) === oldText)
        return emitYaml(newValue);
    const source = openYaml(oldText, "");
    const reader = new PresentationReader(source.text);
    const old = reader.read(node);
    return draw(layoutOf(newValue, without(old, replaced)), reader.rest());
}
function without(old, [key, ...rest]) {
    const child = key === undefined ? undefined : old.children.get(key);
    if (key === undefined || child === undefined)
        return old;
    const children = new Map(old.children);
    if (rest.length > 0)
        children.set(key, without(child, rest));
    else
        children.delete(key);
    return { ...old, children };
}
class PresentationReader {
    #text;
    #lines;
    #places;
    /** Lines before this one (from 0) are spoken for. */
    #free = 0;
    constructor(text) {
        this.#text = text;
        this.#lines = text.split("\n");
        this.#places = new PlaceFinder({ file: "", text });
    }
    read(node) {
        const document = (0,dist/* parseDocument */.Tp)(this.#text, { schema: "failsafe", uniqueKeys: false, logLevel: "error" });
        return this.#present(document.contents, node);
    }
    /** Comment and blank lines after everything. */
    rest() {
        const lines = this.#lines.slice(this.#free);
        if (lines.at(-1) === "")
            lines.pop();
        return lines.filter(isRemark);
    }
    #present(raw, node) {
        const keys = new Map();
        const children = new Map();
        const child = (key, { at, below, keyNode, raw: item }) => {
            const above = this.#above((at.line ?? 1) - 1);
            const afterKey = this.#afterKey(keyNode);
            children.set(key, this.#present(item, below));
            keys.set(key, { ...above, ...afterKey, ...this.#after(item) });
        };
        for (const [key, one] of childrenOf(raw, node))
            child(key, one);
        if ((0,dist/* isScalar */.jn)(raw))
            this.#free = Math.max(this.#free, this.#lineOf(raw.range?.[1] ?? 0) + 1);
        const flow = ((0,dist/* isSeq */.oP)(raw) || (0,dist/* isMap */.jh)(raw)) && raw.flow === true;
        return { value: toValue(node), flow, ...spellingOf(raw, node), keys, children };
    }
    /** The comment and blank lines between what was read last and this line. */
    #above(line) {
        const above = this.#lines.slice(this.#free, line).filter(isRemark);
        this.#free = Math.max(this.#free, line + 1);
        return above.length === 0 ? {} : { above };
    }
    #after(raw) {
        const inline = (0,dist/* isScalar */.jn)(raw) || (((0,dist/* isSeq */.oP)(raw) || (0,dist/* isMap */.jh)(raw)) && raw.flow === true);
        const after = inline ? this.#remarkAt(raw.range?.[1] ?? 0, /^[ \t]+(?=#)/) : undefined;
        return after === undefined ? {} : { after };
    }
    #afterKey(raw) {
        const afterKey = (0,dist/* isScalar */.jn)(raw) ? this.#remarkAt(raw.range?.[1] ?? 0, /^[ \t]*:[ \t]+(?=#)/) : undefined;
        return afterKey === undefined ? {} : { afterKey };
    }
    #remarkAt(offset, gap) {
        const start = this.#text.lastIndexOf("\n", offset - 1) + 1;
        const end = this.#text.indexOf("\n", offset);
        const rest = this.#text.slice(offset, end < 0 ? this.#text.length : end);
        const blank = gap.exec(rest)?.[0];
        if (blank === undefined)
            return undefined;
        return { column: offset - start + blank.length, text: rest.slice(blank.length).trimEnd() };
    }
    #lineOf(offset) {
        return (this.#places.at(offset).line ?? 1) - 1;
    }
}
/** The items or entries of a collection, as the package's tree and ours have them side by side; none where a merge key makes them differ. */
function* childrenOf(raw, node) {
    if ((0,dist/* isSeq */.oP)(raw) && node.kind === "list") {
        for (const [index, below] of node.items.entries()) {
            yield [BigInt(index), { at: below.at, below, keyNode: null, raw: raw.items[index] }];
        }
    }
    if ((0,dist/* isMap */.jh)(raw) && node.kind === "map" && raw.items.length === node.entries.length) {
        for (const [index, { key, keyAt, value }] of node.entries.entries()) {
            const pair = raw.items[index];
            yield [key, { at: keyAt, below: value, keyNode: pair?.key, raw: pair?.value }];
        }
    }
}
function isRemark(line) {
    return /^[ \t]*(?:#|$)/.test(line);
}
function spellingOf(raw, node) {
    if (!(0,dist/* isScalar */.jn)(raw) || node.kind !== "scalar" || !isSpelled(raw, node))
        return {};
    return { spelling: (raw.source ?? "").replace(/^\+/, "") };
}
/** Numbers are spelled by people; booleans and nulls are always written DVC's way. */
function isSpelled(raw, node) {
    return raw.type === "PLAIN" && node.kind === "scalar" && ["number", "bigint"].includes(typeof node.value);
}

;// CONCATENATED MODULE: ./build/source/index.js

















/***/ }),

/***/ 32790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dq: () => (/* binding */ MAX_ALIASED),
/* harmony export */   lG: () => (/* binding */ MAX_TEXT),
/* harmony export */   lr: () => (/* binding */ MAX_DEPTH)
/* harmony export */ });
/** Caps on every text that is read: a hostile file must cost a message, not the machine. */
/** UTF-16 units. A dvc.lock of 10,000 stages is about 5 million. */
const MAX_TEXT = 64 * 1024 * 1024;
/** Collections inside collections. */
const MAX_DEPTH = 200;
/** Nodes that aliases would add if each were written out. */
const MAX_ALIASED = 200_000;


/***/ }),

/***/ 78974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ PythonLiteral)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32790);


const NUMBER = /(?:0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|(?:[0-9](?:_?[0-9])*)?\.?(?:[0-9](?:_?[0-9])*)?(?:[eE][-+]?[0-9](?:_?[0-9])*)?)/y;
const STRING = /([rRuU]?)("""|'''|"|')/y;
const WORD = /[^\W\d]\w*/uy;
const NOT_A_LITERAL = Symbol("not a literal");
/** Reads what Python's `ast.literal_eval` takes: numbers, texts, True, False, None, lists, tuples, sets, dictionaries. Tuples and sets become lists. */
class PythonLiteral {
    #text;
    #at = 0;
    #depth = 0;
    constructor(text) {
        this.#text = text;
    }
    /** The value of the whole text (`1, 2` is a tuple), or undefined when it is not a literal. */
    whole() {
        try {
            const first = this.#value();
            if (this.#peek() !== ",")
                return this.#atEnd() ? first : undefined;
            const items = [first];
            while (this.#take(","))
                if (!this.#atEnd())
                    items.push(this.#value());
            return this.#atEnd() ? items : undefined;
        }
        catch (error) {
            if (error === NOT_A_LITERAL)
                return undefined;
            throw error;
        }
    }
    #value() {
        if (++this.#depth > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_DEPTH */ .lr)
            return this.#refuse();
        const value = this.#read();
        this.#depth--;
        return value;
    }
    #read() {
        const next = this.#peek();
        if (this.#take("["))
            return this.#items("]");
        if (this.#take("("))
            return this.#parenthesised();
        if (this.#take("{"))
            return this.#braced();
        if (this.#take("-"))
            return this.#negated(this.#unsigned());
        if (this.#take("+"))
            return this.#numeric(this.#unsigned());
        if (/[0-9.]/.test(next))
            return this.#number();
        return this.#strings() ?? this.#word();
    }
    /** One sign is all that Python takes for a literal. */
    #unsigned() {
        return /[-+]/.test(this.#peek()) ? this.#refuse() : this.#value();
    }
    #parenthesised() {
        if (this.#take(")"))
            return [];
        const first = this.#value();
        if (this.#take(")"))
            return first;
        return [first, ...(this.#take(",") ? this.#items(")") : this.#refuse())];
    }
    #items(close) {
        const items = [];
        while (!this.#take(close)) {
            items.push(this.#value());
            if (!this.#take(",") && this.#peek() !== close)
                this.#refuse();
        }
        return items;
    }
    #braced() {
        if (this.#take("}"))
            return new Map();
        const first = this.#value();
        if (this.#take(":"))
            return this.#dictionary(first);
        return [first, ...(this.#take(",") ? this.#items("}") : this.#take("}") ? [] : this.#refuse())];
    }
    #dictionary(firstKey) {
        const entries = new Map();
        let key = firstKey;
        for (;;) {
            if (typeof key === "object" && key !== null)
                return this.#refuse();
            const name = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalKey */ .yk)(key);
            entries.set(name, [entries.get(name)?.[0] ?? key, this.#value()]);
            const more = this.#take(",");
            if (this.#take("}"))
                return new Map(entries.values());
            if (!more)
                return this.#refuse();
            key = this.#value();
            if (!this.#take(":"))
                return this.#refuse();
        }
    }
    #negated(value) {
        if (typeof value === "bigint" || typeof value === "number")
            return -value;
        return this.#refuse();
    }
    #numeric(value) {
        return typeof value === "bigint" || typeof value === "number" ? value : this.#refuse();
    }
    #number() {
        NUMBER.lastIndex = this.#at;
        const raw = NUMBER.exec(this.#text)?.[0] ?? "";
        this.#at += raw.length;
        const digits = raw.replaceAll("_", "");
        if (!/[0-9]/.test(digits) || /[\w.]/.test(this.#text.charAt(this.#at)))
            return this.#refuse();
        if (/^0[xXbBoO]/.test(digits) || /^(?:0+|[1-9][0-9]*)$/.test(digits))
            return BigInt(digits);
        return /[.eE]/.test(digits) ? Number(digits) : this.#refuse();
    }
    /** One text, or several side by side, which Python joins. */
    #strings() {
        let value = null;
        for (;;) {
            this.#peek();
            STRING.lastIndex = this.#at;
            const match = STRING.exec(this.#text);
            if (match === null)
                return value;
            const [whole, prefix = "", quote = ""] = match;
            const start = this.#at + whole.length;
            const end = closing(this.#text, start, quote);
            const raw = this.#text.slice(start, end);
            this.#at = end + quote.length;
            // names of characters are a book of their own
            if (prefix.toLowerCase() !== "r" && /(?<!\\)(?:\\\\)*\\N\{/.test(raw))
                return this.#refuse();
            value = (value ?? "") + (prefix.toLowerCase() === "r" ? raw : decode(raw));
        }
    }
    #word() {
        WORD.lastIndex = this.#at;
        const word = WORD.exec(this.#text)?.[0] ?? "";
        this.#at += word.length;
        if (word === "True")
            return true;
        if (word === "False")
            return false;
        if (word === "set" && this.#take("(") && this.#take(")"))
            return [];
        return word === "None" ? null : this.#refuse();
    }
    /** The next character after blanks. */
    #peek() {
        while (/\s/.test(this.#text.charAt(this.#at)))
            this.#at++;
        return this.#text.charAt(this.#at);
    }
    #take(character) {
        if (this.#peek() !== character)
            return false;
        this.#at++;
        return true;
    }
    #atEnd() {
        return this.#peek() === "";
    }
    #refuse() {
        throw NOT_A_LITERAL;
    }
}
function closing(text, from, quote) {
    let at = from;
    while (at < text.length && !text.startsWith(quote, at))
        at += text.charAt(at) === "\\" ? 2 : 1;
    return at;
}
const ESCAPES = {
    "\n": "",
    "\\": "\\",
    "'": "'",
    '"': '"',
    a: "\x07",
    b: "\b",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
    v: "\v",
};
/** Python's escapes; unknown ones stay as they are, as in Python. */
function decode(raw) {
    return raw.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g, (all, x, u, long, octal, one) => {
        const hex = x ?? u ?? long;
        if (hex !== undefined)
            return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff));
        if (octal !== undefined)
            return String.fromCharCode(Number.parseInt(String(octal), 8));
        return ESCAPES[String(one)] ?? String(all);
    });
}


/***/ })

};
