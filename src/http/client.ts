import type { Agent, ClientRequest, RequestOptions } from "node:http";
import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { HttpClient } from "@actions/http-client";
import type { RequestHandler } from "@actions/http-client/lib/interfaces";

/**
 * TCP keepalive, so that 30 minutes of silence look alive to the NATs and proxies on the way: the
 * strictest known drop an idle flow after 4 minutes. Eight probes 15 s apart let two minutes of lost
 * packets pass.
 */
const KEEPALIVE_IDLE_MS = 30_000;
const KEEPALIVE_INTERVAL_MS = 15_000;
const KEEPALIVE_PROBES = 8;

/** Node's default is 16 KiB; the limit of an answer's headers that DESIGN promises is this. */
export const MAX_HEADER_BYTES = 64 * 1024;

/** The client's own time-out ends a silent call; ours is the deadline, so this is the most it takes. */
const NEVER_MS = 2 ** 31 - 1;

/** Hears how far a request came. */
export interface Progress {
  /** The name service answered; not heard of an address, nor behind a proxy. */
  resolved(): void;
  /** The TCP connection stands; for https the handshake follows. */
  connected(): void;
  /** The way is clear: from here on the request may have been read. */
  sent(): void;
  /** An interim answer (1xx) arrived. */
  informed(): void;
  /** The other side leaves HTTP (101), which nobody asked for: no answer will come. */
  switched(): void;
  /** The client hears only of the first thing that goes wrong before the headers; this hears of all. */
  broke(error: Error): void;
}

/** The parts of an agent that Node and the tunnel of @actions/http-client share, typed by neither. */
interface HookedAgent {
  addRequest(request: ClientRequest, options: RequestOptions): void;
  createConnection?: Agent["createConnection"];
  /** A tunnel's: makes its CONNECT request. */
  request?: (options: RequestOptions) => ClientRequest;
}

/**
 * A client for one request: it follows nothing, repeats nothing and keeps no connection. Everything
 * it holds ends with `signal`, the CONNECT to a proxy included.
 */
export function clientForOne(
  userAgent: string,
  signal: AbortSignal,
  progress: Progress,
): HttpClient {
  const handler: RequestHandler = {
    prepareRequest(options: RequestOptions) {
      options.signal = signal;
      options.maxHeaderSize = MAX_HEADER_BYTES;
      // The client adds the job's orchestration id to its user agent, which then has no bound.
      options.headers = Object.assign({}, options.headers, { "user-agent": userAgent });
      const agent = options.agent as unknown as HookedAgent;
      // WHATWG's URL keeps the brackets of an IPv6 literal; CONNECT wants them, a socket does not.
      if (options.host && !agent.request) options.host = options.host.replace(/^\[(.*)\]$/, "$1");
      hook(agent, signal, progress);
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error("never called")),
  };
  return new HttpClient(userAgent, [handler], {
    allowRedirects: false,
    allowRetries: false,
    socketTimeout: NEVER_MS,
  });
}

function hook(agent: HookedAgent, signal: AbortSignal, progress: Progress): void {
  const addRequest = agent.addRequest;
  agent.addRequest = function (request, options) {
    request.on("information", progress.informed);
    request.on("error", progress.broke);
    request.on("upgrade", (_answer, socket) => {
      socket.destroy();
      progress.switched();
    });
    request.on("socket", (socket) => watch(socket, progress));
    addRequest.call(this, request, options);
  };
  const connect = agent.request;
  if (connect) {
    agent.request = (options) => connect({ ...options, signal });
  }
}

/**
 * A tunnelled socket is connected already when it arrives here; a direct one is on its way, or has
 * failed at once, as where there is no route to an address.
 */
function watch(socket: Socket | TLSSocket, progress: Progress): void {
  const connected = () => {
    socket.setKeepAlive(true, KEEPALIVE_IDLE_MS, KEEPALIVE_INTERVAL_MS, KEEPALIVE_PROBES);
    progress.connected();
    if (!("encrypted" in socket)) progress.sent();
  };
  socket.once("lookup", progress.resolved);
  if (socket.connecting) socket.once("connect", connected);
  else if (!socket.destroyed) connected();
  if ("encrypted" in socket) socket.once("secureConnect", progress.sent);
}
