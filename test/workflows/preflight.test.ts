import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";

interface Preflight {
  readonly on: {
    readonly workflow_dispatch: { readonly inputs: Readonly<Record<string, object>> };
  };
  readonly jobs: {
    readonly preflight: {
      readonly environment: object;
      readonly permissions: object;
      readonly "timeout-minutes": unknown;
    };
  };
}

const FILES = [".github/workflows/preflight.yml", "examples/preflight.yml"];

test.each(FILES)(
  "%s reads the settings of the environment that it is told, and of none unless told",
  async (path) => {
    const { on, jobs } = parse(await readFile(path, "utf8")) as Preflight;
    expect(on.workflow_dispatch.inputs).toEqual({
      environment: expect.objectContaining({ type: "string", default: "" }),
      "test-alerts": expect.objectContaining({ type: "boolean", default: false }),
    });
    expect(jobs.preflight.environment).toEqual({
      name: "${{ inputs.environment }}",
      deployment: false,
    });
  },
);

test.each(FILES)(
  "%s may read what it looks at, and starts whatever the variables hold",
  async (path) => {
    const { jobs } = parse(await readFile(path, "utf8")) as Preflight;
    expect(jobs.preflight.permissions).toEqual({ contents: "read", actions: "read" });
    expect(jobs.preflight["timeout-minutes"]).toBeGreaterThan(5);
  },
);
