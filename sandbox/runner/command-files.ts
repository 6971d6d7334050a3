import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../error-code.ts";
import type { Interpreter } from "./interpreter.ts";
import type { Masker } from "./masker.ts";
import type { StepLog } from "./step-log.ts";

/** The files through which a process talks to its runner; new ones for each step. */
export interface CommandFiles {
  readonly output: string;
  readonly state: string;
  readonly summary: string;
  readonly env: string;
  readonly path: string;
}

/** GitHub drops a larger summary, and the step stays green. */
const MAX_SUMMARY_BYTES = 1024 * 1024;

/** Empty command files in `folder`, named as the runner names them. */
export async function createCommandFiles(folder: string): Promise<CommandFiles> {
  await mkdir(folder, { recursive: true });
  const file = async (prefix: string) => {
    const path = join(folder, `${prefix}_${randomUUID()}`);
    await writeFile(path, "");
    return path;
  };
  return {
    output: await file("set_output"),
    state: await file("save_state"),
    summary: await file("step_summary"),
    env: await file("set_env"),
    path: await file("add_path"),
  };
}

/** Takes over what a finished step wrote, and returns its summary as GitHub would publish it. */
export async function readCommandFiles(
  files: CommandFiles,
  { outputs, state }: Pick<Interpreter, "outputs" | "state">,
  log: StepLog,
  masker: Masker,
): Promise<string> {
  await readPairs("output", files.output, outputs, log);
  await readPairs("state", files.state, state, log);
  const summary = (await readIfThere(files.summary)) ?? Buffer.alloc(0);
  if (summary.length > MAX_SUMMARY_BYTES) {
    const [limit, got] = [MAX_SUMMARY_BYTES, summary.length].map((bytes) =>
      Math.floor(bytes / 1024),
    );
    log.annotate(
      "error",
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${limit}k, got ${got}k.`,
    );
    return "";
  }
  const lines = summary.toString("utf8").split(/\r?\n/u);
  return lines.map((line) => masker.mask(line)).join("\n");
}

async function readPairs(
  name: "output" | "state",
  path: string,
  target: Record<string, string>,
  log: StepLog,
): Promise<void> {
  const text = (await readIfThere(path))?.toString("utf8") ?? "";
  try {
    for (const [key, value] of parsePairs(text)) target[key] = value;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    log.fail(`Unable to process file command '${name}' successfully.`, error.message);
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

class FormatError extends Error {}

/** `key=value` and `key<<MARK … MARK` lines; pairs before a malformed one count. */
function* parsePairs(text: string): Generator<[key: string, value: string]> {
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line === "") continue;
    const match = /^(?<key>.*?)(?<sign>=|<<)(?<rest>.*)$/su.exec(line);
    if (match?.groups === undefined) throw new FormatError(`Invalid format '${line}'`);
    const { key = "", sign, rest = "" } = match.groups;
    if (sign === "=") {
      yield [key, rest];
      continue;
    }
    if (key === "" || rest === "") {
      throw new FormatError(
        `Invalid format '${line}'. Name must not be empty and delimiter must not be empty`,
      );
    }
    const end = lines.indexOf(rest, at + 1);
    if (end < 0) throw new FormatError(`Invalid value. Matching delimiter not found '${rest}'`);
    yield [key, lines.slice(at + 1, end).join("\n")];
    at = end;
  }
}
