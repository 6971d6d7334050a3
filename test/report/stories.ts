import type { PastRun } from "../../src/pipeline/history.ts";
import type { LedgerEntry } from "../../src/pipeline/ledger.ts";
import type { TaskName } from "../../src/pipeline/names.ts";
import type { Recollection } from "../../src/pipeline/ports.ts";
import { advance, newRun, type Facts, type Run, type TaskEnd } from "../../src/pipeline/run.ts";
import { createFormat } from "../../src/report/format.ts";
import type { Story } from "../../src/report/story.ts";
import { WORDS } from "../../src/report/words/index.ts";
import { readSettings } from "../../src/settings/read.ts";
import type { Language, Settings } from "../../src/settings/settings.ts";
import { createDoor } from "../../src/text/plain.ts";

/** Days as a team lives them, told without a runner. */

export const door = createDoor((text) => text);
export const STARTED = new Date("2026-11-22T09:21:00Z");
export const DAY_MS = 86_400_000;
const TIME_ZONE = "America/Sao_Paulo";

const ALL: readonly TaskName[] = [
  "health",
  "login",
  "baseline",
  "scrape",
  "gate",
  "train",
  "verify",
];
export const LINKS = {
  run: "https://github.com/acme/books/actions/runs/1130",
  variables: "https://github.com/acme/books/settings/variables/actions",
  secrets: "https://github.com/acme/books/settings/secrets/actions",
  workflow: "https://github.com/acme/books/blob/HEAD/.github/workflows/pipeline.yml",
  failures: "https://github.com/acme/orquestra/blob/v1/docs/failures.md",
};

/** Valid settings with these inputs. */
export function settingsWith(inputs: Readonly<Record<string, string>> = {}): Settings {
  const all: Record<string, string> = {
    "api-url": "https://books.example.com",
    username: "etl",
    password: "p4ss/w0rd & söns",
    ...inputs,
  };
  const source = { input: (name: string) => all[name] ?? "", workflow: "daily", job: "run" };
  const read = readSettings(source, door);
  if (read.kind === "invalid") throw new Error(JSON.stringify(read.problems));
  return read.settings;
}

/** How long each task of a usual day takes. */
const USUAL_MS: Readonly<Record<TaskName, number>> = {
  health: 180,
  login: 310,
  baseline: 20,
  scrape: 62_000,
  gate: 90,
  train: 4_100,
  verify: 2_500,
};

/** A run whose tasks ended so, one after the other. */
export function played(
  ends: readonly TaskEnd[],
  tookMs: Partial<Record<TaskName, number>> = {},
): Run {
  let atMs = 0;
  return ends.reduce(
    (run, end, index) => {
      const task = ALL[index] ?? "verify";
      const started = advance(run, { kind: "task-started", task, atMs });
      atMs += tookMs[task] ?? USUAL_MS[task];
      return advance(started, { kind: "task-ended", task, atMs, end });
    },
    newRun(STARTED, ALL),
  );
}

export function storyOf(run: Run, more: Partial<Story> = {}, language: Language = "en"): Story {
  return {
    run,
    isPreflight: false,
    settings: settingsWith({ language }),
    pipeline: door("daily"),
    username: door("etl"),
    attempt: 1,
    runNumber: 130,
    retentionDays: 90,
    version: "1.0.0",
    startedBy: "schedule",
    timeZone: TIME_ZONE,
    scene: { hostKind: "public", runner: "github-hosted", links: LINKS },
    words: WORDS[language],
    format: createFormat(language, TIME_ZONE),
    ...more,
  };
}

