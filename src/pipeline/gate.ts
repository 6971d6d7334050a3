import type { GateRule } from "./failure.ts";

export interface GateLimits {
  /** Records. */
  readonly minRecords: number;
  /** The largest drop that passes, in per cent of what was there before: 0 to 100. */
  readonly maxDropPercent: number;
}

/** What the gate weighs. Counts are records; what is `undefined` is not known and not checked. */
export interface GateEvidence {
  readonly reported: number;
  readonly stored: number | undefined;
  readonly before: number | undefined;
}

/**
 * The rule that shuts the gate, or `undefined` when it is open: enough was reported, what is stored
 * is what was reported, and no more than `maxDropPercent` of what was there before is gone.
 */
export function shutBy(evidence: GateEvidence, limits: GateLimits): GateRule | undefined {
  const { reported, stored, before } = evidence;
  if (reported < limits.minRecords) {
    return { kind: "min-records", reported, minRecords: limits.minRecords };
  }
  if (stored !== undefined && stored !== reported) {
    return { kind: "stored-differs", reported, stored };
  }
  if (before !== undefined && (before - reported) * 100 > before * limits.maxDropPercent) {
    const { maxDropPercent } = limits;
    return { kind: "max-drop", stored: reported, before, maxDropPercent };
  }
  return undefined;
}

/** The larger of what was counted and what is remembered: a bad day does not become the norm. */
export function baselineOf(
  counted: number | undefined,
  remembered: number | undefined,
): number | undefined {
  if (counted === undefined) return remembered;
  return remembered === undefined ? counted : Math.max(counted, remembered);
}
