import type { Settings } from "../settings/settings.ts";
import { countStored } from "./count-stored.ts";
import { baselineOf, shutBy } from "./gate.ts";
import { lastProved } from "./history.ts";
import type { BooksApi, Clock, Memory, Recollection } from "./ports.ts";
import type { TaskName } from "./names.ts";
import type { Facts, Note, TaskEnd } from "./run.ts";
import { resumable } from "./resume.ts";
import { aftermathOf, settle } from "./settle.ts";

/** What a task works with: the API, the facts so far, and what is being recalled meanwhile. */
export interface TaskContext {
  readonly api: BooksApi;
  /** Of the workflow run, from 1. */
  readonly attempt: number;
  readonly recollection: Promise<Recollection>;
  readonly settings: Settings;
  readonly facts: Facts;
  readonly clock: Clock;
  /** Waits; sooner when the run is cancelled. */
  readonly pause: (ms: number) => Promise<void>;
}

export interface Task {
  readonly name: TaskName;
  perform(context: TaskContext): Promise<TaskEnd>;
}

export const health: Task = {
  name: "health",
  async perform({ api }) {
    const outcome = await api.health();
    if (outcome.kind !== "proved") return outcome;
    const { falseAlarms } = outcome.value;
    const notes: Note[] = falseAlarms > 0 ? [{ kind: "false-alarm", times: falseAlarms }] : [];
    return { kind: "proved", notes };
  },
};

export const login: Task = {
  name: "login",
  async perform({ api }) {
    const outcome = await api.logIn();
    return outcome.kind === "proved" ? { kind: "proved" } : outcome;
  },
};

/** Never fails: what is unknown here is said by the gate, and the gate then has `min-records` alone. */
export const baseline: Task = {
  name: "baseline",
  async perform({ api, settings }) {
    const counted = settings.paths.stats ? await api.stats() : undefined;
    if (counted?.kind === "failed" && counted.failure.code === "cancelled") return counted;
    return counted?.kind === "proved"
      ? {
          kind: "proved",
          facts: { countedBefore: counted.value.records, numbersBefore: counted.value.numbers },
        }
      : { kind: "proved" };
  },
};

export const scrape: Task = {
  name: "scrape",
  async perform(context) {
    const { api, settings, facts, clock } = context;
    const resumed = await resumedScrape(context);
    if (resumed) return resumed;
    const endsAtMs = clock.nowMs() + settings.timeoutsMs["scrape-timeout"];
    const outcome = await api.scrape();
    if (outcome.kind === "proved") {
      return { kind: "proved", facts: { reported: outcome.value.records } };
    }
    if (!settings.paths.stats || outcome.failure.code === "cancelled") return outcome;
    if (outcome.kind === "unknown" && settings.onLostAnswer === "settle") {
      return settle(outcome.failure, facts.numbersBefore, { ...context, endsAtMs });
    }
    const look = await api.stats();
    if (look.kind !== "proved" && look.failure.code === "cancelled") {
      const mayBeWorking = outcome.kind === "unknown";
      return { kind: "failed", failure: { code: "cancelled", mayBeWorking } };
    }
    return { ...outcome, facts: { aftermath: aftermathOf(look) } };
  },
};

/** Stands between scrape and train, so that no model learns from a broken scrape. */
export const gate: Task = {
  name: "gate",
  async perform(context) {
    const { facts, settings } = context;
    const reported = facts.reported ?? 0;
    const { memory } = await context.recollection;
    const { before, facts: comparison, notes } = weigh(facts.countedBefore, memory);

    const count = await countStored(context, reported);
    if (count.kind !== "proved") return { ...count, facts: comparison, notes };
    const { stored, notes: countNotes } = count.value;

    const found: Facts = stored === undefined ? comparison : { ...comparison, stored };
    const rule = shutBy({ reported, stored, before }, settings.gate);
    const rest = { facts: found, notes: [...notes, ...countNotes] };
    return rule
      ? { kind: "failed", failure: { code: "data-dropped", rule }, ...rest }
      : { kind: "proved", ...rest };
  },
};

export const train: Task = {
  name: "train",
  async perform({ api }) {
    const outcome = await api.train();
    return outcome.kind === "proved"
      ? { kind: "proved", facts: { artifacts: outcome.value.artifacts } }
      : outcome;
  },
};

/** Never fails: by now the data and the model are new; readers not seeing them is a warning. */
export const verify: Task = {
  name: "verify",
  async perform({ api, facts }) {
    const outcome = await api.features();
    if (outcome.kind !== "proved") {
      if (outcome.failure.code === "cancelled") return outcome;
      const problem = { kind: "unreadable", code: outcome.failure.code } as const;
      return { kind: "proved", notes: [{ kind: "not-served", problem }] };
    }
    const served = outcome.value;
    const notes = served.kind === "counted" ? doubtsAbout(served.records, facts) : [];
    return { kind: "proved", facts: { served }, notes };
  },
};

/** What readers get is weighed against what was stored; else against statistics, which may be cached. */
function doubtsAbout(served: number, facts: Facts): readonly Note[] {
  const stored = facts.stored ?? facts.reported;
  if (stored !== undefined) {
    const problem = { kind: "differs", stored, served } as const;
    return stored === served ? [] : [{ kind: "not-served", problem }];
  }
  const stats = facts.countedBefore;
  return stats === undefined || stats === served
    ? []
    : [{ kind: "stale-stats", stats, features: served }];
}

/** The end of a scrape that an earlier attempt of this run proved; `undefined` when it has to be done. */
async function resumedScrape(context: TaskContext): Promise<TaskEnd | undefined> {
  const withinMs = context.settings.resumeWithinMs;
  if (context.attempt === 1 || withinMs === 0) return undefined;
  const { memory } = await context.recollection;
  if (memory.kind !== "found") return undefined;
  const done = resumable(memory.history, context.clock.today(), withinMs);
  return done && { kind: "proved", facts: { reported: done.records, resumedFrom: done.attempt } };
}

function weigh(
  counted: number | undefined,
  memory: Memory,
): { readonly before: number | undefined; readonly facts: Facts; readonly notes: readonly Note[] } {
  const remembered =
    memory.kind === "found" ? lastProved(memory.history)?.entry.records : undefined;
  const before = baselineOf(counted, remembered);
  const notes: Note[] = [];
  if (memory.kind === "unavailable") notes.push({ kind: "memory-gap", reason: memory.reason });
  if (before === undefined) notes.push({ kind: "no-baseline" });
  return {
    before,
    notes,
    facts: {
      ...(remembered === undefined ? {} : { rememberedBefore: remembered }),
      ...(before === undefined ? {} : { before }),
    },
  };
}
