import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { ALL, REPO, stage, TOKEN, USER } from "../configure/command.ts";
import { FILE, FITTING, lines, setUp } from "../configure/set-up.ts";

async function put(folder: string, text: string) {
  await mkdir(dirname(join(folder, FILE)), { recursive: true });
  await writeFile(join(folder, FILE), text);
}

describe("--check", () => {
  test("knows every variable that the workflows read, and finds a slip", async () => {
    const { run, github, kept } = await setUp(FITTING);
    const { variables } = github.store.shelves.repository;
    variables.set("ORQUESTRA_MIN_RECORDS", "10", 0);
    variables.set("ORQUESTRA_JOB_MINUTES", "90", 0);
    variables.set("ORQUESTRA_MAXDROP", "10%", 0);
    variables.set("ORQUESTRA_OURS", "1", 0);
    github.store.push(FILE, `env: { A: "\${{ vars.ORQUESTRA_OURS }}" }\n${FITTING}`);
    const before = kept();
    const ran = await run([...REPO, "--check"]);
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(ran.out.match(/^[⚠✖] .*/gmu)).toEqual([expect.stringContaining("ORQUESTRA_MAXDROP")]);
    expect(kept()).toEqual(before);
  });

  test("reads every setting as a run would", async () => {
    const { run, github } = await setUp(FITTING);
    const { variables } = github.store.shelves.repository;
    variables.set("ORQUESTRA_SCRAPE_TIMEOUT", "600", 0);
    variables.set("API_URL", "http://10.0.0.5:5000/api/v1", 0);
    const ran = await run([...REPO, "--check"]);
    expect(ran).toMatchObject({ exitCode: 1, err: "" });
    expect(lines(ran.out, "✖")).toEqual([
      expect.stringContaining("API_URL ends in /api/v1"),
      expect.stringContaining("scrape-timeout is “600”, but must be a duration"),
    ]);
    expect(ran.out).toContain(
      "\n  gh variable set ORQUESTRA_SCRAPE_TIMEOUT --body … --repo bookshop/pipelines\n",
    );
    expect(ran.out).toContain("it mends nothing else.\nVariables: https://github.com/");
  });

  test("an environment that is not there", async () => {
    const { run } = await setUp(FITTING);
    const ran = await run([...REPO, "--check", "--environment", "staging"]);
    expect(ran.exitCode).toBe(1);
    expect(ran.out).toContain("✖ This environment does not exist.");
  });

  test("needs to read only", async () => {
    const { run, github } = await setUp(FITTING);
    const reading = { actions_variables: "read", secrets: "read", contents: "read" } as const;
    github.grant(TOKEN, reading, "librarian");
    expect(await run([...REPO, "--check"])).toMatchObject({ exitCode: 0, err: "" });
  });
});

describe("--check looks at the workflow file", () => {
  test("which one that cannot be read there hides: said, and no failure", async () => {
    const { run, github } = await setUp(FITTING);
    const { contents: _, ...others } = ALL;
    github.grant(TOKEN, others, "librarian");
    const ran = await run([...REPO, "--check"]);
    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(lines(ran.out, "⚠")).toEqual([
      expect.stringMatching(/was not looked at.*Contents: read/),
    ]);
    expect(ran.out).toMatch(
      /The workflow file was not looked at, and without it nothing runs\.\n$/,
    );
  });

  test("which is not there, as far as the token sees: nothing runs, and something is missing", async () => {
    const { run, books } = stage();
    await run(REPO, { env: { ...USER, API_URL: books.url } });
    const ran = await run([...REPO, "--check"]);
    expect(ran).toMatchObject({ exitCode: 1, err: "" });
    expect(lines(ran.out, "✖")).toEqual([expect.stringContaining("is not there, or the token")]);
    expect(ran.out).toContain("Something is missing or not right: see each ✖ above.");
    expect(ran.out).not.toContain("othing is missing");
  });

  test("of the folder that --workflow names, wherever that is", async () => {
    const { run, folder } = await setUp("jobs: {}");
    await put(join(folder, "copy"), FITTING);
    for (const name of ["copy", "~/copy"]) {
      const ran = await run([...REPO, "--check", `--workflow=${name}`]);
      expect(ran).toMatchObject({ exitCode: 0, err: "" });
      expect(ran.out).toContain(`✔ ${join(folder, "copy", FILE)}: fits the settings`);
    }
    const ran = await run([...REPO, "--check", "--workflow", "elsewhere"]);
    expect(ran.exitCode).toBe(1);
    expect(ran.out).toContain(`✖ ${join(folder, "elsewhere", FILE)} is not there.`);
    await put(folder, "name: [\n");
    const broken = await run([...REPO, "--check", "--workflow", "."]);
    expect(broken.out).toContain("✖ It is no workflow that GitHub can read.");
  });

  test.each([
    ["git@github.com:Bookshop/Pipelines.git", "of the working copy in which somebody stands", 1],
    ["git@github.com:bookshop/web.git", "but not of another repository's", 0],
  ])("%s: %s", async (origin, _, exitCode) => {
    const { run, folder } = await setUp(FITTING);
    const git = (...args: string[]) => execFileSync("git", args, { cwd: folder });
    git("init", "-q");
    git("remote", "add", "origin", origin);
    await put(folder, "jobs: {}");
    expect(await run([...REPO, "--check"])).toMatchObject({ exitCode, err: "" });
  });
});
