import { expect, test } from "@jest/globals";
import { createFormat } from "../../../src/report/format.ts";
import { plainVoice, type Voice } from "../../../src/report/voice.ts";
import { WORDS } from "../../../src/report/words/index.ts";
import type { LogWords } from "../../../src/report/words/words.ts";

type Say = (log: LogWords, voice: Voice) => string;

const CASES: readonly (readonly [en: string, pt: string, say: Say])[] = [
  [
    "Orquestra 1.2.3, pipeline daily",
    "Orquestra 1.2.3, pipeline daily",
    (log) => log.starting("1.2.3", "daily"),
  ],
  ["Task …", "Task …", (log) => log.taskStarted("Task")],
  ["Task: done (1.5 s)", "Task: done (1,5 s)", (log, v) => log.taskProved("Task", "done", 1500, v)],
  [
    "Task: no success after 10 min. Why.",
    "Task: sem sucesso após 10 min. Why.",
    (log, v) => log.taskEnded("Task", "Why.", 600_000, v),
  ],
  [
    "Why. Trying again in 2.0 s.",
    "Why. Nova tentativa em 2,0 s.",
    (log, v) => log.waiting("Why.", 2000, v),
  ],
  [
    "Task: still at work after 30 s.",
    "Task: em andamento há 30 s.",
    (log, v) => log.stillWorking("Task", 30_000, undefined, v),
  ],
  [
    "Task: still at work after 1 min. It usually takes 1 min 2 s.",
    "Task: em andamento há 1 min. Em geral, leva 1 min 2 s.",
    (log, v) => log.stillWorking("Task", 60_000, 62_000, v),
  ],
  [
    "The summary could not be written: disk full",
    "Não foi possível gravar o resumo: disk full",
    (log) => log.notWritten("summary", "disk full"),
  ],
  [
    "Orquestra: Task did not succeed (timed-out)",
    "Orquestra: Task sem sucesso (timed-out)",
    (log) => log.failureTitle("Task", "timed-out"),
  ],
  [
    "Orquestra: settings-invalid",
    "Orquestra: settings-invalid",
    (log) => log.failureTitle(undefined, "settings-invalid"),
  ],
];

test.each(CASES)("%s — %s", (en, pt, say) => {
  const english = say(WORDS.en.log, plainVoice(createFormat("en", "UTC")));
  const portuguese = say(WORDS["pt-BR"].log, plainVoice(createFormat("pt-BR", "UTC")));

  expect(english.replaceAll("\u00a0", " ")).toBe(en);
  expect(portuguese.replaceAll("\u00a0", " ")).toBe(pt);
});
