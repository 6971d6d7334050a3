import { hostKindOf } from "../settings/host.ts";
import { PLAIN_HTTP_VARIABLE, type Kept } from "./plan.ts";
import { VALUE_NAMES, type ValueName } from "./values.ts";

/** A place whose variables and secrets a job of the workflow reads; the first one goes before the others. */
export interface Level {
  readonly where: "environment" | "repository" | "organization";
  readonly kept: Kept;
}

/** What is amiss with the settings as they stand. */
export type Finding =
  | { readonly kind: "missing"; readonly name: ValueName | typeof PLAIN_HTTP_VARIABLE }
  | { readonly kind: "address-unreadable" }
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
): { readonly found: Found; readonly findings: readonly Finding[] } {
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
  const findings: Finding[] = [
    ...VALUE_NAMES.filter((name) => found[name] === undefined).map(
      (name) => ({ kind: "missing", name }) as const,
    ),
    ...addressFindings(url?.value, leave),
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

/** Whether a run could not do its work for it. */
export function isFatal({ kind }: Finding): boolean {
  return kind === "missing" || kind === "address-unreadable";
}

/** What a workflow reads, by the text of its file. */
export function variablesRead(workflow: string): readonly string[] {
  return [...workflow.matchAll(/\bvars\.(\w+)/g)].map(([, name]) => name ?? "");
}

function addressFindings(text: string | undefined, leave: boolean): readonly Finding[] {
  if (text === undefined) return [];
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return [{ kind: "address-unreadable" }];
  const needsLeave = url.protocol === "http:" && hostKindOf(url.hostname) === "public";
  if (needsLeave && !leave) return [{ kind: "missing", name: PLAIN_HTTP_VARIABLE }];
  return leave && !needsLeave ? [{ kind: "needless-plain-http" }] : [];
}

function first<T>(levels: readonly Level[], look: (kept: Kept) => T | undefined) {
  for (const { where, kept } of levels) {
    const value = look(kept);
    if (value !== undefined) return { where, value };
  }
  return undefined;
}

function when(condition: boolean, finding: Finding): readonly Finding[] {
  return condition ? [finding] : [];
}
