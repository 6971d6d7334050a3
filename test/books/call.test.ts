import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Ending } from "../../src/http/exchange.ts";
import { answered, simulate, type Reaction } from "./simulation.ts";

const UP = answered(200, { api_status: "OK", db_status: "UP" });
const DOWN = answered(200, { api_status: "OK", db_status: "DOWN" });
const TOKEN = answered(200, { access_token: "a-token" });
const DONE = answered(200, { total_records: 20 });
const refused: Ending = {
  kind: "not-sent",
  obstacle: { kind: "connect", code: "ECONNREFUSED", detail: "" },
};
const limited = (retryAfter?: string): Ending =>
  answered(429, "", retryAfter === undefined ? {} : { "retry-after": retryAfter });

/** Endings in turn, the last for ever, each after `tookMs`. */
function inTurn(endings: readonly Ending[], tookMs = 10): () => Reaction {
  let next = 0;
  return () => ({ tookMs, ending: endings[Math.min(next++, endings.length - 1)] ?? refused });
}

describe("health is waited for as long as warm-up lasts", () => {
  test.each([0, 0.5, 0.999_999])("up after 115 of 120 s, with luck %p", async (luck) => {
    const { api } = simulate(
      { "warm-up": "120s" },
      (_request, nowMs) => ({ tookMs: 10, ending: nowMs > 115_000 ? UP : DOWN }),
      () => luck || 0.01,
    );
    expect((await api.health()).kind).toBe("proved");
  });

  test("and no longer", async () => {
    const { api, nowMs } = simulate({ "warm-up": "120s" }, inTurn([DOWN]));
    expect(await api.health()).toMatchObject({ failure: { code: "api-unhealthy" } });
    expect(nowMs()).toBeGreaterThan(118_000);
    expect(nowMs()).toBeLessThanOrEqual(120_000);
  });

  test("but a host that does not exist is given up after the retries", async () => {
    const nowhere: Ending = {
      kind: "not-sent",
      obstacle: { kind: "connect", code: "ENOTFOUND", detail: "" },
    };
    const { api, sent } = simulate({ "warm-up": "120s", retries: "3" }, inTurn([nowhere]));
    expect(await api.health()).toMatchObject({ failure: { reason: "unknown-host" } });
    expect(sent).toHaveLength(4);
  });
});

describe("for somebody who waits, an API that cannot be reached is given up soon", () => {
  const stalled: Ending = { kind: "not-sent", obstacle: { kind: "stalled", during: "connect" } };
  const hurried = (reachWithinMs: number, react: () => Reaction) =>
    simulate({ "warm-up": "120s" }, react, () => 0.5, reachWithinMs);

  test.each([
    ["refused, for as long as it was told", 20_000, inTurn([refused]), 18_000, 20_000],
    ["silent, after one connection", 20_000, inTurn([stalled], 20_000), 20_000, 20_000],
    ["out of reach, at once", 0, inTurn([refused]), 10, 10],
  ])("%s", async (_, reachWithinMs, react, leastMs, mostMs) => {
    const { api, nowMs } = hurried(reachWithinMs, react);

    expect(await api.health()).toMatchObject({ failure: { code: "api-unreachable" } });
    expect(nowMs()).toBeGreaterThanOrEqual(leastMs);
    expect(nowMs()).toBeLessThanOrEqual(mostMs);
  });

  test("but one that answers has all of warm-up", async () => {
    const { api, nowMs } = hurried(0, inTurn([DOWN]));

    expect(await api.health()).toMatchObject({ failure: { code: "api-unhealthy" } });
    expect(nowMs()).toBeGreaterThan(118_000);
  });
});

describe("a limit", () => {
  test("is waited out as told, and without a word for the API's minute", async () => {
    const { api, sent } = simulate({}, inTurn([limited("7"), limited(), DONE], 0));
    expect((await api.scrape()).kind).toBe("proved");
    expect(sent.map(({ atMs }) => atMs)).toEqual([0, 7_000, 67_000]);
  });

  test("without a word is waited out as far as a short task allows", async () => {
    const counted = answered(200, { total_books: 20 });
    const { api, sent } = simulate({ "read-timeout": "60s" }, inTurn([limited(), counted], 0));
    expect((await api.stats()).kind).toBe("proved");
    expect(sent.map(({ atMs }) => atMs)).toEqual([0, 55_000]);
  });

  test("between refusals of the token does not bring a second new log-in", async () => {
    const answers = [answered(401, ""), limited("0")];
    let next = 0;
    const { api, sent } = simulate({ "scrape-timeout": "20s" }, (request) => ({
      tookMs: 10,
      ending: request.url.pathname.endsWith("login") ? TOKEN : (answers[next++ % 2] ?? refused),
    }));
    await api.logIn();
    expect(await api.scrape()).toMatchObject({ failure: { code: "token-rejected" } });
    expect(sent.filter(({ path }) => path.endsWith("login"))).toHaveLength(2);
  });

  test("beyond the task's time is not waited for", async () => {
    const { api, nowMs } = simulate({ "scrape-timeout": "60s" }, inTurn([limited("3600")]));
    expect(await api.scrape()).toMatchObject({ kind: "failed", failure: { code: "rate-limited" } });
    expect(nowMs()).toBeLessThan(100);
  });

  test("of nought for ever is asked less and less often", async () => {
    const { api, sent } = simulate({ "scrape-timeout": "10m" }, inTurn([limited("0")]));
    await api.scrape();
    expect(sent.length).toBeLessThan(30);
  });
});

