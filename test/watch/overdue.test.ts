import { describe, expect, test } from "@jest/globals";
import type { FailureIssue, IssueOutcome, News } from "../../src/alerts/ports.ts";
import { occasionOf, overdueSince, soundOverdue } from "../../src/watch/overdue.ts";
import type { Seen } from "../../src/watch/sight.ts";
import { judge, type Judged } from "../../src/watch/verdict.ts";
import { DAILY, hoursAgo, MAX_AGE_MS, NOW, seen, told, untold } from "./runs.ts";

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

/** What a webhook hears where the issue ended so, and earlier watches raised these alarms. */
async function heard(
  outcome: IssueOutcome | undefined,
  alarms: readonly Date[] | undefined,
  since: Date | "not known" = SINCE,
) {
  const news: News[] = [];
  let isAsked = false;
  const kept: FailureIssue | undefined = outcome && {
    raise: () => Promise.resolve(outcome),
    clear: () => Promise.reject(new Error("a watch closes nothing")),
  };
  await soundOverdue(MESSAGE, NEWS, { at: NOW }, since === "not known" ? undefined : since, {
    ...(kept ? { issue: kept } : {}),
    notify: (one) => {
      news.push(one);
      return Promise.resolve({ kind: "delivered" });
    },
    alarms: () => {
      isAsked = true;
      return Promise.resolve(alarms);
    },
  });
  return { times: news.length, states: news.map(({ state }) => state), isAsked };
}

describe("a webhook hears of it", () => {
  test.each<readonly [IssueOutcome["kind"], IssueOutcome, number]>([
    ["opened", { kind: "opened", issue }, 1],
    ["updated", { kind: "updated", issue }, 0],
    ["overtaken", { kind: "overtaken", issue }, 0],
    ["closed-by-hand", { kind: "closed-by-hand", issue }, 0],
  ])("by the issue alone: %s", async (_, outcome, times) => {
    expect(await heard(outcome, [])).toMatchObject({ times, isAsked: false });
  });

  test.each<readonly [string, readonly Date[] | undefined, number]>([
    ["of none", [], 1],
    ["that nobody knows", undefined, 1],
    ["from before it was overdue", [hoursAgo(22), hoursAgo(100)], 1],
    ["since it was overdue", [hoursAgo(22), hoursAgo(21)], 0],
  ])("without an issue, by earlier alarms %s", async (_, alarms, times) => {
    expect(await heard(undefined, alarms)).toMatchObject({ times });
    expect(await heard({ kind: "not-written", why: "no-permission" }, alarms)).toMatchObject({
      times,
    });
  });

  test("once, where no success is known to count from", async () => {
    expect(await heard(undefined, [hoursAgo(1000)], "not known")).toMatchObject({ times: 0 });
    expect(await heard(undefined, [], "not known")).toMatchObject({ times: 1, states: ["stale"] });
  });
});

describe("a pipeline is overdue", () => {
  const at = (ms: number) => new Date(hoursAgo(49).getTime() + 90_000 + ms);

  test("since its last success was too old", () => {
    expect(overdueSince(judged(seen([told(49, "succeeded")])), MAX_AGE_MS)).toEqual(at(MAX_AGE_MS));
  });

  test("since that success, where the workflow is disabled", () => {
    const sight = seen([told(49, "succeeded")], { state: "by-hand" });
    expect(overdueSince(judged(sight), MAX_AGE_MS)).toEqual(at(0));
  });

  test("since nobody knows when, without a success", () => {
    expect(overdueSince(judged(seen([told(1, "failed")])), MAX_AGE_MS)).toBeUndefined();
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

  test("the oldest run that is known, where none succeeded", () => {
    const sight = seen([untold(1, "cancelled"), told(25, "failed")]);
    expect(occasionOf(judged(sight), sight, NOW)).toEqual({ at: hoursAgo(25), since: new Date(0) });
  });

  test("now, where no run is known that could contradict", () => {
    const sight = seen([]);
    expect(occasionOf(judged(sight), sight, NOW).at).toEqual(NOW);
  });
});
