/** GitHub's own prefixes, by the type of the node. */
const PREFIXES = {
  App: "A",
  Blob: "B",
  CheckRun: "CR",
  CheckSuite: "CS",
  Commit: "C",
  Environment: "EN",
  Issue: "I",
  IssueComment: "IC",
  Label: "LA",
  Organization: "O",
  Ref: "REF",
  Repository: "R",
  User: "U",
  Workflow: "W",
  WorkflowRun: "WFR",
  WorkflowRunFile: "WFRF",
} as const;

export type NodeType = keyof typeof PREFIXES;

/** An opaque id, as GraphQL gives it as `id` and REST as `node_id`. */
export function nodeId(type: NodeType, key: number | string): string {
  return `${PREFIXES[type]}_${Buffer.from(`${type}:${key}`).toString("base64url")}`;
}

/** What an id of ours stands for. */
export function parseNodeId(id: string): { type: NodeType; key: string } | undefined {
  const [, prefix, data = ""] = /^([A-Z]+)_([\w-]+)$/u.exec(id) ?? [];
  const [type = "", key = ""] = Buffer.from(data, "base64url").toString().split(":");
  return isNodeType(type) && PREFIXES[type] === prefix ? { type, key } : undefined;
}

function isNodeType(type: string): type is NodeType {
  return Object.hasOwn(PREFIXES, type);
}
