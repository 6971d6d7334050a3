import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { PASSWORD, REPO, stage, USER } from "./command.ts";
import { atTerminal, KEYS } from "./pseudo-terminal.ts";
import { OWN_RUNNER, untilSet } from "./dialogue.ts";

test("asks for everything, until it is right, and shows no password", async () => {
  const here = stage();
  const { books, github, kept } = here;
  github.store.addWorkflow({ path: ".github/workflows/preflight.yml", name: "Preflight" });
  await mkdir(join(here.folder, "copy"));
  const session = await atTerminal(here, REPO, [
    ["Address of the API", "books.example.com"],
    ["Address of the API", "http://203.0.113.9:5000"],
    ["Accept that? [y/N]", ""],
    ["Address of the API", `${books.url}//${KEYS.back.repeat(2)}`],
    OWN_RUNNER,
    ["User that logs in", "books-bot"],
    ["Its password", PASSWORD],
    ["Set this now? [Y/n]", ""],
    ["pipeline.yml into", "copy"],
    ["Start the preflight", "y"],
  ]);
  expect(session).toMatchObject({ exitCode: 0, untyped: [] });
  expect(kept()).toEqual({ variables: { API_URL: books.url }, secrets: USER });
  expect(session.screen).not.toContain("esame");
  expect(session.screen).toContain("✔ Read back: GitHub has everything.");
  const file = join(here.folder, "copy/.github/workflows/pipeline.yml");
  expect(await readFile(file, "utf8")).toContain("runs-on: self-hosted");
  expect(github.store.dispatches()).toHaveLength(1);
});

describe("the workflow file", () => {
  const args = [...REPO, "--username", "books-bot"];
  const WORKFLOW = ".github/workflows/pipeline.yml";

  test("takes another one's place if wanted, as a whole, and no other file's", async () => {
    const here = stage();
    const folder = dirname(join(here.folder, WORKFLOW));
    await mkdir(folder, { recursive: true });
    await writeFile(join(here.folder, WORKFLOW), "name: old\n");
    const beside = join(folder, "pipeline.yml.new");
    await writeFile(beside, "name: somebody's\n");
    const session = await atTerminal(here, args, [
      ...untilSet(here.books.url),
      ["pipeline.yml into", "~"],
      ["pipeline.yml? [y/N]", "y"],
    ]);
    expect(session).toMatchObject({ exitCode: 0, untyped: [] });
    expect(await readFile(join(here.folder, WORKFLOW), "utf8")).toContain("API_URL");
    expect(await readFile(beside, "utf8")).toBe("name: somebody's\n");
    expect(await readdir(folder)).toEqual(["pipeline.yml", "pipeline.yml.new"]);
  });
});
