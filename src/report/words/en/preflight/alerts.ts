import { secret } from "../../places.ts";
import type { FindingWords } from "../../preflight-words.ts";
import { alerts } from "../alerts.ts";
import { REPOSITORY_ADMIN } from "../failures/phrases.ts";

/** What became of a test message. */
export const alertFindings: Pick<FindingWords, "not-delivered"> = {
  "not-delivered": ({ input, why }, { scene }, voice) => ({
    headline: "The test was not taken",
    what: alerts.undelivered(input, why, voice),
    who: REPOSITORY_ADMIN,
    steps: [
      `Check the address in the secret ${secret(input, scene, voice)}, and the service behind it.`,
    ],
  }),
};
