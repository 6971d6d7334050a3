import { expect, test } from "@jest/globals";
import type { DataNow } from "../../../src/report/data-now.ts";
import { createFormat } from "../../../src/report/format.ts";
import { sayDataNow } from "../../../src/report/speak.ts";
import { plainVoice } from "../../../src/report/voice.ts";
import { WORDS } from "../../../src/report/words/index.ts";

const english = plainVoice(createFormat("en", "UTC"));
const portuguese = plainVoice(createFormat("pt-BR", "UTC"));
const counted = (records: number) => ({ kind: "counted", records }) as const;

const CASES: readonly (readonly [data: DataNow, en: string, pt: string])[] = [
  [
    { kind: "untouched", before: 1000 },
    "unchanged (1,000 books). No call that changes data was sent.",
    "sem alteração (1.000 livros). Nenhuma chamada que altere dados foi enviada.",
  ],
  [
    { kind: "untouched", before: 1000, now: 990 },
    "the table holds 990 books. It held 1,000 when this run began. No call that changes data was sent, so something else changed them.",
    "a tabela tem 990 livros. Quando esta execução começou, tinha 1.000. Nenhuma chamada que altere dados foi enviada: a mudança veio de outro lugar.",
  ],
  [
    { kind: "untouched", now: 20 },
    "unchanged (20 books). No call that changes data was sent.",
    "sem alteração (20 livros). Nenhuma chamada que altere dados foi enviada.",
  ],
  [
    { kind: "scrape-refused", before: 1000, after: counted(1000) },
    "the API refused the scrape, so nothing should have changed: right after that call the table held 1,000 books, as many as before.",
    "a API recusou a coleta, e por isso nada deveria ter mudado: logo depois dessa chamada, a tabela tinha 1.000 livros, a mesma quantidade de antes.",
  ],
  [
    { kind: "scrape-refused", before: 1000, after: undefined },
    "the API refused the scrape, so nothing should have changed: the table was not read after that call. It held 1,000 books before.",
    "a API recusou a coleta, e por isso nada deveria ter mudado: a tabela não foi lida depois dessa chamada. Antes, ela tinha 1.000 livros.",
  ],
  [
    { kind: "not-trained", stored: 0 },
    "the table holds no book, and readers see none. Recommendations still come from the model of the last training.",
    "a tabela não tem nenhum livro, e os leitores não veem nenhum. As recomendações ainda vêm do modelo do último treino.",
  ],
  [
    { kind: "scrape-failed", before: 1000, after: counted(8) },
    "right after that call the table held 8 books. It held 1,000 before. Recommendations still come from the model of the last training.",
    "logo depois dessa chamada, a tabela tinha 8 livros. Antes, tinha 1.000. As recomendações ainda vêm do modelo do último treino.",
  ],
  [
    { kind: "scrape-unknown", before: 1000, after: counted(1000) },
    "right after that call the table held 1,000 books, as many as before. The API may still be at work, so this can change. Recommendations still come from the model of the last training.",
    "logo depois dessa chamada, a tabela tinha 1.000 livros, a mesma quantidade de antes. A API pode ainda estar trabalhando, e isso ainda pode mudar. As recomendações ainda vêm do modelo do último treino.",
  ],
  [
    { kind: "scrape-unknown", before: 1, after: { kind: "unreadable", code: "timed-out" } },
    "not known: the table could not be read (timed-out) after that call. It held 1 book before. The API may still be at work, so this can change. Recommendations still come from the model of the last training.",
    "não se sabe: a tabela não pôde ser lida (timed-out) depois dessa chamada. Antes, ela tinha 1 livro. A API pode ainda estar trabalhando, e isso ainda pode mudar. As recomendações ainda vêm do modelo do último treino.",
  ],
  [
    { kind: "gate-shut", reported: 1000 },
    "the API says that it collected 1,000 books. How many it stored is not known. Recommendations still come from the model of the last training.",
    "a API diz que coletou 1.000 livros. Não se sabe quantos ela armazenou. As recomendações ainda vêm do modelo do último treino.",
  ],
  [
    { kind: "training-unknown", stored: 1 },
    "the table holds 1 book, and readers see it. It is not known whether recommendations come from a new model. The API may still be at work.",
    "a tabela tem 1 livro, já visível para os leitores. Não se sabe se as recomendações vêm de um modelo novo. A API pode ainda estar trabalhando.",
  ],
  [
    { kind: "done" },
    "how many books the table holds is not known. The model is new.",
    "não se sabe quantos livros a tabela tem. O modelo é novo.",
  ],
];

test.each(CASES)("%j", (data, en, pt) => {
  expect(sayDataNow(WORDS.en, data, english)).toBe(en);
  expect(sayDataNow(WORDS["pt-BR"], data, portuguese)).toBe(pt);
});
