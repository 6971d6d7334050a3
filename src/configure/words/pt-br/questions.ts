import type { Questions } from "../words.ts";

export const questions: Questions = {
  values: {
    API_URL: "Endereço da API, como https://books.example.com",
    API_USERNAME: "Usuário que faz login na API",
    API_PASSWORD: "Senha dele (não aparece)",
  },
  yes: "[S/n]",
  no: "[s/N]",
  usual: (value) => `(vazio: ${value})`,
  ownRepository: (name) =>
    `Esta pasta é o próprio Orquestra, e o origin do git indica ${name}. É esse o repositório que vai rodar o pipeline?`,
  plainHttp: (host) =>
    `${host} é público, e http:// não tem criptografia: qualquer um no caminho poderia ler a senha. Aceitar?`,
  selfHosted: "Há, ou haverá, um runner próprio (self-hosted) trabalhando nessa rede?",
  dockerRunner:
    "O seu runner será um contêiner do Docker Desktop nessa máquina, que conhece esse nome?",
  register:
    "Cadastrar este usuário agora? (O log de acesso da API guarda senhas: escolha uma que não use em outro lugar.)",
  otherUser: "Tentar outro usuário ou outra senha?",
  setThese: "Gravar agora?",
  setAgain: "Já está tudo lá. Gravar os segredos de novo?",
  workflowFolder: (usual) =>
    usual === undefined
      ? "Pasta da cópia de trabalho do seu repositório, para gravar .github/workflows/pipeline.yml (vazio: nenhuma):"
      : `Pasta em que gravar .github/workflows/pipeline.yml (vazio: ${usual}; - para nenhuma):`,
  overwrite: (path) => `Sobrescrever ${path}?`,
  preflight: "Iniciar agora a verificação (preflight) no GitHub?",
};
