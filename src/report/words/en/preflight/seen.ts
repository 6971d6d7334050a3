import type { PreflightWords } from "../../preflight-words.ts";

/** What the table says where all is well. */
export const facts: PreflightWords["facts"] = {
  valid: () => "all valid",
  reached: () => "the API was reached",
  trusted: () => "certificate trusted",
  file: ({ branch }, voice) =>
    branch === undefined ? "on the default branch" : `on ${voice.quote(branch)}`,
  active: () => "enabled",
  schedule: ({ next }, voice) =>
    `${voice.quote(next.cron)}, next on ${voice.shortDay(next.nextAt)} at ${voice.timeOfDay(next.nextAt)}`,
  "one-zone": ({ zone }, voice) => voice.name(zone),
  permitted: () => "all that are needed",
  "time-enough": ({ minutes, leastMinutes }, voice) =>
    `${voice.count(minutes)} minutes, ${voice.count(leastMinutes)} needed`,
  "runs-on": ({ labels }, voice) => voice.quote(labels),
  "issues-on": () => "issues are on",
  delivered: () => "took the test",
};

/** What the table says where there is nothing to look at. */
export const offs: PreflightWords["offs"] = {
  "plain-http": () => "plain HTTP",
  "no-health-page": (voice) => `${voice.name("health-path")} is ${voice.name("none")}`,
  "no-schedule": () => "there is no schedule",
  "no-need": () => "none needed",
  "no-failure-issue": (voice) => `${voice.name("failure-issue")} is ${voice.name("false")}`,
  "not-set": () => "not set",
  "not-tested": (voice) => `not tested (${voice.name("test-alerts")})`,
};
