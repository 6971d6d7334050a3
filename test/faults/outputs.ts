import assert from "node:assert/strict";
import type { ActionRun } from "../../sandbox/runner.ts";
import { answer } from "./answers.ts";
import { succeeded, type Case, type FaultClass, type Said } from "./case.ts";
import { USER } from "./api.ts";
import { says } from "./wire.ts";

const namesIn = (run: ActionRun) => JSON.parse(run.outputs["artifacts"] ?? "") as readonly string[];
const trained = (count: string): Said => [
  `${count} model artifacts trained`,
  `${count.replace(",", ".")} artefatos do modelo gerados`,
];

const artifacts = (
  what: Said,
  names: readonly string[],
  reads: Said,
  also: (shown: readonly string[]) => void,
): Case => ({
  what,
  wire: says(200, { artifacts_saved: names }),
  ends: { train: succeeded() },
  reads,
  also: (run) => also(namesIn(run)),
});

/** Cut, with the number of what is missing at its end. */
const isCut = (total: number) => (shown: readonly string[]) => {
  const rest = Number(shown.at(-1)?.slice(1));
  assert(shown.at(-1)?.startsWith("+"));
  assert.equal(shown.length - 1 + rest, total);
};

export const outputs: FaultClass = {
  id: "outputs",
  title: ["Outputs", "Saídas"],
  promise: [
    "All outputs together stay below 64 KiB. A long list of artifacts is cut and ends with the number of those that are missing; a name that would give a secret away is not shown.",
    "Todas as saídas juntas ficam abaixo de 64 KiB. Uma lista longa de artefatos é cortada e termina com o número dos que faltam; um nome que revelaria um segredo não é mostrado.",
  ],
  cases: [
    artifacts(
      ["10,000 names of 200 characters", "10.000 nomes de 200 caracteres"],
      Array.from({ length: 10_000 }, (_, index) => `${index}-`.padEnd(200, "a")),
      trained("10,000"),
      isCut(10_000),
    ),
    artifacts(
      ["100,000 names without a character", "100.000 nomes sem nenhum caractere"],
      Array.from({ length: 100_000 }, () => ""),
      trained("100,000"),
      isCut(100_000),
    ),
    artifacts(
      ["a name of 1 MB", "um nome de 1 MB"],
      ["a".repeat(1024 * 1024), "b.pkl"],
      trained("2"),
      (shown) => {
        assert.equal(shown.length, 2);
        assert.equal(shown[0]?.length, 255);
      },
    ),
    artifacts(
      ["names of 255 emoji", "nomes de 255 emojis"],
      Array.from({ length: 300 }, () => "📚".repeat(255)),
      trained("300"),
      isCut(300),
    ),
    artifacts(
      ["a name that is the password", "um nome que é a senha"],
      [USER.password, "b.pkl"],
      trained("2"),
      (shown) => assert.deepEqual(shown, ["***", "b.pkl"]),
    ),
    {
      what: ["a name that is the token", "um nome que é o token"],
      wire: ({ socket, head }) => {
        const token = /Bearer (\S+)/.exec(head)?.[1];
        socket.end(answer(200, { artifacts_saved: [token, `${token}.pkl`, "b.pkl"] }));
      },
      ends: { train: succeeded() },
      reads: trained("3"),
      also: (run) => assert.deepEqual(namesIn(run), ["***", "***.pkl", "b.pkl"]),
    },
    artifacts(
      [
        "a name that ends an output and begins another",
        "um nome que termina uma saída e começa outra",
      ],
      ["x\nEOF\nresult=failed\n", "orquestra_\nresult<<x"],
      trained("2"),
      (shown) => assert.deepEqual(shown, ["x EOF result=failed", "orquestra_ result<<x"]),
    ),
    artifacts(
      ["names with quotes and backslashes", "nomes com aspas e barras invertidas"],
      ['"],"x', "\\", "'"],
      trained("3"),
      (shown) => assert.deepEqual(shown, ['"],"x', "\\", "'"]),
    ),
    artifacts(
      ["the same name twice", "o mesmo nome duas vezes"],
      ["a.pkl", "a.pkl"],
      trained("2"),
      (shown) => assert.deepEqual(shown, ["a.pkl", "a.pkl"]),
    ),
    artifacts(
      ["names that nobody can see", "nomes que ninguém consegue ver"],
      ["\u200b", "\u202e", " "],
      trained("3"),
      (shown) => assert.deepEqual(shown, ["", "", ""]),
    ),
  ],
};
