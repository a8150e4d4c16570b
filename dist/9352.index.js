export const id = 9352;
export const ids = [9352];
export const modules = {

/***/ 69866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ warnOfContainers),
/* harmony export */   n: () => (/* binding */ housed)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _source_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84917);


/** What a stage's command runs in; null for the machine itself, and where there is no command. */
function housed({ cmd, needs }) {
    return cmd === null ? null : (needs?.container ?? null);
}
/** Says once of each container what dvc.lock will not record of it, and the line that changes that. */
async function warnOfContainers({ progress }, plans) {
    const said = new Map();
    for (const { stage, action } of plans.planned) {
        const container = housed(stage);
        if (container === null || (action !== "run" && action !== "maybe"))
            continue;
        for (const gap of await gapsOf(stage, container, plans)) {
            said.set(gap, [...(said.get(gap) ?? []), stage.address]);
        }
    }
    for (const [gap, stages] of said)
        progress.warn(`${namesOf(stages)}: ${gap}`);
}
function namesOf(stages) {
    const [first = "", ...rest] = stages;
    return rest.length === 0 ? first : `${first} and ${rest.length} more`;
}
async function gapsOf(stage, { from }, { workspace, observer }) {
    if (from.kind === "dockerfile")
        return dockerfileGaps(stage, from.dockerfile, workspace);
    const { name } = from;
    const pinned = isPinned(name);
    const recorded = await isParameter(name, stage, observer);
    if (pinned && recorded)
        return [];
    const digested = pinned ? name : `${name}@sha256:…`;
    const told = pinned ? "" : "; what a run took is in its report";
    if (recorded)
        return [`${name} can mean another image tomorrow: name it ${digested}${told}`];
    return [
        `no lock records that it runs in ${name}: another image would not run it again. Write \`image: ${digested}\` into params.yaml, \`container: \${image}\` and \`params: [image]\`${told}`,
    ];
}
function isPinned(image) {
    return /@sha256:[0-9a-f]{64}$/.test(image);
}
/** A value of a parameter that the stage reads is in its lock. */
async function isParameter(text, { params }, observer) {
    for (const dependency of params) {
        const found = await observer.values(dependency);
        if ([...(found?.values() ?? [])].some((value) => holds(value, text)))
            return true;
    }
    return false;
}
function holds(value, text) {
    if (value === text)
        return true;
    if (Array.isArray(value))
        return value.some((item) => holds(item, text));
    return value instanceof Map && [...value.values()].some((item) => holds(item, text));
}
/** What the Dockerfile copies and the stage does not name, and what FROM leaves open. One that cannot be read is told when it is built. */
async function dockerfileGaps(stage, dockerfile, { tree }) {
    const { file, context, target, args } = dockerfile;
    const bytes = await tree.read(file);
    if (bytes === null)
        return [];
    const { readDockerfile } = await Promise.all(/* import() */[__webpack_require__.e(5293), __webpack_require__.e(3768)]).then(__webpack_require__.bind(__webpack_require__, 23768));
    const read = await readDockerfile((0,_source_index_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeUtf8 */ ._6)(bytes, file), { file, target, args }).catch((cause) => {
        if (cause instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return null;
        throw cause;
    });
    if (read === null)
        return [];
    const open = read.images.filter((image) => !isPinned(image));
    const sources = read.sources?.filter(({ needed }) => needed).map(({ pattern }) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .joinPath */ .uJ)(context, pattern)) ?? [
        context,
    ];
    const unread = sources.filter((path) => !stage.deps.some(({ at }) => at !== null && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(path, at)));
    const missing = [...new Set(unread)].map((path) => (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .relativeTo */ .Mf)(path, stage.wdir));
    return [
        ...(missing.length === 0
            ? []
            : [
                `${file} copies ${missing.join(", ")}, which its deps do not name: a change of that would not run it again. Add it to \`deps\``,
            ]),
        ...(open.length === 0
            ? []
            : [`FROM ${open.join(", ")} in ${file} can mean another image tomorrow: write FROM ${open[0]}@sha256:…`]),
    ];
}


/***/ }),

/***/ 49352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// UNUSED EXPORTS: NO_ACCESS

// EXTERNAL MODULE: ./build/shell/index.js + 9 modules
var shell = __webpack_require__(69432);
// EXTERNAL MODULE: ./build/flows/init/merge-driver-setup.js
var merge_driver_setup = __webpack_require__(88184);
;// CONCATENATED MODULE: ./build/flows/doctor/clone.js


/** Releases and comparisons look at earlier commits and at tags. */
async function clone_history({ ground: { git } }) {
    if (!(await git.isShallow()))
        return "the clone has its whole history";
    return [
        {
            code: "shallow-clone",
            level: "problem",
            says: "this clone is shallow",
            why: "a comparison needs the base commit, and a release what was declared before it and the tags",
            fix: "git fetch --unshallow --tags; in a workflow: `fetch-depth: 0` for actions/checkout",
        },
    ];
}
/** Whether git merges DVC's files by what they mean. */
async function mergeDriver({ ground: { git }, program }) {
    if ((await (0,merge_driver_setup/* missingAttributes */.IY)(git)).length > 0) {
        return [
            {
                code: "merge-attributes-missing",
                level: "advice",
                says: "git merges dvc.lock line by line",
                why: "two branches that ran different stages then conflict, or leave a lock that mixes up two results",
                fix: "mainline init (it adds `dvc.lock merge=mainline` and `*.dvc merge=mainline` to .gitattributes)",
            },
        ];
    }
    if (!(await (0,merge_driver_setup/* attributesNameUs */.N1)(git)))
        return "another merge driver is set for dvc.lock or *.dvc, which is left alone";
    const settings = await (0,merge_driver_setup/* driverSettings */.qb)(git, program);
    if (settings.every(({ now }) => now !== null))
        return "git merges dvc.lock stage by stage";
    return [
        {
            code: "merge-driver-not-set",
            level: "problem",
            says: ".gitattributes names the merge driver `mainline`, which this clone does not have",
            why: "git takes no driver from a repository; without one it merges dvc.lock line by line",
            fix: "mainline init",
        },
    ];
}
/** DVC's locks are flocks, which need a small helper program. */
async function lockHelper({ ground }) {
    const flocks = await shell/* Flocks */.BZ.start(ground.root);
    flocks?.close();
    if (flocks !== null)
        return "DVC's locks can be taken";
    return [
        {
            code: "no-lock-helper",
            level: "advice",
            says: "neither perl nor python3 is on PATH",
            why: "DVC's own locks are taken by one of them: a dvc at work at the same time would not be noticed",
            fix: "install perl or python3",
        },
    ];
}

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/run/index.js + 31 modules
var run = __webpack_require__(56806);
// EXTERNAL MODULE: ./build/flows/containers/warnings.js
var warnings = __webpack_require__(69866);
;// CONCATENATED MODULE: ./build/flows/doctor/containers.js



