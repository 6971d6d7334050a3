import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { createCommandFiles } from "../../sandbox/runner/command-files.ts";
import {
  createFolders,
  jobEnvironment,
  MANUAL_RUN,
  stepEnvironment,
} from "../../sandbox/runner/environment.ts";
import { temporaryFolder } from "../scenarios/folder.ts";
import { onceLogged } from "../scenarios/sabotage.ts";
import { stepInShell } from "./shell-step.ts";
import { callsTo, runAgainst, sandboxOf } from "../scenarios/story.ts";

const UNSET = undefined;
const FULL_DISK = "/dev/full";

/** What can stand where the runner should have left a file. */
const TROUBLES: readonly (readonly [name: string, place: () => Promise<string | undefined>])[] = [
  ["not named", () => Promise.resolve(UNSET)],
  ["not there", async () => join(await temporaryFolder(), "gone", "file")],
  ["a folder", () => temporaryFolder()],
  ["on a full disk", () => Promise.resolve(FULL_DISK)],
  ["a pipe that nobody reads", async () => pipeIn(await temporaryFolder())],
];

describe.each(TROUBLES)("%s", (_, place) => {
  test("the summary: the rest stands, and the log says what is missing", async () => {
    const sandbox = await sandboxOf();

    const run = await runAgainst(sandbox.url, {}, { env: { GITHUB_STEP_SUMMARY: await place() } });

    expect(run).toMatchObject({ exitCode: 0, outputs: { result: "succeeded", records: "20" } });
    expect(run.annotations.map(({ title }) => title)).toEqual(["Orquestra: succeeded"]);
    expect(unwritten(run.log)).toEqual(["summary"]);
  });

  test("the outputs: the rest stands, and the log says what is missing", async () => {
    const sandbox = await sandboxOf();

    const run = await runAgainst(sandbox.url, {}, { env: { GITHUB_OUTPUT: await place() } });

    expect(run).toMatchObject({ exitCode: 0, outputs: {} });
    expect(run.summary).toContain("## ✅ 20 books refreshed");
    expect(unwritten(run.log)).toEqual(["outputs"]);
  });

  test("the state: all is told, and the post step has nothing to add", async () => {
    const sandbox = await sandboxOf();

    const run = await runAgainst(sandbox.url, {}, { env: { GITHUB_STATE: await place() } });

    expect(run).toMatchObject({ exitCode: 0, outputs: { result: "succeeded" } });
    expect(run.summary.match(/^## /gm)).toEqual(["## "]);
    expect(unwritten(run.log)).toEqual(["journal"]);
  });
});

test.each([
  ["not named", () => Promise.resolve(UNSET)],
  ["not there", async () => join(await temporaryFolder(), "gone")],
  ["a file", async () => fileIn(await temporaryFolder())],
  ["on a full disk", () => Promise.resolve(FULL_DISK)],
])("the folder of the journal %s: all is told, only a kill would not be", async (_, place) => {
  const sandbox = await sandboxOf();

  const run = await runAgainst(sandbox.url, {}, { env: { RUNNER_TEMP: await place() } });

  expect(run).toMatchObject({ exitCode: 0, outputs: { result: "succeeded" }, state: {} });
  expect(run.summary).toContain("## ✅ 20 books refreshed");
  expect(unwritten(run.log)).toEqual(["journal"]);
});

test("a failure stays the failure that it is when nothing can be written", async () => {
  const sandbox = await sandboxOf({ faults: ["empty-shop"] });
  const env = { GITHUB_OUTPUT: UNSET, GITHUB_STEP_SUMMARY: FULL_DISK, GITHUB_STATE: FULL_DISK };

  const run = await runAgainst(sandbox.url, {}, { env });

  expect(run.exitCode).toBe(1);
  expect(run.annotations.map(({ title }) => title)).toEqual([
    "Orquestra: Scrape did not succeed (no-data)",
    "Orquestra: failed",
  ]);
  expect(unwritten(run.log)).toEqual(["journal", "outputs", "summary"]);
});

describe("a log that nobody reads any more", () => {
  test.each([
    ["stdout", ""],
    // Node's own warnings are all that is ever written there.
    ["stderr", "process.emitWarning('of nothing');"],
  ] as const)("%s is closed: the run goes on", async (stream, code) => {
    const sandbox = await sandboxOf();

    const run = await runAgainst(
      sandbox.url,
      {},
      { onStart: (child) => child[stream]?.destroy(), env: onceLogged("Scrape …", code) },
    );

    expect(run).toMatchObject({ exitCode: 0, outputs: { result: "succeeded", records: "20" } });
    expect(run.summary).toContain("## ✅ 20 books refreshed");
    expect(callsTo(sandbox)).toHaveLength(7);
  });
});

test("a log on a full disk: the run goes on, and all but the log is written", async () => {
  const sandbox = await sandboxOf();

  const step = await stepInShell(sandbox.url, `exec STEP > ${FULL_DISK} 2>&1`);

  expect(step).toMatchObject({ exitCode: 0, left: [] });
  expect(step.output).toContain("succeeded");
  expect(step.summary).toContain("## ✅ 20 books refreshed");
});

test("a disk that fills up in the middle of a file: nothing is left half written", async () => {
  const sandbox = await sandboxOf();

  // No file may grow beyond one block of 512 bytes: a write is cut short there, as on a full disk.
  const step = await stepInShell(sandbox.url, "ulimit -f 1; exec STEP");

  expect(step).toMatchObject({ exitCode: 0, output: "", summary: "", left: [] });
  expect(unwritten(step.stdout.split("\n"))).toEqual(["journal", "outputs", "summary"]);
  expect(step.stdout).toContain("::notice title=Orquestra%3A succeeded::v=1 ");
});

test("outside of Actions there is only the log, and it says what is missing", async () => {
  const sandbox = await sandboxOf();
  const names = Object.keys(await actionsEnvironment());

  const run = await runAgainst(
    sandbox.url,
    {},
    { env: Object.fromEntries(names.map((name) => [name, UNSET])) },
  );

  expect(run).toMatchObject({ exitCode: 0, outputs: {}, summary: "", state: {} });
  expect(run.log).toContain("Orquestra 1.0.0, pipeline workflow/job");
  expect(unwritten(run.log)).toEqual(["journal", "outputs", "summary"]);
  expect(run.annotations.at(-1)?.message).toContain("records=20");
});

test.each([
  ["missing", async () => join(await temporaryFolder(), "event.json")],
  ["a pipe that nobody writes to", async () => pipeIn(await temporaryFolder())],
  ["endless", () => Promise.resolve("/dev/zero")],
  ["broken", async () => fileIn(await temporaryFolder(), '{"inputs": ')],
  ["a folder", () => temporaryFolder()],
])("an event file that is %s costs the run nothing, not even its memory", async (_, place) => {
  const sandbox = await sandboxOf();
  const env = { GITHUB_EVENT_PATH: await place() };

  const run = await runAgainst(sandbox.url, {}, { env, token: "ghs_a-token-of-the-job" });

  expect(run.exitCode).toBe(0);
  expect(run.raw).not.toContain("GITHUB_EVENT_PATH");
  // Nobody listens where the stand-in says that GitHub is: the question was asked all the same.
  expect(run.summary).toContain("GitHub's API did not answer in time");
});

/** What the log says could not be written, in order. */
function unwritten(log: readonly string[]): readonly string[] {
  return log.flatMap((line) => /^The (\w+) could not be written: ./.exec(line)?.[1] ?? []);
}

async function fileIn(folder: string, text = ""): Promise<string> {
  const path = join(folder, "file");
  await writeFile(path, text);
  return path;
}

/** Whoever opens it to write would wait for a reader. */
async function pipeIn(folder: string): Promise<string> {
  const path = join(folder, "pipe");
  await promisify(execFile)("mkfifo", [path]);
  return path;
}

/** All that GitHub sets for a step. */
async function actionsEnvironment(): Promise<Record<string, string>> {
  const folders = await createFolders(await temporaryFolder());
  const {
    HOME: _home,
    PATH: _path,
    ...environment
  } = {
    ...(await jobEnvironment(folders, MANUAL_RUN, 1)),
    ...stepEnvironment({}, {}, await createCommandFiles(folders.temp)),
  };
  return environment;
}

test("a runner that names no server of GitHub's takes no reason away from a failure", async () => {
  const sandbox = await sandboxOf();

  const wrong = { password: "not-the-password" };
  const run = await runAgainst(sandbox.url, wrong, { env: { GITHUB_SERVER_URL: "" } });

  expect(run.outputs["failure-code"]).toBe("credentials-rejected");
  expect(run.summary).toContain("The API does not accept the user name or the password");
});
