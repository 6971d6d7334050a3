import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { LANGUAGES, type Language } from "../settings/settings.ts";

/** What the command line asks for. */
export interface Options {
  readonly repo: string | undefined;
  readonly environment: string | undefined;
  /** A file of `airflow variables export`. */
  readonly from: string | undefined;
  readonly apiUrl: string | undefined;
  readonly username: string | undefined;
  readonly usernameAsVariable: boolean;
  /** The folder of a working copy, to write the workflow into. */
  readonly workflow: string | undefined;
  readonly task: "set" | "dry-run" | "check";
  readonly probes: boolean;
  readonly registers: boolean;
  readonly allowsPlainHttp: boolean;
  readonly startsPreflight: boolean;
  readonly language: Language;
}

export type ReadOptions =
  | { readonly kind: "options"; readonly options: Options }
  | { readonly kind: "help"; readonly language: Language }
  | { readonly kind: "bad-use"; readonly problem: BadUse; readonly language: Language };

export type BadUse =
  | { readonly kind: "unknown-option"; readonly option: string }
  | { readonly kind: "unreadable"; readonly words: string }
  | { readonly kind: "kept-by-npm"; readonly option: string }
  | { readonly kind: "unknown-language"; readonly value: string }
  | { readonly kind: "both"; readonly options: readonly [string, string] };

const OPTIONS = {
  repo: { type: "string" },
  environment: { type: "string" },
  from: { type: "string" },
  "api-url": { type: "string" },
  username: { type: "string" },
  "username-as-variable": { type: "boolean", default: false },
  workflow: { type: "string" },
  "allow-plain-http": { type: "boolean", default: false },
  register: { type: "boolean", default: false },
  preflight: { type: "boolean", default: false },
  "no-probe": { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  check: { type: "boolean", default: false },
  language: { type: "string" },
  help: { type: "boolean", default: false },
} satisfies ParseArgsOptionsConfig;

type OptionName = keyof typeof OPTIONS;

/**
 * Those that npm takes for itself where the `--` before them is forgotten. The others are npm's own,
 * too: `username` may stand in somebody's .npmrc.
 */
const KEPT_BY_NPM = (Object.keys(OPTIONS) as OptionName[]).filter(
  (name) => name !== "username" && name !== "help",
);

/** What asks for a change has no place beside what promises that nothing is changed. */
const EXCLUSIVE: readonly (readonly [OptionName, OptionName])[] = [
  ["check", "dry-run"],
  ["check", "register"],
  ["check", "username-as-variable"],
  ["check", "preflight"],
];

type Environment = Readonly<Record<string, string | undefined>>;

export function readOptions(args: readonly string[], env: Environment): ReadOptions {
  const language = languageOf(env);
  const bad = (problem: BadUse) => ({ kind: "bad-use", problem, language }) as const;
  const kept = KEPT_BY_NPM.find((name) => env[npmVariable(name)] !== undefined);
  if (kept !== undefined) return bad({ kind: "kept-by-npm", option: kept });

  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    return bad(unreadable(error as NodeJS.ErrnoException));
  }
  const asked = values.language;
  const chosen = LANGUAGES.find((known) => known.toLowerCase() === asked?.toLowerCase());
  if (asked !== undefined && chosen === undefined) {
    return bad({ kind: "unknown-language", value: asked });
  }
  const both = EXCLUSIVE.find((names) => names.every((name) => values[name] === true));
  if (both) return bad({ kind: "both", options: [`--${both[0]}`, `--${both[1]}`] });
  if (values.help) return { kind: "help", language: chosen ?? language };
  const options: Options = {
    repo: given(values.repo),
    environment: given(values.environment),
    from: given(values.from),
    apiUrl: given(values["api-url"]),
    username: given(values.username),
    usernameAsVariable: values["username-as-variable"],
    workflow: given(values.workflow),
    task: values.check ? "check" : values["dry-run"] ? "dry-run" : "set",
    probes: !values["no-probe"],
    registers: values.register,
    allowsPlainHttp: values["allow-plain-http"],
    startsPreflight: values.preflight,
    language: chosen ?? language,
  };
  return { kind: "options", options };
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS }).values;
}

/** Of an option that it does not know Node has more to say, of what nobody meant. */
function unreadable({ code, message }: NodeJS.ErrnoException): BadUse {
  const isUnknown = code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
  const option = isUnknown ? /'([^']+)'/.exec(message)?.[1] : undefined;
  return option === undefined
    ? { kind: "unreadable", words: message }
    : { kind: "unknown-option", option };
}

/** npm reads `--no-probe` as `probe`, switched off. */
function npmVariable(option: OptionName): string {
  return `npm_config_${option.replace(/^no-/, "").replaceAll("-", "_")}`;
}

/** An option without a value, as an unset variable of a shell leaves it, is none. */
function given(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

/** As POSIX orders them; the locale `C` is nobody's wish. */
function languageOf(env: Environment): Language {
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((value) => value) ?? "";
  return /^pt\b|^pt_/i.test(locale) ? "pt-BR" : "en";
}
