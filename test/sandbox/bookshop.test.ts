import { load } from "cheerio/slim";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { scrapeShop } from "../../sandbox/api/scraper.ts";
import { bookNumber, shelvesOf } from "../../sandbox/bookshop/catalogue.ts";
import { GENRES } from "../../sandbox/bookshop/genres.ts";
import { startShop } from "../../sandbox/bookshop/shop.ts";
import type { Shop } from "../../sandbox/bookshop/shop.ts";
import { Faults } from "../../sandbox/faults.ts";
import { call } from "./client.ts";

const signal = new AbortController().signal;
const numbers = Array.from({ length: 1_000 }, (_, index) => index + 1);
let shop: Shop;

beforeEach(async () => {
  const faults = new Faults([]);
  shop = await startShop({ host: "127.0.0.1", books: 1_000, latencyMs: 0, faults });
});
afterEach(() => shop.close());

describe("the catalogue", () => {
  test("of 1,000 books fills its fifty genres exactly", () => {
    const shelves = shelvesOf(1_000);
    expect(shelves).toHaveLength(50);
    for (const { genre, numbers: shelf } of shelves) expect(shelf).toHaveLength(genre.perThousand);
    expect(new Set(GENRES.map((genre) => genre.name)).size).toBe(50);
  });

  test("gives a title once in a genre, with a volume when the pairs of words are used up", () => {
    const books = [...numbers, ...numbers.map((number) => number + 1_000)].map(bookNumber);
    const titles = books.map((book) => `${book.genre.name}: ${book.title}`);
    expect(new Set(titles).size).toBe(2_000);
  });

  test("knows the same books whatever their number, and has text beyond ASCII", () => {
    expect(shelvesOf(21).flatMap((shelf) => shelf.numbers)).toHaveLength(21);
    expect(bookNumber(1)).toEqual(bookNumber(1));
    expect(bookNumber(1)).toMatchObject({
      number: 1,
      genre: { name: "General" },
      upc: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    const lengths = numbers.map((number) => bookNumber(number).description.length);
    const mean = lengths.reduce((sum, length) => sum + length) / lengths.length;
    expect(mean).toBeGreaterThan(1_000);
    expect(numbers.some((number) => /[ãõé]/.test(bookNumber(number).title))).toBe(true);
  });
});

describe("the site", () => {
  test("what is scraped is what the shop has", async () => {
    shop.setBooks(1);
    const source = bookNumber(1);
    const [book] = await scrapeShop(shop.url, signal);
    expect(book).toEqual({
      upc: source.upc,
      title: source.title,
      genre: "General",
      price: source.priceInPence / 100,
      availability: `In stock (${source.inStock} available)`,
      rating: source.rating,
      description: source.description,
      product_type: "Books",
      price_excl_tax: source.priceInPence / 100,
      price_incl_tax: source.priceInPence / 100,
      tax: 0,
      number_of_reviews: 0,
      url: expect.stringMatching(/\/catalogue\/[a-z0-9-]+_1\/index\.html$/),
      image_url: `${shop.url}/media/covers/1.svg`,
    });
  });

  test.each([0, 1, 8, 20])("%i books are shown and scraped", async (books) => {
    shop.setBooks(books);
    expect(await scrapeShop(shop.url, signal)).toHaveLength(books);
  });

  test("shows the elements that the real one has", async () => {
    const home = load((await call(shop.url, "GET", "/")).text);
    expect(home("ul.nav.nav-list > li > ul > li > a")).toHaveLength(50);
    const product = home("article.product_pod h3 a").attr("href");
    const page = load((await call(shop.url, "GET", `/${product}`)).text);
    for (const element of ["h1", "p.price_color", ".item.active img", "#product_description + p"]) {
      expect(page(element)).toHaveLength(1);
    }
    expect(page("table.table-striped td")).toHaveLength(7);
    expect(page("p.star-rating").attr("class")).toMatch(/ (One|Two|Three|Four|Five)$/);
  });

  test("every link on a page leads somewhere, and other addresses do not", async () => {
    const home = load((await call(shop.url, "GET", "/")).text);
    const links = home("a, img, link")
      .toArray()
      .map((element) => home(element).attr("href") ?? home(element).attr("src"));
    for (const link of links) {
      expect([link, (await call(shop.url, "GET", `/${link}`)).status]).toEqual([link, 200]);
    }
    for (const path of ["/catalogue/no_1001/index.html", "/media/covers/0.svg", "/admin"]) {
      expect((await call(shop.url, "GET", path)).status).toBe(404);
    }
  });
});

test("a scrape ends with its signal", async () => {
  const ending = new AbortController();
  const scraping = scrapeShop(shop.url, ending.signal);
  ending.abort(new Error("closing"));
  await expect(scraping).rejects.toThrow("closing");
});
