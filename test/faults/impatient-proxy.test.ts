import { afterEach, describe, expect, test } from "@jest/globals";
import { impatientProxy, type LastWord, type Proxy } from "./impatient-proxy.ts";
import { callsTo, runAgainst, sandboxOf } from "../scenarios/story.ts";

/** Each of the shop's 23 pages takes 30 ms, so the scrape is under way when the proxy gives up. */
const SHOP = { books: 20, latencyMs: 30 };
const PATIENCE_MS = 150;

let proxy: Proxy | undefined;
afterEach(async () => {
  await proxy?.close();
});

async function apiBehindProxy(lastWord: LastWord) {
  const sandbox = await sandboxOf(SHOP);
  proxy = await impatientProxy(sandbox.url, PATIENCE_MS, lastWord);
  return { sandbox, url: proxy.url };
}

describe("a proxy gives up on a scrape that goes on", () => {
  test.each<[LastWord, string]>([
    ["html", "api-error"],
    ["json", "api-error"],
    ["nothing", "connection-lost"],
  ])("with %s: unknown, and not sent again", async (lastWord, code) => {
    const { sandbox, url } = await apiBehindProxy(lastWord);

    const run = await runAgainst(url);

    expect(run.outputs).toMatchObject({ result: "unknown", "failure-code": code });
    expect(run.summary).toContain("may still be at work");
    expect(callsTo(sandbox).filter((call) => call.includes("training"))).toEqual([]);
  });

  test("settled: new data that holds is observed, checked and trained on", async () => {
    const { sandbox, url } = await apiBehindProxy("html");

    const run = await runAgainst(url, { "on-lost-answer": "settle", "scrape-timeout": "20s" });

    expect(run.outputs).toMatchObject({ result: "succeeded", records: "20" });
    expect(run.summary).toContain("observed, not answered");
    const calls = callsTo(sandbox);
    expect(calls.filter((call) => call.startsWith("POST /api/v1/scrape"))).toHaveLength(1);
    expect(calls.filter((call) => call.includes("training"))).toHaveLength(1);
  });

  test("settled: a static shop leaves every number as it was, which proves nothing", async () => {
    const { sandbox, url } = await apiBehindProxy("html");
    await runAgainst(sandbox.url);

    const run = await runAgainst(url, { "on-lost-answer": "settle", "scrape-timeout": "4s" });

    expect(run.outputs).toMatchObject({ result: "unknown", "failed-task": "scrape" });
    expect(run.summary).toContain("as many as before");
  });
});
