import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Storage } from "@google-cloud/storage";
import type { RemoteConfig } from "../../manifest/index.ts";
import type { Surroundings } from "../depot.ts";
import { readOptions } from "./options.ts";
import { badOption } from "./troubles.ts";

/** Enough to read and write objects, and no more. */
const SCOPE = "https://www.googleapis.com/auth/devstorage.read_write";

/** The service, and how we log in there. */
export interface Account {
	/** `https://storage.googleapis.com`, without a slash at its end. */
	readonly endpoint: string;
	/** Headers that prove who we are; none for a stranger. Throws what Google's library throws. */
	login(): Promise<ReadonlyMap<string, string>>;
}

/**
 * The credentials that DVC would take: those of `credentialpath`, else the machine's own (application default credentials: the
 * environment, gcloud's login, a workload's or machine's identity), else none, which is enough for what is public.
 */
export async function openAccount(remote: RemoteConfig, surroundings: Surroundings): Promise<Account> {
	const endpoint = endpointOf(remote, surroundings);
	const path = readOptions(remote).text("credentialpath");
	if (readOptions(remote).yes("allow_anonymous_login") === true) return { endpoint: endpoint.url, login: anonymously };
	if (path !== null) {
		await checkKeyFile(remote.name, path);
		return { endpoint: endpoint.url, login: loginOf(endpoint.url, path) };
	}
	// An emulator, or somebody's own server: it shall not see what is meant for Google.
	if (endpoint.custom && !endpoint.url.startsWith("https://")) return { endpoint: endpoint.url, login: anonymously };
	if (endpoint.custom && !(await hasDefaultFile(surroundings))) return { endpoint: endpoint.url, login: anonymously };
	return { endpoint: endpoint.url, login: elseAnonymously(loginOf(endpoint.url, null)) };
}

function endpointOf(remote: RemoteConfig, { variables }: Surroundings): { url: string; custom: boolean } {
	const given = readOptions(remote).text("endpointurl") ?? variables["STORAGE_EMULATOR_HOST"] ?? "";
	if (given === "" || given === "default") {
		return { url: `https://storage.${variables["GOOGLE_CLOUD_UNIVERSE_DOMAIN"] || "googleapis.com"}`, custom: false };
	}
	const url = /^https?:\/\//.test(given) ? given : `http://${given}`;
	if (!URL.canParse(url)) throw badOption(remote.name, "endpointurl", "http(s)://HOST:PORT", given);
	return { url: url.replace(/\/+$/, ""), custom: true };
}

/** Google's library would tell of a broken file only much later, and in its own words. */
async function checkKeyFile(remote: string, path: string): Promise<void> {
	const found = await readFile(path, "utf8").then(
		(text) => (isKey(text) ? null : `${path}, which holds no such key`),
		() => `${path}, which cannot be read`,
	);
	if (found !== null)
		throw badOption(
			remote,
			"credentialpath",
			"a JSON file with the key of a service account, or gcloud's login",
			found,
		);
}

function isKey(text: string): boolean {
	try {
		const key: unknown = JSON.parse(text);
		return typeof key === "object" && key !== null && "type" in key;
	} catch {
		return false;
	}
}

async function hasDefaultFile({ variables, home }: Surroundings): Promise<boolean> {
	const folder = variables["CLOUDSDK_CONFIG"] || join(home, ".config", "gcloud");
	const path = variables["GOOGLE_APPLICATION_CREDENTIALS"] || join(folder, "application_default_credentials.json");
	return readFile(path).then(
		() => true,
		() => false,
	);
}

type Login = () => Promise<ReadonlyMap<string, string>>;

const NOBODY: ReadonlyMap<string, string> = new Map();

async function anonymously(): Promise<ReadonlyMap<string, string>> {
	return NOBODY;
}

/** A token is asked for when it is needed, once, and again shortly before it ends: the library sees to that. */
function loginOf(endpoint: string, keyFilename: string | null): Login {
	const { authClient } = new Storage({ scopes: SCOPE, ...(keyFilename === null ? {} : { keyFilename }) });
	return async () => new Map(await authClient.getRequestHeaders(endpoint));
}

/** Where nothing at all was found, we go on as strangers. Credentials that were found and do not work are an error. */
function elseAnonymously(login: Login): Login {
	let nothing: Promise<boolean> | null = null;
	return async () => {
		if (nothing !== null && (await nothing)) return NOBODY;
		const asked = login();
		nothing ??= asked.then(
			() => false,
			(cause: unknown) => foundNothing(cause),
		);
		return (await nothing) ? NOBODY : asked;
	};
}

function foundNothing(cause: unknown): boolean {
	return cause instanceof Error && /could not load the default credentials/i.test(cause.message);
}
