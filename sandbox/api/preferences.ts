import type { Database } from "./database.ts";

export type Recommended = { readonly id: number; readonly title: string; readonly score: number };

/** What was recommended to whom: every prediction leaves its rows here. */
export class Preferences {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(userId: number, askedTitle: string, recommended: readonly Recommended[]): void {
    this.#database.transaction((sqlite) => {
      const insert = sqlite.prepare(
        `INSERT INTO user_preferences (user_id, inputed_book_title, recommended_book_id,
           recommended_book_title, similarity_score) VALUES (?, ?, ?, ?, ?)`,
      );
      for (const { id, title, score } of recommended)
        insert.run(userId, askedTitle, id, title, score);
    });
  }
}
