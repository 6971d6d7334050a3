import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";
import { startTime } from "../../../sandbox/month/time.ts";

const THEN_MS = Date.parse("2026-06-12T06:20:00Z");
/** How long a Node process may take to start, on a busy machine. */
const START_MS = 60_000;

/** What a Node process says of a time that was moved to THEN_MS. */
async function tell(expression: string, variables: NodeJS.ProcessEnv = {}): Promise<unknown> {
  const time = startTime();
  time.moveTo(THEN_MS);
  const script = `console.log(JSON.stringify(${expression}))`;
  const env = { ...process.env, ...time.environment(), ...variables };
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", script], { env });
  return JSON.parse(stdout);
}

test("a time that was moved goes on from there", () => {
  const time = startTime();
  time.moveTo(THEN_MS);
  expect(time.nowMs() - THEN_MS).toBeGreaterThanOrEqual(0);
  expect(time.nowMs() - THEN_MS).toBeLessThan(START_MS);
});

test("a process that is told of it has that wall clock, whichever way it looks at it", async () => {
  const looks = [
    "Date.now()",
    "new Date().getTime()",
    "Date.parse(Date())",
    "+Reflect.construct(Date, [])",
  ];
  const told = (await tell(`[${looks.join(",")}]`)) as readonly number[];
  expect(told).toHaveLength(looks.length);
  for (const atMs of told) {
    // Date() has no milliseconds.
    expect(atMs).toBeGreaterThanOrEqual(THEN_MS - 1000);
    expect(atMs).toBeLessThan(THEN_MS + START_MS);
  }
});

test("all else of Date stays as it is", async () => {
  expect(
    await tell(
      "[new Date(0), new Date(2026, 0, 2).getDate(), Date.UTC(1970, 0, 1, 0, 0, 1), new Date() instanceof Date, new (class Day extends Date { n() { return 7; } })(0).n()]",
    ),
  ).toEqual(["1970-01-01T00:00:00.000Z", 2, 1000, true, 7]);
});

test("what measures durations knows nothing of it", async () => {
  expect(await tell("performance.now()")).toBeLessThan(START_MS);
});

test("a process that is not told by how much does not start", async () => {
  await expect(tell("1", { SANDBOX_CLOCK_SHIFT_MS: "" + Number.NaN })).rejects.toThrow(
    "SANDBOX_CLOCK_SHIFT_MS must be milliseconds",
  );
});
