/** An answer of GitHub's that is a refusal; thrown by a route, sent as GitHub sends it. */
export class Refusal extends Error {
	readonly status: number;
	readonly errors: readonly unknown[];
	readonly headers: Readonly<Record<string, string>>;

	constructor(
		status: number,
		message: string,
		details: { errors?: readonly unknown[]; headers?: Readonly<Record<string, string>> } = {},
	) {
		super(message);
		this.status = status;
		this.errors = details.errors ?? [];
		this.headers = details.headers ?? {};
	}
}

export const documentation = "https://docs.github.com/rest";

/** GitHub's words for everything that is not there, or that the asker may not know to be there. */
export function notFound(): Refusal {
	return new Refusal(404, "Not Found");
}

/** 422 with one entry of `errors`, in the form that GitHub's validations have. */
export function invalid(resource: string, field: string, message: string): Refusal {
	return new Refusal(422, "Validation Failed", { errors: [{ resource, code: "custom", field, message }] });
}

export function refusalBody(refusal: Refusal): Record<string, unknown> {
	return {
		message: refusal.message,
		...(refusal.errors.length === 0 ? {} : { errors: refusal.errors }),
		documentation_url: documentation,
		status: String(refusal.status),
	};
}
