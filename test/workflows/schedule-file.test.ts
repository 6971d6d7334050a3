import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly permissions: Readonly<Record<string, string>> }>
  >;
}

/** Without it, runs that never came are told of only until the next push (src/github/same-file.ts). */
test.each([
  ["pipeline.yml", "pipeline"],
  ["dag.yml", "report"],
  ["fleet.yml", "pipeline"],
])("the copy of %s lets the job that tells of the schedule read its line", async (file, job) => {
  const { jobs } = parse(await readFile(`examples/${file}`, "utf8")) as Workflow;

  expect(jobs[job]?.permissions).toMatchObject({ contents: "read" });
});
