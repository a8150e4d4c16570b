import { Failure } from "../../kernel/index.ts";
import { findEngine } from "../../run/index.ts";
import { housed } from "../containers/warnings.ts";
import type { Diagnosis, Patient } from "./check.ts";
import type { Found } from "./codes.ts";

/** Whether what stages run in can be run here. */
export async function containers({ context, ground: { workspace } }: Patient): Promise<Diagnosis> {
	const asking = (workspace?.project.stages ?? []).flatMap((stage) => {
		const container = housed(stage);
		return container === null
			? []
			: [{ address: stage.address, program: context.machine.containers ?? container.program }];
	});
	const programs = [...new Set(asking.map(({ program }) => program))];
	const answers = await Promise.all(
		programs.map(async (program): Promise<Found | string> => {
			const first = asking.find((each) => each.program === program)?.address ?? "";
			try {
				const engine = await findEngine(program, `stage \`${first}\` runs in a container`, context);
				return `${engine.program} is here for stages in containers`;
			} catch (cause) {
				if (cause instanceof Failure && cause.code === "container-no-engine") return missing(cause);
				throw cause;
			}
		}),
	);
	return [...new Set(answers)];
}

function missing({ message, details }: Failure): Found {
	return {
		code: "container-no-engine",
		level: "problem",
		says: message,
		why: "the stage fails here wherever its result is not known",
		fix: details.hint ?? "sudo apt-get install podman",
	};
}
