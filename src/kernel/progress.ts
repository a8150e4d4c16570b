/** How one piece of work tells where it is. */
export interface Voice {
	/** A lasting line: a stage began, an image was pushed. */
	say(line: string): void;
	/** Where the current work is: replaces the last live line, never lasts. */
	live(line: string): void;
	/** Output of a stage's own command, as it comes. */
	output(chunk: Uint8Array | string): void;
	/** Something the user should know although the work goes on. */
	warn(line: string): void;
}

/**
 * How long work tells where it is. A door decides what becomes of it: a live line on a terminal, a group or a line a
 * minute in CI, nothing with `--json` when stderr is not watched.
 */
export interface Progress extends Voice {
	/** Opens a group (`::group::` in CI); the returned function ends it. */
	group(title: string): () => void;
	/** Opens work that goes on beside other work: what it says can be told from what the others say. */
	lane(title: string): Lane;
}

/** One of several works at the same time. */
export interface Lane extends Voice {
	close(): void;
}

const mute: Voice = {
	say: () => {},
	live: () => {},
	output: () => {},
	warn: () => {},
};

/** For calls that nobody watches. */
export const silent: Progress = {
	...mute,
	group: () => () => {},
	lane: () => ({ ...mute, close: () => {} }),
};
