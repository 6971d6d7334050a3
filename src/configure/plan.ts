import type { Values } from "./values.ts";

export const PLAIN_HTTP_VARIABLE = "ORQUESTRA_ALLOW_PLAIN_HTTP";

/** What one place of GitHub's holds, by names in capitals. */
export interface Kept {
  readonly variables: ReadonlyMap<string, string>;
  readonly secrets: ReadonlyMap<string, Date>;
}

/** One thing to set, and what was there before. */
export type Step =
  | { readonly kind: "environment"; readonly name: string }
  | {
      readonly kind: "variable";
      readonly name: string;
      readonly value: string;
      readonly before: string | undefined;
    }
  | {
      readonly kind: "secret";
      readonly name: string;
      readonly value: string;
      readonly before: Date | undefined;
    };

/** How somebody wants it. */
export interface Wishes {
  readonly allowsPlainHttp: boolean;
  readonly usernameAsVariable: boolean;
  readonly environment: string | undefined;
}

/**
 * What to set, in this order: the workflow does nothing while there is no `API_URL`, so it comes last,
 * and what stops half way on a first set-up leaves nothing that runs.
 *
 * @param kept what is there; undefined for an environment that has to be made
 */
export function planOf(
  values: Values,
  { allowsPlainHttp, usernameAsVariable, environment }: Wishes,
  kept: Kept | undefined,
): readonly Step[] {
  const secret = (name: "API_USERNAME" | "API_PASSWORD"): Step => {
    return { kind: "secret", name, value: values[name].value, before: kept?.secrets.get(name) };
  };
  const variable = (name: string, value: string): Step => {
    return { kind: "variable", name, value, before: kept?.variables.get(name) };
  };
  const isVariable = usernameAsVariable || isVariableOnly("API_USERNAME", kept);
  return [
    ...(environment !== undefined && kept === undefined
      ? [{ kind: "environment", name: environment } as const]
      : []),
    isVariable ? variable("API_USERNAME", values.API_USERNAME.value) : secret("API_USERNAME"),
    secret("API_PASSWORD"),
    ...(allowsPlainHttp ? [variable(PLAIN_HTTP_VARIABLE, "true")] : []),
    variable("API_URL", values.API_URL.value),
  ];
}

/** Once wanted as a variable, it stays one. */
function isVariableOnly(name: string, kept: Kept | undefined): boolean {
  return kept !== undefined && kept.variables.has(name) && !kept.secrets.has(name);
}

/** What a place holds once the plan is carried out; when a secret was written does not matter then. */
export function keptAfter(plan: readonly Step[], { variables, secrets }: Kept): Kept {
  const after = { variables: new Map(variables), secrets: new Map(secrets) };
  for (const step of plan) {
    switch (step.kind) {
      case "environment":
        break;
      case "variable":
        after.variables.set(step.name, step.value);
        break;
      case "secret":
        after.secrets.set(step.name, step.before ?? new Date(0));
        break;
    }
  }
  return after;
}

/** Whether it is so already; of a secret nobody can tell. */
export function isDone(step: Step): boolean {
  return step.kind === "variable" && step.before === step.value;
}

/** Whether all is there, and nothing is known to be different: what is left to do are secrets. */
export function isSoAlready(plan: readonly Step[]): boolean {
  return plan.every(
    (step) => isDone(step) || (step.kind === "secret" && step.before !== undefined),
  );
}
