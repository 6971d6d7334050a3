import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { Permissions } from "../../sandbox/github/access.ts";
import type { GitHub } from "../../sandbox/github/github.ts";
import type { Trouble } from "../../sandbox/github/troubles.ts";
import { repositoryReads } from "../../src/github/repository.ts";
import { openRest } from "../../src/github/rest.ts";
import { lookAtWorkflow, noLook } from "../../src/github/workflow-look.ts";
import type { Look } from "../../src/preflight/ports.ts";
import { createDoor } from "../../src/text/plain.ts";
import { githubOf, TOKEN } from "../sandbox/github/client.ts";

const READING: Permissions = { actions: "read", contents: "read" };
const PIPELINE = ".github/workflows/pipeline.yml";
const PREFLIGHT = ".github/workflows/preflight.yml";
const NOW = new Date("2026-11-25T12:00:00Z");
const SHIPPED = readFileSync("examples/pipeline.yml", "utf8");

/** A GitHub with the shipped workflow, of which the token may read this. */
async function shipped(permissions = READING, text = SHIPPED): Promise<GitHub> {
  const github = await githubOf(permissions);
  github.store.push(PIPELINE, text);
  github.store.push(PREFLIGHT, "on: push\njobs: {}\n");
  github.store.addWorkflow({ path: PIPELINE, name: "Pipeline" });
  return github;
}

async function lookFrom(
  { url }: Pick<GitHub, "url">,
  asked = { file: "pipeline.yml", own: "preflight.yml" },
  { token = TOKEN, cancelled = new AbortController().signal } = {},
): Promise<Look> {
  const sender = { userAgent: "test", nowMs: () => performance.now(), cancelled };
  const rest = await openRest(token, url, sender, () => NOW);
  const reads = repositoryReads(rest, "bookshop", "pipelines");
  return lookAtWorkflow(
    reads,
    asked,
    createDoor((text) => text),
    NOW,
  );
}

test("the shipped workflow, as GitHub has it", async () => {
  const github = await shipped();
  github.store.change({ visibility: "public", hasIssues: false });

  expect(await lookFrom(github)).toMatchObject({
    repository: {
      value: {
        isPublic: true,
        hasIssues: false,
        defaultBranch: "main",
        pushedAt: expect.any(Date),
      },
    },
    file: {
      value: {
        kind: "workflow",
        workflow: {
          schedule: [
            {
              cron: "17 6 * * *",
              timeZone: "America/Sao_Paulo",
              nextAt: new Date("2026-11-26T09:17:00Z"),
            },
          ],
          jobs: [
            {
              id: "pipeline",
              runsOn: ["ubuntu-latest"],
              permissions: { actions: "read", checks: "read", issues: "write" },
              timeoutMinutes: "${{ fromJSON(vars.ORQUESTRA_JOB_MINUTES || '60') }}",
            },
          ],
        },
      },
    },
    state: { value: "active" },
  });
});

test("one that is disabled", async () => {
  const github = await shipped();
  github.store.setWorkflowState(PIPELINE, "disabled_inactivity");

  expect((await lookFrom(github)).state).toEqual({ kind: "seen", value: "disabled_inactivity" });
});

describe("a file", () => {
  test("that is not there is missing, where another one is shown", async () => {
    const asked = { file: "daily.yml", own: "preflight.yml" };

    expect(await lookFrom(await shipped(), asked)).toMatchObject({
      file: { kind: "seen", value: { kind: "missing" } },
      state: { kind: "unseen", why: "no-actions" },
    });
  });

  test.each([
    ["its own is not shown either", { file: "daily.yml", own: "gone.yml" }],
    ["it is its own", { file: "daily.yml", own: "daily.yml" }],
  ])("that is not shown may be there: %s", async (_, asked) => {
    expect((await lookFrom(await shipped(), asked)).file).toEqual({
      kind: "unseen",
      why: "no-contents",
    });
  });

  test("that is no workflow is not readable", async () => {
    expect((await lookFrom(await shipped(READING, "name: [\n"))).file).toEqual({
      kind: "seen",
      value: { kind: "unreadable" },
    });
  });

  test("with a zone that nobody knows still has a line that can be read", async () => {
    const text = SHIPPED.replace("timezone: America/Sao_Paulo", "timezone: Sao_Paulo");

    expect((await lookFrom(await shipped(READING, text))).file).toMatchObject({
      value: { workflow: { schedule: [{ timeZone: "Sao_Paulo", nextAt: expect.any(Date) }] } },
    });
  });
});

describe("what is not shown is told, and nothing else is lost with it", () => {
  test.each<[string, Permissions, Partial<Record<keyof Look, string>>]>([
    ["nothing is granted", {}, { file: "no-contents", state: "no-actions" }],
    ["contents alone", { contents: "read" }, { state: "no-actions" }],
    ["actions alone", { actions: "read" }, { file: "no-contents" }],
  ])("%s", async (_, permissions, blind) => {
    const look = await lookFrom(await shipped(permissions));

    const seen = { repository: "seen", file: "seen", state: "seen" };
    const told = Object.entries(look).map(
      ([part, { why = "seen" }]: [string, { why?: string }]) => [part, why],
    );
    expect(Object.fromEntries(told)).toEqual({ ...seen, ...blind });
  });

  test.each<Trouble>([
    "html-502",
    "html-500",
    "html-answer",
    "other-shape",
    "cut-answer",
    "primary-limit",
    "secondary-limit-429",
  ])("GitHub in trouble: %s", async (trouble) => {
    const github = await shipped();
    github.setTroubles([trouble]);

    expect(await lookFrom(github)).toEqual(noLook("github-in-trouble"));
  });

  test("a token that GitHub does not know", async () => {
    const look = await lookFrom(await shipped(), undefined, { token: "ghs_unknown" });

    expect(look).toEqual(noLook("token-rejected"));
  });

  test("a GitHub that is not there", async () => {
    expect(await lookFrom({ url: "http://127.0.0.1:2" })).toEqual(noLook("github-in-trouble"));
  });

  test("a run that was cancelled", async () => {
    const cancelled = AbortSignal.abort();

    expect(await lookFrom(await shipped(), undefined, { cancelled })).toEqual(noLook("cancelled"));
  });
});
