import assert from "node:assert/strict";
import { createServer, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { certificateFor } from "../http/certificate.ts";
import {
  failed,
  QUICK,
  succeeded,
  unknown,
  type Case,
  type End,
  type FaultClass,
  type Said,
} from "./case.ts";
import { HOST, nameService, TO_HOST } from "./network.ts";
import type { Stage } from "./stage.ts";

const REFRESHED: Said = ["20 books refreshed", "20 livros atualizados"];
const PROXY: Said = [
  "did not let the request through to `books.invalid",
  "não deixou a requisição chegar a `books.invalid",
];
const CERTIFICATE = certificateFor(HOST);
const PASSWORD = "pr0xy-secret-word";

/** What it does with a tunnel that it is asked for, counted from 1. */
type Through = (client: Socket, toPort: number, nth: number) => void;

/** Every name leads to the API, as a proxy does the name resolution. */
const lets: Through = (client, toPort) => {
  const target = connect(toPort, "127.0.0.1", () => {
    client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    client.pipe(target).pipe(client);
  });
  client.on("error", () => target.destroy()).on("close", () => target.destroy());
  target.on("error", () => client.destroy()).on("close", () => client.destroy());
};

async function proxyTo(stage: Stage, toPort: number, through: Through): Promise<number> {
  const server = createServer((_request, response) => void response.writeHead(405).end());
  let asked = 0;
  server.on("connect", (_request: IncomingMessage, client: Socket) => {
    asked += 1;
    client.on("error", () => {});
    through(client, toPort, asked);
  });
  return stage.listen(server);
}

const https = { inputs: {}, scheme: "https", variable: "https_proxy" } as const;
const http = { inputs: TO_HOST, scheme: "http", variable: "http_proxy" } as const;

interface Way {
  readonly scheme: "http" | "https";
  readonly variable: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** The API behind a proxy: only there its name means anything. */
const behind = (
  what: Said,
  way: Way,
  through: Through,
  end: End,
  more: Partial<Case> = {},
): Case => ({
  what,
  inputs: { ...QUICK, "warm-up": "2s", ...way.inputs },
  world: async (stage, script) => {
    const { port } = await stage.api(
      script,
      way.scheme === "https" ? { certificate: CERTIFICATE } : {},
    );
    const proxyPort = await proxyTo(stage, port, through);
    return {
      url: `${way.scheme}://${HOST}:${port}`,
      env: {
        [way.variable]: `http://etl:${PASSWORD}@127.0.0.1:${proxyPort}`,
        NODE_EXTRA_CA_CERTS: await stage.file(CERTIFICATE.cert),
      },
    };
  },
  ends: { health: end },
  secrets: [PASSWORD],
  reads: end.result === "succeeded" ? REFRESHED : PROXY,
  ...more,
});

const refuses =
  (status: string): Through =>
  (client) =>
    void client.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
const blocked: End = failed("api-unreachable", [0, 0]);

/** The fourth tunnel is for the scrape: it breaks once the request is on its way. */
const dropsTheScrape: Through = (client, toPort, nth) => {
  if (nth !== 4) return lets(client, toPort, nth);
  client.write("HTTP/1.1 200 Connection established\r\n\r\n");
  client.once("data", () => client.resetAndDestroy());
  return undefined;
};

export const proxy: FaultClass = {
  id: "proxy",
  title: ["A proxy on the way", "Um proxy no caminho"],
  promise: [
    "`https_proxy`, `http_proxy` and `no_proxy` are honoured, for plain HTTP by a tunnel as well. A proxy that lets nothing through is named; its own password is not.",
    "`https_proxy`, `http_proxy` e `no_proxy` são respeitados, também para HTTP simples, por um túnel. Um proxy que não deixa passar é citado; a senha dele, não.",
  ],
  cases: [
    behind(["`https_proxy` is honoured", "`https_proxy` é respeitado"], https, lets, succeeded()),
    behind(
      ["`HTTPS_PROXY` is honoured", "`HTTPS_PROXY` é respeitado"],
      { ...https, variable: "HTTPS_PROXY" },
      lets,
      succeeded(),
    ),
    behind(["`http_proxy` is honoured", "`http_proxy` é respeitado"], http, lets, succeeded()),
    {
      what: ["`no_proxy` is honoured", "`no_proxy` é respeitado"],
      inputs: TO_HOST,
      world: async (stage, script) => {
        const { port } = await stage.api(script);
        return {
          url: `http://${HOST}:${port}`,
          preload: nameService(["127.0.0.1"]),
          env: {
            http_proxy: `http://${await stage.closedAddress()}`,
            no_proxy: `example.com,${HOST}`,
          },
        };
      },
      ends: { health: succeeded() },
      reads: REFRESHED,
    },
    {
      ...behind(["a proxy that is not there", "um proxy que não existe"], https, lets, blocked),
      world: async (stage) => ({
        url: `https://${HOST}`,
        env: { https_proxy: `http://${await stage.closedAddress()}` },
      }),
    },
    ...[
      "403 Forbidden",
      "407 Proxy Authentication Required",
      "502 Bad Gateway",
      "503 Service Unavailable",
    ].flatMap((status) => [
      behind(
        [`CONNECT is answered with ${status}`, `CONNECT é respondido com ${status}`],
        https,
        refuses(status),
        blocked,
      ),
    ]),
    behind(
      [
        "CONNECT for plain HTTP is answered with 407",
        "CONNECT para HTTP simples é respondido com 407",
      ],
      http,
      refuses("407 Proxy Authentication Required"),
      blocked,
    ),
    behind(["CONNECT is never answered", "CONNECT nunca é respondido"], https, () => {}, blocked),
    behind(
      ["CONNECT is answered half way", "CONNECT é respondido pela metade"],
      https,
      (client) => void client.write("HTTP/1.1 200 Conn"),
      blocked,
    ),
    behind(
      ["CONNECT is reset", "CONNECT é reiniciado"],
      https,
      (client) => void client.resetAndDestroy(),
      blocked,
    ),
    behind(
      ["CONNECT is closed politely", "CONNECT é encerrado com educação"],
      https,
      (client) => void client.end(),
      blocked,
    ),
    behind(
      ["CONNECT is answered in garbage", "CONNECT é respondido com lixo"],
      https,
      (client) => void client.end("SSH-2.0\r\n\r\n"),
      blocked,
    ),
    behind(
      [
        "CONNECT is answered with headers that never end",
        "CONNECT é respondido com cabeçalhos que não acabam",
      ],
      https,
      (client) => {
        const pour = () => {
          while (!client.destroyed && client.write(`X-Padding: ${"x".repeat(1024)}\r\n`));
        };
        client.write("HTTP/1.1 200 OK\r\n");
        client.on("drain", pour);
        pour();
      },
      blocked,
    ),
    {
      ...behind(
        ["a proxy that is no address", "um proxy que não é um endereço"],
        https,
        lets,
        blocked,
      ),
      world: () =>
        Promise.resolve({ url: `https://${HOST}`, env: { https_proxy: `not a url, ${PASSWORD}` } }),
      reads: ["The proxy `https_proxy` did not let", "O proxy `https_proxy` não deixou"],
    },
    behind(
      ["a proxy that drops the scrape", "um proxy que derruba a coleta"],
      http,
      dropsTheScrape,
      unknown("connection-lost", [0, 0], { task: "scrape" }),
      {
        reads: [
          "The request went out, and no answer came back",
          "A requisição saiu, e nenhuma resposta voltou",
        ],
      },
    ),
    behind(
      ["a silent call goes through it", "uma chamada em silêncio passa por ele"],
      https,
      lets,
      succeeded(),
      {
        script: {
          scrape: ({ socket, normal }) => {
            setTimeout(() => socket.end(normal()), 2500);
          },
        },
        also: ({ outputs }) => assert(Number(outputs["scrape-seconds"]) >= 2.4),
      },
    ),
    {
      what: ["loopback goes around the proxy", "loopback passa por fora do proxy"],
      world: async (stage, script) => {
        const { port } = await stage.api(script);
        const nowhere = `http://${await stage.closedAddress()}`;
        return { url: `http://localhost:${port}`, env: { http_proxy: nowhere } };
      },
      ends: { health: succeeded() },
      reads: REFRESHED,
    },
  ],
  elsewhere: [
    {
      what: ["a silent flow through a tunnel", "um fluxo em silêncio por um túnel"],
      ends: ["kept alive by TCP every 30 s", "mantido vivo pelo TCP a cada 30 s"],
      file: "test/http/send-keepalive.test.ts",
      test: "a silent call over %s is kept alive by TCP after 30 s",
    },
  ],
};
