export const id = 667;
export const ids = [667];
export const modules = {

/***/ 80667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  demo: () => (/* binding */ demo)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/environments/index.js + 70 modules
var environments = __webpack_require__(72752);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/shell/index.js + 9 modules
var shell = __webpack_require__(69432);
;// CONCATENATED MODULE: ./build/standin/refusal.js
/** An answer of GitHub's that is a refusal; thrown by a route, sent as GitHub sends it. */
class Refusal extends Error {
    status;
    errors;
    headers;
    constructor(status, message, details = {}) {
        super(message);
        this.status = status;
        this.errors = details.errors ?? [];
        this.headers = details.headers ?? {};
    }
}
const documentation = "https://docs.github.com/rest";
/** GitHub's words for everything that is not there, or that the asker may not know to be there. */
function notFound() {
    return new Refusal(404, "Not Found");
}
/** 422 with one entry of `errors`, in the form that GitHub's validations have. */
function invalid(resource, field, message) {
    return new Refusal(422, "Validation Failed", { errors: [{ resource, code: "custom", field, message }] });
}
function refusalBody(refusal) {
    return {
        message: refusal.message,
        ...(refusal.errors.length === 0 ? {} : { errors: refusal.errors }),
        documentation_url: documentation,
        status: String(refusal.status),
    };
}

;// CONCATENATED MODULE: ./build/standin/bare.js




/** The refs a workflow or a person may write; `refs/pull/` is GitHub's own. */
const CONFIG = {
    "http.receivepack": "true",
    "receive.hideRefs": "refs/pull",
    "uploadpack.allowAnySHA1InWant": "true",
    "uploadpack.allowFilter": "true",
    "gc.auto": "0",
    "core.logAllRefUpdates": "false",
};
const GITHUB = { name: "GitHub", email: "noreply@github.com" };
const COMMIT_FORMAT = "%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B";
/** A bare repository on disk, worked on with git's plumbing as GitHub's servers do: there is never a work tree. */
class BareRepository {
    directory;
    #clock;
    constructor(directory, clock) {
        this.directory = directory;
        this.#clock = clock;
    }
    static async create(directory, options) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(directory), { recursive: true });
        const bare = new BareRepository(directory, options.clock);
        await (0,shell/* run */.eF)("git", ["init", "-q", "--bare", "--template=", "-b", options.branch, directory], {
            env: gitEnvironment(),
        });
        for (const [key, value] of Object.entries(CONFIG))
            await bare.git(["config", key, value]);
        return bare;
    }
    /** Output of a git command that must succeed, without the last newline. */
    async git(args, options = {}) {
        return new TextDecoder().decode(await this.bytes(args, options)).replace(/\n$/, "");
    }
    async bytes(args, options = {}) {
        const result = await this.#run(args, options);
        if (result.code !== 0)
            throw new Error(`git ${args.join(" ")}: ${result.stderr}`);
        return result.stdout;
    }
    /** The same, null when git says no. */
    async tryGit(args, options = {}) {
        const result = await this.#run(args, options);
        return result.code === 0 ? result.stdoutText.replace(/\n$/, "") : null;
    }
    #run(args, options) {
        return (0,shell/* run */.eF)("git", args, {
            cwd: this.directory,
            env: { ...gitEnvironment(), GIT_DIR: this.directory, ...this.#identity(options.as ?? GITHUB) },
            ...(options.input === undefined ? {} : { input: options.input }),
        });
    }
    #identity(author) {
        const date = author.date ?? this.#date();
        return {
            GIT_AUTHOR_NAME: author.name,
            GIT_AUTHOR_EMAIL: author.email,
            GIT_AUTHOR_DATE: date,
            GIT_COMMITTER_NAME: GITHUB.name,
            GIT_COMMITTER_EMAIL: GITHUB.email,
            GIT_COMMITTER_DATE: this.#date(),
        };
    }
    #date() {
        return `${Math.floor(this.#clock.now().getTime() / 1000)} +0000`;
    }
    /** The object that a ref, a branch, a tag or an id names; `type` peels to it. */
    resolve(name, type = "commit") {
        return name.startsWith("-")
            ? Promise.resolve(null)
            : this.tryGit(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{${type}}`]);
    }
    /** A branch by its short name, before anything else that has that name. */
    branch(name) {
        return this.resolve(`refs/heads/${name}`);
    }
    /** Every ref with the object that it names, as `git for-each-ref` orders them. */
    async refs(below = "refs/") {
        const lines = await this.git(["for-each-ref", "--format=%(refname) %(objectname)", below]);
        return new Map(lines.split("\n").flatMap((line) => (line === "" ? [] : [pair(line)])));
    }
    async setRef(ref, sha) {
        await this.git(["update-ref", ref, sha]);
    }
    async deleteRef(ref) {
        await this.git(["update-ref", "-d", ref]);
    }
    async type(sha) {
        return this.tryGit(["cat-file", "-t", sha]);
    }
    async commit(sha) {
        return readCommit(await this.git(["show", "-s", `--format=${COMMIT_FORMAT}`, sha, "--"]));
    }
    /** The commits of `range` in git's words, oldest first. */
    async commits(range) {
        const lines = await this.git(["rev-list", "--reverse", "--topo-order", ...range, "--"]);
        return lines === "" ? [] : lines.split("\n");
    }
    mergeBase(a, b) {
        return this.tryGit(["merge-base", a, b]);
    }
    async isAncestor(ancestor, of) {
        return (await this.tryGit(["merge-base", "--is-ancestor", ancestor, of])) !== null;
    }
    /** Tree of the merge of two commits by their own merge base; null when it conflicts. */
    async mergeTree(ours, theirs) {
        const out = await this.tryGit(["merge-tree", "--write-tree", "--no-messages", ours, theirs]);
        return out === null ? null : (out.split("\n")[0] ?? null);
    }
    async commitTree(tree, options) {
        const parents = options.parents.flatMap((parent) => ["-p", parent]);
        return this.git(["commit-tree", tree, ...parents, "-F", "-"], {
            input: options.message,
            ...(options.as === undefined ? {} : { as: options.as }),
        });
    }
    async writeBlob(bytes) {
        return this.git(["hash-object", "-w", "--stdin"], { input: bytes });
    }
}
/** A commit, or GitHub's answer to one that it does not have. */
async function commitOr422(bare, name) {
    const sha = await bare.resolve(name);
    if (sha === null)
        throw new Refusal(422, `No commit found for SHA: ${name}`);
    return sha;
}
/** Nothing of the machine's own git configuration may change what the stand-in does. */
function gitEnvironment() {
    return { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
}
function pair(line) {
    const at = line.indexOf(" ");
    return [line.slice(0, at), line.slice(at + 1)];
}
function readCommit(text) {
    const [sha = "", tree = "", parents = "", an = "", ae = "", ad = "", cn = "", ce = "", cd = "", message = ""] = text.split("\0");
    return {
        sha,
        tree,
        parents: parents === "" ? [] : parents.split(" "),
        author: { name: an, email: ae, date: utc(ad) },
        committer: { name: cn, email: ce, date: utc(cd) },
        message: message.replace(/\n$/, ""),
    };
}
/** GitHub answers in UTC, whatever zone the commit was made in. */
function utc(iso) {
    const time = Date.parse(iso);
    return Number.isNaN(time) ? "1970-01-01T00:00:00Z" : new Date(time).toISOString().replace(".000Z", "Z");
}

;// CONCATENATED MODULE: ./build/standin/runner-files.js
/** Reads GITHUB_OUTPUT or GITHUB_STATE: lines `name=value`, or `name<<END`, the value's lines, `END`. */
function readCommandFile(text) {
    const values = {};
    const lines = text.split(/\r?\n/);
    for (let i = 0; i < lines.length; i++) {
        const line = lines[i] ?? "";
        const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
        if (heredoc !== null) {
            const end = lines.indexOf(heredoc[2] ?? "", i + 1);
            if (end < 0)
                throw new Error(`the value of ${heredoc[1]} has no end`);
            values[heredoc[1] ?? ""] = lines.slice(i + 1, end).join("\n");
            i = end;
            continue;
        }
        const at = line.indexOf("=");
        if (at > 0)
            values[line.slice(0, at)] = line.slice(at + 1);
    }
    return values;
}
/** The annotations among what an action printed. */
function readWorkflowCommands(stdout) {
    const pattern = /^::(error|warning|notice)(?: ([^:]*(?:%3A[^:]*)*))?::(.*)$/gm;
    return [...stdout.matchAll(pattern)].map(([, level, properties, message]) => ({
        level: level,
        message: decode(message ?? ""),
        properties: Object.fromEntries((properties ?? "")
            .split(",")
            .filter((part) => part.includes("="))
            .map((part) => [part.slice(0, part.indexOf("=")).trim(), decode(part.slice(part.indexOf("=") + 1))])),
    }));
}
function decode(text) {
    return text
        .replaceAll("%0D", "\r")
        .replaceAll("%0A", "\n")
        .replaceAll("%3A", ":")
        .replaceAll("%2C", ",")
        .replaceAll("%25", "%");
}

;// CONCATENATED MODULE: ./build/standin/call.js

/** A route, written on one line: method and template as in GitHub's description, then what the token must be allowed. */
function route(what, needs, handle) {
    const [method = "", path = ""] = what.split(" ");
    return { method, path: path.replace("/repos/:", "/repos/{owner}/{repo}"), needs, handle };
}
function repositoryOf(call) {
    const name = `${call.params["owner"]}/${call.params["repo"]}`.toLowerCase();
    const repository = Object.values(call.state.repositories).find((r) => `${r.owner}/${r.name}`.toLowerCase() === name);
    if (repository === undefined)
        throw notFound();
    return repository;
}
function param(call, name) {
    return call.params[name] ?? "";
}
function idParam(call, name) {
    return Number(param(call, name));
}
/** A text of the request's body, or a refusal in GitHub's form. */
function call_text(call, name) {
    const value = call.body[name];
    if (typeof value !== "string")
        throw invalid("Request", name, `${name} must be a string`);
    return value;
}
function optionalText(call, name) {
    const value = call.body[name];
    return typeof value === "string" ? value : null;
}
function flag(call, name, otherwise) {
    const value = call.body[name];
    return typeof value === "boolean" ? value : otherwise;
}
/** The account behind the token; routes with needs are never reached without one for writing. */
function viewerOf(call) {
    if (call.viewer === null)
        throw notFound();
    return call.viewer;
}

;// CONCATENATED MODULE: ./build/standin/state.js
/** The workflow token's own account, with the id that it has at GitHub. */
const actionsBot = { id: 41898282, login: "github-actions[bot]", type: "Bot" };
function emptyState() {
    return { lastId: 1000, users: { [actionsBot.login]: actionsBot }, tokens: {}, repositories: {}, teams: {} };
}
function fullName(repository) {
    return `${repository.owner}/${repository.name}`;
}

;// CONCATENATED MODULE: ./build/standin/access.js



const RANK = { read: 1, write: 2, admin: 3 };
/** The token that a request carries, by any of the ways in which git and API clients send one. */
function tokenOf(state, header) {
    if (header === undefined)
        return null;
    const [scheme = "", credentials = ""] = header.split(" ");
    const value = scheme.toLowerCase() === "basic" ? passwordOf(credentials) : credentials;
    const token = state.tokens[value];
    if (token === undefined)
        throw new Refusal(401, "Bad credentials");
    return token;
}
function passwordOf(credentials) {
    const plain = Buffer.from(credentials, "base64").toString("utf8");
    return plain.slice(plain.indexOf(":") + 1);
}
/** Throws GitHub's refusal when the token may not take this route. */
function admit(call, route) {
    if (!route.path.startsWith("/repos/")) {
        if (call.token === null)
            throw new Refusal(401, "Requires authentication");
        if (route.path.startsWith("/orgs/"))
            admitToOrganisation(call, call.token, route);
        return;
    }
    const repository = repositoryOf(call);
    if (!maySee(call.state, call.token, repository))
        throw notFound();
    if (route.needs.some((need) => meets(call.token, repository, need)))
        return;
    if (call.token === null)
        throw new Refusal(401, "Requires authentication");
    throw refuse(call.token, route.needs);
}
/** An app needs the permission, which a workflow's token never has; a person has to be in the organisation, and the token to reach so far. */
function admitToOrganisation({ state, params }, token, { needs }) {
    if (token.kind !== "personal") {
        if (!("members" in token.permissions))
            throw refuse(token, needs);
        return;
    }
    const organisation = (params["org"] ?? "").toLowerCase();
    const isIn = Object.values(state.teams).some((team) => team.organisation.toLowerCase() === organisation && team.members.includes(token.login));
    if (!isIn || !token.scopes.some((scope) => /^(?:read|write|admin):org$/.test(scope)))
        throw notFound();
}
function maySee(state, token, repository) {
    if (!repository.private)
        return true;
    if (token === null)
        return false;
    if (token.kind === "personal") {
        return roleLevel(state.repositories[fullName(repository)]?.roles[token.login] ?? null) > 0;
    }
    return covers(token, repository);
}
function meets(token, repository, need) {
    const [name = "", level = "read"] = need.split("=");
    const wanted = RANK[level];
    if (wanted === RANK.read && !repository.private && name !== "administration")
        return true;
    if (token === null)
        return false;
    if (token.kind === "personal")
        return personalMeets(token, repository, { name, wanted });
    if (!covers(token, repository))
        return false;
    return (RANK[token.permissions[name] ?? "read"] ?? 0) >= wanted && (name === "metadata" || name in token.permissions);
}
/** A classic token may what its owner may, if its scope reaches that far; checks belong to apps alone. */
function personalMeets(token, repository, need) {
    if (need.name === "checks" && need.wanted > RANK.read)
        return false;
    const scoped = token.scopes.includes("repo") || (!repository.private && token.scopes.includes("public_repo"));
    const role = repository.roles[token.login] ?? null;
    // anyone who can read may comment and open pulls
    const openToReaders = need.name === "issues" || need.name === "pull_requests";
    const least = need.name === "administration" ? RANK.admin : openToReaders ? RANK.read : need.wanted;
    return scoped && roleLevel(role) >= least;
}
function roleLevel(role) {
    if (role === null)
        return 0;
    if (role === "admin")
        return RANK.admin;
    return role === "write" || role === "maintain" ? RANK.write : RANK.read;
}
function covers(token, repository) {
    return token.repositories === null || token.repositories.includes(fullName(repository));
}
function refuse(token, needs) {
    if (token.kind === "personal") {
        if (needs.some((need) => need === "checks=write"))
            return new Refusal(403, "You must authenticate via a GitHub App.");
        return needs.some((need) => need.startsWith("administration="))
            ? new Refusal(403, "Must have admin rights to Repository.")
            : new Refusal(403, "Resource not accessible by personal access token");
    }
    return new Refusal(403, "Resource not accessible by integration", {
        headers: { "x-accepted-github-permissions": needs.join("; ") },
    });
}

;// CONCATENATED MODULE: ./build/standin/answers/people.js
/** An opaque id of the kind that GraphQL knows things by. */
function nodeId(kind, id) {
    return Buffer.from(`${kind}:${id}`).toString("base64");
}
/** `simple-user`: an account as it appears inside everything else. */
function simpleUser(hub, login) {
    const user = hub.user(login);
    const url = `${hub.apiUrl}/users/${encodeURIComponent(user.login)}`;
    return {
        login: user.login,
        id: user.id,
        node_id: nodeId(user.type, user.id),
        avatar_url: `${hub.serverUrl}/avatars/u/${user.id}`,
        gravatar_id: "",
        url,
        html_url: htmlUrl(hub, user),
        followers_url: `${url}/followers`,
        following_url: `${url}/following{/other_user}`,
        gists_url: `${url}/gists{/gist_id}`,
        starred_url: `${url}/starred{/owner}{/repo}`,
        subscriptions_url: `${url}/subscriptions`,
        organizations_url: `${url}/orgs`,
        repos_url: `${url}/repos`,
        events_url: `${url}/events{/privacy}`,
        received_events_url: `${url}/received_events`,
        type: user.type,
        site_admin: false,
    };
}
function htmlUrl(hub, user) {
    return user.type === "Bot"
        ? `${hub.serverUrl}/apps/${user.login.replace("[bot]", "")}`
        : `${hub.serverUrl}/${user.login}`;
}
/** `author_association`: what an account is to a repository; whoever may write is at least a collaborator. */
function association(repository, login) {
    if (login === repository.owner)
        return "OWNER";
    if (repository.roles[login] !== undefined)
        return "COLLABORATOR";
    const contributed = repository.pulls.some((pull) => pull.author === login && pull.mergedAt !== null);
    return contributed ? "CONTRIBUTOR" : "NONE";
}
/** `public-user`: an account asked for by name. */
function publicUser(hub, login) {
    return {
        ...simpleUser(hub, login),
        name: login,
        company: null,
        blog: "",
        location: null,
        email: null,
        hireable: null,
        bio: null,
        twitter_username: null,
        public_repos: 0,
        public_gists: 0,
        followers: 0,
        following: 0,
        created_at: "2020-01-01T00:00:00Z",
        updated_at: "2020-01-01T00:00:00Z",
    };
}
/** `private-user`: what an account sees of itself. */
function privateUser(hub, login) {
    return {
        ...publicUser(hub, login),
        private_gists: 0,
        total_private_repos: 0,
        owned_private_repos: 0,
        disk_usage: 0,
        collaborators: 0,
        two_factor_authentication: true,
    };
}
/** `integration`: the app that a check run belongs to. */
function app(hub, slug) {
    const id = slug === "github-actions" ? 15368 : hub.user(`${slug}[bot]`).id;
    return {
        id,
        slug,
        node_id: nodeId("App", id),
        owner: simpleUser(hub, "github"),
        name: slug === "github-actions" ? "GitHub Actions" : slug,
        description: "",
        external_url: `${hub.serverUrl}/features/actions`,
        html_url: `${hub.serverUrl}/apps/${slug}`,
        created_at: "2018-07-30T09:30:17Z",
        updated_at: "2019-12-10T19:04:12Z",
        permissions: { checks: "write", contents: "write", deployments: "write", issues: "write", metadata: "read" },
        events: ["check_run"],
    };
}

;// CONCATENATED MODULE: ./build/standin/answers/repository.js


/** The address of a repository in the API. */
function repositoryUrl(hub, repository) {
    return `${hub.apiUrl}/repos/${fullName(repository)}`;
}
function repositoryPage(hub, repository) {
    return `${hub.serverUrl}/${fullName(repository)}`;
}
/** Address templates that every form of a repository carries: field and path below the repository. */
const LINKS = [
    ["archive_url", "/{archive_format}{/ref}"],
    ["assignees_url", "/assignees{/user}"],
    ["blobs_url", "/git/blobs{/sha}"],
    ["branches_url", "/branches{/branch}"],
    ["collaborators_url", "/collaborators{/collaborator}"],
    ["comments_url", "/comments{/number}"],
    ["commits_url", "/commits{/sha}"],
    ["compare_url", "/compare/{base}...{head}"],
    ["contents_url", "/contents/{+path}"],
    ["contributors_url", "/contributors"],
    ["deployments_url", "/deployments"],
    ["downloads_url", "/downloads"],
    ["events_url", "/events"],
    ["forks_url", "/forks"],
    ["git_commits_url", "/git/commits{/sha}"],
    ["git_refs_url", "/git/refs{/sha}"],
    ["git_tags_url", "/git/tags{/sha}"],
    ["hooks_url", "/hooks"],
    ["issue_comment_url", "/issues/comments{/number}"],
    ["issue_events_url", "/issues/events{/number}"],
    ["issues_url", "/issues{/number}"],
    ["keys_url", "/keys{/key_id}"],
    ["labels_url", "/labels{/name}"],
    ["languages_url", "/languages"],
    ["merges_url", "/merges"],
    ["milestones_url", "/milestones{/number}"],
    ["notifications_url", "/notifications{?since,all,participating}"],
    ["pulls_url", "/pulls{/number}"],
    ["releases_url", "/releases{/id}"],
    ["stargazers_url", "/stargazers"],
    ["statuses_url", "/statuses/{sha}"],
    ["subscribers_url", "/subscribers"],
    ["subscription_url", "/subscription"],
    ["tags_url", "/tags"],
    ["teams_url", "/teams"],
    ["trees_url", "/git/trees{/sha}"],
];
/** `minimal-repository`. */
function minimalRepository(hub, repository) {
    const url = repositoryUrl(hub, repository);
    return {
        id: repository.id,
        node_id: nodeId("Repository", repository.id),
        name: repository.name,
        full_name: fullName(repository),
        owner: simpleUser(hub, repository.owner),
        private: repository.private,
        html_url: repositoryPage(hub, repository),
        description: null,
        fork: repository.parent !== null,
        url,
        ...Object.fromEntries(LINKS.map(([field, path]) => [field, url + path])),
    };
}
/** `repository`, and with the two counts that only the whole form has, `full-repository`. */
function wholeRepository(hub, repository) {
    const page = repositoryPage(hub, repository);
    return {
        ...minimalRepository(hub, repository),
        git_url: page.replace(/^http/, "git"),
        ssh_url: `git@localhost:${fullName(repository)}.git`,
        clone_url: `${page}.git`,
        svn_url: page,
        mirror_url: null,
        homepage: null,
        language: null,
        license: null,
        size: 0,
        forks: 0,
        forks_count: 0,
        stargazers_count: 0,
        watchers: 0,
        watchers_count: 0,
        open_issues: 0,
        open_issues_count: 0,
        network_count: 0,
        subscribers_count: 0,
        default_branch: repository.defaultBranch,
        has_issues: true,
        has_projects: false,
        has_wiki: false,
        has_pages: false,
        has_downloads: false,
        has_discussions: false,
        archived: false,
        disabled: false,
        visibility: repository.private ? "private" : "public",
        allow_forking: true,
        is_template: false,
        web_commit_signoff_required: false,
        topics: [],
        created_at: repository.createdAt,
        updated_at: repository.pushedAt,
        pushed_at: repository.pushedAt,
    };
}
/** What a role may do, in GitHub's five words. */
function rolePermissions(role) {
    const rank = role === null ? -1 : ["read", "triage", "write", "maintain", "admin"].indexOf(role);
    return { pull: rank >= 0, triage: rank >= 1, push: rank >= 2, maintain: rank >= 3, admin: rank >= 4 };
}

;// CONCATENATED MODULE: ./build/standin/answers/commit.js


const UNVERIFIED = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };
/** `commit`: a commit as the commits API lists it. */
async function commit(hub, repository, sha) {
    const facts = await hub.bare(repository).commit(sha);
    const url = repositoryUrl(hub, repository);
    return {
        sha,
        node_id: nodeId("Commit", sha),
        url: `${url}/commits/${sha}`,
        html_url: `${repositoryPage(hub, repository)}/commit/${sha}`,
        comments_url: `${url}/commits/${sha}/comments`,
        author: null,
        committer: null,
        commit: {
            url: `${url}/git/commits/${sha}`,
            author: facts.author,
            committer: facts.committer,
            message: facts.message,
            comment_count: 0,
            tree: { sha: facts.tree, url: `${url}/git/trees/${facts.tree}` },
            verification: UNVERIFIED,
        },
        parents: facts.parents.map((parent) => ({
            sha: parent,
            url: `${url}/commits/${parent}`,
            html_url: `${repositoryPage(hub, repository)}/commit/${parent}`,
        })),
    };
}
/** `git-commit`: the same as the Git database API shows it. */
async function gitCommit(hub, repository, sha) {
    const facts = await hub.bare(repository).commit(sha);
    const url = repositoryUrl(hub, repository);
    return {
        sha,
        node_id: nodeId("Commit", sha),
        url: `${url}/git/commits/${sha}`,
        html_url: `${repositoryPage(hub, repository)}/commit/${sha}`,
        author: facts.author,
        committer: facts.committer,
        message: facts.message,
        tree: { sha: facts.tree, url: `${url}/git/trees/${facts.tree}` },
        parents: facts.parents.map((parent) => ({
            sha: parent,
            url: `${url}/git/commits/${parent}`,
            html_url: `${repositoryPage(hub, repository)}/commit/${parent}`,
        })),
        verification: UNVERIFIED,
    };
}
/** A commit as the `push` event carries it. */
function pushedCommit(hub, repository, facts) {
    return {
        id: facts.sha,
        tree_id: facts.tree,
        distinct: true,
        message: facts.message,
        timestamp: facts.committer.date,
        url: `${repositoryPage(hub, repository)}/commit/${facts.sha}`,
        author: { name: facts.author.name, email: facts.author.email },
        committer: { name: facts.committer.name, email: facts.committer.email },
    };
}
const STATUS = {
    A: "added",
    D: "removed",
    M: "modified",
    T: "changed",
    R: "renamed",
    C: "copied",
};
/** `diff-entry` for every file that differs between two commits, renames found as GitHub finds them. */
async function diffEntries(hub, repository, range) {
    const bare = hub.bare(repository);
    const raw = await bare.git(["diff-tree", "-r", "-z", "-M50%", "--raw", "--no-abbrev", range.from, range.to]);
    const counts = await numstat(bare, range);
    const url = repositoryUrl(hub, repository);
    const page = repositoryPage(hub, repository);
    const entries = parseRaw(raw);
    return Promise.all(entries.map(async (entry) => {
        const [additions, deletions] = counts.get(entry.path) ?? [0, 0];
        const binary = !counts.has(entry.path) || (counts.get(entry.path)?.[2] ?? false);
        const patch = binary || additions + deletions === 0 ? null : await patchOf(bare, range, entry);
        const file = entry.path.split("/").map(encodeURIComponent).join("/");
        return {
            sha: entry.blob,
            filename: entry.path,
            status: STATUS[entry.letter] ?? "modified",
            additions,
            deletions,
            changes: additions + deletions,
            blob_url: `${page}/blob/${range.to}/${file}`,
            raw_url: `${page}/raw/${range.to}/${file}`,
            contents_url: `${url}/contents/${file}?ref=${range.to}`,
            ...(entry.previous === null ? {} : { previous_filename: entry.previous }),
            ...(patch === null ? {} : { patch }),
        };
    }));
}
function parseRaw(raw) {
    const fields = raw.split("\0");
    const entries = [];
    for (let i = 0; i + 1 < fields.length;) {
        const [, , before = "", after = "", status = ""] = (fields[i] ?? "").split(" ");
        const letter = status.slice(0, 1);
        const moved = letter === "R" || letter === "C";
        const blob = letter === "D" ? before : after;
        const path = fields[i + (moved ? 2 : 1)] ?? "";
        entries.push({ letter, blob, path, previous: moved ? (fields[i + 1] ?? "") : null });
        i += moved ? 3 : 2;
    }
    return entries;
}
/** Added and removed lines by path; the third is true for what git takes for binary. */
async function numstat(bare, range) {
    const fields = (await bare.git(["diff-tree", "-r", "-z", "-M50%", "--numstat", range.from, range.to])).split("\0");
    const counts = new Map();
    for (let i = 0; i < fields.length;) {
        const [added = "", removed = "", path = ""] = (fields[i] ?? "").split("\t");
        const moved = path === "" && added !== "";
        const name = moved ? (fields[i + 2] ?? "") : path;
        if (name !== "")
            counts.set(name, [Number(added) || 0, Number(removed) || 0, added === "-"]);
        i += moved ? 3 : 1;
    }
    return counts;
}
async function patchOf(bare, range, entry) {
    const paths = entry.previous === null ? [entry.path] : [entry.previous, entry.path];
    const text = await bare.git(["diff", "-M50%", range.from, range.to, "--", ...paths.map((p) => `:(literal)${p}`)]);
    const at = text.indexOf("\n@@");
    return at < 0 ? "" : text.slice(at + 1);
}

;// CONCATENATED MODULE: ./build/standin/pushes.js




const NOTHING = "0".repeat(40);
/** More tags than this in one push tell nobody anything: GitHub sends no events for them. */
const MOST_TAGS_TOLD = 3;
/** Commits that a `push` event lists at most. */
const MOST_COMMITS_TOLD = 20;
/** What changed between two readings of a repository's refs. */
function compareRefs(before, after) {
    const names = new Set([...before.keys(), ...after.keys()]);
    return [...names]
        .map((ref) => ({ ref, before: before.get(ref) ?? null, after: after.get(ref) ?? null }))
        .filter((change) => change.before !== change.after && !change.ref.startsWith("refs/pull/"));
}
/** Tells of refs that changed: the time of the last push, then a `push` event for each. */
async function refsChanged(hub, pusher, changes) {
    if (changes.length === 0)
        return;
    pusher.repository.pushedAt = hub.now();
    const tags = changes.filter((change) => change.ref.startsWith("refs/tags/"));
    const told = tags.length > MOST_TAGS_TOLD ? changes.filter((change) => !tags.includes(change)) : changes;
    for (const change of told)
        hub.deliver(await pushEvent(hub, pusher, change));
    for (const change of changes)
        await hub.onRefChange?.(pusher, change);
}
async function pushEvent(hub, pusher, change) {
    const { repository, sender, startsWorkflows } = pusher;
    const bare = hub.bare(repository);
    const after = change.after === null ? null : await bare.resolve(change.after);
    const range = after === null ? [] : [after, ...(await known(hub, pusher, change))];
    const shas = range.length === 0 ? [] : (await bare.commits(range)).slice(-MOST_COMMITS_TOLD);
    const commits = await Promise.all(shas.map(async (sha) => pushedCommit(hub, repository, await bare.commit(sha))));
    const head = after === null ? null : pushedCommit(hub, repository, await bare.commit(after));
    const forced = change.before !== null && after !== null && !(await bare.isAncestor(change.before, after));
    return {
        name: "push",
        repository: fullName(repository),
        startsWorkflows,
        payload: {
            ref: change.ref,
            before: change.before ?? NOTHING,
            after: change.after ?? NOTHING,
            base_ref: null,
            created: change.before === null,
            deleted: change.after === null,
            forced,
            compare: `${repositoryPage(hub, repository)}/compare/${change.before ?? ""}...${change.after ?? ""}`,
            commits,
            head_commit: head,
            repository: wholeRepository(hub, repository),
            pusher: { name: sender, email: `${sender}@users.noreply.github.com` },
            sender: simpleUser(hub, sender),
        },
    };
}
/** What the push did not bring: the ref's earlier tip, or for a new branch what the other branches have. */
async function known(hub, pusher, change) {
    if (change.before !== null)
        return [`^${change.before}`];
    const branches = await hub.bare(pusher.repository).refs("refs/heads/");
    return [...branches].filter(([ref]) => ref !== change.ref).map(([, sha]) => `^${sha}`);
}

;// CONCATENATED MODULE: ./build/standin/smart-http.js






const GIT_PATH = /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/(?:info\/refs|git-upload-pack|git-receive-pack))$/;
/** By what it calls itself, a runner's own checkout is told from the git of a job, and meets no fault. */
const RUNNER_AGENT = "git/runner";
/** Serves git's smart HTTP through `git http-backend`; false when the path is none of git's. */
async function serveGit({ hub, faults }, request, response) {
    const url = new URL(request.url ?? "/", hub.serverUrl);
    const match = GIT_PATH.exec(url.pathname);
    if (match === null)
        return false;
    const [, owner = "", name = "", rest = ""] = match;
    const isPush = rest.endsWith("receive-pack") || url.searchParams.get("service") === "git-receive-pack";
    const admitted = admitGit(hub, { owner, name, isPush, authorization: request.headers.authorization });
    if (admitted instanceof Refusal) {
        response.writeHead(admitted.status, { "www-authenticate": 'Basic realm="GitHub"' }).end(admitted.message);
        return true;
    }
    const fault = request.headers["user-agent"] === RUNNER_AGENT ? null : faults.nextOn("git");
    if (fault?.kind === "status") {
        response.writeHead(fault.status).end();
        return true;
    }
    if (fault?.kind === "drop-connection") {
        request.socket.destroy();
        return true;
    }
    const gateway = { request, response, url, rest, fault, ...admitted };
    if (rest !== "/git-receive-pack")
        await backend(hub, gateway);
    else
        await hub.exclusively(() => receive(hub, gateway));
    return true;
}
function admitGit(hub, at) {
    try {
        const token = tokenOf(hub.state, at.authorization);
        const repository = hub.state.repositories[`${at.owner}/${at.name}`];
        const need = at.isPush ? "contents=write" : "contents=read";
        const visible = repository !== undefined && maySee(hub.state, token, repository);
        if (visible && meets(token, repository, need))
            return { repository, token };
        if (token === null)
            return new Refusal(401, "Repository not found.");
        return visible
            ? new Refusal(403, "Write access to repository not granted.")
            : new Refusal(404, "Repository not found.");
    }
    catch (error) {
        if (error instanceof Refusal)
            return error;
        throw error;
    }
}
/** A push: the refs are compared around it, and what changed is told as GitHub tells it. */
async function receive(hub, gateway) {
    const bare = hub.bare(gateway.repository);
    const before = await bare.refs();
    await backend(hub, gateway, async () => {
        const changes = compareRefs(before, await bare.refs());
        const sender = gateway.token?.login ?? "ghost";
        const startsWorkflows = gateway.token?.kind !== "actions";
        await refsChanged(hub, { repository: gateway.repository, sender, startsWorkflows }, changes);
    });
}
/** Runs the CGI program: request body in, header lines and body out. `before` its answer ends, `settle` runs. */
async function backend(hub, gateway, settle) {
    const { request, response, fault } = gateway;
    const variables = cgiVariables(hub, gateway);
    const cgi = await (0,shell/* startPiped */.PH)("env", [...variables, "git", "http-backend"], {});
    request.pipe(cgi.stdin);
    // a client that dies before all of its push was read ends the program too: else the repository would stay locked for ever
    const abandon = () => {
        if (!request.readableEnded)
            cgi.kill("SIGKILL");
    };
    if (request.destroyed)
        abandon();
    else
        request.once("close", abandon);
    const parts = [];
    let head = null;
    let first = Buffer.alloc(0);
    const say = (chunk) => {
        if (fault === null)
            response.write(chunk);
        else if (first.length === 0)
            first = chunk;
    };
    for await (const chunk of cgi.stdout) {
        if (head !== null) {
            say(chunk);
            continue;
        }
        parts.push(chunk);
        const all = Buffer.concat(parts);
        const end = all.indexOf("\r\n\r\n");
        if (end < 0)
            continue;
        head = all.subarray(0, end).toString("latin1");
        writeHead(response, head);
        say(all.subarray(end + 4));
    }
    await cgi.ended;
    if (head === null)
        response.writeHead(500);
    await settle?.();
    if (fault === null)
        response.end();
    else if (fault.kind === "cut")
        response.write(first.subarray(0, first.length >> 1), () => request.socket.destroy());
    else
        request.socket.destroy();
}
function cgiVariables(hub, gateway) {
    const { request, url } = gateway;
    const header = (name) => String(request.headers[name] ?? "");
    return Object.entries({
        ...gitEnvironment(),
        GIT_PROJECT_ROOT: hub.bareDirectory(fullName(gateway.repository)),
        GIT_HTTP_EXPORT_ALL: "1",
        GIT_PROTOCOL: header("git-protocol"),
        PATH_INFO: gateway.rest,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method ?? "GET",
        CONTENT_TYPE: header("content-type"),
        ...(request.headers["content-length"] === undefined ? {} : { CONTENT_LENGTH: header("content-length") }),
        HTTP_CONTENT_ENCODING: header("content-encoding"),
        REMOTE_USER: gateway.token?.login ?? "",
        REMOTE_ADDR: "127.0.0.1",
    }).map(([key, value]) => `${key}=${value}`);
}
function writeHead(response, head) {
    const headers = head.split("\r\n").map((line) => {
        const at = line.indexOf(":");
        return [line.slice(0, at), line.slice(at + 1).trim()];
    });
    const status = headers.find(([name]) => name.toLowerCase() === "status")?.[1] ?? "200";
    response.statusCode = Number.parseInt(status, 10);
    for (const [name, value] of headers)
        if (name.toLowerCase() !== "status")
            response.setHeader(name, value);
}

;// CONCATENATED MODULE: ./build/standin/runner.js






const PATIENCE_MS = 1000;
const TERM_AFTER_MS = 7500;
const KILL_AFTER_MS = 10_000;
/** Runs an action as GitHub's runner runs it: a fresh checkout, the runner's variables and files, a child process. */
async function runAction(order) {
    const folders = await prepare(order);
    const subject = await subjectOf(order);
    if (order.fetchDepth !== null)
        await checkout(order, subject, folders.workspace);
    const environment = {
        ...order.environment,
        ...variables(order, { subject, folders }),
        ...inputVariables(order.inputs ?? {}),
    };
    order.signal?.throwIfAborted();
    const child = await (0,shell/* startPiped */.PH)(order.node ?? process.execPath, [order.action], {
        cwd: folders.workspace,
        env: environment,
    });
    child.stdin.end();
    const stopWatching = armKill(order, () => child.kill("SIGKILL"));
    const cancel = () => {
        child.kill("SIGINT");
        if (order.patient === true)
            setTimeout(() => child.kill("SIGTERM"), TERM_AFTER_MS).unref();
        setTimeout(() => child.kill("SIGKILL"), order.patient === true ? KILL_AFTER_MS : PATIENCE_MS).unref();
    };
    order.signal?.addEventListener("abort", cancel, { once: true });
    if (order.signal?.aborted === true)
        cancel();
    const collect = async (pipe) => {
        let text = "";
        for await (const chunk of pipe) {
            text += chunk.toString("utf8");
            order.onOutput?.(chunk.toString("utf8"));
        }
        return text;
    };
    const [stdout, stderr, ended] = await Promise.all([collect(child.stdout), collect(child.stderr), child.ended]);
    stopWatching();
    order.signal?.removeEventListener("abort", cancel);
    return {
        code: ended.code,
        killed: ended.signal === "SIGKILL",
        outputs: readCommandFile(await (0,promises_.readFile)(folders.output, "utf8")),
        state: readCommandFile(await (0,promises_.readFile)(folders.state, "utf8")),
        summary: await (0,promises_.readFile)(folders.summary, "utf8"),
        stdout,
        stderr,
        annotations: readWorkflowCommands(stdout),
        workspace: folders.workspace,
        temp: folders.temp,
    };
}
function armKill(order, kill) {
    if (order.kill === undefined)
        return () => { };
    if ("afterMs" in order.kill) {
        const timer = setTimeout(kill, order.kill.afterMs);
        return () => clearTimeout(timer);
    }
    const { atCall } = order.kill;
    let calls = 0;
    return order.gitHub.onCall(() => {
        calls += 1;
        if (calls === atCall)
            kill();
    });
}
async function prepare(order) {
    const name = order.event.repository.split("/").at(-1) ?? "repository";
    const workspace = (0,external_node_path_.join)(order.directory, "_work", name, name);
    const temp = (0,external_node_path_.join)(order.directory, "_work", "_temp");
    const commands = (0,external_node_path_.join)(temp, "_runner_file_commands");
    if (order.keepWorkspace !== true)
        await (0,promises_.rm)(workspace, { recursive: true, force: true });
    await (0,promises_.rm)(temp, { recursive: true, force: true });
    await (0,promises_.mkdir)(workspace, { recursive: true });
    await (0,promises_.mkdir)(commands, { recursive: true });
    const file = (kind) => (0,external_node_path_.join)(commands, kind);
    const folders = {
        workspace,
        temp,
        event: (0,external_node_path_.join)(temp, "event.json"),
        output: file("set_output"),
        summary: file("step_summary"),
        state: file("save_state"),
        env: file("set_env"),
        path: file("add_path"),
    };
    for (const one of [folders.output, folders.summary, folders.state, folders.env, folders.path])
        await (0,promises_.writeFile)(one, "");
    await (0,promises_.writeFile)(folders.event, JSON.stringify(order.event.payload));
    return folders;
}
/** A pull's job works on the test merge, a queue's on the group; every other on the ref that it was started for, or the default branch. */
async function subjectOf(order) {
    const { payload, name } = order.event;
    if (name === "merge_group") {
        // GITHUB_BASE_REF is empty here at GitHub too: the base is in the payload alone
        const group = payload["merge_group"];
        return { sha: group.head_sha, ref: group.head_ref, headRef: "", baseRef: "" };
    }
    if (name !== "pull_request") {
        // workflow_run, issue_comment and schedule name no ref: they work on the default branch
        const { defaultBranch: branch } = order.gitHub.repository(order.event.repository);
        const { ref = `refs/heads/${branch}`, after } = payload;
        return { sha: after ?? (await tipOf(order, ref)), ref, headRef: "", baseRef: "" };
    }
    const pull = payload["pull_request"];
    return {
        sha: pull.merge_commit_sha ?? pull.head.sha,
        ref: `refs/pull/${pull.number}/merge`,
        headRef: pull.head.ref,
        baseRef: pull.base.ref,
    };
}
/** A dispatch names a ref only: its commit is the one that it has when the job starts. */
async function tipOf(order, ref) {
    const cwd = order.gitHub.bareDirectory(order.event.repository);
    const result = await (0,shell/* run */.eF)("git", ["rev-parse", "--verify", "--end-of-options", ref], { cwd, env: gitEnvironment() });
    if (result.code !== 0)
        throw new Error(`the event's ref ${ref} is not there`);
    return result.stdoutText.trim();
}
/** As `actions/checkout` does it: only what is needed, the token in a header of this repository's own configuration. */
async function checkout(order, subject, workspace) {
    const git = async (...args) => {
        const env = { ...gitEnvironment(), GIT_HTTP_USER_AGENT: RUNNER_AGENT };
        const result = await (0,shell/* run */.eF)("git", args, { cwd: workspace, env });
        if (result.code !== 0)
            throw new Error(`checkout: git ${args[0]}: ${result.stderr}`);
    };
    const { serverUrl } = order.gitHub;
    const header = `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${order.token}`).toString("base64")}`;
    const tracked = subject.ref
        .replace("refs/heads/", "refs/remotes/origin/")
        .replace("refs/pull/", "refs/remotes/pull/");
    const branch = subject.ref.startsWith("refs/heads/") ? subject.ref.slice("refs/heads/".length) : null;
    const depth = order.fetchDepth ?? 1;
    await git("init", "-q", ".");
    await git("config", "remote.origin.url", `${serverUrl}/${order.event.repository}`);
    await git("config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*");
    await git("config", `http.${serverUrl}/.extraheader`, header);
    const what = `+${subject.sha}:${tracked}`;
    if (depth === 0) {
        const everything = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
        await git("fetch", "-q", "--prune", "origin", ...everything);
        await git("fetch", "-q", "--no-tags", "origin", what);
    }
    else {
        await git("fetch", "-q", "--no-tags", "--prune", `--depth=${depth}`, "origin", what);
    }
    await git("checkout", "-q", "--force", ...(branch === null ? [] : ["-B", branch]), tracked);
}
function variables(order, at) {
    const { gitHub, event } = order;
    const { subject, folders } = at;
    const [owner = ""] = event.repository.split("/");
    const sender = event.payload["sender"];
    return {
        CI: "true",
        GITHUB_ACTIONS: "true",
        GITHUB_API_URL: gitHub.apiUrl,
        GITHUB_GRAPHQL_URL: gitHub.graphqlUrl,
        GITHUB_SERVER_URL: gitHub.serverUrl,
        GITHUB_REPOSITORY: event.repository,
        GITHUB_REPOSITORY_OWNER: owner,
        GITHUB_EVENT_NAME: event.name,
        GITHUB_EVENT_PATH: folders.event,
        GITHUB_SHA: subject.sha,
        GITHUB_REF: subject.ref,
        GITHUB_REF_NAME: subject.ref.replace(/^refs\/(heads|tags|pull)\//, ""),
        GITHUB_REF_TYPE: subject.ref.startsWith("refs/tags/") ? "tag" : "branch",
        GITHUB_HEAD_REF: subject.headRef,
        GITHUB_BASE_REF: subject.baseRef,
        GITHUB_ACTOR: sender?.login ?? "ghost",
        GITHUB_TRIGGERING_ACTOR: sender?.login ?? "ghost",
        GITHUB_WORKFLOW: "mainline",
        GITHUB_JOB: "mainline",
        GITHUB_ACTION: "__mainline",
        GITHUB_RUN_ID: order.runId ?? String(runOf(event)),
        GITHUB_RUN_NUMBER: "1",
        GITHUB_RUN_ATTEMPT: order.runAttempt ?? "1",
        GITHUB_WORKSPACE: folders.workspace,
        GITHUB_OUTPUT: folders.output,
        GITHUB_STEP_SUMMARY: folders.summary,
        GITHUB_STATE: folders.state,
        GITHUB_ENV: folders.env,
        GITHUB_PATH: folders.path,
        RUNNER_TEMP: folders.temp,
        RUNNER_TOOL_CACHE: (0,external_node_path_.join)(order.directory, "_tool"),
        RUNNER_OS: "Linux",
        RUNNER_ARCH: "X64",
        RUNNER_NAME: "stand-in",
        RUNNER_ENVIRONMENT: "self-hosted",
    };
}
/** `working-directory` becomes INPUT_WORKING-DIRECTORY: upper case, only spaces change. */
const runs = new WeakMap();
let newestRun = 0;
/** An event starts one workflow run: a job that is started for it again is that run once more. */
function runOf(event) {
    const known = runs.get(event) ?? ++newestRun;
    runs.set(event, known);
    return known;
}
function inputVariables(inputs) {
    return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]));
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./build/standin/answers/issue.js


/** `issue`: an issue, or a pull as the events and lists of issues show it, told by its key `pull_request` alone. */
function issue(hub, repository, one) {
    return "head" in one ? pullAsIssue(hub, repository, one) : trueIssue(hub, repository, one);
}
function trueIssue(hub, repository, one) {
    return {
        ...shared(hub, repository, one),
        node_id: nodeId("Issue", one.id),
        html_url: `${repositoryPage(hub, repository)}/issues/${one.number}`,
        performed_via_github_app: null,
        state_reason: one.stateReason,
    };
}
function pullAsIssue(hub, repository, pull) {
    const page = `${repositoryPage(hub, repository)}/pull/${pull.number}`;
    return {
        ...shared(hub, repository, pull),
        node_id: nodeId("PullRequest", pull.id),
        html_url: page,
        draft: pull.draft,
        pull_request: {
            url: `${repositoryUrl(hub, repository)}/pulls/${pull.number}`,
            html_url: page,
            diff_url: `${page}.diff`,
            patch_url: `${page}.patch`,
            merged_at: pull.mergedAt,
        },
        performed_via_github_app: null,
        state_reason: null,
    };
}
function shared(hub, repository, one) {
    const url = `${repositoryUrl(hub, repository)}/issues/${one.number}`;
    return {
        id: one.id,
        url,
        repository_url: repositoryUrl(hub, repository),
        labels_url: `${url}/labels{/name}`,
        comments_url: `${url}/comments`,
        events_url: `${url}/events`,
        timeline_url: `${url}/timeline`,
        number: one.number,
        title: one.title,
        user: simpleUser(hub, one.author),
        labels: [],
        state: one.state,
        locked: false,
        active_lock_reason: null,
        assignee: null,
        assignees: [],
        milestone: null,
        comments: repository.comments.filter((comment) => comment.issue === one.number).length,
        created_at: one.createdAt,
        updated_at: one.updatedAt,
        closed_at: one.closedAt,
        author_association: association(repository, one.author),
        body: one.body,
    };
}

;// CONCATENATED MODULE: ./build/standin/answers/records.js


/** `issue-comment`. */
function comment(hub, repository, one) {
    const url = `${repositoryUrl(hub, repository)}/issues/comments/${one.id}`;
    return {
        id: one.id,
        node_id: nodeId("IssueComment", one.id),
        url,
        html_url: `${repositoryPage(hub, repository)}/pull/${one.issue}#issuecomment-${one.id}`,
        issue_url: `${repositoryUrl(hub, repository)}/issues/${one.issue}`,
        user: simpleUser(hub, one.author),
        body: one.body,
        created_at: one.createdAt,
        updated_at: one.updatedAt,
        author_association: association(repository, one.author),
        performed_via_github_app: one.author.endsWith("[bot]") ? app(hub, one.author.replace("[bot]", "")) : null,
    };
}
/** `reaction`. */
function reaction(hub, one) {
    return {
        id: one.id,
        node_id: nodeId("Reaction", one.id),
        user: simpleUser(hub, one.author),
        content: one.content,
        created_at: one.createdAt,
    };
}
/** `check-run`. */
function check(hub, repository, one) {
    const url = `${repositoryUrl(hub, repository)}/check-runs/${one.id}`;
    const page = `${repositoryPage(hub, repository)}/runs/${one.id}`;
    return {
        id: one.id,
        node_id: nodeId("CheckRun", one.id),
        name: one.name,
        head_sha: one.headSha,
        external_id: one.externalId ?? "",
        url,
        html_url: page,
        details_url: one.detailsUrl ?? page,
        status: one.status,
        conclusion: one.conclusion,
        started_at: one.startedAt,
        completed_at: one.completedAt,
        output: {
            title: one.title,
            summary: one.summary,
            text: one.text,
            annotations_count: one.annotations.length,
            annotations_url: `${url}/annotations`,
        },
        check_suite: { id: repository.id },
        app: app(hub, one.app),
        pull_requests: [],
    };
}
/** `status`: a commit status, the older brother of check runs. */
function records_status(hub, repository, one) {
    return {
        url: `${repositoryUrl(hub, repository)}/statuses/${one.sha}`,
        avatar_url: `${hub.serverUrl}/avatars/u/${hub.user(one.author).id}`,
        id: one.id,
        node_id: nodeId("StatusContext", one.id),
        state: one.state,
        description: one.description,
        target_url: one.targetUrl,
        context: one.context,
        created_at: one.createdAt,
        updated_at: one.createdAt,
        creator: simpleUser(hub, one.author),
    };
}
/** `deployment`. */
function deployment(hub, repository, one) {
    const url = `${repositoryUrl(hub, repository)}/deployments/${one.id}`;
    return {
        url,
        id: one.id,
        node_id: nodeId("Deployment", one.id),
        sha: one.sha,
        ref: one.ref,
        task: one.task,
        payload: one.payload,
        original_environment: one.environment,
        environment: one.environment,
        description: one.description,
        creator: simpleUser(hub, one.author),
        created_at: one.createdAt,
        updated_at: one.updatedAt,
        statuses_url: `${url}/statuses`,
        repository_url: repositoryUrl(hub, repository),
        transient_environment: one.transient,
        production_environment: one.production,
    };
}
/** `deployment-status`. */
function deploymentStatus(hub, at, one) {
    const url = `${repositoryUrl(hub, at.repository)}/deployments/${at.deployment.id}`;
    return {
        url: `${url}/statuses/${one.id}`,
        id: one.id,
        node_id: nodeId("DeploymentStatus", one.id),
        state: one.state,
        creator: simpleUser(hub, one.author),
        description: one.description,
        environment: at.deployment.environment,
        target_url: one.logUrl,
        log_url: one.logUrl,
        environment_url: one.environmentUrl,
        created_at: one.createdAt,
        updated_at: one.createdAt,
        deployment_url: url,
        repository_url: repositoryUrl(hub, at.repository),
    };
}

