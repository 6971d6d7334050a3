import type { ChildProcess } from "node:child_process";
import { describe, expect, test } from "@jest/globals";
import { runActionOn } from "../../sandbox/github/run-action.ts";
import type { ActionRun } from "../../sandbox/runner.ts";
import type { News } from "../../src/alerts/ports.ts";
import { githubOf, TOKEN } from "../sandbox/github/client.ts";
import { alertsIn, issuesOn, warningsOf, WITH_ISSUE, WRITING } from "../scenarios/alerting.ts";
import { listenerThat } from "../scenarios/listener.ts";
import { nextDay } from "../scenarios/next-day.ts";
import { signalAtLine } from "../scenarios/sabotage.ts";
import { sandboxOf, USER } from "../scenarios/story.ts";

test("alert-after lets the first failures pass", async () => {
  const [github, sandbox] = await Promise.all([githubOf(WRITING), sandboxOf()]);
  sandbox.setFaults(["empty-shop"]);
  const inputs = { ...WITH_ISSUE, "alert-after": "2" };

  expect(alertsIn(await nextDay(github, sandbox.url, inputs))).toBe("");
  expect(issuesOn(github)).toEqual([]);
  expect(alertsIn(await nextDay(github, sandbox.url, inputs))).toContain("was opened");
});

test("a dry run alerts nobody, be it red or green", async () => {
  const [github, sandbox, chat] = await Promise.all([
    githubOf(WRITING),
    sandboxOf(),
    listenerThat(),
  ]);
  const inputs = { ...WITH_ISSUE, "notify-url": chat.url, "ping-url": chat.url, "dry-run": "true" };

  const red = await nextDay(github, sandbox.url, { ...inputs, password: "wr0ng-secret" });
  await nextDay(github, sandbox.url, inputs);

  expect(red.outputs["failure-code"]).toBe("credentials-rejected");
  expect(issuesOn(github)).toEqual([]);
  expect(chat.heard).toEqual([]);
});

describe("what does not get through changes no result, and is a warning", () => {
  test("issues that are switched off, on a good day", async () => {
    const [github, sandbox] = await Promise.all([githubOf(WRITING), sandboxOf()]);
    github.store.change({ hasIssues: false });
    const run = await nextDay(github, sandbox.url, WITH_ISSUE);
    expect(run.exitCode).toBe(0);
  });

  test("earlier runs that GitHub does not give: then every failure is told", async () => {
    const [github, sandbox, chat] = await Promise.all([
      githubOf(WRITING),
      sandboxOf({ faults: ["empty-shop"] }),
      listenerThat(),
    ]);
    github.setTroubles(["silence@graphql"]);
    const run = await nextDay(github, sandbox.url, { ...WITH_ISSUE, "notify-url": chat.url });

    expect(chat.heard).toHaveLength(1);
    expect(alertsIn(run)).toMatch(/Issue 1.* was opened\. `notify-url` was told\.$/);
    expect(warningsOf(run)).toEqual([]);
  });

  test("a run outside of GitHub", async () => {
    const [github, sandbox] = await Promise.all([githubOf(WRITING), sandboxOf()]);
    const run = await nextDay(github, sandbox.url, WITH_ISSUE, {
      env: { GITHUB_REPOSITORY: undefined },
    });
    expect(run.exitCode).toBe(0);
    expect(warningsOf(run)).toEqual([expect.stringContaining("this did not run on GitHub")]);
  });
});

describe("a run that is cancelled", () => {
  /** Of the log: the scrape is under way. */
  const SCRAPING = 8;

  test.each(["SIGINT", "SIGKILL"] as const)(
    "by %s says nothing, and the third one in a row says by its post step that nobody knows",
    async (signal) => {
      const [github, sandbox] = await Promise.all([githubOf(WRITING), sandboxOf()]);
      await nextDay(github, sandbox.url, WITH_ISSUE);
      const env = signalAtLine(SCRAPING, signal);
      const runs: ActionRun[] = [];
      for (let day = 0; day < 3; day += 1) {
        runs.push(await nextDay(github, sandbox.url, WITH_ISSUE, { env }));
      }

      expect(runs.map(alertsIn)).toEqual(["", "", expect.stringContaining("was opened")]);
      expect(github.store.issues.list()[0]?.body).toContain("Nobody knows whether");
      const good = await nextDay(github, sandbox.url, WITH_ISSUE);
      expect(alertsIn(good)).toContain("was closed");
    },
  );
});

describe("a run that has failed, and is ended while it tells others", () => {
  test.each(["SIGINT", "SIGKILL"] as const)(
    "by %s leaves that to its post step, which tells people nothing twice",
    async (signal) => {
      const [github, sandbox] = await Promise.all([
        githubOf(WRITING),
        sandboxOf({ faults: ["empty-shop"] }),
      ]);
      let main: ChildProcess | undefined;
      const chat = await listenerThat(200, () => main?.kill(signal));
      const inputs = { ...WITH_ISSUE, "notify-url": chat.url };
      const run = await nextDay(github, sandbox.url, inputs, {
        onStart: (child) => {
          main = child;
        },
      });

      expect(run.outputs).toMatchObject({ result: "failed", "failure-code": "no-data" });
      expect(chat.heard.map(({ body }) => (JSON.parse(body) as News).state)).toEqual([
        "failing",
        "failing",
      ]);
      expect(alertsIn(run)).toMatch(
        /Issue 1.* was (opened|brought up to date)\. `notify-url` was told/,
      );
      expect(github.store.issues.list()).toHaveLength(1);
      expect(run.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual([
        "error Orquestra: Scrape did not succeed (no-data)",
        "notice Orquestra: failed",
      ]);
      expect(run.summary.match(/^## /gm)).toHaveLength(1);
    },
  );
});

test("a run that ends after a newer one has failed does not close what that one opened", async () => {
  const [github, sandbox] = await Promise.all([githubOf(WRITING), sandboxOf()]);
  await nextDay(github, sandbox.url, WITH_ISSUE);
  const older = { number: 2, id: 16_588_200_002 };
  const newer = { number: 3, id: 16_588_200_003 };
  const options = { token: TOKEN, inputs: { "api-url": sandbox.url, ...USER, ...WITH_ISSUE } };
  sandbox.setFaults(["empty-shop"]);
  const startedAt = github.store.nowMs;
  await runActionOn(github, newer, options);
  sandbox.setFaults([]);

  github.store.moveTo(startedAt - 1000);
  const late = await runActionOn(github, older, options);

  expect(late.outputs["result"]).toBe("succeeded");
  expect(issuesOn(github)).toEqual(["open, 0 comments"]);
});
