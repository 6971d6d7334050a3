import type { Expected } from "../../../settings/settings.ts";
import type { Voice } from "../../voice.ts";
import { placeOf, secret, storeOf, variable } from "../places.ts";
import type { Scene, SettingsWords } from "../words.ts";

const EXPECTED: Readonly<Record<Expected, (name: Voice["name"]) => string>> = {
  duration: (name) =>
    `a duration from ${name("1s")} to ${name("1000h")}, such as ${name("30s")}, ${name("10m")} or ${name("1h30m")}`,
  "whole-number": () => "a whole number",
  percentage: (name) => `a percentage from ${name("0%")} to ${name("100%")}`,
  boolean: (name) => `${name("true")} or ${name("false")}`,
  url: address,
  "url-with-scheme": address,
  path: (name) => `a path that starts with one slash, such as ${name("/api/v1/scrape/")}`,
  "time-zone": (name) => `a time zone such as ${name("UTC")} or ${name("America/Sao_Paulo")}`,
  labels: () => "names of labels of 50 characters at the most, parted by commas",
  logins: () => "at most 10 user names of GitHub, without @ and parted by commas",
  needs: (name) => `what ${name("${{ toJSON(needs) }}")} gives, with at least one job in it`,
  "workflow-file": (name) => `the name of a workflow's file, such as ${name("pipeline.yml")}`,
};

function address(name: Voice["name"]): string {
  return `an address such as ${name("https://books.example.com")} or ${name("http://192.168.0.10:5000")}`;
}

export const settings: SettingsWords = {
  missing: ({ input }, scene, voice) =>
    `${voice.name(input)} is missing. The shipped workflow takes it from ${source(input, scene, voice)}.`,
  malformed: ({ input, value, expected }, scene, voice) =>
    `${voice.name(input)} is ${voice.quote(value)}, but must be ${EXPECTED[expected](voice.name)}.${expected === "url-with-scheme" ? ` It does not begin with ${voice.name("https://")} or ${voice.name("http://")}.` : ""}${change(input, scene, voice)}`,
  "out-of-range": ({ input, value, min, max }, scene, voice) =>
    `${voice.name(input)} is ${voice.quote(value)}, but must be from ${voice.count(min)} to ${voice.count(max)}.${change(input, scene, voice)}`,
  "not-one-of": ({ input, value, choices }, scene, voice) =>
    `${voice.name(input)} is ${voice.quote(value)}, but must be one of ${choices.map((choice) => voice.quote(choice)).join(" | ")}.${change(input, scene, voice)}`,
  "not-switchable": ({ input }, scene, voice) =>
    `${voice.name(input)} cannot be ${voice.name("none")}. What runs is chosen with ${voice.name("tasks")}.${change(input, scene, voice)}`,
  needs: ({ input, other }, scene, voice) =>
    `${voice.name(input)} needs ${voice.name(other)}, which is ${voice.name("none")}. Change ${variable(input, scene, voice)} or ${variable(other, scene, voice)}.`,
  "needs-at-least": ({ input, other, least }, scene, voice) =>
    `${voice.name(input)} counts failures in ${voice.count(least)} earlier ${least === 1 ? "run" : "runs"}, and ${voice.name(other)} looks at fewer. Lower ${variable(input, scene, voice)} or raise ${variable(other, scene, voice)}.`,
  "malformed-webhook": ({ input }, scene, voice) =>
    `${voice.name(input)} must be an address that begins with ${voice.name("https://")}, without user name and password in it. Its value is a secret and is not shown. Change the secret ${secret(input, scene, voice)}.`,
  "url-with-credentials": ({ input }, scene, voice) =>
    `${voice.name(input)} holds a user name or a password. Take them out of ${variable(input, scene, voice)}, and store them as ${secret("username", scene, voice)} and ${secret("password", scene, voice)}.`,
  "url-with-query": ({ input }, scene, voice) =>
    `${voice.name(input)} has something behind a ${voice.name("?")} or a ${voice.name("#")}. Leave only the address and, if it has one, the path prefix in ${variable(input, scene, voice)}.`,
  "plain-http-to-public-host": ({ input, host }, scene, voice) =>
    `${voice.name(input)} starts with ${voice.name("http://")}, and ${voice.quote(host)} counts as a public host, as every name with a dot does: anyone on the way could read the password. Use ${voice.name("https://")} in ${variable(input, scene, voice)}, or accept the risk with the line ${voice.name("allow-plain-http: true")} (in the shipped workflow: set the repository variable ${variable("allow-plain-http", scene, voice)} to ${voice.name("true")}).`,
};

function source(input: string, scene: Scene, voice: Voice): string {
  switch (storeOf(input)) {
    case "variable":
      return `the variable ${variable(input, scene, voice)}; a secret of that name is not read`;
    case "secret":
      return `the secret ${secret(input, scene, voice)}; a variable of that name is not read`;
    case "either":
      return `the secret ${secret(input, scene, voice)} or the ${voice.link("variable", scene.links.variables)} of that name`;
    case "workflow":
      return `its own file: ${voice.name("needs: ${{ toJSON(needs) }}")}`;
  }
}

function change(input: string, scene: Scene, voice: Voice): string {
  switch (placeOf(input)) {
    case "variable":
      return ` Change the variable ${variable(input, scene, voice)}.`;
    case "workflow":
      return ` Change the line in ${voice.link("the workflow's own file", scene.links.workflow)}.`;
    // These say themselves where they are changed, or stand beside a button.
    case "secret":
    case "either":
    case undefined:
      return "";
  }
}
