import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parse } from "yaml";
import { renderMarkdown } from "../../sandbox/page/markdown.ts";
import { parseLedger } from "../../src/pipeline/ledger.ts";
import { JOINT_OUTPUT_NAMES } from "../../src/report/joint/outputs.ts";
import { jointLogLines, jointReportOf, jointSubjectOf } from "../../src/report/joint/report.ts";
import { jointChronicleOf } from "../../src/report/joint/story.ts";
import { needs } from "../../src/settings/needs.ts";
import { LANGUAGES } from "../../src/settings/settings.ts";
import { HOSTILE } from "./words/failure-samples.ts";
import { JOINT_DAYS, jointStoryOf, SCRAPED, TRAINED, type JointDay } from "./joint-days.ts";
import { door } from "./stories.ts";

const day = (name: string): JointDay => {
  const found = JOINT_DAYS[name];
  if (!found) throw new Error(`there is no day ${name}`);
  return found;
};
const summaryOn = (name: string) =>
  jointReportOf(jointStoryOf(day(name))).summary.replaceAll("\u00a0", " ");
const NAMES = Object.keys(JOINT_DAYS);

describe("the first line says what it came to", () => {
  test.each([
    ["good", "✅ 1,000 books refreshed, 3 model artifacts trained"],
    ["scrape failed", "❌ The job `scrape` failed: the books did not pass"],
    [
      "scrape unknown",
      "❓ It is not known whether the job `scrape` did its work: the API did not answer in time",
    ],
    ["train failed", "❌ The job `train` failed: the API reported success, but had done nothing"],
    ["train again", "✅ 1,000 books refreshed, 3 model artifacts trained"],
    ["cancelled", "⏹️ The job `scrape` was cancelled"],
    ["known by its line", "❌ The job `train` failed: the API did not answer in time"],
    ["nothing known", "❓ The job `scrape` failed, and left no report"],
    ["green without proof", "❓ The job `build` is green, but nothing proves its work"],
    ["failed afterwards", "❌ The job `train` did its work, but failed afterwards"],
    ["skipped for no reason", "❌ The job `train` was skipped, although no job before it failed"],
    ["nothing ran", "⚪ Nothing ran: every job was skipped"],
    ["settings wrong", "❌ One setting is not right"],
  ])("%s", (name, headline) => {
    expect(summaryOn(name).split("\n")[0]).toBe(`## ${headline}`);
  });
});

