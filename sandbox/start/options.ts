import { parseArgs } from "node:util";
import {
  BadUse,
  faultLines,
  MAX_BOOKS,
  MAX_LATENCY_MS,
  MAX_PORT,
  numberIn,
} from "../command-line.ts";
import { Faults, type Fault } from "../faults.ts";
import { DEFAULT_BOOKS } from "../sandbox.ts";

const LANGUAGES = ["en", "pt-BR"] as const;

export interface StartOptions {
  readonly books: number;
  readonly latencyMs: number;
  readonly port: number;
  readonly faults: readonly Fault[];
  readonly language: (typeof LANGUAGES)[number];
}

export const HELP = `Usage: npm start -- [options]

Runs the pipeline, as GitHub would, against a bookshop and a books API on this machine.
The summary is left in the folder "out"; the exit code is the pipeline's.

  --books N          books in the shop (${DEFAULT_BOOKS})
  --latency-ms N     what each page of the shop takes (0)
  --port N           port of the API (the system chooses)
  --language NAME    ${LANGUAGES.join(" or ")} (en)
  --fault NAME       something that goes wrong; may be given many times
  --help             this text

Faults, some with a number after a colon. The day before them was a good one:
${faultLines()}
`;

/** Reads the arguments of `npm start`; "help" when they ask for it. Throws what explainBadUse knows. */
export function readArguments(args: readonly string[]): StartOptions | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      books: { type: "string", default: String(DEFAULT_BOOKS) },
      "latency-ms": { type: "string", default: "0" },
      port: { type: "string", default: "0" },
      language: { type: "string", default: "en" },
      fault: { type: "string", multiple: true, default: [] },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  return {
    books: numberIn("books", values.books, MAX_BOOKS),
    latencyMs: numberIn("latency-ms", values["latency-ms"], MAX_LATENCY_MS),
    port: numberIn("port", values.port, MAX_PORT),
    faults: new Faults(values.fault).list(),
    language: readLanguage(values.language),
  };
}

function readLanguage(text: string): StartOptions["language"] {
  const language = LANGUAGES.find((known) => known === text);
  if (language !== undefined) return language;
  throw new BadUse(`--language must be ${LANGUAGES.join(" or ")}, not "${text}"`);
}
