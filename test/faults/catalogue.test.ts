import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import type { Said } from "./case.ts";
import { CATALOGUE } from "./catalogue.ts";

const FOLDER = new URL(".", import.meta.url);

test("every class of faults has a row, in this order", () => {
  expect(CATALOGUE.map(({ id }) => id)).toEqual([
    "name-and-connect",
    "proxy",
    "tls",
    "request",
    "headers",
    "body",
    "many-values",
    "redirect",
    "credentials",
    "session",
    "login-answer",
    "limits",
    "false-success",
    "lost-answer",
    "hostile-text",
    "secrets",
    "time",
    "cancel",
    "runner",
    "outputs",
    "github-api",
    "much-on-github",
    "api-in-trouble",
  ]);
});

describe.each(CATALOGUE.map((row) => [row.id, row] as const))("%s", (id, row) => {
  const { title, promise, cases, elsewhere = [] } = row;

  test("plays its own cases, each with an end, and no two with one name", async () => {
    const files = await readdir(FOLDER);
    const text = cases.length > 0 ? await readFile(new URL(`${id}.test.ts`, FOLDER), "utf8") : "";
    const names = cases.map(({ what }) => what[0]);

    expect(files.includes(`${id}.test.ts`)).toBe(cases.length > 0);
    expect(/^play\(\w+\);$/m.test(text)).toBe(cases.length > 0);
    expect(new Set(names).size).toBe(names.length);
    for (const { ends } of cases) expect(Object.keys(ends)).not.toEqual([]);
  });

  test("points to tests that are there", async () => {
    expect(cases.length + elsewhere.length).toBeGreaterThan(0);
    for (const { file, test: name } of elsewhere) {
      const text = await readFile(new URL(`../../${file}`, import.meta.url), "utf8");
      expect(text).toContain(`"${name}`);
    }
  });

  test("is told in both languages", () => {
    const said: readonly Said[] = [
      title,
      promise,
      ...cases.flatMap(({ what, reads, ends }) => [
        what,
        ...Object.values(ends).map((end) => end.reads ?? reads),
      ]),
      ...elsewhere.flatMap(({ what, ends }) => [what, ends]),
    ];
    for (const words of said) {
      expect(words).toHaveLength(2);
      for (const text of words) expect(text).toMatch(/\S/);
    }
  });
});
