import { expect, test } from "@jest/globals";
import { whenAnswerBegins } from "./answer-begins.ts";
import { letPass, useFakeTimeouts } from "./clock.ts";
import { endingOf, TIMEOUT_MS } from "./exchange.ts";
import { serve, stallingAfter } from "./servers.ts";

useFakeTimeouts();

const SECOND_MS = 1_000;
const CONNECT_TIMEOUT_MS = 20_000;
const BODY = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{";

const wholeTime = () => letPass(TIMEOUT_MS);

test.each([
  ["silent", ""],
  ["stalled in the middle of its headers", "HTTP/1.1 200 OK\r\ncontent-"],
  ["stuck after an interim answer", "HTTP/1.1 102 Processing\r\n\r\n"],
])("%s: the deadline ends it, while waiting for headers", async (_name, start) => {
  const port = await serve(stallingAfter(start, wholeTime));

  expect(await endingOf(`http://127.0.0.1:${port}/`)).toEqual({
    kind: "deadline",
    during: "headers",
  });
});

test("a silent call is left alone until its very last moment", async () => {
  const port = await serve((socket) =>
    socket.once("data", () => {
      letPass(TIMEOUT_MS - 1);
      socket.end("HTTP/1.1 200 OK\r\n\r\n");
    }),
  );

  expect(await endingOf(`http://127.0.0.1:${port}/`)).toMatchObject({ kind: "answered" });
});

test.each([
  ["with a length", BODY],
  ["with chunks", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n"],
  ["without any framing", "HTTP/1.1 200 OK\r\n\r\n{"],
])("a body %s that stalls: the deadline ends it", async (_name, start) => {
  whenAnswerBegins(wholeTime);
  const port = await serve(stallingAfter(start));

  expect(await endingOf(`http://127.0.0.1:${port}/`)).toEqual({ kind: "deadline", during: "body" });
});

test("a body of a byte a second: the deadline ends it, however alive it looks", async () => {
  let dripped = 0;
  const port = await serve((socket) => {
    const drip = () => {
      if (socket.destroyed) return;
      socket.write("x");
      dripped += 1;
      letPass(SECOND_MS);
      setImmediate(drip);
    };
    stallingAfter(BODY)(socket);
    whenAnswerBegins(drip);
  });

  const ending = await endingOf(`http://127.0.0.1:${port}/`, { timeoutMs: 60 * SECOND_MS });

  expect(ending).toEqual({ kind: "deadline", during: "body" });
  expect(dripped).toBeGreaterThanOrEqual(60);
});

test("a TLS handshake that stalls ends long before the deadline, as nothing was sent", async () => {
  const port = await serve(stallingAfter("", () => letPass(CONNECT_TIMEOUT_MS)));

  expect(await endingOf(`https://127.0.0.1:${port}/`)).toEqual({
    kind: "not-sent",
    obstacle: { kind: "stalled", during: "tls" },
  });
});

test("no time at all: nothing is sent", async () => {
  const port = await serve(() => {});
  const ending = endingOf(`http://127.0.0.1:${port}/`, { timeoutMs: 0 });
  letPass(0);

  expect(await ending).toEqual({
    kind: "not-sent",
    obstacle: { kind: "stalled", during: "connect" },
  });
});
