import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeReply, decodeVersion, encode, NotSftp, PacketSplitter } from "../../../src/store/depots/sftp/packet.ts";

const hex = (...parts: string[]): Buffer => Buffer.from(parts.join("").replace(/ /g, ""), "hex");

describe("a packet of SFTP", () => {
	it("is written as the draft says", () => {
		expect(encode(1, [3]).toString("hex")).toBe("000000050100000003");
		const read = encode(5, [7, Buffer.from("hd"), 2n ** 33n, 32768]);
		expect(read).toEqual(hex("00000017", "05", "00000007", "00000002 6864", "0000000200000000", "00008000"));
		expect(encode(17, [1, "é"])).toEqual(hex("0000000b", "11", "00000001", "00000002 c3a9"));
	});

	it("comes out of a stream whole, however the stream is cut", () => {
		const frames = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 8 });
		fc.assert(
			fc.property(frames, fc.array(fc.integer({ min: 1, max: 20 })), (bodies, cuts) => {
				const wire = Buffer.concat(
					bodies
						.map((body) => encode(body[0] ?? 0, []))
						.map((head, index) => {
							const body = bodies[index] ?? new Uint8Array();
							head.writeUInt32BE(body.length, 0);
							return Buffer.concat([head.subarray(0, 4), body]);
						}),
				);
				const splitter = new PacketSplitter();
				const found: Buffer[] = [];
				for (let at = 0, turn = 0; at < wire.length; turn++) {
					const next = at + (cuts[turn % Math.max(1, cuts.length)] ?? 7);
					found.push(...splitter.push(wire.subarray(at, next)));
					at = next;
				}
				expect(found.map((packet) => packet.toString("hex"))).toEqual(
					bodies.map((body) => Buffer.from(body).toString("hex")),
				);
			}),
		);
	});

	it("tells what stands there instead of one", () => {
		const greeting = Buffer.from("Welcome to production!\r\nlast login…");
		expect(() => new PacketSplitter().push(greeting)).toThrow(new NotSftp("Welcome to production!"));
		expect(() => new PacketSplitter().push(hex("00000000 00"))).toThrow(NotSftp);
	});

	it("greets with extensions", () => {
		const greeting = hex("02 00000003", "00000001 61 00000001 31", "00000002 6262 00000000");
		expect(decodeVersion(greeting)).toEqual({
			version: 3,
			extensions: new Map([
				["a", "1"],
				["bb", ""],
			]),
		});
		expect(() => decodeVersion(hex("65 00000003"))).toThrow(NotSftp);
	});

	it("answers with a status, with and without words", () => {
		expect(decodeReply(hex("65 00000009 00000002"))).toEqual({
			id: 9,
			reply: { kind: "status", code: 2, message: "" },
		});
		expect(decodeReply(hex("65 00000009 00000004 00000002 6e6f 00000000")).reply).toMatchObject({ message: "no" });
	});

	it("answers with names and what is known of them, skipping what we have no use for", () => {
		const attributes =
			"8000000f 0000000000000005 00000001 00000002 000081a4 00000003 00000004 00000001 00000001 61 00000001 62";
		const names = hex("68 00000001 00000002", "00000001 78 00000001 2d", attributes, "00000001 79 00000000 00000000");
		expect(decodeReply(names).reply).toEqual({
			kind: "names",
			names: [
				{ name: "x", attributes: { size: 5n, mode: 0o100644, modified: new Date(4000) } },
				{ name: "y", attributes: { size: null, mode: null, modified: null } },
			],
		});
	});

	it.each([
		["a type that nobody knows", "01 00000001"],
		["a text that is longer than the packet", "66 00000001 ffffffff 61"],
		["more names than there are bytes", "68 00000001 7fffffff"],
		["an end in the middle", "69 00000001 00000001 00000000"],
		["nothing", ""],
	])("is refused when it has %s", (_what, text) => {
		expect(() => decodeReply(hex(text))).toThrow(NotSftp);
	});

	it("is read or refused, whatever comes", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
				try {
					decodeReply(Buffer.from(bytes));
				} catch (cause) {
					expect(cause).toBeInstanceOf(NotSftp);
				}
			}),
		);
	});
});
