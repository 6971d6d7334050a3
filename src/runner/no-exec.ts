/**
 * Stands in for `@actions/exec` in the bundle (tsconfig.json, paths): @actions/core imports it at
 * start-up for `platform.getDetails`, which is never called here. It saves node:child_process and 5 ms
 * of start-up (bench/).
 */
export function getExecOutput(): Promise<never> {
  return Promise.reject(new Error("@actions/exec is not part of this bundle"));
}
