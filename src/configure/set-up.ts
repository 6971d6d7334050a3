import { carryOut, readBack } from "./carry-out.ts";
import { Interrupted, type Stage } from "./interrupted.ts";
import { leaveWorkflow } from "./leave-workflow.ts";
import { keptIn, levelsAfter, readLevels } from "./levels.ts";
import { lookOver } from "./look-over.ts";
import type { Options } from "./options.ts";
import type { Place } from "./place.ts";
import { isSoAlready, PLAIN_HTTP_VARIABLE, planOf, type Step } from "./plan.ts";
import { startPreflight } from "./preflight.ts";
import type { Start } from "./prepare.ts";
import { ghLine } from "./remedy.ts";
import { review, type Level } from "./review.ts";
import { settle } from "./settle.ts";
import { readShipped } from "./shipped.ts";
import { showPages } from "./show-pages.ts";
import { showPlan } from "./show-plan.ts";
import { storedInput } from "./stored-settings.ts";
import type { Talk } from "./talk.ts";
import { tellFindings } from "./tell-findings.ts";
import { tryOut } from "./try-out.ts";
import type { World } from "./world.ts";

/**
 * Settles what is to be set, tries it, sets it, and leaves the workflow where somebody wants it.
 *
 * @returns 1 when somebody said no, what they asked for besides could not be done, or no run can work
 *   with all that GitHub holds
 * @throws Stopped or Refused when something is in the way
 * @throws Interrupted with what is done by then
 */
export async function setUp(
  start: Start,
  place: Place,
  options: Options,
  world: World,
  talk: Talk,
): Promise<0 | 1> {
  const { environment, repository } = place;
  const { terminal, interruption } = world;
  let stage: Stage = "before";
  try {
    const levels = await readLevels(place);
    const kept = keptIn(levels, place);
    const wasAllowed = kept?.variables.get(PLAIN_HTTP_VARIABLE) === "true";
    const known = {
      address: kept?.variables.get("API_URL"),
      allowsPlainHttp: options.allowsPlainHttp || wasAllowed,
      isPublic: repository.isPublic,
    };
    const settled = await settle(start.values, known, world, talk);
    const values = options.probes
      ? await tryOut(settled, levels, options, world, talk)
      : settled.values;

    const { usernameAsVariable } = options;
    const { allowsPlainHttp } = settled;
    const plan = planOf(values, { allowsPlainHttp, usernameAsVariable, environment }, kept);
    showPlan(plan, values, world, talk);
    if (options.task === "set" && !(await set(plan))) {
      talk.say(talk.words.lines.nothingSet);
      return 1;
    }
    const selfHosted = settled.isPrivate && !repository.isPublic;
    const { target } = start;
    const left = await leaveWorkflow(options, target, { environment, selfHosted }, world, talk);
    stage = "preflight";
    const after = levelsAfter(plan, levels, place);
    const shipped = await readShipped(world);
    await lookOver(left, after, { options, target, place, shipped }, world, talk);
    const isStarted = await startPreflight(place, options, world, talk);
    if (options.task === "set") {
      showPages(place, talk);
      if (values.API_PASSWORD.source === "file") talk.warn(talk.words.lines.exportStays);
      tellLanguage(after);
    }
    const { findings } = review(after, shipped.byAny, world.door);
    const isRight = tellFindings(findings, after, place, world, talk);
    if (!isRight) talk.say(talk.words.lines.wouldFail);
    return isStarted && isRight ? 0 : 1;
  } catch (error) {
    throw interruption.aborted ? new Interrupted(stage) : error;
  }

  /** @returns false when somebody does not want it, and it is not so already */
  async function set(plan: readonly Step[]): Promise<boolean> {
    const { setThese, setAgain } = talk.words.questions;
    const isSo = isSoAlready(plan);
    const isWanted = terminal === undefined || (await talk.yes(isSo ? setAgain : setThese, true));
    if (isWanted) {
      stage = "setting";
      await carryOut(plan, place, world, talk);
      stage = "read-back";
      await readBack(plan, place, talk);
    }
    stage = "workflow";
    return isWanted || isSo;
  }

  /** A run speaks English to whoever says nothing else, also to those with whom this command does not. */
  function tellLanguage(levels: readonly Level[]): void {
    const { language, words, say } = talk;
    if (language === "en" || storedInput(levels, "language") !== "") return;
    const change = { of: "variable", name: "ORQUESTRA_LANGUAGE", to: language } as const;
    say(words.lines.summaryLanguage);
    say(`  ${world.door(ghLine(change, levels, place), 1000)}`);
  }
}
