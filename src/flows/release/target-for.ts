import type { EnvironmentConfig } from "../../config/index.ts";
import { openTarget, type Target } from "../../environments/index.ts";
import { locationOf, openStore, type Site } from "./site.ts";

/** The place that an environment deploys to, with the store that holds the image. */
export function targetFor(site: Site, config: EnvironmentConfig, image: string): Target {
	const { clock, signal, progress, machine } = site.context;
	return openTarget(config, {
		clock,
		progress,
		signal,
		root: site.root,
		stateDir: machine.stateDir,
		self: machine.self,
		env: { PATH: machine.path, HOME: machine.home, LANG: machine.lang },
		configToken: machine.configToken,
		store: openStore(site, locationOf(image)),
	});
}
