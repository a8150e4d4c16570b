/** A foreign text as it is shown, at most so many characters of it; never half of one. */
export function cut(text: string, most: number): string {
	if (text.length <= most) return text;
	// a character is two units at most; no more of a long text is looked at
	const characters = Array.from(text.slice(0, (most + 1) * 2));
	return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text;
}
