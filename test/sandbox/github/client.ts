import { afterEach } from "@jest/globals";
import { startGitHub, type GitHub } from "../../../sandbox/github/github.ts";
import type { Permissions } from "../../../sandbox/github/access.ts";
import type { FinishedJob } from "../../../sandbox/github/store/job.ts";
import type { RecordedRun } from "../../../sandbox/github/store/runs.ts";

export const TOKEN = "ghs_the-token-of-the-job";
export const READING: Permissions = { actions: "read", checks: "read", contents: "read" };
export const HOME = "/repos/bookshop/pipelines";
export const DAY_MS = 86_400_000;

type Annotation = FinishedJob["annotations"][number];

const running: GitHub[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((github) => github.close()));
});

/** A GitHub that ends with the test, and lets TOKEN read, unless other permissions are given. */
export async function githubOf(permissions: Permissions = READING): Promise<GitHub> {
  const github = await startGitHub();
  running.push(github);
  github.grant(TOKEN, permissions);
  return github;
}

/** A run that ended on the first day, with one job; any of it can be told otherwise. */
export function runOf(number: number, change: Partial<RecordedRun> = {}): RecordedRun {
  const startedAtMs = Date.parse("2026-11-22T06:20:00Z");
  return {
    id: 7_000_000_000 + number,
    number,
    attempt: 1,
    workflow: { path: ".github/workflows/pipeline.yml", name: "daily" },
    event: "schedule",
    branch: "main",
    sha: "5f0c2a9d",
    createdAtMs: startedAtMs + number,
    startedAtMs,
    jobs: [jobWith([], { startedAtMs })],
    ...change,
  };
}

/** A job of 70 seconds with these annotations. */
export function jobWith(
  annotations: readonly Annotation[],
  change: Partial<FinishedJob> = {},
): FinishedJob {
  const startedAtMs = change.startedAtMs ?? 0;
  return {
    kind: "finished",
    name: "pipeline",
    conclusion: "success",
    startedAtMs,
    completedAtMs: startedAtMs + 70_000,
    annotations,
    steps: [],
    ...change,
  };
}

export function notice(title: string, message: string): Annotation {
  return { level: "notice", title, message };
}

interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly type?: string; readonly message: string }[];
}

/** What GraphQL answers to a query. */
export async function ask(
  { url }: GitHub,
  query: string,
  variables: object = {},
): Promise<GraphQLAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { authorization: `bearer ${TOKEN}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as GraphQLAnswer;
}

interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What the REST API answers to `GET /user`, or to any other call. */
export async function rest(
  { url }: GitHub,
  call: string,
  body?: object,
  headers: Record<string, string> = { authorization: `token ${TOKEN}` },
): Promise<RestAnswer> {
  const [method = "", path = ""] = call.split(" ");
  const response = await fetch(url + path, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as unknown) : text,
  };
}
