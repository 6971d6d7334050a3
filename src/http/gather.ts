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
  stream.on("data", (piece: Buffer) => {
    received(piece.length);
    length += piece.copy(bytes, length);
  });
  await promises.finished(stream);
  return bytes.subarray(0, length);
}
