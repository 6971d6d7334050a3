import type { FailureWords } from "../../words.ts";
import { WAIT_FOR_ITS_END } from "./phrases.ts";

/** What happened on our side of the wire. */
export const own: Pick<FailureWords, "settings-invalid" | "cancelled" | "internal-error"> = {
  "settings-invalid": ({ problems }, { links }, voice) => ({
    headline:
      problems.length === 1
        ? "Uma configuração não está certa"
        : `${voice.count(problems.length)} configurações não estão certas`,
    what: "Nada foi enviado à API.",
    who: `quem pode alterar as ${voice.link("variáveis", links.variables)} e os ${voice.link("segredos", links.secrets)} deste repositório.`,
    // What is wrong with each setting is said by its own sentence.
    steps: [],
  }),

  cancelled: ({ mayBeWorking }) => ({
    headline: "A execução foi cancelada",
    what: mayBeWorking
      ? "Havia uma chamada em andamento. A API não percebe que ninguém mais espera por ela e pode continuar trabalhando."
      : "Não havia nenhuma chamada em andamento que altere dados.",
    who: "quem pode iniciar este workflow.",
    steps: mayBeWorking ? [WAIT_FOR_ITS_END] : [],
  }),

  "internal-error": ({ detail }, _scene, voice) => ({
    headline: "O próprio Orquestra errou",
    what: `É um bug, e não algo que você fez: ${voice.quote(detail)}.`,
    who: "quem mantém o Orquestra.",
    steps: ["Abra uma issue no repositório do Orquestra com o texto acima."],
  }),
};
