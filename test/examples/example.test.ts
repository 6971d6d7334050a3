import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { exampleOf } from "../../examples/example.ts";

const WORKFLOW = `\
# What it is for.
name: Pipeline

permissions: {}

on:
  # example: schedule:
  # example:   - cron: "17 6 * * *" # early
  workflow_dispatch:

jobs:
  pipeline:
    runs-on: ubuntu-latest
    permissions:
      contents: read # checks out the action
      actions: read # finds the earlier runs
    steps:
      - name: Check out the action
        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1

      - name: Scrape and train # the work
        uses: ./
        with:
          api-url: \${{ vars.API_URL }}
      - uses: ./action/report
`;

describe("exampleOf", () => {
  const example = exampleOf(WORKFLOW);

  test("takes the action from its release", () => {
    expect(example).toMatch(/uses: OWNER\/orquestra@0{40} # v1\n/);
    expect(example).toMatch(/uses: OWNER\/orquestra\/action\/report@0{40} # v1\n/);
    expect(example).not.toContain("uses: ./");
  });

  test("switches on what only who copies it needs", () => {
    expect(example).toContain('on:\n  schedule:\n    - cron: "17 6 * * *" # early\n  workflow_');
    expect(example).not.toContain("# example:");
  });

  test("asks for nothing that only the check-out needed", () => {
    expect(example).not.toContain("actions/checkout");
    expect(example).not.toContain("contents: read");
  });

  test("keeps everything else as it is, comments included", () => {
    expect(example).toMatch(/^# Copy this file[^]*# What it is for\.\nname: Pipeline\n/);
    expect(example).toContain("      actions: read # finds the earlier runs\n");
    expect(example).toContain("    steps:\n      - name: Scrape and train # the work\n");
    expect(example).toContain("          api-url: ${{ vars.API_URL }}\n");
  });
});

test("names at the top what is to be replaced, a line each", () => {
  const zeros = "0".repeat(40);
  expect(exampleOf(WORKFLOW)).toContain(
    `and replace\n# OWNER/orquestra@${zeros}\n# OWNER/orquestra/action/report@${zeros}\n# by the account`,
  );
});

test("leaves a permission that is for more than the check-out", () => {
  const reads = "contents: read # reads this file";

  expect(exampleOf(WORKFLOW.replace(/contents: read .*/, reads))).toContain(`      ${reads}\n`);
});

test("leaves what is no action of ours as it is", () => {
  const uses = "uses: ./.github/actions/notify";

  expect(exampleOf(WORKFLOW.replace("uses: ./action/report", uses))).toContain(`${uses}\n`);
});

test.each(["pipeline.yml", "dag.yml", "fleet.yml", "watch.yml", "preflight.yml"])(
  "examples/%s is up to date",
  async (name) => {
    const workflow = await readFile(`.github/workflows/${name}`, "utf8");

    expect(await readFile(`examples/${name}`, "utf8")).toBe(exampleOf(workflow));
  },
);
