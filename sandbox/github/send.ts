import type { ServerResponse } from "node:http";
import type { Answer } from "./answer.ts";

/** Writes an answer, dated by GitHub's own time. */
export function send(response: ServerResponse, { status, body, headers }: Answer, nowMs: number) {
  const isPage = typeof body === "string";
  const text = isPage ? body : JSON.stringify(body);
  response.writeHead(status, {
    server: "github.com",
    date: new Date(nowMs).toUTCString(),
    "content-type": isPage ? "text/html" : "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

/** Promises more than it writes, and hangs up. */
export function sendHalf(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json", "content-length": 1_000 });
  response.write('{"data":{"run":', () => response.destroy());
}