export const proved = (facts: Facts = {}): TaskEnd => ({ kind: "proved", facts });
const artifacts = ["tfidf_vectorizer.pkl", "cosine_sim_matrix.pkl", "idx_series.pkl"].map((name) =>
  door(name),
);
export const GOOD: readonly TaskEnd[] = [
  proved(),
  proved(),
  proved({ countedBefore: 997 }),
  proved({ reported: 1000 }),
  proved({ stored: 1000, before: 997 }),
  proved({ artifacts }),
  proved({ served: { kind: "counted", records: 1000 } }),
];
export const SHUT: readonly TaskEnd[] = [
  ...GOOD.slice(0, 3),
  proved({ reported: 400 }),
  {
    kind: "failed",
    facts: { stored: 400, before: 1000 },
    failure: {
      code: "data-dropped",
      rule: { kind: "max-drop", stored: 400, before: 1000, maxDropPercent: 50 },
    },
  },
];
/** The second attempt of a run whose training had failed. */
export const RESUMED: readonly TaskEnd[] = [
  ...GOOD.slice(0, 3),
  proved({ reported: 1000, resumedFrom: 1 }),
  ...GOOD.slice(4),
];
export const LOST: readonly TaskEnd[] = [
  ...GOOD.slice(0, 3),
  {
    kind: "unknown",
    failure: { code: "timed-out", setting: "scrape-timeout", timeoutMs: 600_000 },
    facts: { aftermath: { kind: "counted", records: 997 } },
  },
];
export const UNREACHABLE: readonly TaskEnd[] = [
  {
    kind: "failed",
    failure: {
      code: "api-unreachable",
      reason: "no-answer",
      host: door("books.example.com"),
      address: door("books.example.com:443"),
      detail: door("ETIMEDOUT"),
    },
  },
];

/** A run so many days ago that left a line. */
export function past(daysAgo: number, more: Partial<LedgerEntry> = {}): PastRun {
  const entry = { ...(more.result === undefined ? USUAL_ENTRY : NOTHING_DONE), ...more };
  const run = untold(daysAgo, entry.result);
  return { ...run, entry, attempts: [{ startedAt: run.startedAt, entry }] };
}

/** A run so many days ago that ended before it could leave a line. */
export function untold(daysAgo: number, result: PastRun["result"]): PastRun {
  const number = 130 - daysAgo;
  return {
    url: `https://github.com/acme/books/actions/runs/${1000 + number}`,
    number,
    startedAt: new Date(STARTED.getTime() - daysAgo * DAY_MS),
    result,
    attempts: [],
  };
}

const NOTHING_DONE: LedgerEntry = { result: "succeeded", pipeline: "daily", attempt: 1 };
const USUAL_ENTRY: LedgerEntry = {
  ...NOTHING_DONE,
  records: 997,
  before: 997,
  scrapeSeconds: 61,
  trainingSeconds: 4,
  artifacts: 3,
};

/** What a run left that the shut gate ended. */
export const DROPPED: Partial<LedgerEntry> = {
  result: "failed",
  failed: "gate",
  code: "data-dropped",
  records: 400,
};

/** Thirty days of which most were good; newest first. */
export function month(): readonly PastRun[] {
  return Array.from({ length: 30 }, (_, index) => {
    const daysAgo = index + 1;
    if (daysAgo === 19) return past(daysAgo, DROPPED);
    if (daysAgo === 18) return untold(daysAgo, "cancelled");
    if (daysAgo >= 24 && daysAgo <= 26) return past(daysAgo, DOWN);
    return past(daysAgo, {
      records: daysAgo > 5 ? 990 + (daysAgo % 3) : 997,
      scrapeSeconds: 60 + ((daysAgo * 7) % 11),
      trainingSeconds: 4 + (daysAgo % 2) / 10,
    });
  });
}

/** What a run left that could not reach the API. */
export const DOWN: Partial<LedgerEntry> = {
  result: "failed",
  failed: "health",
  code: "api-unreachable",
};

/** The run after it was told of the runs before it. */
export function recalling(
  run: Run,
  runs: readonly PastRun[],
  more: Partial<Recollection> & { readonly publicPushedAt?: Date } = {},
): Run {
  const { publicPushedAt, ...recollection } = more;
  const pushed = publicPushedAt ? { publicPushedAt } : {};
  return {
    ...run,
    recollection: {
      memory: { kind: "found", history: { runs, attempts: [], ...pushed } },
      ...recollection,
    },
  };
}

/** Of a run that was due so long ago, after other runs that never came. */
export function late(
  minutes: number,
  missedDaysAgo: readonly number[] = [],
): Partial<Recollection> {
  const dueAt = new Date(STARTED.getTime() - minutes * 60_000);
  return {
    punctuality: {
      cron: "17 6 * * *",
      dueAt,
      lateMs: minutes * 60_000,
      missedAt: missedDaysAgo.map((days) => new Date(dueAt.getTime() - days * DAY_MS)),
    },
  };
}
