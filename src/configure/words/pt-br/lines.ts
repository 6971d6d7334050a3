import type { Lines } from "../words.ts";
import { AGAIN } from "./phrases.ts";

const OUTSIDE =
  "as máquinas do GitHub não acessam a sua API ali. O job precisa de um runner próprio (self-hosted) nessa rede.";
/** What an address that no machine of GitHub's reaches means for the job. */
const PLACES = {
  loopback:
    "a própria máquina em que o job roda: as máquinas do GitHub não acessam a sua API ali. O job precisa de um runner próprio (self-hosted) na máquina da API. Para um runner em Docker seria o próprio contêiner: informe o nome do serviço da API, como http://api:5000.",
  "docker-host":
    "um nome que só existe dentro dos contêineres do Docker Desktop e significa a máquina em volta deles: as máquinas do GitHub não acessam a sua API ali. Informe --api-url http://localhost:5000 para um runner próprio (self-hosted) nessa máquina, ou --api-url http://api:5000, com o nome do serviço da API, para um na rede Docker dela (docs/from-airflow.pt-BR.md#um-endereço-privado-ou-um-nome-do-docker).",
  private: `um endereço dentro de uma rede privada: ${OUTSIDE}`,
  "single-label": `um nome que só uma rede local conhece: ${OUTSIDE}`,
} as const;

const OWN_RUNNER =
  "As máquinas do GitHub também não a acessam; um runner próprio (self-hosted) na rede dela acessa.";
/** Who reaches an API that this machine does not. */
const REACH = {
  public: "As máquinas do GitHub talvez a acessem: uma execução dirá.",
  private: OWN_RUNNER,
  "single-label": OWN_RUNNER,
  loopback:
    "As máquinas do GitHub também não a acessam; um runner próprio (self-hosted) na máquina da API acessa.",
  "docker-host": "As máquinas do GitHub também não a acessam.",
} as const;

