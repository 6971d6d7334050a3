import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { isFatal } from "../../src/configure/finding.ts";
import { variablesRead, type Level } from "../../src/configure/review.ts";
import {
  reviewWorkflow,
  type Circumstances,
  type WorkflowFinding,
} from "../../src/configure/review-workflow.ts";
import { workflowFrom } from "../../src/configure/workflow.ts";
import { readWorkflow } from "../../src/github/workflow-file.ts";

const COMMIT = "2b8f47d3906ce1a5d84b07f92ec6315fa0d9b7c4";
const EXAMPLE = readFileSync("examples/pipeline.yml", "utf8");
const ACTION = { repository: "acme/orquestra", commit: COMMIT, tag: "v1.0.0" };
/** The file that the command writes for a public API. */
const WRITTEN = workflowFrom(EXAMPLE, {
  action: ACTION,
  environment: undefined,
  selfHosted: false,
});

type Names = Readonly<Record<string, string>>;

function level(variables: Names, secrets: readonly string[]): Level {
  const dates = secrets.map((name) => [name, new Date(0)] as const);
  return {
    where: "repository",
    kept: { variables: new Map(Object.entries(variables)), secrets: new Map(dates) },
  };
}

const SECRETS = ["API_USERNAME", "API_PASSWORD"];
const PUBLIC: Circumstances = {
  levels: [level({ API_URL: "https://books.example" }, SECRETS)],
  shipped: new Set(variablesRead(EXAMPLE)),
  environment: undefined,
  isPublic: false,
  home: { action: undefined, workflow: "acme/books" },
};

async function findings(
  text: string,
  circumstances: Partial<Circumstances> = {},
): Promise<readonly WorkflowFinding[]> {
  const file = await readWorkflow(text);
  if (!file) throw new Error("no workflow");
  return reviewWorkflow(file, { ...PUBLIC, ...circumstances });
}

test("what the command writes fits", async () => {
  expect(await findings(WRITTEN)).toEqual([]);
});

test("so does what it writes for a private address and an environment", async () => {
  const changes = { action: ACTION, environment: "Staging EU", selfHosted: true };
  const levels = [level({ API_URL: "http://10.0.0.5:5000" }, SECRETS)];
  const circumstances = { environment: "staging eu", levels };
  expect(await findings(workflowFrom(EXAMPLE, changes), circumstances)).toEqual([]);
});

test("and what this repository, or a fork of it, runs itself", async () => {
  const own = readFileSync(".github/workflows/pipeline.yml", "utf8");
  for (const workflow of ["acme/orquestra", "elsewhere/Orquestra"]) {
    expect(await findings(own, { home: { action: undefined, workflow } })).toEqual([]);
  }
});

/** A job of a team's own. */
const job = (uses: string, more = "") => `
permissions: { actions: read, checks: read }
jobs:
  test: { runs-on: macos-latest, steps: [{ run: make }] }
  books:
    runs-on: ubuntu-latest
    ${more}
    steps:
      - uses: ${uses}
        with:
          api-url: \${{ vars.API_URL }}
          username: \${{ secrets.API_USERNAME }}
          password: \${{ secrets.API_PASSWORD }}
`;
const PINNED = `acme/orquestra@${COMMIT}`;

describe("which step uses this action", () => {
  test.each([[PINNED], [`Acme/Orquestra@${COMMIT}`], [`acme/orquestra/action/scrape@${COMMIT}`]])(
    "%s does",
    async (uses) => {
      expect(await findings(job(uses))).toEqual([]);
    },
  );

  test("so does a fork of another name, which is the one that lies here", async () => {
    const home = { action: "acme/books-runner", workflow: "acme/books" };
    expect(await findings(job(`acme/books-runner@${COMMIT}`), { home })).toEqual([]);
  });

  test.each([`acme/books-runner@${COMMIT}`, "./", "./action/scrape"])(
    "%s does not, in a repository of a team's",
    async (uses) => {
      expect(await findings(job(uses))).toEqual([{ kind: "action-missing" }]);
    },
  );
});

