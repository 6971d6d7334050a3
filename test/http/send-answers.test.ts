import type { Socket } from "node:net";
import { expect, test } from "@jest/globals";
import { whenAnswerBegins } from "./answer-begins.ts";
import { useFakeTimeouts } from "./clock.ts";
import { endingOf, exchange, MAX_BODY_BYTES } from "./exchange.ts";
import { answering, serve, stallingAfter, type Meet } from "./servers.ts";

useFakeTimeouts();

const KIB = 1024;
const HEADERS = "HTTP/1.1 200 OK\r\n";
const CHUNKED = `${HEADERS}transfer-encoding: chunked\r\n\r\n`;
const FIRST_CHUNK = '5\r\n{"a":\r\n';

const resetOnceAsked: Meet = (socket) => socket.once("data", () => socket.resetAndDestroy());

/** Writes a piece again and again, as fast as it is taken, until the client has left. */
const endless =
  (start: string, piece: string): Meet =>
  (socket) =>
    socket.once("data", () => {
      socket.write(start);
      void pour(socket, Buffer.from(piece), Number.POSITIVE_INFINITY);
    });

/** @returns how many bytes went out before the client left */
async function pour(socket: Socket, piece: Buffer, atMostBytes: number): Promise<number> {
  const left = new Promise((resolve) => socket.once("close", resolve));
  let poured = 0;
  while (!socket.destroyed && poured < atMostBytes) {
    poured += piece.length;
    if (socket.write(piece)) continue;
    await Promise.race([left, new Promise((resolve) => socket.once("drain", resolve))]);
  }
  return poured;
}

test.each<[string, Meet]>([
  ["reset once the request was there", resetOnceAsked],
  ["closed before the request was read", (socket) => socket.destroy()],
  ["closed politely without an answer", (socket) => void socket.end()],
  ["closed once the request was there", answering("")],
  ["headers cut", answering("HTTP/1.1 200 OK\r\ncontent-le")],
])("%s: lost while waiting for headers", async (_name, meet) => {
  const ending = await endingOf(`http://127.0.0.1:${await serve(meet)}/`, { method: "POST" });

  expect(ending).toEqual({ kind: "lost", during: "headers", detail: expect.stringMatching(/./) });
});

test("reset before anything was read: lost, or not even sent when the reset came first", async () => {
  const port = await serve((socket) => void socket.resetAndDestroy());

  expect(await endingOf(`http://127.0.0.1:${port}/`, { method: "POST" })).toMatchObject({
    kind: expect.stringMatching(/^(lost|not-sent)$/),
  });
});

test.each<[string, string]>([
  ["and falls silent", ""],
  ["and answers after all", `${HEADERS}content-length: 2\r\n\r\n{}`],
])("a server that leaves HTTP %s: garbage, at once", async (_name, rest) => {
  const switching = `HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n`;
  const meet: Meet = (socket) => socket.once("data", () => socket.write(switching + rest));

  expect(await endingOf(`http://127.0.0.1:${await serve(meet)}/`, { method: "POST" })).toEqual({
    kind: "garbage",
    detail: expect.stringMatching(/./),
  });
});

test.each<[string, Meet]>([
  ["cut before its length", answering(`${HEADERS}content-length: 10\r\n\r\n{"a":`)],
  ["cut between chunks", answering(`${CHUNKED}${FIRST_CHUNK}`)],
  ["cut within a chunk", answering(`${CHUNKED}${FIRST_CHUNK}5\r\n1`)],
])("a body that is %s: lost", async (_name, meet) => {
  const ending = await endingOf(`http://127.0.0.1:${await serve(meet)}/`);

  expect(ending).toEqual({ kind: "lost", during: "body", detail: expect.stringMatching(/./) });
});

test.each([
  ["with a length", `${HEADERS}content-length: 10\r\n\r\n{"a":`],
  ["without any framing", `${HEADERS}\r\n{"a":`],
])("a body %s that is reset: lost", async (_name, start) => {
  const client = Promise.withResolvers<void>();
  whenAnswerBegins(client.resolve);
  const port = await serve((socket) => {
    stallingAfter(start)(socket);
    void client.promise.then(() => socket.resetAndDestroy());
  });

  expect(await endingOf(`http://127.0.0.1:${port}/`)).toEqual({
    kind: "lost",
    during: "body",
    detail: expect.stringMatching(/ECONNRESET|aborted/),
  });
});

