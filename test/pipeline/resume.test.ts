import { expect, test } from "@jest/globals";
import { parseLedger } from "../../src/pipeline/ledger.ts";
import { resumable } from "../../src/pipeline/resume.ts";

const HOUR_MS = 3_600_000;
const NOW = new Date("2026-11-22T12:00:00Z");

/** What an attempt left behind, `hoursAgo`: `failed attempt=1 records=20 scrape=3.0 failed=train`. */
function left(line: string, hoursAgo = 1) {
  const [result, ...pairs] = line.split(" ");
  const entry = parseLedger(`Orquestra: ${result}`, `v=1 pipeline=daily ${pairs.join(" ")}`);
  if (!entry) throw new Error(line);
  return { entry, startedAt: new Date(NOW.getTime() - hoursAgo * HOUR_MS) };
}

/** Newest attempt first. */
function resume(...attempts: readonly ReturnType<typeof left>[]) {
  return resumable({ runs: [], attempts }, NOW, 6 * HOUR_MS);
}

const TRAIN_FAILED = "failed attempt=1 records=20 scrape=3.0 failed=train code=no-data";

test.each([
  ["the training failed", TRAIN_FAILED],
  ["the training was cancelled", "cancelled attempt=1 records=20 scrape=3.0 failed=train"],
  ["everything succeeded", "succeeded attempt=1 records=20 scrape=3.0 train=1.0 artifacts=3"],
])("a scrape counts when %s", (_, line) => {
  expect(resume(left(line))).toMatchObject({ attempt: 1, records: 20 });
});

test.each([
  ["the scrape itself failed", "failed attempt=1 scrape=3.0 failed=scrape code=no-data"],
  ["its answer was lost", "unknown attempt=1 scrape=3.0 failed=scrape code=timed-out"],
  [
    "the gate shut",
    "failed attempt=1 records=8 before=20 scrape=3.0 failed=gate code=data-dropped",
  ],
  [
    "the training's answer was lost: nobody knows what the API is at",
    "unknown attempt=1 records=20 scrape=3.0 train=9.0 failed=train code=connection-lost",
  ],
  ["nothing was scraped", "succeeded attempt=1 train=1.0 artifacts=3"],
  ["it was only a log-in", "failed attempt=1 failed=login code=credentials-rejected"],
])("it does not when %s", (_, line) => {
  expect(resume(left(line))).toBeUndefined();
});

test("the newest attempt that got as far as the scrape decides", () => {
  const loginFailed = left("failed attempt=3 failed=login code=api-unreachable");
  const resumed = left("failed attempt=2 records=20 failed=train code=no-data");
  const lost = left("unknown attempt=2 failed=scrape code=timed-out");
  const proved = left(TRAIN_FAILED, 5);

  expect(resume(loginFailed, resumed, proved)).toMatchObject({ attempt: 1 });
  expect(resume(loginFailed, lost, proved)).toBeUndefined();
  expect(resume()).toBeUndefined();
});

test("what was proved too long ago is scraped again", () => {
  expect(resume(left(TRAIN_FAILED, 5.9))).toBeDefined();
  expect(resume(left(TRAIN_FAILED, 6))).toBeUndefined();
});
