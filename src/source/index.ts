export { BUILDERS, type DockerfileConfig, dockerfileRule } from "./dockerfile.ts";
export { addToYaml, editYaml } from "./edit.ts";
export { emitYaml } from "./emit.ts";
export {
	byKind,
	check,
	expectBoolean,
	expectInteger,
	expectList,
	expectMap,
	expectMapping,
	expectNode,
	expectNumber,
	expectString,
	expectValue,
	listOf,
	mapOf,
	mismatch,
	nullable,
	oneOf,
	Report,
	type Rule,
	refine,
} from "./expect.ts";
export { parseJson } from "./json.ts";
export { didYouMean, nearest } from "./nearest.ts";
export {
	describeNode,
	type Entry,
	entryOf,
	type ListNode,
	type MapNode,
	type Node,
	orEmpty,
	type ScalarNode,
	toValue,
} from "./node.ts";
export { type Complaint, complain, excerpt } from "./place.ts";
export { parsePython } from "./python.ts";
export { pythonReader, type ReadPython } from "./python-reader.ts";
export type * from "./python-tree.ts";
export { decodeUtf8, readParams } from "./read-params.ts";
export { type Field, optional, type RecordOf, type RecordPlaces, record, required, unknownKeys } from "./record.ts";
export { rewriteYaml } from "./rewrite.ts";
export { parseToml } from "./toml.ts";
export { parseYaml } from "./yaml.ts";
