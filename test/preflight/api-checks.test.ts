import { describe, expect, test } from "@jest/globals";
import type { Failure } from "../../src/pipeline/failure.ts";
import type { TaskName } from "../../src/pipeline/names.ts";
import { advance, newRun, type Run, type TaskEnd } from "../../src/pipeline/run.ts";
import { apiChecks } from "../../src/preflight/api-checks.ts";
import type { Outcome } from "../../src/preflight/check.ts";
import type { Plain } from "../../src/text/plain.ts";

const AT = { host: "h" as Plain, address: "h:443" as Plain, detail: "" as Plain };
const REFUSED: Failure = { code: "api-unreachable", reason: "refused", ...AT };
const STALLED: Failure = { code: "api-unreachable", reason: "tls-stalled", ...AT };
const UNTRUSTED: Failure = { code: "tls-untrusted", reason: "expired", ...AT };
const UNHEALTHY: Failure = { code: "api-unhealthy", seen: "db_status DOWN" as Plain };
const REJECTED: Failure = { code: "credentials-rejected" };
const CANCELLED: Failure = { code: "cancelled", mayBeWorking: false };

/** A run of a preflight's tasks that ended so; those behind were not begun. */
function runOf(tasks: readonly TaskName[], ends: readonly ("ok" | Failure)[]): Run {
  return ends.reduce(
    (run, end, index) => {
      const task = tasks[index] ?? "login";
      const ended: TaskEnd = end === "ok" ? { kind: "proved" } : { kind: "failed", failure: end };
      return advance(run, { kind: "task-ended", task, atMs: index, end: ended });
    },
    newRun(new Date(0), tasks),
  );
}

/** `network ok, tls found, health not-reached`: how each check came out. */
function told(run: Run | undefined, isEncrypted = true, hasHealthPage = true): string {
  const said = (outcome: Outcome) => {
    if (outcome.kind === "fine") return "ok";
    return "why" in outcome ? outcome.why : outcome.kind;
  };
  return apiChecks(run, { isEncrypted, hasHealthPage })
    .map(({ name, outcome }) => `${name} ${said(outcome)}`)
    .join(", ");
}

describe("how far the requests came", () => {
  const BOTH: readonly TaskName[] = ["health", "login"];

  test.each<[string, readonly ("ok" | Failure)[], string]>([
    ["to the end", ["ok", "ok"], "network ok, tls ok, health ok, login ok"],
    [
      "not to the API",
      [REFUSED],
      "network found, tls not-reached, health not-reached, login not-reached",
    ],
    [
      "not through TLS",
      [UNTRUSTED],
      "network ok, tls found, health not-reached, login not-reached",
    ],
    [
      "into a silent handshake",
      [STALLED],
      "network ok, tls found, health not-reached, login not-reached",
    ],
    ["to an unhealthy API", [UNHEALTHY, "ok"], "network ok, tls ok, health found, login ok"],
    ["to two faults", [UNHEALTHY, REJECTED], "network ok, tls ok, health found, login found"],
    [
      "once, and then no more",
      ["ok", REFUSED],
      "network found, tls not-reached, health ok, login not-reached",
    ],
    [
      "nowhere, as the run was cancelled",
      [CANCELLED],
      "network cancelled, tls cancelled, health cancelled, login cancelled",
    ],
    [
      "half way, when the run was cancelled",
      ["ok", CANCELLED],
      "network ok, tls ok, health ok, login cancelled",
    ],
  ])("%s", (_, ends, expected) => {
    expect(told(runOf(BOTH, ends))).toBe(expected);
  });

  test("is told with the failure itself, and its task", () => {
    const [network] = apiChecks(runOf(BOTH, [REFUSED]), { isEncrypted: true, hasHealthPage: true });

    expect(network?.outcome).toEqual({
      kind: "found",
      findings: [{ kind: "api", task: "health", failure: REFUSED }],
    });
  });
});

describe("what there is to look at", () => {
  test.each([
    [
      "no address",
      undefined,
      "network no-address, tls no-address, health no-address, login no-address",
    ],
    [
      "no password",
      runOf(["health"], ["ok"]),
      "network ok, tls ok, health ok, login no-credentials",
    ],
  ])("%s", (_, run, expected) => {
    expect(told(run)).toBe(expected);
  });

  test("plain HTTP has no TLS", () => {
    expect(told(runOf(["health", "login"], ["ok", "ok"]), false)).toContain("tls plain-http");
    expect(told(runOf(["health", "login"], [REFUSED]), false)).toContain("tls plain-http");
  });

  test("no health page", () => {
    expect(told(runOf(["login"], ["ok"]), true, false)).toBe(
      "network ok, tls ok, health no-health-page, login ok",
    );
    expect(told(runOf([], []), true, false)).toBe(
      "network no-credentials, tls no-credentials, health no-health-page, login no-credentials",
    );
  });
});
