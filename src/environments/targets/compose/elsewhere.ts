import type { ComposeService, ContainerProgram } from "../../../config/index.ts";
import { badInput, infrastructure, type Key, parseSha256, type Sha256, type Value } from "../../../kernel/index.ts";
import type { RunResult } from "../../../shell/index.ts";
import { parseYaml } from "../../../source/index.ts";
import { lastLinesOf } from "../tail.ts";
import {
	type Deployment,
	type DeployResult,
	deploymentVariables,
	type Standing,
	type Target,
	type TargetContext,
	type TrialResult,
} from "../target.ts";
import { composeText } from "./compose-text.ts";
import { Machine, quoted } from "./machine.ts";
import type { Limits } from "./patience.ts";
import { type Found, literally, serviceIn } from "./service.ts";

export interface ElsewhereOptions extends TargetContext {
	/** As ssh takes it. */
	readonly host: string;
	/** What runs containers there. */
	readonly program: ContainerProgram;
	/** Its folder is absolute, on that machine. */
	readonly service: ComposeService;
	/** How long the engine there may take. */
	readonly limits?: Limits;
}

const PLACE = "dev.mainline.place";
const DIGEST = "dev.mainline.digest";
const WAIT_S = 120;

/** How compose is called there. */
interface Compose {
	readonly program: "docker compose" | "docker-compose";
	/** The same, told whom to speak to. */
	readonly line: string;
}

interface Running {
	/** The engine's own name for it. */
	readonly image: string;
	/** As it was asked for. */
	readonly name: string;
}

/**
 * A service of a compose file on another machine, by ssh. There is no front of ours there: the image is fetched first, then
 * the engine replaces the container, and until the new one listens nobody answers.
 */
export class ElsewhereTarget implements Target {
	readonly url = null;
	readonly #options: ElsewhereOptions;
	readonly #machine: Machine;

	constructor(options: ElsewhereOptions) {
		this.#options = options;
		this.#machine = new Machine({ ...options, directory: options.service.directory });
	}

