import { describe, expect, test } from "@jest/globals";
import { REPO, USER, exported, stage, keptOn } from "../configure/command.ts";
import { FILE, FITTING } from "../configure/set-up.ts";

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

test("a user name that is a common word may be a variable, and stays one", async () => {
  const { run, github, kept } = stage();
  const API_URL = "http://10.0.0.5:5000";
  const env = { API_URL, API_USERNAME: "admin", API_PASSWORD: USER.API_PASSWORD };
  const dry = await run([...REPO, "--no-probe", "--dry-run"], { env });
  expect(dry.out).toContain("  The user name is a short word. As a secret, GitHub hides it as ***");

  for (const option of [["--username-as-variable"], []]) {
    const ran = await run([...REPO, "--no-probe", ...option], { env });
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(ran.out).not.toContain("short word");
    expect(kept()).toEqual({
      variables: { API_URL, API_USERNAME: "admin" },
      secrets: { API_PASSWORD: USER.API_PASSWORD },
    });
  }
  github.store.push(FILE, FITTING);
  expect(await run([...REPO, "--check"])).toMatchObject({ exitCode: 0, err: "" });
});

test("a setting with which every run would fail is the last that is said, and no success", async () => {
  const { run, books, github, kept } = stage();
  github.store.shelves.repository.variables.set("ORQUESTRA_SCRAPE_TIMEOUT", "600", 0);
  const ran = await run(REPO, { env: { ...USER, API_URL: books.url } });
  expect(ran).toMatchObject({ exitCode: 1, err: "" });
  expect(ran.out).toMatch(
    /✖ .*scrape-timeout is “600”.*\n {2}gh variable set ORQUESTRA_SCRAPE_TIMEOUT .*\nWith these settings every run would fail, .*\n$/,
  );
  expect(kept().secrets).toEqual(USER);
});

test("whom it speaks Portuguese with, learns how a run does", async () => {
  const { run, books, github } = stage();
  const env = { ...USER, API_URL: books.url, LANG: "pt_BR.UTF-8" };
  const first = await run(REPO, { env });
  expect(first.out).toContain(
    "\n  gh variable set ORQUESTRA_LANGUAGE --body pt-BR --repo bookshop/pipelines\n",
  );
  github.store.shelves.repository.variables.set("ORQUESTRA_LANGUAGE", "pt-BR", 0);
  expect((await run(REPO, { env })).out).not.toContain("ORQUESTRA_LANGUAGE");
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
