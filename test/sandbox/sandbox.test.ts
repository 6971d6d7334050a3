import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { startSandbox } from "../../sandbox/sandbox.ts";
import { call, json, sandboxes, scrape, stored, tokensOf, untilTheShopIsAsked } from "./client.ts";

const start = sandboxes();

describe("startSandbox", () => {
  test("two sandboxes share nothing", async () => {
    const [one, other] = await Promise.all([
      start({ books: 8, faults: ["html-health"] }),
      start({ books: 20 }),
    ]);
    const tokens = { one: await tokensOf(one.url), other: await tokensOf(other.url) };
    await Promise.all([scrape(one.url, tokens.one.access), scrape(other.url, tokens.other.access)]);
    expect(await stored(one.url, tokens.one.access)).toBe(8);
    expect(await stored(other.url, tokens.other.access)).toBe(20);
    expect((await scrape(one.url, tokens.other.access)).status).toBe(401);
    expect((await call(other.url, "GET", "/api/v1/health/")).text).toContain('"UP"');
  });

  test("keeps the data in a folder of its owner's", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "sandbox-test-"));
    const first = await startSandbox({ books: 8, dataDir });
    await scrape(first.url, (await tokensOf(first.url)).access);
    await first.close();
    const second = await startSandbox({ books: 8, dataDir });
    expect(await stored(second.url, (await tokensOf(second.url)).access)).toBe(8);
    await second.close();
    expect(existsSync(join(dataDir, "books.sqlite"))).toBe(true);
    await rm(dataDir, { recursive: true });
  });

  test("closes at once, also in the middle of a scrape", async () => {
    const sandbox = await startSandbox({ books: 20, latencyMs: 60_000 });
    const { access } = await tokensOf(sandbox.url);
    const cut = scrape(sandbox.url, access).catch((error: unknown) => error);
    await untilTheShopIsAsked(sandbox.url);
    await sandbox.close();
    expect(await cut).toMatchObject({ code: "ECONNRESET" });
    await expect(call(sandbox.url, "GET", "/")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  test("refuses a port that is taken, and a fault that does not exist", async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    const fault = "no-such-fault" as "crash";
    await expect(startSandbox({ faults: [fault] })).rejects.toThrow(/no fault "no-such-fault"/);
  });

  test("has the users that it was given", async () => {
    const { url } = await start({ users: [{ username: "etl", password: "s3cret" }] });
    const login = (body: string) => call(url, "POST", "/api/v1/auth/login", { body });
    expect((await login('{"username":"etl","password":"s3cret"}')).status).toBe(200);
    expect((await login('{"username":"admin","password":"admin"}')).status).toBe(401);
  });
});

describe("the control routes", () => {
  const put = (url: string, path: string, body: unknown) =>
    call(url, "PUT", `/__sandbox${path}`, { body: JSON.stringify(body) });

  test("show the state, and change faults and books", async () => {
    const { url, shopUrl } = await start();
    await tokensOf(url);
    const state = { url, shopUrl, faults: [], books: 20, calls: 1, shopRequests: 0 };
    expect(json(await call(url, "GET", "/__sandbox"))).toEqual(state);
    const faults = ["half-shop:10", "slow-answers"];
    expect(json(await put(url, "/faults", faults))).toEqual({ ...state, faults });
    expect(json(await put(url, "/books", { books: 9 }))).toEqual({ ...state, faults, books: 9 });
    expect(json(await put(url, "/faults", []))).toEqual({ ...state, books: 9 });
    const { access } = await tokensOf(url);
    expect(json(await scrape(url, access))).toMatchObject({ total_records: 9 });
  });

  test("are neither logged nor limited", async () => {
    const sandbox = await start({ faults: ["call-limit:0"] });
    expect((await call(sandbox.url, "GET", "/__sandbox")).status).toBe(200);
    expect(sandbox.calls()).toEqual([]);
    expect((await call(sandbox.url, "GET", "/api/v1/health/")).status).toBe(429);
    expect(json(await call(sandbox.url, "GET", "/__sandbox/calls"))).toEqual(sandbox.calls());
  });

  test.each([
    ["/faults", ["no-such-fault"], /no fault/],
    ["/faults", { crash: true }, /list of names/],
    ["/faults", [1], /list of names/],
    ["/books", { books: -1 }, /whole number/],
    ["/books", null, /whole number/],
  ])("refuse %s %j", async (path, body, message) => {
    const { url } = await start();
    const reply = await put(url, path, body);
    expect(reply.status).toBe(400);
    expect(json(reply)).toEqual({ error: expect.stringMatching(message) });
  });

  test("refuse what is no JSON, and routes that do not exist", async () => {
    const { url } = await start();
    const broken = await call(url, "PUT", "/__sandbox/books", { body: "{" });
    expect(broken.status).toBe(400);
    expect((await call(url, "DELETE", "/__sandbox")).status).toBe(404);
  });
});
