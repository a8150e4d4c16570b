import { type Benchmark, inTurn, timedProcess } from "./support/measure.ts";
import { BUNDLE } from "./support/places.ts";

export const startup: Benchmark = {
	name: "startup",
	about: "`mainline --version` against a bare `node -e 0`",
	async run() {
		const node = process.execPath;
		const { ours, peer } = await inTurn(
			{ name: "mainline --version", run: () => timedProcess(node, [BUNDLE, "--version"]) },
			{ name: "node -e 0", run: () => timedProcess(node, ["-e", "0"]) },
			20,
		);
		const value = ours.median / peer.median;
		return { ours, peer, ratio: { value, is: "our time / node's", wanted: "< 2", reached: value < 2 }, note: null };
	},
};
