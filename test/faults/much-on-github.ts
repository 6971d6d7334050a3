import type { GitHub } from "../../sandbox/github/github.ts";
import { failed, type Case, type FaultClass, type Said } from "./case.ts";
import {
  annotation,
  answering,
  answers,
  leave,
  LINE,
  MALFORMED,
  reallyGitHub,
  TOKEN,
  TOO_LARGE,
} from "./on-github.ts";
import { says } from "./wire.ts";

const DROPPED: Said = ["but there were 1,000 before", "mas antes havia 1.000"];

/** What a linter says of a pull request: as many annotations as a job keeps, of 4 KB each. */
const LINTED = Array.from({ length: 50 }, () => annotation("x".repeat(4_000), "lint"));

/** The most that GitHub takes of an issue. */
const MAX_ISSUE_CHARS = 65_536;

/** A scrape fails in a repository in which strangers have just written these. */
const amongIssues = (what: Said, write: (github: GitHub) => void, reads: Said): Case => ({
  ...reallyGitHub(
    what,
    (github) => {
      github.grant(TOKEN, { actions: "read", checks: "read", issues: "write" });
      write(github);
    },
    reads,
  ),
  script: { scrape: says(500, { error: "psycopg2" }) },
  inputs: { "failure-issue": "true" },
  ends: { scrape: failed("api-error", [1, 0]) },
});

const strangersWrite =
  (issues: number, body: string) =>
  ({ store }: GitHub) => {
    for (let index = 0; index < issues; index += 1) {
      store.issues.create("Help", { body }, `stranger-${index}`, store.nowMs + index);
    }
  };
const OPENED: Said = [
  "(https://github.com/bookshop/pipelines/issues/61) was opened.",
  "(https://github.com/bookshop/pipelines/issues/61) foi aberta.",
];

export const muchOnGitHub: FaultClass = {
  id: "much-on-github",
  title: ["Much on GitHub", "Muita coisa no GitHub"],
  promise: [
    "Others write on GitHub, too. While the earlier runs say too much for one answer (1 MiB), half as many are asked for, down to one. Issues come 20 at a time, the newest changed first, 500 at the most, and the texts of strangers are not looked at.",
    "No GitHub outros também escrevem. Enquanto as execuções anteriores dizem demais para uma resposta (1 MiB), a metade delas é pedida, até uma só. As issues vêm de 20 em 20, as alteradas por último primeiro, no máximo 500, e os textos de estranhos não são lidos.",
  ],
  cases: [
    reallyGitHub(
      [
        "30 runs with 50 annotations of 4 KB by a linter",
        "30 execuções com 50 anotações de 4 KB de um linter",
      ],
      (github) => {
        for (let number = 78; number <= 107; number += 1) {
          leave(github, [annotation(LINE)], number, [LINTED]);
        }
      },
      DROPPED,
      failed("data-dropped", [1, 0]),
    ),
    reallyGitHub(
      ["the same in ten jobs of one run", "o mesmo em dez jobs de uma execução"],
      (github) =>
        leave(
          github,
          [annotation(LINE)],
          107,
          Array.from({ length: 10 }, () => LINTED),
        ),
      TOO_LARGE,
    ),
    answering(
      ["200,000 empty objects for an answer", "200.000 objetos vazios em vez da resposta"],
      answers(
        200,
        Array.from({ length: 200_000 }, () => ({})),
      ),
      MALFORMED,
    ),
    answering(
      ["100,000 numbers for an answer", "100.000 números em vez da resposta"],
      answers(
        200,
        Array.from({ length: 100_000 }, (_, index) => index),
      ),
      MALFORMED,
    ),
    answering(
      ["401 with as many", "401 com o mesmo tanto"],
      answers(
        401,
        Array.from({ length: 100_000 }, (_, index) => index),
      ),
      ["did not accept `github-token`", "não aceitou `github-token`"],
    ),
    amongIssues(
      [
        "60 issues by strangers of 65,536 characters, a failure issue wanted",
        "60 issues de estranhos com 65.536 caracteres, e uma issue de falha por abrir",
      ],
      strangersWrite(60, "書".repeat(MAX_ISSUE_CHARS)),
      OPENED,
    ),
    amongIssues(
      ["20 issues that are longer than GitHub takes", "20 issues maiores do que o GitHub aceita"],
      strangersWrite(20, "書".repeat(200_000)),
      [
        "GitHub's list of this repository's issues is too large to be searched.",
        "a lista de issues deste repositório no GitHub é grande demais para ser percorrida.",
      ],
    ),
  ],
};
