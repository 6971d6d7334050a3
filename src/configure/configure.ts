import { Refused, type Refusal } from "../github/refusal.ts";
import { openRest } from "../github/rest.ts";
import { repositorySettings } from "../github/repository-settings.ts";
import { check } from "./check.ts";
import { Interrupted } from "./interrupted.ts";
import { readOptions, type Options } from "./options.ts";
import type { Place } from "./place.ts";
import { guessed, prepare, type Start } from "./prepare.ts";
import { setUp } from "./set-up.ts";
import { createTalk, type Talk } from "./talk.ts";
import { Stopped, type Trouble } from "./trouble.ts";
import type { World } from "./world.ts";

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
        // Whatever it looks like, such as a request that failed: somebody ended it.
        if (world.interruption.aborted) {
          talk.interrupted(error instanceof Interrupted ? error.stage : "before");
          return INTERRUPTED;
        }
        talk.tell(error instanceof Stopped ? error.troubles : [mistake(error, world)]);
        return 1;
      }
  }
}

async function perform(options: Options, world: World, talk: Talk): Promise<ExitCode> {
  const start = await prepare(options, world);
  if (start.isGuess && !(await isMeant(start, world, talk))) {
    throw new Stopped(guessed(start.target, world));
  }
  try {
    const place = await open(start, options, world);
    greet(place, start, options, world, talk);
    if (place.repository.isArchived) {
      throw new Stopped(archived(place, start, world));
    }
    return options.task === "check"
      ? await check(start, place, options, world, talk)
      : await setUp(start, place, options, world, talk);
  } catch (error) {
    throw error instanceof Refused ? new Stopped(refused(error, start, options, world)) : error;
  }
}

function isMeant(
  { target: { owner, name } }: Start,
  { door }: World,
  { words: { questions }, yes }: Talk,
): Promise<boolean> {
  return yes(questions.ownRepository(door(`${owner}/${name}`)), false);
}

function archived({ repository }: Place, { isFromGit }: Start, { door }: World): Trouble {
  return { code: "archived", repository: door(repository.fullName), isFromGit };
}

async function open(
  { target: { owner, name }, token, apiUrl }: Start,
  { environment }: Options,
  { sender, clock }: World,
): Promise<Place> {
  const rest = await openRest(token, apiUrl, sender, clock.today);
  const settings = repositorySettings(rest, owner, name);
  return { settings, repository: await settings.repository(), environment };
}

function greet(
  { repository, environment }: Place,
  { isFromGit }: Start,
  { task }: Options,
  { door, say }: World,
  { words: { lines } }: Talk,
): void {
  const name = door(repository.fullName);
  const place = lines.place(name, repository.isPublic, environment && door(environment));
  say(isFromGit ? `${place} ${lines.fromGit}` : place);
  if (task === "dry-run") say(lines.dryRun);
}

function refused(
  { refusal }: Refused,
  { advice, isFromGit }: Start,
  { task }: Options,
  { door }: World,
): Trouble {
  const safe: Refusal = { ...refusal, call: door(refusal.call), words: door(refusal.words) };
  if (safe.kind !== "not-permitted" || task === "check") {
    return { code: "github-refused", refusal: safe, advice, isFromGit };
  }
  // Whoever may not even read would come back for writing.
  const accepted = safe.accepted.map((one) => one.replace("=read", "=write"));
  return { code: "github-refused", refusal: { ...safe, accepted }, advice, isFromGit };
}

/** Node would print it as it is, secrets included. */
function mistake(error: unknown, { door }: World): Trouble {
  return { code: "internal-error", detail: door(String((error as Error).stack), 2000) };
}
