import { execFile } from "node:child_process";
import { getEventListeners } from "node:events";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";
import { useFakeTimeouts } from "./clock.ts";
import { endingOf, exchange, MAX_BODY_BYTES, readable } from "./exchange.ts";
import { answering, closedPort, serve, stallingAfter } from "./servers.ts";

useFakeTimeouts();

const OK = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
const TOO_MUCH = `HTTP/1.1 200 OK\r\n\r\n${" ".repeat(2 * MAX_BODY_BYTES)}`;

test("a whole answer", async () => {
  const port = await serve(answering(OK));

  const { ending, bytes, tookMs } = await exchange(`http://127.0.0.1:${port}/`);

  expect(ending).toMatchObject({
    kind: "answered",
    status: 200,
    headers: { "content-length": "2" },
  });
  expect(readable(ending)).toEqual({ status: 200, body: "{}" });
  expect(bytes).toBe(2);
  expect(tookMs).toBeGreaterThan(0);
});

test("what goes out: the path, our headers, a length, no connection to be kept", async () => {
  process.env["ACTIONS_ORCHESTRATION_ID"] = "from-the-runner";
  let request = "";
  const port = await serve((socket) => {
    socket.once("data", (data: Buffer) => {
      request = data.toString();
      socket.end(OK);
    });
  });

  await exchange(`http://127.0.0.1:${port}/prefix/scrape/?page=1`, {
    method: "POST",
    headers: { authorization: "Bearer token" },
  });
  delete process.env["ACTIONS_ORCHESTRATION_ID"];

  const [first, ...headers] = request.trimEnd().split("\r\n");
  expect(first).toBe("POST /prefix/scrape/?page=1 HTTP/1.1");
  expect(headers.map((header) => header.toLowerCase()).toSorted()).toEqual([
    "authorization: bearer token",
    "connection: close",
    "content-length: 0",
    `host: 127.0.0.1:${port}`,
    "user-agent: orquestra/test",
  ]);
});

test.each([
  ["a redirect", "HTTP/1.1 308 Permanent Redirect\r\nlocation: /elsewhere\r\n\r\n", 308],
  ["a refusal", "HTTP/1.1 401 Unauthorized\r\n\r\n", 401],
  ["a server in trouble", "HTTP/1.1 503 Service Unavailable\r\nretry-after: 0\r\n\r\n", 503],
])("%s is an answer like any other: sent once", async (_name, answer, status) => {
  let connections = 0;
  const port = await serve((socket) => {
    connections += 1;
    answering(answer)(socket);
  });

  expect(await endingOf(`http://127.0.0.1:${port}/`)).toMatchObject({ kind: "answered", status });
  expect(connections).toBe(1);
});

test("an answer that comes before the request was read is an answer", async () => {
  const port = await serve((socket) => socket.end(OK));

  const ending = await endingOf(`http://127.0.0.1:${port}/`, { method: "POST", body: "x" });

  expect(readable(ending)).toEqual({ status: 200, body: "{}" });
});

test("an answer without a length ends with its connection", async () => {
  const port = await serve(answering("HTTP/1.0 200 OK\r\n\r\n{}"));

  expect(readable(await endingOf(`http://127.0.0.1:${port}/`))).toEqual({
    status: 200,
    body: "{}",
  });
});

test("a connection that the server keeps open is left", async () => {
  const port = await serve(stallingAfter(OK));

  expect(await endingOf(`http://127.0.0.1:${port}/`)).toMatchObject({ kind: "answered" });
});

test("some interim answers are no harm", async () => {
  const port = await serve(answering("HTTP/1.1 102 Processing\r\n\r\n".repeat(2_000) + OK));

  expect(await endingOf(`http://127.0.0.1:${port}/`)).toMatchObject({ status: 200 });
});

test("refused: nothing was sent", async () => {
  const port = await closedPort();

  expect(await endingOf(`http://127.0.0.1:${port}/`)).toEqual({
    kind: "not-sent",
    obstacle: {
      kind: "connect",
      code: "ECONNREFUSED",
      detail: `connect ECONNREFUSED 127.0.0.1:${port}`,
    },
  });
});

test("an exchange stops listening to its caller", async () => {
  const cancelled = new AbortController().signal;
  const port = await serve(answering(OK));

  await exchange(`http://127.0.0.1:${port}/`, { cancelled });

  expect(getEventListeners(cancelled, "abort")).toEqual([]);
});

test("a process ends with its last exchange, and the machine's clock ends a silent one", async () => {
  const url = (port: number) => `http://127.0.0.1:${port}/`;
  const urls = [
    url(await serve(() => {})),
    url(await serve(answering(OK))),
    url(await serve((socket) => socket.destroy())),
    url(await serve((socket) => void socket.write(TOO_MUCH))),
    url(await closedPort()),
  ];
  const source = `
    import { endingOf } from ${JSON.stringify(new URL("exchange.ts", import.meta.url).href)};
    const [silent, ...others] = process.argv.slice(1);
    console.log((await endingOf(silent, { timeoutMs: 1000 })).kind);
    for (const url of others) console.log((await endingOf(url)).kind);`;

  const { stdout } = await promisify(execFile)(process.execPath, [
    "--input-type=module",
    "--eval",
    source,
    ...urls,
  ]);

  expect(stdout).toBe("deadline\nanswered\nlost\ntoo-large\nnot-sent\n");
});
