import { expect, test } from "@jest/globals";
import { runActionOn } from "../../sandbox/github/run-action.ts";
import { DAY_MS, githubOf, TOKEN } from "../sandbox/github/client.ts";
import { nextDay } from "./next-day.ts";
import { callsTo, everythingSaid, sandboxOf, USER } from "./story.ts";

test("the day after half a scrape, as few are as wrong as the day before", async () => {
  const [github, sandbox] = await Promise.all([githubOf(), sandboxOf()]);
  const goodDay = await nextDay(github, sandbox.url);
  expect(goodDay.outputs["result"]).toBe("succeeded");
  sandbox.setFaults(["half-shop"]);
  await nextDay(github, sandbox.url);
  const run = await nextDay(github, sandbox.url);

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

test("a day that GitHub has forgotten is remembered no more", async () => {
  const [github, sandbox] = await Promise.all([githubOf(), sandboxOf()]);
  github.store.change({ retentionDays: 2 });
  await nextDay(github, sandbox.url);
  sandbox.setFaults(["half-shop"]);
  await nextDay(github, sandbox.url);
  github.store.moveTo(github.store.nowMs + DAY_MS);

  const run = await nextDay(github, sandbox.url);
  expect(run.outputs).toMatchObject({ result: "succeeded", "records-before": "8" });
});

test("a re-run remembers what the runs before it proved", async () => {
  const [github, sandbox] = await Promise.all([githubOf(), sandboxOf()]);
  await nextDay(github, sandbox.url);
  sandbox.setFaults(["half-shop"]);
  await nextDay(github, sandbox.url);
  const inputs = { "api-url": sandbox.url, ...USER };
  const again = await runActionOn(github, { number: 2, attempt: 2 }, { inputs, token: TOKEN });

  expect(again.outputs).toMatchObject({ "failure-code": "data-dropped", "records-before": "20" });
});

test("without permissions no result changes, and one line says what to add", async () => {
  const [github, sandbox] = await Promise.all([githubOf({}), sandboxOf()]);
  const run = await nextDay(github, sandbox.url);

  expect(run.exitCode).toBe(0);
  expect(run.summary).toContain("add `actions: read` and `checks: read`");
});

test("GitHub in trouble changes no result", async () => {
  const [github, sandbox] = await Promise.all([githubOf(), sandboxOf()]);
  github.setTroubles(["html-502@graphql", "secondary-limit@rest"]);
  const run = await nextDay(github, sandbox.url);

  expect(run.outputs["result"]).toBe("succeeded");
  expect(run.summary).not.toContain("add `actions: read`");
  expect(github.calls().map(({ path }) => path)).toContain("/graphql");
});

test("a GitHub that never answers does not outlive a cancelled run", async () => {
  const [github, sandbox] = await Promise.all([
    githubOf(),
    sandboxOf({ faults: ["slow-answers:30"] }),
  ]);
  github.setTroubles(["silence"]);

  const run = await nextDay(
    github,
    sandbox.url,
    {},
    {
      onStart: (child) => {
        child.stdout?.on("data", (text: Buffer) => {
          if (String(text).includes("Scrape …")) child.kill("SIGINT");
        });
      },
    },
  );

  expect(run.outputs["result"]).toBe("cancelled");
});
