/** One element of a tensor as JSON writes it; integers keep all their digits. Null stands for what JSON has no number for. */
export type Element = string | number | bigint | boolean | null;

/** How far an answer may be from what is expected: `absolute + relative · |expected|`, as numpy's `isclose` reckons. */
export interface Tolerance {
	readonly absolute: number;
	readonly relative: number;
}

export interface ExpectedOutput {
	readonly name: string;
	/** Row by row. */
	readonly elements: readonly Element[];
	readonly tolerance: Tolerance;
}

/** A request whose answer is known: a file of the folder `golden`. */
export interface GoldenRequest {
	/** Relative to the folder of mainline.yaml. */
	readonly file: string;
	/** The body to post, as JSON. */
	readonly body: string;
	readonly expect: readonly ExpectedOutput[];
	/** How long an answer may take; null where nobody minds. */
	readonly milliseconds: number | null;
}

/** What came of asking a version all of its golden requests. */
export interface GoldenProof {
	readonly asked: readonly GoldenAnswer[];
	/** Why they could not be asked; null when they were. */
	readonly notAsked: string | null;
	/** Files of those that whoever may start it can ask. Absent: none. */
	readonly pending?: readonly string[];
}

/** What came of asking one. */
export interface GoldenAnswer {
	readonly file: string;
	readonly ok: boolean;
	/** What is not as expected, a sentence part each; empty where all is. */
	readonly differences: readonly string[];
	/** How long the answer took; null where there was none. */
	readonly milliseconds: number | null;
}
