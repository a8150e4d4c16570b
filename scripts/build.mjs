/**
 * src/ → build/ (tsc) → dist/ (ncc): one entry for both doors, its commands in chunks that are loaded when used.
 * The bundle is made beside and then takes dist/'s place whole: ncc never removes a chunk of an earlier build, and a
 * build that fails leaves the earlier one. The result is byte-stable: CI compares.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const FRESH = "build/dist";

rmSync("build", { recursive: true, force: true });
tool("tsc", ["-p", "tsconfig.build.json"]);
stampVersion();
tool("ncc", ["build", "build/entry.js", "--out", FRESH, "--license", "licenses.txt", "--no-cache", "--quiet"]);
chmodSync(`${FRESH}/index.js`, 0o755);
for (const file of ["index.js", "package.json", "licenses.txt"]) {
	if (!existsSync(`${FRESH}/${file}`)) throw new Error(`the bundle lacks ${file}`);
}
rmSync("dist", { recursive: true, force: true });
renameSync(FRESH, "dist");

function tool(name, args) {
	execFileSync(process.execPath, [toolFile(name), ...args], { stdio: "inherit" });
}

/** The tools run on the Node that runs this script, whichever is first on PATH. */
function toolFile(name) {
	return { tsc: "node_modules/typescript/bin/tsc", ncc: "node_modules/@vercel/ncc/dist/ncc/cli.js" }[name];
}

/** The version stands in package.json only; the bundle gets it here, so that no file has to be found at run time. */
function stampVersion() {
	const { version } = JSON.parse(readFileSync("package.json", "utf8"));
	const file = "build/doors/version.js";
	const text = readFileSync(file, "utf8");
	if (!text.includes("0.0.0-source")) throw new Error(`${file} has no place for the version`);
	writeFileSync(file, text.replace("0.0.0-source", version));
}
