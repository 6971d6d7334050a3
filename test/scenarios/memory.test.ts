import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { historyAnswer, type GivenAnnotation } from "../github/answers.ts";
import type { ActionRun } from "../../sandbox/runner.ts";
import { callsTo, everythingSaid, runAgainst, sandboxOf } from "./story.ts";

const TOKEN = "ghs_a-token-of-the-job";
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A GitHub that answers each request with `status` and `answer`; without an answer it says nothing. */
async function github(status: number, answer?: object): Promise<string> {
  server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
    if (answer !== undefined) response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What these runs really left behind, newest first. */
function historyOf(runs: readonly ActionRun[]): object {
  return historyAnswer(runs.map((run) => [run.annotations.map(given)]));
}

function given({ level, title, message }: ActionRun["annotations"][number]): GivenAnnotation {
  return { title, message, annotationLevel: level.toUpperCase() };
}

function onGitHub(url: string) {
  return { token: TOKEN, env: { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` } };
}

test("the day after half a scrape, as few are as wrong as the day before", async () => {
  const sandbox = await sandboxOf();
  const goodDay = await runAgainst(sandbox.url);
  sandbox.setFaults(["half-shop"]);
  const badDay = await runAgainst(sandbox.url);

  const run = await runAgainst(
    sandbox.url,
    {},
    onGitHub(await github(200, historyOf([badDay, goodDay]))),
  );

  expect(run.outputs).toMatchObject({
    result: "failed",
    "failed-task": "gate",
    "failure-code": "data-dropped",
    records: "8",
    "records-before": "20",
  });
  expect(callsTo(sandbox).filter((call) => call.includes("training-data"))).toHaveLength(1);
  expect(everythingSaid(run)).not.toContain(TOKEN);
});

test("GitHub answering nothing we know changes no result, and is said in one line", async () => {
  const sandbox = await sandboxOf();
  const run = await runAgainst(
    sandbox.url,
    {},
    onGitHub(await github(403, { message: "Resource not accessible by integration" })),
  );

  expect(run.exitCode).toBe(0);
  expect(run.summary).toContain("add `actions: read` and `checks: read`");
});

test("a GitHub that never answers does not outlive a cancelled run", async () => {
  const sandbox = await sandboxOf({ faults: ["slow-answers:30"] });
  const url = await github(200);

  const run = await runAgainst(
    sandbox.url,
    {},
    {
      ...onGitHub(url),
      onStart: (child) => {
        child.stdout?.on("data", (text: Buffer) => {
          if (String(text).includes("Scrape …")) child.kill("SIGINT");
        });
      },
    },
  );

  expect(run.outputs["result"]).toBe("cancelled");
});
