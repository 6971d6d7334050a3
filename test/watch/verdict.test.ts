import { describe, expect, test } from "@jest/globals";
import type { Disabled, Seen, SeenRun } from "../../src/watch/sight.ts";
import {
  isGood,
  isOverdue,
  judge,
  stateOf,
  WATCH_STATES,
  type Verdict,
} from "../../src/watch/verdict.ts";
import {
  atWork,
  DAILY,
  HOUR_MS,
  line,
  MAX_AGE_MS,
  NOW,
  plain,
  seen,
  told,
  untold,
  waiting,
  withLines,
} from "./runs.ts";

const LIMITS = { pipeline: undefined, maxAgeMs: MAX_AGE_MS };

function judged(sight: Seen, limits: Partial<typeof LIMITS> | { pipeline: typeof DAILY } = {}) {
  const finding = judge(sight, { ...LIMITS, ...limits }, NOW);
  if (finding.kind !== "judged") throw new Error("blind");
  return finding;
}

function kindOf(runs: readonly SeenRun[], more: Partial<Seen> = {}): Verdict["kind"] | undefined {
  return judged(seen(runs, more)).pipelines[0]?.verdict.kind;
}

describe("a pipeline is fresh", () => {
  test.each<readonly [string, readonly SeenRun[]]>([
    ["after a success", [told(12, "succeeded")]],
    ["until the limit is over, by the end of the run", [told(28.02, "succeeded")]],
    [
      "by the newest success, though the run is not the newest one",
      [told(30, "succeeded"), withLines(80, "succeeded", line(2, "succeeded"))],
    ],
    ["although runs failed since then", [told(1, "failed"), told(25, "succeeded")]],
    ["although a run is at work", [atWork(0.1), told(12, "succeeded")]],
    [
      "by the success of an old run that ran again",
      [withLines(80, "succeeded", line(2, "succeeded"))],
    ],
    [
      "by the first attempt of a run whose second one failed",
      [withLines(12, "failed", line(2, "failed"), line(12, "succeeded"))],
    ],
    [
      "by a job that has succeeded in a run which is still at work",
      [{ ...atWork(1), lines: [line(1, "succeeded")] }],
    ],
  ])("%s", (_, runs) => {
    expect(kindOf(runs)).toBe("fresh");
  });
});

test("a pipeline is fresh to the very millisecond", () => {
  const sight = seen([told(49, "succeeded")]);
  const ageMs = 49 * HOUR_MS - 90_000;
  const kinds = [ageMs, ageMs - 1].map((maxAgeMs) => judge(sight, { ...LIMITS, maxAgeMs }, NOW));
  expect(kinds.map(stateOf)).toEqual(["fresh", "stale"]);
});

describe("a pipeline is stale", () => {
  test.each<readonly [string, readonly SeenRun[]]>([
    ["when nothing has started since", [told(28.1, "succeeded")]],
    ["when all runs since failed", [told(1, "failed"), told(25, "unknown"), told(49, "succeeded")]],
    [
      "when they were only cancelled",
      [untold(1, "cancelled"), untold(25, "cancelled"), told(49, "succeeded")],
    ],
    ["when they were green and did nothing", [untold(1, "succeeded"), told(49, "succeeded")]],
    [
      "when they were preflights",
      [
        withLines(1, "succeeded", line(1, "succeeded", DAILY, { mode: "preflight" })),
        told(49, "succeeded"),
      ],
    ],
    ["when a run waits, for however short", [waiting(0.1), told(49, "succeeded")]],
    ["when the run at work is older than a success may be", [atWork(29), told(49, "succeeded")]],
    [
      "when the run at work is not the first one since",
      [atWork(1), untold(25, "cancelled"), told(49, "succeeded")],
    ],
  ])("%s", (_, runs) => {
    expect(kindOf(runs)).toBe("stale");
  });

  test("for as long as its last success is old", () => {
    const [one] = judged(seen([told(1, "failed"), told(49, "succeeded")])).pipelines;
    expect(one?.verdict).toEqual({ kind: "stale", ageMs: 49 * HOUR_MS - 90_000 });
    expect(one?.last?.line.endedAt).toEqual(new Date(NOW.getTime() - 49 * HOUR_MS + 90_000));
  });

  test("for nobody knows how long where older runs were not looked at", () => {
    const sight = seen([told(1, "failed"), told(2, "failed")], { isAll: false });
    expect(judged(sight).pipelines[0]?.verdict).toEqual({ kind: "stale", ageMs: undefined });
  });
});

