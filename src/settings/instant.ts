import * as v from "valibot";

/**
 * A moment in a text of GitHub's or of our own. ISO 8601 lets more through than `Date` reads, such as an offset of
 * hours alone (`+05`): what comes out here is always a day.
 */
export const instant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => new Date(text)),
  v.date(),
);
