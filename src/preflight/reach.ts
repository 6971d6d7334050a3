import type { HostKind } from "../settings/settings.ts";
import type { RunnerKind } from "./surroundings.ts";

/** As long as one connection may take to come about: a person waits, and an API that restarts is back by then. */
const REACH_MS = 20_000;

/**
 * For how long a preflight tries to reach an API again, that a run would wait for during all of its
 * `warm-up`. A private address is out of reach for a machine of GitHub's, whatever is tried; that it is
 * tried once is for the sake of those who open a tunnel first.
 */
export function reachWithinMs(hostKind: HostKind, runner: RunnerKind): number {
  return hostKind === "private" && runner === "github-hosted" ? 0 : REACH_MS;
}
