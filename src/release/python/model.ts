import type { Sha256 } from "../../kernel/index.ts";
import type { Layer } from "../model.ts";

/** The packages that a commit's lock file names: everything a layer needs to know before anything is installed. */
export interface PythonLock {
	/** Path in the repository. */
	readonly file: string;
	/** Of what the file means: comments and the order of lines change nothing. */
	readonly digest: Sha256;
	readonly content: PinnedRequirements | UvLock;
}

/** Requirements that name one version each, as the tools read them. */
export interface PinnedRequirements {
	readonly kind: "requirements";
	readonly pins: readonly Pin[];
	/** Addresses of package indexes beside (or, `main`, in place of) the tool's own. */
	readonly indexes: readonly PackageIndex[];
	/** Whether the file was made by a tool that follows every dependency; else what comes in beside the pins is looked for. */
	readonly complete: boolean;
}

/** What uv alone turns into requirements. */
export interface UvLock {
	readonly kind: "uv";
	readonly bytes: Uint8Array;
	/** The project that the lock was made for. */
	readonly project: string;
	readonly indexes: readonly PackageIndex[];
}

export interface Pin {
	/** In its normal form: `ruamel-yaml`. */
	readonly name: string;
	/** As the tools read it, on one line, without hashes: `jinja2[i18n]==3.1.4 ; python_version < "3.13"`. */
	readonly requirement: string;
	/** `sha256:…`, sorted; empty where the file has none. */
	readonly hashes: readonly string[];
}

export interface PackageIndex {
	readonly role: "main" | "extra";
	readonly url: string;
}

/** What the packages are installed for. */
export interface PythonTarget {
	/** `3.12`. */
	readonly version: string;
	/** The newest platform tag of which wheels are taken: `manylinux_2_28`. */
	readonly wheels: string;
}

/** The layer of the installed packages. */
export interface PythonLayer {
	readonly layer: Layer;
	/** `name==version`, sorted. */
	readonly packages: readonly string[];
}

/** The names of a package that mean the same one: PEP 503. */
export function normalName(name: string): string {
	return name.toLowerCase().replace(/[-_.]+/g, "-");
}
