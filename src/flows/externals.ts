import { badInput } from "../kernel/index.ts";
import type { DvcConfig, External, Fingerprint } from "../manifest/index.ts";
import { bring, type ExternalPlace, lookAt } from "../store/index.ts";
import type { FlowContext } from "./context.ts";
import { surroundingsOf } from "./remotes.ts";
import type { Workspace } from "./workspace.ts";

/** Looks at what stages read elsewhere, each thing once a command. */
export function externalEye(
	context: FlowContext,
	{ config }: Workspace,
): (external: External) => Promise<Fingerprint | null> {
	const seen = new Map<string, Promise<Fingerprint | null>>();
	return (external) => {
		const key = `${external.remote ?? ""} ${external.url}`;
		const found = seen.get(key) ?? lookAt(placeOf(external, config), surroundingsOf(context));
		seen.set(key, found);
		return found;
	};
}

/** Whether a source is an address rather than a path. */
export function isAddress(source: string): boolean {
	return /^[a-z][a-z0-9+.-]*:\/\//i.test(source);
}

/** Copies something elsewhere to a path that is free. Failure `file-not-found`. */
export async function bringExternal(
	context: FlowContext,
	{ config }: Workspace,
	{ external, to }: { readonly external: External; readonly to: string },
): Promise<void> {
	if (await bring(placeOf(external, config), surroundingsOf(context), to)) return;
	throw badInput("file-not-found", `${external.url} is not there`, {
		found: external.url,
		expected: "the address of a file",
	});
}

/** A depot speaks to a folder; the last part of the address is the blob in it. */
function placeOf({ url, remote }: External, { remotes }: DvcConfig): ExternalPlace {
	const at = url.lastIndexOf("/");
	const options = (remote === null ? undefined : remotes.get(remote)?.options) ?? new Map<string, string>();
	return { config: { name: remote ?? url, url: url.slice(0, at), options }, key: url.slice(at + 1) };
}
