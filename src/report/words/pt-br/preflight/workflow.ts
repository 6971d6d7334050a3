import type { Finding } from "../../../../preflight/finding.ts";
import type { Voice } from "../../../voice.ts";
import { pageOfOurs } from "../../places.ts";
import type { FindingWords, Site } from "../../preflight-words.ts";
import { history } from "../history.ts";
import { inFile, PUSHERS } from "./phrases.ts";

type Off = Extract<Finding, { kind: "workflow-off" }>["state"];

/** What keeps GitHub from starting the workflow when it should. */
export const workflowFindings: Pick<
  FindingWords,
  | "workflow-missing"
  | "workflow-unreadable"
  | "workflow-off"
  | "off-soon"
  | "no-schedule"
  | "cron-unreadable"
  | "on-the-hour"
  | "zone-unknown"
  | "zones-differ"
  | "zones-several"
> = {
  "workflow-missing": ({ branch }, { file, scene }, voice) => ({
    headline: `O workflow ${voice.name(file)} não está no branch padrão`,
    what: `O GitHub só inicia um agendamento a partir do arquivo de um workflow no branch padrão${branch === undefined ? "" : `, ${voice.quote(branch)}`}.`,
    who: PUSHERS,
    steps: [
      `Ponha o arquivo lá, como o ${voice.link("README", pageOfOurs("README.pt-BR.md#para-todos-os-caminhos", scene.links))} explica.`,
      `Se o arquivo do pipeline tem outro nome, informe-o a esta verificação em ${voice.name("workflow")}.`,
    ],
  }),

  "workflow-unreadable": (_finding, site, voice) => ({
    headline: `O arquivo ${voice.name(site.file)} não é um workflow`,
    what: "Ele está no branch padrão, mas não na forma em que o GitHub lê um workflow.",
    who: PUSHERS,
    steps: [
      `Compare ${inFile(site, voice)} com o ${voice.link("exemplo", pageOfOurs("examples/pipeline.yml", site.scene.links))}: muitas vezes é uma linha com o recuo errado.`,
    ],
  }),

  "workflow-off": ({ state }, site, voice) => ({
    headline: "O workflow está desativado",
    what: whyOff(state),
    who: PUSHERS,
    steps: [enable(state, site, voice)],
  }),

  "off-soon": ({ days }, _site, voice) => ({
    headline: "O GitHub vai desativar o agendamento em breve",
    what: history.disabled(days, voice),
    who: PUSHERS,
    steps: [],
  }),

  "no-schedule": (_finding, site, voice) => ({
    headline: "O workflow não tem agendamento",
    what: `${voice.name(site.file)} só roda quando alguém, ou outro programa, o inicia.`,
    who: PUSHERS,
    steps: [
      `Se ele deve rodar sozinho, acrescente um ${voice.name("schedule")} abaixo de ${voice.name("on")} em ${inFile(site, voice)}.`,
    ],
  }),

  "cron-unreadable": ({ cron }, site, voice) => ({
    headline: "Uma linha do agendamento não pode ser lida",
    what: `${voice.quote(cron)} não são cinco campos (minuto, hora, dia, mês, dia da semana), ou indica um momento que nunca chega.`,
    who: PUSHERS,
    steps: [
      `Corrija a linha em ${inFile(site, voice)}: ${voice.name('cron: "17 6 * * *"')} é todo dia às 06:17.`,
    ],
  }),

  "on-the-hour": ({ cron }, site, voice) => ({
    headline: "O agendamento começa na hora cheia",
    what: `${voice.quote(cron)} é quando o GitHub tem mais a iniciar: essas execuções atrasam ou nem começam.`,
    who: PUSHERS,
    steps: [`Escolha um minuto diferente de ${voice.name("0")} em ${inFile(site, voice)}.`],
  }),

  "zone-unknown": ({ zone }, site, voice) => ({
    headline: "O fuso horário do agendamento não existe",
    what: `${voice.quote(zone)} está ao lado de ${voice.name("cron")} e não é um nome como ${voice.name("America/Sao_Paulo")}.`,
    who: PUSHERS,
    steps: [`Corrija a linha ${voice.name("timezone")} em ${inFile(site, voice)}.`],
  }),

  "zones-differ": ({ beside, told, job }, site, voice) => ({
    headline: "Os fusos horários do agendamento diferem",
    what: `${besideCron(beside, voice)}, mas ${voice.name("schedule-timezone")} do job ${voice.quote(job)} é ${voice.quote(told)}: os resumos diriam errado quando uma execução era esperada.`,
    who: PUSHERS,
    steps: [
      `Escreva o mesmo nas linhas ${voice.name("timezone")} e ${voice.name("schedule-timezone")} de ${inFile(site, voice)}.`,
    ],
  }),

  "zones-several": ({ one, other, told, job }, site, voice) => ({
    headline: "As linhas do agendamento estão em fusos horários diferentes",
    what: `${voice.quote(one.cron)} está em ${voice.quote(one.zone)}, e ${voice.quote(other.cron)}, em ${voice.quote(other.zone)}, mas ${voice.name("schedule-timezone")} do job ${voice.quote(job)} é ${voice.quote(told)} para todas: os resumos de algumas execuções diriam errado quando elas eram esperadas.`,
    who: PUSHERS,
    steps: [
      `Faça ${voice.name("schedule-timezone")} em ${inFile(site, voice)} seguir a linha que inicia a execução, que está em ${voice.name("github.event.schedule")}, como mostra o ${voice.link("README do preflight", pageOfOurs("action/preflight/README.md#linhas-em-fusos-diferentes", site.scene.links))}.`,
    ],
  }),
};

function whyOff(state: Off): string {
  switch (state) {
    case "disabled_manually":
      return "Alguém o desativou na aba Actions: nada o inicia.";
    case "disabled_inactivity":
      return "O GitHub o desativou, porque ninguém esteve ativo neste repositório por 60 dias.";
    case "disabled_fork":
      return "O GitHub deixa desativados os agendamentos de um fork até que alguém os queira.";
    case "deleted":
      return "O GitHub diz que o arquivo dele foi excluído.";
  }
}

function enable(state: Off, { file, pages }: Site, voice: Voice): string {
  const page = voice.link(voice.name(file), pages.workflow);
  return state === "deleted"
    ? `Ponha ${page} de volta no branch padrão.`
    : `Abra ${page} na aba Actions e escolha ${voice.name("Enable workflow")}.`;
}

function besideCron(zone: string | undefined, voice: Voice): string {
  return zone === undefined
    ? `Não há ${voice.name("timezone")} ao lado de ${voice.name("cron")}, o que significa ${voice.name("UTC")}`
    : `${voice.quote(zone)} está ao lado de ${voice.name("cron")}`;
}