	async deploy(deployment: Deployment): Promise<DeployResult> {
		const { service } = this.#options;
		if (deployment.image.startsWith("oci:")) {
			throw badInput("image-not-in-registry", `${this.#options.host} cannot fetch ${deployment.image}`, {
				expected: "an image in a registry that the machine reaches",
				hint: "give the model an `image: host/path` in mainline.yaml and release again",
			});
		}
		if ((await this.running()) === deployment.digest) return { ok: true, changed: false };
		const found = await this.#read();
		const compose = await this.#compose();
		await this.#machine.say("cat", `cat > ${this.#ours}.next`, {
			input: composeText(this.#override(found, deployment)),
		});
		const files = (ours: string): string => `${compose.line} -f ${this.#file} -f ${ours}`;
		const name = quoted(service.name);
		const pull = `${files(`${this.#ours}.next`)} pull ${name}`;
		const pulled = await this.#machine.say(`${compose.program} pull`, pull, { doing: "transfer" });
		if (pulled.code !== 0) return this.#failed(compose, "pull", pulled);
		const keep = `if [ -e ${this.#ours} ]; then cp ${this.#ours} ${this.#ours}.previous; fi && mv ${this.#ours}.next ${this.#ours}`;
		const wait = compose.program === "docker compose" ? `--wait --wait-timeout ${WAIT_S} ` : "";
		const line = `${keep} && ${files(this.#ours)} up -d -t 2 --no-build --no-deps ${wait}${name}`;
		const up = await this.#machine.say(`${compose.program} up`, line, { doing: "work" });
		if (up.code === 0) return { ok: true, changed: true };
		const [why, log] = [this.#failed(compose, "up", up), await this.logs()];
		return log.length === 0 ? why : { ...why, log };
	}

	/** The engine there fetches it: whether that machine reaches the registry, and may, is what nobody else can tell. */
	async fetch({ image }: Deployment): Promise<TrialResult<string>> {
		const { host } = this.#options;
		if (image.startsWith("oci:"))
			return { ok: false, reason: `${host} cannot fetch ${image}: it needs a registry`, log: [] };
		const pulled = await this.#machine.ask("pull", quoted(image), "transfer");
		if (pulled.code === 0) return { ok: true, found: host };
		return { ok: false, reason: `${host} cannot fetch ${image}`, log: lastLinesOf(pulled.stderr) };
	}

	async running(): Promise<Sha256 | null | undefined> {
		const { program } = this.#options;
		const format = program === "docker" ? `{{.Label "${DIGEST}"}}` : `{{index .Labels "${DIGEST}"}}`;
		const result = await this.#machine.ask("ps", `${this.#filters} --format ${quoted(format)}`);
		if (result.code !== 0) return undefined;
		return parseSha256(lastLinesOf(result.stdoutText)[0] ?? "");
	}

	async upSince(): Promise<Date | null> {
		const running = `$(${this.#options.program} ps -q ${this.#filters} | head -n 1)`;
		const result = await this.#machine.ask("inspect", `--format ${quoted("{{json .State.StartedAt}}")} ${running}`);
		return result.code === 0 ? new Date(JSON.parse(result.stdoutText) as string) : null;
	}

	/** The container of the service as its own file has it; one that ours were ever put over is none. */
	async standing(): Promise<Standing | null> {
		if ((await this.#machine.say("test", `test -e ${this.#ours}`)).code === 0) return null;
		const compose = await this.#compose();
		const before = await this.#container(compose);
		return before === null ? null : { image: before.name, isSeen: true, putBack: () => this.#putBack(compose, before) };
	}

	/** By the compose file alone: ours is taken away. */
	async #putBack(compose: Compose, before: Running): Promise<DeployResult> {
		const isUntouched = (await this.#machine.say("test", `test -e ${this.#ours}`)).code !== 0;
		if (isUntouched && (await this.#container(compose))?.image === before.image) return { ok: true, changed: false };
		const up = `${compose.line} -f ${this.#file} up -d -t 2 --no-build --no-deps ${quoted(this.#options.service.name)}`;
		const result = await this.#machine.say(`${compose.program} up`, `rm -f ${this.#ours} && ${up}`, { doing: "work" });
		if (result.code !== 0) return this.#failed(compose, "up", result);
		const now = await this.#container(compose);
		if (now?.image === before.image) return { ok: true, changed: true };
		return { ok: false, reason: `${before.name} is another image there than it was`, log: [] };
	}

	async #container({ line }: Compose): Promise<Running | null> {
		const id = `$(${line} -f ${this.#file} ps -q ${quoted(this.#options.service.name)} | head -n 1)`;
		const result = await this.#machine.ask("inspect", `--format ${quoted("{{.Image}} {{.Config.Image}}")} ${id}`);
		const [image = "", name = ""] = result.stdoutText.trim().split(" ");
		return result.code === 0 && name !== "" ? { image, name } : null;
	}

	async logs(): Promise<readonly string[]> {
		const { program } = this.#options;
		// podman takes no filters beside --latest
		const newest =
			program === "docker"
				? `$(docker ps -a -q --latest ${this.#filters})`
				: `$(podman ps -a -q --sort created ${this.#filters} | tail -n 1)`;
		const { code, stdoutText, stderr } = await this.#machine.ask("logs", `--tail 20 ${newest}`);
		return code === 0 ? lastLinesOf(`${stdoutText}\n${stderr}`) : [];
	}

	/** The compose file, quoted; no name is an option behind a folder. */
	get #file(): string {
		return quoted(`./${this.#options.service.file}`);
	}

	/** The file of ours beside the compose file, quoted. */
	get #ours(): string {
		return quoted(`mainline.${this.#options.service.name}.yaml`);
	}

	get #filters(): string {
		return `--filter ${quoted(`label=${PLACE}=${this.#place}`)}`;
	}

	get #place(): string {
		const { directory, file, name } = this.#options.service;
		return `${directory}/${file}:${name}`;
	}

	#override({ version }: Found, deployment: Deployment): Value {
		const service = new Map<Key, Value>([
			["image", deployment.image],
			["environment", new Map(literally(deploymentVariables(deployment)))],
			["labels", new Map(literally({ [PLACE]: this.#place, [DIGEST]: deployment.digest }))],
		]);
		return new Map<Key, Value>([
			...(version === undefined ? [] : [["version", version] as const]),
			["services", new Map([[this.#options.service.name, service]])],
		]);
	}

	async #read(): Promise<Found> {
		const { host, service } = this.#options;
		const file = `${host}:${service.directory}/${service.file}`;
		const result = await this.#machine.say("cat", `cat ${this.#file}`);
		if (result.code === 0) return serviceIn(parseYaml(result.stdoutText, file), service.name, { file });
		throw badInput("compose-unreadable", `the compose file ${file} cannot be read`, {
			found: lastLinesOf(result.stderr).at(-1) ?? `exit code ${result.code}`,
			hint: `does \`ssh ${host} cat ${service.directory}/${service.file}\` work in this job?`,
		});
	}

	#failed({ program }: Compose, verb: string, { code, stderr }: RunResult): DeployResult & { ok: false } {
		const engine = this.#options.program === "docker" ? "" : ` with ${this.#options.program}`;
		const reason = `${program} ${verb}${engine} failed with exit code ${code}`;
		return { ok: false, reason, log: lastLinesOf(stderr) };
	}

	async #compose(): Promise<Compose> {
		const engine = this.#options.program === "docker" ? "" : await this.#podman();
		for (const program of ["docker compose", "docker-compose"] as const) {
			if ((await this.#machine.say(`${program} version`, `${program} version`)).code === 0)
				return { program, line: `${engine}${program}` };
		}
		throw infrastructure(
			"compose-missing",
			`${this.#options.host} has neither \`docker compose\` nor \`docker-compose\``,
			{
				hint: "install Docker's compose plugin there",
			},
		);
	}

	/** How docker's compose is told to speak to podman; podman-compose would take the whole project down. */
	async #podman(): Promise<string> {
		const { host } = this.#options;
		const asked = await this.#machine.ask("info", "--format '{{.Host.RemoteSocket.Path}}'");
		const socket = asked.stdoutText.trim().replace(/^unix:\/\//, "");
		const listens = asked.code === 0 && (await this.#machine.say("test", `[ -S ${quoted(socket)} ]`)).code === 0;
		if (listens) return `DOCKER_HOST=${quoted(`unix://${socket}`)} `;
		const found = asked.code === 0 ? `nothing at ${socket}` : lastLinesOf(asked.stderr).at(-1);
		throw infrastructure("podman-silent", `podman of ${host} does not listen, and compose speaks to it by its socket`, {
			...(found === undefined ? {} : { found }),
			hint: `\`systemctl --user enable --now podman.socket\` there, and \`loginctl enable-linger\` so that it outlives the login`,
		});
	}
}
