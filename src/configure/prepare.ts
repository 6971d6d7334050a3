import type { Options } from "./options.ts";
import { pathOf } from "./path.ts";
import { readExport } from "./read-export.ts";
import { apiUrlOf, readOrigin, readTarget, type Target } from "./target.ts";
import { isToken, tokenAdvice, tokenVariables, type TokenAdvice } from "./token.ts";
import { Stopped, type Trouble } from "./trouble.ts";
import { givenValues, VALUE_NAMES, type SomeValues } from "./values.ts";
import { isSameFolder } from "./working-copy.ts";
import { noFolder } from "./working-folder.ts";
import type { World } from "./world.ts";

/** What is known before anybody is asked anything. */
export interface Start {
  readonly target: Target;
  readonly isFromGit: boolean;
  /** It is the repository of the very Orquestra that runs, and nobody named it: as a rule a slip. */
  readonly isGuess: boolean;
  readonly apiUrl: string;
  readonly token: string;
  readonly advice: TokenAdvice;
  readonly values: SomeValues;
}

/** @throws Stopped with everything that is in the way, at once */
export async function prepare(options: Options, world: World): Promise<Start> {
  const troubles: Trouble[] = [];
  const complain = (trouble: Trouble) => {
    troubles.push(trouble);
  };
  const target = await findTarget(options, world);
  if (!target) complain(repositoryUnknown(options, world));
  const isFromGit = options.repo === undefined;
  const isGuess = isFromGit && options.task !== "check" && (await isAtHome(world));
  if (target && isGuess && !world.terminal) complain(guessed(target, world));
  const on = target && (await findGitHub(target, options, world, complain));
  const values = options.task === "check" ? {} : await findValues(options, world, complain);
  if (values.API_PASSWORD) world.mask(values.API_PASSWORD.value);
  await lookAtFolder(options, world, complain);

  if (troubles.length > 0 || !target || !on) throw new Stopped(...troubles);
  return { target, isFromGit, isGuess, ...on, values };
}

/** Whether the person stands in the working copy of the Orquestra that runs. */
async function isAtHome({ run, folder, home }: World): Promise<boolean> {
  const top = await run("git", ["rev-parse", "--show-toplevel"], folder);
  return top !== undefined && (await isSameFolder(top, home));
}

/** Where nobody may be asked, or says no. */
export function guessed({ owner, name }: Target, { door }: World): Trouble {
  return { code: "repository-guessed", repository: door(`${owner}/${name}`) };
}

/** Before anything is set: to write the workflow file is the last that is done. */
async function lookAtFolder(
  { workflow, task }: Options,
  world: World,
  complain: (trouble: Trouble) => void,
): Promise<void> {
  if (workflow === undefined || task === "check") return;
  const because = await noFolder(pathOf(workflow, world), world.door);
  if (because) complain({ code: "workflow-folder", folder: world.door(workflow, 1000), because });
}

async function findTarget({ repo }: Options, world: World): Promise<Target | undefined> {
  if (repo !== undefined) return readTarget(repo);
  const origin = await world.run("git", ["remote", "get-url", "origin"], world.folder);
  return origin === undefined ? undefined : readOrigin(origin);
}

function repositoryUnknown({ repo }: Options, { door }: World): Trouble {
  return repo === undefined
    ? { code: "repository-unknown", isOption: false }
    : { code: "repository-unknown", isOption: true, seen: door(repo) };
}

/** Where GitHub answers, and with which token. */
async function findGitHub(
  target: Target,
  options: Options,
  { env, run, mask, door }: World,
  complain: (trouble: Trouble) => void,
): Promise<Pick<Start, "apiUrl" | "token" | "advice"> | undefined> {
  const override = env["GITHUB_API_URL"];
  const apiUrl = apiUrlOf(target, override);
  if (apiUrl === undefined) {
    complain({ code: "github-url-invalid", value: door(override ?? "") });
  }
  const variables = tokenVariables(target, override);
  const variable = variables.find((name) => env[name]?.trim());
  const token =
    variable === undefined
      ? (await run("gh", ["auth", "token", "--hostname", target.host])) || undefined
      : env[variable]?.trim();
  if (token) mask(token);
  const advice = tokenAdvice(target, options);
  if (token === undefined) {
    complain({ code: "token-missing", host: door(target.host), variables, advice });
  } else if (!isToken(token)) {
    complain({ code: "token-unusable", from: variable ?? "gh auth token" });
  }
  return apiUrl && token ? { apiUrl, token, advice } : undefined;
}

async function findValues(
  options: Options,
  world: World,
  complain: (trouble: Trouble) => void,
): Promise<SomeValues> {
  const exported = await readExport(options, world, complain);
  // What is missing is not known before the file is read.
  if (!exported) return {};
  const values = givenValues(options, world.env, exported.values);
  const absent = VALUE_NAMES.filter((name) => values[name] === undefined);
  const inexact = absent.filter((name) => exported.inexact.includes(name));
  const missing = absent.filter((name) => !exported.inexact.includes(name));
  if (inexact.length > 0) complain({ code: "values-inexact", names: inexact });
  if (missing.length > 0 && !world.terminal) complain({ code: "values-missing", names: missing });
  return values;
}
