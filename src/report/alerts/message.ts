import type { Raised } from "../../alerts/alarm.ts";
import type { Message } from "../../alerts/ports.ts";
import type { Loud } from "../../alerts/sound.ts";
import type { Format } from "../format.ts";
import { markdownVoice, plainVoice, type Voice } from "../voice.ts";
import type { WritingRun } from "../words/alert-words.ts";
import type { Words } from "../words/words.ts";

/** What there is to say of a pipeline, in the reader's words. */
export interface Subject {
  readonly pipeline: string;
  /** Without a full stop. */
  readonly headline: (voice: Voice) => string;
  /** Markdown, a paragraph each. */
  readonly paragraphs: readonly string[];
  /** The one that says it. */
  readonly run: WritingRun;
  /** When the next one is due, where that is known. */
  readonly due: { readonly cron: string; readonly at: Date; readonly timeZone: string } | undefined;
}

/** Whether anybody has heard of it before changes nothing in the words. */
type Told = Exclude<Loud, Raised> | ToldRaised;
type ToldRaised = Omit<Raised, "isFirst">;

/** What an alarm says to whom it concerns, in each of their places. */
export function messageOf(alarm: Told, subject: Subject, words: Words, format: Format): Message {
  const voice = markdownVoice(format);
  const { title } = words.alerts;
  const common = { title: title(subject.pipeline) };
  switch (alarm.kind) {
    case "raised":
      return {
        ...common,
        body: raisedBody(alarm, subject, words, voice),
        farewell: "",
        text: raisedText(alarm, subject, words, plainVoice(format)),
      };
    case "clear": {
      const { recovered, writtenBy } = words.alerts;
      const headline = (as: Voice) => `${recovered(alarm.setbacks, as)}: ${subject.headline(as)}`;
      const said = writtenBy(subject.run, voice);
      return {
        ...common,
        body: body(`## ✅ ${headline(voice)}`, said, ...small(words)),
        farewell: body(`✅ ${headline(voice)}.`, said),
        text: words.alerts.news.recovered(subject.pipeline, headline(plainVoice(format))),
      };
    }
  }
}

function raisedBody(alarm: ToldRaised, subject: Subject, words: Words, voice: Voice): string {
  const { standing, writtenBy, nextDue } = words.alerts;
  const { pipeline, run, due } = subject;
  const [headline, paragraphs] = causeOf(alarm, subject, words, voice);
  return body(
    `## ❌ ${headline}`,
    ...paragraphs,
    [
      standing(pipeline, alarm.since, voice),
      writtenBy(run, voice),
      due === undefined ? "" : nextDue(due.cron, due.at, due.timeZone, voice),
    ]
      .filter((part) => part !== "")
      .join(" "),
    ...small(words),
  );
}

function raisedText(alarm: ToldRaised, subject: Subject, words: Words, voice: Voice): string {
  const [headline] = causeOf(alarm, subject, words, voice);
  return words.alerts.news.raised(subject.pipeline, headline, alarm.inARow, voice);
}

/** A cancelled run has no cause of its own: what is wrong is that there are so many of them. */
function causeOf(
  { why, inARow = 1 }: ToldRaised,
  { headline, paragraphs }: Subject,
  { alerts }: Words,
  voice: Voice,
): readonly [headline: string, paragraphs: readonly string[]] {
  switch (why) {
    case "failing":
    case "stale":
      return [headline(voice), paragraphs];
    case "stalled":
      return [alerts.stalled(inARow, voice), [alerts.stalledAdvice]];
  }
}

function small({ alerts }: Words): readonly string[] {
  return [`<sub>${alerts.keptBy}</sub>`];
}

function body(...parts: readonly string[]): string {
  return parts.join("\n\n");
}
