import type { Options } from "./options.ts";

/** What the pipeline needs to know of an API; Airflow kept them under these names. */
export const VALUE_NAMES = ["API_URL", "API_USERNAME", "API_PASSWORD"] as const;
export type ValueName = (typeof VALUE_NAMES)[number];

/** Where a value came from. */
export type Source = "option" | "environment" | "file" | "terminal";

/** One value of an export, as text again. */
export interface Exported {
  readonly value: string;
  /**
   * Airflow parsed it as JSON and wrote it out again: `1.50` comes as 1.5, and an object with other
   * spaces. What it was before is lost.
   */
  readonly mayDiffer: boolean;
}

export interface Given {
  readonly value: string;
  readonly source: Source;
  readonly mayDiffer?: boolean;
}

export type Values = Readonly<Record<ValueName, Given>>;
export type SomeValues = Readonly<Partial<Values>>;

/**
 * What was given without asking. An option goes before the environment, and that before the file, so
 * that one value of a file can be put right without a change in the file.
 */
export function givenValues(
  { apiUrl, username }: Pick<Options, "apiUrl" | "username">,
  env: Readonly<Record<string, string | undefined>>,
  exported: Readonly<Partial<Record<ValueName, Exported>>>,
): SomeValues {
  const options: Readonly<Partial<Record<ValueName, string | undefined>>> = {
    API_URL: apiUrl,
    API_USERNAME: username,
  };
  const found: Partial<Record<ValueName, Given>> = {};
  for (const name of VALUE_NAMES) {
    const given = first(options[name], env[name], exported[name]);
    if (given) found[name] = name === "API_URL" ? { ...given, value: given.value.trim() } : given;
  }
  return found;
}

function first(
  option: string | undefined,
  variable: string | undefined,
  exported: Exported | undefined,
): Given | undefined {
  if (option) return { value: option, source: "option" };
  if (variable) return { value: variable, source: "environment" };
  return exported && { ...exported, source: "file" };
}
