import { expect, test } from "@jest/globals";
import type { LedgerEntry } from "../../src/pipeline/ledger.ts";
import type { Run } from "../../src/pipeline/run.ts";
import { summaryOf } from "../../src/report/summary.ts";
import { DOWN, past, played, recalling, SHUT, STARTED, storyOf, untold } from "./stories.ts";

function read(run: Run): string {
  return summaryOf(storyOf(run)).replaceAll("\u00a0", " ");
}

test("a failure says which model readers have still", () => {
  const summary = read(recalling(played(SHUT), [past(1, DOWN), past(2)]));
  expect(summary).toContain("the model of the last training (20 Nov, 997 books).");
});

test.each([
  ["had wrong settings", past(1, { result: "failed", code: "settings-invalid" })],
  ["broke at a task before", past(1, { ...DOWN, code: "internal-error" })],
  ["was cancelled at the scrape", past(1, { result: "cancelled", failed: "scrape" })],
  ["was to scrape only", past(1, { result: "succeeded", records: 990, scrapeSeconds: 60 })],
])("it says which, behind a run that %s", (_, run) => {
  const summary = read(recalling(played(SHUT), [run, past(2)]));
  expect(summary).toContain("the model of the last training (20 Nov, 997 books).");
});

test("it says of a run that somebody ran again what each attempt of it did", () => {
  const at = (hours: number) => new Date(STARTED.getTime() - hours * 3_600_000);
  const attempt = (hours: number, more: Partial<LedgerEntry>) => ({
    startedAt: at(hours),
    entry: { result: "failed", pipeline: "daily", attempt: 1, ...more } as const,
  });
  const after = (...attempts: readonly ReturnType<typeof attempt>[]) =>
    read(recalling(played(SHUT), [{ ...past(1, DOWN), attempts }, past(2)]));

  const down = attempt(2, { ...DOWN, attempt: 2 });
  const trained = attempt(24, { result: "succeeded", artifacts: 3, records: 990 });
  expect(after(down, trained)).toContain("the last training (21 Nov, 990 books).");
  expect(after(down, attempt(24, { failed: "train", code: "timed-out" }))).toContain(
    "the model of the last training.",
  );
});

test.each([
  ["told nothing", untold(1, "failed")],
  ["lost its training", past(1, { result: "unknown", failed: "train", code: "timed-out" })],
  ["was killed at its training", past(1, { result: "cancelled", failed: "train" })],
  ["was cancelled nobody knows where", past(1, { result: "cancelled", code: "cancelled" })],
  ["broke on a mistake of ours", past(1, { result: "failed", code: "internal-error" })],
  ["was cancelled after its training", past(1, { result: "cancelled", failed: "verify" })],
])("it does not guess which, behind a run that %s", (_, run) => {
  const summary = read(recalling(played(SHUT), [run, past(2)]));
  expect(summary).toContain("the model of the last training.");
});
