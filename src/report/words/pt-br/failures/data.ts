import type { GateRule } from "../../../../pipeline/failure.ts";
import type { Voice } from "../../../voice.ts";
import { inBrackets } from "../../asides.ts";
import type { Explanation, FailureWords, Scene } from "../../words.ts";
import { books } from "../counted.ts";
import { API_OWNER, setWith } from "./phrases.ts";

/** The API reported success, and its numbers say otherwise. */
export const data: Pick<FailureWords, "no-data" | "data-dropped"> = {
  "no-data": ({ of, words }, _scene, voice) => {
    const success = `A API respondeu com sucesso${inBrackets(words, voice)}`;
    return of === "records"
      ? {
          headline: "A coleta não trouxe nada",
          what: `${success}, mas não coletou nenhum livro.`,
          who: API_OWNER,
          steps: ["Verifique se a loja responde e lista livros."],
        }
      : {
          headline: "O treino não gerou nenhum modelo",
          what: `${success}, mas não salvou nenhum artefato.`,
          who: API_OWNER,
          steps: [
            "Verifique se a tabela de livros da API não está vazia e se a coleta e o treino dela usam o mesmo banco de dados.",
          ],
        };
  },

  "data-dropped": ({ rule }, scene, voice) => ({ who: API_OWNER, ...drop(rule, scene, voice) }),
};

function drop(rule: GateRule, scene: Scene, voice: Voice): Omit<Explanation, "who"> {
  switch (rule.kind) {
    case "min-records":
      return {
        headline: `A coleta trouxe apenas ${books(rule.reported, voice)}`,
        what: `O mínimo é ${voice.count(rule.minRecords)} (${voice.name("min-records")}).`,
        steps: [
          "Verifique se a loja responde e lista todos os livros.",
          `Se for mesmo para ter tão poucos, diminua ${setWith("min-records", scene, voice)}.`,
        ],
      };
    case "stored-differs":
      return {
        headline: "A API não armazenou o que disse ter coletado",
        what: `Ela informou ${books(rule.reported, voice)}, mas a tabela tem ${voice.count(rule.stored)}.`,
        steps: [
          "Verifique se nada mais grava na tabela e se nenhuma outra coleta rodou ao mesmo tempo.",
        ],
      };
    case "max-drop": {
      const lost = voice.percentOver(
        ((rule.before - rule.stored) / rule.before) * 100,
        rule.maxDropPercent,
      );
      return {
        headline: `A coleta perdeu ${lost} dos livros, então o modelo não foi treinado de novo`,
        what: `A API disse ter coletado ${books(rule.stored, voice)} com sucesso, mas antes havia ${voice.count(rule.before)}. A queda máxima aceita é de ${voice.percent(rule.maxDropPercent)}.`,
        steps: [
          "Verifique se a loja responde.",
          "Veja o log da API no horário da coleta: a loja provavelmente falhou no meio do caminho.",
          `Se a loja realmente encolheu, aumente ${setWith("max-drop", scene, voice)}.`,
        ],
      };
    }
  }
}
