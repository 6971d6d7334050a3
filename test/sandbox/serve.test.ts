import { describe, expect, test } from "@jest/globals";
import { FAULTS } from "../../sandbox/faults.ts";
import { call, json, sandboxes } from "./client.ts";
import { serve } from "./served.ts";

const start = sandboxes();

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

  test("explains a busy port and exits with 2", async () => {
    const port = new URL((await start()).url).port;
    const { code, error } = await serve("--port", port).end();
    expect(code).toBe(2);
    const advice = `npm run sandbox -- --port ${Number(port) + 1}`;
    expect(error).toBe(`Port ${port} is in use: ${advice}\nTry --help.\n`);
  });
});
