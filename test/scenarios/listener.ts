import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach } from "@jest/globals";
import { close, listen } from "../../sandbox/listen.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

/**
 * A webhook of somebody's that answers with a status, and all that it heard.
 *
 * @param onFirst done instead of an answer to the first request
 */
export async function listenerThat(status = 200, onFirst?: () => void) {
  const heard: { readonly path: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push({ path: request.url ?? "", body });
      if (onFirst && heard.length === 1) onFirst();
      else response.writeHead(status).end();
    });
  });
  const port = await listen(server, "127.0.0.1", 0);
  ends.push(() => close(server));
  return { url: `http://127.0.0.1:${port}/hooks/T0PS3CR3T-T0PS3CR3T`, heard };
}
