import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { PASSWORD, REPO, stage, USER } from "../configure/command.ts";
import { cloneIn } from "../configure/own-home.ts";
import { atTerminal, KEYS } from "../configure/pseudo-terminal.ts";
import { NO_FILE, OWN_RUNNER, untilSet } from "../configure/dialogue.ts";

test("a user whom the API does not know is registered, if wanted", async () => {
  const here = stage();
  const { books, kept } = here;
  const args = [...REPO, "--api-url", books.url, "--username", "new-bot"];
  const session = await atTerminal(here, args, [
    OWN_RUNNER,
    ["Its password", PASSWORD],
    ["Try another user or password? [Y/n]", "n"],
    ["that you use nowhere else.) [y/N]", "y"],
    ["Set this now?", "y"],
    NO_FILE,
  ]);
  expect(session).toMatchObject({ exitCode: 0, untyped: [] });
  expect(session.screen).toContain("✔ The user is registered.\n✔ The API is up");
  expect(kept().secrets).toEqual({ API_USERNAME: "new-bot", API_PASSWORD: PASSWORD });
});

test("a wrong password can be typed anew", async () => {
  const here = stage();
  const args = [...REPO, "--api-url", here.books.url, "--username", "books-bot"];
  const session = await atTerminal(here, args, [
    OWN_RUNNER,
    ["Its password", "not this one"],
    ["Try another user or password?", ""],
    ["User that logs in", "books-bot"],
    ["Its password", PASSWORD],
    ["Set this now?", ""],
    NO_FILE,
  ]);
  expect(session).toMatchObject({ exitCode: 0, untyped: [] });
  expect(session.screen).toContain("(credentials-rejected)");
  expect(session.screen).not.toMatch(/not this one|esame/);
  expect(here.kept().secrets).toEqual(USER);
});

test("a no to the last question sets nothing", async () => {
  const here = stage();
  const args = [...REPO, "--api-url", here.books.url, "--username", "books-bot"];
  const session = await atTerminal(
    here,
    [...args, "--language", "pt-BR"],
    [
      ["(self-hosted) trabalhando", "s"],
      ["Senha dele", PASSWORD],
      ["Gravar agora? [S/n]", "n"],
    ],
  );
  expect(session).toMatchObject({ exitCode: 1, untyped: [] });
  expect(session.screen).toContain("Nada foi gravado.");
  expect(here.kept()).toEqual({ variables: {}, secrets: {} });
});

test("a private address that is turned down is not the answer by Enter any more", async () => {
  const here = stage();
  const { url } = here.books;
  here.github.store.shelves.repository.variables.set("API_URL", url, 0);
  const session = await atTerminal(
    here,
    [...REPO, "--username", "books-bot", "--no-probe"],
    [
      [`(empty: ${url})`, ""],
      ["runner of your own work", "n"],
      ["Then give an address that GitHub's machines can reach, or end this with Ctrl+C.", ""],
      ["https://books.example.com: ", "https://books.invalid"],
      ["Its password", PASSWORD],
      ["Set this now?", ""],
      NO_FILE,
    ],
  );
  expect(session).toMatchObject({ exitCode: 0, untyped: [] });
  expect(session.screen.match(/runner of your own work/g)).toHaveLength(1);
  expect(here.kept().variables).toEqual({ API_URL: "https://books.invalid" });
});

test("neither is the name that Docker gives a machine", async () => {
  const here = stage();
  const given = ["--api-url", "http://host.docker.internal:5000", "--username", "books-bot"];
  const session = await atTerminal(
    here,
    [...REPO, ...given],
    [
      ["so that it knows this name? [y/N]", ""],
      ["Then give the address that your runner can reach", ""],
      ["Nothing was typed.", here.books.url],
      OWN_RUNNER,
      ["Its password", PASSWORD],
      ["Set this now?", ""],
      NO_FILE,
    ],
  );
  expect(session).toMatchObject({ exitCode: 0, untyped: [] });
  expect(here.kept().variables).toEqual({ API_URL: here.books.url });
});

test("what to type instead of what will not do is said before the question", async () => {
  const here = stage();
  const session = await atTerminal(
    here,
    [...REPO, "--no-probe"],
    [
      ["Address of the API", "books.example.com"],
      ["Type the right one at the next question", "http://203.0.113.9:5000"],
      ["Accept that? [y/N]", ""],
      ["Then give an https:// address, or end this with Ctrl+C.", KEYS.interrupt],
    ],
  );
  expect(session).toMatchObject({ exitCode: 130, untyped: [] });
  expect(session.screen).not.toContain("--api-url");
});

