import { describe, expect, test } from "@jest/globals";
import type { ActionRun, RunEvent } from "../../sandbox/runner.ts";
import { nobodyAt } from "../scenarios/button.ts";
import { PRIVATE, PUBLIC, refused, runOf } from "../scenarios/public-run.ts";
import { everythingSaid, runAgainst, sandboxOf } from "../scenarios/story.ts";
import { runUntilStuck } from "../scenarios/stuck-api.ts";

/** What the data base's own words give away, as the real API passes them on. */
const DATABASE = /127\.0\.0\.1|55432|sqlalche\.me/;

describe("where the runs are public", () => {
  test("the words of the API come without its data base", async () => {
    const sandbox = await sandboxOf();
    await runAgainst(sandbox.url);
    const run = await brokenScrape(sandbox, PUBLIC);

    expect(run.outputs).toMatchObject({ result: "failed", "failure-code": "api-error" });
    expect(run.summary).toContain('connection to server at "***", port *** failed');
    expect(everythingSaid(run)).not.toMatch(DATABASE);
  });

  test.each([
    "ttps:/api.example.com/v1",
    "etl:hunter2@api.example.com",
    "https//api.example.com",
    "https:\\\\etl:hunter2@api.example.com\\v1",
    "https://api.example.com//v1",
    "https://api.bücher.example:99999",
  ])("nor do an address and a path that cannot be read: %s", async (wrong) => {
    const inputs = { "stats-path": wrong.replace("api", "stats") };
    const run = await runAgainst(wrong, inputs, { event: PUBLIC });

    expect(run.outputs["failure-code"]).toBe("settings-invalid");
    expect(run.summary).toMatch(/1\. .*`api-url`[^]*2\. .*`stats-path`/);
    expect(everythingSaid(run)).not.toMatch(/api\.|stats\.|hunter2/);
  });

  test("nor does what is left of a host that shares letters with the password", async () => {
    const url = await nobodyAt();
    const inputs = { "warm-up": "1s", password: "local!pw" };
    const run = await runAgainst(url.replace("127.0.0.1", "localhost"), inputs, { event: PUBLIC });

    expect(run.summary).toContain("`***` is the machine on which this job ran");
    expect(everythingSaid(run)).not.toContain("***host");
  });

  test("nor does a killed step's post step", async () => {
    const sandbox = await sandboxOf({ faults: ["database-down"] });
    const run = await runUntilStuck(
      sandbox.url,
      { path: "/health/", nth: 2 },
      (child) => child.kill("SIGKILL"),
      {},
      { event: PUBLIC },
    );

    expect(run).toMatchObject({ signal: "SIGKILL", post: { exitCode: 0 } });
    expect(run.summary).toContain("killed");
    expect(everythingSaid(run)).not.toContain("127.0.0.1");
  });
});

describe("privacy", () => {
  test.each([
    ["auto", "a private repository", PRIVATE, true],
    ["auto", "a public repository", PUBLIC, false],
    ["auto", "an event of old, with `private` alone", runOf({ private: false }), false],
    ["auto", "an event without a repository", { name: "schedule", payload: {} }, true],
    ["open", "a public repository", PUBLIC, true],
    ["strict", "a private repository", PRIVATE, false],
    ["Strict", "an event without a repository", { name: "schedule", payload: {} }, false],
  ])("%s in %s", async (privacy, _, event, isShown) => {
    const { run, address } = await refused(event, { privacy });

    expect(everythingSaid(run).includes(address)).toBe(isShown);
  });

  test("that is no choice is refused, and hides all the same where runs are public", async () => {
    const { url } = await sandboxOf();

    const run = await runAgainst(url, { privacy: "secret" }, { event: PUBLIC });

    expect(run.outputs["failure-code"]).toBe("settings-invalid");
    expect(run.summary).toContain("`privacy` is `secret`, but must be one of");
    expect(everythingSaid(run)).not.toContain(new URL(url).port);
  });

  test("a run whose event file is gone goes on", async () => {
    const { url } = await sandboxOf();

    const run = await runAgainst(url, {}, { env: { GITHUB_EVENT_PATH: "/nowhere/event.json" } });

    expect(run.exitCode).toBe(0);
  });
});

/** The data base goes down behind a log-in that still worked. */
async function brokenScrape(
  sandbox: Awaited<ReturnType<typeof sandboxOf>>,
  event: RunEvent,
): Promise<ActionRun> {
  return runAgainst(
    sandbox.url,
    {},
    {
      event,
      onLine: (line) => line.startsWith("Scrape …") && sandbox.setFaults(["database-down"]),
    },
  );
}
