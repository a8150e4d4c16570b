/** Somebody who answers; where nobody does, the standard answers count. */
export interface Asker {
	confirm(question: Question & { readonly standard: boolean }): Promise<boolean>;
	/** Null for no answer. */
	text(question: Question & { readonly standard: string | null; readonly suggestion?: string }): Promise<string | null>;
}

export interface Question {
	/** Lines to read before. */
	readonly shown: readonly string[];
	readonly ask: string;
}
