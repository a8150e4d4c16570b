import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../src/shell/index.ts";
import { pythonOfDvc } from "../dvc-batch.ts";

/** What gto says of a repository; null where it stops. */
export interface Said {
	/** `gto show -d --json`. */
	readonly show: Readonly<Record<string, unknown>> | null;
	/** `gto history --json`. */
	readonly history: readonly { readonly ref: string; readonly event: string }[] | null;
	/** What it stopped with. */
	readonly trouble: string;
}

/** gto's own commands, one after the other in one process: a start of the program costs a second, a call some milliseconds. */
const SCRIPT = `
import contextlib, functools, io, json, os, sys
import gto.config, gto.index, gto.registry
from gto.cli import app
# gto reads its settings again for every version, which takes most of its time; here they are read once a repository
once = functools.lru_cache(None)(gto.config.read_registry_config)
gto.config.read_registry_config = gto.index.read_registry_config = gto.registry.read_registry_config = once
def call(*args):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try: code = app.main(list(args), prog_name="gto")
        except SystemExit as end: code = end.code
    return (json.loads(out.getvalue()), "") if code in (0, None) else (None, err.getvalue())
answers = []
for root in json.load(open(sys.argv[1])):
    os.chdir(root)
    show, trouble = call("show", "-d", "--json")
    history, more = call("history", "--json") if show is not None else (None, "")
    answers.append({"show": show, "history": history, "trouble": trouble or more})
json.dump(answers, open(sys.argv[2], "w"))
`;

/** The real gto's answers for many repositories. */
export async function gtoBatch(roots: readonly string[]): Promise<Said[]> {
	const folder = mkdtempSync(join(tmpdir(), "mainline-gto-batch-"));
	const [input, output] = [join(folder, "roots.json"), join(folder, "answers.json")];
	try {
		writeFileSync(input, JSON.stringify(roots));
		const { code, stderr } = await run(pythonOfDvc(), ["-c", SCRIPT, input, output], { cwd: folder });
		if (code !== 0) throw new Error(`gto in a batch: ${stderr}`);
		return JSON.parse(readFileSync(output, "utf8")) as Said[];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
