import type { getOctokit } from "@actions/github";
import type { Sender } from "../http/send.ts";
import { AS_BYTES, jsonIn } from "./answer.ts";
import { fetchWithin } from "./fetch.ts";

/** 30 runs of ten jobs with ten annotations each stay below; a ledger line has 200 bytes. */
const MAX_ANSWER_BYTES = 1024 * 1024;

export type Octokit = ReturnType<typeof getOctokit>;

/** GitHub's API as a token sees it, for so long from now on and whatever it is asked. */
export async function connect(token: string, timeoutMs: number, sender: Sender): Promise<Octokit> {
  // Loaded only where GitHub is asked at all: it would make every start slower.
  const { getOctokit: open } = await import("@actions/github");
  const fetch = fetchWithin(timeoutMs, MAX_ANSWER_BYTES, sender);
  const octokit = open(token, { request: { fetch, ...AS_BYTES } });
  octokit.hook.wrap("request", async (request, options) => {
    const response = await request(options);
    return { ...response, data: jsonIn(response.data) ?? {} };
  });
  return octokit;
}
