import { createInterface, type Interface } from "node:readline";
import { Writable } from "node:stream";
import type { WriteStream } from "node:tty";
import { Interrupted, type Terminal } from "./world.ts";

/** In the languages that we speak, whichever of them the question was in. */
const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ["y", true],
  ["s", true],
  ["n", false],
]);

interface Waiting {
  resolve(line: string): void;
  reject(error: Interrupted): void;
}

/**
 * Asks at a terminal, from the first question on: until then Ctrl+C is the process's own.
 *
 * @param interrupted hears of Ctrl+C and Ctrl+D, whatever is under way
 */
export function openTerminal(
  input: NodeJS.ReadStream,
  output: WriteStream,
  interrupted: () => void,
): Terminal {
  let isHidden = false;
  let lines: Interface | undefined;
  let waiting: Waiting | undefined;
  const typedAhead: string[] = [];

  function open(): Interface {
    // Readline repeats what is typed by writing it: what is hidden is not written.
    const shown = new Writable({
      write(chunk: Buffer, _, written) {
        if (!isHidden) output.write(chunk);
        written();
      },
    });
    // Where a line ends, for one that is longer.
    Object.defineProperty(shown, "columns", { get: () => output.columns });
    // Without a history, as the arrow keys would bring a password back.
    const opened = createInterface({ input, output: shown, terminal: true, historySize: 0 });
    const stop = () => {
      isHidden = false;
      waiting?.reject(new Interrupted());
      waiting = undefined;
      interrupted();
    };
    opened.on("SIGINT", stop);
    opened.on("close", stop);
    opened.on("line", (line) => {
      if (isHidden) output.write("\n");
      isHidden = false;
      if (waiting) waiting.resolve(line);
      else typedAhead.push(line);
      waiting = undefined;
    });
    return opened;
  }

  async function read(question: string, hides: boolean): Promise<string> {
    lines ??= open();
    const early = typedAhead.shift();
    if (early !== undefined) {
      output.write(`${question}\n`);
      return early;
    }
    // Asked by readline itself, which writes it anew whenever somebody corrects what they typed.
    lines.setPrompt(question);
    lines.prompt();
    isHidden = hides;
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
      waiting = undefined;
      lines?.removeAllListeners();
      lines?.close();
    },
  };
}
