import type { Job } from "../../pipeline/joint.ts";
import { numbered } from "../numbered.ts";
import { explain, sayDataNow } from "../speak.ts";
import { streakSaid } from "../streak.ts";
import type { Voice } from "../voice.ts";
import { jointDataNow } from "./data-now.ts";
import type { JointChronicle } from "./story.ts";

/** What there is to say of what went wrong. */
interface Advice {
  readonly what: string;
  /** Absent where another job's summary says it. */
  readonly who?: string;
  readonly steps: readonly string[];
}

/** What people want to know of a run that did not succeed, a paragraph each; empty of one that did. */
export function jointCauseSaid(chronicle: JointChronicle, voice: Voice): readonly string[] {
  const advice = adviceOf(chronicle, voice);
  if (!advice) return [];
  const { labels } = chronicle.words.summary;
  const { what, who, steps } = advice;
  const data = jointDataNow(chronicle);
  return [
    what,
    data ? `**${labels.dataNow}** ${sayDataNow(chronicle.words, data, voice)}` : "",
    who === undefined ? "" : `**${labels.whoCanFix}** ${who}`,
    streakSaid(chronicle, voice),
    steps.length === 0 ? "" : `**${labels.whatToDo}**\n${numbered(steps)}`,
  ].filter((part) => part !== "");
}

/** `undefined` where nothing went wrong. */
export function adviceOf(chronicle: JointChronicle, voice: Voice): Advice | undefined {
  const { verdict, words, scene } = chronicle;
  const { whats, steps } = words.joint;
  const again = steps.runAgain(scene.links.run, voice);
  switch (verdict.kind) {
    case "proved":
      return undefined;
    case "no-work":
      return { what: whats.noWork(voice), steps: [] };
    case "untold": {
      const explanation = explain(words, verdict.failure, scene, voice);
      return { ...explanation, steps: [...explanation.steps, again] };
    }
    case "setback": {
      const { job } = verdict;
      const advice = jobAdvice(job, chronicle, voice);
      const all = steps.runAllAgain(scene.links.run, voice);
      return { ...advice, steps: [...advice.steps, hasFailed(job) ? again : all] };
    }
  }
}

/** Whether GitHub counts it among the failed jobs: one that is green or skipped it would not repeat. */
function hasFailed({ end }: Job): boolean {
  switch (end.kind) {
    case "told":
    case "spoiled":
      return true;
    case "silent":
      return end.result !== "success";
    case "skipped":
      return false;
  }
}

function jobAdvice({ name, end }: Job, { words, scene }: JointChronicle, voice: Voice): Advice {
  const { whats, steps } = words.joint;
  const readLog = steps.readLog(name, voice);
  switch (end.kind) {
    case "told":
      return {
        what: whats.elsewhere(name, scene.links.run, voice),
        steps: [steps.readSummary(name, voice)],
      };
    case "spoiled":
      return { what: whats.spoiled(voice), steps: [readLog] };
    case "silent":
      return {
        what: whats.silent[end.result](voice),
        steps: end.result === "success" ? [readLog] : [readLog, steps.waitForApi],
      };
    case "skipped":
      return { what: whats.skipped(voice), steps: [] };
  }
}
