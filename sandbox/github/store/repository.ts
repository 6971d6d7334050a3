import {
  OWNER,
  OWNER_ID,
  REPOSITORY,
  REPOSITORY_ID,
  SERVER_URL,
} from "../../runner/environment.ts";

/** The one repository that this GitHub has. */
export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly ownerId: number;
  readonly ownerType: "Organization" | "User";
  readonly name: string;
  readonly visibility: "public" | "private";
  readonly isArchived: boolean;
  readonly hasIssues: boolean;
  /** Who may be assigned to an issue. */
  readonly members: readonly string[];
  readonly defaultBranch: string;
  readonly createdAtMs: number;
  /** The last push: what GitHub counts as activity before it disables a schedule. */
  readonly pushedAtMs: number;
  /** How long runs, with their checks, are kept: 1 to 90 days, or 400 in private repositories. */
  readonly retentionDays: number;
}

/** The repository that the sandbox's runner says its jobs belong to. */
export function homeRepository(nowMs: number): Repository {
  return {
    id: Number(REPOSITORY_ID),
    owner: OWNER,
    ownerId: Number(OWNER_ID),
    ownerType: "Organization",
    name: REPOSITORY.slice(OWNER.length + 1),
    visibility: "private",
    isArchived: false,
    hasIssues: true,
    members: ["librarian"],
    defaultBranch: "main",
    createdAtMs: nowMs,
    pushedAtMs: nowMs,
    retentionDays: 90,
  };
}

export function fullName({ owner, name }: Repository): string {
  return `${owner}/${name}`;
}

/** The page of the repository. */
export function pageOf(repository: Repository): string {
  return `${SERVER_URL}/${fullName(repository)}`;
}
