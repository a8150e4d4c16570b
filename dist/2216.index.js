export const id = 2216;
export const ids = [2216];
export const modules = {

/***/ 2216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseDockerfile: () => (/* binding */ parseDockerfile)
});

// EXTERNAL MODULE: ./node_modules/dockerfile-ast/lib/main.js
var main = __webpack_require__(78390);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/release/dockerfile/text.js
var dockerfile_text = __webpack_require__(45862);
;// CONCATENATED MODULE: ./build/release/dockerfile/variables.js
/** `$NAME`, `${NAME}`, `${NAME:-word}`, `${NAME:+word}` and those without the colon. */
const VARIABLE = /\\?\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^}]*))?\})/g;
/** The arguments before the first FROM, which alone FROM can name: as given, else as the Dockerfile has them. */
function globalArguments(written, given) {
    const values = new Map();
    for (const arg of written) {
        const property = arg.getProperty();
        if (property === null)
            continue;
        const value = given.get(property.getName()) ?? property.getUnescapedValue();
        if (value !== null)
            values.set(property.getName(), given.has(property.getName()) ? value : expand(value, values));
    }
    return values;
}
/** The text with what the variables stand for; one that stands for nothing stays as it is written. */
function expand(text, values) {
    return text.replace(VARIABLE, (whole, plain, braced, sign, word = "") => {
        if (whole.startsWith("\\"))
            return whole;
        const value = values.get(plain ?? braced ?? "");
        const given = value !== undefined && (value !== "" || sign?.startsWith(":") !== true);
        if (sign?.endsWith("-") === true)
            return given ? value : word;
        if (sign?.endsWith("+") === true)
            return given ? word : "";
        return value ?? whole;
    });
}

;// CONCATENATED MODULE: ./build/release/dockerfile/parse.js




