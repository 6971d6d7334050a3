import { existsSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import * as v from "valibot";
import { runTiny } from "./runner/tiny-action.ts";

const EnvironmentSchema = v.record(v.string(), v.string());
const parseEnvironment = (text: string) => v.parse(EnvironmentSchema, JSON.parse(text));

describe("the environment", () => {
  const inputs = `inputs:
  api-url: { required: true }
  warm up: { default: 2m }
  dry-run: { default: false }
  empty: { default: "" }
  github-token: { default: "\${{ github.token }}" }`;
  const main = "console.log(JSON.stringify({ cwd: process.cwd(), ...process.env }))";

  test("is GitHub's, with the inputs, and nothing of the caller's", async () => {
    process.env["LEAKED_FROM_THE_CALLER"] = "yes";
    const run = await runTiny({ inputs, main }, { inputs: { "api-url": "http://x" }, attempt: 3 });
    delete process.env["LEAKED_FROM_THE_CALLER"];
    const env = parseEnvironment(run.raw);

    expect(env).toMatchObject({
      "INPUT_API-URL": "http://x",
      INPUT_WARM_UP: "2m",
      "INPUT_DRY-RUN": "false",
      INPUT_EMPTY: "",
      "INPUT_GITHUB-TOKEN": "",
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: "workflow_dispatch",
      GITHUB_RUN_ATTEMPT: "3",
      RUNNER_ENVIRONMENT: "github-hosted",
    });
    expect(env["cwd"]).toBe(env["GITHUB_WORKSPACE"]);
    const foreign = /^(CI|HOME|LANG|PATH|cwd|(GITHUB|RUNNER|INPUT)_.+)$/u;
    expect(Object.keys(env).filter((name) => !foreign.test(name))).toEqual([]);
    expect(existsSync(env["RUNNER_TEMP"] ?? "")).toBe(false);
  });

  test("gives the token where action.yml asks for it, and hides it in the log", async () => {
    const run = await runTiny({ inputs, main }, { token: "ghs_t0ken", secrets: ["api-secret"] });
    expect(JSON.parse(run.raw)).toMatchObject({ "INPUT_GITHUB-TOKEN": "ghs_t0ken" });
    expect(run.log.join("\n")).toContain('"INPUT_GITHUB-TOKEN":"***"');
    expect(run.masks).toEqual([]);
  });

  test("can be changed, and parts of it taken away", async () => {
    const env = { GITHUB_STEP_SUMMARY: undefined, GITHUB_JOB: "other" };
    const run = await runTiny({ main }, { env });
    expect(JSON.parse(run.raw)).not.toHaveProperty("GITHUB_STEP_SUMMARY");
    expect(JSON.parse(run.raw)).toMatchObject({ GITHUB_JOB: "other" });
  });

  test("holds an event file that can be read", async () => {
    const read = 'import(process.env.GITHUB_EVENT_PATH, { with: { type: "json" } })';
    const event = { name: "schedule", payload: { schedule: "17 6 * * *" } };
    const run = await runTiny({ main: `console.log((await ${read}).default.schedule)` }, { event });
    expect(run.log).toEqual(["17 6 * * *"]);
  });

  test("an input that action.yml does not know is passed on with a warning", async () => {
    const run = await runTiny({ inputs, main: "" }, { inputs: { "max-drop": "1" } });
    expect(run.annotations).toMatchObject([
      {
        level: "warning",
        message: expect.stringMatching(/^Unexpected input\(s\) 'max-drop', valid/u),
      },
    ]);
  });
});

describe("ending", () => {
  const wait = 'console.log("ready"); setInterval(() => {}, 1000);';

  test("a cancelled action hears SIGINT, and its post step still runs", async () => {
    const controller = new AbortController();
    const run = await runTiny(
      {
        main: `process.on("SIGINT", () => { console.log("stopping"); process.exit(1); }); ${wait}`,
        post: 'console.log("post")',
      },
      { signal: controller.signal, onLine: () => controller.abort() },
    );
    expect(run).toMatchObject({ exitCode: 1, signal: null, outcome: "failure" });
    expect(run.log).toEqual(["ready", "stopping", "post"]);
  });

  test("a killed action leaves the name of the signal", async () => {
    let kill: (() => void) | undefined;
    const run = await runTiny(
      { main: wait },
      { onStart: (child) => (kill = () => child.kill("SIGKILL")), onLine: () => kill?.() },
    );
    expect(run).toMatchObject({ exitCode: null, signal: "SIGKILL", outcome: "failure" });
  });

  test("nothing starts for a caller that has given up already", async () => {
    const signal = AbortSignal.abort();
    await expect(runTiny({ main: wait }, { signal })).rejects.toThrow(/aborted/u);
  });
});

test.each([
  [
    "an expression that it cannot evaluate",
    "a: { default: '${{ github.actor }}' }",
    "node24",
    /cannot evaluate/u,
  ],
  ["another runtime", "a: {}", "node20", /Expected "node24"/u],
])("an action with %s is refused", async (_, input, runtime, reason) => {
  const inputs = `inputs: { ${input} }`;
  await expect(runTiny({ main: "", inputs, runtime })).rejects.toThrow(reason);
});
