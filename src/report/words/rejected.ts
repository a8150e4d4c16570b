/** `v0.3.0 was reverted by …` beside the version's own name. */
export function withoutSubject(reason: string, version: string): string {
	return reason.startsWith(`${version} was `) ? reason.slice(`${version} was `.length) : reason;
}
