import type { Language } from "../../settings/settings.ts";
import type { PreflightWords } from "./preflight-words.ts";

/** What only a preflight says, in one language. */
export async function loadPreflightWords(language: Language): Promise<PreflightWords> {
  switch (language) {
    case "en": {
      const { preflight } = await import("./en/preflight/index.ts");
      return preflight;
    }
    case "pt-BR": {
      const { preflight } = await import("./pt-br/preflight/index.ts");
      return preflight;
    }
  }
}
