import type { Aftermath } from "../../../pipeline/run.ts";
import type { Model } from "../../last-model.ts";
import type { Voice } from "../../voice.ts";
import type { DataWords } from "../words.ts";
import { books } from "./books.ts";

type Uncounted = Exclude<Aftermath, { readonly kind: "counted" }>;

/** Each goes on where the label `Your data now:` ends. */
export const dataNow: DataWords = {
  untouched: ({ before, now }, voice) => {
    if (before !== undefined && now !== undefined && before !== now) {
      return `the table holds ${books(now, voice)}. It held ${voice.count(before)} when this run began. No call that changes data was sent, so something else changed them.`;
    }
    const known = before ?? now;
    return `unchanged${known === undefined ? "" : ` (${books(known, voice)})`}. No call that changes data was sent.`;
  },
  "scrape-refused": ({ before, after }, voice) =>
    `the API refused the scrape, so nothing should have changed: ${after?.kind === "counted" ? counted(before, after.records, voice) : uncounted(before, after, voice)}`,
  "scrape-failed": ({ before, after, model }, voice) =>
    `${table(before, after, voice)} ${oldModel(model, voice)}`,
  "scrape-unknown": ({ before, after, model }, voice) =>
    `${table(before, after, voice)} The API may still be at work, so this can change. ${oldModel(model, voice)}`,
  "gate-shut": ({ stored, reported, model }, voice) =>
    stored === undefined
      ? `the API says that it collected ${books(reported, voice)}. How many it stored is not known. ${oldModel(model, voice)}`
      : `${holds(stored, voice)} ${oldModel(model, voice)}`,
  "not-trained": ({ stored, model }, voice) => `${holds(stored, voice)} ${oldModel(model, voice)}`,
  "training-unknown": ({ stored }, voice) =>
    `${holds(stored, voice)} It is not known whether recommendations come from a new model. The API may still be at work.`,
  done: ({ stored }, voice) => `${holds(stored, voice)} The model is new.`,
};

/** What is known of the table after a scrape that was not proved. */
function table(before: number | undefined, after: Aftermath | undefined, voice: Voice): string {
  return after?.kind === "counted"
    ? counted(before, after.records, voice)
    : `not known: ${uncounted(before, after, voice)}`;
}

function counted(before: number | undefined, records: number, voice: Voice): string {
  const now = `right after that call the table held ${books(records, voice)}`;
  if (before === undefined) return `${now}.`;
  return records === before
    ? `${now}, as many as before.`
    : `${now}. It held ${voice.count(before)} before.`;
}

function uncounted(before: number | undefined, after: Uncounted | undefined, voice: Voice): string {
  const read =
    after === undefined ? "was not read" : `could not be read (${voice.name(after.code)})`;
  const held = before === undefined ? "" : ` It held ${books(before, voice)} before.`;
  return `the table ${read} after that call.${held}`;
}

function holds(stored: number | undefined, voice: Voice): string {
  if (stored === undefined) return "how many books the table holds is not known.";
  if (stored === 0) return "the table holds no book, and readers see none.";
  return `the table holds ${books(stored, voice)}, and readers see ${stored === 1 ? "it" : "them"}.`;
}

function oldModel(model: Model | undefined, voice: Voice): string {
  const aside = model ? ` (${voice.shortDay(model.trainedAt)}${ofBooks(model, voice)})` : "";
  return `Recommendations still come from the model of the last training${aside}.`;
}

function ofBooks({ records }: Model, voice: Voice): string {
  return records === undefined ? "" : `, ${books(records, voice)}`;
}
