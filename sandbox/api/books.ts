import type { Database } from "./database.ts";

/** A book as it is scraped and stored. */
export type Book = {
  readonly upc: string;
  readonly title: string;
  readonly genre: string;
  readonly price: number;
  readonly availability: string;
  readonly rating: string;
  readonly description: string;
  readonly product_type: string;
  readonly price_excl_tax: number;
  readonly price_incl_tax: number;
  readonly tax: number;
  readonly number_of_reviews: number;
  readonly url: string;
  readonly image_url: string;
};

export type BookText = {
  readonly id: number;
  readonly title: string;
  readonly description: string;
};

export type Overview = {
  readonly totalBooks: number;
  readonly avgPrice: number;
  readonly ratings: readonly { readonly rating: string; readonly total: number }[];
};

export type GenreFigures = {
  readonly genre: string;
  readonly total: number;
  readonly avgPrice: number;
};

/** The table of books. */
export class Books {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Replaces the whole table at once; the ids start from 1 again. */
  replaceAll(books: readonly Book[]): void {
    this.#database.transaction((sqlite) => {
      sqlite.exec("DELETE FROM books");
      const insert = sqlite.prepare(
        `INSERT INTO books (upc, title, genre, price, availability, rating, description, product_type,
           price_excl_tax, price_incl_tax, tax, number_of_reviews, url, image_url)
         VALUES (:upc, :title, :genre, :price, :availability, :rating, :description, :product_type,
           :price_excl_tax, :price_incl_tax, :tax, :number_of_reviews, :url, :image_url)`,
      );
      for (const book of books) insert.run(book);
    });
  }

  texts(): BookText[] {
    const rows = this.#all("SELECT id, title, description FROM books ORDER BY id");
    return rows.map((row) => ({
      id: Number(row["id"]),
      title: String(row["title"]),
      description: String(row["description"]),
    }));
  }

  overview(): Overview {
    const [totals] = this.#all(
      "SELECT count(*) AS total, coalesce(avg(price), 0) AS price FROM books",
    );
    const ratings = this.#all(
      "SELECT rating, count(*) AS total FROM books GROUP BY rating ORDER BY total DESC, rating",
    );
    return {
      totalBooks: Number(totals?.["total"]),
      avgPrice: cents(totals?.["price"]),
      ratings: ratings.map((row) => ({
        rating: String(row["rating"]),
        total: Number(row["total"]),
      })),
    };
  }

  genres(): GenreFigures[] {
    const rows = this.#all(
      `SELECT genre, count(*) AS total, avg(price) AS price FROM books
       GROUP BY genre ORDER BY total DESC, min(id)`,
    );
    return rows.map((row) => ({
      genre: String(row["genre"]),
      total: Number(row["total"]),
      avgPrice: cents(row["price"]),
    }));
  }

  #all(sql: string) {
    return this.#database.connect().prepare(sql).all();
  }
}

function cents(amount: unknown): number {
  return Math.round(Number(amount) * 100) / 100;
}
