import { PRIVACY, type Privacy } from "./settings.ts";

/**
 * Whether infrastructure is hidden in all that people see. Asked before anything is shown, so that even
 * the report on wrong inputs obeys it; what is no choice counts as `auto`.
 *
 * @param isPublic whether everybody can read the repository's runs
 */
export function hidesInfrastructure(privacy: string, isPublic: boolean): boolean {
  switch (
    PRIVACY.find((choice) => choice === privacy.toLowerCase()) ??
    ("auto" satisfies Privacy)
  ) {
    case "strict":
      return true;
    case "open":
      return false;
    case "auto":
      return isPublic;
  }
}

/** The names of the API's host in its address, as people wrote it and as Node calls it. */
export function hostsIn(apiUrl: string): readonly string[] {
  // Without its scheme it is refused, but shown.
  const url = URL.parse(apiUrl) ?? URL.parse(`http://${apiUrl}`);
  if (!url || url.hostname === "") return [];
  const { hostname } = url;
  const written = /^(?:[a-z][a-z\d+.-]*:\/\/)?(?:[^/@]*@)?([^/:?#]+)/i.exec(apiUrl)?.[1];
  return [hostname, hostname.replace(/^\[(.*)\]$/, "$1"), ...(written ? [written] : [])];
}
