import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** The suites against real components (dvc, gto, registry, skopeo, podman, Chromium): what `.ci/run` adds. */
export default defineConfig({
	test: {
		include: ["test/real/**/*.test.ts"],
		testTimeout: 300_000,
		hookTimeout: 300_000,
		fileParallelism: false,
		env: { NODE_COMPILE_CACHE: resolve(import.meta.dirname, "node_modules/.cache/compiled") },
	},
});
