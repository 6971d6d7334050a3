import type { IssueTrouble, Undelivered } from "../../../src/alerts/ports.ts";
import type { Voice } from "../../../src/report/voice.ts";
import type { AlertWords } from "../../../src/report/words/alert-words.ts";
import { HOSTILE } from "./failure-samples.ts";
import { DAY } from "./samples.ts";

type Say = (words: AlertWords, voice: Voice) => string;
type Said = readonly [name: string, say: Say];

const troubles: Readonly<Record<IssueTrouble, true>> = {
  "issues-off": true,
  "no-permission": true,
  "bad-token": true,
  "too-large": true,
  "no-token": true,
  "outside-actions": true,
  "rate-limited": true,
  refused: true,
  "no-answer": true,
};
const undelivered: readonly Undelivered[] = [
  { kind: "status", status: 404 },
  { kind: "redirect", status: 302 },
  { kind: "unreachable" },
  { kind: "no-answer" },
  { kind: "cancelled" },
];
const run = { number: 108, at: DAY, page: "https://github.example/runs/108" };
const reasons = Object.keys(troubles) as IssueTrouble[];

/** Whole sentences about alerts. */
export const ALERTS: readonly Said[] = [
  ["standing", (w, v) => w.standing(HOSTILE, DAY, v)],
  ["stalled advice", (w) => w.stalledAdvice],
  ["written by", (w, v) => w.writtenBy(run, v)],
  ["written by a run without number", (w, v) => w.writtenBy({ ...run, number: undefined }, v)],
  ["next due", (w, v) => w.nextDue(HOSTILE, DAY, "America/Sao_Paulo", v)],
  ["kept by", (w) => w.keptBy],
  ["opened", (w) => w.issue.opened("Issue 1")],
  ["opened bare", (w, v) => w.issue.openedBare("Issue 1", v)],
  ["updated", (w) => w.issue.updated("Issue 1")],
  ["closed", (w) => w.issue.closed("Issue 1")],
  ["closed by hand", (w) => w.issue.closedByHand("Issue 1")],
  ["overtaken", (w) => w.issue.overtaken("Issue 1")],
  ...reasons.map((why): Said => [
    `not written: ${why}`,
    (w, v) => w.issue.notWritten(w.troubles[why](v), undefined, v),
  ]),
  ["not written, in GitHub's words", (w, v) => w.issue.notWritten("X.", HOSTILE, v)],
  ...undelivered.map((why): Said => [
    `undelivered: ${why.kind}`,
    (w, v) => w.undelivered("notify-url", why, v),
  ]),
  ["delivered", (w, v) => w.delivered("notify-url", v)],
];

/** What stands in a heading or a title, without a full stop. */
export const ALERT_PHRASES: readonly Said[] = [
  ["title", (w) => w.title("daily")],
  ["stalled", (w, v) => w.stalled(3, v)],
  ["recovered", (w, v) => w.recovered(0, v)],
  ["recovered after one", (w, v) => w.recovered(1, v)],
  ["recovered after many", (w, v) => w.recovered(12, v)],
];
