import { expect, test } from "@jest/globals";
import { grants, type JobPermissions } from "../../src/settings/permissions.ts";

test.each<readonly [JobPermissions, string, boolean]>([
  ["write-all", "issues: write", true],
  ["write-all", "checks: read", true],
  ["read-all", "checks: read", true],
  ["read-all", "issues: write", false],
  [{ checks: "read" }, "checks: read", true],
  [{ checks: "write" }, "checks: read", true],
  [{ issues: "read" }, "issues: write", false],
  [{ checks: "none" }, "checks: read", false],
  [{}, "checks: read", false],
])("%j grants %s: %j", (permissions, need, expected) => {
  expect(grants(permissions, need)).toBe(expected);
});
