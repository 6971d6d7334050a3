import type { Failure } from "../pipeline/failure.ts";
import type { TaskName } from "../pipeline/names.ts";
import { explain } from "../report/speak.ts";
import type { Explanation } from "../report/words/words.ts";
import { WORDS } from "../report/words/index.ts";
import type { HostKind, Settings } from "../settings/settings.ts";
import type { Probe } from "./probe.ts";
import type { Talk } from "./talk.ts";

const NO_LINKS = { run: undefined, variables: undefined, secrets: undefined, failures: undefined };

/** Says what a try came to that the API did not refuse. Its words are those of a run's own report. */
export function tellProbe(
  probe: Exclude<Probe, { kind: "rejected" }>,
  { hostKind }: Pick<Settings, "hostKind">,
  talk: Talk,
): void {
  const { lines } = talk.words;
  switch (probe.kind) {
    case "welcome":
      talk.done(lines.welcome);
      return;
    case "unreached":
      talk.warn(lines.unreached(explanation(probe.failure, "login", hostKind, talk).what));
      return;
    case "doubtful": {
      const { headline, what, steps } = explanation(probe.failure, probe.task, hostKind, talk);
      talk.warn(lines.doubtful(headline, what));
      for (const step of steps) talk.say(`  - ${step}`);
    }
  }
}

/** The runner is not meant: what a run would say on a machine of which nothing is known. */
export function explanation(
  failure: Failure,
  task: TaskName,
  hostKind: HostKind,
  { language, voice }: Pick<Talk, "language" | "voice">,
): Explanation {
  return explain(
    WORDS[language],
    failure,
    { task, hostKind, runner: "unknown", links: NO_LINKS },
    voice,
  );
}
