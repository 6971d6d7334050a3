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

test("help says how many days go by, and what can be wrong with them", () => {
  expect(HELP).toContain("npm start -- --days 30 --fault half-shop@12");
  expect(HELP).toMatch(/--fault NAME@DAY .* down: the API refuses connections/u);
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

test("a month has days, a smaller shop, and what goes wrong on which day", () => {
  const args =
    "--days 30 --fault half-shop:30@12 --fault down@20..22 --late 7 --late 9 --miss 10..11 --rerun 12";
  expect(readArguments(args.split(" "), {})).toEqual({
    books: 200,
    latencyMs: 0,
    port: 0,
    faults: [],
    language: "en",
    month: {
      days: 30,
      faults: [
        { fault: "half-shop:30", days: new Set([12]) },
        { fault: "down", days: new Set([20, 21, 22]) },
      ],
      late: new Set([7, 9]),
      missed: new Set([10, 11]),
      rerun: new Set([12]),
    },
  });
  expect(readArguments(["--days", "1", "--books", "0"], {})).toMatchObject({ books: 0 });
});

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
  ["--days=0", '--days must be a whole number from 1 to 99, not "0"'],
  ["--days=100", "--days must be a whole number from 1 to 99"],
  ["--days=x", "--days must be a whole number from 1 to 99"],
  ["--days=9 --late=10", '--late must be a day from 1 to 9, or a range such as 1..9, not "10"'],
  ["--days=9 --late=0", "--late must be a day from 1 to 9"],
  ["--days=9 --miss=5..3", "--miss must be a day from 1 to 9"],
  ["--days=9 --miss=3..10", "--miss must be a day from 1 to 9"],
  ["--days=9 --rerun=3-4", "--rerun must be a day from 1 to 9"],
  ["--days=1 --rerun=", '--rerun must be a day from 1 to 1, not ""'],
  ["--days=9 --fault=crash", "a fault has its days: --fault crash@1, or crash@1..9"],
  ["--days=9 --fault=crash@", "The day of --fault crash must be a day from 1 to 9"],
  ["--days=9 --fault=crash@2@3", "The day of --fault crash must be a day"],
  ["--days=9 --fault=nope@2", "crash, gunicorn, down"],
  ["--days=9 --fault=crash:2@2", '"crash:2" should read crash'],
  ["--days=9 --fault=down:2@2", 'no fault "down"'],
  ["--days=9 --late=4 --miss=3..5", "--late 4 cannot be, as --miss says that day 4 has no run"],
  ["--days=9 --rerun=5 --miss=5", "--rerun 5 cannot be"],
  ["--late=7", "it needs --days, as in --days 30 --late 7"],
  ["--miss=7", "as in --days 30 --miss 7"],
  ["--rerun=7", "as in --days 30 --rerun 7"],
  ["--fault=crash@2", "as in --days 30 --fault crash@2"],
  ["--fault=down", "as in --days 30 --fault down@2"],
])("%s is explained", (line, explanation) => {
  let mistake: unknown;
  try {
    readArguments(line.split(" "), {});
  } catch (error) {
    mistake = error;
  }
  expect(explainBadUse(mistake, "npm start")).toContain(explanation);
});

test("our own errors are not explained away", () => {
  expect(explainBadUse(new TypeError("x is not a function"), "npm start")).toBeUndefined();
});
