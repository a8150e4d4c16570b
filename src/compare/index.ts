export { type Comparability, changesText, changeText, inTheLightOf, type YardstickChange } from "./comparable.ts";
export { dataDiff } from "./data.ts";
export { flatten } from "./flatten.ts";
export {
	countOf,
	exactDelta,
	formatBytes,
	formatCount,
	formatDelta,
	formatExact,
	formatNumber,
	formatSeconds,
	formatShare,
	formatUsed,
} from "./format.ts";
export { evaluateGates, type GateQuestion, refuseUnknownMetrics } from "./gates.ts";
export { metricsIn } from "./metric-file.ts";
export { type Compared, metricsDiff } from "./metrics.ts";
export type * from "./model.ts";
export { paramsDiff, readParameters } from "./params.ts";
export { diffTables } from "./rows.ts";
export { type TableChange, tableChange } from "./shape/change.ts";
export type { DataFile, Shape } from "./shape/model.ts";
export { shapeOf, type TableKind, tableKind, together as tablesTogether } from "./shape/shape.ts";
export { type Content, type ListedFile, type Objects, recordedData, recordOf, type Side } from "./side.ts";
export { type MetricTable, metricPaths, readMetrics } from "./tables.ts";
export { hasExpired, isFor, type SeenGate, seenGate, type Waiver, waive } from "./waivers.ts";
