/** The descriptions of action.yml in Brazilian Portuguese, as that file can hold one language only. */

export const inputs: ReadonlyMap<string, string> = new Map([
  [
    "api-url",
    "O endereço da API de livros, como `https://books.example.com` ou `http://192.168.0.10:5000`. Um prefixo de caminho é mantido.",
  ],
  ["username", "O usuário que faz login na API."],
  ["password", "A senha dele. Vem de um segredo, nunca do arquivo do workflow."],
  [
    "allow-plain-http",
    "`true` deixa a senha atravessar a internet sem criptografia, até um host público em `http://`. Loopback, endereços privados e nomes sem ponto não precisam dessa permissão.",
  ],
  ["tasks", "O que roda: `scrape, train`, só `scrape` ou só `train`."],
  [
    "dry-run",
    "`true` é uma verificação prévia (preflight): olha as configurações, a API, o login e este próprio workflow, diz de uma vez tudo o que está errado e não altera nada.",
  ],
  ["login-path", "O caminho do login, abaixo de `api-url`."],
  ["scrape-path", "O caminho da coleta, abaixo de `api-url`."],
  ["training-path", "O caminho do treino, abaixo de `api-url`."],
  ["health-path", "O caminho da verificação de saúde. `none` a dispensa."],
  [
    "stats-path",
    "O caminho das estatísticas, que dizem quantos livros estão armazenados. `none` as dispensa.",
  ],
  [
    "features-path",
    "O caminho das features, que dizem quantos livros estão no ar. `none` as dispensa.",
  ],
  ["warm-up", "Quanto tempo a API e o banco de dados dela podem levar para ficar no ar."],
  ["login-timeout", "O máximo que um login pode durar, com novas tentativas incluídas."],
  [
    "scrape-timeout",
    "O máximo que a coleta pode durar, da primeira tentativa ao último byte da resposta.",
  ],
  [
    "training-timeout",
    "O máximo que o treino pode durar, da primeira tentativa ao último byte da resposta.",
  ],
  [
    "read-timeout",
    "O máximo que cada consulta à saúde, às estatísticas ou às features pode durar.",
  ],
  [
    "on-lost-answer",
    "O que acontece com uma coleta cuja resposta se perdeu. `fail` encerra a execução como desconhecida. `settle` acompanha as estatísticas pelo resto de `scrape-timeout`: se elas mudam e se mantêm, a conferência decide com base no que foi observado; se não mudam, a execução termina como desconhecida.",
  ],
  [
    "retries",
    "Quantas vezes uma requisição é enviada de novo, quando com certeza não teve efeito.",
  ],
  [
    "min-records",
    "Com menos livros do que isto, os dados não passam na conferência, e o treino não roda.",
  ],
  [
    "max-drop",
    "Com uma queda maior do que esta em relação a antes, os dados não passam na conferência, e o treino não roda.",
  ],
  [
    "pipeline",
    "O nome deste pipeline no histórico. O padrão são os nomes do workflow e do job; os jobs de uma matrix precisam definir cada um o seu.",
  ],
  [
    "history",
    "Quantas execuções anteriores são consultadas, no máximo 99: para o último número bom de livros, para o que é habitual e para o quadro das últimas execuções. `0`: nenhuma.",
  ],
  [
    "resume-within",
    "Que idade pode ter uma coleta que uma tentativa anterior da mesma execução comprovou e que uma nova tentativa não repete. `0`: sempre coleta de novo.",
  ],
  [
    "schedule-timezone",
    "O `timezone` ao lado de `cron` no workflow, que o GitHub não informa. Com ele o resumo diz quando a execução era esperada.",
  ],
  [
    "failure-issue",
    "`true` mantém uma issue aberta enquanto este pipeline continua falhando e a fecha quando uma execução tem sucesso. Precisa de `issues: write`.",
  ],
  [
    "alert-after",
    "Quantas execuções seguidas precisam falhar antes que alguém seja alertado, pela issue ou por `notify-url`. As canceladas não contam.",
  ],
  ["issue-labels", "Etiquetas de uma nova issue de falha, separadas por vírgulas."],
  ["issue-assignees", "A quem uma nova issue de falha é atribuída, separados por vírgulas."],
  [
    "notify-url",
    "Um webhook do Slack ou do Discord, ou qualquer outro que aceite JSON, para a primeira falha e para a recuperação. Vem de um segredo.",
  ],
  [
    "ping-url",
    "Um alarme de inatividade (dead man's switch), como o healthchecks.io, que é avisado quando uma execução começa (`/start` depois do endereço), tem sucesso ou falha (`/fail`). Só ele percebe que nada roda mais. Vem de um segredo.",
  ],
  [
    "summary",
    "Quanto resumo é escrito: `full`, completo; `short`, sem figuras nem detalhes; `on-failure`, nenhum para uma execução bem-sucedida; ou `none`.",
  ],
  [
    "privacy",
    "Se hosts, endereços e portas aparecem como `***` em tudo o que a action escreve. `auto`: em um repositório público, cujas execuções todos podem ler; `strict`: sempre; `open`: nunca.",
  ],
  ["language", "Idioma de tudo o que as pessoas leem: `en` ou `pt-BR`."],
  ["timezone", "Fuso de todos os horários que as pessoas leem, como `America/Sao_Paulo`."],
  [
    "github-token",
    "Lê o que as execuções anteriores deixaram, com `actions: read` e `checks: read`, e escreve a issue de falha. Sem ele, a execução funciona do mesmo jeito, só que sem memória. Uma verificação prévia (preflight) olha o workflow com ele, com `contents: read` e `actions: read`.",
  ],
]);

export const outputs: ReadonlyMap<string, string> = new Map([
  ["result", "`succeeded`, `failed`, `unknown` ou `cancelled`."],
  ["failed-task", "A etapa que não provou o seu trabalho."],
  ["failure-code", "Por quê, com um dos códigos da lista fechada."],
  ["records", "Quantos livros estão armazenados depois da coleta."],
  ["records-before", "Com o que a conferência comparou."],
  [
    "artifacts",
    "Os arquivos que o treino salvou, em um array JSON. Um array longo é cortado e termina com `+N`.",
  ],
  ["scrape-seconds", "Quanto durou a coleta."],
  ["training-seconds", "Quanto durou o treino."],
  ["run", "A execução inteira em uma linha de JSON, sem hosts e sem caminhos."],
]);
