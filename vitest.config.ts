import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** The suites that need nothing but git, python3 and Node: what `npm test` runs. */
export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		globalSetup: ["test/rig/room.ts"],
		exclude: ["test/real/**", "node_modules/**"],
		// most of what is waited for are programs: one worker for each core, where vitest would leave one idle
		maxWorkers: "100%",
		// a loaded machine takes its time to start a program
		expect: { poll: { timeout: 20_000 } },
		testTimeout: 60_000,
		hookTimeout: 60_000,
		// the program is started from its sources some thousand times: Node keeps what it made of them
		env: { NODE_COMPILE_CACHE: resolve(import.meta.dirname, "node_modules/.cache/compiled") },
	},
});
