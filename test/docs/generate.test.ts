import { execFile } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { fillSections } from "../../docs/generator/markers.ts";

function generate(folder: string, ...args: string[]) {
  return new Promise<{ code: number; stderr: string }>((done) => {
    const script = [join(folder, "docs/generate.ts"), ...args];
    const child = execFile(process.execPath, script, (_, __, stderr) =>
      done({ code: child.exitCode ?? -1, stderr }),
    );
  });
}

test("what is generated is up to date", async () => {
  expect(await generate(".", "--check")).toEqual({ code: 0, stderr: "" });
});

describe("sections", () => {
  const write = (name: string) => `new ${name}`;

  test("are filled, and nothing else changes", () => {
    const page =
      "a\n<!-- generated: x -->\n<!-- end -->\nb\n<!-- generated: y -->\nold\n<!-- end -->\nc\n";

    expect(fillSections(page, write)).toBe(
      "a\n<!-- generated: x -->\n\nnew x\n\n<!-- end -->\nb\n<!-- generated: y -->\n\nnew y\n\n<!-- end -->\nc\n",
    );
  });

  test.each([
    ["no section", "text\n"],
    ["a beginning without an end", "<!-- generated: x -->\ntext\n"],
    ["an end without a beginning", "text\n<!-- end -->\n"],
    [
      "a lost end, which would swallow what follows",
      "<!-- generated: x -->\ntext\n<!-- generated: y -->\n<!-- end -->\n",
    ],
  ])("with %s are refused", (_, page) => {
    expect(() => fillSections(page, write)).toThrow("generated sections");
  });
});
