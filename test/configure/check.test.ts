import { describe, expect, test } from "@jest/globals";
import { PASSWORD, REPO, stage, TOKEN, USER } from "./command.ts";

describe("--check", () => {
  test("tells what is missing, and exits with 1", async () => {
    const { run, github } = stage();
    github.store.shelves.repository.variables.set("API_URL", "https://books.example", 0);
    github.store.shelves.repository.variables.set("API_PASSWORD", PASSWORD, 0);
    const ran = await run([...REPO, "--check"]);
    expect(ran.exitCode).toBe(1);
    expect(ran.out).toContain("✔ API_URL: set in the repository");
    expect(ran.out).toContain("✖ API_USERNAME is missing");
    expect(ran.out).toContain("✖ API_PASSWORD is missing");
    expect(ran.out).toContain("⚠ API_PASSWORD exists as a variable");
    expect(ran.out).not.toContain("esame");
  });

  test("knows every variable that the shipped workflows read, and finds a slip", async () => {
    const { run, github, kept, books } = stage();
    await run(REPO, { env: { ...USER, API_URL: books.url } });
    github.store.shelves.repository.variables.set("ORQUESTRA_MIN_RECORDS", "10", 0);
    github.store.shelves.repository.variables.set("ORQUESTRA_JOB_MINUTES", "90", 0);
    github.store.shelves.repository.variables.set("ORQUESTRA_MAXDROP", "10%", 0);
    const before = kept();
    const ran = await run([...REPO, "--check"]);
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(ran.out.match(/^⚠ .*/gm)).toEqual([expect.stringContaining("ORQUESTRA_MAXDROP")]);
    expect(kept()).toEqual(before);
  });

  test("an environment that is not there", async () => {
    const { run, books } = stage();
    await run(REPO, { env: { ...USER, API_URL: books.url } });
    const ran = await run([...REPO, "--check", "--environment", "staging"]);
    expect(ran.exitCode).toBe(1);
    expect(ran.out).toContain("⚠ This environment does not exist.");
  });

  test("needs to read only", async () => {
    const { run, github } = stage();
    github.grant(TOKEN, { actions_variables: "read", secrets: "read" }, "librarian");
    expect((await run([...REPO, "--check"])).err).toBe("");
  });
});

describe("--preflight", () => {
  test("starts the workflow on the default branch", async () => {
    const { run, books, github } = stage();
    github.store.addWorkflow({ path: ".github/workflows/preflight.yml", name: "Preflight" });
    const ran = await run([...REPO, "--preflight"], { env: { ...USER, API_URL: books.url } });
    expect(ran.exitCode).toBe(0);
    expect(github.store.dispatches()).toEqual([
      { path: ".github/workflows/preflight.yml", ref: "main", inputs: {} },
    ]);
  });

  test("says so when there is none", async () => {
    const { run, books } = stage();
    const ran = await run([...REPO, "--preflight"], { env: { ...USER, API_URL: books.url } });
    expect(ran.exitCode).toBe(1);
    expect(ran.out).toContain("There is no preflight.yml on the default branch");
  });
});
