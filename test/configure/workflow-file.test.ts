import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { REPO, stage, USER } from "./command.ts";

describe("the workflow file", () => {
  const FILE = ".github/workflows/pipeline.yml";

  test("is written into a working copy, and never over another one", async () => {
    const { run, books, folder } = stage();
    await mkdir(join(folder, "copy"));
    const args = [...REPO, "--workflow", "copy"];
    const env = { ...USER, API_URL: books.url };
    const path = join(folder, "copy", FILE);

    expect((await run(args, { env })).out).toContain("✔ Written: ");
    const text = await readFile(path, "utf8");
    expect(text).toContain("    runs-on: self-hosted\n");
    expect((await run(args, { env })).out).toContain("✔ Already there: ");
    const own = `${text.replace("runs-on: self-hosted", "runs-on: ubuntu-latest")}# our own\n`;
    await writeFile(path, own);
    const kept = await run(args, { env });
    expect(kept.out).toContain(
      `⚠ Left as it was, though it differs from what would be written: ${path}
  runs-on: ubuntu-latest → self-hosted
  1 other line
  To have it replaced, delete it and run this again, or answer y in a terminal.\n`,
    );
    expect(kept.out).toMatch(/does not fit these settings:\n[^]*⚠ Its job runs on ubuntu-latest/);
    expect(await readFile(path, "utf8")).toBe(own);
  });

  test("is made anew only: what came to be meanwhile is not written through", async () => {
    const { run, books, folder } = stage();
    const path = join(folder, FILE);
    await mkdir(dirname(path), { recursive: true });
    // To read it finds nothing, and yet there is something of that name.
    await symlink(join(folder, "somewhere.yml"), path);
    const ran = await run([...REPO, "--workflow", "."], {
      env: { ...USER, API_URL: books.url },
    });
    expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining("EEXIST") });
    expect(ran.err).toContain("(workflow-not-written)");
    await expect(readFile(join(folder, "somewhere.yml"))).rejects.toThrow("ENOENT");
  });
});
