import { createServer } from "node:http";
import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Faults } from "../faults.ts";
import { close, listen } from "../listen.ts";
import { placeOf } from "./addresses.ts";
import { bookNumber, shelvesOf } from "./catalogue.ts";
import type { Shelf } from "./catalogue.ts";
import { coverImage, STYLE } from "./looks.ts";
import { errorPage, homePage, listingPage, productPage, redesignedPage } from "./pages.ts";

const BOOKS_PER_LISTING = 20;

export type Shop = {
  readonly url: string;
  setBooks(books: number): void;
  /** Requests answered so far. */
  requests(): number;
  close(): Promise<void>;
};

/** The shop's books by shelf, and in the order in which a walk through all shelves meets them. */
type Stock = { readonly shelves: readonly Shelf[]; readonly walk: readonly number[] };
type Page = { readonly status: number; readonly type: string; readonly body: string };

/** Starts a bookshop that always has the same books; `latencyMs` is what each page takes. */
export async function startShop(options: {
  host: string;
  books: number;
  latencyMs: number;
  faults: Faults;
}): Promise<Shop> {
  const { faults } = options;
  const closing = new AbortController();
  let stock = stockOf(options.books);
  let requests = 0;

  const server = createServer((request, response) => {
    requests += 1;
    if (faults.has("shop-down")) {
      response.destroy();
      return;
    }
    const latencyMs = faults.has("slow-shop") ? faults.number("slow-shop") : options.latencyMs;
    const path = request.url?.split("?")[0] ?? "/";
    if (latencyMs === 0) send(response, pageAt(path, stock, faults));
    else {
      delay(latencyMs, undefined, { signal: closing.signal }).then(
        () => send(response, pageAt(path, stock, faults)),
        () => response.destroy(),
      );
    }
  });

  const port = await listen(server, options.host, 0);
  return {
    url: `http://${options.host}:${port}`,
    setBooks(books) {
      stock = stockOf(books);
    },
    requests: () => requests,
    async close() {
      closing.abort();
      await close(server);
    },
  };
}

function pageAt(path: string, stock: Stock, faults: Faults): Page {
  const place = placeOf(path);
  switch (place.kind) {
    case "home": {
      if (faults.has("redesigned-shop")) return html(redesignedPage(stock.shelves));
      if (faults.has("empty-shop")) return html(homePage([], []));
      return html(homePage(stock.shelves, stock.walk.slice(0, BOOKS_PER_LISTING).map(bookNumber)));
    }
    case "listing": {
      const numbers = stock.shelves.find((shelf) => shelf.genre === place.genre)?.numbers ?? [];
      const pages = Math.ceil(numbers.length / BOOKS_PER_LISTING);
      if (place.page < 1 || place.page > pages) return notFound();
      const start = (place.page - 1) * BOOKS_PER_LISTING;
      const books = numbers.slice(start, start + BOOKS_PER_LISTING).map(bookNumber);
      return html(listingPage(place.genre, books, { page: place.page, pages }));
    }
    case "product": {
      const position = stock.walk.indexOf(place.number);
      if (position < 0) return notFound();
      if (isLost(position, stock, faults)) return html(errorPage("Internal Server Error"), 500);
      return html(productPage(bookNumber(place.number)));
    }
    case "cover":
      if (!stock.walk.includes(place.number)) return notFound();
      return { status: 200, type: "image/svg+xml", body: coverImage(bookNumber(place.number)) };
    case "style":
      return { status: 200, type: "text/css", body: STYLE };
    case "nowhere":
      return notFound();
  }
}

/** Half a shop: the books behind the given share of the walk through it cannot be had. */
function isLost(position: number, stock: Stock, faults: Faults): boolean {
  if (!faults.has("half-shop")) return false;
  return position >= Math.floor((stock.walk.length * faults.number("half-shop")) / 100);
}

function stockOf(books: number): Stock {
  const shelves = shelvesOf(books);
  return { shelves, walk: shelves.flatMap((shelf) => shelf.numbers) };
}

function html(body: string, status = 200): Page {
  return { status, type: "text/html; charset=utf-8", body };
}

function notFound(): Page {
  return html(errorPage("Page not found"), 404);
}

function send(response: ServerResponse, page: Page): void {
  response.writeHead(page.status, {
    "Content-Type": page.type,
    "Content-Length": Buffer.byteLength(page.body),
  });
  response.end(page.body);
}
