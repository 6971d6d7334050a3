import type { Plain } from "../text/plain.ts";
import type { SettingsProblem, TimeoutSetting } from "../settings/settings.ts";

/** How a request failed before it went out: nothing can have happened on the other side. */
export type UnreachableReason =
  | "unknown-host"
  | "name-service"
  | "refused"
  | "no-route"
  | "no-answer"
  | "reset"
  | "tls-stalled"
  | "proxy";

export type TlsReason =
  | "self-signed"
  | "expired"
  | "wrong-host"
  | "not-tls"
  | "client-certificate"
  | "other";

/** Where an answer stopped making sense. */
export type ContractProblem =
  | { readonly kind: "not-http" }
  /** Of the successes that HTTP knows, another one than 200. */
  | {
      readonly kind: "other-success";
      readonly status: number;
      readonly asked: Plain;
      /** Empty where it is not quoted. */
      readonly excerpt: Plain;
    }
  | { readonly kind: "compressed"; readonly encoding: Plain }
  | { readonly kind: "not-utf8" }
  | { readonly kind: "not-json"; readonly excerpt: Plain }
  | { readonly kind: "too-many-values"; readonly limit: number }
  | { readonly kind: "wrong-shape"; readonly field: string; readonly excerpt: Plain }
  | { readonly kind: "no-usable-token" };

/** What the reader can set so that a redirect is not needed any more. */
export type RedirectAdvice =
  | { readonly kind: "set-path"; readonly setting: string; readonly path: Plain }
  | { readonly kind: "set-url"; readonly url: Plain }
  | { readonly kind: "ask-owner" };

export type GateRule =
  | { readonly kind: "min-records"; readonly reported: number; readonly minRecords: number }
  | { readonly kind: "stored-differs"; readonly reported: number; readonly stored: number }
  | {
      readonly kind: "max-drop";
      readonly stored: number;
      readonly before: number;
      readonly maxDropPercent: number;
    };

/**
 * Why a task did not prove its work. `code` is public and closed; the other members are the facts
 * that the sentence for people is made of. Text from outside is {@link Plain} by type.
 */
export type Failure =
  | { readonly code: "settings-invalid"; readonly problems: readonly SettingsProblem[] }
  | {
      readonly code: "api-unreachable";
      readonly reason: UnreachableReason;
      readonly host: Plain;
      /** host:port */
      readonly address: Plain;
      /** host:port of the proxy, when the request went by one. */
      readonly proxy?: Plain;
      readonly detail: Plain;
    }
  | {
      readonly code: "tls-untrusted";
      readonly reason: TlsReason;
      /** host:port */
      readonly address: Plain;
      readonly detail: Plain;
    }
  | {
      readonly code: "redirect-refused";
      readonly status: number;
      readonly location?: Plain;
      readonly advice: RedirectAdvice;
    }
  | { readonly code: "credentials-rejected"; readonly words?: Plain }
  | { readonly code: "token-rejected"; readonly status: number; readonly words?: Plain }
  | { readonly code: "rate-limited"; readonly status: number }
  | { readonly code: "api-unhealthy"; readonly seen: Plain }
  | {
      readonly code: "api-error";
      readonly status: number;
      readonly words?: Plain;
      /** The method and the path that were asked for. */
      readonly asked?: Plain;
    }
  | { readonly code: "contract-broken"; readonly problem: ContractProblem }
  | {
      readonly code: "no-data";
      readonly of: "records" | "artifacts";
      readonly words?: Plain;
    }
  | { readonly code: "data-dropped"; readonly rule: GateRule }
  | {
      readonly code: "timed-out";
      readonly setting: TimeoutSetting;
      readonly timeoutMs: number;
    }
  | {
      readonly code: "connection-lost";
      readonly during: "headers" | "body";
      readonly detail: Plain;
    }
  | {
      readonly code: "response-too-large";
      readonly part: "headers" | "body";
      readonly limitBytes: number;
    }
  | {
      readonly code: "cancelled";
      /** A request had gone out: the API may go on working on it. */
      readonly mayBeWorking: boolean;
    }
  | { readonly code: "internal-error"; readonly detail: Plain };

export type FailureCode = Failure["code"];

/** The closed list, in the order of the documentation. Scripts of users match on these words. */
export const FAILURE_CODES = [
  "settings-invalid",
  "api-unreachable",
  "tls-untrusted",
  "redirect-refused",
  "credentials-rejected",
  "token-rejected",
  "rate-limited",
  "api-unhealthy",
  "api-error",
  "contract-broken",
  "no-data",
  "data-dropped",
  "timed-out",
  "connection-lost",
  "response-too-large",
  "cancelled",
  "internal-error",
] as const satisfies readonly FailureCode[];

/**
 * What became of one request or task.
 *
 * `unknown` is for calls with effects only: the request may have been acted on and its answer is
 * lost. It is never sent again and never counted as a success.
 */
export type Outcome<T> =
  | { readonly kind: "proved"; readonly value: T }
  | { readonly kind: "failed" | "unknown"; readonly failure: Failure };
