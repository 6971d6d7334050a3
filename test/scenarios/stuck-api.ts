import type { ChildProcess } from "node:child_process";
import { createServer, request as requestOnce, type ServerResponse } from "node:http";
import { close, listen } from "../../sandbox/listen.ts";
import type { ActionOptions, ActionRun } from "../../sandbox/runner.ts";
import { runAgainst } from "./story.ts";

/** The request at which the API comes to a stop. */
export interface Stop {
  /** Its path ends with this. */
  readonly path: string;
  /** Of the requests to that path, counted from 1. */
  readonly nth?: number;
  /** What it does: nothing at all, a body that never ends, an answer that asks to come back in an hour. */
  readonly by?: "silence" | "half a body" | "429";
}

const HOST = "127.0.0.1";

/**
 * Runs the bundle against an API that works until one request, and does `then` to the process once that
 * request has arrived: the one moment at which the process surely waits for its answer.
 */
export async function runUntilStuck(
  target: string,
  stop: Stop,
  then: (child: ChildProcess) => void,
  inputs: Readonly<Record<string, string>> = {},
  options: Omit<ActionOptions, "inputs" | "onStart"> = {},
): Promise<ActionRun> {
  let child: ChildProcess | undefined;
  let seen = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", target);
    if (url.pathname.endsWith(stop.path)) seen += 1;
    if (url.pathname.endsWith(stop.path) && seen === (stop.nth ?? 1)) {
      answerStuck(response, stop.by ?? "silence");
      if (child) then(child);
      return;
    }
    const { method = "GET", headers } = request;
    const forwarded = requestOnce(url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    forwarded.on("error", () => response.destroy());
    request.pipe(forwarded);
  });
  const port = await listen(server, HOST, 0);
  try {
    const onStart = (started: ChildProcess) => {
      child = started;
    };
    return await runAgainst(`http://${HOST}:${port}`, inputs, { ...options, onStart });
  } finally {
    await close(server);
  }
}

function answerStuck(response: ServerResponse, by: NonNullable<Stop["by"]>): void {
  switch (by) {
    case "silence":
      return;
    case "half a body":
      response.writeHead(200, { "content-type": "application/json", "content-length": 100 });
      response.write('{"total_rec');
      return;
    case "429":
      response.writeHead(429, { "retry-after": "3600" }).end();
  }
}
