import type { Voice } from "../../voice.ts";

/** `1 book`, `1,000 books` */
export function books(count: number, voice: Voice): string {
  return `${voice.count(count)} ${count === 1 ? "book" : "books"}`;
}
