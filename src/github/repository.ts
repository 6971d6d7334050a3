import * as v from "valibot";
import { instant } from "../settings/instant.ts";
import type { Rest } from "./rest.ts";

/** A repository as far as its settings need it. */
export interface Repository {
  /** `OWNER/NAME`, as GitHub writes it. */
  readonly fullName: string;
  readonly pageUrl: string;
  readonly isPublic: boolean;
  readonly isArchived: boolean;
  readonly hasIssues: boolean;
  /** Undefined while nothing was pushed. */
  readonly pushedAt: Date | undefined;
  readonly isOfOrganization: boolean;
  readonly defaultBranch: string;
}

/** What anybody may read of a repository who may see it. Every call throws `Refused` when GitHub does not do it. */
export interface RepositoryReads {
  repository(): Promise<Repository>;
  /** The text of a file on the default branch. */
  file(path: string): Promise<string>;
  /** In GitHub's own words, such as `disabled_manually`. */
  workflowState(file: string): Promise<string>;
}

const repositoryAnswer = v.pipe(
  v.object({
    full_name: v.string(),
    html_url: v.pipe(v.string(), v.url()),
    private: v.boolean(),
    visibility: v.optional(v.string()),
    archived: v.boolean(),
    has_issues: v.boolean(),
    pushed_at: v.nullable(instant),
    default_branch: v.string(),
    owner: v.object({ type: v.string() }),
  }),
  v.transform((found): Repository => ({
    fullName: found.full_name,
    pageUrl: found.html_url,
    // `internal` is private, too, but not to everybody in the enterprise: no stranger reads it.
    isPublic: found.visibility === undefined ? !found.private : found.visibility === "public",
    isArchived: found.archived,
    hasIssues: found.has_issues,
    pushedAt: found.pushed_at ?? undefined,
    isOfOrganization: found.owner.type === "Organization",
    defaultBranch: found.default_branch,
  })),
);
/** Of a file up to 1 MB; of a larger one GitHub gives none here, and no workflow is. */
const contents = v.pipe(
  v.object({ encoding: v.literal("base64"), content: v.string() }),
  v.transform(({ content }) => Buffer.from(content, "base64").toString("utf8")),
);
const workflow = v.object({ state: v.string() });

export function repositoryReads(rest: Rest, owner: string, name: string): RepositoryReads {
  const home = `/repos/${owner}/${name}`;
  return {
    repository: () => rest.get(home, repositoryAnswer),
    file: (path) => rest.get(`${home}/contents/${encodeURI(path)}`, contents),
    async workflowState(file) {
      const { state } = await rest.get(
        `${home}/actions/workflows/${encodeURIComponent(file)}`,
        workflow,
      );
      return state;
    },
  };
}
