import { describe, expect, test } from "@jest/globals";
import type { Failure, Outcome } from "../../src/pipeline/failure.ts";
import { NO_HISTORY } from "../../src/pipeline/history.ts";
import { parseLedger } from "../../src/pipeline/ledger.ts";
import { planOf, runPipeline, type Ports } from "../../src/pipeline/pipeline.ts";
import type { BooksApi, Memory, Served, Stats } from "../../src/pipeline/ports.ts";
import { resultOf, setback, type Run } from "../../src/pipeline/run.ts";
import { readSettings } from "../../src/settings/read.ts";
import type { Settings } from "../../src/settings/settings.ts";
import { createDoor } from "../../src/text/plain.ts";

const door = createDoor((text) => text);

function settingsOf(inputs: Record<string, string> = {}): Settings {
  const all: Record<string, string> = {
    "api-url": "http://localhost",
    username: "etl",
    password: "secret",
    ...inputs,
  };
  const read = readSettings({ input: (name) => all[name] ?? "", workflow: "w", job: "j" }, door);
  if (read.kind === "invalid") throw new Error(JSON.stringify(read.problems));
  return read.settings;
}

const proved = <T>(value: T): Promise<Outcome<T>> => Promise.resolve({ kind: "proved", value });
const broken = (kind: "failed" | "unknown", failure: Failure): Promise<Outcome<never>> =>
  Promise.resolve({ kind, failure });
const LOST: Failure = { code: "connection-lost", during: "body", detail: door("") };
const stats = (records: number, numbers = `${records} 36.59`) =>
  proved<Stats>({ records, numbers });
const counted = (records: number) => proved<Served>({ kind: "counted", records });

/** An API at its best; each test spoils what it is about. */
function apiOf(spoiled: Partial<BooksApi>): BooksApi {
  return {
    health: () => proved({ falseAlarms: 0 }),
    logIn: () => proved(true),
    stats: () => stats(20),
    features: () => counted(20),
    scrape: () => proved({ records: 20 }),
    train: () => proved({ artifacts: [door("a.pkl")] }),
    ...spoiled,
  };
}

async function play(
  spoiled: Partial<BooksApi> = {},
  inputs: Record<string, string> = {},
  memory: Memory = { kind: "found", history: NO_HISTORY },
  attempt = 1,
  today = new Date(0),
): Promise<Run> {
  return runPipeline(settingsOf(inputs), portsOf(spoiled, Promise.resolve(memory), attempt, today));
}

function portsOf(
  spoiled: Partial<BooksApi>,
  memory: Promise<Memory>,
  attempt = 1,
  today = new Date(0),
): Ports {
  let nowMs = 0;
  return {
    connect: () => apiOf(spoiled),
    ledger: { recall: async () => ({ memory: await memory }) },
    clock: { nowMs: () => (nowMs += 100), today: () => today },
    pause: () => Promise.resolve(),
    attempt,
    door,
    listen: () => {},
    cancelled: new AbortController().signal,
  };
}

/** `proved proved failed waiting`: how the tasks of a run stand. */
function states(run: Run): string {
  return run.tasks.map(({ state }) => state).join(" ");
}

const remembered = (records: number): Memory => ({
  kind: "found",
  history: {
    attempts: [],
    runs: [
      {
        url: "https://github.com/acme/books/actions/runs/6",
        number: 6,
        startedAt: new Date(0),
        result: "succeeded",
        entry: { result: "succeeded", pipeline: "w/j", attempt: 1, records },
      },
    ],
  },
});

describe("which tasks run", () => {
  test.each<[string, Record<string, string>, string]>([
    ["everything", {}, "health login baseline scrape gate train verify"],
    ["scrape only", { tasks: "scrape" }, "health login baseline scrape gate"],
    ["train only", { tasks: "train" }, "health login baseline train verify"],
    ["a dry run", { "dry-run": "true" }, "health login"],
    ["no health page", { "health-path": "none", "dry-run": "true" }, "login"],
    ["no features", { "features-path": "none", tasks: "train" }, "health login baseline train"],
  ])("%s", (_case, inputs, expected) => {
    expect(
      planOf(settingsOf(inputs))
        .map(({ name }) => name)
        .join(" "),
    ).toBe(expected);
  });
});

