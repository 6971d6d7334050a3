import { Refused, type Refusal } from "../github/refusal.ts";
import { openRest } from "../github/rest.ts";
import { repositorySettings, type Repository } from "../github/repository-settings.ts";
import { check } from "./check.ts";
import { readLevels } from "./levels.ts";
import { readOptions, type Options } from "./options.ts";
import { prepare, type Start } from "./prepare.ts";
import { setUp } from "./set-up.ts";
import { createTalk, type Talk } from "./talk.ts";
import { Stopped, type Trouble } from "./trouble.ts";
import { Interrupted, type World } from "./world.ts";

/** 0: done, or nothing is missing. 1: it could not be done, or something is missing. */
export type ExitCode = 0 | 1 | typeof BAD_USE | typeof INTERRUPTED;

const BAD_USE = 2;
/** 128 + SIGINT, as shells have it. */
const INTERRUPTED = 130;

/** The whole command: settles once everything is done and said. */
export async function configure(args: readonly string[], world: World): Promise<ExitCode> {
  const read = readOptions(args, world.env);
  const talk = createTalk(read.kind === "options" ? read.options.language : read.language, world);
  switch (read.kind) {
    case "help":
      talk.say(talk.words.help);
      return 0;
    case "bad-use":
      talk.tell([{ code: "bad-use", problem: read.problem }]);
      return BAD_USE;
    case "options":
      try {
        return await perform(read.options, world, talk);
      } catch (error) {
        if (error instanceof Interrupted) {
          talk.tell([{ code: "interrupted" }]);
          return INTERRUPTED;
        }
        talk.tell(error instanceof Stopped ? error.troubles : [mistake(error, world)]);
        return 1;
      }
  }
}

async function perform(options: Options, world: World, talk: Talk): Promise<ExitCode> {
  const start = await prepare(options, world);
  try {
    const { owner, name } = start.target;
    const rest = await openRest(start.token, start.apiUrl, world.sender, world.clock.today);
    const settings = repositorySettings(rest, owner, name);
    const repository = await settings.repository();
    greet(repository, start, options, world, talk);
    if (options.task === "check") {
      const levels = await readLevels(settings, repository, options.environment);
      return await check(levels, options.environment, world, talk);
    }
    return await setUp(start, { settings, repository }, options, world, talk);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { refusal } = error;
    if (refusal.kind === "no-answer" && refusal.ending.kind === "cancelled")
      throw new Interrupted();
    throw new Stopped(refused(refusal, start, options, world));
  }
}

function greet(
  repository: Repository,
  { isFromGit }: Start,
  { environment, task }: Options,
  { door, say }: World,
  { words: { lines } }: Talk,
): void {
  const name = door(repository.fullName);
  const place = lines.place(name, repository.isPublic, environment && door(environment));
  say(isFromGit ? `${place} ${lines.fromGit}` : place);
  if (task === "dry-run") say(lines.dryRun);
}

function refused(
  refusal: Refusal,
  { tokenPage: page }: Start,
  { task }: Options,
  { door }: World,
): Trouble {
  const safe: Refusal = { ...refusal, call: door(refusal.call), words: door(refusal.words) };
  if (safe.kind !== "not-permitted" || task === "check") {
    return { code: "github-refused", refusal: safe, page };
  }
  // Whoever may not even read would come back for writing.
  const accepted = safe.accepted.map((one) => one.replace("=read", "=write"));
  return { code: "github-refused", refusal: { ...safe, accepted }, page };
}

/** Node would print it as it is, secrets included. */
function mistake(error: unknown, { door }: World): Trouble {
  return { code: "internal-error", detail: door(String((error as Error).stack), 2000) };
}
