import { spawn } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "../scenarios/folder.ts";
import { USER } from "../scenarios/story.ts";

/** What the main step left when a shell started it. */
export interface ShellStep {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** The raw command files. */
  readonly output: string;
  readonly summary: string;
  /** What is left in RUNNER_TEMP. */
  readonly left: readonly string[];
}

/** Runs the bundle's main step behind a line of shell, for what no environment variable can do. */
export async function stepInShell(apiUrl: string, line: string): Promise<ShellStep> {
  const folder = await temporaryFolder();
  const temp = await temporaryFolder();
  const files = ["GITHUB_OUTPUT", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"] as const;
  await Promise.all(files.map((name) => writeFile(join(folder, name), "")));
  const env = {
    API_URL: apiUrl,
    INPUT_USERNAME: USER.username,
    INPUT_PASSWORD: USER.password,
    RUNNER_TEMP: temp,
    ...Object.fromEntries(files.map((name) => [name, join(folder, name)])),
  };
  // A shell drops variables whose names are none of its own.
  const script = line.replace("STEP", 'env "INPUT_API-URL=$API_URL" "$0" action/main.js');
  const child = spawn("sh", ["-c", script, process.execPath], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let stdout = "";
  child.stdout.on("data", (text: Buffer) => (stdout += String(text)));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const read = (name: (typeof files)[number]) => readFile(join(folder, name), "utf8");
  return {
    exitCode,
    stdout,
    output: await read("GITHUB_OUTPUT"),
    summary: await read("GITHUB_STEP_SUMMARY"),
    left: await readdir(temp),
  };
}
