import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { createCommandFiles, readCommandFiles } from "../../sandbox/runner/command-files.ts";
import { Interpreter } from "../../sandbox/runner/interpreter.ts";
import { Masker } from "../../sandbox/runner/masker.ts";
import { StepLog } from "../../sandbox/runner/step-log.ts";
import { appendToCommandFile, asPairs } from "../../src/runner/command-file.ts";
import { temporaryFolder } from "../scenarios/folder.ts";

const VARIABLE = "GITHUB_OUTPUT";

afterEach(() => {
  delete process.env[VARIABLE];
});

test("whatever is in a value, the runner reads it back, and nothing else", async () => {
  const folder = await temporaryFolder();
  const name = fc.stringMatching(/^[a-z]+(-[a-z]+)*$/);
  // Lines end as on Linux; a value that holds "\r" alone is one line to us and two to a terminal.
  const value = fc.array(fc.oneof(fc.string(), fc.constantFrom("a<<b", "orquestra_", "x=y", "")));
  const outputs = fc.dictionary(
    name,
    value.map((lines) => lines.join("\n").replaceAll("\r", "")),
  );

  await fc.assert(
    fc.asyncProperty(outputs, async (given) => {
      const files = await createCommandFiles(folder);
      process.env[VARIABLE] = files.output;
      const masker = new Masker();
      const log = new StepLog(masker, () => {});
      const read = new Interpreter(log, masker, false);

      appendToCommandFile(VARIABLE, asPairs(given));
      await readCommandFiles(files, read, log, masker);

      expect({ ...read.outputs }).toEqual({ ...given });
      expect(log.failed).toBe(false);
    }),
    { numRuns: 50 },
  );
});

test("what other actions wrote before stays", async () => {
  const path = join(await temporaryFolder(), "output");
  writeFileSync(path, "before\n");
  process.env[VARIABLE] = path;

  appendToCommandFile(VARIABLE, "after\n");

  expect(readFileSync(path, "utf8")).toBe("before\nafter\n");
});

test.each([
  ["is not named", () => Promise.resolve(""), "GITHUB_OUTPUT is not set"],
  ["is not there", async () => join(await temporaryFolder(), "gone"), "ENOENT"],
  ["is a folder", () => temporaryFolder(), "EISDIR"],
  ["is on a full disk", () => Promise.resolve("/dev/full"), "ENOSPC"],
])("a file that %s is a mistake with its reason", async (_, place, reason) => {
  process.env[VARIABLE] = await place();

  expect(() => appendToCommandFile(VARIABLE, "x")).toThrow(reason);
});
