import type { Delivery, IssueLink, IssueOutcome } from "../../alerts/ports.ts";
import type { Sounded } from "../../alerts/sound.ts";
import { ALERT_TITLE } from "../../alerts/unheard.ts";
import { asLinkTarget } from "../../text/escape.ts";
import type { Annotation } from "../annotations.ts";
import type { Chronicle } from "../chronicle.ts";
import { hasSummary } from "../summary-mode.ts";
import { markdownVoice, plainVoice, type Voice } from "../voice.ts";
import type { Words } from "../words/words.ts";

/** What became of all that was to be told. */
export interface AlertsEnd extends Sounded {
  /** What did not reach the dead man's switch; absent where all did. */
  readonly ping?: Delivery;
}

/** A paragraph behind the summary; empty when there is nothing to say, or no summary. */
export function alertsSaid(end: AlertsEnd, chronicle: Chronicle): string {
  return hasSummary(chronicle) ? allSaid([end], chronicle) : "";
}

type Manner = Pick<Chronicle, "words" | "format">;

/** The same of several pipelines; what they have in common is said once. */
export function allSaid(ends: readonly AlertsEnd[], { words, format }: Manner): string {
  const lines = linesOf(ends, words, markdownVoice(format)).map(({ text }) => text);
  return lines.length === 0 ? "" : `\n**${words.alerts.label}** ${lines.join(" ")}\n`;
}

/** What did not reach those who wanted to hear it. */
export function alertWarnings(end: AlertsEnd, story: Manner): readonly Annotation[] {
  return allWarnings([end], story);
}

export function allWarnings(
  ends: readonly AlertsEnd[],
  { words, format }: Manner,
): readonly Annotation[] {
  return linesOf(ends, words, plainVoice(format))
    .filter(({ isTrouble }) => isTrouble)
    .map(({ text }) => ({ level: "warning", title: ALERT_TITLE, message: text }));
}

interface Line {
  readonly text: string;
  readonly isTrouble: boolean;
}

function linesOf(ends: readonly AlertsEnd[], words: Words, voice: Voice): readonly Line[] {
  const lines = ends.flatMap((end) => linesOfOne(end, words, voice));
  return [...new Map(lines.map((line) => [line.text, line])).values()];
}

function linesOfOne(
  { issue, notify, ping }: AlertsEnd,
  words: Words,
  voice: Voice,
): readonly Line[] {
  return [
    ...(issue ? issueLine(issue, words, voice) : []),
    ...(notify ? [deliveryLine("notify-url", notify, words, voice)] : []),
    // One that heard everything needs no word a run.
    ...(ping?.kind === "not-delivered" ? [deliveryLine("ping-url", ping, words, voice)] : []),
  ];
}

function issueLine(outcome: IssueOutcome, { alerts }: Words, voice: Voice): readonly Line[] {
  const said = alerts.issue;
  const good = (text: string) => [{ text, isTrouble: false }];
  const bad = (text: string) => [{ text, isTrouble: true }];
  switch (outcome.kind) {
    case "none":
      return [];
    case "opened":
      return outcome.issue.isBare
        ? bad(said.openedBare(nameOf(outcome), voice))
        : good(said.opened(nameOf(outcome)));
    case "updated":
      return good(said.updated(nameOf(outcome)));
    case "closed":
      return good(said.closed(nameOf(outcome)));
    case "closed-by-hand":
      return good(said.closedByHand(nameOf(outcome)));
    case "overtaken":
      return good(said.overtaken(nameOf(outcome)));
    case "not-written":
      return bad(said.notWritten(alerts.troubles[outcome.why](voice), outcome.words, voice));
  }
  function nameOf({ issue: { number, url } }: { readonly issue: IssueLink }): string {
    return voice.link(said.named(number), asLinkTarget(url));
  }
}

function deliveryLine(what: string, delivery: Delivery, { alerts }: Words, voice: Voice): Line {
  switch (delivery.kind) {
    case "delivered":
      return { text: alerts.delivered(what, voice), isTrouble: false };
    case "not-delivered":
      return { text: alerts.undelivered(what, delivery.why, voice), isTrouble: true };
  }
}
