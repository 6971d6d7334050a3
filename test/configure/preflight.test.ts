import { expect, test } from "@jest/globals";
import { REPO, stage, USER } from "./command.ts";
import { EXAMPLE, FILE, stageWith } from "./preflight-stage.ts";

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
