import type { Masker } from "./masker.ts";

export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

/** GitHub keeps this many annotations of each level a step; the log shows them all. */
const MAX_ANNOTATIONS_PER_LEVEL = 10;
/** A longer message is cut, as it could not become an annotation of a check. */
const MAX_MESSAGE_LENGTH = 4096;
const LABELS = { error: "Error: ", warning: "Warning: ", notice: "Notice: " } as const;

/** The log of one step as GitHub shows it, and its annotations. */
export class StepLog {
  readonly lines: string[] = [];
  readonly annotations: Annotation[] = [];
  /** True once the runner could not do what the step asked: that fails a step that exits with 0. */
  failed = false;

  readonly #masker: Masker;
  readonly #onLine: (line: string) => void;

  constructor(masker: Masker, onLine: (line: string) => void) {
    this.#masker = masker;
    this.#onLine = onLine;
  }

  /** Shows text, masked; a line break in it makes a new line, which is never read as a command. */
  write(text: string): void {
    for (const line of this.#masker.mask(text).split(/\r\n|\r|\n/u)) {
      this.lines.push(line);
      this.#onLine(line);
    }
  }

  /** Shows a message and keeps it as an annotation. An empty one leaves no trace. */
  annotate(level: Annotation["level"], text: string, title = ""): void {
    if (text === "") return;
    const message = this.#masker.mask(text).slice(0, MAX_MESSAGE_LENGTH);
    const kept = this.annotations.filter((annotation) => annotation.level === level).length;
    // Only the message is masked, as in the real runner: a secret in a title stays readable.
    if (kept < MAX_ANNOTATIONS_PER_LEVEL) this.annotations.push({ level, title, message });
    this.write(`${LABELS[level]}${message}`);
  }

  /** Shows why something that the step asked for could not be done, and fails the step. */
  fail(what: string, why: string): void {
    this.failed = true;
    this.annotate("error", what);
    this.annotate("error", why);
  }
}
