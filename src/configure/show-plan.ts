import { isDone, type Step } from "./plan.ts";
import type { Talk } from "./talk.ts";
import { VALUE_NAMES, type Values } from "./values.ts";
import type { World } from "./world.ts";

/** Says what is to be set, and never what a secret holds. */
export function showPlan(
  plan: readonly Step[],
  values: Values,
  { door }: World,
  { words: { lines }, voice, say, warn }: Talk,
): void {
  say(lines.planned);
  for (const step of plan) {
    const known = VALUE_NAMES.find((name) => name === step.name);
    const from = known === undefined ? "" : ` (${lines.sources[values[known].source]})`;
    say(`  ${step.name}, ${lines.kinds[step.kind]}${from}: ${changeOf(step)}`);
  }
  const replaces = plan.some((step) => step.kind === "secret" && step.before !== undefined);
  if (replaces) say(`  ${lines.secretsUnseen}`);
  const username = plan.find(({ name }) => name === "API_USERNAME");
  if (username?.kind === "secret" && isCommonWord(username.value)) say(`  ${lines.commonUsername}`);
  const doubtful = VALUE_NAMES.filter((name) => values[name].mayDiffer === true);
  if (doubtful.length > 0) warn(lines.mayDiffer(doubtful));

  function changeOf(step: Step): string {
    switch (step.kind) {
      case "environment":
        return lines.isNew[step.kind];
      case "secret":
        return step.before ? lines.replaces(voice.day(step.before)) : lines.isNew[step.kind];
      case "variable": {
        const value = door(step.value);
        if (isDone(step)) return `${value}, ${lines.isSo}`;
        return step.before === undefined
          ? `${value}, ${lines.isNew[step.kind]}`
          : `${door(step.before)} → ${value}`;
      }
    }
  }
}

/** Which a summary may well hold besides: GitHub hides a secret wherever its letters stand. */
export function isCommonWord(username: string): boolean {
  return /^\p{L}{1,10}$/u.test(username);
}
