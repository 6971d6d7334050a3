import { MASK } from "./redactor.ts";

/**
 * What tells a stranger where to knock: addresses, hosts with a port, and the names that data bases put
 * into their errors. Every repetition is bounded, so that no text takes long.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // scheme://anything, connection strings with their passwords included
  [/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'`<>]+/gi, MASK],
  // server at "db", host "db", user "etl", database "books", role "etl", host name "db"
  [/\b((?:server at|host(?: name)?|user|role|database) +)"[^"]{1,200}"/gi, `$1"${MASK}"`],
  // host=db user=etl password=… as libpq writes them
  [/\b((?:host|hostaddr|user|password|dbname)=)[^\s,;)]+/gi, `$1${MASK}`],
  // IPv6, in brackets with a port or bare. Two colons that do not touch are a time of day.
  [/\[(?=[^\]]{0,45}:[^\]]{0,45}:)[0-9a-f:.%]{2,45}\](?::\d{1,5})?/gi, MASK],
  [/(?<![\w:.])(?=[0-9a-f:]{0,35}::|(?:[0-9a-f]{1,4}:){5})[0-9a-f:.]{2,45}(?![\w:])/gi, MASK],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/g, MASK],
  // db.internal:5432, localhost:8080
  [/\b[a-z][\w-]{0,62}(?:\.[\w-]{1,63}){0,8}:\d{2,5}\b/gi, MASK],
  [/\bport \d{2,5}\b/gi, `port ${MASK}`],
  // /srv/app/models.py, /run/postgresql/.s.PGSQL.5432: files of the API's machine, not paths of its URL
  [/(?:\/[\w.-]{1,64}){1,10}\.(?:py|js|ts|rb|php|so|sock|conf|ini|env|log|\d{2,5})\b/g, MASK],
];

/**
 * Text without what looks like infrastructure: hosts, addresses, ports, data base names and files.
 *
 * @param hosts names that are infrastructure whatever they look like, such as the API's own; none is empty
 */
export function hideInfrastructure(text: string, hosts: readonly string[]): string {
  const withoutHosts = hosts.reduce((seen, host) => seen.replace(wordOf(host), MASK), text);
  return PATTERNS.reduce((seen, [pattern, mask]) => seen.replace(pattern, mask), withoutHosts);
}

/** A host with a dot or colon, anywhere; a bare name such as `api` as a word that is no part of a path. */
function wordOf(host: string): RegExp {
  const literal = host.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const found = /[.:]/.test(host) ? literal : `(?<![\\w.-]|(?<!/)/)${literal}(?![\\w-])`;
  return new RegExp(`${found}(?::\\d{1,5})?`, "gi");
}
