import {
  failed,
  lostEffect,
  QUICK,
  succeeded,
  unknown,
  type Case,
  type FaultClass,
  type Said,
} from "./case.ts";
import { answer } from "./answers.ts";
import { body as says, raw } from "./wire.ts";

const MB = 1_000_000;
/** What is still read of a training. */
const TRAINING = 2.5 * MB;
const FEATURES = 8 * MB;

const REFRESHED: Said = ["20 books refreshed", "20 livros atualizados"];
const TOO_MANY: Said = [
  "It holds more than 120,000 values, and was not read.",
  "Ela traz mais de 120.000 valores e não foi lida.",
];
const NO_LIST: Said = [
  "Its `artifacts_saved` is missing or is not what it must be.",
  "O campo `artifacts_saved` não veio ou não é o que deveria ser.",
];
const WORDS: Said = ["`psycopg2`", "`psycopg2`"];
const UNCHECKED: Said = [
  "Whether readers get the books could not be checked (`contract-broken`).",
  "Não foi possível verificar se os leitores recebem os livros (`contract-broken`).",
];
const NO_TOKEN: Said = [
  "its answer holds no usable `access_token`",
  "a resposta não traz um `access_token` utilizável",
];

/** As many of a value, parted by commas, as make a text of so many bytes. */
const flood = (value: string, bytes: number) =>
  Array(Math.floor(bytes / (value.length + 1)))
    .fill(value)
    .join();
const nested = (bytes: number) => "[".repeat(bytes / 2) + "]".repeat(bytes / 2);
/** A member of an object that nobody asked for. */
const beside = (proof: string, value: string) => `{"x": ${value}, ${proof.slice(1)}`;

const PROOF = '{"total_records": 20}';
const TRAINED = '{"artifacts_saved": ["a.pkl"]}';

const proved = (what: Said, task: "scrape" | "train", text: string): Case => ({
  what,
  wire: says(text),
  ends: { [task]: succeeded() },
  reads: REFRESHED,
});

const noList = (what: Said, list: string): Case => ({
  what,
  wire: says(`{"msg": "ok", "artifacts_saved": ${list}}`),
  ends: { train: unknown("contract-broken", [1, 1]) },
  reads: NO_LIST,
});

const tooMany = (what: Said, text: string): Case => ({
  what,
  wire: says(text),
  inputs: QUICK,
  ends: {
    login: failed("contract-broken", [0, 0], { heard: { login: 1 }, reads: NO_TOKEN }),
    scrape: unknown("contract-broken", [1, 0]),
    gate: failed("contract-broken", [1, 0], { heard: { gate: 2 } }),
    train: unknown("contract-broken", [1, 1]),
  },
  reads: TOO_MANY,
});

const error = (what: Said, filler: string): Case => {
  const text = `{"x": ${filler}, "error": "psycopg2"}`;
  const head = answer(500, "", { "Content-Length": String(text.length) });
  return {
    what,
    wire: raw(head + text),
    ends: { scrape: failed("api-error", [1, 0]), train: failed("api-error", [1, 1]) },
    reads: WORDS,
  };
};

export const manyValues: FaultClass = {
  id: "many-values",
  title: ["Answers of many values", "Respostas com muitos valores"],
  promise: [
    "A value takes up to a hundred times the memory of its text. Of an answer over 64 KiB with more than 120,000 values only the outermost level and the list that decides are parsed. Where those are as many, or where any of it is no JSON, it proves nothing. A list of more than 100,000 artifacts is none. A run stays below 100 MB.",
    "Um valor ocupa até cem vezes a memória do seu texto. De uma resposta de mais de 64 KiB com mais de 120.000 valores só se leem o nível mais externo e a lista que decide. Se esses também são tantos, ou se alguma parte não é JSON, ela não prova nada. Uma lista de mais de 100.000 artefatos não é uma lista de artefatos. Uma execução fica abaixo de 100 MB.",
  ],
  cases: [
    proved(
      ["1 MB of brackets beside the proof", "1 MB de colchetes ao lado da prova"],
      "scrape",
      beside(PROOF, nested(MB)),
    ),
    proved(
      ["2.5 MB of empty objects beside the list", "2,5 MB de objetos vazios ao lado da lista"],
      "train",
      beside(TRAINED, `[${flood("{}", TRAINING)}]`),
    ),
    proved(
      ["2.5 MB of keys beside the list", "2,5 MB de chaves ao lado da lista"],
      "train",
      beside(TRAINED, `{${flood('"":1', TRAINING)}}`),
    ),
    {
      what: ["1 MB of NaN beside the proof", "1 MB de NaN ao lado da prova"],
      wire: says(beside(`{"total_records": 20, ${TRAINED.slice(1)}`, `[${flood("NaN", MB)}]`)),
      ends: lostEffect("contract-broken"),
      reads: ['`{"x": [NaN,NaN,', '`{"x": [NaN,NaN,'],
    },
    noList(
      ["2.5 MB of numbers for a list", "2,5 MB de números em vez da lista"],
      `[${flood("1", TRAINING)}]`,
    ),
    noList(
      ["2.5 MB of empty objects for a list", "2,5 MB de objetos vazios em vez da lista"],
      `[${flood("{}", TRAINING)}]`,
    ),
    noList(["2.5 MB of names", "2,5 MB de nomes"], `[${flood('"a"', TRAINING)}]`),
    noList(["100,001 names", "100.001 nomes"], `[${flood('"a"', 4 * 100_001)}]`),
    tooMany(["1 MB of brackets", "1 MB de colchetes"], `[${flood("[]", MB)}]`),
    tooMany(["1 MB of numbers", "1 MB de números"], `[${flood("1", MB)}]`),
    error(
      ["500 with words beside 1 MB of brackets", "500 com palavras ao lado de 1 MB de colchetes"],
      nested(MB),
    ),
    error(
      [
        "500 with words beside 1 MB of empty objects",
        "500 com palavras ao lado de 1 MB de objetos vazios",
      ],
      `[${flood("{}", MB)}]`,
    ),
    {
      what: [
        "statistics with 1 MB of ratings that are none",
        "estatísticas com 1 MB de avaliações que não são nenhuma",
      ],
      wire: says(`{"total_books": 20, "rating_distribution": [${flood("{}", MB)}]}`),
      ends: { baseline: succeeded(), gate: succeeded() },
      reads: REFRESHED,
    },
    {
      what: ["features of 8 MB of empty objects", "features de 8 MB de objetos vazios"],
      wire: says(`{"features": [${flood("{}", FEATURES)}], "total_records": 20}`),
      ends: { verify: succeeded() },
      reads: ["20 books served to readers", "20 livros no ar para os leitores"],
    },
    {
      what: ["features of 8 MB of numbers", "features de 8 MB de números"],
      wire: says(`[${flood("1", FEATURES)}]`),
      inputs: QUICK,
      ends: { verify: succeeded([1, 1], { heard: { verify: 2 } }) },
      reads: UNCHECKED,
    },
  ],
};
