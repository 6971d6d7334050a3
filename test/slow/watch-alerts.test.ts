import { describe, expect, test } from "@jest/globals";
import { TOKEN } from "../sandbox/github/client.ts";
import { listenerThat } from "../scenarios/listener.ts";
import { sandboxOf } from "../scenarios/story.ts";
import {
  bad,
  cancelled,
  ended,
  githubWith,
  HOUR_MS,
  ISSUE,
  newsIn,
  PIPELINE,
  runPipeline,
  statesOf,
  watch,
} from "../scenarios/watch-day.ts";

/** Of as many books as there may be. */
const good = ended("succeeded");

describe("the failure issue", () => {
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
});

describe("the webhook", () => {
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
