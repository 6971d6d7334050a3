import { execFileSync } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { REPO, stage, USER } from "../configure/command.ts";
import { cloneIn } from "../configure/own-home.ts";
import { FITTING, lines } from "../configure/set-up.ts";

describe("the workflow file", () => {
  const FILE = ".github/workflows/pipeline.yml";

  test("names the commit of a published Orquestra", async () => {
    const { run, books, folder } = stage();
    const { git, command } = await cloneIn(folder);
    git("tag", "v1.2.3");
    const commit = git("rev-parse", "HEAD");
    const env = { ...USER, API_URL: books.url };
    await run([...REPO, "--workflow", "."], { env, command });
    const text = await readFile(join(folder, FILE), "utf8");
    expect(text).toContain(`uses: acme/orquestra@${commit} # v1.2.3\n`);

    await rm(join(folder, FILE));
    git("commit", "-q", "--allow-empty", "-m", "Only here");
    const unpublished = async () => (await run([...REPO, "--workflow", "."], { env, command })).out;
    expect(await unpublished()).toContain("⚠ The commit of Orquestra is not known here:");
    const again = await unpublished();
    expect(again).toContain("✔ Already there: ");
    expect(again).toContain("⚠ The commit of Orquestra is not known here:");

    git("update-ref", "refs/remotes/origin/main", "HEAD");
    const published = await run([...REPO, "--workflow", "."], { env, command });
    expect(published.out).toContain("✔ Written: ");
    expect(published.out).not.toContain("not known here");
    expect(await readFile(join(folder, FILE), "utf8")).toContain(
      `uses: acme/orquestra@${git("rev-parse", "HEAD")}\n`,
    );
  });

  test("that runs on one's own machine does not go unnoticed once the address is public", async () => {
    const { run, books, github } = stage();
    await run(REPO, { env: { ...USER, API_URL: books.url } });
    github.store.push(FILE, FITTING);
    const env = { ...USER, API_URL: "https://books.invalid" };
    const ran = await run([...REPO, "--no-probe"], { env });
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(ran.out).toContain(`bookshop/pipelines/${FILE}@main does not fit these settings:\n`);
    expect(ran.out).toContain("⚠ Its job runs on self-hosted, a runner of your own");
    const checked = await run([...REPO, "--check"]);
    expect(checked.out).toContain("⚠ Its job runs on self-hosted, a runner of your own");
    expect(checked.exitCode).toBe(0);
  });

  test("a dry run says what would become of it", async () => {
    const { run, books, folder } = stage();
    await mkdir(join(folder, dirname(FILE)), { recursive: true });
    const dryRun = async () => {
      const args = [...REPO, "--workflow", ".", "--dry-run"];
      return (await run(args, { env: { ...USER, API_URL: books.url } })).out;
    };
    const said = await dryRun();
    expect(said).toContain("Would be written: ");
    expect(said).toContain("  It says runs-on: self-hosted");

    await cp("examples/pipeline.yml", join(folder, FILE));
    expect(await dryRun()).toContain("Would be replaced, as it has zeros in the place of a commit");

    await writeFile(join(folder, FILE), "name: old\n");
    const stays = await dryRun();
    expect(stays).toContain("⚠ Would be left as it is, though it differs");
    expect(stays).toContain("  runs-on: (none) → self-hosted\n");
    expect(await readFile(join(folder, FILE), "utf8")).toBe("name: old\n");
  });

  test("goes into a folder by its ~", async () => {
    const { run, books, folder } = stage();
    await mkdir(join(folder, "copy"));
    const env = { ...USER, API_URL: books.url };
    const ran = await run([...REPO, "--workflow=~/copy"], { env });
    expect(ran.out).toContain(`✔ Written: ${join(folder, "copy", FILE)}\n`);
  });

  test.each([
    ["no working copy of git's", "copy", false, ["git knows no working copy in this folder"]],
    ["below the root of one", "copy", true, ["This folder is not the root of its working copy"]],
    ["the root", ".", true, []],
  ])("goes into %s", async (_, name, isCopy, warnings) => {
    const { run, books, folder } = stage();
    await mkdir(join(folder, "copy"));
    if (isCopy) execFileSync("git", ["init", "-q"], { cwd: folder });
    const env = { ...USER, API_URL: books.url };
    const { out, exitCode } = await run([...REPO, "--workflow", name], { env });
    expect(exitCode).toBe(0);
    expect(lines(out, "⚠").filter((line) => line.includes("working copy"))).toEqual(
      warnings.map((words) => expect.stringContaining(words)),
    );
  });

  test.each([
    ["slip", [], "“slip”, which --workflow or the answer names, does not exist."],
    ["v.json", [], "is no folder."],
    ["slip", ["--dry-run"], "does not exist."],
    [".github/workflows", [], "Name the folder above: “"],
  ])("goes into no folder that is not one: %s %j; nothing is set", async (name, more, words) => {
    const { run, books, kept, write, github } = stage();
    await write("v.json", {});
    const ran = await run([...REPO, "--workflow", name, ...more], {
      env: { ...USER, API_URL: books.url },
    });
    expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining("(workflow-folder)") });
    expect(ran.err).toContain(words);
    expect(kept().secrets).toEqual({});
    expect(github.calls()).toEqual([]);
  });
});
