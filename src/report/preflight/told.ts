import type { Check } from "../../preflight/check.ts";
import type { Finding } from "../../preflight/finding.ts";
import type { SettingsProblem } from "../../settings/settings.ts";
import type { Plain } from "../../text/plain.ts";
import { explain } from "../speak.ts";
import type { Story } from "../story.ts";
import type { Voice } from "../voice.ts";
import type { OwnFinding, PreflightWords, Site, WorkflowPages } from "../words/preflight-words.ts";
import type { Explanation } from "../words/words.ts";

/** All that the report of a preflight is made of. */
export interface Told {
  readonly story: Story;
  readonly checks: readonly Check[];
  readonly words: PreflightWords;
  /** The name of the workflow's file that was looked at. */
  readonly file: Plain;
  readonly pages: WorkflowPages;
}

/**
 * What is wrong, what it means, who can fix it and how. All settings that are not right are told as one,
 * as one page is where they are put right.
 */
export function topicsOf(
  findings: readonly Finding[],
  told: Told,
  voice: Voice,
): readonly Explanation[] {
  const problems = findings.flatMap((one) => (one.kind === "setting" ? [one.problem] : []));
  const others = findings.filter((one) => one.kind !== "setting");
  return [
    ...(problems.length > 0 ? [settingsTopic(problems, told, voice)] : []),
    ...others.map((finding) => topicOf(finding, told, voice)),
  ];
}

function settingsTopic(
  problems: readonly SettingsProblem[],
  { story: { words, scene } }: Told,
  voice: Voice,
): Explanation {
  // Of a run it says that nothing was sent: a preflight asks all the same.
  return { ...explain(words, { code: "settings-invalid", problems }, scene, voice), what: "" };
}

function topicOf(
  finding: Exclude<Finding, { readonly kind: "setting" }>,
  { story, words, file, pages }: Told,
  voice: Voice,
): Explanation {
  const { scene } = story;
  if (finding.kind === "api") {
    return explain(story.words, finding.failure, { ...scene, task: finding.task }, voice);
  }
  // One entry a kind, which the compiler sees, but not that it is the one for this very finding.
  type Tell = (finding: OwnFinding, site: Site, voice: Voice) => Explanation;
  return (words.findings[finding.kind] as Tell)(finding, { scene, file, pages }, voice);
}
