import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";

const START = fileURLToPath(new URL("../../sandbox/start.ts", import.meta.url));

// test/slow/month.test.ts plays one with all that can befall it.
test("two days, of which the second remembers the first", async () => {
  const folder = await mkdtemp(join(tmpdir(), "month-"));
  try {
    await mkdir(join(folder, "out"));
    await writeFile(join(folder, "out/summary.md"), "of an older run");
    const args = ["--days", "2", "--books", "20", "--fault", "half-shop@2"];
    const child = spawn(process.execPath, [START, ...args], { cwd: folder });
    const [stdout, [exitCode]] = await Promise.all([text(child.stdout), once(child, "close")]);

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Day +1 .* ✅ .*\nDay +2 .* ❌ .*$/mu);
    expect(await readFile(join(folder, "out/day-02/summary.md"), "utf8")).toContain(
      "The scrape lost 60\u00a0% of the books",
    );
    expect(await readFile(join(folder, "out/index.html"), "utf8")).toContain("Day 2 ");
    expect(await readdir(join(folder, "out"))).not.toContain("summary.md");
  } finally {
    await rm(folder, { recursive: true });
  }
});
