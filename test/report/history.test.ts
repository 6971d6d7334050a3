import { describe, expect, test } from "@jest/globals";
import { annotationsOf } from "../../src/report/annotations.ts";
import { heartbeatLine, logLineOf } from "../../src/report/log.ts";
import type { Run } from "../../src/pipeline/run.ts";
import type { Story } from "../../src/report/story.ts";
import { summaryOf } from "../../src/report/summary.ts";
import {
  DAY_MS,
  door,
  DOWN,
  DROPPED,
  GOOD,
  late,
  month,
  past,
  played,
  recalling,
  RESUMED,
  settingsWith,
  SHUT,
  STARTED,
  storyOf,
  UNREACHABLE,
  untold,
} from "./stories.ts";

/** As people read it: one kind of space, no markup of links. */
function read(run: Run, more: Partial<Story> = {}): string {
  return summaryOf(storyOf(run, more))
    .replaceAll("\u00a0", " ")
    .replaceAll(/\[([^\]\n]*)\]\([^)]*\)/g, "$1");
}

const squaresIn = (summary: string) => [...summary.matchAll(/[🟩🟥🟨⬜]/gu)].join("");
/** The one paragraph of squares. */
function gridIn(summary: string): string {
  return squaresIn(summary.split("\n").find((line) => line.includes("aria-label")) ?? "");
}

describe("runs with more jobs than are read", () => {
  const unread = (runs: readonly ReturnType<typeof past>[], count: number) => {
    const run = recalling(played(GOOD), runs);
    const { recollection } = run;
    if (recollection?.memory.kind !== "found") throw new Error("no history");
    const history = { ...recollection.memory.history, unread: count };
    return read({ ...run, recollection: { memory: { kind: "found", history } } });
  };

  test.each([
    [1, "One more run has more jobs than can be read"],
    [2, "2 more runs have more jobs than can be read"],
  ])("are counted: %i", (count, sentence) => {
    expect(unread([past(1)], count)).toContain(sentence);
    expect(unread([], count)).toMatch(new RegExp(`No earlier run.*\\n\\n${sentence}`));
  });

  test("are no word where there are none", () => {
    expect(read(recalling(played(GOOD), [past(1)]))).not.toContain("more jobs than can be read");
  });
});

describe("the opening of a good day", () => {
  const opening = (run: Run) => read(run).split("\n")[2] ?? "";

  test.each([
    ["yesterday", [past(1)], "3 more books than yesterday."],
    ["the last good run", [past(1, DROPPED), past(3)], "in the last good run, on 19 Nov."],
    ["earlier today", [past(0)], "3 more books than earlier today."],
    ["what was stored", [past(1, DROPPED)], "3 more books than before."],
  ])("compares with %s", (_, runs, sentence) => {
    expect(opening(recalling(played(GOOD), runs))).toContain(sentence);
  });

  const usual = [1, 2, 3].map((daysAgo) => past(daysAgo));
  test.each([
    [62_000, "Took **1 min 9 s**, of which scrape and training 1 min 6 s (usually 1 min 5 s)."],
    [107_000, "of which scrape and training 1 min 51 s, slower than usual (1 min 5 s)."],
    [31_000, "of which scrape and training 35 s, faster than usual (1 min 5 s)."],
  ])("weighs a scrape of %i ms", (scrape, sentence) => {
    expect(opening(recalling(played(GOOD, { scrape }), usual))).toContain(sentence);
  });

  test("of what is usual two runs say nothing", () => {
    expect(opening(recalling(played(GOOD), usual.slice(1)))).toContain("Took **1 min 9 s**. ");
  });

  test.each([
    [0.9, "(America/Sao_Paulo)."],
    [4.9, "(America/Sao_Paulo), 4 min late (due at 06:16)."],
    [264, "(America/Sao_Paulo), 4 h 24 min late (due at 01:57)."],
  ])("says of %d minutes how late it is", (minutes, end) => {
    expect(opening(recalling(played(GOOD), [], late(minutes)))).toMatch(
      new RegExp(`${end.replaceAll(/[().]/g, "\\$&")}$`),
    );
  });
});

describe("the schedule", () => {
  const told = (missed: readonly number[]) => read(recalling(played(GOOD), [], late(0, missed)));

  test("says nothing while it keeps its word", () => {
    expect(told([])).not.toContain("Schedule:");
  });

  test("names missed runs by their days, up to five", () => {
    expect(told([1])).toContain("One run of the schedule did not take place: 21 Nov.");
    expect(told([7, 6, 5, 4, 3, 2, 1])).toContain(
      "7 runs of the schedule did not take place: 15 Nov, 16 Nov, 17 Nov, 18 Nov, 19 Nov and 2 more.",
    );
  });

  test("names runs of one day by the hour, and does not count what was cut", () => {
    expect(told([1 / 12, 1 / 24])).toContain("22 Nov 04:21, 22 Nov 05:21.");
    expect(told(Array.from({ length: 100 }, () => 1))).toContain("At least 100 runs");
  });

  const idle = (days: number, more: Partial<Story> = {}) =>
    read(
      recalling(played(GOOD), [], {
        publicPushedAt: new Date(STARTED.getTime() - days * DAY_MS),
      }),
      more,
    );

  test.each([
    [45, ""],
    [46, "in 14 days"],
    [59, "in 1 day unless"],
    [70, "any day now"],
  ])("after %i days without a push", (days, words) => {
    expect(idle(days).includes("GitHub disables")).toBe(words !== "");
    expect(idle(days)).toContain(words);
    expect(idle(days, { startedBy: "button" })).not.toContain("GitHub disables");
  });
});

