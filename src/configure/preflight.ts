import type { Repository, RepositorySettings } from "../github/repository-settings.ts";
import type { Options } from "./options.ts";
import type { Talk } from "./talk.ts";
import type { World } from "./world.ts";

const FILE = "preflight.yml";

/**
 * Starts the check on GitHub's side, where somebody wants it and the workflow is there.
 *
 * @returns false when it was asked for, and is not there
 */
export async function startPreflight(
  settings: RepositorySettings,
  { defaultBranch }: Repository,
  { startsPreflight, environment }: Options,
  { terminal }: World,
  talk: Talk,
): Promise<boolean> {
  // It reads the repository's own settings: of an environment's it would tell nothing.
  const mayAsk = terminal !== undefined && environment === undefined;
  if (!startsPreflight && !mayAsk) return true;
  const { lines, questions } = talk.words;
  if (!(await settings.hasWorkflow(FILE))) {
    if (startsPreflight) talk.warn(lines.preflightAbsent);
    return !startsPreflight;
  }
  if (startsPreflight || (await talk.yes(questions.preflight, false))) {
    await settings.startWorkflow(FILE, defaultBranch, {});
    talk.done(lines.preflightStarted);
  }
  return true;
}