/** Instructions whose reading of the context is understood here; what else there may be reads anything. */
const KNOWN = new Set("ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR".split(" "));
/** Frontends that read as Docker's own does. */
const FRONTEND = /^(docker\.io\/)?docker\/dockerfile([:@-]|$)/;
/** Reads a Dockerfile as far as Mainline needs it; whether each step can be carried out is for the builder to say. Failures `dockerfile-empty`, `dockerfile-target`. */
function parseDockerfile(text, asked) {
    const { file } = asked;
    const parsed = main.DockerfileParser.parse(text);
    const globals = globalArguments(parsed.getInitialARGs(), asked.args);
    const stages = stagesOf(parsed, globals);
    if (stages.length === 0) {
        throw (0,kernel/* badInput */.AN)("dockerfile-empty", `${file} has no FROM`, { at: { file, line: 1 }, expected: "a Dockerfile" });
    }
    const needed = neededStages(stages, asked);
    const offset = offsets(text);
    const mentions = stages.flatMap((stage, index) => mentionsOf(stage, { before: stages.slice(0, index), offset }));
    return {
        file,
        text,
        mentions,
        images: [...new Set(mentions.map(({ image }) => image))],
        sources: readsAnything(parsed) ? null : sourcesOf(stages, { needed, file }),
        steps: parsed.getInstructions().map((instruction) => stepOf(instruction, text, offset)),
    };
}
function stagesOf(parsed, globals) {
    const stages = [];
    for (const instruction of parsed.getInstructions()) {
        if (!isFrom(instruction))
            stages.at(-1)?.instructions.push(instruction);
        else {
            const name = instruction.getBuildStage()?.toLowerCase() ?? null;
            stages.push({ name, from: expand(instruction.getImage() ?? "", globals), instructions: [instruction] });
        }
    }
    return stages;
}
/** The stages that the one asked for is made of, itself included. */
function neededStages(stages, { file, target }) {
    const last = target === null ? stages.at(-1) : stageNamed(stages, target);
    if (last === undefined) {
        const names = stages.flatMap(({ name }) => name ?? []);
        throw (0,kernel/* badInput */.AN)("dockerfile-target", `${file} has no stage ${target}`, {
            at: { file },
            found: target ?? "",
            expected: names.length === 0 ? "a stage with a name: FROM … AS NAME" : `one of ${names.join(", ")}`,
            hint: "correct `target` in mainline.yaml",
        });
    }
    const needed = new Set([last]);
    for (const stage of needed) {
        const before = stages.slice(0, stages.indexOf(stage));
        for (const name of [stage.from, ...referencesOf(stage).map(({ name }) => name)]) {
            const other = stageNamed(before, name);
            if (other !== undefined)
                needed.add(other);
        }
    }
    return needed;
}
function stageNamed(stages, name) {
    const byName = stages.findLast((stage) => stage.name === name.toLowerCase());
    return byName ?? (/^\d+$/.test(name) ? stages[Number(name)] : undefined);
}
/** Where a stage names images that are no stages before it. */
function mentionsOf(stage, { before, offset }) {
    const [from] = stage.instructions;
    const range = from !== undefined && isFrom(from) ? from.getImageRange() : null;
    const all = [...(range === null ? [] : [{ name: stage.from, range }]), ...referencesOf(stage)];
    return all
        .filter(({ name }) => name !== "scratch" && !/^\d+$/.test(name) && stageNamed(before, name) === undefined)
        .map(({ name, range }) => ({ image: name, from: offset(range.start), to: offset(range.end) }));
}
/** What `--from=` and `--mount=…,from=` name. */
function referencesOf({ instructions }) {
    return instructions.flatMap((instruction) => flagsOf(instruction).flatMap((flag) => {
        if (flag.getName() === "from")
            return named(flag.getValue(), flag.getValueRange());
        const option = flag.getName() === "mount" ? flag.getOption("from") : null;
        return option === null ? [] : named(option.getValue(), option.getValueRange());
    }));
}
function named(name, range) {
    return name === null || name === "" || range === null ? [] : [{ name, range }];
}
function readsAnything(parsed) {
    const frontend = parsed.getDirectives().find((directive) => directive.getName().toLowerCase() === "syntax");
    if (frontend !== undefined && !FRONTEND.test(frontend.getValue() ?? ""))
        return true;
    return parsed.getInstructions().some((instruction) => !KNOWN.has(instruction.getKeyword()));
}
/** Null where one source is a variable's, or cannot be a pattern. */
function sourcesOf(stages, { needed, file }) {
    const found = stages.flatMap((stage) => stage.instructions.flatMap((instruction) => {
        const { line } = instruction.getRange().start;
        const at = { file, line: line + 1, column: 1 };
        return pathsRead(instruction).map((path) => ({ path, at, needed: needed.has(stage) }));
    }));
    if (found.some(({ path }) => /[$\\]|^[!#]/.test(path)))
        return null;
    return found.map(({ path, at, needed }) => ({ pattern: path.replace(/^(\.?\/)+/, "") || ".", at, needed }));
}
/** As written. */
function pathsRead(instruction) {
    const keyword = instruction.getKeyword();
    if (keyword === "RUN")
        return flagsOf(instruction).flatMap(boundPath);
    if (keyword !== "COPY" && keyword !== "ADD")
        return [];
    if (flagsOf(instruction).some((flag) => flag.getName() === "from"))
        return [];
    const words = wordsOf(instruction);
    return words.slice(0, -1).filter((word) => !/^<<|^[a-z][a-z+.-]*:\/\/|^git@/i.test(word));
}
/** Sources and destination, in either form; what follows a first line that begins a here-document is no path. */
function wordsOf(copy) {
    const [first] = copy.getArguments();
    const rest = first === undefined ? "" : (copy.getRawArgumentsContent() ?? "");
    const listed = readList(rest.slice(rest.search(/\[\s*"/)));
    if (first?.getValue().startsWith("[") === true && listed !== null)
        return listed;
    const { line } = copy.getRange().start;
    const all = copy.getArguments();
    const words = copy.getHeredocs().length > 0 ? all.filter((word) => word.getRange().start.line === line) : all;
    return words.map((word) => unquoted(word.getValue()));
}
function readList(text) {
    try {
        const list = JSON.parse(text.replace(/[\\`]\s*\n/g, " "));
        return Array.isArray(list) ? list.filter((item) => typeof item === "string") : null;
    }
    catch {
        return null;
    }
}
/** Of a mount that binds a part of the context. */
function boundPath(flag) {
    const option = (name) => flag.getOption(name)?.getValue() ?? null;
    const binds = flag.getName() === "mount" && (option("type") ?? "bind") === "bind" && option("from") === null;
    return binds ? [option("source") ?? option("src") ?? "."] : [];
}
function unquoted(word) {
    return /^(["']).*\1$/.test(word) ? word.slice(1, -1) : word;
}
function flagsOf(instruction) {
    const keyword = instruction.getKeyword();
    return keyword === "COPY" || keyword === "ADD" || keyword === "RUN" ? instruction.getFlags() : [];
}
function isFrom(instruction) {
    return instruction.getKeyword() === "FROM";
}
function stepOf(instruction, text, offset) {
    const { start, end } = instruction.getRange();
    return { line: start.line + 1, text: (0,dockerfile_text/* oneLine */.T)(text.slice(offset(start), offset(end))) };
}
function offsets(text) {
    const starts = [0];
    for (const { index } of text.matchAll(/\r\n|\r|\n/g))
        starts.push(index + (text[index + 1] === "\n" && text[index] === "\r" ? 2 : 1));
    return ({ line, character }) => (starts[line] ?? text.length) + character;
}


/***/ })

};
