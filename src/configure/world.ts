import type { Clock } from "../pipeline/ports.ts";
import type { Exchange, Request } from "../http/exchange.ts";
import type { Sender } from "../http/send.ts";
import type { Door } from "../text/plain.ts";

/** All that the command has besides its command line. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder in which the person stands. */
  readonly folder: string;
  /** The person's own folder. */
  readonly userHome: string;
  /** The folder that holds Orquestra. */
  readonly home: string;
  /** Undefined where nobody could answer. */
  readonly terminal: Terminal | undefined;
  /**
   * Aborts once the person ends the command: Ctrl+C, the end of their input, or a signal. From then on
   * nothing is asked, run or sent any more.
   */
  readonly interruption: AbortSignal;
  /** Writes a line for the person. */
  say(line: string): void;
  /** The same for what went wrong. */
  complain(line: string): void;
  /**
   * What a program printed; undefined when it is not there or did not succeed.
   *
   * @throws the reason of the interruption: what Ctrl+C ended may look like a failure
   */
  run(program: string, args: readonly string[], folder?: string): Promise<string | undefined>;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly sender: Sender;
  readonly send: (request: Request) => Promise<Exchange>;
  readonly pause: (ms: number) => Promise<void>;
  readonly door: Door;
  /** Hides a secret in all that comes through the door from here on. */
  readonly mask: (secret: string) => void;
}

/** Asks the person. Each call throws the reason of the interruption, once that has come. */
export interface Terminal {
  /** What they typed, without white space at its ends. */
  ask(question: string): Promise<string>;
  /** What they typed, as it is; nothing of it is shown. */
  askSecret(question: string): Promise<string>;
  /** `undefined` for anything but a clear yes or no, an empty line included. */
  askYesOrNo(question: string): Promise<boolean | undefined>;
  close(): void;
}
