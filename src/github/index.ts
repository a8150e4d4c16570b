export { type GitHubAddress, gitHubAddress } from "./address.ts";
export type { ArtifactOrder, FoundArtifact } from "./artifacts.ts";
export type { Annotation, CheckConclusion, CheckOrder, WrittenCheck } from "./checks.ts";
export type { CommentOrder, FoundComment, WrittenComment } from "./comments.ts";
export type { CommitOrder } from "./commits.ts";
export { connect, type GitHub } from "./connect.ts";
export type { DeploymentOrder, DeploymentState, DeploymentStatusOrder, FoundDeployment } from "./deployments.ts";
export {
	type DispatchEvent,
	type Event,
	type EventRepository,
	type IssueCommentEvent,
	type MergeGroupEvent,
	type OtherEvent,
	type PullEnd,
	type PullRequestEvent,
	type PushEvent,
	parseEvent,
	type WorkflowRun,
	type WorkflowRunEvent,
} from "./events.ts";
export type { SeenCheck } from "./found-checks.ts";
export type { Identity } from "./identity.ts";
export type { IssueOrder, WrittenIssue } from "./issues.ts";
export type { Permission, ReactionContent } from "./people.ts";
export { type ChangedFile, type ChangedFiles, openPullNumbers, type PullRequest } from "./pulls.ts";
export type { RunsOrder } from "./runs.ts";
export {
	type ActionsPolicy,
	type EnvironmentFacts,
	type ForkApproval,
	type Looked,
	type RepositoryFacts,
	type RepositorySettings,
	type Right,
	type RunnerFacts,
	readSettings,
	type Site,
	type TagRuleset,
} from "./settings.ts";
export { connectTeams, type Membership, type Teams } from "./teams.ts";
export type { WireOptions as ConnectOptions } from "./wire.ts";
