import { type Document, Failure, type Outcome } from "../kernel/index.ts";
import type { Style } from "../report/index.ts";
import { Interruption } from "./exit-code.ts";
import { failureOf } from "./failure-of.ts";
import type { Variables } from "./machine.ts";
import { writeAnswer, writeAside } from "./output.ts";
import { styleOf } from "./terminal.ts";

/** Loaded when there is something to say that needs it: `--version` does not. */
const loadReport = () => import("../report/index.ts");

/** How the command line says things: one JSON document on stdout with `--json`; else answers on stdout and failures on stderr. */
export class Speaker {
	/** How stderr takes text. */
	readonly aside: Style;
	readonly #answer: Style;
	readonly #json: boolean;
	readonly #debug: boolean;

	/** From the raw arguments: a command line that cannot be read is answered in the form that it asks for, too. */
	constructor(args: readonly string[], variables: Variables) {
		const end = args.indexOf("--");
		const options = end < 0 ? args : args.slice(0, end);
		this.#json = options.includes("--json");
		this.#debug = (variables["MAINLINE_DEBUG"] ?? "") !== "";
		this.aside = styleOf(process.stderr, variables, options.includes("--no-color"));
		this.#answer = styleOf(process.stdout, variables, options.includes("--no-color"));
	}

	/** What a command ended with. To a person who stopped it, only that is told; a program gets what was done until then. */
	async outcome({ document }: Outcome, interruption: Interruption | null): Promise<void> {
		if (interruption !== null && !this.#json) {
			// a server has nothing to go on with: to be stopped is how it ends
			if (document.schema === "mainline.serve/1") return;
			return this.thrown(interruption);
		}
		const { renderText, writeJson } = await loadReport();
		return writeAnswer(this.#json ? writeJson(document) : renderText(document, this.#answer));
	}

	/** A text of our own, and the document that says the same. */
	async text(text: string, document: Document): Promise<void> {
		return writeAnswer(this.#json ? (await loadReport()).writeJson(document) : text);
	}

	/** Anything that was thrown: a failure, an interruption, or a bug of ours. */
	async thrown(error: unknown): Promise<void> {
		const { errorDocument, failureText, internalError, renderText, writeJson } = await loadReport();
		const failure = error instanceof Interruption ? interrupted(error) : failureOf(error);
		if (this.#debug && error instanceof Error) writeAside(`${error.stack ?? error.message}\n`);
		if (this.#json) return writeAnswer(writeJson(failure === null ? internalError(error) : errorDocument(failure)));
		writeAside(failure === null ? renderText(internalError(error), this.aside) : failureText(failure, this.aside));
	}
}

function interrupted({ signal }: Interruption): Failure {
	return new Failure("infrastructure", "interrupted", `ended by ${signal}`, {
		hint: "what was finished is saved; the same command goes on from there",
	});
}
