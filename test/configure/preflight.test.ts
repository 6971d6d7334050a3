import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { REPO, stage, USER } from "./command.ts";

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

test("starts the workflow on the default branch", async () => {
  const { preflight, github } = stageWith(EXAMPLE);
  const ran = await preflight();
  expect(ran).toMatchObject({ exitCode: 0, err: "" });
  expect(ran.out).toContain("✔ Preflight is started");
  expect(github.store.dispatches()).toEqual([{ path: FILE, ref: "main", inputs: {} }]);
});

test("says so when there is none", async () => {
  const { run, books } = stage();
  const ran = await run([...REPO, "--preflight"], { env: { ...USER, API_URL: books.url } });
  expect(ran.exitCode).toBe(1);
  expect(ran.out).toContain("There is no preflight.yml on the default branch");
});
