import type { Route } from "./call.ts";

export interface Match {
	readonly route: Route;
	readonly params: Readonly<Record<string, string>>;
}

/** Path parameters that may hold slashes: GitHub takes them raw and encoded. */
const LONG = new Set(["path", "ref", "basehead", "branch"]);

const patterns = new Map<string, RegExp>();

/** The first route that fits; routes with more after a long parameter stand before those that end with it. */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match | null {
	for (const route of routes) {
		if (route.method !== method) continue;
		const match = patternOf(route.path).exec(path);
		if (match !== null) return { route, params: decode(match.groups ?? {}) };
	}
	return null;
}

function patternOf(template: string): RegExp {
	const known = patterns.get(template);
	if (known !== undefined) return known;
	const source = template.replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${LONG.has(name) ? ".+" : "[^/]+"})`);
	const pattern = new RegExp(`^${source}$`);
	patterns.set(template, pattern);
	return pattern;
}

function decode(groups: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeOne(value)]));
}

function decodeOne(value: string): string {
	try {
		return decodeURIComponent(value);
	} catch {
		return value;
	}
}
