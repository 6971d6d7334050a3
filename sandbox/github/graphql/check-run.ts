import { nodeId } from "../node-id.ts";
import type { Step } from "../store/job.ts";
import { pageOf, type Repository } from "../store/repository.ts";
import { MAX_ANNOTATIONS, type CheckRun, type WorkflowRun } from "../store/runs.ts";
import { timestamp, timestampOrNull } from "../time.ts";
import { connection } from "./connection.ts";
import { needs, type ResolvedObject } from "./object.ts";
import { locatable, statusOf, upper } from "./scalars.ts";

type Annotation = CheckRun["annotations"][number];

const LEVELS = { error: "FAILURE", warning: "WARNING", notice: "NOTICE" } as const;
/** GitHub's place for an annotation that names no file. */
const NO_FILE = ".github";

export function checkRunObject(
  check: CheckRun,
  run: WorkflowRun,
  repository: Repository,
): ResolvedObject {
  const page = `${pageOf(repository)}/actions/runs/${run.id}/job/${check.id}`;
  return {
    __typename: "CheckRun",
    id: nodeId("CheckRun", check.id),
    databaseId: check.id,
    name: check.name,
    status: statusOfCheck(check),
    conclusion: check.conclusion === null ? null : upper(check.conclusion),
    startedAt: timestampOrNull(check.startedAtMs),
    completedAt: timestampOrNull(check.completedAtMs),
    detailsUrl: page,
    permalink: page,
    ...locatable(page),
    // What an app may add to its own check run; the runner adds none to a job's.
    externalId: "",
    summary: null,
    text: null,
    title: null,
    annotations: needs("checks", (args, _, info) => {
      const annotations = check.annotations.map((annotation, index) => ({ annotation, index }));
      const id = (index: number) => check.id * MAX_ANNOTATIONS + index;
      return connection(
        annotations,
        ({ index }) => id(index),
        ({ annotation, index }) =>
          annotationObject(
            annotation,
            id(index),
            `${pageOf(repository)}/blob/${run.sha}/${NO_FILE}`,
          ),
        args,
        info,
      );
    }),
    steps: (args, _, info) => {
      const steps = check.steps
        .map((step, index) => ({ step, number: index + 1 }))
        .filter(({ number }) => (args["number"] ?? number) === number);
      return connection(
        steps,
        ({ number }) => number,
        ({ step, number }) => stepObject(step, number),
        args,
        info,
      );
    },
    checkSuite: (_, world) => world.load("CheckSuite", run.suiteId),
    repository: (_, world) => world.load("Repository", repository.id),
  };
}

export function statusOfCheck({ conclusion, startedAtMs }: CheckRun): string {
  return statusOf(conclusion, startedAtMs !== null);
}

function annotationObject(annotation: Annotation, id: number, blobUrl: string): ResolvedObject {
  const { level, title, message } = annotation;
  const position = { line: 1, column: null };
  return {
    databaseId: id,
    annotationLevel: LEVELS[level],
    title,
    message,
    rawDetails: "",
    path: NO_FILE,
    blobUrl,
    location: { start: position, end: position },
  };
}

function stepObject(step: Step, number: number): ResolvedObject {
  return {
    number,
    name: step.name,
    status: "COMPLETED",
    conclusion: upper(step.conclusion),
    startedAt: timestamp(step.startedAtMs),
    completedAt: timestamp(step.completedAtMs),
    externalId: null,
    secondsToCompletion: Math.round((step.completedAtMs - step.startedAtMs) / 1000),
  };
}
