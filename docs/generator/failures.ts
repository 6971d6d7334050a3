import { FAILURE_CODES, type FailureCode } from "../../src/pipeline/failure.ts";
import { createFormat } from "../../src/report/format.ts";
import { explain } from "../../src/report/speak.ts";
import { markdownVoice } from "../../src/report/voice.ts";
import { WORDS } from "../../src/report/words/index.ts";
import type { Language } from "../../src/settings/settings.ts";
import { LABELS } from "./labels.ts";
import { MEANINGS } from "./meanings.ts";
import { RESULTS_OF } from "./results.ts";
import { samplesOf, type Sample } from "./samples.ts";
import { code, table } from "./tables.ts";

/** Every failure code with its meaning and its results, a line each. */
export function failureTable(language: Language): string {
  const labels = LABELS[language];
  const rows = FAILURE_CODES.map((failure) => [
    `[${code(failure)}](${labels.failuresPage}#${failure})`,
    results(failure, language),
    MEANINGS[language][failure].meaning,
  ]);
  return table([labels.code, labels.result, labels.meaning], rows);
}

/** Every failure code under a heading of its name, which summaries link to. */
export function failureEntries(language: Language): string {
  return FAILURE_CODES.map((failure) => entry(failure, language)).join("\n\n");
}

function entry(failure: FailureCode, language: Language): string {
  const { meaning, unknownWhen } = MEANINGS[language][failure];
  const result = `**${LABELS[language].result}:** ${results(failure, language)}.`;
  return [
    `### ${failure}`,
    meaning,
    unknownWhen === undefined ? result : `${result} ${unknownWhen}`,
    ...samplesOf(failure).map((sample) => asInSummary(sample, language)),
  ].join("\n\n");
}

function results(failure: FailureCode, language: Language): string {
  return RESULTS_OF[failure].map(code).join(` ${LABELS[language].or} `);
}

/** What the summary of a run says of such a failure, but for the step with which each ends: run again. */
function asInSummary({ failure, scene }: Sample, language: Language): string {
  const words = WORDS[language];
  const voice = markdownVoice(createFormat(language, "UTC"));
  const { headline, what, who, steps } = explain(words, failure, scene, voice);
  const lines = [
    `**${headline}.** ${what}`,
    "",
    `**${words.summary.labels.whoCanFix}** ${who}`,
    "",
    ...steps.map((step, index) => `${index + 1}. ${step}`),
  ];
  return lines.map((line) => (line === "" ? ">" : `> ${line}`)).join("\n");
}
