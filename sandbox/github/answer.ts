/** What goes back to a caller: JSON, or a page where the body is text. */
export interface Answer {
  readonly status: number;
  readonly body: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

const DOCUMENTATION = "https://docs.github.com/rest";

export function json(status: number, body: object, headers?: Answer["headers"]): Answer {
  return { status, body, ...(headers && { headers }) };
}

/** An error as the REST API words it. */
export function failure(status: number, message: string, more: object = {}): Answer {
  const body = { message, ...more, documentation_url: DOCUMENTATION, status: String(status) };
  return { status, body };
}

export function notFound(): Answer {
  return failure(404, "Not Found");
}

/** A field of the body that GitHub does not take. */
export function invalid(resource: string, field: string, code: string, message?: string): Answer {
  const error = { resource, field, code, ...(message !== undefined && { message }) };
  return failure(422, "Validation Failed", { errors: [error] });
}

/** Not GitHub's: what exists there, and the sandbox does not do. */
export function notInTheSandbox(what: string): Answer {
  return failure(501, `The sandbox's GitHub does not answer ${what}`);
}
