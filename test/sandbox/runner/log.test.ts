import { expect, test } from "@jest/globals";
import { runTiny } from "./tiny-action.ts";

/** Prints each argument as a line of its own on standard output. */
const print = (...lines: string[]) => `console.log(${JSON.stringify(lines.join("\n"))});`;

test("carries out the commands of both streams and shows the rest", async () => {
  const main = `
    console.log("before");
    console.log("::group::Details");
    console.log("inside");
    console.log("::endgroup::");
    console.log("::debug::unseen");
    console.error("::error title=Scrape%3A lost::two%0Alines");
    console.error("progress ##[warning]from the middle");
    process.stdout.write("return\\r::notice::after a carriage return");`;
  const run = await runTiny({ main });
  // Two pipes have no order between them, so each stream is looked at for itself.
  expect(run.log.filter((line) => !/^(Error|lines|Warning)/u.test(line))).toEqual([
    "before",
    "▼ Details",
    "inside",
    "return",
    "Notice: after a carriage return",
  ]);
  expect(run.log).toEqual(
    expect.arrayContaining(["Error: two", "lines", "Warning: from the middle"]),
  );
  expect(run.annotations).toHaveLength(3);
  expect(run.annotations).toEqual(
    expect.arrayContaining([
      { level: "error", title: "Scrape: lost", message: "two\nlines" },
      { level: "warning", title: "", message: "from the middle" },
      { level: "notice", title: "", message: "after a carriage return" },
    ]),
  );
});

test("hides what is masked from then on, and never prints the mask itself", async () => {
  const main = print("early s3cret", "::add-mask::s3cret", "late s3cret", "::error::my s3cret");
  const run = await runTiny({ main });
  expect(run.log).toEqual(["early s3cret", "late ***", "Error: my ***"]);
  expect(run.annotations).toMatchObject([{ message: "my ***" }]);
  expect(run.masks).toEqual(["s3cret"]);
  expect(run.raw).toContain("::add-mask::s3cret");
});

test("obeys nothing between stop-commands and its token", async () => {
  const main = print(
    "::stop-commands::t0k",
    "::error::text",
    "##[error]text",
    "::t0k::",
    "::error::x",
  );
  const run = await runTiny({ main });
  expect(run.log).toEqual([
    "::stop-commands::t0k",
    "::error::text",
    "##[error]text",
    "::t0k::",
    "Error: x",
  ]);
});

test("shows debug messages and the commands themselves in step debug", async () => {
  const main = print("::debug::seen", "::group::g", "::endgroup::");
  const run = await runTiny({ main }, { env: { RUNNER_DEBUG: "1" } });
  expect(run.log).toEqual(["##[debug]seen", "::group::g", "▼ g", "::endgroup::"]);
});

test("comes line by line while the action runs", async () => {
  const heard: string[] = [];
  const controller = new AbortController();
  await runTiny(
    { main: 'console.log("ready"); setInterval(() => {}, 1000);' },
    {
      signal: controller.signal,
      onLine: (line) => {
        heard.push(line);
        controller.abort();
      },
    },
  );
  expect(heard).toEqual(["ready"]);
});

test("shows every annotation, of which ten of a level are kept", async () => {
  const main = `for (let i = 1; i <= 12; i++) console.log("::notice::" + i); console.log("::error::e")`;
  const run = await runTiny({ main });
  expect(run.log).toHaveLength(13);
  expect(run.annotations.filter(({ level }) => level === "notice")).toHaveLength(10);
  expect(run.annotations.at(-1)).toEqual({ level: "error", title: "", message: "e" });
});

test("a command that cannot be obeyed fails a step that exits with 0", async () => {
  const run = await runTiny({ main: print("::set-env name=NODE_OPTIONS::-r evil") });
  expect(run).toMatchObject({ exitCode: 0, outcome: "failure" });
  expect(run.log[0]).toMatch(/^Error: Unable to process command '::set-env/u);
});
