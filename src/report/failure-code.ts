import type { FailureCode } from "../pipeline/failure.ts";
import type { Telling } from "./story.ts";
import type { Voice } from "./voice.ts";

/** The code of a failure, with a link to the page that explains it. */
export function failureCodeSaid(
  code: FailureCode,
  { words, scene: { links } }: Telling,
  voice: Voice,
): string {
  const docs = links.failures === undefined ? undefined : `${links.failures}#${code}`;
  return `${words.summary.labels.failureCode} ${voice.link(voice.name(code), docs)}.`;
}
