import { badInput } from "../../kernel/index.ts";
import type { Command } from "./command.ts";
import { shortUsage } from "./help.ts";

export const IMAGE: Command = {
	name: "image",
	says: "Say what tells one image from another, and what a node would pull",
	more: "An image is a registry's (by tag or digest), a layout's (oci:DIR:TAG), or a model's version or environment as this clone's tags know it. Manifests and configs are read, no model.",
	operands: { usage: "diff FROM TO", least: 3, most: 3 },
	options: [],
	examples: [
		{ line: "mainline image diff churn@prod churn@dev", says: "what a promotion would bring" },
		{ line: "mainline image diff churn@v0.1.0 ghcr.io/acme/churn:v0.2.0", says: "a version and an image" },
	],
	async start(context, input) {
		const [verb = "", from = "", to = ""] = input.operands;
		if (verb !== "diff") {
			throw badInput("bad-argument", `\`image\` does not know how to \`${verb}\``, {
				found: verb,
				expected: "diff",
				hint: shortUsage(IMAGE),
			});
		}
		const { imageDiff } = await import("../../flows/image-diff.ts");
		return imageDiff(context, { from, to });
	},
};
