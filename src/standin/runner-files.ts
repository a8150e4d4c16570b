/** What an action told its runner by a line of its own on stdout. */
export interface WorkflowCommand {
	readonly level: "error" | "warning" | "notice";
	readonly message: string;
	/** `file`, `line`, `title` and so on, as they were given. */
	readonly properties: Readonly<Record<string, string>>;
}

/** Reads GITHUB_OUTPUT or GITHUB_STATE: lines `name=value`, or `name<<END`, the value's lines, `END`. */
export function readCommandFile(text: string): Record<string, string> {
	const values: Record<string, string> = {};
	const lines = text.split(/\r?\n/);
	for (let i = 0; i < lines.length; i++) {
		const line = lines[i] ?? "";
		const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
		if (heredoc !== null) {
			const end = lines.indexOf(heredoc[2] ?? "", i + 1);
			if (end < 0) throw new Error(`the value of ${heredoc[1]} has no end`);
			values[heredoc[1] ?? ""] = lines.slice(i + 1, end).join("\n");
			i = end;
			continue;
		}
		const at = line.indexOf("=");
		if (at > 0) values[line.slice(0, at)] = line.slice(at + 1);
	}
	return values;
}

/** The annotations among what an action printed. */
export function readWorkflowCommands(stdout: string): WorkflowCommand[] {
	const pattern = /^::(error|warning|notice)(?: ([^:]*(?:%3A[^:]*)*))?::(.*)$/gm;
	return [...stdout.matchAll(pattern)].map(([, level, properties, message]) => ({
		level: level as WorkflowCommand["level"],
		message: decode(message ?? ""),
		properties: Object.fromEntries(
			(properties ?? "")
				.split(",")
				.filter((part) => part.includes("="))
				.map((part) => [part.slice(0, part.indexOf("=")).trim(), decode(part.slice(part.indexOf("=") + 1))]),
		),
	}));
}

function decode(text: string): string {
	return text
		.replaceAll("%0D", "\r")
		.replaceAll("%0A", "\n")
		.replaceAll("%3A", ":")
		.replaceAll("%2C", ",")
		.replaceAll("%25", "%");
}
