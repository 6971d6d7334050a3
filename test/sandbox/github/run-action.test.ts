import { expect, test } from "@jest/globals";
import { runActionOn, type Place } from "../../../sandbox/github/run-action.ts";
import type { GitHub } from "../../../sandbox/github/github.ts";
import { runTiny } from "../runner/tiny-action.ts";
import { githubOf, HOME, rest, TOKEN } from "./client.ts";

const inputs = 'inputs: { github-token: { default: "${{ github.token }}" } }';
/** Asks GitHub for the run that it is part of, with the job's own token. */
const ASK = `
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, ...env } = process.env;
  const response = await fetch(
    GITHUB_API_URL + "/repos/" + GITHUB_REPOSITORY + "/actions/runs/" + GITHUB_RUN_ID,
    { headers: { authorization: "token " + env["INPUT_GITHUB-TOKEN"] } },
  );
  const { run_number, run_attempt, status, name } = await response.json();
  console.log([run_number, run_attempt, status, name, env.GITHUB_RUN_ATTEMPT].join(" "));`;

function runOn(github: GitHub, place: Place, main: string) {
  return runTiny({ main, inputs }, { token: TOKEN }, (options) =>
    runActionOn(github, place, options),
  );
}

test("a job finds its own run at work, and leaves it ended, later, with what it said", async () => {
  const github = await githubOf();
  const startedAtMs = github.store.nowMs;
  const run = await runOn(github, { number: 3 }, `${ASK} console.log("::notice title=a::b");`);

  expect(run.log).toEqual(["3 1 in_progress daily 1", "Notice: b"]);
  expect(github.store.nowMs).toBeGreaterThan(startedAtMs);
  const [recorded] = github.store.runs();
  expect(recorded).toMatchObject({
    number: 3,
    event: "workflow_dispatch",
    conclusion: "success",
    checkRuns: [{ name: "pipeline", annotations: [{ level: "notice", title: "a", message: "b" }] }],
  });
});

test("a re-run is one more attempt of the same run, made when the first one was", async () => {
  const github = await githubOf();
  await runOn(github, { number: 3 }, "process.exitCode = 1;");
  const createdAtMs = github.store.runs()[0]?.createdAtMs;
  github.store.moveTo(github.store.nowMs + 3_600_000);
  const second = await runOn(github, { number: 3, attempt: 2 }, ASK);

  expect(second.log).toEqual(["3 2 in_progress daily 2"]);
  expect(github.store.runs()).toMatchObject([
    {
      createdAtMs,
      conclusion: "success",
      checkRuns: [
        { attempt: 1, conclusion: "failure" },
        { attempt: 2, conclusion: "success" },
      ],
    },
  ]);
});

test("another workflow counts its own runs", async () => {
  const github = await githubOf();
  await runOn(github, { number: 1 }, "");
  const workflow = { path: ".github/workflows/fleet.yml", name: "fleet" };
  const run = await runOn(github, { number: 1, id: 9, workflow, job: "shop" }, ASK);
  expect(run.log).toEqual(["1 1 in_progress fleet 1"]);
  expect(await rest(github, `GET ${HOME}/actions/runs/9`)).toMatchObject({
    body: { path: ".github/workflows/fleet.yml", conclusion: "success" },
  });
});
