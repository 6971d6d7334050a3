import { DatabaseSync } from "node:sqlite";
import type { Faults } from "../faults.ts";

/** What SQLAlchemy raises when PostgreSQL cannot be used; the API shows its words to the caller. */
export class OperationalError extends Error {
  override name = "OperationalError";

  constructor(words: string) {
    super(
      `(psycopg2.OperationalError) ${words}\n(Background on this error at: https://sqlalche.me/e/20/e3q8)`,
    );
  }
}

const REFUSED = `connection to server at "127.0.0.1", port 55432 failed: Connection refused
	Is the server running on that host and accepting TCP/IP connections?
`;
const STALE = `server closed the connection unexpectedly
	This probably means the server terminated abnormally
	before or while processing the request.
`;

// A sandbox may lose its last writes in a power cut, but each call must not wait for the disk.
const SCHEMA = `
PRAGMA journal_mode = MEMORY;
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS users (
  id INTEGER PRIMARY KEY, username TEXT NOT NULL UNIQUE, salt TEXT NOT NULL, hash TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS books (
  id INTEGER PRIMARY KEY, upc TEXT, title TEXT, genre TEXT, price REAL, availability TEXT, rating TEXT,
  description TEXT, product_type TEXT, price_excl_tax REAL, price_incl_tax REAL, tax REAL,
  number_of_reviews INTEGER, url TEXT, image_url TEXT);
CREATE TABLE IF NOT EXISTS user_preferences (
  id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL, inputed_book_title TEXT NOT NULL,
  recommended_book_id INTEGER NOT NULL, recommended_book_title TEXT NOT NULL,
  similarity_score REAL NOT NULL);
CREATE TABLE IF NOT EXISTS access_log (
  id INTEGER PRIMARY KEY, at_ms REAL NOT NULL, method TEXT NOT NULL, route TEXT NOT NULL,
  user_id INTEGER, status INTEGER NOT NULL, took_ms REAL NOT NULL, user_agent TEXT NOT NULL,
  body TEXT NOT NULL);
`;

/** SQLite in the place of PostgreSQL, with PostgreSQL's bad days. */
export class Database {
  readonly #sqlite: DatabaseSync;
  readonly #faults: Faults;

  constructor(file: string, faults: Faults) {
    this.#faults = faults;
    this.#sqlite = new DatabaseSync(file);
    this.#sqlite.exec(SCHEMA);
  }

  /** The connection as the API has it: throws OperationalError while a fault keeps the database away. */
  connect(): DatabaseSync {
    if (this.#faults.has("database-down")) throw new OperationalError(REFUSED);
    if (this.#faults.strikes("database-restarted")) throw new OperationalError(STALE);
    return this.#sqlite;
  }

  /** The connection that no fault takes away, for what the sandbox itself must remember. */
  get always(): DatabaseSync {
    return this.#sqlite;
  }

  /** Runs the statements all or not at all; other callers see the rows before or the rows after. */
  transaction(statements: (sqlite: DatabaseSync) => void): void {
    const sqlite = this.connect();
    sqlite.exec("BEGIN");
    try {
      statements(sqlite);
      sqlite.exec("COMMIT");
    } catch (error) {
      sqlite.exec("ROLLBACK");
      throw error;
    }
  }

  close(): void {
    this.#sqlite.close();
  }
}
