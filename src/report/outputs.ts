import { setback } from "../pipeline/run.ts";
import { secondsOf } from "./ledger-entry.ts";
import { storyResult, type Story } from "./story.ts";
import { seconds } from "./seconds.ts";

/** The action's outputs, by the names in action.yml. An empty text is an output without a value. */
export const OUTPUT_NAMES = [
  "result",
  "failed-task",
  "failure-code",
  "records",
  "records-before",
  "artifacts",
  "scrape-seconds",
  "training-seconds",
  "run",
] as const;
export type Outputs = Readonly<Record<(typeof OUTPUT_NAMES)[number], string>>;

/** All outputs together stay under 64 KiB; this is the only one that the API can make long. */
const MAX_ARTIFACTS_BYTES = 16 * 1024;

export function outputsOf(story: Story): Outputs {
  const { run } = story;
  const { facts } = run;
  const wrong = setback(run);
  const values = {
    result: storyResult(story),
    "failed-task": wrong?.task ?? "",
    "failure-code": wrong?.failure.code ?? "",
    records: text(facts.stored ?? facts.reported),
    "records-before": text(facts.before ?? facts.countedBefore),
    artifacts: facts.artifacts === undefined ? "" : artifactsJson(facts.artifacts),
    "scrape-seconds": secondsOf(run, "scrape")?.toFixed(1) ?? "",
    "training-seconds": secondsOf(run, "train")?.toFixed(1) ?? "",
  };
  return { ...values, run: runJson(story) };
}

function text(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

/** A JSON array of the names; when they are too many, the last element says how many are missing. */
function artifactsJson(artifacts: readonly string[]): string {
  const shown: string[] = [];
  let bytes = 0;
  for (const name of artifacts) {
    bytes += Buffer.byteLength(JSON.stringify(name)) + 1;
    if (bytes > MAX_ARTIFACTS_BYTES) break;
    shown.push(name);
  }
  const rest = artifacts.length - shown.length;
  return JSON.stringify(rest > 0 ? [...shown, `+${rest}`] : shown);
}

/** The run as one line of JSON for a later step or job: no host, no path, no words of the API. */
function runJson(story: Story): string {
  const { run, pipeline, attempt, version } = story;
  const wrong = setback(run);
  const { facts } = run;
  const { countedBefore, rememberedBefore, before, reported, resumedFrom, stored } = facts;
  return JSON.stringify({
    version,
    pipeline,
    attempt,
    result: storyResult(story),
    failedTask: wrong?.task,
    failureCode: wrong?.failure.code,
    startedAt: run.startedAt.toISOString(),
    seconds: seconds(run.tookMs),
    tasks: run.tasks.map((task) => ({
      name: task.name,
      state: task.state === "waiting" ? "skipped" : task.state,
      seconds: "tookMs" in task ? seconds(task.tookMs) : undefined,
    })),
    facts: {
      countedBefore,
      rememberedBefore,
      before,
      reported,
      resumedFrom,
      stored,
      artifacts: facts.artifacts?.length,
      served: facts.served?.kind === "counted" ? facts.served.records : undefined,
    },
    notes: run.notes.map(({ kind }) => kind),
    requests: run.requests.length,
  });
}