describe("a log-in", () => {
  const by = (login: Ending, rest: Ending) => (request: { url: URL }) => ({
    tookMs: 10,
    ending: request.url.pathname.endsWith("login") ? login : rest,
  });

  test("is tried again once, when the API refuses its own token", async () => {
    const { api, sent } = simulate({}, by(TOKEN, answered(401, { error: "Token expirado" })));
    await api.logIn();
    expect(await api.scrape()).toMatchObject({ failure: { code: "token-rejected" } });
    expect(sent.map(({ path }) => path.split("/").at(-1) || "scrape")).toEqual([
      "login",
      "scrape",
      "login",
      "scrape",
    ]);
  });

  test("comes before a call that the token would not outlive", async () => {
    const claims = Buffer.from(JSON.stringify({ iat: 0, exp: 900 })).toString("base64url");
    const token = answered(200, { access_token: `e30.${claims}.x` });
    const { api, sent } = simulate({}, by(token, answered(200, { artifacts_saved: ["a"] })));
    await api.logIn();
    await api.train();
    expect(sent.filter(({ path }) => path.endsWith("login"))).toHaveLength(2);
  });

  test("whose answer takes a minute has the time, when login-timeout gives it", async () => {
    const slow = () => ({ tookMs: 60_000, ending: TOKEN });
    expect((await simulate({ "login-timeout": "5m" }, slow).api.logIn()).kind).toBe("proved");
    expect((await simulate({ retries: "0" }, slow).api.logIn()).kind).toBe("failed");
  });
});

describe("whatever the API answers", () => {
  const endings = fc.oneof(
    fc.constantFrom<Ending>(
      refused,
      { kind: "not-sent", obstacle: { kind: "certificate", code: "", detail: "" } },
      { kind: "lost", during: "headers", detail: "" },
      { kind: "deadline", during: "body" },
      { kind: "garbage", detail: "" },
      { kind: "too-large", part: "headers", limitBytes: 1 },
      TOKEN,
      DONE,
      answered(200, { artifacts_saved: ["a.pkl"] }),
      answered(200, { msg: "Nenhum dado coletado." }),
    ),
    fc.integer({ min: 200, max: 599 }).map((status) => answered(status, { error: "x" })),
    fc.integer({ min: 0, max: 600 }).map((wait) => limited(String(wait))),
  );
  const reactions = fc.array(
    fc.record({ tookMs: fc.integer({ min: 0, max: 900_000 }), ending: endings }),
    { minLength: 1, maxLength: 30 },
  );
  const luck = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  /** Only what surely had no effect may be followed by another try. */
  function hadNoEffect(ending: Ending): boolean {
    if (ending.kind === "not-sent") return true;
    if (ending.kind !== "answered") return false;
    return [401, 429].includes(ending.status) || "retry-after" in ending.headers;
  }

  test.each(["scrape", "train"] as const)(
    "%s is sent at most once after it may have had an effect, and ends in time",
    async (task) => {
      await fc.assert(
        fc.asyncProperty(reactions, luck, fc.nat({ max: 5 }), async (list, random, retries) => {
          let next = 0;
          const { api, sent, nowMs } = simulate(
            { "scrape-timeout": "10m", "training-timeout": "10m", retries: String(retries) },
            () => list[Math.min(next++, list.length - 1)] as Reaction,
            () => random,
          );
          await api[task]();

          const path = task === "scrape" ? "/api/v1/scrape/" : "/api/v1/ml/training-data";
          const tries = sent.filter((one) => one.path === path);
          for (const { ending } of tries.slice(0, -1)) expect(hadNoEffect(ending)).toBe(true);
          expect(nowMs()).toBeLessThanOrEqual(600_000);
        }),
      );
    },
  );
});
