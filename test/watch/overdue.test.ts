import { describe, expect, test } from "@jest/globals";
import type { FailureIssue, IssueOutcome, News } from "../../src/alerts/ports.ts";
import { occasionOf, overdueSince, soundOverdue } from "../../src/watch/overdue.ts";
import type { Seen } from "../../src/watch/sight.ts";
import { judge, type Judged } from "../../src/watch/verdict.ts";
import { parseTold, toldLines, type EarlierWatch } from "../../src/watch/told.ts";
import { DAILY, hoursAgo, line, MAX_AGE_MS, NOW, seen, told, untold, withLines } from "./runs.ts";

function judged(sight: Seen): Judged {
  const finding = judge(sight, { pipeline: DAILY, maxAgeMs: MAX_AGE_MS }, NOW);
  const [first] = finding.kind === "judged" ? finding.pipelines : [];
  if (!first) throw new Error("nothing was judged");
  return first;
}

const MESSAGE = { title: "", body: "", farewell: "", text: "No success" };
const NEWS = { pipeline: DAILY, text: MESSAGE.text, run: undefined };
const issue = { number: 1, url: "https://github.com/acme/books/issues/1" };
const SINCE = hoursAgo(21);

/** A watch so many hours ago, and what it left. */
function watchAt(hours: number, more: Partial<EarlierWatch> = {}): EarlierWatch {
  return { at: hoursAgo(hours), told: [], hasFailed: false, ...more };
}
const TOLD = { told: ["other", DAILY] };
const FAILED = { hasFailed: true };

/** What a webhook hears where the issue ended so, and these watches came before. */
async function heard(
  outcome: IssueOutcome | undefined,
  watches: readonly EarlierWatch[] | undefined,
) {
  const news: News[] = [];
  let isAsked = false;
  const kept: FailureIssue | undefined = outcome && {
    raise: () => Promise.resolve(outcome),
    clear: () => Promise.reject(new Error("a watch closes nothing")),
  };
  await soundOverdue(MESSAGE, NEWS, { at: NOW }, SINCE, {
    ...(kept ? { issue: kept } : {}),
    notify: (one) => {
      news.push(one);
      return Promise.resolve({ kind: "delivered" });
    },
    earlier: () => {
      isAsked = true;
      return Promise.resolve(watches);
    },
  });
  return { states: news.map(({ state }) => state), isAsked };
}

describe("a webhook hears of it", () => {
  test("with the issue that is opened", async () => {
    expect(await heard({ kind: "opened", issue }, [])).toEqual({
      states: ["stale"],
      isAsked: false,
    });
  });

  test("not where somebody closed the issue by hand", async () => {
    const closed = await heard({ kind: "closed-by-hand", issue }, [watchAt(1, FAILED)]);
    expect(closed).toEqual({ states: [], isAsked: false });
  });

  describe.each(["updated", "overtaken"] as const)("where the issue was there (%s)", (kind) => {
    test.each<readonly [string, readonly EarlierWatch[] | undefined, number]>([
      ["no watch before", [], 0],
      ["nobody knows of watches before", undefined, 0],
      ["one that told it", [watchAt(10, TOLD)], 0],
      ["one that told nobody, as a run had", [watchAt(10)], 0],
      ["one whose alert did not arrive", [watchAt(10, FAILED)], 1],
      [
        "one whose alert did not arrive, and one that told it",
        [watchAt(5, TOLD), watchAt(10, FAILED)],
        0,
      ],
      [
        "one whose alert of another pipeline arrived, and this one's did not",
        [watchAt(10, { told: ["other"], ...FAILED })],
        1,
      ],
      ["one whose alert did not arrive before it was overdue", [watchAt(22, FAILED)], 0],
    ])("by %s", async (_, watches, times) => {
      expect((await heard({ kind, issue }, watches)).states).toHaveLength(times);
    });
  });

  test.each<readonly [string, readonly EarlierWatch[] | undefined, number]>([
    ["there is none", [], 1],
    ["nobody knows of them", undefined, 1],
    ["they told it before it was overdue", [watchAt(22, TOLD), watchAt(100, TOLD)], 1],
    ["one told it since it was overdue", [watchAt(21, TOLD)], 0],
    ["one told of another pipeline", [watchAt(10, { told: ["other"] })], 1],
    ["one could not deliver it", [watchAt(10, FAILED)], 1],
  ])("without an issue, by earlier watches: %s", async (_, watches, times) => {
    for (const outcome of [undefined, { kind: "not-written", why: "no-permission" }] as const) {
      expect((await heard(outcome, watches)).states).toHaveLength(times);
    }
  });
});