describe("the last runs", () => {
  const summary = read(recalling(played(GOOD), month()));

  test("are a square each, oldest first, this one last, in the place of the oldest", () => {
    expect(summary).toContain("### Last 30 runs, since 24 Oct: 25 succeeded");
    expect(gridIn(summary)).toBe("🟩🟩🟩🟥🟥🟥🟩🟩🟩🟩🟥⬜🟩🟩🟩🟩🟩🟩🟩🟩🟩🟩🟩🟩🟩🟩🟩🟩🟩🟩");
  });

  test("say in words what did not succeed, newest first, alike ones together", () => {
    expect(summary).toContain(
      [
        "Earlier runs that did not succeed:",
        "",
        "- ⬜ Run 112 (4 Nov) cancelled, and left no report",
        "- 🟥 Run 111 (3 Nov) failed: the books did not pass (Check)",
        "- 🟥 Run 104 to run 106 (3 runs, 27 Oct to 29 Oct) failed: the API could not be reached (Health)",
        "",
      ].join("\n"),
    );
  });

  test("are told up to five setbacks, and then counted", () => {
    const runs = Array.from({ length: 20 }, (_, n) => past(n + 1, n % 2 === 0 ? DOWN : {}));
    const told = read(recalling(played(GOOD), runs));
    expect(told.match(/^- 🟥 .*$/gm)).toHaveLength(5);
    expect(told).toContain("- and 5 more");
  });

  test("of a result that is not known are yellow, without a line white", () => {
    const lost = past(2, { result: "unknown", failed: "scrape", code: "connection-lost" });
    const told = read(recalling(played(GOOD), [untold(1, "failed"), lost]));
    expect(gridIn(told)).toBe("🟨⬜🟩");
    expect(told).toContain("- ⬜ Run 129 (21 Nov) failed, and left no report");
    expect(told).toContain(
      "- 🟨 Run 128 (20 Nov) not known whether it worked: the connection broke before the answer arrived (Scrape)",
    );
  });

  test("say what GitHub no longer has, and of a first run that there is none", () => {
    expect(read(recalling(played(GOOD), [past(1), past(89)]))).toContain(
      "GitHub keeps runs for 90 days: what was before is not known.",
    );
    expect(summary).not.toContain("GitHub keeps");
    expect(read(recalling(played(GOOD), []))).toContain(
      "No earlier run of this pipeline was found (GitHub keeps runs for 90 days)",
    );
  });

  test("are not mentioned where nothing could be recalled", () => {
    expect(read(played(GOOD))).not.toMatch(/Last|runs/);
  });

  test("lead to their pages, and to none on another server", () => {
    const [here, there] = [past(2), { ...past(1), url: "https://evil.example/actions/runs/1" }];
    const told = summaryOf(storyOf(recalling(played(GOOD), [there, here])));
    expect(told).toContain(`<a href="${here.url}" title="Run 128, 20 Nov 06:21: succeeded"`);
    expect(told).not.toContain("evil");
    expect(gridIn(told)).toBe("🟩🟩🟩");
  });
});

test("times that look the same are one time, and no span", () => {
  const alike = (index: number) => past(index + 1, { scrapeSeconds: 61.8 + index / 10 });
  const told = read(
    recalling(
      played(GOOD),
      Array.from({ length: 4 }, (_, index) => alike(index)),
    ),
  );
  expect(told).toContain("In the last 5 good runs, scrape and training took 1 min 6 s.");
  expect(read(recalling(played(GOOD), month()))).toMatch(/training took 1 min 4 s to 1 min 14 s\./);
});

