import type { RemoteConfig } from "../../manifest/index.ts";
import { badOption } from "./troubles.ts";

/** One option of a remote as text; null when it is not set. */
export function textOption({ options }: RemoteConfig, name: string): string | null {
	const value = options.get(name);
	if (value === undefined || value === "") return null;
	return typeof value === "string" ? value : value.join(",");
}

/** DVC takes true, yes, on, 1 and their opposites, in any case. */
export function isSet(remote: RemoteConfig, name: string): boolean {
	return /^(true|yes|on|1)$/i.test(textOption(remote, name) ?? "");
}

/** Failure `config-invalid`. */
export function secondsOption(remote: RemoteConfig, name: string): number | null {
	const text = textOption(remote, name);
	if (text === null) return null;
	if (/^\d+$/.test(text.trim())) return Number(text);
	throw badOption(remote.name, name, "a number of seconds", text);
}

/** Container or bucket, and the path in it without slashes at its ends. */
export function bucketAndPath(remote: RemoteConfig, scheme: string): { bucket: string; path: string } {
	const [, bucket = "", path = ""] = /^[a-z]+:\/\/([^/]*)\/*(.*?)\/*$/i.exec(remote.url) ?? [];
	if (bucket === "") throw badOption(remote.name, "url", `${scheme}://NAME/path`, remote.url);
	return { bucket, path };
}
