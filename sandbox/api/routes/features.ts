import { json } from "../answer.ts";
import type { Route } from "../answer.ts";
import type { Books } from "../books.ts";
import { trainingWords } from "../training-words.ts";
import { mapInTurns } from "../turns.ts";

/** All books with the text that training sees; never cached, so always what is stored now. */
export function featuresRoute(books: Books, closing: AbortSignal): Route {
  return {
    method: "GET",
    path: "/api/v1/ml/features",
    token: "access",
    async answer() {
      try {
        const features = await mapInTurns(
          books.texts(),
          (book) => ({ ...book, description: trainingWords(book.description).join(" ") }),
          closing,
        );
        return json(200, { features, total_records: features.length });
      } catch (error) {
        return json(500, { error: (error as Error).message });
      }
    },
  };
}
