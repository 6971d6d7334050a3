import { describe, expect, test } from "@jest/globals";
import { createFormat } from "../../src/report/format.ts";
import { watchReportOf } from "../../src/report/watch/report.ts";
import type { WatchStory } from "../../src/report/watch/story.ts";
import { WATCH_WORDS } from "../../src/report/words/watch.ts";
import { WORDS } from "../../src/report/words/index.ts";
import { LANGUAGES, type Language } from "../../src/settings/settings.ts";
import { readWatchSettings } from "../../src/settings/watch.ts";
import type { Seen } from "../../src/watch/sight.ts";
import { judge } from "../../src/watch/verdict.ts";
import { HOUR_MS, line, NOW, plain, seen, told, untold, withLines } from "../watch/runs.ts";
import { LINKS } from "./stories.ts";

const PAGE = "https://github.com/acme/books/actions/workflows/pipeline.yml";

/** A watch that saw this, told without a runner. */
function storyOf(
  sight: Seen,
  inputs: Readonly<Record<string, string>> = {},
  language: Language = "en",
): WatchStory {
  const source = { input: (name: string) => inputs[name] ?? "", workflow: "Watch", job: "watch" };
  const { settings } = readWatchSettings(source, plain);
  return {
    finding: judge(sight, { pipeline: settings.watched, maxAgeMs: settings.maxAgeMs }, NOW),
    settings,
    at: NOW,
    runNumber: 12,
    retentionDays: 90,
    page: PAGE,
    scene: { hostKind: "public", runner: "github-hosted", links: LINKS },
    words: WORDS[language],
    watch: WATCH_WORDS[language],
    format: createFormat(language, "UTC"),
  };
}

const names = Array.from({ length: 8 }, (_, index) => plain(`shop-${index}`));
/** Two runs of a fleet; the newer one ended so for each of its pipelines. */
function fleet(end: "succeeded" | "failed", more: Partial<Seen> = {}): Seen {
  return seen(
    [
      withLines(4, end, ...names.map((name) => line(4, end, name))),
      withLines(100, "succeeded", ...names.map((name) => line(100, "succeeded", name))),
    ],
    more,
  );
}

