/**
 * src/ → build/ (tsc) → dist/ (ncc): one entry for both doors, its commands in chunks that are loaded when used.
 * dist/ is emptied first because ncc never removes a chunk of an earlier build. The result is byte-stable: CI compares.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const bin = (name) => `node_modules/.bin/${name}`;
rmSync("build", { recursive: true, force: true });
rmSync("dist", { recursive: true, force: true });
execFileSync(bin("tsc"), ["-p", "tsconfig.build.json"], { stdio: "inherit" });
stampVersion();
execFileSync(bin("ncc"), ["build", "build/entry.js", "--out", "dist", "--license", "licenses.txt", "--no-cache", "--quiet"], { stdio: "inherit" });
chmodSync("dist/index.js", 0o755);

/** The version stands in package.json only; the bundle gets it here, so that no file has to be found at run time. */
function stampVersion() {
	const { version } = JSON.parse(readFileSync("package.json", "utf8"));
	const file = "build/doors/version.js";
	writeFileSync(file, readFileSync(file, "utf8").replace("0.0.0-source", version));
}
