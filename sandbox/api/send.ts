import type { ServerResponse } from "node:http";
import type { Answer } from "./answer.ts";
import { flaskJson } from "./json.ts";

const SERVER = "Werkzeug/3.1.3 Python/3.12.8";

/** Writes the answer as the development server does: whole, with its length, and the connection closed. */
export function send(response: ServerResponse, answer: Answer): void {
  switch (answer.kind) {
    case "cut":
      response.destroy();
      return;
    case "json":
      write(response, answer.status, "application/json", flaskJson(answer.body), {});
      return;
    case "html":
      write(response, answer.status, "text/html; charset=utf-8", answer.body, answer.headers ?? {});
  }
}

function write(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, {
    Server: SERVER,
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(body),
    ...headers,
    Connection: "close",
  });
  response.end(body);
}
