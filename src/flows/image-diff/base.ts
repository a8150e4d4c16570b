import { Failure, parseSha256 } from "../../kernel/index.ts";
import { openImageStore, parseReference, readImage } from "../../release/index.ts";
import type { FlowContext } from "../context.ts";
import { registryCredentials } from "../registry-credentials.ts";
import type { NamedImage } from "./named.ts";

/**
 * When an image's base was made, as the base's registry says; null where nobody knows. An image says itself where its base is: no
 * password that was given for another registry goes there.
 */
export async function baseCreated(
	{ clock, signal, machine }: FlowContext,
	{ host }: Pick<NamedImage, "host">,
	base: { readonly name: string; readonly digest: string | null },
): Promise<string | null> {
	try {
		const digest = parseSha256(base.digest ?? "");
		if (digest === null) return null;
		const reference = parseReference(base.name);
		const login = reference.host === host && machine.registryLogin !== null ? { ...machine.registryLogin, host } : null;
		const repository = `${reference.host}/${reference.path}`;
		const credentials = registryCredentials({ machine, signal }, login);
		const store = openImageStore({ kind: "registry", repository }, { clock, signal, credentials });
		return (await readImage(store, digest, "base")).config.created;
	} catch (failure) {
		if (failure instanceof Failure) return null;
		throw failure;
	}
}
