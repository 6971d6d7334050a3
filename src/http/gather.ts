import { promises, type Readable } from "node:stream";

/** Most answers fit; a larger one doubles it. */
const FIRST_BYTES = 16 * 1024;

/**
 * All bytes of a stream in one buffer, each piece copied as soon as it comes: an answer in pieces of
 * one byte would otherwise take a hundred times its size.
 *
 * @param received told of each piece; must not throw
 * @throws what cuts the stream short
 */
export async function gather(stream: Readable, received: (bytes: number) => void): Promise<Buffer> {
  let bytes = Buffer.allocUnsafe(FIRST_BYTES);
  let length = 0;
  stream.on("data", (piece: Buffer) => {
    received(piece.length);
    if (length + piece.length > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(2 * bytes.length, length + piece.length));
      bytes.copy(larger, 0, 0, length);
      bytes = larger;
    }
    length += piece.copy(bytes, length);
  });
  await promises.finished(stream);
  return bytes.subarray(0, length);
}
