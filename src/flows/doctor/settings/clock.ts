import type { Found } from "../codes.ts";
import type { Site } from "./site.ts";

const TOLERATED_S = 60;
/** From here on S3 refuses signatures. */
const REFUSED_S = 15 * 60;

/** This machine's clock beside GitHub's. */
export function clock({ settings: { site } }: Site, now: Date): Found[] {
	if (site.date === null) return [];
	const seconds = Math.round((now.getTime() - site.date.getTime()) / 1000);
	const off = Math.abs(seconds);
	if (off <= TOLERATED_S) return [];
	return [
		{
			code: "clock-off",
			level: off >= REFUSED_S ? "problem" : "advice",
			says: `this machine's clock is ${off} s ${seconds > 0 ? "ahead of" : "behind"} GitHub's`,
			why: "cloud storage refuses signatures that are 15 minutes off, and soak times are reckoned from tags' times",
			fix: "sudo timedatectl set-ntp true",
		},
	];
}
