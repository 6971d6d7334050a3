import type { Sounded } from "./alerts/sound.ts";
import { ALERT_TITLE } from "./alerts/unheard.ts";
import { issueOf } from "./alerting.ts";
import { earlierWatches } from "./github/earlier-watches.ts";
import { createLookout } from "./github/lookout.ts";
import { send, type Sender } from "./http/send.ts";
import { internalError } from "./pipeline/internal-error.ts";
import { createFormat } from "./report/format.ts";
import { allSaid, allWarnings } from "./report/alerts/sounded.ts";
import { toldNotices } from "./report/watch/annotations.ts";
import { overdueIn } from "./report/watch/fleet.ts";
import { watchLog } from "./report/watch/log.ts";
import { overdueMessage } from "./report/watch/overdue-message.ts";
import { watchReportOf } from "./report/watch/report.ts";
import type { WatchStory } from "./report/watch/story.ts";
import { hasWatchSummary } from "./report/watch/summary.ts";
import { WATCH_WORDS } from "./report/words/watch.ts";
import { clock } from "./runner/clock.ts";
import { placeOf } from "./runner/environment.ts";
import { linksOf, workflowPage } from "./runner/links.ts";
import { publish, publishForPeople } from "./runner/publish.ts";
import type { WatchStep } from "./runner/watch-step.ts";
import type { Plain } from "./text/plain.ts";
import { VERSION } from "./version.ts";
import { judge, type Judged } from "./watch/verdict.ts";
import { occasionOf, overdueSince, soundOverdue } from "./watch/overdue.ts";
import type { Seen } from "./watch/sight.ts";
import { notify } from "./webhook/webhook.ts";

/** All alerts together, of however many pipelines. */
const ALERTS_TIMEOUT_MS = 60_000;

/**
 * Looks, tells what was seen, and whom it concerns.
 *
 * @param random in [0, 1)
 * @returns whether all is well
 */
export async function keepWatch(
  step: WatchStep,
  sender: Sender,
  random: () => number,
): Promise<boolean> {
  const story = await look(step, sender, random);
  watchLog(story).forEach((line) => step.runner.info(line));
  const report = watchReportOf(story);
  publish(report, step);
  if (!sender.cancelled.aborted) await alarm(story, step, sender);
  return report.succeeded;
}

async function look(step: WatchStep, sender: Sender, random: () => number): Promise<WatchStory> {
  const { manner, problems, environment, runner } = step;
  const { language, githubToken, workflow, history } = manner;
  if (problems.length > 0) return tell({ kind: "refused", problems }, clock.today(), step);
  runner.info(WATCH_WORDS[language].starting(VERSION, workflow));
  const lookout = createLookout(
    githubToken,
    placeOf(environment),
    { workflow, runs: history },
    { ...sender, random },
  );
  const sight = await lookout.look(sender.cancelled);
  const now = clock.today();
  const { watched, maxAgeMs } = manner;
  return tell(judge(sight, { pipeline: watched, maxAgeMs }, now), now, step);
}

function tell(
  finding: WatchStory["finding"],
  at: Date,
  { environment, manner, words }: WatchStep,
): WatchStory {
  const { language, timeZone, workflow } = manner;
  return {
    finding,
    settings: manner,
    at,
    runNumber: environment.runNumber,
    retentionDays: environment.retentionDays,
    page: workflowPage(environment, workflow),
    scene: {
      hostKind: "public",
      runner: environment.runner,
      links: linksOf(environment, language),
    },
    words,
    watch: WATCH_WORDS[language],
    format: createFormat(language, timeZone),
  };
}

/** Tells of each pipeline that is overdue, and people what became of that. */
async function alarm(story: WatchStory, step: WatchStep, sender: Sender): Promise<void> {
  const { finding } = story;
  if (finding.kind !== "judged") return;
  const overdue = overdueIn(finding);
  if (overdue.length === 0) return;
  const cancelled = AbortSignal.any([sender.cancelled, AbortSignal.timeout(ALERTS_TIMEOUT_MS)]);
  const soundOne = sounderFor(story, finding.seen, step, { ...sender, cancelled });
  try {
    const ends: (Sounded & { readonly pipeline: Plain })[] = [];
    // One after the other: GitHub limits those who write at once.
    for (const judged of overdue) {
      const pipeline = nameOf(judged, step);
      ends.push({ ...(await soundOne(judged, pipeline)), pipeline });
    }
    const told = ends.filter(({ notify: end }) => end?.kind === "delivered");
    const notices = toldNotices(told.map(({ pipeline }) => pipeline));
    const summary = hasWatchSummary(story) ? allSaid(ends, story) : "";
    publishForPeople({ annotations: [...allWarnings(ends, story), ...notices], summary }, step);
  } catch (error) {
    step.runner.annotate("warning", ALERT_TITLE, internalError(error, step.door).detail);
  }
}

/** Where no run has named it, the workflow stands for it. */
function nameOf({ pipeline }: Judged, { manner, door }: WatchStep): Plain {
  return pipeline ?? door(manner.workflow);
}

function sounderFor(
  story: WatchStory,
  seen: Seen,
  step: WatchStep,
  sender: Sender,
): (judged: Judged, name: Plain) => Promise<Sounded> {
  const { alerts, githubToken, history, maxAgeMs } = step.manner;
  const { notifyUrl } = alerts;
  let watches: ReturnType<typeof earlierWatches> | undefined;
  const earlier = () =>
    (watches ??= earlierWatches(
      githubToken,
      placeOf(step.environment),
      { failedTitle: ALERT_TITLE, runs: history },
      sender,
    ));
  return (judged, name) => {
    const { pipeline } = judged;
    const message = overdueMessage(judged, seen, story);
    return soundOverdue(
      message,
      { pipeline: name, text: message.text, run: story.scene.links.run },
      occasionOf(judged, seen, story.at),
      overdueSince(judged, seen, maxAgeMs),
      {
        ...(alerts.failureIssue && pipeline !== undefined
          ? { issue: issueOf(pipeline, step, sender) }
          : {}),
        ...(notifyUrl
          ? { notify: (news) => notify(notifyUrl, news, (request) => send(request, sender)) }
          : {}),
        earlier,
      },
    );
  };
}
