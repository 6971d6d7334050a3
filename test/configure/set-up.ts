import { readFileSync } from "node:fs";
import { workflowFrom } from "../../src/configure/workflow.ts";
import { REPO, stage, USER } from "./command.ts";

export const FILE = ".github/workflows/pipeline.yml";
export const COMMIT = "2b8f47d3906ce1a5d84b07f92ec6315fa0d9b7c4";
/** As a team has it whose API is on loopback, as here. */
export const FITTING = workflowFrom(readFileSync("examples/pipeline.yml", "utf8"), {
  action: { repository: "acme/orquestra", commit: COMMIT, tag: "v1.0.0" },
  environment: undefined,
  selfHosted: true,
});

/** A repository that is set up, with this file on its default branch. */
export async function setUp(text: string) {
  const here = stage();
  await here.run(REPO, { env: { ...USER, API_URL: here.books.url } });
  here.github.store.push(FILE, text);
  return here;
}

/** What is printed behind this mark. */
export function lines(out: string, mark: string): string[] {
  return out.split("\n").filter((line) => line.startsWith(mark));
}
