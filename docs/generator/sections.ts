import type { Language } from "../../src/settings/settings.ts";
import { costsTable } from "./costs.ts";
import { failureEntries, failureTable } from "./failures.ts";
import { inLanguage, readManifest } from "./manifest.ts";
import { reliabilityTables } from "./reliability.ts";
import { inputsTable, outputsTable } from "./tables.ts";

/** What pages can ask for by name. */
export interface Sections {
  /** @throws Error when there is no section of this name */
  write(name: string, language: Language): string;
}

/** Everything that the sections are made of, read once. */
export async function readSections(): Promise<Sections> {
  const manifest = await readManifest();
  return {
    write(name, language) {
      switch (name) {
        case "inputs":
          return inputsTable(inLanguage(manifest, language), language);
        case "outputs":
          return outputsTable(inLanguage(manifest, language), language);
        case "failure-table":
          return failureTable(language);
        case "failures":
          return failureEntries(language);
        case "costs":
          return costsTable(language);
        case "reliability":
          return reliabilityTables(language);
        default:
          throw new Error(`there is no section "${name}" to generate`);
      }
    },
  };
}
