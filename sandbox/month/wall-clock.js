/**
 * Loaded before an action by `node --import`: moves the wall clock of its process. What measures
 * durations, `performance.now()` and timers, stays as it is, as it does when a machine's clock is set.
 */
const shiftMs = Number(process.env.SANDBOX_CLOCK_SHIFT_MS);
if (!Number.isFinite(shiftMs)) throw new Error("SANDBOX_CLOCK_SHIFT_MS must be milliseconds");

const RealDate = Date;
const now = () => RealDate.now() + shiftMs;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
