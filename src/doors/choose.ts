import { ownVariables } from "./machine.ts";

const OLDEST_NODE = 24;

/** Opens the action's door on a GitHub runner that gives no arguments, else the command line's. Each is loaded when it is opened. */
export async function chooseDoor(args: readonly string[]): Promise<void> {
	if (isTooOld(process.versions.node)) return refuseNode();
	if (args.length === 0 && ownVariables()["GITHUB_ACTIONS"] === "true") {
		const { actionDoor } = await import("./action.ts");
		return actionDoor();
	}
	const { cliDoor } = await import("./cli.ts");
	return cliDoor(args);
}

function isTooOld(version: string): boolean {
	return Number(version.split(".")[0]) < OLDEST_NODE;
}

/** Said before anything else is loaded: what is bundled fails on an old Node in words that help nobody. */
function refuseNode(): void {
	process.stderr.write(
		`mainline: this is Node ${process.versions.node}; Mainline needs Node ${OLDEST_NODE} or newer\n`,
	);
	process.exitCode = 2;
}
