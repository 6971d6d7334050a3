import type { Database } from "./database.ts";

const USER_AGENT_CHARACTERS = 300;

/** One line of the API's access log. */
export type LoggedCall = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Who called, when a token said so. */
  readonly user?: string;
  readonly userAgent: string;
  /** As it came, log-in passwords included: that is what the real API keeps. */
  readonly body: string;
  readonly atMs: number;
  readonly tookMs: number;
};

/** The access log: every call that was answered, or would have been, had the caller stayed. */
export class Audit {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  record(call: Omit<LoggedCall, "user"> & { readonly userId: number | undefined }): void {
    this.#database.always
      .prepare(
        `INSERT INTO access_log (at_ms, method, route, user_id, status, took_ms, user_agent, body)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        call.atMs,
        call.method,
        call.path,
        call.userId ?? null,
        call.status,
        call.tookMs,
        call.userAgent.slice(0, USER_AGENT_CHARACTERS),
        call.body,
      );
  }

  /** All calls, in the order in which they ended. */
  calls(): LoggedCall[] {
    const rows = this.#database.always
      .prepare(
        `SELECT method, route, status, username, user_agent, body, at_ms, took_ms
         FROM access_log LEFT JOIN users ON users.id = user_id ORDER BY access_log.id`,
      )
      .all();
    return rows.map((row) => ({
      method: String(row["method"]),
      path: String(row["route"]),
      status: Number(row["status"]),
      ...(row["username"] !== null && { user: String(row["username"]) }),
      userAgent: String(row["user_agent"]),
      body: String(row["body"]),
      atMs: Number(row["at_ms"]),
      tookMs: Number(row["took_ms"]),
    }));
  }

  count(): number {
    const row = this.#database.always.prepare("SELECT count(*) AS calls FROM access_log").get();
    return Number(row?.["calls"]);
  }
}
