import { setImmediate as nextTurn } from "node:timers/promises";

/** Enough for a few milliseconds of work on books; after them the API answers its other callers. */
const ITEMS_PER_TURN = 25;

/** Maps a long list without silencing the server, which has one thread; rejects when the signal aborts. */
export async function mapInTurns<Item, Result>(
  items: readonly Item[],
  map: (item: Item, index: number) => Result,
  signal: AbortSignal,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    if (index % ITEMS_PER_TURN === 0) await nextTurn(undefined, { signal });
    results.push(map(item, index));
  }
  return results;
}
