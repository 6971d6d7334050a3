import type { Faults } from "../../faults.ts";
import { html, json } from "../answer.ts";
import type { Route } from "../answer.ts";
import { OperationalError } from "../database.ts";
import type { Database } from "../database.ts";

/** Says 200 whatever is wrong: only the body tells whether the database is up. */
export function healthRoute(database: Database, faults: Faults, nowMs: () => number): Route {
  return {
    method: "GET",
    path: "/api/v1/health/",
    token: "none",
    answer: () =>
      faults.has("html-health")
        ? html(200, "<!doctype html>\n<title>Welcome</title>\n<p>It works!</p>\n")
        : json(200, {
            api_status: "OK",
            db_status: isUp(database) ? "UP" : "DOWN",
            timestamp: pythonTimestamp(nowMs()),
          }),
  };
}

function isUp(database: Database): boolean {
  try {
    database.connect();
    return true;
  } catch (error) {
    if (error instanceof OperationalError) return false;
    throw error;
  }
}

/** As Python's `datetime.isoformat`: microseconds and no zone. */
function pythonTimestamp(ms: number): string {
  return new Date(ms).toISOString().replace("Z", "000");
}
