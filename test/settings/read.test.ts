import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parse } from "yaml";
import { readSettings, type SettingsRead } from "../../src/settings/read.ts";
import { ledgerLine, parseLedger } from "../../src/pipeline/ledger.ts";
import { asLogLine } from "../../src/text/escape.ts";
import { createDoor } from "../../src/text/plain.ts";

const door = createDoor((text) => text);
const REQUIRED = { "api-url": "https://books.example.com", username: "etl", password: "a secret" };

function read(inputs: Record<string, string>, through = door): SettingsRead {
  const all: Record<string, string> = { ...REQUIRED, ...inputs };
  const source = { input: (name: string) => all[name] ?? "", workflow: "Books", job: "daily" };
  return readSettings(source, through);
}

/** `input: kind` of each problem. */
function problems(inputs: Record<string, string>): string[] {
  const result = read(inputs);
  return result.kind === "valid"
    ? []
    : result.problems.map(({ input, kind }) => `${input}: ${kind}`);
}

describe("defaults", () => {
  test("are the ones of the documentation, for inputs that are empty or not set", () => {
    expect(read({})).toEqual({
      kind: "valid",
      settings: {
        apiUrl: new URL("https://books.example.com"),
        hostKind: "public",
        username: "etl",
        password: "a secret",
        tasks: "scrape, train",
        dryRun: false,
        paths: {
          login: "/api/v1/auth/login",
          scrape: "/api/v1/scrape/",
          training: "/api/v1/ml/training-data",
          health: "/api/v1/health/",
          stats: "/api/v1/stats/overview",
          features: "/api/v1/ml/features",
        },
        timeoutsMs: {
          "warm-up": 120_000,
          "login-timeout": 90_000,
          "scrape-timeout": 600_000,
          "training-timeout": 1_800_000,
          "read-timeout": 60_000,
        },
        onLostAnswer: "fail",
        retries: 3,
        gate: { minRecords: 1, maxDropPercent: 50 },
        pipeline: "Books/daily",
        history: 30,
        resumeWithinMs: 21_600_000,
        scheduleTimeZone: "UTC",
        alerts: {
          failureIssue: false,
          after: 1,
          labels: [],
          assignees: [],
          notifyUrl: undefined,
          pingUrl: undefined,
        },
        summary: "full",
        privacy: "auto",
        language: "en",
        timeZone: "UTC",
        githubToken: "",
      },
    });
  });

  test("are the same in action.yml", () => {
    const action = parse(readFileSync("action.yml", "utf8")) as {
      inputs: Record<string, { default?: string }>;
    };
    const defaults = Object.entries(action.inputs)
      .filter(([name]) => name !== "github-token")
      .flatMap(([name, input]) => (input.default === undefined ? [] : [[name, input.default]]));
    expect(read(Object.fromEntries(defaults) as Record<string, string>)).toEqual(read({}));
  });
});

describe("values", () => {
  test.each([
    ["30s", 30_000],
    ["10m", 600_000],
    ["1h30m", 5_400_000],
    ["1h0m5s", 3_605_000],
    ["600h", 2_160_000_000],
  ])("a duration of %s is %i ms", (text, ms) => {
    const result = read({ "scrape-timeout": text });
    expect(result.kind === "valid" && result.settings.timeoutsMs["scrape-timeout"]).toBe(ms);
  });

  test.each([
    ["train , SCRAPE", "scrape, train"],
    ["scrape", "scrape"],
    ["train", "train"],
  ])("tasks %j are %j", (text, tasks) => {
    const result = read({ tasks: text });
    expect(result.kind === "valid" && result.settings.tasks).toBe(tasks);
  });

  test("`none` switches a path off, and only the three that may be missing", () => {
    const result = read({ "health-path": "none", "stats-path": "none", "features-path": "none" });
    expect(result.kind === "valid" && result.settings.paths).toMatchObject({
      health: undefined,
      stats: undefined,
      features: undefined,
    });
    expect(problems({ "scrape-path": "none", "login-path": "none" })).toEqual([
      "login-path: not-switchable",
      "scrape-path: not-switchable",
    ]);
  });

  test("who is alerted, and when", () => {
    const result = read({
      "failure-issue": "true",
      "alert-after": "3",
      "issue-labels": "bug, data pipeline ,,",
      "issue-assignees": "librarian, some-one_corp",
      "notify-url": "https://hooks.example.com/T0/B0/x",
      "ping-url": "http://127.0.0.1:8000/ping",
    });
    expect(result.kind === "valid" && result.settings.alerts).toEqual({
      failureIssue: true,
      after: 3,
      labels: ["bug", "data pipeline"],
      assignees: ["librarian", "some-one_corp"],
      notifyUrl: new URL("https://hooks.example.com/T0/B0/x"),
      pingUrl: new URL("http://127.0.0.1:8000/ping"),
    });
  });

  test("a path prefix of the URL is kept, without its last slash", () => {
    const result = read({ "api-url": "https://example.com/shop/" });
    expect(result.kind === "valid" && result.settings.apiUrl.pathname).toBe("/shop");
  });

  test("a password keeps its white space", () => {
    const result = read({ password: " a b\n" });
    expect(result.kind === "valid" && result.settings.password).toBe(" a b\n");
  });
});

