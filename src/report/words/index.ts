import type { Language } from "../../settings/settings.ts";
import { en } from "./en/index.ts";
import { ptBR } from "./pt-br/index.ts";
import type { Words } from "./words.ts";

/** All languages at once, for what is no run. */
export const WORDS: Readonly<Record<Language, Words>> = { en, "pt-BR": ptBR };
