import rules from "./stryker.config.json" with { type: "json" };

/**
 * The rules that look at every byte of an answer, apart from the others, whose tests would each wait for
 * such a look: mutated, it takes seconds.
 */
// oxlint-disable-next-line import/no-default-export -- as Stryker reads it
export default {
  ...rules,
  mutate: ["src/text/{json,json-syntax}.ts", "src/books/shallow.ts"],
  jest: { ...rules.jest, config: { testMatch: ["<rootDir>/test/byte-rules.ts"] } },
  htmlReporter: { fileName: "out/mutation-bytes.html" },
};
