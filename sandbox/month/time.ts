const WALL_CLOCK = new URL("wall-clock.js", import.meta.url).href;

/** The one time that the API and the runs of a month live in: it goes on by itself, and can be moved. */
export interface Time {
  readonly nowMs: () => number;
  moveTo(atMs: number): void;
  /** What tells a Node process of this time; none but its wall clock is touched. */
  environment(): Readonly<Record<string, string>>;
}

export function startTime(): Time {
  let shiftMs = 0;
  return {
    nowMs: () => Date.now() + shiftMs,
    moveTo: (atMs) => {
      shiftMs = atMs - Date.now();
    },
    environment: () => ({
      NODE_OPTIONS: `--import=${WALL_CLOCK}`,
      SANDBOX_CLOCK_SHIFT_MS: String(shiftMs),
    }),
  };
}
