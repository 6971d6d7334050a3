import type { Trouble } from "../../sandbox/github/troubles.ts";
import { readRequest } from "./api.ts";
import { failed, succeeded, type Case, type FaultClass, type Said } from "./case.ts";
import {
  annotation,
  answering,
  answers,
  leave,
  LINE,
  MALFORMED,
  onGitHub,
  reallyGitHub,
  TOO_LARGE,
  type Annotation,
} from "./on-github.ts";

const NO_PERMISSION: Said = [
  "add `actions: read` and `checks: read` to the `permissions` of the job",
  "adicione `actions: read` e `checks: read` às `permissions` do job",
];
const NO_ANSWER: Said = [
  "Earlier runs could not be looked up: GitHub's API did not answer in time.",
  "Não foi possível consultar as execuções anteriores: a API do GitHub não respondeu a tempo.",
];
const BAD_TOKEN: Said = [
  "Earlier runs could not be looked up: GitHub did not accept `github-token`.",
  "Não foi possível consultar as execuções anteriores: o GitHub não aceitou `github-token`.",
];
const AS_MANY: Said = ["As many books as before.", "A mesma quantidade de livros de antes."];
const DROPPED: Said = ["but there were 1,000 before", "mas antes havia 1.000"];

/** What is not ours is passed over, so that it moves no baseline. */
const forged = (what: Said, annotations: readonly Annotation[]): Case =>
  reallyGitHub(what, (github) => leave(github, annotations), AS_MANY);
const inTrouble = (what: Said, trouble: Trouble, reads: Said): Case =>
  reallyGitHub(what, (github) => github.setTroubles([trouble]), reads);

