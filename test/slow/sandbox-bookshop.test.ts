import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { scrapeShop } from "../../sandbox/api/scraper.ts";
import { startShop } from "../../sandbox/bookshop/shop.ts";
import type { Shop } from "../../sandbox/bookshop/shop.ts";
import { Faults } from "../../sandbox/faults.ts";

const signal = new AbortController().signal;
let shop: Shop;

beforeEach(async () => {
  const faults = new Faults([]);
  shop = await startShop({ host: "127.0.0.1", books: 1_000, latencyMs: 0, faults });
});
afterEach(() => shop.close());

describe("the site", () => {
  test("a scrape of 1,000 books is 1,081 requests", async () => {
    const books = await scrapeShop(shop.url, signal);
    expect(books).toHaveLength(1_000);
    expect(shop.requests()).toBe(1_081);
    expect(new Set(books.map((book) => book.upc)).size).toBe(1_000);
  });
});
