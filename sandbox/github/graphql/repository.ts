import { createHash } from "node:crypto";
import { SERVER_URL } from "../../runner/environment.ts";
import type { Access } from "../access.ts";
import { nodeId } from "../node-id.ts";
import { fullName, pageOf, type Repository } from "../store/repository.ts";
import { timestamp } from "../time.ts";
import { branchObject } from "./check-suite.ts";
import { needs, type ResolvedObject } from "./object.ts";
import { locatable, upper } from "./scalars.ts";

export function repositoryObject(repository: Repository): ResolvedObject {
  return {
    __typename: "Repository",
    id: nodeId("Repository", repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: fullName(repository),
    visibility: upper(repository.visibility),
    isPrivate: repository.visibility === "private",
    isArchived: false,
    isFork: false,
    hasIssuesEnabled: repository.hasIssues,
    createdAt: timestamp(repository.createdAtMs),
    updatedAt: timestamp(repository.pushedAtMs),
    pushedAt: timestamp(repository.pushedAtMs),
    ...locatable(pageOf(repository)),
    defaultBranchRef: needs("contents", () => branchObject(repository.defaultBranch)),
    object: needs("contents", ({ expression }, { store }) => {
      const content = store.fileAt(String(expression));
      return content === undefined ? null : blobObject(content);
    }),
    owner: {
      __typename: "Organization",
      id: nodeId("Organization", repository.ownerId),
      databaseId: repository.ownerId,
      login: repository.owner,
      ...locatable(`${SERVER_URL}/${repository.owner}`),
    },
  };
}

/** A file's content, by the name that git gives it. */
function blobObject(content: string): ResolvedObject {
  const byteSize = Buffer.byteLength(content);
  const oid = createHash("sha1").update(`blob ${byteSize}\0${content}`).digest("hex");
  const id = nodeId("Blob", oid);
  return { __typename: "Blob", id, oid, abbreviatedOid: oid.slice(0, 7), byteSize, text: content };
}

/** Whom the token stands for. */
export function viewerObject({ login }: Access): ResolvedObject {
  return {
    __typename: "User",
    id: nodeId("User", login),
    login,
    ...locatable(`${SERVER_URL}/${encodeURIComponent(login)}`),
  };
}
