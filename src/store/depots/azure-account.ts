import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { TokenCredential } from "@azure/identity";
import { ContainerClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import { badInput } from "../../kernel/index.ts";
import { parseIni, type RemoteConfig } from "../../manifest/index.ts";
import type { Surroundings } from "../depot.ts";
import { readOptions } from "./options.ts";
import { badOption } from "./troubles.ts";

/** The SDK does not try again: whoever asks the depot does. */
const ONCE = { retryOptions: { maxTries: 1 }, userAgentOptions: { userAgentPrefix: "mainline" } };

export interface Opened {
	readonly container: ContainerClient;
	/** With what we log in, for people. */
	readonly login: string;
}

/** A client with the credentials that DVC would take, in its order: connection string, key, SAS token, service principal, those found. */
export async function openContainer(
	remote: RemoteConfig,
	{ container, surroundings }: { readonly container: string; readonly surroundings: Surroundings },
): Promise<Opened> {
	const account = await accountOf(remote, surroundings);
	if (account.connection !== null) return byConnectionString(remote, container, account.connection);
	if (account.name === null) throw noAccount(remote.name);
	const url = `https://${account.name}.blob.core.windows.net/${encodeURIComponent(container)}`;
	if (account.key !== null) {
		return { container: new ContainerClient(url, sharedKey(remote, account), ONCE), login: "the account key" };
	}
	if (account.sas !== null) {
		return {
			container: new ContainerClient(`${url}?${account.sas.replace(/^\?/, "")}`, undefined, ONCE),
			login: "the SAS token",
		};
	}
	const principal = await servicePrincipal(remote);
	if (principal === null && readOptions(remote).yes("allow_anonymous_login") === true) {
		return { container: new ContainerClient(url, undefined, ONCE), login: "no credentials (allow_anonymous_login)" };
	}
	const { credential, login } = principal ?? (await foundCredential(remote));
	return { container: new ContainerClient(url, credential, ONCE), login };
}

interface Account {
	readonly connection: string | null;
	readonly name: string | null;
	readonly key: string | null;
	readonly sas: string | null;
}

/** The remote's own settings, then the environment, then the Azure command line's `~/.azure/config`. */
async function accountOf(remote: RemoteConfig, { variables, home }: Surroundings): Promise<Account> {
	const folder = given(variables["AZURE_CONFIG_DIR"]) ?? join(home, ".azure");
	const text = await readFile(join(folder, "config"), "utf8").catch(() => "");
	const storage = parseIni(text, join(folder, "config")).get("storage");
	const setting = (option: string, name: string): string | null => {
		const kept = storage?.get(name);
		return (
			readOptions(remote).text(option) ??
			given(variables[`AZURE_STORAGE_${name.toUpperCase()}`]) ??
			given(typeof kept === "string" ? kept : kept?.join(","))
		);
	};
	return {
		connection: setting("connection_string", "connection_string"),
		name: setting("account_name", "account"),
		key: setting("account_key", "key"),
		sas: setting("sas_token", "sas_token"),
	};
}

function byConnectionString(remote: RemoteConfig, container: string, connection: string): Opened {
	try {
		return { container: new ContainerClient(connection, container, ONCE), login: "the connection string" };
	} catch {
		// The SDK's own words may hold a part of the key.
		throw badOption(
			remote.name,
			"connection_string",
			"DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…;EndpointSuffix=core.windows.net",
			"a text that is no connection string",
		);
	}
}

function sharedKey(remote: RemoteConfig, { name, key }: Account): StorageSharedKeyCredential {
	if (/^[A-Za-z0-9+/]+={0,2}$/.test(key ?? "")) return new StorageSharedKeyCredential(name ?? "", key ?? "");
	throw badOption(
		remote.name,
		"account_key",
		"the key as Azure's portal shows it, in Base64",
		"a text that is no Base64",
	);
}

interface Credential {
	readonly credential: TokenCredential;
	readonly login: string;
}

async function servicePrincipal(remote: RemoteConfig): Promise<Credential | null> {
	const [tenant, client, secret] = ["tenant_id", "client_id", "client_secret"].map((name) =>
		readOptions(remote).text(name),
	);
	if (!tenant || !client || !secret) return null;
	const { ClientSecretCredential } = await import("@azure/identity");
	return {
		credential: new ClientSecretCredential(tenant, client, secret),
		login: "the service principal of client_id",
	};
}

/**
 * Whatever this machine has: the environment, a workload's or a managed identity, the login of Azure's tools. The remote may
 * leave some out; managed identities come last then, since asking for one where there is none takes a while.
 */
async function foundCredential(remote: RemoteConfig): Promise<Credential> {
	const left = (name: string) => readOptions(remote).yes(`exclude_${name}_credential`) === true;
	const login = "what this machine has (environment, workload or managed identity, az login)";
	const identity = await import("@azure/identity");
	if (!["environment", "managed_identity", "visual_studio_code"].some(left)) {
		return { credential: new identity.DefaultAzureCredential(), login };
	}
	const chain: TokenCredential[] = [new identity.AzureCliCredential(), new identity.AzureDeveloperCliCredential()];
	if (!left("environment")) chain.unshift(new identity.EnvironmentCredential());
	if (!left("visual_studio_code")) chain.push(new identity.VisualStudioCodeCredential());
	if (!left("managed_identity")) chain.push(new identity.ManagedIdentityCredential());
	return { credential: new identity.ChainedTokenCredential(...chain), login };
}

function noAccount(remote: string): Error {
	return badInput("config-invalid", `remote "${remote}" does not say which storage account it is in`, {
		at: { file: ".dvc/config" },
		found:
			"neither account_name nor connection_string, in none of: the remote's settings, AZURE_STORAGE_ACCOUNT, AZURE_STORAGE_CONNECTION_STRING, ~/.azure/config",
		expected: "the name of the account, or a connection string",
		hint: `dvc remote modify ${remote} account_name NAME`,
	});
}

function given(value: string | undefined): string | null {
	return value === undefined || value === "" ? null : value;
}
