/** The longest time that Node's timers can wait: 2^31 - 1 ms, 24.8 days; a longer one fires at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Calls `then` once `delayMs` have passed, however long that is. @returns what stops it. */
export function after(delayMs: number, then: () => void): () => void {
  let timer: NodeJS.Timeout;
  const arm = (remainingMs: number) => {
    const stepMs = Math.min(remainingMs, MAX_TIMER_MS);
    timer = setTimeout(() => {
      if (remainingMs > stepMs) arm(remainingMs - stepMs);
      else then();
    }, stepMs);
  };
  arm(delayMs);
  return () => clearTimeout(timer);
}

/** Waits `delayMs`; sooner when `signal` aborts. */
export function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      stop();
      signal.removeEventListener("abort", done);
      resolve();
    };
    const stop = after(delayMs, done);
    signal.addEventListener("abort", done);
  });
}
