import { describe, expect, test } from "@jest/globals";
import type { ActionRun } from "../../sandbox/runner.ts";
import { startSandbox } from "../../sandbox/sandbox.ts";
import { callsTo, everythingSaid, runAgainst, sandboxOf, USER } from "./story.ts";

/** What every failed run has, whatever happened: all of it in one line. */
function verdict(run: ActionRun): string {
  const { result, "failed-task": task, "failure-code": code } = run.outputs;
  const errors = run.annotations.filter(({ level }) => level === "error").length;
  const notices = run.annotations.filter(({ level }) => level === "notice").length;
  return `exit ${run.exitCode}, ${result} in ${task}: ${code}, ${errors} error, ${notices} notice`;
}

function failed(task: string, code: string, result = "failed"): string {
  return `exit 1, ${result} in ${task}: ${code}, 1 error, 1 notice`;
}

describe("false successes of the API are failures", () => {
  test("a scrape that collected nothing", async () => {
    const sandbox = await sandboxOf();
    await runAgainst(sandbox.url);
    sandbox.setFaults(["empty-shop"]);

    const run = await runAgainst(sandbox.url);

    expect(verdict(run)).toBe(failed("scrape", "no-data"));
    expect(run.summary).toContain("Nenhum dado coletado.");
    expect(run.summary).toContain("as many as before");
    expect(callsTo(sandbox).filter((call) => call.includes("training-data"))).toHaveLength(1);
  });

  test("half a scrape: the gate shuts before the training", async () => {
    const sandbox = await sandboxOf();
    await runAgainst(sandbox.url);
    sandbox.setFaults(["half-shop"]);

    const run = await runAgainst(sandbox.url);

    expect(verdict(run)).toBe(failed("gate", "data-dropped"));
    expect(run.outputs).toMatchObject({ records: "8", "records-before": "20" });
    expect(run.summary).toMatch(/^## ❌ The scrape lost 60\u00a0% of the books/);
    expect(run.summary).toContain("the table holds 8 books");
    expect(callsTo(sandbox).filter((call) => call.includes("training-data"))).toHaveLength(1);
  });

  test("a training without data", async () => {
    const sandbox = await sandboxOf({ faults: ["empty-training"] });

    const run = await runAgainst(sandbox.url);

    expect(verdict(run)).toBe(failed("train", "no-data"));
    expect(run.summary).toContain("Nenhum dado encontrado para treinamento.");
    expect(run.summary).toContain("the table holds 20 books");
  });

  test("statistics from a cache are checked against what is served", async () => {
    const sandbox = await sandboxOf({ faults: ["stale-stats"] });

    const run = await runAgainst(sandbox.url);

    expect(run.exitCode).toBe(0);
    expect(run.outputs["records"]).toBe("20");
    expect(run.annotations.filter(({ level }) => level === "warning")).toHaveLength(1);
  });
});

describe("the log-in", () => {
  test("with a wrong password fails and shows it nowhere", async () => {
    const sandbox = await sandboxOf();

    const run = await runAgainst(sandbox.url, { password: "wr0ng-secret" });

    expect(verdict(run)).toBe(failed("login", "credentials-rejected"));
    expect(run.summary).toContain("Usuário ou senha inválidas");
    expect(run.summary).toContain("settings/secrets/actions");
    expect(everythingSaid(run)).not.toContain("wr0ng-secret");
    expect(callsTo(sandbox).at(-1)).toBe("POST /api/v1/auth/login 401");
  });

  test("that expired in mid-run is renewed once, and the run goes on", async () => {
    const sandbox = await sandboxOf({ faults: ["token-dies:1"] });

    const run = await runAgainst(sandbox.url);

    expect(run.exitCode).toBe(0);
    expect(callsTo(sandbox).slice(2, 6)).toEqual([
      "GET /api/v1/stats/overview 200",
      "POST /api/v1/scrape/ 401",
      "POST /api/v1/auth/login 200",
      "POST /api/v1/scrape/ 200",
    ]);
  });

  test("whose every token is refused ends after one new log-in", async () => {
    const sandbox = await sandboxOf({ faults: ["expired-tokens"] });

    const run = await runAgainst(sandbox.url, { "stats-path": "none", "features-path": "none" });

    expect(verdict(run)).toBe(failed("scrape", "token-rejected"));
    expect(run.summary).toContain("Token expirado");
    expect(callsTo(sandbox).filter((call) => call.includes("login"))).toHaveLength(2);
  });
});

describe("an API in trouble", () => {
  test("that is down is named with its host and port, and nothing was sent", async () => {
    const { url, close } = await startSandbox();
    await close();

    const run = await runAgainst(url, { "warm-up": "1s" });

    expect(verdict(run)).toBe(failed("health", "api-unreachable"));
    expect(run.summary).toContain(new URL(url).host);
    expect(run.summary).toContain("ECONNREFUSED");
  });

  test("whose database is down is waited for, and then named", async () => {
    const sandbox = await sandboxOf({ faults: ["database-down"] });

    const run = await runAgainst(sandbox.url, { "warm-up": "2s" });

    expect(verdict(run)).toBe(failed("health", "api-unhealthy"));
    expect(run.summary).toContain("db_status DOWN");
  });

  test("whose database has just restarted says DOWN once, which is normal", async () => {
    const sandbox = await sandboxOf({ faults: ["database-restarted:1"] });

    const run = await runAgainst(sandbox.url);

    expect(run.exitCode).toBe(0);
    expect(run.summary).toContain("once");
  });

  test("that cuts the answer of a scrape: unknown, not sent again, and the data looked up", async () => {
    const sandbox = await sandboxOf({ faults: ["cut-answer"] });

    const run = await runAgainst(sandbox.url);

    expect(verdict(run)).toBe(failed("scrape", "connection-lost", "unknown"));
    expect(callsTo(sandbox).filter((call) => call.startsWith("POST /api/v1/scrape"))).toHaveLength(
      1,
    );
    expect(run.summary).toContain("the table held 20 books");
    expect(run.summary).toContain("may still be at work");
  });

  test("that cuts the answer of a training: unknown", async () => {
    const sandbox = await sandboxOf({ faults: ["cut-training"] });

    const run = await runAgainst(sandbox.url);

    expect(verdict(run)).toBe(failed("train", "connection-lost", "unknown"));
    expect(callsTo(sandbox).filter((call) => call.includes("training-data"))).toHaveLength(1);
  });

  test("that crashes shows its page as words, without a tag", async () => {
    const sandbox = await sandboxOf({ faults: ["crash"] });

    const run = await runAgainst(sandbox.url);

    expect(verdict(run)).toBe(failed("scrape", "api-error", "unknown"));
    expect(run.summary).not.toMatch(/<(?!\/?(details|summary|code|br)\b)/);
  });

  test("whose path wants a slash is told the path", async () => {
    const sandbox = await sandboxOf();

    const run = await runAgainst(sandbox.url, { "scrape-path": "/api/v1/scrape" });

    expect(verdict(run)).toBe(failed("scrape", "redirect-refused"));
    expect(run.summary).toContain("/api/v1/scrape/");
  });
});

test("settings that are wrong are named all at once, before any request", async () => {
  const sandbox = await sandboxOf();

  const run = await runAgainst(sandbox.url, {
    username: "",
    "max-drop": "much",
    "scrape-timeout": "soon",
    tasks: "deploy",
  });

  expect(run.exitCode).toBe(1);
  expect(run.outputs).toMatchObject({ result: "failed", "failure-code": "settings-invalid" });
  for (const input of ["username", "max-drop", "scrape-timeout", "tasks"]) {
    expect(run.summary).toContain(`\`${input}\``);
  }
  expect(callsTo(sandbox)).toEqual([]);
});

test("a user whose name is the password is shown as neither", async () => {
  const twin = { username: USER.password, password: USER.password };
  const sandbox = await sandboxOf({ users: [twin] });

  const run = await runAgainst(sandbox.url, twin);

  expect(run.exitCode).toBe(0);
  expect(everythingSaid(run)).not.toContain(USER.password);
});

test("a password of three characters works, with a warning that it cannot be hidden", async () => {
  const sandbox = await sandboxOf({ users: [{ username: "etl-user", password: "abc" }] });

  const run = await runAgainst(sandbox.url, { password: "abc" });

  expect(run.exitCode).toBe(0);
  expect(run.masks).not.toContain("abc");
  const warnings = run.annotations.filter(({ level }) => level === "warning");
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining("fewer than 4 characters"),
  ]);
});
