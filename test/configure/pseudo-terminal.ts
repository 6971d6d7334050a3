import { spawn } from "node:child_process";
import { COMMAND, type Run, type Stage } from "./command.ts";

/** Ctrl+C, Ctrl+D and the key that takes a letter back, as a terminal sends them. */
export const KEYS = { interrupt: "\u0003", end: "\u0004", back: "\u007f" } as const;

/** What is typed once the screen shows these words; the key Enter comes by itself behind a text. */
export type Typed = readonly [words: string, keys: string];

export interface Session {
  readonly exitCode: number | null;
  /** All that was on the screen, without the codes that move the cursor. */
  readonly screen: string;
  /** What was never asked for. */
  readonly untyped: readonly Typed[];
}

// oxlint-disable-next-line no-control-regex
const CURSOR = /\u001b\[\d*[A-Za-z]/g;

/** Runs the command in a pseudo-terminal (script, of util-linux), with somebody at the keyboard. */
export function atTerminal(
  stage: Stage,
  args: readonly string[],
  typed: readonly Typed[],
  { command = COMMAND, cwd = stage.folder }: Pick<Run, "command" | "cwd"> = {},
): Promise<Session> {
  const line = [process.execPath, command, ...args].map((word) => `'${word}'`).join(" ");
  const child = spawn("script", ["--quiet", "--return", "--command", line, "/dev/null"], {
    cwd,
    env: { ...stage.environment(), TERM: "xterm", SHELL: "/bin/sh" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const left = [...typed];
  let screen = "";
  let seen = 0;
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    screen += piece.replaceAll(CURSOR, "");
    for (let next = left[0]; next; next = left[0]) {
      const at = screen.indexOf(next[0], seen);
      if (at < 0) return;
      seen = at + next[0].length;
      left.shift();
      const isKey = Object.values<string>(KEYS).includes(next[1]);
      child.stdin.write(isKey ? next[1] : `${next[1]}\r`);
    }
  });
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("close", (exitCode) => {
      done({ exitCode, screen: screen.replaceAll("\r\n", "\n"), untyped: left });
    });
  });
}
