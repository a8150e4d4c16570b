import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { versionOf } from "../../src/environments/index.ts";
import { packModel } from "../../src/flows/release/image.ts";
import { openCommit } from "../../src/flows/release/open-commit.ts";
import { rebuild, recipeOf } from "../../src/flows/release/rebuild.ts";
import { sourceOf } from "../../src/flows/release/source.ts";
import { freePort } from "../environments/rig.ts";
import { allKnown, knowing } from "./known-tree.ts";
import { ReleaseProject } from "./release-project.ts";
import { ReleaseRig } from "./release-rig.ts";

let rig: ReleaseRig;
afterEach(() => rig.end());

it("packs a version of a former release of Mainline anew to the digest that it had", async () => {
	rig = await ReleaseRig.make([await freePort()]);
	const project = new ReleaseProject(rig, `  dev: {deploy: {process: {port: ${rig.place.ports[0]}}}}\n`);
	project.commit("Good", { weights: 1 });
	await project.release();
	const know = knowing(allKnown());
	const lost = async () => {
		const site = await openCommit(rig.context(), { remote: null, plan: true, by: null, rev: "HEAD", know });
		const version = versionOf(site.ledger.state("churn", site.config.environments).history, "v0.1.0");
		if (version === null) throw new Error("nothing was released");
		return { model: "churn", version, know };
	};
	const { version } = await lost();
	const recipe = await recipeOf(rig.context(), await lost());
	if (!recipe.ok) throw new Error(recipe.reason);
	const source = await sourceOf(recipe.site.git);
	const about = { commit: version.commit, version: "v0.1.0", source };
	const { image } = await packModel(recipe.site, recipe.candidate, about);
	const [before] = image.earlier ?? [];
	if (before === undefined) throw new Error("there was another form");
	// the tag as the former release wrote it, and its image is gone
	const message = rig.git("tag", "-l", "--format=%(contents)", "churn@v0.1.0");
	rig.git("tag", "-f", "-a", "churn@v0.1.0", "-m", message.replaceAll(image.digest, before.digest), version.commit);
	rmSync(join(rig.place.dir, "images"), { recursive: true });
	expect(await rebuild(rig.context(), await lost())).toMatchObject({ ok: true, image: { digest: before.digest } });
});
