export const id = 944;
export const ids = [944];
export const modules = {

/***/ 60944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SL: () => (/* reexport */ environmentsFor),
  ev: () => (/* reexport */ isNamed),
  yS: () => (/* reexport */ isSameName),
  IJ: () => (/* reexport */ isTeam),
  ez: () => (/* reexport */ loadMainline),
  u5: () => (/* reexport */ modelsFor),
  S6: () => (/* reexport */ portHere)
});

// UNUSED EXPORTS: BUMPS, QUEUE_POLICIES, formatSoak, parseDuration

// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
;// CONCATENATED MODULE: ./build/config/people.js

/** As GitHub makes them; programs approve and waive nothing: theirs end with `[bot]`. */
const LOGIN = /^[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?$/i;
/** `organisation/team`, the team by the last part of its page's address. */
const TEAM = /^[a-z0-9](?:[a-z0-9-]{0,99})\/[a-z0-9_-]{1,100}$/i;
/** Somebody, or a team, whom mainline.yaml names in `by`. */
const named = (0,source/* refine */.YP)(source/* expectString */.lK, (text, node, report) => {
    if (LOGIN.test(text) || TEAM.test(text))
        return text;
    const bare = text.replace(/^@/, "");
    const hint = LOGIN.test(bare) || TEAM.test(bare) ? { hint: `write \`${bare}\`` } : {};
    return (0,source/* mismatch */.J4)(node, report, "a login at GitHub, or a team as `organisation/team`, without `@`", hint);
});
function isTeam(name) {
    return TEAM.test(name);
}
/** Whether they are the same account or team: GitHub knows no case in either. */
function isSameName(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}
/** Whether somebody is meant by his login, or because nobody is named at all. */
function isNamed(by, login) {
    return by === null || by.some((name) => isSameName(name, login));
}

;// CONCATENATED MODULE: ./build/config/approval.js


const MOST = 20;
const count = (0,source/* refine */.YP)(source/* expectInteger */.E0, (value, node, report) => value >= 1n && value <= BigInt(MOST) ? Number(value) : (0,source/* mismatch */.J4)(node, report, `a number from 1 to ${MOST}`));
/** `approve:` of an environment. How many are in a team only GitHub knows: there as many as are asked for may be. */
const approval = (0,source/* refine */.YP)((0,source/* record */.g1)("`approve`", {
    by: (0,source/* optional */.lq)((0,source/* listOf */.c3)(named)),
    count: (0,source/* optional */.lq)(count, 1),
    own: (0,source/* optional */.lq)(source/* expectBoolean */.ak, false),
}), ({ by, count, own, $ }, node, report) => {
    const people = new Set(by?.map((name) => name.toLowerCase())).size;
    if (by === null || people >= count || by.some(isTeam))
        return { by, count, own };
    return report.add($.nodes.get("by")?.at ?? node.at, `\`approve\` asks for ${count}, and names ${people}`, {
        found: by.length === 0 ? "nobody" : by.join(", "),
        expected: `at least ${count} people in \`by\`, a team, or no \`by\` for all who may write`,
    });
});

;// CONCATENATED MODULE: ./build/config/words.js


const filled = (0,source/* refine */.YP)(source/* expectString */.lK, (text, node, report) => text.trim() === "" || text.includes("\0")
    ? (0,source/* mismatch */.J4)(node, report, "a text that is not empty, without a NUL in it")
    : text);
/** What becomes a word of a command or a line of a file: no line breaks and nothing that moves a terminal's cursor. */
const line = (0,source/* refine */.YP)(filled, (text, node, report) => /\p{Cc}/u.test(text) ? (0,source/* mismatch */.J4)(node, report, "a text on one line") : text);
const duration = (node, report) => {
    const value = node.kind === "scalar" ? node.value : null;
    const written = typeof value === "bigint" || typeof value === "string" ? String(value) : "";
    return (0,kernel/* parseDuration */.E9)(written) ?? (0,source/* mismatch */.J4)(node, report, "a length of time like 90s, 30m, 12h or 7d");
};
const port = (0,source/* refine */.YP)(source/* expectInteger */.E0, (value, node, report) => value >= 1n && value <= 65535n ? Number(value) : (0,source/* mismatch */.J4)(node, report, "a port from 1 to 65535"));
/** A text of one form; `what` completes "expected …". */
function words_named(form, what) {
    return (0,source/* refine */.YP)(line, (text, node, report) => (form.test(text) ? text : (0,source/* mismatch */.J4)(node, report, what)));
}
/** A path in a repository or folder that does not leave it, normalised. */
const inside = (0,source/* refine */.YP)(line, (text, node, report) => {
    const path = (0,kernel/* joinPath */.uJ)(text);
    const leaves = text.startsWith("/") || !(0,kernel/* isWithin */.UO)(path, ".");
    return leaves ? (0,source/* mismatch */.J4)(node, report, "a path that stays in its folder") : path;
});
/** What git takes for a repository. Passwords and tokens stay out of files that everybody reads. */
const address = (0,source/* refine */.YP)(line, (text, node, report) => {
    if (text.startsWith("-") || /^[a-z0-9]+::/i.test(text))
        return (0,source/* mismatch */.J4)(node, report, "the address of a git repository");
    const url = /^[a-z+]+:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null;
    if (url === null || !holdsSecret(url))
        return text;
    return report.add(node.at, "a password or token stands in the address", {
        expected: "an address without one",
        hint: "git has it from its credential helper: `git config --global credential.helper …` in the job",
    });
});
/** A name alone is a login for ssh (`git@`), and a token for the web. */
function holdsSecret({ protocol, username, password }) {
    return password !== "" || (/^https?:$/.test(protocol) && username !== "");
}

;// CONCATENATED MODULE: ./build/config/deploy-compose.js


const settings = (0,source/* record */.g1)("`compose`", {
    port: (0,source/* optional */.lq)(port),
    program: (0,source/* optional */.lq)((0,source/* oneOf */.yL)("docker", "podman")),
    service: (0,source/* optional */.lq)(words_named(/^[a-zA-Z0-9][\w.-]*$/, "the name of a service of the compose file")),
    file: (0,source/* optional */.lq)(inside),
    directory: (0,source/* optional */.lq)(line),
    host: (0,source/* optional */.lq)(words_named(/^(?:[\w.-]+@)?[\w][\w.-]*$/, "a machine that ssh knows, like `deploy@gpu1`")),
});
/** Without `host` it is this machine, behind a port of ours; with it a compose file there. */
const compose = (0,source/* refine */.YP)(settings, (read, node, report) => read.host === null ? here(read, node, report) : elsewhere(read, read.host, { node, report }));
function here(read, node, report) {
    if (read.port === null) {
        return report.add(node.at, "`compose` needs `port`: where people ask, on 127.0.0.1", {
            expected: "`port`, or `host` for another machine",
            hint: "for example `compose: {port: 8081}`",
        });
    }
    const stray = read.$.nodes.get("file") ?? read.$.nodes.get("directory");
    if (read.service === null && stray !== undefined)
        return (0,source/* mismatch */.J4)(stray, report, "`service` beside it, the service that runs the model");
    const service = read.service === null ? null : serviceOf(read, read.service, ".");
    const program = read.program ?? "docker";
    if (service !== null && program === "podman") {
        return (0,source/* mismatch */.J4)(read.$.nodes.get("program") ?? node, report, "`docker` for a service of a compose file", {
            hint: "podman-compose takes a whole project down to change one service; docker compose speaks to podman when DOCKER_HOST names its socket",
        });
    }
    return { kind: "compose", host: null, port: read.port, program, service };
}
function elsewhere(read, host, { node, report }) {
    const { service, directory } = read;
    if (service === null || directory === null) {
        const missing = service === null ? "service" : "directory";
        return report.add(node.at, `\`compose\` on another machine needs \`${missing}\``, {
            expected: "`host`, `directory` (its folder there) and `service`",
        });
    }
    const port = read.$.nodes.get("port");
    if (port !== undefined)
        return (0,source/* mismatch */.J4)(port, report, "no `port`: on another machine the compose file's own `ports` hold");
    const folder = read.$.nodes.get("directory") ?? node;
    if (!directory.startsWith("/"))
        return (0,source/* mismatch */.J4)(folder, report, "an absolute folder of that machine");
    const program = read.program ?? "docker";
    return { kind: "compose", host, program, service: serviceOf(read, service, directory) };
}
function serviceOf(read, name, directory) {
    return { name, file: read.file ?? "compose.yaml", directory: read.directory ?? directory };
}

;// CONCATENATED MODULE: ./build/config/deploy.js



const TEN_MINUTES = 600_000;
const someTime = (0,source/* refine */.YP)(duration, (ms, node, report) => ms > 0 ? ms : (0,source/* mismatch */.J4)(node, report, "a length of time like 90s, 30m, 12h or 7d"));
const commandWords = (0,source/* refine */.YP)((0,source/* listOf */.c3)(filled), (words, node, report) => words.length > 0 ? words : (0,source/* mismatch */.J4)(node, report, "a command"));
const words = (0,source/* byKind */.Sb)({ scalar: filled, list: commandWords }, "a command, as a text or a list of words");
/** Words alone, or with what else is to be said of them below `run`. */
const command = (0,source/* byKind */.Sb)({
    scalar: (0,source/* refine */.YP)(words, (run) => ({ kind: "command", command: run })),
    list: (0,source/* refine */.YP)(words, (run) => ({ kind: "command", command: run })),
    map: (0,source/* refine */.YP)((0,source/* record */.g1)("`command`", { run: (0,source/* required */.mw)(words), timeout: (0,source/* optional */.lq)(someTime) }), ({ run, timeout }) => ({
        kind: "command",
        command: run,
        ...(timeout === null ? {} : { timeoutMs: timeout }),
    })),
}, "a command, as a text or a list of words");
const kubernetes = (0,source/* record */.g1)("`kubernetes`", {
    context: (0,source/* required */.mw)(words_named(/^[^\s-]\S*$/, "the name of a context of the kubeconfig")),
    namespace: (0,source/* required */.mw)(words_named(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, "the name of a namespace")),
    deployment: (0,source/* required */.mw)(words_named(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/, "the name of a deployment, without its kind")),
    container: (0,source/* optional */.lq)(words_named(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, "the name of a container of its pod")),
    timeout: (0,source/* optional */.lq)(duration, TEN_MINUTES),
});
const configRepository = {
    repository: (0,source/* required */.mw)(address),
    branch: (0,source/* optional */.lq)(words_named(/^\w(?:[\w./-]*\w)?$/, "the name of a branch"), "main"),
    timeout: (0,source/* optional */.lq)(duration, TEN_MINUTES),
    pull: (0,source/* optional */.lq)(source/* expectBoolean */.ak, false),
};
/** As the model has it: absent where a commit does. */
function byPull(pull) {
    return pull ? { pull } : {};
}
const kustomize = (0,source/* record */.g1)("`kustomize`", {
    ...configRepository,
    path: (0,source/* optional */.lq)(inside, "."),
    image: (0,source/* required */.mw)(line),
});
const keys = (0,source/* refine */.YP)(line, (text, node, report) => {
    const words = text.split(".");
    return words.includes("") ? (0,source/* mismatch */.J4)(node, report, "keys with dots between them, like `model.image`") : words;
});
const helm = (0,source/* record */.g1)("`helm`", {
    ...configRepository,
    values: (0,source/* optional */.lq)(inside, "values.yaml"),
    key: (0,source/* optional */.lq)(keys, ["image"]),
});
const KINDS = {
    process: (0,source/* refine */.YP)((0,source/* record */.g1)("`process`", { port: (0,source/* required */.mw)(port) }), (read) => ({ kind: "process", port: read.port })),
    command,
    compose: compose,
    kubernetes: (0,source/* refine */.YP)(kubernetes, ({ context, namespace, deployment, container, timeout }) => {
        return { kind: "kubernetes", context, namespace, deployment, container, timeoutMs: timeout };
    }),
    kustomize: (0,source/* refine */.YP)(kustomize, ({ repository, branch, timeout, path, image, pull }) => {
        return { kind: "kustomize", repository, branch, timeoutMs: timeout, path, image, ...byPull(pull) };
    }),
    helm: (0,source/* refine */.YP)(helm, ({ repository, branch, timeout, values, key, pull }) => {
        return { kind: "helm", repository, branch, timeoutMs: timeout, values, key, ...byPull(pull) };
    }),
};
/**
 * `deploy: {KIND: …}` with exactly one kind. Not a `record`: an unknown kind and two kinds at once are other mistakes than an
 * unknown key and a missing one.
 */
function deploy(node, report) {
    const map = (0,source/* expectMap */.Ym)(node, report);
    if (map === undefined)
        return undefined;
    const known = Object.keys(KINDS);
    const [entry, second] = map.entries;
    if (entry === undefined || second !== undefined) {
        return report.add(second?.keyAt ?? node.at, `\`deploy\` names ${map.entries.length || "no"} kinds`, {
            found: second === undefined ? (0,source/* describeNode */.WQ)(node) : map.entries.map((each) => String(each.key)).join(", "),
            expected: `exactly one of ${known.join(", ")}`,
        });
    }
    const kind = String(entry.key);
    if (isKind(kind))
        return KINDS[kind](entry.value, report);
    return report.add(entry.keyAt, `\`${kind}\` is not a way to deploy`, {
        found: kind,
        expected: `one of ${known.join(", ")}`,
        hint: (0,source.didYouMean)(kind, known) ?? `the ways are ${known.join(", ")}`,
        length: kind.length,
    });
}
function isKind(text) {
    return Object.hasOwn(KINDS, text);
}

;// CONCATENATED MODULE: ./build/config/freeze.js


const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY_MS = 24 * 60 * 60 * 1000;
const MOMENT = "`16:00` (each day), `fri 16:00` (each week), or a day as 2026-12-20, with or without a time";
function moment(node, report) {
    const value = node.kind === "scalar" ? node.value : null;
    const text = typeof value === "string" ? value : value !== null && (0,kernel/* isTimestamp */.Fx)(value) ? value.timestamp : "";
    return readMoment(text.trim().toLowerCase()) ?? (0,source/* mismatch */.J4)(node, report, MOMENT, timeHint(value));
}
/** YAML of the old kind read 16:00 as 960. */
function timeHint(value) {
    return typeof value === "bigint" || typeof value === "number" ? { hint: 'put it in quotes: "16:00"' } : {};
}
function readMoment(text) {
    const [, day, hour, minute] = /^(?:([a-z]{3}) )?(\d\d):(\d\d)$/.exec(text) ?? [];
    if (hour !== undefined) {
        const minutes = Number(hour) * 60 + Number(minute);
        const weekday = day === undefined ? 0 : DAYS.indexOf(day);
        if (Number(hour) > 23 || Number(minute) > 59 || weekday < 0)
            return null;
        return { kind: day === undefined ? "daily" : "weekly", at: weekday * 24 * 60 + minutes, wholeDay: false };
    }
    const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:[t ](\d\d:\d\d))?$/.exec(text) ?? [];
    const at = date === undefined ? Number.NaN : Date.parse(`${date}T${time ?? "00:00"}:00Z`);
    if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(date ?? " "))
        return null;
    return { kind: "once", at, wholeDay: time === undefined };
}
const zone = (0,source/* refine */.YP)(source/* expectString */.lK, (text, node, report) => {
    try {
        return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
    }
    catch {
        return (0,source/* mismatch */.J4)(node, report, "a time zone like Europe/Berlin or UTC");
    }
});
const freeze_window = (0,source/* refine */.YP)((0,source/* record */.g1)("a freeze", {
    from: (0,source/* required */.mw)(moment),
    until: (0,source/* required */.mw)(moment),
    zone: (0,source/* optional */.lq)(zone, "UTC"),
    reason: (0,source/* optional */.lq)(source/* expectString */.lK),
}), ({ from, until, zone, reason, $ }, node, report) => {
    const at = $.nodes.get("until")?.at ?? node.at;
    if (from.kind !== until.kind) {
        return report.add(at, "`from` and `until` of a freeze are of two kinds", {
            expected: `both of one kind: ${MOMENT}`,
        });
    }
    const end = until.wholeDay ? until.at + DAY_MS : until.at;
    if (from.kind === "once" ? end > from.at : end !== from.at)
        return { kind: from.kind, from: from.at, until: end, zone, reason };
    return report.add(at, "a freeze ends where it begins, or before", { expected: "a later `until`" });
});
/** `freeze:` of an environment. */
const freeze = (0,source/* listOf */.c3)(freeze_window);

