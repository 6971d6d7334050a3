import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { workflowFrom } from "../../src/configure/workflow.ts";
import { PASSWORD, REPO, stage, USER } from "./command.ts";

const FILE = ".github/workflows/pipeline.yml";
const COMMIT = "2b8f47d3906ce1a5d84b07f92ec6315fa0d9b7c4";
/** As a team has it whose API is on loopback, as here. */
const FITTING = workflowFrom(readFileSync("examples/pipeline.yml", "utf8"), {
  action: { repository: "acme/orquestra", commit: COMMIT, tag: "v1.0.0" },
  environment: undefined,
  selfHosted: true,
});

/** A repository that is set up, with this file on its default branch. */
async function setUp(text: string) {
  const here = stage();
  await here.run(REPO, { env: { ...USER, API_URL: here.books.url } });
  here.github.store.push(FILE, text);
  return here;
}

function lines(out: string, mark: string): string[] {
  return out.split("\n").filter((line) => line.startsWith(mark));
}

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
