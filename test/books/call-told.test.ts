import { describe, expect, test } from "@jest/globals";
import type { BooksApi } from "../../src/pipeline/ports.ts";
import type { Ending } from "../../src/http/exchange.ts";
import { answered, simulate } from "./simulation.ts";

const REFUSED: Ending = {
  kind: "not-sent",
  obstacle: { kind: "connect", code: "ECONNREFUSED", detail: "" },
};
const LIMITED = answered(429, "", { "retry-after": "7" });
const DONE = answered(200, { total_records: 20 });

/** Endings in turn, the last for ever, each after 10 ms. */
function inTurn(...endings: readonly Ending[]) {
  let next = 0;
  return () => ({ tookMs: 10, ending: endings[Math.min(next++, endings.length - 1)] ?? DONE });
}

describe("the run is told", () => {
  test("of every request that ended, counted from 1", async () => {
    const { api, told } = simulate(
      { "scrape-path": "/scrape/?full=1" },
      inTurn(REFUSED, LIMITED, DONE),
    );
    await api.scrape();
    const request = {
      of: "scrape",
      method: "POST",
      path: "/scrape/?full=1",
      tookMs: 10,
      bytes: 0,
    };
    expect(told.requests).toEqual([
      { ...request, answer: "not-sent", attempt: 1 },
      { ...request, answer: 429, attempt: 2 },
      { ...request, answer: 200, attempt: 3 },
    ]);
  });

  test("of every wait, and what it is for", async () => {
    const { api, told } = simulate({}, inTurn(REFUSED, LIMITED, DONE));
    await api.scrape();
    expect(told.waits).toEqual([
      { code: "api-unreachable", waitMs: 500 },
      { code: "rate-limited", waitMs: 7000 },
    ]);
  });
});

test("only health goes on after its retries", async () => {
  const { api, sent } = simulate({ retries: "3" }, inTurn(REFUSED));
  expect(await api.scrape()).toMatchObject({ failure: { code: "api-unreachable" } });
  expect(sent).toHaveLength(4);
});

describe("a call that timed out names the setting and the time it had", () => {
  const never = () => ({ tookMs: Number.POSITIVE_INFINITY, ending: DONE });
  test.each<[keyof BooksApi, string, number]>([
    ["scrape", "scrape-timeout", 600_000],
    ["train", "training-timeout", 1_800_000],
    ["stats", "read-timeout", 60_000],
  ])("%s", async (call, setting, timeoutMs) => {
    const { api } = simulate({ retries: "0" }, never);
    expect(await api[call]()).toMatchObject({ failure: { code: "timed-out", setting, timeoutMs } });
  });

  test("health: that of one try, where it is the shorter one", async () => {
    const failureOf = async (inputs: Record<string, string>) =>
      simulate(inputs, never).api.health();
    expect(await failureOf({ "warm-up": "2m", "read-timeout": "30s" })).toMatchObject({
      failure: { setting: "warm-up", timeoutMs: 30_000 },
    });
    expect(await failureOf({ "warm-up": "20s", "read-timeout": "30s" })).toMatchObject({
      failure: { setting: "warm-up", timeoutMs: 20_000 },
    });
  });
});
