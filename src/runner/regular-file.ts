import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

/** Opening a pipe must not wait for a writer. */
const READ = constants.O_RDONLY | constants.O_NONBLOCK;

/** @throws Error when it is no file that can be read, such as a pipe or a device, or too large */
export function readRegularFile(path: string, maxBytes: number): string {
  const file = openSync(path, READ);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > maxBytes) throw new Error(`${path} is no file of our size`);
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}
