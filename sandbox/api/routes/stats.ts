import type { Faults } from "../../faults.ts";
import { json } from "../answer.ts";
import type { Answer, Route } from "../answer.ts";
import type { Books } from "../books.ts";
import { OperationalError } from "../database.ts";
import { Float } from "../json.ts";

const CACHE_MS = 3_600_000;

/** The numbers about the table. A database that is down reads like a table without statistics. */
export function statsRoutes(books: Books, faults: Faults, nowMs: () => number): Route[] {
  const cached = (answer: () => Answer) => cachedForAnHour(answer, faults, nowMs);
  return [
    {
      method: "GET",
      path: "/api/v1/stats/overview",
      token: "access",
      answer: cached(() => orNotFound("Nenhuma estatística disponível", () => overview(books))),
    },
    {
      method: "GET",
      path: "/api/v1/stats/genres",
      token: "access",
      answer: cached(() =>
        orNotFound("Nenhuma estatística por gênero disponível", () => genres(books)),
      ),
    },
  ];
}

function overview(books: Books): Answer {
  const { totalBooks, avgPrice, ratings } = books.overview();
  return json(200, {
    avg_price: totalBooks === 0 ? 0 : new Float(avgPrice),
    rating_distribution: ratings,
    total_books: totalBooks,
  });
}

function genres(books: Books): Answer | undefined {
  const figures = books.genres();
  if (figures.length === 0) return undefined;
  return json(
    200,
    figures.map(({ genre, total, avgPrice }) => ({ avg_price: new Float(avgPrice), genre, total })),
  );
}

function orNotFound(msg: string, read: () => Answer | undefined): Answer {
  try {
    return read() ?? json(404, { msg });
  } catch (error) {
    if (error instanceof OperationalError) return json(404, { msg });
    throw error;
  }
}

/** The cache is in the real API, too, but does nothing there until one line of configuration is added. */
function cachedForAnHour(read: () => Answer, faults: Faults, nowMs: () => number): () => Answer {
  let kept: { answer: Answer; untilMs: number } | undefined;
  return () => {
    if (!faults.has("stale-stats")) kept = undefined;
    else if (kept && nowMs() < kept.untilMs) return kept.answer;
    const answer = read();
    if (faults.has("stale-stats")) kept = { answer, untilMs: nowMs() + CACHE_MS };
    return answer;
  };
}
