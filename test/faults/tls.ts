import { createServer } from "node:tls";
import { certificateFor, type Certificate } from "../http/certificate.ts";
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
import type { Call } from "./api.ts";
import type { Socket } from "node:net";

const OURS = certificateFor("127.0.0.1");
const EXPIRED = certificateFor("127.0.0.1", "expired");
const ANOTHER_HOST = certificateFor("books.example");
const NEW = certificateFor("127.0.0.1");

const REFRESHED: Said = ["20 books refreshed", "20 livros atualizados"];
const EXTRA_CA: Said = ["`NODE_EXTRA_CA_CERTS`", "`NODE_EXTRA_CA_CERTS`"];
const NOT_TLS: Said = ["does not answer in TLS", "não responde em TLS"];
const STALLED: Said = [
  "accepted the connection, and then fell silent in the TLS handshake",
  "aceitou a conexão e depois ficou em silêncio no handshake TLS",
];

const SOON = { ...QUICK, "warm-up": "2s" } as const;
/** Not a byte of HTTP reached it. */
const untrusted: End = failed("tls-untrusted", [0, 0], { heard: { health: 0, login: 0 } });
const unreachable: End = failed("api-unreachable", [0, 0]);

const api = (
  what: Said,
  certificate: Certificate,
  end: End,
  reads: Said,
  trusted: readonly Certificate[] = [],
): Case => ({
  what,
  inputs: SOON,
  world: async (stage, script) => {
    const { port } = await stage.api(script, { certificate });
    const file = await stage.file(trusted.map(({ cert }) => cert).join(""));
    return {
      url: `https://127.0.0.1:${port}`,
      env: trusted.length === 0 ? {} : { NODE_EXTRA_CA_CERTS: file },
    };
  },
  ends: { health: end },
  reads,
});

/** A server that does something else where TLS should be. */
const instead = (what: Said, meet: (socket: Socket) => void, end: End, reads: Said): Case => ({
  what,
  inputs: SOON,
  world: async (stage) => ({ url: `https://127.0.0.1:${await stage.server(meet)}` }),
  ends: { health: end },
  reads,
});

/** The API comes back with another certificate before a task. */
const changed = (certificate: Certificate, reads: Said): Case => ({
  what: [
    "another certificate from the scrape or the training on",
    "outro certificado a partir da coleta ou do treino",
  ],
  inputs: { ...SOON, "scrape-timeout": "4s", "training-timeout": "4s" },
  world: async (stage, _script, task) => {
    const first = await stage.api(
      {
        [task === "scrape" ? "baseline" : "gate"]: ({ socket, normal }: Call) => {
          const text = normal();
          first.leave();
          void stage.api({}, { certificate, port: first.port }).then(() => socket.end(text));
        },
      },
      { certificate: OURS },
    );
    const file = await stage.file(OURS.cert);
    return { url: `https://127.0.0.1:${first.port}`, env: { NODE_EXTRA_CA_CERTS: file } };
  },
  ends: { scrape: failed("tls-untrusted", [0, 0]), train: failed("tls-untrusted", [1, 0]) },
  reads,
});

