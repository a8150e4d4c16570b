/** What is answered to a command. */
export interface Reply {
	/** `elsewhere`: another job of this workflow goes on with it. */
	readonly kind: "done" | "refused" | "unclear" | "elsewhere";
	/** One sentence. */
	readonly said: string;
	/** More of it, as a terminal shows it; null for nothing. */
	readonly text: string | null;
}
