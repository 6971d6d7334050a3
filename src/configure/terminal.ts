import { createInterface, type Interface } from "node:readline";
import { Writable } from "node:stream";
import type { WriteStream } from "node:tty";
import type { Terminal } from "./world.ts";

/** In the languages that we speak, whichever of them the question was in. */
const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ["y", true],
  ["s", true],
  ["n", false],
]);

interface Waiting {
  resolve(line: string): void;
  reject(reason: Error): void;
}

/**
 * Asks at a terminal, from the first question on: until then Ctrl+C is the process's own.
 *
 * @param interruption ends every question; aborted here by Ctrl+C and Ctrl+D, whatever is under way
 */
export function openTerminal(
  input: NodeJS.ReadStream,
  output: WriteStream,
  interruption: AbortController,
): Terminal {
  const { signal } = interruption;
  /**
   * While a question stands whose answer may be read over a shoulder. Before it nobody knows what a
   * person types ahead: it may be the answer to the question after the next one, a password.
   */
  let isShown = false;
  let lines: Interface | undefined;
  let waiting: Waiting | undefined;
  const typedAhead: string[] = [];

  signal.addEventListener("abort", () => {
    // What is said next does not stand behind the question.
    if (waiting) output.write("\n");
    waiting?.reject(signal.reason as Error);
    waiting = undefined;
  });

  function open(): Interface {
    // Readline repeats what is typed by writing it: what is hidden is not written.
    const shown = new Writable({
      write(chunk: Buffer, _, written) {
        if (isShown) output.write(chunk);
        written();
      },
    });
    // Where a line ends, for one that is longer.
    Object.defineProperty(shown, "columns", { get: () => output.columns });
    // Without a history, as the arrow keys would bring a password back.
    const opened = createInterface({ input, output: shown, terminal: true, historySize: 0 });
    const end = () => interruption.abort();
    opened.on("SIGINT", end);
    opened.on("close", end);
    opened.on("line", (line) => {
      if (waiting && !isShown) output.write("\n");
      isShown = false;
      if (waiting) waiting.resolve(line);
      else typedAhead.push(line);
      waiting = undefined;
    });
    return opened;
  }

  async function read(question: string, isSecret: boolean): Promise<string> {
    signal.throwIfAborted();
    lines ??= open();
    const early = typedAhead.shift();
    if (early !== undefined) {
      output.write(`${question}${isSecret ? "" : early}\n`);
      return early;
    }
    if (isSecret) {
      output.write(question);
    } else {
      isShown = true;
      // Asked by readline itself, which writes it anew whenever somebody corrects what they typed.
      lines.setPrompt(question);
      lines.prompt(true);
    }
    return new Promise((resolve, reject) => {
      waiting = { resolve, reject };
    });
  }

  return {
    ask: async (question) => (await read(question, false)).trim(),
    askSecret: (question) => read(question, true),
    async askYesOrNo(question) {
      const [letter = ""] = (await read(question, false)).trim();
      return ANSWERS.get(letter.toLowerCase());
    },
    close() {
      lines?.removeAllListeners();
      lines?.close();
    },
  };
}
