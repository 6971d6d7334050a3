import { Agent, get } from "node:http";
import { text } from "node:stream/consumers";
import { readHome, readListing, readProduct } from "./shop-pages.ts";
import type { Book } from "./books.ts";

/** A page that says nothing for so long counts as missing. */
const PAGE_SILENCE_MS = 10_000;

/**
 * Walks the shop, one page after the other, and gives every book it could read. A page that cannot be had
 * is left out in silence, which is how half a shop becomes a small success; a page that looks different
 * throws. Goes on when the caller of the API is gone, and stops only with the signal.
 */
export async function scrapeShop(shopUrl: string, signal: AbortSignal): Promise<Book[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const page = (url: string) => fetchPage(url, agent, signal);
  try {
    const books: Book[] = [];
    const home = await page(`${shopUrl}/`);
    if (home === undefined) return books;
    for (const { genre, url } of readHome(home, `${shopUrl}/`)) {
      for await (const productUrl of productsOf(url, page)) {
        const html = await page(productUrl);
        if (html !== undefined) books.push(readProduct(html, productUrl, genre));
      }
    }
    return books;
  } finally {
    agent.destroy();
  }
}

async function* productsOf(
  listingUrl: string,
  page: (url: string) => Promise<string | undefined>,
): AsyncGenerator<string> {
  let next: string | undefined = listingUrl;
  while (next !== undefined) {
    const html = await page(next);
    if (html === undefined) return;
    const listing = readListing(html, next);
    yield* listing.products;
    next = listing.next;
  }
}

/** The page's HTML; undefined when the shop does not give it. Rejects only when the signal aborts. */
async function fetchPage(
  url: string,
  agent: Agent,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    return await new Promise((resolve, reject) => {
      const request = get(url, { agent, signal, timeout: PAGE_SILENCE_MS }, (response) => {
        const isThere = response.statusCode === 200;
        text(response).then((html) => resolve(isThere ? html : undefined), reject);
      });
      request.on("timeout", () => request.destroy(new Error("the shop is silent")));
      request.on("error", reject);
    });
  } catch {
    // Whatever the shop did, its page is missing; only the end of the whole scrape is another matter.
    signal.throwIfAborted();
    return undefined;
  }
}
