import { VALUE_NAMES, type Exported, type ValueName } from "./values.ts";

export type AirflowExport =
  | {
      readonly kind: "read";
      readonly values: Readonly<Partial<Record<ValueName, Exported>>>;
      /** Names whose numbers are too long for this runtime to read exactly. */
      readonly inexact: readonly ValueName[];
    }
  | { readonly kind: "not-json" }
  | { readonly kind: "not-an-object" };

/**
 * What `airflow variables export` wrote: a JSON object of names and values, in clear. A value that was
 * JSON to Airflow's eyes has changed its type; one with a description is an object of both.
 */
export function readAirflowExport(text: string): AirflowExport {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { kind: "not-json" };
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    return { kind: "not-an-object" };
  }
  const found: Partial<Record<ValueName, Exported>> = {};
  const inexact: ValueName[] = [];
  for (const name of VALUE_NAMES) {
    const value = valueOf(valueUnder(name, parsed));
    if (value === "inexact") inexact.push(name);
    else if (value !== undefined) found[name] = value;
  }
  return { kind: "read", values: found, inexact };
}

/** In capitals if it is there, else in any other case: older DAGs have `api_username`. */
function valueUnder(name: ValueName, exported: object): unknown {
  const entries = Object.entries(exported);
  const exact = entries.find(([key]) => key === name);
  const [, value] = exact ?? entries.find(([key]) => key.toUpperCase() === name) ?? [];
  return value;
}

function valueOf(value: unknown): Exported | "inexact" | undefined {
  switch (typeof value) {
    case "string":
      return value === "" ? undefined : { value, mayDiffer: false };
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
