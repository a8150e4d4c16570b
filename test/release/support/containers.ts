import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * Environment for buildah and podman with a storage of their own, so that a test leaves nothing behind. So is the folder by whose absence podman
 * knows that the machine was started anew: one suite's `system reset` would make the others' containers run on with nobody to know of them.
 */
export function containerEnvironment(directory: string): NodeJS.ProcessEnv {
	mkdirSync(directory, { recursive: true });
	const [storage, engine] = [join(directory, "storage.conf"), join(directory, "containers.conf")];
	writeFileSync(
		storage,
		`[storage]\ndriver = "overlay"\nrunroot = "${join(directory, "run")}"\ngraphroot = "${join(directory, "graph")}"\n`,
	);
	writeFileSync(
		engine,
		`[containers]
default_ulimits = ["nofile=20000:20000","nproc=20000:20000"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
tmp_dir = "${join(directory, "libpod")}"
lock_type = "file"
`,
	);
	return { ...process.env, CONTAINERS_STORAGE_CONF: storage, CONTAINERS_CONF: engine };
}

/** A Debian with Python, built here and pushed to `reference` (no image can be pulled from anywhere). */
export function pushPythonBase(directory: string, reference: string, env: NodeJS.ProcessEnv): void {
	const sh = (script: string): string =>
		execFileSync("bash", ["-ec", script], { cwd: directory, env, encoding: "utf8" });
	mkdirSync(directory, { recursive: true });
	const tar = pythonTar();
	sh(`
		mkdir -p root && tar -C root -xf ${tar} && chroot root /bin/busybox --install -s /bin
		[ -e root/usr/bin/env ] || ln -s /bin/busybox root/usr/bin/env
		touch root/etc/hostname root/etc/hosts root/etc/resolv.conf
		c=$(buildah from scratch)
		buildah add -q $c root / >/dev/null
		buildah config --env PYTHONDONTWRITEBYTECODE=1 --cmd /bin/sh $c
		buildah commit -q --timestamp 0 $c ${reference} >/dev/null
		buildah rm $c >/dev/null
		rm -rf root
		buildah push -q --tls-verify=false ${reference} docker://${reference}
	`);
}

/** The system's files, made by the first suite that asks and kept for the others. */
function pythonTar(): string {
	const folder = resolve(import.meta.dirname, "../../../node_modules/.cache");
	const tar = join(folder, "python-base-2.tar");
	if (existsSync(tar)) return tar;
	mkdirSync(folder, { recursive: true });
	const half = `${tar}.${process.pid}`;
	const include = "--include=python3,busybox-static,ca-certificates,libstdc++6";
	execFileSync("mmdebstrap", ["-q", "--variant=extract", "--format=tar", include, "bookworm", half], {
		env: { ...process.env, SOURCE_DATE_EPOCH: "0" },
	});
	renameSync(half, tar);
	return tar;
}
