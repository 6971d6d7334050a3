import * as v from "valibot";
import { invalid, type Answer } from "../answer.ts";
import type { IssueChange } from "../store/issues.ts";

const MAX_TITLE_CHARS = 256;
const MAX_BODY_CHARS = 65_536;

const label = v.union([
  v.string(),
  v.pipe(
    v.object({ name: v.string() }),
    v.transform(({ name }) => name),
  ),
]);
const issueBody = v.object({
  title: v.optional(v.string()),
  body: v.optional(v.nullable(v.string())),
  state: v.optional(v.picklist(["open", "closed"])),
  state_reason: v.optional(v.picklist(["completed", "not_planned", "reopened"])),
  labels: v.optional(v.array(label)),
  assignees: v.optional(v.array(v.string())),
});

/**
 * What the body of a request wants of an issue, or why GitHub does not take it.
 *
 * @param members who may be assigned
 */
export function readIssueBody(
  body: unknown,
  members: readonly string[],
): { change: IssueChange } | { refusal: Answer } {
  const read = v.safeParse(issueBody, body);
  if (!read.success) {
    return { refusal: invalid("Issue", v.getDotPath(read.issues[0]) ?? "body", "invalid") };
  }
  const { state_reason: stateReason, ...rest } = read.output;
  const refusal = tooLong("Issue", rest.title ?? "", rest.body ?? "");
  if (refusal) return { refusal };
  if (!(rest.assignees ?? []).every((login) => members.includes(login))) {
    return { refusal: invalid("Issue", "assignees", "invalid") };
  }
  return { change: { ...rest, ...(stateReason !== undefined && { stateReason }) } as IssueChange };
}

/** The text of a comment, or why GitHub does not take it. */
export function readCommentBody(body: unknown): { text: string } | { refusal: Answer } {
  const read = v.safeParse(v.object({ body: v.pipe(v.string(), v.minLength(1)) }), body);
  if (!read.success) return { refusal: invalid("IssueComment", "body", "missing_field") };
  const refusal = tooLong("IssueComment", "", read.output.body);
  return refusal ? { refusal } : { text: read.output.body };
}

function tooLong(resource: string, title: string, body: string): Answer | undefined {
  const limits = [
    ["title", title, MAX_TITLE_CHARS],
    ["body", body, MAX_BODY_CHARS],
  ] as const;
  const [field, , max] = limits.find(([, text, most]) => text.length > most) ?? [];
  if (field === undefined) return undefined;
  const message = `${field} is too long (maximum is ${max} characters)`;
  return invalid(resource, field, "custom", message);
}
