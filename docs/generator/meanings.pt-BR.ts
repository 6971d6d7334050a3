import type { Meanings } from "./meanings.ts";
import { ARTIFACTS, BODY, FEATURES_BODY, HEADERS, TRAINING_BODY, VALUES } from "./sizes.ts";

const LOST_EFFECT =
  "`unknown` quando a chamada foi a coleta ou o treino: a API pode ter feito o trabalho ou ainda estar fazendo, e por isso ela nunca é enviada de novo. `failed` em qualquer outra chamada.";

export const ptBR: Meanings = {
  "settings-invalid": {
    meaning:
      "Falta uma entrada, uma delas é inválida, ou a verificação prévia (preflight) encontrou um erro no workflow ou no repositório. Tudo o que está errado aparece de uma vez.",
  },
  "api-unreachable": {
    meaning:
      "Não foi possível conectar à API, apesar de novas tentativas: nome, rede, firewall, porta ou um proxy no caminho.",
  },
  "tls-untrusted": {
    meaning:
      "O servidor não conseguiu provar por TLS que é aquele que `api-url` indica, ou exige um certificado do cliente, o que o Orquestra não suporta.",
  },
  "redirect-refused": {
    meaning:
      "A API respondeu com um redirecionamento. Ele não é seguido, porque a senha ou o token iria junto.",
    unknownWhen:
      "`unknown` quando a coleta ou o treino recebeu 302 ou 303: o trabalho pode ter sido feito antes do redirecionamento. 301, 307 e 308 dizem que nada foi feito ainda.",
  },
  "credentials-rejected": { meaning: "A API recusou o login (401 ou 403)." },
  "token-rejected": {
    meaning:
      "A API recusou o token de acesso mais uma vez, logo depois de um novo login (401), ou não deixa este usuário fazer a chamada (403).",
  },
  "rate-limited": {
    meaning:
      "Por enquanto, a API não aceita mais chamadas (429, ou 503 com Retry-After), e esperar o quanto ela pediu passaria do tempo limite.",
  },
  "api-unhealthy": {
    meaning:
      "A verificação de saúde não disse, dentro de `warm-up`, que a API e o banco de dados dela estão no ar.",
  },
  "api-error": {
    meaning: "A API, ou um proxy na frente dela, respondeu com um erro (4xx ou 5xx).",
    unknownWhen:
      '`unknown` quando a resposta à coleta ou ao treino não diz se o trabalho foi feito: 408, 502, 504, 503 sem Retry-After e qualquer outro 5xx sem o `{"error": "…"}` da própria API.',
  },
  "contract-broken": {
    meaning: `A resposta não é uma das que a API de livros dá: não é HTTP, é um 2xx diferente de 200, não é JSON, não tem o campo que decide ou tem mais de ${ARTIFACTS.toLocaleString("pt-BR")} artefatos ou ${VALUES.toLocaleString("pt-BR")} valores.`,
    unknownWhen: LOST_EFFECT,
  },
  "no-data": {
    meaning:
      "A API respondeu 200 e, na mesma resposta, que não coletou nenhum livro ou não salvou nenhum artefato.",
  },
  "data-dropped": {
    meaning:
      "Os dados não passaram na conferência entre a coleta e o treino: livros de menos, armazenados em número diferente do informado, ou uma grande queda em relação a antes. O treino não rodou.",
  },
  "timed-out": {
    meaning: "A requisição saiu, e o tempo limite dela passou antes de a resposta inteira chegar.",
    unknownWhen: LOST_EFFECT,
  },
  "connection-lost": {
    meaning: "A requisição saiu, e a conexão caiu antes de a resposta inteira chegar.",
    unknownWhen: LOST_EFFECT,
  },
  "response-too-large": {
    meaning: `A resposta passa do limite, e o resto não foi lido. Os limites: ${HEADERS} de cabeçalhos, ${BODY} de corpo, ${TRAINING_BODY.replace(".", ",")} para o treino, ${FEATURES_BODY} para as features.`,
    unknownWhen: LOST_EFFECT,
  },
  cancelled: {
    meaning:
      "Alguém cancelou a execução, ou o processo foi encerrado à força. O que já se sabia foi gravado, por ela mesma ou pelo step `post`.",
  },
  "internal-error": { meaning: "Um erro do próprio Orquestra." },
};