describe("a second time", () => {
  test("what GitHub has is said, and the secrets are set again only if wanted", async () => {
    const here = stage();
    await here.run(REPO, { env: { ...USER, API_URL: here.books.url } });
    const calls = here.github.calls().length;
    const session = await atTerminal(here, REPO, [
      [`Address of the API, such as https://books.example.com (empty: ${here.books.url})`, ""],
      OWN_RUNNER,
      ["User that logs in", "books-bot"],
      ["Its password", PASSWORD],
      ["Everything is there already. Set the secrets again? [Y/n]", "n"],
      NO_FILE,
    ]);
    expect(session).toMatchObject({ exitCode: 0, untyped: [] });
    const again = here.github.calls().slice(calls);
    expect(new Set(again.map(({ method }) => method))).toEqual(new Set(["GET"]));
  });

  test("they are, if wanted", async () => {
    const here = stage();
    const env = { ...USER, API_USERNAME: "nobody", API_URL: here.books.url };
    await here.run([...REPO, "--no-probe"], { env });
    const args = [...REPO, "--username", "books-bot"];
    const session = await atTerminal(here, args, [
      ["Address of the API", ""],
      OWN_RUNNER,
      ["Its password", PASSWORD],
      ["Set the secrets again?", ""],
      NO_FILE,
    ]);
    expect(session).toMatchObject({ exitCode: 0, untyped: [] });
    expect(here.kept().secrets).toEqual(USER);
  });
});

describe("the workflow file", () => {
  const args = [...REPO, "--username", "books-bot"];
  const WORKFLOW = ".github/workflows/pipeline.yml";

  test("that only this command has worked on is replaced by Enter", async () => {
    const here = stage();
    const { command } = await cloneIn(here.folder);
    await mkdir(join(here.folder, "copy"));
    const env = { ...USER, API_URL: here.books.url };
    const written = await here.run([...args, "--workflow", "copy"], { env, command });
    expect(written.out).toContain("✔ Written: ");
    const moved = ["--workflow", "copy", "--api-url", "https://books.invalid", "--no-probe"];
    const session = await atTerminal(
      here,
      [...args, ...moved],
      [
        ["Its password", PASSWORD],
        ["Set this now?", ""],
        ["runs-on: self-hosted → ubuntu-latest\r\nOverwrite", ""],
      ],
      { command },
    );
    expect(session).toMatchObject({ exitCode: 0, untyped: [] });
    expect(session.screen).toContain("pipeline.yml? [Y/n]");
    const text = await readFile(join(here.folder, "copy", WORKFLOW), "utf8");
    expect(text).toContain("runs-on: ubuntu-latest");
  });

  test.each([
    ["git@github.com:bookshop/pipelines.git", true],
    ["git@github.com:bookshop/web.git", false],
  ])("by Enter it goes into the copy of %s in which one stands: %p", async (origin, isOurs) => {
    const here = stage();
    const git = (...words: string[]) => execFileSync("git", words, { cwd: here.folder });
    git("init", "-q");
    git("remote", "add", "origin", origin);
    const session = await atTerminal(here, args, [...untilSet(here.books.url), NO_FILE]);
    expect(session).toMatchObject({ exitCode: 0, untyped: [] });
    expect(existsSync(join(here.folder, WORKFLOW))).toBe(isOurs);
  });
});

test("a folder that is not there is asked for again", async () => {
  const here = stage();
  const session = await atTerminal(
    here,
    [...REPO, "--username", "books-bot"],
    [
      ...untilSet(here.books.url),
      ["pipeline.yml into", "slip"],
      ["(workflow-folder)", ""],
      ["pipeline.yml into", "-"],
    ],
  );
  expect(session).toMatchObject({ exitCode: 0 });
  expect(existsSync(join(here.folder, "slip"))).toBe(false);
});

test("a dry run offers no registration", async () => {
  const here = stage();
  const asked = [...REPO, "--api-url", here.books.url, "--username", "new-bot", "--dry-run"];
  const session = await atTerminal(here, asked, [
    OWN_RUNNER,
    ["Its password", PASSWORD],
    ["Try another user or password?", "n"],
  ]);
  expect(session).toMatchObject({ exitCode: 1, untyped: [] });
  expect(session.screen).not.toContain("Register this user");
  expect(here.books.calls().map(({ path }) => path)).not.toContain("/api/v1/auth/register");
});

test("a dry run asks for values only", async () => {
  const here = stage();
  const args = [...REPO, "--api-url", here.books.url, "--username", "books-bot", "--dry-run"];
  const session = await atTerminal(here, args, [OWN_RUNNER, ["Its password", PASSWORD]]);
  expect(session).toMatchObject({ exitCode: 0, untyped: [] });
  expect(session.screen).toContain("API_PASSWORD, secret (as typed): new");
  expect(here.kept()).toEqual({ variables: {}, secrets: {} });
});
