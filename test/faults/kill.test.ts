import type { ChildProcess } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { runAction } from "../../sandbox/runner.ts";
import { temporaryFolder } from "../scenarios/folder.ts";
import { signalAtLine } from "../scenarios/sabotage.ts";
import { everythingSaid, runAgainst, sandboxOf, USER } from "../scenarios/story.ts";
import { runUntilStuck, type Stop } from "../scenarios/stuck-api.ts";

const WORKING = "A call was under way";
const NOT_WORKING = "No call that changes anything was under way";
const UNTOUCHED = "unchanged. No call that changes data was sent.";

const kill = (child: ChildProcess) => {
  child.kill("SIGKILL");
};

/** Where the step is killed, what the post step finds it at, and what it says of the data. */
const MOMENTS: readonly (readonly [stop: Stop, task: string, working: boolean, data: string])[] = [
  [{ path: "/health/" }, "health", false, UNTOUCHED],
  [{ path: "/login" }, "login", false, UNTOUCHED],
  [{ path: "/overview" }, "baseline", false, UNTOUCHED],
  [{ path: "/scrape/" }, "scrape", true, "It held 0 books before. The API may still be at work"],
  [{ path: "/scrape/", by: "half a body" }, "scrape", true, "The API may still be at work"],
  [{ path: "/overview", nth: 2 }, "gate", false, "the API says that it collected 20 books."],
  [{ path: "/training-data" }, "train", true, "the table holds 20 books, and readers see them."],
  [{ path: "/features" }, "verify", false, "the table holds 20 books, and readers see them."],
];

