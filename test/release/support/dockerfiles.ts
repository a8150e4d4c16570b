import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A system of one program, built here and pushed to `reference` (no image can be pulled from anywhere). It says how often a step ran. */
export function pushBusyboxBase(directory: string, reference: string, env: NodeJS.ProcessEnv): void {
	mkdirSync(join(directory, "root", "etc"), { recursive: true });
	for (const name of ["hostname", "hosts", "resolv.conf", "passwd"]) {
		writeFileSync(join(directory, "root", "etc", name), name === "passwd" ? "model:x:1000:1000::/:/bin/sh\n" : "");
	}
	const script = `
		mkdir -p root/bin root/tmp && cp "$(command -v busybox)" root/bin/busybox
		chroot root /bin/busybox --install -s /bin
		c=$(buildah from scratch)
		buildah add -q $c root / >/dev/null
		buildah config --env PATH=/bin --cmd /bin/sh $c
		buildah commit -q --timestamp 0 $c ${reference} >/dev/null
		buildah rm $c >/dev/null
		buildah push -q --tls-verify=false ${reference} docker://${reference}
		buildah rmi ${reference} >/dev/null
	`;
	execFileSync("bash", ["-ec", script], { cwd: directory, env, encoding: "utf8" });
}
