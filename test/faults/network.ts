import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import type { Stage } from "./stage.ts";

/** A public host that no name service knows; what reaches it was led there by a test. */
export const HOST = "books.invalid";
/** The inputs that let plain HTTP go to it. */
export const TO_HOST = { "allow-plain-http": "true" } as const;

/** An error's code, addresses, or nothing at all. */
export type Lookup = string | readonly string[] | undefined;

/**
 * Answers of the name service in the bundle's process, one after the other, the last one for ever: the
 * resolver of a test's machine is all that is made up.
 */
export function nameService(...answers: readonly Lookup[]): string {
  return `
    import dns from "node:dns";
    const answers = ${JSON.stringify(answers.map((one) => one ?? null))};
    dns.lookup = (host, options, found) => {
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer === null) return;
      if (typeof answer === "string") {
        const error = Object.assign(new Error("getaddrinfo " + answer + " " + host), { code: answer });
        setImmediate(found, error);
        return;
      }
      const all = answer.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
      if (options.all) setImmediate(found, null, all);
      else setImmediate(found, null, all[0].address, all[0].family);
    };`;
}

const DEAF = `
  const server = require("node:net").createServer();
  server.listen({ port: Number(process.argv[1]), host: process.argv[2], backlog: 1 }, () => {
    process.stdout.write(String(server.address().port), () => process.kill(process.pid, "SIGSTOP"));
  });`;
/** More than wait in the queue of a server with a backlog of one. */
const QUEUE = 4;

/**
 * A port that drops packets: its process is stopped and its queue full, so that the kernel answers no
 * SYN any more. @returns the port
 */
export async function deafPort(stage: Stage, host = "127.0.0.1", port = 0): Promise<number> {
  const child = spawn(process.execPath, ["--eval", DEAF, String(port), host], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [text] = (await once(child.stdout, "data")) as [Buffer];
  const sockets = Array.from({ length: QUEUE }, () => connect(Number(String(text)), host));
  for (const socket of sockets) socket.on("error", () => {});
  stage.atEnd(async () => {
    sockets.forEach((socket) => socket.destroy());
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  await Promise.all(sockets.slice(0, 2).map((socket) => once(socket, "connect")));
  return Number(String(text));
}
