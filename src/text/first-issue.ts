/**
 * How valibot reads data from outside: the first thing that is wrong with it is enough. It would keep an
 * account of every one, which for a list of a million numbers takes 900 MB.
 */
export const FIRST_ISSUE = { abortEarly: true } as const;