test("a run finds what the run before it left, whatever its pipeline is called", () => {
  const names = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.constantFrom(
      "Books  daily",
      "Books\u00a0daily",
      "👩‍🔬 Books",
      "Books ##[prod]",
      "::x::",
      '"a" \\',
    ),
  );
  fc.assert(
    fc.property(names, (name) => {
      const result = read({ pipeline: name });
      const pipeline = result.kind === "valid" ? result.settings.pipeline : "";
      fc.pre(pipeline !== "");
      const left = asLogLine(ledgerLine({ result: "succeeded", pipeline, attempt: 1 }));
      expect(parseLedger("Orquestra: succeeded", left)?.pipeline).toBe(pipeline);
    }),
  );
});

test("a pipeline keeps its name where the secrets of a run are hidden, as other doors know none of them", () => {
  const hiding = createDoor((text) => text.replaceAll("books.example.com", "***"));
  expect(read({ pipeline: "daily books.example.com" }, hiding)).toMatchObject({
    settings: { pipeline: "daily books.example.com" },
  });
});

describe("what is wrong is named", () => {
  test("all at once", () => {
    expect(
      problems({
        "api-url": "",
        username: "",
        password: "",
        tasks: "scrape, deploy",
        "dry-run": "yes",
        "scrape-path": "api/v1/scrape",
        "warm-up": "2",
        retries: "-1",
        "max-drop": "101%",
        language: "pt",
        timezone: "Sao_Paulo",
      }),
    ).toEqual([
      "api-url: missing",
      "username: missing",
      "password: missing",
      "tasks: not-one-of",
      "dry-run: malformed",
      "scrape-path: malformed",
      "warm-up: malformed",
      "retries: malformed",
      "max-drop: malformed",
      "language: not-one-of",
      "timezone: malformed",
    ]);
  });

  test.each([
    ["1.2.3.4:5000", "api-url: malformed"],
    ["localhost:5000", "api-url: malformed"],
    ["ftp://books.example.com", "api-url: malformed"],
    ["http://", "api-url: malformed"],
    ["http://127.0.0.1:0", "api-url: malformed"],
    ["https://etl:secret@books.example.com", "api-url: url-with-credentials"],
    ["https://books.example.com/?x=1", "api-url: url-with-query"],
    ["http://localhost//books.example.com", "api-url: malformed"],
    ["http://books.example.com", "api-url: plain-http-to-public-host"],
    ["http://203.0.113.7:5000", "api-url: plain-http-to-public-host"],
  ])("the URL %s", (url, problem) => {
    expect(problems({ "api-url": url })).toEqual([problem]);
  });

  test.each(["http://localhost:5000", "http://192.168.0.10:5000", "http://api:5000"])(
    "plain HTTP to %s is fine",
    (url) => {
      expect(problems({ "api-url": url })).toEqual([]);
    },
  );

  test("plain HTTP to a public host is fine once allowed", () => {
    expect(problems({ "api-url": "http://203.0.113.7", "allow-plain-http": "true" })).toEqual([]);
  });

  test.each(["0s", "1001h", "1d", "10", "-1s", "1.5s", "s", "1m1h", "٣s"])(
    "a duration of %j",
    (text) => {
      expect(problems({ "warm-up": text })).toEqual(["warm-up: malformed"]);
    },
  );

  test.each(["//evil.example.com", "/a b", "/a#b", "https://x/y", "\\\\x"])(
    "a path of %j",
    (path) => {
      expect(problems({ "stats-path": path })).toEqual(["stats-path: malformed"]);
    },
  );

  test("what cannot do anything without another input", () => {
    expect(problems({ "on-lost-answer": "settle", "stats-path": "none" })).toEqual([
      "on-lost-answer: needs",
    ]);
  });

  test.each([
    ["failure-issue", "yes", "malformed"],
    ["alert-after", "0", "out-of-range"],
    ["alert-after", "32", "needs-at-least"],
    ["issue-labels", "a".repeat(51), "malformed"],
    ["issue-assignees", "@librarian", "malformed"],
    ["issue-assignees", "-librarian", "malformed"],
    ["issue-assignees", Array(11).fill("librarian").join(), "malformed"],
    ["notify-url", "hooks.example.com/T0", "malformed-webhook"],
    ["notify-url", "http://hooks.example.com/T0", "malformed-webhook"],
    ["notify-url", "https://user:pw@hooks.example.com/T0", "malformed-webhook"],
    ["ping-url", "ftp://ping.example.com/T0", "malformed-webhook"],
  ])("an alert that could not work: %s is %j", (input, text, kind) => {
    expect(problems({ [input]: text })).toEqual([`${input}: ${kind}`]);
    expect(JSON.stringify(read({ "notify-url": `x${text}` }))).not.toContain("pw@");
  });

  test.each([
    ["books.example.com:5000", "url-with-scheme"],
    ["https//books.example.com", "url-with-scheme"],
    ["ttps:/books.example.com/v1", "url-with-scheme"],
    ["https://books example.com", "url"],
    ["https://books.example.com:99999", "url"],
    ["http://books.example.com//v1", "url"],
  ])("and repeated, where it can hold no password: %s", (value, expected) => {
    expect(read({ "api-url": value })).toMatchObject({
      problems: [{ kind: "malformed", value, expected }],
    });
  });
});

test("no text in any input makes reading throw", () => {
  const inputs = fc.dictionary(
    fc.constantFrom("api-url", "tasks", "warm-up", "retries", "max-drop", "stats-path", "timezone"),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  fc.assert(
    fc.property(inputs, (some) => {
      expect(["valid", "invalid"]).toContain(read(some).kind);
    }),
  );
});
