/**
 * Ends the process with `exitCode` once all that was said is out. A process that ends by itself gives
 * up its signal handlers some milliseconds before it is gone, and a signal then turns a run that was
 * told into a killed one.
 */
export function leave(exitCode: number): void {
  process.exitCode = exitCode;
  process.stdout.write("", () => process.exit());
}
