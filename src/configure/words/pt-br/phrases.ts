/** What is said in more than one place. */

export const YOU = "você.";
export const TOKEN_OWNER = "o dono do token.";
export const REPOSITORY_ADMIN = "quem pode alterar as configurações do repositório.";
export const AGAIN = "Rode o comando de novo: repetir não faz mal.";
