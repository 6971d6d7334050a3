import type { Language } from "../../settings/settings.ts";
import { en } from "./en/index.ts";
import type { Words } from "./words.ts";

/** The words of one language. The bundle begins with English; another language is a chunk of its own. */
export async function loadWords(language: Language): Promise<Words> {
  switch (language) {
    case "en":
      return en;
    case "pt-BR": {
      const { ptBR } = await import("./pt-br/index.ts");
      return ptBR;
    }
  }
}
