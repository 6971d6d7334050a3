import type { Refusal } from "../github/refusal.ts";
import { createFormat } from "../report/format.ts";
import { sayProblem } from "../report/speak.ts";
import { plainVoice, type Voice } from "../report/voice.ts";
import { WORDS as REPORT_WORDS } from "../report/words/index.ts";
import type { Explanation } from "../report/words/words.ts";
import type { Language } from "../settings/settings.ts";
import type { Stage } from "./interrupted.ts";
import type { Finding } from "./finding.ts";
import { NO_LINKS } from "./no-links.ts";
import type { TokenAdvice } from "./token.ts";
import type { Trouble } from "./trouble.ts";
import { WORDS } from "./words/index.ts";
import type { Words } from "./words/words.ts";
import type { World } from "./world.ts";

/** Speaks with the person, in their language. */
export interface Talk {
  readonly language: Language;
  readonly words: Words;
  readonly voice: Voice;
  say(line: string): void;
  /** It is done, or as it should be. */
  done(line: string): void;
  warn(line: string): void;
  /** It is not as it should be. */
  fail(line: string): void;
  tell(troubles: readonly Trouble[]): void;
  interrupted(stage: Stage): void;
  finding(finding: Finding): string;
  /** @param usual what an empty line means */
  yes(question: string, usual: boolean): Promise<boolean>;
}

export function createTalk(language: Language, world: World): Talk {
  const words = WORDS[language];
  // GitHub tells days of secrets in UTC.
  const voice = plainVoice(createFormat(language, "UTC"));
  return {
    language,
    words,
    voice,
    say: world.say,
    done: (line) => world.say(`✔ ${line}`),
    warn: (line) => world.say(`⚠ ${line}`),
    fail: (line) => world.say(`✖ ${line}`),
    tell(troubles) {
      for (const trouble of troubles) {
        const { headline, what, who, steps } = explain(words, trouble, voice);
        world.complain(`✖ ${headline} (${codeOf(trouble)})`);
        world.complain(`  ${what}`);
        world.complain(`  ${words.lines.whoCanFix}: ${who}`);
        world.complain(`  ${words.lines.whatToDo}:`);
        for (const step of steps) world.complain(`  - ${step}`);
      }
    },
    interrupted(stage) {
      const { headline, stages, again } = words.lines.interrupted;
      world.complain(`✖ ${headline} (interrupted)`);
      world.complain(`  ${stages[stage]}`);
      world.complain(`  ${again}`);
    },
    finding: (finding) => sayFinding(language, finding, voice),
    async yes(question, usual) {
      const { yes, no } = words.questions;
      const answer = await world.terminal?.askYesOrNo(`${question} ${usual ? yes : no} `);
      return answer ?? usual;
    },
  };
}

/** What scripts may match on. */
export function codeOf(trouble: Trouble): string {
  return trouble.code === "github-refused" ? `github-${trouble.refusal.kind}` : trouble.code;
}

export function sayFinding(language: Language, finding: Finding, voice: Voice): string {
  const words = WORDS[language];
  if (finding.kind === "address-refused") {
    const { problem } = finding;
    const trouble = { code: "address-invalid", problem, isAskedAgain: false } as const;
    const { headline, what } = explain(words, trouble, voice);
    return words.lines.addressRefused(headline, what);
  }
  if (finding.kind === "setting-refused") {
    // As a run says it, which reads the same settings.
    const scene = { hostKind: "public", runner: "unknown", links: NO_LINKS } as const;
    const what = sayProblem(REPORT_WORDS[language], finding.problem, scene, voice);
    return words.lines.settingRefused(what);
  }
  type Tell = (finding: Finding, voice: Voice) => string;
  return (words.findings[finding.kind] as Tell)(finding, voice);
}

export function explain(words: Words, trouble: Trouble, voice: Voice): Explanation {
  const explained = explainAlone(words, trouble, voice);
  return isOfGuessedName(trouble)
    ? { ...explained, what: `${explained.what} ${words.lines.nameFromGit(voice)}` }
    : explained;
}

/** Whether another repository may be meant than the one whose name git gave. */
function isOfGuessedName(trouble: Trouble): boolean {
  switch (trouble.code) {
    case "archived":
      return trouble.isFromGit;
    case "github-refused":
      return trouble.isFromGit && MAY_BE_ANOTHER.has(trouble.refusal.kind);
    default:
      return false;
  }
}

const MAY_BE_ANOTHER: ReadonlySet<Refusal["kind"]> = new Set([
  "not-found",
  "not-permitted",
  "moved",
]);

/** As in the report: each table has one entry a kind, and the compiler does not see which. */
function explainAlone(words: Words, trouble: Trouble, voice: Voice): Explanation {
  type Tell = (trouble: unknown, voice: Voice) => Explanation;
  type TellRefusal = (refusal: unknown, advice: TokenAdvice, voice: Voice) => Explanation;
  switch (trouble.code) {
    case "github-refused": {
      const { refusal, advice } = trouble;
      return (words.refusals[refusal.kind] as TellRefusal)(refusal, advice, voice);
    }
    case "address-invalid": {
      const told = (words.addresses[trouble.problem.kind] as Tell)(trouble.problem, voice);
      return trouble.isAskedAgain ? { ...told, steps: [words.lines.typeAnother] } : told;
    }
    default:
      return (words.troubles[trouble.code] as Tell)(trouble, voice);
  }
}