;// CONCATENATED MODULE: ./build/config/ports.js
/** The port of this machine, on 127.0.0.1, where people reach what is deployed so; null where it is not for us to say. */
function portHere(deploy) {
    if (deploy.kind === "process")
        return deploy.port;
    return deploy.kind === "compose" && deploy.host === null ? deploy.port : null;
}
/** Behind a port is one model: a second environment with the same one would replace what the first has. */
function ownPorts(environments, _node, report) {
    const owners = new Map();
    for (const { name, deploy, at } of environments.values()) {
        const port = portHere(deploy);
        if (port === null)
            continue;
        const owner = owners.get(port);
        if (owner === undefined)
            owners.set(port, name);
        else
            refuseShared(owner, { name, port, at, report });
    }
    return environments;
}
function refuseShared(owner, { name, port, at, report }) {
    report.about(`environment "${name}"`).add(at, `it has the port ${port}, which is that of \`${owner}\``, {
        found: String(port),
        expected: "a port of its own",
        hint: `give ${name} another port`,
        length: name.length,
    });
}

;// CONCATENATED MODULE: ./build/config/environment.js






/** GTO's grammar of a stage's name, which is our environment. */
const NAME = /^[a-zA-Z0-9](?:[a-zA-Z0-9/_-]*[a-zA-Z0-9])?$/;
const probeUrl = (0,source/* refine */.YP)(filled, (text, node, report) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    const fits = url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
    if (fits)
        return text.replace(/\/+$/, "");
    return (0,source/* mismatch */.J4)(node, report, "an http or https address without a password in it", {
        hint: "for example `probe: http://127.0.0.1:8081`; /v2/health/ready is asked below it",
    });
});
/** An address, or what is to be known of who answers there. */
const probe = (0,source/* byKind */.Sb)({
    scalar: (0,source/* refine */.YP)(probeUrl, (url) => ({ url, tells: true })),
    map: (0,source/* refine */.YP)((0,source/* record */.g1)("`probe`", { url: (0,source/* optional */.lq)(probeUrl), version: (0,source/* optional */.lq)(source/* expectBoolean */.ak, true) }), ({ url, version }) => ({ url, tells: version })),
}, "an address, or a mapping with `url` and `version`");
const fields = {
    after: (0,source/* optional */.lq)(filled),
    soak: (0,source/* optional */.lq)(duration, 0),
    auto: (0,source/* optional */.lq)(source/* expectBoolean */.ak, true),
    models: (0,source/* optional */.lq)((0,source/* listOf */.c3)(filled)),
    deploy: (0,source/* required */.mw)(deploy),
    probe: (0,source/* optional */.lq)(probe),
    approve: (0,source/* optional */.lq)(approval),
    freeze: (0,source/* optional */.lq)(freeze, []),
};
/** One entry of `environments:`. */
function environment(node, report, name, at) {
    const here = report.about(`environment "${name}"`);
    if (!NAME.test(name)) {
        return here.add(at, "not a name that an environment can have", {
            found: name,
            expected: "letters, digits, `-`, `_` and `/`, a letter or digit at both ends",
            length: name.length,
        });
    }
    const read = (0,source/* record */.g1)("an environment", fields)(node, here);
    if (read === undefined)
        return undefined;
    const soakNode = read.$.nodes.get("soak");
    if (soakNode !== undefined && read.after === null && read.soak > 0) {
        return here.add(soakNode.at, "`soak` needs `after`: it is the time healthy in the environment before", {
            hint: "add `after: NAME`, or take `soak` out",
        });
    }
    const { after, soak: soakMs, auto, models, deploy, approve, freeze: frozen } = read;
    const probe = read.probe?.url ?? null;
    const untold = read.probe?.tells === false;
    const probeNode = read.$.nodes.get("probe");
    const unproven = whyUnproven(deploy, { url: probe, untold });
    if (unproven !== null) {
        const { says, expected, hint } = unproven;
        return here.add((untold ? probeNode : read.$.nodes.get("deploy"))?.at ?? at, says, { expected, hint });
    }
    const modelsAt = read.$.nodes.get("models")?.at;
    const taken = models === null ? {} : { models, ...(modelsAt === undefined ? {} : { modelsAt }) };
    const config = {
        name,
        after,
        ...taken,
        soakMs,
        ...(auto ? {} : { auto }),
        deploy,
        probe,
        ...(untold ? { untold } : {}),
        approve,
        freeze: frozen,
        at,
    };
    return { config, afterAt: read.$.nodes.get("after")?.at ?? null };
}
/** What keeps anybody from knowing that a version was deployed; null for nothing. */
function whyUnproven(deploy, { url, untold }) {
    const byOthers = deploy.kind === "kustomize" || deploy.kind === "helm";
    if (byOthers && url === null) {
        return {
            says: `\`${deploy.kind}\` needs \`probe\`: others deploy, only the model itself can say that they did`,
            expected: "`probe`, the model's own address",
            hint: "add `probe: https://…` to the environment",
        };
    }
    if (byOthers && untold) {
        return {
            says: `\`${deploy.kind}\` needs a server that tells its version: others deploy, and nothing else says that they did`,
            expected: "no `version: false`",
            hint: "docs/serving.md says how a server can tell it; `deploy: {kubernetes: …}` waits for the cluster itself",
        };
    }
    if (untold && url === null && portHere(deploy) === null) {
        return {
            says: "`probe` has no address",
            expected: "`url` beside `version`",
            hint: "`probe: {url: https://…, version: false}`",
        };
    }
    return null;
}
/** Every `after` names an environment of the file, and following them ends. */
function checkOrder(read, node, report) {
    // the names as written: an environment with a mistake of its own is still one that can be named
    const names = node.kind === "map" ? node.entries.map((entry) => String(entry.key)) : [];
    for (const { config, afterAt } of read.values()) {
        const { name, after } = config;
        const here = report.about(`environment "${name}"`);
        if (after === null)
            continue;
        if (!names.includes(after))
            refuseUnknown(after, { at: afterAt ?? config.at, names, report: here });
        else if (leadsBack(name, read))
            refuseCircle(name, { at: afterAt ?? config.at, read, report: here });
    }
    return new Map([...read].map(([name, { config }]) => [name, config]));
}
function refuseUnknown(after, { at, names, report }) {
    report.add(at, `there is no environment \`${after}\` to come after`, {
        found: after,
        expected: `one of ${names.join(", ")}`,
        hint: (0,source.didYouMean)(after, names) ?? `the environments are ${names.join(", ")}`,
        length: after.length,
    });
}
function refuseCircle(name, { at, read, report }) {
    const circle = [...chain(name, read), name].join(" after ");
    report.add(at, `\`after\` leads back to where it began: ${circle}`, {
        found: circle,
        expected: "one environment without `after`, which follows the main line",
        hint: "take `after` out of the environment that comes first",
        length: read.get(name)?.config.after?.length ?? 1,
    });
}
/** The names met by following `after`, until the end or the first name met twice. */
function chain(name, read) {
    const met = [];
    for (let at = name; at !== null && !met.includes(at); at = read.get(at)?.config.after ?? null)
        met.push(at);
    return met;
}
/** True for the members of a circle, false for those that only lead into one. */
function leadsBack(name, read) {
    const last = chain(name, read).at(-1) ?? name;
    return read.get(last)?.config.after === name;
}

