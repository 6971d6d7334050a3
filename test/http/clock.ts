import { afterEach, beforeEach, expect, jest } from "@jest/globals";

/**
 * Time-outs of the tests that call this pass when the test says so, however slow the machine is.
 * Sockets, promises and the rest of Node stay real. A time-out that nobody stopped fails its test.
 */
export function useFakeTimeouts(): void {
  beforeEach(() => {
    jest.useFakeTimers({
      doNotFake: [
        "Date",
        "clearImmediate",
        "clearInterval",
        "hrtime",
        "nextTick",
        "performance",
        "queueMicrotask",
        "setImmediate",
        "setInterval",
      ],
    });
  });
  afterEach(() => {
    const left = jest.getTimerCount();
    jest.useRealTimers();
    expect(left).toBe(0);
  });
}

export function letPass(ms: number): void {
  jest.advanceTimersByTime(ms);
}