describe("after a kill", () => {
  test.each(MOMENTS)("at %j the post step tells it", async (stop, task, working, data) => {
    const sandbox = await sandboxOf();

    const run = await runUntilStuck(sandbox.url, stop, kill);

    expect(run).toMatchObject({ signal: "SIGKILL", outputs: {}, post: { exitCode: 0 } });
    expect(run.summary.startsWith("## ⏹️ The run was cancelled\n")).toBe(true);
    expect(run.summary).toContain(working ? WORKING : NOT_WORKING);
    expect(run.summary).toContain(data);
    expect(run.summary).toContain("killed before it could report");
    expect(run.annotations.map(({ level, message }) => [level, message])).toEqual([
      ["error", expect.stringContaining(working ? WORKING : NOT_WORKING)],
      ["notice", expect.stringContaining(`failed=${task} code=cancelled`)],
    ]);
  });

  /** The log of a good day has 15 lines before its notice: all is proved at the last. */
  test.each(Array.from({ length: 15 }, (_, index) => index + 1))(
    "at line %i of the log it is told once, and never as a success",
    async (line) => {
      const sandbox = await sandboxOf();

      const run = await runAgainst(sandbox.url, {}, { env: signalAtLine(line, "SIGKILL") });

      expect(run).toMatchObject({ signal: "SIGKILL", outputs: {}, post: { exitCode: 0 } });
      expect(run.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual([
        expect.stringMatching(/^error Orquestra: (.* \(cancelled\)|cancelled)$/),
        "notice Orquestra: cancelled",
      ]);
      expect(run.summary.match(/^## /gm)).toHaveLength(1);
    },
  );

  test("it is told once: nothing is left for another post step", async () => {
    const sandbox = await sandboxOf();
    const temp = await temporaryFolder();

    const env = { RUNNER_TEMP: temp, ...signalAtLine(8, "SIGKILL") };
    const run = await runAgainst(sandbox.url, {}, { env });

    expect(run.summary.match(/^## /gm)).toHaveLength(1);
    expect(readdirSync(temp)).toEqual([]);
  });

  test("what was done stays told, and every request that it took", async () => {
    const sandbox = await sandboxOf({ faults: ["token-dies:1"] });

    const run = await runUntilStuck(sandbox.url, { path: "/training-data" }, kill);

    expect(run.summary).toContain("20 stored, 20 reported, 0 before");
    expect(run.summary).toContain("| `POST /api/v1/scrape/` | 401 |");
    expect(run.summary).toContain("| `POST /api/v1/scrape/` | 200 |");
    expect(run.annotations.at(-1)?.message).toMatch(
      /^v=1 pipeline=daily\/pipeline attempt=1 records=20 before=0 scrape=\d+\.\d train=\d+\.\d failed=train code=cancelled$/,
    );
  });

  test("it is told in the reader's language", async () => {
    const sandbox = await sandboxOf();

    const run = await runUntilStuck(sandbox.url, { path: "/scrape/" }, kill, {
      language: "pt-BR",
    });

    expect(run.summary).toContain("A execução foi cancelada");
    expect(run.summary).toContain("encerrado à força");
  });

  test("the journal held no secret, and nobody else could read it", async () => {
    const sandbox = await sandboxOf();
    const temp = await temporaryFolder();
    const found: { name: string; mode: number; text: string }[] = [];

    const run = await runUntilStuck(
      sandbox.url,
      { path: "/training-data" },
      (child) => {
        for (const name of readdirSync(temp)) {
          const path = join(temp, name);
          found.push({ name, mode: statSync(path).mode & 0o777, text: readFileSync(path, "utf8") });
        }
        kill(child);
      },
      {},
      { env: { RUNNER_TEMP: temp } },
    );

    const [journal] = found;
    expect(found).toHaveLength(1);
    expect(journal?.name).toMatch(/^orquestra-16588214930-1-pipeline-__self-[\da-f-]{36}\.jsonl$/);
    expect(journal?.mode).toBe(0o600);
    expect(JSON.parse(journal?.text.split("\n")[0] ?? "")).toMatchObject({ version: "1.0.0" });
    const secrets = [USER.password, ...run.masks];
    expect(run.masks.some((mask) => mask.startsWith("eyJ"))).toBe(true);
    for (const secret of secrets) {
      expect(journal?.text).not.toContain(secret);
      expect(everythingSaid(run)).not.toContain(secret);
    }
  });

  test("two steps in one folder each tell their own run", async () => {
    const sandbox = await sandboxOf();
    const shared = { env: { RUNNER_TEMP: await temporaryFolder() } };

    const [one, other] = await Promise.all([
      runUntilStuck(sandbox.url, { path: "/scrape/" }, kill, { pipeline: "one" }, shared),
      runUntilStuck(sandbox.url, { path: "/login" }, kill, { pipeline: "other" }, shared),
    ]);

    expect(one.annotations.at(-1)?.message).toMatch(/ pipeline=one .* failed=scrape /);
    expect(other.annotations.at(-1)?.message).toMatch(/ pipeline=other .* failed=login /);
  });
});

describe("after a run that told itself", () => {
  test.each([["succeeded"], ["failed"]])("%s, the post step says nothing", async (result) => {
    const sandbox = await sandboxOf();
    const temp = await temporaryFolder();
    const inputs = result === "succeeded" ? {} : { password: "wr0ng-secret" };

    const run = await runAgainst(sandbox.url, inputs, { env: { RUNNER_TEMP: temp } });

    expect(run).toMatchObject({ outputs: { result }, post: { exitCode: 0 } });
    expect(run.state).toEqual({ journal: "" });
    expect(readdirSync(temp)).toEqual([]);
    expect(run.log.at(-1)).toContain("Notice: v=1");
    expect(run.summary.match(/^## /gm)).toHaveLength(1);
  });

  test("it does not even load the bundle", async () => {
    const folder = await temporaryFolder();
    await cp("action", join(folder, "action"), { recursive: true });
    await cp("action.yml", join(folder, "action.yml"));

    const run = await runAction({ actionDir: folder, inputs: {}, token: "" });

    // There is no bundle beside it, which only the main step has missed.
    expect(run).toMatchObject({ exitCode: 1, post: { exitCode: 0 } });
    expect(run.raw).toContain("ERR_MODULE_NOT_FOUND");
  });
});
