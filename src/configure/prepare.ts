import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { readAirflowExport, type AirflowExport } from "./airflow-export.ts";
import type { Options } from "./options.ts";
import {
  apiUrlOf,
  readOrigin,
  readTarget,
  tokenPage,
  tokenVariables,
  type Target,
} from "./target.ts";
import { Stopped, type Trouble } from "./trouble.ts";
import { givenValues, VALUE_NAMES, type SomeValues } from "./values.ts";
import type { World } from "./world.ts";

/** What is known before anybody is asked anything. */
export interface Start {
  readonly target: Target;
  readonly isFromGit: boolean;
  readonly apiUrl: string;
  readonly token: string;
  /** GitHub's page that makes a token with what is needed. */
  readonly tokenPage: string;
  readonly values: SomeValues;
}

/** @throws Stopped with everything that is in the way, at once */
export async function prepare(options: Options, world: World): Promise<Start> {
  const troubles: Trouble[] = [];
  const override = world.env["GITHUB_API_URL"];
  const target = (await findTarget(options, world)) ?? complain(repositoryUnknown(options, world));
  const apiUrl = target && apiUrlOf(target, override);
  if (target && apiUrl === undefined) {
    complain({ code: "github-url-invalid", value: world.door(override ?? "") });
  }
  const page = target && tokenPage(target, options.environment);
  const token = target && (await findToken(target, override, world));
  if (token) world.mask(token);
  if (target && page !== undefined && token === undefined) {
    const host = world.door(target.host);
    const variables = tokenVariables(target, override);
    complain({ code: "token-missing", host, variables, page });
  }
  const values = options.task === "check" ? {} : await findValues(options, world, complain);
  if (values.API_PASSWORD) world.mask(values.API_PASSWORD.value);

  if (troubles.length > 0 || !target || !apiUrl || !token || !page) throw new Stopped(...troubles);
  return { target, isFromGit: options.repo === undefined, apiUrl, token, tokenPage: page, values };

  function complain(trouble: Trouble): undefined {
    troubles.push(trouble);
  }
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

async function findToken(
  target: Target,
  override: string | undefined,
  { env, run }: World,
): Promise<string | undefined> {
  for (const name of tokenVariables(target, override)) {
    const token = env[name]?.trim();
    if (token) return token;
  }
  return (await run("gh", ["auth", "token", "--hostname", target.host])) || undefined;
}

async function findValues(
  options: Options,
  world: World,
  complain: (trouble: Trouble) => void,
): Promise<SomeValues> {
  const exported = await readExport(options, world, complain);
  const values = givenValues(options, world.env, exported.values);
  const absent = VALUE_NAMES.filter((name) => values[name] === undefined);
  const inexact = absent.filter((name) => exported.inexact.includes(name));
  const missing = absent.filter((name) => !exported.inexact.includes(name));
  if (inexact.length > 0) complain({ code: "values-inexact", names: inexact });
  if (missing.length > 0 && !world.terminal) complain({ code: "values-missing", names: missing });
  return values;
}

async function readExport(
  { from }: Options,
  { folder, door }: World,
  complain: (trouble: Trouble) => void,
) {
  const none: Pick<Extract<AirflowExport, { kind: "read" }>, "values" | "inexact"> = {
    values: {},
    inexact: [],
  };
  if (from === undefined) return none;
  const unreadable = (because: Extract<Trouble, { code: "export-unreadable" }>["because"]) => {
    complain({ code: "export-unreadable", file: door(from), because });
    return none;
  };
  let text: string;
  try {
    text = await readFile(resolve(folder, from), "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return unreadable(code === "ENOENT" ? "missing" : "not-readable");
  }
  const read = readAirflowExport(text);
  return read.kind === "read" ? read : unreadable(read.kind);
}
