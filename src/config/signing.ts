import type { Place } from "../kernel/index.ts";
import { type Rule, record, refine, required } from "../source/index.ts";
import type { SigningPolicy } from "./model.ts";
import { pathBelow } from "./paths.ts";

/** The key `signing:`. Whether the file holds a key is for those to say who read it. */
export const signing: Rule<SigningPolicy> = refine(
	record("`signing`", { key: required(pathBelow("key")) }),
	({ key, $ }, node): SigningPolicy => {
		const at: Place = $.nodes.get("key")?.at ?? node.at;
		return { key, at };
	},
);
