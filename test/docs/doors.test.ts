import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { DOORS, isOwn } from "../../docs/generator/doors.ts";
import * as bundle from "../../src/index.ts";

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

const manifestOf = async (path: string) => parse(await readFile(path, "utf8")) as Manifest;

describe.each(DOORS)("action/%s", (door) => {
  test("describes each input and output, as the root action does what both have", async () => {
    const [root, own] = await Promise.all([
      manifestOf("action.yml"),
      manifestOf(`action/${door}/action.yml`),
    ]);

    for (const kind of ["inputs", "outputs"] as const) {
      for (const [name, member] of Object.entries(own[kind])) {
        const shared = isOwn(name, door) ? undefined : root[kind][name];
        expect([name, member]).toEqual([name, shared ?? member]);
        expect([name, member.description]).toEqual([name, expect.stringMatching(/\S/)]);
      }
    }
  });

  test("says of the token and of the dead man's switch what they do at this door", async () => {
    const { inputs } = await manifestOf(`action/${door}/action.yml`);
    const token = inputs["github-token"]?.description ?? "";

    expect(/failure issue/.test(token)).toBe("failure-issue" in inputs && door !== "preflight");
    expect(token).not.toMatch(/preflight/);
    // A preflight is given what the pipeline has, and that hears starts.
    expect(/\/start/.test(inputs["ping-url"]?.description ?? "")).toBe(door === "preflight");
  });

  test("runs functions of the bundle, on the Node of the root action", async () => {
    const [root, own] = await Promise.all([
      manifestOf("action.yml"),
      manifestOf(`action/${door}/action.yml`),
    ]);
    const scripts = await Promise.all(
      [own.runs.main, own.runs.post ?? []]
        .flat()
        .map((file) => readFile(`action/${door}/${file}`, "utf8")),
    );

    expect(own.runs.using).toBe(root.runs.using);
    for (const script of scripts) {
      const [, imported = ""] = /\{ (\w+) \}/.exec(script) ?? [];
      expect(script).toMatch(new RegExp(`^\\s*await ${imported}\\(\\);$`, "m"));
      expect(Object.keys(bundle)).toContain(imported);
    }
  });
});
