import { byKind, expectString, optional, type Rule, record, refine, required } from "../source/index.ts";
import type { PythonConfig } from "./model.ts";
import { pathBelow } from "./paths.ts";

/** What wheels of most projects are made for; Debian 10, Ubuntu 20.04 and all that came later have it. */
const WHEELS = "manylinux_2_28";
/** Those that uv and pip know alike. */
const MANYLINUX = [17, 28, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40].map((minor) => `manylinux_2_${minor}`);

const lock: Rule<string> = refine(pathBelow("python"), (path, node, report) => {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (name.endsWith(".txt") || ["uv.lock", "poetry.lock", "Pipfile.lock"].includes(name)) return path;
	return report.add(node.at, `\`python\` needs a file that names exact versions, not ${JSON.stringify(path)}`, {
		found: path,
		expected: "requirements.txt (or another .txt), uv.lock, poetry.lock or Pipfile.lock",
		hint: `${/(pyproject\.toml|Pipfile|\.in)$/.test(name) ? `${name} says what is wanted, not what is taken: name the lock made from it. ` : ""}\`uv pip compile --generate-hashes ${name} -o requirements.txt\` makes one`,
		length: path.length,
	});
});

const version: Rule<string> = refine(expectString, (text, node, report) =>
	/^3\.\d{1,2}$/.test(text)
		? text
		: report.add(node.at, "`version` is that of Python, with its first two numbers", {
				found: text,
				expected: 'such as "3.12"',
				length: text.length,
			}),
);

const wheels: Rule<string> = refine(expectString, (text, node, report) =>
	MANYLINUX.includes(text)
		? text
		: report.add(node.at, "`wheels` is the newest platform tag that the base can run", {
				found: text,
				expected: `one of ${MANYLINUX.join(", ")}`,
				hint: "the numbers are those of the base's glibc (`ldd --version` in it); a base with musl (Alpine) needs a Dockerfile",
				length: text.length,
			}),
);

const written = record("`python`", {
	lock: required(lock),
	version: optional(version),
	wheels: optional(wheels, WHEELS),
});

/** `python: requirements.txt`, or the same with what else has to be said. */
export const python: Rule<PythonConfig> = byKind<PythonConfig>(
	{
		scalar: refine(lock, (file) => ({ lock: file, version: null, wheels: WHEELS })),
		map: refine(written, ({ lock: file, version: named, wheels: tag }) => ({
			lock: file,
			version: named,
			wheels: tag,
		})),
	},
	"a lock file, as in `python: requirements.txt`",
);
