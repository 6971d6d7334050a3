import { MASK } from "./redactor.ts";

/** As hosts are written: in small letters, and without `_`, which names of files have. */
const LABELS = String.raw`(?:[a-z\d-]{1,63}\.){1,40}`;
const BEGIN = String.raw`(?<![\w.-])`;
/** Not in the middle of a longer name: that of an exception goes on in capitals. */
const END = String.raw`(?![\w-]|\.[\w-])`;
/** Of the files that a training saves and an error names; no host ends so. */
const FILE_ENDINGS =
  "bz2|css|csv|gz|html|joblib|js|jsonl?|log|npy|npz|onnx|parquet|pickle|pkl|sql|tar|ts|tsv|txt|xml|xz|ya?ml|zip";

/** Three labels or more. The last two begin with a letter, and not with a number, as in a version. */
const LONG_NAME = new RegExp(
  String.raw`${BEGIN}${LABELS}[a-z][a-z\d-]{0,62}\.(?!(?:${FILE_ENDINGS})\b)[a-z][a-z\d-]{1,62}${END}`,
  "g",
);
/** Two or more, with an ending that only one's own network has (RFC 6762, G; clouds and clusters). */
const LOCAL_NAME = new RegExp(
  `${BEGIN}${LABELS}(?:corp|home|internal|intranet|lan|local|localdomain|svc)${END}`,
  "g",
);

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
  [/(?:\/[\w.-]{1,64}){1,10}\.(?:py|js|ts|rb|php|so|sock|conf|ini|env|log|\d{4,5})\b/g, MASK],
  // db.books.example.net, ip-10-0-3-4.ec2.internal, nas.local: bare, as a sentence has them
  [LONG_NAME, MASK],
  [LOCAL_NAME, MASK],
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
