import { describe, expect, it } from "vitest";
import { digestAnswer, parseChallenge } from "../../../src/store/depots/web/digest-answer.ts";

/** The example of RFC 7616, section 3.9.1. */
const HEADER = (algorithm: string): string =>
	`Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, ` +
	`nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`;
const QUESTION = {
	method: "GET",
	uri: "/dir/index.html",
	user: "Mufasa",
	password: "Circle of Life",
	count: 1,
	cnonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
};

describe("HTTP's digest scheme", () => {
	it.each([
		["MD5", "8ca523f5e9506fed4657c9700eebdbec"],
		["SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"],
	])("answers as the RFC's example does (%s)", (algorithm, response) => {
		const challenge = parseChallenge(HEADER(algorithm));
		if (challenge === null) throw new Error("no challenge");
		expect(digestAnswer(challenge, QUESTION)).toContain(`response="${response}"`);
	});

	it("answers a server of the first days, which counts nothing (RFC 2069)", () => {
		const challenge = parseChallenge('Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"');
		if (challenge === null) throw new Error("no challenge");
		const answer = digestAnswer(challenge, { ...QUESTION, password: "CircleOfLife" });
		expect(answer).toContain('response="1949323746fe6a43ef61f9606e7febea"');
		expect(answer).not.toMatch(/qop|cnonce|nc=/);
	});

	it("picks the best of several schemes in one header", () => {
		const both = `Basic realm="a, b", ${HEADER("MD5")}, ${HEADER("SHA-256")}`;
		expect(parseChallenge(both)?.algorithm).toBe("SHA-256");
		expect(parseChallenge(both)?.realm).toBe("http-auth@example.org");
	});

	it.each(['Basic realm="x"', "", 'Digest realm="x"', HEADER("MD4"), 'Digest realm="x", nonce="y", qop="auth-int"'])(
		"has nothing to say to: %s",
		(header) => {
			expect(parseChallenge(header)).toBeNull();
		},
	);
});
