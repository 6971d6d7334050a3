import type { Story } from "../../src/report/story.ts";
import type { Language } from "../../src/settings/settings.ts";
import {
  DAY_MS,
  DOWN,
  GOOD,
  late,
  LOST,
  month,
  past,
  played,
  recalling,
  RESUMED,
  SHUT,
  STARTED,
  storyOf,
  UNREACHABLE,
} from "./stories.ts";

/** A day for each picture and each sentence that a summary may hold, by name. */
export const DAYS: Readonly<Record<string, (language: Language) => Story>> = {
  good: (language) => storyOf(recalling(played(GOOD), month(), late(4)), {}, language),
  slow: (language) =>
    storyOf(recalling(played(GOOD, { scrape: 184_000 }), month(), late(0)), {}, language),
  bad: (language) => storyOf(recalling(played(SHUT, { scrape: 31_000 }), month()), {}, language),
  "third bad day": (language) =>
    storyOf(
      recalling(played(UNREACHABLE), [past(1, DOWN), past(2, DOWN), ...month().slice(2)]),
      {},
      language,
    ),
  "only bad days": (language) =>
    storyOf(recalling(played(LOST), [past(1, DOWN), past(2, DOWN), past(89, DOWN)]), {}, language),
  resumed: (language) =>
    storyOf(recalling(played(RESUMED, { scrape: 2 }), month()), { attempt: 2 }, language),
  first: (language) => storyOf(recalling(played(GOOD), []), {}, language),
  punctual: (language) => storyOf(recalling(played(GOOD), month(), late(0.5)), {}, language),
  "late and missed": (language) =>
    storyOf(
      recalling(played(GOOD), month().slice(7), {
        ...late(264, [7, 6, 5, 4, 3, 2, 1]),
        publicPushedAt: new Date(STARTED.getTime() - 51 * DAY_MS),
      }),
      {},
      language,
    ),
};
