import { Readable } from "node:stream";
import { describe, expect, test } from "@jest/globals";
import { gather, release } from "../../src/http/gather.ts";

const BYTES = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const unheard = () => {};

test("the bytes of a stream are what they were, whatever its pieces", async () => {
  const pieces = [BYTES.subarray(0, 1), BYTES.subarray(1, 200), BYTES.subarray(200)];
  const heard: number[] = [];

  const bytes = await gather(Readable.from(pieces), 1024, (size) => heard.push(size));

  expect(bytes).toEqual(BYTES);
  expect(heard).toEqual([1, 199, 56]);
});

test("what comes beyond is told, and dropped", async () => {
  let told = 0;

  const bytes = await gather(Readable.from([BYTES, BYTES]), 300, (size) => (told += size));

  expect(bytes).toEqual(Buffer.concat([BYTES, BYTES.subarray(0, 44)]));
  expect(told).toBe(512);
});

test("a stream that is cut short throws what cut it", async () => {
  const broken = new Readable({ read() {} });
  const gathered = gather(broken, 1024, unheard);
  broken.destroy(new Error("aborted"));

  await expect(gathered).rejects.toThrow("aborted");
});

describe("given back", () => {
  test("is all that was gathered", async () => {
    const bytes = await gather(Readable.from([BYTES]), 1024 * 1024, unheard);
    release(bytes);

    expect(bytes).toHaveLength(0);
  });

  test("is nothing that may share its memory with others", () => {
    const pooled = Buffer.from("a small one");
    release(pooled);

    expect(pooled.toString()).toBe("a small one");
  });
});
