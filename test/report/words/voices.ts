import type { Failure } from "../../../src/pipeline/failure.ts";
import { createFormat } from "../../../src/report/format.ts";
import { explain } from "../../../src/report/speak.ts";
import { markdownVoice, plainVoice, type Voice } from "../../../src/report/voice.ts";
import { WORDS } from "../../../src/report/words/index.ts";
import type { Scene } from "../../../src/report/words/words.ts";
import { LANGUAGES, type Language } from "../../../src/settings/settings.ts";

export type Manner = "markdown" | "plain";

/** Each voice in each language. */
export const VOICES = LANGUAGES.flatMap((language) => {
  const format = createFormat(language, "UTC");
  return [
    { language, manner: "markdown" as const, voice: markdownVoice(format) },
    { language, manner: "plain" as const, voice: plainVoice(format) },
  ];
});

/** The facts in what is said with a voice: every number, name, quotation and link, in no order. */
export function factsIn(language: Language, tell: (voice: Voice) => unknown): readonly string[] {
  const facts: string[] = [];
  const listening = new Proxy(markdownVoice(createFormat(language, "UTC")), {
    get:
      (voice, method: keyof Voice) =>
      (...said: never[]) => {
        // A link's text is a fact of its own where it is a name; else it is translated.
        facts.push(`${method}: ${method === "link" ? said[1] : said.join(", ")}`);
        const say: (...said: never[]) => string | number = voice[method];
        return say(...said);
      },
  });
  tell(listening);
  return facts.toSorted();
}

/** All that is said of a failure, plainly. */
export function linesOf(failure: Failure, scene: Scene, language: Language): readonly string[] {
  const voice = plainVoice(createFormat(language, "UTC"));
  const { headline, what, who, steps } = explain(WORDS[language], failure, scene, voice);
  return [headline, what, who, ...steps];
}
