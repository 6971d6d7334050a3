import type { Refusal } from "../github/refusal.ts";
import type { Plain } from "../text/plain.ts";
import type { SettingsProblem } from "../settings/settings.ts";
import type { BadUse } from "./options.ts";
import type { TokenAdvice } from "./token.ts";
import type { ValueName } from "./values.ts";
import type { NoFolder } from "./working-folder.ts";

/** Why the command stopped. `code` is for scripts; the rest is what the sentences are made of. */
export type Trouble =
  | { readonly code: "bad-use"; readonly problem: BadUse }
  | { readonly code: "repository-unknown"; readonly seen?: Plain; readonly isOption: boolean }
  /** Git's origin is Orquestra's own repository, and nobody said that it is meant. */
  | { readonly code: "repository-guessed"; readonly repository: Plain }
  | { readonly code: "github-url-invalid"; readonly value: Plain }
  | {
      readonly code: "token-missing";
      readonly host: Plain;
      readonly variables: readonly string[];
      readonly advice: TokenAdvice;
    }
  /** @property from the variable or the command that it came from */
  | { readonly code: "token-unusable"; readonly from: string }
  | {
      readonly code: "export-unreadable";
      readonly file: Plain;
      readonly because: "missing" | "not-readable" | "not-utf-8" | "not-json" | "no-variables";
    }
  | { readonly code: "values-missing"; readonly names: readonly ValueName[] }
  /** Numbers of an export that are too long to be read exactly. */
  | { readonly code: "values-inexact"; readonly names: readonly ValueName[] }
  | {
      readonly code: "address-invalid";
      readonly problem: AddressProblem;
      /** The next question is for another one. */
      readonly isAskedAgain: boolean;
    }
  | {
      readonly code: "credentials-rejected";
      readonly words?: Plain;
      /** Came from an export whose spelling of it may not be the original one. */
      readonly mayDiffer: readonly ValueName[];
    }
  /** @property what whole sentences, in the person's language */
  | { readonly code: "api-call-unknown"; readonly what: string }
  /** The user is there, so it is the password that is wrong. */
  | { readonly code: "user-exists"; readonly words: Plain }
  /** @property what whole sentences, in the person's language */
  | { readonly code: "registration-refused"; readonly what: string }
  | {
      readonly code: "github-refused";
      readonly refusal: Refusal;
      readonly advice: TokenAdvice;
      readonly isFromGit: boolean;
    }
  | { readonly code: "archived"; readonly repository: Plain; readonly isFromGit: boolean }
  | { readonly code: "read-back-differs"; readonly names: readonly string[] }
  | { readonly code: "workflow-folder"; readonly folder: Plain; readonly because: NoFolder }
  | { readonly code: "workflow-not-written"; readonly path: Plain; readonly words: Plain }
  /** All is set, only the check on GitHub's side did not start. */
  | { readonly code: "preflight-refused"; readonly words: Plain }
  | { readonly code: "internal-error"; readonly detail: Plain };

export type AddressProblem = Extract<
  SettingsProblem,
  {
    readonly kind:
      | "missing"
      | "malformed"
      | "url-with-credentials"
      | "url-with-query"
      | "plain-http-to-public-host";
  }
>;

/** Ends the command: everything that is known to be in the way, at once. */
export class Stopped extends Error {
  override name = "Stopped";
  readonly troubles: readonly Trouble[];

  constructor(...troubles: readonly Trouble[]) {
    super(troubles.map(({ code }) => code).join(", "));
    this.troubles = troubles;
  }
}
