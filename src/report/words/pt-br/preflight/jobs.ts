import type { Limit, Need, Needs } from "../../../../preflight/finding.ts";
import type { Voice } from "../../../voice.ts";
import { pageOfOurs, variable } from "../../places.ts";
import type { FindingWords, Site } from "../../preflight-words.ts";
import { REPOSITORY_ADMIN } from "../failures/phrases.ts";
import { inFile, PUSHERS } from "./phrases.ts";

/** What keeps a job from doing what its settings ask for. */
export const jobFindings: Pick<
  FindingWords,
  | "step-refused"
  | "not-permitted"
  | "permissions-unsaid"
  | "time-too-short"
  | "strangers-code"
  | "other-runner"
  | "issues-off"
> = {
  "step-refused": ({ job, inputs }, site, voice) => ({
    headline: "A action recusa o que o arquivo define",
    what: `No job ${voice.quote(job)}, isto falta ou não pode estar certo: ${inputs.map((input) => voice.name(input)).join(", ")}.`,
    who: PUSHERS,
    steps: [
      `Corrija abaixo de ${voice.name("with")} em ${inFile(site, voice)}; a ${voice.link("lista de entradas", pageOfOurs("README.pt-BR.md#entradas", site.scene.links))} diz o que cada uma aceita.`,
    ],
  }),

  "not-permitted": ({ job, lacks }, site, voice) => ({
    headline: "Faltam permissões ao job",
    what: `O job ${voice.quote(job)} fica sem ${listed(lacks, voice)}.`,
    who: PUSHERS,
    steps: permit(lacks, site, voice),
  }),

  "permissions-unsaid": ({ job, lacks, needs }, site, voice) => ({
    headline: "O arquivo não diz o que o job pode fazer",
    what: `Quem decide são as configurações do repositório e, onde elas são tão restritas quanto o padrão do GitHub, o job ${voice.quote(job)} fica sem ${listed(lacks, voice)}.`,
    who: PUSHERS,
    steps: permit(needs, site, voice),
  }),

  "time-too-short": ({ job, minutes, leastMinutes, limit }, site, voice) => ({
    headline: "O limite de tempo do job é curto demais",
    what: `O job ${voice.quote(job)} pode durar ${voice.count(minutes)} minutos${limit.kind === "none" ? ", o limite do GitHub onde nada é dito" : ""} e, pelos limites da própria action, precisa de ${voice.count(leastMinutes)}: o GitHub cancelaria uma execução lenta no meio do trabalho.`,
    who: limit.kind === "variable" ? REPOSITORY_ADMIN : PUSHERS,
    steps: [raise(limit, leastMinutes, site, voice)],
  }),

  "strangers-code": ({ job }, _site, voice) => ({
    headline: "Um runner próprio (self-hosted) atende um repositório público",
    what: `O job ${voice.quote(job)} roda em um deles. Qualquer pessoa pode abrir um pull request aqui, que poderia executar o código dela dentro da sua rede.`,
    who: REPOSITORY_ADMIN,
    steps: ["Torne este repositório privado ou retire o runner dele."],
  }),

  "other-runner": ({ job, labels }, _site, voice) => ({
    headline: "O job roda em outro tipo de máquina",
    what: `O job ${voice.quote(job)} roda em ${voice.quote(labels)}. O que esta verificação viu da rede vale só para a máquina dela.`,
    who: PUSHERS,
    steps: [`Dê ao job desta verificação o mesmo ${voice.name("runs-on")}.`],
  }),

  "issues-off": (_finding, { scene, pages }, voice) => ({
    headline: "As issues estão desativadas",
    what: `${voice.name("failure-issue")} está como ${voice.name("true")}, mas nenhuma issue pode ser aberta aqui: ninguém seria avisado.`,
    who: REPOSITORY_ADMIN,
    steps: [
      `Ative-as em ${voice.link(voice.name("Settings → General → Features"), pages.features)} ou defina ${variable("failure-issue", scene, voice)} como ${voice.name("false")}.`,
    ],
  }),
};

const PURPOSES: Readonly<Record<Need, string>> = {
  "contents: read": "baixa este repositório",
  "actions: read": "encontra as execuções anteriores",
  "checks: read": "lê os números que elas deixaram",
  "issues: write": "mantém uma issue aberta enquanto o pipeline falha",
};

function listed(needs: Needs, voice: Voice): string {
  return needs.map((need) => `${voice.name(need)} (${PURPOSES[need]})`).join(", ");
}

function permit(needs: Needs, site: Site, voice: Voice): readonly string[] {
  const lines = needs.map((need) => voice.name(need)).join(", ");
  const add = `Acrescente abaixo de ${voice.name("permissions")} do job, em ${inFile(site, voice)}: ${lines}.`;
  const spare = `Quem não quer nenhuma issue define ${variable("failure-issue", site.scene, voice)} como ${voice.name("false")}.`;
  return needs.includes("issues: write") ? [add, spare] : [add];
}

function raise(limit: Limit, leastMinutes: number, site: Site, voice: Voice): string {
  const { links } = site.scene;
  return limit.kind === "variable"
    ? `Defina a variável ${voice.link(voice.name(limit.name), links.variables)} como ${voice.count(leastMinutes)} ou mais.`
    : `Escreva ${voice.name(`timeout-minutes: ${leastMinutes}`)}, ou mais, no job em ${inFile(site, voice)}.`;
}
