import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "./error-code.ts";

/** Where everything that `npm start` leaves is. */
export const OUT = "out";
/** Of one run, or of a month. Whatever else somebody keeps there is theirs. */
const OURS = /^(?:summary\.(?:md|html)|day-\d+|issue-\d+\.html|index\.html|assets)$/u;

/** Removes what an earlier `npm start` left: it must not pass for this one's. */
export async function clearOut(): Promise<void> {
  const old = (await namesIn(OUT)).filter((name) => OURS.test(name));
  await Promise.all(old.map((name) => rm(join(OUT, name), { recursive: true })));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}
