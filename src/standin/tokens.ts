import type { Hub } from "./hub.ts";
import { actionsBot, type Level } from "./state.ts";

export interface TokenOrder {
	readonly value: string;
	/** `github-actions[bot]` for `actions`, `<app>[bot]` for `app`, an account for `personal`. */
	readonly login?: string;
	readonly kind: "actions" | "app" | "personal";
	/** For `actions` and `app`, in GitHub's names: `{ issues: "write" }`. Default for `actions`: everything that Mainline asks for. */
	readonly permissions?: Readonly<Record<string, Level>>;
	/** For `personal`; default `repo`. */
	readonly scopes?: readonly string[];
	readonly repositories?: readonly string[];
	/** Requests an hour; default as at GitHub: 1000 for `actions`, else 5000. */
	readonly limit?: number;
}

/** What a workflow of Mainline's asks for in its `permissions:`. */
const ACTIONS_PERMISSIONS: Readonly<Record<string, Level>> = {
	actions: "read",
	checks: "write",
	contents: "write",
	deployments: "write",
	issues: "write",
	metadata: "read",
	pull_requests: "write",
	statuses: "write",
};

export function addToken(hub: Hub, order: TokenOrder): void {
	const login = order.login ?? actionsBot.login;
	hub.user(login);
	hub.state.tokens[order.value] = {
		value: order.value,
		login,
		kind: order.kind,
		permissions: order.permissions ?? (order.kind === "actions" ? ACTIONS_PERMISSIONS : {}),
		scopes: order.scopes ?? ["repo"],
		repositories: order.repositories ?? null,
		limit: order.limit ?? (order.kind === "actions" ? 1000 : 5000),
	};
}
