/** The code of a Node error, such as `ENOENT`; "" where there is none. Works across realms, as in jest. */
export function errorCode(error: unknown): string {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return hasCode && typeof error.code === "string" ? error.code : "";
}
