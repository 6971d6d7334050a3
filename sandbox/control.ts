import type { IncomingMessage, ServerResponse } from "node:http";
import { json as jsonBody } from "node:stream/consumers";
import { UnknownFault } from "./faults.ts";
import type { LoggedCall } from "./api/audit.ts";

/** Where another process sees and changes the sandbox; neither counted nor logged as a call of the API. */
export const CONTROL_PATH = "/__sandbox";

export type SandboxState = {
  readonly url: string;
  readonly shopUrl: string;
  readonly faults: readonly string[];
  readonly books: number;
  readonly calls: number;
  /** Pages that the shop was asked for so far: what scrapes cost it. */
  readonly shopRequests: number;
};

/** What the control routes may touch. */
export type Controlled = {
  state(): SandboxState;
  calls(): readonly LoggedCall[];
  setFaults(faults: readonly string[]): void;
  setBooks(books: number): void;
};

type Reply = { readonly status: number; readonly body: unknown };

class BadControl extends Error {
  override name = "BadControl";
}

/** Answers a request below CONTROL_PATH, always in JSON. */
export async function control(
  sandbox: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, body } = await replyTo(sandbox, request);
  response.writeHead(status, { "Content-Type": "application/json", Connection: "close" });
  response.end(`${JSON.stringify(body, null, 2)}\n`);
}

async function replyTo(sandbox: Controlled, request: IncomingMessage): Promise<Reply> {
  try {
    switch (`${request.method} ${request.url}`) {
      case `GET ${CONTROL_PATH}`:
        return { status: 200, body: sandbox.state() };
      case `GET ${CONTROL_PATH}/calls`:
        return { status: 200, body: sandbox.calls() };
      case `PUT ${CONTROL_PATH}/faults`:
        sandbox.setFaults(faultsIn(await bodyOf(request)));
        return { status: 200, body: sandbox.state() };
      case `PUT ${CONTROL_PATH}/books`:
        sandbox.setBooks(booksIn(await bodyOf(request)));
        return { status: 200, body: sandbox.state() };
      default:
        return {
          status: 404,
          body: { error: `there is ${CONTROL_PATH}, /calls, and PUT to /faults or /books` },
        };
    }
  } catch (error) {
    if (error instanceof UnknownFault || error instanceof BadControl) {
      return { status: 400, body: { error: error.message } };
    }
    throw error;
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  try {
    return await jsonBody(request);
  } catch {
    throw new BadControl("the body is not JSON");
  }
}

function faultsIn(body: unknown): string[] {
  if (Array.isArray(body) && body.every((fault) => typeof fault === "string")) return body;
  throw new BadControl('faults are a list of names, such as ["half-shop"]; [] ends them all');
}

function booksIn(body: unknown): number {
  const books: unknown = (body as { books?: unknown } | null)?.books;
  if (typeof books === "number" && Number.isInteger(books) && books >= 0) return books;
  throw new BadControl('books are a whole number, as in {"books": 20}');
}
