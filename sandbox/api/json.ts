export type Json =
  | null
  | boolean
  | number
  | string
  | Float
  | readonly Json[]
  | { readonly [key: string]: Json };

/** A number that Python holds as a float and so prints with a point, even a whole one: `43.0`. */
export class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

const INDENT = "  ";

/** The text that Flask's debug server makes of a value: two spaces, sorted keys, ASCII only, a newline. */
export function flaskJson(value: Json): string {
  return `${written(value, "\n")}\n`;
}

function written(value: Json, newline: string): string {
  const inner = newline + INDENT;
  if (value instanceof Float) {
    return Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value);
  }
  if (typeof value === "string") return quoted(value);
  if (value === null || typeof value !== "object") return String(value);
  if (isList(value)) {
    const items = value.map((item) => inner + written(item, inner));
    return items.length === 0 ? "[]" : `[${items.join(",")}${newline}]`;
  }
  const fields = Object.keys(value)
    .toSorted()
    .map((key) => `${inner}${quoted(key)}: ${written(value[key] as Json, inner)}`);
  return fields.length === 0 ? "{}" : `{${fields.join(",")}${newline}}`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

// Array.isArray alone does not narrow a readonly list out of the union.
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
