/**
 * Loaded into the bundle's process (`--require`): the kernel's own figure for the most memory that it
 * ever held, in KiB. `maxRSS` would count what the process that forked it held.
 */
const { readFileSync, writeFileSync } = require("node:fs");

process.once("exit", () => {
  const path = process.env.PEAK_FILE;
  if (process.platform !== "linux" || !process.argv[1].endsWith("main.js")) return;
  writeFileSync(path, /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))[1]);
});
