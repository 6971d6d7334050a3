import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";

/** Tells the process that it is an older Node. */
const OLDER = `data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.19.0"})`;

test.each([
  ["start.js", "npm start"],
  ["serve.js", "npm run sandbox"],
])("%s says what it takes, on a Node that cannot read it", async (file, command) => {
  const script = fileURLToPath(new URL(`../../sandbox/${file}`, import.meta.url));
  const ran = await new Promise((done) => {
    const child = execFile(
      process.execPath,
      ["--import", OLDER, script, "--help"],
      (_, out, error) => done({ code: child.exitCode, out, error }),
    );
  });
  expect(ran).toEqual({
    code: 2,
    out: "",
    error: expect.stringMatching(
      `^The sandbox needs Node 24, and this is Node 20\\.19\\.0\\.\nRun "npm install", .* and then "${command}"`,
    ),
  });
});
