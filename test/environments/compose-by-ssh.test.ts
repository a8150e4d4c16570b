import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Deployment, openTarget, type Target } from "../../src/environments/index.ts";
import { silent, systemClock } from "../../src/kernel/index.ts";
import { openImageStore } from "../../src/release/index.ts";
import { temporaryFolder } from "../rig/world.ts";
import { digestNamed, environment } from "./tagged.ts";

/** The other machine is this one: what ssh would have run there is run here, and written down. */
const SSH = `#!/bin/sh
printf '%s\\n' "$*" >> "$NOTES"
for line; do :; done
exec sh -c "$line"
`;
/** As podman answers a template; all that compose asks of it is answered by the compose below. */
const PODMAN = `#!/bin/sh
case "$*" in
	info*) echo "$SOCKET" ;;
	ps*) echo 4cf1 ;;
	*StartedAt*4cf1) echo '"2026-01-01T10:00:00.123456789Z"' ;;
	*Config.Image*4cf1) echo "60560eee localhost/theirs:1" ;;
	*) exit 125 ;;
esac
`;
const COMPOSE = `#!/bin/sh
case "$*" in
	*version*) ;;
	*"ps -q"*) echo 4cf1 ;;
	*) echo "no such image" >&2; exit 1 ;;
esac
`;
const NO_DOCKER = "#!/bin/sh\nexit 127\n";

let folder = "";
let socket: Server;

beforeEach(async () => {
	folder = await temporaryFolder();
	await mkdir(join(folder, "bin"));
	await play({ ssh: SSH, podman: PODMAN, "docker-compose": COMPOSE, docker: NO_DOCKER });
	await writeFile(join(folder, "compose.yaml"), "services: {churn: {image: localhost/theirs:1}}\n");
	vi.stubEnv("PATH", `${join(folder, "bin")}:${process.env["PATH"]}`);
	vi.stubEnv("NOTES", join(folder, "notes"));
	vi.stubEnv("SOCKET", join(folder, "podman.sock"));
	socket = createServer();
	await new Promise<void>((done) => socket.listen(join(folder, "podman.sock"), done));
});
afterEach(() => {
	socket.close();
	vi.unstubAllEnvs();
});

async function play(programs: Readonly<Record<string, string>>): Promise<void> {
	for (const [name, text] of Object.entries(programs)) {
		await writeFile(join(folder, "bin", name), text);
		await chmod(join(folder, "bin", name), 0o755);
	}
}

function open(): Target {
	const store = openImageStore({ kind: "layout", directory: folder }, { clock: systemClock });
	const signal = new AbortController().signal;
	const env = { PATH: "", HOME: "", LANG: "" };
	const service = { name: "churn", file: "compose.yaml", directory: folder };
	const deploy = { kind: "compose", host: "gpu1", program: "podman", service } as const;
	const world = { clock: systemClock, progress: silent, signal, env, self: [], store };
	return openTarget(environment("prod", { deploy }), { ...world, root: folder, stateDir: folder });
}

function deployment(): Deployment {
	const digest = digestNamed("v0.2.0");
	const image = `registry.example/churn@${digest}`;
	return { environment: "prod", model: "churn", version: "v0.2.0", image, digest, previousImage: null };
}

describe("a service of a compose file on a machine that has podman and no docker", () => {
	it("is asked of podman: what ran there before ours, and since when what runs has", async () => {
		const target = open();
		expect(await target.standing?.(deployment())).toMatchObject({ image: "localhost/theirs:1", isSeen: true });
		expect(await target.upSince?.()).toEqual(new Date("2026-01-01T10:00:00.123Z"));
	});

	it("is reached by an ssh that asks nobody, and that notices within half a minute that nobody is there any more", async () => {
		await open().running();
		const [said = ""] = (await readFile(join(folder, "notes"), "utf8")).split("\n");
		const [options = "", line = ""] = said.split(" -- gpu1 ");
		expect(line).toMatch(/^cd '.*' && podman ps /);
		expect(
			Object.fromEntries(
				options
					.split(/ ?-o /)
					.slice(1)
					.map((option) => option.split("=")),
			),
		).toEqual({
			BatchMode: "yes",
			ConnectTimeout: "15",
			ServerAliveInterval: "10",
			ServerAliveCountMax: "2",
		});
	});

	it.each([
		["Timeout, server gpu1 not responding.", "host-lost", "ssh lost gpu1 while it was at `docker-compose up`"],
		["Connection to gpu1 closed by remote host.", "host-lost", "ssh lost gpu1 while it was at `docker-compose up`"],
		["ssh: connect to host gpu1 port 22: Connection timed out", "host-unreachable", "ssh does not reach gpu1"],
	])("names the host, and what it was at, where ssh says: %s", async (said, code, message) => {
		const standing = await open().standing?.(deployment());
		await writeFile(join(folder, "mainline.churn.yaml"), "services: {}\n");
		await play({
			ssh: SSH.replace("exec", `case "$line" in *" up "*) printf '%s\\r\\n' "${said}" >&2; exit 255 ;; esac\nexec`),
		});
		await expect(standing?.putBack()).rejects.toMatchObject({ code, message, details: { found: said } });
	});

	it("is left as it is where it was not touched, and podman is named where compose cannot start it", async () => {
		const standing = await open().standing?.(deployment());
		expect(await standing?.putBack()).toEqual({ ok: true, changed: false });
		await writeFile(join(folder, "mainline.churn.yaml"), "services: {}\n");
		expect(await standing?.putBack()).toEqual({
			ok: false,
			reason: "docker-compose up with podman failed with exit code 1",
			log: ["no such image"],
		});
	});
});
