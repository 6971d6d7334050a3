import { describe, expect, test } from "@jest/globals";
import type { Seen, SeenRun } from "../../src/watch/sight.ts";
import { judge, WATCH_STATES, type Judged } from "../../src/watch/verdict.ts";
import {
  DAILY,
  hoursAgo,
  line,
  MAX_AGE_MS,
  NOW,
  plain,
  seen,
  told,
  untold,
  withLines,
} from "./runs.ts";

const ALL = { pipeline: undefined, maxAgeMs: MAX_AGE_MS };

function judged(sight: Seen): Judged | undefined {
  const finding = judge(sight, { pipeline: DAILY, maxAgeMs: MAX_AGE_MS }, NOW);
  return finding.kind === "judged" ? finding.pipelines[0] : undefined;
}

describe("of a run with more jobs than could be read", () => {
  const unread = (run: SeenRun, until = 0.5): SeenRun => ({
    ...run,
    unread: { jobs: 27, until: hoursAgo(until) },
  });

  test("a success counts", () => {
    const sight = seen([unread(told(1, "succeeded")), told(49, "succeeded")]);
    expect(judged(sight)?.verdict.kind).toBe("fresh");
  });

  test.each<readonly [string, SeenRun]>([
    ["no word", untold(1, "failed")],
    ["a word of others", told(1, "failed", plain("other"))],
    ["a failure, as a later attempt may have succeeded", told(1, "failed")],
  ])("nothing else does: %s", (_, run) => {
    const sight = seen([unread(run), told(49, "succeeded")]);
    const one = judged(sight);
    expect(one?.verdict).toEqual({ kind: "blind", run: unread(run), jobs: 27 });
    expect(one?.since).toEqual({ setbacks: [], partial: [], silent: [] });
  });

  test("nothing is asked that has not changed for longer than a success is good", () => {
    const sight = seen([unread(told(30, "failed"), 28.1), told(49, "succeeded")]);
    expect(judged(sight)?.verdict.kind).toBe("stale");
  });

  test("a pipeline is not given up", () => {
    const runs = [
      unread(told(1, "succeeded", plain("north"))),
      withLines(49, "succeeded", line(49, "succeeded"), line(49, "succeeded", plain("north"))),
    ];
    expect(judge(seen(runs), ALL, NOW)).toMatchObject({
      pipelines: [
        { pipeline: "daily", verdict: { kind: "blind" } },
        { pipeline: "north", verdict: { kind: "fresh" } },
      ],
      retired: [],
    });
  });

  test("less is known than of one that fails for sure, which is worse", () => {
    expect(WATCH_STATES.indexOf("blind")).toBeLessThan(WATCH_STATES.indexOf("stale"));
  });

  test("where no other run has told, nobody knows which pipelines there are", () => {
    const runs = [unread(told(1, "succeeded")), untold(25, "succeeded")];
    const blind = { kind: "blind", why: "too-many-jobs" };
    expect(judge(seen(runs), ALL, NOW)).toEqual(blind);
    expect(judge(seen(runs), { ...ALL, pipeline: DAILY }, NOW).kind).toBe("judged");
    expect(judge(seen(runs, { state: "by-hand" }), ALL, NOW).kind).toBe("judged");
    expect(judge(seen([...runs, told(49, "succeeded")]), ALL, NOW).kind).toBe("judged");
  });
});
