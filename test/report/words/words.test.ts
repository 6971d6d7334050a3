import { describe, expect, test } from "@jest/globals";
import { createFormat } from "../../../src/report/format.ts";
import { sayDataNow, sayNote, sayProblem } from "../../../src/report/speak.ts";
import { plainVoice, type Voice } from "../../../src/report/voice.ts";
import { WORDS } from "../../../src/report/words/index.ts";
import type { Scene, Words } from "../../../src/report/words/words.ts";
import { ALERT_PHRASES, ALERTS } from "./alert-samples.ts";
import { SETTINGS_PROBLEMS } from "./failure-samples.ts";
import { flawsInHeadline, flawsInSentence } from "./flaws.ts";
import { JOINT, JOINT_PHRASES } from "./joint-samples.ts";
import { DATA, DAY, HISTORY, HISTORY_PHRASES, NOTES } from "./samples.ts";
import { factsIn, VOICES } from "./voices.ts";

type Say = (words: Words, voice: Voice) => string;

const SCENE: Scene = {
  hostKind: "public",
  runner: "github-hosted",
  links: {
    run: undefined,
    variables: "https://github.example/variables",
    secrets: "https://github.example/secrets",
    workflow: undefined,
    failures: undefined,
  },
};

const SENTENCES: readonly (readonly [string, Say])[] = [
  ...SETTINGS_PROBLEMS.map((problem, index): [string, Say] => [
    `setting ${problem.kind} ${index}`,
    (words, voice) => sayProblem(words, problem, SCENE, voice),
  ]),
  ...DATA.map((data): [string, Say] => [
    `data ${JSON.stringify(data)}`,
    (words, voice) => sayDataNow(words, data, voice),
  ]),
  ...NOTES.map((note): [string, Say] => [
    `note ${JSON.stringify(note)}`,
    (words, voice) => sayNote(words, note, voice),
  ]),
  ...HISTORY.map(([name, say]): [string, Say] => [
    `history: ${name}`,
    ({ history }, voice) => say(history, voice),
  ]),
  ...ALERTS.map(([name, say]): [string, Say] => [
    `alert: ${name}`,
    ({ alerts }, voice) => say(alerts, voice),
  ]),
  ...JOINT.map(([name, say]): [string, Say] => [
    `joint: ${name}`,
    ({ joint }, voice) => say(joint, voice),
  ]),
  ["no change", ({ summary }, voice) => summary.change(1000, 1000, { kind: "before" }, voice)],
  ["one more", ({ summary }, voice) => summary.change(1000, 999, { kind: "yesterday" }, voice)],
  [
    "many fewer",
    ({ summary }, voice) => summary.change(400, 1000, { kind: "last-good", at: DAY }, voice),
  ],
  ["dry run", ({ log }) => log.dryRun],
  ["cancelling", ({ log }) => log.cancelling],
  ["ended", ({ log }, voice) => log.taskEnded("Task", "Why.", 600_000, voice)],
  ["waiting", ({ log }, voice) => log.waiting("Why.", 2_000, voice)],
  ["still working", ({ log }, voice) => log.stillWorking("Task", 30_000, 62_000, voice)],
];

const HEADLINES: readonly (readonly [string, Say])[] = [
  ["one refreshed", ({ summary }, voice) => summary.refreshed(1, voice)],
  ["refreshed", ({ summary }, voice) => summary.refreshed(1000, voice)],
  ["one trained", ({ summary }, voice) => summary.trained(1, voice)],
  ["trained", ({ summary }, voice) => summary.trained(3, voice)],
  ["ready", ({ summary }) => summary.ready],
  ["failure", ({ log }) => log.failureTitle("Task", "timed-out")],
  ...ALERT_PHRASES.map(([name, say]): [string, Say] => [
    `alert: ${name}`,
    ({ alerts }, voice) => say(alerts, voice),
  ]),
  ...JOINT_PHRASES.map(([name, say]): [string, Say] => [
    `joint: ${name}`,
    ({ joint }, voice) => say(joint, voice),
  ]),
  ...HISTORY_PHRASES.map(([name, say]): [string, Say] => [
    `history: ${name}`,
    ({ history }, voice) => say(history, voice),
  ]),
];

describe.each(VOICES)("in $language, $manner", ({ language, manner, voice }) => {
  test.each(SENTENCES)("%s is a whole sentence", (_, say) => {
    const sentence = say(WORDS[language], voice);
    expect([sentence, flawsInSentence(sentence, manner)]).toEqual([sentence, []]);
  });

  test.each(HEADLINES)("%s is a headline", (_, say) => {
    const headline = say(WORDS[language], voice);
    expect([headline, flawsInHeadline(headline, manner)]).toEqual([headline, []]);
  });
});

const english = plainVoice(createFormat("en", "UTC"));
const portuguese = plainVoice(createFormat("pt-BR", "UTC"));

test.each([...SENTENCES, ...HEADLINES])("%s: the same facts in other words", (_, say) => {
  expect(factsIn("pt-BR", (voice) => say(WORDS["pt-BR"], voice))).toEqual(
    factsIn("en", (voice) => say(WORDS.en, voice)),
  );
  expect(say(WORDS["pt-BR"], portuguese)).not.toBe(say(WORDS.en, english));
});

test("every word that stands alone is translated, but for five that are the same", () => {
  const pt = new Map(textsOf(WORDS["pt-BR"]));
  const same = textsOf(WORDS.en).filter(([path, text]) => pt.get(path) === text);

  expect(pt.size).toBeGreaterThan(35);
  expect([...pt].filter(([, text]) => text.trim() === "")).toEqual([]);
  expect(same.map(([path]) => path)).toEqual([
    "summary.columns.mark",
    "summary.labels.pipeline",
    "summary.labels.status",
    "summary.labels.bytes",
    "joint.job",
  ]);
});

/** Each text that needs no facts, with its path. */
function textsOf(words: object): [path: string, text: string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === "string") return [[name, value]];
    if (typeof value !== "object" || value === null) return [];
    return textsOf(value).map(([path, text]): [string, string] => [`${name}.${path}`, text]);
  });
}
