import type { components } from "@octokit/openapi-types";
import { nodeId } from "../node-id.ts";
import type { Comment, Issue, Label } from "../store/issues.ts";
import { fullName, pageOf, type Repository } from "../store/repository.ts";
import type { Workflow, WorkflowRun } from "../store/runs.ts";
import type { Entry, Environment } from "../store/shelf.ts";
import { timestamp, timestampOrNull } from "../time.ts";

type Schemas = components["schemas"];
type User = Pick<Schemas["simple-user"], "login" | "type">;

const API = "https://api.github.com";

function apiOf(repository: Repository): string {
  return `${API}/repos/${fullName(repository)}`;
}

/** Bots end in `[bot]`; all others here are people. */
export function userShape(login: string): User {
  return { login, type: login.endsWith("[bot]") ? "Bot" : "User" };
}

export function repositoryShape(repository: Repository) {
  const shape = {
    id: repository.id,
    node_id: nodeId("Repository", repository.id),
    name: repository.name,
    full_name: fullName(repository),
    private: repository.visibility === "private",
    visibility: repository.visibility,
    html_url: pageOf(repository),
    url: apiOf(repository),
    default_branch: repository.defaultBranch,
    fork: false,
    archived: repository.isArchived,
    disabled: false,
    has_issues: repository.hasIssues,
    created_at: timestamp(repository.createdAtMs),
    updated_at: timestamp(repository.pushedAtMs),
    pushed_at: timestamp(repository.pushedAtMs),
  } satisfies Partial<Schemas["full-repository"]>;
  return { ...shape, owner: { login: repository.owner, type: repository.ownerType } };
}

export function workflowShape(workflow: Workflow, repository: Repository) {
  const file = workflow.path.slice(workflow.path.lastIndexOf("/") + 1);
  return {
    id: workflow.id,
    node_id: nodeId("Workflow", workflow.id),
    name: workflow.name,
    path: workflow.path,
    state: workflow.state,
    created_at: timestamp(workflow.createdAtMs),
    updated_at: timestamp(workflow.createdAtMs),
    url: `${apiOf(repository)}/actions/workflows/${workflow.id}`,
    html_url: `${pageOf(repository)}/blob/${repository.defaultBranch}/${workflow.path}`,
    badge_url: `${pageOf(repository)}/workflows/${encodeURIComponent(file)}/badge.svg`,
  } satisfies Schemas["workflow"];
}

export function workflowRunShape(run: WorkflowRun, workflow: Workflow, repository: Repository) {
  const url = `${apiOf(repository)}/actions/runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId("WorkflowRun", run.id),
    name: workflow.name,
    display_title: workflow.name,
    path: workflow.path,
    workflow_id: workflow.id,
    check_suite_id: run.suiteId,
    run_number: run.number,
    run_attempt: run.attempt,
    previous_attempt_url: run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
    event: run.event,
    head_branch: run.branch,
    head_sha: run.sha,
    status: run.conclusion === null ? "in_progress" : "completed",
    conclusion: run.conclusion,
    created_at: timestamp(run.createdAtMs),
    run_started_at: timestamp(run.startedAtMs),
    updated_at: timestamp(run.updatedAtMs),
    url,
    html_url: `${pageOf(repository)}/actions/runs/${run.id}`,
    jobs_url: `${url}/jobs`,
  } satisfies Partial<Schemas["workflow-run"]>;
}

/** A variable without its value, or a secret, which never has one. */
export function entryShape({ name, createdAtMs, updatedAtMs }: Entry) {
  return {
    name,
    created_at: timestamp(createdAtMs),
    updated_at: timestamp(updatedAtMs),
  } satisfies Schemas["actions-secret"];
}

export function environmentShape(environment: Environment, repository: Repository) {
  const { id, name, createdAtMs } = environment;
  return {
    id,
    node_id: nodeId("Environment", id),
    name,
    url: `${apiOf(repository)}/environments/${encodeURIComponent(name)}`,
    html_url: `${pageOf(repository)}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
    created_at: timestamp(createdAtMs),
    updated_at: timestamp(createdAtMs),
  } satisfies Schemas["environment"];
}

export function labelShape(label: Label, repository: Repository) {
  return {
    id: label.id,
    node_id: nodeId("Label", label.id),
    name: label.name,
    color: label.color,
    description: label.description,
    default: false,
    url: `${apiOf(repository)}/labels/${encodeURIComponent(label.name)}`,
  } satisfies Schemas["label"];
}

export function issueShape(issue: Issue, labels: readonly Label[], repository: Repository) {
  const { assignees, creator, ...rest } = issue;
  const shape = {
    id: rest.id,
    node_id: nodeId("Issue", rest.id),
    number: rest.number,
    title: rest.title,
    body: rest.body,
    state: rest.state,
    state_reason: rest.stateReason,
    locked: false,
    comments: rest.comments.length,
    labels: labels.map((label) => labelShape(label, repository)),
    created_at: timestamp(rest.createdAtMs),
    updated_at: timestamp(rest.updatedAtMs),
    closed_at: timestampOrNull(rest.closedAtMs),
    url: `${apiOf(repository)}/issues/${rest.number}`,
    html_url: `${pageOf(repository)}/issues/${rest.number}`,
  } satisfies Partial<Schemas["issue"]>;
  return { ...shape, user: userShape(creator), assignees: assignees.map(userShape) };
}

export function commentShape(comment: Comment, issue: Issue, repository: Repository) {
  const shape = {
    id: comment.id,
    node_id: nodeId("IssueComment", comment.id),
    body: comment.body,
    created_at: timestamp(comment.createdAtMs),
    updated_at: timestamp(comment.createdAtMs),
    url: `${apiOf(repository)}/issues/comments/${comment.id}`,
    html_url: `${pageOf(repository)}/issues/${issue.number}#issuecomment-${comment.id}`,
    issue_url: `${apiOf(repository)}/issues/${issue.number}`,
  } satisfies Partial<Schemas["issue-comment"]>;
  return { ...shape, user: userShape(comment.author) };
}
