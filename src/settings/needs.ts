import * as v from "valibot";
import { FIRST_ISSUE } from "../text/first-issue.ts";
import { malformed, type Parser } from "./parse.ts";

/** How GitHub says that a job ended (docs.github.com, "needs context"). */
export const JOB_RESULTS = ["success", "failure", "cancelled", "skipped"] as const;
export type JobResult = (typeof JOB_RESULTS)[number];

/** A job that this one waited for. */
export interface Need {
  /** The key of the job in the workflow's file. */
  readonly job: string;
  readonly result: JobResult;
  /** Its output `run`, whatever another job has put there; absent where there is none. */
  readonly run: string | undefined;
}

/** Letters, digits, `-` and `_`, of which a digit is not the first: GitHub takes no other key. */
const jobKey = v.pipe(v.string(), v.regex(/^[a-z_][\w-]{0,99}$/i));
const job = v.object({
  result: v.picklist(JOB_RESULTS),
  // Of outputs that are of no use to us nobody minds their shape.
  outputs: v.fallback(v.object({ run: v.fallback(v.optional(v.string()), undefined) }), {}),
});
const context = v.pipe(
  v.string(),
  v.parseJson(),
  // Not a record of valibot's, which passes over keys such as `constructor`.
  v.custom<object>((jobs) => typeof jobs === "object" && jobs !== null),
  v.transform((jobs) => Object.entries(jobs)),
  v.array(v.tuple([jobKey, job])),
  v.minLength(1),
);

/** The text of `${{ toJSON(needs) }}`, with at least one job in it. */
export const needs: Parser<readonly Need[]> = (text, door) => {
  const read = v.safeParse(context, text, FIRST_ISSUE);
  return read.success
    ? {
        value: read.output.map(([key, { result, outputs }]) => ({
          job: key,
          result,
          run: outputs.run,
        })),
      }
    : malformed(text, "needs", door);
};
