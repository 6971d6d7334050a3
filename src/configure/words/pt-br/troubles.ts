import { permissionLabel } from "../github.ts";
import type { TroubleWords } from "../words.ts";
import { YOU, REPOSITORY_ADMIN, AGAIN } from "./phrases.ts";

export const troubles: TroubleWords = {
  "bad-use": ({ problem }, { quote, name }) => {
    const base = { headline: "O comando foi chamado de forma incorreta", who: YOU };
    const help = `Veja todas as opções com ${name("npm run configure -- --help")}.`;
    switch (problem.kind) {
      case "unknown-option":
        return {
          ...base,
          headline: "Opção desconhecida",
          what: `${quote(problem.option)} não é uma opção deste comando.`,
          steps: [help],
        };
      case "unreadable":
        return { ...base, what: `O Node diz: ${quote(problem.words)}.`, steps: [help] };
      case "kept-by-npm":
        return {
          ...base,
          what: `O npm ficou com ${name(`--${problem.option}`)} para si, porque falta um ${name("--")}.`,
          steps: [
            `Escreva ${name(`npm run configure -- --${problem.option}`)} e assim por diante.`,
          ],
        };
      case "unknown-language":
        return {
          ...base,
          what: `${name("--language")} é ${quote(problem.value)}, mas deve ser ${name("en")} ou ${name("pt-BR")}.`,
          steps: [help],
        };
      case "both":
        return {
          ...base,
          what: `${problem.options.map(name).join(" e ")} não podem ser usados juntos.`,
          steps: ["Retire um dos dois."],
        };
    }
  },
  "repository-unknown": ({ seen, isOption }, { quote, name }) => ({
    headline: "Não se sabe de que repositório se trata",
    what: isOption
      ? `${name("--repo")} é ${quote(seen ?? "")}, que não é um repositório do GitHub.`
      : `${name("--repo")} não foi dado, e o git não tem um repositório do GitHub como ${name("origin")} desta pasta.`,
    who: YOU,
    steps: [`Informe-o: ${name("--repo DONO/NOME")}.`],
  }),
  "repository-guessed": ({ repository }, { quote, name }) => ({
    headline: "Não está claro qual é o repositório",
    what: `${name("--repo")} não foi informado, e esta pasta é o próprio Orquestra: ${quote(repository)}, que o git indica como ${name("origin")}, em geral não é o repositório que vai rodar o pipeline. Nada foi gravado no GitHub.`,
    who: YOU,
    steps: [
      `Indique o seu próprio repositório: ${name("--repo DONO/NOME")}. Se for este mesmo, como um fork seu, indique-o também.`,
    ],
  }),
  "github-url-invalid": ({ value }, { quote, name }) => ({
    headline: "O endereço da API do GitHub não serve",
    what: `${name("GITHUB_API_URL")} é ${quote(value)}, mas deve ser um endereço com ${name("https://")}: o token iria para lá.`,
    who: YOU,
    steps: [`Corrija ${name("GITHUB_API_URL")} ou, para o github.com, retire-a.`],
  }),
  "token-missing": ({ host, variables, advice: { page, permissions } }, { quote, name, link }) => ({
    headline: "Falta um token para o GitHub",
    what: `Nem ${variables.map(name).join(" nem ")} tem valor, e ${name("gh auth token")} não deu nenhum para ${quote(host)}.`,
    who: YOU,
    steps: [
      `${link("Crie um token fine-grained", page)} para este repositório com ${permissions.map((one) => name(permissionLabel(one))).join(", ")}.`,
      `Coloque-o em ${name(variables[0] ?? "")} ou entre com ${name("gh auth login")}.`,
    ],
  }),
  "token-unusable": ({ from }, { name }) => ({
    headline: "O token para o GitHub não é um token",
    what: `O que está em ${name(from)} contém um caractere que nenhum token tem, como uma quebra de linha.`,
    who: YOU,
    steps: ["Copie o token mais uma vez, inteiro e sem mais nada."],
  }),
  "export-unreadable": ({ file, because }, { quote, name }) => ({
    headline: "O arquivo das variáveis do Airflow não pôde ser lido",
    what: `${quote(file)}, indicado em ${name("--from")}, ${
      {
        missing: "não existe",
        "not-readable": "não pôde ser aberto",
        "not-utf-8": "não é texto em UTF-8; o Windows PowerShell grava UTF-16",
        "not-json": "não é JSON",
        "no-variables": "é JSON, mas não traz variáveis com seus nomes",
      }[because]
    }.`,
    who: YOU,
    steps: [
      because === "not-utf-8"
        ? "Salve-o como UTF-8 em um editor e confira se todas as letras continuam certas."
        : `Grave-o com ${name("airflow variables export ARQUIVO")} e indique esse arquivo em ${name("--from")}.`,
    ],
  }),
  "values-missing": ({ names }, { name }) => ({
    headline: "Nem tudo foi informado",
    what: `${names.length === 1 ? "Falta" : "Faltam"} ${names.map(name).join(", ")}, e não há um terminal em que perguntar.`,
    who: YOU,
    steps: names.map((one) => {
      const options = { API_URL: "--api-url URL", API_USERNAME: "--username NOME" } as const;
      const option = one === "API_PASSWORD" ? "" : `${name(options[one])}, ou `;
      return `${name(one)}: ${option}a variável de ambiente ${name(one)}, ou um arquivo com ${name("--from ARQUIVO")}.`;
    }),
  }),
  "values-inexact": ({ names }, { name }) => ({
    headline: "O arquivo exportado não traz tudo como era",
    what: `${names.map(name).join(", ")} saiu do Airflow como um número longo demais para ser lido com exatidão.`,
    who: YOU,
    steps: names.map((one) => `Informe-o como variável de ambiente ${name(one)}.`),
  }),
  "credentials-rejected": ({ words, mayDiffer }, { quote, name }) => ({
    headline: "A API não aceita o usuário ou a senha",
    what: `O login foi recusado${words ? `: ${quote(words)}` : ""}. Nada foi gravado no GitHub.`,
    who: YOU,
    steps: [
      `Confira ${name("API_USERNAME")} e ${name("API_PASSWORD")}.`,
      ...mayDiffer.map(
        (one) =>
          `O Airflow exportou ${name(one)} como número ou objeto, o que pode não ser como foi escrito: informe-o como variável de ambiente ${name(one)}.`,
      ),
      `Se o usuário ainda não existe, acrescente ${name("--register")}.`,
      `Para gravar mesmo assim, acrescente ${name("--no-probe")}.`,
    ],
  }),
  "api-call-unknown": ({ what }, { name }) => ({
    headline: "A API não tem um endpoint que a execução chama",
    what: `${what} Nada foi gravado no GitHub.`,
    who: YOU,
    steps: [
      `Confira o endereço: com ${name("--api-url")} vai só o endereço, sem ${name("/api/v1")} no fim, a não ser que a sua API fique sob um prefixo.`,
      `Se os caminhos dela são outros, defina-os antes, como variáveis, por exemplo ${name("ORQUESTRA_LOGIN_PATH")} e ${name("ORQUESTRA_HEALTH_PATH")}.`,
      `Para gravar tudo mesmo assim, acrescente ${name("--no-probe")}.`,
    ],
  }),
  "user-exists": ({ words }, { quote, name }) => ({
    headline: "Este usuário já existe; portanto, a senha está errada",
    what: `A API recusou tanto o login quanto o cadastro${words === "" ? "" : `: ${quote(words)}`}. Nada foi gravado no GitHub.`,
    who: "quem cadastrou este usuário.",
    steps: [
      `Confira ${name("API_PASSWORD")} ou escolha outro ${name("API_USERNAME")} para cadastrar.`,
    ],
  }),
  "registration-refused": ({ what }, { name }) => ({
    headline: "O usuário não pôde ser cadastrado",
    what: `${what} Nada foi gravado no GitHub.`,
    who: "o responsável pela API.",
    steps: [`Cadastre o usuário de outra forma e rode o comando sem ${name("--register")}.`],
  }),
  archived: ({ repository }, { quote }) => ({
    headline: "Este repositório está arquivado",
    what: `${quote(repository)} só pode ser lido: o GitHub não roda nenhum workflow nele.`,
    who: REPOSITORY_ADMIN,
    steps: ["Desarquive-o em Settings → General ou escolha outro."],
  }),
  "read-back-differs": ({ names }, { name }) => ({
    headline: "O GitHub não mostra o que foi gravado",
    what: `Ele aceitou tudo, mas ${names.map(name).join(", ")} não voltou como foi gravado: outra pessoa pode ter alterado ao mesmo tempo.`,
    who: YOU,
    steps: [AGAIN],
  }),
  "workflow-folder": ({ folder, because }, { quote, name }) => ({
    headline: "A pasta para o arquivo do workflow não serve",
    what: `${quote(folder)}, que ${name("--workflow")} ou a resposta indica, ${
      {
        missing: "não existe",
        "not-a-folder": "não é uma pasta",
        "below-root": "fica abaixo da raiz da cópia de trabalho, onde o arquivo tem as suas pastas",
      }[because.kind]
    }.`,
    who: YOU,
    steps: [
      because.kind === "below-root"
        ? `Indique a pasta acima: ${quote(because.root)}.`
        : "Indique uma pasta que exista: a raiz de uma cópia de trabalho do seu repositório.",
    ],
  }),
  "workflow-not-written": ({ path, words }, { quote }) => ({
    headline: "O arquivo do workflow não pôde ser gravado",
    what: `${quote(path)}: ${quote(words)}.`,
    who: YOU,
    steps: [
      "Dê uma pasta que exista e em que você possa escrever, a raiz de uma cópia de trabalho.",
      AGAIN,
    ],
  }),
  "preflight-refused": ({ words }, { quote, name }) => ({
    headline: "O GitHub não iniciou a verificação (preflight)",
    what: `Tudo está gravado, mas ele não aceitou o pedido${words === "" ? "" : `: ${quote(words)}`}.`,
    who: YOU,
    steps: [
      `Copie ${name("examples/preflight.yml")} de novo para o branch padrão: um mais antigo não conhece a entrada ${name("environment")}.`,
    ],
  }),
  "internal-error": ({ detail }, { quote }) => ({
    headline: "Um erro do próprio Orquestra",
    what: `${quote(detail)}.`,
    who: "quem mantém o Orquestra.",
    steps: ["Relate-o com o texto acima.", AGAIN],
  }),
};
