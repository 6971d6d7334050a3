import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { hostsIn } from "../../src/settings/privacy.ts";
import { readSettings } from "../../src/settings/read.ts";
import { createDoor } from "../../src/text/plain.ts";

const door = createDoor((text) => text);

/** All that is said of these inputs, in one text. */
function said(inputs: Readonly<Record<string, string>>, hidesHosts: boolean): string {
  const all: Record<string, string> = { username: "etl", password: "another", ...inputs };
  const source = { input: (name: string) => all[name] ?? "", workflow: "daily", job: "run" };
  const read = readSettings(source, door, hidesHosts);
  return read.kind === "invalid" ? JSON.stringify(read.problems) : "";
}

describe("the host of an address", () => {
  test.each([
    ["https://api.example.com/v1", ["api.example.com"]],
    ["https://API.example.com:8443", ["api.example.com", "API.example.com"]],
    ["https://api.example.com.", ["api.example.com"]],
    ["https:\\\\api.example.com\\v1", ["api.example.com"]],
    ["https:api.example.com", ["api.example.com"]],
    ["https:///api.example.com", ["api.example.com"]],
    ["http://[fd00::1]:5000", ["[fd00::1]", "fd00::1"]],
    ["http://0x7f.1:80", ["127.0.0.1", "0x7f.1"]],
    ["https://bücher.example", ["xn--bcher-kva.example", "bücher.example"]],
    ["https://etl:pw@api.example.com", ["api.example.com"]],
    ["https://a@b@api.example.com", ["api.example.com"]],
    ["api.example.com:5000/v1", ["api.example.com"]],
    ["//api.example.com", ["api.example.com"]],
    ["ttps:/api.example.com/v1", ["api.example.com"]],
    ["etl:pw@api", ["api"]],
    ["", []],
    ["https://", []],
  ])("%s", (address, hosts) => {
    expect(hostsIn(address).toSorted()).toEqual([...hosts].toSorted());
  });

  test("is found in whatever a URL's parser takes, and is never empty", () => {
    const scheme = fc.constantFrom(
      "https://",
      "http:\\\\",
      "https:",
      "HTTP:/",
      "https:////",
      "\thttps://",
    );
    const user = fc.constantFrom("", "etl@", "etl:pw@", "a@b:c@");
    const tail = fc.constantFrom("", "/", "\\v1", ":8080/v1", "?x=@y", "#@z");
    fc.assert(
      fc.property(scheme, user, fc.domain(), tail, (before, who, host, behind) => {
        const address = `${before}${who}${host}${behind}`;
        expect(hostsIn(address)).toContain(URL.parse(address)?.hostname);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (any) => {
        expect(hostsIn(any)).not.toContain("");
      }),
    );
  });
});

/** What people put where an address belongs. */
const SHAPES = [
  "ttps:/HOST/v1",
  "ttps://HOST",
  "https//HOST",
  "//HOST",
  "HOST",
  "HOST:5000",
  "htp:HOST",
  "https://HOST:99999",
  "https://HOST:443:443",
  "https://HOST//v1",
  "https://HOST /v1",
  "\u200bhttps://HOST",
  "ftp://HOST",
  "mailto:x@HOST",
  "https:\\\\HOST\\\\v1",
];
const WITH_PASSWORD = [
  "etl:hunter2@HOST",
  "//etl:hunter2@HOST",
  "https//etl:hunter2@HOST",
  "https://etl:hunter2@HOST",
  "https:/etl:hunter2@HOST",
  "https:\\\\etl:hunter2@HOST",
  "https://etl:hunter2@x@HOST",
  "https://x@etl:hunter2@HOST//v1",
  "ftp://etl:hunter2@HOST",
  "http://etl:hunter2@",
  "http://etl:hunter2",
  "etl:hunter2",
  "http://etl:hunter2%40HOST",
  "http://etl%3Ahunter2%40HOST",
  "http://etl:hunter2＠HOST",
  "http://etl：hunter2＠HOST",
  "https://HOST//v1?token=hunter2",
  "HOST?token=hunter2",
  "https://HOST:99999#hunter2",
];
const HOSTS = ["api.example.com", "bücher.example", "xn--bcher-kva.example", "db"];
const INPUTS = ["api-url", "login-path", "scrape-path", "training-path", "stats-path"];

describe.each(INPUTS)("a wrong %s", (input) => {
  const fine = { "api-url": "https://books.example.com" };
  const tell = (shape: string, host: string, hidesHosts: boolean) =>
    said({ ...fine, [input]: shape.replaceAll("HOST", host) }, hidesHosts);

  test.each([...SHAPES, ...WITH_PASSWORD])("names no host while hosts are hidden: %s", (shape) => {
    for (const host of HOSTS) {
      expect(tell(shape, host, true)).not.toContain(host);
    }
  });

  test.each(WITH_PASSWORD)("shows no password, to nobody: %s", (shape) => {
    for (const host of HOSTS) {
      expect(tell(shape, host, false)).not.toContain("hunter2");
      expect(tell(shape, host, true)).not.toContain("hunter2");
    }
  });
});

test("no address takes long", () => {
  for (const part of ["/", "\\", "a.", "a:", "@", ":1", "[::", "ü"]) {
    expect(said({ "api-url": `${part.repeat(50_000)}!` }, false)).toMatch(/malformed|credentials/);
  }
});
