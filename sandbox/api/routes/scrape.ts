import { setTimeout as delay } from "node:timers/promises";
import type { Faults } from "../../faults.ts";
import { html, json } from "../answer.ts";
import type { Answer, Route } from "../answer.ts";
import type { Books } from "../books.ts";
import { errorPage } from "../pages.ts";
import { scrapeShop } from "../scraper.ts";

/** Scrapes the whole shop, and only then touches the table. Says nothing until it is done. */
export function scrapeRoute(
  books: Books,
  faults: Faults,
  shop: { url: string; closing: AbortSignal },
): Route {
  return {
    method: "POST",
    path: "/api/v1/scrape/",
    token: "access",
    async answer() {
      if (faults.has("crash")) throw new Error("scrape crashed");
      const worker = workerLife(faults);
      try {
        const signal = AbortSignal.any([shop.closing, worker]);
        const total = await replaceBooks(signal);
        if (faults.has("slow-answers")) {
          await delay(faults.number("slow-answers") * 1_000, undefined, { signal });
        }
        return answerFor(total);
      } catch (error) {
        if (worker.aborted) return html(500, errorPage(500));
        return json(500, { error: (error as Error).message });
      }
    },
  };

  /** How many books are stored now; 0 when the shop gave none, and then the old ones stay. */
  async function replaceBooks(signal: AbortSignal): Promise<number> {
    const scraped = await scrapeShop(shop.url, signal);
    if (scraped.length > 0) books.replaceAll(scraped);
    return scraped.length;
  }

  function answerFor(total: number): Answer {
    if (faults.has("cut-answer")) return { kind: "cut", status: 200 };
    if (total === 0) return json(200, { msg: "Nenhum dado coletado." });
    return json(200, { msg: "Web scraping realizado com sucesso", total_records: total });
  }
}

/** Aborts when gunicorn would kill the worker; a worker of the development server lives on. */
function workerLife(faults: Faults): AbortSignal {
  return faults.has("killed-worker")
    ? AbortSignal.timeout(faults.number("killed-worker") * 1_000)
    : new AbortController().signal;
}
