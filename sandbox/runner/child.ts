import { spawn, type ChildProcess } from "node:child_process";
import { StringDecoder } from "node:string_decoder";
import { errorCode } from "../error-code.ts";

/** How a process ended: by itself with a code, or by a signal. */
export interface Exit {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ChildOptions {
  readonly script: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onStart: (child: ChildProcess) => void;
  readonly onText: (text: string) => void;
  readonly onLine: (line: string) => void;
  readonly cancel: AbortSignal | undefined;
}

/** What the runner grants a step that it cancels, first after SIGINT, then after SIGTERM. */
const SIGINT_GRACE_MS = 7_500;
const SIGTERM_GRACE_MS = 2_500;
/** How long a process of the child's may hold its pipes open once the child itself has ended. */
const PIPE_GRACE_MS = 5_000;

/** Runs a script with this very Node, to its end; `cancel` ends it the way the runner would. */
export async function runChild(options: ChildOptions): Promise<Exit> {
  options.cancel?.throwIfAborted();
  const child = spawn(process.execPath, [options.script], {
    cwd: options.cwd,
    env: options.env,
    stdio: ["ignore", "pipe", "pipe"],
    // Its own process group: Ctrl-C in a terminal reaches the caller alone, who passes on one signal.
    detached: process.platform !== "win32",
  });
  const timers: NodeJS.Timeout[] = [];
  const cancel = () => {
    child.kill("SIGINT");
    timers.push(setTimeout(() => child.kill("SIGTERM"), SIGINT_GRACE_MS));
    timers.push(setTimeout(() => killGroup(child), SIGINT_GRACE_MS + SIGTERM_GRACE_MS));
  };
  const orphaned = () => killGroup(child);
  options.cancel?.addEventListener("abort", cancel, { once: true });
  process.once("exit", orphaned);
  try {
    options.onStart(child);
    readLines(child.stdout, options);
    readLines(child.stderr, options);
    return await new Promise<Exit>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", () => timers.push(setTimeout(() => closePipes(child), PIPE_GRACE_MS)));
      child.once("close", (exitCode, signal) => resolve({ exitCode, signal }));
    });
  } finally {
    timers.forEach((timer) => clearTimeout(timer));
    killGroup(child);
    process.removeListener("exit", orphaned);
    options.cancel?.removeEventListener("abort", cancel);
  }
}

/** Ends the child and all that it started, whether the child itself still lives or not. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch (error) {
    // Nobody is left (on macOS: nobody but processes that have ended).
    if (!["ESRCH", "EPERM"].includes(errorCode(error))) throw error;
  }
}

function closePipes(child: ChildProcess): void {
  child.stdout?.destroy();
  child.stderr?.destroy();
}

/** The runner reads lines as .NET does: a lone carriage return ends one too. */
function readLines(
  stream: NodeJS.ReadableStream,
  { onText, onLine }: Pick<ChildOptions, "onText" | "onLine">,
): void {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  stream.on("data", (chunk: Buffer) => {
    const text = decoder.write(chunk);
    onText(text);
    // A carriage return at the end waits for what follows: it may be half of a CRLF.
    const lines = `${rest}${text}`.split(/\r\n|\r(?!$)|\n/u);
    rest = lines.pop() ?? "";
    lines.forEach(onLine);
  });
  stream.on("close", () => {
    const last = `${rest}${decoder.end()}`.replace(/\r$/u, "");
    if (last !== "") onLine(last);
  });
}
