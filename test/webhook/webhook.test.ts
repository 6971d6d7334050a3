import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "@jest/globals";
import { close, listen } from "../../sandbox/listen.ts";
import type { News } from "../../src/alerts/ports.ts";
import { send } from "../../src/http/send.ts";
import { createDoor } from "../../src/text/plain.ts";
import { notify, ping } from "../../src/webhook/webhook.ts";

const NEWS: News = {
  state: "recovered",
  pipeline: createDoor((said) => said)("daily"),
  result: "succeeded",
  text: "✅ daily: it works again.",
  run: undefined,
};

type Meet = (response: ServerResponse, request: IncomingMessage) => void;

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

/** Somebody's webhook, and all that it hears. */
async function webhookThat(meet: Meet) {
  const heard: { method: string; path: string; type: string | undefined; body: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = "", url: path = "", headers } = request;
      heard.push({ method, path, type: headers["content-type"], body });
      meet(response, request);
    });
  });
  const port = await listen(server, "127.0.0.1", 0);
  ends.push(() => close(server));
  return { url: new URL(`http://127.0.0.1:${port}/secret/path?key=1`), heard };
}

const answers =
  (status: number, headers: Record<string, string> = {}): Meet =>
  (response) =>
    response.writeHead(status, headers).end("ok");

function sending(cancelled = new AbortController().signal) {
  const sender = { userAgent: "test", nowMs: () => performance.now(), cancelled };
  return (request: Parameters<typeof send>[0]) => send(request, sender);
}

test("news arrive as JSON, once", async () => {
  const { url, heard } = await webhookThat(answers(204));

  expect(await notify(url, NEWS, sending())).toEqual({ kind: "delivered" });
  expect(heard).toEqual([
    {
      method: "POST",
      path: "/secret/path?key=1",
      type: "application/json",
      body: JSON.stringify({ source: "orquestra", version: 1, ...NEWS }),
    },
  ]);
});

test.each([
  ["start", "/secret/path/start?key=1"],
  ["success", "/secret/path?key=1"],
  ["fail", "/secret/path/fail?key=1"],
] as const)("a dead man's switch hears %s", async (beat, path) => {
  const { url, heard } = await webhookThat(answers(200));

  expect(await ping(url, beat, sending())).toEqual({ kind: "delivered" });
  expect(heard).toMatchObject([{ method: "GET", path, body: "" }]);
});

describe("what does not arrive is said, without the address", () => {
  const closing: Meet = (response) => response.destroy();

  test.each<readonly [string, Meet, object]>([
    ["not found", answers(404), { kind: "status", status: 404 }],
    ["broken", answers(500), { kind: "status", status: 500 }],
    [
      "a redirect",
      answers(302, { location: "http://127.0.0.1:1/" }),
      { kind: "redirect", status: 302 },
    ],
    ["closed", closing, { kind: "no-answer" }],
  ])("%s", async (_, meet, why) => {
    const { url, heard } = await webhookThat(meet);

    expect(await notify(url, NEWS, sending())).toEqual({ kind: "not-delivered", why });
    expect(await ping(url, "success", sending())).toEqual({ kind: "not-delivered", why });
    expect(heard).toHaveLength(2);
  });

  test("nobody there", async () => {
    const { url } = await webhookThat(answers(200));
    await Promise.all(ends.splice(0).map((end) => end()));

    expect(await notify(url, NEWS, sending())).toEqual({
      kind: "not-delivered",
      why: { kind: "unreachable" },
    });
  });

  test("an answer of any length is not read, and counts", async () => {
    const { url } = await webhookThat((response) => response.end("x".repeat(1_000_000)));
    expect(await notify(url, NEWS, sending())).toEqual({ kind: "delivered" });
  });

  test("a run that is cancelled meanwhile does not wait", async () => {
    const controller = new AbortController();
    const { url } = await webhookThat(() => controller.abort());
    expect(await notify(url, NEWS, sending(controller.signal))).toEqual({
      kind: "not-delivered",
      why: { kind: "cancelled" },
    });
  });
});
