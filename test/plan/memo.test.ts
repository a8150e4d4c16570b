import { describe, expect, it } from "vitest";
import { type Content, lookingOnce, type Observer } from "../../src/plan/index.ts";

/** Eyes that note where they look; `ignored` is seen only when it is asked for by name. */
function eyes(): { observer: Observer; looks: string[] } {
	const looks: string[] = [];
	const content: Content = { oid: "d41d8cd98f00b204e9800998ecf8427e" as Content["oid"], hash: "md5" };
	const observer = {
		content: async (path: string, _: string, as?: "dependency") => {
			looks.push(`${path} ${as ?? "output"}`);
			return path === "absent" || (path === "ignored" && as === undefined) ? null : content;
		},
	};
	return { observer: observer as unknown as Observer, looks };
}

describe("a plan", () => {
	it("looks once at a folder that is one stage's output and another's dependency, whichever asks first", async () => {
		const { observer, looks } = eyes();
		const once = lookingOnce(observer);
		const found = [await once.content("data", "md5", "dependency"), await once.content("data", "md5")];
		await Promise.all([once.content("data", "md5"), once.content("data", "md5", "dependency")]);
		expect(found[0]).toBe(found[1]);
		expect(looks).toEqual(["data output"]);
	});

	it("sees what .dvcignore leaves out only where a stage names it", async () => {
		const { observer } = eyes();
		const once = lookingOnce(observer);
		expect(await once.content("ignored", "md5")).toBeNull();
		expect(await once.content("ignored", "md5", "dependency")).not.toBeNull();
		expect(await once.content("absent", "md5", "dependency")).toBeNull();
	});
});
