import type { Door } from "../text/plain.ts";
import { MASK } from "../text/redactor.ts";

/**
 * An address or a path, whole or not, in which there is no room for a password or a token: no `@` and
 * no `:` but before a port, not even in disguise (`%40`, `＠`), and nothing behind a `?`.
 */
const HARMLESS =
  /^(?:[a-z][a-z\d+.-]{0,20}:(?=[\\/]))?[\\/]{0,3}(?:\[[\da-f:.]+\]|[\p{L}\p{N}._~ -]+)?(?::\d{1,5}(?=[\\/]|$))?(?:[\\/][\p{L}\p{N}._~ \\/-]*)?$/iu;

/**
 * The door for what should be an address or a path and is none. What it is nobody can tell, so no host
 * can be found in it and hidden: while hosts are hidden, all of it is.
 */
export function addressDoor(door: Door, hidesHosts: boolean): Door {
  return (text, maxChars) =>
    hidesHosts || !HARMLESS.test(text) ? door(MASK) : door(text, maxChars);
}
