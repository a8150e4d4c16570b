import { type Place, ReleaseRig } from "./release-rig.ts";

/** One release in a process of its own, to be killed: `node release-once.ts PLACE-AS-JSON`. */
const place = JSON.parse(process.argv[2] ?? "{}") as Place;
const moves = await new ReleaseRig(place).release({ remote: "origin" });
process.stdout.write(`${JSON.stringify(moves.map(({ environment, outcome }) => [environment, outcome]))}\n`);
