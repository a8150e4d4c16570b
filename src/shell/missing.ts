import { badInput } from "../kernel/index.ts";

/** The one way in which a program that is not installed is told. */
export function refuseMissing(
	command: string,
	result: { readonly code?: string | undefined; readonly failed: boolean },
): void {
	if (!result.failed || result.code !== "ENOENT") return;
	throw badInput("program-missing", `the program \`${command}\` was not found`, {
		found: "nothing of that name",
		expected: `\`${command}\` on PATH`,
		hint: `install ${command}, or run Mainline where it is installed`,
	});
}
