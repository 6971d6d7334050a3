import type { Job } from "../../pipeline/joint.ts";
import type { Verdict } from "../../pipeline/verdict.ts";
import { explain } from "../speak.ts";
import { doneSaid } from "../story.ts";
import type { Voice } from "../voice.ts";
import type { Words } from "../words/words.ts";
import type { JointChronicle } from "./story.ts";

/** The outcome in the reader's words, numbers first; without a full stop. */
export function jointHeadline(
  { verdict, entry, words, scene }: JointChronicle,
  voice: Voice,
): string {
  switch (verdict.kind) {
    case "proved":
      return doneSaid(entry.records, entry.artifacts, words, voice);
    case "no-work":
      return words.joint.headlines.noWork;
    case "untold":
      return explain(words, verdict.failure, scene, voice).headline;
    case "setback":
      return setbackSaid(verdict, words, voice);
  }
}

function setbackSaid(
  { job: { name, end }, result }: Extract<Verdict, { readonly kind: "setback" }>,
  words: Words,
  voice: Voice,
): string {
  const { headlines } = words.joint;
  switch (end.kind) {
    case "told": {
      if (result === "cancelled") return headlines.cancelled(name, voice);
      return headlines[result](name, causeSaid(end, words), voice);
    }
    case "spoiled":
      return headlines.spoiled[end.result](name, voice);
    case "silent":
      return headlines.silent[end.result](name, voice);
    case "skipped":
      return headlines.skipped(name, voice);
  }
}

/** Why a job fell short, from the code that it told. */
export function causeSaid(
  { told: { entry } }: Extract<Job["end"], { readonly kind: "told" }>,
  { history }: Words,
): string | undefined {
  return entry.code && history.causes[entry.code];
}
