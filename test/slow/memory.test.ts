import { expect, test } from "@jest/globals";
import { runActionOn } from "../../sandbox/github/run-action.ts";
import { DAY_MS, githubOf, TOKEN } from "../sandbox/github/client.ts";
import { nextDay } from "../scenarios/next-day.ts";
import { sandboxOf, USER } from "../scenarios/story.ts";

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
