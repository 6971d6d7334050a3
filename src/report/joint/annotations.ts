import { ledgerLine, ledgerTitle } from "../../pipeline/ledger.ts";
import type { Annotation } from "../annotations.ts";
import { plainVoice } from "../voice.ts";
import { adviceOf } from "./cause.ts";
import { jointHeadline } from "./headline.ts";
import type { JointChronicle } from "./story.ts";

/** One error where the run did not succeed, and the line of the ledger that stands for all of its jobs. */
export function jointAnnotationsOf(chronicle: JointChronicle): readonly Annotation[] {
  const { entry, words, format, verdict } = chronicle;
  const voice = plainVoice(format);
  const advice = adviceOf(chronicle, voice);
  const title =
    entry.code === undefined
      ? `Orquestra: ${verdict.kind === "setback" ? verdict.job.name : entry.result}`
      : words.log.failureTitle(entry.failed && words.summary.tasks[entry.failed], entry.code);
  const errors: Annotation[] = advice
    ? [
        {
          level: "error",
          title,
          message: [
            `${jointHeadline(chronicle, voice)}.`,
            advice.what,
            ...(advice.who ? [`${words.summary.labels.whoCanFix} ${advice.who}`] : []),
            ...advice.steps,
          ].join(" "),
        },
      ]
    : [];
  return [...errors, { level: "notice", title: ledgerTitle(entry), message: ledgerLine(entry) }];
}
