import { beforeAll, expect, test } from "@jest/globals";
import type { ActionRun } from "../../sandbox/runner.ts";
import { serveProxy } from "../http/servers.ts";
import { runAgainst, sandboxOf } from "../scenarios/story.ts";

/**
 * The limits that clients hide, and that no shorter call finds: 180 s without a byte in
 * @actions/http-client, 300 s until the headers in Node's own fetch, 301 s as measured.
 */
const SILENCE_S = 330;
const HEARTBEAT_S = 30;
const PATIENCE_MS = (SILENCE_S + 60) * 1000;

const CALLS = {
  "a scrape": { task: "scrape", isProxied: false },
  "a scrape through a proxy": { task: "scrape", isProxied: true },
  "a training": { task: "train", isProxied: false },
};
type Call = keyof typeof CALLS;
const NAMES = Object.keys(CALLS) as Call[];

let ended: Readonly<Record<Call, SilentCall>>;

interface SilentCall {
  readonly run: ActionRun;
  /** How often the proxy was asked for a way. */
  readonly ways: number;
}

// All of them at once: they have nothing to do but to wait.
beforeAll(async () => {
  const calls = NAMES.map(async (name) => [name, await silently(CALLS[name])] as const);
  ended = Object.fromEntries(await Promise.all(calls)) as Record<Call, SilentCall>;
}, PATIENCE_MS);

async function silently({ task, isProxied }: (typeof CALLS)[Call]): Promise<SilentCall> {
  const sandbox = await sandboxOf();
  await runAgainst(sandbox.url);
  sandbox.setFaults([`slow-answers:${SILENCE_S}`]);
  const proxy = await serveProxy(Number(new URL(sandbox.url).port));
  // No proxy is asked for the way to an address of loopback.
  const run = isProxied
    ? await runAgainst(
        "http://books.invalid",
        { tasks: task, "allow-plain-http": "true" },
        { env: { http_proxy: `http://127.0.0.1:${proxy.port}` } },
      )
    : await runAgainst(sandbox.url, { tasks: task });
  return { run, ways: proxy.connects.length };
}

test.each(NAMES)("%s that says nothing for 330 s succeeds", (name) => {
  const { run, ways } = ended[name];

  expect(run).toMatchObject({ exitCode: 0, outputs: { result: "succeeded" } });
  expect(run.durationMs).toBeGreaterThan(SILENCE_S * 1000);
  const heartbeats = run.log.filter((line) => line.includes("still at work after"));
  expect(heartbeats.length).toBeGreaterThanOrEqual(SILENCE_S / HEARTBEAT_S - 1);
  expect(ways > 0).toBe(CALLS[name].isProxied);
});
