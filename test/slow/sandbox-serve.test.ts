import { describe, expect, test } from "@jest/globals";
import { serve } from "../sandbox/served.ts";

describe("npm run sandbox", () => {
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
});
