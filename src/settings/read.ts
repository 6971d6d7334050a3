import type { Door } from "../text/plain.ts";
import { addressDoor } from "./address-door.ts";
import { hostKindOf, isPrivateWay } from "./host.ts";
import { openInputs, type InputSource } from "./inputs.ts";
import { readManner } from "./manner.ts";
import {
  boolean,
  duration,
  durationOrZero,
  malformed,
  oneOf,
  percentage,
  retries,
  wholeNumber,
  type Parsed,
  type Parser,
} from "./parse.ts";
import {
  ON_LOST_ANSWER,
  TASKS,
  type Manner,
  type Placeless,
  type Settings,
  type SettingsProblem,
  type Tasks,
} from "./settings.ts";

/** What the inputs of a door came to. */
export type Read<S extends M, M extends Manner = Manner> =
  | { readonly kind: "valid"; readonly settings: S }
  | {
      readonly kind: "invalid";
      /** All of them, in the order of the documentation. */
      readonly problems: readonly SettingsProblem[];
      /** With a default in place of what is wrong: so that even this is said in the reader's language. */
      readonly manner: M;
    };

export type SettingsRead = Read<Settings, Placeless>;

/**
 * All that a door needs which talks to the API.
 *
 * @param hidesHosts whether nobody may read where the API is (privacy.ts)
 */
export function readSettings(source: InputSource, door: Door, hidesHosts = false): SettingsRead {
  const forAddresses = addressDoor(door, hidesHosts);
  const inputs = openInputs(source, door, forAddresses);
  const { optional, required, path, switchable, problems } = inputs;

  const allowPlainHttp = optional("allow-plain-http", false, boolean);
  const apiUrlText = required("api-url");
  const apiUrl =
    apiUrlText === ""
      ? undefined
      : inputs.take("api-url", parseApiUrl(apiUrlText, allowPlainHttp, forAddresses));
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
    resumeWithinMs: optional("resume-within", 6 * 3_600_000, durationOrZero),
    ...readManner(source, inputs),
  };

  if (settings.onLostAnswer === "settle" && settings.paths.stats === undefined) {
    inputs.take("on-lost-answer", { problem: { kind: "needs", other: "stats-path" } });
  }
  const known = apiUrl && { apiUrl, hostKind: hostKindOf(apiUrl.hostname), ...settings };
  return problems.length > 0 || !known
    ? { kind: "invalid", problems, manner: known ?? settings }
    : { kind: "valid", settings: known };
}

/** `scrape, train` in either order and spacing: the pipeline has one order anyway. */
const tasks: Parser<Tasks> = (text, door) => {
  const words = new Set(text.split(",").map((word) => word.trim().toLowerCase()));
  return oneOf(TASKS)([...words].toSorted().join(", "), door);
};

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
  if (!allowPlainHttp && !isPrivateWay(url)) {
    return { problem: { kind: "plain-http-to-public-host", host: door(url.host) } };
  }
  url.pathname = url.pathname.replace(/\/+$/, "");
  return { value: url };
}
