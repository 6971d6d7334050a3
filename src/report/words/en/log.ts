import type { LogWords } from "../words.ts";

export const log: LogWords = {
  starting: (version, pipeline) => `Orquestra ${version}, pipeline ${pipeline}`,
  dryRun: "Preflight: everything that a run needs is looked at, and nothing is changed.",
  taskStarted: (task) => `${task} …`,
  taskProved: (task, result, tookMs, voice) => `${task}: ${result} (${voice.duration(tookMs)})`,
  taskEnded: (task, what, tookMs, voice) =>
    `${task}: no success after ${voice.duration(tookMs)}. ${what}`,
  waiting: (what, waitMs, voice) => `${what} Trying again in ${voice.duration(waitMs)}.`,
  stillWorking: (task, sinceMs, usualMs, voice) =>
    `${task}: still at work after ${voice.duration(sinceMs)}.${usualMs === undefined ? "" : ` It usually takes ${voice.duration(usualMs)}.`}`,
  cancelling: "Cancelled: ending what is under way and writing the summary.",
  notWritten: (what, why) => `The ${what} could not be written: ${why}`,
  failureTitle: (task, code) =>
    task === undefined ? `Orquestra: ${code}` : `Orquestra: ${task} did not succeed (${code})`,
};
