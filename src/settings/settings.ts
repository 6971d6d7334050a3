import type { Plain } from "../text/plain.ts";
import type { Need } from "./needs.ts";

/** How a run is named, remembered and told, and who is alerted: what every door needs. */
export interface Manner {
  /** The identity of this pipeline in ledger, history and issue. */
  readonly pipeline: Plain;
  /** How many earlier runs are looked at; 0: none. */
  readonly history: number;
  /** Of the IANA data base: what stands beside `cron` in the workflow. */
  readonly scheduleTimeZone: string;
  readonly alerts: Alerts;
  readonly summary: SummaryMode;
  /** Whether infrastructure is hidden in all that people see; `auto`: in a public repository. */
  readonly privacy: Privacy;
  readonly language: Language;
  readonly timeZone: string;
  /** Empty when the workflow gave none. */
  readonly githubToken: string;
}

/** Who hears of a pipeline that does not succeed any more, and of one that does again. */
export interface Alerts {
  /** Whether an issue stands open while it keeps failing. */
  readonly failureIssue: boolean;
  /** So many failures in a row make an alert; from 1. */
  readonly after: number;
  /** Of a new issue; people may change them afterwards. */
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** A webhook that hears of the first alert and of the recovery. Whoever knows it can post there. */
  readonly notifyUrl: URL | undefined;
  /** A dead man's switch that hears start, success and failure of each run. As secret as the other. */
  readonly pingUrl: URL | undefined;
}

/** What the door needs that tells of other jobs. */
export interface ReportSettings extends Manner {
  /** In the order in which GitHub hands them over; at least one. */
  readonly needs: readonly Need[];
}

/** Everything that a team can set, read once, checked, and never read again. Durations are ms. */
export interface Settings extends Manner {
  /** The API's origin and path prefix, without a slash at its end. */
  readonly apiUrl: URL;
  readonly hostKind: HostKind;
  readonly username: string;
  readonly password: string;
  readonly tasks: Tasks;
  /** Health and log-in only: changes nothing. */
  readonly dryRun: boolean;
  readonly paths: Paths;
  readonly timeoutsMs: Readonly<Record<TimeoutSetting, number>>;
  /** What becomes of a scrape whose answer is lost. */
  readonly onLostAnswer: OnLostAnswer;
  /** How often a request is sent again that surely had no effect. */
  readonly retries: number;
  readonly gate: { readonly minRecords: number; readonly maxDropPercent: number };
  /** How old a scrape may be that a re-run does not repeat; 0: it always does. */
  readonly resumeWithinMs: number;
}

/** Settings of which nobody may know the API that they are for. */
export type Placeless = Omit<Settings, "apiUrl" | "hostKind"> &
  Partial<Pick<Settings, "apiUrl" | "hostKind">>;

export const TASKS = ["scrape, train", "scrape", "train"] as const;
export type Tasks = (typeof TASKS)[number];

export const ON_LOST_ANSWER = ["fail", "settle"] as const;
export type OnLostAnswer = (typeof ON_LOST_ANSWER)[number];

export const SUMMARY_MODES = ["full", "short", "on-failure", "none"] as const;
export type SummaryMode = (typeof SUMMARY_MODES)[number];

export const PRIVACY = ["auto", "open", "strict"] as const;
export type Privacy = (typeof PRIVACY)[number];

export const LANGUAGES = ["en", "pt-BR"] as const;
export type Language = (typeof LANGUAGES)[number];

export const TIMEOUT_SETTINGS = [
  "warm-up",
  "login-timeout",
  "scrape-timeout",
  "training-timeout",
  "read-timeout",
] as const;
export type TimeoutSetting = (typeof TIMEOUT_SETTINGS)[number];

/** Absolute paths under the API's URL; `undefined` where the setting is `none`. */
export interface Paths {
  readonly login: string;
  readonly scrape: string;
  readonly training: string;
  readonly health: string | undefined;
  readonly stats: string | undefined;
  readonly features: string | undefined;
}

/**
 * Where a host is, as far as its name tells: plain HTTP goes to all but a public one. `docker-host` is
 * the name that Docker Desktop gives, inside of its containers, to the machine around them.
 */
export type HostKind = "loopback" | "docker-host" | "private" | "single-label" | "public";

/** One thing that is wrong with one input. Values of secrets are never in it. */
export type SettingsProblem = { readonly input: string } & (
  | { readonly kind: "missing" }
  | { readonly kind: "malformed"; readonly value: Plain; readonly expected: Expected }
  | {
      readonly kind: "out-of-range";
      readonly value: Plain;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: "not-one-of"; readonly value: Plain; readonly choices: readonly string[] }
  | { readonly kind: "not-switchable" }
  /** It can do nothing without another input, which is switched off. */
  | { readonly kind: "needs"; readonly other: string }
  /** It asks for more earlier runs than another input has looked at. */
  | { readonly kind: "needs-at-least"; readonly other: string; readonly least: number }
  /** Its value is a secret, and not shown. */
  | { readonly kind: "malformed-webhook" }
  | { readonly kind: "url-with-credentials" }
  | { readonly kind: "url-with-query" }
  | { readonly kind: "plain-http-to-public-host"; readonly host: Plain }
);

export type Expected =
  | "duration"
  | "whole-number"
  | "percentage"
  | "boolean"
  | "url"
  /** The same, of what does not begin as one. */
  | "url-with-scheme"
  | "path"
  | "time-zone"
  | "labels"
  | "logins"
  | "needs"
  | "workflow-file";
