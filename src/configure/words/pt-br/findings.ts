import type { FindingWords } from "../words.ts";

export const findings: FindingWords = {
  missing: ({ name: one }, { name }) =>
    one === "ORQUESTRA_ALLOW_PLAIN_HTTP"
      ? `Falta ${name(one)}: API_URL é HTTP sem criptografia para um host público, e toda execução a recusaria. Defina esta variável como ${name("true")} para aceitar o risco.`
      : `Falta ${name(one)}: deve ser ${one === "API_URL" ? "uma variável" : "um segredo"}.`,
  "address-doubled": (_, { name }) =>
    `${name("API_URL")} termina em ${name("/api/v1")}, com que cada caminho da API já começa: uma execução pediria ${name("/api/v1/api/v1/auth/login")}. Defina-a sem isso.`,
  "address-of-docker": (_, { name }) =>
    `${name("API_URL")} tem o host ${name("host.docker.internal")}, que só um contêiner do Docker Desktop encontra: em qualquer outro runner, toda execução falha. Defina-a como ${name("http://localhost:5000")} para um runner na própria máquina, ou como ${name("http://api:5000")}, com o nome do serviço da API, para um na rede Docker dela.`,
  "address-as-secret": (_, { name }) =>
    `${name("API_URL")} existe como segredo, que não é lido. Exclua-o.`,
  "password-as-variable": (_, { name }) =>
    `${name("API_PASSWORD")} existe como variável, que não é lida, mas que todos com acesso podem ler. Exclua-a e troque a senha.`,
  "username-twice": (_, { name }) =>
    `${name("API_USERNAME")} existe como segredo e como variável. Vale o segredo: exclua o que não for o desejado.`,
  unread: ({ name: one }, { name }) =>
    `${name(one)} é uma variável que nenhum workflow do Orquestra lê: pode haver um erro no nome.`,
  "needless-plain-http": (_, { name }) =>
    `${name("ORQUESTRA_ALLOW_PLAIN_HTTP")} é ${name("true")}, e ${name("API_URL")} não precisa dela. Exclua-a, para que HTTP sem criptografia volte a ser recusado.`,
  paused: (_, { name }) =>
    `${name("ORQUESTRA_PAUSED")} está definida: nada roda até que seja excluída.`,
  "workflow-unreadable": () => "Não é um workflow que o GitHub consiga ler.",
  "action-missing": () => "Nenhum job dele usa o Orquestra.",
  "action-placeholder": (_, { quote }) =>
    `A linha ${quote("uses:")} dele ainda tem zeros no lugar de um commit, e nenhuma execução pode começar. As primeiras linhas dele dizem o que vai ali.`,
  "action-unpinned": ({ uses }, { quote }) =>
    `Ele usa ${quote(uses)}, um branch ou uma tag, que outra pessoa pode mover: indique o commit com os seus 40 caracteres.`,
  "value-unread": ({ name: one, store }, { name }) =>
    `Ele não lê ${name(`${store}.${one}`)}, que está no GitHub.`,
  "setting-unread": ({ name: one }, { name }) =>
    `Ele não lê ${name(`vars.${one}`)}, que está no GitHub: pode ser uma cópia antiga do exemplo.`,
  "permissions-unstated": ({ needed }, { name }) =>
    `Ele não diz quais ${name("permissions")} o job tem, e quem decide são as configurações do repositório. O job precisa de ${needed.map(name).join(" e ")}.`,
  "permission-missing": ({ permission }, { name }) =>
    `Falta ao job dele a permissão ${name(permission)}: ${
      permission.startsWith("issues")
        ? "nenhuma issue avisará das falhas."
        : "uma execução não conheceria as anteriores."
    }`,
  "contents-missing": (_, { name }) =>
    `Falta ao job dele a permissão ${name("contents: read")}, sem a qual ele não faz o checkout de um repositório privado.`,
  "environment-unnamed": ({ environment }, { quote, name }) =>
    `O job dele não indica o ambiente ${quote(environment)} (${name("environment:")}), e por isso não lê nada dele.`,
  "runner-own": ({ host, label }, { quote, name }) =>
    `O job dele roda em ${name(label)}, um runner próprio, e ${quote(host)} é público, e as máquinas do GitHub talvez também o acessem. Se nenhum runner assim está conectado, uma execução espera em vão: nesse caso, o arquivo precisa de ${name("runs-on: ubuntu-latest")}.`,
  "runner-outside": ({ host, label, isPublic }, { quote, name }) =>
    `O job dele roda em ${name(label)}, uma máquina do GitHub, que não acessa ${quote(host)}: precisa de ${name("runs-on: self-hosted")}.${
      isPublic
        ? " Mas nunca em um repositório público, onde pull requests de estranhos poderiam rodar código na sua rede: torne-o privado antes."
        : ""
    }`,
};