;// CONCATENATED MODULE: ./build/standin/issues.js

/** Characters. A new issue with a longer text is refused; the update of one is answered as if all were well, and changes nothing. */
const LONGEST_BODY = 65_536;
const MOST_PINNED = 3;
/** Opens an issue, or throws GitHub's refusal. */
function openIssue(hub, repository, { title, body, author }) {
    if (title.trim() === "")
        throw invalid("Issue", "title", "title can't be blank");
    if (isTooLong(body))
        throw invalid("Issue", "body", `body is too long (maximum is ${LONGEST_BODY} characters)`);
    repository.lastNumber += 1;
    const now = hub.now();
    const issue = {
        id: hub.newId(),
        number: repository.lastNumber,
        title,
        body,
        author: hub.user(author).login,
        state: "open",
        stateReason: null,
        pinned: false,
        closedAt: null,
        createdAt: now,
        updatedAt: now,
    };
    repository.issues.push(issue);
    return issue;
}
function changeIssue(hub, issue, change) {
    if (change.title !== undefined)
        issue.title = change.title;
    if (change.body !== undefined && !isTooLong(change.body))
        issue.body = change.body;
    if (change.state !== undefined && change.state !== issue.state) {
        issue.state = change.state;
        issue.closedAt = change.state === "closed" ? hub.now() : null;
        issue.stateReason = change.stateReason ?? (change.state === "closed" ? "completed" : "reopened");
    }
    issue.updatedAt = hub.now();
}
/** Why it cannot be pinned; null once it is. */
function pinIssue(repository, issue) {
    if (issue.pinned)
        return "Issue is already pinned to this repository";
    const pinned = repository.issues.filter((each) => each.pinned).length;
    if (pinned >= MOST_PINNED)
        return `Maximum ${MOST_PINNED} pinned issues per repository`;
    issue.pinned = true;
    return null;
}
function issueOf(repository, number) {
    const found = repository.issues.find((each) => each.number === number);
    if (found === undefined)
        throw notFound();
    return found;
}
/** Issues and pulls count together, and are commented on alike. */
function issueOrPullOf(repository, number) {
    return repository.pulls.find((each) => each.number === number) ?? issueOf(repository, number);
}
function isTooLong(body) {
    return body !== null && body.length > LONGEST_BODY;
}

;// CONCATENATED MODULE: ./build/standin/comments.js







/** GitHub refuses longer ones, saying 65536 characters; what it measures is UTF-8 bytes. */
const LARGEST_COMMENT_BYTES = 262_144;
/** Writes a comment and tells of it. */
function addComment(hub, repository, order) {
    const about = issueOrPullOf(repository, order.issue);
    const now = hub.now();
    const one = {
        id: hub.newId(),
        issue: about.number,
        author: hub.user(order.author).login,
        body: commentBody(order.body),
        createdAt: now,
        updatedAt: now,
    };
    repository.comments.push(one);
    hub.deliver({
        name: "issue_comment",
        repository: fullName(repository),
        startsWorkflows: order.byWorkflow !== true,
        payload: {
            action: "created",
            issue: issue(hub, repository, about),
            comment: comment(hub, repository, one),
            repository: wholeRepository(hub, repository),
            sender: simpleUser(hub, one.author),
        },
    });
    return one;
}
/** A comment's text, or GitHub's refusal of it. */
function commentBody(body) {
    if (body.trim() === "")
        throw invalid("IssueComment", "body", "body can't be blank");
    if (Buffer.byteLength(body) <= LARGEST_COMMENT_BYTES)
        return body;
    throw new Refusal(422, "Validation Failed", {
        errors: [
            {
                resource: "IssueComment",
                code: "unprocessable",
                field: "data",
                message: "Body is too long (maximum is 65536 characters)",
            },
        ],
    });
}

;// CONCATENATED MODULE: ./build/standin/dispatch.js



/** The event of a workflow that someone starts by hand. */
function workflowDispatch(hub, repository, order) {
    return {
        name: "workflow_dispatch",
        repository: fullName(repository),
        startsWorkflows: true,
        payload: {
            inputs: order.inputs,
            ref: order.ref ?? `refs/heads/${repository.defaultBranch}`,
            workflow: order.workflow ?? ".github/workflows/mainline.yml",
            repository: wholeRepository(hub, repository),
            sender: simpleUser(hub, order.sender),
        },
    };
}

;// CONCATENATED MODULE: ./build/standin/faults.js

class Faults {
    #waiting = [];
    order(plan) {
        const waiting = { plan, calls: 0, fired: 0, cancelled: false };
        this.#waiting.push(waiting);
        return {
            get fired() {
                return waiting.fired;
            },
            get seen() {
                return waiting.calls;
            },
            cancel: () => {
                waiting.cancelled = true;
            },
        };
    }
    /** The fault that this call meets, if any; every ordered fault counts the call. */
    next(route) {
        return this.#due((waiting) => isDue(waiting, route));
    }
    /** The same for a request that is none of the API's. */
    nextOn(road) {
        return this.#due((waiting) => {
            const { at } = waiting.plan;
            return typeof at === "object" && "road" in at && at.road === road && isNext(waiting, at.nth);
        });
    }
    #due(isDue) {
        this.#waiting = this.#waiting.filter((waiting) => !waiting.cancelled);
        const due = this.#waiting.filter(isDue);
        for (const waiting of due)
            waiting.fired++;
        return due[0]?.plan.with ?? null;
    }
}
function isDue(waiting, route) {
    const { at } = waiting.plan;
    if (typeof at === "number")
        return isNext(waiting, at);
    if ("from" in at)
        return isNext(waiting, at);
    if ("road" in at)
        return false;
    return at.route === route && waiting.fired < (at.times ?? 1);
}
function isNext(waiting, nth) {
    const call = ++waiting.calls;
    return typeof nth === "number" ? call === nth : call >= nth.from;
}
const STATUS_WORDS = {
    401: "Bad credentials",
    403: "Resource not accessible by integration",
    404: "Not Found",
    500: "Server Error",
    502: "Server Error",
    503: "Service unavailable",
};
/** What GitHub says in a fault that it answers; null for the others. */
function refusalOf(fault, clock) {
    switch (fault.kind) {
        case "status":
            return new Refusal(fault.status, STATUS_WORDS[fault.status]);
        case "secondary-rate-limit":
        case "too-many-requests":
            return new Refusal(fault.kind === "too-many-requests" ? 429 : 403, SECONDARY, {
                headers: { "retry-after": String(fault.retryAfterSeconds) },
            });
        case "rate-limit":
            return new Refusal(403, "API rate limit exceeded for installation.", {
                headers: {
                    "x-ratelimit-remaining": "0",
                    "x-ratelimit-reset": String(Math.floor(clock.now().getTime() / 1000) + fault.resetInSeconds),
                },
            });
        default:
            return null;
    }
}
const SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/standin/settings.js
const FORK_APPROVALS = [
    "first_time_contributors_new_to_github",
    "first_time_contributors",
    "all_external_contributors",
];
/** As GitHub makes a repository. */
function freshSettings() {
    return {
        actions: {
            enabled: true,
            allowed: "all",
            selected: { githubOwned: true, verified: false, patterns: [] },
            shaPinning: false,
        },
        workflowToken: { permissions: "read", mayApprove: false },
        forkApproval: "first_time_contributors",
        runners: [],
        rulesets: [],
        paid: true,
    };
}
/** Ruby's `File.fnmatch` with FNM_PATHNAME, by which rulesets name refs: `*` ends at a slash, a whole part of two stars goes on. */
function coversRef(ruleset, ref, defaultBranch) {
    const fits = (pattern) => pattern === "~ALL" ||
        (pattern === "~DEFAULT_BRANCH" && ref === `refs/heads/${defaultBranch}`) ||
        expression(pattern).test(ref);
    return ruleset.include.some(fits) && !ruleset.exclude.some(fits);
}
function expression(pattern) {
    const source = pattern.replaceAll(/\*\*\/|\*+|\?|[.+^${}()|[\]\\]/g, (found) => {
        if (found === "**/")
            return "(?:[^/]+/)*";
        if (found.startsWith("*"))
            return "[^/]*";
        return found === "?" ? "[^/]" : `\\${found}`;
    });
    return new RegExp(`^${source}$`);
}

