import { describe, expect, test } from "@jest/globals";
import { renderMarkdown } from "../../sandbox/page/markdown.ts";
import type { ActionRun } from "../../sandbox/runner.ts";
import { githubOf, READING } from "../sandbox/github/client.ts";
import { alertsIn, issuesOn, warningsOf, WITH_ISSUE, WRITING } from "./alerting.ts";
import { listenerThat } from "./listener.ts";
import { nextDay } from "./next-day.ts";
import { everythingSaid, sandboxOf } from "./story.ts";

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
});
