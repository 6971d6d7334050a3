import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";

/** What a workflow does when it cannot start, its own shell lines included; conditions are act's. */

interface Step {
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const SECRETS = "/settings/secrets/actions)";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "not-set-up-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe.each([
  ["pipeline.yml", "pipeline"],
  ["dag.yml", "scrape"],
])("%s", (file, job) => {
  test.each([
    ["not-set-up", 0, ["`API_URL` as a [variable](", "`API_URL` como [variável](", SECRETS]],
    [
      "url-is-secret",
      1,
      ["`API_URL` exists as a secret", "`API_URL` existe como segredo", SECRETS],
    ],
    ["paused", 0, ["delete the variable `ORQUESTRA_PAUSED`", "exclua a variável"]],
  ])(
    "%s ends with %i and says what to do in both languages",
    async (readiness, exitCode, words) => {
      const { code, summary } = await runStep(file, job, readiness);

      expect(code).toBe(exitCode);
      for (const said of words) expect(summary).toContain(said);
      expect(summary).toContain("/settings/variables/actions)");
    },
  );
});

async function runStep(file: string, job: string, readiness: string) {
  const text = await readFile(`.github/workflows/${file}`, "utf8");
  const { steps = [] } = (parse(text) as Workflow).jobs[job] ?? {};
  const step = steps.find((candidate) => candidate.if === `env.READINESS == '${readiness}'`);
  const written = join(folder, "summary.md");
  const env = { ...process.env, ...step?.env, GITHUB_STEP_SUMMARY: written };
  const code = await new Promise<number>((resolve) => {
    // As GitHub runs a step without `shell:` on Linux.
    const child = execFile("bash", ["-e", "-c", step?.run ?? "exit 99"], { env }, () =>
      resolve(child.exitCode ?? -1),
    );
  });
  return { code, summary: await readFile(written, "utf8") };
}
