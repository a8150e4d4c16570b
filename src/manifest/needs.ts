import { parseDuration } from "../kernel/index.ts";
import {
	entryOf,
	expectInteger,
	mismatch,
	type Node,
	optional,
	type Report,
	type Rule,
	record,
} from "../source/index.ts";
import { containerRule } from "./container.ts";
import type { Needs } from "./model.ts";
import type { Standing } from "./places.ts";

const UNIT_BYTES: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };
const SIZE = /^(\d{1,6}(?:\.\d{1,3})?) ?([KMGT])(?:i?B)?$/;
const MOST_RETRIES = 100;

function whole(least: number, most: number, expected: string): Rule<number> {
	return (node, report) => {
		const value = expectInteger(node, report);
		if (value === undefined) return undefined;
		return value >= least && value <= most ? Number(value) : mismatch(node, report, expected);
	};
}

const cores = whole(1, 100_000, "a number of cores from 1 on, or `all`");

const cpus: Rule<number> = (node, report) => (textOf(node) === "all" ? Number.POSITIVE_INFINITY : cores(node, report));

const memory: Rule<number> = (node, report) => {
	const [, number, unit = ""] = SIZE.exec(textOf(node) ?? "") ?? [];
	const bytes = Math.floor(Number(number) * (UNIT_BYTES[unit] ?? 0));
	return bytes > 0 ? bytes : mismatch(node, report, "a size such as 512M or 16G");
};

const timeout: Rule<number> = (node, report) => {
	const milliseconds = parseDuration(textOf(node) ?? "") ?? 0;
	return milliseconds > 0 ? milliseconds : mismatch(node, report, "a time such as 90s, 30m, 6h or 2d");
};

const fields = {
	gpus: optional(whole(0, 1024, "a number of GPUs from 0 on")),
	cpus: optional(cpus),
	memory: optional(memory),
	timeout: optional(timeout),
	retries: optional(whole(0, MOST_RETRIES, `a number of further attempts from 0 to ${MOST_RETRIES}`), 0),
};

/** What a stage's `meta: {mainline: …}` says; undefined where it says nothing, or after complaints. */
export function readNeeds(meta: Node | undefined, standing: Standing, report: Report): Needs | undefined {
	const node = meta?.kind === "map" ? entryOf(meta, "mainline") : undefined;
	if (node === undefined) return undefined;
	const needs = record("meta.mainline", { ...fields, container: optional(containerRule(standing)) });
	const read = needs(node, report);
	if (read === undefined) return undefined;
	const { gpus, cpus: cores, memory: bytes, timeout: timeoutMs, retries, container, $ } = read;
	return {
		gpus,
		cpus: cores,
		memory: bytes,
		timeoutMs,
		retries,
		...(container === null ? {} : { container }),
		place: $.nodes.get("gpus")?.at ?? node.at,
	};
}

function textOf(node: Node): string | null {
	return node.kind === "scalar" && typeof node.value === "string" ? node.value : null;
}