describe("a run", () => {
  test("succeeds when every task proved its work", async () => {
    const run = await play();
    expect(resultOf(run)).toBe("succeeded");
    expect(run.facts).toMatchObject({ reported: 20, stored: 20, before: 20, countedBefore: 20 });
  });

  test("stops at the first task that did not", async () => {
    const run = await play({ logIn: () => broken("failed", { code: "credentials-rejected" }) });
    expect(states(run)).toBe("proved failed waiting waiting waiting waiting waiting");
    expect(setback(run)).toMatchObject({ task: "login", kind: "failed" });
  });

  test("whose code breaks fails in that task, and says so", async () => {
    const run = await play({
      scrape: () => {
        throw new TypeError("not a function");
      },
    });
    expect(setback(run)).toMatchObject({ task: "scrape", failure: { code: "internal-error" } });
  });

  test("that was cancelled is neither failed nor unknown", async () => {
    const cancelled: Failure = { code: "cancelled", mayBeWorking: true };
    expect(resultOf(await play({ scrape: () => broken("failed", cancelled) }))).toBe("cancelled");
  });

  test("that was cancelled while it counted starts no other task", async () => {
    const cancelled: Failure = { code: "cancelled", mayBeWorking: false };
    const run = await play({ stats: () => broken("failed", cancelled) });
    expect(states(run)).toBe("proved proved failed waiting waiting waiting waiting");
  });

  test("without a baseline goes on, and says that the gate had min-records only", async () => {
    let reads = 0;
    const run = await play({
      stats: () => ((reads += 1) === 1 ? broken("failed", LOST) : stats(20)),
    });
    expect(resultOf(run)).toBe("succeeded");
    expect(run.notes).toEqual([{ kind: "no-baseline" }]);
  });
});

describe("a re-run", () => {
  const noScrape = () => {
    throw new Error("scraped again");
  };
  const earlier = (line: string, startedAt = new Date(0)): Memory => {
    const entry = parseLedger("Orquestra: failed", `v=1 pipeline=w/j attempt=1 ${line}`);
    if (!entry) throw new Error(line);
    return { kind: "found", history: { runs: [], attempts: [{ entry, startedAt }] } };
  };
  const TRAIN_FAILED = earlier("records=20 scrape=3.0 failed=train code=no-data");

  test("goes on with the training after a scrape that an earlier attempt proved", async () => {
    const run = await play({ scrape: noScrape }, {}, TRAIN_FAILED, 2);

    expect(resultOf(run)).toBe("succeeded");
    expect(run.facts).toMatchObject({ reported: 20, resumedFrom: 1, stored: 20 });
  });

  test("still weighs what is stored now", async () => {
    const lost = { scrape: noScrape, stats: () => stats(8), features: () => counted(8) };
    const run = await play(lost, {}, TRAIN_FAILED, 2);

    expect(setback(run)).toMatchObject({
      task: "gate",
      failure: { rule: { kind: "stored-differs", reported: 20, stored: 8 } },
    });
  });

  test.each<[string, Memory, number, Record<string, string>]>([
    ["it is no re-run", TRAIN_FAILED, 1, {}],
    ["nothing may be resumed", TRAIN_FAILED, 2, { "resume-within": "0" }],
    ["too long ago", TRAIN_FAILED, 2, { "resume-within": "1s" }],
    ["the scrape was not proved", earlier("failed=scrape code=no-data"), 2, {}],
    ["nothing is remembered", { kind: "unavailable", reason: "no-answer" }, 2, {}],
  ])("scrapes when %s", async (_, memory, attempt, inputs) => {
    let scrapes = 0;
    const scrape = () => ((scrapes += 1), proved({ records: 20 }));
    const run = await play({ scrape }, inputs, memory, attempt, new Date(2000));

    expect(scrapes).toBe(1);
    expect(run.facts.resumedFrom).toBeUndefined();
  });
});

describe("the memory", () => {
  test("is part of the run", async () => {
    const memory = remembered(20);
    expect((await play({}, {}, memory)).recollection).toEqual({ memory });
  });

  test("that comes late is waited for, but not for ever", async () => {
    const never = new Promise<never>(() => {});
    const aborted = Promise.withResolvers<Memory>();
    let pauses = 0;
    const run = await runPipeline(settingsOf({ tasks: "train" }), {
      ...portsOf({}, never),
      ledger: {
        recall: async (signal) => {
          signal.addEventListener("abort", () =>
            aborted.resolve({ kind: "unavailable", reason: "no-answer" }),
          );
          return { memory: await aborted.promise };
        },
      },
      pause: () => ((pauses += 1), Promise.resolve()),
    });

    expect(run.recollection).toEqual({ memory: { kind: "unavailable", reason: "no-answer" } });
    expect(resultOf(run)).toBe("succeeded");
    expect(pauses).toBe(1);
  });
});

describe("after a scrape that was not proved, the data is looked up once", () => {
  test.each(["failed", "unknown"] as const)("%s", async (kind) => {
    let reads = 0;
    const look = () => ((reads += 1), stats(reads === 1 ? 20 : 8));
    const run = await play({ stats: look, scrape: () => broken(kind, LOST) });
    expect(resultOf(run)).toBe(kind);
    expect(run.facts.aftermath).toEqual({ kind: "counted", records: 8 });
    expect(reads).toBe(2);
  });

  test("and that it could not be is known, too", async () => {
    const run = await play({
      stats: () => broken("failed", LOST),
      scrape: () => broken("unknown", LOST),
    });
    expect(run.facts.aftermath).toEqual({ kind: "unreadable", code: "connection-lost" });
  });
});

