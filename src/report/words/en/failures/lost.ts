import { inBrackets } from "../../asides.ts";
import type { FailureWords } from "../../words.ts";
import { API_OWNER, setWith, waitForItsEnd } from "./phrases.ts";

/** The request went out, and no whole answer came back. */
export const lost: Pick<FailureWords, "timed-out" | "connection-lost"> = {
  "timed-out": ({ setting, timeoutMs }, scene, voice) => ({
    headline: "The API did not answer in time",
    what: `No complete answer came within ${voice.duration(timeoutMs)} (${voice.name(setting)}).`,
    who: API_OWNER,
    steps: [
      `If the API is only slow, raise ${setWith(setting, scene, voice)}.`,
      ...waitForItsEnd(scene),
    ],
  }),

  "connection-lost": ({ during, detail }, scene, voice) => ({
    headline: "The connection broke before the answer arrived",
    what: `${during === "headers" ? "The request went out, and no answer came back" : "The answer broke off half way"}${inBrackets(detail, voice)}.`,
    who: API_OWNER,
    steps: [
      `Check what stands between this runner and the API. A proxy or a worker with a time-out of its own cuts long calls (gunicorn after ${voice.duration(30_000)}, nginx after ${voice.duration(60_000)}).`,
      ...waitForItsEnd(scene),
    ],
  }),
};
