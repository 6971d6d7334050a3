import { expect, test } from "@jest/globals";
import { ALL, TOKEN } from "../configure/command.ts";
import { EXAMPLE, stageWith } from "../configure/preflight-stage.ts";

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
