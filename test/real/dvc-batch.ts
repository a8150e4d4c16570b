import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { run as runProgram } from "../../src/shell/index.ts";
import type { Edit } from "./dvc-twins.ts";

/** One call of dvc: the arguments, and the folder in which it is made. */
export interface Call {
	readonly cwd: string;
	readonly args: readonly string[];
	/** What is done to the folder before the call. */
	readonly edit?: Edit;
	/** Where a copy of the folder is kept after the call. */
	readonly keep?: string;
}

export interface Answer {
	readonly code: number;
	/** stdout and stderr together. */
	readonly all: string;
}

/** Each call as in a process of its own, but without starting one: what dvc remembers of a folder of the cache is forgotten in between. */
const SCRIPT = `
import json, os, shutil, sys, tempfile
answers = []
kept = os.dup(1)
for call in json.load(open(sys.argv[1])):
    os.chdir(call["cwd"])
    edit = call.get("edit") or {}
    for path, text in (edit.get("write") or {}).items():
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        open(path, "w", encoding="utf-8", newline="").write(text)
    for path in edit.get("remove") or []:
        shutil.rmtree(path) if os.path.isdir(path) and not os.path.islink(path) else os.path.lexists(path) and os.remove(path)
    for path in edit.get("executable") or []: os.chmod(path, 0o755)
    os.environ["DVC_SITE_CACHE_DIR"] = tempfile.mkdtemp()
    with tempfile.TemporaryFile("w+") as out:
        os.dup2(out.fileno(), 1); os.dup2(out.fileno(), 2)
        from dvc.cli import main
        code = main(call["args"])
        sys.stdout.flush(); sys.stderr.flush()
        out.seek(0)
        answers.append({"code": code, "all": out.read()})
    if call.get("keep"): shutil.copytree(call["cwd"], call["keep"], symlinks=True)
os.dup2(kept, 1)
json.dump(answers, open(sys.argv[2], "w"))
`;

/** The real dvc's answers to many calls, one after the other. */
export async function dvcBatch(calls: readonly Call[]): Promise<Answer[]> {
	const folder = mkdtempSync(join(tmpdir(), "mainline-dvc-batch-"));
	const [input, output] = [join(folder, "calls.json"), join(folder, "answers.json")];
	writeFileSync(input, JSON.stringify(calls));
	const { code, stderr } = await runProgram(pythonOfDvc(), ["-c", SCRIPT, input, output], {
		cwd: folder,
		env: { DVC_NO_ANALYTICS: "1", SHELL: "/bin/sh" },
	});
	if (code !== 0) throw new Error(`dvc in a batch: ${stderr}`);
	return JSON.parse(readFileSync(output, "utf8")) as Answer[];
}

export function pythonOfDvc(): string {
	for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
		const text = contentOf(join(folder, "dvc"));
		const [, python] = /^#!(\S*python\S*)/.exec(text) ?? [];
		if (python !== undefined) return python;
	}
	throw new Error("there is no dvc in PATH");
}

function contentOf(file: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return "";
	}
}
