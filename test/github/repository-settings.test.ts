import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Permissions } from "../../sandbox/github/access.ts";
import { startGitHub, type GitHub } from "../../sandbox/github/github.ts";
import type { Trouble } from "../../sandbox/github/troubles.ts";
import { Refused, type Refusal } from "../../src/github/refusal.ts";
import { openRest } from "../../src/github/rest.ts";
import {
  repositorySettings,
  type RepositorySettings,
} from "../../src/github/repository-settings.ts";

const TOKEN = "github_pat_of-a-person";
const ALL: Permissions = {
  actions: "write",
  actions_variables: "write",
  administration: "write",
  contents: "read",
  environments: "write",
  secrets: "write",
};
const NOW = new Date("2026-11-22T06:17:00Z");
const HOUR_MS = 3_600_000;

let github: GitHub;
beforeEach(async () => {
  github = await startGitHub();
  github.grant(TOKEN, ALL, "librarian");
});
afterEach(() => github.close());

async function open(url = github.url, token = TOKEN): Promise<RepositorySettings> {
  const cancelled = new AbortController().signal;
  const sender = { userAgent: "test", nowMs: () => performance.now(), cancelled };
  const rest = await openRest(token, url, sender, () => NOW);
  return repositorySettings(rest, "bookshop", "pipelines");
}

async function refusalOf(asked: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`);
  return error.refusal;
}

test("the repository, as far as its settings need it", async () => {
  github.store.change({ visibility: "public", defaultBranch: "trunk" });
  expect(await (await open()).repository()).toEqual({
    fullName: "bookshop/pipelines",
    pageUrl: "https://github.com/bookshop/pipelines",
    isPublic: true,
    isArchived: false,
    hasIssues: true,
    pushedAt: NOW,
    isOfOrganization: true,
    defaultBranch: "trunk",
  });
});

test.each(["", "a space at the end ", "two\nlines", "çedilha 🔑", "x".repeat(10_000)])(
  "a secret arrives as it was: %#",
  async (value) => {
    const shelf = (await open()).shelf();
    await shelf.setSecret("API_PASSWORD", value);
    expect(github.store.shelves.repository.secrets.values()).toEqual({ API_PASSWORD: value });
    expect(github.calls().map(({ body }) => body)).not.toContainEqual(
      expect.stringContaining(value === "" ? "never" : value),
    );
    expect([...(await shelf.secrets())]).toEqual([["API_PASSWORD", NOW]]);
  },
);

test("a variable is made, and then changed", async () => {
  const shelf = (await open()).shelf();
  await shelf.setVariable("API_URL", "http://one.example", false);
  await shelf.setVariable("API_URL", "http://two.example", true);
  expect(Object.fromEntries(await shelf.variables())).toEqual({ API_URL: "http://two.example" });
});

test("more variables than a page of GitHub's holds", async () => {
  for (let number = 0; number < 70; number += 1) {
    github.store.shelves.repository.variables.set(`V_${number}`, String(number), 0);
  }
  const variables = await (await open()).shelf().variables();
  expect([variables.size, variables.get("V_69")]).toEqual([70, "69"]);
});

test("an environment with a slash in its name", async () => {
  const settings = await open();
  await settings.createEnvironment("staging/eu");
  await settings.shelf("staging/eu").setSecret("API_PASSWORD", "open sesame");
  const environment = github.store.shelves.environment("staging/eu");
  expect(environment?.shelf.secrets.values()).toEqual({ API_PASSWORD: "open sesame" });
  expect(github.store.shelves.repository.secrets.values()).toEqual({});
});

test("a workflow is started on its branch, when it is there", async () => {
  const settings = await open();
  expect(await settings.hasWorkflow("preflight.yml")).toBe(false);
  github.store.addWorkflow({ path: ".github/workflows/preflight.yml", name: "Preflight" });
  expect(await settings.hasWorkflow("preflight.yml")).toBe(true);
  await settings.startWorkflow("preflight.yml", "main", {});
  await settings.startWorkflow("preflight.yml", "main", { environment: "staging" });
  expect(github.store.dispatches()).toMatchObject([
    { ref: "main", inputs: {} },
    { ref: "main", inputs: { environment: "staging" } },
  ]);
});

test("a file of the default branch, as it is there", async () => {
  const settings = await open();
  const text = `name: Ação # ${"x".repeat(100)}\n`;
  github.store.push(".github/workflows/pipeline.yml", text);
  expect(await settings.file(".github/workflows/pipeline.yml")).toBe(text);
  const absent = settings.file(".github/workflows/none.yml");
  expect(await refusalOf(absent)).toMatchObject({ kind: "not-found" });
});

describe("what GitHub refuses", () => {
  const set = (settings: RepositorySettings) => settings.shelf().setVariable("A", "1", false);

  test.each<[Trouble, Partial<Refusal>]>([
    ["primary-limit", { kind: "rate-limited", waitMs: HOUR_MS }],
    ["secondary-limit", { kind: "rate-limited", waitMs: 60_000 }],
    ["secondary-limit-429", { kind: "rate-limited", waitMs: 60_000 }],
    ["html-502", { kind: "failed", status: 502 }],
    ["not-found", { kind: "not-found", words: "Not Found" }],
  ])("%s", async (trouble, refusal) => {
    const settings = await open();
    github.setTroubles([trouble]);
    expect(await refusalOf(set(settings))).toMatchObject({
      call: "POST /repos/bookshop/pipelines/actions/variables",
      ...refusal,
    });
  });

  test.each<Trouble>(["html-answer", "other-shape"])("%s is no answer of GitHub's", async (one) => {
    const settings = await open();
    github.setTroubles([one]);
    expect(await refusalOf(settings.repository())).toMatchObject({ kind: "malformed" });
  });

  test("cut-answer: it may have been done", async () => {
    const settings = await open();
    github.setTroubles(["cut-answer"]);
    const refusal = await refusalOf(set(settings));
    expect(refusal).toMatchObject({ kind: "no-answer", ending: { kind: "lost" } });
  });

  test("nobody there: it was not even sent", async () => {
    await github.close();
    const refusal = await refusalOf(set(await open(github.url)));
    expect(refusal).toMatchObject({
      kind: "no-answer",
      ending: { kind: "not-sent" },
      words: expect.stringContaining("ECONNREFUSED"),
    });
    github = await startGitHub();
  });

  test("a token that nobody gave out", async () => {
    expect(await refusalOf(set(await open(github.url, "wrong")))).toMatchObject({
      kind: "token-rejected",
      words: "Bad credentials",
    });
  });

  test("a person's token without the permission, which GitHub names", async () => {
    github.grant(TOKEN, { ...ALL, actions_variables: "read" }, "librarian");
    expect(await refusalOf(set(await open()))).toMatchObject({
      kind: "not-permitted",
      accepted: ["actions_variables=write"],
      isIntegration: false,
    });
  });

  test("a job's own token", async () => {
    github.grant(TOKEN, {});
    const refusal = await refusalOf((await open()).shelf().secrets());
    expect(refusal).toMatchObject({ kind: "not-permitted", isIntegration: true });
  });

  test("a variable that came to be meanwhile", async () => {
    github.store.shelves.repository.variables.set("A", "2", 0);
    expect(await refusalOf(set(await open()))).toMatchObject({ kind: "conflict" });
  });

  test("a value that is too long", async () => {
    const shelf = (await open()).shelf();
    const refusal = await refusalOf(shelf.setVariable("A", "x".repeat(50_000), false));
    expect(refusal).toMatchObject({ kind: "invalid", words: expect.stringContaining("48 KB") });
  });
});
