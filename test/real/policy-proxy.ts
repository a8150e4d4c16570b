import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";

export interface Statement {
	readonly Effect: "Allow";
	readonly Action: string | readonly string[];
	readonly Resource: string | readonly string[];
	readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface PolicyProxy {
	/** `127.0.0.1:PORT` */
	readonly host: string;
	stop(): Promise<void>;
}

/**
 * Stands before a MinIO that allows everything and keeps the conditions that Amazon's S3 knows and MinIO refuses as unknown. What no
 * statement allows is answered as S3 answers it; everything else goes through as it is, so signatures hold.
 */
export async function startPolicyProxy(target: string, statements: readonly Statement[]): Promise<PolicyProxy> {
	const server = createServer((incoming, outgoing) => {
		if (!statements.some((statement) => allows(statement, incoming))) {
			incoming.resume();
			outgoing.writeHead(403, { "content-type": "application/xml" });
			outgoing.end("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
			return;
		}
		const { headers, method, url } = incoming;
		const outward = request(`http://${target}${url ?? ""}`, { method, headers }, (answer) =>
			answer.pipe(outgoing.writeHead(answer.statusCode ?? 500, answer.headers)),
		);
		outward.on("error", () => incoming.socket.destroy());
		incoming.pipe(outward);
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return {
		host: `127.0.0.1:${address.port}`,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function allows({ Action, Resource, Condition = {} }: Statement, incoming: IncomingMessage): boolean {
	const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://s3");
	const [, bucket = "", ...rest] = decodeURIComponent(pathname).split("/");
	const key = rest.join("/");
	const action = actionOf(incoming.method ?? "", key, searchParams);
	const resource = `arn:aws:s3:::${bucket}${key === "" ? "" : `/${key}`}`;
	const known: Readonly<Record<string, string | undefined>> = {
		"s3:if-none-match": incoming.headers["if-none-match"],
		"s3:ObjectCreationOperation": String(action === "s3:PutObject" && !searchParams.has("partNumber")),
	};
	return (
		[Action].flat().includes(action) &&
		[Resource].flat().some((pattern) => matches(pattern, resource)) &&
		Object.entries(Condition).every(([operator, wanted]) =>
			Object.entries(wanted).every(([name, value]) =>
				operator === "Null" ? String(known[name] === undefined) === value : known[name] === value,
			),
		)
	);
}

function actionOf(method: string, key: string, query: URLSearchParams): string {
	if (key === "") return query.has("versioning") ? "s3:GetBucketVersioning" : "s3:ListBucket";
	if (method === "DELETE") return query.has("uploadId") ? "s3:AbortMultipartUpload" : "s3:DeleteObject";
	return method === "GET" || method === "HEAD" ? "s3:GetObject" : "s3:PutObject";
}

function matches(pattern: string, resource: string): boolean {
	const source = pattern.replaceAll(/[.+^${}()|[\]\\?]/g, "\\$&").replaceAll("*", ".*");
	return new RegExp(`^${source}$`).test(resource);
}
