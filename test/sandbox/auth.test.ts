import { describe, expect, test } from "@jest/globals";
import { call, json, overview, sandboxes, scrape, tokensOf } from "./client.ts";

const start = sandboxes();
const LOGIN = "/api/v1/auth/login";
const REGISTER = "/api/v1/auth/register";
const HOUR_MS = 3_600_000;

const login = (url: string, body: string, headers = {}) =>
  call(url, "POST", LOGIN, { body, headers });

describe("log in", () => {
  test("answers two tokens and the user's id, in Flask's JSON", async () => {
    const { url } = await start();
    const reply = await login(url, '{"username": "admin", "password": "admin"}');
    expect(reply.status).toBe(200);
    expect(reply.text).toMatch(
      /^\{\n {2}"access_token": "[\w.-]+",\n {2}"refresh_token": "[\w.-]+",\n {2}"user_id": 1\n\}\n$/,
    );
    expect(reply.headers).toMatchObject({
      "content-type": "application/json",
      connection: "close",
      server: expect.stringMatching(/^Werkzeug\/3\.1/),
    });
  });

  test("reads any content type as JSON", async () => {
    const { url } = await start();
    const reply = await login(url, '{"username":"admin","password":"admin"}', {
      "Content-Type": "text/plain",
    });
    expect(reply.status).toBe(200);
  });

  test.each([
    ["wrong password", '{"username":"admin","password":"nimda"}'],
    ["wrong user", '{"username":"root","password":"admin"}'],
  ])("401 for a %s", async (_name, body) => {
    const { url } = await start();
    const reply = await login(url, body);
    expect(reply.status).toBe(401);
    expect(reply.text).toBe('{\n  "error": "Usu\\u00e1rio ou senha inv\\u00e1lidas"\n}\n');
  });

  test.each(['{"username":"admin"}', '{"password":"admin"}', '{"username":"","password":"a"}'])(
    "400 for %s",
    async (body) => {
      const { url } = await start();
      const reply = await login(url, body);
      expect(reply.status).toBe(400);
      expect(json(reply)).toEqual({ error: "Usuário e senha são obrigatórios" });
    },
  );

  test("400 in HTML for malformed JSON", async () => {
    const { url } = await start();
    const reply = await login(url, '{"username":');
    expect(reply.status).toBe(400);
    expect(reply.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(reply.text).toContain("<title>400 Bad Request</title>");
  });

  test.each(["[]", "null", '"admin"', '{"username":"admin","password":123456}'])(
    "a crash for %s, with the debugger's large page",
    async (body) => {
      const { url } = await start();
      const reply = await login(url, body);
      expect(reply.status).toBe(500);
      expect(reply.headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(reply.text.length).toBeGreaterThan(14_000);
      expect(reply.text.length).toBeLessThan(102_000);
      expect(reply.text).toContain("// Werkzeug Debugger</title>");
    },
  );
});

test("register: 201 once, then 400", async () => {
  const { url } = await start();
  const body = JSON.stringify({ username: "zoë", password: "secret" });
  const first = await call(url, "POST", REGISTER, { body });
  expect(first.status).toBe(201);
  expect(json(first)).toEqual({
    access_token: expect.any(String),
    msg: "Usuário criado com sucesso",
    refresh_token: expect.any(String),
    user_id: 2,
  });
  const again = await call(url, "POST", REGISTER, { body });
  expect(again.status).toBe(400);
  expect(json(again)).toEqual({ error: "Usuário já existe" });
  expect((await login(url, body)).status).toBe(200);
});

describe("tokens", () => {
  test("refresh: a new access token for a refresh token, 401 for an access token", async () => {
    const { url } = await start();
    const { access, refresh } = await tokensOf(url);
    const reply = await call(url, "POST", "/api/v1/auth/refresh", { token: refresh });
    expect(reply.status).toBe(200);
    const fresh = json(reply) as { access_token: string };
    expect(Object.keys(fresh)).toEqual(["access_token"]);
    expect((await overview(url, fresh.access_token)).status).toBe(200);

    const refused = await call(url, "POST", "/api/v1/auth/refresh", { token: access });
    expect(refused.status).toBe(401);
    expect(json(refused)).toEqual({ error: "Token inválido" });
  });

  test.each([
    ["no header", {}, "Token não informado ou cabeçalho ausente"],
    ["another scheme", { Authorization: "Basic YTpi" }, "Token não informado ou cabeçalho ausente"],
    ["no token", { Authorization: "Bearer" }, "Token inválido"],
    ["garbage", { Authorization: "Bearer a.b.c" }, "Token inválido"],
  ])("401 for %s", async (_name, headers, error) => {
    const { url } = await start();
    const reply = await call(url, "POST", "/api/v1/scrape/", { headers });
    expect(reply.status).toBe(401);
    expect(json(reply)).toEqual({ error });
  });

  test("401 for a refresh token, and for a token with a changed claim", async () => {
    const { url } = await start();
    const { access, refresh } = await tokensOf(url);
    const [header, , signature] = access.split(".");
    const claims = Buffer.from('{"sub":"1","type":"access","exp":9999999999}').toString(
      "base64url",
    );
    for (const token of [refresh, `${header}.${claims}.${signature}`]) {
      const reply = await scrape(url, token);
      expect(reply.status).toBe(401);
      expect(json(reply)).toEqual({ error: "Token inválido" });
    }
  });

  test("access lives an hour, refresh a day", async () => {
    let nowMs = Date.UTC(2026, 10, 22);
    const { url } = await start({ nowMs: () => nowMs });
    const { access, refresh } = await tokensOf(url);
    nowMs += HOUR_MS - 1;
    expect((await overview(url, access)).status).toBe(200);
    nowMs += 1;
    const late = await overview(url, access);
    expect(late.status).toBe(401);
    expect(json(late)).toEqual({ error: "Token expirado" });
    nowMs += 23 * HOUR_MS - 1;
    expect((await call(url, "POST", "/api/v1/auth/refresh", { token: refresh })).status).toBe(200);
    nowMs += 1;
    expect((await call(url, "POST", "/api/v1/auth/refresh", { token: refresh })).status).toBe(401);
  });
});
