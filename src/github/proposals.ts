import { createMissing } from "./once.ts";
import { type PullRequest, pullsFrom, readPull } from "./pulls.ts";
import type { Wire } from "./wire.ts";

/** A pull request between two branches of one repository: there is one open at a time. */
export interface ProposalOrder {
	readonly head: string;
	readonly base: string;
	readonly title: string;
	readonly body: string;
}

/** Opens the pull request from a branch, or brings the words of the open one up to date. */
export async function propose(wire: Wire, order: ProposalOrder): Promise<PullRequest> {
	const open = await openProposal(wire, order);
	if (open === null)
		return createMissing(wire.clock, { find: () => openProposal(wire, order), create: () => create(wire, order) });
	if (open.title === order.title && open.body === order.body) return open;
	const client = await wire.client();
	const { title, body } = order;
	const { data } = await client.rest.pulls.update({ ...wire.at, pull_number: open.number, title, body });
	return readPull(data);
}

/** The newest from the branch to the base, in whatever state; an open one before all others. */
export async function lastProposal(
	wire: Wire,
	{ head, base }: Pick<ProposalOrder, "head" | "base">,
): Promise<PullRequest | null> {
	const all = (await pullsFrom(wire, { owner: wire.at.owner, branch: head })).filter(
		(one) => one.baseRef === base && !one.fork,
	);
	return all.find(({ state }) => state === "open") ?? all[0] ?? null;
}

export async function withdraw(wire: Wire, number: number): Promise<void> {
	const client = await wire.client();
	await client.rest.pulls.update({ ...wire.at, pull_number: number, state: "closed" });
}

async function openProposal(wire: Wire, order: ProposalOrder): Promise<PullRequest | null> {
	const last = await lastProposal(wire, order);
	return last?.state === "open" ? last : null;
}

async function create(wire: Wire, { head, base, title, body }: ProposalOrder): Promise<PullRequest> {
	const client = await wire.client();
	try {
		const { data } = await client.rest.pulls.create({ ...wire.at, head, base, title, body });
		return readPull(data);
	} catch (error) {
		// refused because another run was faster
		const open = await openProposal(wire, { head, base, title, body });
		if (open !== null) return open;
		throw error;
	}
}
