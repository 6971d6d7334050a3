import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach } from "@jest/globals";
import type { GitHub } from "../../sandbox/github/github.ts";
import { close, listen } from "../../sandbox/listen.ts";

const SECOND = `/repos/bookshop/pipelines/actions/secrets/API_PASSWORD`;
let between: ReturnType<typeof createServer> | undefined;
afterEach(async () => {
  if (between) await close(between);
});

/** Stands before GitHub until the test ends, and does something else with the second secret. */
export async function inFrontOf(
  { url }: GitHub,
  instead: (response: ServerResponse) => void,
): Promise<string> {
  between = createServer((request, response) => {
    if (request.method === "PUT" && request.url === SECOND) instead(response);
    else void passOn(url, request, response);
  });
  return `http://127.0.0.1:${await listen(between, "127.0.0.1", 0)}`;
}

async function passOn(url: string, request: IncomingMessage, response: ServerResponse) {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const headers = new Headers();
  for (const name of ["authorization", "user-agent"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const answer = await fetch(`${url}${request.url}`, {
    method: request.method ?? "GET",
    headers,
    ...(pieces.length > 0 && { body: Buffer.concat(pieces) }),
  });
  const body = await answer.text();
  response.writeHead(answer.status, { "content-type": "application/json" }).end(body);
}
