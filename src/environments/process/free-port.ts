import { createServer } from "node:net";
import { infrastructure } from "../../kernel/index.ts";

/** A port on 127.0.0.1 on which nobody listens just now. */
export function freePort(): Promise<number> {
	const server = createServer();
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen({ host: "127.0.0.1", port: 0 }, () => {
			const address = server.address();
			server.close(() => {
				if (typeof address === "object" && address !== null) resolve(address.port);
				else reject(infrastructure("no-free-port", "no free port was found on 127.0.0.1"));
			});
		});
	});
}
