import { describe, expect, test } from "@jest/globals";
import type { Fault } from "../../sandbox/faults.ts";
import { call, json, overview, sandboxes, scrape, stored, tokensOf, train } from "./client.ts";
import type { Reply } from "./client.ts";

const start = sandboxes();
const HEALTH = "/api/v1/health/";

describe("the shop", () => {
  test.each<[Fault, number, unknown, number]>([
    ["empty-shop", 200, { msg: "Nenhum dado coletado." }, 20],
    ["shop-down", 200, { msg: "Nenhum dado coletado." }, 20],
    ["half-shop", 200, { msg: "Web scraping realizado com sucesso", total_records: 8 }, 8],
    ["half-shop:75", 200, { msg: "Web scraping realizado com sucesso", total_records: 15 }, 15],
    ["redesigned-shop", 500, { error: "'NoneType' object has no attribute 'find'" }, 20],
  ])("%s: scrape answers %i", async (fault, status, body, left) => {
    const { url, token, setFaults } = await scraped();
    setFaults([fault]);
    const reply = await scrape(url, token);
    expect(reply.status).toBe(status);
    expect(json(reply)).toEqual(body);
    expect(await stored(url, token)).toBe(left);
  });

  test("slow-shop takes its time for each page", async () => {
    const sandbox = await start({ faults: ["slow-shop:3"] });
    const { access } = await tokensOf(sandbox.url);
    await scrape(sandbox.url, access);
    expect(sandbox.calls().at(-1)?.tookMs).toBeGreaterThan(20 * 2);
  });
});

describe("the database", () => {
  test("down: health says so, login crashes, scrape and training say why, stats find nothing", async () => {
    const { url, token, setFaults } = await scraped();
    setFaults(["database-down"]);
    const health = await call(url, "GET", HEALTH);
    expect(health.status).toBe(200);
    expect(json(health)).toMatchObject({ api_status: "OK", db_status: "DOWN" });
    const login = await call(url, "POST", "/api/v1/auth/login", {
      body: '{"username":"admin","password":"admin"}',
    });
    expect(login.status).toBe(500);
    expect(login.text).toContain("<!doctype html>");
    for (const failed of [await scrape(url, token), await train(url, token)]) {
      expect(failed.status).toBe(500);
      expect(json(failed)).toEqual({
        error: expect.stringMatching(
          /^\(psycopg2\.OperationalError\) connection to server at "127\.0\.0\.1", port 55432 failed: Connection refused\n\t[^]*\(Background on this error at: https:\/\/sqlalche\.me\/e\/20\/e3q8\)$/,
        ),
      });
    }
    const stats = await overview(url, token);
    expect(stats.status).toBe(404);
    expect(json(stats)).toEqual({ msg: "Nenhuma estatística disponível" });
    setFaults([]);
    expect(await stored(url, token)).toBe(20);
  });

  test("restarted: the first call fails, the next one works", async () => {
    const { url, token, setFaults } = await scraped();
    setFaults(["database-restarted"]);
    expect(json(await call(url, "GET", HEALTH))).toMatchObject({ db_status: "DOWN" });
    expect(json(await call(url, "GET", HEALTH))).toMatchObject({ db_status: "UP" });
    setFaults(["database-restarted"]);
    const failed = await scrape(url, token);
    expect(failed.status).toBe(500);
    expect(json(failed)).toEqual({
      error: expect.stringContaining("server closed the connection unexpectedly"),
    });
    expect((await scrape(url, token)).status).toBe(200);
  });

  test("empty-training: training finds nothing, although the table is full", async () => {
    const { url, token, setFaults } = await scraped();
    setFaults(["empty-training"]);
    const reply = await train(url, token);
    expect(reply.status).toBe(200);
    expect(json(reply)).toEqual({ msg: "Nenhum dado encontrado para treinamento." });
  });

  test("stale-stats: the numbers of the first read, for an hour", async () => {
    let nowMs = Date.UTC(2026, 10, 22);
    const { url, token, setBooks } = await scraped({ faults: ["stale-stats"], nowMs: () => nowMs });
    expect(await stored(url, token)).toBe(20);
    setBooks(8);
    await scrape(url, token);
    expect(await stored(url, token)).toBe(20);
    nowMs += 3_600_000;
    const { access } = await tokensOf(url);
    expect(await stored(url, access)).toBe(8);
  });
});

describe("tokens", () => {
  const expired = { error: "Token expirado" };

  test("expired-tokens: every token is too old already", async () => {
    const { url } = await start({ faults: ["expired-tokens"] });
    const { access } = await tokensOf(url);
    expect(json(await scrape(url, access))).toEqual(expired);
  });

  test("tokens-expire-once and new-key: those given out before; a new log-in works", async () => {
    const { url, token, setFaults } = await scraped();
    setFaults(["tokens-expire-once"]);
    expect(json(await scrape(url, token))).toEqual(expired);
    const second = (await tokensOf(url)).access;
    expect((await scrape(url, second)).status).toBe(200);
    setFaults(["new-key"]);
    expect(json(await scrape(url, second))).toEqual({ error: "Token inválido" });
    expect((await scrape(url, (await tokensOf(url)).access)).status).toBe(200);
  });

  test("token-dies: after its uses, and only the first one", async () => {
    const { url } = await start({ faults: ["token-dies:1"] });
    const first = (await tokensOf(url)).access;
    const second = (await tokensOf(url)).access;
    expect((await overview(url, first)).status).toBe(200);
    expect(json(await overview(url, first))).toEqual(expired);
    expect((await overview(url, second)).status).toBe(200);
    expect((await overview(url, second)).status).toBe(200);
  });
});

describe("answers", () => {
  test("slow-answers: the work is done, the answer comes later", async () => {
    const sandbox = await scraped({ faults: ["slow-answers:0.05"] });
    const [, scraping] = sandbox.calls();
    expect(scraping).toMatchObject({ status: 200 });
    expect(scraping?.tookMs).toBeGreaterThanOrEqual(49);
  });

  test.each<[Fault, (url: string, token: string) => Promise<Reply>]>([
    ["cut-answer", scrape],
    ["cut-training", train],
  ])("%s: the work is done and logged, but the connection is cut", async (fault, make) => {
    const { url, token, setFaults, calls } = await scraped();
    setFaults([fault]);
    await expect(make(url, token)).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(calls().at(-1)).toMatchObject({ status: 200 });
  });

  test("killed-worker: 500 in HTML, and nothing is stored", async () => {
    const { url } = await start({ latencyMs: 5, faults: ["killed-worker:0.02"] });
    const { access } = await tokensOf(url);
    const reply = await scrape(url, access);
    expect(reply.status).toBe(500);
    expect(reply.text).toHaveLength(265);
    expect(await stored(url, access)).toBe(0);
  });

  test("crash: both long calls show the debugger's page", async () => {
    const { url, token, setFaults } = await scraped();
    setFaults(["crash"]);
    for (const reply of [await scrape(url, token), await train(url, token)]) {
      expect(reply.status).toBe(500);
      expect(reply.text).toContain("Werkzeug Debugger");
    }
  });

  test("html-health: 200, but a page", async () => {
    const { url } = await start({ faults: ["html-health"] });
    const reply = await call(url, "GET", HEALTH);
    expect(reply.status).toBe(200);
    expect(reply.headers["content-type"]).toBe("text/html; charset=utf-8");
  });
});

/** A sandbox with 20 books stored. */
async function scraped(options: Parameters<typeof start>[0] = {}) {
  const sandbox = await start(options);
  const { access } = await tokensOf(sandbox.url);
  await scrape(sandbox.url, access);
  return { ...sandbox, token: access };
}
