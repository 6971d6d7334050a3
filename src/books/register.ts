import type { Settings } from "../settings/settings.ts";
import type { Failure } from "../pipeline/failure.ts";
import type { Plain } from "../text/plain.ts";
import { wordsOf } from "./answer.ts";
import type { Means } from "./call.ts";
import type { Endpoint } from "./endpoints.ts";
import { judge } from "./judge.ts";
import { prefixOf } from "./request.ts";

/** What became of a registration. `unclear`: the answer is lost, and the user may be there. */
export type Registration =
  | { readonly kind: "registered" }
  | { readonly kind: "exists"; readonly words: Plain }
  | { readonly kind: "refused" | "unclear"; readonly failure: Failure };

const PATH = "/api/v1/auth/register";
const TIMEOUT_MS = 20_000;
const MAX_ANSWER_BYTES = 1024 * 1024;

/** For the table of outcomes: an effect, of which no answer of 200 is a proof. */
const registration: Endpoint<never> = {
  method: "POST",
  path: "login",
  nature: "effect",
  authenticated: false,
  timeout: "login-timeout",
  maxBodyBytes: MAX_ANSWER_BYTES,
  read: () => ({ kind: "wrong-shape", field: "user_id" }),
};

/** Makes the user of these settings known to the API. Sent once; never throws for what the API does. */
export async function register(settings: Settings, means: Means): Promise<Registration> {
  const { username, password, apiUrl } = settings;
  const url = new URL(`${apiUrl.origin}${prefixOf(settings)}${PATH}`);
  const { ending } = await means.send({
    method: "POST",
    url,
    headers: {
      accept: "application/json",
      "accept-encoding": "identity",
      "content-type": "application/json",
    },
    body: JSON.stringify({ username, password }),
    timeoutMs: TIMEOUT_MS,
    maxBodyBytes: MAX_ANSWER_BYTES,
  });
  if (ending.kind === "answered") {
    if (ending.status === 201) return { kind: "registered" };
    // Both fields are sent, so that of the API's two reasons for 400 only one is left.
    if (ending.status === 400 || ending.status === 409) {
      return { kind: "exists", words: wordsOf(ending, means.door) ?? means.door("") };
    }
  }
  const timeout = { setting: "login-timeout", timeoutMs: TIMEOUT_MS } as const;
  const asked = { url, prefix: prefixOf(settings), timeout };
  const judged = judge(registration, ending, asked, means.door);
  if (judged.kind === "proved") throw new Error("a registration has no proof of its own");
  return { kind: judged.kind === "unknown" ? "unclear" : "refused", failure: judged.failure };
}
