import type { Place } from "./place.ts";
import type { Talk } from "./talk.ts";

/** Where a person sees and changes all of it by hand. */
export function showPages(
  { repository: { pageUrl }, environment }: Place,
  { say, words: { lines } }: Talk,
): void {
  const { pages } = lines;
  if (environment === undefined) {
    say(`${pages.variables}: ${pageUrl}/settings/variables/actions`);
    say(`${pages.secrets}: ${pageUrl}/settings/secrets/actions`);
  } else {
    say(`${pages.environments}: ${pageUrl}/settings/environments`);
  }
  say(`${pages.actions}: ${pageUrl}/actions`);
}
