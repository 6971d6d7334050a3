import { describe, expect, test } from "@jest/globals";
import { severityOf, type Finding } from "../../src/preflight/finding.ts";
import { WORKFLOW_STATES, type Look } from "../../src/preflight/ports.ts";
import type { Plain } from "../../src/text/plain.ts";
import { JOB, LINE, lookOf, outcomeOf, REPOSITORY, stepWith, subjectOf } from "./look.ts";

const GOOD = lookOf();
const MISSING: Look["file"] = { kind: "seen", value: { kind: "missing" } };
const found = (...findings: Finding[]) => ({ kind: "found", findings });
const plain = (text: string) => text as Plain;

describe("the file", () => {
  test("that is there is told with its branch", () => {
    expect(outcomeOf("workflow", GOOD)).toEqual({
      kind: "fine",
      fact: { kind: "file", branch: "main" },
    });
  });

  test.each([
    ["missing", found({ kind: "workflow-missing", branch: plain("main") })],
    ["unreadable", found({ kind: "workflow-unreadable" })],
  ] as const)("that is %s hides all that would be read in it", (kind, outcome) => {
    const look: Look = { ...GOOD, file: { kind: "seen", value: { kind } } };

    expect(outcomeOf("workflow", look)).toEqual(outcome);
    for (const name of ["schedule", "time-zone", "permissions", "job-time", "runner"] as const) {
      expect(outcomeOf(name, look)).toEqual({ kind: "unseen", why: "no-workflow" });
    }
  });

  test("that is not shown is no failure, for whatever reason", () => {
    const look: Look = { ...GOOD, file: { kind: "unseen", why: "no-contents" } };

    for (const name of ["workflow", "schedule", "permissions", "issues"] as const) {
      expect(outcomeOf(name, look)).toEqual({ kind: "unseen", why: "no-contents" });
    }
    expect(outcomeOf("enabled", look)).toEqual({ kind: "fine", fact: { kind: "active" } });
  });

  test("holds values that the action would refuse", () => {
    const jobs = [{ ...JOB, steps: stepWith({ "max-drop": "much", tasks: "deploy" }) }];

    expect(outcomeOf("workflow", lookOf({ jobs }))).toEqual(
      found({ kind: "step-refused", job: plain("daily"), inputs: ["tasks", "max-drop"] }),
    );
  });

  test("leaves to the settings what it leaves to an expression", () => {
    const jobs = [{ ...JOB, steps: stepWith({ "max-drop": "${{ vars.ORQUESTRA_MAX_DROP }}" }) }];
    const subject = subjectOf({ "max-drop": "much" });

    expect(outcomeOf("workflow", lookOf({ jobs }), subject)).toMatchObject({ kind: "fine" });
    expect(outcomeOf("settings", lookOf({ jobs }), subject)).toMatchObject({
      kind: "found",
      findings: [{ kind: "setting", problem: { input: "max-drop" } }],
    });
  });
});

describe("the workflow", () => {
  test.each(WORKFLOW_STATES)("that is %s", (state) => {
    const look: Look = { ...GOOD, state: { kind: "seen", value: state } };

    expect(outcomeOf("enabled", look)).toEqual(
      state === "active"
        ? { kind: "fine", fact: { kind: "active" } }
        : found({ kind: "workflow-off", state }),
    );
  });

  test("whose file is not there is not asked for", () => {
    const look: Look = { ...GOOD, file: MISSING, state: { kind: "unseen", why: "no-actions" } };

    expect(outcomeOf("enabled", look)).toEqual({ kind: "unseen", why: "no-workflow" });
  });

  const idle = { ...REPOSITORY, isPublic: true, pushedAt: new Date("2026-10-06T12:00:00Z") };
  test.each([
    ["a public repository", { repository: idle }, found({ kind: "off-soon", days: 10 })],
    [
      "a private one",
      { repository: { ...idle, isPublic: false } },
      { kind: "fine", fact: { kind: "active" } },
    ],
    [
      "a workflow without a schedule",
      { repository: idle, schedule: [] },
      { kind: "fine", fact: { kind: "active" } },
    ],
    [
      "one that was pushed to",
      { repository: { ...idle, pushedAt: REPOSITORY.pushedAt } },
      { kind: "fine", fact: { kind: "active" } },
    ],
  ])("is disabled soon where nobody is active: %s", (_, change, outcome) => {
    expect(outcomeOf("enabled", lookOf(change))).toEqual(outcome);
  });
});

describe("the schedule", () => {
  test("is told by the line that comes next", () => {
    const later = { ...LINE, cron: plain("17 12 * * *"), nextAt: new Date("2026-11-27T00:00:00Z") };

    expect(outcomeOf("schedule", lookOf({ schedule: [later, LINE] }))).toEqual({
      kind: "fine",
      fact: { kind: "schedule", next: LINE },
    });
  });

  test("that is none is a warning, and has no time zone", () => {
    const look = lookOf({ schedule: [] });

    expect(outcomeOf("schedule", look)).toEqual(found({ kind: "no-schedule" }));
    expect(outcomeOf("time-zone", look)).toEqual({ kind: "off", why: "no-schedule" });
  });

  test("is named by each line that cannot be read", () => {
    const schedule = ["0 25 * * *", "@daily"].map((cron) => ({
      ...LINE,
      cron: plain(cron),
      nextAt: undefined,
    }));

    expect(outcomeOf("schedule", lookOf({ schedule: [LINE, ...schedule] }))).toEqual(
      found(
        { kind: "cron-unreadable", cron: plain("0 25 * * *") },
        { kind: "cron-unreadable", cron: plain("@daily") },
      ),
    );
  });

  test.each([
    ["0 6 * * *", true],
    ["00 6 * * *", true],
    ["30,0 6 * * *", true],
    ["10 0 * * *", false],
    ["*/15 * * * *", false],
    ["17 6 * * *", false],
  ])("%s starts at the beginning of an hour: %j", (cron, isOnTheHour) => {
    const schedule = [{ ...LINE, cron: plain(cron) }];

    expect(outcomeOf("schedule", lookOf({ schedule }))).toMatchObject(
      isOnTheHour ? found({ kind: "on-the-hour", cron: plain(cron) }) : { kind: "fine" },
    );
  });
});

