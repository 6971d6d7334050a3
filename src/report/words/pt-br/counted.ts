import type { Voice } from "../../voice.ts";

/** `1 livro`, `1.000 livros` */
export function books(count: number, voice: Voice): string {
  return counted(count, "livro", "livros", voice);
}

/** A number with the form of the noun or participle that agrees with it. */
export function counted(count: number, one: string, many: string, voice: Voice): string {
  return `${voice.count(count)} ${count === 1 ? one : many}`;
}
