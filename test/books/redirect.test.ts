import { describe, expect, test } from "@jest/globals";
import { scrape } from "../../src/books/endpoints.ts";
import { judge } from "../../src/books/judge.ts";
import { answered, asked, door } from "./verdict.ts";

describe("where a redirect points to is read, not followed", () => {
  const advice = (location: string | undefined) => {
    const headers: Record<string, string> = location === undefined ? {} : { location };
    const disposition = judge(scrape, answered(308, "", headers), asked, door);
    return "failure" in disposition && disposition.failure.code === "redirect-refused"
      ? disposition.failure.advice
      : undefined;
  };
  test.each<[string, string | undefined, object]>([
    [
      "the slash that is missing",
      "http://10.0.0.5:5000/shop/api/v1/scrape/",
      { kind: "set-path", setting: "scrape-path", path: "/api/v1/scrape/" },
    ],
    [
      "relative",
      "/shop/api/v2/scrape",
      { kind: "set-path", setting: "scrape-path", path: "/api/v2/scrape" },
    ],
    [
      "to https",
      "https://10.0.0.5:5000/shop/api/v1/scrape",
      { kind: "set-url", url: "https://10.0.0.5:5000/shop" },
    ],
    [
      "to another host",
      "http://books.example.com/api/v1/scrape",
      { kind: "set-url", url: "http://books.example.com" },
    ],
    ["to itself", "http://10.0.0.5:5000/shop/api/v1/scrape", { kind: "ask-owner" }],
    ["to no address", "javascript:alert(1)", { kind: "ask-owner" }],
    ["nowhere", undefined, { kind: "ask-owner" }],
  ])("%s", (_case, location, expected) => {
    expect(advice(location)).toEqual(expected);
  });
});