/** Whether what stages run in can be run here. */
async function containers({ context, ground: { workspace } }) {
    const asking = (workspace?.project.stages ?? []).flatMap((stage) => {
        const container = (0,warnings/* housed */.n)(stage);
        return container === null
            ? []
            : [{ address: stage.address, program: context.machine.containers ?? container.program }];
    });
    const programs = [...new Set(asking.map(({ program }) => program))];
    const answers = await Promise.all(programs.map(async (program) => {
        const first = asking.find((each) => each.program === program)?.address ?? "";
        try {
            const engine = await (0,run/* findEngine */.GO)(program, `stage \`${first}\` runs in a container`, context);
            return `${engine.program} is here for stages in containers`;
        }
        catch (cause) {
            if (cause instanceof kernel/* Failure */.HR && cause.code === "container-no-engine")
                return missing(cause);
            throw cause;
        }
    }));
    return [...new Set(answers)];
}
function missing({ message, details }) {
    return {
        code: "container-no-engine",
        level: "problem",
        says: message,
        why: "the stage fails here wherever its result is not known",
        fix: details.hint ?? "sudo apt-get install podman",
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/plan/index.js + 13 modules
var plan = __webpack_require__(50443);
;// CONCATENATED MODULE: ./build/flows/doctor/workflows/model.js
/** `mainline-ml/mainline@…`, `OWNER/mainline@…` or the action of this very repository. */
const OURS = /^(?:\.\/?$|[\w.-]+\/mainline@)/;
function ourSteps({ steps }) {
    return steps.filter(({ uses }) => uses !== null && OURS.test(uses));
}
/** The jobs in which Mainline works. */
function ourJobs(workflows) {
    return workflows.flatMap((workflow) => workflow.jobs.filter((job) => ourSteps(job).length > 0).map((job) => ({ workflow, job })));
}
/** Whether anything is done in it but this. */
function doesMore(job, commands) {
    return ourSteps(job).some(({ given }) => !commands.includes(given.get("command") ?? "auto"));
}
/** Whether it writes nothing at GitHub, and leaves that to the lane that is trusted. */
function isUntrusted(job) {
    return ourSteps(job).some(({ given }) => given.get("lane") === "untrusted");
}
/** Whether code of a pull request runs in it. */
function runsPulls({ workflow, job }) {
    const onPull = workflow.events.has("pull_request") || workflow.events.has("pull_request_target");
    return onPull && ourSteps(job).some(({ given }) => (given.get("run") ?? "here") === "here");
}
function isSelfHosted({ labels }) {
    return labels?.some((label) => label.toLowerCase() === "self-hosted") === true;
}
function checkouts({ steps }) {
    return steps.filter(({ uses }) => uses?.startsWith("actions/checkout@") === true);
}
/** Names under which Mainline's check is written: every one that a workflow gives it. */
function checkNames(workflows) {
    const writing = ourJobs(workflows).filter(({ workflow: { events }, job }) => !isUntrusted(job) && ["pull_request", "pull_request_target", "workflow_run"].some((event) => events.has(event)));
    const named = writing.flatMap(({ job }) => ourSteps(job).map(({ given }) => given.get("check") ?? "mainline"));
    return [...new Set(named.filter((name) => !name.includes("${{")))];
}
/** `JOB in FILE`, as sentences name it. */
function placeOf({ workflow, job }) {
    return `the job \`${job.id}\` of ${workflow.file}`;
}

;// CONCATENATED MODULE: ./build/flows/doctor/settings/runners.js

/** The first that runs actions of Node 24. */
const OLDEST = "2.327.1";
/** Whether somebody is there to run the jobs that ask for machines of your own. */
function runners(site) {
    const { runners: answer, facts } = site.settings;
    if (answer.kind !== "seen")
        return [];
    const asked = ourJobs(site.workflows).filter(({ job }) => isSelfHosted(job));
    const groups = Map.groupBy(asked, ({ job }) => (job.labels ?? []).join(", "));
    return [
        ...[...groups.values()].flatMap((jobs) => unmanned(jobs, { all: answer.value, shared: facts.ownedByOrganization })),
        ...tooOld(answer.value),
    ];
}
function unmanned(jobs, { all, shared }) {
    const [first] = jobs;
    if (first === undefined)
        return [];
    const labels = first.job.labels ?? [];
    const fitting = all.filter((runner) => labels.every((label) => hasLabel(runner, label)));
    if (fitting.some(({ online }) => online))
        return [];
    const where = placeOf(first) + (jobs.length > 1 ? ` (and ${jobs.length - 1} more)` : "");
    if (fitting.length > 0) {
        return [
            {
                code: "runner-offline",
                level: "problem",
                says: `no runner with the labels ${labels.join(", ")} is online: ${fitting.map(({ name }) => name).join(", ")}`,
                why: `${where} waits for one, for a day at most`,
                fix: "on that machine, in the runner's folder: sudo ./svc.sh start (or ./run.sh)",
            },
        ];
    }
    const own = labels.filter((label) => label.toLowerCase() !== "self-hosted");
    return [
        {
            code: "runner-missing",
            level: shared ? "advice" : "problem",
            says: `no runner of the repository has the labels ${labels.join(", ")}${shared ? "; those of the organisation are not seen from here" : ""}`,
            why: `${where} waits for one, for a day at most, and then fails`,
            fix: `Settings, Actions, Runners, "New self-hosted runner", with \`--labels ${own.join(",")}\`; or change \`runs-on\` in ${first.workflow.file}`,
        },
    ];
}
function hasLabel({ labels }, label) {
    return labels.some((each) => each.toLowerCase() === label.toLowerCase());
}
function tooOld(all) {
    const old = all.filter(({ version }) => version !== null && isBefore(version, OLDEST));
    if (old.length === 0)
        return [];
    return [
        {
            code: "runner-too-old",
            level: "problem",
            says: `too old a runner: ${old.map(({ name, version }) => `${name} (${version})`).join(", ")}`,
            why: `actions of Node 24, which Mainline is one of, need ${OLDEST}`,
            fix: "let it update itself (without `--disableupdate`), or install the newest from https://github.com/actions/runner/releases",
        },
    ];
}
/** Whether a version of numbers and dots comes before another; what is no version does not. */
function isBefore(version, least) {
    const [found, wanted] = [numbers(version), numbers(least)];
    const at = wanted.findIndex((number, index) => (found[index] ?? 0) !== number);
    return found.length > 0 && at >= 0 && (found[at] ?? 0) < (wanted[at] ?? 0);
}
function numbers(version) {
    return /^\d+(?:\.\d+)*/.exec(version)?.[0].split(".").map(Number) ?? [];
}

;// CONCATENATED MODULE: ./build/flows/doctor/machine.js






/** The first git that merges without a work tree. */
const OLDEST_GIT = "2.38";
async function gitVersion({ ground: { root } }) {
    const { stdoutText } = await (0,shell/* run */.eF)("git", ["--version"], { cwd: root });
    const version = /\d+(?:\.\d+)+/.exec(stdoutText)?.[0] ?? "";
    if (!isBefore(version, OLDEST_GIT))
        return `git is new enough (${version})`;
    return [
        {
            code: "git-too-old",
            level: "problem",
            says: `git ${version} is too old`,
            why: "a pull request is judged by its merge, which git makes without a work tree from 2.38 on",
            fix: `install git ${OLDEST_GIT} or newer; for Ubuntu: sudo add-apt-repository ppa:git-core/ppa && sudo apt install git`,
        },
    ];
}
/** Git LFS beside DVC: files of stages that are pointers where their content should be. */
async function largeFiles({ ground: { git, root, workspace } }) {
    if (workspace === null)
        return null;
    const paths = filesOfStages(workspace).map((path) => (0,kernel/* joinPath */.uJ)(workspace.below, path));
    if (paths.length === 0)
        return null;
    const filters = await git.attributes("filter", paths);
    const named = paths.filter((path) => filters.get(path) === "lfs");
    const below = (await keptByLfs(root)).filter((file) => paths.some((path) => (0,kernel/* isWithin */.UO)(file, path)));
    const large = [...new Set([...named, ...below])].slice(0, MOST_FILES);
    if (large.length === 0)
        return null;
    const unresolved = await Promise.all(large.map((path) => isPointer((0,external_node_path_.join)(root, path))));
    const pointers = large.filter((_, index) => unresolved[index]);
    if (pointers.length > 0) {
        return [
            {
                code: "lfs-pointers",
                level: "problem",
                says: `what Git LFS keeps is not here: ${some(pointers)}`,
                why: "a stage would read the pointer, a text of three lines, in place of the data",
                fix: "git lfs install && git lfs pull; in a workflow: `lfs: true` for actions/checkout",
            },
        ];
    }
    if (await hasLfs(root))
        return `Git LFS is here for ${some(large)}`;
    return [
        {
            code: "lfs-missing",
            level: "problem",
            says: `.gitattributes gives ${some(large)} to Git LFS, which is not installed`,
            why: "git would commit the data itself, or check out pointers in its place",
            fix: "install git-lfs (https://git-lfs.com), then git lfs install",
        },
    ];
}
/** Enough to know: who lacks one mostly lacks all. */
const MOST_FILES = 500;
/** Files of the index that `.gitattributes` gives to Git LFS. */
async function keptByLfs(root) {
    const { stdoutText } = await (0,shell/* run */.eF)("git", ["ls-files", "-z", "--", ":(top,attr:filter=lfs)"], { cwd: root });
    return stdoutText.split("\0").filter((path) => path !== "");
}
/** What git, not DVC, keeps of what stages read and make: files and folders. */
function filesOfStages({ project }) {
    const read = project.stages.flatMap(({ deps }) => deps.map(({ at }) => at));
    const made = project.stages.flatMap(({ outs }) => outs.filter(({ cache }) => !cache).map(({ at }) => at));
    return [...new Set([...read, ...made])].filter((at) => at !== null && !at.startsWith("../"));
}
const POINTER = "version https://git-lfs.github.com/spec/v1";
async function isPointer(path) {
    const file = await (0,promises_.open)(path).catch(() => null);
    if (file === null)
        return false;
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(POINTER.length), 0, POINTER.length, 0);
        return buffer.toString("latin1", 0, bytesRead) === POINTER;
    }
    catch {
        // a folder
        return false;
    }
    finally {
        await file.close();
    }
}
async function hasLfs(cwd) {
    return (await (0,shell/* run */.eF)("git", ["lfs", "version"], { cwd })).code === 0;
}
function some(paths) {
    return paths.slice(0, 3).join(", ") + (paths.length > 3 ? ` and ${paths.length - 3} more` : "");
}
/** What a machine should keep free beside the data that is still to come. Bytes. */
const SPARE = 2n ** 30n;
/** Room for the cache: what the lock names and is not here has to fit. */
async function disk({ ground: { workspace } }) {
    if (workspace === null)
        return null;
    const room = await (0,promises_.statfs)(await existing(workspace.cache.dir), { bigint: true }).catch(() => null);
    if (room === null)
        return { what: "the room for the cache", because: `${workspace.cache.dir} may not be looked at` };
    const [free, coming] = [room.bavail * room.bsize, await toCome(workspace)];
    if (free >= coming + SPARE)
        return `there is room for the cache (${gibibytes(free)} free)`;
    return [
        {
            code: "disk-short",
            level: "advice",
            says: `${gibibytes(free)} are free for the cache, and ${gibibytes(coming)} of recorded data are not here yet`,
            why: "a run that fills the disk fails in its middle",
            fix: "dvc gc --workspace, or a larger disk: dvc cache dir --local FOLDER",
        },
    ];
}
async function toCome({ project, cache }) {
    const records = project.stages.flatMap((stage) => stage.outs.map((out) => (0,plan/* recordOfOutput */.Id)(stage, out)));
    let sum = 0n;
    for (const record of records) {
        if (record?.oid == null || record.size === undefined || (await cache.has(record.oid, record.hash)))
            continue;
        sum += record.size;
    }
    return sum;
}
/** The nearest folder that is there: the cache is made with its first object. */
async function existing(folder) {
    const there = await (0,promises_.statfs)(folder).then(() => true, () => false);
    return there || (0,external_node_path_.dirname)(folder) === folder ? folder : existing((0,external_node_path_.dirname)(folder));
}
function gibibytes(bytes) {
    return `${(Number(bytes) / 2 ** 30).toFixed(1)} GiB`;
}

// EXTERNAL MODULE: ./build/compare/index.js + 21 modules
var compare = __webpack_require__(1088);
// EXTERNAL MODULE: ./build/config/index.js + 17 modules
var build_config = __webpack_require__(60944);
// EXTERNAL MODULE: ./build/flows/release/model-files.js
var model_files = __webpack_require__(28795);
// EXTERNAL MODULE: ./build/flows/sides.js
var sides = __webpack_require__(17646);
;// CONCATENATED MODULE: ./build/flows/doctor/trying.js

/** Does what others will do; what refuses them is a problem here. `why`: what it keeps from working. */
async function trying(why, attempt) {
    try {
        return await attempt();
    }
    catch (cause) {
        if (cause instanceof kernel/* Failure */.HR)
            return [problemOf(cause, why)];
        throw cause;
    }
}
function problemOf({ code, message, details }, why) {
    const { at, hint, expected } = details;
    const place = at === undefined ? "" : `${[at.file, at.line, at.column].filter((part) => part !== undefined).join(":")}: `;
    const fix = hint ?? (expected === undefined ? "the message says what is wrong" : `write ${expected}`);
    return { code, level: "problem", says: `${place}${message}`, why, fix };
}

;// CONCATENATED MODULE: ./build/flows/doctor/project.js






