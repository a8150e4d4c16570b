import { Failure, systemClock } from "../../../src/kernel/index.ts";
import { buildImage, openImageStore, unpack } from "../../../src/release/index.ts";
import { recipe } from "./images.ts";

/* Run as a program, so that NODE_EXTRA_CA_CERTS holds: REPOSITORY USER PASSWORD DOCKER-CONFIG DIRECTORY */
const [repository = "", username = "", password = "", dockerConfig = "", directory = ""] = process.argv.slice(2);
const store = openImageStore(
	{ kind: "registry", repository },
	{
		clock: systemClock,
		credentials: {
			dockerConfig: dockerConfig === "" ? null : dockerConfig,
			login: username === "" ? null : { host: null, username, password },
		},
	},
);
try {
	const image = await buildImage(recipe());
	const report = await store.push(image, ["v0.1.0"]);
	await unpack(store, image.digest, directory, { appLayersOnly: true });
	console.log(JSON.stringify(report));
} catch (error) {
	if (!(error instanceof Failure)) throw error;
	console.log(JSON.stringify({ kind: error.kind, code: error.code, message: error.message, hint: error.details.hint }));
}
