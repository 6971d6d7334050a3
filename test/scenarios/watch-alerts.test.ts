import { describe, expect, test } from "@jest/globals";
import type { GitHub } from "../../sandbox/github/github.ts";
import { runActionOn } from "../../sandbox/github/run-action.ts";
import type { ActionRun } from "../../sandbox/runner.ts";
import { READING, TOKEN } from "../sandbox/github/client.ts";
import { listenerThat } from "./listener.ts";
import { everythingSaid, sandboxOf, USER } from "./story.ts";
import { bad, cancelled, ended, githubWith, PIPELINE, watch } from "./watch-day.ts";

/** Of as many books as there may be. */
const good = ended("succeeded");
const ISSUE = { "failure-issue": "true" };
const HOUR_MS = 3_600_000;

/** A run of the pipeline now, on the API at `url`; on a machine whose clock says that it is earlier. */
async function runPipeline(
  github: GitHub,
  url: string,
  inputs: Readonly<Record<string, string>> = {},
  hoursAgo = 0,
): Promise<ActionRun> {
  const clock = new URL("../../sandbox/month/wall-clock.js", import.meta.url).href;
  return runActionOn(
    github,
    { number: 500, id: 8_000_000_000, workflow: PIPELINE },
    {
      inputs: { "api-url": url, ...USER, ...ISSUE, ...inputs },
      token: TOKEN,
      env: {
        NODE_OPTIONS: `--import=${clock}`,
        SANDBOX_CLOCK_SHIFT_MS: String(-hoursAgo * HOUR_MS),
      },
    },
  );
}

const newsIn = ({ heard }: Awaited<ReturnType<typeof listenerThat>>) =>
  heard.map(({ body }) => JSON.parse(body) as Readonly<Record<string, unknown>>);
