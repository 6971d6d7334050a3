import { mayHaveHappened, Refused, type Refusal } from "../github/refusal.ts";
import type { RepositorySettings } from "../github/repository-settings.ts";
import { isDone, type Kept, type Step } from "./plan.ts";

/** How far the plan was carried out. */
export type Applied =
  | { readonly kind: "done" }
  | {
      readonly kind: "half-way";
      readonly refusal: Refusal;
      readonly done: readonly Step[];
      /** The one that failed, when nobody knows what became of it: it may have been set. */
      readonly unclear: Step | undefined;
      readonly left: readonly Step[];
    };

/** Carries out the plan, one step after the other; stops at the first one that GitHub does not do. */
export async function apply(
  plan: readonly Step[],
  settings: RepositorySettings,
  environment: string | undefined,
  follow: (done: Step) => void,
): Promise<Applied> {
  const steps = plan.filter((step) => !isDone(step));
  for (const [index, step] of steps.entries()) {
    try {
      await carryOut(step, settings, environment);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { refusal } = error;
      const isUnclear = mayHaveHappened(refusal);
      return {
        kind: "half-way",
        refusal,
        done: steps.slice(0, index),
        unclear: isUnclear ? step : undefined,
        left: steps.slice(isUnclear ? index + 1 : index),
      };
    }
    follow(step);
  }
  return { kind: "done" };
}

async function carryOut(
  step: Step,
  settings: RepositorySettings,
  environment: string | undefined,
): Promise<void> {
  switch (step.kind) {
    case "environment":
      return settings.createEnvironment(step.name);
    case "variable": {
      const isKnown = step.before !== undefined;
      return settings.shelf(environment).setVariable(step.name, step.value, isKnown);
    }
    case "secret":
      return settings.shelf(environment).setSecret(step.name, step.value);
  }
}

/**
 * What GitHub shows that it holds, and that is not what was set. A secret counts as set when it is there
 * and was not written before the one that was there.
 */
export function unconfirmed(plan: readonly Step[], kept: Kept): readonly string[] {
  return plan.filter((step) => !isConfirmed(step, kept)).map(({ name }) => name);
}

function isConfirmed(step: Step, { variables, secrets }: Kept): boolean {
  switch (step.kind) {
    case "environment":
      return true;
    case "variable":
      return variables.get(step.name) === step.value;
    case "secret": {
      const writtenAt = secrets.get(step.name);
      return writtenAt !== undefined && writtenAt >= (step.before ?? writtenAt);
    }
  }
}
