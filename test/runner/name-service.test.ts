import { expect, test } from "@jest/globals";
import { boundNameLookups } from "../../src/runner/name-service.ts";

test.each([
  [{}, "timeout:2 attempts:2"],
  [{ RES_OPTIONS: "timeout:9" }, "timeout:9"],
])("the system's name look-ups under %j are bounded by %s", (env: NodeJS.ProcessEnv, options) => {
  boundNameLookups(env);

  expect(env["RES_OPTIONS"]).toBe(options);
});