describe("a failure", () => {
  const told = (...runs: readonly ReturnType<typeof past>[]) =>
    read(recalling(played(UNREACHABLE), runs));
  const streak = "This is the 3rd run in a row without success.";
  const lastGood = "The last good run was run 127, on 19 Nov, with 997 books.";

  test("says for how long, after who can fix it and before what to do", () => {
    const summary = told(past(1, DOWN), untold(2, "failed"), past(3));
    const places = ["**Who can fix it:**", `${streak} ${lastGood}`, "**What to do**"].map((text) =>
      summary.indexOf(text),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("is no streak behind a good run, or behind a cancelled one", () => {
    expect(told(past(3))).toContain(`\n\n${lastGood}\n\n`);
    expect(told(untold(1, "cancelled"), past(3))).toContain(`\n\n${lastGood}\n\n`);
  });

  test("counts a streak whose beginning is not known as one that may be longer", () => {
    const allBad = Array.from({ length: 30 }, (_, index) => past(index + 1, DOWN));
    expect(told(...allBad)).toContain("This is at least the 31st run in a row without success.");
    expect(told(untold(1, "cancelled"))).not.toContain("in a row");
  });

  test("never says never: only how far back it looked", () => {
    expect(told(past(1, DOWN))).toContain(
      "No run has succeeded since 21 Nov, which is as far back as this run looked.",
    );
    expect(told(past(1, DOWN), past(90, DOWN))).toContain(
      "No run has succeeded since 24 Aug, which is as far back as GitHub keeps runs (90 days).",
    );
  });
});

describe("tasks", () => {
  test("that failed say why, also when the run then broke on something else", () => {
    const failure = { code: "internal-error", detail: door("TypeError") } as const;
    const summary = read({ ...played(UNREACHABLE), failure });
    expect(summary).toMatch(/^## ❌ Orquestra itself made a mistake$/m);
    expect(summary).toContain("| ❌ | Health | 0.2 s | The API could not be reached |");
  });

  const rowOf = (run: Run, task: string) =>
    read(run)
      .split("\n")
      .find((line) => line.includes(`| **${task}** |`));

  test("that took longer than usual say so", () => {
    const slow = recalling(played(GOOD, { scrape: 184_000 }), month());
    expect(rowOf(slow, "Scrape")).toBe(
      "| ✅ | **Scrape** | **3 min 4 s** | **1,000 books** collected (slower than usual: 1 min 5 s) |",
    );
    expect(rowOf(slow, "Train")).not.toContain("usual");
  });

  test("that an earlier attempt did say so, and took no time", () => {
    const resumed = recalling(played(RESUMED, { scrape: 2 }), month());
    expect(rowOf(resumed, "Scrape")).toBe(
      "| ⏭️ | **Scrape** |  | **1,000 books**, collected by try 1; not repeated |",
    );
    const story = storyOf(resumed, { attempt: 2 });
    const end = { kind: "task-ended", task: "scrape", atMs: 512, end: { kind: "proved" } } as const;
    expect(logLineOf(end, story).text).toContain("1,000 books, collected by try 1; not repeated");
    expect(annotationsOf(story).at(-1)?.message).toBe(
      "v=1 pipeline=daily attempt=2 records=1000 before=997 train=4.1 artifacts=3",
    );
  });
});

test("the heartbeat says how long a task usually takes", () => {
  const working = { ...played(GOOD.slice(0, 3)), tasks: played(GOOD).tasks };
  const run: Run = {
    ...working,
    tasks: working.tasks.map((task) =>
      task.name === "scrape" ? { name: "scrape", state: "running", startedMs: 510 } : task,
    ),
  };
  const line = (of: Run) => heartbeatLine(storyOf(of), 60_000)?.replaceAll("\u00a0", " ");
  expect(line(recalling(run, [past(1), past(2), past(3)]))).toBe(
    "Scrape: still at work after 1 min. It usually takes 1 min 1 s.",
  );
  expect(line(run)).toBe("Scrape: still at work after 1 min.");
});

test.each(["no-permission", "no-answer"] as const)("of a gap (%s) one line tells", (reason) => {
  const gap = { memory: { kind: "unavailable", reason } } as const;
  const noted = { ...played(GOOD), notes: [{ kind: "memory-gap", reason } as const] };
  for (const run of [
    { ...noted, recollection: gap },
    { ...played(UNREACHABLE), recollection: gap },
    noted,
  ]) {
    expect(read(run).match(/Earlier runs could not be looked up/g)).toHaveLength(1);
  }
});

describe("summary:", () => {
  const good = recalling(played(GOOD), month());
  const bad = recalling(played(SHUT), month());
  const inMode = (summary: string, run: Run) => read(run, { settings: settingsWith({ summary }) });

  test("short has the words, the table and the squares, and no picture or detail", () => {
    for (const run of [good, bad]) {
      const full = inMode("full", run);
      const short = inMode("short", run);
      expect(full).toMatch(/```mermaid[^]*<details>/);
      expect(short).not.toMatch(/```|<details>/);
      expect(gridIn(short)).toBe(gridIn(full));
      expect(full.startsWith(short.slice(0, 200))).toBe(true);
    }
    expect(inMode("short", bad)).toMatch(
      /Your data now[^]*Who can fix it[^]*What to do[^]*\| Task/,
    );
  });

  test("on-failure is silent on a good day, and full on any other", () => {
    expect(inMode("on-failure", good)).toBe("");
    expect(inMode("on-failure", bad)).toBe(inMode("full", bad));
  });

  test("none is silent, but for the annotations", () => {
    expect(inMode("none", bad)).toBe("");
    const story = storyOf(bad, { settings: settingsWith({ summary: "none" }) });
    expect(annotationsOf(story).map(({ level }) => level)).toEqual(["error", "notice"]);
  });
});
