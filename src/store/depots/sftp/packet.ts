/**
 * SFTP version 3 on the wire (draft-ietf-secsh-filexfer-02), which is what every server speaks. A packet is a length, a type
 * and fields: numbers of 4 or 8 bytes, and texts with their length before them.
 */

export const REQUEST = {
	init: 1,
	open: 3,
	close: 4,
	read: 5,
	write: 6,
	fstat: 8,
	opendir: 11,
	readdir: 12,
	remove: 13,
	mkdir: 14,
	stat: 17,
	rename: 18,
	extended: 200,
} as const;

const REPLY = { version: 2, status: 101, handle: 102, data: 103, name: 104, attrs: 105, extended: 201 } as const;

export const STATUS = { ok: 0, end: 1, noSuchFile: 2, denied: 3, failure: 4, unsupported: 8 } as const;

/** How a file is opened. */
export const OPEN = { read: 1, write: 2, create: 8, exclusive: 32 } as const;

/** No packet that we ask for is longer; what claims to be is no SFTP (a shell's greeting, mostly). */
const LONGEST = 1024 * 1024;

/** A number of 4 bytes, one of 8, a text, or bytes with their length before them. */
export type Field = number | bigint | string | Uint8Array;

export function encode(type: number, fields: readonly Field[]): Buffer {
	const parts = fields.map((field) => (typeof field === "string" ? Buffer.from(field) : field));
	const size = parts.reduce<number>((sum, part) => sum + sizeOf(part), 1);
	const packet = Buffer.allocUnsafe(4 + size);
	packet.writeUInt32BE(size, 0);
	packet.writeUInt8(type, 4);
	let at = 5;
	for (const part of parts) {
		if (typeof part === "number") packet.writeUInt32BE(part, at);
		else if (typeof part === "bigint") packet.writeBigUInt64BE(part, at);
		else {
			packet.writeUInt32BE(part.length, at);
			packet.set(part, at + 4);
		}
		at += sizeOf(part);
	}
	return packet;
}

function sizeOf(part: number | bigint | Uint8Array): number {
	if (typeof part === "number") return 4;
	return typeof part === "bigint" ? 8 : 4 + part.length;
}

/** Bytes that are no SFTP. */
export class NotSftp extends Error {}

/** Cuts a stream of bytes into packets, without their length. */
export class PacketSplitter {
	#chunks: Buffer[] = [];
	#size = 0;

