import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startSandbox, type Sandbox } from "../../sandbox/sandbox.ts";
import { ACT_TIMEOUT_MS, runWorkflow, type Trigger, type WorkflowRun } from "./act.ts";

const NAMES = ["north", "south", "west"] as const;
const BOOKS = { north: 20, south: 30, west: 40 };
let fleet: Readonly<Record<(typeof NAMES)[number], Sandbox>>;

beforeAll(async () => {
  const [north, south, west] = await Promise.all([
    startSandbox({ books: BOOKS.north }),
    startSandbox({ books: BOOKS.south, faults: ["empty-shop"] }),
    startSandbox({ books: BOOKS.west }),
  ]);
  fleet = { north, south, west };
});
afterAll(() => Promise.all(Object.values(fleet).map((sandbox) => sandbox.close())));

/** act knows no variables of an environment: the address of each is looked up in one of the repository's. */
const byEnvironment = (workflow: string) =>
  workflow.replaceAll("vars.API_URL", "fromJSON(vars.API_URLS)[matrix.environment]");

function runFleet(trigger: Trigger): Promise<WorkflowRun> {
  const urls = Object.fromEntries(NAMES.map((name) => [name, fleet[name].url]));
  return runWorkflow("fleet.yml", {
    ...trigger,
    change: byEnvironment,
    vars: {
      API_URLS: JSON.stringify(urls),
      ORQUESTRA_FLEET: JSON.stringify(NAMES),
      ...trigger.vars,
    },
    secrets: { API_USERNAME: "admin", API_PASSWORD: "admin" },
  });
}

const scrapes = () =>
  NAMES.map((name) => fleet[name].calls().filter(({ path }) => path === "/api/v1/scrape/").length);

describe("fleet.yml", () => {
  test(
    "runs one pipeline for each environment; where one fails, the others go on and the run is red",
    async () => {
      const run = await runFleet({ inputs: { tasks: "scrape, train", language: "auto" } });

      expect(run).toMatchObject({ exitCode: 1 });
      // Not by the results of the jobs: act gives each leg of a matrix that of the worst one.
      expect(run.exitCode).toBe(1);
      for (const name of ["north", "west"] as const) {
        const { steps, outputs, summary } = run.leg(name);
        expect(steps).toContain("Scrape and train: success");
        expect(outputs).toMatchObject({ result: "succeeded", records: String(BOOKS[name]) });
        expect(JSON.parse(outputs["run"] ?? "")).toMatchObject({ pipeline: name });
        expect(summary).toMatch(new RegExp(`^## ✅ ${BOOKS[name]} books`));
      }
      const { steps, outputs } = run.leg("south");
      expect(steps).toContain("Scrape and train: failure");
      expect(outputs).toMatchObject({ result: "failed", "failure-code": "no-data" });
      expect(scrapes()).toEqual([1, 1, 1]);
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "runs the environments that ORQUESTRA_FLEET names, each once, whatever the case of its name",
    async () => {
      const before = scrapes();
      const run = await runFleet({
        inputs: { tasks: "scrape", language: "pt-BR" },
        vars: { ORQUESTRA_FLEET: '["west", "WEST"]' },
      });

      expect(run).toMatchObject({ exitCode: 0, jobs: ["success", "success"] });
      expect(run.leg("west").summary).toMatch(/^## ✅ 40 livros/);
      expect(scrapes()).toEqual(before.map((count, index) => (index === 2 ? count + 1 : count)));
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "an environment that is not set up is red, and the others go on",
    async () => {
      const run = await runFleet({
        inputs: { "dry-run": "true", tasks: "scrape, train", language: "auto" },
        vars: { ORQUESTRA_FLEET: '["north", "east"]' },
      });

      expect(run.exitCode).toBe(1);
      expect(run.leg("north").outputs).toMatchObject({ result: "succeeded" });
      expect(run.leg("east")).toMatchObject({
        steps: ["Say that the environment is not set up: failure"],
        summary: expect.stringMatching(/^## ❌ Nothing ran: `east` has no API[^]*O que fazer/),
      });
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "an environment that would read the repository's own address is red, and nothing is scraped",
    async () => {
      const before = scrapes();
      const run = await runWorkflow("fleet.yml", {
        vars: { API_URL: fleet.north.url, ORQUESTRA_FLEET: '["nroth"]' },
        secrets: { API_USERNAME: "admin", API_PASSWORD: "admin" },
      });

      expect(run.exitCode).toBe(1);
      expect(run.leg("nroth").steps).toEqual(["Say that the environment is not set up: failure"]);
      expect(scrapes()).toEqual(before);
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "nothing runs while it is paused",
    async () => {
      const before = scrapes();
      const run = await runFleet({
        event: "workflow_dispatch",
        vars: { ORQUESTRA_PAUSED: "true" },
      });

      expect(run.exitCode).toBe(0);
      expect(run.leg("north").summary).toMatch(/^## ⏸️ Nothing ran: `north` is paused/);
      expect(scrapes()).toEqual(before);
    },
    ACT_TIMEOUT_MS,
  );

  test.each([
    ["environments", ""],
    ["repository-url", "has-url: 'true'"],
  ])(
    "is red where GitHub withholds the output %s, and nothing is scraped",
    async (output, more) => {
      const before = scrapes();
      const run = await runWorkflow("fleet.yml", {
        vars: { ORQUESTRA_FLEET: '["north"]' },
        change: (workflow) =>
          byEnvironment(workflow)
            .replace(new RegExp(`^( {6})${output}: .*$`, "m"), `$1${output}: ''`)
            .replace(/has-url: .*/, more === "" ? "$&" : more),
      });

      expect(run.exitCode).toBe(1);
      expect(run.steps).toContain("Say that GitHub withheld what the first job read: failure");
      expect(run.summary).toMatch(/^## ❌ Nothing ran: GitHub hides the names[^]*O que fazer/);
      expect(scrapes()).toEqual(before);
    },
    ACT_TIMEOUT_MS,
  );

  test.each([
    '["north"] ["south"]',
    " ",
    "north",
    "[]",
    '{"north": 1}',
    '["north", 1]',
    '[" "]',
    "['north']",
    "[",
    "null",
  ])(
    "ORQUESTRA_FLEET=%s is no list of environments, and the summary says how one is written",
    async (value) => {
      const run = await runFleet({ vars: { ORQUESTRA_FLEET: value } });

      expect(run).toMatchObject({
        exitCode: 1,
        jobs: ["failure"],
        steps: ["Read ORQUESTRA_FLEET: failure"],
      });
      expect(run.summary).toMatch(/^## ❌ Nothing ran[^]*`\["north", "south"\]`[^]*O que fazer/);
    },
    ACT_TIMEOUT_MS,
  );

  test(
    "nothing runs before ORQUESTRA_FLEET is set, and the summary says what to do",
    async () => {
      const run = await runFleet({ vars: { ORQUESTRA_FLEET: "" } });

      expect(run).toMatchObject({
        exitCode: 0,
        jobs: ["success"],
        steps: ["Read ORQUESTRA_FLEET: success"],
      });
      expect(run.summary).toMatch(/^## ⚪ Nothing ran[^]*`ORQUESTRA_FLEET`[^]*O que fazer/);
    },
    ACT_TIMEOUT_MS,
  );
});