/** Whether the stages can run at all: `dvc status` does not look, `dvc repro` fails. */
async function pipeline({ ground }) {
    const { workspace } = ground;
    if (workspace === null)
        return ground.projects.length > 0 ? severalProjects(ground.projects) : [noProject()];
    const { stages } = workspace.project;
    return trying("`plan` and `run` refuse the project as it is", async () => {
        (0,plan/* buildGraph */.ZG)(stages);
        return `the pipeline is sound (${count(stages.filter(({ cmd }) => cmd !== null).length, "stage")})`;
    });
}
/** Each of them is looked at in its own folder. */
function severalProjects(projects) {
    const shown = projects.slice(0, 5).join(", ");
    return `DVC projects lie in folders below (${shown}${projects.length > 5 ? ", …" : ""}): \`mainline doctor\` in each looks at it`;
}
function noProject() {
    return {
        code: "no-dvc",
        level: "problem",
        says: "there is no DVC project here",
        why: "Mainline runs the pipeline of a dvc.yaml",
        fix: "mainline init",
    };
}
/** Whether mainline.yaml can be read, and names what is there. */
async function policy({ ground: { workspace } }) {
    if (workspace === null)
        return null;
    const bytes = await workspace.tree.read("mainline.yaml");
    if (bytes === null)
        return [noPolicy()];
    return trying("pull requests cannot be judged, and nothing can be released", async () => {
        const config = (0,build_config/* loadMainline */.ez)(new TextDecoder().decode(bytes), "mainline.yaml");
        for (const model of config.models.values())
            (0,model_files/* artifactOf */.qB)(workspace.project, model);
        await checkGates(workspace, config.gates);
        const images = config.models.size > 0 ? ["images are put together without docker or buildah"] : [];
        const order = `mainline.yaml is in order (${count(config.models.size, "model")}, ${count(config.gates.length, "gate")}, ${count(config.environments.size, "environment")})`;
        return [order, ...images];
    });
}
async function checkGates(workspace, gates) {
    const side = (0,sides/* recordedSide */.ql)(workspace);
    (0,compare/* refuseUnknownMetrics */.sQ)(gates, { base: null, head: await (0,compare/* readMetrics */.Uw)(side) }, (0,compare/* metricPaths */.Pe)(side));
}
function noPolicy() {
    return {
        code: "no-policy",
        level: "advice",
        says: "there is no mainline.yaml",
        why: "without it pull requests have no gates, and nothing is released",
        fix: "mainline init",
    };
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// EXTERNAL MODULE: ./build/flows/remotes.js
var remotes = __webpack_require__(41805);
// EXTERNAL MODULE: ./build/flows/versions.js
var versions = __webpack_require__(73793);
// EXTERNAL MODULE: ./build/flows/workspace.js
var flows_workspace = __webpack_require__(93163);
;// CONCATENATED MODULE: ./build/flows/doctor/commands.js
/** A word of a command to paste: what a file or a branch is called is no more than a name to the shell. */
function word(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
/** Makes a ruleset of a repository. */
function makeRuleset(repository, ruleset) {
    return `echo ${word(JSON.stringify(ruleset))} | gh api -X POST repos/${repository}/rulesets --input -`;
}

;// CONCATENATED MODULE: ./build/flows/doctor/remote.js






const HASHES = ["md5", "md5-dos2unix"];
/** Whether the shared remote answers with this machine's credentials, and holds what the manifests name: those here, and the default branch's. */
async function remote({ context, ground: { workspace, branch } }) {
    if (workspace === null)
        return null;
    const { config, project } = workspace;
    if (config.defaultRemote === null)
        return [noRemote()];
    return trying("results cannot travel between machines, and a release cannot find its model", async () => {
        const main = await projectOf(workspace, branch);
        const opened = (0,versions/* tellVersions */.f)(await (0,remotes/* remoteOf */.e1)(context, config, null), main === null ? [project] : [project, main]);
        try {
            const named = namedObjects(project, config);
            const here = new Set(named.map(({ oid }) => oid));
            const merged = main === null ? [] : namedObjects(main, config).filter(({ oid }) => !here.has(oid));
            const absent = await lacking(opened, [...named, ...merged]);
            const [mine, theirs] = [absent.filter(({ oid }) => here.has(oid)), absent.filter(({ oid }) => !here.has(oid))];
            if (absent.length === 0) {
                return `remote \`${opened.name}\` answers and holds what the manifests name (${named.length + merged.length})`;
            }
            return [
                ...(mine.length === 0 ? [] : [incomplete(opened.name, mine, named.length)]),
                ...(theirs.length === 0 ? [] : [incompleteMain(opened.name, theirs, branch)]),
            ];
        }
        finally {
            await opened.close();
        }
    });
}
/** What the default branch says; null where this clone does not know it, or what it says cannot be read. */
async function projectOf(workspace, branch) {
    if (workspace.git === null)
        return null;
    for (const rev of [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`]) {
        if ((await workspace.git.tryResolve(rev)) === null)
            continue;
        return (await (0,flows_workspace/* projectAt */.t9)(workspace, rev).catch(() => null))?.project ?? null;
    }
    return null;
}
/** The files and listings that are recorded and meant to be shared. A listing stands for its files: it is pushed last. */
function namedObjects({ stages }, config) {
    return stages.flatMap((stage) => stage.outs.flatMap((out) => {
        const record = (0,plan/* recordOfOutput */.Id)(stage, out);
        const shared = out.cache && out.push && (out.remote === null || out.remote === config.defaultRemote);
        const imported = stage.lock?.deps.some(({ extra }) => extra?.has("repo") === true) === true;
        if (!shared || imported || record?.oid == null)
            return [];
        return [{ path: out.at ?? out.path, stage: stage.address, oid: record.oid, hash: record.hash }];
    }));
}
async function lacking(remote, named) {
    const missing = [];
    for (const hash of HASHES) {
        const asked = named.filter((object) => object.hash === hash);
        if (asked.length === 0)
            continue;
        const there = await remote.has([...new Set(asked.map(({ oid }) => oid))], hash);
        missing.push(...asked.filter(({ oid }) => !there.has(oid)));
    }
    return missing;
}
function noRemote() {
    return {
        code: "no-remote",
        level: "problem",
        says: "the project has no default remote",
        why: "results travel from the machine that trains to the one that releases through it",
        fix: "dvc remote add -d NAME URL, where URL is a folder that all mount, s3://BUCKET/PATH or another of DVC's kinds",
    };
}
function incomplete(name, missing, all) {
    return {
        code: "remote-incomplete",
        level: "problem",
        says: `remote \`${name}\` lacks ${missing.length} of ${all} outputs that the manifests name: ${remote_some(missing)}`,
        why: "nobody else can check it out, and a stage that reads it cannot run elsewhere",
        fix: `mainline push -r ${word(name)}, from the machine that has it`,
    };
}
function incompleteMain(name, missing, branch) {
    return {
        code: "main-incomplete",
        level: "problem",
        says: `remote \`${name}\` lacks what ${branch} names: ${remote_some(missing)}`,
        why: "pull requests begin there: their stages cannot read it, and a release of it finds no model",
        fix: `git switch ${word(branch)} && mainline push -r ${word(name)}, from the machine that has it`,
    };
}
function remote_some(missing) {
    const shown = missing.slice(0, 5).map(({ path, stage }) => (stage.endsWith(".dvc") ? path : `${path} (${stage})`));
    return shown.join(", ") + (missing.length > 5 ? ` and ${missing.length - 5} more` : "");
}

// EXTERNAL MODULE: ./build/store/index.js + 37 modules
var store = __webpack_require__(68511);
;// CONCATENATED MODULE: ./build/flows/doctor/rights.js



const POLICY = "the policy of docs/security.md";
/** The credential of the job that runs code of pull requests: it may read and add, and nothing that cannot be taken back. */
async function rights({ context, ground: { workspace } }) {
    const config = workspace?.config;
    const remote = config?.remotes.get(config.defaultRemote?.toLowerCase() ?? "");
    if (remote === undefined)
        return null;
    return trying("what this credential can do at the remote is not known", async () => {
        const found = await (0,store/* remoteRights */.uG)(remote, (0,remotes/* surroundingsOf */.ZD)(context));
        if (found === null) {
            const what = `what this credential may do at remote \`${remote.name}\``;
            return { what, because: "can be tried on s3:// and on folders only" };
        }
        const findings = judged(found, { name: remote.name, isFolder: !remote.url.startsWith("s3:") });
        return findings.length > 0 ? findings : `this credential can add to remote \`${remote.name}\`, and nothing else`;
    });
}
/** What is wrong with a credential that code of pull requests gets. */
function judged({ adds, overwrites, deletes, writesRuns, keepsVersions }, place) {
    const says = (code, what) => ({
        code,
        says: `this credential ${what} remote \`${place.name}\``,
    });
    const way = place.isFolder
        ? "a folder of their own for the runner's user, with only `mainline/claims` and `files` writable (chmod +t keeps others' files from being deleted)"
        : POLICY;
    const findings = [
        overwrites && {
            ...says("credential-overwrites", "can write over what lies at"),
            level: keepsVersions === true ? "advice" : "problem",
            why: "code of a pull request could put something else in place of data that is already there",
            fix: place.isFolder
                ? "a folder cannot be written once only: use S3 with the policy of docs/security.md, or keep snapshots of it"
                : `${POLICY}: s3:PutObject only with the condition s3:if-none-match; on a server that does not know it, keep versions of the bucket, and let the credential s3:GetBucketVersioning`,
        },
        deletes && {
            ...says("credential-deletes", "can delete from"),
            level: "problem",
            why: "code of a pull request could take away the models that production runs",
            fix: place.isFolder ? way : `${POLICY}: no s3:DeleteObject`,
        },
        writesRuns && {
            ...says("credential-writes-runs", "can write below `runs/` of"),
            level: "problem",
            why: "what lies there is believed: code of a pull request could pass off a result that nothing made",
            fix: place.isFolder ? way : `${POLICY}: s3:PutObject only below files/ and mainline/claims/`,
        },
        !adds && {
            ...says("credential-cannot-add", "cannot add to"),
            level: "problem",
            why: "what a pull request's run makes would be lost when its job ends",
            fix: place.isFolder ? way : `${POLICY}: s3:PutObject below files/ and mainline/claims/`,
        },
    ];
    return findings.filter((finding) => finding !== false);
}

// EXTERNAL MODULE: ./build/github/index.js + 24 modules
var github = __webpack_require__(99811);
// EXTERNAL MODULE: ./build/flows/doctor/origin.js
var doctor_origin = __webpack_require__(84296);
;// CONCATENATED MODULE: ./build/flows/doctor/settings/actions.js


/** Whether GitHub lets the workflows use the actions that they name. */
function allowedActions(site) {
    const { actions } = site.settings;
    if (actions.kind !== "seen")
        return [];
    if (!actions.value.enabled)
        return [disabled(site.repository)];
    const used = usedIn(site);
    return [...blocked(used, actions.value, site), ...unpinned(used, actions.value, site)];
}
/** What the workflows of Mainline use, but for what lies in the repository itself. */
function usedIn({ workflows }) {
    const files = new Set(ourJobs(workflows).map(({ workflow }) => workflow));
    const jobs = [...files].flatMap((workflow) => workflow.jobs);
    const uses = jobs.flatMap(({ steps, calls }) => [calls, ...steps.map((step) => step.uses)]);
    const elsewhere = uses.filter((each) => each !== null && !each.startsWith("./") && !each.startsWith("docker://"));
    return [...new Set(elsewhere.filter((each) => each !== null))].sort();
}
function disabled(repository) {
    return {
        code: "actions-disabled",
        level: "problem",
        says: `GitHub Actions are switched off for ${repository}`,
        why: "no workflow starts: nothing is planned, judged or released",
        fix: `gh api -X PUT repos/${repository}/actions/permissions -F enabled=true -f allowed_actions=all`,
    };
}
function blocked(used, policy, { repository }) {
    const refused = used.filter((action) => !isAllowed(action, policy, repository));
    if (refused.length === 0)
        return [];
    return [
        {
            code: "action-not-allowed",
            level: "problem",
            says: `the repository's settings do not allow ${refused.join(", ")}`,
            why: "a workflow that uses an action which is not allowed fails before its first step",
            fix: `Settings, Actions, General, "Allow or block specified actions": add ${refused.map(patternOf).join(", ")}`,
        },
    ];
}
function isAllowed(action, { allowed, selected }, repository) {
    const owner = action.split("/")[0]?.toLowerCase() ?? "";
    const local = owner === repository.split("/")[0]?.toLowerCase();
    if (allowed === "all" || local)
        return true;
    if (allowed === "local_only")
        return false;
    // chosen by the organisation, and not to be seen
    if (selected === null)
        return true;
    const fits = (pattern) => (0,kernel/* fnmatch */.i3)(action.toLowerCase(), pattern.toLowerCase());
    // which creators are verified is written nowhere that could be asked
    if (selected.verified)
        return true;
    if (selected.patterns.some((pattern) => pattern.startsWith("!") && fits(pattern.slice(1))))
        return false;
    const official = owner === "actions" || owner === "github";
    return (selected.githubOwned && official) || selected.patterns.some(fits);
}
function patternOf(action) {
    return `${action.split("@")[0]}@*`;
}
function unpinned(used, { shaPinning }, { workflows }) {
    const loose = shaPinning ? used.filter((action) => !/@[0-9a-f]{40}$/i.test(action)) : [];
    if (loose.length === 0)
        return [];
    const files = workflows
        .filter(({ jobs }) => jobs.some(({ steps }) => steps.some(({ uses }) => uses !== null && loose.includes(uses))))
        .map(({ file }) => file);
    return [
        {
            code: "action-not-pinned",
            level: "problem",
            says: `the settings want actions by their commit, and ${loose.join(", ")} is named by a tag or branch`,
            why: "GitHub refuses to start a workflow that uses it",
            fix: `in ${files.join(", ")}, write the 40 letters of the commit behind the @, and the version as a comment`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/flows/doctor/settings/checks.js


/** Whether a merge waits for Mainline's check, by the name that it has. */
function requiredCheck({ repository, settings, workflows }) {
    const { requiredChecks, facts } = settings;
    const [name] = checkNames(workflows);
    if (name === undefined || requiredChecks.kind !== "seen")
        return [];
    const required = requiredChecks.value;
    const foreign = required.filter((each) => isLike(each) && !checkNames(workflows).includes(each));
    const jobs = namesOfJobs(workflows);
    const misnamed = foreign.filter((each) => !jobs.includes(each)).map((each) => neverWritten(each, name));
    return required.some((each) => checkNames(workflows).includes(each))
        ? misnamed
        : [...misnamed, checks_missing({ repository, branch: facts.defaultBranch, name })];
}
function isLike(name) {
    return /mainline/i.test(name);
}
/** Jobs of pull requests have a check each, by their names. */
function namesOfJobs(workflows) {
    return workflows
        .filter(({ events }) => events.has("pull_request"))
        .flatMap(({ jobs }) => jobs.map(({ title }) => title));
}
function neverWritten(found, name) {
    return {
        code: "required-check-misnamed",
        level: "problem",
        says: `merges wait for the check \`${found}\`, which nobody writes on a pull request`,
        why: "it stays pending for ever; names of checks are compared letter by letter",
        fix: `Settings, Rules, Rulesets (or Branches): replace \`${found}\` by \`${name}\``,
    };
}
function checks_missing({ repository, branch, name }) {
    const ruleset = {
        name: "Mainline",
        target: "branch",
        enforcement: "active",
        conditions: { ref_name: { include: ["~DEFAULT_BRANCH"], exclude: [] } },
        rules: [
            {
                type: "required_status_checks",
                parameters: { strict_required_status_checks_policy: false, required_status_checks: [{ context: name }] },
            },
        ],
    };
    return {
        code: "required-check-missing",
        level: "advice",
        says: `a merge into ${branch} does not need the check \`${name}\``,
        why: "a gate that says no keeps nothing back: the pull request can be merged all the same",
        fix: makeRuleset(repository, ruleset),
    };
}
/** GitHub then wants both, and one of them may never come. */
function nameClash({ settings: { statuses }, workflows }) {
    if (statuses.kind !== "seen")
        return [];
    return checkNames(workflows)
        .filter((name) => statuses.value.includes(name))
        .map((name) => ({
        code: "check-name-clash",
        level: "problem",
        says: `something else writes a commit status called \`${name}\``,
        why: "a required name that is both a check and a status has to be green as both",
        fix: `give the status another name, or the check: \`check: mainline-gates\` for every step that uses Mainline, and in the rules`,
    }));
}

;// CONCATENATED MODULE: ./build/flows/doctor/settings/clock.js
const TOLERATED_S = 60;
/** From here on S3 refuses signatures. */
const REFUSED_S = 15 * 60;
/** This machine's clock beside GitHub's. */
function clock({ settings: { site } }, now) {
    if (site.date === null)
        return [];
    const seconds = Math.round((now.getTime() - site.date.getTime()) / 1000);
    const off = Math.abs(seconds);
    if (off <= TOLERATED_S)
        return [];
    return [
        {
            code: "clock-off",
            level: off >= REFUSED_S ? "problem" : "advice",
            says: `this machine's clock is ${off} s ${seconds > 0 ? "ahead of" : "behind"} GitHub's`,
            why: "cloud storage refuses signatures that are 15 minutes off, and soak times are reckoned from tags' times",
            fix: "sudo timedatectl set-ntp true",
        },
    ];
}

;// CONCATENATED MODULE: ./build/flows/doctor/settings/environments.js

/** GitHub asks reviewers when a job names the environment; Mainline's own order and soak times it does not know. */
function environments(site) {
    const { environments: answer } = site.settings;
    if (answer.kind !== "seen" || site.config === null)
        return [];
    const named = ourJobs(site.workflows).filter(({ job }) => job.environment !== null);
    const silent = [...site.config.environments.keys()].filter((name) => {
        const reviewed = answer.value.some((each) => each.name === name && each.reviewed);
        return reviewed && !named.some(({ job }) => job.environment === name || job.environment?.includes("${{") === true);
    });
    const open = named.filter(({ job: { environment } }) => {
        const known = answer.value.find(({ name }) => name === environment);
        return environment?.includes("${{") === false && known?.guarded !== true;
    });
    return [...silent.map((name) => notAsked(name, site)), ...open.map((placed) => unguarded(placed, site.repository))];
}
function notAsked(name, { workflows }) {
    const deploying = ourJobs(workflows).find(({ job }) => job.permissions instanceof Set && job.permissions.has("deployments"));
    const where = deploying === undefined ? "the job that deploys there" : placeOf(deploying);
    return {
        code: "reviewers-not-asked",
        level: "problem",
        says: `the environment \`${name}\` has reviewers, whom nobody asks`,
        why: "GitHub asks them for a job that names the environment; what mainline.yaml says goes there without",
        fix: `\`environment: ${name}\` in ${where}`,
    };
}
function unguarded(placed, repository) {
    const name = placed.job.environment ?? "";
    return {
        code: "environment-unguarded",
        level: "advice",
        says: `${placeOf(placed)} names the environment \`${name}\`, which has no rules`,
        why: "it keeps nothing back: no reviewer is asked, and any branch may use its secrets",
        fix: `Settings, Environments, ${name}, "Required reviewers" (https://github.com/${repository}/settings/environments)`,
    };
}

;// CONCATENATED MODULE: ./build/flows/doctor/settings/forks.js

const WHY = "a fork's pull request brings its own workflow file: its author can run anything on that machine, as its user, and reach what it reaches";
/** Machines of your own, and a repository whose pull requests come from anybody. */
function forks({ repository, settings: { facts, forkApproval, runners }, workflows }) {
    if (!facts.public)
        return [];
    const asking = workflows.filter(({ jobs }) => jobs.some(isSelfHosted));
    const asked = asking.find(({ events }) => events.has("pull_request")) ?? asking[0];
    const registered = runners.kind === "seen" ? runners.value.length : 0;
    if (asked === undefined && registered === 0)
        return [];
    const machines = asked === undefined ? "has runners of its own" : `runs ${asked.file} on machines of your own`;
    const says = `${repository} is public and ${machines}`;
    if (forkApproval.kind !== "seen") {
        return [
            {
                code: "public-self-hosted",
                level: "danger",
                says: `${says}, and whether strangers need approval could not be looked at`,
                why: WHY,
                fix: "run doctor with the token of an administrator; until then make the repository private, or take its runners away",
            },
        ];
    }
    if (forkApproval.value !== "all_external_contributors") {
        return [
            {
                code: "forks-run-unapproved",
                level: "danger",
                says: `${says}, and not every stranger's pull request needs approval`,
                why: `${WHY}; who once had a typo accepted needs nobody's consent`,
                fix: `gh api -X PUT repos/${repository}/actions/permissions/fork-pr-contributor-approval -f approval_policy=all_external_contributors`,
            },
        ];
    }
    return [
        {
            code: "public-self-hosted",
            level: "advice",
            says: `${says}: one approval too many is enough`,
            why: WHY,
            fix: "make the repository private, or let pull requests run on GitHub's machines (`runs-on: ubuntu-latest`) and register runners elsewhere; where it has to be, each runner ends after one job (`--ephemeral`)",
        },
    ];
}

;// CONCATENATED MODULE: ./build/flows/doctor/settings/tags.js

/** Tags record what was released where. Mainline only ever adds to them; so should everybody. */
function tagRulesets({ repository, settings, config }) {
    const { tagRulesets: answer } = settings;
    if (answer.kind !== "seen" || config === null || config.models.size === 0)
        return [];
    const open = tagsOf(config).filter(({ sample }) => !["update", "deletion"].every((rule) => isForbidden(rule, sample, answer.value)));
    if (open.length === 0)
        return [];
    const patterns = open.map(({ pattern }) => pattern);
    const ruleset = {
        name: "Mainline tags",
        target: "tag",
        enforcement: "active",
        conditions: { ref_name: { include: patterns, exclude: [] } },
        rules: [{ type: "update" }, { type: "deletion" }],
    };
    return [
        {
            code: "tag-ruleset-missing",
            level: "advice",
            says: `whoever may push may move or delete ${patterns.map((each) => each.replace("refs/tags/", "")).join(", ")}`,
            why: "these tags are the record of what was released and what runs where: who changes them changes what is deployed",
            fix: makeRuleset(repository, ruleset),
        },
    ];
}
/** Versions of each model and what each environment was given; a pattern's star ends at a slash. */
function tagsOf({ models, environments }) {
    const deep = [...environments.keys()].filter((name) => name.includes("/"));
    return [...models.keys()].flatMap((model) => [
        { pattern: `refs/tags/${model}@v*`, sample: `refs/tags/${model}@v1.2.3` },
        { pattern: `refs/tags/${model}#*`, sample: `refs/tags/${model}#prod#1` },
        ...deep.map((name) => ({ pattern: `refs/tags/${model}#${name}#*`, sample: `refs/tags/${model}#${name}#1` })),
    ]);
}
function isForbidden(rule, ref, rulesets) {
    return rulesets.some(({ rules, include, exclude }) => rules.includes(rule) &&
        include.some((pattern) => covers(pattern, ref)) &&
        !exclude.some((pattern) => covers(pattern, ref)));
}
/** As GitHub matches refs: `*` stays between slashes, `**` with a slash goes over them. */
function covers(pattern, ref) {
    if (pattern === "~ALL")
        return true;
    const source = pattern.replaceAll(/\*\*\/|\*+|\?|[.+^${}()|[\]\\]/g, (found) => {
        if (found === "**/")
            return "(?:.*/)?";
        if (found.startsWith("*"))
            return "[^/]*";
        return found === "?" ? "[^/]" : `\\${found}`;
    });
    return new RegExp(`^${source}$`).test(ref);
}

;// CONCATENATED MODULE: ./build/flows/doctor/settings/token.js
/** A classic token says itself how far it reaches. */
function tokenScopes({ settings: { site, facts } }) {
    const { scopes } = site;
    if (scopes === null || scopes.includes("repo"))
        return [];
    if (facts.public && scopes.includes("public_repo"))
        return [];
    return [
        {
            code: "token-scope-missing",
            level: "advice",
            says: `the token has ${scopes.length === 0 ? "no scope at all" : `the scopes ${scopes.join(", ")}`}`,
            why: "without `repo` it sees little of the repository's settings, and can write nothing there",
            fix: "gh auth refresh -s repo, then GH_TOKEN=$(gh auth token) mainline doctor",
        },
    ];
}

;// CONCATENATED MODULE: ./build/flows/doctor/settings/workflow-token.js
/** What a workflow may that says nothing of permissions. */
function workflowToken({ repository, settings }) {
    const { workflowToken: answer } = settings;
    if (answer.kind !== "seen" || answer.value === "read")
        return [];
    return [
        {
            code: "workflow-token-writes",
            level: "advice",
            says: "a workflow that says nothing of permissions gets a token that may write",
            why: "any step of any such workflow, and any action that it uses, can push code and tags",
            fix: `gh api -X PUT repos/${repository}/actions/permissions/workflow -f default_workflow_permissions=read`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/flows/doctor/settings.js













/** For somebody who waits: whatever does not answer now is said, and can be asked again. */
const PATIENCE = { attempts: 1, timeoutMs: 15_000 };
/** What GitHub is set to, as far as the token may see it. */
async function settings(patient, access) {
    const { ground, context } = patient;
    const origin = (0,doctor_origin/* originAt */.i)(await ground.git.remoteUrl("origin"), access);
    if (typeof origin === "string")
        return unseen(origin);
    const { token, repository, apiUrl } = origin;
    if (token === null)
        return unseen("needs a token: `GH_TOKEN=$(gh auth token) mainline doctor`, or GH_ENTERPRISE_TOKEN for a server of your own");
    try {
        const read = await (0,github/* readSettings */.sb)({ apiUrl, repository, token, clock: context.clock, patience: PATIENCE });
        const { workflows } = patient;
        const site = {
            repository,
            settings: read,
            workflows: workflows.all,
            config: await policyOf(patient),
        };
        return [`${serverOf(read)} answers for ${repository}`, ...settings_judged(site, patient), ...settings_hidden(read, token)];
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR)
            return settings_notAsked(failure, origin);
        throw failure;
    }
}
function settings_judged(site, { context }) {
    return [
        ...forks(site),
        ...requiredCheck(site),
        ...nameClash(site),
        ...allowedActions(site),
        ...workflowToken(site),
        ...runners(site),
        ...environments(site),
        ...tagRulesets(site),
        ...tokenScopes(site),
        ...clock(site, context.clock.now()),
    ];
}
/** Gates, models and environments as they are here; `policy` says what is wrong with them. */
async function policyOf({ ground: { workspace } }) {
    const bytes = (await workspace?.tree.read("mainline.yaml")) ?? null;
    if (bytes === null)
        return null;
    try {
        return (0,build_config/* loadMainline */.ez)(new TextDecoder().decode(bytes), "mainline.yaml");
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR)
            return null;
        throw failure;
    }
}
function serverOf({ site: { enterpriseVersion } }) {
    return enterpriseVersion === null ? "GitHub" : `GitHub Enterprise Server ${enterpriseVersion}`;
}
function unseen(because) {
    return { what: "the settings at GitHub", because };
}
/** The repository itself cannot be seen, so nothing of it can. */
function settings_notAsked(failure, { repository }) {
    if (failure.code === "github-unauthorized") {
        return {
            code: "token-refused",
            level: "advice",
            says: "GitHub does not take the token that it was given",
            why: "nothing can be looked at there, and nothing written",
            fix: "GH_TOKEN=$(gh auth token) mainline doctor; a workflow's token ends with its job",
        };
    }
    if (failure.code === "github-not-found" || failure.code === "github-permission-missing") {
        return unseen(`needs a token that may see ${repository}, if that is its name`);
    }
    return unseen(failure.message);
}
const QUESTIONS = [
    ["requiredChecks", "the checks that a merge needs"],
    ["statuses", "commit statuses"],
    ["actions", "which actions are allowed"],
    ["workflowToken", "the default permission of workflows"],
    ["forkApproval", "who has to approve workflows from forks"],
    ["runners", "the runners"],
    ["environments", "environments and their reviewers"],
    ["tagRulesets", "rulesets of tags"],
];
function settings_hidden(read, token) {
    return QUESTIONS.flatMap(([name, what]) => {
        const answer = read[name];
        if (answer.kind === "seen")
            return [];
        const because = answer.kind === "failed" ? answer.failure.message : needsOf(answer.needs, read, token);
        return [{ what, because }];
    });
}
function needsOf(right, { site }, token) {
    if (site.scopes !== null) {
        return right === "administration"
            ? "needs the token of somebody who administers the repository, with the scope `repo`"
            : "needs a token with the scope `repo`";
    }
    if (!token.startsWith("ghs_"))
        return `needs a token with \`${right}: read\``;
    return right === "administration"
        ? "needs `administration: read`, which no workflow's token can have: run it with a personal one in GH_TOKEN"
        : `needs \`${right}: read\` under \`permissions:\` of the job`;
}

// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
;// CONCATENATED MODULE: ./build/flows/doctor/workflows/read.js




const FOLDER = ".github/workflows";
/** The workflows of a repository, as far as they can be read: somebody else's file may be written in any way. */
async function readWorkflows(root) {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, FOLDER), { withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name)).map(({ name }) => name);
    const read = await Promise.all(files.sort().map(async (name) => workflow(`${FOLDER}/${name}`, await (0,promises_.readFile)((0,external_node_path_.join)(root, FOLDER, name), "utf8"))));
    return {
        all: read.filter((each) => !("code" in each)),
        unreadable: read.filter((each) => "code" in each),
    };
}
function workflow(file, text) {
    try {
        const top = mapping((0,source/* toValue */.BA)((0,source/* parseYaml */.hN)(text, file)));
        const permissions = permissionsOf(top.get("permissions"));
        const readings = readingsOf(top.get("permissions"));
        const shared = secretsIn(top.get("env"));
        return {
            file,
            name: words(top.get("name")) ?? file,
            events: eventsOf(top.get("on")),
            group: groupOf(top.get("concurrency")),
            jobs: [...mapping(top.get("jobs"))].map(([id, job]) => jobOf(String(id), mapping(job), { permissions, readings, shared })),
        };
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR)
            return unreadable(file, failure);
        throw failure;
    }
}
function unreadable(file, { message, details: { at } }) {
    return {
        code: "workflow-unreadable",
        level: "problem",
        says: `${[file, at?.line, at?.column].filter((part) => part !== undefined).join(":")}: ${message}`,
        why: "GitHub does not start what it cannot read",
        fix: `correct ${file}; what is wrong stands where it says`,
    };
}
/** `on: push`, `on: [push, pull_request]` or each with its filters. */
function eventsOf(value) {
    const one = words(value);
    if (one !== null)
        return new Map([[one, new Map()]]);
    if (Array.isArray(value))
        return new Map(value.map((each) => [String(each), new Map()]));
    return new Map([...mapping(value)].map(([name, filters]) => [String(name), mapping(filters)]));
}
function jobOf(id, job, inherited) {
    const environment = job.get("environment");
    return {
        id,
        title: words(job.get("name")) ?? id,
        labels: labelsOf(job.get("runs-on")),
        permissions: permissionsOf(job.get("permissions")) ?? inherited.permissions,
        readings: readingsOf(job.get("permissions")) ?? inherited.readings,
        limited: job.has("timeout-minutes"),
        environment: words(environment) ?? words(mapping(environment).get("name")),
        steps: list(job.get("steps")).map((step) => stepOf(mapping(step))),
        secrets: [...inherited.shared, ...secretsIn([...job].filter(([key]) => key !== "outputs").map(([, part]) => part))],
        group: groupOf(job.get("concurrency")),
        calls: words(job.get("uses")),
    };
}
function stepOf(step) {
    const given = [...mapping(step.get("with"))].map(([name, value]) => [String(name), words(value) ?? ""]);
    return { uses: words(step.get("uses")), given: new Map(given) };
}
/** `concurrency: NAME`, or with how it waits. */
function groupOf(value) {
    const written = mapping(value);
    const name = words(value) ?? words(written.get("group"));
    if (name === null)
        return null;
    const cancels = words(written.get("cancel-in-progress")) ?? "false";
    return { name, keepsAll: words(written.get("queue")) === "max", cancels: cancels !== "false" };
}
/** Null where an expression, or a group alone, decides. */
function labelsOf(value) {
    const written = value instanceof Map ? value.get("labels") : value;
    const labels = Array.isArray(written) ? written.map(words) : [words(written)];
    const known = labels.filter((label) => label !== null);
    return known.length < labels.length || known.some((label) => label.includes("${{")) ? null : known;
}
function permissionsOf(value) {
    if (value === undefined || value === null)
        return null;
    const all = words(value);
    if (all !== null)
        return all === "write-all" ? "write-all" : new Set();
    return rightsIn(value, ["write"]);
}
function readingsOf(value) {
    if (value === undefined || value === null)
        return null;
    const all = words(value);
    if (all !== null)
        return all === "read-all" || all === "write-all" ? "all" : new Set();
    return rightsIn(value, ["read", "write"]);
}
function rightsIn(value, levels) {
    const given = [...mapping(value)].filter(([, level]) => typeof level === "string" && levels.includes(level));
    return new Set(given.map(([name]) => String(name)));
}
const NAMED = /\bsecrets\s*(?:\.\s*([\w-]+)|\[\s*'([^']*)'\s*\])/g;
const ALL = /\btoJSON\(\s*secrets\s*\)/i;
/** Secrets that a value hands on, each with the key that takes it. */
function secretsIn(value, key = "") {
    if (Array.isArray(value))
        return value.flatMap((item) => secretsIn(item, key));
    if (value instanceof Map)
        return [...value].flatMap(([name, item]) => secretsIn(item, String(name)));
    if (typeof value !== "string")
        return [];
    if (ALL.test(value) || (key === "secrets" && value === "inherit"))
        return [{ name: "*", key }];
    return [...value.matchAll(NAMED)].map((found) => ({ name: found[1] ?? found[2] ?? "", key }));
}
function mapping(value) {
    return value instanceof Map ? value : new Map();
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
/** A scalar as the text that GitHub would make of it; null for none. */
function words(value) {
    if (typeof value === "string")
        return value;
    const plain = typeof value === "boolean" || typeof value === "number" || typeof value === "bigint";
    return plain ? String(value) : null;
}

;// CONCATENATED MODULE: ./build/flows/doctor/workflows/jobs.js

/** How the jobs are written in which Mainline works. */
function jobs(workflows) {
    const checks = [writes, secrets, leftCredentials, lostCredentials, depth, timeout, dashboard];
    return ourJobs(workflows).flatMap((placed) => checks.map((check) => check(placed)).filter((found) => found !== null));
}
/** The lane that nobody trusts runs code of pull requests: its token reads. */
function writes(placed) {
    const { job } = placed;
    if (!isUntrusted(job))
        return null;
    const may = job.permissions === null ? null : job.permissions === "write-all" ? ["everything"] : [...job.permissions];
    if (may?.length === 0)
        return null;
    return {
        code: "untrusted-lane-writes",
        level: "problem",
        says: may === null
            ? `${placeOf(placed)} says nothing of its token's permissions`
            : `the token of ${placeOf(placed)} may write: ${may.join(", ")}`,
        why: "code of the pull request runs in that job, and can do whatever the token may",
        fix: `in ${placed.workflow.file}, give \`${job.id}\` no more than \`permissions: {contents: read, checks: read}\``,
    };
}
/** Where a remote's credential goes, which the job cannot do without. */
const CREDENTIAL = /^(?:AWS|AZURE|GOOGLE|GCS|DVC|RCLONE|SSH)_/i;
function secrets(placed) {
    if (!runsPulls(placed))
        return null;
    const others = placed.job.secrets.filter(({ name, key }) => name !== "GITHUB_TOKEN" && !CREDENTIAL.test(key));
    if (others.length === 0)
        return null;
    const names = [...new Set(others.map(({ name }) => (name === "*" ? "all secrets" : name)))];
    return {
        code: "secrets-beside-pull-request-code",
        level: "problem",
        says: `${placeOf(placed)} hands code of pull requests ${names.join(", ")}`,
        why: "whoever may push a branch can have the job print or send what it holds",
        fix: `take ${names.join(", ")} out of \`${placed.job.id}\` in ${placed.workflow.file}; the remote's credential alone is needed there, as a variable like AWS_ACCESS_KEY_ID`,
    };
}
/** Only where there is something to hide from the code: one lane has to fetch by itself. */
function leftCredentials(placed) {
    const { workflow, job } = placed;
    const leaves = checkouts(job).some(({ given }) => given.get("persist-credentials") !== "false");
    if (!isUntrusted(job) || !leaves)
        return null;
    return {
        code: "credentials-left-in-clone",
        level: "advice",
        says: `${placeOf(placed)} leaves the token in the clone`,
        why: "code of the pull request finds it there, and the lane needs it for nothing",
        fix: `in ${workflow.file}, \`persist-credentials: false\` for actions/checkout in \`${job.id}\``,
    };
}
function lostCredentials(placed) {
    const { workflow, job } = placed;
    const forgets = checkouts(job).some(({ given }) => given.get("persist-credentials") === "false");
    if (isUntrusted(job) || !forgets || !doesMore(job, ["plan", "status", "conclude"]))
        return null;
    return {
        code: "credentials-not-kept",
        level: "problem",
        says: `git has no credentials in ${placeOf(placed)}`,
        why: "it fetches commits and pushes the tags that record releases with what actions/checkout leaves in the clone",
        fix: `in ${workflow.file}, \`persist-credentials: true\` for actions/checkout in \`${job.id}\``,
    };
}
/** One lane on a pull request fetches what it lacks; who has no credentials cannot, and the others look at tags and far back. */
function depth(placed) {
    const { workflow, job } = placed;
    const onPull = workflow.events.has("pull_request") || workflow.events.has("pull_request_target");
    if ((onPull && !isUntrusted(job)) || !doesMore(job, ["plan", "conclude"]))
        return null;
    const enough = isUntrusted(job) ? 2 : 0;
    const short = checkouts(job).some(({ given }) => {
        const fetched = Number(given.get("fetch-depth") ?? "1");
        return fetched !== 0 && (enough === 0 || fetched < enough);
    });
    if (!short)
        return null;
    return {
        code: "checkout-shallow",
        level: "problem",
        says: `${placeOf(placed)} checks out too few commits`,
        why: enough === 0
            ? "a release needs the tags and what was declared before, a report the commit that the pull request began at"
            : "the commit of the base is the second one, and nothing can be fetched there",
        fix: `in ${workflow.file}, \`fetch-depth: ${enough}\` for actions/checkout in \`${job.id}\``,
    };
}
function timeout(placed) {
    const { workflow, job } = placed;
    if (!isSelfHosted(job) || job.limited)
        return null;
    return {
        code: "timeout-missing",
        level: "advice",
        says: `${placeOf(placed)} has no \`timeout-minutes\``,
        why: "GitHub ends it after six hours, on a machine of your own too: a long training is cut off, a hanging one blocks the machine",
        fix: `in ${workflow.file}, \`timeout-minutes: 4320\` for \`${job.id}\`, or what your longest training takes`,
    };
}
function dashboard(placed) {
    const { workflow, job } = placed;
    const keeps = ourSteps(job).some(({ given }) => given.get("dashboard") === "true");
    const { permissions } = job;
    if (!keeps || permissions === null || permissions === "write-all" || permissions.has("issues"))
        return null;
    return {
        code: "dashboard-may-not-write",
        level: "problem",
        says: `${placeOf(placed)} keeps the dashboard issue, and its token may not write issues`,
        why: "what it does is done all the same; the issue goes on saying what was before",
        fix: `in ${workflow.file}, \`issues: write\` under \`permissions:\` of \`${job.id}\`, or take \`dashboard:\` out`,
    };
}

;// CONCATENATED MODULE: ./build/flows/doctor/workflows/signing.js

/** Commands that build no image. */
const UNSIGNED = ["plan", "status", "conclude", "run", "diff", "gate", "report", "promote", "rollback"];
/** Whether the workflow that has to sign can: GitHub gives a token to jobs that ask for it alone. */
function signers(workflows, signing) {
    if (signing?.kind !== "identity")
        return [];
    return ourJobs(workflows)
        .filter((placed) => isAsked(placed.workflow, signing) && builds(placed) && !mayAsk(placed))
        .map((placed) => ({
        code: "signer-without-identity",
        level: "problem",
        says: `${placeOf(placed)} has to sign images, and GitHub gives it no token to do it with`,
        why: "mainline.yaml asks for images that this workflow signed: a release ends before it builds anything",
        fix: `in ${placed.workflow.file}, \`id-token: write\` under \`permissions:\` of \`${placed.job.id}\``,
    }));
}
function isAsked({ file }, { identities }) {
    return identities.some((identity) => identity.includes(`/${file}@`));
}
function builds({ workflow: { events }, job }) {
    const onMain = ["push", "workflow_dispatch", "schedule"].some((event) => events.has(event));
    return onMain && !isUntrusted(job) && doesMore(job, UNSIGNED);
}
/** Without `permissions:` the repository's settings hold, of which none gives it. */
function mayAsk({ job: { permissions } }) {
    return permissions === "write-all" || permissions?.has("id-token") === true;
}

;// CONCATENATED MODULE: ./build/flows/doctor/workflows/waiting.js

/** Who waits for whom: a rollback must neither stand behind a release nor be cancelled by what comes after it. */
function waiting(workflows) {
    const moving = ourJobs(workflows).filter(moves);
    const releases = new Set(moving.filter(({ workflow }) => workflow.events.has("push")).flatMap(groupNames));
    const asked = moving.filter(waiting_isAsked);
    return [...dropped(moving), ...asked.flatMap((placed) => [...behind(placed, releases), ...undated(placed)])];
}
/** Jobs that may write what runs where. */
function moves({ workflow: { events }, job }) {
    const starts = ["push", "schedule", "issue_comment", "workflow_dispatch"].some((event) => events.has(event));
    return starts && !isUntrusted(job) && doesMore(job, ["plan", "status", "conclude", "rehearse"]);
}
/** By a person, who waits for it. */
function waiting_isAsked({ workflow: { events } }) {
    return events.has("issue_comment") || (events.has("workflow_dispatch") && !events.has("push"));
}
function groupsOf({ workflow, job }) {
    return [workflow.group, job.group].filter((group) => group !== null);
}
function groupNames(placed) {
    return groupsOf(placed).map(({ name }) => name.toLowerCase());
}
function dropped(moving) {
    const places = moving.flatMap((placed) => groupsOf(placed)
        .filter(({ keepsAll, cancels }) => !keepsAll && !cancels)
        .map((group) => ({ placed, isWorkflows: group === placed.workflow.group })));
    const found = places.map(({ placed, isWorkflows }) => ({
        code: "waiting-run-dropped",
        level: "problem",
        says: `${isWorkflows ? placed.workflow.file : placeOf(placed)} waits in a group of which GitHub keeps one run waiting`,
        why: "the next one cancels it: a merge, a schedule or another comment takes a rollback, or a release, away unseen",
        fix: `in ${placed.workflow.file}, \`queue: max\` beside \`cancel-in-progress: false\` under \`concurrency:\`${isWorkflows ? "" : ` of \`${placed.job.id}\``}`,
    }));
    return [...new Map(found.map((each) => [each.says, each])).values()];
}
function behind(placed, releases) {
    if (!groupNames(placed).some((name) => releases.has(name)))
        return [];
    return [
        {
            code: "rollback-behind-release",
            level: "problem",
            says: `a rollback in ${placeOf(placed)} waits until a release that runs has ended`,
            why: "a release may take an hour, and what is broken stays so: two at once are safe, the record takes one of them",
            fix: `in ${placed.workflow.file}, a group of its own for rollbacks under \`concurrency:\` (\`mainline-rollback\`), as the template of \`mainline init\` has it`,
        },
    ];
}
/** A run by hand that waited was asked for before it began: only GitHub says when. A comment says it itself. */
function undated(placed) {
    const { readings } = placed.job;
    const isDated = !placed.workflow.events.has("workflow_dispatch");
    if (isDated || readings === null || readings === "all" || readings.has("actions"))
        return [];
    return [
        {
            code: "asked-when-unknown",
            level: "problem",
            says: `${placeOf(placed)} may not read when it was asked for`,
            why: "a promotion that waited behind somebody's rollback takes it back: it passes for one that was asked for afterwards",
            fix: `in ${placed.workflow.file}, \`actions: read\` under \`permissions:\` of \`${placed.job.id}\``,
        },
    ];
}

;// CONCATENATED MODULE: ./build/flows/doctor/workflows/teams.js



/** Whether those who have to ask who is in a team can: GitHub gives that right to no workflow's own token. */
function teams(workflows, config) {
    if (config === null)
        return [];
    const approving = [...config.environments.values()].flatMap(({ approve }) => approve?.by ?? []).find(build_config/* isTeam */.IJ);
    const waiving = (config.waivers.by ?? []).find(build_config/* isTeam */.IJ);
    const without = ourJobs(workflows).filter((placed) => !hasToken(placed));
    const lacking = without.flatMap((placed) => {
        const team = (counts(placed) ? approving : undefined) ?? (judges(placed) ? waiving : undefined);
        return team === undefined ? [] : [lacks(placed, team)];
    });
    const single = new Set(without.filter(isOneLane).map(({ workflow }) => workflow.file));
    return waiving === undefined ? lacking : [...lacking, ...[...single].map((file) => cannot(file, waiving))];
}
/** Where gates are judged beside code of pull requests. */
function isOneLane({ workflow: { events }, job }) {
    return events.has("pull_request") && !isUntrusted(job) && doesMore(job, ["plan", "status", "conclude"]);
}
/** Where approvals count: a job that hands promotions on to another asks nothing of them. */
function counts(placed) {
    return moves(placed) && !handsOn(placed);
}
/** Where gates are judged in a workflow that runs no code of pull requests: in the others a secret has no place. */
function judges({ workflow, job }) {
    const { events } = workflow;
    const judging = ["workflow_run", "merge_group", "issue_comment"].some((event) => events.has(event));
    if (!judging || events.has("pull_request") || isUntrusted(job))
        return false;
    // a comment is answered by the job that hands promotions on, where there is one
    return !events.has("issue_comment") || handsOn({ workflow, job }) || !ourJobs([workflow]).some(handsOn);
}
function handsOn({ job }) {
    return ourSteps(job).some(({ given }) => given.get("run") === "elsewhere");
}
function hasToken({ job }) {
    return ourSteps(job).some(({ given }) => (given.get("members-token") ?? "") !== "");
}
function lacks(placed, team) {
    return {
        code: "members-token-missing",
        level: "problem",
        says: `${placeOf(placed)} cannot ask who is in ${team}, which mainline.yaml names`,
        why: "GitHub does not tell a workflow's own token: what somebody of the team approves or waives does not count there",
        fix: `in ${placed.workflow.file}, \`members-token:\` for Mainline's step in \`${placed.job.id}\`: a token with the organisation permission Members: read`,
    };
}
function cannot(file, team) {
    return {
        code: "team-waives-nothing",
        level: "advice",
        says: `what somebody of ${team} waives does not count in ${file}, where pull requests are judged in one lane`,
        why: "code of pull requests runs there, so a token that sees who is in a team has no place in it: the gate goes on saying no",
        fix: "name people by their logins in `waivers` of mainline.yaml, or `mainline init --lanes two`",
    };
}

;// CONCATENATED MODULE: ./build/flows/doctor/workflows/triggers.js

/** What starts the workflows: whether anything does, with whose code and rights, and whether it always ends in a check. */
function triggers(workflows) {
    const users = workflows.filter((workflow) => ourJobs([workflow]).length > 0);
    if (users.length === 0)
        return [nothingStarts(), ...workflows.flatMap((workflow) => privileged(workflow, false))];
    return [
        ...workflows.flatMap((workflow) => privileged(workflow, users.includes(workflow))),
        ...users.flatMap(takesHead),
        ...users.flatMap(filtered),
        ...users.flatMap((workflow) => unheard(workflow, users)),
    ];
}
function nothingStarts() {
    return {
        code: "no-workflows",
        level: "advice",
        says: "no workflow in .github/workflows uses Mainline",
        why: "pull requests are not planned, and merges are not released",
        fix: "mainline init",
    };
}
/** Whatever a checkout is given that comes from the pull request's side. */
const HEAD = /pull_request\.head|head_ref|refs\/pull\/|pull_request\.merge_commit_sha|workflow_run\.head_/;
/** `pull_request_target`: the token writes and the secrets are there, whoever opened the pull request. */
function privileged(workflow, ours) {
    if (!workflow.events.has("pull_request_target"))
        return [];
    const dangerous = checksOutPull(workflow);
    if (!dangerous && !ours)
        return [];
    return [
        {
            code: "pull-request-target",
            level: dangerous ? "danger" : "problem",
            says: dangerous
                ? `${workflow.file} checks out the pull request's code on \`pull_request_target\``
                : `${workflow.file} uses Mainline on \`pull_request_target\``,
            why: "there the code of anybody's pull request would run with a token that may write, and with your secrets",
            fix: `in ${workflow.file}, write \`on: pull_request\`, as the template of \`mainline init\` does`,
        },
    ];
}
/** What is trusted runs with the default branch's code: a pull request is read there, never checked out. */
function takesHead(workflow) {
    const trusted = ["workflow_run", "issue_comment"].find((event) => workflow.events.has(event));
    if (trusted === undefined || !checksOutPull(workflow))
        return [];
    return [
        {
            code: "trusted-lane-checkout",
            level: "danger",
            says: `${workflow.file} checks out the pull request's code on \`${trusted}\``,
            why: "whatever runs it there, a build or a test, gives its author the token that may write, and your secrets",
            fix: `in ${workflow.file}, take \`ref:\` out of actions/checkout: Mainline reads the pull request out of git`,
        },
    ];
}
function checksOutPull({ jobs }) {
    return jobs.flatMap(checkouts).some(({ given }) => [...given.values()].some((value) => HEAD.test(value)));
}
/** A workflow that does not start never concludes its check. */
function filtered({ file, events }) {
    const filters = events.get("pull_request");
    const filter = ["paths", "paths-ignore"].find((name) => filters?.has(name) === true);
    if (filter === undefined)
        return [];
    return [
        {
            code: "paths-filter",
            level: "problem",
            says: `${file} does not start for every pull request: it has \`${filter}:\``,
            why: "where it does not start, the check is never written, and a required one stays pending for ever",
            fix: `take \`${filter}:\` out of \`on: pull_request\` in ${file}: what nothing depends on is planned in seconds`,
        },
    ];
}
/** The untrusted lane says nothing by itself. What it leaves for the merge queue, a job of the same workflow reads. */
function unheard(workflow, users) {
    if (!workflow.events.has("pull_request") || !workflow.jobs.some(isUntrusted))
        return [];
    const heard = users.some(({ events }) => {
        const named = events.get("workflow_run")?.get("workflows");
        return Array.isArray(named) ? named.includes(workflow.name) : named === workflow.name;
    });
    if (heard)
        return [];
    return [
        {
            code: "lane-unheard",
            level: "problem",
            says: `${workflow.file} runs pull requests, and no workflow reads what they report`,
            why: "no comment and no check is ever written: a required check stays pending",
            fix: `mainline init --lanes two, or \`on: workflow_run: workflows: [${workflow.name}]\` in a workflow of yours`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/flows/doctor/workflows.js








/** Whether GitHub is told to do something, and to do it safely. */
async function workflows({ ground, workflows: { all, unreadable } }) {
    const policy = await workflows_policyOf(ground);
    const ours = [...jobs(all), ...waiting(all), ...signers(all, policy?.signing ?? null), ...teams(all, policy)];
    const found = [...unreadable, ...triggers(all), ...ours];
    if (found.length > 0)
        return found;
    const files = [...new Set(ourJobs(all).map(({ workflow }) => workflow.file.replace(/^.*\//, "")))];
    return `GitHub runs Mainline (${files.join(", ")})`;
}
/** What is wrong with mainline.yaml another check says. */
async function workflows_policyOf({ workspace }) {
    const bytes = (await workspace?.tree.read("mainline.yaml")) ?? null;
    try {
        return (0,build_config/* loadMainline */.ez)(bytes === null ? null : new TextDecoder().decode(bytes), "mainline.yaml");
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR)
            return null;
        throw failure;
    }
}

// EXTERNAL MODULE: ./build/flows/init/look.js
var look = __webpack_require__(95906);
;// CONCATENATED MODULE: ./build/flows/doctor.js











const CHECKS = [
    pipeline,
    policy,
    remote,
    workflows,
    mergeDriver,
    clone_history,
    lockHelper,
    gitVersion,
    largeFiles,
    containers,
    disk,
];
/**
 * Looks whether everything is set up as it should be, and changes nothing. Answer "no" when something is dangerous or keeps Mainline
 * from working. Everything is asked at once; the order of what is said does not depend on who answers first.
 */
async function doctor(context, options) {
    const { program, gitHub, untrusted } = options;
    const ground = await (0,look/* look */.O)(context);
    try {
        const patient = { context, ground, program, workflows: await readWorkflows(ground.root) };
        const asked = [...CHECKS, ...(untrusted ? [rights] : []), (each) => settings(each, gitHub)];
        const answers = await Promise.all(asked.map((check) => check(patient)));
        return documentOf(answers.flatMap((answer) => answer ?? []));
    }
    finally {
        ground.git.close();
        ground.workspace?.git?.close();
    }
}
function documentOf(remarks) {
    const fine = remarks.filter((remark) => typeof remark === "string");
    const others = remarks.filter((remark) => typeof remark !== "string");
    const all = others.filter((remark) => "code" in remark);
    // two checks may meet the same failure
    const findings = [...new Map(all.map((finding) => [`${finding.code} ${finding.says}`, finding])).values()];
    const unseen = others.filter((remark) => "what" in remark);
    return {
        answer: findings.every(({ level }) => level === "advice") ? "yes" : "no",
        document: {
            schema: "mainline.doctor/1",
            findings: findings.toSorted((a, b) => RANK[a.level] - RANK[b.level]),
            fine,
            unseen,
        },
    };
}
const RANK = { danger: 0, problem: 1, advice: 2 };


/***/ }),

/***/ 84296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ originAt)
/* harmony export */ });
/* unused harmony export NO_ACCESS */
const NO_ACCESS = {
    token: null,
    enterpriseToken: null,
    serverUrl: null,
    apiUrl: null,
    host: null,
};
/**
 * Where a clone's origin is asked about. A token goes to github.com, to the server that the runner names and to the one that GH_HOST
 * names, and nowhere else: an address in a clone is no reason to trust a machine. Else null, or why not.
 */
function originAt(url, access) {
    if (url === null)
        return "needs a git remote `origin` at GitHub";
    const named = parse(url);
    if (named === null)
        return "needs a git remote `origin` at GitHub; this one is somewhere else";
    const { repository } = named;
    const { token, enterpriseToken, serverUrl, apiUrl, host } = access;
    if (serverUrl !== null && named.host === hostOf(serverUrl)) {
        const own = apiUrl ?? `${serverUrl.replace(/\/$/, "")}/api/v3`;
        return { apiUrl: own, repository, token: named.host === "github.com" ? token : (enterpriseToken ?? token) };
    }
    if (named.host === "github.com")
        return { apiUrl: "https://api.github.com", repository, token };
    if (host !== null && named.host === host.toLowerCase()) {
        if (named.host.endsWith(".ghe.com"))
            return { apiUrl: `https://api.${named.host}`, repository, token };
        return { apiUrl: `https://${named.host}/api/v3`, repository, token: enterpriseToken };
    }
    return `needs GH_HOST=${named.host}, if that is your GitHub: the token goes to no server that you do not name`;
}
/** `https://HOST/OWNER/NAME.git`, `ssh://git@HOST/OWNER/NAME` or `git@HOST:OWNER/NAME`. */
function parse(url) {
    const written = /^(?:[a-z+]+:\/\/)(?:[^@/]*@)?([^/]+)\/(.+)$/i.exec(url) ?? /^(?:[^@/:]+@)?([^/:]+):(?!\/)(.+)$/.exec(url);
    const [host = "", path = ""] = written?.slice(1) ?? [];
    const [, repository] = /^([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(path) ?? [];
    const ssh = !/^https?:/i.test(url);
    return repository === undefined ? null : { host: (ssh ? host.replace(/:\d+$/, "") : host).toLowerCase(), repository };
}
function hostOf(url) {
    return URL.canParse(url) ? new URL(url).host.toLowerCase() : null;
}


/***/ }),

/***/ 28795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ lackingAtRemote),
/* harmony export */   VC: () => (/* binding */ modelFiles),
/* harmony export */   gV: () => (/* binding */ stageOf),
/* harmony export */   qB: () => (/* binding */ artifactOf),
/* harmony export */   z8: () => (/* binding */ storedModel)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68511);
/* harmony import */ var _remotes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41805);



/** The artifact that mainline.yaml's model means. Failures `unknown-artifact`, `not-a-model`. */
function artifactOf(project, model) {
    const found = project.artifacts.find((artifact) => artifact.name === model.name);
    if (found !== undefined && found.type !== "model")
        throw noModel(found);
    if (found !== undefined)
        return found;
    const known = project.artifacts.map((artifact) => artifact.name);
    throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("unknown-artifact", `no dvc.yaml declares the model \`${model.name}\``, {
        at: model.at,
        found: model.name,
        expected: known.length === 0 ? "an `artifacts:` entry in dvc.yaml" : `one of ${known.join(", ")}`,
        hint: `artifacts: {${model.name}: {type: model, path: PATH}} in dvc.yaml`,
    });
}
function noModel({ name, type, place }) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("not-a-model", `the artifact \`${name}\` is not declared a model`, {
        at: place,
        found: type === null ? "no `type`" : `type: ${type}`,
        expected: "`type: model`",
        hint: `add \`type: model\` to artifacts.${name} in dvc.yaml`,
    });
}
/** The stage whose output the artifact is, or lies in; null when no stage makes it (a file in git). */
function stageOf(project, artifact) {
    return project.stages.find((stage) => stage.outs.some((out) => holds(out.at, artifact.path))) ?? null;
}
/** The object that a known result names for the artifact. Failure `model-not-cached` for an output kept out of the cache. */
function storedModel(stage, entry, artifact) {
    const output = stage.outs.find((out) => holds(out.at, artifact.path));
    const recorded = entry.outs.find((out) => out.path === output?.path);
    if (output?.at === undefined || output.at === null || recorded?.oid === undefined || recorded.oid === null) {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)("model-not-recorded", `the result of ${stage.address} names no content for ${artifact.path}`, {
            at: artifact.place,
            hint: `mainline run ${stage.address}`,
        });
    }
    const { oid, hash, isexec, size = null } = recorded;
    return { stage, entry, oid, hash, size, executable: isexec === true, output: output.at, remote: output.remote };
}
/** The model's files as they go into the image. Failures `model-missing`, `object-corrupt`. */
async function modelFiles(model, artifact, { cache, project, context }) {
    await bringHere(model, artifact, { cache, project, context });
    if (!(0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDirectoryOid */ .ie)(model.oid))
        return [await fileAt(cache, artifact.path, model)];
    const listing = (await cache.readListing(model.oid, model.hash)) ?? [];
    const inside = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .relativeTo */ .Mf)(artifact.path, model.output);
    const wanted = listing.filter(({ relpath }) => inside === "." || (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(relpath, inside));
    return Promise.all(wanted.map(({ relpath, oid }) => fileAt(cache, `${model.output}/${relpath}`, { ...model, oid, executable: false })));
}
async function fileAt(cache, path, { oid, hash, executable }) {
    if ((await cache.verify(oid, hash)) !== "present") {
        throw (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .infrastructure */ .Sv)("object-corrupt", `the cache's object for ${path} is not what its name says`, {
            found: cache.path(oid, hash),
            hint: "delete that file and run again: it is fetched anew",
        });
    }
    return { path, source: cache.path(oid, hash), executable, contentId: oid };
}
async function bringHere({ oid, hash, remote: named }, artifact, { cache, project, context }) {
    if ((await cache.missingBelow(oid, hash)).length === 0)
        return;
    const { remotes, defaultRemote } = project.config;
    const config = remotes.get(named ?? defaultRemote ?? "");
    if (config === undefined)
        throw missing(artifact, "this machine's cache lacks it, and there is no remote");
    const report = await (0,_store_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fetch */ .hd)([{ oid, hash }], { cache, remote: await (0,_remotes_js__WEBPACK_IMPORTED_MODULE_2__/* .openConfigured */ .vP)(context, config) });
    const [failed] = report.failed;
    if (failed !== undefined)
        throw missing(artifact, `remote "${config.name}": ${failed.reason}`);
}
/** What the remote lacks of a model, in a sentence part; null when it has all of it. This machine's cache does not count. */
async function lackingAtRemote({ oid, hash, remote: named }, { cache, project, context }) {
    const { remotes, defaultRemote } = project.config;
    const config = remotes.get(named ?? defaultRemote ?? "");
    if (config === undefined)
        return "there is no DVC remote to keep the model";
    const remote = await (0,_remotes_js__WEBPACK_IMPORTED_MODULE_2__/* .openConfigured */ .vP)(context, config);
    try {
        const listed = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDirectoryOid */ .ie)(oid);
        if (listed && (await cache.readListing(oid, hash)) === null)
            await remote.fetch(oid, cache, hash);
        const files = listed ? ((await cache.readListing(oid, hash)) ?? []) : [];
        const wanted = [...new Set([oid, ...files.map((file) => file.oid)])];
        const there = await remote.has(wanted, hash);
        const lacking = wanted.filter((each) => !there.has(each)).length;
        if (lacking === 0)
            return null;
        return `remote "${config.name}" lacks ${lacking} of the ${wanted.length} objects of the stored model`;
    }
    finally {
        await remote.close();
    }
}
function missing(artifact, why) {
    return (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .infrastructure */ .Sv)("model-missing", `the stored model ${artifact.path} cannot be found: ${why}`, {
        at: artifact.place,
        hint: "push it from where it was made: `mainline push` (or `dvc push`)",
    });
}
function holds(at, path) {
    return at !== null && (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(path, at);
}


/***/ })

};
