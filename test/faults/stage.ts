import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { startGitHub, type GitHub } from "../../sandbox/github/github.ts";
import type { ActionOptions } from "../../sandbox/runner.ts";
import { startSandbox, type Sandbox, type SandboxOptions } from "../../sandbox/sandbox.ts";
import { startApi, USER, type Api, type ApiOptions, type Script } from "./api.ts";

/**
 * An address of this machine on which next to no server of a test is started: a port that was closed
 * here is not given to another test in the same moment.
 */
export const ASIDE = "127.0.0.9";

/** What the bundle is run in. */
export interface Setting {
  /** Of the API; the one on the stage unless it is given. */
  readonly url?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly token?: string;
  /** Where it runs as run 108 of its workflow. */
  readonly github?: GitHub;
  /** An ES module that runs before the bundle, for what no server can do to it. */
  readonly preload?: string;
  readonly onLine?: NonNullable<ActionOptions["onLine"]>;
  readonly onStart?: NonNullable<ActionOptions["onStart"]>;
}

/** Whatever a test starts, it starts here: all of it ends with the test. */
export class Stage {
  readonly apis: Api[] = [];
  readonly sandboxes: Sandbox[] = [];
  readonly #ends: (() => Promise<void>)[] = [];

  async api(script: Script, options: ApiOptions = {}): Promise<Api> {
    const api = await startApi(script, options);
    this.apis.push(api);
    this.#ends.push(() => api.close());
    return api;
  }

  /** The API with its real quirks, behind a shop of 20 books. */
  async sandbox(options: SandboxOptions = {}): Promise<Sandbox> {
    const sandbox = await startSandbox({ books: 20, users: [USER], ...options });
    this.sandboxes.push(sandbox);
    this.#ends.push(() => sandbox.close());
    return sandbox;
  }

  /** GitHub's API, which lets a token read what earlier runs left. */
  async github(token: string): Promise<GitHub> {
    const github = await startGitHub();
    github.grant(token, { actions: "read", checks: "read", contents: "read" });
    this.#ends.push(() => github.close());
    return github;
  }

  /** Any other server. @returns its port */
  async server(meet: (socket: Socket) => void): Promise<number> {
    return this.listen(
      createServer((socket) => {
        socket.on("error", () => {});
        meet(socket);
        socket.resume();
      }),
    );
  }

  /** @returns the port of a server that ends, with all of its connections, when the test does */
  async listen(server: Server, host = "127.0.0.1"): Promise<number> {
    const sockets = new Set<Socket>();
    server.on("connection", (socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    });
    server.listen(0, host);
    await once(server, "listening");
    this.#ends.push(
      () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          sockets.forEach((socket) => socket.destroy());
        }),
    );
    return (server.address() as AddressInfo).port;
  }

  /** Where nobody listens, and nobody will. @returns host:port */
  async closedAddress(): Promise<string> {
    return `${ASIDE}:${await this.closedPort(ASIDE)}`;
  }

  async closedPort(host: string): Promise<number> {
    const server = createServer();
    server.listen(0, host);
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    return port;
  }

  /** @returns the path of a file with this text */
  async file(text: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "orquestra-fault-"));
    this.#ends.push(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, "file");
    await writeFile(path, text);
    return path;
  }

  atEnd(end: () => Promise<void>): void {
    this.#ends.push(end);
  }

  async end(): Promise<void> {
    await Promise.all(this.#ends.splice(0).map((end) => end()));
  }
}
