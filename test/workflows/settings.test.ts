import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { storedAs, storeOf } from "../../src/report/words/places.ts";

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Those that do not come from a variable of their name; the token is the workflow's own. */
const BOUND_OTHERWISE = new Set([
  "api-url",
  "username",
  "password",
  "dry-run",
  "schedule-timezone",
  "github-token",
]);

describe.each(["pipeline.yml", "preflight.yml"])("%s", (file) => {
  test("reads every other input of the action from the variable or secret of its name", async () => {
    const given = await settingsOf(file);
    const { inputs } = parse(await readFile("action.yml", "utf8")) as Action;

    for (const input of Object.keys(inputs).filter((name) => !BOUND_OTHERWISE.has(name))) {
      const store = storeOf(input) === "secret" ? "secrets" : "vars";
      expect(`${input}: ${String(given[input])}`).toContain(`${store}.${storedAs(input)} `);
    }
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
  });

  test("keeps the password a secret and the user name either", async () => {
    expect(await settingsOf(file)).toMatchObject({
      "api-url": "${{ vars.API_URL }}",
      username: "${{ secrets.API_USERNAME || vars.API_USERNAME }}",
      password: "${{ secrets.API_PASSWORD }}",
    });
  });
});

test("the schedule's time zone is told to the action as it is beside its line", async () => {
  const { on } = parse(await readFile(".github/workflows/pipeline.yml", "utf8")) as {
    readonly on: { readonly schedule: readonly { readonly timezone: string }[] };
  };
  const { "schedule-timezone": told } = await settingsOf("pipeline.yml");

  expect(on.schedule.map(({ timezone }) => timezone)).toEqual([told]);
});

async function settingsOf(file: string): Promise<Readonly<Record<string, unknown>>> {
  const workflow = parse(await readFile(`.github/workflows/${file}`, "utf8")) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const settings = steps.find(({ uses }) => uses === "./")?.with;
  if (!settings) throw new Error(`${file} does not use the action`);
  return settings;
}