describe("a fleet", () => {
  test("that is well needs a table and no more", () => {
    const { succeeded, summary, annotations, outputs } = watchReportOf(storyOf(fleet("succeeded")));
    expect(succeeded).toBe(true);
    expect(annotations).toEqual([]);
    expect(summary).toMatch(/^## ✅ None of 8 pipelines is overdue\n\n\| OK\? \|/);
    expect(summary.match(/^\| ✅ \| `shop-\d` \| 3\sh\s58\smin ago \|$/gm)).toHaveLength(8);
    expect(summary).not.toContain("###");
    expect(outputs).toMatchObject({ state: "fresh", "age-hours": "4.0" });
  });

  test("of which many are overdue is told in one error that has an end", () => {
    const { annotations, summary } = watchReportOf(storyOf(fleet("failed")));
    expect(annotations).toHaveLength(1);
    const message = annotations[0]?.message ?? "";
    expect(message).toMatch(/^8 of 8 pipelines are overdue\. No success for 4 days: “shop-0”\./);
    expect(message).toMatch(/\(and 3\smore\)$/);
    expect(message.length).toBeLessThan(4096);
    expect(summary.match(/^### ❌ No success for 4 days: `shop-\d`$/gm)).toHaveLength(8);
  });

  test("whose workflow is disabled is told so once", () => {
    const { annotations, summary } = watchReportOf(
      storyOf(fleet("succeeded", { state: "by-inactivity" })),
    );
    expect(summary).toMatch(/^## ❌ The workflow is disabled, so nothing runs\n\n\| OK\?/);
    expect(summary.match(/after 60 days without activity/g)).toHaveLength(1);
    expect(summary).toContain(`Choose \`Enable workflow\` on [the page of pipeline.yml](${PAGE})`);
    expect(annotations).toEqual([
      expect.objectContaining({
        title: "Orquestra: disabled",
        message: expect.stringMatching(/^The workflow is disabled, so nothing runs\. GitHub has/),
      }),
    ]);
  });
});

describe("a fleet of which a run has more jobs than can be read", () => {
  const [first, second] = [plain("shop-0"), plain("shop-1")];
  const sight = (result: "succeeded" | "failed") => {
    const newest = withLines(4, "failed", line(4, result, first));
    return seen([
      { ...newest, unread: { jobs: 27, until: NOW } },
      withLines(100, "succeeded", line(100, "succeeded", first), line(100, "succeeded", second)),
    ]);
  };

  test("is red, and says of which one nothing is known, and why", () => {
    const { succeeded, summary, annotations, outputs } = watchReportOf(storyOf(sight("succeeded")));
    expect([succeeded, outputs["state"]]).toEqual([false, "blind"]);
    expect(summary).toMatch(
      /^## ❓ Of 1 of 2 pipelines it could not be seen whether it succeeded\n/,
    );
    expect(summary).toMatch(/^\| ❓ \| `shop-1` \| 4\sdays ago \|$/m);
    expect(summary).toContain("### ❓ It could not be seen whether it succeeded: `shop-1`");
    expect(summary).toMatch(/\[Run 996\]\(.*\) has 27 more jobs than can be read/);
    expect(annotations.map(({ title }) => title)).toEqual(["Orquestra: blind"]);
  });

  test("counts none of them as overdue", () => {
    const { summary } = watchReportOf(storyOf(sight("failed")));
    expect(summary).toMatch(
      /^## ❓ Of 2 of 2 pipelines it could not be seen whether they succeeded\n/,
    );
  });

  test("that was never read whole is not judged at all", () => {
    const only = { ...told(1, "succeeded"), unread: { jobs: 27, until: NOW } };
    const { summary, outputs } = watchReportOf(storyOf(seen([only])));
    expect(outputs["state"]).toBe("blind");
    expect(summary).toMatch(/^## ❓ The watch could not see anything\n/);
    expect(summary).toContain("divide the workflow into several");
  });
});

describe("a pipeline of two halves", () => {
  const both = { scrapeSeconds: 61, trainingSeconds: 4, records: 1000 };
  const did = (hours: number, work: object) =>
    withLines(hours, "succeeded", line(hours, "succeeded", undefined, work));

  test("is told by the half that is overdue", () => {
    const sight = seen([did(2, { trainingSeconds: 4 }), did(49, both)]);
    const { summary } = watchReportOf(storyOf(sight));
    expect(summary).toMatch(/^## ❌ No successful scrape for 48\sh\s58\smin: `daily`\n/);
    expect(summary).toMatch(
      /The last successful scrape was that of \[run 951\]\(.*\), which ended/,
    );
    expect(summary).toContain("One run has succeeded since then, without a scrape.");
    expect(summary).not.toContain("GitHub has started no run");
    expect(summary).not.toContain("has a `schedule`");
  });

  test("says of a good day, too, which half it is as old as", () => {
    const sight = seen([did(2, { trainingSeconds: 4 }), did(20, both)]);
    expect(watchReportOf(storyOf(sight)).summary).toMatch(
      /^## ✅ The last successful scrape is 19\sh\s58\smin old: `daily`\n/,
    );
  });
});

describe("one pipeline", () => {
  test("whose success is older than what was looked at has no age", () => {
    const sight = seen([told(1, "failed"), told(2, "failed")], { isAll: false });
    const { summary, outputs } = watchReportOf(storyOf(sight));
    expect(summary).toMatch(/^## ❌ No success in the last 2 runs: `daily`\n/);
    expect(summary).toMatch(
      /The last 2 runs were looked at, since .*, and none of them was a success\./,
    );
    expect(outputs).toEqual({ state: "stale", "last-success": "", "age-hours": "" });
  });

  test("whose runs left no word of it leads to the newest of them", () => {
    const { summary } = watchReportOf(
      storyOf(seen([untold(2, "succeeded"), told(49, "succeeded")])),
    );
    expect(summary).toContain("The one run since then left no word of this pipeline.");
    expect(summary).toContain("1. Look at [run 998]");
    expect(summary).toContain("raise `max-age` with the variable [`ORQUESTRA_MAX_AGE`]");
  });

  test("that fails is not to be given more time", () => {
    const { summary } = watchReportOf(storyOf(seen([told(2, "failed"), told(49, "succeeded")])));
    expect(summary).not.toContain("ORQUESTRA_MAX_AGE");
  });

  test("may be as old as people say", () => {
    const sight = seen([told(49, "succeeded")]);
    expect(watchReportOf(storyOf(sight, { "max-age": "50h" }))).toMatchObject({
      succeeded: true,
      outputs: { state: "fresh" },
    });
  });

  test("that succeeded in the future, by a clock that is wrong, is new", () => {
    const { outputs, summary } = watchReportOf(storyOf(seen([told(-5, "succeeded")])));
    expect(outputs).toMatchObject({ state: "fresh", "age-hours": "0.0" });
    expect(summary).toMatch(/^## ✅ The last success is 1\smin old/);
  });
});

test.each(["full", "short", "on-failure", "none"])("summary: %s", (summary) => {
  const lengths = [seen([told(1, "succeeded")]), seen([told(49, "succeeded")])].map(
    (sight) => watchReportOf(storyOf(sight, { summary })).summary.length > 0,
  );
  expect(lengths).toEqual(
    { full: [true, true], short: [true, true], "on-failure": [false, true], none: [false, false] }[
      summary
    ],
  );
});

test.each(LANGUAGES)("every state has its headline in %s", (language) => {
  const sights: readonly Seen[] = [
    seen([told(1, "succeeded")]),
    seen([told(49, "succeeded")]),
    seen([]),
    seen([told(1, "succeeded")], { state: "by-hand" }),
  ];
  const headlines = sights.map(
    (sight) => watchReportOf(storyOf(sight, {}, language)).summary.split("\n")[0],
  );
  expect(new Set(headlines).size).toBe(4);
  for (const headline of headlines) expect(headline).toMatch(/^## (✅|❌) \p{Lu}.*[^.]$/u);
});

test("the hours of an output have a point in any language", () => {
  const story = storyOf(seen([told(28 - 90_000 / HOUR_MS, "succeeded")]), {}, "pt-BR");
  expect(watchReportOf(story).outputs["age-hours"]).toMatch(/^\d+\.\d$/);
});