describe("the summary", () => {
  test("of a good day has the jobs, their tasks and the runs before", () => {
    const summary = summaryOn("good");
    expect(summary).toContain(
      "3 more books than yesterday. Took **1 min 8 s**, of which scrape and training 1 min 6 s (usually 1 min 9 s). Started by the schedule on 22 Nov 2026 at 06:21 (America/Sao_Paulo), 4 min late",
    );
    expect(summary).toContain(
      "| ✅ | **`scrape`** | **1 min 3 s** | did its work |\n| ✅ | Health |",
    );
    expect(summary).toContain("| ✅ | Scrape | 1 min 2 s | **1,000 books** collected |");
    expect(summary).toContain("| ✅ | Train | 4.1 s | **3 artifacts** |");
    expect(summary).toMatch(/### Last 30 runs, since 24 Oct: 25 succeeded\n[^]*```mermaid/);
  });

  test("of a bad day leads to the summary of the job, and says how long it has been so", () => {
    const summary = summaryOn("scrape failed");
    expect(summary).toContain(
      "The summary of the job `scrape`, on [the page of this run](https://github.com/acme/books/actions/runs/1130), says what happened in full",
    );
    expect(summary).toContain("This is the 3rd run in a row without success.");
    expect(summary).toContain("1. Do what the summary of the job `scrape` says.\n2. On [the page");
    expect(summary).toContain("| ❌ | **`scrape`** | **1 min 3 s** | failed |");
    expect(summary).toContain("| ❌ | Check | 0.2 s | the books did not pass |");
    expect(summary).toContain(
      "| ⏭️ | **`train`** |  | skipped, as the job `scrape` did not succeed |",
    );
    expect(summary).toContain("Failure code [`data-dropped`](");
  });

  test.each([
    ["green without proof", "Re-run all jobs"],
    ["skipped for no reason", "Re-run all jobs"],
    ["scrape failed", "Re-run failed jobs"],
    ["nothing known", "Re-run failed jobs"],
    ["failed afterwards", "Re-run failed jobs"],
  ])("of a day of %s leads to the button that repeats the job: %s", (name, button) => {
    expect(summaryOn(name)).toContain(`choose \`Re-run jobs\`, and \`${button}\`:`);
  });

  test("says what the data are where that is known", () => {
    expect(summaryOn("train failed")).toMatch(
      /\*\*Your data now:\*\* the table holds 1,000 books[^\n]* the last training/,
    );
    expect(summaryOn("scrape failed")).not.toContain("**Your data now:**");
  });

  test("of a re-run says which try did what", () => {
    const summary = summaryOn("train again");
    expect(summary).toContain("| **1 min 3 s** | done by try 1; not repeated |");
    expect(summary).toContain("| ✅ | **`train`** | **4.7 s** | did its work |");
  });

  test("of a job without an output says where its numbers are from", () => {
    const summary = summaryOn("known by its line");
    expect(summary).toContain("| **1 min 2 s** | **1,000 books** collected |");
    expect(summary).toContain("- The job `scrape` handed on no output `run`.");
    expect(summary).not.toContain("| Health |");
  });

  test("without permissions says what to add", () => {
    expect(summaryOn("nothing known")).toContain("add `actions: read` and `checks: read`");
    expect(summaryOn("nothing known")).not.toContain("Took **");
  });

  test.each([
    ["none", "scrape failed", /^$/],
    ["none", "nothing ran", /^$/],
    ["on-failure", "good", /^$/],
    ["on-failure", "scrape failed", /^## ❌[^]*Versions: /],
    ["short", "good", /^## ✅(?![^]*mermaid)(?![^]*Versions: )[^]*### Last 30 runs/],
  ] as const)("%s, on a day of %s", (mode, name, pattern) => {
    expect(jointReportOf(jointStoryOf(day(name), "en", { summary: mode })).summary).toMatch(
      pattern,
    );
  });
});

describe.each(NAMES)("on a day of %s", (name) => {
  const chronicle = jointChronicleOf(jointStoryOf(day(name)));

  test("only success and nothing end well", () => {
    const { succeeded, outputs } = jointReportOf(jointStoryOf(day(name)));
    expect(outputs["result"]).toBe(chronicle?.entry.result ?? "");
    expect(succeeded).toBe(["succeeded", ""].includes(outputs["result"] ?? "?"));
  });

  test("one line stands for all jobs, and one error for what went wrong", () => {
    const { annotations, outputs } = jointReportOf(jointStoryOf(day(name)));
    const levels = annotations.map(({ level }) => level);
    const notice = annotations.at(-1);
    expect(levels).toEqual(
      { "": [], succeeded: ["notice"] }[outputs["result"] ?? "?"] ?? ["error", "notice"],
    );
    expect(parseLedger(notice?.title ?? "", notice?.message ?? "")?.result).toBe(
      chronicle?.entry.result,
    );
  });

  test.each(LANGUAGES)("all that people read is whole, in %s", (language) => {
    const story = jointStoryOf(day(name), language);
    const { summary, annotations } = jointReportOf(story);
    const subject = chronicle && jointSubjectOf(chronicle);
    const all = [
      summary,
      ...annotations.map(({ title, message }) => `${title} ${message}`),
      ...jointLogLines(story),
      ...(subject?.paragraphs ?? []),
    ];
    for (const text of all)
      expect(text).not.toMatch(/undefined|NaN|\[object|\*\*\*\*|(?<!`)``(?!`)/);
  });
});

test("the numbers of all jobs are in one line", () => {
  const { annotations, outputs } = jointReportOf(jointStoryOf(day("good")));
  expect(annotations.at(-1)).toMatchObject({
    title: "Orquestra: succeeded",
    message:
      "v=1 pipeline=daily attempt=1 records=1000 before=997 scrape=62.0 train=4.1 artifacts=3",
  });
  expect(outputs).toMatchObject({
    records: "1000",
    "records-before": "997",
    "scrape-seconds": "62.0",
    "training-seconds": "4.1",
  });
  expect(JSON.parse(outputs["run"] ?? "")).toMatchObject({
    result: "succeeded",
    jobs: [{ name: "scrape" }, { name: "train" }],
    facts: { before: 997, stored: 1000, artifacts: 3 },
  });
});

test("the door has these outputs and no others", async () => {
  const manifest = parse(await readFile("action/report/action.yml", "utf8")) as {
    readonly outputs: object;
  };
  expect(Object.keys(manifest.outputs)).toEqual([...JOINT_OUTPUT_NAMES]);
});

const TAGS = new Set(
  "h2 h3 p strong em code pre a ol ul li table thead tbody tr th td details summary br".split(" "),
);
const marks = fc.constantFrom(
  "<b>",
  "`",
  "|",
  "\n",
  "::error::",
  "##[group]",
  '"',
  "${{",
  "\u001b[31m",
);
const words = fc.oneof(
  fc.constantFrom(HOSTILE, SCRAPED, TRAINED, SCRAPED.slice(0, 90)),
  fc.string({ unit: "binary" }),
  fc.array(marks, { maxLength: 50 }).map((parts) => parts.join("")),
);
const job = fc.record(
  {
    result: fc.oneof(fc.constantFrom("success", "failure", "cancelled", "skipped"), words),
    outputs: fc.oneof(fc.record({ run: words }), fc.jsonValue()),
  },
  { requiredKeys: [] },
);
const anyNeeds = fc.oneof(
  fc
    .dictionary(fc.oneof(fc.constantFrom("scrape", "train"), words), job)
    .map((all) => JSON.stringify(all)),
  fc.array(marks, { maxLength: 400 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
);

test("no needs whatever make it throw, show markup, or command the runner", async () => {
  await fc.assert(
    fc.asyncProperty(anyNeeds, fc.constantFrom(...LANGUAGES), async (text, language) => {
      const read = needs(text, door);
      const jobs = "value" in read ? read.value : [];
      const story = jointStoryOf(
        {
          jobs: jobs.map(({ job: name, result, run }) => [
            name,
            result,
            run === undefined ? {} : { run },
          ]),
          ...("problem" in read
            ? {
                failure: {
                  code: "settings-invalid",
                  problems: [{ input: "needs", ...read.problem }],
                },
              }
            : {}),
        },
        language,
      );
      const { summary, annotations, outputs } = jointReportOf(story);
      const { html } = await renderMarkdown(summary);
      const tags = [...html.matchAll(/<([a-z][\w-]*)/g)].map(([, tag = ""]) => tag);
      expect(tags.filter((tag) => !TAGS.has(tag))).toEqual([]);
      const targets = [...html.matchAll(/href="([^"]*)"/g)].map(([, target = ""]) => target);
      expect(targets.filter((target) => !target.startsWith("https://github.com/acme/"))).toEqual(
        [],
      );
      for (const { title } of annotations) expect(title).toMatch(/^Orquestra: [\p{L}\w ()-]+$/u);
      for (const line of jointLogLines(story)) expect(line).not.toMatch(/^\s*::|\p{Cc}/u);
      expect(Buffer.byteLength(JSON.stringify(outputs))).toBeLessThan(64 * 1024);
    }),
    { numRuns: 80 },
  );
});
