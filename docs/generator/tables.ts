import type { Language } from "../../src/settings/settings.ts";
import { LABELS } from "./labels.ts";
import type { Manifest } from "./manifest.ts";

/** The inputs in the order of action.yml. */
export function inputsTable({ inputs }: Manifest, language: Language): string {
  const labels = LABELS[language];
  const rows = Object.entries(inputs).map(([name, { description, required, default: value }]) => [
    code(name),
    required === "true" ? labels.required : code(value ?? ""),
    description,
  ]);
  return table([labels.input, labels.default, labels.meaning], rows);
}

/** The outputs in the order of action.yml. */
export function outputsTable({ outputs }: Manifest, language: Language): string {
  const labels = LABELS[language];
  const rows = Object.entries(outputs).map(([name, { description }]) => [code(name), description]);
  return table([labels.output, labels.meaning], rows);
}

/** A Markdown table; none of our texts holds a line break. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

export function code(text: string): string {
  return text === "" ? "" : `\`${text}\``;
}
