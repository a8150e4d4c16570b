import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** The suites that need nothing but git, python3 and Node: what `npm test` runs. */
export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		exclude: ["test/real/**", "node_modules/**"],
		testTimeout: 30_000,
		hookTimeout: 30_000,
		// the program is started from its sources some thousand times: Node keeps what it made of them
		env: { NODE_COMPILE_CACHE: resolve(import.meta.dirname, "node_modules/.cache/compiled") },
	},
});
