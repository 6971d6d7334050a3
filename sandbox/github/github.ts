import { createServer } from "node:http";
import { close, listen } from "../listen.ts";
import { Tokens, type Permissions } from "./access.ts";
import { Budget } from "./budget.ts";
import { handle, type LoggedCall } from "./handler.ts";
import { Store } from "./store/store.ts";
import { Troubles, type Trouble } from "./troubles.ts";

/** A stand-in for api.github.com, running on this machine. */
export interface GitHub {
  /** For GITHUB_API_URL; GITHUB_GRAPHQL_URL is `/graphql` below it. */
  readonly url: string;
  /** What it knows, and its time. */
  readonly store: Store;
  /** Lets a token do this, and nothing else; a person's where one is named, else a job's own. */
  grant(token: string, permissions: Permissions, person?: string): void;
  /** Replaces all troubles. */
  setTroubles(troubles: readonly Trouble[]): void;
  /** Every request so far, whatever came of it. */
  calls(): readonly LoggedCall[];
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";
/** Where its time stands until somebody moves it. */
const START_MS = Date.parse("2026-11-22T06:17:00Z");

/** Starts a GitHub of its own, with one empty repository: any number of them can run side by side. */
export async function startGitHub(): Promise<GitHub> {
  const store = new Store(START_MS);
  const tokens = new Tokens();
  const troubles = new Troubles();
  const calls: LoggedCall[] = [];
  const parts = {
    store,
    tokens,
    troubles,
    budget: new Budget(),
    log: (call: LoggedCall) => calls.push(call),
  };
  const server = createServer((request, response) => {
    // The caller has gone, or the answer could not be written.
    handle(parts, request, response).catch(() => response.destroy());
  });
  const port = await listen(server, LOOPBACK, 0);
  return {
    url: `http://${LOOPBACK}:${port}`,
    store,
    grant: tokens.grant.bind(tokens),
    setTroubles: troubles.set.bind(troubles),
    calls: () => calls,
    close: () => close(server),
  };
}
