import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

describe("the closing line of .ci/run", () => {
  test.each([
    [
      "checks that pass and fail",
      "check a true; check b false; check c true",
      "2 passed, 1 failed",
      1,
    ],
    ["a command that does not exist", "check a no-such-command", "0 passed, 1 failed", 1],
    [
      "a check that waits for an answer",
      "check a bash -c 'read -r || exit 3'",
      "0 passed, 1 failed",
      1,
    ],
    ["nothing at all", "", "0 passed, 0 failed", 1],
    ["information that fails", "check a true; information b false", "1 passed, 0 failed", 0],
    [
      "the tests that ran",
      jest("Tests:       1 skipped, 12 passed, 13 total"),
      "12 passed, 0 failed",
      0,
    ],
    [
      "two runs of jest in one command",
      jest("Tests:  3 passed, 3 total\nTests:  1 failed, 4 passed, 5 total", 1),
      "7 passed, 1 failed",
      1,
    ],
    ["no tests", jest("Tests:       0 total"), "0 passed, 1 failed", 1],
    ["only skipped tests", jest("Tests:       2 skipped, 2 total"), "0 passed, 1 failed", 1],
    [
      "a file of tests that does not load",
      jest("Tests:  5 passed, 5 total", 1),
      "5 passed, 1 failed",
      1,
    ],
    [
      "a test that prints such a line",
      jest("  Tests: 99 passed\nTests:  1 passed, 1 total"),
      "1 passed, 0 failed",
      0,
    ],
  ])("counts %s", (_, commands, closing, exitCode) => {
    const { stdout, status } = bash(
      `set -uo pipefail; source .ci/counting.sh\n${commands}\nclosing_line`,
    );

    expect(stdout.trimEnd().split("\n").at(-1)).toBe(closing);
    expect(status).toBe(exitCode);
  });

  test("comes after the whole log of what failed, and only the end of what passed", () => {
    const { stdout } = bash(
      "source .ci/counting.sh\ncheck good seq 1 50\ncheck bad bash -c 'seq 51 99; exit 1'\nclosing_line",
    );

    expect(stdout).toMatch(
      /✓ good \(\d+ s\)\n {4}47\n {4}48\n {4}49\n {4}50\n✗ bad \(exit 1 .*\n {4}51\n {4}52\n/,
    );
  });
});

describe(".ci/readme-command", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "orquestra-readme-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("runs the block that follows its mark, and no other", () => {
    const readme =
      "```sh\necho before\n```\n<!-- ci: test -->\n\n```sh\necho one\necho two\n```\n\n```sh\necho after\n```\n";
    const { stdout, status } = readmeCommand(readme);

    expect(stdout).toBe("echo one\necho two\none\ntwo\n");
    expect(status).toBe(0);
  });

  test.each([
    ["the command fails", "<!-- ci: test -->\n```sh\nfalse\ntrue\n```\n"],
    ["there is no such mark", "```sh\ntrue\n```\n"],
    ["the block is empty", "<!-- ci: test -->\n```sh\n```\n"],
  ])("fails when %s", (_, readme) => {
    expect(readmeCommand(readme).status).toBe(1);
  });

  function readmeCommand(readme: string) {
    writeFileSync(join(folder, "README.md"), readme);
    return bash(`root=$PWD; cd '${folder}'; "$root/.ci/readme-command" test`);
  }
});

test("the README marks the command that CI runs", () => {
  const { stdout } = bash("sed -n '/<!-- ci: test -->/,/^```$/p' README.md");

  expect(stdout).toMatch(/```sh\nnpm cit\n```/);
});

/** A command of `tests` that prints what jest would, on the stream where jest prints it. */
function jest(lines: string, exitCode = 0): string {
  return `tests t bash -c 'echo "${lines}" >&2; exit ${exitCode}'`;
}

function bash(script: string) {
  return spawnSync("bash", ["-c", script], { encoding: "utf8" });
}
