import type { Socket } from "node:net";
import { answer } from "./answers.ts";
import type { Call, Wire } from "./api.ts";

export const OK = "HTTP/1.1 200 OK\r\n";
export const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n\r\n`;
export const KIB = "x".repeat(1024);

/** An answer that is whole, if not the right one. */
export function says(...given: Parameters<typeof answer>): Wire {
  return ({ socket }) => void socket.end(answer(...given));
}

/** An answer of 200 whose body is this very text. */
export function body(text: string | Buffer, headers = ""): Wire {
  const bytes = Buffer.from(text);
  const head = `${OK}Content-Type: application/json\r\n${headers}Content-Length: ${bytes.length}\r\n\r\n`;
  return ({ socket }) => void socket.end(Buffer.concat([Buffer.from(head), bytes]));
}

/** These very bytes, and then the end of the connection. */
export function raw(bytes: string | Buffer): Wire {
  return ({ socket }) => void socket.end(bytes);
}

/** These very bytes, and then silence. */
export function stallsAfter(bytes: string): Wire {
  return ({ socket }) => {
    if (bytes !== "") socket.write(bytes);
  };
}

/** These very bytes, and then what the API would have answered. */
export function thenNormal(bytes: string): Wire {
  return ({ socket, normal }) => void socket.end(bytes + normal());
}

export const resets: Wire = ({ socket }) => void socket.resetAndDestroy();
export const endsPolitely: Wire = ({ socket }) => void socket.end();
export const closes: Wire = ({ socket }) => void socket.destroy();

/** The normal answer, one byte after the other, too slow for any time-out. */
export const trickles: Wire = ({ socket, normal }) => {
  const bytes = Buffer.from(normal());
  let at = 0;
  const timer = setInterval(() => {
    socket.write(bytes.subarray(at, at + 1));
    at += 1;
  }, 100);
  socket.once("close", () => clearInterval(timer));
};

/** Writes a piece again and again, as fast as it is taken, until the client has left. */
export function pours(start: string, piece: string, atMostBytes = Number.POSITIVE_INFINITY): Wire {
  return ({ socket }) => {
    socket.write(start);
    void pour(socket, Buffer.from(piece), atMostBytes);
  };
}

async function pour(socket: Socket, piece: Buffer, atMostBytes: number): Promise<void> {
  const left = new Promise((resolve) => socket.once("close", resolve));
  let poured = 0;
  while (!socket.destroyed && poured < atMostBytes) {
    poured += piece.length;
    if (socket.write(piece)) continue;
    await Promise.race([left, new Promise((resolve) => socket.once("drain", resolve))]);
  }
  socket.end();
}

/** Strikes before a byte of the request is read. */
export function unread(wire: Wire): Wire {
  const strike = (call: Call) => wire(call);
  return Object.assign(strike, { isUnread: true as const });
}