;// CONCATENATED MODULE: ./build/config/gate.js


const metric = (0,source/* refine */.YP)(source/* expectString */.lK, (text, node, report) => {
    const colon = text.lastIndexOf(":");
    const file = (0,kernel/* joinPath */.uJ)(text.slice(0, Math.max(0, colon)));
    if (colon > 0 && !file.startsWith("..") && !text.startsWith("/"))
        return { file, metric: text.slice(colon + 1) };
    return report.add(node.at, `\`metric\` is not FILE:NAME: ${JSON.stringify(text)}`, {
        found: text,
        expected: "a metrics file below the folder of mainline.yaml, a colon, and the name in it",
        hint: "for example `metrics.json:accuracy`, as `mainline diff --all` names them",
        length: text.length,
    });
});
const finite = (0,source/* refine */.YP)(source/* expectNumber */.r$, (value, node, report) => Number.isFinite(value) ? value : (0,source/* mismatch */.J4)(node, report, "a finite number"));
const gate_fields = {
    metric: (0,source/* required */.mw)(metric),
    better: (0,source/* required */.mw)((0,source/* oneOf */.yL)("higher", "lower")),
    floor: (0,source/* optional */.lq)(finite),
    drop: (0,source/* optional */.lq)(readDrop),
};
const gate = (0,source/* refine */.YP)((0,source/* record */.g1)("a gate", gate_fields), (read, node, report) => {
    const { metric, better, floor, drop } = read;
    if (floor !== null || drop !== null)
        return { ...metric, better, floor, drop, at: node.at };
    return report.add(node.at, `the gate on \`${metric.file}:${metric.metric}\` has no limit`, {
        expected: "`floor`, `drop` or both",
        hint: "`floor: 0.9` is an absolute limit, `drop: 0.005` or `drop: 1%` the most it may worsen against the base",
    });
});
/** The list `gates:`, in file order. */
const gates = (0,source/* listOf */.c3)(gate);
function readDrop(node, report) {
    const drop = parseDrop(node);
    if (drop !== null && Number.isFinite(drop.value) && drop.value >= 0)
        return drop;
    return report.add(node.at, `\`drop\` is not an amount: ${(0,source/* describeNode */.WQ)(node)}`, {
        found: (0,source/* describeNode */.WQ)(node),
        expected: 'a number from 0 on in the metric\'s own unit, or a share of the base as "1%"',
    });
}
function parseDrop(node) {
    if (node.kind !== "scalar")
        return null;
    const { value } = node;
    if (typeof value === "number" || typeof value === "bigint")
        return { kind: "absolute", value: Number(value) };
    const share = typeof value === "string" ? /^(\d{1,6}(?:\.\d{1,12})?) ?%$/.exec(value) : null;
    return share === null ? null : { kind: "share", value: percent(share[1] ?? "") };
}
/** `1.5` → 0.015 without a detour through binary rounding: the digits stay, the point moves. */
function percent(digits) {
    return Number(`${digits}e-2`);
}

