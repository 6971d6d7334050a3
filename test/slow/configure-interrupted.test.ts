import { type ServerResponse } from "node:http";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { PASSWORD, REPO, stage, USER } from "../configure/command.ts";
import { inFrontOf } from "../configure/between.ts";
import { atTerminal, KEYS, type Typed } from "../configure/pseudo-terminal.ts";

const NEW_BOT = { ...USER, API_USERNAME: "new-bot" };
const NOTHING = { variables: {}, secrets: {} };
const OURS = "name: our own\n";

/** A stage with a file of somebody's own where the workflow would go, and all questions in their order. */
async function everyQuestion() {
  const here = stage();
  const { books, github, folder } = here;
  github.store.addWorkflow({ path: ".github/workflows/preflight.yml", name: "Preflight" });
  const file = join(folder, "copy/.github/workflows/pipeline.yml");
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, OURS);
  const questions: readonly Typed[] = [
    ["Address of the API", "http://203.0.113.9:5000"],
    ["Accept that? [y/N]", "n"],
    ["Address of the API", books.url],
    ["runner of your own work", "y"],
    ["User that logs in", "new-bot"],
    ["Its password", PASSWORD],
    ["Try another user or password? [Y/n]", "n"],
    ["Register this user now?", "y"],
    ["Set this now?", "y"],
    ["pipeline.yml into", "copy"],
    ["Overwrite", "n"],
    ["Start the preflight", "n"],
  ];
  return { here, file, questions };
}

describe("at each question", () => {
  const BEFORE = "Nothing was set on GitHub.";
  const SET = "Everything is set on GitHub.";

  test.each([
    ...Array.from({ length: 9 }, (_, index) => [index, BEFORE] as const),
    [9, `${SET} The workflow file was not written.`],
    [10, `${SET} The workflow file was not written.`],
    [11, `${SET} Preflight was not started`],
  ])("%i: Ctrl+C ends it, and says: %s", async (index, words) => {
    const { here, file, questions } = await everyQuestion();
    const [asked = ""] = questions[index] ?? [];
    // What ends the input ends it in the same way; once is enough.
    const key = index % 2 === 0 ? KEYS.interrupt : KEYS.end;
    const session = await atTerminal(here, REPO, [...questions.slice(0, index), [asked, key]]);
    expect(session).toMatchObject({ exitCode: 130, untyped: [] });
    expect(session.screen).toContain("\n✖ Stopped before its end (interrupted)\n");
    expect(session.screen).toContain(words);
    expect(here.kept()).toEqual(
      words === BEFORE ? NOTHING : { variables: { API_URL: here.books.url }, secrets: NEW_BOT },
    );
    expect(await readFile(file, "utf8")).toBe(OURS);
    expect(here.github.store.dispatches()).toEqual([]);
  });

  test("and with all of them answered, it is done", async () => {
    const { here, file, questions } = await everyQuestion();
    const session = await atTerminal(here, REPO, questions);
    expect(session).toMatchObject({ exitCode: 0, untyped: [] });
    expect(await readFile(file, "utf8")).toBe(OURS);
  });
});

test.each<[string, (response: ServerResponse) => void, string]>([
  ["an answer that is lost", (response) => response.destroy(), "github-no-answer"],
  ["502", (response) => response.writeHead(502).end("Bad Gateway"), "github-failed"],
])("%s while it sets may hide that it was done", async (_, instead, code) => {
  const { run, github, books } = stage();
  const url = await inFrontOf(github, instead);
  const env = { ...USER, API_URL: books.url, GITHUB_API_URL: url };
  const ran = await run(REPO, { env });
  expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining(`(${code})`) });
  expect(ran.err).toMatch(
    /^Done: API_USERNAME\nPerhaps done,[^:]*: API_PASSWORD\nNot done: API_URL\n/,
  );
});