;// CONCATENATED MODULE: ./build/standin/hub.js






/** The parts that every route works on: the state, the git repositories, the time, and where it is all kept. */
class Hub {
    directory;
    clock;
    state;
    /** As it was before the last write, for stale reads. */
    before;
    serverUrl = "";
    /** Of GitHub Enterprise Server; null: github.com. */
    enterpriseVersion;
    deliveries = [];
    /** Follows a ref that moved; set when the parts are put together, because pulls know pushes and not the other way round. */
    onRefChange = null;
    listeners = new Set();
    #lastWork = Promise.resolve();
    constructor(directory, clock, enterpriseVersion = null) {
        this.enterpriseVersion = enterpriseVersion;
        this.directory = directory;
        this.clock = clock;
        (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
        this.state = readState((0,external_node_path_.join)(directory, "state.json"));
        this.before = structuredClone(this.state);
    }
    get apiUrl() {
        return `${this.serverUrl}/api/v3`;
    }
    now() {
        return this.clock
            .now()
            .toISOString()
            .replace(/\.\d+Z$/, "Z");
    }
    newId() {
        this.state.lastId += 1;
        return this.state.lastId;
    }
    repository(name) {
        const found = this.state.repositories[name];
        if (found === undefined)
            throw notFound();
        return found;
    }
    bare(repository) {
        return new BareRepository(this.bareDirectory(fullName(repository)), this.clock);
    }
    bareDirectory(name) {
        return (0,external_node_path_.join)(this.directory, "repositories", `${name}.git`);
    }
    user(login) {
        const known = this.state.users[login];
        if (known !== undefined)
            return known;
        const user = { id: this.newId(), login, type: login.endsWith("[bot]") ? "Bot" : "User" };
        this.state.users[login] = user;
        return user;
    }
    deliver(delivery) {
        this.deliveries.push(delivery);
        for (const listener of this.listeners)
            listener(delivery);
    }
    /** One write at a time, as GitHub's database would see to; the state is on disk before the answer goes out. */
    exclusively(work) {
        const run = this.#lastWork.then(async () => {
            const before = structuredClone(this.state);
            try {
                return await work();
            }
            finally {
                this.before = before;
                this.#save();
            }
        });
        this.#lastWork = run.catch(() => { });
        return run;
    }
    #save() {
        const file = (0,external_node_path_.join)(this.directory, "state.json");
        (0,external_node_fs_.writeFileSync)(`${file}.new`, JSON.stringify(this.state));
        (0,external_node_fs_.renameSync)(`${file}.new`, file);
    }
}
function readState(file) {
    try {
        const state = JSON.parse((0,external_node_fs_.readFileSync)(file, "utf8"));
        for (const repository of Object.values(state.repositories))
            complete(repository);
        return { ...state, teams: state.teams ?? {} };
    }
    catch (error) {
        if (error.code === "ENOENT")
            return emptyState();
        throw error;
    }
}
/** A repository that was kept before there were runs, settings and issues has none. */
function complete(repository) {
    repository.issues ??= [];
    repository.runs ??= [];
    repository.artifacts ??= [];
    repository.settings ??= freshSettings();
}

;// CONCATENATED MODULE: ./build/standin/answers/pull.js




/** `pull-request-simple`: a pull as lists show it. */
function simplePull(hub, repository, pull) {
    const url = `${repositoryUrl(hub, repository)}/pulls/${pull.number}`;
    const issue = `${repositoryUrl(hub, repository)}/issues/${pull.number}`;
    const page = `${repositoryPage(hub, repository)}/pull/${pull.number}`;
    const statuses = `${repositoryUrl(hub, repository)}/statuses/${pull.headSha}`;
    const links = {
        self: url,
        html: page,
        issue,
        comments: `${issue}/comments`,
        review_comments: `${url}/comments`,
        review_comment: `${repositoryUrl(hub, repository)}/pulls/comments{/number}`,
        commits: `${url}/commits`,
        statuses,
    };
    return {
        url,
        id: pull.id,
        node_id: nodeId("PullRequest", pull.id),
        html_url: page,
        diff_url: `${page}.diff`,
        patch_url: `${page}.patch`,
        issue_url: issue,
        number: pull.number,
        state: pull.state,
        locked: false,
        title: pull.title,
        user: simpleUser(hub, pull.author),
        body: pull.body,
        created_at: pull.createdAt,
        updated_at: pull.updatedAt,
        closed_at: pull.closedAt,
        merged_at: pull.mergedAt,
        merge_commit_sha: pull.mergeSha,
        assignee: null,
        assignees: [],
        requested_reviewers: [],
        requested_teams: [],
        labels: pull.labels.map((name, index) => label(links.self, name, index)),
        milestone: null,
        draft: pull.draft,
        commits_url: links.commits,
        review_comments_url: links.review_comments,
        review_comment_url: links.review_comment,
        comments_url: links.comments,
        statuses_url: statuses,
        head: end(hub, pull.headRepository, { ref: pull.head, sha: pull.headSha, author: pull.author }),
        base: end(hub, fullName(repository), { ref: pull.base, sha: pull.baseSha, author: repository.owner }),
        _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
        author_association: association(repository, pull.author),
        auto_merge: null,
    };
}
/** One end of a pull. A deleted fork leaves its account and no repository. */
function end(hub, name, tip) {
    const repository = name === null ? null : (hub.state.repositories[name] ?? null);
    const owner = repository?.owner ?? tip.author;
    return {
        label: `${owner}:${tip.ref}`,
        ref: tip.ref,
        sha: tip.sha,
        user: simpleUser(hub, owner),
        repo: repository === null ? null : wholeRepository(hub, repository),
    };
}
/** `pull-request`: a pull asked for by its number, with what GitHub counts for it. */
async function wholePull(hub, at, pull) {
    const { repository } = at;
    const bare = hub.bare(repository);
    const from = (await bare.mergeBase(pull.baseSha, pull.headSha)) ?? pull.baseSha;
    // counted only: the files themselves, with their patches, have a list of their own
    const files = [...(await numstat(bare, { from, to: pull.headSha })).values()];
    const commits = await bare.commits([pull.headSha, `^${from}`]);
    return {
        ...simplePull(hub, repository, pull),
        merged: pull.mergedAt !== null,
        mergeable: pull.mergedAt === null ? pull.mergeable : null,
        rebaseable: pull.mergeable,
        mergeable_state: mergeableState(pull),
        merged_by: pull.mergedBy === null ? null : simpleUser(hub, pull.mergedBy),
        comments: repository.comments.filter((comment) => comment.issue === pull.number).length,
        review_comments: 0,
        maintainer_can_modify: false,
        commits: commits.length,
        additions: files.reduce((total, [added]) => total + added, 0),
        deletions: files.reduce((total, [, removed]) => total + removed, 0),
        changed_files: files.length,
    };
}
function mergeableState(pull) {
    if (pull.mergedAt !== null)
        return "unknown";
    if (pull.draft)
        return "draft";
    return pull.mergeable === false ? "dirty" : "clean";
}
function label(pull, name, id) {
    const url = pull.replace(/\/pulls\/\d+$/, `/labels/${encodeURIComponent(name)}`);
    return { id: id + 1, node_id: `LA_${id + 1}`, url, name, description: "", color: "ededed", default: false };
}

;// CONCATENATED MODULE: ./build/standin/merging.js
/** "Create a merge commit": two parents, the base first. */
async function mergeCommit(bare, order) {
    const tree = await bare.mergeTree(order.base, order.head);
    if (tree === null)
        return null;
    return [await bare.commitTree(tree, { parents: [order.base, order.head], message: order.message, as: order.as })];
}
/** "Squash and merge": one new commit on the base that has the merge's tree. */
async function squash(bare, order) {
    const tree = await bare.mergeTree(order.base, order.head);
    if (tree === null)
        return null;
    return [await bare.commitTree(tree, { parents: [order.base], message: order.message, as: order.as })];
}
/** "Rebase and merge": every commit of the pull is made anew, also where git would have fast-forwarded. */
async function rebase(bare, order) {
    const landed = [];
    let tip = order.base;
    for (const sha of await bare.commits(["--no-merges", order.head, `^${order.base}`])) {
        const facts = await bare.commit(sha);
        const tree = await transplant(bare, { onto: tip, from: facts.parents[0] ?? sha, to: sha });
        if (tree === null)
            return null;
        tip = await bare.commitTree(tree, { parents: [tip], message: facts.message, as: facts.author });
        landed.push(tip);
    }
    return landed;
}
/** The "Revert" button: one commit on `base` that takes back what `landed` brought, the last one first. */
async function revert(bare, order) {
    let tip = order.base;
    for (const sha of order.landed.toReversed()) {
        const { parents } = await bare.commit(sha);
        const tree = await transplant(bare, { onto: tip, from: sha, to: parents[0] ?? sha });
        if (tree === null)
            return null;
        tip = await bare.commitTree(tree, { parents: [tip], message: order.message, as: order.as });
    }
    if (order.landed.length < 2)
        return tip;
    const { tree } = await bare.commit(tip);
    return bare.commitTree(tree, { parents: [order.base], message: order.message, as: order.as });
}
/**
 * The tree of `onto` with the change `from` → `to` made to it; null when it conflicts. Git 2.39's merge-tree takes no
 * merge base, so two commits are made whose only common parent is `from`.
 */
async function transplant(bare, change) {
    const [ours, theirs] = await Promise.all([change.onto, change.to].map(async (sha) => {
        const { tree } = await bare.commit(sha);
        return bare.commitTree(tree, { parents: [change.from], message: "transplant" });
    }));
    return bare.mergeTree(ours ?? "", theirs ?? "");
}

;// CONCATENATED MODULE: ./build/standin/pulls.js







/** Opens a pull as the site does: number, `refs/pull/N/head`, a test merge, the event. */
async function openPull(hub, repository, order) {
    const headRepository = order.headRepository ?? fullName(repository);
    const headSha = await hub.bare(hub.repository(headRepository)).branch(order.head);
    if (headSha === null)
        throw invalid("PullRequest", "head", `head branch ${order.head} does not exist`);
    const baseSha = await hub.bare(repository).branch(order.base);
    if (baseSha === null)
        throw invalid("PullRequest", "base", `base branch ${order.base} does not exist`);
    refuseTwice(repository, order, headRepository);
    repository.lastNumber += 1;
    const pull = {
        id: hub.newId(),
        number: repository.lastNumber,
        title: order.title,
        body: order.body ?? null,
        author: hub.user(order.author).login,
        labels: [],
        state: "open",
        draft: order.draft ?? false,
        base: order.base,
        baseSha,
        head: order.head,
        headRepository,
        headSha,
        mergeSha: null,
        mergeable: null,
        mergedAt: null,
        mergedBy: null,
        closedAt: null,
        landed: [],
        createdAt: hub.now(),
        updatedAt: hub.now(),
    };
    await refuseEmpty(hub, repository, pull);
    repository.pulls.push(pull);
    await testMerge(hub, repository, pull);
    await tell(hub, repository, { pull, action: "opened", sender: order.author });
    return pull;
}
function refuseTwice(repository, order, headRepository) {
    const same = (pull) => pull.state === "open" &&
        pull.head === order.head &&
        pull.base === order.base &&
        pull.headRepository === headRepository;
    if (repository.pulls.some(same)) {
        throw invalid("PullRequest", "head", `A pull request already exists for ${order.head}.`);
    }
}
async function refuseEmpty(hub, repository, pull) {
    await fetchHead(hub, repository, pull);
    const commits = await hub.bare(repository).commits([pull.headSha, `^${pull.baseSha}`]);
    if (commits.length === 0) {
        throw invalid("PullRequest", "head", `No commits between ${pull.base} and ${pull.head}`);
    }
}
/** The head's objects come into the base repository, as `refs/pull/N/head`, also from a fork. */
async function fetchHead(hub, repository, pull) {
    const bare = hub.bare(repository);
    const ref = `refs/pull/${pull.number}/head`;
    if (pull.headRepository === fullName(repository))
        return bare.setRef(ref, pull.headSha);
    if (pull.headRepository === null)
        return;
    await bare.git(["fetch", "-q", hub.bareDirectory(pull.headRepository), `+refs/heads/${pull.head}:${ref}`]);
}
/** `refs/pull/N/merge`: what the merge would be, made anew whenever head or base moves; it stays behind on a conflict. */
async function testMerge(hub, repository, pull) {
    const bare = hub.bare(repository);
    const landing = await mergeCommit(bare, {
        base: pull.baseSha,
        head: pull.headSha,
        message: `Merge ${pull.headSha} into ${pull.baseSha}`,
        as: personOf(hub, pull.author),
    });
    pull.mergeable = landing !== null;
    pull.mergeSha = landing?.[0] ?? null;
    if (pull.mergeSha !== null)
        await bare.setRef(`refs/pull/${pull.number}/merge`, pull.mergeSha);
}
/** Follows a branch that moved: pulls from it get `synchronize`, pulls onto it a new test merge. */
async function branchMoved(hub, at) {
    for (const repository of Object.values(hub.state.repositories)) {
        for (const pull of repository.pulls.filter((one) => one.state === "open")) {
            const isHead = pull.headRepository === fullName(at.repository) && pull.head === at.branch;
            const isBase = repository === at.repository && pull.base === at.branch;
            if (isHead)
                await synchronize(hub, repository, { pull, by: at });
            else if (isBase)
                await followBase(hub, repository, pull);
        }
    }
}
async function synchronize(hub, repository, at) {
    const { pull, by } = at;
    const { sender, startsWorkflows = true } = by;
    const source = pull.headRepository === null ? null : hub.repository(pull.headRepository);
    const sha = source === null ? null : await hub.bare(source).branch(pull.head);
    if (sha === null)
        return closePull(hub, repository, { pull, sender, startsWorkflows });
    if (sha === pull.headSha)
        return;
    const before = pull.headSha;
    pull.headSha = sha;
    pull.updatedAt = hub.now();
    await fetchHead(hub, repository, pull);
    await followBase(hub, repository, pull);
    const more = { before, after: sha };
    await tell(hub, repository, { pull, action: "synchronize", sender, startsWorkflows, more });
}
async function followBase(hub, repository, pull) {
    pull.baseSha = (await hub.bare(repository).branch(pull.base)) ?? pull.baseSha;
    await testMerge(hub, repository, pull);
}
async function closePull(hub, repository, at) {
    at.pull.state = "closed";
    at.pull.closedAt = hub.now();
    at.pull.updatedAt = hub.now();
    await tell(hub, repository, { ...at, action: "closed" });
}
/** Merges as the button does and returns the commit at the base's new tip. */
async function mergePull(hub, repository, request) {
    const pull = pullOf(repository, request.number);
    refuseMerge(repository, pull, request);
    const bare = hub.bare(repository);
    const base = await bare.branch(pull.base);
    const landing = base === null ? null : await land(bare, { hub, repository, pull, request, base });
    const tip = landing?.at(-1);
    if (base === null || landing === null || tip === undefined)
        throw new Refusal(405, "Pull Request is not mergeable");
    pull.baseSha = base;
    pull.state = "closed";
    pull.landed = [...landing];
    pull.mergeSha = tip;
    pull.mergedAt = hub.now();
    pull.mergedBy = request.sender;
    pull.closedAt = pull.mergedAt;
    pull.updatedAt = pull.mergedAt;
    await bare.setRef(`refs/heads/${pull.base}`, tip);
    const startsWorkflows = request.byWorkflow !== true;
    await tell(hub, repository, { pull, action: "closed", sender: request.sender, startsWorkflows });
    const change = { ref: `refs/heads/${pull.base}`, before: base, after: tip };
    await refsChanged(hub, { repository, sender: request.sender, startsWorkflows }, [change]);
    return tip;
}
function refuseMerge(repository, pull, request) {
    if (pull.state === "closed" || pull.draft || pull.mergeable === false) {
        throw new Refusal(405, "Pull Request is not mergeable");
    }
    if (request.sha !== undefined && request.sha !== null && request.sha !== pull.headSha) {
        throw new Refusal(409, "Head branch was modified. Review and try the merge again.");
    }
    for (const name of repository.requiredChecks) {
        const latest = repository.checks.findLast((check) => check.name === name && check.headSha === pull.headSha);
        const passed = ["success", "neutral", "skipped"].includes(latest?.conclusion ?? "");
        if (!passed)
            throw new Refusal(405, `Required status check "${name}" is ${latest === undefined ? "expected" : "failing"}.`);
    }
}
async function land(bare, at) {
    const { pull, request } = at;
    const from = `${at.repository.owner}/${pull.head}`;
    const title = request.title ?? defaultTitle(pull, request.method, from);
    const text = request.message ?? (request.method === "merge" ? pull.title : "");
    const order = {
        base: at.base,
        head: pull.headSha,
        message: text === "" ? `${title}\n` : `${title}\n\n${text}\n`,
        as: personOf(at.hub, request.method === "merge" ? request.sender : pull.author),
    };
    if (request.method === "merge")
        return mergeCommit(bare, order);
    return request.method === "squash" ? squash(bare, order) : rebase(bare, order);
}
function defaultTitle(pull, method, from) {
    return method === "merge" ? `Merge pull request #${pull.number} from ${from}` : `${pull.title} (#${pull.number})`;
}
/** The "Revert" button of a merged pull: a branch with the reverting commit, and a pull for it. */
async function revertPull(hub, repository, order) {
    const pull = pullOf(repository, order.number);
    const bare = hub.bare(repository);
    const base = await bare.branch(pull.base);
    if (pull.mergedAt === null || base === null)
        throw new Refusal(422, "Pull request is not merged");
    const message = `Revert "${pull.title}"\n\n${await revertedText(bare, pull)}\n`;
    const sha = await revert(bare, { base, landed: pull.landed, message, as: personOf(hub, order.author) });
    if (sha === null)
        throw new Refusal(422, "This pull request could not be reverted automatically");
    const head = `revert-${pull.number}-${pull.head}`;
    await bare.setRef(`refs/heads/${head}`, sha);
    await refsChanged(hub, { repository, sender: order.author, startsWorkflows: true }, [
        { ref: `refs/heads/${head}`, before: null, after: sha },
    ]);
    const body = `Reverts ${fullName(repository)}#${pull.number}`;
    return openPull(hub, repository, {
        head,
        base: pull.base,
        title: `Revert "${pull.title}"`,
        body,
        author: order.author,
    });
}
async function revertedText(bare, pull) {
    const [landed = ""] = pull.landed;
    const { parents } = await bare.commit(landed);
    return parents.length > 1
        ? `This reverts commit ${landed}, reversing\nchanges made to ${parents[0]}.`
        : pull.landed.map((sha) => `This reverts commit ${sha}.`).join("\n");
}
function pullOf(repository, number) {
    const pull = repository.pulls.find((one) => one.number === number);
    if (pull === undefined)
        throw new Refusal(404, "Not Found");
    return pull;
}
/** An account as the author of a commit, with the address that GitHub gives those who hide theirs. */
function personOf(hub, login) {
    const user = hub.user(login);
    return { name: user.login, email: `${user.id}+${user.login}@users.noreply.github.com` };
}
async function tell(hub, repository, event) {
    const { pull, action, sender } = event;
    hub.deliver({
        name: "pull_request",
        repository: fullName(repository),
        startsWorkflows: event.startsWorkflows ?? true,
        payload: {
            action,
            number: pull.number,
            ...event.more,
            pull_request: await wholePull(hub, { state: hub.state, repository }, pull),
            repository: wholeRepository(hub, repository),
            sender: simpleUser(hub, sender),
        },
    });
}

;// CONCATENATED MODULE: ./build/standin/queue.js







/** "Merge when ready": a branch of the queue with the base's tip and the pull's head, and the question whether it may land. */
async function queueMerge(hub, repository, number) {
    const pull = pullOf(repository, number);
    const bare = hub.bare(repository);
    const base = (await bare.branch(pull.base)) ?? pull.baseSha;
    const landing = await mergeCommit(bare, {
        base,
        head: pull.headSha,
        message: `Merge pull request #${number}\n`,
        as: personOf(hub, pull.author),
    });
    const head = landing?.at(-1);
    if (head === undefined || pull.state === "closed")
        throw new Refusal(405, "Pull Request is not mergeable");
    const ref = `refs/heads/gh-readonly-queue/${pull.base}/pr-${number}-${base}`;
    await bare.setRef(ref, head);
    hub.deliver({
        name: "merge_group",
        repository: fullName(repository),
        startsWorkflows: true,
        payload: {
            action: "checks_requested",
            merge_group: {
                head_sha: head,
                head_ref: ref,
                base_sha: base,
                base_ref: `refs/heads/${pull.base}`,
                head_commit: pushedCommit(hub, repository, await bare.commit(head)),
            },
            repository: wholeRepository(hub, repository),
            sender: simpleUser(hub, "github-merge-queue[bot]"),
        },
    });
    return head;
}

;// CONCATENATED MODULE: ./build/standin/repositories.js



/** A repository with no commit yet; a fork takes over the branches of its parent. */
async function createRepository(hub, name, options) {
    const [owner = ""] = name.split("/");
    const parent = options.forkOf === undefined ? null : hub.repository(options.forkOf);
    const branch = options.defaultBranch ?? parent?.defaultBranch ?? "main";
    const bare = await BareRepository.create(hub.bareDirectory(name), { branch, clock: hub.clock });
    if (parent !== null) {
        const everything = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"];
        await bare.git(["fetch", "-q", hub.bareDirectory(fullName(parent)), ...everything]);
    }
    for (const login of [owner, ...Object.keys(options.roles ?? {})])
        hub.user(login);
    hub.state.repositories[name] = newRepository(hub, { name, branch, options });
}
function newRepository(hub, at) {
    const [owner = "", name = ""] = at.name.split("/");
    return {
        id: hub.newId(),
        owner,
        name,
        private: at.options.private ?? false,
        defaultBranch: at.branch,
        parent: at.options.forkOf ?? null,
        createdAt: hub.now(),
        pushedAt: hub.now(),
        lastNumber: 0,
        roles: { [owner]: "admin", ...at.options.roles },
        requiredChecks: [],
        pulls: [],
        issues: [],
        comments: [],
        reactions: [],
        checks: [],
        statuses: [],
        deployments: [],
        environments: [],
        runs: [],
        artifacts: [],
        settings: freshSettings(),
    };
}
/** A fork that is deleted leaves its pulls and their runs behind, without a head repository. */
function deleteRepository(hub, name) {
    delete hub.state.repositories[name];
    for (const repository of Object.values(hub.state.repositories)) {
        for (const one of [...repository.pulls, ...repository.runs]) {
            if (one.headRepository === name)
                one.headRepository = null;
        }
    }
}

;// CONCATENATED MODULE: ./build/standin/answers/run.js


/** `workflow-run`, in lists, alone, and in the event of the same name. */
async function workflowRun(hub, repository, run) {
    const url = `${repositoryUrl(hub, repository)}/actions/runs/${run.id}`;
    const head = run.headRepository === null ? null : (hub.state.repositories[run.headRepository] ?? null);
    return {
        id: run.id,
        name: run.name,
        node_id: nodeId("WorkflowRun", run.id),
        check_suite_id: run.id,
        check_suite_node_id: nodeId("CheckSuite", run.id),
        head_branch: run.headBranch,
        head_sha: run.headSha,
        path: run.path,
        run_number: run.number,
        run_attempt: run.attempt,
        event: run.event,
        display_title: run.name,
        status: run.status,
        conclusion: run.conclusion,
        workflow_id: run.workflowId,
        url,
        html_url: `${repositoryPage(hub, repository)}/actions/runs/${run.id}`,
        // GitHub names none for a fork's
        pull_requests: run.pulls.map((number) => minimalPull(hub, repository, { number, run })),
        created_at: run.createdAt,
        updated_at: run.updatedAt,
        run_started_at: run.createdAt,
        actor: simpleUser(hub, run.actor),
        triggering_actor: simpleUser(hub, run.actor),
        jobs_url: `${url}/jobs`,
        logs_url: `${url}/logs`,
        check_suite_url: `${repositoryUrl(hub, repository)}/check-suites/${run.id}`,
        artifacts_url: `${url}/artifacts`,
        cancel_url: `${url}/cancel`,
        rerun_url: `${url}/rerun`,
        previous_attempt_url: run.attempt === 1 ? null : `${url}/attempts/${run.attempt - 1}`,
        workflow_url: `${repositoryUrl(hub, repository)}/actions/workflows/${run.workflowId}`,
        head_commit: await headCommit(hub, head ?? repository, run.headSha),
        repository: wholeRepository(hub, repository),
        head_repository: head === null ? null : wholeRepository(hub, head),
    };
}
/** The workflow itself, as the event carries it beside its run. */
function workflow(hub, repository, run) {
    const page = repositoryPage(hub, repository);
    return {
        id: run.workflowId,
        node_id: nodeId("Workflow", run.workflowId),
        name: run.name,
        path: run.path,
        state: "active",
        created_at: repository.createdAt,
        updated_at: repository.createdAt,
        url: `${repositoryUrl(hub, repository)}/actions/workflows/${run.workflowId}`,
        html_url: `${page}/blob/${repository.defaultBranch}/${run.path}`,
        badge_url: `${page}/workflows/${encodeURIComponent(run.name)}/badge.svg`,
    };
}
function minimalPull(hub, repository, { number, run }) {
    const pull = repository.pulls.find((each) => each.number === number);
    const repo = { id: repository.id, url: repositoryUrl(hub, repository), name: repository.name };
    return {
        id: pull?.id ?? 0,
        number,
        url: `${repositoryUrl(hub, repository)}/pulls/${number}`,
        head: { ref: pull?.head ?? "", sha: run.headSha, repo },
        base: { ref: pull?.base ?? "", sha: pull?.baseSha ?? "", repo },
    };
}
async function headCommit(hub, repository, sha) {
    const { tree, message, author, committer } = await hub.bare(repository).commit(sha);
    const person = ({ name, email }) => ({ name, email });
    return {
        id: sha,
        tree_id: tree,
        message,
        timestamp: committer.date,
        author: person(author),
        committer: person(committer),
    };
}
/** Kept for ninety days, as at GitHub by default; what is older is listed still, and gone. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;
function hasExpired(hub, { createdAt }) {
    return hub.clock.now().getTime() >= Date.parse(createdAt) + KEPT_MS;
}
/** `artifact`. */
function artifactAnswer(hub, repository, artifact) {
    const url = `${repositoryUrl(hub, repository)}/actions/artifacts/${artifact.id}`;
    const run = repository.runs.find(({ id }) => id === artifact.run);
    const expires = new Date(Date.parse(artifact.createdAt) + KEPT_MS).toISOString().replace(".000Z", "Z");
    return {
        id: artifact.id,
        node_id: nodeId("Artifact", artifact.id),
        name: artifact.name,
        size_in_bytes: artifact.size,
        url,
        archive_download_url: `${url}/zip`,
        expired: hasExpired(hub, artifact),
        created_at: artifact.createdAt,
        expires_at: expires,
        updated_at: artifact.createdAt,
        workflow_run: run === undefined ? null : runOfArtifact(hub, repository, run),
    };
}
/** A fork that was deleted has no id any more: GitHub leaves the field out. */
function runOfArtifact(hub, repository, run) {
    const head = run.headRepository === null ? undefined : hub.state.repositories[run.headRepository];
    return {
        id: run.id,
        repository_id: repository.id,
        ...(head === undefined ? {} : { head_repository_id: head.id }),
        head_branch: run.headBranch,
        head_sha: run.headSha,
    };
}

;// CONCATENATED MODULE: ./build/standin/paging.js
const DEFAULT_PAGE = 30;
const LARGEST_PAGE = 100;
/** One page of `items` with GitHub's `Link` header; the caller renders only what is shown. */
async function page(call, items, render) {
    const { shown, headers } = cut(call, items);
    return { status: 200, body: await Promise.all(shown.map(render)), headers };
}
/** The same for the lists that come inside an object with a count. */
async function countedPage(call, name, list) {
    const { shown, headers } = cut(call, list.items);
    const body = { total_count: list.items.length, [name]: await Promise.all(shown.map(list.render)) };
    return { status: 200, body, headers };
}
function cut(call, items) {
    const size = Math.min(LARGEST_PAGE, positive(call.query.get("per_page"), DEFAULT_PAGE));
    const number = positive(call.query.get("page"), 1);
    const last = Math.max(1, Math.ceil(items.length / size));
    const shown = items.slice((number - 1) * size, number * size);
    const links = [];
    const link = (rel, target) => {
        const query = new URLSearchParams(call.query);
        query.set("page", String(target));
        links.push(`<${call.hub.apiUrl}${call.path}?${query.toString()}>; rel="${rel}"`);
    };
    if (number > 1)
        link("prev", Math.min(number - 1, last));
    if (number < last)
        link("next", number + 1);
    if (number < last)
        link("last", last);
    if (number > 1)
        link("first", 1);
    return { shown, headers: links.length === 0 ? {} : { link: links.join(", ") } };
}
function positive(text, otherwise) {
    const value = Number(text);
    return Number.isInteger(value) && value > 0 ? value : otherwise;
}

;// CONCATENATED MODULE: ./build/standin/runs.js