describe("a run at work excuses a pipeline", () => {
  test.each<readonly [string, readonly SeenRun[]]>([
    ["that is overdue", [atWork(2), told(49, "succeeded")]],
    ["that has never run", [atWork(2)]],
    ["where it waited for long, and has begun", [atWork(40, 1), told(49, "succeeded")]],
    ["beside others that wait", [waiting(0.1), atWork(2), told(49, "succeeded")]],
    ["after runs that did nothing", [atWork(2), untold(25, "succeeded"), told(49, "succeeded")]],
  ])("%s", (_, runs) => {
    expect(kindOf(runs)).toBe("running");
  });
});

describe("a pipeline has never succeeded", () => {
  test.each<readonly [string, readonly SeenRun[]]>([
    ["that GitHub knows no run of", []],
    ["whose runs all failed", [told(1, "failed"), told(25, "failed")]],
    ["whose runs were cancelled before they could tell", [untold(1, "cancelled")]],
    ["whose only green run did nothing", [untold(1, "succeeded")]],
  ])("%s", (_, runs) => {
    expect(kindOf(runs)).toBe("never");
  });
});

test.each<Disabled>(["by-hand", "by-inactivity", "in-fork", "deleted"])(
  "a workflow that is disabled %s is so, however young its last success",
  (state) => {
    const [one] = judged(seen([told(1, "succeeded")], { state })).pipelines;
    expect(one?.verdict).toEqual({ kind: "disabled", by: state });
  },
);

test("what came since the last success is counted, and what was before it is not", () => {
  const runs = [
    told(1, "failed"),
    untold(2, "cancelled"),
    untold(3, "succeeded"),
    told(4, "failed", plain("other")),
    untold(5, "failed"),
    told(6, "unknown"),
    told(49, "succeeded"),
    told(50, "failed"),
  ];
  const [one] = judged(seen(runs), { pipeline: DAILY }).pipelines;
  expect(one?.since.setbacks.map(({ number, result }) => `${number} ${result}`)).toEqual([
    "999 failed",
    "998 cancelled",
    "995 failed",
    "994 unknown",
  ]);
  expect(one?.since.silent.map(({ number }) => number)).toEqual([997, 996]);
});

test("a run that ran again after a success counts by when it ran", () => {
  const again = withLines(80, "failed", line(2, "failed"), line(80, "failed"));
  const [one] = judged(seen([told(49, "succeeded"), again])).pipelines;
  expect(one?.since.setbacks.map(({ number }) => number)).toEqual([920]);
});