;// CONCATENATED MODULE: ./build/config/model.js
const BUMPS = ["auto", "patch", "minor", "major"];
const QUEUE_POLICIES = ["look-up", "run"];

;// CONCATENATED MODULE: ./build/config/paths.js



/** A path of the repository that `key` names, normalised. */
function pathBelow(key) {
    return (0,source/* refine */.YP)(filled, (text, node, report) => {
        const path = (0,kernel/* joinPath */.uJ)(text);
        const inside = !text.startsWith("/") && path !== ".." && !path.startsWith("../") && !/^[A-Za-z]:[\\/]/.test(text);
        if (inside)
            return path;
        return report.add(node.at, `\`${key}\` leaves the repository: ${JSON.stringify(text)}`, {
            found: text,
            expected: "a path below the folder of mainline.yaml",
            length: text.length,
        });
    });
}

;// CONCATENATED MODULE: ./build/config/python.js


/** What wheels of most projects are made for; Debian 10, Ubuntu 20.04 and all that came later have it. */
const WHEELS = "manylinux_2_28";
/** Those that uv and pip know alike. */
const MANYLINUX = [17, 28, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40].map((minor) => `manylinux_2_${minor}`);
const lock = (0,source/* refine */.YP)(pathBelow("python"), (path, node, report) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (name.endsWith(".txt") || ["uv.lock", "poetry.lock", "Pipfile.lock"].includes(name))
        return path;
    return report.add(node.at, `\`python\` needs a file that names exact versions, not ${JSON.stringify(path)}`, {
        found: path,
        expected: "requirements.txt (or another .txt), uv.lock, poetry.lock or Pipfile.lock",
        hint: `${/(pyproject\.toml|Pipfile|\.in)$/.test(name) ? `${name} says what is wanted, not what is taken: name the lock made from it. ` : ""}\`uv pip compile --generate-hashes ${name} -o requirements.txt\` makes one`,
        length: path.length,
    });
});
const version = (0,source/* refine */.YP)(source/* expectString */.lK, (text, node, report) => /^3\.\d{1,2}$/.test(text)
    ? text
    : report.add(node.at, "`version` is that of Python, with its first two numbers", {
        found: text,
        expected: 'such as "3.12"',
        length: text.length,
    }));
