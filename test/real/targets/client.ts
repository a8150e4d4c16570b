/** What a client met that asks an address 50 times a second, each time over a connection of its own. */
export interface Client {
	/** Ends it: every version that answered, in the order of their first answer, and every request that failed. */
	stop(): Promise<{
		readonly asked: number;
		readonly versions: readonly string[];
		readonly failures: readonly string[];
	}>;
}

export function askFiftyTimesASecond(url: string): Client {
	const versions = new Set<string>();
	const failures: string[] = [];
	const asking = new Set<Promise<void>>();
	let asked = 0;
	const ask = async (): Promise<void> => {
		asked++;
		try {
			const response = await fetch(url, { headers: { connection: "close" }, signal: AbortSignal.timeout(5000) });
			const { version } = (await response.json()) as { version?: string };
			if (response.status === 200 && version !== undefined) versions.add(version);
			else failures.push(`${response.status} ${version ?? ""}`);
		} catch (cause) {
			failures.push(String(cause instanceof Error ? (cause.cause ?? cause) : cause));
		}
	};
	const timer = setInterval(() => {
		const one = ask().finally(() => asking.delete(one));
		asking.add(one);
	}, 20);
	return {
		stop: async () => {
			clearInterval(timer);
			await Promise.all(asking);
			return { asked, versions: [...versions], failures };
		},
	};
}
