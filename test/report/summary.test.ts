import { describe, expect, test } from "@jest/globals";
import { refusedRun } from "../../src/pipeline/run.ts";
import { annotationsOf } from "../../src/report/annotations.ts";
import { outputsOf } from "../../src/report/outputs.ts";
import { summaryOf } from "../../src/report/summary.ts";
import { WORDS } from "../../src/report/words/index.ts";
import {
  door,
  GOOD,
  LINKS,
  played,
  proved,
  settingsWith,
  SHUT,
  STARTED,
  storyOf,
} from "./stories.ts";

describe("a good day", () => {
  const summary = summaryOf(storyOf(played(GOOD)));

  test("begins with the outcome, the change and the time, in the reader's time zone", () => {
    expect(summary.split("\n").slice(0, 3)).toEqual([
      "## ✅ 1,000 books refreshed, 3 model artifacts trained",
      "",
      "3 more books than before. Took **1\u00a0min\u00a09\u00a0s**. Started by the schedule on 22 Nov 2026 at 06:21 (America/Sao_Paulo).",
    ]);
  });

  test("has one row for each task, with time before result", () => {
    expect(summary).toContain("| OK? | Task | Took | Result |");
    expect(summary).toContain(
      "| ✅ | **Scrape** | **1\u00a0min\u00a02\u00a0s** | **1,000 books** collected |",
    );
    expect(summary).toContain("1,000 stored, 1,000 reported, 997 before");
  });
});

describe("a bad day", () => {
  const summary = summaryOf(storyOf(played(SHUT)));

  test("says before anything else what happened, the data now, who and how", () => {
    const places = [
      "## ❌ The scrape lost 60",
      "The API reported success with 400 books",
      "**Your data now:** the table holds 400 books",
      "**Who can fix it:**",
      "**What to do**",
      "\nflowchart LR\n",
      "| OK? | Task |",
    ].map((text) => summary.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("leads to the setting, to the run and to the code", () => {
    expect(summary).toContain(LINKS.variables);
    expect(summary).toContain(LINKS.run);
    expect(summary).toContain(`${LINKS.failures}#data-dropped`);
  });

  test("says of the tasks behind it that they did not run", () => {
    expect(summary).toMatch(/\| ⏭️ \| \*\*Train\*\* \|\s+\| not run/);
  });

  test("is one error and one notice beside the run", () => {
    const annotations = annotationsOf(storyOf(played(SHUT)));
    expect(annotations.map(({ level, title }) => [level, title])).toEqual([
      ["error", "Orquestra: Check did not succeed (data-dropped)"],
      ["notice", "Orquestra: failed"],
    ]);
    expect(annotations[1]?.message).toBe(
      "v=1 pipeline=daily attempt=1 records=400 before=1000 scrape=62.0 failed=gate code=data-dropped",
    );
  });
});

describe("outputs", () => {
  test("of a good day", () => {
    expect(outputsOf(storyOf(played(GOOD)))).toMatchObject({
      result: "succeeded",
      records: "1000",
      "records-before": "997",
      artifacts: '["tfidf_vectorizer.pkl","cosine_sim_matrix.pkl","idx_series.pkl"]',
      "scrape-seconds": "62.0",
      "training-seconds": "4.1",
    });
  });

  test("stay under 64 KiB with 10,000 artifacts, and say how many are missing", () => {
    const many = Array.from({ length: 10_000 }, (_, n) => door(`${n}-${"x".repeat(200)}`));
    const run = played([...GOOD.slice(0, 5), proved({ artifacts: many })]);
    const outputs = outputsOf(storyOf(run));
    expect(Buffer.byteLength(Object.values(outputs).join(""))).toBeLessThan(64 * 1024);
    const shown = JSON.parse(outputs.artifacts) as string[];
    expect(shown.at(-1)).toBe(`+${10_000 - (shown.length - 1)}`);
    expect(Buffer.byteLength(summaryOf(storyOf(run)))).toBeLessThan(64 * 1024);
  });

  test("carry the run as one line of JSON", () => {
    const { run } = outputsOf(storyOf(played(SHUT)));
    expect(run).not.toContain("\n");
    expect(JSON.parse(run)).toMatchObject({
      result: "failed",
      failedTask: "gate",
      failureCode: "data-dropped",
      facts: { reported: 400, stored: 400, before: 1000 },
    });
  });
});

test("settings that are wrong are the steps to take, in both languages", () => {
  const problems = [
    { input: "api-url", kind: "missing" },
    { input: "warm-up", kind: "malformed", value: door("soon"), expected: "duration" },
  ] as const;
  for (const words of Object.values(WORDS)) {
    const summary = summaryOf(
      storyOf(refusedRun(STARTED, problems), { words, settings: undefined }),
    );
    expect(summary).toMatch(/1\. .*`api-url`/);
    expect(summary).toMatch(/2\. .*`warm-up`.*`soon`/);
    expect(summary).not.toContain("flowchart");
  }
});

test.each([
  ["0", "0"],
  ["6h", "6 h"],
])("the settings are shown as they are set: resume-within %s", (value, shown) => {
  const summary = summaryOf(
    storyOf(played(GOOD), { settings: settingsWith({ "resume-within": value }) }),
  ).replaceAll("\u00a0", " ");
  expect(summary).toContain(`| \`resume-within\` | ${shown} |`);
});
