import { Refused, type Refusal } from "../github/refusal.ts";
import type { Options } from "./options.ts";
import type { Place } from "./place.ts";
import type { Talk } from "./talk.ts";
import { Stopped } from "./trouble.ts";
import type { World } from "./world.ts";

const FILE = "preflight.yml";

/**
 * Starts the check on GitHub's side, where somebody wants it and the workflow is there.
 *
 * @returns false when it was asked for, and is not there
 * @throws Stopped when the workflow that is there is another one
 */
export async function startPreflight(
  { settings, repository: { defaultBranch }, environment }: Place,
  { startsPreflight, task }: Options,
  { terminal, door }: World,
  talk: Talk,
): Promise<boolean> {
  const { lines, questions } = talk.words;
  if (task === "dry-run") {
    if (startsPreflight) talk.say(lines.preflightWouldStart);
    return true;
  }
  if (!startsPreflight) {
    if (terminal === undefined || !(await settings.hasWorkflow(FILE))) return true;
    if (!(await talk.yes(questions.preflight, false))) return true;
  }
  // Without one nothing is handed over, so that also a workflow without this input takes it.
  const inputs = environment === undefined ? {} : { environment };
  try {
    await settings.startWorkflow(FILE, defaultBranch, inputs);
  } catch (error) {
    switch (kindOf(error)) {
      case "not-found":
        talk.fail(lines.preflightAbsent);
        return false;
      case "invalid":
        throw new Stopped({
          code: "preflight-refused",
          words: door((error as Refused).refusal.words),
        });
      default:
        throw error;
    }
  }
  talk.done(lines.preflightStarted);
  return true;
}

function kindOf(error: unknown): Refusal["kind"] | undefined {
  return error instanceof Refused ? error.refusal.kind : undefined;
}
