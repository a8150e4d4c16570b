export { type RunnerOrder, type RunnerResult, runAction } from "../../src/standin/index.ts";
