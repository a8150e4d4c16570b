import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { PipedProcess } from "../../../src/shell/index.ts";
import {
	encode,
	type Field,
	NotSftp,
	PacketReader,
	PacketSplitter,
	REQUEST,
} from "../../../src/store/depots/sftp/packet.ts";
import { Gone, SftpRefusal, SftpSession, Silent } from "../../../src/store/depots/sftp/session.ts";
import { readAhead, writeAll } from "../../../src/store/depots/sftp/transfer.ts";

/** What a played server says to a request: the type and the fields of its answer; null for nothing at all. */
type Player = (type: number, reader: PacketReader, id: number) => Answer | null;
type Answer = readonly [number, ...Field[]];

const status = (code: number): Answer => [101, code, "", ""];
const PATIENCE = { greetingMs: 500, silenceMs: 150 };

/** A program that answers as it is told, behind pipes like those of `ssh`. */
function played(play: Player, greeting: Buffer = encode(2, [3])) {
	const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
	const ending = Promise.withResolvers<{ code: number; signal: null }>();
	const held: boolean[] = [];
	const splitter = new PacketSplitter();
	const say = (id: number, [type, ...fields]: Answer): void => {
		setImmediate(() => stdout.write(encode(type, [id, ...fields])));
	};
	stdin.on("data", (chunk: Buffer) => {
		for (const packet of splitter.push(chunk)) {
			const reader = new PacketReader(packet);
			const type = reader.byte();
			if (type === REQUEST.init) {
				stdout.write(greeting);
				continue;
			}
			const id = reader.uint32();
			const answer = play(type, reader, id);
			if (answer !== null) say(id, answer);
		}
	});
	const end = (): void => ending.resolve({ code: 255, signal: null });
	const pipes = { stdin, stdout, stderr, ended: ending.promise, kill: end, hold: (on: boolean) => held.push(on) };
	return { process: pipes as unknown as PipedProcess, say, end, held };
}

/** A server that holds one file, in memory, and gives at most `most` bytes at a time. */
function fileServer(content: Buffer, most = 1 << 20): { play: Player; written: Buffer } {
	const server = { written: Buffer.alloc(0), play: (() => null) as Player };
	server.play = (type, reader) => {
		if (type === REQUEST.fstat) return [105, 1, BigInt(content.length)];
		if (type === REQUEST.close) return status(0);
		const [, offset] = [reader.bytes(), Number(reader.uint64())];
		if (type === REQUEST.write) {
			const bytes = reader.bytes();
			const whole = Buffer.alloc(Math.max(server.written.length, offset + bytes.length));
			server.written.copy(whole);
			bytes.copy(whole, offset);
			server.written = whole;
			return status(0);
		}
		const length = Math.min(reader.uint32(), most);
		return offset >= content.length ? status(1) : [103, content.subarray(offset, offset + length)];
	};
	return server;
}

async function bytesOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of source) chunks.push(chunk);
	return Buffer.concat(chunks);
}

const HANDLE = Buffer.from("h");
const CONTENT = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251));

