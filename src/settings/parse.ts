import type { Door } from "../text/plain.ts";
import { isPrivateWay } from "./host.ts";
import type { Expected, SettingsProblem } from "./settings.ts";

/** What one input came to: its value, or what is wrong with it. Parsers know nothing of names or defaults. */
export type Parsed<T> =
  | { readonly value: T }
  | { readonly problem: DistributiveOmit<SettingsProblem, "input"> };

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export type Parser<T> = (text: string, door: Door) => Parsed<T>;

const SECOND_MS = 1000;
/** 41 days: more than any runner keeps a job (5 days), and no number that a clock cannot hold. */
const MAX_DURATION_HOURS = 1000;
const MAX_RETRIES = 100;

/** `30s`, `10m`, `1h30m`: as GitHub's users write them elsewhere; a bare number would hide its unit. */
export const duration: Parser<number> = (text, door) => {
  const match = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  if (!match || text === "") return malformed(text, "duration", door);
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part || 0));
  const totalMs = (hours * 3600 + minutes * 60 + seconds) * SECOND_MS;
  return totalMs >= SECOND_MS && totalMs <= MAX_DURATION_HOURS * 3600 * SECOND_MS
    ? { value: totalMs }
    : malformed(text, "duration", door);
};

/** `0` stands for never. */
export const durationOrZero: Parser<number> = (text, door) =>
  text === "0" ? { value: 0 } : duration(text, door);

export const wholeNumber =
  (min: number, max: number): Parser<number> =>
  (text, door) => {
    if (!/^\d{1,15}$/.test(text)) return malformed(text, "whole-number", door);
    const value = Number(text);
    return value >= min && value <= max
      ? { value }
      : { problem: { kind: "out-of-range", value: door(text), min, max } };
  };

export const retries: Parser<number> = wholeNumber(0, MAX_RETRIES);

/** `50%` or `50`: per cent, 0 to 100. */
export const percentage: Parser<number> = (text, door) => {
  const match = /^(\d{1,3}(?:\.\d{1,3})?) ?%?$/.exec(text);
  const value = Number(match?.[1] ?? Number.NaN);
  return value <= 100 ? { value } : malformed(text, "percentage", door);
};

/** YAML 1.2's core schema, as `getBooleanInput` of GitHub's toolkit reads it. */
export const boolean: Parser<boolean> = (text, door) => {
  if (/^(true|True|TRUE)$/.test(text)) return { value: true };
  if (/^(false|False|FALSE)$/.test(text)) return { value: false };
  return malformed(text, "boolean", door);
};

/** A path under the API's URL; a second slash at its start would name another host. */
export const path: Parser<string> = (text, door) => {
  if (text === "none") return { problem: { kind: "not-switchable" } };
  return /^\/(?!\/)[^\s#\\]*$/.test(text) ? { value: text } : malformed(text, "path", door);
};

export const optionalPath: Parser<string | undefined> = (text, door) =>
  text === "none" ? { value: undefined } : path(text, door);

export const oneOf =
  <T extends string>(choices: readonly T[]): Parser<T> =>
  (text, door) => {
    const found = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
    return found
      ? { value: found }
      : { problem: { kind: "not-one-of", value: door(text), choices } };
  };

/** A name of the IANA data base that this runtime knows. */
export const timeZone: Parser<string> = (text, door) => {
  if (text === "UTC") return { value: text };
  try {
    return { value: new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone };
  } catch (error) {
    if (error instanceof RangeError) return malformed(text, "time-zone", door);
    throw error;
  }
};

/** Parted by commas; empty parts are none. */
const listOf =
  (expected: Expected, pattern: RegExp, max: number): Parser<readonly string[]> =>
  (text, door) => {
    const parts = text.split(",").map((part) => part.trim());
    const items = parts.filter((part) => part !== "");
    return items.length <= max && items.every((item) => pattern.test(item))
      ? { value: items }
      : malformed(text, expected, door);
  };

/** GitHub takes names of 50 characters, and 100 labels an issue. */
export const labels = listOf("labels", /^.{1,50}$/su, 100);

/** GitHub's logins, those with the suffix of an enterprise included; it takes 10 assignees an issue. */
export const logins = listOf("logins", /^[a-z\d](?:[\w-]{0,38})$/i, 10);

/** An address that is a secret: it is not shown, and goes over no public network in clear. */
export const webhook: Parser<URL | undefined> = (text) => {
  const url = URL.parse(text);
  return url && isPrivateWay(url) && url.username === "" && url.password === ""
    ? { value: url }
    : { problem: { kind: "malformed-webhook" } };
};

export function malformed(
  text: string,
  expected: Expected,
  door: Door,
): { readonly problem: DistributiveOmit<SettingsProblem, "input"> } {
  return { problem: { kind: "malformed", value: door(text, 100), expected } };
}
