import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { approve } from "../../src/flows/auto/approvals/approve.ts";
import { promote } from "../../src/flows/promote.ts";
import { status } from "../../src/flows/status.ts";
import { plainStyle, renderText } from "../../src/report/index.ts";
import { freePort } from "../environments/rig.ts";
import { ReleaseRig } from "./release-rig.ts";

let rig: ReleaseRig;
/** v0.1.0 is in dev and prod. */
beforeEach(async () => {
	rig = await ReleaseRig.make([await freePort(), await freePort()]);
	rig.commit("More epochs", { weights: 1 });
	await rig.release({ remote: "origin" });
	const [dev, prod] = rig.place.ports;
	writeFileSync(
		join(rig.root, "mainline.yaml"),
		`models:
  churn: {image: "oci:../images"}
environments:
  dev: {deploy: {process: {port: ${dev}}}}
  prod: {after: dev, approve: {by: [carol]}, deploy: {process: {port: ${prod}}}}
`,
	);
});
afterEach(() => rig.end());

const said = { remote: "origin", model: "churn", environment: "prod", version: "v0.1.0", by: "carol", at: null };
const TAG = "churn#prod+approved+v0.1.0+carol";
const approved = (more: Partial<Parameters<typeof approve>[1]> = {}) =>
	approve(rig.context(), { ...said, mayApprove: async () => ({ refusal: null, team: null }), ...more });
const mark = (message: string) =>
	rig.git("tag", "-a", TAG, "-m", message, rig.git("rev-parse", "churn@v0.1.0^{commit}"));
const remoteTags = () => rig.git("ls-remote", "--tags", "origin", "refs/tags/churn#prod+*");

describe("an approval", () => {
	it("is one tag at the remote, however often it is given, and is not gto's", async () => {
		expect(await approved()).toMatchObject({
			answer: "yes",
			document: { outcome: "approved", tag: TAG, needed: 1, approvals: [{ by: "carol" }] },
		});
		expect((await approved({ by: "Carol" })).document).toMatchObject({ outcome: "kept", note: "", tag: null });
		expect(remoteTags().split("\n")).toHaveLength(2); // the tag, and what it is of
		const told = (await status(rig.context(), { model: null, verify: false, remote: null })).document;
		expect(renderText(told, plainStyle)).not.toContain("+approved");
	});

	it("that a killed run wrote and never sent is sent when it is given again", async () => {
		const [, digest] = /^(Digest: .*)$/m.exec(rig.git("tag", "-l", "--format=%(contents)", "churn@v0.1.0")) ?? [];
		mark(`Approve\n\n${digest}\nBy: carol`);
		expect(remoteTags()).toBe("");
		expect((await approved()).document).toMatchObject({ outcome: "kept", approvals: [{ by: "carol" }] });
		expect(remoteTags()).toContain(`refs/tags/${TAG}`);
	});

	it("of another image under the same number does not count, and what to do is said", async () => {
		mark(`Approve\n\nDigest: sha256:${"0".repeat(64)}\nBy: carol`);
		const { answer, document } = await approved();
		expect([answer, document.outcome]).toEqual(["no", "refused"]);
		expect(document.reason).toBe(
			`the tag ${TAG} is about another image: delete it, here and at the remote, and approve again`,
		);
	});

	it("counts again where its owner is meant by another team, or by a team at all, than his tag says", async () => {
		const policy = readFileSync(join(rig.root, "mainline.yaml"), "utf8");
		expect(await approved()).toMatchObject({ answer: "yes" });
		expect(rig.git("tag", "-l", "--format=%(contents)", TAG)).not.toContain("Team:");
		writeFileSync(join(rig.root, "mainline.yaml"), policy.replace("[carol]", "[acme/ml]"));
		const byTeam = async () => ({ refusal: null, team: "acme/ml" });
		const kept = await approved({ mayApprove: byTeam });
		expect(kept).toMatchObject({ answer: "yes", document: { outcome: "kept", approvals: [{ by: "carol" }] } });
		// who looks at the record alone does not: the answer says so, and what to do
		expect(renderText(kept.document, plainStyle)).toContain(
			`the tag ${TAG} is older and does not name acme/ml: a promotion that can ask counts it, \`status\`, the dashboard and a command line do not.`,
		);
		const about = { remote: null, plan: true, by: null, force: false, breakFreeze: null, reason: null };
		const order = { ...said, ...about, version: "v0.1.0", know: () => Promise.reject(new Error("not asked here")) };
		const planned = async (more: Pick<Parameters<typeof promote>[1], "mayApprove">) =>
			(await promote(rig.context(), { ...order, ...more })).document.move.predicates.find(
				({ name }) => name === "approval",
			);
		expect(await planned({ mayApprove: byTeam })).toMatchObject({ holds: true, reason: "approved by carol" });
		// who cannot ask goes by what the tag says
		expect(await planned({})).toMatchObject({ holds: false });
		const left = async () => ({ refusal: "carol left" });
		expect(await planned({ mayApprove: left })).toMatchObject({
			holds: false,
			reason: expect.stringContaining("(not counted: carol left)"),
		});
	});

	it("of what came there only after it was written names no version, and is refused", async () => {
		const before = new Date(Date.now() - 3_600_000);
		const { answer, document } = await approved({ version: null, at: before });
		expect([answer, document.reason]).toEqual([
			"no",
			"v0.1.0 came there after you wrote: name the version that you mean",
		]);
		expect(rig.tags().filter((tag) => tag.includes("+"))).toEqual([]);
	});
});
