import type { Failure } from "../pipeline/failure.ts";
import type { TaskName } from "../pipeline/names.ts";
import { explain } from "../report/speak.ts";
import { inBrackets } from "../report/words/asides.ts";
import { WORDS } from "../report/words/index.ts";
import type { Explanation } from "../report/words/words.ts";
import type { HostKind, Settings } from "../settings/settings.ts";
import { NO_LINKS } from "./no-links.ts";
import type { Probe } from "./probe.ts";
import type { Talk } from "./talk.ts";

/** Says what a try came to that the API did not refuse. */
export function tellProbe(
  probe: Exclude<Probe, { kind: "rejected" | "unknown-call" }>,
  { hostKind }: Pick<Settings, "hostKind">,
  talk: Talk,
): void {
  const { lines } = talk.words;
  switch (probe.kind) {
    case "welcome":
      talk.done(lines.welcome);
      return;
    case "unreached": {
      const { what } = explanation(probe.failure, "login", hostKind, talk);
      talk.warn(lines.unreached(what, hostKind));
      return;
    }
    case "doubtful": {
      const { headline, what, steps } = explanation(probe.failure, probe.task, hostKind, talk);
      talk.warn(lines.doubtful(headline, what));
      for (const step of steps) talk.say(`  - ${step}`);
    }
  }
}

/**
 * In the words of a run's own report, as a run may fail for the same: but what stood between this
 * machine and the API is said of this machine.
 */
export function explanation(
  failure: Failure,
  task: TaskName,
  hostKind: HostKind,
  { language, voice, words }: Pick<Talk, "language" | "voice" | "words">,
): Explanation {
  const scene = { task, hostKind, runner: "unknown", links: NO_LINKS } as const;
  const explained = explain(WORDS[language], failure, scene, voice);
  type Tell = (failure: Failure, voice: Talk["voice"]) => string;
  const tell = (words.near as Partial<Record<Failure["code"], Tell>>)[failure.code];
  if (!tell) return explained;
  const detail = "detail" in failure ? failure.detail : undefined;
  return { ...explained, what: `${tell(failure, voice)}${inBrackets(detail, voice)}.` };
}
