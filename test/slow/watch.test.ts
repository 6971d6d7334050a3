import { describe, expect, test } from "@jest/globals";
import {
  bad,
  cancelled,
  ended,
  githubWith,
  good,
  PIPELINE,
  watch,
} from "../scenarios/watch-day.ts";

describe("green", () => {
  test("while the first run since the last success is at work", async () => {
    const atWork = (startedAtMs: number) =>
      ({ kind: "running", name: "pipeline", startedAtMs }) as const;
    const github = await githubWith([0.1, atWork], [40, good]);

    const run = await watch(github);

    expect(run).toMatchObject({ exitCode: 0, outputs: { state: "running" }, annotations: [] });
    expect(run.summary).toMatch(
      /^## ⏳ A run is at work right now[^]*\[Run 2\].* has been at work since/,
    );
  });

  test("without a word where nobody wants one", async () => {
    const github = await githubWith([12, good]);
    for (const summary of ["none", "on-failure"]) {
      expect(await watch(github, { summary })).toMatchObject({ exitCode: 0, summary: "" });
    }
  });
});

describe("red", () => {
  test("stale, as they were only cancelled", async () => {
    const github = await githubWith([4, cancelled], [28, cancelled], [100, good]);

    const run = await watch(github);

    expect(run).toMatchObject({ exitCode: 1, outputs: { state: "stale" } });
    expect(run.summary).toContain("Runs without success since then: 2 cancelled.");
    expect(run.summary).toContain("1. Find out who or what cancels its runs");
  });

  test("stale, as GitHub started none", async () => {
    const run = await watch(await githubWith([100, good]));

    expect(run).toMatchObject({ exitCode: 1, outputs: { state: "stale" } });
    expect(run.summary).toContain("GitHub has started no run since then.");
    expect(run.summary).toContain("1. See whether `pipeline.yml` has a `schedule`");
  });

  test("stale, as a run waits for a runner", async () => {
    const queued = () => ({ kind: "queued", name: "pipeline" }) as const;
    const run = await watch(await githubWith([4, queued], [100, good]));

    expect(run).toMatchObject({ exitCode: 1, outputs: { state: "stale" } });
    expect(run.summary).toMatch(/\[Run 2\].* has been waiting since/);
    expect(run.summary).toContain("1. See whether a runner is online");
    expect(run.summary).not.toContain("started no run");
  });

  test("never: as far back as GitHub keeps runs, and not longer", async () => {
    const run = await watch(await githubWith([4, bad], [28, bad], [89 * 24, bad]));

    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { state: "never", "last-success": "", "age-hours": "" },
    });
    expect(run.summary).toMatch(/^## ❌ No success in any run that GitHub still knows: /);
    expect(run.summary).toMatch(
      /GitHub knows 3 runs, since .* \(it keeps runs for 90 days\), and none of them was a success\./,
    );
    expect(run.annotations).toMatchObject([{ title: "Orquestra: never" }]);
  });

  test("never, where GitHub knows no run at all", async () => {
    const run = await watch(await githubWith(), { "failure-issue": "true" });

    expect(run).toMatchObject({ exitCode: 1, outputs: { state: "never" } });
    expect(run.summary).toContain(
      "GitHub knows no run of `pipeline.yml` (it keeps runs for 90 days).",
    );
    expect(run.summary).toContain("Name the one to watch with `pipeline`");
  });

  test.each([
    [
      "disabled_manually",
      "Somebody has disabled `pipeline.yml`",
      "set the variable [`ORQUESTRA_PAUSED`]",
    ],
    [
      "disabled_inactivity",
      "after 60 days without activity",
      "Choose `Enable workflow` on [the page",
    ],
    ["disabled_fork", "This repository is a fork", "Choose `Enable workflow` on [the page"],
    ["deleted", "has been deleted from the default branch", "Bring the file back"],
  ] as const)("%s, however young the last success", async (state, ...said) => {
    const github = await githubWith([2, good]);
    github.store.setWorkflowState(PIPELINE.path, state);

    const run = await watch(github);

    expect(run).toMatchObject({ exitCode: 1, outputs: { state: "disabled" } });
    expect(run.summary).toMatch(/^## ❌ The workflow is disabled, so nothing runs: /);
    for (const words of said) expect(run.summary).toContain(words);
  });
});

describe("blind, and red: a watch that sees nothing watches nothing", () => {
  test("of a workflow that is not there", async () => {
    const run = await watch(await githubWith([2, good]), { workflow: "pipelin.yml" });

    expect(run).toMatchObject({ exitCode: 1, outputs: { state: "blind" } });
    expect(run.summary).toContain(
      "This repository has no workflow `pipelin.yml`: check `workflow`.",
    );
  });

  test("while GitHub is in trouble", async () => {
    const github = await githubWith([2, good]);
    github.setTroubles(["html-502"]);

    const run = await watch(github);

    expect(run).toMatchObject({ exitCode: 1, outputs: { state: "blind" } });
    expect(run.summary).toContain("GitHub's API did not answer in time");
  });

  test("while GitHub says nothing, for 15 seconds at the most", async () => {
    const github = await githubWith([2, good]);
    github.setTroubles(["silence"]);

    const run = await watch(github);

    expect(run).toMatchObject({ exitCode: 1, outputs: { state: "blind" } });
    expect(run.summary).toContain("GitHub's API did not answer in time");
    expect(run.durationMs).toBeLessThan(60_000);
  }, 90_000);

  test("when it is cancelled, at once", async () => {
    const github = await githubWith([2, good]);
    github.setTroubles(["silence"]);

    const run = await watch(
      github,
      {},
      {
        onStart: (child) => {
          child.stdout?.on("data", (text: Buffer) => {
            if (String(text).includes("watching")) child.kill("SIGINT");
          });
        },
      },
    );

    expect(run).toMatchObject({ exitCode: 1, signal: null, outputs: { state: "blind" } });
    expect(run.summary).toContain("The watch was cancelled before GitHub had answered.");
  });
});

describe("of several pipelines", () => {
  test("one that the newest green run did without is not watched, and that is said", async () => {
    const github = await githubWith(
      [4, ended("succeeded", "north")],
      [100, ended("succeeded", "north"), ended("succeeded", "south")],
    );

    const run = await watch(github);

    expect(run).toMatchObject({ exitCode: 0, outputs: { state: "fresh" } });
    expect(run.summary).toContain("Not watched: `south`.");
  });

  test("`pipeline` names the one to watch", async () => {
    const github = await githubWith([4, ended("succeeded", "north"), ended("failed", "south")]);
    const states = [
      await watch(github, { pipeline: "north" }),
      await watch(github, { pipeline: "south" }),
    ];
    expect(states.map(({ outputs }) => outputs["state"])).toEqual(["fresh", "never"]);
  });
});
