import { addresses, listingFile } from "./addresses.ts";
import type { Shelf, ShopBook } from "./catalogue.ts";
import type { Genre } from "./genres.ts";

/** The home page: the navigation that a scrape starts from, and a few books to look at. */
export function homePage(shelves: readonly Shelf[], books: readonly ShopBook[]): string {
  const links = shelves.map(
    ({ genre }) => `<li><a href="${addresses.listing(genre, 1)}">${escaped(genre.name)}</a></li>`,
  );
  const nav = `<ul class="nav nav-list"><li><a href="index.html">Books</a><ul>${links.join("\n")}</ul></li></ul>`;
  return page("All products", "", `<aside>${nav}</aside>${pods(books, "")}`);
}

/** One listing page of a genre. */
export function listingPage(
  genre: Genre,
  books: readonly ShopBook[],
  place: { page: number; pages: number },
): string {
  const next =
    place.page < place.pages
      ? `<li class="next"><a href="${listingFile(place.page + 1)}">next</a></li>`
      : "";
  const pager = `<ul class="pager"><li class="current">Page ${place.page} of ${place.pages}</li>${next}</ul>`;
  const root = "../../../../";
  return page(genre.name, root, `<h1>${escaped(genre.name)}</h1>${pods(books, root)}${pager}`);
}

/** One book, with all that the scraper stores of it. */
export function productPage(book: ShopBook): string {
  const root = "../../";
  const price = pounds(book.priceInPence);
  const stock = `In stock (${book.inStock} available)`;
  const facts = [
    ["UPC", book.upc],
    ["Product Type", "Books"],
    ["Price (excl. tax)", price],
    ["Price (incl. tax)", price],
    ["Tax", pounds(0)],
    ["Availability", stock],
    ["Number of reviews", "0"],
  ];
  const rows = facts.map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`);
  return page(
    book.title,
    root,
    `<article class="product_page"><div class="carousel"><div class="item active">${cover(book, root)}</div></div>
<div class="product_main"><h1>${escaped(book.title)}</h1><p class="price_color">${price}</p>
<p class="instock availability">${stock}</p><p class="star-rating ${book.rating}"></p></div>
<div id="product_description"><h2>Product Description</h2></div><p>${escaped(book.description)}</p>
<table class="table table-striped">${rows.join("\n")}</table></article>`,
  );
}

/** What the shop looks like after a redesign: nothing that the scraper knows is left. */
export function redesignedPage(shelves: readonly Shelf[]): string {
  const tiles = shelves.map(
    ({ genre }) =>
      `<a class="tile" href="${addresses.listing(genre, 1)}">${escaped(genre.name)}</a>`,
  );
  return page("A new look", "", `<section class="tiles">${tiles.join("\n")}</section>`);
}

/** A page for an address that the shop does not have, or a shop in trouble. */
export function errorPage(title: string): string {
  return page(title, "/", `<h1>${title}</h1>`);
}

function pods(books: readonly ShopBook[], root: string): string {
  const items = books.map(
    (
      book,
    ) => `<li><article class="product_pod">${cover(book, root)}<p class="star-rating ${book.rating}"></p>
<h3><a href="${root}${addresses.product(book)}" title="${escaped(book.title)}">${escaped(book.title)}</a></h3>
<p class="price_color">${pounds(book.priceInPence)}</p></article></li>`,
  );
  return `<ol class="row">${items.join("\n")}</ol>`;
}

function cover(book: ShopBook, root: string): string {
  return `<img src="${root}${addresses.cover(book)}" alt="${escaped(book.title)}" width="120" height="180">`;
}

function page(title: string, root: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)} | Sandbox Bookshop</title><link rel="stylesheet" href="${root}${addresses.style}"></head>
<body><header><a href="${root}index.html">Sandbox Bookshop</a></header>
<main>${body}</main></body></html>
`;
}

function pounds(pence: number): string {
  return `£${(pence / 100).toFixed(2)}`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");
}
