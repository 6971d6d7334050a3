import { describe, expect, test } from "@jest/globals";
import { parseLedger } from "../../src/pipeline/ledger.ts";
import { runPipeline } from "../../src/pipeline/pipeline.ts";
import type { Memory } from "../../src/pipeline/ports.ts";
import { resultOf, setback } from "../../src/pipeline/run.ts";
import { settingsOf, proved, stats, counted, play, portsOf, remembered } from "./play.ts";

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
