import { expect, test } from "@jest/globals";
import { explainBadUse } from "../../../sandbox/command-line.ts";
import { HELP, readArguments } from "../../../sandbox/start/options.ts";

test("without arguments there are 1,000 books and no faults", () => {
  expect(readArguments([], {})).toEqual({
    books: 1000,
    latencyMs: 0,
    port: 0,
    faults: [],
    language: "en",
  });
});

test("every option is read", () => {
  const args =
    "--books 20 --latency-ms=5 --port 8080 --language pt-BR --fault half-shop:30 --fault crash";
  expect(readArguments(args.split(" "), {})).toEqual({
    books: 20,
    latencyMs: 5,
    port: 8080,
    faults: ["half-shop:30", "crash"],
    language: "pt-BR",
  });
});

test("help is stronger than what stands beside it, and names every fault", () => {
  expect(readArguments(["--help", "--books", "x"], {})).toBe("help");
  expect(HELP).toMatch(/^ {4}half-shop\[:40\] +\S/mu);
});

test("help says which faults do not end red at once", () => {
  expect(HELP).toMatch(/^ {4}empty-training .*artifacts$/mu);
  expect(HELP).toMatch(/^ {4}stale-stats .* \(green\)$/mu);
  expect(HELP).toMatch(/^ {4}slow-shop.* \(green after 6 min/mu);
});

test.each([["fault"], ["latency-ms"]])(
  "an option --%s that npm kept is asked for again",
  (name) => {
    const environment = { [`npm_config_${name.replace("-", "_")}`]: "true" };

    expect(() => readArguments(["half-shop"], environment)).toThrow(
      `Did you forget the -- after npm start? npm start -- --${name} …`,
    );
  },
);

test.each([
  ["--nope", "Unknown option '--nope'"],
  ["extra", "Unexpected argument 'extra'"],
  ["--books", "'--books <value>' argument missing"],
  ["--books=many", '--books must be a whole number from 0 to 10000, not "many"'],
  ["--books=-1", "from 0 to 10000"],
  ["--books=1e3", "from 0 to 10000"],
  ["--books=10001", "from 0 to 10000"],
  ["--port=65536", "--port must be a whole number from 0 to 65535"],
  ["--latency-ms=", "--latency-ms must be a whole number"],
  ["--language=pt", '--language must be en or pt-BR, not "pt"'],
  ["--fault=nope", 'no fault "nope"; there are'],
])("%s is explained", (argument, explanation) => {
  let mistake: unknown;
  try {
    readArguments([argument], {});
  } catch (error) {
    mistake = error;
  }
  expect(explainBadUse(mistake, "npm start")).toContain(explanation);
});

test("our own errors are not explained away", () => {
  expect(explainBadUse(new TypeError("x is not a function"), "npm start")).toBeUndefined();
});
