import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { storedAs, storeOf } from "../../src/report/words/places.ts";

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly on: { readonly schedule?: readonly { readonly timezone: string }[] };
  readonly concurrency: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Job {
  readonly if?: string;
  readonly steps: readonly Step[];
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
  "test-alerts",
  "schedule-timezone",
  "github-token",
  "needs",
]);

/** Each workflow with the doors that it uses. */
const USES = [
  ["pipeline.yml", "./"],
  ["preflight.yml", "./action/preflight"],
  ["dag.yml", "./action/scrape"],
  ["dag.yml", "./action/train"],
  ["dag.yml", "./action/report"],
] as const;

describe.each(USES)("%s, with %s", (file, door) => {
  test("reads every other input of the action from the variable or secret of its name", async () => {
    const given = await settingsOf(file, door);
    const { inputs } = parse(await readFile(`${door}/action.yml`, "utf8")) as Action;

    for (const input of Object.keys(inputs).filter((name) => !BOUND_OTHERWISE.has(name))) {
      const store = storeOf(input) === "secret" ? "secrets" : "vars";
      expect(`${input}: ${String(given[input])}`).toContain(`${store}.${storedAs(input)} `);
    }
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
  });

  test("keeps the password a secret and the user name either, where the API is called", async () => {
    const { "api-url": url, username, password, needs } = await settingsOf(file, door);

    expect({ url, username, password, needs }).toEqual(
      door === "./action/report"
        ? { needs: "${{ toJSON(needs) }}" }
        : {
            url: "${{ vars.API_URL }}",
            username: "${{ secrets.API_USERNAME || vars.API_USERNAME }}",
            password: "${{ secrets.API_PASSWORD }}",
          },
    );
  });
});

test.each(["pipeline.yml", "dag.yml"])(
  "the schedule's time zone in %s is told to the action as it is beside its line",
  async (file) => {
    // As a team copies it: in this repository only one of them has a schedule.
    const workflow = await workflowIn(`examples/${file}`);
    const told = Object.values(workflow.jobs)
      .flatMap(({ steps }) => steps)
      .flatMap((step) => step.with?.["schedule-timezone"] ?? []);

    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told)).toEqual(new Set(workflow.on.schedule?.map(({ timezone }) => timezone)));
  },
);

test("of the workflows that scrape, one runs by the schedule here, and none beside another", async () => {
  const [pipeline, dag] = await Promise.all(
    ["pipeline.yml", "dag.yml"].map((file) => workflowIn(`.github/workflows/${file}`)),
  );

  expect(pipeline?.on.schedule).toHaveLength(1);
  expect(dag?.on.schedule).toBeUndefined();
  expect(dag?.concurrency).toEqual(pipeline?.concurrency);
});

describe("dag.yml", () => {
  test("names its parts so that the report finds what they told", async () => {
    const names = await Promise.all(
      ["scrape", "train", "report"].map(async (job) => {
        const { pipeline } = await settingsOf("dag.yml", `./action/${job}`);
        return pipeline;
      }),
    );

    expect(names).toEqual([
      "${{ format('{0}/scrape', vars.ORQUESTRA_PIPELINE || github.workflow) }}",
      "${{ format('{0}/train', vars.ORQUESTRA_PIPELINE || github.workflow) }}",
      "${{ vars.ORQUESTRA_PIPELINE || github.workflow }}",
    ]);
  });

  test("hands the output of each job on, and the report runs whatever became of them", async () => {
    const { jobs } = await workflowIn(".github/workflows/dag.yml");
    const handedOn = { run: "${{ steps.orquestra.outputs.run }}" };

    expect(jobs["scrape"]).toMatchObject({ outputs: handedOn });
    expect(jobs["train"]).toMatchObject({ outputs: handedOn, needs: "scrape" });
    expect(jobs["report"]).toMatchObject({
      needs: ["scrape", "train"],
      if: `always() && ${jobs["train"]?.if}`,
    });
  });
});

async function settingsOf(file: string, door: string): Promise<Readonly<Record<string, unknown>>> {
  const workflow = await workflowIn(`.github/workflows/${file}`);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const settings = steps.find(({ uses }) => uses === door)?.with;
  if (!settings) throw new Error(`${file} does not use ${door}`);
  return settings;
}

async function workflowIn(path: string): Promise<Workflow> {
  return parse(await readFile(path, "utf8")) as Workflow;
}