const wheels = (0,source/* refine */.YP)(source/* expectString */.lK, (text, node, report) => MANYLINUX.includes(text)
    ? text
    : report.add(node.at, "`wheels` is the newest platform tag that the base can run", {
        found: text,
        expected: `one of ${MANYLINUX.join(", ")}`,
        hint: "the numbers are those of the base's glibc (`ldd --version` in it); a base with musl (Alpine) needs a Dockerfile",
        length: text.length,
    }));
const written = (0,source/* record */.g1)("`python`", {
    lock: (0,source/* required */.mw)(lock),
    version: (0,source/* optional */.lq)(version),
    wheels: (0,source/* optional */.lq)(wheels, WHEELS),
});
/** `python: requirements.txt`, or the same with what else has to be said. */
const python = (0,source/* byKind */.Sb)({
    scalar: (0,source/* refine */.YP)(lock, (file) => ({ lock: file, version: null, wheels: WHEELS })),
    map: (0,source/* refine */.YP)(written, ({ lock: file, version: named, wheels: tag }) => ({
        lock: file,
        version: named,
        wheels: tag,
    })),
}, "a lock file, as in `python: requirements.txt`");

;// CONCATENATED MODULE: ./build/config/models.js




/** One part of a repository's path, as the OCI distribution specification writes it. */
const PART = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const HOST = /^([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\])(:[0-9]{1,5})?$/;
/** GTO's grammar of an artifact's name, the folder of its dvc.yaml before a colon. */
const ARTIFACT = /^(?:[a-zA-Z0-9_./-]+:)?[a-zA-Z0-9](?:[a-zA-Z0-9/_-]*[a-zA-Z0-9])?$/;
const models_image = (0,source/* refine */.YP)(source/* expectString */.lK, (text, node, report) => {
    const target = parseImage(text);
    if (target !== null)
        return target;
    return report.add(node.at, `\`image\` does not say where images go: ${JSON.stringify(text)}`, {
        found: text,
        expected: "host[:port]/path in lower case without a tag, or oci:FOLDER",
        hint: "for example `localhost:5000/acme/churn`, or `oci:.registry` for a folder",
        length: text.length,
    });
});
const models_command = (0,source/* byKind */.Sb)({ list: (0,source/* listOf */.c3)(source/* expectString */.lK) }, "a list of words, as in `command: [python3, serve.py]`");
const models_fields = {
    image: (0,source/* required */.mw)(models_image),
    base: (0,source/* optional */.lq)(filled),
    code: (0,source/* optional */.lq)((0,source/* listOf */.c3)(pathBelow("code")), []),
    command: (0,source/* optional */.lq)(models_command, []),
    python: (0,source/* optional */.lq)(python),
    golden: (0,source/* optional */.lq)(pathBelow("golden")),
    dockerfile: (0,source/* optional */.lq)((0,source/* dockerfileRule */.xC)(pathBelow, ".")),
};
/** One entry of `models:`. */
function model(node, report, name, at) {
    const here = report.about(`model "${name}"`);
    if (!ARTIFACT.test(name)) {
        return here.add(at, "not a name that an artifact can have", {
            found: name,
            expected: "letters, digits, `-`, `_` and `/`, a letter or digit at both ends",
            length: name.length,
        });
    }
    const read = (0,source/* record */.g1)("a model", models_fields)(node, here);
    if (read === undefined)
        return undefined;
    const { image, base, code, command, python, golden, dockerfile, $ } = read;
    const beside = $.nodes.get("base") ?? $.nodes.get("python");
    if (dockerfile !== null && beside !== undefined) {
        const other = base === null ? "python" : "base";
        return here.add(beside.at, `\`${other}\` and \`dockerfile\` exclude each other`, {
            found: `both \`dockerfile\` and \`${other}\``,
            expected: "one of them",
            hint: other === "base"
                ? "the Dockerfile's FROM names what the image stands on: take `base` out"
                : "let the Dockerfile install the packages: take `python` out",
        });
    }
    if (python !== null && base === null) {
        return here.add($.nodes.get("python")?.at ?? at, "`python` needs a `base`: packages alone run nowhere", {
            found: "no `base`",
            expected: "`base`, an image that has Python",
            hint: `for example models.${name}.base: docker.io/library/python:3.12-slim`,
        });
    }
    return { name, image, base, code, command, python, golden, ...(dockerfile === null ? {} : { dockerfile }), at };
}
/** Two models that push to one place would overwrite each other's tags: same repository or folder, whatever the case. */
function ownImages(models, _node, report) {
    const owners = new Map();
    for (const { name, image, at } of models.values()) {
        const key = placeOf(image);
        const other = owners.get(key);
        if (other === undefined)
            owners.set(key, name);
        else {
            report.about(`model "${name}"`).add(at, `its images would overwrite those of \`${other}\``, {
                found: `${key} for both`,
                expected: "an `image` of its own for each model",
                hint: `give models.${name}.image a place of its own, for example ${key}-${name.replace(/^.*[/:]/, "")}`,
                length: name.length,
            });
        }
    }
    return models;
}
function placeOf(image) {
    if (image.kind === "registry")
        return image.repository;
    return `oci:${image.directory.replace(/^\.\/|\/+$/g, "")}`;
}
function parseImage(text) {
    if (text.startsWith("oci:")) {
        const directory = text.slice("oci:".length);
        return directory === "" || /[\0@]/.test(directory) ? null : { kind: "layout", directory };
    }
    const [host = "", ...path] = text.split("/");
    const isHost = HOST.test(host) && (/[.:]/.test(host) || host === "localhost");
    const fits = isHost && path.length > 0 && path.every((part) => PART.test(part)) && text.length <= 255;
    return fits ? { kind: "registry", repository: text } : null;
}

