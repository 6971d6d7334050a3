import { getEventListeners } from "node:events";
import { expect, jest, test } from "@jest/globals";
import { after, wait } from "../../src/http/deadline.ts";
import { letPass, useFakeTimeouts } from "./clock.ts";

useFakeTimeouts();

const LONGEST_TIMER_MS = 2 ** 31 - 1;

test.each([
  ["a moment", 1],
  ["as long as a timer can be", LONGEST_TIMER_MS],
  ["a moment longer than that", LONGEST_TIMER_MS + 1],
  ["three months", 7.8e9],
])("%s passes to its very end", (_name, delayMs) => {
  const then = jest.fn();
  after(delayMs, then);

  letPass(delayMs - 1);
  expect(then).not.toHaveBeenCalled();
  letPass(1);
  expect(then).toHaveBeenCalledTimes(1);
});

test("a time that never ends can be stopped, in its first timer and in a later one", () => {
  const then = jest.fn();
  const stop = after(Number.POSITIVE_INFINITY, then);

  letPass(3 * LONGEST_TIMER_MS);
  stop();
  letPass(LONGEST_TIMER_MS);

  expect(then).not.toHaveBeenCalled();
});

test("a wait ends with its time", async () => {
  const waited = wait(1000, new AbortController().signal);

  letPass(1000);

  await expect(waited).resolves.toBeUndefined();
});

test("a wait ends at once when it is cancelled", async () => {
  const controller = new AbortController();
  const waited = wait(1000, controller.signal);

  controller.abort();

  await expect(waited).resolves.toBeUndefined();
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("a wait that was cancelled before does not begin", async () => {
  await expect(wait(1000, AbortSignal.abort())).resolves.toBeUndefined();
});
