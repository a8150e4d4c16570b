/**
 * Where the two may part: each with the sentence of docs/reference/differences-from-dvc.md that says so, and what the
 * comparison does about it. A test holds the sentences against the page.
 */
export interface KnownDifference {
	readonly sentence: string;
	readonly handled: string;
}

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
	{
		sentence: "`plan` and `run` without targets are about every pipeline of the project",
		handled: "dvc is given --all-pipelines",
	},
	{
		sentence: "After a failed run the outputs of the stages that had finished stay ignored by git",
		handled: "the lines that dvc took back are given to its twin again; none may be in dvc's that is not in ours",
	},
	{
		sentence: "A stage that cannot begin, because a dependency or a parameter is missing, keeps its outputs",
		handled: "outputs that dvc removed are removed from our twin, and those that persist are no links any more",
	},
	{
		sentence: "A frozen stage or import whose data is absent gets it back from the cache",
		handled: "the scenario ends where dvc gave up for missing data and mainline did not",
	},
	{
		sentence: "With `cache.type` hardlink or symlink an executable output is a copy of its own",
		handled: "executable outputs are made only where files are copied",
	},
	{
		sentence: "An executable file that is not cached keeps its mode",
		handled: "outside `.dvc` only the owner's rights are compared",
	},
	{
		sentence: "A damaged object is left where it lies",
		handled: "damaged objects that are not read-only are left out of the comparison",
	},
	{
		sentence: "`--force` does not read unchanged `.dvc` data again",
		handled: "with --force, `.dvc` files are not counted among what ran",
	},
	{
		sentence: "Stages stand in one order, always",
		handled: "after a failure without --keep-going the scenario ends where other stages had run before it",
	},
	{
		sentence: "An empty `dvc.lock` counts as none",
		handled: "no lock is emptied to nothing",
	},
	{
		sentence: "Stages that lost the same object of the cache",
		handled: "where objects were taken out of the cache, one stage runs at a time",
	},
	{
		sentence: "`checkout` keeps an output that nothing records",
		handled: "outputs that dvc removed in a checkout that failed are removed from our twin",
	},
	{
		sentence: "An output that is a link to an object which the cache lost is made again",
		handled: "the scenario ends where dvc leaves such a link, or breaks down over it",
	},
	{
		sentence: "An output that is not cached is a file of its own",
		handled: "such files of both twins are made files of their own after each step",
	},
	{
		sentence: "`checkout` leaves a folder that is as it should be",
		handled: "after a failed checkout of dvc what it removed is removed from our twin",
	},
	{
		sentence: "A metric that is absent and recorded is read from the cache",
		handled: "metrics of files that are absent are not compared",
	},
	{
		sentence: "An item of a list that a stage names (`list.0`) is told under its own name",
		handled: "such rows of the two are not compared",
	},
	{
		sentence: "A parameter and a part of it, both named by one stage",
		handled: "no stage names both",
	},
	{
		sentence: "`plan` and `diff` do not look again for objects that were changed in place",
		handled: "damaged objects are new files",
	},
];
