import { ledgerLine, ledgerTitle } from "../pipeline/ledger.ts";
import { setback, type Note } from "../pipeline/run.ts";
import { ledgerEntryOf } from "./ledger-entry.ts";
import { sayNote } from "./speak.ts";
import { explanationOf, headlineOf, type Story } from "./story.ts";
import { plainVoice } from "./voice.ts";

/** What GitHub shows beside the run: at most one error, one notice (the ledger line), few warnings. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

/** Notes that somebody should act on although the run is green. */
const WARNINGS: ReadonlySet<Note["kind"]> = new Set([
  "not-served",
  "observed",
  "short-password",
  "stale-stats",
  "stored-unchecked",
]);

export function annotationsOf(story: Story): readonly Annotation[] {
  const { run, words, format } = story;
  const voice = plainVoice(format);
  const wrong = setback(run);
  const explanation = explanationOf(story, voice);

  const errors: Annotation[] =
    wrong && explanation
      ? [
          {
            level: "error",
            title: words.log.failureTitle(
              wrong.task && words.summary.tasks[wrong.task],
              wrong.failure.code,
            ),
            message: [
              `${headlineOf(story, voice)}.`,
              explanation.what,
              `${words.summary.labels.whoCanFix} ${explanation.who}`,
              ...explanation.steps,
            ].join(" "),
          },
        ]
      : [];
  return [...errors, ...noteWarnings(story), ledgerNotice(story)];
}

export function noteWarnings({ run, words, format }: Story): readonly Annotation[] {
  const voice = plainVoice(format);
  return run.notes
    .filter(({ kind }) => WARNINGS.has(kind))
    .map((note): Annotation => {
      const title = note.kind === "not-served" ? "Orquestra: not-served" : "Orquestra";
      return { level: "warning", title, message: sayNote(words, note, voice) };
    });
}

/** What the next runs read. */
export function ledgerNotice(story: Story): Annotation {
  const entry = ledgerEntryOf(story);
  return { level: "notice", title: ledgerTitle(entry), message: ledgerLine(entry) };
}
