import { hasEffect } from "../pipeline/cut-short.ts";
import type { TaskName } from "../pipeline/names.ts";
import { setback, type Aftermath, type Run } from "../pipeline/run.ts";
import { lastModel, type Model } from "./last-model.ts";

/**
 * What a run that did not succeed left behind, looked up rather than guessed. Counts are records.
 * `before` is what was stored when the run began; it is missing where it could not be read. `model` is
 * the one that is still in use, where the runs before tell.
 */
export type DataNow =
  /** Nothing that changes data was sent. `now` is what was stored when somebody looked again. */
  | { readonly kind: "untouched"; readonly before?: number; readonly now?: number }
  /** The scrape was sent, and refused before it began. */
  | {
      readonly kind: "scrape-refused";
      readonly before?: number;
      readonly after: Aftermath | undefined;
    }
  /** The scrape said that it failed. */
  | {
      readonly kind: "scrape-failed";
      readonly before?: number;
      readonly after: Aftermath | undefined;
      readonly model?: Model;
    }
  /** The scrape's answer is lost: it may be at work still. */
  | {
      readonly kind: "scrape-unknown";
      readonly before?: number;
      readonly after: Aftermath | undefined;
      readonly model?: Model;
    }
  /** The scrape was proved, and something in what it did is wrong. */
  | {
      readonly kind: "gate-shut";
      readonly stored?: number;
      readonly reported: number;
      readonly model?: Model;
    }
  /** New data, the model as it was. */
  | { readonly kind: "not-trained"; readonly stored?: number; readonly model?: Model }
  /** New data, and nobody knows which model. */
  | { readonly kind: "training-unknown"; readonly stored?: number }
  /** Everything was done but the last look. */
  | { readonly kind: "done"; readonly stored?: number };

export function dataNow(run: Run): DataNow {
  const { facts } = run;
  const wrong = setback(run);
  const before = facts.countedBefore === undefined ? {} : { before: facts.countedBefore };
  const known = facts.stored ?? facts.reported ?? facts.countedBefore;
  const stored = known === undefined ? {} : { stored: known };
  const last = lastModel(run);
  const model = last === undefined ? {} : { model: last };
  switch (stageOf(wrong?.task, run)) {
    case "before":
      return { kind: "untouched", ...before };
    case "scrape": {
      const after = facts.aftermath;
      if (mayHaveHappened(run)) return { kind: "scrape-unknown", ...before, after, ...model };
      switch (answerTo(run)) {
        case "result":
          return { kind: "scrape-failed", ...before, after, ...model };
        case "refusal":
          return { kind: "scrape-refused", ...before, after };
        case "none":
          return {
            kind: "untouched",
            ...before,
            ...(after?.kind === "counted" ? { now: after.records } : {}),
          };
      }
    }
    case "gate":
      return {
        kind: "gate-shut",
        ...withStored(facts.stored),
        reported: facts.reported ?? 0,
        ...model,
      };
    case "train":
      return mayHaveHappened(run)
        ? { kind: "training-unknown", ...stored }
        : { kind: "not-trained", ...stored, ...model };
    case "after":
      return { kind: "done", ...stored };
  }
}

function withStored(stored: number | undefined): { stored?: number } {
  return stored === undefined ? {} : { stored };
}

type Stage = "before" | "scrape" | "gate" | "train" | "after";

function stageOf(task: TaskName | undefined, run: Run): Stage {
  switch (task) {
    case "scrape":
    case "gate":
    case "train":
      return task;
    case "verify":
      return "after";
    case "health":
    case "login":
    case "baseline":
      return "before";
    case undefined:
      return stageReached(run);
  }
}

/** Of what went wrong outside of all tasks: what the run was at, or would have been at next. */
function stageReached(run: Run): Stage {
  const isLost = mayHaveHappened(run) && run.tasks.every(({ state }) => state === "waiting");
  const at = run.tasks.find(({ name, state }) => (isLost ? hasEffect(name) : state !== "proved"));
  if (at) return stageOf(at.name, run);
  if (run.tasks.some(({ name }) => name === "train")) return "after";
  return run.tasks.some(({ name }) => name === "scrape") ? "train" : "before";
}

/** What the API had to say to the scrape: of its own doing, or that it does not begin (3xx, 4xx). */
function answerTo({ requests }: Run): "result" | "refusal" | "none" {
  const statuses = requests.flatMap(({ of, answer }) =>
    of === "scrape" && typeof answer === "number" ? [answer] : [],
  );
  if (statuses.some((status) => status < 300 || status >= 500)) return "result";
  return statuses.length > 0 ? "refusal" : "none";
}

function mayHaveHappened(run: Run): boolean {
  const wrong = setback(run);
  if (!wrong) return false;
  if (wrong.failure.code === "cancelled") return wrong.failure.mayBeWorking;
  return run.tasks.some(
    ({ name, state }) => state === "unknown" || (state === "running" && hasEffect(name)),
  );
}
