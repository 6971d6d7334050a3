import { historyAnswer, ledgerAnnotation } from "../github/answers.ts";
import { answer } from "./answers.ts";
import { readRequest } from "./api.ts";
import { failed, succeeded, type Case, type End, type FaultClass, type Said } from "./case.ts";
import type { Stage } from "./stage.ts";
import type { Socket } from "node:net";

const TOKEN = "ghs_a-token-of-the-job-0123456789";

const NO_PERMISSION: Said = [
  "add `actions: read` and `checks: read` to the `permissions` of the job",
  "adicione `actions: read` e `checks: read` às `permissions` do job",
];
const NO_ANSWER: Said = [
  "Earlier runs could not be looked up: GitHub's API did not answer in time.",
  "Não foi possível consultar as execuções anteriores: a API do GitHub não respondeu a tempo.",
];
const MALFORMED: Said = [
  "Earlier runs could not be looked up: GitHub's API answered something unexpected.",
  "Não foi possível consultar as execuções anteriores: a API do GitHub deu uma resposta inesperada.",
];
const AS_MANY: Said = ["As many books as before.", "A mesma quantidade de livros de antes."];
const DROPPED: Said = ["but there were 1,000 before", "mas antes havia 1.000"];

type Meet = (socket: Socket) => void;

/** Answers every question in the same way. */
const answers =
  (
    status: number,
    content: object | string,
    headers: Readonly<Record<string, string>> = {},
  ): Meet =>
  (socket) =>
    readRequest(socket, () => void socket.end(answer(status, content, headers)));

const github = (what: Said, meet: Meet, reads: Said, end: End = succeeded()): Case => ({
  what,
  world: async (stage, script) => onGitHub(stage, script, await stage.server(meet)),
  secrets: [TOKEN],
  ends: { gate: end },
  reads,
});