/** A workflow starts for an event; `workflow_run` tells of it. */
async function startRun(hub, repository, order) {
    const known = repository.runs.findLast(({ path }) => path === order.path);
    const subject = await runs_subjectOf(hub, repository, order.event);
    const run = {
        id: hub.newId(),
        number: (known?.number ?? 0) + 1,
        attempt: 1,
        name: order.name,
        path: order.path,
        workflowId: known?.workflowId ?? hub.newId(),
        event: order.event.name,
        ...subject,
        actor: senderOf(order.event) ?? repository.owner,
        status: "in_progress",
        conclusion: null,
        createdAt: hub.now(),
        updatedAt: hub.now(),
    };
    repository.runs.push(run);
    await runs_tell(hub, repository, { run, action: "requested" });
    return run;
}
async function finishRun(hub, repository, order) {
    const run = runs_runOf(repository, order.run);
    Object.assign(run, { status: "completed", conclusion: order.conclusion, updatedAt: hub.now() });
    await runs_tell(hub, repository, { run, action: "completed" });
}
/** "Re-run": the same run, one attempt more. */
async function rerun(hub, repository, id) {
    const run = runs_runOf(repository, id);
    Object.assign(run, { attempt: run.attempt + 1, status: "in_progress", conclusion: null, updatedAt: hub.now() });
    await runs_tell(hub, repository, { run, action: "requested" });
}
async function cancelRun(hub, repository, id) {
    const run = runs_runOf(repository, id);
    if (run.status === "completed")
        throw new Refusal(409, "Cannot cancel a workflow run that is completed.");
    await finishRun(hub, repository, { run: id, conclusion: "cancelled" });
}
async function addArtifact(hub, repository, order) {
    const { id } = runs_runOf(repository, order.run);
    const artifact = { id: hub.newId(), run: id, name: order.name, size: order.zip.length, createdAt: hub.now() };
    const file = artifactFile(hub, artifact.id);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    await (0,promises_.writeFile)(file, order.zip);
    repository.artifacts.push(artifact);
    return artifact;
}
const STORE = "/_artifacts/";
/** Where an archive is downloaded: an address that works for whoever has it, as at GitHub's store. */
function artifactAddress(hub, { id }) {
    return `${hub.serverUrl}${STORE}${id}.zip`;
}
/** Answers a download; false for every other request. */
function serveArtifact({ hub, faults }, request, response) {
    const id = new RegExp(`^${STORE}(\\d+)\\.zip$`).exec(request.url ?? "")?.[1];
    if (id === undefined)
        return false;
    const file = artifactFile(hub, Number(id));
    const fault = faults.nextOn("artifacts");
    if (fault?.kind === "drop-connection")
        request.socket.destroy();
    else if (fault?.kind === "status")
        response.writeHead(fault.status).end();
    else if (!(0,external_node_fs_.existsSync)(file))
        response.writeHead(404).end();
    else
        sendArchive((0,external_node_fs_.readFileSync)(file), fault, response);
    return true;
}
function sendArchive(bytes, fault, response) {
    response.writeHead(200, { "content-type": "application/zip", "content-length": String(bytes.length) });
    if (fault?.kind === "cut")
        response.write(bytes.subarray(0, bytes.length >> 1), () => void response.socket?.destroy());
    else
        response.end(fault?.kind === "garbled" ? bytes.toReversed() : bytes);
}
function artifactFile(hub, id) {
    return (0,external_node_path_.join)(hub.directory, "artifacts", `${id}.zip`);
}
function runs_runOf(repository, id) {
    const run = repository.runs.find((each) => each.id === id);
    if (run === undefined)
        throw notFound();
    return run;
}
async function runs_subjectOf(hub, repository, { name, payload }) {
    if (name === "pull_request") {
        const pull = payload["pull_request"];
        const from = pull.head.repo?.full_name ?? null;
        const own = from === fullName(repository);
        return {
            headBranch: pull.head.ref,
            headSha: pull.head.sha,
            headRepository: from,
            pulls: own ? [pull.number] : [],
        };
    }
    const { ref, sha } = await runs_tipOf(hub, repository, payload);
    return {
        headBranch: ref.replace(/^refs\/(heads|tags)\//, ""),
        headSha: sha,
        headRepository: fullName(repository),
        pulls: [],
    };
}
/** The commit that an event names; the tip of the ref that it was meant for, or of the default branch, when it names none. */
async function runs_tipOf(hub, repository, payload) {
    const group = payload["merge_group"];
    if (group !== undefined)
        return { ref: group.head_ref, sha: group.head_sha };
    const { ref = `refs/heads/${repository.defaultBranch}`, after } = payload;
    const sha = after ?? (await hub.bare(repository).resolve(ref));
    if (sha === null)
        throw new Refusal(422, `No ref found for: ${ref}`);
    return { ref, sha };
}
function senderOf({ payload }) {
    return payload["sender"]?.login ?? null;
}
async function runs_tell(hub, repository, { run, action }) {
    hub.deliver({
        name: "workflow_run",
        repository: fullName(repository),
        startsWorkflows: true,
        payload: {
            action,
            workflow_run: await workflowRun(hub, repository, run),
            workflow: workflow(hub, repository, run),
            repository: wholeRepository(hub, repository),
            sender: simpleUser(hub, run.actor),
        },
    });
}

;// CONCATENATED MODULE: ./build/standin/routes/actions.js





const READ = ["actions=read"];
const actionRoutes = [
    route("GET /repos/:/actions/runs", READ, (call) => listRuns(call, () => true)),
    route("GET /repos/:/actions/workflows/{workflow_id}/runs", READ, (call) => {
        // by its id or by the name of its file
        const asked = param(call, "workflow_id");
        return listRuns(call, (run) => String(run.workflowId) === asked || run.path.endsWith(`/${asked}`));
    }),
    route("GET /repos/:/actions/runs/{run_id}/artifacts", READ, (call) => {
        const repository = repositoryOf(call);
        const run = runs_runOf(repository, idParam(call, "run_id"));
        const name = call.query.get("name");
        const found = repository.artifacts.filter((each) => each.run === run.id && (name === null || each.name === name));
        return countedPage(call, "artifacts", {
            items: found.toReversed(),
            render: (each) => artifactAnswer(call.hub, repository, each),
        });
    }),
    route("GET /repos/:/actions/artifacts/{artifact_id}/{archive_format}", READ, (call) => {
        const id = idParam(call, "artifact_id");
        const found = repositoryOf(call).artifacts.find((each) => each.id === id);
        if (found === undefined)
            throw notFound();
        // whoever is nobody may look at a public repository's list, and download nothing
        if (call.token === null)
            throw new Refusal(401, "Requires authentication");
        if (hasExpired(call.hub, found))
            throw new Refusal(410, "Artifact has expired");
        return { status: 302, headers: { location: artifactAddress(call.hub, found) } };
    }),
    route("POST /repos/:/actions/runs/{run_id}/cancel", ["actions=write"], async (call) => {
        await cancelRun(call.hub, repositoryOf(call), idParam(call, "run_id"));
        return { status: 202, body: {} };
    }),
    route("POST /repos/:/actions/runs/{run_id}/rerun", ["actions=write"], async (call) => {
        const repository = repositoryOf(call);
        const run = runs_runOf(repository, idParam(call, "run_id"));
        if (run.status !== "completed")
            throw new Refusal(403, "This workflow is already running");
        await rerun(call.hub, repository, run.id);
        return { status: 201, body: {} };
    }),
    route("POST /repos/:/actions/runs/{run_id}/approve", ["actions=write"], async (call) => {
        const repository = repositoryOf(call);
        const run = runs_runOf(repository, idParam(call, "run_id"));
        if (run.conclusion !== "action_required")
            throw new Refusal(403, "This run is not from a fork pull request");
        await rerun(call.hub, repository, run.id);
        return { status: 201, body: {} };
    }),
    route("GET /repos/:/actions/runs/{run_id}", READ, async (call) => {
        const repository = repositoryOf(call);
        const run = runs_runOf(repository, idParam(call, "run_id"));
        return { status: 200, body: await workflowRun(call.hub, repository, run) };
    }),
];
function listRuns(call, fits) {
    const repository = repositoryOf(call);
    const asked = (name, value) => {
        const wanted = call.query.get(name);
        return wanted === null || wanted === value;
    };
    const found = repository.runs.filter((run) => fits(run) &&
        asked("head_sha", run.headSha) &&
        asked("event", run.event) &&
        asked("branch", run.headBranch) &&
        asked("actor", run.actor) &&
        (asked("status", run.status) || asked("status", run.conclusion ?? "")));
    return countedPage(call, "workflow_runs", {
        items: found.toReversed(),
        render: (run) => workflowRun(call.hub, repository, run),
    });
}

;// CONCATENATED MODULE: ./build/standin/routes/checks.js






const MOST_ANNOTATIONS = 50;
const LONGEST_OUTPUT = 65_535;
const LONGEST_DESCRIPTION = 140;
const READ_CHECKS = ["checks=read"];
const READ_STATUSES = ["statuses=read"];
const checkRoutes = [
    route("POST /repos/:/check-runs", ["checks=write"], createCheck),
    route("GET /repos/:/check-runs/{check_run_id}/annotations", READ_CHECKS, (call) => {
        const one = checkOf(call, repositoryOf(call));
        return page(call, one.annotations, (annotation) => ({ ...annotation, blob_href: "" }));
    }),
    route("GET /repos/:/check-runs/{check_run_id}", READ_CHECKS, (call) => {
        const repository = repositoryOf(call);
        return { status: 200, body: check(call.hub, repository, checkOf(call, repository)) };
    }),
    route("PATCH /repos/:/check-runs/{check_run_id}", ["checks=write"], (call) => {
        const repository = repositoryOf(call);
        const one = checkOf(call, repository);
        if (one.app !== appOf(call))
            throw notFound();
        write(call, one);
        return { status: 200, body: check(call.hub, repository, one) };
    }),
    route("GET /repos/:/commits/{ref}/check-runs", READ_CHECKS, listChecks),
    route("POST /repos/:/statuses/{sha}", ["statuses=write"], createStatus),
    route("GET /repos/:/commits/{ref}/statuses", READ_STATUSES, async (call) => {
        const repository = repositoryOf(call);
        return page(call, await statusesOf(call, repository), (one) => records_status(call.hub, repository, one));
    }),
    route("GET /repos/:/commits/{ref}/status", READ_STATUSES, combinedStatus),
];
async function createCheck(call) {
    const repository = repositoryOf(call);
    const one = {
        id: call.hub.newId(),
        app: appOf(call),
        headSha: await commitOr422(call.hub.bare(repository), call_text(call, "head_sha")),
        name: call_text(call, "name"),
        status: "queued",
        conclusion: null,
        startedAt: call.hub.now(),
        completedAt: null,
        externalId: null,
        detailsUrl: null,
        title: null,
        summary: null,
        text: null,
        annotations: [],
    };
    write(call, one);
    repository.checks.push(one);
    return { status: 201, body: check(call.hub, repository, one) };
}
/** What create and update have in common; a conclusion completes, annotations are added to those that are there. */
function write(call, one) {
    one.name = optionalText(call, "name") ?? one.name;
    one.externalId = optionalText(call, "external_id") ?? one.externalId;
    one.detailsUrl = optionalText(call, "details_url") ?? one.detailsUrl;
    one.startedAt = optionalText(call, "started_at") ?? one.startedAt;
    const conclusion = optionalText(call, "conclusion");
    const asked = optionalText(call, "status") ?? one.status;
    if (asked === "completed" && conclusion === null && one.conclusion === null) {
        throw invalid("CheckRun", "conclusion", "conclusion is required when status is completed");
    }
    one.status = conclusion === null ? asked : "completed";
    one.conclusion = one.status === "completed" ? (conclusion ?? one.conclusion) : null;
    one.completedAt = one.status === "completed" ? (optionalText(call, "completed_at") ?? call.hub.now()) : null;
    writeOutput(call, one);
}
function writeOutput(call, one) {
    const output = call.body["output"];
    if (typeof output !== "object" || output === null)
        return;
    const given = output;
    const annotations = given.annotations ?? [];
    if (annotations.length > MOST_ANNOTATIONS)
        throw invalid("CheckRun", "annotations", "must not exceed 50 items");
    for (const field of ["summary", "text"]) {
        if ((given[field] ?? "").length > LONGEST_OUTPUT)
            throw invalid("CheckRun", field, "exceeds a maximum length of 65535");
    }
    one.title = given.title ?? one.title;
    one.summary = given.summary ?? one.summary;
    one.text = given.text ?? one.text;
    one.annotations.push(...annotations.map(wholeAnnotation));
}
function wholeAnnotation(given) {
    return {
        path: given.path,
        start_line: given.start_line,
        end_line: given.end_line,
        start_column: given.start_column ?? null,
        end_column: given.end_column ?? null,
        annotation_level: given.annotation_level,
        message: given.message,
        title: given.title ?? null,
        raw_details: given.raw_details ?? null,
    };
}
async function listChecks(call) {
    const repository = repositoryOf(call);
    const sha = await commitOr422(call.hub.bare(repository), param(call, "ref"));
    const [name, state] = [call.query.get("check_name"), call.query.get("status")];
    const fits = (one) => one.headSha === sha && (name === null || one.name === name) && (state === null || one.status === state);
    const found = repository.checks.filter(fits).toReversed();
    const isLatest = (one) => found.find((other) => other.name === one.name && other.app === one.app) === one;
    const shown = call.query.get("filter") === "all" ? found : found.filter(isLatest);
    return countedPage(call, "check_runs", { items: shown, render: (one) => check(call.hub, repository, one) });
}
async function createStatus(call) {
    const repository = repositoryOf(call);
    const description = optionalText(call, "description");
    if ((description ?? "").length > LONGEST_DESCRIPTION)
        throw invalid("Status", "description", "is too long (maximum is 140 characters)");
    const state = call_text(call, "state");
    if (!["error", "failure", "pending", "success"].includes(state))
        throw invalid("Status", "state", `${state} is no state`);
    const one = {
        id: call.hub.newId(),
        sha: await commitOr422(call.hub.bare(repository), param(call, "sha")),
        state,
        context: optionalText(call, "context") ?? "default",
        description,
        targetUrl: optionalText(call, "target_url"),
        author: viewerOf(call).login,
        createdAt: call.hub.now(),
    };
    repository.statuses.push(one);
    return { status: 201, body: records_status(call.hub, repository, one) };
}
async function combinedStatus(call) {
    const repository = repositoryOf(call);
    const all = await statusesOf(call, repository);
    const latest = all.filter((one) => all.find((other) => other.context === one.context) === one);
    const states = new Set(latest.map((one) => (one.state === "error" ? "failure" : one.state)));
    const state = states.has("failure") ? "failure" : states.size === 1 && states.has("success") ? "success" : "pending";
    const sha = await commitOr422(call.hub.bare(repository), param(call, "ref"));
    const url = repositoryUrl(call.hub, repository);
    const body = {
        state,
        statuses: latest.map((one) => records_status(call.hub, repository, one)),
        sha,
        total_count: latest.length,
        repository: minimalRepository(call.hub, repository),
        commit_url: `${url}/commits/${sha}`,
        url: `${url}/commits/${sha}/status`,
    };
    return { status: 200, body };
}
/** Newest first. */
async function statusesOf(call, repository) {
    const sha = await commitOr422(call.hub.bare(repository), param(call, "ref"));
    return repository.statuses.filter((one) => one.sha === sha).toReversed();
}
function checkOf(call, repository) {
    const id = idParam(call, "check_run_id");
    const one = repository.checks.find((candidate) => candidate.id === id);
    if (one === undefined)
        throw notFound();
    return one;
}
function appOf(call) {
    return viewerOf(call).login.replace("[bot]", "");
}

;// CONCATENATED MODULE: ./build/standin/routes/deployments.js






const STATES = ["error", "failure", "inactive", "in_progress", "queued", "pending", "success"];
const deployments_LONGEST_DESCRIPTION = 140;
const deployments_READ = ["deployments=read"];
const WRITE = ["deployments=write"];
const deploymentRoutes = [
    route("GET /repos/:/deployments", deployments_READ, (call) => {
        const repository = repositoryOf(call);
        const wanted = ["sha", "ref", "task", "environment"].map((field) => [field, call.query.get(field)]);
        const found = repository.deployments.filter((one) => wanted.every(([field, value]) => value === null || value === "none" || one[field] === value));
        return page(call, found.toReversed(), (one) => deployment(call.hub, repository, one));
    }),
    route("POST /repos/:/deployments", WRITE, createDeployment),
    route("GET /repos/:/deployments/{deployment_id}/statuses", deployments_READ, (call) => {
        const repository = repositoryOf(call);
        const of = deploymentOf(call, repository);
        return page(call, of.statuses.toReversed(), (one) => deploymentStatus(call.hub, { repository, deployment: of }, one));
    }),
    route("POST /repos/:/deployments/{deployment_id}/statuses", WRITE, deployments_createStatus),
    route("GET /repos/:/deployments/{deployment_id}", deployments_READ, (call) => {
        const repository = repositoryOf(call);
        return { status: 200, body: deployment(call.hub, repository, deploymentOf(call, repository)) };
    }),
    route("DELETE /repos/:/deployments/{deployment_id}", WRITE, (call) => {
        const repository = repositoryOf(call);
        const one = deploymentOf(call, repository);
        const active = !["inactive", undefined].includes(one.statuses.at(-1)?.state);
        if (active && repository.deployments.length > 1)
            throw new Refusal(422, "We cannot delete an active deployment unless it is the only deployment in a given environment.");
        repository.deployments = repository.deployments.filter((other) => other !== one);
        return { status: 204 };
    }),
    route("GET /repos/:/environments", ["actions=read"], (call) => {
        const repository = repositoryOf(call);
        return countedPage(call, "environments", {
            items: repository.environments,
            render: (one) => environment(call, repository, one),
        });
    }),
    route("GET /repos/:/environments/{environment_name}", ["actions=read"], (call) => {
        const repository = repositoryOf(call);
        const one = repository.environments.find((candidate) => candidate.name === param(call, "environment_name"));
        if (one === undefined)
            throw notFound();
        return { status: 200, body: environment(call, repository, one) };
    }),
    route("PUT /repos/:/environments/{environment_name}", ["administration=write"], (call) => {
        const repository = repositoryOf(call);
        return {
            status: 200,
            body: environment(call, repository, environmentNamed(call, repository, param(call, "environment_name"))),
        };
    }),
];
async function createDeployment(call) {
    const repository = repositoryOf(call);
    const ref = call_text(call, "ref");
    const bare = call.hub.bare(repository);
    const sha = (await bare.branch(ref)) ?? (await bare.resolve(ref));
    if (sha === null)
        throw new Refusal(422, `No ref found for: ${ref}`);
    await refuseRed(call, repository, sha);
    const name = optionalText(call, "environment") ?? "production";
    environmentNamed(call, repository, name);
    const now = call.hub.now();
    const one = {
        id: call.hub.newId(),
        sha,
        ref,
        task: optionalText(call, "task") ?? "deploy",
        environment: name,
        description: optionalText(call, "description"),
        payload: (call.body["payload"] ?? {}),
        production: flag(call, "production_environment", name === "production"),
        transient: flag(call, "transient_environment", false),
        author: viewerOf(call).login,
        createdAt: now,
        updatedAt: now,
        statuses: [],
    };
    repository.deployments.push(one);
    return { status: 201, body: deployment(call.hub, repository, one) };
}
/** By default every status and check of the commit must be green, and an outdated ref is merged first: nobody wants either here. */
async function refuseRed(call, repository, sha) {
    const contexts = call.body["required_contexts"];
    const named = Array.isArray(contexts) ? contexts.map(String) : null;
    const seen = [
        ...repository.statuses
            .filter((one) => one.sha === sha)
            .map((one) => ({ name: one.context, good: one.state === "success" })),
        ...repository.checks
            .filter((one) => one.headSha === sha)
            .map((one) => ({ name: one.name, good: one.conclusion === "success" })),
    ];
    const red = seen.filter((one) => !one.good && (named === null || named.includes(one.name)));
    if (red.length > 0)
        throw new Refusal(409, "Conflict: Commit status checks failed for this ref.", { errors: [] });
    if (!flag(call, "auto_merge", true))
        return;
    const bare = call.hub.bare(repository);
    const tip = await bare.branch(repository.defaultBranch);
    if (tip !== null && !(await bare.isAncestor(tip, sha))) {
        throw new Refusal(409, `Conflict merging ${repository.defaultBranch} into ${call_text(call, "ref")}.`);
    }
}
function deployments_createStatus(call) {
    const repository = repositoryOf(call);
    const of = deploymentOf(call, repository);
    const state = call_text(call, "state");
    if (!STATES.includes(state))
        throw invalid("DeploymentStatus", "state", `${state} is not included in the list`);
    const description = optionalText(call, "description") ?? "";
    if (description.length > deployments_LONGEST_DESCRIPTION)
        throw invalid("DeploymentStatus", "description", "is too long (maximum is 140 characters)");
    const one = newStatus(call, { state, description, environmentUrl: optionalText(call, "environment_url") ?? "" });
    of.statuses.push(one);
    of.updatedAt = one.createdAt;
    if (state === "success" && flag(call, "auto_inactive", true))
        retireEarlier(call, repository, of);
    return { status: 201, body: deploymentStatus(call.hub, { repository, deployment: of }, one) };
}
/** `auto_inactive`: earlier successes of the same environment end, except in production and in transient ones. */
function retireEarlier(call, repository, successor) {
    for (const earlier of repository.deployments) {
        const retires = earlier.id < successor.id &&
            earlier.environment === successor.environment &&
            !earlier.production &&
            !earlier.transient &&
            earlier.statuses.at(-1)?.state === "success";
        if (retires)
            earlier.statuses.push(newStatus(call, { state: "inactive", description: "", environmentUrl: "" }));
    }
}
function newStatus(call, given) {
    const logUrl = optionalText(call, "log_url") ?? optionalText(call, "target_url") ?? "";
    return { ...given, id: call.hub.newId(), logUrl, author: viewerOf(call).login, createdAt: call.hub.now() };
}
function deploymentOf(call, repository) {
    const id = idParam(call, "deployment_id");
    const one = repository.deployments.find((candidate) => candidate.id === id);
    if (one === undefined)
        throw notFound();
    return one;
}
function environmentNamed(call, repository, name) {
    const known = repository.environments.find((one) => one.name === name);
    if (known !== undefined)
        return known;
    const now = call.hub.now();
    const one = { id: call.hub.newId(), name, reviewers: [], createdAt: now, updatedAt: now };
    repository.environments.push(one);
    return one;
}
function protectionRules({ hub }, { id, reviewers = [] }) {
    if (reviewers.length === 0)
        return [];
    const people = reviewers.map((login) => ({ type: "User", reviewer: simpleUser(hub, login) }));
    const node = nodeId("GateType", id ?? 0);
    return [{ id, node_id: node, type: "required_reviewers", prevent_self_review: false, reviewers: people }];
}
function environment(call, repository, one) {
    const name = encodeURIComponent(one.name);
    return {
        id: one.id,
        node_id: nodeId("Environment", one.id),
        name: one.name,
        url: `${repositoryUrl(call.hub, repository)}/environments/${name}`,
        html_url: `${repositoryPage(call.hub, repository)}/deployments/activity_log?environments_filter=${name}`,
        created_at: one.createdAt,
        updated_at: one.updatedAt,
        protection_rules: protectionRules(call, one),
        deployment_branch_policy: null,
    };
}

;// CONCATENATED MODULE: ./build/standin/trees.js
/** A tree like `base` (nothing when null) with entries set or, where null, taken away; an entry reads `100644 blob <sha>`. */
async function treeWith(bare, base, changes) {
    const flat = new Map();
    if (base !== null)
        for (const line of await flatTree(bare, base))
            flat.set(line.path, line.text);
    for (const [path, entry] of changes) {
        if (entry === null)
            flat.delete(path);
        else
            flat.set(path, entry);
    }
    return writeTree(bare, flat);
}
async function flatTree(bare, tree) {
    const out = await bare.git(["ls-tree", "-r", "-z", "--full-tree", tree]);
    return out.split("\0").flatMap((line) => {
        const at = line.indexOf("\t");
        return at < 0 ? [] : [{ path: line.slice(at + 1), text: line.slice(0, at) }];
    });
}
/** Trees are made from the leaves up: `git mktree` knows one level only. */
async function writeTree(bare, flat) {
    const here = [];
    const below = new Map();
    for (const [path, line] of flat) {
        const at = path.indexOf("/");
        if (at < 0) {
            here.push(`${line}\t${path}`);
            continue;
        }
        const folder = below.get(path.slice(0, at)) ?? new Map();
        below.set(path.slice(0, at), folder.set(path.slice(at + 1), line));
    }
    for (const [name, inner] of below)
        here.push(`040000 tree ${await writeTree(bare, inner)}\t${name}`);
    return bare.git(["mktree", "-z"], { input: here.map((line) => `${line}\0`).join("") });
}

;// CONCATENATED MODULE: ./build/standin/routes/git-data.js








const git_data_READ = ["contents=read"];
const git_data_WRITE = ["contents=write"];
/** GitHub's Git database API: refs, tags, commits, trees and blobs, straight from the repository. */
const gitDataRoutes = [
    route("GET /repos/:/git/ref/{ref}", git_data_READ, async (call) => {
        const { repository, bare } = subject(call);
        const ref = `refs/${param(call, "ref")}`;
        const sha = (await bare.refs(ref)).get(ref);
        if (sha === undefined)
            throw notFound();
        return { status: 200, body: await gitRef(call, repository, { ref, sha }) };
    }),
    route("GET /repos/:/git/matching-refs/{ref}", git_data_READ, async (call) => {
        const { repository, bare } = subject(call);
        const found = [...(await bare.refs())].filter(([ref]) => ref.startsWith(`refs/${param(call, "ref")}`));
        return { status: 200, body: await Promise.all(found.map(([ref, sha]) => gitRef(call, repository, { ref, sha }))) };
    }),
    route("POST /repos/:/git/refs", git_data_WRITE, async (call) => {
        const { repository, bare } = subject(call);
        const [ref, sha] = [call_text(call, "ref"), call_text(call, "sha")];
        if (!/^refs\/[^/]+\/./.test(ref))
            throw new Refusal(422, `${ref} is not a valid ref name`);
        if ((await bare.type(sha)) === null)
            throw new Refusal(422, "Object does not exist");
        if ((await bare.refs(ref)).has(ref))
            throw new Refusal(422, "Reference already exists");
        await bare.setRef(ref, sha);
        await git_data_tell(call, repository, { ref, before: null, after: sha });
        return { status: 201, body: await gitRef(call, repository, { ref, sha }) };
    }),
    route("PATCH /repos/:/git/refs/{ref}", git_data_WRITE, moveRef),
    route("DELETE /repos/:/git/refs/{ref}", git_data_WRITE, async (call) => {
        const { repository, bare } = subject(call);
        const ref = `refs/${param(call, "ref")}`;
        const before = (await bare.refs(ref)).get(ref);
        if (before === undefined)
            throw new Refusal(422, "Reference does not exist");
        await bare.deleteRef(ref);
        await git_data_tell(call, repository, { ref, before, after: null });
        return { status: 204 };
    }),
    route("POST /repos/:/git/tags", git_data_WRITE, createTag),
    route("GET /repos/:/git/tags/{tag_sha}", git_data_READ, async (call) => {
        const { repository, bare } = subject(call);
        if ((await bare.type(param(call, "tag_sha"))) !== "tag")
            throw notFound();
        return { status: 200, body: await gitTag(call, repository, param(call, "tag_sha")) };
    }),
    route("POST /repos/:/git/commits", git_data_WRITE, createCommit),
    route("GET /repos/:/git/commits/{commit_sha}", git_data_READ, async (call) => {
        const { repository, bare } = subject(call);
        if ((await bare.type(param(call, "commit_sha"))) !== "commit")
            throw notFound();
        return { status: 200, body: await gitCommit(call.hub, repository, param(call, "commit_sha")) };
    }),
    route("POST /repos/:/git/trees", git_data_WRITE, createTree),
    route("GET /repos/:/git/trees/{tree_sha}", git_data_READ, async (call) => {
        const { repository, bare } = subject(call);
        const sha = await bare.resolve(param(call, "tree_sha"), "tree");
        if (sha === null)
            throw notFound();
        return { status: 200, body: await gitTree(call, repository, { sha, deep: call.query.has("recursive") }) };
    }),
    route("POST /repos/:/git/blobs", git_data_WRITE, async (call) => {
        const { repository, bare } = subject(call);
        const encoding = optionalText(call, "encoding") === "base64" ? "base64" : "utf8";
        const sha = await bare.writeBlob(Buffer.from(call_text(call, "content"), encoding));
        return { status: 201, body: { sha, url: `${repositoryUrl(call.hub, repository)}/git/blobs/${sha}` } };
    }),
    route("GET /repos/:/git/blobs/{file_sha}", git_data_READ, async (call) => {
        const { repository, bare } = subject(call);
        const sha = param(call, "file_sha");
        if ((await bare.type(sha)) !== "blob")
            throw notFound();
        const bytes = await bare.bytes(["cat-file", "blob", sha]);
        const url = `${repositoryUrl(call.hub, repository)}/git/blobs/${sha}`;
        const content = Buffer.from(bytes).toString("base64");
        return {
            status: 200,
            body: { sha, node_id: nodeId("Blob", sha), size: bytes.length, url, content, encoding: "base64" },
        };
    }),
];
async function moveRef(call) {
    const { repository, bare } = subject(call);
    const ref = `refs/${param(call, "ref")}`;
    const sha = call_text(call, "sha");
    const before = (await bare.refs(ref)).get(ref);
    if (before === undefined)
        throw new Refusal(422, "Reference does not exist");
    if ((await bare.type(sha)) === null)
        throw new Refusal(422, "Object does not exist");
    if (!flag(call, "force", false) && !(await bare.isAncestor(before, sha))) {
        throw new Refusal(422, "Update is not a fast forward");
    }
    await bare.setRef(ref, sha);
    await git_data_tell(call, repository, { ref, before, after: sha });
    return { status: 200, body: await gitRef(call, repository, { ref, sha }) };
}
async function createTag(call) {
    const { repository, bare } = subject(call);
    const tagger = person(call, "tagger");
    const seconds = Math.floor((Date.parse(tagger.date ?? call.hub.now()) || 0) / 1000);
    const content = [
        `object ${call_text(call, "object")}`,
        `type ${call_text(call, "type")}`,
        `tag ${call_text(call, "tag")}`,
        `tagger ${tagger.name} <${tagger.email}> ${seconds} +0000`,
        "",
        call_text(call, "message"),
    ].join("\n");
    const sha = await bare.tryGit(["mktag"], { input: content.endsWith("\n") ? content : `${content}\n` });
    if (sha === null)
        throw new Refusal(422, "Object does not exist");
    return { status: 201, body: await gitTag(call, repository, sha) };
}
async function createCommit(call) {
    const { repository, bare } = subject(call);
    const parents = Array.isArray(call.body["parents"]) ? call.body["parents"].map(String) : [];
    const tree = await bare.resolve(call_text(call, "tree"), "tree");
    if (tree === null)
        throw new Refusal(422, "Tree SHA does not exist");
    const sha = await bare.commitTree(tree, { parents, message: call_text(call, "message"), as: person(call, "author") });
    return { status: 201, body: await gitCommit(call.hub, repository, sha) };
}
async function createTree(call) {
    const { repository, bare } = subject(call);
    const entries = (call.body["tree"] ?? []);
    const base = optionalText(call, "base_tree");
    const changes = new Map();
    for (const entry of entries) {
        const sha = entry.sha === undefined ? await bare.writeBlob(Buffer.from(entry.content ?? "")) : entry.sha;
        changes.set(entry.path, sha === null ? null : `${entry.mode} ${entry.type} ${sha}`);
    }
    const sha = await treeWith(bare, base, changes);
    return { status: 201, body: await gitTree(call, repository, { sha, deep: false }) };
}
async function gitRef(call, repository, at) {
    const url = repositoryUrl(call.hub, repository);
    const type = (await call.hub.bare(repository).type(at.sha)) ?? "commit";
    return {
        ref: at.ref,
        node_id: nodeId("Ref", at.ref),
        url: `${url}/git/${at.ref}`,
        object: { sha: at.sha, type, url: `${url}/git/${type}s/${at.sha}` },
    };
}
async function gitTag(call, repository, sha) {
    const content = await call.hub.bare(repository).git(["cat-file", "tag", sha]);
    const [head = "", ...message] = content.split("\n\n");
    const field = (name) => new RegExp(`^${name} (.*)$`, "m").exec(head)?.[1] ?? "";
    const tagger = /^(.*) <(.*)> (\d+)/.exec(field("tagger"));
    const url = repositoryUrl(call.hub, repository);
    return {
        sha,
        node_id: nodeId("Tag", sha),
        url: `${url}/git/tags/${sha}`,
        tag: field("tag"),
        message: message.join("\n\n"),
        tagger: {
            name: tagger?.[1] ?? "",
            email: tagger?.[2] ?? "",
            date: new Date(Number(tagger?.[3] ?? 0) * 1000).toISOString().replace(".000Z", "Z"),
        },
        object: { sha: field("object"), type: field("type"), url: `${url}/git/${field("type")}s/${field("object")}` },
        verification: { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null },
    };
}
async function gitTree(call, repository, at) {
    const url = `${repositoryUrl(call.hub, repository)}/git`;
    const out = await call.hub
        .bare(repository)
        .git(["ls-tree", "-l", "-z", "--full-tree", ...(at.deep ? ["-r", "-t"] : []), at.sha]);
    const tree = out.split("\0").flatMap((line) => {
        const [, mode, type, sha, size, path] = /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/s.exec(line) ?? [];
        if (path === undefined)
            return [];
        return [{ path, mode, type, sha, ...(size === "-" ? {} : { size: Number(size) }), url: `${url}/${type}s/${sha}` }];
    });
    return { sha: at.sha, url: `${url}/trees/${at.sha}`, tree, truncated: false };
}
/** Author, committer or tagger of the request; the asker when it names none. */
function person(call, field) {
    const given = call.body[field];
    const self = personOf(call.hub, viewerOf(call).login);
    return { name: given?.name ?? self.name, email: given?.email ?? self.email, date: given?.date ?? call.hub.now() };
}
function git_data_tell(call, repository, change) {
    const startsWorkflows = call.token?.kind !== "actions";
    return refsChanged(call.hub, { repository, sender: viewerOf(call).login, startsWorkflows }, [change]);
}
function subject(call) {
    const repository = repositoryOf(call);
    return { repository, bare: call.hub.bare(repository) };
}

;// CONCATENATED MODULE: ./build/standin/graphql.js


/** An entry of GraphQL's `errors`; it comes with the status 200. */
class GraphqlError extends Error {
    type;
    constructor(type, message) {
        super(message);
        this.type = type;
    }
}
/** What a field's work comes to, or the entry of `errors` that it throws, as GitHub answers both. */
async function answerField(field, work) {
    try {
        return { status: 200, body: { data: { [field]: await work() } } };
    }
    catch (error) {
        if (!(error instanceof GraphqlError))
            throw error;
        const { type, message } = error;
        const errors = [{ type, path: [field], locations: [{ line: 2, column: 2 }], message }];
        return { status: 200, body: { data: { [field]: null }, errors } };
    }
}
/** GitHub's answer to a variable that is not what its type says. */
function invalidVariable(name, type) {
    const message = `Variable $${name} of type ${type} was provided invalid value`;
    return { status: 200, body: { errors: [{ message }] } };
}
function seenRepository(call, name) {
    const repository = Object.values(call.state.repositories).find((each) => fullName(each).toLowerCase() === name.toLowerCase());
    if (repository === undefined || !maySee(call.state, call.token, repository)) {
        throw new GraphqlError("NOT_FOUND", `Could not resolve to a Repository with the name '${name}'.`);
    }
    return repository;
}
/** Throws GitHub's refusal where the token may not. */
function admitTo(call, repository, need) {
    if (meets(call.token, repository, need))
        return;
    const by = call.token?.kind === "personal" ? "personal access token" : "integration";
    throw new GraphqlError("FORBIDDEN", `Resource not accessible by ${by}`);
}

;// CONCATENATED MODULE: ./build/standin/routes/commit-on-branch.js






/** The mutation `createCommitOnBranch`, with the fields of the commit that were asked for. */
function commitByGraphql(call, { input, fields }) {
    if (!isInput(input))
        return invalidVariable("input", "CreateCommitOnBranchInput!");
    return answerField("createCommitOnBranch", async () => {
        const repository = seenRepository(call, input.branch.repositoryNameWithOwner);
        admitTo(call, repository, "contents=write");
        const oid = await commitOnBranch(call, repository, input);
        const commit = { oid, url: `${repositoryPage(call.hub, repository)}/commit/${oid}` };
        return { commit: Object.fromEntries(fields.map((field) => [field, commit[field]])) };
    });
}
function isInput(value) {
    const { branch, expectedHeadOid, message } = (value ?? {});
    return [branch?.repositoryNameWithOwner, branch?.branchName, expectedHeadOid, message?.headline].every((each) => typeof each === "string");
}
/** One commit on the tip that the caller has seen, by the token's login; the push that it is gets told. */
async function commitOnBranch(call, repository, input) {
    const bare = call.hub.bare(repository);
    const ref = `refs/heads/${input.branch.branchName}`;
    const tip = await bare.branch(input.branch.branchName);
    if (tip === null)
        throw new GraphqlError("NOT_FOUND", `Could not resolve to a Ref with the name '${ref}'.`);
    if (tip !== input.expectedHeadOid) {
        const message = `Expected branch to point to "${input.expectedHeadOid}" but it did not.  Pull and try again.`;
        throw new GraphqlError("STALE_DATA", message);
    }
    const sender = viewerOf(call).login;
    const { headline, body } = input.message;
    const sha = await bare.commitTree(await treeWith(bare, tip, await changesOf(call, repository, input)), {
        parents: [tip],
        message: (body ?? "") === "" ? `${headline}\n` : `${headline}\n\n${body}\n`,
        as: personOf(call.hub, sender),
    });
    await bare.setRef(ref, sha);
    const startsWorkflows = call.token?.kind !== "actions";
    await refsChanged(call.hub, { repository, sender, startsWorkflows }, [{ ref, before: tip, after: sha }]);
    return sha;
}
/** Entries of the tree by path. The mutation knows no modes: all that it writes are plain files. */
async function changesOf(call, repository, { fileChanges, expectedHeadOid }) {
    const bare = call.hub.bare(repository);
    const changes = new Map();
    for (const { path } of fileChanges?.deletions ?? []) {
        if ((await bare.tryGit(["cat-file", "-e", `${expectedHeadOid}:${path}`])) === null) {
            const message = `A path was requested for deletion which does not exist as of commit oid \`${expectedHeadOid}\``;
            throw new GraphqlError("NOT_FOUND", message);
        }
        changes.set(path, null);
    }
    for (const { path, contents } of fileChanges?.additions ?? []) {
        changes.set(path, `100644 blob ${await bare.writeBlob(Buffer.from(contents, "base64"))}`);
    }
    return changes;
}

;// CONCATENATED MODULE: ./build/standin/routes/pinned-issues.js



const ASKED = /^query ?\(\$owner: ?String!, ?\$name: ?String!, ?\$number: ?Int!\) ?\{ ?repository\(owner: ?\$owner, ?name: ?\$name\) ?\{ ?issue\(number: ?\$number\) ?\{ ?id isPinned ?\} ?\} ?\}$/;
const PINS = /^mutation ?\(\$input: ?PinIssueInput!\) ?\{ ?pinIssue\(input: ?\$input\) ?\{ ?issue ?\{ ?isPinned ?\} ?\} ?\}$/;
/** An issue's id and whether it is pinned, and the mutation that pins it; null for what is neither. */
function pinsByGraphql(call, query) {
    const variables = (call.body["variables"] ?? {});
    if (ASKED.test(query))
        return asked(call, variables);
    return PINS.test(query) ? pinned(call, variables["input"]) : null;
}
function asked(call, { owner, name, number }) {
    if (typeof number !== "number")
        return invalidVariable("number", "Int!");
    if (typeof owner !== "string")
        return invalidVariable("owner", "String!");
    if (typeof name !== "string")
        return invalidVariable("name", "String!");
    return answerField("repository", () => {
        const repository = seenRepository(call, `${owner}/${name}`);
        const issue = repository.issues.find((each) => each.number === number);
        if (issue !== undefined)
            return { issue: { id: nodeId("Issue", issue.id), isPinned: issue.pinned } };
        throw new GraphqlError("NOT_FOUND", `Could not resolve to an Issue with the number of ${number}.`);
    });
}
function pinned(call, input) {
    const { issueId } = (input ?? {});
    if (typeof issueId !== "string")
        return invalidVariable("input", "PinIssueInput!");
    return answerField("pinIssue", () => {
        for (const repository of Object.values(call.state.repositories)) {
            const issue = repository.issues.find(({ id }) => nodeId("Issue", id) === issueId);
            if (issue === undefined)
                continue;
            admitTo(call, repository, "issues=write");
            const refusal = pinIssue(repository, issue);
            if (refusal !== null)
                throw new GraphqlError("UNPROCESSABLE", refusal);
            return { issue: { isPinned: true } };
        }
        throw new GraphqlError("NOT_FOUND", `Could not resolve to a node with the global id of '${issueId}'`);
    });
}

;// CONCATENATED MODULE: ./build/standin/routes/graphql.js



/** GraphQL is served for what REST lacks: who a token that has no user of its own acts as, a commit on a branch, pinned issues. */
const graphqlRoutes = [
    route("POST /graphql", [], (call) => {
        const query = call_text(call, "query").replace(/\s+/g, " ").trim();
        if (/^(query )?\{ ?viewer \{ ?login ?\} ?\}$/.test(query)) {
            return { status: 200, body: { data: { viewer: { login: viewerOf(call).login } } } };
        }
        return committed(call, query) ?? pinsByGraphql(call, query) ?? notServed(query);
    }),
];
const COMMIT = /^mutation ?\w* ?\(\$input: ?CreateCommitOnBranchInput!\) ?\{ ?createCommitOnBranch ?\(input: ?\$input\) ?\{ ?commit ?\{ ?([\w ]+?) ?\} ?\} ?\}$/;
function committed(call, query) {
    const fields = COMMIT.exec(query)?.[1];
    if (fields === undefined)
        return null;
    const { input } = (call.body["variables"] ?? {});
    return commitByGraphql(call, { input, fields: fields.split(" ") });
}
function notServed(query) {
    return {
        status: 200,
        body: { errors: [{ type: "NOT_SERVED", message: `the stand-in does not serve: ${query}` }] },
    };
}

;// CONCATENATED MODULE: ./build/standin/routes/issues.js







const CONTENTS = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"];
const issues_READ = ["issues=read", "pull_requests=read"];
const issues_WRITE = ["issues=write", "pull_requests=write"];
const issueRoutes = [
    route("GET /repos/:/issues", ["issues=read"], (call) => {
        const repository = repositoryOf(call);
        return page(call, listed(call, repository), (one) => issue(call.hub, repository, one));
    }),
    route("POST /repos/:/issues", ["issues=write"], (call) => {
        const repository = repositoryOf(call);
        const order = { title: call_text(call, "title"), body: optionalText(call, "body"), author: viewerOf(call).login };
        const body = issue(call.hub, repository, openIssue(call.hub, repository, order));
        return { status: 201, body, headers: { location: String(body["url"]) } };
    }),
    route("GET /repos/:/issues/{issue_number}", ["issues=read"], (call) => {
        const repository = repositoryOf(call);
        return {
            status: 200,
            body: issue(call.hub, repository, issueOrPullOf(repository, idParam(call, "issue_number"))),
        };
    }),
    route("PATCH /repos/:/issues/{issue_number}", ["issues=write"], (call) => {
        const repository = repositoryOf(call);
        const one = issueOf(repository, idParam(call, "issue_number"));
        const state = optionalText(call, "state");
        changeIssue(call.hub, one, {
            ...("title" in call.body ? { title: call_text(call, "title") } : {}),
            ...("body" in call.body ? { body: optionalText(call, "body") } : {}),
            ...(state === "open" || state === "closed" ? { state, stateReason: optionalText(call, "state_reason") } : {}),
        });
        return { status: 200, body: issue(call.hub, repository, one) };
    }),
    route("GET /repos/:/issues/{issue_number}/comments", issues_READ, (call) => {
        const repository = repositoryOf(call);
        const { number } = issueOrPullOf(repository, idParam(call, "issue_number"));
        const since = call.query.get("since");
        const found = repository.comments.filter((one) => one.issue === number && (since === null || one.updatedAt >= since));
        return page(call, found, (one) => comment(call.hub, repository, one));
    }),
    route("POST /repos/:/issues/{issue_number}/comments", issues_WRITE, (call) => {
        const repository = repositoryOf(call);
        const one = addComment(call.hub, repository, {
            issue: idParam(call, "issue_number"),
            author: viewerOf(call).login,
            body: call_text(call, "body"),
            byWorkflow: call.token?.kind === "actions",
        });
        const body = comment(call.hub, repository, one);
        return { status: 201, body, headers: { location: String(body["url"]) } };
    }),
    route("GET /repos/:/issues/comments/{comment_id}/reactions", issues_READ, (call) => {
        const repository = repositoryOf(call);
        const { id } = commentOf(call, repository);
        const found = repository.reactions.filter((one) => one.comment === id);
        return page(call, found, (one) => reaction(call.hub, one));
    }),
    route("POST /repos/:/issues/comments/{comment_id}/reactions", issues_WRITE, react),
    route("DELETE /repos/:/issues/comments/{comment_id}/reactions/{reaction_id}", issues_WRITE, (call) => {
        const repository = repositoryOf(call);
        const id = idParam(call, "reaction_id");
        if (!repository.reactions.some((one) => one.id === id))
            throw notFound();
        repository.reactions = repository.reactions.filter((one) => one.id !== id);
        return { status: 204 };
    }),
    route("GET /repos/:/issues/comments/{comment_id}", issues_READ, (call) => {
        const repository = repositoryOf(call);
        return { status: 200, body: comment(call.hub, repository, commentOf(call, repository)) };
    }),
    route("PATCH /repos/:/issues/comments/{comment_id}", issues_WRITE, (call) => {
        const repository = repositoryOf(call);
        const one = commentOf(call, repository);
        one.body = commentBody(call_text(call, "body"));
        one.updatedAt = call.hub.now();
        return { status: 200, body: comment(call.hub, repository, one) };
    }),
    route("DELETE /repos/:/issues/comments/{comment_id}", issues_WRITE, (call) => {
        const repository = repositoryOf(call);
        const { id } = commentOf(call, repository);
        repository.comments = repository.comments.filter((one) => one.id !== id);
        return { status: 204 };
    }),
];
/** Issues and pulls in one list, by GitHub's defaults: the open ones, the newest first. */
function listed(call, { issues, pulls }) {
    const { query } = call;
    const [state, creator] = [query.get("state") ?? "open", query.get("creator")];
    const found = [...issues, ...pulls]
        .filter((one) => state === "all" || one.state === state)
        .filter((one) => creator === null || one.author === creator)
        .toSorted((a, b) => a.number - b.number);
    return query.get("direction") === "asc" ? found : found.toReversed();
}
function react(call) {
    const repository = repositoryOf(call);
    const { id } = commentOf(call, repository);
    const content = call_text(call, "content");
    if (!CONTENTS.includes(content))
        throw invalid("Reaction", "content", `${content} is not a reaction`);
    const author = viewerOf(call).login;
    const existing = repository.reactions.find((one) => one.comment === id && one.author === author && one.content === content);
    if (existing !== undefined)
        return { status: 200, body: reaction(call.hub, existing) };
    const one = { id: call.hub.newId(), comment: id, author, content, createdAt: call.hub.now() };
    repository.reactions.push(one);
    return { status: 201, body: reaction(call.hub, one) };
}
function commentOf(call, repository) {
    const id = idParam(call, "comment_id");
    const one = repository.comments.find((candidate) => candidate.id === id);
    if (one === undefined)
        throw notFound();
    return one;
}

;// CONCATENATED MODULE: ./build/standin/routes/pulls.js







/** GitHub lists no more than these. */
const MOST_FILES = 3000;
const MOST_COMMITS = 250;
const pulls_READ = ["pull_requests=read"];
const pulls_WRITE = ["pull_requests=write"];
const pullRoutes = [
    route("GET /repos/:/pulls", pulls_READ, listPulls),
    route("POST /repos/:/pulls", pulls_WRITE, async (call) => {
        const repository = repositoryOf(call);
        const [owner, branch] = splitHead(call_text(call, "head"));
        const source = owner === null || owner === repository.owner ? repository : forkOf(call, repository, owner);
        const pull = await openPull(call.hub, repository, {
            head: branch,
            headRepository: fullName(source),
            base: call_text(call, "base"),
            title: call_text(call, "title"),
            body: optionalText(call, "body"),
            draft: flag(call, "draft", false),
            author: viewerOf(call).login,
        });
        return { status: 201, body: await whole(call, repository, pull) };
    }),
    route("GET /repos/:/pulls/{pull_number}/files", pulls_READ, async (call) => {
        const { repository, pull } = pulls_subject(call);
        const from = await call.hub.bare(repository).mergeBase(pull.baseSha, pull.headSha);
        const files = await diffEntries(call.hub, repository, { from: from ?? pull.baseSha, to: pull.headSha });
        return page(call, files.slice(0, MOST_FILES), (file) => file);
    }),
    route("GET /repos/:/pulls/{pull_number}/commits", pulls_READ, async (call) => {
        const { repository, pull } = pulls_subject(call);
        const shas = await call.hub.bare(repository).commits([pull.headSha, `^${pull.baseSha}`]);
        return page(call, shas.slice(0, MOST_COMMITS), (sha) => commit(call.hub, repository, sha));
    }),
    route("GET /repos/:/pulls/{pull_number}/merge", pulls_READ, (call) => {
        if (pulls_subject(call).pull.mergedAt === null)
            throw notFound();
        return { status: 204 };
    }),
    route("PUT /repos/:/pulls/{pull_number}/merge", ["contents=write"], merge),
    route("GET /repos/:/pulls/{pull_number}", pulls_READ, async (call) => {
        const { repository, pull } = pulls_subject(call);
        return { status: 200, body: await whole(call, repository, pull) };
    }),
    route("PATCH /repos/:/pulls/{pull_number}", pulls_WRITE, async (call) => {
        const { repository, pull } = pulls_subject(call);
        pull.title = optionalText(call, "title") ?? pull.title;
        pull.body = optionalText(call, "body") ?? pull.body;
        pull.base = optionalText(call, "base") ?? pull.base;
        pull.updatedAt = call.hub.now();
        if (optionalText(call, "state") === "closed" && pull.state === "open") {
            await closePull(call.hub, repository, { pull, sender: viewerOf(call).login });
        }
        return { status: 200, body: await whole(call, repository, pull) };
    }),
    route("GET /repos/:/commits/{commit_sha}/pulls", pulls_READ, pullsOfCommit),
];
function listPulls(call) {
    const repository = repositoryOf(call);
    const state = call.query.get("state") ?? "open";
    const [owner, head] = splitHead(call.query.get("head") ?? "");
    const base = call.query.get("base");
    const fits = (pull) => (state === "all" || pull.state === state) &&
        (base === null || pull.base === base) &&
        (head === "" || pull.head === head) &&
        (owner === null || pull.headRepository?.startsWith(`${owner}/`) === true);
    const found = repository.pulls.filter(fits);
    const ascending = call.query.get("direction") === "asc";
    return page(call, ascending ? found : found.toReversed(), (pull) => simplePull(call.hub, repository, pull));
}
async function merge(call) {
    const { repository, pull } = pulls_subject(call);
    const sha = await mergePull(call.hub, repository, {
        number: pull.number,
        method: (optionalText(call, "merge_method") ?? "merge"),
        sender: viewerOf(call).login,
        sha: optionalText(call, "sha"),
        title: optionalText(call, "commit_title"),
        message: optionalText(call, "commit_message"),
        byWorkflow: call.token?.kind === "actions",
    });
    return { status: 200, body: { sha, merged: true, message: "Pull Request successfully merged" } };
}
/** The merged pull that brought a commit to the base, else the open ones that hold it. */
async function pullsOfCommit(call) {
    const repository = repositoryOf(call);
    const bare = call.hub.bare(repository);
    const sha = await bare.resolve(call.params["commit_sha"] ?? "");
    if (sha === null)
        throw notFound();
    const found = [];
    for (const pull of repository.pulls) {
        const landed = pull.landed.includes(sha);
        const holds = (await bare.isAncestor(sha, pull.headSha)) && !(await bare.isAncestor(sha, pull.baseSha));
        if (landed || holds)
            found.push(pull);
    }
    return page(call, found, (pull) => simplePull(call.hub, repository, pull));
}
function whole(call, repository, pull) {
    return wholePull(call.hub, { state: call.state, repository }, pull);
}
function pulls_subject(call) {
    const repository = repositoryOf(call);
    return { repository, pull: pullOf(repository, idParam(call, "pull_number")) };
}
function splitHead(head) {
    const at = head.indexOf(":");
    return at < 0 ? [null, head] : [head.slice(0, at), head.slice(at + 1)];
}
function forkOf(call, repository, owner) {
    const fork = Object.values(call.state.repositories).find((one) => one.owner === owner && one.parent === fullName(repository));
    if (fork === undefined)
        throw notFound();
    return fork;
}

;// CONCATENATED MODULE: ./build/standin/routes/repository.js









const repository_READ = ["contents=read"];
const MOST_COMPARED_FILES = 300;
const repositoryRoutes = [
    route("GET /user", [], (call) => {
        if (call.token?.kind !== "personal")
            throw new Refusal(403, "Resource not accessible by integration");
        return { status: 200, body: privateUser(call.hub, viewerOf(call).login) };
    }),
    route("GET /users/{username}", [], (call) => {
        const login = param(call, "username");
        if (call.state.users[login] === undefined)
            throw notFound();
        return { status: 200, body: publicUser(call.hub, login) };
    }),
    route("GET /repos/{owner}/{repo}", ["metadata=read"], (call) => {
        const repository = repositoryOf(call);
        return { status: 200, body: wholeRepository(call.hub, repository) };
    }),
    route("GET /repos/:/branches", repository_READ, async (call) => {
        const repository = repositoryOf(call);
        const branches = [...(await call.hub.bare(repository).refs("refs/heads/"))];
        return page(call, branches, ([ref, sha]) => shortBranch(call, repository, { name: ref.slice(11), sha }));
    }),
    route("GET /repos/:/branches/{branch}", repository_READ, async (call) => {
        const repository = repositoryOf(call);
        const name = param(call, "branch");
        const sha = await call.hub.bare(repository).branch(name);
        if (sha === null)
            throw new Refusal(404, "Branch not found");
        return { status: 200, body: await wholeBranch(call, repository, { name, sha }) };
    }),
    route("GET /repos/:/tags", repository_READ, listTags),
    route("GET /repos/:/compare/{basehead}", repository_READ, compare),
    route("GET /repos/:/commits", repository_READ, async (call) => {
        const repository = repositoryOf(call);
        const bare = call.hub.bare(repository);
        const start = await bare.resolve(call.query.get("sha") ?? repository.defaultBranch);
        if (start === null)
            throw notFound();
        return page(call, (await bare.commits([start])).toReversed(), (sha) => commit(call.hub, repository, sha));
    }),
    route("GET /repos/:/commits/{ref}", repository_READ, async (call) => {
        const repository = repositoryOf(call);
        const sha = await call.hub.bare(repository).resolve(param(call, "ref"));
        if (sha === null)
            throw new Refusal(422, `No commit found for SHA: ${param(call, "ref")}`);
        return { status: 200, body: await wholeCommit(call, repository, sha) };
    }),
    route("GET /repos/:/contents/{path}", repository_READ, readContents),
    route("PUT /repos/:/contents/{path}", ["contents=write"], writeContents),
    route("GET /repos/:/collaborators/{username}/permission", ["metadata=read"], permission),
];
function shortBranch(call, repository, at) {
    return {
        name: at.name,
        commit: { sha: at.sha, url: `${repositoryUrl(call.hub, repository)}/commits/${at.sha}` },
        protected: false,
    };
}
async function wholeBranch(call, repository, at) {
    const url = `${repositoryUrl(call.hub, repository)}/branches/${at.name}`;
    // checks are required of the default branch alone here
    const required = at.name === repository.defaultBranch ? repository.requiredChecks : [];
    const isProtected = required.length > 0;
    return {
        name: at.name,
        commit: await commit(call.hub, repository, at.sha),
        _links: { self: url, html: `${repositoryPage(call.hub, repository)}/tree/${at.name}` },
        protected: isProtected,
        protection: {
            enabled: isProtected,
            required_status_checks: {
                enforcement_level: isProtected ? "non_admins" : "off",
                contexts: required,
                checks: required.map((context) => ({ context, app_id: null })),
            },
        },
        protection_url: `${url}/protection`,
    };
}
async function listTags(call) {
    const repository = repositoryOf(call);
    const bare = call.hub.bare(repository);
    const url = repositoryUrl(call.hub, repository);
    const tags = [...(await bare.refs("refs/tags/")).keys()].toReversed();
    return page(call, tags, async (ref) => {
        const name = ref.slice("refs/tags/".length);
        const sha = await bare.resolve(ref);
        return {
            name,
            node_id: nodeId("Ref", ref),
            commit: { sha, url: `${url}/commits/${sha}` },
            zipball_url: `${url}/zipball/${ref}`,
            tarball_url: `${url}/tarball/${ref}`,
        };
    });
}
async function wholeCommit(call, repository, sha) {
    const { parents } = await call.hub.bare(repository).commit(sha);
    const from = parents[0] ?? "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
    const files = await diffEntries(call.hub, repository, { from, to: sha });
    const sum = (field) => files.reduce((total, file) => total + Number(file[field]), 0);
    const [additions, deletions] = [sum("additions"), sum("deletions")];
    return {
        ...(await commit(call.hub, repository, sha)),
        stats: { additions, deletions, total: additions + deletions },
        files,
    };
}
/** `base...head`: what head brought since the two parted. */
async function compare(call) {
    const repository = repositoryOf(call);
    const bare = call.hub.bare(repository);
    const [from = "", to = ""] = param(call, "basehead").split("...");
    const [base, head] = [await bare.resolve(from), await bare.resolve(to)];
    if (base === null || head === null)
        throw notFound();
    const common = await bare.mergeBase(base, head);
    if (common === null)
        throw new Refusal(404, `No common ancestor between ${from} and ${to}.`);
    const ahead = await bare.commits([head, `^${base}`]);
    const behind = await bare.commits([base, `^${head}`]);
    const url = `${repositoryUrl(call.hub, repository)}/compare/${from}...${to}`;
    const html = `${repositoryPage(call.hub, repository)}/compare/${from}...${to}`;
    const files = await diffEntries(call.hub, repository, { from: common, to: head });
    const body = {
        url,
        html_url: html,
        permalink_url: `${repositoryPage(call.hub, repository)}/compare/${base}...${head}`,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        base_commit: await commit(call.hub, repository, base),
        merge_base_commit: await commit(call.hub, repository, common),
        status: comparison(ahead.length, behind.length),
        ahead_by: ahead.length,
        behind_by: behind.length,
        total_commits: ahead.length,
        commits: await Promise.all(ahead.map((sha) => commit(call.hub, repository, sha))),
        files: files.slice(0, MOST_COMPARED_FILES),
    };
    return { status: 200, body };
}
function comparison(ahead, behind) {
    if (ahead > 0 && behind > 0)
        return "diverged";
    if (ahead > 0)
        return "ahead";
    return behind > 0 ? "behind" : "identical";
}
async function readContents(call) {
    const repository = repositoryOf(call);
    const bare = call.hub.bare(repository);
    const ref = call.query.get("ref") ?? repository.defaultBranch;
    const path = param(call, "path");
    const commitSha = await bare.resolve(ref);
    if (commitSha === null)
        throw new Refusal(404, `No commit found for the ref ${ref}`);
    const kind = await bare.tryGit(["cat-file", "-t", `${commitSha}:${path}`]);
    if (kind === null)
        throw notFound();
    if (kind === "tree")
        return { status: 200, body: await listFolder(call, repository, { commitSha, path, ref }) };
    const bytes = await bare.bytes(["cat-file", "blob", `${commitSha}:${path}`]);
    const sha = await bare.git(["rev-parse", `${commitSha}:${path}`]);
    const content = Buffer.from(bytes).toString("base64");
    return {
        status: 200,
        body: { ...contentFile(call, repository, { path, sha, size: bytes.length, ref }), content, encoding: "base64" },
    };
}
async function listFolder(call, repository, at) {
    const out = await call.hub.bare(repository).git(["ls-tree", "-l", "-z", `${at.commitSha}:${at.path}`]);
    return out.split("\0").flatMap((line) => {
        const [, , type, sha = "", size, name] = /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/s.exec(line) ?? [];
        if (name === undefined)
            return [];
        const file = contentFile(call, repository, {
            path: `${at.path}/${name}`,
            sha,
            size: Number(size) || 0,
            ref: at.ref,
        });
        return [type === "tree" ? { ...file, type: "dir", download_url: null } : file];
    });
}
function contentFile(call, repository, file) {
    const api = repositoryUrl(call.hub, repository);
    const html = repositoryPage(call.hub, repository);
    const path = file.path.split("/").map(encodeURIComponent).join("/");
    const url = `${api}/contents/${path}?ref=${file.ref}`;
    const links = { self: url, git: `${api}/git/blobs/${file.sha}`, html: `${html}/blob/${file.ref}/${path}` };
    return {
        name: file.path.split("/").at(-1) ?? "",
        path: file.path,
        sha: file.sha,
        size: file.size,
        type: "file",
        url,
        html_url: links.html,
        git_url: links.git,
        download_url: `${html}/raw/${file.ref}/${path}`,
        _links: links,
    };
}
/** One file written as one commit on a branch; `sha` must name what it replaces. */
async function writeContents(call) {
    const repository = repositoryOf(call);
    const bare = call.hub.bare(repository);
    const branch = optionalText(call, "branch") ?? repository.defaultBranch;
    const path = param(call, "path");
    const tip = await bare.branch(branch);
    if (tip === null)
        throw new Refusal(404, `Branch ${branch} not found`);
    const old = await bare.tryGit(["rev-parse", "--verify", "--quiet", `${tip}:${path}`]);
    const given = optionalText(call, "sha");
    if (old !== null && given === null)
        throw invalid("Contents", "sha", '"sha" wasn\'t supplied.');
    if (given !== null && old !== given)
        throw new Refusal(409, `${path} does not match ${given}`);
    const bytes = Buffer.from(call_text(call, "content"), "base64");
    const written = `100644 blob ${await bare.writeBlob(bytes)}`;
    const tree = await treeWith(bare, tip, new Map([[path, written]]));
    const as = personOf(call.hub, viewerOf(call).login);
    const sha = await bare.commitTree(tree, { parents: [tip], message: `${call_text(call, "message")}\n`, as });
    await bare.setRef(`refs/heads/${branch}`, sha);
    const pusher = { repository, sender: viewerOf(call).login, startsWorkflows: call.token?.kind !== "actions" };
    await refsChanged(call.hub, pusher, [{ ref: `refs/heads/${branch}`, before: tip, after: sha }]);
    const blob = await bare.git(["rev-parse", `${sha}:${path}`]);
    const content = contentFile(call, repository, { path, sha: blob, size: bytes.length, ref: branch });
    const made = await gitCommit(call.hub, repository, sha);
    return { status: old === null ? 201 : 200, body: { content, commit: made } };
}
function permission(call) {
    const repository = repositoryOf(call);
    const login = param(call, "username");
    if (call.state.users[login] === undefined)
        throw notFound();
    const role = repository.roles[login] ?? (repository.private ? null : "read");
    const coarse = { maintain: "write", triage: "read" };
    const body = {
        permission: role === null ? "none" : (coarse[role] ?? role),
        role_name: role ?? "none",
        user: { ...simpleUser(call.hub, login), role_name: role ?? "none", permissions: rolePermissions(role) },
    };
    return { status: 200, body };
}

;// CONCATENATED MODULE: ./build/standin/routes/settings.js







const settings_READ = ["administration=read"];
const settings_WRITE = ["administration=write"];
/** Whoever sees a repository sees its rules. */
const ANYBODY = ["metadata=read"];
const settingsRoutes = [
    route("GET /repos/:/actions/permissions/selected-actions", settings_READ, (call) => {
        const { actions } = repositoryOf(call).settings;
        if (actions.allowed !== "selected")
            throw new Refusal(409, "Conflict: all actions are allowed here");
        const { githubOwned, verified, patterns } = actions.selected;
        const body = { github_owned_allowed: githubOwned, verified_allowed: verified, patterns_allowed: patterns };
        return { status: 200, body };
    }),
    route("PUT /repos/:/actions/permissions/selected-actions", settings_WRITE, (call) => changed(call, ({ actions }) => {
        if (actions.allowed !== "selected")
            throw new Refusal(409, "Conflict: all actions are allowed here");
        const { selected } = actions;
        const patterns = call.body["patterns_allowed"];
        actions.selected = {
            githubOwned: flag(call, "github_owned_allowed", selected.githubOwned),
            verified: flag(call, "verified_allowed", selected.verified),
            patterns: Array.isArray(patterns) ? patterns.map(String) : selected.patterns,
        };
    })),
    route("GET /repos/:/actions/permissions/workflow", settings_READ, (call) => {
        const { permissions, mayApprove } = repositoryOf(call).settings.workflowToken;
        const body = { default_workflow_permissions: permissions, can_approve_pull_request_reviews: mayApprove };
        return { status: 200, body };
    }),
    route("PUT /repos/:/actions/permissions/workflow", settings_WRITE, (call) => changed(call, ({ workflowToken }) => {
        const asked = optionalText(call, "default_workflow_permissions") ?? workflowToken.permissions;
        workflowToken.permissions = asked === "write" ? "write" : "read";
        workflowToken.mayApprove = flag(call, "can_approve_pull_request_reviews", workflowToken.mayApprove);
    })),
    route("GET /repos/:/actions/permissions/fork-pr-contributor-approval", settings_READ, (call) => {
        const { private: hidden, settings } = repositoryOf(call);
        // forks of a private repository are another page of the settings
        if (hidden)
            throw notFound();
        return { status: 200, body: { approval_policy: settings.forkApproval } };
    }),
    route("PUT /repos/:/actions/permissions/fork-pr-contributor-approval", settings_WRITE, (call) => changed(call, (settings) => {
        const asked = call_text(call, "approval_policy");
        const known = FORK_APPROVALS.find((each) => each === asked);
        if (known === undefined)
            throw invalid("Repository", "approval_policy", `${asked} is not included in the list`);
        settings.forkApproval = known;
    })),
    route("GET /repos/:/actions/permissions", settings_READ, (call) => {
        const repository = repositoryOf(call);
        const { enabled, allowed, shaPinning } = repository.settings.actions;
        const address = `${repositoryUrl(call.hub, repository)}/actions/permissions/selected-actions`;
        const body = {
            enabled,
            ...(enabled ? { allowed_actions: allowed, sha_pinning_required: shaPinning } : {}),
            ...(allowed === "selected" ? { selected_actions_url: address } : {}),
        };
        return { status: 200, body };
    }),
    route("PUT /repos/:/actions/permissions", settings_WRITE, (call) => changed(call, ({ actions }) => {
        actions.enabled = flag(call, "enabled", true);
        const asked = optionalText(call, "allowed_actions");
        if (asked === "all" || asked === "local_only" || asked === "selected")
            actions.allowed = asked;
        actions.shaPinning = flag(call, "sha_pinning_required", actions.shaPinning);
    })),
    route("GET /repos/:/actions/runners", settings_READ, (call) => {
        const { runners } = repositoryOf(call).settings;
        return countedPage(call, "runners", { items: runners, render: (one) => runner(one, runners.indexOf(one) + 1) });
    }),
    route("GET /repos/:/rules/branches/{branch}", ANYBODY, (call) => {
        const repository = paidFor(call);
        const ref = `refs/heads/${param(call, "branch")}`;
        const rules = activeRulesets(repository, "branch")
            .filter((each) => coversRef(each, ref, repository.defaultBranch))
            .flatMap((each) => each.rules.map((rule) => detailed(repository, each, rule)));
        return page(call, rules, (rule) => rule);
    }),
    route("GET /repos/:/rulesets", ANYBODY, (call) => {
        const repository = paidFor(call);
        const targets = call.query.get("targets")?.split(",") ?? null;
        const found = repository.settings.rulesets.filter(({ target }) => targets === null || targets.includes(target));
        return page(call, found, (each) => summary(call, repository, each));
    }),
    route("GET /repos/:/rulesets/{ruleset_id}", ANYBODY, (call) => {
        const repository = repositoryOf(call);
        const found = repository.settings.rulesets.find(({ id }) => id === idParam(call, "ruleset_id"));
        if (found === undefined)
            throw notFound();
        return { status: 200, body: settings_whole(call, repository, found) };
    }),
    route("POST /repos/:/rulesets", settings_WRITE, (call) => {
        const repository = repositoryOf(call);
        const made = newRuleset(call);
        repository.settings.rulesets = [...repository.settings.rulesets, made];
        return { status: 201, body: settings_whole(call, repository, made) };
    }),
];
function changed(call, change) {
    change(repositoryOf(call).settings);
    return { status: 204 };
}
function paidFor(call) {
    const repository = repositoryOf(call);
    if (!repository.private || repository.settings.paid)
        return repository;
    throw new Refusal(403, "Upgrade to GitHub Pro or make this repository public to enable this feature.");
}
function runner({ name, online, labels, version }, id) {
    const every = ["self-hosted", "Linux", "X64"].map((label) => ({ name: label, type: "read-only" }));
    return {
        id,
        name,
        os: "Linux",
        status: online ? "online" : "offline",
        busy: false,
        ephemeral: false,
        version,
        labels: [...every, ...labels.map((label) => ({ name: label, type: "custom" }))],
    };
}
function activeRulesets({ settings }, target) {
    return settings.rulesets.filter((each) => each.enforcement === "active" && each.target === target);
}
function detailed(repository, { id }, rule) {
    return {
        ...rule,
        ruleset_source_type: "Repository",
        ruleset_source: fullName(repository),
        ruleset_id: id,
    };
}
function summary(call, repository, one) {
    const self = `${repositoryUrl(call.hub, repository)}/rulesets/${one.id}`;
    return {
        id: one.id,
        name: one.name,
        target: one.target,
        source_type: "Repository",
        source: fullName(repository),
        enforcement: one.enforcement,
        node_id: nodeId("RepositoryRuleset", one.id),
        _links: { self: { href: self }, html: { href: `${repositoryPage(call.hub, repository)}/rules/${one.id}` } },
        created_at: repository.createdAt,
        updated_at: repository.createdAt,
    };
}
function settings_whole(call, repository, one) {
    return {
        ...summary(call, repository, one),
        conditions: { ref_name: { include: one.include, exclude: one.exclude } },
        rules: one.rules,
    };
}
function newRuleset(call) {
    const conditions = call.body["conditions"];
    const target = optionalText(call, "target");
    const enforcement = call_text(call, "enforcement");
    return {
        id: call.hub.newId(),
        name: call_text(call, "name"),
        target: target === "tag" || target === "push" ? target : "branch",
        enforcement: enforcement === "active" || enforcement === "evaluate" ? enforcement : "disabled",
        include: conditions?.ref_name?.include ?? [],
        exclude: conditions?.ref_name?.exclude ?? [],
        rules: (call.body["rules"] ?? []),
    };
}

;// CONCATENATED MODULE: ./build/standin/answers/team.js

function teamUrl(hub, { organisation, slug }) {
    return `${hub.apiUrl}/orgs/${organisation}/teams/${slug}`;
}
/** `team-full`. */
function wholeTeam(hub, team) {
    const url = teamUrl(hub, team);
    return {
        id: team.id,
        node_id: nodeId("Team", team.id),
        url,
        html_url: `${hub.serverUrl}/orgs/${team.organisation}/teams/${team.slug}`,
        name: team.slug,
        slug: team.slug,
        description: null,
        privacy: "closed",
        notification_setting: "notifications_enabled",
        permission: "pull",
        members_url: `${url}/members{/member}`,
        repositories_url: `${url}/repos`,
        parent: null,
        members_count: team.members.length,
        repos_count: 0,
        created_at: team.createdAt,
        updated_at: team.createdAt,
        organization: organisation(hub, team),
        type: "organization",
        organization_id: hub.user(team.organisation).id,
    };
}
/** `team-organization`. */
function organisation(hub, { organisation: login, createdAt }) {
    const { id, node_id, avatar_url, html_url, type } = simpleUser(hub, login);
    const url = `${hub.apiUrl}/orgs/${login}`;
    return {
        login,
        id,
        node_id,
        url,
        html_url,
        avatar_url,
        repos_url: `${url}/repos`,
        events_url: `${url}/events`,
        hooks_url: `${url}/hooks`,
        issues_url: `${url}/issues`,
        members_url: `${url}/members{/member}`,
        public_members_url: `${url}/public_members{/member}`,
        description: null,
        has_organization_projects: true,
        has_repository_projects: true,
        public_repos: 0,
        public_gists: 0,
        followers: 0,
        following: 0,
        type,
        created_at: createdAt,
        updated_at: createdAt,
        archived_at: null,
    };
}

;// CONCATENATED MODULE: ./build/standin/teams.js

/** An organisation's team, by `organisation/team`, as it is from now on. */
function setTeam(hub, name, { members, invited = [], parent }) {
    const [organisation = "", slug = ""] = name.split("/");
    if (hub.state.users[organisation] === undefined) {
        hub.state.users[organisation] = { id: hub.newId(), login: organisation, type: "Organization" };
    }
    for (const login of [...members, ...invited])
        hub.user(login);
    const known = hub.state.teams[name.toLowerCase()];
    hub.state.teams[name.toLowerCase()] = {
        id: known?.id ?? hub.newId(),
        organisation,
        slug,
        parent: parent?.toLowerCase() ?? null,
        members: [...members],
        invited: [...invited],
        createdAt: known?.createdAt ?? hub.now(),
    };
}
function teamOf(state, organisation, slug) {
    const found = state.teams[`${organisation}/${slug}`.toLowerCase()];
    if (found === undefined)
        throw notFound();
    return found;
}
/** Whether somebody is in the team or in a child of it; null where he is neither that nor asked. */
function membershipIn(state, team, login) {
    const is = (logins) => logins.some((each) => each.toLowerCase() === login.toLowerCase());
    if (is(team.members))
        return "active";
    const name = `${team.organisation}/${team.slug}`.toLowerCase();
    const children = Object.values(state.teams).filter(({ parent }) => parent === name);
    if (children.some((child) => membershipIn(state, child, login) === "active"))
        return "active";
    return is(team.invited) ? "pending" : null;
}

;// CONCATENATED MODULE: ./build/standin/routes/teams.js




const teams_READ = ["members=read"];
const teamRoutes = [
    route("GET /orgs/{org}/teams/{team_slug}", teams_READ, (call) => ({ status: 200, body: wholeTeam(call.hub, teams_asked(call)) })),
    route("GET /orgs/{org}/teams/{team_slug}/memberships/{username}", teams_READ, (call) => {
        const team = teams_asked(call);
        const login = param(call, "username");
        const state = membershipIn(call.state, team, login);
        if (state === null)
            throw notFound();
        const url = `${teamUrl(call.hub, team)}/memberships/${login}`;
        return { status: 200, body: { url, role: "member", state } };
    }),
];
function teams_asked(call) {
    return teamOf(call.state, param(call, "org"), param(call, "team_slug"));
}

;// CONCATENATED MODULE: ./build/standin/routes/index.js










/** Everything that is served. The repository's own stand last: `commits/{ref}` would swallow `commits/{ref}/status`. */
const routes = [
    ...graphqlRoutes,
    ...issueRoutes,
    ...actionRoutes,
    ...checkRoutes,
    ...deploymentRoutes,
    ...pullRoutes,
    ...gitDataRoutes,
    ...settingsRoutes,
    ...teamRoutes,
    ...repositoryRoutes,
];

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./build/standin/router.js
/** Path parameters that may hold slashes: GitHub takes them raw and encoded. */
const LONG = new Set(["path", "ref", "basehead", "branch"]);
const patterns = new Map();
/** The first route that fits; routes with more after a long parameter stand before those that end with it. */
function matchRoute(routes, method, path) {
    for (const route of routes) {
        if (route.method !== method)
            continue;
        const match = patternOf(route.path).exec(path);
        if (match !== null)
            return { route, params: router_decode(match.groups ?? {}) };
    }
    return null;
}
function patternOf(template) {
    const known = patterns.get(template);
    if (known !== undefined)
        return known;
    const source = template.replace(/\{(\w+)\}/g, (_, name) => `(?<${name}>${LONG.has(name) ? ".+" : "[^/]+"})`);
    const pattern = new RegExp(`^${source}$`);
    patterns.set(template, pattern);
    return pattern;
}
function router_decode(groups) {
    return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeOne(value)]));
}
function decodeOne(value) {
    try {
        return decodeURIComponent(value);
    }
    catch {
        return value;
    }
}

