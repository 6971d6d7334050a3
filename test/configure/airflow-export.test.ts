import { describe, expect, test } from "@jest/globals";
import { readAirflowExport } from "../../src/configure/airflow-export.ts";

const exact = (value: string) => ({ value, mayDiffer: false });
const doubtful = (value: string) => ({ value, mayDiffer: true });

function read(json: string) {
  const found = readAirflowExport(Buffer.from(json));
  if (found.kind !== "read") throw new Error(found.kind);
  return found;
}

const AS_EXPORTED = `{
    "API_PASSWORD": "s\\u00e9same",
    "API_URL": "http://api:5000",
    "API_USERNAME": "books-bot",
    "SMTP_HOST": "mail"
}`;
const ALL = {
  API_URL: exact("http://api:5000"),
  API_USERNAME: exact("books-bot"),
  API_PASSWORD: exact("sésame"),
};

test("as Airflow writes it: four spaces, keys sorted", () => {
  expect(read(AS_EXPORTED)).toEqual({ kind: "read", inexact: [], values: ALL });
});

describe("a password that Airflow took for something else", () => {
  test.each([
    ["a number", "123456", doubtful("123456")],
    ["a fraction", "1.5", doubtful("1.5")],
    ["digits that begin with a zero stay a text", '"007"', exact("007")],
    ["a boolean", "true", exact("true")],
    ["an object", '{"a": [1, 2]}', doubtful('{"a":[1,2]}')],
    ["a list", '["a"]', doubtful('["a"]')],
    ["with a description", '{"description": "the bot", "value": "sesame"}', exact("sesame")],
    ["with an empty description", '{"description": null, "value": 7}', doubtful("7")],
    ["an object that only has a value", '{"value": 1}', doubtful('{"value":1}')],
    ["with spaces at its ends", '" a "', exact(" a ")],
    ["nothing", "null", undefined],
    ["an empty text", '""', undefined],
    ["hidden, as everywhere but in an export", '"***"', undefined],
  ])("%s", (_, json, expected) => {
    expect(read(`{"API_PASSWORD": ${json}}`).values.API_PASSWORD).toEqual(expected);
  });

  test.each([
    "12345678901234567890",
    "-9007199254740993",
    "1e400",
    '{"description":"","value":1e99}',
  ])("%s is too long to be known exactly", (json) => {
    expect(read(`{"API_PASSWORD": ${json}}`)).toMatchObject({
      values: {},
      inexact: ["API_PASSWORD"],
    });
  });
});

test("names in any case; the one in capitals goes first", () => {
  expect(read('{"api_username": "a", "Api_Password": "b"}').values).toEqual({
    API_USERNAME: exact("a"),
    API_PASSWORD: exact("b"),
  });
  const both = '{"api_url": "http://old", "API_URL": "http://new", "Api_Url": "http://other"}';
  expect(read(both).values.API_URL).toEqual(exact("http://new"));
});

test("a name of an object's own inheritance is no value", () => {
  expect(read('{"__proto__": {"API_URL": "http://x"}}').values).toEqual({});
});

describe("wrapped, or as a list of Airflow's REST API", () => {
  const list = JSON.stringify([
    { key: "smtp_host", value: "mail", description: null },
    { key: "API_URL", value: "http://api:5000", description: "ours", is_encrypted: true },
    { key: "api_username", value: "books-bot" },
    { key: "API_PASSWORD", value: "sésame" },
  ]);

  test.each([
    ["an object under `variables`", `{"variables": ${AS_EXPORTED}}`],
    ["a list", list],
    ["a list under `variables`", `{"variables": ${list}, "total_entries": 4}`],
  ])("%s", (_, json) => {
    expect(read(json).values).toEqual(ALL);
  });

  test("a variable of ours goes before one that is called `variables`", () => {
    const json = '{"api_url": "http://x", "variables": {"API_USERNAME": "a"}}';
    expect(read(json).values).toEqual({ API_URL: exact("http://x") });
  });
});

test.each([
  ["not-json", ""],
  ["not-json", "API_URL=http://x"],
  ["no-variables", "[]"],
  ["no-variables", '[{"key": "API_URL"}]'],
  ["no-variables", '["API_URL"]'],
  ["no-variables", '"API_URL"'],
  ["no-variables", "null"],
])("%s: %s", (kind, text) => {
  expect(readAirflowExport(Buffer.from(text))).toEqual({ kind });
});

test("a byte order mark, as an editor may leave it", () => {
  expect(read('\ufeff{"API_URL": "http://x"}').values).toEqual({ API_URL: exact("http://x") });
});

test.each<[string, Buffer]>([
  ["UTF-16, as PowerShell writes it", Buffer.from(`\ufeff${AS_EXPORTED}`, "utf16le")],
  ["UTF-16 without a mark", Buffer.from(AS_EXPORTED, "utf16le")],
  ["UTF-16 the other way around", Buffer.from(AS_EXPORTED, "utf16le").swap16()],
  ["Latin-1, in which a password would become another one", Buffer.from('{"a": "é"}', "latin1")],
])("%s is told from JSON", (_, bytes) => {
  expect(readAirflowExport(bytes)).toEqual({ kind: "not-utf-8" });
});
