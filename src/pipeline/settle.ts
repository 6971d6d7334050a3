import type { Failure, Outcome } from "./failure.ts";
import type { BooksApi, Clock, Stats } from "./ports.ts";
import type { Aftermath, TaskEnd } from "./run.ts";

/** Reads in a row that must agree: a second scrape that is still at work changes them again. */
const HOLD_READS = 3;
/** Twenty looks at the most, but not more than one a second, nor fewer than one in 15 s. */
const LOOKS = 20;
const MIN_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 15_000;

interface Watch {
  readonly api: BooksApi;
  readonly clock: Clock;
  readonly pause: (ms: number) => Promise<void>;
  /** When `scrape-timeout` is over. */
  readonly endsAtMs: number;
}

/**
 * What becomes of a scrape whose answer is lost: the statistics are watched until they have changed
 * and hold. Numbers that never change prove nothing, as the shop is static and a full scrape may leave
 * every one of them as it was: that stays `unknown`.
 *
 * @param before the numbers before the scrape; without them no change can be told
 */
export async function settle(
  failure: Failure,
  before: string | undefined,
  { api, clock, pause, endsAtMs }: Watch,
): Promise<TaskEnd> {
  const remainingMs = () => endsAtMs - clock.nowMs();
  const pauseMs = Math.min(MAX_PAUSE_MS, Math.max(MIN_PAUSE_MS, remainingMs() / LOOKS));
  const seen: (string | undefined)[] = [];

  for (;;) {
    const look = await api.stats();
    if (look.kind !== "proved" && look.failure.code === "cancelled") {
      return { kind: "failed", failure: { code: "cancelled", mayBeWorking: true } };
    }
    seen.push(look.kind === "proved" ? look.value.numbers : undefined);
    if (look.kind === "proved" && hasSettled(seen, before)) {
      const { records } = look.value;
      const notes = [{ kind: "observed", code: failure.code, records }] as const;
      return { kind: "proved", facts: { reported: records }, notes };
    }
    if (before === undefined || remainingMs() <= pauseMs) {
      return { kind: "unknown", failure, facts: { aftermath: aftermathOf(look) } };
    }
    await pause(pauseMs);
  }
}

/** The last reads agree with each other and not with what was before. */
function hasSettled(seen: readonly (string | undefined)[], before: string | undefined): boolean {
  const last = seen.slice(-HOLD_READS);
  const [now] = last;
  return last.length === HOLD_READS && now !== before && last.every((numbers) => numbers === now);
}

/** What a last look at the data said after a scrape that was not proved. */
export function aftermathOf(look: Outcome<Stats>): Aftermath {
  return look.kind === "proved"
    ? { kind: "counted", records: look.value.records }
    : { kind: "unreadable", code: look.failure.code };
}
