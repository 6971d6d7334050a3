import { pathToFileURL } from "node:url";
import { describe, expect, test } from "@jest/globals";
import type { ActionRun } from "../../sandbox/runner.ts";
import { runTiny } from "../sandbox/runner/tiny-action.ts";
import { everythingSaid, USER } from "../scenarios/story.ts";

const POST = `await import(${JSON.stringify(pathToFileURL("action/post.js").href)});`;
const INPUTS = { "api-url": "https://books.example.com", ...USER };
/** Each is declared, so that the runner has nothing to warn of. */
const DECLARED = `inputs: { ${Object.keys(INPUTS)
  .map((name) => `${name}: {}`)
  .join(", ")} }`;

const HEAD = `{"version":"1.0.0","startedAt":"2026-11-22T06:21:00.000Z"}`;
const STARTED = `{"kind":"task-started","task":"scrape","atMs":5}`;
const CANCELLED = "The run was cancelled";
const UNKNOWN_DATA = "**Your data now:** not known:";
const UNREADABLE = "its journal cannot be read";

/** What the post step says of whatever a main step left where its journal should be. */
function postAfter(leave: string): Promise<ActionRun> {
  const main = `
    import fs from "node:fs";
    import { execFileSync } from "node:child_process";
    const path = process.env.RUNNER_TEMP + "/left";
    ${leave}
    fs.appendFileSync(process.env.GITHUB_STATE, "journal=" + path + "\\n");
    process.kill(process.pid, "SIGKILL");`;
  return runTiny({ main, post: POST, inputs: DECLARED }, { inputs: INPUTS });
}

function postAfterText(text: string): Promise<ActionRun> {
  return postAfter(`fs.writeFileSync(path, ${JSON.stringify(text)});`);
}

function endOf({ post, summary, annotations }: ActionRun) {
  const says = [CANCELLED, UNREADABLE, UNKNOWN_DATA].filter((words) => summary.includes(words));
  return { post, says, annotations: annotations.map(({ level, title }) => `${level} ${title}`) };
}

/** That the run was cancelled, and that the API may be at work, as nothing tells that it is not. */
const LOST_TRACK: ReturnType<typeof endOf> = {
  post: { exitCode: 0, signal: null },
  says: [CANCELLED, UNREADABLE, UNKNOWN_DATA],
  annotations: ["error Orquestra: cancelled", "notice Orquestra: cancelled"],
};

describe("what is no journal of ours is not believed", () => {
  test.each([
    ["nothing", ""],
    ["no line break", HEAD],
    ["no JSON", "PK\u0003\u0004\n"],
    ["another version", `${HEAD.replace("1.0.0", "0.9.0")}\n${STARTED}\n`],
    ["a start that is no time", `${HEAD.replace("2026-11-22T06:21:00.000Z", "yesterday")}\n`],
    ["a start that is no day", `${HEAD.replace("000Z", "000+05")}\n`],
    ["no head", `${STARTED}\n`],
    ["an unknown event", `${HEAD}\n{"kind":"run-succeeded"}\n`],
    ["an unknown task", `${HEAD}\n${STARTED.replace("scrape", "deploy")}\n`],
    ["a time that is none", `${HEAD}\n${STARTED.replace("5", '"5"')}\n`],
    ["a line in the middle that is cut", `${HEAD}\n${STARTED.slice(0, 20)}\n${STARTED}\n`],
    ["keys that are no one's", `${HEAD}\n{"__proto__":{"kind":"task-started"}}\n`],
  ])("%s", async (_, text) => {
    expect(endOf(await postAfterText(text))).toEqual(LOST_TRACK);
  });

  test.each([
    ["a folder", "fs.mkdirSync(path);"],
    ["a pipe that nobody writes to", "execFileSync('mkfifo', [path]);"],
    ["an endless device", "fs.symlinkSync('/dev/zero', path);"],
    ["a file of 40 MiB", "fs.writeFileSync(path, ''); fs.truncateSync(path, 40 * 1024 * 1024);"],
    [
      "100,000 arrays in one another",
      `fs.writeFileSync(path, ${JSON.stringify(`${HEAD}\n`)} + "[".repeat(1e5) + "]".repeat(1e5) + "\\n");`,
    ],
  ])("%s", async (_, leave) => {
    expect(endOf(await postAfter(leave))).toEqual(LOST_TRACK);
  });
});

test("a last line that the kill cut short did not happen", async () => {
  const run = await postAfterText(
    `${HEAD}\n${STARTED.replace("scrape", "health")}\n${STARTED.slice(0, -5)}`,
  );

  expect(run.summary).not.toContain(UNREADABLE);
  expect(run.annotations.at(-1)?.message).toContain("failed=health code=cancelled");
});

test("a file that is gone was told by the main step", async () => {
  const run = await postAfter("");

  expect(run.post).toEqual({ exitCode: 0, signal: null });
  expect(run).toMatchObject({ summary: "", annotations: [] });
});

test("a run that claims to have proved everything is no success", async () => {
  const events = ["health", "login", "baseline", "scrape", "gate", "train", "verify"].flatMap(
    (task) => [
      { kind: "task-started", task, atMs: 1 },
      { kind: "task-ended", task, atMs: 2, end: { kind: "proved", facts: { stored: 20 } } },
    ],
  );

  const run = await postAfterText(
    [HEAD, ...events.map((event) => JSON.stringify(event)), ""].join("\n"),
  );

  expect(run.summary).toContain(
    "the table holds 20 books, and readers see them. The model is new.",
  );
  expect(run.annotations.at(-1)).toMatchObject({ title: "Orquestra: cancelled" });
});

test("hostile text in a journal commands nothing, is no markup, and shows no secret", async () => {
  const detail = `\n::error::x\n##[group]y <img src=x> @team #1 | \u001b[31m\u202e${USER.password}`;
  const failure = { code: "connection-lost", during: "body", detail };
  const events = [
    { kind: "task-started", task: "scrape", atMs: 1 },
    { kind: "task-ended", task: "scrape", atMs: 2, end: { kind: "unknown", failure } },
  ];

  const run = await postAfterText(
    [HEAD, ...events.map((event) => JSON.stringify(event)), ""].join("\n"),
  );

  expect(run.annotations.map(({ title }) => title)).toEqual([
    "Orquestra: Scrape did not succeed (connection-lost)",
    "Orquestra: unknown",
  ]);
  expect(run.raw).not.toMatch(/^::error::|##\[/m);
  expect(run.summary).toContain("`::error::x ##[group]y <img src=x> @team #1 │ ***`");
  expect(everythingSaid(run)).not.toContain(USER.password);
});
