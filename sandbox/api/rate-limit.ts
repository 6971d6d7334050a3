import type { Faults } from "../faults.ts";

const CALLS_PER_MINUTE = 60;
const WINDOW_MS = 60_000;

type Window = { readonly startedMs: number; calls: number };

/** Sixty calls a minute for each caller and route; the minute starts with the first call in it. */
export class RateLimit {
  readonly #windows = new Map<string, Window>();
  readonly #faults: Faults;
  readonly #nowMs: () => number;

  constructor(faults: Faults, nowMs: () => number) {
    this.#faults = faults;
    this.#nowMs = nowMs;
  }

  get callsPerMinute(): number {
    return this.#faults.has("call-limit") ? this.#faults.number("call-limit") : CALLS_PER_MINUTE;
  }

  /** Counts a call, refused ones too, and says whether it may go on. */
  allows(caller: string, route: string): boolean {
    const key = `${caller} ${route}`;
    const nowMs = this.#nowMs();
    let window = this.#windows.get(key);
    if (!window || nowMs - window.startedMs >= WINDOW_MS) {
      window = { startedMs: nowMs, calls: 0 };
      this.#windows.set(key, window);
    }
    window.calls += 1;
    return window.calls <= this.callsPerMinute;
  }
}
