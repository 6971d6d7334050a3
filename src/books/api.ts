import type { Outcome } from "../pipeline/failure.ts";
import type { BooksApi } from "../pipeline/ports.ts";
import type { Settings } from "../settings/settings.ts";
import { createCaller, type Means } from "./call.ts";
import { features, health, scrape, stats, training } from "./endpoints.ts";

/** The longest file name of the file systems that Linux runners have (NAME_MAX). */
const MAX_ARTIFACT_CHARS = 255;

/** The books API behind the pipeline's port. */
export function createBooksApi(settings: Settings, means: Means): BooksApi {
  const { call, logIn } = createCaller(settings, means);
  return {
    async health() {
      const { outcome, retried } = await call(health);
      const falseAlarms = retried.filter(({ code }) => code === "api-unhealthy").length;
      return mapped(outcome, () => ({ falseAlarms }));
    },
    logIn: () => logIn(),
    stats: async () => (await call(stats)).outcome,
    features: async () => (await call(features)).outcome,
    scrape: async () => (await call(scrape)).outcome,
    async train() {
      const { outcome } = await call(training);
      const shown = (name: string) => means.door(name, MAX_ARTIFACT_CHARS);
      return mapped(outcome, (names) => ({ artifacts: names.map(shown) }));
    },
  };
}

function mapped<T, U>(outcome: Outcome<T>, map: (value: T) => U): Outcome<U> {
  return outcome.kind === "proved" ? { kind: "proved", value: map(outcome.value) } : outcome;
}
