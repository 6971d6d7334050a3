import type { FailureWords } from "../../words.ts";
import { WAIT_FOR_ITS_END } from "./phrases.ts";

/** What happened on our side of the wire. */
export const own: Pick<FailureWords, "settings-invalid" | "cancelled" | "internal-error"> = {
  "settings-invalid": ({ problems }, { links }, voice) => ({
    headline:
      problems.length === 1
        ? "One setting is not right"
        : `${voice.count(problems.length)} settings are not right`,
    what: "Nothing was sent to the API.",
    who: `Anyone who can change this repository's ${voice.link("variables", links.variables)} and ${voice.link("secrets", links.secrets)}.`,
    // What is wrong with each setting is said by its own sentence.
    steps: [],
  }),

  cancelled: ({ mayBeWorking }) => ({
    headline: "The run was cancelled",
    what: mayBeWorking
      ? "A call was under way. The API does not notice that nobody waits any more, and may go on working."
      : "No call that changes anything was under way.",
    who: "Anyone who can start this workflow.",
    steps: mayBeWorking ? [WAIT_FOR_ITS_END] : [],
  }),

  "internal-error": ({ detail }, _scene, voice) => ({
    headline: "Orquestra itself made a mistake",
    what: `This is a bug, not something that you did: ${voice.quote(detail)}.`,
    who: "The maintainers of Orquestra.",
    steps: ["Open an issue in Orquestra's repository, with the text above."],
  }),
};
