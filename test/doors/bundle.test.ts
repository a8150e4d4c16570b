import { cpSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { mainline } from "./support/program.ts";
import { folder, project } from "./support/project.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const { version } = (await import(join(ROOT, "package.json"), { with: { type: "json" } })).default;

describe("the committed bundle", () => {
	it("runs with nothing beside it, from any folder, and through a link", async () => {
		const place = folder();
		cpSync(join(ROOT, "dist"), join(place, "dist"), { recursive: true });
		symlinkSync(join(place, "dist/index.js"), join(place, "mainline"));
		const said = await mainline(["--version"], { cwd: "/", entry: join(place, "mainline") });
		expect([said.code, said.stdout, said.stderr]).toEqual([0, `mainline ${version}\n`, ""]);
		const planned = await mainline(["plan"], { cwd: project(), entry: join(place, "mainline") });
		expect([planned.code, planned.stderr]).toEqual([0, ""]);
		expect(planned.stdout).toContain("copy");
	});

	it("T20: says what the sources say", async () => {
		const root = project();
		const bundle = join(ROOT, "dist/index.js");
		for (const args of [["plan"], ["plan", "--json"], ["run", "--dry"], ["status"], ["help"], ["plan", "--nope"]]) {
			const [ours, theirs] = await Promise.all([
				mainline(args, { cwd: root, entry: bundle }),
				mainline(args, { cwd: root }),
			]);
			expect(ours).toEqual(theirs);
		}
	});
});