describe("of a workflow with several pipelines", () => {
  const [north, south, west] = [plain("north"), plain("south"), plain("west")];
  const stateBy = (runs: readonly SeenRun[]) =>
    judged(seen(runs)).pipelines.map(({ pipeline, verdict }) => `${pipeline} ${verdict.kind}`);

  test("each is judged by its own lines, and the worst one comes first", () => {
    const runs = [
      withLines(1, "failed", line(1, "succeeded", north), line(1, "failed", south)),
      withLines(25, "failed", line(25, "succeeded", north), line(25, "failed", west)),
      withLines(49, "succeeded", line(49, "succeeded", north), line(49, "succeeded", south)),
    ];
    expect(stateBy(runs)).toEqual(["west never", "south stale", "north fresh"]);
    expect(stateOf(judge(seen(runs), LIMITS, NOW))).toBe("never");
  });

  test("one that a newer green run did without is given up", () => {
    const runs = [
      withLines(1, "succeeded", line(1, "succeeded", north)),
      withLines(49, "succeeded", line(49, "succeeded", north), line(49, "succeeded", south)),
    ];
    expect(stateBy(runs)).toEqual(["north fresh"]);
    expect(judged(seen(runs)).retired).toEqual([south]);
  });

  test.each([
    ["red", "failed"],
    ["cancelled", "cancelled"],
  ] as const)("one that a %s run did without may have been lost in it", (_, end) => {
    const runs = [
      withLines(1, end, line(1, "succeeded", north)),
      withLines(49, "succeeded", line(49, "succeeded", north), line(49, "succeeded", south)),
    ];
    expect(stateBy(runs)).toEqual(["south stale", "north fresh"]);
  });

  test.each([
    ["a preflight", line(1, "succeeded", north, { mode: "preflight" })],
    ["nobody", undefined],
  ])("a green run of %s gives none of them up", (_, only) => {
    const runs = [
      withLines(1, "succeeded", ...(only ? [only] : [])),
      withLines(49, "succeeded", line(49, "succeeded", north), line(49, "succeeded", south)),
    ];
    expect(stateBy(runs)).toEqual(["north stale", "south stale"]);
  });

  test("the one that was asked for is judged alone, be it named or not", () => {
    const runs = [withLines(1, "succeeded", line(1, "succeeded", north))];
    const kinds = [north, south].map((pipeline) =>
      judged(seen(runs), { pipeline }).pipelines.map(({ verdict }) => verdict.kind),
    );
    expect(kinds).toEqual([["fresh"], ["never"]]);
  });

  describe("of which one is made of several jobs", () => {
    const [scrape, train] = [plain("daily/scrape"), plain("daily/train")];
    const half = (hours: number, end: "succeeded" | "failed") => [
      line(hours, end, scrape, { scrapeSeconds: 61 }),
      line(hours, end, train, { trainingSeconds: 4 }),
    ];

    test("only the whole is judged", () => {
      const runs = [
        withLines(1, "failed", line(1, "failed"), ...half(1, "failed")),
        withLines(25, "succeeded", line(25, "succeeded"), ...half(25, "succeeded")),
      ];
      expect(stateBy(runs)).toEqual(["daily fresh"]);
      expect(judged(seen(runs)).retired).toEqual([]);
    });

    test("a red run in which only its jobs told is one without success", () => {
      const runs = [
        withLines(1, "failed", ...half(1, "succeeded")),
        withLines(49, "succeeded", line(49, "succeeded"), ...half(49, "succeeded")),
      ];
      const [one] = judged(seen(runs)).pipelines;
      expect(one).toMatchObject({ pipeline: "daily", since: { setbacks: [{ result: "failed" }] } });
    });

    test("but not one that does all the work, whatever its name", () => {
      const both = { scrapeSeconds: 61, trainingSeconds: 4 };
      const inner = line(1, "succeeded", plain("daily/eu"), both);
      const runs = [withLines(1, "succeeded", line(1, "succeeded", DAILY, both), inner)];
      expect(stateBy(runs)).toEqual(["daily fresh", "daily/eu fresh"]);
    });
  });

  test("no more than a hundred are believed", () => {
    const lines = Array.from({ length: 120 }, (_, index) => line(1, "failed", plain(`p${index}`)));
    expect(judged(seen([withLines(1, "failed", ...lines)])).pipelines).toHaveLength(100);
  });
});

test("a watch that saw nothing is blind, green are two states only, and nobody hears of a blind one", () => {
  expect(stateOf(judge({ kind: "blind", why: "no-answer" }, LIMITS, NOW))).toBe("blind");
  expect(WATCH_STATES.filter(isGood)).toEqual(["fresh", "running"]);
  expect(WATCH_STATES.filter(isOverdue)).toEqual(["stale", "never", "disabled"]);
});
