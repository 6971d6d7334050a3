/** Every command of the real runner: a line that names anything else is ordinary text. */
const COMMAND_NAMES = [
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];

/** One workflow command, as a process prints it to talk to its runner. */
export interface Command {
  /** `resume`: the token that ends a `stop-commands`. */
  readonly name: CommandName | "resume";
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Whether `name` is a command, in any case. */
export function commandName(name: string): CommandName | undefined {
  return COMMAND_NAMES.find((known) => known === name.toLowerCase());
}

// What .NET trims. JavaScript's own trim knows no U+0085 and takes U+FEFF away as well.
const LEADING_SPACE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;

const START_ESCAPES = { "%0D": "\r", "%0A": "\n" };
const START_PROPERTY_ESCAPES = { ...START_ESCAPES, "%3A": ":", "%2C": "," };
const ANYWHERE_ESCAPES = { "%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]" };

/**
 * The command that a line of output holds, if any: `::name k=v,k=v::data` at the line's start after
 * any white space, else `##[name k=v;k=v]data` anywhere in it. The rules are those of
 * ActionCommand.cs in github.com/actions/runner. `stopToken` is what a `stop-commands` waits for.
 */
export function parseCommand(line: string, stopToken?: string): Command | undefined {
  return parseAtStart(line.replace(LEADING_SPACE, ""), stopToken) ?? parseAnywhere(line, stopToken);
}

function parseAtStart(line: string, stopToken?: string): Command | undefined {
  const end = line.startsWith("::") ? line.indexOf("::", 2) : -1;
  if (end < 0) return undefined;
  const [name, properties] = parseHead(line.slice(2, end), stopToken);
  return (
    name && {
      name,
      properties: parseProperties(properties.trim(), ",", START_PROPERTY_ESCAPES),
      data: unescape(line.slice(end + 2), START_ESCAPES),
    }
  );
}

function parseAnywhere(line: string, stopToken?: string): Command | undefined {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  if (end < 0) return undefined;
  const [name, properties] = parseHead(line.slice(start + 3, end), stopToken);
  return (
    name && {
      name,
      properties: parseProperties(properties, ";", ANYWHERE_ESCAPES),
      data: unescape(line.slice(end + 1), ANYWHERE_ESCAPES),
    }
  );
}

function parseHead(
  head: string,
  stopToken: string | undefined,
): [name: Command["name"] | undefined, properties: string] {
  const end = head.includes(" ") ? head.indexOf(" ") : head.length;
  const name = head.slice(0, end);
  const resumes = name.toLowerCase() === stopToken?.toLowerCase();
  return [resumes ? "resume" : commandName(name), head.slice(end + 1)];
}

function parseProperties(
  text: string,
  separator: string,
  escapes: Readonly<Record<string, string>>,
): Record<string, string> {
  const properties: Record<string, string> = Object.create(null);
  for (const pair of text.split(separator)) {
    const match = /^=*([^=]+)=+([^=].*)$/su.exec(pair);
    if (match?.[1] && match[2]) properties[match[1].toLowerCase()] = unescape(match[2], escapes);
  }
  return properties;
}

/** One pass, so that `%250A` is the text `%0A` and not a line break. */
function unescape(text: string, escapes: Readonly<Record<string, string>>): string {
  return text.replace(/%[0-9A-F]{2}/gu, (code) => (code === "%25" ? "%" : (escapes[code] ?? code)));
}
