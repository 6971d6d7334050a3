import { describe, expect, test } from "@jest/globals";
import type { ActionRun } from "../../sandbox/runner.ts";
import { preflight, shipped } from "./button.ts";
import { listenerThat } from "./listener.ts";
import { everythingSaid, sandboxOf } from "./story.ts";

describe("test-alerts", () => {
  const alertsOf = (run: ActionRun) =>
    run.summary.match(/^\| .* \| (?:Webhook|Dead man's switch) \| .*$/gm);

  test("sends a test to both, and says what became of it", async () => {
    const [github, sandbox, chat, pulse] = await Promise.all([
      shipped(),
      sandboxOf(),
      listenerThat(),
      listenerThat(),
    ]);
    const urls = { "notify-url": chat.url, "ping-url": pulse.url };

    const run = await preflight(github, sandbox.url, { ...urls, "test-alerts": "true" });

    expect(run.exitCode).toBe(0);
    expect(alertsOf(run)).toEqual([
      "| ✅ | Webhook | took the test |",
      "| ✅ | Dead man's switch | took the test |",
    ]);
    expect(chat.heard.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      expect.objectContaining({
        state: "test",
        pipeline: "Preflight/preflight",
        text: expect.stringContaining("this is a test"),
      }),
    ]);
    expect(pulse.heard.map(({ path }) => path)).toEqual(["/hooks/T0PS3CR3T-T0PS3CR3T"]);
    expect(everythingSaid(run)).not.toContain("T0PS3CR3T");
  });

  test("sends nothing unless it is asked for", async () => {
    const [github, sandbox, chat] = await Promise.all([shipped(), sandboxOf(), listenerThat()]);

    const run = await preflight(github, sandbox.url, {
      "notify-url": chat.url,
      "ping-url": chat.url,
    });

    expect(chat.heard).toEqual([]);
    expect(alertsOf(run)).toEqual([
      expect.stringMatching(/^\| ➖ \| Webhook \| not tested/),
      expect.stringMatching(/^\| ➖ \| Dead man's switch \| not tested/),
    ]);
  });
});
