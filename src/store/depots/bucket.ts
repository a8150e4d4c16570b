import type { RemoteConfig } from "../../manifest/index.ts";
import { badOption } from "./troubles.ts";

/** Container or bucket of `scheme://NAME/path`, and the path in it without slashes at its ends. Failure `config-invalid`. */
export function bucketAndPath(remote: RemoteConfig): { bucket: string; path: string } {
	const [, scheme = "", bucket = "", path = ""] = /^([a-z]+):\/\/([^/]*)\/*(.*?)\/*$/i.exec(remote.url) ?? [];
	if (bucket === "") throw badOption(remote.name, "url", `${scheme}://NAME/path`, remote.url);
	return { bucket, path };
}
