import { commandName, parseCommand, type Command } from "./commands.ts";
import type { Masker } from "./masker.ts";
import type { StepLog } from "./step-log.ts";

/** A longer stop token is itself masked, so that the log cannot teach how to resume. */
const MAX_OPEN_TOKEN_LENGTH = 6;

/** Carries out what a step's output asks of the runner; all other lines go to the log. */
export class Interpreter {
  readonly masks: string[] = [];
  readonly outputs: Record<string, string> = {};
  readonly state: Record<string, string> = {};

  readonly #log: StepLog;
  readonly #masker: Masker;
  readonly #debug: boolean;
  /** Whether commands are shown as well as carried out; step debug starts with that. */
  #echo: boolean;
  #stopToken: string | undefined;

  constructor(log: StepLog, masker: Masker, debug: boolean) {
    this.#log = log;
    this.#masker = masker;
    this.#debug = debug;
    this.#echo = debug;
  }

  /** Takes one line of either stream. */
  accept(line: string): void {
    const command = parseCommand(line, this.#stopToken);
    const stopped = this.#stopToken !== undefined && command?.name !== "resume";
    if (command === undefined || stopped) this.#log.write(line);
    else this.#obey(line, command);
  }

  #obey(line: string, command: Command): void {
    const { name, data, properties } = command;
    switch (name) {
      case "error":
      case "warning":
      case "notice":
        return this.#log.annotate(name, data, properties["title"]);
      case "debug":
        return this.#debug ? this.#log.write(`##[debug]${data}`) : undefined;
      case "add-mask":
        return this.#addMask(data);
      case "stop-commands":
        return this.#stop(line, data);
      case "resume":
        this.#stopToken = undefined;
        return this.#log.write(line);
      case "group":
        this.#echoed(line);
        return this.#log.write(`▼ ${data}`);
      case "endgroup":
        return this.#echoed(line);
      case "echo":
        this.#echoed(line);
        this.#echo = data.trim().toLowerCase() === "on";
        return;
      case "set-output":
        this.#echoed(line);
        return this.#set(this.outputs, line, command);
      case "save-state":
        this.#echoed(line);
        return this.#set(this.state, line, command);
      // The first two are switched off for good; problem matchers are for compilers, not for us.
      case "set-env":
      case "add-path":
      case "add-matcher":
      case "remove-matcher":
        this.#echoed(line);
        return this.#refuse(line, `The \`${name}\` command is disabled.`);
    }
  }

  #echoed(line: string): void {
    if (this.#echo) this.#log.write(line);
  }

  #refuse(line: string, why: string): void {
    this.#log.fail(`Unable to process command '${line}' successfully.`, why);
  }

  #set(target: Record<string, string>, line: string, { name, properties, data }: Command): void {
    const key = properties["name"];
    if (key === undefined)
      this.#refuse(line, `Required field 'name' is missing in ##[${name}] command.`);
    else target[key] = data;
  }

  #addMask(value: string): void {
    if (value.trim() === "") {
      this.#log.annotate(
        "warning",
        "Can't add secret mask for empty string in ##[add-mask] command.",
      );
      return;
    }
    this.#echoed("::add-mask::***");
    this.masks.push(value);
    this.#masker.add(value);
  }

  #stop(line: string, token: string): void {
    if (token === "" || token === "pause-logging" || commandName(token) !== undefined) {
      this.#refuse(line, "A stop token must not be empty, `pause-logging` or a command's name.");
      return;
    }
    this.#stopToken = token;
    if (token.length > MAX_OPEN_TOKEN_LENGTH) this.#masker.add(token);
    this.#log.write(line);
  }
}
