import { describe, expect, test } from "@jest/globals";
import type { ChildProcess } from "node:child_process";
import type { GitHub } from "../../sandbox/github/github.ts";
import { runActionOn } from "../../sandbox/github/run-action.ts";
import type { News } from "../../src/alerts/ports.ts";
import { renderMarkdown } from "../../sandbox/page/markdown.ts";
import type { ActionRun } from "../../sandbox/runner.ts";
import { githubOf, READING, TOKEN } from "../sandbox/github/client.ts";
import { listenerThat } from "./listener.ts";
import { nextDay } from "./next-day.ts";
import { signalAtLine } from "./sabotage.ts";
import { everythingSaid, sandboxOf, USER } from "./story.ts";

const WRITING = { ...READING, issues: "write" } as const;
const WITH_ISSUE = { "failure-issue": "true" };

function issuesOn({ store }: GitHub): readonly string[] {
  return store.issues.list().map(({ state, comments }) => `${state}, ${comments.length} comments`);
}

/** The last paragraph about alerts. */
function alertsIn({ summary }: ActionRun): string {
  return /^\*\*(?:Alerts|Alertas):\*\* (.*)$/mu.exec(summary)?.[1] ?? "";
}

function warningsOf({ annotations }: ActionRun): readonly string[] {
  return annotations
    .filter(({ level }) => level === "warning")
    .map(({ title, message }) => `${title}: ${message}`);
}

test("a week: one issue, one message when it begins and one when it ends, a beat each run", async () => {
  const [github, sandbox] = await Promise.all([githubOf(WRITING), sandboxOf()]);
  const [chat, pulse] = await Promise.all([listenerThat(), listenerThat()]);
  const inputs = { ...WITH_ISSUE, "notify-url": chat.url, "ping-url": pulse.url };

  const runs: ActionRun[] = [];
  for (const faults of [[], ["empty-shop"], ["half-shop"], [], []] as const) {
    sandbox.setFaults(faults);
    runs.push(await nextDay(github, sandbox.url, inputs));
  }

  expect(runs.map(({ outputs }) => outputs["result"])).toEqual([
    "succeeded",
    "failed",
    "failed",
    "succeeded",
    "succeeded",
  ]);
  expect(runs.map(alertsIn)).toEqual([
    "",
    expect.stringMatching(/^\[Issue 1\]\(.*\) was opened\. `notify-url` was told\.$/),
    expect.stringMatching(/^\[Issue 1\]\(.*\) was brought up to date\.$/),
    expect.stringMatching(/^\[Issue 1\]\(.*\) was closed\. `notify-url` was told\.$/),
    "",
  ]);
  expect(issuesOn(github)).toEqual(["closed, 1 comments"]);
  expect(chat.heard.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
    expect.objectContaining({ state: "failing", pipeline: "daily/pipeline", result: "failed" }),
    expect.objectContaining({ state: "recovered", result: "succeeded" }),
  ]);
  expect(pulse.heard.map(({ path }) => path.split("/").at(-1))).toEqual(
    ["ok", "fail", "fail", "ok", "ok"].flatMap((end) => [
      "start",
      end === "ok" ? "T0PS3CR3T-T0PS3CR3T" : end,
    ]),
  );
  for (const run of runs) {
    expect(warningsOf(run)).toEqual([]);
    expect(everythingSaid(run)).not.toContain("T0PS3CR3T");
    expect(run.masks).toEqual(expect.arrayContaining([chat.url, pulse.url]));
  }
});

test("what became of an alert is a paragraph of its own, behind all that is folded", async () => {
  const [github, sandbox] = await Promise.all([githubOf(WRITING), sandboxOf()]);
  sandbox.setFaults(["empty-shop"]);
  const { summary } = await nextDay(github, sandbox.url, WITH_ISSUE);

  const { html } = await renderMarkdown(summary);
  expect(html).toMatch(
    /<p><strong>Alerts:<\/strong> <a href="[^"]*">Issue 1<\/a> was opened\.<\/p>\s*$/,
  );
});

test("alert-after lets the first failures pass", async () => {
  const [github, sandbox] = await Promise.all([githubOf(WRITING), sandboxOf()]);
  sandbox.setFaults(["empty-shop"]);
  const inputs = { ...WITH_ISSUE, "alert-after": "2" };

  expect(alertsIn(await nextDay(github, sandbox.url, inputs))).toBe("");
  expect(issuesOn(github)).toEqual([]);
  expect(alertsIn(await nextDay(github, sandbox.url, inputs))).toContain("was opened");
});

test("settings that are not right are worth an alert, too", async () => {
  const [github, sandbox, pulse] = await Promise.all([
    githubOf(WRITING),
    sandboxOf(),
    listenerThat(),
  ]);
  const inputs = { ...WITH_ISSUE, password: "", "ping-url": pulse.url, language: "pt-BR" };
  const run = await nextDay(github, sandbox.url, inputs);

  expect(run.outputs["failure-code"]).toBe("settings-invalid");
  expect(alertsIn(run)).toMatch(/^A \[issue 1\]\(.*\) foi aberta\.$/);
  expect(pulse.heard.map(({ path }) => path.split("/").at(-1))).toEqual(["fail"]);
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
  test("a token that may not write, and webhooks that refuse", async () => {
    const [github, sandbox] = await Promise.all([githubOf(READING), sandboxOf()]);
    const [chat, pulse] = await Promise.all([listenerThat(404), listenerThat(500)]);
    sandbox.setFaults(["empty-shop"]);
    const inputs = { ...WITH_ISSUE, "notify-url": chat.url, "ping-url": pulse.url };
    const run = await nextDay(github, sandbox.url, inputs);

    expect(run).toMatchObject({ exitCode: 1, outputs: { "failure-code": "no-data" } });
    expect(warningsOf(run)).toEqual([
      expect.stringMatching(/^Orquestra: alert-not-sent: .*add issues: write to the permissions/),
      expect.stringMatching(/^Orquestra: alert-not-sent: notify-url was not told: .*HTTP 404/),
      expect.stringMatching(/^Orquestra: alert-not-sent: ping-url was not told: .*HTTP 500/),
    ]);
    expect(everythingSaid(run)).not.toContain("T0PS3CR3T");
  });

  test("issues that are switched off, on a good day", async () => {
    const [github, sandbox] = await Promise.all([githubOf(WRITING), sandboxOf()]);
    github.store.change({ hasIssues: false });
    const run = await nextDay(github, sandbox.url, WITH_ISSUE);
    expect(run.exitCode).toBe(0);
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
