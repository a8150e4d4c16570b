import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ComposeService } from "../../../config/index.ts";
import { badInput, Failure, type Key, type Mapping, type Place, type Value } from "../../../kernel/index.ts";
import { didYouMean, entryOf, type Node, parseYaml, toValue } from "../../../source/index.ts";
import { mountOf } from "./byte-code.ts";
import { composeText } from "./compose-text.ts";
import { askProgram, type Engine, labelsOf, type Refusal, refused } from "./engine.ts";
import { INSIDE, RESTART, type Start, type Starter, variablesOf } from "./start.ts";

/** What a copy of a service cannot share with the service, or gets from us. */
const NOT_COPIED = ["build", "container_name", "image", "ports", "profiles", "restart", "scale", "pull_policy"];

/**
 * Starts a copy of a compose file's service, under a name of its own in the same project: it has the service's volumes,
 * networks and devices, and what the service depends on is started with it.
 */
export function serviceStarter(service: ComposeService, root: string): Starter {
	return async (engine, start) => {
		const directory = resolve(root, service.directory);
		const file = join(directory, service.file);
		const copy = join(engine.place, "compose.yaml");
		await mkdir(engine.place, { recursive: true });
		const name = `${service.name}-${start.id}`;
		await writeFile(copy, composeText(copyOf(await readService(file, service.name), name, { engine, start })));
		const compose = await composeProgram(engine);
		if ("ok" in compose) return compose;
		const files = ["--project-directory", directory, "-f", file, "-f", copy];
		const up = ["up", "-d", "--no-build", "--no-recreate", name];
		const what = `${compose.join(" ")} up`;
		const result = await askProgram(engine, [...compose, ...files, ...up], { what, doing: "transfer" });
		return result.code === 0 ? null : refused("docker compose up", result);
	};
}

/** `docker compose`, else the older program of its own. */
async function composeProgram(engine: Engine): Promise<readonly string[] | Refusal> {
	for (const program of [["docker", "compose"], ["docker-compose"]]) {
		const about = { what: `${program.join(" ")} version`, doing: "question" } as const;
		const found = await askProgram(engine, [...program, "version"], about).catch(unlessMissing);
		if (found?.code === 0) return program;
	}
	return { ok: false, reason: "neither `docker compose` nor `docker-compose` is there", log: [] };
}

function unlessMissing(cause: unknown): null {
	if (cause instanceof Failure && cause.code === "program-missing") return null;
	throw cause;
}

export interface Found {
	/** Of the file; compose's older program wants the same in every file. */
	readonly version: Value | undefined;
	readonly service: Mapping;
}

async function readService(file: string, name: string): Promise<Found> {
	const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
		throw badInput("compose-unreadable", `the compose file ${file} cannot be read: ${cause.code ?? cause.message}`, {
			at: { file },
			hint: "see to `directory` and `file` of `compose` in mainline.yaml",
		});
	});
	return serviceIn(parseYaml(text, file), name, { file });
}

/** A service and what its file says of itself. Failure `compose-service`, with its place. */
export function serviceIn(root: Node, name: string, at: Place): Found {
	const services = root.kind === "map" ? entryOf(root, "services") : undefined;
	const found = services?.kind === "map" ? entryOf(services, name) : undefined;
	const service = found === undefined ? undefined : toValue(found);
	const version = root.kind === "map" ? entryOf(root, "version") : undefined;
	if (service instanceof Map) return { version: version === undefined ? undefined : toValue(version), service };
	const known = services?.kind === "map" ? services.entries.map(({ key }) => String(key)) : [];
	throw badInput("compose-service", `the compose file has no service \`${name}\``, {
		at: services?.at ?? at,
		found: known.length === 0 ? "no services" : known.join(", "),
		expected: `a service \`${name}\``,
		hint: didYouMean(name, known) ?? "see to `service` of `compose` in mainline.yaml",
	});
}

/** The copy alone, as a compose file that is read after the service's own. */
function copyOf({ version, service }: Found, name: string, { engine, start }: { engine: Engine; start: Start }): Value {
	const kept = [...(start.trial ? unfound(service) : service)].filter(([key]) => !NOT_COPIED.includes(String(key)));
	const copy: Mapping = new Map<Key, Value>([
		...kept,
		["image", start.image],
		...(start.trial ? [] : [["restart", RESTART] as const]),
		["ports", [`127.0.0.1:${start.port}:${INSIDE}`]],
		["environment", merged(service.get("environment"), variablesOf(start))],
		["labels", merged(start.trial ? undefined : service.get("labels"), labelsOf(engine, start.id))],
		...volumesOf(service.get("volumes"), start),
	]);
	return new Map<Key, Value>([
		...(version === undefined ? [] : [["version", version] as const]),
		["services", new Map([[name, copy]])],
		...(start.byteCode === null ? [] : [["volumes", new Map([[start.byteCode.volume, EXTERNAL]])] as const]),
	]);
}

/** Nobody is to find what is only tried: neither a proxy by its labels, nor others in its networks by the service's names and addresses. */
function unfound(service: Mapping): Mapping {
	const networks = service.get("networks");
	const names = networks instanceof Map ? [...networks.keys()] : networks;
	const rest = [...service].filter(([key]) => !FOUND_BY.includes(String(key)));
	return new Map<Key, Value>(names === undefined ? rest : [...rest, ["networks", names]]);
}

const FOUND_BY = ["networks", "hostname", "domainname", "mac_address", "expose"];

const EXTERNAL: Mapping = new Map<Key, Value>([["external", true]]);

function volumesOf(written: Value | undefined, { byteCode }: Start): [Key, Value][] {
	if (byteCode === null) return [];
	return [["volumes", [...(Array.isArray(written) ? written : []), mountOf(byteCode)]]];
}

/** Compose writes such settings as a mapping, or as a list of `KEY=VALUE` and of `KEY`, whose value is the machine's. */
function merged(written: Value | undefined, ours: Readonly<Record<string, string>>): Mapping {
	return new Map<Key, Value>([...(written instanceof Map ? written : listed(written)), ...literally(ours)]);
}

/** As they are: compose would put a variable in the place of `$NAME`. */
export function literally(settings: Readonly<Record<string, string>>): [Key, Value][] {
	return Object.entries(settings).map(([key, value]) => [key, value.replaceAll("$", () => "$$")]);
}

function listed(written: Value | undefined): [Key, Value][] {
	if (!Array.isArray(written)) return [];
	return written.map((item: Value) => {
		const [key = "", ...value] = (typeof item === "string" ? item : "").split("=");
		return [key, value.length === 0 ? null : value.join("=")];
	});
}