describe("an SFTP session", () => {
	it.each([0, 1, 32_767, 32_768, 32_769, 200_000])("reads a file from byte %i on", async (from) => {
		const session = await SftpSession.open(played(fileServer(CONTENT).play).process, PATIENCE);
		expect(await bytesOf(readAhead(session, HANDLE, BigInt(from)))).toEqual(CONTENT.subarray(from));
	});

	it("reads it whole from a server that gives less than it is asked for", async () => {
		const session = await SftpSession.open(played(fileServer(CONTENT, 1000).play).process, PATIENCE);
		expect(await bytesOf(readAhead(session, HANDLE, 0n))).toEqual(CONTENT);
	});

	it("reads an empty file", async () => {
		const session = await SftpSession.open(played(fileServer(Buffer.alloc(0)).play).process, PATIENCE);
		expect(await bytesOf(readAhead(session, HANDLE, 0n))).toEqual(Buffer.alloc(0));
	});

	it("writes what comes in chunks of any size, and in parts that every server takes", async () => {
		const server = fileServer(Buffer.alloc(0));
		const session = await SftpSession.open(played(server.play).process, PATIENCE);
		const chunks = [CONTENT.subarray(0, 1), CONTENT.subarray(1, 100_000), CONTENT.subarray(100_000)];
		await writeAll(session, HANDLE, Readable.from(chunks));
		expect(server.written.equals(CONTENT)).toBe(true);
	});

	it("asks a server of OpenSSH how much it takes at a time", async () => {
		const lengths: number[] = [];
		const greeting = encode(2, [3, "limits@openssh.com", "1"]);
		const play: Player = (type, reader) => {
			if (type === REQUEST.extended) return [201, 262_144n, 261_120n, 100_000n, 0n];
			if (type === REQUEST.write) {
				reader.bytes();
				reader.uint64();
				lengths.push(reader.bytes().length);
			}
			return status(0);
		};
		const session = await SftpSession.open(played(play, greeting).process, PATIENCE);
		expect(session).toMatchObject({ readLength: 261_120, writeLength: 100_000 });
		await writeAll(session, HANDLE, Buffer.alloc(250_000, "x"));
		expect(lengths).toEqual([100_000, 100_000, 50_000]);
	});

	it("stops writing at the first refusal, and says it", async () => {
		const session = await SftpSession.open(played(() => status(4)).process, PATIENCE);
		await expect(writeAll(session, HANDLE, Readable.from([CONTENT]))).rejects.toThrow(SftpRefusal);
	});

	it("gives an answer to whom it belongs, whatever the order", async () => {
		const asked: [number, string][] = [];
		const server = played((_type, reader, id) => {
			asked.push([id, reader.text()]);
			if (asked.length === 2)
				for (const [each, path] of asked.reverse()) server.say(each, [105, 1, BigInt(path.length)]);
			return null;
		});
		const session = await SftpSession.open(server.process, PATIENCE);
		const [a, b] = await Promise.all([session.stat("a"), session.stat("bb")]);
		expect([a?.size, b?.size]).toEqual([1n, 2n]);
	});

	it("replaces a file on a server that cannot rename over one", async () => {
		const asked: number[] = [];
		const session = await SftpSession.open(
			played((type) => {
				asked.push(type);
				if (type === REQUEST.stat) return [105, 0];
				return status(type === REQUEST.rename && !asked.includes(REQUEST.remove) ? 4 : 0);
			}).process,
			PATIENCE,
		);
		await session.rename("a", "b");
		expect(asked).toEqual([REQUEST.rename, REQUEST.stat, REQUEST.remove, REQUEST.rename]);
	});

	it("tells everyone who waits when the program ends", async () => {
		const server = played(() => null);
		const session = await SftpSession.open(server.process, { ...PATIENCE, silenceMs: 5000 });
		const asking = [session.stat("a"), session.stat("b")].map((each) => each.catch((cause: unknown) => cause));
		server.end();
		for (const cause of await Promise.all(asking)) expect(cause).toBeInstanceOf(Gone);
		await expect(session.stat("c")).rejects.toBe(session.over);
	});

	it("gives up on a server that falls silent while it is asked, not while it rests", async () => {
		let isSilent = false;
		const session = await SftpSession.open(played(() => (isSilent ? null : status(2))).process, PATIENCE);
		expect(await session.stat("a")).toBeNull();
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(session.over).toBeNull();
		isSilent = true;
		await expect(session.stat("a")).rejects.toThrow(Silent);
	});

	it("keeps the process alive only while an answer is awaited", async () => {
		const server = played(() => status(2));
		const session = await SftpSession.open(server.process, PATIENCE);
		expect(server.held.at(-1)).toBe(false);
		const asking = session.stat("a");
		expect(server.held.at(-1)).toBe(true);
		await asking;
		expect(server.held.at(-1)).toBe(false);
	});

	it.each([
		["a greeting of a login shell", Buffer.from("Hello, Ada! You have mail.\n"), NotSftp],
		["nothing", Buffer.alloc(0), Silent],
		["a status", encode(101, [1, 2]), NotSftp],
	])("does not begin with %s", async (_what, greeting, kind) => {
		const server = played(() => null, greeting);
		await expect(SftpSession.open(server.process, PATIENCE)).rejects.toThrow(kind);
		await server.process.ended;
	});

	it("ends when the server answers what nobody asked", async () => {
		const server = played(() => null);
		const session = await SftpSession.open(server.process, PATIENCE);
		const asking = session.stat("a");
		server.say(77, status(0));
		await expect(asking).rejects.toThrow(NotSftp);
	});
});
