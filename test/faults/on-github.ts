import type { Socket } from "node:net";
import type { GitHub } from "../../sandbox/github/github.ts";
import type { FinishedJob } from "../../sandbox/github/store/job.ts";
import { SHA, WORKFLOW_PATH } from "../../sandbox/runner/environment.ts";
import { answer } from "./answers.ts";
import { readRequest } from "./api.ts";
import { succeeded, type Case, type End, type Said } from "./case.ts";
import type { Stage } from "./stage.ts";

export const TOKEN = "ghs_a-token-of-the-job-0123456789";

export const MALFORMED: Said = [
  "Earlier runs could not be looked up: GitHub's API answered something unexpected.",
  "Não foi possível consultar as execuções anteriores: a API do GitHub deu uma resposta inesperada.",
];
export const TOO_LARGE: Said = [
  "Earlier runs could not be looked up: GitHub's answer is too large, even for one of them",
  "Não foi possível consultar as execuções anteriores: a resposta do GitHub é grande demais, mesmo para uma só",
];

const DAY_MS = 86_400_000;

type Meet = (socket: Socket) => void;

/** Answers every question in the same way. */
export const answers =
  (
    status: number,
    content: object | string,
    headers: Readonly<Record<string, string>> = {},
  ): Meet =>
  (socket) =>
    readRequest(socket, () => void socket.end(answer(status, content, headers)));

export const answering = (what: Said, meet: Meet, reads: Said, end: End = succeeded()): Case => ({
  what,
  world: async (stage, script) => onGitHub(stage, script, `127.0.0.1:${await stage.server(meet)}`),
  secrets: [TOKEN],
  ends: { gate: end },
  reads,
});

export async function onGitHub(stage: Stage, script: Parameters<Stage["api"]>[0], address: string) {
  const api = await stage.api(script);
  const url = `http://${address}`;
  return {
    url: `http://127.0.0.1:${api.port}`,
    token: TOKEN,
    env: { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` },
  };
}

export const LINE =
  "v=1 pipeline=daily/pipeline attempt=1 records=1000 before=1000 scrape=1.0 train=1.0 artifacts=3";
export type Annotation = FinishedJob["annotations"][number];
export const annotation = (message: string, title = "succeeded"): Annotation => ({
  level: "notice",
  title: `Orquestra: ${title}`,
  message,
});

/** A GitHub that works as the real one does, as far as the sandbox knows it. */
export const reallyGitHub = (
  what: Said,
  change: (github: GitHub) => void,
  reads: Said,
  end: End = succeeded(),
): Case => ({
  what,
  world: async (stage, script) => {
    const { port } = await stage.api(script);
    const github = await stage.github(TOKEN);
    change(github);
    return { url: `http://127.0.0.1:${port}`, token: TOKEN, github };
  },
  secrets: [TOKEN],
  ends: { gate: end },
  reads,
});

/** A run of the day before that left these annotations, those of its other jobs included. */
export function leave(
  { store }: GitHub,
  annotations: readonly Annotation[],
  number = 107,
  others: readonly (readonly Annotation[])[] = [],
): void {
  const startedAtMs = store.nowMs - DAY_MS;
  const completedAtMs = startedAtMs + 70_000;
  store.record({
    id: 7_000_000_000 + number,
    number,
    attempt: 1,
    workflow: { path: WORKFLOW_PATH, name: "daily" },
    event: "schedule",
    branch: "main",
    sha: SHA,
    createdAtMs: startedAtMs,
    startedAtMs,
    jobs: [annotations, ...others].map((left, job) => ({
      kind: "finished",
      name: job === 0 ? "pipeline" : `job ${job}`,
      conclusion: "success",
      startedAtMs,
      completedAtMs,
      annotations: left,
      steps: [],
    })),
  });
}
