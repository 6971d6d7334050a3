import type { Outcome } from "./failure.ts";
import type { BooksApi } from "./ports.ts";
import type { Note } from "./run.ts";
import type { Settings } from "../settings/settings.ts";

/** What was counted; `undefined` where no page counts. */
export interface Count {
  readonly stored: number | undefined;
  readonly notes: readonly Note[];
}

/**
 * How many records are stored after the scrape. Stats may come from a cache of the API that is as
 * old as the read before the scrape, so a disagreement counts only when features confirms it.
 */
export async function countStored(
  { api, settings: { paths } }: { readonly api: BooksApi; readonly settings: Settings },
  reported: number,
): Promise<Outcome<Count>> {
  const stats = paths.stats ? await api.stats() : undefined;
  if (stats && stats.kind !== "proved") return stats;
  const counted = stats?.value.records;
  if (counted !== undefined && (counted === reported || !paths.features)) {
    return { kind: "proved", value: { stored: counted, notes: [] } };
  }
  if (!paths.features) {
    return { kind: "proved", value: { stored: undefined, notes: [{ kind: "stored-unchecked" }] } };
  }

  const features = await api.features();
  if (features.kind !== "proved") return features;
  if (features.value.kind === "too-large") {
    const { limitBytes } = features.value;
    return { kind: "failed", failure: { code: "response-too-large", part: "body", limitBytes } };
  }
  const stored = features.value.records;
  const stale = counted !== undefined && counted !== stored;
  const notes: Note[] = stale ? [{ kind: "stale-stats", stats: counted, features: stored }] : [];
  return { kind: "proved", value: { stored, notes } };
}
