import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { compareWorkflow, isOurOwn } from "../../src/configure/compare-workflow.ts";
import { unpinnedFrom, workflowFrom } from "../../src/configure/workflow.ts";

const EXAMPLE = readFileSync("examples/pipeline.yml", "utf8");
const COMMIT = "2b8f47d3906ce1a5d84b07f92ec6315fa0d9b7c4";
const OLDER = "1".repeat(40);
const pinned = (commit: string, tag: string | undefined, selfHosted = false) =>
  workflowFrom(EXAMPLE, {
    action: { repository: "acme/orquestra", commit, tag },
    environment: "staging",
    selfHosted,
  });
const WANTED = pinned(COMMIT, "v1.2.3");
const UNPINNED = unpinnedFrom(EXAMPLE, "staging");
const compare = (known: string | undefined) => compareWorkflow(known, WANTED, UNPINNED);

test("nothing is there", () => {
  expect(compare(undefined)).toEqual({ kind: "absent" });
});

test.each([
  ["as it would be written", WANTED],
  ["as git has it on Windows", WANTED.replaceAll("\n", "\r\n")],
])("the same: %s", (_, known) => {
  expect(compare(known)).toEqual({ kind: "same" });
});

describe("written without a commit, and not touched since", () => {
  test.each([
    ["the example itself", EXAMPLE],
    ["with its line ends of Windows", EXAMPLE.replaceAll("\n", "\r\n")],
    ...UNPINNED.map((text, index) => [`for another runner or environment ${index}`, text] as const),
  ])("%s", (_, known) => {
    expect(compare(known)).toEqual({ kind: "unfinished" });
  });

  test("but not what somebody has worked on", () => {
    const known = EXAMPLE.replace('cron: "17 6 * * *"', 'cron: "3 4 * * *"');
    expect(compare(known)).toMatchObject({ kind: "different" });
  });
});

describe("what differs is named, and the rest counted", () => {
  const USES = `acme/orquestra@${COMMIT} # v1.2.3`;

  test.each([
    [
      "another commit",
      pinned(OLDER, undefined),
      { named: [{ key: "uses", is: `acme/orquestra@${OLDER}`, wouldBe: USES }], others: 0 },
    ],
    [
      "another runner",
      pinned(COMMIT, "v1.2.3", true),
      { named: [{ key: "runs-on", is: "self-hosted", wouldBe: "ubuntu-latest" }], others: 0 },
    ],
    [
      "a schedule of one's own, and two lines of a team's",
      WANTED.replace('"17 6 * * *"', '"3 4 * * *"').concat("# one\n# two\n"),
      { named: [{ key: "cron", is: '"3 4 * * *"', wouldBe: '"17 6 * * *"' }], others: 2 },
    ],
    [
      "a line that is gone",
      WANTED.replace(/.*runs-on:.*\n/, ""),
      { named: [{ key: "runs-on", is: undefined, wouldBe: "ubuntu-latest" }], others: 0 },
    ],
    ["one line twice", WANTED.concat("jobs:\n"), { named: [], others: 1 }],
  ])("%s", (_, known, differences) => {
    expect(compare(known)).toEqual({ kind: "different", differences });
  });

  test.each([
    ["another commit", pinned(OLDER, undefined), true],
    ["another commit and another runner", pinned(OLDER, "v1.0.0", true), true],
    ["the action of somebody else", WANTED.replace("acme/orquestra@", "fork/orquestra@"), false],
    ["a label of one's own", WANTED.replace("ubuntu-latest", "[self-hosted, books]"), false],
    ["a line that is gone", WANTED.replace(/.*uses: acme.*\n/, ""), false],
    ["a schedule of one's own", WANTED.replace('"17 6 * * *"', '"3 4 * * *"'), false],
    ["one line more", pinned(OLDER, undefined).concat("# ours\n"), false],
  ])("%s is what this command writes itself: %p", (_, known, isOurs) => {
    const comparison = compare(known);
    expect(comparison.kind === "different" && isOurOwn(comparison.differences)).toBe(isOurs);
  });

  test("of another file altogether, too", () => {
    expect(compare("name: old\n")).toMatchObject({
      differences: {
        named: [
          { key: "uses", is: undefined, wouldBe: USES },
          { key: "runs-on", is: undefined },
          { key: "cron", is: undefined },
          { key: "timezone", is: undefined },
        ],
        others: expect.any(Number),
      },
    });
  });
});
