import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PipedProcess, startPiped } from "../../../src/shell/index.ts";
import { freePort, listening } from "./free-port.ts";

/**
 * A real nginx over a folder of its own: `/open`; `/locked` and `/dav` behind a password; `/post`, which takes POST into `/open`;
 * `/moved`, which leads to `/open`; and over TLS `/mine`, the same for those who show a certificate. `/dav` makes no folders.
 */
export interface Nginx {
	readonly port: number;
	readonly tlsPort: number;
	/** What lies at each location. */
	readonly folder: string;
	/** The authority of the server's certificate, and a certificate of a client's, with its key. */
	readonly authority: string;
	readonly client: string;
	/** The lines of the access log: `METHOD PATH STATUS BYTES`. */
	requests(): string[];
	start(): Promise<void>;
	/** At once, in the middle of whatever it does. */
	stop(): Promise<void>;
}

export const USER = "ci";
export const PASSWORD = "s3cret";

export async function startNginx(): Promise<Nginx> {
	const home = mkdtempSync(join(tmpdir(), "mainline-nginx-"));
	const [port, tlsPort] = [await freePort(), await freePort()];
	const folder = join(home, "files");
	for (const name of ["open", "locked", "dav"]) mkdirSync(join(folder, name), { recursive: true });
	mkdirSync(join(home, "tmp"));
	writeFileSync(join(home, "users"), execFileSync("htpasswd", ["-nbs", USER, PASSWORD]));
	makeCertificates(home);
	writeFileSync(join(home, "nginx.conf"), configuration(home, port, tlsPort));
	let process: PipedProcess | null = null;
	const nginx: Nginx = {
		port,
		tlsPort,
		folder,
		authority: join(home, "ca.pem"),
		client: join(home, "client.pem"),
		requests: () => readFileSync(join(home, "access.log"), "utf8").split("\n").filter(Boolean),
		start: async () => {
			process = await startPiped("nginx", ["-c", join(home, "nginx.conf"), "-e", join(home, "error.log")], {});
			process.stderr.resume();
			process.hold(false);
			await listening(port);
		},
		stop: async () => {
			process?.kill("SIGKILL");
			await process?.ended;
		},
	};
	await nginx.start();
	return nginx;
}

function configuration(home: string, port: number, tlsPort: number): string {
	const dav = `dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS;`;
	const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
		(kind) => `${kind}_temp_path ${home}/tmp/${kind};`,
	);
	const locations = `
		root ${home}/files;
		location /open/ { ${dav} create_full_put_path on; }
		location /locked/ { ${dav} create_full_put_path on; auth_basic r; auth_basic_user_file ${home}/users; }
		location /dav/ { ${dav} auth_basic r; auth_basic_user_file ${home}/users; }
		location /post/ { proxy_method $as_put; proxy_pass http://127.0.0.1:${port}/open/; proxy_request_buffering off; }
		rewrite ^/moved/(.*)$ /open/$1 redirect;`;
	return `load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
user root; daemon off; worker_processes 1; pid ${home}/pid; error_log ${home}/error.log;
events { worker_connections 512; }
http {
	log_format short '$request_method $uri $status $body_bytes_sent $ssl_client_s_dn';
	map $request_method $as_put { POST PUT; default $request_method; }
	access_log ${home}/access.log short; client_max_body_size 0; ${temporary.join(" ")}
	server { listen 127.0.0.1:${port}; ${locations} }
	server {
		listen 127.0.0.1:${tlsPort} ssl; ssl_certificate ${home}/server.pem; ssl_certificate_key ${home}/server.pem;
		ssl_client_certificate ${home}/ca.pem; ssl_verify_client optional;
		location /mine/ { if ($ssl_client_verify != SUCCESS) { return 403; } alias ${home}/files/open/; ${dav} create_full_put_path on; }
		${locations}
	}
}
`;
}

function makeCertificates(home: string): void {
	const openssl = (...args: string[]): void => void execFileSync("openssl", args, { cwd: home, stdio: "ignore" });
	openssl(
		"req",
		"-x509",
		"-newkey",
		"rsa:2048",
		"-nodes",
		"-days",
		"2",
		"-keyout",
		"ca.key",
		"-out",
		"ca.pem",
		"-subj",
		"/CN=ca",
	);
	for (const name of ["server", "client"]) {
		openssl(
			"req",
			"-newkey",
			"rsa:2048",
			"-nodes",
			"-keyout",
			`${name}.key`,
			"-out",
			`${name}.csr`,
			"-subj",
			`/CN=${name}`,
		);
		writeFileSync(join(home, `${name}.ext`), "subjectAltName=IP:127.0.0.1,DNS:localhost\n");
		const signing = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", `${name}.ext`];
		openssl("x509", "-req", "-in", `${name}.csr`, "-out", `${name}.crt`, ...signing);
		const both = [`${name}.crt`, `${name}.key`].map((file) => readFileSync(join(home, file), "utf8")).join("");
		writeFileSync(join(home, `${name}.pem`), both);
	}
}
