import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { workflowFrom } from "../../src/configure/workflow.ts";

interface Locked {
  readonly concurrency?: { readonly group: string };
}
interface Workflow extends Locked {
  readonly jobs: Readonly<Record<string, Locked>>;
}

/** Every group of a workflow: its own and those of its jobs. */
function groupsIn(text: string): readonly string[] {
  const workflow = parse(text) as Workflow;
  return [workflow, ...Object.values(workflow.jobs)].flatMap(
    ({ concurrency }) => concurrency?.group ?? [],
  );
}

/** What is certain of a group: all of it, or what stands before its first expression. */
function beginningOf(group: string): { readonly text: string; readonly isAll: boolean } {
  const [text = "", ...rest] = group.toLowerCase().split("${{");
  return { text, isAll: rest.length === 0 };
}

/** Whether some names could make two groups one. */
function canMeet(one: string, other: string): boolean {
  const [a, b] = [beginningOf(one), beginningOf(other)];
  const fits = (short: typeof a, long: typeof a) =>
    !short.isAll && long.text.startsWith(short.text);
  return a.text === b.text || fits(a, b) || fits(b, a);
}

test("no two groups can be one, whatever environments are called, but that of one API", async () => {
  const folder = ".github/workflows";
  const files = await readdir(folder);
  const groups = await Promise.all(
    files.map(async (file) =>
      groupsIn(await readFile(`${folder}/${file}`, "utf8")).map((group) => [file, group] as const),
    ),
  );
  const all = groups.flat();
  expect(all.length).toBeGreaterThanOrEqual(8);

  const meeting = all.flatMap(([file, group], index) =>
    all
      .slice(index + 1)
      .filter(([, other]) => canMeet(group, other))
      .map(([other]) => [file, other].toSorted().join(" and ")),
  );
  expect(meeting).toEqual(["dag.yml and pipeline.yml"]);
});

test.each([
  ["orquestra-${{ matrix.environment }}", "orquestra-fleet", true],
  ["orquestra/environment/${{ matrix.environment }}", "orquestra-fleet", false],
  ["orquestra", "Orquestra", true],
  ["orquestra", "orquestra-watch", false],
])("%s and %s can be one: %s", (one, other, expected) => {
  expect(canMeet(one, other)).toBe(expected);
});

test("the workflow of an environment waits for the fleet's leg of it", async () => {
  const [example, fleet] = await Promise.all([
    readFile("examples/pipeline.yml", "utf8"),
    readFile("examples/fleet.yml", "utf8"),
  ]);
  const own = workflowFrom(example, { action: undefined, environment: "north", selfHosted: false });
  const leg = groupsIn(fleet)[1]?.replace("${{ matrix.environment }}", "north");

  expect(groupsIn(own)).toEqual([leg]);
  expect(groupsIn(example)).toEqual(["orquestra"]);
});
