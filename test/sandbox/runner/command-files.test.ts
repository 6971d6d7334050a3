import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { runTiny } from "./tiny-action.ts";

const TOOLKIT = JSON.stringify(import.meta.resolve("@actions/core"));

/** Appends to the command file that `variable` names; `text` is source code. */
const append = (variable: string, text: string) =>
  `import { appendFileSync } from "node:fs";
   appendFileSync(process.env.${variable}, ${text});`;

const summary = (text: string) => append("GITHUB_STEP_SUMMARY", JSON.stringify(text));

test("GitHub's own toolkit gets through unharmed, whatever the text", async () => {
  const texts = [
    ...fc.sample(fc.string({ unit: "binary" }), { numRuns: 20, seed: 7 }),
    "::error::x",
    "%0A%25",
    "a\r\nb\n",
    "ghadelimiter_",
  ].map((text) => text.toWellFormed());
  const main = `
    import * as core from ${TOOLKIT};
    const texts = ${JSON.stringify(texts)};
    texts.forEach((text, i) => { core.setOutput("o" + i, text); core.saveState("s" + i, text); });
    core.notice(texts.at(-2), { title: texts.at(-3) });
    core.setSecret("first\\nsecond");
    core.info("second");
    await core.summary.addRaw("# Good\\n").write();`;
  const run = await runTiny({ main });
  expect(run.outcome).toBe("success");
  expect(texts.map((_, i) => run.outputs[`o${i}`])).toEqual(texts);
  expect(texts.map((_, i) => run.state[`s${i}`])).toEqual(texts);
  expect(run.annotations).toEqual([{ level: "notice", title: "%0A%25", message: "a\r\nb\n" }]);
  expect(run.masks).toEqual(["first\nsecond"]);
  expect(run.log.at(-1)).toBe("***");
  expect(run.summary).toBe("# Good\n");
});

test.each([
  ["a=1\nb==2\n\nc<<E\nx\ny\nE\nd<<E\nE\n", { a: "1", b: "=2", c: "x\ny", d: "" }],
  ["a=<<b\n", { a: "<<b" }],
])("%j are outputs", async (text, outputs) => {
  const run = await runTiny({ main: append("GITHUB_OUTPUT", JSON.stringify(text)) });
  expect(run).toMatchObject({ outcome: "success", outputs });
});

test.each(["a=1\nno sign\n", "a=1\nb<<E\nnever ends\n", "a=1\n<<E\nE\n"])(
  "%j fails the step, but for what stood before",
  async (text) => {
    const run = await runTiny({ main: append("GITHUB_OUTPUT", JSON.stringify(text)) });
    expect(run).toMatchObject({ exitCode: 0, outcome: "failure", outputs: { a: "1" } });
    expect(run.log[0]).toBe("Error: Unable to process file command 'output' successfully.");
  },
);

test("a summary above 1 MiB is lost, and the step stays green", async () => {
  const run = await runTiny({
    main: append("GITHUB_STEP_SUMMARY", '"x".repeat(1024 * 1024 + 1)'),
  });
  expect(run).toMatchObject({ outcome: "success", summary: "" });
  expect(run.log).toEqual([expect.stringMatching(/^Error: \$GITHUB_STEP_SUMMARY upload aborted/u)]);
});

test("a file that the action took away is as good as empty", async () => {
  const files = ["OUTPUT", "STATE", "STEP_SUMMARY"].map((name) => `process.env.GITHUB_${name}`);
  const main = `import { rmSync } from "node:fs"; [${files.join()}].forEach((file) => rmSync(file));`;
  expect(await runTiny({ main })).toMatchObject({ outcome: "success", outputs: {}, summary: "" });
});

test("the post step sees the state, adds to the summary, and has no outputs", async () => {
  const run = await runTiny({
    main: `${summary("main s3cret")} console.log("::save-state name=left::behind");
      console.log("::add-mask::s3cret"); process.exitCode = 1;`,
    post: `${summary("post")} console.log(process.env.STATE_left);
      console.log("::set-output name=late::x"); process.exitCode = 3;`,
  });
  expect(run).toMatchObject({
    exitCode: 1,
    outcome: "failure",
    log: ["behind"],
    outputs: {},
    summary: "main ***\npost",
    post: { exitCode: 3, signal: null },
  });
});
