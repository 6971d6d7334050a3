import { describe, expect, test } from "@jest/globals";
import type { Finding, Need } from "../../src/preflight/finding.ts";
import type { JobSeen } from "../../src/preflight/ports.ts";
import type { Plain } from "../../src/text/plain.ts";
import { JOB, lookOf, outcomeOf, REPOSITORY, stepWith, subjectOf, USES } from "./look.ts";

const found = (...findings: Finding[]) => ({ kind: "found", findings });
const jobWith = (change: Partial<JobSeen>) => lookOf({ jobs: [{ ...JOB, ...change }] });
const job = "daily" as Plain;

describe("which jobs are ours", () => {
  test.each([
    ["the root action", USES],
    ["a door", `acme/orquestra/action/scrape@v1`],
    ["a fork's", `Elsewhere/Orquestra@main`],
  ])("by what a step uses: %s", (_, uses) => {
    const step = { uses, with: stepWith({})[0]?.with ?? {} };

    expect(outcomeOf("permissions", jobWith({ steps: [step] }))).toMatchObject({ kind: "fine" });
  });

  test.each([
    ["another action", "actions/cache@v4"],
    ["an action of the same repository that is no door", "acme/orquestra/other@v1"],
    ["this check itself", "acme/orquestra/action/preflight@v1"],
    ["one in the repository of somebody who takes ours from elsewhere", "./"],
    ["a script", undefined],
  ])("not by %s", (_, uses) => {
    const look = jobWith({ steps: [{ uses, with: {} }] });

    for (const name of ["permissions", "job-time", "runner", "issues", "time-zone"] as const) {
      expect(outcomeOf(name, look)).toEqual({ kind: "unseen", why: "no-job" });
    }
  });

  test.each(["./", ".", "./action/train", "./action/train/"])(
    "%s is, where the action lives in the workflow's own repository",
    (uses) => {
      const look = jobWith({ steps: [{ uses, with: stepWith({})[0]?.with ?? {} }] });
      const subject = subjectOf(
        {},
        { home: { action: "acme/orquestra", workflow: "acme/orquestra" } },
      );

      expect(outcomeOf("permissions", look, subject)).toMatchObject({ kind: "fine" });
    },
  );
});

describe("permissions", () => {
  const ALL: readonly Need[] = ["actions: read", "checks: read", "issues: write"];

  test.each<[JobSeen["permissions"], readonly Need[]]>([
    ["write-all", []],
    ["read-all", ["issues: write"]],
    [{}, ALL],
    [{ actions: "write", checks: "write", issues: "write" }, []],
    [{ actions: "read", checks: "none", issues: "read" }, ["checks: read", "issues: write"]],
  ])("%j", (permissions, lacks) => {
    const [first, ...rest] = lacks;
    expect(outcomeOf("permissions", jobWith({ permissions }))).toEqual(
      first
        ? found({ kind: "not-permitted", job, lacks: [first, ...rest] })
        : { kind: "fine", fact: { kind: "permitted" } },
    );
  });

  test("that nobody gave are the repository's to decide, and then all have to be listed", () => {
    const steps = [{ uses: "actions/checkout@v7", with: {} }, ...stepWith({})];

    expect(outcomeOf("permissions", jobWith({ permissions: undefined, steps }))).toEqual(
      found({
        kind: "permissions-unsaid",
        job,
        lacks: ["actions: read", "checks: read", "issues: write"],
        needs: ["contents: read", "actions: read", "checks: read", "issues: write"],
      }),
    );
  });

  test("that nobody gave are enough to check out", () => {
    const steps = stepWith({ history: "0", "failure-issue": "false" });
    const look = jobWith({
      permissions: undefined,
      steps: [{ uses: "actions/checkout@v7", with: {} }, ...steps],
    });

    expect(outcomeOf("permissions", look)).toEqual({ kind: "fine", fact: { kind: "permitted" } });
  });

  test.each([
    ["no memory, no issue", { history: "0", "failure-issue": "false" }, "off"],
    ["no issue", { "failure-issue": "false" }, "found"],
    ["an issue, by a variable", { history: "0", "failure-issue": "${{ vars.X }}" }, "off"],
  ])("are those that the settings need: %s", (_, inputs, kind) => {
    const look = jobWith({ permissions: {}, steps: stepWith(inputs) });

    expect(outcomeOf("permissions", look)).toMatchObject({ kind });
  });

  test.each([
    ["${{ secrets.BOT_TOKEN }}", "off"],
    ["${{ steps.app.outputs.token }}", "off"],
    ["${{ secrets.GITHUB_TOKEN }}", "found"],
    ["${{github.token}}", "found"],
    ["", "found"],
  ])("are those of the job's own token, and not of %j", (token, kind) => {
    const look = jobWith({ permissions: {}, steps: stepWith({ "github-token": token }) });

    expect(outcomeOf("permissions", look)).toMatchObject({ kind });
  });

  test("follow a variable as the preflight has it", () => {
    const steps = stepWith({ history: "0", "failure-issue": "${{ vars.X }}" });
    const look = jobWith({ permissions: {}, steps });

    expect(outcomeOf("permissions", look, subjectOf({ "failure-issue": "true" }))).toEqual(
      found({ kind: "not-permitted", job, lacks: ["issues: write"] }),
    );
  });

  test.each([
    [false, "found"],
    [true, "fine"],
  ])("to check out, in a repository that all can read: %j", (isPublic, kind) => {
    const steps = [{ uses: "actions/checkout@v7", with: {} }, ...stepWith({})];
    const look = lookOf({ jobs: [{ ...JOB, steps }], repository: { ...REPOSITORY, isPublic } });

    expect(outcomeOf("permissions", look)).toMatchObject({ kind });
  });
});

