import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { FAULTS } from "../../sandbox/faults.ts";

interface Demo {
  readonly on: {
    readonly workflow_dispatch: {
      readonly inputs: { readonly fault: { readonly options: string[] } };
    };
  };
}

test("demo.yml offers only faults that the sandbox knows", async () => {
  const demo = parse(await readFile(".github/workflows/demo.yml", "utf8")) as Demo;
  const { options } = demo.on.workflow_dispatch.inputs.fault;

  expect(options[0]).toBe("none");
  expect(Object.keys(FAULTS)).toEqual(expect.arrayContaining(options.slice(1)));
});
