import { readFileSync } from "node:fs";
import { REPO, stage, USER } from "./command.ts";

export const FILE = ".github/workflows/preflight.yml";
export const EXAMPLE = readFileSync("examples/preflight.yml", "utf8");

/** A stage whose repository has this file on its default branch. */
export function stageWith(text: string) {
  const here = stage();
  here.github.store.addWorkflow({ path: FILE, name: "Preflight" });
  here.github.store.push(FILE, text);
  const env = { ...USER, API_URL: here.books.url };
  return {
    ...here,
    preflight: (...args: string[]) => here.run([...REPO, "--preflight", ...args], { env }),
  };
}
