/** Why GitHub refuses a field or a whole query, by the `type` of its error. */
export type RefusalType =
  | "ARGUMENT_LIMIT"
  | "EXCESSIVE_PAGINATION"
  | "FORBIDDEN"
  | "INVALID_CURSOR_ARGUMENTS"
  | "MAX_NODE_LIMIT_EXCEEDED"
  | "MISSING_PAGINATION_BOUNDARIES"
  | "NOT_FOUND"
  | "UNPROCESSABLE"
  /** Not GitHub's: the sandbox has no answer for a field that exists. */
  | "NOT_IN_THE_SANDBOX";

/** Thrown while a query is resolved; the field it happened in becomes null, or what is around it. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly type: RefusalType;

  constructor(type: RefusalType, message: string) {
    super(message);
    this.type = type;
  }
}

export function forbidden(): Refusal {
  return new Refusal("FORBIDDEN", "Resource not accessible by integration");
}
