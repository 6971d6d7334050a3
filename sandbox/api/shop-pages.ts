import { load } from "cheerio/slim";
import type { CheerioAPI } from "cheerio/slim";
import type { Book } from "./books.ts";

/** What BeautifulSoup's `find` leads to when it finds nothing and the scraper goes on regardless. */
class NoneTypeError extends Error {
  override name = "AttributeError";

  constructor(attribute: string) {
    super(`'NoneType' object has no attribute '${attribute}'`);
  }
}

export type GenreLink = { readonly genre: string; readonly url: string };
export type Listing = { readonly products: readonly string[]; readonly next: string | undefined };

const TABLE_ROWS = {
  upc: 0,
  type: 1,
  priceExclTax: 2,
  priceInclTax: 3,
  tax: 4,
  reviews: 6,
} as const;

/** The genres in the home page's navigation. */
export function readHome(html: string, url: string): GenreLink[] {
  const $ = load(html);
  if ($("ul.nav.nav-list").length === 0) throw new NoneTypeError("find");
  return $("ul.nav.nav-list > li > ul > li > a")
    .toArray()
    .map((link) => ({ genre: $(link).text().trim(), url: absolute($(link).attr("href"), url) }));
}

/** The books on a listing page, and the address of the next page when there is one. */
export function readListing(html: string, url: string): Listing {
  const $ = load(html);
  const next = $("li.next a").attr("href");
  return {
    products: $("article.product_pod h3 a")
      .toArray()
      .map((link) => absolute($(link).attr("href"), url)),
    next: next === undefined ? undefined : absolute(next, url),
  };
}

/** The book on a product page. */
export function readProduct(html: string, url: string, genre: string): Book {
  const $ = load(html);
  const cells = $("table.table-striped td")
    .toArray()
    .map((cell) => $(cell).text());
  const row = (index: number) => {
    const cell = cells[index];
    if (cell === undefined) throw new NoneTypeError("text");
    return cell;
  };
  return {
    upc: row(TABLE_ROWS.upc),
    title: textOf($, "h1"),
    genre,
    price: pounds(textOf($, "p.price_color")),
    availability: textOf($, "p.instock.availability"),
    rating: /star-rating (\w+)/.exec($("p.star-rating").attr("class") ?? "")?.[1] ?? "",
    // A book without a description is a book all the same.
    description: $("#product_description + p").text().trim(),
    product_type: row(TABLE_ROWS.type),
    price_excl_tax: pounds(row(TABLE_ROWS.priceExclTax)),
    price_incl_tax: pounds(row(TABLE_ROWS.priceInclTax)),
    tax: pounds(row(TABLE_ROWS.tax)),
    number_of_reviews: Number(row(TABLE_ROWS.reviews)),
    url,
    image_url: absolute($(".item.active img").attr("src"), url),
  };
}

function textOf($: CheerioAPI, selector: string): string {
  const found = $(selector).first();
  if (found.length === 0) throw new NoneTypeError("text");
  return found.text().trim();
}

function absolute(href: string | undefined, base: string): string {
  return new URL(href ?? "", base).href;
}

function pounds(text: string): number {
  return Number(text.replace(/[^\d.]/g, ""));
}
