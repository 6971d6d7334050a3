import { execFileSync } from "node:child_process";
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { REPO, stage, USER } from "../configure/command.ts";

describe("the workflow file", () => {
  const FILE = ".github/workflows/pipeline.yml";

  test("names the commit of a published Orquestra", async () => {
    const { run, books, folder } = stage();
    const home = join(folder, "orquestra");
    await cp("dist/configure", join(home, "dist/configure"), { recursive: true });
    await cp("examples", join(home, "examples"), { recursive: true });
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@x.example", ...args], {
        cwd: home,
        encoding: "utf8",
      }).trim();
    git("init", "-q");
    git("remote", "add", "origin", "https://github.com/acme/orquestra.git");
    git("commit", "-q", "--allow-empty", "-m", "Published");
    git("update-ref", "refs/remotes/origin/main", "HEAD");
    git("tag", "v1.2.3");
    const commit = git("rev-parse", "HEAD");
    const command = join(home, "dist/configure/index.js");
    const env = { ...USER, API_URL: books.url };
    await run([...REPO, "--workflow", "."], { env, command });
    const text = await readFile(join(folder, FILE), "utf8");
    expect(text).toContain(`uses: acme/orquestra@${commit} # v1.2.3\n`);

    await rm(join(folder, FILE));
    git("commit", "-q", "--allow-empty", "-m", "Only here");
    const unpublished = await run([...REPO, "--workflow", "."], { env, command });
    expect(unpublished.out).toContain("⚠ The commit of Orquestra is not known here.");
  });

  test("goes into a folder by its ~", async () => {
    const { run, books, folder } = stage();
    await mkdir(join(folder, "copy"));
    const env = { ...USER, API_URL: books.url };
    const ran = await run([...REPO, "--workflow=~/copy"], { env });
    expect(ran.out).toContain(`✔ Written: ${join(folder, "copy", FILE)}\n`);
  });

  test("goes into no folder that is not there; the settings are set, and that is said", async () => {
    const { run, books, kept } = stage();
    const ran = await run([...REPO, "--workflow", "slip"], {
      env: { ...USER, API_URL: books.url },
    });
    expect(ran).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining("(workflow-not-written)"),
    });
    expect(ran.out).toContain("✔ Read back");
    expect(kept().secrets).toEqual(USER);
  });
});
