import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { LAYOUTS, PLANS, SCRAPES, TRAINING_SECONDS } from "../../docs/generator/layouts.ts";
import { JOB_OVERHEAD_SECONDS, minutesARun } from "../../docs/generator/minutes.ts";
import { readPage } from "./page.ts";

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly strategy?: object }>>;
}

const PAGES = ["docs/costs.md", "docs/costs.pt-BR.md"];
const WORKFLOWS = ".github/workflows";

describe("the minutes of a run", () => {
  const rest = 60 - JOB_OVERHEAD_SECONDS;

  test.each([
    ["no job", [], 0],
    ["a job that does nothing", [0], 1],
    ["a whole minute", [rest], 1],
    ["a second more", [rest + 1], 2],
    ["each job by itself, not their sum", [1, 1, 1], 3],
    ["a long one among them", [rest + 60, 0], 3],
  ])("%s", (_, jobSeconds, minutes) => {
    expect(minutesARun(jobSeconds)).toBe(minutes);
  });
});

test.each(LAYOUTS)("$file has as many jobs as are counted", async ({ file, jobSeconds }) => {
  const workflow = parse(await readFile(`${WORKFLOWS}/${file}`, "utf8")) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const matrices = jobs.filter(({ strategy }) => strategy);

  // A matrix stands for as many jobs as it has legs, which the layout chose.
  expect(jobSeconds(0).length).toBeGreaterThanOrEqual(jobs.length);
  expect(matrices.length > 0 || jobSeconds(0).length === jobs.length).toBe(true);
});

test("no workflow keeps anything that GitHub counts as storage", async () => {
  const own = (await readdir(WORKFLOWS)).map((name) => `${WORKFLOWS}/${name}`);
  const texts = await Promise.all(own.map((path) => readFile(path, "utf8")));

  expect(own).toContain(`${WORKFLOWS}/pipeline.yml`);
  expect(texts.join("\n")).not.toMatch(/uses: actions\/(?:upload-artifact|cache)\b/);
});

describe.each(PAGES)("%s", (path) => {
  test("says in words what its table says in numbers", async () => {
    const { text } = await readPage(path);
    const [pipeline] = LAYOUTS;
    const months = SCRAPES.map(({ scrapeSeconds }) => {
      const run = minutesARun(pipeline?.jobSeconds(scrapeSeconds) ?? []);
      return run * (pipeline?.runsAMonth ?? 0);
    });
    const watch = LAYOUTS.find(({ file }) => file === "watch.yml");
    const both = (months[0] ?? 0) + minutesARun(watch?.jobSeconds(0) ?? []) * 31;

    expect(text).toMatch(new RegExp(`\\b${months.join(" \\w+ ")}\\b`));
    expect(text).toMatch(new RegExp(`\\b${both} minut[eo]s`));
    for (const { minutes } of PLANS) expect(text).toContain(thousands(minutes, path));
  });

  test("says what was measured and what is assumed as the numbers are", async () => {
    const { text } = await readPage(path);

    for (const { pageMs, scrapeSeconds } of SCRAPES) {
      expect(text).toMatch(new RegExp(`${scrapeSeconds} s \\w+ ${pageMs} ms`));
    }
    expect(text).toMatch(new RegExp(`(?:Training|Treino): ${TRAINING_SECONDS} s`));
    expect(text).toMatch(new RegExp(`^\\| [^|]*: ${JOB_OVERHEAD_SECONDS} s +\\| (?:ass|sup)`, "m"));
  });

  test("says what the longest days would cost", async () => {
    const { text } = await readPage(path);
    const example = await readFile("examples/pipeline.yml", "utf8");
    const [, limit] = /timeout-minutes: .*'(\d+)'/.exec(example) ?? [];

    expect(text).toMatch(
      new RegExp(`${limit} minut[eo]s[^]*${thousands(31 * Number(limit), path)}`),
    );
  });
});

function thousands(number: number, path: string): string {
  return number.toLocaleString(path.includes("pt-BR") ? "pt-BR" : "en");
}
