import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "@jest/globals";
import { FAULTS } from "../../sandbox/faults.ts";
import { call, json, sandboxes } from "./client.ts";

const start = sandboxes();
const SERVE = fileURLToPath(new URL("../../sandbox/serve.ts", import.meta.url));
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

describe("npm run sandbox", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("serves until %s", async (signal) => {
    const served = serve("--port", "0", "--books", "20", "--fault", "half-shop");
    const welcome = await served.says("Ctrl+C stops it.");
    const url = /^Books API {2}(http:\/\/127\.0\.0\.1:\d+) {3}user admin, password admin$/m.exec(
      welcome,
    )?.[1];
    expect(json(await call(url ?? "", "GET", "/__sandbox"))).toMatchObject({
      books: 20,
      faults: ["half-shop"],
    });
    served.child.kill(signal);
    expect(await served.end()).toEqual({ code: 0, out: welcome, error: "" });
  });

  test("--help names every fault", async () => {
    const { code, out } = await serve("--help").end();
    expect(code).toBe(0);
    for (const name of Object.keys(FAULTS)) expect(out).toContain(`  ${name}`);
  });

  test.each([
    [["--prot", "1"], /^Unknown option '--prot'/],
    [["--port", "70000"], /^--port must be a whole number from 0 to 65535, not "70000"/],
    [["--books", "many"], /^--books must be a whole number/],
    [["--latency-ms", "-1"], /--latency-ms/],
    [["--fault", "rain"], /^no fault "rain"; there are empty-shop, half-shop/],
    [["extra"], /extra/],
  ])("explains %j and exits with 2", async (args, message) => {
    const { code, out, error } = await serve(...args).end();
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error).toMatch(message);
    expect(error).not.toContain("    at ");
  });

  test("explains a busy port and exits with 2", async () => {
    const port = new URL((await start()).url).port;
    const { code, error } = await serve("--port", port).end();
    expect(code).toBe(2);
    const advice = `npm run sandbox -- --port ${Number(port) + 1}`;
    expect(error).toBe(`Port ${port} is in use: ${advice}\nTry --help.\n`);
  });
});

function serve(...args: string[]) {
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
