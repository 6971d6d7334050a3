import type { Disabled, Seen } from "../../watch/sight.ts";
import type { Judged } from "../../watch/verdict.ts";
import { named } from "../past.ts";
import type { Voice } from "../voice.ts";
import type { WatchStory } from "./story.ts";

export interface Remedy {
  /** Who can fix it; absent where there is nothing to fix. */
  readonly who?: string;
  /** What to do, in order; each is a sentence. */
  readonly steps: readonly string[];
}

export function remedyFor(judged: Judged, seen: Seen, story: WatchStory, voice: Voice): Remedy {
  const { watch } = story;
  const { verdict, since } = judged;
  switch (verdict.kind) {
    case "fresh":
    case "running":
      return { steps: [] };
    case "disabled":
      return remedyOfDisabled(verdict.by, story, voice);
    case "blind":
      return {
        who: watch.who.writers,
        steps: [watch.steps.lookWhether(named(verdict.run, story.scene.links), voice)],
      };
    case "stale":
    case "never": {
      const [newest] = since.setbacks;
      return {
        who: newest?.entry ? watch.who["newest-run"] : watch.who.writers,
        steps: [
          ...toFindOut(judged, seen, story, voice),
          watch.steps.runNow(story.page, voice),
          ...(newest ? [] : [watch.steps.raiseLimit(story.scene, voice)]),
        ],
      };
    }
  }
}

export function remedyOfDisabled(by: Disabled, story: WatchStory, voice: Voice): Remedy {
  return { who: story.watch.who.writers, steps: toEnable(by, story, voice) };
}

/** Where to look, by what became of the runs. */
function toFindOut(
  { since: { setbacks, partial, silent } }: Judged,
  { runs }: Seen,
  { watch, settings, scene }: WatchStory,
  voice: Voice,
): readonly string[] {
  const { steps } = watch;
  const newestFailure = setbacks.find(({ result }) => result !== "cancelled");
  const isWaiting = runs.some(({ stage }) => stage.kind === "waiting");
  const [newestSilent] = setbacks.length === 0 ? silent : [];
  const isNothing = setbacks.length + partial.length + silent.length === 0 && !isWaiting;
  return [
    ...(newestFailure ? [steps.lookAt(named(newestFailure, scene.links), voice)] : []),
    ...(setbacks[0]?.result === "cancelled" ? [steps.lookAtCancels] : []),
    ...(newestSilent ? [steps.lookAtSilent(named(newestSilent, scene.links), voice)] : []),
    ...(isWaiting ? [steps.checkRunner(voice)] : []),
    ...(isNothing ? [steps.checkSchedule(settings.workflow, voice)] : []),
  ];
}

function toEnable(by: Disabled, story: WatchStory, voice: Voice): readonly string[] {
  const { steps } = story.watch;
  const { workflow } = story.settings;
  switch (by) {
    case "deleted":
      return [steps.restore(workflow, voice)];
    case "by-hand":
      return [
        steps.enable(workflow, story.page, voice),
        steps.runNow(story.page, voice),
        steps.pauseInstead(story.scene, voice),
      ];
    case "by-inactivity":
    case "in-fork":
      return [steps.enable(workflow, story.page, voice), steps.runNow(story.page, voice)];
  }
}
