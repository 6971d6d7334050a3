import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { readWatchSettings } from "../../src/settings/watch.ts";
import { createDoor } from "../../src/text/plain.ts";

const door = createDoor((text) => text);

function read(inputs: Readonly<Record<string, string>>) {
  return readWatchSettings(
    { input: (name) => inputs[name] ?? "", workflow: "Watch", job: "watch" },
    door,
  );
}

test("the defaults are those of its action.yml, for inputs that are empty or not set", () => {
  const { inputs } = parse(readFileSync("action/watch/action.yml", "utf8")) as {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  };
  const written = Object.entries(inputs).map(([name, input]) => [name, input.default]);
  const defaults = read({});

  expect(defaults.problems).toEqual([]);
  expect(defaults.settings).toMatchObject({
    workflow: "pipeline.yml",
    maxAgeMs: 28 * 3_600_000,
    watched: undefined,
    history: 30,
  });
  expect(read({ ...Object.fromEntries(written), "github-token": "" })).toEqual(defaults);
});

test.each([
  ["fleet.yml", "fleet.yml"],
  ["daily books.yaml", "daily books.yaml"],
  [".github/workflows/fleet.yml", "fleet.yml"],
])("workflow: %s", (workflow, file) => {
  expect(read({ workflow }).settings.workflow).toBe(file);
});

test.each(["pipeline", "../pipeline.yml", "a/b.yml", ".yml", "17", "x.yml\n", "?.yml"])(
  "workflow: %j is no file of a workflow",
  (workflow) => {
    expect(read({ workflow }).problems).toMatchObject([
      { input: "workflow", kind: "malformed", expected: "workflow-file" },
    ]);
  },
);

test("all that is wrong is kept at once", () => {
  const wrong = { workflow: "x", "max-age": "1 day", history: "0", "failure-issue": "yes" };
  expect(read(wrong).problems.map(({ input, kind }) => `${input}: ${kind}`)).toEqual([
    "workflow: malformed",
    "max-age: malformed",
    "failure-issue: malformed",
    "history: out-of-range",
  ]);
});

test("a pipeline is looked for by the name with which it writes its line", () => {
  expect(read({ pipeline: "north ##[x] " }).settings.watched).toBe("north # #[x]");
});
