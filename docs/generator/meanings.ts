import type { FailureCode } from "../../src/pipeline/failure.ts";
import type { Language } from "../../src/settings/settings.ts";
import { en } from "./meanings.en.ts";
import { ptBR } from "./meanings.pt-BR.ts";

/** What a code means before anything is known of the run. */
export interface Meaning {
  readonly meaning: string;
  /** When a run ends as unknown rather than failed, for a code that can end both ways. */
  readonly unknownWhen?: string;
}

export type Meanings = Readonly<Record<FailureCode, Meaning>>;

export const MEANINGS: Readonly<Record<Language, Meanings>> = { en, "pt-BR": ptBR };
