import { permissionLabel, STATUS_PAGE } from "../github.ts";
import type { RefusalWords } from "../words.ts";
import { YOU, TOKEN_OWNER, AGAIN } from "./phrases.ts";

export const refusals: RefusalWords = {
  "token-rejected": ({ call, words }, { page }, { quote, link }) => ({
    headline: "O GitHub não aceita o token",
    what: `Ele respondeu HTTP 401 a ${quote(call)}${words === "" ? "" : `: ${quote(words)}`}. O token está errado, expirado ou revogado.`,
    who: TOKEN_OWNER,
    steps: [`${link("Crie um novo", page)}.`],
  }),
  "not-permitted": (
    { call, words, accepted, isIntegration, signOn },
    { page, permissions },
    { quote, name, link },
  ) => ({
    headline: "O GitHub não deixa este token fazer isso",
    what: `Ele respondeu HTTP 403 a ${quote(call)}${words === "" ? "" : `: ${quote(words)}`}.${
      isIntegration
        ? ` O token não é de uma pessoa: o ${name("GITHUB_TOKEN")} de um workflow nunca pode gravar variáveis e segredos.`
        : ""
    }`,
    who: TOKEN_OWNER,
    steps: [
      ...(signOn === undefined
        ? []
        : [`${link("Autorize-o no login único da organização", signOn)}.`]),
      accepted.length > 0
        ? `${link("Crie um token fine-grained", page)} para este repositório que tenha ${accepted.map((one) => name(permissionLabel(one))).join(" e ")}, ou dê essa permissão ao que você tem.`
        : `${link("Crie um token fine-grained", page)} para este repositório com ${permissions.map((one) => name(permissionLabel(one))).join(", ")}.`,
      ...(accepted.includes("administration=write")
        ? [
            "Ou crie o ambiente você mesmo em Settings → Environments: então essa permissão não é necessária.",
          ]
        : []),
      `Um token clássico precisa do escopo ${name("repo")}, e seu dono deve poder alterar as configurações deste repositório.`,
    ],
  }),
  "not-found": ({ call }, { page }, { quote, link }) => ({
    headline: "O GitHub não conhece isso ou não o mostra a este token",
    what: `Ele respondeu HTTP 404 a ${quote(call)}.`,
    who: YOU,
    steps: [
      "Confira como o nome do repositório está escrito.",
      `Se ele é privado, ${link("o token deve ser feito para ele", page)}.`,
      ...(call.includes("/environments/")
        ? ["Ambientes de um repositório privado precisam de um plano pago."]
        : []),
    ],
  }),
  conflict: ({ call, words }, _advice, { quote }) => ({
    headline: "Outra pessoa alterou a mesma coisa ao mesmo tempo",
    what: `O GitHub respondeu HTTP 409 a ${quote(call)}${words === "" ? "" : `: ${quote(words)}`}.`,
    who: YOU,
    steps: [AGAIN],
  }),
  invalid: ({ call, words }, _advice, { quote, name }) => ({
    headline: "O GitHub não aceita este valor ou nome",
    what: `Ele respondeu HTTP 422 a ${quote(call)}${words === "" ? "" : `: ${quote(words)}`}.`,
    who: YOU,
    steps: [
      `Confira o nome do ambiente (${name("--environment")}) e o tamanho dos valores: o GitHub aceita 48 KB.`,
      AGAIN,
    ],
  }),
  "rate-limited": ({ call, waitMs }, _advice, { quote, duration }) => ({
    headline: "Por ora, o GitHub não aceita mais pedidos deste token",
    what: `Foi o que ele disse a ${quote(call)}.`,
    who: YOU,
    steps: [waitMs === undefined ? "Espere alguns minutos." : `Espere ${duration(waitMs)}.`, AGAIN],
  }),
  "no-answer": ({ call, words, ending }, _advice, { quote, name }) => ({
    headline: "Não foi possível acessar o GitHub",
    what: `Não veio resposta a ${quote(call)}${words === "" ? "" : `: ${quote(words)}`}.`,
    who: "quem cuida da sua rede.",
    steps: [
      ending.kind === "not-sent" && ending.obstacle.kind === "certificate"
        ? `Se a sua rede abre as conexões TLS no caminho, salve o certificado raiz dela em um arquivo e indique esse arquivo em ${name("NODE_EXTRA_CA_CERTS")}.`
        : "Verifique a conexão com a internet.",
      `Atrás de um proxy, defina ${name("https_proxy")}. Para um GitHub que não é o github.com, defina ${name("GITHUB_API_URL")}.`,
      AGAIN,
    ],
  }),
  failed: ({ call, words, status }, _advice, { quote, link }) => ({
    headline: status >= 500 ? "O GitHub está com problemas" : "O GitHub não faz isso",
    what: `Ele respondeu HTTP ${status} a ${quote(call)}${words === "" ? "" : `: ${quote(words)}`}.`,
    ...(status >= 500
      ? {
          who: "o GitHub.",
          steps: [`${link("Veja o estado dele", STATUS_PAGE)} e espere alguns minutos.`, AGAIN],
        }
      : {
          who: YOU,
          steps: [
            "Abra a página do repositório: ele pode estar bloqueado, ou o GitHub dele pode ser antigo demais para isso.",
          ],
        }),
  }),
  moved: ({ call }, _advice, { quote, name }) => ({
    headline: "Este repositório agora tem outro nome",
    what: `O GitHub respondeu com um redirecionamento a ${quote(call)}, que não é seguido, porque o token iria junto.`,
    who: YOU,
    steps: [`Informe o novo nome: ${name("--repo DONO/NOME")}.`],
  }),
  malformed: ({ call }, _advice, { quote, name }) => ({
    headline: "A resposta não é das que o GitHub dá",
    what: `A resposta a ${quote(call)} não pôde ser entendida.`,
    who: YOU,
    steps: [
      `Verifique se ${name("GITHUB_API_URL")} leva à API do GitHub e se nenhum proxy ou portal responde no lugar dela.`,
    ],
  }),
};
