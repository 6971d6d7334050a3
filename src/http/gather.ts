import { promises, type Readable } from "node:stream";

/**
 * The bytes of a stream in one buffer, each piece copied as soon as it comes: an answer in pieces of
 * one byte would otherwise take a hundred times its size. Of the buffer, only what is written to
 * takes memory.
 *
 * @param maxBytes what comes beyond is dropped
 * @param received told of each piece before, and so of the one that is too much; must not throw
 * @throws what cuts the stream short
 */
export async function gather(
  stream: Readable,
  maxBytes: number,
  received: (bytes: number) => void,
): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(maxBytes);
  let length = 0;
  // A character is a byte. Pieces in buffers would pile up; those in the heap are soon collected.
  stream.setEncoding("latin1");
  stream.on("data", (piece: string) => {
    received(piece.length);
    length += bytes.write(piece, length, "latin1");
  });
  await promises.finished(stream);
  return bytes.subarray(0, length);
}

/**
 * Gives the memory of what was gathered back at once; nothing may look at it any more. The collector
 * would let 64 MB of such pile up, as it weighs what is outside of its heap so little.
 */
export function release({ buffer }: Buffer): void {
  // A small one may share its memory with others.
  if ("transfer" in buffer && buffer.byteLength > Buffer.poolSize) buffer.transfer(0);
}
