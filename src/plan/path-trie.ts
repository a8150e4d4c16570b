interface Node<T> {
	value: T | null;
	readonly children: Map<string, Node<T>>;
}

/** Values by path, found by what lies above or below: `data` is above `data/raw`, not above `database`. */
export class PathTrie<T> {
	readonly #top: Node<T> = { value: null, children: new Map() };

	get(path: string): T | null {
		return this.#find(path)?.value ?? null;
	}

	set(path: string, value: T): void {
		let node = this.#top;
		for (const part of parts(path)) {
			const next = node.children.get(part) ?? { value: null, children: new Map<string, Node<T>>() };
			node.children.set(part, next);
			node = next;
		}
		node.value = value;
	}

	/** Values at the path and above it, the topmost first. */
	above(path: string): T[] {
		const found: T[] = [];
		let node: Node<T> | undefined = this.#top;
		if (node.value !== null) found.push(node.value);
		for (const part of parts(path)) {
			node = node.children.get(part);
			if (node === undefined) break;
			if (node.value !== null) found.push(node.value);
		}
		return found;
	}

	/** Values strictly below the path, folder by folder in the order in which they were set. */
	below(path: string): T[] {
		const found: T[] = [];
		const collect = (node: Node<T>): void => {
			for (const child of node.children.values()) {
				if (child.value !== null) found.push(child.value);
				collect(child);
			}
		};
		const node = this.#find(path);
		if (node !== null) collect(node);
		return found;
	}

	#find(path: string): Node<T> | null {
		let node: Node<T> | undefined = this.#top;
		for (const part of parts(path)) node = node?.children.get(part);
		return node ?? null;
	}
}

function parts(path: string): string[] {
	return path === "." ? [] : path.split("/");
}
