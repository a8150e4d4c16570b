export const id = 383;
export const ids = [383];
export const modules = {

/***/ 2383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  chooseProgress: () => (/* binding */ chooseProgress)
});

// EXTERNAL MODULE: ./build/doors/progress/ci.js
var progress_ci = __webpack_require__(3860);
// EXTERNAL MODULE: ./build/doors/progress/plain.js
var plain = __webpack_require__(7738);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/report/index.js + 31 modules
var report = __webpack_require__(1397);
;// CONCATENATED MODULE: ./build/doors/progress/terminal.js



const QUIET_MS = 2000;
const TICK_MS = 1000;
const ERASE = "\r\u001b[2K";
/** A terminal: what lasts scrolls by, and below it one live line that says what goes on and for how long, after two seconds. */
function terminalProgress(write, { clock, style }) {
    const lines = new plain/* Lines */.qo(write);
    const titles = new plain/* Titles */.yd((title) => lines.line(tinted(style, "bold", title)));
    const live = new LiveLine(write, { clock, style, lines, titles });
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
        end: () => live.end(),
    };
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
        const words = [titles.current, minutesAndSeconds(elapsed), this.#note].filter((part) => part !== null && part !== "");
        const text = `${dot} ${words.join("  ")}`;
        this.#write(`${ERASE}${tinted(style, "dim", text.slice(0, Math.max(20, style.width - 1)))}`);
        this.#shown = true;
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

/***/ 3860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ ciProgress)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1397);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7738);



const MINUTE_MS = 60_000;
/**
 * A log that people read later: a group for each stage, and a line a minute, so that a long silence is not taken for a
 * hang. On GitHub a stage's own output cannot give the runner commands (`::set-env …`): they are switched off around it.
 */
function ciProgress(write, { gitHub, clock }) {
    const lines = new _plain_js__WEBPACK_IMPORTED_MODULE_2__/* .Lines */ .qo(write);
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString("hex");
    const pulse = new Pulse(clock, (words) => lines.line(words));
    const titles = new _plain_js__WEBPACK_IMPORTED_MODULE_2__/* .Titles */ .yd((title) => lines.line(gitHub ? `::group::${title}\n::stop-commands::${token}` : `${title}:`), () => {
        if (gitHub)
            lines.line(`::${token}::\n::endgroup::`);
    });
    return {
        say: (line) => {
            titles.show();
            lines.line((0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__.clean)(line, 2000));
        },
        live: (line) => pulse.note((0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__.clean)(line, 200)),
        output: (chunk) => {
            titles.show();
            lines.raw(chunk);
        },
        group: (title) => {
            const close = titles.open((0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__.clean)(title, 200));
            const rest = pulse.begin((0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__.clean)(title, 200));
            return () => {
                rest();
                close();
            };
        },
        warn: (line) => lines.line(gitHub && titles.current === null ? `::warning::${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__.clean)(line, 2000)}` : `warning: ${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__.clean)(line, 2000)}`),
    };
}
/** Says once a minute what goes on and for how long. */
class Pulse {
    #clock;
    #tell;
    #note = "";
    constructor(clock, tell) {
        this.#clock = clock;
        this.#tell = tell;
    }
    note(words) {
        this.#note = words;
    }
    begin(title) {
        const start = this.#clock.monotonic();
        this.#note = "";
        const timer = setInterval(() => {
            const minutes = Math.round((this.#clock.monotonic() - start) / MINUTE_MS);
            this.#tell(`${title}: ${minutes} min so far${this.#note === "" ? "" : `, ${this.#note}`}`);
        }, MINUTE_MS);
        timer.unref();
        return () => clearInterval(timer);
    }
}


/***/ }),

/***/ 7738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eh: () => (/* binding */ plainProgress),
/* harmony export */   qo: () => (/* binding */ Lines),
/* harmony export */   yd: () => (/* binding */ Titles)
/* harmony export */ });
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1397);

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
    };
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
