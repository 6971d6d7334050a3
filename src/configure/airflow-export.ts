import { VALUE_NAMES, type Exported, type ValueName } from "./values.ts";

/** Of our values, what a file holds. */
export interface Exports {
  readonly values: Readonly<Partial<Record<ValueName, Exported>>>;
  /** Names whose numbers are too long for this runtime to read exactly. */
  readonly inexact: readonly ValueName[];
}

export type AirflowExport =
  | ({ readonly kind: "read" } & Exports)
  /** Such as UTF-16, which PowerShell writes, and in which a password would come out as another one. */
  | { readonly kind: "not-utf-8" }
  | { readonly kind: "not-json" }
  | { readonly kind: "no-variables" };

type Entry = readonly [name: string, value: unknown];

/**
 * What `airflow variables export` wrote: a JSON object of names and values, in clear. A value that was
 * JSON to Airflow's eyes has changed its type; one with a description is an object of both. What
 * Airflow's REST API gives is taken as well: the same under `variables`, as a list of keys and values.
 */
export function readAirflowExport(bytes: Uint8Array): AirflowExport {
  const text = textOf(bytes);
  if (text === undefined) return { kind: "not-utf-8" };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: "not-json" };
  }
  const entries = entriesOf(parsed);
  if (entries === undefined) return { kind: "no-variables" };
  const values: Partial<Record<ValueName, Exported>> = {};
  const inexact: ValueName[] = [];
  for (const name of VALUE_NAMES) {
    const value = valueOf(valueUnder(name, entries));
    if (value === "inexact") inexact.push(name);
    else if (value !== undefined) values[name] = value;
  }
  return { kind: "read", values, inexact };
}

/** Without a byte order mark. UTF-16 of ASCII letters is valid UTF-8, with a NUL beside each of them. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Undefined for what is no collection of variables. */
function entriesOf(parsed: unknown): readonly Entry[] | undefined {
  if (typeof parsed !== "object" || parsed === null) return undefined;
  if (Array.isArray(parsed)) {
    return parsed.length > 0 && parsed.every(isKeyAndValue)
      ? parsed.map(({ key, value }): Entry => [key, value])
      : undefined;
  }
  const entries = Object.entries(parsed);
  const wrapped = VALUE_NAMES.some((name) => isThere(name, entries))
    ? undefined
    : entriesOf(entries.find(([key]) => key === "variables")?.[1]);
  return wrapped ?? entries;
}

function isKeyAndValue(item: unknown): item is { readonly key: string; readonly value: unknown } {
  return (
    typeof item === "object" &&
    item !== null &&
    "key" in item &&
    typeof item.key === "string" &&
    "value" in item
  );
}

function isThere(name: ValueName, entries: readonly Entry[]): boolean {
  return entries.some(([key]) => key.toUpperCase() === name);
}

/** In capitals if it is there, else in any other case: older DAGs have `api_username`. */
function valueUnder(name: ValueName, entries: readonly Entry[]): unknown {
  const exact = entries.find(([key]) => key === name);
  const [, value] = exact ?? entries.find(([key]) => key.toUpperCase() === name) ?? [];
  return value;
}

/** What Airflow shows, outside of an export, in the place of a value whose name sounds like a secret. */
const HIDDEN = "***";

function valueOf(value: unknown): Exported | "inexact" | undefined {
  switch (typeof value) {
    case "string":
      return value === "" || value === HIDDEN ? undefined : { value, mayDiffer: false };
    case "boolean":
      return { value: String(value), mayDiffer: false };
    case "number":
      if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return "inexact";
      return { value: String(value), mayDiffer: true };
    case "object":
      if (value === null) return undefined;
      if (isDescribed(value)) return valueOf(value.value);
      return { value: JSON.stringify(value), mayDiffer: true };
    default:
      return undefined;
  }
}

function isDescribed(value: object): value is { readonly value: unknown } {
  return Object.hasOwn(value, "value") && Object.hasOwn(value, "description");
}
