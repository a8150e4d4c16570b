import type { Oid } from "../kernel/index.ts";
import type { HashName } from "../manifest/index.ts";
import type { Observer } from "./model.ts";

/** An observer that looks once: for a plan, during which nothing is supposed to change. */
export function lookingOnce(observer: Observer): Observer {
	const asked = once(
		(path: string, hash: HashName, as: "dependency" | undefined) => observer.content(path, hash, as),
		(path, hash, as) => `${hash} ${as ?? "output"} ${path}`,
	);
	return {
		...observer,
		// what lies there as an output lies there as a dependency: only what is left out has to be asked for by name
		content: async (path, hash, as) =>
			(await asked(path, hash, undefined)) ?? (as === undefined ? null : asked(path, hash, as)),
		stored: once(
			(oid: Oid, hash: HashName) => observer.stored(oid, hash),
			(oid, hash) => `${hash} ${oid}`,
		),
		listing: once(
			(oid: Oid, hash: HashName) => observer.listing(oid, hash),
			(oid, hash) => `${hash} ${oid}`,
		),
	};
}

function once<A extends readonly unknown[], R>(
	ask: (...args: A) => Promise<R>,
	keyOf: (...args: A) => string,
): (...args: A) => Promise<R> {
	const answers = new Map<string, Promise<R>>();
	return (...args) => {
		const key = keyOf(...args);
		const answer = answers.get(key) ?? ask(...args);
		answers.set(key, answer);
		return answer;
	};
}