describe("what a run could not work with", () => {
  test.each<[string, string, Partial<Circumstances>, WorkflowFinding]>([
    ["the example as it lies there", EXAMPLE, {}, { kind: "action-placeholder" }],
    ["a file without the action", "jobs: {}", {}, { kind: "action-missing" }],
    [
      "a password that is not read",
      WRITTEN.replaceAll("secrets.API_PASSWORD", "secrets.PASSWORD"),
      {},
      { kind: "value-unread", name: "API_PASSWORD", store: "secrets" },
    ],
    [
      "a user name that is read from the other place",
      WRITTEN.replaceAll("secrets.API_USERNAME || ", ""),
      {},
      { kind: "value-unread", name: "API_USERNAME", store: "secrets" },
    ],
    [
      "no permission to check out a private repository",
      job(PINNED).replace("- uses:", "- uses: actions/checkout@v7\n      - uses:"),
      {},
      { kind: "contents-missing" },
    ],
    [
      "no environment",
      WRITTEN,
      { environment: "staging" },
      { kind: "environment-unnamed", environment: "staging" },
    ],
    [
      "another environment",
      job(PINNED, "environment: production"),
      { environment: "staging" },
      { kind: "environment-unnamed", environment: "staging" },
    ],
    [
      "GitHub's machine for a private address",
      WRITTEN,
      { levels: [level({ API_URL: "http://10.0.0.5:5000" }, SECRETS)] },
      { kind: "runner-outside", host: "10.0.0.5:5000", label: "ubuntu-latest", isPublic: false },
    ],
  ])("%s", async (_, text, circumstances, finding) => {
    const found = await findings(text, circumstances);
    expect(found).toEqual([finding]);
    expect(found.every(isFatal)).toBe(true);
  });
});

describe("what could be better", () => {
  test.each<[string, string, Partial<Circumstances>, WorkflowFinding]>([
    ["a tag", job("acme/orquestra@v1"), {}, { kind: "action-unpinned", uses: "acme/orquestra@v1" }],
    [
      "a short commit",
      job("acme/orquestra@2b8f47d"),
      {},
      { kind: "action-unpinned", uses: "acme/orquestra@2b8f47d" },
    ],
    [
      "no permission to read the earlier runs",
      job(PINNED, "permissions: { actions: read }"),
      {},
      { kind: "permission-missing", permission: "checks: read" },
    ],
    [
      "an issue on failure without the permission",
      `${job(PINNED)}          failure-issue: true\n`,
      {},
      { kind: "permission-missing", permission: "issues: write" },
    ],
    [
      "permissions that nobody states",
      job(PINNED).replace(/^permissions.*$/m, ""),
      {},
      { kind: "permissions-unstated", needed: ["actions: read", "checks: read"] },
    ],
    [
      "a setting that an older copy does not read",
      WRITTEN.replaceAll("vars.ORQUESTRA_MAX_DROP", "''"),
      { levels: [level({ API_URL: "https://x.example", ORQUESTRA_MAX_DROP: "10%" }, SECRETS)] },
      { kind: "setting-unread", name: "ORQUESTRA_MAX_DROP" },
    ],
  ])("%s", async (_, text, circumstances, finding) => {
    const found = await findings(text, circumstances);
    expect(found).toEqual([finding]);
    expect(found.some(isFatal)).toBe(false);
  });
});

test("a machine of one's own for a public address may be meant", async () => {
  const found = await findings(job(PINNED).replace("ubuntu-latest", "[self-hosted, linux]"));
  expect(found).toEqual([{ kind: "runner-own", host: "books.example", label: "self-hosted" }]);
  expect(found.some(isFatal)).toBe(false);
});

describe("what is no matter of this file's", () => {
  test.each<[string, string, Partial<Circumstances>]>([
    ["a value that is missing on GitHub", WRITTEN, { levels: [level({}, [])] }],
    [
      "a password that stands in a variable",
      WRITTEN,
      { levels: [level({ API_PASSWORD: "x" }, [])] },
    ],
    [
      "a user name in a variable",
      job(PINNED).replace("secrets.API_USERNAME", "vars.API_USERNAME"),
      { levels: [level({ API_USERNAME: "books" }, ["API_PASSWORD"])] },
    ],
    [
      "a variable that no workflow of ours reads",
      WRITTEN,
      { levels: [level({ ORQUESTRA_X: "1" }, [])] },
    ],
    [
      "an environment that an expression names",
      job(PINNED, "environment: ${{ matrix.shop }}"),
      { environment: "staging" },
    ],
    [
      "the permission to check out a public repository",
      job(PINNED).replace("- uses:", "- uses: actions/checkout@v7\n      - uses:"),
      { isPublic: true },
    ],
    [
      "a machine of one's own by another label",
      job(PINNED).replace("ubuntu-latest", "office"),
      { levels: [level({ API_URL: "http://10.0.0.5:5000" }, SECRETS)] },
    ],
    ["read-all", job(PINNED, "permissions: read-all"), {}],
    ["write-all", `${job(PINNED, "permissions: write-all")}          failure-issue: true\n`, {}],
    ["an issue that is off", `${job(PINNED)}          failure-issue: false\n`, {}],
  ])("%s", async (_, text, circumstances) => {
    expect(await findings(text, circumstances)).toEqual([]);
  });
});

test("what several jobs have in common is said once", async () => {
  const two = `${job("acme/orquestra@v1")}  more:\n    steps: [{ uses: acme/orquestra@v1 }]\n`;
  expect(await findings(two)).toEqual([{ kind: "action-unpinned", uses: "acme/orquestra@v1" }]);
});
