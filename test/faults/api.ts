import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { TASK_NAMES, type TaskName } from "../../src/pipeline/names.ts";
import type { Certificate } from "../http/certificate.ts";
import { answer, createDoor, type DoorOptions, type User } from "./answers.ts";

export const USER: User = { username: "etl-user", password: "p4ss/w0rd & söns" };

/** One request as the API meets it. */
export interface Call {
  readonly socket: Socket;
  readonly head: string;
  readonly body: string;
  /** Makes what the API would have answered. */
  readonly normal: () => string;
}

/** What a request meets instead of its normal answer. */
export interface Wire {
  (call: Call): void;
  /** It strikes as soon as the connection stands, before a byte of the request is read. */
  readonly isUnread?: true;
}

/**
 * What goes wrong, by the task whose request it is: every one of them, or one after the other, where
 * `undefined` is a normal answer and so is everything after the last.
 */
export type Script = Partial<Readonly<Record<TaskName, Wire | readonly (Wire | undefined)[]>>>;

/** An API that answers every call of the pipeline as the contract says, but for what its script says. */
export interface Api {
  readonly port: number;
  /** When each request arrived, by the task that made it; an unread connection counts as one. */
  readonly heardAtMs: Readonly<Record<TaskName, readonly number[]>>;
  /** All that it ever gave out as a token. */
  readonly tokens: readonly string[];
  /** Refuses every new connection from now on. */
  leave(): void;
  /** The same, and drops those that there are. */
  close(): Promise<void>;
}

export interface ApiOptions extends Partial<DoorOptions> {
  readonly certificate?: Certificate;
  readonly host?: string;
  readonly port?: number;
}

export async function startApi(script: Script, options: ApiOptions = {}): Promise<Api> {
  const { certificate, host = "127.0.0.1", port = 0 } = options;
  const heardAtMs = Object.fromEntries(TASK_NAMES.map((task) => [task, [] as number[]])) as Record<
    TaskName,
    number[]
  >;
  const door = createDoor({ user: USER, ...options });
  const sockets = new Set<Socket>();
  let served: TaskName | undefined;

  const wireOf = (task: TaskName) => {
    const entry = script[task];
    return typeof entry === "function" ? entry : entry?.[heardAtMs[task].length];
  };
  const isEffectOver = (task: TaskName) =>
    (task === "scrape" || task === "train") && heardAtMs[task].length > 0;

  const meet = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    const next = TASK_NAMES[served === undefined ? 0 : TASK_NAMES.indexOf(served) + 1];
    const unread = next && wireOf(next);
    // A scrape and a training are sent once: the connection that follows is about something else.
    if (next && unread?.isUnread && !isEffectOver(next)) {
      heardAtMs[next].push(performance.now());
      unread({ socket, head: "", body: "", normal: () => "" });
      return;
    }
    readRequest(socket, (head, body) => {
      const task = taskOf(head, heardAtMs.scrape.length > 0);
      if (task === undefined) return void socket.end(answer(404, "<h1>Not Found</h1>"));
      const wire = wireOf(task);
      heardAtMs[task].push(performance.now());
      const normal = () => door.answerTo(task, head, body);
      if (wire) return wire({ socket, head, body, normal });
      served = task;
      return void socket.end(normal());
    });
  };
  const server = certificate
    ? createTlsServer({ ...certificate }, meet).on("tlsClientError", () => {})
    : createServer(meet);
  server.listen(port, host);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    heardAtMs,
    tokens: door.tokens,
    leave: () => void server.close(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
}

/** Calls `then` once the whole request is there. */
export function readRequest(socket: Socket, then: (head: string, body: string) => void): void {
  let seen = Buffer.alloc(0);
  const read = (chunk: Buffer) => {
    seen = Buffer.concat([seen, chunk]);
    const end = seen.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = seen.subarray(0, end).toString("latin1");
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
    const body = seen.subarray(end + 4);
    if (body.length < length) return;
    socket.off("data", read);
    // Without reading there is no end to be seen.
    socket.resume();
    then(head, body.toString("utf8"));
  };
  socket.on("data", read);
}

/** Statistics are read by two tasks, told apart by what came before. */
function taskOf(head: string, isScraped: boolean): TaskName | undefined {
  switch (head.split(" ", 2).join(" ")) {
    case "GET /api/v1/health/":
      return "health";
    case "POST /api/v1/auth/login":
      return "login";
    case "GET /api/v1/stats/overview":
      return isScraped ? "gate" : "baseline";
    case "POST /api/v1/scrape/":
      return "scrape";
    case "GET /api/v1/ml/training-data":
      return "train";
    case "GET /api/v1/ml/features":
      return "verify";
    default:
      return undefined;
  }
}
