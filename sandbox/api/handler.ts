import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Faults } from "../faults.ts";
import { html } from "./answer.ts";
import type { Answer, Call, Route } from "./answer.ts";
import type { Audit } from "./audit.ts";
import { authenticate } from "./bearer.ts";
import { debuggerPage, errorPage, tooManyCallsPage } from "./pages.ts";
import type { RateLimit } from "./rate-limit.ts";
import { match } from "./router.ts";
import { send } from "./send.ts";
import type { Tokens } from "./tokens.ts";

export type HandlerParts = {
  readonly routes: readonly Route[];
  readonly limit: RateLimit;
  readonly tokens: Tokens;
  readonly audit: Audit;
  readonly faults: Faults;
  readonly nowMs: () => number;
};

type Outcome = { readonly answer: Answer; readonly userId?: number };

/**
 * Answers one request: find the route, count it, ask for the token, do the work, note it, send. The note
 * comes before the answer, so that whoever has the answer can read the note. Nothing here looks whether
 * the caller is still there.
 */
export async function handle(
  parts: HandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const atMs = parts.nowMs();
  const call = await readCall(request);
  if (call === undefined) return;
  const { answer, userId } = await outcomeOf(parts, call);
  parts.audit.record({
    method: call.method,
    path: call.path,
    status: answer.status,
    userId,
    userAgent: call.headers["user-agent"] ?? "",
    body: call.body.toString(),
    atMs,
    tookMs: parts.nowMs() - atMs,
  });
  send(response, answer);
}

/** The whole request; undefined when the caller left before it was complete. */
async function readCall(request: IncomingMessage): Promise<Call | undefined> {
  const { method = "GET", url = "/", headers } = request;
  const [path = "/"] = url.split("?", 1);
  const caller = request.socket.remoteAddress ?? "";
  try {
    const body = await buffer(request);
    return { method, path, query: url.slice(path.length), headers, body, caller };
  } catch {
    return undefined;
  }
}

async function outcomeOf(parts: HandlerParts, call: Call): Promise<Outcome> {
  const found = match(parts.routes, call);
  if (found.kind === "page") return { answer: found.answer };
  const { route } = found;
  if (!parts.limit.allows(call.caller, `${route.method} ${route.path}`)) {
    return { answer: html(429, tooManyCallsPage(parts.limit.callsPerMinute)) };
  }
  try {
    if (route.token === "none") return { answer: await route.answer(call) };
    const user = authenticate(call.headers.authorization, route.token, parts.tokens);
    if (!("userId" in user)) return { answer: user };
    return { answer: await route.answer(call, user.userId), userId: user.userId };
  } catch (error) {
    return { answer: crashed(error as Error, parts.faults) };
  }
}

function crashed(error: Error, faults: Faults): Answer {
  return html(500, faults.has("gunicorn") ? errorPage(500) : debuggerPage(error));
}
