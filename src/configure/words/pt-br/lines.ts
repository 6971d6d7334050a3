import type { Lines } from "../words.ts";

export const lines: Lines = {
  whoCanFix: "Quem pode corrigir",
  whatToDo: "O que fazer",
  place: (repository, isPublic, environment) =>
    `Repositório ${repository} (${isPublic ? "público" : "privado"})${environment === undefined ? "" : `, ambiente ${environment}`}`,
  fromGit: "(do git; --repo indica outro)",
  dryRun: "Simulação (dry run): nada é alterado.",
  trying: "Testando a API a partir daqui…",
  welcome: "A API está no ar e aceita o login.",
  unreached: (what) =>
    `A API não pôde ser alcançada daqui. ${what} Isso não impede nada, se só o runner puder alcançá-la.`,
  doubtful: (headline, what) => `${headline}. ${what} Uma execução pode falhar por isso:`,
  registered: "O usuário está cadastrado.",
  registrationUnclear: "A resposta ao cadastro se perdeu. Um login mostra se o usuário existe.",
  wouldRegister:
    "A API não aceita este usuário com esta senha. Sem --dry-run, o usuário seria cadastrado.",
  privateHost: (host, kind) =>
    `${host} é ${
      {
        loopback: "a própria máquina em que um job roda",
        private: "um endereço dentro de uma rede privada",
        "single-label": "um nome que só uma rede local conhece",
      }[kind]
    }: as máquinas do GitHub não alcançam a sua API ali. O job precisa de um runner próprio (self-hosted) nessa rede.`,
  publicRepository:
    "Este repositório é público. Nunca ligue a ele um runner próprio: pull requests de estranhos poderiam rodar código na sua rede. Torne-o privado antes.",
  planned: "A gravar:",
  kinds: { environment: "ambiente", variable: "variável", secret: "segredo" },
  sources: {
    option: "da linha de comando",
    environment: "de uma variável de ambiente",
    file: "do arquivo",
    terminal: "como digitado",
  },
  isNew: { environment: "novo", variable: "nova", secret: "novo" },
  isSo: "já está assim",
  replaces: (day) => `substitui o de ${day}`,
  mayDiffer: (names) =>
    `O Airflow exportou ${names.join(" e ")} como número ou objeto, o que pode não ser como foi escrito. Se o login falhar, informe-o como variável de ambiente.`,
  nothingSet: "Nada foi gravado.",
  set: (name) => `Gravado: ${name}`,
  halfWay: {
    done: "Feito",
    unclear: "Talvez feito, pois a resposta se perdeu",
    left: "Não feito",
    again: "Pode rodar o comando de novo: o que está feito permanece.",
  },
  confirmed: "Lido de volta: o GitHub tem tudo.",
  levels: {
    environment: "definido no ambiente",
    repository: "definido no repositório",
    organization: "emprestado pela organização",
  },
  noEnvironment: "Este ambiente não existe.",
  complete: "Nada falta.",
  incomplete: "Falta algo. Sem --check, este comando grava o que falta.",
  workflowWritten: (path) => `Gravado: ${path}`,
  workflowWouldBe: (path) => `Seria gravado: ${path}`,
  workflowSame: (path) => `Já está lá: ${path}`,
  workflowKept: (path) => `Ficou como estava, e é diferente: ${path}`,
  workflowSelfHosted: "Ele diz runs-on: self-hosted, pois a API está em uma rede privada.",
  workflowUnpinned:
    "O commit do Orquestra não é conhecido aqui. Substitua OWNER/orquestra@000… no arquivo, como dizem as suas primeiras linhas.",
  workflowPublish: "Faça o commit e o push para o branch padrão: é dali que o GitHub o roda.",
  preflightStarted: "A verificação (preflight) começou: veja a página Actions abaixo.",
  preflightAbsent:
    "Não há preflight.yml no branch padrão, por isso nada começou. Copie examples/preflight.yml.",
  pages: {
    variables: "Variáveis",
    secrets: "Segredos",
    environments: "Ambientes",
    actions: "Actions",
  },
};
