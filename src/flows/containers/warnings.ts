import { Failure, isWithin, joinPath, relativeTo, type Value } from "../../kernel/index.ts";
import type { Container, Stage } from "../../manifest/index.ts";
import type { Observer, PlannedStage } from "../../plan/index.ts";
import { decodeUtf8 } from "../../source/index.ts";
import type { FlowContext } from "../context.ts";
import type { Workspace } from "../workspace.ts";

/** What a stage's command runs in; null for the machine itself, and where there is no command. */
export function housed({ cmd, needs }: Pick<Stage, "cmd" | "needs">): Container | null {
	return cmd === null ? null : (needs?.container ?? null);
}

interface Plans {
	readonly workspace: Pick<Workspace, "tree">;
	readonly observer: Pick<Observer, "values">;
	readonly planned: readonly PlannedStage[];
}

/** Says once of each container what dvc.lock will not record of it, and the line that changes that. */
export async function warnOfContainers({ progress }: Pick<FlowContext, "progress">, plans: Plans): Promise<void> {
	const said = new Map<string, string[]>();
	for (const { stage, action } of plans.planned) {
		const container = housed(stage);
		if (container === null || (action !== "run" && action !== "maybe")) continue;
		for (const gap of await gapsOf(stage, container, plans)) {
			said.set(gap, [...(said.get(gap) ?? []), stage.address]);
		}
	}
	for (const [gap, stages] of said) progress.warn(`${namesOf(stages)}: ${gap}`);
}

function namesOf(stages: readonly string[]): string {
	const [first = "", ...rest] = stages;
	return rest.length === 0 ? first : `${first} and ${rest.length} more`;
}

async function gapsOf(stage: Stage, { from }: Container, { workspace, observer }: Plans): Promise<string[]> {
	if (from.kind === "dockerfile") return dockerfileGaps(stage, from.dockerfile, workspace);
	const { name } = from;
	const pinned = isPinned(name);
	const recorded = await isParameter(name, stage, observer);
	if (pinned && recorded) return [];
	const digested = pinned ? name : `${name}@sha256:…`;
	const told = pinned ? "" : "; what a run took is in its report";
	if (recorded) return [`${name} can mean another image tomorrow: name it ${digested}${told}`];
	return [
		`no lock records that it runs in ${name}: another image would not run it again. Write \`image: ${digested}\` into params.yaml, \`container: \${image}\` and \`params: [image]\`${told}`,
	];
}

function isPinned(image: string): boolean {
	return /@sha256:[0-9a-f]{64}$/.test(image);
}

/** A value of a parameter that the stage reads is in its lock. */
async function isParameter(text: string, { params }: Stage, observer: Plans["observer"]): Promise<boolean> {
	for (const dependency of params) {
		const found = await observer.values(dependency);
		if ([...(found?.values() ?? [])].some((value) => holds(value, text))) return true;
	}
	return false;
}

function holds(value: Value, text: string): boolean {
	if (value === text) return true;
	if (Array.isArray(value)) return value.some((item) => holds(item, text));
	return value instanceof Map && [...value.values()].some((item) => holds(item, text));
}

type Dockerfile = Extract<Container["from"], { kind: "dockerfile" }>["dockerfile"];

/** What the Dockerfile copies and the stage does not name, and what FROM leaves open. One that cannot be read is told when it is built. */
async function dockerfileGaps(stage: Stage, dockerfile: Dockerfile, { tree }: Plans["workspace"]): Promise<string[]> {
	const { file, context, target, args } = dockerfile;
	const bytes = await tree.read(file);
	if (bytes === null) return [];
	const { readDockerfile } = await import("../../release/index.ts");
	const read = await readDockerfile(decodeUtf8(bytes, file), { file, target, args }).catch((cause: unknown) => {
		if (cause instanceof Failure) return null;
		throw cause;
	});
	if (read === null) return [];
	const open = read.images.filter((image) => !isPinned(image));
	const sources = read.sources?.filter(({ needed }) => needed).map(({ pattern }) => joinPath(context, pattern)) ?? [
		context,
	];
	const unread = sources.filter((path) => !stage.deps.some(({ at }) => at !== null && isWithin(path, at)));
	const missing = [...new Set(unread)].map((path) => relativeTo(path, stage.wdir));
	return [
		...(missing.length === 0
			? []
			: [
					`${file} copies ${missing.join(", ")}, which its deps do not name: a change of that would not run it again. Add it to \`deps\``,
				]),
		...(open.length === 0
			? []
			: [`FROM ${open.join(", ")} in ${file} can mean another image tomorrow: write FROM ${open[0]}@sha256:…`]),
	];
}
