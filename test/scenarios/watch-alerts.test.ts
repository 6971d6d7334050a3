import { describe, expect, test } from "@jest/globals";
import { READING, TOKEN } from "../sandbox/github/client.ts";
import { listenerThat } from "./listener.ts";
import { everythingSaid, sandboxOf } from "./story.ts";
import { ended, githubWith, ISSUE, newsIn, runPipeline, statesOf, watch } from "./watch-day.ts";

/** Of as many books as there may be. */
const good = ended("succeeded");

describe("the failure issue", () => {
  test("is opened once, brought up to date, and closed by the pipeline's next success", async () => {
    const [github, { url }] = await Promise.all([githubWith([100, good]), sandboxOf()]);

    const first = await watch(github, { ...ISSUE, "issue-labels": "data, urgent" });
    const [issue] = github.store.issues.list();
    expect(first.summary).toMatch(/\n\n\*\*Alerts:\*\* \[Issue 1\]\(.*\) was opened\.\n$/);
    expect(issue).toMatchObject({
      title: "Orquestra: Pipeline/pipeline does not succeed",
      state: "open",
      labels: ["data", "urgent"],
    });
    expect(issue?.body).toContain("## ❌ No success for 4 days");
    expect(issue?.body).toContain("GitHub has started no run since then.");

    const second = await watch(github, ISSUE);
    expect(second.summary).toContain("was brought up to date.");
    expect(statesOf(github)).toEqual(["open"]);

    const run = await runPipeline(github, url);
    expect(run.outputs["result"]).toBe("succeeded");
    expect(statesOf(github)).toEqual(["closed"]);
    expect(await watch(github, ISSUE)).toMatchObject({ exitCode: 0, outputs: { state: "fresh" } });
    expect(statesOf(github)).toEqual(["closed"]);
  });

  test("that cannot be written is said, and changes nothing", async () => {
    const github = await githubWith([100, good]);
    github.grant(TOKEN, READING);
    const run = await watch(github, ISSUE);
    expect(run).toMatchObject({ exitCode: 1, outputs: { state: "stale" } });
    expect(run.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual([
      "error Orquestra: stale",
      "warning Orquestra: alert-not-sent",
    ]);
    expect(run.summary).toContain("add `issues: write` to the `permissions` of the job.");
  });
});

describe("the webhook", () => {
  test("hears of it once, by the issue, and of the recovery by the run that closes it", async () => {
    const [github, { url }, hook] = await Promise.all([
      githubWith([100, good]),
      sandboxOf(),
      listenerThat(),
    ]);
    const notify = { "notify-url": hook.url };
    const run = await watch(github, { ...ISSUE, ...notify });
    await watch(github, { ...ISSUE, ...notify });

    expect(newsIn(hook)).toEqual([
      {
        source: "orquestra",
        version: 1,
        state: "stale",
        pipeline: "Pipeline/pipeline",
        text: "❌ Pipeline/pipeline: No success for 4 days.",
        run: expect.stringMatching(/\/actions\/runs\/\d+$/),
      },
    ]);
    expect(everythingSaid(run)).not.toContain("T0PS3CR3T");

    await runPipeline(github, url, notify);
    expect(newsIn(hook).map(({ state }) => state)).toEqual(["stale", "recovered"]);
  });

  test("hears of it from the next watch, where it could not be reached, and once", async () => {
    const [github, hook] = await Promise.all([githubWith([100, good]), listenerThat()]);
    const dead = { "notify-url": "http://127.0.0.1:1/hooks" };
    const first = await watch(github, { ...ISSUE, ...dead });
    expect(first.summary).toMatch(/was opened\. `notify-url` was not told: no connection/);
    expect(statesOf(github)).toEqual(["open"]);

    for (let day = 2; day <= 3; day += 1) await watch(github, { ...ISSUE, "notify-url": hook.url });
    expect(newsIn(hook).map(({ state }) => state)).toEqual(["stale"]);
  });
});
