import { describe, expect, test } from "@jest/globals";
import { READING, TOKEN } from "../sandbox/github/client.ts";
import { everythingSaid } from "./story.ts";
import { bad, cancelled, ended, githubWith, good, watch } from "./watch-day.ts";

const ACTIONS = String.raw`https:\/\/github\.com\/bookshop\/pipelines\/actions`;

describe("green", () => {
  test("in a few lines that lead to the last good run and to the workflow", async () => {
    const github = await githubWith([12, good]);

    const run = await watch(github);

    expect(run).toMatchObject({ exitCode: 0, annotations: [] });
    expect(run.outputs).toMatchObject({
      state: "fresh",
      "age-hours": expect.stringMatching(/^1[12]\.\d$/),
    });
    expect(Date.parse(run.outputs["last-success"] ?? "")).toBeLessThan(Date.now());
    expect(run.log.filter((line) => line !== "")).toEqual([
      "Orquestra 1.0.0, watching pipeline.yml",
      expect.stringMatching(/^The last success is 1[12]\sh.* old: “Pipeline\/pipeline”$/),
    ]);
    expect(run.summary).toMatch(
      new RegExp(
        String.raw`^## ✅ The last success is 1[12]\sh.* old: \`Pipeline\/pipeline\`

The last success was \[run 1\]\(${ACTIONS}\/runs\/\d+\), which ended on .* with 1,000 books\. A success may be 28\sh old \(\`max-age\`\)\.

\*\*Watched:\*\* \[pipeline\.yml\]\(${ACTIONS}\/workflows\/pipeline\.yml\)
$`,
      ),
    );
    expect(github.store.issues.list()).toEqual([]);
  });
});

describe("red", () => {
  test("stale, as all runs since the last success failed: which, why, and what to do", async () => {
    const github = await githubWith([4, bad], [28, bad], [100, good]);

    const run = await watch(github);

    expect(run).toMatchObject({ exitCode: 1, outputs: { state: "stale" } });
    expect(run.summary).toMatch(/^## ❌ No success for 4 days: `Pipeline\/pipeline`\n/);
    expect(run.summary).toContain("Runs without success since then: 2 failed.");
    expect(run.summary).toMatch(
      /- 🟥 \[Run 2\]\(.*\) to \[run 3\]\(.*\) \(2 runs, .*\) failed: the API could not be reached \(Health\)/,
    );
    expect(run.summary).toContain("**Who can fix it:** The newest run says who.");
    expect(run.summary).toMatch(
      new RegExp(
        String.raw`1\. Look at \[run 3\].*\n2\. \[Run it now\]\(${ACTIONS}\/workflows\/pipeline\.yml\)`,
      ),
    );
    expect(run.annotations).toEqual([
      {
        level: "error",
        title: "Orquestra: stale",
        message: expect.stringMatching(
          /^No success for 4 days: “Pipeline\/pipeline”\. The last success was run 1 /,
        ),
      },
    ]);
  });
});

describe("blind, and red: a watch that sees nothing watches nothing", () => {
  test("without the permissions, which it names", async () => {
    const github = await githubWith([2, good]);
    github.grant(TOKEN, {});

    const run = await watch(github, { "failure-issue": "true" });

    expect(run).toMatchObject({ exitCode: 1, outputs: { state: "blind" } });
    expect(run.summary).toMatch(/^## ❓ The watch could not see anything\n/);
    expect(run.summary).toContain("add `actions: read` and `checks: read`");
    expect(run.annotations).toMatchObject([{ level: "error", title: "Orquestra: blind" }]);
  });

  test("with settings that are wrong, which it names all at once", async () => {
    const github = await githubWith([2, good]);
    const wrong = {
      workflow: "../pipeline.yml",
      "max-age": "soon",
      history: "0",
      "notify-url": "no-address",
    };

    const run = await watch(github, { ...wrong, summary: "none" });

    expect(run).toMatchObject({ exitCode: 1, outputs: { state: "blind" } });
    for (const input of Object.keys(wrong)) expect(run.summary).toContain(`\`${input}\``);
    expect(run.annotations).toMatchObject([{ title: "Orquestra: settings-invalid" }]);
    expect(github.calls()).toEqual([]);
  });
});

describe("of several pipelines", () => {
  test("one that is overdue is told apart from those that are not", async () => {
    const github = await githubWith(
      [4, ended("succeeded", "north"), ended("failed", "south")],
      [100, ended("succeeded", "north"), ended("succeeded", "south")],
    );

    const run = await watch(github);

    expect(run).toMatchObject({ exitCode: 1, outputs: { state: "stale" } });
    expect(run.summary).toMatch(
      /^## ❌ 1 of 2 pipelines is overdue\n\n\| OK\? \| Pipeline \| Last success \|\n\|:-:\|---\|---\|\n\| ❌ \| `south` \| 4 days ago \|\n\| ✅ \| `north` \| [34]\sh.* ago \|\n\n### ❌ No success for 4 days: `south`\n/,
    );
    expect(run.annotations[0]?.message).toMatch(
      /^1 of 2 pipelines is overdue\. No success for 4 days: “south”\./,
    );
  });
});

test("in Portuguese, people read Portuguese everywhere", async () => {
  const github = await githubWith([4, bad], [28, cancelled], [100, good]);

  const run = await watch(github, {
    language: "pt-BR",
    timezone: "America/Sao_Paulo",
    "failure-issue": "true",
  });

  expect(run.summary).toMatch(/^## ❌ Sem sucesso há 4 dias: `Pipeline\/pipeline`\n/);
  expect(run.summary).toContain("(America/Sao_Paulo), com 1.000 livros.");
  expect(run.summary).toContain("Execuções sem sucesso desde então: 1 com falha, 1 cancelada.");
  expect(run.summary).toContain("**Quem pode resolver:**");
  expect(run.annotations[0]).toMatchObject({
    title: "Orquestra: stale",
    message: expect.stringMatching(/^Sem sucesso há 4 dias/),
  });
  expect(github.store.issues.get(1)?.body).toContain("não tem sucesso desde");
  expect(everythingSaid(run)).not.toMatch(/\b(The last|Look at|run \d|may be)\b/);
});

test("names that somebody else wrote command neither the runner nor the page", async () => {
  const name = "x\u001b[31m <img src=x> @team #1 | `a` ##[error]no %0A::error::no";
  const github = await githubWith([2, ended("failed", name)]);

  const run = await watch(github, { "failure-issue": "true" });

  expect(run.outputs["state"]).toBe("never");
  expect(run.annotations).toHaveLength(1);
  expect(run.log.join("\n")).not.toContain("\u001b");
  const [issue] = github.store.issues.list();
  for (const markdown of [run.summary, issue?.body ?? ""]) {
    expect(markdown).not.toContain("\u001b");
    // In code, whatever it holds: a fence of two, as there is a backtick in it.
    expect(markdown).toContain("``x <img src=x> @team #1 │ `a` # #[error]no %0A::error::no``");
  }
});

test("the token of the job shows nowhere, and nothing is asked but GitHub", async () => {
  const github = await githubWith([2, good]);
  github.grant(TOKEN, READING);
  const run = await watch(github, {}, { env: { RUNNER_DEBUG: "1" } });
  expect(everythingSaid(run)).not.toContain(TOKEN);
  expect(github.calls()).toHaveLength(2);
});
