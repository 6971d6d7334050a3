import type { Expected } from "../../../settings/settings.ts";
import type { Voice } from "../../voice.ts";
import { storedAs } from "../places.ts";
import type { SettingsWords } from "../words.ts";

const EXPECTED: Readonly<Record<Expected, (name: Voice["name"]) => string>> = {
  duration: (name) =>
    `a duration from ${name("1s")} to ${name("1000h")}, such as ${name("30s")}, ${name("10m")} or ${name("1h30m")}`,
  "whole-number": () => "a whole number",
  percentage: (name) => `a percentage from ${name("0%")} to ${name("100%")}`,
  boolean: (name) => `${name("true")} or ${name("false")}`,
  url: (name) =>
    `an address such as ${name("https://books.example.com")} or ${name("http://192.168.0.10:5000")}`,
  path: (name) => `a path that starts with one slash, such as ${name("/api/v1/scrape/")}`,
  "time-zone": (name) => `a time zone such as ${name("UTC")} or ${name("America/Sao_Paulo")}`,
};

export const settings: SettingsWords = {
  missing: ({ input }, voice) =>
    `${voice.name(input)} is missing. The shipped workflow takes it from ${voice.name(storedAs(input))}.`,
  malformed: ({ input, value, expected }, voice) =>
    `${voice.name(input)} is ${voice.quote(value)}, but must be ${EXPECTED[expected](voice.name)}.`,
  "out-of-range": ({ input, value, min, max }, voice) =>
    `${voice.name(input)} is ${voice.quote(value)}, but must be from ${voice.count(min)} to ${voice.count(max)}.`,
  "not-one-of": ({ input, value, choices }, voice) =>
    `${voice.name(input)} is ${voice.quote(value)}, but must be one of ${choices.map((choice) => voice.quote(choice)).join(" | ")}.`,
  "not-switchable": ({ input }, voice) =>
    `${voice.name(input)} cannot be ${voice.name("none")}. What runs is chosen with ${voice.name("tasks")}.`,
  needs: ({ input, other }, voice) =>
    `${voice.name(input)} needs ${voice.name(other)}, which is ${voice.name("none")}.`,
  "url-with-credentials": ({ input }, voice) =>
    `${voice.name(input)} holds a user name or a password. Take them out, and set ${voice.name("username")} and ${voice.name("password")} instead.`,
  "url-with-query": ({ input }, voice) =>
    `${voice.name(input)} has something behind a ${voice.name("?")} or a ${voice.name("#")}. Leave only the address and, if it has one, the path prefix.`,
  "plain-http-to-public-host": ({ input, host }, voice) =>
    `${voice.name(input)} starts with ${voice.name("http://")}, and ${voice.quote(host)} is a public host: anyone on the way could read the password. Use ${voice.name("https://")}, or accept the risk with the line ${voice.name("allow-plain-http: true")} (in the shipped workflow: set the repository variable ${voice.name(storedAs("allow-plain-http"))} to ${voice.name("true")}).`,
};
