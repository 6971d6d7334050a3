import { describe, expect, test } from "@jest/globals";
import { PASSWORD, REPO, stage } from "./command.ts";
import { COMMIT, FILE, FITTING, lines, setUp } from "./set-up.ts";

describe("--check", () => {
  test("tells what is missing, and exits with 1", async () => {
    const { run, github } = stage();
    github.store.shelves.repository.variables.set("API_URL", "https://books.example", 0);
    github.store.shelves.repository.variables.set("API_PASSWORD", PASSWORD, 0);
    github.store.push(FILE, FITTING);
    const ran = await run([...REPO, "--check"]);
    expect(ran.exitCode).toBe(1);
    expect(ran.out).toContain("✔ API_URL: set in the repository");
    expect(lines(ran.out, "✖")).toEqual([
      expect.stringContaining("API_USERNAME is missing"),
      expect.stringContaining("API_PASSWORD is missing"),
    ]);
    expect(ran.out).toContain("⚠ API_PASSWORD exists as a variable");
    expect(ran.out).not.toContain("esame");
  });
});

describe("--check looks at the workflow file", () => {
  test("on the default branch", async () => {
    const { run } = await setUp(FITTING);
    const ran = await run([...REPO, "--check"]);
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(ran.out).toContain(`✔ bookshop/pipelines/${FILE}@main: fits the settings\n`);
    expect(ran.out).toMatch(/Nothing is missing\.\n$/);
  });

  test("and says all that is wrong with it", async () => {
    const text = FITTING.replace("runs-on: self-hosted", "runs-on: ubuntu-latest")
      .replace(COMMIT, "v1")
      .replaceAll("secrets.API_PASSWORD", "secrets.PASSWORD");
    const { run } = await setUp(text);
    const ran = await run([...REPO, "--check", "--language", "pt-BR"]);
    expect(ran).toMatchObject({ exitCode: 1, err: "" });
    expect(ran.out).toContain(`bookshop/pipelines/${FILE}@main:\n`);
    expect(lines(ran.out, "⚠")).toEqual([expect.stringContaining("acme/orquestra@v1")]);
    expect(lines(ran.out, "✖")).toEqual([
      expect.stringContaining("runs-on: self-hosted"),
      expect.stringContaining("Ele não lê secrets.API_PASSWORD"),
    ]);
  });
});
