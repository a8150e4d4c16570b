import { availableParallelism } from "node:os";
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
		// each has its own folders, ports and names; half of the time they wait for containers and servers to begin and end
		maxWorkers: Math.ceil(availableParallelism() * 1.5),
		env: { NODE_COMPILE_CACHE: resolve(import.meta.dirname, "node_modules/.cache/compiled") },
	},
});
