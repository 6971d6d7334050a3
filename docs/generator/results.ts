import type { FailureCode } from "../../src/pipeline/failure.ts";
import type { Result } from "../../src/pipeline/names.ts";

/** Which results a failure of a code can end a run with; test/docs checks them against the verdicts. */
export const RESULTS_OF: Readonly<Record<FailureCode, readonly Result[]>> = {
  "settings-invalid": ["failed"],
  "api-unreachable": ["failed"],
  "tls-untrusted": ["failed"],
  "redirect-refused": ["failed", "unknown"],
  "credentials-rejected": ["failed"],
  "token-rejected": ["failed"],
  "rate-limited": ["failed"],
  "api-unhealthy": ["failed"],
  "api-error": ["failed", "unknown"],
  "contract-broken": ["failed", "unknown"],
  "no-data": ["failed"],
  "data-dropped": ["failed"],
  "timed-out": ["failed", "unknown"],
  "connection-lost": ["failed", "unknown"],
  "response-too-large": ["failed", "unknown"],
  cancelled: ["cancelled"],
  "internal-error": ["failed"],
};
