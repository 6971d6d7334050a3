import { hostKindOf } from "../settings/host.ts";
import type { SettingsProblem } from "../settings/settings.ts";
import type { Door } from "../text/plain.ts";
import { addressProblem } from "./address.ts";
import { PLAIN_HTTP_VARIABLE, type Kept } from "./plan.ts";
import { isDoubled, readStored, type Stored } from "./stored-settings.ts";
import type { AddressProblem } from "./trouble.ts";
import { VALUE_NAMES, type ValueName } from "./values.ts";

/** A place whose variables and secrets a job of the workflow reads; the first one goes before the others. */
export interface Level {
  readonly where: "environment" | "repository" | "organization";
  readonly kept: Kept;
}

/** What is amiss with the settings as they stand. */
export type SettingsFinding =
  | { readonly kind: "missing"; readonly name: ValueName | typeof PLAIN_HTTP_VARIABLE }
  | { readonly kind: "address-refused"; readonly problem: AddressProblem }
  /** It ends with what each path begins with. */
  | { readonly kind: "address-doubled" }
  /** The name that Docker gives the machine around a container. */
  | { readonly kind: "address-of-docker" }
  | { readonly kind: "setting-refused"; readonly problem: SettingsProblem }
  /** A secret of that name is not read. */
  | { readonly kind: "address-as-secret" }
  /** In clear, and not read. */
  | { readonly kind: "password-as-variable" }
  /** The secret is the one that counts. */
  | { readonly kind: "username-twice" }
  /** No workflow of ours reads it: a name with a slip in it, as a rule. */
  | { readonly kind: "unread"; readonly name: string }
  | { readonly kind: "needless-plain-http" }
  | { readonly kind: "paused" };

/** Where each value is found; undefined where it is not. */
export type Found = Readonly<Record<ValueName, Level["where"] | undefined>>;

/** Looks for what a run needs and for what no run reads, in all places at once. */
export function review(
  levels: readonly Level[],
  read: ReadonlySet<string>,
  door: Door,
): { readonly found: Found; readonly findings: readonly SettingsFinding[] } {
  const variable = (name: string) => first(levels, ({ variables }) => variables.get(name));
  const secret = (name: string) => first(levels, ({ secrets }) => secrets.get(name));
  const url = variable("API_URL");
  const username = variable("API_USERNAME");
  const found: Found = {
    API_URL: url?.where,
    API_USERNAME: secret("API_USERNAME")?.where ?? username?.where,
    API_PASSWORD: secret("API_PASSWORD")?.where,
  };
  const leave = variable(PLAIN_HTTP_VARIABLE)?.value === "true";
  const paused = variable("ORQUESTRA_PAUSED")?.value ?? "false";
  const names = new Set(levels.flatMap(({ kept }) => [...kept.variables.keys()]));
  const findings: SettingsFinding[] = [
    ...VALUE_NAMES.filter((name) => found[name] === undefined).map(
      (name) => ({ kind: "missing", name }) as const,
    ),
    ...addressFindings(url?.value, leave, door),
    ...storedFindings(readStored(levels, read, door)),
    ...when(secret("API_URL") !== undefined, { kind: "address-as-secret" }),
    ...when(variable("API_PASSWORD") !== undefined, { kind: "password-as-variable" }),
    ...when(secret("API_USERNAME") !== undefined && username !== undefined, {
      kind: "username-twice",
    }),
    ...[...names]
      .filter((name) => name.startsWith("ORQUESTRA_") && !read.has(name))
      .map((name) => ({ kind: "unread", name }) as const),
    ...when(paused !== "false" && paused !== "", { kind: "paused" }),
  ];
  return { found, findings };
}

/** What a workflow reads, by the text of its file. */
export function variablesRead(workflow: string): readonly string[] {
  return [...workflow.matchAll(/\bvars\.(\w+)/g)].map(([, name]) => name ?? "");
}

function addressFindings(
  text: string | undefined,
  leave: boolean,
  door: Door,
): readonly SettingsFinding[] {
  if (text === undefined) return [];
  const problem = addressProblem(text, leave, door);
  if (problem?.kind === "plain-http-to-public-host") {
    return [{ kind: "missing", name: PLAIN_HTTP_VARIABLE }];
  }
  if (problem) return [{ kind: "address-refused", problem }];
  const isDockers = hostKindOf(new URL(text).hostname) === "docker-host";
  const needsLeave = addressProblem(text, false, door) !== undefined;
  return [
    ...when(isDockers, { kind: "address-of-docker" }),
    ...when(leave && !needsLeave, { kind: "needless-plain-http" }),
  ];
}

function storedFindings({ problems, settings }: Stored): readonly SettingsFinding[] {
  return [
    ...(isDoubled(settings) ? [{ kind: "address-doubled" } as const] : []),
    ...problems.map((problem) => ({ kind: "setting-refused", problem }) as const),
  ];
}

function first<T>(levels: readonly Level[], look: (kept: Kept) => T | undefined) {
  for (const { where, kept } of levels) {
    const value = look(kept);
    if (value !== undefined) return { where, value };
  }
  return undefined;
}

function when(condition: boolean, finding: SettingsFinding): readonly SettingsFinding[] {
  return condition ? [finding] : [];
}
