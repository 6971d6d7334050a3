import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { storedAs, storeOf } from "../../src/report/words/places.ts";

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Job {
  readonly permissions: object;
  readonly env?: { readonly READINESS: string };
  readonly "timeout-minutes": unknown;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: {
    readonly schedule?: readonly { readonly cron: string; readonly timezone: string }[];
    readonly workflow_dispatch: { readonly inputs: Readonly<Record<string, object>> };
  };
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflow = async (path: string) => parse(await readFile(path, "utf8")) as Workflow;
const here = (file: string) => workflow(`.github/workflows/${file}`);

async function jobOf(file: string, name: string): Promise<Job & { readonly given: Step["with"] }> {
  const job = (await here(file)).jobs[name];
  const given = job?.steps.find(({ uses }) => uses?.startsWith("./"))?.with;
  if (!job || !given) throw new Error(`${file} has no job ${name} that uses the action`);
  return { ...job, given };
}

/** The condition under which it is paused. */
function pausedIn({ env }: Job): string | undefined {
  return /\([^()]*'paused'\)/.exec(env?.READINESS ?? "")?.[0];
}

/** The hour and the minute of a daily line of cron, in minutes. */
function minutesOf(cron: string): number {
  const [, minute, hour] = /^(\d+) (\d+) \* \* \*$/.exec(cron) ?? [];
  return Number(hour) * 60 + Number(minute);
}

describe("fleet.yml", () => {
  test("does for each environment what pipeline.yml does, under the environment's name", async () => {
    const [one, each] = await Promise.all([
      jobOf("pipeline.yml", "pipeline"),
      jobOf("fleet.yml", "pipeline"),
    ]);

    expect(each.given).toEqual({ ...one.given, pipeline: "${{ matrix.environment }}" });
    expect(each.permissions).toEqual(one.permissions);
    expect(pausedIn(each)).toBe(pausedIn(one));
    expect(each["timeout-minutes"]).toBe(one["timeout-minutes"]);
  });

  test("has the buttons of pipeline.yml, and in its copy the schedule, too", async () => {
    const [pipeline, fleet, copy] = await Promise.all([
      here("pipeline.yml"),
      here("fleet.yml"),
      workflow("examples/fleet.yml"),
    ]);
    const names = ({ on }: Workflow) => Object.keys(on.workflow_dispatch.inputs);

    expect(names(fleet)).toEqual(names(pipeline));
    expect(fleet.on.schedule).toBeUndefined();
    expect(copy.on.schedule).toEqual(pipeline.on.schedule);
  });
});

describe("watch.yml", () => {
  test("reads every input of the watch from the variable or secret of its name", async () => {
    const { given = {} } = await jobOf("watch.yml", "watch");
    const { inputs } = parse(await readFile("action/watch/action.yml", "utf8")) as {
      readonly inputs: object;
    };
    const names = Object.keys(inputs).filter((name) => name !== "github-token");

    expect(Object.keys(given).toSorted()).toEqual(names.toSorted());
    for (const name of names) {
      const store = storeOf(name) === "secret" ? "secrets" : "vars";
      expect(`${name}: ${given[name]}`).toContain(`${store}.${storedAs(name)} `);
    }
  });

  test("is paused by what pauses pipeline.yml", async () => {
    const [watch, pipeline] = await Promise.all([
      jobOf("watch.yml", "watch"),
      jobOf("pipeline.yml", "pipeline"),
    ]);
    expect(pausedIn(pipeline)).toContain("vars.ORQUESTRA_PAUSED");
    expect(pausedIn(watch)).toBe(pausedIn(pipeline));
  });

  test("looks hours after pipeline.yml was due, on the same day", async () => {
    const [watch, pipeline] = await Promise.all([here("watch.yml"), here("pipeline.yml")]);
    const [look] = watch.on.schedule ?? [];
    const [due] = pipeline.on.schedule ?? [];

    expect(look?.timezone).toBe(due?.timezone);
    expect(minutesOf(look?.cron ?? "") - minutesOf(due?.cron ?? "")).toBe(10 * 60);
  });
});
