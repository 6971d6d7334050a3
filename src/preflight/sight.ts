/** Why something could not be looked at. */
export type Blind =
  | "no-address"
  | "no-credentials"
  | "not-reached"
  | "cancelled"
  | "outside-actions"
  | "no-token"
  | "token-rejected"
  | "no-contents"
  | "no-actions"
  | "github-in-trouble"
  /** The workflow's file is not there, or no workflow. */
  | "no-workflow"
  /** No job of the workflow uses this action, as far as its file tells. */
  | "no-job"
  /** No job says what it takes the time zone for, or it is an expression that only GitHub evaluates. */
  | "zone-unclear"
  /** The limit of the job is an expression that only GitHub evaluates. */
  | "limit-unclear"
  /** The job's machine is an expression that only GitHub evaluates. */
  | "runner-unclear";

/** Something that could be looked at, or why it could not. */
export type Sight<T> =
  | { readonly kind: "seen"; readonly value: T }
  | { readonly kind: "unseen"; readonly why: Blind };

/**
 * Whether a part of the world stayed in the dark. An expression does not count: the file was read, and
 * the shipped workflow has one for its time limit, so that no dry run of it could ever be ready.
 */
export function isInTheDark(why: Blind): boolean {
  switch (why) {
    case "no-address":
    case "no-credentials":
    case "not-reached":
    case "cancelled":
    case "outside-actions":
    case "no-token":
    case "token-rejected":
    case "no-contents":
    case "no-actions":
    case "github-in-trouble":
    case "no-workflow":
    case "no-job":
      return true;
    case "zone-unclear":
    case "limit-unclear":
    case "runner-unclear":
      return false;
  }
}
