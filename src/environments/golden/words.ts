import type { GoldenProof } from "./model.ts";

/** `3 of 3 golden requests answered as expected`, with the first that is not; or why they were not asked. */
export function goldenWords({ asked, notAsked }: GoldenProof): string {
	if (notAsked !== null) return `golden requests not asked: ${notAsked}`;
	const wrong = asked.filter(({ ok }) => !ok);
	const [first] = wrong;
	const requests = asked.length === 1 ? "golden request" : "golden requests";
	const head = `${asked.length - wrong.length} of ${asked.length} ${requests} answered as expected`;
	return first === undefined ? head : `${head}: ${first.file}: ${first.differences[0] ?? "it differs"}`;
}

/** Whether no answer is wrong; what was not asked is not. */
export function allRight(proof: GoldenProof | null): boolean {
	return proof === null || proof.asked.every(({ ok }) => ok);
}
