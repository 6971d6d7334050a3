import { failure, invalid, json, notFound, notInTheSandbox, type Answer } from "../answer.ts";
import type { Issue, Label } from "../store/issues.ts";
import { fullName } from "../store/repository.ts";
import type { Store } from "../store/store.ts";
import { readCommentBody, readIssueBody } from "./issue-body.ts";
import { issuesBy, unknownFilter } from "./issue-list.ts";
import { pageOfList } from "./pages.ts";
import type { RestCall, Route } from "./route.ts";
import { commentShape, issueShape } from "./shapes.ts";

const ISSUES = "/repos/{owner}/{repo}/issues";
const ISSUE = `${ISSUES}/{number}`;

/** Issues and their comments. */
export const issueRoutes: readonly Route[] = [
  { call: `GET ${ISSUES}`, needs: ["issues", "read"], answer: list },
  { call: `POST ${ISSUES}`, needs: ["issues", "write"], answer: whereIssuesAreOn(create) },
  {
    call: `GET ${ISSUE}`,
    needs: ["issues", "read"],
    answer: ofIssue(({ store }, issue) => json(200, shapeOf(issue, store))),
  },
  { call: `PATCH ${ISSUE}`, needs: ["issues", "write"], answer: ofIssue(update) },
  { call: `GET ${ISSUE}/comments`, needs: ["issues", "read"], answer: ofIssue(comments) },
  { call: `POST ${ISSUE}/comments`, needs: ["issues", "write"], answer: ofIssue(comment) },
];

/** With issues switched off the list is empty, and no error. */
function list({ store, query }: RestCall): Answer {
  const unknown = unknownFilter(query);
  if (unknown !== undefined) return notInTheSandbox(`issues by ${unknown}`);
  const issues = store.repository.hasIssues ? issuesBy(query, store.issues.list()) : [];
  const shapes = issues.map((issue) => shapeOf(issue, store));
  return pageOfList(shapes, query, `/repos/${fullName(store.repository)}/issues`);
}

function create({ store, access, body }: RestCall): Answer {
  const read = readIssueBody(body, store.repository.members);
  if ("refusal" in read) return read.refusal;
  const { title = "", ...change } = read.change;
  if (title.trim() === "") return invalid("Issue", "title", "missing_field");
  const issue = store.issues.create(title, change, access.login, store.nowMs);
  return json(201, shapeOf(issue, store));
}

function update({ store, body }: RestCall, issue: Issue): Answer {
  const read = readIssueBody(body, store.repository.members);
  if ("refusal" in read) return read.refusal;
  return json(200, shapeOf(store.issues.update(issue, read.change, store.nowMs), store));
}

function comments({ store, query }: RestCall, issue: Issue): Answer {
  const shapes = issue.comments.map((one) => commentShape(one, issue, store.repository));
  const path = `/repos/${fullName(store.repository)}/issues/${issue.number}/comments`;
  return pageOfList(shapes, query, path);
}

function comment({ store, access, body }: RestCall, issue: Issue): Answer {
  const read = readCommentBody(body);
  if ("refusal" in read) return read.refusal;
  const made = store.issues.comment(issue, read.text, access.login, store.nowMs);
  return json(201, commentShape(made, issue, store.repository));
}

function whereIssuesAreOn(answer: Route["answer"]): Route["answer"] {
  return (call) =>
    call.store.repository.hasIssues
      ? answer(call)
      : failure(410, "Issues has been disabled in this repository.");
}

function ofIssue(answer: (call: RestCall, issue: Issue) => Answer): Route["answer"] {
  return whereIssuesAreOn((call) => {
    const issue = call.store.issues.get(Number(call.params["number"]));
    return issue ? answer(call, issue) : notFound();
  });
}

function shapeOf(issue: Issue, { issues, repository }: Store): object {
  const labels = issue.labels.map((name) => issues.label(name)).filter(isLabel);
  return issueShape(issue, labels, repository);
}

function isLabel(label: Label | undefined): label is Label {
  return label !== undefined;
}
