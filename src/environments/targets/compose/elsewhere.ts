import type { ComposeService } from "../../../config/index.ts";
import { badInput, infrastructure, type Key, parseSha256, type Sha256, type Value } from "../../../kernel/index.ts";
import { type RunResult, run } from "../../../shell/index.ts";
import { emitYaml, parseYaml } from "../../../source/index.ts";
import { lastLinesOf } from "../tail.ts";
import { type Deployment, type DeployResult, deploymentVariables, type Target, type TargetContext } from "../target.ts";
import { type Found, literally, serviceIn } from "./service.ts";

export interface ElsewhereOptions extends TargetContext {
	/** As ssh takes it. */
	readonly host: string;
	/** Its folder is absolute, on that machine. */
	readonly service: ComposeService;
}

const PLACE = "dev.mainline.place";
const DIGEST = "dev.mainline.digest";
const WAIT_S = 120;

/**
 * A service of a compose file on another machine, by ssh. There is no front of ours there: the image is fetched first, then
 * the engine replaces the container, and until the new one listens nobody answers.
 */
export class ElsewhereTarget implements Target {
	readonly url = null;
	readonly #options: ElsewhereOptions;

	constructor(options: ElsewhereOptions) {
		this.#options = options;
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
		await this.#say(`cat > ${this.#ours}.next`, emitYaml(this.#override(found, deployment)));
		const files = (ours: string): string => `${compose} -f ${this.#file} -f ${ours}`;
		const name = quoted(service.name);
		const pulled = await this.#say(`${files(`${this.#ours}.next`)} pull -q ${name}`);
		if (pulled.code !== 0) return failed("docker compose pull", pulled);
		const keep = `if [ -e ${this.#ours} ]; then cp ${this.#ours} ${this.#ours}.previous; fi && mv ${this.#ours}.next ${this.#ours}`;
		const wait = compose === "docker compose" ? `--wait --wait-timeout ${WAIT_S} ` : "";
		const up = await this.#say(`${keep} && ${files(this.#ours)} up -d -t 2 --no-build --no-deps ${wait}${name}`);
		if (up.code === 0) return { ok: true, changed: true };
		const log = await this.logs();
		return log.length === 0 ? failed("docker compose up", up) : { ...failed("docker compose up", up), log };
	}

	async running(): Promise<Sha256 | null | undefined> {
		const format = quoted(`{{.Label "${DIGEST}"}}`);
		const result = await this.#say(`docker ps ${this.#filters} --format ${format}`);
		if (result.code !== 0) return undefined;
		return parseSha256(lastLinesOf(result.stdoutText)[0] ?? "");
	}

	async logs(): Promise<readonly string[]> {
		const newest = `$(docker ps -a -q --latest ${this.#filters})`;
		const { code, stdoutText, stderr } = await this.#say(`docker logs --tail 20 ${newest}`);
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
		const result = await this.#say(`cat ${this.#file}`);
		if (result.code === 0) return serviceIn(parseYaml(result.stdoutText, file), service.name, { file });
		throw badInput("compose-unreadable", `the compose file ${file} cannot be read`, {
			found: lastLinesOf(result.stderr).at(-1) ?? `exit code ${result.code}`,
			hint: `does \`ssh ${host} cat ${service.directory}/${service.file}\` work in this job?`,
		});
	}

	async #compose(): Promise<string> {
		for (const program of ["docker compose", "docker-compose"]) {
			if ((await this.#say(`${program} version`)).code === 0) return program;
		}
		throw infrastructure(
			"compose-missing",
			`${this.#options.host} has neither \`docker compose\` nor \`docker-compose\``,
			{
				hint: "install Docker's compose plugin there",
			},
		);
	}

	/** Runs a line in the folder there. Failures `host-unreachable`, `interrupted`. */
	async #say(line: string, input?: string): Promise<RunResult> {
		const { host, service, signal } = this.#options;
		const remote = `cd ${quoted(service.directory)} && ${line}`;
		const options = input === undefined ? { signal } : { signal, input };
		const result = await run("ssh", ["-o", "BatchMode=yes", "-o", "ConnectTimeout=15", "--", host, remote], options);
		if (signal.aborted) throw infrastructure("interrupted", `stopped while ${host} was at work`);
		if (result.code !== 255) return result;
		throw infrastructure("host-unreachable", `ssh does not reach ${host}`, {
			found: lastLinesOf(result.stderr).at(-1) ?? "no answer",
			hint: `does \`ssh -o BatchMode=yes ${host} true\` work in this job?`,
		});
	}
}

function failed(doing: string, result: RunResult): DeployResult & { ok: false } {
	return { ok: false, reason: `${doing} failed with exit code ${result.code}`, log: lastLinesOf(result.stderr) };
}

/** A word for the other machine's shell. */
function quoted(word: string): string {
	return `'${word.replaceAll("'", "'\\''")}'`;
}
