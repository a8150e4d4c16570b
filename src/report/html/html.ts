import { clean } from "../words/clean.ts";

/** HTML that is safe to put into a page. Only `html` makes it, and it escapes everything that is not HTML already. */
export class Html {
	readonly #text: string;

	private constructor(text: string) {
		this.#text = text;
	}

	static of(parts: TemplateStringsArray, values: readonly Part[]): Html {
		return new Html(parts.map((part, i) => part + escaped(values[i] ?? null)).join(""));
	}

	toString(): string {
		return this.#text;
	}
}

/** What stands between the tags: a foreign text is escaped, HTML is taken as it is, null is nothing. */
export type Part = string | number | Html | readonly Html[] | null;

/** A piece of a page: html`<td>${anything}</td>`. Attributes are written in double quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
	return Html.of(parts, values);
}

/** A link to a page on the web; the label alone where the address is none to follow. */
export function webLink(address: string | null, label: Part): Html {
	const url = address !== null && URL.canParse(address) ? new URL(address) : null;
	if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
		return html`${label}`;
	}
	return html`<a href="${url.href}" rel="noreferrer">${label}</a>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

function escaped(value: Part): string {
	if (value === null) return "";
	if (typeof value === "number" || value instanceof Html) return String(value);
	if (typeof value !== "string") return value.join("");
	return clean(value, 2000).replace(/[&<>"']/g, (found) => ENTITIES[found] ?? "");
}
