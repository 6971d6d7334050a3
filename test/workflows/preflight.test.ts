import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";

interface Preflight {
  readonly on: {
    readonly workflow_dispatch: { readonly inputs: Readonly<Record<string, object>> };
  };
  readonly jobs: { readonly preflight: { readonly environment: object } };
}

test.each([".github/workflows/preflight.yml", "examples/preflight.yml"])(
  "%s reads the settings of the environment that it is told, and of none unless told",
  async (path) => {
    const { on, jobs } = parse(await readFile(path, "utf8")) as Preflight;
    expect(on.workflow_dispatch.inputs).toEqual({
      environment: expect.objectContaining({ type: "string", default: "" }),
    });
    expect(jobs.preflight.environment).toEqual({
      name: "${{ inputs.environment }}",
      deployment: false,
    });
  },
);
