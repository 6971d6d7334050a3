import { alert } from "./alerts/alert.ts";
import type { Beat, Delivery, FailureIssue } from "./alerts/ports.ts";
import type { Sounded } from "./alerts/sound.ts";
import { ALERT_TITLE } from "./alerts/unheard.ts";
import { failureIssue, noIssue } from "./github/failure-issue.ts";
import { createLedger } from "./github/ledger.ts";
import { openIssueTracker } from "./github/issue-tracker.ts";
import { openRest } from "./github/rest.ts";
import { send, type Sender } from "./http/send.ts";
import { internalError } from "./pipeline/internal-error.ts";
import type { Result } from "./pipeline/names.ts";
import { messageOf, type Subject } from "./report/alerts/message.ts";
import { alertsSaid, alertWarnings } from "./report/alerts/sounded.ts";
import type { Chronicle } from "./report/chronicle.ts";
import { pastOf } from "./report/past.ts";
import { clock } from "./runner/clock.ts";
import { placeOf } from "./runner/environment.ts";
import { publishForPeople } from "./runner/publish.ts";
import type { AnyStep } from "./runner/step.ts";
import { notify, ping } from "./webhook/webhook.ts";

/** Those who hear of a run without reading its summary. */
export interface Alerting {
  /**
   * Tells how it ended, and people what became of that. Never rejects, and changes no result.
   *
   * @param subject made only where there is something to say of it
   */
  end(chronicle: Chronicle, subject: () => Subject): Promise<void>;
}

/** All alerts together: a run that is over must not wait for GitHub or a webhook in trouble. */
const ALERTS_TIMEOUT_MS = 15_000;
/** The runs before: of a GitHub that does not give them, a webhook must hear all the same. */
const RECALL_TIMEOUT_MS = 4_000;
const DELIVERED: Delivery = { kind: "delivered" };

/**
 * @param isBeginning whether a run begins now: the dead man's switch hears it while that goes on
 * @param parts the names under which the jobs tell that the pipeline is made of
 */
export function openAlerting(
  step: AnyStep,
  sender: Omit<Sender, "cancelled">,
  cancelled: AbortSignal,
  isBeginning: boolean,
  parts: readonly string[],
): Alerting {
  const { manner } = step;
  const beat = async (what: Beat, signal: AbortSignal): Promise<Delivery> => {
    const { pingUrl } = manner.alerts;
    if (!pingUrl) return DELIVERED;
    return ping(pingUrl, what, (request) => send(request, { ...sender, cancelled: signal }));
  };
  const begun = isBeginning ? beat("start", cancelled) : DELIVERED;
  const last = async (result: Result, signal: AbortSignal): Promise<Delivery> => {
    const first = await begun;
    // Of a cancelled run the switch hears no end, and speaks up by itself.
    if (result === "cancelled") return first;
    const end = await beat(result === "succeeded" ? "success" : "fail", signal);
    return end.kind === "delivered" ? first : end;
  };

  return {
    async end(chronicle, subject) {
      const signal = AbortSignal.any([cancelled, AbortSignal.timeout(ALERTS_TIMEOUT_MS)]);
      try {
        const [sounded, pinged] = await Promise.all([
          soundFor(chronicle, subject, parts, step, { ...sender, cancelled: signal }),
          last(chronicle.entry.result, signal),
        ]);
        // What a signal kept from being told is told, and told of, by the post step.
        if (cancelled.aborted) return;
        const end = { ...sounded, ping: pinged };
        publishForPeople(
          { annotations: alertWarnings(end, chronicle), summary: alertsSaid(end, chronicle) },
          step,
        );
      } catch (error) {
        step.runner.annotate("warning", ALERT_TITLE, internalError(error, step.door).detail);
      }
    },
  };
}

async function soundFor(
  chronicle: Chronicle,
  subject: () => Subject,
  parts: readonly string[],
  step: AnyStep,
  sender: Sender,
): Promise<Sounded> {
  const { manner, environment } = step;
  const { pipeline, history, alerts, githubToken } = manner;
  const { entry, startedAt, scene, words, format } = chronicle;
  const page = scene.links.run;
  const ledger = createLedger(
    githubToken,
    placeOf(environment),
    { pipeline, parts, runs: history, fired: undefined },
    sender,
  );
  const { result } = entry;
  const { runNumber } = environment;
  const { notifyUrl } = alerts;
  return alert({ entry, startedAt, runNumber }, pastOf(chronicle), alerts.after, {
    ...(alerts.failureIssue ? { issue: issueOf(pipeline, step, sender) } : {}),
    ...(notifyUrl
      ? { notify: (news) => notify(notifyUrl, news, (request) => send(request, sender)) }
      : {}),
    async recall() {
      const inTime = AbortSignal.timeout(RECALL_TIMEOUT_MS);
      const { memory } = await ledger.recall(AbortSignal.any([sender.cancelled, inTime]));
      return memory.kind === "found" ? memory.history : undefined;
    },
    compose(alarm) {
      const message = messageOf(alarm, subject(), words, format);
      return { message, news: { pipeline, result, text: message.text, run: page } };
    },
  });
}

/** The issue of a pipeline, where one is kept. */
export function issueOf(
  pipeline: string,
  { manner, environment, door }: AnyStep,
  sender: Sender,
): FailureIssue {
  const { githubToken, alerts } = manner;
  const { repository, apiUrl } = environment;
  if (!repository) return noIssue("outside-actions");
  if (githubToken === "") return noIssue("no-token");
  return failureIssue(
    async () => {
      const rest = await openRest(githubToken, apiUrl, sender, clock.today);
      return openIssueTracker(rest, repository, pipeline);
    },
    { pipeline, labels: alerts.labels, assignees: alerts.assignees },
    { door, today: clock.today },
  );
}
