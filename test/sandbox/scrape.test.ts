import { request } from "node:http";
import { describe, expect, test } from "@jest/globals";
import {
  call,
  json,
  overview,
  sandboxes,
  scrape,
  shopRequests,
  stored,
  tokensOf,
  until,
  untilTheShopIsAsked,
} from "./client.ts";

const start = sandboxes();

describe("scrape", () => {
  test("collects the whole shop and stores it", async () => {
    const { url } = await start({ books: 60 });
    const { access } = await tokensOf(url);
    const reply = await scrape(url, access);
    expect(reply.status).toBe(200);
    expect(reply.text).toBe(
      '{\n  "msg": "Web scraping realizado com sucesso",\n  "total_records": 60\n}\n',
    );
    expect(await stored(url, access)).toBe(60);
  });

  test("replaces the table; the ids start from 1 again", async () => {
    const sandbox = await start({ books: 20 });
    const { access } = await tokensOf(sandbox.url);
    await scrape(sandbox.url, access);
    sandbox.setBooks(8);
    await scrape(sandbox.url, access);
    const reply = await call(sandbox.url, "GET", "/api/v1/ml/features", { token: access });
    const { features } = json(reply) as { features: { id: number }[] };
    expect(features.map((book) => book.id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("an empty shop is a 200 with a message, and the old rows stay", async () => {
    const sandbox = await start({ books: 20 });
    const { access } = await tokensOf(sandbox.url);
    await scrape(sandbox.url, access);
    sandbox.setBooks(0);
    const reply = await scrape(sandbox.url, access);
    expect(reply.status).toBe(200);
    expect(json(reply)).toEqual({ msg: "Nenhum dado coletado." });
    expect(await stored(sandbox.url, access)).toBe(20);
  });

  test("goes on without its caller, and logs a 200", async () => {
    const sandbox = await start({ books: 20, latencyMs: 2 });
    const { access } = await tokensOf(sandbox.url);
    const caller = request(`${sandbox.url}/api/v1/scrape/`, {
      method: "POST",
      agent: false,
      headers: { Authorization: `Bearer ${access}` },
    });
    caller.on("error", () => {});
    caller.end();
    await untilTheShopIsAsked(sandbox.url);
    caller.destroy();
    expect(await stored(sandbox.url, access)).toBe(0);

    await until(() => sandbox.calls().some((logged) => logged.path === "/api/v1/scrape/"));
    expect(sandbox.calls().at(-1)).toMatchObject({ path: "/api/v1/scrape/", status: 200 });
    expect(await stored(sandbox.url, access)).toBe(20);
  });

  test("two at once both succeed, and the shop bears twice the load", async () => {
    const { url } = await start({ books: 20 });
    const { access } = await tokensOf(url);
    await scrape(url, access);
    const once = await shopRequests(url);
    const replies = await Promise.all([scrape(url, access), scrape(url, access)]);
    expect(replies.map((reply) => reply.status)).toEqual([200, 200]);
    expect(await shopRequests(url)).toBe(3 * once);
    expect(await stored(url, access)).toBe(20);
  });

  test("leaves the API free for others, who see the old rows until the end", async () => {
    const sandbox = await start({ books: 20, latencyMs: 2 });
    const { access } = await tokensOf(sandbox.url);
    const scraping = scrape(sandbox.url, access);
    await untilTheShopIsAsked(sandbox.url);
    expect(await stored(sandbox.url, access)).toBe(0);
    await scraping;
    expect(sandbox.calls().map((logged) => logged.path)).toEqual([
      "/api/v1/auth/login",
      "/api/v1/stats/overview",
      "/api/v1/scrape/",
    ]);
  });
});

describe("stats", () => {
  test("of an empty table: zeros, and a 404 for the genres", async () => {
    const { url } = await start();
    const { access } = await tokensOf(url);
    expect((await overview(url, access)).text).toBe(
      '{\n  "avg_price": 0,\n  "rating_distribution": [],\n  "total_books": 0\n}\n',
    );
    const genres = await call(url, "GET", "/api/v1/stats/genres", { token: access });
    expect(genres.status).toBe(404);
    expect(json(genres)).toEqual({ msg: "Nenhuma estatística por gênero disponível" });
  });

  test("of a full one add up to what is stored, the most frequent first", async () => {
    const { url } = await start({ books: 60 });
    const { access } = await tokensOf(url);
    await scrape(url, access);
    const all = json(await overview(url, access)) as {
      avg_price: number;
      rating_distribution: { rating: string; total: number }[];
    };
    expect(all.avg_price).toBeGreaterThan(10);
    expect(all.avg_price).toBeLessThan(60);
    const genres = json(await call(url, "GET", "/api/v1/stats/genres", { token: access })) as {
      avg_price: number;
      genre: string;
      total: number;
    }[];
    expect(genres[0]).toMatchObject({ genre: "General", total: 9 });
    for (const rows of [all.rating_distribution, genres]) {
      const totals = rows.map((row) => row.total);
      expect(totals.reduce((sum, total) => sum + total)).toBe(60);
      expect(totals).toEqual(totals.toSorted((one, other) => other - one));
    }
  });

  test.each(["/api/v1/stats/overview", "/api/v1/stats/genres", "/api/v1/ml/features"])(
    "%s asks for a token",
    async (path) => {
      const { url } = await start();
      expect((await call(url, "GET", path)).status).toBe(401);
    },
  );
});
