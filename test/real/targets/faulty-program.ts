import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What a call may meet. `refuse`: it is refused with a program's own words. `hang`: it does nothing for two minutes, which is for ever here. `lost`: it is done, and then
 * the program dies without a word.
 */
export type CallFault = "refuse" | "hang" | "lost";

export interface Arming {
	/** The first is 1; 0: none. */
	readonly call: number;
	readonly fault: CallFault;
	/** Every call from that one on. */
	readonly on?: boolean;
	/** A line of shell that is run at that call instead, before it goes through. */
	readonly before?: string;
}

const SCRIPT = `#!/bin/bash
exec 9> "$FOLDER/lock"; flock 9
call=$(( $(cat "$FOLDER/calls") + 1 )); echo $call > "$FOLDER/calls"; echo "$(basename "$0") $*" >> "$FOLDER/log"
exec 9>&-
. "$FOLDER/armed"
if (( AT > 0 )) && { (( call == AT )) || { (( ON )) && (( call > AT )); }; }; then
	case "$FAULT" in
		refuse) echo "Error: the engine has other troubles" >&2; exit 125 ;;
		hang) exec sleep 120 ;;
		lost) "$REAL" "$@" > /dev/null 2>&1; kill -KILL $$ ;;
		before) eval "$BEFORE" ;;
	esac
fi
exec "$REAL" "$@"
`;

/** Programs that stand before the real ones on PATH, let calls through, and spoil the one that is named. */
export class FaultyProgram {
	/** To be put first on PATH. */
	readonly bin: string;
	readonly #folder: string;

	constructor(folder: string, programs: readonly string[]) {
		this.#folder = folder;
		this.bin = join(folder, "bin");
		mkdirSync(this.bin, { recursive: true });
		for (const program of programs) {
			const real = execFileSync("which", [program], { encoding: "utf8" }).trim();
			const text = SCRIPT.replaceAll("$FOLDER", folder).replaceAll("$REAL", real);
			writeFileSync(join(this.bin, program), text, { mode: 0o755 });
		}
		this.arm({ call: 0, fault: "refuse" });
	}

	/** Counts from here on. */
	arm({ call, fault, on = false, before }: Arming): void {
		const words = before === undefined ? fault : "before";
		const quoted = `'${(before ?? "").replaceAll("'", "'\\''")}'`;
		writeFileSync(join(this.#folder, "armed"), `AT=${call} ON=${on ? 1 : 0} FAULT=${words} BEFORE=${quoted}\n`);
		writeFileSync(join(this.#folder, "calls"), "0\n");
		writeFileSync(join(this.#folder, "log"), "");
	}

	/** What was called since, a line for each. */
	calls(): string[] {
		const log = join(this.#folder, "log");
		return existsSync(log) ? readFileSync(log, "utf8").split("\n").filter(Boolean) : [];
	}
}
