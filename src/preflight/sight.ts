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
