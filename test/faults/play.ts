import { expect, test } from "@jest/globals";
import { TASK_NAMES, type TaskName } from "../../src/pipeline/names.ts";
import type { Language } from "../../src/settings/settings.ts";
import { USER } from "./api.ts";
import { performOn } from "./bundle.ts";
import type { Case, End, FaultClass } from "./case.ts";
import { expectOrderly, secretsIn } from "./orderly.ts";
import { callsOf, expectedEnd, firstPauseMs, seenEnd } from "./seen.ts";
import { Stage } from "./stage.ts";

/** What a whole run may hold at its peak, an answer of 200 MB included. */
const MAX_PEAK_MIB = 100;
/** What a loaded machine may add to the time-outs that a case sets; GitHub's API is given 15 s. */
const MARGIN_MS = 20_000;

/** One case at one task, in one language. */
interface Played {
  readonly case: Case;
  readonly task: TaskName;
  readonly end: End;
  readonly language: Language;
}

/** A test for each case and each task at which it strikes, in English. */
export function playInEnglish(cases: readonly Case[]): void {
  playAll(cases.flatMap(playedIn));
}

/**
 * The same, and the last of those that say one sentence in Portuguese: in place of English where another
 * one says it in English.
 */
export function play({ cases }: FaultClass): void {
  const played = cases.flatMap(playedIn);
  const sayers = Map.groupBy(played, sentenceOf);
  playAll(
    played.flatMap((one) => {
      const same = sayers.get(sentenceOf(one)) ?? [];
      if (one !== same.at(-1)) return [one];
      const inPortuguese = { ...one, language: "pt-BR" } as const;
      return same.length === 1 ? [one, inPortuguese] : [inPortuguese];
    }),
  );
}

function playAll(played: readonly Played[]): void {
  const named = played.map((one) => [nameOf(one), one] as const);
  test.concurrent.each(named)("%s", async (_, { case: one, task, end, language }) => {
    const stage = new Stage();
    try {
      const { run, peakMiB, inputs } = await performOn(stage, one, task, language);

      expect(seenEnd(run)).toEqual(expectedEnd(end, task));
      expect(callsOf(stage, end)).toEqual({
        scrape: end.calls[0],
        train: end.calls[1],
        ...end.heard,
      });
      const [inEnglish, inPortuguese] = end.reads ?? one.reads;
      const words = language === "en" ? inEnglish : inPortuguese;
      expect(run.summary.replaceAll("\u00a0", " ")).toContain(words);
      await expectOrderly(run);
      const { password } = { ...USER, ...inputs };
      const tokens = stage.apis.flatMap((api) => api.tokens);
      const secrets = [password, ...tokens, ...run.masks, ...(one.secrets ?? [])];
      expect(secretsIn(run, secrets)).toEqual([]);
      for (const text of one.unsaid ?? []) expect(run.raw + run.summary).not.toContain(text);
      expect(run.durationMs).toBeLessThan(deadlineMs(inputs));
      expect(firstPauseMs(stage, task)).toBeGreaterThan(one.waitsMs ?? 0);
      expect(peakMiB).toBeLessThan(MAX_PEAK_MIB);
      one.also?.(run);
    } finally {
      await stage.end();
    }
  });
}

function playedIn(one: Case): readonly Played[] {
  return TASK_NAMES.flatMap((task): readonly Played[] => {
    const end = one.ends[task];
    return end === undefined ? [] : [{ case: one, task, end, language: "en" }];
  });
}

/** What people read of it, in English. */
function sentenceOf({ case: { reads }, end }: Played): string {
  return (end.reads ?? reads)[0];
}

function nameOf({ case: { what, ends }, task, language }: Played): string {
  const at = Object.keys(ends).length > 1 ? `, at ${task}` : "";
  return `${what[0]}${at}${language === "en" ? "" : ` (${language})`}`;
}

/** All the time-outs that a case sets in seconds, one after the other, and the margin. */
function deadlineMs(inputs: Readonly<Record<string, string>>): number {
  const seconds = Object.entries(inputs)
    .filter(([name]) => name === "warm-up" || name.endsWith("-timeout"))
    .map(([, value]) => Number(/^(\d+)s$/.exec(value)?.[1] ?? 0));
  return seconds.reduce((sum, some) => sum + some, 0) * 1000 + MARGIN_MS;
}
