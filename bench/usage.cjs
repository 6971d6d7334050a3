/**
 * Loaded into both contestants (`--require`), to tell as a step's outputs what the process used: the
 * kernel gives a process's own CPU time to nobody else in Node.
 *
 * Peak memory is VmHWM where there is one: the kernel hands `maxRSS` on from the process that forked,
 * so that a small child of a large parent would look as large.
 */
const { appendFileSync, readFileSync } = require("node:fs");

function peakKiB(maxRSS) {
  if (process.platform !== "linux") return maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))[1]);
}

process.once("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  appendFileSync(
    process.env.GITHUB_OUTPUT,
    `bench-cpu-us=${userCPUTime + systemCPUTime}\nbench-peak-kib=${peakKiB(maxRSS)}\n`,
  );
});