export const tls: FaultClass = {
  id: "tls",
  title: ["TLS", "TLS"],
  promise: [
    "Nothing is sent to a server that cannot prove who it is, and there is never a fallback to plain HTTP. The summary says how to trust an authority of your own.",
    "Nada é enviado a um servidor que não consegue provar quem é, e nunca se volta ao HTTP simples. O resumo diz como confiar em uma autoridade sua.",
  ],
  cases: [
    api(["self-signed", "autoassinado"], OURS, untrusted, EXTRA_CA),
    api(
      [
        "self-signed, and trusted by NODE_EXTRA_CA_CERTS",
        "autoassinado e aceito por NODE_EXTRA_CA_CERTS",
      ],
      OURS,
      succeeded(),
      REFRESHED,
      [OURS],
    ),
    api(
      ["expired", "vencido"],
      EXPIRED,
      untrusted,
      ["has expired, or is not valid yet", "venceu ou ainda não é válido"],
      [EXPIRED],
    ),
    api(
      ["for another host", "de outro host"],
      ANOTHER_HOST,
      untrusted,
      ["was issued for another name", "foi emitido para outro nome"],
      [ANOTHER_HOST],
    ),
    changed(NEW, EXTRA_CA),
    instead(
      ["plain HTTP on that port", "HTTP simples nessa porta"],
      (socket) => void socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"),
      failed("tls-untrusted", [0, 0]),
      NOT_TLS,
    ),
    instead(
      ["another protocol that speaks first", "outro protocolo que fala primeiro"],
      (socket) => void socket.write("220 mail.example ESMTP\r\n"),
      failed("tls-untrusted", [0, 0]),
      NOT_TLS,
    ),
    instead(
      ["only an older TLS", "só um TLS mais antigo"],
      (socket) => socket.once("data", () => socket.end(Buffer.from("15030300020246", "hex"))),
      failed("tls-untrusted", [0, 0]),
      ["No trusted connection to", "Não foi possível estabelecer uma conexão confiável com"],
    ),
    instead(["a handshake that stalls", "um handshake que para"], () => {}, unreachable, STALLED),
    instead(
      ["a handshake that stalls half way", "um handshake que para no meio"],
      (socket) => void socket.write(Buffer.from("160303", "hex")),
      unreachable,
      STALLED,
    ),
    instead(
      ["closed in the middle of the handshake", "conexão fechada no meio do handshake"],
      (socket) => socket.once("data", () => socket.destroy()),
      unreachable,
      ["closed the connection at once", "encerrou a conexão na mesma hora"],
    ),
    instead(
      ["reset in the middle of the handshake", "conexão reiniciada no meio do handshake"],
      (socket) => socket.once("data", () => socket.resetAndDestroy()),
      unreachable,
      ["closed the connection at once", "encerrou a conexão na mesma hora"],
    ),
    {
      what: [
        "a server that asks for a certificate of ours",
        "um servidor que pede um certificado nosso",
      ],
      inputs: SOON,
      world: async (stage) => {
        const server = createServer({ ...OURS, requestCert: true }).on("tlsClientError", () => {});
        const port = await stage.listen(server);
        const file = await stage.file(OURS.cert);
        return { url: `https://127.0.0.1:${port}`, env: { NODE_EXTRA_CA_CERTS: file } };
      },
      ends: { health: failed("tls-untrusted", [0, 0]) },
      reads: [
        "lets in only those who show a certificate of their own, and Orquestra has none",
        "só deixa entrar quem mostra um certificado próprio, e o Orquestra não tem nenhum",
      ],
    },
    {
      what: ["TLS where plain HTTP should be", "TLS onde deveria ser HTTP simples"],
      inputs: SOON,
      world: async (stage, script) => {
        const { port } = await stage.api(script, { certificate: OURS });
        return { url: `http://127.0.0.1:${port}` };
      },
      ends: { health: failed("connection-lost", [0, 0], { heard: { health: 0 } }) },
      reads: [
        "The request went out, and no answer came back",
        "A requisição saiu, e nenhuma resposta voltou",
      ],
    },
    {
      what: ["closed right after the handshake", "conexão fechada logo depois do handshake"],
      wire: ({ socket }) => void socket.destroy(),
      inputs: QUICK,
      world: async (stage, script) => {
        const { port } = await stage.api(script, { certificate: OURS });
        const file = await stage.file(OURS.cert);
        return { url: `https://127.0.0.1:${port}`, env: { NODE_EXTRA_CA_CERTS: file } };
      },
      ends: {
        scrape: unknown("connection-lost", [1, 0]),
        train: unknown("connection-lost", [1, 1]),
      },
      reads: [
        "The request went out, and no answer came back",
        "A requisição saiu, e nenhuma resposta voltou",
      ],
    },
  ],
};