test.each([
  ["another protocol", "SSH-2.0-OpenSSH_9.2\r\n\r\n"],
  ["a status line without a number", "HTTP/1.1 OK\r\n\r\n"],
  ["two lengths that differ", `${HEADERS}content-length: 5\r\ncontent-length: 6\r\n\r\nhello`],
  ["a length that is no number", `${HEADERS}content-length: five\r\n\r\nhello`],
  ["a length beside chunks", `${HEADERS}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n`],
  ["a header without a colon", `${HEADERS}no header\r\n\r\n`],
  ["a chunk without a size", `${CHUNKED}five\r\nhello\r\n`],
])("%s: garbage", async (_name, answer) => {
  const ending = await endingOf(`http://127.0.0.1:${await serve(answering(answer))}/`);

  expect(ending).toEqual({ kind: "garbage", detail: expect.stringMatching(/^Parse Error/) });
});

test.each([
  ["one header of 65 KiB", endless(HEADERS, `x-long: ${"x".repeat(65 * KIB)}\r\n`)],
  ["headers without end", endless(HEADERS, "x-more: and more\r\n")],
  ["interim answers without end", endless("", "HTTP/1.1 102 Processing\r\n\r\n")],
])("%s: headers too large", async (_name, meet) => {
  const ending = await endingOf(`http://127.0.0.1:${await serve(meet)}/`);

  expect(ending).toEqual({ kind: "too-large", part: "headers", limitBytes: 64 * KIB });
});

test("headers of 60 KiB are read", async () => {
  const answer = `${HEADERS}x-long: ${"x".repeat(60 * KIB)}\r\ncontent-length: 0\r\n\r\n`;

  expect(await endingOf(`http://127.0.0.1:${await serve(answering(answer))}/`)).toMatchObject({
    kind: "answered",
  });
});

test("a body as large as it may be is read", async () => {
  const answer = `${HEADERS}\r\n${"x".repeat(MAX_BODY_BYTES)}`;

  expect(await exchange(`http://127.0.0.1:${await serve(answering(answer))}/`)).toMatchObject({
    ending: { kind: "answered" },
    bytes: MAX_BODY_BYTES,
  });
});

test("a body that is one byte too large is not, although all of it came", async () => {
  const body = "x".repeat(MAX_BODY_BYTES + 1);
  const answer = `${HEADERS}content-length: ${body.length}\r\n\r\n${body}`;

  expect(await endingOf(`http://127.0.0.1:${await serve(answering(answer))}/`)).toEqual({
    kind: "too-large",
    part: "body",
    status: 200,
    limitBytes: MAX_BODY_BYTES,
  });
});

test.each([
  ["with chunks", endless(CHUNKED, `400\r\n${"x".repeat(KIB)}\r\n`)],
  ["without any framing", endless(`${HEADERS}\r\n`, "x".repeat(KIB))],
])("a body without end, %s: too large", async (_name, meet) => {
  const ending = await endingOf(`http://127.0.0.1:${await serve(meet)}/`);

  expect(ending).toEqual({
    kind: "too-large",
    part: "body",
    limitBytes: MAX_BODY_BYTES,
    status: 200,
  });
});

test("of a body of 200 MB only the first part crosses the wire", async () => {
  const totalBytes = 200_000_000;
  const poured = Promise.withResolvers<number>();
  const port = await serve((socket) =>
    socket.once("data", () => {
      socket.write(`${HEADERS}content-length: ${totalBytes}\r\n\r\n`);
      poured.resolve(pour(socket, Buffer.alloc(64 * KIB), totalBytes));
    }),
  );

  const { ending, bytes } = await exchange(`http://127.0.0.1:${port}/`);

  expect(ending).toEqual({
    kind: "too-large",
    part: "body",
    limitBytes: MAX_BODY_BYTES,
    status: 200,
  });
  // Node reads 64 KiB at a time.
  expect(bytes).toBeLessThanOrEqual(MAX_BODY_BYTES + 64 * KIB);
  // What the kernel holds on both sides of a connection is a few MB.
  expect(await poured.promise).toBeLessThan(totalBytes / 4);
});
