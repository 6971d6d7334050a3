/** For a report's own sentences outside of a run: there is no page that they could lead to. */
export const NO_LINKS = {
  run: undefined,
  variables: undefined,
  secrets: undefined,
  workflow: undefined,
  failures: undefined,
};
