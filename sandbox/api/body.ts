import type { Call } from "./answer.ts";

export type Body =
  | { readonly kind: "object"; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: "malformed" };

/** The body as a JSON object. JSON that is no object throws: the real handlers crash on it. */
export function readBody(call: Call): Body {
  let value: unknown;
  try {
    value = JSON.parse(call.body.toString());
  } catch {
    return { kind: "malformed" };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const error = new Error(`'${pythonType(value)}' object has no attribute 'get'`);
    error.name = "AttributeError";
    throw error;
  }
  return { kind: "object", fields: value as Record<string, unknown> };
}

function pythonType(value: unknown): string {
  if (value === null) return "NoneType";
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  return Number.isInteger(value) ? "int" : "float";
}
