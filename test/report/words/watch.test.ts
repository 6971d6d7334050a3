import { describe, expect, test } from "@jest/globals";
import { createFormat } from "../../../src/report/format.ts";
import { plainVoice } from "../../../src/report/voice.ts";
import { WATCH_WORDS } from "../../../src/report/words/watch.ts";
import { flawsInHeadline, flawsInSentence } from "./flaws.ts";
import { factsIn, VOICES } from "./voices.ts";
import { WATCH, WATCH_PHRASES } from "./watch-samples.ts";

describe.each(VOICES)("in $language, $manner", ({ language, manner, voice }) => {
  test.each(WATCH)("%s is a whole sentence", (_, say) => {
    const sentence = say(WATCH_WORDS[language], voice);
    expect([sentence, flawsInSentence(sentence, manner)]).toEqual([sentence, []]);
  });

  test.each(WATCH_PHRASES)("%s is a headline", (_, say) => {
    const headline = say(WATCH_WORDS[language], voice);
    expect([headline, flawsInHeadline(headline, manner)]).toEqual([headline, []]);
  });
});

const english = plainVoice(createFormat("en", "UTC"));
const portuguese = plainVoice(createFormat("pt-BR", "UTC"));

test.each([...WATCH, ...WATCH_PHRASES])("%s: the same facts in other words", (_, say) => {
  expect(factsIn("pt-BR", (voice) => say(WATCH_WORDS["pt-BR"], voice))).toEqual(
    factsIn("en", (voice) => say(WATCH_WORDS.en, voice)),
  );
  expect(say(WATCH_WORDS["pt-BR"], portuguese)).not.toBe(say(WATCH_WORDS.en, english));
});
