import type { Language } from "../../settings/settings.ts";
import { en } from "./en/index.ts";
import { ptBR } from "./pt-br/index.ts";
import type { Words } from "./words.ts";

export const WORDS: Readonly<Record<Language, Words>> = { en, "pt-BR": ptBR };
