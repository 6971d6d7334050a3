import type { Language } from "../../settings/settings.ts";
import { watch as en } from "./en/watch.ts";
import { watch as ptBR } from "./pt-br/watch.ts";
import type { WatchWords } from "./watch-words.ts";

/** Apart from all other words: only a watch needs them, and it is seldom what runs. */
export const WATCH_WORDS: Readonly<Record<Language, WatchWords>> = { en, "pt-BR": ptBR };
