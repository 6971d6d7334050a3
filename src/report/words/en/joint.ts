import type { JointWords } from "../joint-words.ts";

export const joint: JointWords = {
  job: "Job",
  headlines: {
    failed: (job, cause, voice) => `The job ${voice.name(job)} failed${because(cause)}`,
    unknown: (job, cause, voice) =>
      `It is not known whether the job ${voice.name(job)} did its work${because(cause)}`,
    cancelled: (job, voice) => `The job ${voice.name(job)} was cancelled`,
    spoiled: {
      failed: (job, voice) => `The job ${voice.name(job)} did its work, but failed afterwards`,
      cancelled: (job, voice) =>
        `The job ${voice.name(job)} did its work, but was cancelled afterwards`,
    },
    silent: {
      success: (job, voice) => `The job ${voice.name(job)} is green, but nothing proves its work`,
      failure: (job, voice) => `The job ${voice.name(job)} failed, and left no report`,
      cancelled: (job, voice) => `The job ${voice.name(job)} was cancelled, and left no report`,
    },
    skipped: (job, voice) =>
      `The job ${voice.name(job)} was skipped, although no job before it failed`,
    noWork: "Every job succeeded, but none of them scraped or trained",
    nothingRan: "Nothing ran: every job was skipped",
  },
  whats: {
    elsewhere: (job, page, voice) =>
      `The summary of the job ${voice.name(job)}, on ${voice.link("the page of this run", page)}, says what happened in full: what it did to the data, who can fix it and how.`,
    spoiled: () =>
      "What Orquestra did in it is proved. Something else in the job went wrong: its log says what.",
    silent: {
      success: (voice) =>
        `It handed on no output ${voice.name("run")} that can be believed, and no notice of its own was found. GitHub drops an output that holds a masked value; a job that uses no part of Orquestra has none, and does not belong in ${voice.name("needs")}.`,
      failure: (voice) =>
        `It handed on no output ${voice.name("run")} that can be believed, and no notice of its own was found. It failed before Orquestra began, or its runner was lost.`,
      cancelled: (voice) =>
        `It handed on no output ${voice.name("run")} that can be believed, and no notice of its own was found. It was cancelled before Orquestra began, or ended before it could tell.`,
    },
    skipped: (voice) =>
      `Its condition (${voice.name("if")}) was not met, or it waits for a job that is not among the ${voice.name("needs")} of this one.`,
    noWork: (voice) =>
      `A run counts only if one of its jobs proved a scrape or a training. Add those jobs to the ${voice.name("needs")} of this one.`,
    nothingRan: (voice) =>
      `None of the jobs in ${voice.name("needs")} ran, so there is nothing to report, and nobody was alerted.`,
  },
  steps: {
    readSummary: (job, voice) => `Do what the summary of the job ${voice.name(job)} says.`,
    readLog: (job, voice) => `Look at the log of the job ${voice.name(job)}.`,
    waitForApi:
      "The API may still be at work on what it was asked to do. Wait until its log says that it is done.",
    runAgain: (page, voice) =>
      `On ${voice.link("the page of this run", page)}, choose ${voice.name("Re-run jobs")}, and ${voice.name("Re-run failed jobs")}: jobs that succeeded are not repeated.`,
    runAllAgain: (page, voice) =>
      `On ${voice.link("the page of this run", page)}, choose ${voice.name("Re-run jobs")}, and ${voice.name("Re-run all jobs")}: this job did not fail, and ${voice.name("Re-run failed jobs")} would not repeat it.`,
  },
  results: {
    proved: "did its work",
    carriedOver: (attempt, voice) => `done by try ${voice.count(attempt)}; not repeated`,
    failed: (cause) => `failed${because(cause)}`,
    unknown: (cause) => `not known whether it worked${because(cause)}`,
    cancelled: "cancelled",
    spoiled: {
      failed: "did its work, but failed afterwards",
      cancelled: "did its work, but was cancelled afterwards",
    },
    silent: {
      success: "green, but nothing proves its work",
      failure: "failed, and left no report",
      cancelled: "cancelled, and left no report",
    },
    skipped: (behind, voice) =>
      behind === undefined
        ? "skipped"
        : `skipped, as the job ${voice.name(behind)} did not succeed`,
  },
  byLedger: (job, voice) =>
    `The job ${voice.name(job)} handed on no output ${voice.name("run")}. What is said of it comes from its own notice.`,
};

function because(cause: string | undefined): string {
  return cause === undefined ? "" : `: ${cause}`;
}
