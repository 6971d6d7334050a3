import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { PASSWORD, REPO, stage, USER } from "./command.ts";
import { atTerminal, KEYS } from "./pseudo-terminal.ts";

const OWN_RUNNER = ["runner of your own work", "y"] as const;
const NO_FILE = ["pipeline.yml into", ""] as const;

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

test("a user whom the API does not know is registered, if wanted", async () => {
  const here = stage();
  const { books, kept } = here;
  const args = [...REPO, "--api-url", books.url, "--username", "new-bot"];
  const session = await atTerminal(here, args, [
    OWN_RUNNER,
    ["Its password", PASSWORD],
    ["Register this user now?", "y"],
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
    ["Register this user now?", "n"],
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
      ["runner seu trabalhando", "s"],
      ["Senha dele", PASSWORD],
      ["Gravar agora? [S/n]", "n"],
    ],
  );
  expect(session).toMatchObject({ exitCode: 1, untyped: [] });
  expect(session.screen).toContain("Nada foi gravado.");
  expect(here.kept()).toEqual({ variables: {}, secrets: {} });
});

test.each(["interrupt", "end"] as const)("%s, in the middle of a question", async (key) => {
  const here = stage();
  const args = [...REPO, "--api-url", "https://127.0.0.1:1", "--username", "books-bot"];
  const session = await atTerminal(here, args, [OWN_RUNNER, ["Its password", KEYS[key]]]);
  expect(session).toMatchObject({ exitCode: 130, untyped: [] });
  expect(session.screen).toContain("(interrupted)");
  expect(here.kept()).toEqual({ variables: {}, secrets: {} });
});

test("a dry run asks for values only", async () => {
  const here = stage();
  const args = [...REPO, "--api-url", here.books.url, "--username", "books-bot", "--dry-run"];
  const session = await atTerminal(here, args, [OWN_RUNNER, ["Its password", PASSWORD]]);
  expect(session).toMatchObject({ exitCode: 0, untyped: [] });
  expect(session.screen).toContain("API_PASSWORD, secret (as typed): new");
  expect(here.kept()).toEqual({ variables: {}, secrets: {} });
});
