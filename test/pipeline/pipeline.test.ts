import { describe, expect, test } from "@jest/globals";
import type { Failure } from "../../src/pipeline/failure.ts";
import { planOf } from "../../src/pipeline/pipeline.ts";
import type { Plain } from "../../src/text/plain.ts";
import type { BooksApi, Served } from "../../src/pipeline/ports.ts";
import { resultOf, setback, type Run } from "../../src/pipeline/run.ts";
import {
  settingsOf,
  proved,
  broken,
  LOST,
  stats,
  counted,
  play,
  states,
  remembered,
} from "./play.ts";

describe("which tasks run", () => {
  test.each<[string, Record<string, string>, string]>([
    ["everything", {}, "health login baseline scrape gate train verify"],
    ["scrape only", { tasks: "scrape" }, "health login baseline scrape gate"],
    ["train only", { tasks: "train" }, "health login baseline train verify"],
    ["a dry run", { "dry-run": "true" }, "health login"],
    ["a dry run without a health page", { "health-path": "none", "dry-run": "true" }, "login"],
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

describe("a preflight asks on", () => {
  const DRY = { "dry-run": "true" };
  const fails = (failure: Failure) => ({ health: () => broken("failed", failure) });
  const at = { host: "h" as Plain, address: "h:80" as Plain, detail: "" as Plain };

  test.each<[string, Failure, string]>([
    [
      "an unhealthy API may take a log-in",
      { code: "api-unhealthy", seen: "x" as Plain },
      "failed proved",
    ],
    [
      "so may one that is slow",
      { code: "timed-out", setting: "warm-up", timeoutMs: 1 },
      "failed proved",
    ],
    [
      "one that cannot be reached takes none",
      { code: "api-unreachable", reason: "refused", ...at },
      "failed waiting",
    ],
    [
      "nor does one that is not trusted",
      { code: "tls-untrusted", reason: "expired", ...at },
      "failed waiting",
    ],
    ["nor is a cancelled one asked", { code: "cancelled", mayBeWorking: false }, "failed waiting"],
  ])("%s", async (_, failure, expected) => {
    const run = await play(fails(failure), DRY);

    expect(states(run)).toBe(expected);
    expect(setback(run)).toMatchObject({ task: "health", failure });
  });

  test("without what it would log in with, it does not", () => {
    for (const missing of [{ username: "" }, { password: "" }]) {
      const plan = planOf({ ...settingsOf(DRY), ...missing });
      expect(plan.map(({ name }) => name)).toEqual(["health"]);
    }
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

  test("statistics alone, which may be cached, do not tell what the table holds", async () => {
    const run = await play({ features: () => counted(19) }, { tasks: "train" });
    expect(resultOf(run)).toBe("succeeded");
    expect(run.notes).toEqual([{ kind: "stale-stats", stats: 20, features: 19 }]);
    expect((await play({}, { tasks: "train" })).notes).toEqual([]);
  });
});
