import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { createFormat } from "../../../src/report/format.ts";
import { explain } from "../../../src/report/speak.ts";
import { plainVoice } from "../../../src/report/voice.ts";
import { WORDS } from "../../../src/report/words/index.ts";
import { loadPreflightWords } from "../../../src/report/words/preflight.ts";
import type { OwnFinding, Site } from "../../../src/report/words/preflight-words.ts";
import type { Explanation } from "../../../src/report/words/words.ts";
import { WATCH_WORDS } from "../../../src/report/words/watch.ts";
import type { Plain } from "../../../src/text/plain.ts";
import { FINDINGS } from "../preflight/findings.ts";
import { FAILURES } from "./failure-samples.ts";

const SOURCES = [
  ...globSync("src/{report,configure}/words/pt-br/**/*.ts"),
  ...globSync("{README,docs/*}.pt-BR.md"),
  ...globSync("docs/generator/*.pt-BR.ts"),
  ...globSync("{action/*/README.md,.github/workflows/*.yml}"),
];
/** Lines that hold a flaw, with the file that they are in. */
const linesWith = (flaw: RegExp) =>
  SOURCES.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => flaw.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );

test("a branch is masculine", () => {
  expect(SOURCES.length).toBeGreaterThan(50);
  // The article `a` is the English one, too.
  expect(linesWith(/(?:\b(?:da|na|uma|esta|essa|outra|mesma)|\bà|para a) branch/i)).toEqual([]);
});

test("an hour has its article from where one o'clock is known to be singular", () => {
  expect(linesWith(/\b[aà]s? \$\{voice\.timeOfDay/)).toEqual([]);
});

test("who can fix it goes on where its label ends, whatever went wrong", async () => {
  const words = WORDS["pt-BR"];
  const voice = plainVoice(createFormat("pt-BR", "UTC"));
  const nowhere = { file: undefined, workflow: undefined, features: undefined };
  const links = {
    run: undefined,
    variables: undefined,
    secrets: undefined,
    workflow: undefined,
    failures: undefined,
  };
  const scene = { hostKind: "public", runner: "github-hosted", links } as const;
  const { findings } = await loadPreflightWords("pt-BR");
  type Tell = (finding: OwnFinding, site: Site, of: typeof voice) => Explanation;
  const site: Site = { scene, file: "pipeline.yml" as Plain, pages: nowhere };

  const all = [
    ...FAILURES.map((failure) => explain(words, failure, scene, voice).who),
    ...FINDINGS.map((finding) => (findings[finding.kind] as Tell)(finding, site, voice).who),
    ...Object.values(WATCH_WORDS["pt-BR"].who),
  ];
  expect(words.summary.labels.whoCanFix).toBe("Quem pode resolver:");
  expect(all.filter((who) => !/^\p{Ll}/u.test(who))).toEqual([]);
});
