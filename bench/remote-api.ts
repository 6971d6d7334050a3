import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Sent } from "./api.ts";

/** The API in its own process. */
export interface RemoteApi {
  readonly url: string;
  /** What arrived since the last time this was asked. */
  received(): Promise<readonly Sent[]>;
  stop(): Promise<void>;
}

export async function startApi(): Promise<RemoteApi> {
  const child = fork(fileURLToPath(new URL("api.ts", import.meta.url)));
  const port = await next<number>(child);
  return {
    url: `http://127.0.0.1:${port}`,
    received() {
      child.send("received?");
      return next<readonly Sent[]>(child);
    },
    async stop() {
      child.disconnect();
      await once(child, "exit");
    },
  };
}

/** @throws Error when the process ends instead */
function next<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("the API ended before it answered"));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message as T);
    });
  });
}
