import { describe, expect, test } from "@jest/globals";
import type { Ending } from "../../src/http/exchange.ts";
import { answered, simulate } from "./simulation.ts";

const DONE = answered(200, { total_records: 20 });
const COUNTED = answered(200, { total_books: 20 });
const UP = answered(200, { api_status: "OK", db_status: "UP" });
const EXPIRED = answered(401, { error: "Token expirado" });
const REJECTED = answered(401, { error: "Usuário ou senha inválidas" });
const BROKEN = answered(500, { error: "psycopg2" });

/** A log-in whose token lasts so many seconds. */
function tokenFor(seconds: number): Ending {
  const claims = Buffer.from(JSON.stringify({ iat: 0, exp: seconds })).toString("base64url");
  return answered(200, { access_token: `e30.${claims}.x` });
}
const TOKEN = tokenFor(3600);

/** Log-ins and other calls are answered in turn, each after 10 ms and the last for ever. */
function apiOf(logIns: readonly Ending[], others: readonly Ending[], inputs = {}) {
  const left = { logIns: [...logIns], others: [...others] };
  const simulation = simulate(inputs, ({ url }) => {
    const endings = url.pathname.endsWith("login") ? left.logIns : left.others;
    const ending = endings.length > 1 ? endings.shift() : endings[0];
    return { tookMs: 10, ending: ending ?? BROKEN };
  });
  /** `login scrape login scrape`: what was sent. */
  const calls = () => simulation.told.requests.map(({ of }) => of).join(" ");
  return { ...simulation, calls };
}

describe("a new log-in", () => {
  test("is worth a try again once the API has taken the token", async () => {
    const { api, calls } = apiOf([TOKEN], [EXPIRED, COUNTED, EXPIRED, DONE]);
    await api.logIn();
    await api.stats();
    expect((await api.scrape()).kind).toBe("proved");
    expect(calls()).toBe("login stats login stats scrape login scrape");
  });

  test("that is refused is what the call comes to, which is not sent again", async () => {
    const { api, calls } = apiOf([TOKEN, REJECTED], [EXPIRED]);
    await api.logIn();
    expect(await api.scrape()).toMatchObject({
      kind: "failed",
      failure: { code: "credentials-rejected" },
    });
    expect(calls()).toBe("login scrape login");
  });

  test("before a long call that is refused is what the call comes to, which is not sent", async () => {
    const { api, calls } = apiOf([tokenFor(60), REJECTED], [DONE]);
    await api.logIn();
    expect(await api.scrape()).toMatchObject({
      kind: "failed",
      failure: { code: "credentials-rejected" },
    });
    expect(calls()).toBe("login login");
  });

  test("comes before a long call only once, until the API takes a token", async () => {
    const { api, calls } = apiOf([tokenFor(60)], [BROKEN, DONE]);
    await api.logIn();
    await api.scrape();
    await api.scrape();
    expect(calls()).toBe("login login scrape scrape");
  });

  test("does not come before what needs no token", async () => {
    const { api, calls } = apiOf([tokenFor(60)], [UP]);
    await api.logIn();
    await api.health();
    expect(calls()).toBe("login health");
  });

  test("has the rest of its task's time and no more", async () => {
    const stuck = (request: { url: URL }) =>
      request.url.pathname.endsWith("login")
        ? { tookMs: 15_000, ending: TOKEN }
        : { tookMs: 10, ending: EXPIRED };
    const { api, nowMs } = simulate({ "scrape-timeout": "20s" }, stuck);
    await api.logIn();
    const startedMs = nowMs();
    await api.scrape();
    expect(nowMs() - startedMs).toBeLessThanOrEqual(20_000);
  });
});

describe("a log-in", () => {
  test("is proved by a usable token", async () => {
    expect(await apiOf([TOKEN], []).api.logIn()).toEqual({ kind: "proved", value: true });
  });

  test("ends with login-timeout, however many retries there are", async () => {
    const never = () => ({ tookMs: Number.POSITIVE_INFINITY, ending: TOKEN });
    const { api, nowMs } = simulate({ "login-timeout": "90s", retries: "10" }, never);
    expect(await api.logIn()).toMatchObject({ failure: { code: "timed-out" } });
    expect(nowMs()).toBeLessThanOrEqual(90_000);
  });
});
