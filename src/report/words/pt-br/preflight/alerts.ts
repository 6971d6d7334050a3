import { secret } from "../../places.ts";
import type { FindingWords } from "../../preflight-words.ts";
import { alerts } from "../alerts.ts";
import { REPOSITORY_ADMIN } from "../failures/phrases.ts";

/** What became of a test message. */
export const alertFindings: Pick<FindingWords, "not-delivered"> = {
  "not-delivered": ({ input, why }, { scene }, voice) => ({
    headline: "O teste não foi aceito",
    what: alerts.undelivered(input, why, voice),
    who: REPOSITORY_ADMIN,
    steps: [
      `Confira o endereço no segredo ${secret(input, scene, voice)} e o serviço por trás dele.`,
    ],
  }),
};