;// CONCATENATED MODULE: ./build/config/signing.js



/** Whoever issues the tokens of GitHub's jobs. */
const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";
const WORKFLOW = /^([\w.-]+\/[\w.-]+\/\.github\/workflows\/[^@\s]+\.ya?ml)@(\S+)$/;
const MAIL = /^[^@\s/]+@[^@\s/]+$/;
const EXAMPLE = "acme/churn/.github/workflows/mainline-release.yml@main";
/** One signer as people write it; as certificates have it: `https://github.com/acme/churn/…@refs/heads/main`. */
const identity = (0,source/* refine */.YP)(line, (text, node, report) => {
    if (MAIL.test(text) || (/^https:\/\/\S+$/.test(text) && URL.canParse(text)))
        return text;
    const [, workflow, ref] = WORKFLOW.exec(text) ?? [];
    if (workflow !== undefined && ref !== undefined)
        return `https://github.com/${workflow}@${fullRef(ref)}`;
    return report.add(node.at, `\`identity\` does not say who signs: ${JSON.stringify(text)}`, {
        found: text,
        expected: "OWNER/REPOSITORY/.github/workflows/FILE@BRANCH, or an identity as certificates have it (https://…)",
        hint: `for example \`identity: ${EXAMPLE}\``,
        length: text.length,
    });
});
const identities = (0,source/* byKind */.Sb)({
    scalar: (0,source/* refine */.YP)(identity, (one) => [one]),
    list: (0,source/* refine */.YP)((0,source/* listOf */.c3)(identity), (all, node, report) => all.length > 0 ? all : (0,source/* mismatch */.J4)(node, report, "at least one identity")),
}, "an identity, or a list of which any one may have signed");
const signing_source = (0,source/* refine */.YP)(line, (text, node, report) => {
    const [, address = "", repository, ref] = /^(https:\/\/[^@\s/]+\/)?([\w.-]+\/[\w.-]+)@(\S+)$/.exec(text) ?? [];
    if (repository === undefined || ref === undefined)
        return (0,source/* mismatch */.J4)(node, report, "OWNER/REPOSITORY@BRANCH");
    return { repository: `${address || "https://github.com/"}${repository}`, ref: fullRef(ref) };
});
/** Plain HTTP on this machine alone: a token travels there. */
const signing_address = (0,source/* refine */.YP)(line, (text, node, report) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.includes(url.hostname));
    return isSafe ? text.replace(/\/+$/, "") : (0,source/* mismatch */.J4)(node, report, "an address that begins with https://");
});
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const own = (0,source/* refine */.YP)((0,source/* record */.g1)("`sigstore`", {
    "trusted-root": (0,source/* required */.mw)(pathBelow("trusted-root")),
    fulcio: (0,source/* required */.mw)(signing_address),
    timestamp: (0,source/* required */.mw)(signing_address),
    rekor: (0,source/* optional */.lq)(signing_address),
}), ({ "trusted-root": trustedRoot, fulcio, timestamp, rekor, $ }, node) => ({
    kind: "own",
    trustedRoot,
    at: $.nodes.get("trusted-root")?.at ?? node.at,
    fulcio,
    timestamp,
    rekor,
}));
const sigstore = (0,source/* byKind */.Sb)({ scalar: (0,source/* refine */.YP)((0,source/* oneOf */.yL)("public"), () => ({ kind: "public" })), map: own }, "`public`, or `trusted-root`, `fulcio` and `timestamp` of another instance");
const signing_fields = {
    key: (0,source/* optional */.lq)(pathBelow("key")),
    identity: (0,source/* optional */.lq)(identities),
    issuer: (0,source/* optional */.lq)(signing_address),
    source: (0,source/* optional */.lq)(signing_source),
    runner: (0,source/* optional */.lq)((0,source/* oneOf */.yL)("github-hosted", "self-hosted")),
    sigstore: (0,source/* optional */.lq)(sigstore),
};
/** The key `signing:`. Whether the files hold what they should is for those to say who read them. */
const signing = (0,source/* refine */.YP)((0,source/* record */.g1)("`signing`", signing_fields), (read, node, report) => {
    const { key, identity, issuer, source, runner, sigstore, $ } = read;
    const at = (name) => $.nodes.get(name)?.at ?? node.at;
    if (key !== null && identity === null) {
        refuseStrays($, report);
        return { kind: "key", key, at: at("key") };
    }
    if (key === null && identity !== null) {
        const about = { issuer: issuer ?? GITHUB_ISSUER, source, runner, sigstore };
        return { kind: "identity", identities: identity, ...about, at: at("identity") };
    }
    return report.add(node.at, "`signing` needs a `key` or an `identity`", {
        found: key === null ? "neither" : "both",
        expected: "one of them: who has to have signed what is deployed",
        hint: `\`key: cosign.pub\`, or \`identity: ${EXAMPLE}\` for the workflow that releases`,
    });
});
/** A key says all there is to say: what belongs to an identity would be believed to hold, too. */
function refuseStrays({ nodes }, report) {
    for (const name of ["issuer", "source", "runner", "sigstore"]) {
        const stray = nodes.get(name);
        if (stray === undefined)
            continue;
        report.add(stray.at, `\`${name}\` goes with an \`identity\`, not with a \`key\``, {
            expected: "`key` alone",
            hint: `take \`${name}\` out, or name an \`identity\` in place of the \`key\``,
        });
    }
}
/** A branch, unless it says what else it is: another ref, or the commit at which a shared workflow is called. */
function fullRef(ref) {
    return ref.startsWith("refs/") || /^[0-9a-f]{40}$/.test(ref) ? ref : `refs/heads/${ref}`;
}

