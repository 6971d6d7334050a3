import { once } from "node:events";
import { createServer as createHttpServer, type IncomingMessage } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { afterEach } from "@jest/globals";
import type { Certificate } from "./certificate.ts";

/** What a server does with each connection that it accepts. */
export type Meet = (socket: Socket) => void;

const started: Server[] = [];

/**
 * Servers end with their test, by themselves: `close` waits until every connection has ended, and
 * nobody but the client under test ends those that a misbehaving server leaves open.
 */
afterEach(async () => {
  await Promise.all(
    started.splice(0).map((server) => new Promise((closed) => server.close(closed))),
  );
});

/** Speaks TCP, byte by byte as the test says. @returns the port */
export function serve(meet: Meet, host = "127.0.0.1"): Promise<number> {
  return listen(createServer(hearing(meet)), host);
}

export function serveTls(certificate: Certificate, meet: Meet, host = "127.0.0.1") {
  const server = createTlsServer({ ...certificate }, hearing(meet));
  // A client that does not trust us leaves in the middle of the handshake.
  server.on("tlsClientError", () => {});
  return listen(server, host);
}

/**
 * A proxy that takes CONNECT only. Every name leads to `targetPort` on this machine, as a proxy does
 * the name resolution.
 */
export async function serveProxy(
  targetPort: number,
  certificate?: Certificate,
): Promise<{
  readonly port: number;
  readonly connects: readonly IncomingMessage[];
}> {
  const connects: IncomingMessage[] = [];
  const server = certificate ? createHttpsServer({ ...certificate }) : createHttpServer();
  server.on("connect", (request: IncomingMessage, client: Socket) => {
    connects.push(request);
    const target = connect(targetPort, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      client.pipe(target).pipe(client);
    });
    for (const [one, other] of [
      [client, target],
      [target, client],
    ] as const) {
      one.on("error", () => other.destroy()).on("close", () => other.destroy());
    }
  });
  return { port: await listen(server, "127.0.0.1"), connects };
}

/** A port where nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await portOf(server, "127.0.0.1");
  server.close();
  await once(server, "close");
  return port;
}

/** Answers with these very bytes once the request is there, and ends the connection. */
export function answering(answer: string | Buffer): Meet {
  return (socket) => socket.once("data", () => socket.end(answer));
}

/** Answers with these very bytes once the request is there, and then says nothing more. */
export function stallingAfter(answer: string, heard: () => void = () => {}): Meet {
  return (socket) =>
    socket.once("data", () => {
      if (answer !== "") socket.write(answer);
      heard();
    });
}

/** Without reading there is no end to be seen; that the client leaves early is what is tested. */
function hearing(meet: Meet): Meet {
  return (socket) => {
    socket.on("error", () => {});
    meet(socket);
    socket.resume();
  };
}

function listen(server: Server, host: string): Promise<number> {
  started.push(server);
  return portOf(server, host);
}

async function portOf(server: Server, host: string): Promise<number> {
  server.listen(0, host);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