async function onGitHub(stage: Stage, script: Parameters<Stage["api"]>[0], port: number) {
  const api = await stage.api(script);
  const url = `http://127.0.0.1:${port}`;
  return {
    url: `http://127.0.0.1:${api.port}`,
    token: TOKEN,
    env: { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` },
  };
}

const LINE =
  "v=1 pipeline=daily/pipeline attempt=1 records=1000 before=1000 scrape=1.0 train=1.0 artifacts=3";
const remembers = (
  what: Said,
  annotation: ReturnType<typeof ledgerAnnotation>,
  reads: Said,
  end?: End,
): Case => github(what, answers(200, historyAnswer([[[annotation]]])), reads, end);
/** What is not ours is passed over, so that it moves no baseline. */
const forged = (what: Said, line: string, title = "succeeded"): Case =>
  remembers(what, ledgerAnnotation(title, line), AS_MANY);

export const githubApi: FaultClass = {
  id: "github-api",
  title: ["GitHub's API", "A API do GitHub"],
  promise: [
    "It never changes a run's result: it is asked while the API works, for 15 s at the most, and what it does not say is missing from the check's memory only. One line of the summary says so. Annotations of earlier runs are read strictly.",
    "Ela nunca muda o resultado de uma execução: é consultada enquanto a API trabalha, por no máximo 15 s, e o que ela não diz só falta à memória da conferência. Uma linha do resumo diz isso. As anotações de execuções anteriores são lidas com rigor.",
  ],
  cases: [
    remembers(
      ["more was proved before than is there now", "antes foi provado mais do que há agora"],
      ledgerAnnotation("succeeded", LINE),
      DROPPED,
      failed("data-dropped", [1, 0]),
    ),
    github(
      ["no permission (403)", "sem permissão (403)"],
      answers(403, { message: "Resource not accessible by integration" }),
      NO_PERMISSION,
    ),
    github(
      ["no permission, said by GraphQL", "sem permissão, dito pelo GraphQL"],
      answers(200, {
        data: null,
        errors: [{ type: "FORBIDDEN", message: "Resource not accessible by integration" }],
      }),
      NO_PERMISSION,
    ),
    github(["401", "401"], answers(401, { message: "Bad credentials" }), NO_PERMISSION),
    github(["404", "404"], answers(404, { message: "Not Found" }), NO_PERMISSION),
    github(
      ["429", "429"],
      answers(429, { message: "Too Many Requests" }, { "Retry-After": "3600" }),
      NO_ANSWER,
    ),
    github(
      ["a secondary limit", "um limite secundário"],
      answers(
        403,
        { message: "You have exceeded a secondary rate limit." },
        { "Retry-After": "3600" },
      ),
      NO_ANSWER,
    ),
    github(
      ["a primary limit", "um limite primário"],
      answers(
        403,
        { message: "API rate limit exceeded for installation." },
        { "X-RateLimit-Remaining": "0" },
      ),
      NO_ANSWER,
    ),
    github(["500", "500"], answers(500, { message: "Server Error" }), NO_ANSWER),
    github(["502 in HTML", "502 em HTML"], answers(502, "<h1>Unicorn!</h1>"), NO_ANSWER),
    github(["never answers", "nunca responde"], () => {}, NO_ANSWER),
    github(
      ["closes the connection", "fecha a conexão"],
      (socket) => void socket.destroy(),
      NO_ANSWER,
    ),
    {
      ...github(["is not there", "não existe"], () => {}, NO_ANSWER),
      world: async (stage, script) => onGitHub(stage, script, await stage.closedPort()),
    },
    github(
      ["a redirect, which the token does not follow", "um redirecionamento, que o token não segue"],
      answers(302, "", { Location: "http://127.0.0.1:1/" }),
      MALFORMED,
    ),
    github(["HTML with 200", "HTML com 200"], answers(200, "<h1>GitHub</h1>"), MALFORMED),
    github(["an empty object", "um objeto vazio"], answers(200, {}), MALFORMED),
    github(["an array", "um array"], answers(200, []), MALFORMED),
    github(
      ["another shape", "outra forma"],
      answers(200, { data: { run: { workflow: { runs: { nodes: "none" } } } } }),
      MALFORMED,
    ),
    github(
      ["an error of GraphQL", "um erro do GraphQL"],
      answers(200, { errors: [{ type: "INTERNAL", message: "::error::pwned <img src=x>" }] }),
      MALFORMED,
    ),
    github(
      ["nulls in all places", "null em todo lugar"],
      answers(200, {
        data: {
          run: { workflow: { runs: { nodes: [null, { databaseId: null, checkSuite: null }] } } },
        },
      }),
      AS_MANY,
    ),
    github(["no run at all", "nenhuma execução"], answers(200, historyAnswer([])), AS_MANY),
    github(
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
      NO_ANSWER,
    ),
    github(
      ["10,000 runs", "10.000 execuções"],
      answers(200, historyAnswer(Array.from({ length: 10_000 }, () => [[]]))),
      NO_ANSWER,
    ),
    github(
      ["1,000 annotations of others", "1.000 anotações de outros"],
      answers(
        200,
        historyAnswer([
          [Array.from({ length: 1000 }, () => ledgerAnnotation("succeeded", "deployed"))],
        ]),
      ),
      AS_MANY,
    ),
    forged(
      ["an annotation of a later version", "uma anotação de uma versão posterior"],
      LINE.replace("v=1", "v=2"),
    ),
    forged(
      [
        "an annotation with a key that we never write",
        "uma anotação com uma chave que nunca escrevemos",
      ],
      `${LINE} admin=1`,
    ),
    forged(
      ["an annotation with a key twice", "uma anotação com uma chave repetida"],
      `${LINE} records=5000`,
    ),
    forged(
      [
        "an annotation with a number that we never write",
        "uma anotação com um número que nunca escrevemos",
      ],
      LINE.replace("records=1000", "records=1e9"),
    ),
    forged(
      ["an annotation of another pipeline", "uma anotação de outro pipeline"],
      LINE.replace("daily/", "weekly/"),
    ),
    forged(
      ["an annotation of a run that failed", "uma anotação de uma execução que falhou"],
      LINE,
      "failed",
    ),
    remembers(
      ["an annotation that is a warning", "uma anotação que é um aviso"],
      { ...ledgerAnnotation("succeeded", LINE), annotationLevel: "WARNING" },
      AS_MANY,
    ),
    {
      ...github(["a pipeline with no token", "um pipeline sem token"], () => {}, [
        "the action was given no `github-token`",
        "a action não recebeu `github-token`",
      ]),
      world: async (stage, script) => ({
        url: `http://127.0.0.1:${(await stage.api(script)).port}`,
      }),
    },
  ],
  elsewhere: [
    {
      what: ["never answers, and the run is cancelled", "nunca responde, e a execução é cancelada"],
      ends: ["`cancelled`, at once", "`cancelled`, na hora"],
      file: "test/scenarios/memory.test.ts",
      test: "a GitHub that never answers does not outlive a cancelled run",
    },
  ],
};
