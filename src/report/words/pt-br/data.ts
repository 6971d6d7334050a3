import type { Aftermath } from "../../../pipeline/run.ts";
import type { Model } from "../../last-model.ts";
import type { Voice } from "../../voice.ts";
import type { DataWords } from "../words.ts";
import { books } from "./counted.ts";

type Uncounted = Exclude<Aftermath, { readonly kind: "counted" }>;

/** Each goes on where the label `Seus dados agora:` ends. */
export const dataNow: DataWords = {
  untouched: ({ before, now }, voice) => {
    if (before !== undefined && now !== undefined && before !== now) {
      return `a tabela tem ${books(now, voice)}. Quando esta execução começou, tinha ${voice.count(before)}. Nenhuma chamada que altere dados foi enviada: a mudança veio de outro lugar.`;
    }
    const known = before ?? now;
    return `sem alteração${known === undefined ? "" : ` (${books(known, voice)})`}. Nenhuma chamada que altere dados foi enviada.`;
  },
  "scrape-refused": ({ before, after }, voice) =>
    `a API recusou a coleta, e por isso nada deveria ter mudado: ${after?.kind === "counted" ? counted(before, after.records, voice) : uncounted(before, after, voice)}`,
  "scrape-failed": ({ before, after, model }, voice) =>
    `${table(before, after, voice)} ${oldModel(model, voice)}`,
  "scrape-unknown": ({ before, after, model }, voice) =>
    `${table(before, after, voice)} A API pode ainda estar trabalhando, e isso ainda pode mudar. ${oldModel(model, voice)}`,
  "gate-shut": ({ stored, reported, model }, voice) =>
    stored === undefined
      ? `a API diz que coletou ${books(reported, voice)}. Não se sabe quantos ela armazenou. ${oldModel(model, voice)}`
      : `${holds(stored, voice)} ${oldModel(model, voice)}`,
  "not-trained": ({ stored, model }, voice) => `${holds(stored, voice)} ${oldModel(model, voice)}`,
  "training-unknown": ({ stored }, voice) =>
    `${holds(stored, voice)} Não se sabe se as recomendações vêm de um modelo novo. A API pode ainda estar trabalhando.`,
  done: ({ stored }, voice) => `${holds(stored, voice)} O modelo é novo.`,
};

/** What is known of the table after a scrape that was not proved. */
function table(before: number | undefined, after: Aftermath | undefined, voice: Voice): string {
  return after?.kind === "counted"
    ? counted(before, after.records, voice)
    : `não se sabe: ${uncounted(before, after, voice)}`;
}

function counted(before: number | undefined, records: number, voice: Voice): string {
  const now = `logo depois dessa chamada, a tabela tinha ${books(records, voice)}`;
  if (before === undefined) return `${now}.`;
  return records === before
    ? `${now}, a mesma quantidade de antes.`
    : `${now}. Antes, tinha ${voice.count(before)}.`;
}

function uncounted(before: number | undefined, after: Uncounted | undefined, voice: Voice): string {
  const read =
    after === undefined ? "não foi lida" : `não pôde ser lida (${voice.name(after.code)})`;
  const held = before === undefined ? "" : ` Antes, ela tinha ${books(before, voice)}.`;
  return `a tabela ${read} depois dessa chamada.${held}`;
}

function holds(stored: number | undefined, voice: Voice): string {
  if (stored === undefined) return "não se sabe quantos livros a tabela tem.";
  if (stored === 0) return "a tabela não tem nenhum livro, e os leitores não veem nenhum.";
  return `a tabela tem ${books(stored, voice)}, ${stored === 1 ? "já visível" : "já visíveis"} para os leitores.`;
}

function oldModel(model: Model | undefined, voice: Voice): string {
  const aside = model ? ` (${voice.shortDay(model.trainedAt)}${ofBooks(model, voice)})` : "";
  return `As recomendações ainda vêm do modelo do último treino${aside}.`;
}

function ofBooks({ records }: Model, voice: Voice): string {
  return records === undefined ? "" : `, ${books(records, voice)}`;
}
