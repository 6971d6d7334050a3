import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Api } from "./api/api.ts";
import type { LoggedCall } from "./api/audit.ts";
import type { Credentials } from "./api/users.ts";
import { startShop } from "./bookshop/shop.ts";
import { control, CONTROL_PATH } from "./control.ts";
import type { Controlled } from "./control.ts";
import { Faults } from "./faults.ts";
import type { Fault } from "./faults.ts";
import { close, listen } from "./listen.ts";

export type SandboxOptions = {
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  readonly books?: number;
  /** What each page of the shop takes. */
  readonly latencyMs?: number;
  readonly faults?: readonly Fault[];
  /** Where database and artifacts stay; by default a temporary folder that `close` removes. */
  readonly dataDir?: string;
  readonly host?: string;
  readonly users?: readonly Credentials[];
  /** The clock of tokens, limits, caches and the log. */
  readonly nowMs?: () => number;
};

/** A bookshop and the books API that scrapes it, running. */
export type Sandbox = {
  readonly url: string;
  readonly shopUrl: string;
  /** Replaces all faults; throws UnknownFault when one does not exist. */
  setFaults(faults: readonly Fault[]): void;
  /** How many books the shop has from now on; what is stored changes with the next scrape. */
  setBooks(books: number): void;
  /** The API's access log, in the order in which the calls ended. */
  calls(): readonly LoggedCall[];
  /** Ends everything, also a scrape that is under way. */
  close(): Promise<void>;
};

export const DEFAULT_BOOKS = 1_000;
const LOOPBACK = "127.0.0.1";
const DEFAULT_USERS: readonly Credentials[] = [{ username: "admin", password: "admin" }];

/** Starts a sandbox of its own: any number of them can run side by side in one process. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const host = options.host ?? LOOPBACK;
  const parts = await startParts(host, options);
  const server = createServer();
  let port: number;
  try {
    parts.setFaults(options.faults ?? []);
    port = await listen(server, host, options.port ?? 0);
  } catch (error) {
    await parts.close();
    throw error;
  }

  const { api, shop } = parts;
  let books = parts.books;
  const sandbox: Sandbox & Controlled = {
    url: `http://${host}:${port}`,
    shopUrl: shop.url,
    setFaults: parts.setFaults,
    setBooks(count) {
      books = count;
      shop.setBooks(count);
    },
    calls: () => api.audit.calls(),
    state: () => ({
      url: sandbox.url,
      shopUrl: shop.url,
      faults: parts.faults.list(),
      books,
      calls: api.audit.count(),
      shopRequests: shop.requests(),
    }),
    async close() {
      await close(server);
      await parts.close();
    },
  };
  server.on("request", (request, response) => {
    const isControl = request.url?.startsWith(CONTROL_PATH) ?? false;
    const answered = isControl
      ? control(sandbox, request, response)
      : api.handle(request, response);
    // What even the crash page could not tell: the caller sees a cut connection.
    answered.catch(() => response.destroy());
  });
  return sandbox;
}

/** Shop and API, and the faults that both ask. */
async function startParts(host: string, options: SandboxOptions) {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "books-sandbox-")));
  const books = options.books ?? DEFAULT_BOOKS;
  const faults = new Faults([]);
  const shop = await startShop({ host, books, latencyMs: options.latencyMs ?? 0, faults });
  const api = new Api({ shopUrl: shop.url, dataDir, faults, nowMs: options.nowMs ?? Date.now });
  // While no fault is on yet, for one may take the database away.
  for (const user of options.users ?? DEFAULT_USERS) api.users.register(user);
  return {
    api,
    shop,
    faults,
    books,
    setFaults: (list: readonly string[]) => {
      faults.set(list);
      if (faults.take("tokens-expire-once") !== undefined) api.tokens.expireAll();
      if (faults.take("new-key") !== undefined) api.tokens.changeKey();
    },
    async close() {
      await api.close();
      await shop.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
