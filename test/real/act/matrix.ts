import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../../..");

/** The template of the untrusted lane, with its job `run` as docs/adopting.md writes it for several kinds of machines. */
export async function matrixWorkflow(): Promise<string> {
	const template = await readFile(join(ROOT, "templates/workflows/two-lanes/mainline-pull-request.yml"), "utf8");
	const page = await readFile(join(ROOT, "docs/adopting.md"), "utf8");
	const [, jobs = ""] = /^```yaml\n( {2}run:\n[\s\S]*?)^```$/m.exec(page) ?? [];
	return `${template.slice(0, template.indexOf("\n  run:\n") + 1)}${jobs}`;
}

/** Stages for two kinds of machines, and one that needs both. */
export const WIDE = {
	"dvc.yaml": `stages:
  prepare:
    cmd: sh prepare.sh
    deps: [prepare.sh, data.txt]
    outs: [prepared.txt]
  train:
    cmd: sh train.sh
    deps: [train.sh, prepared.txt]
    params: [quality]
    outs: [model.json]
    metrics:
      - metrics.json: {cache: false}
  embed:
    cmd: sh embed.sh
    deps: [embed.sh, prepared.txt]
    params: [quality]
    outs: [small.json]
  both:
    cmd: cat model.json small.json > both.json && echo both >> "$NOTES/ran"
    deps: [model.json, small.json]
    outs: [both.json]
artifacts:
  churn: {type: model, path: model.json}
`,
	"embed.sh": `echo embed >> "$NOTES/ran"\ncat params.yaml prepared.txt > small.json\n`,
	".gitignore": "/raw.txt\n/model.json\n/metrics.json\n/prepared.txt\n/small.json\n/both.json\n",
};
