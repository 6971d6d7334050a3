import { expect, test } from "@jest/globals";
import { whenAnswerBegins } from "./answer-begins.ts";
import { letPass, useFakeTimeouts } from "./clock.ts";
import { endingOf, TIMEOUT_MS } from "./exchange.ts";
import { serve, stallingAfter } from "./servers.ts";

useFakeTimeouts();

test("cancelled before: nobody is called", async () => {
  let connections = 0;
  const port = await serve(() => (connections += 1));

  expect(await endingOf(`http://127.0.0.1:${port}/`, { cancelled: AbortSignal.abort() })).toEqual({
    kind: "cancelled",
    sent: false,
  });
  expect(connections).toBe(0);
});

test("cancelled while it connects: nothing was sent", async () => {
  let heard = "";
  const port = await serve((socket) => {
    socket.on("data", (data: Buffer) => (heard += data.toString()));
  });
  const controller = new AbortController();
  const ending = endingOf(`http://127.0.0.1:${port}/`, { cancelled: controller.signal });

  controller.abort();

  expect(await ending).toEqual({ kind: "cancelled", sent: false });
  expect(heard).toBe("");
});

test("cancelled in the middle of a TLS handshake: nothing was sent", async () => {
  const controller = new AbortController();
  const port = await serve(stallingAfter("", () => controller.abort()));

  expect(await endingOf(`https://127.0.0.1:${port}/`, { cancelled: controller.signal })).toEqual({
    kind: "cancelled",
    sent: false,
  });
});

test("cancelled while the answer is awaited: it may have been acted on", async () => {
  const controller = new AbortController();
  const port = await serve(stallingAfter("", () => controller.abort()));

  expect(await endingOf(`http://127.0.0.1:${port}/`, { cancelled: controller.signal })).toEqual({
    kind: "cancelled",
    sent: true,
  });
});

test.each([
  ["with a length", "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{"],
  ["without any framing", "HTTP/1.1 200 OK\r\n\r\n{"],
])("cancelled while a body %s streams: it may have been acted on", async (_name, start) => {
  const controller = new AbortController();
  whenAnswerBegins(() => controller.abort());
  const port = await serve(stallingAfter(start));

  expect(await endingOf(`http://127.0.0.1:${port}/`, { cancelled: controller.signal })).toEqual({
    kind: "cancelled",
    sent: true,
  });
});

test("cancelled after the deadline: the deadline it was", async () => {
  const controller = new AbortController();
  const port = await serve(
    stallingAfter("", () => {
      letPass(TIMEOUT_MS);
      controller.abort();
    }),
  );

  expect(
    await endingOf(`http://127.0.0.1:${port}/`, { cancelled: controller.signal }),
  ).toMatchObject({ kind: "deadline" });
});
