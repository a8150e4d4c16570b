export const id = 7783;
export const ids = [7783];
export const modules = {

/***/ 67783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  chooseProgress: () => (/* binding */ chooseProgress)
});

// EXTERNAL MODULE: ./build/doors/progress/ci.js + 1 modules
var progress_ci = __webpack_require__(57022);
// EXTERNAL MODULE: ./build/doors/progress/plain.js
var plain = __webpack_require__(7704);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/report/index.js + 78 modules
var report = __webpack_require__(6877);
// EXTERNAL MODULE: ./build/doors/progress/lanes.js
var lanes = __webpack_require__(18975);
;// CONCATENATED MODULE: ./build/doors/progress/terminal.js




const QUIET_MS = 2000;
const TICK_MS = 1000;
/** Not red, which says that something is wrong. */
const LANE_COLOURS = ["cyan", "magenta", "blue", "green", "yellow"];
const NOTE_LENGTH = 40;
const ERASE = "\r\u001b[2K";
/** A terminal: what lasts scrolls by, and below it one live line that says what goes on and for how long, after two seconds. */
function terminalProgress(write, { clock, style }) {
    const lines = new plain/* Lines */.qo(write);
    const titles = new plain/* Titles */.yd((title) => lines.line(tinted(style, "bold", title)));
    const live = new LiveLine(write, { clock, style, lines, titles });
    let laneCount = 0;
    const lasting = (work) => {
        live.erase();
        titles.show();
        work();
    };
    return {
        say: (line) => lasting(() => lines.line(tinted(style, "dim", (0,report.clean)(line, 2000)))),
        live: (line) => live.note((0,report.clean)(line, 300)),
        output: (chunk) => lasting(() => lines.raw(chunk)),
        group: (title) => {
            const close = titles.open((0,report.clean)(title, 200));
            live.restart();
            return () => {
                live.restart();
                close();
            };
        },
        warn: (line) => lasting(() => lines.line(`${tinted(style, "yellow", "warning:")} ${(0,report.clean)(line, 2000)}`)),
        lane: (title) => {
            const name = (0,report.clean)(title, 80);
            const colour = LANE_COLOURS[laneCount++ % LANE_COLOURS.length] ?? "cyan";
            const told = (text) => lasting(() => lines.line(`${tinted(style, colour, `${name} ${style.unicode ? "│" : "|"}`)} ${terminal_reset(style, text)}`));
            const mark = live.lane(name);
            return (0,lanes/* mixedLane */.E)({
                line: told,
                warn: (text) => told(`${tinted(style, "yellow", "warning:")} ${text}`),
                live: mark.note,
                closed: mark.end,
            });
        },
        end: () => live.end(),
    };
}
/** A colour that a command's line begins does not run on into the next. */
function terminal_reset(style, text) {
    return style.colour && text.includes("\u001b[") ? `${text}\u001b[0m` : text;
}
function tinted(style, format, text) {
    return style.colour ? (0,external_node_util_.styleText)(format, text, { validateStream: false }) : text;
}
class LiveLine {
    #write;
    #around;
    #timer;
    #since;
    #note = "";
    #shown = false;
    #lanes = new Set();
    constructor(write, around) {
        this.#write = write;
        this.#around = around;
        this.#since = around.clock.monotonic();
        this.#timer = setInterval(() => this.#draw(), TICK_MS);
        this.#timer.unref();
    }
    note(words) {
        this.#note = words;
        if (this.#shown)
            this.#draw();
    }
    /** Work that goes on beside other work. */
    lane(title) {
        const lane = { title, since: this.#around.clock.monotonic(), note: "" };
        this.#lanes.add(lane);
        return {
            note: (words) => {
                lane.note = words.slice(0, NOTE_LENGTH);
            },
            end: () => {
                this.#lanes.delete(lane);
                this.erase();
            },
        };
    }
    /** The work is another one from here on. */
    restart() {
        this.erase();
        this.#since = this.#around.clock.monotonic();
        this.#note = "";
    }
    erase() {
        if (!this.#shown)
            return;
        this.#write(ERASE);
        this.#shown = false;
    }
    end() {
        clearInterval(this.#timer);
        this.erase();
    }
    #draw() {
        const { clock, style, lines, titles } = this.#around;
        const elapsed = clock.monotonic() - this.#since;
        // in the middle of a command's own line (a progress bar of its own) there is no place for ours
        if (elapsed < QUIET_MS || !lines.atStart)
            return;
        const dot = style.unicode ? "●" : "*";
        const words = this.#lanes.size > 0 ? this.#together() : [titles.current, minutesAndSeconds(elapsed), this.#note];
        const text = `${dot} ${words.filter((part) => part !== null && part !== "").join("  ")}`;
        this.#write(`${ERASE}${tinted(style, "dim", text.slice(0, Math.max(20, style.width - 1)))}`);
        this.#shown = true;
    }
    /** `train 06:12 epoch 31 · tune 00:40 · 5 wait`. */
    #together() {
        const now = this.#around.clock.monotonic();
        const lanes = [...this.#lanes].map(({ title, since, note }) => `${title} ${minutesAndSeconds(now - since)} ${note}`.trimEnd());
        return [[...lanes, this.#note].filter((part) => part !== "").join(this.#around.style.unicode ? " · " : " - ")];
    }
}
/** `06:12`, `1:06:12`. */
function minutesAndSeconds(milliseconds) {
    const seconds = Math.floor(milliseconds / 1000);
    const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
    return seconds < 3600 ? parts.join(":") : [Math.floor(seconds / 3600), ...parts].join(":");
}

;// CONCATENATED MODULE: ./build/doors/progress/choose.js



/** A live line for a person, groups and a line a minute for a CI log, plain lines for everything else. */
function chooseProgress({ screen, style, variables, clock, write }) {
    const ci = variables["CI"] ?? "";
    const gitHub = variables["GITHUB_ACTIONS"] === "true";
    if (gitHub || (ci !== "" && ci !== "false" && ci !== "0")) {
        return { ...(0,progress_ci/* ciProgress */.E)(write, { gitHub, clock }), end: () => { } };
    }
    if (screen.isTTY === true && variables["TERM"] !== "dumb")
        return terminalProgress(write, { clock, style });
    return { ...(0,plain/* plainProgress */.Eh)(write), end: () => { } };
}


/***/ }),

/***/ 57022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ ciProgress)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/report/index.js + 78 modules
var report = __webpack_require__(6877);
// EXTERNAL MODULE: ./build/doors/progress/plain.js
var plain = __webpack_require__(7704);
;// CONCATENATED MODULE: ./build/doors/progress/pulse.js
const MINUTE_MS = 60_000;
/** Says once a minute what goes on and for how long. */
class Pulse {
    #clock;
    #tell;
    #going = new Map();
    #timer;
    #note = "";
    constructor(clock, tell) {
        this.#clock = clock;
        this.#tell = tell;
    }
    note(words) {
        this.#note = words;
    }
    begin(title) {
        const key = {};
        if (this.#going.size === 0)
            this.#note = "";
        this.#going.set(key, { title, since: this.#clock.monotonic() });
        this.#timer ??= setInterval(() => this.#beat(), MINUTE_MS).unref();
        return () => {
            this.#going.delete(key);
            if (this.#going.size > 0)
                return;
            clearInterval(this.#timer);
            this.#timer = undefined;
        };
    }
    #beat() {
        const now = this.#clock.monotonic();
        const going = [...this.#going.values()].map(({ title, since }) => `${title}: ${Math.round((now - since) / MINUTE_MS)} min so far`);
        this.#tell([...going, this.#note].filter((words) => words !== "").join(", "));
    }
}

;// CONCATENATED MODULE: ./build/doors/progress/ci.js




/** Of what a stage says beside others the last part is kept for its group, in bytes; its log file has all. */
const KEPT = 8 * 1024 * 1024;
/**
 * A log that people read later: a group for each stage, and a line a minute, so that a long silence is not taken for a
 * hang. On GitHub a stage's own output cannot give the runner commands (`::set-env …`): they are switched off around it.
 */
function ciProgress(write, { gitHub, clock }) {
    const lines = new plain/* Lines */.qo(write);
    const token = (0,external_node_crypto_.randomBytes)(16).toString("hex");
    const pulse = new Pulse(clock, (words) => lines.line(words));
    const begin = (title) => lines.line(gitHub ? `::group::${title}\n::stop-commands::${token}` : `${title}:`);
    const end = () => {
        if (gitHub)
            lines.line(`::${token}::\n::endgroup::`);
    };
    const titles = new plain/* Titles */.yd(begin, end);
    return {
        say: (line) => {
            titles.show();
            lines.line(gitHub ? defused((0,report.clean)(line, 2000)) : (0,report.clean)(line, 2000));
        },
        live: (line) => pulse.note((0,report.clean)(line, 200)),
        output: (chunk) => {
            titles.show();
            lines.raw(chunk);
        },
        group: (title) => {
            const close = titles.open((0,report.clean)(title, 200));
            const rest = pulse.begin((0,report.clean)(title, 200));
            return () => {
                rest();
                close();
            };
        },
        warn: (line) => lines.line(gitHub && titles.current === null
            ? `::warning::${defused((0,report.clean)(line, 2000))}`
            : `warning: ${(0,report.clean)(line, 2000)}`),
        lane: (title) => {
            const rest = pulse.begin((0,report.clean)(title, 200));
            const lane = gitHub ? groupLane(lines, () => begin((0,report.clean)(title, 200)), end) : (0,plain/* plainLane */.p0)(lines, title);
            return {
                ...lane,
                close: () => {
                    rest();
                    lane.close();
                },
            };
        },
    };
}
/** The runner takes `::x::` at a line's start, and the older `##[x]` anywhere in it, for a command. */
function defused(line) {
    return line.replaceAll("##[", "# #[").replace(/^\s*::/, "\u200b::");
}
/** Groups cannot lie in each other: a lane's is written when it is over. */
function groupLane(lines, begin, end) {
    const kept = [];
    let [size, lost] = [0, 0];
    const keep = (chunk) => {
        kept.push(Buffer.from(chunk));
        size += chunk.length;
        while (size > KEPT && kept.length > 1) {
            const gone = kept.shift()?.length ?? 0;
            size -= gone;
            lost += gone;
        }
    };
    const line = (text) => keep(`${kept.at(-1)?.at(-1) === 0x0a || kept.length === 0 ? "" : "\n"}${text}\n`);
    return {
        say: (text) => line((0,report.clean)(text, 2000)),
        warn: (text) => line(`warning: ${(0,report.clean)(text, 2000)}`),
        live: () => { },
        output: keep,
        close: () => {
            if (size === 0)
                return;
            begin();
            if (lost > 0)
                lines.line(`… ${lost} bytes before this are in its log file`);
            for (const chunk of kept)
                lines.raw(chunk);
            end();
        },
    };
}


/***/ }),

/***/ 18975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ mixedLane)
/* harmony export */ });
/* unused harmony export LineCutter */
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6877);

