import { GENRES } from "./genres.ts";
import type { Genre } from "./genres.ts";
import type { ShopBook } from "./catalogue.ts";

/** Paths inside the shop; the pages link to each other relatively, as the real shop does. */
export const addresses = {
  listing: (genre: Genre, page: number) =>
    `catalogue/category/books/${slug(genre.name)}_${GENRES.indexOf(genre) + 2}/${listingFile(page)}`,
  product: (book: ShopBook) => `catalogue/${slug(book.title)}_${book.number}/index.html`,
  cover: (book: ShopBook) => `media/covers/${book.number}.svg`,
  style: "static/shop.css",
};

/** What a path of the shop shows. */
export type Place =
  | { kind: "home" }
  | { kind: "listing"; genre: Genre; page: number }
  | { kind: "product"; number: number }
  | { kind: "cover"; number: number }
  | { kind: "style" }
  | { kind: "nowhere" };

/** The file name of a listing page within its genre's folder. */
export function listingFile(page: number): string {
  return page === 1 ? "index.html" : `page-${page}.html`;
}

/** Reads a request path; the numbers decide, the words in it are for people. */
export function placeOf(path: string): Place {
  if (path === "/" || path === "/index.html") return { kind: "home" };
  if (path === `/${addresses.style}`) return { kind: "style" };
  const product = /^\/catalogue\/[^/]+_(\d+)\/index\.html$/.exec(path);
  if (product) return { kind: "product", number: Number(product[1]) };
  const cover = /^\/media\/covers\/(\d+)\.svg$/.exec(path);
  if (cover) return { kind: "cover", number: Number(cover[1]) };
  const listing = /^\/catalogue\/category\/books\/[^/]+_(\d+)\/(?:index|page-(\d+))\.html$/.exec(
    path,
  );
  const genre = listing ? GENRES[Number(listing[1]) - 2] : undefined;
  if (genre) return { kind: "listing", genre, page: Number(listing?.[2] ?? 1) };
  return { kind: "nowhere" };
}

function slug(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f']/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