describe("the time zone", () => {
  const told = (zone: string) => [{ ...JOB, steps: stepWith({ "schedule-timezone": zone }) }];

  test.each([
    ["is the one beside the line", "America/Sao_Paulo", "America/Sao_Paulo"],
    ["is UTC where neither says anything", undefined, ""],
    ["may be written in another way", "america/sao_paulo", "America/Sao_Paulo"],
  ])("%s", (_, beside, zone) => {
    const schedule = [{ ...LINE, timeZone: beside === undefined ? beside : plain(beside) }];

    expect(outcomeOf("time-zone", lookOf({ schedule, jobs: told(zone) }))).toMatchObject({
      kind: "fine",
      fact: { kind: "one-zone", zone: beside ?? "UTC" },
    });
  });

  test.each([
    ["beside the line alone", "America/Sao_Paulo", "", "UTC"],
    ["in the step alone", undefined, "America/Sao_Paulo", "America/Sao_Paulo"],
    ["two that differ", "America/Bahia", "America/Sao_Paulo", "America/Sao_Paulo"],
  ])("differs: %s", (_, beside, zone, said) => {
    const timeZone = beside === undefined ? beside : plain(beside);
    const look = lookOf({ schedule: [{ ...LINE, timeZone }], jobs: told(zone) });

    expect(outcomeOf("time-zone", look)).toEqual(
      found({ kind: "zones-differ", beside: timeZone, told: said, job: plain("daily") }),
    );
  });

  test("differs once, however many lines have it", () => {
    const look = lookOf({ schedule: [LINE, LINE], jobs: told("") });

    expect(outcomeOf("time-zone", look)).toMatchObject({ findings: [{ kind: "zones-differ" }] });
  });

  test("that nobody knows", () => {
    const schedule = [{ ...LINE, timeZone: plain("Sao_Paulo") }];

    expect(outcomeOf("time-zone", lookOf({ schedule }))).toEqual(
      found({ kind: "zone-unknown", zone: plain("Sao_Paulo") }),
    );
  });

  test("is not asked by a job that only watches", () => {
    const watching = { uses: "acme/orquestra/action/watch@v1", with: {} };
    const jobs = [JOB, { ...JOB, id: plain("watch"), steps: [watching] }];

    expect(outcomeOf("time-zone", lookOf({ jobs }))).toMatchObject({ kind: "fine" });
    expect(outcomeOf("time-zone", lookOf({ jobs: jobs.slice(1) }))).toEqual({
      kind: "unseen",
      why: "zone-unclear",
    });
  });

  describe("that is an expression", () => {
    const jobs = told("${{ vars.ZONE }}");
    const subject = (inputs: Readonly<Record<string, string>>, job?: string) => {
      const { own, ...rest } = subjectOf(inputs);
      return { ...rest, own: { ...own, ...(job === undefined ? {} : { job }) } };
    };
    const bahia = { "schedule-timezone": "America/Bahia" };

    test.each([
      ["in another job", "other"],
      ["in another step", undefined],
    ])("is judged by nobody %s, whatever the preflight has there", (_, job) => {
      for (const inputs of [{}, bahia, { "schedule-timezone": "UTC" }]) {
        expect(outcomeOf("time-zone", lookOf({ jobs }), subject(inputs, job))).toEqual({
          kind: "unseen",
          why: "zone-unclear",
        });
      }
    });

    test("is known in the very step that it stands in", () => {
      expect(outcomeOf("time-zone", lookOf({ jobs }), subject(bahia, "daily"))).toMatchObject({
        findings: [{ kind: "zones-differ", told: "America/Bahia" }],
      });
      const good = subject({ "schedule-timezone": "America/Sao_Paulo" }, "daily");
      expect(outcomeOf("time-zone", lookOf({ jobs }), good)).toMatchObject({ kind: "fine" });
    });

    test("may follow lines in different zones, and is then known by nobody", () => {
      const schedule = [LINE, { ...LINE, timeZone: undefined }];
      expect(outcomeOf("time-zone", lookOf({ jobs, schedule }), subject(bahia, "daily"))).toEqual({
        kind: "unseen",
        why: "zone-unclear",
      });
    });
  });

  test("of several lines that differ cannot be one, which is a warning", () => {
    const noon = { ...LINE, cron: plain("17 12 * * *"), timeZone: undefined };
    const finding: Finding = {
      kind: "zones-several",
      one: { cron: LINE.cron, beside: LINE.timeZone, zone: "America/Sao_Paulo" },
      other: { cron: noon.cron, beside: undefined, zone: "UTC" },
      told: "America/Sao_Paulo",
      job: plain("daily"),
    } as Finding;

    expect(outcomeOf("time-zone", lookOf({ schedule: [LINE, noon] }))).toEqual(found(finding));
    expect(severityOf(finding)).toBe("warning");
  });
});
