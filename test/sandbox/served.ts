import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach } from "@jest/globals";

const SERVE = fileURLToPath(new URL("../../sandbox/serve.ts", import.meta.url));
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** `npm run sandbox`, which ends with the test. */
export function serve(...args: string[]) {
  const child = spawn(process.execPath, [SERVE, ...args]);
  children.push(child);
  let out = "";
  let error = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (error += text));
  return {
    child,
    async says(words: string): Promise<string> {
      while (!out.includes(words)) await once(child.stdout, "data");
      return out;
    },
    async end() {
      const [code] = (await once(child, "close")) as [number | null];
      return { code, out, error };
    },
  };
}
