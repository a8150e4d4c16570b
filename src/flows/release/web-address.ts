/**
 * One address for every way to clone (`git@host:o/r.git`, `https://token@host/o/r`), because it goes into the image's
 * digest; null for a folder on some machine.
 */
export function webAddress(remote: string | null): string | null {
	const scp = /^(?:[^@/]+@)?([^:/]+):(?!\/)(.+)$/.exec(remote ?? "");
	const url = /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(remote ?? "");
	const [, host, path] = url ?? scp ?? [];
	if (host === undefined || path === undefined) return null;
	return `https://${host}/${path.replace(/(\.git)?\/*$/, "")}`;
}
