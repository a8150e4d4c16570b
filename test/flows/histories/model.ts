/**
 * What must be deployed, said as briefly as it can be: no tags, no git, no order of writing. Versions are numbered as they
 * were made; a version is the content that the main line had.
 */
export interface Hold {
	readonly from: "main" | "person";
	/** Whose bad end caused it; null where somebody only wanted it to stand still. */
	readonly rejected: number | null;
}

export interface Place {
	readonly name: string;
	readonly after: string | null;
	/** Minutes. */
	readonly soak: number;
	version: number | null;
	/** Minute. */
	since: number;
	hold: Hold | null;
	/** Everything that it ever held, in order. */
	held: number[];
	/** Its deploy command fails. */
	broken: boolean;
}

export interface Rejection {
	readonly from: Hold["from"];
	/** The main line's newest commit by then. */
	readonly at: number;
}

export class Model {
	now = 0;
	/** Contents of the main line's commits: the last is its tree's. */
	main: number[] = [];
	contents = 0;
	/** Contents that were released, so that they have a version. */
	released: number[] = [];
	places: Place[];
	rejected = new Map<number, Rejection>();

	constructor(settings: readonly Pick<Place, "name" | "after" | "soak">[]) {
		this.places = settings.map((place) => ({ ...place, version: null, since: 0, hold: null, held: [], broken: false }));
	}

	copy(): Model {
		const copy = new Model([]);
		const { now, main, contents, released, places, rejected } = this;
		return Object.assign(copy, structuredClone({ now, main, contents, released, places, rejected }));
	}

	/**
	 * A merge is released: production is brought back first, everything else goes forward by policy. `between` is told how many
	 * environments were looked at, for somebody else may act then.
	 */
	release(between: (looked: number) => void = () => {}): void {
		let looked = 0;
		const version = this.main.at(-1);
		if (version === undefined) return;
		if (!this.released.includes(version)) this.released.push(version);
		const done = new Set<Place>();
		for (const place of this.places.toReversed()) {
			between(looked++);
			if (this.#barred(version) || !this.#isNewer(place, version)) continue;
			done.add(place);
			const rejects = place.version;
			if (this.#deploy(place, version, { from: "main", rejected: rejects })) {
				this.#lift(version);
				if (rejects !== null) this.#reject(rejects, "main");
			}
		}
		for (const place of this.places) {
			between(looked++);
			if (done.has(place) || place.version === version || this.#barred(version)) continue;
			if (place.after === null && !this.#standsStill(place)) {
				if (this.#deploy(place, version, null)) this.#lift(version);
			} else if (!this.rejected.has(version) && place.hold === null && this.#arrived(place, version)) {
				this.#deploy(place, version, null);
			}
		}
	}

	/** A person's word passes over a hold; force over all but the image. */
	promote(name: string, wanted: number | null, force: boolean): void {
		const place = this.place(name);
		const version = wanted ?? (place.after === null ? this.#newest() : this.place(place.after).version);
		if (version === null || !this.released.includes(version)) return;
		if (place.version === version && place.hold === null && !this.rejected.has(version)) return;
		if (!force && (this.rejected.has(version) || !this.#arrived(place, version))) return;
		const lifts = this.rejected.has(version);
		if (this.#deploy(place, version, null) && lifts) this.#lift(version);
	}

	/** The version before comes back; the present one is rejected, and nothing automatic moves the place on. */
	rollback(name: string, to: number | null): void {
		const place = this.place(name);
		const again = place.hold?.from === "person" && place.hold.rejected !== null;
		// told twice is meant once
		if (to === null && again) return;
		const version = to ?? place.held.findLast((held) => held !== place.version && !this.rejected.has(held)) ?? null;
		if (version === null || !this.released.includes(version)) return;
		if (to !== null && this.rejected.has(to)) return;
		if (version === place.version) return;
		const rejects = place.version;
		if (this.#deploy(place, version, { from: "person", rejected: rejects }) && rejects !== null) {
			this.#reject(rejects, "person");
		}
	}

	hold(name: string, holds: boolean): void {
		const place = this.place(name);
		if (place.version === null) return;
		place.hold = holds ? { from: "person", rejected: null } : null;
	}

	place(name: string): Place {
		const found = this.places.find((place) => place.name === name);
		if (found === undefined) throw new Error(`no ${name}`);
		return found;
	}

	/** A person took the version out, and the main line has declared nothing else since. */
	#barred(version: number): boolean {
		const rejection = this.rejected.get(version);
		if (rejection?.from !== "person") return false;
		return this.main.slice(rejection.at).every((declared) => declared === version);
	}

	#reject(version: number, from: Hold["from"]): void {
		this.rejected.set(version, { from, at: this.main.length - 1 });
	}

	#isNewer({ version }: Place, than: number): boolean {
		return version !== null && this.released.indexOf(version) > this.released.indexOf(than);
	}

	#newest(): number | null {
		return this.released.at(-1) ?? null;
	}

	#arrived({ after, soak }: Place, version: number): boolean {
		if (after === null) return true;
		const before = this.place(after);
		return before.version === version && this.now - before.since >= soak;
	}

	#standsStill({ hold }: Place): boolean {
		return hold !== null && hold.from === "person" && hold.rejected === null;
	}

	#deploy(place: Place, version: number, hold: Hold | null): boolean {
		if (place.broken) return false;
		if (place.version !== version) place.since = this.now;
		place.version = version;
		place.hold = hold;
		place.held.push(version);
		return true;
	}

	/** The rejection ends, and with it the holds that it caused. */
	#lift(version: number): void {
		this.rejected.delete(version);
		for (const place of this.places) if (place.hold?.rejected === version) place.hold = null;
	}
}
