import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { renderMarkdown } from "../../sandbox/page/markdown.ts";
import type { IssueOutcome, Message } from "../../src/alerts/ports.ts";
import type { Loud } from "../../src/alerts/sound.ts";
import { markedPart, markerIn } from "../../src/github/issue-marker.ts";
import type { Run } from "../../src/pipeline/run.ts";
import { messageOf } from "../../src/report/alerts/message.ts";
import { chronicleOf } from "../../src/report/chronicle.ts";
import { alertsSaid, alertWarnings, type AlertsEnd } from "../../src/report/alerts/sounded.ts";
import { subjectOf } from "../../src/report/alerts/subject.ts";
import type { Story } from "../../src/report/story.ts";
import { LANGUAGES, type Language } from "../../src/settings/settings.ts";
import {
  DOWN,
  door,
  GOOD,
  LINKS,
  past,
  played,
  recalling,
  settingsWith,
  SHUT,
  STARTED,
  storyOf,
  UNREACHABLE,
} from "./stories.ts";

const FAILING: Loud = {
  kind: "raised",
  why: "failing",
  inARow: 3,
  since: new Date("2026-11-20T09:20:00Z"),
  isFirst: false,
};
const RECOVERED: Loud = { kind: "clear", setbacks: 2, wasRaised: true };

function told(
  alarm: Loud,
  run: Run,
  more: Partial<Story> = {},
  language: Language = "en",
): Message {
  const story = storyOf(run, more, language);
  const message = messageOf(alarm, subjectOf(story), story.words, story.format);
  const plain = (text: string) => text.replaceAll("\u00a0", " ");
  return {
    title: plain(message.title),
    body: plain(message.body),
    farewell: plain(message.farewell),
    text: plain(message.text),
  };
}

const thirdBadDay = recalling(played(UNREACHABLE), [past(1, DOWN), past(2, DOWN), past(3)]);

