import { describe, expect, test } from "@jest/globals";
import { preflight, shipped } from "../scenarios/button.ts";
import { listenerThat } from "../scenarios/listener.ts";
import { everythingSaid, sandboxOf } from "../scenarios/story.ts";

describe("test-alerts", () => {
  const NOBODY = { url: "http://127.0.0.1:2/hooks/T0PS3CR3T-T0PS3CR3T", heard: [] };

  test.each([
    ["404", () => listenerThat(404), "it answered with HTTP 404."],
    [
      "a redirect",
      () => listenerThat(302),
      "it answered with a redirect (HTTP 302), which is not followed.",
    ],
    ["nothing", () => Promise.resolve(NOBODY), "no connection to it came about."],
  ])("is a visible warning where the answer is %s", async (_, listening, why) => {
    const [github, sandbox, listener] = await Promise.all([shipped(), sandboxOf(), listening()]);
    const urls = { "notify-url": listener.url, "ping-url": listener.url };

    const run = await preflight(github, sandbox.url, { ...urls, "test-alerts": "true" });

    expect(run.exitCode).toBe(0);
    expect(run.summary).toMatch(/^## ✅ .*; 2 things are worth a look\n/);
    for (const input of ["notify-url", "ping-url"]) {
      expect(run.summary).toContain(`\`${input}\` was not told: ${why}`);
      expect(run.annotations).toContainEqual(
        expect.objectContaining({
          level: "warning",
          message: expect.stringContaining(`${input} was not told: ${why}`),
        }),
      );
    }
    expect(everythingSaid(run)).not.toContain("T0PS3CR3T");
  });
});
