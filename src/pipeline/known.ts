/** The members that are known: an optional one that is there has a value. */
export function known<T extends object>(members: {
  readonly [K in keyof T]: T[K] | undefined;
}): T {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as unknown as T;
}
