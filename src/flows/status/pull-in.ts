/** The pull request as GitHub writes it into the first line of commits that it makes of them: squashed, or merged. */
export function pullIn(subject: string): number | null {
	const [, squashed, merged] = /\(#(\d{1,9})\)$|^Merge pull request #(\d{1,9})\b/.exec(subject) ?? [];
	const number = squashed ?? merged;
	return number === undefined ? null : Number(number);
}

/** The same of a tag's lines `Pull: #12`: the last of them. */
export function pullOfTag(lines: readonly string[] = []): number | null {
	const [, number] = /^#(\d{1,9})$/.exec(lines.at(-1) ?? "") ?? [];
	return number === undefined ? null : Number(number);
}
