import { describe, expect, test } from "@jest/globals";
import { PASSWORD, REPO, stage, USER } from "../configure/command.ts";
import { cloneIn } from "../configure/own-home.ts";
import { atTerminal } from "../configure/pseudo-terminal.ts";

describe("in a clone of Orquestra, whose origin is Orquestra's own repository", () => {
  test.each([[[]], [["--dry-run"]]])("%j: nothing is set on a guess", async (args) => {
    const { run, books, folder, github } = stage();
    const { home: cwd, command } = await cloneIn(folder);
    const ran = await run(args, { env: { ...USER, API_URL: books.url }, command, cwd });
    expect(ran).toMatchObject({ exitCode: 1, out: "" });
    expect(ran.err).toContain("(repository-guessed)");
    expect(ran.err).toContain("“acme/orquestra”");
    expect(ran.err).toContain("--repo OWNER/NAME");
    expect(github.calls()).toEqual([]);
  });

  test("a repository that is named is taken, be it this one or another", async () => {
    const { run, books, folder, kept } = stage();
    const { home: cwd, command, git } = await cloneIn(folder);
    git("remote", "set-url", "origin", "git@github.com:bookshop/pipelines.git");
    const ran = await run(REPO, { env: { ...USER, API_URL: books.url }, command, cwd });
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(kept().secrets).toEqual(USER);
  });

  test("--check changes nothing, and looks there; that it is not found may be git's name", async () => {
    const { run, folder } = stage();
    const { home: cwd, command } = await cloneIn(folder);
    const ran = await run(["--check"], { command, cwd });
    expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining("(github-not-found)") });
    expect(ran.err).toContain("The name is that of git's origin in this folder;");
  });

  test("in a terminal it is asked for", async () => {
    const here = stage();
    const { home: cwd, command, git } = await cloneIn(here.folder);
    const args = ["--api-url", "https://books.invalid", "--username", "books-bot", "--no-probe"];
    const question = "is to run the pipeline? [y/N]";
    const no = await atTerminal(here, args, [[question, ""]], { command, cwd });
    expect(no).toMatchObject({ exitCode: 1, untyped: [] });
    expect(no.screen).toContain("(repository-guessed)");
    expect(here.github.calls()).toEqual([]);

    git("remote", "set-url", "origin", "git@github.com:bookshop/pipelines.git");
    const yes = await atTerminal(
      here,
      args,
      [
        [question, "y"],
        ["Its password", PASSWORD],
        ["Set this now?", ""],
        ["pipeline.yml into", ""],
      ],
      { command, cwd },
    );
    expect(yes).toMatchObject({ exitCode: 0, untyped: [] });
    expect(here.kept().secrets).toEqual(USER);
  });
});
