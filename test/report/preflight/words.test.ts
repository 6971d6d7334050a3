import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Fact } from "../../../src/preflight/check.ts";
import { loadPreflightWords } from "../../../src/report/words/preflight.ts";
import type {
  OwnFinding,
  PreflightWords,
  Site,
  WorkflowPages,
} from "../../../src/report/words/preflight-words.ts";
import type { Explanation } from "../../../src/report/words/words.ts";
import type { Voice } from "../../../src/report/voice.ts";
import { LANGUAGES, type Language } from "../../../src/settings/settings.ts";
import type { Plain } from "../../../src/text/plain.ts";
import { flawsInHeadline, flawsInSentence } from "../words/flaws.ts";
import { factsIn, VOICES } from "../words/voices.ts";
import { BLINDS, FACTS, FINDINGS, OFFS } from "./findings.ts";

const NOWHERE: WorkflowPages = { file: undefined, workflow: undefined, features: undefined };
const PAGES: WorkflowPages = {
  file: "https://github.example/file",
  workflow: "https://github.example/workflow",
  features: "https://github.example/features",
};

const SITES = [PAGES, NOWHERE].map((pages): Site => {
  const page = (name: string) => (pages === PAGES ? `https://github.example/${name}` : undefined);
  return {
    file: "pipeline.yml" as Plain,
    pages,
    scene: {
      hostKind: "public",
      runner: "github-hosted",
      links: {
        run: undefined,
        variables: page("variables"),
        secrets: page("secrets"),
        workflow: page("workflow"),
        failures: undefined,
      },
    },
  };
});

const words = new Map<Language, PreflightWords>();
beforeAll(async () => {
  for (const language of LANGUAGES) words.set(language, await loadPreflightWords(language));
});

function wordsOf(language: Language): PreflightWords {
  const found = words.get(language);
  if (!found) throw new Error(`no words in ${language}`);
  return found;
}

function explain(language: Language, finding: OwnFinding, site: Site, voice: Voice): Explanation {
  type Tell = (finding: OwnFinding, site: Site, voice: Voice) => Explanation;
  return (wordsOf(language).findings[finding.kind] as Tell)(finding, site, voice);
}

type Say = (words: PreflightWords, voice: Voice) => string;

const SENTENCES: readonly (readonly [string, Say])[] = [
  ["changes nothing", ({ changedNothing }) => changedNothing],
  ...BLINDS.map((blind): [string, Say] => [blind, ({ blinds }, voice) => blinds[blind](voice)]),
];
/** What stands in a cell or in another sentence. */
const PHRASES: readonly (readonly [string, Say])[] = [
  ...FACTS.map((fact): [string, Say] => [
    JSON.stringify(fact),
    ({ facts }, voice) => {
      type Tell = (fact: Fact, voice: Voice) => string;
      return (facts[fact.kind as "valid"] as Tell)(fact, voice);
    },
  ]),
  ...OFFS.map((why): [string, Say] => [why, ({ offs }, voice) => offs[why](voice)]),
  ["one warning", (one, voice) => one.worthALook(1, voice)],
  ["warnings", (one, voice) => one.worthALook(2, voice)],
  ["one check", (one, voice) => one.notMade(1, voice)],
  ["checks", (one, voice) => one.notMade(2, voice)],
];
const HEADLINES: readonly (readonly [string, Say])[] = [
  ["one error", (one) => one.onlyThing("X")],
  ["errors", (one, voice) => one.toPutRight(2, voice)],
  ["the API", (one) => one.apiReady],
  ["again", (one) => one.runAgain],
];

describe.each(VOICES)("in $language, $manner", ({ language, manner, voice }) => {
  test.each(FINDINGS)("$kind is explained in whole sentences ($#)", (finding) => {
    for (const site of SITES) {
      const { headline, what, who, steps } = explain(language, finding, site, voice);

      expect([headline, flawsInHeadline(headline, manner)]).toEqual([headline, []]);
      for (const sentence of [what, who, ...steps]) {
        expect([sentence, flawsInSentence(sentence, manner)]).toEqual([sentence, []]);
      }
    }
  });

  test.each(SENTENCES)("%s is a whole sentence", (_, say) => {
    const sentence = say(wordsOf(language), voice);
    expect([sentence, flawsInSentence(sentence, manner)]).toEqual([sentence, []]);
  });

  test.each(PHRASES)("%s is a phrase", (_, say) => {
    // With what a headline has besides, it has the flaws of none.
    const phrase = `X ${say(wordsOf(language), voice)}`;
    expect([phrase, flawsInHeadline(phrase, manner)]).toEqual([phrase, []]);
  });

  test.each(HEADLINES)("%s is a headline", (_, say) => {
    const headline = say(wordsOf(language), voice);
    expect([headline, flawsInHeadline(headline, manner)]).toEqual([headline, []]);
  });
});

test.each(FINDINGS)("$kind says the same facts in both languages ($#)", (finding) => {
  for (const site of SITES) {
    const [english, portuguese] = LANGUAGES.map((language) => ({
      facts: factsIn(language, (voice) => explain(language, finding, site, voice)),
      lines: Object.values(explain(language, finding, site, VOICES[1]?.voice as Voice)).flat(),
    }));

    expect(portuguese?.facts).toEqual(english?.facts);
    expect(portuguese?.lines).toHaveLength(english?.lines.length ?? 0);
    expect(portuguese?.lines.filter((line) => english?.lines.includes(line))).toEqual([]);
  }
});

test.each([...SENTENCES, ...PHRASES, ...HEADLINES])(
  "%s: the same facts in both languages",
  (_, say) => {
    expect(factsIn("pt-BR", (voice) => say(wordsOf("pt-BR"), voice))).toEqual(
      factsIn("en", (voice) => say(wordsOf("en"), voice)),
    );
  },
);

test("each finding leads to where it is put right, but for those that only time or a person can", () => {
  const voice = VOICES[0]?.voice as Voice;
  const without = FINDINGS.filter((finding) => {
    const { steps } = explain("en", finding, SITES[0] as Site, voice);
    return !steps.some((step) => step.includes("](https://github.example/"));
  });

  expect([...new Set(without.map(({ kind }) => kind))]).toEqual([
    "workflow-missing",
    "off-soon",
    "strangers-code",
    "other-runner",
  ]);
});

test("every check has a name in both languages, alike for what has no other", () => {
  const names = LANGUAGES.map((language) => Object.entries(wordsOf(language).checks));
  const same = names[0]?.filter(([key, name]) =>
    names[1]?.some((one) => one[0] === key && one[1] === name),
  );

  expect(same?.map(([, name]) => name)).toEqual(["TLS", "Workflow", "Runner", "Webhook"]);
});