export const lines: Lines = {
  whoCanFix: "Quem pode resolver",
  whatToDo: "O que fazer",
  place: (repository, isPublic, environment) =>
    `Repositório ${repository} (${isPublic ? "público" : "privado"})${environment === undefined ? "" : `, ambiente ${environment}`}`,
  fromGit: "(do git; --repo indica outro)",
  nameFromGit: ({ name }) =>
    `O nome é o do ${name("origin")} do git nesta pasta; ${name("--repo DONO/NOME")} indica outro.`,
  dryRun: "Simulação (--dry-run): nada é alterado.",
  trying: "Testando a API a partir daqui…",
  welcome: "A API está no ar e aceita o login.",
  unreached: (what, kind) =>
    `Não foi possível acessar a API a partir desta máquina. ${what} ${REACH[kind]}`,
  doubtful: (headline, what) => `${headline}. ${what} Uma execução pode falhar por isso:`,
  registered: "O usuário está cadastrado.",
  registrationUnclear: "A resposta ao cadastro se perdeu. Um login mostra se o usuário existe.",
  wouldRegister:
    "A API não aceita este usuário com esta senha. Sem --dry-run, o usuário seria cadastrado.",
  privateHost: (host, kind) => `${host} é ${PLACES[kind]}`,
  noTerminal:
    "Sem terminal para perguntar: supõe-se que sim, e que um runner próprio (self-hosted) fará o trabalho.",
  otherAddress:
    "Então informe um endereço que as máquinas do GitHub acessem ou encerre com Ctrl+C.",
  nameForRunner: "Então informe o endereço que o seu runner acessa ou encerre com Ctrl+C.",
  encryptedAddress: "Então informe um endereço https:// ou encerre com Ctrl+C.",
  noAnswer: "Nada foi digitado. É preciso responder; Ctrl+C encerra.",
  typeAnother: "Digite o correto na próxima pergunta ou encerre com Ctrl+C.",
  publicRepository:
    "Este repositório é público. Nunca ligue a ele um runner próprio: pull requests de estranhos poderiam rodar código na sua rede. Torne-o privado antes.",
  planned: "Será gravado:",
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
  secretsUnseen:
    "O GitHub não mostra segredos: não há como saber se são os mesmos, e por isso contam como alterados.",
  commonUsername:
    "O usuário é uma palavra curta. Como segredo, essa palavra vira *** em logs e resumos; com --username-as-variable, fica visível a quem tem acesso às configurações.",
  mayDiffer: (names) =>
    `O Airflow exportou ${names.join(" e ")} como número ou objeto, o que pode não ser como foi escrito. Se o login falhar, informe-o como variável de ambiente.`,
  nothingSet: "Nada foi gravado.",
  set: (name) => `Gravado: ${name}`,
  halfWay: {
    done: "Feito",
    unclear: "Talvez feito, pois não se sabe o que houve",
    left: "Não feito",
    again: "O que está feito permanece, e o comando pode ser rodado de novo.",
  },
  confirmed: "Conferido: está tudo no GitHub.",
  levels: {
    environment: "definida no ambiente",
    repository: "definida no repositório",
    organization: "emprestado pela organização",
  },
  noEnvironment: "Este ambiente não existe.",
  settingRefused: (what) => `${what} Enquanto estiver assim, toda execução falha.`,
  addressRefused: (headline, what) =>
    `${headline}. ${what} Enquanto estiver assim, toda execução falha.`,
  workflowFits: (at) => `${at}: combina com as configurações`,
  workflowMisfits: (at) => `${at} não combina com estas configurações:`,
  workflowMissing: (at) => `${at} não está lá. Sem este arquivo nada roda.`,
  workflowUnseen: {
    "not-found": (at) =>
      `${at} não está lá, ou o token não o vê (um fine-grained precisa de Contents: read). Sem este arquivo nada roda.`,
    "not-permitted": (at) =>
      `${at} não foi verificado: o token não pode lê-lo (um fine-grained precisa de Contents: read). --workflow PASTA verifica uma cópia de trabalho.`,
  },
  complete: "Não falta nada.",
  completeAsSeen:
    "Nas configurações não falta nada. O arquivo do workflow não foi verificado, e sem ele nada roda.",
  incomplete:
    "Falta algo, ou algo não está certo: veja cada ✖ acima. Sem --check, este comando grava API_URL, API_USERNAME e API_PASSWORD e escreve o arquivo do workflow; não corrige mais nada.",
  wouldFail: "Com estas configurações, toda execução falhará até que cada ✖ acima seja corrigido.",
  summaryLanguage: "Os resumos saem em inglês até que uma variável diga outra coisa:",
  workflowWritten: (path) => `Gravado: ${path}`,
  workflowWouldBe: (path) => `Seria gravado: ${path}`,
  workflowSame: (path) => `Já está lá: ${path}`,
  workflowDiffering: (path) => `${path} existe e é diferente:`,
  workflowWouldReplace: (path) =>
    `Seria substituído, pois tem zeros no lugar de um commit: ${path}`,
  workflowKept: (path) => `Ficou como estava, embora seja diferente do que seria gravado: ${path}`,
  workflowWouldStay: (path) =>
    `Ficaria como está, embora seja diferente do que seria gravado: ${path}`,
  workflowDiffers: {
    named: ({ key, is = "(nada)", wouldBe = "(nada)" }) => `${key}: ${is} → ${wouldBe}`,
    others: (count) => (count === 1 ? "1 outra linha" : `${count} outras linhas`),
    replace:
      "Para que seja substituído, exclua-o e rode isto de novo, ou responda s em um terminal.",
  },
  workflowSelfHosted: "O arquivo usa runs-on: self-hosted, pois a API está em uma rede privada.",
  workflowUnpinned:
    "O commit do Orquestra não é conhecido aqui: o git não indica um repositório do GitHub como origin da pasta dele, ou esse não tem o commit. Nenhuma execução pode começar antes que OWNER/orquestra@000… no arquivo seja substituído, como dizem as suas primeiras linhas; onde o commit é conhecido, rodar isto de novo o substitui.",
  workflowPublish: "Faça o commit e o push para o branch padrão: é dali que o GitHub o roda.",
  workflowPlace: {
    below:
      "Esta pasta não é a raiz da cópia de trabalho, e o GitHub não roda nenhum workflow abaixo dela: indique a raiz.",
    outside:
      "O git não conhece nenhuma cópia de trabalho nesta pasta, e dela não se faz push: ponha o arquivo em uma do seu repositório.",
  },
  preflightStarted: "A verificação (preflight) começou: veja a página Actions abaixo.",
  preflightAbsent:
    "Não há preflight.yml no branch padrão, por isso nada começou. Copie examples/preflight.yml.",
  preflightWouldStart: "A verificação (preflight) seria iniciada.",
  interrupted: {
    headline: "Interrompido antes do fim",
    stages: {
      before: "Nada foi gravado no GitHub.",
      setting: "Nem tudo está gravado no GitHub: veja acima.",
      "read-back":
        "Tudo foi gravado no GitHub. Não foi conferido, e nenhum arquivo de workflow foi escrito.",
      workflow: "Tudo está gravado no GitHub. O arquivo do workflow não foi escrito.",
      preflight:
        "Tudo está gravado no GitHub. A verificação (preflight) não começou, até onde se sabe.",
    },
    again: AGAIN,
  },
  exportStays: "O arquivo das variáveis do Airflow contém a senha sem criptografia: exclua-o.",
  pages: {
    variables: "Variáveis",
    secrets: "Segredos",
    environments: "Ambientes",
    actions: "Actions",
  },
};
