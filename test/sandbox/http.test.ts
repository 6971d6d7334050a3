import { request } from "node:http";
import { describe, expect, test } from "@jest/globals";
import { call, sandboxes, scrape, tokensOf } from "./client.ts";

const start = sandboxes();
const HEALTH = "/api/v1/health/";

describe("health", () => {
  test("is open to all", async () => {
    const { url } = await start({ nowMs: () => Date.UTC(2026, 10, 22, 19, 4, 39, 212) });
    const reply = await call(url, "GET", HEALTH);
    expect(reply.status).toBe(200);
    expect(reply.text).toBe(
      '{\n  "api_status": "OK",\n  "db_status": "UP",\n  "timestamp": "2026-11-22T19:04:39.212000"\n}\n',
    );
  });

  test("answers HEAD without a body", async () => {
    const { url } = await start();
    const reply = await call(url, "HEAD", HEALTH);
    expect(reply.status).toBe(200);
    expect(reply.text).toBe("");
  });
});

describe("pages", () => {
  test("308 without the last slash, absolute and plain http, whatever the token", async () => {
    const { url } = await start();
    const reply = await call(url, "POST", "/api/v1/scrape?full=1", {
      headers: { Host: "books.example:8443", "X-Forwarded-Proto": "https" },
    });
    expect(reply.status).toBe(308);
    expect(reply.headers.location).toBe("http://books.example:8443/api/v1/scrape/?full=1");
    expect(reply.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(reply.headers.connection).toBe("close");
    expect(reply.text).toContain("<title>Redirecting...</title>");
  });

  test.each([
    ["POST", "/api/v1/ml/training-data", "GET, HEAD, OPTIONS"],
    ["GET", "/api/v1/scrape/", "POST, OPTIONS"],
  ])("405 for %s %s", async (method, path, allow) => {
    const { url } = await start();
    const reply = await call(url, method, path);
    expect(reply.status).toBe(405);
    expect(reply.headers.allow).toBe(allow);
    expect(reply.text).toContain("<p>The method is not allowed for the requested URL.</p>");
  });

  test("OPTIONS names the methods", async () => {
    const { url } = await start();
    const reply = await call(url, "OPTIONS", "/api/v1/scrape/");
    expect(reply.status).toBe(200);
    expect(reply.headers.allow).toBe("POST, OPTIONS");
  });

  test.each(["/api/v1/ml/training-data/", "/api/v1/nothing", "/"])("404 for %s", async (path) => {
    const { url } = await start();
    const reply = await call(url, "GET", path);
    expect(reply.status).toBe(404);
    expect(reply.text).toContain("<h1>Not Found</h1>");
  });

  test("under gunicorn a crash is 265 bytes", async () => {
    const { url } = await start({ faults: ["gunicorn"] });
    const reply = await call(url, "POST", "/api/v1/auth/login", { body: "[]" });
    expect(reply.status).toBe(500);
    expect(reply.text).toHaveLength(265);
  });
});

describe("the limit of 60 calls a minute", () => {
  test("is per route, in HTML, without Retry-After, and ends with the minute", async () => {
    let nowMs = Date.UTC(2026, 10, 22);
    const { url } = await start({ nowMs: () => nowMs });
    const statuses = new Set<number>();
    for (let made = 0; made < 60; made += 1) statuses.add((await call(url, "GET", HEALTH)).status);
    expect([...statuses]).toEqual([200]);

    nowMs += 59_999;
    const refused = await call(url, "GET", HEALTH);
    expect(refused.status).toBe(429);
    expect(refused.headers["retry-after"]).toBeUndefined();
    expect(refused.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(refused.text).toContain("<p>60 per 1 minute</p>");
    expect((await call(url, "GET", "/api/v1/stats/overview")).status).toBe(401);

    nowMs += 1;
    expect((await call(url, "GET", HEALTH)).status).toBe(200);
  });

  test("counts calls that were answered 401", async () => {
    const { url } = await start({ faults: ["call-limit:2"] });
    const token = "wrong";
    expect((await scrape(url, token)).status).toBe(401);
    expect((await scrape(url, token)).status).toBe(401);
    const refused = await scrape(url, token);
    expect(refused.status).toBe(429);
    expect(refused.text).toContain("<p>2 per 1 minute</p>");
  });
});

test("a caller that leaves before its request is complete is forgotten", async () => {
  const sandbox = await start();
  const caller = request(`${sandbox.url}/api/v1/auth/login`, {
    method: "POST",
    agent: false,
    headers: { "Content-Length": 100 },
  });
  const gone = new Promise((resolve) => caller.on("close", resolve));
  caller.on("error", () => {});
  await new Promise((resolve) => caller.write("{", resolve));
  caller.destroy();
  await gone;
  expect((await call(sandbox.url, "GET", HEALTH)).status).toBe(200);
  expect(sandbox.calls()).toHaveLength(1);
});

test("the audit log has every call: user, status, 300 characters of agent, the password", async () => {
  const sandbox = await start({ nowMs: () => 42_000 });
  const { access } = await tokensOf(sandbox.url);
  await call(sandbox.url, "GET", "/api/v1/stats/overview", {
    token: access,
    headers: { "User-Agent": "x".repeat(400) },
  });
  await call(sandbox.url, "GET", "/nowhere?q=1");
  expect(sandbox.calls()).toEqual([
    {
      method: "POST",
      path: "/api/v1/auth/login",
      status: 200,
      userAgent: "",
      body: '{"username":"admin","password":"admin"}',
      atMs: 42_000,
      tookMs: 0,
    },
    {
      method: "GET",
      path: "/api/v1/stats/overview",
      status: 200,
      user: "admin",
      userAgent: "x".repeat(300),
      body: "",
      atMs: 42_000,
      tookMs: 0,
    },
    {
      method: "GET",
      path: "/nowhere",
      status: 404,
      userAgent: "",
      body: "",
      atMs: 42_000,
      tookMs: 0,
    },
  ]);
});
