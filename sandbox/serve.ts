import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import {
  BAD_USE_EXIT_CODE,
  explainBadUse,
  faultLines,
  MAX_BOOKS,
  MAX_LATENCY_MS,
  MAX_PORT,
  numberIn,
  refuseSwallowed,
} from "./command-line.ts";
import { Faults } from "./faults.ts";
import { DEFAULT_BOOKS, startSandbox } from "./sandbox.ts";
import type { Sandbox } from "./sandbox.ts";

const DEFAULT_PORT = 5_000;
const COMMAND = "npm run sandbox";
const OPTIONS = {
  port: { type: "string", default: String(DEFAULT_PORT) },
  books: { type: "string", default: String(DEFAULT_BOOKS) },
  "latency-ms": { type: "string", default: "0" },
  "data-dir": { type: "string" },
  fault: { type: "string", multiple: true, default: [] },
  help: { type: "boolean" },
} satisfies ParseArgsOptionsConfig;

const HELP = `Usage: npm run sandbox -- [options]

Runs a bookshop and the books API that scrapes it, both on 127.0.0.1, until Ctrl+C.

  --port N         port of the API (default ${DEFAULT_PORT}; 0 lets the system choose)
  --books N        books in the shop (default ${DEFAULT_BOOKS})
  --latency-ms N   what each page of the shop takes (default 0)
  --data-dir DIR   keep database and artifacts there (default: a temporary folder)
  --fault NAME     something that goes wrong; may be given many times
  --help           this text

Faults, some with a number after a colon:
${faultLines()}
`;

try {
  await main();
} catch (error) {
  const message = explainBadUse(error, COMMAND);
  if (message === undefined) throw error;
  process.stderr.write(`${message}\nTry --help.\n`);
  process.exitCode = BAD_USE_EXIT_CODE;
}

async function main(): Promise<void> {
  refuseSwallowed(COMMAND, Object.keys(OPTIONS), process.env);
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const sandbox = await startSandbox({
    port: numberIn("port", values.port, MAX_PORT),
    books: numberIn("books", values.books, MAX_BOOKS),
    latencyMs: numberIn("latency-ms", values["latency-ms"], MAX_LATENCY_MS),
    faults: new Faults(values.fault).list(),
    ...(values["data-dir"] !== undefined && { dataDir: values["data-dir"] }),
  });
  process.stdout.write(welcome(sandbox));
  await stopSignal();
  await sandbox.close();
}

function welcome({ url, shopUrl }: Sandbox): string {
  return `Books API  ${url}   user admin, password admin
Bookshop   ${shopUrl}/

Try it:
  TOKEN=$(curl -s ${url}/api/v1/auth/login -d '{"username":"admin","password":"admin"}' | sed -n 's/.*"access_token": "\\(.*\\)".*/\\1/p')
  curl -X POST -H "Authorization: Bearer $TOKEN" ${url}/api/v1/scrape/
  curl -H "Authorization: Bearer $TOKEN" ${url}/api/v1/ml/training-data
  curl -H "Authorization: Bearer $TOKEN" ${url}/api/v1/stats/overview

Change it while it runs (--help lists the faults):
  curl -X PUT ${url}/__sandbox/faults -d '["half-shop", "slow-answers:5"]'
  curl -X PUT ${url}/__sandbox/books -d '{"books": 20}'
  curl ${url}/__sandbox/calls

Ctrl+C stops it.
`;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