;// CONCATENATED MODULE: ./build/standin/server.js








const API = "/api/v3";
const HOUR_SECONDS = 3600;
const LARGEST_BODY = 32 * 1024 * 1024;
function makeServer(parts) {
    const counters = { calls: 0, used: new Map() };
    return (0,external_node_http_.createServer)((request, response) => {
        serve(parts, counters, { request, response }).catch((error) => {
            if (!response.headersSent)
                response.writeHead(500, { "content-type": "text/plain" });
            response.end(`the stand-in failed: ${error instanceof Error ? error.stack : String(error)}`);
        });
    });
}
async function serve(parts, counters, pipe) {
    if (await serveGit(parts, pipe.request, pipe.response))
        return;
    if (serveArtifact(parts, pipe.request, pipe.response))
        return;
    const url = new URL(pipe.request.url ?? "/", parts.hub.serverUrl);
    const path = url.pathname.startsWith(API) ? url.pathname.slice(API.length) : url.pathname.replace(/^\/api/, "");
    const asked = {
        number: ++counters.calls,
        method: pipe.request.method ?? "GET",
        path,
        url,
        text: await readBody(pipe.request),
        match: matchRoute(parts.routes, pipe.request.method ?? "GET", path),
        authorization: pipe.request.headers.authorization,
        ifNoneMatch: pipe.request.headers["if-none-match"],
    };
    for (const listener of parts.onCall)
        listener(asked.number);
    const fault = parts.faults.next(`${asked.method} ${asked.match?.route.path ?? path}`);
    const unseen = fault?.kind === "drop-connection" || fault?.kind === "silence";
    const reply = unseen ? null : await answer(parts, counters, { asked, fault });
    const lost = reply === null || fault?.kind === "drop-after-handling";
    for (const listener of parts.onExchange)
        listener(exchangeOf(asked, { reply, fault, lost }));
    if (fault?.kind === "silence")
        return;
    if (lost)
        pipe.request.socket.destroy();
    else
        send(pipe.response, reply);
}
async function answer(parts, counters, at) {
    const { asked, fault } = at;
    let token = null;
    let result;
    try {
        token = tokenOf(parts.hub.state, asked.authorization);
        refuseExhausted(counters, token);
        const refusal = fault === null ? null : refusalOf(fault, parts.hub.clock);
        if (refusal !== null)
            throw refusal;
        result = await handle(parts.hub, { asked, token, stale: fault?.kind === "stale-read" });
    }
    catch (error) {
        if (!(error instanceof Refusal))
            throw error;
        result = { status: error.status, body: refusalBody(error), headers: error.headers };
    }
    return finish(parts.hub, counters, { asked, token, result });
}
async function handle(hub, at) {
    const { asked, token } = at;
    if (asked.match === null)
        throw notFound();
    const { route, params } = asked.match;
    const isRead = asked.method === "GET";
    const call = {
        hub,
        state: at.stale && isRead ? hub.before : hub.state,
        path: asked.path,
        params,
        query: asked.url.searchParams,
        body: parseBody(asked.text),
        token,
        viewer: token === null ? null : hub.user(token.login),
    };
    admit(call, route);
    return isRead ? route.handle(call) : hub.exclusively(async () => route.handle(call));
}
function parseBody(text) {
    if (text === "")
        return {};
    try {
        const body = JSON.parse(text);
        if (typeof body === "object" && body !== null && !Array.isArray(body))
            return body;
    }
    catch {
        // said below, in GitHub's words
    }
    throw new Refusal(400, "Problems parsing JSON");
}
function refuseExhausted(counters, token) {
    if (token === null || (counters.used.get(token.value) ?? 0) < token.limit)
        return;
    throw new Refusal(403, `API rate limit exceeded for user ID ${token.login}.`);
}
/** Adds what every answer of GitHub's carries: request id, rate limit, ETag; turns a known ETag into 304. */
function finish(hub, counters, at) {
    const { asked, token, result } = at;
    const body = result.body;
    const headers = {
        "x-github-request-id": (0,external_node_crypto_.randomBytes)(16).toString("hex").toUpperCase(),
        "x-github-media-type": "github.v3; format=json",
        "content-type": "application/json; charset=utf-8",
        ...(hub.enterpriseVersion === null ? {} : { "x-github-enterprise-version": hub.enterpriseVersion }),
    };
    const tag = `W/"${(0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify(body) ?? "")
        .digest("hex")}"`;
    const readable = asked.method === "GET" && result.status === 200;
    if (readable)
        headers["etag"] = tag;
    const unchanged = readable && asked.ifNoneMatch === tag;
    if (!unchanged)
        count(counters, token);
    Object.assign(headers, limitHeaders(hub, counters, token), result.headers);
    return {
        status: unchanged ? 304 : result.status,
        headers,
        body: unchanged ? undefined : body,
        login: token?.login ?? null,
    };
}
function count(counters, token) {
    const key = token?.value ?? "";
    counters.used.set(key, (counters.used.get(key) ?? 0) + 1);
}
function limitHeaders(hub, counters, token) {
    const limit = token?.limit ?? 60;
    const used = counters.used.get(token?.value ?? "") ?? 0;
    const now = Math.floor(hub.clock.now().getTime() / 1000);
    return {
        "x-ratelimit-limit": String(limit),
        "x-ratelimit-used": String(used),
        "x-ratelimit-remaining": String(Math.max(0, limit - used)),
        "x-ratelimit-reset": String(now - (now % HOUR_SECONDS) + HOUR_SECONDS),
        "x-ratelimit-resource": "core",
        ...(token?.kind === "personal" ? { "x-oauth-scopes": token.scopes.join(", ") } : {}),
    };
}
function send(response, reply) {
    response.writeHead(reply.status, reply.headers);
    response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
}
function exchangeOf(asked, at) {
    return {
        call: asked.number,
        method: asked.method,
        path: asked.path,
        query: asked.url.search,
        route: asked.match?.route.path ?? null,
        params: asked.match?.params ?? {},
        login: at.reply?.login ?? null,
        requestBody: asked.text === "" ? undefined : parseOrText(asked.text),
        status: at.lost ? 0 : (at.reply?.status ?? 0),
        responseHeaders: at.reply?.headers ?? {},
        responseBody: at.reply?.body,
        fault: at.fault?.kind ?? null,
    };
}
function parseOrText(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}
async function readBody(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size > LARGEST_BODY)
            throw new Error("request body too large");
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString("utf8");
}

