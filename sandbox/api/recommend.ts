import type { Trained } from "./artifacts.ts";

const NEAREST = 10;

export type Neighbour = { readonly row: number; readonly score: number };

/** The rows nearest to the book with this title, the nearest first; undefined when no model knows it. */
export function nearest(trained: Trained, title: string): Neighbour[] | undefined {
  const row = trained.rows.get(title);
  if (row === undefined) return undefined;
  const size = Math.sqrt(trained.similarity.length);
  const scores = trained.similarity.subarray(row * size, (row + 1) * size);
  return Array.from(scores, (score, index) => ({ row: index, score }))
    .filter((other) => other.row !== row)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, NEAREST);
}
