/** Splits a command line into words as Python's `shlex.split` does; null when a quote is not closed. */
export function splitWords(line: string): string[] | null {
	const words: string[] = [];
	const part = /\s+|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)|([\s\S])/g;
	let word: string | null = null;
	for (const [whole, single, double, escaped, plain, odd] of line.matchAll(part)) {
		if (odd !== undefined) return null;
		if (/^\s/.test(whole)) {
			if (word !== null) words.push(word);
			word = null;
		} else word = (word ?? "") + (single ?? double?.replace(/\\(["\\])/g, "$1") ?? escaped ?? plain ?? "");
	}
	if (word !== null) words.push(word);
	return words;
}
