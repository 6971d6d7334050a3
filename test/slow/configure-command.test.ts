import { describe, expect, test } from "@jest/globals";
import { REPO, USER, exported, stage, keptOn } from "../configure/command.ts";

describe("from an export of Airflow's to a repository that is set up", () => {
  test("twice: what is so already is not touched", async () => {
    const { run, write, books, github, kept } = stage();
    const args = [...REPO, "--from", await write("v.json", exported(books.url))];
    await run(args);
    const calls = github.calls().length;
    const again = await run(args);

    expect(again.exitCode).toBe(0);
    expect(again.out).toContain(`${books.url}, as it is already`);
    expect(again.out).toContain("whether it is the same cannot be told, so it counts as changed");
    expect(again.out).toContain("API_PASSWORD, secret (from the file): replaces the one of 22 Nov");
    expect(kept()).toEqual({ variables: { API_URL: books.url }, secrets: USER });
    const changed = github
      .calls()
      .slice(calls)
      .map(({ method }) => method);
    expect(changed.filter((method) => method !== "GET")).toEqual(["PUT", "PUT"]);
  });

  test("in an environment, which is made; the repository's own settings stay", async () => {
    const { run, write, books, github, kept } = stage();
    const file = await write("v.json", exported(books.url));
    const ran = await run([...REPO, "--from", file, "--environment", "staging eu"]);

    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    const shelf = github.store.shelves.environment("staging eu")?.shelf;
    expect(shelf && keptOn(shelf)).toEqual({ variables: { API_URL: books.url }, secrets: USER });
    expect(kept()).toEqual({ variables: {}, secrets: {} });
    expect(ran.out).toContain("/settings/environments");
  });
});

test("nobody reads what it says: it does its work all the same", async () => {
  const { run, books, kept } = stage();
  const ran = await run(REPO, {
    env: { ...USER, API_URL: books.url },
    started: (child) => child.stdout?.destroy(),
  });
  expect(ran).toMatchObject({ exitCode: 0, err: "" });
  expect(kept()).toEqual({ variables: { API_URL: books.url }, secrets: USER });
});

test.each([
  [["--help"], 0, "Usage: npm run configure"],
  [["--help", "--language", "pt-BR"], 0, "Uso: npm run configure"],
])("%s", async (args, exitCode, text) => {
  expect(await stage().run(args)).toMatchObject({ exitCode, out: expect.stringContaining(text) });
});