;// CONCATENATED MODULE: ./build/standin/tokens.js

/** What a workflow of Mainline's asks for in its `permissions:`. */
const ACTIONS_PERMISSIONS = {
    actions: "read",
    checks: "write",
    contents: "write",
    deployments: "write",
    issues: "write",
    metadata: "read",
    pull_requests: "write",
    statuses: "write",
};
function addToken(hub, order) {
    const login = order.login ?? actionsBot.login;
    hub.user(login);
    hub.state.tokens[order.value] = {
        value: order.value,
        login,
        kind: order.kind,
        permissions: order.permissions ?? (order.kind === "actions" ? ACTIONS_PERMISSIONS : {}),
        scopes: order.scopes ?? ["repo"],
        repositories: order.repositories ?? null,
        limit: order.limit ?? (order.kind === "actions" ? 1000 : 5000),
    };
}

;// CONCATENATED MODULE: ./build/standin/start.js
















/** A GitHub to rehearse against. Its web side (what people click) is the methods; its API and its git are real HTTP. */
class GitHubStandIn {
    #hub;
    #faults = new Faults();
    #onCall = new Set();
    #onExchange = new Set();
    #counts = new Map();
    #server;
    /** Use `startGitHub`. */
    constructor(options) {
        this.#hub = new Hub(options.directory, options.clock ?? kernel/* systemClock */.ml, options.enterpriseVersion ?? null);
        this.#hub.onRefChange = async (pusher, change) => {
            if (!change.ref.startsWith("refs/heads/"))
                return;
            const branch = change.ref.slice("refs/heads/".length);
            await branchMoved(this.#hub, { ...pusher, branch });
        };
        this.#onExchange.add((exchange) => this.#countExchange(exchange));
        this.#server = makeServer({
            hub: this.#hub,
            routes: routes,
            faults: this.#faults,
            onCall: this.#onCall,
            onExchange: this.#onExchange,
        });
    }
    async listen(port) {
        this.#server.listen(port, "127.0.0.1");
        await (0,external_node_events_.once)(this.#server, "listening");
        this.#hub.serverUrl = `http://127.0.0.1:${this.#server.address().port}`;
    }
    /** `GITHUB_SERVER_URL`: pages and git. */
    get serverUrl() {
        return this.#hub.serverUrl;
    }
    /** `GITHUB_API_URL`. */
    get apiUrl() {
        return this.#hub.apiUrl;
    }
    get graphqlUrl() {
        return `${this.#hub.serverUrl}/api/graphql`;
    }
    /** Address to clone from; the token travels in a header, as actions/checkout has it. */
    cloneUrl(repository) {
        return `${this.#hub.serverUrl}/${repository}.git`;
    }
    /** Where the bare repository lies, for tests that look inside. */
    bareDirectory(repository) {
        return this.#hub.bareDirectory(repository);
    }
    async addUser(login) {
        await this.#hub.exclusively(async () => this.#hub.user(login));
    }
    /** A team by `organisation/team`, as it is from now on. */
    async setTeam(name, order) {
        await this.#hub.exclusively(async () => setTeam(this.#hub, name, order));
    }
    async addToken(order) {
        await this.#hub.exclusively(async () => addToken(this.#hub, order));
    }
    /** A repository with no commit yet; `forkOf` also takes over the branches of its parent. */
    async createRepository(name, options = {}) {
        await this.#hub.exclusively(() => createRepository(this.#hub, name, options));
    }
    /** Deletes a fork; its pulls and their runs stay behind without a head repository. */
    async deleteRepository(name) {
        await this.#hub.exclusively(async () => deleteRepository(this.#hub, name));
    }
    async requireChecks(repository, names) {
        await this.#hub.exclusively(async () => {
            this.#hub.repository(repository).requiredChecks = [...names];
        });
    }
    /** Somebody changes what the repository's settings say. */
    async configure(repository, change) {
        await this.#hub.exclusively(async () => change(this.#hub.repository(repository).settings));
    }
    /** An environment of the repository's settings, with people who have to agree. */
    async protectEnvironment(repository, name, reviewers) {
        await this.#hub.exclusively(async () => {
            const { environments } = this.#hub.repository(repository);
            const known = environments.find((each) => each.name === name);
            const now = this.#hub.now();
            if (known !== undefined)
                known.reviewers = reviewers;
            else
                environments.push({ id: this.#hub.newId(), name, reviewers, createdAt: now, updatedAt: now });
        });
    }
    openPull(repository, order) {
        return this.#hub.exclusively(() => openPull(this.#hub, this.#hub.repository(repository), order));
    }
    /** Presses "Merge"; returns the base's new tip. Throws a Refusal (405, 409) where the site would. */
    mergePull(repository, request) {
        return this.#hub.exclusively(() => mergePull(this.#hub, this.#hub.repository(repository), request));
    }
    /** Presses "Close". */
    closePull(repository, order) {
        return this.#hub.exclusively(async () => {
            const found = this.#hub.repository(repository);
            await closePull(this.#hub, found, { pull: pullOf(found, order.number), sender: order.by });
        });
    }
    /** Presses "Revert" on a merged pull; returns the pull that it opens. */
    revertPull(repository, order) {
        return this.#hub.exclusively(() => revertPull(this.#hub, this.#hub.repository(repository), order));
    }
    /** Moves or makes a branch without git's help from outside, and tells of it as of a push. */
    async setBranch(repository, at) {
        await this.#hub.exclusively(async () => {
            const found = this.#hub.repository(repository);
            const bare = this.#hub.bare(found);
            const before = await bare.branch(at.branch);
            await bare.setRef(`refs/heads/${at.branch}`, at.sha);
            const change = { ref: `refs/heads/${at.branch}`, before, after: at.sha };
            await refsChanged(this.#hub, { repository: found, sender: at.sender, startsWorkflows: true }, [change]);
        });
    }
    /** Presses "Run workflow". */
    async dispatch(repository, order) {
        await this.#hub.exclusively(async () => {
            this.#hub.deliver(workflowDispatch(this.#hub, this.#hub.repository(repository), order));
        });
    }
    /** A person writes below a pull. */
    commentOn(repository, order) {
        return this.#hub.exclusively(async () => addComment(this.#hub, this.#hub.repository(repository), order));
    }
    /** A person opens an issue. */
    openIssue(repository, order) {
        return this.#hub.exclusively(async () => openIssue(this.#hub, this.#hub.repository(repository), order));
    }
    /** A person edits, closes, reopens, pins or unpins an issue. */
    async changeIssue(repository, number, change) {
        await this.#hub.exclusively(async () => {
            const found = this.#hub.repository(repository);
            const issue = issueOf(found, number);
            changeIssue(this.#hub, issue, change);
            if (change.pinned === true)
                pinIssue(found, issue);
            if (change.pinned === false)
                issue.pinned = false;
        });
    }
    /** Puts a pull into the merge queue; the group's head. */
    queueMerge(repository, number) {
        return this.#hub.exclusively(() => queueMerge(this.#hub, this.#hub.repository(repository), number));
    }
    /** A workflow starts for what was told. */
    startRun(repository, order) {
        return this.#hub.exclusively(() => startRun(this.#hub, this.#hub.repository(repository), order));
    }
    finishRun(repository, order) {
        return this.#hub.exclusively(() => finishRun(this.#hub, this.#hub.repository(repository), order));
    }
    /** Presses "Re-run". */
    rerun(repository, run) {
        return this.#hub.exclusively(() => rerun(this.#hub, this.#hub.repository(repository), run));
    }
    /** A step of a run uploads something. */
    addArtifact(repository, order) {
        return this.#hub.exclusively(() => addArtifact(this.#hub, this.#hub.repository(repository), order));
    }
    /** What is kept of a repository, as plain data: to look at, not to change. */
    repository(name) {
        return this.#hub.repository(name);
    }
    /** Everything that was told so far, oldest first; kept in memory only. */
    get deliveries() {
        return this.#hub.deliveries;
    }
    onDelivery(listener) {
        return subscribe(this.#hub.listeners, listener);
    }
    /** Before a call is looked at, with its number since the start. */
    onCall(listener) {
        return subscribe(this.#onCall, listener);
    }
    /** After a call was answered (or lost), with all that was said. */
    onExchange(listener) {
        return subscribe(this.#onExchange, listener);
    }
    /** Orders a fault; it stays until it fired or is cancelled. */
    fail(plan) {
        return this.#faults.order(plan);
    }
    /** Calls so far by route: `GET /repos/{owner}/{repo}/pulls/{pull_number}`. */
    get counters() {
        return this.#counts;
    }
    async stop() {
        await this.#hub.exclusively(async () => { });
        this.#server.closeAllConnections();
        this.#server.close();
    }
    #countExchange(exchange) {
        const key = `${exchange.method} ${exchange.route ?? exchange.path}`;
        this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
}
/** Starts a stand-in on `127.0.0.1`. */
async function startGitHub(options) {
    const standIn = new GitHubStandIn(options);
    await standIn.listen(options.port ?? 0);
    return standIn;
}
function subscribe(set, one) {
    set.add(one);
    return () => {
        set.delete(one);
    };
}

;// CONCATENATED MODULE: ./build/standin/index.js




;// CONCATENATED MODULE: ./build/flows/demo/git.js


/** Git as the demo's person, whatever the machine's own configuration says; its output without the last newline. */
async function git(cwd, ...args) {
    const person = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"];
    const env = { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_TERMINAL_PROMPT: "0" };
    const result = await (0,shell/* run */.eF)("git", [...person, ...args], { cwd, env });
    if (result.code === 0)
        return result.stdoutText.trimEnd();
    throw (0,kernel/* infrastructure */.Sv)("demo-git", `git ${args[0] ?? ""} failed in the demo's folder`, {
        found: result.stderr.trim().split("\n").at(-1) ?? "",
        hint: "run it again in a new folder: mainline demo --dir DIR",
    });
}

;// CONCATENATED MODULE: ./build/flows/demo/scene.js








const REPOSITORY = "acme/digits";
const MODEL = "digits";
const PERSON = "ada";
/** What the job of a workflow is given, and what Ada's own git uses. Both are known to the stand-in alone. */
const JOB_TOKEN = "ghs_demo_job";
const OWN_TOKEN = "ghp_demo_ada";
/** Makes the folder, the server with an empty repository, and Ada's clone with the example project. */
async function setScene(context, wished) {
    await needs("git", ["--version"]);
    await needs("python3", ["--version"]);
    const dir = await folderFor(wished);
    const folder = async (name) => {
        await (0,promises_.mkdir)((0,external_node_path_.join)(dir, name), { recursive: true });
        return (0,external_node_path_.join)(dir, name);
    };
    const home = await folder("home");
    const state = await folder("state");
    const gitHub = await startGitHub({ directory: await folder("github") });
    await gitHub.createRepository(REPOSITORY, { roles: { [PERSON]: "write" } });
    await gitHub.addToken({ value: JOB_TOKEN, kind: "actions" });
    await gitHub.addToken({ value: OWN_TOKEN, kind: "personal", login: PERSON });
    const [dev, prod] = await freePorts();
    const { path, lang, self } = context.machine;
    const machine = {
        ...context.machine,
        home,
        stateDir: (0,external_node_path_.join)(state, "mainline"),
        systemConfigDir: (0,external_node_path_.join)(home, "none"),
        globalConfigDir: (0,external_node_path_.join)(home, "none"),
    };
    const scene = {
        dir,
        work: (0,external_node_path_.join)(dir, "digits"),
        gitHub,
        ports: { dev, prod },
        urls: { dev: `http://127.0.0.1:${dev}`, prod: `http://127.0.0.1:${prod}` },
        registry: `oci:${(0,external_node_path_.join)(dir, "images")}`,
        context: { ...context, cwd: (0,external_node_path_.join)(dir, "digits"), machine, progress: kernel/* silent */.Ku },
        environment: { PATH: path, LANG: lang, HOME: home, XDG_STATE_HOME: state, SHELL: "/bin/sh" },
        action: self.at(-1) ?? "",
    };
    await makeProject(scene, (0,external_node_path_.join)(context.machine.installDir, "examples", "digits"));
    return scene;
}
async function needs(program, args) {
    await (0,shell/* run */.eF)(program, [...args]);
}
async function folderFor(wished) {
    if (wished === null)
        return (0,promises_.realpath)(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "mainline-demo-")));
    await (0,promises_.mkdir)(wished, { recursive: true });
    if ((await (0,promises_.readdir)(wished)).length === 0)
        return (0,promises_.realpath)(wished);
    throw (0,kernel/* badInput */.AN)("demo-folder", `${wished} is not empty`, {
        found: wished,
        expected: "a new or empty folder",
        hint: "leave --dir out, and a new folder is made and named",
    });
}
async function freePorts() {
    const servers = await Promise.all([listen(), listen()]);
    for (const { close } of servers)
        close();
    const [a, b] = servers;
    return [a?.port ?? 0, b?.port ?? 0];
}
function listen() {
    return new Promise((resolve, reject) => {
        const server = (0,external_node_net_.createServer)().once("error", reject);
        server.listen(0, "127.0.0.1", () => {
            const address = server.address();
            const port = typeof address === "object" && address !== null ? address.port : 0;
            resolve({ port, close: () => server.close() });
        });
    });
}
async function makeProject(scene, example) {
    const { gitHub, work, dir } = scene;
    const address = gitHub.cloneUrl(REPOSITORY).replace("://", `://x-access-token:${OWN_TOKEN}@`);
    await git(dir, "clone", "-q", address, work);
    await (0,promises_.cp)(example, work, { recursive: true, filter: (path) => !path.endsWith("__pycache__") });
    await (0,promises_.mkdir)((0,external_node_path_.join)(work, ".dvc"), { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(work, ".dvc", ".gitignore"), "/config.local\n/tmp\n/cache\n");
    await (0,promises_.writeFile)((0,external_node_path_.join)(work, ".dvc", "config"), dvcConfig((0,external_node_path_.join)(dir, "store")));
    await (0,promises_.writeFile)((0,external_node_path_.join)(work, "mainline.yaml"), policy(scene));
    await git(work, "checkout", "-q", "-b", "main");
}
function dvcConfig(store) {
    return `[core]\n    remote = store\n['remote "store"']\n    url = ${store}\n`;
}
function policy({ registry, ports }) {
    return `models:
  ${MODEL}:
    image: ${registry}
    code: [serve.py]
    command: [python3, serve.py]
gates:
  - metric: metrics.json:accuracy
    better: higher
    floor: 0.85
    drop: 0.005
environments:
  dev:
    deploy: {process: {port: ${ports.dev}}}
    probe: http://127.0.0.1:${ports.dev}
  prod:
    after: dev
    deploy: {process: {port: ${ports.prod}}}
    probe: http://127.0.0.1:${ports.prod}
`;
}

;// CONCATENATED MODULE: ./build/flows/demo/model-client.js




/** The scans that the first training kept apart, which no model has learnt from. */
async function heldOutScans({ work }) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(work, "prepared", "test.csv"), "utf8");
    return text
        .trim()
        .split("\n")
        .map((line) => {
        const numbers = line.split(",").map(Number);
        return { pixels: numbers.slice(0, 64).map((value) => Math.round(value * 16)), digit: numbers[64] ?? -1 };
    });
}
/** Asks a server by the Open Inference Protocol V2 what these scans show. */
async function predict(url, scans) {
    const data = scans.map(({ pixels }) => pixels);
    const inputs = [{ name: "image", shape: [scans.length, 64], datatype: "FP32", data }];
    const answer = await ask(`${url}/v2/models/${MODEL}/infer`, { method: "POST", body: JSON.stringify({ inputs }) });
    const outputs = field(answer, "outputs");
    const digits = Array.isArray(outputs) ? field(outputs[0], "data") : null;
    if (Array.isArray(digits))
        return digits.map(Number);
    throw (0,kernel/* infrastructure */.Sv)("demo-answer", `${url} gave no prediction`, { found: JSON.stringify(answer).slice(0, 200) });
}
/** Share of the scans that a server reads right, 0 to 1. */
async function accuracyAt(url, scans) {
    const digits = await predict(url, scans);
    return scans.filter(({ digit }, index) => digits[index] === digit).length / scans.length;
}
/** The version that a server says it is; null when it does not answer. */
async function versionAt(url) {
    const answer = await ask(`${url}/v2/models/${MODEL}`).catch(() => null);
    const versions = field(answer, "versions");
    return Array.isArray(versions) ? String(versions[0]) : null;
}
/** A scan in characters, two for a pixel, one line each row. */
function draw({ pixels }) {
    return Array.from({ length: 8 }, (_, row) => pixels
        .slice(row * 8, row * 8 + 8)
        .map((ink) => (" ░▒▓█"[Math.ceil(ink / 4)] ?? " ").repeat(2))
        .join(""));
}
async function ask(address, request = {}) {
    // a connection of its own: one that is kept open stays with the version that it was opened to until that is drained
    const headers = { connection: "close" };
    const response = await fetch(address, { ...request, headers, signal: AbortSignal.timeout(10_000) });
    return response.json();
}
function field(value, name) {
    return typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;
}

