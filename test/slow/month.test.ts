import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { load } from "cheerio";

const START = fileURLToPath(new URL("../../sandbox/start.ts", import.meta.url));
/** 20 books on the first day; by the sixth there are 27. */
const MONTH =
  "--days 6 --books 20 --fault half-shop@2 --fault down@3 --miss 4 --late 5 --fault empty-training@6 --rerun 6";

// A month of six days is fourteen processes, on machines that may be busy.
jest.setTimeout(120_000);

let folder: string;
let played: Played;

interface Played {
  readonly exitCode: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "month-"));
  played = await play(folder, MONTH);
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs `npm start` in a folder of its own. */
async function play(
  cwd: string,
  args: string,
  onOutput: (child: ChildProcess, output: string) => void = () => {},
): Promise<Played> {
  const child = spawn(process.execPath, [START, ...args.split(" ")], { cwd });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => onOutput(child, (output += chunk.toString())));
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { exitCode: exitCode as unknown, stdout, stderr };
}

const summaryOf = (name: string) => readFile(join(folder, `out/${name}.md`), "utf8");

test("whatever its days bring, a month was played", () => {
  expect({ exitCode: played.exitCode, stderr: played.stderr }).toEqual({ exitCode: 0, stderr: "" });
  const lines = played.stdout.split("\n").filter((line) => line.startsWith("Day "));
  expect(lines.map((line) => line.replaceAll(/\s+/g, " "))).toEqual([
    expect.stringMatching(/^Day 1 Mon 1 Jun ✅ .* → out\/day-01\/summary\.html$/),
    expect.stringMatching(/^Day 2 Tue 2 Jun ❌ .* → out\/day-02\/summary\.html$/),
    expect.stringMatching(/^Day 3 Wed 3 Jun ❌ .* → out\/day-03\/summary\.html$/),
    "Day 4 Thu 4 Jun ⚪ GitHub never started it",
    expect.stringMatching(/^Day 5 Fri 5 Jun ✅ .* \(started 4 h \d+ min late\) → out\/day-05\//),
    expect.stringMatching(/^Day 6 Sat 6 Jun ❌ .* → out\/day-06\/first-attempt\.html$/),
    expect.stringMatching(/^Day 6 Sat 6 Jun ✅ .* \(run again at 0[67]:\d\d\) → out\/day-06\//),
  ]);
  expect(played.stdout).toMatch(
    /\n3 of 5 runs succeeded\. GitHub never started day 4\. Played in [^.]+(\.\d)?\ss\. Open out\/index\.html /u,
  );
});

test("each run leaves its summary and its page, and all pages share one Mermaid", async () => {
  expect((await readdir(join(folder, "out"))).toSorted()).toEqual([
    "assets",
    "day-01",
    "day-02",
    "day-03",
    "day-05",
    "day-06",
    "index.html",
    "issue-1.html",
    "issue-2.html",
  ]);
  expect((await readdir(join(folder, "out/day-06"))).toSorted()).toEqual([
    "first-attempt.html",
    "first-attempt.md",
    "summary.html",
    "summary.md",
  ]);
  const page = await readFile(join(folder, "out/day-01/summary.html"), "utf8");
  expect(page).toContain('<script src="../assets/mermaid.js"></script>');
  expect(page.length).toBeLessThan(200_000);
});

test("every link between the pages has an end", async () => {
  const pages = [
    "index.html",
    "issue-1.html",
    "day-01/summary.html",
    "day-05/summary.html",
    "day-06/summary.html",
  ];
  for (const page of pages) {
    const $ = load(await readFile(join(folder, "out", page), "utf8"));
    const hrefs = $("a")
      .toArray()
      .map((link) => $(link).attr("href") ?? "")
      .filter((href) => !href.startsWith("https:"));
    expect(hrefs.length).toBeGreaterThan(1);
    for (const href of hrefs) await readFile(join(folder, "out", page, "..", href));
  }
});

test("the gate remembers the last good day, over bad ones and one without a run", async () => {
  expect(await summaryOf("day-02/summary")).toContain("The scrape lost 60\u00a0% of the books");
  expect(await summaryOf("day-03/summary")).toContain("`api-unreachable`");
  // The table holds 8 since the second day; the first one proved 20.
  expect(await summaryOf("day-05/summary")).toContain("20 before");
});

test("a summary remembers the days before it, and leads to their pages", async () => {
  const $ = load(await readFile(join(folder, "out/day-05/summary.html"), "utf8"));
  const squares = $("article a")
    .toArray()
    .filter((link) => /^[🟩🟥]$/u.test($(link).text()))
    .map((link) => `${$(link).text()} ${$(link).attr("href")}`);
  expect(squares).toEqual([
    "🟩 ../day-01/summary.html",
    "🟥 ../day-02/summary.html",
    "🟥 ../day-03/summary.html",
    expect.stringMatching(/^🟩 https:/u),
  ]);
  expect(await summaryOf("day-03/summary")).toContain("the 2nd run in a row without success");
});

test("the issue that the bad days opened has a page, and the day that ended them leads there", async () => {
  const $ = load(await readFile(join(folder, "out/issue-1.html"), "utf8"));
  expect($("header").text()).toContain("Issue 1, closed.");
  expect($("article").text()).toContain("The pipeline works again, after 2 runs without success");
  const day = load(await readFile(join(folder, "out/day-05/summary.html"), "utf8"));
  expect(day('a[href="../issue-1.html"]').text()).toBe("Issue 1");
});

test("a summary says how late its run is, and which one never came", async () => {
  const late = await summaryOf("day-05/summary");
  expect(late).toMatch(/4\sh\s\d+\smin late \(due at 06:17\)/u);
  expect(late).toContain("did not take place: 4 Jun");
});

test("a run tells the time of its own day", async () => {
  expect(await summaryOf("day-01/summary")).toContain("on 1 Jun 2026 at 06:");
  expect(await summaryOf("day-05/summary")).toContain("on 5 Jun 2026 at 10:");
});

test("a re-run does not repeat the scrape that the first attempt proved", async () => {
  const first = await summaryOf("day-06/first-attempt");
  const second = await summaryOf("day-06/summary");
  expect(first).toContain("`POST /api/v1/scrape/`");
  expect(first).toContain("`no-data`");
  expect(second).toContain("collected by try 1; not repeated");
  expect(second).not.toContain("`POST /api/v1/scrape/`");
  expect(second).toContain("`GET /api/v1/ml/training-data`");
});

test("an interrupt ends the month after the run that is under way", async () => {
  const cwd = await mkdtemp(join(tmpdir(), "month-"));
  try {
    let isInterrupted = false;
    const { exitCode, stdout } = await play(cwd, "--days 9 --books 20", (child, output) => {
      if (isInterrupted || !output.includes("Day  1")) return;
      isInterrupted = child.kill("SIGINT");
    });
    expect(exitCode).toBe(130);
    expect(stdout).toContain("Interrupted. out/index.html has the days up to here.");
    expect(stdout).not.toContain("Day  9");
    expect(await readFile(join(cwd, "out/index.html"), "utf8")).toContain("Day 1 ");
  } finally {
    await rm(cwd, { recursive: true });
  }
});