describe("the gate", () => {
  const SHUT = "proved proved proved proved failed waiting waiting";

  test("remembers: halved yesterday and as few today is still half", async () => {
    const few = { stats: () => stats(8), scrape: () => proved({ records: 8 }) };
    expect(resultOf(await play(few))).toBe("succeeded");
    const run = await play(few, {}, remembered(20));
    expect(states(run)).toBe(SHUT);
    expect(run.facts).toMatchObject({ before: 20, countedBefore: 8, rememberedBefore: 20 });
  });

  test("shuts when what is stored cannot be read", async () => {
    let reads = 0;
    const run = await play({
      stats: () => ((reads += 1) === 1 ? stats(20) : broken("failed", LOST)),
    });
    expect(states(run)).toBe(SHUT);
    expect(setback(run)).toMatchObject({ task: "gate", failure: LOST });
  });

  test("believes features against statistics from a cache", async () => {
    const run = await play({ stats: () => stats(19), scrape: () => proved({ records: 20 }) });
    expect(resultOf(run)).toBe("succeeded");
    expect(run.notes).toEqual([{ kind: "stale-stats", stats: 19, features: 20 }]);
  });

  test("shuts when features confirm that something else is stored", async () => {
    const run = await play({ scrape: () => proved({ records: 30 }) });
    expect(setback(run)).toMatchObject({
      failure: { code: "data-dropped", rule: { kind: "stored-differs", reported: 30, stored: 20 } },
    });
  });

  test("asks features when there are no statistics", async () => {
    const run = await play({ features: () => counted(19) }, { "stats-path": "none" });
    expect(states(run)).toBe(SHUT);
  });

  test("says so when nothing can tell what is stored", async () => {
    const run = await play({}, { "stats-path": "none", "features-path": "none" });
    expect(resultOf(run)).toBe("succeeded");
    expect(run.notes).toContainEqual({ kind: "stored-unchecked" });
  });
});

describe("a lost answer, settled", () => {
  const TASK_MS = 20_000;
  /** Statistics that say these in turn, the first before the scrape and the last for ever. */
  async function settled(...numbers: readonly string[]): Promise<Run> {
    let reads = 0;
    const look = () => stats(8, numbers[Math.min(reads++, numbers.length - 1)]);
    const inputs = { "on-lost-answer": "settle", "scrape-timeout": `${TASK_MS / 1000}s` };
    return play(
      { stats: look, scrape: () => broken("unknown", LOST), features: () => counted(8) },
      inputs,
    );
  }

  test("counts when the numbers changed and hold", async () => {
    const run = await settled("old", "old", "new");
    expect(resultOf(run)).toBe("succeeded");
    expect(run.facts).toMatchObject({ reported: 8, stored: 8 });
    expect(run.notes).toContainEqual({ kind: "observed", code: "connection-lost", records: 8 });
  });

  test.each([
    ["never change: the shop is static", ["old", "old"]],
    ["flap", ["old", ...Array.from({ length: 400 }, (_, n) => (n % 2 === 0 ? "new" : "other"))]],
    ["change and come back", ["old", "new", "new", "old"]],
  ])("is unknown when they %s", async (_case, numbers) => {
    const run = await settled(...numbers);
    expect(resultOf(run)).toBe("unknown");
    expect(setback(run)).toMatchObject({ task: "scrape", failure: LOST });
    expect(run.facts.aftermath).toEqual({ kind: "counted", records: 8 });
    expect(run.tookMs).toBeLessThan(TASK_MS + 5_000);
  });

  test("leaves the decision to the gate: observed is not enough", async () => {
    const look = (() => {
      let reads = 0;
      return () => ((reads += 1) === 1 ? stats(20) : stats(8));
    })();
    const run = await play(
      { stats: look, scrape: () => broken("unknown", LOST) },
      { "on-lost-answer": "settle", "scrape-timeout": "20s" },
    );
    expect(setback(run)).toMatchObject({ task: "gate", failure: { code: "data-dropped" } });
  });

  test("knows nothing without a baseline", async () => {
    let reads = 0;
    const run = await play(
      {
        stats: () => ((reads += 1) === 1 ? broken("failed", LOST) : stats(8)),
        scrape: () => broken("unknown", LOST),
      },
      { "on-lost-answer": "settle" },
    );
    expect(resultOf(run)).toBe("unknown");
    expect(reads).toBe(2);
  });
});

describe("verify never fails", () => {
  test.each<[string, Partial<BooksApi>, string[]]>([
    ["as many as stored", {}, []],
    ["fewer", { features: () => counted(19) }, ["not-served"]],
    [
      "too many to count",
      { features: () => proved<Served>({ kind: "too-large", limitBytes: 8 }) },
      [],
    ],
    ["not readable", { features: () => broken("failed", LOST) }, ["not-served"]],
  ])("%s", async (_case, spoiled, notes) => {
    const run = await play(spoiled);
    expect(resultOf(run)).toBe("succeeded");
    expect(run.notes.map(({ kind }) => kind)).toEqual(notes);
  });
});
