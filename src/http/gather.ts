import { promises, type Readable } from "node:stream";

/** Most answers fit; a larger one doubles it. */
const FIRST_BYTES = 16 * 1024;

/**
 * The bytes of a stream in one buffer, each piece copied as soon as it comes: an answer in pieces of
 * one byte would otherwise take a hundred times its size.
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
  let bytes = Buffer.allocUnsafe(Math.min(FIRST_BYTES, maxBytes));
  let length = 0;
  stream.on("data", (piece: Buffer) => {
    received(piece.length);
    const needed = Math.min(length + piece.length, maxBytes);
    if (needed > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.min(maxBytes, Math.max(2 * bytes.length, needed)));
      bytes.copy(larger, 0, 0, length);
      bytes = larger;
    }
    length += piece.copy(bytes, length);
  });
  await promises.finished(stream);
  return bytes.subarray(0, length);
}