const ESCAPE = "\u001b";
/** What moves a cursor, erases, or names a window: all but colours. */
const MOVES = new RegExp(`${ESCAPE}\\[[0-9;?]*[A-Za-ln-z]|${ESCAPE}\\][^\u0007${ESCAPE}]*(?:\u0007|${ESCAPE}\\\\)`, "g");
/** A line that never ends is shown in parts of this length, in characters. */
const LONGEST = 10_000;
/** Cuts what comes in chunks into lines. */
class LineCutter {
    #decoder = new TextDecoder();
    #rest = "";
    /** The lines that are whole now. */
    take(chunk) {
        const text = typeof chunk === "string" ? chunk : this.#decoder.decode(chunk, { stream: true });
        const lines = (this.#rest + text).split("\n");
        this.#rest = lines.pop() ?? "";
        if (this.#rest.length > LONGEST)
            lines.push(...this.end());
        return lines.map(asShown);
    }
    /** What has not ended its line yet: of a bar that is drawn over and over, its last drawing. */
    get unfinished() {
        return asShown(this.#rest);
    }
    /** The last line, when it did not end. */
    end() {
        const rest = asShown(this.#rest);
        this.#rest = "";
        return rest === "" ? [] : [rest];
    }
}
/** As a terminal would leave a line behind: what was drawn over is gone. */
function asShown(line) {
    return (line.replace(/\r+$/, "").split("\r").at(-1) ?? "").replace(MOVES, "");
}
/** A lane whose lines come between those of others. */
function mixedLane({ line, warn, live, closed }) {
    const cutter = new LineCutter();
    return {
        say: (text) => line((0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(text, 2000)),
        warn: (text) => warn((0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(text, 2000)),
        live: (text) => live((0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(text, 200)),
        output: (chunk) => {
            for (const text of cutter.take(chunk))
                line(text);
            live((0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(cutter.unfinished, 200));
        },
        close: () => {
            for (const text of cutter.end())
                line(text);
            closed();
        },
    };
}


/***/ }),

/***/ 7704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eh: () => (/* binding */ plainProgress),
/* harmony export */   p0: () => (/* binding */ plainLane),
/* harmony export */   qo: () => (/* binding */ Lines),
/* harmony export */   yd: () => (/* binding */ Titles)
/* harmony export */ });
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6877);
/* harmony import */ var _lanes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18975);


/** Files, pipes and logs: lasting lines as they come, nothing live. */
function plainProgress(write) {
    const lines = new Lines(write);
    const titles = new Titles((title) => lines.line(`${title}:`));
    return {
        say: (line) => {
            titles.show();
            lines.line((0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(line, 2000));
        },
        live: () => { },
        output: (chunk) => {
            titles.show();
            lines.raw(chunk);
        },
        group: (title) => titles.open((0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(title, 200)),
        warn: (line) => lines.line(`warning: ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(line, 2000)}`),
        lane: (title) => plainLane(lines, title),
    };
}
/** Each line behind its lane's title. */
function plainLane(lines, title) {
    const name = (0,_report_index_js__WEBPACK_IMPORTED_MODULE_0__.clean)(title, 80);
    return (0,_lanes_js__WEBPACK_IMPORTED_MODULE_1__/* .mixedLane */ .E)({
        line: (text) => lines.line(`${name} | ${text}`),
        warn: (text) => lines.line(`${name} | warning: ${text}`),
        live: () => { },
        closed: () => { },
    });
}
/** Keeps our lines apart from a command's output, which may end in the middle of one. */
class Lines {
    #write;
    #atStart = true;
    constructor(write) {
        this.#write = write;
    }
    /** True when the last thing written ended its line. */
    get atStart() {
        return this.#atStart;
    }
    line(text) {
        this.#write(this.#atStart ? `${text}\n` : `\n${text}\n`);
        this.#atStart = true;
    }
    raw(chunk) {
        if (chunk.length === 0)
            return;
        this.#write(chunk);
        const last = chunk.at(-1);
        this.#atStart = last === "\n" || last === 0x0a;
    }
}
/** A group's title is told when there is something in the group: a stage that has nothing to do stays silent. */
class Titles {
    #tell;
    #ended;
    #open = null;
    #told = false;
    constructor(tell, ended = () => { }) {
        this.#tell = tell;
        this.#ended = ended;
    }
    /** The group that is open. */
    get current() {
        return this.#open;
    }
    open(title) {
        this.#open = title;
        this.#told = false;
        return () => {
            if (this.#told)
                this.#ended();
            this.#open = null;
            this.#told = false;
        };
    }
    show() {
        if (this.#told || this.#open === null)
            return;
        this.#told = true;
        this.#tell(this.#open);
    }
}


/***/ })

};
