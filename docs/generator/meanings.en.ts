import type { Meanings } from "./meanings.ts";
import { ARTIFACTS, BODY, FEATURES_BODY, HEADERS, TRAINING_BODY, VALUES } from "./sizes.ts";

const LOST_EFFECT =
  "`unknown` when the call was the scrape or the training: the API may have done the work, or may still be at it, so it is never sent again. `failed` for every other call.";

export const en: Meanings = {
  "settings-invalid": {
    meaning:
      "An input is missing or cannot be right, or a preflight found a mistake in the workflow or in its repository. All that is wrong is listed at once.",
  },
  "api-unreachable": {
    meaning:
      "No connection to the API came about, in spite of new tries: name, network, firewall, port, or a proxy on the way.",
  },
  "tls-untrusted": {
    meaning:
      "The server could not prove over TLS that it is the one that `api-url` names, or it asks for a certificate of the client, which cannot be set.",
  },
  "redirect-refused": {
    meaning:
      "The API answered with a redirect. It is not followed, because the password or the token would go with it.",
    unknownWhen:
      "`unknown` when the scrape or the training was answered with 302 or 303: the work may have been done before the redirect. 301, 307 and 308 say that nothing was done yet.",
  },
  "credentials-rejected": { meaning: "The API refused the log-in (401 or 403)." },
  "token-rejected": {
    meaning:
      "The API refused the access token again right after a new log-in (401), or does not let this user make the call (403).",
  },
  "rate-limited": {
    meaning:
      "The API takes no more calls for now (429, or 503 with Retry-After), and to wait as long as it asked would have passed the time-out.",
  },
  "api-unhealthy": {
    meaning: "The health page did not say within `warm-up` that the API and its database are up.",
  },
  "api-error": {
    meaning: "The API, or a proxy in front of it, answered with an error (4xx or 5xx).",
    unknownWhen:
      '`unknown` when the answer to the scrape or the training does not tell whether the work was done: 408, 502, 504, 503 without Retry-After, and any other 5xx without the API\'s own `{"error": "…"}`.',
  },
  "contract-broken": {
    meaning: `The answer is not one that the books API gives: not HTTP, another success than 200, not JSON, without the field that decides, or with more than ${ARTIFACTS.toLocaleString("en")} artifacts or ${VALUES.toLocaleString("en")} values.`,
    unknownWhen: LOST_EFFECT,
  },
  "no-data": {
    meaning:
      "The API answered 200, and in the same answer that it collected no book or saved no artifact.",
  },
  "data-dropped": {
    meaning:
      "The check between scrape and training did not pass: too few books, another number stored than reported, or a large drop against before. The training did not run.",
  },
  "timed-out": {
    meaning: "The request went out, and its time-out passed before the whole answer had come.",
    unknownWhen: LOST_EFFECT,
  },
  "connection-lost": {
    meaning: "The request went out, and the connection broke before the whole answer had come.",
    unknownWhen: LOST_EFFECT,
  },
  "response-too-large": {
    meaning: `The answer is over its limit, and the rest was not read. The limits: ${HEADERS} of headers, ${BODY} of body, ${TRAINING_BODY} for the training, ${FEATURES_BODY} for the features.`,
    unknownWhen: LOST_EFFECT,
  },
  cancelled: {
    meaning:
      "Somebody cancelled the run, or its process was killed. What had come so far was written down, by itself or by its post step.",
  },
  "internal-error": { meaning: "A mistake in Orquestra itself." },
};
