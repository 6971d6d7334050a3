import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { ALL, REPO, stage, TOKEN, USER } from "../configure/command.ts";

const FILE = ".github/workflows/preflight.yml";
const EXAMPLE = readFileSync("examples/preflight.yml", "utf8");

/** A stage whose repository has this file on its default branch. */
function stageWith(text: string) {
  const here = stage();
  here.github.store.addWorkflow({ path: FILE, name: "Preflight" });
  here.github.store.push(FILE, text);
  const env = { ...USER, API_URL: here.books.url };
  return {
    ...here,
    preflight: (...args: string[]) => here.run([...REPO, "--preflight", ...args], { env }),
  };
}

test("tells it of which environment the settings are", async () => {
  const { preflight, github } = stageWith(EXAMPLE);
  expect(await preflight("--environment", "staging eu")).toMatchObject({ exitCode: 0, err: "" });
  expect(github.store.dispatches()).toMatchObject([{ inputs: { environment: "staging eu" } }]);
});

test("an older copy without that input is told from a mistake; the settings are set", async () => {
  const { preflight, github, books } = stageWith("on: { workflow_dispatch: }\njobs: {}\n");
  const ran = await preflight("--environment", "staging");
  expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining("(preflight-refused)") });
  expect(ran.err).toContain("Unexpected inputs provided");
  expect(ran.err).toContain("Copy examples/preflight.yml");
  expect(ran.out).toContain("✔ Read back");
  const shelf = github.store.shelves.environment("staging")?.shelf;
  expect(shelf?.variables.values()).toEqual({ API_URL: books.url });
  expect(github.store.dispatches()).toEqual([]);
});

test("takes one more permission, which is named", async () => {
  const { preflight, github } = stageWith(EXAMPLE);
  const { actions: _, ...others } = ALL;
  github.grant(TOKEN, others, "librarian");
  const ran = await preflight();
  expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining("Actions: write") });
  expect(ran.out).toContain("✔ Read back");
});

test("a dry run starts nothing", async () => {
  const { preflight, github } = stageWith(EXAMPLE);
  const ran = await preflight("--dry-run");
  expect(ran).toMatchObject({ exitCode: 0, err: "" });
  expect(ran.out).toContain("Preflight would be started.");
  expect(github.store.dispatches()).toEqual([]);
});
