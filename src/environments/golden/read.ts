import {
	check,
	decodeUtf8,
	entryOf,
	expectInteger,
	expectList,
	expectMap,
	expectNode,
	expectNumber,
	expectString,
	listOf,
	mapOf,
	mismatch,
	type Node,
	oneOf,
	optional,
	parseJson,
	type Report,
	type Rule,
	record,
	refine,
	required,
	toValue,
} from "../../source/index.ts";
import { jsonOf } from "./json.ts";
import type { Element, ExpectedOutput, GoldenRequest, Tolerance } from "./model.ts";

/** `allBytes`: of all of a model's files. Whoever proposes a change writes them, and a trusted job reads them. */
export const GOLDEN_LIMITS = { files: 100, bytes: 4 << 20, allBytes: 8 << 20, milliseconds: 600_000 } as const;

const DATATYPES = [
	"BOOL",
	...["UINT", "INT"].flatMap((kind) => [8, 16, 32, 64].map((bits) => `${kind}${bits}`)),
	"FP16",
	"FP32",
	"FP64",
	"BYTES",
];

/** Reads one golden request. Every mistake in it is in the one thrown `Failure` `golden-invalid`, each with its place. */
export function readGolden(bytes: Uint8Array, file: string): GoldenRequest {
	const node = parseJson(decodeUtf8(bytes, file), file);
	const { request, expect, tolerance, milliseconds } = check(node, golden, "golden-invalid");
	const { absolute, relative, outputs } = tolerance ?? NO_TOLERANCE;
	return {
		file,
		body: request,
		expect: [...expect].map(([name, elements]): ExpectedOutput => {
			const own = outputs.get(name);
			const either = { absolute: own?.absolute ?? absolute ?? 0, relative: own?.relative ?? relative ?? 0 };
			return { name, elements, tolerance: either };
		}),
		milliseconds,
	};
}

interface WrittenTolerance {
	readonly absolute: number | null;
	readonly relative: number | null;
	readonly outputs: ReadonlyMap<string, Partial<{ [K in keyof Tolerance]: number | null }>>;
}

const NO_TOLERANCE: WrittenTolerance = { absolute: null, relative: null, outputs: new Map() };

const amount: Rule<number> = refine(expectNumber, (value, node, report) =>
	Number.isFinite(value) && value >= 0 ? value : mismatch(node, report, "a number from 0 on"),
);

const budget: Rule<number> = refine(expectNumber, (value, node, report) =>
	value > 0 && value <= GOLDEN_LIMITS.milliseconds
		? value
		: mismatch(node, report, `milliseconds, up to ${GOLDEN_LIMITS.milliseconds}`),
);

const size: Rule<number> = refine(expectInteger, (value, node, report) =>
	value >= 0n && value <= 2n ** 31n ? Number(value) : mismatch(node, report, "a length from 0 on"),
);

/** All elements, row by row; NaN and what has no end are no JSON for the server. */
function elementsOf(node: Node, report: Report): Element[] | undefined {
	if (node.kind === "list") return node.items.flatMap((item) => elementsOf(item, report) ?? []);
	if (node.kind === "map") return mismatch(node, report, "a number, a text, true or false, or lists of them");
	const { value } = node;
	if (typeof value === "number" && !Number.isFinite(value))
		return mismatch(node, report, "a number that JSON has", { hint: "null stands for what JSON has no number for" });
	return typeof value === "object" && value !== null ? undefined : [value];
}

const tensor: Rule<unknown> = refine(
	record("an input", {
		name: required(expectString),
		shape: required(listOf(size)),
		datatype: required(oneOf(...DATATYPES)),
		data: required(refine(expectList, (_, node, report) => elementsOf(node, report))),
		parameters: optional(expectMap),
	}),
	({ name, shape, data, $ }, node, report) => {
		const count = shape.reduce((product, length) => product * length, 1);
		if (data.length === count) return name;
		return report.add($.nodes.get("data")?.at ?? node.at, `input "${name}" has ${data.length} elements`, {
			found: `${data.length} elements`,
			expected: `${count}, as its shape [${shape.join(", ")}] says`,
		});
	},
);

const byTensors: Rule<unknown> = record("a request", {
	id: optional(expectString),
	parameters: optional(expectMap),
	inputs: required(
		refine(listOf(tensor), (inputs, node, report) =>
			node.kind === "list" && node.items.length === 0 ? mismatch(node, report, "at least one input") : inputs,
		),
	),
	outputs: optional(listOf(expectMap)),
});

/** The request as it is sent: the protocol's tensors, or rows as pandas writes them, which our own server takes as well. */
const request: Rule<string> = (node, report) => {
	const map = expectMap(node, report);
	if (map === undefined) return undefined;
	const isTable = entryOf(map, "dataframe_records") !== undefined || entryOf(map, "dataframe_split") !== undefined;
	const fits = isTable ? true : byTensors(map, report) !== undefined;
	return fits ? jsonOf(toValue(map)) : undefined;
};

const expected: Rule<ReadonlyMap<string, readonly Element[]>> = refine(mapOf(elementsOf), (outputs, node, report) =>
	outputs.size > 0 || (node.kind === "map" && node.entries.length > 0)
		? outputs
		: mismatch(node, report, "the name of at least one output, and what it is to be"),
);

const ofOutput = record("an output's tolerance", { absolute: optional(amount), relative: optional(amount) });

const golden = refine(
	record("a golden request", {
		$schema: optional(expectNode),
		request: required(request),
		expect: required(expected),
		tolerance: optional(
			record("`tolerance`", {
				absolute: optional(amount),
				relative: optional(amount),
				outputs: optional(mapOf(ofOutput), new Map()),
			}),
		),
		milliseconds: optional(budget),
	}),
	(read, node, report) => {
		const named = [...(read.tolerance?.outputs.keys() ?? [])];
		const odd = named.find((name) => !read.expect.has(name));
		if (odd === undefined) return read;
		const at = read.tolerance?.$.nodes.get("outputs")?.at ?? node.at;
		return report.add(at, `\`tolerance\` names an output that \`expect\` has not: ${JSON.stringify(odd)}`, {
			found: odd,
			expected: `one of ${[...read.expect.keys()].join(", ")}`,
		});
	},
);
