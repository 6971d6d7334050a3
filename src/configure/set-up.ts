import type { Repository, RepositorySettings } from "../github/repository-settings.ts";
import { carryOut, showPlan } from "./carry-out.ts";
import { leaveWorkflow } from "./leave-workflow.ts";
import { keptIn, readLevels } from "./levels.ts";
import type { Options } from "./options.ts";
import { PLAIN_HTTP_VARIABLE, planOf } from "./plan.ts";
import { startPreflight } from "./preflight.ts";
import type { Start } from "./prepare.ts";
import { settle } from "./settle.ts";
import type { Talk } from "./talk.ts";
import { Stopped } from "./trouble.ts";
import { tryOut } from "./try-out.ts";
import type { World } from "./world.ts";

/** What everything is set on. */
export interface On {
  readonly settings: RepositorySettings;
  readonly repository: Repository;
}

/**
 * Settles what is to be set, tries it, sets it, and leaves the workflow where somebody wants it.
 *
 * @returns 1 when somebody said no, or what they asked for besides could not be done
 * @throws Stopped or Refused when something is in the way
 */
export async function setUp(
  start: Start,
  { settings, repository }: On,
  options: Options,
  world: World,
  talk: Talk,
): Promise<0 | 1> {
  const { environment } = options;
  if (repository.isArchived) {
    throw new Stopped({ code: "archived", repository: world.door(repository.fullName) });
  }
  const levels = await readLevels(settings, repository, environment);
  const kept = keptIn(levels, environment);
  const wasAllowed = kept?.variables.get(PLAIN_HTTP_VARIABLE) === "true";
  const consent = {
    allowsPlainHttp: options.allowsPlainHttp || wasAllowed,
    isPublic: repository.isPublic,
  };
  const settled = await settle(start.values, consent, world, talk);
  const values = options.probes ? await tryOut(settled, options, world, talk) : settled.values;

  const plan = planOf(values, settled.allowsPlainHttp, environment, kept);
  showPlan(plan, values, world, talk);
  const changes = { environment, selfHosted: settled.isPrivate && !repository.isPublic };
  if (options.task === "dry-run") {
    await leaveWorkflow(options, changes, world, talk);
    return 0;
  }
  if (world.terminal && !(await talk.yes(talk.words.questions.setThese, true))) {
    talk.say(talk.words.lines.nothingSet);
    return 1;
  }
  await carryOut(plan, { settings, repository, environment }, world, talk);
  await leaveWorkflow(options, changes, world, talk);
  const isStarted = await startPreflight(settings, repository, options, world, talk);
  showPages(repository, environment, talk);
  return isStarted ? 0 : 1;
}

function showPages(
  { pageUrl }: Repository,
  environment: string | undefined,
  { say, words: { lines } }: Talk,
): void {
  const { pages } = lines;
  if (environment === undefined) {
    say(`${pages.variables}: ${pageUrl}/settings/variables/actions`);
    say(`${pages.secrets}: ${pageUrl}/settings/secrets/actions`);
  } else {
    say(`${pages.environments}: ${pageUrl}/settings/environments`);
  }
  say(`${pages.actions}: ${pageUrl}/actions`);
}