describe("the time limit", () => {
  const variable = { kind: "variable", name: "ORQUESTRA_JOB_MINUTES" as Plain } as const;
  const SHIPPED = "${{ fromJSON(vars.ORQUESTRA_JOB_MINUTES || '60') }}";
  const enough = (minutes: number) => ({
    kind: "fine",
    fact: { kind: "time-enough", minutes, leastMinutes: 48 },
  });
  const short = (minutes: number, limit: Extract<Finding, { kind: "time-too-short" }>["limit"]) =>
    found({ kind: "time-too-short", job, minutes, leastMinutes: 48, limit });
  const unclear = { kind: "unseen", why: "limit-unclear" };

  test.each([
    ["48", "unset", enough(48)],
    ["47", "unset", short(47, { kind: "line" })],
    [undefined, "unset", enough(360)],
    [SHIPPED, "unset", enough(60)],
    [SHIPPED, 90, enough(90)],
    [SHIPPED, 30, short(30, variable)],
    [SHIPPED, "untold", unclear],
    ["${{ fromJSON( vars.ORQUESTRA_JOB_MINUTES||20 ) }}", "unset", short(20, variable)],
    ["${{ matrix.minutes }}", 90, unclear],
    ["${{ fromJSON(vars.A || vars.B) }}", 90, unclear],
  ] as const)("%s, with %s in the variable", (timeoutMinutes, jobMinutes, outcome) => {
    const subject = subjectOf({}, { jobMinutes });

    expect(outcomeOf("job-time", jobWith({ timeoutMinutes }), subject)).toEqual(outcome);
  });

  test("has to be above time-outs that were raised, by the file or by a variable", () => {
    const raised = stepWith({ "training-timeout": "7h" });
    const byVariable = stepWith({ "training-timeout": "${{ vars.X }}" });

    expect(outcomeOf("job-time", jobWith({ steps: raised, timeoutMinutes: undefined }))).toEqual(
      found({
        kind: "time-too-short",
        job,
        minutes: 360,
        leastMinutes: 438,
        limit: { kind: "none" },
      }),
    );
    expect(
      outcomeOf(
        "job-time",
        jobWith({ steps: byVariable }),
        subjectOf({ "training-timeout": "1h" }),
      ),
    ).toMatchObject({ findings: [{ minutes: 60, leastMinutes: 78 }] });
  });

  test("counts all steps of one job, and each only what its door does", () => {
    const doors = ["scrape", "train"].map((door) => ({
      uses: `acme/orquestra/action/${door}@v1`,
      with: JOB.steps[0]?.with ?? {},
    }));

    expect(outcomeOf("job-time", jobWith({ steps: doors }))).toMatchObject({
      fact: { minutes: 60, leastMinutes: 51 },
    });
  });

  test("is nobody's where no job works", () => {
    const steps = [{ uses: "acme/orquestra/action/report@v1", with: {} }];

    expect(outcomeOf("job-time", jobWith({ steps }))).toEqual({ kind: "off", why: "no-need" });
  });
});

describe("the runner", () => {
  const publicly = { ...REPOSITORY, isPublic: true };
  const SELF = ["self-hosted", "linux"];

  test.each([
    ["GitHub's, from GitHub's", ["ubuntu-24.04"], "github-hosted", { kind: "fine" }],
    [
      "one's own, from GitHub's",
      SELF,
      "github-hosted",
      found({ kind: "other-runner", job, labels: "self-hosted, linux" as Plain }),
    ],
    [
      "GitHub's, from one's own",
      ["ubuntu-latest"],
      "self-hosted",
      found({ kind: "other-runner", job, labels: "ubuntu-latest" as Plain }),
    ],
    ["one's own, from one's own", SELF, "self-hosted", { kind: "fine" }],
    ["GitHub's, from nobody knows where", ["macos-15"], "unknown", { kind: "fine" }],
    [
      "a label of one's own",
      ["big-box"],
      "github-hosted",
      { kind: "unseen", why: "runner-unclear" },
    ],
    [
      "an expression",
      ["${{ matrix.on }}"],
      "github-hosted",
      { kind: "unseen", why: "runner-unclear" },
    ],
  ] as const)("%s", (_, runsOn, runner, outcome) => {
    expect(outcomeOf("runner", jobWith({ runsOn }), subjectOf({}, { runner }))).toMatchObject(
      outcome,
    );
  });

  test("of one's own runs strangers' code in a public repository", () => {
    const look = lookOf({ jobs: [{ ...JOB, runsOn: SELF }], repository: publicly });

    expect(outcomeOf("runner", look, subjectOf({}, { runner: "self-hosted" }))).toEqual(
      found({ kind: "strangers-code", job }),
    );
  });
});

describe("issues", () => {
  const off = { ...REPOSITORY, hasIssues: false };

  test.each([
    ["wanted, and on", {}, REPOSITORY, { kind: "fine", fact: { kind: "issues-on" } }],
    ["wanted, and off", {}, off, found({ kind: "issues-off" })],
    ["not wanted", { "failure-issue": "false" }, off, { kind: "off", why: "no-failure-issue" }],
  ])("%s", (_, inputs, repository, outcome) => {
    const look = lookOf({ jobs: [{ ...JOB, steps: stepWith(inputs) }], repository });

    expect(outcomeOf("issues", look)).toEqual(outcome);
  });

  test("are not looked at where the repository is not shown", () => {
    const look = { ...lookOf(), repository: { kind: "unseen", why: "github-in-trouble" } as const };

    expect(outcomeOf("issues", look)).toEqual({ kind: "unseen", why: "github-in-trouble" });
  });
});
