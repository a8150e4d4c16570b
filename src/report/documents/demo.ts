import type { Document } from "../../kernel/index.ts";

/** `mainline demo --json`. */
export interface DemoDocument extends Document {
	readonly schema: "mainline.demo/1";
	readonly dir: string;
	/** The bare git repository. */
	readonly repository: string;
	/** `oci:…` or `host/repository`. */
	readonly registry: string;
	readonly steps: readonly {
		readonly name: string;
		readonly seconds: number;
		readonly ok: boolean;
		readonly note?: string;
	}[];
	readonly retrainSeconds: number;
	readonly rollbackSeconds: number;
	readonly prod: { readonly version: string; readonly digest: string; readonly url: string };
	/** Files worth opening: label → absolute path. */
	readonly files?: Readonly<Record<string, string>>;
	/** True when the processes were left running. */
	readonly kept?: boolean;
	/** Of what was left running: the command that ends it. */
	readonly stop?: string;
}
