import { expect, test } from "@jest/globals";
import { alert } from "../../src/alerts/alert.ts";
import type { Message, News } from "../../src/alerts/ports.ts";
import { NO_HISTORY, type History } from "../../src/pipeline/history.ts";
import type { Result } from "../../src/pipeline/names.ts";
import { createDoor } from "../../src/text/plain.ts";

const NOW = new Date("2026-11-22T09:17:00Z");
const MESSAGE: Message = { title: "", body: "", farewell: "", text: "" };
const daily = createDoor((text) => text)("daily");

const RECENTLY_FAILED: History = {
  ...NO_HISTORY,
  runs: [
    {
      url: "https://github.com/acme/books/actions/runs/1",
      number: 107,
      startedAt: new Date(NOW.getTime() - 86_400_000),
      result: "failed",
      entry: { result: "failed", pipeline: "daily", attempt: 1 },
      attempts: [],
    },
  ],
};

/**
 * @param known the runs before, as far as they were known when this one began
 * @param recall the same, as far as they are known now
 */
async function heardOf(
  result: Result,
  known: History | undefined,
  recall: () => History | undefined = () => RECENTLY_FAILED,
) {
  const news: News["state"][] = [];
  let recalls = 0;
  await alert({ entry: { result, attempt: 1 }, startedAt: NOW, runNumber: 108 }, known, 1, {
    async recall() {
      recalls += 1;
      return recall();
    },
    async notify({ state }) {
      news.push(state);
      return { kind: "delivered" };
    },
    compose: () => ({ message: MESSAGE, news: { pipeline: daily, text: "", run: undefined } }),
  });
  return { news, recalls };
}

test("a success that knows the runs before it asks for them no more", async () => {
  expect(await heardOf("succeeded", RECENTLY_FAILED)).toEqual({ news: ["recovered"], recalls: 0 });
});

test("one that does not know them, as in a post step, looks them up", async () => {
  expect(await heardOf("succeeded", undefined)).toEqual({ news: ["recovered"], recalls: 1 });
});

test("a failure looks them up once more, as others may have told by now", async () => {
  expect(await heardOf("failed", NO_HISTORY)).toEqual({ news: [], recalls: 1 });
});

test("and goes by what was known where they cannot be looked up", async () => {
  const heard = { news: [], recalls: 1 };
  expect(await heardOf("failed", RECENTLY_FAILED, () => undefined)).toEqual(heard);
  expect(await heardOf("failed", undefined, () => undefined)).toEqual({
    ...heard,
    news: ["failing"],
  });
});
