import { createServer, request as requestOnce } from "node:http";
import type { AddressInfo } from "node:net";

/** What a proxy says when its own patience is over: nginx in HTML, a gateway in JSON, or nothing at all. */
export type LastWord = "html" | "json" | "nothing";

const WORDS = {
  html: ["text/html", "<html><head><title>504 Gateway Time-out</title></head></html>"],
  json: ["application/json", '{"error": "upstream request timeout"}'],
} as const;

export interface Proxy {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A reverse proxy before the API that gives up on the scrape after `patienceMs`, while the API goes on:
 * the common case of nginx and of load balancers.
 */
export async function impatientProxy(
  target: string,
  patienceMs: number,
  lastWord: LastWord,
): Promise<Proxy> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", target);
    const { method = "GET", headers } = request;
    const forwarded = requestOnce(url, { method, headers }, (answer) => {
      if (response.writableEnded) return answer.resume();
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      return answer.pipe(response);
    });
    forwarded.on("error", () => response.destroy());
    request.pipe(forwarded);
    if (!url.pathname.startsWith("/api/v1/scrape")) return;
    const timer = setTimeout(() => {
      if (lastWord === "nothing") {
        response.destroy();
        return;
      }
      const [type, body] = WORDS[lastWord];
      response.writeHead(504, { "content-type": type, connection: "close" });
      response.end(body);
    }, patienceMs);
    forwarded.on("close", () => clearTimeout(timer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