export const githubApi: FaultClass = {
  id: "github-api",
  title: ["GitHub's API", "A API do GitHub"],
  promise: [
    "It never changes a run's result: it is asked while the API works, for 15 s at the most, and what it does not say is missing from the check's memory only. One line of the summary says so. Annotations of earlier runs are read strictly.",
    "Ela nunca muda o resultado de uma execução: é consultada enquanto a API trabalha, por no máximo 15 s, e o que ela não diz só falta à memória da conferência. Uma linha do resumo diz isso. As anotações de execuções anteriores são lidas com rigor.",
  ],
  cases: [
    reallyGitHub(
      ["more was proved before than is there now", "antes foi provado mais do que há agora"],
      (github) => leave(github, [annotation(LINE)]),
      DROPPED,
      failed("data-dropped", [1, 0]),
    ),
    answering(
      ["no permission, said by GraphQL", "sem permissão, dito pelo GraphQL"],
      answers(200, {
        data: null,
        errors: [{ type: "FORBIDDEN", message: "Resource not accessible by integration" }],
      }),
      NO_PERMISSION,
    ),
    answering(["401", "401"], answers(401, { message: "Bad credentials" }), BAD_TOKEN),
    inTrouble(["404", "404"], "not-found", NO_PERMISSION),
    inTrouble(["a primary limit", "um limite primário"], "primary-limit", NO_ANSWER),
    inTrouble(
      ["a secondary limit (403)", "um limite secundário (403)"],
      "secondary-limit",
      NO_ANSWER,
    ),
    inTrouble(
      ["a secondary limit (429)", "um limite secundário (429)"],
      "secondary-limit-429",
      NO_ANSWER,
    ),
    answering(["500 in JSON", "500 em JSON"], answers(500, { message: "Server Error" }), NO_ANSWER),
    inTrouble(["500 with a page", "500 com uma página"], "html-500", NO_ANSWER),
    inTrouble(["502 with a page", "502 com uma página"], "html-502", NO_ANSWER),
    inTrouble(["never answers", "nunca responde"], "silence", NO_ANSWER),
    inTrouble(["an answer that is cut", "uma resposta cortada"], "cut-answer", NO_ANSWER),
    answering(
      ["closes the connection", "fecha a conexão"],
      (socket) => void socket.destroy(),
      NO_ANSWER,
    ),
    {
      ...answering(["is not there", "não existe"], () => {}, NO_ANSWER),
      world: async (stage, script) => onGitHub(stage, script, await stage.closedAddress()),
    },
    answering(
      ["a redirect, which the token does not follow", "um redirecionamento, que o token não segue"],
      answers(302, "", { Location: "http://127.0.0.1:1/" }),
      MALFORMED,
    ),
    inTrouble(["HTML with 200", "HTML com 200"], "html-answer", MALFORMED),
    inTrouble(["JSON of another shape", "JSON com outra forma"], "other-shape", MALFORMED),
    answering(["an empty object", "um objeto vazio"], answers(200, {}), MALFORMED),
    answering(["an array", "um array"], answers(200, []), MALFORMED),
    answering(
      ["an error of GraphQL, in hostile words", "um erro do GraphQL, em palavras hostis"],
      answers(200, { errors: [{ type: "INTERNAL", message: "\n::error::pwned <img src=x>" }] }),
      MALFORMED,
    ),
    reallyGitHub(["no run before this one", "nenhuma execução antes desta"], () => {}, AS_MANY),
    answering(
      ["200 MB", "200 MB"],
      (socket) =>
        readRequest(socket, () => {
          const pour = () => {
            while (!socket.destroyed && socket.write(" ".repeat(64 * 1024)));
          };
          socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
          socket.on("drain", pour);
          pour();
        }),
      TOO_LARGE,
    ),
    reallyGitHub(
      ["10,000 runs", "10.000 execuções"],
      (github) => {
        for (let number = 1; number <= 10_000; number += 1) leave(github, [], number);
      },
      AS_MANY,
    ),
    forged(
      ["50 annotations of others", "50 anotações de outros"],
      Array.from({ length: 50 }, () => annotation("deployed")),
    ),
    forged(
      ["an annotation of a later version", "uma anotação de uma versão posterior"],
      [annotation(LINE.replace("v=1", "v=2"))],
    ),
    forged(
      [
        "an annotation with a key that we never write",
        "uma anotação com uma chave que nunca escrevemos",
      ],
      [annotation(`${LINE} admin=1`)],
    ),
    forged(
      ["an annotation with a key twice", "uma anotação com uma chave repetida"],
      [annotation(`${LINE} records=5000`)],
    ),
    forged(
      [
        "an annotation with a number that we never write",
        "uma anotação com um número que nunca escrevemos",
      ],
      [annotation(LINE.replace("records=1000", "records=1e9"))],
    ),
    forged(
      ["an annotation of another pipeline", "uma anotação de outro pipeline"],
      [annotation(LINE.replace("daily/", "weekly/"))],
    ),
    forged(
      ["an annotation of a run that failed", "uma anotação de uma execução que falhou"],
      [annotation(LINE, "failed")],
    ),
    forged(
      ["an annotation that is a warning", "uma anotação que é um aviso"],
      [{ ...annotation(LINE), level: "warning" }],
    ),
    forged(
      ["an annotation in hostile words", "uma anotação em palavras hostis"],
      [annotation(`${LINE}\n::error::pwned <img src=x> @team`)],
    ),
    {
      what: ["a pipeline with no token", "um pipeline sem token"],
      ends: { gate: succeeded() },
      reads: ["the action was given no `github-token`", "a action não recebeu `github-token`"],
    },
  ],
  elsewhere: [
    {
      what: ["no permission (403)", "sem permissão (403)"],
      ends: [
        "`succeeded`; one line says what to add",
        "`succeeded`; uma linha diz o que adicionar",
      ],
      file: "test/scenarios/memory.test.ts",
      test: "without permissions no result changes, and one line says what to add",
    },
    {
      what: ["never answers, and the run is cancelled", "nunca responde, e a execução é cancelada"],
      ends: ["`cancelled`, at once", "`cancelled`, na hora"],
      file: "test/slow/memory.test.ts",
      test: "a GitHub that never answers does not outlive a cancelled run",
    },
  ],
};
