import type { GateRule } from "../../../../pipeline/failure.ts";
import type { Voice } from "../../../voice.ts";
import { inBrackets } from "../../asides.ts";
import type { Explanation, FailureWords, Scene } from "../../words.ts";
import { books } from "../books.ts";
import { API_OWNER, setWith } from "./phrases.ts";

/** The API reported success, and its numbers say otherwise. */
export const data: Pick<FailureWords, "no-data" | "data-dropped"> = {
  "no-data": ({ of, words }, _scene, voice) => {
    const success = `The API reported success${inBrackets(words, voice)}`;
    return of === "records"
      ? {
          headline: "The scrape collected nothing",
          what: `${success}, but it collected no book.`,
          who: API_OWNER,
          steps: ["Check that the shop answers and lists books."],
        }
      : {
          headline: "The training produced no model",
          what: `${success}, but it saved no artifact.`,
          who: API_OWNER,
          steps: [
            "Check that the API's table of books is not empty, and that its scrape and its training use the same database.",
          ],
        };
  },

  "data-dropped": ({ rule }, scene, voice) => ({ who: API_OWNER, ...drop(rule, scene, voice) }),
};

function drop(rule: GateRule, scene: Scene, voice: Voice): Omit<Explanation, "who"> {
  switch (rule.kind) {
    case "min-records":
      return {
        headline: `The scrape collected only ${books(rule.reported, voice)}`,
        what: `It must collect ${voice.count(rule.minRecords)} or more (${voice.name("min-records")}).`,
        steps: [
          "Check that the shop answers and lists all of its books.",
          `If so few are right, lower ${setWith("min-records", scene, voice)}.`,
        ],
      };
    case "stored-differs":
      return {
        headline: "The API did not store what it said it collected",
        what: `It reported ${books(rule.reported, voice)}, but the table holds ${voice.count(rule.stored)}.`,
        steps: [
          "Check that nothing else writes to the table, and that no second scrape ran at the same time.",
        ],
      };
    case "max-drop": {
      const lost = voice.percentOver(
        ((rule.before - rule.stored) / rule.before) * 100,
        rule.maxDropPercent,
      );
      return {
        headline: `The scrape lost ${lost} of the books, so the model was not retrained`,
        what: `The API reported success with ${books(rule.stored, voice)}, but there were ${voice.count(rule.before)} before. The limit is a drop of ${voice.percent(rule.maxDropPercent)}.`,
        steps: [
          "Check that the shop answers.",
          "Look into the API's log at the time of the scrape: the shop probably failed half way.",
          `If the shop really shrank, raise ${setWith("max-drop", scene, voice)}.`,
        ],
      };
    }
  }
}
