import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  ledgerLine,
  ledgerTitle,
  parseLedger,
  type LedgerEntry,
} from "../../src/pipeline/ledger.ts";
import { FAILURE_CODES } from "../../src/pipeline/failure.ts";
import { RESULTS, TASK_NAMES } from "../../src/pipeline/names.ts";

const LINE =
  "v=1 pipeline=daily attempt=1 records=1000 before=997 scrape=62.1 train=4.0 artifacts=3";
const ENTRY: LedgerEntry = {
  result: "succeeded",
  pipeline: "daily",
  attempt: 1,
  records: 1000,
  before: 997,
  scrapeSeconds: 62.1,
  trainingSeconds: 4,
  artifacts: 3,
};

describe("the ledger line", () => {
  test("is the line of the design", () => {
    expect(ledgerTitle(ENTRY)).toBe("Orquestra: succeeded");
    expect(ledgerLine(ENTRY)).toBe(LINE);
  });

  test("is read back as it was written", () => {
    expect(parseLedger("Orquestra: succeeded", LINE)).toEqual(ENTRY);
  });

  test("of a failed run carries the task and the code", () => {
    expect(
      ledgerLine({
        result: "failed",
        pipeline: "My flow/daily job",
        attempt: 2,
        failed: "scrape",
        code: "timed-out",
      }),
    ).toBe('v=1 pipeline="My flow/daily job" attempt=2 failed=scrape code=timed-out');
  });

  test("of a preflight says that it was one", () => {
    const entry: LedgerEntry = { ...ENTRY, artifacts: 0, mode: "preflight" };
    expect(ledgerLine(entry)).toMatch(/ mode=preflight$/);
    expect(parseLedger("Orquestra: succeeded", ledgerLine(entry))).toEqual(entry);
    expect(parseLedger("Orquestra: succeeded", `${LINE} mode=other`)).toBeUndefined();
  });

  test.each([
    ["more than one word", "My flow/daily job"],
    ["quotes", 'the "daily" one'],
    ["a backslash", "a\\b c\\"],
    ["an equals sign", "env=prod"],
    ["what looks like a pair", '" records=9 x="'],
    ["letters of any alphabet", "diário 📚"],
  ])("keeps a pipeline's name with %s", (_case, pipeline) => {
    const entry: LedgerEntry = { result: "failed", pipeline, attempt: 1 };
    expect(parseLedger("Orquestra: failed", ledgerLine(entry))).toEqual(entry);
  });

  test("is read up to 1,024 characters", () => {
    const line = (chars: number) => `v=1 attempt=1 pipeline=${"a".repeat(chars - 23)}`;
    expect(line(1024)).toHaveLength(1024);
    expect(parseLedger("Orquestra: succeeded", line(1024))?.attempt).toBe(1);
    expect(parseLedger("Orquestra: succeeded", line(1025))).toBeUndefined();
  });

  test("survives the way there and back, whatever the pipeline is called", () => {
    const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const count = fc.maxSafeNat();
    const seconds = fc.nat({ max: 1_000_000 }).map((tenths) => tenths / 10);
    const entries = fc.record({
      result: fc.constantFrom(...RESULTS),
      pipeline: fc
        .string({ minLength: 1, maxLength: 100, unit: "grapheme" })
        .filter((name) => !/[\r\n]/.test(name)),
      attempt: fc.integer({ min: 1, max: 1000 }),
      records: optional(count),
      before: optional(count),
      scrapeSeconds: optional(seconds),
      trainingSeconds: optional(seconds),
      artifacts: optional(count),
      failed: optional(fc.constantFrom(...TASK_NAMES)),
      code: optional(fc.constantFrom(...FAILURE_CODES)),
    });
    fc.assert(
      fc.property(entries, (generated) => {
        const entry = Object.fromEntries(
          Object.entries(generated).filter(([, value]) => value !== undefined),
        ) as unknown as LedgerEntry;
        expect(parseLedger(ledgerTitle(entry), ledgerLine(entry))).toEqual(entry);
      }),
    );
  });
});

describe("what is not ours is not read", () => {
  test.each([
    ["another title", "Deployed", LINE],
    ["a result that does not exist", "Orquestra: splendid", LINE],
    ["another version", "Orquestra: succeeded", LINE.replace("v=1", "v=2")],
    ["no version", "Orquestra: succeeded", LINE.replace("v=1 ", "")],
    ["no pipeline", "Orquestra: succeeded", "v=1 attempt=1"],
    ["an empty pipeline", "Orquestra: succeeded", 'v=1 pipeline="" attempt=1'],
    ["no attempt", "Orquestra: succeeded", "v=1 pipeline=daily"],
    ["a repeated key", "Orquestra: succeeded", `${LINE} records=1`],
    ["an unknown key", "Orquestra: succeeded", `${LINE} admin=true`],
    ["a key of Object's prototype", "Orquestra: succeeded", `${LINE} constructor=1`],
    ["a negative count", "Orquestra: succeeded", LINE.replace("1000", "-1000")],
    ["a count with a fraction", "Orquestra: succeeded", LINE.replace("1000", "1.5")],
    ["a count in hexadecimal", "Orquestra: succeeded", LINE.replace("1000", "0x10")],
    ["a count beyond exact numbers", "Orquestra: succeeded", LINE.replace("1000", "9".repeat(16))],
    ["seconds with two decimals", "Orquestra: succeeded", LINE.replace("62.1", "62.15")],
    ["negative seconds", "Orquestra: succeeded", LINE.replace("62.1", "-62.1")],
    ["a task that does not exist", "Orquestra: failed", "v=1 pipeline=a attempt=1 failed=lunch"],
    ["an open quote", "Orquestra: failed", 'v=1 pipeline="a attempt=1'],
    ["two lines", "Orquestra: succeeded", `${LINE}\n${LINE}`],
    ["nothing", "Orquestra: succeeded", ""],
    ["attempt 0", "Orquestra: succeeded", "v=1 pipeline=a attempt=0"],
  ])("%s", (_case, title, line) => {
    expect(parseLedger(title, line)).toBeUndefined();
  });

  test("and no text at all makes the parser throw or hang", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (line) => {
        const entry = parseLedger("Orquestra: succeeded", line);
        expect(entry === undefined || entry.attempt >= 1).toBe(true);
      }),
    );
  });
});
