import type { Blindness } from "../../watch/sight.ts";
import { explain } from "../speak.ts";
import type { Voice } from "../voice.ts";
import type { Refused, WatchStory } from "./story.ts";
import type { Telling } from "./telling.ts";

/** What is said of a watch that did not see anything. */
export function nothingSeen(
  finding: Refused | { readonly kind: "blind"; readonly why: Blindness },
  { words, watch, scene, settings }: WatchStory,
  voice: Voice,
): Telling {
  switch (finding.kind) {
    case "refused": {
      const { problems } = finding;
      const failure = { code: "settings-invalid", problems } as const;
      const { headline, what, who, steps } = explain(words, failure, scene, voice);
      return { headline, what: [what], who, steps };
    }
    case "blind": {
      const { why } = finding;
      const isOwn = why === "no-workflow" || why === "cancelled" || why === "too-many-jobs";
      return {
        headline: watch.headlines.blind,
        what: [
          isOwn
            ? watch.blindness[why](settings.workflow, voice)
            : words.summary.memoryGaps[why](voice),
        ],
        who: watch.who.writers,
        steps: [watch.steps.watchAgain(scene.links.run, voice)],
      };
    }
  }
}
