import { posix } from "node:path";
import type { BaseImage } from "./model.ts";

/** A number, by which a cluster can tell that it is not root without knowing the image's users; distroless images call it `nonroot`. */
const NOBODY = "65532:65532";
/** That user's own folder: nobody else's is writable for him. */
const HOME = "HOME=/tmp";

const SERVER = "mainline_serve.py";
/** Seconds. A model may take as long to be loaded as the targets wait for it. */
const HEALTH = { interval: 10, timeout: 5, startPeriod: 120, retries: 3 };
const SECOND = 1_000_000_000;

/**
 * Who runs the image: whom a Dockerfile of the project says, whoever that is; a base's own user where that is a number and not root;
 * else somebody who owns nothing. `env`: what that takes.
 */
export function runningAs(base: BaseImage | null): { readonly user: string | null; readonly env: readonly string[] } {
	const own = base?.config.user ?? null;
	if (base?.isEnvironment === true || isPlainNumber(own)) return { user: own, env: [] };
	const hasHome = base?.config.env.some((variable) => variable.startsWith("HOME=")) === true;
	return { user: NOBODY, env: hasHome ? [] : [HOME] };
}

/** `1000`, `1000:1000`; not 0, however it is written. */
function isPlainNumber(user: string | null): boolean {
	const [, id] = /^(\d+)(?::\d+)?$/.exec(user ?? "") ?? [];
	return id !== undefined && Number(id) !== 0;
}

/**
 * How docker asks whether an image is well, where it runs our own server: by the Python that runs it, at the path that the targets ask. Null for any
 * other command, of which nobody knows what it serves. As docker has it beside OCI's fields; others pass over it.
 */
export function healthCheck(command: readonly string[]): object | null {
	const [python = "", script = ""] = command;
	if (!/^python[\d.]*$/.test(posix.basename(python)) || posix.basename(script) !== SERVER) return null;
	const { interval, timeout, startPeriod, retries } = HEALTH;
	return {
		Test: ["CMD", python, "-IS", "-c", question(timeout)],
		Interval: interval * SECOND,
		Timeout: timeout * SECOND,
		StartPeriod: startPeriod * SECOND,
		Retries: retries,
	};
}

/** Nothing of the image's own modules or proxies has a say in it. */
function question(timeout: number): string {
	return [
		"import http.client, os, sys",
		"host = os.environ.get('HOST') or '0.0.0.0'",
		"host = {'0.0.0.0': '127.0.0.1', '::': '::1'}.get(host, host)",
		`asked = http.client.HTTPConnection(host, int(os.environ.get('PORT') or 8080), timeout=${timeout})`,
		"asked.request('GET', '/v2/health/ready')",
		"sys.exit(asked.getresponse().status != 200)",
	].join("; ");
}