;// CONCATENATED MODULE: ./build/config/taken.js

/** The environments that a model comes to, in file order. */
function environmentsFor({ environments }, model) {
    return new Map([...environments].filter(([, { models }]) => models === undefined || models.includes(model)));
}
/** The models that come to an environment. */
function modelsFor({ models }, environment) {
    return environment.models ?? [...models.keys()];
}
/** Each name in an environment's `models` is one of a model, and what is promoted from somewhere comes there, too. */
function checkTaken(config, report) {
    for (const environment of config.environments.values()) {
        const here = report.about(`environment "${environment.name}"`);
        const at = environment.modelsAt ?? environment.at;
        const known = [...config.models.keys()];
        for (const name of (environment.models ?? []).filter((each) => !known.includes(each))) {
            here.add(at, `\`models\` names \`${name}\`, which is none of \`models:\``, {
                found: name,
                expected: known.length === 0 ? "a name in `models:`" : `one of ${known.join(", ")}`,
                hint: (0,source.didYouMean)(name, known) ?? `write models.${name}, or take it out`,
            });
        }
        const before = environment.after === null ? undefined : config.environments.get(environment.after);
        if (before === undefined)
            continue;
        const missing = modelsFor(config, environment).filter((name) => !modelsFor(config, before).includes(name));
        if (missing.length === 0)
            continue;
        here.add(at, `${missing.join(", ")} would never come here: ${before.name} is before it, and does not take it`, {
            found: modelsFor(config, environment).join(", "),
            expected: `\`models\` of ${before.name}, or fewer: ${modelsFor(config, before).join(", ")}`,
            hint: `add it to the \`models\` of ${before.name}, or take it out here`,
        });
    }
}

