import { expect, test } from "@jest/globals";
import { load } from "cheerio";
import { indexPage } from "../../../sandbox/month/index-page.ts";
import { headlineOf } from "../../../sandbox/month/headline.ts";
import type { PlayedAttempt, PlayedDay } from "../../../sandbox/month/played.ts";
import type { RunDay } from "../../../sandbox/month/plan.ts";
import { attemptLine, missedLine } from "../../../sandbox/month/terminal.ts";
import { voiceOf } from "../../../sandbox/month/voice.ts";

const STARTS_MS = Date.parse("2026-06-12T10:45:00Z");
const RUN: RunDay = {
  kind: "run",
  day: 12,
  startsAtMs: STARTS_MS,
  lateMs: 16_080_000,
  isVeryLate: true,
  books: 200,
  faults: [],
  isDown: false,
  againAtMs: undefined,
};
const FIRST: PlayedAttempt = {
  attempt: 1,
  startedAtMs: STARTS_MS,
  ending: "failed",
  headline: 'The <b>shop</b> & "more"',
  page: "day-12/first-attempt.html",
};
const SECOND: PlayedAttempt = {
  attempt: 2,
  startedAtMs: STARTS_MS + 2_400_000,
  ending: "succeeded",
  headline: "200 books refreshed",
  page: "day-12/summary.html",
};
const MISSED = { kind: "missed", day: 9, dueAtMs: Date.parse("2026-06-09T06:17:00Z") } as const;
const en = voiceOf("en");

async function open(...days: readonly PlayedDay[]) {
  return load(await indexPage({ days, issues: [] }, en, 'npm start -- --days 2 "<i>"'));
}

test("each day says in words what became of it, and leads to its page", async () => {
  const $ = await open(MISSED, { kind: "started", planned: RUN, attempts: [FIRST, SECOND] });
  const texts = $("li > *")
    .toArray()
    .map((part) => $(part).text());
  expect(texts).toEqual([
    "Day 9 Tue 9 Jun",
    "⚪ no run",
    "GitHub never started it",
    "Day 12 Fri 12 Jun",
    "✅ succeeded",
    "200 books refreshed",
    "started 4\u00a0h\u00a028\u00a0min late",
    "First attempt: failed",
    "run again at 11:25",
  ]);
  expect($("time").last().attr("datetime")).toBe("2026-06-12");
  const links = $("li a").toArray();
  expect(links.map((link) => $(link).attr("href"))).toEqual([SECOND.page, FIRST.page]);
  expect($("h1").text()).toBe("2 days of the pipeline");
  expect($(".tally").text()).toBe("1 of 1 run succeeded. GitHub never started day 9.");
});

test("what comes from a summary or the command is text", async () => {
  const $ = await open({ kind: "started", planned: RUN, attempts: [FIRST] });
  expect($("li a").text()).toBe(FIRST.headline);
  expect($("footer code").text()).toBe('npm start -- --days 2 "<i>"');
  expect($("b, i, script").length).toBe(0);
});

test("a run that left no summary is a day without a link", async () => {
  const bare: PlayedAttempt = { attempt: 1, startedAtMs: STARTS_MS, ending: "none" };
  const $ = await open({
    kind: "started",
    planned: { ...RUN, isVeryLate: false },
    attempts: [bare],
  });
  expect($("li").text()).toContain("It left no summary");
  expect($("li a, .aside").length).toBe(0);
});

test("the terminal has a line for each attempt", () => {
  expect(missedLine(MISSED, en)).toBe("Day  9  Tue 9 Jun    ⚪ GitHub never started it");
  expect(attemptLine(RUN, FIRST, en)).toBe(
    'Day 12  Fri 12 Jun   ❌ The <b>shop</b> & "more" (started 4\u00a0h\u00a028\u00a0min late)  → out/day-12/first-attempt.html',
  );
  expect(attemptLine(RUN, SECOND, voiceOf("pt-BR"))).toBe(
    "Dia 12  sex., 12 de jun.  ✅ 200 books refreshed (executada de novo às 11:25)  → out/day-12/summary.html",
  );
});

test.each([
  ["## ❌ The *shop* lost `60` \\_%\n\nmore", "The shop lost 60 _%"],
  ["> [!NOTE]\n> a\n\n# ✅ 1,000 books", "1,000 books"],
  ["no heading", undefined],
  ["## ✅", undefined],
])("the headline of %j is %j", async (summary, headline) => {
  expect(await headlineOf(summary)).toBe(headline);
});
