import { badInput } from "../kernel/index.ts";
import type { Credentials, Login } from "./model.ts";
import { isLoopback } from "./reference.ts";

type Json = Readonly<Record<string, unknown>>;

/** Docker Hub's entry in docker's own file. */
const HUB_NAMES = ["https://index.docker.io/v1/", "index.docker.io", "docker.io"];

/** What we may say to a registry: a login, a token to exchange (`identitytoken`), or nothing. */
export interface Identity {
	readonly login: Login | null;
	readonly refreshToken: string | null;
	/** A helper program may hold the login: which, and what it calls the registry. */
	readonly helper: Helper | null;
}

export interface Helper {
	/** `ecr-login` of `docker-credential-ecr-login`. */
	readonly name: string;
	readonly server: string;
}

/**
 * The identity for `host/path`: the given login first, then docker's or podman's file, the longest matching entry
 * (`host/acme/team` before `host/acme` before `host`) as containers-auth.json(5) has it. Failure `docker-config`.
 */
export function identityFor(credentials: Credentials | undefined, host: string, path: string): Identity {
	const { login = null, dockerConfig = null } = credentials ?? {};
	if (
		login !== null &&
		(login.host === null || login.host === host) &&
		(login.host !== null || !isForeignDefault(host))
	) {
		return { login: { username: login.username, password: login.password }, refreshToken: null, helper: null };
	}
	return dockerConfig === null ? nobody(null) : fromFile(parseFile(dockerConfig), host, path);
}

/** A login without a host is meant for the user's registry, never for Docker Hub's base images. */
function isForeignDefault(host: string): boolean {
	return host === "registry-1.docker.io" && !isLoopback(host);
}

function nobody(helper: Helper | null): Identity {
	return { login: null, refreshToken: null, helper };
}

function fromFile(file: Json, host: string, path: string): Identity {
	const auths = objectOf(file["auths"]);
	const entry = candidates(host, path)
		.map((name) => auths[name])
		.find((value) => value !== undefined);
	const identity = entry === undefined ? null : fromEntry(objectOf(entry));
	const helper = helperFor(file, host);
	// a helper for this very registry is asked in place of what the file holds, as docker does
	return helper?.own === true ? nobody(helper) : (identity ?? nobody(helper));
}

function fromEntry(entry: Json): Identity | null {
	const token = textOf(entry["identitytoken"]);
	if (token !== null) return { login: null, refreshToken: token, helper: null };
	const [username, password] = [textOf(entry["username"]), textOf(entry["password"])];
	if (username !== null && password !== null)
		return { login: { username, password }, refreshToken: null, helper: null };
	const auth = textOf(entry["auth"]);
	if (auth === null) return null;
	const text = Buffer.from(auth, "base64").toString("utf8");
	const colon = text.indexOf(":");
	if (colon < 1) return null;
	return {
		login: { username: text.slice(0, colon), password: text.slice(colon + 1).replace(/\0+$/, "") },
		refreshToken: null,
		helper: null,
	};
}

function candidates(host: string, path: string): string[] {
	const parts = path.split("/");
	const scoped = parts.map((_, index) => [host, ...parts.slice(0, parts.length - index)].join("/"));
	const hub = host === "registry-1.docker.io" ? HUB_NAMES : [];
	const plain = [host, ...hub];
	return [
		...scoped,
		...plain,
		...plain.flatMap((name) => [`https://${name}`, `http://${name}`, `https://${name}/v1/`, `https://${name}/v2/`]),
	];
}

/** Of one registry (`credHelpers`), or of all (`credsStore`). */
function helperFor(file: Json, host: string): (Helper & { readonly own: boolean }) | null {
	const hub = host === "registry-1.docker.io";
	const servers = hub ? [...HUB_NAMES, host] : [host];
	const helpers = objectOf(file["credHelpers"]);
	const own = servers.find((server) => textOf(helpers[server]) !== null);
	const [usual = host] = servers;
	if (own !== undefined) return { name: textOf(helpers[own]) ?? "", server: hub ? usual : own, own: true };
	const name = textOf(file["credsStore"]);
	return name === null ? null : { name, server: usual, own: false };
}

/** What a helper program answered (docker-credential-helpers): `<token>` for a name means a token to exchange. Null for nothing of use. */
export function identityFromHelper(answer: string, helper: Helper): Identity | null {
	const { Username, Secret } = parseAnswer(answer);
	const [username, secret] = [textOf(Username), textOf(Secret)];
	if (username === null || secret === null) return null;
	return username === "<token>"
		? { login: null, refreshToken: secret, helper }
		: { login: { username, password: secret }, refreshToken: null, helper };
}

function parseAnswer(text: string): Json {
	try {
		return objectOf(JSON.parse(text));
	} catch {
		return {};
	}
}

function parseFile(text: string): Json {
	try {
		return objectOf(JSON.parse(text));
	} catch (cause) {
		throw badInput("docker-config", "the file with registry logins is not JSON", {
			hint: "correct ~/.docker/config.json (or the file that REGISTRY_AUTH_FILE names)",
			cause,
		});
	}
}

function objectOf(value: unknown): Json {
	return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function textOf(value: unknown): string | null {
	return typeof value === "string" && value !== "" ? value : null;
}
