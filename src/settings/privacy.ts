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

/** The names of the API's host in its address: as Node calls it, and as people wrote it. None is empty. */
export function hostsIn(apiUrl: string): readonly string[] {
  const written = authorityIn(apiUrl);
  const names = [
    URL.parse(apiUrl)?.hostname,
    URL.parse(`http://${written}`)?.hostname,
    written.replace(/:\d*$/, ""),
  ].filter((name) => name !== undefined);
  const forms = names.flatMap((name) => {
    const host = name.replace(/\.$/, "");
    return [host, host.replace(/^\[(.*)\]$/, "$1")];
  });
  return [...new Set(forms)].filter((name) => name !== "");
}

/**
 * The host, and the port where there is one, as a URL's parser finds them: it takes any number of
 * slashes of either kind behind `https:`, and drops tabs and line breaks.
 */
function authorityIn(address: string): string {
  const [authority = ""] = address
    .replace(/[\t\r\n]/g, "")
    .replace(/^(?:https?:|[a-z][a-z\d+.-]*:(?=[\\/]))?[\\/]*/i, "")
    .split(/[\\/?#]/, 1);
  return authority.slice(authority.lastIndexOf("@") + 1);
}
