export const id = 8410;
export const ids = [8410];
export const modules = {

/***/ 68410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTerminal: () => (/* binding */ openTerminal)
/* harmony export */ });
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26848);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6877);


function openTerminal({ progress, signal }) {
    let screen = null;
    let ended = false;
    const opened = () => {
        if (screen !== null)
            return screen;
        progress.live("");
        screen = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: process.stdin, output: process.stderr });
        screen.once("close", () => {
            ended = true;
        });
        // a terminal that readline holds sends no signal of its own
        screen.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
        return screen;
    };
    const answer = async (shown, ask) => {
        if (ended)
            return null;
        const at = opened();
        process.stderr.write(shown.length === 0 ? "\n" : `\n${shown.map((line) => (0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__.clean)(line, 400)).join("\n")}\n`);
        const closed = new Promise((resolve) => at.once("close", () => resolve(null)));
        return Promise.race([at.question(`${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__.clean)(ask, 400)} `, { signal }), closed]);
    };
    return {
        confirm: async ({ shown, ask, standard }) => {
            const said = await answer(shown, `${ask} ${standard ? "[Y/n]" : "[y/N]"}`);
            if (said === null)
                return false;
            return said.trim() === "" ? standard : /^y(es)?$/i.test(said.trim());
        },
        text: async ({ shown, ask, standard, suggestion }) => {
            const hint = suggestion === undefined ? "" : ` (such as ${suggestion})`;
            return (await answer(shown, `${ask}${hint}:`))?.trim() ?? standard;
        },
        close: () => screen?.close(),
    };
}


/***/ })

};
