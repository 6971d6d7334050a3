import * as v from "valibot";
import type {
  ContractProblem,
  Failure,
  GateRule,
  RedirectAdvice,
  TlsReason,
  UnreachableReason,
} from "../pipeline/failure.ts";
import { TIMEOUT_SETTINGS } from "../settings/settings.ts";
import type { Plain } from "../text/plain.ts";
import { unionOf, wordOf, type SchemaOf } from "./shapes.ts";

/** Settings that are not right begin no run, so that no journal tells of them. */
type InRun = Exclude<Failure, { readonly code: "settings-invalid" }>;

const unreachableReason = wordOf<UnreachableReason>({
  "unknown-host": true,
  "name-service": true,
  refused: true,
  "no-route": true,
  "no-answer": true,
  reset: true,
  "tls-stalled": true,
  proxy: true,
});
const tlsReason = wordOf<TlsReason>({
  "self-signed": true,
  expired: true,
  "wrong-host": true,
  "not-tls": true,
  "client-certificate": true,
  other: true,
});
const part = wordOf({ headers: true, body: true });

/** In ms three years: no run takes so long, and a report could not count with much more. */
const MAX_AMOUNT = 1e11;

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const amount = v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_AMOUNT));

/** @param text lets any text through the door */
export function failureSchema(text: SchemaOf<Plain>): SchemaOf<InRun> {
  const words = v.exactOptional(text);
  const contractProblem = unionOf<ContractProblem, "kind">("kind", {
    "not-http": {},
    "other-success": { status: count, asked: text, excerpt: text },
    compressed: { encoding: text },
    "not-utf8": {},
    "not-json": { excerpt: text },
    "too-many-values": { limit: count },
    "wrong-shape": { field: text, excerpt: text },
    "no-usable-token": {},
  });
  const advice = unionOf<RedirectAdvice, "kind">("kind", {
    "set-path": { setting: text, path: text },
    "set-url": { url: text },
    "ask-owner": {},
  });
  const rule = unionOf<GateRule, "kind">("kind", {
    "min-records": { reported: count, minRecords: count },
    "stored-differs": { reported: count, stored: count },
    "max-drop": { stored: count, before: count, maxDropPercent: amount },
  });
  const address = { address: text, detail: text };
  return unionOf<InRun, "code">("code", {
    "api-unreachable": { reason: unreachableReason, proxy: words, host: text, ...address },
    "tls-untrusted": { reason: tlsReason, ...address },
    "redirect-refused": { status: count, location: words, advice },
    "credentials-rejected": { words },
    "token-rejected": { status: count, words },
    "rate-limited": { status: count },
    "api-unhealthy": { seen: text },
    "api-error": { status: count, words, asked: words },
    "contract-broken": { problem: contractProblem },
    "no-data": { of: wordOf({ records: true, artifacts: true }), words },
    "data-dropped": { rule },
    "timed-out": { setting: v.picklist(TIMEOUT_SETTINGS), timeoutMs: amount },
    "connection-lost": { during: part, detail: text },
    "response-too-large": { part, limitBytes: count },
    cancelled: { mayBeWorking: v.boolean() },
    "internal-error": { detail: text },
  });
}
