import { spawn } from "node:child_process";
import { openDepot } from "../../src/store/depots/gcs.ts";
import { depotWords } from "./depot-words.ts";
import { FAULTS } from "./fault-proxy.ts";
import { freePort, type RemotePlace, type RemoteServer, remoteSuite } from "./remote-suite.ts";

/** A server in memory with one bucket; every place is a prefix of its own. */
async function startGcs(): Promise<RemoteServer> {
	const host = `127.0.0.1:${await freePort()}`;
	const [address = "", port = ""] = host.split(":");
	const args = ["-scheme", "http", "-host", address, "-port", port, "-backend", "memory", "-public-host", host];
	const child = spawn("fake-gcs-server", args, { stdio: "ignore" });
	await makeBucket(host, "models");
	let places = 0;
	const at = (url: string, listening: string): RemotePlace => ({
		url,
		options: { endpointurl: `http://${listening}`, allow_anonymous_login: "true" },
		// gcsfs would ask the server by gRPC first, for minutes
		variables: { GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT: "false" },
	});
	return {
		host,
		place: async () => at(`gs://models/team a/${++places}`, host),
		through: ({ url }, listening) => at(url, listening),
		stop: () => void child.kill("SIGKILL"),
	};
}

async function makeBucket(host: string, name: string): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			await fetch(`http://${host}/storage/v1/b?project=p`, { method: "POST", body: JSON.stringify({ name }) });
			return;
		} catch (cause) {
			if (attempt === 100) throw cause;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
}

remoteSuite("Google Cloud Storage by fake-gcs-server", startGcs, { faults: FAULTS });

const anonymous = (url: string, host: string): RemotePlace => ({
	url,
	options: { endpointurl: `http://${host}`, allow_anonymous_login: "true" },
});

depotWords("Google Cloud Storage", startGcs, {
	place: (host) => anonymous("gs://models/x", host),
	missing: (host) => anonymous("gs://absent/x", host),
	// the server takes any login
	forbidden: null,
	open: (config, surroundings) => openDepot(config, surroundings),
});
