import dns from "node:dns";
import { networkInterfaces } from "node:os";
import { afterEach, describe, expect, test } from "@jest/globals";
import { useFakeTimeouts } from "./clock.ts";
import { endingOf } from "./exchange.ts";
import { answering, closedPort, serve } from "./servers.ts";

useFakeTimeouts();

const HOST = "books.invalid";
const answer = answering("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");

const hasIPv6 = Object.values(networkInterfaces())
  .flat()
  .some((one) => one?.address === "::1");
const withIPv6 = hasIPv6 ? describe : describe.skip;

test("an unknown host: nothing was sent", async () => {
  expect(await endingOf(`http://${HOST}/`)).toMatchObject({
    kind: "not-sent",
    // The second one where no name server can be reached.
    obstacle: { kind: "connect", code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) },
  });
});

test("an address that no route leads to fails at once: nothing was sent", async () => {
  // TCP has no broadcast, so that the kernel refuses it on every machine.
  expect(await endingOf("http://255.255.255.255:5000/", { method: "POST" })).toMatchObject({
    kind: "not-sent",
    obstacle: { kind: "connect", code: "ENETUNREACH" },
  });
});

withIPv6("an IPv6 literal", () => {
  test("is reached, and named with its brackets", async () => {
    let request = "";
    const port = await serve((socket) => {
      socket.once("data", (data: Buffer) => (request = data.toString()));
      answer(socket);
    }, "::1");

    expect(await endingOf(`http://[::1]:${port}/`)).toMatchObject({ status: 200 });
    expect(request.toLowerCase()).toContain(`\r\nhost: [::1]:${port}\r\n`);
  });
});

withIPv6("a host with two addresses", () => {
  const lookup = dns.lookup;

  afterEach(() => {
    dns.lookup = lookup;
  });

  /** The name service is all that is made up here: the resolver of a test machine knows one address. */
  function resolveBoth(): void {
    const both = [
      { address: "::1", family: 6 },
      { address: "127.0.0.1", family: 4 },
    ];
    dns.lookup = ((_host: string, _options: object, found: (...args: unknown[]) => void) => {
      setImmediate(found, null, both);
    }) as typeof dns.lookup;
  }

  test.each(["::1", "127.0.0.1"])("is reached when only %s answers", async (alive) => {
    resolveBoth();
    const port = await serve(answer, alive);

    expect(await endingOf(`http://${HOST}:${port}/`)).toMatchObject({ status: 200 });
  });

  test("refused by both: one code, and the words of both", async () => {
    resolveBoth();
    const port = await closedPort();

    expect(await endingOf(`http://${HOST}:${port}/`)).toEqual({
      kind: "not-sent",
      obstacle: {
        kind: "connect",
        code: "ECONNREFUSED",
        detail: `connect ECONNREFUSED ::1:${port}; connect ECONNREFUSED 127.0.0.1:${port}`,
      },
    });
  });
});
