// Reads what vitest reports as JSON, for `.ci/run`.
//   suite-report.mjs counts REPORT [AGAIN]    passed and failed; a file that cannot be started counts as one failure
//   suite-report.mjs failed REPORT [AGAIN]    what failed, with the beginning of what it said
//   suite-report.mjs late REPORT              the files, a few, in which nothing failed but by running out of time
// AGAIN is the report of the late files' second try, which counts in place of their first.
import { readFileSync } from "node:fs";
import { relative } from "node:path";

/** What a busy machine does to a test that waits for something. All else is a failure at once, at random points and random inputs most of all. */
const LATE = /timed out in \d+ ?ms|did not succeed in time|EADDRINUSE/;
/** More than these are no accident. */
const FEW = 8;

const [ask, first, again] = process.argv.slice(2);
const files = withSecondTry(filesOf(first), again === undefined ? [] : filesOf(again));

if (ask === "counts") {
	const passed = sum(files, ({ tests }) => tests.filter(({ status }) => status === "passed").length);
	console.log(passed, sum(files, failuresIn));
} else if (ask === "failed") {
	for (const file of files) for (const words of wordsOf(file)) console.log(words);
} else if (ask === "late") {
	const late = files.filter(isLate);
	if (late.length <= FEW) for (const { name } of late) console.log(name);
} else {
	throw new Error("counts, failed or late");
}

function filesOf(path) {
	return JSON.parse(readFileSync(path, "utf8")).testResults.map((file) => ({
		name: relative(process.cwd(), file.name),
		failed: file.status === "failed",
		message: file.message,
		tests: file.assertionResults,
	}));
}

function withSecondTry(files, tried) {
	const second = new Map(tried.map((file) => [file.name, file]));
	return files.map((file) => second.get(file.name) ?? file);
}

function failedTests({ tests }) {
	return tests.filter(({ status }) => status === "failed");
}

function failuresIn(file) {
	return failedTests(file).length || (file.failed ? 1 : 0);
}

function isLate(file) {
	const failed = failedTests(file);
	return failed.length > 0 && failed.every(({ failureMessages }) => LATE.test(failureMessages.join("\n")));
}

function wordsOf(file) {
	const tests = failedTests(file);
	if (file.failed && tests.length === 0) return [`\n  ${file.name}: ${beginning(file.message)}`];
	return tests.map((test) => `\n  ${file.name}: ${test.fullName}\n    ${beginning(test.failureMessages[0])}`);
}

function beginning(text) {
	return String(text).slice(0, 600).replaceAll("\n", "\n    ");
}

function sum(values, of) {
	return values.reduce((total, value) => total + of(value), 0);
}
