import type { getOctokit } from "@actions/github";
import type { Sender } from "../http/send.ts";
import { fetchWithin } from "./fetch.ts";

export type Octokit = ReturnType<typeof getOctokit>;

/** GitHub's API as a token sees it, for so long from now on and whatever it is asked. */
export async function connect(token: string, timeoutMs: number, sender: Sender): Promise<Octokit> {
  // Loaded only where GitHub is asked at all: it would make every start slower.
  const { getOctokit: open } = await import("@actions/github");
  return open(token, { request: { fetch: fetchWithin(timeoutMs, sender) } });
}
