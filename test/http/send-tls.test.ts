import { expect, test } from "@jest/globals";
import { certificateFor } from "./certificate.ts";
import { useFakeTimeouts } from "./clock.ts";
import { endingOf, readable } from "./exchange.ts";
import { answering, serve, serveTls, stallingAfter, type Meet } from "./servers.ts";
import { trust } from "./trust.ts";

const OURS = certificateFor("127.0.0.1");
const EXPIRED = certificateFor("127.0.0.1", "expired");
const ANOTHER_HOST = certificateFor("books.example");
const SELF_SIGNED = certificateFor("127.0.0.1");

useFakeTimeouts();
trust(OURS, EXPIRED, ANOTHER_HOST);

/** RFC 8446, 6: alert, TLS 1.2, 2 bytes, fatal, protocol_version. */
const PROTOCOL_VERSION_ALERT = Buffer.from("15030300020246", "hex");
/** The same of bad_certificate. */
const BAD_CERTIFICATE_ALERT = Buffer.from("1503030002022a", "hex");

const ANSWER = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
const answer = answering(ANSWER);

test("a trusted certificate", async () => {
  const port = await serveTls(OURS, answer);

  expect(readable(await endingOf(`https://127.0.0.1:${port}/`))).toEqual({
    status: 200,
    body: "{}",
  });
});

test("a connection that the server keeps open is left", async () => {
  const port = await serveTls(OURS, stallingAfter(ANSWER));

  expect(await endingOf(`https://127.0.0.1:${port}/`)).toMatchObject({ kind: "answered" });
});

test.each([
  ["self-signed", SELF_SIGNED, "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ["expired", EXPIRED, "CERT_HAS_EXPIRED"],
  ["for another host", ANOTHER_HOST, "ERR_TLS_CERT_ALTNAME_INVALID"],
])("a certificate that is %s: nothing is sent", async (_name, certificate, code) => {
  let heard = "";
  const port = await serveTls(certificate, (socket) => {
    socket.on("data", (data: Buffer) => (heard += data.toString()));
  });

  expect(await endingOf(`https://127.0.0.1:${port}/`)).toEqual({
    kind: "not-sent",
    obstacle: { kind: "certificate", code, detail: expect.stringMatching(/./) },
  });
  expect(heard).toBe("");
});

test.each<[string, Meet]>([
  ["plain HTTP", answering("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n")],
  [
    "another protocol that speaks first",
    (socket) => void socket.write("220 mail.example ESMTP\r\n"),
  ],
])("%s where TLS should be: no fallback, nothing is sent", async (_name, meet) => {
  const port = await serve(meet);

  expect(await endingOf(`https://127.0.0.1:${port}/`)).toEqual({
    kind: "not-sent",
    obstacle: {
      kind: "certificate",
      code: "ERR_SSL_WRONG_VERSION_NUMBER",
      detail: "wrong version number",
    },
  });
});

test("a server that speaks only older TLS says so in an alert: nothing is sent", async () => {
  const port = await serve(answering(PROTOCOL_VERSION_ALERT));

  expect(await endingOf(`https://127.0.0.1:${port}/`)).toMatchObject({
    obstacle: { kind: "certificate", code: "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION" },
  });
});

test("a server that wants a certificate of the client: nothing reached it", async () => {
  let heard = "";
  const wanting = { ...OURS, requestCert: true };
  const port = await serveTls(wanting, (socket) => {
    socket.on("data", (data: Buffer) => (heard += data.toString()));
  });

  expect(await endingOf(`https://127.0.0.1:${port}/`, { method: "POST" })).toEqual({
    kind: "not-sent",
    obstacle: {
      kind: "certificate-wanted",
      detail: expect.stringContaining("certificate required"),
    },
  });
  expect(heard).toBe("");
});

test("one that says so in the handshake, as TLS 1.2 has it: nothing is sent", async () => {
  const port = await serve(answering(BAD_CERTIFICATE_ALERT));

  expect(await endingOf(`https://127.0.0.1:${port}/`)).toMatchObject({
    kind: "not-sent",
    obstacle: { kind: "certificate-wanted" },
  });
});

test.each<[string, Meet]>([
  ["closed", (socket) => socket.once("data", () => socket.destroy())],
  ["reset", (socket) => socket.once("data", () => socket.resetAndDestroy())],
])("%s in the middle of the handshake: nothing was sent", async (_name, meet) => {
  const port = await serve(meet);

  expect(await endingOf(`https://127.0.0.1:${port}/`)).toEqual({
    kind: "not-sent",
    obstacle: { kind: "connect", code: "ECONNRESET", detail: expect.stringMatching(/./) },
  });
});

test("closed after the handshake: lost, as the request was on its way", async () => {
  const port = await serveTls(OURS, (socket) => socket.once("data", () => socket.destroy()));

  expect(await endingOf(`https://127.0.0.1:${port}/`)).toMatchObject({
    kind: "lost",
    during: "headers",
  });
});

test("TLS where plain HTTP should be: garbage", async () => {
  const port = await serve(answering(PROTOCOL_VERSION_ALERT));

  expect(await endingOf(`http://127.0.0.1:${port}/`)).toMatchObject({ kind: "garbage" });
});
