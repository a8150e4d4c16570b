import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** The suites against real components (dvc, gto, registry, skopeo, podman, Chromium): what `.ci/run` adds. */
export default defineConfig({
	test: {
		include: ["test/real/**/*.test.ts"],
		// a loaded machine takes its time to start a program
		expect: { poll: { timeout: 20_000 } },
		testTimeout: 300_000,
		hookTimeout: 300_000,
		// each has its own folders, ports and names; what they wait for are programs
		maxWorkers: "100%",
		env: { NODE_COMPILE_CACHE: resolve(import.meta.dirname, "node_modules/.cache/compiled") },
	},
});