describe("an issue while it keeps failing", () => {
  const { title, body, text } = told(FAILING, thirdBadDay);

  test("says what a summary begins with", () => {
    expect(title).toBe("Orquestra: daily does not succeed");
    expect(body).toMatch(/^## ❌ /);
    for (const label of ["Your data now:", "Who can fix it:", "What to do"]) {
      expect(body).toContain(`**${label}**`);
    }
  });

  test("says for how long, which run was the last good one, and which run wrote it", () => {
    expect(body).toContain("This is the 3rd run in a row without success. The last good run was");
    expect(body).toContain("The pipeline `daily` has not succeeded since 20 Nov 2026, 06:20.");
    expect(body).toContain(`Written by [run 130](${LINKS.run}) of 22 Nov 2026, 06:21.`);
    expect(body).toContain("closes the issue once a run succeeds");
  });

  test("says when the schedule is due again, where a schedule started the run", () => {
    const nextAt = new Date("2026-11-23T09:17:00Z");
    const punctuality = { cron: "17 6 * * *", dueAt: STARTED, lateMs: 0, missedAt: [], nextAt };
    const { recollection } = thirdBadDay;
    if (!recollection) throw new Error("nothing was recalled");
    const scheduled = { ...thirdBadDay, recollection: { ...recollection, punctuality } };

    expect(body).not.toContain("next run is due");
    expect(told(FAILING, scheduled).body).toContain(
      "By the schedule `17 6 * * *`, the next run is due on 23 Nov 2026, 06:17 (America/Sao_Paulo).",
    );
  });

  test("is one line in a chat", () => {
    expect(text).toMatch(/^❌ daily: .*\. 3 runs in a row have not succeeded\.$/);
    expect(text).not.toMatch(/[\n`]/);
  });

  test("is Portuguese for those who read that", () => {
    const portuguese = told(FAILING, thirdBadDay, {}, "pt-BR");
    expect(portuguese.body).toContain("**Seus dados agora:**");
    expect(portuguese.body).toContain("Escrito pela [execução 130]");
    expect(portuguese.text).toContain("São 3 execuções seguidas sem sucesso.");
  });
});

test("of runs that are only cancelled it says that nobody knows", () => {
  const { body, text } = told({ ...FAILING, why: "stalled" }, played([]));
  expect(body).toMatch(/^## ❌ The last 3 runs ended without success, the newest one cancelled\n/);
  expect(body).toContain("Nobody knows whether the pipeline works.");
  expect(body).not.toContain("Your data now");
  expect(text).toContain("daily: The last 3 runs ended without success");
});

test("a recovery is said with what the good run brought", () => {
  const { body, farewell, text } = told(RECOVERED, played(GOOD));
  const headline = "The pipeline works again, after 2 runs without success: 1,000 books refreshed";
  expect(body).toMatch(new RegExp(`^## ✅ ${headline}`));
  expect(farewell).toMatch(new RegExp(`^✅ ${headline}.*\\.\n\nWritten by`));
  expect(text).toMatch(new RegExp(`^✅ daily: ${headline}.*\\.$`));
});

test("whatever the pipeline is called and the API says, the issue has no markup of theirs", async () => {
  const hostile = fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
    fc.constantFrom("<img src=x>", "<!-- orquestra:end -->", "@team #1", "[x](https://evil)", "`"),
  );
  await fc.assert(
    fc.asyncProperty(hostile, async (name) => {
      const pipeline = door(name);
      fc.pre(pipeline !== "");
      const run = played([
        { kind: "proved" },
        { kind: "failed", failure: { code: "credentials-rejected", words: pipeline } },
      ]);
      const { body } = told(FAILING, run, { pipeline });
      const part = markedPart({ pipeline, state: "failing", at: STARTED }, body);
      expect(markerIn(part)?.pipeline).toBe(pipeline);
      expect(part.match(/<!--/g)).toHaveLength(2);
      const { html } = await renderMarkdown(body);
      const tags = new Set([...html.matchAll(/<([a-z]\w*)/g)].map(([, tag]) => tag));
      for (const tag of tags)
        expect(["h2", "p", "strong", "code", "ol", "li", "a", "sub", "br"]).toContain(tag);
      const targets = [...html.matchAll(/href="([^"]*)"/g)].map(([, target]) => target);
      for (const target of targets) expect(target).toMatch(/^https:\/\/github\.com\/acme\//);
    }),
    { numRuns: 15 },
  );
});

describe("what became of an alert", () => {
  const issue = { number: 12, url: "https://github.com/acme/books/issues/12" };
  const link = `[Issue 12](${issue.url})`;

  const saidOf = (
    end: AlertsEnd,
    inputs: Readonly<Record<string, string>> = {},
    run = played(SHUT),
  ) => {
    const chronicle = chronicleOf(storyOf(run, { settings: settingsWith(inputs) }));
    return {
      summary: alertsSaid(end, chronicle),
      warnings: alertWarnings(end, chronicle).map(({ title, message }) => `${title} | ${message}`),
    };
  };

  test.each<readonly [IssueOutcome, string]>([
    [{ kind: "opened", issue }, `${link} was opened.`],
    [{ kind: "updated", issue }, `${link} was brought up to date.`],
    [{ kind: "closed", issue }, `${link} was closed.`],
    [{ kind: "closed-by-hand", issue }, `${link} was closed by hand, and stays closed`],
    [{ kind: "overtaken", issue }, `${link} already tells of a newer run`],
  ])("%j is said, and is no warning", (outcome, sentence) => {
    const { summary, warnings } = saidOf({ issue: outcome });
    expect(summary).toContain(`**Alerts:** ${sentence}`);
    expect(warnings).toEqual([]);
  });

  test.each<readonly [AlertsEnd, string]>([
    [
      { issue: { kind: "opened", issue: { ...issue, isBare: true } } },
      "without labels and assignees",
    ],
    [{ issue: { kind: "not-written", why: "issues-off" } }, "issues are switched off"],
    [{ notify: { kind: "not-delivered", why: { kind: "status", status: 404 } } }, "HTTP 404"],
    [{ ping: { kind: "not-delivered", why: { kind: "unreachable" } } }, "ping-url was not told"],
  ])("%j is a warning, too", (end, sentence) => {
    const { summary, warnings } = saidOf(end);
    expect(summary.replaceAll("`", "")).toContain(sentence);
    expect(warnings).toEqual([expect.stringMatching(/^Orquestra: alert-not-sent \| [^`[\]]*$/)]);
    expect(warnings[0]).toContain(sentence);
  });

  test("of nothing nothing is said", () => {
    const nothing = { summary: "", warnings: [] };
    expect(saidOf({})).toEqual(nothing);
    expect(saidOf({ issue: { kind: "none" }, ping: { kind: "delivered" } })).toEqual(nothing);
  });

  test("is in no summary where none is wanted, but its trouble is a warning all the same", () => {
    const end: AlertsEnd = { issue: { kind: "not-written", why: "no-answer" } };
    expect(saidOf(end, { summary: "none" })).toMatchObject({
      summary: "",
      warnings: [expect.any(String)],
    });
    expect(saidOf(end, { summary: "on-failure" }, played(GOOD)).summary).toBe("");
    expect(saidOf(end, { summary: "on-failure" }).summary).not.toBe("");
  });

  test.each(LANGUAGES)("reads in %s", (language) => {
    const chronicle = chronicleOf(storyOf(played(SHUT), {}, language));
    const said = alertsSaid(
      { issue: { kind: "opened", issue }, notify: { kind: "delivered" } },
      chronicle,
    );
    expect(said).toBe(
      {
        en: `\n**Alerts:** ${link} was opened. \`notify-url\` was told.\n`,
        "pt-BR": `\n**Alertas:** A [issue 12](${issue.url}) foi aberta. \`notify-url\` foi avisado.\n`,
      }[language],
    );
  });
});
