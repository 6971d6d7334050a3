import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Access, Tokens } from "./access.ts";
import { failure, notFound, type Answer } from "./answer.ts";
import type { Budget } from "./budget.ts";
import { primaryLimit } from "./limits.ts";
import { answerRest } from "./rest/router.ts";
import { send, sendHalf } from "./send.ts";
import type { Store } from "./store/store.ts";
import { struckBy, type Reply } from "./strike.ts";
import type { Door, Troubles } from "./troubles.ts";

export interface HandlerParts {
  readonly store: Store;
  readonly tokens: Tokens;
  readonly budget: Budget;
  readonly troubles: Troubles;
  readonly log: (call: LoggedCall) => void;
}

/** A request that came, in the order of coming. */
export interface LoggedCall {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body: string;
}

interface Call {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

/** Answers one request as api.github.com does, or as one of the troubles has it. */
export async function handle(
  parts: HandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "GET", url: path = "/", headers } = request;
  const body = await text(request);
  parts.log({ method, path, body });
  const url = new URL(path, "http://localhost");
  const reply = await replyTo(parts, { method, url, body, headers }).catch(mistakeOfOurs);
  if (reply === "silence") return;
  if (reply === "cut") sendHalf(response);
  else send(response, reply, parts.store.nowMs);
}

/** Not to be taken for one of GitHub's troubles by whoever wonders about the answer. */
function mistakeOfOurs(error: unknown): Answer {
  const { stack = String(error) } = error as Partial<Error>;
  return failure(500, `The sandbox's GitHub has a mistake: ${stack}`);
}

async function replyTo(parts: HandlerParts, call: Call): Promise<Reply> {
  const { store, tokens, budget, troubles } = parts;
  const door: Door = call.url.pathname === "/graphql" ? "graphql" : "rest";
  const trouble = troubles.at(door);
  const struck = trouble && struckBy(trouble);
  if (struck !== undefined) return struck;
  if (call.headers["user-agent"] === undefined) {
    return failure(403, "Request forbidden by administrative rules. Please send a User-Agent.");
  }

  const access = tokens.accessOf(call.headers.authorization);
  if (access === "bad") return failure(401, "Bad credentials");
  if (access === "none") return answerTo(call, door, access, parts);
  const resource = door === "rest" ? "core" : "graphql";
  const spent = budget.spend(access, resource, store.nowMs, trouble === "primary-limit");
  const answer = spent.exceeded ? primaryLimit(door) : await answerTo(call, door, access, parts);
  return { ...answer, headers: { ...spent.headers, ...answer.headers } };
}

async function answerTo(
  call: Call,
  door: Door,
  access: Access | "none",
  { store, troubles }: HandlerParts,
): Promise<Answer> {
  if (door === "rest") return answerRest(call, access, store);
  if (access === "none") return failure(401, "This endpoint requires you to be authenticated.");
  if (call.method !== "POST") return notFound();
  // With the first query only: GraphQL and the schema take longer to load than all the rest.
  const { answerGraphQL } = await import("./graphql/answer.ts");
  return answerGraphQL(call.body, { store, access, troubles });
}