// EXTERNAL MODULE: ./build/report/index.js + 78 modules
var report = __webpack_require__(6877);
;// CONCATENATED MODULE: ./build/flows/demo/plain-comment.js

/** The Markdown of our own comment as a person reads it on a page: folded parts folded, tables in columns. */
function plainComment(markdown) {
    const lines = markdown
        .replace(/<!--[\s\S]*?-->\n?/g, "")
        .replace(/<details>\s*<summary>(.*?)<\/summary>[\s\S]*?<\/details>/g, "▸ $1")
        .replace(/<\/?(?:sub|summary|details|b|code)>/g, "")
        .replaceAll("<br>", " ")
        .replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
        .replaceAll(/[\u200b\\]/g, "")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&")
        .replace(/\*\*|(?<!`)`(?!`)/g, "")
        .replace(/^#+ /gm, "")
        .trim()
        .split("\n");
    return withColumns(lines).filter((line, index, all) => line !== "" || (all[index - 1] !== "" && index < all.length - 1));
}
function withColumns(lines) {
    const shown = [];
    let table = [];
    for (const line of [...lines, ""]) {
        if (line.startsWith("|")) {
            if (!/^\|[-:| ]+\|$/.test(line))
                table.push(cells(line));
            continue;
        }
        shown.push(...(0,report.columns)(table, [], "   ").map((row) => `  ${row}`), line);
        table = [];
    }
    return shown;
}
function cells(line) {
    return line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim());
}

;// CONCATENATED MODULE: ./build/flows/demo/job.js





const EVENT_MS = 10_000;
/** Does something at GitHub, and then what its event starts: the action, on the demo's own runner. */
async function jobAfter(scene, happening) {
    const { gitHub, context } = scene;
    const told = gitHub.deliveries.length;
    await happening();
    const event = await eventSince(scene, told);
    const start = context.clock.monotonic();
    const result = await runAction({
        gitHub,
        event,
        token: JOB_TOKEN,
        action: scene.action,
        inputs: { token: JOB_TOKEN },
        directory: (0,external_node_path_.join)(scene.dir, "runner"),
        fetchDepth: 0,
        environment: scene.environment,
        signal: context.signal,
    });
    const seconds = (context.clock.monotonic() - start) / 1000;
    await (0,promises_.appendFile)((0,external_node_path_.join)(scene.dir, "jobs.log"), `\n=== ${event.name}\n${result.stdout}${result.stderr}`);
    context.signal.throwIfAborted();
    return { result, seconds };
}
async function eventSince({ gitHub, context }, told) {
    const end = context.clock.monotonic() + EVENT_MS;
    while (context.clock.monotonic() < end) {
        const event = gitHub.deliveries.slice(told).find(starts);
        if (event !== undefined)
            return event;
        await context.clock.sleep(5);
    }
    throw (0,kernel/* infrastructure */.Sv)("demo-event", "GitHub's stand-in told of no event", { hint: "run the demo again" });
}
function starts({ name, payload, startsWorkflows }) {
    if (!startsWorkflows)
        return false;
    if (name === "push")
        return payload["ref"] === "refs/heads/main";
    return name === "pull_request" && payload["action"] === "opened";
}

;// CONCATENATED MODULE: ./build/flows/demo/pulls.js





/** Ada changes files on a branch, pushes it and opens a pull request; the job that this starts has run. */
async function pulls_openPull(scene, order) {
    const { work, gitHub } = scene;
    await git(work, "fetch", "-q", "origin", "main");
    await git(work, "checkout", "-q", "-f", "-B", order.branch, "FETCH_HEAD");
    await order.change(work);
    await git(work, "commit", "-q", "-a", "-m", order.title);
    await git(work, "push", "-q", "origin", `HEAD:${order.branch}`);
    return seen(scene, () => gitHub.openPull(REPOSITORY, { head: order.branch, base: "main", title: order.title, author: PERSON }));
}
/** Presses "Revert" on a merged pull request. */
function pulls_revertPull(scene, number) {
    return seen(scene, () => scene.gitHub.revertPull(REPOSITORY, { number, author: PERSON }));
}
/** Presses "Merge", and sees the release through. */
function pulls_merge(scene, number) {
    return jobAfter(scene, () => scene.gitHub.mergePull(REPOSITORY, { number, method: "merge", sender: PERSON }));
}
async function seen(scene, open) {
    const opened = [];
    const job = await jobAfter(scene, async () => {
        opened.push(await open());
    });
    const { number, headSha } = opened[0] ?? { number: 0, headSha: "" };
    const repository = scene.gitHub.repository(REPOSITORY);
    const check = repository.checks.findLast((one) => one.headSha === headSha);
    return {
        number,
        job,
        comment: repository.comments.find((one) => one.issue === number)?.body ?? "",
        check: { conclusion: check?.conclusion ?? null, title: check?.title ?? null },
    };
}
/** Sets values of params.yaml by their names, as a person would with an editor. */
function editParams(values) {
    return async (work) => {
        const path = (0,external_node_path_.join)(work, "params.yaml");
        let text = await (0,promises_.readFile)(path, "utf8");
        for (const [name, value] of Object.entries(values)) {
            text = text.replace(new RegExp(`^( *${name}: ).*$`, "m"), `$1${value}`);
        }
        await (0,promises_.writeFile)(path, text);
    };
}

;// CONCATENATED MODULE: ./build/flows/demo/serving.js

/** Whether both environments say, over HTTP, that they serve this version. */
async function bothServe({ urls }, version) {
    const versions = await Promise.all([versionAt(urls.dev), versionAt(urls.prod)]);
    return versions.every((each) => each === version);
}
/** Seconds from now until PROD answers with this version, asked many times a second; null when `end` comes first. */
async function untilProdServes(scene, version, end) {
    const { clock } = scene.context;
    const start = clock.monotonic();
    let isOver = false;
    const over = end.finally(() => {
        isOver = true;
    });
    over.catch(() => { });
    for (;;) {
        const wasOver = isOver;
        if ((await versionAt(scene.urls.prod)) === version)
            return (clock.monotonic() - start) / 1000;
        if (wasOver)
            return null;
        await clock.sleep(10);
    }
}

;// CONCATENATED MODULE: ./build/flows/demo/words.js

/** What the terminal of somebody who ran the command shows. */
function screen(document, style) {
    return (0,report.renderText)(document, style).trimEnd().split("\n");
}
/** The example's training says each of its epochs. */
function trained(output) {
    return /epoch \d+\/\d+/.test(output);
}
function seconds(count) {
    return `${count.toFixed(count < 1 ? 2 : 1)} s`;
}
function percent(share) {
    return `${(share * 100).toFixed(1)} %`;
}

;// CONCATENATED MODULE: ./build/flows/demo/chapters/bad.js





/** A model that passes its gates and turns out bad in PROD; the merge is reverted. */
async function badModel(chapter, scene) {
    chapter.say("Now a change that passes every gate and is wrong: the pixels are read by columns, in training and evaluation alike. The customers' scanners still send rows.");
    chapter.doing("the pull request's job, and the release");
    const change = editParams({ order: "columns", epochs: 25, learning_rate: 0.1 });
    const pull = await pulls_openPull(scene, { branch: "columns", title: "Read by columns", change });
    chapter.claim("the gates pass, the check is green", pull.check.conclusion === "success");
    const release = await pulls_merge(scene, pull.number);
    chapter.claim("merged: v0.3.0 answers in DEV and in PROD", await bothServe(scene, "v0.3.0"));
    const scans = await heldOutScans(scene);
    const wrong = await accuracyAt(scene.urls.prod, scans);
    chapter.claim(`and talks nonsense: of ${scans.length} scans sent as the customers do, PROD reads ${percent(wrong)} right`, wrong < 0.5);
    const rollbackSeconds = await wayBack(chapter, scene, pull.number);
    const right = await accuracyAt(scene.urls.prod, scans);
    chapter.claim(`of the same scans PROD now reads ${percent(right)} right`, right > 0.9);
    return { rollbackSeconds, retrainSeconds: pull.job.seconds + release.seconds };
}
async function wayBack(chapter, scene, bad) {
    chapter.say("Ada presses “Revert” on the pull request. The revert's own comment:");
    chapter.doing("the revert's job");
    const back = await pulls_revertPull(scene, bad);
    chapter.show(plainComment(back.comment));
    chapter.claim("nothing has to run", back.check.conclusion === "success" && !trained(back.job.result.stdout));
    chapter.doing("the merge of the revert");
    const release = pulls_merge(scene, back.number);
    const took = await untilProdServes(scene, "v0.2.0", release);
    const { result } = await release;
    chapter.claim(`merged: PROD serves v0.2.0 again ${seconds(took ?? 0)} later`, took !== null);
    chapter.claim("no training and no build: the earlier image was still there", !trained(result.stdout));
    return took ?? Number.NaN;
}

;// CONCATENATED MODULE: ./build/flows/demo/chapters/better.js






/** A pull request that improves the model, merged. */
async function betterModel(chapter, scene) {
    chapter.say("Two epochs were few. On a branch Ada sets epochs: 20 and learning_rate: 0.1, and opens a pull request.");
    chapter.say("Its job plans, runs just what is stale, compares, and writes one comment:");
    chapter.doing("the pull request's job");
    const change = editParams({ epochs: 20, learning_rate: 0.1 });
    const pull = await pulls_openPull(scene, { branch: "longer", title: "Train longer", change });
    chapter.show(plainComment(pull.comment));
    const { outputs, stdout } = pull.job.result;
    await (0,promises_.copyFile)(outputs["report"] ?? "", (0,external_node_path_.join)(scene.dir, "report.json"));
    chapter.claim("train and evaluate ran; prepare did not, its inputs are the same", outputs["stale"] === "2" && trained(stdout));
    chapter.claim(`the check is green after ${seconds(pull.job.seconds)}`, pull.check.conclusion === "success");
    chapter.say("She merges. The release takes the model that the pull request made:");
    chapter.doing("the release");
    const release = await pulls_merge(scene, pull.number);
    chapter.claim(`v0.2.0 answers in DEV, then PROD, ${seconds(release.seconds)} after the merge`, await bothServe(scene, "v0.2.0"));
    chapter.claim("nothing was trained for that", !trained(release.result.stdout));
    return "v0.2.0, trained once, in the pull request";
}

;// CONCATENATED MODULE: ./build/flows/demo/chapters/document.js




/** A pull request that changes only a document. */
async function onlyWords(chapter, scene) {
    chapter.say("Somebody corrects a sentence about the data, and nothing else:");
    chapter.doing("the pull request's job");
    const change = (work) => (0,promises_.appendFile)((0,external_node_path_.join)(work, "data", "LICENSE.md"), "\nThe scans were made by 43 people.\n");
    const pull = await pulls_openPull(scene, { branch: "words", title: "Say who wrote the digits", change });
    chapter.show([`check mainline: ${pull.check.conclusion} · ${pull.check.title}`]);
    const { outputs, stdout } = pull.job.result;
    chapter.claim("no stage is stale, and nothing ran", outputs["stale"] === "0" && !trained(stdout));
    chapter.claim(`the check is green all the same, after ${seconds(pull.job.seconds)}`, pull.check.conclusion === "success");
    return `nothing to do, green in ${seconds(pull.job.seconds)}`;
}

// EXTERNAL MODULE: ./build/flows/status.js + 1 modules
var flows_status = __webpack_require__(47066);
;// CONCATENATED MODULE: ./build/flows/demo/chapters/ending.js






/** What the tags of the repository say, offline, and what the environments answer. */
async function whatRunsWhere(chapter, scene) {
    await git(scene.work, "checkout", "-q", "-f", "main");
    await git(scene.work, "pull", "-q", "--tags", "origin", "main");
    const { document } = await (0,flows_status.status)(scene.context, { model: MODEL, verify: true, remote: null });
    chapter.show(["$ mainline status --verify", ...screen(document, chapter.style)]);
    const [model] = document.models;
    const prod = model?.environments.find(({ name }) => name === "prod");
    chapter.claim("PROD holds at v0.2.0: nothing newer goes there by itself", prod?.version === "v0.2.0" && prod.hold !== null);
    const rejected = model?.rejected?.map(({ version }) => version) ?? [];
    chapter.claim("v0.3.0 is rejected: no policy promotes it again", rejected.includes("v0.3.0"));
    chapter.claim("both environments answer with what the tags say", model?.environments.every(({ health }) => health?.ok === true) === true);
    return { version: prod?.version ?? "nothing", digest: prod?.digest ?? "", url: scene.urls.prod };
}
/** Writes what is worth opening; label → absolute path. */
async function keepFiles(scene) {
    const repository = scene.gitHub.repository(REPOSITORY);
    const comments = repository.comments.map(({ issue, body }) => `<!-- pull request ${issue} -->\n${body}`);
    const comment = (0,external_node_path_.join)(scene.dir, "comments.md");
    await (0,promises_.writeFile)(comment, comments.join("\n\n---\n\n"));
    return {
        comments: comment,
        report: (0,external_node_path_.join)(scene.dir, "report.json"),
        "jobs' log": (0,external_node_path_.join)(scene.dir, "jobs.log"),
        "Ada's clone": scene.work,
    };
}

// EXTERNAL MODULE: ./build/flows/run.js + 5 modules
var run = __webpack_require__(25144);
// EXTERNAL MODULE: ./build/flows/transfer.js + 4 modules
var transfer = __webpack_require__(96149);
;// CONCATENATED MODULE: ./build/flows/demo/chapters/first.js







const RUN = {
    targets: [],
    force: false,
    forceDownstream: false,
    noRunCache: false,
    noCommit: false,
    keepGoing: false,
    pull: false,
    dry: false,
    jobs: null,
};
const PUSH = { targets: [], remote: null, jobs: null, allCommits: false, runCache: true };
/** Ada trains on her own machine, and the push to main is released: a job makes the image and deploys it. */
async function firstTraining(chapter, scene) {
    chapter.say("Ada has 1,797 scanned digits and a DVC pipeline. She runs it on her own machine:");
    chapter.doing("mainline run");
    const { document } = await (0,run.run)(scene.context, RUN);
    chapter.show(["$ mainline run", ...screen(document, chapter.style)]);
    chapter.say("She pushes the results to the team's store and the code to main, and the push starts a job at GitHub.");
    chapter.doing("mainline push, git push, and the job");
    await (0,transfer.push)(scene.context, PUSH);
    await git(scene.work, "add", "-A");
    await git(scene.work, "commit", "-q", "-m", "Read handwritten digits");
    const { result, seconds: took } = await jobAfter(scene, () => git(scene.work, "push", "-q", "-u", "origin", "main"));
    chapter.say(`After ${seconds(took)} it says: ${result.outputs["said"] ?? "nothing"}.`);
    chapter.claim("the stored model became an image, without Docker and without training again", !trained(result.stdout));
    chapter.claim("v0.1.0 answers in DEV and in PROD", await bothServe(scene, "v0.1.0"));
    await askOnce(chapter, scene);
    return "v0.1.0 in DEV and PROD";
}
async function askOnce(chapter, scene) {
    const [scan] = await heldOutScans(scene);
    if (scan === undefined)
        return chapter.claim("a scan was kept apart to ask with", false);
    chapter.say("A scan that no model has learnt from, sent to PROD by the Open Inference Protocol:");
    chapter.show([...draw(scan), "", `POST ${scene.urls.prod}/v2/models/digits/infer`]);
    const [answer] = await predict(scene.urls.prod, [scan]);
    chapter.claim(`PROD reads a ${answer}; a person had read a ${scan.digit}`, answer === scan.digit);
}

;// CONCATENATED MODULE: ./build/flows/demo/chapters/worse.js



/** A pull request whose model is worse. */
async function worseModel(chapter, scene) {
    chapter.say("Another branch hurries: learning_rate: 5. The gates of main judge it:");
    chapter.doing("the pull request's job");
    const change = editParams({ epochs: 20, learning_rate: 5 });
    const pull = await pulls_openPull(scene, { branch: "hurry", title: "Learn faster", change });
    chapter.show(plainComment(pull.comment));
    chapter.claim("the gate says no", pull.job.result.outputs["verdict"] === "failed");
    chapter.claim("the check is red, so a required check keeps the merge back", pull.check.conclusion === "failure");
    chapter.claim("DEV and PROD never saw it", await bothServe(scene, "v0.2.0"));
    return "the gate says no, the check is red";
}

;// CONCATENATED MODULE: ./build/flows/demo/story.js

/** Tells the story chapter by chapter, and keeps account of what was claimed and whether it held. */
class Story {
    #listener;
    #clock;
    #steps = [];
    constructor(listener, clock) {
        this.#listener = listener;
        this.#clock = clock;
    }
    get steps() {
        return this.#steps;
    }
    /** Plays one chapter and returns what came of it; `note` makes of that what stands beside its name in the end. */
    async chapter(name, play, note) {
        const start = this.#clock.monotonic();
        const number = this.#steps.length + 1;
        this.#listener.tell(`\n${(0,report.paint)(this.#listener.style, "strong", `${number}  ${name}`)}`);
        const chapter = new Chapter(this.#listener);
        const came = await play(chapter);
        const seconds = (this.#clock.monotonic() - start) / 1000;
        this.#steps.push({ name, seconds, ok: chapter.held, note: note(came) });
        return came;
    }
    tell(line) {
        this.#listener.tell(line);
    }
}
class Chapter {
    #listener;
    #held = true;
    constructor(listener) {
        this.#listener = listener;
    }
    get style() {
        return this.#listener.style;
    }
    /** True while everything claimed so far was so. */
    get held() {
        return this.#held;
    }
    /** A sentence or two, wrapped. */
    say(words) {
        for (const line of (0,report.wrap)(words, Math.min(this.#listener.style.width, 100) - 3))
            this.#listener.tell(`   ${line}`);
    }
    /** What somebody sees: a screen, a comment, a picture. */
    show(lines) {
        const { style } = this.#listener;
        const edge = (0,report.paint)(style, "quiet", "│");
        this.#listener.tell("");
        for (const line of lines)
            this.#listener.tell(`   ${edge} ${line}`.trimEnd());
        this.#listener.tell("");
    }
    /** Says what is going on, until something is told. */
    doing(words) {
        this.#listener.work(words);
    }
    /** A claim, and whether it is so: one that is not makes the demo end with "no". */
    claim(words, holds) {
        this.#held &&= holds;
        this.#listener.tell(`   ${(0,report.sign)(this.#listener.style, holds ? "done" : "no")} ${words}`);
    }
}

;// CONCATENATED MODULE: ./build/flows/demo.js











/** Lives the life of a model in a new folder, by the code that does it at GitHub. Answer "no" when something was not as told. */
async function demo(context, options) {
    const scene = await setScene(context, options.dir);
    const story = new Story(options.listener, context.clock);
    let isKept = false;
    // at once, beside the end of a job that may take its time: nothing may be left when the program has to be gone
    const stopAtOnce = () => void stopEnvironments(scene);
    context.signal.addEventListener("abort", stopAtOnce, { once: true });
    try {
        await forEach(scene, environments/* own */.ZV);
        story.tell(`The life of a model, in ${scene.dir}`);
        story.tell("GitHub is played by a server of our own; git, the pipeline, images and processes are real.");
        const document = await live(scene, story, options.keep);
        if (options.keep)
            await forEach(scene, environments/* letGo */.Ko);
        isKept = options.keep;
        return { answer: document.steps.every(({ ok }) => ok) ? "yes" : "no", document };
    }
    finally {
        context.signal.removeEventListener("abort", stopAtOnce);
        if (!isKept)
            await stopEnvironments(scene);
        await scene.gitHub.stop();
    }
}
async function live(scene, story, kept) {
    const itself = (note) => note;
    await story.chapter("A first model on main", (chapter) => firstTraining(chapter, scene), itself);
    await story.chapter("A pull request makes it better", (chapter) => betterModel(chapter, scene), itself);
    await story.chapter("A pull request changes a document", (chapter) => onlyWords(chapter, scene), itself);
    await story.chapter("A pull request makes it worse", (chapter) => worseModel(chapter, scene), itself);
    const times = await story.chapter("A bad model reaches production, and goes", (chapter) => badModel(chapter, scene), ({ rollbackSeconds }) => `gone ${seconds(rollbackSeconds)} after the merge of the revert`);
    const prod = await story.chapter("What runs where", (chapter) => whatRunsWhere(chapter, scene), ({ version }) => `PROD on hold at ${version}, v0.3.0 rejected`);
    return {
        schema: "mainline.demo/1",
        dir: scene.dir,
        repository: scene.gitHub.bareDirectory(REPOSITORY),
        registry: scene.registry,
        steps: story.steps,
        ...times,
        prod,
        files: await keepFiles(scene),
        kept,
        ...(kept ? { stop: `kill ${folders(scene).flatMap(environments/* processesOf */.L6).join(" ")}` } : {}),
    };
}
/** Whatever ended the demo: a second Ctrl-C or a broken state must not leave a server behind, so each is tried for itself. */
async function stopEnvironments(scene) {
    const { clock, progress } = scene.context;
    const { signal } = new AbortController();
    await Promise.allSettled(folders(scene).map((folder) => (0,environments/* stopProcesses */.aD)(folder, { clock, progress, signal })));
}
async function forEach(scene, act) {
    await Promise.all(folders(scene).map(act));
}
function folders({ context, ports }) {
    return Object.values(ports).map((port) => (0,environments/* stateFolder */.yp)((0,external_node_path_.join)(context.machine.stateDir, "process", String(port))));
}


/***/ }),

/***/ 99032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ askEnvironment),
/* harmony export */   r: () => (/* binding */ urlOf)
/* harmony export */ });
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60944);
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72752);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39525);



const ASK_MS = 2000;
/** The environment's own answer; null where it has no address or holds nothing. */
async function askEnvironment(site, model, name) {
    const environment = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)((0,_site_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(site, model), name);
    const url = urlOf(environment?.config ?? null);
    if (url === null || environment === null || environment.version === null)
        return null;
    const { clock, signal } = site.context;
    const untold = environment.config?.untold;
    return (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_1__/* .probe */ .dy)({ url, model, version: environment.version, untold, deadlineMs: ASK_MS, clock, signal });
}
/** Where an environment is asked; null when nobody knows. */
function urlOf(config) {
    if (config === null)
        return null;
    if (config.probe !== null)
        return config.probe;
    const port = (0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .portHere */ .S6)(config.deploy);
    return port === null ? null : `http://127.0.0.1:${port}`;
}


/***/ }),

