import { describe, expect, test } from "@jest/globals";
import { renderMarkdown } from "../../../sandbox/page/markdown.ts";
import { checklistLines } from "../../../src/report/preflight/checklist.ts";
import { preflightReport } from "../../../src/report/preflight/report.ts";
import type { SummaryMode } from "../../../src/settings/settings.ts";
import { JOB, LINE, lookOf } from "../../preflight/look.ts";
import { settingsWith } from "../stories.ts";
import { HOSTILE } from "../words/failure-samples.ts";
import { BLIND, DOUBTFUL, READY, told, WRONG, type Morning } from "./mornings.ts";

const reportOf = async (morning: Morning, language: "en" | "pt-BR" = "en") =>
  preflightReport(await told(morning, language));

/** The headings of a summary, in order. */
const headings = (summary: string) => summary.match(/^##.*$/gm);
/** The marks of the checklist, in order. */
const marks = (summary: string) =>
  [...summary.matchAll(/^\| (✅|❌|⚠️|➖) \|/gm)].map(([, mark]) => mark).join("");

describe("when all is ready", () => {
  test("the summary says so, and what was seen", async () => {
    const { summary, succeeded } = await reportOf(READY);

    expect(succeeded).toBe(true);
    expect(headings(summary)).toEqual([
      "## ✅ Everything is ready: the API is up and the log-in works",
    ]);
    expect(marks(summary)).toBe("✅".repeat(15));
    for (const row of [
      "| Health | API OK, database UP |",
      "| Log in | as `etl` |",
      "| Schedule | `17 6 * * *`, next on 26 Nov at 06:17 |",
      "| Time limit | 60 minutes, 48 needed |",
      "| Dead man's switch | took the test |",
    ]) {
      expect(summary).toContain(row);
    }
  });

  test("the log has the same, a line each", async () => {
    const lines = checklistLines(await told(READY));

    expect(lines).toHaveLength(15);
    expect(lines).toContain("✅ Log in: as “etl”");
  });

  test("one notice says that it was a preflight", async () => {
    expect((await reportOf(READY)).annotations).toEqual([
      {
        level: "notice",
        title: "Orquestra: succeeded",
        message: "v=1 pipeline=daily attempt=1 mode=preflight",
      },
    ]);
  });
});

describe("when all is wrong", () => {
  test("the summary tells it all at once, errors first", async () => {
    const { summary, succeeded } = await reportOf(WRONG);

    expect(succeeded).toBe(false);
    expect(headings(summary)).toEqual([
      "## ❌ 8 things must be put right",
      "### ❌ 2 settings are not right",
      "### ❌ The API is up, but not ready for work",
      "### ❌ The API does not accept the user name or the password",
      "### ❌ The time zones of the schedule differ",
      "### ❌ The job lacks permissions",
      "### ❌ The time limit of the job is too short",
      "### ❌ Issues are switched off",
      "### ⚠️ The schedule starts on the hour",
      "### ⚠️ The test was not taken",
      "### ⚠️ The test was not taken",
    ]);
    expect(marks(summary)).toBe("❌✅✅❌❌✅✅⚠️❌❌❌✅❌⚠️⚠️");
    expect(summary.match(/\*\*Who can fix it:\*\*/g)).toHaveLength(10);
    expect(summary).not.toContain("Nothing was sent");
    expect(summary).toContain("Failure code [`settings-invalid`]");
  });

  test("in Portuguese as well", async () => {
    const { summary } = await reportOf(WRONG, "pt-BR");

    expect(headings(summary)?.[0]).toBe("## ❌ Faltam corrigir 8 coisas");
    expect(headings(summary)).toHaveLength(11);
    expect(marks(summary)).toBe("❌✅✅❌❌✅✅⚠️❌❌❌✅❌⚠️⚠️");
  });

  test("one error names all that is wrong, and each warning is one", async () => {
    const { annotations } = await reportOf(WRONG);

    expect(annotations.map(({ level, title }) => `${level} ${title}`)).toEqual([
      "error Orquestra: settings-invalid",
      "warning Orquestra",
      "warning Orquestra",
      "warning Orquestra",
      "notice Orquestra: failed",
    ]);
    for (const said of [
      "8 things must be put right.",
      "scrape-timeout is “soon”",
      "checks: read",
      "48 or more",
    ]) {
      expect(annotations[0]?.message).toContain(said);
    }
  });
});

test("one thing that is wrong is the headline", async () => {
  const { summary } = await reportOf({
    ...READY,
    look: lookOf({ jobs: [{ ...JOB, permissions: {} }] }),
  });

  expect(headings(summary)?.[0]).toBe(
    "## ❌ One thing must be put right: The job lacks permissions",
  );
});

test("one thing that is wrong is named once in its error", async () => {
  const { annotations } = await reportOf(BLIND);

  expect(annotations[0]?.message.match(/The API could not be reached/g)).toHaveLength(1);
});

test("what could not be looked at is in the headline, and nothing is said to be ready for it", async () => {
  const { look } = BLIND;

  const { summary, succeeded } = await reportOf({ ...READY, ...(look && { look }) });
  expect(succeeded).toBe(true);
  expect(headings(summary)).toEqual([
    "## ✅ The API is up and the log-in works; 8 checks could not be made",
  ]);
  expect(summary).not.toContain("Everything is ready");
});

test("an expression that only GitHub evaluates leaves all ready", async () => {
  const jobs = [{ ...JOB, timeoutMinutes: "${{ inputs.minutes }}" }];

  const { summary } = await reportOf({ ...READY, look: lookOf({ jobs }) });
  expect(headings(summary)).toEqual([
    "## ✅ Everything is ready: the API is up and the log-in works",
  ]);
  expect(summary).toContain("**Not looked at:** Time limit.");
});

test("what is only worth a look is green", async () => {
  const { summary, succeeded } = await reportOf(DOUBTFUL);

  expect(succeeded).toBe(true);
  expect(headings(summary)).toEqual([
    "## ✅ Everything is ready: the API is up and the log-in works; 1 thing is worth a look",
    "### ⚠️ The workflow has no schedule",
  ]);
});

test("what could not be looked at is a line a reason, and no failure", async () => {
  const { summary, outputs } = await reportOf(BLIND);

  expect(outputs["failure-code"]).toBe("api-unreachable");
  expect(summary.match(/^\*\*Not looked at:\*\* .*$/gm)).toEqual([
    "**Not looked at:** TLS, Health, Log in. The API was not reached.",
    expect.stringMatching(
      /^\*\*Not looked at:\*\* Workflow file, Schedule, .*, Failure issue\. GitHub does not show the file: either `contents: read` is missing .* or the file is not on the default branch\./,
    ),
    expect.stringMatching(/^\*\*Not looked at:\*\* Workflow\. .*either `actions: read` is missing/),
  ]);
});

describe("summary:", () => {
  test.each<[SummaryMode, Morning, RegExp]>([
    ["none", BLIND, /^$/],
    ["on-failure", READY, /^$/],
    ["on-failure", BLIND, /^## ❌ /],
    ["short", READY, /^## ✅ [^]*\| OK\? \| Check \|(?![^]*<details>)/],
    ["full", READY, /<details>/],
  ])("%s", async (mode, morning, expected) => {
    const { story, ...rest } = await told(morning);
    const settings = settingsWith({ summary: mode });
    const { summary } = preflightReport({ ...rest, story: { ...story, settings } });

    expect(summary).toMatch(expected);
  });
});

test("nothing that a workflow's file says becomes markup, or a link of its own", async () => {
  const cron = HOSTILE;
  const jobs = [{ ...JOB, id: HOSTILE, runsOn: [HOSTILE, "self-hosted"], permissions: {} }];
  const schedule = [{ ...LINE, cron, nextAt: undefined, timeZone: HOSTILE }];
  const { summary } = await reportOf({ ...READY, look: lookOf({ schedule, jobs }) });
  const { html } = await renderMarkdown(summary);

  expect(summary.split(HOSTILE.slice(2, 20)).length).toBeGreaterThan(4);
  expect(html).not.toMatch(/<img|<strong>f|e\.example"/);
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => new URL(href).host)).toEqual(
    expect.not.arrayContaining(["e.example"]),
  );
});

test("no address of an alert is shown", async () => {
  const all = JSON.stringify(await reportOf({ ...WRONG, inputs: { ...WRONG.inputs } }));

  expect(all).not.toContain("T0PS3CR3T");
});
