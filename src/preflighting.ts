import type { News } from "./alerts/ports.ts";
import { repositoryReads } from "./github/repository.ts";
import { openRest } from "./github/rest.ts";
import { lookAtWorkflow, noLook } from "./github/workflow-look.ts";
import type { Request } from "./http/exchange.ts";
import { send, type Sender } from "./http/send.ts";
import type { Run } from "./pipeline/run.ts";
import type { Subject } from "./preflight/checks.ts";
import { preflight } from "./preflight/preflight.ts";
import type { Look, Tested } from "./preflight/ports.ts";
import { reachWithinMs } from "./preflight/reach.ts";
import { checklistLines } from "./report/preflight/checklist.ts";
import { preflightReport } from "./report/preflight/report.ts";
import type { Report } from "./report/report.ts";
import type { Story } from "./report/story.ts";
import { loadPreflightWords } from "./report/words/preflight.ts";
import { clock } from "./runner/clock.ts";
import { linksOf, workflowPages } from "./runner/links.ts";
import type { Step } from "./runner/step.ts";
import { readPreflightInputs, SELF } from "./settings/preflight.ts";
import type { Settings } from "./settings/settings.ts";
import { notify, ping } from "./webhook/webhook.ts";

/** The run that a preflight made of the API, and the report of all that it looked at. */
export interface Looked {
  readonly run: Run;
  readonly report: (story: Story) => Report;
}

/** Asks the API for its health and for a log-in. */
export type Ask = (settings: Settings, reachWithinMs: number) => Promise<Run>;

/** Looks at all that a run would need, with the real GitHub and webhooks behind the ports. */
export async function lookAround(step: Step, sender: Sender, ask: Ask): Promise<Looked> {
  const { read, manner, environment, runner, door, tell } = step;
  const { problems, ...inputs } = readPreflightInputs(runner.inputs, door);
  const { apiUrl, hostKind } = manner;
  const own = environment.workflowFile;
  const file = inputs.workflow === SELF ? own : inputs.workflow;
  const subject: Subject = {
    problems: [...(read.kind === "invalid" ? read.problems : []), ...problems],
    settings: manner,
    isEncrypted: apiUrl?.protocol === "https:",
    jobMinutes: inputs.jobMinutes,
    home: homeOf(step),
    runner: environment.runner,
    now: clock.today(),
    own: {
      input: runner.inputs.input,
      // The root action's dry run is the step that would do the work; the door to preflight never is.
      ...(inputs.jobMinutes === "untold" ? { job: environment.job } : {}),
    },
    door,
  };

  const { run, checks } = await preflight(
    subject,
    {
      askApi: async () =>
        apiUrl && hostKind
          ? ask({ ...manner, apiUrl, hostKind }, reachWithinMs(hostKind, environment.runner))
          : undefined,
      look: () => look(step, sender, { file, own }),
      testAlerts: async () => (inputs.testsAlerts ? testAlerts(step, sender) : {}),
    },
    sender.cancelled,
  );
  const name = file ?? inputs.workflow;
  const words = await loadPreflightWords(manner.language);
  const told = { checks, words, file: door(name), pages: workflowPages(environment, name) };
  for (const line of checklistLines({ ...told, story: tell(run) })) runner.info(line);
  return { run, report: (story) => preflightReport({ ...told, story }) };
}

function homeOf({ environment: { repository, action } }: Step): Subject["home"] {
  const workflow = repository && `${repository.owner}/${repository.name}`;
  return { action: action.repository, workflow };
}

async function look(
  { environment, manner, door }: Step,
  sender: Sender,
  { file, own }: { readonly file: string | undefined; readonly own: string | undefined },
): Promise<Look> {
  const { repository, apiUrl } = environment;
  if (!repository || file === undefined) return noLook("outside-actions");
  if (manner.githubToken === "") return noLook("no-token");
  const rest = await openRest(manner.githubToken, apiUrl, sender, clock.today);
  const reads = repositoryReads(rest, repository.owner, repository.name);
  return lookAtWorkflow(reads, { file, own }, door, clock.today());
}

/** A webhook is told that this is a test; a dead man's switch knows no such word, and hears of a success. */
async function testAlerts(
  { manner: { pipeline, alerts }, words, door, environment, manner }: Step,
  sender: Sender,
): Promise<Tested> {
  const { notifyUrl, pingUrl } = alerts;
  const post = (request: Request) => send(request, sender);
  const news: News = {
    state: "test",
    pipeline,
    result: "succeeded",
    text: door(words.alerts.news.test(pipeline)),
    run: linksOf(environment, manner.language).run,
  };
  const [told, heard] = await Promise.all([
    notifyUrl && notify(notifyUrl, news, post),
    pingUrl && ping(pingUrl, "success", post),
  ]);
  return { ...(told && { notify: told }), ...(heard && { ping: heard }) };
}
