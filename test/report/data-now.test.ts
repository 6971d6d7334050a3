import { describe, expect, test } from "@jest/globals";
import type { Failure } from "../../src/pipeline/failure.ts";
import type { NoAnswer } from "../../src/pipeline/ports.ts";
import type { Aftermath, RequestLine, Run } from "../../src/pipeline/run.ts";
import { dataNow } from "../../src/report/data-now.ts";
import { door, GOOD, played } from "./stories.ts";

type Answer = number | NoAnswer;

const counted = (records: number): Aftermath => ({ kind: "counted", records });
const unreadable: Aftermath = { kind: "unreadable", code: "api-error" };
const REJECTED: Failure = { code: "token-rejected", status: 403 };
const CANCELLED: Failure = { code: "cancelled", mayBeWorking: false };
const UNREACHABLE: Failure = {
  code: "api-unreachable",
  reason: "refused",
  host: door("api"),
  address: door("api:5000"),
  detail: door(""),
};

const requestOf = (of: RequestLine["of"], answer: Answer): RequestLine => ({
  task: "scrape",
  of,
  method: "POST",
  path: door("/api/v1/scrape/"),
  answer,
  tookMs: 1,
  endedMs: 1,
  bytes: 1,
  attempt: 1,
});

/** A run whose scrape failed after these answers, and what a look at the table said then. */
function after(answers: readonly Answer[], failure: Failure, aftermath?: Aftermath): Run {
  const end = { kind: "failed", failure, facts: aftermath ? { aftermath } : {} } as const;
  const sent = answers.map((answer) => requestOf("scrape", answer));
  return {
    ...played([...GOOD.slice(0, 3), end]),
    requests: [requestOf("login", 200), ...sent, requestOf("stats", 200)],
  };
}

describe("a scrape that the API refused", () => {
  test.each<[string, readonly Answer[], Failure]>([
    ["403", [403], REJECTED],
    ["401, and again after a new log-in", [401, 401], { code: "token-rejected", status: 401 }],
    ["404", [404], { code: "api-error", status: 404 }],
    ["308", [308], { code: "redirect-refused", status: 308, advice: { kind: "ask-owner" } }],
    ["429 until its time was over", [429, 429, 429], { code: "rate-limited", status: 429 }],
    ["429, and then nobody was there", [429, "not-sent"], UNREACHABLE],
    ["429, and then somebody cancelled the run", [429], CANCELLED],
  ])("by %s was sent, and what it left is told", (_, answers, failure) => {
    expect(dataNow(after(answers, failure, counted(997)))).toEqual({
      kind: "scrape-refused",
      before: 997,
      after: counted(997),
    });
  });
});

test("a scrape that said that it failed is none that was refused", () => {
  const failure = { code: "api-error", status: 500 } as const;
  expect(dataNow(after([401, 500], failure, unreadable))).toEqual({
    kind: "scrape-failed",
    before: 997,
    after: unreadable,
  });
});

describe("a scrape that was never sent changed nothing", () => {
  test.each<[string, Aftermath | undefined, object]>([
    ["and the last look is told", counted(1003), { now: 1003 }],
    ["where there was none", undefined, {}],
    ["where it told nothing", unreadable, {}],
  ])("%s", (_, aftermath, now) => {
    expect(dataNow(after(["not-sent"], UNREACHABLE, aftermath))).toEqual({
      kind: "untouched",
      before: 997,
      ...now,
    });
  });
});
