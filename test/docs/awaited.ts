/**
 * What the pages name although it is not here yet: its own branch brings it. A test fails as soon as
 * one of these is there, so that it leaves this list.
 */
export const AWAITED = {
  workflows: ["fleet.yml", "watch.yml"],
  variables: ["ORQUESTRA_FLEET"],
} as const;
