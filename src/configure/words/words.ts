import type { Explanation } from "../../report/words/words.ts";
import type { Voice } from "../../report/voice.ts";
import type { Failure } from "../../pipeline/failure.ts";
import type { HostKind } from "../../settings/settings.ts";
import type { Refusal } from "../../github/refusal.ts";
import type { NamedDifference } from "../compare-workflow.ts";
import type { Step } from "../plan.ts";
import type { Finding } from "../finding.ts";
import type { FoundWorkflow } from "../find-workflow.ts";
import type { Stage } from "../interrupted.ts";
import type { Level } from "../review.ts";
import type { TokenAdvice } from "../token.ts";
import type { AddressProblem, Trouble } from "../trouble.ts";
import type { Source, ValueName } from "../values.ts";
import type { PlaceInCopy } from "../working-copy.ts";

/** All that the command says, in one language. A translation that lacks a sentence does not compile. */
export interface Words {
  readonly help: string;
  readonly troubles: TroubleWords;
  readonly refusals: RefusalWords;
  readonly addresses: AddressWords;
  readonly findings: FindingWords;
  readonly near: NearWords;
  readonly questions: Questions;
  readonly lines: Lines;
}

export type TroubleWords = {
  readonly [C in Exclude<Trouble["code"], "github-refused" | "address-invalid">]: (
    trouble: Extract<Trouble, { code: C }>,
    voice: Voice,
  ) => Explanation;
};

/** What GitHub refused, and which token it would take. */
export type RefusalWords = {
  readonly [K in Refusal["kind"]]: (
    refusal: Extract<Refusal, { kind: K }>,
    advice: TokenAdvice,
    voice: Voice,
  ) => Explanation;
};

export type AddressWords = {
  readonly [K in AddressProblem["kind"]]: (
    problem: Extract<AddressProblem, { kind: K }>,
    voice: Voice,
  ) => Explanation;
};

export type FindingWords = {
  readonly [K in Exclude<Finding["kind"], "address-refused" | "setting-refused">]: (
    finding: Extract<Finding, { kind: K }>,
    voice: Voice,
  ) => string;
};

/** What stood between this machine and the API, without a full stop: no runner is meant. */
export type NearWords = {
  readonly [C in "api-unreachable" | "tls-untrusted" | "timed-out" | "connection-lost"]: (
    failure: Extract<Failure, { code: C }>,
    voice: Voice,
  ) => string;
};

export interface Questions {
  /** Without the colon that follows. */
  readonly values: Readonly<Record<ValueName, string>>;
  /** Behind a question: an empty line means yes. */
  readonly yes: string;
  readonly no: string;
  /** Behind a question: an empty line means this. */
  usual(value: string): string;
  ownRepository(name: string): string;
  plainHttp(host: string): string;
  readonly selfHosted: string;
  /** Of the name that Docker gives the machine around a container. */
  readonly dockerRunner: string;
  readonly register: string;
  readonly otherUser: string;
  readonly setThese: string;
  /** The same when all is there already, as far as anybody can see. */
  readonly setAgain: string;
  /** @param usual what an empty line means; undefined: nothing is written */
  workflowFolder(usual: string | undefined): string;
  /** Behind the differences. */
  overwrite(path: string): string;
  readonly preflight: string;
}

export interface Lines {
  readonly whoCanFix: string;
  readonly whatToDo: string;
  place(repository: string, isPublic: boolean, environment: string | undefined): string;
  readonly fromGit: string;
  /** A sentence: the name of the repository is git's. */
  nameFromGit(voice: Voice): string;
  readonly dryRun: string;
  readonly trying: string;
  readonly welcome: string;
  /** @param what whole sentences about a failure */
  unreached(what: string, kind: HostKind): string;
  doubtful(headline: string, what: string): string;
  readonly registered: string;
  readonly registrationUnclear: string;
  readonly wouldRegister: string;
  privateHost(host: string, kind: Exclude<HostKind, "public">): string;
  /** Behind it, where nobody can say whether that is what they want. */
  readonly noTerminal: string;
  /** Behind a no to it. */
  readonly otherAddress: string;
  /** The same, of the name that Docker gives a machine. */
  readonly nameForRunner: string;
  /** Behind a no to plain HTTP. */
  readonly encryptedAddress: string;
  /** Behind an empty line where nothing is usual. */
  readonly noAnswer: string;
  /** What to do about an answer that will not do. */
  readonly typeAnother: string;
  readonly publicRepository: string;
  readonly planned: string;
  readonly kinds: Readonly<Record<Step["kind"], string>>;
  readonly sources: Readonly<Record<Source, string>>;
  readonly isNew: Readonly<Record<Step["kind"], string>>;
  readonly isSo: string;
  replaces(day: string): string;
  readonly secretsUnseen: string;
  /** Of a user name that goes into a secret. */
  readonly commonUsername: string;
  mayDiffer(names: readonly ValueName[]): string;
  readonly nothingSet: string;
  set(name: string): string;
  readonly halfWay: {
    readonly done: string;
    readonly unclear: string;
    readonly left: string;
    readonly again: string;
  };
  readonly confirmed: string;
  readonly levels: Readonly<Record<Level["where"], string>>;
  readonly noEnvironment: string;
  /** @param what whole sentences about a setting */
  settingRefused(what: string): string;
  /** @param what whole sentences about an address */
  addressRefused(headline: string, what: string): string;
  workflowFits(at: string): string;
  /** Before what does not. */
  workflowMisfits(at: string): string;
  workflowMissing(at: string): string;
  readonly workflowUnseen: Readonly<
    Record<Extract<FoundWorkflow, { kind: "unseen" }>["because"], (at: string) => string>
  >;
  readonly complete: string;
  readonly completeAsSeen: string;
  readonly incomplete: string;
  /** Of settings that this command leaves alone. */
  readonly wouldFail: string;
  /** Before the command that changes it; never said in English. */
  readonly summaryLanguage: string;
  workflowWritten(path: string): string;
  workflowWouldBe(path: string): string;
  workflowSame(path: string): string;
  workflowDiffering(path: string): string;
  workflowWouldReplace(path: string): string;
  workflowKept(path: string): string;
  workflowWouldStay(path: string): string;
  /** The differences of one that stays, then how to have it replaced; a line each. */
  readonly workflowDiffers: {
    named(difference: NamedDifference): string;
    others(count: number): string;
    readonly replace: string;
  };
  readonly workflowSelfHosted: string;
  readonly workflowUnpinned: string;
  readonly workflowPublish: string;
  readonly workflowPlace: Readonly<Record<Exclude<PlaceInCopy, "root">, string>>;
  readonly preflightStarted: string;
  readonly preflightAbsent: string;
  readonly preflightWouldStart: string;
  readonly interrupted: {
    readonly headline: string;
    readonly stages: Readonly<Record<Stage, string>>;
    readonly again: string;
  };
  /** Of the file that a password came from. */
  readonly exportStays: string;
  readonly pages: {
    readonly variables: string;
    readonly secrets: string;
    readonly environments: string;
    readonly actions: string;
  };
}
