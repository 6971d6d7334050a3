import { expect, test } from "@jest/globals";
import type { ActionRun } from "../../../sandbox/runner.ts";
import { verdict } from "../../../sandbox/start/verdict.ts";
import { WORDS } from "../../../sandbox/start/words.ts";

const RUN: ActionRun = {
  exitCode: 0,
  signal: null,
  outcome: "success",
  log: [],
  raw: "",
  annotations: [],
  outputs: { result: "succeeded" },
  state: {},
  summary: "## Done",
  masks: [],
  durationMs: 1234,
};
const FILES = { markdown: "s.md", page: "p.html" };
const FAILED = { result: "failed", "failed-task": "scrape", "failure-code": "no-data" };

test.each<[Partial<ActionRun>, string]>([
  [{}, "The pipeline succeeded in 1.2 s. Open p.html in a browser"],
  [{ outputs: FAILED }, "The pipeline ended after 1.2 s: failed in scrape (no-data). Open"],
  [{ outputs: { result: "cancelled" } }, "The pipeline ended after 1.2 s: cancelled. Open"],
  [{ summary: "" }, "The pipeline succeeded in 1.2 s. It left no summary."],
  [{ outputs: {}, exitCode: 7 }, "The action ended after 1.2 s without a result (exit code 7)."],
  [{ outputs: {}, exitCode: null, signal: "SIGKILL" }, "without a result (SIGKILL)."],
])("%j", (change, words) => {
  expect(verdict({ ...RUN, ...change }, FILES, WORDS.en)).toContain(words);
});

test("in Portuguese", () => {
  expect(verdict({ ...RUN, outputs: FAILED }, FILES, WORDS["pt-BR"])).toMatch(
    /^O pipeline terminou após 1,2 s: falhou na etapa Coleta \(no-data\)\. Abra p\.html .* s\.md\)\.$/,
  );
});
