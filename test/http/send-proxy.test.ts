import { afterEach, expect, test } from "@jest/globals";
import { certificateFor } from "./certificate.ts";
import { letPass, useFakeTimeouts } from "./clock.ts";
import { endingOf, readable } from "./exchange.ts";
import { answering, closedPort, serve, serveProxy, serveTls, stallingAfter } from "./servers.ts";
import { trust } from "./trust.ts";

/** Only the proxy finds this host: what reaches it came through the proxy. */
const HOST = "books.invalid";
const CERTIFICATE = certificateFor(HOST);
const CONNECT_TIMEOUT_MS = 20_000;

useFakeTimeouts();
trust(CERTIFICATE);

const ANSWER = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
const answer = answering(ANSWER);
const OK = { status: 200, body: "{}" };

const VARIABLES = ["http_proxy", "https_proxy", "no_proxy"] as const;

afterEach(() => VARIABLES.forEach((name) => delete process.env[name]));

function setProxy(proxy: string): void {
  process.env["http_proxy"] = proxy;
  process.env["https_proxy"] = proxy;
}

test("http goes through the proxy", async () => {
  const { port, connects } = await serveProxy(await serve(answer));
  setProxy(`http://127.0.0.1:${port}`);

  expect(readable(await endingOf(`http://${HOST}:5000/`))).toEqual(OK);
  expect(connects.map(({ url }) => url)).toEqual([`${HOST}:5000`]);
});

test("a proxy whose certificate is not trusted: nothing was sent", async () => {
  const { port, connects } = await serveProxy(await closedPort(), certificateFor("127.0.0.1"));
  setProxy(`https://127.0.0.1:${port}`);

  expect(await endingOf(`http://${HOST}/`)).toMatchObject({
    kind: "not-sent",
    obstacle: { kind: "proxy", detail: expect.stringContaining("self-signed certificate") },
  });
  expect(connects).toEqual([]);
});

test("an IPv6 literal is named to the proxy with its brackets", async () => {
  const { port, connects } = await serveProxy(await serve(answer));
  setProxy(`http://127.0.0.1:${port}`);

  expect(readable(await endingOf("http://[2001:db8::1]:5000/"))).toEqual(OK);
  expect(connects.map(({ url }) => url)).toEqual(["[2001:db8::1]:5000"]);
});

test("https goes through the proxy, and the certificate is checked for the target's name", async () => {
  const { port, connects } = await serveProxy(await serveTls(CERTIFICATE, answer));
  setProxy(`http://127.0.0.1:${port}`);

  expect(readable(await endingOf(`https://${HOST}/`))).toEqual(OK);
  expect(connects.map(({ url }) => url)).toEqual([`${HOST}:443`]);
});

test.each(["http", "https"])(
  "%s: a connection that the target keeps open is left",
  async (scheme) => {
    const heldOpen = stallingAfter(ANSWER);
    const target = scheme === "http" ? serve(heldOpen) : serveTls(CERTIFICATE, heldOpen);
    const { port } = await serveProxy(await target);
    setProxy(`http://127.0.0.1:${port}`);

    expect(readable(await endingOf(`${scheme}://${HOST}/`))).toEqual(OK);
  },
);

test("the proxy's own credentials go to the proxy", async () => {
  const { port, connects } = await serveProxy(await serve(answer));
  setProxy(`http://user:p%40ss@127.0.0.1:${port}`);

  expect(readable(await endingOf(`http://${HOST}/`))).toEqual(OK);
  expect(connects[0]?.headers["proxy-authorization"]).toBe(`Basic ${btoa("user:p@ss")}`);
});

test.each([HOST, "*", ".invalid"])("no_proxy %s goes around the proxy", async (noProxy) => {
  const { port, connects } = await serveProxy(await serve(answer));
  setProxy(`http://127.0.0.1:${port}`);
  process.env["no_proxy"] = noProxy;

  expect(await endingOf(`http://${HOST}/`)).toMatchObject({ obstacle: { kind: "connect" } });
  expect(connects).toEqual([]);
});

test.each(["127.0.0.1", "localhost"])("%s never goes through a proxy", async (host) => {
  setProxy(`http://127.0.0.1:${await closedPort()}`);

  expect(readable(await endingOf(`http://${host}:${await serve(answer)}/`))).toEqual(OK);
});

test.each([
  ["asks for credentials", "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", "407"],
  ["cannot reach the target", "HTTP/1.1 502 Bad Gateway\r\n\r\n", "502"],
  ["hangs up", "", "socket hang up"],
  ["does not speak HTTP", "SSH-2.0-OpenSSH_9.2\r\n", "Parse Error"],
])("a proxy that %s: nothing was sent", async (_name, refusal, detail) => {
  const port = await serve(answering(refusal));
  setProxy(`http://user:secret@127.0.0.1:${port}`);
  const obstacle = {
    kind: "proxy",
    proxy: `127.0.0.1:${port}`,
    detail: expect.stringContaining(detail),
  };

  expect(await endingOf(`http://${HOST}/`)).toEqual({ kind: "not-sent", obstacle });
  expect(await endingOf(`https://${HOST}/`)).toEqual({ kind: "not-sent", obstacle });
});

test("a proxy that is not there: nothing was sent", async () => {
  const port = await closedPort();
  setProxy(`http://127.0.0.1:${port}`);

  expect(await endingOf(`http://${HOST}/`)).toEqual({
    kind: "not-sent",
    obstacle: {
      kind: "proxy",
      proxy: `127.0.0.1:${port}`,
      detail: expect.stringContaining("ECONNREFUSED"),
    },
  });
});

test("a proxy that stalls ends long before the deadline, as nothing was sent", async () => {
  const port = await serve(stallingAfter("", () => letPass(CONNECT_TIMEOUT_MS)));
  setProxy(`http://127.0.0.1:${port}`);

  expect(await endingOf(`https://${HOST}/`)).toEqual({
    kind: "not-sent",
    obstacle: { kind: "proxy", proxy: `127.0.0.1:${port}`, detail: "no answer to CONNECT" },
  });
});

test("a target that stalls behind the proxy, in the TLS handshake: nothing was sent", async () => {
  const silent = await serve(stallingAfter("", () => letPass(CONNECT_TIMEOUT_MS)));
  const { port } = await serveProxy(silent);
  setProxy(`http://127.0.0.1:${port}`);

  expect(await endingOf(`https://${HOST}/`)).toEqual({
    kind: "not-sent",
    obstacle: { kind: "stalled", during: "tls" },
  });
});

test("a target that goes away behind the proxy, once asked: lost", async () => {
  const { port } = await serveProxy(await serve(answering("")));
  setProxy(`http://127.0.0.1:${port}`);

  expect(await endingOf(`http://${HOST}/`)).toMatchObject({ kind: "lost", during: "headers" });
});

test("cancelled while the proxy thinks: nothing was sent", async () => {
  const controller = new AbortController();
  const port = await serve(stallingAfter("", () => controller.abort()));
  setProxy(`http://127.0.0.1:${port}`);

  expect(await endingOf(`http://${HOST}/`, { cancelled: controller.signal })).toEqual({
    kind: "cancelled",
    sent: false,
  });
});

test("a proxy that is no URL is named by its variable", async () => {
  setProxy("not a url");

  expect(await endingOf(`http://${HOST}/`)).toEqual({
    kind: "not-sent",
    obstacle: { kind: "proxy", proxy: "http_proxy", detail: "Invalid URL" },
  });
});