const statesOf = ({ store }: GitHub) => store.issues.list().map(({ state }) => state);

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

  test("is closed by a run that was at work while the watch looked", async () => {
    const [github, { url }] = await Promise.all([
      githubWith([28, cancelled], [100, good]),
      sandboxOf(),
    ]);
    await watch(github, ISSUE);
    expect(statesOf(github)).toEqual(["open"]);

    await runPipeline(github, url, {}, 1);
    expect(statesOf(github)).toEqual(["closed"]);
  });

  test("of a run that failed is left as that run wrote it", async () => {
    const [github, { url }] = await Promise.all([
      githubWith([100, good]),
      sandboxOf({ faults: ["empty-shop"] }),
    ]);
    await runPipeline(github, url);
    const [written] = github.store.issues.list();

    const run = await watch(github, ISSUE);

    expect(run.outputs["state"]).toBe("stale");
    expect(run.summary).toContain("already tells of a newer run, and was left as it is.");
    expect(github.store.issues.list()).toEqual([written]);
  });

  test("that somebody closed by hand stays closed", async () => {
    const github = await githubWith([28, cancelled], [100, good]);
    await watch(github, ISSUE);
    const [issue] = github.store.issues.list();
    if (issue) github.store.issues.update(issue, { state: "closed" }, github.store.nowMs);

    const run = await watch(github, ISSUE);

    expect(run.summary).toContain("was closed by hand");
    expect(statesOf(github)).toEqual(["closed"]);
  });

  test("is opened anew after a success that closed an earlier one", async () => {
    const [github, { url }] = await Promise.all([githubWith([100, good]), sandboxOf()]);
    await watch(github, ISSUE);
    await runPipeline(github, url, {}, 50);
    // GitHub's own clock dates the run's end: as long ago as the run believes.
    const known = github.store.run(8_000_000_000);
    if (known === undefined) throw new Error("the run was not recorded");
    const startedAtMs = github.store.nowMs - 50 * HOUR_MS;
    const line = ended("succeeded")(startedAtMs + 60_000);
    github.store.record({
      ...known,
      workflow: PIPELINE,
      createdAtMs: startedAtMs,
      startedAtMs,
      jobs: [line],
    });

    await watch(github, ISSUE);
    expect(statesOf(github)).toEqual(["closed", "open"]);
  });

  test("is one for each pipeline that is overdue, and none for the others", async () => {
    const all = ["north", "south", "west"].map((name) => ended("succeeded", name));
    const github = await githubWith(
      [4, ended("succeeded", "north"), ended("failed", "south"), ended("failed", "west")],
      [100, ...all],
    );
    await watch(github, ISSUE);
    expect(github.store.issues.list().map(({ title }) => title)).toEqual([
      "Orquestra: south does not succeed",
      "Orquestra: west does not succeed",
    ]);
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

  test("hears of it once without an issue, too, and again when it is overdue again", async () => {
    const [github, hook] = await Promise.all([githubWith([100, good]), listenerThat()]);
    const notify = { "notify-url": hook.url };
    for (let day = 1; day <= 3; day += 1) await watch(github, notify);
    expect(newsIn(hook)).toHaveLength(1);

    await watch(github, { ...notify, "max-age": "1000h" });
    // A success later than those alarms, by a clock that the watch does not have.
    github.store.moveTo(github.store.nowMs + HOUR_MS);
    const startedAtMs = github.store.nowMs;
    const number = 501;
    const base = { id: 8_000_000_001, number, attempt: 1, workflow: PIPELINE, event: "schedule" };
    const at = { createdAtMs: startedAtMs, startedAtMs, jobs: [good(startedAtMs)] };
    github.store.record({ ...base, branch: "main", sha: "5f0c2a9d", ...at });
    github.store.moveTo(startedAtMs + 100 * HOUR_MS);
    const shift = startedAtMs + 100 * HOUR_MS - Date.now();
    const clock = new URL("../../sandbox/month/wall-clock.js", import.meta.url).href;
    const env = { NODE_OPTIONS: `--import=${clock}`, SANDBOX_CLOCK_SHIFT_MS: String(shift) };
    await watch(github, notify, { env });
    await watch(github, notify, { env });
    expect(newsIn(hook)).toHaveLength(2);
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

  test("hears of one that was never told, whatever was told of others", async () => {
    const [github, hook] = await Promise.all([
      githubWith([4, ended("failed", "north"), ended("failed", "south")]),
      listenerThat(),
    ]);
    const notify = { "notify-url": hook.url };
    await watch(github, { ...notify, pipeline: "north" });
    await watch(github, { ...notify, pipeline: "south" });
    expect(newsIn(hook).map(({ pipeline }) => pipeline)).toEqual(["north", "south"]);
  });

  test("hears nothing of a pipeline whose run has told it", async () => {
    const [github, { url }, hook] = await Promise.all([
      githubWith([100, good]),
      sandboxOf({ faults: ["empty-shop"] }),
      listenerThat(),
    ]);
    const notify = { "notify-url": hook.url };
    await runPipeline(github, url, notify);
    await watch(github, { ...ISSUE, ...notify });
    expect(newsIn(hook).map(({ state }) => state)).toEqual(["failing"]);
  });

  test("hears of one that no run has named, though it can have no issue", async () => {
    const [github, hook] = await Promise.all([githubWith([28, cancelled]), listenerThat()]);
    await watch(github, { ...ISSUE, "notify-url": hook.url });
    expect(newsIn(hook)).toMatchObject([{ state: "stale", pipeline: "pipeline.yml" }]);
    expect(statesOf(github)).toEqual([]);
  });

  test("hears nothing of a watch that saw nothing, nor of one that is content", async () => {
    const [github, hook] = await Promise.all([githubWith([2, bad], [4, good]), listenerThat()]);
    const notify = { ...ISSUE, "notify-url": hook.url };
    await watch(github, notify);
    github.grant(TOKEN, {});
    await watch(github, notify);
    expect(newsIn(hook)).toEqual([]);
    expect(statesOf(github)).toEqual([]);
  });
});
