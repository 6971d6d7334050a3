import type { Language } from "../../src/settings/settings.ts";
import { monthFormat, type MonthFormat } from "./format.ts";
import { en } from "./words/en.ts";
import { ptBr } from "./words/pt-br.ts";
import type { MonthWords } from "./words.ts";

/** A language with all that a month says in it. */
export interface Voice {
  readonly language: Language;
  readonly words: MonthWords;
  readonly format: MonthFormat;
}

const WORDS: Readonly<Record<Language, MonthWords>> = { en, "pt-BR": ptBr };

export function voiceOf(language: Language): Voice {
  return { language, words: WORDS[language], format: monthFormat(language) };
}
