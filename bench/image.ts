import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "../src/kernel/index.ts";
import { buildImage, openImageStore } from "../src/release/index.ts";
import { containerEnvironment } from "../test/release/support/containers.ts";
import { recipe } from "../test/release/support/images.ts";
import { startRegistry } from "../test/release/support/registry.ts";
import { type Benchmark, has, inTurn, timed, timedProcess } from "./support/measure.ts";
import { inFolder } from "./support/places.ts";

const MIB = 64;
const SERVE = "print('hello from the model')\n";

export const image: Benchmark = {
	name: "image",
	about: `an image whose ${MIB} MiB model changed, built and pushed to a registry, against \`buildah bud\` and \`buildah push\``,
	async run() {
		for (const program of ["buildah", "docker-registry"])
			if (!has(program)) return { missing: `no \`${program}\` on PATH` };
		return inFolder(async (folder) => {
			const registry = await startRegistry(join(folder, "registry"));
			try {
				const { ours, peer } = await inTurn(mainline(folder, registry.host), buildah(folder, registry.host), 5);
				const value = peer.median / ours.median;
				return {
					ours,
					peer,
					ratio: { value, is: "buildah's time / ours", wanted: "≥ 5", reached: value >= 5 },
					note: null,
				};
			} finally {
				await registry.stop();
			}
		});
	},
};

function mainline(folder: string, host: string): Parameters<typeof inTurn>[0] {
	const store = openImageStore({ kind: "registry", repository: `${host}/bench/mainline` }, { clock: systemClock });
	return {
		name: "mainline",
		run: (round) => {
			const model = join(folder, "model.bin");
			writeFileSync(model, randomBytes(MIB << 20));
			return timed(async () => {
				const modelFiles = [{ path: "model.bin", source: model }];
				const codeFiles = [{ path: "serve.py", source: Buffer.from(SERVE) }];
				await store.push(await buildImage(recipe({ version: `v0.${round}.0`, modelFiles, codeFiles })), [
					`v0.${round}.0`,
				]);
			});
		},
	};
}

function buildah(folder: string, host: string): Parameters<typeof inTurn>[1] {
	const env = containerEnvironment(join(folder, "containers"));
	const context = join(folder, "context");
	mkdirSync(context);
	writeFileSync(join(context, "serve.py"), SERVE);
	writeFileSync(
		join(context, "Dockerfile"),
		'FROM scratch\nCOPY serve.py /app/\nCOPY model.bin /app/\nCMD ["python3", "serve.py"]\n',
	);
	return {
		name: "buildah",
		run: async (round) => {
			const model = randomBytes(MIB << 20);
			writeFileSync(join(context, "model.bin"), model);
			const name = `${host}/bench/buildah:v0.${round}.0-${createHash("md5").update(model).digest("hex").slice(0, 6)}`;
			const build = ["bud", "-q", "--isolation", "chroot", "--layers", "-t", name, context];
			const push = ["push", "-q", "--tls-verify=false", name, `docker://${name}`];
			return (await timedProcess("buildah", build, { env })) + (await timedProcess("buildah", push, { env }));
		},
	};
}
