import { describe, expect, test } from "@jest/globals";
import type { Refusal } from "../../src/github/refusal.ts";
import { codeOf, explain } from "../../src/configure/talk.ts";
import type { AddressProblem, Trouble } from "../../src/configure/trouble.ts";
import type { Finding } from "../../src/configure/review.ts";
import type { BadUse } from "../../src/configure/options.ts";
import { WORDS } from "../../src/configure/words/index.ts";
import type { Words } from "../../src/configure/words/words.ts";
import type { Voice } from "../../src/report/voice.ts";
import { createDoor } from "../../src/text/plain.ts";
import { flawsInHeadline, flawsInSentence } from "../report/words/flaws.ts";
import { factsIn, VOICES } from "../report/words/voices.ts";

const door = createDoor((text) => text);
const PAGE = "https://github.example/settings/personal-access-tokens/new";
const NAMES = ["API_URL", "API_USERNAME", "API_PASSWORD"] as const;
const CALL = { call: "PUT /repos/acme/books", words: "Sorry" };

const REFUSALS: readonly Refusal[] = [
  { ...CALL, kind: "token-rejected" },
  { ...CALL, words: "", kind: "token-rejected" },
  { ...CALL, kind: "not-permitted", accepted: [], isIntegration: true },
  {
    ...CALL,
    kind: "not-permitted",
    accepted: ["administration=write", "unheard_of=read"],
    isIntegration: false,
    signOn: "https://github.example/orgs/acme/sso",
  },
  { ...CALL, kind: "not-found" },
  { ...CALL, kind: "conflict" },
  { ...CALL, kind: "invalid" },
  { ...CALL, kind: "rate-limited" },
  { ...CALL, kind: "rate-limited", waitMs: 90_000 },
  { ...CALL, kind: "no-answer", ending: { kind: "cancelled", sent: true } },
  { ...CALL, kind: "failed", status: 502 },
  { ...CALL, kind: "moved" },
  { ...CALL, kind: "malformed" },
];
const ADDRESSES: readonly AddressProblem[] = [
  { input: "api-url", kind: "missing" },
  { input: "api-url", kind: "malformed", value: door("books"), expected: "url" },
  { input: "api-url", kind: "url-with-credentials" },
  { input: "api-url", kind: "url-with-query" },
  { input: "api-url", kind: "plain-http-to-public-host", host: door("books.example.com") },
];
const BAD_USES: readonly BadUse[] = [
  { kind: "unreadable", words: "Unknown option '--x'" },
  { kind: "kept-by-npm", option: "repo" },
  { kind: "unknown-language", value: "fr" },
  { kind: "both", options: ["--check", "--dry-run"] },
];
const TROUBLES: readonly Trouble[] = [
  ...BAD_USES.map((problem) => ({ code: "bad-use", problem }) as const),
  { code: "repository-unknown", isOption: false },
  { code: "repository-unknown", isOption: true, seen: door("acme") },
  { code: "github-url-invalid", value: door("http://x.example") },
  { code: "token-missing", host: door("github.com"), variables: ["GH_TOKEN", "X"], page: PAGE },
  ...(["missing", "not-readable", "not-json", "not-an-object"] as const).map(
    (because) => ({ code: "export-unreadable", file: door("v.json"), because }) as const,
  ),
  { code: "values-missing", names: NAMES },
  { code: "values-missing", names: ["API_PASSWORD"] },
  { code: "values-inexact", names: NAMES },
  { code: "credentials-rejected", mayDiffer: [] },
  { code: "credentials-rejected", mayDiffer: ["API_PASSWORD"], words: door("Não") },
  { code: "user-exists", words: door("") },
  { code: "user-exists", words: door("Usuário já existe") },
  { code: "registration-refused", what: "So it is." },
  { code: "archived", repository: door("acme/books") },
  { code: "read-back-differs", names: ["API_URL"] },
  { code: "workflow-not-written", path: door("/x.yml"), words: door("EACCES") },
  { code: "interrupted" },
  { code: "internal-error", detail: door("TypeError: x") },
  ...ADDRESSES.map((problem) => ({ code: "address-invalid", problem }) as const),
  ...REFUSALS.map((refusal) => ({ code: "github-refused", refusal, page: PAGE }) as const),
];
const FINDINGS: readonly Finding[] = [
  ...NAMES.map((name) => ({ kind: "missing", name }) as const),
  { kind: "missing", name: "ORQUESTRA_ALLOW_PLAIN_HTTP" },
  { kind: "address-unreadable" },
  { kind: "address-as-secret" },
  { kind: "password-as-variable" },
  { kind: "username-twice" },
  { kind: "unread", name: "ORQUESTRA_X" },
  { kind: "needless-plain-http" },
  { kind: "paused" },
];

type Say = (words: Words, voice: Voice) => string;

const SENTENCES: readonly (readonly [string, Say])[] = [
  ...TROUBLES.flatMap((trouble, index): [string, Say][] => [
    [`${codeOf(trouble)} ${index}`, (words, voice) => explain(words, trouble, voice).what],
    [
      `what to do about ${codeOf(trouble)} ${index}`,
      (words, voice) => explain(words, trouble, voice).steps.join(" "),
    ],
  ]),
  ...FINDINGS.map((finding, index): [string, Say] => [
    `${finding.kind} ${index}`,
    ({ findings }, voice) =>
      (findings[finding.kind] as (one: Finding, voice: Voice) => string)(finding, voice),
  ]),
];

describe.each(VOICES)("in $language, $manner", ({ language, manner, voice }) => {
  test.each(SENTENCES)("%s", (_, say) => {
    const sentence = say(WORDS[language], voice);
    expect([sentence, flawsInSentence(sentence, manner)]).toEqual([sentence, []]);
  });

  test.each(TROUBLES.map((trouble) => [codeOf(trouble), trouble] as const))(
    "the headline of %s",
    (_, trouble) => {
      const { headline } = explain(WORDS[language], trouble, voice);
      expect([headline, flawsInHeadline(headline, manner)]).toEqual([headline, []]);
    },
  );
});

test.each(SENTENCES)("%s: the same facts in both languages", (_, say) => {
  const facts = (language: "en" | "pt-BR") =>
    factsIn(language, (voice) => say(WORDS[language], voice)).map((fact) =>
      fact.replace("DONO/NOME", "OWNER/NAME").replace("ARQUIVO", "FILE").replace("NOME", "NAME"),
    );
  expect(facts("pt-BR")).toEqual(facts("en"));
});

test("both helps name the same options and variables", () => {
  const named = ({ help }: Words) => help.match(/--[a-z-]+|\b[A-Z]+_[A-Z_]+\b/g)?.toSorted();
  expect(named(WORDS["pt-BR"])).toEqual(named(WORDS.en));
});

test("no line of a help is longer than a terminal", () => {
  for (const { help } of Object.values(WORDS)) {
    expect(Math.max(...help.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  }
});
