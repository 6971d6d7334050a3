import { mkdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { Faults } from "../faults.ts";
import type { Route } from "./answer.ts";
import { Audit } from "./audit.ts";
import { Books } from "./books.ts";
import { Database } from "./database.ts";
import { handle } from "./handler.ts";
import { Preferences } from "./preferences.ts";
import { RateLimit } from "./rate-limit.ts";
import { authRoutes } from "./routes/auth.ts";
import { featuresRoute } from "./routes/features.ts";
import { healthRoute } from "./routes/health.ts";
import { predictionsRoute } from "./routes/predictions.ts";
import { scrapeRoute } from "./routes/scrape.ts";
import { statsRoutes } from "./routes/stats.ts";
import { trainingRoute } from "./routes/training.ts";
import { Tokens } from "./tokens.ts";
import { Users } from "./users.ts";

export type ApiSettings = {
  readonly shopUrl: string;
  readonly dataDir: string;
  readonly faults: Faults;
  readonly nowMs: () => number;
};

/** The books API: everything but the socket. */
export class Api {
  readonly users: Users;
  readonly tokens: Tokens;
  readonly audit: Audit;
  readonly #database: Database;
  readonly #answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly #closing = new AbortController();
  readonly #running = new Set<Promise<void>>();

  constructor({ shopUrl, dataDir, faults, nowMs }: ApiSettings) {
    const artifactsDir = join(dataDir, "ml_artifacts");
    const closing = this.#closing.signal;
    mkdirSync(dataDir, { recursive: true });
    this.#database = new Database(join(dataDir, "books.sqlite"), faults);
    this.users = new Users(this.#database);
    this.tokens = new Tokens(faults, nowMs);
    this.audit = new Audit(this.#database);
    const books = new Books(this.#database);
    const routes: Route[] = [
      healthRoute(this.#database, faults, nowMs),
      ...authRoutes(this.users, this.tokens),
      scrapeRoute(books, faults, { url: shopUrl, closing }),
      trainingRoute(books, faults, { artifactsDir, closing }),
      featuresRoute(books, closing),
      predictionsRoute(books, new Preferences(this.#database), artifactsDir),
      ...statsRoutes(books, faults, nowMs),
    ];
    const limit = new RateLimit(faults, nowMs);
    const parts = { routes, limit, tokens: this.tokens, audit: this.audit, faults, nowMs };
    this.#answer = (request, response) => handle(parts, request, response);
  }

  /** Answers one request. What it started goes on when the caller goes away. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const work = this.#answer(request, response);
    this.#running.add(work);
    try {
      await work;
    } finally {
      this.#running.delete(work);
    }
  }

  /** Gives up the scrapes and waits that are under way, and closes the database. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#running);
    this.#database.close();
  }
}
