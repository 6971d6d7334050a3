import { describe, expect, test } from "@jest/globals";
import { parseCommand } from "../../../sandbox/runner/commands.ts";

const command = (name: string, data: string, properties: Record<string, string> = {}) => ({
  name,
  data,
  properties,
});

describe("at the start of a line", () => {
  test.each([
    ["::error::broken", command("error", "broken")],
    ["  \t\u00a0\u2028::error::after any space", command("error", "after any space")],
    ["::ERROR::in any case", command("error", "in any case")],
    ["::error title=a%3Ab%2Cc,file=x::m", command("error", "m", { title: "a:b,c", file: "x" })],
    ["::error title=::no value", command("error", "no value")],
    [
      "::error title==x::the first sign counts",
      command("error", "the first sign counts", { title: "x" }),
    ],
    ["::notice::one%0Atwo%0D%25%250A", command("notice", "one\ntwo\r%%0A")],
    ["::notice::lower case %0a stays", command("notice", "lower case %0a stays")],
    [
      "::notice::%3A and %2C are for properties",
      command("notice", "%3A and %2C are for properties"),
    ],
    ["::notice::a::b", command("notice", "a::b")],
    ["::endgroup::", command("endgroup", "")],
  ])("%j is a command", (line, expected) => {
    expect(parseCommand(line)).toEqual(expected);
  });
});

describe("anywhere in a line", () => {
  test.each([
    ["##[error]broken", command("error", "broken")],
    ["text before ##[error]counts too", command("error", "counts too")],
    [
      "##[error title=a%3Bb;file=c%5D]m%0An",
      command("error", "m\nn", { title: "a;b", file: "c]" }),
    ],
    ["::no-such::but ##[notice]here", command("notice", "here")],
    ["::error::first ##[notice]wins", command("error", "first ##[notice]wins")],
  ])("%j is a command", (line, expected) => {
    expect(parseCommand(line)).toEqual(expected);
  });
});

test.each([
  "",
  "plain text",
  "text before ::error::does not count",
  "::error",
  "::error:one colon",
  ":: error::space first",
  "::no-such-command::x",
  "\ufeff::error::a byte order mark is no space to .NET",
  "##[section]for the log viewer alone",
  "##[error",
  "# #[error]x",
])("%j is text", (line) => {
  expect(parseCommand(line)).toBeUndefined();
});

test("the stop token is a command while it is waited for, in any case", () => {
  expect(parseCommand("::t0k3n::", "T0K3N")).toEqual(command("resume", ""));
  expect(parseCommand("say ##[T0K3N]", "T0K3N")).toEqual(command("resume", ""));
  expect(parseCommand("::t0k3n::")).toBeUndefined();
});