	/** The packets that are complete with this chunk. Throws `NotSftp`. */
	push(chunk: Buffer): Buffer[] {
		this.#chunks.push(chunk);
		this.#size += chunk.length;
		const packets: Buffer[] = [];
		while (this.#size >= 4) {
			const length = this.#head(4).readUInt32BE(0);
			if (length === 0 || length > LONGEST) throw new NotSftp(this.#shown());
			if (this.#size < 4 + length) break;
			packets.push(this.#take(4 + length).subarray(4));
		}
		return packets;
	}

	/** The first bytes, at least so many, in one piece. */
	#head(size: number): Buffer {
		const [first = Buffer.alloc(0)] = this.#chunks;
		if (first.length >= size) return first;
		const whole = Buffer.concat(this.#chunks);
		this.#chunks = [whole];
		return whole;
	}

	#take(size: number): Buffer {
		const head = this.#head(size);
		this.#chunks[0] = head.subarray(size);
		if (this.#chunks[0].length === 0) this.#chunks.shift();
		this.#size -= size;
		return head.subarray(0, size);
	}

	/** What stands there instead, as far as it can be read. */
	#shown(): string {
		return (
			Buffer.concat(this.#chunks)
				.toString("latin1")
				.split("\n")[0]
				?.replace(/[^\x20-\x7e]+/g, " ")
				.trim()
				.slice(0, 80) ?? ""
		);
	}
}

export interface Attributes {
	readonly size: bigint | null;
	/** Kind and rights, as `st_mode`. */
	readonly mode: number | null;
	/** When it was written; null where the server does not say. */
	readonly modified: Date | null;
}

export type Reply =
	| { readonly kind: "status"; readonly code: number; readonly message: string }
	| { readonly kind: "handle"; readonly handle: Buffer }
	| { readonly kind: "data"; readonly bytes: Buffer }
	| { readonly kind: "names"; readonly names: readonly { readonly name: string; readonly attributes: Attributes }[] }
	| { readonly kind: "attributes"; readonly attributes: Attributes }
	| { readonly kind: "extended"; readonly reader: PacketReader };

/** The answer to the first packet. Throws `NotSftp`. */
export function decodeVersion(packet: Buffer): {
	readonly version: number;
	readonly extensions: ReadonlyMap<string, string>;
} {
	const reader = new PacketReader(packet);
	if (reader.byte() !== REPLY.version) throw new NotSftp("a packet that is no greeting");
	const version = reader.uint32();
	const extensions = new Map<string, string>();
	while (!reader.atEnd) extensions.set(reader.text(), reader.text());
	return { version, extensions };
}

/** Any further answer, and the number of the request that it answers. Throws `NotSftp`. */
export function decodeReply(packet: Buffer): { readonly id: number; readonly reply: Reply } {
	const reader = new PacketReader(packet);
	const type = reader.byte();
	const id = reader.uint32();
	return { id, reply: decodeBody(type, reader) };
}

function decodeBody(type: number, reader: PacketReader): Reply {
	switch (type) {
		case REPLY.status:
			// the oldest servers end after the code
			return { kind: "status", code: reader.uint32(), message: reader.atEnd ? "" : reader.text() };
		case REPLY.handle:
			return { kind: "handle", handle: reader.bytes() };
		case REPLY.data:
			return { kind: "data", bytes: reader.bytes() };
		case REPLY.name:
			return { kind: "names", names: Array.from({ length: reader.count() }, () => decodeName(reader)) };
		case REPLY.attrs:
			return { kind: "attributes", attributes: decodeAttributes(reader) };
		case REPLY.extended:
			return { kind: "extended", reader };
		default:
			throw new NotSftp(`a packet of the unknown type ${type}`);
	}
}

function decodeName(reader: PacketReader): { name: string; attributes: Attributes } {
	const name = reader.text();
	reader.bytes(); // the same as a line of `ls -l`
	return { name, attributes: decodeAttributes(reader) };
}

function decodeAttributes(reader: PacketReader): Attributes {
	const flags = reader.uint32();
	const size = (flags & 1) === 0 ? null : reader.uint64();
	if ((flags & 2) !== 0) reader.uint64(); // owner and group
	const mode = (flags & 4) === 0 ? null : reader.uint32();
	const modified = (flags & 8) === 0 ? null : timeOf(reader);
	if ((flags & 0x80000000) !== 0) {
		for (let left = 2 * reader.count(); left > 0; left--) reader.bytes();
	}
	return { size, mode, modified };
}

/** When it was read last, which nobody keeps, and when it was written; in seconds. */
function timeOf(reader: PacketReader): Date | null {
	reader.uint32();
	const written = reader.uint32();
	return written === 0 ? null : new Date(written * 1000);
}

/** Takes the fields of a packet one after the other. Throws `NotSftp` at its end. */
export class PacketReader {
	readonly #packet: Buffer;
	#at = 0;

	constructor(packet: Buffer) {
		this.#packet = packet;
	}

	get atEnd(): boolean {
		return this.#at >= this.#packet.length;
	}

	byte(): number {
		return this.#next(1).readUInt8(0);
	}

	uint32(): number {
		return this.#next(4).readUInt32BE(0);
	}

	uint64(): bigint {
		return this.#next(8).readBigUInt64BE(0);
	}

	bytes(): Buffer {
		return this.#next(this.uint32());
	}

	text(): string {
		return this.bytes().toString("utf8");
	}

	/** How many of something follow: never more than there are bytes. */
	count(): number {
		const count = this.uint32();
		if (count > this.#packet.length) throw new NotSftp("a packet that promises more than it holds");
		return count;
	}

	#next(size: number): Buffer {
		if (this.#at + size > this.#packet.length) throw new NotSftp("a packet that ends too early");
		this.#at += size;
		return this.#packet.subarray(this.#at - size, this.#at);
	}
}
