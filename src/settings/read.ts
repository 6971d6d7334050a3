import { asLogLine } from "../text/escape.ts";
import type { Door, Plain } from "../text/plain.ts";
import { addressDoor } from "./address-door.ts";
import { hostKindOf } from "./host.ts";
import {
  boolean,
  duration,
  durationOrZero,
  malformed,
  oneOf,
  optionalPath,
  path as parsePath,
  percentage,
  retries,
  timeZone,
  wholeNumber,
  type Parsed,
  type Parser,
} from "./parse.ts";
import {
  LANGUAGES,
  ON_LOST_ANSWER,
  PRIVACY,
  SUMMARY_MODES,
  TASKS,
  type Settings,
  type SettingsProblem,
  type Tasks,
} from "./settings.ts";

/** The inputs as the runner hands them over, and the names it gives to the workflow and the job. */
export interface InputSource {
  /** Empty when it is not set. Secrets come as they are, everything else without white space around it. */
  input(name: string): string;
  readonly workflow: string;
  readonly job: string;
}

export type SettingsRead =
  | { readonly kind: "valid"; readonly settings: Settings }
  | {
      readonly kind: "invalid";
      /** All of them, in the order of the documentation. */
      readonly problems: readonly SettingsProblem[];
      /** As far as they are valid: so that even this is said in the reader's language. */
      readonly manner: Manner;
    };

/** What a report needs even of a run that never began. */
export type Manner = Pick<Settings, "pipeline" | "language" | "timeZone">;

/** GitHub gives 100 runs at a time, and one of them is the run that asks. */
const MAX_HISTORY = 99;

/**
 * Reads every input once. An empty one means its default, so that an unset `${{ vars.X }}` is harmless.
 *
 * @param hidesHosts whether nobody may read where the API is (privacy.ts)
 */
export function readSettings(source: InputSource, door: Door, hidesHosts = false): SettingsRead {
  const problems: SettingsProblem[] = [];
  const forAddresses = addressDoor(door, hidesHosts);

  function take<T>(input: string, parsed: Parsed<T>): T | undefined {
    if ("value" in parsed) return parsed.value;
    problems.push({ input, ...parsed.problem });
    return undefined;
  }
  function optional<T>(input: string, fallback: T, parse: Parser<T>, through = door): T {
    const text = source.input(input);
    return text === "" ? fallback : (take(input, parse(text, through)) ?? fallback);
  }
  const path = (input: string, fallback: string) =>
    optional(input, fallback, parsePath, forAddresses);
  function required(input: string): string {
    const text = source.input(input);
    return text === "" ? (take<string>(input, { problem: { kind: "missing" } }) ?? "") : text;
  }
  // `undefined` is a value here (switched off), so it must not fall back as a problem does.
  function switchable(input: string, fallback: string): string | undefined {
    const text = source.input(input);
    return text === "" ? fallback : take(input, optionalPath(text, forAddresses));
  }

  const allowPlainHttp = optional("allow-plain-http", false, boolean);
  const apiUrlText = required("api-url");
  const apiUrl =
    apiUrlText === ""
      ? undefined
      : take("api-url", parseApiUrl(apiUrlText, allowPlainHttp, forAddresses));
  const settings = {
    username: required("username"),
    password: required("password"),
    tasks: optional("tasks", "scrape, train", tasks),
    dryRun: optional("dry-run", false, boolean),
    paths: {
      login: path("login-path", "/api/v1/auth/login"),
      scrape: path("scrape-path", "/api/v1/scrape/"),
      training: path("training-path", "/api/v1/ml/training-data"),
      health: switchable("health-path", "/api/v1/health/"),
      stats: switchable("stats-path", "/api/v1/stats/overview"),
      features: switchable("features-path", "/api/v1/ml/features"),
    },
    timeoutsMs: {
      "warm-up": optional("warm-up", 120_000, duration),
      "login-timeout": optional("login-timeout", 90_000, duration),
      "scrape-timeout": optional("scrape-timeout", 600_000, duration),
      "training-timeout": optional("training-timeout", 1_800_000, duration),
      "read-timeout": optional("read-timeout", 60_000, duration),
    },
    onLostAnswer: optional("on-lost-answer", "fail", oneOf(ON_LOST_ANSWER)),
    retries: optional("retries", 3, retries),
    gate: {
      minRecords: optional("min-records", 1, wholeNumber(0, 1_000_000_000)),
      maxDropPercent: optional("max-drop", 50, percentage),
    },
    pipeline:
      identity(source.input("pipeline"), door) ||
      identity(`${source.workflow}/${source.job}`, door),
    history: optional("history", 30, wholeNumber(0, MAX_HISTORY)),
    resumeWithinMs: optional("resume-within", 6 * 3_600_000, durationOrZero),
    scheduleTimeZone: optional("schedule-timezone", "UTC", timeZone),
    summary: optional("summary", "full", oneOf(SUMMARY_MODES)),
    privacy: optional("privacy", "auto", oneOf(PRIVACY)),
    language: optional("language", "en", oneOf(LANGUAGES)),
    timeZone: optional("timezone", "UTC", timeZone),
    githubToken: source.input("github-token"),
  };

  if (settings.onLostAnswer === "settle" && settings.paths.stats === undefined) {
    problems.push({ input: "on-lost-answer", kind: "needs", other: "stats-path" });
  }
  if (problems.length > 0 || apiUrl === undefined) {
    return { kind: "invalid", problems, manner: settings };
  }
  const hostKind = hostKindOf(apiUrl.hostname);
  return { kind: "valid", settings: { apiUrl, hostKind, ...settings } };
}

/** `scrape, train` in either order and spacing: the pipeline has one order anyway. */
const tasks: Parser<Tasks> = (text, door) => {
  const words = new Set(text.split(",").map((word) => word.trim().toLowerCase()));
  return oneOf(TASKS)([...words].toSorted().join(", "), door);
};

/** Longer than any name that people give; the ledger line stays short. */
const MAX_IDENTITY_CHARS = 200;

/**
 * The pipeline's name as every run writes and looks for it: what a log would change in it is changed
 * here, once, or a run would not find what the run before it left.
 */
function identity(name: string, door: Door): Plain {
  return door(asLogLine(name), MAX_IDENTITY_CHARS);
}

function parseApiUrl(text: string, allowPlainHttp: boolean, door: Door): Parsed<URL> {
  const url = URL.parse(text);
  // Nobody listens on port 0, and a client takes it for the usual one.
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === "" || url.port === "0") {
    return malformed(text, /^https?:\/\//i.test(text) ? "url" : "url-with-scheme", door);
  }
  if (url.username !== "" || url.password !== "")
    return { problem: { kind: "url-with-credentials" } };
  if (url.search !== "" || url.hash !== "") return { problem: { kind: "url-with-query" } };
  if (url.pathname.includes("//")) return malformed(text, "url", door);
  if (url.protocol === "http:" && !allowPlainHttp && hostKindOf(url.hostname) === "public") {
    return { problem: { kind: "plain-http-to-public-host", host: door(url.host) } };
  }
  url.pathname = url.pathname.replace(/\/+$/, "");
  return { value: url };
}
