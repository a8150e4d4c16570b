import type { Finding } from "../../report/index.ts";

/** Every finding of doctor's own; docs/reference/doctor.md has a line for each. Failures of other commands keep their codes. */
export const CODES = [
	// who can do harm
	"forks-run-unapproved",
	"public-self-hosted",
	"pull-request-target",
	"trusted-lane-checkout",
	"untrusted-lane-writes",
	"secrets-beside-pull-request-code",
	"credentials-left-in-clone",
	"workflow-token-writes",
	"tag-ruleset-missing",
	"credential-overwrites",
	"credential-deletes",
	"credential-writes-runs",
	"credential-cannot-add",
	// the project
	"no-dvc",
	"no-policy",
	"no-remote",
	"remote-incomplete",
	"main-incomplete",
	// this clone and this machine
	"shallow-clone",
	"merge-attributes-missing",
	"merge-driver-not-set",
	"no-lock-helper",
	"git-too-old",
	"lfs-missing",
	"lfs-pointers",
	"container-no-engine",
	"disk-short",
	"clock-off",
	// the workflows
	"no-workflows",
	"workflow-unreadable",
	"lane-unheard",
	"paths-filter",
	"checkout-shallow",
	"credentials-not-kept",
	"timeout-missing",
	"asked-when-unknown",
	"dashboard-may-not-write",
	"signer-without-identity",
	"members-token-missing",
	"team-waives-nothing",
	"waiting-run-dropped",
	"rollback-behind-release",
	// GitHub's settings
	"token-refused",
	"token-scope-missing",
	"required-check-missing",
	"required-check-misnamed",
	"check-name-clash",
	"actions-disabled",
	"action-not-allowed",
	"action-not-pinned",
	"runner-missing",
	"runner-offline",
	"runner-too-old",
	"reviewers-not-asked",
	"environment-unguarded",
] as const;
export type Code = (typeof CODES)[number];

/** A finding of doctor's own. */
export interface Found extends Finding {
	readonly code: Code;
}
