import { expect, test } from "@jest/globals";
import { callsTo, runAgainst, sandboxOf } from "./story.ts";

/** GitHub kills a cancelled step 10 s after its first signal; ours promises 5. */
const PROMISED_MS = 5000;

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s during the scrape: all is written, and the reader knows that the API may go on",
  async (signal) => {
    const sandbox = await sandboxOf({ faults: ["slow-answers:30"] });
    let cancelledAt = 0;

    const run = await runAgainst(
      sandbox.url,
      {},
      {
        onStart: (child) => {
          child.stdout?.on("data", (text: Buffer) => {
            if (cancelledAt > 0 || !String(text).includes("Scrape …")) return;
            cancelledAt = performance.now();
            child.kill(signal);
          });
        },
      },
    );

    expect(performance.now() - cancelledAt).toBeLessThan(PROMISED_MS);
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ result: "cancelled", "failure-code": "cancelled" });
    expect(run.summary).toContain("cancelled");
    expect(run.annotations.at(-1)?.message).toContain("code=cancelled");
    expect(callsTo(sandbox).filter((call) => call.includes("stats"))).toHaveLength(1);
  },
);
