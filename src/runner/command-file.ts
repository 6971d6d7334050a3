import { randomUUID } from "node:crypto";
import { closeSync, constants, fstatSync, ftruncateSync, openSync, writeFileSync } from "node:fs";

/**
 * The runner made these files, so that none is made here: where there is none, nobody reads it. Not
 * blocking, as opening a pipe would otherwise wait for a reader.
 */
const APPEND = constants.O_WRONLY | constants.O_APPEND | constants.O_NONBLOCK;

/**
 * Appends all of a text to one of the files through which the runner is talked to (`GITHUB_OUTPUT` and
 * the like), or nothing of it: the runner fails a step over half an entry.
 *
 * @throws Error when it cannot be written
 */
export function appendToCommandFile(variable: string, text: string): void {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} is not set`);
  const file = openSync(path, APPEND);
  try {
    const { size } = fstatSync(file);
    try {
      writeFileSync(file, text);
    } catch (error) {
      // A full disk takes the beginning. What is no regular file holds nothing to take back.
      if (fstatSync(file).isFile()) ftruncateSync(file, size);
      throw error;
    }
  } finally {
    closeSync(file);
  }
}

/** Names and values as the runner reads them; nothing in a value can end it, and none can be guessed to. */
export function asPairs(values: Readonly<Record<string, string>>): string {
  const mark = `orquestra_${randomUUID()}`;
  return Object.entries(values)
    .map(([name, value]) => `${name}<<${mark}\n${value}\n${mark}\n`)
    .join("");
}
