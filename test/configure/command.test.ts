import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { REPO, TOKEN, USER, exported, stage } from "./command.ts";

describe("from an export of Airflow's to a repository that is set up", () => {
  test("everything is tried, set and read back; no secret is shown", async () => {
    const { run, write, books, github, kept } = stage();
    const ran = await run([...REPO, "--from", await write("v.json", exported(books.url))]);

    expect(ran.err).toBe("");
    expect(ran.exitCode).toBe(0);
    expect(kept()).toEqual({ variables: { API_URL: books.url }, secrets: USER });
    expect(ran.out).toContain("✔ The API is up and accepts the log-in.");
    expect(ran.out).toContain("✔ Read back: GitHub has everything.");
    expect(ran.out).toContain("⚠ The file of Airflow's variables holds the password in clear");
    for (const page of ["/settings/variables/actions", "/settings/secrets/actions", "/actions"]) {
      expect(ran.out).toContain(`https://github.com/bookshop/pipelines${page}\n`);
    }
    expect(ran.out).not.toMatch(/books-bot|esame/);
    expect(ran.out).not.toContain(TOKEN);
    // The address comes last: until then the workflow does nothing.
    const writes = github.calls().filter(({ method }) => method !== "GET");
    expect(writes.map(({ method, path }) => `${method} ${path.split("/actions/")[1]}`)).toEqual([
      "PUT secrets/API_USERNAME",
      "PUT secrets/API_PASSWORD",
      "POST variables",
    ]);
    expect(writes.map(({ body }) => body).join()).not.toMatch(/books-bot|esame/);
  });

  test("a dry run shows it and changes nothing, here or there", async () => {
    const { run, write, books, github, kept, folder } = stage();
    const file = await write("v.json", exported(books.url));
    const ran = await run([...REPO, "--from", file, "--dry-run", "--workflow", "."]);

    expect(ran).toMatchObject({ exitCode: 0, err: "" });
    expect(ran.out).toContain(`API_URL, variable (from the file): ${books.url}, new`);
    expect(ran.out).toContain("API_PASSWORD, secret (from the file): new");
    expect(ran.out).toContain("Would be written: ");
    expect(ran.out).not.toMatch(/books-bot|esame/);
    expect(kept()).toEqual({ variables: {}, secrets: {} });
    expect(github.calls().map(({ method }) => method)).not.toContain("PUT");
    await expect(readFile(join(folder, ".github/workflows/pipeline.yml"))).rejects.toThrow(
      "ENOENT",
    );
  });

  test("in Portuguese", async () => {
    const { run, write, books } = stage();
    const file = await write("v.json", exported(books.url));
    const ran = await run([...REPO, "--from", file], { env: { LANG: "pt_BR.UTF-8" } });
    expect(ran.out).toContain("✔ Conferido: está tudo no GitHub.");
    expect(ran.out).not.toMatch(/GitHub has|is set/);
  });
});

test("used in a way that it does not know: exit code 2", async () => {
  const ran = await stage().run(["--password", "secret"]);
  expect(ran).toMatchObject({ exitCode: 2, err: expect.stringContaining("(bad-use)") });
});
