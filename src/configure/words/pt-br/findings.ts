import type { FindingWords } from "../words.ts";

export const findings: FindingWords = {
  missing: ({ name: one }, { name }) =>
    one === "ORQUESTRA_ALLOW_PLAIN_HTTP"
      ? `Falta ${name(one)}: API_URL é HTTP sem criptografia para um host público, e toda execução a recusaria. Defina esta variável como ${name("true")} para aceitar o risco.`
      : `Falta ${name(one)}: deve ser ${one === "API_URL" ? "uma variável" : "um segredo"}.`,
  "address-unreadable": (_, { name }) =>
    `${name("API_URL")} não é um endereço com ${name("https://")} ou ${name("http://")}: toda execução a recusaria.`,
  "address-as-secret": (_, { name }) =>
    `${name("API_URL")} existe como segredo, que não é lido. Exclua-o.`,
  "password-as-variable": (_, { name }) =>
    `${name("API_PASSWORD")} existe como variável, que não é lida, mas que todos com acesso podem ler. Exclua-a e troque a senha.`,
  "username-twice": (_, { name }) =>
    `${name("API_USERNAME")} existe como segredo e como variável. Vale o segredo.`,
  unread: ({ name: one }, { name }) =>
    `${name(one)} é uma variável que nenhum workflow do Orquestra lê: pode haver um erro no nome.`,
  "needless-plain-http": (_, { name }) =>
    `${name("ORQUESTRA_ALLOW_PLAIN_HTTP")} é ${name("true")}, e ${name("API_URL")} não precisa dela. Exclua-a, para que HTTP sem criptografia volte a ser recusado.`,
  paused: (_, { name }) =>
    `${name("ORQUESTRA_PAUSED")} está definida: nada roda até que seja excluída.`,
};
