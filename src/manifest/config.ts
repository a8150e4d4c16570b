import { readFile } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { badInput } from "../kernel/index.ts";
import { decodeUtf8, didYouMean } from "../source/index.ts";
import { type IniSections, type IniValue, parseIni } from "./ini.ts";
import type { DvcConfig, RemoteConfig } from "./model.ts";

export interface ConfigPlaces {
	/** DVC root, absolute. */
	readonly root: string;
	readonly home: string;
	/** Folders whose file `config` holds for the machine and for the user. */
	readonly systemDir: string;
	readonly globalDir: string;
}

const SECTIONS = [
	"core",
	"cache",
	"state",
	"plots",
	"exp",
	"parsing",
	"hydra",
	"studio",
	"feature",
	"index",
	"machine",
];
const LINK_TYPES = ["reflink", "hardlink", "symlink", "copy"] as const;
const REMOTE = /^remote "(.*)"$/;

/**
 * DVC's configuration: system, user, `.dvc/config`, `.dvc/config.local`, the later winning option by option. Relative paths
 * count from the file they stand in. Failures `config-invalid`.
 */
export async function loadConfig(places: ConfigPlaces): Promise<DvcConfig> {
	const { root, systemDir, globalDir } = places;
	const files = [join(systemDir, "config"), join(globalDir, "config"), join(root, ".dvc/config")];
	const merged: IniSections = new Map();
	const committed = new Map<string, Set<string>>();
	for (const file of [...files, join(root, ".dvc/config.local")]) {
		const shown = file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file;
		for (const [name, options] of await readLevel(file, shown)) {
			checkSection(name, shown);
			const section = merged.get(name) ?? new Map<string, IniValue>();
			const brought = committed.get(name) ?? new Set<string>();
			for (const [option, value] of options) {
				section.set(option, placed(option, value, { file, home: places.home }));
				if (file === join(root, ".dvc/config")) brought.add(option);
				else brought.delete(option);
			}
			merged.set(name, section);
			committed.set(name, brought);
		}
	}
	return interpret(merged, { root, committed });
}

async function readLevel(file: string, shown: string): Promise<IniSections> {
	try {
		return parseIni(decodeUtf8(await readFile(file), shown), shown);
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && ["ENOENT", "ENOTDIR", "EACCES"].includes(String(cause.code))) {
			return new Map();
		}
		throw cause;
	}
}

function checkSection(name: string, file: string): void {
	if (SECTIONS.includes(name) || /^(remote|db|machine) ".*"$/.test(name)) return;
	throw badInput("config-invalid", `[${name}] is not a section of DVC's configuration`, {
		at: { file },
		found: `[${name}]`,
		expected: `one of ${SECTIONS.join(", ")}, 'remote "name"'`,
		hint: didYouMean(name, SECTIONS) ?? "a remote's header is written ['remote \"name\"']",
	});
}

/** Options that name a folder or file: relative ones count from the file's own folder. */
const PATH_OPTIONS = new Set(["url", "dir", "keyfile", "credentialpath", "configpath", "cert_path", "key_path"]);

function placed(option: string, value: IniValue, { file, home }: { file: string; home: string }): IniValue {
	if (!PATH_OPTIONS.has(option) || typeof value !== "string" || value === "") return value;
	if (isAbsolute(value) || /^\w[\w+.-]*:\/\//.test(value)) return value;
	if (value === "~" || value.startsWith("~/")) return join(home, value.slice(1));
	return resolve(dirname(file), value);
}

function interpret(
	sections: IniSections,
	{ root, committed }: { root: string; committed: ReadonlyMap<string, ReadonlySet<string>> },
): DvcConfig {
	const core = sections.get("core");
	const cache = sections.get("cache");
	const remotes = new Map<string, RemoteConfig>();
	for (const [section, options] of sections) {
		const name = REMOTE.exec(section)?.[1];
		if (name === undefined) continue;
		const brought = committed.get(section) ?? new Set();
		remotes.set(name, { name, url: remoteUrl(sections, name), options, committed: brought });
	}
	return {
		sections,
		cacheDir: textOf(cache?.get("dir")) ?? join(root, ".dvc/cache"),
		cacheTypes: linkTypes(cache?.get("type")),
		defaultRemote: textOf(core?.get("remote"))?.toLowerCase() ?? null,
		remotes,
		noScm: isTrue(core?.get("no_scm")),
		autostage: isTrue(core?.get("autostage")),
	};
}

/** `remote://other/sub` is a folder of another remote. */
function remoteUrl(sections: IniSections, name: string, seen: readonly string[] = []): string {
	const url = textOf(sections.get(`remote "${name}"`)?.get("url"));
	if (url === null || seen.includes(name)) {
		throw badInput(
			"config-invalid",
			url === null ? `remote "${name}" has no url` : `remote "${name}" leads to itself`,
			{
				at: { file: ".dvc/config" },
				expected: "a folder, or an address such as s3://bucket/path",
				hint: `dvc remote modify ${name} url …`,
			},
		);
	}
	const other = /^remote:\/\/([^/]+)(\/.*)?$/.exec(url);
	if (other === null) return url;
	return `${remoteUrl(sections, (other[1] ?? "").toLowerCase(), [...seen, name]).replace(/\/$/, "")}${other[2] ?? ""}`;
}

function linkTypes(value: IniValue | undefined): DvcConfig["cacheTypes"] {
	if (value === undefined) return ["reflink", "copy"];
	const names = (typeof value === "string" ? value.split(",") : value)
		.map((name) => name.trim())
		.filter((name) => name !== "");
	return names.map((name) => {
		const type = LINK_TYPES.find((each) => each === name);
		if (type !== undefined) return type;
		throw badInput("config-invalid", `\`${name}\` is not a link type of cache.type`, {
			at: { file: ".dvc/config" },
			found: name,
			expected: `${LINK_TYPES.join(", ")}, or several with commas`,
		});
	});
}

function textOf(value: IniValue | undefined): string | null {
	if (value === undefined) return null;
	const text = typeof value === "string" ? value : value.join(",");
	return text === "" ? null : text;
}

/** A switch of the configuration, `no` where it is not set. */
export function isOn({ sections }: Pick<DvcConfig, "sections">, section: string, option: string): boolean {
	return isTrue(sections.get(section)?.get(option));
}

function isTrue(value: IniValue | undefined): boolean {
	return typeof value === "string" && /^(true|yes|on|1)$/i.test(value);
}
