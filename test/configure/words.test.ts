import { describe, expect, test } from "@jest/globals";
import type { Refusal } from "../../src/github/refusal.ts";
import type { Finding } from "../../src/configure/finding.ts";
import type { Stage } from "../../src/configure/interrupted.ts";
import { codeOf, explain, sayFinding } from "../../src/configure/talk.ts";
import { explanation } from "../../src/configure/tell-probe.ts";
import type { AddressProblem, Trouble } from "../../src/configure/trouble.ts";
import type { BadUse } from "../../src/configure/options.ts";
import { WORDS } from "../../src/configure/words/index.ts";
import type { Words } from "../../src/configure/words/words.ts";
import type { Failure, UnreachableReason } from "../../src/pipeline/failure.ts";
import type { Voice } from "../../src/report/voice.ts";
import { createDoor } from "../../src/text/plain.ts";
import { flawsInHeadline, flawsInSentence } from "../report/words/flaws.ts";
import { factsIn, VOICES } from "../report/words/voices.ts";

const door = createDoor((text) => text);
const ADVICE = {
  permissions: ["actions_variables=write", "secrets=write"],
  page: "https://github.example/settings/personal-access-tokens/new",
};
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
  { ...CALL, call: "GET /repos/acme/books/environments/x/secrets", kind: "not-found" },
  { ...CALL, kind: "conflict" },
  { ...CALL, kind: "invalid" },
  { ...CALL, kind: "rate-limited" },
  { ...CALL, kind: "rate-limited", waitMs: 90_000 },
  { ...CALL, kind: "no-answer", ending: { kind: "lost", during: "headers", detail: "Sorry" } },
  { ...CALL, words: "", kind: "no-answer", ending: { kind: "deadline", during: "headers" } },
  {
    ...CALL,
    kind: "no-answer",
    ending: {
      kind: "not-sent",
      obstacle: { kind: "certificate", code: "SELF_SIGNED_CERT_IN_CHAIN", detail: "self-signed" },
    },
  },
  { ...CALL, kind: "failed", status: 502 },
  { ...CALL, words: "", kind: "failed", status: 451 },
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
  { kind: "unknown-option", option: "--form" },
  { kind: "unreadable", words: "Unexpected argument 'acme/books'" },
  { kind: "kept-by-npm", option: "repo" },
  { kind: "unknown-language", value: "fr" },
  { kind: "both", options: ["--check", "--dry-run"] },
];
const UNREACHABLE_REASONS: readonly UnreachableReason[] = [
  "unknown-host",
  "name-service",
  "refused",
  "no-route",
  "no-answer",
  "reset",
  "tls-stalled",
  "proxy",
];
const TROUBLES: readonly Trouble[] = [
  ...BAD_USES.map((problem) => ({ code: "bad-use", problem }) as const),
  { code: "repository-unknown", isOption: false },
  { code: "repository-unknown", isOption: true, seen: door("acme") },
  { code: "github-url-invalid", value: door("http://x.example") },
  { code: "token-missing", host: door("github.com"), variables: ["GH_TOKEN", "X"], advice: ADVICE },
  { code: "token-unusable", from: "GH_TOKEN" },
  ...(["missing", "not-readable", "not-utf-8", "not-json", "no-variables"] as const).map(
    (because) => ({ code: "export-unreadable", file: door("v.json"), because }) as const,
  ),
  { code: "values-missing", names: NAMES },
  { code: "values-missing", names: ["API_PASSWORD"] },
  { code: "values-inexact", names: NAMES },
  { code: "credentials-rejected", mayDiffer: [] },
  { code: "credentials-rejected", mayDiffer: ["API_PASSWORD"], words: door("Não") },
  { code: "api-call-unknown", what: "So it is." },
  { code: "user-exists", words: door("") },
  { code: "user-exists", words: door("Usuário já existe") },
  { code: "registration-refused", what: "So it is." },
  { code: "repository-guessed", repository: door("acme/orquestra") },
  ...[true, false].map(
    (isFromGit) => ({ code: "archived", repository: door("acme/books"), isFromGit }) as const,
  ),
  { code: "read-back-differs", names: ["API_URL"] },
  ...[
    { kind: "missing" } as const,
    { kind: "not-a-folder" } as const,
    { kind: "below-root", root: door("/copy") } as const,
  ].map((because) => ({ code: "workflow-folder", folder: door("slip"), because }) as const),
  { code: "workflow-not-written", path: door("/x.yml"), words: door("EACCES") },
  { code: "preflight-refused", words: door("") },
  { code: "preflight-refused", words: door("Unexpected inputs provided") },
  { code: "internal-error", detail: door("TypeError: x") },
  ...[true, false].flatMap((isAskedAgain) =>
    ADDRESSES.map((problem) => ({ code: "address-invalid", problem, isAskedAgain }) as const),
  ),
  ...REFUSALS.map(
    (refusal) => ({ code: "github-refused", refusal, advice: ADVICE, isFromGit: true }) as const,
  ),
];
const FINDINGS: readonly Finding[] = [
  ...NAMES.map((name) => ({ kind: "missing", name }) as const),
  { kind: "missing", name: "ORQUESTRA_ALLOW_PLAIN_HTTP" },
  ...ADDRESSES.map((problem) => ({ kind: "address-refused", problem }) as const),
  { kind: "address-doubled" },
  { kind: "address-of-docker" },
  {
    kind: "setting-refused",
    problem: { input: "retries", kind: "out-of-range", value: door("900"), min: 0, max: 100 },
  },
  { kind: "address-as-secret" },
  { kind: "password-as-variable" },
  { kind: "username-twice" },
  { kind: "unread", name: "ORQUESTRA_X" },
  { kind: "needless-plain-http" },
  { kind: "paused" },
  { kind: "workflow-unreadable" },
  { kind: "action-missing" },
  { kind: "action-placeholder" },
  { kind: "action-unpinned", uses: "acme/orquestra@v1" },
  { kind: "value-unread", name: "API_USERNAME", store: "secrets" },
  { kind: "setting-unread", name: "ORQUESTRA_MAX_DROP" },
  { kind: "permissions-unstated", needed: ["actions: read", "checks: read"] },
  { kind: "permission-missing", permission: "actions: read" },
  { kind: "permission-missing", permission: "issues: write" },
  { kind: "contents-missing" },
  { kind: "environment-unnamed", environment: "staging" },
  { kind: "runner-own", host: "books.example.com", label: "self-hosted" },
  ...[true, false].map(
    (isPublic) =>
      ({ kind: "runner-outside", host: "10.0.0.5", label: "ubuntu-latest", isPublic }) as const,
  ),
];
/** What may stand between this machine and the API. */
const NEAR: readonly Failure[] = [
  ...UNREACHABLE_REASONS.map((reason): Failure => ({
    code: "api-unreachable",
    reason,
    host: door("books.example"),
    address: door("books.example:443"),
    detail: door(reason === "no-answer" ? "" : "ECONNREFUSED"),
    ...(reason === "proxy" && { proxy: door("proxy.example:3128") }),
  })),
  ...(["self-signed", "not-tls"] as const).map((reason): Failure => ({
    code: "tls-untrusted",
    reason,
    address: door("books.example:443"),
    detail: door("self-signed certificate"),
  })),
  { code: "timed-out", setting: "login-timeout", timeoutMs: 10_000 },
  { code: "connection-lost", during: "headers", detail: door("socket hang up") },
  { code: "connection-lost", during: "body", detail: door("") },
];
const STAGES: readonly Stage[] = ["before", "setting", "read-back", "workflow", "preflight"];

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
    (words, voice) => sayFinding(words === WORDS.en ? "en" : "pt-BR", finding, voice),
  ]),
  ...NEAR.map((failure, index): [string, Say] => [
    `near: ${failure.code} ${index}`,
    (words, voice) => {
      const language = words === WORDS.en ? "en" : "pt-BR";
      return explanation(failure, "login", "public", { language, voice, words }).what;
    },
  ]),
  ...STAGES.map((stage): [string, Say] => [
    `interrupted: ${stage}`,
    ({ lines }) => lines.interrupted.stages[stage],
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

test.each(NEAR)("near: $code is no matter of a runner's", (failure) => {
  for (const { language, voice } of VOICES) {
    const words = WORDS[language];
    const { what } = explanation(failure, "login", "loopback", { language, voice, words });
    expect(what).not.toMatch(/runner|job/i);
  }
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
