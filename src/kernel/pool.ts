/** Runs `work` on every item, at most `limit` at a time; results in the items' order. The first error stops new work and is thrown. */
export async function inParallel<T, R>(items: Iterable<T>, limit: number, work: (item: T) => Promise<R>): Promise<R[]> {
	const queue = [...items].entries();
	const results: R[] = [];
	let hasFailed = false;
	const worker = async (): Promise<void> => {
		for (const [index, item] of queue) {
			if (hasFailed) return;
			try {
				results[index] = await work(item);
			} catch (cause) {
				hasFailed = true;
				throw cause;
			}
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, limit) }, worker));
	return results;
}
