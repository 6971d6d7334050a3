import type { CheckName, Fact, Off } from "../../preflight/check.ts";
import type { Finding } from "../../preflight/finding.ts";
import type { Blind } from "../../preflight/sight.ts";
import type { Plain } from "../../text/plain.ts";
import type { Voice } from "../voice.ts";
import type { Explanation, Scene } from "./words.ts";

/**
 * What only a preflight says. It is no part of `Words`, as all of those are read at every start, and
 * these for a preflight only.
 */
export interface PreflightWords {
  /** Headlines, without a full stop. */
  onlyThing(headline: string): string;
  toPutRight(things: number, voice: Voice): string;
  /** Of one that found no error, and could not look at everything. */
  readonly apiReady: string;
  /** Behind it. */
  notMade(checks: number, voice: Voice): string;
  /** Behind the headline of one that found no error. */
  worthALook(things: number, voice: Voice): string;
  readonly changedNothing: string;
  readonly columns: Readonly<Record<"check" | "seen", string>>;
  readonly checks: Readonly<Record<CheckName, string>>;
  /** The cell of what could not be looked at. */
  readonly unseen: string;
  /** Before the names of all that one reason kept from being looked at. */
  readonly notLookedAt: string;
  readonly blinds: Readonly<Record<Blind, (voice: Voice) => string>>;
  readonly offs: Readonly<Record<Off, (voice: Voice) => string>>;
  readonly facts: FactWords;
  readonly findings: FindingWords;
  readonly runAgain: string;
}

/** Pages of the repository on GitHub; `undefined` outside of one. */
export interface WorkflowPages {
  /** The file on the default branch. */
  readonly file: string | undefined;
  /** The workflow in the Actions tab. */
  readonly workflow: string | undefined;
  /** Where issues are switched on. */
  readonly features: string | undefined;
}

/** Where a finding was made. */
export interface Site {
  readonly scene: Scene;
  /** The name of the workflow's file. */
  readonly file: Plain;
  readonly pages: WorkflowPages;
}

/** What the API said has words in every report. */
export type FactWords = {
  readonly [K in Exclude<Fact["kind"], "healthy" | "logged-in">]: (
    fact: Extract<Fact, { kind: K }>,
    voice: Voice,
  ) => string;
};

/** What is wrong with settings or with the API has words in every report. */
export type OwnFinding = Exclude<Finding, { readonly kind: "setting" | "api" }>;

export type FindingWords = {
  readonly [K in OwnFinding["kind"]]: (
    finding: Extract<OwnFinding, { kind: K }>,
    site: Site,
    voice: Voice,
  ) => Explanation;
};