;// CONCATENATED MODULE: ./build/config/waivers.js


/** Without a word about it: whoever may write, and did not propose the change. */
const NOBODY_NAMED = { by: null, own: false };
/** The key `waivers:`. An empty list of owners lets nobody waive anything. */
const waivers = (0,source/* refine */.YP)((0,source/* record */.g1)("`waivers`", { by: (0,source/* optional */.lq)((0,source/* listOf */.c3)(named)), own: (0,source/* optional */.lq)(source/* expectBoolean */.ak, false) }), ({ by, own }) => ({ by, own }));

;// CONCATENATED MODULE: ./build/config/load.js









const load_fields = {
    models: (0,source/* optional */.lq)((0,source/* nullable */.me)((0,source/* refine */.YP)((0,source/* mapOf */.A7)(model), ownImages))),
    gates: (0,source/* optional */.lq)((0,source/* nullable */.me)(gates)),
    environments: (0,source/* optional */.lq)((0,source/* nullable */.me)((0,source/* refine */.YP)((0,source/* refine */.YP)((0,source/* mapOf */.A7)(environment), checkOrder), ownPorts))),
    waivers: (0,source/* optional */.lq)((0,source/* nullable */.me)(waivers)),
    queue: (0,source/* optional */.lq)((0,source/* oneOf */.yL)(...QUEUE_POLICIES), "look-up"),
    release: (0,source/* optional */.lq)((0,source/* nullable */.me)((0,source/* record */.g1)("`release`", { bump: (0,source/* optional */.lq)((0,source/* oneOf */.yL)(...BUMPS), "minor") }))),
    signing: (0,source/* optional */.lq)((0,source/* nullable */.me)(signing)),
};
const EMPTY = {
    models: new Map(),
    gates: [],
    environments: new Map(),
    waivers: NOBODY_NAMED,
    queue: "look-up",
    release: { bump: "minor" },
    signing: null,
};
const root = (0,source/* refine */.YP)((0,source/* record */.g1)("mainline.yaml", load_fields), (read, _node, report) => {
    const { models, environments } = read;
    checkTaken({ models: models ?? EMPTY.models, environments: environments ?? EMPTY.environments }, report);
    return read;
});
/**
 * Reads mainline.yaml; without the file (`text` null) everything is empty. Every mistake in it is in the one thrown
 * `Failure` `mainline-invalid`, each with its place. Whether models are artifacts and gates name metrics is for those to
 * say who know the project.
 */
function loadMainline(text, file) {
    if (text === null)
        return EMPTY;
    const read = (0,source/* check */.z6)((0,source/* parseYaml */.hN)(text, file), root, "mainline-invalid");
    const { models, gates, environments, waivers, queue, release, signing } = read;
    return {
        models: models ?? EMPTY.models,
        gates: gates ?? EMPTY.gates,
        environments: environments ?? EMPTY.environments,
        waivers: waivers ?? EMPTY.waivers,
        queue,
        release: { bump: release?.bump ?? EMPTY.release.bump },
        signing,
    };
}

;// CONCATENATED MODULE: ./build/config/index.js








/***/ })

};
