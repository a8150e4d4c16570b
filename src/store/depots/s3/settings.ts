import { existsSync, readFileSync } from "node:fs";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { PutObjectCommandInput, S3ClientConfig } from "@aws-sdk/client-s3";
import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { RemoteConfig } from "../../../manifest/index.ts";
import type { Surroundings } from "../../depot.ts";
import { refuseCommittedProcess } from "../committed.ts";
import { readOptions } from "../options.ts";
import { badOption } from "../troubles.ts";

/** DVC's and botocore's own: a minute for each. */
const PATIENCE_S = 60;

/** What a remote's options come to in the words of the SDK. */
export interface S3Settings {
	readonly bucket: string;
	/** Ends in `/`, or is empty. */
	readonly prefix: string;
	readonly client: S3ClientConfig;
	readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
	/** How long an answer may take. */
	readonly timeoutMs: number;
	/** For every object written: encryption, access. */
	readonly writing: Partial<PutObjectCommandInput>;
	/** For every object read: the key that it is encrypted with. */
	readonly reading: Pick<PutObjectCommandInput, "SSECustomerAlgorithm" | "SSECustomerKey" | "SSECustomerKeyMD5">;
}

/** Reads a remote's options: DVC's names, DVC's meaning. */
export function s3Settings(config: RemoteConfig, surroundings: Surroundings, lanes: number): S3Settings {
	const options = readOptions(config);
	const [, bucket = "", path = ""] = /^s3:\/\/([^/]+)\/?(.*)$/i.exec(config.url) ?? [];
	if (bucket === "") throw badOption(config.name, "url", "s3://BUCKET/PATH", config.url);
	const prefix = path.replace(/\/+$/, "");
	const customer = {
		...given("SSECustomerAlgorithm", options.text("sse_customer_algorithm")),
		...given("SSECustomerKey", options.text("sse_customer_key")),
	};
	return {
		bucket,
		prefix: prefix === "" ? "" : `${prefix}/`,
		...clientConfig(config, surroundings, lanes),
		reading: customer,
		writing: {
			...customer,
			...given("ServerSideEncryption", options.text("sse")),
			...given("SSEKMSKeyId", options.text("sse_kms_key_id")),
			...given("ACL", options.text("acl")),
			...given("GrantRead", options.text("grant_read")),
			...given("GrantReadACP", options.text("grant_read_acp")),
			...given("GrantWriteACP", options.text("grant_write_acp")),
			...given("GrantFullControl", options.text("grant_full_control")),
		} as Partial<PutObjectCommandInput>,
	};
}

function clientConfig(
	config: RemoteConfig,
	{ variables }: Surroundings,
	lanes: number,
): Pick<S3Settings, "client" | "agents" | "timeoutMs"> {
	const options = readOptions(config);
	const endpoint = options.text("endpointurl") ?? endpointFrom(variables);
	const profile = options.text("profile");
	const region = options.text("region") ?? variables["AWS_REGION"] ?? variables["AWS_DEFAULT_REGION"];
	const tls = options.yes("use_ssl") ?? true;
	const keeping = { keepAlive: true, maxSockets: 2 * lanes };
	const agents = {
		http: new HttpAgent(keeping),
		https: new HttpsAgent({ ...keeping, ...verification(config, variables) }),
	};
	const timeoutMs = 1000 * (options.seconds("read_timeout") ?? PATIENCE_S);
	const client: S3ClientConfig = {
		...given("region", region),
		...given("profile", profile),
		...given("endpoint", endpoint),
		tls,
		// a bucket of a custom endpoint mostly has no name of its own in the DNS
		forcePathStyle: endpoint !== null || bucketNeedsPath(config.url),
		followRegionRedirects: true,
		// newer checksums are refused by many servers that are not Amazon's; every body carries its MD5
		requestChecksumCalculation: "WHEN_REQUIRED",
		responseChecksumValidation: "WHEN_REQUIRED",
		...credentials(config, { profile, variables }),
		requestHandler: {
			connectionTimeout: 1000 * (options.seconds("connect_timeout") ?? PATIENCE_S),
			socketTimeout: timeoutMs,
			httpAgent: agents.http,
			httpsAgent: agents.https,
		},
	};
	return { client, agents, timeoutMs };
}

/** Where credentials are: written with the remote, none at all, or wherever the SDK finds them (environment, profiles, SSO, roles). */
function credentials(
	config: RemoteConfig,
	{ profile, variables }: { readonly profile: string | null; readonly variables: Surroundings["variables"] },
): S3ClientConfig {
	const options = readOptions(config);
	if (options.yes("allow_anonymous_login") === true) return anonymous();
	const [id, secret] = [options.text("access_key_id"), options.text("secret_access_key")];
	if ((id === null) !== (secret === null)) {
		const lacking = id === null ? "access_key_id" : "secret_access_key";
		throw badOption(config.name, lacking, "both access_key_id and secret_access_key, or neither");
	}
	if (id !== null && secret !== null) {
		const token = given("sessionToken", options.text("session_token"));
		return { credentials: { accessKeyId: id, secretAccessKey: secret, ...token } };
	}
	for (const option of ["credentialpath", "configpath"]) refuseCommittedProcess(config, option);
	const chain = fromNodeProviderChain({
		...given("profile", profile ?? variables["AWS_PROFILE"] ?? null),
		...given("filepath", options.text("credentialpath")),
		...given("configFilepath", options.text("configpath")),
	});
	return { credentials: chain };
}

/** Requests without a signature: for buckets that are open to everyone. */
function anonymous(): S3ClientConfig {
	return {
		signer: { sign: async (request) => request },
		credentials: { accessKeyId: "", secretAccessKey: "" },
	};
}

function verification(
	config: RemoteConfig,
	variables: Surroundings["variables"],
): { ca?: Buffer; rejectUnauthorized?: boolean } {
	const text = readOptions(config).text("ssl_verify") ?? variables["AWS_CA_BUNDLE"] ?? null;
	if (text === null || /^(true|yes|on|1)$/i.test(text)) return {};
	if (/^(false|no|off|0)$/i.test(text)) return { rejectUnauthorized: false };
	if (!existsSync(text)) throw badOption(config.name, "ssl_verify", "true, false or a file of certificates", text);
	return { ca: readFileSync(text) };
}

function endpointFrom(variables: Surroundings["variables"]): string | null {
	return variables["AWS_ENDPOINT_URL_S3"] || variables["AWS_ENDPOINT_URL"] || null;
}

/** A dot in a bucket's name breaks the certificate of `BUCKET.s3.amazonaws.com`. */
function bucketNeedsPath(url: string): boolean {
	return url.slice("s3://".length).split("/")[0]?.includes(".") === true;
}

function given<K extends string, V>(name: K, value: V | null | undefined): { [key in K]?: V } {
	return value === null || value === undefined ? {} : ({ [name]: value } as { [key in K]: V });
}
