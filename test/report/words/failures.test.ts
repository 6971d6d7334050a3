import { describe, expect, test } from "@jest/globals";
import { FAILURE_CODES } from "../../../src/pipeline/failure.ts";
import { TASK_NAMES } from "../../../src/pipeline/names.ts";
import { explain } from "../../../src/report/speak.ts";
import { WORDS } from "../../../src/report/words/index.ts";
import type { Scene } from "../../../src/report/words/words.ts";
import { LANGUAGES } from "../../../src/settings/settings.ts";
import { FAILURES } from "./failure-samples.ts";
import { flawsInHeadline, flawsInSentence } from "./flaws.ts";
import { factsIn, linesOf, VOICES } from "./voices.ts";

const links = {
  run: undefined,
  variables: "https://github.example/variables",
  secrets: "https://github.example/secrets",
  workflow: undefined,
  failures: undefined,
};
const nowhere = {
  run: undefined,
  variables: undefined,
  secrets: undefined,
  workflow: undefined,
  failures: undefined,
};

const SCENES = [links, nowhere].flatMap((pages): Scene[] => [
  ...TASK_NAMES.map((task) => ({
    task,
    hostKind: "public" as const,
    runner: "github-hosted" as const,
    links: pages,
  })),
  ...(["loopback", "docker-host", "private", "single-label", "public"] as const).flatMap(
    (hostKind) =>
      (["github-hosted", "self-hosted", "unknown"] as const).map((runner) => ({
        hostKind,
        runner,
        links: pages,
      })),
  ),
]);

test("there is a sample of every failure code", () => {
  expect([...new Set(FAILURES.map(({ code }) => code))]).toEqual(FAILURE_CODES);
});

describe.each(VOICES)("in $language, $manner", ({ language, manner, voice }) => {
  test.each(FAILURES)("$code is explained in whole sentences ($#)", (failure) => {
    for (const scene of SCENES) {
      const { headline, what, who, steps } = explain(WORDS[language], failure, scene, voice);

      expect([headline, flawsInHeadline(headline, manner)]).toEqual([headline, []]);
      for (const sentence of [what, who, ...steps]) {
        expect([sentence, flawsInSentence(sentence, manner)]).toEqual([sentence, []]);
      }
    }
  });
});

test.each(FAILURES)("$code says the same facts in both languages ($#)", (failure) => {
  for (const scene of SCENES) {
    const facts = LANGUAGES.map((language) =>
      factsIn(language, (voice) => explain(WORDS[language], failure, scene, voice)),
    );
    const [english = [], portuguese = []] = LANGUAGES.map((language) =>
      linesOf(failure, scene, language),
    );

    expect(facts[1]).toEqual(facts[0]);
    expect(statusesIn(portuguese)).toEqual(statusesIn(english));
    expect(portuguese).toHaveLength(english.length);
    expect(portuguese.filter((line) => english.includes(line))).toEqual([]);
  }
});

function statusesIn(lines: readonly string[]): readonly string[] {
  return lines.join(" ").match(/HTTP \d{3}/g) ?? [];
}
