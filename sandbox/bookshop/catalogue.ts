import { GENRES } from "./genres.ts";
import type { Genre } from "./genres.ts";
import { blurbOf, titleOf } from "./prose.ts";
import { SeededRandom } from "./random.ts";

/** One book as the shop shows it; it depends on its number alone, not on how many books there are. */
export type ShopBook = {
  /** From 1, part of the book's address. */
  readonly number: number;
  readonly title: string;
  readonly genre: Genre;
  readonly upc: string;
  readonly priceInPence: number;
  readonly rating: string;
  readonly inStock: number;
  readonly description: string;
};

/** The books of one genre, in the order of its listing pages. */
export type Shelf = { readonly genre: Genre; readonly numbers: readonly number[] };

const RATINGS = ["One", "Two", "Three", "Four", "Five"] as const;
const UPC_DIGITS = 16;
const ROUND = 1_000;

/** For each book of a round of 1,000 its genre: always the one furthest behind its share, so that a shop of 20 has its large genres already. */
const GENRE_OF_PLACE: readonly number[] = dealGenres();

/** The book with this number, the same one on every run and every machine. */
export function bookNumber(number: number): ShopBook {
  const index = number - 1;
  const genre = genreOf(number);
  const random = new SeededRandom(number);
  const digits = Array.from({ length: UPC_DIGITS }, () => random.between(0, 15).toString(16));
  return {
    number,
    title: titleOf(genre, placeInGenre(index), random),
    genre,
    upc: digits.join(""),
    priceInPence: random.between(1_000, 5_999),
    rating: random.pick(RATINGS),
    inStock: random.between(1, 22),
    description: blurbOf(genre, random),
  };
}

/** The shelves of a shop of so many books, in the order of its navigation; empty genres are not shown. */
export function shelvesOf(books: number): Shelf[] {
  const numbers = new Map<Genre, number[]>(GENRES.map((genre) => [genre, []]));
  for (let number = 1; number <= books; number += 1) numbers.get(genreOf(number))?.push(number);
  return [...numbers]
    .map(([genre, shelf]) => ({ genre, numbers: shelf }))
    .filter((shelf) => shelf.numbers.length > 0);
}

function genreOf(number: number): Genre {
  return GENRES[GENRE_OF_PLACE[(number - 1) % ROUND] as number] as Genre;
}

function placeInGenre(index: number): number {
  const mine = GENRE_OF_PLACE[index % ROUND];
  const perRound = GENRE_OF_PLACE.filter((genre) => genre === mine).length;
  const before = GENRE_OF_PLACE.slice(0, index % ROUND).filter((genre) => genre === mine).length;
  return Math.floor(index / ROUND) * perRound + before;
}

function dealGenres(): number[] {
  const dealt = GENRES.map(() => 0);
  return Array.from({ length: ROUND }, (_, place) => {
    const behind = GENRES.map(
      (genre, index) => (genre.perThousand * (place + 1)) / ROUND - (dealt[index] as number),
    );
    const next = behind.indexOf(Math.max(...behind));
    dealt[next] = (dealt[next] as number) + 1;
    return next;
  });
}
