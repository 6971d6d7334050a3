import { describe, expect, test } from "@jest/globals";
import {
  readError,
  readFeatures,
  readHealth,
  readLogin,
  readScraped,
  readStats,
  readTrained,
} from "../../src/books/contract.ts";

const NOTHING_DONE = "Nenhum dado coletado.";
const wrongShape = (field: string) => ({ kind: "wrong-shape", field });
const proved = (value: unknown) => ({ kind: "proved", value });
const nothing = (words?: string) =>
  words === undefined ? { kind: "no-data" } : { kind: "no-data", words };

type Case = [name: string, json: unknown, verdict: object];

describe("a scrape", () => {
  test.each<Case>([
    ["that counted", { total_records: 1 }, proved({ records: 1 })],
    ["of nothing, with words", { total_records: 0, msg: NOTHING_DONE }, nothing(NOTHING_DONE)],
    ["of nothing, without", { total_records: 0 }, nothing()],
    ["of nothing, with words of another type", { total_records: 0, msg: 5 }, nothing()],
    ["that says so only in words", { msg: NOTHING_DONE }, nothing(NOTHING_DONE)],
    [
      "with a count that is no number",
      { total_records: "1", msg: "ok" },
      wrongShape("total_records"),
    ],
    ["without count and words", {}, wrongShape("total_records")],
  ])("%s", (_case, json, verdict) => {
    expect(readScraped(json)).toStrictEqual(verdict);
  });
});

describe("a training", () => {
  test.each<Case>([
    ["that saved", { artifacts_saved: ["a.pkl"] }, proved(["a.pkl"])],
    ["that saved nothing", { artifacts_saved: [], msg: "ok" }, nothing("ok")],
    ["that says so only in words", { msg: NOTHING_DONE }, nothing(NOTHING_DONE)],
    ["of something else", { artifacts_saved: "a.pkl", msg: "ok" }, wrongShape("artifacts_saved")],
  ])("%s", (_case, json, verdict) => {
    expect(readTrained(json)).toStrictEqual(verdict);
  });

  test("of as many as there may be, and of one more", () => {
    const artifacts = Array<string>(100_000).fill("a");
    const answered = (names: readonly string[]) => readTrained({ artifacts_saved: names }).kind;
    expect(answered(artifacts)).toBe("proved");
    expect(answered([...artifacts, "a"])).toBe("wrong-shape");
  });
});

const ratings = [
  { rating: "One", total: 6 },
  { rating: "Two", total: 14 },
];
describe("statistics: every number in them tells whether something changed", () => {
  test.each<Case>([
    [
      "all of them",
      { total_books: 20, avg_price: 36.59, rating_distribution: ratings },
      proved({ records: 20, numbers: "20 36.59 6 14" }),
    ],
    [
      "those of ratings whatever their order",
      {
        total_books: 20,
        avg_price: 36.59,
        rating_distribution: [
          { rating: "Two", total: 14 },
          { rating: "One", total: 6 },
        ],
      },
      proved({ records: 20, numbers: "20 36.59 6 14" }),
    ],
    ["the count alone", { total_books: 20 }, proved({ records: 20, numbers: "20 0" })],
    [
      "ratings of another shape are left out",
      { total_books: 20, avg_price: "36.59", rating_distribution: [{ total: "6" }] },
      proved({ records: 20, numbers: "20 0" }),
    ],
    ["no count", { avg_price: 36.59 }, wrongShape("total_books")],
  ])("%s", (_case, json, verdict) => {
    expect(readStats(json)).toStrictEqual(verdict);
  });
});

describe("features", () => {
  test.each<Case>([
    ["that are counted", { total_records: 0 }, proved({ kind: "counted", records: 0 })],
    ["that are not", { features: [] }, wrongShape("total_records")],
  ])("%s", (_case, json, verdict) => {
    expect(readFeatures(json)).toStrictEqual(verdict);
  });
});

describe("health: both words must be right", () => {
  test.each<Case>([
    ["they are", { api_status: "OK", db_status: "UP" }, proved(true)],
    [
      "no database",
      { api_status: "OK", db_status: "DOWN" },
      { kind: "not-ready", seen: "api_status OK, db_status DOWN" },
    ],
    [
      "no API",
      { api_status: "STARTING", db_status: "UP" },
      { kind: "not-ready", seen: "api_status STARTING, db_status UP" },
    ],
    ["one is missing", { api_status: "OK" }, wrongShape("db_status")],
  ])("%s", (_case, json, verdict) => {
    expect(readHealth(json)).toStrictEqual(verdict);
  });
});

const LONGEST = "a".repeat(16 * 1024);
const tokens = (access: string, refresh?: string) => proved({ access, refresh });
describe("a log-in", () => {
  test.each<Case>([
    ["with both tokens", { access_token: "a.b.c", refresh_token: "d" }, tokens("a.b.c", "d")],
    ["with one", { access_token: "a" }, tokens("a")],
    ["with an odd second one", { access_token: "a", refresh_token: "d\né" }, tokens("a", "d\né")],
    ["with an endless one", { access_token: "a", refresh_token: `${LONGEST}a` }, tokens("a")],
    ["with a number for one", { access_token: "a", refresh_token: 1 }, tokens("a")],
    ["with all that a header can carry", { access_token: "!~" }, tokens("!~")],
    ["with the longest token", { access_token: LONGEST }, tokens(LONGEST)],
    ["with a longer one", { access_token: `${LONGEST}a` }, wrongShape("access_token")],
    ["with a space in it", { access_token: "a b" }, wrongShape("access_token")],
    ["with a letter that no header carries", { access_token: "é" }, wrongShape("access_token")],
    ["without any", {}, wrongShape("access_token")],
  ])("%s", (_case, json, verdict) => {
    expect(readLogin(json)).toStrictEqual(verdict);
  });
});

test.each([
  ["its words", { error: "psycopg2" }, "psycopg2"],
  ["nothing, where they are no text", { error: 1 }, undefined],
  ["nothing, where there are none", {}, undefined],
])("an error gives %s", (_case, json, words) => {
  expect(readError(json)).toBe(words);
});
