import { PassThrough, Writable } from "node:stream";
import type { WriteStream } from "node:tty";
import { describe, expect, test } from "@jest/globals";
import { openTerminal } from "../../src/configure/terminal.ts";

/** A terminal of streams: what `type` puts in comes from the keyboard, `screen` is what is shown. */
function open() {
  const input = new PassThrough();
  let screen = "";
  const output = new Writable({
    write(chunk: Buffer, _, written) {
      screen += chunk.toString();
      written();
    },
  });
  const interruption = new AbortController();
  const terminal = openTerminal(
    input as unknown as NodeJS.ReadStream,
    output as unknown as WriteStream,
    interruption,
  );
  return {
    ...terminal,
    interruption,
    input,
    type: (keys: string) => input.write(keys),
    screen: () => screen,
  };
}

describe("what is typed before it is asked for", () => {
  test("is the answer to the next question; a password is not shown", async () => {
    const { ask, askSecret, askYesOrNo, type, screen, close } = open();
    const user = ask("User: ");
    type("books-bot\rsesame\rn\r");
    expect(await user).toBe("books-bot");
    expect(await askSecret("Password: ")).toBe("sesame");
    expect(await askYesOrNo("Sure? ")).toBe(false);
    close();
    expect(screen()).toContain("Password: \n");
    expect(screen()).toContain("Sure? n\n");
    expect(screen()).not.toContain("sesame");
  });

  test("may be half of a password", async () => {
    const { ask, askSecret, type, screen, close } = open();
    const user = ask("User: ");
    type("books-bot\rses");
    expect(await user).toBe("books-bot");
    const password = askSecret("Password: ");
    type("ame\r");
    expect(await password).toBe("sesame");
    close();
    expect(screen()).not.toMatch(/ses|ame/);
  });
});

describe("an interruption", () => {
  test("by a signal ends the question, and there is no other one", async () => {
    const { ask, askSecret, interruption, screen } = open();
    const asked = ask("User: ");
    interruption.abort();
    await expect(asked).rejects.toBe(interruption.signal.reason);
    await expect(askSecret("Password: ")).rejects.toBe(interruption.signal.reason);
    expect(screen()).toMatch(/User: [^]*\n$/);
    expect(screen()).not.toContain("Password");
  });

  test.each([
    ["Ctrl+C", "\u0003"],
    ["Ctrl+D", "\u0004"],
  ])("by %s between two questions holds for the next one", async (_, key) => {
    const { ask, interruption, type } = open();
    const asked = ask("User: ");
    type(`books-bot\r${key}`);
    expect(await asked).toBe("books-bot");
    await expect(ask("Folder: ")).rejects.toBe(interruption.signal.reason);
  });

  test("by the end of all input", async () => {
    const { ask, interruption, input } = open();
    const asked = ask("User: ");
    input.end();
    await expect(asked).rejects.toThrow("aborted");
    expect(interruption.signal.aborted).toBe(true);
  });
});
