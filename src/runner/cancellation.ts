/** What the runner sends to cancel a step: SIGINT, and 7.5 s later SIGTERM. */
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Aborts at the first signal; later ones change nothing, as the run is already ending. */
export function onCancel(): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS) process.on(signal, () => controller.abort());
  return controller.signal;
}