/***/ 88979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ imageAt)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _release_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23768);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73351);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39525);




const LANES = 4;
/** Asks without pulling: the manifest is read and hashed, its layers are asked for, and the version's tag has to name it. */
async function imageAt(site, asked) {
    const { image, digest, version } = asked;
    const store = (0,_site_js__WEBPACK_IMPORTED_MODULE_3__/* .openStore */ .Ch)(site, (0,_site_js__WEBPACK_IMPORTED_MODULE_3__/* .locationOf */ .hD)(image));
    try {
        if ((await store.resolve(digest)) === null)
            return { kind: "gone", says: `${store.location} has no image ${digest}` };
        const missing = await missingBlobs(store, digest);
        if (missing > 0)
            return { kind: "gone", says: `${missing} layers of the image ${digest} are gone from ${store.location}` };
        const found = await (0,_signing_js__WEBPACK_IMPORTED_MODULE_2__/* .signatureAt */ .Ou)(site, asked);
        if (found.kind === "unsigned")
            return found;
        return await tagNames(store, { digest, version });
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || failure.code === "interrupted")
            throw failure;
        if (failure.code === "sigstore-root")
            return unjudged(failure);
        if (failure.code === "blob-corrupt")
            return { kind: "gone", says: `${failure.message}` };
        return { kind: "unknown", says: `${store.location} could not be asked: ${failure.message}` };
    }
}
/** The image is there; who signed it cannot be told. */
function unjudged({ message, details }) {
    const says = `whether it is signed cannot be told: ${message}`;
    return { kind: "unknown", says, ...(details.hint === undefined ? {} : { next: details.hint }) };
}
async function missingBlobs(store, digest) {
    const { config, layers } = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(await store.manifest(digest), `${store.location}@${digest}`);
    const blobs = new Set([config, ...layers].map((blob) => blob.digest));
    let missing = 0;
    await (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .HN)([...blobs], LANES, async (blob) => {
        if (!(await store.hasBlob(blob)))
            missing += 1;
    });
    return missing;
}
/** People pull by the tag: one that was moved gives them something else, whatever is deployed. */
async function tagNames(store, { digest, version }) {
    const tag = (0,_release_index_js__WEBPACK_IMPORTED_MODULE_1__/* .imageTagFor */ .bR)(version);
    const named = await store.resolve(tag);
    if (named === null || named === digest)
        return { kind: "there" };
    return {
        kind: "wrong",
        says: `the registry's tag ${tag} names ${named}, not ${digest}`,
        next: `somebody pushed over it: pull by digest (${store.location}@${digest}), and see who may write to the registry`,
    };
}


/***/ }),

/***/ 22415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ optionalRemote),
/* harmony export */   T: () => (/* binding */ withRemote)
/* harmony export */ });
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15325);
/* harmony import */ var _remotes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41805);


/** The default remote; null without one, and with a word of warning where it is of a kind that we cannot talk to. */
async function optionalRemote(context, config) {
    if (config.defaultRemote === null)
        return null;
    try {
        return await (0,_remotes_js__WEBPACK_IMPORTED_MODULE_1__/* .remoteOf */ .e1)(context, config, null);
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || failure.code !== "remote-not-supported")
            throw failure;
        context.progress.warn(`${failure.message}: only what this machine holds is known`);
        return null;
    }
}
/** An observer that asks the remote for what this machine lacks: single runs by key, listings and objects by id. Nothing is listed. */
function withRemote(observer, { cache, runCache, remote }) {
    if (remote === null)
        return observer;
    return {
        ...observer,
        knownRun: async (inputs) => {
            const here = await observer.knownRun(inputs);
            if (here !== null || (await remote.fetchRuns(runCache, [runCache.key(inputs)])) === 0)
                return here;
            return observer.knownRun(inputs);
        },
        // the listing of a directory is the last of it that is written: where it is, all is
        stored: async (oid, hash) => (await observer.stored(oid, hash)) || (await remote.has([oid], hash)).size > 0,
        listing: async (oid, hash) => {
            const here = await observer.listing(oid, hash);
            if (here !== null || (await remote.fetch(oid, cache, hash)) === null)
                return here;
            return observer.listing(oid, hash);
        },
    };
}


/***/ }),

/***/ 69689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ shelvedObjects),
/* harmony export */   z: () => (/* binding */ asRecorded)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1088);
/* harmony import */ var _digest_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22712);



/** Recorded files: from this machine's cache, else from the remote. What does not hash to its name counts as absent. */
function shelvedObjects({ cache, remote }) {
    const fetched = async (oid, hash) => remote !== null && (await remote.fetch(oid, cache, hash)) !== null;
    const read = async (oid, hash) => {
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(cache.path(oid, hash)).catch(() => null);
        return bytes === null || (hash === "md5" && (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .hashBytes */ .yi)(bytes) !== oid) ? null : bytes;
    };
    return {
        read: async (oid, hash) => (await read(oid, hash)) ?? ((await fetched(oid, hash)) ? read(oid, hash) : null),
        listing: async (oid, hash) => (await cache.readListing(oid, hash)) ?? ((await fetched(oid, hash)) ? cache.readListing(oid, hash) : null),
    };
}
/**
 * A tree as it would read had the recorded results been committed: a metrics file that git tracks and nobody brought up
 * to date counts as absent, so that what the lock records is read in its place.
 */
function asRecorded(tree, project) {
    const recorded = new Map();
    for (const stage of project.stages) {
        for (const out of stage.outs) {
            const record = out.cache || out.at === null ? null : (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_1__/* .recordOf */ .zv)(stage, out);
            if (record?.oid && record.hash === "md5")
                recorded.set(out.at ?? "", record.oid);
        }
    }
    return {
        ...tree,
        name: tree.name,
        list: (path) => tree.list(path),
        kind: (path) => tree.kind(path),
        read: async (path) => {
            const bytes = await tree.read(path);
            const oid = recorded.get(path);
            return bytes === null || oid === undefined || oid === (0,_digest_index_js__WEBPACK_IMPORTED_MODULE_2__/* .hashBytes */ .yi)(bytes) ? bytes : null;
        },
    };
}


/***/ }),

/***/ 47066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  status: () => (/* binding */ status_status),
  F: () => (/* binding */ survey)
});

// EXTERNAL MODULE: ./build/environments/index.js + 70 modules
var environments = __webpack_require__(72752);
// EXTERNAL MODULE: ./build/flows/release/health.js
var health = __webpack_require__(99032);
// EXTERNAL MODULE: ./build/flows/release/open-site.js + 2 modules
var open_site = __webpack_require__(49054);
// EXTERNAL MODULE: ./build/flows/release/site.js
var release_site = __webpack_require__(39525);
// EXTERNAL MODULE: ./build/flows/status/metrics.js
var metrics = __webpack_require__(79767);
// EXTERNAL MODULE: ./build/flows/status/pull-in.js
var pull_in = __webpack_require__(36592);
// EXTERNAL MODULE: ./build/flows/status/verify.js
var verify = __webpack_require__(73072);
;// CONCATENATED MODULE: ./build/flows/status/waits.js

/** What promotions into an environment, or on from it, have to wait for: from tags and mainline.yaml alone. */
function waitsFor(site, state, environment) {
    const seconds = soakSeconds(site, environment.name);
    return {
        soakSeconds: seconds,
        soaking: soakingStatus(state, environment, { now: site.context.clock.now(), soakMs: (seconds ?? 0) * 1000 }),
        frozen: frozenStatus(site, environment),
        approvals: approvalStatus(state, environment),
    };
}
/** What the environments behind this one ask for, the longest of it; null when nobody asks. */
function soakSeconds(site, name) {
    const followers = [...site.config.environments.values()].filter((config) => config.after === name);
    const longest = Math.max(0, ...followers.map((config) => config.soakMs));
    return longest === 0 ? null : longest / 1000;
}
function soakingStatus(state, environment, looking) {
    const { since, broken } = (0,environments/* soakingOf */.wN)(state, environment, looking);
    return { since: since?.toISOString() ?? null, broken };
}
function frozenStatus({ context }, { config }) {
    const frozen = (0,environments/* frozenAt */.qt)(config?.freeze ?? [], context.clock.now());
    return frozen === null ? null : { ...frozen, until: frozen.until.toISOString() };
}
/** Of what the environment before holds, or the latest version. */
function approvalStatus(state, environment) {
    const { config, version } = environment;
    if (config === null || config.approve === null)
        return null;
    const due = config.after === null ? state.history.latest?.version : (0,environments/* environmentOf */.p7)(state, config.after)?.version;
    const found = due == null || due === version ? null : (0,environments/* versionOf */.E4)(state.history, due);
    if (found === null)
        return null;
    const by = (0,environments/* approvalsOf */.mh)(state, environment, found).map((approval) => approval.by);
    return { version: found.version, by, needed: config.approve.count };
}

;// CONCATENATED MODULE: ./build/flows/status.js








/**
 * What runs where, since when, from which commit, and what stops it: from tags alone. Where it is to be verified, the answer is "no"
 * when registry or server say something else than git, and "unknown" when one of them could not be asked.
 */
async function status_status(context, options) {
    const site = await (0,open_site/* openSite */.c2)(context, { remote: options.remote, plan: false, by: null });
    const models = await survey(site, options);
    const at = context.clock.now().toISOString();
    if (!options.verify)
        return { answer: "yes", document: { schema: "mainline.status/1", at, models } };
    const { verified, models: asked } = await (0,verify/* verify */.M)(site, models);
    return { answer: (0,verify.answerOf)(verified), document: { schema: "mainline.status/1", at, models: asked, verified } };
}
/** Every model that tags or mainline.yaml name, or the one that is asked for. */
async function survey(site, options) {
    const subjects = new Map();
    const names = new Set([...site.config.models.keys(), ...[...site.ledger.histories().keys()].sort()]);
    const models = [];
    for (const name of names) {
        if (options.model === null || options.model === name)
            models.push(await modelStatus(site, name, subjects));
    }
    return models;
}
async function modelStatus(site, name, subjects) {
    const state = (0,release_site/* stateOf */.L4)(site, name);
    const environments = [];
    for (const environment of state.environments) {
        environments.push(await environmentStatus(site, state, environment, subjects));
    }
    const rejected = [...state.rejections.values()].map(({ version, reason }) => ({ version, reason }));
    return { name, latest: state.history.latest?.version ?? null, rejected, environments };
}
async function environmentStatus(site, state, environment, subjects) {
    const { assignment, config, hold } = environment;
    const trailers = assignment?.entry.message.trailers;
    const registration = state.history.versions.find((known) => known.version === environment.version)?.registration;
    const back = assignment === null ? null : (0,environments/* rollbackTarget */.es)(state, environment);
    const subject = assignment === null ? null : await subjectOf(site, assignment.commit, subjects);
    return {
        name: environment.name,
        version: environment.version,
        digest: environment.digest,
        image: environment.image,
        url: (0,health/* urlOf */.r)(config),
        since: environment.since?.toISOString() ?? null,
        commit: assignment?.commit ?? null,
        subject,
        pull: (0,pull_in/* pullOfTag */.J)(registration?.message.trailers.pulls) ?? (0,pull_in/* pullIn */.F)(subject ?? ""),
        by: assignment === null ? null : (trailers?.by ?? assignment.entry.tag.tagger.name),
        reason: trailers?.reason ?? null,
        metrics: metricsOf(site, registration?.message.trailers.metrics),
        waived: registration?.message.trailers.waived ?? [],
        tag: assignment?.entry.tag.name ?? null,
        after: config?.after ?? null,
        ...(config?.auto === false ? { auto: false } : {}),
        hold: hold?.reason ?? null,
        held: hold === null ? null : heldDetails(hold),
        ...failedStatus(state, environment),
        ...waitsFor(site, state, environment),
        rollback: back === null ? null : wayBack(site, state.model, environment, back),
    };
}
function metricsOf(site, lines) {
    return lines === undefined ? null : (0,metrics/* metricsInLines */.cT)(lines, site);
}
function failedStatus(state, environment) {
    const failure = (0,environments/* lastFailure */.xW)(state, environment);
    if (failure === null)
        return {};
    const { version, at, reason } = failure;
    return { failed: { version, at: at.toISOString(), reason } };
}
function wayBack(site, model, { name }, back) {
    const digest = (0,environments/* digestOf */.ol)(back);
    const last = digest === null ? null : (0,environments/* lastRehearsal */.ai)(site.ledger.rehearsals(), { model, environment: name, digest });
    const rehearsed = last === null ? null : wayOf(last);
    return { version: back.version, inRegistry: null, rehearsed };
}
function wayOf({ at, ok, started, says }) {
    return { at: at.toISOString(), ok, started, says };
}
function heldDetails(hold) {
    const { since, rejected, from, declared } = hold;
    return { since: since.toISOString(), rejects: rejected, from, declared };
}
/** A tag's commit may be missing in a shallow clone. */
function subjectOf(site, commit, subjects) {
    const known = subjects.get(commit);
    if (known !== undefined)
        return known;
    const subject = site.git.commitInfo(commit).then((info) => info.subject, () => null);
    subjects.set(commit, subject);
    return subject;
}


/***/ }),

/***/ 79767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FR: () => (/* binding */ releasedMetrics),
/* harmony export */   ZG: () => (/* binding */ measurementsOf),
/* harmony export */   cT: () => (/* binding */ metricsInLines)
/* harmony export */ });
/* unused harmony export metricLines */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _compare_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1088);
/* harmony import */ var _kernel_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15325);
/* harmony import */ var _manifest_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94738);
/* harmony import */ var _store_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68511);
/* harmony import */ var _remote_shelves_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(22415);
/* harmony import */ var _report_objects_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69689);








/** So many of one version are told; a project that measures more is asked with `mainline diff`. */
const MOST = 100;
/**
 * From git and this machine's cache; what they lack from the remote where `asking` allows it, for what a pull request measured is in
 * git only when somebody committed it. Each commit is read once.
 */
async function releasedMetrics(site, { asking }) {
    const { home, systemConfigDir, globalConfigDir } = site.context.machine;
    const places = { root: site.root, home, systemDir: systemConfigDir, globalDir: globalConfigDir };
    const config = await orNull((0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_4__/* .loadConfig */ .Z9)(places));
    const remote = config === null || !asking ? null : await orNull((0,_remote_shelves_js__WEBPACK_IMPORTED_MODULE_6__/* .optionalRemote */ .R)(site.context, config));
    const below = (0,_kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .joinPath */ .uJ)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(site.git.root), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(site.root)));
    const known = new Map();
    return (commit) => {
        const found = known.get(commit) ?? (config === null ? Promise.resolve(null) : orNull(read(commit)));
        known.set(commit, found);
        return found;
    };
    async function read(commit) {
        if (config === null)
            return null;
        const tree = site.git.treeAt(commit, below);
        const project = await (0,_manifest_index_js__WEBPACK_IMPORTED_MODULE_4__/* .loadProject */ .gi)(tree, { config, root: site.root });
        const objects = (0,_report_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .shelvedObjects */ .W)({ cache: new _store_index_js__WEBPACK_IMPORTED_MODULE_5__/* .Cache */ .l2(config.cacheDir), remote });
        const table = await (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readMetrics */ .Uw)({
            tree: (0,_report_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .asRecorded */ .z)(tree, project),
            project,
            objects,
            data: (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedData */ .Zw)(project),
        });
        const all = [...table.files].flatMap(([file, values]) => [...values].map(([name, value]) => ({ file, name, value, gated: isGated(site, file, name) })));
        if (all.length === 0 && table.unavailable.size > 0)
            return null;
        return [...all.filter(({ gated }) => gated), ...all.filter(({ gated }) => !gated)].slice(0, MOST);
    }
}
function isGated({ config }, file, name) {
    return config.gates.some((gate) => gate.file === file && gate.metric === name);
}
/** A board without a number is better than none: a commit may be missing in a shallow clone, its files may be broken. */
async function orNull(promise) {
    try {
        return await promise;
    }
    catch (failure) {
        if (!(failure instanceof _kernel_index_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR))
            throw failure;
        return null;
    }
}
/** What is written down with a version that a commit makes: what was measured, and what gates say of it beside the version before. */
async function measurementsOf(site, commit, before) {
    const metrics = (await (await releasedMetrics(site, { asking: true }))(commit)) ?? [];
    const lines = before?.registration?.message.trailers.metrics ?? [];
    return { metrics: metricLines(metrics), gates: gateLines(site, metrics, metricsInLines(lines, site)) };
}
/** `metrics.json:accuracy 0.91 → 0.934 passed`, for each gate that could be judged. */
function gateLines({ config: { gates } }, now, before) {
    const base = before.length === 0 ? null : tableOf(before);
    const judged = (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .evaluateGates */ .ud)(gates, { base, head: tableOf(now) }).filter(({ head }) => head !== null);
    return judged.slice(0, MOST_GATED).map(({ file, metric, base: then, head, verdict, why }) => {
        const values = then === null ? (0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatExact */ .Bo)(head) : `${(0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatExact */ .Bo)(then)} → ${(0,_compare_index_js__WEBPACK_IMPORTED_MODULE_2__/* .formatExact */ .Bo)(head)}`;
        return `${file}:${metric} ${values} ${verdict === "passed" ? "passed" : `${verdict}: ${why}`}`;
    });
}
function tableOf(metrics) {
    const files = Map.groupBy(metrics, ({ file }) => file);
    return {
        files: new Map([...files].map(([file, rows]) => [file, new Map(rows.map(({ name, value }) => [name, value]))])),
        unavailable: new Set(),
        problems: [],
        mappings: new Set(files.keys()),
    };
}
/** So many are written down with a version where gates name some, and so many where none does. */
const [MOST_GATED, MOST_UNGATED] = [20, 5];
/** What a version's tag keeps of its metrics: those that gates look at; without gates the first few. */
function metricLines(metrics) {
    const gated = metrics.filter((metric) => metric.gated).slice(0, MOST_GATED);
    const kept = gated.length > 0 ? gated : metrics.slice(0, MOST_UNGATED);
    return kept.map(({ file, name, value }) => `${file}:${name} ${JSON.stringify(typeof value === "bigint" ? Number(value) : value)}`);
}
/** Those lines read again. What is none of ours is passed over. */
function metricsInLines(lines, site) {
    return lines.flatMap((line) => {
        const [, file = "", name = "", value = ""] = /^([^:]+):(.*?) (-?[0-9][0-9.eE+-]*|true|false|".*")$/.exec(line) ?? [];
        return file === "" ? [] : [{ file, name, value: leafOf(value), gated: isGated(site, file, name) }];
    });
}
function leafOf(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === "number" || typeof value === "boolean" || typeof value === "string" ? value : text;
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 36592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ pullIn),
/* harmony export */   J: () => (/* binding */ pullOfTag)
/* harmony export */ });
/** The pull request as GitHub writes it into the first line of commits that it makes of them: squashed, or merged. */
function pullIn(subject) {
    const [, squashed, merged] = /\(#(\d{1,9})\)$|^Merge pull request #(\d{1,9})\b/.exec(subject) ?? [];
    const number = squashed ?? merged;
    return number === undefined ? null : Number(number);
}
/** The same of a tag's lines `Pull: #12`: the last of them. */
function pullOfTag(lines = []) {
    const [, number] = /^#(\d{1,9})$/.exec(lines.at(-1) ?? "") ?? [];
    return number === undefined ? null : Number(number);
}


/***/ }),

/***/ 73072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ verify),
/* harmony export */   answerOf: () => (/* binding */ answerOf),
/* harmony export */   together: () => (/* binding */ together)
/* harmony export */ });
/* harmony import */ var _environments_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72752);
/* harmony import */ var _release_health_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99032);
/* harmony import */ var _release_image_at_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88979);
/* harmony import */ var _release_site_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39525);




/** Holds git's tags against the registry and against the servers: each says for itself what it has. */
async function verify(site, models) {
    const found = [];
    const asked = [];
    for (const model of models) {
        const state = (0,_release_site_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(site, model.name);
        const environments = [];
        for (const declared of model.environments) {
            const environment = await verifyEnvironment(site, state, declared);
            environments.push(environment.status);
            found.push(...environment.judged);
        }
        asked.push({ ...model, environments });
    }
    const of = (verdict) => found.filter((each) => each.verdict === verdict).map(({ finding }) => finding);
    return { models: asked, verified: { disagreements: of("no"), unasked: of("unknown") } };
}
/** What was found in several parts of a repository; what two of them found is told once. */
function together(parts) {
    const once = (findings) => [
        ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
    ];
    return {
        disagreements: once(parts.flatMap(({ disagreements }) => disagreements)),
        unasked: once(parts.flatMap(({ unasked }) => unasked)),
    };
}
function answerOf({ disagreements, unasked }) {
    if (disagreements.length > 0)
        return "no";
    return unasked.length > 0 ? "unknown" : "yes";
}
async function verifyEnvironment(site, state, declared) {
    const { name: environment, version, rollback } = declared;
    if (version === null)
        return { status: declared, judged: [] };
    const about = { model: state.model, environment };
    const server = await serverAnswer(site, state.model, declared);
    const image = await imageOfVersion(site, state, version);
    const back = rollback == null ? null : await imageOfVersion(site, state, rollback.version);
    const judged = [
        ...tagsAgree(state, declared),
        ...imageJudged(image, `${environment} has ${version}`, `mainline rollback ${state.model} ${environment} --to ${version}`),
        ...imageJudged(back, `a rollback of ${environment} would bring back ${rollback?.version}`, `mainline rollback --rehearse ${environment}`),
        ...server.judged,
    ].map(({ verdict, ...finding }) => ({ verdict, finding: { ...about, ...finding } }));
    const inRegistry = back === null || back.kind === "unknown" ? null : back.kind === "there";
    const way = rollback == null ? {} : { rollback: { ...rollback, inRegistry } };
    return { status: { ...declared, health: server.health, ...way }, judged };
}
/** The tag that assigned a version and the tag that released it name the same image. */
function tagsAgree(state, { name, version, digest, tag }) {
    const released = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)((0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(state.history, version ?? ""));
    if (released === null || digest === null || released === digest)
        return [];
    return [
        {
            verdict: "no",
            who: "git",
            says: `the tag ${tag} says that ${name} has ${digest}, but ${version} was released as ${released}`,
            next: `one of the tags was made or moved by hand: git tag -v ${tag}, and see who may push tags (mainline doctor)`,
        },
    ];
}
async function imageOfVersion(site, state, name) {
    const version = (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .versionOf */ .E4)(state.history, name);
    const [image, digest] = [(0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .imageOf */ .dT)(version), (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(version)];
    return image === null || digest === null ? null : (0,_release_image_at_js__WEBPACK_IMPORTED_MODULE_2__/* .imageAt */ .t)(site, { image, digest, model: state.model, version: name });
}
function imageJudged(image, what, rebuild) {
    if (image === null || image.kind === "there")
        return [];
    const { says } = image;
    if (image.kind === "unknown") {
        const next = image.next ??
            "see that the registry can be reached from here, with a login that may read (MAINLINE_REGISTRY_USERNAME)";
        return [{ verdict: "unknown", who: "registry", says: `${what}, but ${says}`, next }];
    }
    const next = image.kind === "gone"
        ? `\`${rebuild}\`: the image is made anew from the stored model where that is there`
        : image.next;
    return [{ verdict: "no", who: "registry", says: `${what}, but ${says}`, next }];
}
async function serverAnswer(site, model, declared) {
    const { name, version, digest, url } = declared;
    const said = (verdict, says, next) => ({ verdict, who: "server", says, next });
    const answer = await (0,_release_health_js__WEBPACK_IMPORTED_MODULE_1__/* .askEnvironment */ .J)(site, model, name);
    if (answer === null) {
        const says = `nobody says where ${name} answers, so that its server was not asked`;
        return { health: null, judged: [said("unknown", says, `write environments.${name}.probe in mainline.yaml`)] };
    }
    const health = { ok: answer.ok, running: answer.serves.join(", ") || null, message: answer.reason };
    if (!answer.reached) {
        const next = "run this where the environment can be reached";
        return { health, judged: [said("unknown", `${url} could not be asked: ${answer.reason}`, next)] };
    }
    const repair = repairOf((0,_release_site_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(site, model), answer.serves);
    if (!answer.ok) {
        return { health, judged: [said("no", `${name} has ${version}, but ${url} says: ${answer.reason}`, repair)] };
    }
    if (answer.untold === true && answer.digest === null) {
        const says = `${name} has ${version}; ${url} is ready, and does not tell which version it serves`;
        const next = "golden requests tell versions apart that answer differently; docs/serving.md says how servers tell theirs";
        return { health, judged: [said("unknown", says, next)] };
    }
    if (answer.digest === null || digest === null || answer.digest === digest)
        return { health, judged: [] };
    const message = `${version} answers, but from the image ${answer.digest}`;
    const says = `${name} has the image ${digest}, but ${url} says that it serves ${answer.digest}`;
    return { health: { ...health, ok: false, message }, judged: [said("no", says, repair)] };
}
/** What to do where something else runs: a version that this clone never heard of was released by somebody else. */
function repairOf({ history }, serves) {
    const isKnown = (served) => history.versions.some(({ version }) => (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameVersion */ .p)(version, served));
    const unheard = serves.find((served) => (0,_environments_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurs */ .MU)(served) && !isKnown(served));
    return unheard === undefined
        ? "`mainline release` deploys anew what does not run; the server's own log says why it does not"
        : `this clone does not know ${unheard}: see what others released since with \`mainline status --fetch --verify\``;
}


/***/ })

};
