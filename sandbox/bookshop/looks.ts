import type { ShopBook } from "./catalogue.ts";

/** The shop's style sheet: enough for a person who opens it in a browser. */
export const STYLE = `body { font: 16px/1.5 Georgia, serif; margin: 0 auto; max-width: 64rem; padding: 1rem }
header a { font-size: 1.5rem }
a { color: #1f5f8b; text-decoration: none }
aside ul { list-style: none; padding: 0 }
aside ul ul { columns: 10rem }
ol.row { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); list-style: none; padding: 0 }
.price_color { color: #2c7a3f; font-weight: bold }
.star-rating::after { color: #b7791f }
.One::after { content: "★" } .Two::after { content: "★★" } .Three::after { content: "★★★" }
.Four::after { content: "★★★★" } .Five::after { content: "★★★★★" }
th { padding-right: 2rem; text-align: left }
`;

const HUES = 360;
/** Steps of the golden angle keep the covers of neighbours apart. */
const GOLDEN_ANGLE = 137;
const WORDS_ON_COVER = 6;

/** A plain cover, drawn from the book's number and title. */
export function coverImage(book: ShopBook): string {
  const hue = (book.number * GOLDEN_ANGLE) % HUES;
  const words = book.title
    .replace(/[&<>"]/g, "")
    .split(" ")
    .slice(0, WORDS_ON_COVER);
  const lines = words.map((word, line) => `<text x="60" y="${50 + line * 20}">${word}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 180" width="120" height="180">
<rect width="120" height="180" fill="hsl(${hue} 45% 32%)"/>
<g fill="#fff" font-family="Georgia, serif" font-size="14" text-anchor="middle">${lines.join("")}</g>
</svg>
`;
}
