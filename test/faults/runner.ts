import type { Elsewhere, FaultClass, Said } from "./case.ts";

const SAID: Said = [
  "the result stays; the log says what could not be written",
  "o resultado fica; o log diz o que não pôde ser escrito",
];
const GOES_ON: Said = ["the run goes on", "a execução continua"];

const inRunner = (what: Said, ends: Said, test: string): Elsewhere => ({
  what,
  ends,
  file: "test/faults/runner-trouble.test.ts",
  test,
});
const inMistakes = (what: Said, ends: Said, test: string): Elsewhere => ({
  what,
  ends,
  file: "test/faults/internal-error.test.ts",
  test,
});
const MISTAKE: Said = ["`failed`, `internal-error`", "`failed`, `internal-error`"];

export const runner: FaultClass = {
  id: "runner",
  title: ["The runner", "O runner"],
  promise: [
    "What the runner does not take changes no result, and the log says so. A mistake of our own is red, and is told in every place that there is.",
    "O que o runner não aceita não muda nenhum resultado, e o log diz isso. Um erro nosso fica vermelho e é dito em todos os lugares que houver.",
  ],
  cases: [],
  elsewhere: [
    inRunner(
      [
        "no GITHUB_STEP_SUMMARY, or one that is gone, a folder, a pipe that nobody reads, or on a full disk",
        "GITHUB_STEP_SUMMARY ausente, sumido, uma pasta, um pipe que ninguém lê ou em um disco cheio",
      ],
      SAID,
      "the summary: the rest stands, and the log says what is missing",
    ),
    inRunner(
      ["the same of GITHUB_OUTPUT", "o mesmo com GITHUB_OUTPUT"],
      SAID,
      "the outputs: the rest stands, and the log says what is missing",
    ),
    inRunner(
      ["the same of GITHUB_STATE", "o mesmo com GITHUB_STATE"],
      SAID,
      "the state: all is told, and the post step has nothing to add",
    ),
    inRunner(
      [
        "no RUNNER_TEMP, or one that cannot be written",
        "RUNNER_TEMP ausente ou que não pode ser escrito",
      ],
      SAID,
      "the folder of the journal %s: all is told, only a kill would not be",
    ),
    inRunner(
      ["a failure, and nothing can be written", "uma falha, e nada pode ser escrito"],
      ["the failure that it is", "a falha que é"],
      "a failure stays the failure that it is when nothing can be written",
    ),
    inRunner(
      ["stdout or stderr closed", "stdout ou stderr fechado"],
      GOES_ON,
      "%s is closed: the run goes on",
    ),
    inRunner(
      ["a log on a full disk", "um log em um disco cheio"],
      GOES_ON,
      "a log on a full disk: the run goes on, and all but the log is written",
    ),
    inRunner(
      ["a disk that fills up in the middle of a file", "um disco que enche no meio de um arquivo"],
      ["nothing is left half written", "nada fica escrito pela metade"],
      "a disk that fills up in the middle of a file: nothing is left half written",
    ),
    inRunner(
      [
        "an event file that is missing, broken, a folder, a pipe or endless",
        "um arquivo de evento ausente, quebrado, sem fim, ou que é uma pasta ou um pipe",
      ],
      GOES_ON,
      "an event file that is %s costs the run nothing, not even its memory",
    ),
    inRunner(
      ["run outside of Actions", "execução fora do Actions"],
      GOES_ON,
      "outside of Actions there is only the log, and it says what is missing",
    ),
    inMistakes(
      ["a mistake of ours while the scrape is at work", "um erro nosso enquanto a coleta trabalha"],
      MISTAKE,
      "%s while the scrape is at work: all is told at once",
    ),
    inMistakes(
      ["a mistake of ours in the report", "um erro nosso no relatório"],
      MISTAKE,
      "about anything at all: the error is told in bare words",
    ),
    inMistakes(
      ["a promise that never settles", "uma promessa que nunca se resolve"],
      ["exit code 13, `internal-error`", "código de saída 13, `internal-error`"],
      "a promise that never settles ends with Node's own code for it, and is told",
    ),
  ],
};
