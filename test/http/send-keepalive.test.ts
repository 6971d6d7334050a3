import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Socket } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { certificateFor } from "./certificate.ts";
import { endingOf } from "./exchange.ts";
import { serve, serveProxy, serveTls } from "./servers.ts";
import { trust } from "./trust.ts";

/** Only Linux shows the timers of a connection. */
const TCP_TABLE = "/proc/net/tcp";
const MS_PER_TICK = 10;
const KEEPALIVE_IDLE_MS = 30_000;

const HOST = "books.invalid";
const LOCAL_CERTIFICATE = certificateFor("127.0.0.1");
const CERTIFICATE = certificateFor(HOST);

trust(LOCAL_CERTIFICATE, CERTIFICATE);

afterEach(() => {
  delete process.env["http_proxy"];
  delete process.env["https_proxy"];
});

/** Until when the client's connection to this port sends its first probe, if nothing happens before. */
async function firstProbeInMs(serverPort: number): Promise<number> {
  const hexPort = serverPort.toString(16).toUpperCase().padStart(4, "0");
  // Local address, remote address, state "established", queues, timer "keepalive", its ticks.
  const established = new RegExp(`^ *\\d+: \\S+ \\w+:${hexPort} 01 \\S+ 02:(\\w+) `, "m");
  for (;;) {
    // Until the request is acknowledged, the connection's one timer is another.
    const ticks = established.exec(await readFile(TCP_TABLE, "latin1"))?.[1];
    if (ticks !== undefined) return Number.parseInt(ticks, 16) * MS_PER_TICK;
  }
}

/** A server that hears a request, and the port that the client connects to in order to reach it. */
type Way = (heard: (socket: Socket) => void) => Promise<{ url: string; port: number }>;

const direct: Way = async (heard) => {
  const port = await serve((socket) => socket.once("data", () => heard(socket)));
  return { url: `http://127.0.0.1:${port}/`, port };
};
const directTls: Way = async (heard) => {
  const port = await serveTls(LOCAL_CERTIFICATE, (socket) =>
    socket.once("data", () => heard(socket)),
  );
  return { url: `https://127.0.0.1:${port}/`, port };
};
const proxied: Way = async (heard) => {
  const { port } = await serveProxy((await direct(heard)).port);
  process.env["http_proxy"] = `http://127.0.0.1:${port}`;
  return { url: `http://${HOST}/`, port };
};
const proxiedTls: Way = async (heard) => {
  const target = await serveTls(CERTIFICATE, (socket) => socket.once("data", () => heard(socket)));
  const { port } = await serveProxy(target);
  process.env["https_proxy"] = `http://127.0.0.1:${port}`;
  return { url: `https://${HOST}/`, port };
};

(existsSync(TCP_TABLE) ? test : test.skip).each([
  ["http", direct],
  ["https", directTls],
  ["http through a proxy", proxied],
  ["https through a proxy", proxiedTls],
])("a silent call over %s is kept alive by TCP after 30 s", async (_name, way) => {
  const heard = Promise.withResolvers<Socket>();
  const { url, port } = await way(heard.resolve);
  const ending = endingOf(url);
  const server = await heard.promise;

  const probeInMs = await firstProbeInMs(port);
  server.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");

  expect(await ending).toMatchObject({ kind: "answered" });
  expect(probeInMs).toBeLessThanOrEqual(KEEPALIVE_IDLE_MS);
  expect(probeInMs).toBeGreaterThan(KEEPALIVE_IDLE_MS / 2);
});
