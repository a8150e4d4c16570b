import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BlobServiceClient } from "@azure/storage-blob";
import { openDepot } from "../../src/store/depots/azure.ts";
import { depotWords } from "./depot-words.ts";
import { FAULTS } from "./fault-proxy.ts";
import { freePort, type RemotePlace, type RemoteServer, remoteSuite } from "./remote-suite.ts";

const ACCOUNT = "devstoreaccount1";
/** Azurite's own key, the same everywhere and known to everyone. */
const KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

function connectionString(host: string, key = KEY): string {
	return `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${key};BlobEndpoint=http://${host}/${ACCOUNT};`;
}

/** Azurite with one container; every place is a prefix of its own. */
async function startAzurite(): Promise<RemoteServer> {
	const host = `127.0.0.1:${await freePort()}`;
	const [address = "", port = ""] = host.split(":");
	const folder = mkdtempSync(join(tmpdir(), "mainline-azure-"));
	const args = ["--silent", "--skipApiVersionCheck", "--blobHost", address, "--blobPort", port, "-l", folder];
	const child = spawn("azurite-blob", args, { stdio: "ignore", detached: true });
	const retryOptions = { maxTries: 20, retryDelayInMs: 250 };
	await BlobServiceClient.fromConnectionString(connectionString(host), { retryOptions }).createContainer("models");
	let places = 0;
	const at = (url: string, listening: string): RemotePlace => ({
		url,
		options: { connection_string: connectionString(listening) },
	});
	return {
		host,
		place: async () => at(`azure://models/team a/${++places}`, host),
		through: ({ url }, listening) => at(url, listening),
		stop: () => void process.kill(-(child.pid ?? 0), "SIGKILL"),
	};
}

remoteSuite("Azure Blob by azurite", startAzurite, { faults: FAULTS });

depotWords("Azure Blob", startAzurite, {
	place: (host) => ({ url: "azure://models/x", options: { connection_string: connectionString(host) } }),
	missing: (host) => ({ url: "azure://absent/x", options: { connection_string: connectionString(host) } }),
	forbidden: (host) => ({
		url: "azure://models/x",
		options: { connection_string: connectionString(host, `AAAA${KEY.slice(4)}`) },
	}),
	open: (config, surroundings) => openDepot(config, surroundings),
});
