import { expect, test } from "@jest/globals";
import { longestMs } from "../../src/pipeline/longest.ts";
import { settingsOf } from "./play.ts";

const TIMES = {
  "warm-up": "1s",
  "login-timeout": "10s",
  "scrape-timeout": "100s",
  "training-timeout": "1000s",
  "read-timeout": "10000s",
};

test.each([
  ["everything: baseline, the gate twice, verify", {}, 41_111],
  ["the scrape", { tasks: "scrape" }, 30_111],
  ["the training", { tasks: "train" }, 21_011],
  [
    "a training without a look at the health page",
    { tasks: "train", "health-path": "none" },
    21_010,
  ],
  ["no look at what is served", { "features-path": "none" }, 31_111],
  ["a preflight", { "dry-run": "true" }, 11],
])("%s takes the sum of its time-outs", (_, inputs, seconds) => {
  expect(longestMs(settingsOf({ ...TIMES, ...inputs }))).toBe(seconds * 1000);
});
