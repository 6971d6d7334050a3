import { describe, expect, test } from "@jest/globals";
import { readPreflightInputs } from "../../src/settings/preflight.ts";
import { createDoor } from "../../src/text/plain.ts";

const door = createDoor((text) => text);

function read(inputs: Readonly<Record<string, string>>) {
  return readPreflightInputs(
    { input: (name) => inputs[name] ?? "", workflow: "w", job: "j" },
    door,
  );
}

test("nothing set means the shipped workflow, no limit in a variable, and no test", () => {
  expect(read({})).toEqual({
    workflow: "pipeline.yml",
    jobMinutes: "unset",
    testsAlerts: false,
    problems: [],
  });
});

describe("workflow", () => {
  test.each([
    ["daily.yaml", "daily.yaml"],
    [".github/workflows/daily.yml", "daily.yml"],
    ["self", "self"],
  ])("%s", (given, workflow) => {
    expect(read({ workflow: given })).toMatchObject({ workflow, problems: [] });
  });

  test.each(["../secret.yml", "a/b.yml", "daily", "daily.yml?ref=x", "äh.yml"])(
    "%s is no name of a file",
    (workflow) => {
      expect(read({ workflow })).toMatchObject({
        workflow: "pipeline.yml",
        problems: [{ input: "workflow", kind: "malformed", expected: "workflow-file" }],
      });
    },
  );
});

test.each([
  ["90", 90],
  ["untold", "untold"],
])("job-minutes: %s", (given, jobMinutes) => {
  expect(read({ "job-minutes": given })).toMatchObject({ jobMinutes, problems: [] });
});

test("all that is wrong is kept", () => {
  const { problems } = read({ "job-minutes": "an hour", "test-alerts": "yes", workflow: "x" });
  expect(problems.map(({ input }) => input)).toEqual(["workflow", "job-minutes", "test-alerts"]);
});
