import { execFile } from "node:child_process";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { wait } from "../http/deadline.ts";
import { send } from "../http/send.ts";
import { createDoor } from "../text/plain.ts";
import { createRedactor } from "../text/redactor.ts";
import { VERSION } from "../version.ts";
import { configure } from "./configure.ts";
import { openTerminal } from "./terminal.ts";
import type { World } from "./world.ts";

/** `git` and `gh` answer at once, unless one of them waits for a person. */
const PROGRAM_TIMEOUT_MS = 10_000;

// Before Node 22.1 there is none, and the command is to run on what people have, without `npm ci`.
if (!("parse" in URL)) {
  Object.assign(URL, {
    parse: (text: string, base?: string) => (URL.canParse(text, base) ? new URL(text, base) : null),
  });
}

const interruption = new AbortController();
// The second one of a kind ends the process where it stands.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => interruption.abort());
}
// Nobody reads any more (`| head`, a terminal that was closed): what is under way is done all the same.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

const world = openWorld();
process.exitCode = await configure(process.argv.slice(2), world);
world.terminal?.close();

/** The process, its terminal and the network. The only place of this command that touches them. */
function openWorld(): World {
  const { env, stdin, stdout, stderr } = process;
  const clock = { nowMs: () => performance.now(), today: () => new Date() };
  const redactor = createRedactor();
  const sender = {
    userAgent: `orquestra/${VERSION}`,
    nowMs: clock.nowMs,
    cancelled: interruption.signal,
  };
  return {
    env,
    // npm moves to its own package's folder before it starts a script.
    folder: (env["npm_lifecycle_event"] === "configure" && env["INIT_CWD"]) || process.cwd(),
    userHome: homedir(),
    home: join(dirname(process.argv[1] ?? ""), "../.."),
    terminal: stdin.isTTY && stdout.isTTY ? openTerminal(stdin, stdout, interruption) : undefined,
    interruption: interruption.signal,
    say: (line) => stdout.write(`${line}\n`),
    complain: (line) => stderr.write(`${line}\n`),
    run,
    clock,
    random: Math.random,
    sender,
    send: (request) => send(request, sender),
    pause: (ms) => wait(ms, interruption.signal),
    door: createDoor(redactor.redact),
    mask: (secret) => redactor.add(secret),
  };
}

function run(
  program: string,
  args: readonly string[],
  folder?: string,
): Promise<string | undefined> {
  const { signal } = interruption;
  return new Promise((resolve, reject) => {
    const options = {
      timeout: PROGRAM_TIMEOUT_MS,
      signal,
      ...(folder === undefined ? {} : { cwd: folder }),
    };
    execFile(program, args, options, (error, printed) => {
      if (signal.aborted) reject(signal.reason as Error);
      else resolve(error ? undefined : printed.trim());
    });
  });
}