describe("what a watch has told", () => {
  test("is read back, of any names and of many", () => {
    const names = [
      "daily",
      'a "b" c',
      "d\\e",
      ...Array.from({ length: 40 }, (_, at) => `shop ${at}`),
    ];
    const lines = toldLines(names);
    expect(lines).toHaveLength(5);
    expect(lines.flatMap(parseTold)).toEqual(names);
    expect(toldLines([])).toEqual([]);
  });

  test("fits into the annotations that the runner keeps", () => {
    const lines = toldLines(Array.from({ length: 100 }, () => "\\".repeat(200)));
    expect(lines.length).toBeLessThanOrEqual(10);
    for (const one of lines) expect(one.length).toBeLessThan(4_096 + 1);
  });

  test.each([
    "",
    '["daily"]',
    'v=2 notify-url=["daily"]',
    'v=1 notify-url="daily"',
    'v=1 notify-url={"daily":1}',
    'v=1 notify-url=["daily"',
    "v=1 notify-url=[1,null]",
  ])("is not %j", (message) => {
    expect(parseTold(message)).toEqual([]);
  });
});

describe("a pipeline is overdue", () => {
  const since = (sight: Seen) => overdueSince(judged(sight), sight, MAX_AGE_MS);
  const at = (ms: number) => new Date(hoursAgo(49).getTime() + 90_000 + ms);

  test("since its last success was too old", () => {
    expect(since(seen([told(49, "succeeded")]))).toEqual(at(MAX_AGE_MS));
  });

  test("since that success, where the workflow is disabled", () => {
    expect(since(seen([told(49, "succeeded")], { state: "by-hand" }))).toEqual(at(0));
  });

  test("since the oldest run that was looked at, without a success", () => {
    expect(since(seen([told(1, "failed"), untold(25, "cancelled")]))).toEqual(hoursAgo(25));
  });

  test("since ever, without a run", () => {
    expect(since(seen([]))).toEqual(new Date(0));
  });
});

describe("a watch speaks for", () => {
  test("the end of the last success, so that whatever began later knows better", () => {
    const sight = seen([told(1, "failed"), told(49, "succeeded")]);
    const { at, since } = occasionOf(judged(sight), sight, NOW);
    const ended = new Date(hoursAgo(49).getTime() + 90_000);
    expect([at, since]).toEqual([ended, ended]);
    expect(at.getTime()).toBeLessThan(hoursAgo(1).getTime());
  });

  test("the end of a success that did not do what is overdue", () => {
    const half = line(1, "succeeded", DAILY, { scrapeSeconds: 61 });
    const whole = line(49, "succeeded", DAILY, { scrapeSeconds: 61, trainingSeconds: 4 });
    const sight = seen([withLines(1, "succeeded", half), withLines(49, "succeeded", whole)]);
    expect(occasionOf(judged(sight), sight, NOW)).toEqual({
      at: half.endedAt,
      since: half.endedAt,
    });
  });

  test("the oldest run that is known, where none succeeded", () => {
    const sight = seen([untold(1, "cancelled"), told(25, "failed")]);
    expect(occasionOf(judged(sight), sight, NOW)).toEqual({ at: hoursAgo(25), since: new Date(0) });
  });

  test("now, where no run is known that could contradict", () => {
    const sight = seen([]);
    expect(occasionOf(judged(sight), sight, NOW).at).toEqual(NOW);
  });
});
